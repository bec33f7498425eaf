"""The contract on what does not load, on definitions that plugins share, and on what an import does."""

from __future__ import annotations

import sys
import unicodedata
from pathlib import Path

import pytest
from planmonitor.contract.examination import examine
from planmonitor.contract.importing import Deed, roots_of, watch
from planmonitor.registry.loading import load
from support.sound_plugin import MEASURE, Site, only

NFD = unicodedata.normalize("NFD", "Sở")


@pytest.fixture
def site(packages: Path) -> Site:
    """Return the folder of installed packages, to install plugins in."""
    return Site(packages)


# Loading


@pytest.mark.parametrize(
    ("edit", "stage", "said"),
    [
        (('Target(">=", 70,', 'Target(">=", 70.5,'), "import", ("Target", "value")),
        (('"1b", Text("Số vụ"', f'"1b", Text("{NFD}"'), "import", ("NFC",)),
        (("LINE, OWNED),\n        )", 'LINE, (Responsibility("truong", "lead"),)),\n        )'), "import", ("1b", "unit 'truong' does not exist")),
        ((MEASURE, 'Target("maintain", None, "duy trì, tăng", kind="maintain"), LINE, OWNED'), "import", ("baseline",)),
        (('id="trial/plan"', 'id="other/plan"'), "hook", ("'other/plan' lies outside the prefix 'trial/'",)),
        (("def planmonitor_plans", "def planmonitor_plan"), "hook", ("planmonitor_plan",)),
    ],
    ids=["a float", "not composed", "a unit that is not there", "maintain without a baseline", "outside the prefix", "misspelt hook"],
)
def test_what_does_not_load_is_one_breach(site: Site, edit: tuple[str, str], stage: str, said: tuple[str, ...]) -> None:
    """Of a plugin that does not load just that is said, with the part and the field that the framework refuses, and what to do."""
    site.install("trial", edit)

    breach = only(examine("trial"), "loads")

    assert (breach.plan, breach.field) == ("trial", stage)
    assert [words for words in said if words not in str(breach.message)] == []
    assert "Correct the" in str(breach.cure)


def test_a_plugin_with_nothing_in_it_is_a_breach(site: Site) -> None:
    """What brings neither plan nor programme nor check is of no use to anybody; its hooks may have been deleted by mistake."""
    marked = "@hookimpl\ndef planmonitor_"
    site.install("trial", *((f"{marked}{name}", f"def {name}") for name in ("programmes", "plans", "checks")))

    breach = only(examine("trial"), "hooks")

    assert (breach.plan, breach.field) == ("trial", "trial_trial")
    assert "no plan, no programme and no check" in str(breach.message)
    assert "planmonitor_plans" in str(breach.cure)


def test_a_misspelt_hook_is_told_with_its_line_and_the_nearest_name(site: Site) -> None:
    """The three hooks are known, so that the one that was meant can be named; a hook that is marked as optional may be another's."""
    site.install("trial", ("def planmonitor_plans", "def planmonitor_plan"))
    site.install("other", ("@hookimpl\ndef planmonitor_checks", "@hookimpl(optionalhook=True)\ndef planmonitor_check"))

    breach = only(examine("trial"), "loads")

    assert "there is no hook 'planmonitor_plan'" in str(breach.message)
    assert "Did you mean: planmonitor_plans" in str(breach.message)
    assert breach.place.startswith("trial_trial/__init__.py:")
    assert examine("other") == ()


def test_the_author_is_not_told_to_tell_the_author(site: Site) -> None:
    """Whoever runs the contract wrote the plugin; officers, on other screens, are told whom to ask."""
    site.install("trial", ('Target(">=", 70,', 'Target(">=", 70.5,'))

    assert "author" not in str(only(examine("trial"), "loads"))
    assert "tell the author of the plugin" in str(load(["trial"]).problems[0].message)


def test_what_is_not_installed_is_told_to_be(site: Site) -> None:
    """A name that nobody offers breaks the first rule, and the cure is to install it."""
    breach = only(examine("absent"), "loads")

    assert (breach.plan, breach.field) == ("absent", "find")
    assert "Install it" in str(breach.cure)


# Definitions shared by several plugins


def test_plugins_examined_together_share_their_definitions(site: Site) -> None:
    """Two plugins that count differently under one key are both told so, and who the other is; alone neither breaks anything."""
    own = ("definitions=(informed(),)", "definitions=()")
    site.install("first", own, ('key="first/informed"', 'key="shared/informed"'))
    site.install("second", own, ('key="second/informed"', 'key="shared/informed"'), ('counts="people"', 'counts="households"'))
    loaded = load(["first", "second"]).loaded

    found = [examine(one, loaded) for one in loaded]

    assert [examine(one) for one in loaded] == [(), ()]
    assert [only(breaches, "definitions").plan for breaches in found] == ["first/plan", "second/plan"]
    assert "counted differently in second/plan (indicators 1a, definition): counts" in str(found[0][0].message)


def test_plugins_that_count_alike_may_share_a_key(site: Site) -> None:
    """One definition in two plugins is what shared keys are for."""
    for name in ("first", "second"):
        site.install(
            name,
            ("definitions=(informed(),)", "definitions=()"),
            (f'key="{name}/informed"', 'key="shared/informed"'),
            (f'"{name}/cases"', '"shared/cases"'),
        )
    loaded = load(["first", "second"]).loaded

    assert [examine(one, loaded) for one in loaded] == [(), ()]


# Files of a plugin


def test_every_file_of_a_plugin_is_read_for_its_imports(site: Site) -> None:
    """A file that nothing imports yet counts too, one that is no Python is named, and tests packed with a plugin do not count."""
    site.install("trial", later="from planmonitor.storage import Database\n", torn="def look(:\n")
    (site.folder / "trial_trial" / "tests").mkdir()
    (site.folder / "trial_trial" / "tests" / "test_it.py").write_text("from planmonitor.testing import PlanContract\n", encoding="utf-8")

    breaches = examine("trial")

    assert [(breach.rule, breach.field) for breach in breaches] == [("public-api", "trial_trial/later.py:1"), ("public-api", "trial_trial/torn.py:1")]


def test_a_plugin_may_be_a_single_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a plugin is one module, that file and nothing beside it is the plugin."""
    monkeypatch.syspath_prepend(tmp_path)
    (tmp_path / "trial_alone.py").write_text("import trial_beside\nimport time\nNOW = time.time()\n", encoding="utf-8")
    (tmp_path / "trial_beside.py").write_text("NOW = __import__('time').time()\n", encoding="utf-8")

    assert roots_of("trial_alone") == (tmp_path / "trial_alone.py",)
    assert watch("trial_alone").deeds == (Deed("clock", "time.time", "trial_alone.py:3"),)


# Watching an import


def watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, **files: str) -> list[tuple[str, str, str]]:
    """Write a package of these files and return what its import does."""
    monkeypatch.syspath_prepend(tmp_path)
    (tmp_path / "trial_watched").mkdir()
    for module, body in {"__init__": text, **files}.items():
        (tmp_path / "trial_watched" / f"{module}.py").write_text(body, encoding="utf-8")
    found = watch("trial_watched")
    assert (found.error, found.late) == ("", False)
    return [(deed.kind, deed.what, deed.where) for deed in found.deeds]


def test_reading_its_own_code_is_no_deed_of_a_plugin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Modules that a plugin imports, its own and others', are read by the import; what they do at their import is theirs."""
    heavy = "import json, sqlite3, logging, zoneinfo, random, uuid, decimal, csv, http.client\nfrom . import part\n"

    assert watched(tmp_path, monkeypatch, heavy, part="import planmonitor\n") == []


@pytest.mark.parametrize(
    ("line", "kind", "what"),
    [
        ("open(__file__).close()", "disk", "open part.py"),
        ("__import__('pkgutil').get_data(__package__, 'part.py')", "disk", "open part.py"),
        ("from importlib.resources import files; files(__package__).joinpath('part.py').read_text('utf-8')", "disk", "open part.py"),
        ("import os; os.listdir('.')", "disk", "os.listdir ."),
        ("import sqlite3; sqlite3.connect(':memory:').close()", "disk", "sqlite3.connect :memory:"),
        ("import socket; socket.getaddrinfo('localhost', 1)", "network", "socket.getaddrinfo localhost"),
        ("import subprocess, sys; subprocess.run([sys.executable, '-V'], capture_output=True)", "program", "subprocess.Popen"),
        ("import datetime; datetime.datetime.now()", "clock", "datetime.now"),
        ("import datetime; datetime.datetime.now(datetime.timezone.utc)", "clock", "datetime.now"),
        ("from datetime import date as day; day.today()", "clock", "date.today"),
        ("from time import time_ns; time_ns()", "clock", "time.time_ns"),
        ("import time; time.localtime()", "clock", "time.localtime"),
    ],
)
def test_a_deed_is_found_in_a_file_inside_a_plugin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str, kind: str, what: str) -> None:
    """What a file of the plugin does while it is imported is found, with the line, through whatever it does it."""
    found = watched(tmp_path, monkeypatch, "from . import part\n", part=f"\n{line}\n")

    assert (kind, "trial_watched/part.py:2") in [(deed[0], deed[2]) for deed in found]
    assert any(deed[1].startswith(what) for deed in found), found


def test_what_a_plugin_prints_does_not_get_into_the_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A plugin that prints, writes to the descriptor or has a child print is watched all the same."""
    text = "import os, sys\nprint('{')\nos.write(1, b'}')\nsys.__stdout__.write('[')\nfrom datetime import date\ndate.today()\n"

    assert watched(tmp_path, monkeypatch, text) == [("clock", "date.today", "trial_watched/__init__.py:6")]


def test_an_import_that_does_not_end_is_cut_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A plugin that hangs at import is given up after the limit."""
    monkeypatch.syspath_prepend(tmp_path)
    (tmp_path / "trial_slow.py").write_text("import threading\nthreading.Event().wait()\n", encoding="utf-8")

    assert watch("trial_slow", limit=2).late


@pytest.mark.parametrize(("text", "said"), [("import os\nos._exit(7)\n", "exit 7"), ("raise RuntimeError('not here')\n", "RuntimeError: not here")])
def test_an_import_that_fails_on_its_own_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, said: str) -> None:
    """A plugin that ends its process or raises there is told how it ended."""
    monkeypatch.syspath_prepend(tmp_path)
    (tmp_path / "trial_failing.py").write_text(text, encoding="utf-8")

    assert watch("trial_failing").error == said


def test_a_plugin_that_only_imports_where_it_stands_is_told_so(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """A plugin that loads here and not in a process of its own breaks the rule on importing."""
    site.install("trial", ("\nfrom datetime import date\n", "\nimport trial_here; from datetime import date\n"))
    monkeypatch.setitem(sys.modules, "trial_here", sys)

    breach = only(examine("trial"), "quiet-import")

    assert "ModuleNotFoundError" in str(breach.message)
    assert "python -c 'import trial_trial'" in str(breach.cure)
