"""Names of members and what goes on with their work, reasons of exceptions, what reports told, years that were closed, what people wrote."""

from __future__ import annotations

from typing import Any

from alembic import op
from sqlalchemy import BigInteger, Column, ForeignKey, Integer, Text

revision, down_revision = "0005", "0004"

NEW_TEXTS = {"units": ("successor", "document"), "acceptances": ("kind",), "sendings": ("kind",)}


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


def upgrade() -> None:
    """Add columns, empty in the rows there are, and tables whose rows are only ever added: years closed, what reports told, what people wrote."""
    for table, names in NEW_TEXTS.items():
        for name in names:
            op.add_column(table, Column(name, Text, nullable=False, server_default=""))
    op.add_column("units", Column("named_from", Text))
    _create_entries("closings", Column("year", Integer, nullable=False), *_texts("place"), Column("open", Integer, nullable=False))
    _create_entries(
        "reported",
        *_texts("plan", "duty", "place", "reporter", "letter"),
        Column("dated", Text),
        *_texts("measure", "definition", "fingerprint", "bar", "unit", "period", "starts", "ends", "breakdown"),
        Column("revision", Integer, nullable=False),
        *_texts("figure", "state"),
        Column("until", Text),
    )
    _create_entries("narratives", *_texts("plan", "place", "unit", "period", "starts", "ends", "section", "text"))
