"""A workspace of two plans of Vân Sơn with figures of 2026, and reports on it, for the tests of reports."""

from __future__ import annotations

from datetime import date, datetime, time
from pathlib import Path
from zoneinfo import ZoneInfo

from planmonitor.workspace.admission import Draft
from planmonitor.workspace.file import read
from planmonitor.workspace.following import create
from planmonitor.workspace.opening import Surroundings, Workspace
from planmonitor.workspace.recording import record
from planmonitor.workspace.report_lines import ReportLine
from planmonitor.workspace.reporting import PeriodReport, PlanReport, report_on

PLAN = "child-labour/van-son-2026-2030"
WORK = "child-work-2026/van-son"


class Place:
    """A workspace of two plans, in which it is some day."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.today = date(2026, 12, 20)

    def begin(self) -> None:
        folder = self.folder
        create(folder, Surroundings(self.now), plans=[PLAN, WORK])
        with (folder / "monitor.toml").open("a", encoding="utf-8") as file:
            file.write(f'\n[plans."{PLAN}".answers]\nowner-5 = {{ value = ["truong-hoc", "co-quan-don-vi-va-thon"], document = "CV 1" }}\n')

    def now(self) -> datetime:
        return datetime.combine(self.today, time(10), ZoneInfo("Asia/Ho_Chi_Minh"))

    @property
    def workspace(self) -> Workspace:
        return Workspace(read(self.folder), Surroundings(self.now, clock_right=True))

    def had(self, measure: str, period: str, **more: object) -> None:
        record(self.workspace, Draft(measure, period, **more))  # type: ignore[arg-type]

    def report(self, about: str | None = None, period: str = "2026", unit: str = "") -> PeriodReport:
        return report_on(self.workspace, about, period, unit)

    def told(self, about: str, period: str = "2026", unit: str = "") -> PlanReport:
        [plan] = self.report(about, period, unit).plans
        return plan


def built_in(folder: Path) -> Place:
    """Return a new workspace with some figures of 2026: of the place, of units, in halves and up to a day."""
    made = Place(folder)
    made.begin()
    made.had(f"{PLAN}/4a", "2026", numerator=98, denominator=100)
    made.had(f"{PLAN}/NV1", "2026-S1", value=2)
    made.had(f"{PLAN}/NV1", "2026-S2", value=3)
    made.had("population/children-5-17", "2026", value=1003)
    made.had(f"{PLAN}/1", "2026", numerator=38)
    made.had(f"{PLAN}/1", "2026", numerator=22, denominator=520, breakdown={"sex": "male"})
    made.had(f"{PLAN}/5", "2026", numerator=640, denominator=655, unit="truong-hoc")
    made.had(f"{PLAN}/5", "2026", numerator=50, denominator=60, unit="co-quan-don-vi-va-thon")
    made.had(f"{WORK}/4c", "2026", value=5, until=date(2026, 10, 31), state="estimated")
    return made


def line(plan: PlanReport, code: str) -> ReportLine:
    """Return one measure of a report."""
    [found] = [one for one in plan.lines if one.measure.code == code]
    return found
