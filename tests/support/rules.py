"""A small plan, figures for it, and how it is judged: what the tests of the rules begin with."""

from datetime import date

from planmonitor import CALENDAR, Definition, Document, Figure, Indicator, Measure, Objective, Place, Plan, Responsibility, Target, Text, Unit
from planmonitor.assessment.known import Known
from planmonitor.assessment.plans import judge_plan
from planmonitor.workspace.parts import unit_of

SOURCE = Document(Text("Kế hoạch", "Plan"), "UBND xã").at("mục I", "Nguyên văn chỉ tiêu")
OPEN, CLOSED, DUE, AFTER = date(2026, 7, 1), date(2027, 2, 1), date(2030, 12, 31), date(2031, 1, 1)
CHILDREN = Text("trẻ em", "children")
VAN_SON = Place("commune", "xã Vân Sơn", "07621")


def counted(kind="ratio", over_time="point_in_time", counts="people", noun=CHILDREN, **more):
    """Return how a thing is counted."""
    above, below = Text("Tử số", "Numerator"), Text("Mẫu số", "Denominator")
    parts = {"numerator": above, "denominator": below} if kind in {"ratio", "rate"} else {"maximum": 100} if kind == "score" else {}
    fields = {"key": "thing/counted", "label": Text("Việc", "Thing"), **parts, **more}
    return Definition(kind=kind, counts=counts, over_time=over_time, noun=noun, **fields)


RATIO, FLOW, YES_NO = counted(), counted("count", "count"), counted("yes_no")


def whose(plan, measure, parts):
    """Return how a unit that is typed is found among the parts of a measure."""
    return lambda unit: unit_of(plan, measure, unit, parts, ())


def bar(comparator, value=None, **more):
    """Return what a plan wants."""
    return Target(comparator, value, "chữ in trong kế hoạch", **more)


ZERO = bar("==", 0, kind="zero_incident")


def had(period, above=None, below=None, *, value=None, yes=None, unit="", **more):
    """Return what was reported for a period of the calendar."""
    days = CALENDAR.parse(period)
    return Figure("thing/counted", "07621", unit, days, more.pop("until", days.end), numerator=above, denominator=below, value=value, yes=yes, **more)


def measure_of(definition, *targets, code="1", owners=()):
    """Return a measure for which these units report."""
    responsible = tuple(Responsibility(owner, "implement", reports=True) for owner in owners)
    return Measure(code, Text("Việc", "Thing"), definition, targets, SOURCE, responsible)


def plan_with(*measures, **more):
    """Return a plan of these measures for 2026 to 2030, each in an indicator of its own; `more` are fields that differ."""
    fields = {
        "id": "some/plan",
        "title": Text("Kế hoạch", "Plan"),
        "document": SOURCE.document,
        "programme": None,
        "place": None,
        "start": date(2026, 1, 1),
        "end": DUE,
        "objectives": (Objective("1", "Mục tiêu"),),
        "indicators": tuple(Indicator(measure.code, "1", "Chỉ tiêu", (measure,)) for measure in measures),
        "window": CALENDAR,
    }
    return Plan(**{**fields, **more})


def plan_of(definition, target, owners=(), *, group=False):
    """Return a plan of one measure; each unit that reports is a group of units where `group` says so."""
    units = tuple(Unit(owner, owner, members=group) for owner in owners)
    return plan_with(measure_of(definition, target, owners=owners), place=VAN_SON, units=units)


def judge(definition, target, *figures, on, owners=(), acceptances=()):
    """Return a measure as it is judged on a day."""
    return judge_plan(plan_of(definition, target, owners), Known(figures, acceptances=acceptances), on).measures[0]


def status(definition, target, *figures, on, owners=()):
    """Return the status of a measure on a day."""
    return judge(definition, target, *figures, on=on, owners=owners).status
