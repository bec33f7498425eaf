"""Injury and drowning prevention for children in a commune, 2021-2030: a generic plan for any commune without its own.

No plan of a commune was found to read. This one holds the lines of Decision 1248/QĐ-TTg that can be counted in a commune, the
targets of the two acts that local plans copy beside it, and what the acts in force tell a commune to do. Every clause is a
restatement. What only a province or the nation can reach (8,000,000 safe homes) is no bar here; the count is reported.
"""

from __future__ import annotations

from datetime import date

from planmonitor import (
    CALENDAR,
    CHILDREN_6_15,
    CHILDREN_UNDER_16,
    PARENTS,
    Baseline,
    Card,
    Choice,
    Definition,
    Duty,
    Indicator,
    Measure,
    Milestone,
    Objective,
    OpenQuestion,
    Plan,
    Source,
    Target,
    Task,
    Text,
    Unit,
)

from .acts import (
    CIRCULAR_27,
    CIRCULAR_28,
    DECISION_170,
    DECISION_234,
    DECISION_1248,
    DECISION_1717,
    DECISION_3246,
    LAW_ON_CHILDREN,
    ONE,
    SEVERAL,
    TELEGRAM_46,
    TELEGRAM_118,
    TRANSCRIPT,
)
from .programme import (
    AGE,
    CAUSE,
    CHILDREN,
    CHILDREN_INFORMED,
    DROWNING_DEATHS,
    FIRST_AID,
    INJURED,
    INJURY_DEATH_RATE,
    INJURY_RATE,
    LIFE_VESTS,
    PARENTS_INFORMED,
    PEOPLE,
    ROAD_DEATHS,
    ROAD_INJURED,
    ROAD_RULES,
    SAFE_COMMUNITY,
    SAFE_HOMES,
    SAFE_SCHOOLS,
    SETTING,
    SEX,
    STAFF_TRAINED,
    SWIM_SAFELY,
    WATER_SAFETY,
)

END_OF_2025, END_OF_2030, END_OF_2035 = date(2025, 12, 31), date(2030, 12, 31), date(2035, 12, 31)

# The numbering follows the order of the restatements: goal, line. It is not the decision's.

OBJECTIVES = (
    Objective("1", "Mục tiêu 1 (nêu lại): giảm tai nạn, thương tích và tử vong ở trẻ em"),
    Objective("2", "Mục tiêu 2 (nêu lại): truyền thông, giáo dục kiến thức, kỹ năng"),
    Objective("3", "Mục tiêu 3 (nêu lại): tập huấn, nâng cao năng lực"),
    Objective("BVH", "Chương trình bơi an toàn của ngành văn hóa, thể thao, đến năm 2030 (Quyết định số 3246/QĐ-BVHTTDL, nêu lại)"),
    Objective("HS", "Giáo dục phòng, chống đuối nước cho học sinh, đến năm 2035 (Quyết định số 1717/QĐ-TTg, nêu lại)"),
    Objective("NV", "Việc ở xã đếm được (công điện, thông tư, biểu báo cáo, nêu lại)"),
)

# ---------------------------------------------------------------- What only this plan counts

CERTIFIED_FACILITIES = Definition(
    key="drowning/facilities-with-certified-staff",
    label=Text(
        "Tỷ lệ cơ sở hoạt động bơi, vui chơi dưới nước có huấn luyện viên, người hướng dẫn, cứu hộ được cấp chứng nhận",
        "Swimming and water-play facilities with certified coaches, guides and rescuers",
    ),
    kind="ratio",
    counts="facilities",
    over_time="point_in_time",
    noun=Text("cơ sở", "facilities"),
    numerator=Text("Cơ sở có huấn luyện viên, người hướng dẫn, cứu hộ được cấp chứng nhận", "Facilities with certified staff"),
    denominator=Text("Cơ sở hoạt động bơi, vui chơi dưới nước", "Swimming and water-play facilities"),
    card=Card(level="output"),
)
# Not households with children: the restatements say households (gia đình, hộ gia đình).
HOUSEHOLDS_INFORMED = Definition(
    key="drowning/households-informed",
    label=Text(
        "Tỷ lệ hộ gia đình được cung cấp thông tin về phòng, chống đuối nước trẻ em", "Households reached with drowning-prevention information"
    ),
    kind="ratio",
    counts="households",
    over_time="cumulative",
    noun=Text("hộ", "households"),
    numerator=Text("Hộ gia đình được cung cấp thông tin", "Households reached"),
    denominator=Text("Hộ gia đình trên địa bàn", "Households of the place"),
    card=Card(level="output"),
)


def reached(key: str, vi: str, en: str, noun: Text) -> Definition:
    """Return how people reached by communication on drowning among pupils are counted."""
    return Definition(
        key=key,
        label=Text(f"Tỷ lệ {vi} được truyền thông về phòng, chống đuối nước cho học sinh", f"{en} reached by communication on pupils' drowning"),
        kind="ratio",
        counts="people",
        over_time="cumulative",
        noun=noun,
        numerator=Text(f"{vi[0].upper()}{vi[1:]} được truyền thông", f"{en} reached"),
        denominator=Text(f"{vi[0].upper()}{vi[1:]}", en),
        card=Card(level="output"),
    )


PUPILS = Text("học sinh", "pupils")
MANAGERS_TEACHERS_REACHED = reached("drowning/managers-and-teachers-reached", "cán bộ quản lý, giáo viên", "School managers and teachers", PEOPLE)
PUPILS_REACHED = reached("drowning/pupils-reached", "học sinh", "Pupils", PUPILS)
PUPILS_PARENTS_REACHED = reached("drowning/pupils-parents-reached", "cha mẹ học sinh", "Parents of pupils", PEOPLE)
PUPILS_TAUGHT = Definition(
    key="drowning/pupils-taught",
    label=Text(
        "Tỷ lệ học sinh được giáo dục kiến thức và thực hành kỹ năng phòng, chống đuối nước",
        "Pupils taught knowledge and practising skills of drowning prevention",
    ),
    kind="ratio",
    counts="people",
    over_time="point_in_time",
    noun=PUPILS,
    numerator=Text("Học sinh được giáo dục kiến thức và thực hành kỹ năng", "Pupils taught and practising"),
    denominator=Text("Học sinh", "Pupils"),
    card=Card(level="output"),
)


def grade_swims(grade: int) -> Definition:
    """Return how the pupils of one grade who can swim safely are counted; pupils, not all children of an age."""
    return Definition(
        key=f"drowning/grade-{grade}-swims-safely",
        label=Text(f"Tỷ lệ học sinh lớp {grade} biết bơi an toàn", f"Pupils of grade {grade} who can swim safely"),
        kind="ratio",
        counts="people",
        over_time="point_in_time",
        noun=PUPILS,
        numerator=Text(f"Học sinh lớp {grade} biết bơi an toàn", f"Pupils of grade {grade} who can swim safely"),
        denominator=Text(f"Học sinh lớp {grade}", f"Pupils of grade {grade}"),
        card=Card(level="outcome"),
    )


def schools_with_pool(key: str, vi: str, en: str) -> Definition:
    """Return how schools with a pool for teaching are counted."""
    return Definition(
        key=key,
        label=Text(f"Tỷ lệ {vi} có bể bơi", f"{en} with a pool"),
        kind="ratio",
        counts="facilities",
        over_time="point_in_time",
        noun=Text("trường", "schools"),
        numerator=Text(f"{vi[0].upper()}{vi[1:]} có bể bơi", f"{en} with a pool"),
        denominator=Text(f"{vi[0].upper()}{vi[1:]}", en),
        card=Card(level="output"),
    )


PRIMARY_POOLS = schools_with_pool("drowning/primary-schools-with-pool", "trường tiểu học", "Primary schools")
SECONDARY_POOLS = schools_with_pool(
    "drowning/secondary-schools-with-pool", "trường trung học cơ sở, trung học phổ thông", "Lower and upper secondary schools"
)
COMMUNE_POOL = Definition(
    key="drowning/commune-has-pool",
    label=Text("Xã có ít nhất một bể bơi để dạy bơi", "Commune with at least one pool for teaching swimming"),
    kind="yes_no",
    counts="places",
    over_time="point_in_time",
    noun=Text("xã", "communes"),
    card=Card(level="output"),
)
SWIMMING_TEACHERS = Definition(
    key="drowning/certified-swimming-teachers",
    label=Text("Số giáo viên dạy bơi được cấp chứng nhận trong các trường học", "Certified swimming teachers in schools"),
    kind="output",
    counts="people",
    over_time="point_in_time",
    noun=Text("giáo viên", "teachers"),
    card=Card(
        limitations=Text(
            "Chỉ tiêu là số giáo viên của từng trường; tổng của cả xã không cho biết trường nào còn thiếu.",
            "The target is a number for each school; the commune's total does not tell which school lacks teachers.",
        ),
        level="output",
    ),
)
# Cases, not children: one child can be injured twice, and the form counts cases and deaths.
INJURY_CASES = Definition(
    key="drowning/injury-cases",
    label=Text("Số ca tai nạn, thương tích trẻ em, theo loại, giới, tuổi, nơi xảy ra", "Injury cases of children by type, sex, age and place"),
    kind="output",
    counts="cases",
    over_time="count",
    noun=Text("ca", "cases"),
    breakdowns=(CAUSE, SEX, AGE, SETTING),
    card=Card(
        data_source=Text(
            "Biểu báo cáo tai nạn, thương tích trẻ em cấp xã (bộ biểu của Quyết định số 234/QĐ-TTg, dùng năm 2020; một nguồn).",
            "The commune form on child injuries (set of Decision 234/QĐ-TTg, in use in 2020; one source).",
        ),
        limitations=Text(
            "Nhóm tuổi của biểu (14-16) không khớp Luật Trẻ em (dưới 16 tuổi); biểu ngành y tế lại dùng 5 đến dưới 15 tuổi.",
            "The form's band 14-16 does not fit the Law on Children (under 16); the health sector's form has 5 to under 15.",
        ),
        level="impact",
    ),
)
INJURY_DEATHS = Definition(
    key="drowning/injury-deaths",
    label=Text(
        "Số trẻ em tử vong do tai nạn, thương tích, theo loại, giới, tuổi, nơi xảy ra", "Children who died of injuries by type, sex, age and place"
    ),
    kind="output",
    counts="people",
    over_time="count",
    noun=CHILDREN,
    breakdowns=(CAUSE, SEX, AGE, SETTING),
    card=INJURY_CASES.card,
)
RISK_SITES = Definition(
    key="drowning/risk-sites-found",
    label=Text("Số điểm có nguy cơ đuối nước trẻ em đã rà soát, phát hiện", "Sites found where children risk drowning"),
    kind="output",
    counts="places",
    over_time="point_in_time",
    noun=Text("điểm", "sites"),
    card=Card(level="output"),
)
RISK_SITES_SIGNED = Definition(
    key="drowning/risk-sites-signed",
    label=Text("Số điểm có nguy cơ đuối nước đã cắm biển cảnh báo", "Risk sites with a warning sign"),
    kind="output",
    counts="places",
    over_time="point_in_time",
    noun=Text("điểm", "sites"),
    card=Card(level="output"),
)
RISK_SITES_FENCED = Definition(
    key="drowning/risk-sites-fenced",
    label=Text("Số điểm có nguy cơ đuối nước đã có rào chắn", "Risk sites with a fence"),
    kind="output",
    counts="places",
    over_time="point_in_time",
    noun=Text("điểm", "sites"),
    card=Card(level="output"),
)
RISK_SITES_DEALT_WITH = Definition(
    key="drowning/risk-sites-dealt-with",
    label=Text("Số điểm có nguy cơ đuối nước đã được xử lý", "Risk sites dealt with"),
    kind="output",
    counts="places",
    over_time="point_in_time",
    noun=Text("điểm", "sites"),
    card=Card(
        limitations=Text(
            "Văn bản không nêu thế nào là đã xử lý (cắm biển, rào chắn, che đậy, san lấp): xã thống nhất một cách tính cho mọi kỳ.",
            "No act says what counts as dealt with (sign, fence, cover, filling in): the commune settles one way for all periods.",
        ),
        level="output",
    ),
)
SWIMMING_CLASSES = Definition(
    key="drowning/swimming-classes",
    label=Text("Số lớp dạy bơi, dạy kỹ năng an toàn cho trẻ em", "Classes in swimming and safety skills for children"),
    kind="output",
    counts="events",
    over_time="count",
    noun=Text("lớp", "classes"),
    card=Card(level="output"),
)
INSPECTIONS = Definition(
    key="drowning/inspections",
    label=Text("Số cuộc kiểm tra việc phòng, chống đuối nước trẻ em", "Inspections of drowning prevention"),
    kind="output",
    counts="events",
    over_time="count",
    noun=Text("cuộc", "inspections"),
    card=Card(level="output"),
)
SESSIONS = Definition(
    key="drowning/communication-sessions",
    label=Text("Số buổi truyền thông về phòng, chống đuối nước trẻ em", "Communication sessions on drowning prevention"),
    kind="output",
    counts="events",
    over_time="count",
    noun=Text("buổi", "sessions"),
    card=Card(level="output"),
)

# ---------------------------------------------------------------- Decision 1248/QĐ-TTg: the lines as restated

GOAL_1 = "Mục tiêu 1 (các trang nêu lại; số mục chưa đọc được)"
GOAL_2 = "Mục tiêu 2 (các trang nêu lại; số mục chưa đọc được)"
GOAL_3 = "Mục tiêu 3 (các trang nêu lại; số mục chưa đọc được)"

LINE_1_1 = DECISION_1248.at(
    GOAL_1,
    f"Theo LawNet, LuatVietnam và Kế hoạch số 7849/KH-UBND của tỉnh Lâm Đồng ({SEVERAL}): tỷ suất trẻ em bị tai nạn, thương tích giảm xuống còn "
    "550/100.000 trẻ em vào năm 2025 và giảm xuống còn 500/100.000 trẻ em vào năm 2030.",
)
LINE_1_2 = DECISION_1248.at(
    GOAL_1,
    "Theo Sở Lao động - Thương binh và Xã hội tỉnh Bắc Kạn, LawNet, LuatVietnam và Kế hoạch số 7849/KH-UBND của tỉnh Lâm Đồng "
    f"({SEVERAL}; các trang không khớp nhau: Vietnam Law Magazine và báo Ninh Thuận ghi 5 cho năm 2030): tỷ suất trẻ em bị tử vong do tai nạn, "
    "thương tích giảm xuống còn 16/100.000 trẻ em vào năm 2025 và giảm xuống còn 15/100.000 trẻ em vào năm 2030.",
)
LINE_1_3 = DECISION_1248.at(
    GOAL_1,
    f"Theo LawNet, Kế hoạch số 7849/KH-UBND của tỉnh Lâm Đồng, Văn phòng UBND tỉnh Lạng Sơn và báo Ninh Thuận ({SEVERAL}; một trang khác gắn mức này "
    "với năm 2020): hằng năm giảm 5-10% số trẻ em tử vong và bị thương do tai nạn giao thông đường bộ.",
)
LINE_1_4 = DECISION_1248.at(
    GOAL_1,
    "Theo Sở Lao động - Thương binh và Xã hội tỉnh Bắc Kạn, LawNet, LuatVietnam, Kế hoạch số 7849/KH-UBND của tỉnh Lâm Đồng và VnExpress "
    f"({SEVERAL}): số trẻ em bị tử vong do đuối nước giảm 10% vào năm 2025 và giảm 20% vào năm 2030. Các bản nêu lại Quyết định không nêu năm gốc; "
    "năm 2020 lấy theo Quyết định số 3246/QĐ-BVHTTDL và kế hoạch của Thành phố Hồ Chí Minh, Gia Lai, Vĩnh Phúc.",
)
LINE_1_5 = DECISION_1248.at(
    GOAL_1, f"Theo LawNet ({ONE}): cả nước có 7.000.000 ngôi nhà đạt tiêu chí Ngôi nhà an toàn vào năm 2025 và 8.000.000 vào năm 2030."
)
LINE_1_6 = DECISION_1248.at(
    GOAL_1,
    f"Theo LawNet (mức năm 2025: {ONE}), Văn phòng UBND tỉnh Lạng Sơn, Vietnam Law Magazine và báo Ninh Thuận (mức năm 2030: {SEVERAL}): cả nước có "
    "12.000 trường học đạt tiêu chuẩn Trường học an toàn vào năm 2025 và 15.000 vào năm 2030.",
)
LINE_1_7 = DECISION_1248.at(
    GOAL_1,
    f"Theo LawNet ({ONE}): cả nước có 400 xã, phường, thị trấn đạt tiêu chuẩn Cộng đồng an toàn vào năm 2025 và 500 vào năm 2030.",
)
LINE_2_1 = DECISION_1248.at(
    GOAL_2,
    f"Theo Sở Lao động - Thương binh và Xã hội tỉnh Bắc Kạn và LawNet ({SEVERAL}): 90% trẻ em, cha mẹ, người chăm sóc trẻ em được cung cấp kiến "
    "thức, kỹ năng phòng, chống tai nạn, thương tích trẻ em vào năm 2025 và 95% vào năm 2030.",
)
LINE_2_2 = DECISION_1248.at(
    GOAL_2,
    f"Theo LawNet, Văn phòng UBND tỉnh Lạng Sơn và báo Ninh Thuận ({SEVERAL}; LuatVietnam ghi 70% cho năm sau, có vẻ nhầm với dòng kỹ năng an toàn "
    "trong môi trường nước): 90% trẻ em từ 6 đến dưới 16 tuổi biết các quy định về an toàn giao thông đường bộ vào năm 2025 và 95% vào năm 2030.",
)
LINE_2_3 = DECISION_1248.at(
    GOAL_2,
    f"Theo Sở Lao động - Thương binh và Xã hội tỉnh Bắc Kạn và LawNet ({SEVERAL}): 60% trẻ em từ 6 đến dưới 16 tuổi biết kỹ năng an toàn trong môi "
    "trường nước vào năm 2025 và 70% vào năm 2030. Quyết định số 3246/QĐ-BVHTTDL nêu lại cùng mức.",
)
LINE_2_4 = DECISION_1248.at(
    GOAL_2,
    "Theo Sở Lao động - Thương binh và Xã hội tỉnh Bắc Kạn, Văn phòng UBND tỉnh Lạng Sơn, Vietnam Law Magazine và báo Ninh Thuận "
    f"({SEVERAL}): 50% trẻ em từ 6 đến dưới 16 tuổi biết bơi an toàn vào năm 2025 và 60% vào năm 2030. Quyết định số 3246/QĐ-BVHTTDL nêu lại cùng "
    "mức.",
)
LINE_2_5 = DECISION_1248.at(
    GOAL_2,
    "Theo kế hoạch của Lâm Đồng, Ninh Thuận, Cà Mau, Đà Nẵng, Hà Tĩnh (không phải nguyên văn; mức của cả nước không đọc được): trẻ em sử dụng "
    "áo phao khi tham gia giao thông đường thủy nội địa.",
)
LINE_3_1 = DECISION_1248.at(
    GOAL_3,
    "Theo kế hoạch của Khánh Hòa và Hà Tĩnh (không phải nguyên văn; mức của cả nước không đọc được): cán bộ làm công tác trẻ em, cộng tác viên được "
    "tập huấn về phòng, chống tai nạn, thương tích trẻ em.",
)
LINE_3_2 = DECISION_1248.at(
    GOAL_3,
    f"Theo Văn phòng UBND tỉnh Lạng Sơn, Vietnam Law Magazine và báo Ninh Thuận ({SEVERAL}; mức năm 2025 không đọc được): 100% nhân viên y tế thôn, "
    "bản, nhân viên y tế trường học biết sơ cấp cứu cho trẻ em bị tai nạn, thương tích vào năm 2030.",
)

# ---------------------------------------------------------------- The acts that local plans copy beside it

SWIMMING_TARGETS = "Quyết định số 3246/QĐ-BVHTTDL, chỉ tiêu (các trang nêu lại; số mục chưa đọc được)"
PUPILS_TARGETS = "Quyết định số 1717/QĐ-TTg, chỉ tiêu (các trang nêu lại; số mục chưa đọc được)"
LINE_BVH1 = DECISION_3246.at(
    SWIMMING_TARGETS,
    f"Theo báo Phụ nữ Thủ đô và Đài Truyền hình Thanh Hóa ({SEVERAL}): 100% cơ sở hoạt động bơi, vui chơi dưới nước có huấn luyện viên, người hướng "
    "dẫn, cứu hộ được cấp chứng nhận, vào năm 2025 và vào năm 2030.",
)
LINE_BVH2 = DECISION_3246.at(
    SWIMMING_TARGETS,
    f"Theo báo Phụ nữ Thủ đô và Đài Truyền hình Thanh Hóa ({SEVERAL}): 90% hộ gia đình được cung cấp thông tin về phòng, chống đuối nước trẻ em vào "
    "năm 2025 và 95% vào năm 2030.",
)
PUPILS_PAGES = f"Theo Thư viện pháp luật, vietnam.vn, VOH và Kế hoạch số 54/KH-UBND của Hà Nội ({SEVERAL})"
LINE_HS1 = DECISION_1717.at(
    PUPILS_TARGETS,
    f"{PUPILS_PAGES}: 95% cán bộ quản lý, giáo viên, học sinh, cha mẹ học sinh được truyền thông vào năm 2030 và 100% vào năm 2035.",
)
LINE_HS2 = DECISION_1717.at(
    PUPILS_TARGETS,
    f"{PUPILS_PAGES}: 70% học sinh được giáo dục kiến thức và thực hành kỹ năng vào năm 2030 và 90% vào năm 2035.",
)
LINE_HS3 = DECISION_1717.at(
    PUPILS_TARGETS,
    f"{PUPILS_PAGES}: học sinh biết bơi an toàn vào năm 2030: lớp 5 tối thiểu 55%, lớp 9 tối thiểu 65%, lớp 12 tối thiểu 75%; vào năm 2035: lớp 5 "
    "tối thiểu 70%, lớp 9 tối thiểu 80%, lớp 12 tối thiểu 90%.",
)
LINE_HS4 = DECISION_1717.at(
    PUPILS_TARGETS,
    f"{PUPILS_PAGES}: tối thiểu 20% trường tiểu học có bể bơi (cố định hoặc lưu động) hoạt động vào năm 2030 và tối thiểu 30% vào năm 2035.",
)
LINE_HS5 = DECISION_1717.at(
    PUPILS_TARGETS,
    f"{PUPILS_PAGES}: tối thiểu 15% trường trung học cơ sở, trung học phổ thông có bể bơi vào năm 2030 và tối thiểu 25% vào năm 2035.",
)
LINE_HS6 = DECISION_1717.at(
    PUPILS_TARGETS,
    f"{PUPILS_PAGES}: 50% xã, phường của cả nước có ít nhất một bể bơi để dạy bơi vào năm 2030 và 70% vào năm 2035.",
)
LINE_HS7 = DECISION_1717.at(
    PUPILS_TARGETS,
    f"{PUPILS_PAGES}: mỗi trường có tối thiểu 2 giáo viên dạy bơi được cấp chứng nhận vào năm 2030 và tối thiểu 3 vào năm 2035.",
)

# ---------------------------------------------------------------- What the acts tell a commune to do, counted

INJURIES_DOWN = DECISION_170.at(
    "Hướng dẫn kèm Quyết định số 170/QĐ-BYT, tiêu chuẩn Cộng đồng an toàn cho trẻ em (trang của Bộ Y tế; số mục chưa đọc được)",
    f"Theo trang của Bộ Y tế và hồ sơ của xã Cam Thủy ({SEVERAL}): một trong 5 tiêu chuẩn là thương tích giảm 10% so với năm trước.",
)
FORM = DECISION_234.at(
    "Bộ biểu của Quyết định số 234/QĐ-TTg, biểu báo cáo tai nạn, thương tích trẻ em, phụ lục 1 (một bản chép)",
    f"Theo một bản chép bộ biểu dùng năm 2020 ({ONE}): biểu của xã ghi số ca và số tử vong theo loại, giới tính, nhóm tuổi, nơi xảy ra (nhà, trường "
    "học, cộng đồng), cùng số trẻ em trong kỳ.",
)
REVIEW_SITES = TELEGRAM_118.at(
    "Công điện số 118/CĐ-TTg, nội dung giao địa phương (nêu lại)",
    f"Theo báo Lao Động và Môi trường ngày nay ({SEVERAL}): lập bản đồ các điểm có nguy cơ đuối nước, làm rào chắn, cắm biển cảnh báo, kiểm tra.",
)
MARK_SITES = TELEGRAM_46.at(
    "Công điện số 46/CĐ-TTg, nội dung giao địa phương (nêu lại)",
    f"Theo Công điện ({TRANSCRIPT}): rà soát, đánh dấu các điểm có nguy cơ; dạy kỹ năng cho trẻ em; truyền thông về trách nhiệm của gia "
    "đình, nhà trường; tăng cường kiểm tra.",
)
UNSAFE_PLACES = CIRCULAR_28.at(
    "Thông tư số 28/2019/TT-BLĐTBXH, Điều 3 (nêu lại)",
    f"Theo Thông tư trong văn bản pháp điển ({TRANSCRIPT}): trong Tháng hành động vì trẻ em kiểm tra, khắc phục nơi không an toàn và mở "
    "lớp kỹ năng cho trẻ em.",
)

# ---------------------------------------------------------------- Indicators and measures


def line(code: str, objective: str, source: Source, label: Text, definition: Definition, *targets: Target) -> Indicator:
    """Return a target line that holds one figure."""
    return Indicator(code, objective, source.clause, (Measure(code, label, definition, targets, source),))


def by_2030(comparator: str, value: int, wording: str, earlier: int | None, source: Source, scope: str = "target") -> Target:
    """Return a bar for the end of 2030, with the level of 2025 as its milestone where it was readable."""
    milestones = () if earlier is None else (Milestone(END_OF_2025, earlier, source),)
    return Target(comparator, value, wording, scope=scope, due=END_OF_2030, milestones=milestones)


def by_2035(value: int, wording: str, earlier: int, source: Source) -> Target:
    """Return a bar for the end of 2035, beyond the plan, with the level of 2030 as its milestone."""
    return Target(">=", value, wording, scope="orientation", due=END_OF_2035, milestones=(Milestone(END_OF_2030, earlier, source),))


def counted(code: str, source: Source, definition: Definition, wording: str) -> Indicator:
    """Return work that is counted and reported, and held against no bar."""
    return line(code, "NV", source, definition.label, definition, Target(None, None, wording, scope="task"))


ROAD_FALL = Target("<=", -5, "hằng năm giảm 5-10%", kind="relative_change", upper=-10, same_period=True, due=END_OF_2030)

# 15 until the place has read 5 in the decision itself.
DEATH_RATE_FALL = Target(
    "<=",
    15,
    "giảm xuống còn 15/100.000 trẻ em",
    due=END_OF_2030,
    value_from="fifteen-or-five",
    milestones=(Milestone(END_OF_2025, 16, LINE_1_2),),
)

# A milestone would be read as a number of children, not as a fall in percent; so the two levels stand as two bars with their time.
DROWNING_FALLS = (
    Target("<=", -10, "giảm 10%", kind="relative_change", due=END_OF_2025, baseline=Baseline(2020), valid_to=END_OF_2025),
    Target("<=", -20, "giảm 20%", kind="relative_change", due=END_OF_2030, baseline=Baseline(2020), valid_from=date(2026, 1, 1)),
)

GOALS = (
    line("1.1", "1", LINE_1_1, INJURY_RATE.label, INJURY_RATE, by_2030("<=", 500, "giảm xuống còn 500/100.000 trẻ em", 550, LINE_1_1)),
    line("1.2", "1", LINE_1_2, INJURY_DEATH_RATE.label, INJURY_DEATH_RATE, DEATH_RATE_FALL),
    Indicator(
        "1.3",
        "1",
        LINE_1_3.clause,
        (
            Measure("1.3a", ROAD_DEATHS.label, ROAD_DEATHS, ROAD_FALL, LINE_1_3),
            Measure("1.3b", ROAD_INJURED.label, ROAD_INJURED, ROAD_FALL, LINE_1_3),
        ),
    ),
    line("1.4", "1", LINE_1_4, DROWNING_DEATHS.label, DROWNING_DEATHS, *DROWNING_FALLS),
    line("1.5", "1", LINE_1_5, SAFE_HOMES.label, SAFE_HOMES, Target(None, None, "đạt tiêu chí Ngôi nhà an toàn", scope="task")),
    line("1.6", "1", LINE_1_6, SAFE_SCHOOLS.label, SAFE_SCHOOLS, Target(None, None, "đạt tiêu chuẩn Trường học an toàn", scope="task")),
    # 500 communes of the whole country: a level to strive for, no target of every commune.
    line(
        "1.7",
        "1",
        LINE_1_7,
        SAFE_COMMUNITY.label,
        SAFE_COMMUNITY,
        Target("done", None, "đạt tiêu chuẩn Cộng đồng an toàn", scope="orientation", due=END_OF_2030),
    ),
    Indicator(
        "2.1",
        "2",
        LINE_2_1.clause,
        (
            Measure("2.1a", CHILDREN_INFORMED.label, CHILDREN_INFORMED, by_2030(">=", 95, "95%", 90, LINE_2_1), LINE_2_1),
            Measure("2.1b", PARENTS_INFORMED.label, PARENTS_INFORMED, by_2030(">=", 95, "95%", 90, LINE_2_1), LINE_2_1),
        ),
    ),
    line("2.2", "2", LINE_2_2, ROAD_RULES.label, ROAD_RULES, by_2030(">=", 95, "95%", 90, LINE_2_2)),
    line("2.3", "2", LINE_2_3, WATER_SAFETY.label, WATER_SAFETY, by_2030(">=", 70, "70%", 60, LINE_2_3)),
    line("2.4", "2", LINE_2_4, SWIM_SAFELY.label, SWIM_SAFELY, by_2030(">=", 60, "60%", 50, LINE_2_4)),
    line("2.5", "2", LINE_2_5, LIFE_VESTS.label, LIFE_VESTS, Target(">=", None, "sử dụng áo phao", due=END_OF_2030, value_from="life-vest-level")),
    line(
        "3.1",
        "3",
        LINE_3_1,
        STAFF_TRAINED.label,
        STAFF_TRAINED,
        Target(">=", None, "được tập huấn", due=END_OF_2030, value_from="staff-trained-level"),
    ),
    line("3.2", "3", LINE_3_2, FIRST_AID.label, FIRST_AID, by_2030(">=", 100, "100%", None, LINE_3_2)),
)
BESIDE_THEM = (
    line(
        "BVH1",
        "BVH",
        LINE_BVH1,
        CERTIFIED_FACILITIES.label,
        CERTIFIED_FACILITIES,
        by_2030(">=", 100, "100%", 100, LINE_BVH1, scope="orientation"),
    ),
    line("BVH2", "BVH", LINE_BVH2, HOUSEHOLDS_INFORMED.label, HOUSEHOLDS_INFORMED, by_2030(">=", 95, "95%", 90, LINE_BVH2, scope="orientation")),
    Indicator(
        "HS1",
        "HS",
        LINE_HS1.clause,
        (
            Measure("HS1a", MANAGERS_TEACHERS_REACHED.label, MANAGERS_TEACHERS_REACHED, by_2035(100, "100%", 95, LINE_HS1), LINE_HS1),
            Measure("HS1b", PUPILS_REACHED.label, PUPILS_REACHED, by_2035(100, "100%", 95, LINE_HS1), LINE_HS1),
            Measure("HS1c", PUPILS_PARENTS_REACHED.label, PUPILS_PARENTS_REACHED, by_2035(100, "100%", 95, LINE_HS1), LINE_HS1),
        ),
    ),
    line("HS2", "HS", LINE_HS2, PUPILS_TAUGHT.label, PUPILS_TAUGHT, by_2035(90, "90%", 70, LINE_HS2)),
    Indicator(
        "HS3",
        "HS",
        LINE_HS3.clause,
        tuple(
            Measure(code, grade_swims(grade).label, grade_swims(grade), by_2035(bar, f"tối thiểu {bar}%", earlier, LINE_HS3), LINE_HS3)
            for code, grade, earlier, bar in (("HS3a", 5, 55, 70), ("HS3b", 9, 65, 80), ("HS3c", 12, 75, 90))
        ),
    ),
    line("HS4", "HS", LINE_HS4, PRIMARY_POOLS.label, PRIMARY_POOLS, by_2035(30, "tối thiểu 30%", 20, LINE_HS4)),
    line("HS5", "HS", LINE_HS5, SECONDARY_POOLS.label, SECONDARY_POOLS, by_2035(25, "tối thiểu 25%", 15, LINE_HS5)),
    line(
        "HS6",
        "HS",
        LINE_HS6,
        COMMUNE_POOL.label,
        COMMUNE_POOL,
        Target("done", None, "có ít nhất một bể bơi để dạy bơi", scope="orientation", due=END_OF_2035),
    ),
    line(
        "HS7",
        "HS",
        LINE_HS7,
        SWIMMING_TEACHERS.label,
        SWIMMING_TEACHERS,
        Target(None, None, "giáo viên dạy bơi được cấp chứng nhận", scope="orientation", due=END_OF_2035),
    ),
)
WORK = (
    line(
        "NV1",
        "NV",
        INJURIES_DOWN,
        INJURED.label,
        INJURED,
        Target("<=", -10, "giảm 10% so với năm trước", kind="relative_change", same_period=True, scope="task", due=END_OF_2030),
    ),
    counted("NV2", FORM, INJURY_CASES, "số ca"),
    counted("NV3", FORM, INJURY_DEATHS, "số tử vong"),
    counted("NV4", MARK_SITES, RISK_SITES, "rà soát, đánh dấu các điểm có nguy cơ"),
    counted("NV5", REVIEW_SITES, RISK_SITES_SIGNED, "cắm biển cảnh báo"),
    counted("NV6", REVIEW_SITES, RISK_SITES_FENCED, "làm rào chắn"),
    counted("NV7", UNSAFE_PLACES, RISK_SITES_DEALT_WITH, "khắc phục nơi không an toàn"),
    counted("NV8", UNSAFE_PLACES, SWIMMING_CLASSES, "mở lớp kỹ năng cho trẻ em"),
    counted("NV9", MARK_SITES, INSPECTIONS, "tăng cường kiểm tra"),
    counted("NV10", MARK_SITES, SESSIONS, "truyền thông về trách nhiệm của gia đình, nhà trường"),
)
INDICATORS = (*GOALS, *BESIDE_THEM, *WORK)

# ---------------------------------------------------------------- Units, as the acts name them

UNITS = (
    Unit(
        "uy-ban-nhan-dan-xa",
        "Ủy ban nhân dân cấp xã",
        (
            Task("Coi phòng, chống đuối nước trẻ em là nhiệm vụ trọng tâm, thường xuyên", "Công điện số 46/CĐ-TTg (nêu lại)", "lead"),
            Task("Người đứng đầu chịu trách nhiệm khi để xảy ra vụ việc nghiêm trọng", "Công điện số 46/CĐ-TTg (nêu lại)", "lead"),
            Task("Rà soát, đánh dấu các điểm có nguy cơ đuối nước", "Công điện số 46/CĐ-TTg (nêu lại)", "lead"),
            Task("Dạy kỹ năng cho trẻ em", "Công điện số 46/CĐ-TTg (nêu lại)", "implement"),
            Task("Truyền thông về trách nhiệm của gia đình, nhà trường", "Công điện số 46/CĐ-TTg (nêu lại)", "implement"),
            Task("Tăng cường kiểm tra", "Công điện số 46/CĐ-TTg (nêu lại)", "implement"),
            Task("Lập bản đồ điểm nguy cơ, làm rào chắn, cắm biển cảnh báo, kiểm tra", "Công điện số 118/CĐ-TTg (nêu lại)", "implement"),
            Task("Đầu tư cho việc dạy bơi", "Công điện số 118/CĐ-TTg (nêu lại)", "implement"),
            Task(
                "Phối hợp với các tổ chức đoàn thể, tình nguyện viên quản lý học sinh dịp hè, khi có mưa lũ, bão",
                "Chỉ đạo của Bộ Y tế tháng 5/2025 (nêu lại)",
                "lead",
            ),
            Task(
                "Tổ chức Tháng hành động vì trẻ em, kiểm tra, khắc phục nơi không an toàn, mở lớp kỹ năng cho trẻ em",
                "Thông tư số 28/2019/TT-BLĐTBXH, Điều 2, Điều 3 (nêu lại)",
                "lead",
            ),
            Task("Phân công người làm công tác bảo vệ trẻ em", "Luật Trẻ em, Điều 90 (nêu lại)", "lead"),
            Task("Mỗi năm báo cáo Hội đồng nhân dân cùng cấp về thực hiện quyền trẻ em", "Luật Trẻ em, Điều 90 (nêu lại)", "lead"),
        ),
        also=("Ủy ban nhân dân xã", "UBND xã", "UBND cấp xã"),
    ),
    Unit(
        "tram-y-te-xa",
        "Trạm Y tế cấp xã",
        (Task("Điền bảng kiểm định cộng đồng an toàn", "Hướng dẫn kèm Quyết định số 170/QĐ-BYT (nêu lại)", "implement"),),
        also=("Trạm Y tế xã",),
    ),
    Unit(
        "cac-co-so-giao-duc",
        "Các cơ sở giáo dục",
        (
            Task(
                "Mầm non: tự đánh giá trường học an toàn",
                "Thông tư số 45/2021/TT-BGDĐT, Điều 9 (nêu lại)",
                "implement",
            ),
            Task(
                "Phổ thông, thường xuyên: tự đánh giá trường học an toàn",
                "Thông tư số 18/2023/TT-BGDĐT (nêu lại)",
                "implement",
            ),
        ),
        members=True,
        also=("Các trường học",),
    ),
    Unit(
        "doan-thanh-nien",
        "Đoàn Thanh niên Cộng sản Hồ Chí Minh",
        (Task("Phối hợp với chính quyền địa phương phòng, chống đuối nước trẻ em", "Công điện số 118/CĐ-TTg (nêu lại)", "coordinate"),),
        also=("Đoàn Thanh niên",),
    ),
    Unit(
        "hoi-lien-hiep-phu-nu",
        "Hội Liên hiệp Phụ nữ Việt Nam",
        (Task("Phối hợp với chính quyền địa phương phòng, chống đuối nước trẻ em", "Công điện số 118/CĐ-TTg (nêu lại)", "coordinate"),),
        also=("Hội Liên hiệp Phụ nữ", "Hội Phụ nữ"),
    ),
    Unit(
        "cac-don-vi-to-chuc-hoat-dong",
        "Các cơ quan, tổ chức, cá nhân tổ chức hoạt động cho trẻ em ngoài nhà trường",
        (Task("Báo ngay cho cấp xã khi có trẻ em bị thương tích", "Thông tư số 27/2022/TT-BLĐTBXH, Điều 4 (nêu lại)", "implement"),),
        members=True,
    ),
)

# ---------------------------------------------------------------- Reports

DUTIES = (
    # The Month of Action is June; its report falls due before the second half begins to count, so it carries figures of the first.
    Duty(
        id="month-of-action-report",
        kind="dated",
        rule="trước ngày 10/7",
        source=CIRCULAR_28.at(
            "Thông tư số 28/2019/TT-BLĐTBXH, điều về báo cáo (nêu lại; chưa rõ số điều)",
            f"Theo Thông tư trong văn bản pháp điển ({TRANSCRIPT}; một nguồn): cấp xã báo cáo Ủy ban nhân dân cấp huyện kết quả Tháng "
            "hành động vì trẻ em trước ngày 10/7 hằng năm; cấp huyện báo cáo Ủy ban nhân dân cấp tỉnh trước ngày 20/7; cấp tỉnh, các bộ báo cáo "
            "Bộ Lao động - Thương binh và Xã hội trước ngày 31/7.",
        ),
        reporters=("uy-ban-nhan-dan-xa",),
        recipient="Ủy ban nhân dân cấp huyện (như Thông tư ghi; cấp huyện đã kết thúc hoạt động)",
        onward="Ủy ban nhân dân cấp tỉnh; Bộ Lao động - Thương binh và Xã hội (như Thông tư ghi)",
        period="half-year",
        last_day="07-09",
        # Communes of the two-level government exist since 1 July 2025; their first whole half-year is that of 2026.
        valid_from=date(2026, 1, 1),
        measures=("NV4", "NV7", "NV8"),
    ),
    Duty(
        id="report-to-people-council",
        kind="undated",
        rule="mỗi năm một lần",
        source=LAW_ON_CHILDREN.at(
            "Luật Trẻ em, Điều 90 (nêu lại)",
            f"Theo Luật trong văn bản pháp điển ({TRANSCRIPT}): Ủy ban nhân dân các cấp mỗi năm một lần báo cáo Hội đồng nhân dân "
            "cùng cấp về việc thực hiện quyền trẻ em.",
        ),
        reporters=("uy-ban-nhan-dan-xa",),
        recipient="Hội đồng nhân dân cấp xã",
        valid_from=date(2026, 1, 1),
        period="year",
    ),
    Duty(
        id="injury-notice",
        kind="on_event",
        rule="báo ngay",
        source=CIRCULAR_27.at(
            "Thông tư số 27/2022/TT-BLĐTBXH, Điều 4 (nêu lại)",
            f"Theo Thông tư trong văn bản pháp điển ({TRANSCRIPT}): đơn vị tổ chức hoạt động cho trẻ em ngoài nhà trường báo ngay cho "
            "cấp xã khi có trẻ em bị thương tích.",
        ),
        reporters=("cac-don-vi-to-chuc-hoat-dong",),
        recipient="Ủy ban nhân dân cấp xã",
        measures=("NV2",),
    ),
)

# ---------------------------------------------------------------- What is open

OPEN = (
    OpenQuestion(
        "full-text",
        "document",
        Text(
            "Toàn văn Quyết định số 1248/QĐ-TTg chưa được đọc; mọi chỉ tiêu nêu lại theo các trang khác. Nguyên văn, số mục, chữ quyết định mức so "
            "sánh, chữ chỉ mức độ (phấn đấu...) là gì?",
            "The full text of Decision 1248/QĐ-TTg was not read; all targets are restated from other pages. What are the exact words, the "
            "numbering, the words that decide each comparison and the modality?",
        ),
    ),
    OpenQuestion(
        "place-has-own-plan",
        "place",
        Text(
            "Chưa tìm thấy kế hoạch giai đoạn 2026-2030 của một xã, phường, hay kế hoạch chung của một tỉnh kèm bảng phân công. Xã hoặc tỉnh có kế "
            "hoạch riêng với mức khác không? Nhiều tỉnh đặt mức khác với Quyết định (500/100.000 ngay năm 2025, giảm 30-50% tử vong do đuối nước).",
            "No plan of a commune for 2026-2030, and no general plan of a province with its table of tasks, was found. Has the commune or the "
            "province one, with other levels? Many provinces differ from the decision (500 per 100,000 by 2025 already, drowning deaths down "
            "30-50%).",
        ),
    ),
    OpenQuestion(
        "single-source",
        "targets",
        Text(
            "Các mức 7.000.000 và 8.000.000 ngôi nhà, 12.000 trường học (năm 2025), 400 và 500 xã chỉ có ở một trang. Quyết định ghi đúng như vậy "
            "không?",
            "The levels of 7,000,000 and 8,000,000 homes, 12,000 schools (2025), 400 and 500 communes stand on one page only. Does the decision "
            "say so?",
        ),
    ),
    OpenQuestion(
        "lines-of-the-province",
        "targets",
        Text(
            "Quyết định còn hai dòng cho cấp tỉnh: 100% tỉnh thu thập thông tin, dữ liệu tai nạn, thương tích (chưa rõ năm) và thí điểm, nhân rộng "
            "dạy bơi, dạy kỹ năng (không có mức). Tỉnh giao xã việc gì?",
            "The decision has two more lines, for provinces: 100% of them collect injury data (the year was not readable), and they pilot and widen "
            "swimming and safety education (no figure). What does the province ask of the commune?",
        ),
    ),
    OpenQuestion(
        "action-programme",
        "targets",
        Text(
            "Chương trình hành động quốc gia vì trẻ em 2021-2030 (Quyết định số 23/QĐ-TTg) được một bản sao nêu cùng mức 550/500 và 16/15. Bản chính "
            "thức ghi thế nào?",
            "One copy of the National Action Programme for Children 2021-2030 (Decision 23/QĐ-TTg) gives the same 550/500 and 16/15. What does the "
            "official text say?",
        ),
    ),
    OpenQuestion(
        "statistics",
        "measure:1.1",
        Text(
            "Chưa đọc được mã, tử số, mẫu số, phân tổ của các chỉ tiêu tai nạn, thương tích và đuối nước trong Thông tư số 13/2021/TT-BLĐTBXH, "
            "và chưa thấy văn bản thay thế. Xã tính tử số, mẫu số theo nguồn nào?",
            "Code, numerator, denominator and breakdown of the injury and drowning indicators of Circular 13/2021/TT-BLĐTBXH were not readable, "
            "and no successor was seen. From which sources does the commune take numerator and denominator?",
        ),
    ),
    OpenQuestion(
        "base-rates",
        "measure:1.1",
        Text(
            "Mức cả nước năm 2020 là 600 (tai nạn, thương tích) và 17 (tử vong) trên 100.000 trẻ em theo một nguồn; trang khác ghi hơn 1.250 "
            "đầu và hơn 665 cuối giai đoạn 2010-2019. Số liệu năm 2020 của xã là bao nhiêu?",
            "One source gives 600 (injuries) and 17 (deaths) per 100,000 children for the nation in 2020; another page gives more than 1,250 at the "
            "start and more than 665 at the end of 2010-2019. What are the commune's figures of 2020?",
        ),
    ),
    OpenQuestion(
        "fifteen-or-five",
        "measure:1.2",
        Text(
            "Tỷ suất tử vong năm 2030 là 15 hay 5 trên 100.000 trẻ em? Đọc là 15: nhiều nguồn hơn và khớp với mức 16 của năm 2025.",
            "Is the death rate of 2030 15 or 5 per 100,000 children? Read as 15: more sources, and the only one that fits the 16 of 2025.",
        ),
        "choice",
        (Choice("15", Text("15 trên 100.000", "15 per 100,000"), 15), Choice("5", Text("5 trên 100.000", "5 per 100,000"), 5)),
        "15",
    ),
    OpenQuestion(
        "road-figures",
        "measure:1.3a",
        Text(
            "Mức giảm 5-10% tính cho số tử vong và số bị thương riêng hay chung, so với năm trước hay năm 2020? Ở đây tính riêng từng số, so "
            "với cùng kỳ năm trước, mức phải đạt là 5%.",
            "Is the fall of 5-10% taken over deaths and injured apart or together, and against the year before or 2020? Here each is held apart "
            "against the same period of the year before, and 5% is the bar.",
        ),
    ),
    OpenQuestion(
        "base-year-of-drowning",
        "measure:1.4",
        Text(
            "Năm gốc của mức giảm tử vong do đuối nước là năm nào, và năm đó xã có bao nhiêu trẻ em tử vong do đuối nước? Ở đây đọc là năm "
            "2020; số của xã (và của cả nước) năm 2020 chưa có.",
            "Which is the base year of the fall in drowning deaths, and how many children drowned in the commune that year? Read here as 2020; the "
            "commune's figure of 2020 (and the nation's) is missing.",
        ),
    ),
    OpenQuestion(
        "fall-from-none",
        "measure:1.4",
        Text(
            "Năm gốc không có trẻ em tử vong do đuối nước thì mức giảm 20% hiểu thế nào: giữ không để xảy ra?",
            "If no child drowned in the base year, what does a fall of 20% mean: keep it at none?",
        ),
    ),
    OpenQuestion(
        "safe-homes-level",
        "measure:1.5",
        Text(
            "Mức của cả nước (8.000.000 ngôi nhà) không chia cho từng xã. Tỉnh giao xã bao nhiêu ngôi nhà an toàn, hay bao nhiêu phần trăm số "
            "hộ? Cách tính (23 trong 33 tiêu chí) chỉ có ở một tờ báo; ai công nhận?",
            "The nation's level (8,000,000 homes) is not shared out to communes. How many safe homes does the province ask of the commune, or what "
            "share of households? The pass rule (23 of 33 criteria) stands in one newspaper; who certifies?",
        ),
        "number",
    ),
    OpenQuestion(
        "safe-schools-level",
        "measure:1.6",
        Text(
            "Tỉnh giao xã bao nhiêu trường học an toàn? Chưa đọc được tổng số tiêu chí của Thông tư số 45/2021/TT-BGDĐT, số tiêu chí bắt buộc, "
            "ngày hiệu lực và thời hạn báo cáo của Thông tư số 18/2023/TT-BGDĐT.",
            "How many safe schools does the province ask of the commune? Not readable: the number of criteria of Circular 45/2021/TT-BGDĐT; the "
            "number of mandatory ones, the effective date and the report date of Circular 18/2023/TT-BGDĐT.",
        ),
        "number",
    ),
    OpenQuestion(
        "safe-community-asked",
        "measure:1.7",
        Text(
            "Tỉnh có giao xã đạt tiêu chuẩn Cộng đồng an toàn không? Ai công nhận, thời hạn bao lâu, hộ gia đình an toàn phải trên 50% hay trên 60%?",
            "Does the province ask the commune to become a safe community? Who recognises it, for how long, and must over 50% or over 60% of "
            "households be safe families?",
        ),
    ),
    OpenQuestion(
        "what-informed-means",
        "measure:2.1a",
        Text(
            "Thế nào là được cung cấp kiến thức, kỹ năng (một buổi, một tài liệu, một năm hay cả giai đoạn)? Lượt người dự không phải số người.",
            "What counts as given knowledge and skills (one session, one leaflet, within a year or the whole period)? Attendances are not people.",
        ),
    ),
    OpenQuestion(
        "water-safety-meaning",
        "measure:2.3",
        Text(
            "Thế nào là biết kỹ năng an toàn trong môi trường nước, ai kiểm tra? Chưa thấy văn bản quy định.",
            "What counts as knowing how to be safe in and around water, and who tests it? No act that says so was seen.",
        ),
    ),
    OpenQuestion(
        "swim-safely-meaning",
        "measure:2.4",
        Text(
            "Thế nào là biết bơi an toàn? Chưa thấy văn bản quy định; một dự án yêu cầu bơi từ 25 m và nổi 90 giây, chứng nhận của Thành phố Hồ "
            "Chí Minh yêu cầu bơi từ 25 m (mỗi cách một nguồn). Xã dùng cách nào?",
            "What counts as being able to swim safely? No act that says so was seen; a project asks for 25 m and 90 seconds afloat, a certificate of "
            "Ho Chi Minh City for 25 m (one source each). Which does the commune use?",
        ),
    ),
    OpenQuestion(
        "life-vest-level",
        "measure:2.5",
        Text(
            "Mức của cả nước về sử dụng áo phao không đọc được; các tỉnh đặt 90% (Lâm Đồng, Ninh Thuận) hoặc 100% (Cà Mau, Đà Nẵng, Hà Tĩnh). "
            "Xã theo mức nào?",
            "The nation's level for life vests was not readable; provinces set 90% (Lâm Đồng, Ninh Thuận) or 100% (Cà Mau, Đà Nẵng, Hà Tĩnh). Which "
            "does the commune follow?",
        ),
        "number",
    ),
    OpenQuestion(
        "staff-trained-level",
        "measure:3.1",
        Text(
            "Mức của cả nước về cán bộ được tập huấn không đọc được; Khánh Hòa đặt 90%, Hà Tĩnh 100% (mỗi nơi một nguồn). Xã theo mức nào, và "
            "những ai được tính?",
            "The nation's level for staff trained was not readable; Khánh Hòa sets 90%, Hà Tĩnh 100% (one source each). Which does the commune "
            "follow, and who counts?",
        ),
        "number",
    ),
    OpenQuestion(
        "first-aid-2025",
        "measure:3.2",
        Text(
            "Mức năm 2025 về nhân viên y tế biết sơ cấp cứu không đọc được; Lâm Đồng và Đơn Dương đặt 70%. Tỉnh của xã đặt bao nhiêu phần trăm? "
            "(Mốc theo năm ghi ở phần mốc của kế hoạch trong monitor.toml.)",
            "The level of 2025 for first aid was not readable; Lâm Đồng and Đơn Dương set 70%. What percentage did the commune's province set? "
            "(A yearly level is written among the plan's milestones in monitor.toml.)",
        ),
        "number",
    ),
    OpenQuestion(
        "households",
        "measure:BVH2",
        Text(
            "Hộ gia đình ở đây là mọi hộ hay chỉ hộ có trẻ em?",
            "Are households here all of them, or only those with children?",
        ),
    ),
    OpenQuestion(
        "pupils-lines-with-one-source",
        "targets",
        Text(
            "Hai dòng của Quyết định số 1717/QĐ-TTg chỉ có một nguồn nên chưa theo dõi: cán bộ quản lý, giáo viên được tập huấn (70% và 95%), "
            "nhân viên y tế trường học được tập huấn sơ cứu đuối nước (85% và 95%). Quyết định ghi thế nào?",
            "Two lines of Decision 1717/QĐ-TTg have one source and are not followed: managers and teachers trained (70% and 95%), school health "
            "staff trained in drowning first aid (85% and 95%). What does the decision say?",
        ),
    ),
    OpenQuestion(
        "commune-pool-asked",
        "measure:HS6",
        Text(
            "Tỷ lệ 50% và 70% tính trên số xã, phường của cả nước. Tỉnh có giao xã làm bể bơi không, vào năm nào?",
            "The shares of 50% and 70% are of all communes and wards. Does the province ask the commune for a pool, and by when?",
        ),
    ),
    OpenQuestion(
        "teachers-per-school",
        "measure:HS7",
        Text(
            "Mỗi trường có tối thiểu 2 (năm 2030), 3 (năm 2035) giáo viên dạy bơi: áp dụng cho mọi trường hay trường có bể bơi? Còn bao nhiêu "
            "trường thiếu?",
            "At least 2 (2030), 3 (2035) swimming teachers per school: in every school, or in those with a pool? How many schools fall short?",
        ),
        "number",
    ),
    OpenQuestion(
        "quarterly-form",
        "measure:NV2",
        Text(
            "Biểu quý của bộ biểu Quyết định số 234/QĐ-TTg còn dùng không? Nhóm tuổi 14-16 tính thế nào khi trẻ em là người dưới 16 tuổi?",
            "Is the quarterly form of the set of Decision 234/QĐ-TTg still in use? How is the band 14-16 counted where a child is under 16?",
        ),
    ),
    OpenQuestion(
        "dealt-with",
        "measure:NV7",
        Text(
            "Thế nào là điểm nguy cơ đã được xử lý: có biển, có rào, che đậy, san lấp, hay bố trí người trông? Điểm không thể rào (sông, kênh) "
            "tính thế nào?",
            "When is a risk site dealt with: a sign, a fence, a cover, filled in, somebody watching? What of sites that cannot be fenced (rivers, "
            "canals)?",
        ),
    ),
    OpenQuestion(
        "before-summer",
        "check:drowning/risk-sites-open",
        Text(
            "Các điểm nguy cơ đuối nước phải xử lý xong trước ngày nào để kịp kỳ nghỉ hè? Văn bản không ấn định.",
            "Before which day must the risk sites be dealt with, to be in time for the summer holidays? No act sets one.",
        ),
        "month_day",
    ),
    OpenQuestion(
        "before-floods",
        "check:drowning/risk-sites-open",
        Text(
            "Các điểm nguy cơ đuối nước phải xử lý xong trước ngày nào để kịp mùa mưa lũ ở địa phương? Văn bản không ấn định.",
            "Before which day must the risk sites be dealt with, to be in time for the flood season of the place? No act sets one.",
        ),
        "month_day",
    ),
    OpenQuestion(
        "month-of-action-recipient",
        "duty:month-of-action-report",
        Text(
            "Cấp huyện không còn: nay xã gửi báo cáo Tháng hành động vì trẻ em cho cơ quan nào? Thông tư số 28/2019/TT-BLĐTBXH đã được sửa "
            "chưa? (Một văn bản của Bộ Y tế tháng 6/2025 nói xã báo cáo cấp tỉnh trước ngày 20, không đọc được tháng.)",
            "The district level is gone: to whom does the commune now send the Month of Action report? Has Circular 28/2019 been amended? (A "
            "letter of the Ministry of Health of June 2025 says commune to province before the 20th; the month was not readable.)",
        ),
    ),
    OpenQuestion(
        "month-of-action-content",
        "duty:month-of-action-report",
        Text(
            "Báo cáo Tháng hành động vì trẻ em gồm số liệu nào, của khoảng thời gian nào? Ở đây lấy số liệu 6 tháng đầu năm về điểm nguy cơ và lớp "
            "kỹ năng.",
            "Which figures does the Month of Action report hold, and of which days? Here those of the first half-year on risk sites and skills "
            "classes.",
        ),
    ),
    OpenQuestion(
        "people-council-day",
        "duty:report-to-people-council",
        Text(
            "Ủy ban nhân dân cấp xã báo cáo Hội đồng nhân dân về quyền trẻ em vào ngày nào? Luật không ấn định ngày.",
            "On which day does the commune report to its People's Council on children's rights? The law sets none.",
        ),
        "month_day",
    ),
    OpenQuestion(
        "report-dates",
        "duties",
        Text(
            "Chưa đọc được thời hạn, nơi nhận báo cáo trong kế hoạch của địa phương nào. Kế hoạch của tỉnh yêu cầu xã báo cáo khi nào, cho ai?",
            "Report dates and addressees were readable in no local plan. When, and to whom, does the province's plan ask the commune to report?",
        ),
    ),
    OpenQuestion(
        "case-alert",
        "duties",
        Text(
            "Khi có trẻ em tử vong do đuối nước, xã báo cáo nhanh cho ai, trong thời hạn nào? Công điện số 46/CĐ-TTg không nêu; Công điện số "
            "40/CĐ-TTg ngày 19/5/2026 mà nó dẫn chiếu chưa tìm thấy.",
            "When a child drowns, to whom does the commune report, and how fast? Telegram 46/CĐ-TTg does not say; Telegram 40/CĐ-TTg of 19 May "
            "2026, to which it refers, was not found.",
        ),
    ),
    OpenQuestion(
        "culture-society-office",
        "units",
        Text(
            "Chưa thấy kế hoạch nào giao Phòng Văn hóa - Xã hội phòng, chống tai nạn, thương tích trẻ em. Ở xã, phòng nào tham mưu, phân công thế "
            "nào?",
            "No plan was seen that gives injury prevention to the Culture and Society Office. Which office advises in the commune, and how is "
            "the work divided?",
        ),
    ),
    OpenQuestion(
        "money",
        "budget",
        Text(
            "Phần kinh phí của Quyết định chưa đọc được. Kinh phí lấy từ những nguồn nào?",
            "The decision's part on money was not readable. Which are the sources?",
        ),
    ),
)
OWNERS = tuple(
    OpenQuestion(
        f"owner-{measure.code}",
        f"measure:{measure.code}",
        Text(f"Đơn vị nào cung cấp số liệu “{measure.label.vi}”?", f"Which units supply the figure “{measure.label.en}”?"),
        "units",
    )
    for indicator in INDICATORS
    for measure in indicator.measures
)

PLAN = Plan(
    id="drowning/commune-2021-2030",
    title=Text(
        "Phòng, chống tai nạn, thương tích và đuối nước trẻ em tại xã giai đoạn 2021-2030 (kế hoạch chung cho xã chưa có kế hoạch riêng, nêu lại)",
        "Injury and drowning prevention for children in a commune 2021-2030 (generic plan for a commune without its own, restated)",
    ),
    document=DECISION_1248,
    programme="drowning",
    place=None,
    start=date(2021, 1, 1),
    end=END_OF_2030,
    objectives=OBJECTIVES,
    indicators=INDICATORS,
    units=UNITS,
    duties=DUTIES,
    questions=(*OPEN, *OWNERS),
    # The decision names no window; the health statistics that count injuries run by the calendar (Circular 15/2026/TT-BYT, art. 52).
    window=CALENDAR,
    populations=(CHILDREN_UNDER_16, CHILDREN_6_15, PARENTS),
    short=Text("Đuối nước, thương tích 2021-2030", "Drowning and injury 2021-2030"),
)
