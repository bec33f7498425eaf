"""The plugin keeps what every plugin must keep."""

from planmonitor.testing import PlanContract


class TestChildLabour(PlanContract):
    """One test for each rule of the contract."""

    plugin = "child_labour"
