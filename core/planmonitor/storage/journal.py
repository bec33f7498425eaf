"""The journal of revisions: adding to it, reading it, and the hash that ties each row to the one before.

The hash finds damage and casual edits. It does not stop somebody who computes all later hashes anew; the receipt code that
the other level keeps does.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, tzinfo
from typing import Any

from attrs import evolve
from sqlalchemy import Connection, Select, bindparam, func, insert, select, update

from planmonitor.assessment.figures import Figure
from planmonitor.assessment.records import Receipt
from planmonitor.messages import N_, Message, StorageTrouble
from planmonitor.storage.registers import add_receipt
from planmonitor.storage.rows import FIGURE_FIELDS, figure_of, figure_values, from_micros, to_micros
from planmonitor.storage.tables import FOREVER, figures, revisions

KEY = ("definition", "place", "unit", "starts", "ends", "breakdown")
"""The columns that say what a figure is about: a later revision with the same ones replaces it."""

HASHED = (*FIGURE_FIELDS, "revision", "recorded_at", "receipt")

FIRST_PREVIOUS = "0" * 64

WAITED = 60 * 1_000_000
"""Microseconds by which an instant may lie before the newest entry: twice the longest wait for another program."""

_FEW = 500  # Older SQLite takes at most 999 values in one statement.


def hash_of(values: Mapping[str, Any], previous_hash: str) -> str:
    """Return the hash of a row of the journal: SHA-256 over its fields as canonical JSON, and the hash of the row before.

    Args:
        values: The row by column name.
        previous_hash: Hash of the row before; `FIRST_PREVIOUS` for the first.
    """
    fields = {name: values[name] for name in HASHED} | {"previous_hash": previous_hash}
    written = json.dumps(fields, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(written.encode("utf-8", "surrogatepass")).hexdigest()


def append(connection: Connection, new: Sequence[Figure], *, recorded_at: datetime, receipt: Receipt) -> tuple[Figure, ...]:
    """Add figures to the journal and the table for reading, inside the caller's writing transaction.

    Args:
        connection: In a transaction that holds the write lock.
        new: The figures, in order; of two with the same key the later one holds.
        recorded_at: The instant, with its time zone; see `not_before`.
        receipt: The act they belong to; it is recorded too, also where there is no figure.

    Returns:
        The figures with their revision and instant.

    Raises:
        BadData: where a figure cannot be stored exactly.
        StorageTrouble: where the instant lies more than a minute before the newest entry, or the receipt exists.
    """
    last = connection.execute(select(revisions).order_by(revisions.c.revision.desc()).limit(1)).first()
    moment = not_before(last.recorded_at, to_micros(recorded_at)) if last else to_micros(recorded_at)
    newest, previous = (last.revision, last.hash) if last else (0, FIRST_PREVIOUS)
    rows = []
    for number, figure in enumerate(new, newest + 1):
        row = figure_values(figure) | {"revision": number, "recorded_at": moment, "receipt": receipt.receipt}
        row |= {"previous_hash": previous, "hash": hash_of(row, previous)}
        previous = row["hash"]
        rows.append(row)
    add_receipt(connection, evolve(receipt, recorded_at=from_micros(moment)))
    if rows:
        connection.execute(insert(revisions), rows)
        _keep_for_reading(connection, rows, moment)
    return tuple(evolve(figure, revision=row["revision"], recorded_at=from_micros(moment)) for figure, row in zip(new, rows, strict=True))


def not_before(newest: int, moment: int) -> int:
    """Return the instant to record under, which never lies before the newest entry.

    With a clock that runs backwards "as known on D" would lie. But a program that had to wait for another one to finish
    writing read its clock before that one did: it records under the instant of the newest entry.

    Args:
        newest: Instant of the newest entry in microseconds.
        moment: The instant given, in microseconds.

    Raises:
        StorageTrouble: where it lies further before the newest entry than any waiting explains.
    """
    if moment < newest - WAITED:
        raise StorageTrouble(
            N_("The clock of this computer shows {now}, but the newest entry was recorded at {newest}; nothing was written."),
            Message.of(N_("Set the date, time and time zone of the computer right, then run the command again.")),
            now=from_micros(moment).isoformat(timespec="seconds"),
            newest=from_micros(newest).isoformat(timespec="seconds"),
        )
    return max(newest, moment)


def _keep_for_reading(connection: Connection, rows: Sequence[Mapping[str, Any]], moment: int) -> None:
    replaced = update(figures).where(*(figures.c[name] == bindparam(f"the_{name}") for name in KEY), figures.c.known_to == FOREVER)
    connection.execute(replaced.values(known_to=moment), [{f"the_{name}": row[name] for name in KEY} for row in rows])
    readable, seen = [], set()
    for row in reversed(rows):
        key = tuple(row[name] for name in KEY)
        known_to = moment if key in seen else FOREVER
        seen.add(key)
        readable.append({name: row[name] for name in (*FIGURE_FIELDS, "revision")} | {"known_from": moment, "known_to": known_to})
    connection.execute(insert(figures), readable)


def known_at(
    connection: Connection,
    instant: datetime | None,
    places: Collection[str] | None,
    definitions: Collection[str] | None,
) -> tuple[Figure, ...]:
    """Return, for each key, the figure that was the known one at an instant.

    Args:
        connection: In a transaction.
        instant: It, with its time zone; None for all that is recorded.
        places: Only figures of these places; None for all.
        definitions: Only figures of these definitions; None for all.

    Raises:
        StorageTrouble: where a row is damaged.
    """
    query: Select[Any] = select(figures).order_by(*figures.primary_key.columns)
    if instant is None:
        query = query.where(figures.c.known_to == FOREVER)
    else:
        moment = to_micros(instant)
        query = query.where(figures.c.known_from <= moment, figures.c.known_to > moment)
    found = []
    for column, wanted in ((figures.c.place, places), (figures.c.definition, definitions)):
        if wanted is not None and len(wanted) <= _FEW:
            query = query.where(column.in_(sorted(wanted)))
    # A long list is cheaper to look up here, row by row, than to send to the database.
    place_set, definition_set = (None if wanted is None else frozenset(wanted) for wanted in (places, definitions))
    for row in connection.execute(query):
        if (place_set is None or row.place in place_set) and (definition_set is None or row.definition in definition_set):
            found.append(figure_of(row, row.known_from))
    return tuple(found)


def first_received(
    connection: Connection, instant: datetime | None, zone: tzinfo, places: Collection[str] | None
) -> dict[tuple[str, str, str, date, date], datetime]:
    """Return when each total first came in, whatever revisions followed.

    Args:
        connection: In a transaction.
        instant: What was recorded by then counts, with its time zone; None for all that is recorded.
        zone: Time zone of the instants returned.
        places: Only figures of these places; None for all.

    Returns:
        The instant by definition, place, unit, first and last day of the period.
    """
    table = figures.c
    key = (table.definition, table.place, table.unit, table.starts, table.ends)
    query = select(*key, func.min(table.known_from).label("first")).where(table.breakdown == "").group_by(*key)
    if instant is not None:
        query = query.where(table.known_from <= to_micros(instant))
    if places is not None:
        query = query.where(table.place.in_(sorted(places)))
    return {
        (row.definition, row.place, row.unit, date.fromisoformat(row.starts), date.fromisoformat(row.ends)): from_micros(row.first).astimezone(zone)
        for row in connection.execute(query)
    }


def history(connection: Connection, definition: str, place: str | None) -> tuple[Figure, ...]:
    """Return all revisions of the figures of one definition, in the order they were recorded.

    Args:
        connection: In a transaction.
        definition: Key of the definition.
        place: Only those of this place; None for all.

    Raises:
        StorageTrouble: where a row is damaged.
    """
    query = select(revisions).where(revisions.c.definition == definition).order_by(revisions.c.revision)
    if place is not None:
        query = query.where(revisions.c.place == place)
    return tuple(figure_of(row, row.recorded_at) for row in connection.execute(query))
