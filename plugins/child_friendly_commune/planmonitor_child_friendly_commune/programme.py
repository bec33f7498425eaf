"""Child-friendly communes: their act, its thirteen criteria, and what the parts of three of them count.

Decision 06/QĐ-TTg of 3 January 2019 scores a commune by thirteen criteria. Its table of points could not be read in
full: three maxima are known, ten are open, and nothing here is filled in by arithmetic on a supposed total.
"""

from __future__ import annotations

from datetime import date

from planmonitor import CHILDREN_IN_SPECIAL_CIRCUMSTANCES, Card, Definition, Document, Programme, Text

DECISION_06 = Document(
    title=Text("Quyết định số 06/QĐ-TTg ngày 03/01/2019", "Decision 06/QĐ-TTg of 3 January 2019"),
    issuer="Thủ tướng Chính phủ",
    number="06/QĐ-TTg",
    issued=date(2019, 1, 3),
)

POINTS = Text("điểm", "points")
CHILDREN = Text("trẻ em", "children")
COMMUNES = Text("xã", "communes")

TIMING = Text(
    "Tháng 11 của năm thứ hai và năm thứ tư của kế hoạch 5 năm (một nguồn).",
    "In November of year 2 and of year 4 of the five-year plan (one source).",
)
BLOCKS_IN_PRACTICE = Text(
    "Chưa đọc được khi nào tiêu chí này bị 0 điểm. Trong thực tế đây là tiêu chí dễ bị liệt: ở tỉnh Gia Lai năm 2022, 110 trong 115 "
    "xã, phường, thị trấn không được công nhận là do tiêu chí 3 hoặc tiêu chí 5 bị 0 điểm.",
    "When this criterion scores 0 was not read. In practice it is one that blocks: in Gia Lai province in 2022, 110 of the 115 communes "
    "not recognised failed because criterion 3 or 5 scored 0.",
)


def _criterion(
    number: int, label: Text, level: str, maximum: int | None = None, method: Text | None = None, limits: Text | None = None
) -> Definition:
    """Return how one criterion is counted: points, of a maximum that is known or left open."""
    return Definition(
        key=f"child-friendly-commune/criterion-{number}",
        label=label,
        kind="score",
        counts="points",
        over_time="point_in_time",
        noun=POINTS,
        maximum=maximum,
        card=Card(method=method, period=TIMING, limitations=limits, level=level),
    )


CRITERIA = (
    _criterion(
        1,
        Text("Nguồn lực thực hiện quyền trẻ em", "Resources for children's rights"),
        "output",
        100,
        Text(
            "Cộng điểm các nội dung: người làm công tác bảo vệ trẻ em cấp xã 50 điểm, cộng tác viên 15 điểm, Ban bảo vệ trẻ em hoặc nhóm "
            "chuyên trách 15 điểm, kinh phí (phần điểm chưa đọc được).",
            "Points of its parts are added: child-protection worker of the commune 50, collaborators 15, child-protection board or core "
            "group 15, funding (its points were not read).",
        ),
    ),
    _criterion(2, Text("Trẻ em được khai sinh đúng quy định", "Children with lawful birth registration"), "outcome"),
    _criterion(3, Text("Trẻ em bị xâm hại", "Children abused"), "impact", limits=BLOCKS_IN_PRACTICE),
    _criterion(4, Text("Trẻ em vi phạm pháp luật, nghiện ma túy", "Children breaking the law or addicted to drugs"), "impact"),
    _criterion(5, Text("Trẻ em bị tai nạn, thương tích", "Children in accidents, injured"), "impact", limits=BLOCKS_IN_PRACTICE),
    _criterion(
        6,
        Text("Trẻ em có hoàn cảnh đặc biệt được trợ giúp", "Children in special circumstances supported"),
        "outcome",
        125,
        Text(
            "Cộng điểm hai nội dung: 50 điểm khi tỷ lệ trẻ em có hoàn cảnh đặc biệt được trợ giúp đạt từ 95% trở lên; 75 điểm khi 100% vụ "
            "việc có kế hoạch can thiệp, hỗ trợ được phê duyệt kịp thời. Cách cho điểm dưới ngưỡng chưa đọc được.",
            "Points of its two parts are added: 50 where at least 95% of children in special circumstances are supported; 75 where 100% of "
            "cases have a support plan approved in time. How points fall below the thresholds was not read.",
        ),
    ),
    _criterion(
        7,
        Text(
            "Trẻ em dưới 1 tuổi được tiêm chủng đầy đủ các loại vắc xin thuộc chương trình tiêm chủng mở rộng",
            "Under-1s fully vaccinated under the expanded programme",
        ),
        "outcome",
        50,
        Text(
            "50 điểm khi tỷ lệ tiêm chủng đầy đủ đạt từ 98% trở lên. Cách cho điểm dưới ngưỡng chưa đọc được.",
            "50 points where at least 98% are fully vaccinated. How points fall below the threshold was not read.",
        ),
    ),
    _criterion(8, Text("Trẻ em dưới 5 tuổi bị suy dinh dưỡng thể nhẹ cân và thể thấp còi", "Under-5s underweight and stunted"), "impact"),
    _criterion(9, Text("Trẻ em được khám sức khỏe định kỳ", "Children with regular health checks"), "outcome"),
    _criterion(10, Text("Trẻ em đến trường, lớp mầm non", "Children attending preschool"), "outcome"),
    _criterion(11, Text("Trẻ em được thực hiện quyền tham gia của trẻ em", "Children exercising their right to participate"), "outcome"),
    _criterion(
        12,
        Text(
            "Hoạt động vui chơi, giải trí, văn hóa, thể dục, thể thao dành cho trẻ em",
            "Play, leisure, culture and sport for children",
        ),
        "output",
    ),
    _criterion(
        13,
        Text(
            "Mức độ hài lòng của trẻ em và người dân về việc thực hiện quyền trẻ em",
            "Satisfaction of children and residents with the exercise of children's rights",
        ),
        "outcome",
    ),
)

TOTAL = Definition(
    key="child-friendly-commune/total",
    label=Text("Tổng điểm của 13 tiêu chí", "Total of the 13 criteria"),
    kind="score",
    counts="points",
    over_time="point_in_time",
    noun=POINTS,
    sums=tuple(criterion.key for criterion in CRITERIA),
    card=Card(
        method=Text("Cộng điểm của 13 tiêu chí.", "The points of the 13 criteria are added."),
        period=TIMING,
        limitations=Text(
            "Tổng điểm tối đa chưa đọc được; mức 1.000 điểm chỉ thấy ở quyết định năm 2010.",
            "The overall maximum was not read; 1,000 is documented for the decision of 2010 only.",
        ),
    ),
)

# What the criteria count where their parts were read: followed all through the year, scored when the commune is assessed.


def _in_place(name: str, label: Text) -> Definition:
    """Return a part of criterion 1: something a commune has or has not."""
    return Definition(
        key=f"child-friendly-commune/{name}",
        label=label,
        kind="yes_no",
        counts="places",
        over_time="point_in_time",
        noun=COMMUNES,
        card=Card(period=TIMING, level="output"),
    )


WORKER = _in_place(
    "protection-worker",
    Text("Xã bố trí người làm công tác bảo vệ trẻ em", "Commune with a child-protection worker"),
)
COLLABORATORS = _in_place(
    "collaborators",
    Text(
        "Xã bố trí cộng tác viên bảo vệ trẻ em tại thôn, ấp, bản, tổ dân phố",
        "Commune with child-protection collaborators in its villages and residential groups",
    ),
)
BOARD = _in_place(
    "protection-board",
    Text(
        "Xã có Ban bảo vệ trẻ em hoặc nhóm chuyên trách bảo vệ trẻ em hoạt động",
        "Commune whose child-protection board or core group is working",
    ),
)
# Not the shared child-work/special-children-cared-for: there children are "bảo vệ, chăm sóc", here "trợ giúp", and neither
# text says that the one is the other.
SUPPORTED = Definition(
    key="child-friendly-commune/special-children-supported",
    label=Text("Tỷ lệ trẻ em có hoàn cảnh đặc biệt được trợ giúp", "Children in special circumstances who are supported"),
    kind="ratio",
    counts="people",
    over_time="point_in_time",
    noun=CHILDREN,
    numerator=Text("Trẻ em có hoàn cảnh đặc biệt được trợ giúp", "Children in special circumstances who are supported"),
    denominator=Text("Trẻ em có hoàn cảnh đặc biệt", "Children in special circumstances"),
    population=CHILDREN_IN_SPECIAL_CIRCUMSTANCES.key,
    card=Card(period=TIMING, level="outcome"),
)
# Not child-labour/notified-supported: that counts children notified to somebody, this cases of three kinds of abuse.
PLANS_IN_TIME = Definition(
    key="child-friendly-commune/support-plans-in-time",
    label=Text(
        "Tỷ lệ vụ việc trẻ em bị xâm hại tình dục, bỏ rơi, mua bán được Chủ tịch Ủy ban nhân dân cấp xã phê duyệt kế hoạch can thiệp, "
        "hỗ trợ kịp thời",
        "Cases of sexual abuse, abandonment or trafficking with a support plan approved in time by the commune chairperson",
    ),
    kind="ratio",
    counts="cases",
    over_time="cumulative",
    noun=Text("vụ việc", "cases"),
    numerator=Text("Vụ việc có kế hoạch can thiệp, hỗ trợ được phê duyệt kịp thời", "Cases whose support plan was approved in time"),
    denominator=Text("Vụ việc trẻ em bị xâm hại tình dục, bỏ rơi, mua bán", "Cases of sexual abuse, abandonment or trafficking of children"),
    card=Card(
        period=TIMING,
        limitations=Text(
            "Cách cho điểm khi xã không có vụ việc nào chưa đọc được.",
            "How points are given where the commune had no case was not read.",
        ),
        level="output",
    ),
)
VACCINATED = Definition(
    key="child-friendly-commune/vaccinated",
    label=Text("Tỷ lệ trẻ em dưới 1 tuổi được tiêm chủng đầy đủ", "Under-1s fully vaccinated"),
    kind="ratio",
    counts="people",
    over_time="cumulative",
    noun=CHILDREN,
    numerator=Text(
        "Trẻ em dưới 1 tuổi được tiêm chủng đầy đủ các loại vắc xin thuộc chương trình tiêm chủng mở rộng",
        "Under-1s fully vaccinated under the expanded programme",
    ),
    denominator=Text("Trẻ em dưới 1 tuổi", "Children under 1"),
    card=Card(period=TIMING, level="outcome"),
)

# Shared with the plans that want the commune recognised: its definition is the same everywhere.
RECOGNISED = Definition(
    key="child-friendly-commune/recognised",
    label=Text("Xã được công nhận đạt tiêu chuẩn phù hợp với trẻ em", "Commune recognised as child-friendly"),
    kind="yes_no",
    counts="places",
    over_time="point_in_time",
    noun=COMMUNES,
    card=Card(level="outcome"),
)

PROGRAMME = Programme(
    id="child-friendly-commune",
    title=Text("Xã, phường, thị trấn phù hợp với trẻ em", "Child-friendly communes, wards and townships"),
    document=DECISION_06,
    definitions=(*CRITERIA, TOTAL, WORKER, COLLABORATORS, BOARD, SUPPORTED, PLANS_IN_TIME, VACCINATED, RECOGNISED),
)
