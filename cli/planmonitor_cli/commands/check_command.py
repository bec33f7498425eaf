"""`monitor check`: what the checks of the plans find."""

from __future__ import annotations

import click
from planmonitor.assessment.checking import SEVERITIES
from planmonitor_exchange.machine.status import finding_json
from planmonitor_exchange.speaking.paragraphs import wrapped
from planmonitor_exchange.speaking.speaker import SEVERITY
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.invocation import Invocation
from planmonitor_cli.options import Command, format_option, option
from planmonitor_cli.output import echo, print_json, print_rows
from planmonitor_cli.session import Session, finish


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
    session = Session(invocation)
    followed = session.followed(plans)
    with session.database(read_only=True) as database:
        recorded = session.recorded(database, None)
    judged = session.assess(followed, recorded, session.today)
    wanted = SEVERITIES[: SEVERITIES.index(severity) + 1]
    all_found = [(assessed.plan.id, item) for assessed in judged for item in assessed.findings]
    all_found += [("-", item) for item in session.between(judged, recorded)]
    found = [(plan, item) for plan, item in all_found if item.severity in wanted]
    found.sort(key=lambda pair: (pair[1].finding.state != "found", SEVERITIES.index(pair[1].severity)))
    say = session.say
    if how == "json":
        print_json(
            [{"plan": plan, **finding_json(item), "clause": f"{item.finding.source.section}: {item.finding.source.clause}"} for plan, item in found]
        )
    elif how == "table":
        for plan, item in found:
            kind = say(SEVERITY[item.severity]) if item.finding.state == "found" else say(N_("cannot be judged yet"))
            echo(f"[{kind}] {item.check.id} ({plan})")
            echo(wrapped(say.value(item.finding.message), "  ", "  "))
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
    session.tell_problems()
    serious = any(item.finding.state == "found" and item.severity in {"error", "warning"} for _plan, item in found)
    finish(1 if serious else session.exit_code)
