"""The database as the rest of the program sees it: values in, values out."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from sqlalchemy import Engine

from planmonitor.messages import N_, Message, StorageTrouble
from planmonitor.storage import check
from planmonitor.storage.engine import WAIT, locate, look_at_file, make_engine, schema_of
from planmonitor.storage.reading import Reading
from planmonitor.storage.tables import SCHEMA
from planmonitor.storage.trouble import UPGRADE, in_plain_words
from planmonitor.storage.writing import Writing


class Database:
    """A workspace's database: `with Database.open(path) as database, database.reading() as held: held.known_at(None)`.

    All instants are given by the caller, with their time zone; nothing here reads a clock. Whatever goes wrong with the
    file, its disk or another program is a `StorageTrouble` that names the file and the next step, and then nothing was
    written.
    """

    def __init__(self, engine: Engine, path: Path) -> None:
        """Hold an engine made by `open`."""
        self._engine = engine
        self._path = path

    @classmethod
    def open(cls, where: str | Path, *, read_only: bool = False, wait: int = WAIT) -> Database:
        """Open an existing database. A file that is write-protected is opened for reading.

        Args:
            where: Path of the file, or its URL `sqlite:///PATH`.
            read_only: Whether every writing is to be refused.
            wait: Seconds to wait for another program that is writing.

        Raises:
            StorageTrouble: where the file is missing, empty, damaged, another program's, or of a newer or older program.
        """
        path = locate(where)
        look_at_file(path)
        engine = make_engine(path, mode="ro" if read_only else "rw", wait=wait)
        try:
            with in_plain_words(path), engine.connect() as connection:
                if schema_of(connection, path) < SCHEMA:
                    raise StorageTrouble(N_("The database '{file}' was made by an older program."), UPGRADE, file=str(path))
        except BaseException:
            engine.dispose()
            raise
        return cls(engine, path)

    @property
    def path(self) -> Path:
        """The file."""
        return self._path

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def __enter__(self) -> Database:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.close()

    @contextmanager
    def reading(self) -> Iterator[Reading]:
        """Begin a transaction that reads; another program cannot finish writing before it ends."""
        with in_plain_words(self._path), self._engine.connect() as connection:
            yield Reading(connection)

    @contextmanager
    def writing(self) -> Iterator[Writing]:
        """Begin a transaction that writes; it is kept where the block ends well, and taken back where it raises."""
        with in_plain_words(self._path), self._engine.execution_options(writes=True).begin() as connection:
            yield Writing(connection)

    def check(self) -> tuple[Message, ...]:
        """Return what is wrong with the database; nothing where it is sound. Writes nothing."""
        return check.check(self._path)
