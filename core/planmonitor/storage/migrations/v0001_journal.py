"""The journal of revisions, the table for reading, receipts, registered members, approved explanations.

The tables are made as `tables.py` has them. The step that first changes one writes down here what it was before.

Revision ID: 0001
"""

from __future__ import annotations

from alembic import op

from planmonitor.storage.tables import APPLICATION_ID, acceptances, figures, receipts, revisions, units

revision = "0001"
down_revision = None

APPEND_ONLY = {"revisions": "revision", "receipts": "receipt", "units": "number", "acceptances": "number"}


def upgrade() -> None:
    """Create everything."""
    for made in (receipts, revisions, figures, units, acceptances):
        made.create(op.get_bind())
    op.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    for table, key in APPEND_ONLY.items():
        refuse = f"BEGIN SELECT RAISE(ABORT, 'rows of {table} are only ever added'); END"
        op.execute(f"CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} {refuse}")
        op.execute(f"CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} {refuse}")
        # INSERT OR REPLACE deletes the old row without calling the trigger above.
        there = f"EXISTS (SELECT 1 FROM {table} WHERE {key} = NEW.{key})"  # noqa: S608 - both names stand above
        op.execute(f"CREATE TRIGGER {table}_no_replace BEFORE INSERT ON {table} WHEN {there} {refuse}")
