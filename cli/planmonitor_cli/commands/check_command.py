"""`monitor check`: what the checks of the plans find."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import click
from planmonitor import Plan
from planmonitor.assessment.checking import SEVERITIES
from planmonitor.workspace.judging import Judged, judge
from planmonitor_exchange.machine.columns import FINDINGS
from planmonitor_exchange.machine.status import finding_json
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_
from planmonitor_exchange.speaking.vocabulary import WAIVED_AS

from planmonitor_cli.invocation import Invocation
from planmonitor_cli.opened import finish, opened
from planmonitor_cli.options import Command, option
from planmonitor_cli.printer import Printer, answer_options
from planmonitor_cli.screens.attention import NOTHING_FOLLOWED
from planmonitor_cli.screens.findings import Told, finding_lines, severity, where


@click.command(
    cls=Command,
    help=N_("Show what the checks find, with the clause behind it and what to do. Exit code 1 where an error or a warning is shown."),
    examples=("monitor check", "monitor check --severity error", "monitor check --format json"),
)
@option("--plan", "plans", multiple=True, help=N_("Only this plan; may be repeated."))
@option("--severity", "least", type=click.Choice(SEVERITIES), default="notice", help=N_("That severity and above."))
@answer_options
@click.pass_obj
def command(invocation: Invocation, plans: tuple[str, ...], least: str, printer: Printer) -> None:
    """Print the findings."""
    say = Speaker()
    with opened(invocation) as workspace:
        judged = judge(workspace, plans)
        wanted = SEVERITIES[: SEVERITIES.index(least) + 1]
        listed = sorted((told for told in _all(judged) if told.found.severity in wanted), key=_order)
        if not workspace.file.plans and printer.how == "table":
            printer.text(say(NOTHING_FOLLOWED))
        else:
            _print(listed, {item.judged.plan.id: item.judged.plan for item in judged.plans}, printer, say)
        finish(1 if any(told.counts and told.found.severity in {"error", "warning"} for told in listed) else 0)


def _all(judged: Judged) -> list[Told]:
    """Return all that was found in the plans and between them, with what was waived."""
    found = [item for plan in judged.plans for item in plan.findings] + [*judged.between]
    waived = [item for plan in judged.plans for item in plan.waived] + [*judged.waived]
    return [*map(Told, found), *(Told(item.found, item.waiver) for item in waived)]


def _order(told: Told) -> tuple[bool, bool, int]:
    return told.waiver is not None, told.found.finding.state != "found", SEVERITIES.index(told.found.severity)


def _print(listed: Sequence[Told], plans: Mapping[str, Plan], printer: Printer, say: Speaker) -> None:
    if printer.how == "json":
        printer.json([_as_json(told) for told in listed])
    elif printer.how == "csv":
        printer.records(FINDINGS, [{**_as_json(told), "plan": told.found.plan, "severity_text": severity(told.found, say)} for told in listed])
    elif printer.how == "table":
        printer.text("\n".join(finding_lines(listed, plans, say)))
    else:
        names = (N_("Number"), N_("Plan"), N_("Check"), N_("Severity"), N_("Finding"), N_("Clause"), N_("Accepted"))
        printer.rows(tuple(map(say, names)), [_row(told, plans, say) for told in listed])


def _row(told: Told, plans: Mapping[str, Plan], say: Speaker) -> tuple[str, ...]:
    item = told.found
    plan = where(item, plans, say) if item.plan else ""
    accepted = "" if told.waiver is None else say(WAIVED_AS[told.waiver.kind])
    title, said = say.value(item.check.title), say.value(item.finding.message)
    return (item.number, plan, title, severity(item, say), said, item.finding.source.section, accepted)


def _as_json(told: Told) -> dict[str, Any]:
    source = told.found.finding.source
    return {"plan": told.found.plan or "-", **finding_json(told.found, told.waiver), "clause": f"{source.section}: {source.clause}"}
