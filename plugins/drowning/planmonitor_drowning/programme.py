"""The programme of Decision 1248/QĐ-TTg, 2021-2030: its act, its populations, and what it counts.

The decision has three goals: fewer injuries and deaths; communication; training. What only accompanying acts count, and what
a commune counts of its own work, stands in the plans' own files.
"""

from __future__ import annotations

from planmonitor import CHILDREN_6_15, CHILDREN_UNDER_16, PARENTS, Breakdown, Card, Category, Definition, Programme, Text

from .acts import DECISION_1248

CHILDREN = Text("trẻ em", "children")
PEOPLE = Text("người", "people")

# ---------------------------------------------------------------- Breakdowns

SEX = Breakdown(
    "sex",
    Text("Giới tính", "Sex"),
    "partition",
    (Category("male", Text("Nam", "Male")), Category("female", Text("Nữ", "Female"))),
)
# The bands of the child-sector form (set of Decision 234/QĐ-TTg). Its last band does not fit the law, by which a child is under 16.
AGE = Breakdown(
    "age",
    Text("Nhóm tuổi", "Age group"),
    "partition",
    (
        Category("0-5", Text("Từ 0 đến 5 tuổi", "0 to 5")),
        Category("6-9", Text("Từ 6 đến 9 tuổi", "6 to 9")),
        Category("10-13", Text("Từ 10 đến 13 tuổi", "10 to 13")),
        Category("14-16", Text("Từ 14 đến 16 tuổi (trẻ em: đến dưới 16)", "14 to 16 (children: under 16)")),
    ),
)
CAUSE = Breakdown(
    "cause",
    Text("Loại tai nạn, thương tích", "Type of injury"),
    "partition",
    (
        Category("fall", Text("Ngã", "Fall")),
        Category("burn", Text("Bỏng", "Burn")),
        Category("traffic", Text("Tai nạn giao thông", "Traffic")),
        Category("poisoning", Text("Ngộ độc", "Poisoning")),
        Category("cut", Text("Vật sắc nhọn đâm, cắt", "Cut or stab")),
        Category("choking", Text("Ngạt, hóc dị vật", "Choking")),
        Category("animal", Text("Động vật cắn, đốt, húc", "Animal bite")),
        Category("drowning", Text("Đuối nước", "Drowning")),
        Category("explosive", Text("Bom mìn, vật nổ", "Mine or explosive")),
        Category("electric-shock", Text("Điện giật", "Electric shock")),
        Category("other", Text("Loại khác", "Other")),
    ),
)
SETTING = Breakdown(
    "setting",
    Text("Nơi xảy ra", "Where it happened"),
    "partition",
    (
        Category("home", Text("Tại nhà", "At home")),
        Category("school", Text("Tại trường học", "At school")),
        Category("community", Text("Tại cộng đồng", "In the community")),
    ),
)
SCHOOL_LEVEL = Breakdown(
    "school-level",
    Text("Loại cơ sở", "Kind of school"),
    "partition",
    (
        Category("preschool", Text("Giáo dục mầm non (Thông tư 45/2021/TT-BGDĐT)", "Preschools (Circular 45/2021/TT-BGDĐT)")),
        Category(
            "general", Text("Giáo dục phổ thông, thường xuyên (Thông tư 18/2023/TT-BGDĐT)", "General and continuing (Circular 18/2023/TT-BGDĐT)")
        ),
    ),
)

# ---------------------------------------------------------------- Goal 1: fewer injuries and deaths

SMALL_NUMBERS = Text(
    "Một xã chỉ có vài nghìn trẻ em: một ca làm tỷ suất thay đổi hàng chục phần 100.000, nên luôn đọc cùng số ca.",
    "A commune has a few thousand children: one case moves the rate by tens per 100,000, so always read the count beside it.",
)
BY_POPULATION = Text(
    "Số ca trong kỳ chia số trẻ em trong kỳ, nhân 100.000 (suy từ đơn vị tính; chưa thấy văn bản quy định công thức).",
    "Cases of the period over children of the period, times 100,000 (derived from the unit; no act with the formula was seen).",
)

INJURY_RATE = Definition(
    key="drowning/injury-rate",
    label=Text("Tỷ suất trẻ em bị tai nạn, thương tích", "Injury rate of children"),
    kind="rate",
    counts="people",
    over_time="count",
    noun=CHILDREN,
    numerator=Text("Trẻ em bị tai nạn, thương tích", "Children injured in accidents"),
    denominator=Text("Trẻ em (dưới 16 tuổi)", "Children under 16"),
    population=CHILDREN_UNDER_16.key,
    breakdowns=(SEX, AGE),
    card=Card(
        concept=Text(
            "Người bị thương tích tại cộng đồng đến trạm y tế hoặc cơ sở y tế khác (Thông tư 15/2026/TT-BYT, mọi lứa tuổi; nêu lại).",
            "A person injured in the community who comes for care to a health station or facility (Circular 15/2026, all ages; restated).",
        ),
        method=BY_POPULATION,
        limitations=SMALL_NUMBERS,
        level="impact",
    ),
)
INJURY_DEATH_RATE = Definition(
    key="drowning/injury-death-rate",
    label=Text("Tỷ suất trẻ em bị tử vong do tai nạn, thương tích", "Injury death rate of children"),
    kind="rate",
    counts="people",
    over_time="count",
    noun=CHILDREN,
    numerator=Text("Trẻ em tử vong do tai nạn, thương tích", "Children who died of injuries"),
    denominator=Text("Trẻ em (dưới 16 tuổi)", "Children under 16"),
    population=CHILDREN_UNDER_16.key,
    breakdowns=(SEX, AGE),
    card=Card(
        concept=Text(
            "Tử vong trong 30 ngày tại nơi đến chăm sóc, cộng tử vong tại nơi xảy ra (Thông tư 15/2026/TT-BYT, mọi lứa tuổi; nêu lại).",
            "Death within 30 days where care was sought, plus deaths at the place of injury (Circular 15/2026, all ages; restated).",
        ),
        method=BY_POPULATION,
        limitations=SMALL_NUMBERS,
        level="impact",
    ),
)
ROAD_DEATHS = Definition(
    key="drowning/road-deaths",
    label=Text("Số trẻ em tử vong do tai nạn giao thông đường bộ", "Children killed in road accidents"),
    kind="count",
    counts="people",
    over_time="count",
    noun=CHILDREN,
    breakdowns=(SEX, AGE),
    card=Card(level="impact"),
)
ROAD_INJURED = Definition(
    key="drowning/road-injured",
    label=Text("Số trẻ em bị thương do tai nạn giao thông đường bộ", "Children injured in road accidents"),
    kind="count",
    counts="people",
    over_time="count",
    noun=CHILDREN,
    breakdowns=(SEX, AGE),
    card=Card(level="impact"),
)
# Plans of other plugins count the same: equal keys are one figure, so these stay word for word as they have them.
DROWNING_DEATHS = Definition(
    key="drowning/deaths",
    label=Text("Số trẻ em tử vong do đuối nước", "Children who died by drowning"),
    kind="count",
    counts="people",
    over_time="count",
    noun=CHILDREN,
    implies=("child-work/drowning-accidents",),
    card=Card(level="impact"),
)
INJURED = Definition(
    key="drowning/injured",
    label=Text("Số trẻ em bị tai nạn, thương tích", "Children injured in accidents"),
    kind="count",
    counts="people",
    over_time="count",
    noun=CHILDREN,
    card=Card(level="impact"),
)
# The decision counts safe homes, schools and communities of the whole country; no commune has a bar of its own in it.
SAFE_HOMES = Definition(
    key="drowning/safe-homes",
    label=Text("Số hộ gia đình có trẻ em đạt tiêu chí Ngôi nhà an toàn", "Families with children whose home is a safe home"),
    kind="output",
    counts="households",
    over_time="point_in_time",
    noun=Text("hộ", "households"),
    card=Card(
        method=Text(
            "Theo Quyết định số 548/QĐ-LĐTBXH ngày 06/5/2011 (một tờ báo, hai bài): đạt ít nhất 23 trong 33 tiêu chí, đủ 15 tiêu chí bắt buộc, "
            "và trong năm không có trẻ em bị tai nạn, thương tích tại nhà.",
            "By Decision 548/QĐ-LĐTBXH of 6 May 2011 (one newspaper, two articles): at least 23 of 33 criteria with all 15 mandatory ones, "
            "and no child injured at home that year.",
        ),
        limitations=Text(
            "Chưa đọc được điều khoản về cơ quan công nhận; nơi đã thấy thì xã cấp giấy. Có kế hoạch tính số hộ, có kế hoạch tính tỷ lệ hộ.",
            "The clause on who certifies was not readable; where seen, the commune does. Some plans count homes, others take a share.",
        ),
        level="output",
    ),
)
SAFE_SCHOOLS = Definition(
    key="drowning/safe-schools",
    label=Text("Số trường học đạt tiêu chuẩn Trường học an toàn", "Schools that meet the standard of a safe school"),
    kind="output",
    counts="facilities",
    over_time="point_in_time",
    noun=Text("trường", "schools"),
    breakdowns=(SCHOOL_LEVEL,),
    card=Card(
        method=Text(
            "Trường tự đánh giá. Mầm non (Thông tư 45/2021/TT-BGDĐT, một trang): trong năm không xảy ra sự việc trong danh mục, đạt từ 40 tiêu "
            "chí gồm 20 bắt buộc (trường) hoặc từ 30 gồm 15 bắt buộc (nhóm, lớp độc lập). Phổ thông, thường xuyên (Thông tư 18/2023/TT-BGDĐT): "
            "đạt từ 80% trong 50 tiêu chí và 100% tiêu chí bắt buộc.",
            "Schools assess themselves. Preschools (Circular 45/2021/TT-BGDĐT, one page): none of the listed events in the year, and at least 40 "
            "criteria with 20 mandatory (schools) or 30 with 15 (independent groups). General and continuing education (Circular 18/2023/TT-BGDĐT): "
            "at least 80% of the 50 criteria and 100% of the mandatory ones.",
        ),
        limitations=Text(
            "Ngành y tế có bảng kiểm cũ hơn (Quyết định số 170/QĐ-BYT): 13 mục, đạt từ 80%; số trường giữa hai cách không cộng với nhau.",
            "The health sector has an older checklist (Decision 170/QĐ-BYT): 13 items, 80% to pass; schools of the two ways are not added up.",
        ),
        level="output",
    ),
)
SAFE_COMMUNITY = Definition(
    key="drowning/safe-community",
    label=Text("Xã đạt tiêu chuẩn Cộng đồng an toàn", "Commune that meets the standard of a safe community"),
    kind="yes_no",
    counts="places",
    over_time="point_in_time",
    noun=Text("xã", "communes"),
    card=Card(
        method=Text(
            "5 tiêu chuẩn (Quyết định số 170/QĐ-BYT, trang của Bộ Y tế): có kế hoạch hằng năm; trên 60% hộ gia đình hiểu biết và tham gia; giảm 80% "
            "nguy cơ và có mô hình an toàn; mạng lưới cộng tác viên ghi nhận trên 80% thương tích và sơ cứu; thương tích giảm 10% so với năm trước.",
            "5 standards (Decision 170/QĐ-BYT, pages of the Ministry of Health): a yearly plan; over 60% of households aware and active; 80% of "
            "hazards reduced and safe models built; collaborators record over 80% of injuries and give first aid; injuries 10% lower than the "
            "year before.",
        ),
        limitations=Text(
            "Chưa đọc được cơ quan công nhận và thời hạn công nhận; bảng kiểm ghi trên 50% hộ gia đình an toàn, có nơi áp dụng 60%.",
            "Who recognises it and for how long was not readable; the checklist asks for over 50% safe families, some places for 60%.",
        ),
        level="outcome",
    ),
)

# ---------------------------------------------------------------- Goal 2: communication


def informed(key: str, label: Text, population: str, noun: Text, above: Text, below: Text) -> Definition:
    """Return how those given knowledge and skills of injury prevention are counted."""
    return Definition(
        key=key,
        label=label,
        kind="ratio",
        counts="people",
        over_time="cumulative",
        noun=noun,
        numerator=above,
        denominator=below,
        population=population,
        card=Card(level="output"),
    )


CHILDREN_INFORMED = informed(
    "drowning/children-informed",
    Text(
        "Tỷ lệ trẻ em được cung cấp kiến thức, kỹ năng phòng, chống tai nạn, thương tích",
        "Children given knowledge and skills of injury prevention",
    ),
    CHILDREN_UNDER_16.key,
    CHILDREN,
    Text("Trẻ em được cung cấp kiến thức, kỹ năng", "Children given knowledge and skills"),
    Text("Trẻ em (dưới 16 tuổi)", "Children under 16"),
)
PARENTS_INFORMED = informed(
    "drowning/parents-informed",
    Text(
        "Tỷ lệ cha mẹ, người chăm sóc trẻ em được cung cấp kiến thức, kỹ năng phòng, chống tai nạn, thương tích trẻ em",
        "Parents and carers given knowledge and skills of injury prevention",
    ),
    PARENTS.key,
    PEOPLE,
    Text("Cha mẹ, người chăm sóc trẻ em được cung cấp kiến thức, kỹ năng", "Parents and carers given knowledge and skills"),
    Text("Cha mẹ, người chăm sóc trẻ em", "Parents and carers"),
)
ROAD_RULES = Definition(
    key="drowning/road-rules-known",
    label=Text(
        "Tỷ lệ trẻ em từ 6 đến dưới 16 tuổi biết các quy định về an toàn giao thông đường bộ",
        "Children aged 6 to under 16 who know the rules of road safety",
    ),
    kind="ratio",
    counts="people",
    over_time="point_in_time",
    noun=CHILDREN,
    numerator=Text("Trẻ em từ 6 đến dưới 16 tuổi biết các quy định về an toàn giao thông đường bộ", "Those who know the rules of road safety"),
    denominator=Text("Trẻ em từ 6 đến dưới 16 tuổi", "Children aged 6 to under 16"),
    population=CHILDREN_6_15.key,
    card=Card(level="outcome"),
)
WATER_SAFETY = Definition(
    key="drowning/water-safety-skills",
    label=Text(
        "Tỷ lệ trẻ em từ 6 đến dưới 16 tuổi biết kỹ năng an toàn trong môi trường nước",
        "Children aged 6 to under 16 who know how to be safe in and around water",
    ),
    kind="ratio",
    counts="people",
    over_time="point_in_time",
    noun=CHILDREN,
    numerator=Text("Trẻ em từ 6 đến dưới 16 tuổi biết kỹ năng an toàn trong môi trường nước", "Those who know how to be safe in and around water"),
    denominator=Text("Trẻ em từ 6 đến dưới 16 tuổi", "Children aged 6 to under 16"),
    population=CHILDREN_6_15.key,
    card=Card(level="outcome"),
)
SWIM_SAFELY = Definition(
    key="drowning/swim-safely",
    label=Text("Tỷ lệ trẻ em từ 6 đến dưới 16 tuổi biết bơi an toàn", "Children aged 6 to under 16 who can swim safely"),
    kind="ratio",
    counts="people",
    over_time="point_in_time",
    noun=CHILDREN,
    numerator=Text("Trẻ em từ 6 đến dưới 16 tuổi biết bơi an toàn", "Those who can swim safely"),
    denominator=Text("Trẻ em từ 6 đến dưới 16 tuổi", "Children aged 6 to under 16"),
    population=CHILDREN_6_15.key,
    card=Card(level="outcome"),
)
LIFE_VESTS = Definition(
    key="drowning/life-vests-worn",
    label=Text(
        "Tỷ lệ trẻ em sử dụng áo phao khi tham gia giao thông đường thủy nội địa",
        "Children who wear a life vest on inland water transport",
    ),
    kind="ratio",
    counts="people",
    over_time="point_in_time",
    noun=CHILDREN,
    numerator=Text("Trẻ em sử dụng áo phao khi tham gia giao thông đường thủy nội địa", "Those who wear a life vest"),
    denominator=Text("Trẻ em tham gia giao thông đường thủy nội địa", "Children on inland water transport"),
    card=Card(level="outcome"),
)

# ---------------------------------------------------------------- Goal 3: training

STAFF_TRAINED = Definition(
    key="drowning/staff-trained",
    label=Text(
        "Tỷ lệ cán bộ làm công tác trẻ em, cộng tác viên được tập huấn về phòng, chống tai nạn, thương tích trẻ em",
        "Child-work staff and collaborators trained in injury prevention",
    ),
    kind="ratio",
    counts="people",
    over_time="cumulative",
    noun=PEOPLE,
    numerator=Text("Cán bộ, cộng tác viên được tập huấn", "Staff and collaborators trained"),
    denominator=Text("Cán bộ làm công tác trẻ em, cộng tác viên", "Child-work staff and collaborators"),
    card=Card(
        limitations=Text(
            "Ai là cán bộ được tính lấy theo kế hoạch của Khánh Hòa; chưa đọc được ở Quyết định.",
            "Who counts as staff is taken from Khánh Hòa's plan; it was not readable in the decision.",
        ),
        level="output",
    ),
)
FIRST_AID = Definition(
    key="drowning/health-workers-first-aid",
    label=Text(
        "Tỷ lệ nhân viên y tế thôn, bản, nhân viên y tế trường học biết sơ cấp cứu cho trẻ em bị tai nạn, thương tích",
        "Village and school health workers who know first aid for injured children",
    ),
    kind="ratio",
    counts="people",
    over_time="point_in_time",
    noun=PEOPLE,
    numerator=Text("Nhân viên y tế thôn, bản, y tế trường học biết sơ cấp cứu", "Village and school health workers who know first aid"),
    denominator=Text("Nhân viên y tế thôn, bản, nhân viên y tế trường học", "Village and school health workers"),
    card=Card(level="output"),
)

PROGRAMME = Programme(
    id="drowning",
    title=Text(
        "Chương trình phòng, chống tai nạn, thương tích trẻ em giai đoạn 2021-2030",
        "Programme to prevent and control injuries of children 2021-2030",
    ),
    document=DECISION_1248,
    definitions=(
        INJURY_RATE,
        INJURY_DEATH_RATE,
        ROAD_DEATHS,
        ROAD_INJURED,
        DROWNING_DEATHS,
        INJURED,
        SAFE_HOMES,
        SAFE_SCHOOLS,
        SAFE_COMMUNITY,
        CHILDREN_INFORMED,
        PARENTS_INFORMED,
        ROAD_RULES,
        WATER_SAFETY,
        SWIM_SAFELY,
        LIFE_VESTS,
        STAFF_TRAINED,
        FIRST_AID,
    ),
    populations=(CHILDREN_UNDER_16, CHILDREN_6_15, PARENTS),
)
