"""The text that a plan was made from, for the suites that hold one against the other."""

from __future__ import annotations

import csv
import hashlib
import os
import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar
from unittest import SkipTest

from planmonitor.testing.trial import load_plugin

if TYPE_CHECKING:
    from planmonitor.model.plans import Plan

Row = dict[str, str]

TEXTS = "MONITOR_PLAN_TEXTS"
"""The environment variable that names a folder with the texts; they are no part of a project."""


@cache
def _plan(name: str) -> Plan:
    from planmonitor.registry.installed import plugin_of

    return next(plan for plan in load_plugin(plugin_of(name)).plans if plan.id == name)


def table(file: Path) -> list[Row]:
    """Return the rows of a CSV file, each by its column names."""
    with file.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def none(wrong: Iterable[object]) -> None:
    """Fail where something is wrong, and list it."""
    __tracebackhide__ = True
    found = [str(item) for item in wrong]
    if found:
        raise AssertionError("\n".join(found))


class PlanOfText:
    """What the suites on a plan and its text begin with."""

    plan: ClassVar[str] = ""
    """Id of the plan."""

    @property
    def _said(self) -> Plan:
        return _plan(self.plan)

    @property
    def _folder(self) -> Path:
        return Path(str(sys.modules[type(self).__module__].__file__)).parent / "figures"

    @property
    def _name(self) -> str:
        return self.plan.rpartition("/")[2]

    def _text(self) -> str:
        """Return the text that was read; skip where it is not at hand."""
        folder = os.environ.get(TEXTS)
        if not folder:
            raise SkipTest(f"the texts of the plans are not part of the project; {TEXTS} names no folder that holds them")
        wanted = next(row["sha256"] for row in table(self._folder / "texts.csv") if row["plan"] == self._name)
        texts = {hashlib.sha256(file.read_bytes()).hexdigest(): file for file in Path(folder).iterdir() if file.is_file()}
        none([] if wanted in texts else [f"no file in {folder} is the text that was read for {self.plan}"])
        return texts[wanted].read_text(encoding="utf-8")
