"""The child-labour programme: its act, its populations, and what its plans measure alike.

Decision 782/QĐ-TTg of 27 May 2021 sets up the programme for 2021-2025 with an orientation to 2030. What only one plan
measures stands in that plan's own file.
"""

from __future__ import annotations

from datetime import date

from planmonitor import CHILDREN_5_17, CHILDREN_UNDER_16, PARENTS, Breakdown, Card, Category, Definition, Document, Programme, Text

DECISION_782 = Document(
    title=Text("Quyết định số 782/QĐ-TTg ngày 27/5/2021", "Decision 782/QĐ-TTg of 27 May 2021"),
    issuer="Thủ tướng Chính phủ",
    number="782/QĐ-TTg",
    issued=date(2021, 5, 27),
)

SEX = Breakdown(
    "sex",
    Text("Giới tính", "Sex"),
    "partition",
    (Category("male", Text("Nam", "Male")), Category("female", Text("Nữ", "Female"))),
)
AGE = Breakdown(
    "age",
    Text("Nhóm tuổi", "Age group"),
    "partition",
    (
        Category("5-11", Text("Từ 5 đến 11 tuổi", "5 to 11")),
        Category("12-14", Text("Từ 12 đến 14 tuổi", "12 to 14")),
        Category("15-17", Text("Từ 15 đến 17 tuổi", "15 to 17")),
    ),
)
ESPECIALLY = Breakdown(
    "especially",
    Text("Đặc biệt là", "Especially"),
    "subset",
    (
        Category("small-enterprises", Text("Doanh nghiệp vừa và nhỏ", "Small and medium enterprises")),
        Category("cooperatives", Text("Hợp tác xã", "Cooperatives")),
        Category("craft-village-households", Text("Hộ gia đình trong các làng nghề", "Households in craft villages")),
    ),
)

CHILDREN = Text("trẻ em", "children")
PEOPLE = Text("người", "people")
ESTABLISHMENTS = Text("cơ sở, hộ", "establishments and households")

RATE = Definition(
    key="child-labour/rate",
    label=Text("Tỷ lệ lao động trẻ em và người chưa thành niên từ 5 đến 17 tuổi", "Rate of child labour among children and minors aged 5 to 17"),
    kind="ratio",
    counts="people",
    over_time="point_in_time",
    noun=CHILDREN,
    numerator=Text(
        "Lao động trẻ em và người chưa thành niên từ 5 đến 17 tuổi lao động trái quy định", "Children and minors aged 5 to 17 in illegal labour"
    ),
    denominator=Text("Toàn bộ trẻ em và người chưa thành niên từ 5 đến 17 tuổi trên địa bàn", "All children and minors aged 5 to 17 in the area"),
    population=CHILDREN_5_17.key,
    breakdowns=(SEX, AGE),
    card=Card(
        concept=Text(
            "Số người từ 5 đến 17 tuổi lao động trái quy định của pháp luật trên toàn bộ số người từ 5 đến 17 tuổi; "
            "không phải trên số trẻ em có tham gia lao động.",
            "Persons aged 5 to 17 in illegal labour over all persons aged 5 to 17; not over the children who work.",
        ),
        method=Text("Tử số chia mẫu số, nhân 100.", "Numerator divided by denominator, times 100."),
        limitations=Text(
            "Tỷ lệ toàn quốc lấy từ điều tra chọn mẫu; địa phương chỉ đếm được các trường hợp đã phát hiện trên dân số từ 5 đến 17 tuổi. "
            "Danh sách trẻ em (dưới 16 tuổi) không phải mẫu số của tỷ lệ này.",
            "The national rate comes from sample surveys; a place can only count identified cases over its registered "
            "population aged 5 to 17. The register of children (under 16) is not the denominator of this rate.",
        ),
        level="impact",
    ),
)
SUPPORTED = Definition(
    key="child-labour/notified-supported",
    label=Text(
        "Tỷ lệ trẻ em có nguy cơ, lao động trẻ em và trẻ em bị mua bán vì mục đích bóc lột sức lao động khi có thông báo "
        "được hỗ trợ, can thiệp kịp thời, được quản lý, theo dõi",
        "Children at risk, in child labour or trafficked for exploitation of their labour who, once notified, "
        "are supported in time, managed and followed up",
    ),
    kind="ratio",
    counts="people",
    over_time="cumulative",
    noun=CHILDREN,
    numerator=Text("Trẻ em được hỗ trợ, can thiệp kịp thời, được quản lý, theo dõi", "Children supported in time, managed and followed up"),
    denominator=Text(
        "Trẻ em có nguy cơ, lao động trẻ em và trẻ em bị mua bán vì mục đích bóc lột sức lao động đã có thông báo",
        "Children at risk, in child labour or trafficked for exploitation of their labour who were notified",
    ),
    condition=Text("khi có thông báo", "once notified"),
    breakdowns=(SEX,),
    card=Card(level="outcome"),
)
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
STAFF_INFORMED = Definition(
    key="child-labour/education-and-care-staff-informed",
    label=Text(
        "Tỷ lệ cán bộ, giáo viên trong các cơ sở giáo dục, cơ sở nuôi dưỡng trẻ em được cung cấp thông tin, kiến thức",
        "Staff and teachers of education institutions and children's homes given information and knowledge",
    ),
    kind="ratio",
    counts="people",
    over_time="cumulative",
    noun=PEOPLE,
    numerator=Text("Cán bộ, giáo viên được cung cấp thông tin, kiến thức", "Staff and teachers informed"),
    denominator=Text(
        "Cán bộ, giáo viên trong các cơ sở giáo dục, cơ sở nuôi dưỡng trẻ em", "Staff and teachers of education institutions and children's homes"
    ),
    card=Card(level="output"),
)
PARENTS_INFORMED = Definition(
    key="child-labour/parents-informed",
    label=Text("Tỷ lệ cha mẹ, người chăm sóc trẻ em được cung cấp thông tin, kiến thức", "Parents and caregivers given information and knowledge"),
    kind="ratio",
    counts="people",
    over_time="cumulative",
    noun=PEOPLE,
    numerator=Text("Cha mẹ, người chăm sóc trẻ em được cung cấp thông tin, kiến thức", "Parents and caregivers informed"),
    denominator=Text("Cha mẹ, người chăm sóc trẻ em", "Parents and caregivers"),
    population=PARENTS.key,
    card=Card(level="output"),
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
    noun=ESTABLISHMENTS,
    numerator=Text("Doanh nghiệp, hợp tác xã, hộ gia đình được cung cấp thông tin, kiến thức", "Enterprises, cooperatives and households informed"),
    denominator=Text("Doanh nghiệp, hợp tác xã, hộ gia đình", "Enterprises, cooperatives and households"),
    breakdowns=(ESPECIALLY,),
    card=Card(level="output"),
)
ENTERPRISES_TRAINED = Definition(
    key="child-labour/enterprises-trained",
    label=Text("Tỷ lệ doanh nghiệp được tập huấn", "Enterprises trained"),
    kind="ratio",
    counts="organisations",
    over_time="cumulative",
    noun=Text("doanh nghiệp", "enterprises"),
    numerator=Text("Doanh nghiệp được tập huấn", "Enterprises trained"),
    denominator=Text("Doanh nghiệp", "Enterprises"),
    breakdowns=(
        Breakdown(
            "especially",
            Text("Đặc biệt", "Especially"),
            "subset",
            (Category("small-enterprises", Text("Doanh nghiệp vừa và nhỏ", "Small and medium enterprises")),),
        ),
    ),
    card=Card(
        concept=Text(
            "Được tập huấn các kiến thức, kỹ năng về phòng ngừa, phát hiện, hỗ trợ, can thiệp giảm thiểu lao động trẻ em.",
            "Trained in knowledge and skills to prevent, detect, support and intervene so as to reduce child labour.",
        ),
        level="output",
    ),
)
# Measured over child labourers, as Thanh Trì prints it; the summaries of the decision leave its base open.
HAZARDOUS_SHARE = Definition(
    key="child-labour/hazardous-share",
    label=Text(
        "Tỷ lệ lao động trẻ em và người chưa thành niên làm công việc nặng nhọc, độc hại, nguy hiểm "
        "trong số lao động trẻ em và người chưa thành niên",
        "Share of child labourers doing heavy, hazardous or dangerous work",
    ),
    kind="ratio",
    counts="people",
    over_time="point_in_time",
    noun=CHILDREN,
    numerator=Text("Lao động trẻ em làm công việc nặng nhọc, độc hại, nguy hiểm", "Child labourers in heavy, hazardous or dangerous work"),
    denominator=Text("Lao động trẻ em và người chưa thành niên", "Children and minors in child labour"),
    breakdowns=(SEX, AGE),
    card=Card(level="impact"),
)
INSPECTIONS = Definition(
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

PROGRAMME = Programme(
    id="child-labour",
    title=Text(
        "Chương trình phòng ngừa, giảm thiểu trẻ em lao động trái quy định của pháp luật",
        "Programme to prevent and reduce illegal child labour",
    ),
    document=DECISION_782,
    definitions=(
        RATE,
        SUPPORTED,
        EDUCATION,
        STAFF_INFORMED,
        PARENTS_INFORMED,
        CHILDREN_INFORMED,
        ENTERPRISES_INFORMED,
        ENTERPRISES_TRAINED,
        HAZARDOUS_SHARE,
        INSPECTIONS,
    ),
    populations=(CHILDREN_5_17, CHILDREN_UNDER_16, PARENTS),
)
