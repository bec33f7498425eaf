"""Every figure printed in the three plan texts is accounted for, and every bar of the plans is printed in its text."""

from planmonitor.testing import PlanFigures


class TestVanSon(PlanFigures):
    plan = "child-labour/van-son-2026-2030"


class TestThanhTri(PlanFigures):
    plan = "child-labour/thanh-tri-2021-2025"


class TestKonTum(PlanFigures):
    plan = "child-labour/kon-tum-2021-2025"
