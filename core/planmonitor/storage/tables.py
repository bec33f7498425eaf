"""The tables, which the migrations create; tests hold what those make against these, and against what it was when released.

Times are UTC microseconds since 1970 and dates ISO text, because the databases' own types lose time zones or differ.
Decimals are text: SQLite has no exact one. Text is NFC by the time it arrives here.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, Boolean, CheckConstraint, Column, ForeignKey, Index, Integer, MetaData, PrimaryKeyConstraint, Table, Text
from sqlalchemy.schema import SchemaItem

SCHEMA = "0008"
"""Number of the newest migration: what a database must be at to be used by this program."""

APPLICATION_ID = 0x706D6F6E
"""Written into each SQLite file ("pmon"), so that a stranger's or an emptied file is never taken for ours."""

FOREVER = 2**63 - 1
"""`known_to` of a figure that no later revision has replaced."""

LARGEST = 10**15
"""No figure may be above it: beyond all that can be counted here, and within what every database stores exactly."""

_NAMES = {"pk": "", "fk": "_%(column_0_name)s", "ck": "_%(constraint_name)s", "ix": "_%(column_0_N_name)s"}
metadata = MetaData(naming_convention={kind: f"{kind}_%(table_name)s{rest}" for kind, rest in _NAMES.items()})


def _texts(*names: str) -> list[Column[Any]]:
    return [Column(name, Text, nullable=False) for name in names]


def _later(*names: str) -> list[Column[Any]]:
    """Return columns of text that came after the table, empty in its older rows."""
    return [Column(name, Text, nullable=False, server_default="") for name in names]


def _of_figures(table: str, *more: SchemaItem, **options: Any) -> Table:
    """Return a table that holds every field of a `Figure` but its revision and instant, and more.

    Its checks are the net under the exact arithmetic: SQLite would otherwise keep 'abc' or 1.5 in a column of whole numbers.
    """
    checks = []
    for name in ("numerator", "denominator"):
        checks.append(CheckConstraint(f"{name} BETWEEN 0 AND {LARGEST}", name))
        checks.append(CheckConstraint(f"typeof({name}) IN ('integer', 'null')", f"{name}_type"))
    checks += [CheckConstraint(f"{name} IN (0, 1)", name) for name in ("yes", "comparison")]
    subject = _texts("definition", "place", "unit", "period", "starts", "ends", "breakdown")
    counted: list[Column[Any]] = [Column("numerator", BigInteger), Column("denominator", BigInteger), Column("value", Text), Column("yes", Boolean)]
    standing = [*_texts("state", "until"), Column("comparison", Boolean, nullable=False)]
    said = _texts("supplied_by", "entered_by", "evidence", "note")
    return Table(table, metadata, *subject, *counted, *standing, *said, *more, *checks, **options)


def _of_entries(table: str, key: Column[Any], *columns: SchemaItem) -> Table:
    return Table(table, metadata, key, *columns, Column("recorded_at", BigInteger, nullable=False), *_texts("entered_by"))


def _of_acts(table: str, *columns: SchemaItem) -> Table:
    """Return a table of numbered entries, each of which belongs to an act."""
    return _of_entries(table, _number("number"), *columns, Column("receipt", Text, ForeignKey("receipts.receipt"), nullable=False))


def _takes_back() -> Column[Any]:
    return Column("takes_back", Integer, nullable=False, server_default="0")


def _number(name: str) -> Column[Any]:
    return Column(name, Integer, primary_key=True, autoincrement=False)


receipts = _of_entries(
    "receipts",
    Column("receipt", Text, primary_key=True),
    *_texts("kind", "file_name", "sha256"),
    Column("rows", Integer, nullable=False),
    *_later("takes_back", "reason"),
    Index(None, "sha256"),
)
"""Acts of recording, and of taking an act back."""

revisions = _of_figures(
    "revisions",
    _number("revision"),
    Column("recorded_at", BigInteger, nullable=False),
    Column("receipt", Text, ForeignKey("receipts.receipt"), nullable=False),
    *_texts("previous_hash", "hash"),
    _takes_back(),
    *_later("sheet", "cell", "answered"),
    Index(None, "definition", "place"),
)
"""The journal: one row per revision, never changed, each carrying the hash of the one before; with sheet and cell, or line, of its file,
and which cells were read as somebody answered."""

figures = _of_figures(
    "figures",
    Column("revision", Integer, ForeignKey("revisions.revision"), autoincrement=False, nullable=False),
    Column("known_from", BigInteger, nullable=False),
    Column("known_to", BigInteger, nullable=False),
    _takes_back(),
    # The revision stands last because two revisions of one figure may be recorded in the same instant.
    PrimaryKeyConstraint("definition", "place", "starts", "ends", "unit", "breakdown", "known_from", "revision"),
    sqlite_with_rowid=False,
)
"""The table for reading: the journal's figures, each with the span of time in which it was the known one."""

FIGURE_FIELDS = tuple(column.name for column in figures.c if column.name in revisions.c)
"""Names of the columns that both tables of figures share, in the order of the table: every field of a `Figure` but its instant."""

units = _of_acts(
    "units",
    *_texts("id", "name", "group_id", "plan", "place", "valid_from"),
    Column("valid_to", Text),
    *_later("successor", "document"),
    Column("named_from", Text),
)
"""Registered members; the newest row of an id holds."""

acceptances = _of_acts("acceptances", *_texts("measure", "document"), Column("dated", Text), *_texts("body", "reason", "until"), *_later("kind"))
"""Approved explanations of shortfalls."""

waivers = _of_acts("waivers", *_texts("finding", "check", "plan", "kind", "sentence", "body", "reason", "until", "document"), Column("dated", Text))
"""Findings that need not be dealt with, by whose letter and until when."""

sendings = _of_acts(
    "sendings",
    *_texts("act", "plan", "duty", "place", "unit", "period", "starts", "ends", "letter"),
    *(Column(name, Text) for name in ("dated", "sent", "received")),
    *_texts("reason"),
    Column("revision", Integer, nullable=False),
    *_later("kind"),
)
"""What happened to reports: sent, received, returned."""

reported = _of_acts(
    "reported",
    *_texts("plan", "duty", "place", "reporter", "letter"),
    Column("dated", Text),
    *_texts("measure", "definition", "fingerprint", "bar", "unit", "period", "starts", "ends", "breakdown"),
    Column("revision", Integer, nullable=False),
    *_texts("figure", "state"),
    Column("until", Text),
    *_later("sentence"),
)
"""What each report told of each figure when its letter was recorded."""

printed = _of_acts(
    "printed",
    *_texts("code", "plan", "duty", "place", "reporter", "reported_on", "measure", "unit", "period", "starts", "ends", "breakdown", "printed_as"),
    *_texts("bar", "figure", "state"),
    Column("until", Text),
    Index(None, "code"),
)
"""What stood in the annexes of reports that were written as files, figure by figure, under the code of each annex."""

answers = _of_acts("answers", *_texts("plan", "question", "value_before", "value_after"))
"""Answers written into `monitor.toml`, each beside what it replaced."""

closings = _of_acts("closings", Column("year", Integer, nullable=False), *_texts("place"), Column("open", Integer, nullable=False))
"""Reporting years that were closed, and how many matters stayed open."""

narratives = _of_acts("narratives", *_texts("plan", "place", "unit", "period", "starts", "ends", "section", "text"))
"""What people wrote on a period, section by section; the newest row of a section holds."""

readings = _of_acts("readings", *_texts("file", "sheet", "cell", "kind", "written", "reading", "sender", "form"))
"""How cells of files are to be read, as somebody answered who was asked; of the same sender, kind of file and words the newest row holds."""
