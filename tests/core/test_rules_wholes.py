"""A whole beside its parts: the figure of a group, or of the place, stands for them until one of them reports its days (section 4)."""

from datetime import date

import pytest
from attrs import evolve
from planmonitor.assessment.known import Known
from planmonitor.assessment.plans import judge_plan
from planmonitor.assessment.records import MemberUnit
from support.rules import FLOW, OPEN, RATIO, VAN_SON, ZERO, bar, counted, had, plan_of

MEMBERS = tuple(MemberUnit(name, f"Trường {name}", VAN_SON.code, date(2026, 1, 1), "schools") for name in ("school-1", "school-2"))
AFTER_THE_YEAR = date(2027, 2, 1)


def of(unit, period, number, below=None):
    """Return a figure of the group, of a school of it, or of the place."""
    below = (number, below) if below else ()
    return had(period, *below, value=None if below else number, unit=unit)


def judged(definition, target, *figures, on=AFTER_THE_YEAR, owners=("schools",)):
    return judge_plan(plan_of(definition, target, owners, group=len(owners) == 1), Known(figures, MEMBERS if len(owners) == 1 else ()), on).measures[
        0
    ]


YEAR = of("schools", "2026", 640, 655)


@pytest.mark.parametrize(
    ("figures", "expected", "parts"),
    [
        ((YEAR, of("school-1", "2026-S1", 100, 310)), (640, 655), ["schools"]),
        ((YEAR, of("school-1", "2026-S2", 100, 310)), (640, 655), ["schools"]),
        ((YEAR, of("school-1", "2026", 100, 310)), (100, 310), ["school-1", "school-2"]),
        ((YEAR, of("school-1", "2026", 100, 310), of("school-2", "2026", 200, 345)), (300, 655), ["school-1", "school-2"]),
        ((of("schools", "2026-S1", 600, 650), of("school-1", "2026", 100, 310)), (100, 310), ["school-1", "school-2"]),
        ((of("schools", "2026-S1", 600, 650), of("school-1", "2026-S2", 100, 310)), (100, 310), ["school-1", "school-2"]),
        ((of("schools", "2026-S2", 600, 650), of("school-1", "2026-S1", 100, 310)), (600, 650), ["schools"]),
    ],
)
def test_the_figure_of_a_group_stands_until_a_member_reports_its_days_or_later_ones(figures, expected, parts):
    """A share of the last day: the longer period replaces the shorter, the later day the earlier, and the two are never added."""
    found = judged(RATIO, bar(">=", 90), *figures)
    assert found.value is not None
    assert (found.value.numerator, found.value.denominator) == expected
    assert [part.unit for part in found.parts] == parts


@pytest.mark.parametrize(
    ("figures", "total", "status", "missing"),
    [
        # The group tells of the first half, its schools of the second.
        ((of("schools", "2026-S1", 10), of("school-1", "2026-S2", 5), of("school-2", "2026-S2", 4)), 19, "met", []),
        ((of("schools", "2026-S1", 10), of("school-1", "2026-S2", 5)), 15, "incomplete", ["school-2"]),
        ((of("schools", "2026-S2", 10), of("school-1", "2026-S1", 5), of("school-2", "2026-S1", 4)), 19, "met", []),
        # A school that tells of days of the group's adds nothing to them.
        ((of("schools", "2026-S1", 10), of("school-1", "2026-Q1", 5), of("school-1", "2026-S2", 1), of("school-2", "2026-S2", 4)), 15, "met", []),
        ((of("schools", "2026-S1", 10), of("school-1", "2026-Q4", 5), of("school-2", "2026-Q4", 4)), 19, "incomplete", []),
    ],
)
def test_of_what_adds_up_the_group_and_its_members_tell_each_of_their_own_days(figures, total, status, missing):
    found = judged(FLOW, bar(">=", 10), *figures)
    assert found.value is not None
    assert (found.value.value, found.status, [part.unit for part in found.missing]) == (total, status, missing)
    gaps = ["2026-Q3"] if status == "incomplete" and not missing else []
    assert [gap.id for gap in found.value.gaps] == gaps


@pytest.mark.parametrize(
    ("group", "school", "total"),
    [(of("schools", "2026", 0), of("school-1", "2026-S1", 1), 1), (of("schools", "2026-S1", 2), of("school-1", "2026", 0), 2)],
)
def test_a_case_is_not_replaced_by_a_longer_period_that_tells_of_none(group, school, total):
    """What must not occur: the case of a school breaks the year of which its group says none, and that of the group the school's."""
    found = judged(FLOW, ZERO, group, school)
    assert found.value is not None
    assert (found.status, found.value.value) == ("not_met", total)


def test_the_same_cases_told_by_the_group_and_by_a_school_are_not_added():
    found = judged(FLOW, ZERO, of("schools", "2026", 2), of("school-1", "2026-S1", 1))
    assert found.value is not None
    assert (found.status, found.value.value) == ("not_met", 2)


def test_of_a_rate_the_population_of_two_halves_is_not_added():
    """5 of the group's 1,000 in the first half and 3 of its schools' 1,000 in the second are 8 of 1,000."""
    rate = counted("rate", "count")
    figures = (of("schools", "2026-S1", 5, 1000), of("school-1", "2026-S2", 1, 400), of("school-2", "2026-S2", 2, 600))
    for one in (figures, (evolve(figures[0], period=figures[1].period), *(evolve(item, period=figures[0].period) for item in figures[1:]))):
        found = judged(rate, bar("<=", 900), *one)
        assert found.value is not None
        assert (found.value.numerator, found.value.denominator, found.missing) == (8, 1000, ())


@pytest.mark.parametrize(("period", "expected"), [("2026-S1", (640, 655)), ("2026", (100, 310))])
def test_the_figure_of_the_place_stands_for_the_units_it_was_divided_among(period, expected):
    """Two offices answer for it since: until one of them reports the year, what was recorded of the place is the figure of the year."""
    found = judged(RATIO, bar(">=", 90), of("", "2026", 640, 655), of("a", period, 100, 310), owners=("a", "b"))
    assert found.value is not None
    assert (found.value.numerator, found.value.denominator) == expected


def test_in_an_open_year_the_group_tells_up_to_the_day_of_its_figure():
    """A school's first quarter does not take away the half-year of its group."""
    found = judged(FLOW, bar(">=", 10), of("schools", "2026-S1", 12), of("school-1", "2026-Q1", 5), on=OPEN)
    assert found.value is not None
    assert (found.value.value, found.value.until, found.value.gaps) == (12, date(2026, 6, 30), ())
