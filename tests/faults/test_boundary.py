"""The boundary around a plugin: what it does to streams, folder and settings is put back, and its own line is told."""

from __future__ import annotations

import codecs
import decimal
import gc
import io
import os
import sys
import warnings
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

import attrs
import pytest
from planmonitor import ADMINISTRATIVE, Figure, Known, judge_plan
from planmonitor.registry.boundary import Failed, bounded
from planmonitor.registry.loading import load

VAN_SON = "child-labour/van-son-2026-2030"


def run_bounded(action: Any) -> None:
    """Run something inside the boundary, whatever comes of it."""
    with suppress(Failed):
        bounded("hook", action)


def test_what_would_change_other_answers_is_put_back(tmp_path: Path) -> None:
    """Current folder, decimal context, filters of warnings, import path and both streams are as before, also after a failure."""

    def move() -> None:
        os.chdir(tmp_path)
        decimal.getcontext().prec = 1
        warnings.simplefilter("always")
        sys.path.insert(0, str(tmp_path))
        sys.stdout = sys.stderr = io.StringIO()
        raise RuntimeError

    def state() -> tuple[Any, ...]:
        return Path.cwd(), decimal.getcontext().prec, list(warnings.filters), list(sys.path), sys.stdout, sys.stderr

    with decimal.localcontext(prec=28):
        before = state()
        run_bounded(move)
        assert state() == before


def wrap() -> None:
    """Wrap the streams in another encoding and throw the wrappers away, as scripts for Windows do."""
    sys.stdout = io.TextIOWrapper(sys.stdout.buffer, encoding="ascii")
    sys.stderr = io.TextIOWrapper(sys.stderr.buffer, encoding="ascii")


def detach() -> None:
    """Take the stream below standard output away, as scripts do that were written long ago."""
    sys.stdout = codecs.getwriter("utf-8")(sys.stdout.detach())  # type: ignore[union-attr, assignment]


def close() -> None:
    """Close both streams."""
    sys.stdout.close()
    sys.stderr.close()


@pytest.mark.parametrize("treat", [wrap, detach, close])
def test_whatever_a_plugin_does_to_its_streams_ours_stay_open(capsys: pytest.CaptureFixture[str], treat: Any) -> None:
    """A plugin that wraps, detaches or closes standard output and error does so to its own."""
    run_bounded(treat)
    gc.collect()
    sys.stdout.write("{}")
    sys.stderr.write("nghe rõ")

    assert capsys.readouterr() == ("{}", "nghe rõ")


def test_what_a_plugin_prints_is_kept_from_the_answer(capsys: pytest.CaptureFixture[str]) -> None:
    """What a plugin prints goes to standard error, in whatever letters."""
    run_bounded(lambda: sys.stdout.write("{ dưới \ud83d\n"))
    run_bounded(lambda: sys.stdout.buffer.write(b"\xff\n"))

    assert capsys.readouterr() == ("", "{ dưới \\ud83d\n\\xff\n")


def test_a_folder_that_is_gone_stops_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the current folder has been deleted, plugins still run."""
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    if sys.platform == "win32":
        pytest.skip("Windows keeps a folder that somebody stands in")
    gone.rmdir()

    assert bounded("hook", lambda: 7) == 7


@pytest.mark.parametrize("folder", ["planmonitor/plugins", "pluggy", "importlib"])
def test_a_plugin_keeps_its_lines_whatever_its_folder_is_called(tmp_path: Path, folder: str) -> None:
    """An error is told with the plugin's own file and line, also where its path looks like one of the framework's."""
    path = tmp_path / folder / "rates.py"
    path.parent.mkdir(parents=True)
    path.write_text("def look():\n    return 1 // 0\n", encoding="utf-8")
    names: dict[str, Any] = {}
    exec(compile(path.read_text(encoding="utf-8"), str(path), "exec"), names)

    with pytest.raises(Failed) as caught:
        bounded("check", names["look"])

    assert f"{path.parent.name}/rates.py:2" in str(caught.value.message)


def test_the_line_told_is_the_plugins_and_not_the_models(tmp_path: Path) -> None:
    """A value that the model refuses is told with the line of the plugin that made it, not with one of the framework."""
    path = tmp_path / "rates.py"
    path.write_text("from planmonitor import Text\n\n\ndef look():\n    return Text('', 'Rate')\n", encoding="utf-8")
    names: dict[str, Any] = {}
    exec(compile(path.read_text(encoding="utf-8"), str(path), "exec"), names)

    with pytest.raises(Failed) as caught:
        bounded("check", names["look"])

    assert "/rates.py:5" in str(caught.value.message)


def changeable(value: Any, path: str, walked: set[int]) -> Iterator[str]:
    """Yield where something that can be changed hangs on a value."""
    if id(value) in walked:
        return
    walked.add(id(value))
    if attrs.has(type(value)):
        parts = {name: getattr(value, name) for name in (item.name for item in attrs.fields(type(value)))} | getattr(value, "__dict__", {})
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(value, next(iter(parts)), None)
        for name, part in parts.items():
            yield from changeable(part, f"{path}.{name}", walked)
    elif isinstance(value, Mapping):
        if not isinstance(value, MappingProxyType):
            yield path
        for key, part in value.items():
            yield from changeable(part, f"{path}[{key}]", walked)
    elif isinstance(value, tuple):
        for part in value:
            yield from changeable(part, f"{path}[]", walked)
    elif isinstance(value, (list, set, bytearray)):
        yield path


def test_nothing_a_check_is_given_can_be_changed() -> None:
    """Everything that hangs on an assessed plan is frozen: values of the model, tuples and read-only mappings."""
    plan = load(["child_labour"]).plans[VAN_SON]
    figure = Figure("child-labour/rate", "", "", ADMINISTRATIVE.year(2026), date(2026, 6, 1), numerator=3, denominator=90)
    judged_plan = judge_plan(plan, Known(figures=(figure,)), date(2026, 6, 30))
    judged_plan.unit_name("nobody")
    assert judged_plan.completeness is not None

    assert list(changeable(judged_plan, "assessed", set())) == []
