"""From a plan file to a plan, and from a plugin's shared file to what its plans share."""

from __future__ import annotations

from planmonitor.model.plans import Plan, Programme
from planmonitor.planfile.parts import PartReader
from planmonitor.planfile.plans import PlanReader
from planmonitor.planfile.shape import keys_of
from planmonitor.planfile.shared import PlanText, SharedParts, Shelf
from planmonitor.planfile.table import Table
from planmonitor.planfile.toml import TomlFile


def read_plan(file: TomlFile, plan_id: str, shelf: Shelf) -> PlanText:
    """Return the plan that a file holds; a BadData tells of an unknown key or wrong value: file, line, table, key and the nearest right one."""
    with file.named():
        top = Table(file.content, "", keys_of(Plan))
        reader = PlanReader(plan_id, top, shelf)
        return PlanText(reader.plan(), bool(top.value("draft", "flag")), reader.documents)


def read_shared(file: TomlFile, prefix: str) -> SharedParts:
    """Return what a plugin's `programme.toml` or `definitions.toml` holds, or raise as `read_plan`; the plugin's prefix is the programme's id."""
    with file.named():
        top = Table(file.content, "", keys_of(Programme))
        reader = PartReader(top, SharedParts())
        document = reader.document() if "document" in top or "title" in top else None
        reader.read_shared()
        programme = None
        if document is not None:
            programme = reader.part(Programme, top, id=prefix, document=document, definitions=tuple(reader.definitions.values()))
            reader.documents["programme"] = document
        return SharedParts(programme, reader.documents, reader.breakdowns, reader.definitions)
