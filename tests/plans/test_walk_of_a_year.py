"""Vân Sơn day by day from January 2026 to January 2027: the calendar betters no verdict and loses nothing urgent (docs/domain.md, section 4)."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from planmonitor.workspace.file import read
from planmonitor.workspace.judging import Judged, judge
from planmonitor.workspace.opening import Surroundings, Workspace
from planmonitor.workspace.owing import owed
from planmonitor_cli.screens.attention import add_attention
from planmonitor_cli.screens.screen import Screen
from planmonitor_exchange.speaking.speaker import Speaker
from support.environments import ONCE
from support.walking import Seen, improved, late_by_typing, not_owed, seen, vanished

pytestmark = ONCE

EXAMPLE = Path(__file__).resolve().parents[2] / "examples" / "van_son"
FIRST, LAST = date(2026, 1, 1), date(2027, 1, 31)
LETTERS = {
    date(2026, 11, 20): ("case-report", "2026", "31/BC"),
    date(2026, 12, 14): ("child-work-2026/van-son/report-of-the-commune", "2026", "45/BC"),
    date(2026, 12, 21): ("child-labour/van-son-2026-2030/annual-report", "2026", "52/BC"),
}
"""The letters sent, by the day: a report on cases, and two that are late."""
TYPED = {
    date(2026, 12, 11): (("child-work-2026/van-son/2b", "--period", "2026", "--yes"),),
    date(2027, 1, 12): (
        ("child-work-2026/van-son/4a", "--period", "2026", "--value", "0"),
        ("child-work-2026/van-son/1a", "--period", "2026", "--numerator", "46", "--denominator", "46"),
        ("drowning/commune-2021-2030/NV7", "--period", "2027", "--value", "12", "--until", "2027-01-12"),
    ),
}
"""Figures typed in later: the last one that a report lacks once it is overdue, final ones once the year is over."""


class Walk:
    """A copy of the example that nobody has recorded anything in yet, and what is done in it day by day."""

    def __init__(self, monitor: Any) -> None:
        self.monitor = monitor
        monitor.today = FIRST
        shutil.copytree(EXAMPLE, monitor.folder, ignore=shutil.ignore_patterns("monitor.db*"))
        monitor("db", "upgrade")
        with (EXAMPLE / "so-lieu.csv").open(encoding="utf-8", newline="") as file:
            self._rows = list(csv.DictReader(file))
        self._workspace = Workspace(read(monitor.folder), Surroundings(clock=monitor.now, language="en", database=""))

    def judged(self, day: date) -> Judged:
        """Return the plans as they are judged on a day from what is recorded by then."""
        return judge(self._workspace, as_of=day, restated=True)

    def look(self, day: date) -> tuple[Seen, str]:
        """Return what is seen on a day, and what the status says needs attention."""
        judged, screen = self.judged(day), Screen(None)
        add_attention(screen, judged.plans, judged.between, Speaker("en"), named=True, explained=False)
        return seen(day, judged.plans, judged.between, owed(self._workspace, judged).units), " ".join(screen.text().split())

    def acts(self, day: date) -> Iterator[tuple[str, ...]]:
        """Yield what is typed in on a day: figures the day after they run to, letters on their own day."""
        rows = [row for row in self._rows if max(date.fromisoformat(row["UNTIL"]) + timedelta(days=1), FIRST) == day]
        if rows:
            file = self.monitor.folder / f"{day}.csv"
            with file.open("w", encoding="utf-8", newline="") as out:
                writer = csv.DictWriter(out, rows[0].keys())
                writer.writeheader()
                writer.writerows(rows)
            yield ("import", str(file))
        yield from (("record", *figure) for figure in TYPED.get(day, ()))
        if day in LETTERS:
            duty, period, number = LETTERS[day]
            yield ("reports", "submit", duty, "--period", period, "--number", number, "--dated", day.isoformat())


@pytest.mark.timeout(300)
def test_a_year_of_van_son(monitor: Any) -> None:
    """No verdict improves without a figure, no report is late by typing, and what is urgent stays on the screen and in todo until it is settled."""
    walk, faults, states = Walk(monitor), [], set()
    yesterday: Seen | None = None
    for day in (FIRST + timedelta(days=number) for number in range((LAST - FIRST).days + 1)):
        monitor.today = day
        morning, said = walk.look(day)
        if yesterday is not None:
            faults += improved(yesterday, morning) + vanished(yesterday, morning)
        faults += not_owed(morning) + [f"{day}: not said: {about}" for about in untold(morning, said)]
        states |= {about[0] for about in morning.urgent}
        evening = morning
        for act in walk.acts(day):
            before = evening
            monitor(*act)
            evening, said = walk.look(day)
            faults += not_owed(evening) + (late_by_typing(before, evening) if act[0] != "reports" else [])
        yesterday = evening
    assert faults == []
    assert states == {"overdue", "arisen", "error"}  # else the walk has nothing to lose


def untold(one: Seen, said: str) -> list[Any]:
    """Return what is urgent and not told where the status says what needs attention: reports by their names, findings by the command's own words."""
    titles = {(plan.id, duty.id): duty.called.en for unit in one.owing for plan, duty in ((item.plan, item.report.duty) for item in unit.reports)}
    reports = [about for about in one.urgent if about[0] in {"overdue", "arisen"}]
    return [about for about in reports if titles.get((about[1], about[2]), "?") not in said]
