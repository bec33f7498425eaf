"""What nobody should have to watch: the shape of every plan's folder, names, and docstrings."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import planmonitor
import pytest
from planmonitor.planfile.schema import said_of_fields
from support.project import EXPORTED, PACKAGES, PLANS, ROOT, at, every_package, every_plan, modules, parsed, read_toml

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
    """Every class that `planmonitor` exports says what it is for, and below each of its fields what that means."""
    exported = getattr(planmonitor, name)
    fields = [attribute.name for attribute in getattr(exported, "__attrs_attrs__", ()) if not attribute.name.startswith("_")]

    assert (exported.__doc__ or "").strip()
    assert [field for field in fields if field not in said_of_fields(exported)] == []
