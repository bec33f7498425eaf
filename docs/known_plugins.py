"""The table of all known plugins and their plans, for `generate.py`: read from their projects and plan files, and held against the contract."""

from __future__ import annotations

import importlib
from collections.abc import Iterator
from pathlib import Path

from planmonitor import Plan
from planmonitor.contract.examination import examine
from planmonitor.contract.projects import Project, read_project
from planmonitor.numbers import written_day
from planmonitor.testing import load_plugin

PLUGINS = Path(__file__).resolve().parents[1] / "plugins"
BLANK = "để trống"
"""What stands where a document leaves something blank."""
HEAD = ("Plan", "Document", "Number", "Date", "Place", "Period", "Lines", "Measures", "With a target")


def known_plugins() -> str:
    """Return a section for each plugin: its version, the interface it was made for, what the contract says, and a row for each plan."""
    return "\n\n".join(section(read_project(path.parent)) for path in sorted(PLUGINS.glob("*/pyproject.toml")))


def section(project: Project) -> str:
    """Return the section of the plugin that a project registers."""
    [(name, module)] = project.plugins.items()
    breaches = len(examine(name))
    said = (
        f"Version {project.version}",
        f"plugin interface {getattr(importlib.import_module(module), 'api', 'not named')}",
        f"contract: {'passes' if breaches == 0 else f'broken at {breaches} places'}",
        f"`{project.name}`",
    )
    rows = [*cells(load_plugin(name).plans)]
    return "\n".join((f"## {name}", "", f"{'; '.join(said)}.", "", *(f"| {' | '.join(row)} |" for row in (HEAD, ("---",) * len(HEAD), *rows))))


def cells(plans: tuple[Plan, ...]) -> Iterator[tuple[str, ...]]:
    """Yield a row for each plan: what its document is called, where and when it holds, and how much it sets."""
    for plan in plans:
        yield (
            f"`{plan.id}`",
            plan.document.title.vi,
            plan.document.number or BLANK,
            written_day(plan.document.issued, "vi") if plan.document.issued else BLANK,
            place(plan),
            f"{written_day(plan.start, 'vi')} – {written_day(plan.end, 'vi')}",
            str(len(plan.indicators)),
            str(len(plan.measures)),
            str(sum(any(target.comparator is not None for target in measure.targets) for measure in plan.measures)),
        )


def place(plan: Plan) -> str:
    """Return where a plan holds, with level and code."""
    where = plan.place
    if where is None:
        return "any place without a plan of its own"
    return f"{', '.join(filter(None, (where.name or BLANK, where.within)))} ({where.level}, {where.code or BLANK})"
