"""What a member is called from which day on and what goes on with its work, fixed reasons of exceptions, years closed, narrative."""

from __future__ import annotations

from alembic import op
from sqlalchemy import BigInteger, Column, ForeignKey, Integer, Text

revision, down_revision = "0005", "0004"

NEW_TEXTS = {"units": ("successor", "document"), "acceptances": ("kind",), "sendings": ("kind",)}


def upgrade() -> None:
    """Add columns, empty in the rows there are, and the tables of years closed and of what was written, whose rows are only ever added."""
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
    op.create_table(
        "narratives",
        Column("number", Integer, primary_key=True, autoincrement=False),
        *(Column(name, Text, nullable=False) for name in ("plan", "place", "unit", "period", "starts", "ends", "section", "text")),
        Column("receipt", Text, ForeignKey("receipts.receipt"), nullable=False),
        Column("recorded_at", BigInteger, nullable=False),
        Column("entered_by", Text, nullable=False),
    )
    for table in ("closings", "narratives"):
        _only_added(table)


def _only_added(table: str) -> None:
    """Refuse to change, delete or replace a row."""
    refuse = f"BEGIN SELECT RAISE(ABORT, 'rows of {table} are only ever added'); END"
    op.execute(f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} {refuse}")
    op.execute(f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} {refuse}")
    # INSERT OR REPLACE deletes the old row without calling the trigger above.
    there = f"EXISTS (SELECT 1 FROM {table} WHERE number = NEW.number)"  # noqa: S608 - both names stand above
    op.execute(f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} WHEN {there} {refuse}")
