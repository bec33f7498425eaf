"""The bars of the four child-labour plans are those of their documents, and so are the days they fall due."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest
from planmonitor import Measure, Plan, Target
from planmonitor.testing import load_plugin

PLUGIN = load_plugin("child_labour")
KON_TUM, NATIONAL, THANH_TRI, VAN_SON = PLUGIN.plans
PLANS = (VAN_SON, THANH_TRI, KON_TUM, NATIONAL)
EVERY_BAR = [(plan, measure, target) for plan in PLANS for measure in plan.measures for target in measure.targets]

every_plan = pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.id)
every_bar = pytest.mark.parametrize(("plan", "measure", "target"), EVERY_BAR, ids=[plan.measure_id(measure) for plan, measure, _ in EVERY_BAR])


# Rule 2: the words decide the comparator

WORDS = (
    # Zero first: "duy trì không để xảy ra" holds "duy trì" too. The last two are the Kon Tum plan's own way to say none.
    (r"duy trì không|không để xảy ra|không tham gia|không sử dụng", "=="),
    (r"duy trì, tăng", "maintain"),
    (r"\bdưới\b", "<"),
    (r"không quá|giảm (… )?xuống", "<="),
    (r"\btrên\b", ">"),
    (r"trở lên|ít nhất|tối thiểu", ">="),
    (r"^\d+(,\d+)? ?%$", ">="),
    (r"giảm tối đa|giảm đến mức thấp nhất", "decrease"),
)
"""Which words as printed ask for which comparator, the first that fits deciding."""

QUALIFIER = re.compile(r"(trên|dưới|ít nhất|tối thiểu|không quá|khoảng|tăng lên|giảm xuống|giảm còn)\s*$", re.IGNORECASE)


def comparator_of(wording: str) -> str | None:
    """Return the comparator that words as printed ask for, or None where they ask for none."""
    return next((comparator for words, comparator in WORDS if re.search(words, wording.lower())), None)


@every_bar
def test_the_figure_printed_is_the_bar(plan: Plan, measure: Measure, target: Target) -> None:
    """The bar is the very figure of its wording, exact; a zero target has none printed and its bar is 0."""
    printed = re.search(r"\d+(?:,\d+)?", target.wording)

    if printed:
        assert target.value == Decimal(printed.group().replace(",", "."))
        assert not isinstance(target.value, float)
    else:
        assert target.value == (0 if target.comparator == "==" else None)


@every_bar
def test_a_bare_percentage_is_bare_in_its_sentence(plan: Plan, measure: Measure, target: Target) -> None:
    """No bar is quoted without a word before or behind it that would change its comparator."""
    if re.fullmatch(r"\d+(,\d+)? ?%", target.wording):
        clause = measure.source.clause
        for found in re.finditer(rf"(?<![\d,]){re.escape(target.wording)}", clause):
            assert not QUALIFIER.search(clause[: found.start()])
            assert not re.match(r"\s*trở lên", clause[found.end() :])


@every_bar
def test_none_may_occur_is_a_zero_target(plan: Plan, measure: Measure, target: Target) -> None:
    """Every bar of "none" is of the kind that one case breaks, and no other bar is."""
    assert (target.comparator == "==") == (target.kind == "zero_incident")


def test_the_same_rate_has_its_own_bar_in_every_plan() -> None:
    """One definition of the child-labour rate carries below 4 %, below 1 %, zero, and at most 4,9 %."""
    bars = [
        (target.comparator, target.value)
        for plan in PLANS
        for measure in plan.measures
        for target in measure.targets
        if measure.definition.key == "child-labour/rate" and measure.scope == "target"
    ]

    assert bars == [("<", 4), ("<", 1), ("==", 0), ("<=", Decimal("4.9"))]


@pytest.mark.parametrize(
    ("plan", "bars"),
    [
        (
            VAN_SON,
            {
                "1": "< 4",
                "2": ">= 100",
                "3": "> 90",
                "4a": ">= 90",
                "4b": ">= 70",
                "5": ">= 70",
                "6": ">= 90",
                "7a": ">= 100",
                "7b": ">= 70",
                "8": ">= 90",
            },
        ),
        (
            THANH_TRI,
            {
                "1.1": "< 1",
                "1.2": ">= 100",
                "1.3": ">= 90",
                "2.1a": ">= 90",
                "2.1b": ">= 80",
                "2.2": ">= 85",
                "2.3": ">= 90",
                "3.1a": ">= 90",
                "3.1b": ">= 100",
                "3.1c": ">= 90",
                "3.2a": ">= 90",
                "3.2b": ">= 70",
            },
        ),
        (
            KON_TUM,
            {
                "1.1a": "== 0",
                "1.1b": "== 0",
                "1.2": ">= 100",
                "1.3": "> 90",
                "2.1a": ">= 90",
                "2.1b": ">= 70",
                "2.2": ">= 70",
                "2.3": ">= 90",
                "3.1a": ">= 90",
                "3.1b": ">= 80",
                "3.2a": ">= 90",
                "3.2b": ">= 70",
            },
        ),
        (NATIONAL, {"1": "<= 4.9", "2": ">= 100", "3": "> 90", "4": ">= 90", "5": ">= 70", "6": ">= 70", "7": ">= 90"}),
    ],
    ids=lambda value: value.id if isinstance(value, Plan) else None,
)
def test_the_bars_of_each_plan_are_those_of_its_document(plan: Plan, bars: dict[str, str]) -> None:
    """Read once more by hand from the document: every bar of the plan's targets."""
    found = {measure.code: f"{measure.targets[0].comparator} {measure.targets[0].value}" for measure in plan.measures if measure.scope == "target"}

    assert found == bars


@every_plan
def test_especially_is_a_subset_and_never_a_second_target(plan: Plan) -> None:
    """A line that says "đặc biệt" has a breakdown for whom it means, of the kind that need not add up."""
    for indicator in plan.indicators:
        if "đặc biệt" in indicator.text and indicator.measures[0].scope == "target":
            kinds = [breakdown.kind for measure in indicator.measures for breakdown in measure.definition.breakdowns if breakdown.key == "especially"]
            assert kinds, indicator.code
            assert set(kinds) == {"subset"}


# Due dates


def test_the_targets_of_van_son_fall_due_in_2030() -> None:
    """The heading of Vân Sơn's targets prints the year 2030, and so does every target."""
    assert {measure.targets[0].due for measure in VAN_SON.measures if measure.scope == "target"} == {date(2030, 12, 31)}


def test_the_targets_of_kon_tum_fall_due_in_2025() -> None:
    """The heading of the Kon Tum plan's targets prints the year 2025, and so does every target."""
    assert {measure.targets[0].due for measure in KON_TUM.measures if measure.scope == "target"} == {date(2025, 12, 31)}


@pytest.mark.parametrize("plan", [THANH_TRI, NATIONAL], ids=lambda plan: plan.id)
def test_where_no_date_is_printed_the_due_date_is_the_end_of_the_plan_and_derived(plan: Plan) -> None:
    """Targets without a printed date carry none of their own: theirs is derived from the last day of the plan."""
    targets = [measure.targets[0] for measure in plan.measures if measure.scope == "target"]

    assert {target.due for target in targets} == {None}
    assert {plan.due(target) for target in targets} == {date(2025, 12, 31)}


@every_plan
def test_the_orientation_falls_due_in_2030(plan: Plan) -> None:
    """Every orientation is due at the end of 2030, beyond the plan's own period, and is no target of the plan."""
    orientations = [measure for measure in plan.measures if measure.scope == "orientation"]

    assert {measure.targets[0].due for measure in orientations} <= {date(2030, 12, 31)}
    assert bool(orientations) == (plan is not VAN_SON)


@every_plan
def test_no_plan_invents_a_milestone_or_a_base_figure(plan: Plan) -> None:
    """None of the documents sets a yearly bar or prints a base figure, so none stands in the plans."""
    assert [measure.code for measure in plan.measures for target in measure.targets if target.milestones or target.baseline is not None] == []
