"""Plan files compiled into the wheel give what their sources give, and are used only while they are those of their sources."""

from __future__ import annotations

import importlib.util
import json
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from planmonitor.assessment import public_days
from planmonitor.planfile.compiled import compiled_path, read_compiled
from planmonitor.planfile.shared import PlanText
from planmonitor.registry.catalogue import Catalogue
from planmonitor.registry.installed import installed, prefix_of

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def build() -> ModuleType:
    """Return what compiles the plan files when a wheel is built."""
    spec = importlib.util.spec_from_file_location("hatch_build", ROOT / "hatch_build.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def made(build: ModuleType) -> dict[Path, str]:
    """Return the compiled form of every bundled plan file."""
    return dict(build.compile_all())


def beside(folder: Path, source: Path, text: str) -> Path:
    """Write a copy of a plan file with a compiled form beside it, and return the copy."""
    copy = folder / source.name
    copy.write_bytes(source.read_bytes())
    compiled_path(copy).parent.mkdir(exist_ok=True)
    compiled_path(copy).write_text(text, encoding="utf-8")
    return copy


def test_every_plan_read_in_its_compiled_form_is_that_of_its_source(build: ModuleType) -> None:
    """Value for value: what an installed program reads, every file in its compiled form, equals what is read from the TOML files alone."""
    catalogue = Catalogue(installed())
    for source, found in build.read_all().items():
        plugin = catalogue.plugin(source.parents[2].name)
        assert read_compiled(source, catalogue.definition) is not None, source.name
        shared = source.stem in {"programme", "definitions"}
        assert (plugin.shared if shared else plugin.text(f"{prefix_of(plugin.plugin.name)}/{source.stem}")) == found, source.name


def test_a_source_that_changed_since_is_read_itself(made: dict[Path, str], tmp_path: Path) -> None:
    """A compiled form that was made from another source is left aside."""
    source, text = next(iter(made.items()))
    copy = beside(tmp_path, source, text)
    copy.write_bytes(copy.read_bytes() + b"\n# a remark\n")

    assert read_compiled(copy, Catalogue(installed()).definition) is None


def test_a_definition_of_another_file_is_looked_up_when_the_plan_is_read(made: dict[Path, str], tmp_path: Path) -> None:
    """Where it cannot be found any more the measure says so, under its own label, and the others stand."""
    source = next(path for path in made if path.name == "van-quan.toml")
    copy = beside(tmp_path, source, made[source])

    read = read_compiled(copy, lambda _key: None)

    assert isinstance(read, PlanText)
    unread = [measure for measure in read.plan.measures if measure.definition.unread]
    assert {"child-labour/inspections", "child-work/inspections"} <= {measure.definition.key for measure in unread}
    assert all(measure.definition.label == measure.label for measure in unread)
    assert len(unread) < len(read.plan.measures)


def test_the_wheel_is_told_of_every_compiled_file(build: ModuleType, made: dict[Path, str]) -> None:
    """The hook of the build names each compiled file, in its plugin's package, and the public days off; an editable installation has none."""
    hook = build.CompilePlans.__new__(build.CompilePlans)
    wheel: dict[str, Any] = {"force_include": {}}
    editable: dict[str, Any] = {"force_include": {}}
    hook.initialize("standard", wheel)
    hook.initialize("editable", editable)

    plans = [f"planmonitor_{path.parents[2].name}/plans/compiled/{path.stem}.json" for path in made]
    assert sorted(wheel["force_include"].values()) == ["planmonitor/assessment/compiled/public_days.json", *sorted(plans)]
    assert all(json.loads(Path(path).read_text(encoding="utf-8")) for path in wheel["force_include"])
    assert editable["force_include"] == {}


def test_the_compiled_days_off_are_those_that_the_library_works_out(build: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Year for year, with the swaps on top; a year that is not compiled is worked out."""
    years = (2025, 2026, 2030, 2041)
    monkeypatch.setattr(public_days, "_compiled", dict)
    worked_out = [public_days.public_days.__wrapped__(year) for year in years]
    compiled = tmp_path / "public_days.json"
    compiled.write_text(build.compile_days(), encoding="utf-8")
    monkeypatch.undo()
    monkeypatch.setattr(public_days, "COMPILED", compiled)
    read = public_days._compiled.__wrapped__()
    monkeypatch.setattr(public_days, "_compiled", lambda: read)

    assert [year in read for year in years] == [True, True, True, False]
    assert [public_days.public_days.__wrapped__(year) for year in years] == worked_out
