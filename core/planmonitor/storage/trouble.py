"""What can go wrong with a database, as sentences: the one place where the driver's errors are turned into ours."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from planmonitor.messages import N_, Hint, Message, StorageTrouble

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
        Message.of(N_("Copy the workspace to a folder you may write to, or have the rights changed.")),
    ),
    sqlite3.SQLITE_CANTOPEN: (
        N_("'{file}' cannot be opened."),
        Message.of(N_("See that the folder exists and that you may read and write in it.")),
    ),
    sqlite3.SQLITE_IOERR: (
        N_("The disk holding '{file}' reports an error; nothing was written."),
        Hint.of("move-to-another-disk"),
    ),
    sqlite3.SQLITE_NOTADB: (N_("'{file}' is not a database of this program."), RESTORE),
    sqlite3.SQLITE_CORRUPT: (N_("'{file}' is damaged."), RESTORE),
    sqlite3.SQLITE_CONSTRAINT: (N_("'{file}' refused the entry ({reason}); nothing was written."), CHECK),
}
_BY_CODE[sqlite3.SQLITE_LOCKED] = _BY_CODE[sqlite3.SQLITE_BUSY]
_ANY_OTHER = (N_("'{file}' cannot be read ({reason})."), CHECK)


@contextmanager
def in_plain_words(file: Path) -> Iterator[None]:
    """Turn any error of the database or its driver inside the block into a `StorageTrouble`: one sentence that names the file."""
    try:
        yield
    except (DBAPIError, sqlite3.Error, UnicodeDecodeError) as error:
        raise _in_words(error.orig if isinstance(error, DBAPIError) else error, file) from error


def _in_words(error: BaseException | None, file: Path) -> StorageTrouble:
    code = getattr(error, "sqlite_errorcode", -1) & 0xFF
    template, hint = _BY_CODE.get(code, _ANY_OTHER)
    if code == sqlite3.SQLITE_CONSTRAINT:
        reason: Message | str = str(error)  # The driver's own words name the rule that was broken, never the values.
    else:
        # Without a code it is text that is no UTF-8 any more; the driver's words would repeat it.
        reason = getattr(error, "sqlite_errorname", None) or Message.of(N_("its text is damaged"))
    return StorageTrouble(template, hint, file=str(file), reason=reason)
