"""The acts these plans rest on, and how far each could be read.

None is quoted here: every clause restates an act and says on whose word. Where several independent pages agree the clause
says so; where one page stands alone, or pages disagree, it says that too.
"""

from __future__ import annotations

from datetime import date

from planmonitor import Document, Text

PRIME_MINISTER = "Thủ tướng Chính phủ"
LABOUR_MINISTRY = "Bộ Lao động - Thương binh và Xã hội"

DECISION_1248 = Document(
    title=Text("Quyết định số 1248/QĐ-TTg ngày 19/7/2021", "Decision 1248/QĐ-TTg of 19 July 2021"),
    issuer=PRIME_MINISTER,
    number="1248/QĐ-TTg",
    issued=date(2021, 7, 19),
)
DECISION_3246 = Document(
    title=Text("Quyết định số 3246/QĐ-BVHTTDL ngày 14/12/2021", "Decision 3246/QĐ-BVHTTDL of 14 December 2021"),
    issuer="Bộ Văn hóa, Thể thao và Du lịch",
    number="3246/QĐ-BVHTTDL",
    issued=date(2021, 12, 14),
)
DECISION_1717 = Document(
    title=Text("Quyết định số 1717/QĐ-TTg ngày 31/12/2024", "Decision 1717/QĐ-TTg of 31 December 2024"),
    issuer=PRIME_MINISTER,
    number="1717/QĐ-TTg",
    issued=date(2024, 12, 31),
)
DECISION_170 = Document(
    title=Text("Quyết định số 170/QĐ-BYT ngày 17/01/2006", "Decision 170/QĐ-BYT of 17 January 2006"),
    issuer="Bộ Y tế",
    number="170/QĐ-BYT",
    issued=date(2006, 1, 17),
)
DECISION_234 = Document(
    title=Text("Quyết định số 234/QĐ-TTg ngày 05/02/2016", "Decision 234/QĐ-TTg of 5 February 2016"),
    issuer=PRIME_MINISTER,
    number="234/QĐ-TTg",
    issued=date(2016, 2, 5),
)
TELEGRAM_46 = Document(
    title=Text("Công điện số 46/CĐ-TTg ngày 11/7/2026", "Telegram 46/CĐ-TTg of 11 July 2026"),
    issuer=PRIME_MINISTER,
    number="46/CĐ-TTg",
    issued=date(2026, 7, 11),
)
TELEGRAM_118 = Document(
    title=Text("Công điện số 118/CĐ-TTg ngày 19/11/2024", "Telegram 118/CĐ-TTg of 19 November 2024"),
    issuer=PRIME_MINISTER,
    number="118/CĐ-TTg",
    issued=date(2024, 11, 19),
)
CIRCULAR_15 = Document(
    title=Text("Thông tư số 15/2026/TT-BYT ngày 17/5/2026", "Circular 15/2026/TT-BYT of 17 May 2026"),
    issuer="Bộ Y tế",
    number="15/2026/TT-BYT",
    issued=date(2026, 5, 17),
    implements=("Luật Phòng bệnh số 114/2025/QH15",),
)
CIRCULAR_28 = Document(
    title=Text("Thông tư số 28/2019/TT-BLĐTBXH (hiệu lực từ ngày 20/02/2020)", "Circular 28/2019/TT-BLĐTBXH (in force from 20 February 2020)"),
    issuer=LABOUR_MINISTRY,
    number="28/2019/TT-BLĐTBXH",
)
CIRCULAR_27 = Document(
    title=Text("Thông tư số 27/2022/TT-BLĐTBXH", "Circular 27/2022/TT-BLĐTBXH"),
    issuer=LABOUR_MINISTRY,
    number="27/2022/TT-BLĐTBXH",
)
LAW_ON_CHILDREN = Document(
    title=Text("Luật Trẻ em số 102/2016/QH13", "Law on Children 102/2016/QH13"),
    issuer="Quốc hội",
    number="102/2016/QH13",
)

SEVERAL = "mức tin cậy B, từ hai nguồn độc lập trở lên, không phải nguyên văn"
"""What a clause says that several independent pages agree on."""
ONE = "mức tin cậy B, một nguồn, không phải nguyên văn"
"""What a clause says that one page alone says."""
TRANSCRIPT = "nêu lại theo một bản chép toàn văn chưa đối chiếu bản chính thức, không phải nguyên văn"
"""What a clause says of an act that was read in full, in one transcription."""
