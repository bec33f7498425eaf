"""Whether a database is sound: the file, the references, the chain of the journal, the table for reading."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sqlalchemy import Connection, select

from planmonitor.messages import N_, Hint, Message, StorageTrouble
from planmonitor.storage.engine import in_plain_words, make_engine
from planmonitor.storage.journal import FIRST_PREVIOUS, derived, hash_of
from planmonitor.storage.tables import figures, revisions


def check(path: Path) -> tuple[Message, ...]:
    """Return what is wrong with a database; nothing where it is sound.

    Damage that stops the reading is itself a problem returned, beside those found before it.
    """
    engine = make_engine(path, mode="ro", damaged_text=True)
    problems: list[Message] = []
    for look in (_file, _references, _chain, _table_for_reading):
        try:
            with in_plain_words(path), engine.connect() as connection:
                problems.extend(look(connection))
        except StorageTrouble as trouble:
            problems.append(trouble.message)
    return tuple(problems)


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
        if row.previous_hash != previous or row.hash != hash_of(row._asdict(), previous):
            yield Message.of(
                N_("Revision {revision} ('{definition}', {period}) is not what was recorded: its hash does not fit."),
                revision=row.revision,
                definition=row.definition,
                period=row.period,
            )
            return
        previous = row.hash


def _table_for_reading(connection: Connection) -> Iterator[Message]:
    found: set[tuple[str, str, str]] = set()
    for left, right in ((derived(), select(figures)), (select(figures), derived())):
        # EXCEPT holds two empty fields for equal, which a join would not.
        found |= {(row.definition, row.place, row.period) for row in connection.execute(left.except_(right))}
    if found:
        definition, _, period = min(found)
        yield Message.of(
            N_("The table for reading differs from the journal in {count} figures, first '{definition}', {period}. {hint}"),
            count=len(found),
            definition=definition,
            period=period,
            hint=Hint.of("rebuild-database"),
        )
