"""Every figure printed in the text of the plan of 2026 is accounted for, and every bar is printed in it."""

from planmonitor.testing import PlanFigures


class TestVanSon(PlanFigures):
    plan = "child-work-2026/van-son"
