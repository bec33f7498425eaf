"""Waivers: findings that need not be dealt with, by whose letter and until when."""

from __future__ import annotations

from alembic import op
from sqlalchemy import BigInteger, Column, ForeignKey, Integer, Text

revision, down_revision = "0004", "0003"


def upgrade() -> None:
    """Add the table, whose rows are only ever added."""
    op.create_table(
        "waivers",
        Column("number", Integer, primary_key=True, autoincrement=False),
        *(Column(name, Text, nullable=False) for name in ("finding", "check", "plan", "kind", "sentence", "body", "reason", "until", "document")),
        Column("dated", Text),
        Column("receipt", Text, ForeignKey("receipts.receipt"), nullable=False),
        Column("recorded_at", BigInteger, nullable=False),
        Column("entered_by", Text, nullable=False),
    )
    refuse = "BEGIN SELECT RAISE(ABORT, 'rows of waivers are only ever added'); END"
    op.execute(f"CREATE TRIGGER waivers_no_update BEFORE UPDATE ON waivers {refuse}")
    op.execute(f"CREATE TRIGGER waivers_no_delete BEFORE DELETE ON waivers {refuse}")
    # INSERT OR REPLACE deletes the old row without calling the trigger above.
    there = "EXISTS (SELECT 1 FROM waivers WHERE number = NEW.number)"
    op.execute(f"CREATE TRIGGER waivers_no_replace BEFORE INSERT ON waivers WHEN {there} {refuse}")
