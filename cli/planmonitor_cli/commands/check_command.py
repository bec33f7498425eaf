"""`monitor check`: what the checks of the plans find."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import click
from planmonitor import Plan
from planmonitor.assessment.checking import SEVERITIES, FoundBy
from planmonitor.workspace.judging import judge
from planmonitor_exchange.machine.status import finding_json
from planmonitor_exchange.speaking.answers import how_to_settle
from planmonitor_exchange.speaking.paragraphs import wrapped
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_
from planmonitor_exchange.speaking.vocabulary import SEVERITY

from planmonitor_cli.invocation import Invocation
from planmonitor_cli.opened import finish, opened
from planmonitor_cli.options import Command, format_option, option
from planmonitor_cli.output import echo, print_json, print_rows


@click.command(
    cls=Command,
    help=N_("Show what the checks find, with the clause behind it and what to do. Exit code 1 where an error or a warning is shown."),
    examples=("monitor check", "monitor check --severity error", "monitor check --format json"),
)
@option("--plan", "plans", multiple=True, help=N_("Only this plan; may be repeated."))
@option("--severity", type=click.Choice(SEVERITIES), default="notice", help=N_("That severity and above."))
@format_option
@click.pass_obj
def command(invocation: Invocation, plans: tuple[str, ...], severity: str, how: str) -> None:
    """Print the findings."""
    say = Speaker()
    with opened(invocation) as workspace:
        judged = judge(workspace, plans)
        found = [(assessed.judged.plan.id, item) for assessed in judged.plans for item in assessed.findings]
        found += [("-", item) for item in judged.between]
        wanted = SEVERITIES[: SEVERITIES.index(severity) + 1]
        found = [(plan, item) for plan, item in found if item.severity in wanted]
        found.sort(key=lambda pair: (pair[1].finding.state != "found", SEVERITIES.index(pair[1].severity)))
        _print(found, {item.judged.plan.id: item.judged.plan for item in judged.plans}, how, say)
        finish(1 if any(item.finding.state == "found" and item.severity in {"error", "warning"} for _plan, item in found) else 0)


def _print(found: Sequence[tuple[str, FoundBy]], plans: Mapping[str, Plan], how: str, say: Speaker) -> None:
    if how == "json":
        print_json(
            [{"plan": plan, **finding_json(item), "clause": f"{item.finding.source.section}: {item.finding.source.clause}"} for plan, item in found]
        )
    elif how == "table":
        for plan, item in found:
            kind = say(SEVERITY[item.severity]) if item.finding.state == "found" else say(N_("cannot be judged yet"))
            echo(f"[{kind}] {item.check.id} ({plan})")
            echo(wrapped(say.value(item.finding.message), "  ", "  "))
            if plan in plans and (settled := how_to_settle(plans[plan], item.finding, say)):
                echo(f"  {settled}")
            echo(wrapped(f"{item.finding.source.section}: “{item.finding.source.clause}”", "  ", "  "))
        if not any(item.finding.state == "found" for _plan, item in found):
            echo(say(N_("The checks found nothing.")))
    else:
        headers = tuple(say(name) for name in (N_("Plan"), N_("Check"), N_("State"), N_("Severity"), N_("Finding"), N_("Clause")))
        rows = [
            (plan, item.check.id, item.finding.state, item.severity, say.value(item.finding.message), item.finding.source.section)
            for plan, item in found
        ]
        print_rows(headers, rows, how)
