"""The journal of revisions, the table for reading, receipts, registered members, approved explanations.

Revision ID: 0001
"""

from __future__ import annotations

from typing import Any

from alembic import op
from sqlalchemy import BigInteger, Boolean, CheckConstraint, Column, ForeignKey, Integer, PrimaryKeyConstraint, Text

revision = "0001"
down_revision = None

APPLICATION_ID = 0x706D6F6E
APPEND_ONLY = {"revisions": "revision", "receipts": "receipt", "units": "number", "acceptances": "number"}


def _figure_columns() -> list[Column[Any]]:
    return [
        *_texts("definition", "place", "unit", "period", "starts", "ends", "breakdown"),
        Column("numerator", BigInteger),
        Column("denominator", BigInteger),
        Column("value", Text),
        Column("yes", Boolean),
        Column("state", Text, nullable=False),
        Column("until", Text, nullable=False),
        Column("comparison", Boolean, nullable=False),
        *_texts("supplied_by", "entered_by", "evidence", "note"),
    ]


def _figure_checks() -> list[CheckConstraint]:
    checks = []
    for name in ("numerator", "denominator"):
        checks.append(CheckConstraint(f"{name} BETWEEN 0 AND 1000000000000000", name))
        checks.append(CheckConstraint(f"typeof({name}) IN ('integer', 'null')", f"{name}_type"))
    return [*checks, *(CheckConstraint(f"{name} IN (0, 1)", name) for name in ("yes", "comparison"))]


def _texts(*names: str) -> list[Column[Any]]:
    return [Column(name, Text, nullable=False) for name in names]


def upgrade() -> None:
    """Create everything."""
    op.create_table(
        "receipts",
        Column("receipt", Text, primary_key=True),
        *_texts("kind", "file_name", "sha256"),
        Column("rows", Integer, nullable=False),
        Column("recorded_at", BigInteger, nullable=False),
        *_texts("entered_by"),
    )
    op.create_index("ix_receipts_sha256", "receipts", ["sha256"])
    op.create_table(
        "revisions",
        *_figure_columns(),
        Column("revision", Integer, primary_key=True, autoincrement=False),
        Column("recorded_at", BigInteger, nullable=False),
        Column("receipt", Text, ForeignKey("receipts.receipt"), nullable=False),
        *_texts("previous_hash", "hash"),
        *_figure_checks(),
    )
    op.create_index("ix_revisions_definition_place", "revisions", ["definition", "place"])
    op.create_table(
        "figures",
        *_figure_columns(),
        Column("revision", Integer, ForeignKey("revisions.revision"), autoincrement=False, nullable=False),
        Column("known_from", BigInteger, nullable=False),
        Column("known_to", BigInteger, nullable=False),
        PrimaryKeyConstraint("definition", "place", "starts", "ends", "unit", "breakdown", "known_from", "revision"),
        *_figure_checks(),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "units",
        Column("number", Integer, primary_key=True, autoincrement=False),
        *_texts("id", "name", "group_id", "plan", "place", "valid_from"),
        Column("valid_to", Text),
        Column("recorded_at", BigInteger, nullable=False),
        *_texts("entered_by"),
    )
    op.create_table(
        "acceptances",
        Column("number", Integer, primary_key=True, autoincrement=False),
        *_texts("measure", "document"),
        Column("dated", Text),
        *_texts("body", "reason", "until"),
        Column("recorded_at", BigInteger, nullable=False),
        *_texts("entered_by"),
    )
    op.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    for table, key in APPEND_ONLY.items():
        refuse = f"BEGIN SELECT RAISE(ABORT, 'rows of {table} are only ever added'); END"
        op.execute(f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} {refuse}")
        op.execute(f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} {refuse}")
        # INSERT OR REPLACE deletes the old row without calling the trigger above.
        there = f"EXISTS (SELECT 1 FROM {table} WHERE {key} = NEW.{key})"  # noqa: S608 - both names stand above
        op.execute(f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} WHEN {there} {refuse}")
