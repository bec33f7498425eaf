"""`monitor plugins new --from`: a plan file of a place, drafted or finished, becomes the plan of a new plugin."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest
from support.local_plan import PLAN
from support.programs import executed
from support.scans import PLAN as DOCUMENT

NAME = "trial_from"
MAIN = "from planmonitor_cli.main import main; main()"


def breaches(folder: Path) -> list[dict[str, str]]:
    """Return what the contract says of the plugin in a folder."""
    answer = executed([sys.executable, "-c", MAIN, "plugins", "check", folder, "--format", "json"], folder.parent, code=1)
    found: list[dict[str, str]] = json.loads(answer.stdout)[0]["breaches"]
    return found


class Author:
    """Somebody with a plan file, and an empty folder to write the plugin in."""

    def __init__(self, monitor: Any, folder: Path) -> None:
        self.monitor = monitor
        self.files, self.plugins = folder / "files", folder / "plugins"
        self.files.mkdir()
        self.plugins.mkdir()

    def new(self, text: str, name: str = "thu-nghiem.toml", code: int = 0, lang: str = "en") -> Any:
        """Begin a plugin from a plan file with this text."""
        (self.files / name).write_text(text, encoding="utf-8")
        return self.monitor("plugins", "new", NAME, "--from", str(self.files / name), "--folder", str(self.plugins), code=code, lang=lang)

    @property
    def plugin(self) -> Path:
        """The plan folder."""
        return self.plugins / NAME

    def plan(self, name: str = "thu-nghiem.toml") -> str:
        """Return the text of the plan that the plugin carries."""
        return (self.plugin / f"planmonitor_{NAME}" / "plans" / name).read_text(encoding="utf-8")


@pytest.fixture
def author(monitor: Any, tmp_path: Path) -> Author:
    """Return an author whose plugin is not begun yet."""
    return Author(monitor, tmp_path)


@pytest.fixture
def scanned(author: Author) -> str:
    """Return the draft that `plans scan` makes of a document."""
    document, draft = author.files / "ke-hoach.txt", author.files / "ban-nhap.toml"
    document.write_text(DOCUMENT, encoding="utf-8")
    author.monitor("plans", "scan", str(document), "--output", str(draft))
    return draft.read_text(encoding="utf-8")


# What is written


def test_the_folder_holds_the_plan_in_place_of_the_sample(author: Author) -> None:
    """The file keeps its name, and nothing of the sample, its programme, its check and its figures stands in the folder."""
    author.new(PLAN)
    written = {path.relative_to(author.plugin).as_posix() for path in author.plugin.rglob("*") if path.is_file()}

    assert written == {
        ".github/workflows/ci.yml",
        "CHANGELOG.md",
        "README.md",
        f"planmonitor_{NAME}/__init__.py",
        f"planmonitor_{NAME}/plans/thu-nghiem.toml",
        f"planmonitor_{NAME}/py.typed",
        "pyproject.toml",
        f"tests/test_{NAME}.py",
    }
    held = " ".join(path.read_text(encoding="utf-8") for path in author.plugin.rglob("*") if path.is_file())
    assert "sample" not in held.casefold()
    assert "plan_template" not in held.replace("-", "_")
    assert "`trial-from/thu-nghiem`" in (author.plugin / "README.md").read_text(encoding="utf-8")


def test_a_draft_is_taken_over_word_for_word(author: Author, scanned: str) -> None:
    """The line that it is a draft, what was found and not decided, and every question stay where they are."""
    assert "\ndraft = true\n" in scanned
    assert "\n# counts = " in scanned
    author.new(scanned)

    assert author.plan() == scanned


def test_what_adopt_writes_is_taken_over(author: Author) -> None:
    """A file begun from a programme goes on as a plugin's: it still names the measures it adopts."""
    author.monitor("init", str(author.monitor.folder), "--plugin", "child_labour")
    author.monitor("plans", "adopt", "child-labour", "--place", "xã Vân Sơn, tỉnh Bắc Ninh", "--period", "2027-2030")
    [begun] = (author.monitor.folder / "plans").iterdir()
    author.new(begun.read_text(encoding="utf-8"))

    assert 'adopts = "child-labour/national-2021-2025/' in author.plan()


@pytest.mark.parametrize("key", ["lop", "thu-nghiem/lop"])
def test_keys_of_the_place_become_the_plugins(key: str, author: Author) -> None:
    """What the file defines inside the prefix of places is defined and named inside the plugin's; keys of others stay."""
    above, table, below = PLAN.partition("[indicators.measures.definition]\n")
    counted, _blank, rest = below.partition("\n\n")
    shared = f'[[definitions]]\nkey = "local/{key}"\nlabel = "Lớp"\n{counted}\n'
    author.new(f"{above.rstrip()}\ndefinition = 'local/{key}'\n\n{shared}\n{rest}")

    assert table not in author.plan()
    assert f'\nkey = "trial-from/{key}"\n' in author.plan()
    assert f"\ndefinition = 'trial-from/{key}'\n" in author.plan()
    assert '\ndefinition = "child-labour/rate"\n' in author.plan()
    assert "local/" not in author.plan()


# What is left to do


def test_the_contract_names_what_is_left_of_a_draft(author: Author, scanned: str) -> None:
    """It is not read as a plan yet: the first key that a person has to write is named with file, line and cure."""
    author.new(scanned)
    [breach] = breaches(author.plugin)
    line = next(number for number, text in enumerate(scanned.splitlines(), 1) if text == "[indicators.measures.definition]")

    assert (breach["rule"], breach["field"]) == ("loads", f"plans/thu-nghiem.toml:{line}")
    assert breach["message"].endswith("key 'counts' is missing.")
    assert "where the line stands there behind '#', delete the '#'" in breach["cure"]


def test_of_a_finished_file_only_the_english_is_left(author: Author) -> None:
    """It passes at once, what it takes over from another plugin among it; each text without English is named with its place and cure."""
    author.new(PLAN)
    found = breaches(author.plugin)

    assert {(breach["rule"], breach["plan"], breach["cure"]) for breach in found} == {("languages", "trial-from/thu-nghiem", "Write the English.")}
    assert [breach["field"] for breach in found] == [
        "title",
        "indicators 1, measures 1a, label",
        "indicators 1, measures 1b, label",
        "indicators 1, measures 1b, definition, noun",
        "questions so-van-ban, text",
    ]


def test_a_definition_of_another_file_of_the_place_is_named_as_missing(author: Author) -> None:
    """It is not in this file, so it cannot become the plugin's: the key stays as the place wrote it, and the contract tells it."""
    author.new(PLAN.replace('"child-labour/rate"', '"local/khac/1"'))

    assert 'definition = "local/khac/1"' in author.plan()
    assert "the definition 'local/khac/1' cannot be read" in [breach["message"] for breach in breaches(author.plugin)]


@pytest.mark.parametrize("lang", ["en", "vi"])
def test_it_says_whether_the_plan_is_a_draft(author: Author, scanned: str, lang: str) -> None:
    """Of a draft it is said what to do before anybody can follow it; of a finished file it is not."""
    said = author.new(scanned, lang=lang).out
    assert {"en": "The plan is a draft", "vi": "Kế hoạch còn là bản nháp"}[lang] in said
    assert "trial-from/thu-nghiem" in said
    assert "  monitor init trial-from-trial --plan trial-from/thu-nghiem" in said.splitlines()


def test_nothing_is_said_of_a_draft_where_the_file_is_finished(author: Author) -> None:
    """A file without the line is a plan."""
    assert "draft" not in author.new(PLAN).out


# What is refused


@pytest.mark.parametrize("begins", ["", "draft = true\n"])
@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("value = 3\n", "value = 3%\n", "write 0.5 with a point and without %"),
        ('comparator = "<"', 'comparator = "=<"', "Did you mean: <="),
        ('wording = "dưới 3%"', 'words = "dưới 3%"', "there is no key 'words'"),
        ("due = 2028-12-31", 'due = "2028"', "it must be a date such as 2026-06-30"),
        ('unit = "phong-van-hoa"', 'unit = "phong-van-hao"', "there is no 'phong-van-hao'"),
        ('code = "1b"', 'code = "1a"', "code '1a' stands twice"),
    ],
)
def test_a_file_that_cannot_be_read_is_refused(begins: str, old: str, new: str, said: str, author: Author) -> None:
    """The reader names file, line, key and cure, draft or not, and nothing is written."""
    text = begins + PLAN.replace(old, new, 1)
    answer = author.new(text, code=3)
    line = text[: text.rindex(new)].count("\n") + 1

    assert said in answer.err
    assert f"thu-nghiem.toml, line {line}" in answer.err
    assert list(author.plugins.iterdir()) == []


@pytest.mark.parametrize("gone", ['counts = "events"\n', 'noun = "lớp"\n', "value = 5\n"])
def test_what_is_missing_is_accepted_of_a_draft_alone(gone: str, author: Author) -> None:
    """A key that a person has still to write stands in the way of a finished file, and is what a draft is for."""
    text = PLAN.replace(gone, "", 1)
    assert "thu-nghiem.toml, line " in author.new(text, code=3).err
    assert list(author.plugins.iterdir()) == []

    author.new(f"draft = true\n{text}")
    assert author.plan() == f"draft = true\n{text}"


@pytest.mark.parametrize("name", ["Thử nghiệm.toml", "thu_nghiem.toml", "thu-nghiem.txt", "programme.toml", "definitions.toml"])
def test_a_file_whose_name_is_no_plans_is_refused(name: str, author: Author) -> None:
    """The name of the file becomes the plan's; what a plugin calls its shared files no plan can be called."""
    answer = author.new(PLAN, name, code=3)

    assert "cannot be the name of a plan" in answer.err
    assert list(author.plugins.iterdir()) == []


def test_a_file_that_is_not_there_is_wrong_use(author: Author) -> None:
    """The file is named, and nothing is written."""
    answer = author.monitor("plugins", "new", NAME, "--from", str(author.files / "nowhere.toml"), "--folder", str(author.plugins), code=2)

    assert "nowhere.toml" in answer.err
    assert list(author.plugins.iterdir()) == []
