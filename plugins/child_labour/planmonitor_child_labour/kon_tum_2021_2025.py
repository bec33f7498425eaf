"""The plan of a district of Kon Tum province against child labour, 2021-2025, with an orientation to 2030.

The text names neither its district nor its own number and date; all three are open questions. It reached us as an
extract of a PDF: cut lines and misplaced accents are mended here, typing errors of the print ("trình trạng") are kept.

Its lines carry no numbers, so a code is the objective's number and the line's ("2.3" is objective 2, third line). Of
the general tasks (section III) and the units' tasks (section V) two stand here as "NV": the inspections (NV1), which
several units are to hold, and the use of illegal child labour (NV5), which V.9 rules out. The other orders set no
figure: they are tasks of units, or, where section III names no unit, an open question.
"""

from __future__ import annotations

from datetime import date

from planmonitor import (
    Card,
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
    AGE,
    CHILDREN,
    CHILDREN_INFORMED,
    EDUCATION,
    ENTERPRISES_INFORMED,
    ENTERPRISES_TRAINED,
    ESTABLISHMENTS,
    INSPECTIONS,
    PARENTS_INFORMED,
    PEOPLE,
    RATE,
    SEX,
    STAFF_INFORMED,
    SUPPORTED,
)

DOCUMENT = Document(
    title=Text(
        "Kế hoạch triển khai thực hiện Chương trình phòng ngừa, giảm thiểu trẻ em lao động trái quy định của pháp luật giai đoạn 2021 - "
        "2025, định hướng đến năm 2030 trên địa bàn huyện",
        "Plan of a district of Kon Tum to carry out the programme to prevent and reduce illegal child labour, 2021-2025, with an orientation to 2030",
    ),
    issuer="Ủy ban nhân dân huyện",
    implements=(
        (
            "Kế hoạch số 3387/KH-UBND ngày 21/9/2021 của Ủy ban nhân dân tỉnh Kon Tum về việc triển khai thực hiện Chương trình "
            "phòng ngừa, giảm thiểu trẻ em lao động trái quy định của pháp luật giai đoạn 2021-2025, định hướng đến năm 2030 trên địa bàn "
            "tỉnh Kon Tum"
        ),
    ),
)

# The dates that the headings of sections I and II print.
END_OF_2025 = date(2025, 12, 31)
END_OF_2030 = date(2030, 12, 31)

# What only this plan counts.

AT_RISK = Definition(
    key="child-labour/minors-5-17-at-risk",
    label=Text(
        "Số trẻ em và người chưa thành niên từ 5 đến 17 tuổi có nguy cơ trở thành lao động trẻ em",
        "Children and minors aged 5 to 17 at risk of becoming child labourers",
    ),
    kind="count",
    counts="people",
    over_time="point_in_time",
    noun=CHILDREN,
    breakdowns=(SEX, AGE),
    card=Card(
        limitations=Text(
            "Kế hoạch không nêu tiêu chí xác định trẻ em có nguy cơ trở thành lao động trẻ em.",
            "The plan gives no criteria for a child at risk of becoming a child labourer.",
        ),
        level="impact",
    ),
)
DISTRICT_OFFICIALS_TRAINED = Definition(
    key="child-labour/district-civil-servants-trained",
    label=Text(
        "Tỷ lệ công chức, viên chức cấp huyện được tập huấn kiến thức, kỹ năng về quản lý, phòng ngừa, phát hiện, hỗ trợ, can thiệp giảm "
        "thiểu lao động trẻ em",
        "District civil servants and public employees trained to manage, prevent, detect, support and intervene against child labour",
    ),
    kind="ratio",
    counts="people",
    over_time="cumulative",
    noun=PEOPLE,
    numerator=Text("Công chức, viên chức cấp huyện được tập huấn", "District civil servants and public employees trained"),
    denominator=Text("Công chức, viên chức cấp huyện", "District civil servants and public employees"),
    card=Card(level="output"),
)
COMMUNE_OFFICIALS_TRAINED = Definition(
    key="child-labour/commune-culture-and-related-officials-trained",
    label=Text(
        "Tỷ lệ cán bộ, công chức cấp xã chức danh Văn hóa - Xã hội, các cơ quan, tổ chức có liên quan đến vấn đề lao động trẻ em được tập "
        "huấn kiến thức, kỹ năng về quản lý, phòng ngừa, phát hiện, hỗ trợ, can thiệp giảm thiểu lao động trẻ em",
        "Commune culture and social affairs officials, and those of bodies concerned with child labour, trained to manage, prevent, "
        "detect, support and intervene against it",
    ),
    kind="ratio",
    counts="people",
    over_time="cumulative",
    noun=PEOPLE,
    numerator=Text(
        "Cán bộ, công chức cấp xã chức danh Văn hóa - Xã hội, của các cơ quan, tổ chức có liên quan được tập huấn",
        "Commune culture and social affairs officials, and those of bodies concerned, trained",
    ),
    denominator=Text(
        "Cán bộ, công chức cấp xã chức danh Văn hóa - Xã hội, của các cơ quan, tổ chức có liên quan đến vấn đề lao động trẻ em",
        "Commune culture and social affairs officials, and those of bodies concerned with child labour",
    ),
    card=Card(
        limitations=Text(
            "Câu văn không cho biết các cơ quan, tổ chức có liên quan thuộc mức 80%, mức 90% hay cả hai; tại đây đọc theo vị trí trong "
            "câu, thuộc mức 80%.",
            "The sentence leaves open whether the bodies concerned fall under the 80%, the 90% or both; here they are read where they "
            "stand, under the 80%.",
        ),
        level="output",
    ),
)
HOUSEHOLDS_AND_COOPERATIVES_TRAINED = Definition(
    key="child-labour/households-cooperatives-and-craft-villages-trained",
    label=Text(
        "Tỷ lệ hộ gia đình, hợp tác xã, hộ gia đình trong các làng nghề được tập huấn các kiến thức, kỹ năng về phòng ngừa, phát hiện, hỗ "
        "trợ, can thiệp giảm thiểu lao động trẻ em",
        "Households, cooperatives and households in craft villages trained to prevent, detect, support and intervene against child labour",
    ),
    kind="ratio",
    counts="organisations",
    over_time="cumulative",
    noun=ESTABLISHMENTS,
    numerator=Text(
        "Hộ gia đình, hợp tác xã, hộ gia đình trong các làng nghề được tập huấn",
        "Households, cooperatives and households in craft villages trained",
    ),
    denominator=Text("Hộ gia đình, hợp tác xã, hộ gia đình trong các làng nghề", "Households, cooperatives and households in craft villages"),
    card=Card(level="output"),
)
IN_HAZARDOUS_WORK = Definition(
    key="child-labour/minors-in-hazardous-work",
    label=Text(
        "Số trẻ em và người chưa thành niên tham gia làm công việc nặng nhọc, độc hại, nguy hiểm",
        "Children and minors doing heavy, hazardous or dangerous work",
    ),
    kind="count",
    counts="people",
    over_time="point_in_time",
    noun=CHILDREN,
    breakdowns=(SEX,),
    card=Card(level="impact"),
)
EMPLOYERS_OF_CHILD_LABOUR = Definition(
    key="child-labour/companies-using-child-labour",
    label=Text(
        "Số công ty, doanh nghiệp, người sử dụng lao động sử dụng lao động trẻ em trái quy định của pháp luật",
        "Companies, enterprises and employers using illegal child labour",
    ),
    kind="count",
    counts="organisations",
    over_time="count",
    noun=ESTABLISHMENTS,
    card=Card(level="outcome"),
)

# Objectives: section I (to 2025), section II (orientation to 2030), sections III and V (tasks).

OBJECTIVES = (
    Objective(
        "1",
        "Mục tiêu 1: Phòng ngừa, phát hiện, hỗ trợ, can thiệp trẻ em lao động trái quy định của pháp luật (sau đây gọi tắt là lao động "
        "trẻ em) và trẻ em có nguy cơ trở thành lao động trẻ em",
    ),
    Objective("2", "Mục tiêu 2: Truyền thông về phòng ngừa và giảm thiểu lao động trẻ em"),
    Objective("3", "Mục tiêu 3: Đào tạo, tập huấn về phòng ngừa, giảm thiểu lao động trẻ em"),
    Objective("DH", "Định hướng đến năm 2030"),
    Objective("NV", "Nhiệm vụ, giải pháp"),
)

LINE_1_1 = (
    "Phấn đấu duy trì không để xảy ra trình trạng trẻ em và người chưa thành niên từ 5 đến 17 tuổi là lao động trẻ em và có nguy cơ trở "
    "thành lao động trẻ em."
)
LINE_1_2 = (
    "100% trẻ em có nguy cơ, lao động trẻ em và trẻ em bị mua bán vì mục đích bóc lột sức lao động khi có thông báo được hỗ trợ, can "
    "thiệp kịp thời, được quản lý, theo dõi."
)
LINE_1_3 = "Trên 90% trẻ em có nguy cơ, lao động trẻ em được tiếp cận giáo dục phổ thông và đào tạo nghề phù hợp."
LINE_2_1 = (
    "90% cán bộ, giáo viên trong các cơ sở giáo dục, cơ sở nuôi dưỡng trẻ em; 70% cha mẹ, người chăm sóc trẻ em được cung cấp thông tin, "
    "kiến thức về phòng ngừa, giảm thiểu lao động trẻ em."
)
LINE_2_2 = "70% trẻ em được cung cấp thông tin, kiến thức về phòng ngừa, giảm thiểu lao động trẻ em."
LINE_2_3 = (
    "90% công ty, doanh nghiệp, hợp tác xã, hộ gia đình đặc biệt là công ty, doanh nghiệp vừa và nhỏ, hợp tác xã, hộ gia đình trong các "
    "làng nghề được cung cấp thông tin, kiến thức về phòng ngừa, giảm thiểu lao động trẻ em."
)
LINE_3_1 = (
    "90% công chức, viên chức cấp huyện và 80% cán bộ, công chức cấp xã chức danh Văn hóa - Xã hội, các cơ quan, tổ chức có liên quan đến "
    "vấn đề lao động trẻ em được tập huấn kiến thức, kỹ năng về quản lý, phòng ngừa, phát hiện, hỗ trợ, can thiệp giảm thiểu lao động trẻ "
    "em."
)
LINE_3_2 = (
    "90% công ty, doanh nghiệp, đặc biệt công ty, doanh nghiệp vừa và nhỏ, 70% hộ gia đình, hợp tác xã, hộ gia đình trong các làng nghề "
    "được tập huấn các kiến thức, kỹ năng về phòng ngừa, phát hiện, hỗ trợ, can thiệp giảm thiểu lao động trẻ em."
)
LINE_DH = (
    "Tiếp tục phấn đấu không để xảy ra tình trạng trẻ em và người chưa thành niên từ 5 đến 17 tuổi là lao động trẻ em; trẻ em và người "
    "chưa thành niên không tham gia làm công việc nặng nhọc, độc hại, nguy hiểm để có nguy cơ trở thành lao động trẻ em."
)
LINE_INSPECTIONS = "Tăng cường thanh tra, kiểm tra việc thực hiện chính sách, pháp luật về phòng ngừa, giảm thiểu lao động trẻ em"
LINE_CLASSES = (
    "Tổ chức các lớp tập huấn nâng cao năng lực cho đội ngũ cán bộ, cộng tác viên, các công ty, doanh nghiệp, hợp tác xã, làng nghề nắm "
    "vững kiến thức về lao động trẻ em và trẻ em lao động trái quy định của pháp luật."
)
LINE_MODELS = (
    "Triển khai thí điểm mô hình phù hợp tình hình thực tế tại địa phương, đặc biệt ở các địa bàn, ngành nghề có trẻ em tham gia lao "
    "động, lao động trẻ em hoặc có nguy cơ phát sinh lao động trẻ em (sau khi có hướng dẫn và kinh phí hỗ trợ từ Bộ Lao động - Thương "
    "binh và Xã hội)."
)
LINE_COMMUNE_PLAN = (
    "Căn cứ tình hình thực tế của địa phương và Kế hoạch này, chủ động xây dựng Kế hoạch và chỉ đạo thực hiện Chương trình tại địa phương."
)
LINE_COMPANIES = (
    "Thông tin, hướng dẫn các công ty, doanh nghiệp, người sử dụng lao động về nội dung Chương trình và các quy định pháp luật có liên "
    "quan về lao động trẻ em, đảm bảo không sử dụng lao động trẻ em trái quy định của pháp luật."
)

# Indicators. No sentence gives a unit a target line, and a general task in its field is no such sentence. `reports` stands
# only where section V orders the figure itself: the survey of child labour (V.1). The units of NV1 and NV5 are those told
# to do, or not to do, what is counted; who supplies these figures is asked.

INDICATORS = (
    Indicator(
        "1.1",
        "1",
        LINE_1_1,
        (
            Measure(
                "1.1a",
                Text(
                    "Trẻ em và người chưa thành niên từ 5 đến 17 tuổi là lao động trẻ em",
                    "Children and minors aged 5 to 17 in child labour",
                ),
                RATE,
                Target("==", 0, "duy trì không để xảy ra", kind="zero_incident", modality="Phấn đấu", due=END_OF_2025),
                DOCUMENT.at("mục I.1, gạch đầu dòng 1", LINE_1_1),
                (Responsibility("phong-lao-dong-thuong-binh-va-xa-hoi", "lead", reports=True),),
            ),
            Measure(
                "1.1b",
                Text(
                    "Trẻ em và người chưa thành niên từ 5 đến 17 tuổi có nguy cơ trở thành lao động trẻ em",
                    "Children and minors aged 5 to 17 at risk of becoming child labourers",
                ),
                AT_RISK,
                Target("==", 0, "duy trì không để xảy ra", kind="zero_incident", modality="Phấn đấu", due=END_OF_2025),
                DOCUMENT.at("mục I.1, gạch đầu dòng 1", LINE_1_1),
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
                Target(">=", 100, "100%", due=END_OF_2025),
                DOCUMENT.at("mục I.1, gạch đầu dòng 2", LINE_1_2),
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
                Target(">", 90, "Trên 90%", due=END_OF_2025),
                DOCUMENT.at("mục I.1, gạch đầu dòng 3", LINE_1_3),
            ),
        ),
    ),
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
                Target(">=", 90, "90%", due=END_OF_2025),
                DOCUMENT.at("mục I.2, gạch đầu dòng 1", LINE_2_1),
            ),
            Measure(
                "2.1b",
                Text("Cha mẹ, người chăm sóc trẻ em được cung cấp thông tin, kiến thức", "Parents and caregivers given information and knowledge"),
                PARENTS_INFORMED,
                Target(">=", 70, "70%", due=END_OF_2025),
                DOCUMENT.at("mục I.2, gạch đầu dòng 1", LINE_2_1),
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
                Target(">=", 70, "70%", due=END_OF_2025),
                DOCUMENT.at("mục I.2, gạch đầu dòng 2", LINE_2_2),
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
                    "Công ty, doanh nghiệp, hợp tác xã, hộ gia đình được cung cấp thông tin, kiến thức",
                    "Companies, enterprises, cooperatives and households given information and knowledge",
                ),
                ENTERPRISES_INFORMED,
                Target(">=", 90, "90%", due=END_OF_2025),
                DOCUMENT.at("mục I.2, gạch đầu dòng 3", LINE_2_3),
                (
                    Responsibility(
                        "cac-cong-ty-doanh-nghiep",
                        "implement",
                        part=Text("Công ty, doanh nghiệp, người sử dụng lao động", "Companies, enterprises and employers"),
                    ),
                    Responsibility(
                        "lien-doan-lao-dong-huyen",
                        "requested",
                        part=Text("Công ty, doanh nghiệp", "Companies and enterprises"),
                    ),
                ),
            ),
        ),
    ),
    Indicator(
        "3.1",
        "3",
        LINE_3_1,
        (
            Measure(
                "3.1a",
                Text("Công chức, viên chức cấp huyện được tập huấn", "District civil servants and public employees trained"),
                DISTRICT_OFFICIALS_TRAINED,
                Target(">=", 90, "90%", due=END_OF_2025),
                DOCUMENT.at("mục I.3, gạch đầu dòng 1", LINE_3_1),
            ),
            Measure(
                "3.1b",
                Text(
                    "Cán bộ, công chức cấp xã chức danh Văn hóa - Xã hội, các cơ quan, tổ chức có liên quan đến vấn đề lao động trẻ em được tập huấn",
                    "Commune culture and social affairs officials, and those of bodies concerned with child labour, trained",
                ),
                COMMUNE_OFFICIALS_TRAINED,
                Target(">=", 80, "80%", due=END_OF_2025),
                DOCUMENT.at("mục I.3, gạch đầu dòng 1", LINE_3_1),
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
                Text("Công ty, doanh nghiệp được tập huấn", "Companies and enterprises trained"),
                ENTERPRISES_TRAINED,
                Target(">=", 90, "90%", due=END_OF_2025),
                DOCUMENT.at("mục I.3, gạch đầu dòng 2", LINE_3_2),
            ),
            Measure(
                "3.2b",
                Text(
                    "Hộ gia đình, hợp tác xã, hộ gia đình trong các làng nghề được tập huấn",
                    "Households, cooperatives and households in craft villages trained",
                ),
                HOUSEHOLDS_AND_COOPERATIVES_TRAINED,
                Target(">=", 70, "70%", due=END_OF_2025),
                DOCUMENT.at("mục I.3, gạch đầu dòng 2", LINE_3_2),
            ),
        ),
    ),
    Indicator(
        "DH1",
        "DH",
        LINE_DH,
        (
            Measure(
                "DH1a",
                Text(
                    "Trẻ em và người chưa thành niên từ 5 đến 17 tuổi là lao động trẻ em (định hướng đến năm 2030)",
                    "Children and minors aged 5 to 17 in child labour (orientation to 2030)",
                ),
                RATE,
                Target("==", 0, "không để xảy ra", kind="zero_incident", scope="orientation", modality="Tiếp tục phấn đấu", due=END_OF_2030),
                DOCUMENT.at("mục II", LINE_DH),
                (Responsibility("phong-lao-dong-thuong-binh-va-xa-hoi", "lead", reports=True),),
            ),
            Measure(
                "DH1b",
                Text(
                    "Trẻ em và người chưa thành niên tham gia làm công việc nặng nhọc, độc hại, nguy hiểm (định hướng đến năm 2030)",
                    "Children and minors doing heavy, hazardous or dangerous work (orientation to 2030)",
                ),
                IN_HAZARDOUS_WORK,
                Target("==", 0, "không tham gia", kind="zero_incident", scope="orientation", modality="Tiếp tục phấn đấu", due=END_OF_2030),
                DOCUMENT.at("mục II", LINE_DH),
            ),
        ),
    ),
    Indicator(
        "NV1",
        "NV",
        LINE_INSPECTIONS,
        (
            Measure(
                "NV1",
                Text(
                    "Số cuộc thanh tra, kiểm tra việc thực hiện chính sách, pháp luật về phòng ngừa, giảm thiểu lao động trẻ em",
                    "Inspections of compliance with policy and law on child labour",
                ),
                INSPECTIONS,
                Target(None, None, "Tăng cường thanh tra, kiểm tra", scope="task"),
                DOCUMENT.at("mục III.6, gạch đầu dòng 1", LINE_INSPECTIONS),
                (
                    Responsibility(
                        "phong-lao-dong-thuong-binh-va-xa-hoi",
                        "lead",
                        part=Text("Các cuộc do Phòng tổ chức (mục V.1)", "Those the labour office organises (section V.1)"),
                    ),
                    Responsibility(
                        "cong-an-huyen",
                        "implement",
                        part=Text("Các cuộc kiểm tra của Công an huyện (mục V.3)", "Those of the district police (section V.3)"),
                    ),
                    Responsibility(
                        "phong-nong-nghiep-va-phat-trien-nong-thon",
                        "implement",
                        part=Text("Trong lĩnh vực nông nghiệp (mục V.4)", "In agriculture (section V.4)"),
                    ),
                    Responsibility(
                        "uy-ban-nhan-dan-cac-xa",
                        "implement",
                        part=Text("Kiểm tra định kỳ, đột xuất của xã (mục V.8)", "Periodic and ad hoc ones of the communes (section V.8)"),
                    ),
                ),
            ),
        ),
    ),
    Indicator(
        "NV5",
        "NV",
        LINE_COMPANIES,
        (
            Measure(
                "NV5",
                Text(
                    "Số công ty, doanh nghiệp, người sử dụng lao động sử dụng lao động trẻ em trái quy định của pháp luật",
                    "Companies, enterprises and employers using illegal child labour",
                ),
                EMPLOYERS_OF_CHILD_LABOUR,
                Target("==", 0, "đảm bảo không sử dụng lao động trẻ em", kind="zero_incident", scope="task"),
                DOCUMENT.at("mục V.9", LINE_COMPANIES),
                (Responsibility("cac-cong-ty-doanh-nghiep", "implement"),),
            ),
        ),
    ),
)
EVERY_MEASURE = tuple(measure.code for indicator in INDICATORS for measure in indicator.measures)

# Section V: units and their tasks. The labour office's tasks stand under its heading "Chủ trì, phối hợp ... trong đó", so it
# leads them all.

LABOUR = Unit(
    "phong-lao-dong-thuong-binh-va-xa-hoi",
    "Phòng Lao động - Thương binh và Xã hội",
    (
        Task("Chủ trì, phối hợp với các đơn vị, địa phương căn cứ triển khai thực hiện hiệu quả nội dung Kế hoạch", "mục V.1", "lead"),
        Task("Hướng dẫn các địa phương triển khai thực hiện các nội dung hoạt động của Kế hoạch này.", "mục V.1, gạch đầu dòng 1", "lead"),
        Task(
            "Rà soát, kiến nghị cơ quan có thẩm quyền sửa đổi, bổ sung hoàn thiện chính sách, pháp luật về phòng ngừa, giảm thiểu lao động trẻ em.",
            "mục V.1, gạch đầu dòng 2",
            "lead",
        ),
        Task(
            "Triển khai thực hiện công tác truyền thông, chủ trì phối hợp với cơ quan truyền thông tổ chức truyền thông với nhiều loại "
            "hình phù hợp, nâng cao nhận thức cho người dân, cộng đồng về phòng ngừa, giảm thiểu lao động trẻ em.",
            "mục V.1, gạch đầu dòng 3",
            "lead",
        ),
        Task(LINE_CLASSES, "mục V.1, gạch đầu dòng 4", "lead"),
        Task(LINE_MODELS, "mục V.1, gạch đầu dòng 5", "lead"),
        Task(
            "Tổ chức thanh tra, kiểm tra việc thực hiện chính sách, pháp luật về phòng ngừa, giảm thiểu lao động trẻ em.",
            "mục V.1, gạch đầu dòng 6",
            "lead",
        ),
        Task(
            "Khảo sát, thu thập thông tin, số liệu về tình hình lao động trẻ em và người chưa thành niên lao động trái quy định của pháp luật",
            "mục V.1, gạch đầu dòng 7",
            "lead",
        ),
        Task(
            "theo dõi, đánh giá, sơ kết, tổng kết tình hình thực hiện Kế hoạch và định kỳ tổng hợp báo cáo Ủy ban nhân dân tỉnh, Sở Lao "
            "động - Thương binh và Xã hội theo quy định.",
            "mục V.1, gạch đầu dòng 7",
            "lead",
        ),
        Task(
            "theo dõi, tổng hợp báo cáo chung",
            "mục V, đoạn cuối",
            "implement",
        ),
        Task(
            "tổng hợp, báo cáo Ủy ban nhân dân huyện xem xét, điều chỉnh phù hợp",
            "mục V, đoạn cuối",
            "implement",
        ),
    ),
)
EDUCATION_OFFICE = Unit(
    "phong-giao-duc-va-dao-tao",
    "Phòng Giáo dục và Đào tạo",
    (
        Task("Chủ trì công tác phòng ngừa, giảm thiểu lao động trẻ em theo chức năng, nhiệm vụ của ngành", "mục V.2", "lead"),
        Task(
            "cung cấp thông tin, kiến thức, kỹ năng về phòng ngừa lao động trẻ em cho học sinh, giáo viên trong các cơ sở giáo dục",
            "mục V.2",
            "implement",
        ),
        Task(
            "hỗ trợ trẻ em có nguy cơ trở thành lao động trẻ em, lao động trẻ em được tiếp cận giáo dục phổ thông và triển khai mô hình "
            "phòng ngừa, giảm thiểu trẻ em theo hướng dẫn của Bộ Giáo dục và Đào tạo.",
            "mục V.2",
            "implement",
        ),
    ),
)
POLICE = Unit(
    "cong-an-huyen",
    "Công an huyện",
    (
        Task("Chủ trì công tác phòng, chống tội phạm mua bán trẻ em vì mục đích bóc lột sức lao động", "mục V.3", "lead"),
        Task(
            "tăng cường kiểm tra, phát hiện kịp thời và xử lý nghiêm các vụ việc vi phạm pháp luật về sử dụng lao động trẻ em",
            "mục V.3",
            "implement",
        ),
        Task(
            "phối hợp với các cơ quan, tổ chức, đơn vị liên quan trong công tác bảo vệ, hỗ trợ hòa nhập cộng đồng cho trẻ em bị bóc lột "
            "sức lao động.",
            "mục V.3",
            "coordinate",
        ),
    ),
)
AGRICULTURE = Unit(
    "phong-nong-nghiep-va-phat-trien-nong-thon",
    "Phòng Nông nghiệp và Phát triển nông thôn",
    (
        Task("Tăng cường tuyên truyền nâng cao nhận thức về phòng ngừa, giảm thiểu lao động trẻ em", "mục V.4", "implement"),
        Task(
            "đẩy mạnh thanh tra, kiểm tra việc thực hiện pháp luật về lao động trẻ em trong lĩnh vực nông nghiệp.",
            "mục V.4",
            "implement",
        ),
    ),
)
CULTURE_AND_MEDIA = Unit(
    "trung-tam-van-hoa-the-thao-du-lich-va-truyen-thong",
    "Trung tâm Văn hóa - Thể thao - Du lịch và Truyền thông",
    (
        Task(
            "Tăng cường công tác tuyên truyền về lao động trẻ em và trẻ em có nguy cơ trở thành lao động trẻ em trên phương tiện thông "
            "tin đại chúng, nhằm nâng cao nhận thức cho người dân, cộng đồng về công tác phòng ngừa, giảm thiểu lao động trẻ em.",
            "mục V.5",
            "implement",
        ),
    ),
)
FINANCE = Unit(
    "phong-tai-chinh-ke-hoach",
    "Phòng Tài chính - Kế hoạch",
    (
        Task(
            "Phối hợp với Phòng Lao động - Thương binh và Xã hội rà soát, cân đối trong dự toán chi sự nghiệp đảm bảo xã hội hằng năm của "
            "Phòng Lao động - Thương binh và Xã hội, kết hợp nguồn ngân sách cấp huyện và nguồn huy động xã hội hóa để thực hiện các mục "
            "tiêu của Kế hoạch theo quy định Luật Ngân sách Nhà nước và phân cấp hiện hành.",
            "mục V.6",
            "coordinate",
        ),
    ),
)
# Footnote 1 of the print stands at the name of this group: it says which decision lists its members.
STEERING_COMMITTEE = Unit(
    "thanh-vien-ban-chi-dao",
    "Các Phòng, ban, ngành thành viên Ban Chỉ đạo thực hiện Chương trình hành động vì trẻ em huyện",
    (
        Task(
            "Theo chức năng, nhiệm vụ phối hợp tham gia triển khai thực hiện Kế hoạch này",
            "mục V.7 (chú thích 1: Theo Quyết định số 248/QĐ-UBND ngày 9/9 năm 2021 của Ủy ban nhân dân huyện)",
            "coordinate",
        ),
        Task(
            "kịp thời phát hiện và cung cấp thông tin về phòng ngừa lao động trẻ em và hỗ trợ trẻ em có nguy cơ trở thành lao động trẻ em (nếu có).",
            "mục V.7 (chú thích 1: Theo Quyết định số 248/QĐ-UBND ngày 9/9 năm 2021 của Ủy ban nhân dân huyện)",
            "implement",
        ),
    ),
    members=True,
    also=("Các phòng, ban, ngành thành viên Ban chỉ đạo thực hiện Chương trình hành động vì trẻ em huyện",),
)
COMMUNES = Unit(
    "uy-ban-nhan-dan-cac-xa",
    "Ủy ban nhân dân các xã",
    (
        Task(LINE_COMMUNE_PLAN, "mục V.8, gạch đầu dòng 1", "implement"),
        Task(
            "Tăng cường công tác phối hợp liên ngành về phòng ngừa, giảm thiểu lao động trẻ em và trẻ em lao động trái quy định của pháp luật",
            "mục V.8, gạch đầu dòng 2",
            "coordinate",
        ),
        Task(
            "đưa nhiệm vụ triển khai công tác phòng ngừa, giảm thiểu lao động trẻ em vào nhiệm vụ của Ban điều hành bảo vệ trẻ em, nhóm "
            "công tác liên ngành bảo vệ trẻ em.",
            "mục V.8, gạch đầu dòng 2",
            "implement",
        ),
        Task(
            "Chủ động bố trí ngân sách, nguồn lực hoặc lồng ghép kinh phí các chương trình, đề án có liên quan trên địa bàn để thực hiện "
            "mục tiêu của chương trình.",
            "mục V.8, gạch đầu dòng 3",
            "implement",
        ),
        Task(
            "Kiểm tra định kỳ, đột xuất việc chấp hành pháp luật, chính sách về phòng ngừa, giảm thiểu lao động trẻ em",
            "mục V.8, gạch đầu dòng 4",
            "implement",
        ),
        Task("xử lý nghiêm, kịp thời các trường hợp sử dụng lao động trẻ em.", "mục V.8, gạch đầu dòng 4", "implement"),
    ),
    members=True,
    also=("UBND các xã",),
)
COMPANIES = Unit(
    "cac-cong-ty-doanh-nghiep",
    "Các Công ty, Doanh nghiệp trên địa bàn huyện",
    (Task(LINE_COMPANIES, "mục V.9", "implement"),),
    members=True,
)
FRONT_AND_UNIONS = Unit(
    "mat-tran-to-quoc-va-cac-doan-the",
    "Ủy ban Mặt trận Tổ quốc Việt Nam và các đoàn thể chính trị - xã hội huyện",
    (
        Task(
            "Theo chức năng, nhiệm vụ phối hợp với các đơn vị, địa phương triển khai thực hiện hiệu quả Kế hoạch này",
            "mục V.10, gạch đầu dòng 1",
            "requested",
        ),
        Task(
            "tăng cường công tác tuyên truyền, vận động các tầng lớp Nhân dân, đoàn viên và hội viên chấp hành tốt các chủ trương của "
            "Đảng, chính sách pháp luật về lao động trẻ em",
            "mục V.10, gạch đầu dòng 1",
            "requested",
        ),
        Task(
            "thực hiện công tác giám sát việc triển khai thực hiện các chủ trương của Đảng, chính sách pháp luật về lao động trẻ em trên "
            "địa bàn huyện.",
            "mục V.10, gạch đầu dòng 1",
            "supervise",
        ),
        Task(
            "Hướng dẫn các cấp hội cơ sở vận động hội viên, đoàn viên và gia đình không để trẻ em bỏ học rơi vào lao động trẻ em; đặc "
            "biệt đối với các hộ nghèo, cận nghèo, vùng kinh tế - xã hội đặc biệt khó khăn, khu vực kinh tế nông nghiệp, địa bàn có trẻ "
            "em tham gia lao động, lao động trẻ em hoặc có nguy cơ phát sinh lao động trẻ em.",
            "mục V.10, gạch đầu dòng 1",
            "requested",
        ),
    ),
    members=True,
    also=("Uỷ ban MTTQ Việt Nam huyện", "Các đoàn thể chính trị - xã hội huyện"),
)
LABOUR_UNION = Unit(
    "lien-doan-lao-dong-huyen",
    "Liên đoàn Lao động huyện",
    (
        Task(
            "Đề nghị Liên đoàn Lao động huyện phối hợp với phòng, ban, ngành liên quan tổ chức các hoạt động truyền thông, tư vấn pháp "
            "luật, chính sách về lao động của người chưa thành niên và lao động trẻ em đến các công ty, doanh nghiệp và đội ngũ cán bộ "
            "đoàn viên trong hệ thống Công đoàn các cấp.",
            "mục V.10, gạch đầu dòng 2",
            "requested",
        ),
    ),
)

# Reporting duties: the last paragraph of section V, and what V.1 and V.7 order besides. "Các đơn vị, địa phương" is read as
# the offices and communes of V.2 to V.8; whether V.9 and V.10 report too is an open question.

PERIODIC_ORDER = (
    "Định kỳ 06 tháng (trước ngày 10/6), hằng năm (trước ngày 10/12) và đột xuất (khi có yêu cầu) báo cáo kết quả thực hiện về Phòng Lao "
    "động - Thương binh và Xã hội để theo dõi, tổng hợp báo cáo chung."
)
REPORTERS = (EDUCATION_OFFICE.id, POLICE.id, AGRICULTURE.id, CULTURE_AND_MEDIA.id, FINANCE.id, STEERING_COMMITTEE.id, COMMUNES.id)

DUTIES = (
    Duty(
        id="half-year-report",
        kind="dated",
        rule="Định kỳ 06 tháng (trước ngày 10/6)",
        source=DOCUMENT.at("mục V, đoạn cuối", PERIODIC_ORDER),
        reporters=REPORTERS,
        recipient="Phòng Lao động - Thương binh và Xã hội",
        period="half-year",
        last_day="06-09",
    ),
    Duty(
        id="annual-report",
        kind="dated",
        rule="hằng năm (trước ngày 10/12)",
        source=DOCUMENT.at("mục V, đoạn cuối", PERIODIC_ORDER),
        reporters=REPORTERS,
        recipient="Phòng Lao động - Thương binh và Xã hội",
        period="year",
        last_day="12-09",
    ),
    Duty(
        id="ad-hoc-report",
        kind="ad_hoc",
        rule="đột xuất (khi có yêu cầu)",
        source=DOCUMENT.at("mục V, đoạn cuối", PERIODIC_ORDER),
        reporters=REPORTERS,
        recipient="Phòng Lao động - Thương binh và Xã hội",
    ),
    Duty(
        id="difficulty-report",
        kind="on_event",
        rule="nếu có khó khăn vướng mắc",
        source=DOCUMENT.at(
            "mục V, đoạn cuối",
            "Quá trình triển khai thực hiện, nếu có khó khăn vướng mắc đề nghị báo cáo bằng văn bản về Phòng Lao động - Thương binh và Xã "
            "hội để tổng hợp, báo cáo Ủy ban nhân dân huyện xem xét, điều chỉnh phù hợp./.",
        ),
        reporters=REPORTERS,
        recipient="Phòng Lao động - Thương binh và Xã hội",
        onward="Ủy ban nhân dân huyện",
        form="bằng văn bản",
    ),
    Duty(
        id="detection-notice",
        kind="on_event",
        rule="kịp thời phát hiện và cung cấp thông tin",
        source=DOCUMENT.at(
            "mục V.7",
            "kịp thời phát hiện và cung cấp thông tin về phòng ngừa lao động trẻ em và hỗ trợ trẻ em có nguy cơ trở thành lao động trẻ em (nếu có).",
        ),
        reporters=(STEERING_COMMITTEE.id,),
    ),
    Duty(
        id="joint-report",
        kind="undated",
        rule="để theo dõi, tổng hợp báo cáo chung",
        source=DOCUMENT.at("mục V, đoạn cuối", PERIODIC_ORDER),
        reporters=(LABOUR.id,),
        measures=EVERY_MEASURE,
    ),
    Duty(
        id="report-to-province",
        kind="undated",
        rule="định kỳ tổng hợp báo cáo",
        source=DOCUMENT.at(
            "mục V.1, gạch đầu dòng 7",
            "theo dõi, đánh giá, sơ kết, tổng kết tình hình thực hiện Kế hoạch và định kỳ tổng hợp báo cáo Ủy ban nhân dân tỉnh, Sở Lao "
            "động - Thương binh và Xã hội theo quy định.",
        ),
        reporters=(LABOUR.id,),
        recipient="Ủy ban nhân dân tỉnh, Sở Lao động - Thương binh và Xã hội",
        measures=EVERY_MEASURE,
    ),
)

# Section IV, and the money that sections III and V name.

BUDGET = (
    DOCUMENT.at("mục IV.1", "Ngân sách nhà nước: Bố trí trong dự toán ngân sách hằng năm của các đơn vị, địa phương"),
    DOCUMENT.at("mục IV.1", "lồng ghép các chương trình, đề án liên quan theo quy định của pháp luật về ngân sách nhà nước."),
    DOCUMENT.at("mục IV.2", "Tài trợ, viện trợ quốc tế"),
    DOCUMENT.at("mục IV.2", "huy động từ xã hội, cộng đồng."),
    DOCUMENT.at("mục IV.3", "Các nguồn hợp pháp khác."),
    DOCUMENT.at(
        "mục III.5, gạch đầu dòng 2",
        "Vận động sự tham gia đóng góp nguồn lực của các tổ chức, công ty, doanh nghiệp, gia đình, cá nhân",
    ),
    DOCUMENT.at(
        "mục III.5, gạch đầu dòng 2",
        "tiếp tục vận động nguồn lực hỗ trợ của tổ chức Unicef, Plan và các tổ chức phi chính phủ nhằm đảm bảo phát triển toàn diện trẻ "
        "em trên địa bàn huyện.",
    ),
    DOCUMENT.at("mục V.1, gạch đầu dòng 5", "sau khi có hướng dẫn và kinh phí hỗ trợ từ Bộ Lao động - Thương binh và Xã hội"),
    DOCUMENT.at("mục V.6", "dự toán chi sự nghiệp đảm bảo xã hội hằng năm của Phòng Lao động - Thương binh và Xã hội"),
    DOCUMENT.at("mục V.6", "nguồn ngân sách cấp huyện"),
    DOCUMENT.at("mục V.6", "nguồn huy động xã hội hóa"),
    DOCUMENT.at(
        "mục V.8, gạch đầu dòng 3",
        "Chủ động bố trí ngân sách, nguồn lực hoặc lồng ghép kinh phí các chương trình, đề án có liên quan trên địa bàn để thực hiện mục "
        "tiêu của chương trình.",
    ),
)

# What the document leaves open.

QUESTIONS = (
    # The document itself.
    OpenQuestion(
        "document-number",
        "document",
        Text("Văn bản không ghi số, ký hiệu. Số, ký hiệu của Kế hoạch là gì?", "The text carries no number. What is the number of the plan?"),
    ),
    OpenQuestion(
        "document-date",
        "document",
        Text(
            "Văn bản không ghi ngày ban hành (chỉ biết không trước ngày 21/9/2021, ngày của Kế hoạch số 3387/KH-UBND được dẫn). Kế hoạch ban hành "
            "ngày nào?",
            "The text carries no date of issue (it is not before 21 September 2021, the date of plan 3387/KH-UBND that it cites). When "
            "was it issued?",
        ),
        answer_type="date",
    ),
    OpenQuestion(
        "district",
        "place",
        Text(
            'Văn bản chỉ ghi "trên địa bàn huyện", không nêu tên huyện thuộc tỉnh Kon Tum. Kế hoạch này của huyện nào, mã đơn vị hành chính là gì?',
            'The text says only "in the district", without naming which district of Kon Tum province. Which district is it, and what is its code?',
        ),
    ),
    OpenQuestion(
        "after-the-district",
        "document",
        Text(
            "Cấp huyện kết thúc hoạt động từ ngày 01/7/2025 (Luật số 72/2025/QH15), trước khi hết giai đoạn của Kế hoạch và trước định "
            "hướng đến năm 2030, và tỉnh Kon Tum nay thuộc tỉnh Quảng Ngãi. Cơ quan nào tiếp nhận Kế hoạch, số liệu và báo cáo năm 2025?",
            "District authorities ended on 1 July 2025 (Law 72/2025/QH15), before the plan's period ran out and before the orientation to "
            "2030, and Kon Tum is now part of Quảng Ngãi province. Who took over the plan, its figures and the report for 2025?",
        ),
    ),
    OpenQuestion(
        "general-tasks",
        "tasks",
        Text(
            "Mục III nêu nhiệm vụ, giải pháp nhưng không ghi đơn vị chủ trì (ví dụ: xây dựng cơ chế phối hợp liên ngành; xây dựng tài "
            "liệu hướng dẫn; triển khai quy trình, mạng lưới phòng ngừa, phát hiện; rà soát các công ty, doanh nghiệp vừa và nhỏ, hợp tác "
            "xã, làng nghề; hỗ trợ tạo việc làm cho gia đình). Đơn vị nào chủ trì từng nhiệm vụ, sản phẩm và thời hạn là gì?",
            "Section III lists tasks without a unit in charge (among them: a mechanism of coordination between sectors; guidance "
            "material; the procedure and network of prevention and detection; the review of small and medium companies, cooperatives and "
            "craft villages; jobs for the families). Who leads each, with what product and by when?",
        ),
    ),
    OpenQuestion(
        "models-of-III-4",
        "tasks",
        Text(
            "Mục III.4 yêu cầu “Xây dựng và triển khai các mô hình” (phát hiện sớm, hỗ trợ, can thiệp; hộ gia đình nghèo, cận nghèo; doanh "
            "nghiệp không sử dụng lao động trẻ em; hợp tác xã và làng nghề) mà không gắn với thí điểm hay kinh phí của Bộ như mục V.1. Đơn vị "
            "nào chủ trì, bao nhiêu mô hình, có phải là các mô hình ở mục V.1 và V.2 không?",
            "Section III.4 orders models (early detection and support; poor and near-poor households; companies without child labour; "
            "cooperatives and craft villages) without tying them to pilots or the Ministry's money as V.1 does. Who leads, how many, and are "
            "they the models of V.1 and V.2?",
        ),
    ),
    OpenQuestion(
        "national-survey",
        "tasks",
        Text(
            'Tiêu đề mục III.6 nêu "định kỳ khảo sát quốc gia về lao động trẻ em", nội dung bên dưới chỉ nêu "điều tra, nghiên cứu về lao '
            'động trẻ em theo hướng dẫn của Bộ". Huyện có tổ chức điều tra, khảo sát không, bao lâu một lần?',
            "The heading of III.6 speaks of a periodic national survey of child labour; below it stands only research as the Ministry "
            "guides. Does the district run a survey itself, and how often?",
        ),
    ),
    OpenQuestion(
        "child-database",
        "data",
        Text(
            'Mục III.6 yêu cầu "duy trì hệ thống cơ sở dữ liệu về trẻ em, thu thập thông tin cập nhật phần mềm vào cơ sở dữ liệu quốc gia '
            'về lao động trẻ em" nhưng không nêu tên phần mềm, đơn vị cập nhật và kỳ cập nhật. Đó là phần mềm nào, ai cập nhật, khi nào?',
            "Section III.6 orders a child database kept up and software fed into a national database on child labour, but names neither "
            "the software nor who updates it and how often. Which software, who, and when?",
        ),
    ),
    OpenQuestion(
        "which-law",
        "counting",
        Text(
            "“Trẻ em lao động trái quy định của pháp luật (sau đây gọi tắt là lao động trẻ em)” (mục I.1) xác định theo văn bản nào, nhất là "
            "với người từ đủ 16 đến dưới 18 tuổi?",
            "Which act decides what is “illegal child labour” (I.1), above all for those aged 16 and 17?",
        ),
    ),
    OpenQuestion(
        "informed",
        "counting",
        Text(
            "Thế nào là “được cung cấp thông tin, kiến thức” (mục I.2): nghe truyền thanh, nhận tờ rơi hay dự buổi truyền thông? Căn cứ nào để đếm?",
            "What counts as “given information and knowledge” (I.2): a broadcast heard, a leaflet, a session attended? What is the count taken from?",
        ),
    ),
    # Targets: what is counted.
    OpenQuestion(
        "child-labour-and-at-risk",
        "measure:1.1b",
        Text(
            'Câu "là lao động trẻ em và có nguy cơ trở thành lao động trẻ em" được đọc là hai mức bằng 0 (lao động trẻ em; trẻ em có nguy '
            'cơ). Cách hiểu này có đúng không, và trẻ em "có nguy cơ" xác định theo tiêu chí nào?',
            'The words "are child labourers and at risk of becoming so" are read as two zero targets (child labourers; children at risk). '
            'Is that right, and by which criteria is a child "at risk"?',
        ),
    ),
    OpenQuestion(
        "zero-against-percentages",
        "targets",
        Text(
            "Chỉ tiêu 1.1 đặt mức không có lao động trẻ em và trẻ em có nguy cơ, trong khi các chỉ tiêu 1.2 và 1.3 tính tỷ lệ trên chính "
            "số trẻ em có nguy cơ, lao động trẻ em. Khi đạt chỉ tiêu 1.1 thì hai chỉ tiêu kia không có đối tượng để đánh giá; cách đánh "
            "giá trong trường hợp này là gì?",
            "Line 1.1 wants no child labour and no child at risk, while lines 1.2 and 1.3 are shares of just those children. Where 1.1 is "
            "met the other two have nobody to be judged on; how are they judged then?",
        ),
    ),
    OpenQuestion(
        "zero-so-far",
        "measure:1.1a",
        Text(
            '"Duy trì không để xảy ra" hàm ý trước đó đã không có; Kế hoạch không nêu số liệu năm gốc. Số liệu trước năm 2021 là bao '
            "nhiêu, theo nguồn nào?",
            '"Keep it from occurring" implies that there was none before; the plan gives no base figure. What was the figure before 2021, '
            "from which source?",
        ),
    ),
    OpenQuestion(
        "population-5-17",
        "measure:1.1a",
        Text(
            "Số trẻ em và người chưa thành niên từ 5 đến 17 tuổi trên địa bàn (mẫu số) lấy từ nguồn nào, do đơn vị nào cung cấp?",
            "Where does the number of children and minors aged 5 to 17 in the district (the denominator) come from, and who supplies it?",
        ),
    ),
    OpenQuestion(
        "timely-support",
        "measure:1.2",
        Text(
            'Hỗ trợ, can thiệp "kịp thời" là trong bao lâu kể từ khi có thông báo? Thông báo gửi đến cơ quan nào thì được tính, và "được '
            'quản lý, theo dõi" đến khi nào?',
            'Within what time of the notice is support "timely"? A notice to which body counts, and until when is a child "managed and followed up"?',
        ),
    ),
    OpenQuestion(
        "education-and-vocational",
        "measure:1.3",
        Text(
            "Trẻ em được tính khi tiếp cận cả giáo dục phổ thông và đào tạo nghề, hay một trong hai? Không đơn vị nào được giao phần đào "
            "tạo nghề; đơn vị nào thực hiện?",
            "Does a child count with both general education and vocational training, or with either? No unit is given the vocational "
            "part; who carries it out?",
        ),
    ),
    OpenQuestion(
        "care-homes",
        "measure:2.1a",
        Text(
            'Mục V.2 giao Phòng Giáo dục và Đào tạo "học sinh, giáo viên trong các cơ sở giáo dục"; không giao đơn vị nào phụ trách cán '
            "bộ và các cơ sở nuôi dưỡng trẻ em. Đơn vị nào phụ trách, huyện có cơ sở nuôi dưỡng trẻ em không?",
            "Section V.2 gives the education office pupils and teachers of education institutions; nobody is given their other staff or "
            "the children's homes. Who is in charge, and has the district any children's homes?",
        ),
    ),
    OpenQuestion(
        "parents-base",
        "measure:2.1b",
        Text(
            "Mẫu số cha mẹ, người chăm sóc trẻ em tính theo người hay theo hộ gia đình có trẻ em, lấy từ nguồn nào?",
            "Is the base of parents and caregivers counted by person or by household with children, and from which source?",
        ),
    ),
    OpenQuestion(
        "children-informed-age",
        "measure:2.2",
        Text(
            '"Trẻ em" ở chỉ tiêu này là toàn bộ trẻ em dưới 16 tuổi, trẻ em trong độ tuổi đi học hay nhóm từ 5 đến 17 tuổi? Trẻ em ngoài '
            "cơ sở giáo dục do đơn vị nào phụ trách?",
            'Are "children" here all those under 16, those of school age, or those aged 5 to 17? Who is in charge of children outside '
            "education institutions?",
        ),
    ),
    OpenQuestion(
        "which-households",
        "measure:2.3",
        Text(
            '"Hộ gia đình" là mọi hộ gia đình trên địa bàn hay chỉ hộ sản xuất, kinh doanh có sử dụng lao động? Danh sách công ty, doanh '
            "nghiệp, hợp tác xã, hộ gia đình làm mẫu số lấy từ nguồn nào?",
            'Are "households" all households of the district or only those that produce or trade with hired labour? From which list do '
            "companies, cooperatives and households, the denominator, come?",
        ),
    ),
    OpenQuestion(
        "counting-over-years",
        "targets",
        Text(
            "Các tỷ lệ được cung cấp thông tin, được tập huấn tính luỹ kế cả giai đoạn 2021-2025 hay tính riêng từng năm?",
            "Are the shares informed and trained counted over the whole of 2021-2025, or for each year by itself?",
        ),
    ),
    OpenQuestion(
        "which-district-officials",
        "measure:3.1a",
        Text(
            '"Công chức, viên chức cấp huyện" là toàn bộ công chức, viên chức của huyện (kể cả viên chức các đơn vị sự nghiệp) hay chỉ '
            "người làm công tác có liên quan đến trẻ em, lao động?",
            'Are "district civil servants and public employees" all of the district (those of public service units included), or only '
            "those whose work concerns children or labour?",
        ),
    ),
    OpenQuestion(
        "bodies-concerned",
        "measure:3.1b",
        Text(
            '"Các cơ quan, tổ chức có liên quan đến vấn đề lao động trẻ em" là những cơ quan, tổ chức nào, cấp nào, và thuộc mức 80%, mức '
            "90% hay cả hai?",
            'Which are the "bodies and organisations concerned with child labour", of which level, and do they fall under the 80%, the 90% or both?',
        ),
    ),
    OpenQuestion(
        "cooperatives-and-households",
        "measure:3.2b",
        Text(
            'Câu "70% hộ gia đình, hợp tác xã, hộ gia đình trong các làng nghề" nêu hộ gia đình hai lần. Mức 70% áp dụng cho mọi hộ gia '
            "đình hay chỉ hộ trong các làng nghề; mỗi nhóm tính riêng hay tính chung?",
            "The line names households twice. Does the 70% apply to all households or only to those in craft villages, and is each group "
            "counted by itself or all together?",
        ),
    ),
    OpenQuestion(
        "hazardous-work-age",
        "measure:DH1b",
        Text(
            'Vế "trẻ em và người chưa thành niên không tham gia làm công việc nặng nhọc, độc hại, nguy hiểm" không ghi độ tuổi và danh '
            "mục công việc. Áp dụng cho nhóm từ 5 đến 17 tuổi hay mọi người chưa thành niên, theo danh mục nào?",
            "The part on heavy, hazardous or dangerous work prints neither an age nor a list of works. Does it mean those aged 5 to 17 or "
            "every minor, and by which list?",
        ),
    ),
    OpenQuestion(
        "inspections-counting",
        "measure:NV1",
        Text(
            "Kế hoạch không ấn định số cuộc thanh tra, kiểm tra mỗi năm. Thanh tra và kiểm tra có tính chung không, cuộc do nhiều đơn vị "
            "cùng tiến hành do đơn vị nào báo cáo, để khỏi tính hai lần?",
            "The plan sets no number of inspections a year. Are the two kinds (thanh tra, kiểm tra) counted together, and who reports one "
            "that several units carry out jointly, so that it is not counted twice?",
        ),
    ),
    # Targets: who supplies the figure.
    OpenQuestion(
        "owner-1.1b",
        "measure:1.1b",
        Text(
            "Đơn vị nào cung cấp số trẻ em có nguy cơ trở thành lao động trẻ em?",
            "Which units supply the number of children at risk of becoming child labourers?",
        ),
        answer_type="units",
    ),
    OpenQuestion(
        "owner-1.2",
        "measure:1.2",
        Text(
            "Đơn vị nào cung cấp số liệu trẻ em khi có thông báo được hỗ trợ, can thiệp?",
            "Which units supply the figure on notified children supported?",
        ),
        answer_type="units",
    ),
    OpenQuestion(
        "owner-1.3",
        "measure:1.3",
        Text(
            "Đơn vị nào cung cấp số liệu tiếp cận giáo dục phổ thông và đào tạo nghề?",
            "Which units supply the figure on access to education and training?",
        ),
        answer_type="units",
    ),
    OpenQuestion(
        "owner-2.1a",
        "measure:2.1a",
        Text(
            "Đơn vị nào cung cấp số liệu cán bộ, giáo viên được cung cấp thông tin, kể cả ở cơ sở nuôi dưỡng trẻ em?",
            "Which units supply the figure on staff and teachers informed, children's homes included?",
        ),
        answer_type="units",
    ),
    OpenQuestion(
        "owner-2.1b",
        "measure:2.1b",
        Text(
            "Đơn vị nào cung cấp số liệu cha mẹ, người chăm sóc trẻ em được cung cấp thông tin?",
            "Which units supply the figure on parents and caregivers informed?",
        ),
        answer_type="units",
    ),
    OpenQuestion(
        "owner-2.2",
        "measure:2.2",
        Text("Đơn vị nào cung cấp số liệu trẻ em được cung cấp thông tin?", "Which units supply the figure on children informed?"),
        answer_type="units",
    ),
    OpenQuestion(
        "owner-2.3",
        "measure:2.3",
        Text(
            "Đơn vị nào cung cấp số liệu công ty, doanh nghiệp, hợp tác xã, hộ gia đình được cung cấp thông tin?",
            "Which units supply the figure on companies, cooperatives and households informed?",
        ),
        answer_type="units",
    ),
    OpenQuestion(
        "owner-3.1a",
        "measure:3.1a",
        Text(
            "Đơn vị nào cung cấp số liệu công chức, viên chức cấp huyện được tập huấn?",
            "Which units supply the figure on district officials trained?",
        ),
        answer_type="units",
    ),
    OpenQuestion(
        "owner-3.1b",
        "measure:3.1b",
        Text(
            "Đơn vị nào cung cấp số liệu cán bộ, công chức cấp xã và của các cơ quan, tổ chức có liên quan được tập huấn?",
            "Which units supply the figure on commune officials, and those of bodies concerned, trained?",
        ),
        answer_type="units",
    ),
    OpenQuestion(
        "owner-3.2a",
        "measure:3.2a",
        Text(
            "Đơn vị nào cung cấp số liệu công ty, doanh nghiệp được tập huấn?", "Which units supply the figure on companies and enterprises trained?"
        ),
        answer_type="units",
    ),
    OpenQuestion(
        "owner-3.2b",
        "measure:3.2b",
        Text(
            "Đơn vị nào cung cấp số liệu hộ gia đình, hợp tác xã được tập huấn?",
            "Which units supply the figure on households and cooperatives trained?",
        ),
        answer_type="units",
    ),
    OpenQuestion(
        "owner-DH1b",
        "measure:DH1b",
        Text(
            "Đơn vị nào cung cấp số trẻ em và người chưa thành niên làm công việc nặng nhọc, độc hại, nguy hiểm?",
            "Which units supply the number of children and minors in heavy, hazardous or dangerous work?",
        ),
        answer_type="units",
    ),
    OpenQuestion(
        "owner-NV1",
        "measure:NV1",
        Text(
            "Đơn vị nào cung cấp số cuộc thanh tra, kiểm tra: Phòng Lao động - Thương binh và Xã hội, Công an huyện, Phòng Nông nghiệp và "
            "Phát triển nông thôn, các xã?",
            "Which units supply the number of inspections: the labour office, the police, the agriculture office, the communes?",
        ),
        answer_type="units",
    ),
    OpenQuestion(
        "owner-NV5",
        "measure:NV5",
        Text(
            "Đơn vị nào cung cấp số công ty, doanh nghiệp, người sử dụng lao động bị phát hiện sử dụng lao động trẻ em trái quy định?",
            "Which units supply the number of companies, enterprises and employers found using illegal child labour?",
        ),
        answer_type="units",
    ),
    # Units.
    OpenQuestion(
        "committee-members",
        "unit:thanh-vien-ban-chi-dao",
        Text(
            "Danh sách thành viên Ban Chỉ đạo theo Quyết định số 248/QĐ-UBND ngày 9/9/2021 không kèm theo Kế hoạch. Gồm những phòng, ban, "
            "ngành nào, và những đơn vị đã nêu riêng ở mục V có phải báo cáo hai lần không?",
            "The members of the steering committee under Decision 248/QĐ-UBND of 9 September 2021 are not listed. Which offices are they, "
            "and must those that section V names by themselves report twice?",
        ),
    ),
    OpenQuestion(
        "which-communes",
        "unit:uy-ban-nhan-dan-cac-xa",
        Text(
            'Kế hoạch chỉ nêu "Ủy ban nhân dân các xã", không ghi số xã và không nêu thị trấn. Huyện có bao nhiêu xã; nếu có thị trấn thì '
            "thị trấn có thực hiện và báo cáo không?",
            "The plan speaks of the people's committees of the communes, without their number and without a township. How many communes "
            "are there, and if there is a township, does it take part and report?",
        ),
    ),
    OpenQuestion(
        "companies-informing-companies",
        "unit:cac-cong-ty-doanh-nghiep",
        Text(
            'Mục V.9 giao "các Công ty, Doanh nghiệp" thông tin, hướng dẫn chính "các công ty, doanh nghiệp, người sử dụng lao động". Đơn '
            "vị nào thực hiện việc này, ai theo dõi, xác nhận việc không sử dụng lao động trẻ em?",
            "Section V.9 has the companies inform and guide the companies and employers themselves. Who really does so, and who watches "
            "and confirms that no child labour is used?",
        ),
    ),
    OpenQuestion(
        "which-unions",
        "unit:mat-tran-to-quoc-va-cac-doan-the",
        Text(
            'Ngoài Liên đoàn Lao động huyện, "các đoàn thể chính trị - xã hội huyện" gồm những tổ chức nào?',
            "Besides the district federation of labour, which are the socio-political organisations of the district?",
        ),
    ),
    # Reports.
    OpenQuestion(
        "who-reports",
        "duties",
        Text(
            'Nghĩa vụ báo cáo ghi cho "các đơn vị, địa phương". Công ty, doanh nghiệp (mục V.9), Mặt trận Tổ quốc, các đoàn thể và Liên '
            "đoàn Lao động (mục V.10, được đề nghị) có phải báo cáo không?",
            'Reports are owed by "units and localities". Do the companies (V.9) and the Fatherland Front, the organisations and the '
            "federation of labour (V.10, requested) owe them too?",
        ),
    ),
    OpenQuestion(
        "report-form",
        "duties",
        Text(
            "Kế hoạch không kèm mẫu đề cương, biểu số liệu báo cáo và không nêu đơn vị nào báo cáo chỉ tiêu nào. Có mẫu báo cáo không?",
            "The plan comes with no outline or table for the reports, and does not say who reports which figure. Is there a form?",
        ),
    ),
    OpenQuestion(
        "data-window",
        "duties",
        Text(
            "Kế hoạch không nêu thời gian chốt số liệu; hạn trước ngày 10/6 và trước ngày 10/12 đến trước khi hết kỳ. Số liệu báo cáo "
            "tính từ ngày nào đến ngày nào, phần còn lại của kỳ là ước tính hay chuyển sang kỳ sau?",
            "The plan sets no cut-off of the figures; the dates before 10 June and 10 December come before the periods end. Which days do "
            "the figures cover, and is the rest of the period estimated or moved to the next?",
        ),
    ),
    OpenQuestion(
        "joint-report-date",
        "duty:joint-report",
        Text(
            'Phòng Lao động - Thương binh và Xã hội "tổng hợp báo cáo chung" từ báo cáo của các đơn vị, địa phương: ngày cuối cùng phải '
            "gửi là ngày nào?",
            'The labour office draws up a "joint report" from those of the units and localities: which is the last day to send it?',
        ),
        answer_type="month_day",
    ),
    OpenQuestion(
        "joint-report-recipient",
        "duty:joint-report",
        Text(
            '"Báo cáo chung" gửi cơ quan nào, kỳ nào; có phải là báo cáo gửi Ủy ban nhân dân tỉnh và Sở nêu ở mục V.1 không?',
            'To whom does the "joint report" go, and on what period; is it the report to the province that V.1 orders?',
        ),
    ),
    OpenQuestion(
        "report-to-province-date",
        "duty:report-to-province",
        Text(
            'Phòng Lao động - Thương binh và Xã hội "định kỳ" báo cáo Ủy ban nhân dân tỉnh và Sở "theo quy định": ngày cuối cùng phải gửi '
            "hằng năm là ngày nào?",
            'The labour office reports to the province "periodically, as prescribed": which is the last day of each year to send it?',
        ),
        answer_type="month_day",
    ),
    OpenQuestion(
        "report-to-province-rule",
        "duty:report-to-province",
        Text(
            '"Theo quy định" là quy định tại văn bản nào, kỳ báo cáo là gì, và báo cáo gửi Ủy ban nhân dân tỉnh do Phòng hay do Ủy ban '
            "nhân dân huyện ban hành?",
            'Which act is meant by "as prescribed", what does the report cover, and is the report to the province issued by the labour '
            "office or by the district people's committee?",
        ),
    ),
    OpenQuestion(
        "reviews",
        "duties",
        Text(
            'Mục V.1 giao "sơ kết, tổng kết tình hình thực hiện Kế hoạch" nhưng không ấn định thời điểm. Sơ kết, tổng kết vào năm nào?',
            "Section V.1 orders mid-term and final reviews of the plan without dates. In which years are they held?",
        ),
    ),
    OpenQuestion(
        "detection-recipient",
        "duty:detection-notice",
        Text(
            'Mục V.7 yêu cầu "kịp thời phát hiện và cung cấp thông tin": cung cấp cho cơ quan nào, trong bao lâu, bằng hình thức nào?',
            'Section V.7 orders members to "detect and supply information in time": to whom, within what time and in what form?',
        ),
    ),
    OpenQuestion(
        "budget-figures",
        "budget",
        Text(
            "Mục IV không nêu số tiền, dự toán từng năm và tỷ lệ giữa các nguồn. Kinh phí được giao hằng năm là bao nhiêu?",
            "Section IV gives no amounts, yearly estimates or shares of the sources. How much is allotted each year?",
        ),
    ),
)

PLAN = Plan(
    id="child-labour/kon-tum-2021-2025",
    title=Text(
        "Kế hoạch phòng ngừa, giảm thiểu trẻ em lao động trái quy định của pháp luật giai đoạn 2021-2025, định hướng đến năm 2030 (một "
        "huyện thuộc tỉnh Kon Tum, văn bản không nêu tên)",
        "Plan against illegal child labour 2021-2025, with an orientation to 2030 (a district of Kon Tum province that the text does not name)",
    ),
    document=DOCUMENT,
    programme="child-labour",
    place=Place(level="district", name=None, code=None, within="tỉnh Kon Tum"),
    start=date(2021, 1, 1),
    end=date(2025, 12, 31),
    objectives=OBJECTIVES,
    indicators=INDICATORS,
    units=(
        LABOUR,
        EDUCATION_OFFICE,
        POLICE,
        AGRICULTURE,
        CULTURE_AND_MEDIA,
        FINANCE,
        STEERING_COMMITTEE,
        COMMUNES,
        COMPANIES,
        FRONT_AND_UNIONS,
        LABOUR_UNION,
    ),
    duties=DUTIES,
    budget=BUDGET,
    questions=QUESTIONS,
    short=Text("Lao động trẻ em 2021-2025", "Child labour 2021-2025"),
)
