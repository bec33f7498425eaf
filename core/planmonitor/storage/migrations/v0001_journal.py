"""The journal of revisions, the table for reading, receipts, registered members, approved explanations."""

from __future__ import annotations

from typing import Any

from alembic import op
from sqlalchemy import BigInteger, Boolean, CheckConstraint, Column, ForeignKey, Integer, PrimaryKeyConstraint, Text
from sqlalchemy.schema import SchemaItem

revision, down_revision = "0001", None

APPLICATION_ID = 0x706D6F6E
APPEND_ONLY = {"revisions": "revision", "receipts": "receipt", "units": "number", "acceptances": "number"}


def _texts(*names: str) -> list[Column[Any]]:
    return [Column(name, Text, nullable=False) for name in names]


def _create_figures(table: str, *more: SchemaItem, **options: Any) -> None:
    checks = []
    for name in ("numerator", "denominator"):
        checks.append(CheckConstraint(f"{name} BETWEEN 0 AND 1000000000000000", name))
        checks.append(CheckConstraint(f"typeof({name}) IN ('integer', 'null')", f"{name}_type"))
    checks += [CheckConstraint(f"{name} IN (0, 1)", name) for name in ("yes", "comparison")]
    subject = _texts("definition", "place", "unit", "period", "starts", "ends", "breakdown")
    counted: list[Column[Any]] = [Column("numerator", BigInteger), Column("denominator", BigInteger), Column("value", Text), Column("yes", Boolean)]
    standing = [*_texts("state", "until"), Column("comparison", Boolean, nullable=False)]
    said = _texts("supplied_by", "entered_by", "evidence", "note")
    op.create_table(table, *subject, *counted, *standing, *said, *more, *checks, **options)


def _create_entries(table: str, key: Column[Any], *columns: Column[Any]) -> None:
    op.create_table(table, key, *columns, Column("recorded_at", BigInteger, nullable=False), *_texts("entered_by"))


def _number(name: str) -> Column[Any]:
    return Column(name, Integer, primary_key=True, autoincrement=False)


def upgrade() -> None:
    """Create everything."""
    _create_entries(
        "receipts", Column("receipt", Text, primary_key=True), *_texts("kind", "file_name", "sha256"), Column("rows", Integer, nullable=False)
    )
    op.create_index("ix_receipts_sha256", "receipts", ["sha256"])
    _create_figures(
        "revisions",
        _number("revision"),
        Column("recorded_at", BigInteger, nullable=False),
        Column("receipt", Text, ForeignKey("receipts.receipt"), nullable=False),
        *_texts("previous_hash", "hash"),
    )
    op.create_index("ix_revisions_definition_place", "revisions", ["definition", "place"])
    _create_figures(
        "figures",
        Column("revision", Integer, ForeignKey("revisions.revision"), autoincrement=False, nullable=False),
        Column("known_from", BigInteger, nullable=False),
        Column("known_to", BigInteger, nullable=False),
        PrimaryKeyConstraint("definition", "place", "starts", "ends", "unit", "breakdown", "known_from", "revision"),
        sqlite_with_rowid=False,
    )
    _create_entries("units", _number("number"), *_texts("id", "name", "group_id", "plan", "place", "valid_from"), Column("valid_to", Text))
    _create_entries("acceptances", _number("number"), *_texts("measure", "document"), Column("dated", Text), *_texts("body", "reason", "until"))
    op.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    for table, key in APPEND_ONLY.items():
        refuse = f"BEGIN SELECT RAISE(ABORT, 'rows of {table} are only ever added'); END"
        op.execute(f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} {refuse}")
        op.execute(f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} {refuse}")
        # INSERT OR REPLACE deletes the old row without calling the trigger above.
        there = f"EXISTS (SELECT 1 FROM {table} WHERE {key} = NEW.{key})"  # noqa: S608 - both names stand above
        op.execute(f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} WHEN {there} {refuse}")
