"""A plan file of a place, drafted or finished, as the plan of a plugin."""

from __future__ import annotations

import re
import tomllib
from decimal import Decimal
from pathlib import Path

from attrs import evolve, frozen
from planmonitor import BadData, InvalidPlan, Message
from planmonitor.planfile.files import DEFINITIONS, PROGRAMME, check_name
from planmonitor.planfile.reading import read_plan
from planmonitor.planfile.table import BadEntry, Table
from planmonitor.planfile.toml import TomlFile, read_toml
from planmonitor.registry.catalogue import Catalogue, Loaded
from planmonitor.registry.installed import LOCAL, Installed, installed, prefix_of
from planmonitor_exchange.speaking.translations import N_

_QUOTED = re.compile(rf"""(?<=["']){LOCAL}/[a-z0-9/-]+(?=["'])""")
_OWN_KEY = re.compile(rf"""\bkey\s*=\s*["']({LOCAL}/[^"']+)["']""")
_MISSING = Table({}, "", ()).missing("").message.template
"""What the reader says of a key that has to be there."""


@frozen
class PlanDraft:
    """A plan file that was read, as a plugin carries it."""

    name: str
    """The plan's own name, which is that of its file."""
    text: str
    """The text of the file; what it named inside the place's own prefix is named inside the plugin's."""
    draft: bool
    """Whether the file still says that it is a draft."""


def read_draft(path: Path, plugin: str) -> PlanDraft:
    """Return a plan file as a plan of a plugin that is to be.

    Args:
        path: The file; one that says it is a draft may lack what a person has still to write.
        plugin: Name of the plugin.

    Raises:
        BadData: where its name cannot be a plan's, or it cannot be read; with file, line and cure, as the reader tells it.
    """
    check_name(path)
    if path.name in {PROGRAMME, DEFINITIONS}:
        hint = Message.of(N_("A plugin keeps under this name what its plans share: give the file another."))
        raise BadData(N_("The name of {file} cannot be the name of a plan."), hint, file=str(path))
    file = read_toml(path)
    text = _renamed(file.text, path.stem, prefix_of(plugin))
    draft = file.content.get("draft") is True
    try:
        _read(evolve(file, text=text, content=tomllib.loads(text, parse_float=Decimal)), plugin)
    except BadData as error:
        if not (draft and _is_unfinished(error)):
            raise
    return PlanDraft(path.stem, text, draft)


def _renamed(text: str, name: str, prefix: str) -> str:
    """Return the text with the keys that the file defines inside the plugin's prefix; those of other files stay, and are told as missing."""
    own = set(_OWN_KEY.findall(text))

    def renamed(found: re.Match[str]) -> str:
        key = found.group()
        return f"{prefix}{key.removeprefix(LOCAL)}" if key in own or key.startswith(f"{LOCAL}/{name}/") else key

    return _QUOTED.sub(renamed, text)


def _read(file: TomlFile, plugin: str) -> None:
    """Read a plan file as one of a plugin that is not installed yet; what it takes over from others is looked up, and none is imported."""
    catalogue = Catalogue(available=installed())
    asking = Loaded(Installed(plugin, ()), catalogue=catalogue)
    read_plan(file, f"{prefix_of(plugin)}/{file.path.stem}", catalogue.shelf(asking, file))


def _is_unfinished(error: BadData) -> bool:
    """Return whether a file only is not whole yet: a key that has to be there is not, or the model wants more than stands there."""
    cause = error.__cause__
    return isinstance(cause, BadEntry) and (cause.message.template == _MISSING or isinstance(cause.__cause__, InvalidPlan))
