"""`monitor plans`: the catalogue of plans, and which of them this workspace follows."""

from __future__ import annotations

import click
from planmonitor import BadData, Message, Plan, UnknownName
from planmonitor.model.settings import PlanSettings
from planmonitor.registry.catalogue import Catalogue, Problem
from planmonitor.registry.installed import LOCAL, installed
from planmonitor.registry.judging import checks_of
from planmonitor_exchange.machine.plans import plan_json
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.commands import plans_adopt, plans_check, plans_scan
from planmonitor_cli.invocation import Invocation
from planmonitor_cli.options import Command, Group, format_option, option
from planmonitor_cli.output import echo, print_json, print_rows, tell
from planmonitor_cli.plugins import load
from planmonitor_cli.screens.plan import plan_lines
from planmonitor_cli.session import Session, finish, unknown_plan
from planmonitor_cli.workspace import NoWorkspace, change_names, settings_of


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
@format_option
@click.pass_obj
def list_plans(invocation: Invocation, everything: bool, how: str) -> None:
    """Print one line per plan."""
    say = Speaker()
    followed: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    try:
        session = Session(invocation, all_plugins=everything)
    except NoWorkspace:
        if not everything or invocation.workspace is not None:
            raise
        catalogue = load(installed())
    else:
        catalogue, followed, problems = session.catalogue, session.workspace.plans, tuple(session.problems)
    shown = [plan for plan in catalogue.plans.values() if everything or plan.id in followed]
    if how == "json":
        print_json([_row_json(plan, catalogue, followed) for plan in shown])
    else:
        headers = tuple(say(name) for name in (N_("Plan"), N_("Title"), N_("Place"), N_("Period"), N_("Followed")))
        rows = [_row(plan, followed, say) for plan in shown]
        print_rows(headers, rows, how, [None, 50, 24, None, None])
    for problem in problems or (catalogue.problems if everything else ()):
        tell(say.problem(problem))
    finish(1 if problems else 0)


def _row(plan: Plan, followed: tuple[str, ...], say: Speaker) -> tuple[str, ...]:
    return (
        plan.id,
        say.value(plan.title),
        _place_words(plan, say),
        f"{plan.start.year}-{plan.end.year}",
        say(N_("yes")) if plan.id in followed else "",
    )


def _place_words(plan: Plan, say: Speaker) -> str:
    if plan.place is None:
        return say(N_("any place"))
    return plan.place.name or say(N_("not named, {within}"), within=plan.place.within or "…")


def _row_json(plan: Plan, catalogue: Catalogue, followed: tuple[str, ...]) -> dict[str, object]:
    place = plan.place
    return {
        "id": plan.id,
        "plugin": catalogue.plugin_of(plan).plugin.name,
        "title_vi": plan.title.vi,
        "title_en": plan.title.en,
        "place": None if place is None else {"code": place.code, "name": place.name, "level": place.level},
        "period": {"start": plan.start, "end": plan.end},
        "followed": plan.id in followed,
    }


@command.command(
    "show",
    cls=Command,
    help=N_("Show a plan: document, objectives, measures with their bars, units with their tasks, reports, open questions."),
    examples=("monitor plans show child-labour/van-son-2026-2030", "monitor plans show van-son-2026-2030 --format json"),
)
@click.argument("plan")
@format_option
@click.pass_obj
def show_plan(invocation: Invocation, plan: str, how: str) -> None:
    """Print one plan, followed or not."""
    try:
        session = Session(invocation, also=[plan])
    except NoWorkspace:
        if invocation.workspace is not None:
            raise
        catalogue, exit_code = load(installed()), 0
        found, settings = _find(plan, catalogue), PlanSettings()
    else:
        catalogue, exit_code = session.catalogue, session.exit_code
        session.tell_problems()
        _readable(plan, session)
        found = _find(plan, catalogue)
        settings = settings_of(session.workspace, found)
    say, checks = Speaker(), checks_of(catalogue, found)
    if how == "json":
        print_json(plan_json(found, catalogue.plugin_of(found).plugin.name, checks, settings))
    elif how == "table":
        echo("\n".join(plan_lines(found, checks, settings, say)))
    else:
        headers = tuple(say(name) for name in (N_("Code"), N_("Measure"), N_("Comparator"), N_("Target"), N_("By"), N_("Clause")))
        rows = [
            (
                item.code,
                say.value(item.label),
                item.targets[-1].comparator or "",
                str(item.targets[-1].value or ""),
                str(found.due(item.targets[-1])),
                item.source.section,
            )
            for item in found.measures
        ]
        print_rows(headers, rows, how)
    finish(exit_code)


def _find(name: str, catalogue: Catalogue) -> Plan:
    ending = [plan for plan_id, plan in catalogue.plans.items() if plan_id == name or plan_id.endswith(f"/{name}")]
    if len(ending) != 1:
        raise unknown_plan(name, tuple(catalogue.plans))
    return ending[0]


@command.command(
    "follow",
    cls=Command,
    help=N_("Follow plans of the enabled plugins."),
    examples=("monitor plans follow child-labour/van-son-2026-2030",),
)
@click.argument("plans", nargs=-1, required=True)
@click.pass_obj
def follow(invocation: Invocation, plans: tuple[str, ...]) -> None:
    """Add plans to the list in monitor.toml."""
    session = Session(invocation, also=plans)
    say, chosen = session.say, list(session.workspace.plans)
    for name in plans:
        _readable(name, session)
        plan = _followable(name, session)
        _same_place(plan, session)
        if plan.id not in chosen:
            chosen.append(plan.id)
    change_names(session.workspace, "plans", chosen)
    echo(say(N_("Plans followed: {plans}"), plans=tuple(chosen)))
    session.tell_problems()
    finish(session.exit_code)


def _readable(name: str, session: Session) -> None:
    """Raise BadData where a local plan of that name cannot be read, or is still a draft."""
    for problem in session.catalogue.problems:
        if problem.plugin in {name, f"{LOCAL}/{name}"}:
            raise BadData(problem.message.template, None, **problem.message.values)


def _followable(name: str, session: Session) -> Plan:
    try:
        return _find(name, session.catalogue)
    except UnknownName:
        offered = load(installed())
        elsewhere = [plan for plan in offered.plans.values() if plan.id == name or plan.id.endswith(f"/{name}")]
        if elsewhere:
            plugin = offered.plugin_of(elsewhere[0]).plugin.name
            hint = Message.of(N_("Run first: monitor plugins enable {plugin}"), plugin=plugin)
            raise UnknownName(N_("Plan '{name}' belongs to plugin {plugin}, which is not enabled."), hint, name=name, plugin=plugin) from None
        raise unknown_plan(name, tuple(offered.plans)) from None


def _same_place(plan: Plan, session: Session) -> None:
    here = session.place_key(session.workspace.place)
    if here and plan.place is not None and plan.place.key and plan.place.key != here:
        raise UnknownName(
            N_("Plan {plan} belongs to {theirs}, this workspace to {ours}."),
            Message.of(N_("Create one workspace for each place.")),
            plan=plan.id,
            theirs=plan.place.name or plan.place.key,
            ours=session.place_name(),
        )


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
    session = Session(invocation)
    chosen = list(session.workspace.plans)
    for name in plans:
        here = [plan for plan in chosen if plan == name or plan.endswith(f"/{name}")]
        if len(here) != 1:
            raise unknown_plan(name, chosen)
        chosen.remove(here[0])
    change_names(session.workspace, "plans", chosen)
    echo(session.say(N_("Plans followed: {plans}"), plans=tuple(chosen) or session.say(N_("none"))))


command.add_command(plans_adopt.adopt)
command.add_command(plans_check.check)
command.add_command(plans_scan.scan)
