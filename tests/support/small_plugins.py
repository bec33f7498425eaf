"""Small plugins, sound and broken, and what is left of them where one is stepped over."""

from __future__ import annotations

import textwrap
from pathlib import Path

from planmonitor.registry.catalogue import Catalogue, Problem
from planmonitor.registry.installed import prefix_of
from planmonitor.registry.loading import load
from support.installing import offer

PARTS = '''
from datetime import date

from planmonitor import (
    Check, Definition, Document, Finding, Indicator, Measure, Objective, Plan, Programme, Target, Text, hookimpl
)

DOCUMENT = Document(title=Text("Kế hoạch thử", "A plan for a test"), issuer="UBND xã")
CASES = Definition(
    key="test/cases", label=Text("Số vụ", "Cases"), kind="count", counts="cases", over_time="count", noun=Text("vụ", "cases")
)


def plan_called(name):
    """Return a small plan."""
    measure = Measure(
        "1", Text("Số vụ", "Cases"), CASES, Target("==", 0, "không để xảy ra", kind="zero_incident"),
        DOCUMENT.at("mục I", "Phấn đấu không để xảy ra vụ việc nào."),
    )
    return Plan(
        id=name, title=Text("Kế hoạch thử", "A plan for a test"), document=DOCUMENT, programme=None, place=None,
        start=date(2026, 1, 1), end=date(2026, 12, 31), objectives=(Objective("1", "Mục tiêu"),),
        indicators=(Indicator("1", "1", "Không để xảy ra vụ việc nào.", (measure,)),),
    )


def programme_called(name):
    """Return a programme without definitions."""
    return Programme(id=name, title=Text("Chương trình thử", "A programme for a test"), document=DOCUMENT)


def check_called(name, look=lambda judged_plan: ()):
    """Return a check; without `look` it looks and finds nothing."""
    return Check(name, "notice", Text("Kiểm tra thử", "A check for a test"), look)


def finding(judged_plan):
    """Find the first measure."""
    measure = judged_plan.measures[0]
    yield Finding(Text("Có một chỉ tiêu.", "There is a measure."), measure.measure.source, (measure.id,))
'''

HEALTHY = """
@hookimpl
def planmonitor_programmes():
    return (programme_called(PREFIX),)


@hookimpl
def planmonitor_plans():
    return (plan_called(PREFIX + "/plan"),)


@hookimpl
def planmonitor_checks():
    return (check_called(PREFIX + "/first", finding),)
"""


class Site:
    """A folder on the import path in which plugins are installed, each a module and its distribution's metadata."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def install(self, name: str, body: str = HEALTHY, *, target: str | None = None, distribution: str | None = None) -> str:
        """Install a plugin of that entry-point name; `target` is what the entry point names where it is not the module."""
        distribution = distribution or f"site-{name.replace('_', '-')}"
        module = distribution.replace("-", "_")
        body = textwrap.dedent(body)
        (self.folder / f"{module}.py").write_text(f"api = 1\nPREFIX = {prefix_of(name)!r}\n{PARTS}\n{body}", encoding="utf-8")
        offer(self.folder, name, target or module, distribution)
        return module


def brought(catalogue: Catalogue) -> list[tuple[object, ...]]:
    """Return what each plugin of a catalogue brought."""
    return [(loaded.plugin, loaded.declared, loaded.checks, loaded.hooks) for loaded in catalogue.loaded]


def stepped_over(site: Site, stage: str, *said: str, broken: str = "broken") -> Problem:
    """Load a broken plugin between two sound ones: it is the only problem, and the others answer as they do without it.

    Args:
        site: Where the broken plugin is installed already.
        stage: Where it must have failed.
        said: Words that the problem must hold.
        broken: Name of the broken plugin.
    """
    site.install("first")
    site.install("second")
    without = load(["first", "second"])
    assert without.problems == ()

    catalogue = load(["first", broken, "second"])

    [problem] = catalogue.problems
    assert (problem.plugin, problem.stage) == (broken, stage)
    assert stage == "api" or ("author" in str(problem.message)) == (stage != "find")
    assert list(catalogue.plans) == ["first/plan", "second/plan"]
    assert brought(catalogue) == brought(without)
    for words in said:
        assert words in str(problem.message)
    return problem
