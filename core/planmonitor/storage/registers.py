"""What is recorded beside the figures: receipts, registered members, approved explanations. All three only grow."""

from __future__ import annotations

from datetime import datetime
from typing import Any, TypeVar

from attrs import asdict, evolve
from sqlalchemy import Column, Connection, Table, func, insert, select

from planmonitor.assessment.records import Acceptance, MemberUnit, Receipt
from planmonitor.messages import N_, BadData, Message, Refusal, StorageTrouble
from planmonitor.storage.rows import day_text, from_micros, optional_day, storable, to_micros
from planmonitor.storage.tables import acceptances, receipts, units
from planmonitor.storage.trouble import CHECK

R = TypeVar("R", Acceptance, MemberUnit, Receipt)

_DAYS = ("valid_from", "valid_to", "until", "dated")


def _values(record: Any) -> dict[str, Any]:
    values = asdict(record)
    for name, value in values.items():
        if not storable(value):
            raise BadData(N_("The field '{field}' holds letters that no keyboard writes."), field=name)
        if name in _DAYS:
            values[name] = day_text(value)
    return values | {"recorded_at": to_micros(record.recorded_at)}


def _record(kind: type[R], row: Any) -> R:
    values = {name: value for name, value in row._mapping.items() if name != "number"}
    try:
        values |= {name: optional_day(values[name]) for name in _DAYS if name in values}
        return kind(**values | {"recorded_at": from_micros(row.recorded_at)})
    except (ValueError, TypeError, OverflowError, Refusal) as error:
        raise StorageTrouble(N_("An entry of {entered_by} in the database is damaged."), CHECK, entered_by=row.entered_by) from error


def _add_numbered(connection: Connection, table: Table[Any], values: dict[str, Any]) -> None:
    number: Column[int] = table.c["number"]
    newest = connection.scalar(select(func.max(number))) or 0
    connection.execute(insert(table), values | {"number": newest + 1})


def add_receipt(connection: Connection, receipt: Receipt) -> None:
    """Record a receipt.

    Args:
        connection: In a transaction that holds the write lock.
        receipt: It, with its instant.

    Raises:
        BadData: where a text in it cannot be stored.
        StorageTrouble: where a receipt of that code exists.
    """
    if connection.scalar(select(receipts.c.receipt).where(receipts.c.receipt == receipt.receipt)) is not None:
        raise StorageTrouble(
            N_("There is a receipt '{receipt}' already; nothing was written."),
            Message.of(N_("Run the command again.")),
            receipt=receipt.receipt,
        )
    connection.execute(insert(receipts), _values(receipt))


def find_receipt(connection: Connection, sha256: str) -> Receipt | None:
    """Return the newest receipt for a file of that content, or None.

    Args:
        connection: In a transaction.
        sha256: SHA-256 of the file's bytes in hex; "" finds nothing.
    """
    query = select(receipts).where(receipts.c.sha256 == sha256, receipts.c.sha256 != "")
    row = connection.execute(query.order_by(receipts.c.recorded_at.desc()).limit(1)).first()
    return None if row is None else _record(Receipt, row)


def add_unit(connection: Connection, unit: MemberUnit, recorded_at: datetime) -> MemberUnit:
    """Record a registered member and return it with its instant.

    Args:
        connection: In a transaction that holds the write lock.
        unit: The member; it replaces an earlier entry with the same id.
        recorded_at: The instant, with its time zone.

    Raises:
        BadData: where a text in it cannot be stored.
    """
    unit = evolve(unit, recorded_at=from_micros(to_micros(recorded_at)))
    _add_numbered(connection, units, _values(unit))
    return unit


def units_at(connection: Connection, instant: datetime | None) -> tuple[MemberUnit, ...]:
    """Return the registered members as they were known at an instant, by id.

    Args:
        connection: In a transaction.
        instant: It, with its time zone; None for all that is recorded. Members closed by then are among them: whether
            one exists on a day is told by its dates.
    """
    query = select(units).order_by(units.c.number)
    if instant is not None:
        query = query.where(units.c.recorded_at <= to_micros(instant))
    newest = {row.id: row for row in connection.execute(query)}
    return tuple(_record(MemberUnit, row) for _, row in sorted(newest.items()))


def accept(connection: Connection, acceptance: Acceptance, recorded_at: datetime) -> Acceptance:
    """Record an approved explanation and return it with its instant.

    Args:
        connection: In a transaction that holds the write lock.
        acceptance: The explanation.
        recorded_at: The instant, with its time zone.

    Raises:
        BadData: where a text in it cannot be stored.
    """
    acceptance = evolve(acceptance, recorded_at=from_micros(to_micros(recorded_at)))
    _add_numbered(connection, acceptances, _values(acceptance))
    return acceptance


def acceptances_at(connection: Connection, instant: datetime | None) -> tuple[Acceptance, ...]:
    """Return the approved explanations recorded by an instant, in the order they were recorded.

    Args:
        connection: In a transaction.
        instant: It, with its time zone; None for all that is recorded.
    """
    query = select(acceptances).order_by(acceptances.c.number)
    if instant is not None:
        query = query.where(acceptances.c.recorded_at <= to_micros(instant))
    return tuple(_record(Acceptance, row) for row in connection.execute(query))
