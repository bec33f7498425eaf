"""What the plan of 2026 counts.

The first part is counted in plans of other years and places too: equal keys are one figure everywhere, so these definitions
are restated word for word, for no plugin imports another. The second part only this plan counts.
"""

from __future__ import annotations

from planmonitor import (
    CHILDREN_IN_SPECIAL_CIRCUMSTANCES,
    HOUSEHOLDS_WITH_CHILDREN,
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
CHILD_FRIENDLY = Definition(
    key="child-friendly-commune/recognised",
    label=Text("Xã được công nhận đạt tiêu chuẩn phù hợp với trẻ em", "Commune recognised as child-friendly"),
    kind="yes_no",
    counts="places",
    over_time="point_in_time",
    noun=Text("xã", "communes"),
    card=Card(level="outcome"),
)

# ---------------------------------------------------------------- What only this plan counts

FAMILIES_INFORMED = Definition(
    key="child-work/families-informed",
    label=Text(
        "Tỷ lệ gia đình có trẻ em được cung cấp kiến thức, kỹ năng bảo vệ trẻ em",
        "Families with children given knowledge and skills to protect children",
    ),
    kind="ratio",
    counts="households",
    over_time="cumulative",
    noun=Text("hộ", "households"),
    numerator=Text("Gia đình có trẻ em được cung cấp kiến thức, kỹ năng bảo vệ trẻ em", "Families with children given knowledge and skills"),
    denominator=Text("Gia đình có trẻ em", "Families with children"),
    population=HOUSEHOLDS_WITH_CHILDREN.key,
    card=Card(
        limitations=Text(
            "Lấy hộ gia đình có trẻ em làm mẫu số; lượt người dự các buổi tuyên truyền không cộng vào đây.",
            "Counted over households with children; attendances at sessions are not added here.",
        ),
        level="output",
    ),
)
# Not the figures of 2024: that plan counts those trained on injuries and child protection, and on the data system.
STAFF_IN_TRAINING = Definition(
    key="child-work/staff-in-training-by-higher-levels",
    label=Text(
        "Tỷ lệ cán bộ làm công tác trẻ em được tham gia tập huấn do cấp trên tổ chức",
        "Staff working for children who took part in training held by higher levels",
    ),
    kind="ratio",
    counts="people",
    over_time="cumulative",
    noun=PEOPLE,
    numerator=Text("Cán bộ làm công tác trẻ em được tham gia tập huấn do cấp trên tổ chức", "Staff who took part in the training"),
    denominator=Text("Cán bộ làm công tác trẻ em", "Staff working for children"),
    card=Card(level="output"),
)
DATA_UP_TO_DATE = Definition(
    key="child-work/child-data-up-to-date",
    label=Text(
        "Dữ liệu trẻ em được cập nhật đầy đủ, kịp thời trên hệ thống quản lý",
        "Data on children entered in full and in time in the management system",
    ),
    kind="yes_no",
    counts="state",
    over_time="point_in_time",
    noun=Text("nơi", "places"),
    card=Card(level="output"),
)
SERIOUS_ABUSE = Definition(
    key="child-work/serious-abuse-cases",
    label=Text("Số vụ việc nghiêm trọng về xâm hại trẻ em", "Serious cases of child abuse"),
    kind="count",
    counts="cases",
    over_time="count",
    noun=Text("vụ", "cases"),
    card=Card(
        limitations=Text("Văn bản không nêu thế nào là “nghiêm trọng”.", "The document does not say what is “serious”."),
        level="impact",
    ),
)
# Not the shared deaths: "tai nạn đuối nước" is the accident, whether or not the child died.
DROWNING_ACCIDENTS = Definition(
    key="child-work/drowning-accidents",
    label=Text("Số vụ tai nạn đuối nước trẻ em", "Drowning accidents of children"),
    kind="count",
    counts="cases",
    over_time="count",
    noun=Text("vụ", "accidents"),
    card=Card(
        limitations=Text(
            "Tính cả vụ không có trẻ em tử vong; số trẻ em tử vong ghi ở chỉ tiêu riêng.",
            "Accidents in which no child died count too; children who died have a figure of their own.",
        ),
        level="impact",
    ),
)
ABUSE_REPORTS_HANDLED = Definition(
    key="child-work/abuse-reports-handled",
    label=Text(
        "Tỷ lệ vụ việc xâm hại trẻ em có thông tin, thông báo, tố giác được kiểm tra, xác minh, xử lý kịp thời, đúng quy định",
        "Reported cases of child abuse checked, verified and handled in time and as prescribed",
    ),
    kind="ratio",
    counts="cases",
    over_time="cumulative",
    noun=Text("vụ", "cases"),
    numerator=Text("Vụ việc được kiểm tra, xác minh, xử lý kịp thời, đúng quy định", "Cases checked, verified and handled in time"),
    denominator=Text("Vụ việc có thông tin, thông báo, tố giác được tiếp nhận", "Cases of which information, notice or a denunciation came in"),
    condition=Text("khi có thông tin, thông báo, tố giác", "once information, notice or a denunciation comes in"),
    card=Card(level="outcome"),
)
# Every kind of accident; the plan of 2024 orders the sites of drowning only.
RISK_SITES = Definition(
    key="child-work/injury-risk-sites-found",
    label=Text("Số khu vực, điểm có nguy cơ gây tai nạn, thương tích trẻ em đã rà soát, phát hiện", "Sites of injury risk found"),
    kind="output",
    counts="places",
    over_time="count",
    noun=Text("điểm", "sites"),
    card=Card(level="output"),
)
TAUGHT_TO_SWIM = Definition(
    key="child-work/children-in-swimming-classes",
    label=Text(
        "Số trẻ em được học bơi, học kỹ năng an toàn phòng, chống đuối nước",
        "Children taught to swim and to be safe in the water",
    ),
    kind="output",
    counts="people",
    over_time="count",
    noun=CHILDREN,
    card=Card(
        limitations=Text(
            "Đếm trẻ em được học; học xong chưa chắc đã biết bơi an toàn.",
            "Counts those taught; one who was taught may not yet swim safely.",
        ),
        level="output",
    ),
)
