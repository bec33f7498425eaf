"""Taking back: what a revision or an act takes back, a receipt for every act, and the sending of reports."""

from __future__ import annotations

from typing import Any

from alembic import op
from sqlalchemy import BigInteger, Column, ForeignKey, Integer, Text

revision, down_revision = "0002", "0001"


def _texts(*names: str) -> list[Column[Any]]:
    return [Column(name, Text, nullable=False) for name in names]


def _create_entries(table: str, *columns: Column[Any]) -> None:
    number = Column("number", Integer, primary_key=True, autoincrement=False)
    act = Column("receipt", Text, ForeignKey("receipts.receipt"), nullable=False)
    op.create_table(table, number, *columns, act, Column("recorded_at", BigInteger, nullable=False), *_texts("entered_by"))
    refuse = f"BEGIN SELECT RAISE(ABORT, 'rows of {table} are only ever added'); END"
    op.execute(f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} {refuse}")
    op.execute(f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} {refuse}")
    # INSERT OR REPLACE deletes the old row without calling the trigger above.
    there = f"EXISTS (SELECT 1 FROM {table} WHERE number = NEW.number)"  # noqa: S608 - the name stands below
    op.execute(f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} WHEN {there} {refuse}")


def _with_receipts(table: str, kind: str, *columns: Column[Any]) -> None:
    """Make a table anew whose entries belong to acts; those made before are given a receipt each."""
    names = ", ".join(column.name for column in columns)
    for name in ("update", "delete", "replace"):
        op.execute(f"DROP TRIGGER {table}_no_{name}")
    op.rename_table(table, f"old_{table}")
    op.execute(f"ALTER TABLE old_{table} ADD COLUMN receipt TEXT")
    op.execute(f"UPDATE old_{table} SET receipt = lower(hex(randomblob(4)))")  # noqa: S608 - all names stand below
    acts = f"SELECT receipt, '{kind}', '', '', 1, recorded_at, entered_by FROM old_{table}"  # noqa: S608
    op.execute(f"INSERT INTO receipts (receipt, kind, file_name, sha256, rows, recorded_at, entered_by) {acts}")
    _create_entries(table, *columns)
    kept = f"number, {names}, receipt, recorded_at, entered_by"
    op.execute(f"INSERT INTO {table} ({kept}) SELECT {kept} FROM old_{table}")  # noqa: S608
    op.drop_table(f"old_{table}")


def upgrade() -> None:
    """Add the columns and the table, and make the two tables anew whose entries had no receipt."""
    for table in ("revisions", "figures"):
        op.execute(f"ALTER TABLE {table} ADD COLUMN takes_back INTEGER DEFAULT '0' NOT NULL")
    for name in ("takes_back", "reason"):
        op.execute(f"ALTER TABLE receipts ADD COLUMN {name} TEXT DEFAULT '' NOT NULL")
    _with_receipts("units", "unit", *_texts("id", "name", "group_id", "plan", "place", "valid_from"), Column("valid_to", Text))
    _with_receipts("acceptances", "acceptance", *_texts("measure", "document"), Column("dated", Text), *_texts("body", "reason", "until"))
    _create_entries(
        "sendings",
        *_texts("act", "plan", "duty", "place", "unit", "period", "starts", "ends", "letter"),
        *(Column(name, Text) for name in ("dated", "sent", "received")),
        *_texts("reason"),
        Column("revision", Integer, nullable=False),
    )
