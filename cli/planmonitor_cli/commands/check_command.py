"""`monitor check`: what the checks of the plans find."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import click
from planmonitor import Plan
from planmonitor.assessment.checking import SEVERITIES, FoundBy
from planmonitor.workspace.judging import judge
from planmonitor_exchange.machine.columns import FINDINGS
from planmonitor_exchange.machine.status import finding_json
from planmonitor_exchange.speaking.answers import how_to_settle
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_
from planmonitor_exchange.speaking.vocabulary import SEVERITY

from planmonitor_cli.invocation import Invocation
from planmonitor_cli.layout import wrapped
from planmonitor_cli.opened import finish, opened
from planmonitor_cli.options import Command, option
from planmonitor_cli.printer import Printer, answer_options
from planmonitor_cli.screens.attention import NOTHING_FOLLOWED, plan_name


@click.command(
    cls=Command,
    help=N_("Show what the checks find, with the clause behind it and what to do. Exit code 1 where an error or a warning is shown."),
    examples=("monitor check", "monitor check --severity error", "monitor check --format json"),
)
@option("--plan", "plans", multiple=True, help=N_("Only this plan; may be repeated."))
@option("--severity", type=click.Choice(SEVERITIES), default="notice", help=N_("That severity and above."))
@answer_options
@click.pass_obj
def command(invocation: Invocation, plans: tuple[str, ...], severity: str, printer: Printer) -> None:
    """Print the findings."""
    say = Speaker()
    with opened(invocation) as workspace:
        judged = judge(workspace, plans)
        found: list[tuple[str | None, FoundBy]] = [(assessed.judged.plan.id, item) for assessed in judged.plans for item in assessed.findings]
        found += [(None, item) for item in judged.between]
        wanted = SEVERITIES[: SEVERITIES.index(severity) + 1]
        found = [(plan, item) for plan, item in found if item.severity in wanted]
        found.sort(key=lambda pair: (pair[1].finding.state != "found", SEVERITIES.index(pair[1].severity)))
        if not workspace.file.plans and printer.how == "table":
            printer.text(say(NOTHING_FOLLOWED))
        else:
            _print(found, {item.judged.plan.id: item.judged.plan for item in judged.plans}, printer, say)
        finish(1 if any(item.finding.state == "found" and item.severity in {"error", "warning"} for _plan, item in found) else 0)


def _print(found: Sequence[tuple[str | None, FoundBy]], plans: Mapping[str, Plan], printer: Printer, say: Speaker) -> None:
    if printer.how == "json":
        printer.json([_as_json(plan, item) for plan, item in found])
    elif printer.how == "csv":
        printer.records(FINDINGS, [{**_as_json(plan, item), "plan": plan, "severity_text": _severity(item, say)} for plan, item in found])
    elif printer.how == "table":
        printer.text("\n".join(_lines(found, plans, say)))
    else:
        headers = tuple(say(name) for name in (N_("Plan"), N_("Check"), N_("Severity"), N_("Finding"), N_("Clause")))
        printer.rows(headers, [_row("" if plan is None else plan_name(plans[plan], say), item, say) for plan, item in found])


def _row(plan: str, item: FoundBy, say: Speaker) -> tuple[str, ...]:
    finding = item.finding
    return (plan, say.value(item.check.title), _severity(item, say), say.value(finding.message), finding.source.section)


def _severity(item: FoundBy, say: Speaker) -> str:
    """Return how grave a finding is; of one that cannot be judged yet, that it cannot."""
    return say(SEVERITY[item.severity]) if item.finding.state == "found" else say(N_("cannot be judged yet"))


def _as_json(plan: str | None, item: FoundBy) -> dict[str, Any]:
    return {"plan": plan or "-", **finding_json(item), "clause": f"{item.finding.source.section}: {item.finding.source.clause}"}


def _lines(found: Sequence[tuple[str | None, FoundBy]], plans: Mapping[str, Plan], say: Speaker) -> Iterator[str]:
    between = say(N_("between plans"))
    cited: set[str] = set()
    for plan, item in found:
        name, title = between if plan is None else plan_name(plans[plan], say), say.value(item.check.title)
        looked = title if item.finding.state == "found" else say(N_("looked for: {title}"), title=title)
        yield wrapped(f"[{_severity(item, say)}] {name}: {looked}", "", "  ")
        yield wrapped(say.value(item.finding.message), "  ", "  ")
        if plan is not None and (settled := how_to_settle(plans[plan], item.finding, say)):
            yield wrapped(settled, "  ", "  ")
        source = item.finding.source
        # One clause may stand behind many findings: it is read once.
        yield wrapped(source.section if source.clause in cited else f"{source.section}: “{source.clause}”", "  ", "  ")
        cited.add(source.clause)
    unjudged = sum(item.finding.state != "found" for _plan, item in found)
    if unjudged == len(found):
        some = N_("The checks found nothing; {count} could not be judged yet.")
        yield say(some, count=str(unjudged)) if unjudged else say(N_("The checks found nothing."))
