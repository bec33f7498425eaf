"""The rows of a file at the door: what they ask is looked up once for all of them, and every row is still judged by itself."""

from __future__ import annotations

from collections import Counter
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from planmonitor.assessment.records import Figure, Origin
from planmonitor.model.periods import ADMINISTRATIVE
from planmonitor.workspace import lookups, parts
from planmonitor.workspace.admission import COUNTS, Draft
from planmonitor.workspace.doubts import Recorded
from planmonitor.workspace.file import read
from planmonitor.workspace.following import create
from planmonitor.workspace.judging import history
from planmonitor.workspace.opening import Surroundings, Workspace
from planmonitor.workspace.recording import Rows, import_figures
from planmonitor.workspace.register import MemberRegister
from planmonitor.workspace.units import add

PLAN = "child-labour/van-son-2026-2030"
NOW = datetime(2026, 11, 22, 10, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
SCHOOLS = ("Trường Tiểu học Vân Sơn", "Trường THCS Vân Sơn", "Trường Mầm non Vân Sơn")
ANSWER = f'\n[plans."{PLAN}".answers.owner-5]\nvalue = ["truong-hoc"]\n'


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace in which three schools supply measure 5."""
    create(tmp_path, Surroundings(lambda: NOW), place="07621", plugins=["child_labour"], plans=[PLAN])
    with (tmp_path / "monitor.toml").open("a", encoding="utf-8") as file:
        file.write(ANSWER)
    for name in SCHOOLS:
        register = MemberRegister(opened(tmp_path))
        add(register, name, ["truong-hoc"], plan=PLAN)
        register.write()
    return tmp_path


def opened(folder: Path) -> Workspace:
    return Workspace(read(folder), Surroundings(lambda: NOW))


def take(workspace: Workspace, drafts: list[Draft]) -> object:
    return import_figures(workspace, "f.xlsx", repr(drafts).encode(), lambda _name, _content, _settled: (drafts, (), ()))


def drafts(months: int, **more: str) -> list[Draft]:
    """Return a figure of every school for every month."""
    return [
        Draft("5", f"2026-{month:02d}", numerator=3, denominator=10, unit=school, where=Origin("f.xlsx", f"C{month}", "S", month), **more)
        for month in range(1, months + 1)
        for school in SCHOOLS
    ]


def test_a_name_is_looked_up_once_for_all_rows(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Not rows times members times names: nine months ask no more than one."""
    asked: Counter[str] = Counter()
    for module in (lookups, parts):
        find = module.find

        def counting(name: str, known: object, find: object = find, **more: bool) -> object:
            asked[name] += 1
            return find(name, known, **more)  # type: ignore[operator]

        monkeypatch.setattr(module, "find", counting)
    take(opened(folder), drafts(9))
    assert {name: asked[name] for name in SCHOOLS} == dict.fromkeys(SCHOOLS, 2)  # as a member that exists, as a part of the measure
    assert len(history(opened(folder), "5").figures) == 27


def test_a_name_of_nothing_is_refused_in_each_of_its_rows(folder: Path) -> None:
    """What was refused once is refused again, in the same words."""
    with pytest.raises(Rows) as refused:
        take(opened(folder), [Draft("5", f"2026-0{month}", numerator=1, denominator=2, unit="Trường Lạ") for month in (1, 2)])
    first, second = refused.value.errors
    assert str(first[1]) == str(second[1])
    assert "Trường Lạ" in str(first[1])


def test_the_origin_of_each_figure_is_kept_with_it(folder: Path) -> None:
    take(opened(folder), drafts(2))
    origins = history(opened(folder), "5").origins
    assert {(origin.file, origin.sheet, origin.cell) for origin in origins.values()} == {("f.xlsx", "S", "C1"), ("f.xlsx", "S", "C2")}


def figure(**fields: object) -> Figure:
    return Figure("x/y", "P", "", ADMINISTRATIVE.parse("2026"), date(2026, 6, 1), **fields)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("before", "number", "asked"),
    [
        ((), 46_208, True),
        ((3,), 46_208, True),
        ((20_000,), 46_208, False),
        ((3,), 42_999, True),
        ((), 42_999, False),
        ((3,), 999, False),
        ((10,), 1_000, False),
        ((9,), 1_000, True),
        ((0,), 1_234, True),
        ((), 1_234, False),
    ],
)
def test_a_number_unlike_all_before_is_a_question(before: tuple[int, ...], number: int, asked: bool) -> None:
    """B5, B6: only what was recorded tells a count from a day, or from a number with decimals."""
    recorded = Recorded(figure(value=known) for known in before)
    assert (recorded.question(figure(value=number), None, COUNTS) is not None) == asked


def test_a_number_that_was_recorded_like_that_is_none() -> None:
    """Its state or its note may be corrected without being asked again."""
    recorded = Recorded([figure(value=3)])
    assert recorded.question(figure(value=46_208, state="final"), figure(value=46_208, state="estimated"), COUNTS) is None


def twice(*numerators: int, note: str = "") -> list[Draft]:
    """Return the same figure of one school in several rows."""
    return [
        Draft("5", "2026-01", numerator=number, denominator=10, unit=SCHOOLS[0], note=note * at, where=Origin("f.xlsx", f"C{at}", "S", at))
        for at, number in enumerate(numerators, 1)
    ]


@pytest.mark.parametrize("note", ["", "theo báo cáo "])
def test_a_figure_that_stands_twice_alike_is_taken_once_and_said(folder: Path, note: str) -> None:
    """Whatever remark stands beside it: which row was passed over is named."""
    entered = take(opened(folder), twice(3, 3, note=note))
    assert [(change.figure.numerator, change.where.cell) for change in entered.changes] == [(3, "C1")]  # type: ignore[attr-defined]
    said = " ".join(map(str, entered.warnings))  # type: ignore[attr-defined]
    assert "1 figures stand twice in the file with the same value and were taken once; passed over: f.xlsx, sheet 'S', cell C2." in said


def test_a_figure_that_stands_twice_with_other_values_is_refused_in_both_rows(folder: Path) -> None:
    """Nobody knows which of the two is right; what else is in the file could be taken."""
    other = Draft("5", "2026-01", numerator=1, denominator=10, unit=SCHOOLS[1], where=Origin("f.xlsx", "C9", "S", 9))
    with pytest.raises(Rows) as refused:
        take(opened(folder), [*twice(3, 4), other])
    told = [(where.cell, str(error)) for where, error in refused.value.errors]
    assert [cell for cell, _sentence in told] == ["C1", "C2"]
    assert "with different values: here and in f.xlsx, sheet 'S', cell C2" in told[0][1]
    assert "with different values: here and in f.xlsx, sheet 'S', cell C1" in told[1][1]
    assert [change.where.cell for change in refused.value.others.changes] == ["C9"]


@pytest.mark.parametrize("last", [5, 3])
def test_three_rows_of_one_figure_are_refused_each_once(folder: Path, last: int) -> None:
    """Once two differ nobody knows which is right, whatever a third says."""
    with pytest.raises(Rows) as refused:
        take(opened(folder), twice(3, 4, last))
    assert [where.cell for where, _error in refused.value.errors] == ["C1", "C2", "C3"]
