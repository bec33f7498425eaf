"""What a place's plan is begun from: the programme and the place that somebody names, and the acts that can be cited."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping
from datetime import date
from typing import NamedTuple

from planmonitor import Message, Place, Plan, Programme, UnknownName
from planmonitor.messages import Hint
from planmonitor.model.sources import Document
from planmonitor.names import Named, find, offer, slug
from planmonitor.planfile.writing import Entry
from planmonitor.registry.catalogue import Catalogue
from planmonitor.registry.installed import installed, plugin_of, prefix_of
from planmonitor.registry.loading import load

from planmonitor_exchange.plan_text.adopting import adopted
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

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


class Begun(NamedTuple):
    """A draft of a place's plan."""

    name: str
    """How its file is called, without ending."""
    plugin: str
    """The plugin of the programme."""
    entry: Entry
    """What the file says."""


def begin(programme: str, place: str, start: date, end: date, say: Speaker, trace: Callable[[str], None] | None = None) -> Begun:
    """Return a draft of the plan of a place that carries out a programme.

    Args:
        programme: Id of the programme, or name of its plugin.
        place: Code or name of the place.
        start: First day of the plan.
        end: Last day of the plan.
        say: The language of the questions in the file.
        trace: Takes a line for every hook of the plugin that is called; None where nobody wants to know.

    Raises:
        UnknownName: where no installed plugin sets up the programme, or the place can be neither found nor understood.
    """
    found, catalogue = _programme(programme, trace)
    plans = tuple(catalogue.plans.values())
    here = _place(place, plans)
    generic = max((plan for plan in plans if plan.place is None and plan.programme == found.id), key=lambda plan: plan.end, default=None)
    entry = adopted(found, generic, here, start, end, say, *_acts(found, generic, catalogue))
    return Begun(_file_name(found, here, start, end), plugin_of(found.id), entry)


def _acts(programme: Programme, generic: Plan | None, catalogue: Catalogue) -> tuple[Mapping[str, Document], Mapping[str, Document]]:
    """Return the acts that a plan of the programme can cite by id, and those that the file of its generic plan writes out."""
    plugin = catalogue.plugin(plugin_of(programme.id))
    own = plugin.text(generic.id) if generic else None
    return plugin.shared.documents, own.documents if own else {}


def _programme(name: str, trace: Callable[[str], None] | None) -> tuple[Programme, Catalogue]:
    """Return a programme by id or plugin name, and what its plugin brings; no other plugin is loaded.

    Raises:
        UnknownName: where no installed plugin of that name sets up a programme.
    """
    available = installed()
    programmes = [Named(prefix_of(plugin)) for plugin in available]
    found = find(name, programmes)
    if len(found) != 1:
        raise UnknownName(N_("There is no programme '{name}'."), offer(name, programmes), name=name)
    plugin = plugin_of(found[0].id)
    catalogue = load([plugin], available, trace)
    for problem in catalogue.problems:
        raise UnknownName(N_("The programme '{name}' cannot be used: {problem}"), name=name, problem=problem)
    for programme in catalogue.programmes.values():
        return programme, catalogue
    raise UnknownName(N_("Plugin {plugin} carries plans but sets up no programme."), Hint.of("see-plans"), plugin=plugin)


def _place(named: str, plans: tuple[Plan, ...]) -> Place:
    """Return the place called so: as a plan names it, else as far as its code or the word before its name tells.

    Raises:
        UnknownName: where none is named.
    """
    if not named.strip():
        raise UnknownName(N_("Which place is the plan for?"), Hint.of("name-place"))
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
