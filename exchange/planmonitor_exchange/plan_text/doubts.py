"""Where words and figure of a target leave its comparison open: a guess is never proposed, a person is asked."""

from __future__ import annotations

import re
from decimal import Decimal

from attrs import frozen
from planmonitor.plantext.wording import Decided

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
        return found.kind is None and not _COMPARES.search(found.printed) and self._is_bare_and_doubtful(found)

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
