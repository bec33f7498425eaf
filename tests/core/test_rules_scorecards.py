"""Scores, their total, bars and years that hang on an answer, and yearly falls (docs/domain.md, rules 1, 2, 5 and 6, section 4)."""

from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve
from planmonitor import (
    ADMINISTRATIVE,
    CALENDAR,
    BadData,
    Choice,
    Definition,
    Document,
    Figure,
    Indicator,
    InvalidPlan,
    Known,
    Measure,
    OpenQuestion,
    Plan,
    Target,
    Text,
    judge_plan,
)
from planmonitor.assessment.rollup import expected_parts
from planmonitor.messages import plain
from planmonitor.model.settings import Answer, PlanSettings, check_answer, settle
from planmonitor.workspace.admission import Draft, admit, admit_aside
from support.rules import plan_with, whose

SOURCE = Document(Text("Kế hoạch", "Plan"), "UBND xã").at("mục I", "Nguyên văn")
WORDS, POINTS = Text("Việc", "Thing"), Text("điểm", "points")
AS_OF = date(2027, 12, 31)


def score(code, maximum=None, **more):
    return Definition(f"some/score-{code}", WORDS, "score", "points", "point_in_time", POINTS, maximum=maximum, **more)


def measure(code, definition, target):
    return Measure(code, Text(f"Tiêu chí {code}", f"Criterion {code}"), definition, target, SOURCE)


def above_zero(**more):
    return Target(">", 0, "không có tiêu chí bị điểm 0", **more)


def scorecard(**of_target):
    """Return a plan of two criteria, the second with an open maximum, and their total held against a pass mark by class."""
    parts = (measure("1", score("1", 100), above_zero(**of_target)), measure("2", score("2"), above_zero(**of_target)))
    total = score("total", sums=("some/score-1", "some/score-2"))
    passed = Target(">=", None, "đạt từ mức điểm", value_from="class", **of_target)
    measures = (*parts, measure("T", total, passed))
    return plan_with(
        *measures,
        questions=(
            OpenQuestion("class", "class", WORDS, "choice", (Choice("ward", WORDS, 180), Choice("other", WORDS, 150))),
            OpenQuestion("max-2", "maximum:2", WORDS, "number"),
            OpenQuestion("years", "years:*", WORDS, "years", offered=(2027, 2029)),
        ),
    )


def points(code, value, year=2027):
    period = CALENDAR.year(year)
    return Figure(f"some/score-{code}", "P", "", period, period.end, value=value, state="final")


def judged(plan, *figures, as_of=AS_OF):
    return {item.measure.code: item for item in judge_plan(plan, Known(tuple(figures)), as_of).measures}


# The total


def test_a_total_is_the_sum_of_its_scores_held_against_the_mark_of_the_class():
    """With every score, every maximum and the class known the total is their exact sum, judged against the class's mark."""
    plan = settle(scorecard(), PlanSettings({"class": Answer("ward"), "max-2": Answer(90)}))

    just = judged(plan, points("1", 95), points("2", 85))["T"]
    short = judged(plan, points("1", 95), points("2", Decimal("84.5")))["T"]

    assert (just.status, just.value.value, just.bar) == ("met", 180, 180)
    assert (short.status, short.value.value) == ("in_progress", Decimal("179.5"))


def test_a_total_is_never_pretended_while_a_score_is_missing():
    """Without one of its scores the total is incomplete, and names it."""
    plan = settle(scorecard(), PlanSettings({"class": Answer("other"), "max-2": Answer(90)}))

    total = judged(plan, points("1", 100))["T"]

    assert (total.status, total.value) == ("incomplete", None)
    assert [plain(part.called) for part in total.missing] == ["2. Criterion 2"]
    assert "all scores and their maxima are there; missing: 2. Criterion 2" in str(total.reason)


def test_a_total_is_never_pretended_while_a_maximum_is_open():
    """A score whose maximum nobody has named counts nothing towards the total, which says so."""
    plan = settle(scorecard(), PlanSettings({"class": Answer("other")}))

    total = judged(plan, points("1", 100), points("2", 80))["T"]

    assert total.status == "incomplete"
    assert [plain(part.called) for part in total.missing] == ["the maximum of 2. Criterion 2"]


def test_scores_of_different_years_make_no_total():
    """A score of the year before does not fill in for one that is missing this year."""
    plan = settle(scorecard(), PlanSettings({"class": Answer("other"), "max-2": Answer(90)}))

    assert judged(plan, points("1", 100), points("2", 80, year=2026))["T"].status == "incomplete"


def test_without_the_class_there_is_no_mark_to_hold_the_total_against():
    """Until the place says its class the total is followed without a verdict, and the reason names the question."""
    plan = settle(scorecard(), PlanSettings({"max-2": Answer(90)}))

    total = judged(plan, points("1", 95), points("2", 85))["T"]

    assert (total.status, total.bar) == ("trend_only", None)
    assert "'class'" in str(total.reason)


def test_nothing_is_recorded_for_a_total():
    """A figure handed in for the total itself is refused."""
    plan = scorecard()
    total = plan.measures[-1]
    with pytest.raises(BadData, match="total"):
        admit(plan, total, Draft("", "2027", value=180), place="P", whose=whose(plan, total, expected_parts(plan, total, (), AS_OF)), today=AS_OF)


def test_points_above_the_maximum_a_place_has_named_are_refused():
    """Once the place has named the maximum, more points than that are refused; before, nobody can tell."""
    plan = scorecard()
    for settled_plan, refused in ((plan, False), (settle(plan, PlanSettings({"max-2": Answer(90)})), True)):
        criterion = settled_plan.measures[1]
        parts = expected_parts(settled_plan, criterion, (), AS_OF)
        arguments = {"place": "P", "whose": whose(settled_plan, criterion, parts), "today": AS_OF}
        if refused:
            with pytest.raises(BadData, match="maximum of 90"):
                admit(settled_plan, criterion, Draft("", "2027", value=91), **arguments)
        else:
            admit(settled_plan, criterion, Draft("", "2027", value=91), **arguments)


def test_a_figure_left_aside_keeps_to_what_it_would_count_for():
    """The mark in a file is no way round the rules of a definition that is followed; one of another kind counts nowhere and is kept."""
    given = Draft("some/score-1", "2027", value=101, aside=True)
    with pytest.raises(BadData, match="more than the maximum of 100"):
        admit_aside(given, place="P", today=AS_OF, definition=score("1", 100))
    with pytest.raises(BadData, match="never an estimate"):
        admit_aside(evolve(given, value=0, state="estimated"), place="P", today=AS_OF, definition=score("1", 100), zero=True)
    for definition in (None, Definition("some/score-1", WORDS, "ratio", "people", "point_in_time", WORDS, numerator=WORDS, denominator=WORDS)):
        halves = evolve(given, value=Decimal("101.5"))
        assert admit_aside(halves, place="P", today=AS_OF, definition=definition).value == Decimal("101.5")


def test_a_total_of_scores_the_plan_does_not_have_is_refused():
    """A total names scores of its own plan."""
    total = measure("T", score("total", sums=("some/score-9",)), Target(">=", 1, "từ 1"))
    with pytest.raises(InvalidPlan, match="some/score-9"):
        Plan(
            **{name: getattr(scorecard(), name) for name in ("id", "title", "document", "programme", "place", "start", "end", "objectives")},
            indicators=(Indicator("T", "1", "Tổng", (total,)),),
        )


# Years of assessment


def test_a_score_is_judged_in_the_years_on_offer_until_the_place_names_others():
    """Years 2 and 4 hold as offered; the place's own answer replaces them."""
    plan = scorecard(assessed_years=(2027, 2029))
    own = settle(plan, PlanSettings({"years": Answer((2028,))}))

    for year, offered, named in ((2027, "met", "not_assessed"), (2028, "not_assessed", "met")):
        day = date(year, 12, 31)
        assert judged(plan, points("1", 5, year), as_of=day)["1"].status == offered
        assert judged(own, points("1", 5, year), as_of=day)["1"].status == named


def test_a_plan_answers_with_the_place_else_with_what_is_offered():
    """`answer` gives the place's answer, else the reading on offer, else None."""
    plan = scorecard()

    assert (plan.answer("years"), plan.answer("max-2"), plan.answer("unknown")) == ((2027, 2029), None, None)
    assert settle(plan, PlanSettings({"years": Answer((2028,))})).answer("years") == (2028,)


@pytest.mark.parametrize(
    ("question", "answer"),
    [("class", "wards"), ("class", 900), ("years", (2025,)), ("years", ()), ("years", (2027, 2027)), ("years", ("2027",)), ("max-2", "90")],
)
def test_an_answer_of_the_wrong_kind_is_refused(question, answer):
    """A class that is not offered, years outside the plan or twice, a maximum in words: refused with what is wanted."""
    plan = scorecard()
    asked = next(item for item in plan.questions if item.id == question)
    with pytest.raises(BadData, match=question):
        check_answer(asked, Answer(answer), plan)


# A fall of so much every year


def yearly_fall():
    deaths = Definition("some/deaths", WORDS, "count", "people", "count", Text("trẻ em", "children"))
    target = Target("<=", -5, "giảm 5-10% hằng năm", kind="relative_change", upper=-10, same_period=True)
    plan = scorecard()
    names = ("id", "title", "document", "programme", "place", "start", "end", "objectives", "window")
    return Plan(**{name: getattr(plan, name) for name in names}, indicators=(Indicator("D", "1", "Giảm", (measure("D", deaths, target),)),))


def count(year, value):
    period = CALENDAR.year(year)
    return Figure("some/deaths", "P", "", period, period.end, value=value, state="final")


@pytest.mark.parametrize(("now", "status"), [(95, "met"), (96, "in_progress"), (90, "met"), (0, "met")])
def test_a_yearly_fall_is_held_against_the_year_before(now, status):
    """Of 100 the year before a fall of 5% leaves at most 95, exactly."""
    assert judged(yearly_fall(), count(2026, 100), count(2027, now), as_of=date(2028, 1, 15))["D"].status == status


def test_a_yearly_fall_without_the_year_before_is_a_trend():
    """Without a figure of the year before there is nothing to hold it against."""
    assert judged(yearly_fall(), count(2027, 3))["D"].status == "trend_only"


def test_a_number_the_place_gives_is_the_bar():
    """A level that no document states is the place's to name: until then no bar, then its own number, exactly."""
    target = Target(">=", None, "áo phao", value_from="level")
    share = Definition("some/share", WORDS, "ratio", "people", "point_in_time", WORDS, WORDS, WORDS)
    names = ("id", "title", "document", "programme", "place", "start", "end", "objectives", "window")
    question = OpenQuestion("level", "measure:1", WORDS, "number")
    parts = {name: getattr(scorecard(), name) for name in names}
    plan = Plan(**parts, indicators=(Indicator("1", "1", "Áo phao", (measure("1", share, target),)),), questions=(question,))
    period = CALENDAR.year(2027)
    figure = Figure("some/share", "P", "", period, period.end, numerator=955, denominator=1000, state="final")

    for answer, status in ((None, "trend_only"), (Decimal("95.5"), "met"), (96, "in_progress")):
        answered = settle(plan, PlanSettings({"level": Answer(answer)})) if answer else plan
        assert judged(answered, figure)["1"].status == status


def test_a_maximum_is_a_whole_number():
    """A maximum with a decimal part is refused instead of being left aside."""
    plan = scorecard()
    with pytest.raises(BadData, match="max-2"):
        check_answer(plan.questions[1], Answer(Decimal("90.5")), plan)


# Years of assessment, and what hangs on the criteria


def test_points_of_zero_in_a_year_of_assessment_are_not_met_in_that_year():
    """Section 4: they are given, and the next year of assessment gives its own; a bar that the points reach is met."""
    plan = scorecard(assessed_years=(2027, 2029), due=date(2029, 12, 31))
    for value, expected in ((0, "not_met"), (1, "met")):
        given = judged(plan, points("1", value), as_of=date(2027, 11, 20))["1"]
        assert given.status == expected
    assert "2027 is a year of assessment" in plain(judged(plan, points("1", 0), as_of=date(2027, 11, 20))["1"].reason)
    assert judged(plan, points("1", 0, 2029), as_of=date(2028, 2, 1))["1"].status == "not_assessed"


def test_after_a_year_of_assessment_the_criteria_without_points_of_it_have_none():
    """In 2028 one criterion with points of 2027 is no scorecard of one line: the other lacks figures, and is counted."""
    plan = scorecard(assessed_years=(2027, 2029), due=date(2029, 12, 31))
    found = judge_plan(plan, Known((points("1", 50), points("2", 50, 2026))), date(2028, 2, 1))
    criteria = {item.measure.code: item for item in found.measures}

    assert [criteria[code].status for code in ("1", "2")] == ["met", "no_data"]
    assert "No figure for 2027" in plain(criteria["2"].reason)
    assert found.indicator_total == 3
    assert judge_plan(plan, Known((points("2", 50, 2026),)), date(2028, 2, 1)).indicator_total == 0


@pytest.mark.parametrize(("on", "expected"), [(date(2027, 12, 31), "in_progress"), (date(2028, 1, 1), "not_met")])
def test_what_is_no_score_has_its_year_of_assessment_to_be_reached(on, expected):
    """A worker not appointed by June may be by November."""
    state = Definition("some/state", WORDS, "yes_no", "places", "point_in_time", POINTS)
    plan = plan_with(measure("S", state, Target("done", None, "bố trí", due=date(2029, 12, 31), assessed_years=(2027, 2029))))
    period = CALENDAR.year(2027)
    answer = Figure("some/state", "P", "", period, period.end, yes=False)
    assert judged(plan, answer, as_of=on)["S"].status == expected


def recognition(**of_target):
    """Return the scorecard and the recognition that requires both criteria."""
    parts = tuple(measure(code, score(code, 100), above_zero(**of_target)) for code in ("1", "2"))
    state = Definition("some/recognised", WORDS, "yes_no", "places", "point_in_time", POINTS, requires=("some/score-1", "some/score-2"))
    return plan_with(*parts, measure("R", state, Target("done", None, "được công nhận", **of_target)))


def recognised(yes):
    period = CALENDAR.year(2027)
    return Figure("some/recognised", "P", "", period, period.end, yes=yes)


@pytest.mark.parametrize(
    ("figures", "expected"),
    [
        ((points("1", 0), points("2", 50), recognised(True)), "not_met"),
        ((points("1", 0), points("2", 50)), "not_met"),
        ((points("1", 0), points("2", 50), recognised(False)), "not_met"),
        ((points("1", 1), points("2", 50), recognised(True)), "met"),
        ((points("2", 50), recognised(True)), "incomplete"),
        ((points("1", 1, 2026), points("2", 50), recognised(True)), "incomplete"),
        ((points("1", 1), points("2", 50)), "no_data"),
        ((points("1", 1), points("2", 50), recognised(False)), "in_progress"),
        ((points("2", 50), recognised(False)), "in_progress"),
    ],
)
def test_recognition_follows_from_its_criteria(figures, expected):
    """Whatever was recorded: a criterion at 0 blocks it, and it waits for one that nobody has judged in its year."""
    plan = recognition(assessed_years=(2027, 2029), due=date(2029, 12, 31))
    found = judge_plan(plan, Known(figures), AS_OF)
    item = next(one for one in found.measures if one.measure.code == "R")
    assert item.status == expected
    if figures[0].value == 0:
        assert plain(item.reason) == "Not met because these are not: 1."
        assert (item.interim, item.next_step) == (False, None)
        assert next(line.status for line in found.indicators if line.indicator.code == "R") == "not_met"


@pytest.mark.parametrize(
    ("figures", "as_of", "expected"),
    [
        ((points("1", 0), points("1", 5, 2028), recognised(True)), date(2028, 2, 1), "no_data"),
        ((points("1", 0), points("1", 5, 2028), recognised(True)), date(2029, 2, 1), "not_met"),
        ((points("1", 5), points("1", 0, 2028), recognised(True)), date(2028, 2, 1), "not_met"),
        ((points("1", 5), points("1", 0, 2028), recognised(True)), date(2029, 2, 1), "not_met"),
        ((points("1", 5), points("1", 4, 2028), points("2", 9), recognised(True)), date(2029, 2, 1), "met"),
        ((points("1", 5), points("1", 4, 2028), points("2", 9, 2028), recognised(True)), date(2029, 2, 1), "incomplete"),
    ],
)
def test_recognition_is_held_to_its_criteria_of_the_same_year(figures, as_of, expected):
    """Points of another year mend nothing; and once a criterion fails in the newest year, the recognition of the year before is over."""
    plan = recognition(assessed_years=(2027, 2028), due=date(2029, 12, 31))
    assert next(one.status for one in judge_plan(plan, Known(figures), as_of).measures if one.measure.code == "R") == expected


def test_recognition_waits_for_the_total_too():
    """The bar of the total is 800; 90 of 200 points are not met, and with a score wanting there is no total: neither is recognised."""
    parts = recognition(assessed_years=(2027,), due=date(2027, 12, 31))
    total = Definition("some/total", WORDS, "score", "points", "point_in_time", POINTS, sums=("some/score-1", "some/score-2"))
    state = evolve(parts.measures[-1].definition, requires=("some/score-2", "some/total"))
    wanted = Target("done", None, "được công nhận", due=date(2027, 12, 31), assessed_years=(2027,))
    plan = plan_with(
        *parts.measures[:2],
        measure("T", total, Target(">=", 800, "800 điểm", due=date(2027, 12, 31), assessed_years=(2027,))),
        measure("R", state, wanted),
    )
    for figures, expected, code in (
        ((points("1", 40), points("2", 50)), "not_met", "T"),
        ((points("2", 50),), "incomplete", "T"),
        ((points("1", 0), points("2", 50)), "not_met", "T"),
    ):
        found = judge_plan(plan, Known((*figures, recognised(True))), AS_OF).measures[-1]
        assert (found.status, code in plain(found.reason)) == (expected, True)


def test_a_figure_of_another_year_does_not_stand_in_the_verdict_of_this_one():
    """In 2026 it was not recognised; in 2027 a criterion has 0 points: that says it is not met, the figure of 2026 says nothing."""
    plan = recognition(assessed_years=(2027, 2029), due=date(2029, 12, 31))
    before = evolve(recognised(False), period=CALENDAR.year(2026), until=date(2026, 10, 31), state="estimated")
    found = judge_plan(plan, Known((points("2", 0), before)), AS_OF).measures[-1]
    assert (found.status, found.value, found.comparison, found.figures, found.stops_early) == ("not_met", None, None, (), False)
    assert plain(found.reason) == "Not met because in 2027 these are not: 2. Its own figure, of 2026, is for reference."


def test_what_is_required_and_has_not_reached_its_bar_yet_keeps_it_in_progress():
    """Half the way with the due date ahead is no failure, and nothing to be recognised on."""
    share = Definition("some/share", WORDS, "count", "people", "point_in_time", POINTS)
    state = Definition("some/recognised", WORDS, "yes_no", "places", "point_in_time", POINTS, requires=("some/share",))
    due = date(2030, 12, 31)
    plan = plan_with(measure("1", share, Target(">=", 9, "9", due=due)), measure("R", state, Target("done", None, "được công nhận", due=due)))
    period = CALENDAR.year(2027)
    for number, expected in ((5, "in_progress"), (9, "met")):
        known = Known((Figure("some/share", "P", "", period, period.end, value=number), recognised(True)))
        assert judge_plan(plan, known, AS_OF).measures[-1].status == expected


def shares(*dues):
    """Return a plan with counts of which nine are wanted, one by each day, and a recognition by the end of 2030 that requires them."""
    keys = [f"some/share-{code}" for code, _due in enumerate(dues, 1)]
    parts = [
        measure(key[-1], Definition(key, WORDS, "count", "people", "point_in_time", POINTS), Target(">=", 9, "9", due=due))
        for key, due in zip(keys, dues, strict=True)
    ]
    state = Definition("some/recognised", WORDS, "yes_no", "places", "point_in_time", POINTS, requires=tuple(keys))
    return plan_with(*parts, measure("R", state, Target("done", None, "được công nhận", due=date(2030, 12, 31))))


def share(code, number, year):
    period = CALENDAR.year(year)
    return Figure(f"some/share-{code}", "P", "", period, period.end, value=number)


def test_what_was_reached_in_another_year_does_not_stand_for_the_year_of_recognition():
    """Nine in 2026 say nothing of 2027, in which it is said to be recognised."""
    found = judge_plan(shares(date(2030, 12, 31)), Known((share(1, 9, 2026), recognised(True))), AS_OF).measures
    assert [item.status for item in found] == ["met", "incomplete"]


def test_the_year_of_a_failure_is_that_of_what_failed():
    """The first was due in 2027 and not reached; that the second is reached in 2028 makes it no failure of 2028."""
    plan = shares(date(2027, 12, 31), date(2030, 12, 31))
    before = evolve(recognised(False), period=CALENDAR.year(2026), until=date(2026, 12, 31))
    found = judge_plan(plan, Known((share(1, 5, 2027), share(2, 9, 2028), before)), date(2028, 12, 31)).measures
    assert [(item.status, item.year) for item in found] == [("not_met", 2027), ("met", 2028), ("not_met", 2027)]
    assert plain(found[-1].reason) == "Not met because in 2027 these are not: 1. Its own figure, of 2026, is for reference."


def test_a_recognition_of_a_year_without_assessment_stays_unjudged():
    """A criterion fails in 2027; whether it is recognised is looked at in 2029."""
    plan = recognition(assessed_years=(2027, 2029), due=date(2029, 12, 31))
    state = plan.measures[-1]
    later = evolve(state, targets=tuple(evolve(target, assessed_years=(2029,)) for target in state.targets))
    found = judge_plan(plan_with(*plan.measures[:-1], later), Known((points("1", 0), points("2", 50))), AS_OF).measures
    assert [item.status for item in found] == ["not_met", "met", "not_assessed"]


@pytest.mark.parametrize(("as_of", "expected"), [(date(2027, 12, 18), "not_met"), (date(2028, 1, 1), "met")])
def test_a_year_of_assessment_is_one_of_the_calendar(as_of, expected):
    """Points of 2028 whose data begin on 15 December 2027 say nothing of 2027 until New Year."""
    plan = evolve(scorecard(assessed_years=(2027, 2028), due=date(2029, 12, 31)), window=ADMINISTRATIVE)
    periods = ((ADMINISTRATIVE.year(2027), 0), (ADMINISTRATIVE.year(2028), 5))
    figures = [Figure("some/score-1", "P", "", period, as_of, value=value, state="final") for period, value in periods]
    assert judged(plan, *figures, as_of=as_of)["1"].status == expected
