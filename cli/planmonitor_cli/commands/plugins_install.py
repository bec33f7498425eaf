"""`monitor plugins install`: a wheel or a plan folder into the environment monitor runs in, held against the contract before and after."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click
from planmonitor import Message, Refusal, StorageTrouble, UnknownName
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli import environment
from planmonitor_cli.layout import wrapped
from planmonitor_cli.opened import finish
from planmonitor_cli.options import Command, option
from planmonitor_cli.output import echo

Breaches = list[tuple[str, str]]
"""What is broken: a plugin, and a sentence."""


class _Broken(Exception):
    """Once installed, something breaks the contract that did not before."""

    def __init__(self, breaches: Breaches) -> None:
        super().__init__()
        self.breaches = breaches


@click.command(
    "install",
    cls=Command,
    help=N_(
        "Install plugins from a wheel or a plan folder, without a network, into the environment monitor runs in. What breaks a rule of "
        "the contract, before or once installed, is not installed, and the environment is as before. Nothing is enabled."
    ),
    examples=(
        "monitor plugins install ./road_safety",
        "monitor plugins install planmonitor_road_safety-1.0.0-py3-none-any.whl",
        "monitor plugins install --link ./road_safety",
    ),
)
@click.argument("path", type=click.Path(path_type=Path), metavar="PATH")
@option("--link", is_flag=True, help=N_("Only point to the plan folder, for its author: what changes there counts at once."))
def install(path: Path, link: bool) -> None:
    """Install, and say what was done and what comes next; exit code 1 where the contract is broken and nothing was installed."""
    from planmonitor.contract.packing import pack
    from planmonitor.contract.projects import read_project
    from planmonitor.contract.wheels import unpacked

    _check_path(path, link)
    if path.is_dir():
        _check_name(read_project(path).name, path)
    with TemporaryDirectory(prefix="monitor-") as made:
        room = Path(made)
        whole = pack(path, room) if path.is_dir() else path
        release = unpacked(whole, _inside(room, "unpacked"))
        _check_name(release.name, path)
        _need_all(whole, release.name)
        with ThreadPoolExecutor() as beside:
            waiting = beside.submit(environment.examined)
            if breaches := _breaches(environment.examined(str(path.absolute()))):
                _refuse(breaches, N_("Not installed: {name} breaks what every plugin must keep."), release.name)
            standing = _breaches(waiting.result())
        wheel = pack(path, _inside(room, "link"), link=True) if link else whole
        try:
            earlier = _put_in(release.name, wheel, _inside(room, "before"), standing)
        except _Broken as broken:
            taken_out = N_("Taken out again, all is as before: with {name} installed, plugins break what every one must keep.")
            _refuse(broken.breaches, taken_out, release.name)
    _tell(release.name, release.version, earlier, tuple(release.plugins))


def _put_in(name: str, wheel: Path, room: Path, standing: Breaches) -> str:
    """Install a wheel and return the version it takes the place of, or ""; raise `_Broken` where plugins now break what they did not before."""
    with environment.as_before(name, wheel, room) as earlier:
        environment.install(wheel)
        if breaches := [broken for broken in _breaches(environment.examined()) if broken not in standing]:
            raise _Broken(breaches)
    return earlier


def _inside(room: Path, name: str) -> Path:
    folder = room / name
    folder.mkdir()
    return folder


def _check_path(path: Path, link: bool) -> None:
    """Raise where there is nothing to be installed."""
    if not path.exists():
        raise UnknownName(N_("There is no '{path}'."), Message.of(N_("Name a wheel, or the folder that holds pyproject.toml.")), path=str(path))
    if link and not path.is_dir():
        raise Refusal(N_("'{path}' is no plan folder, and only to one --link can point."), Message.of(N_("Leave --link out.")), path=str(path))


def _check_name(name: str, path: Path) -> None:
    """Raise where the program would have to put itself in its own place."""
    from planmonitor.contract.wheels import FRAMEWORK

    if name in FRAMEWORK:
        command = environment.command_line([*environment.pip(), "install", str(path.absolute())])
        itself = N_("'{path}' is monitor itself, which cannot put itself in its own place.")
        raise Refusal(itself, Message.of(N_("Run pip for it: {command}"), command=command), path=str(path))


def _need_all(wheel: Path, name: str) -> None:
    """Raise where the environment lacks what a wheel needs: nothing is fetched for it."""
    if (needed := environment.missing(wheel)) is not None:
        command = environment.command_line([*environment.pip(), "install", needed])
        hint = Message.of(N_("Nothing was installed, and nothing is fetched from a network here. Install that first: {command}"), command=command)
        raise StorageTrouble(N_("{name} needs {needed}, which is not installed here."), hint, name=name, needed=needed)


def _breaches(examined: list[dict[str, Any]]) -> Breaches:
    """Return what some plugins break, as `plugins check` tells it in JSON."""
    return [(item["plugin"], _sentence(one)) for item in examined for one in item["breaches"]]


def _sentence(breach: dict[str, str]) -> str:
    template = N_("{plan}: {field}: {message}. Cure: {cure}")
    if breach["message"].endswith("."):
        template = N_("{plan}: {field}: {message} Cure: {cure}")
    return Speaker()(template, **{key: breach[key] for key in ("plan", "field", "message", "cure")})


def _refuse(breaches: Breaches, template: str, name: str) -> None:
    echo(Speaker()(template, name=name))
    for _plugin, sentence in breaches:
        echo(wrapped(sentence, "- ", "  "))
    finish(1)


def _tell(name: str, version: str, earlier: str, plugins: tuple[str, ...]) -> None:
    say = Speaker()
    installed = N_("Installed: {name} {version}, in place of {earlier}") if earlier else N_("Installed: {name} {version}")
    echo(say(installed, name=name, version=version, earlier=earlier))
    echo(say(N_("Next:")))
    echo(f"  monitor plugins enable {' '.join(plugins)}")
