"""Paragraphs of a text: lines cut in mid-sentence joined, marks of Markdown and HTML taken off, stray characters removed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from attrs import frozen
from planmonitor.plantext.figures import plain

_BREAKS = re.compile("\r\n?|[\v\f\x1c-\x1e\x85\u2028\u2029]")
_UNSEEN = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufffe\uffff]")
_RULE = re.compile(r"\s*(?:-{3,}|_{3,}|\*{3,}|={3,})\s*")
_EMPHASIS = re.compile(r"(?<!\w)\*{1,3}(?=\S)|(?<=\S)\*{1,3}(?!\w)")
_FOOTNOTE = re.compile(r"<sup>\s*(\d{1,2})\s*</sup>", re.IGNORECASE)
_TAG = re.compile(r"</?(?:b|i|u|em|strong|su[bp]|br|p|div|span|center|h[1-6]|table|tr|t[dh])(?:\s[^<>]{0,80})?/?>", re.IGNORECASE)
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")

BULLETS = "-–—+•·*"
_ITEM = re.compile(
    rf"(?P<bullet>[{BULLETS}](?=\s|[^\W\d_])|o(?=\s))|(?:[IVXL]{{1,5}}|\d{{1,2}}(?:\.\d{{1,2}})*)[.)](?:\s|$)|\d{{1,2}}(?:\.\d{{1,2}})+\s"
    r"|[a-zđ][.)]\s|\((?:[ivx]{1,5}|\d{1,2}|[a-zđ])\)\s"
)
_ENDED = re.compile(r"[.;:!?…][)”\"’]?$")
_GOES_ON = re.compile(r"(?:[,(/–-]|(?<!\w)(?:và|của|các|với|về|cho|tại|trong|là|do|theo|từ|đến|hoặc|được))$")
_NAMES_WITH_A_DASH = (("Lao động", "Thương binh"), ("Văn hóa", "Xã hội"), ("Văn hóa", "Thông tin"), ("Tài chính", "Kế hoạch"))
"""Offices whose dash, at the head of a line, looks like that of a list."""

_PAGE_NUMBER = re.compile(r"\d{1,3}")
_WRAPPED = 130
"""No text whose lines are broken by hand has longer lines."""


@frozen
class Paragraph:
    """One paragraph of a text."""

    line: int
    """The line of the file it begins on, from 1."""
    bullet: str
    """The mark of a list it stood behind, or ""."""
    text: str
    """Its words, with single spaces, without that mark."""


@frozen
class Paragraphs:
    """The paragraphs of a text, and what was done to it."""

    all: tuple[Paragraph, ...]
    """The paragraphs."""
    joined: int
    """How many line ends in mid-sentence were taken out."""
    unseen: int
    """How many control and unseen characters were taken out."""


def paragraphs_of(text: str) -> Paragraphs:
    """Return the paragraphs of a text whose letters are mended."""
    broken = _BREAKS.sub("\n", text)
    clean, unseen = _UNSEEN.subn("", broken)
    lines = [(number, _without_marks(line)) for number, line in enumerate(clean.split("\n"), start=1)]
    lines = [(number, line) for number, line in lines if line]
    pages = [lines[at] for at in range(1, len(lines) - 1) if _is_page_number(lines[at - 1][1], lines[at][1], lines[at + 1][1])]
    running = [line for line in lines if line not in pages]
    width = _width([line for _number, line in running])
    gathered: list[tuple[int, str]] = []
    before = ""
    for number, line in running:
        if gathered and _goes_on(before, line, width):
            gathered[-1] = (gathered[-1][0], f"{gathered[-1][1]} {line}")
        else:
            gathered.append((number, line))
        before = line
    paragraphs = [_paragraph(number, line) for number, line in sorted([*gathered, *pages])]
    return Paragraphs(tuple(paragraph for paragraph in paragraphs if paragraph.text), len(running) - len(gathered), unseen)


def _without_marks(line: str) -> str:
    """Return a line with single spaces and without marks of Markdown and HTML; the number of a footnote stays, raised."""
    if _RULE.fullmatch(line):
        return ""
    words = _FOOTNOTE.sub(lambda match: match[1].translate(_RAISED), line)
    words = _EMPHASIS.sub("", _TAG.sub("", words).lstrip().lstrip("#"))
    return " ".join(words.split())


def _is_page_number(before: str, line: str, after: str) -> bool:
    return bool(_PAGE_NUMBER.fullmatch(line)) and not _ENDED.search(before) and after[0].islower()


def _width(lines: Sequence[str]) -> int:
    """Return how wide the lines of a text are that is broken by hand; 0 for one whose paragraphs are lines of their own."""
    lengths = sorted(map(len, lines))
    widest = lengths[len(lengths) * 19 // 20] if lengths else 0
    full = sum(length > widest * 3 // 4 for length in lengths)
    return widest if widest < _WRAPPED and full * 2 > len(lengths) else 0


def _goes_on(before: str, line: str, width: int) -> bool:
    """Return whether a line is the rest of the sentence that the line before it leaves open."""
    full = len(before) > width * 3 // 4 > 0
    if _ENDED.search(before) and not (full and before.endswith(";")):
        return False
    if any(before.endswith(first) and re.match(rf"[-–] ?{second}", line) for first, second in _NAMES_WITH_A_DASH):
        return True
    if _ITEM.match(line):
        return False
    if line[0].islower():
        return True
    if before.isupper():
        return bool(_ITEM.match(before)) and line.isupper() and width > 0
    if not line[0].isalpha():
        return line[0] in "0123456789(,;.)…%"
    return full or bool(_GOES_ON.search(before))


def _paragraph(number: int, line: str) -> Paragraph:
    item = _ITEM.match(line)
    bullet = (item["bullet"] or "") if item else ""
    return Paragraph(number, bullet, plain(line.removeprefix(bullet)))
