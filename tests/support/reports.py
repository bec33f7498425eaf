"""A plan with reporting duties, figures and letters of its reports, for the tests of who owes which report."""

from datetime import date

from planmonitor import CALENDAR, Definition, Document, Duty, Figure, Measure, OpenQuestion, Responsibility, Target, Text, Unit
from planmonitor.assessment.acts import Sending
from planmonitor.assessment.known import Known
from planmonitor.assessment.plans import judge_plan
from support.rules import VAN_SON, plan_with

SOURCE = Document(Text("Kế hoạch", "Plan"), "UBND xã").at("mục V", "Báo cáo trước ngày 10/6")
YEARLY = Duty("yearly", "dated", "chậm nhất ngày 25/11", SOURCE, ("a",), period="year", last_day="11-25")
MID_YEAR = Duty("mid-year", "dated", "trước ngày 10/6", SOURCE, ("a",), period="half-year", last_day="06-09")
UNDATED = Duty("report", "undated", "định kỳ báo cáo", SOURCE, ("a",), period="year")
ON_EVENT = Duty("case", "on_event", "kịp thời báo cáo", SOURCE, ("a",), measures=("1", "2"))
WHEN = OpenQuestion("when", "duty:report", Text("Ngày nào?", "Which day?"), "month_day")
LONG_AGO = date(2020, 1, 1)


def measure_of(code="1", owners=("a",), over_time="count", target=None):
    label, noun = Text("Việc", "Thing"), Text("vụ", "cases")
    counted = Definition(f"thing/counted-{code}", label, "count", "cases", over_time, noun)
    responsible = tuple(Responsibility(owner, "implement", reports=True) for owner in owners)
    return Measure(code, label, counted, target or Target(">=", 9, "9 vụ trở lên"), SOURCE, responsible)


def plan_of(*duties, measures=None, end=2027, window=CALENDAR, questions=()):
    units = (Unit("a", "Trạm Y tế"), Unit("b", "Công an xã"))
    more = {"place": VAN_SON, "end": date(end, 12, 31), "units": units, "duties": duties, "questions": questions, "window": window}
    return plan_with(*(measures or (measure_of(),)), **more)


def had(period, *, code="1", unit="", value=3, window=CALENDAR, **more):
    days = window.parse(period)
    return Figure(f"thing/counted-{code}", "07621", unit, days, days.end, value=value, **more)


def sent(period, dated=date(2026, 11, 20), *, act="submit", duty="yearly", unit="a", **more):
    letter = {"letter": "45/BC", "dated": dated} if act == "submit" or "letter" in more else {}
    return Sending(act, "some/plan", duty, "07621", unit, CALENDAR.parse(period), **(letter | more))


def owed(plan, on, *figures, sendings=(), since=LONG_AGO, **more):
    return judge_plan(plan, Known(figures, sendings=sendings, since=since, **more), on)


def first(plan, on, *figures, **known):
    return owed(plan, on, *figures, **known).deadlines[0]
