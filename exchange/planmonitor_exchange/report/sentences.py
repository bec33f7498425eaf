"""The sentence that a report has for one measure, from the object its verdict is."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal

from planmonitor.assessment.counted import BAR_WORDS, held_against
from planmonitor.assessment.values import Amount, Value, shown
from planmonitor.model.targets import BOUNDS
from planmonitor.workspace.report_lines import ReportLine

from planmonitor_exchange.report.document import ReportSentence
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_
from planmonitor_exchange.speaking.values import running

_SHARE, _NUMBER = ("tỷ lệ ", "tỉ lệ ", "tỷ suất ", "tỉ suất "), "số "
"""How labels begin that are no thing one can count: "Tỷ lệ trẻ em …", "Số buổi …"."""
UNSAID = ("no_data", "no_case", "trend_only")
"""Statuses that the sentence itself says; of what is only followed why it cannot be judged is said where a bar is set."""


def running_name(name: str) -> str:
    """Return a name as it stands within a sentence: "các trường học trên địa bàn", but "Phòng Văn hóa - Xã hội"."""
    return running(name) if name.startswith("Các ") else name


def until_of(lines: Iterable[ReportLine], today: date) -> date | None:
    """Return the day to which most figures run, today at the latest: it is said once, and beside a figure only where that runs to another.

    None without figures.
    """
    days = Counter(min(value.until, today) for line in lines if (value := latest_of(line)) is not None)
    return max(days, key=lambda day: (days[day], day), default=None)


def latest_of(line: ReportLine) -> Value | None:
    """Return what was counted in the period, else what was counted of the year so far; None where nothing was."""
    return line.since_beginning if line.value is None else line.value


def sentence(line: ReportLine, until: date | None, say: Speaker) -> ReportSentence:
    """Return what a report says of a measure: the figure, its bar, how it stands, what is wanting, and what was counted a year before.

    Args:
        line: The measure.
        until: The day to which most figures of the report run.
        say: The language.
    """
    told = (figure_told(line, until, say), *_since_beginning(line, say), *_verdict(line, say), before_told(line, say), *_estimate(line, say))
    return ReportSentence("; ".join(filter(None, told)) + ".", (line.judged.id,))


def figure_told(line: ReportLine, until: date | None, say: Speaker) -> str:
    """Return the figure in words: "Có 45/46 trẻ em có hoàn cảnh đặc biệt được chăm sóc, bằng 97,8% (mức giao: 100%), còn 01 trẻ em"."""
    value, definition, label = line.value, line.measure.definition, say.value(line.measure.label)
    if value is None:
        return say(N_("{label}: no figure"), label=label)
    if definition.divided and value.denominator == 0:
        return say(N_("{label}: nobody and nothing to count in the period"), label=label)
    if value.counted == 0 and (none := _none(line, say)):
        return none + _in_brackets(_marks(line, value, until, say))
    words, within = _share(line, value, say) if definition.divided else (_number(line, value, say), ())
    return f"{words}{_in_brackets((*within, *_marks(line, value, until, say)))}{_left(line, value, say)}"


def _in_brackets(marks: Iterable[str]) -> str:
    told = "; ".join(marks)
    return f" ({told})" if told else ""


def _none(line: ReportLine, say: Speaker) -> str:
    """Return that there was none, of what may not occur or is counted; "" of points, states and shares of something."""
    definition, thing = line.measure.definition, counted_thing(line, say)
    if definition.divided or definition.kind in {"score", "yes_no"} or not say.vi or _occurred(line):
        return ""
    occurs = line.judged.target.kind == "zero_incident" and definition.counts in {"cases", "events"}
    return say(N_("No {thing} occurred") if occurs else N_("There was no {thing}"), thing=thing)


def _share(line: ReportLine, value: Value, say: Speaker) -> tuple[str, tuple[str, ...]]:
    """Return a share, and what stands in brackets behind it: what is above and below the line, where the words do not say it."""
    label, definition = say.value(line.measure.label), line.measure.definition
    if value.numerator is None or value.denominator is None:
        return say(N_("{label}: {amount}"), label=label, amount=value.amount), ()
    parts = f"{say.counted(value.numerator)}/{say.counted(value.denominator)}"
    if definition.kind != "ratio" or label.casefold().startswith((*_SHARE, _NUMBER)) or not say.vi:
        return say(N_("{label}: {amount}"), label=label, amount=value.amount), (f"{parts} {say.value(definition.noun)}",)
    return say(N_("{parts} {what}, {amount}"), parts=parts, what=running(label), amount=value.amount), ()


def _number(line: ReportLine, value: Value, say: Speaker) -> str:
    """Return what was counted, in front of what it is where the label names that."""
    label, thing, definition = say.value(line.measure.label), counted_thing(line, say), line.measure.definition
    noun = say.value(definition.noun)
    if thing.startswith(noun) and say.vi and definition.kind in {"count", "output"}:
        rest = thing.removeprefix(noun)
        return say(N_("{amount}{rest}"), amount=value.amount, rest=rest)
    return say(N_("{label}: {amount}"), label=label, amount=value.amount)


def counted_thing(line: ReportLine, say: Speaker) -> str:
    """Return what a count counts, in running words: "vụ việc nghiêm trọng về xâm hại trẻ em"; "" where the label is that of a share."""
    label = running(say.value(line.measure.label))
    if label.casefold().startswith(_SHARE):
        return ""
    return label[len(_NUMBER) :] if label.casefold().startswith(_NUMBER) else label


def _marks(line: ReportLine, value: Value, until: date | None, say: Speaker) -> Iterator[str]:
    """Yield what stands in brackets behind a figure: that it is an estimate, its bar, and the day it runs to where others run to another."""
    if value.state == "estimated" and (not _says_status(line) or line.judged.status == "trend_only"):
        yield say(N_("an estimate"))
    if line.since_beginning is None and not (value.counted == 0 and line.judged.target.kind == "zero_incident"):
        yield from _bar_mark(line, say)
    if value.until < line.period.end and value.until != until:
        yield say(N_("up to {until}"), until=value.until)


def _bar_mark(line: ReportLine, say: Speaker) -> Iterator[str]:
    bar = bar_told(line, say)
    if bar and line.measure.definition.kind != "yes_no":
        yield say(N_("bar: {bar}") if line.whole else N_("bar of the whole place: {bar}"), bar=bar)


def _left(line: ReportLine, value: Value, say: Speaker) -> str:
    """Return how many are left to everybody: ", còn 01 trẻ em"; "" where not everybody is asked for."""
    everybody = line.whole and line.judged.bar == 100 and line.measure.definition.is_percentage
    if not everybody or value.numerator is None or value.denominator is None or value.numerator >= value.denominator:
        return ""
    left = Amount(Decimal(value.denominator - value.numerator), line.measure.definition.counts, line.measure.definition.noun)
    return say(N_(", {left} left"), left=left)


def bar_told(line: ReportLine, say: Speaker) -> str:
    """Return the bar in words: "trên 70%", "giảm, dưới 07 trẻ em"; "" where nothing is set."""
    measure, target, bar = line.measure, line.judged.target, line.beside.bar
    if target.comparator is None or measure.definition.unread:
        return ""
    words = say.bar(measure, target)
    if bar is None or target.kind == "zero_incident" or measure.definition.kind == "yes_no" or words == "100%":
        return words
    side = line.beside.side
    exact = say(BAR_WORDS[side], bar=Amount(shown(bar), measure.definition.measured_in, measure.definition.noun)) if side else ""
    plainly = target.comparator in BOUNDS and not target.by_change
    return exact or words if plainly else f"{words}, {exact}" if exact else words


def _since_beginning(line: ReportLine, say: Speaker) -> Iterator[str]:
    so_far = line.since_beginning
    if so_far is not None and so_far.definition.divided and so_far.denominator == 0:
        yield say(N_("since the beginning of the year: nobody and nothing to count"))
    elif so_far is not None:
        yield say(N_("since the beginning of the year: {amount}"), amount=so_far.amount) + _in_brackets(_bar_mark(line, say))


def _estimate(line: ReportLine, say: Speaker) -> Iterator[str]:
    of_year, so_far = line.estimate, line.since_beginning
    if of_year is not None and of_year.exact is not None and (so_far is None or so_far.exact != of_year.exact):
        if of_year.state == "estimated":
            told = say(N_("estimate of the whole year: {amount}"), amount=of_year.amount)
        elif of_year.until < of_year.period.end:
            told = say(N_("{period}, up to {until}: {amount}"), period=of_year.period, until=of_year.until, amount=of_year.amount)
        else:
            told = say(N_("whole year: {amount}"), amount=of_year.amount)
        yield say(N_("{figure} (incomplete)"), figure=told) if of_year.missing else told


def _says_status(line: ReportLine) -> bool:
    judged = line.judged
    unjudged = judged.status == "trend_only" and judged.target.comparator is not None and not line.measure.definition.unread
    return line.whole and (judged.status not in UNSAID or judged.old is not None or unjudged)


def status_told(line: ReportLine, say: Speaker) -> str:
    """Return how a measure stands as a report says it: with an accepted explanation, without what its bar would still bear."""
    if not line.whole or line.measure.definition.kind == "output":
        return ""
    if line.judged.status == "trend_only" and line.judged.old is None:
        return say.bare_status(line.judged)  # why nothing is judged; that the figure is an estimate stands beside it
    return say.status(line.judged) if line.judged.room is not None else say.status_in_full(line.judged)


def _verdict(line: ReportLine, say: Speaker) -> Iterator[str]:
    """Yield how a measure stands, and what is missing; of a part nothing, for the bar is that of the whole."""
    if _says_status(line):
        yield running(status_told(line, say))
    yield from elsewhere_told(line, say)
    yield from missing_told(line, say)


def _occurred(line: ReportLine) -> bool:
    """Return whether what must not occur did by another figure than its own, which says that it did not or is not there."""
    counted = 0 if line.judged.value is None else line.judged.value.counted
    return line.whole and line.judged.status == "not_met" and line.judged.target.kind == "zero_incident" and not counted


def elsewhere_told(line: ReportLine, say: Speaker) -> Iterator[str]:
    """Yield which other figure tells that something occurred of which its own figure tells nothing."""
    if _occurred(line):
        yield running(say.message(line.judged.reason)).rstrip(".")


def missing_told(line: ReportLine, say: Speaker) -> Iterator[str]:
    """Yield which parts, or else which days, an incomplete figure waits for."""
    judged = line.judged
    if line.whole and judged.status == "incomplete" and line.value is not None:
        waiting = tuple(part.called for part in judged.missing) or judged.lacking or judged.gaps
        if waiting:
            yield say(N_("missing: {parts}"), parts=tuple(running_name(say.value(part)) for part in waiting))


def before_told(line: ReportLine, say: Speaker) -> str:
    """Return what was counted in the same period of the year before, and what has changed since: "giảm 02 trẻ em so với năm 2025 (07 trẻ em)"."""
    before = line.beside.before
    if before is None or before.exact is None or line.value is None:
        return ""
    amount = say.amount(held_against(before, line.beside.bar).amount)
    change = change_told(line, say)
    said = N_("{change} against {period} ({amount})") if change else N_("{period}: {amount}")
    return say(said, period=before.period, amount=amount, change=change)


def change_told(line: ReportLine, say: Speaker) -> str:
    """Return by how much a figure differs from that of the same period of the year before; "" where one of them does not tell of all its days."""
    value, before, definition = line.value, line.beside.before, line.measure.definition
    if value is None or before is None or value.exact is None or before.exact is None:
        return ""
    if value.period.days != before.period.days and abs(value.period.days - before.period.days) > 1:
        return ""
    if value.until < value.period.end and definition.over_time != "point_in_time":
        return ""  # what was counted up to October is no year beside a whole one
    unit = "points of percent" if definition.is_percentage else definition.measured_in
    return say.amount(Amount(shown(value.exact - before.exact), unit, definition.noun, signed=True))
