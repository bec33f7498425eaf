"""The bundled plan files say each fact once: what the words beside it say is not written, and no line is too long to be read."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from planmonitor.planfile import unsaid
from planmonitor.planfile.files import DEFINITIONS, PROGRAMME
from planmonitor.planfile.toml_text import WIDTH
from planmonitor.plantext.roles import role_of
from planmonitor.registry import loading
from planmonitor.registry.installed import installed
from support.project import ROOT

FILES = sorted(ROOT.glob("plugins/*/planmonitor_*/plans/*.toml"))
PLANS = [path for path in FILES if path.name not in {PROGRAMME, DEFINITIONS}]
CATALOGUE = loading.load(installed())


def content(path: Path) -> dict[str, Any]:
    """Return what a plan file holds."""
    return tomllib.loads(path.read_text(encoding="utf-8"), parse_float=Decimal)


def bars(path: Path) -> Iterator[tuple[str, dict[str, Any], Any]]:
    """Yield each bar of a plan file as written, with the measure it belongs to."""
    plan = CATALOGUE.plans[f"{path.parts[-4].replace('_', '-')}/{path.stem}"]
    lines = {line.code: line for line in plan.indicators}
    for line in content(path)["indicators"]:
        for number, written in enumerate(line["measures"]):
            measure = lines[line["code"]].measures[number]
            for bar in written.get("targets", [written]):
                yield measure.code, bar, measure


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parts[-4]}/{path.name}")
def test_no_line_is_longer_than_a_screen(path: Path) -> None:
    """A long text is broken between its words."""
    assert [number for number, line in enumerate(path.read_text(encoding="utf-8").split("\n"), start=1) if len(line) > WIDTH] == []


@pytest.mark.parametrize("path", PLANS, ids=lambda path: f"{path.parts[-4]}/{path.name}")
def test_what_the_words_of_a_bar_say_is_not_written(path: Path) -> None:
    """Comparator, kind and wording stand there only where the sentence does not say them."""
    twice = [code for code, bar, measure in bars(path) if unsaid.bar(bar, measure.source.clause, measure.definition) != bar]

    assert twice == []


@pytest.mark.parametrize("path", PLANS, ids=lambda path: f"{path.parts[-4]}/{path.name}")
def test_what_a_rule_or_a_task_says_is_not_written(path: Path) -> None:
    """Kind, period, last day and role stand there only where the words do not say them."""
    file = content(path)
    tasks = [task for unit in file.get("units", ()) for given in unit.get("tasks", {}).values() if isinstance(given, list) for task in given]

    assert [duty["id"] for duty in file.get("duties", ()) if unsaid.report(duty) != duty] == []
    assert [task for task in tasks if isinstance(task, dict) and (read := role_of(task["text"])) and read.role == task["role"]] == []


@pytest.mark.parametrize("path", PLANS, ids=lambda path: f"{path.parts[-4]}/{path.name}")
def test_a_label_that_is_the_definitions_is_not_written(path: Path) -> None:
    """Where the definition stands in the same plugin."""
    own = {key: item.label.vi for key, item in CATALOGUE.plugin(path.parts[-4]).shared.definitions.items()}
    twice = [code for code, bar, _measure in bars(path) if isinstance(key := bar.get("definition"), str) and bar.get("label") == own.get(key, "")]

    assert twice == []
