"""The database as the rest of the program sees it: transactions in which values are asked for and added."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime
from itertools import islice, repeat
from pathlib import Path
from typing import Any

from attrs import evolve, frozen
from sqlalchemy import ColumnElement, Connection, Engine, Table, and_, delete, func, insert, select, true, tuple_, update

from planmonitor.assessment.acts import (
    Acceptance,
    AnnexFigure,
    AnswerGiven,
    Closing,
    Entry,
    Narrative,
    ReadingGiven,
    Receipt,
    Reported,
    Sending,
    Waiver,
)
from planmonitor.assessment.members import members_on
from planmonitor.assessment.records import Figure, MemberUnit, Origin
from planmonitor.messages import N_, Message, StorageTrouble
from planmonitor.storage.file import UPGRADE, WAIT, in_plain_words, locate, look_at_file, make_engine, schema_of
from planmonitor.storage.journal import FIRST_PREVIOUS, KEY, LOOKS, derived, hash_of, not_before
from planmonitor.storage.rows import E, figure_of, figure_values, from_micros, record_of, record_values, to_micros
from planmonitor.storage.tables import (
    FIGURE_FIELDS,
    FOREVER,
    SCHEMA,
    acceptances,
    answers,
    closings,
    figures,
    narratives,
    printed,
    readings,
    receipts,
    reported,
    revisions,
    sendings,
    units,
    waivers,
)

AT_ONCE = 1_000
"""How many figures are handed to the database together: as rows they take ten times the memory."""
ENTRIES: dict[type, Table] = {
    Reported: reported,  # first, for the act that records it is that of the sending
    MemberUnit: units,
    Acceptance: acceptances,
    Sending: sendings,
    AnswerGiven: answers,
    Waiver: waivers,
    Closing: closings,
    Narrative: narratives,
    ReadingGiven: readings,
    AnnexFigure: printed,
}
"""Where what is recorded beside figures stands, by its kind."""


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

    def known_at(self, instant: datetime | None) -> tuple[Figure, ...]:
        """Return the newest revision of each key known at an instant (docs/domain.md, rule 10).

        Its state is "withdrawn" where a figure was taken back and none stood there before. A damaged row is a `StorageTrouble`.
        """
        begun, ended = figures.c.known_from, figures.c.known_to
        known = ended == FOREVER if instant is None else and_(begun <= to_micros(instant), ended > to_micros(instant))
        query = select(*figures.c[*FIGURE_FIELDS, "known_from"]).where(known)
        return tuple(map(figure_of, self._connection.execute(query.order_by(*figures.primary_key))))

    def estimates(self, instant: datetime | None) -> tuple[Figure, ...]:
        """Return the estimates that a later revision had replaced by an instant, in the order they were recorded."""
        moment = FOREVER - 1 if instant is None else to_micros(instant)
        query = select(*figures.c[*FIGURE_FIELDS, "known_from"]).where(figures.c.state == "estimated", figures.c.known_to <= moment)
        return tuple(map(figure_of, self._connection.execute(query.order_by(figures.c.revision))))

    def history(self, definition: str) -> tuple[Figure, ...]:
        """Return all revisions of the figures of a definition, in the order they were recorded; a damaged row is a `StorageTrouble`."""
        return self._revisions(revisions.c.definition == definition)

    def recorded_under(self, receipt: str) -> tuple[Figure, ...]:
        """Return the revisions that belong to an act, in the order they were recorded."""
        return self._revisions(revisions.c.receipt == receipt)

    def revision(self, number: int) -> Figure | None:
        """Return the revision of a number, or None where the journal has none."""
        return next(iter(self._revisions(revisions.c.revision == number)), None)

    def _revisions(self, which: ColumnElement[bool]) -> tuple[Figure, ...]:
        query = select(*revisions.c[*FIGURE_FIELDS, "recorded_at"]).where(which).order_by(revisions.c.revision)
        return tuple(map(figure_of, self._connection.execute(query)))

    def reasons(self, definition: str) -> dict[int, str]:
        """Return why figures of a definition were taken back, by the number of the revision that does it."""
        of_acts = revisions.join(receipts, revisions.c.receipt == receipts.c.receipt)
        takes = and_(revisions.c.definition == definition, revisions.c.takes_back > 0)
        query = select(revisions.c.revision, receipts.c.reason).select_from(of_acts).where(takes)
        return {row.revision: row.reason for row in self._connection.execute(query)}

    def why_taken_back(self, instant: datetime | None = None) -> dict[int, str]:
        """Return why figures were taken back by an instant, by the number of the revision that was."""
        of_acts = revisions.join(receipts, revisions.c.receipt == receipts.c.receipt)
        takes = and_(revisions.c.takes_back > 0, _by(revisions.c.recorded_at, instant))
        query = select(revisions.c.takes_back, receipts.c.reason).select_from(of_acts).where(takes).order_by(revisions.c.revision)
        return {row.takes_back: row.reason for row in self._connection.execute(query)}

    def origins(self, definition: str) -> dict[int, Origin]:
        """Return where in which file figures of a definition stood, by the number of the revision; of those typed in nothing."""
        of_acts = revisions.join(receipts, revisions.c.receipt == receipts.c.receipt)
        placed = and_(revisions.c.definition == definition, revisions.c.cell != "")
        query = select(*revisions.c["revision", "answered"], receipts.c.file_name, *revisions.c["cell", "sheet"]).select_from(of_acts).where(placed)
        return {row.revision: Origin(row.file_name, row.cell, row.sheet, answered=row.answered) for row in self._connection.execute(query)}

    def first_of_acts(self) -> dict[str, Figure | Entry | AnnexFigure]:
        """Return what was recorded first in each act, by the code of its receipt; of an act that recorded nothing there is none."""
        first: dict[str, Figure | Entry | AnnexFigure] = {}
        numbers = select(func.min(revisions.c.revision)).group_by(revisions.c.receipt)
        query = select(*revisions.c[*FIGURE_FIELDS, "recorded_at"], revisions.c.receipt).where(revisions.c.revision.in_(numbers))
        for *values, receipt in self._connection.execute(query):
            first[receipt] = figure_of(values)
        for kind, table in ENTRIES.items():
            numbers = select(func.min(table.c.number)).group_by(table.c.receipt)
            first |= {row.receipt: record_of(kind, row) for row in self._connection.execute(select(table).where(table.c.number.in_(numbers)))}
        return first

    def newest_revision(self) -> int:
        """Return the number of the newest revision of the journal; 0 while it is empty."""
        return self._connection.scalar(select(func.max(revisions.c.revision))) or 0

    def receipts(self, instant: datetime | None = None) -> tuple[Receipt, ...]:
        """Return the acts recorded by an instant, in the order they were recorded."""
        query = select(receipts).where(_by(receipts.c.recorded_at, instant)).order_by(receipts.c.recorded_at, receipts.c.receipt)
        return tuple(record_of(Receipt, row) for row in self._connection.execute(query))

    def newest_act(self) -> datetime | None:
        """Return the instant of the newest act; None where nothing was recorded."""
        newest = self._connection.scalar(select(func.max(receipts.c.recorded_at)))
        return None if newest is None else from_micros(newest)

    def find_receipt(self, sha256: str, kind: str = "import") -> Receipt | None:
        """Return the newest receipt of a kind for an imported file, "import" of figures or "unit" of members, by the SHA-256 of its bytes in hex.

        It is None where it was never imported, or where something was taken back since, of which the file may bring anew; "" finds nothing.
        """
        query = select(receipts).where(receipts.c.sha256 == sha256, receipts.c.sha256 != "", receipts.c.kind == kind)
        row = self._connection.execute(query.order_by(receipts.c.recorded_at.desc()).limit(1)).first()
        if row is None:
            return None
        since = select(receipts.c.receipt).where(receipts.c.kind == "undo", receipts.c.recorded_at >= row.recorded_at).limit(1)
        return None if self._connection.scalar(since) else record_of(Receipt, row)

    def units(self, instant: datetime | None, day: date | None = None) -> tuple[MemberUnit, ...]:
        """Return the members of groups as known at an instant, by id, under the names of a day, None for the newest.

        Closed ones are among them: their dates tell whether one exists on a day.
        """
        return members_on(self.entries(MemberUnit, instant), day)

    def printed(self, code: str) -> tuple[AnnexFigure, ...]:
        """Return what stood in the annexes that bear a code, in the order of the annex."""
        query = select(printed).where(printed.c.code == code).order_by(printed.c.number)
        return tuple(record_of(AnnexFigure, row) for row in self._connection.execute(query))

    def printed_codes(self) -> tuple[str, ...]:
        """Return the codes of all annexes written."""
        return tuple(self._connection.scalars(select(printed.c.code).distinct()))

    def entries(self, kind: type[E], instant: datetime | None, *, receipt: str = "") -> tuple[E, ...]:
        """Return the entries of a kind recorded by an instant and not taken back by then, in the order they were recorded; of one act, if named."""
        table = ENTRIES[kind]
        of_act = table.c.receipt == receipt if receipt else true()
        query = select(table).where(_by(table.c.recorded_at, instant), _standing(table, instant), of_act).order_by(table.c.number)
        return tuple(record_of(kind, row) for row in self._connection.execute(query))


def _standing(table: Table, instant: datetime | None) -> ColumnElement[bool]:
    """Return the condition that the act a row belongs to was not taken back by an instant."""
    taken_back = receipts.alias()
    return table.c.receipt.not_in(select(taken_back.c.takes_back).where(_by(taken_back.c.recorded_at, instant)))


def _by(recorded: ColumnElement[int], instant: datetime | None) -> ColumnElement[bool]:
    return true() if instant is None else recorded <= to_micros(instant)


@frozen
class Writing(Reading):
    """A transaction that holds the write lock: all that is added in it is kept, or nothing.

    All of it only grows: whoever corrects something adds a newer entry. A text that cannot be stored is `BadData`.
    """

    def begin(self, receipt: Receipt, recorded_at: datetime, *, sure: bool = False) -> Receipt:
        """Begin an act, to which all that is added belongs; return its receipt with the instant it is recorded under, for which see `not_before`.

        It is recorded also where nothing is added. A receipt that exists is a `StorageTrouble`.
        """
        moment, newest = to_micros(recorded_at), self._connection.scalar(select(func.max(receipts.c.recorded_at)))
        begun = evolve(receipt, recorded_at=from_micros(moment if newest is None else not_before(newest, moment, sure=sure)))
        if self._connection.scalar(select(receipts.c.receipt).where(receipts.c.receipt == receipt.receipt)) is not None:
            again = Message.of(N_("Run the command again."))
            raise StorageTrouble(N_("There is a receipt '{receipt}' already; nothing was written."), again, receipt=receipt.receipt)
        self._connection.execute(insert(receipts), record_values(begun))
        return begun

    def append(self, new: Sequence[Figure], receipt: Receipt, origins: Sequence[Origin] = ()) -> tuple[Figure, ...]:
        """Record figures of an act that was begun, with where in its file each stood; return them with their revision and instant.

        One with a key that is there already becomes a new revision of it; of two new ones with the same key the later one holds.
        """
        last = self._connection.execute(select(revisions).order_by(revisions.c.revision.desc()).limit(1)).first()
        newest, previous = (last.revision, last.hash) if last else (0, FIRST_PREVIOUS)
        recorded = tuple(evolve(figure, revision=number, recorded_at=receipt.recorded_at) for number, figure in enumerate(new, newest + 1))
        rows: list[dict[str, Any]] = []
        standing = zip(recorded, origins or repeat(Origin()), strict=False)
        while some := [*islice(standing, AT_ONCE)]:
            rows = []
            for figure, origin in some:
                stood = {"sheet": origin.sheet, "cell": origin.cell, "answered": origin.answered}
                row = figure_values(figure) | stood | {"receipt": receipt.receipt, "previous_hash": previous}
                row["hash"] = previous = hash_of(row)
                rows.append(row)
            self._connection.execute(insert(revisions), rows)
        if rows:
            # Both ends are named, for with one SQLite would go through the whole journal.
            added = revisions.c.revision.between(newest + 1, newest + len(recorded))
            replaced = tuple_(*figures.c[KEY]).in_(select(*revisions.c[KEY]).where(added))
            moment = rows[0]["recorded_at"]
            self._connection.execute(update(figures).where(figures.c.known_to == FOREVER, replaced).values(known_to=moment))
            self._connection.execute(insert(figures).from_select(list(figures.c), derived().where(added)))
        return recorded

    def add(self, entry: E, receipt: Receipt) -> E:
        """Record what stands beside figures: a member (or its change), an explanation approved, a letter, an answer; return it with its instant."""
        table, recorded = ENTRIES[type(entry)], evolve(entry, recorded_at=receipt.recorded_at)
        newest = self._connection.scalar(select(func.max(table.c.number))) or 0
        self._connection.execute(insert(table), record_values(recorded) | {"number": newest + 1, "receipt": receipt.receipt})
        return recorded

    def rebuild(self) -> int:
        """Fill the table for reading anew from the journal and return how many rows it has."""
        self._connection.execute(delete(figures))
        return self._connection.execute(insert(figures).from_select(list(figures.c), derived())).rowcount
