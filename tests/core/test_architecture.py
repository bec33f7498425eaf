"""What nobody should have to watch: the layers, exact numbers, and what starting up imports."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import planmonitor
import pytest
from planmonitor_cli.main import monitor
from support.project import CLI, CORE, EXCHANGE, EXPORTED, PACKAGES, PLANS, PLUGINS, ROOT, at, every_plan, imports, modules, parsed, read_toml

# The layers


def test_the_core_imports_neither_the_command_line_nor_a_plan() -> None:
    """No module of the core imports the command line or any plan."""
    others = {package.name for package in PACKAGES} - {"planmonitor"}
    wrong = [at(path, node) for path in modules(CORE) for node, module, _ in imports(path) if module.split(".")[0] in others]

    assert wrong == []


def test_the_command_line_imports_no_plan() -> None:
    """The command line knows plans only by the names the registry loads, never by an import of its own."""
    plans = {f"planmonitor_{folder.name}" for folder in PLANS}
    wrong = [at(path, node) for path in modules(CLI) for node, module, _ in imports(path) if module.split(".")[0] in plans]

    assert wrong == []


CONTRACTS = read_toml(ROOT / "pyproject.toml")["tool"]["importlinter"]
"""Which way imports may lead, for import-linter; what is imported for type checkers only counts too."""


def test_arrows_of_the_core_point_inwards() -> None:
    """A layer of the core imports only itself and the layers further in, and nothing in it leads back to itself."""
    ended = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()", "--no-cache"],
        cwd=ROOT,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )

    assert ended.returncode == 0, ended.stdout


def test_the_contracts_name_every_package() -> None:
    """The import contracts look at every package there is, and hold every plan apart from the others."""
    contracts = {contract["id"]: contract for contract in CONTRACTS["contracts"]}
    plans = {f"planmonitor_{plan.name}" for plan in PLANS}

    assert set(CONTRACTS["root_packages"]) == {package.name for package in PACKAGES}
    assert set(contracts["plans"]["source_modules"]) == plans
    assert set(contracts["faces"]["layers"][0].split(" | ")) == {"planmonitor_cli", *plans}


def test_the_core_reads_no_clock_no_environment_and_no_terminal() -> None:
    """Only the command line reads the clock, the environment and the terminal; the core's developer tools aside."""
    forbidden = {"today", "now", "utcnow", "environ", "getenv", "argv", "isatty"}
    calls = {"print", "input"}
    wrong = [
        at(path, node)
        for path in modules(CORE)
        if not {"testing", "contract"} & set(path.parts)
        for node in ast.walk(parsed(path))
        if (isinstance(node, ast.Attribute) and node.attr in forbidden)
        or (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in calls)
    ]

    assert wrong == []


@every_plan
def test_a_plan_imports_only_what_the_framework_exports(plan: Path) -> None:
    """A plan takes from the framework only names that `planmonitor` exports, and nothing from deeper inside."""
    wrong = [
        at(path, node)
        for path in modules(plan / f"planmonitor_{plan.name}")
        for node, module, names in imports(path)
        if module.split(".")[0] == "planmonitor" and (module != "planmonitor" or not names or not set(names) <= EXPORTED)
    ]

    assert wrong == []


@every_plan
def test_a_plan_imports_neither_the_command_line_nor_another_plan(plan: Path) -> None:
    """A plan imports no other plan and not the command line; its own modules it imports relatively."""
    ours = {package.name for package in PACKAGES} - {"planmonitor"}
    wrong = [
        at(path, node) for path in modules(plan / f"planmonitor_{plan.name}") for node, module, _ in imports(path) if module.split(".")[0] in ours
    ]

    assert wrong == []


def test_everything_the_framework_promises_is_there() -> None:
    """Every name that `planmonitor` exports exists and stands in one group only, once."""
    assert [name for name in planmonitor.__all__ if not hasattr(planmonitor, name)] == []
    assert len(EXPORTED) == len(planmonitor.__all__)


def test_no_two_classes_share_a_name() -> None:
    """A class has a name of its own in core, exchange and command line, so that whoever searches for it finds one."""
    names = [node.name for path in modules(CORE, EXCHANGE, CLI) for node in parsed(path).body if isinstance(node, ast.ClassDef)]

    assert {name for name in names if names.count(name) > 1} == set()


# Exact numbers


def test_no_figure_becomes_a_binary_float() -> None:
    """Neither the core, the command line nor a plan calls float()."""
    wrong = [
        at(path, node)
        for path in modules(*PACKAGES)
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "float"
    ]

    assert wrong == []


def test_no_figure_is_written_as_a_binary_float() -> None:
    """No float literal stands where figures are declared, judged, recorded or stored (nearness of names is no figure)."""
    folders = [CORE / "planmonitor" / layer for layer in ("model", "assessment", "storage", "workspace")]
    wrong = [
        at(path, node)
        for path in [*modules(*folders, *(package for package in PACKAGES if package.parent.parent == PLUGINS))]
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, (float, complex))
    ]

    assert wrong == []


FIGURES = {"bar", "baseline", "counted", "denominator", "exact", "late_days", "maximum", "milestone", "numerator", "share", "target", "value"}
"""What a figure, a target or what is derived from one is called."""


def truth_tests(tree: ast.AST) -> Iterator[ast.expr]:
    """Yield all that is asked only whether it is true: after `if`, `while`, `not` and `assert`, beside `and` and `or`, within `bool()`."""
    for node in ast.walk(tree):
        match node:
            case ast.If() | ast.IfExp() | ast.While() | ast.Assert():
                yield node.test
            case ast.BoolOp():
                yield from node.values
            case ast.UnaryOp(op=ast.Not()):
                yield node.operand
            case ast.comprehension():
                yield from node.ifs
            case ast.Call(func=ast.Name(id="bool")):
                yield from node.args


def test_zero_is_never_taken_for_missing() -> None:
    """No figure and no target is only asked whether it is true, which 0 is not either: `is None` tells missing, `== 0` tells zero."""
    wrong = [
        at(path, asked)
        for path in modules(*PACKAGES)
        for asked in truth_tests(parsed(path))
        if isinstance(named := asked.value if isinstance(asked, ast.NamedExpr) else asked, ast.Attribute) and named.attr in FIGURES
    ]

    assert wrong == []


# What starting up imports


def imported_by(*arguments: str, workspace: Path) -> tuple[int, set[str]]:
    """Run `monitor` in a new process; return its exit code and the top-level packages it imported.

    Args:
        arguments: The command line.
        workspace: The folder it runs in.
    """
    listing = workspace / "modules.txt"
    program = (
        "import sys, atexit, pathlib\n"
        "from planmonitor_cli.main import main\n"
        "listing = pathlib.Path(sys.argv[1])\n"
        "names = lambda: listing.write_text('\\n'.join(sorted({name.partition('.')[0] for name in sys.modules})), encoding='utf-8')\n"
        "atexit.register(names)\n"
        "sys.argv[1:] = sys.argv[2:]\n"
        "main()\n"
    )
    environment = {name: value for name, value in os.environ.items() if not name.startswith("MONITOR_")}
    ended = subprocess.run(
        [sys.executable, "-c", program, str(listing), *arguments], cwd=workspace, env=environment, capture_output=True, check=False
    )
    return ended.returncode, set(listing.read_text(encoding="utf-8").split())


PLAN_PACKAGES = {f"planmonitor_{folder.name}" for folder in PLANS}


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("--lang", "en", "--help")], ids=" ".join)
def test_the_first_help_imports_neither_the_database_nor_a_plan_nor_attrs(arguments: tuple[str, ...], tmp_path: Path) -> None:
    """`monitor --help` answers at once: it imports no SQLAlchemy, no Alembic, no attrs, no plugin machinery and no plan."""
    code, imported = imported_by(*arguments, workspace=tmp_path)

    assert code == 0
    assert {"sqlalchemy", "alembic", "xlsxwriter", "attr", "attrs", "pluggy", *PLAN_PACKAGES} & imported == set()


@pytest.mark.parametrize("command", list(monitor.list_commands(click.Context(monitor))))
def test_the_help_of_a_command_imports_neither_the_database_nor_a_plan(command: str, tmp_path: Path) -> None:
    """`monitor COMMAND --help` imports no SQLAlchemy, no library for calendar files and no plan."""
    code, imported = imported_by(command, "--help", workspace=tmp_path)

    assert code == 0
    assert {"sqlalchemy", "alembic", "icalendar", "xlsxwriter", *PLAN_PACKAGES} & imported == set()


def test_only_a_calendar_file_needs_the_library_for_calendar_files(tmp_path: Path) -> None:
    """`monitor deadlines` imports it where --ics names a file, and for no other answer."""
    assert imported_by("init", str(tmp_path), "--plan", "drowning/injury-surveillance-2026-2030", workspace=tmp_path)[0] == 0
    runs = [imported_by("deadlines", *more, workspace=tmp_path) for more in ((), ("--ics", str(tmp_path / "han.ics"), "--to", "2030-12-31"))]

    assert [(code, "icalendar" in imported) for code, imported in runs] == [(0, False), (0, True)]


@pytest.mark.parametrize(
    "arguments",
    [
        ("stauts",),
        ("status", "--no-such-option"),
        ("status", "--as-of", "tomorrow"),
        ("status", "--format", "pdf"),
        ("show",),
        ("record", "4a"),
        ("plans", "folow"),
    ],
    ids=" ".join,
)
def test_wrong_use_imports_neither_the_database_nor_a_plan(arguments: tuple[str, ...], tmp_path: Path) -> None:
    """A mistyped command line ends with exit code 2 before SQLAlchemy or a plan is imported."""
    code, imported = imported_by(*arguments, workspace=tmp_path)

    assert code == 2
    assert {"sqlalchemy", "alembic", "xlsxwriter", *PLAN_PACKAGES} & imported == set()


def test_the_framework_alone_imports_neither_the_database_nor_a_plan() -> None:
    """A plan's `import planmonitor` brings no SQLAlchemy, no command line and no plan."""
    program = "import sys, planmonitor; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    imported = set(subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, encoding="utf-8").stdout.split())

    assert {"sqlalchemy", "alembic", "click", "planmonitor_cli", *PLAN_PACKAGES} & imported == set()
