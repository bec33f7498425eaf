"""Programs that are killed, that write at once, that break off an upgrade: nothing is lost or half written."""

import hashlib
import os
import re
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from planmonitor.storage import Database
from planmonitor.storage.file import STEPS, create_or_upgrade, in_plain_words, make_engine, migrate
from planmonitor.storage.tables import metadata
from sqlalchemy import create_engine
from support.journals import by_hand, figure, filled, history, known_at, trouble_of, write

WRITER = """
import sys
from datetime import UTC, date, datetime
from planmonitor import Period
from planmonitor.assessment.records import Figure
from planmonitor.assessment.acts import Receipt
from planmonitor.storage import Database

path, name, times = sys.argv[1], sys.argv[2], int(sys.argv[3])
year = Period("2026", date(2025, 12, 15), date(2026, 12, 14))
database = Database.open(path)
for time in range(times):
    figures = [Figure("x/y", name, str(part), year, date(2026, 6, 9), numerator=time) for part in range(5)]
    with database.writing() as held:
        held.append(figures, held.begin(Receipt(f"{name}-{time}", "record"), datetime(2026, 6, 12, tzinfo=UTC)))
    print(time, flush=True)
"""


def writer(path, name, times):
    """Start a process that appends five figures at a time and says so after each."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    return subprocess.Popen([sys.executable, "-c", WRITER, str(path), name, str(times)], env=environment, stdout=subprocess.PIPE, text=True)


@pytest.fixture
def path(tmp_path):
    """A database with three revisions."""
    return filled(tmp_path / "monitor.db")


def test_an_append_that_fails_half_way_leaves_nothing(path):
    """The journal's rows go in before the table for reading refuses: they and the receipt are taken back."""
    by_hand(path, "CREATE TRIGGER full BEFORE INSERT ON figures WHEN NEW.note = 'last' BEGIN SELECT RAISE(ABORT, 'no'); END")

    database = Database.open(path)
    before = known_at(database, None)
    assert "nothing was written" in trouble_of(lambda: write(database, figure(numerator=5), figure(note="last"), code="R3", days=2))
    assert known_at(database, None) == before
    assert len(history(database, "child-labour/rate")) == 2
    assert database.check() == ()
    assert [one.revision for one in write(database, figure(numerator=5), code="R3", days=2)] == [4]


def test_four_programs_that_write_at_once_lose_nothing(path):
    processes = [writer(path, name, 10) for name in "abcd"]

    assert [(process.communicate()[0].split()[-1], process.returncode) for process in processes] == [("9", 0)] * 4
    database = Database.open(path)
    assert len(history(database, "x/y")) == 200
    assert len([one for one in known_at(database, None) if one.definition == "x/y"]) == 20
    assert database.check() == ()


def test_a_program_killed_while_it_writes_keeps_what_it_had_reported_and_nothing_by_halves(path):
    for turn in range(3):
        process = writer(path, f"turn{turn}", 100_000)
        reported = [process.stdout.readline() for _ in range(5)][-1]
        process.kill()
        reported = (process.communicate()[0].split() or [reported])[-1]

        database = Database.open(path)
        kept = [one for one in history(database, "x/y") if one.place == f"turn{turn}"]
        assert len(kept) % 5 == 0
        assert len(kept) // 5 >= int(reported) + 1
        assert database.check() == ()


def test_a_database_that_another_program_is_writing_is_named_as_in_use(path):
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    database = Database.open(path, wait=0)
    assert len(known_at(database, None)) == 2
    said = trouble_of(lambda: write(database, figure(numerator=5), code="R3", days=2))
    other.close()

    assert "in use by another program" in said
    assert "monitor.db" in said


def test_a_full_disk_is_named_as_such(path):
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA max_page_count = 1")

    def fill():
        with in_plain_words(path):
            connection.execute("CREATE TABLE more AS SELECT randomblob(100000)")

    assert "is full" in trouble_of(fill)
    connection.close()


def test_a_second_upgrade_does_nothing(path):
    before = path.read_bytes()

    assert create_or_upgrade(path) == "current"
    assert path.read_bytes() == before


def clauses(sql):
    """Return what a statement says of a table, whatever the order: columns that a later step added stand behind the first step's."""
    return sorted(" ".join(clause.split()).rstrip(" )") for clause in re.split(r",(?![^(]*\))", sql.partition("(")[2]))


def test_the_migrations_make_exactly_the_tables_that_the_program_knows(path, tmp_path):
    """Alembic sees no difference, and neither do the statements SQLite keeps, checks included."""
    migrated, known = make_engine(path), create_engine(f"sqlite:///{tmp_path / 'known.db'}")
    metadata.create_all(known)
    query = "SELECT name, sql FROM sqlite_master WHERE type IN ('table', 'index') AND name != 'alembic_version' AND sql IS NOT NULL"
    with migrated.connect() as one, known.connect() as other:
        assert compare_metadata(MigrationContext.configure(one), metadata) == []
        made, wanted = (dict(map(tuple, held.exec_driver_sql(query))) for held in (one, other))
        assert {name: clauses(sql) for name, sql in made.items()} == {name: clauses(sql) for name, sql in wanted.items()}
    migrated.dispose()
    known.dispose()


FIRST_STEP = "266e795056a6867fa0eaa9fe13834a6cb57796610bd007494258e08e6d5b5a2a"
"""SHA-256 of the statements that a database at schema 0001 keeps: tables, indexes and triggers."""


def test_the_first_step_makes_what_it_made_when_it_was_released(tmp_path):
    """It takes the tables of today: the step that changes one leaves behind, in the first, what it was."""
    steps = tmp_path / "steps"
    ignored = shutil.ignore_patterns("__pycache__", *(f"v000{number}*" for number in range(2, 10)))
    shutil.copytree(STEPS, steps, ignore=ignored)
    migrate(make_engine(tmp_path / "first.db", mode="rwc"), steps)
    with sqlite3.connect(tmp_path / "first.db") as made:
        kept = made.execute("SELECT sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY type, name").fetchall()
    made.close()

    assert hashlib.sha256(" ".join(" ".join(sql.split()) for (sql,) in kept).encode()).hexdigest() == FIRST_STEP


NEXT_STEP = """
from alembic import op
revision, down_revision = "0009", "0008"
def upgrade():
    op.execute("CREATE TABLE later (x TEXT)")
    op.execute("UPDATE figures SET note = 'migrated'")
    {last}
"""


def test_a_migration_that_breaks_off_leaves_the_old_schema_and_runs_through_the_next_time(path, tmp_path):
    steps = tmp_path / "steps"
    shutil.copytree(STEPS, steps, ignore=shutil.ignore_patterns("__pycache__"))
    step = steps / "v0009_later.py"
    step.write_text(NEXT_STEP.format(last="raise RuntimeError('cut')"), encoding="utf-8")
    engine = make_engine(path)
    try:
        with pytest.raises(RuntimeError, match="cut"):
            migrate(engine, steps)
        database = Database.open(path)
        assert {one.note for one in known_at(database, None)} == {""}
        assert database.check() == ()

        step.write_text(NEXT_STEP.format(last="pass  # whole now"), encoding="utf-8")
        migrate(engine, steps)
        with engine.connect() as connection:
            assert connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() == "0009"
            assert connection.exec_driver_sql("SELECT DISTINCT note FROM figures").scalar() == "migrated"
    finally:
        engine.dispose()


def test_a_creation_that_breaks_off_leaves_no_file_and_runs_through_the_next_time(tmp_path):
    steps = tmp_path / "steps"
    shutil.copytree(STEPS, steps, ignore=shutil.ignore_patterns("__pycache__"))
    (steps / "v0009_later.py").write_text(NEXT_STEP.format(last="raise RuntimeError('cut')"), encoding="utf-8")
    folder = tmp_path / "workspace"
    folder.mkdir()

    with pytest.raises(RuntimeError, match="cut"):
        create_or_upgrade(folder / "monitor.db", steps=steps)

    assert list(folder.iterdir()) == []
    assert create_or_upgrade(folder / "monitor.db") == "created"
    assert [file.name for file in folder.iterdir()] == ["monitor.db"]


def test_a_new_database_is_not_made_beside_the_journal_of_a_lost_one(tmp_path):
    """SQLite would play that journal into the new file."""
    (tmp_path / "monitor.db-journal").write_bytes(b"half a write")

    assert "journal of a write that was cut short" in trouble_of(lambda: create_or_upgrade(tmp_path / "monitor.db"))
    assert not (tmp_path / "monitor.db").exists()


CUT_SHORT = """
import os, sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size=1")
connection.execute("BEGIN IMMEDIATE")
connection.execute("CREATE TABLE half (text)")
connection.executemany("INSERT INTO half VALUES (?)", (("x" * 200,) for _ in range(20_000)))
os._exit(9)
"""


@pytest.fixture
def cut_short(path):
    """Return a database whose last write was cut off in the middle, as by a power cut, and what was known in it before."""
    before = known_at(Database.open(path), None)
    assert subprocess.run([sys.executable, "-c", CUT_SHORT, str(path)], check=False, timeout=60).returncode == 9
    assert Path(f"{path}-journal").stat().st_size
    return path, before


def test_whoever_only_reads_takes_back_a_write_that_was_cut_short(cut_short):
    """The first look after a power cut shows what was known before the write: no command that writes has to come first."""
    path, before = cut_short

    with Database.open(path, read_only=True).reading() as held:
        assert held.known_at(None) == before
    assert not Path(f"{path}-journal").exists()


def test_the_check_answers_after_a_write_that_was_cut_short(cut_short):
    """`db check` finds the database sound once the half write is taken back."""
    assert Database.open(cut_short[0], read_only=True).check() == ()


def test_a_copy_of_the_whole_folder_recovers_too(cut_short, tmp_path):
    """The journal lies beside the file and goes with it."""
    path, before = cut_short
    copy = shutil.copytree(path.parent, tmp_path / "copy") / path.name

    with Database.open(copy, read_only=True).reading() as held:
        assert held.known_at(None) == before


def test_a_half_write_on_a_disk_that_cannot_be_written_is_told_as_one(cut_short, monkeypatch):
    """Where nothing may be written the sentence says what happened and sends nobody to copy the file alone."""
    from planmonitor.storage import file

    monkeypatch.setattr(file, "_cut_short", lambda _path: None)  # as where the file may only be read
    said = trouble_of(lambda: Database.open(cut_short[0], read_only=True))

    assert "was cut short" in said
    assert "Copy the whole folder" in said


def test_reading_goes_on_beside_a_program_that_is_writing(path):
    """The journal of a write that is going on is no half write: what was known before is read, and the writer finishes."""
    before = known_at(Database.open(path), None)
    writer = sqlite3.connect(path, isolation_level=None)
    writer.execute("BEGIN IMMEDIATE")
    writer.execute("CREATE TABLE going_on (n INTEGER)")

    with Database.open(path, read_only=True).reading() as held:
        assert held.known_at(None) == before

    writer.execute("COMMIT")
    assert writer.execute("SELECT count(*) FROM going_on").fetchone() == (0,)
    writer.close()
