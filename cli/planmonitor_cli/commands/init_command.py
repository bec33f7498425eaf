"""`monitor init`: a new workspace."""

from __future__ import annotations

from pathlib import Path

import click
from planmonitor import Message, Place, Plan, UnknownName
from planmonitor.names import names_like, offer
from planmonitor.registry.installed import Installed, installed, plugin_of
from planmonitor_exchange.speaking import translations
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_, _

from planmonitor_cli.options import Command, option
from planmonitor_cli.output import echo, tell
from planmonitor_cli.plugins import load
from planmonitor_cli.session import unknown_plan
from planmonitor_cli.workspace import DATABASE, write_new


@click.command(
    cls=Command,
    help=N_("Create a workspace in a folder: monitor.toml, and an empty database beside it."),
    examples=(
        "monitor init --plan child-labour/van-son-2026-2030",
        'monitor init van-son --place "xã Vân Sơn"',
        "monitor init --plugin child_labour",
    ),
)
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=".")
@option("--place", default="", help=N_("Code or name of the place, as the plans name it."))
@option("--plugin", "plugins", multiple=True, help=N_("Enable this plugin; may be repeated."))
@option("--plan", "plans", multiple=True, help=N_("Follow this plan and enable its plugin; may be repeated."))
def command(folder: Path, place: str, plugins: tuple[str, ...], plans: tuple[str, ...]) -> None:
    """Create a workspace."""
    from planmonitor.storage.upgrade import create_or_upgrade

    say = Speaker()
    chosen = _Choice(place, plugins, plans)
    path = write_new(folder, place=chosen.place, plugins=chosen.plugins, plans=[plan.id for plan in chosen.follow], language=translations.current())
    create_or_upgrade(folder / DATABASE)
    echo(say(N_("Workspace created: {file}"), file=str(path)))
    for plan in chosen.follow:
        echo(say(N_("Follows: {id}: {title}"), id=plan.id, title=plan.title))
    if chosen.place:
        names = [plan.place.name for plan in chosen.follow if plan.place is not None and plan.place.name]
        echo(say(N_("Place: {place}"), place=" ".join(dict.fromkeys([*names[:1], chosen.place]))))
    elif chosen.follow:
        echo(_(N_("The plan does not say which place it is for: set 'place' in monitor.toml.")))
    for plan in chosen.on_offer:
        echo(say(N_("A generic plan any place can follow: monitor plans follow {id}"), id=plan.id))
    for problem in chosen.problems:
        tell(say.problem(problem))
    echo(
        _(N_("Next: monitor status"))
        if chosen.follow
        else _(N_("Next: monitor plans list --all, then monitor plugins enable NAME and monitor plans follow PLAN"))
    )


class _Choice:
    """What a new workspace enables and follows."""

    def __init__(self, place: str, plugins: tuple[str, ...], plans: tuple[str, ...]) -> None:
        """Work out place, plugins and plans from the options.

        Raises:
            UnknownName: for a plan, plugin or place that no installed plugin has, and for plans of two places.
        """
        available = installed()
        for name in plugins:
            if name not in available:
                raise unknown_plugin(name, available)
        loaded = load(available, available)
        self.catalogue = loaded
        self.follow: list[Plan] = []
        self.on_offer: list[Plan] = []
        wanted = plugins or (() if plans else tuple(available) if place else ())
        if plans:
            self._take(plans)
        self.place = self._one_place(place)
        if place and not plans:
            self._find(place, wanted, named=bool(plugins))
        names = [loaded.plugin_of(plan).plugin.name for plan in self.follow]
        self.plugins = list(dict.fromkeys([*plugins, *names]))
        self.problems = [problem for problem in loaded.problems if problem.plugin in {*self.plugins, *wanted}]

    def _take(self, ids: tuple[str, ...]) -> None:
        for name in ids:
            for problem in self.catalogue.problems:
                if problem.plugin == plugin_of(name):
                    raise UnknownName(N_("Plan '{name}' cannot be followed: {problem}"), name=name, problem=Speaker().problem(problem))
            if name not in self.catalogue.plans:
                raise unknown_plan(name, tuple(self.catalogue.plans))
            self.follow.append(self.catalogue.plans[name])

    def _one_place(self, place: str) -> str:
        places = {plan.place.key: plan.place for plan in self.follow if plan.place is not None and plan.place.key}
        if len(places) > 1:
            names = tuple(_named(item) for item in places.values())
            raise UnknownName(
                N_("The plans belong to several places: {places}."), Message.of(N_("Create one workspace for each place.")), places=names
            )
        of_plans = next(iter(places.values()), None)
        if place and of_plans is not None and not of_plans.is_called(place):
            raise UnknownName(N_("The plan belongs to {place}, not to '{given}'."), place=_named(of_plans), given=place)
        return of_plans.key if of_plans is not None else place

    def _find(self, place: str, plugins: tuple[str, ...], *, named: bool) -> None:
        """Follow every plan of the place among the plugins, and note the generic ones; those of named plugins alone will do."""
        known: set[str] = set()
        for loaded in self.catalogue.loaded:
            if loaded.plugin.name not in plugins:
                continue
            for plan in loaded.plans:
                known |= {plan.place.name} if plan.place and plan.place.name else set()
                if plan.place is not None and plan.place.is_called(place):
                    self.follow.append(plan)
                    self.place = plan.place.key
                elif plan.place is None:
                    self.on_offer.append(plan)
        if not self.follow and not (named and self.on_offer):
            near = names_like(place, tuple(known))
            hint = (
                offer(place, near) if near else Message.of(N_("Begin one of its own: monitor init, then monitor plans adopt PROGRAMME --place ..."))
            )
            raise UnknownName(N_("No plan of the installed plugins belongs to '{place}'."), hint, place=place)


def _named(place: Place) -> str:
    return place.name or place.key


def unknown_plugin(name: str, available: dict[str, Installed]) -> UnknownName:
    """Return the error for a plugin that is not installed, naming near misses."""
    return UnknownName(N_("There is no plugin '{name}'."), offer(name, tuple(available)), name=name)
