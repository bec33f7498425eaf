"""Xã Vân Sơn, tỉnh Bắc Ninh: its plan against illegal child labour, 2026-2030.

Eight target lines run through three objectives; two of them hold two figures each, so ten things are counted. The text
assigns none of the eight to a unit, names no day for any report and prints neither its number nor its day: all of that
stands among the open questions. The general objective (mục I.1) sets nothing to count and is no objective here. Orders of
mục II that name no addressee belong to no unit; one of the questions asks for theirs.
"""

from __future__ import annotations

from datetime import date

from planmonitor import (
    Breakdown,
    Card,
    Category,
    Definition,
    Document,
    Duty,
    Indicator,
    Measure,
    Objective,
    OpenQuestion,
    Place,
    Plan,
    Responsibility,
    Target,
    Task,
    Text,
    Unit,
)

from .programme import (
    CHILDREN_INFORMED,
    EDUCATION,
    ENTERPRISES_INFORMED,
    ESTABLISHMENTS,
    INSPECTIONS,
    PARENTS_INFORMED,
    PEOPLE,
    RATE,
    SUPPORTED,
)

# ---------------------------------------------------------------- The document

DOCUMENT = Document(
    title=Text(
        "Kế hoạch thực hiện Chương trình phòng ngừa, giảm thiểu trẻ em lao động trái quy định của pháp luật "
        "giai đoạn 2026-2030 trên địa bàn xã Vân Sơn",
        "Plan of Vân Sơn commune to carry out the programme to prevent and reduce illegal child labour, 2026-2030",
    ),
    issuer="UBND xã Vân Sơn",
    # Printed "Số: /KH-UBND" and "ngày tháng 4 năm 2026": the number and the day are blank.
    number=None,
    issued=None,
    implements=(
        (
            "Kế hoạch số 99/KH-UBND ngày 08/4/2026 của UBND tỉnh Bắc Ninh về thực hiện Chương trình phòng ngừa, giảm thiểu trẻ em "
            "lao động trái quy định của pháp luật giai đoạn 2026-2030 trên địa bàn tỉnh Bắc Ninh"
        ),
    ),
)

# The plan prints the names; the code is that of the official list of administrative units (three units are called Vân Sơn).
PLACE = Place(level="commune", name="xã Vân Sơn", code="07621", within="tỉnh Bắc Ninh")

# "I. MỤC TIÊU ĐẾN NĂM 2030" stands above all eight target lines.
BY_2030 = date(2030, 12, 31)

# ---------------------------------------------------------------- I.2 Objectives

OBJECTIVES = (
    Objective("1", "Mục tiêu 1: Phòng ngừa, phát hiện, hỗ trợ, can thiệp lao động trẻ em và trẻ em có nguy cơ trở thành lao động trẻ em"),
    Objective("2", "Mục tiêu 2: Truyền thông về phòng ngừa và giảm thiểu lao động trẻ em"),
    Objective("3", "Mục tiêu 3: Đào tạo, tập huấn về phòng ngừa, giảm thiểu lao động trẻ em"),
    # What the tasks order that can be counted; reported, not among the eight targets.
    Objective("NV", "Tổ chức thực hiện"),
)

# ---------------------------------------------------------------- What only this plan counts

# Not the shared figure: that one also counts the staff of children's homes, this line only those of schools.
SCHOOL_STAFF_INFORMED = Definition(
    key="child-labour/school-staff-informed",
    label=Text(
        "Tỷ lệ cán bộ, giáo viên trong các nhà trường được cung cấp thông tin, kiến thức về phòng ngừa, giảm thiểu lao động trẻ em",
        "Staff and teachers of schools given information and knowledge on preventing and reducing child labour",
    ),
    kind="ratio",
    counts="people",
    over_time="cumulative",
    noun=PEOPLE,
    numerator=Text("Cán bộ, giáo viên trong các nhà trường được cung cấp thông tin, kiến thức", "Staff and teachers of schools informed"),
    denominator=Text("Cán bộ, giáo viên trong các nhà trường", "Staff and teachers of schools"),
    card=Card(
        limitations=Text(
            "Chỉ tính các nhà trường; không tính cơ sở nuôi dưỡng trẻ em, khác với chỉ tiêu cùng loại của Chương trình.",
            "Schools only; children's homes, which the programme's own figure includes, are left out.",
        ),
        level="output",
    ),
)
OFFICE_STAFF_SENT = Definition(
    key="child-labour/culture-society-office-staff-sent-to-training",
    label=Text(
        "Tỷ lệ cán bộ, công chức Phòng Văn hóa - Xã hội được cử tham gia hoặc được tạo điều kiện tham gia các lớp tập huấn do cấp trên tổ chức",
        "Staff of the Culture and Society Office sent to, or enabled to attend, training held by higher levels",
    ),
    kind="ratio",
    counts="people",
    over_time="cumulative",
    noun=PEOPLE,
    numerator=Text(
        "Cán bộ, công chức Phòng Văn hóa - Xã hội được cử tham gia hoặc được tạo điều kiện tham gia các lớp tập huấn",
        "Staff of the office sent to, or enabled to attend, the training",
    ),
    denominator=Text("Cán bộ, công chức Phòng Văn hóa - Xã hội", "Staff of the Culture and Society Office"),
    card=Card(
        concept=Text(
            "Tính người được cử tham gia hoặc được tạo điều kiện tham gia các lớp tập huấn về kiến thức, kỹ năng quản lý, phòng ngừa, phát hiện, "
            "hỗ trợ, can thiệp giảm thiểu lao động trẻ em do cấp trên tổ chức.",
            "Persons sent to, or enabled to attend, training held by higher levels in the knowledge and skills of managing, preventing, "
            "detecting, supporting and intervening to reduce child labour.",
        ),
        level="output",
    ),
)
REPRESENTATIVES_SENT = Definition(
    key="child-labour/commune-body-representatives-sent-to-training",
    label=Text(
        "Tỷ lệ đại diện các cơ quan, tổ chức có liên quan đến vấn đề lao động trẻ em trên địa bàn được cử tham gia hoặc được tạo điều kiện "
        "tham gia các lớp tập huấn do cấp trên tổ chức",
        "Representatives of local bodies concerned with child labour sent to, or enabled to attend, training held by higher levels",
    ),
    kind="ratio",
    counts="people",
    over_time="cumulative",
    noun=PEOPLE,
    numerator=Text(
        "Đại diện các cơ quan, tổ chức có liên quan được cử tham gia hoặc được tạo điều kiện tham gia các lớp tập huấn",
        "Representatives of the bodies concerned sent to, or enabled to attend, the training",
    ),
    denominator=Text(
        "Đại diện các cơ quan, tổ chức có liên quan đến vấn đề lao động trẻ em trên địa bàn",
        "Representatives of local bodies concerned with child labour",
    ),
    card=OFFICE_STAFF_SENT.card,
)
# Not the shared "informed" figure, and no pure training figure either: being told or attending a class both count.
ENTERPRISES_TOLD_OR_TRAINED = Definition(
    key="child-labour/enterprises-told-or-trained",
    label=Text(
        "Tỷ lệ doanh nghiệp, hợp tác xã, hộ gia đình trên địa bàn được tuyên truyền, phổ biến hoặc tham gia các lớp tập huấn do cấp trên tổ chức",
        "Enterprises, cooperatives and households in the area told of, or trained by higher levels in, preventing child labour",
    ),
    kind="ratio",
    counts="organisations",
    over_time="cumulative",
    noun=ESTABLISHMENTS,
    numerator=Text(
        "Doanh nghiệp, hợp tác xã, hộ gia đình được tuyên truyền, phổ biến hoặc tham gia các lớp tập huấn do cấp trên tổ chức",
        "Enterprises, cooperatives and households told of the matter or attending training held by higher levels",
    ),
    denominator=Text(
        "Doanh nghiệp, hợp tác xã, hộ gia đình trên địa bàn",
        "Enterprises, cooperatives and households in the area",
    ),
    breakdowns=(
        Breakdown(
            "especially",
            Text("Đặc biệt là", "Especially"),
            "subset",
            (
                Category("small-enterprises", Text("Doanh nghiệp vừa và nhỏ", "Small and medium enterprises")),
                Category("cooperatives", Text("Hợp tác xã", "Cooperatives")),
                Category("households", Text("Hộ gia đình", "Households")),
            ),
        ),
    ),
    card=Card(
        concept=Text(
            "Tính cơ sở được tuyên truyền, phổ biến hoặc tham gia các lớp tập huấn do cấp trên tổ chức về kiến thức, kỹ năng phòng ngừa, phát hiện, "
            "hỗ trợ, can thiệp giảm thiểu lao động trẻ em.",
            "Establishments told of, or attending training held by higher levels in, the knowledge and skills of preventing, detecting, "
            "supporting and intervening to reduce child labour.",
        ),
        limitations=Text(
            "Câu văn để ngỏ hợp tác xã, hộ gia đình thuộc mẫu số hay chỉ là nhóm được chú trọng; ở đây đọc là thuộc mẫu số như chỉ tiêu 6.",
            "The sentence leaves open whether cooperatives and households are in the denominator or only stressed; here they are in it, "
            "as in target 6.",
        ),
        level="output",
    ),
)

# ---------------------------------------------------------------- I.2 The printed lines

LINE_1 = DOCUMENT.at(
    "mục I.2.1, Chỉ tiêu 1",
    "Giảm tỷ lệ lao động trẻ em và người chưa thành niên từ 5 đến 17 tuổi xuống dưới 4%.",
)
LINE_2 = DOCUMENT.at(
    "mục I.2.1, Chỉ tiêu 2",
    "100% trẻ em có nguy cơ, lao động trẻ em và trẻ em bị mua bán vì mục đích bóc lột sức lao động khi có thông báo được hỗ trợ, can thiệp "
    "kịp thời, được quản lý, theo dõi.",
)
LINE_3 = DOCUMENT.at(
    "mục I.2.1, Chỉ tiêu 3",
    "Trên 90% trẻ em có nguy cơ, lao động trẻ em được tiếp cận giáo dục phổ thông và đào tạo nghề phù hợp.",
)
LINE_4 = DOCUMENT.at(
    "mục I.2.2, Chỉ tiêu 4",
    "90% trở lên cán bộ, giáo viên trong các nhà trường, 70% cha mẹ, người chăm sóc trẻ em được cung cấp thông tin, kiến thức về phòng ngừa, "
    "giảm thiểu lao động trẻ em.",
)
LINE_5 = DOCUMENT.at(
    "mục I.2.2, Chỉ tiêu 5",
    "70% trẻ em được cung cấp thông tin, kiến thức về phòng ngừa, giảm thiểu lao động trẻ em.",
)
LINE_6 = DOCUMENT.at(
    "mục I.2.2, Chỉ tiêu 6",
    "90% doanh nghiệp, hợp tác xã, hộ gia đình đặc biệt là doanh nghiệp vừa và nhỏ, hợp tác xã được cung cấp thông tin, kiến thức về phòng ngừa, "
    "giảm thiểu lao động trẻ em.",
)
LINE_7 = DOCUMENT.at(
    "mục I.2.3, Chỉ tiêu 7",
    "100% cán bộ, công chức Phòng Văn hóa - Xã hội, 70% đại diện các cơ quan, tổ chức có liên quan đến vấn đề lao động trẻ em trên địa bàn được cử "
    "tham gia hoặc được tạo điều kiện tham gia các lớp tập huấn về kiến thức, kỹ năng quản lý, phòng ngừa, phát hiện, hỗ trợ, can thiệp giảm thiểu "
    "lao động trẻ em do cấp trên tổ chức.",
)
LINE_8 = DOCUMENT.at(
    "mục I.2.3, Chỉ tiêu 8",
    "90% doanh nghiệp, đặc biệt là doanh nghiệp vừa và nhỏ, hợp tác xã, hộ gia đình trên địa bàn được tuyên truyền, phổ biến hoặc tham gia các lớp "
    "tập huấn do cấp trên tổ chức về kiến thức, kỹ năng phòng ngừa, phát hiện, hỗ trợ, can thiệp giảm thiểu lao động trẻ em.",
)
INSPECTION_ORDER = DOCUMENT.at(
    "mục IV.1",
    "Tham mưu UBND xã tổ chức kiểm tra định kỳ, đột xuất việc chấp hành pháp luật về phòng ngừa, giảm thiểu lao động trẻ em",
)

# ---------------------------------------------------------------- I.2 Indicators and measures

INDICATORS = (
    Indicator(
        "1",
        "1",
        LINE_1.clause,
        (
            Measure(
                "1",
                Text(
                    "Tỷ lệ lao động trẻ em và người chưa thành niên từ 5 đến 17 tuổi",
                    "Rate of child labour among children and minors aged 5 to 17",
                ),
                RATE,
                Target("<", 4, "xuống dưới 4%", due=BY_2030),
                LINE_1,
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
                Text(
                    "Trẻ em có nguy cơ, lao động trẻ em và trẻ em bị mua bán vì mục đích bóc lột sức lao động khi có thông báo được hỗ trợ, "
                    "can thiệp kịp thời, được quản lý, theo dõi",
                    "Children at risk, in child labour or trafficked for exploitation of their labour who, once notified, "
                    "are supported in time, managed and followed up",
                ),
                SUPPORTED,
                Target(">=", 100, "100%", due=BY_2030),
                LINE_2,
            ),
        ),
    ),
    Indicator(
        "3",
        "1",
        LINE_3.clause,
        (
            Measure(
                "3",
                Text(
                    "Trẻ em có nguy cơ, lao động trẻ em được tiếp cận giáo dục phổ thông và đào tạo nghề phù hợp",
                    "Children at risk or in child labour with access to general education and suitable vocational training",
                ),
                EDUCATION,
                Target(">", 90, "Trên 90%", due=BY_2030),
                LINE_3,
            ),
        ),
    ),
    Indicator(
        "4",
        "2",
        LINE_4.clause,
        (
            Measure(
                "4a",
                Text(
                    "Cán bộ, giáo viên trong các nhà trường được cung cấp thông tin, kiến thức về phòng ngừa, giảm thiểu lao động trẻ em",
                    "Staff and teachers of schools given information and knowledge on preventing and reducing child labour",
                ),
                SCHOOL_STAFF_INFORMED,
                Target(">=", 90, "90% trở lên", due=BY_2030),
                LINE_4,
            ),
            Measure(
                "4b",
                Text(
                    "Cha mẹ, người chăm sóc trẻ em được cung cấp thông tin, kiến thức về phòng ngừa, giảm thiểu lao động trẻ em",
                    "Parents and caregivers given information and knowledge on preventing and reducing child labour",
                ),
                PARENTS_INFORMED,
                Target(">=", 70, "70%", due=BY_2030),
                LINE_4,
            ),
        ),
    ),
    Indicator(
        "5",
        "2",
        LINE_5.clause,
        (
            Measure(
                "5",
                Text(
                    "Trẻ em được cung cấp thông tin, kiến thức về phòng ngừa, giảm thiểu lao động trẻ em",
                    "Children given information and knowledge on preventing and reducing child labour",
                ),
                CHILDREN_INFORMED,
                Target(">=", 70, "70%", due=BY_2030),
                LINE_5,
            ),
        ),
    ),
    Indicator(
        "6",
        "2",
        LINE_6.clause,
        (
            Measure(
                "6",
                Text(
                    "Doanh nghiệp, hợp tác xã, hộ gia đình được cung cấp thông tin, kiến thức về phòng ngừa, giảm thiểu lao động trẻ em",
                    "Enterprises, cooperatives and households given information and knowledge on preventing and reducing child labour",
                ),
                ENTERPRISES_INFORMED,
                Target(">=", 90, "90%", due=BY_2030),
                LINE_6,
            ),
        ),
    ),
    Indicator(
        "7",
        "3",
        LINE_7.clause,
        (
            Measure(
                "7a",
                Text(
                    "Cán bộ, công chức Phòng Văn hóa - Xã hội được cử tham gia hoặc được tạo điều kiện tham gia các lớp tập huấn do cấp trên tổ chức",
                    "Staff of the Culture and Society Office sent to, or enabled to attend, training held by higher levels",
                ),
                OFFICE_STAFF_SENT,
                Target(">=", 100, "100%", due=BY_2030),
                LINE_7,
            ),
            Measure(
                "7b",
                Text(
                    "Đại diện các cơ quan, tổ chức có liên quan đến vấn đề lao động trẻ em trên địa bàn được cử tham gia hoặc được tạo điều kiện "
                    "tham gia các lớp tập huấn do cấp trên tổ chức",
                    "Representatives of local bodies concerned with child labour sent to, or enabled to attend, training held by higher levels",
                ),
                REPRESENTATIVES_SENT,
                Target(">=", 70, "70%", due=BY_2030),
                LINE_7,
            ),
        ),
    ),
    Indicator(
        "8",
        "3",
        LINE_8.clause,
        (
            Measure(
                "8",
                Text(
                    "Doanh nghiệp, hợp tác xã, hộ gia đình trên địa bàn được tuyên truyền, phổ biến hoặc tham gia các lớp tập huấn do cấp "
                    "trên tổ chức",
                    "Local enterprises, cooperatives and households told of, or trained by higher levels in, preventing child labour",
                ),
                ENTERPRISES_TOLD_OR_TRAINED,
                Target(">=", 90, "90%", due=BY_2030),
                LINE_8,
            ),
        ),
    ),
    # Counted among the tasks: inspections are ordered without a number, in mục II.5 and again here.
    Indicator(
        "NV1",
        "NV",
        INSPECTION_ORDER.clause,
        (
            Measure(
                "NV1",
                Text(
                    "Số cuộc kiểm tra định kỳ, đột xuất việc chấp hành pháp luật về phòng ngừa, giảm thiểu lao động trẻ em",
                    "Regular and ad hoc inspections of compliance with the law on preventing and reducing child labour",
                ),
                INSPECTIONS,
                Target(None, None, "kiểm tra định kỳ, đột xuất", scope="task"),
                INSPECTION_ORDER,
                (
                    Responsibility("phong-van-hoa-xa-hoi", "advise"),
                    Responsibility(
                        "cong-an-xa",
                        "supervise",
                        part=Text(
                            "Tại các hộ sản xuất, kinh doanh nhỏ lẻ, khu vực lao động tự do trên địa bàn (mục IV.4)",
                            "At small producing and trading households and in informal work (section IV.4)",
                        ),
                    ),
                    Responsibility(
                        "phong-kinh-te",
                        "supervise",
                        part=Text("Trong lĩnh vực được giao (mục IV.5)", "In the fields assigned to it (section IV.5)"),
                    ),
                ),
            ),
        ),
    ),
)
EVERY_MEASURE = tuple(measure.code for indicator in INDICATORS for measure in indicator.measures)

# ---------------------------------------------------------------- IV Units; tasks that II, III and the closing paragraph give them by name

UNITS = (
    Unit(
        "phong-van-hoa-xa-hoi",
        "Phòng Văn hóa - Xã hội",
        (
            Task(
                "phối hợp giữa Phòng Văn hóa - Xã hội, Trạm Y tế, Công an xã và các đơn vị liên quan trong việc lập hồ sơ, quản lý trẻ em có nguy cơ "
                "bỏ học, tham gia lao động sớm",
                "mục II.5",
                "coordinate",
            ),
            Task("Tham mưu UBND xã tổ chức triển khai thực hiện Kế hoạch", "mục IV.1", "advise"),
            Task(
                "chủ trì, phối hợp với các cơ quan, đơn vị và các thôn trên địa bàn thực hiện các hoạt động phòng ngừa, giảm thiểu lao động trẻ em",
                "mục IV.1",
                "lead",
            ),
            Task(
                "tăng cường phối hợp liên ngành trong công tác phòng ngừa, phát hiện, hỗ trợ, can thiệp đối với lao động trẻ em và trẻ em có nguy cơ",
                "mục IV.1",
                "coordinate",
            ),
            Task("Tổ chức tuyên truyền, phổ biến chính sách, pháp luật", "mục IV.1", "implement"),
            Task(
                "hướng dẫn thực hiện các chính sách trợ giúp xã hội đối với trẻ em và gia đình có trẻ em lao động hoặc có nguy cơ trở thành "
                "lao động trẻ em",
                "mục IV.1",
                "implement",
            ),
            Task(
                "tham mưu rà soát, cập nhật thông tin, quản lý đối tượng, theo dõi, đánh giá việc thực hiện Kế hoạch",
                "mục IV.1",
                "advise",
            ),
            Task(INSPECTION_ORDER.clause, "mục IV.1", "advise"),
            Task("kịp thời phát hiện, xử lý hoặc tham mưu xử lý các trường hợp vi phạm", "mục IV.1", "implement"),
            Task("tổng hợp, báo cáo kết quả thực hiện Kế hoạch hằng năm theo quy định", "mục IV.1", "implement"),
            Task("tổng hợp, tham mưu báo cáo theo quy định", "đoạn kết", "advise"),
        ),
    ),
    Unit(
        "tram-y-te-xa",
        "Trạm Y tế xã",
        (
            Task(
                "phối hợp giữa Phòng Văn hóa - Xã hội, Trạm Y tế, Công an xã và các đơn vị liên quan trong việc lập hồ sơ, quản lý trẻ em có nguy cơ "
                "bỏ học, tham gia lao động sớm",
                "mục II.5",
                "coordinate",
            ),
            Task(
                "Phối hợp với Phòng Văn hóa - Xã hội và các đơn vị liên quan trong việc phát hiện, hỗ trợ, can thiệp đối với trẻ em có nguy cơ và "
                "lao động trẻ em",
                "mục IV.2",
                "coordinate",
            ),
            Task(
                "thực hiện chăm sóc sức khỏe, tư vấn, hỗ trợ về y tế, phối hợp quản lý, theo dõi trẻ em có nguy cơ tham gia lao động sớm",
                "mục IV.2",
                "implement",
            ),
            Task(
                "Tham gia tuyên truyền, giáo dục nâng cao nhận thức về bảo vệ trẻ em và phòng ngừa lao động trẻ em trên địa bàn",
                "mục IV.2",
                "implement",
            ),
        ),
        also=("Trạm Y tế",),
    ),
    Unit(
        "truong-hoc",
        "Các trường học trên địa bàn",
        (
            Task("Triển khai công tác phòng ngừa, giảm thiểu lao động trẻ em theo chức năng, nhiệm vụ", "mục IV.3", "implement"),
            Task(
                "tăng cường giáo dục, trang bị kiến thức, kỹ năng cho học sinh về phòng ngừa lao động trẻ em",
                "mục IV.3",
                "implement",
            ),
            Task(
                "phối hợp với gia đình và các cơ quan liên quan trong quản lý học sinh, kịp thời phát hiện, hỗ trợ học sinh có nguy cơ bỏ học, "
                "tham gia lao động sớm",
                "mục IV.3",
                "coordinate",
            ),
            Task("Thực hiện các giải pháp hạn chế tình trạng học sinh bỏ học", "mục IV.3", "implement"),
            Task("tạo điều kiện để trẻ em được tiếp cận và duy trì việc học tập", "mục IV.3", "implement"),
        ),
        members=True,
        also=("Các trường học trên địa bàn xã",),
    ),
    Unit(
        "cong-an-xa",
        "Công an xã",
        (
            Task(
                "phối hợp giữa Phòng Văn hóa - Xã hội, Trạm Y tế, Công an xã và các đơn vị liên quan trong việc lập hồ sơ, quản lý trẻ em có nguy cơ "
                "bỏ học, tham gia lao động sớm",
                "mục II.5",
                "coordinate",
            ),
            Task(
                "Chủ trì, phối hợp triển khai công tác phòng, chống tội phạm mua bán trẻ em vì mục đích bóc lột sức lao động",
                "mục IV.4",
                "lead",
            ),
            Task(
                "tăng cường nắm tình hình địa bàn, quản lý nhân khẩu, kịp thời phát hiện, ngăn chặn và xử lý các hành vi vi phạm pháp luật "
                "liên quan đến lao động trẻ em",
                "mục IV.4",
                "implement",
            ),
            Task(
                "phối hợp với các cơ quan, đơn vị liên quan trong công tác bảo vệ, hỗ trợ hòa nhập cộng đồng cho trẻ em bị bóc lột sức lao động",
                "mục IV.4",
                "coordinate",
            ),
            Task(
                "Chú trọng kiểm tra, giám sát tại các hộ sản xuất, kinh doanh nhỏ lẻ, khu vực lao động tự do trên địa bàn để kịp thời phát hiện, "
                "xử lý vi phạm",
                "mục IV.4",
                "supervise",
            ),
        ),
    ),
    Unit(
        "phong-kinh-te",
        "Phòng Kinh tế",
        (
            Task(
                "Phối hợp với Phòng Văn hóa - Xã hội và các cơ quan, đơn vị liên quan tăng cường tuyên truyền, nâng cao nhận thức về phòng ngừa, "
                "giảm thiểu lao động trẻ em trong lĩnh vực nông nghiệp, nông thôn",
                "mục IV.5",
                "coordinate",
            ),
            Task(
                "tham gia kiểm tra, giám sát việc thực hiện quy định pháp luật về lao động trẻ em trong lĩnh vực được giao",
                "mục IV.5",
                "supervise",
            ),
            Task(
                "Tham mưu cân đối, bố trí kinh phí thực hiện các nhiệm vụ của Kế hoạch theo phân cấp ngân sách",
                "mục IV.5",
                "advise",
            ),
            Task(
                "phối hợp quản lý, kiểm tra việc sử dụng kinh phí và huy động các nguồn lực hợp pháp khác để triển khai thực hiện",
                "mục IV.5",
                "coordinate",
            ),
        ),
    ),
    Unit(
        "trung-tam-cung-ung-dich-vu-su-nghiep-cong",
        "Trung tâm Cung ứng dịch vụ sự nghiệp công",
        (
            Task(
                "Phối hợp với Phòng Văn hóa - Xã hội và các cơ quan, đơn vị liên quan tổ chức các hoạt động truyền thông, tuyên truyền "
                "về phòng ngừa, "
                "giảm thiểu lao động trẻ em",
                "mục IV.6",
                "coordinate",
            ),
            Task(
                "xây dựng, đăng tải tin bài, tài liệu tuyên truyền trên các phương tiện thông tin, hệ thống truyền thanh và nền tảng số "
                "của địa phương",
                "mục IV.6",
                "implement",
            ),
            Task(
                "Tham gia cung cấp dịch vụ hỗ trợ, tư vấn, can thiệp đối với trẻ em có nguy cơ và lao động trẻ em theo chức năng, nhiệm vụ được giao",
                "mục IV.6",
                "implement",
            ),
        ),
    ),
    Unit(
        "co-so-san-xuat-kinh-doanh",
        "Các cơ sở sản xuất, kinh doanh; doanh nghiệp, hợp tác xã trên địa bàn",
        (
            Task(
                "Tổ chức triển khai, thực hiện các quy định của pháp luật về phòng ngừa, giảm thiểu lao động trẻ em",
                "mục IV.7",
                "implement",
            ),
            Task(
                "tuyên truyền, nâng cao nhận thức cho người sử dụng lao động và người lao động trong đơn vị",
                "mục IV.7",
                "implement",
            ),
            Task(
                "phối hợp với các cơ quan, đơn vị trên địa bàn trong việc phát hiện, ngăn ngừa và xử lý các hành vi vi phạm liên quan đến "
                "lao động trẻ em",
                "mục IV.7",
                "coordinate",
            ),
            Task(
                "Thực hiện các biện pháp nhằm hạn chế, không sử dụng lao động trẻ em trái quy định của pháp luật",
                "mục IV.7",
                "implement",
            ),
        ),
        members=True,
        also=("Các cơ sở sản xuất, kinh doanh; các doanh nghiệp, hợp tác xã trên địa bàn xã",),
    ),
    Unit(
        "mat-tran-to-quoc-va-to-chuc-chinh-tri-xa-hoi",
        "Ủy ban Mặt trận Tổ quốc Việt Nam xã và các tổ chức chính trị - xã hội",
        (
            Task(
                "Tổ chức tuyên truyền, giáo dục, tư vấn pháp luật, chính sách về phòng ngừa, giảm thiểu lao động trẻ em cho đoàn viên, hội viên và "
                "Nhân dân trên địa bàn",
                "mục IV.8",
                "implement",
            ),
            Task(
                "Tăng cường vận động gia đình không để trẻ em bỏ học, lao động trái quy định của pháp luật, đặc biệt đối với hộ nghèo, cận nghèo, "
                "hộ có hoàn cảnh khó khăn, khu vực có nguy cơ phát sinh lao động trẻ em",
                "mục IV.8",
                "implement",
            ),
            Task(
                "phối hợp giám sát, phát hiện, phản ánh kịp thời các trường hợp trẻ em có nguy cơ hoặc đang tham gia lao động trái quy định",
                "mục IV.8",
                "coordinate",
            ),
        ),
        members=True,
        also=("Ủy ban MTTQ Việt Nam xã và các tổ chức CT-XH xã",),
    ),
    Unit(
        "co-quan-don-vi-va-thon",
        "Các cơ quan, đơn vị thuộc UBND xã và các thôn trên địa bàn xã",
        (
            Task(
                "Các cơ quan, đơn vị, các thôn quán triệt, triển khai có hiệu quả chính sách, pháp luật về phòng ngừa, giảm thiểu lao động trẻ em",
                "mục II.1",
                "implement",
            ),
            Task("Tăng cường phối hợp liên ngành về phòng ngừa, giảm thiểu lao động trẻ em", "mục II.1", "coordinate"),
            Task(
                "Kiến nghị cơ quan có thẩm quyền sửa đổi, bổ sung hoàn thiện chính sách, pháp luật về phòng ngừa, giảm thiểu lao động trẻ em",
                "mục II.1",
                "implement",
            ),
            Task(
                "chủ động cân đối ngân sách, bố trí kinh phí bảo đảm thực hiện công tác phòng ngừa, giảm thiểu lao động trẻ em",
                "mục III.1",
                "implement",
            ),
            Task("lồng ghép với các chương trình, dự án và các nguồn kinh phí hợp pháp khác", "mục III.1", "implement"),
            Task(
                "Căn cứ chức năng, nhiệm vụ được giao, các cơ quan, đơn vị và các thôn trên địa bàn xã có trách nhiệm tổ chức triển khai thực hiện "
                "Kế hoạch",
                "mục IV.9",
                "implement",
            ),
            Task(
                "lồng ghép nội dung phòng ngừa, giảm thiểu lao động trẻ em vào kế hoạch công tác hằng năm của cơ quan, đơn vị và hoạt động của thôn",
                "mục IV.9",
                "implement",
            ),
            Task(
                "phối hợp tuyên truyền, vận động Nhân dân thực hiện các quy định về phòng ngừa, giảm thiểu lao động trẻ em",
                "mục IV.9",
                "coordinate",
            ),
            Task(
                "Các cơ quan, đơn vị, các thôn căn cứ chức năng, nhiệm vụ được giao nghiêm túc triển khai thực hiện, định kỳ báo cáo kết quả và "
                "phản ánh khó khăn, vướng mắc về UBND xã (qua Phòng Văn hóa - Xã hội)",
                "đoạn kết",
                "implement",
            ),
        ),
        members=True,
        also=(
            "Các cơ quan, đơn vị, các thôn",
            "Các cơ quan, đơn vị thuộc UBND xã",
            "Các thôn trên địa bàn xã",
            "các thôn",
        ),
    ),
)

# ---------------------------------------------------------------- Reporting duties (IV.1, IV.8 and the closing paragraph)

CLOSING = DOCUMENT.at(
    "đoạn kết",
    "Các cơ quan, đơn vị, các thôn căn cứ chức năng, nhiệm vụ được giao nghiêm túc triển khai thực hiện, định kỳ báo cáo kết "
    "quả và phản ánh khó khăn, "
    "vướng mắc về UBND xã (qua Phòng Văn hóa - Xã hội) để tổng hợp, tham mưu báo cáo theo quy định./.",
)
# "Các cơ quan, đơn vị, các thôn": mục I.1 names "các tổ chức" and "người sử dụng lao động" apart from these, so neither
# the Fatherland Front and its organisations nor the enterprises are taken in. The office that receives owes itself none.
AGENCIES_AND_VILLAGES = (
    "tram-y-te-xa",
    "truong-hoc",
    "cong-an-xa",
    "phong-kinh-te",
    "trung-tam-cung-ung-dich-vu-su-nghiep-cong",
    "co-quan-don-vi-va-thon",
)

DUTIES = (
    Duty(
        id="annual-report",
        kind="undated",
        rule="hằng năm theo quy định",
        source=DOCUMENT.at("mục IV.1", "tổng hợp, báo cáo kết quả thực hiện Kế hoạch hằng năm theo quy định."),
        reporters=("phong-van-hoa-xa-hoi",),
        period="year",
        measures=EVERY_MEASURE,
    ),
    Duty(
        id="case-alert",
        kind="on_event",
        rule="phản ánh kịp thời",
        source=DOCUMENT.at(
            "mục IV.8",
            "phối hợp giám sát, phát hiện, phản ánh kịp thời các trường hợp trẻ em có nguy cơ hoặc đang tham gia lao động trái quy định.",
        ),
        reporters=("mat-tran-to-quoc-va-to-chuc-chinh-tri-xa-hoi",),
    ),
    Duty(
        id="periodic-report",
        kind="undated",
        rule="định kỳ báo cáo kết quả",
        source=CLOSING,
        reporters=AGENCIES_AND_VILLAGES,
        recipient="UBND xã",
        via="Phòng Văn hóa - Xã hội",
        measures=EVERY_MEASURE,
    ),
    Duty(
        id="difficulties",
        kind="on_event",
        rule="phản ánh khó khăn, vướng mắc",
        source=CLOSING,
        reporters=AGENCIES_AND_VILLAGES,
        recipient="UBND xã",
        via="Phòng Văn hóa - Xã hội",
    ),
    Duty(
        id="report-of-the-commune",
        kind="undated",
        rule="theo quy định",
        source=CLOSING,
        reporters=("phong-van-hoa-xa-hoi",),
        drafter="phong-van-hoa-xa-hoi",
        issuer="UBND xã",
        measures=EVERY_MEASURE,
    ),
)

# ---------------------------------------------------------------- III Money

BUDGET = (
    DOCUMENT.at(
        "mục III.1",
        "Hằng năm, căn cứ chức năng, nhiệm vụ, yêu cầu các cơ quan, đơn vị, các thôn trên địa bàn chủ động cân đối ngân sách, bố trí kinh phí "
        "bảo đảm thực hiện công tác phòng ngừa, giảm thiểu lao động trẻ em",
    ),
    DOCUMENT.at("mục III.1", "lồng ghép với các chương trình, dự án"),
    DOCUMENT.at("mục III.2", "Huy động nguồn lực xã hội hóa từ các tổ chức, cá nhân"),
    DOCUMENT.at("mục III.1 và III.2", "các nguồn kinh phí hợp pháp khác"),
)

# ---------------------------------------------------------------- What the document leaves open

QUESTIONS = (
    # The document and its higher acts.
    OpenQuestion(
        "document-number",
        "document",
        Text(
            "Số của Kế hoạch để trống (“Số: /KH-UBND”). Số văn bản khi ban hành là bao nhiêu?",
            "The plan's number is blank (“Số: /KH-UBND”). Under which number was it issued?",
        ),
    ),
    OpenQuestion(
        "document-date",
        "document",
        Text(
            "Ngày ban hành để trống (“ngày tháng 4 năm 2026”). Kế hoạch được ban hành ngày nào?",
            "The day of issue is blank (“ngày tháng 4 năm 2026”, April 2026). On which day was the plan issued?",
        ),
        "date",
    ),
    OpenQuestion(
        "national-act",
        "document",
        Text(
            "Kế hoạch chỉ dẫn Kế hoạch số 99/KH-UBND của UBND tỉnh Bắc Ninh. Văn bản nào của Trung ương phê duyệt Chương trình giai đoạn 2026-2030?",
            "The plan cites only Plan 99/KH-UBND of Bắc Ninh province. Which national act approves the programme for 2026-2030?",
        ),
    ),
    # Words that several target lines use and none defines.
    OpenQuestion(
        "yearly-bars",
        "milestones",
        Text(
            "Các chỉ tiêu chỉ có mức đến năm 2030. Có văn bản nào giao mức từng năm 2026, 2027, 2028, 2029 không?",
            "The targets have a bar for 2030 only. Does any document set bars for 2026, 2027, 2028 and 2029?",
        ),
    ),
    OpenQuestion(
        "yearly-or-whole-period",
        "counting",
        Text(
            "Chỉ tiêu 4 đến chỉ tiêu 8 tính số được cung cấp thông tin, tuyên truyền, tập huấn trong từng năm hay luỹ kế từ năm 2026? "
            "Người, cơ sở tham gia nhiều lần tính một lần hay nhiều lần?",
            "Are targets 4 to 8 counted within each year or accumulated since 2026? Is a person or establishment reached several times counted once?",
        ),
    ),
    OpenQuestion(
        "which-law",
        "counting",
        Text(
            "“Lao động trẻ em theo quy định của pháp luật” (mục I.1) xác định theo văn bản nào, nhất là với người từ đủ 16 đến dưới 18 tuổi?",
            "Which act decides what is “child labour under the law” (I.1), above all for those aged 16 and 17?",
        ),
    ),
    OpenQuestion(
        "informed",
        "counting",
        Text(
            "Thế nào là “được cung cấp thông tin, kiến thức” (chỉ tiêu 4, 5, 6): nghe truyền thanh, nhận tờ rơi hay dự buổi truyền thông? "
            "Căn cứ nào để đếm?",
            "What counts as “given information and knowledge” (targets 4, 5, 6): a broadcast heard, a leaflet, a session attended? "
            "What is the count taken from?",
        ),
    ),
    OpenQuestion(
        "at-risk",
        "counting",
        Text(
            "“Trẻ em có nguy cơ” (chỉ tiêu 2, 3) xác định theo tiêu chí nào, ai lập và cập nhật danh sách để lấy mẫu số?",
            "By what criteria is a child “at risk” (targets 2, 3), and who keeps the list that gives the denominator?",
        ),
    ),
    # Target by target: meaning, then who supplies the figure.
    OpenQuestion(
        "rate-base-figure",
        "measure:1",
        Text(
            "“Giảm … xuống dưới 4%”: tỷ lệ hiện nay của xã là bao nhiêu, năm nào, nguồn nào?",
            "“Reduce … to below 4%”: what is the commune's present rate, for which year and from which source?",
        ),
    ),
    OpenQuestion(
        "rate-method",
        "measure:1",
        Text(
            "Tỷ lệ lấy từ điều tra, rà soát hay từ số trường hợp đã phát hiện? Số trẻ em và người chưa thành niên từ 5 đến 17 tuổi lấy từ nguồn nào?",
            "Does the rate come from a survey, a review or the cases detected? Where does the number of children and minors aged 5 to 17 come from?",
        ),
    ),
    OpenQuestion(
        "owner-1",
        "measure:1",
        Text(
            "Đơn vị nào cung cấp số liệu tỷ lệ lao động trẻ em và người chưa thành niên từ 5 đến 17 tuổi (chỉ tiêu 1)?",
            "Which units supply the rate of child labour among those aged 5 to 17 (target 1)?",
        ),
        "units",
    ),
    OpenQuestion(
        "supported-in-time",
        "measure:2",
        Text(
            "Thế nào là hỗ trợ, can thiệp “kịp thời”: trong bao nhiêu giờ hoặc ngày kể từ khi có thông báo?",
            "What is support and intervention “in time”: within how many hours or days of the notification?",
        ),
    ),
    OpenQuestion(
        "notified",
        "measure:2",
        Text(
            "“Khi có thông báo”: thông báo của ai, đến cơ quan nào, qua kênh nào thì được tính vào mẫu số?",
            "“Once notified”: a notification by whom, to which body and through which channel enters the denominator?",
        ),
    ),
    OpenQuestion(
        "supported-all-conditions",
        "measure:2",
        Text(
            "Một trẻ em chỉ được tính đạt khi vừa được hỗ trợ, can thiệp vừa được quản lý, theo dõi, hay chỉ cần một trong các việc đó?",
            "Does a child count only when supported as well as managed and followed up, or is one of these enough?",
        ),
    ),
    OpenQuestion(
        "owner-2",
        "measure:2",
        Text(
            "Đơn vị nào cung cấp số trẻ em đã có thông báo và số được hỗ trợ, can thiệp, quản lý, theo dõi (chỉ tiêu 2)? "
            "Trẻ em bị mua bán do đơn vị nào đếm?",
            "Which units supply the number of children notified and of those supported, managed and followed up (target 2)? "
            "Who counts trafficked children?",
        ),
        "units",
    ),
    OpenQuestion(
        "education-and-training",
        "measure:3",
        Text(
            "“Giáo dục phổ thông và đào tạo nghề phù hợp”: phải có cả hai, hay một trong hai tùy độ tuổi? Thế nào là “tiếp cận”?",
            "“General education and suitable vocational training”: both, or either according to age? What is “access”?",
        ),
    ),
    OpenQuestion(
        "owner-3",
        "measure:3",
        Text(
            "Đơn vị nào cung cấp số trẻ em có nguy cơ, lao động trẻ em và số được tiếp cận giáo dục phổ thông, đào tạo nghề (chỉ tiêu 3)? "
            "Trẻ em không còn đi học do đơn vị nào đếm?",
            "Which units supply the number of children at risk or in child labour and of those with access to education and training (target 3)? "
            "Who counts the children out of school?",
        ),
        "units",
    ),
    OpenQuestion(
        "which-schools",
        "measure:4a",
        Text(
            "“Các nhà trường” gồm những trường nào: có tính trường mầm non, trường trung học phổ thông, trường ngoài công lập không? "
            "“Cán bộ” có gồm nhân viên không?",
            "Which schools are “các nhà trường”: are nursery, upper secondary and non-public schools included? Does “cán bộ” include support staff?",
        ),
    ),
    OpenQuestion(
        "owner-4a",
        "measure:4a",
        Text(
            "Đơn vị nào cung cấp số cán bộ, giáo viên trong các nhà trường và số được cung cấp thông tin, kiến thức (chỉ tiêu 4)?",
            "Which units supply the number of school staff and teachers and of those informed (target 4)?",
        ),
        "units",
    ),
    OpenQuestion(
        "parents-or-households",
        "measure:4b",
        Text(
            "“Cha mẹ, người chăm sóc trẻ em” đếm theo người hay theo hộ gia đình? Tổng số là bao nhiêu, lấy từ nguồn nào?",
            "Are “parents and caregivers” counted as persons or as households? What is their total, and from which source?",
        ),
    ),
    OpenQuestion(
        "owner-4b",
        "measure:4b",
        Text(
            "Đơn vị nào cung cấp số cha mẹ, người chăm sóc trẻ em được cung cấp thông tin, kiến thức (chỉ tiêu 4)?",
            "Which units supply the number of parents and caregivers informed (target 4)?",
        ),
        "units",
    ),
    OpenQuestion(
        "which-children",
        "measure:5",
        Text(
            "“70% trẻ em” tính trên toàn bộ trẻ em dưới 16 tuổi hay chỉ trẻ em từ độ tuổi nào trở lên, hay học sinh?",
            "Is “70% of children” taken over all children under 16, over those above a certain age, or over pupils?",
        ),
    ),
    OpenQuestion(
        "owner-5",
        "measure:5",
        Text(
            "Đơn vị nào cung cấp số trẻ em được cung cấp thông tin, kiến thức (chỉ tiêu 5)? Trẻ em ngoài nhà trường do đơn vị nào đếm?",
            "Which units supply the number of children informed (target 5)? Who counts the children outside school?",
        ),
        "units",
    ),
    OpenQuestion(
        "which-households",
        "measure:6",
        Text(
            "“Hộ gia đình” là mọi hộ trên địa bàn hay chỉ hộ sản xuất, kinh doanh, hộ có sử dụng lao động? Tổng số doanh nghiệp, hợp "
            "tác xã, hộ là bao nhiêu?",
            "Are “households” all households of the commune, or those that produce, trade or employ? How many enterprises, "
            "cooperatives and households "
            "are there?",
        ),
    ),
    OpenQuestion(
        "owner-6",
        "measure:6",
        Text(
            "Đơn vị nào cung cấp số doanh nghiệp, hợp tác xã, hộ gia đình được cung cấp thông tin, kiến thức (chỉ tiêu 6)?",
            "Which units supply the number of enterprises, cooperatives and households informed (target 6)?",
        ),
        "units",
    ),
    OpenQuestion(
        "sent-or-attended",
        "measure:7a",
        Text(
            "“Được cử tham gia hoặc được tạo điều kiện tham gia” tính theo quyết định cử hay theo số thực dự? Năm cấp trên không mở "
            "lớp thì tính thế nào?",
            "Is “sent to, or enabled to attend” counted by the decision to send or by attendance? What holds in a year without "
            "training by higher levels?",
        ),
    ),
    OpenQuestion(
        "owner-7a",
        "measure:7a",
        Text(
            "Đơn vị nào cung cấp số cán bộ, công chức Phòng Văn hóa - Xã hội và số được cử, được tạo điều kiện tham gia tập huấn (chỉ tiêu 7)?",
            "Which units supply the number of staff of the Culture and Society Office and of those sent to training (target 7)?",
        ),
        "units",
    ),
    OpenQuestion(
        "which-bodies",
        "measure:7b",
        Text(
            "“Đại diện các cơ quan, tổ chức có liên quan đến vấn đề lao động trẻ em” là những ai: cơ quan, tổ chức nào, mỗi nơi bao nhiêu người? "
            "Đếm theo người hay theo cơ quan, tổ chức?",
            "Who are the “representatives of bodies concerned with child labour”: which bodies, how many persons each? Are persons "
            "or bodies counted?",
        ),
    ),
    OpenQuestion(
        "owner-7b",
        "measure:7b",
        Text(
            "Đơn vị nào cung cấp số đại diện các cơ quan, tổ chức có liên quan được cử, được tạo điều kiện tham gia tập huấn (chỉ tiêu 7)?",
            "Which units supply the number of representatives of the bodies concerned sent to training (target 7)?",
        ),
        "units",
    ),
    OpenQuestion(
        "enterprises-or-all",
        "measure:8",
        Text(
            "“90% doanh nghiệp, đặc biệt là doanh nghiệp vừa và nhỏ, hợp tác xã, hộ gia đình”: mẫu số gồm cả hợp tác xã, hộ gia đình như chỉ tiêu 6, "
            "hay chỉ doanh nghiệp và các nhóm sau là nhóm được chú trọng?",
            "“90% of enterprises, especially small and medium ones, cooperatives, households”: does the denominator include "
            "cooperatives and households, "
            "as in target 6, or enterprises alone, the rest being groups to stress?",
        ),
    ),
    OpenQuestion(
        "told-twice",
        "measure:8",
        Text(
            "Cơ sở “được tuyên truyền, phổ biến” đã đạt chỉ tiêu 8 mà không dự tập huấn. Vậy chỉ tiêu 8 khác “được cung cấp thông tin, kiến thức” "
            "của chỉ tiêu 6 ở điểm nào?",
            "An establishment merely told of the matter already meets target 8 without training. How then does it differ from being "
            "informed under target 6?",
        ),
    ),
    OpenQuestion(
        "owner-8",
        "measure:8",
        Text(
            "Đơn vị nào cung cấp số doanh nghiệp, hợp tác xã, hộ gia đình được tuyên truyền, phổ biến hoặc tham gia tập huấn (chỉ tiêu 8)?",
            "Which units supply the number of enterprises, cooperatives and households told of the matter or trained (target 8)?",
        ),
        "units",
    ),
    # Tasks.
    OpenQuestion(
        "inspection-frequency",
        "measure:NV1",
        Text(
            "Kiểm tra “định kỳ” là mấy lần một năm, ai ra quyết định và ai thực hiện?",
            "How many times a year are “regular” inspections, who orders them and who carries them out?",
        ),
    ),
    OpenQuestion(
        "owner-NV1",
        "measure:NV1",
        Text(
            "Đơn vị nào cung cấp số cuộc kiểm tra: Phòng Văn hóa - Xã hội, Công an xã hay Phòng Kinh tế, và cuộc kiểm tra chung do đơn vị nào đếm?",
            "Which units supply the number of inspections: the Culture and Society Office, the police or the Economy Office, and who "
            "counts joint ones?",
        ),
        "units",
    ),
    OpenQuestion(
        "tasks-without-unit",
        "tasks",
        Text(
            "Các nhiệm vụ tại mục II.2, II.3, II.4, II.6, gạch đầu dòng thứ nhất mục II.1 và phần còn lại của mục II.5 không ghi đơn vị thực hiện. "
            "Đơn vị nào chủ trì từng việc?",
            "The tasks of II.2, II.3, II.4, II.6, the first item of II.1 and the rest of II.5 name no unit. Which unit leads each of them?",
        ),
    ),
    OpenQuestion(
        "which-systems",
        "tasks",
        Text(
            "“Các hệ thống quản lý theo quy định” (mục II.5) để cập nhật thông tin về lao động trẻ em là những hệ thống nào, theo văn bản nào?",
            "Which are the “management systems as prescribed” (II.5) into which information on child labour is entered, and under which act?",
        ),
    ),
    OpenQuestion(
        "handled-in-time",
        "tasks",
        Text(
            "“Kịp thời” phát hiện, xử lý vi phạm, hỗ trợ học sinh (mục II.5, IV.1, IV.3, IV.4) là trong thời hạn nào?",
            "Within what time is the detecting and handling of violations and the support of pupils (II.5, IV.1, IV.3, IV.4) “in time”?",
        ),
    ),
    OpenQuestion(
        "limit-or-none",
        "unit:co-so-san-xuat-kinh-doanh",
        Text(
            "“Hạn chế, không sử dụng lao động trẻ em trái quy định” (mục IV.7): là yêu cầu không để xảy ra trường hợp nào hay chỉ là giảm bớt? "
            "Đơn vị nào theo dõi?",
            "“Limit, not use illegal child labour” (IV.7): is no case allowed, or only fewer? Which unit keeps watch?",
        ),
    ),
    OpenQuestion(
        "which-agencies",
        "unit:co-quan-don-vi-va-thon",
        Text(
            "“Các cơ quan, đơn vị thuộc UBND xã” (mục IV.9) là những cơ quan, đơn vị nào ngoài các đơn vị đã nêu riêng tại mục IV? "
            "Xã có những thôn nào?",
            "Which are the “agencies and units under the commune People's Committee” (IV.9) beyond those named apart in IV? Which "
            "villages are there?",
        ),
    ),
    OpenQuestion(
        "which-organisations",
        "unit:mat-tran-to-quoc-va-to-chuc-chinh-tri-xa-hoi",
        Text(
            "Các tổ chức chính trị - xã hội của xã (mục IV.8) là những tổ chức nào, tổ chức nào chủ trì việc nào?",
            "Which are the socio-political organisations of the commune (IV.8), and which of them leads what?",
        ),
    ),
    # Reports.
    OpenQuestion(
        "annual-report-day",
        "duty:annual-report",
        Text(
            "Báo cáo kết quả thực hiện Kế hoạch “hằng năm theo quy định” phải gửi chậm nhất ngày nào?",
            "By which day is the report “every year as prescribed” due?",
        ),
        "month_day",
    ),
    OpenQuestion(
        "annual-report-recipient",
        "duty:annual-report",
        Text(
            "“Theo quy định” là quy định của văn bản nào, và Phòng Văn hóa - Xã hội gửi báo cáo hằng năm cho ai? "
            "Đó có phải là báo cáo mà Phòng tham mưu UBND xã theo đoạn kết không?",
            "Which act is meant by “as prescribed”, and to whom does the Culture and Society Office send the annual report? "
            "Is it the report it drafts for the commune under the closing paragraph?",
        ),
    ),
    OpenQuestion(
        "case-alert-recipient",
        "duty:case-alert",
        Text(
            "Phản ánh các trường hợp trẻ em có nguy cơ hoặc đang lao động trái quy định gửi cho ai, bằng hình thức nào, “kịp thời” là trong bao lâu?",
            "To whom, how and within what time are cases of children at risk or in illegal labour to be reported?",
        ),
    ),
    OpenQuestion(
        "periodic-report-day",
        "duty:periodic-report",
        Text(
            "Các cơ quan, đơn vị, các thôn “định kỳ báo cáo kết quả” chậm nhất ngày nào hằng năm?",
            "By which day of the year do agencies, units and villages make their “periodic” report?",
        ),
        "month_day",
    ),
    OpenQuestion(
        "periodic-report-frequency",
        "duty:periodic-report",
        Text(
            "“Định kỳ” là hằng quý, 6 tháng hay hằng năm; số liệu tính từ ngày nào đến ngày nào; theo mẫu nào (Kế hoạch không kèm biểu mẫu)?",
            "Is “periodic” quarterly, half-yearly or yearly; which days do the figures cover; on which form (none is annexed)?",
        ),
    ),
    OpenQuestion(
        "periodic-report-reporters",
        "duty:periodic-report",
        Text(
            "“Các cơ quan, đơn vị, các thôn” phải báo cáo có gồm Ủy ban Mặt trận Tổ quốc Việt Nam xã, các tổ chức chính trị - xã hội "
            "và doanh nghiệp, "
            "hợp tác xã không? Các trường học, Công an xã có thuộc diện này không?",
            "Do the “agencies, units and villages” that report include the Fatherland Front, its organisations, enterprises and cooperatives? "
            "Do they include the schools and the police?",
        ),
    ),
    OpenQuestion(
        "difficulties-when",
        "duty:difficulties",
        Text(
            "Khó khăn, vướng mắc phản ánh ngay khi phát sinh hay cùng báo cáo định kỳ?",
            "Are difficulties reported as they arise or together with the periodic report?",
        ),
    ),
    OpenQuestion(
        "report-of-the-commune-day",
        "duty:report-of-the-commune",
        Text(
            "Báo cáo của UBND xã “theo quy định” phải gửi chậm nhất ngày nào?",
            "By which day is the commune's report “as prescribed” due?",
        ),
        "month_day",
    ),
    OpenQuestion(
        "report-of-the-commune-recipient",
        "duty:report-of-the-commune",
        Text(
            "UBND xã báo cáo cho cơ quan nào? Nơi nhận của Kế hoạch có Sở Y tế nhưng đoạn kết không nêu nơi gửi báo cáo.",
            "To whom does the commune report? The plan is copied to the Department of Health, but its closing paragraph names no recipient.",
        ),
    ),
    OpenQuestion(
        "reviews",
        "duties",
        Text(
            "Có sơ kết giữa kỳ và tổng kết năm 2030 không, vào thời gian nào? Kế hoạch không nêu.",
            "Will there be a mid-term review and a final one in 2030, and when? The plan does not say.",
        ),
    ),
    # Money.
    OpenQuestion(
        "budget-amount",
        "budget",
        Text(
            "Kinh phí từng năm là bao nhiêu, từ nguồn nào? Kế hoạch không nêu số tiền, và các thôn cân đối ngân sách bằng nguồn nào "
            "cũng không nêu rõ.",
            "How much money is there each year, and from where? The plan states no sum, nor from what the villages are to find theirs.",
        ),
    ),
)

# ---------------------------------------------------------------- The plan

PLAN = Plan(
    id="child-labour/van-son-2026-2030",
    title=DOCUMENT.title,
    document=DOCUMENT,
    programme="child-labour",
    place=PLACE,
    start=date(2026, 1, 1),
    end=date(2030, 12, 31),
    objectives=OBJECTIVES,
    indicators=INDICATORS,
    units=UNITS,
    duties=DUTIES,
    budget=BUDGET,
    questions=QUESTIONS,
    short=Text("Lao động trẻ em 2026-2030", "Child labour 2026-2030"),
)
