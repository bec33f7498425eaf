"""What can be added to the database inside one transaction: figures, receipts, registered members, approved explanations.

All of it only grows: whoever corrects something adds a newer entry.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, TypeVar

from attrs import asdict, evolve
from sqlalchemy import Table, bindparam, delete, func, insert, select, update

from planmonitor.assessment.figures import Figure
from planmonitor.assessment.records import Acceptance, MemberUnit, Receipt
from planmonitor.messages import N_, BadData, Message, StorageTrouble
from planmonitor.storage.derived import COLUMNS, derived
from planmonitor.storage.journal import FIRST_PREVIOUS, KEY, hash_of, not_before
from planmonitor.storage.reading import Reading
from planmonitor.storage.rows import DAYS, FIGURE_FIELDS, day_text, figure_values, from_micros, storable, to_micros
from planmonitor.storage.tables import FOREVER, acceptances, figures, receipts, revisions, units

N = TypeVar("N", Acceptance, MemberUnit)


class Writing(Reading):
    """A transaction that holds the write lock: all that is added in it is kept, or nothing. Instants come with their time zone."""

    def append(self, new: Sequence[Figure], *, recorded_at: datetime, receipt: Receipt) -> tuple[Figure, ...]:
        """Record figures. One with a key that is there already becomes a new revision of it.

        Args:
            new: The figures, in order; of two with the same key the later one holds.
            recorded_at: The instant; see `not_before`.
            receipt: The act they belong to; it is recorded too, also where there is no figure.

        Returns:
            The figures with their revision and instant.

        Raises:
            BadData: where a figure cannot be stored exactly.
            StorageTrouble: where the instant lies more than a minute before the newest entry, or the receipt exists.
        """
        last = self._connection.execute(select(revisions).order_by(revisions.c.revision.desc()).limit(1)).first()
        moment = not_before(last.recorded_at, to_micros(recorded_at)) if last else to_micros(recorded_at)
        newest, previous = (last.revision, last.hash) if last else (0, FIRST_PREVIOUS)
        rows = []
        for number, figure in enumerate(new, newest + 1):
            row = figure_values(figure) | {"revision": number, "recorded_at": moment, "receipt": receipt.receipt}
            row |= {"previous_hash": previous, "hash": hash_of(row, previous)}
            previous = row["hash"]
            rows.append(row)
        self._add_receipt(evolve(receipt, recorded_at=from_micros(moment)))
        if rows:
            self._connection.execute(insert(revisions), rows)
            self._keep_for_reading(rows, moment)
        return tuple(evolve(figure, revision=row["revision"], recorded_at=from_micros(moment)) for figure, row in zip(new, rows, strict=True))

    def add_unit(self, unit: MemberUnit, recorded_at: datetime) -> MemberUnit:
        """Register a member, or with the id of one change, rename or close it; return it with its instant.

        Raises:
            BadData: where a text in it cannot be stored.
        """
        return self._add_numbered(units, unit, recorded_at)

    def accept(self, acceptance: Acceptance, recorded_at: datetime) -> Acceptance:
        """Record an approved explanation of a shortfall; return it with its instant.

        Raises:
            BadData: where a text in it cannot be stored.
        """
        return self._add_numbered(acceptances, acceptance, recorded_at)

    def rebuild(self) -> int:
        """Fill the table for reading anew from the journal and return how many rows it has."""
        self._connection.execute(delete(figures))
        self._connection.execute(insert(figures).from_select(COLUMNS, derived()))
        return self._connection.scalar(select(func.count()).select_from(figures)) or 0

    def _keep_for_reading(self, rows: Sequence[Mapping[str, Any]], moment: int) -> None:
        replaced = update(figures).where(*(figures.c[name] == bindparam(f"the_{name}") for name in KEY), figures.c.known_to == FOREVER)
        self._connection.execute(replaced.values(known_to=moment), [{f"the_{name}": row[name] for name in KEY} for row in rows])
        readable, seen = [], set()
        for row in reversed(rows):
            key = tuple(row[name] for name in KEY)
            known_to = moment if key in seen else FOREVER
            seen.add(key)
            readable.append({name: row[name] for name in (*FIGURE_FIELDS, "revision")} | {"known_from": moment, "known_to": known_to})
        self._connection.execute(insert(figures), readable)

    def _add_receipt(self, receipt: Receipt) -> None:
        if self._connection.scalar(select(receipts.c.receipt).where(receipts.c.receipt == receipt.receipt)) is not None:
            raise StorageTrouble(
                N_("There is a receipt '{receipt}' already; nothing was written."),
                Message.of(N_("Run the command again.")),
                receipt=receipt.receipt,
            )
        self._connection.execute(insert(receipts), _values(receipt))

    def _add_numbered(self, table: Table[Any], record: N, recorded_at: datetime) -> N:
        record = evolve(record, recorded_at=from_micros(to_micros(recorded_at)))
        newest = self._connection.scalar(select(func.max(table.c["number"]))) or 0
        self._connection.execute(insert(table), _values(record) | {"number": newest + 1})
        return record


def _values(record: Any) -> dict[str, Any]:
    values = asdict(record)
    for name, value in values.items():
        if not storable(value):
            raise BadData(N_("The field '{field}' holds letters that no keyboard writes."), field=name)
        if name in DAYS:
            values[name] = day_text(value)
    return values | {"recorded_at": to_micros(record.recorded_at)}
