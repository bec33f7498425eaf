"""The sample plan: no document stands behind it. It shows one of each thing a plan may hold, in the order of a document.

Transcribe yours from its first line to its last: the words of each target as printed, each with its section. What the
document does not say is not filled in by guess; it becomes an open question.
"""

from __future__ import annotations

from datetime import date

from planmonitor import Document, Duty, Indicator, Measure, Objective, OpenQuestion, Plan, Responsibility, Target, Task, Text, Unit

from .programme import CASES, SKILLS

# CHANGE: title, issuer, number and day of your document. What the text leaves blank stays None.
DOCUMENT = Document(
    title=Text("Kế hoạch mẫu năm 2026 (hãy thay bằng kế hoạch của bạn)", "Sample plan for 2026 (replace it by your own)"),
    issuer="Cơ quan ban hành kế hoạch (hãy điền)",
    number=None,
    issued=None,
)

# ---------------------------------------------------------------- I Objectives

# CHANGE: the numbered groups of your document.
OBJECTIVES = (Objective("1", "Mục tiêu mẫu: Bảo vệ trẻ em"),)

# ---------------------------------------------------------------- I Target lines

# CHANGE: the lines as printed, each with the section it stands in.
LINE_1 = DOCUMENT.at("mục I.1", "Từ 80% trở lên trẻ em được hướng dẫn kỹ năng tự bảo vệ.")
LINE_2 = DOCUMENT.at("mục I.2", "Không để xảy ra vụ bạo lực trẻ em.")

# CHANGE: one indicator for each line; one measure for each figure in it. The words printed decide the comparator:
# "Từ 80% trở lên" is ">=", "trên 80%" is ">", "dưới 4%" is "<", "không quá 5 vụ" is "<=".
INDICATORS = (
    Indicator(
        "1",
        "1",
        LINE_1.clause,
        (
            Measure(
                "1",
                Text("Trẻ em được hướng dẫn kỹ năng tự bảo vệ", "Children instructed in protecting themselves"),
                SKILLS,
                Target(">=", 80, "Từ 80% trở lên", due=date(2026, 12, 31)),
                LINE_1,
                responsible=(Responsibility("phong-chuyen-mon", "lead", reports=True), Responsibility("truong-hoc", "implement")),
            ),
        ),
    ),
    Indicator(
        "2",
        "1",
        LINE_2.clause,
        (
            Measure(
                "2",
                Text("Vụ bạo lực trẻ em", "Cases of violence against children"),
                CASES,
                Target("==", 0, "Không để xảy ra", kind="zero_incident"),
                LINE_2,
                responsible=(Responsibility("phong-chuyen-mon", "lead", reports=True),),
            ),
        ),
    ),
)

# ---------------------------------------------------------------- II Units

# CHANGE: every unit that the document names, with its tasks. A group has members, which each place registers for itself.
UNITS = (
    Unit(
        "phong-chuyen-mon",
        "Phòng chuyên môn (mẫu)",
        (Task("Chủ trì, phối hợp với các trường học thực hiện Kế hoạch", "mục II.1", "lead"),),
    ),
    Unit(
        "truong-hoc",
        "Các trường học (mẫu)",
        (Task("Hướng dẫn kỹ năng tự bảo vệ cho trẻ em", "mục II.2", "implement"),),
        members=True,
    ),
)

# ---------------------------------------------------------------- III Reports

# CHANGE: every report that the document orders. "Trước ngày 15/12" leaves out the 15th: the last day is 14 December.
# A report without a date is never overdue until the place that follows the plan sets the day.
DUTIES = (
    Duty(
        id="annual-report",
        kind="dated",
        rule="trước ngày 15/12",
        source=DOCUMENT.at("mục III.1", "Phòng chuyên môn báo cáo kết quả thực hiện Kế hoạch trước ngày 15/12 hằng năm."),
        reporters=("phong-chuyen-mon",),
        period="year",
        last_day="12-14",
    ),
    Duty(
        id="school-report",
        kind="undated",
        rule="định kỳ báo cáo",
        source=DOCUMENT.at("mục III.2", "Các trường học định kỳ báo cáo kết quả thực hiện về Phòng chuyên môn."),
        reporters=("truong-hoc",),
        recipient="Phòng chuyên môn",
        measures=("1",),
    ),
)

# ---------------------------------------------------------------- What the document leaves open

# CHANGE: one question for everything that is missing. A place answers it in its monitor.toml.
QUESTIONS = (
    OpenQuestion(
        "school-report-day",
        "duty:school-report",
        Text("Các trường học báo cáo định kỳ chậm nhất ngày nào hằng năm?", "By which day of the year do the schools make their periodic report?"),
        "month_day",
    ),
)

# ---------------------------------------------------------------- The plan

# CHANGE: the id (the part behind the slash is yours), the period, and the place: Place(level="commune", name="xã …", code="…").
PLAN = Plan(
    id="plan-template/sample-2026",
    title=DOCUMENT.title,
    document=DOCUMENT,
    programme="plan-template",
    place=None,
    start=date(2026, 1, 1),
    end=date(2026, 12, 31),
    objectives=OBJECTIVES,
    indicators=INDICATORS,
    units=UNITS,
    duties=DUTIES,
    questions=QUESTIONS,
)
