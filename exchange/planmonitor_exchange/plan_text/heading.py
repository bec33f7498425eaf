"""The head of the document: number, date, issuer, title, the acts it carries out, its period and its place."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from attrs import frozen
from planmonitor.planfile.writing import Cell, Entry, Open
from planmonitor.plantext.figures import figures_of

from planmonitor_exchange.plan_text.claims import Claim
from planmonitor_exchange.plan_text.structure import TextPart, key
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

_NUMBER = re.compile(r"Số ?:? ?(?P<number>\d+ ?(?:/ ?\d{4} ?)?[/-] ?[\w&-]+)?(?P<blank>.*)", re.IGNORECASE)
_DAY = re.compile(r"(?:.{0,40}, )?(?P<printed>(?:ngày ?(?P<day>\d{1,2})? ?)tháng ?(?P<month>\d{1,2})? ?năm ?(?P<year>\d{4}))$", re.IGNORECASE)
_PLAN = key("kế hoạch")
_OPENING = re.compile(r"(?:Thực hiện|Căn cứ|Triển khai|Để|Nhằm)\b.*\d+.*")
_ISSUES = re.compile(r" (?:ban hành|xây dựng) (?i:kế hoạch)")
_BODY = re.compile(r"(?<![\w/-])(?:UBND|U[ỷỶ] ban nhân dân|Ủy ban nhân dân|Ban Chỉ đạo|Sở|Bộ|Phòng)(?= )")
_YEARS = re.compile(r"giai đoạn (?:từ )?(?P<first>(?:19|20)\d\d) ?(?:[-–]|đến) ?(?P<last>(?:19|20)\d\d)", re.IGNORECASE)
_YEAR = re.compile(r"(?<!đến )(?<!từ )năm (?P<year>(?:19|20)\d\d)", re.IGNORECASE)
_LEVELS = {
    "xã": "commune",
    "phường": "commune",
    "thị trấn": "commune",
    "đặc khu": "commune",
    "huyện": "district",
    "quận": "district",
    "thị xã": "district",
    "tỉnh": "province",
    "thành phố": "",
}
"""Level by the word before a name; a "thành phố" may be of the province or of the nation."""

_NAME = r"(?:[A-ZĐÂĂÊÔƠƯÁÀẢÃẠẤẦẨẪẬẮẰẲẴẶÉÈẺẼẸẾỀỂỄỆÍÌỈĨỊÓÒỎÕỌỐỒỔỖỘỚỜỞỠỢÚÙỦŨỤỨỪỬỮỰÝỲỶỸỴ][\w'’-]*)"
_PLACE = re.compile(rf"(?P<type>{'|'.join(sorted(_LEVELS, key=len, reverse=True))})(?: (?P<name>{_NAME}(?: {_NAME}){{0,3}}))?(?!\w)")
_OF_THE_NATION = ("hà nội", "hồ chí minh", "hải phòng", "đà nẵng", "cần thơ", "huế")


@frozen
class Head:
    """What the head of the document says."""

    title: Cell
    """What the plan is called."""
    name: str
    """The same without a question, for the name of the file; "" where there is none."""
    start: Cell
    """First day."""
    end: Cell
    """Last day."""
    place: Entry
    """Cells of the place."""
    document: Entry
    """Cells of the document."""
    claims: tuple[Claim, ...]
    """Which figures these fields hold."""


def head_of(parts: Sequence[TextPart], say: Speaker) -> Head:
    """Return what the paragraphs before the first section say; what they leave blank or do not say stays open."""
    reader = _HeadReader([part for part in parts if part.role == "head"], say)
    number, issued = reader.number(), reader.issued()
    issuer, implements, place = reader.issued_by()
    title = reader.title()
    start, end = reader.period(title)
    return Head(
        title=title or Open(say(N_("What is the plan called? The head of the text names no title under 'KẾ HOẠCH'.")), "Kế hoạch ..."),
        name=title,
        start=start,
        end=end,
        place=place,
        document={"number": number, "issued": issued, "issuer": issuer, "implements": implements},
        claims=(*reader.claims, *_said_again(parts, start, end)),
    )


class _HeadReader:
    """Reads the head of the document, and notes which figures it took."""

    def __init__(self, parts: Sequence[TextPart], say: Speaker) -> None:
        self._parts = parts
        self._say = say
        self.claims: list[Claim] = []

    def _claim(self, part: TextPart, start: int, end: int, field: str) -> None:
        self.claims.append(Claim(part.index, start, end, "document", f"document, {field}"))

    def number(self) -> Cell:
        for part in self._parts:
            match = _NUMBER.fullmatch(part.text)
            if match and match["number"]:
                self._claim(part, *match.span("number"), "number")
                return re.sub(r"\s", "", match["number"])
            if match:
                ask = self._say(N_("The text leaves its number blank ({printed}). Which is it?"), printed=part.text)
                return Open(ask, f"...{match['blank'].strip(' .…_')}")
        return Open(self._say(N_("The text shows no line 'Số: ...'. Which number has the document?")), ".../KH-UBND")

    def issued(self) -> Cell:
        for part in self._parts:
            match = _DAY.fullmatch(part.text)
            if match is None:
                continue
            self._claim(part, *match.span("printed"), "issued")
            try:
                return date(int(match["year"]), int(match["month"] or 0), int(match["day"] or 0))
            except ValueError:
                ask = self._say(N_("The text leaves its date incomplete ({printed}). Which day was it issued?"), printed=match["printed"])
                return Open(ask, f"{match['year']}-MM-DD")
        return Open(self._say(N_("The text shows no date of issue. Which day was it issued?")), "YYYY-MM-DD")

    def title(self) -> str:
        following = _behind_the_word_plan(self._parts)
        lines: list[str] = []
        for part, offset in following[:4]:
            text = part.text[offset:]
            if not text or text.endswith((":", ".", ";")) or (lines and _OPENING.match(text)):
                break
            lines.append(text)
            self._claim(part, offset, len(part.text), "title")
        said = " ".join(lines)
        # A title all in capitals stays as printed: which of them are names nobody can tell.
        first = said[:1] if said.isupper() else said[:1].lower()
        return f"Kế hoạch {first}{said[1:]}" if said else ""

    def issued_by(self) -> tuple[Cell, tuple[str, ...] | None, Entry]:
        """Return issuer, acts carried out, and place: the paragraph that opens the plan names all three."""
        for part in self._parts:
            order = _ISSUES.search(part.text)
            bodies = list(_BODY.finditer(part.text, 0, order.start())) if order else []
            if order and bodies:
                issuer = part.text[bodies[-1].start() : order.start()]
                before = part.text[: bodies[-1].start()]
                return issuer, self._implements(part, before), self._place(issuer, before)
        ask = self._say(N_("Which body issued the plan? The text has no sentence such as 'UBND xã ... ban hành Kế hoạch'."))
        return Open(ask, "UBND xã ..."), None, self._place("", " ".join(part.text for part in self._parts))

    def _implements(self, part: TextPart, before: str) -> tuple[str, ...] | None:
        opening = re.match(r"(?:Thực hiện|Căn cứ|Triển khai)(?: theo)? ", before)
        if opening is None:
            return None
        acts = before[opening.end() :].rstrip(" ,;")
        self._claim(part, opening.end(), opening.end() + len(acts), "implements")
        return tuple(act.strip(" ,") for act in acts.split(";") if act.strip(" ,"))

    def _place(self, issuer: str, before: str) -> dict[str, Cell]:
        say = self._say
        own = _PLACE.search(issuer)
        above = next((match for match in _PLACE.finditer(before) if match["name"] and match["type"] in {"tỉnh", "thành phố"}), None)
        level = _level(own) if own else ""
        return {
            "level": level or Open(say(N_("nation, province, district or commune?")), "commune"),
            "name": own.group()
            if own and own["name"]
            else Open(
                say(N_("No name of the place was recognised in the text. What is it called, with its type?")), f"{own['type'] if own else 'xã'} ..."
            ),
            "code": Open(say(N_("What is its official code? Leading zeros count.")), "00000"),
            "within": above.group() if above and (own is None or above.group() != own.group()) else None,
        }

    def period(self, title: str) -> tuple[Cell, Cell]:
        """Return first and last day, by the years printed in the title, else in the opening paragraph."""
        for text in (title, *(part.text for part in self._parts if _ISSUES.search(part.text))):
            if match := _YEARS.search(text):
                return date(int(match["first"]), 1, 1), date(int(match["last"]), 12, 31)
            if text == title and (years := set(_YEAR.findall(text))) and len(years) == 1:
                year = int(years.pop())
                return date(year, 1, 1), date(year, 12, 31)
        say = self._say
        return (
            Open(say(N_("The title prints no period. On which day does it begin?")), "YYYY-01-01"),
            Open(say(N_("On which day does it end?")), "YYYY-12-31"),
        )


def _behind_the_word_plan(parts: Sequence[TextPart]) -> list[tuple[TextPart, int]]:
    """Return the paragraphs behind the heading "KẾ HOẠCH", each with the letter where what is to be read begins."""
    for position, part in enumerate(parts):
        if key(part.text) == _PLAN:
            return [(later, 0) for later in parts[position + 1 :]]
        if part.text.startswith("KẾ HOẠCH "):
            return [(part, len("KẾ HOẠCH ")), *((later, 0) for later in parts[position + 1 :])]
    return []


def _level(place: re.Match[str]) -> str:
    level = _LEVELS[place["type"]]
    return level or ("province" if (place["name"] or "").casefold() in _OF_THE_NATION else "")


def _said_again(parts: Sequence[TextPart], start: Cell, end: Cell) -> list[Claim]:
    """Return claims on the plan's own years wherever the text repeats them; where a field of its own holds them, that one stands before."""
    if not isinstance(start, date) or not isinstance(end, date):
        return []
    own = {start.year, end.year}
    found = []
    for part in parts:
        for figure in figures_of(part.text):
            years = {int(year) for year in re.findall(r"\d{4}", figure.figure)}
            bare = re.fullmatch(r"(?i:năm )?[\d –-]+", figure.figure)
            if figure.kind == "date" and years == own and bare:
                found.append(Claim(part.index, figure.start, figure.start + len(figure.figure), "document", "start, end"))
    return found
