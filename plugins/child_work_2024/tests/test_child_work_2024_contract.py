"""The plugin `child_work_2024` keeps what every plugin must keep."""

from __future__ import annotations

from planmonitor.testing import PlanContract


class TestChildWork2024(PlanContract):
    """One test for each rule of the contract."""

    plugin = "child_work_2024"
