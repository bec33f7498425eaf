"""What makes the journal one: the key of a figure, the hash that ties each row to the one before, instants that never run back.

The hash finds damage and casual edits. It does not stop somebody who computes all later hashes anew; the receipt code that
the other level keeps does. Below stands the check that the file, its references, the chain and the table for reading are sound.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, Select, func, select

from planmonitor.messages import N_, Hint, Message, StorageTrouble
from planmonitor.storage.rows import from_micros
from planmonitor.storage.tables import FIGURE_FIELDS, FOREVER, figures, revisions

KEY = ("definition", "place", "unit", "starts", "ends", "breakdown")
"""The columns that say what a figure is about: a later revision with the same ones replaces it."""

FIRST_PREVIOUS = "0" * 64

_HASHED = (*FIGURE_FIELDS, "recorded_at", "receipt", "previous_hash", "sheet", "cell", "answered")
_LATER = ("takes_back", "sheet", "cell", "answered")
"""Fields that the oldest rows did not have: an empty one is no part of what is hashed."""
_FAR_AHEAD = 183 * 24 * 60 * 60 * 1_000_000
"""Microseconds after the newest entry from which on a clock is asked about: places report at least every half-year."""


def hash_of(values: Mapping[str, Any]) -> str:
    """Return the hash of a row of the journal: SHA-256 over its fields, the hash of the row before among them, as canonical JSON."""
    hashed = {name: values[name] for name in _HASHED if name not in _LATER or values[name]}
    written = json.dumps(hashed, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(written.encode("utf-8", "surrogatepass")).hexdigest()


def not_before(newest: int, moment: int, *, sure: bool) -> int:
    """Return the instant to record under, in microseconds: never before the newest entry, or "as known on D" would lie (docs/domain.md, rule 10).

    A clock that runs behind closes no book: the entry is made under the newest instant. One that is far ahead of it is a
    `StorageTrouble` unless somebody is `sure` of it, for every later entry would be made under that instant.
    """
    if moment - newest > _FAR_AHEAD and not sure:
        ahead = N_("The clock of this computer shows {now}, {days} days after the newest entry ({newest}); nothing was written.")
        days = (moment - newest) // (24 * 60 * 60 * 1_000_000)
        raise StorageTrouble(ahead, Hint.of("confirm-clock"), now=from_micros(moment), newest=from_micros(newest), days=days)
    return max(newest, moment)


def derived() -> Select[Any]:
    """Return the query that gives, from the journal alone, what the table for reading must hold, column by column."""
    replaced_at = func.lead(revisions.c.recorded_at).over(partition_by=[*revisions.c[KEY]], order_by=revisions.c.revision)
    instants = {"known_from": revisions.c.recorded_at.label("known_from"), "known_to": func.coalesce(replaced_at, FOREVER).label("known_to")}
    return select(*(instants[column.name] if column.name in instants else revisions.c[column.name] for column in figures.c))


def _file(connection: Connection) -> Iterator[Message]:
    for (said,) in connection.exec_driver_sql("PRAGMA integrity_check(5)"):
        if said != "ok":
            yield Message.of(N_("The file is damaged: {said}."), said=said)


def _references(connection: Connection) -> Iterator[Message]:
    for table, _, parent, _ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield Message.of(N_("A row of the table '{table}' refers to a row of '{parent}' that is not there."), table=table, parent=parent)


def _chain(connection: Connection) -> Iterator[Message]:
    previous = FIRST_PREVIOUS
    for number, row in enumerate(connection.execute(select(revisions).order_by(revisions.c.revision)), 1):
        if row.revision != number:
            yield Message.of(N_("Revision {revision} is missing from the journal."), revision=number)
            return
        if row.previous_hash != previous or row.hash != hash_of(row._asdict()):
            edited = N_("Revision {revision} ('{definition}', {period}) is not what was recorded: its hash does not fit.")
            yield Message.of(edited, revision=row.revision, definition=row.definition, period=row.period)
            return
        previous = row.hash


def _table_for_reading(connection: Connection) -> Iterator[Message]:
    found: set[tuple[str, str, str]] = set()
    for left, right in ((derived(), select(figures)), (select(figures), derived())):
        # EXCEPT holds two empty fields for equal, which a join would not.
        found |= {(row.definition, row.place, row.period) for row in connection.execute(left.except_(right))}
    if found:
        definition, _, period = min(found)
        differs = N_("The table for reading differs from the journal in {count} figures, first '{definition}', {period}. {hint}")
        yield Message.of(differs, count=len(found), definition=definition, period=period, hint=Hint.of("rebuild-database"))


LOOKS = (_file, _references, _chain, _table_for_reading)
"""What is looked at, one after the other, to find what is wrong with a database."""
