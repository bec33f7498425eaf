"""What a place's plan is begun from: the programme and the place that somebody names, and the acts that can be cited."""

from __future__ import annotations

import re
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
from planmonitor.workspace.places import place_named

from planmonitor_exchange.plan_text.adopting import Span, adopted
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

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
_WRITTEN = re.compile(r"(?P<name>[^,()]+?)(?: ?, ?(?P<within>[^()]+?))?(?: ?\((?P<code>\d{2,5})\))?")
"""A place as plans name it: "xã Vân Sơn, tỉnh Bắc Ninh (07621)"."""


class Begun(NamedTuple):
    """A draft of a place's plan."""

    name: str
    """How its file is called, without ending."""
    plugin: str
    """The plugin of the programme."""
    entry: Entry
    """What the file says."""


def begin(programme: str, place: str, span: Span, today: date, say: Speaker, trace: Callable[[str], None] | None = None) -> Begun:
    """Return a draft of the plan of a place that carries out a programme.

    Args:
        programme: Id of the programme, or name of its plugin.
        place: Code or name of the place, alone or with what it lies in; a name that several places bear is asked about.
        span: First and last day of the plan.
        today: The day whose name of the place is written.
        say: The language of the questions in the file.
        trace: Takes a line for every hook of the plugin that is called; None where nobody wants to know.

    Raises:
        UnknownName: where no installed plugin sets up the programme, or the place can be neither found nor understood.
    """
    found, catalogue = _programme(programme, trace)
    plans = tuple(catalogue.plans.values())
    here = _place(place, span[1], today)
    own = (plan for plan in plans if plan.place is None and plan.programme == found.id and plugin_of(plan.id) == plugin_of(found.id))
    generic = max(own, key=lambda plan: plan.end, default=None)
    entry = adopted(found, generic, here, *span, say, *_acts(found, generic, catalogue))
    return Begun(_file_name(found, here, *span), plugin_of(found.id), entry)


def _acts(programme: Programme, generic: Plan | None, catalogue: Catalogue) -> tuple[Mapping[str, Document], Mapping[str, Document]]:
    """Return the acts that a plan of the programme can cite by id, and those that the file of its generic plan writes out."""
    plugin = catalogue.plugin(plugin_of(programme.id))
    own = plugin.text(generic.id) if generic else None
    return plugin.shared.documents, own.documents if own else {}


def _programme(name: str, trace: Callable[[str], None] | None) -> tuple[Programme, Catalogue]:
    """Return a programme by id or plugin name, and what all plugins bring: a plan may cite what another has.

    Raises:
        UnknownName: where no installed plugin of that name sets up a programme.
    """
    available = installed()
    programmes = [Named(prefix_of(plugin)) for plugin in available]
    found = find(name, programmes)
    if len(found) != 1:
        raise UnknownName(N_("There is no programme '{name}'."), offer(name, programmes), name=name)
    plugin = plugin_of(found[0].id)
    catalogue = load(available, available, trace)
    for problem in (problem for problem in catalogue.problems if problem.plugin == plugin):
        raise UnknownName(N_("The programme '{name}' cannot be used: {problem}"), name=name, problem=problem)
    for programme in catalogue.programmes.values():
        if plugin_of(programme.id) == plugin:
            return programme, catalogue
    raise UnknownName(N_("Plugin {plugin} carries plans but sets up no programme."), Hint.of("see-plans"), plugin=plugin)


def _place(named: str, end: date, today: date) -> Place:
    """Return the place called so: by the name that the official list has for it today, else as far as the word before its name tells.

    Raises:
        UnknownName: where none is named, several bear the name, or it had ended before the last year of the plan.
    """
    named = " ".join(unicodedata.normalize("NFC", named).split())
    if not named:
        raise UnknownName(N_("Which place is the plan for?"), Hint.of("name-place"))
    found = place_named(named, today, end) or _written(named)
    if found is not None:
        return found
    if named.casefold().startswith(("thị xã ", "thành phố ")):
        raise UnknownName(
            N_("'{place}' may be of more than one level."),
            Message.of(N_("Give its code of 2, 3 or 5 digits, and write the name in the file.")),
            place=named,
        )
    raise UnknownName(
        N_("'{place}' is neither the code of a place nor its name with its type."),
        Message.of(N_('Write a code of 2, 3 or 5 digits, or a name such as "xã Vân Sơn".')),
        place=named,
    )


def _written(named: str) -> Place | None:
    """Return the place that a name says, alone, with what it lies in and with its code; None where its level cannot be told."""
    match = _WRITTEN.fullmatch(named)
    level = next((level for word, level in TYPES.items() if match and match["name"].casefold().startswith(f"{word} ")), None)
    return Place(level, match["name"], match["code"], match["within"]) if match and level else None


def _file_name(programme: Programme, place: Place, start: date, end: date) -> str:
    years = f"{start.year}" if start.year == end.year else f"{start.year}-{end.year}"
    return f"{programme.id}-{slug(place.name or '', default='plan')}-{years}"
