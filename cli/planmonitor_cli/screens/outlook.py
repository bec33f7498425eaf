"""What an answer changes, on the screen, before it is written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planmonitor import Figure, Plan
from planmonitor.assessment.changes import Changes, MeasureChange, ReportChange
from planmonitor.assessment.checking import FoundBy
from planmonitor.assessment.results import JudgedMeasure, Occurrence
from planmonitor.model.settings import Answer
from planmonitor.workspace.answering import Outlook
from planmonitor.workspace.foreseeing import Effect, Foreseen
from planmonitor_exchange.speaking.answers import answer_in_words
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.layout import wrapped
from planmonitor_cli.screens.attention import plan_name
from planmonitor_cli.screens.figures import counted

SHOWN = 12
"""Figures of each kind that are named; of more only the number is told."""


def outlook_lines(outlook: Outlook, say: Speaker) -> Iterator[str]:
    """Yield the lines: figures that would count no more first, then question, answer and what changes."""
    if outlook.aside:
        warning = say(N_("With this answer {count} recorded figures count no more; they stand below."), count=len(outlook.aside))
        yield wrapped(say(N_("Note: {warning}"), warning=warning))
    yield wrapped(say(N_("{plan}: {question}"), plan=plan_name(outlook.plan, say), question=outlook.question.text), "", "  ")
    if outlook.before is not None and not outlook.already:
        yield wrapped(say(N_("Answered so far: {value}"), value=_answer(outlook, outlook.before, say)), "  ", "    ")
    yield wrapped(say(N_("Answer: {value}"), value=_answer(outlook, outlook.answer, say)), "  ", "    ")
    if outlook.already:
        yield say(N_("Just this was answered before."))
        return
    yield from _what_changes([*_changes(outlook.plan, outlook.changes, say), *_figures(outlook, say)], say)


def foreseen_lines(foreseen: Foreseen, say: Speaker) -> Iterator[str]:
    """Yield what a change makes of all plans followed, each line with the name of its plan, then what it makes of them on days to come."""
    told = list(_foreseen(foreseen, say))
    coming = {day: [line for line in _foreseen(later, say) if line not in told] for day, later in foreseen.later.items()}
    if told or not any(coming.values()):
        yield from _all_aside(foreseen, say)
        yield from _what_changes(told, say)
    for day, lines in coming.items():
        if lines:
            yield from _all_aside(foreseen.later[day], say)
            yield say(N_("What changes from {day} on:"), day=day)
            yield from (wrapped(line, "- ", "  ") for line in lines)


def _all_aside(foreseen: Foreseen, say: Speaker) -> Iterator[str]:
    """Yield that figures would count no more, where there are any."""
    aside = len({figure.key for effect in foreseen.effects for figure in effect.aside})
    if aside:
        warning = say(N_("By this {count} recorded figures count no more; they stand below."), count=aside)
        yield wrapped(say(N_("Note: {warning}"), warning=warning))


def _foreseen(foreseen: Foreseen, say: Speaker) -> Iterator[str]:
    for effect in foreseen.effects:
        for line in (*_changes(effect.plan, effect.changes, say), *_figures(effect, say)):
            yield say(N_("{plan}: {said}"), plan=plan_name(effect.plan, say), said=line)
    yield from _findings(foreseen.gone, foreseen.come, say)


def _what_changes(lines: Sequence[str], say: Speaker) -> Iterator[str]:
    yield say(N_("What changes:")) if lines else say(N_("No verdict, date or finding changes."))
    yield from (wrapped(line, "- ", "  ") for line in lines)


def _answer(outlook: Outlook, answer: Answer, say: Speaker) -> str:
    value = answer_in_words(outlook.question, answer.value, outlook.plan, say)
    return say(N_("{value} ({document})"), value=value, document=answer.document or say(N_("no document named")))


def _changes(plan: Plan, changes: Changes, say: Speaker) -> Iterator[str]:
    yield from (_measure(plan, item, say) for item in changes.measures)
    yield from (_report(item, say) for item in changes.reports)
    yield from _findings(changes.gone, changes.come, say)


def _findings(gone: Sequence[FoundBy], come: Sequence[FoundBy], say: Speaker) -> Iterator[str]:
    again = {item.check.id for item in come}
    for item in gone:
        if item.check.id not in again:
            yield say(N_("Found no more: {finding}"), finding=item.finding.message)
    for item in come:
        found = item.finding.state == "found"
        yield say(N_("Found from now on: {finding}") if found else N_("Cannot be judged: {finding}"), finding=item.finding.message)


def _measure(plan: Plan, change: MeasureChange, say: Speaker) -> str:
    before, after = change.before, change.after
    name = f"{after.measure.code}. {say.value(after.measure.label)}"
    was, becomes = say.status(before), say.status(after)
    said = [say(N_("{name}: {was} becomes {becomes}."), name=name, was=was, becomes=becomes)] if was != becomes else []
    said = said or [say(N_("{name}: {becomes}, as before."), name=name, becomes=becomes)]
    if before.reason != after.reason or before.next_step != after.next_step:
        said += [say.message(after.reason), say.message(after.next_step)]
    if before.measure.owners != after.measure.owners:
        said.append(say(N_("Its figure is supplied by: {units}."), units="; ".join(_suppliers(plan, after))))
    return " ".join(filter(None, said))


def _suppliers(plan: Plan, judged: JudgedMeasure) -> Sequence[str]:
    return [unit.name for share in judged.measure.owners if share.unit and (unit := plan.unit(share.unit))]


def _report(change: ReportChange, say: Speaker) -> str:
    """Return how the reports of a duty change: the first of each, for they are alike from year to year."""
    was, becomes = (_first(items) for items in (change.before, change.after))
    name = say.value(change.duty.called)
    if was is None or becomes is None:
        item = becomes or was
        template = N_("{name}: also {state}.") if was is None else N_("{name}: no more {state}.")
        return say(template, name=name, state="…" if item is None else _state(item, say))
    return say(N_("{name}: {was} becomes {becomes}."), name=name, was=_state(was, say), becomes=_state(becomes, say))


def _first(items: Sequence[Occurrence]) -> Occurrence | None:
    """Return the report that comes next; of those past the last."""
    coming = [item for item in items if item.state in {"not_due", "undated"}]
    return coming[0] if coming else items[-1] if items else None


def _state(item: Occurrence, say: Speaker) -> str:
    state = say.duty_state(item)
    if item.last_day is None or item.period is None:
        return state
    figures = say(N_("{received}/{expected} figures in"), received=str(item.received), expected=str(item.expected))
    return say(N_("due {day} on {period} ({state}, {figures})"), day=item.last_day, period=item.period, state=state, figures=figures)


def _figures(outlook: Outlook | Effect, say: Speaker) -> Iterator[str]:
    for template, figures in ((N_("Counts no more: {figure}"), outlook.aside), (N_("Counts from now on: {figure}"), outlook.taken_in)):
        yield from (say(template, figure=_named(outlook, figure, say)) for figure in figures[:SHOWN])
        if len(figures) > SHOWN:
            yield say(N_("... and {count} more."), count=len(figures) - SHOWN)


def _named(outlook: Outlook | Effect, figure: Figure, say: Speaker) -> str:
    plan = outlook.plan
    measure = next((item for item in plan.measures if item.definition.key == figure.definition), None)
    name = figure.definition if measure is None else f"{measure.code}. {say.value(measure.label)}"
    unit = plan.unit(figure.unit)
    of_unit = f", {unit.name if unit else outlook.names.get(figure.unit, figure.unit)}" if figure.unit else ""
    return f"{name}, {say.period(figure.period)}{of_unit}: {counted(figure, say)}"
