"""The plan of 2024 holds the words of its document."""

from planmonitor.testing import PlanWords


class TestWordsOfVanQuan(PlanWords):
    plan = "child-work-2024/van-quan"
