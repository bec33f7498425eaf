"""What the plan of 2024 counts.

The first part is counted in plans of other years and places too: equal keys are one figure everywhere, so these definitions
are restated word for word, for no plugin imports another. The second part only this plan counts.
"""

from __future__ import annotations

from planmonitor import (
    CHILDREN_IN_SPECIAL_CIRCUMSTANCES,
    CHILDREN_UNDER_16,
    Breakdown,
    Card,
    Category,
    Definition,
    Text,
)

CHILDREN = Text("trẻ em", "children")
PEOPLE = Text("người", "people")

# ---------------------------------------------------------------- Counted in plans of other years and places too

SPECIAL_CHILDREN_CARED_FOR = Definition(
    key="child-work/special-children-cared-for",
    label=Text("Tỷ lệ trẻ em có hoàn cảnh đặc biệt được bảo vệ, chăm sóc", "Children in special circumstances protected and cared for"),
    kind="ratio",
    counts="people",
    over_time="point_in_time",
    noun=CHILDREN,
    numerator=Text("Trẻ em có hoàn cảnh đặc biệt được bảo vệ, chăm sóc", "Children in special circumstances protected and cared for"),
    denominator=Text("Trẻ em có hoàn cảnh đặc biệt", "Children in special circumstances"),
    population=CHILDREN_IN_SPECIAL_CIRCUMSTANCES.key,
    card=Card(level="outcome"),
)
MONTH_OF_ACTION = Definition(
    key="child-work/month-of-action-held",
    label=Text("Đã tổ chức Tháng hành động vì trẻ em", "The Month of Action for Children was held"),
    kind="yes_no",
    counts="state",
    over_time="point_in_time",
    noun=Text("nơi", "places"),
    card=Card(level="output"),
)
CHILDRENS_DAY = Definition(
    key="child-work/childrens-day-held",
    label=Text("Đã tổ chức Ngày Quốc tế Thiếu nhi", "International Children's Day was held"),
    kind="yes_no",
    counts="state",
    over_time="point_in_time",
    noun=Text("nơi", "places"),
    card=Card(level="output"),
)
MID_AUTUMN = Definition(
    key="child-work/mid-autumn-festival-held",
    label=Text("Đã tổ chức Tết Trung thu cho trẻ em", "The Mid-Autumn Festival was held for children"),
    kind="yes_no",
    counts="state",
    over_time="point_in_time",
    noun=Text("nơi", "places"),
    card=Card(level="output"),
)
DOCUMENTS_ISSUED = Definition(
    key="child-work/documents-issued",
    label=Text("Số văn bản chỉ đạo, kế hoạch về công tác trẻ em đã ban hành", "Directions and plans on work for children issued"),
    kind="output",
    counts="documents",
    over_time="count",
    noun=Text("văn bản", "documents"),
    card=Card(level="output"),
)
SESSIONS = Definition(
    key="child-work/communication-sessions",
    label=Text("Số buổi tuyên truyền, truyền thông về công tác trẻ em", "Communication sessions on work for children"),
    kind="output",
    counts="events",
    over_time="count",
    noun=Text("buổi", "sessions"),
    card=Card(level="output"),
)
PEOPLE_TIMES = Definition(
    key="child-work/communication-people-times",
    label=Text("Số lượt người dự các buổi tuyên truyền, truyền thông", "Attendances at the communication sessions"),
    kind="output",
    counts="people_times",
    over_time="count",
    noun=Text("lượt người", "attendances"),
    card=Card(
        limitations=Text(
            "Một người dự nhiều buổi được tính nhiều lượt: không dùng làm tử số của một tỷ lệ người.",
            "A person who attends several sessions counts several times: no numerator of a ratio of people.",
        ),
        level="output",
    ),
)
NEWS_ITEMS = Definition(
    key="child-work/news-items",
    label=Text("Số tin, bài, phóng sự, chuyên mục về công tác trẻ em đã đăng, phát", "News items and broadcasts on work for children"),
    kind="output",
    counts="documents",
    over_time="count",
    noun=Text("tin, bài", "items"),
    card=Card(level="output"),
)
SIGNS_AND_FENCES = Definition(
    key="child-work/signs-and-fences",
    label=Text("Số biển cảnh báo, rào chắn đã lắp đặt", "Warning signs and fences put up"),
    kind="output",
    counts="facilities",
    over_time="count",
    noun=Text("biển, rào", "signs and fences"),
    card=Card(level="output"),
)
FORUMS = Definition(
    key="child-work/childrens-forums",
    label=Text("Số diễn đàn trẻ em đã tổ chức", "Children's forums held"),
    kind="output",
    counts="events",
    over_time="count",
    noun=Text("diễn đàn", "forums"),
    card=Card(level="output"),
)
CASES_HANDLED = Definition(
    key="child-work/cases-handled",
    label=Text("Số vụ việc liên quan đến trẻ em đã xử lý", "Cases concerning children that were handled"),
    kind="output",
    counts="cases",
    over_time="count",
    noun=Text("vụ", "cases"),
    breakdowns=(
        Breakdown(
            "especially",
            Text("Đặc biệt", "Especially"),
            "subset",
            (
                Category("abuse", Text("Vụ việc xâm hại trẻ em", "Child abuse")),
                Category("injury", Text("Vụ việc gây tai nạn, thương tích trẻ em", "Child injury")),
                Category("death", Text("Vụ việc gây tử vong trẻ em", "Child death")),
            ),
        ),
    ),
    card=Card(level="output"),
)
INSPECTIONS = Definition(
    key="child-work/inspections",
    label=Text(
        "Số cuộc thanh tra, kiểm tra, giám sát việc thực hiện chính sách, pháp luật về trẻ em",
        "Inspections and supervision visits on policies and law on children",
    ),
    kind="output",
    counts="events",
    over_time="count",
    noun=Text("cuộc", "inspections"),
    card=Card(level="output"),
)
# As the plans against child labour count them: a place that follows both records one figure.
LABOUR_INSPECTIONS = Definition(
    key="child-labour/inspections",
    label=Text(
        "Số cuộc kiểm tra, thanh tra, giám sát việc thực hiện pháp luật, chính sách về phòng ngừa, giảm thiểu lao động trẻ em",
        "Inspections and supervision visits on compliance with the law and policies on child labour",
    ),
    kind="output",
    counts="events",
    over_time="count",
    noun=Text("cuộc", "inspections"),
    card=Card(
        limitations=Text(
            "Có kế hoạch chỉ nêu kiểm tra, có kế hoạch nêu cả thanh tra, giám sát; số cuộc giữa các nơi chỉ so sánh được khi cùng cách đếm.",
            "Some plans name inspections (kiểm tra) only, others also thanh tra and giám sát; places compare only where they count alike.",
        ),
        level="output",
    ),
)
SEX = Breakdown(
    "sex",
    Text("Giới tính", "Sex"),
    "partition",
    (Category("male", Text("Nam", "Male")), Category("female", Text("Nữ", "Female"))),
)
# As the plans against child labour count them.
EDUCATION = Definition(
    key="child-labour/education-access",
    label=Text(
        "Tỷ lệ trẻ em có nguy cơ, lao động trẻ em được tiếp cận giáo dục phổ thông và đào tạo nghề phù hợp",
        "Children at risk or in child labour with access to general education and suitable vocational training",
    ),
    kind="ratio",
    counts="people",
    over_time="point_in_time",
    noun=CHILDREN,
    numerator=Text(
        "Trẻ em có nguy cơ, lao động trẻ em được tiếp cận giáo dục phổ thông và đào tạo nghề phù hợp",
        "Those with access to general education and suitable vocational training",
    ),
    denominator=Text("Trẻ em có nguy cơ và lao động trẻ em", "Children at risk and in child labour"),
    breakdowns=(SEX,),
    card=Card(level="outcome"),
)
CHILDREN_INFORMED = Definition(
    key="child-labour/children-informed",
    label=Text("Tỷ lệ trẻ em được cung cấp thông tin, kiến thức", "Children given information and knowledge"),
    kind="ratio",
    counts="people",
    over_time="cumulative",
    noun=CHILDREN,
    numerator=Text("Trẻ em được cung cấp thông tin, kiến thức", "Children informed"),
    denominator=Text("Trẻ em", "Children"),
    population=CHILDREN_UNDER_16.key,
    breakdowns=(SEX,),
    card=Card(
        limitations=Text(
            "Lấy trẻ em dưới 16 tuổi (Luật Trẻ em) làm mẫu số mặc định; các kế hoạch không ghi độ tuổi.",
            "Children under 16 (Law on Children) are the default denominator; the plans print no age.",
        ),
        level="output",
    ),
)
ENTERPRISES_INFORMED = Definition(
    key="child-labour/enterprises-informed",
    label=Text(
        "Tỷ lệ doanh nghiệp, hợp tác xã, hộ gia đình được cung cấp thông tin, kiến thức",
        "Enterprises, cooperatives and households given information and knowledge",
    ),
    kind="ratio",
    counts="organisations",
    over_time="cumulative",
    noun=Text("cơ sở, hộ", "establishments and households"),
    numerator=Text("Doanh nghiệp, hợp tác xã, hộ gia đình được cung cấp thông tin, kiến thức", "Enterprises, cooperatives and households informed"),
    denominator=Text("Doanh nghiệp, hợp tác xã, hộ gia đình", "Enterprises, cooperatives and households"),
    breakdowns=(
        Breakdown(
            "especially",
            Text("Đặc biệt là", "Especially"),
            "subset",
            (
                Category("small-enterprises", Text("Doanh nghiệp vừa và nhỏ", "Small and medium enterprises")),
                Category("cooperatives", Text("Hợp tác xã", "Cooperatives")),
                Category("craft-village-households", Text("Hộ gia đình trong các làng nghề", "Households in craft villages")),
            ),
        ),
    ),
    card=Card(level="output"),
)

# ---------------------------------------------------------------- What only this plan counts


def share(
    key: str, label: Text, above: Text, below: Text, *, counts: str = "people", over_time: str = "point_in_time", level: str = "outcome"
) -> Definition:
    """Return a ratio of this plan."""
    nouns = {"people": PEOPLE, "places": Text("xã, thị trấn", "communes"), "facilities": Text("cơ sở", "facilities")}
    return Definition(
        key=f"child-work/{key}",
        label=label,
        kind="ratio",
        counts=counts,
        over_time=over_time,
        noun=nouns[counts],
        numerator=above,
        denominator=below,
        card=Card(level=level),
    )


COMMUNES = Text("Xã, thị trấn của huyện", "Communes of the district")

PUPILS_TAUGHT = share(
    "pupils-taught-self-protection",
    Text(
        "Tỷ lệ học sinh được hướng dẫn, giáo dục kiến thức, kỹ năng sống và kỹ năng tự bảo vệ trước bạo lực, xâm hại tình dục",
        "Pupils taught life skills and to protect themselves against violence and sexual abuse",
    ),
    Text("Học sinh được hướng dẫn, giáo dục", "Pupils taught"),
    Text("Học sinh", "Pupils"),
    over_time="cumulative",
    level="output",
)
DISTRICT_STAFF_TRAINED = share(
    "district-staff-trained",
    Text(
        "Tỷ lệ công chức, viên chức, cán bộ cấp huyện được tập huấn phòng, chống đuối nước, tai nạn thương tích, bảo vệ trẻ em",
        "District staff trained in preventing drowning and injury and in child protection",
    ),
    Text("Công chức, viên chức, cán bộ cấp huyện được tập huấn", "District staff trained"),
    Text("Công chức, viên chức, cán bộ cấp huyện làm công tác bảo vệ, chăm sóc, giáo dục trẻ em", "District staff working for children"),
    over_time="cumulative",
    level="output",
)
COMMUNE_STAFF_TRAINED = share(
    "commune-staff-and-teachers-trained",
    Text(
        "Tỷ lệ cán bộ cấp xã, công chức, viên chức, giáo viên được tập huấn phòng, chống đuối nước, tai nạn thương tích, bảo vệ trẻ em",
        "Commune staff and teachers trained in preventing drowning and injury and in child protection",
    ),
    Text("Cán bộ cấp xã, công chức, viên chức, giáo viên được tập huấn", "Commune staff and teachers trained"),
    Text(
        "Cán bộ cấp xã, công chức, viên chức, giáo viên làm công tác bảo vệ, chăm sóc, giáo dục trẻ em của các ngành, đoàn thể",
        "Commune staff and teachers working for children, of all sectors and organisations",
    ),
    over_time="cumulative",
    level="output",
)
STEERING_BOARDS = share(
    "communes-with-steering-board",
    Text(
        "Tỷ lệ xã, thị trấn duy trì, kiện toàn ban chỉ đạo, điều hành bảo vệ, chăm sóc trẻ em và có quy chế hoạt động",
        "Communes that keep a steering board for child protection with working rules",
    ),
    Text("Xã, thị trấn có ban chỉ đạo được kiện toàn và có quy chế hoạt động", "Communes with such a board"),
    COMMUNES,
    counts="places",
    level="output",
)
STANDING_GROUPS = share(
    "communes-with-standing-group",
    Text(
        "Tỷ lệ xã, thị trấn hình thành nhóm thường trực bảo vệ trẻ em",
        "Communes that have formed a standing group for child protection",
    ),
    Text("Xã, thị trấn có nhóm thường trực bảo vệ trẻ em", "Communes with a standing group"),
    COMMUNES,
    counts="places",
    level="output",
)
PROTECTION_WORKERS = share(
    "communes-with-protection-worker",
    Text("Tỷ lệ xã, thị trấn bố trí người làm công tác bảo vệ trẻ em", "Communes that have appointed a child-protection worker"),
    Text("Xã, thị trấn có người làm công tác bảo vệ trẻ em", "Communes with a child-protection worker"),
    COMMUNES,
    counts="places",
    level="output",
)
LUNAR_NEW_YEAR = Definition(
    key="child-work/lunar-new-year-held",
    label=Text("Đã tổ chức Tết Nguyên đán cho trẻ em", "The Lunar New Year was held for children"),
    kind="yes_no",
    counts="state",
    over_time="point_in_time",
    noun=Text("nơi", "places"),
    card=Card(level="output"),
)
FACILITIES_STRENGTHENED = share(
    "health-facilities-strengthened",
    Text(
        "Tỷ lệ cơ sở y tế cấp huyện, xã được tăng cường nâng cao năng lực cung cấp dịch vụ chăm sóc sức khỏe cho trẻ em",
        "District and commune health facilities strengthened in health care for children",
    ),
    Text("Cơ sở y tế cấp huyện, xã được tăng cường nâng cao năng lực", "Facilities strengthened"),
    Text("Cơ sở y tế cấp huyện, xã", "District and commune health facilities"),
    counts="facilities",
    level="output",
)
FIRST_AID = share(
    "health-workers-knowing-first-aid",
    Text(
        "Tỷ lệ nhân viên y tế thôn, xóm, bản, tổ dân phố, nhân viên y tế trường học biết các kỹ thuật sơ cấp cứu ban đầu cho trẻ em",
        "Village and school health workers who know first aid for injured children",
    ),
    Text("Nhân viên y tế biết các kỹ thuật sơ cấp cứu ban đầu", "Health workers who know first aid"),
    Text("Nhân viên y tế thôn, xóm, bản, tổ dân phố, nhân viên y tế trường học", "Village and school health workers"),
)
WATER_PROGRAMMES = share(
    "communes-with-water-safety-programme",
    Text(
        "Tỷ lệ xã, thị trấn triển khai chương trình hướng dẫn, tư vấn, giáo dục kỹ năng an toàn trong môi trường nước, dạy bơi an toàn cho trẻ em",
        "Communes that run a programme of water-safety skills and safe swimming for children",
    ),
    Text("Xã, thị trấn triển khai chương trình", "Communes that run the programme"),
    COMMUNES,
    counts="places",
    level="output",
)
INJURY_DATA = share(
    "communes-collecting-injury-data",
    Text(
        "Tỷ lệ xã, thị trấn triển khai thu thập thông tin, dữ liệu về tai nạn, thương tích trẻ em và đuối nước trẻ em",
        "Communes that collect data on child injury and drowning",
    ),
    Text("Xã, thị trấn triển khai thu thập thông tin, dữ liệu", "Communes that collect the data"),
    COMMUNES,
    counts="places",
    level="output",
)
SAFE_SCHOOLS = share(
    "safe-schools",
    Text(
        "Tỷ lệ trường mầm non, tiểu học, trung học cơ sở đạt tiêu chuẩn Trường học an toàn",
        "Nursery, primary and lower secondary schools that meet the standard of a Safe School",
    ),
    Text("Trường đạt tiêu chuẩn Trường học an toàn", "Schools that meet the standard"),
    Text("Trường mầm non, tiểu học, trung học cơ sở", "Nursery, primary and lower secondary schools"),
    counts="facilities",
)
# Not the shared rate: the sentence prints neither a rate nor the age 5 to 17.
ILLEGAL_LABOUR = Definition(
    key="child-work/minors-in-illegal-labour",
    label=Text("Số trẻ em và người chưa thành niên lao động trái quy định của pháp luật", "Children and minors in illegal labour"),
    kind="count",
    counts="people",
    over_time="count",
    noun=CHILDREN,
    card=Card(
        limitations=Text(
            "Chỉ đếm được các trường hợp đã phát hiện; người chưa thành niên tính đến dưới 18 tuổi.",
            "Only detected cases can be counted; minors are persons under 18.",
        ),
        level="impact",
    ),
)
CHILD_FRIENDLY_SHARE = share(
    "child-friendly-communes",
    Text("Tỷ lệ xã, thị trấn đạt tiêu chuẩn xã, thị trấn phù hợp với trẻ em", "Communes that meet the standard of a child-friendly commune"),
    Text("Xã, thị trấn đạt tiêu chuẩn phù hợp với trẻ em", "Communes that meet the standard"),
    COMMUNES,
    counts="places",
)
PARTICIPATION_AWARE = Definition(
    key="child-work/children-aware-of-participation",
    label=Text(
        "Tỷ lệ trẻ em được nâng cao nhận thức, năng lực về quyền tham gia của trẻ em",
        "Children made aware of, and able to use, the child's right to participate",
    ),
    kind="ratio",
    counts="people",
    over_time="cumulative",
    noun=CHILDREN,
    numerator=Text("Trẻ em được nâng cao nhận thức, năng lực về quyền tham gia", "Children made aware and able"),
    denominator=Text("Trẻ em", "Children"),
    population=CHILDREN_UNDER_16.key,
    card=Card(level="output"),
)
CLUB_MEMBERS = share(
    "children-in-participation-clubs",
    Text(
        "Tỷ lệ trẻ em từ 10 - 18 tuổi trở lên được tham gia vào các mô hình, câu lạc bộ về quyền trẻ em",
        "Children aged 10 - 18 and above who take part in models and clubs on the rights of the child",
    ),
    Text("Trẻ em được tham gia các mô hình, câu lạc bộ", "Children in models and clubs"),
    Text("Trẻ em từ 10 - 18 tuổi trở lên (như văn bản in)", "Children aged 10 - 18 and above (as printed)"),
)
DATABASE_KEPT = Definition(
    key="child-work/child-database-kept",
    label=Text("Hệ thống cơ sở dữ liệu trẻ em các cấp được duy trì", "The database on children is kept at every level"),
    kind="yes_no",
    counts="state",
    over_time="point_in_time",
    noun=Text("nơi", "places"),
    card=Card(level="output"),
)
DATA_STAFF_TRAINED = share(
    "commune-staff-trained-on-child-database",
    Text(
        "Tỷ lệ cán bộ làm công tác bảo vệ chăm sóc trẻ em cấp xã, thị trấn được tập huấn, bồi dưỡng về hệ thống dữ liệu trẻ em",
        "Commune staff working for children trained on the database on children",
    ),
    Text("Cán bộ cấp xã, thị trấn được tập huấn, bồi dưỡng", "Commune staff trained"),
    Text("Cán bộ làm công tác bảo vệ chăm sóc trẻ em cấp xã, thị trấn", "Commune staff working for children"),
    over_time="cumulative",
    level="output",
)
DISTRICT_FUND = Definition(
    key="child-work/district-child-fund-works",
    label=Text("Quỹ Bảo trợ trẻ em cấp huyện hoạt động hiệu quả", "The district's Fund for Children works well"),
    kind="yes_no",
    counts="state",
    over_time="point_in_time",
    noun=Text("nơi", "places"),
    card=Card(level="output"),
)
ABUSED_CHILDREN = Definition(
    key="child-work/abused-children",
    label=Text("Số trẻ em bị xâm hại", "Children abused"),
    kind="count",
    counts="people",
    over_time="count",
    noun=CHILDREN,
    breakdowns=(SEX,),
    card=Card(level="impact"),
)


def taught(key: str, label: Text, above: Text) -> Definition:
    """Return the share of children who were taught something about water."""
    return Definition(
        key=f"child-work/{key}",
        label=label,
        kind="ratio",
        counts="people",
        over_time="cumulative",
        noun=CHILDREN,
        numerator=above,
        denominator=Text("Trẻ em", "Children"),
        population=CHILDREN_UNDER_16.key,
        card=Card(
            limitations=Text(
                "Đếm trẻ em được học, không phải trẻ em biết bơi an toàn; văn bản không ghi độ tuổi, lấy trẻ em dưới 16 tuổi.",
                "Counts children taught, not those who swim safely; no age is printed, so children under 16 are taken.",
            ),
            level="output",
        ),
    )


# Not those who can swim safely (drowning/swim-safely): "được học" is being taught.
TAUGHT_TO_SWIM = taught(
    "children-taught-to-swim", Text("Tỷ lệ trẻ em được học bơi", "Children taught to swim"), Text("Trẻ em được học bơi", "Children taught")
)
TAUGHT_WATER_SAFETY = taught(
    "children-taught-water-safety",
    Text("Tỷ lệ trẻ em được học kỹ năng an toàn phòng, chống đuối nước", "Children taught to be safe in and around water"),
    Text("Trẻ em được học kỹ năng an toàn phòng, chống đuối nước", "Children taught"),
)


def output(key: str, label: Text, counts: str, noun: Text, *, over_time: str = "count") -> Definition:
    """Return what this plan orders and sets no figure for."""
    return Definition(key=f"child-work/{key}", label=label, kind="output", counts=counts, over_time=over_time, noun=noun, card=Card(level="output"))


# Held at a point in time: communes, homes and funds that have the state now.
SAFE_COMMUNITIES = output(
    "safe-communities",
    Text(
        "Số xã, thị trấn đạt chuẩn Cộng đồng an toàn phòng, chống tai nạn, thương tích trẻ em", "Communes that meet the standard of a Safe Community"
    ),
    "places",
    Text("xã, thị trấn", "communes"),
    over_time="point_in_time",
)
SAFE_HOMES = output(
    "safe-homes",
    Text(
        "Số ngôi nhà của hộ gia đình có trẻ em đạt tiêu chí Ngôi nhà an toàn", "Homes of families with children that meet the criteria of a Safe Home"
    ),
    "households",
    Text("nhà", "homes"),
    over_time="point_in_time",
)
COMMUNE_FUNDS = output(
    "communes-with-child-fund",
    Text("Số xã, thị trấn có quỹ Bảo trợ trẻ em hoạt động", "Communes with a working Fund for Children"),
    "places",
    Text("xã, thị trấn", "communes"),
    over_time="point_in_time",
)
WORKS_FOR_CHILDREN = output(
    "works-for-children",
    Text("Số công trình dành cho trẻ em được xây dựng, nâng cấp", "Works for children built or improved"),
    "facilities",
    Text("công trình", "works"),
)
# Sites of drowning only; the plan of 2026 orders those of every accident.
DROWNING_SITES = output(
    "drowning-risk-sites-reviewed",
    Text("Số khu vực xảy ra hoặc có nguy cơ xảy ra tai nạn đuối nước đã rà soát", "Sites of drowning, or of its risk, reviewed"),
    "places",
    Text("khu vực", "sites"),
)
