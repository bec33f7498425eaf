"""A plugin for the tests of what plan authors test with: four plans, and a check that fails."""

PLUGIN = """
from datetime import date

from planmonitor import (
    Breakdown, Category, Check, Definition, Document, Duty, Finding, Indicator, Measure, Objective, OpenQuestion, Place, Plan, Responsibility,
    Target, Task, Text, Unit, hookimpl
)

api = 1
DOCUMENT = Document(title=Text("Kế hoạch thử", "A plan for a test"), issuer="UBND xã Thử")
LINE = DOCUMENT.at("mục I.1", "70% trở lên trẻ em được hướng dẫn; không để xảy ra vụ việc nào.")
SEX = Breakdown("sex", Text("Giới tính", "Sex"), "partition", (
    Category("male", Text("Nam", "Male")), Category("female", Text("Nữ", "Female")),
))
INFORMED = Definition(
    key="trial/informed", label=Text("Tỷ lệ trẻ em được hướng dẫn", "Children instructed"), kind="ratio", counts="people",
    over_time="cumulative", noun=Text("trẻ em", "children"), numerator=Text("Trẻ em được hướng dẫn", "Instructed"),
    denominator=Text("Trẻ em", "Children"), breakdowns=(SEX,),
)
CASES = Definition(
    key="trial/cases", label=Text("Số vụ", "Cases"), kind="count", counts="cases", over_time="count", noun=Text("vụ", "cases")
)
SUPPLIES = (Responsibility("truong-thu", "implement", reports=True),)


NONE = Target("==", 0, "không để xảy ra", kind="zero_incident")


def plan(name, place, cases=NONE):
    return Plan(
        id=f"trial/{name}", title=Text("Kế hoạch thử", "A plan for a test"), document=DOCUMENT, programme=None, place=place,
        start=date(2026, 1, 1), end=date(2026, 12, 31), objectives=(Objective("1", "Mục tiêu thử"),),
        indicators=(Indicator("1", "1", "Dòng thử", (
            Measure("1a", Text("Trẻ em được hướng dẫn", "Children instructed"), INFORMED, Target(">=", 70, "70% trở lên"), LINE, SUPPLIES),
            Measure("1b", Text("Số vụ", "Cases"), CASES, cases, LINE, SUPPLIES),
        )),),
        units=(
            Unit("truong-thu", "Trường thử", (Task("Hướng dẫn trẻ em.", "mục II", "implement"),)),
            Unit("thon", "Các thôn", (Task("Hướng dẫn trẻ em.", "mục II", "implement"),), members=True),
        ),
        questions=(OpenQuestion("owner-1b", "measure:1b", Text("Đơn vị nào báo số vụ?", "Which units report cases?"), answer_type="units"),),
        duties=(Duty("half", "dated", "trước ngày 10/6", LINE, ("truong-thu",), period="half-year", last_day="06-09"),),
    )


def look(judged_plan):
    for judged in judged_plan.with_definition("trial/cases"):
        if judged.value is None:
            message = Text("Chưa có số vụ.", "No number of cases yet.")
            yield Finding(message, judged.measure.source, (judged.id,), state="not_judged")
        elif judged.value.value:
            yield Finding(Text("Đã xảy ra vụ việc.", "There was a case."), judged.measure.source, (judged.id,))


def fail(judged_plan):
    raise RuntimeError("the check itself is wrong")


@hookimpl
def planmonitor_plans():
    yield plan("generic", None)
    yield plan("placed", Place("commune", "xã Thử Khác", "00001"))
    yield plan("failing", None)
    yield plan("few", None, Target("<=", 5, "không quá 5"))


@hookimpl
def planmonitor_checks():
    yield Check("trial/cases", "error", Text("Có vụ việc", "There are cases"), look, plans=("trial/generic", "trial/placed"))
    yield Check("trial/fails", "error", Text("Kiểm tra hỏng", "A broken check"), fail, plans=("trial/failing",))
"""
GENERIC, PLACED, FAILING = "trial/generic", "trial/placed", "trial/failing"
