"""Xã Vân Sơn, tỉnh Bắc Ninh: its plan for work for children in 2026.

Part II is four paragraphs without numbers: four target lines here, numbered in their order, in which eight things are
counted. The tasks repeat some of it, set one more percentage (100% of abuse cases handled) and order what every report
lists. No target is given to a unit and no report has a date; number and day of the document are blank. The parts are
numbered I, II, III, VI (money), IV (who does what): kept as printed.
"""

from __future__ import annotations

from datetime import date

from planmonitor import (
    CHILDREN_IN_SPECIAL_CIRCUMSTANCES,
    HOUSEHOLDS_WITH_CHILDREN,
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
    Source,
    Target,
    Task,
    Text,
    Unit,
)

from . import definitions as counted

# ---------------------------------------------------------------- The document

DOCUMENT = Document(
    title=Text("Kế hoạch thực hiện công tác trẻ em năm 2026 của xã Vân Sơn", "Plan of Vân Sơn commune for work for children in 2026"),
    issuer="UBND xã Vân Sơn",
    # Printed "Số: /KH-UBND" and "ngày tháng 5 năm 2026": the number and the day are blank.
    number=None,
    issued=None,
    implements=(
        "Luật Trẻ em năm 2016",
        "Nghị định số 56/2017/NĐ-CP ngày 09/5/2017 của Chính phủ",
        "Chỉ thị số 28-CT/TW ngày 25/12/2023 của Bộ Chính trị",
        "Kế hoạch số 158/KH-UBND ngày 07/12/2025 của UBND tỉnh Bắc Ninh",
        (
            "Công văn số 1966/SYT-DSTE ngày 21/4/2026 của Sở Y tế tỉnh Bắc Ninh về việc triển khai thực hiện nhiệm vụ trọng tâm "
            "công tác trẻ em năm 2026"
        ),
    ),
)
CIRCULAR_28 = Document(
    title=Text("Thông tư số 28/2019/TT-BLĐTBXH về Tháng hành động vì trẻ em", "Circular 28/2019/TT-BLĐTBXH on the Month of Action for Children"),
    issuer="Bộ Lao động - Thương binh và Xã hội",
    number="28/2019/TT-BLĐTBXH",
)

# The plan names the commune and "tỉnh Bắc Ninh"; the code is that of the official list (three units are called Vân Sơn).
PLACE = Place(level="commune", name="xã Vân Sơn", code="07621", within="tỉnh Bắc Ninh")

OBJECTIVES = (
    Objective("II", "MỤC TIÊU, CHỈ TIÊU"),
    # What the tasks set or order that can be counted; not among the targets.
    Objective("NV", "NHIỆM VỤ VÀ GIẢI PHÁP; TỔ CHỨC THỰC HIỆN"),
)

# ---------------------------------------------------------------- II The printed lines

LINE_1 = (
    "Bảo đảm 100% trẻ em có hoàn cảnh đặc biệt được quan tâm, chăm sóc; trên 70% gia đình có trẻ em được cung cấp kiến thức, kỹ năng bảo vệ trẻ em."
)
LINE_2 = (
    "100% cán bộ làm công tác trẻ em được tham gia tập huấn do cấp trên tổ chức; dữ liệu trẻ em được cập nhật đầy đủ, kịp thời trên hệ thống quản lý."
)
LINE_3 = "Phấn đấu xây dựng xã đạt tiêu chuẩn xã phù hợp với trẻ em theo quy định."
LINE_4 = (
    "Không để xảy ra vụ việc nghiêm trọng về xâm hại trẻ em; tiếp tục duy trì kết quả năm 2025 không xảy ra tai nạn đuối nước trên "
    "địa bàn, đồng thời giảm tối đa tai nạn thương tích ở trẻ em."
)


def line(code: str, text: str, *measures: Measure) -> Indicator:
    """Return one target line of part II."""
    return Indicator(code, "II", text, measures)


def order(code: str, *measures: Measure) -> Indicator:
    """Return what one sentence of the tasks sets or orders."""
    return Indicator(code, "NV", measures[0].source.clause, measures)


def reported(code: str, definition: Definition, wording: str, source: Source, *responsible: Responsibility) -> Measure:
    """Return an output: reported, held against nothing."""
    return Measure(code, definition.label, definition, Target(None, None, wording, scope="task"), source, responsible)


INDICATORS = (
    line(
        "1",
        LINE_1,
        Measure(
            "1a",
            Text("Trẻ em có hoàn cảnh đặc biệt được quan tâm, chăm sóc", "Children in special circumstances cared for"),
            counted.SPECIAL_CHILDREN_CARED_FOR,
            Target(">=", 100, "Bảo đảm 100%"),
            DOCUMENT.at("mục II, đoạn 1", LINE_1),
        ),
        Measure(
            "1b",
            Text(
                "Gia đình có trẻ em được cung cấp kiến thức, kỹ năng bảo vệ trẻ em",
                "Families with children given knowledge and skills to protect children",
            ),
            counted.FAMILIES_INFORMED,
            Target(">", 70, "trên 70%"),
            DOCUMENT.at("mục II, đoạn 1", LINE_1),
        ),
    ),
    line(
        "2",
        LINE_2,
        Measure(
            "2a",
            Text(
                "Cán bộ làm công tác trẻ em được tham gia tập huấn do cấp trên tổ chức",
                "Staff working for children who took part in training held by higher levels",
            ),
            counted.STAFF_IN_TRAINING,
            Target(">=", 100, "100%"),
            DOCUMENT.at("mục II, đoạn 2", LINE_2),
        ),
        Measure(
            "2b",
            counted.DATA_UP_TO_DATE.label,
            counted.DATA_UP_TO_DATE,
            Target("done", None, "được cập nhật đầy đủ, kịp thời"),
            DOCUMENT.at("mục II, đoạn 2", LINE_2),
        ),
    ),
    line(
        "3",
        LINE_3,
        Measure(
            "3",
            Text("Xã đạt tiêu chuẩn xã phù hợp với trẻ em", "The commune meets the standard of a child-friendly commune"),
            counted.CHILD_FRIENDLY,
            Target("done", None, "xây dựng xã đạt tiêu chuẩn", modality="Phấn đấu"),
            DOCUMENT.at("mục II, đoạn 3", LINE_3),
        ),
    ),
    line(
        "4",
        LINE_4,
        Measure(
            "4a",
            Text("Vụ việc nghiêm trọng về xâm hại trẻ em", "Serious cases of child abuse"),
            counted.SERIOUS_ABUSE,
            Target("==", 0, "Không để xảy ra", kind="zero_incident"),
            DOCUMENT.at("mục II, đoạn 4", LINE_4),
        ),
        Measure(
            "4b",
            Text("Tai nạn đuối nước trẻ em trên địa bàn", "Drowning accidents of children in the commune"),
            counted.DROWNING_ACCIDENTS,
            Target("==", 0, "duy trì kết quả năm 2025 không xảy ra", kind="zero_incident"),
            DOCUMENT.at("mục II, đoạn 4", LINE_4),
        ),
        Measure(
            "4c",
            Text("Trẻ em bị tai nạn, thương tích", "Children injured in accidents"),
            counted.INJURED,
            # No figure is printed: held against the same period of 2025, our reading.
            Target("decrease", None, "giảm tối đa", kind="decrease", same_period=True),
            DOCUMENT.at("mục II, đoạn 4", LINE_4),
        ),
    ),
    # ------------------------------------------------------------ III and IV.5 Counted among the tasks
    order(
        "NV1",
        reported(
            "NV1",
            counted.DOCUMENTS_ISSUED,
            "Tổ chức triển khai kịp thời, đầy đủ các chương trình, kế hoạch, đề án",
            DOCUMENT.at(
                "mục III.1",
                "Tổ chức triển khai kịp thời, đầy đủ các chương trình, kế hoạch, đề án về công tác trẻ em theo chỉ đạo của Trung ương "
                "và của tỉnh; bảo đảm duy trì thường xuyên, không gián đoạn việc thực hiện các nhiệm vụ về trẻ em.",
            ),
        ),
    ),
    order(
        "NV2",
        *(
            reported(
                code,
                definition,
                "Tổ chức tuyên truyền, phổ biến",
                DOCUMENT.at(
                    "mục III.2",
                    "Tổ chức tuyên truyền, phổ biến kịp thời các chủ trương của Đảng, chính sách, pháp luật của Nhà nước về bảo vệ, chăm sóc "
                    "và giáo dục trẻ em; các chương trình, kế hoạch, đề án về công tác trẻ em giai đoạn 2026-2030 và năm 2026.",
                ),
            )
            for code, definition in (("NV2a", counted.SESSIONS), ("NV2b", counted.PEOPLE_TIMES))
        ),
    ),
    order(
        "NV3",
        Measure(
            "NV3",
            Text(
                "Vụ việc xâm hại trẻ em được kiểm tra, xác minh, xử lý kịp thời, đúng quy định",
                "Cases of child abuse checked, verified and handled in time and as prescribed",
            ),
            counted.ABUSE_REPORTS_HANDLED,
            Target(">=", 100, "bảo đảm 100%", scope="task"),
            DOCUMENT.at(
                "mục III.3",
                "Thực hiện tốt công tác tiếp nhận, xử lý thông tin, thông báo, tố giác hành vi xâm hại trẻ em; bảo đảm 100% vụ việc được "
                "kiểm tra, xác minh, xử lý kịp thời, đúng quy định; thực hiện quy trình hỗ trợ, can thiệp đối với trẻ em bị xâm hại hoặc "
                "có nguy cơ bị xâm hại.",
            ),
        ),
    ),
    order(
        "NV4",
        *(
            reported(
                code,
                definition,
                wording,
                DOCUMENT.at(
                    "mục III.4",
                    "Rà soát, phát hiện và kịp thời cảnh báo, khắc phục các nguy cơ gây tai nạn, thương tích trẻ em, nhất là tại các khu vực "
                    "có nguy cơ cao như ao, hồ, sông, suối, công trình xây dựng, khu vực nguy hiểm; lắp đặt biển cảnh báo, rào chắn tại các "
                    "điểm tiềm ẩn nguy cơ.",
                ),
            )
            for code, definition, wording in (
                ("NV4a", counted.RISK_SITES, "Rà soát, phát hiện"),
                ("NV4b", counted.SIGNS_AND_FENCES, "lắp đặt biển cảnh báo, rào chắn"),
            )
        ),
    ),
    order(
        "NV5",
        reported(
            "NV5",
            counted.TAUGHT_TO_SWIM,
            "vận động, tạo điều kiện cho trẻ em được học bơi",
            DOCUMENT.at(
                "mục III.4",
                "Tăng cường phối hợp giữa gia đình, nhà trường và chính quyền địa phương trong quản lý, giám sát trẻ em, nhất là trong dịp hè, "
                "mùa mưa bão; vận động, tạo điều kiện cho trẻ em được học bơi, học kỹ năng an toàn phòng, chống đuối nước.",
            ),
            Responsibility("doan-thanh-nien", "requested"),
        ),
    ),
    order(
        "NV6",
        # The gravest outcome of the accidents of line 4, and one figure with the plans on drowning.
        Measure(
            "NV6",
            Text("Trẻ em tử vong do đuối nước", "Children who died by drowning"),
            counted.DROWNING_DEATHS,
            Target("==", 0, "duy trì kết quả không xảy ra", kind="zero_incident", scope="task"),
            DOCUMENT.at(
                "mục III.4",
                "Tiếp tục duy trì kết quả không xảy ra tai nạn đuối nước trẻ em trên địa bàn; giảm thiểu tối đa các trường hợp tai nạn, "
                "thương tích trẻ em.",
            ),
        ),
    ),
    order(
        "NV7",
        Measure(
            "NV7",
            Text("Tháng hành động vì trẻ em năm 2026", "The Month of Action for Children 2026"),
            counted.MONTH_OF_ACTION,
            Target("done", None, "Triển khai", scope="task"),
            DOCUMENT.at(
                "mục III.6",
                "Triển khai Tháng hành động vì trẻ em năm 2026 với chủ đề: “Trẻ em hạnh phúc, an toàn, vững bước trong kỷ nguyên số”; xây dựng "
                "kế hoạch cụ thể, triển khai các hoạt động thiết thực, hiệu quả, phù hợp với điều kiện thực tế của địa phương.",
            ),
            (Responsibility("phong-van-hoa-xa-hoi", "advise"),),
        ),
    ),
    order(
        "NV8",
        *(
            Measure(
                code,
                label,
                definition,
                Target("done", None, "Thực hiện các hoạt động", scope="task"),
                DOCUMENT.at(
                    "mục III.6",
                    "Thực hiện các hoạt động nhân dịp Tết Trung thu, Ngày Quốc tế Thiếu nhi và các sự kiện liên quan đến trẻ em; quan tâm, "
                    "hỗ trợ trẻ em có hoàn cảnh đặc biệt, trẻ em thuộc hộ nghèo, cận nghèo, trẻ em vùng khó khăn được vui chơi, tham gia các "
                    "hoạt động văn hóa, văn nghệ, thể dục thể thao.",
                ),
                (Responsibility("phong-van-hoa-xa-hoi", "advise"),),
            )
            for code, label, definition in (
                ("NV8a", Text("Tết Trung thu", "The Mid-Autumn Festival"), counted.MID_AUTUMN),
                ("NV8b", Text("Ngày Quốc tế Thiếu nhi", "International Children's Day"), counted.CHILDRENS_DAY),
            )
        ),
    ),
    order(
        "NV9",
        reported(
            "NV9",
            counted.FORUMS,
            "diễn đàn trẻ em",
            DOCUMENT.at(
                "mục III.6",
                "Tạo điều kiện để trẻ em được tham gia, bày tỏ ý kiến, nguyện vọng đối với các vấn đề liên quan thông qua các hình thức "
                "phù hợp như: diễn đàn trẻ em, sinh hoạt câu lạc bộ, hoạt động tại trường học và cộng đồng",
            ),
        ),
    ),
    order(
        "NV10",
        reported(
            "NV10",
            counted.CASES_HANDLED,
            "Kịp thời báo cáo, xử lý nghiêm minh",
            DOCUMENT.at(
                "mục III.7",
                "Kịp thời báo cáo, xử lý nghiêm minh các vụ việc liên quan đến trẻ em; đặc biệt là các vụ việc xâm hại, tai nạn thương tích "
                "và các vụ việc gây tử vong trẻ em; làm rõ trách nhiệm của các cơ quan, tổ chức, cá nhân có liên quan.",
            ),
        ),
    ),
    order(
        "NV11",
        *(
            reported(
                code,
                definition,
                wording,
                DOCUMENT.at(
                    "mục III.7",
                    "Tăng cường công tác kiểm tra, giám sát việc thực hiện chính sách, pháp luật về trẻ em trên địa bàn; rà soát công tác tự kiểm "
                    "tra của UBND xã; kiểm tra việc sử dụng lao động trẻ em tại các cơ sở sản xuất, kinh doanh, hộ gia đình.",
                ),
            )
            for code, definition, wording in (
                ("NV11a", counted.INSPECTIONS, "kiểm tra, giám sát việc thực hiện chính sách, pháp luật về trẻ em"),
                ("NV11b", counted.LABOUR_INSPECTIONS, "kiểm tra việc sử dụng lao động trẻ em"),
            )
        ),
    ),
    order(
        "NV12",
        reported(
            "NV12",
            counted.NEWS_ITEMS,
            "Xây dựng, biên tập và đăng tải tin, bài, phóng sự, chuyên mục",
            DOCUMENT.at(
                "mục IV.5",
                "Xây dựng, biên tập và đăng tải tin, bài, phóng sự, chuyên mục tuyên truyền; tăng cường thời lượng, tần suất phát sóng, bảo đảm "
                "thông tin kịp thời, đầy đủ các hoạt động về công tác trẻ em trên địa bàn.",
            ),
            Responsibility("trung-tam-cung-ung-dich-vu-su-nghiep-cong", "implement"),
        ),
    ),
)
MEASURES = tuple(measure for indicator in INDICATORS for measure in indicator.measures)
EVERY_MEASURE = tuple(measure.code for measure in MEASURES)

# ---------------------------------------------------------------- IV Units; tasks that III and the closing paragraph give them by name

TOGETHER = Task(
    "Tăng cường phối hợp liên ngành giữa Công an, Y tế, Văn hóa - Xã hội và các cơ quan, tổ chức có liên quan trong công tác bảo vệ trẻ em",
    "mục III.3",
    "coordinate",
)
CLOSING_TASK = Task(
    "căn cứ chức năng, nhiệm vụ được giao nghiêm túc triển khai thực hiện; định kỳ và đột xuất báo cáo kết quả thực hiện, đồng thời "
    "phản ánh khó khăn, vướng mắc về Phòng Văn hóa - Xã hội",
    "đoạn kết",
    "implement",
)

UNITS = (
    Unit(
        "phong-van-hoa-xa-hoi",
        "Phòng Văn hóa - Xã hội",
        (
            TOGETHER,
            Task("Chủ trì, tham mưu UBND xã tổ chức triển khai thực hiện Kế hoạch công tác trẻ em năm 2026", "mục IV.1", "lead"),
            Task(
                "hướng dẫn, theo dõi, đôn đốc việc thực hiện các nhiệm vụ về bảo vệ, chăm sóc và giáo dục trẻ em trên địa bàn",
                "mục IV.1",
                "implement",
            ),
            Task(
                "Phối hợp với Phòng Kinh tế và các cơ quan, đơn vị liên quan tham mưu bố trí, quản lý và quyết toán kinh phí thực hiện "
                "công tác trẻ em theo quy định hiện hành",
                "mục IV.1",
                "coordinate",
            ),
            Task("Thực hiện công tác thông tin, tuyên truyền, phổ biến pháp luật về quyền trẻ em", "mục IV.1", "implement"),
            Task(
                "tham mưu tổ chức Tháng hành động vì trẻ em, Tết Trung thu và các hoạt động liên quan đến trẻ em trên địa bàn",
                "mục IV.1",
                "advise",
            ),
            Task("tổng hợp tình hình, kết quả triển khai công tác trẻ em", "mục IV.1", "implement"),
            Task("định kỳ và đột xuất tham mưu UBND xã báo cáo cấp có thẩm quyền theo quy định", "mục IV.1", "advise"),
            Task("tổng hợp, tham mưu báo cáo theo quy định", "đoạn kết", "advise"),
        ),
        also=("Văn hóa - Xã hội",),
    ),
    Unit(
        "phong-kinh-te",
        "Phòng Kinh tế",
        (
            Task(
                "Chủ trì, phối hợp với các cơ quan, đơn vị liên quan rà soát, xử lý các nguy cơ mất an toàn đối với trẻ em tại khu dân cư, "
                "công trình xây dựng, khu vực công cộng",
                "mục IV.2",
                "lead",
            ),
            Task("tham mưu các biện pháp bảo đảm môi trường sống an toàn cho trẻ em", "mục IV.2", "advise"),
            Task(
                "Phối hợp với Phòng Văn hóa - Xã hội tham mưu bố trí, quản lý và quyết toán kinh phí thực hiện công tác trẻ em theo quy định "
                "hiện hành",
                "mục IV.2",
                "coordinate",
            ),
            CLOSING_TASK,
        ),
    ),
    Unit(
        "tram-y-te-xa",
        "Trạm Y tế xã",
        (
            TOGETHER,
            Task("Tổ chức thực hiện công tác chăm sóc sức khỏe, dinh dưỡng, phòng bệnh cho trẻ em", "mục IV.3", "implement"),
            Task("theo dõi, quản lý sức khỏe trẻ em", "mục IV.3", "implement"),
            Task(
                "phối hợp phòng, chống tai nạn thương tích, đuối nước, hướng dẫn kỹ năng sơ cấp cứu và triển khai công tác chăm sóc sức khỏe "
                "tâm thần trẻ em, phát hiện sớm, tư vấn và hỗ trợ chuyên tuyến khi cần thiết",
                "mục IV.3",
                "coordinate",
            ),
            Task(
                "Phối hợp với các cơ quan, đơn vị liên quan trong công tác truyền thông, giáo dục sức khỏe, dinh dưỡng và phòng ngừa các yếu tố "
                "nguy cơ ảnh hưởng đến sự phát triển toàn diện của trẻ em",
                "mục IV.3",
                "coordinate",
            ),
            CLOSING_TASK,
        ),
        also=("Y tế",),
    ),
    Unit(
        "van-phong-hdnd-va-ubnd-xa",
        "Văn phòng HĐND và UBND xã",
        (
            Task(
                "Tham mưu thực hiện đăng ký khai sinh, bảo đảm quyền được khai sinh và các quyền cơ bản của trẻ em theo quy định",
                "mục IV.4",
                "advise",
            ),
            Task("phối hợp tuyên truyền pháp luật về trẻ em, quyền trẻ em", "mục IV.4", "coordinate"),
            Task(
                "Phối hợp với các cơ quan, đơn vị liên quan giải quyết các vấn đề pháp lý liên quan đến trẻ em",
                "mục IV.4",
                "coordinate",
            ),
            Task(
                "cung cấp, cập nhật thông tin phục vụ công tác quản lý và theo dõi tình hình trẻ em trên địa bàn",
                "mục IV.4",
                "implement",
            ),
            CLOSING_TASK,
        ),
    ),
    Unit(
        "trung-tam-cung-ung-dich-vu-su-nghiep-cong",
        "Trung tâm Cung ứng dịch vụ sự nghiệp công",
        (
            Task(
                "Tổ chức tuyên truyền trên hệ thống truyền thanh, cổng thông tin điện tử của xã và các hình thức phù hợp khác về công tác "
                "bảo vệ, chăm sóc và giáo dục trẻ em; phòng, chống bạo lực, xâm hại trẻ em",
                "mục IV.5",
                "implement",
            ),
            Task(
                "Xây dựng, biên tập và đăng tải tin, bài, phóng sự, chuyên mục tuyên truyền; tăng cường thời lượng, tần suất phát sóng, "
                "bảo đảm thông tin kịp thời, đầy đủ các hoạt động về công tác trẻ em trên địa bàn",
                "mục IV.5",
                "implement",
            ),
            Task(
                "Phối hợp với các cơ quan, đơn vị liên quan trong việc cung cấp, cập nhật nội dung tuyên truyền bảo đảm chính xác, "
                "thống nhất, đúng định hướng và phù hợp với tình hình thực tiễn",
                "mục IV.5",
                "coordinate",
            ),
            CLOSING_TASK,
        ),
    ),
    Unit(
        "cong-an-xa",
        "Công an xã",
        (
            TOGETHER,
            Task("Thực hiện công tác phòng ngừa, phát hiện, xử lý các hành vi xâm hại, bạo lực trẻ em", "mục IV.6", "implement"),
            Task("bảo đảm an ninh, an toàn cho trẻ em", "mục IV.6", "implement"),
            Task("phối hợp xử lý kịp thời các vụ việc liên quan đến trẻ em trên địa bàn", "mục IV.6", "coordinate"),
            Task(
                "Phối hợp với các cơ quan, đơn vị liên quan trong công tác bảo vệ trẻ em, phòng ngừa vi phạm pháp luật đối với trẻ em và "
                "người chưa thành niên, góp phần xây dựng môi trường sống an toàn, lành mạnh cho trẻ em",
                "mục IV.6",
                "coordinate",
            ),
            CLOSING_TASK,
        ),
        also=("Công an", "Công an xã Vân Sơn"),
    ),
    Unit(
        "truong-hoc",
        "Các trường học trên địa bàn xã",
        (
            Task(
                "Tăng cường trách nhiệm của gia đình, nhà trường và cộng đồng trong việc phát hiện, thông tin, tố giác các hành vi xâm hại trẻ em",
                "mục III.3",
                "implement",
            ),
            Task(
                "Tăng cường phối hợp giữa gia đình, nhà trường và chính quyền địa phương trong quản lý, giám sát trẻ em, nhất là trong dịp hè, "
                "mùa mưa bão",
                "mục III.4",
                "coordinate",
            ),
            Task("Tổ chức tuyên truyền, giáo dục quyền và bổn phận của trẻ em", "mục IV.7", "implement"),
            Task(
                "lồng ghép nội dung giáo dục kỹ năng sống, kỹ năng tự bảo vệ, phòng ngừa bạo lực, xâm hại, tai nạn thương tích và đuối nước "
                "cho trẻ em trong nhà trường",
                "mục IV.7",
                "implement",
            ),
            Task(
                "Phối hợp với gia đình và các cơ quan liên quan trong việc quản lý, phát hiện sớm, hỗ trợ và bảo vệ trẻ em có nguy cơ "
                "bị xâm hại hoặc gặp rủi ro về an toàn trong môi trường học đường",
                "mục IV.7",
                "coordinate",
            ),
            CLOSING_TASK,
        ),
        members=True,
        also=("nhà trường",),
    ),
    Unit(
        "mat-tran-to-quoc-va-to-chuc-chinh-tri-xa-hoi",
        "Ủy ban MTTQ và các tổ chức chính trị - xã hội",
        (
            Task(
                "Phối hợp tuyên truyền, vận động Nhân dân thực hiện công tác bảo vệ, chăm sóc và giáo dục trẻ em",
                "mục IV.8",
                "requested",
            ),
            Task("giám sát việc thực hiện chính sách, pháp luật về trẻ em", "mục IV.8", "supervise"),
            Task("huy động nguồn lực hỗ trợ trẻ em có hoàn cảnh khó khăn", "mục IV.8", "requested"),
        ),
        members=True,
        also=("UB MTTQ và các tổ chức CT-XH xã",),
    ),
    Unit(
        "doan-thanh-nien",
        "Đoàn Thanh niên",
        (
            Task("tổ chức các hoạt động vui chơi, sinh hoạt hè an toàn cho trẻ em", "mục IV.8", "requested"),
            Task(
                "hướng dẫn, phối hợp tổ chức dạy bơi, trang bị kỹ năng phòng, chống đuối nước, tai nạn thương tích và kỹ năng an toàn "
                "cho trẻ em trên địa bàn",
                "mục IV.8",
                "requested",
            ),
        ),
    ),
    Unit(
        "ban-quan-ly-cac-thon",
        "Ban quản lý các thôn",
        (
            Task(
                "Thực hiện tuyên truyền, vận động Nhân dân thực hiện công tác bảo vệ, chăm sóc và giáo dục trẻ em",
                "mục IV.9",
                "implement",
            ),
            Task("tham gia hỗ trợ, chăm sóc trẻ em có hoàn cảnh khó khăn tại cộng đồng", "mục IV.9", "implement"),
            Task("Nắm chắc tình hình trẻ em trên địa bàn", "mục IV.9", "implement"),
            Task("theo dõi, quản lý trẻ em tại địa bàn quản lý", "mục IV.9", "implement"),
            Task(
                "kịp thời phát hiện, báo cáo và phối hợp xử lý các trường hợp trẻ em có nguy cơ bị xâm hại, tai nạn thương tích, đuối nước",
                "mục IV.9",
                "implement",
            ),
            CLOSING_TASK,
        ),
        members=True,
    ),
)

# ---------------------------------------------------------------- Reports (III.7, III.8, IV.1, IV.9, the closing paragraph, Circular 28/2019)

CLOSING = DOCUMENT.at(
    "đoạn kết",
    "Đề nghị các cơ quan, đơn vị, Ban quản lý các thôn căn cứ chức năng, nhiệm vụ được giao nghiêm túc triển khai thực hiện; định kỳ và "
    "đột xuất báo cáo kết quả thực hiện, đồng thời phản ánh khó khăn, vướng mắc về Phòng Văn hóa - Xã hội để tổng hợp, tham mưu báo cáo "
    "theo quy định./.",
)
UPWARDS = DOCUMENT.at(
    "mục IV.1",
    "Đồng thời, tổng hợp tình hình, kết quả triển khai công tác trẻ em; định kỳ và đột xuất tham mưu UBND xã báo cáo cấp có thẩm quyền "
    "theo quy định.",
)
# "Các cơ quan, đơn vị, Ban quản lý các thôn": those of part IV whom no "đề nghị" of section 8 sets apart. The office that
# receives owes itself none.
AGENCIES_AND_VILLAGES = (
    "phong-kinh-te",
    "tram-y-te-xa",
    "van-phong-hdnd-va-ubnd-xa",
    "trung-tam-cung-ung-dich-vu-su-nghiep-cong",
    "cong-an-xa",
    "truong-hoc",
    "ban-quan-ly-cac-thon",
)

DUTIES = (
    Duty(
        id="case-report",
        kind="on_event",
        rule="Kịp thời báo cáo",
        source=DOCUMENT.at(
            "mục III.7",
            "Kịp thời báo cáo, xử lý nghiêm minh các vụ việc liên quan đến trẻ em; đặc biệt là các vụ việc xâm hại, tai nạn thương tích "
            "và các vụ việc gây tử vong trẻ em",
        ),
        # The sentence names nobody.
        reporters=(),
        measures=("4a", "4b", "4c", "NV6", "NV10"),
    ),
    Duty(
        id="child-statistics",
        kind="undated",
        rule="theo quy định tại Thông tư số 13/2021/TT-BLĐTBXH",
        source=DOCUMENT.at(
            "mục III.8",
            "Tổ chức thu thập chỉ tiêu thống kê về trẻ em theo quy định tại Thông tư số 13/2021/TT-BLĐTBXH; thực hiện cập nhật, chuẩn hóa, "
            "làm sạch dữ liệu và nhập đầy đủ vào phần mềm quản lý thông tin trẻ em, bảo đảm chính xác, kịp thời, phục vụ công tác quản lý "
            "nhà nước và yêu cầu chuyển đổi số.",
        ),
        reporters=(),
        form="phần mềm quản lý thông tin trẻ em",
        # The one indicator of the Circular that this plan measures: children in special circumstances, and those assisted.
        measures=("1a",),
    ),
    # "Chế độ thông tin, báo cáo định kỳ và đột xuất … theo quy định của cấp có thẩm quyền" (III.8) is carried out by these two.
    Duty(
        id="report-of-the-commune",
        kind="undated",
        rule="định kỳ và đột xuất … theo quy định",
        source=UPWARDS,
        reporters=("phong-van-hoa-xa-hoi",),
        recipient="cấp có thẩm quyền",
        drafter="phong-van-hoa-xa-hoi",
        issuer="UBND xã",
        measures=EVERY_MEASURE,
    ),
    Duty(
        id="ad-hoc-report-of-the-commune",
        kind="ad_hoc",
        rule="định kỳ và đột xuất … theo quy định",
        source=UPWARDS,
        reporters=("phong-van-hoa-xa-hoi",),
        recipient="cấp có thẩm quyền",
        drafter="phong-van-hoa-xa-hoi",
        issuer="UBND xã",
    ),
    Duty(
        id="village-alert",
        kind="on_event",
        rule="kịp thời phát hiện, báo cáo",
        source=DOCUMENT.at(
            "mục IV.9",
            "kịp thời phát hiện, báo cáo và phối hợp xử lý các trường hợp trẻ em có nguy cơ bị xâm hại, tai nạn thương tích, đuối nước.",
        ),
        reporters=("ban-quan-ly-cac-thon",),
    ),
    Duty(
        id="periodic-report",
        kind="undated",
        rule="định kỳ và đột xuất báo cáo kết quả thực hiện",
        source=CLOSING,
        reporters=AGENCIES_AND_VILLAGES,
        recipient="Phòng Văn hóa - Xã hội",
        measures=EVERY_MEASURE,
    ),
    Duty(
        id="ad-hoc-report",
        kind="ad_hoc",
        rule="định kỳ và đột xuất báo cáo kết quả thực hiện",
        source=CLOSING,
        reporters=AGENCIES_AND_VILLAGES,
        recipient="Phòng Văn hóa - Xã hội",
    ),
    Duty(
        id="difficulties",
        kind="on_event",
        rule="phản ánh khó khăn, vướng mắc",
        source=CLOSING,
        reporters=AGENCIES_AND_VILLAGES,
        recipient="Phòng Văn hóa - Xã hội",
    ),
    # Not dated: the Circular's day is that of a report to the district, a level that ended on 1 July 2025, and of the later
    # rule on communes only "trước ngày 20" could be read, without its month.
    Duty(
        id="month-of-action-report",
        kind="undated",
        rule="trước ngày 20",
        source=CIRCULAR_28.at(
            "chế độ báo cáo Tháng hành động vì trẻ em",
            "Theo một bản chép lại (một nguồn, không phải nguyên văn): cấp xã báo cáo Ủy ban nhân dân cấp huyện trước ngày 10 tháng 7 hằng "
            "năm, cấp huyện báo cáo cấp tỉnh trước ngày 20 tháng 7. Theo một trang báo (một nguồn, không phải nguyên văn) về thông tư "
            "tháng 6/2025 của Bộ Y tế cho chính quyền hai cấp: UBND cấp xã báo cáo cấp tỉnh “trước ngày 20”; đoạn trích không có tháng, "
            "số thông tư chưa thấy.",
        ),
        reporters=("phong-van-hoa-xa-hoi",),
        drafter="phong-van-hoa-xa-hoi",
        issuer="UBND xã",
        measures=("NV7",),
    ),
)

# ---------------------------------------------------------------- VI Money

MONEY = "Kinh phí thực hiện được bố trí từ ngân sách Nhà nước theo phân cấp quản lý ngân sách hiện hành"
BUDGET = (
    DOCUMENT.at("mục VI", MONEY),
    DOCUMENT.at("mục VI", "các nguồn kinh phí hợp pháp khác (nếu có)"),
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
            "Ngày ban hành để trống (“ngày tháng 5 năm 2026”). Kế hoạch được ban hành ngày nào?",
            "The day of issue is blank (“ngày tháng 5 năm 2026”, May 2026). On which day was the plan issued?",
        ),
        "date",
    ),
    OpenQuestion(
        "order-of-parts",
        "document",
        Text(
            "Sau mục III là mục VI (Kinh phí) rồi mục IV (Tổ chức thực hiện), không có mục V. Đây là lỗi đánh số hay thiếu nội dung?",
            "Part III is followed by VI (money) and then IV (who does what); there is no V. Is this a slip of numbering or is something missing?",
        ),
    ),
    OpenQuestion(
        "targets-of-the-province",
        "document",
        Text(
            "Kế hoạch số 158/KH-UBND của UBND tỉnh Bắc Ninh và Công văn số 1966/SYT-DSTE của Sở Y tế giao xã những chỉ tiêu, mốc báo cáo nào "
            "cho năm 2026?",
            "Which targets and reporting days do Plan 158/KH-UBND of Bắc Ninh province and Letter 1966/SYT-DSTE of its Department of Health "
            "set for the commune in 2026?",
        ),
    ),
    # Target by target.
    OpenQuestion(
        "cared-for",
        "measure:1a",
        Text(
            "Trẻ em “được quan tâm, chăm sóc” là được hưởng những hình thức nào thì tính là đạt? Một lần tặng quà có tính không?",
            "Which forms of help make a child “cared for”? Does a gift given once count?",
        ),
    ),
    OpenQuestion(
        "special-circumstances-list",
        "measure:1a",
        Text(
            "Danh sách trẻ em có hoàn cảnh đặc biệt do ai lập, chốt vào ngày nào? Có tính trẻ em thuộc hộ nghèo, hộ cận nghèo không?",
            "Who keeps the list of children in special circumstances, and as of which day? Are children of poor and near-poor households on it?",
        ),
    ),
    OpenQuestion(
        "families-told",
        "measure:1b",
        Text(
            "Thế nào là gia đình “được cung cấp kiến thức, kỹ năng”: dự buổi truyền thông, nhận tờ rơi hay nghe truyền thanh? Đếm trong năm "
            "hay luỹ kế từ những năm trước?",
            "What makes a family “given knowledge and skills”: a session attended, a leaflet, a broadcast? Counted within the year or over "
            "the years before?",
        ),
    ),
    OpenQuestion(
        "which-staff",
        "measure:2a",
        Text(
            "“Cán bộ làm công tác trẻ em” gồm những ai: chỉ công chức phụ trách, hay cả cộng tác viên ở thôn, giáo viên, thành viên Ban Chỉ đạo?",
            "Who are the “staff working for children”: the officer in charge alone, or also village collaborators, teachers and members "
            "of the steering board?",
        ),
    ),
    OpenQuestion(
        "no-training-held",
        "measure:2a",
        Text(
            "Nếu năm 2026 cấp trên không tổ chức tập huấn thì chỉ tiêu 100% tính thế nào?",
            "How does the target of 100% count if higher levels hold no training in 2026?",
        ),
    ),
    OpenQuestion(
        "data-complete",
        "measure:2b",
        Text(
            "Dữ liệu “đầy đủ, kịp thời” là những trường nào, chậm nhất bao nhiêu ngày sau khi có biến động? Ai xác nhận là đạt?",
            "Which fields make the data “full”, how many days after a change is it “in time”, and who confirms it?",
        ),
    ),
    OpenQuestion(
        "which-system",
        "measure:2b",
        Text(
            "“Hệ thống quản lý” có phải là phần mềm quản lý thông tin trẻ em nêu tại mục III.8 không?",
            "Is the “management system” the child-management software of section III.8?",
        ),
    ),
    OpenQuestion(
        "which-standard",
        "measure:3",
        Text(
            "“Theo quy định” là Quyết định số 06/QĐ-TTg ngày 03/01/2019 hay văn bản thay thế? Từ ngày 01/7/2025 không còn cấp huyện thì ai "
            "công nhận xã đạt tiêu chuẩn?",
            "Is “as prescribed” Decision 06/QĐ-TTg of 3 January 2019 or an act that replaced it? Who recognises a commune now that the "
            "district level has ended (1 July 2025)?",
        ),
    ),
    OpenQuestion(
        "assessed-in-2026",
        "measure:3",
        Text(
            "Theo một nguồn, việc công nhận chỉ xét vào năm thứ hai và năm thứ tư của kế hoạch 5 năm. Năm 2026 có xét công nhận không?",
            "According to one source recognition is considered only in the second and fourth year of a five-year plan. Is it considered in 2026?",
        ),
    ),
    OpenQuestion(
        "serious-abuse",
        "measure:4a",
        Text(
            "Thế nào là vụ việc xâm hại trẻ em “nghiêm trọng”: theo hậu quả, theo tội danh hay theo kết luận của cơ quan nào?",
            "When is a case of child abuse “serious”: by its consequences, by the offence, or by the finding of which body?",
        ),
    ),
    OpenQuestion(
        "drowning-without-death",
        "measure:4b",
        Text(
            "“Không xảy ra tai nạn đuối nước” có tính vụ đuối nước mà trẻ em được cứu sống không? Ở đây đọc là có. Trẻ em của xã bị đuối nước "
            "ở nơi khác tính cho nơi nào?",
            "Does “no drowning accident” include one from which the child was saved? It is read so here. Where is a child of the commune "
            "counted who drowned elsewhere?",
        ),
    ),
    OpenQuestion(
        "which-injuries",
        "measure:4c",
        Text(
            "Tai nạn, thương tích đếm từ mức nào: phải đến cơ sở y tế, phải nghỉ học hay mọi trường hợp? Tính cả trẻ em tử vong không? "
            "Lấy số từ Trạm Y tế hay từ thôn?",
            "From which degree is an injury counted: care in a health facility, days off school, any? Are deaths included? Do the figures come "
            "from the health station or the villages?",
        ),
    ),
    OpenQuestion(
        "injuries-in-2025",
        "measure:4c",
        Text(
            "“Giảm tối đa” so với số nào? Ở đây so với cùng kỳ năm 2025. Số trẻ em bị tai nạn, thương tích năm 2025 là bao nhiêu?",
            "“Reduce as far as possible” against which figure? Here against the same period of 2025. How many children were injured in 2025?",
        ),
    ),
    # Tasks.
    OpenQuestion(
        "which-documents",
        "measure:NV1",
        Text(
            "Văn bản của Đảng ủy, HĐND và của từng đơn vị có đếm cùng với văn bản của UBND xã không?",
            "Are documents of the party committee, the council and each unit counted together with those of the commune?",
        ),
    ),
    OpenQuestion(
        "handled-in-time",
        "measure:NV3",
        Text(
            "Xử lý “kịp thời” là trong bao lâu kể từ khi nhận thông tin, và vụ việc chuyển cơ quan khác thì tính là đã xử lý chưa?",
            "Within what time after the information came in is a case handled “in time”, and is one passed on to another body handled?",
        ),
    ),
    OpenQuestion(
        "site-or-sign",
        "measure:NV4b",
        Text(
            "Đếm số biển, rào đã lắp hay số điểm nguy cơ đã có biển, rào? Biển đặt lại chỗ cũ có tính không?",
            "Are the signs and fences counted, or the sites that have them? Does a sign put up again count?",
        ),
    ),
    OpenQuestion(
        "month-of-action-plan",
        "measure:NV7",
        Text(
            "Kế hoạch cụ thể của Tháng hành động vì trẻ em năm 2026 là văn bản số nào, gồm những hoạt động nào?",
            "Which document is the plan of the Month of Action 2026, and which activities does it hold?",
        ),
    ),
    OpenQuestion(
        "which-events",
        "measure:NV8a",
        Text(
            "“Các sự kiện liên quan đến trẻ em” ngoài Tết Trung thu và Ngày Quốc tế Thiếu nhi là những sự kiện nào?",
            "Which are the “events concerning children” besides the Mid-Autumn Festival and International Children's Day?",
        ),
    ),
    OpenQuestion(
        "forum-report",
        "measure:NV9",
        Text(
            "Năm 2026 xã có tổ chức diễn đàn trẻ em không? Theo một nguồn (thông tư tháng 6/2025 của Bộ Y tế, chưa thấy số), nếu có thì báo cáo "
            "cấp tỉnh trong 15 ngày sau khi kết thúc: theo văn bản nào?",
            "Does the commune hold a children's forum in 2026? One source (a circular of the Ministry of Health of June 2025, number not seen) "
            "asks for a report to the province within 15 days after it ends: under which act?",
        ),
    ),
    OpenQuestion(
        "which-cases",
        "measure:NV10",
        Text(
            "“Các vụ việc liên quan đến trẻ em” đếm theo vụ hay theo trẻ em, và vụ việc chưa có kết luận thì đếm vào kỳ nào?",
            "Are “cases concerning children” counted by case or by child, and in which period does a case without a finding count?",
        ),
    ),
    OpenQuestion(
        "inspection-frequency",
        "measure:NV11a",
        Text(
            "Kiểm tra, giám sát mấy lần trong năm, ai ra quyết định và ai thực hiện? “Tự kiểm tra của UBND xã” có đếm không?",
            "How many inspections a year, who orders them and who carries them out? Does the commune's “self-inspection” count?",
        ),
    ),
    OpenQuestion(
        "tasks-without-unit",
        "tasks",
        Text(
            "Phần lớn nhiệm vụ tại mục III không ghi đơn vị thực hiện (kiện toàn Ban Chỉ đạo, cộng tác viên ở thôn, môi trường mạng, sức khỏe "
            "tâm thần…). Đơn vị nào chủ trì từng việc?",
            "Most tasks of part III name no unit (the steering board, village collaborators, the internet, mental health…). Which unit leads each?",
        ),
    ),
    OpenQuestion(
        "which-villages",
        "unit:ban-quan-ly-cac-thon",
        Text("Xã có những thôn nào?", "Which villages does the commune have?"),
    ),
    OpenQuestion(
        "which-schools",
        "unit:truong-hoc",
        Text(
            "Các trường học trên địa bàn xã là những trường nào, có tính trường mầm non, cơ sở ngoài công lập không?",
            "Which are the schools in the commune; are nursery and non-public ones included?",
        ),
    ),
    OpenQuestion(
        "which-organisations",
        "unit:mat-tran-to-quoc-va-to-chuc-chinh-tri-xa-hoi",
        Text(
            "Các tổ chức chính trị - xã hội của xã là những tổ chức nào, ngoài Đoàn Thanh niên được nêu riêng?",
            "Which are the socio-political organisations of the commune, besides the Youth Union that is named apart?",
        ),
    ),
    # Reports.
    OpenQuestion(
        "case-report-who",
        "duty:case-report",
        Text(
            "Khi có vụ việc, đơn vị nào báo cáo, cho ai, chậm nhất bao nhiêu giờ sau khi biết?",
            "When a case occurs, which unit reports it, to whom, and within how many hours?",
        ),
    ),
    OpenQuestion(
        "child-statistics-day",
        "duty:child-statistics",
        Text(
            "Số liệu thống kê theo Thông tư số 13/2021/TT-BLĐTBXH phải nộp chậm nhất ngày nào hằng năm?",
            "By which day of the year are the statistics of Circular 13/2021/TT-BLĐTBXH due?",
        ),
        "month_day",
    ),
    OpenQuestion(
        "child-statistics-content",
        "duty:child-statistics",
        Text(
            "Xã phải thu thập những chỉ tiêu nào của Thông tư số 13/2021/TT-BLĐTBXH, đơn vị nào nộp, nộp cho ai? Phụ lục của Thông tư chưa được "
            "đọc toàn văn; trong các phần đã đọc có số trẻ em có hoàn cảnh đặc biệt được trợ giúp và số trẻ em bị xâm hại.",
            "Which indicators of Circular 13/2021/TT-BLĐTBXH does the commune collect, which unit hands them in, and to whom? Its annexes were "
            "not read in full; among what was read are children in special circumstances assisted and children abused.",
        ),
    ),
    OpenQuestion(
        "child-statistics-successor",
        "duty:child-statistics",
        Text(
            "Thông tư số 13/2021/TT-BLĐTBXH còn hiệu lực không sau khi lĩnh vực trẻ em chuyển về ngành y tế? Chưa thấy văn bản thay thế.",
            "Is Circular 13/2021/TT-BLĐTBXH still in force now that children's affairs are with the health sector? No successor was found.",
        ),
    ),
    OpenQuestion(
        "report-of-the-commune-day",
        "duty:report-of-the-commune",
        Text(
            "Báo cáo định kỳ của UBND xã “theo quy định” phải gửi chậm nhất ngày nào?",
            "By which day is the commune's periodic report “as prescribed” due?",
        ),
        "month_day",
    ),
    OpenQuestion(
        "report-of-the-commune-recipient",
        "duty:report-of-the-commune",
        Text(
            "“Cấp có thẩm quyền” là cơ quan nào: UBND tỉnh, Sở Y tế? “Theo quy định” có gồm báo cáo hằng năm với HĐND xã theo Luật Trẻ em không?",
            "Which body is the “competent level”: the province, its Department of Health? Does “as prescribed” include the yearly report to "
            "the commune's People's Council under the Law on Children?",
        ),
    ),
    OpenQuestion(
        "village-alert-to-whom",
        "duty:village-alert",
        Text(
            "Ban quản lý các thôn báo cáo các trường hợp nguy cơ cho ai, “kịp thời” là trong bao lâu?",
            "To whom do the village boards report cases at risk, and within what time?",
        ),
    ),
    OpenQuestion(
        "periodic-report-day",
        "duty:periodic-report",
        Text(
            "Các cơ quan, đơn vị, Ban quản lý các thôn báo cáo “định kỳ” chậm nhất ngày nào?",
            "By which day do agencies, units and village boards make their “periodic” report?",
        ),
        "month_day",
    ),
    OpenQuestion(
        "periodic-report-frequency",
        "duty:periodic-report",
        Text(
            "“Định kỳ” là hằng tháng, hằng quý, 6 tháng hay năm; số liệu tính từ ngày nào đến ngày nào; theo mẫu nào?",
            "Is “periodic” monthly, quarterly, half-yearly or yearly; which days do the figures cover; on which form?",
        ),
    ),
    OpenQuestion(
        "periodic-report-reporters",
        "duty:periodic-report",
        Text(
            "“Các cơ quan, đơn vị” phải báo cáo có gồm Ủy ban MTTQ, các tổ chức chính trị - xã hội, Đoàn Thanh niên không? Ở đây đọc là không.",
            "Do the “agencies and units” that report include the Fatherland Front, its organisations and the Youth Union? Here they do not.",
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
        "month-of-action-day",
        "duty:month-of-action-report",
        Text(
            "Báo cáo Tháng hành động vì trẻ em của xã phải gửi chậm nhất ngày nào (“trước ngày 20” của tháng nào)?",
            "By which day is the commune's report on the Month of Action due (“before the 20th” of which month)?",
        ),
        "month_day",
    ),
    OpenQuestion(
        "month-of-action-recipient",
        "duty:month-of-action-report",
        Text(
            "Không còn cấp huyện, xã gửi báo cáo Tháng hành động vì trẻ em cho UBND tỉnh hay Sở Y tế, theo văn bản nào?",
            "With the district level gone, does the commune send its Month of Action report to the province or its Department of Health, "
            "and under which act?",
        ),
    ),
    # Money.
    OpenQuestion(
        "budget-amount",
        "budget",
        Text(
            "Kinh phí năm 2026 cho công tác trẻ em là bao nhiêu, từ những nguồn nào?",
            "How much money is there for work for children in 2026, and from where?",
        ),
    ),
    # Nobody is named who supplies a figure.
    *(
        OpenQuestion(
            f"owner-{measure.code}",
            f"measure:{measure.code}",
            Text(
                f"Đơn vị nào cung cấp số liệu “{measure.label.vi}” ({measure.code})?",
                f"Which units supply the figure “{measure.label.en}” ({measure.code})?",
            ),
            "units",
        )
        for measure in MEASURES
    ),
)

# ---------------------------------------------------------------- The plan

PLAN = Plan(
    id="child-work-2026/van-son",
    title=DOCUMENT.title,
    document=DOCUMENT,
    programme=None,
    place=PLACE,
    start=date(2026, 1, 1),
    end=date(2026, 12, 31),
    objectives=OBJECTIVES,
    indicators=INDICATORS,
    units=UNITS,
    duties=DUTIES,
    budget=BUDGET,
    questions=QUESTIONS,
    populations=(CHILDREN_IN_SPECIAL_CIRCUMSTANCES, HOUSEHOLDS_WITH_CHILDREN),
    short=Text("Công tác trẻ em 2026", "Child work 2026"),
)
