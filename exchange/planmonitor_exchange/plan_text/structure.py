"""The parts of a plan's text: sections by number and by their words, and where each paragraph stands."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from attrs import evolve, frozen
from planmonitor.names import fold

from planmonitor_exchange.plan_text.lines import Paragraph

_MARKS = (
    (1, re.compile(r"(?:Phần )?([IVXL]{1,5})[.):]? ")),
    (2, re.compile(r"(\d{1,2}(?:\.\d{1,2})*)[.)](?: |$)|(\d{1,2}(?:\.\d{1,2})+) ")),
    (5, re.compile(r"([a-zđ])[.)] ")),
    (6, re.compile(r"\(([ivx]{1,5}|\d{1,2}|[a-zđ])\) ")),
)
_BULLET, _PLAIN = 8, 9
_FOOTNOTE = re.compile(r"[⁰¹²³⁴-⁹]+|\d{1,2} ?(?=Theo |Quyết định |Kế hoạch |Nghị |Thông tư |Luật |Công văn )")

_SECTIONS = (
    ("orientation", ("định hướng đến", "định hướng phát triển", "tầm nhìn")),
    ("general", ("mục tiêu chung", "mục tiêu tổng quát")),
    ("targets", ("mục tiêu", "chỉ tiêu")),
    ("purpose", ("mục đích", "yêu cầu", "quan điểm")),
    ("tasks", ("nhiệm vụ", "giải pháp", "nội dung", "hoạt động")),
    ("budget", ("kinh phí", "nguồn vốn", "nguồn lực thực hiện")),
    ("organisation", ("tổ chức thực hiện", "phân công", "trách nhiệm")),
    ("reports", ("chế độ báo cáo", "chế độ thông tin", "thông tin báo cáo", "thông tin, báo cáo")),
)
"""Role of a section by the words of its heading; where several stand there, the first printed decides."""

_LETTERS = re.compile(r"[^\W\d_]+")


def key(words: str) -> str:
    """Return words as they are compared: without regard to case, spacing, punctuation, composition and the place of tone marks."""
    return " ".join(fold(word) for word in _LETTERS.findall(unicodedata.normalize("NFC", words)))


_WORDS = tuple((role, key(words)) for role, several in _SECTIONS for words in several)
_RECIPIENTS = key("nơi nhận")
_CLOSING = re.compile(r"Trên đây là |Căn cứ nội dung Kế hoạch|Quá trình (?:triển khai|tổ chức)|Trong quá trình ")
_LONGEST_HEADING = 200


@frozen
class TextPart:
    """One paragraph, and where it stands."""

    index: int
    """Its number among the paragraphs, from 0."""
    line: int
    """The line of the file it begins on."""
    bullet: str
    """The mark of the list it stands in, or ""."""
    text: str
    """Its words, its own number included."""
    body: int
    """Where its words begin behind its number."""
    mark: str
    """Its number or letter, or ""."""
    level: int
    """How deep its mark lies: 1 for a Roman numeral, 2 and more for numbers, 8 for a list, 9 for no mark."""
    role: str
    """What its section is: "head", "purpose", "general", "targets", "orientation", "tasks", "budget", "organisation", "reports", "closing",
    "recipients", "footnote" or "other"."""
    section: str
    """Where it stands, as an officer cites it: "mục I.2.1, gạch đầu dòng 2"."""
    heading: str
    """The nearest section heading above it that gave the role, as printed."""
    heads: bool = False
    """Whether it is that heading itself."""

    @property
    def words(self) -> str:
        """Its words behind its number."""
        return self.text[self.body :]

    @property
    def is_row(self) -> bool:
        """Whether it is a row of a table, whose cells stand apart by '|'."""
        return "|" in self.text


def parts_of(paragraphs: Sequence[Paragraph]) -> tuple[TextPart, ...]:
    """Return each paragraph with its section."""
    walk = _Walk(has_numerals=any(_marked(paragraph)[1] == 1 for paragraph in paragraphs))
    return _with_closing([walk.part(index, paragraph) for index, paragraph in enumerate(paragraphs)])


def _with_closing(parts: list[TextPart]) -> tuple[TextPart, ...]:
    """Return the parts with what stands behind the list of the last unit's tasks as the closing paragraphs of the document."""
    numbered = [part.index for part in parts if part.role == "organisation" and part.mark]
    last = parts[numbered[-1] :] if numbered else []
    listed = next((part.index for part in last if part.bullet), len(parts))
    first = next((part.index for part in last if part.role == "organisation" and not part.bullet and part.index > listed), len(parts))
    return tuple(
        evolve(part, role="closing", section="đoạn kết", heading="") if part.index >= first and part.role == "organisation" else part
        for part in parts
    )


def role_of(heading: str) -> str:
    """Return what a section is by the words of its heading; "other" where none of them is known."""
    words = key(heading)
    found = [(words.find(known), order, role) for order, (role, known) in enumerate(_WORDS) if known in words]
    return min(found)[2] if found else "other"


def _marked(paragraph: Paragraph) -> tuple[str, int, int]:
    """Return the mark of a paragraph, its level, and where its words begin."""
    if not paragraph.bullet:
        for level, pattern in _MARKS:
            if match := pattern.match(paragraph.text):
                mark = next(filter(None, match.groups()))
                return mark, level + mark.count("."), match.end()
    return "", _BULLET if paragraph.bullet else _PLAIN, 0


class _Walk:
    """Goes through the paragraphs from the first to the last, and remembers which section it is in."""

    def __init__(self, *, has_numerals: bool) -> None:
        self._has_numerals = has_numerals
        self._section = ("head", "")
        self._under: tuple[str, str] | None = None
        self._under_level = 0
        self._path: dict[int, str] = {}
        self._counted = 0

    def part(self, index: int, paragraph: Paragraph) -> TextPart:
        mark, level, body = _marked(paragraph)
        heads = False
        if key(paragraph.text).startswith(_RECIPIENTS):
            self._enter("recipients", paragraph.text)
        elif self._section[0] == "recipients":
            pass
        elif _FOOTNOTE.match(paragraph.text) and not paragraph.bullet and not mark:
            return self._footnote(index, paragraph)
        elif self._section[0] in {"organisation", "reports"} and not mark and not paragraph.bullet and _CLOSING.match(paragraph.text):
            self._enter("closing", "")
        elif self._is_section(paragraph, level, body):
            heads = True
            self._enter(role_of(paragraph.text[body:]), paragraph.text[body:])
            self._path = {1: mark} if mark else {}
        elif mark:
            heads = self._go_down(mark, level, paragraph.text[body:])
        else:
            self._counted += 1
        role, heading = self._under or self._section
        return TextPart(
            index, paragraph.line, paragraph.bullet, paragraph.text, body, mark, level, role, self._cited(paragraph.bullet, mark), heading, heads
        )

    def _enter(self, role: str, heading: str) -> None:
        self._section, self._under, self._path, self._counted = (role, heading), None, {}, 0

    def _is_section(self, paragraph: Paragraph, level: int, body: int) -> bool:
        words = paragraph.text[body:]
        if paragraph.bullet or len(words) > _LONGEST_HEADING or not words:
            return False
        if level == 1:
            return True
        if self._has_numerals:
            return False
        return words.isupper() and role_of(words) != "other"

    def _go_down(self, mark: str, level: int, words: str) -> bool:
        """Note the number of a paragraph; return whether it opens a section of its own among the objectives."""
        self._path = {deep: kept for deep, kept in self._path.items() if deep < level and not (mark.startswith(f"{kept}.") and deep > 1)}
        self._path[level] = mark
        self._counted = 0
        if self._under is not None and level <= self._under_level:
            self._under = None
        if self._section[0] not in {"purpose", "targets"} or len(words) > _LONGEST_HEADING or re.match(r"(?i:mục tiêu|chỉ tiêu) \d", words):
            return False
        role = role_of(words)
        if role not in {"general", "targets", "orientation", "purpose"} or re.search(r"\d ?%", words):
            return False
        self._under, self._under_level = (role, words), level
        return True

    def _cited(self, bullet: str, mark: str) -> str:
        role = self._section[0]
        if role == "closing":
            return "đoạn kết"
        if role == "recipients":
            return "nơi nhận"
        path = ".".join(self._path[level] for level in sorted(self._path))
        place = f"mục {path}" if path else "phần mở đầu" if role == "head" else f"phần {self._section[1]}"
        if mark or not self._counted:
            return place
        return f"{place}, {'gạch đầu dòng' if bullet else 'đoạn'} {self._counted}"

    def _footnote(self, index: int, paragraph: Paragraph) -> TextPart:
        match = _FOOTNOTE.match(paragraph.text)
        body = match.end() if match else 0
        return TextPart(index, paragraph.line, "", paragraph.text, body, paragraph.text[:body].strip(), _PLAIN, "footnote", "chú thích", "")
