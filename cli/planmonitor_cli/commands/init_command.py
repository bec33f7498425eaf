"""`monitor init`: a new workspace."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click
from planmonitor.registry.installed import plugin_of
from planmonitor.workspace.following import Created, create
from planmonitor.workspace.places import code_on
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.invocation import Invocation
from planmonitor_cli.opened import surroundings, today
from planmonitor_cli.options import Command, option
from planmonitor_cli.output import echo, tell
from planmonitor_cli.screens.attention import plan_name
from planmonitor_cli.screens.record_line import record_line


@click.command(
    cls=Command,
    help=N_("Create a workspace in a folder: monitor.toml, and an empty database beside it."),
    examples=(
        'monitor init van-son --place "xã Vân Sơn, tỉnh Bắc Ninh"',
        "monitor init --plan child-labour/van-son-2026-2030",
        "monitor init --plugin child_labour",
    ),
)
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=".")
@option("--place", default="", help=N_("Code or name of the place, as the plans name it."))
@option("--plugin", "plugins", multiple=True, help=N_("Enable this plugin; may be repeated."))
@option("--plan", "plans", multiple=True, help=N_("Follow this plan and enable its plugin; may be repeated."))
@click.pass_obj
def command(invocation: Invocation, folder: Path, place: str, plugins: tuple[str, ...], plans: tuple[str, ...]) -> None:
    """Create a workspace."""
    say = Speaker()
    around = surroundings(invocation)
    created = create(folder, around, place=place, plugins=plugins, plans=plans)
    here = created.file.place
    echo(say(N_("Workspace created: {file}"), file=str(created.file.path)))
    if here:
        places = [plan.place for plan in created.follow if plan.place is not None and plan.place.name]
        echo(say(N_("Place: {place}"), place=code_on(here, today(invocation)) or next((place.in_full for place in places), here)))
    elif created.follow:
        echo(say(N_("The plan does not say which place it is for: set 'place' in monitor.toml.")))
    if lines := list(_plans(created, say)):
        echo("\n".join(lines))
    for problem in created.problems:
        tell(say.problem(problem))
    echo("\n".join(_next(created, folder, around.clock().year, say)))


def _plans(created: Created, say: Speaker) -> Iterator[str]:
    """Yield the plans that are followed, and those on offer with the commands that follow them."""
    if created.follow:
        yield say(N_("Plans followed:"))
        yield from (f"- {plan_name(plan, say)} ({plan.id})" for plan in created.follow)
    if created.on_offer:
        yield say(N_("Generic plans that any place can follow:"))
    for plan in created.on_offer:
        yield f"- {plan_name(plan, say)}:"
        if (plugin := plugin_of(plan.id)) not in created.file.plugins:
            yield f"    monitor plugins enable {plugin}"
        yield f"    monitor plans follow {plan.id}"


def _next(created: Created, folder: Path, year: int, say: Speaker) -> Iterator[str]:
    """Yield the next commands of a newcomer, each on its own line."""
    yield say(N_("Next:"))
    if folder != Path():
        yield f"    cd {folder}"
    if created.follow:
        plan = created.follow[0]
        first = next(measure for measure in plan.measures if not measure.definition.sums)
        yield f"    {record_line(plan, first, max(plan.start.year, min(year, plan.end.year)), say)}"
        yield "    monitor status"
    else:
        yield "    monitor plans list --all"
        yield "    monitor plugins enable ..."
        yield "    monitor plans follow ..."
