"""`monitor init`: a new workspace."""

from __future__ import annotations

from pathlib import Path

import click
from planmonitor.workspace.following import create
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_, _

from planmonitor_cli.invocation import Invocation
from planmonitor_cli.opened import surroundings
from planmonitor_cli.options import Command, option
from planmonitor_cli.output import echo, tell


@click.command(
    cls=Command,
    help=N_("Create a workspace in a folder: monitor.toml, and an empty database beside it."),
    examples=(
        "monitor init --plan child-labour/van-son-2026-2030",
        'monitor init van-son --place "xã Vân Sơn, tỉnh Bắc Ninh"',
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
    created = create(folder, surroundings(invocation), place=place, plugins=plugins, plans=plans)
    here = created.file.place
    echo(say(N_("Workspace created: {file}"), file=str(created.file.path)))
    for plan in created.follow:
        echo(say(N_("Follows: {id}: {title}"), id=plan.id, title=plan.title))
    if here:
        places = [plan.place for plan in created.follow if plan.place is not None and plan.place.name]
        names = [", ".join(filter(None, (place.name, place.within))) for place in places]
        echo(say(N_("Place: {place}"), place=" ".join(dict.fromkeys([*names[:1], here]))))
    elif created.follow:
        echo(_(N_("The plan does not say which place it is for: set 'place' in monitor.toml.")))
    for plan in created.on_offer:
        echo(say(N_("A generic plan any place can follow: monitor plans follow {id}"), id=plan.id))
    for problem in created.problems:
        tell(say.problem(problem))
    echo(
        _(N_("Next: monitor status"))
        if created.follow
        else _(N_("Next: monitor plans list --all, then monitor plugins enable NAME and monitor plans follow PLAN"))
    )
