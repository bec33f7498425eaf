"""The database as the rest of the program sees it: values in, values out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import contextmanager
from datetime import date, datetime, tzinfo
from pathlib import Path
from types import TracebackType

from sqlalchemy import Connection, Engine

from planmonitor.assessment.figures import Figure
from planmonitor.assessment.records import Acceptance, MemberUnit, Receipt
from planmonitor.messages import Message
from planmonitor.storage import check, journal, rebuild, registers
from planmonitor.storage.engine import WAIT, locate, open_engine
from planmonitor.storage.trouble import in_plain_words


class Database:
    """A workspace's database: `with Database.open(path) as database: ...`.

    Every method is one transaction. All instants are given by the caller, with their time zone; nothing here reads a
    clock. Whatever goes wrong with the file, its disk or another program is a `StorageTrouble` that names the file and
    the next step, and then nothing was written.
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
        return cls(open_engine(path, read_only=read_only, wait=wait), path)

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
    def _reading(self) -> Iterator[Connection]:
        with in_plain_words(self._path), self._engine.connect() as connection:
            yield connection

    @contextmanager
    def _writing(self) -> Iterator[Connection]:
        with in_plain_words(self._path), self._engine.execution_options(writes=True).begin() as connection:
            yield connection

    def append(self, figures: Sequence[Figure], *, recorded_at: datetime, receipt: Receipt) -> tuple[Figure, ...]:
        """Record figures, all or none. A figure with a key that is there already becomes a new revision of it.

        Args:
            figures: The figures, in order.
            recorded_at: The instant.
            receipt: The act they belong to; it is recorded too.

        Returns:
            The figures with their revision and instant.

        Raises:
            BadData: where a figure cannot be stored exactly.
            StorageTrouble: also where the instant lies more than a minute before the newest entry, or the receipt exists.
        """
        with self._writing() as connection:
            return journal.append(connection, figures, recorded_at=recorded_at, receipt=receipt)

    def find_receipt(self, sha256: str) -> Receipt | None:
        """Return the newest receipt for a file of that content, or None where it was never imported.

        Args:
            sha256: SHA-256 of the file's bytes in hex.
        """
        with self._reading() as connection:
            return registers.find_receipt(connection, sha256)

    def known_at(
        self,
        instant: datetime | None,
        *,
        places: Collection[str] | None = None,
        definitions: Collection[str] | None = None,
    ) -> tuple[Figure, ...]:
        """Return, for each key, the figure that was the known one at an instant (docs/domain.md, rule 10).

        Args:
            instant: What was recorded by then counts; None for all that is recorded.
            places: Only figures of these places; None for all.
            definitions: Only figures of these definitions; None for all.
        """
        with self._reading() as connection:
            return journal.known_at(connection, instant, places, definitions)

    def first_received(
        self, instant: datetime | None, zone: tzinfo, *, places: Collection[str] | None = None
    ) -> dict[tuple[str, str, str, date, date], datetime]:
        """Return when each total first came in, by definition, place, unit, first and last day of its period.

        Args:
            instant: What was recorded by then counts; None for all that is recorded.
            zone: Time zone of the instants returned.
            places: Only figures of these places; None for all.
        """
        with self._reading() as connection:
            return journal.first_received(connection, instant, zone, places)

    def history(self, definition: str, place: str | None = None) -> tuple[Figure, ...]:
        """Return all revisions of the figures of one definition, in the order they were recorded.

        Args:
            definition: Key of the definition.
            place: Only those of this place; None for all.
        """
        with self._reading() as connection:
            return journal.history(connection, definition, place)

    def add_unit(self, unit: MemberUnit, recorded_at: datetime) -> MemberUnit:
        """Register a member, or with the id of one change, rename or close it; return it with its instant.

        Args:
            unit: The member.
            recorded_at: The instant.
        """
        with self._writing() as connection:
            return registers.add_unit(connection, unit, recorded_at)

    def units(self, instant: datetime | None) -> tuple[MemberUnit, ...]:
        """Return the registered members as they were known at an instant, closed ones among them, by id.

        Args:
            instant: What was recorded by then counts; None for all that is recorded.
        """
        with self._reading() as connection:
            return registers.units_at(connection, instant)

    def accept(self, acceptance: Acceptance, recorded_at: datetime) -> Acceptance:
        """Record an approved explanation of a shortfall; return it with its instant.

        Args:
            acceptance: The explanation.
            recorded_at: The instant.
        """
        with self._writing() as connection:
            return registers.accept(connection, acceptance, recorded_at)

    def acceptances(self, instant: datetime | None) -> tuple[Acceptance, ...]:
        """Return the approved explanations recorded by an instant, in the order they were recorded.

        Args:
            instant: What was recorded by then counts; None for all that is recorded.
        """
        with self._reading() as connection:
            return registers.acceptances_at(connection, instant)

    def rebuild(self) -> int:
        """Fill the table for reading anew from the journal and return how many rows it has."""
        with self._writing() as connection:
            return rebuild.rebuild(connection)

    def check(self) -> tuple[Message, ...]:
        """Return what is wrong with the database; nothing where it is sound. Writes nothing."""
        return check.check(self._path)
