"""The database file: the settings that keep it safe, the refusal of what is not a sound one, what goes wrong with it as sentences, how it is made."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, column, create_engine, event, select, table
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.pool import NullPool

from planmonitor.messages import N_, Hint, Message, StorageTrouble
from planmonitor.storage.tables import APPLICATION_ID, SCHEMA, metadata

STEPS = Path(__file__).parent / "migrations"

WAIT = 30
"""Seconds to wait for another program that is writing."""

# Of the modes tried with cut power, TRUNCATE with FULL lost nothing; Python's default lost whole imports.
_SETTINGS = "PRAGMA journal_mode=TRUNCATE; PRAGMA synchronous=FULL; PRAGMA foreign_keys=ON;"

RESTORE, UPGRADE, CHECK = Hint.of("restore-database"), Hint.of("upgrade-database"), Hint.of("check-database")

# By SQLite's primary result code (https://www.sqlite.org/rescode.html): the sentence, and the next step.
_BY_CODE = {
    sqlite3.SQLITE_BUSY: (
        N_("'{file}' is in use by another program that is writing; nothing was written."),
        Message.of(N_("Wait until it has finished, or close it, and run the command again.")),
    ),
    sqlite3.SQLITE_FULL: (
        N_("The disk holding '{file}' is full; nothing was written."),
        Message.of(N_("Free some space on it and run the command again.")),
    ),
    sqlite3.SQLITE_READONLY: (
        N_("'{file}' or its folder is read-only; nothing was written."),
        Message.of(N_("Copy the whole folder to where you may write, or have the rights changed.")),
    ),
    sqlite3.SQLITE_READONLY_ROLLBACK: (
        N_("A write to '{file}' was cut short, and cannot be taken back while the file or its folder is read-only."),
        Message.of(N_("Copy the whole folder to where you may write, and run the command there.")),
    ),
    sqlite3.SQLITE_CANTOPEN: (N_("'{file}' cannot be opened."), Message.of(N_("See that the folder exists and that you may read and write in it."))),
    sqlite3.SQLITE_IOERR: (N_("The disk holding '{file}' reports an error; nothing was written."), Hint.of("move-to-another-disk")),
    sqlite3.SQLITE_NOTADB: (N_("'{file}' is not a database of this program."), RESTORE),
    sqlite3.SQLITE_CORRUPT: (N_("'{file}' is damaged."), RESTORE),
    sqlite3.SQLITE_CONSTRAINT: (N_("'{file}' refused the entry ({reason}); nothing was written."), CHECK),
}
_BY_CODE[sqlite3.SQLITE_LOCKED] = _BY_CODE[sqlite3.SQLITE_BUSY]
_ANY_OTHER = (N_("'{file}' cannot be read ({reason})."), CHECK)


def locate(where: str | Path) -> Path:
    """Return the file that a path or a database URL, `sqlite:///PATH`, names; a `StorageTrouble` where a URL names no SQLite file."""
    if isinstance(where, Path) or "://" not in where:
        return Path(where)
    hint = Message.of(N_("Write: sqlite:///PATH"))  # The URL itself is never repeated: it may hold a password.
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

    A transaction begun with the execution option `writes=True` takes the write lock at once; otherwise two programs that both read before they write
    would fail each other, waiting or not. The mode is "ro", "rw" (a file that is write-protected is then read only), or "rwc" to create it.
    `damaged_text` shows bytes that are no UTF-8 as escapes.
    """
    if mode == "ro" and _cut_short(path):
        mode = "rw"  # Only who may write takes back what was cut short, by a power cut for instance.

    def connect() -> sqlite3.Connection:
        # Without an isolation level the driver begins nothing by itself, and so also no migration half-way.
        connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode={mode}", uri=True, timeout=wait, isolation_level=None)
        try:
            connection.executescript(_SETTINGS)
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


def _cut_short(path: Path) -> Path | None:
    """Return the journal of a write that was cut short, or is going on; None where there is none."""
    journal = Path(f"{path}-journal")
    return journal if journal.exists() and journal.stat().st_size else None


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


@contextmanager
def in_plain_words(file: Path) -> Iterator[None]:
    """Turn any error of the database or its driver inside the block into a `StorageTrouble`: one sentence that names the file."""
    try:
        yield
    except (DBAPIError, sqlite3.Error, UnicodeDecodeError) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        exact = getattr(cause, "sqlite_errorcode", -1)
        code = exact & 0xFF
        template, hint = _BY_CODE.get(exact) or _BY_CODE.get(code, _ANY_OTHER)
        # The driver's words name a rule that was broken, never the values; text that is no UTF-8 any more has no code, and they would repeat it.
        own = str(cause) if code == sqlite3.SQLITE_CONSTRAINT else getattr(cause, "sqlite_errorname", "")
        reason = own or Message.of(N_("its text is damaged"))
        raise StorageTrouble(template, hint, file=str(file), reason=reason) from error


def schema_of(engine: Engine, path: Path) -> str:
    """Return the number of a database's schema, "" for one half made; a `StorageTrouble` for that of another or a newer program."""
    with in_plain_words(path), engine.connect() as connection:
        if connection.exec_driver_sql("PRAGMA application_id").scalar() != APPLICATION_ID:
            raise StorageTrouble(N_("'{file}' is a database of another program."), RESTORE, file=str(path))
        if not connection.dialect.has_table(connection, "alembic_version"):
            return ""
        schema = str(connection.scalar(select(column("version_num")).select_from(table("alembic_version"))) or "")
    if schema > SCHEMA:
        newer = N_("The database '{file}' is newer than this program: it has schema {schema}, the program knows {known}.")
        hint = Message.of(N_("Install the newest version of the program."))
        raise StorageTrouble(newer, hint, file=str(path), schema=schema, known=SCHEMA)
    return schema


def create_or_upgrade(where: str | Path, *, steps: Path = STEPS) -> str:
    """Create a database where there is none, or bring an older one to this program's schema: "created", "upgraded", or "current" where it was there.

    A new file is finished under another name first, so that a file under the final name is never half made.
    An older one is changed in one transaction: it is at the old schema or at the new one, whatever happens.
    """
    path = locate(where)
    if not path.exists():
        _create(path, steps)
        return "created"
    look_at_file(path)
    engine = make_engine(path)
    if schema_of(engine, path) == SCHEMA:
        return "current"
    with in_plain_words(path):
        migrate(engine, steps)
    return "upgraded"


def migrate(engine: Engine, steps: Path = STEPS) -> None:
    """Run the migrations of a folder that a database still lacks, all in one transaction. Only here is Alembic imported."""
    from alembic.config import Config
    from alembic.runtime.environment import EnvironmentContext
    from alembic.script import ScriptDirectory

    scripts = ScriptDirectory(str(steps), version_locations=[str(steps)])
    environment = EnvironmentContext(Config(), scripts, fn=lambda current, _: scripts._upgrade_revs("head", current))
    with environment, engine.execution_options(writes=True).begin() as connection:
        environment.configure(connection=connection, target_metadata=metadata, render_as_batch=True)
        environment.run_migrations()


def _create(path: Path, steps: Path) -> None:
    if journal := _cut_short(path):
        # SQLite would play the journal of the lost file into the new one.
        missing = N_("'{file}' is missing, but the journal of a write that was cut short is there: {journal}.")
        hint = Message.of(N_("Bring the file back to where it was, or move the journal away, and run the command again."))
        raise StorageTrouble(missing, hint, file=str(path), journal=str(journal))
    unfinished = path.with_name(f".{path.name}.{os.urandom(4).hex()}.new")
    try:
        with in_plain_words(path):
            migrate(make_engine(unfinished, mode="rwc"), steps)
        _move_into_place(unfinished, path)
    finally:
        for left in (unfinished, Path(f"{unfinished}-journal")):
            left.unlink(missing_ok=True)


def _move_into_place(unfinished: Path, path: Path) -> None:
    try:
        try:
            os.link(unfinished, path)  # Unlike a renaming, fails where another program has just made the file.
        except FileExistsError:
            raise
        except OSError:  # A disk without links, such as a USB stick.
            unfinished.rename(path)
        if os.name == "posix":
            # The disk is to keep the new name too, as SQLite has had it keep the content.
            handle = os.open(path.parent, os.O_RDONLY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)
    except OSError as error:
        hint = Message.of(N_("Run the command again."))
        raise StorageTrouble(N_("The database '{file}' cannot be created ({reason})."), hint, file=str(path), reason=error.strerror or "") from error
