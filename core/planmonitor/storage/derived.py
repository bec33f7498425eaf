"""The table for reading, derived from the journal by one query: to fill it anew, and to compare it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Select, func, select

from planmonitor.storage.journal import KEY
from planmonitor.storage.rows import FIGURE_FIELDS
from planmonitor.storage.tables import FOREVER, figures, revisions

COLUMNS = (*FIGURE_FIELDS, "revision", "known_from", "known_to")


def derived() -> Select[Any]:
    """Return the query that gives, from the journal alone, what the table for reading must hold, column by column of `COLUMNS`."""
    replaced_at = func.lead(revisions.c.recorded_at).over(partition_by=[revisions.c[name] for name in KEY], order_by=revisions.c.revision)
    return select(
        *(revisions.c[name] for name in FIGURE_FIELDS),
        revisions.c.revision,
        revisions.c.recorded_at.label("known_from"),
        func.coalesce(replaced_at, FOREVER).label("known_to"),
    )


def differing(connection: Connection) -> tuple[tuple[str, str, str], ...]:
    """Return definition, place and period of each figure on which table and journal differ, sorted.

    Args:
        connection: In a transaction.
    """
    readable = select(*(figures.c[name] for name in COLUMNS))
    found: set[tuple[str, str, str]] = set()
    for left, right in ((derived(), readable), (readable, derived())):
        # EXCEPT holds two empty fields for equal, which a join would not.
        found |= {(row.definition, row.place, row.period) for row in connection.execute(left.except_(right))}
    return tuple(sorted(found))
