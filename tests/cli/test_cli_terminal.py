"""Screens in a terminal of an officer's width: nothing too wide, no word cut, no id and no English word where a Vietnamese name exists."""

import io
import re
import shutil
import sys
from collections import Counter
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path

import pytest
from planmonitor_cli.main import run

if sys.platform == "win32":
    pytest.skip("a terminal of a given width is made of a pseudo terminal, which Windows does not have", allow_module_level=True)

from support.environments import ONCE
from support.terminals import screen_of

pytestmark = ONCE

ROOT = Path(__file__).resolve().parents[2]
CHILD_LABOUR, DROWNING, SCORECARD = "child-labour/van-son-2026-2030", "drowning/commune-2021-2030", "child-friendly-commune/2026-2030"
SCREENS = (
    [],
    ["--help"],
    ["status"],
    ["status", "--year", "2026"],
    ["status", "--plan", CHILD_LABOUR],
    ["status", "--plan", DROWNING, "--explain"],
    ["status", "--plan", SCORECARD],
    ["status", "--unit", "Công an xã"],
    ["show", f"{CHILD_LABOUR}/5"],
    ["show", f"{DROWNING}/2.4"],
    ["show", "population/children-under-16"],
    ["history", f"{CHILD_LABOUR}/1"],
    ["todo"],
    ["todo", "--unit", "Phòng Văn hóa - Xã hội"],
    ["deadlines"],
    ["reports", "list"],
    ["check"],
    ["questions"],
    ["questions", "--all"],
    ["plans", "list"],
    ["plans", "list", "--all"],
    ["plans", "show", CHILD_LABOUR],
    ["plans", "show", "child-work-2026/van-son"],
    ["units", "list"],
    ["receipts"],
    ["plugins", "list"],
    ["plugins", "check", "drowning"],
    ["db", "check"],
    ["status", "--help"],
    ["record", "--help"],
    ["units", "add", "--help"],
    ["reports", "submit", "--help"],
    ["import", "--help"],
    ["record", f"{CHILD_LABOUR}/6", "--period", "2026"],
    ["record", f"{CHILD_LABOUR}/6", "--period", "2026", "--numerator", "9", "--denominator", "4"],
    ["show", "không có"],
    ["answer", f"{CHILD_LABOUR}/owner-5", "Trạm Y tế", "--dry-run"],
    ["accept", f"{CHILD_LABOUR}/99", "--document", "1", "--dated", "2026-01-01", "--by", "UBND", "--reason", "x", "--until", "2026-12-31"],
)
every_screen = pytest.mark.parametrize("command", SCREENS, ids=lambda command: " ".join(command) or "monitor")
narrow_and_wide = pytest.mark.parametrize(
    ("command", "columns"),
    [*((command, 80) for command in SCREENS), *((command, 100) for command in SCREENS if command[:1] in (["status"], ["deadlines"], ["check"]))],
    ids=lambda value: " ".join(value) or "monitor" if isinstance(value, list) else value,
)

COMMAND = re.compile(r"monitor [a-z].*?(?=$|\)|;|\.(?: |$)|, )")
"""A command within a sentence: it is typed as it stands, in English."""
CODES = {"plans list", "plans list --all", "plans show", "units list", "plugins list", "receipts", "questions", "questions --all"}
"""Screens that list codes in a column of their own, for whoever types them."""
OWN = r"(?:child-labour|child-work-2026|child-work|drowning|child-friendly-commune|planmonitor|population)"
ID = re.compile(rf"\b{OWN}/[a-z0-9][a-z0-9.-]*(?:/[\w.]+)?")
REFUSED = ("show không có", "answer", "accept", "record")
"""Commands that offer codes behind names, for the right ones to be typed."""


@pytest.fixture(scope="module")
def workspace(tmp_path_factory):
    """Return the folder of a copy of the example with its figures."""
    folder = tmp_path_factory.mktemp("terminal") / "van_son"
    shutil.copytree(ROOT / "examples" / "van_son", folder, ignore=shutil.ignore_patterns("monitor.db*"))
    for command in (["db", "upgrade"], ["import", str(folder / "so-lieu.csv")]):
        assert run(["--workspace", str(folder), *command]) == 0
    return folder


def whole(command, folder):
    """Return the lines that a command prints into a file: all it has to say, at its usual width."""
    said = io.StringIO()
    with redirect_stdout(said), redirect_stderr(said):
        run(["--lang", "vi", "--workspace", str(folder), *command])
    return said.getvalue().splitlines()


def words(lines):
    """Return the words of some lines, without the rulers of tables and the bars between facts."""
    return [word.strip(":") for line in lines for word in line.split() if not re.fullmatch(r"[-|]+", word)]


@narrow_and_wide
def test_no_line_reaches_beyond_the_screen_and_no_word_is_cut(workspace, capsys, columns, command):
    """Whatever is printed in a terminal of 80 or 100 columns fits: each word stands whole, as it does in a wider one."""
    narrow = screen_of(command, workspace, columns)
    wide_lines = whole(command, workspace)
    wide = set(words(wide_lines))

    assert narrow[0] or narrow[1]
    typed = " ".join(line for line in wide_lines if "monitor " in line)  # a command is copied whole: the terminal goes on with it below
    assert [word for word in words(narrow) if word not in wide and word not in typed] == []


@every_screen
def test_no_id_stands_where_there_is_a_name(workspace, command):
    """Codes stand in commands, and in columns of their own where they are listed; nowhere else."""
    text = " ".join(whole(command, workspace))
    if not " ".join(command).startswith((*CODES, *REFUSED)):
        assert sorted(set(ID.findall(COMMAND.sub("", text))) - set(command)) == []


@every_screen
def test_no_sentence_stands_twice(workspace, command):
    """What is said once is said; a screen that repeats itself is read by nobody."""
    text = " ".join(line.strip() for line in whole(command, workspace))
    sentences = Counter(part.strip() for part in re.split(r"(?<=\.)\s", text) if len(part.split()) > 7)
    assert [sentence for sentence, times in sentences.items() if times > 1] == []


def test_a_terminal_that_is_too_narrow_is_told_so(workspace):
    """20 columns are too few for any table: one plain sentence says so, and how many are wanted."""
    text = " ".join(" ".join(screen_of(["status"], workspace, 20)).split())
    assert "20" in text
    assert "40" in text


def test_what_is_urgent_is_never_dropped_to_fit(workspace):
    """A terminal of ten lines shows every thing that must be dealt with, and says how much else there is."""
    text = " ".join(" ".join(screen_of(["status"], workspace, 100, lines=10)).split())
    assert text.count("Phải xử lý:") == 3
    assert "nội dung khác" in text
