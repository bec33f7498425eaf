"""The child-labour plans hold the words of their documents."""

from planmonitor.testing import PlanWords


class TestWordsOfThanhTri(PlanWords):
    plan = "child-labour/thanh-tri-2021-2025"
