"""`monitor plans`: the catalogue of plans, and which of them this workspace follows."""

from __future__ import annotations

import click
from planmonitor.registry.judging import checks_of
from planmonitor.workspace.file import settings_of
from planmonitor.workspace.following import find_plan
from planmonitor.workspace.following import follow as follow_plans
from planmonitor.workspace.following import unfollow as unfollow_plans
from planmonitor.workspace.opening import Workspace
from planmonitor_exchange.machine.columns import PLAN_MEASURES, PLANS
from planmonitor_exchange.machine.plans import measures_of, plan_json, plan_row_json
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.commands import plans_adopt, plans_check, plans_convert, plans_scan
from planmonitor_cli.commands.plans_follow import take_over_from
from planmonitor_cli.invocation import Invocation
from planmonitor_cli.opened import opened
from planmonitor_cli.options import Command, Group, option
from planmonitor_cli.output import echo, echo_lines, tell
from planmonitor_cli.printer import Printer, answer_options
from planmonitor_cli.screens.plan import list_headers, list_row, measure_headers, measure_row, plan_lines
from planmonitor_cli.screens.year_end import offer_lines


@click.group(
    "plans",
    cls=Group,
    help=N_("The catalogue of plans, and which of them this workspace follows."),
    examples=("monitor plans list --all", "monitor plans show van-son-2026-2030", "monitor plans follow child-labour/van-son-2026-2030"),
)
def command() -> None:
    """Group the commands on plans."""


@command.command(
    "list",
    cls=Command,
    help=N_("List the plans followed; with --all, every plan of every installed plugin."),
    examples=("monitor plans list", "monitor plans list --all", "monitor plans list --all --format json"),
)
@option("--all", "everything", is_flag=True, help=N_("Every plan of every installed plugin."))
@answer_options
@click.pass_obj
def list_plans(invocation: Invocation, everything: bool, printer: Printer) -> None:
    """Print one line per plan."""
    say = Speaker()
    with opened(invocation, everything=everything, elsewhere=everything) as workspace:
        catalogue, followed = workspace.catalogue, workspace.file.plans
        shown = (
            list(catalogue.plans.values())
            if everything
            else [catalogue.plans[plan] for plan in catalogue.plan_ids if plan in followed and plan in catalogue.plans]
        )
        plans = [plan_row_json(plan, catalogue.plugin_of(plan).plugin.name, followed=plan.id in followed) for plan in shown]
        if printer.how == "json":
            printer.json(plans)
        elif printer.how == "csv":
            printer.records(PLANS, plans)
        else:
            printer.rows(list_headers(say), [list_row(plan, followed, say) for plan in shown])
        for problem in catalogue.problems if everything and not workspace.problems else ():
            tell(say.problem(problem))


@command.command(
    "show",
    cls=Command,
    help=N_("Show a plan: document, objectives, measures with their bars, units with their tasks, reports, open questions."),
    examples=("monitor plans show child-labour/van-son-2026-2030", "monitor plans show van-son-2026-2030 --format json"),
)
@click.argument("plan")
@answer_options
@click.pass_obj
def show_plan(invocation: Invocation, plan: str, printer: Printer) -> None:
    """Print one plan, followed or not."""
    say = Speaker()
    with opened(invocation, elsewhere=True) as workspace:
        found = find_plan(workspace, plan, guess=True)
        settings, checks = settings_of(workspace.file, found), checks_of(workspace.catalogue, found)
        if printer.how in {"json", "csv"}:
            whole = plan_json(found, workspace.catalogue.plugin_of(found).plugin.name, checks, settings)
            printer.json(whole) if printer.how == "json" else printer.records(PLAN_MEASURES, measures_of(whole))
        elif printer.how == "table":
            today = workspace.place_today(found.place) if found.place is not None else ""
            printer.text("\n".join(plan_lines(found, checks, settings, say, today)))
        else:
            printer.rows(measure_headers(say), [measure_row(found, item, say) for item in found.measures])


@command.command(
    "follow",
    cls=Command,
    help=N_(
        "Follow plans of the enabled plugins. What the plan before one can hand on is told; with --from it is taken over: members of groups and "
        "answers, each with its document."
    ),
    examples=(
        "monitor plans follow child-labour/van-son-2026-2030",
        "monitor plans follow local/child-work-2026-xa-van-son-2027 --from child-work-2026/van-son",
    ),
)
@click.argument("plans", nargs=-1, required=True)
@option("--from", "old", default="", help=N_("Take over members of groups and answers from this plan, the one before."))
@click.pass_obj
def follow(invocation: Invocation, plans: tuple[str, ...], old: str) -> None:
    """Add plans to the list in monitor.toml, and take over from another one what is asked for."""
    say = Speaker()
    if len(plans) > 1 and old:
        raise click.UsageError(say(N_("One plan takes over from another one: name one.")))
    with opened(invocation) as workspace:
        before = workspace.followed([old])[0] if old else None  # who mistypes it follows nothing yet
        follow_plans(workspace, plans)
        _tell_followed(workspace)
        if before is not None:
            take_over_from(workspace, workspace.followed(plans)[0], before, say)
        else:
            echo_lines(offer_lines(workspace, plans, say))


def _tell_followed(workspace: Workspace) -> None:
    say = Speaker()
    echo(say(N_("Plans followed: {plans}"), plans=workspace.file.plans or say(N_("none"))))


@command.command(
    "unfollow",
    cls=Command,
    help=N_("Stop following plans; their recorded figures stay."),
    examples=("monitor plans unfollow child-labour/van-son-2026-2030",),
)
@click.argument("plans", nargs=-1, required=True)
@click.pass_obj
def unfollow(invocation: Invocation, plans: tuple[str, ...]) -> None:
    """Take plans off the list in monitor.toml."""
    with opened(invocation) as workspace:
        unfollow_plans(workspace, plans)
        _tell_followed(workspace)


command.add_command(plans_adopt.adopt)
command.add_command(plans_check.check)
command.add_command(plans_convert.convert)
command.add_command(plans_scan.scan)
