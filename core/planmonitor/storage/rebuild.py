"""The table for reading, derived from the journal by one statement: to fill it anew, and to compare it."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Select, delete, func, insert, select

from planmonitor.storage.journal import KEY
from planmonitor.storage.rows import FIGURE_FIELDS
from planmonitor.storage.tables import FOREVER, figures, revisions

_COLUMNS = (*FIGURE_FIELDS, "revision", "known_from", "known_to")


def _derived() -> Select[Any]:
    """Return the query that gives, from the journal alone, what the table for reading must hold."""
    replaced_at = func.lead(revisions.c.recorded_at).over(partition_by=[revisions.c[name] for name in KEY], order_by=revisions.c.revision)
    return select(
        *(revisions.c[name] for name in FIGURE_FIELDS),
        revisions.c.revision,
        revisions.c.recorded_at.label("known_from"),
        func.coalesce(replaced_at, FOREVER).label("known_to"),
    )


def rebuild(connection: Connection) -> int:
    """Drop what the table for reading holds, fill it from the journal, and return how many rows it has.

    Args:
        connection: In a transaction that holds the write lock.
    """
    connection.execute(delete(figures))
    connection.execute(insert(figures).from_select(_COLUMNS, _derived()))
    return connection.scalar(select(func.count()).select_from(figures)) or 0


def differing(connection: Connection) -> tuple[tuple[str, str, str], ...]:
    """Return definition, place and period of each figure on which table and journal differ, sorted.

    Args:
        connection: In a transaction.
    """
    readable = select(*(figures.c[name] for name in _COLUMNS))
    found: set[tuple[str, str, str]] = set()
    for left, right in ((_derived(), readable), (readable, _derived())):
        # EXCEPT holds two empty fields for equal, which a join would not.
        found |= {(row.definition, row.place, row.period) for row in connection.execute(left.except_(right))}
    return tuple(sorted(found))
