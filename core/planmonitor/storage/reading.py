"""What can be asked of the database inside one transaction. All answers are values; an instant of None asks for all that is recorded."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date, datetime, tzinfo
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, Table, func, select

from planmonitor.assessment.figures import Figure
from planmonitor.assessment.records import Acceptance, MemberUnit, Receipt
from planmonitor.messages import N_, Refusal, StorageTrouble
from planmonitor.storage.rows import DAYS, figure_of, from_micros, optional_day, to_micros
from planmonitor.storage.tables import FOREVER, acceptances, figures, receipts, revisions, units
from planmonitor.storage.trouble import CHECK

R = TypeVar("R", Acceptance, MemberUnit, Receipt)

_FEW = 500  # Older SQLite takes at most 999 values in one statement.


class Reading:
    """A transaction that reads: every answer is of the same moment."""

    def __init__(self, connection: Connection) -> None:
        """Hold a connection in a transaction."""
        self._connection = connection

    def known_at(
        self, instant: datetime | None, *, places: Collection[str] | None = None, definitions: Collection[str] | None = None
    ) -> tuple[Figure, ...]:
        """Return, for each key, the figure that was the known one at an instant (docs/domain.md, rule 10).

        Args:
            instant: What was recorded by then counts.
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
        for column, wanted in ((figures.c.place, places), (figures.c.definition, definitions)):
            if wanted is not None and len(wanted) <= _FEW:
                query = query.where(column.in_(sorted(wanted)))
        # A long list is cheaper to look up here, row by row, than to send to the database.
        place_set, definition_set = (None if wanted is None else frozenset(wanted) for wanted in (places, definitions))
        return tuple(
            figure_of(row, row.known_from)
            for row in self._connection.execute(query)
            if (place_set is None or row.place in place_set) and (definition_set is None or row.definition in definition_set)
        )

    def first_received(
        self, instant: datetime | None, zone: tzinfo, *, places: Collection[str] | None = None
    ) -> dict[tuple[str, str, str, date, date], datetime]:
        """Return when each total first came in, whatever revisions followed.

        Args:
            instant: What was recorded by then counts.
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
            (row.definition, row.place, row.unit, date.fromisoformat(row.starts), date.fromisoformat(row.ends)): from_micros(row.first).astimezone(
                zone
            )
            for row in self._connection.execute(query)
        }

    def history(self, definition: str, place: str | None = None) -> tuple[Figure, ...]:
        """Return all revisions of the figures of one definition, in the order they were recorded.

        Args:
            definition: Key of the definition.
            place: Only those of this place; None for all.

        Raises:
            StorageTrouble: where a row is damaged.
        """
        query = select(revisions).where(revisions.c.definition == definition).order_by(revisions.c.revision)
        if place is not None:
            query = query.where(revisions.c.place == place)
        return tuple(figure_of(row, row.recorded_at) for row in self._connection.execute(query))

    def find_receipt(self, sha256: str) -> Receipt | None:
        """Return the newest receipt for a file of that content, or None where it was never imported.

        Args:
            sha256: SHA-256 of the file's bytes in hex; "" finds nothing.
        """
        query = select(receipts).where(receipts.c.sha256 == sha256, receipts.c.sha256 != "")
        row = self._connection.execute(query.order_by(receipts.c.recorded_at.desc()).limit(1)).first()
        return None if row is None else _record(Receipt, row)

    def units(self, instant: datetime | None) -> tuple[MemberUnit, ...]:
        """Return the registered members as they were known at an instant, by id.

        Args:
            instant: What was recorded by then counts. Members closed by then are among them: whether one exists on a day
                is told by its dates.
        """
        newest = {row.id: row for row in self._numbered(units, instant)}
        return tuple(_record(MemberUnit, row) for _, row in sorted(newest.items()))

    def acceptances(self, instant: datetime | None) -> tuple[Acceptance, ...]:
        """Return the approved explanations recorded by an instant, in the order they were recorded."""
        return tuple(_record(Acceptance, row) for row in self._numbered(acceptances, instant))

    def _numbered(self, table: Table[Any], instant: datetime | None) -> Any:
        query = select(table).order_by(table.c["number"])
        if instant is not None:
            query = query.where(table.c["recorded_at"] <= to_micros(instant))
        return self._connection.execute(query)


def _record(kind: type[R], row: Any) -> R:
    values = {name: value for name, value in row._mapping.items() if name != "number"}
    try:
        values |= {name: optional_day(values[name]) for name in DAYS if name in values}
        return kind(**values | {"recorded_at": from_micros(row.recorded_at)})
    except (ValueError, TypeError, OverflowError, Refusal) as error:
        raise StorageTrouble(N_("An entry of {entered_by} in the database is damaged."), CHECK, entered_by=row.entered_by) from error
