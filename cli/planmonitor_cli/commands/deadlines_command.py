"""`monitor deadlines`: the reports owed."""

from __future__ import annotations

from datetime import date
from typing import Any

import click
from planmonitor import BadData
from planmonitor.assessment.results import Occurrence
from planmonitor.assessment.workdays import Calendar
from planmonitor.workspace.judging import judge
from planmonitor_exchange.machine.status import deadline_json
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.invocation import Invocation
from planmonitor_cli.opened import opened
from planmonitor_cli.options import Command, Day, format_option, option
from planmonitor_cli.output import print_json, print_rows
from planmonitor_cli.screens.attention import plan_name
from planmonitor_cli.screens.deadlines import HEADERS, deadline_row


@click.command(
    cls=Command,
    help=N_("List the reports owed, dated and undated, with the last day in time and the state of each."),
    examples=("monitor deadlines", "monitor deadlines --from 2026-01-01 --to 2026-12-31", "monitor deadlines --format json"),
)
@option("--from", "first", type=Day(), help=N_("From this last day on; undated reports are then left out."))
@option("--to", "last", type=Day(), help=N_("Up to this last day; undated reports are then left out."))
@format_option
@click.pass_obj
def command(invocation: Invocation, first: date | None, last: date | None, how: str) -> None:
    """Print the reports."""
    if first is not None and last is not None and last < first:
        raise BadData(N_("--to lies before --from."))
    say = Speaker()
    with opened(invocation) as workspace:
        judged = judge(workspace)
        found = [(assessed.judged.plan.id, item) for assessed in judged.plans for item in assessed.judged.deadlines if _within(item, first, last)]
        names = {assessed.judged.plan.id: plan_name(assessed.judged.plan, say) for assessed in judged.plans}
        found.sort(key=lambda pair: (pair[1].state != "arisen", pair[1].last_day or date.max))
        if how == "json":
            print_json([_as_json(plan, item, workspace.file.calendar) for plan, item in found])
        else:
            rows = [deadline_row(names[plan], item, say, workspace.file.calendar) for plan, item in found]
            print_rows(tuple(map(say, HEADERS)), rows, how, named=2)


def _as_json(plan: str, item: Occurrence, calendar: Calendar) -> dict[str, Any]:
    return {"plan": plan, "title_vi": item.duty.called.vi, "title_en": item.duty.called.en, **deadline_json(item, calendar), "rule": item.duty.rule}


def _within(item: Occurrence, first: date | None, last: date | None) -> bool:
    if item.last_day is None:
        return first is None and last is None
    return (first is None or first <= item.last_day) and (last is None or item.last_day <= last)
