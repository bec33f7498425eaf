"""A printed target line cut into its targets: "100% A, 70% B" is two. For each, what its own words decide, and what is counted.

Nothing is guessed: where words and figure do not fit together, the comparison stays undecided and a person is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from attrs import evolve, frozen
from planmonitor.plantext.due_dates import dates_of, without_dates
from planmonitor.plantext.figures import PrintedFigure, figures_of
from planmonitor.plantext.wording import Decided, decided

from planmonitor_exchange.plan_text.doubts import ABOUT, CHANGES, FORBIDS, OF_A_RATE, Printed, changes_a_rate, doubt_of_counted, doubt_of_label
from planmonitor_exchange.speaking.translations import N_

_ENDS = re.compile(r"; ?|,? đồng thời |(?<=[^.])\. (?=[^\W\d_a-zđ]|\d)")
_LEADING = frozenset(
    {
        *("giảm", "tăng", "nâng", "xuống", "lên", "còn", "dưới", "trên", "không", "quá", "vượt", "cao", "hơn", "thấp", "ít", "nhất", "tối", "thiểu"),
        *("lớn", "nhỏ", "đa", "nhiều", "từ", "đạt", "duy", "trì", "bảo", "đảm", "phấn", "đấu", "khoảng", "gần", "xấp", "xỉ", "đến", "tiếp", "tục"),
        *("có", "mức", "chưa", "kém", "lần", "lượt", "là", "bằng"),
    }
)
"""Words before a figure that say how it is meant."""

_NO_TARGET_BEFORE = re.compile(
    r"(?i:so với|bằng|[%‰] ?(?:-|–|đến)|đặc biệt(?: là)?(?: \w+)?|trong đó(?: có)?|riêng \w+)(?: (?:ít nhất|tối thiểu|trên))? ?$"
)
_FROM = re.compile(r"(?i:(?<!\w)từ ?$)")
_DIRECTION = re.compile(
    r"(?i:(?:(?:và|đồng thời|phấn đấu|tiếp tục|từng bước|hằng năm|duy trì,?),? )*(?:giảm(?! thiểu| nghèo)|tăng(?! cường| trưởng| tốc)|duy trì)(?!\w))"
)
_TIME = re.compile(r"(?i:tuổi|tháng|ngày|năm|tuần|giờ|quý|lần|kỳ)$")
_TIMES = re.compile(r"(?i:(?<!\w)lần$)")
_ALLOWED = re.compile(r"(?i:(?<!\w)(?:quá|trên|hơn|vượt) )")
_CHANGED = re.compile(r"(?i:^ (?:(?:ít nhất|tối thiểu|khoảng|hơn|thêm|từ|gấp) )*$|(?<!\w)(?:gấp|lên|xuống|còn) $)")
_LABEL_LEADS = re.compile(
    r"(?i:(?:(?:và|đồng thời|dự kiến|mục tiêu(?: là)?|phấn đấu|tiếp tục|duy trì|giữ vững|khống chế|bảo đảm|đảm bảo|giảm|tăng|nâng|đạt|từng bước|có"
    r"|tối đa|(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) là|thứ (?:nhất|hai|ba|tư|năm|sáu|bảy|tám|chín|mười)"
    r"|(?:đến|trong|hằng|hàng|mỗi)(?: hết)? năm(?: \d{4})?)(?:,? |$))+)"
)
_PREDICATE = re.compile(r" (?:được|đạt|biết|duy trì|tham gia|triển khai) ")
_MODALITY = re.compile(r"(?i:(?:tiếp tục )?phấn đấu)")
_SUBSET = re.compile(r"(?i:đặc biệt là |, đặc biệt |trong đó )")
_NUMBERS = re.compile(r"\d+(?:[.,]\d+)?")
_HIDDEN = re.compile(r"(?:(?<=[,;])|(?<= và)) {5,},? ?$")
_PERCENT = re.compile(r"[%‰]")
_WORDS = re.compile(r"[^\W\d_]+|[≤≥<>=~≈±]")
_NEAR = 300
"""How far back words still say how a figure is meant."""
_FAR = 1_000
"""How far ahead words still say what holds for a group: "30% A, 20% B ... được tập huấn"."""
_FEW = 2
A_RATE = re.compile(r"(?P<value>\d+(?:,\d+)?) ?/ ?1(?:00)?[. ]?000(?!\d)")
"""A rate per thousand or per hundred thousand."""
_TO = re.compile(r" ?(?:-|–|đến) ?")
_NONE_LEFT = re.compile(
    r"(?i:(?:(?:phấn đấu|tiếp tục|bảo đảm|đảm bảo|từng bước|cơ bản) )*(?P<words>không có|không còn|chấm dứt|xóa bỏ|xoá bỏ)(?!\w) ?)"
)


@frozen
class Stretch:
    """One target of a line."""

    start: int
    """Where its words begin in the paragraph."""
    end: int
    """Where they end."""
    found: Decided | None
    """What its words decide; None where they decide nothing and a person is asked."""
    figure: PrintedFigure | None
    """The figure of its bar, or None for a target in words."""
    value: int | Decimal | None
    """That figure, as a number; None where it is in words."""
    ratio: bool
    """Whether it is a share in percent."""
    wording: str
    """The words that decide, or the figure with the words before it."""
    label: tuple[int, int]
    """First and last letter of the words of what is counted."""
    borrowed: str = ""
    """What is said of it at the end of the line, together with the groups behind it ("được tập huấn ..."), or ""."""
    modality: str = ""
    """ "phấn đấu" as printed, or ""."""
    subset: bool = False
    """Whether "đặc biệt là ..." or "trong đó ..." names a part of what is counted."""
    of_a_rate: bool = False
    """Whether a rate rises or falls by its figure: by points of percent, or by percent of the rate."""
    doubt: str = ""
    """Why all of it is asked, as a template; "" where it can be read in one way alone."""


def stretches_of(text: str, begin: int) -> tuple[tuple[Stretch, ...], tuple[str, ...]]:
    """Return the targets of a line, and the clauses in which none was found although they stand by themselves.

    Args:
        text: The paragraph.
        begin: Where the line begins behind its number and "Chỉ tiêu 1:".
    """
    found: list[Stretch] = []
    rest: list[str] = []
    figures = figures_of(text)
    # Dates that say until when are no part of what is counted.
    undated = without_dates(text, dates_of(text, begin))
    for start, end in _clauses(undated, begin):
        here = list(_of_clause(undated, start, end, [figure for figure in figures if start <= figure.start < end]))
        if here:
            found += here
        elif not re.match(r"(?i:được |có )", text[start:end]):
            rest.append(text[start:end])
    return tuple(_with_label(undated, list(_with_borrowed(undated, found)))), tuple(rest)


def _clauses(text: str, begin: int) -> Iterator[tuple[int, int]]:
    start = begin
    for match in _ENDS.finditer(text, begin):
        if text.count("“", begin, match.start()) > text.count("”", begin, match.start()):
            continue
        if start < match.start():
            yield start, match.start()
        start = match.end()
    if start < len(text):
        yield start, len(text)


def _of_clause(text: str, start: int, end: int, figures: Sequence[PrintedFigure]) -> Iterator[Stretch]:
    bars = [figure for figure in figures if figure.kind == "percentage" and _may_be_a_bar(text, start, figure)]
    if not bars:
        stretch = _in_words(text, start, end, figures) or _asked_range(text, start, end, figures) or _asked_zero(text, start, end)
        if stretch is not None:
            yield stretch
            yield from _further_rates(stretch, figures)
        return
    for (first, last), bar in zip(_cuts(text, start, end, bars), bars, strict=True):
        tail = _tail(text, _end_of(bar), last)
        yield _with_bar(text, first, tail, end, bar)
        if tail < last and (stretch := _in_words(text, tail, last, [])) is not None:
            yield stretch


def _may_be_a_bar(text: str, start: int, figure: PrintedFigure) -> bool:
    before = text[max(start, figure.start - _NEAR) : figure.start]
    if before.count("(") > before.count(")") or _NO_TARGET_BEFORE.search(before):
        return False
    # "Từ 6% xuống dưới 3%" begins at a figure of the past; "từ 85% trở lên" and "từ 5 đến 10%" do not.
    return not _FROM.search(before) or bool(_further(text, figure)) or len(_NUMBERS.findall(figure.figure)) > 1


def _cuts(text: str, start: int, end: int, bars: Sequence[PrintedFigure]) -> Iterator[tuple[int, int]]:
    """Yield the stretch of each bar: from its own words on where they stand before what is counted, else up to them."""
    begins = [_behind_no_date(text, start, _lead(text, start, bar)) for bar in bars]
    first = start
    for number, bar in enumerate(bars):
        if number == len(bars) - 1:
            yield first, end
            return
        named_before = len(_LABEL_LEADS.sub("", text[first : begins[number]].strip(" ,")).split()) >= _FEW
        cut = _end_of(bar) + _further(text, bar) if named_before else begins[number + 1]
        yield first, cut
        first = cut


def _behind_no_date(text: str, start: int, lead: int) -> int:
    """Return where the words that lead to a figure begin, with the date before them, in whose place spaces stand: "năm 2028 đạt 70%"."""
    date = _HIDDEN.search(text, start, lead)
    return date.start() if date else lead


def _end_of(figure: PrintedFigure) -> int:
    return figure.start + len(figure.figure)


def _further(text: str, bar: PrintedFigure) -> int:
    """Return how far the words go on behind a figure that still belong to it: "trở lên"."""
    match = re.match(r" trở (?:lên|xuống)", text[_end_of(bar) :])
    return match.end() if match else 0


def _lead(text: str, start: int, bar: PrintedFigure) -> int:
    """Return where the words before a figure begin that say how it is meant: "giảm xuống dưới"."""
    begin, start = bar.start, max(start, bar.start - _NEAR)
    for word in reversed(list(_WORDS.finditer(text[start : bar.start]))):
        between = text[start + word.end() : begin]
        if (word.group().isalpha() and word.group().casefold() not in _LEADING) or between.strip() or len(between) > _FEW:
            break
        begin = start + word.start()
    return begin


def _tail(text: str, behind: int, end: int) -> int:
    """Return where a second target in words begins behind a figure, else the end.

    "Dưới 1% và giảm tối đa ..." is one, and so is "100% ..., không để ...".
    """
    match = re.match(r"(?: trở (?:lên|xuống))?,? và ", text[behind:end])
    begins = behind + match.end() if match else end
    if _DIRECTION.match(text[begins:end]):
        return begins
    zero = re.search(r", (?:và )?(?=không để )", text[behind:end])
    return behind + zero.end() if zero else end


def _with_bar(text: str, start: int, end: int, clause_end: int, bar: PrintedFigure) -> Stretch:
    lead = _lead(text, start, bar)
    behind = _end_of(bar) + _further(text, bar)
    value = _value(bar.figure)
    before, after = _trimmed(text, start, lead), _trimmed(text, behind, end)
    words = text[slice(*before)]
    named_before = len(words.split()) >= _FEW and not _PERCENT.search(words)
    label = before if named_before else after
    said_before = text[start:lead].strip(" ,")
    # "Không để tỷ lệ ... vượt quá 5%" turns round what the words next to the figure say.
    found = decided(text[start if FORBIDS.search(said_before) else lead : behind])
    printed = Printed(
        before=said_before,
        lead=text[lead : bar.start],
        figure=bar.figure,
        behind=text[behind:end],
        label=text[slice(*label)],
        rest=text[behind : min(clause_end, behind + _FAR)],
        named_before=named_before,
    )
    if found is None or not printed.fits(found, value) or printed.is_doubtful(found):
        found = None
    wording = found.printed if found else text[lead:behind].strip(" ,")
    stretch = evolve(_plain(text, start, end, label), found=found, figure=bar, value=value, ratio=_is_share(text[lead:end], found), wording=wording)
    of_a_rate = changes_a_rate(text[start:end], text[start : bar.start], found)
    doubt = doubt_of_label(words.strip(), text[slice(*after)].strip(), comma=_ends_in_comma(text[start:lead]))
    return evolve(stretch, of_a_rate=of_a_rate, doubt=OF_A_RATE if of_a_rate else doubt)


def _ends_in_comma(words: str) -> bool:
    return words.rstrip().endswith(",")


def _is_share(words: str, found: Decided | None) -> bool:
    """Return whether a percentage is a share of a whole, and neither a change nor a rate in per mille."""
    return (found is not None and found.kind is None) and "‰" not in words and "phần nghìn" not in words


def _value(figure: str) -> int | Decimal | None:
    """Return the first number of a figure, or None for one in words or with a point, which may part thousands."""
    match = re.match(r"\d+(?:,\d+)?(?![.,/]?\d)", figure)
    if match is None:
        return None
    return Decimal(match.group().replace(",", ".")) if "," in match.group() else int(match.group())


def _in_words(text: str, start: int, end: int, figures: Sequence[PrintedFigure]) -> Stretch | None:
    """Return the target of a clause without a percentage: "không để xảy ra", "giảm ...", "ít nhất 02 lớp"."""
    hidden = _without_figures(text[start:end], start, figures)
    found = decided(hidden)
    if found is None or not _says_a_target(found, hidden):
        return None
    at = start + max(hidden.find(found.printed), 0)
    behind = at + len(found.printed)
    bar = next((figure for figure in figures if at < figure.start + len(figure.figure) and figure.start < behind), None)
    if found.kind is None and bar is None:
        return None
    after, before = _trimmed(text, behind, end), _trimmed(text, start, at)
    label = after if len(text[slice(*after)].split()) >= _FEW else before
    ratio = re.match(r"(?i:t[ỷỉ] lệ )", text[slice(*label)]) is not None and found.kind is not None
    unread = _unread_figure(found, text[behind:end], behind, figures)
    if unread is not None:
        label = _trimmed(text, _end_of(unread), end) if unread.start <= label[0] else label
        stretch = _plain(text, start, end, label)
        return evolve(stretch, figure=unread, value=_value(unread.figure), wording=" ".join(text[at : _end_of(unread)].split()))
    value = _value(bar.figure) if bar and found.kind is None else None
    stretch = evolve(_plain(text, start, end, label), figure=bar, value=value, ratio=ratio, wording=found.printed)
    sure = found.kind is not None or (value == found.value and not CHANGES.match(hidden) and not ABOUT.search(hidden[: at - start]))
    return evolve(stretch, found=found if sure else None, doubt=_doubt_in_words(text, before, after, label, counted=found.kind is None))


def _asked_range(text: str, start: int, end: int, figures: Sequence[PrintedFigure]) -> Stretch | None:
    """Return what is asked of a range with two signs: "từ 85% đến 90%" may be a bar, or where it is and where it is to go."""
    for low, high in pairwise(figure for figure in figures if figure.kind == "percentage"):
        if _TO.fullmatch(text, _end_of(low), high.start):
            whole = evolve(low, figure=text[low.start : _end_of(high)])
            before, after = _trimmed(text, start, low.start), _trimmed(text, _end_of(high), end)
            label = before if len(text[slice(*before)].split()) >= _FEW else after
            stretch = evolve(_plain(text, start, end, label), figure=whole, value=_value(low.figure), wording=text[start : _end_of(high)])
            return evolve(stretch, doubt=N_("it prints a range with two signs"))
    return None


def _asked_zero(text: str, start: int, end: int) -> Stretch | None:
    """Return what is asked of a clause whose words may mean that nothing of the kind is to occur: "không còn ...", "chấm dứt ..."."""
    match = _NONE_LEFT.match(text, start, end)
    if match is None:
        return None
    words = match["words"]
    none_left = Decided(comparator="==", value=0, upper=None, kind="zero_incident", printed=words)
    stretch = evolve(_plain(text, start, end, _trimmed(text, match.end(), end)), found=none_left, wording=words)
    return evolve(stretch, doubt=N_("its words may mean that none is to occur ('không có', 'không còn', 'chấm dứt')"))


def _further_rates(stretch: Stretch, figures: Sequence[PrintedFigure]) -> Iterator[Stretch]:
    """Yield what is asked of the further rates of a clause that holds several: "xuống còn 120/100.000 ... và 90/100.000 ..."."""
    first = stretch.figure
    if first is None or not A_RATE.match(first.figure):
        return
    for figure in figures:
        if figure.start > first.start and A_RATE.match(figure.figure):
            yield evolve(stretch, found=None, figure=figure, value=None, wording=figure.figure)


def _doubt_in_words(text: str, before: tuple[int, int], after: tuple[int, int], label: tuple[int, int], *, counted: bool) -> str:
    """Return why the words of what is counted would be a guess in a clause without a percentage; "không để xảy ra ..." names it behind."""
    if not counted and label == after:
        return ""
    comma = _ends_in_comma(text[before[0] : before[1] + 2])
    doubt_of = doubt_of_counted if counted else doubt_of_label
    return doubt_of(text[slice(*before)].strip(), text[slice(*after)].strip(), comma=comma)


def _unread_figure(found: Decided, behind: str, at: int, figures: Sequence[PrintedFigure]) -> PrintedFigure | None:
    """Return a figure behind words that were read without one: "giảm một nửa", "tăng 2 lần", "không để xảy ra ... quá 02 vụ".

    Args:
        found: What the words decide.
        behind: The words of the clause behind them.
        at: Where these begin in the paragraph.
        figures: The figures of the clause.
    """
    if found.kind == "zero_incident":
        allowed = [match.end() + at for match in _ALLOWED.finditer(behind)]
        return next((figure for figure in figures if figure.start in allowed), None)
    if found.kind in {"increase", "decrease"}:
        return next(
            (figure for figure in figures if figure.start >= at and _CHANGED.search(behind[: figure.start - at]) and _is_change(figure)), None
        )
    return None


def _is_change(figure: PrintedFigure) -> bool:
    return figure.kind == "number" and (_TIMES.search(figure.figure) is not None or not _TIME.search(figure.figure))


def _without_figures(clause: str, start: int, figures: Sequence[PrintedFigure]) -> str:
    """Return a clause in which dates, ages and other figures that are no bar are hidden, letter by letter."""
    for figure in figures:
        if figure.kind != "number" or _TIME.search(figure.figure):
            at = figure.start - start
            clause = clause[:at] + "…" * len(figure.figure) + clause[at + len(figure.figure) :]
    return clause


def _says_a_target(found: Decided, clause: str) -> bool:
    if found.kind in {"increase", "decrease", "maintain"}:
        return _DIRECTION.match(clause.lstrip(" ,…")) is not None
    return found.kind in {"zero_incident", None}


def _plain(text: str, start: int, end: int, label: tuple[int, int]) -> Stretch:
    modality = _MODALITY.search(text, start, end)
    return Stretch(
        start,
        end,
        found=None,
        figure=None,
        value=None,
        ratio=False,
        wording="",
        label=label,
        modality=modality.group() if modality else "",
        subset=_SUBSET.search(text, start, end) is not None,
    )


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the words of what is counted between two places, without what leads to them, a bracket on a base year, and the full stop."""
    words = re.sub(r"(?:,| và| so với năm \d{4}|[.;:/]| \(\d+/\d+[^()]*\))+$", "", text[start:end].rstrip(" ,;./"))
    end = start + len(words)
    start += len(words) - len(words.lstrip(" ,:"))
    lead = _LABEL_LEADS.match(text, start, end)
    return (min(lead.end(), end) if lead else start), end


def _with_borrowed(text: str, found: Sequence[Stretch]) -> Iterator[Stretch]:
    """Yield each target; a group without a verb of its own takes what is said at the end of the line of the groups behind it."""
    said = ""
    complete: list[Stretch] = []
    for stretch in reversed(found):
        words = text[slice(*stretch.label)]
        if not words and complete:
            complete.append(evolve(stretch, label=complete[-1].label))
            continue
        match = _PREDICATE.search(words)
        if match:
            said = words[match.start() :].strip()
            complete.append(stretch)
        elif stretch.figure is not None and stretch.figure.kind == "percentage" and stretch.label[0] > stretch.figure.start:
            complete.append(evolve(stretch, borrowed=said))
        else:
            complete.append(stretch)
    yield from reversed(complete)


def _with_label(text: str, found: Sequence[Stretch]) -> Iterator[Stretch]:
    """Yield each target; one that names nothing counted stands for that of the target before it: "tỷ lệ ... 50%, năm 2028 đạt 70%"."""
    label = (0, 0)
    for stretch in found:
        label = stretch.label if text[slice(*stretch.label)].strip() else label
        yield evolve(stretch, label=label)
