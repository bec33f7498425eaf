"""What the rows of a workbook to fill in say: the unit of a figure, its bar, what was counted before, and what a formula answers."""

from __future__ import annotations

from fractions import Fraction

from planmonitor import Definition, Period
from planmonitor.assessment.counted import held_against
from planmonitor.assessment.values import Amount, Value, shown
from planmonitor.model.targets import BOUNDS
from planmonitor.workspace.asking import Blank, Use

from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_
from planmonitor_exchange.speaking.values import running
from planmonitor_exchange.speaking.vocabulary import SIGN
from planmonitor_exchange.workbook.formulas import SheetBar

NOBODY = N_("Nobody to count")
"""What a share of nobody is called; its figure is "x"."""
NO_CASE = "x"
MISSING = N_("Parts are still missing")


def days(period: Period, say: Speaker) -> str:
    """Return the days of a period: "15/12/2025 - 14/12/2026"."""
    return f"{say.day(period.start)} - {say.day(period.end)}"


def measured_in(definition: Definition, say: Speaker) -> str:
    """Return in what a figure is told: "%", "vụ", "điểm (tối đa 100)"."""
    if definition.is_percentage:
        return "%"
    if definition.kind == "rate":
        return say(N_("per {number}"), number=definition.per)
    if definition.kind == "yes_no":
        return say(N_("Yes or no"))
    if definition.maximum is not None:
        return say(N_("points (at most {maximum})"), maximum=definition.maximum)
    return say.value(definition.noun)


def what_is_counted(blank: Blank, say: Speaker) -> str:
    """Return the measure in the words of its plan, and below it what is counted above and below the line."""
    definition = blank.measure.definition
    lines = [say.value(blank.measure.label)]
    if definition.divided:
        lines += [say(N_("Numerator: {words}"), words=definition.numerator), say(N_("Denominator: {words}"), words=definition.denominator)]
    return "\n".join(lines)


def of_which(definition: Definition, way: str, part: str, say: Speaker) -> str:
    """Return what a part of a breakdown is called below its figure."""
    named = next(item for item in definition.breakdowns if item.key == way)
    said = N_("of which, by {breakdown}: {part}") if named.kind == "partition" else N_("of which: {part}")
    return say(said, breakdown=running(say.value(named.label)), part=say.breakdown(definition, [(way, part)]))


def used_by(blank: Blank, say: Speaker) -> str:
    """Return the plans that use a figure, each with the codes of its measures."""
    codes: dict[str, list[str]] = {}
    for use in blank.uses:
        codes.setdefault(say.value(use.plan.called), []).append(use.measure.code)
    return "\n".join(f"{plan}: {', '.join(these)}" for plan, these in codes.items())


def counted_before(blank: Blank, value: Value | None, say: Speaker, *, state: bool = False) -> str:
    """Return what was counted, with its numerator and denominator; "" where nothing is known.

    Args:
        blank: The figure beside which it stands.
        value: What was counted.
        say: The language.
        state: Whether to say its state, and up to which day it runs where that is not the last one.
    """
    if value is None:
        return ""
    held = held_against(value, blank.beside.bar, blank.beside.milestone)
    alone = value.numerator is not None and value.denominator is None
    text = NO_CASE if held.exact is None and not alone else say.amount(held.amount)
    if value.definition.divided and not alone and value.numerator is not None and value.denominator is not None:
        text += f" ({say.number(value.numerator)}/{say.number(value.denominator)})"
    if not state:
        return text
    early = value.until < value.period.end
    said = N_("{figure}, {state}, up to {until}") if early else N_("{figure}, {state}")
    return say(said, figure=text, state=say.figure_state(value.state), until=value.until)


def bars(blank: Blank, say: Speaker) -> str:
    """Return the bars that a figure is held against, each once, with the plan where they differ."""
    told = {say.value(use.plan.called): _bar(use, say) for use in reversed(blank.uses)}
    words = list(dict.fromkeys(_bar(use, say) for use in blank.uses))
    return words[0] if len(words) == 1 else "\n".join(f"{plan}: {bar}" for plan, bar in reversed(told.items()))


def held(blank: Blank, say: Speaker) -> list[SheetBar]:
    """Return the bars as formulas hold a figure against them, each once; none where there is nothing to hold it against."""
    found: dict[object, tuple[Use, SheetBar]] = {}
    for use in blank.uses:
        beside = use.beside
        if beside.side and beside.bar is not None:
            found.setdefault((beside.side, beside.bar, beside.milestone), (use, _held(use, not is_year(blank), say)))
    named = len(found) > 1
    return [_named(item, say.value(use.plan.called)) if named else item for use, item in found.values()]


def is_year(blank: Blank) -> bool:
    """Return whether a figure is that of a whole reporting year."""
    use = blank.uses[0]
    return blank.period == use.plan.window_of(use.measure).year(blank.period.year)


def done_words(say: Speaker) -> tuple[str, str]:
    """Return what is said of a state or task that is done, and of one that is not."""
    return say(N_("Done")), say(N_("Not done yet"))


def _named(item: SheetBar, name: str) -> SheetBar:
    return SheetBar(item.side, item.bar, item.holds, item.fails, item.milestone, item.reaches, name)


def _held(use: Use, part_of_year: bool, say: Speaker) -> SheetBar:
    beside, definition = use.beside, use.measure.definition
    assert beside.bar is not None
    flow = definition.over_time in {"count", "cumulative"} and beside.side in {"<", "<="}
    if beside.target.kind == "zero_incident":
        words = N_("None occurred"), N_("Has occurred")
    elif flow and part_of_year:
        words = N_("Within the bar of the year so far"), N_("Not within the bar of the year")
    elif flow:
        words = N_("Within the bar"), N_("Not within the bar")
    else:
        words = N_("Reaches the bar"), N_("Does not reach the bar yet")
    return SheetBar(beside.side, beside.bar, say(words[0]), say(words[1]), beside.milestone, say(N_("Reaches the milestone")))


def _bar(use: Use, say: Speaker) -> str:
    """Return the bar of a plan, with the figure that a direction or a change comes to, and the milestone that is due."""
    beside, measure = use.beside, use.measure
    words = say.bar(measure, beside.target)
    said = beside.target.kind in {"relative_change", "change"} or beside.target.comparator not in BOUNDS
    if beside.bar is not None and beside.side and said and measure.definition.kind != "yes_no":
        words += f" ({SIGN.get(beside.side, beside.side)} {_figure(measure.definition, beside.bar, say)})"
    if beside.milestone is not None:
        words += "\n" + say(N_("milestone by now: {milestone}"), milestone=_figure(measure.definition, beside.milestone, say))
    return words


def _figure(definition: Definition, figure: Fraction, say: Speaker) -> str:
    number = shown(figure)
    return say.amount(Amount(number, "%", definition.noun)) if definition.is_percentage else say.number(number)
