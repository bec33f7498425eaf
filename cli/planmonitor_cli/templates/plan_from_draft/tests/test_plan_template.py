"""The plan keeps what every plan must keep."""

from __future__ import annotations

from planmonitor.testing import PlanContract


# CHANGE: beside it, what else must hold of the plan, and what each check finds.
class TestPlan(PlanContract):
    """What every plan must keep; one test for each rule."""

    plugin = "plan_template"
