"""How a thing is counted and what a plan wants of it (docs/domain.md, rules 1 to 7)."""

import re
from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve
from planmonitor import BadData, Baseline, Card, Duty, Figure, InvalidPlan, Milestone, OpenQuestion, Text, Unit
from planmonitor.assessment.known import Known
from planmonitor.assessment.plans import judge_plan
from planmonitor.assessment.rollup import expected_parts
from planmonitor.model.settings import Answer, PlanSettings, check_answer, settle
from planmonitor.registry.loading import load
from support.rules import AFTER, DUE, FLOW, RATIO, SOURCE, VAN_SON, bar, counted, had, measure_of, plan_with

START, MIDDLE = date(2026, 1, 1), date(2028, 6, 30)
NAMES = ("van-son-2026-2030", "thanh-tri-2021-2025", "kon-tum-2021-2025", "national-2021-2025")
PLANS = [load(["child_labour"]).plans[f"child-labour/{name}"] for name in NAMES]
MEASURES = {plan.measure_id(measure): measure for plan in PLANS for measure in plan.measures}
every_measure = pytest.mark.parametrize("measure", MEASURES.values(), ids=MEASURES)


def plan_of(*measures, **more):
    return plan_with(*measures, place=VAN_SON, units=(Unit("a", "Trạm Y tế"), Unit("b", "Công an xã")), **more)


def judge(definition, target, *figures, on=AFTER):
    return judge_plan(plan_of(measure_of(definition, target)), Known(figures), on).measures[0]


def test_one_definition_can_stand_under_two_bars():
    """Rule 1: the same figure, 3 %, is under 4 % and is not none."""
    measures = (measure_of(RATIO, bar("<", 4)), measure_of(RATIO, bar("==", 0, kind="zero_incident"), code="2"))
    judged = judge_plan(plan_of(*measures), Known((had("2030", 3, 100),)), AFTER).measures
    assert [(item.status, item.value.exact) for item in judged] == [("met", 3), ("not_met", 3)]


@pytest.mark.parametrize(
    ("kind", "unit"),
    [("ratio", "%"), ("rate", "per 100,000"), ("count", "people"), ("yes_no", "yes/no"), ("score", "points"), ("output", "people")],
)
def test_each_kind_has_its_own_unit_of_measurement(kind, unit):
    """Rule 1: and only a ratio and a rate are divided."""
    definition = counted(kind)
    assert (unit, kind in {"ratio", "rate"}) == (definition.measured_in, definition.divided)


def test_an_output_is_reported_and_never_judged():
    """Rule 1: even after the due date; it is followed only."""
    judged = judge(counted("output", "count"), bar(None, scope="task"), had("2030", value=0))
    assert (judged.status, judged.bar, judged.value.value) == ("trend_only", None, 0)


def test_the_targets_kind_goes_before_the_definitions():
    """Rule 1: a count under a zero-incident target is one; without a kind of its own it stays a count."""
    measure = measure_of(FLOW, bar("==", 0, kind="zero_incident"))
    assert (measure.kind(measure.targets[0]), measure.over_time(measure.targets[0])) == ("zero_incident", "any_breach")
    assert (measure.kind(bar("<=", 4)), measure.over_time(bar("<=", 4))) == ("count", "count")


def test_equal_keys_are_equally_defined_in_all_plans():
    """Rule 1: equal keys are one figure, so that places can be compared."""
    by_key = {}
    for measure in MEASURES.values():
        assert by_key.setdefault(measure.definition.key, measure.definition) == measure.definition


# The words of rule 2, most telling first; the first that is found in a printed target decides.
WORDS = (
    (r"không để xảy ra|duy trì không|không tham gia|không sử dụng", "=="),
    (r"giảm (tối đa|đến mức thấp nhất)", "decrease"),
    (r"dưới", "<"),
    (r"trở lên|ít nhất|tối thiểu", ">="),
    (r"không quá|xuống( còn)? \d", "<="),
    (r"(?i)trên", ">"),
    (r"^\d+ ?%$", ">="),
)


@every_measure
def test_the_printed_words_decide_the_comparator(measure):
    """Rule 2: "xuống dưới 4%" is "<", "90% trở lên" and a bare percentage are ">=", "trên 90%" is ">"."""
    for target in measure.targets:
        if target.comparator not in {None, "done"}:
            decided = next((comparator for words, comparator in WORDS if re.search(words, target.wording)), None)
            assert decided == target.comparator, target.wording


@every_measure
def test_the_bar_is_the_figure_printed(measure):
    """Rule 2: the number in the words is the number of the target."""
    for target in measure.targets:
        printed = [Decimal(number.replace(",", ".")) for number in re.findall(r"(\d+(?:,\d+)?) ?%", target.wording)]
        assert printed == ([target.value] if printed or target.value else [])


def test_a_target_without_a_printed_date_is_due_on_the_last_day_of_the_plan():
    """Rule 2: one with a date is due on its own."""
    plan, target = plan_of(measure_of(RATIO, bar(">=", 90))), bar(">=", 90, due=date(2035, 12, 31))
    assert [DUE, date(2035, 12, 31)] == [plan.due(bar(">=", 90)), plan.due(target)]
    figure = had("2030", 1, 9)
    assert [judge(RATIO, item, figure).status for item in (bar(">=", 90), target)] == ["not_met", "in_progress"]


def test_an_amended_plan_is_judged_by_the_bar_in_force_on_the_day():
    """Rule 2: both bars are kept, each with its dates."""
    targets = (bar(">=", 80, valid_to=MIDDLE), bar(">=", 90, valid_from=date(2028, 7, 1)))
    plan = plan_of(measure_of(RATIO, *targets))
    known = Known((had("2027", 85, 100), had("2028", 85, 100)))
    judged = [judge_plan(plan, known, day).measures[0] for day in (START, MIDDLE, date(2028, 7, 1), AFTER)]
    assert [item.target.value for item in judged] == [80, 80, 90, 90]
    assert [item.status for item in judged[1:3]] == ["met", "in_progress"]


def test_phan_dau_changes_no_number():
    """Rule 2: the modality is shown, and judged as without it."""
    plain, striving = (judge(RATIO, bar(">=", 90, modality=modality), had("2030", 89, 100)) for modality in (None, "phấn đấu"))
    assert (plain.status, plain.bar) == (striving.status, striving.bar) == ("not_met", 90)


def test_of_a_range_the_near_end_is_the_bar():
    """Rule 2: "giảm 5-10 %": 5 % fewer than 100 reach it, 4 % do not."""
    target = bar("<=", -5, kind="relative_change", upper=-10, baseline=Baseline(2025, 100, None, SOURCE))
    assert [judge(FLOW, target, had("2030", value=value)).status for value in (95, 96)] == ["met", "not_met"]


def test_a_subset_is_no_second_target():
    """Rule 2: "đặc biệt là" craft villages: their figure alone leaves the measure without data, beside the total it changes nothing."""
    part = had("2030", 1, 50, breakdown=(("especially", "craft-villages"),))
    assert judge(RATIO, bar(">=", 90), part).status == "no_data"
    alone, beside = judge(RATIO, bar(">=", 90), had("2030", 95, 100)), judge(RATIO, bar(">=", 90), had("2030", 95, 100), part)
    assert ("met", alone.value) == (beside.status, beside.value)


def test_targets_orientations_and_tasks_are_counted_apart():
    """Rule 2: an orientation missed is not a target missed."""
    scopes = ("target", "orientation", "task")
    measures = [measure_of(RATIO, bar(">=", 90, scope=scope), code=str(number)) for number, scope in enumerate(scopes)]
    judged_plan = judge_plan(plan_of(*measures), Known((had("2030", 1, 9),)), AFTER)
    assert (judged_plan.counts()["not_met"], judged_plan.indicator_counts()["not_met"]) == (1, 1)
    assert [judged.status for judged in judged_plan.measures] == ["not_met"] * 3
    assert judged_plan.indicator_total == 1


@every_measure
def test_every_measure_shows_the_sentence_that_holds_its_words(measure):
    """Rule 3: document, section and clause; the words that decide the bar stand in the clause."""
    assert measure.source.document.issuer
    assert measure.source.section
    for target in measure.targets:
        for words in target.wording.split("…"):
            assert words.strip().casefold() in measure.source.clause.casefold()


def test_an_empty_field_of_the_card_stays_empty():
    """Rules 3 and 6: nothing is filled in by guess."""
    assert {None} == {getattr(Card(), field) for field in ("concept", "method", "period", "data_source", "body_in_charge", "limitations", "level")}


def test_three_places_hold_one_definition_against_three_bars():
    """Rule 4: below 4 %, below 1 % and none; 5 of 1,000 children are met, met and not met."""
    found = {}
    for plan in PLANS[:3]:
        measure = next(item for item in plan.measures if item.definition.key == "child-labour/rate" and item.scope == "target")
        year = plan.window_of(measure).year(plan.end.year)
        units = {part.unit or "" for part in expected_parts(plan, measure, (), plan.end)}
        figures = tuple(Figure("child-labour/rate", "", unit, year, year.end, numerator=5, denominator=1000) for unit in units)
        judged = next(item for item in judge_plan(plan, Known(figures), date(2032, 1, 1)).measures if item.measure is measure)
        found[plan.id] = (judged.target.comparator, judged.target.value, judged.status)
    assert list(found.values()) == [("<", 4, "met"), ("<", 1, "met"), ("==", 0, "not_met")]


REDUCE = bar("<=", -20, kind="relative_change", baseline=Baseline(2025))


def test_without_the_base_years_figure_it_is_followed_only_and_the_missing_figure_is_named():
    """Rule 5: also after the due date; the first value recorded never becomes the baseline."""
    judged = judge(FLOW, REDUCE, had("2026", value=100), had("2030", value=1))
    assert (judged.status, judged.bar, "base year 2025 is missing" in str(judged.reason)) == ("trend_only", None, True)


def test_the_base_years_figure_may_be_recorded_for_comparison_or_stated_by_the_document():
    """Rule 5: 20 % fewer than 50 are 40."""
    stated = evolve(REDUCE, baseline=Baseline(2025, 50, None, SOURCE))
    base, now = had("2025", value=50, comparison=True), had("2030", value=41)
    assert [(item.bar, item.status) for item in (judge(FLOW, REDUCE, base, now), judge(FLOW, stated, now))] == [(40, "not_met")] * 2


def test_half_of_the_base_year_is_not_the_figure_of_the_base_year():
    """Rule 5: the half-year recorded to compare with the same period is no base figure, and displaces none that is stated."""
    half, now = had("2025-S1", value=20, comparison=True), had("2030", value=41)
    assert judge(FLOW, REDUCE, half, now).status == "trend_only"
    assert judge(FLOW, evolve(REDUCE, baseline=Baseline(2025, 50, None, SOURCE)), half, now).bar == 40


def test_an_unfigured_decrease_without_the_year_before_names_what_is_missing():
    """Rule 5: "giảm" of an annual plan is held against the same period of the year before."""
    target = bar("decrease", kind="decrease", same_period=True)
    judged = judge(FLOW, target, had("2028", value=9), had("2030", value=1))
    assert (judged.status, "same period of the year before" in str(judged.reason)) == ("trend_only", True)
    assert ((same := judge(FLOW, target, had("2029", value=9), had("2030", value=1))).bar, same.status) == (9, "met")


UNDATED = Duty("report", "undated", "định kỳ báo cáo", SOURCE, ("a",))
QUESTION = OpenQuestion("report-day", "duty:report", Text("Ngày nào?", "Which day?"), "month_day")
WHO = OpenQuestion("who", "measure:1", Text("Ai cung cấp?", "Who supplies it?"), "units")
OPEN_PLAN = plan_of(measure_of(RATIO, bar(">=", 90)), duties=(UNDATED,), questions=(QUESTION, WHO))


def test_what_the_document_leaves_open_stays_open_until_the_place_settles_it():
    """Rule 6: the duty gets its day, the plan as printed keeps none."""
    settled = settle(OPEN_PLAN, PlanSettings(answers={"report-day": Answer("11-24", "Công văn số 12")}))
    assert (settled.duties[0].kind, settled.duties[0].last_day) == ("dated", "11-24")
    assert (OPEN_PLAN.duties[0].kind, OPEN_PLAN.duties[0].last_day) == ("undated", None)
    assert settle(OPEN_PLAN, PlanSettings()) == OPEN_PLAN
    assert settle(OPEN_PLAN, PlanSettings(answers={"who": Answer(("a",))})).duties == OPEN_PLAN.duties


def test_the_place_names_who_supplies_a_figure():
    """Rule 6: the units named then owe a part each."""
    settled = settle(OPEN_PLAN, PlanSettings(answers={"who": Answer(("a", "b"))}))
    assert [part.unit for part in expected_parts(settled, settled.measures[0], (), START)] == ["a", "b"]
    assert [part.unit for part in expected_parts(OPEN_PLAN, OPEN_PLAN.measures[0], (), START)] == [""]


def test_the_places_milestones_base_figure_and_window_apply():
    """Rule 6: for the measure they are given for."""
    milestone, base = Milestone(date(2028, 12, 31), 50, SOURCE), Baseline(2025, 9, 10, SOURCE)
    plan = plan_of(measure_of(RATIO, bar(">=", 90)), measure_of(RATIO, bar(">=", 80), code="2"))
    settled = settle(plan, PlanSettings(milestones={"1": (milestone,)}, baselines={"1": base}, window="administrative"))
    assert [((milestone,), base), ((), None)] == [(item.targets[0].milestones, item.targets[0].baseline) for item in settled.measures]
    assert (date(2025, 12, 15), START) == (settled.window.year(2026).start, plan.window.year(2026).start)


@pytest.mark.parametrize(
    ("question", "value"),
    [(QUESTION, "02-30"), (QUESTION, "W01-1"), (QUESTION, "cuối năm"), (QUESTION, date(2026, 6, 9)), (WHO, ("nobody",)), (WHO, ()), (WHO, "a")]
    + [(evolve(WHO, answer_type=kind), value) for kind, value in (("number", "12"), ("number", True), ("date", "2026-06-09"), ("text", 3))],
)
def test_an_answer_that_does_not_fit_its_question_is_refused(question, value):
    """Rule 6: an open question is a typed slot; the complaint names it."""
    with pytest.raises(BadData, match=question.id):
        check_answer(question, Answer(value), OPEN_PLAN)


@pytest.mark.parametrize(
    ("kind", "value"), [("month_day", "11-24"), ("units", ("a", "b")), ("number", 3), ("date", date(2026, 6, 9)), ("text", "mỗi quý")]
)
def test_an_answer_that_fits_is_taken(kind, value):
    """Rule 6: each type of question has its answers."""
    check_answer(evolve(WHO, answer_type=kind), Answer(value), OPEN_PLAN)


def test_people_times_never_feed_a_ratio_of_people():
    """Rule 7: nor a rate; a count of people-times is fine."""
    for kind in ("ratio", "rate"):
        with pytest.raises(InvalidPlan, match="people-times never feed"):
            counted(kind, counts="people_times")
    assert counted("count", "count", counts="people_times").measured_in == "people_times"


def test_what_is_counted_has_to_be_declared():
    """Rule 7: "heads" is no unit the framework knows."""
    with pytest.raises(InvalidPlan, match="field 'counts'"):
        counted(counts="heads")
