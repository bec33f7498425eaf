"""The sentence that a report has for one measure, from the object its verdict is."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from planmonitor.assessment.counted import BAR_WORDS, held_against
from planmonitor.assessment.values import Amount, Value, shown
from planmonitor.model.targets import BOUNDS
from planmonitor.workspace.reporting import ReportLine

from planmonitor_exchange.report.document import ReportSentence
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_
from planmonitor_exchange.speaking.values import running

_SHARE, _NUMBER = ("tỷ lệ ", "tỉ lệ "), "số "
"""How labels begin that are no thing one can count: "Tỷ lệ trẻ em …", "Số buổi …"."""
UNSAID = ("no_data", "no_case", "trend_only")
"""Statuses that the sentence itself says."""


def sentence(line: ReportLine, say: Speaker) -> ReportSentence:
    """Return what a report says of a measure: the figure, its bar, how it stands, what is wanting, and what was counted a year before."""
    return ReportSentence("; ".join(filter(None, (figure_told(line, say), *_verdict(line, say), before_told(line, say)))) + ".", (line.judged.id,))


def figure_told(line: ReportLine, say: Speaker) -> str:
    """Return the figure in words: "Có 45/46 trẻ em có hoàn cảnh đặc biệt được chăm sóc, bằng 97,8% (mức giao: 100%), còn 01 trẻ em"."""
    value, definition, label = line.value, line.measure.definition, say.value(line.measure.label)
    if value is None:
        return say(N_("{label}: no figure"), label=label)
    if definition.divided and value.denominator == 0:
        return say(N_("{label}: nobody and nothing to count in the period"), label=label)
    words = _zero(line, value, say) if value.counted == 0 else _share(line, value, say) if definition.divided else _number(line, value, say)
    return f"{words}{_marks(line, value, say)}"


def _zero(line: ReportLine, value: Value, say: Speaker) -> str:
    """Return that there was none, of what may not occur or is counted; of a share of something, and of points, the figure."""
    definition, thing = line.measure.definition, counted_thing(line, say)
    if definition.divided or definition.kind in {"score", "yes_no"} or not thing:
        return _number(line, value, say) if not definition.divided else _share(line, value, say)
    none = N_("There was no {thing}") if definition.counts in {"people", "people_times", "documents", "facilities"} else N_("No {thing} occurred")
    return say(none, thing=thing)


def _share(line: ReportLine, value: Value, say: Speaker) -> str:
    """Return a share, with what is above and below the line."""
    label, definition = say.value(line.measure.label), line.measure.definition
    if value.numerator is None or value.denominator is None:
        return say(N_("{label}: {amount}"), label=label, amount=say.amount(value.amount))
    parts = f"{say.number(value.numerator)}/{say.number(value.denominator)}"
    if definition.kind != "ratio" or label.casefold().startswith((*_SHARE, _NUMBER)) or not say.vi:
        return say(N_("{label}: {amount} ({parts} {noun})"), label=label, amount=say.amount(value.amount), parts=parts, noun=definition.noun)
    return say(N_("{parts} {what}, {amount}"), parts=parts, what=running(label), amount=say.amount(value.amount))


def _number(line: ReportLine, value: Value, say: Speaker) -> str:
    """Return what was counted, in front of what it is where the label names that."""
    label, thing, definition = say.value(line.measure.label), counted_thing(line, say), line.measure.definition
    amount = say.amount(value.amount)
    noun = say.value(definition.noun)
    if thing.startswith(noun) and say.vi and definition.kind in {"count", "output"}:
        return say(N_("{amount} {rest}"), amount=amount, rest=thing.removeprefix(noun).strip()).strip()
    return say(N_("{label}: {amount}"), label=label, amount=amount)


def counted_thing(line: ReportLine, say: Speaker) -> str:
    """Return what a count counts, in running words: "vụ việc nghiêm trọng về xâm hại trẻ em"; "" where the label is that of a share."""
    label = running(say.value(line.measure.label))
    if label.casefold().startswith(_SHARE):
        return ""
    return label[len(_NUMBER) :] if label.casefold().startswith(_NUMBER) else label


def _marks(line: ReportLine, value: Value, say: Speaker) -> str:
    """Return what stands in brackets behind a figure: its bar, the day it runs to, and that it is an estimate; then what is left to 100 %."""
    bar, marks = bar_told(line, say), list[str]()
    if bar and line.measure.definition.kind != "yes_no":
        marks.append(say(N_("bar: {bar}") if line.whole else N_("bar of the whole place: {bar}"), bar=bar))
    if value.until < line.period.end:
        marks.append(say(N_("up to {until}"), until=value.until))
    if value.state == "estimated":
        marks.append(say(N_("an estimate")))
    told = f" ({'; '.join(marks)})" if marks else ""
    everybody = line.whole and line.judged.bar == 100 and line.measure.definition.is_percentage
    if everybody and value.numerator is not None and value.denominator is not None and value.numerator < value.denominator:
        left = Amount(Decimal(value.denominator - value.numerator), line.measure.definition.counts, line.measure.definition.noun)
        told += say(N_(", {left} left"), left=left)
    return told


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


def _verdict(line: ReportLine, say: Speaker) -> Iterator[str]:
    """Yield how a measure stands, and what would change it; of a part nothing, for the bar is that of the whole."""
    judged = line.judged
    if not line.whole:
        return
    if judged.status not in UNSAID or judged.old is not None:
        yield running(say.status_in_full(judged))
    if judged.status == "incomplete" and judged.missing and line.value is not None:
        yield say(N_("missing: {parts}"), parts=tuple(part.called for part in judged.missing))


def before_told(line: ReportLine, say: Speaker) -> str:
    """Return what was counted in the same period of the year before, and what has changed since: "cùng kỳ (năm 2025): 07 trẻ em, giảm 02 trẻ em"."""
    before = line.beside.before
    if before is None or before.exact is None or line.value is None:
        return ""
    amount = say.amount(held_against(before, line.beside.bar).amount)
    change = change_told(line, say)
    said = N_("the year before ({period}): {amount}, {change}") if change else N_("the year before ({period}): {amount}")
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
