"""The contract as a suite of tests: one class for one plugin."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar
from unittest import SkipTest

if TYPE_CHECKING:
    from planmonitor.contract.breaches import Breach


@cache
def _examined(plugin: str, beside: str) -> tuple[Breach, ...]:
    """Examine a plugin once for all tests of its suite; `beside` is the file the suite stands in."""
    # Not before a suite runs: whoever has the fixtures installed and no plan to test waits for nothing.
    from planmonitor.contract.examination import examine
    from planmonitor.contract.projects import other_copy
    from planmonitor.registry.loading import load

    catalogue = load([plugin])
    for loaded in catalogue.loaded:
        other = other_copy(loaded, Path(beside)) if beside else None
        return (other,) if other is not None else examine(loaded)
    return examine(catalogue.problems[0])


def _title(name: str) -> str:
    from planmonitor.contract.examination import RULES

    return next(str(rule.title) for rule in RULES if rule.name == name)


class PlanContract:
    """What every plugin must keep, one test for each rule. The whole suite of a plugin called `drowning`:

    from planmonitor.testing import PlanContract

    class TestDrowning(PlanContract):
        plugin = "drowning"
    """  # noqa: D400, D415 - what it introduces follows

    plugin: ClassVar[str] = ""
    """Name of the plugin, as its entry point is called."""

    def _holds(self, rule: str) -> None:
        __tracebackhide__ = True
        suite = type(self)
        if not suite.plugin:
            raise AssertionError(f'{suite.__name__} does not say which plugin it is for: write  plugin = "NAME"  in the class.')
        breaches = _examined(suite.plugin, getattr(sys.modules.get(suite.__module__), "__file__", None) or "")
        if rule != "loads" and any(breach.rule == "loads" for breach in breaches):
            raise SkipTest(f"plugin '{suite.plugin}' does not load: see test_loads")
        broken = [str(breach) for breach in breaches if breach.rule == rule]
        if broken:
            raise AssertionError("\n".join([f"plugin '{suite.plugin}' breaks a rule. {_title(rule)}", *broken]))

    def test_loads(self) -> None:
        """The plugin is installed once, is imported, its hooks answer with programmes, plans and checks, and their files can be read."""
        self._holds("loads")

    def test_hooks(self) -> None:
        """It brings a plan, a programme or a check, and every function named like a hook is marked as one."""
        self._holds("hooks")

    def test_ids(self) -> None:
        """Everything of its own is named inside its prefix."""
        self._holds("ids")

    def test_references(self) -> None:
        """Every name used for another part leads to it."""
        self._holds("references")

    def test_definitions(self) -> None:
        """Equal keys are equal definitions."""
        self._holds("definitions")

    def test_sources(self) -> None:
        """Every figure and every duty names document, section and clause."""
        self._holds("sources")

    def test_languages(self) -> None:
        """Everything shown is there in Vietnamese and English, in Unicode NFC."""
        self._holds("languages")

    def test_sections(self) -> None:
        """A paragraph of the text stands once: what a line, a task or a report holds is not repeated."""
        self._holds("sections")

    def test_comparators(self) -> None:
        """The words of a target decide its comparator."""
        self._holds("comparators")

    def test_clauses(self) -> None:
        """Words and figure of a target stand in its clause."""
        self._holds("clauses")

    def test_counting(self) -> None:
        """A bar is in the unit of what is counted, and one case breaks only what is counted in cases."""
        self._holds("counting")

    def test_years(self) -> None:
        """Due dates, milestones and base years are those that the clause prints with the figure."""
        self._holds("years")

    def test_accents(self) -> None:
        """What officers read has its accents."""
        self._holds("accents")

    def test_baselines(self) -> None:
        """Every base figure has its source, and both counts where it is a share."""
        self._holds("baselines")

    def test_calendar(self) -> None:
        """Dated reports fall due in every year, and all dates lie inside their time."""
        self._holds("calendar")

    def test_checks(self) -> None:
        """Every check can look at a plan without figures, and speaks of what the plan has."""
        self._holds("checks")

    def test_public_api(self) -> None:
        """The plugin imports only what planmonitor exports."""
        self._holds("public-api")

    def test_quiet_import(self) -> None:
        """Importing the plugin uses no network, clock or disk."""
        self._holds("quiet-import")
