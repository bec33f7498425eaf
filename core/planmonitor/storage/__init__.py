"""Where recorded figures are kept: an append-only journal of revisions, and beside it a table made for reading.

The journal is the truth (docs/domain.md, rule 10). What goes in or comes out is a value of the model; no row, connection or other thing of the
database library leaves this package. Importing it imports SQLAlchemy, so import it where a command first needs the database.
"""

from planmonitor.storage.database import Database

__all__ = ["Database"]
