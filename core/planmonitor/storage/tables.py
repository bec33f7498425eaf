"""The tables. The migrations create them; a test holds the two against each other.

Times are UTC microseconds since 1970 and dates ISO text, because the databases' own types lose time zones or differ.
Decimals are text: SQLite has no exact one. Text is NFC by the time it arrives here.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, Boolean, CheckConstraint, Column, ForeignKey, Index, Integer, MetaData, PrimaryKeyConstraint, Table, Text

SCHEMA = "0001"
"""Number of the newest migration: what a database must be at to be used by this program."""

APPLICATION_ID = 0x706D6F6E
"""Written into each SQLite file ("pmon"), so that a stranger's or an emptied file is never taken for ours."""

FOREVER = 2**63 - 1
"""`known_to` of a figure that no later revision has replaced."""

LARGEST = 10**15
"""No figure may be above it: beyond all that can be counted here, and within what every database stores exactly."""

metadata = MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)


def _texts(*names: str) -> list[Column[Any]]:
    return [Column(name, Text, nullable=False) for name in names]


def _figure_columns() -> list[Column[Any]]:
    """Return what both tables of figures hold: every field of a `Figure` but its revision and instant."""
    return [
        *_texts("definition", "place", "unit", "period", "starts", "ends", "breakdown"),
        Column("numerator", BigInteger),
        Column("denominator", BigInteger),
        Column("value", Text),
        Column("yes", Boolean),
        *_texts("state", "until"),
        Column("comparison", Boolean, nullable=False),
        *_texts("supplied_by", "entered_by", "evidence", "note"),
    ]


FIGURE_FIELDS = tuple(column.name for column in _figure_columns())
"""Names of the columns that both tables of figures share, in the order of the table."""


def _figure_checks() -> list[CheckConstraint]:
    """Return the net under the exact arithmetic: SQLite would otherwise keep 'abc' or 1.5 in a column of whole numbers."""
    checks = []
    for name in ("numerator", "denominator"):
        checks.append(CheckConstraint(f"{name} BETWEEN 0 AND {LARGEST}", name))
        checks.append(CheckConstraint(f"typeof({name}) IN ('integer', 'null')", f"{name}_type"))
    return [*checks, *(CheckConstraint(f"{name} IN (0, 1)", name) for name in ("yes", "comparison"))]


receipts = Table(
    "receipts",
    metadata,
    Column("receipt", Text, primary_key=True),
    *_texts("kind", "file_name", "sha256"),
    Column("rows", Integer, nullable=False),
    Column("recorded_at", BigInteger, nullable=False),
    *_texts("entered_by"),
    Index(None, "sha256"),
)
"""Acts of recording."""

revisions = Table(
    "revisions",
    metadata,
    *_figure_columns(),
    Column("revision", Integer, primary_key=True, autoincrement=False),
    Column("recorded_at", BigInteger, nullable=False),
    Column("receipt", Text, ForeignKey("receipts.receipt"), nullable=False),
    *_texts("previous_hash", "hash"),
    *_figure_checks(),
    Index(None, "definition", "place"),
)
"""The journal: one row per revision, never changed, each carrying the hash of the one before."""

figures = Table(
    "figures",
    metadata,
    *_figure_columns(),
    Column("revision", Integer, ForeignKey("revisions.revision"), autoincrement=False, nullable=False),
    Column("known_from", BigInteger, nullable=False),
    Column("known_to", BigInteger, nullable=False),
    # The revision stands last because two revisions of one figure may be recorded in the same instant.
    PrimaryKeyConstraint("definition", "place", "starts", "ends", "unit", "breakdown", "known_from", "revision"),
    *_figure_checks(),
    sqlite_with_rowid=False,
)
"""The table for reading: the journal's figures, each with the span of time in which it was the known one."""

units = Table(
    "units",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    *_texts("id", "name", "group_id", "plan", "place", "valid_from"),
    Column("valid_to", Text),
    Column("recorded_at", BigInteger, nullable=False),
    *_texts("entered_by"),
)
"""Registered members; the newest row of an id holds."""

acceptances = Table(
    "acceptances",
    metadata,
    Column("number", Integer, primary_key=True, autoincrement=False),
    *_texts("measure", "document"),
    Column("dated", Text),
    *_texts("body", "reason", "until"),
    Column("recorded_at", BigInteger, nullable=False),
    *_texts("entered_by"),
)
"""Approved explanations of shortfalls."""
