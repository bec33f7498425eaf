"""What is asked of one unit or registered member, over all plans."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planmonitor.assessment.checking import CheckedPlan
from planmonitor.assessment.results import JudgedMeasure
from planmonitor.assessment.workdays import Calendar
from planmonitor.workspace.judging import Judged
from planmonitor_exchange.speaking.last_days import about_last_day
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.layout import wrapped
from planmonitor_cli.screens.attention import found_sentences, plan_name
from planmonitor_cli.screens.screen import Screen
from planmonitor_cli.screens.unsent import is_told


def unit_view(heading: Sequence[str], judged: Judged, say: Speaker) -> str:
    """Return the screen of one unit: by plan the figures it supplies, what it leads, its reports; then what needs attention.

    Args:
        heading: The lines above.
        judged: The plans, with what is asked of the unit alone.
        say: The language.
    """
    screen = Screen(None)
    screen.must(*heading)
    for checked in judged.plans:
        lines = list(_in_plan(checked, judged.asked, judged.calendar, say))
        if lines:
            screen.must(_unit_and_plan(checked, judged.asked, say), *lines, "")
    # Reports stand above with their states, those that are overdue too.
    others = [(checked.judged.plan, [item for item in checked.findings if not is_told(item)]) for checked in judged.plans]
    found = [said for plan, findings in others for _urgency, said in found_sentences(findings, say, plan)]
    screen.must(*([say(N_("NEEDS ATTENTION"))] if found else []), *(wrapped(said, "- ", "  ") for said in found))
    return screen.text()


def _unit_and_plan(checked: CheckedPlan, asked: frozenset[str], say: Speaker) -> str:
    plan, members = checked.judged.plan, checked.judged.members
    names = [*(member.name for member in members if member.id in asked), *(unit.name for unit in plan.units if unit.id in asked)]
    return wrapped(say(N_("{plan} - {units}"), plan=plan_name(plan, say), units="; ".join(dict.fromkeys(names))), "", "  ")


def _in_plan(checked: CheckedPlan, asked: frozenset[str], calendar: Calendar, say: Speaker) -> Iterator[str]:
    """Yield what a plan asks of a unit: figures it supplies, measures it leads or has another part in, reports it owes."""
    measures = checked.judged.measures
    supplies = [item for item in measures if any(share.reports and share.unit in asked for share in item.measure.responsible)]
    leads = [item for item in measures if any(share.role == "lead" and share.unit in asked for share in item.measure.responsible)]
    rest = [item for item in measures if item not in supplies and item not in leads]
    for title, items, told in ((N_("Supplies the figures of"), supplies, True), (N_("Leads"), leads, False), (N_("Has a part in"), rest, False)):
        if items:
            yield f"- {say(title)}:"
        for item in items:
            state = _state(item, checked, asked, say) if told else ""
            yield wrapped(f"{item.measure.code}. {say.value(item.measure.label)}{state}", "    ", "      ")
    if checked.judged.deadlines:
        yield say(N_("- Reports:"))
    for report in checked.judged.deadlines:
        day = "" if report.last_day is None else say(N_("; last day {day}"), day=report.last_day)
        about = "".join(f"; {said}" for said in about_last_day(report, say, calendar))
        period = "" if report.period is None else f", {say.period(report.period)}"
        yield wrapped(f"{say.value(report.duty.called)}{period}: {say.duty_state(report)}{day}{about}", "    ", "      ")


def _state(item: JudgedMeasure, checked: CheckedPlan, asked: frozenset[str], say: Speaker) -> str:
    """Return whether the part of a unit is in hand; of a member also that its group's figure stands for it; of the only supplier whether any is."""
    units = {unit.id for unit in checked.judged.plan.units}
    members = asked - units
    own = [part for part in item.parts if part.unit in (members or asked)]
    if members and not own and any(part.unit in asked for part in item.parts):
        return say(N_(" (the group's own figure stands)"))
    wanted = own or [part for part in item.parts if part.group in asked]
    there = item.value is not None and not any(part in item.missing for part in wanted)
    return say(N_(" (in)") if there else N_(" (not in yet)"))
