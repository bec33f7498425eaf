"""How far an import is: told on a terminal alone, and never among the data."""

import sys

import pytest

if sys.platform == "win32":
    pytest.skip("a pseudo terminal is needed, which Windows does not have", allow_module_level=True)

from planmonitor_cli import progress
from planmonitor_cli.main import run
from support.environments import ONCE
from support.terminals import screen_of


def put(folder, name, text):
    (folder / name).write_text(text, encoding="utf-8")
    return str(folder / name)


@ONCE
def test_a_terminal_shows_which_file_is_read_and_how_far_its_rows_are(van_son):
    """Many rows get a bar; that they are refused in the end changes nothing."""
    first = put(van_son.folder, "mot.csv", "Chỉ tiêu,Kỳ,Số lượng\nNV1,2026-S1,2\n")
    many = put(van_son.folder, "nhieu.csv", "Chỉ tiêu,Kỳ,Số lượng\n" + "NV1,2026-S1,3\n" * progress.MANY)
    screen = "\n".join(screen_of(["import", first, many], van_son.folder, 80))
    assert "Đang đọc tệp 1/2: mot.csv ..." in screen
    assert "Đang đọc tệp 2/2: nhieu.csv ..." in screen
    assert "nhieu.csv  [####" in screen
    assert "100%" in screen


def test_what_is_redirected_holds_no_bar(van_son, monkeypatch):
    """Neither standard output nor standard error."""
    monkeypatch.setattr(progress, "MANY", 1)
    first, second = (put(van_son.folder, f"{name}.csv", f"Chỉ tiêu,Kỳ,Số lượng\nNV1,{name},2\n") for name in ("2026-S1", "2026-Q3"))
    answer = van_son("import", first, second, lang="vi")
    assert "[" not in answer.out + answer.err
    assert "Đang đọc" not in answer.out + answer.err


def test_a_bar_goes_to_standard_error_alone(van_son, monkeypatch, capsys):
    """What reads the answer of the command reads no bar, though a terminal shows one."""
    monkeypatch.setattr(progress, "MANY", 1)
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    file = put(van_son.folder, "a.csv", "Chỉ tiêu,Kỳ,Số lượng\nNV1,2026-S1,2\n")
    assert run(["--lang", "vi", "--workspace", str(van_son.folder), "import", file, file], van_son.now) == 0
    captured = capsys.readouterr()
    assert "100%" in captured.err
    assert "100%" not in captured.out
    assert "Đang đọc tệp 2/2" in captured.err


def test_one_small_file_needs_no_telling(van_son, monkeypatch, capsys):
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    progress.tell_file("a.csv", progress.LARGE, 1, 1)
    assert capsys.readouterr().err == ""
    progress.tell_file("a.csv", progress.LARGE + 1, 1, 1)
    assert "a.csv" in capsys.readouterr().err


@pytest.mark.parametrize("rows", [progress.MANY - 1, progress.MANY])
def test_every_row_passes_whether_a_bar_is_shown_or_not(rows, monkeypatch):
    monkeypatch.setattr("sys.stderr.isatty", lambda: True)
    assert list(progress.with_bar(range(rows), rows, "a" * 100)) == list(range(rows))
