"""What a workspace exports, an empty one like it takes and gives back to the byte: no figure is lost, whatever is followed."""

from __future__ import annotations

import csv
import shutil
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from planmonitor import BadData, UnknownName
from planmonitor.storage.file import create_or_upgrade
from planmonitor.workspace.admission import Draft
from planmonitor.workspace.file import read
from planmonitor.workspace.opening import Surroundings, Workspace
from planmonitor.workspace.recording import import_figures, record
from planmonitor.workspace.register import MemberRegister
from planmonitor.workspace.units import add
from planmonitor_exchange.figures import csv as figures_csv
from planmonitor_exchange.machine.rows import csv_text

HANOI = ZoneInfo("Asia/Ho_Chi_Minh")
PLACES = {
    "07621": (
        ["child_labour", "child_work_2026", "drowning", "child_friendly_commune"],
        [
            "child-labour/van-son-2026-2030",
            "child-work-2026/van-son",
            "drowning/commune-2021-2030",
            "drowning/injury-surveillance-2026-2030",
            "child-friendly-commune/2026-2030",
        ],
    ),
    "huyện Văn Quan": (["child_labour", "child_work_2024"], ["child-work-2024/van-quan", "child-labour/national-2021-2025"]),
}
PLACES["05266"] = (
    [*PLACES["07621"][0], "child_work_2024"],
    [*PLACES["07621"][1], *PLACES["huyện Văn Quan"][1], "child-labour/thanh-tri-2021-2025", "child-labour/kon-tum-2021-2025"],
)
"""All nine: what one plan lets in as an estimate another one rules out for later years."""
FILE = 'place = "{place}"\nplugins = {plugins}\n\n[plans]\nfollow = {plans}\n'


@pytest.fixture(scope="module")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return an empty database to copy."""
    path = tmp_path_factory.mktemp("empty") / "monitor.db"
    create_or_upgrade(path)
    return path


def made(folder: Path, empty: Path, place: str, plans: Sequence[str]) -> Path:
    """Make a workspace of a place that follows these plans."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    shutil.copy(empty, folder)
    text = FILE.format(place=place, plugins=PLACES[place][0], plans=list(plans)).replace("'", '"')
    (folder / "monitor.toml").write_text(text, encoding="utf-8")
    return folder


def opened(folder: Path, day: date) -> Workspace:
    """Open a workspace at noon of a day."""
    return Workspace(read(folder), Surroundings(lambda: datetime.combine(day, time(12), HANOI), person="Hà", clock_right=True))


def exported(workspace: Workspace) -> str:
    """Return what `monitor export` writes."""
    return csv_text(figures_csv.COLUMNS, figures_csv.rows_of(workspace)[0])


def register(workspace: Workspace, members: Sequence[str]) -> None:
    """Register some members of the first group there is."""
    groups = [(plan, unit) for plan in workspace.followed() for unit in plan.units if unit.members]
    for name in members if groups else ():
        register = MemberRegister(workspace)
        add(register, name, [groups[0][1].id], plan=groups[0][0].id)
        register.write()


numbers = st.integers(0, 60)
periods = st.sampled_from(
    ["2020", "2023", "2024", "2024-S1", "2025", "2025-S2", "2026", "2026-S1", "2026-Q1", "2026-Q3", "2026-05", "2025-12-15/P9M"]
)
drafts = st.fixed_dictionaries(
    {
        "measure": st.integers(0, 10**6),
        "period": periods,
        "numbers": st.lists(numbers, min_size=2, max_size=2),
        "unit": st.sampled_from(["", "", "truong-1", "tram-y-te-xa", "cong-an-xa"]),
        "part": st.integers(-3, 6),
        "state": st.sampled_from([None, "estimated", "provisional"]),
        "comparison": st.booleans(),
        "note": st.sampled_from(["", "=1+1", "dòng 1\ndòng 2", 'một "hai"; ba', "'x"]),
        "days": st.integers(0, 400),
    }
)


def recorded(folder: Path, entries: Sequence[dict[str, Any]]) -> None:
    """Record what the door lets in of some entries, on days that come in order."""
    day = date(2026, 1, 20)
    for entry in entries:
        day += timedelta(days=entry["days"])
        workspace = opened(folder, day)
        measures = sorted(workspace.measures())
        name = measures[entry["measure"] % len(measures)]
        definition = workspace.measure(name)[1].definition
        parts = [{}, *({one.key: category.key} for one in definition.breakdowns for category in one.categories)]
        given = dict(zip(("numerator", "denominator", "value", "yes"), (*sorted(entry["numbers"]), entry["numbers"][0], True), strict=True))
        try:
            record(
                workspace,
                Draft(
                    name,
                    entry["period"],
                    **{field: given[field] for field in definition.fields},
                    unit=entry["unit"],
                    breakdown=parts[max(0, entry["part"]) % len(parts)],
                    state=entry["state"],
                    comparison=entry["comparison"],
                    evidence="BC 1" if entry["comparison"] else "",
                    note=entry["note"],
                ),
            )
        except (BadData, UnknownName):
            continue


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(
    place=st.sampled_from(sorted(PLACES)),
    entries=st.lists(drafts, max_size=25),
    members=st.lists(st.sampled_from(["Trường 1", "Trường 2"]), unique=True),
    late=st.booleans(),
    unfollowed=st.integers(0, 6),
)
def test_an_export_taken_by_an_empty_workspace_is_given_back_to_the_byte(
    empty: Path, tmp_path: Path, place: str, entries: list[dict[str, Any]], members: list[str], late: bool, unfollowed: int
) -> None:
    """Random figures of all plans of a place, with members registered before or after, and a plan unfollowed afterwards."""
    plans = PLACES[place][1]
    first = made(tmp_path / "first", empty, place, plans)
    if not late:
        register(opened(first, date(2026, 1, 1)), members)
    recorded(first, entries)
    today = date(2028, 1, 1)
    if late:
        register(opened(first, today), members)
    kept = [plan for number, plan in enumerate(plans) if number != unfollowed]
    (first / "monitor.toml").write_text(FILE.format(place=place, plugins=PLACES[place][0], plans=kept).replace("'", '"'), encoding="utf-8")
    text = exported(opened(first, today))
    rows = list(csv.DictReader(text.splitlines(keepends=True)))
    second = made(tmp_path / "second", empty, place, kept)
    with opened(first, today).database().reading() as held:
        registered, known = held.units(None), held.known_at(None)
    with opened(second, today).database().writing() as held:
        receipt = opened(second, today).begin(held, "unit")
        for member in registered:
            held.add(member, receipt)

    assert len(rows) == len(known)
    if rows:
        import_figures(opened(second, today), "so-lieu.csv", text.encode(), figures_csv.read)
    assert exported(opened(second, today)) == text
    if rows:  # and into the workspace it came from it brings nothing new
        again = import_figures(opened(first, today), "so-lieu.csv", text.encode(), figures_csv.read)
        assert again.changes == ()


@pytest.mark.parametrize("kon_tum_first", [True, False])
def test_an_estimate_is_written_under_the_plan_that_takes_it_as_one(empty: Path, tmp_path: Path, kon_tum_first: bool) -> None:
    """Kon Tum's orientation for 2026 to 2030 says that none may occur; an estimate of Vân Sơn's rate of 2026 is Vân Sơn's, and comes back."""
    ours, theirs = "child-labour/van-son-2026-2030", "child-labour/kon-tum-2021-2025"
    day = date(2026, 11, 1)
    first = made(tmp_path / "first", empty, "07621", [ours])
    record(opened(first, day), Draft(f"{ours}/1", "2026", numerator=38, denominator=1003, state="estimated"))
    both = [theirs, ours] if kon_tum_first else [ours, theirs]
    (first / "monitor.toml").write_text(FILE.format(place="07621", plugins=PLACES["07621"][0], plans=both).replace("'", '"'), encoding="utf-8")

    [row], refused = figures_csv.rows_of(opened(first, day))

    assert (row[0], row[-1], refused) == (f"{ours}/1", "", {})
    second = made(tmp_path / "second", empty, "07621", both)
    import_figures(opened(second, day), "so-lieu.csv", exported(opened(first, day)).encode(), figures_csv.read)
    assert exported(opened(second, day)) == exported(opened(first, day))


def test_a_figure_in_use_that_would_be_refused_is_not_left_aside(empty: Path, tmp_path: Path) -> None:
    """What a plan followed later rules out for the same days is an error to mend, told with the export; the figure stays where it counts."""
    ours, theirs = "child-labour/national-2021-2025", "child-labour/kon-tum-2021-2025"
    day = date(2025, 11, 1)
    first = made(tmp_path / "first", empty, "07621", [ours])
    record(opened(first, day), Draft(f"{ours}/1", "2025", numerator=38, denominator=1003, state="estimated"))
    text = FILE.format(place="07621", plugins=PLACES["07621"][0], plans=[ours, theirs]).replace("'", '"')
    (first / "monitor.toml").write_text(text, encoding="utf-8")

    [row], refused = figures_csv.rows_of(opened(first, day))

    assert (row[0], row[-1]) == (f"{ours}/1", "")
    assert "never an estimate" in str(refused[2])
