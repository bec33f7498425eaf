"""Lists every figure printed in the text of a plan, so that a transcription can be held against it figure by figure."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from attrs import field, frozen

from planmonitor.model.validation import of_type, one_of, plain_text
from planmonitor.plantext import KEPT

KINDS = ("percentage", "date", "number", "document_number", "numbering", "phone")
LONGEST = 40

# Bounded, so that a line of nothing but digits is read in a time that grows with its length, not with the square of it.
_DIGITS = rf"\d{{1,{LONGEST}}}"
_NUMBER = rf"{_DIGITS}(?:[.,]{_DIGITS})*"
_TO = r" ?(?:-|–|đến) ?"
_RANGE = rf"{_NUMBER}(?:{_TO}{_NUMBER})?"
_PERCENT = r" ?(?:%|‰|(?i:phần trăm|phần nghìn))"
_END = r"(?!\d|[.,/]\d)"
_DAY = r"(?:0?[1-9]|[12]\d|3[01])"
_MONTH = rf"(?:0?[1-9]|1[0-2]){_END}"
_DAY_MONTH = rf"{_DAY}/{_MONTH}"
_YEAR = rf"(?:19|20)\d\d{_END}"
_QUARTER = r"(?:IV|I{1,3}|[1-4])"
# A number takes the word behind it along: "06 tháng" is six months, "8/10 xã" is no day of October.
_COUNTED = (
    r"(?i:tuổi|tháng|ngày|năm|quý|tuần|giờ|lần|đợt|lớp|buổi|cuộc|vụ|ca|trường hợp|mô hình|xã|phường|thị trấn|huyện|tỉnh|thôn|bản|tổ|hộ|trường|"
    r"cơ sở|doanh nghiệp|hợp tác xã|người|trẻ em|trẻ|em|học sinh|cán bộ|giáo viên|chỉ tiêu|mục tiêu|tiêu chí|đồng|nghìn|triệu|tỷ)\b"
)
_DIGIT_WORD = r"một|hai|ba|bốn|sáu|bảy|tám|chín|mười"
_NUMBER_WORDS = rf"(?i:\b(?!một (?:số|cách)\b)(?:{_DIGIT_WORD})(?: (?:{_DIGIT_WORD}|lăm|mươi|trăm|nghìn|ngàn|triệu))*\b)"
_LABEL = r"(?i:\b(?:chỉ tiêu|mục tiêu|tiêu chí|điều|khoản|điểm|mục|phụ lục|biểu|mẫu|chương|phần))"
_LABELLED = rf"{_DIGITS}(?:\.{_DIGITS})*(?!{_PERCENT}|{_TO}\d| {_COUNTED}){_END}"
_SYMBOL = r"[A-ZĐÂĂÊÔƠƯ][A-ZĐÂĂÊÔƠƯ&\d]*g?"

# The first pattern that fits wins. Each line has lost its list and heading marks and its surplus white space before.
_PATTERNS = (
    # "1.", "2.1.", "IV.", "a)" at the head of a line; below, those without a point.
    ("numbering", r"^(?:(?:\d{1,2}|[IVX]+)(?:\.\d{1,2})*[.)]|[a-zđ]\))(?=[ *]|$)"),
    ("percentage", rf"{_RANGE}{_PERCENT}|{_NUMBER_WORDS}{_PERCENT}"),
    ("document_number", rf"{_DIGITS}(?:/{_YEAR})?(?: ?/ ?|-){_SYMBOL}(?:[-/]{_SYMBOL})*"),
    ("phone", r"0\d{1,4}(?:[. ]\d{3,4}){2}(?!\d)|0\d{8,10}(?!\d)"),
    ("date", rf"(?i:\bngày {_DAY} tháng {_MONTH}(?: năm {_YEAR})?)"),
    ("date", rf"{_DAY}[./-](?:0?[1-9]|1[0-2])[./-]{_YEAR}|(?i:{_DAY_MONTH} năm {_YEAR})"),
    ("date", rf"(?i:(?:(?<=ngày )|(?<=từ )|(?<=đến )|(?<=trước )|(?<=sau )){_DAY_MONTH}(?:{_TO}{_DAY_MONTH})?(?! {_COUNTED}))"),
    ("date", rf"(?i:\bngày {_DAY}{_END})"),
    ("date", rf"(?i:\b(?:tháng {_MONTH}|quý {_QUARTER}\b)(?:(?: năm |/){_YEAR})?)|(?:0?[1-9]|1[0-2])/{_YEAR}"),
    ("date", rf"{_YEAR}{_TO}{_YEAR}"),
    ("date", rf"(?i:\b(?:(?:từ|đến|trước|hết|sau) )?năm {_YEAR})"),
    ("date", rf"{_YEAR}(?! {_COUNTED})"),
    ("numbering", rf"{_LABEL} {_LABELLED}(?:(?:, | và ){_LABELLED})*"),
    # Marks of footnotes: "huyện1", "<sup>1</sup>", "1 Theo Quyết định", "em¹".
    ("numbering", rf"(?:(?<=[^\W\d_])|(?<=<sup>))\d{{1,2}}(?!{_TO}\d| {_COUNTED}){_END}|^\d{{1,2}}(?:\.\d{{1,2}})*(?= [A-ZĐ][^\W\d_])|[⁰¹²³⁴-⁹]+"),
    ("number", rf"(?:{_NUMBER}/{_NUMBER}|{_RANGE})(?: {_COUNTED})?"),
    ("number", rf"[½¼¾⅓⅔]|(?i:\b(?:một nửa|gấp đôi)\b)|{_NUMBER_WORDS}(?: {_COUNTED})?"),
)
_FIGURE = re.compile("|".join(f"({pattern})" for _, pattern in _PATTERNS))
_PIECE = re.compile(_DIGITS)


@frozen
class PrintedFigure:
    """One figure as it stands in a text."""

    line: int = field(validator=of_type(int))
    """Number of the line of the file, from 1."""
    kind: str = field(validator=one_of(*KINDS))
    """One of `KINDS`; "numbering" is that of sections, target lines and footnotes."""
    figure: str = field(validator=plain_text)
    """The figure as printed, at most 40 characters, in NFC, with single spaces."""
    start: int = field(validator=of_type(int))
    """Where it begins in `plain` of its line, from 0."""


def plain(line: str) -> str:
    """Return a line as its figures are looked for: single spaces, without the list and heading marks it begins with."""
    return " ".join(line.split()).lstrip("#*>-–+• ")


@lru_cache(KEPT)
def figures_of(text: str) -> tuple[PrintedFigure, ...]:
    """List the figures of a text, whose lines a line feed ends, in the order they stand in.

    Every digit of the text belongs to exactly one of them, so that no figure hides. Section numbers in Roman numerals
    or letters are listed too, and numbers in words except "năm" (five), which is nearly always the word for a year, and
    "một số", "một cách", which count nothing. The kind is a reading of the words nearby; it decides nothing.
    """
    found: list[PrintedFigure] = []
    for number, line in enumerate(unicodedata.normalize("NFC", text).split("\n"), start=1):
        for match in _FIGURE.finditer(plain(line)):
            printed, start = match.group(), match.start()
            if len(printed) <= LONGEST:
                found.append(PrintedFigure(number, _PATTERNS[(match.lastindex or 1) - 1][0], printed, start))
            else:
                # No plan prints a figure this long; its digits are listed all the same.
                found += [PrintedFigure(number, "number", piece.group(), start + piece.start()) for piece in _PIECE.finditer(printed)]
    return tuple(found)
