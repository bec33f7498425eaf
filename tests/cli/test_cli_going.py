"""What is going still works, and is told once a plugin: older forms of plan files, older names of the framework."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import planmonitor
import pytest
from planmonitor.planfile import retired
from planmonitor.planfile.retired import Content, Retired, Shape
from planmonitor.registry import renaming
from planmonitor.registry.renaming import Renamed, looked_up
from support.installing import offer
from support.local_plan import PLAN
from support.small_plugins import HEALTHY, Site


def _levels(content: Content, _shape: Shape) -> None:
    content["place"]["level"] = "commune"


LEVEL = Retired('level = "xã"', 'level = "commune"', "0.2", "0.3", lambda content: content.get("place", {}).get("level") == "xã", _levels)
"""A made-up older form."""


@pytest.fixture(autouse=True)
def table(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the tables of what is going hold a made-up key and a made-up name."""
    monkeypatch.setattr(retired, "RETIRED", (LEVEL,))
    names = {"Goal": Renamed("Target", "0.2", "0.3")}
    monkeypatch.setattr(planmonitor, "__getattr__", looked_up("planmonitor", names))
    monkeypatch.setattr(renaming, "RENAMED", names)
    from planmonitor.contract.rules import code

    monkeypatch.setattr(code, "RENAMED", names)


@pytest.fixture
def site(packages: Path) -> Site:
    """Return a folder of installed plugins."""
    return Site(packages)


OLD_NAME = f"from planmonitor import Goal\nassert Goal is Target\nfrom planmonitor import Goal as Again\n{HEALTHY}"


def told(answer: Any) -> list[str]:
    """Return the lines of standard error that begin with a note."""
    return [line for line in answer.err.splitlines() if line.startswith("Note: ")]


def test_an_older_name_works_and_is_told_once(monitor: Any, site: Site) -> None:
    """A plugin that takes a renamed name twice loads; every command notes it in one line that says the new name, and until when."""
    site.install("aged", OLD_NAME)
    monitor("init", str(monitor.folder), "--plan", "aged/plan")
    del sys.modules["site_aged"]

    answer = monitor("status")

    assert len(told(answer)) == 1
    assert "plugin aged" in told(answer)[0]
    assert "'Goal' is called 'Target' since release 0.2; release 0.3 no longer has the old name" in " ".join(answer.err.split())


def test_lists_and_the_contract_show_it_and_pass(monitor: Any, site: Site) -> None:
    """`plugins list` and `plugins check` show it beside the plugin; it is no breach."""
    site.install("aged", OLD_NAME)
    monitor("init", str(monitor.folder))
    del sys.modules["site_aged"]

    assert "aged: it works, but its author has to renew it ('Goal' is called 'Target'" in monitor("plugins", "list").words
    del sys.modules["site_aged"]
    [item] = monitor("plugins", "check", "aged", "--format", "json", code=None).json
    assert "'Goal' is called 'Target'" in item["renew"]
    assert [breach for breach in item["breaches"] if breach["rule"] in {"loads", "public-api"}] == []


def test_other_names_are_as_unknown_as_ever(site: Site) -> None:
    """What never was exported is no older name."""
    with pytest.raises(ImportError, match="Nonsense"):
        exec("from planmonitor import Nonsense")


def plugin_of_files(packages: Path, name: str, *plans: str) -> Path:
    """Install a plugin with one plan file for each name, in an older form; return their folder."""
    package = packages / f"aged_{name}"
    (package / "plans").mkdir(parents=True)
    code = "from planmonitor import plans_in\n\napi = 1\nplanmonitor_programmes, planmonitor_plans = plans_in(__name__)\n"
    (package / "__init__.py").write_text(code, encoding="utf-8")
    for plan in plans:
        (package / "plans" / f"{plan}.toml").write_text(older(PLAN), encoding="utf-8")
    offer(packages, name, package.name, f"aged-{name}")
    return package / "plans"


def older(text: str) -> str:
    """Return a plan file as an earlier release wanted it."""
    assert 'level = "commune"' in text
    return text.replace('level = "commune"', 'level = "xã"')


def test_files_in_an_older_form_are_read_and_told_once_a_plugin(monitor: Any, packages: Path) -> None:
    """Two files of one plugin: one note, which names the command that rewrites them."""
    folder = plugin_of_files(packages, "aged", "one", "two")
    monitor("init", str(monitor.folder), "--plan", "aged/one", "--plan", "aged/two")

    answer = monitor("status")

    assert len(told(answer)) == 1
    assert f"monitor plans convert {folder / 'one.toml'} {folder / 'two.toml'}" in " ".join(answer.err.split())
    assert "release 0.3 no longer reads it" in " ".join(answer.err.split())


def test_a_file_of_the_place_is_told_with_its_path(monitor: Any) -> None:
    """An officer can rewrite a local plan: the command has the path of the file."""
    monitor("init", str(monitor.folder), "--plugin", "child_labour")
    file = monitor.folder / "plans" / "own.toml"
    file.parent.mkdir()
    file.write_text(older(PLAN), encoding="utf-8")
    monitor("plans", "follow", "local/own")

    assert f"monitor plans convert {file}" in " ".join(monitor("status", code=None).err.split())
    assert len(told(monitor("plans", "check", str(file), code=None))) == 1
    monitor("plans", "convert", str(file))
    assert told(monitor("status", code=None)) == []
    assert told(monitor("plans", "check", str(file), code=None)) == []


def test_a_file_is_rewritten_once_it_was_shown(monitor: Any, tmp_path: Path) -> None:
    """--dry-run shows the difference and writes nothing; without it the file holds today's form, and once more changes nothing."""
    file = tmp_path / "own.toml"
    file.write_text(older(PLAN), encoding="utf-8")

    shown = monitor("plans", "convert", str(file), "--dry-run").out
    assert file.read_text(encoding="utf-8") == older(PLAN)
    assert '-level = "xã"' in shown
    assert '+level = "commune"' in shown

    assert shown in monitor("plans", "convert", str(file)).out
    assert file.read_text(encoding="utf-8") == PLAN
    assert "nothing in it is old" in monitor("plans", "convert", str(file)).out


def test_a_file_of_windows_keeps_its_line_ends(monitor: Any, tmp_path: Path) -> None:
    """Mark at the beginning and line ends stay what Notepad made them."""
    file = tmp_path / "own.toml"
    file.write_bytes(b"\xef\xbb\xbf" + older(PLAN).replace("\n", "\r\n").encode())

    monitor("plans", "convert", str(file))

    assert file.read_bytes() == b"\xef\xbb\xbf" + PLAN.replace("\n", "\r\n").encode()


def test_no_file_is_written_where_one_cannot_be_read(monitor: Any, tmp_path: Path) -> None:
    """A file that is no TOML is told with its line, and none of the others is touched."""
    good, bad = tmp_path / "good.toml", tmp_path / "bad.toml"
    good.write_text(older(PLAN), encoding="utf-8")
    bad.write_text("title = “Kế hoạch”\n", encoding="utf-8")

    assert "line 1" in monitor("plans", "convert", str(good), str(bad), code=3).err
    assert good.read_text(encoding="utf-8") == older(PLAN)
