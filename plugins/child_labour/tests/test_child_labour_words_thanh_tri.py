"""The plan of Thanh Trì holds the words of its document."""

from planmonitor.testing import PlanWords


class TestWordsOfThanhTri(PlanWords):
    plan = "child-labour/thanh-tri-2021-2025"
