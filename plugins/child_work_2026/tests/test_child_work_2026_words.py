"""The plan of 2026 holds the words of its document."""

from planmonitor.testing import PlanWords


class TestWordsOfVanSon(PlanWords):
    plan = "child-work-2026/van-son"
