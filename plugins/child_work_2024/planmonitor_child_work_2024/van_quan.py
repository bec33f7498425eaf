"""Huyện Văn Quan, tỉnh Lạng Sơn: its plan for work for children in 2024.

Part II holds twelve numbered lines; nearly all hold several figures, or things to count that have none. Part VI dates two
reports: "trước ngày 10/5" and "trước ngày 10/11". The text begins at its title: the number, the day and the head of the
document are not in it. The district level ended on 1 July 2025, after the plan.
"""

from __future__ import annotations

from datetime import date

from planmonitor import (
    CHILDREN_IN_SPECIAL_CIRCUMSTANCES,
    CHILDREN_UNDER_16,
    Baseline,
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
    title=Text(
        "Kế hoạch triển khai thực hiện công tác trẻ em năm 2024 trên địa bàn huyện Văn Quan",
        "Plan of Văn Quan district for work for children in 2024",
    ),
    issuer="UBND huyện Văn Quan",
    number=None,
    issued=None,
    implements=(
        (
            "Kế hoạch số 59/KH-SLĐTBXH ngày 22/3/2024 của Sở Lao động, Thương binh và Xã hội tỉnh Lạng Sơn về triển khai thực hiện "
            "công tác trẻ em năm 2024 trên địa bàn tỉnh Lạng Sơn"
        ),
        # The footnotes of III.1, III.3 and III.7, then what III.10, III.11 and V.1 name.
        "Nghị định 56/2017/NĐ-CP ngày 09/5/2017 của Chính phủ Quy định chi tiết một số điều của Luật Trẻ em",
        (
            "Nghị quyết số 121/2020/QH14 ngày 19/6/2020 của Quốc hội về tiếp tục tăng cường hiệu lực, hiệu quả việc thực hiện chính sách, "
            "pháp luật về phòng, chống xâm hại trẻ em"
        ),
        (
            "Chỉ thị số 28-CT/TW ngày 25/12/2023 của Bộ Chính trị về tăng cường công tác chăm sóc, giáo dục và bảo vệ trẻ em đáp ứng yêu cầu "
            "phát triển đất nước phồn vinh, hạnh phúc"
        ),
        ("Quyết định số 23/QĐ-TTg ngày 07/01/2021 của Thủ tướng Chính phủ phê duyệt Chương trình hành động quốc gia vì trẻ em giai đoạn 2021-2030"),
        (
            "Quyết định số 588/QĐ-TTg ngày 17/5/2019 của Thủ tướng Chính phủ phê duyệt đề án vận động nguồn lực xã hội hỗ trợ trẻ em các xã "
            "đặc biệt khó khăn thuộc vùng đồng bào dân tộc thiểu số và miền núi giai đoạn 2019 - 2025"
        ),
        (
            "Kế hoạch số 58/KH-SLĐTBXH ngày 31/3/2020 của Sở Lao động - Thương binh và Xã hội về triển khai thực hiện Đề án chăm sóc vì sự "
            "phát triển toàn diện trẻ em trong những năm đầu đời tại gia đình và cộng đồng giai đoạn 2020-2025"
        ),
        "Thông tư số 13/2021/TT-BLĐTBXH ngày 30/9/2021 của Bộ trưởng Bộ Lao động - Thương binh và Xã hội",
        "Quyết định số 06/QĐ-TTg ngày 06/01/2022 của Thủ tướng Chính phủ",
        "Thông tư số 29/2019/TT-BLĐTBXH của Bộ trưởng Bộ Lao động - Thương binh và Xã hội về hướng dẫn tổ chức Diễn đàn trẻ em",
        "Quyết định số 06/QĐ-TTg ngày 03/01/2019 của Thủ tướng Chính phủ",
        "Quyết định số 548/QĐ-TTg ngày 06/5/2011 của Thủ tướng Chính phủ",
    ),
)
CIRCULAR_28 = Document(
    title=Text("Thông tư số 28/2019/TT-BLĐTBXH về Tháng hành động vì trẻ em", "Circular 28/2019/TT-BLĐTBXH on the Month of Action for Children"),
    issuer="Bộ Lao động - Thương binh và Xã hội",
    number="28/2019/TT-BLĐTBXH",
)

PLACE = Place(level="district", name="huyện Văn Quan", code=None, within="tỉnh Lạng Sơn")

OBJECTIVES = (
    Objective("II", "MỤC TIÊU CỤ THỂ"),
    # What the tasks set or order that can be counted; not among the targets.
    Objective("NV", "NHIỆM VỤ, GIẢI PHÁP TRỌNG TÂM; TỔ CHỨC THỰC HIỆN"),
)

# ---------------------------------------------------------------- II The printed lines

LINE_1 = (
    "Duy trì 100% trẻ em có hoàn cảnh đặc biệt được bảo vệ, chăm sóc dưới các hình thức như: được hưởng trợ cấp xã hội; được trợ giúp về "
    "khám bệnh, chữa bệnh, chỉnh hình, phục hồi chức năng; được hỗ trợ về giáo dục; được tư vấn, tham vấn, tiếp cận dịch vụ bảo vệ trẻ em; "
    "được hưởng các phúc lợi xã hội và các hình thức trợ giúp khác; 100% học sinh được hướng dẫn, giáo dục kiến thức, kỹ năng sống và kỹ năng "
    "tự bảo vệ trước các hành vi bạo lực, xâm hại tình dục với nội dung phù hợp với lứa tuổi."
)
LINE_2 = (
    "100% công chức, viên chức, cán bộ cấp huyện; 100% cán bộ cấp xã, công chức, viên chức, giáo viên làm công tác bảo vệ, chăm sóc, giáo dục "
    "trẻ em của các ngành, đoàn thể liên quan được tập huấn kiến thức, kỹ năng phòng, chống đuối nước, tai nạn thương tích, bảo vệ trẻ em."
)
LINE_3 = (
    "100% các xã, thị trấn duy trì, kiện toàn ban chỉ đạo, điều hành bảo vệ, chăm sóc trẻ em và có quy chế hoạt động hiệu quả; hình thành nhóm "
    "thường trực bảo vệ trẻ em cấp xã, bố trí người làm công tác bảo vệ trẻ em và tổ chức thực hiện có hiệu quả công tác trẻ em."
)
LINE_4 = (
    "Thực hiện có chất lượng, hiệu quả Tháng hành động vì trẻ em, ngày Quốc tế Thiếu nhi, Tết Trung thu, Tết Nguyên đán cho trẻ em... Nâng cao "
    "hiệu quả quản lý nhà nước về bảo vệ, chăm sóc trẻ em."
)
LINE_5 = (
    "95% cơ sở y tế cấp huyện, xã được tăng cường nâng cao năng lực y tế cung cấp dịch vụ chăm sóc sức khỏe cho trẻ em; 75% nhân viên y tế thôn, "
    "xóm, bản, tổ dân phố, nhân viên y tế trường học biết các kỹ thuật sơ cấp cứu ban đầu cho trẻ em bị tai nạn, thương tích."
)
LINE_6 = (
    "100% các xã, thị trấn triển khai chương trình hướng dẫn, tư vấn, giáo dục kỹ năng an toàn trong môi trường nước, dạy bơi an toàn cho trẻ em; "
    "triển khai thu thập thông tin, dữ liệu về tai nạn, thương tích trẻ em và đuối nước trẻ em; chỉ đạo xã, thị trấn đạt chuẩn Cộng đồng an toàn "
    "phòng, chống tai nạn, thương tích trẻ em; ngôi nhà thuộc các hộ gia đình có trẻ em đạt tiêu chí Ngôi nhà an toàn."
)
SAFE_SCHOOLS = "Phấn đấu 90% các trường mầm non, tiểu học, trung học cơ sở đạt tiêu chuẩn Trường học an toàn"
SCHOOLING = "90% trẻ em có nguy cơ, lao động trẻ em được tiếp cận giáo dục phổ thông và đào tạo nghề phù hợp"
NO_LABOUR = "duy trì không có trẻ em và người chưa thành niên lao động trái quy định của pháp luật."
LINE_7 = f"{SAFE_SCHOOLS}; {SCHOOLING}; {NO_LABOUR}"
LINE_8 = "100% trẻ em, 90% doanh nghiệp, hợp tác xã, hộ gia đình được cung cấp thông tin, kiến thức về phòng ngừa, giảm thiểu lao động trẻ em."
LINE_9 = "Phấn đấu duy trì, tăng tỷ lệ xã, thị trấn đạt tiêu chuẩn xã, thị trấn phù hợp với trẻ em (15/17 xã năm 2022)."
AWARE = "Phấn đấu 80% trẻ em được nâng cao nhận thức, năng lực về quyền tham gia của trẻ em."
CLUBS = "Tăng tỷ lệ trẻ em từ 10 - 18 tuổi trở lên được tham gia vào các mô hình, câu lạc bộ “Quyền trẻ em”; “Thủ lĩnh của sự thay đổi”."
LINE_10 = f"{AWARE} {CLUBS}"
LINE_11 = (
    "Duy trì hệ thống cơ sở dữ liệu trẻ em các cấp; 100% cán bộ làm công tác bảo vệ chăm sóc trẻ em cấp xã, thị trấn tiếp tục được tập huấn, "
    "bồi dưỡng kiến thức và nâng cao năng lực quản lý, thực hành hệ thống dữ liệu trẻ em."
)
LINE_12 = "Vận động, xây dựng quỹ Bảo trợ trẻ em cấp huyện và cấp xã, thị trấn hoạt động hiệu quả."


def line(code: str, text: str, *measures: Measure) -> Indicator:
    """Return one numbered line of part II."""
    return Indicator(code, "II", text, measures)


def share_of(
    code: str, definition: Definition, value: int, wording: str, clause: str, modality: str | None = None, label: Text | None = None
) -> Measure:
    """Return one percentage of a line of part II, at least to be reached; labelled as its definition is, unless told."""
    source = DOCUMENT.at(f"mục II.{code.rstrip('abcd')}", clause)
    return Measure(code, label or definition.label, definition, Target(">=", value, wording, modality=modality), source)


def held(code: str, definition: Definition) -> Measure:
    """Return one of the events that line 4 wants held."""
    return Measure(code, definition.label, definition, Target("done", None, "Thực hiện có chất lượng, hiệu quả"), DOCUMENT.at("mục II.4", LINE_4))


def order(code: str, *measures: Measure) -> Indicator:
    """Return what one sentence of the tasks sets or orders."""
    return Indicator(code, "NV", measures[0].source.clause, measures)


def reported(code: str, definition: Definition, wording: str, source: Source) -> Measure:
    """Return an output ordered among the tasks: reported, held against nothing."""
    return Measure(code, definition.label, definition, Target(None, None, wording, scope="task"), source)


COMMUNICATION = DOCUMENT.at(
    "mục III.4",
    "Đẩy mạnh truyền thông, giáo dục pháp luật về quyền trẻ em và bảo vệ trẻ em; nâng cao nhận thức, kỹ năng về xây dựng môi trường sống "
    "an toàn, lành mạnh, thân thiện cho trẻ em.",
)
DROWNING = DOCUMENT.at(
    "mục III.7",
    "Tăng cường công tác phòng, chống tai nạn thương tích, phòng, chống đuối nước trẻ em; tăng tỉ lệ trẻ em được học bơi, học kỹ năng an toàn "
    "phòng, chống đuối nước.",
)
INSPECTING = DOCUMENT.at(
    "mục III.9",
    "Tăng cường thanh tra, kiểm tra thực hiện pháp luật, chính sách về trẻ em; rà soát công tác tự kiểm tra của Ủy ban nhân dân cấp xã, thị trấn "
    "kiểm tra việc sử dụng trẻ em tham gia lao động tại các cơ sở sản xuất kinh doanh, hộ gia đình.",
)
SITES = DOCUMENT.at(
    "mục V.1, gạch đầu dòng 3",
    "tiếp tục rà soát các khu vực thường xuyên xảy ra tai nạn đuối nước hoặc có nguy cơ xảy ra tai nạn đuối nước để có biện pháp chủ động phòng "
    "ngừa kịp thời bảo đảm an toàn cho trẻ em trong dịp nghỉ hè (làm rào chắn, biển cảnh báo tại hồ nước, đập hồ ao, sông suối, các khu vực nước "
    "sâu, nguy hiểm,...)",
)
# The order to judge the communes stands in V.1; the figure of 2022 in the line itself.
ASSESSED_BY_THE_OFFICE = (Responsibility("phong-lao-dong-thuong-binh-xa-hoi-dan-toc", "implement", reports=True),)

INDICATORS = (
    line(
        "1",
        LINE_1,
        share_of("1a", counted.SPECIAL_CHILDREN_CARED_FOR, 100, "Duy trì 100%", LINE_1),
        share_of("1b", counted.PUPILS_TAUGHT, 100, "100%", LINE_1),
    ),
    line(
        "2",
        LINE_2,
        share_of("2a", counted.DISTRICT_STAFF_TRAINED, 100, "100%", LINE_2),
        share_of("2b", counted.COMMUNE_STAFF_TRAINED, 100, "100%", LINE_2),
    ),
    # Read as one percentage over every part of the sentence; a question asks whether it is.
    line(
        "3",
        LINE_3,
        share_of("3a", counted.STEERING_BOARDS, 100, "100%", LINE_3),
        share_of("3b", counted.STANDING_GROUPS, 100, "100%", LINE_3),
        share_of("3c", counted.PROTECTION_WORKERS, 100, "100%", LINE_3),
    ),
    line(
        "4",
        LINE_4,
        held("4a", counted.MONTH_OF_ACTION),
        held("4b", counted.CHILDRENS_DAY),
        held("4c", counted.MID_AUTUMN),
        held("4d", counted.LUNAR_NEW_YEAR),
    ),
    line(
        "5",
        LINE_5,
        share_of("5a", counted.FACILITIES_STRENGTHENED, 95, "95%", LINE_5),
        share_of("5b", counted.FIRST_AID, 75, "75%", LINE_5),
    ),
    # The communes are the subject of the first two parts; the last two change it and print no figure: shown, not judged.
    line(
        "6",
        LINE_6,
        share_of("6a", counted.WATER_PROGRAMMES, 100, "100%", LINE_6),
        share_of("6b", counted.INJURY_DATA, 100, "100%", LINE_6),
        Measure(
            "6c",
            counted.SAFE_COMMUNITIES.label,
            counted.SAFE_COMMUNITIES,
            Target(None, None, "chỉ đạo xã, thị trấn đạt chuẩn Cộng đồng an toàn"),
            DOCUMENT.at("mục II.6", LINE_6),
        ),
        Measure(
            "6d",
            counted.SAFE_HOMES.label,
            counted.SAFE_HOMES,
            Target(None, None, "đạt tiêu chí Ngôi nhà an toàn"),
            DOCUMENT.at("mục II.6", LINE_6),
        ),
    ),
    line(
        "7",
        LINE_7,
        share_of("7a", counted.SAFE_SCHOOLS, 90, "90%", SAFE_SCHOOLS, "Phấn đấu"),
        share_of("7b", counted.EDUCATION, 90, "90%", SCHOOLING),
        Measure(
            "7c",
            counted.ILLEGAL_LABOUR.label,
            counted.ILLEGAL_LABOUR,
            Target("==", 0, "duy trì không có", kind="zero_incident"),
            DOCUMENT.at("mục II.7", NO_LABOUR),
        ),
    ),
    line(
        "8",
        LINE_8,
        share_of(
            "8a",
            counted.CHILDREN_INFORMED,
            100,
            "100%",
            LINE_8,
            label=Text(
                "Trẻ em được cung cấp thông tin, kiến thức về phòng ngừa, giảm thiểu lao động trẻ em",
                "Children given information and knowledge on preventing and reducing child labour",
            ),
        ),
        share_of(
            "8b",
            counted.ENTERPRISES_INFORMED,
            90,
            "90%",
            LINE_8,
            label=Text(
                "Doanh nghiệp, hợp tác xã, hộ gia đình được cung cấp thông tin, kiến thức về phòng ngừa, giảm thiểu lao động trẻ em",
                "Enterprises, cooperatives and households given information and knowledge on preventing and reducing child labour",
            ),
        ),
    ),
    line(
        "9",
        LINE_9,
        Measure(
            "9",
            counted.CHILD_FRIENDLY_SHARE.label,
            counted.CHILD_FRIENDLY_SHARE,
            Target(
                "maintain",
                None,
                "duy trì, tăng tỷ lệ",
                kind="maintain",
                modality="Phấn đấu",
                baseline=Baseline(2022, 15, 17, DOCUMENT.at("mục II.9", LINE_9)),
                worse="lower",
            ),
            DOCUMENT.at("mục II.9", LINE_9),
            ASSESSED_BY_THE_OFFICE,
        ),
    ),
    line(
        "10",
        LINE_10,
        share_of("10a", counted.PARTICIPATION_AWARE, 80, "80%", AWARE, "Phấn đấu"),
        Measure(
            "10b",
            counted.CLUB_MEMBERS.label,
            counted.CLUB_MEMBERS,
            # No figure is printed: held against the same period of 2023, our reading.
            Target("increase", None, "Tăng tỷ lệ", kind="increase", same_period=True),
            DOCUMENT.at("mục II.10", CLUBS),
        ),
    ),
    line(
        "11",
        LINE_11,
        Measure(
            "11a",
            counted.DATABASE_KEPT.label,
            counted.DATABASE_KEPT,
            Target("done", None, "Duy trì hệ thống cơ sở dữ liệu trẻ em các cấp"),
            DOCUMENT.at("mục II.11", LINE_11),
        ),
        share_of("11b", counted.DATA_STAFF_TRAINED, 100, "100%", LINE_11),
    ),
    line(
        "12",
        LINE_12,
        Measure(
            "12a",
            counted.DISTRICT_FUND.label,
            counted.DISTRICT_FUND,
            Target("done", None, "Vận động, xây dựng quỹ Bảo trợ trẻ em cấp huyện"),
            DOCUMENT.at("mục II.12", LINE_12),
        ),
        Measure(
            "12b",
            counted.COMMUNE_FUNDS.label,
            counted.COMMUNE_FUNDS,
            Target(None, None, "Vận động, xây dựng quỹ Bảo trợ trẻ em … cấp xã, thị trấn"),
            DOCUMENT.at("mục II.12", LINE_12),
        ),
    ),
    # ------------------------------------------------------------ III and V.1 Counted among the tasks
    order(
        "NV1",
        reported(
            "NV1",
            counted.DOCUMENTS_ISSUED,
            "Tăng cường sự lãnh đạo, chỉ đạo",
            DOCUMENT.at(
                "mục III.1",
                "Tăng cường sự lãnh đạo, chỉ đạo của cấp ủy, chính quyền, sự phối hợp của các ban, ngành, cơ quan, đơn vị và các tổ chức đoàn thể "
                "trong công tác bảo vệ, chăm sóc trẻ em",
            ),
        ),
    ),
    order(
        "NV2",
        Measure(
            "NV2",
            counted.ABUSED_CHILDREN.label,
            counted.ABUSED_CHILDREN,
            Target("==", 0, "không để trẻ em bị xâm hại", kind="zero_incident", scope="task"),
            DOCUMENT.at(
                "mục III.2",
                "Kiểm soát, không để trẻ em bị xâm hại, bảo đảm việc phòng ngừa, hỗ trợ, can thiệp kịp thời đối với trẻ em có nguy cơ bị xâm hại "
                "và trẻ em bị xâm hại.",
            ),
        ),
    ),
    order(
        "NV3",
        reported("NV3a", counted.SESSIONS, "Đẩy mạnh truyền thông, giáo dục pháp luật", COMMUNICATION),
        reported("NV3b", counted.PEOPLE_TIMES, "Đẩy mạnh truyền thông, giáo dục pháp luật", COMMUNICATION),
    ),
    order(
        "NV4",
        reported(
            "NV4",
            counted.WORKS_FOR_CHILDREN,
            "xây dựng, nâng cấp các công trình dành cho trẻ em",
            DOCUMENT.at(
                "mục III.5",
                "bố trí ngân sách địa phương và các nguồn hợp pháp khác để xây dựng, nâng cấp các công trình dành cho trẻ em.",
            ),
        ),
    ),
    order(
        "NV5",
        *(
            Measure(code, definition.label, definition, Target("increase", None, wording, kind="increase", scope="task", same_period=True), DROWNING)
            for code, definition, wording in (
                ("NV5a", counted.TAUGHT_TO_SWIM, "tăng tỉ lệ trẻ em được học bơi"),
                ("NV5b", counted.TAUGHT_WATER_SAFETY, "tăng tỉ lệ trẻ em được … học kỹ năng an toàn"),
            )
        ),
    ),
    order(
        "NV6",
        reported("NV6a", counted.INSPECTIONS, "thanh tra, kiểm tra thực hiện pháp luật, chính sách về trẻ em", INSPECTING),
        reported("NV6b", counted.LABOUR_INSPECTIONS, "kiểm tra việc sử dụng trẻ em tham gia lao động", INSPECTING),
    ),
    order(
        "NV7",
        reported(
            "NV7",
            counted.CASES_HANDLED,
            "Xử lý kịp thời, nghiêm minh",
            DOCUMENT.at(
                "mục III.9",
                "Xử lý kịp thời, nghiêm minh, chỉ đạo làm rõ trách nhiệm các cơ quan, tổ chức, cá nhân đối với các vụ việc xâm hại trẻ em, các vụ "
                "việc gây tai nạn, thương tích trẻ em, đặc biệt các vụ việc gây tử vong trẻ em.",
            ),
        ),
    ),
    order(
        "NV8",
        reported(
            "NV8",
            counted.FORUMS,
            "Tổ chức Diễn đàn trẻ em năm 2024",
            DOCUMENT.at(
                "mục III.11",
                "Tổ chức Diễn đàn trẻ em năm 2024 theo hướng dẫn Thông tư số 29/2019/TT-BLĐTBXH của Bộ trưởng Bộ Lao động - Thương binh và Xã hội "
                "về hướng dẫn tổ chức Diễn đàn trẻ em.",
            ),
        ),
    ),
    order(
        "NV9",
        reported("NV9a", counted.DROWNING_SITES, "tiếp tục rà soát các khu vực", SITES),
        reported("NV9b", counted.SIGNS_AND_FENCES, "làm rào chắn, biển cảnh báo", SITES),
    ),
    order(
        "NV10",
        reported(
            "NV10",
            counted.NEWS_ITEMS,
            "đẩy mạnh tuyên truyền trên hệ thống trung tâm truyền thông cấp huyện, loa truyền thanh cấp xã",
            DOCUMENT.at(
                "mục V.1, gạch đầu dòng 3",
                "đẩy mạnh tuyên truyền trên hệ thống trung tâm truyền thông cấp huyện, loa truyền thanh cấp xã, thị trấn về chính sách pháp luật "
                "liên quan đến trẻ em",
            ),
        ),
    ),
)
MEASURES = tuple(measure for indicator in INDICATORS for measure in indicator.measures)
EVERY_MEASURE = tuple(measure.code for measure in MEASURES)

# ---------------------------------------------------------------- V Units; tasks that I.2, III and VI give them by name

OWN_PLAN = Task(
    "bám sát nhiệm vụ, giải pháp trọng tâm của Kế hoạch này để xây dựng kế hoạch thực hiện công tác trẻ em năm 2024 theo chức năng, nhiệm vụ "
    "tình hình thực tế của cơ quan, đơn vị, địa phương và triển khai thực hiện đạt hiệu quả",
    "mục I.2",
    "implement",
)
HEADS = Task(
    "người đứng đầu các cơ quan, đơn vị, các xã, thị trấn chịu trách nhiệm chỉ đạo thực hiện đạt và vượt các mục tiêu, chỉ tiêu, nhiệm vụ và "
    "tổ chức thực hiện hiệu quả các văn bản chỉ đạo của Trung ương, của Tỉnh về chăm sóc, giáo dục, bảo vệ trẻ em",
    "mục III.1",
    "lead",
)
REPORTING = Task(
    "định kỳ báo cáo kết quả thực hiện công tác trẻ em năm 2024: báo cáo 6 tháng (trước ngày 10/5) và báo cáo năm (trước ngày 10/11) về "
    "UBND huyện (qua Phòng Lao động, Thương binh, Xã hội - Dân tộc)",
    "mục VI",
    "implement",
)
STRONGER_DIRECTION = (
    "tăng cường chỉ đạo triển khai thực hiện công tác bảo vệ, chăm sóc trẻ em, đặc biệt là tuyên truyền phòng chống bạo lực, xâm hại, tai nạn, "
    "thương tích trẻ em"
)

UNITS = (
    Unit(
        "phong-lao-dong-thuong-binh-xa-hoi-dan-toc",
        "Phòng Lao động, Thương binh, Xã hội - Dân tộc",
        (
            Task(
                "Phối hợp với các phòng, ban, ngành, tổ chức chính trị - xã hội, đơn vị liên quan chủ động xây dựng và triển khai thực kế hoạch, "
                "bố trí kinh phí, nguồn lực để triển khai thực hiện kế hoạch công tác trẻ em tại địa phương",
                "mục V.1, gạch đầu dòng 1",
                "coordinate",
            ),
            Task("Rà soát kiện toàn Ban Chỉ đạo Bảo vệ trẻ em cấp huyện", "mục V.1, gạch đầu dòng 2", "implement"),
            Task(
                "Kiện toàn Hội đồng Bảo trợ Quỹ Bảo trợ trẻ em cấp huyện đồng thời xây dựng kế hoạch hoạt động của Quỹ bảo trợ trẻ em đạt "
                "hiệu quả, đúng tôn chỉ, mục đích của Quỹ",
                "mục V.1, gạch đầu dòng 2",
                "implement",
            ),
            Task(STRONGER_DIRECTION.capitalize(), "mục V.1, gạch đầu dòng 3", "implement"),
            Task(SITES.clause, "mục V.1, gạch đầu dòng 3", "implement"),
            Task(
                "có giải pháp quyết liệt trong công tác phòng, chống bạo lực, xâm hại tình dục trẻ em, hỗ trợ kịp thời các trẻ em bị xâm hại và "
                "chỉ đạo kiên quyết xử lý các tội phạm gây bạo lực và xâm hại trẻ em",
                "mục V.1, gạch đầu dòng 3",
                "implement",
            ),
            Task(
                "đẩy mạnh tuyên truyền trên hệ thống trung tâm truyền thông cấp huyện, loa truyền thanh cấp xã, thị trấn về chính sách pháp luật "
                "liên quan đến trẻ em; đặc biệt, tuyên truyền nêu cao ý thức trách nhiệm của cộng đồng về phòng chống bạo lực, xâm hại tình dục "
                "trẻ em",
                "mục V.1, gạch đầu dòng 3",
                "implement",
            ),
            Task(
                "theo dõi, tổ chức kiểm tra, giám sát và báo cáo đánh giá việc thực hiện kế hoạch trên địa bàn theo yêu cầu",
                "mục V.1, gạch đầu dòng 3",
                "supervise",
            ),
            Task(
                "Hướng dẫn các xã, thị trấn xây dựng kế hoạch hoạt động và triển khai thực hiện có hiệu quả các nội dung hoạt động công tác "
                "bảo vệ, chăm sóc trẻ em năm 2024",
                "mục V.1, gạch đầu dòng 4",
                "implement",
            ),
            Task(STRONGER_DIRECTION, "mục V.1, gạch đầu dòng 4", "implement"),
            Task(
                "Đánh giá tỷ lệ xã, thị trấn đạt tiêu chuẩn phù hợp với trẻ em theo Quyết định số 06/QĐ-TTg ngày 03/01/2019 của Thủ tướng Chính phủ",
                "mục V.1, gạch đầu dòng 5",
                "implement",
            ),
            Task(
                "triển khai thực hiện hiệu quả Quyết định số 548/QĐ-TTg ngày 06/5/2011 của Thủ tướng Chính phủ ban hành tiêu chí ngôi nhà "
                "an toàn, phòng chống tai nạn, thương tích trẻ em",
                "mục V.1, gạch đầu dòng 5",
                "implement",
            ),
            Task(
                "Hàng tháng, quý thường xuyên kiểm tra, rà soát, lập danh sách tình hình trẻ em có hoàn cảnh đặc biệt khó khăn hoặc có nguy cơ "
                "rơi vào hoàn cảnh đặc biệt khó khăn để có biện pháp hỗ trợ, chăm sóc, bảo vệ, giúp đỡ kịp thời",
                "mục V.1, gạch đầu dòng 6",
                "implement",
            ),
            Task(
                "Thực hiện các chế độ, chính sách đối với trẻ em khuyết tật theo quy định của pháp luật hiện hành",
                "mục V.1, gạch đầu dòng 7",
                "implement",
            ),
            Task(
                "Thường xuyên theo dõi, đôn đốc, kiểm tra, đánh giá và báo cáo định kỳ 6 tháng, năm thực hiện theo đúng thời gian quy định",
                "mục V.1, gạch đầu dòng 8",
                "supervise",
            ),
            Task("tổng hợp báo cáo cấp trên theo quy định", "mục VI", "implement"),
        ),
    ),
    Unit(
        "cac-phong-ban-nganh",
        "Các phòng, ban, ngành liên quan",
        (
            OWN_PLAN,
            HEADS,
            Task(
                "căn cứ chức năng, nhiệm vụ, phối hợp chặt chẽ với Phòng Lao động, Thương binh, Xã hội - Dân tộc hướng dẫn, theo dõi, đôn đốc, "
                "kiểm tra triển khai thực hiện Kế hoạch công tác trẻ em năm 2024",
                "mục V.2",
                "coordinate",
            ),
            Task(
                "lồng ghép tổ chức thực hiện các hoạt động bảo vệ, chăm sóc trẻ em đảm bảo tính hiệu quả và phù hợp với các chương trình, "
                "kế hoạch phát triển của ngành, đơn vị",
                "mục V.2",
                "implement",
            ),
            REPORTING,
        ),
        members=True,
        also=("Các phòng, ban, ngành", "Các phòng, ban, ngành huyện"),
    ),
    Unit(
        "mat-tran-to-quoc-va-to-chuc-chinh-tri-xa-hoi",
        "Mặt trận Tổ quốc, các tổ chức chính trị - xã hội huyện",
        (
            OWN_PLAN,
            Task(
                'Phối hợp với Mặt trận Tổ quốc Việt Nam tổ chức thực hiện có hiệu quả phong trào "Toàn dân chăm sóc, giáo dục và bảo vệ trẻ em" '
                'gắn với cuộc vận động "Toàn dân đoàn kết xây dựng nông thôn mới, đô thị văn minh"',
                "mục III.8",
                "coordinate",
            ),
        ),
        members=True,
        also=("Mặt trận Tổ quốc Việt Nam",),
    ),
    Unit(
        "uy-ban-nhan-dan-cac-xa-thi-tran",
        "UBND các xã, thị trấn",
        (
            OWN_PLAN,
            HEADS,
            Task("Xây dựng và triển khai thực kế hoạch", "mục V.3, gạch đầu dòng 1", "implement"),
            Task(
                "bố trí kinh phí, nguồn lực để triển khai thực hiện Kế hoạch công tác trẻ em tại địa phương",
                "mục V.3, gạch đầu dòng 1",
                "implement",
            ),
            Task("Rà soát kiện toàn Ban Bảo vệ trẻ em cấp xã, thị trấn", "mục V.3, gạch đầu dòng 2", "implement"),
            Task(
                "Phân công nhiệm vụ cụ thể cho Công chức Văn hóa xã hội - phụ trách công tác Lao động - Thương binh và Xã hội thực hiện nghiêm túc "
                "trách nhiệm theo quy định tại Điều 53 Luật Trẻ em năm 2016",
                "mục V.3, gạch đầu dòng 3",
                "implement",
            ),
            Task(STRONGER_DIRECTION.capitalize(), "mục V.3, gạch đầu dòng 4", "implement"),
            Task(
                "Tiến hành rà soát các khu vực thường xuyên xảy ra tai nạn đuối nước hoặc có nguy cơ xảy ra tai nạn đuối nước để có biện pháp "
                "chủ động phòng ngừa kịp thời bảo đảm an toàn cho trẻ em trong dịp nghỉ hè (làm rào chắn, biển cảnh báo tại hồ nước, đập hồ ao, "
                "sông suối, các khu vực nước sâu, nguy hiểm,...)",
                "mục V.3, gạch đầu dòng 4",
                "implement",
            ),
            Task(
                "Đẩy mạnh tuyên truyền trên hệ thống loa truyền thanh cấp xã về chính sách pháp luật liên quan đến trẻ em. Đặc biệt, tuyên truyền "
                "nêu cao ý thức trách nhiệm của cộng đồng về phòng chống bạo lực, xâm hại tình dục trẻ em",
                "mục V.3, gạch đầu dòng 5",
                "implement",
            ),
            REPORTING,
        ),
        members=True,
        also=("Các xã, thị trấn", "Ủy ban nhân dân cấp xã, thị trấn"),
    ),
)

# ---------------------------------------------------------------- VI Reports, those of III and V.1, and the Month of Action (Circular 28/2019)

OFFICE = "phong-lao-dong-thuong-binh-xa-hoi-dan-toc"
PERIODIC = DOCUMENT.at(
    "mục VI",
    "Yêu cầu các phòng, ban, ngành liên quan và UBND các xã, thị trấn định kỳ báo cáo kết quả thực hiện công tác trẻ em năm 2024: báo cáo "
    "6 tháng (trước ngày 10/5) và báo cáo năm (trước ngày 10/11) về UBND huyện (qua Phòng Lao động, Thương binh, Xã hội - Dân tộc) để tổng hợp "
    "báo cáo cấp trên theo quy định (có biểu mẫu báo cáo kèm theo).",
)
OFFICE_REPORTS = DOCUMENT.at(
    "mục V.1, gạch đầu dòng 8",
    "Thường xuyên theo dõi, đôn đốc, kiểm tra, đánh giá và báo cáo định kỳ 6 tháng, năm thực hiện theo đúng thời gian quy định.",
)
# The Circular was read in one copy; its days are those of the levels of 2024.
MONTH_OF_ACTION = CIRCULAR_28.at(
    "chế độ báo cáo Tháng hành động vì trẻ em",
    "Theo một bản chép lại (một nguồn, không phải nguyên văn): cấp xã báo cáo Ủy ban nhân dân cấp huyện trước ngày 10 tháng 7 hằng năm, "
    "cấp huyện báo cáo Ủy ban nhân dân cấp tỉnh trước ngày 20 tháng 7 hằng năm.",
)

DUTIES = (
    Duty(
        id="recognition-report",
        kind="undated",
        rule="theo quy định",
        source=DOCUMENT.at(
            "mục III.8",
            "Hướng dẫn đánh giá, xét duyệt và công nhận xã, thị trấn phù hợp với trẻ em, phát hiện khó khăn, bất cập trong quá trình thực hiện và "
            "báo cáo kết quả về Sở Lao động - Thương binh và Xã hội theo quy định.",
        ),
        # The sentence names nobody; V.1 gives the judging of the communes to this office.
        reporters=(OFFICE,),
        recipient="Sở Lao động - Thương binh và Xã hội",
        measures=("9",),
    ),
    Duty(
        id="child-statistics",
        kind="undated",
        rule="theo Thông tư số 13/2021/TT-BLĐTBXH",
        source=DOCUMENT.at(
            "mục III.10",
            "Tiếp tục triển khai thu thập chỉ tiêu thống kê, báo cáo theo Thông tư số 13/2021/TT-BLĐTBXH ngày 30/9/2021 của Bộ trưởng Bộ Lao động - "
            "Thương binh và Xã hội; thực hiện chuẩn hóa, làm sạch dữ liệu, cập nhật vào phần mềm quản lý thông tin trẻ em từ cơ sở đáp ứng yêu cầu "
            "về phát triển ứng dụng dữ liệu về dân cư, định danh và xác thực điện tử phục vụ chuyển đổi số quốc gia giai đoạn 2022 - 2025, tầm nhìn "
            "đến năm 2030 tại Quyết định số 06/QĐ-TTg ngày 06/01/2022 của Thủ tướng Chính phủ.",
        ),
        reporters=(),
        form="phần mềm quản lý thông tin trẻ em",
        # Two indicators of the Circular that this plan measures: children in special circumstances assisted, and children abused.
        measures=("1a", "NV2"),
    ),
    Duty(
        id="evaluation-report",
        kind="ad_hoc",
        rule="theo yêu cầu",
        source=DOCUMENT.at(
            "mục V.1, gạch đầu dòng 3",
            "theo dõi, tổ chức kiểm tra, giám sát và báo cáo đánh giá việc thực hiện kế hoạch trên địa bàn theo yêu cầu.",
        ),
        reporters=(OFFICE,),
    ),
    Duty(
        id="office-half-year-report",
        kind="undated",
        rule="định kỳ 6 tháng, năm … theo đúng thời gian quy định",
        source=OFFICE_REPORTS,
        reporters=(OFFICE,),
        period="half-year",
        measures=EVERY_MEASURE,
    ),
    Duty(
        id="office-annual-report",
        kind="undated",
        rule="định kỳ 6 tháng, năm … theo đúng thời gian quy định",
        source=OFFICE_REPORTS,
        reporters=(OFFICE,),
        period="year",
        measures=EVERY_MEASURE,
    ),
    # "Trước ngày" leaves the day before as the last one. Both fall before the data window closes: the figures are estimates.
    Duty(
        id="half-year-report",
        kind="dated",
        rule="báo cáo 6 tháng (trước ngày 10/5)",
        source=PERIODIC,
        reporters=("cac-phong-ban-nganh", "uy-ban-nhan-dan-cac-xa-thi-tran"),
        recipient="UBND huyện",
        via="Phòng Lao động, Thương binh, Xã hội - Dân tộc",
        onward="cấp trên",
        form="biểu mẫu báo cáo kèm theo",
        period="half-year",
        last_day="05-09",
    ),
    Duty(
        id="annual-report",
        kind="dated",
        rule="báo cáo năm (trước ngày 10/11)",
        source=PERIODIC,
        reporters=("cac-phong-ban-nganh", "uy-ban-nhan-dan-cac-xa-thi-tran"),
        recipient="UBND huyện",
        via="Phòng Lao động, Thương binh, Xã hội - Dân tộc",
        onward="cấp trên",
        form="biểu mẫu báo cáo kèm theo",
        period="year",
        last_day="11-09",
    ),
    Duty(
        id="month-of-action-report-of-communes",
        kind="dated",
        rule="trước ngày 10 tháng 7 hằng năm",
        source=MONTH_OF_ACTION,
        reporters=("uy-ban-nhan-dan-cac-xa-thi-tran",),
        recipient="Ủy ban nhân dân cấp huyện",
        last_day="07-09",
        measures=("4a",),
    ),
    Duty(
        id="month-of-action-report-of-the-district",
        kind="dated",
        rule="trước ngày 20 tháng 7 hằng năm",
        source=MONTH_OF_ACTION,
        reporters=(OFFICE,),
        recipient="Ủy ban nhân dân cấp tỉnh",
        issuer="UBND huyện",
        last_day="07-19",
        measures=("4a",),
    ),
)

# ---------------------------------------------------------------- IV Money

BUDGET = (
    DOCUMENT.at(
        "mục IV",
        "Từ ngân sách nhà nước được bố trí trong dự toán chi hằng năm của các đơn vị để chi cho các hoạt động công tác bảo vệ, chăm sóc trẻ em "
        "năm 2024 đảm bảo thiết thực, phù hợp và hiệu quả.",
    ),
    DOCUMENT.at(
        "mục IV",
        "Huy động các nguồn lực xã hội hóa để tăng cường kinh phí tổ chức các hoạt động công tác bảo vệ, chăm sóc trẻ em.",
    ),
)

# ---------------------------------------------------------------- What the document leaves open

QUESTIONS = (
    # The document.
    OpenQuestion(
        "document-number",
        "document",
        Text("Văn bản được đọc không có số. Số của Kế hoạch là bao nhiêu?", "The text read has no number. Under which number was the plan issued?"),
    ),
    OpenQuestion(
        "document-date",
        "document",
        Text(
            "Văn bản được đọc không có ngày ban hành (sau ngày 22/3/2024). Kế hoạch được ban hành ngày nào?",
            "The text read has no date (it is after 22 March 2024). On which day was the plan issued?",
        ),
        "date",
    ),
    OpenQuestion(
        "district-code",
        "place",
        Text(
            "Mã của huyện Văn Quan trong danh mục đơn vị hành chính trước ngày 01/7/2025 là gì?",
            "What is the code of Văn Quan district in the list of administrative units before 1 July 2025?",
        ),
    ),
    OpenQuestion(
        "decision-548",
        "document",
        Text(
            "“Quyết định số 548/QĐ-TTg ngày 06/5/2011 của Thủ tướng Chính phủ”: các nguồn khác ghi Quyết định số 548/QĐ-LĐTBXH của Bộ Lao động - "
            "Thương binh và Xã hội cùng ngày. Có phải in nhầm không?",
            "“Decision 548/QĐ-TTg of 6 May 2011 of the Prime Minister”: other sources have Decision 548/QĐ-LĐTBXH of the labour ministry of the "
            "same day. Is it a misprint?",
        ),
    ),
    # Words of several lines.
    OpenQuestion(
        "how-many-communes",
        "counting",
        Text(
            "Huyện có bao nhiêu xã, thị trấn trong năm 2024? Mục II.9 tính trên 17 xã của năm 2022.",
            "How many communes does the district have in 2024? Line 9 counts 17 in 2022.",
        ),
        "number",
    ),
    OpenQuestion(
        "how-high-one-percentage-reaches",
        "counting",
        Text(
            "“100%” đầu mục II.3 và II.6 áp dụng cho mọi vế sau dấu chấm phẩy hay chỉ vế đầu? Ở đây đọc: mọi vế của II.3, hai vế đầu của II.6.",
            "Does the “100%” that opens lines 3 and 6 govern every part after a semicolon or the first alone? Read here: every part of 3, the "
            "first two of 6.",
        ),
    ),
    # Line by line.
    OpenQuestion(
        "one-form-enough",
        "measure:1a",
        Text(
            "Trẻ em được hưởng một trong các hình thức nêu tại mục II.1 đã tính là đạt chưa? Danh sách chốt vào ngày nào?",
            "Is a child counted who has one of the forms of help that line 1 lists? As of which day is the list?",
        ),
    ),
    OpenQuestion(
        "which-pupils",
        "measure:1b",
        Text(
            "“100% học sinh” tính từ cấp học nào, có tính trẻ mầm non không? Năm học hay năm kế hoạch?",
            "From which school level are “pupils” counted, nursery included? By school year or by the plan's year?",
        ),
    ),
    OpenQuestion(
        "which-district-staff",
        "measure:2a",
        Text(
            "“100% công chức, viên chức, cán bộ cấp huyện” là toàn bộ hay chỉ người làm công tác bảo vệ, chăm sóc, giáo dục trẻ em? Ở đây đọc là "
            "chỉ những người này.",
            "Are “100% of district staff” all of them or those who work for children? Read here as the latter.",
        ),
    ),
    OpenQuestion(
        "which-commune-staff",
        "measure:2b",
        Text(
            "“Các ngành, đoàn thể liên quan” là những ngành, đoàn thể nào? Giáo viên có phải là toàn bộ giáo viên không?",
            "Which are the “sectors and organisations concerned”? Are all teachers meant?",
        ),
    ),
    OpenQuestion(
        "effective-rules",
        "measure:3a",
        Text(
            "Thế nào là “quy chế hoạt động hiệu quả”, “tổ chức thực hiện có hiệu quả công tác trẻ em”? Vế cuối không đếm ở đây.",
            "What are “rules that work well” and “work for children done well”? The last part is not counted here.",
        ),
    ),
    OpenQuestion(
        "steering-or-protection-board",
        "measure:3a",
        Text(
            "Mục II.3 ghi “ban chỉ đạo, điều hành”, mục V.3 ghi “Ban Bảo vệ trẻ em”: có phải một không?",
            "Line 3 says “steering board”, section V.3 “Child Protection Board”: are they one?",
        ),
    ),
    OpenQuestion(
        "quality-of-events",
        "measure:4a",
        Text(
            "“Có chất lượng, hiệu quả” đánh giá theo tiêu chí nào? Mục III.5 lại ghi “tùy theo tình hình thực tế”: có được không tổ chức không?",
            "By which criteria are events held “with quality and effect”? Section III.5 says “depending on the situation”: may they be left out?",
        ),
    ),
    OpenQuestion(
        "and-so-on",
        "measure:4a",
        Text(
            "Dấu “...” của mục II.4 gồm những dịp nào nữa? “Nâng cao hiệu quả quản lý nhà nước” đo bằng gì? Ở đây không đếm.",
            "Which other events does the “...” of line 4 stand for? What measures “more effective state management”? Neither is counted here.",
        ),
    ),
    OpenQuestion(
        "which-new-year",
        "measure:4d",
        Text(
            "Tết Nguyên đán nào: Tết Giáp Thìn (tháng 02/2024) đã qua khi có văn bản ngày 22/3/2024 mà Kế hoạch căn cứ, Tết Ất Tỵ ở đầu năm 2025?",
            "Which Lunar New Year: that of February 2024 was over when the plan's base of 22 March 2024 was issued, the next fell early in 2025?",
        ),
    ),
    OpenQuestion(
        "strengthened-how",
        "measure:5a",
        Text(
            "Cơ sở y tế được “tăng cường nâng cao năng lực” bằng việc gì thì tính: tập huấn, thiết bị hay nhân lực?",
            "What makes a health facility “strengthened”: training, equipment or staff?",
        ),
    ),
    OpenQuestion(
        "first-aid-proof",
        "measure:5b",
        Text(
            "“Biết các kỹ thuật sơ cấp cứu ban đầu” xác định bằng kiểm tra, chứng chỉ hay đã dự tập huấn?",
            "Is “knowing first aid” shown by a test, a certificate or attendance at training?",
        ),
    ),
    OpenQuestion(
        "programme-per-commune",
        "measure:6a",
        Text(
            "Xã, thị trấn phải có cả giáo dục kỹ năng và dạy bơi hay chỉ một trong hai? Nơi không có bể bơi thì tính thế nào?",
            "Must a commune run both skills education and swimming lessons, or either? How does one without a pool count?",
        ),
    ),
    OpenQuestion(
        "safe-communities-bar",
        "measure:6c",
        Text(
            "Bao nhiêu xã, thị trấn phải đạt chuẩn Cộng đồng an toàn trong năm 2024, và ai công nhận?",
            "How many communes are to be Safe Communities in 2024, and who recognises them?",
        ),
    ),
    OpenQuestion(
        "safe-homes-bar",
        "measure:6d",
        Text(
            "Bao nhiêu ngôi nhà, hay bao nhiêu phần trăm, phải đạt tiêu chí Ngôi nhà an toàn trong năm 2024?",
            "How many homes, or which share of them, are to be Safe Homes in 2024?",
        ),
    ),
    OpenQuestion(
        "which-safe-school",
        "measure:7a",
        Text(
            "“Trường học an toàn” theo tiêu chuẩn của văn bản nào cho trường mầm non và cho trường tiểu học, trung học cơ sở?",
            "By the standard of which act is a school a “Safe School”: for nursery, and for primary and lower secondary schools?",
        ),
    ),
    OpenQuestion(
        "at-risk",
        "measure:7b",
        Text(
            "“Trẻ em có nguy cơ” xác định theo tiêu chí nào, và phải có cả giáo dục phổ thông và đào tạo nghề hay một trong hai?",
            "By what criteria is a child “at risk”, and are both general education and vocational training needed, or either?",
        ),
    ),
    OpenQuestion(
        "illegal-labour-before",
        "measure:7c",
        Text(
            "“Duy trì không có” hàm ý trước đó đã không có: số liệu năm 2023 là bao nhiêu? Người chưa thành niên tính từ tuổi nào?",
            "“Keep it that there are none” implies that there were none: what was the figure of 2023? From which age are minors counted?",
        ),
    ),
    OpenQuestion(
        "informed",
        "measure:8a",
        Text(
            "Thế nào là trẻ em, doanh nghiệp, hộ “được cung cấp thông tin, kiến thức”? Trẻ em dưới 6 tuổi có tính không? “Hộ gia đình” là mọi hộ "
            "hay chỉ hộ sản xuất, kinh doanh?",
            "What makes a child, enterprise or household “informed”? Do children under 6 count? Are households all of them or those that produce "
            "and trade?",
        ),
    ),
    OpenQuestion(
        "base-of-2022",
        "measure:9",
        Text(
            "15/17 xã năm 2022: năm 2024 huyện còn 17 đơn vị không, và năm 2023 có đánh giá không?",
            "15 of 17 in 2022: does the district still have 17 units in 2024, and were they judged in 2023?",
        ),
    ),
    OpenQuestion(
        "participation-aware",
        "measure:10a",
        Text(
            "Thế nào là trẻ em “được nâng cao nhận thức, năng lực”: dự truyền thông hay qua khảo sát? Tính trên trẻ em từ tuổi nào?",
            "What makes a child “aware and able”: a session attended or a survey? Over children from which age?",
        ),
    ),
    OpenQuestion(
        "which-ages",
        "measure:10b",
        Text(
            "“Trẻ em từ 10 - 18 tuổi trở lên” tự mâu thuẫn: từ 10 đến dưới 16, từ 10 đến 18, hay từ 10 tuổi trở lên?",
            "“Children aged 10 - 18 and above” contradicts itself: 10 to under 16, 10 to 18, or 10 and above?",
        ),
    ),
    OpenQuestion(
        "clubs-in-2023",
        "measure:10b",
        Text(
            "“Tăng tỷ lệ” so với năm nào? Ở đây so với cùng kỳ năm 2023. Tỷ lệ khi đó là bao nhiêu?",
            "“Raise the share” against which year? Here against the same period of 2023. What was it then?",
        ),
    ),
    OpenQuestion(
        "database-kept",
        "measure:11a",
        Text(
            "Hệ thống cơ sở dữ liệu trẻ em “được duy trì” khi nào: có phần mềm chạy hay dữ liệu được cập nhật? Ai xác nhận?",
            "When is the database “kept”: when it runs or when its data are up to date? Who confirms it?",
        ),
    ),
    OpenQuestion(
        "fund-works",
        "measure:12a",
        Text(
            "Quỹ Bảo trợ trẻ em “hoạt động hiệu quả” khi nào: mức vận động, số trẻ em được hỗ trợ? Bao nhiêu xã, thị trấn phải có quỹ?",
            "When does the Fund “work well”: by what it raises, by the children it helps? How many communes are to have one?",
        ),
    ),
    # Tasks.
    OpenQuestion(
        "swimming-in-2023",
        "measure:NV5a",
        Text(
            "“Tăng tỉ lệ trẻ em được học bơi, học kỹ năng” so với năm nào, tính trên trẻ em từ tuổi nào, và đếm riêng hay gộp hai việc? Ở đây đếm "
            "riêng, so với cùng kỳ năm 2023.",
            "Is the share of children taught to swim and to be safe raised against which year, over which ages, and counted apart or together? Here "
            "apart, against the same period of 2023.",
        ),
    ),
    OpenQuestion(
        "abuse-counted",
        "measure:NV2",
        Text(
            "Trẻ em bị xâm hại đếm từ khi có tố giác hay khi có kết luận, theo nơi xảy ra hay nơi cư trú?",
            "Is an abused child counted from the denunciation or the finding, and where it happened or where the child lives?",
        ),
    ),
    OpenQuestion(
        "self-inspection",
        "measure:NV6a",
        Text(
            "“Rà soát công tác tự kiểm tra” của UBND cấp xã có đếm là cuộc kiểm tra của huyện không? Mấy cuộc trong năm?",
            "Does reviewing the communes' “self-inspection” count as an inspection of the district? How many a year?",
        ),
    ),
    OpenQuestion(
        "site-or-sign",
        "measure:NV9b",
        Text(
            "Đếm số biển, rào đã lắp hay số khu vực đã có biển, rào? Huyện và xã cùng làm thì đếm ở đâu?",
            "Are signs and fences counted, or sites that have them? Where is one counted that district and commune put up together?",
        ),
    ),
    OpenQuestion(
        "tasks-without-unit",
        "tasks",
        Text(
            "Các nhiệm vụ tại mục III không ghi đơn vị chủ trì. Đơn vị nào chủ trì từng việc?",
            "The tasks of part III name no unit in charge. Which unit leads each of them?",
        ),
    ),
    OpenQuestion(
        "which-divisions",
        "unit:cac-phong-ban-nganh",
        Text(
            "“Các phòng, ban, ngành liên quan” là những đơn vị nào?",
            "Which are the “divisions and sectors concerned”?",
        ),
    ),
    OpenQuestion(
        "which-organisations",
        "unit:mat-tran-to-quoc-va-to-chuc-chinh-tri-xa-hoi",
        Text(
            "Các tổ chức chính trị - xã hội huyện là những tổ chức nào, có phải báo cáo theo mục VI không? Mục VI không nêu.",
            "Which are the district's socio-political organisations, and do they report under VI, which does not name them?",
        ),
    ),
    # Reports.
    OpenQuestion(
        "report-form",
        "duty:half-year-report",
        Text(
            "Biểu mẫu báo cáo “kèm theo” không có trong văn bản được đọc: gồm những số liệu nào?",
            "The form “attached” is not in the text read: which figures does it hold?",
        ),
    ),
    OpenQuestion(
        "report-window",
        "duty:half-year-report",
        Text(
            "Báo cáo trước ngày 10/5 và trước ngày 10/11 lấy số liệu từ ngày nào đến ngày nào? Cả hai đến trước khi kỳ số liệu kết thúc.",
            "Which days do the reports due before 10 May and 10 November cover? Both come before the data window closes.",
        ),
    ),
    OpenQuestion(
        "office-half-year-report-day",
        "duty:office-half-year-report",
        Text(
            "Báo cáo 6 tháng của Phòng “theo đúng thời gian quy định” gửi cho ai, chậm nhất ngày nào?",
            "To whom does the office send its half-year report “at the prescribed time”, and by which day?",
        ),
        "month_day",
    ),
    OpenQuestion(
        "office-annual-report-day",
        "duty:office-annual-report",
        Text(
            "Báo cáo năm của Phòng “theo đúng thời gian quy định” gửi cho ai, chậm nhất ngày nào?",
            "To whom does the office send its yearly report “at the prescribed time”, and by which day?",
        ),
        "month_day",
    ),
    OpenQuestion(
        "recognition-report-day",
        "duty:recognition-report",
        Text(
            "Kết quả công nhận xã, thị trấn phù hợp với trẻ em báo cáo Sở chậm nhất ngày nào, do đơn vị nào gửi?",
            "By which day is the result of recognition reported to the Department, and by which unit?",
        ),
        "month_day",
    ),
    OpenQuestion(
        "child-statistics-day",
        "duty:child-statistics",
        Text(
            "Số liệu thống kê theo Thông tư số 13/2021/TT-BLĐTBXH phải nộp chậm nhất ngày nào?",
            "By which day are the statistics of Circular 13/2021/TT-BLĐTBXH due?",
        ),
        "month_day",
    ),
    OpenQuestion(
        "child-statistics-content",
        "duty:child-statistics",
        Text(
            "Huyện, xã phải thu thập những chỉ tiêu nào của Thông tư số 13/2021/TT-BLĐTBXH, đơn vị nào nộp, nộp cho ai? Phụ lục của Thông tư chưa "
            "được đọc toàn văn; trong các phần đã đọc có số trẻ em có hoàn cảnh đặc biệt được trợ giúp và số trẻ em bị xâm hại.",
            "Which indicators of Circular 13/2021/TT-BLĐTBXH do district and communes collect, which unit hands them in, and to whom? Its annexes "
            "were not read in full; among what was read are children in special circumstances assisted and children abused.",
        ),
    ),
    OpenQuestion(
        "month-of-action-content",
        "duty:month-of-action-report-of-communes",
        Text(
            "Báo cáo Tháng hành động vì trẻ em của xã, thị trấn gồm những số liệu nào, theo mẫu nào? Thông tư chỉ đọc được ở một nguồn.",
            "Which figures does a commune's Month of Action report hold, on which form? The Circular was read in one source only.",
        ),
    ),
    OpenQuestion(
        "month-of-action-drafter",
        "duty:month-of-action-report-of-the-district",
        Text(
            "Phòng nào tham mưu UBND huyện báo cáo Tháng hành động vì trẻ em? Kế hoạch không nêu; ở đây ghi Phòng Lao động, Thương binh, Xã hội "
            "- Dân tộc.",
            "Which division drafts the district's Month of Action report? The plan does not say; here it is the labour and social affairs office.",
        ),
    ),
    # Money.
    OpenQuestion(
        "budget-amount",
        "budget",
        Text(
            "Kinh phí năm 2024 cho công tác trẻ em là bao nhiêu, từ những nguồn nào?",
            "How much money is there for work for children in 2024, and from where?",
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
        if not measure.owners
    ),
)

# ---------------------------------------------------------------- The plan

PLAN = Plan(
    id="child-work-2024/van-quan",
    title=DOCUMENT.title,
    document=DOCUMENT,
    programme=None,
    place=PLACE,
    start=date(2024, 1, 1),
    end=date(2024, 12, 31),
    objectives=OBJECTIVES,
    indicators=INDICATORS,
    units=UNITS,
    duties=DUTIES,
    budget=BUDGET,
    questions=QUESTIONS,
    populations=(CHILDREN_IN_SPECIAL_CIRCUMSTANCES, CHILDREN_UNDER_16),
    short=Text("Công tác trẻ em 2024", "Child work 2024"),
)
