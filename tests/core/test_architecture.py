"""What nobody should have to watch: the layers, the shape of every plan, docstrings, help, and what starting up imports."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path
from typing import Any

import click
import planmonitor
import pytest
from planmonitor_cli.main import monitor

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
    """Every name that `planmonitor` exports exists, stands once, and the list is sorted so that a double would be seen."""
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
    assert {"sqlalchemy", "alembic", "attr", "attrs", "pluggy", *PLAN_PACKAGES} & imported == set()


@pytest.mark.parametrize("command", list(monitor.list_commands(click.Context(monitor))))
def test_the_help_of_a_command_imports_neither_the_database_nor_a_plan(command: str, tmp_path: Path) -> None:
    """`monitor COMMAND --help` imports no SQLAlchemy and no plan."""
    code, imported = imported_by(command, "--help", workspace=tmp_path)

    assert code == 0
    assert {"sqlalchemy", "alembic", *PLAN_PACKAGES} & imported == set()


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
    assert {"sqlalchemy", "alembic", *PLAN_PACKAGES} & imported == set()


def test_the_framework_alone_imports_neither_the_database_nor_a_plan() -> None:
    """A plan's `import planmonitor` brings no SQLAlchemy, no command line and no plan."""
    program = "import sys, planmonitor; print(*sorted({name.partition('.')[0] for name in sys.modules}))"
    imported = set(subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, encoding="utf-8").stdout.split())

    assert {"sqlalchemy", "alembic", "click", "planmonitor_cli", *PLAN_PACKAGES} & imported == set()


# The shape of the project


@every_plan
def test_every_plan_folder_has_the_same_shape(plan: Path) -> None:
    """A plan's folder holds README.md, pyproject.toml, planmonitor_NAME and tests, and nothing else."""
    held = {path.name for path in plan.iterdir() if not fnmatch(path.name, ".*") and path.name != "__pycache__"}

    assert held == {"README.md", "pyproject.toml", f"planmonitor_{plan.name}", "tests"}
    assert list((plan / "tests").glob("test_*.py")) != []


def test_the_root_ships_and_registers_every_plan() -> None:
    """The root's pyproject.toml lists the entry point and the package of every plan folder, and of nothing else."""
    root = read_toml(ROOT / "pyproject.toml")

    assert root["project"]["entry-points"]["planmonitor"] == {plan.name: f"planmonitor_{plan.name}" for plan in PLANS}
    assert set(root["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"]) == {package.relative_to(ROOT).as_posix() for package in PACKAGES}


@every_plan
def test_a_plans_own_project_agrees_with_the_root(plan: Path) -> None:
    """A plan installed on its own registers under the very entry point that the root registers it under."""
    own, root = read_toml(plan / "pyproject.toml"), read_toml(ROOT / "pyproject.toml")
    registered = own["project"]["entry-points"]["planmonitor"]

    assert registered == {name: target for name, target in root["project"]["entry-points"]["planmonitor"].items() if name == plan.name}
    assert own["tool"]["hatch"]["build"]["targets"]["wheel"]["packages"] == [f"planmonitor_{plan.name}"]


@every_plan
def test_a_plans_own_project_is_complete(plan: Path) -> None:
    """A plan's pyproject.toml says all that pip needs: build system, name, version, Python, readme, and the framework."""
    own, root = read_toml(plan / "pyproject.toml"), read_toml(ROOT / "pyproject.toml")
    project = own["project"]

    assert own["build-system"]["build-backend"] == root["build-system"]["build-backend"]
    assert set(own["build-system"]["requires"]) <= set(root["build-system"]["requires"])
    assert project["name"] == f"planmonitor-{plan.name.replace('_', '-')}"
    assert project["requires-python"] == root["project"]["requires-python"]
    assert (plan / project["readme"]).is_file()
    assert project["version"]
    assert [re.split(r"[^a-z0-9-]", name)[0] for name in project["dependencies"]] == ["planmonitor"]


@every_package
def test_every_package_says_that_it_is_typed(package: Path) -> None:
    """Every package carries py.typed, so that mypy and editors read its types."""
    assert (package / "py.typed").is_file()


def folders_of_tests() -> list[Path]:
    """Return the folders of tests: the project's own, and every plan's."""
    return [ROOT / "tests", *(plan / "tests" for plan in PLANS)]


def test_no_tests_folder_is_a_package() -> None:
    """No folder of tests holds an __init__.py, and no plan's a conftest: two plans' files would shadow each other."""
    wrong = [at(path) for folder in folders_of_tests() for path in folder.rglob("__init__.py")]
    wrong += [at(path) for folder in folders_of_tests()[1:] for path in folder.rglob("conftest.py")]

    assert wrong == []


def test_no_two_files_of_tests_share_a_name() -> None:
    """Every file of tests has a name of its own in the whole project."""
    names = [path.name for folder in folders_of_tests() for path in folder.rglob("test_*.py")]

    assert sorted(set(names)) == sorted(names)


# Docstrings


def undocumented(path: Path) -> Iterator[str]:
    """Yield where a public module, class, function or method of a file has no docstring."""
    tree = parsed(path)
    waiting: list[tuple[ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef, bool]] = [(tree, True)]
    while waiting:
        node, look_inside = waiting.pop()
        if not ast.get_docstring(node):
            yield f"{at(path, node)} {getattr(node, 'name', 'module')}"
        if not look_inside:
            continue
        for child in ast.iter_child_nodes(node):
            if isinstance(child, (ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)) and not child.name.startswith("_"):
                waiting.append((child, isinstance(child, ast.ClassDef)))


@every_package
def test_everything_public_has_a_docstring(package: Path) -> None:
    """Every public module, class, function and method of the core, the command line and the plans has a docstring."""
    assert [place for path in modules(package) for place in undocumented(path)] == []


@pytest.mark.parametrize("name", sorted(name for name in EXPORTED if isinstance(getattr(planmonitor, name), type)))
def test_every_class_a_plan_may_import_is_documented(name: str) -> None:
    """Every class that `planmonitor` exports says what it is for, and every attrs class lists its fields."""
    exported = getattr(planmonitor, name)
    words = exported.__doc__ or ""

    assert words.strip()
    fields = [attribute.name for attribute in getattr(exported, "__attrs_attrs__", ()) if not attribute.name.startswith("_")]
    if len(fields) > 2:
        assert [field for field in fields if not re.search(rf"^ +{field}: ", words, re.MULTILINE)] == []


# Commands


def commands(group: click.Group = monitor, path: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Yield every command of the program with the words it is called by."""
    context = click.Context(group)
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        yield (*path, name), command
        if isinstance(command, click.Group):
            yield from commands(command, (*path, name))


COMMANDS = dict(commands())
every_command = pytest.mark.parametrize("words", list(COMMANDS), ids=" ".join)


def called_by(words: list[str]) -> tuple[str, ...] | None:
    """Return the command that a command line calls, or None."""
    return next((tuple(words[:length]) for length in (3, 2, 1) if tuple(words[:length]) in COMMANDS), None)


def unknown_options(command: tuple[str, ...], line: str) -> list[str]:
    """Return the options in a command line that its command does not have; those that hold for every command are known."""
    known = {name for holder in (COMMANDS[command], monitor) for option in holder.params for name in (*option.opts, *option.secondary_opts)}
    return [option for option in re.findall(r"(?<![\w-])--?[a-z][a-z-]*", line) if option not in known]


@every_command
def test_every_command_has_help_and_an_example_of_itself(words: tuple[str, ...]) -> None:
    """Every command says what it does and shows at least one example that calls it."""
    command = COMMANDS[words]

    assert (command.help or "").strip()
    assert [line for line in getattr(command, "examples", ()) if line.split()[: len(words) + 1] == ["monitor", *words]] != []


@every_command
def test_every_example_is_a_command_line_that_works(words: tuple[str, ...]) -> None:
    """Every example in a help text calls a command that exists with options it has."""
    for line in getattr(COMMANDS[words], "examples", ()):
        called = called_by(line.split()[1:])
        assert called is not None, line
        assert unknown_options(called, line) == [], line


@every_command
def test_every_option_has_help(words: tuple[str, ...]) -> None:
    """Every option of every command says what it is for."""
    options = [parameter for parameter in COMMANDS[words].params if isinstance(parameter, click.Option)]

    assert [option.name for option in options if not (option.help or "").strip()] == []


def documented() -> list[str]:
    """Return the command lines in the tables of docs/interface.md, those that are only planned left out."""
    page = (ROOT / "docs/interface.md").read_text(encoding="utf-8")
    rows = [line for line in page.splitlines() if line.startswith("| `monitor ")]
    return [re.sub(r"[`\\]", "", line.split(" | ")[0]).removeprefix("| ").strip() for line in rows if "planned." not in line]


@every_command
def test_every_command_stands_in_the_documentation(words: tuple[str, ...]) -> None:
    """Every command stands in the tables of docs/interface.md, by its own name or under its group's "…"."""
    lines = [line.split() for line in documented()]
    calls = ["monitor", *words]
    named = any(line[: len(calls)] == calls for line in lines)
    of_group = any(line == [*calls[:-1], "…"] for line in lines)

    assert named or of_group


@pytest.mark.parametrize("line", documented())
def test_every_documented_command_exists(line: str) -> None:
    """What docs/interface.md shows, and does not mark as planned, is a command, and has the options shown with it."""
    called = called_by(line.split()[1:])

    assert called is not None
    assert unknown_options(called, line) == []
