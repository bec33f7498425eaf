"""Where words and figure of a target leave its comparison open: a guess is never proposed, a person is asked."""

from __future__ import annotations

import re
from decimal import Decimal

from attrs import frozen
from planmonitor.plantext.wording import Decided

from planmonitor_exchange.speaking.translations import N_

ABOUT = re.compile(r"(?i:(?<!\w)(?:khoảng|gần|xấp xỉ|chưa|kém)(?!\w))")
_UNREAD = frozenset(
    {
        *("không", "chưa", "quá", "vượt", "cao", "thấp", "hơn", "lớn", "nhỏ", "ít", "nhiều", "nhất", "tối", "thiểu", "đa", "dưới", "trên"),
        *("≤", "≥", "<", ">", "=", "~", "≈", "±"),
    }
)
"""Words of a comparison: one of them outside what was read may turn it round."""

_BY, _TO = frozenset({"giảm", "tăng", "nâng"}), frozenset({"xuống", "còn", "lên", "đến"})
"""A change by a figure, and the words that make it one to a figure: "giảm không dưới 5%", "giảm xuống không quá 5%"."""

_COMPARES = re.compile(r"(?i:(?<!\w)(?:dưới|trên|không|quá|vượt|tối|nhất|cao|thấp|hơn|xuống|còn|lên|trở)(?!\w)|[≤≥<>])")
FORBIDS = re.compile(r"(?i:(?<!\w)(?:không (?:để|có|cho)|tránh|ngăn|hạn chế)(?!\w))")
_BOUNDS = re.compile(r"(?i:(?<!\w)(?:dưới|trên|không|quá|vượt|tối|ít nhất|nhiều nhất|cao|thấp|giảm|xuống|còn|hơn)(?!\w)|[≤≥<>=~≈±])")
_REACHES = re.compile(r"(?i:đạt|lên|bảo đảm|duy trì|được)")
_SAYS_A_LEVEL = re.compile(r"(?i:dưới|xuống|còn|trên|lên|đạt|không|tối|ít nhất|duy trì)")
_HARM = re.compile(
    r"(?i:(?<!\w)(?:bị|mắc|tử vong|chết|bỏ học|suy dinh dưỡng|thấp còi|nhẹ cân|thừa cân|béo phì|vi phạm|phạm tội|tảo hôn|lao động trẻ em|lao động sớm"
    r"|nghèo|thất nghiệp|tai nạn|thương tích|đuối nước|bạo lực|xâm hại|bóc lột|mua bán|bắt nạt|nghiện|ma túy|ma tuý|mù chữ|lang thang|bỏ rơi|ly hôn"
    r"|tái phạm|trầm cảm|ô nhiễm)(?!\w))"
)
_SHARE = re.compile(r"(?i:(?<!\w)(?:được|biết|có)(?!\w))")
_HALF = 50
CHANGES = re.compile(r"(?i:(?:(?:phấn đấu|tiếp tục|từng bước|hằng năm|mỗi năm),? )*(?:giảm|tăng|nâng) )")
_MEASURED = re.compile(r"(?i:(?:tổng )?số (?!liệu)|(?:[^,]*(?<!\w))?t[ỷỉ] (?:lệ|suất|trọng|số)(?!\w))")
"""Words that name a figure, so that what is counted is named by them and not by what stands behind the figure."""

_OPENS = re.compile(
    r"(?i:(?:đến|tới|từ|trong|trước|sau|hết|cuối|đầu|giữa|tại|trên|ở|về|theo|đối với|với|qua|khi|nếu|để|nhằm|riêng|ngoài|bên cạnh|cùng"
    r"|định kỳ|hằng|hàng|thường xuyên|nhìn|nói|cụ thể|trước mắt|toàn|cả)(?!\w))"
)
"""Words that open a sentence with a time, a place or a remark."""

_HOLDS = re.compile(r"(?i:(?:tổ chức|mở|xây dựng|thành lập)(?: được)?)")
"""What is done with the things that a number counts: "tổ chức ít nhất 02 lớp"."""

_RATE = re.compile(r"(?i:(?<!\w)t[ỷỉ] (?:lệ|suất|trọng|số)(?!\w))")
_CHANGE = re.compile(r"(?i:(?<!\w)(?:giảm(?! thiểu| nghèo)|tăng(?! cường| trưởng| tốc)|nâng|hạ|kéo giảm)(?!\w))")
_REACHED = re.compile(r"(?i:(?<!\w)(?:xuống|còn|lên|đạt|đến|tới|mức|bằng)(?!\w))")
OF_A_RATE = N_("a rate rises or falls by a percentage")
WHICH_WORDS = N_("it is not certain which of its words name what is counted")
_NUMBERS = re.compile(r"\d+(?:[.,]\d+)?")
_RANGE_GOES_ON = re.compile(r" ?(?:-|–|đến) ?\d")


@frozen
class Printed:
    """The words around the figure of a bar."""

    before: str
    """The words of its stretch before those that lead to it."""
    lead: str
    """The words that lead to it: "giảm xuống dưới"."""
    figure: str
    """The figure."""
    behind: str
    """The words of its stretch behind it."""
    label: str
    """The words of what is counted."""
    rest: str
    """The words of the clause behind the figure: what is said at its end holds for each group before."""
    named_before: bool
    """Whether the words of what is counted stand before the figure."""

    def fits(self, found: Decided, value: int | Decimal | None) -> bool:
        """Return whether what the words decide has the very figure, whole."""
        if found.value is None or value is None or abs(found.value) != value or "‰" in self.figure:
            return False
        return (len(_NUMBERS.findall(self.figure)) == 1 or found.upper is not None) and not _RANGE_GOES_ON.match(self.behind)

    def is_doubtful(self, found: Decided) -> bool:
        """Return whether the comparison would be a guess."""
        lead = set(self.lead.casefold().split())
        unread = lead - set(found.printed.casefold().split())
        by = unread & _BY and not lead & _TO
        if by or unread & _UNREAD or (FORBIDS.search(self.before) and not FORBIDS.match(found.printed)):
            return True
        if ABOUT.search(self.lead) or found.printed.endswith("trở xuống"):
            return True
        # "Giảm tỷ lệ ... 5%" may mean down to 5% or by 5%.
        if found.kind is None and CHANGES.match(f"{self.before} ") and not _SAYS_A_LEVEL.search(self.lead):
            return True
        if self._is_floor_of_a_change(found):
            return True
        return found.kind is None and not _COMPARES.search(found.printed) and self._is_bare_and_doubtful(found)

    def _is_floor_of_a_change(self, found: Decided) -> bool:
        """Return whether a floor may be the size of a change: "giảm số vụ ít nhất 10%" is one by 10%, "tăng ... lên ít nhất 80%" is one to it."""
        words = f"{self.before} {self.lead}"
        changes = list(_CHANGE.finditer(words))
        is_floor = found.kind is None and found.comparator in {">=", ">"}
        return is_floor and bool(changes) and not _REACHED.search(words, changes[-1].end())

    def _is_bare_and_doubtful(self, found: Decided) -> bool:
        """Return whether a bare percentage may be no share to be reached: a bound not read, a share of harm, or of nobody knows what."""
        if _BOUNDS.search(self.lead) or not self.label or found.value is None or found.value == 0:
            return True
        if self.named_before and not _REACHES.search(f"{self.lead} {self.label}"):
            return True
        is_share = _SHARE.search(f"{self.label} {self.rest}") is not None
        if found.value < _HALF and (not is_share or _HARM.search(self.label.partition("được")[0])):
            return True
        return not is_share and _HARM.search(self.label) is not None


def changes_a_rate(words: str, lead: str, found: Decided | None) -> bool:
    """Return whether a rate rises or falls by a percentage: by points of percent, or by percent of the rate, nobody can tell which.

    Args:
        words: The words of the stretch.
        lead: Those of them up to the figure.
        found: What they decide.
    """
    by = found is None or found.kind == "relative_change"
    return by and _RATE.search(words) is not None and _CHANGE.search(lead) is not None


def doubt_of_label(before: str, behind: str, *, comma: bool) -> str:
    """Return why the words of what is counted would be a guess, as a template, or "" where they are certain.

    "Tại các thôn, ít nhất 90% trẻ em biết bơi" counts the words behind the figure; "trẻ em biết bơi đạt 90% trong kỳ" those before it;
    "tỷ lệ ... dưới 5%" says by its first word that it is the one. What only opens a sentence names nothing that is counted.

    Args:
        before: The words before those that lead to the figure, without what leads to a target.
        behind: The words behind the figure.
        comma: Whether a comma parts the words before from those that lead to the figure.
    """
    if not before or (_MEASURED.match(before) and not (comma and behind)):
        return ""
    return WHICH_WORDS if behind or comma or _OPENS.match(before) else ""


def doubt_of_counted(before: str, behind: str, *, comma: bool) -> str:
    """Return the same of a number of things: "tổ chức ít nhất 02 lớp" counts them behind the number, "số vụ ngã dưới 05 vụ" before it."""
    if behind and _HOLDS.fullmatch(before):
        return ""
    return WHICH_WORDS if before and behind else doubt_of_label(before, behind, comma=comma)
