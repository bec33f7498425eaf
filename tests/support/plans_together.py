"""Plans of one place, and figures of them, for the tests of what only a combined view can see."""

from datetime import date

from planmonitor import CALENDAR, CHILDREN_6_15, Definition, Document, Duty, Figure, Measure, Place, Target, Text, Unit
from support.rules import plan_with

WORDS, CHILDREN = Text("Việc", "Thing"), Text("trẻ em", "children")
DOCUMENT = Document(WORDS, "UBND xã")
SOURCE = DOCUMENT.at("mục I", "Nguyên văn")
AS_OF = date(2026, 11, 22)
OFFICE, STATION = Unit("van-hoa", "Phòng Văn hóa"), Unit("tram", "Trạm Y tế")


def counted(key="shared/deaths", **more):
    return Definition(key, WORDS, "count", "people", "count", CHILDREN, **more)


def share(key="shared/share", population=CHILDREN_6_15.key):
    return Definition(key, WORDS, "ratio", "people", "point_in_time", CHILDREN, CHILDREN, CHILDREN, population=population)


NONE_OCCURS = Target("==", 0, "không để xảy ra", kind="zero_incident")
MOST = Target("<=", 4, "không quá 4")
MOST_OF = Target(">=", 60, "60%")


def plan(name, definition, target, *, units=(), duties=(), window=CALENDAR):
    measure = Measure("1", WORDS, definition, target, SOURCE)
    place = Place("commune", "xã Thử", "00000")
    return plan_with(measure, id=name, short=Text(name, name), place=place, end=date(2026, 12, 31), units=units, duties=duties, window=window)


def figure(definition, window=CALENDAR, **counts):
    period = window.year(2026)
    return Figure(definition, "P", "", period, AS_OF, state="provisional", **counts)


def duty(name, last_day, unit):
    return Duty(name, "dated", "trước ngày", SOURCE, (unit.id,), last_day=last_day)
