"""Each rule of a status alone: what it looks at, and that it leaves to the next what is not its own (docs/domain.md, section 4)."""

from datetime import date
from fractions import Fraction

import pytest
from attrs import evolve
from planmonitor import CALENDAR, Baseline, Definition, Document, Figure, Measure, Milestone, Target, Text
from planmonitor.assessment import rules
from planmonitor.assessment.counted import Counted, bars_of, comparator_of, held_against
from planmonitor.assessment.rollup import WHOLE_PLACE, Evidence, judged_year, roll_up
from planmonitor.assessment.values import Part
from planmonitor.model.definitions import DIVIDED, KINDS
from support.rules import plan_with

SOURCE, WORDS = Document(Text("Kế hoạch", "Plan"), "UBND xã").at("mục I", "Nguyên văn"), Text("Việc", "Thing")
IN_TIME, LATE = date(2028, 6, 30), date(2031, 2, 1)


def definition_of(kind="ratio", over_time="point_in_time"):
    return Definition("thing/counted", WORDS, kind, "cases", over_time, WORDS, **({name: WORDS for name in KINDS[kind].fields if name in DIVIDED}))


def had(year, above=None, below=None, value=None, **more):
    period = CALENDAR.year(year)
    return Figure("thing/counted", "P", "", period, period.end, numerator=above, denominator=below, value=value, **more)


def evidence_of(*figures, target=None, definition=None, on=IN_TIME, parts=(WHOLE_PLACE,)):
    target = target or Target(">=", 90, "ít nhất 90%")
    measure = Measure("1", WORDS, definition or definition_of(), target, SOURCE)
    plan = plan_with(measure)
    return Evidence(plan, measure, "1", target, on, judged_year(figures, plan, measure, on), parts, figures)


def counted_of(*figures, **more):
    evidence = evidence_of(*figures, **more)
    bar, milestone = bars_of(evidence, None)
    return Counted(evidence, held_against(roll_up(evidence, evidence.judged_year)), bar, milestone)


def status(verdict):
    return None if verdict is None else verdict[0]


def test_a_year_that_is_not_assessed():
    """Line a looks at the year alone: in a year of assessment only its own figure is judged, and that verdict stands until a later figure."""
    target = Target(">=", 90, "ít nhất 90%", assessed_years=(2027, 2029))
    on = {year: date(year, 3, 1) for year in range(2026, 2031)}

    def found(figure, day):
        return status(rules.not_assessed(evidence_of(figure, target=target, on=day)))

    assert [found(had(2026, 1, 2), on[2026]), found(had(2026, 1, 2), on[2027]), found(had(2026, 1, 2), on[2028])] == [
        "not_assessed",
        "no_data",
        "not_assessed",
    ]
    assert [found(had(2027, 1, 2), on[2027]), found(had(2027, 1, 2), on[2028]), found(had(2027, 1, 2), on[2029])] == [None, None, "no_data"]
    assert [found(had(2029, 1, 2), on[2029]), found(had(2029, 1, 2), on[2030]), found(had(2028, 1, 2), on[2028])] == [None, None, "not_assessed"]
    assert rules.not_assessed(evidence_of(had(2027, 1, 2))) is None


def test_a_year_of_assessment_is_a_calendar_year():
    """In the days from 15 December on, when the next reporting year runs, the next year of assessment has not begun."""
    target = Target(">=", 90, "ít nhất 90%", assessed_years=(2027,))
    late = evidence_of(had(2026, 1, 2), target=target, on=date(2026, 12, 20))

    assert status(rules.not_assessed(late)) == "not_assessed"
    assert status(rules.not_assessed(evolve(late, as_of=date(2027, 1, 1)))) == "no_data"


def test_a_zero_target_that_is_broken():
    """Line b looks at zero targets, and at nothing else."""
    zero, definition = Target("==", 0, "không để xảy ra", kind="zero_incident"), definition_of("count", "count")

    assert [status(rules.broken(counted_of(had(2027, value=number), target=zero, definition=definition))) for number in (0, 2)] == [None, "not_met"]
    assert rules.broken(counted_of(had(2027, 1, 2))) is None


def test_a_figure_that_is_too_old():
    """Line c: the due period is over and has no figure."""
    assert status(rules.outdated(counted_of(had(2029, 9, 10), on=LATE))) == "no_data"
    assert rules.outdated(counted_of(had(2030, 9, 10), on=LATE)) is None


def test_parts_that_are_missing():
    """Line d: a part without a figure."""
    parts = (Part("a", Text("Đơn vị A", "Unit A")), Part("b", Text("Đơn vị B", "Unit B")))
    verdict = rules.incomplete(counted_of(evolve(had(2027, 1, 2), unit="a"), parts=parts))

    assert status(verdict) == "incomplete"
    assert "missing: Unit B" in str(verdict[1])
    assert rules.incomplete(counted_of(had(2027, 1, 2))) is None


def test_nobody_and_nothing_to_count():
    """Line e: a denominator of 0."""
    assert [status(rules.no_case(counted_of(had(2027, 0, below)))) for below in (0, 5)] == ["no_case", None]


@pytest.mark.parametrize(
    ("target", "said"),
    [
        (Target("increase", None, "tăng", kind="increase", same_period=True), "same period of the year before"),
        (Target("increase", None, "tăng", kind="increase", baseline=Baseline(2020)), "base year 2020 is missing"),
        (Target("increase", None, "tăng", kind="increase"), "sets no figure to reach"),
    ],
)
def test_nothing_to_hold_it_against(target, said):
    """Line f says what is wanting."""
    counted = counted_of(had(2027, 1, 2), target=target)

    assert counted.bar is None
    assert status(rules.trend_only(counted)) == "trend_only"
    assert said in str(rules.trend_only(counted)[1])


def test_a_flow_bounded_above_stays_open_until_its_year_is_over():
    """Line g."""
    most, deaths = Target("<=", 4, "không quá 04"), definition_of("count", "count")

    assert status(rules.flow_open(counted_of(had(2028, value=3), target=most, definition=deaths))) == "in_progress"
    assert status(rules.flow_open(counted_of(had(2027, value=3), target=most, definition=deaths))) is None


def test_a_bar_that_is_reached_or_missed():
    """Lines h, i and k: 90 of 100 reach the bar of 90%, 89 do not, and that counts from the day after the due date."""
    reached, short, late = counted_of(had(2027, 90, 100)), counted_of(had(2027, 89, 100)), counted_of(had(2030, 89, 100), on=LATE)

    assert [status(rules.met(counted)) for counted in (reached, short)] == ["met", None]
    assert [status(rules.not_met(counted)) for counted in (short, late)] == [None, "not_met"]
    assert status(rules.in_progress(short)) == "in_progress"


@pytest.mark.parametrize(("milestone", "expected"), [(80, "on_track"), (89, "behind"), (None, None)])
def test_a_milestone_that_is_due(milestone, expected):
    """Line j looks at the milestone alone."""
    milestones = () if milestone is None else (Milestone(date(2027, 12, 31), milestone, SOURCE),)

    assert status(rules.milestone_due(counted_of(had(2027, 85, 100), target=Target(">=", 90, "ít nhất 90%", milestones=milestones)))) == expected


def test_the_first_rule_that_applies_decides():
    """A measure with parts missing and a bar reached is incomplete: d stands before h."""
    parts = (Part("a", WORDS), Part("b", WORDS))

    assert status(rules.verdict(counted_of(evolve(had(2027, 95, 100), unit="a"), parts=parts))) == "incomplete"
    assert status(rules.verdict(counted_of(had(2027, 95, 100)))) == "met"


@pytest.mark.parametrize(
    ("target", "comparator"),
    [
        (Target(">=", 90, "ít nhất 90%"), ">="),
        (Target(">=", None, "đạt", value_from="class"), None),
        (Target("done", None, "hoàn thành"), ">="),
        (Target("maintain", None, "duy trì", kind="maintain", worse="higher", baseline=Baseline(2020)), "<="),
        (Target("decrease", None, "giảm", kind="decrease"), "<"),
        (Target(None, None, "tổ chức"), None),
    ],
)
def test_a_target_says_which_side_of_its_bar_is_wanted(target, comparator):
    """Rule 2, for those whose words name no bound too."""
    assert comparator_of(target) == comparator


def test_a_fall_is_held_against_the_figure_of_the_base_year():
    """A fall by 20 % against 50 per cent is a bar of 40 per cent, and its milestone of 10 % one of 45."""
    milestones = (Milestone(date(2027, 12, 31), -10, SOURCE),)
    target = Target("<=", -20, "giảm 20%", kind="relative_change", baseline=Baseline(2020, 1, 2, SOURCE), milestones=milestones)

    assert comparator_of(target) == "<="
    assert bars_of(evidence_of(had(2027, 1, 2), target=target), None) == (Fraction(40), Fraction(45))


@pytest.mark.parametrize("kind", KINDS)
def test_what_follows_from_a_kind_stands_once(kind):
    """Rule 1: what is recorded, per how many, and in which unit."""
    definition = definition_of(kind)

    assert definition.divided == (definition.fields == DIVIDED) == (definition.per > 1)
    assert (definition.measured_in, definition.is_percentage) == (KINDS[kind].unit or "cases", definition.per == 100)
