"""The plugin `child_friendly_commune` keeps what every plugin must keep."""

from __future__ import annotations

from planmonitor.testing import PlanContract


class TestChildFriendlyCommune(PlanContract):
    """One test for each rule of the contract."""

    plugin = "child_friendly_commune"
