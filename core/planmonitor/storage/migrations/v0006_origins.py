"""Sheet and cell, or line, of the file that a figure stood in."""

from __future__ import annotations

from alembic import op
from sqlalchemy import Column, Text

revision, down_revision = "0006", "0005"


def upgrade() -> None:
    """Add two columns to the journal, empty in the rows there are."""
    for name in ("sheet", "cell"):
        op.add_column("revisions", Column(name, Text, nullable=False, server_default=""))
