"""Creating a database, and bringing an older one to the schema of this program. Only here is Alembic imported."""

from __future__ import annotations

import os
import secrets
from pathlib import Path

from sqlalchemy import Engine

from planmonitor.messages import N_, Message, StorageTrouble
from planmonitor.storage.engine import in_plain_words, locate, look_at_file, make_engine, schema_of
from planmonitor.storage.tables import SCHEMA, metadata

STEPS = Path(__file__).parent / "migrations"


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
    with in_plain_words(path):
        with engine.connect() as connection:
            schema = schema_of(connection, path)
        if schema == SCHEMA:
            return "current"
        migrate(engine, steps)
        return "upgraded"


def migrate(engine: Engine, steps: Path = STEPS) -> None:
    """Run the migrations of a folder that a database still lacks, all in one transaction."""
    from alembic.config import Config
    from alembic.runtime.environment import EnvironmentContext
    from alembic.script import ScriptDirectory

    scripts = ScriptDirectory(str(steps), version_locations=[str(steps)])
    environment = EnvironmentContext(Config(), scripts, fn=lambda current, _: scripts._upgrade_revs("head", current))
    with environment, engine.execution_options(writes=True).begin() as connection:
        environment.configure(connection=connection, target_metadata=metadata, render_as_batch=True)
        environment.run_migrations()


def _create(path: Path, steps: Path) -> None:
    journal = Path(f"{path}-journal")
    if journal.exists() and journal.stat().st_size:
        # SQLite would play the journal of the lost file into the new one.
        missing = N_("'{file}' is missing, but the journal of a write that was cut short is there: {journal}.")
        hint = Message.of(N_("Bring the file back to where it was, or move the journal away, and run the command again."))
        raise StorageTrouble(missing, hint, file=str(path), journal=str(journal))
    unfinished = path.with_name(f".{path.name}.{secrets.token_hex(4)}.new")
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
