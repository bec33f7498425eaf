"""What any plan can break is looked for in the bundled plans: found, silent where nothing is wrong, and said where it cannot be told (rule 25)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

import pytest
from attrs import evolve
from planmonitor import Figure, Finding, JudgedPlan, Known, Plan, Target, judge_plan
from planmonitor.assessment.every_plan import EVERY_PLAN
from planmonitor.registry.judging import judge
from planmonitor.registry.loading import load
from planmonitor.testing import MemberUnit, figure_of, load_plugin, settle

KON_TUM, NATIONAL, THANH_TRI, VAN_SON = load_plugin("child_labour").plans
COMMUNE, SURVEILLANCE = load_plugin("drowning").plans
(WORK_2024,) = load_plugin("child_work_2024").plans
(WORK_2026,) = load_plugin("child_work_2026").plans
(FRIENDLY,) = load_plugin("child_friendly_commune").plans
ALL = (KON_TUM, NATIONAL, THANH_TRI, VAN_SON, COMMUNE, SURVEILLANCE, WORK_2024, WORK_2026, FRIENDLY)
CHECKS = {check.id.removeprefix("planmonitor/"): check for check in EVERY_PLAN}
LABOUR, SCHOOLS, COMMUNES = "phong-lao-dong-thuong-binh-va-xa-hoi", "phong-giao-duc-va-dao-tao", "uy-ban-nhan-dan-cac-xa"


def judged(plan: Plan, *figures: Figure, on: date | None = None, **known: object) -> JudgedPlan:
    """Return a plan judged from some figures on a day, by default near the end of its first year."""
    return judge_plan(plan, Known(figures=figures, **known), on or date(plan.start.year, 12, 1))


def looked(name: str, judged_plan: JudgedPlan) -> list[Finding]:
    """Run one check on a judged plan; hold every finding against what all findings must be, and return them."""
    findings = list(CHECKS[name].findings(judged_plan))
    plan = judged_plan.plan
    for finding in findings:
        assert finding.source in {*(measure.source for measure in plan.measures), *(duty.source for duty in plan.duties)}
        assert set(finding.measures) <= {plan.measure_id(measure) for measure in plan.measures}
        assert set(finding.units) <= {unit.id for unit in plan.units}
        assert finding.message.vi != finding.message.en
    return findings


def states(findings: Iterable[Finding]) -> list[tuple[str, tuple[str, ...]]]:
    """Return what findings say: found or not judged, and the codes of the measures concerned."""
    return [(finding.state, tuple(name.rsplit("/", 1)[1] for name in finding.measures)) for finding in findings]


def found(name: str, judged_plan: JudgedPlan) -> list[Finding]:
    """Return only what a check found."""
    return [finding for finding in looked(name, judged_plan) if finding.state == "found"]


@pytest.mark.parametrize("plan", ALL, ids=lambda plan: plan.id)
@pytest.mark.parametrize("name", CHECKS)
def test_every_rule_can_look_at_every_plan_on_any_day(name: str, plan: Plan) -> None:
    """No check raises on a plan without figures, before, in or after its time."""
    for day in (date(2019, 1, 1), plan.start, plan.end, date(2036, 1, 1)):
        assert looked(name, judged(plan, on=day)) == looked(name, judged(plan, on=day))


# short-of-all


def test_one_case_short_of_all_is_found_before_the_year_is_over() -> None:
    """299 of 300 is not 100 %: the one child is counted in both languages, and so are thousands in Vietnamese figures."""
    [finding] = found("short-of-all", judged(WORK_2026, figure_of(WORK_2026, "1a", (299, 300), "2026"), on=date(2026, 7, 1)))

    assert states([finding]) == [("found", ("1a",))]
    assert "còn thiếu 01 trẻ em (299/300)" in finding.message.vi
    assert "299/300: 1 wanting" in finding.message.en
    assert "100%" in finding.source.clause
    [finding] = found("short-of-all", judged(WORK_2024, figure_of(WORK_2024, "1a", (2999, 3000), "2024")))
    assert "2.999/3.000" in finding.message.vi


@pytest.mark.parametrize(("code", "counted"), [("1a", (300, 300)), ("1a", (0, 0)), ("1b", (1, 100))])
def test_all_of_them_nobody_to_count_or_a_lower_bar_is_silence(code: str, counted: tuple[int, int]) -> None:
    """All cared for, or nobody to care for; a target of a part of them has room for cases."""
    assert found("short-of-all", judged(WORK_2026, figure_of(WORK_2026, code, counted, "2026"))) == []


def test_a_target_that_falls_due_later_is_not_short_yet() -> None:
    """Three of four communes of 7a in 2026 are under way to 2030: found in the year it falls due, and not before."""
    rows = [figure_of(VAN_SON, "7a", (3, 4), year) for year in ("2029", "2030")]
    assert looked("short-of-all", judged(VAN_SON, *rows, on=date(2029, 12, 31))) == []
    assert ("found", ("7a",)) in states(looked("short-of-all", judged(VAN_SON, *rows, on=date(2030, 1, 1))))


def test_what_has_no_figure_is_named_once() -> None:
    """All targets of 100 % without a figure stand in one finding that says so."""
    assert states(looked("short-of-all", judged(WORK_2026, figure_of(WORK_2026, "1a", (3, 3), "2026")))) == [("not_judged", ("2a", "NV3"))]


# zero-broken


@pytest.mark.parametrize(("code", "told"), [("4a", "4a"), ("4b", "4b"), ("NV6", "4b")])
def test_one_case_of_what_must_not_occur_is_found(code: str, told: str) -> None:
    """One case is found, though later months had none; what the tasks repeat of a target is told once, of the target."""
    rows = (figure_of(WORK_2026, code, 1, "2026-03"), figure_of(WORK_2026, code, 0, "2026-04"))
    [finding] = found("zero-broken", judged(WORK_2026, *rows))

    assert states([finding]) == [("found", (told,))]
    assert " 01 " in finding.message.vi
    assert finding.year == 2026


def test_none_is_silence_and_missing_is_not_none() -> None:
    """Zero is a value; a row without a figure is named as not judged."""
    none = [figure_of(WORK_2026, code, 0, "2026") for code in ("4a", "4b")]
    assert looked("zero-broken", judged(WORK_2026, *none)) == []
    assert states(looked("zero-broken", judged(WORK_2026, none[1]))) == [("not_judged", ("4a",))]


@pytest.mark.parametrize("accidents", [(), (0,)])
def test_a_drowned_child_is_an_accident_though_another_plan_counts_it(accidents: tuple[int, ...]) -> None:
    """One child that the plan on drowning counts breaks "no drowning accident" of 4b and NV6, beside a zero and beside no figure."""
    deaths = next(item for item in load_plugin("drowning").programmes[0].definitions if item.key == "drowning/deaths")
    drowned = evolve(figure_of(WORK_2026, "4b", 1, "2026-03"), definition=deaths.key)
    rows = (drowned, *(figure_of(WORK_2026, "4b", number, "2026") for number in accidents))
    [finding] = found("zero-broken", judged(WORK_2026, *rows, definitions=(deaths,)))

    assert states([finding]) == [("found", ("4b",))]
    assert "số liệu khác" in finding.message.vi


def test_a_criterion_without_a_point_is_not_told_as_a_case() -> None:
    """Points are no cases: what is asked of a scorecard is told by its own check."""
    assert looked("zero-broken", judged(FRIENDLY, figure_of(FRIENDLY, "8", 0, "2026"))) == []


def test_a_rate_that_must_be_none_is_told_with_its_cases() -> None:
    """Kon Tum wants no child in labour: three of 900 are three cases."""
    [finding] = found("zero-broken", judged(KON_TUM, figure_of(KON_TUM, "1.1a", (3, 900), "2023", LABOUR), on=date(2023, 12, 1)))

    assert states([finding]) == [("found", ("1.1a",))]
    assert "đã ghi nhận 03 " in finding.message.vi


# one-case-decides


def decides(*rows: Figure, plan: Plan = COMMUNE) -> list[Finding]:
    """Return what is found of measure 1.2, a rate of deaths per 100,000."""
    return [finding for finding in looked("one-case-decides", judged(plan, *rows, on=date(2027, 1, 5))) if f"{plan.id}/1.2" in finding.measures]


@pytest.mark.parametrize(
    ("cases", "children", "expected"),
    [
        (0, 3000, True),  # one more is 33.3
        (1, 3000, True),  # one fewer is none
        (2, 3000, False),  # one fewer is 33.3 still
        (0, 6667, False),  # one more is 14.9, under the bar
        (0, 6666, True),  # one more is 15.0015: nothing is rounded
        (3, 20_000, True),  # exactly 15: at the bar it is reached, one more breaks it
        (2, 20_000, False),  # one more is exactly 15: still reached
        (4, 20_000, True),  # one fewer is exactly 15
    ],
)
def test_a_rate_whose_verdict_one_case_turns_is_found(cases: int, children: int, expected: bool) -> None:
    """ "Giảm xuống còn 15" is held exactly, for one case more and for one fewer."""
    assert bool(decides(figure_of(COMMUNE, "1.2", (cases, children), "2026"))) == expected


def test_the_count_stands_beside_the_rate() -> None:
    """The sentence shows cases, children, rate and bar, in each language's figures, and which way one case turns it."""
    [finding] = decides(figure_of(COMMUNE, "1.2", (1, 3000), "2026"))

    assert "1 ca trên 3.000 (33,3/100.000, mức 15); bớt một ca" in finding.message.vi
    assert "cases 1 among 3,000 (33.3 per 100,000, the bar is 15); one case fewer" in finding.message.en
    assert "thêm một ca" in decides(figure_of(COMMUNE, "1.2", (0, 3000), "2026"))[0].message.vi


def test_a_rate_is_held_against_the_bar_that_the_place_has_chosen() -> None:
    """With the 5 that two pages have, one case of 10,000 is decisive, with 15 it is not."""
    five = settle(COMMUNE, answers={"fifteen-or-five": "5"})

    assert [bool(decides(figure_of(COMMUNE, "1.2", (0, 10_000), "2026"), plan=plan)) for plan in (COMMUNE, five)] == [False, True]


@pytest.mark.parametrize("rows", [(), (figure_of(COMMUNE, "1.2", (0, 0), "2026"),)])
def test_without_children_to_divide_by_the_rate_cannot_be_judged(rows: tuple[Figure, ...]) -> None:
    """No figure, or nobody to divide by: the check says that it cannot tell, of all rates at once."""
    [finding] = decides(*rows)
    assert finding.state == "not_judged"


# base-figure-missing


def test_the_missing_figure_of_the_base_year_is_named() -> None:
    """The fall in drowning deaths waits for the figure of 2020, in words that say which."""
    [finding] = [item for item in looked("base-figure-missing", judged(COMMUNE, on=date(2026, 11, 22))) if item.measures[0].endswith("/1.4")]

    assert finding.state == "not_judged"
    assert "2020" in finding.message.vi
    assert "Số trẻ em tử vong do đuối nước" in finding.message.vi


def test_the_missing_figure_of_the_year_before_is_named_once_there_is_one_to_compare() -> None:
    """Injured on the road in 2026 wait for those of 2025; without a figure of 2026 nothing waits."""
    base = figure_of(COMMUNE, "1.4", 10, "2020", comparison=True)

    assert looked("base-figure-missing", judged(COMMUNE, base, on=date(2026, 11, 22))) == []
    [finding] = looked("base-figure-missing", judged(COMMUNE, base, figure_of(COMMUNE, "1.3b", 4, "2026"), on=date(2026, 11, 22)))
    assert states([finding]) == [("not_judged", ("1.3b",))]
    assert "2025" in finding.message.vi


def test_with_the_figures_to_compare_the_check_is_silent() -> None:
    """A base figure recorded or settled, and the year before: nothing is missing."""
    based = settle(COMMUNE, baselines={"1.4": {"year": 2020, "numerator": 10}})
    rows = [figure_of(COMMUNE, code, number, period) for code, number, period in (("1.3b", 5, "2025"), ("1.3b", 4, "2026"), ("1.4", 1, "2026"))]

    assert looked("base-figure-missing", judged(based, *rows, on=date(2026, 11, 22))) == []
    recorded = figure_of(COMMUNE, "1.4", 10, "2020", comparison=True)
    assert looked("base-figure-missing", judged(COMMUNE, *rows, recorded, on=date(2026, 11, 22))) == []


def test_a_base_figure_of_another_year_is_told_once() -> None:
    """What was recorded for 2019 is found as that of another year; that 2020 is missing is said there."""
    other = judged(COMMUNE, figure_of(COMMUNE, "1.4", 10, "2019", comparison=True), on=date(2026, 11, 22))

    assert [item for item in looked("base-figure-missing", other) if item.measures[0].endswith("/1.4")] == []
    assert states(found("base-figure-differs", other)) == [("found", ("1.4",))]


# owner-silent


def test_the_owner_who_did_not_report_is_found_and_named() -> None:
    """Thanh Trì's children informed are counted by two divisions: one has reported, the other is named."""
    looked_at = judged(THANH_TRI, figure_of(THANH_TRI, "2.2", (80, 100), "2023", SCHOOLS), on=date(2023, 12, 1))
    [finding] = found("owner-silent", looked_at)

    assert states([finding]) == [("found", ("2.2",))]
    assert finding.units == (LABOUR,)
    assert "Phòng Lao động - Thương binh và Xã hội" in finding.message.vi
    assert "Phòng Lao động - Thương binh và Xã hội" in finding.message.en
    assert finding.source == next(measure.source for measure in THANH_TRI.measures if measure.code == "2.2")


def test_an_owner_who_reported_an_earlier_half_year_only_is_found() -> None:
    """A part that runs to June is behind a part that runs to the end of the year."""
    looked_at = judged(
        THANH_TRI,
        figure_of(THANH_TRI, "2.2", (80, 100), "2023", SCHOOLS),
        figure_of(THANH_TRI, "2.2", (20, 50), "2023-S1", LABOUR),
        on=date(2024, 1, 5),
    )

    assert [finding.units for finding in found("owner-silent", looked_at)] == [(LABOUR,)]


def test_where_all_owners_have_reported_the_check_is_silent() -> None:
    """Both divisions have reported: looked, nothing found."""
    looked_at = judged(
        THANH_TRI,
        figure_of(THANH_TRI, "2.2", (80, 100), "2023", SCHOOLS),
        figure_of(THANH_TRI, "2.2", (40, 50), "2023", LABOUR),
        on=date(2023, 12, 1),
    )

    assert looked("owner-silent", looked_at) == []


def test_where_no_owner_has_reported_no_one_is_singled_out() -> None:
    """The check compares owners: where none has reported that is the deadline's business, and no measure of one owner counts."""
    looked_at = judged(THANH_TRI, figure_of(THANH_TRI, "1.1", (1, 500), "2023"), on=date(2023, 12, 1))

    assert looked("owner-silent", looked_at) == []


def test_a_figure_for_the_whole_place_leaves_no_owner_silent() -> None:
    """One figure for the whole district stands for both parts."""
    assert looked("owner-silent", judged(THANH_TRI, figure_of(THANH_TRI, "2.2", (120, 150), "2023"), on=date(2023, 12, 1))) == []


def test_a_part_nobody_owns_is_no_silent_owner() -> None:
    """The staff of children's homes belong to no unit: nobody can be reminded of them here."""
    looked_at = judged(THANH_TRI, figure_of(THANH_TRI, "2.1a", (90, 100), "2023", SCHOOLS), on=date(2023, 12, 1))

    assert looked("owner-silent", looked_at) == []


def test_a_silent_member_of_a_group_is_named_and_its_group_concerned() -> None:
    """The communes count their inspections and one of two has reported: the other is named, under its group's id."""
    members = tuple(
        MemberUnit(id=name, name=label, place="", valid_from=date(2021, 1, 1), group_id=COMMUNES, plan=KON_TUM.id)
        for name, label in (("xa-mot", "UBND xã Một"), ("xa-hai", "UBND xã Hai"))
    )
    answered = settle(KON_TUM, answers={"owner-NV1": (LABOUR, COMMUNES)})
    figures = [figure_of(answered, "NV1", 1, "2023", unit) for unit in (LABOUR, "xa-mot")]
    [finding] = found("owner-silent", judged(answered, *figures, on=date(2024, 1, 5), units=members))

    assert "UBND xã Hai" in finding.message.vi
    assert "UBND xã Một" not in finding.message.vi
    assert finding.units == (COMMUNES,)


# part-nobody-owns


def test_a_part_given_to_nobody_is_found_without_any_figure() -> None:
    """Thanh Trì's target names the staff of children's homes, and section IV gives them to nobody."""
    [finding] = looked("part-nobody-owns", judged(THANH_TRI, on=date(2021, 10, 18)))

    assert states([finding]) == [("found", ("2.1a",))]
    assert "cán bộ, giáo viên trong các cơ sở nuôi dưỡng trẻ em" in finding.message.vi
    assert "cơ sở nuôi dưỡng trẻ em" in finding.source.clause


def test_the_part_nobody_owns_is_named_in_english_too() -> None:
    """The English sentence names the part in English."""
    [finding] = looked("part-nobody-owns", judged(THANH_TRI, on=date(2021, 10, 18)))

    assert "staff and teachers of children's homes" in finding.message.en


def test_once_the_place_names_the_owners_no_part_is_left() -> None:
    """What a place answers in monitor.toml ends the finding."""
    answered = settle(THANH_TRI, answers={"care-institutions": (SCHOOLS, LABOUR)})

    assert looked("part-nobody-owns", judged(answered, on=date(2022, 1, 1))) == []


@pytest.mark.parametrize("plan", [VAN_SON, KON_TUM, NATIONAL], ids=lambda plan: plan.id)
def test_plans_that_divide_nothing_have_no_part_nobody_owns(plan: Plan) -> None:
    """The other documents divide no population between units and a gap: looked, nothing found."""
    assert looked("part-nobody-owns", judged(plan, on=plan.end)) == []


# Told once


def told_of(plan: Plan, code: str, *figures: Figure, on: date | None = None) -> list[tuple[str, str]]:
    """Return which checks of a plan speak of a measure, those of its plugin among them, and whether they found something."""
    checked, problems = judge(load([plan.id.partition("/")[0].replace("-", "_")]), plan, Known(figures), on or date(plan.start.year, 12, 1))
    assert problems == []
    return [(item.check.id, item.finding.state) for item in checked.findings if f"{plan.id}/{code}" in item.finding.measures]


def test_what_a_plugin_tells_in_words_of_its_own_is_not_told_by_the_rule_of_every_plan() -> None:
    """Van Son wants all notified children supported: its own check speaks of them, found or not to be judged, and no other does."""
    short, day = figure_of(VAN_SON, "2", (3, 4), "2030"), date(2030, 12, 1)

    assert told_of(VAN_SON, "2", short, on=day) == [("child-labour/notified-not-supported", "found")]
    assert ("planmonitor/short-of-all", "not_judged") not in told_of(VAN_SON, "2", on=day)
    assert told_of(VAN_SON, "7a", figure_of(VAN_SON, "7a", (3, 4), "2030"), on=date(2030, 12, 1)) == [("planmonitor/short-of-all", "found")]


def test_a_child_who_drowned_is_told_once_where_none_may() -> None:
    """A plan of a place that carries out the programme and wants none drowned: the plugin's own sentence stands, the general one does not."""
    [measure] = [measure for measure in COMMUNE.measures if measure.code == "1.4"]
    none = evolve(measure, targets=(Target("==", 0, "không để xảy ra", kind="zero_incident"),))
    line = next(line for line in COMMUNE.indicators if measure in line.measures)
    wants_none = evolve(COMMUNE, indicators=(evolve(line, measures=(none,)),), duties=(), questions=(), rhythms=())

    assert told_of(wants_none, "1.4", figure_of(wants_none, "1.4", 1, "2021")) == [("drowning/child-drowned", "found")]
    assert told_of(wants_none, "1.4") == [("drowning/child-drowned", "not_judged")]
