"""Opening a database file: the settings that keep it safe, and the refusal of everything that is not a sound one."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from sqlalchemy import Connection, Engine, column, create_engine, event, select, table
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import NullPool

from planmonitor.messages import N_, Message, StorageTrouble
from planmonitor.storage.tables import APPLICATION_ID, SCHEMA
from planmonitor.storage.trouble import RESTORE, UPGRADE

WAIT = 30
"""Seconds to wait for another program that is writing."""

# Of the modes tried with cut power, TRUNCATE with FULL lost nothing; Python's default lost whole imports.
_SETTINGS = ("journal_mode=TRUNCATE", "synchronous=FULL", "foreign_keys=ON")


def locate(where: str | Path) -> Path:
    """Return the file that a path or a database URL, `sqlite:///PATH`, names.

    Raises:
        StorageTrouble: where a URL names no SQLite file. The URL itself is never repeated: it may hold a password.
    """
    if isinstance(where, Path) or "://" not in where:
        return Path(where)
    hint = Message.of(N_("Write: sqlite:///PATH"))
    try:
        url = make_url(where)
    except ArgumentError:
        raise StorageTrouble(N_("The database URL cannot be read."), hint) from None
    kind = url.get_backend_name()
    if kind != "sqlite":
        raise StorageTrouble(N_("Databases of the kind '{kind}' are not supported yet."), hint, kind=kind)
    if not url.database or url.database.startswith((":memory:", "file:")):
        raise StorageTrouble(N_("The database URL names no file."), hint)
    return Path(url.database)


def make_engine(path: Path, *, mode: str = "rw", damaged_text: bool = False, wait: int = WAIT) -> Engine:
    """Return an engine for a SQLite file, without touching the file yet; between its transactions the file is closed.

    A transaction begun with the execution option `writes=True` takes the write lock at once; otherwise two
    programs that both read before they write would fail each other, waiting or not.

    Args:
        path: The file.
        mode: "ro", "rw" (a file that is write-protected is then read only), or "rwc" to create it.
        damaged_text: Whether to show bytes that are no UTF-8 as escapes instead of failing on them.
        wait: Seconds to wait for another program that is writing.
    """

    def connect() -> sqlite3.Connection:
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode={mode}",
            uri=True,
            timeout=wait,
            isolation_level=None,  # The driver begins nothing by itself, and so also no migration half-way.
        )
        try:
            for setting in _SETTINGS:
                connection.execute(f"PRAGMA {setting}")
        except BaseException:
            connection.close()  # Windows would not let a copy be brought back while the file is open.
            raise
        if damaged_text:
            connection.text_factory = lambda raw: raw.decode("utf-8", "backslashreplace")
        return connection

    engine = create_engine(URL.create("sqlite", database=str(path)), creator=connect, poolclass=NullPool, hide_parameters=True)

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if connection.get_execution_options().get("writes") else "BEGIN")

    return engine


def look_at_file(path: Path) -> None:
    """Refuse with a `StorageTrouble` what can be told from outside: no file, a folder, an empty file."""
    try:
        size = path.stat().st_size
    except FileNotFoundError:
        raise StorageTrouble(N_("There is no database '{file}'."), UPGRADE, file=str(path)) from None
    except OSError as error:
        raise StorageTrouble(N_("'{file}' cannot be opened ({reason})."), file=str(path), reason=error.strerror or "") from None
    if path.is_dir():
        raise StorageTrouble(N_("'{file}' is a folder, not a database."), file=str(path))
    if size == 0:
        # SQLite would take it for a new database, and every figure would be gone without a word.
        raise StorageTrouble(N_("The database '{file}' is empty (0 bytes): its content is lost."), RESTORE, file=str(path))


def schema_of(connection: Connection, path: Path) -> str:
    """Return the number of the schema a database is at; "" where its creation was never finished.

    Raises:
        StorageTrouble: where the file is another program's, or a newer version of this program has upgraded it.
    """
    if connection.exec_driver_sql("PRAGMA application_id").scalar() != APPLICATION_ID:
        raise StorageTrouble(N_("'{file}' is a database of another program."), RESTORE, file=str(path))
    if not connection.dialect.has_table(connection, "alembic_version"):
        return ""
    schema = str(connection.scalar(select(column("version_num")).select_from(table("alembic_version"))) or "")
    if schema > SCHEMA:
        raise StorageTrouble(
            N_("The database '{file}' is newer than this program: it has schema {schema}, the program knows {known}."),
            Message.of(N_("Install the newest version of the program.")),
            file=str(path),
            schema=schema,
            known=SCHEMA,
        )
    return schema
