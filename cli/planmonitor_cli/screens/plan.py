"""A plan on the screen, in the order of its document."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from planmonitor import Check, Duty, Measure, Plan, Rhythm
from planmonitor.model.settings import PlanSettings
from planmonitor_exchange.machine.rows import Row
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_
from planmonitor_exchange.speaking.vocabulary import DUTY_KIND, ROLE, SEVERITY

from planmonitor_cli.layout import wrapped
from planmonitor_cli.output import table
from planmonitor_cli.screens.readings import reading_lines


def plan_lines(plan: Plan, checks: tuple[Check, ...], settings: PlanSettings, say: Speaker, today: str = "") -> Iterator[str]:
    """Yield the lines of one plan; `today` is what its place is called today, with what it lies in and its code."""
    document = plan.document
    yield say.value(plan.title)
    yield say(N_("Plan {id}, {start} to {end}"), id=plan.id, start=plan.start, end=plan.end)
    if plan.place is not None and plan.place.name:
        printed = N_("Place: {place}") if today in {"", plan.place.in_full} else N_("Place: {place}; today: {today}")
        yield say(printed, place=plan.place.in_full, today=today)
    yield say(
        N_("Document: number {number}, dated {day}, {issuer}"), number=document.number or "…", day=document.issued or "…", issuer=document.issuer
    )
    yield from (say(N_("Carries out: {act}"), act=act) for act in document.implements)
    yield from _measures(plan, say)
    if plan.sections:
        yield from _section(N_("The text by its headings"), _text(plan), say)
    yield from _units(plan, say)
    if plan.rhythms:
        yield from _section(N_("Done again and again"), (_rhythm(plan, rhythm, say) for rhythm in plan.rhythms), say)
    yield from _section(N_("Reports"), (_duty(duty, say) for duty in plan.duties), say)
    yield from _section(N_("Money"), (f"- {source.section}: {source.clause}" for source in plan.budget), say)
    yield from _end(plan, say)
    if readings := reading_lines(plan, say):
        yield from ("", *readings)
    checked = (f"- {say.value(check.title)} ({say(SEVERITY[check.severity])})" for check in checks)
    yield from _section(N_("Checks"), checked, say)
    yield from _questions(plan, settings, say)


def follow_from(new: str, old: str) -> str:
    """Return the command by which one plan takes over from another."""
    return f"monitor plans follow {new} --from {old}"


def _section(title: str, lines: Iterable[str], say: Speaker) -> Iterator[str]:
    yield ""
    yield say(title)
    yield from lines


def _measures(plan: Plan, say: Speaker) -> Iterator[str]:
    for objective in plan.objectives:
        rows = [
            measure_row(plan, measure, say)
            for indicator in plan.indicators
            if indicator.objective == objective.code
            for measure in indicator.measures
        ]
        if rows:
            yield ""
            yield f"{objective.code}. {objective.text}"
            yield table(measure_headers(say), rows, named=2)


def measure_headers(say: Speaker) -> Row:
    """Return the headings of a plan's measures."""
    return tuple(say(name) for name in (N_("Code"), N_("Measure"), N_("Target"), N_("By"), N_("Clause")))


def measure_row(plan: Plan, measure: Measure, say: Speaker) -> Row:
    """Return the line of a measure: what is counted, the bar, the last day to reach it, and where it stands."""
    target = measure.targets[-1]
    return (measure.code, say.value(measure.label), say.bar(measure, target), say.day(plan.due(target)), measure.source.section)


def _text(plan: Plan) -> Iterator[str]:
    """Yield every heading with its paragraphs, and the lines of the plan that stand under it."""
    for section in plan.sections:
        yield wrapped(f"{section.section}: {section.heading}", "- ", "  ")
        lines = [f"{line.code}. {line.text}" for line in plan.indicators if plan.section_of(line.measures[0].source.section) == section]
        yield from (wrapped(words, "    - ", "      ") for words in (*section.paragraphs, *lines))


def _rhythm(plan: Plan, rhythm: Rhythm, say: Speaker) -> str:
    names = ", ".join(unit.name for unit in plan.units if unit.id in rhythm.units)
    return wrapped(f"{say.value(rhythm.title)}: {rhythm.source.section}: “{rhythm.rule}”" + (f" ({names})" if names else ""), "- ", "  ")


def _end(plan: Plan, say: Speaker) -> Iterator[str]:
    """Yield what stands below the last section: the closing paragraphs, who gets a copy, who signed."""
    document = plan.document
    lines = [wrapped(paragraph) for paragraph in document.closing]
    if document.recipients:
        lines.append(wrapped(say(N_("Copies to: {names}"), names="; ".join(document.recipients)), following="  "))
    if document.signatory:
        lines.append(say(N_("Signed: {lines}"), lines=" / ".join(document.signatory)))
    if lines:
        yield from ("", *lines)


def _units(plan: Plan, say: Speaker) -> Iterator[str]:
    yield ""
    yield say(N_("Units and their tasks"))
    for unit in plan.units:
        yield f"- {unit_called(unit.name, unit.ended, say)} ({unit.id})"
        yield from (f"    {task.section} ({say(ROLE[task.role])}): {task.text}" for task in unit.tasks)


def unit_called(name: str, ended: date | None, say: Speaker) -> str:
    """Return the name of a unit; of one that exists no more with its last day."""
    return name if ended is None else say(N_("{unit} (ended, last day {day})"), unit=name, day=ended)


def _duty(duty: Duty, say: Speaker) -> str:
    return f"- {say.value(duty.called)} ({duty.id}, {say(DUTY_KIND[duty.kind])}): {duty.source.section}: “{duty.rule}”"


def _questions(plan: Plan, settings: PlanSettings, say: Speaker) -> Iterator[str]:
    yield ""
    yield say(N_("Open questions: {count}"), count=len(plan.questions))
    if plan.questions:
        words = say(N_("QUESTION")), say(N_("ANSWER"))
        yield say(N_("Answer one: {command}"), command=f"monitor answer {plan.id}/{' '.join(words)}")
    for question in plan.questions:
        yield f"- {question.id}: {say.value(question.text)}"
        yield from (f"    {choice.key}: {say.value(choice.label)}" for choice in question.choices)
        if question.offered is not None:
            yield say(N_("    Until the place answers: {value}"), value=shown_years(question.offered))
        answer = settings.answers.get(question.id)
        if answer is not None:
            document = answer.document or say(N_("no document named"))
            yield say(N_("    The place's answer: {value} ({document})"), value=answer.value, document=document)


def shown_years(offered: str | int | tuple[int, ...]) -> str:
    """Return a reading on offer as text; years are no numbers to be grouped."""
    return ", ".join(map(str, offered)) if isinstance(offered, tuple) else str(offered)


def list_headers(say: Speaker) -> Row:
    """Return the headings of a list of plans."""
    return tuple(say(name) for name in (N_("Plan"), N_("Title"), N_("Place"), N_("Period"), N_("Followed")))


def list_row(plan: Plan, followed: Collection[str], say: Speaker) -> Row:
    """Return the line of one plan in a list."""
    return (
        plan.id,
        say.value(plan.title),
        _place(plan, say),
        f"{plan.start.year}-{plan.end.year}",
        say(N_("yes")) if plan.id in followed else "",
    )


def _place(plan: Plan, say: Speaker) -> str:
    if plan.place is None:
        return say(N_("any place"))
    return plan.place.name or say(N_("not named, {within}"), within=plan.place.within or "…")
