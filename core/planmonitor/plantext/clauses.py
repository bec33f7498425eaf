"""What a whole clause says of each figure in it: which comparison it asks for, in which unit, and by when.

A figure that stands bare ("và 20% vào năm 2030") has its meaning from the words before it: it falls where they say "giảm", and the bar
before it names the comparison. Where two figures or two dates are not kept apart by the words, nothing is decided.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from functools import lru_cache

from attrs import evolve, field, frozen

from planmonitor.plantext import KEPT
from planmonitor.plantext.due_dates import Dated, dates_of, without_dates
from planmonitor.plantext.figures import PrintedFigure, figures_of, plain
from planmonitor.plantext.wording import Decided, composed, decided, number_of

PERCENT, PER_THOUSAND, RATE = "%", "‰", "/100.000"
"""Units of figures that are no number of things."""

_NUMBERS = re.compile(r"\d{1,3}(?:[. ]\d{3})+(?!\d)|\d+(?:[.,]\d+)?")
_RATE = re.compile(r"(?P<value>\d+(?:[.,]\d+)?) ?/ ?(?P<per>100[. ]?000|1[. ]?000|10[. ]?000)(?!\d)")
_COUNTED = re.compile(r"(?i:[^\W\d_]+(?: [^\W\d_]+)*)$")
_TIME = re.compile(r"(?i:(?:tháng |năm )?tuổi|tháng|ngày|năm|quý|tuần|giờ|lần)")
_OF_AGE = re.compile(r"(?i:(?: ?(?:-|–|đến)(?: dưới)? ?\d+)?(?: tháng| năm)? tuổi)")
_PARTS = re.compile(r"; ?|(?<=[^.])\. (?=[^\W\d_a-zđ]|\d)|,? đồng thời ")
_CHANGE = re.compile(r"(?i:(?<!\w)(?P<verb>giảm(?! thiểu| nghèo)|tăng(?! cường| trưởng| tốc))(?!\w))")
_REACHED = re.compile(r"(?i:(?<!\w)(?:xuống|còn|lên|đạt|đến|tới|mức|bằng|dưới|không|duy trì)(?!\w)|[≤≥<>=])")
_BOUND = r"(?:(?:ít nhất|tối thiểu|từ|trên)(?!\w) ?)?"
_BY = re.compile(rf"(?i: ?(?P<more>thêm )?(?P<bound>{_BOUND}))")
_ANOTHER = re.compile(rf"(?i:[^%‰]*?(?:,|(?<!\w)và(?!\w)) *(?P<bound>{_BOUND}))")
_BEHIND = re.compile(r"(?i: *(?:$|[,.)]|và(?!\w)|so với|mỗi năm|hằng năm|hàng năm))")
_SEPARATED = re.compile(r"(?i:[,:]|(?<!\w)(?:và|để|nhằm|cho)(?!\w))")
_FLOORS, _CEILINGS = {">", ">="}, {"<", "<="}
_YEAR_OF_ITS_FIGURE = re.compile(r"(?i:năm (?:19|20)\d\d(?= *(?:$|[,.;]|(?:và|,) (?:(?:đạt|ít nhất|tối thiểu|trên|dưới) )?\d)))")
"""A year that stands behind a figure and before the next one, or at the end."""
_ORDINAL = re.compile(r"(?i:(?<!\w)(?:lớp|khối|nhóm|cấp|hạng|loại|bước|giai đoạn|đợt|từ|số) $)")
"""Before a number alone: it says which, not how many."""
_BASE_YEAR = re.compile(r"(?i:so với (?:[^\W\d_]+ ){0,3}?(?:năm )?(?P<year>(?:19|20)\d\d)(?![\d/]|[.,]\d))")


@frozen
class Meaning:
    """What the words around one figure of a clause mean by it."""

    decided: Decided | None = None
    """The bar they set; None where they decide none."""
    direction: str = ""
    """ "fall" or "rise" where they speak of one, and not of a level that is reached by it; "" elsewhere."""
    by: bool = False
    """Whether the figure is surely by how much."""
    open: bool = False
    """Whether its own words alone may be meant as well: "giảm 10% số vụ ngã và 20% số vụ bỏng"."""


@frozen
class ClauseFigure:
    """One figure of a clause that may be a bar."""

    start: int
    """Where it begins in the clause as `plain` has it."""
    end: int
    """Where it ends."""
    value: int | Decimal
    """The figure as printed."""
    upper: int | Decimal | None
    """The far end of a range."""
    unit: str
    """ "%", "‰", "/100.000", what is counted ("lớp"), or "" for a number alone."""
    words: str
    """Its own words: from the figure before it, or from where its part of the clause begins."""
    meaning: Meaning = field(factory=Meaning)
    """What the words mean by it."""
    day: date | None = None
    """The last day to reach it that stands with it; None where none does, or it cannot be told which."""
    open_days: tuple[date, ...] = ()
    """The days of which it cannot be told which is its own."""


@lru_cache(KEPT)
def figures_in(clause: str) -> tuple[ClauseFigure, ...]:
    """Return the figures of a clause that may be bars, in their order; ages, dates, numbering and what stands in brackets are none."""
    text = plain(composed(clause))
    dates = [item for item in dates_of(text, 0) if item.sets]
    undated = without_dates(text, dates)
    found: list[ClauseFigure] = []
    for begin, end in _parts(text):
        here = [figure for figure in _bars(text) if begin <= figure.start < end]
        meant: list[ClauseFigure] = []
        for figure in here:
            own = undated[meant[-1].end if meant else begin : _behind(undated, figure.end)]
            meant.append(evolve(figure, words=own, meaning=_meaning(undated, begin, end, figure, meant)))
        printed = _dates(text, begin, end, last=meant[-1].end if meant else end)
        every = tuple(dict.fromkeys(item.day for item in printed if item.day is not None))
        for figure, day in zip(meant, _days(meant, printed), strict=True):
            found.append(evolve(figure, day=day, open_days=every if day is None else ()))
    return tuple(found)


def _behind(text: str, end: int) -> int:
    match = re.compile(" trở (?:lên|xuống)").match(text, end)
    return match.end() if match else end


def _dates(text: str, begin: int, end: int, last: int) -> list[Dated]:
    """Return the dates of a part of a clause that say until when: also the bare years behind its figures ("50% ... năm 2028 và 60% năm 2030")."""
    here = [item for item in dates_of(text, 0) if begin <= item.start < end]
    bare = [item for item in here if not item.sets]
    if not all(_YEAR_OF_ITS_FIGURE.match(text, item.start, end) and (item.end <= last or item is here[-1]) for item in bare):
        return [item for item in here if item.sets]
    return [item if item.sets else evolve(item, day=date(int(text[item.end - 4 : item.end]), 12, 31)) for item in here]


def only_day_of(clause: str, words: str) -> date | None:
    """Return the last day of a target in words ("không để xảy ra ..."): the only one of its part of the clause, where that has no other figure."""
    text = plain(composed(clause))
    at = text.casefold().find(plain(composed(words)).split("…")[0].strip().casefold())
    begin, end = next(((begin, end) for begin, end in _parts(text) if begin <= at < end), (0, 0))
    dates = [item for item in dates_of(text, 0) if item.sets and begin <= item.start < end]
    alone = len(dates) == 1 and not any(begin <= figure.start < end for figure in _bars(text))
    return dates[0].day if alone else None


def base_years_of(clause: str) -> tuple[int, ...]:
    """Return the years that a clause holds its targets against: "so với năm 2020"."""
    return tuple(dict.fromkeys(int(match["year"]) for match in _BASE_YEAR.finditer(plain(composed(clause)))))


@lru_cache(KEPT)
def located(wording: str, clause: str) -> tuple[tuple[int, int], ...]:
    """Return where the words of a target stand in the clause as `plain` has it: from the first of their pieces to the last, every time they do."""
    text = _searched(plain(composed(clause)))
    pieces = [re.escape(_searched(piece)) for piece in composed(wording).split("…") if piece.strip()]
    if not pieces:
        return ()
    found = re.compile(rf"(?<!\w)(?<!\d[.,/–-])(?=({'.*?'.join(pieces)})(?!\w|[.,]\d|%))")
    return tuple(match.span(1) for match in found.finditer(text))


def _searched(words: str) -> str:
    """Return words of the same length, so that a place in them is one in the words as printed."""
    return words.strip().lower() if len(words.lower()) == len(words) else words.strip()


def _parts(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _PARTS.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def _bars(text: str) -> Iterator[ClauseFigure]:
    for figure in figures_of(text):
        read = _read(text, figure)
        if read is not None and text.count("(", 0, figure.start) <= text.count(")", 0, figure.start):
            yield read


def _read(text: str, figure: PrintedFigure) -> ClauseFigure | None:
    """Return what a figure of kind "percentage" or "number" is in a clause; None for ages, times, fractions and figures in words."""
    end = figure.start + len(figure.figure)
    if figure.kind not in {"percentage", "number"} or _OF_AGE.match(text, end):
        return None
    if rate := _RATE.match(figure.figure):
        unit = RATE if rate["per"].startswith("100") else PER_THOUSAND if len(re.sub(r"\D", "", rate["per"])) == len("1000") else "?"
        return ClauseFigure(figure.start, end, number_of(rate["value"]), None, unit, rate.group())
    numbers = _NUMBERS.findall(figure.figure)
    counted = _COUNTED.search(figure.figure)
    word = counted.group().casefold() if counted else ""
    if not numbers or "/" in figure.figure or _TIME.fullmatch(word):
        return None
    unit = PERCENT if "%" in figure.figure or word == "phần trăm" else PER_THOUSAND if "‰" in figure.figure or word == "phần nghìn" else word
    if not unit and _ORDINAL.search(text, 0, figure.start):
        return None
    upper = number_of(numbers[1]) if len(numbers) > 1 else None
    return ClauseFigure(figure.start, end, number_of(numbers[0]), upper, unit, figure.figure)


def _meaning(text: str, begin: int, end: int, figure: ClauseFigure, before: Sequence[ClauseFigure]) -> Meaning:
    """Return what the words of one part of a clause, its dates hidden, mean by a figure."""
    verbs = list(_CHANGE.finditer(text, begin, figure.start))
    previous = before[-1] if before else None
    last = verbs[-1] if verbs else None
    if last is not None and (previous is None or last.start() > previous.start):
        return _changed(text, end, last, figure)
    if previous is None:
        return Meaning()
    return _another(text, end, figure, previous, begin=before[-2].end if len(before) > 1 else begin)


def _changed(text: str, end: int, verb: re.Match[str], figure: ClauseFigure) -> Meaning:
    """Return the meaning of the first figure behind "giảm" or "tăng"."""
    between, direction = text[verb.end() : figure.start], "fall" if verb["verb"].casefold() == "giảm" else "rise"
    if by := _BY.fullmatch(between):
        if figure.unit != PERCENT:
            return Meaning(direction=direction, by=True)
        words = f"{verb['verb']} {by['bound']}{text[figure.start : figure.end]}"
        return Meaning(decided(words), direction, by=True)
    if _REACHED.search(between) or _SEPARATED.search(between) or not _BEHIND.match(text, figure.end, end):
        return Meaning()
    return Meaning(direction=direction)


def _another(text: str, end: int, figure: ClauseFigure, previous: ClauseFigure, begin: int) -> Meaning:
    """Return the meaning of a figure that follows another: "giảm 10% ... và 20%", "dưới 12% ... và 11%"."""
    match = _ANOTHER.fullmatch(text, previous.end, figure.start)
    if match is None or figure.unit != previous.unit:
        return Meaning()
    if previous.meaning.decided is not None and previous.meaning.decided.kind == "relative_change":
        verb = "giảm" if previous.meaning.direction == "fall" else "tăng"
        own = decided(f"{verb} {match['bound']}{text[figure.start : figure.end]}")
        kept = own if own is None or match["bound"] else evolve(own, comparator=previous.meaning.decided.comparator)
        # What is counted anew behind it may begin a target of its own: "giảm 10% số vụ ngã và 90% trẻ em biết bơi".
        return Meaning(kept, previous.meaning.direction, by=True, open=previous.meaning.open or not _BEHIND.match(text, figure.end, end))
    if not _BEHIND.match(text, figure.end, end):
        return Meaning()
    level = previous.meaning.decided or decided(text[begin : previous.end])
    if match["bound"] or level is None or level.kind is not None or level.comparator not in _CEILINGS:
        return Meaning()
    printed = text[figure.start : figure.end]
    return Meaning(Decided(level.comparator, figure.value, figure.upper, None, printed))


def _days(figures: Sequence[ClauseFigure], dates: Sequence[Dated]) -> list[date | None]:
    """Return the day that stands with each figure of one part of a clause; None for one where that cannot be told."""
    places = [*((figure.start, "B") for figure in figures), *((item.start, "D") for item in dates)]
    order = "".join(letter for _start, letter in sorted(places))
    number = len(figures)
    none: list[date | None] = [None] * number
    if order in {"BD" * number, "DB" * number}:
        return [item.day for item in dates]
    if order == "BDDB":
        return [item.day for item in dates]
    if order == "D" + "B" * number:
        return [dates[0].day] * number
    if number and order == "B" * number + "D":
        return [*none[1:], dates[0].day]
    return none
