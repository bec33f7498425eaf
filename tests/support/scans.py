"""A plan to scan, what is made of a text, and that no figure of it is lost."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

from planmonitor.planfile.writing import AFTER, Open
from planmonitor.plantext.figures import figures_of
from planmonitor_exchange.plan_text.letters import mend_letters
from planmonitor_exchange.plan_text.lines import paragraphs_of
from planmonitor_exchange.plan_text.reading import Content
from planmonitor_exchange.plan_text.scanning import Scan, scanned
from planmonitor_exchange.speaking.speaker import Speaker

PLAN = """Số: 12/KH-UBND

Thử Nghiệm, ngày 05 tháng 3 năm 2031

KẾ HOẠCH

Bảo vệ trẻ em giai đoạn 2031-2035, định hướng đến năm 2040 trên địa bàn xã Thử Nghiệm

Thực hiện Kế hoạch số 7/KH-UBND ngày 01/02/2031 của UBND tỉnh Mẫu về bảo vệ trẻ em, UBND xã Thử Nghiệm ban hành Kế hoạch như sau:

I. MỤC TIÊU ĐẾN NĂM 2035

1. Mục tiêu chung

Mọi trẻ em được an toàn.

2. Mục tiêu cụ thể

2.1. Mục tiêu 1: Phòng ngừa

- Chỉ tiêu 1: Giảm tỷ lệ trẻ em từ 6 đến 15 tuổi bỏ học xuống dưới 2%.

- Chỉ tiêu 2: 100% giáo viên, 80% cha mẹ được tập huấn, đặc biệt là cha mẹ ở thôn xa.

- Chỉ tiêu 3: Thực hiện tốt công tác tuyên truyền.

2.2. Mục tiêu 2: An toàn

- Chỉ tiêu 4: Phấn đấu không để xảy ra tai nạn; giảm ít nhất 10% số vụ ngã so với năm 2030.

- Chỉ tiêu 5: Khoảng 70% hộ gia đình đạt tiêu chí nhà an toàn.

- Chỉ tiêu 6: Phấn đấu không để xảy ra tai nạn đuối nước.

- Chỉ tiêu 7: Trên 60% cha mẹ được tập huấn.

3. Định hướng đến năm 2040

Trên 95% trẻ em biết bơi.

II. NHIỆM VỤ

1. Tuyên truyền về Tổng đài 111; bảo đảm 100% vụ việc được xử lý theo Điều 51 Luật Trẻ em.

III. KINH PHÍ THỰC HIỆN

- Ngân sách xã: 50 triệu đồng mỗi năm.

IV. TỔ CHỨC THỰC HIỆN

1. Phòng Văn hóa - Xã hội

- Chủ trì, phối hợp với các đơn vị thực hiện Kế hoạch.

- Tham mưu UBND xã kiểm tra.

2. Các trường học: Phối hợp rà soát theo chỉ tiêu 1, 2.

3. Đề nghị Hội Phụ nữ xã

- Vận động gia đình.

Trên đây là Kế hoạch giai đoạn 2031-2035. Yêu cầu các trường học báo cáo 6 tháng (trước ngày 10/5) và báo cáo năm (chậm nhất ngày 25/11) về UBND xã
(qua Phòng Văn hóa - Xã hội) để tổng hợp./.

Nơi nhận:
- Lưu: VT.
"""


def sample() -> Scan:
    """Return what is made of the plan above."""
    return scanned(Content(PLAN), "ke-hoach.txt", Speaker("en"))


def measures(made: Scan) -> dict[str, Any]:
    return {measure["code"]: measure for indicator in made.draft["indicators"] for measure in indicator["measures"]}


def claimed_rightly(made: Scan) -> None:
    """Assert that every percentage that went to a measure is the bar of that measure."""
    found = measures(made)
    for item in made.accounts:
        if item.kind == "percentage" and item.went == "measure":
            measure = found[re.match(r"measure (\S+), value", item.field)[1]]  # type: ignore[index]
            value = measure["value"].example if isinstance(measure["value"], Open) else measure["value"]
            assert item.figure.startswith(str(abs(value)).replace(".", ",")) or isinstance(measure["value"], Open), (item, measure["value"])


def all_accounted(content: Content) -> Scan:
    """Return what is made of a text, once every figure of it is either in a field or left over."""
    made = scanned(content, "a.txt", Speaker("en"))
    text = "\n".join(paragraph.text for paragraph in paragraphs_of(mend_letters(content.text).text).all)
    printed = Counter((figure.kind, figure.figure) for figure in figures_of(text))
    captured = Counter((item.kind, item.figure) for item in made.accounts if item.went)
    left = Counter((item.kind, item.figure) for item in made.left_over)
    assert captured + left == printed
    for item in made.left_over:
        assert any(item.figure in remark for remark in made.draft[AFTER]), item
    claimed_rightly(made)
    return made


ANSWERS = {
    "label": '"Trẻ em được bảo vệ"',
    "wording": '"ít nhất 70%"',
    "kind": '"count"',
    "counts": '"people"',
    "over_time": '"cumulative"',
    "noun": '"trẻ em"',
    "denominator": '"trẻ em của xã"',
    "comparator": '">="',
    "value": "70",
    "code": '"99999"',
    "number": '"12/KH-UBND"',
    "issued": "2031-03-05",
    "issuer": '"UBND xã Thử Nghiệm"',
    "name": '"xã Thử Nghiệm"',
    "level": '"commune"',
    "recipient": '"UBND xã"',
    "period": '"year"',
    "last_day": '"11-24"',
    "last_day_in": '"year"',
    "reporters": "[]",
    "year": "2030",
    "start": "2031-01-01",
    "end": "2035-12-31",
    "title": '"Kế hoạch thử nghiệm"',
}


def answered(text: str) -> str:
    """Return a draft in which a person has answered every open question, but for the kind of a change, which is a choice."""

    def answer(line: re.Match[str]) -> str:
        return f"{line[1]} = {ANSWERS[line[1]]}" if line[1] in ANSWERS and "relative_change" not in line[2] else line.group()

    filled = re.sub(r"^# (\w+) = (.*)$", answer, text, flags=re.MULTILINE)
    return filled.replace("draft = true", "")
