"""The database as the rest of the program sees it: transactions in which values are asked for and added."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, tzinfo
from pathlib import Path
from typing import Any

from attrs import evolve, frozen
from sqlalchemy import ColumnElement, Connection, Engine, Table, and_, delete, func, insert, select, true, tuple_, update

from planmonitor.assessment.records import Acceptance, Figure, MemberUnit, Receipt
from planmonitor.messages import N_, Message, StorageTrouble
from planmonitor.storage.file import UPGRADE, WAIT, in_plain_words, locate, look_at_file, make_engine, schema_of
from planmonitor.storage.journal import FIRST_PREVIOUS, KEY, LOOKS, derived, hash_of, not_before
from planmonitor.storage.rows import R, figure_of, figure_values, from_micros, record_of, record_values, to_micros
from planmonitor.storage.tables import FIGURE_FIELDS, FOREVER, SCHEMA, acceptances, figures, receipts, revisions, units


@frozen
class Database:
    """A workspace's database: `with Database.open(path).reading() as held: held.known_at(None)`.

    The file is open only during a transaction. All instants are given by the caller, with their time zone; nothing here reads a clock. Whatever goes
    wrong with the file, its disk or another program is a `StorageTrouble` that names the file and the next step, and then nothing was written.
    """

    _engine: Engine
    path: Path

    @classmethod
    def open(cls, where: str | Path, *, read_only: bool = False, wait: int = WAIT) -> Database:
        """Open an existing database, by path or URL `sqlite:///PATH`; one that is write-protected is opened for reading.

        It is a `StorageTrouble` where the file is missing, empty, damaged, another program's, or of a newer or older program.
        """
        path = locate(where)
        look_at_file(path)
        engine = make_engine(path, mode="ro" if read_only else "rw", wait=wait)
        if schema_of(engine, path) < SCHEMA:
            raise StorageTrouble(N_("The database '{file}' was made by an older program."), UPGRADE, file=str(path))
        return cls(engine, path)

    @contextmanager
    def reading(self) -> Iterator[Reading]:
        """Begin a transaction that reads; another program cannot finish writing before it ends."""
        with in_plain_words(self.path), self._engine.connect() as connection:
            yield Reading(connection)

    @contextmanager
    def writing(self) -> Iterator[Writing]:
        """Begin a transaction that writes; it is kept where the block ends well, and taken back where it raises."""
        with in_plain_words(self.path), self._engine.execution_options(writes=True).begin() as connection:
            yield Writing(connection)

    def check(self) -> tuple[Message, ...]:
        """Return what is wrong with the database, damage that stops the reading beside what was found before it; nothing where it is sound."""
        engine = make_engine(self.path, mode="ro", damaged_text=True)
        problems: list[Message] = []
        for look in LOOKS:
            try:
                with in_plain_words(self.path), engine.connect() as connection:
                    problems.extend(look(connection))
            except StorageTrouble as trouble:
                problems.append(trouble.message)
        return tuple(problems)


@frozen
class Reading:
    """A transaction that reads: every answer is of the same moment, an instant of None asks for all that is recorded."""

    _connection: Connection

    def known_at(self, instant: datetime | None, *, places: Collection[str] | None = None) -> tuple[Figure, ...]:
        """Return each key's figure known at an instant, of these places or of all (docs/domain.md, rule 10); a damaged row is a `StorageTrouble`."""
        begun, ended = figures.c.known_from, figures.c.known_to
        known = ended == FOREVER if instant is None else and_(begun <= to_micros(instant), ended > to_micros(instant))
        query = select(*figures.c[*FIGURE_FIELDS, "known_from"]).where(known, _at(places))
        return tuple(map(figure_of, self._connection.execute(query.order_by(*figures.primary_key))))

    def first_received(
        self, instant: datetime | None, zone: tzinfo, *, places: Collection[str] | None = None
    ) -> dict[tuple[str, str, str, date, date], datetime]:
        """Return when each total of these places first came in by an instant, whatever revisions followed.

        The instants are in the zone, by definition, place, unit, first and last day of the period.
        """
        table = figures.c
        key = (table.definition, table.place, table.unit, table.starts, table.ends)
        query = select(*key, func.min(table.known_from)).where(table.breakdown == "", _by(table.known_from, instant), _at(places)).group_by(*key)
        return {
            (definition, place, unit, date.fromisoformat(starts), date.fromisoformat(ends)): from_micros(first).astimezone(zone)
            for definition, place, unit, starts, ends, first in self._connection.execute(query)
        }

    def history(self, definition: str) -> tuple[Figure, ...]:
        """Return all revisions of the figures of a definition, in the order they were recorded; a damaged row is a `StorageTrouble`."""
        query = select(*revisions.c[*FIGURE_FIELDS, "recorded_at"]).where(revisions.c.definition == definition).order_by(revisions.c.revision)
        return tuple(map(figure_of, self._connection.execute(query)))

    def find_receipt(self, sha256: str) -> Receipt | None:
        """Return the newest receipt for a file by the SHA-256 of its bytes in hex, or None where it was never imported; "" finds nothing."""
        query = select(receipts).where(receipts.c.sha256 == sha256, receipts.c.sha256 != "")
        row = self._connection.execute(query.order_by(receipts.c.recorded_at.desc()).limit(1)).first()
        return None if row is None else record_of(Receipt, row)

    def units(self, instant: datetime | None) -> tuple[MemberUnit, ...]:
        """Return the registered members as known at an instant, by id, closed ones among them: their dates tell whether one exists on a day."""
        newest = {row.id: row for row in self._numbered(units, instant)}
        return tuple(record_of(MemberUnit, row) for _, row in sorted(newest.items()))

    def acceptances(self, instant: datetime | None) -> tuple[Acceptance, ...]:
        """Return the approved explanations recorded by an instant, in the order they were recorded."""
        return tuple(record_of(Acceptance, row) for row in self._numbered(acceptances, instant))

    def _numbered(self, table: Table, instant: datetime | None) -> Any:
        return self._connection.execute(select(table).where(_by(table.c.recorded_at, instant)).order_by(table.c.number))


def _at(places: Collection[str] | None) -> ColumnElement[bool]:
    return true() if places is None else figures.c.place.in_(sorted(places))


def _by(recorded: ColumnElement[int], instant: datetime | None) -> ColumnElement[bool]:
    return true() if instant is None else recorded <= to_micros(instant)


@frozen
class Writing(Reading):
    """A transaction that holds the write lock: all that is added in it is kept, or nothing.

    All of it only grows: whoever corrects something adds a newer entry. A text that cannot be stored is `BadData`.
    """

    def append(self, new: Sequence[Figure], *, recorded_at: datetime, receipt: Receipt) -> tuple[Figure, ...]:
        """Record figures, and the act they belong to; return them with their revision and instant.

        One with a key that is there already becomes a new revision of it; of two new ones with the same key the later one holds. The receipt
        is recorded also where there is no figure; one that exists is a `StorageTrouble`. For the instant see `not_before`.
        """
        last = self._connection.execute(select(revisions).order_by(revisions.c.revision.desc()).limit(1)).first()
        moment = not_before(last.recorded_at, to_micros(recorded_at)) if last else to_micros(recorded_at)
        newest, previous = (last.revision, last.hash) if last else (0, FIRST_PREVIOUS)
        instant = from_micros(moment)
        recorded = tuple(evolve(figure, revision=number, recorded_at=instant) for number, figure in enumerate(new, newest + 1))
        rows = []
        for figure in recorded:
            row = figure_values(figure) | {"receipt": receipt.receipt, "previous_hash": previous}
            row["hash"] = previous = hash_of(row)
            rows.append(row)
        if self._connection.scalar(select(receipts.c.receipt).where(receipts.c.receipt == receipt.receipt)) is not None:
            again = Message.of(N_("Run the command again."))
            raise StorageTrouble(N_("There is a receipt '{receipt}' already; nothing was written."), again, receipt=receipt.receipt)
        self._connection.execute(insert(receipts), record_values(evolve(receipt, recorded_at=instant)))
        if rows:
            self._connection.execute(insert(revisions), rows)
            # Both ends are named, for with one SQLite would go through the whole journal.
            added = revisions.c.revision.between(newest + 1, newest + len(rows))
            replaced = tuple_(*figures.c[KEY]).in_(select(*revisions.c[KEY]).where(added))
            self._connection.execute(update(figures).where(figures.c.known_to == FOREVER, replaced).values(known_to=moment))
            self._connection.execute(insert(figures).from_select(list(figures.c), derived().where(added)))
        return recorded

    def add_unit(self, unit: MemberUnit, recorded_at: datetime) -> MemberUnit:
        """Register a member, or with the id of one change, rename or close it; return it with its instant."""
        return self._add_numbered(units, unit, recorded_at)

    def accept(self, acceptance: Acceptance, recorded_at: datetime) -> Acceptance:
        """Record an approved explanation of a shortfall; return it with its instant."""
        return self._add_numbered(acceptances, acceptance, recorded_at)

    def rebuild(self) -> int:
        """Fill the table for reading anew from the journal and return how many rows it has."""
        self._connection.execute(delete(figures))
        return self._connection.execute(insert(figures).from_select(list(figures.c), derived())).rowcount

    def _add_numbered(self, table: Table, record: R, recorded_at: datetime) -> R:
        record = evolve(record, recorded_at=from_micros(to_micros(recorded_at)))
        newest = self._connection.scalar(select(func.max(table.c.number))) or 0
        self._connection.execute(insert(table), record_values(record) | {"number": newest + 1})
        return record
