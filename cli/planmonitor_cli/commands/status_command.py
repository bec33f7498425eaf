"""`monitor status`: the combined view."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import click
from planmonitor.assessment.checking import CheckedPlan
from planmonitor.assessment.in_period import Span
from planmonitor.workspace.judging import Judged, judge, of_unit
from planmonitor.workspace.opening import Workspace
from planmonitor_exchange.machine import status as status_json
from planmonitor_exchange.machine.columns import MEASURES
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.invocation import Invocation
from planmonitor_cli.opened import finish, opened
from planmonitor_cli.options import Command, Year, option, reading_options
from planmonitor_cli.printer import Printer, answer_options
from planmonitor_cli.screens import status as status_screen
from planmonitor_cli.screens.attention import plan_name
from planmonitor_cli.screens.measures import measure_headers, measure_row
from planmonitor_cli.screens.unit import unit_view

CLOCKS = {
    False: N_("From what was recorded by the end of that day; monitor.toml as it is today."),
    True: N_("From what is known now; monitor.toml as it is today."),
}
AHEAD = N_("Expected for that day, by what is recorded up to today.")


@click.command(
    cls=Command,
    help=N_("Show how the plans followed stand on a day: a line per plan, then what needs attention. With one --plan: every measure."),
    examples=("monitor status", "monitor status --plan van-son-2026-2030 --explain", "monitor status --as-of 2026-06-30 --format json"),
)
@option("--plan", "plans", multiple=True, help=N_("Only this plan; may be repeated."))
@option("--unit", default=None, help=N_("Only the measures and reports of this unit."))
@option("--year", type=Year(), help=N_("The reporting year: its figures and reports alone, as a report on that year has them."))
@reading_options
@option("--strict", is_flag=True, help=N_("Exit code 1 where a target is not met, a report is overdue or a check finds an error."))
@option("--explain", is_flag=True, help=N_("Say why each measure has its status."))
@answer_options
@click.pass_obj
def command(
    invocation: Invocation,
    plans: tuple[str, ...],
    unit: str | None,
    year: int | None,
    as_of: date | None,
    restated: bool,
    strict: bool,
    explain: bool,
    printer: Printer,
) -> None:
    """Print the combined view."""
    one = len(plans) == 1
    with opened(invocation, told=printer.how == "json" or (printer.how == "table" and not one)) as workspace:
        judged = judge(workspace, plans, as_of, restated=restated, span=None if year is None else Span.of_year(year))
        judged = of_unit(workspace, judged, unit) if unit is not None else judged
        if printer.how == "json":
            printer.json(_as_json(workspace, judged, year, restated=restated))
        elif printer.how == "csv":
            printer.records(MEASURES, _records(judged))
        elif printer.how == "table":
            ahead = as_of is not None and as_of > workspace.day
            clock = AHEAD if ahead else CLOCKS[restated] if restated or as_of else None
            printer.text(_screen(workspace, judged, year, clock=clock, one=one, explain=explain))
        else:
            say = Speaker()
            rows = [(plan_name(checked.judged.plan, say), *measure_row(item, say)) for checked in judged.plans for item in checked.judged.measures]
            printer.rows((say(N_("Plan")), *measure_headers(say)), rows)
        needed = any(map(_attention_needed, judged.plans)) or any(item.severity == "error" for item in judged.between)
        finish(1 if strict and needed else 0)


def _attention_needed(checked: CheckedPlan) -> bool:
    return (
        any(judged.status == "not_met" for judged in checked.judged.measures)
        or any(item.state == "overdue" for item in checked.judged.deadlines)
        or any(item.finding.state == "found" and item.severity == "error" for item in checked.findings)
    )


def _as_json(workspace: Workspace, judged: Judged, year: int | None, *, restated: bool) -> dict[str, Any]:
    say = Speaker()
    return {
        "as_of": judged.day,
        "restated": restated,
        "year": year,
        "place": workspace.place_key(workspace.file.place) or None,
        "plans": [
            status_json.plan_json(one, workspace.catalogue.plugin_of(one.judged.plan).plugin.name, workspace.file.calendar, say)
            for one in judged.plans
        ],
        "findings": [status_json.finding_json(item) for item in judged.between],
        "problems": status_json.problems_json(workspace.problems, say),
    }


def _records(judged: Judged) -> Iterator[dict[str, Any]]:
    """Yield every measure of the plans judged, as the JSON has it, with its plan and its status in words."""
    say = Speaker()
    for one in judged.plans:
        plan = {"plan": one.judged.plan.id, "plan_title": say.value(one.judged.plan.title)}
        yield from ({**plan, **status_json.measure_json(item, say), "status_text": say.status_in_full(item)} for item in one.judged.measures)


def _screen(workspace: Workspace, judged: Judged, year: int | None, *, clock: str | None, one: bool, explain: bool) -> str:
    say = Speaker()
    heading = status_screen.heading(say, workspace.place_name(), judged.day, year=year, clock=clock, notice=workspace.file.notice)
    if judged.asked:
        return unit_view(heading, judged, say)
    if one:
        populations = workspace.catalogue.populations
        return status_screen.plan_view(heading, judged.plans[0], judged.between, populations, say, explain=explain)
    return status_screen.combined_view(heading, judged, workspace.problems, say, explain=explain)
