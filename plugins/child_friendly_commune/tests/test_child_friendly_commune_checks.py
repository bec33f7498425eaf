"""Each check of the scorecard finds what it looks for, is silent where nothing is wrong, and says when it cannot tell."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal

import pytest
from planmonitor import Figure, Finding, JudgedPlan, Known, Plan, judge_plan
from planmonitor.testing import figure_of, load_plugin, settle

PLUGIN = load_plugin("child_friendly_commune")
(PLAN,) = PLUGIN.plans
CHECKS = {check.id.removeprefix("child-friendly-commune/"): check for check in PLUGIN.checks}
NUMBERS = tuple(str(number) for number in range(1, 14))
OPEN = ("2", "3", "4", "5", "8", "9", "10", "11", "12", "13")
VIETNAMESE = re.compile(r"[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.IGNORECASE)

# Maxima of a made-up table of points, for tests only: with 100, 125 and 50 they add up to 975.
MAXIMA = {"1": 100, "6": 125, "7": 50} | dict.fromkeys(OPEN, 70)
NAMED = {f"maximum-{code}": 70 for code in OPEN}
CHOSEN = settle(PLAN, answers={**NAMED, "commune-class": "other"})


def points(code: str, value: int | Decimal, year: int = 2027) -> Figure:
    """Return the points of one criterion in one year."""
    return figure_of(PLAN, code, value, str(year))


def full_but(lacking: dict[str, int | Decimal] | None = None, year: int = 2027) -> list[Figure]:
    """Return full points for every criterion, less what some lack."""
    return [points(code, MAXIMA[code] - (lacking or {}).get(code, 0), year) for code in NUMBERS]


def looked(name: str, *figures: Figure, plan: Plan = CHOSEN, on: date = date(2027, 12, 20)) -> list[Finding]:
    """Run one check on the plan judged on a day; hold every finding against what all findings must be, and return them."""
    judged_plan: JudgedPlan = judge_plan(plan, Known(tuple(figures)), on)
    findings = list(CHECKS[name].look(judged_plan))
    for finding in findings:
        assert finding.source in {measure.source for measure in plan.measures}
        assert set(finding.measures) <= {plan.measure_id(measure) for measure in plan.measures}
        assert VIETNAMESE.search(finding.message.vi)
        assert not VIETNAMESE.search(finding.message.en)
    return findings


def codes(finding: Finding) -> list[str]:
    """Return the codes of the measures a finding concerns."""
    return [name.rsplit("/", 1)[1] for name in finding.measures]


# All checks


def test_what_blocks_recognition_is_looked_for_first() -> None:
    """Three checks, with the severities its page describes, the veto before all others."""
    assert [(name, check.severity) for name, check in CHECKS.items()] == [
        ("criterion-at-zero", "error"),
        ("maximum-open", "error"),
        ("nearest-points", "notice"),
    ]


@pytest.mark.parametrize("name", CHECKS)
@pytest.mark.parametrize("on", [date(2020, 1, 1), date(2026, 6, 30), date(2027, 11, 15), date(2031, 1, 1)], ids=str)
def test_without_any_figure_no_check_is_silent(name: str, on: date) -> None:
    """Silence means looked, nothing found: as the document has it every check says that it cannot be judged yet."""
    assert [finding.state for finding in looked(name, plan=PLAN, on=on)] == ["not_judged"]


# child-friendly-commune/criterion-at-zero


def test_criteria_at_zero_are_found_in_the_order_of_the_document() -> None:
    """However high the total, each criterion at zero is an error of its own, with its clause."""
    third, fifth = looked("criterion-at-zero", *full_but({"5": 70, "3": 70}))

    assert (codes(third), codes(fifth)) == (["3"], ["5"])
    assert (third.state, third.severity) == ("found", None)
    assert "không có tiêu chí nào bị 0 điểm" in third.source.clause
    assert "Trẻ em bị xâm hại" in third.message.vi
    assert "2027" in third.message.vi


def test_half_a_point_is_not_zero() -> None:
    """A criterion with any point at all does not block."""
    assert looked("criterion-at-zero", *full_but({"3": Decimal("69.5")})) == []


def test_a_zero_needs_no_maximum_to_be_found() -> None:
    """The veto is told as soon as the zero is recorded, though maxima, class and the other points are missing."""
    found, unknown = looked("criterion-at-zero", points("5", 0), plan=PLAN)

    assert (found.state, codes(found)) == ("found", ["5"])
    assert (unknown.state, codes(unknown)) == ("not_judged", [code for code in NUMBERS if code != "5"])


@pytest.mark.parametrize(("year", "severity"), [(2026, "warning"), (2027, None), (2028, "warning"), (2029, None)])
def test_a_zero_outside_the_years_of_assessment_is_a_warning(year: int, severity: str | None) -> None:
    """A trial scoring blocks nothing yet: the zero warns."""
    [finding] = looked("criterion-at-zero", *full_but({"3": 70}, year), on=date(year, 12, 20))

    assert finding.severity == severity


def test_a_zero_that_was_mended_is_silence() -> None:
    """The latest scoring counts: a zero of 2027 is over once 2029 has points."""
    assert looked("criterion-at-zero", *full_but({"3": 70}), *full_but(year=2029), on=date(2029, 12, 20)) == []


# child-friendly-commune/maximum-open


def test_the_open_maxima_are_named_with_their_questions() -> None:
    """Of ten open maxima nine are left when the place has named one; the check says which, and which questions they are."""
    plan = settle(PLAN, answers={"maximum-2": 70})

    [finding] = looked("maximum-open", plan=plan)

    assert finding.state == "not_judged"
    assert codes(finding) == [code for code in OPEN if code != "2"]
    assert finding.questions == tuple(f"maximum-{code}" for code in OPEN if code != "2")


def test_with_every_maximum_named_the_check_is_silent() -> None:
    """All maxima known and no points above them, a full score included: looked, nothing found."""
    assert looked("maximum-open") == []
    assert looked("maximum-open", *full_but()) == []


def test_points_recorded_before_the_maximum_was_known_are_found_above_it() -> None:
    """71 points taken while the maximum was open are an error once it turns out to be 70."""
    [finding] = looked("maximum-open", *full_but({"4": -1}))

    assert (finding.state, codes(finding)) == ("found", ["4"])
    assert "71" in finding.message.vi
    assert "70" in finding.message.vi


# child-friendly-commune/nearest-points


def test_the_smallest_gaps_that_make_up_the_shortfall_are_listed_cheapest_first() -> None:
    """835 of 850: 15 are lacking; gaps of 4 and 6 do not make them up, with 20 they do, and 50 and 60 are left out."""
    [finding] = looked("nearest-points", *full_but({"1": 50, "2": 20, "6": 60, "7": 4, "9": 6}))

    assert (finding.state, codes(finding)) == ("found", ["TD", "7", "9", "2"])
    assert finding.message.en.startswith("The total is 835, 15 short of 850.")
    assert "7 (4), 9 (6), 2 (20)." in finding.message.vi
    assert "850 điểm trở lên" in finding.source.clause


def test_no_criterion_is_listed_beyond_what_is_lacking() -> None:
    """835 of 850: gaps of 5 and 10 make up the 15 exactly, and no third criterion is named."""
    [finding] = looked("nearest-points", *full_but({"1": 75, "2": 10, "6": 50, "7": 5}))

    assert codes(finding) == ["TD", "7", "2"]


def test_halves_that_add_up_leave_no_zeros_behind() -> None:
    """Two gaps of 63,5 make 848, and it is written so."""
    [finding] = looked("nearest-points", *full_but({"1": Decimal("63.5"), "6": Decimal("63.5")}))

    assert finding.message.vi.startswith("Tổng điểm 848, còn thiếu 2 điểm so với mức 850.")


def test_maxima_that_just_reach_the_mark_are_not_doubted() -> None:
    """Maxima that add up to 850 exactly can reach it: all criteria short of full points are listed."""
    exact = settle(PLAN, answers={**dict.fromkeys(NAMED, 57), "maximum-13": 62, "commune-class": "other"})
    figures = [points(code, 40) for code in NUMBERS]

    [finding] = looked("nearest-points", *figures, plan=exact)

    assert (finding.severity, len(codes(finding))) == (None, 14)


def test_gaps_of_one_size_stand_in_the_order_of_the_document() -> None:
    """848 of 850: among equal gaps the first of the document will do."""
    [finding] = looked("nearest-points", *full_but({"6": 67, "10": 30, "4": 30}))

    assert codes(finding) == ["TD", "4"]


def test_part_of_a_point_is_not_rounded_away() -> None:
    """849.5 of 850 lacks half a point, written as people of each language write it."""
    [finding] = looked("nearest-points", *full_but({"1": 75, "6": Decimal("50.5")}))

    assert "thiếu 0,5 điểm" in finding.message.vi
    assert "0.5 short" in finding.message.en


def test_a_total_at_its_mark_is_silence() -> None:
    """850 of 850: nothing is lacking."""
    assert looked("nearest-points", *full_but({"1": 75, "6": 50})) == []


def test_the_mark_is_that_of_the_class() -> None:
    """850 points are enough for one class and 50 short for another."""
    ward = settle(PLAN, answers={**NAMED, "commune-class": "central-city-ward"})

    [finding] = looked("nearest-points", *full_but({"1": 75, "6": 50}), plan=ward)

    assert "50 short of 900" in finding.message.en


def test_maxima_that_cannot_reach_the_mark_are_doubted() -> None:
    """Where even full points everywhere lie below the mark a maximum must be wrong, and the check warns."""
    low = settle(PLAN, answers={**dict.fromkeys(NAMED, 50), "commune-class": "other"})
    figures = [points(code, 40) for code in NUMBERS]

    [finding] = looked("nearest-points", *figures, plan=low)

    assert (finding.state, finding.severity, codes(finding)) == ("found", "warning", ["TD"])


@pytest.mark.parametrize(
    ("plan", "figures", "missing"),
    [
        (settle(PLAN, answers=NAMED), full_but(), "the class of the commune"),
        (settle(PLAN, answers={"commune-class": "other"}), full_but(), "the maxima of criteria 2, 3, 4, 5, 8, 9, 10, 11, 12, 13"),
        (CHOSEN, full_but()[1:], "the points of criteria 1"),
        (CHOSEN, [*full_but()[1:], points("1", 100, 2026)], "one and the same year"),
    ],
    ids=["class", "maxima", "points", "year"],
)
def test_without_class_maxima_or_points_nothing_is_counted(plan: Plan, figures: list[Figure], missing: str) -> None:
    """What is lacking cannot be told, and the check says what it waits for."""
    [finding] = looked("nearest-points", *figures, plan=plan)

    assert finding.state == "not_judged"
    assert missing in finding.message.en
