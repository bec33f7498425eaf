"""The sample programme: its act, and how its plans count.

What several plans of the programme count alike is defined once, here. What only one plan counts stands in that plan's file.
"""

from __future__ import annotations

from planmonitor import Definition, Document, Programme, Text

# CHANGE: the act that sets up the programme, with its number and day. What the text leaves blank stays None.
ACT = Document(
    title=Text("Văn bản mẫu (hãy thay bằng văn bản quy định Chương trình)", "Sample act (replace it by the act that sets up the programme)"),
    issuer="Cơ quan ban hành văn bản (hãy điền)",
    number=None,
    issued=None,
)

# CHANGE: what your plans count. A ratio says what stands above and below the line.
SKILLS = Definition(
    key="plan-template/children-instructed",
    label=Text("Tỷ lệ trẻ em được hướng dẫn kỹ năng tự bảo vệ", "Children instructed in protecting themselves"),
    kind="ratio",
    counts="people",
    over_time="cumulative",
    noun=Text("trẻ em", "children"),
    numerator=Text("Trẻ em được hướng dẫn kỹ năng tự bảo vệ", "Children instructed in protecting themselves"),
    denominator=Text("Trẻ em trên địa bàn", "Children in the area"),
)
CASES = Definition(
    key="plan-template/violence-cases",
    label=Text("Số vụ bạo lực trẻ em", "Cases of violence against children"),
    kind="count",
    counts="cases",
    over_time="count",
    noun=Text("vụ", "cases"),
)

PROGRAMME = Programme(
    id="plan-template",
    title=Text("Chương trình mẫu (hãy thay bằng chương trình của bạn)", "Sample programme (replace it by your own)"),
    document=ACT,
    definitions=(SKILLS, CASES),
)
