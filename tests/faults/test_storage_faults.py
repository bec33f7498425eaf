"""Damage, strangers' files, rows edited by hand: refused or found in one sentence, and left as they are."""

import os
import sqlite3

import pytest
from planmonitor.storage import Database
from planmonitor.storage.file import create_or_upgrade
from support.journals import DAY, by_hand, figure, filled, known_at, rebuild, trouble_of, write


@pytest.fixture
def path(tmp_path):
    """A database with three revisions."""
    return filled(tmp_path / "monitor.db")


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
    database = Database.open(file)
    assert database.check() == ()


@pytest.mark.parametrize(
    "url", ["postgresql+psycopg://u:secret@h/d?password=secret", "sqlite://", "sqlite:///:memory:", "://secret", "nosuch://u:secret@h"]
)
def test_a_url_that_is_no_file_is_refused_without_repeating_it(url):
    said = trouble_of(lambda: Database.open(url))

    assert "sqlite:///PATH" in said
    assert "secret" not in said


def test_a_url_and_a_path_open_the_same_file(path):
    by_url, by_path = Database.open(f"sqlite:///{path}"), Database.open(str(path))

    assert by_url.path == by_path.path == path
    assert known_at(by_url, None) == known_at(by_path, None)


def test_a_database_opened_for_reading_is_read_and_refuses_to_be_written(path):
    database = Database.open(path, read_only=True)
    assert len(known_at(database, None)) == 2
    assert "read-only" in trouble_of(lambda: write(database, figure(numerator=5), code="R3", days=2))
    assert database.check() == ()


@pytest.mark.skipif(os.name != "posix" or os.geteuid() == 0, reason="rights do not bind this user")
def test_a_write_protected_folder_is_read_and_refuses_to_be_written(path):
    path.chmod(0o444)
    path.parent.chmod(0o555)
    try:
        database = Database.open(path)
        assert len(known_at(database, None)) == 2
        assert "read-only" in trouble_of(lambda: write(database, figure(numerator=5), code="R3", days=2))
    finally:
        path.parent.chmod(0o755)


def test_an_edited_figure_is_named_by_the_check(path):
    """Whoever takes the guard away and edits a row breaks the chain at that row."""
    by_hand(path, "DROP TRIGGER revisions_no_update", "UPDATE revisions SET value = '1' WHERE revision = 2")

    database = Database.open(path)
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

    database = Database.open(path)
    assert named in " ".join(map(str, database.check()))


def test_a_row_that_is_no_figure_any_more_is_named_when_it_is_read(path):
    by_hand(path, "UPDATE figures SET ends = 'soon' WHERE revision = 2")

    database = Database.open(path)
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
    database = Database.open(path)
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

    database = Database.open(path)
    assert "damaged" in " ".join(map(str, database.check()))
    assert "damaged" in trouble_of(lambda: known_at(database, None))
