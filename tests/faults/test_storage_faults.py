"""Damage, strangers' files, programs that are killed: refused in one sentence, and nothing is lost or half written."""

import os
import shutil
import sqlite3
import subprocess
import sys
from datetime import UTC, date, datetime, timedelta

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from planmonitor import Period, StorageTrouble
from planmonitor.assessment.figures import Figure
from planmonitor.assessment.records import Receipt
from planmonitor.storage import Database
from planmonitor.storage.engine import in_plain_words, make_engine
from planmonitor.storage.tables import metadata
from planmonitor.storage.upgrade import STEPS, create_or_upgrade, migrate
from sqlalchemy import create_engine

DAY = datetime(2026, 6, 10, tzinfo=UTC)
YEAR = Period("2026", date(2025, 12, 15), date(2026, 12, 14))

WRITER = """
import sys
from datetime import UTC, date, datetime
from planmonitor import Period
from planmonitor.assessment.figures import Figure
from planmonitor.assessment.records import Receipt
from planmonitor.storage import Database

path, name, times = sys.argv[1], sys.argv[2], int(sys.argv[3])
year = Period("2026", date(2025, 12, 15), date(2026, 12, 14))
with Database.open(path) as database:
    for time in range(times):
        figures = [Figure("x/y", name, str(part), year, date(2026, 6, 9), numerator=time) for part in range(5)]
        with database.writing() as held:
            held.append(figures, recorded_at=datetime(2026, 6, 12, tzinfo=UTC), receipt=Receipt(f"{name}-{time}", "record"))
        print(time, flush=True)
"""


def alone(begin, name):
    """Return a function that asks or tells a database one thing, in a transaction of its own."""

    def act(database, *given, **named):
        with getattr(database, begin)() as held:
            return getattr(held, name)(*given, **named)

    return act


append = alone("writing", "append")
known_at = alone("reading", "known_at")
history = alone("reading", "history")
rebuild = alone("writing", "rebuild")


def figure(definition="child-labour/rate", **fields):
    return Figure(definition, "04972", "", YEAR, date(2026, 6, 9), **fields)


def write(database, *figures, code="R1", days=0):
    return append(database, figures, recorded_at=DAY + timedelta(days=days), receipt=Receipt(code, "record"))


def writer(path, name, times):
    """Start a process that appends five figures at a time and says so after each."""
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(filter(None, sys.path))}
    return subprocess.Popen([sys.executable, "-c", WRITER, str(path), name, str(times)], env=environment, stdout=subprocess.PIPE, text=True)


def by_hand(path, *statements):
    """Do to the file what a stranger's tool would."""
    connection = sqlite3.connect(path, isolation_level=None)
    for statement in statements:
        connection.execute(statement)
    connection.close()


@pytest.fixture
def path(tmp_path):
    """A database with three revisions."""
    file = tmp_path / "monitor.db"
    create_or_upgrade(file)
    with Database.open(file) as database:
        write(database, figure(numerator=3, denominator=100), figure("drowning/deaths", value=2))
        write(database, figure(numerator=4, denominator=100), code="R2", days=1)
    return file


def trouble_of(act):
    with pytest.raises(StorageTrouble) as caught:
        act()
    return str(caught.value)


def test_a_missing_database_is_not_made_but_named_with_the_command_that_makes_it(tmp_path):
    said = trouble_of(lambda: Database.open(tmp_path / "monitor.db"))

    assert "There is no database" in said
    assert "monitor.db" in said
    assert "upgrade-database" in said
    assert list(tmp_path.iterdir()) == []
    assert "is a folder" in trouble_of(lambda: Database.open(tmp_path))


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "0 bytes"),
        (b"<!DOCTYPE html><html><body>Sign in</body></html>", "not a database"),
        (b"Hello", "not a database"),
        ("Kế hoạch\n".encode() * 2000, "not a database"),
        (b"\0" * 8192, "not a database"),
    ],
)
def test_a_file_that_is_no_database_is_refused_and_left_as_it_is(tmp_path, content, words):
    """Neither opening nor upgrading takes it for a fresh start."""
    file = tmp_path / "monitor.db"
    file.write_bytes(content)

    for act in (lambda: Database.open(file), lambda: Database.open(file, read_only=True), lambda: create_or_upgrade(file)):
        said = trouble_of(act)
        assert words in said
        assert "restore-database" in said
    assert file.read_bytes() == content


def test_a_database_of_another_program_is_refused_and_left_as_it_is(tmp_path):
    file = tmp_path / "monitor.db"
    by_hand(file, "CREATE TABLE photos (name TEXT)")
    before = file.read_bytes()

    for act in (lambda: Database.open(file), lambda: create_or_upgrade(file)):
        assert "another program" in trouble_of(act)
    assert file.read_bytes() == before


@pytest.mark.parametrize("kept", [600, 4096, 20000])
def test_a_database_cut_short_is_refused(path, kept):
    path.write_bytes(path.read_bytes()[:kept])

    said = trouble_of(lambda: Database.open(path))

    assert "damaged" in said
    assert "restore-database" in said


def test_a_database_of_a_newer_program_is_refused_for_opening_and_upgrading(path):
    by_hand(path, "UPDATE alembic_version SET version_num = '0999'")

    for act in (lambda: Database.open(path), lambda: create_or_upgrade(path)):
        said = trouble_of(act)
        assert "newer than this program" in said
        assert "Install the newest version" in said


def test_a_database_of_an_older_program_names_the_upgrade_and_the_upgrade_mends_it(tmp_path):
    file = tmp_path / "monitor.db"
    by_hand(file, "PRAGMA application_id = 1886220142", "CREATE TABLE older (x TEXT)")

    said = trouble_of(lambda: Database.open(file))
    assert "older program" in said
    assert "upgrade-database" in said

    assert create_or_upgrade(file) == "upgraded"
    with Database.open(file) as database:
        assert database.check() == ()


@pytest.mark.parametrize(
    "url", ["postgresql+psycopg://u:secret@h/d?password=secret", "sqlite://", "sqlite:///:memory:", "://secret", "nosuch://u:secret@h"]
)
def test_a_url_that_is_no_file_is_refused_without_repeating_it(url):
    said = trouble_of(lambda: Database.open(url))

    assert "sqlite:///PATH" in said
    assert "secret" not in said


def test_a_url_and_a_path_open_the_same_file(path):
    with Database.open(f"sqlite:///{path}") as by_url, Database.open(str(path)) as by_path:
        assert by_url.path == by_path.path == path
        assert known_at(by_url, None) == known_at(by_path, None)


def test_a_database_opened_for_reading_is_read_and_refuses_to_be_written(path):
    with Database.open(path, read_only=True) as database:
        assert len(known_at(database, None)) == 2
        assert "read-only" in trouble_of(lambda: write(database, figure(numerator=5), code="R3", days=2))
        assert database.check() == ()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="rights do not bind this user")
def test_a_write_protected_folder_is_read_and_refuses_to_be_written(path):
    path.chmod(0o444)
    path.parent.chmod(0o555)
    try:
        with Database.open(path) as database:
            assert len(known_at(database, None)) == 2
            assert "read-only" in trouble_of(lambda: write(database, figure(numerator=5), code="R3", days=2))
    finally:
        path.parent.chmod(0o755)


def test_an_edited_figure_is_named_by_the_check(path):
    """Whoever takes the guard away and edits a row breaks the chain at that row."""
    by_hand(path, "DROP TRIGGER revisions_no_update", "UPDATE revisions SET value = '1' WHERE revision = 2")

    with Database.open(path) as database:
        said = [str(problem) for problem in database.check()]

    assert len(said) == 2
    assert "Revision 2 ('drowning/deaths', 2026) is not what was recorded" in said[0]
    assert "differs from the journal in 1 figures, first 'drowning/deaths'" in said[1]


@pytest.mark.parametrize(
    ("edit", "named"),
    [
        ("UPDATE revisions SET recorded_at = recorded_at - 1 WHERE revision = 1", "Revision 1 ("),
        ("UPDATE revisions SET note = 'x' WHERE revision = 3", "Revision 3 ("),
        ("UPDATE revisions SET receipt = 'R2' WHERE revision = 1", "Revision 1 ("),
        ("UPDATE revisions SET previous_hash = hash WHERE revision = 2", "Revision 2 ("),
        ("UPDATE revisions SET note = CAST(x'ff' AS TEXT) WHERE revision = 2", "Revision 2 ("),
        ("DELETE FROM revisions WHERE revision = 2", "Revision 2 is missing"),
        ("DELETE FROM revisions WHERE revision = 3", "differs from the journal"),
    ],
)
def test_every_way_to_edit_the_journal_is_found(path, edit, named):
    by_hand(path, "DROP TRIGGER revisions_no_update", "DROP TRIGGER revisions_no_delete", edit)

    with Database.open(path) as database:
        assert named in " ".join(map(str, database.check()))


def test_a_row_that_is_no_figure_any_more_is_named_when_it_is_read(path):
    by_hand(path, "UPDATE figures SET ends = 'soon' WHERE revision = 2")

    with Database.open(path) as database:
        said = trouble_of(lambda: known_at(database, None))

    assert "Revision 2 in the database is damaged" in said
    assert "check-database" in said


@pytest.mark.parametrize(
    "edit",
    [
        "UPDATE figures SET value = '1'",
        "DELETE FROM figures WHERE revision = 1",
        "UPDATE figures SET known_to = known_to - 1",
        "CREATE TEMP TABLE t AS SELECT * FROM figures; UPDATE t SET place = 'x'; INSERT INTO figures SELECT * FROM t",
    ],
)
def test_an_edited_table_for_reading_is_found_and_rebuilt_from_the_journal(path, edit):
    with Database.open(path) as database:
        now, then = known_at(database, None), known_at(database, DAY)
        by_hand(path, *edit.split("; "))
        (problem,) = database.check()

        assert "rebuild-database" in str(problem)
        assert rebuild(database) == 3
        assert database.check() == ()
        assert (known_at(database, None), known_at(database, DAY)) == (now, then)


def test_the_check_reports_a_damaged_page_and_goes_on(path):
    with sqlite3.connect(path) as other:
        (page,) = other.execute("SELECT rootpage FROM sqlite_master WHERE name = 'figures'").fetchone()
    other.close()
    with path.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xa5" * 4096)

    with Database.open(path) as database:
        assert "damaged" in " ".join(map(str, database.check()))
        assert "damaged" in trouble_of(lambda: known_at(database, None))


def test_an_append_that_fails_half_way_leaves_nothing(path):
    """The journal's rows go in before the table for reading refuses: they and the receipt are taken back."""
    by_hand(path, "CREATE TRIGGER full BEFORE INSERT ON figures WHEN NEW.note = 'last' BEGIN SELECT RAISE(ABORT, 'no'); END")

    with Database.open(path) as database:
        before = known_at(database, None)
        assert "nothing was written" in trouble_of(lambda: write(database, figure(numerator=5), figure(note="last"), code="R3", days=2))
        assert known_at(database, None) == before
        assert len(history(database, "child-labour/rate")) == 2
        assert database.check() == ()
        assert [one.revision for one in write(database, figure(numerator=5), code="R3", days=2)] == [4]


def test_four_programs_that_write_at_once_lose_nothing(path):
    processes = [writer(path, name, 10) for name in "abcd"]

    assert [(process.communicate()[0].split()[-1], process.returncode) for process in processes] == [("9", 0)] * 4
    with Database.open(path) as database:
        assert len(history(database, "x/y")) == 200
        assert len(known_at(database, None, definitions=["x/y"])) == 20
        assert database.check() == ()


def test_a_program_killed_while_it_writes_keeps_what_it_had_reported_and_nothing_by_halves(path):
    for turn in range(3):
        process = writer(path, f"turn{turn}", 100_000)
        reported = [process.stdout.readline() for _ in range(5)][-1]
        process.kill()
        reported = (process.communicate()[0].split() or [reported])[-1]

        with Database.open(path) as database:
            kept = [one for one in history(database, "x/y") if one.place == f"turn{turn}"]
            assert len(kept) % 5 == 0
            assert len(kept) // 5 >= int(reported) + 1
            assert database.check() == ()


def test_a_database_that_another_program_is_writing_is_named_as_in_use(path):
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Database.open(path, wait=0) as database:
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


def test_the_migrations_make_exactly_the_tables_that_the_program_knows(path, tmp_path):
    """Alembic sees no difference, and neither do the statements SQLite keeps, checks included."""
    migrated, known = make_engine(path), create_engine(f"sqlite:///{tmp_path / 'known.db'}")
    metadata.create_all(known)
    query = "SELECT name, sql FROM sqlite_master WHERE type IN ('table', 'index') AND name != 'alembic_version' AND sql IS NOT NULL"
    with migrated.connect() as one, known.connect() as other:
        assert compare_metadata(MigrationContext.configure(one), metadata) == []
        assert dict(map(tuple, one.exec_driver_sql(query))) == dict(map(tuple, other.exec_driver_sql(query)))
    migrated.dispose()
    known.dispose()


NEXT_STEP = """
from alembic import op
revision, down_revision = "0002", "0001"
def upgrade():
    op.execute("CREATE TABLE later (x TEXT)")
    op.execute("UPDATE figures SET note = 'migrated'")
    {last}
"""


def test_a_migration_that_breaks_off_leaves_the_old_schema_and_runs_through_the_next_time(path, tmp_path):
    steps = tmp_path / "steps"
    shutil.copytree(STEPS, steps, ignore=shutil.ignore_patterns("__pycache__"))
    step = steps / "v0002_later.py"
    step.write_text(NEXT_STEP.format(last="raise RuntimeError('cut')"), encoding="utf-8")
    engine = make_engine(path)
    try:
        with pytest.raises(RuntimeError, match="cut"):
            migrate(engine, steps)
        with Database.open(path) as database:
            assert {one.note for one in known_at(database, None)} == {""}
            assert database.check() == ()

        step.write_text(NEXT_STEP.format(last="pass  # whole now"), encoding="utf-8")
        migrate(engine, steps)
        with engine.connect() as connection:
            assert connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar() == "0002"
            assert connection.exec_driver_sql("SELECT DISTINCT note FROM figures").scalar() == "migrated"
    finally:
        engine.dispose()


def test_a_creation_that_breaks_off_leaves_no_file_and_runs_through_the_next_time(tmp_path):
    steps = tmp_path / "steps"
    shutil.copytree(STEPS, steps, ignore=shutil.ignore_patterns("__pycache__"))
    (steps / "v0002_later.py").write_text(NEXT_STEP.format(last="raise RuntimeError('cut')"), encoding="utf-8")
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
