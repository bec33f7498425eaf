"""The tables, as typed columns. The migrations create them; a test holds the two against each other.

Times are UTC microseconds since 1970 and dates ISO text, because the databases' own types lose time zones or differ.
Decimals are text: SQLite has no exact one. Text is NFC by the time it arrives here.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Named,
    PrimaryKeyConstraint,
    Table,
    Text,
    TypedColumns,
)

SCHEMA = "0001"
"""Number of the newest migration: what a database must be at to be used by this program."""

APPLICATION_ID = 0x706D6F6E
"""Written into each SQLite file ("pmon"), so that a stranger's or an emptied file is never taken for ours."""

FOREVER = 2**63 - 1
"""`known_to` of a figure that no later revision has replaced."""

LARGEST = 10**15
"""No figure may be above it: beyond all that can be counted here, and within what every database stores exactly."""

NAMING = {
    "pk": "pk_%(table_name)s",
    "fk": "fk_%(table_name)s_%(column_0_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
}

metadata = MetaData(naming_convention=NAMING)


class FigureColumns(TypedColumns):
    """What both tables of figures hold: every field of a `Figure` but its revision and instant."""

    definition: Named[str] = Column(Text)
    place: Named[str] = Column(Text)
    unit: Named[str] = Column(Text)
    period: Named[str] = Column(Text)
    starts: Named[str] = Column(Text)
    ends: Named[str] = Column(Text)
    breakdown: Named[str] = Column(Text)
    numerator: Named[int | None] = Column(BigInteger)
    denominator: Named[int | None] = Column(BigInteger)
    value: Named[str | None] = Column(Text)
    yes: Named[bool | None] = Column(Boolean)
    state: Named[str] = Column(Text)
    until: Named[str] = Column(Text)
    comparison: Named[bool] = Column(Boolean)
    supplied_by: Named[str] = Column(Text)
    entered_by: Named[str] = Column(Text)
    evidence: Named[str] = Column(Text)
    note: Named[str] = Column(Text)


class RevisionColumns(FigureColumns):
    """The journal: one row per revision, never changed, each carrying the hash of the one before."""

    revision: Named[int] = Column(Integer, primary_key=True, autoincrement=False)
    recorded_at: Named[int] = Column(BigInteger)
    receipt: Named[str] = Column(Text, ForeignKey("receipts.receipt"))
    previous_hash: Named[str] = Column(Text)
    hash: Named[str] = Column(Text)


class ReadingColumns(FigureColumns):
    """The table for reading: the journal's figures, each with the span of time in which it was the known one."""

    revision: Named[int] = Column(Integer, ForeignKey("revisions.revision"), autoincrement=False)
    known_from: Named[int] = Column(BigInteger)
    known_to: Named[int] = Column(BigInteger)


class UnitColumns(TypedColumns):
    """Registered members; the newest row of an id holds."""

    number: Named[int] = Column(Integer, primary_key=True, autoincrement=False)
    id: Named[str] = Column(Text)
    name: Named[str] = Column(Text)
    group_id: Named[str] = Column(Text)
    plan: Named[str] = Column(Text)
    place: Named[str] = Column(Text)
    valid_from: Named[str] = Column(Text)
    valid_to: Named[str | None] = Column(Text)
    recorded_at: Named[int] = Column(BigInteger)
    entered_by: Named[str] = Column(Text)


class AcceptanceColumns(TypedColumns):
    """Approved explanations of shortfalls."""

    number: Named[int] = Column(Integer, primary_key=True, autoincrement=False)
    measure: Named[str] = Column(Text)
    document: Named[str] = Column(Text)
    dated: Named[str | None] = Column(Text)
    body: Named[str] = Column(Text)
    reason: Named[str] = Column(Text)
    until: Named[str] = Column(Text)
    recorded_at: Named[int] = Column(BigInteger)
    entered_by: Named[str] = Column(Text)


class ReceiptColumns(TypedColumns):
    """Acts of recording."""

    receipt: Named[str] = Column(Text, primary_key=True)
    kind: Named[str] = Column(Text)
    file_name: Named[str] = Column(Text)
    sha256: Named[str] = Column(Text)
    rows: Named[int] = Column(Integer)
    recorded_at: Named[int] = Column(BigInteger)
    entered_by: Named[str] = Column(Text)


def figure_checks() -> tuple[CheckConstraint, ...]:
    """Return the net under the exact arithmetic: SQLite would otherwise keep 'abc' or 1.5 in a column of whole numbers."""
    checks: list[Any] = []
    for name in ("numerator", "denominator"):
        checks.append(CheckConstraint(f"{name} BETWEEN 0 AND {LARGEST}", name))
        checks.append(CheckConstraint(f"typeof({name}) IN ('integer', 'null')", f"{name}_type"))
    checks += [CheckConstraint(f"{name} IN (0, 1)", name) for name in ("yes", "comparison")]
    return tuple(checks)


receipts = Table("receipts", metadata, ReceiptColumns, Index(None, "sha256"))
revisions = Table("revisions", metadata, RevisionColumns, *figure_checks(), Index(None, "definition", "place"))
figures = Table(
    "figures",
    metadata,
    ReadingColumns,
    # The revision stands last because two revisions of one figure may be recorded in the same instant.
    PrimaryKeyConstraint("definition", "place", "starts", "ends", "unit", "breakdown", "known_from", "revision"),
    *figure_checks(),
    sqlite_with_rowid=False,
)
units = Table("units", metadata, UnitColumns)
acceptances = Table("acceptances", metadata, AcceptanceColumns)
