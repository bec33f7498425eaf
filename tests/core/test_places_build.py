"""The list of places is what its named source and the table of acts make of it, and nothing else."""

from __future__ import annotations

import importlib.util
import os
import sys
import tomllib
from datetime import date
from pathlib import Path
from types import ModuleType
from typing import Any
from zipfile import ZipFile

import pytest
from planmonitor.places.register import ACTS, PLACES, Register

ROOT = Path(__file__).resolve().parents[2]
SOURCE = "MONITOR_PLACES_WHEEL"
"""Names the file that `pip download --no-deps vietnamadminunits==1.0.4` fetches."""


@pytest.fixture(scope="module")
def build() -> ModuleType:
    """Return the program that makes the list."""
    spec = importlib.util.spec_from_file_location("build_places", ROOT / "build_places.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["build_places"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def wheel() -> Path:
    """Return the source of the list; where nobody names it, what needs it is skipped, and says so."""
    if SOURCE not in os.environ:
        pytest.skip(f"NOT CHECKED that the list of places is what its source makes: name in {SOURCE} the wheel of vietnamadminunits 1.0.4")
    return Path(os.environ[SOURCE])


def test_the_list_is_made_anew_to_the_byte(build: ModuleType, wheel: Path) -> None:
    """What the program makes of the source and of the acts is the file that is shipped."""
    made = build.list_of_places(build.read_source(wheel), tomllib.loads(ACTS.read_text(encoding="utf-8")))

    assert made == PLACES.read_text(encoding="utf-8")


def test_the_licence_of_the_source_is_shipped_beside_the_list(build: ModuleType, wheel: Path) -> None:
    """Its notice stands where the list stands, word for word."""
    with ZipFile(wheel) as held:
        notice = held.read("vietnamadminunits-1.0.4.dist-info/licenses/LICENSE").decode()
    assert (PLACES.parent / "LICENSE.vietnamadminunits").read_text(encoding="utf-8") == notice


def test_another_file_than_the_named_source_is_refused(build: ModuleType, tmp_path: Path) -> None:
    """The source is pinned with its hash."""
    other = tmp_path / build.SOURCE
    other.write_bytes(b"PK")
    with pytest.raises(SystemExit, match="is not"):
        build.read_source(other)


def little(build: ModuleType, **changed: Any) -> Register:
    """Return the list that a source of one province with three places and one act make."""
    now = [
        {"provinceKey": "a", "province": "Tỉnh A", "provinceCode": "90", "wardKey": key, "ward": f"Xã {name}", "wardCode": code}
        for key, name, code in (("m", "Một", "90001"), ("h", "Hai", "90002"), ("b", "Ba", "90003"))
    ]
    act = {"number": "1/NQ", "in_force": date(2027, 1, 1), "kind": "phường", "within": "90", "changes": 1, "places": {"90002": "Hai"}, **changed}
    acts = {"list": {"number": "0/QĐ", "in_force": date(2025, 7, 1)}, "acts": [act]}
    lines = build.present_lines(build.Source(now, [], {}), acts)
    return Register("".join(f"{line.text()}\n" for line in lines))


def test_an_act_of_which_not_all_places_are_known_marks_the_others(build: ModuleType) -> None:
    """It changes two and names one: the other two stay as they were, marked as not checked against it; with all known nothing is marked."""
    marked = {code: little(build, changes=2).coded(code)[0].unchecked for code in ("90001", "90002", "90003")}
    assert marked == {"90001": "1/NQ", "90002": "", "90003": "1/NQ"}
    assert {little(build).coded(code)[0].unchecked for code in marked} == {""}

    [changed] = little(build).coded("90002")
    assert (changed.on(date(2026, 12, 31)).called, changed.on(date(2027, 1, 1)).called) == ("xã Hai", "phường Hai")


@pytest.mark.parametrize("places", [{"90002": "Ba"}, {"90009": "Chín"}, {"90": "A"}], ids=str)
def test_an_act_that_names_a_place_wrongly_is_refused(build: ModuleType, places: dict[str, str]) -> None:
    """A code with another name, one that the list has not, and one elsewhere: no code is taken on trust."""
    with pytest.raises((ValueError, KeyError)):
        little(build, places=places)
