"""The plugin `drowning` keeps what every plugin must keep."""

from __future__ import annotations

from planmonitor.testing import PlanContract


class TestDrowning(PlanContract):
    """One test for each rule of the contract."""

    plugin = "drowning"
