"""The documentation cannot lag behind: every command, hook, class and page is mentioned where it must be."""

from __future__ import annotations

import re
import runpy
import sys
from functools import cached_property

import attrs
import planmonitor
import pytest
from planmonitor.registry import hooks
from planmonitor.testing.workspace import TrialWorkspace
from support.pages import DOCS, ROOT, headings
from support.programs import executed

GENERATE, CONF = runpy.run_path(str(DOCS / "generate.py")), runpy.run_path(str(DOCS / "conf.py"))

STALE = """
import runpy, sys
for path, text in runpy.run_path(sys.argv[1])["pages"]().items():
    if path.read_text(encoding="utf-8") != text:
        print(path.name)
"""


def test_every_generated_part_is_up_to_date() -> None:
    """What stands between the marks of a generated part is what `python docs/generate.py` writes, in a process of its own as there."""
    ended = executed([sys.executable, "-c", STALE, DOCS / "generate.py"], ROOT)

    assert ended.stdout + ended.stderr == "", "run: python docs/generate.py"


def test_every_command_has_a_heading() -> None:
    """Every command and every command below a group has a heading on the page of help texts, and nothing else has."""
    assert headings(DOCS / "commands.md")[1:] == [context.command_path for context in GENERATE["commands"]()]


def test_every_hook_has_a_heading() -> None:
    """Every hook a plugin can answer is explained under its own name."""
    specified = [name for name in vars(hooks) if name.startswith("planmonitor_")]
    assert specified
    assert set(specified) == {heading for heading in headings(DOCS / "hooks.md") if heading.startswith("planmonitor_")}


def below(page: str, heading: str) -> str:
    """Return what stands under a heading of a page."""
    _above, _heading, text = (DOCS / page).read_text(encoding="utf-8").partition(f"# {heading}\n")
    return re.split(r"^#", text, maxsplit=1, flags=re.MULTILINE)[0]


def rows(page: str, heading: str) -> set[str]:
    """Return the names that begin the rows of the tables under a heading of a page."""
    return set(re.findall(r"^\| `(\w+)", below(page, heading), re.MULTILINE))


def test_every_exported_class_has_a_heading_with_its_fields() -> None:
    """Every class that is exported has a heading in the reference, and below it a row for each of its fields."""
    classes = [value for name in planmonitor.__all__ if isinstance(value := getattr(planmonitor, name), type)]
    assert {cls.__name__ for cls in classes} <= set(headings(DOCS / "reference.md"))
    for cls in filter(attrs.has, classes):
        assert {field.name for field in attrs.fields(cls)} <= rows("reference.md", cls.__name__)


def test_everything_else_exported_is_in_the_reference() -> None:
    """A ready-made value stands with its class, and a function in the table of functions; `hookimpl` and `API` are explained with the hooks."""
    for name in planmonitor.__all__:
        value = getattr(planmonitor, name)
        if attrs.has(type(value)):
            assert f"`{name}`" in below("reference.md", type(value).__name__)
        elif name in {"hookimpl", "API"}:
            assert f"`{name}" in (DOCS / "hooks.md").read_text(encoding="utf-8") or f"`@{name}" in (DOCS / "hooks.md").read_text(encoding="utf-8")
        elif not isinstance(value, type):
            assert name in rows("reference.md", "Functions")


@pytest.mark.parametrize(
    ("cls", "row"),
    [
        ("Definition", '| `kind` | `"ratio"`, `"rate"`, `"count"`, `"yes_no"`, `"score"`, `"output"` | required | '),
        ("Finding", '| `severity` | `"error"`, `"warning"`, `"notice"`, `None` | `None` | '),
        ("Plan", "| `window` | [`Window`](#window) | `ADMINISTRATIVE` | "),
        ("Milestone", "| `value` | `int` or `Decimal` | required | "),
        ("JudgedMeasure", "| `value` | [`Value`](#value) or `None` | `None` | "),
    ],
)
def test_the_reference_tells_what_a_field_takes(cls: str, row: str) -> None:
    """A field is told with the values it allows, where its validator lists them, else with its type, and with its default."""
    assert row in below("reference.md", cls)


@pytest.mark.parametrize(
    ("heading", "received"), [("What a check receives", planmonitor.JudgedPlan), ("A judged measure", planmonitor.JudgedMeasure)]
)
def test_what_a_check_receives_is_told_in_full(heading: str, received: type) -> None:
    """Every attribute of a judged plan and of a judged measure has a row on the page of hooks, and no other has."""
    attributes = {field.name for field in attrs.fields(received)}
    derived = {name for name, value in vars(received).items() if isinstance(value, (property, cached_property))}
    assert rows("hooks.md", heading) == attributes | derived


def test_what_a_workspace_of_tests_can_do_is_told_in_full() -> None:
    """Everything public of the workspace for tests has a row on the page of testing."""
    assert {name for name in vars(TrialWorkspace) if not name.startswith("_")} <= rows("testing.md", "Fixtures")


def test_every_known_plan_has_a_row_on_the_page_of_plugins() -> None:
    """Every bundled plugin has a heading on the page, and every plan file of it a row; what a document leaves blank is said to be."""
    plugins = sorted(path.parent.name for path in ROOT.glob("plugins/*/pyproject.toml"))
    page = (DOCS / "plugins.md").read_text(encoding="utf-8")
    plans = {path.stem for path in ROOT.glob("plugins/*/*/plans/*.toml")} - {"programme", "definitions"}

    assert headings(DOCS / "plugins.md")[1:] == plugins
    assert set(re.findall(r"^\| `[a-z0-9-]+/([a-z0-9-]+)` \|", page, re.MULTILINE)) == plans
    assert "| để trống | để trống | xã Vân Sơn, tỉnh Bắc Ninh (commune, 07621) |" in page


def test_every_page_stands_in_the_index() -> None:
    """Every page has a row in the table of the index, from which a built site takes its contents."""
    listed = [match["page"] for match in CONF["ROW"].finditer((DOCS / "index.md").read_text(encoding="utf-8"))]
    assert sorted(listed) == sorted(page.stem for page in DOCS.glob("*.md") if page.stem != "index")
