"""Which open questions are needed now: those without whose answer something cannot be judged or dated (docs/domain.md, rule 6)."""

from datetime import date

import pytest
from attrs import evolve
from planmonitor import Choice, Duty, OpenQuestion, Responsibility, Text, Unit
from planmonitor.assessment.checking import Check, CheckedPlan, Finding, FoundBy
from planmonitor.assessment.known import Known
from planmonitor.assessment.needed import needed_now
from planmonitor.assessment.plans import judge_plan
from planmonitor.assessment.records import MemberUnit
from planmonitor.model.settings import Answer, PlanSettings, leaves_year_open, settle
from support.rules import FLOW, OPEN, RATIO, SOURCE, VAN_SON, bar, counted, had, measure_of, plan_with

ASKED = Text("Hỏi gì?", "What?")
NAMED = Text("Một phần", "A part")
SCHOOLS = Unit("schools", "Các trường", members=True)
POLICE = Unit("police", "Công an xã")
WHO = OpenQuestion("who", "measure:1", ASKED, "units")
WHEN = OpenQuestion("when", "duty:yearly", ASKED, "month_day")
YEARLY = Duty("yearly", "undated", "theo quy định", SOURCE, (), period="year")


def needed(plan, *figures, findings=(), members=(), **answers):
    """Return the ids of the questions of a plan that are needed, with some of them answered."""
    settled = settle(plan, PlanSettings(answers={name: Answer(value) for name, value in answers.items()}))
    judged = judge_plan(settled, Known(figures, units=members), OPEN)
    return [item.question.id for item in needed_now(CheckedPlan(judged, tuple(findings)))]


def plan_of(*measures, **more):
    return plan_with(*measures, place=VAN_SON, units=(SCHOOLS, POLICE), **more)


def shared(*shares):
    """Return a measure with these responsibilities."""
    return evolve(measure_of(FLOW, bar("<", 5)), responsible=shares)


def test_a_bar_that_only_an_answer_brings_is_needed_until_it_is_there():
    """A target whose bar comes from a question cannot be judged; one with a reading in use can, whatever the place may answer later."""
    level = OpenQuestion("level", "measure:1", ASKED, "number")
    reading = OpenQuestion("reading", "measure:2", ASKED, "choice", (Choice("15", ASKED, 15), Choice("5", ASKED, 5)), "15")
    lines = (measure_of(RATIO, bar(">=", value_from="level")), measure_of(RATIO, bar("<=", 15, value_from="reading"), code="2"))
    plan = plan_of(*lines, questions=(level, reading, OpenQuestion("meaning", "measure:1", ASKED)))
    assert needed(plan) == ["level"]
    assert needed(plan, level=90) == []
    unset = OpenQuestion("level", "measure:1", ASKED, "choice", (Choice("none", ASKED),))
    assert needed(evolve(plan, questions=(unset, reading)), level="none") == []


def test_the_day_of_an_undated_report_is_needed_until_it_is_dated():
    """A day that leaves open of which year it is dates nothing."""
    plan = plan_of(measure_of(FLOW, bar("<", 5)), duties=(YEARLY,), questions=(WHEN,))
    assert (needed(plan), needed(plan, when="01-15"), needed(plan, when="12-10")) == (["when"], ["when"], [])
    assert [leaves_year_open(WHEN, value, plan) for value in ("01-15", "+1 01-15", "12-10")] == [True, False, False]


def test_the_date_of_a_plan_is_needed_where_nobody_knows_whether_a_report_fell_due_before_it():
    duty = Duty("yearly", "dated", "trước ngày 01/3", SOURCE, (), last_day="02-28", last_day_in="year", valid_from=date(2026, 1, 5))
    plan = plan_of(measure_of(FLOW, bar("<", 5)), duties=(duty,), questions=(OpenQuestion("issued", "document", ASKED, "date"),))
    assert needed(plan) == ["issued"]
    assert needed(plan, issued=date(2026, 1, 2)) == []


@pytest.mark.parametrize(
    ("shares", "members", "figures", "wanted"),
    [
        ((), (), (), []),
        ((Responsibility("police", "lead"), Responsibility("schools", "coordinate")), (), (), []),
        ((Responsibility("police", "lead", reports=True), Responsibility(None, "lead", part=NAMED)), (), (), ["who"]),
        ((Responsibility("schools", "lead"),), ("school",), (), ["who"]),
        ((Responsibility("schools", "lead"),), ("school",), (had("2026-S1", value=1),), []),
        ((Responsibility("schools", "lead", reports=True),), ("school",), (), []),
        ((), (), (had("2026-S1", value=1, unit="police"),), ["who"]),
        ((), (), (had("2026-S1", value=1, unit="stranger"),), []),
    ],
    ids=[
        "nobody",
        "several work on it",
        "a part nobody owns",
        "members",
        "members, and a figure",
        "members who report",
        "a unit's",
        "another plan's",
    ],
)
def test_who_supplies_a_figure_is_needed_where_figures_cannot_be_told_apart(shares, members, figures, wanted):
    """A figure of the whole place is judged whoever counted it; a part given to nobody, or members none of whom can report, are not."""
    registered = [MemberUnit(name, name, "07621", date(2026, 1, 1), group_id="schools", plan="some/plan") for name in members]
    plan = plan_of(shared(*shares), questions=(WHO,))
    assert needed(plan, *figures, members=tuple(registered)) == wanted
    assert needed(plan, *figures, members=tuple(registered), who=("police",)) == []


def test_the_maxima_of_scores_are_needed_where_a_total_is_made_of_them():
    """A score by itself is judged without its maximum; the total is not."""
    open_score = counted("score", key="thing/one", maximum=None)
    question = OpenQuestion("full", "maximum:1", ASKED, "number")
    alone = plan_of(measure_of(open_score, bar(">", 0)), questions=(question,))
    total = measure_of(counted("score", key="thing/all", maximum=None, sums=("thing/one",)), bar(">=", 5), code="2")
    summed = plan_of(measure_of(open_score, bar(">", 0)), total, questions=(question,))
    assert (needed(alone), needed(summed), needed(summed, full=10)) == ([], ["full"], [])


def test_what_a_check_asks_for_is_needed():
    """A check names the questions it waits for, and only those of the plan count."""
    plan = plan_of(measure_of(FLOW, bar("<", 5)), questions=(OpenQuestion("season", "check:x/y", ASKED, "month_day"), WHO))
    check = Check("some/check", "warning", ASKED, lambda _plan: ())
    found = FoundBy(check, Finding(ASKED, SOURCE, state="not_judged", questions=("season", "elsewhere")))
    assert needed(plan, findings=[found]) == ["season"]
