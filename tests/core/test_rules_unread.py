"""A measure whose definition cannot be read: it stands in its plan and says so, and nothing else (docs/domain.md, section 4)."""

from datetime import date
from decimal import Decimal

import pytest
from attrs import evolve
from planmonitor import (
    CALENDAR,
    BadData,
    Baseline,
    Definition,
    Document,
    Figure,
    Indicator,
    Known,
    Measure,
    Milestone,
    OpenQuestion,
    Target,
    Text,
    judge_plan,
)
from planmonitor.assessment.rollup import expected_parts
from planmonitor.model.definitions import unread_definition
from planmonitor.model.settings import Answer, PlanSettings, settle
from planmonitor.registry.judging import judge_together
from planmonitor.workspace.admission import Draft, admit
from planmonitor_exchange.speaking.speaker import Speaker
from support.rules import VAN_SON, plan_with, whose

SOURCE = Document(Text("Kế hoạch", "Plan"), "UBND xã").at("mục I", "Nguyên văn")
LABEL, AS_OF = Text("Tỷ lệ trẻ em được khám", "Children examined"), date(2031, 2, 1)
UNREAD = unread_definition("health/examined", LABEL)
READ = Definition("health/examined", LABEL, "ratio", "people", "point_in_time", Text("trẻ em", "children"), numerator=LABEL, denominator=LABEL)
YEAR = CALENDAR.parse("2030")
FIGURE = Figure("health/examined", "07621", "", YEAR, YEAR.end, numerator=9, denominator=10)


def bar(comparator, value=None, **more):
    return Target(comparator, value, "ít nhất 90%", **more)


def plan_of(definition, target, name="some/plan"):
    measure = Measure("1", LABEL, definition, target, SOURCE)
    questions = (OpenQuestion("class", "class", LABEL, "number"), OpenQuestion("full", "maximum:1", LABEL, "number"))
    return plan_with(measure, id=name, place=VAN_SON, questions=questions)


def judge(target, *figures, definition=UNREAD):
    return judge_plan(plan_of(definition, target), Known(figures), AS_OF).measures[0]


TARGETS = [
    bar(">=", 90),
    bar("done"),
    bar(None),
    bar("==", 0, kind="zero_incident"),
    bar("increase", kind="increase", same_period=True),
    bar("<=", -20, kind="relative_change", baseline=Baseline(2020, 5, source=SOURCE)),
    bar(">=", None, value_from="class"),
    bar(">=", Decimal("99.5"), milestones=(Milestone(date(2028, 12, 31), 50, SOURCE),), assessed_years=(2027, 2029)),
]


@pytest.mark.parametrize("target", TARGETS, ids=lambda target: str(target.kind or target.comparator))
def test_any_bar_may_stand_on_it_and_none_is_judged(target):
    """Whatever is wanted and whatever was recorded: no data, because the definition cannot be read."""
    judged = judge(target, FIGURE, evolve(FIGURE, numerator=None, denominator=None, value=1))

    assert (judged.status, judged.value, judged.figures, judged.next_step) == ("no_data", None, (), None)
    assert str(judged.reason) == "the definition health/examined cannot be read"
    assert judged.missing == judged.parts != ()


def test_it_says_so_in_both_languages():
    """On the screen the status does not say that figures are lacking."""
    judged = judge(bar(">=", 90), FIGURE)

    assert [Speaker(language).status(judged) for language in ("vi", "en")] == ["Chưa đọc được định nghĩa", "Definition not read"]
    assert [Speaker(language).message(judged.reason) for language in ("vi", "en")] == [
        "chưa đọc được định nghĩa health/examined",
        "the definition health/examined cannot be read",
    ]


def test_nothing_can_be_recorded_for_it():
    """Nobody knows whether a count, two counts or a yes is wanted."""
    plan = plan_of(UNREAD, bar(">=", 90))
    draft = Draft("", "2030", value=3)
    parts = expected_parts(plan, plan.measures[0], (), AS_OF)
    with pytest.raises(BadData, match="the definition health/examined cannot be read"):
        admit(plan, plan.measures[0], draft, place="07621", whose=whose(plan, plan.measures[0], parts), today=AS_OF)


def test_beside_a_plan_that_can_read_it_nothing_is_found():
    """The same key is judged where it can be read, and the two are not held against each other."""
    plans = [judge_plan(plan_of(definition, bar(">=", 90), name), Known((FIGURE,)), AS_OF) for definition, name in ((UNREAD, "a/a"), (READ, "b/b"))]

    assert [plan.measures[0].status for plan in plans] == ["no_data", "met"]
    assert judge_together(plans, Known((FIGURE,))) == ([], [])


def test_what_the_place_settles_can_be_settled_all_the_same():
    """A maximum that the place has named does not refuse the plan while the score cannot be read."""
    settled = settle(plan_of(UNREAD, bar(">", 0)), PlanSettings({"full": Answer(100)}))

    assert settled.measures[0].definition.unread


def test_a_total_waits_for_a_score_that_cannot_be_read():
    """Its points count nowhere, and the total names it as missing."""
    points = Text("điểm", "points")
    total = Definition("health/total", LABEL, "score", "points", "point_in_time", points, sums=("health/examined",))
    parts = (Measure("1", LABEL, UNREAD, bar(">", 0), SOURCE), Measure("T", LABEL, total, bar(">=", 90), SOURCE))
    plan = evolve(plan_of(UNREAD, bar(">", 0)), indicators=tuple(Indicator(part.code, "1", "Chỉ tiêu", (part,)) for part in parts))
    judged = judge_plan(plan, Known((evolve(FIGURE, numerator=None, denominator=None, value=95),)), AS_OF).measures[1]

    assert (judged.status, [part.unit for part in judged.missing]) == ("no_data", ["health/examined"])
