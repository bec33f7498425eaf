"""Plans, figures and letters at random, walked over a year: what holds for the bundled plans holds for any (docs/domain.md, section 4)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from attrs import evolve, frozen
from hypothesis import given, settings
from hypothesis import strategies as st
from planmonitor import ADMINISTRATIVE, CALENDAR, Definition, Duty, Figure, Measure, Plan, Responsibility, Target, Text, Unit
from planmonitor.assessment.acts import Sending
from planmonitor.assessment.checking import CheckedPlan, FoundBy
from planmonitor.assessment.every_plan import EVERY_PLAN
from planmonitor.assessment.known import Known
from planmonitor.assessment.owing import owing
from planmonitor.assessment.plans import judge_plan
from planmonitor.assessment.workdays import Calendar
from support.environments import ONCE
from support.rules import CHILDREN, SOURCE, VAN_SON, plan_with
from support.walking import Seen, improved, late_by_typing, not_owed, seen, vanished

pytestmark = ONCE

FIRST, LAST = date(2025, 12, 20), date(2027, 3, 1)
UNITS = (Unit("a", "Trạm Y tế"), Unit("b", "Công an xã"))
BARS = {
    ("count", "count"): (("<=", 4, None), (">=", 5, None), ("==", 0, "zero_incident")),
    ("count", "cumulative"): (("<=", 4, None), (">=", 5, None)),
    ("count", "point_in_time"): (("<=", 4, None), (">=", 5, None)),
    ("ratio", "point_in_time"): ((">=", 60, None), (">=", 100, None), ("<", 20, None)),
    ("yes_no", "point_in_time"): (("done", None, None),),
}
"""What may be wanted of what is counted in one way."""


@st.composite
def measures(draw: Any, code: str) -> Measure:
    """Return a measure: any way of counting with a bar that fits it, due this year or in 2030, of no supplier, one or two."""
    kind, over_time = draw(st.sampled_from([*BARS]))
    comparator, value, of_kind = draw(st.sampled_from(BARS[kind, over_time]))
    words, parts = Text("Việc", "Thing"), {"numerator": Text("Tử số", "Above"), "denominator": Text("Mẫu số", "Below")}
    definition = Definition(f"thing/{code}", words, kind, "people", over_time, CHILDREN, **(parts if kind == "ratio" else {}))
    due = draw(st.sampled_from([date(2026, 12, 31), date(2030, 12, 31)]))
    owners = draw(st.sampled_from([(), ("a",), ("a", "b")]))
    target = Target(comparator, value, "chữ in", kind=of_kind, due=due)
    return Measure(code, words, definition, target, SOURCE, tuple(Responsibility(unit, "implement", reports=True) for unit in owners))


@st.composite
def plans(draw: Any) -> Plan:
    """Return a plan of up to three measures, with a report due on some day, one on cases, and one without a day."""
    found = [draw(measures(str(number))) for number in range(1, draw(st.integers(1, 3)) + 1)]
    day = draw(st.sampled_from(["06-09", "11-24", "12-09", "12-20"]))
    period = "half-year" if day < "07" else "year"
    cases = [one.code for one in found if one.definition.kind == "count"]
    duties = [
        Duty("dated", "dated", "hằng năm", SOURCE, draw(st.sampled_from([("a",), ("a", "b"), ()])), period=period, last_day=day, last_day_in="year"),
        Duty("undated", "undated", "định kỳ", SOURCE, ("a", "b"), period="year"),
    ]
    if cases:
        duties.append(Duty("case", "on_event", "kịp thời", SOURCE, ("a",), measures=tuple(cases)))
    window, end = draw(st.sampled_from([ADMINISTRATIVE, CALENDAR])), draw(st.sampled_from([date(2026, 12, 31), date(2030, 12, 31)]))
    return plan_with(*found, place=VAN_SON, end=end, units=UNITS, duties=tuple(duties), window=window)


@frozen
class Act:
    """Something recorded on a day: a figure or a letter."""

    day: date
    what: Figure | Sending


@st.composite
def acts(draw: Any, plan: Plan) -> list[Act]:
    """Return figures and letters over the year, as they may be recorded: of periods begun, to no later day than that they are recorded on."""
    found: list[Act] = []
    for number in range(draw(st.integers(2, 9))):
        day = FIRST + timedelta(days=draw(st.integers(0, (LAST - FIRST).days)))
        if draw(st.integers(0, 3)) == 0:
            unit, year = draw(st.sampled_from(["a", "b", ""])), plan.window.parse(draw(st.sampled_from(["2026", "2026-S1"])))
            duty = draw(st.sampled_from([duty.id for duty in plan.duties]))
            found.append(Act(day, Sending("submit", plan.id, duty, "07621", unit, year, f"{number}/BC", day)))
            continue
        measure = draw(st.sampled_from(plan.measures))
        period = plan.window.parse(draw(st.sampled_from(["2026", "2026-S1", "2026-Q1", "2026-Q4", "2026-02", "2027"])))
        unit = draw(st.sampled_from(["", *(share.unit for share in measure.owners if len(measure.owners) > 1)]))
        if period.start <= day and plan.covers(measure, period):
            state = draw(st.sampled_from(["estimated", "provisional"] if day <= period.end else ["estimated", "provisional", "final"]))
            until = min(day, period.end) if draw(st.booleans()) else max(period.start, min(day, period.end) - timedelta(days=20))
            found.append(Act(day, Figure(measure.definition.key, "07621", unit, period, until, state=state, **_counts(draw, measure))))
    return sorted(found, key=lambda act: act.day)


def _counts(draw: Any, measure: Measure) -> dict[str, Any]:
    if measure.definition.kind == "yes_no":
        return {"yes": draw(st.booleans())}
    if measure.definition.kind == "ratio":
        below = draw(st.integers(0, 8))
        return {"numerator": draw(st.integers(0, below)), "denominator": below}
    return {"value": draw(st.integers(0, 8))}


def known(done: list[Act]) -> Known:
    """Return what is known once some acts are done: the latest revision of every figure, and all letters."""
    figures, letters = [], []
    for number, act in enumerate(done, start=1):
        if isinstance(act.what, Figure):
            figures.append(evolve(act.what, revision=number))
        else:
            letters.append(evolve(act.what, revision=number))
    latest = {figure.key: figure for figure in figures}
    since = done[0].day if done else None
    return Known(tuple(latest.values()), sendings=tuple(letters), journal=tuple(figures) if letters else (), since=since)


def look(plan: Plan, done: list[Act], day: date) -> Seen:
    """Return what is seen of a plan on a day."""
    judged = judge_plan(plan, known(done), day)
    found = tuple(FoundBy(check, finding, plan.id) for check in EVERY_PLAN for finding in check.findings(judged))
    return seen(day, [CheckedPlan(judged, found)], (), owing([judged], Calendar(), day))


def days(plan: Plan, done: list[Act]) -> list[date]:
    """Return the days on which something may change by itself, each with the day before and after it, and those of the acts."""
    ends = [date(2026, 6, 9), date(2026, 6, 14), date(2026, 6, 30), date(2026, 11, 24), date(2026, 12, 9), date(2026, 12, 14), date(2026, 12, 20)]
    turns = [*ends, date(2026, 1, 1), date(2026, 12, 31), *(date(2026, month, 15) for month in range(1, 13)), date(2027, 2, 1)]
    near = {day + timedelta(days=more) for day in (*turns, *(act.day for act in done)) for more in (-1, 0, 1)}
    return sorted(day for day in near if FIRST <= day <= LAST)


@settings(max_examples=60)
@given(st.data())
def test_a_year_of_any_plan(data: st.DataObject) -> None:
    """No verdict improves without a figure, no report is late by typing, and nothing urgent goes by itself, or is owed by nobody."""
    plan = data.draw(plans())
    coming = data.draw(acts(plan))
    done: list[Act] = []
    yesterday: Seen | None = None
    for day in days(plan, coming):
        morning = look(plan, done, day)
        if yesterday is not None:
            assert improved(yesterday, morning) == []
            assert vanished(yesterday, morning) == []
        assert not_owed(morning) == []
        yesterday = morning
        for act in [act for act in coming if act.day == day]:
            before, done = yesterday, [*done, act]
            yesterday = look(plan, done, day)
            if isinstance(act.what, Figure):
                assert late_by_typing(before, yesterday) == []
