"""The national targets of Decision 782/QĐ-TTg, 2021-2025 with an orientation to 2030: a plan for any place without its own.

The decision's text could not be read in full. Every clause here is a restatement, not a quotation, and says what it rests
on: (A) the beginning of the text as a legal site prints it, or (B) a named press or legal page that restates the
decision. A figure known only from one secondary page is no measure here but an open question. The same holds for
all that was not seen: numbering, modality, units, tasks, money and reports.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from planmonitor import Card, Definition, Indicator, Measure, Objective, OpenQuestion, Plan, Target, Text

from .programme import (
    AGE,
    CHILDREN,
    CHILDREN_INFORMED,
    DECISION_782,
    EDUCATION,
    ENTERPRISES_INFORMED,
    PARENTS_INFORMED,
    RATE,
    SEX,
    STAFF_INFORMED,
    SUPPORTED,
)

END_OF_2030 = date(2030, 12, 31)

# Not the shared figure: that one is over child labourers, and the summaries do not say over whom this one is.

HAZARDOUS_SHARE_AS_RESTATED = Definition(
    key="child-labour/hazardous-share-as-restated",
    label=Text(
        "Tỷ lệ lao động trẻ em và người chưa thành niên làm công việc nặng nhọc, độc hại, nguy hiểm (theo bản nêu lại)",
        "Share of child labourers doing heavy, hazardous or dangerous work (as restated)",
    ),
    kind="ratio",
    counts="people",
    over_time="point_in_time",
    noun=CHILDREN,
    numerator=Text(
        "Lao động trẻ em và người chưa thành niên làm công việc nặng nhọc, độc hại, nguy hiểm",
        "Children and minors in child labour doing heavy, hazardous or dangerous work",
    ),
    denominator=Text(
        "Lao động trẻ em và người chưa thành niên, hoặc toàn bộ nhóm tuổi (bản nêu lại không nói rõ)",
        "Children and minors in child labour, or the whole age group (the restatement does not say)",
    ),
    breakdowns=(SEX, AGE),
    card=Card(
        limitations=Text(
            "Bản nêu lại không nói tỷ lệ này tính trên số nào; chưa so sánh được với tỷ lệ trong số lao động trẻ em của kế hoạch khác.",
            "The restatement does not say what this share is taken over; it cannot yet be compared with another plan's share of child labourers.",
        ),
        level="impact",
    ),
)

# Where the restatements stand. The printed section numbers were not seen.

TARGETS_A = "Mục tiêu giai đoạn 2021-2025 (phần đầu văn bản trên trang pháp luật; số mục chưa đọc được)"
TARGETS_B = "Mục tiêu giai đoạn 2021-2025 (trang báo nêu lại; số mục chưa đọc được)"
ORIENTATION_B = "Định hướng đến năm 2030 (trang báo nêu lại; số mục chưa đọc được)"

OBJECTIVES = (
    Objective("MT", "Mục tiêu giai đoạn 2021-2025 (nêu lại theo tóm tắt)"),
    Objective("DH", "Định hướng đến năm 2030 (nêu lại theo tóm tắt)"),
)

# The codes run in the order of the restatement; they are not the decision's.

INDICATORS = (
    Indicator(
        "1",
        "MT",
        "Giảm tỷ lệ lao động trẻ em và người chưa thành niên từ 5 đến 17 tuổi xuống 4,9% (nêu lại)",
        (
            Measure(
                "1",
                Text(
                    "Tỷ lệ lao động trẻ em và người chưa thành niên từ 5 đến 17 tuổi", "Rate of child labour among children and minors aged 5 to 17"
                ),
                RATE,
                Target("<=", Decimal("4.9"), "giảm … xuống 4,9%"),
                DECISION_782.at(
                    TARGETS_A,
                    "Theo tóm tắt phần đầu văn bản (mức tin cậy A, không phải nguyên văn): giảm tỷ lệ lao động trẻ em và người chưa thành "
                    "niên từ 5 đến 17 tuổi xuống 4,9%.",
                ),
            ),
        ),
    ),
    Indicator(
        "2",
        "MT",
        "100% trẻ em có nguy cơ, lao động trẻ em và trẻ em bị mua bán vì mục đích bóc lột sức lao động khi có thông báo được hỗ trợ, can "
        "thiệp, quản lý, theo dõi (nêu lại)",
        (
            Measure(
                "2",
                Text(
                    "Trẻ em có nguy cơ, lao động trẻ em và trẻ em bị mua bán vì mục đích bóc lột sức lao động khi có thông báo được hỗ "
                    "trợ, can thiệp, quản lý, theo dõi",
                    "Children at risk, in child labour or trafficked for exploitation of their labour who, once notified, "
                    "are supported, managed and followed up",
                ),
                SUPPORTED,
                Target(">=", 100, "100%"),
                DECISION_782.at(
                    TARGETS_A,
                    "Theo tóm tắt phần đầu văn bản (mức tin cậy A, không phải nguyên văn): 100% trẻ em có nguy cơ, lao động trẻ em và trẻ "
                    "em bị mua bán vì mục đích bóc lột sức lao động khi có thông báo được hỗ trợ, can thiệp, quản lý, theo dõi.",
                ),
            ),
        ),
    ),
    Indicator(
        "3",
        "MT",
        "Trên 90% trẻ em có nguy cơ, lao động trẻ em được tiếp cận giáo dục phổ thông, đào tạo nghề (nêu lại)",
        (
            Measure(
                "3",
                Text(
                    "Trẻ em có nguy cơ, lao động trẻ em được tiếp cận giáo dục phổ thông, đào tạo nghề",
                    "Children at risk or in child labour with access to general education, vocational training",
                ),
                EDUCATION,
                Target(">", 90, "trên 90%"),
                DECISION_782.at(
                    TARGETS_A,
                    "Theo tóm tắt phần đầu văn bản (mức tin cậy A, không phải nguyên văn): trên 90% trẻ em có nguy cơ, lao động trẻ em "
                    "được tiếp cận giáo dục phổ thông, đào tạo nghề.",
                ),
            ),
        ),
    ),
    Indicator(
        "4",
        "MT",
        "90% cán bộ, giáo viên trong các cơ sở giáo dục, cơ sở nuôi dưỡng trẻ em được cung cấp thông tin, kiến thức (nêu lại)",
        (
            Measure(
                "4",
                Text(
                    "Cán bộ, giáo viên trong các cơ sở giáo dục, cơ sở nuôi dưỡng trẻ em được cung cấp thông tin, kiến thức",
                    "Staff and teachers of education institutions and children's homes given information and knowledge",
                ),
                STAFF_INFORMED,
                Target(">=", 90, "90%"),
                DECISION_782.at(
                    TARGETS_B,
                    "Theo tóm tắt của báo Dân trí, bản tiếng Anh (mức tin cậy B, không phải nguyên văn): 90% cán bộ, giáo viên trong các "
                    "cơ sở giáo dục, cơ sở nuôi dưỡng trẻ em được cung cấp thông tin, kiến thức.",
                ),
            ),
        ),
    ),
    Indicator(
        "5",
        "MT",
        "70% cha mẹ, người chăm sóc trẻ em được cung cấp thông tin, kiến thức (nêu lại)",
        (
            Measure(
                "5",
                Text("Cha mẹ, người chăm sóc trẻ em được cung cấp thông tin, kiến thức", "Parents and caregivers given information and knowledge"),
                PARENTS_INFORMED,
                Target(">=", 70, "70%"),
                DECISION_782.at(
                    TARGETS_B,
                    "Theo tóm tắt của báo Dân trí, bản tiếng Anh (mức tin cậy B, không phải nguyên văn): 70% cha mẹ, người chăm sóc trẻ "
                    "em được cung cấp thông tin, kiến thức.",
                ),
            ),
        ),
    ),
    Indicator(
        "6",
        "MT",
        "70% trẻ em được cung cấp thông tin, kiến thức (nêu lại)",
        (
            Measure(
                "6",
                Text("Trẻ em được cung cấp thông tin, kiến thức", "Children given information and knowledge"),
                CHILDREN_INFORMED,
                Target(">=", 70, "70%"),
                DECISION_782.at(
                    TARGETS_B,
                    "Theo tóm tắt của báo Dân trí và của trang LuatVietnam, bản tiếng Anh (mức tin cậy B, không phải nguyên văn): 70% trẻ "
                    "em được cung cấp thông tin, kiến thức.",
                ),
            ),
        ),
    ),
    Indicator(
        "7",
        "MT",
        "90% doanh nghiệp, hợp tác xã, hộ gia đình được cung cấp thông tin, kiến thức (nêu lại)",
        (
            Measure(
                "7",
                Text(
                    "Doanh nghiệp, hợp tác xã, hộ gia đình được cung cấp thông tin, kiến thức",
                    "Enterprises, cooperatives and households given information and knowledge",
                ),
                ENTERPRISES_INFORMED,
                Target(">=", 90, "90%"),
                DECISION_782.at(
                    TARGETS_B,
                    "Theo tóm tắt của báo Dân trí, bản tiếng Anh (mức tin cậy B, không phải nguyên văn): 90% doanh nghiệp, hợp tác xã, hộ "
                    "gia đình được cung cấp thông tin, kiến thức.",
                ),
            ),
        ),
    ),
    Indicator(
        "DH1",
        "DH",
        "Giảm tỷ lệ lao động trẻ em và người chưa thành niên từ 5 đến 17 tuổi xuống 4,5% (nêu lại)",
        (
            Measure(
                "DH1",
                Text(
                    "Tỷ lệ lao động trẻ em và người chưa thành niên từ 5 đến 17 tuổi (định hướng đến năm 2030)",
                    "Rate of child labour among children and minors aged 5 to 17 (orientation to 2030)",
                ),
                RATE,
                Target("<=", Decimal("4.5"), "giảm … xuống 4,5%", scope="orientation", due=END_OF_2030),
                DECISION_782.at(
                    ORIENTATION_B,
                    "Theo tóm tắt của báo Dân trí, bản tiếng Anh, và tin về kế hoạch của tỉnh Đồng Tháp (mức tin cậy B, không phải nguyên "
                    "văn): đến năm 2030 giảm tỷ lệ lao động trẻ em và người chưa thành niên từ 5 đến 17 tuổi xuống 4,5%.",
                ),
            ),
        ),
    ),
    Indicator(
        "DH2",
        "DH",
        "Giảm đến mức thấp nhất tỷ lệ lao động trẻ em và người chưa thành niên làm công việc nặng nhọc, độc hại, nguy hiểm (nêu lại)",
        (
            Measure(
                "DH2",
                Text(
                    "Tỷ lệ lao động trẻ em và người chưa thành niên làm công việc nặng nhọc, độc hại, nguy hiểm (định hướng đến năm 2030)",
                    "Share of child labourers doing heavy, hazardous or dangerous work (orientation to 2030)",
                ),
                HAZARDOUS_SHARE_AS_RESTATED,
                Target("decrease", None, "giảm đến mức thấp nhất", kind="decrease", scope="orientation", due=END_OF_2030),
                DECISION_782.at(
                    ORIENTATION_B,
                    "Theo tóm tắt của báo Dân trí, bản tiếng Anh, và tin về kế hoạch của tỉnh Đồng Tháp (mức tin cậy B, không phải nguyên "
                    "văn): đến năm 2030 giảm đến mức thấp nhất tỷ lệ lao động trẻ em và người chưa thành niên làm công việc nặng nhọc, "
                    "độc hại, nguy hiểm.",
                ),
            ),
        ),
    ),
)

# What was not seen, and what the figures leave open.

QUESTIONS = (
    OpenQuestion(
        "full-text",
        "document",
        Text(
            "Toàn văn Quyết định số 782/QĐ-TTg chưa được đọc; các chỉ tiêu được nêu lại theo tóm tắt. Nguyên văn, số mục, thứ tự các chỉ "
            "tiêu, chữ quyết định mức so sánh, thời hạn in ở từng mục tiêu và chữ chỉ mức độ (phấn đấu...) là gì?",
            "The full text of Decision 782/QĐ-TTg was not read; the targets are restated from summaries. What are the exact words, the "
            "numbering and order, the words that decide each comparison, the dates printed and the modality?",
        ),
    ),
    OpenQuestion(
        "officials-trained",
        "targets",
        Text(
            "Chỉ tiêu tập huấn cán bộ chưa được theo dõi tại đây: chỉ một trang nêu lại kế hoạch của tỉnh Bình Dương ghi 90% cấp tỉnh, "
            "cấp huyện và 70% cấp xã (mức tin cậy C). Quyết định quy định thế nào?",
            "The target on training officials is not followed here: a single page on Bình Dương's plan restates 90% at province and "
            "district and 70% at commune level (confidence C). What does the decision say?",
        ),
    ),
    OpenQuestion(
        "enterprises-trained",
        "targets",
        Text(
            "Chưa thấy chỉ tiêu cấp quốc gia về tập huấn cho doanh nghiệp, hợp tác xã, hộ gia đình. Quyết định có quy định không, mức nào?",
            "No national target on training enterprises, cooperatives and households was seen. Does the decision set one, and which?",
        ),
    ),
    OpenQuestion(
        "report-dates",
        "duties",
        Text(
            "Chưa thấy chế độ báo cáo của Quyết định: đơn vị nào báo cáo, cho ai, kỳ và thời hạn nào? Tại địa phương áp dụng văn bản nào?",
            "The decision's reporting rules were not seen: who reports, to whom, on what period and by when? Which letter applies in the "
            "place that follows this plan?",
        ),
    ),
    OpenQuestion(
        "units",
        "units",
        Text(
            "Chưa thấy phần tổ chức thực hiện của Quyết định; kế hoạch chung này không có đơn vị và nhiệm vụ. Tại địa phương, những đơn "
            "vị nào thực hiện, phân công thế nào?",
            "The decision's part on who carries it out was not seen; this generic plan has no units and no tasks. Which units carry it "
            "out in the place, and how is the work divided?",
        ),
    ),
    OpenQuestion(
        "money",
        "budget",
        Text(
            "Chưa thấy phần kinh phí của Quyết định. Kinh phí lấy từ những nguồn nào?",
            "The decision's part on money was not seen. Which are the sources?",
        ),
    ),
    OpenQuestion(
        "place-has-own-plan",
        "place",
        Text(
            "Kế hoạch chung chỉ dùng cho nơi chưa có kế hoạch riêng. Địa phương có kế hoạch riêng hoặc kế hoạch của cấp trên với mức chỉ "
            "tiêu khác không?",
            "The generic plan is for a place without a plan of its own. Has the place one, or one of its superior, with other targets?",
        ),
    ),
    OpenQuestion(
        "after-2025",
        "document",
        Text(
            "Giai đoạn 2021-2025 đã hết; chưa tìm thấy quyết định cấp quốc gia cho giai đoạn 2026-2030. Văn bản nào thay thế, định hướng "
            "đến năm 2030 còn áp dụng không?",
            "The period 2021-2025 is over; no national decision for 2026-2030 was found. Which act replaces it, and does the orientation "
            "to 2030 still apply?",
        ),
    ),
    OpenQuestion(
        "rate-source",
        "measure:1",
        Text(
            "Tỷ lệ toàn quốc lấy từ điều tra chọn mẫu, địa phương chỉ đếm được trường hợp đã phát hiện. Địa phương dùng nguồn nào cho tử "
            "số và mẫu số (toàn bộ người từ 5 đến 17 tuổi)? Quyết định có nêu số liệu năm gốc không?",
            "The national rate comes from sample surveys; a place can only count identified cases. Which source does the place use for "
            "numerator and denominator (everybody aged 5 to 17), and does the decision name a base figure?",
        ),
    ),
    OpenQuestion(
        "timely-support",
        "measure:2",
        Text(
            "Quyết định hiểu việc hỗ trợ, can thiệp sau khi có thông báo trong thời hạn nào (kịp thời), thông báo gửi đến cơ quan nào?",
            "Within what time of a notice, and of a notice to which body, does the decision want support to be given?",
        ),
    ),
    OpenQuestion(
        "education-and-vocational",
        "measure:3",
        Text(
            "Trẻ em được tính khi tiếp cận cả giáo dục phổ thông và đào tạo nghề, hay một trong hai?",
            "Does a child count with both general education and vocational training, or with either?",
        ),
    ),
    OpenQuestion(
        "children-informed-age",
        "measure:6",
        Text(
            "Trẻ em ở chỉ tiêu này là dưới 16 tuổi, trong độ tuổi đi học hay từ 5 đến 17 tuổi?",
            "Are children here those under 16, those of school age, or those aged 5 to 17?",
        ),
    ),
    OpenQuestion(
        "which-households",
        "measure:7",
        Text(
            "Hộ gia đình là mọi hộ hay chỉ hộ sản xuất, kinh doanh có sử dụng lao động? Nguyên văn có nêu nhóm đặc biệt chú trọng (doanh "
            "nghiệp vừa và nhỏ, làng nghề) không?",
            "Are households all households or only those that produce or trade with hired labour? Do the exact words stress a group "
            "(small enterprises, craft villages)?",
        ),
    ),
    OpenQuestion(
        "hazardous-share-base",
        "measure:DH2",
        Text(
            "Tỷ lệ làm công việc nặng nhọc, độc hại, nguy hiểm tính trên số lao động trẻ em hay trên toàn bộ nhóm tuổi, so với năm gốc nào?",
            "Is the share in hazardous work taken over child labourers or over the whole age group, and against which base year?",
        ),
    ),
    # Who supplies each figure in the place that follows this plan.
    OpenQuestion(
        "owner-1",
        "measure:1",
        Text("Đơn vị nào cung cấp số liệu lao động trẻ em từ 5 đến 17 tuổi?", "Which units supply the figure on child labour aged 5 to 17?"),
        answer_type="units",
    ),
    OpenQuestion(
        "owner-2",
        "measure:2",
        Text(
            "Đơn vị nào cung cấp số liệu trẻ em khi có thông báo được hỗ trợ, can thiệp?",
            "Which units supply the figure on notified children supported?",
        ),
        answer_type="units",
    ),
    OpenQuestion(
        "owner-3",
        "measure:3",
        Text(
            "Đơn vị nào cung cấp số liệu tiếp cận giáo dục phổ thông, đào tạo nghề?",
            "Which units supply the figure on access to education and training?",
        ),
        answer_type="units",
    ),
    OpenQuestion(
        "owner-4",
        "measure:4",
        Text(
            "Đơn vị nào cung cấp số liệu cán bộ, giáo viên được cung cấp thông tin?", "Which units supply the figure on staff and teachers informed?"
        ),
        answer_type="units",
    ),
    OpenQuestion(
        "owner-5",
        "measure:5",
        Text(
            "Đơn vị nào cung cấp số liệu cha mẹ, người chăm sóc trẻ em được cung cấp thông tin?",
            "Which units supply the figure on parents and caregivers informed?",
        ),
        answer_type="units",
    ),
    OpenQuestion(
        "owner-6",
        "measure:6",
        Text("Đơn vị nào cung cấp số liệu trẻ em được cung cấp thông tin?", "Which units supply the figure on children informed?"),
        answer_type="units",
    ),
    OpenQuestion(
        "owner-7",
        "measure:7",
        Text(
            "Đơn vị nào cung cấp số liệu doanh nghiệp, hợp tác xã, hộ gia đình được cung cấp thông tin?",
            "Which units supply the figure on enterprises, cooperatives and households informed?",
        ),
        answer_type="units",
    ),
    OpenQuestion(
        "owner-DH1",
        "measure:DH1",
        Text(
            "Đơn vị nào cung cấp số liệu lao động trẻ em cho định hướng đến năm 2030?",
            "Which units supply the figure on child labour for the orientation to 2030?",
        ),
        answer_type="units",
    ),
    OpenQuestion(
        "owner-DH2",
        "measure:DH2",
        Text(
            "Đơn vị nào cung cấp số liệu lao động trẻ em làm công việc nặng nhọc, độc hại, nguy hiểm?",
            "Which units supply the figure on child labour in hazardous work?",
        ),
        answer_type="units",
    ),
)

PLAN = Plan(
    id="child-labour/national-2021-2025",
    title=Text(
        "Chương trình phòng ngừa, giảm thiểu trẻ em lao động trái quy định của pháp luật giai đoạn 2021-2025, định hướng đến năm 2030 "
        "(chỉ tiêu quốc gia, nêu lại theo tóm tắt)",
        "Programme to prevent and reduce illegal child labour 2021-2025, with an orientation to 2030 (national targets, restated from summaries)",
    ),
    document=DECISION_782,
    programme="child-labour",
    place=None,
    start=date(2021, 1, 1),
    end=date(2025, 12, 31),
    objectives=OBJECTIVES,
    indicators=INDICATORS,
    questions=QUESTIONS,
    short=Text("Lao động trẻ em 2021-2025 (chung)", "Child labour 2021-2025 (generic)"),
)
