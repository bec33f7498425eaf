"""What a member is called from which day on and what goes on with its work, fixed reasons of exceptions, years that were closed."""

from __future__ import annotations

from alembic import op
from sqlalchemy import BigInteger, Column, ForeignKey, Integer, Text

revision, down_revision = "0005", "0004"

NEW_TEXTS = {"units": ("successor", "document"), "acceptances": ("kind",), "sendings": ("kind",)}


def upgrade() -> None:
    """Add columns, empty in the rows there are, and the table of years closed, whose rows are only ever added."""
    for table, names in NEW_TEXTS.items():
        for name in names:
            op.add_column(table, Column(name, Text, nullable=False, server_default=""))
    op.add_column("units", Column("named_from", Text))
    op.create_table(
        "closings",
        Column("number", Integer, primary_key=True, autoincrement=False),
        Column("year", Integer, nullable=False),
        Column("place", Text, nullable=False),
        Column("open", Integer, nullable=False),
        Column("receipt", Text, ForeignKey("receipts.receipt"), nullable=False),
        Column("recorded_at", BigInteger, nullable=False),
        Column("entered_by", Text, nullable=False),
    )
    refuse = "BEGIN SELECT RAISE(ABORT, 'rows of closings are only ever added'); END"
    op.execute(f"CREATE TRIGGER closings_no_update BEFORE UPDATE ON closings {refuse}")
    op.execute(f"CREATE TRIGGER closings_no_delete BEFORE DELETE ON closings {refuse}")
    # INSERT OR REPLACE deletes the old row without calling the trigger above.
    there = "EXISTS (SELECT 1 FROM closings WHERE number = NEW.number)"
    op.execute(f"CREATE TRIGGER closings_no_replace BEFORE INSERT ON closings WHEN {there} {refuse}")
