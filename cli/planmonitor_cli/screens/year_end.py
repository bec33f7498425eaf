"""A reporting year that is closed, on the screen: what stays open of it, and what goes on into the next one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planmonitor import Plan
from planmonitor.assessment.checking import FoundBy
from planmonitor.assessment.left_open import LeftOpen
from planmonitor.assessment.needed import Needed
from planmonitor.assessment.results import JudgedMeasure, Occurrence
from planmonitor.workspace.closing import YearEnd
from planmonitor.workspace.opening import Workspace
from planmonitor.workspace.taking_over import on_offer, plan_before
from planmonitor_exchange.speaking.answers import how_to_answer
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_
from planmonitor_exchange.speaking.vocabulary import SEVERITY

from planmonitor_cli.layout import wrapped
from planmonitor_cli.screens.attention import plan_name
from planmonitor_cli.screens.figures import counted
from planmonitor_cli.screens.plan import follow_from


def year_end_lines(workspace: Workspace, end: YearEnd, say: Speaker) -> Iterator[str]:
    """Yield the lines: what stays open by plan, then what goes on."""
    yield say(N_("REPORTING YEAR {year}: {count} MATTERS STAY OPEN"), year=str(end.year), count=end.open)
    for item in end.plans:
        yield ""
        name = plan_name(item.checked.judged.plan, say)
        if not item.count:
            yield wrapped(say(N_("{plan}: nothing stays open."), plan=name), "", "  ")
            continue
        yield wrapped(say(N_("{plan}: {count} matters"), plan=name, count=item.count), "", "  ")
        yield from _left(item, say)
    if end.between:
        yield ""
        yield say(N_("Between plans:"))
    yield from (wrapped(_finding(found, say), "  - ", "    ") for found in end.between)
    yield ""
    yield say(N_("GOES ON INTO {year}"), year=str(end.year + 1))
    yield from _goes_on(workspace, end, say)


def _left(item: LeftOpen, say: Speaker) -> Iterator[str]:
    """Yield what stays open of a plan, kind by kind."""
    plan = item.checked.judged.plan
    kinds = (
        (N_("Final figures wanted ({count}):"), [_estimated(one, say) for one in item.estimated]),
        (N_("Figures not there, or not complete ({count}):"), [_without(one, say) for one in item.without]),
        (N_("Reports not sent ({count}):"), [_report(one, say) for one in item.reports]),
        (N_("Findings not settled ({count}):"), [_finding(found, say) for found in item.findings]),
        (N_("Questions not answered ({count}):"), [_question(plan, one, say) for one in item.questions]),
    )
    for heading, lines in kinds:
        if lines:
            yield wrapped(say(heading, count=say.counted(len(lines))), "  ", "    ")
        yield from (wrapped(line, "  - ", "    ") for line in lines)


def _estimated(judged: JudgedMeasure, say: Speaker) -> str:
    until = judged.value.until if judged.value is not None else "…"
    return say(N_("{measure} (so far up to {until})"), measure=_called(judged, say), until=until)


def _without(judged: JudgedMeasure, say: Speaker) -> str:
    if judged.status != "incomplete":
        return _called(judged, say)
    return say(N_("{measure}: {step}"), measure=_called(judged, say), step=say.message(judged.next_step))


def _report(item: Occurrence, say: Speaker) -> str:
    period = "" if item.period is None else f", {say.period(item.period)}"
    unit = item.unit_name or say(N_("the place"))
    return say(N_("{report}, {unit}: {state}"), report=f"{say.value(item.duty.called)}{period}", unit=unit, state=say.duty_state(item))


def _question(plan: Plan, needed: Needed, say: Speaker) -> str:
    return say(N_("{question} ({command})"), question=needed.question.text, command=how_to_answer(plan.id, needed.question, say))


def _called(judged: JudgedMeasure, say: Speaker) -> str:
    return f"{judged.measure.code}. {say.value(judged.measure.label)}"


def _finding(found: FoundBy, say: Speaker) -> str:
    return f"{say(SEVERITY[found.severity]).capitalize()}: {say.value(found.finding.message)}"


def _goes_on(workspace: Workspace, end: YearEnd, say: Speaker) -> Iterator[str]:
    found = [*end.between, *(one for item in end.plans for one in item.checked.findings if one.finding.state == "found")]
    if errors := [one for one in found if one.severity == "error"]:
        told = N_("{count} errors not settled go on standing in 'monitor status', as left from {year}.")
        yield wrapped(say(told, count=say.counted(len(errors)), year=str(end.year)), "- ", "  ")
    for plan in end.going_on:
        runs = N_("{plan} runs until {end}, with {count} answers of this place.")
        yield wrapped(say(runs, plan=plan_name(plan, say), end=plan.end, count=len(plan.answers)), "- ", "  ")
    if end.members:
        units = N_("{count} registered members of groups: {names}")
        yield wrapped(say(units, count=len(end.members), names="; ".join(member.name for member in end.members)), "- ", "  ")
    if end.populations:
        known = workspace.catalogue.populations
        figures = "; ".join(f"{say.value(known[figure.definition].label)}: {counted(figure, say)}" for figure in end.populations)
        shared = N_("Base populations of {year}, to be counted anew: {figures}")
        yield wrapped(say(shared, year=str(end.year), figures=figures), "- ", "  ")
    for plan in end.ending:
        ended = N_("{plan} has ended. A plan that goes on from it can take over members of groups and answers:")
        yield wrapped(say(ended, plan=plan_name(plan, say)), "- ", "  ")
        yield f"    {_next_plan(workspace, plan.id, say)}"


def _next_plan(workspace: Workspace, old: str, say: Speaker) -> str:
    """Return the command by which what a plan leaves is taken over: by the plan followed that comes after it, else by one still to be followed."""
    for plan in workspace.followed():
        before = plan_before(workspace, plan)
        if before is not None and before.id == old and not on_offer(workspace, plan, before).nothing:
            return follow_from(plan.id, old)
    return follow_from(say(N_("NEW_PLAN")), old)


def offer_lines(workspace: Workspace, names: Sequence[str], say: Speaker) -> Iterator[str]:
    """Yield what plans followed can take over from those before them, each with the command that does it."""
    for plan in workspace.followed(names):
        before = plan_before(workspace, plan)
        offer = on_offer(workspace, plan, before) if before is not None else None
        if before is None or offer is None or offer.nothing:
            continue
        members = len({member.id for member in offer.members})
        can = N_("{plan} can take over from {old}: {members} members of groups, {answers} answers. Nothing is taken over by itself:")
        named = {"plan": plan_name(plan, say), "old": plan_name(before, say)}
        yield wrapped(say(can, **named, members=members, answers=len(offer.answers)), "", "  ")
        yield f"    {follow_from(plan.id, before.id)}"
