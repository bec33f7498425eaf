"""The scorecard says what is known of Decision 06/QĐ-TTg, and asks for what is not."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from planmonitor import BadData, Card, Definition, Figure, JudgedMeasure, Known, Measure, Plan, Text, judge_plan
from planmonitor.testing import TrialWorkspace, figure_of, load_plugin, settle

PLUGIN = load_plugin("child_friendly_commune")
(PLAN,) = PLUGIN.plans
(PROGRAMME,) = PLUGIN.programmes
NUMBERS = tuple(str(number) for number in range(1, 14))
OPEN = ("2", "3", "4", "5", "8", "9", "10", "11", "12", "13")
PARTS = ("1.1", "1.2", "1.3", "6.1", "6.2", "7.1")
BY_CODE = {measure.code: measure for measure in PLAN.measures}
QUESTIONS = {question.id: question for question in PLAN.questions}
AFTER_2027 = date(2027, 12, 20)
# Maxima of a made-up table of points, for tests only.
MADE_UP = {f"maximum-{code}": 70 for code in OPEN}

every_measure = pytest.mark.parametrize("measure", PLAN.measures, ids=lambda measure: measure.code)


def points(code: str, value: int | Decimal, year: int = 2027) -> Figure:
    """Return the points of one criterion in one year."""
    return figure_of(PLAN, code, value, str(year))


def scored(total: int, year: int = 2027) -> list[Figure]:
    """Return points of all criteria that add up to a total: 10 for each but the first ones, which share the rest."""
    rest = total - 10 * 13
    found = []
    for code in NUMBERS:
        room = (70 if (top := BY_CODE[code].definition.maximum) is None else top) - 10
        more = min(rest, room)
        rest -= more
        found.append(points(code, 10 + more, year))
    assert rest == 0
    return found


def judged(code: str, *figures: Figure, plan: Plan = PLAN, on: date = AFTER_2027) -> JudgedMeasure:
    """Return one measure judged on a day."""
    return next(item for item in judge_plan(plan, Known(tuple(figures)), on).measures if item.measure.code == code)


# What it is


def test_it_is_a_generic_plan_of_the_five_years_2026_to_2030() -> None:
    """Any commune can follow it; document, number and date are those of the decision."""
    assert (PLAN.id, PLAN.place, PLAN.programme) == ("child-friendly-commune/2026-2030", None, PROGRAMME.id)
    assert (PLAN.start, PLAN.end) == (date(2026, 1, 1), date(2030, 12, 31))
    assert (PLAN.document.number, PLAN.document.issued, PLAN.document.issuer) == ("06/QĐ-TTg", date(2019, 1, 3), "Thủ tướng Chính phủ")


def test_it_holds_thirteen_criteria_six_parts_the_total_and_recognition() -> None:
    """Its lines stand in this order; the parts are counted apart, among the tasks."""
    assert tuple(BY_CODE) == (*NUMBERS, *PARTS, "TD", "CN")
    assert {code: measure.scope for code, measure in BY_CODE.items()} == {code: "task" if code in PARTS else "target" for code in BY_CODE}


def test_the_criteria_have_the_names_of_the_decision() -> None:
    """Read once more by hand: the thirteen names, in their order."""
    assert [BY_CODE[code].label.vi for code in NUMBERS] == [
        "Nguồn lực thực hiện quyền trẻ em",
        "Trẻ em được khai sinh đúng quy định",
        "Trẻ em bị xâm hại",
        "Trẻ em vi phạm pháp luật, nghiện ma túy",
        "Trẻ em bị tai nạn, thương tích",
        "Trẻ em có hoàn cảnh đặc biệt được trợ giúp",
        "Trẻ em dưới 1 tuổi được tiêm chủng đầy đủ các loại vắc xin thuộc chương trình tiêm chủng mở rộng",
        "Trẻ em dưới 5 tuổi bị suy dinh dưỡng thể nhẹ cân và thể thấp còi",
        "Trẻ em được khám sức khỏe định kỳ",
        "Trẻ em đến trường, lớp mầm non",
        "Trẻ em được thực hiện quyền tham gia của trẻ em",
        "Hoạt động vui chơi, giải trí, văn hóa, thể dục, thể thao dành cho trẻ em",
        "Mức độ hài lòng của trẻ em và người dân về việc thực hiện quyền trẻ em",
    ]


def test_recognition_is_counted_as_in_every_plan_that_wants_it() -> None:
    """A key that plans share has one definition: this is its wording in all of them."""
    assert BY_CODE["CN"].definition == Definition(
        key="child-friendly-commune/recognised",
        label=Text("Xã được công nhận đạt tiêu chuẩn phù hợp với trẻ em", "Commune recognised as child-friendly"),
        kind="yes_no",
        counts="places",
        over_time="point_in_time",
        noun=Text("xã", "communes"),
        requires=(*(f"child-friendly-commune/criterion-{number}" for number in range(1, 14)), "child-friendly-commune/total"),
        card=Card(level="outcome"),
    )


# Points and maxima


def test_three_maxima_are_known_and_ten_are_asked_for() -> None:
    """Criteria 1, 6 and 7 have 100, 125 and 50 points; every other maximum is open and has a question that takes a number."""
    assert {code: BY_CODE[code].definition.maximum for code in NUMBERS} == {"1": 100, "6": 125, "7": 50} | dict.fromkeys(OPEN)
    asked = {question.about for question in PLAN.questions if question.answer_type == "number"}
    assert asked == {f"maximum:{code}" for code in (*OPEN, "TD")}


def test_a_known_maximum_stands_in_its_clause_and_an_open_one_is_called_open() -> None:
    """No clause leaves in doubt whether the maximum was read."""
    for code in NUMBERS:
        clause, maximum = BY_CODE[code].source.clause, BY_CODE[code].definition.maximum
        assert (f"tối đa {maximum} điểm" in clause) == (maximum is not None)
        assert ("Điểm tối đa và các nội dung thành phần chưa đọc được" in clause) == (maximum is None)


@pytest.mark.parametrize(
    ("code", "comparator", "value", "worth"),
    [
        ("1.1", "done", None, 50),
        ("1.2", "done", None, 15),
        ("1.3", "done", None, 15),
        ("6.1", ">=", 95, 50),
        ("6.2", ">=", 100, 75),
        ("7.1", ">=", 98, 50),
    ],
)
def test_the_parts_have_the_conditions_and_points_that_were_read(code: str, comparator: str, value: int | None, worth: int) -> None:
    """Bar and points stand in the clause, and the points in the label too."""
    measure = BY_CODE[code]
    assert (measure.targets[0].comparator, measure.targets[0].value) == (comparator, value)
    assert measure.source.clause.endswith(f"được {worth} điểm.")
    assert f"({worth} điểm)" in measure.label.vi
    assert f"({worth} points)" in measure.label.en


def test_the_parts_never_exceed_their_criterion() -> None:
    """6.1 and 6.2 make up criterion 6, 7.1 criterion 7; criterion 1 leaves 20 for its funding part, which is asked for."""
    worth = {code: int(re.findall(r"được (\d+) điểm", BY_CODE[code].source.clause)[0]) for code in PARTS}
    sums = {code: sum(value for part, value in worth.items() if part.startswith(f"{code}.")) for code in ("1", "6", "7")}
    assert sums == {"1": 80, "6": 125, "7": 50}
    assert "funding-1" in QUESTIONS


def test_a_place_can_name_every_open_maximum() -> None:
    """Each answer becomes the maximum of its criterion, and of no other."""
    for code in OPEN:
        answer = 37
        answered = settle(PLAN, answers={f"maximum-{code}": answer})
        changed = {item.code: item.definition.maximum for item in answered.measures if item.definition.maximum == 37}
        assert changed == {code: 37}


@pytest.fixture
def commune(workspace: TrialWorkspace) -> TrialWorkspace:
    """Return a commune that follows the plan, once 2027 is over."""
    workspace.today = AFTER_2027
    workspace.follow(PLAN.id)
    return workspace


@pytest.mark.parametrize(("code", "maximum"), [("1", 100), ("6", 125), ("7", 50)])
def test_points_above_a_known_maximum_are_refused_at_the_door(commune: TrialWorkspace, code: str, maximum: int) -> None:
    """A full score is admitted, one point more is not."""
    assert commune.record(f"{PLAN.id}/{code}", "2027", value=maximum).value == maximum
    with pytest.raises(BadData, match=f"maximum of {maximum}"):
        commune.record(f"{PLAN.id}/{code}", "2027", value=maximum + 1)


def test_points_above_a_maximum_the_place_has_named_are_refused_too(commune: TrialWorkspace) -> None:
    """While the maximum is open nobody can tell; once it is named it holds."""
    assert commune.record(f"{PLAN.id}/2", "2027", value=71).value == 71
    commune.settle(PLAN.id, answers=MADE_UP)
    with pytest.raises(BadData, match="maximum of 70"):
        commune.record(f"{PLAN.id}/2", "2027", value=71)


# None at zero


@pytest.mark.parametrize("code", NUMBERS)
def test_one_point_is_above_zero_and_no_point_is_not(code: str) -> None:
    """Every criterion must be above zero: half a point is met; zero is not, once the last assessment is over."""
    assert judged(code, points(code, Decimal("0.5"))).status == "met"
    assert judged(code, points(code, 0, 2029), on=date(2030, 1, 1)).status == "not_met"


def test_missing_points_are_no_zero() -> None:
    """A criterion nobody has scored in a year of assessment has no data."""
    assert judged("3", on=date(2027, 12, 1)).status == "no_data"


# The total and its mark


def test_the_total_is_the_sum_of_the_thirteen(commune: TrialWorkspace) -> None:
    """It sums every criterion and none of the parts; nothing can be recorded for it."""
    assert BY_CODE["TD"].definition.sums == tuple(BY_CODE[code].definition.key for code in NUMBERS)
    with pytest.raises(BadData, match="total"):
        commune.record(f"{PLAN.id}/TD", "2027", value=900)


def test_the_classes_bring_the_marks_of_the_restatement() -> None:
    """900, 850 and 800 points, each with its words, and each printed in the clause."""
    choices = QUESTIONS["commune-class"].choices
    assert {choice.key: choice.value for choice in choices} == {"central-city-ward": 900, "other": 850, "mountain-island-hardship": 800}
    for choice in choices:
        words, _, mark = choice.label.vi.partition(": ")
        assert mark == f"{choice.value} điểm"
        assert f"{words.replace(';', ',').lower()} đạt từ {mark} trở lên" in BY_CODE["TD"].source.clause.lower()


@pytest.mark.parametrize("kind", ["central-city-ward", "other", "mountain-island-hardship"])
def test_a_total_at_the_mark_of_its_class_passes_and_one_below_does_not(kind: str) -> None:
    """The mark itself is enough; one point less is not."""
    mark = next(int(choice.value) for choice in QUESTIONS["commune-class"].choices if choice.key == kind and choice.value is not None)
    plan = settle(PLAN, answers={**MADE_UP, "commune-class": kind})

    just = judged("TD", *scored(mark, 2029), plan=plan, on=date(2030, 1, 1))
    short = judged("TD", *scored(mark - 1, 2029), plan=plan, on=date(2030, 1, 1))

    assert (just.status, just.bar) == ("met", mark)
    assert (short.status, short.bar) == ("not_met", mark)


def test_without_its_class_a_commune_has_no_mark() -> None:
    """The class of new wards and special zones is not settled: until the place chooses, there is no verdict."""
    plan = settle(PLAN, answers=MADE_UP)

    total = judged("TD", *scored(600), plan=plan)

    assert (total.status, None if total.value is None else total.value.value) == ("trend_only", 600)


def test_while_a_maximum_is_open_there_is_no_total() -> None:
    """All points of all criteria do not make a total as long as ten maxima are unknown."""
    plan = settle(PLAN, answers={"commune-class": "other"})

    total = judged("TD", *scored(600), plan=plan)

    assert total.status == "incomplete"
    assert len(total.missing) == len(OPEN)


# The years


@every_measure
def test_everything_is_assessed_in_years_two_and_four(measure: Measure) -> None:
    """Years 2 and 4 of 2026-2030 are 2027 and 2029, and what is not reached by the end of 2029 is not reached."""
    [target] = measure.targets
    assert target.assessed_years == (2027, 2029)
    assert PLAN.due(target) == date(2029, 12, 31)


@pytest.mark.parametrize(("year", "status"), [(2026, "not_assessed"), (2027, "met"), (2028, "not_assessed"), (2029, "met")])
def test_other_years_are_not_assessed(year: int, status: str) -> None:
    """A scoring of 2026 or 2028 can be recorded, and gives no verdict."""
    assert judged("1", points("1", 80, year), on=date(year, 12, 10)).status == status


def test_the_last_verdict_stands_after_the_plan() -> None:
    """In 2031 the commune is still judged by its scoring of 2029."""
    assert judged("1", points("1", 80, 2029), on=date(2031, 6, 1)).status == "met"


def test_a_place_can_name_other_years() -> None:
    """The years are on offer and asked for; the place's answer holds for every measure."""
    assert PLAN.answer("assessed-years") == (2027, 2029)
    answered = settle(PLAN, answers={"assessed-years": (2028, 2030)})
    assert {measure.targets[0].assessed_years for measure in answered.measures} == {(2028, 2030)}


# Clauses, units, reports


@every_measure
def test_every_clause_says_that_it_is_a_restatement_and_on_whose_word(measure: Measure) -> None:
    """Nothing was read in the decision itself, and no clause pretends it was."""
    clause = measure.source.clause
    assert measure.source.document == PLAN.document
    assert "không phải nguyên văn" in clause
    assert re.search(r"mức tin cậy [BC], (một|nhiều) nguồn", clause)
    assert clause.startswith("Theo ")


@every_measure
def test_the_clause_behind_a_bar_holds_its_words(measure: Measure) -> None:
    """The words that decide a bar stand in its clause, in their order; "…" stands for words left out."""
    rest = measure.source.clause
    for words in measure.targets[0].wording.split("…"):
        before, found, rest = rest.partition(words.strip())
        assert found, f"{words.strip()!r} not in {before!r}"


def test_a_single_source_is_called_one() -> None:
    """The marks of 850 and 800, the years, and the points that were read each rest on one page, and say so."""
    for code in ("1", "6", "7", *PARTS, "TD"):
        assert "một nguồn" in BY_CODE[code].source.clause
    assert "một nguồn" in QUESTIONS["assessed-years"].text.vi.lower()
    assert "một nguồn" in QUESTIONS["commune-class"].text.vi


def test_the_commune_scores_itself() -> None:
    """The commune supplies every score and part; the total has no supplier, and who supplies the result is asked."""
    owners = {code: [share.unit for share in measure.owners] for code, measure in BY_CODE.items()}
    assert owners == {code: [] if code in {"TD", "CN"} else ["uy-ban-nhan-dan-cap-xa"] for code in BY_CODE}
    assert QUESTIONS["owner-CN"].answer_type == "units"


def test_every_unit_has_a_task_that_is_marked_as_restated() -> None:
    """Each of the five units has tasks, and each task says on whose word."""
    assert len(PLAN.units) == 5
    for unit in PLAN.units:
        assert unit.tasks
        assert all("mức tin cậy" in task.text for task in unit.tasks)


def test_the_self_assessment_is_never_overdue() -> None:
    """No day was read for it and it is due in two years only: it stays undated, and its day is asked for."""
    [duty] = PLAN.duties
    assert (duty.kind, duty.last_day, duty.measures) == ("undated", None, (*NUMBERS, *PARTS))
    assert duty.rule in duty.source.clause
    [occurrence] = judge_plan(PLAN, Known(), date(2031, 1, 1)).deadlines
    assert occurrence.state == "undated"


# Questions and words


@pytest.mark.parametrize(
    "question",
    [
        "who-recognises",
        "replaced",
        "self-assessment-day",
        "decision-days",
        "no-case-6.2",
        "below-6.1",
        "below-7.1",
        "rate-3",
        "rate-4",
        "zero-3",
        "zero-5",
        "funding-1",
        "deductions",
        "file",
        "survey-13",
    ],
)
def test_what_was_not_found_is_asked(question: str) -> None:
    """Each gap of the sources stands among the open questions and takes free words."""
    assert QUESTIONS[question].answer_type == "text"


def test_every_definition_belongs_to_the_programme() -> None:
    """What the scorecard counts the programme defines, so that communes compare."""
    assert {measure.definition for measure in PLAN.measures} == set(PROGRAMME.definitions)


# The page


def test_the_readme_names_the_plan_and_every_check_and_counts_right() -> None:
    """README.md stays true: ids, target lines, their measures, and open questions."""
    page = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
    ids = {PLAN.id, *(check.id for check in PLUGIN.checks)}
    targets = [measure for measure in PLAN.measures if measure.scope == "target"]

    assert set(re.findall(r"`(child-friendly-commune/[a-z0-9-]+)`", page)) == ids
    assert f"| {len(targets)} / {len(targets)} / {len(PLAN.questions)} |" in page
