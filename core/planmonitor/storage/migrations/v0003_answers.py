"""Answers to open questions: what was written into `monitor.toml`, and what it replaced."""

from __future__ import annotations

from alembic import op
from sqlalchemy import BigInteger, Column, ForeignKey, Integer, Text

revision, down_revision = "0003", "0002"


def upgrade() -> None:
    """Add the table, whose rows are only ever added."""
    op.create_table(
        "answers",
        Column("number", Integer, primary_key=True, autoincrement=False),
        *(Column(name, Text, nullable=False) for name in ("plan", "question", "value_before", "value_after")),
        Column("receipt", Text, ForeignKey("receipts.receipt"), nullable=False),
        Column("recorded_at", BigInteger, nullable=False),
        Column("entered_by", Text, nullable=False),
    )
    refuse = "BEGIN SELECT RAISE(ABORT, 'rows of answers are only ever added'); END"
    op.execute(f"CREATE TRIGGER answers_no_update BEFORE UPDATE ON answers {refuse}")
    op.execute(f"CREATE TRIGGER answers_no_delete BEFORE DELETE ON answers {refuse}")
    # INSERT OR REPLACE deletes the old row without calling the trigger above.
    there = "EXISTS (SELECT 1 FROM answers WHERE number = NEW.number)"
    op.execute(f"CREATE TRIGGER answers_no_replace BEFORE INSERT ON answers WHEN {there} {refuse}")
