"""The scorecard of Decision 06/QĐ-TTg for the five-year plan 2026-2030: for any commune, ward or special zone.

The decision's text could not be read in full. Every clause here is a restatement, not a quotation, and says what it rests
on: (B) a named press or legal page that restates the decision, or (C) a machine translation, or what places were seen to do. A
figure that no page states is no measure here but an open question. What the decision gave to the district level, which
ended on 1 July 2025, stands as it was; who does it now is asked.

The parts of criteria 1, 6 and 7 whose conditions were read stand as measures of their own among the tasks: an officer
counts them all year and sees what is wanting before the points are given. They are not added to the total; the points
of the criterion are.
"""

from __future__ import annotations

from datetime import date

from planmonitor import (
    CHILDREN_IN_SPECIAL_CIRCUMSTANCES,
    Choice,
    Definition,
    Duty,
    Indicator,
    Measure,
    Objective,
    OpenQuestion,
    Plan,
    Responsibility,
    Target,
    Task,
    Text,
    Unit,
)

from .programme import BOARD, COLLABORATORS, CRITERIA, DECISION_06, PLANS_IN_TIME, RECOGNISED, SUPPORTED, TOTAL, VACCINATED, WORKER

ASSESSED = (2027, 2029)
"""Years 2 and 4 of the five-year plan 2026-2030: our reading on offer, which a place can replace."""
LAST_ASSESSMENT = date(2029, 12, 31)
"""End of the last of these years: after it nothing more is scored in this plan, and what is not reached stays so."""

# ---------------------------------------------------------------- Where the restatements stand. The printed articles were not seen.

CRITERIA_SECTION = "13 tiêu chí (nêu lại)"
CONDITIONS_SECTION = "Điều kiện công nhận (nêu lại)"
PROCEDURE_SECTION = "Trình tự đánh giá (nêu lại)"
PRACTICE_SECTION = "Trình tự đánh giá (việc làm của địa phương)"

ABOVE_ZERO = "không có tiêu chí nào bị 0 điểm"
MARKS = "từ 900 điểm trở lên … từ 850 điểm trở lên … từ 800 điểm trở lên"
SEVERAL_B = "mức tin cậy B, nhiều nguồn, không phải nguyên văn"
ONE_B = "mức tin cậy B, một nguồn, không phải nguyên văn"
ONE_C = "mức tin cậy C, một nguồn, không phải nguyên văn"
PRACTICE_C = "mức tin cậy C, việc làm của địa phương, không phải nguyên văn"

MAXIMUM_OPEN = "Điểm tối đa và các nội dung thành phần chưa đọc được."
BY_DAN_SINH = f"Theo báo Dân sinh ngày 22/11/2021 ({ONE_B})"
BY_THIRTEEN = f"Theo bài “13 tiêu chí đánh giá xã, phường, thị trấn phù hợp với trẻ em” của báo Thái Bình ({ONE_B})"
BY_BA_RIA = f"báo Bà Rịa - Vũng Tàu tháng 8/2019, {ONE_B}"
BY_SUMMARY = f"Theo một trang tóm tắt Quyết định ({ONE_B})"
TIMING = (
    f"Theo báo Nghệ An, bản dịch máy ({ONE_C}): đánh giá vào tháng 11 của năm thứ hai và năm thứ tư của kế hoạch phát triển kinh tế - xã hội 5 năm."
)

OBJECTIVES = (
    Objective("TC", "13 tiêu chí (nêu lại)"),
    Objective("ND", "Nội dung thành phần của các tiêu chí 1, 6, 7 đã đọc được điều kiện cho điểm (nêu lại)"),
    Objective("DK", "Điều kiện công nhận (nêu lại)"),
)

# ---------------------------------------------------------------- Units

COMMUNE = "uy-ban-nhan-dan-cap-xa"
DISTRICT = "uy-ban-nhan-dan-cap-huyen"

UNITS = (
    Unit(
        COMMUNE,
        "Ủy ban nhân dân cấp xã",
        (
            Task(f"Tự chấm điểm các tiêu chí, họp xét ở xã ({PRACTICE_C}: xã Đào Hữu Cảnh, tỉnh An Giang, năm 2019).", PRACTICE_SECTION, "implement"),
            Task(
                "Chủ tịch Ủy ban nhân dân cấp xã phê duyệt kịp thời kế hoạch can thiệp, hỗ trợ cho vụ việc trẻ em bị xâm hại tình dục, "
                f"bỏ rơi, mua bán ({ONE_B}).",
                CRITERIA_SECTION,
                "lead",
            ),
        ),
    ),
    Unit(
        "phong-lao-dong-thuong-binh-va-xa-hoi",
        "Phòng Lao động - Thương binh và Xã hội cấp huyện",
        (Task(f"Kiểm tra hồ sơ của các xã ({PRACTICE_C}: huyện Đak Pơ, năm 2019).", PRACTICE_SECTION, "advise"),),
    ),
    Unit(
        DISTRICT,
        "Ủy ban nhân dân cấp huyện",
        (
            Task(
                f"Hội đồng xét duyệt hoặc ban chỉ đạo về trẻ em do Phó Chủ tịch làm chủ tịch họp xét ({PRACTICE_C}: huyện Đak Pơ năm 2019, "
                "huyện Cầu Ngang năm 2022).",
                PRACTICE_SECTION,
                "lead",
            ),
            Task(f"Ra quyết định công nhận ({PRACTICE_C}: huyện Đơn Dương, năm 2022).", PRACTICE_SECTION, "lead"),
            Task(f"Chủ tịch chịu trách nhiệm về kết quả đánh giá, công nhận ({BY_BA_RIA}).", PROCEDURE_SECTION, "lead"),
        ),
    ),
    Unit(
        "so-lao-dong-thuong-binh-va-xa-hoi",
        "Sở Lao động - Thương binh và Xã hội",
        (Task(f"Hướng dẫn, kiểm tra việc đánh giá, công nhận và báo cáo Ủy ban nhân dân cấp tỉnh ({BY_BA_RIA}).", PROCEDURE_SECTION, "supervise"),),
    ),
    Unit(
        "mat-tran-to-quoc",
        "Mặt trận Tổ quốc Việt Nam",
        (Task(f"Giám sát việc đánh giá, công nhận ({BY_BA_RIA}).", PROCEDURE_SECTION, "supervise"),),
    ),
)

# The commune scores itself: it supplies all points as a whole. Who counts inside the commune is an open question.
SCORES_ITSELF = (Responsibility(COMMUNE, "implement", reports=True),)

# ---------------------------------------------------------------- The thirteen criteria


def _criterion(definition: Definition, read: str) -> Indicator:
    """Return the line of one criterion: its points, of which none may be 0, and what was read of its table."""
    code = definition.key.rpartition("-")[2]
    name = definition.label.vi
    clause = f"Theo các trang nêu lại ({SEVERAL_B}): tiêu chí {code} là “{name}”; để được công nhận phải đạt cả 13 tiêu chí và {ABOVE_ZERO}. {read}"
    target = Target(">", 0, ABOVE_ZERO, due=LAST_ASSESSMENT, assessed_years=ASSESSED)
    measure = Measure(code, definition.label, definition, target, DECISION_06.at(CRITERIA_SECTION, clause), SCORES_ITSELF)
    return Indicator(code, "TC", f"Tiêu chí {code}. {name} (nêu lại)", (measure,))


_READ = {
    1: f"{BY_DAN_SINH}: tối đa 100 điểm.",
    2: f"{BY_SUMMARY}: tính theo tỷ lệ. {MAXIMUM_OPEN}",
    3: f"{BY_SUMMARY}: tính theo tỷ suất. {MAXIMUM_OPEN}",
    4: f"{BY_SUMMARY}: tính theo tỷ suất. {MAXIMUM_OPEN}",
    6: f"{BY_THIRTEEN}: tối đa 125 điểm, gồm 50 điểm và 75 điểm của hai nội dung.",
    7: f"{BY_THIRTEEN}: tối đa 50 điểm.",
    9: f"{BY_SUMMARY}: tính theo tỷ lệ. {MAXIMUM_OPEN}",
}
"""What was read beyond its name, by the number of the criterion."""

CRITERION_LINES = tuple(_criterion(definition, _READ.get(number, MAXIMUM_OPEN)) for number, definition in enumerate(CRITERIA, 1))

# ---------------------------------------------------------------- The parts whose conditions were read


def _part(code: str, label: Text, definition: Definition, target: Target, clause: str) -> Indicator:
    """Return the line of one part of a criterion, a figure among the tasks."""
    measure = Measure(code, label, definition, target, DECISION_06.at(CRITERIA_SECTION, clause), SCORES_ITSELF)
    return Indicator(code, "ND", f"{label.vi} (nêu lại)", (measure,))


def _condition(comparator: str, value: int | None, wording: str) -> Target:
    """Return the condition for the points of a part."""
    return Target(comparator, value, wording, scope="task", due=LAST_ASSESSMENT, assessed_years=ASSESSED)


# 1.1 to 6.2 are the numbers of the restatements; 7.1 is ours, for the one condition of criterion 7 that was read.

PART_LINES = (
    _part(
        "1.1",
        Text("Bố trí người làm công tác bảo vệ trẻ em cấp xã (50 điểm)", "Child-protection worker of the commune appointed (50 points)"),
        WORKER,
        _condition("done", None, "bố trí người làm công tác bảo vệ trẻ em cấp xã"),
        f"{BY_DAN_SINH}: bố trí người làm công tác bảo vệ trẻ em cấp xã được 50 điểm.",
    ),
    _part(
        "1.2",
        Text(
            "Bố trí cộng tác viên bảo vệ trẻ em tại thôn, ấp, bản, tổ dân phố (15 điểm)",
            "Child-protection collaborators appointed in villages and residential groups (15 points)",
        ),
        COLLABORATORS,
        _condition("done", None, "bố trí cộng tác viên bảo vệ trẻ em"),
        f"{BY_DAN_SINH}: bố trí cộng tác viên bảo vệ trẻ em tại thôn, ấp, bản, tổ dân phố (phần sau bị cắt) được 15 điểm.",
    ),
    _part(
        "1.3",
        Text(
            "Ban bảo vệ trẻ em hoặc nhóm chuyên trách bảo vệ trẻ em cấp xã hoạt động, có họp, đánh giá hằng tháng, quý, năm (15 điểm)",
            "Child-protection board or core group working, with monthly, quarterly and yearly meetings and reviews (15 points)",
        ),
        BOARD,
        _condition("done", None, "hoạt động, có họp, đánh giá hằng tháng, quý, năm"),
        f"{BY_DAN_SINH}: Ban bảo vệ trẻ em hoặc nhóm chuyên trách bảo vệ trẻ em cấp xã hoạt động, có họp, đánh giá hằng tháng, quý, năm "
        "được 15 điểm.",
    ),
    _part(
        "6.1",
        Text("Tỷ lệ trẻ em có hoàn cảnh đặc biệt được trợ giúp (50 điểm)", "Children in special circumstances who are supported (50 points)"),
        SUPPORTED,
        _condition(">=", 95, "từ 95% trở lên"),
        f"{BY_THIRTEEN}: tỷ lệ trẻ em có hoàn cảnh đặc biệt được trợ giúp đạt từ 95% trở lên được 50 điểm.",
    ),
    _part(
        "6.2",
        Text(
            "Tỷ lệ vụ việc trẻ em bị xâm hại tình dục, bỏ rơi, mua bán được Chủ tịch Ủy ban nhân dân cấp xã phê duyệt kế hoạch can thiệp, "
            "hỗ trợ kịp thời (75 điểm)",
            "Cases of sexual abuse, abandonment or trafficking with a support plan approved in time by the commune chairperson (75 points)",
        ),
        PLANS_IN_TIME,
        _condition(">=", 100, "100%"),
        f"{BY_THIRTEEN}: 100% vụ việc trẻ em bị xâm hại tình dục, bỏ rơi, mua bán được Chủ tịch Ủy ban nhân dân cấp xã phê duyệt kế hoạch "
        "can thiệp, hỗ trợ kịp thời được 75 điểm.",
    ),
    _part(
        "7.1",
        Text("Tỷ lệ trẻ em dưới 1 tuổi được tiêm chủng đầy đủ (50 điểm)", "Under-1s fully vaccinated (50 points)"),
        VACCINATED,
        _condition(">=", 98, "từ 98% trở lên"),
        f"{BY_THIRTEEN}: tỷ lệ trẻ em dưới 1 tuổi được tiêm chủng đầy đủ đạt từ 98% trở lên được 50 điểm.",
    ),
)

# ---------------------------------------------------------------- The conditions of recognition

CLASS_QUESTION = "commune-class"

CONDITION_LINES = (
    Indicator(
        "TD",
        "DK",
        "Tổng điểm đạt mức tối thiểu theo loại đơn vị: từ 900 điểm, từ 850 điểm hoặc từ 800 điểm trở lên (nêu lại)",
        (
            Measure(
                "TD",
                Text("Tổng điểm của 13 tiêu chí", "Total of the 13 criteria"),
                TOTAL,
                Target(">=", None, MARKS, due=LAST_ASSESSMENT, value_from=CLASS_QUESTION, assessed_years=ASSESSED),
                DECISION_06.at(
                    CONDITIONS_SECTION,
                    f"Theo trang Thư Ký Luật ({ONE_B}; riêng mức 900 điểm có nguồn thứ hai): phường thuộc quận, thị xã, thành phố của thành phố "
                    "trực thuộc trung ương đạt từ 900 điểm trở lên; xã, phường, thị trấn còn lại đạt từ 850 điểm trở lên; xã, thị trấn "
                    f"thuộc miền núi, hải đảo, xã đặc biệt khó khăn đạt từ 800 điểm trở lên. {TIMING}",
                ),
            ),
        ),
    ),
    Indicator(
        "CN",
        "DK",
        "Được công nhận xã, phường, thị trấn phù hợp với trẻ em (nêu lại)",
        (
            Measure(
                "CN",
                Text("Xã được công nhận đạt tiêu chuẩn phù hợp với trẻ em", "Commune recognised as child-friendly"),
                RECOGNISED,
                Target("done", None, "được công nhận", due=LAST_ASSESSMENT, assessed_years=ASSESSED),
                DECISION_06.at(
                    CONDITIONS_SECTION,
                    f"Theo các trang nêu lại ({SEVERAL_B}): được công nhận khi đạt cả 13 tiêu chí, {ABOVE_ZERO} và tổng điểm từ mức tối thiểu "
                    "trở lên.",
                ),
                (Responsibility(DISTRICT, "lead"),),
            ),
        ),
    ),
)

INDICATORS = (*CRITERION_LINES, *PART_LINES, *CONDITION_LINES)

# ---------------------------------------------------------------- Reports

DUTIES = (
    # In November of two years only, on a day not read. A report of every year would be called overdue in the other years.
    Duty(
        id="self-assessment",
        kind="undated",
        rule="vào tháng 11 của năm thứ hai và năm thứ tư",
        source=DECISION_06.at(PRACTICE_SECTION, f"{TIMING} Xã tự chấm điểm và họp xét ({PRACTICE_C}: xã Đào Hữu Cảnh, tỉnh An Giang, năm 2019)."),
        reporters=(COMMUNE,),
        measures=tuple(measure.code for line in (*CRITERION_LINES, *PART_LINES) for measure in line.measures),
    ),
)

# ---------------------------------------------------------------- What was not seen, and what the reform of 2025 leaves open

_WITHOUT_MAXIMUM = tuple((number, definition.label) for number, definition in enumerate(CRITERIA, 1) if definition.maximum is None)

MAXIMUM_QUESTIONS = tuple(
    OpenQuestion(
        f"maximum-{number}",
        f"maximum:{number}",
        Text(
            f"Điểm tối đa của tiêu chí {number} ({label.vi}) chưa đọc được. Theo bảng điểm của Quyết định là bao nhiêu?",
            f"The maximum of criterion {number} ({label.en}) was not read. What does the decision's table of points give?",
        ),
        "number",
    )
    for number, label in _WITHOUT_MAXIMUM
)

PARTS_QUESTIONS = tuple(
    OpenQuestion(
        f"parts-{number}",
        f"measure:{number}",
        Text(
            f"Tiêu chí {number} ({label.vi}) gồm những nội dung nào, mỗi nội dung có ngưỡng và điểm bao nhiêu, dưới ngưỡng cho điểm thế nào?",
            f"Which parts has criterion {number} ({label.en}), with which thresholds and points, and how do points fall below a threshold?",
        ),
    )
    for number, label in _WITHOUT_MAXIMUM
)

QUESTIONS = (
    OpenQuestion(
        "full-text",
        "document",
        Text(
            "Toàn văn Quyết định số 06/QĐ-TTg và bảng điểm chưa được đọc; mọi mục ở đây được nêu lại theo các trang khác. Nguyên văn, số điều, "
            "bảng điểm là gì?",
            "The full text of Decision 06/QĐ-TTg and its table of points were not read; all here is restated from other pages. What are its "
            "exact words, its articles and its table?",
        ),
    ),
    OpenQuestion(
        "replaced",
        "document",
        Text(
            "Dự thảo quyết định thay thế được lấy ý kiến từ 07/8/2024 đến 07/10/2024; chưa tìm thấy quyết định mới đã ký. Tại địa phương hiện "
            "áp dụng văn bản nào, Quyết định số 06/QĐ-TTg còn hiệu lực không?",
            "A draft to replace the decision was out for comment from 7 August to 7 October 2024; no signed act was found. Which act applies in "
            "the place now, and is Decision 06/QĐ-TTg still in force?",
        ),
    ),
    OpenQuestion(
        "guidance",
        "document",
        Text(
            "Công văn số 604/TE-PTTG ngày 20/9/2019 hướng dẫn thu thập số liệu, chấm điểm, công nhận chưa tìm thấy. Công văn quy định gì về "
            "cách tính và hồ sơ?",
            "Letter 604/TE-PTTG of 20 September 2019 on data, scoring and recognition was not found. What does it say on the counting and the file?",
        ),
    ),
    OpenQuestion(
        "place-has-own-card",
        "place",
        Text(
            "Đây là thẻ điểm chung. Tỉnh hoặc xã có kế hoạch, hướng dẫn chấm điểm riêng không? Quyết định có áp dụng cho đặc khu không?",
            "This is a generic scorecard. Has the province or the commune a plan or guidance of its own? Does the decision hold for special zones?",
        ),
    ),
    OpenQuestion(
        CLASS_QUESTION,
        "measure:TD",
        Text(
            "Xã, phường, đặc khu thuộc loại nào để xác định mức tổng điểm tối thiểu? Các loại được ghi theo đơn vị hành chính năm 2019; từ "
            "01/7/2025 không còn quận, thị xã, thành phố thuộc tỉnh, thị trấn, và chưa thấy văn bản nào xếp phường mới, đặc khu vào loại nào. "
            "Hãy chọn theo văn bản của cấp trên và ghi văn bản đó. Mức 850 và 800 chỉ có một nguồn.",
            "To which class does the commune, ward or special zone belong, and so which total is the least? The classes are worded for the "
            "units of 2019; since 1 July 2025 there are no urban districts, district towns and townships, and no act was found that puts new "
            "wards and special zones into a class. Choose by the letter of the higher level and name it. 850 and 800 rest on one source.",
        ),
        "choice",
        (
            Choice(
                "central-city-ward",
                Text(
                    "Phường thuộc quận, thị xã, thành phố của thành phố trực thuộc trung ương: 900 điểm",
                    "Ward of a district, town or city inside a centrally-run city: 900 points",
                ),
                900,
            ),
            Choice("other", Text("Xã, phường, thị trấn còn lại: 850 điểm", "All other communes, wards and townships: 850 points"), 850),
            Choice(
                "mountain-island-hardship",
                Text(
                    "Xã, thị trấn thuộc miền núi, hải đảo; xã đặc biệt khó khăn: 800 điểm",
                    "Commune or township in a mountain or island area; commune in extreme difficulty: 800 points",
                ),
                800,
            ),
        ),
    ),
    OpenQuestion(
        "assessed-years",
        "years:*",
        Text(
            "Xã được đánh giá vào những năm nào? Một nguồn (bản dịch máy) nêu tháng 11 của năm thứ hai và năm thứ tư của kế hoạch 5 năm, tức "
            "2027 và 2029 cho giai đoạn 2026-2030; dự thảo năm 2024 muốn bỏ cách này.",
            "In which years is the commune assessed? One source, a machine translation, says November of year 2 and year 4 of the five-year "
            "plan, which gives 2027 and 2029 for 2026-2030; the draft of 2024 wanted to end this.",
        ),
        "years",
        offered=ASSESSED,
    ),
    OpenQuestion(
        "data-window",
        "duty:self-assessment",
        Text(
            "Số liệu để chấm điểm tính từ ngày nào đến ngày nào, khi việc đánh giá làm vào tháng 11, trước khi hết năm?",
            "Which days do the figures cover when the commune is assessed in November, before the year is over?",
        ),
    ),
    # The points.
    OpenQuestion(
        "maximum-total",
        "maximum:TD",
        Text(
            "Tổng điểm tối đa của 13 tiêu chí chưa đọc được (mức 1.000 điểm chỉ thấy ở Quyết định số 37/2010/QĐ-TTg). Là bao nhiêu?",
            "The overall maximum of the 13 criteria was not read (1,000 is documented for Decision 37/2010/QĐ-TTg only). What is it?",
        ),
        "number",
    ),
    *MAXIMUM_QUESTIONS,
    *PARTS_QUESTIONS,
    OpenQuestion(
        "deductions",
        "criteria",
        Text(
            "Có trường hợp nào bị trừ điểm không? Chưa thấy trang nào nêu.",
            "Are points ever deducted? No page read says so.",
        ),
    ),
    OpenQuestion(
        "criterion-met",
        "criteria",
        Text(
            "“Đạt cả 13 tiêu chí” có nghĩa khác với không tiêu chí nào bị 0 điểm không: mỗi tiêu chí có mức tối thiểu riêng không?",
            "Does “all 13 criteria met” mean more than none at 0: has each criterion a minimum of its own?",
        ),
    ),
    OpenQuestion(
        "partial-1",
        "measure:1",
        Text(
            "Các nội dung 1.1, 1.2, 1.3 có được cho một phần điểm không (kiêm nhiệm, thiếu cộng tác viên ở một số thôn, họp không đủ kỳ)?",
            "Is part of the points given for 1.1, 1.2 and 1.3 (a worker with other duties, villages without a collaborator, meetings left out)?",
        ),
    ),
    OpenQuestion(
        "funding-1",
        "measure:1",
        Text(
            "Nội dung kinh phí của tiêu chí 1 chỉ đọc được phần đầu: điều kiện là gì, được bao nhiêu điểm? (Nếu chỉ có bốn nội dung thì là 20 "
            "điểm, suy ra bằng phép trừ; ở đây không dùng số này.)",
            "Only the beginning of the funding part of criterion 1 was read: what is its condition, and how many points has it? (With four parts "
            "only it would be 20 by subtraction; that figure is not used here.)",
        ),
    ),
    OpenQuestion(
        "zero-3",
        "measure:3",
        Text(
            "Khi nào tiêu chí 3 (trẻ em bị xâm hại) bị 0 điểm: khi tỷ suất vượt mức nào, hay chỉ cần một vụ nghiêm trọng?",
            "When does criterion 3 (children abused) score 0: above which rate, or after a single severe case?",
        ),
    ),
    OpenQuestion(
        "zero-5",
        "measure:5",
        Text(
            "Khi nào tiêu chí 5 (trẻ em bị tai nạn, thương tích) bị 0 điểm: khi số trẻ em bị tai nạn vượt mức nào, hay chỉ cần một trẻ em tử vong?",
            "When does criterion 5 (children in accidents, injured) score 0: above how many, or after a single death?",
        ),
    ),
    OpenQuestion(
        "rate-3",
        "measure:3",
        Text("Tỷ suất của tiêu chí 3 tính trên 1.000 hay 100.000 trẻ em?", "Is the rate of criterion 3 per 1,000 or per 100,000 children?"),
    ),
    OpenQuestion(
        "rate-4",
        "measure:4",
        Text("Tỷ suất của tiêu chí 4 tính trên 1.000 hay 100.000 trẻ em?", "Is the rate of criterion 4 per 1,000 or per 100,000 children?"),
    ),
    OpenQuestion(
        "below-6.1",
        "measure:6.1",
        Text(
            "Dưới 95% trẻ em có hoàn cảnh đặc biệt được trợ giúp thì cho điểm thế nào: theo bậc, theo tỷ lệ hay 0 điểm?",
            "How are points given where fewer than 95% of children in special circumstances are supported: by steps, in proportion, or none?",
        ),
    ),
    OpenQuestion(
        "support-6.1",
        "measure:6.1",
        Text(
            "“Được trợ giúp” tính khi trẻ em được hưởng ít nhất một chính sách hay mọi chính sách được hưởng? Tính số trẻ em vào ngày nào?",
            "Does a child count as “supported” with one of the benefits due or with all of them? On which day are the children counted?",
        ),
    ),
    OpenQuestion(
        "no-case-6.2",
        "measure:6.2",
        Text(
            "Xã không có vụ việc nào thì nội dung 6.2 được đủ 75 điểm hay không tính?",
            "Does a commune without any case get the full 75 points of 6.2, or does the part not apply?",
        ),
    ),
    OpenQuestion(
        "in-time-6.2",
        "measure:6.2",
        Text(
            "Kế hoạch can thiệp, hỗ trợ được phê duyệt “kịp thời” là trong bao lâu kể từ khi nào? Dưới 100% thì cho điểm thế nào?",
            "Within what time, and from when, is a support plan approved “in time”? How are points given below 100%?",
        ),
    ),
    OpenQuestion(
        "below-7.1",
        "measure:7.1",
        Text(
            "Dưới 98% trẻ em được tiêm chủng đầy đủ thì cho điểm thế nào? Mẫu số là trẻ em dưới 1 tuổi tại thời điểm nào?",
            "How are points given where fewer than 98% are fully vaccinated? On which day are the under-1s of the denominator counted?",
        ),
    ),
    OpenQuestion(
        "one-or-two-8",
        "measure:8",
        Text(
            "Tiêu chí 8 chấm riêng thể nhẹ cân và thể thấp còi hay chấm chung?",
            "Does criterion 8 score underweight and stunting apart or together?",
        ),
    ),
    OpenQuestion(
        "ages-10",
        "measure:10",
        Text(
            "Tiêu chí 10 (Trẻ em đến trường, lớp mầm non) chỉ tính trẻ em mầm non, hay cả học sinh đến trường? Ở độ tuổi nào?",
            "Does criterion 10 count preschool children only, or pupils at school too? At which ages?",
        ),
    ),
    OpenQuestion(
        "survey-13",
        "measure:13",
        Text(
            "Mức độ hài lòng của tiêu chí 13 khảo sát bằng phiếu nào, bao nhiêu trẻ em và người dân, thang đo nào, ai khảo sát?",
            "With which form, of how many children and residents, on which scale and by whom is the satisfaction of criterion 13 surveyed?",
        ),
    ),
    # Who does what, since the district level has ended.
    OpenQuestion(
        "who-counts",
        "units",
        Text(
            "Trong xã, đơn vị nào thu thập số liệu và chấm từng tiêu chí (y tế, công an, trường học, tư pháp - hộ tịch)? Quyết định quy định ra sao?",
            "Which office of the commune counts and scores each criterion (health, police, schools, registry)? What does the decision say?",
        ),
    ),
    OpenQuestion(
        "who-recognises",
        "measure:CN",
        Text(
            "Từ 01/7/2025 không còn cấp huyện: cơ quan nào ra quyết định công nhận (Chủ tịch Ủy ban nhân dân cấp xã hay cấp tỉnh), theo điều nào "
            "của văn bản phân định thẩm quyền?",
            "The district level ended on 1 July 2025: which body now decides on recognition (the chairperson of the commune or of the province), "
            "and under which article of the acts that divide the powers?",
        ),
    ),
    OpenQuestion(
        "owner-CN",
        "measure:CN",
        Text(
            "Đơn vị nào cung cấp kết quả công nhận (số, ngày quyết định)?",
            "Which unit supplies the result, with number and date of the decision?",
        ),
        "units",
    ),
    OpenQuestion(
        "who-reviews",
        "units",
        Text(
            "Các việc của Phòng và Sở Lao động - Thương binh và Xã hội (kiểm tra hồ sơ, hướng dẫn, báo cáo) nay do cơ quan nào làm, khi lĩnh vực "
            "trẻ em đã chuyển sang ngành y tế?",
            "Who now does what the labour offices of district and province did (examining files, guiding, reporting), since children's "
            "affairs have moved to the health sector?",
        ),
    ),
    OpenQuestion(
        "self-assessment-day",
        "duty:self-assessment",
        Text(
            "Trong năm đánh giá, hồ sơ tự chấm điểm gửi chậm nhất ngày nào, gửi cho cơ quan nào?",
            "In a year of assessment, by which day and to whom is the self-assessment sent?",
        ),
    ),
    OpenQuestion(
        "file",
        "duty:self-assessment",
        Text(
            "Hồ sơ đề nghị công nhận gồm những gì, theo mẫu nào? (Tờ trình, bản tự chấm điểm, biên bản họp chỉ thấy ở các trang theo quyết định cũ.)",
            "What belongs to the file, on which forms? (A request, the self-assessment and minutes are seen only under the older decisions.)",
        ),
    ),
    OpenQuestion(
        "decision-days",
        "duties",
        Text(
            "Thời hạn thẩm định, ra quyết định công nhận và báo cáo cấp tỉnh, bộ là ngày nào? Tỷ lệ xã được công nhận báo cáo hằng năm thì "
            "trong năm không đánh giá ghi số nào?",
            "By which days are files examined, communes recognised and results reported upwards? The share of communes recognised is reported "
            "every year: which figure is given in years without an assessment?",
        ),
    ),
    OpenQuestion(
        "money",
        "budget",
        Text(
            "Chưa thấy phần kinh phí của Quyết định. Việc đánh giá, công nhận lấy kinh phí từ nguồn nào?",
            "The decision's part on money was not seen. Which source pays for the assessment?",
        ),
    ),
)

PLAN = Plan(
    id="child-friendly-commune/2026-2030",
    title=Text(
        "Thẻ điểm xã, phường, thị trấn phù hợp với trẻ em giai đoạn 2026-2030 (theo Quyết định số 06/QĐ-TTg, nêu lại theo tóm tắt)",
        "Scorecard of the child-friendly commune 2026-2030 (under Decision 06/QĐ-TTg, restated from summaries)",
    ),
    document=DECISION_06,
    programme="child-friendly-commune",
    place=None,
    start=date(2026, 1, 1),
    end=date(2030, 12, 31),
    objectives=OBJECTIVES,
    indicators=INDICATORS,
    units=UNITS,
    duties=DUTIES,
    questions=QUESTIONS,
    populations=(CHILDREN_IN_SPECIAL_CIRCUMSTANCES,),
    short=Text("Xã phù hợp với trẻ em 2026-2030", "Child-friendly commune 2026-2030"),
)
