"""How cells of files that were asked about are to be read, and which figures were read so."""

from __future__ import annotations

from alembic import op
from sqlalchemy import BigInteger, Column, ForeignKey, Integer, Text

revision, down_revision = "0007", "0006"


def upgrade() -> None:
    """Add a column to the journal, empty in the rows there are, and a table whose rows are only ever added."""
    op.add_column("revisions", Column("answered", Text, nullable=False, server_default=""))
    number = Column("number", Integer, primary_key=True, autoincrement=False)
    texts = (Column(name, Text, nullable=False) for name in ("file", "sheet", "cell", "kind", "written", "reading", "sender", "form"))
    act = Column("receipt", Text, ForeignKey("receipts.receipt"), nullable=False)
    recorded = Column("recorded_at", BigInteger, nullable=False), Column("entered_by", Text, nullable=False)
    op.create_table("readings", number, *texts, act, *recorded)
    refuse = "BEGIN SELECT RAISE(ABORT, 'rows of readings are only ever added'); END"
    op.execute(f"CREATE TRIGGER readings_no_update BEFORE UPDATE ON readings {refuse}")
    op.execute(f"CREATE TRIGGER readings_no_delete BEFORE DELETE ON readings {refuse}")
    # INSERT OR REPLACE deletes the old row without calling the trigger above.
    there = "EXISTS (SELECT 1 FROM readings WHERE number = NEW.number)"
    op.execute(f"CREATE TRIGGER readings_no_replace BEFORE INSERT ON readings WHEN {there} {refuse}")
