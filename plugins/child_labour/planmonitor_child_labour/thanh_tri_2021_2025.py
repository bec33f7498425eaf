"""Thanh Trì district, Hà Nội: plan 365/KH-UBND of 18 October 2021 on child labour, 2021-2025 with an orientation to 2030.

The file follows the document: objectives and targets (I), the orientation (I.3), what can be counted among the tasks
(II), budget (III), units with their tasks and the reporting order (IV), and at the end what the document leaves open.
Typing errors of the document ("giám thiểu", "UBND huyễn", "Mật trận") are kept where its words are quoted.

Not measured, because the document sets no figure for them: the general objective (I.1) and the tasks of part II other
than the inspections. The telephone numbers in II.2 (111 and the one of the social work centre) are no targets.
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
    ENTERPRISES_TRAINED,
    HAZARDOUS_SHARE,
    INSPECTIONS,
    PARENTS_INFORMED,
    RATE,
    STAFF_INFORMED,
    SUPPORTED,
)

DOCUMENT = Document(
    title=Text(
        "Kế hoạch số 365/KH-UBND ngày 18/10/2021 của UBND huyện Thanh Trì",
        "Plan 365/KH-UBND of 18 October 2021 of the People's Committee of Thanh Trì district",
    ),
    issuer="UBND huyện Thanh Trì",
    number="365/KH-UBND",
    issued=date(2021, 10, 18),
    implements=(
        (
            "Kế hoạch số 195/KH-UBND ngày 26/8/2021 của UBND thành phố Hà Nội về việc thực hiện Chương trình phòng ngừa, giảm "
            "thiểu lao động trẻ em trái quy định giai đoạn 2021-2025, định hướng đến năm 2030 trên địa bàn Thành phố"
        ),
    ),
)

# --- I.2 Mục tiêu cụ thể, I.3 Định hướng, II Nhiệm vụ -------------------------------------------------------------

OBJECTIVES = (
    Objective("1", "Mục tiêu 1: Phòng ngừa, phát hiện, hỗ trợ, can thiệp lao động trẻ em và trẻ em có nguy cơ trở thành lao động trẻ em."),
    Objective("2", "Mục tiêu 2: Truyền thông về phòng ngừa và giảm thiểu lao động trẻ em."),
    Objective("3", "Mục tiêu 3: Đào tạo, tập huấn về phòng ngừa, giám thiểu lao động trẻ em."),
    Objective("DH", "Định hướng đến năm 2030"),
    Objective("NV", "NHIỆM VỤ VÀ GIẢI PHÁP THỰC HIỆN"),
)

# --- What only this plan counts: the rest of the training of objective 3 --------------------------------------------
# The document prints "ngành Lao động - Thương binh và Xã hội" behind the commune officials only; whether it holds for
# the district too is an open question, so it stands in no definition but the commune's.

_PEOPLE = Text("người", "people")
_TRAINING_CONCEPT = Text(
    "Được tập huấn kiến thức, kỹ năng về quản lý, phòng ngừa, phát hiện, hỗ trợ, can thiệp giảm thiểu lao động trẻ em.",
    "Trained in knowledge and skills to manage, prevent, detect, support and intervene so as to reduce child labour.",
)

DISTRICT_TRAINED = Definition(
    key="child-labour/district-civil-servants-and-employees-trained",
    label=Text("Tỷ lệ công chức, viên chức cấp huyện được tập huấn", "District civil servants and public employees trained"),
    kind="ratio",
    counts="people",
    over_time="cumulative",
    noun=_PEOPLE,
    numerator=Text("Công chức, viên chức cấp huyện được tập huấn", "District civil servants and public employees trained"),
    denominator=Text("Công chức, viên chức cấp huyện", "District civil servants and public employees"),
    card=Card(concept=_TRAINING_CONCEPT, level="output"),
)
COMMUNE_TRAINED = Definition(
    key="child-labour/commune-labour-sector-officials-trained",
    label=Text(
        "Tỷ lệ cán bộ, công chức cấp xã ngành Lao động - Thương binh và Xã hội được tập huấn",
        "Commune officials of the labour, invalids and social affairs sector trained",
    ),
    kind="ratio",
    counts="people",
    over_time="cumulative",
    noun=_PEOPLE,
    numerator=Text(
        "Cán bộ, công chức cấp xã ngành Lao động - Thương binh và Xã hội được tập huấn",
        "Commune officials of the labour, invalids and social affairs sector trained",
    ),
    denominator=Text(
        "Cán bộ, công chức cấp xã ngành Lao động - Thương binh và Xã hội",
        "Commune officials of the labour, invalids and social affairs sector",
    ),
    card=Card(concept=_TRAINING_CONCEPT, level="output"),
)
RELATED_BODIES_TRAINED = Definition(
    key="child-labour/related-bodies-officials-trained",
    label=Text(
        "Tỷ lệ cán bộ, công chức các cơ quan, tổ chức có liên quan đến vấn đề lao động trẻ em được tập huấn",
        "Officials of bodies and organisations concerned with child labour trained",
    ),
    kind="ratio",
    counts="people",
    over_time="cumulative",
    noun=_PEOPLE,
    numerator=Text(
        "Cán bộ, công chức các cơ quan, tổ chức có liên quan đến vấn đề lao động trẻ em được tập huấn",
        "Officials of bodies and organisations concerned with child labour who were trained",
    ),
    denominator=Text(
        "Cán bộ, công chức các cơ quan, tổ chức có liên quan đến vấn đề lao động trẻ em",
        "Officials of bodies and organisations concerned with child labour",
    ),
    card=Card(concept=_TRAINING_CONCEPT, level="output"),
)
COOPERATIVES_TRAINED = Definition(
    key="child-labour/cooperatives-and-households-trained",
    label=Text("Tỷ lệ hợp tác xã, hộ gia đình được tập huấn", "Cooperatives and households trained"),
    kind="ratio",
    counts="organisations",
    over_time="cumulative",
    noun=Text("hợp tác xã, hộ gia đình", "cooperatives and households"),
    numerator=Text("Hợp tác xã, hộ gia đình được tập huấn", "Cooperatives and households trained"),
    denominator=Text("Hợp tác xã, hộ gia đình", "Cooperatives and households"),
    breakdowns=(
        Breakdown(
            "especially",
            Text("Đặc biệt", "Especially"),
            "subset",
            (
                Category("craft-village-cooperatives", Text("Hợp tác xã trong các làng nghề", "Cooperatives in craft villages")),
                Category("craft-village-households", Text("Hộ gia đình trong các làng nghề", "Households in craft villages")),
            ),
        ),
    ),
    card=ENTERPRISES_TRAINED.card,
)

# --- Who answers for the figures ------------------------------------------------------------------------------------
# The last bullets of IV.1 and IV.2 share the targets out. "Chịu trách nhiệm triển khai thực hiện" is read as carrying
# the target out and supplying its figure: for the shared lines the same bullet says "số liệu về ...".

LABOUR = "phong-lao-dong-thuong-binh-va-xa-hoi"
EDUCATION_DIVISION = "phong-giao-duc-va-dao-tao"
POLICE = "cong-an-huyen"
ECONOMY = "phong-kinh-te"
CULTURE = "phong-van-hoa-thong-tin"
CULTURE_CENTRE = "trung-tam-van-hoa-thong-tin-va-the-thao"
FINANCE = "phong-tai-chinh-ke-hoach"
OTHER_DIVISIONS = "cac-phong-ban-nganh-lien-quan"
FRONT = "uy-ban-mat-tran-to-quoc-viet-nam"
WOMEN = "hoi-lien-hiep-phu-nu"
YOUTH = "doan-thanh-nien-cong-san-ho-chi-minh"
FARMERS = "hoi-nong-dan"
TRADE_UNION = "lien-doan-lao-dong"
FRONT_MEMBERS = "cac-don-vi-thanh-vien"
COMMUNES = "ubnd-cac-xa-thi-tran"

BY_LABOUR = (Responsibility(LABOUR, "implement", reports=True),)
BY_EDUCATION = (Responsibility(EDUCATION_DIVISION, "implement", reports=True),)

# --- The target lines -----------------------------------------------------------------------------------------------

LINE_1_1 = "Giảm tỷ lệ lao động trẻ em và người chưa thành niên (tính từ 5 đến 17 tuổi) dưới 1%."
LINE_1_2 = (
    "100% trẻ em có nguy cơ, lao động trẻ em và trẻ em bị mua bán vì mục đích bóc lột sức lao động khi có thông báo "
    "được hỗ trợ, can thiệp kịp thời, được quản lý, theo dõi."
)
LINE_1_3 = "90% trẻ em có nguy cơ, lao động trẻ em được tiếp cận giáo dục phổ thông và đào tạo nghề phù hợp."
LINE_2_1 = (
    "90% cán bộ, giáo viên trong các cơ sở giáo dục, cơ sở nuôi dưỡng trẻ em, 80% cha mẹ, người chăm sóc trẻ em được "
    "cung cấp thông tin, kiến thức về phòng ngừa, giảm thiểu lao động trẻ em."
)
LINE_2_2 = "85% trẻ em được cung cấp thông tin, kiến thức về phòng ngừa, giảm thiểu lao động trẻ em."
LINE_2_3 = (
    "90% doanh nghiệp, hợp tác xã, hộ gia đình đặc biệt là doanh nghiệp vừa và nhỏ, hợp tác xã, hộ gia đình trong các "
    "làng nghề được cung cấp thông tin, kiến thức về phòng ngừa, giám thiểu lao động trẻ em."
)
LINE_3_1 = (
    "90% công chức, viên chức cấp huyện và 100% cán bộ, công chức cấp xã ngành Lao động - Thương binh và Xã hội và 90 % "
    "cán bộ, công chức các cơ quan, tổ chức có liên quan đến vấn đề lao động trẻ em được tập huấn kiến thức, kỹ năng về "
    "quản lý, phòng ngừa, phát hiện, hỗ trợ, can thiệp giám thiểu lao động trẻ em."
)
LINE_3_2 = (
    "90% doanh nghiệp, đặc biệt doanh nghiệp vừa và nhỏ, 70% hợp tác xã, hộ gia đình, đặc biệt hợp tác xã, hộ gia đình "
    "trong các làng nghề được tập huấn các kiến thức, kỹ năng về phòng ngừa, phát hiện, hỗ trợ, can thiệp giám thiểu "
    "lao động trẻ em."
)
LINE_DH = (
    "Tiếp tục duy trì tỷ lệ lao động trẻ em và người chưa thành niên (tính từ 5 đến 17 tuổi) dưới 1% và giảm tối đa tỷ "
    "lệ lao động trẻ em và người chưa thành niên làm công việc nặng nhọc, độc hại, nguy hiểm trong số lao động trẻ em "
    "và người chưa thành niên."
)
LINE_NV = (
    "Định kỳ, đột xuất tiến hành kiểm tra, thanh tra, giám sát hoặc lồng ghép kiểm tra, thanh tra, giám sát việc thực "
    "hiện pháp luật, chính sách về phòng ngừa, giảm thiểu lao động trẻ em và trẻ em tham gia lao động tại các làng "
    "nghề, các cơ sở sản xuất kinh doanh..."
)

OBJECTIVE_1 = (
    Indicator(
        "1.1",
        "1",
        LINE_1_1,
        (
            Measure(
                "1.1",
                Text(
                    "Tỷ lệ lao động trẻ em và người chưa thành niên (tính từ 5 đến 17 tuổi)",
                    "Rate of child labour among children and minors aged 5 to 17",
                ),
                RATE,
                Target("<", 1, "dưới 1%"),
                DOCUMENT.at("mục I.2.a, Chỉ tiêu 1", LINE_1_1),
                BY_LABOUR,
            ),
        ),
    ),
    Indicator(
        "1.2",
        "1",
        LINE_1_2,
        (
            Measure(
                "1.2",
                Text(
                    "Trẻ em có nguy cơ, lao động trẻ em và trẻ em bị mua bán vì mục đích bóc lột sức lao động khi có thông báo được hỗ "
                    "trợ, can thiệp kịp thời, được quản lý, theo dõi",
                    "Children at risk, in child labour or trafficked for exploitation of their labour who, once notified, "
                    "are supported in time, managed and followed up",
                ),
                SUPPORTED,
                Target(">=", 100, "100%"),
                DOCUMENT.at("mục I.2.a, Chỉ tiêu 2", LINE_1_2),
                BY_LABOUR,
            ),
        ),
    ),
    Indicator(
        "1.3",
        "1",
        LINE_1_3,
        (
            Measure(
                "1.3",
                Text(
                    "Trẻ em có nguy cơ, lao động trẻ em được tiếp cận giáo dục phổ thông và đào tạo nghề phù hợp",
                    "Children at risk or in child labour with access to general education and suitable vocational training",
                ),
                EDUCATION,
                # No "trên" is printed here, unlike in the national programme: a bare percentage.
                Target(">=", 90, "90%"),
                DOCUMENT.at("mục I.2.a, Chỉ tiêu 3", LINE_1_3),
                BY_EDUCATION,
            ),
        ),
    ),
)

OBJECTIVE_2 = (
    Indicator(
        "2.1",
        "2",
        LINE_2_1,
        (
            Measure(
                "2.1a",
                Text(
                    "Cán bộ, giáo viên trong các cơ sở giáo dục, cơ sở nuôi dưỡng trẻ em được cung cấp thông tin, kiến thức",
                    "Staff and teachers of education institutions and children's homes given information and knowledge",
                ),
                STAFF_INFORMED,
                Target(">=", 90, "90%"),
                DOCUMENT.at("mục I.2.b, Chỉ tiêu 1", LINE_2_1),
                (
                    Responsibility(
                        EDUCATION_DIVISION,
                        "implement",
                        Text("cán bộ, giáo viên trong các cơ sở giáo dục thuộc ngành", "staff and teachers of education institutions of the sector"),
                        reports=True,
                    ),
                    # The target names them; neither IV.1 nor IV.2 does.
                    Responsibility(
                        None,
                        "implement",
                        Text("cán bộ, giáo viên trong các cơ sở nuôi dưỡng trẻ em", "staff and teachers of children's homes"),
                    ),
                ),
            ),
            Measure(
                "2.1b",
                Text("Cha mẹ, người chăm sóc trẻ em được cung cấp thông tin, kiến thức", "Parents and caregivers given information and knowledge"),
                PARENTS_INFORMED,
                Target(">=", 80, "80%"),
                DOCUMENT.at("mục I.2.b, Chỉ tiêu 1", LINE_2_1),
                BY_LABOUR,
            ),
        ),
    ),
    Indicator(
        "2.2",
        "2",
        LINE_2_2,
        (
            Measure(
                "2.2",
                Text("Trẻ em được cung cấp thông tin, kiến thức", "Children given information and knowledge"),
                CHILDREN_INFORMED,
                Target(">=", 85, "85%"),
                DOCUMENT.at("mục I.2.b, Chỉ tiêu 2", LINE_2_2),
                (
                    Responsibility(LABOUR, "implement", Text("trẻ em tại cộng đồng", "children in the community"), reports=True),
                    Responsibility(EDUCATION_DIVISION, "implement", Text("trẻ em trong các trường học", "children in schools"), reports=True),
                ),
            ),
        ),
    ),
    Indicator(
        "2.3",
        "2",
        LINE_2_3,
        (
            Measure(
                "2.3",
                Text(
                    "Doanh nghiệp, hợp tác xã, hộ gia đình được cung cấp thông tin, kiến thức",
                    "Enterprises, cooperatives and households given information and knowledge",
                ),
                ENTERPRISES_INFORMED,
                Target(">=", 90, "90%"),
                DOCUMENT.at("mục I.2.b, Chỉ tiêu 3", LINE_2_3),
                BY_LABOUR,
            ),
        ),
    ),
)

OBJECTIVE_3 = (
    Indicator(
        "3.1",
        "3",
        LINE_3_1,
        (
            Measure(
                "3.1a",
                Text("Công chức, viên chức cấp huyện được tập huấn", "District civil servants and public employees trained"),
                DISTRICT_TRAINED,
                Target(">=", 90, "90%"),
                DOCUMENT.at("mục I.2.c, Chỉ tiêu 1", LINE_3_1),
                BY_LABOUR,
            ),
            Measure(
                "3.1b",
                Text(
                    "Cán bộ, công chức cấp xã ngành Lao động - Thương binh và Xã hội được tập huấn",
                    "Commune officials of the labour, invalids and social affairs sector trained",
                ),
                COMMUNE_TRAINED,
                Target(">=", 100, "100%"),
                DOCUMENT.at("mục I.2.c, Chỉ tiêu 1", LINE_3_1),
                BY_LABOUR,
            ),
            Measure(
                "3.1c",
                Text(
                    "Cán bộ, công chức các cơ quan, tổ chức có liên quan đến vấn đề lao động trẻ em được tập huấn",
                    "Officials of bodies and organisations concerned with child labour trained",
                ),
                RELATED_BODIES_TRAINED,
                Target(">=", 90, "90 %"),
                DOCUMENT.at("mục I.2.c, Chỉ tiêu 1", LINE_3_1),
                BY_LABOUR,
            ),
        ),
    ),
    Indicator(
        "3.2",
        "3",
        LINE_3_2,
        (
            Measure(
                "3.2a",
                Text("Doanh nghiệp được tập huấn", "Enterprises trained"),
                ENTERPRISES_TRAINED,
                Target(">=", 90, "90%"),
                DOCUMENT.at("mục I.2.c, Chỉ tiêu 2", LINE_3_2),
                BY_LABOUR,
            ),
            Measure(
                "3.2b",
                Text("Hợp tác xã, hộ gia đình được tập huấn", "Cooperatives and households trained"),
                COOPERATIVES_TRAINED,
                Target(">=", 70, "70%"),
                DOCUMENT.at("mục I.2.c, Chỉ tiêu 2", LINE_3_2),
                BY_LABOUR,
            ),
        ),
    ),
)

# I.3. One printed sentence with two measures; IV gives it to no unit.
ORIENTATION = (
    Indicator(
        "DH1",
        "DH",
        LINE_DH,
        (
            Measure(
                "DH1a",
                Text(
                    "Tỷ lệ lao động trẻ em và người chưa thành niên (tính từ 5 đến 17 tuổi) đến năm 2030",
                    "Rate of child labour among children and minors aged 5 to 17, to 2030",
                ),
                RATE,
                Target("<", 1, "Tiếp tục duy trì … dưới 1%", scope="orientation", due=date(2030, 12, 31)),
                DOCUMENT.at("mục I.3", LINE_DH),
            ),
            Measure(
                "DH1b",
                Text(
                    "Tỷ lệ lao động trẻ em và người chưa thành niên làm công việc nặng nhọc, độc hại, nguy hiểm trong số lao động trẻ "
                    "em và người chưa thành niên đến năm 2030",
                    "Share of child labourers doing heavy, hazardous or dangerous work, to 2030",
                ),
                HAZARDOUS_SHARE,
                Target("decrease", None, "giảm tối đa", kind="decrease", scope="orientation", due=date(2030, 12, 31)),
                DOCUMENT.at("mục I.3", LINE_DH),
            ),
        ),
    ),
)

# II.7. IV.1, IV.4 and IV.10 repeat the order for three units: one figure, three who carry it out, none told to count it.
AMONG_TASKS = (
    Indicator(
        "NV1",
        "NV",
        LINE_NV,
        (
            Measure(
                "NV1",
                Text(
                    "Số cuộc kiểm tra, thanh tra, giám sát việc thực hiện pháp luật, chính sách về phòng ngừa, giảm thiểu lao động trẻ em",
                    "Inspections of compliance with the law and policies on child labour",
                ),
                INSPECTIONS,
                Target(None, None, "Định kỳ, đột xuất", scope="task"),
                DOCUMENT.at("mục II.7", LINE_NV),
                (
                    Responsibility(LABOUR, "lead"),
                    Responsibility(
                        ECONOMY,
                        "implement",
                        Text(
                            "nông nghiệp, các làng nghề, các hợp tác xã và các cơ sở sản xuất, kinh doanh và hộ gia đình là thành viên",
                            "agriculture, craft villages, cooperatives, production and business establishments, and households that are members",
                        ),
                    ),
                    Responsibility(
                        COMMUNES,
                        "implement",
                        Text("theo thẩm quyền được phân cấp", "within the powers delegated to them"),
                    ),
                ),
            ),
        ),
    ),
)

INDICATORS = (*OBJECTIVE_1, *OBJECTIVE_2, *OBJECTIVE_3, *ORIENTATION, *AMONG_TASKS)
EVERY_MEASURE = tuple(measure.code for indicator in INDICATORS for measure in indicator.measures)

# --- III. Kinh phí thực hiện ----------------------------------------------------------------------------------------

BUDGET = (
    DOCUMENT.at(
        "mục III",
        "Kinh phí thực hiện Chương trình được bố trí trong dự toán chi ngân sách nhà nước hàng năm của các đơn vị được giao "
        "thực hiện nhiệm vụ theo phân cấp hiện hành.",
    ),
    DOCUMENT.at("mục III", "Kinh phí từ các nguồn huy động từ xã hội, cộng đồng"),
    DOCUMENT.at("mục III", "các nguồn vận động hợp pháp khác (nếu có)."),
    DOCUMENT.at(
        "mục II.6",
        "Thực hiện huy động sự tham gia của các cơ quan, các tổ chức, doanh nghiệp, cá nhân nhằm vận động, tập trung nguồn lực để thực "
        "hiện các mục tiêu của Chương trình.",
    ),
    DOCUMENT.at("mục IV.6", "trình HĐND huyện bố trí kinh phí chi thường xuyên thực hiện Kế hoạch theo quy định"),
    DOCUMENT.at("mục IV.10", "Quan tâm bố trí nguồn ngân sách đảm bảo việc thực hiện các hoạt động của Kế hoạch"),
    DOCUMENT.at("mục IV.10", "tăng cường nguồn lực xã hội hóa để thực hiện Chương trình."),
)

# The third bullet of III is an order, not a source of money. It goes to every "phòng, ngành, đoàn thể" and commune; the
# Front and the culture centre are none of these by the document's own words (it prints the Front beside "các đoàn thể").
ANNUAL_ESTIMATE = Task(
    "Căn cứ vào nhiệm vụ được giao tại Kế hoạch, các phòng, ngành, đoàn thể liên quan, UBND các xã, thị trấn chủ động "
    "xây dựng dự toán chi hàng năm, trình cơ quan có thẩm quyền phê duyệt và thực hiện thanh quyết toán theo quy định",
    "mục III",
    "implement",
)

# --- IV. Tổ chức thực hiện ------------------------------------------------------------------------------------------
# The section numbers run 1 to 7, then 9 and 10: there is no 8 (see the open question "missing-section-8").

# IV.5 stands under one heading for two units.
CULTURE_TASKS = (
    Task(
        "Chủ trì, phối hợp với các đơn vị liên và chỉ đạo hệ thống thông tin cơ sở tuyên truyền chủ trương, chính sách về "
        "bảo vệ trẻ em, phòng ngừa, giảm thiểu lao động trẻ em; kết quả thực hiện Kế hoạch trên địa bàn huyện",
        "mục IV.5",
        "lead",
    ),
    Task("tăng cường đưa tin, bài, phóng sự tuyên truyền các hoạt động của Chương trình", "mục IV.5", "implement"),
)

# IV.9, first paragraph: one request to the Front and the mass organisations; its second half asks them to supervise.
REQUESTED_TASKS = (
    Task(
        "Đề nghị Ủy ban Mật trận Tổ quốc Việt Nam huyện, Hội Liên hiệp Phụ nữ, Đoàn Thanh niên Cộng sản Hồ Chí Minh; Hội "
        "Nông dân; Liên đoàn Lao động huyện và các đơn vị thành viên: trong phạm vi chức năng, nhiệm vụ của đơn vị, triển "
        "khai và vận động xã hội tham gia thực hiện các hoạt động của Chương trình",
        "mục IV.9",
        "requested",
    ),
    Task(
        "tăng cường công tác giám sát, truyền thông, giáo dục, tư vấn pháp luật, chính sách về lao động trẻ em",
        "mục IV.9",
        "supervise",
    ),
)
FAMILIES_TASK = Task(
    "Hội Liên hiệp phụ nữ, Hội Nông dân, Đoàn thanh niên Cộng sản Hồ Chí Minh huyện hướng dẫn các cấp Đoàn, Hội tuyên "
    "truyền, vận động các gia đình không để trẻ em bỏ học, lao động trái quy định của pháp luật, đặc biệt quan tâm đối "
    "với các hộ gia đình nghèo, cận nghèo, khu vực kinh tế nông nghiệp",
    "mục IV.9",
    "implement",
)

UNITS = (
    Unit(
        LABOUR,
        "Phòng Lao động - Thương binh và Xã hội",
        (
            Task("Là cơ quan thường trực", "mục IV.1", "standing"),
            Task("tham mưu UBND huyện ban hành Kế hoạch", "mục IV.1", "advise"),
            Task(
                "Chủ trì, phối hợp các phòng, ban, ngành, đoàn thể liên quan và UBND các xã, thị trấn triển khai thực hiện có hiệu "
                "quả mục tiêu, chỉ tiêu được xác định trong Kế hoạch thuộc các đối tượng và lĩnh vực của ngành",
                "mục IV.1",
                "lead",
            ),
            Task(
                "Rà soát, khảo sát, thu thập thông tin, quản lý trẻ em nói chung và trẻ em có nguy cơ, lao động trẻ em trên địa bàn "
                "huyện, tổng hợp theo bộ chỉ tiêu số liệu và hướng dẫn của Sở Lao động Thương binh và Xã hội Hà Nội",
                "mục IV.1",
                "implement",
            ),
            Task(
                "Phối hợp, tổ chức các hoạt động truyền thông về phòng ngừa, giảm thiểu lao động trẻ em, tập trung tại những địa "
                "bàn tập trung nhiều trẻ em tham gia lao động, trẻ em có nguy cơ, lao động trẻ em, các làng nghề truyền thống, cơ "
                "sở sản xuất, kinh doanh",
                "mục IV.1",
                "coordinate",
            ),
            Task(
                "Tổ chức tập huấn nâng cao năng lực cho đội ngũ cán bộ làm công tác bảo vệ, chăm sóc trẻ em các cấp, đội ngũ cộng "
                "tác viên, cha mẹ, người chăm sóc trẻ và trẻ em về phòng ngừa, giảm thiểu lao động trẻ em",
                "mục IV.1",
                "implement",
            ),
            Task("Nghiên cứu tham mưu UBND huyện ban hành cơ chế phối hợp liên ngành", "mục IV.1", "advise"),
            Task("xây dựng mô hình phòng ngừa, hỗ trợ, can thiệp, giảm thiểu lao động trẻ em", "mục IV.1", "implement"),
            Task(
                "Triển khai, hướng dẫn thực hiện có hiệu quả các chính sách trợ giúp xã hội, chương trình, dịch vụ giảm nghèo, đào "
                "tạo nghề, tạo việc làm,... thuộc trách nhiệm của ngành",
                "mục IV.1",
                "implement",
            ),
            Task(
                "Chủ trì, phối hợp các phòng, ban, ngành, đoàn thể có liên quan và UBND các xã, thị trấn tổ chức kiểm tra, thanh "
                "tra việc thực hiện chính sách, pháp luật về phòng ngừa, giảm thiểu lao động trẻ em",
                "mục IV.1",
                "lead",
            ),
            Task("xử lý vi phạm việc sử dụng lao động trẻ em theo thẩm quyền", "mục IV.1", "implement"),
            # Printed as two bullets, cut in the middle of the department's name.
            Task(
                "Tổng hợp, đánh giá, sơ kết, tổng kết và báo cáo UBND huyện và Sở Lao động - Thương binh và Xã hội kết quả thực "
                "hiện Chương trình theo quy định",
                "mục IV.1",
                "implement",
            ),
            Task(
                "Chịu trách nhiệm triển khai thực hiện các chỉ tiêu 1, 2 của mục tiêu 1; chỉ tiêu 1, 2 (số liệu về cha mẹ, người "
                "chăm sóc trẻ, trẻ em tại cộng đồng) và chỉ tiêu 3 của mục tiêu 2; chỉ tiêu 1, 2 của mục tiêu 3 trong Kế hoạch",
                "mục IV.1",
                "implement",
            ),
            ANNUAL_ESTIMATE,
        ),
    ),
    Unit(
        EDUCATION_DIVISION,
        "Phòng Giáo dục và Đào tạo",
        (
            Task("Chủ trì thực hiện công tác phòng ngừa, giảm thiểu lao động trẻ em theo chức năng, nhiệm vụ của ngành", "mục IV.2", "lead"),
            Task(
                "Chỉ đạo, cung cấp thông tin, kiến thức, kỹ năng về phòng ngừa lao động trẻ em cho học sinh, giáo viên trong các nhà trường",
                "mục IV.2",
                "implement",
            ),
            Task(
                "Triển khai các chính sách, giải pháp nhằm giảm thiểu tình trạng trẻ em bỏ học khi chưa hoàn thành bậc tiểu học, trung học cơ sở",
                "mục IV.2",
                "implement",
            ),
            Task(
                "hỗ trợ kịp thời trẻ em có nguy cơ trở thành lao động trẻ em, lao động trẻ em được tiếp cận giáo dục phổ thông và học nghề phù hợp",
                "mục IV.2",
                "implement",
            ),
            Task(
                "Xây dựng, triển khai các mô hình phòng ngừa, giảm thiểu lao động trẻ em theo chức năng, nhiệm vụ của ngành",
                "mục IV.2",
                "implement",
            ),
            Task(
                "Chịu trách nhiệm tổ chức thực hiện, báo cáo kết quả triển khai chỉ tiêu 3 của mục tiêu 1; chỉ tiêu 1, 2 của mục "
                "tiêu 2 (số liệu cán bộ, giáo viên trong các cơ sở giáo dục thuộc ngành; trẻ em trong các trường học)",
                "mục IV.2",
                "implement",
            ),
            ANNUAL_ESTIMATE,
        ),
    ),
    Unit(
        POLICE,
        "Công an huyện",
        (
            Task("Chủ trì công tác phòng, chống tội phạm mua bán trẻ em vì mục đích bóc lột sức lao động", "mục IV.3", "lead"),
            Task(
                "phối hợp theo chức năng nhiệm vụ với các cơ quan, tổ chức, đơn vị liên quan trong công tác bảo vệ, hỗ trợ hòa nhập "
                "cộng đồng cho trẻ em bị bóc lột sức lao động",
                "mục IV.3",
                "coordinate",
            ),
            Task(
                "Chỉ đạo lực lượng Công an xã, thị trấn thực hiện tốt quản lý nhân khẩu, nắm tình hình địa bàn và cư dân sinh sống "
                "trên địa bàn, chú ý các gia đình có điều kiện, hoàn cảnh đặc biệt để phát hiện, có biện pháp ngăn chặn, xử lý kịp "
                "thời các hành vi vi phạm pháp luật liên quan đến sử dụng lao động trẻ em",
                "mục IV.3",
                "implement",
            ),
            ANNUAL_ESTIMATE,
        ),
    ),
    Unit(
        ECONOMY,
        "Phòng Kinh tế huyện",
        (
            Task(
                "Chủ trì, phối hợp với các đơn vị liên quan tăng cường công tác tuyên truyền nâng cao nhận thức về phòng ngừa, giảm "
                "thiểu lao động trẻ em trong lĩnh vực nông nghiệp",
                "mục IV.4",
                "lead",
            ),
            Task(
                "Đẩy mạnh thanh tra, kiểm tra việc thực hiện pháp luật về lao động trẻ em trong nông nghiệp, các làng nghề, các hợp "
                "tác xã và các cơ sở sản xuất, kinh doanh và hộ gia đình là thành viên bảo đảm thực hiện quy định của pháp luật về "
                "lao động trẻ em",
                "mục IV.4",
                "implement",
            ),
            Task(
                "Xây dựng, hướng dẫn thực hiện các mô hình phòng ngừa, giảm thiểu lao động trẻ em trong khu vực Hợp tác xã và các làng nghề",
                "mục IV.4",
                "implement",
            ),
            Task(
                "Chủ trì, phối hợp với các đơn vị liên quan triển khai Chương trình đến các doanh nghiệp, người sử dụng lao động "
                "trong lĩnh vực công thương bảo đảm thực hiện các quy định pháp luật về lao động trẻ em",
                "mục IV.4",
                "lead",
            ),
            ANNUAL_ESTIMATE,
        ),
    ),
    Unit(CULTURE, "Phòng Văn hóa - Thông tin", (*CULTURE_TASKS, ANNUAL_ESTIMATE)),
    Unit(CULTURE_CENTRE, "Trung tâm Văn hóa Thông tin và Thể thao huyện", CULTURE_TASKS),
    Unit(
        FINANCE,
        "Phòng Tài chính – Kế hoạch",
        (
            Task(
                "Trên cơ sở đề xuất của các đơn vị, thẩm định và tham mưu UBND huyễn trình HĐND huyện bố trí kinh phí chi thường "
                "xuyên thực hiện Kế hoạch theo quy định",
                "mục IV.6",
                "advise",
            ),
            Task(
                "hướng dẫn, thanh tra, kiểm tra việc sử dụng kinh phí thực hiện Chương trình đã được phê duyệt theo quy định Luật "
                "Ngân sách Nhà nước và các quy định pháp luật liên quan",
                "mục IV.6",
                "implement",
            ),
            ANNUAL_ESTIMATE,
        ),
    ),
    Unit(
        OTHER_DIVISIONS,
        "Các phòng, ban, ngành liên quan",
        (
            Task(
                "Căn cứ chức năng, nhiệm vụ và quyền hạn được giao lồng ghép các nội dung của Chương trình phòng ngừa, giảm thiểu "
                "lao động trẻ em trong công tác xây dựng kế hoạch và tổ chức thực hiện các hoạt động của cơ quan, đơn vị",
                "mục IV.7",
                "implement",
            ),
            Task(
                "Đặc biệt, quan tâm đến hoạt động cung cấp thông tin, kiến thức về phòng ngừa, phát hiện, hỗ trợ, can thiệp giảm "
                "thiểu lao động trẻ em cho đội ngũ cán bộ của đơn vị",
                "mục IV.7",
                "implement",
            ),
            ANNUAL_ESTIMATE,
        ),
        members=True,
    ),
    Unit(
        FRONT,
        "Ủy ban Mặt trận Tổ quốc Việt Nam",
        REQUESTED_TASKS,
        also=("Ủy ban Mật trận Tổ quốc Việt Nam huyện", "UBMTTQVN huyện"),
    ),
    Unit(WOMEN, "Hội Liên hiệp Phụ nữ", (*REQUESTED_TASKS, FAMILIES_TASK, ANNUAL_ESTIMATE)),
    Unit(YOUTH, "Đoàn Thanh niên Cộng sản Hồ Chí Minh", (*REQUESTED_TASKS, FAMILIES_TASK, ANNUAL_ESTIMATE)),
    Unit(FARMERS, "Hội Nông dân", (*REQUESTED_TASKS, FAMILIES_TASK, ANNUAL_ESTIMATE)),
    Unit(
        TRADE_UNION,
        "Liên đoàn Lao động huyện",
        (
            *REQUESTED_TASKS,
            Task(
                "Liên đoàn Lao động huyện chủ trì, phối hợp với các đơn vị liên quan tổ chức các hoạt động truyền thông, giáo dục, "
                "tư vấn pháp luật, chính sách về lao động trẻ em cho cán bộ, đoàn viên, người sử dụng lao động và trẻ em tham gia "
                "lao động tại các doanh nghiệp trên địa bàn",
                "mục IV.9",
                "lead",
            ),
            ANNUAL_ESTIMATE,
        ),
    ),
    Unit(FRONT_MEMBERS, "các đơn vị thành viên", REQUESTED_TASKS, members=True),
    Unit(
        COMMUNES,
        "UBND các xã, thị trấn",
        (
            Task(
                "Xây dựng Kế hoạch và triển khai thực hiện Chương trình phù hợp với tình hình thực tế của địa phương",
                "mục IV.10",
                "implement",
            ),
            Task(
                "lồng ghép việc thực hiện các hoạt động, giải pháp của Chương trình vào các Kế hoạch phát triển kinh tế - xã hội của địa phương",
                "mục IV.10",
                "implement",
            ),
            Task(
                "Quan tâm bố trí nguồn ngân sách đảm bảo việc thực hiện các hoạt động của Kế hoạch và tăng cường nguồn lực xã hội "
                "hóa để thực hiện Chương trình",
                "mục IV.10",
                "implement",
            ),
            Task(
                "Thường xuyên rà soát, nắm bắt và quản lý tình hình trẻ em tham gia lao động, trẻ em có nguy cơ và lao động trẻ em "
                "tại địa phương mình",
                "mục IV.10",
                "implement",
            ),
            Task(
                "Tăng cường công tác phối hợp liên ngành thực hiện có hiệu quả các biện pháp phòng ngừa, phát hiện và hỗ trợ, can "
                "thiệp kịp thời lao động trẻ em và trẻ em có nguy cơ trở thành lao động trẻ em",
                "mục IV.10",
                "coordinate",
            ),
            Task(
                "Tăng cường công tác tuyên truyền nâng cao nhận thức, trách nhiệm của các cấp, các ngành, đoàn thể, cộng đồng, cha "
                "mẹ, người chăm sóc trẻ và trẻ em về phòng ngừa, giảm thiểu lao động trẻ em",
                "mục IV.10",
                "implement",
            ),
            Task(
                "Triển khai thực hiện có hiệu quả mô hình phù hợp tình hình thực tế tại địa phương nhằm ngăn ngừa và giảm thiểu "
                "tình trạng lao động trẻ em",
                "mục IV.10",
                "implement",
            ),
            Task(
                "Kiểm tra định kỳ, đột xuất việc chấp hành pháp luật, chính sách về phòng ngừa lao động trẻ em theo thẩm quyền được phân cấp",
                "mục IV.10",
                "implement",
            ),
            Task(
                "xử lý nghiêm, kịp thời các trường hợp sử dụng lao động trẻ em và thực hiện chế độ thông tin báo cáo theo quy định",
                "mục IV.10",
                "implement",
            ),
            ANNUAL_ESTIMATE,
        ),
        members=True,
    ),
)

# --- IV. Reporting --------------------------------------------------------------------------------------------------
# IV.2 orders a report of its own, without a date; whether it is the one due before 25 November is asked below.

LAST_PARAGRAPH = (
    "UBND huyện đề nghị Ủy ban Mặt trận Tổ quốc Việt Nam, các đoàn thể huyện; yêu cầu các phòng, ban, ngành và UBND các "
    "xã, thị trấn nghiêm túc triển khai thực hiện Kế hoạch. Hàng năm, định kỳ báo cáo kết quả trước ngày 25/11 gửi "
    "phòng Lao động - Thương binh và Xã hội để tổng hợp, báo cáo UBND huyện và Sở Lao động - Thương binh và Xã hội theo "
    "quy định."
)

DUTIES = (
    Duty(
        id="annual-report",
        kind="dated",
        rule="Hàng năm, định kỳ báo cáo kết quả trước ngày 25/11",
        source=DOCUMENT.at("mục IV, đoạn cuối", LAST_PARAGRAPH),
        # Those the last paragraph names; the culture centre and the members of the Front are asked about below.
        reporters=(
            EDUCATION_DIVISION,
            POLICE,
            ECONOMY,
            CULTURE,
            FINANCE,
            OTHER_DIVISIONS,
            FRONT,
            WOMEN,
            YOUTH,
            FARMERS,
            TRADE_UNION,
            COMMUNES,
        ),
        recipient="Phòng Lao động - Thương binh và Xã hội",
        onward="UBND huyện và Sở Lao động - Thương binh và Xã hội",
        period="year",
        last_day="11-24",
    ),
    # The year is that of the reports it is made from ("Hàng năm ... để tổng hợp, báo cáo"); it has no date of its own.
    Duty(
        id="summary-report",
        kind="undated",
        rule="để tổng hợp, báo cáo UBND huyện và Sở Lao động - Thương binh và Xã hội theo quy định",
        source=DOCUMENT.at("mục IV, đoạn cuối", LAST_PARAGRAPH),
        reporters=(LABOUR,),
        recipient="UBND huyện và Sở Lao động - Thương binh và Xã hội",
        period="year",
        measures=EVERY_MEASURE,
    ),
    Duty(
        id="review-report",
        kind="undated",
        rule="sơ kết, tổng kết và báo cáo … theo quy định",
        source=DOCUMENT.at(
            "mục IV.1",
            "Tổng hợp, đánh giá, sơ kết, tổng kết và báo cáo UBND huyện và Sở Lao động - Thương binh và Xã hội kết quả thực "
            "hiện Chương trình theo quy định.",
        ),
        reporters=(LABOUR,),
        recipient="UBND huyện và Sở Lao động - Thương binh và Xã hội",
        measures=EVERY_MEASURE,
    ),
    Duty(
        id="education-report",
        kind="undated",
        rule="báo cáo kết quả triển khai",
        source=DOCUMENT.at(
            "mục IV.2",
            "Chịu trách nhiệm tổ chức thực hiện, báo cáo kết quả triển khai chỉ tiêu 3 của mục tiêu 1; chỉ tiêu 1, 2 của mục "
            "tiêu 2 (số liệu cán bộ, giáo viên trong các cơ sở giáo dục thuộc ngành; trẻ em trong các trường học).",
        ),
        reporters=(EDUCATION_DIVISION,),
    ),
    Duty(
        id="commune-information-report",
        kind="undated",
        rule="thực hiện chế độ thông tin báo cáo theo quy định",
        source=DOCUMENT.at(
            "mục IV.10",
            "Kiểm tra định kỳ, đột xuất việc chấp hành pháp luật, chính sách về phòng ngừa lao động trẻ em theo thẩm quyền được "
            "phân cấp; xử lý nghiêm, kịp thời các trường hợp sử dụng lao động trẻ em và thực hiện chế độ thông tin báo cáo theo "
            "quy định.",
        ),
        reporters=(COMMUNES,),
    ),
)

# --- What the document leaves open ----------------------------------------------------------------------------------

QUESTIONS = (
    # The document and the place
    OpenQuestion(
        "place-code",
        "place",
        Text(
            "Kế hoạch không ghi mã đơn vị hành chính; mã của huyện Thanh Trì là mã nào?",
            "The plan prints no administrative code; which is that of Thanh Trì district?",
        ),
    ),
    # The district level ended on 1 July 2025: Law 72/2025/QH15 on the organisation of local government.
    OpenQuestion(
        "after-the-district",
        "place",
        Text(
            "Kế hoạch kéo dài đến hết năm 2025 (định hướng đến năm 2030) nhưng cấp huyện kết thúc hoạt động từ ngày 01/7/2025: "
            "những xã, phường nào và cơ quan nào tiếp tục theo dõi, báo cáo các chỉ tiêu này?",
            "The plan runs to the end of 2025 (its orientation to 2030), but the district level ended on 1 July 2025: which "
            "communes and offices go on following and reporting these targets?",
        ),
    ),
    OpenQuestion(
        "missing-section-8",
        "document",
        Text(
            "Mục IV đánh số 1 đến 7 rồi đến 9, 10, không có mục 8: do đánh số sai hay thiếu một đơn vị được giao nhiệm vụ?",
            "Part IV numbers its sections 1 to 7, then 9 and 10; there is no 8: a slip in the numbering, or is a unit with its tasks missing?",
        ),
    ),
    OpenQuestion(
        "first-year",
        "document",
        Text(
            "Kế hoạch ban hành ngày 18/10/2021 cho giai đoạn 2021-2025: số liệu năm 2021 tính từ đầu năm hay từ ngày ban hành, "
            "và kỳ báo cáo đầu tiên có phải là trước ngày 25/11/2021 không?",
            "The plan was issued on 18 October 2021 for 2021-2025: do the figures of 2021 run from the start of the year or "
            "from that day, and was the first report due before 25 November 2021?",
        ),
    ),
    OpenQuestion(
        "counting-span",
        "targets",
        Text(
            "Các tỷ lệ được cung cấp thông tin, kiến thức và được tập huấn (chỉ tiêu 1, 2, 3 của mục tiêu 2; chỉ tiêu 1, 2 của "
            "mục tiêu 3) phải đạt trong từng năm hay luỹ kế đến hết năm 2025?",
            "Must the shares informed and trained (targets 1, 2, 3 of objective 2; 1, 2 of objective 3) be reached in each "
            "year, or counted up over the period to the end of 2025?",
        ),
    ),
    OpenQuestion(
        "which-law",
        "counting",
        Text(
            "“Trẻ em lao động trái quy định pháp luật (sau đây gọi tắt là lao động trẻ em)” (mục I.1) xác định theo văn bản nào, nhất là với "
            "người từ đủ 16 đến dưới 18 tuổi?",
            "Which act decides what is “illegal child labour” (I.1), above all for those aged 16 and 17?",
        ),
    ),
    OpenQuestion(
        "informed",
        "counting",
        Text(
            "Thế nào là “được cung cấp thông tin, kiến thức” (chỉ tiêu 1, 2, 3 của mục tiêu 2): nghe truyền thanh, nhận tờ rơi hay dự buổi "
            "truyền thông? Căn cứ nào để đếm?",
            "What counts as “given information and knowledge” (targets 1, 2, 3 of objective 2): a broadcast heard, a leaflet, a session "
            "attended? What is the count taken from?",
        ),
    ),
    # Objective 1
    OpenQuestion(
        "rate-base",
        "measure:1.1",
        Text(
            "Kế hoạch viết “Giảm tỷ lệ … dưới 1%” nhưng không nêu tỷ lệ hiện có và năm gốc: tỷ lệ trước khi thực hiện Kế hoạch "
            "là bao nhiêu, theo nguồn nào?",
            "The plan says 'reduce the rate to below 1%' but gives neither the rate at the outset nor its year: what was it, and from which source?",
        ),
    ),
    OpenQuestion(
        "rate-source",
        "measure:1.1",
        Text(
            "Tỷ lệ này tính từ rà soát, thống kê của các xã, thị trấn hay từ điều tra, và số người từ 5 đến 17 tuổi làm mẫu số lấy ở đâu?",
            "Does this rate come from the communes' own counts or from a survey, and where does the number of people aged 5 to "
            "17, the denominator, come from?",
        ),
    ),
    OpenQuestion(
        "at-risk",
        "measure:1.2",
        Text(
            "Kế hoạch không quy định tiêu chí xác định “trẻ em có nguy cơ” trở thành lao động trẻ em; áp dụng tiêu chí nào?",
            "The plan sets no criteria for 'children at risk' of child labour; which apply?",
        ),
    ),
    OpenQuestion(
        "notified",
        "measure:1.2",
        Text(
            "“Khi có thông báo”: thông báo của ai, gửi cơ quan nào, ghi nhận ở đâu để làm mẫu số?",
            "'Once notified': by whom, to which office, and where is it recorded so that it enters the denominator?",
        ),
    ),
    OpenQuestion(
        "in-time",
        "measure:1.2",
        Text(
            "“Hỗ trợ, can thiệp kịp thời” là trong bao nhiêu giờ, bao nhiêu ngày kể từ khi có thông báo?",
            "'Supported in time': within how many hours or days of the notification?",
        ),
    ),
    OpenQuestion(
        "access",
        "measure:1.3",
        Text(
            "Một trẻ em phải được tiếp cận cả giáo dục phổ thông và đào tạo nghề, hay chỉ cần một trong hai; thế nào là “phù hợp”?",
            "Must a child have access to both general education and vocational training, or to either; and what counts as 'suitable'?",
        ),
    ),
    # Objective 2
    OpenQuestion(
        "care-institutions",
        "measure:2.1a",
        Text(
            "Chỉ tiêu nêu cả cán bộ, giáo viên trong các cơ sở nuôi dưỡng trẻ em nhưng mục IV không giao cho đơn vị nào: những đơn vị nào "
            "cung cấp số liệu cho chỉ tiêu này?",
            "The target names the staff of children's homes too, but part IV gives them to no unit: which units supply the figures of this measure?",
        ),
        "units",
    ),
    OpenQuestion(
        "outside-the-sector",
        "measure:2.1a",
        Text(
            "Phòng Giáo dục và Đào tạo chỉ chịu trách nhiệm về cơ sở giáo dục “thuộc ngành”: những cơ sở nào thuộc ngành, và "
            "cán bộ, giáo viên của cơ sở giáo dục khác (như trung học phổ thông, giáo dục nghề nghiệp, ngoài công lập) do ai "
            "báo cáo?",
            "The education division answers only for institutions 'of the sector': which are they, and who reports the staff of "
            "the others (upper secondary, vocational, private)?",
        ),
    ),
    OpenQuestion(
        "parents-denominator",
        "measure:2.1b",
        Text(
            "Cha mẹ, người chăm sóc trẻ em được đếm theo người hay theo hộ gia đình, và tổng số lấy từ nguồn nào?",
            "Are parents and caregivers counted as people or as households, and where does their total come from?",
        ),
    ),
    OpenQuestion(
        "community-and-school",
        "measure:2.2",
        Text(
            "Trẻ em đi học cũng sống tại cộng đồng: chia “trẻ em tại cộng đồng” và “trẻ em trong các trường học” thế nào để không đếm trùng?",
            "Children at school live in the community too: how are 'children in the community' and 'children in schools' "
            "divided so that none is counted twice?",
        ),
    ),
    OpenQuestion(
        "children-age",
        "measure:2.2",
        Text(
            "“Trẻ em” ở chỉ tiêu này là người dưới 16 tuổi hay từ 5 đến 17 tuổi như chỉ tiêu 1 của mục tiêu 1, và có tính trẻ "
            "chưa đến tuổi đi học không?",
            "Are the 'children' of this target those under 16, or those aged 5 to 17 as in target 1 of objective 1, and does it "
            "include those below school age?",
        ),
    ),
    OpenQuestion(
        "households-informed",
        "measure:2.3",
        Text(
            "“Hộ gia đình” là mọi hộ trên địa bàn, hộ sản xuất, kinh doanh hay hộ có sử dụng lao động; danh sách làm mẫu số do ai lập?",
            "Are 'households' all households of the area, those that produce or trade, or those that employ; and who draws up "
            "the list that gives the denominator?",
        ),
    ),
    OpenQuestion(
        "craft-villages",
        "measure:2.3",
        Text(
            "Những làng nghề nào trên địa bàn huyện được tính, và “trong các làng nghề” chỉ nói về hộ gia đình hay cả hợp tác xã?",
            "Which craft villages of the district count, and does 'in craft villages' hold for households only or for cooperatives too?",
        ),
    ),
    # Objective 3
    OpenQuestion(
        "district-sector",
        "measure:3.1a",
        Text(
            "“Ngành Lao động - Thương binh và Xã hội” chỉ nói về cán bộ, công chức cấp xã hay cả công chức, viên chức cấp huyện?",
            "Does 'of the labour, invalids and social affairs sector' hold for commune officials only, or for the district's "
            "civil servants and employees too?",
        ),
    ),
    OpenQuestion(
        "related-bodies",
        "measure:3.1c",
        Text(
            "“Các cơ quan, tổ chức có liên quan đến vấn đề lao động trẻ em” gồm những cơ quan, tổ chức nào, và có tính cả cấp xã không?",
            "Which are the 'bodies and organisations concerned with child labour', and does that include those of the communes?",
        ),
    ),
    OpenQuestion(
        "who-of-an-enterprise",
        "measure:3.2a",
        Text(
            "Một doanh nghiệp được tính là “được tập huấn” khi có ai tham dự (chủ, người quản lý hay người lao động); tổng số "
            "doanh nghiệp lấy từ nguồn nào?",
            "Whose attendance makes an enterprise 'trained' (owner, manager or workers), and where does the total of enterprises come from?",
        ),
    ),
    OpenQuestion(
        "cooperatives-and-households",
        "measure:3.2b",
        Text(
            "70% là tỷ lệ chung của hợp tác xã và hộ gia đình hay của riêng từng loại; “hộ gia đình” ở đây là những hộ nào?",
            "Is 70% the share of cooperatives and households together or of each; and which households are meant?",
        ),
    ),
    # Orientation and tasks
    OpenQuestion(
        "orientation-rate-unit",
        "measure:DH1a",
        Text(
            "Mục IV không giao định hướng đến năm 2030 cho đơn vị nào: những đơn vị nào cung cấp số liệu tỷ lệ lao động trẻ em sau năm 2025?",
            "Part IV gives the orientation to 2030 to no unit: which units supply the rate of child labour after 2025?",
        ),
        "units",
    ),
    OpenQuestion(
        "hazardous-unit",
        "measure:DH1b",
        Text(
            "Không đơn vị nào được giao theo dõi tỷ lệ làm công việc nặng nhọc, độc hại, nguy hiểm: những đơn vị nào cung cấp số liệu?",
            "No unit is told to follow the share in heavy, hazardous or dangerous work: which units supply the figure?",
        ),
        "units",
    ),
    OpenQuestion(
        "hazardous-bar",
        "measure:DH1b",
        Text(
            "“Giảm tối đa” không có mức cụ thể và không có năm gốc: giảm so với năm nào, bao nhiêu thì đạt?",
            "'Reduce as far as possible' has neither a figure nor a base year: compared with which year, and how much is enough?",
        ),
    ),
    OpenQuestion(
        "inspections-unit",
        "measure:NV1",
        Text(
            "Kiểm tra, thanh tra được giao cho nhiều đơn vị nhưng không giao đơn vị nào báo cáo số cuộc: những đơn vị nào cung cấp số liệu?",
            "Several units are to inspect, none is told to report how often: which units supply the number of inspections?",
        ),
        "units",
    ),
    OpenQuestion(
        "inspections-frequency",
        "measure:NV1",
        Text(
            "“Định kỳ” là bao lâu một lần, và cuộc kiểm tra lồng ghép có được tính là một cuộc không?",
            "How often is 'periodically', and does an inspection combined with another count as one?",
        ),
    ),
    OpenQuestion(
        "punished-in-time",
        "tasks",
        Text(
            "“Kịp thời”: xử lý các trường hợp sử dụng lao động trẻ em trái pháp luật (mục II.7, IV.3, IV.10) và hỗ trợ trẻ em được học "
            "(mục IV.2) trong thời hạn nào, và báo cáo số trường hợp ở đâu?",
            "'In time': within what time are cases of illegal child labour dealt with (II.7, IV.3, IV.10) and children supported to "
            "learn (IV.2), and where is the number of cases reported?",
        ),
    ),
    OpenQuestion(
        "tasks-without-unit",
        "tasks",
        Text(
            "Mục IV không giao rõ cho đơn vị nào: kiến nghị sửa đổi chính sách, pháp luật (II.1), ban hành tài liệu, sản phẩm "
            "truyền thông (II.2), vận động nguồn lực ở cấp huyện (II.6; mục IV.10 chỉ giao cho các xã, thị trấn), khen thưởng "
            "(II.8); đơn vị nào thực hiện?",
            "Part IV gives to no unit in so many words: proposals to amend policies and laws (II.1), communication materials "
            "(II.2), raising resources at district level (II.6; IV.10 tells only the communes), commendations (II.8); who does them?",
        ),
    ),
    OpenQuestion(
        "models",
        "tasks",
        Text(
            "Mô hình phòng ngừa, giảm thiểu lao động trẻ em (mục II.5, IV.1, IV.2, IV.4, IV.10): bao nhiêu mô hình, loại nào, ở xã, thị "
            "trấn, trường học hay làng nghề nào, xây dựng trong năm nào?",
            "Models to prevent and reduce child labour (II.5, IV.1, IV.2, IV.4, IV.10): how many, of which kind, in which communes, "
            "schools or craft villages, and set up in which year?",
        ),
    ),
    OpenQuestion(
        "budget-estimates",
        "budget",
        Text(
            "Dự toán chi hàng năm lập trước ngày nào và trình cơ quan có thẩm quyền nào phê duyệt; kinh phí của cả giai đoạn là bao nhiêu?",
            "By which day are the yearly estimates made, which authority approves them, and how much money is there for the whole period?",
        ),
    ),
    OpenQuestion(
        "related-divisions",
        "unit:cac-phong-ban-nganh-lien-quan",
        Text(
            "“Các phòng, ban, ngành liên quan” gồm những đơn vị nào?",
            "Which are 'the divisions, boards and sectors concerned'?",
        ),
    ),
    OpenQuestion(
        "front-members",
        "unit:cac-don-vi-thanh-vien",
        Text(
            "“Các đơn vị thành viên” ở mục IV.9 là đơn vị thành viên của Ủy ban Mặt trận Tổ quốc, của Liên đoàn Lao động huyện "
            "hay của tất cả các đoàn thể?",
            "Are 'the member units' of IV.9 those of the Fatherland Front, of the trade union federation, or of all the organisations named?",
        ),
    ),
    # Reporting
    OpenQuestion(
        "annual-report-reporters",
        "duty:annual-report",
        Text(
            "Câu quy định báo cáo không nêu chủ ngữ: Ủy ban Mặt trận Tổ quốc và các đoàn thể (được “đề nghị”), Trung tâm Văn "
            "hóa Thông tin và Thể thao huyện và các đơn vị thành viên có phải báo cáo không?",
            "The sentence that orders the report names no subject: do the Front and the mass organisations (who are "
            "'requested'), the culture centre and the member units owe it?",
        ),
    ),
    OpenQuestion(
        "annual-report-window",
        "duty:annual-report",
        Text(
            "Báo cáo gửi trước ngày 25/11 chốt số liệu từ ngày nào đến ngày nào?",
            "From which day to which day do the figures of the report due before 25 November run?",
        ),
    ),
    OpenQuestion(
        "annual-report-form",
        "duty:annual-report",
        Text(
            "Báo cáo theo mẫu nào; “bộ chỉ tiêu số liệu và hướng dẫn” của Sở Lao động - Thương binh và Xã hội (mục IV.1) không "
            "kèm theo Kế hoạch: ở văn bản nào?",
            "On which form is the report made; the department's 'set of data indicators and guidance' (IV.1) is not attached: "
            "in which document is it?",
        ),
    ),
    OpenQuestion(
        "summary-report-date",
        "duty:summary-report",
        Text(
            "Phòng Lao động - Thương binh và Xã hội báo cáo tổng hợp “theo quy định” chậm nhất ngày nào hàng năm, theo văn bản nào?",
            "By which day of the year does the labour division send its summary 'as prescribed', and prescribed where?",
        ),
        "month_day",
    ),
    # A review is held once, not every year: its answer is a date.
    OpenQuestion(
        "review-report-date",
        "duty:review-report",
        Text(
            "Khảo sát đánh giá, sơ kết, tổng kết Chương trình (mục II.8, IV.1) tiến hành vào năm nào, báo cáo chậm nhất ngày nào?",
            "In which year are the survey, the mid-term and the final review held (II.8, IV.1), and by which day are they reported?",
        ),
        "date",
    ),
    OpenQuestion(
        "education-report-date",
        "duty:education-report",
        Text(
            "Mục IV.2 giao Phòng Giáo dục và Đào tạo “báo cáo kết quả triển khai” các chỉ tiêu của mình: gửi ai, chậm nhất ngày nào; có phải "
            "chính là báo cáo trước ngày 25/11 không?",
            "IV.2 has the education division report on its targets: to whom, by which day; is it the report due before 25 November itself?",
        ),
        "month_day",
    ),
    OpenQuestion(
        "commune-information-report-date",
        "duty:commune-information-report",
        Text(
            "“Chế độ thông tin báo cáo theo quy định” của UBND các xã, thị trấn: theo văn bản nào, gửi ai, chậm nhất ngày nào; "
            "có phải chính là báo cáo trước ngày 25/11 không?",
            "The communes' 'information and reporting as prescribed': prescribed where, sent to whom, by which day; is it the "
            "report due before 25 November itself?",
        ),
        "month_day",
    ),
)

PLAN = Plan(
    id="child-labour/thanh-tri-2021-2025",
    title=Text(
        "Kế hoạch thực hiện Chương trình phòng ngừa, giảm thiểu trẻ em lao động trái quy định pháp luật trên địa bàn huyện "
        "Thanh Trì giai đoạn 2021-2025, định hướng đến năm 2030",
        "Plan for the programme to prevent and reduce illegal child labour in Thanh Trì district, 2021-2025, with an orientation to 2030",
    ),
    document=DOCUMENT,
    programme="child-labour",
    place=Place(level="district", name="huyện Thanh Trì", within="thành phố Hà Nội"),
    start=date(2021, 1, 1),
    end=date(2025, 12, 31),
    objectives=OBJECTIVES,
    indicators=INDICATORS,
    units=UNITS,
    duties=DUTIES,
    budget=BUDGET,
    questions=QUESTIONS,
    short=Text("Lao động trẻ em 2021-2025", "Child labour 2021-2025"),
)
