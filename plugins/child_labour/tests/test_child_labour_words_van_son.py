"""The plan of Vân Sơn holds the words of its document."""

from planmonitor.testing import PlanWords


class TestWordsOfVanSon(PlanWords):
    plan = "child-labour/van-son-2026-2030"
