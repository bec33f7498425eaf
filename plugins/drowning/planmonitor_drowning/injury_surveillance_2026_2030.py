"""Injury surveillance in a commune by Circular 15/2026/TT-BYT: what the health station and the schools report, and when.

A plan of its own and no part of the programme of 2021-2030, for two reasons: the circular is in force from 1 July 2026, so it
orders nothing in the years before; and it counts the injured of all ages, of whom children are a part. It sets no targets.
"""

from __future__ import annotations

from datetime import date

from planmonitor import (
    CALENDAR,
    Breakdown,
    Card,
    Category,
    Definition,
    Duty,
    Indicator,
    Measure,
    Objective,
    OpenQuestion,
    Plan,
    Responsibility,
    Source,
    Target,
    Task,
    Text,
    Unit,
)

from .acts import CIRCULAR_15, TRANSCRIPT
from .programme import PEOPLE, SEX

STATION, SCHOOLS, COMMITTEE = "tram-y-te-xa", "cac-co-so-giao-duc", "uy-ban-nhan-dan-xa"

READ = f"Theo Thông tư ({TRANSCRIPT})"

# ---------------------------------------------------------------- What is counted

CHILDREN_AMONG_THEM = Breakdown(
    "children",
    Text("Trong đó", "Of whom"),
    "subset",
    (Category("under-16", Text("Trẻ em (dưới 16 tuổi)", "Children under 16")),),
)
RISK_PLACE = Breakdown(
    "risk-place",
    Text("Nơi có yếu tố nguy cơ", "Where the risk factor is"),
    "partition",
    (
        Category("home", Text("Nhà ở", "Homes")),
        Category("school", Text("Trường học", "Schools")),
        Category("road", Text("Đường giao thông", "Roads")),
        Category("water", Text("Ao, hồ, sông, biển", "Ponds, lakes, rivers, sea")),
        Category("market", Text("Chợ", "Markets")),
        Category("play-area", Text("Khu vui chơi", "Play areas")),
        Category("other", Text("Nơi khác", "Elsewhere")),
    ),
)
INJURED_ALL_AGES = Definition(
    key="drowning/surveillance-injured",
    label=Text("Số người bị thương tích tại cộng đồng (mọi lứa tuổi)", "People injured in the community (all ages)"),
    kind="output",
    counts="people",
    over_time="count",
    noun=PEOPLE,
    breakdowns=(SEX, CHILDREN_AMONG_THEM),
    card=Card(
        concept=Text(
            "Người bị thương tích tại cộng đồng đến chăm sóc tại trạm y tế cấp xã hoặc cơ sở y tế khác (nêu lại).",
            "A person injured in the community who comes for care to the commune health station or another health facility (restated).",
        ),
        limitations=Text(
            "Người chết tại nơi xảy ra không đến cơ sở y tế nên không có trong số này.",
            "Those who die at the place of injury come to no facility and are not in it.",
        ),
        level="impact",
    ),
)
DEATHS_ALL_AGES = Definition(
    key="drowning/surveillance-deaths",
    label=Text("Số người tử vong do thương tích (mọi lứa tuổi)", "People who died of injuries (all ages)"),
    kind="output",
    counts="people",
    over_time="count",
    noun=PEOPLE,
    breakdowns=(SEX, CHILDREN_AMONG_THEM),
    card=Card(
        concept=Text(
            "Tử vong trong 30 ngày tại nơi đến chăm sóc, cộng tử vong tại nơi xảy ra thương tích (nêu lại).",
            "Death within 30 days where the person sought care, plus deaths at the place of injury (restated).",
        ),
        period=Text("Năm.", "Yearly."),
        level="impact",
    ),
)
COMMUNITY_RISKS = Definition(
    key="drowning/surveillance-risk-factors-community",
    label=Text("Số yếu tố nguy cơ gây thương tích ghi nhận tại cộng đồng", "Risk factors of injury recorded in the community"),
    kind="output",
    counts="cases",
    over_time="point_in_time",
    noun=Text("yếu tố nguy cơ", "risk factors"),
    breakdowns=(RISK_PLACE,),
    card=Card(level="output"),
)
SCHOOL_RISKS = Definition(
    key="drowning/surveillance-risk-factors-schools",
    label=Text("Số yếu tố nguy cơ gây thương tích ghi nhận tại cơ sở giáo dục", "Risk factors of injury recorded in schools"),
    kind="output",
    counts="cases",
    over_time="point_in_time",
    noun=Text("yếu tố nguy cơ", "risk factors"),
    card=Card(level="output"),
)

WHAT_IS_RECORDED = CIRCULAR_15.at(
    "Thông tư số 15/2026/TT-BYT, Chương VI (nêu lại)",
    f"{READ}: ghi nhận người bị thương tích, nguyên nhân, mức độ; yếu tố nguy cơ về môi trường, hành vi tại nhà ở, trường học, đường giao thông, "
    "ao, hồ, sông, biển, chợ, khu vui chơi. Người bị thương tích và yếu tố nguy cơ: 6 tháng và năm; người tử vong: chỉ kỳ năm.",
)
SCHOOLS_RECORD = CIRCULAR_15.at(
    "Thông tư số 15/2026/TT-BYT, Chương VI (nêu lại)",
    f"{READ}: cơ sở giáo dục báo cáo yếu tố nguy cơ cho Trạm Y tế cấp xã, kỳ 6 tháng và kỳ năm.",
)


def recorded(code: str, definition: Definition, wording: str, source: Source, unit: str) -> Indicator:
    """Return what one unit records and reports, held against no bar."""
    target = Target(None, None, wording, scope="task")
    return Indicator(
        code, "GS", source.clause, (Measure(code, definition.label, definition, target, source, (Responsibility(unit, "implement", reports=True),)),)
    )


INDICATORS = (
    recorded("GS1", INJURED_ALL_AGES, "ghi nhận người bị thương tích", WHAT_IS_RECORDED, STATION),
    recorded("GS2", DEATHS_ALL_AGES, "người tử vong", WHAT_IS_RECORDED, STATION),
    recorded("GS3", COMMUNITY_RISKS, "yếu tố nguy cơ về môi trường, hành vi", WHAT_IS_RECORDED, STATION),
    recorded("GS4", SCHOOL_RISKS, "yếu tố nguy cơ", SCHOOLS_RECORD, SCHOOLS),
)

# ---------------------------------------------------------------- Units

UNITS = (
    Unit(
        COMMITTEE,
        "Ủy ban nhân dân cấp xã",
        (
            Task("Phê duyệt kế hoạch và bố trí nguồn lực giám sát thương tích", "Điều 64 khoản 2 (nêu lại)", "lead"),
            Task("Chỉ đạo Trạm Y tế cấp xã", "Điều 64 khoản 2 (nêu lại)", "lead"),
            Task("Kiểm tra hộ gia đình, trường học, nơi công cộng", "Điều 64 khoản 2 (nêu lại)", "supervise"),
        ),
        also=("Ủy ban nhân dân xã", "UBND xã", "UBND cấp xã"),
    ),
    Unit(
        STATION,
        "Trạm Y tế cấp xã",
        (
            Task("Dự thảo kế hoạch giám sát thương tích", "Điều 54 (nêu lại)", "advise"),
            Task("Thu thập, xác minh số liệu", "Điều 54 (nêu lại)", "implement"),
            Task("Hướng dẫn các trường học", "Điều 54 (nêu lại)", "implement"),
            Task("Báo cáo Trung tâm Kiểm soát bệnh tật cấp tỉnh kỳ 6 tháng và kỳ năm", "Chương VI (nêu lại)", "implement"),
        ),
        also=("Trạm Y tế xã",),
    ),
    Unit(
        SCHOOLS,
        "Các cơ sở giáo dục",
        (Task("Báo cáo yếu tố nguy cơ cho Trạm Y tế cấp xã kỳ 6 tháng và kỳ năm", "Chương VI (nêu lại)", "implement"),),
        members=True,
        also=("Các trường học",),
    ),
)

# ---------------------------------------------------------------- Reports: working days after a calendar half-year and year (art. 52)

STATION_REPORTS = CIRCULAR_15.at(
    "Thông tư số 15/2026/TT-BYT, Chương VI, Điều 52 (nêu lại)",
    f"{READ}: Trạm Y tế cấp xã báo cáo Trung tâm Kiểm soát bệnh tật cấp tỉnh trong 10 ngày làm việc sau khi kết thúc kỳ báo cáo: người bị thương "
    "tích, yếu tố nguy cơ kỳ 6 tháng (01/01 đến 30/6) và kỳ năm (01/01 đến 31/12); người tử vong chỉ kỳ năm. Trung tâm tổng hợp, gửi cơ quan y "
    "tế cấp tỉnh và viện khu vực trong 20 ngày làm việc; Viện Sức khỏe nghề nghiệp và Môi trường gửi Cục Phòng bệnh kỳ năm trong 30 ngày làm "
    "việc.",
)
SCHOOLS_REPORT = CIRCULAR_15.at(
    "Thông tư số 15/2026/TT-BYT, Chương VI, Điều 52 (nêu lại)",
    f"{READ}: cơ sở giáo dục báo cáo Trạm Y tế cấp xã về yếu tố nguy cơ trong 5 ngày làm việc sau khi kết thúc kỳ 6 tháng (01/01 đến 30/6) và kỳ năm "
    "(01/01 đến 31/12).",
)
CENTRE = "Trung tâm Kiểm soát bệnh tật cấp tỉnh"
ONWARD = (
    "Cơ quan y tế cấp tỉnh và viện khu vực (20 ngày làm việc); Cục Phòng bệnh, qua Viện Sức khỏe nghề nghiệp và Môi trường (kỳ năm, 30 ngày làm việc)"
)


def station_report(name: str, period: str, measures: tuple[str, ...]) -> Duty:
    """Return a report of the commune health station: 10 working days after the period."""
    return Duty(
        id=name,
        kind="after_period",
        rule="trong 10 ngày làm việc sau khi kết thúc kỳ báo cáo",
        source=STATION_REPORTS,
        reporters=(STATION,),
        recipient=CENTRE,
        onward=ONWARD,
        period=period,
        working_days=10,
        window=CALENDAR,
        measures=measures,
    )


def schools_report(name: str, period: str) -> Duty:
    """Return a report of the schools: 5 working days after the period."""
    return Duty(
        id=name,
        kind="after_period",
        rule="trong 5 ngày làm việc sau khi kết thúc kỳ",
        source=SCHOOLS_REPORT,
        reporters=(SCHOOLS,),
        recipient="Trạm Y tế cấp xã",
        onward=CENTRE,
        period=period,
        working_days=5,
        window=CALENDAR,
        measures=("GS4",),
    )


DUTIES = (
    schools_report("schools-half-year", "half-year"),
    schools_report("schools-year", "year"),
    # Deaths are reported for the year only.
    station_report("station-half-year", "half-year", ("GS1", "GS3", "GS4")),
    station_report("station-year", "year", ("GS1", "GS2", "GS3", "GS4")),
)

# ---------------------------------------------------------------- What is open

QUESTIONS = (
    OpenQuestion(
        "official-text",
        "document",
        Text(
            "Thông tư được đọc trong một bản chép, chưa đối chiếu bản chính thức. Bản chính thức ghi thời hạn và nội dung báo cáo đúng như vậy "
            "không?",
            "The circular was read in one transcription, not compared with the official text. Does that give the same deadlines and contents?",
        ),
    ),
    OpenQuestion(
        "first-period",
        "duty:station-half-year",
        Text(
            "Thông tư có hiệu lực từ ngày 01/7/2026. Kỳ 6 tháng đầu năm 2026, kết thúc trước ngày đó, có phải báo cáo không?",
            "The circular is in force from 1 July 2026. Is the first half of 2026, which ended before that day, to be reported?",
        ),
    ),
    OpenQuestion(
        "period-of-this-plan",
        "document",
        Text(
            "Thông tư không ấn định ngày kết thúc; kế hoạch theo dõi này lấy đến hết năm 2030 như Chương trình 2021-2030. Xã phê duyệt kế hoạch "
            "giám sát cho giai đoạn nào?",
            "The circular sets no end; this plan runs to the end of 2030 like the programme of 2021-2030. For which period has the commune "
            "approved its surveillance plan?",
        ),
    ),
    OpenQuestion(
        "counting-working-days",
        "duties",
        Text(
            "Thông tư không nêu cách tính ngày làm việc. Ở đây bắt đầu đếm từ ngày sau ngày cuối kỳ, bỏ ngày nghỉ hằng tuần và ngày lễ. Tỉnh tính "
            "thế nào?",
            "The circular does not say how working days are counted. Here from the day after the period ends, leaving out weekends and holidays. How "
            "does the province count?",
        ),
    ),
    OpenQuestion(
        "forms",
        "duties",
        Text(
            "Biểu mẫu theo hướng dẫn của Cục Phòng bệnh (Điều 4 khoản 3) chưa tìm thấy. Báo cáo theo biểu nào, đếm yếu tố nguy cơ thế nào?",
            "The forms, by guidance of the Department of Disease Prevention (art. 4.3), were not found. On which form is reported, and how are risk "
            "factors counted?",
        ),
    ),
    OpenQuestion(
        "age-groups",
        "measure:GS1",
        Text(
            "Biểu chia nhóm tuổi thế nào? Các hệ thống khác nhau (dưới 16; 5 đến dưới 15; 14-16), nên ở đây chỉ tách số trẻ em dưới 16 tuổi.",
            "How does the form split ages? Systems differ (under 16; 5 to under 15; 14-16), so only the children under 16 are told apart here.",
        ),
    ),
    OpenQuestion(
        "reporting-system",
        "duties",
        Text(
            "Từ ngày 01/01/2030 báo cáo phải qua hệ thống thông tin giám sát (Điều 66); trước đó bằng giấy hoặc văn bản điện tử. Tỉnh đã dùng hệ "
            "thống chưa?",
            "From 1 January 2030 reports go through the surveillance information system (art. 66); on paper or as electronic documents until then. "
            "Does the province use it already?",
        ),
    ),
    OpenQuestion(
        "health-facilities",
        "units",
        Text(
            "Phòng khám, bệnh viện báo cáo thẳng Trung tâm Kiểm soát bệnh tật cấp tỉnh trong 5 ngày làm việc. Trạm Y tế có nhận số liệu của họ "
            "không?",
            "Clinics and hospitals report straight to the provincial centre within 5 working days. Does the health station receive their figures?",
        ),
    ),
    OpenQuestion(
        "money",
        "budget",
        Text(
            "Ủy ban nhân dân cấp xã bố trí nguồn lực (Điều 64); văn bản không nêu mức. Kinh phí lấy từ nguồn nào?",
            "The commune provides the resources (art. 64); the act names no sum. Which are the sources?",
        ),
    ),
)

PLAN = Plan(
    id="drowning/injury-surveillance-2026-2030",
    title=Text(
        "Giám sát thương tích tại cộng đồng ở xã theo Thông tư số 15/2026/TT-BYT (kế hoạch chung, nêu lại)",
        "Injury surveillance in a commune by Circular 15/2026/TT-BYT (generic plan, restated)",
    ),
    document=CIRCULAR_15,
    programme=None,
    place=None,
    # In force from 1 July 2026. The circular has no end; the programme's last day is ours, and asked about.
    start=date(2026, 7, 1),
    end=date(2030, 12, 31),
    objectives=(Objective("GS", "Giám sát trong dự phòng thương tích tại cộng đồng (Chương VI, nêu lại)"),),
    indicators=INDICATORS,
    units=UNITS,
    duties=DUTIES,
    questions=QUESTIONS,
    window=CALENDAR,
    short=Text("Giám sát thương tích 2026-2030", "Injury surveillance 2026-2030"),
)
