"""What stood in the annexes of reports written as files, and the sentences of files sent."""

from __future__ import annotations

from typing import Any

from alembic import op
from sqlalchemy import BigInteger, Column, ForeignKey, Integer, Text

revision, down_revision = "0008", "0007"

TEXTS = (
    *("code", "plan", "duty", "place", "reporter", "reported_on", "measure", "unit", "period", "starts", "ends", "breakdown", "printed_as"),
    *("bar", "figure", "state"),
)


def _texts(*names: str) -> list[Column[Any]]:
    return [Column(name, Text, nullable=False) for name in names]


def upgrade() -> None:
    """Add a column, empty in the rows there are, and a table whose rows are only ever added."""
    op.add_column("reported", Column("sentence", Text, nullable=False, server_default=""))
    number = Column("number", Integer, primary_key=True, autoincrement=False)
    act = Column("receipt", Text, ForeignKey("receipts.receipt"), nullable=False)
    instant = Column("recorded_at", BigInteger, nullable=False)
    op.create_table("printed", number, *_texts(*TEXTS), Column("until", Text), act, instant, *_texts("entered_by"))
    op.create_index("ix_printed_code", "printed", ["code"])
    refuse = "BEGIN SELECT RAISE(ABORT, 'rows of printed are only ever added'); END"
    op.execute(f"CREATE TRIGGER printed_no_update BEFORE UPDATE ON printed {refuse}")
    op.execute(f"CREATE TRIGGER printed_no_delete BEFORE DELETE ON printed {refuse}")
    # INSERT OR REPLACE deletes the old row without calling the trigger above.
    there = "EXISTS (SELECT 1 FROM printed WHERE number = NEW.number)"
    op.execute(f"CREATE TRIGGER printed_no_replace BEFORE INSERT ON printed WHEN {there} {refuse}")
