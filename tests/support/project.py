"""The project as the tests of its shape read it: folders, syntax trees, imports."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import planmonitor
import pytest

ROOT = Path(__file__).resolve().parents[2]
CORE, EXCHANGE, CLI, PLUGINS = (ROOT / name for name in ("core", "exchange", "cli", "plugins"))
PLANS = sorted(folder for folder in PLUGINS.iterdir() if folder.is_dir() and not folder.name.startswith((".", "_")))
PACKAGES = [
    CORE / "planmonitor",
    EXCHANGE / "planmonitor_exchange",
    CLI / "planmonitor_cli",
    *(folder / f"planmonitor_{folder.name}" for folder in PLANS),
]
EXPORTED = set(planmonitor.__all__)

every_plan = pytest.mark.parametrize("plan", PLANS, ids=lambda folder: folder.name)
every_package = pytest.mark.parametrize("package", PACKAGES, ids=lambda folder: folder.name)


def modules(*folders: Path) -> list[Path]:
    """Return the Python files of some packages."""
    return sorted(path for folder in folders for path in folder.rglob("*.py"))


def parsed(path: Path) -> ast.Module:
    """Return the syntax tree of a file."""
    return ast.parse(path.read_text(encoding="utf-8"), str(path))


def at(path: Path, node: ast.AST | None = None) -> str:
    """Return where in the tree of the project something stands."""
    name = path.relative_to(ROOT).as_posix()
    return f"{name}:{getattr(node, 'lineno', 1)}" if node is not None else name


def imports(path: Path) -> Iterator[tuple[ast.AST, str, tuple[str, ...]]]:
    """Yield each absolute import of a file: the node, the module, and the names taken from it (none for `import x`).

    What is imported for type checkers only, under `if TYPE_CHECKING:`, is left out: it is not there when the program runs.
    """
    waiting: list[ast.AST] = [parsed(path)]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            waiting += node.orelse
            continue
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node, alias.name, ()
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield node, node.module or "", tuple(alias.name for alias in node.names)
        waiting += ast.iter_child_nodes(node)


def read_toml(path: Path) -> dict[str, Any]:
    """Return a TOML file."""
    return tomllib.loads(path.read_text(encoding="utf-8"))
