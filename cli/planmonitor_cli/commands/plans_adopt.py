"""`monitor plans adopt`: a file for a plan of the place itself, begun from a programme."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from pathlib import Path

import click
from planmonitor import Message, Place, Plan, Programme, UnknownName
from planmonitor.model.sources import Document
from planmonitor.names import offer, slug
from planmonitor.planfile.files import PlanFile
from planmonitor.planfile.writing import file_text
from planmonitor.registry.catalogue import Catalogue
from planmonitor.registry.installed import LOCAL, PLANS, installed, plugin_of, prefix_of
from planmonitor.workspace.file import write_new
from planmonitor_exchange.plan_text.adopting import adopted
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_, _

from planmonitor_cli.invocation import Invocation
from planmonitor_cli.opened import workspace_file
from planmonitor_cli.options import Command, option
from planmonitor_cli.output import echo
from planmonitor_cli.plugins import load

LEVELS = {2: "province", 3: "district", 5: "commune"}
"""Level of a place by the number of digits of its official code (docs/domain.md, rule 21)."""
TYPES = {
    "xã": "commune",
    "phường": "commune",
    "thị trấn": "commune",
    "đặc khu": "commune",
    "huyện": "district",
    "quận": "district",
    "tỉnh": "province",
}
"""Level by the word before a place's name, where the word leaves no choice."""


class Years(click.ParamType[tuple[date, date]]):
    """The years of a plan: 2026-2030, or 2026."""

    name = "years"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[date, date]:
        """Return the first and the last day, or end with the wrong use named."""
        match = re.fullmatch(r"(\d{4})(?:\s*[-–]\s*(\d{4}))?", str(value).strip())
        first, last = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
        if not 1900 < first <= last < 2200:
            self.fail(_(N_("'{value}' is no period of a plan; write 2026-2030 or 2026.")).format(value=value), param, ctx)
        return date(first, 1, 1), date(last, 12, 31)


@click.command(
    "adopt",
    cls=Command,
    help=N_("Begin a plan of your place from a programme: writes a file with its measures and bars, for you to change."),
    examples=(
        "monitor plans adopt child-labour --place 00001 --period 2026-2030",
        'monitor plans adopt child-labour --place "xã Vân Sơn" --period 2026',
    ),
)
@click.argument("programme")
@option("--place", default="", help=N_("Code or name of the place; by default that of the workspace."))
@option("--period", type=Years(), required=True, help=N_("First and last year: 2026-2030."))
@click.pass_obj
def adopt(invocation: Invocation, programme: str, place: str, period: tuple[date, date]) -> None:
    """Write `plans/NAME.toml` and say what to do next."""
    workspace, say = workspace_file(invocation), Speaker()
    found, catalogue = _programme(programme)
    plans = tuple(catalogue.plans.values())
    here = _place(place or workspace.place, plans)
    start, end = period
    path = workspace.folder / PLANS / f"{_file_name(found, here, start, end)}.toml"
    generic = max((plan for plan in plans if plan.place is None and plan.programme == found.id), key=lambda plan: plan.end, default=None)
    write_new(path, file_text(adopted(found, generic, here, start, end, say, *_acts(found, generic, catalogue))))
    here_now = Path.cwd()
    shown = str(path.relative_to(here_now) if path.is_relative_to(here_now) else path)
    echo(say(N_("Written: {file}"), file=str(path)))
    echo(say(N_("1. Open it in Notepad with your document beside it: change bars, words, units and dates, then delete the line 'draft = true'.")))
    echo(say(N_("2. Let it be read over: {command}"), command=f"monitor plans check {shown}"))
    plugin = plugin_of(found.id)
    if plugin not in workspace.plugins:
        echo(say(N_("3. Enable the programme whose definitions it uses: {command}"), command=f"monitor plugins enable {plugin}"))
    echo(say(N_("Then follow it: {command}"), command=f"monitor plans follow {LOCAL}/{path.stem}"))


def _acts(programme: Programme, generic: Plan | None, catalogue: Catalogue) -> tuple[Mapping[str, Document] | None, Mapping[str, Document]]:
    """Return the acts that a plan of the programme can cite by id, and those that the file of its generic plan writes out."""
    plugin, library = plugin_of(programme.id), catalogue.library
    shared = library.shared(plugin)
    files = (item for item in catalogue.plugin_of(generic).declared if isinstance(item, PlanFile)) if generic else ()
    file = next((item for item in files if generic and generic.id == f"{programme.id}/{item.name}"), None)
    own = library.plan_text(file.path, plugin, f"{programme.id}/{file.name}") if file else None
    return shared.documents if shared else None, own.documents if own else {}


def _programme(name: str) -> tuple[Programme, Catalogue]:
    """Return a programme by id or plugin name, and what its plugin brings; no other plugin is loaded.

    Raises:
        UnknownName: where no installed plugin of that name sets up a programme.
    """
    available = installed()
    plugin = plugin_of(name)
    if plugin not in available:
        raise UnknownName(N_("There is no programme '{name}'."), offer(name, tuple(map(prefix_of, available))), name=name)
    catalogue = load([plugin], available)
    for problem in catalogue.problems:
        raise UnknownName(N_("The programme '{name}' cannot be used: {problem}"), name=name, problem=problem)
    for programme in catalogue.programmes.values():
        return programme, catalogue
    raise UnknownName(N_("Plugin {plugin} carries plans but sets up no programme."), Message.of(N_("See: monitor plans list --all")), plugin=plugin)


def _place(named: str, plans: tuple[Plan, ...]) -> Place:
    """Return the place called so: as a plan names it, else as far as its code or the word before its name tells.

    Raises:
        UnknownName: where none is named.
    """
    if not named.strip():
        raise UnknownName(N_("Which place is the plan for?"), Message.of(N_("Give its code or name: --place 00001")))
    for plan in plans:
        if plan.place is not None and plan.place.is_called(named):
            # Several places may have one name; only the code tells which.
            return plan.place if named.isdigit() else Place(plan.place.level, name=plan.place.name)
    if named.isascii() and named.isdigit() and len(named) in LEVELS:
        return Place(LEVELS[len(named)], code=named)
    name = " ".join(unicodedata.normalize("NFC", named).split())
    level = next((level for word, level in TYPES.items() if name.casefold().startswith(f"{word} ")), None)
    if level is None and name.casefold().startswith(("thị xã ", "thành phố ")):
        raise UnknownName(
            N_("'{place}' may be of more than one level."),
            Message.of(N_("Give its code of 2, 3 or 5 digits, and write the name in the file.")),
            place=name,
        )
    if level is None:
        raise UnknownName(
            N_("'{place}' is neither the code of a place nor its name with its type."),
            Message.of(N_('Write a code of 2, 3 or 5 digits, or a name such as "xã Vân Sơn".')),
            place=named,
        )
    return Place(level, name=name)


def _file_name(programme: Programme, place: Place, start: date, end: date) -> str:
    years = f"{start.year}" if start.year == end.year else f"{start.year}-{end.year}"
    return f"{programme.id}-{slug(place.name or place.code or '', default='plan')}-{years}"
