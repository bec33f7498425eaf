"""Records for other programs: the objects of the JSON, flattened into the columns of a CSV file."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, NamedTuple

from planmonitor_exchange.machine.rows import PLAIN, CsvForm, csv_lines, safe
from planmonitor_exchange.machine.values import machine


class Column(NamedTuple):
    """One column of records."""

    name: str
    """Its heading, the same in every language."""
    says: str
    """What stands in it, in English."""
    kind: str = "text"
    """ "text", "number", "date" or "flag"."""
    at: str = ""
    """The keys of the JSON that lead to it, with dots between them; its name where empty. "{}" stands for the language, "vi" or "en"."""


def records_text(columns: Sequence[Column], items: Iterable[Mapping[str, Any]], language: str, form: CsvForm = PLAIN) -> str:
    """Return objects as CSV: a line of headings, then one record for each.

    What is missing is an empty cell, and zero is "0" (docs/domain.md, rule 9).

    Args:
        columns: What to take of each.
        items: The objects, as the JSON of the same answer has them.
        language: "vi" or "en": of the texts that come in both.
        form: How cells are parted and numbers written.
    """
    rows = ([_cell(column, found_in(item, column, language), form) for column in columns] for item in map(machine, items))
    return csv_lines([[column.name for column in columns], *rows], form)


def found_in(item: Any, column: Column, language: str) -> Any:
    """Return what stands in an object where a column points to; None where an object on the way is missing."""
    for key in (column.at or column.name).format(language).split("."):
        item = None if item is None else item[key]
    return item


def _cell(column: Column, value: Any, form: CsvForm) -> str:
    if value is None:
        return ""
    if column.kind == "number":
        return str(value).replace(".", form.decimal)
    if column.kind == "flag":
        return "yes" if value else "no"
    return safe(text_of(value))


def text_of(value: Any) -> str:
    """Return a value as one cell of text: a list with "; " between its parts."""
    if isinstance(value, Mapping):
        return "; ".join(f"{key}={item}" for key, item in value.items())
    if isinstance(value, list):
        return "; ".join(map(text_of, value))
    return str(value)
