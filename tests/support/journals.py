"""A database with a few figures, and what is done to it in one transaction each."""

import sqlite3
from datetime import UTC, date, datetime, timedelta

import pytest
from planmonitor import Period, StorageTrouble
from planmonitor.assessment.acts import Receipt
from planmonitor.assessment.records import Figure
from planmonitor.storage import Database
from planmonitor.storage.file import create_or_upgrade

DAY = datetime(2026, 6, 10, tzinfo=UTC)
YEAR = Period("2026", date(2025, 12, 15), date(2026, 12, 14))


def alone(begin, name):
    """Return a function that asks or tells a database one thing, in a transaction of its own."""

    def act(database, *given, **named):
        with getattr(database, begin)() as held:
            return getattr(held, name)(*given, **named)

    return act


def append(database, figures, *, recorded_at, receipt, sure=True):
    """Record figures under a receipt, in an act of their own."""
    with database.writing() as held:
        return held.append(figures, held.begin(receipt, recorded_at, sure=sure))


known_at = alone("reading", "known_at")
history = alone("reading", "history")
rebuild = alone("writing", "rebuild")


def figure(definition="child-labour/rate", **fields):
    return Figure(definition, "04972", "", YEAR, date(2026, 6, 9), **fields)


def write(database, *figures, code="R1", days=0):
    return append(database, figures, recorded_at=DAY + timedelta(days=days), receipt=Receipt(code, "record"))


def filled(file):
    """Make a database with three revisions; return where it is."""
    create_or_upgrade(file)
    database = Database.open(file)
    write(database, figure(numerator=3, denominator=100), figure("drowning/deaths", value=2))
    write(database, figure(numerator=4, denominator=100), code="R2", days=1)
    return file


def by_hand(path, *statements):
    """Do to the file what a stranger's tool would."""
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


def trouble_of(act):
    with pytest.raises(StorageTrouble) as caught:
        act()
    return str(caught.value)
