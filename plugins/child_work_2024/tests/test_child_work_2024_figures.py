"""Every figure printed in the text of the plan of 2024 is accounted for, and every bar is printed in it."""

from planmonitor.testing import PlanFigures


class TestVanQuan(PlanFigures):
    plan = "child-work-2024/van-quan"
