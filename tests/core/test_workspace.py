"""What the program does, without a command line: a workspace opened by somebody at an instant, in surroundings handed in."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from planmonitor import BadData, UnknownName
from planmonitor.assessment.records import Origin
from planmonitor.messages import Hint, Message
from planmonitor.names import pick
from planmonitor.workspace import following
from planmonitor.workspace.accepting import Approval, accept
from planmonitor.workspace.admission import Draft
from planmonitor.workspace.door import Entered
from planmonitor.workspace.file import read
from planmonitor.workspace.following import create
from planmonitor.workspace.judging import history, judge, latest
from planmonitor.workspace.opening import Surroundings, Workspace
from planmonitor.workspace.recording import Rows, import_figures, record
from planmonitor.workspace.settled import restored_on_failure, write_answer, written_answer

PLAN = "child-labour/van-son-2026-2030"
NOW = datetime(2026, 6, 30, 10, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
FIGURE = Draft("4a", "2026-S1", numerator=45, denominator=50)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Return the folder of a new workspace that follows a plan."""
    create(tmp_path / "xa", Surroundings(lambda: NOW), plans=[PLAN])
    return tmp_path / "xa"


def opened(folder: Path, **surroundings: object) -> Workspace:
    """Open a workspace at a fixed instant."""
    return Workspace(read(folder), Surroundings(lambda: NOW, **surroundings))  # type: ignore[arg-type]


def test_whoever_opens_a_workspace_is_who_enters_and_supplies(folder: Path) -> None:
    """The person is handed in; without one it is the officer that the file names."""
    [change] = record(opened(folder, person="Đặng Thị Hoa"), FIGURE).changes

    assert (change.figure.entered_by, change.figure.supplied_by, change.figure.recorded_at) == ("Đặng Thị Hoa", "Đặng Thị Hoa", NOW)


def test_a_database_from_the_surroundings_wins(folder: Path, tmp_path: Path) -> None:
    """What is recorded in one database is not in the other."""
    (tmp_path / "khac.db").write_bytes((folder / "monitor.db").read_bytes())
    record(opened(folder, database=str(tmp_path / "khac.db")), FIGURE)

    assert latest(opened(folder)) == []
    assert len(latest(opened(folder, database=str(tmp_path / "khac.db")))) == 1


def test_recording_judging_accepting_and_looking_back(folder: Path) -> None:
    """One figure through the whole house: recorded, judged, corrected, explained, and found again."""
    record(opened(folder), FIGURE)
    assert judge(opened(folder)).called("4a")[2][0].status == "met"
    record(opened(folder), Draft("4a", "2026-S1", numerator=4, denominator=50))
    accept(opened(folder), "4a", Approval("UBND tỉnh", "thiên tai", date(2027, 12, 31)))

    assert [figure.numerator for figure in history(opened(folder), "4a").figures] == [45, 4]
    assert [item.figure.numerator for item in latest(opened(folder))] == [4]
    assert judge(opened(folder), as_of=date(2026, 6, 29)).called("4a")[2][0].status == "no_data"


def test_a_file_is_taken_whole_or_not_at_all(folder: Path) -> None:
    """Drafts of any kind of file pass the same door; the same content twice is taken once."""
    drafts = [
        Draft("4a", "2026-S1", numerator=45, denominator=50, where=Origin("f", "2", position=2)),
        Draft("4b", "2026-S1", numerator=9, denominator=5, where=Origin("f", "3", position=3)),
    ]
    with pytest.raises(Rows) as refused:
        import_figures(opened(folder), "f", b"1", lambda _name, _content, _settled: (drafts, (), ()))
    assert [where.said for where, _error in refused.value.errors] == ["f:3"]
    assert latest(opened(folder)) == []

    taken = import_figures(opened(folder), "f", b"2", lambda _name, _content, _settled: (drafts[:1], (), [Message.of("read past")]))
    again = import_figures(opened(folder), "f", b"2", lambda _name, _content, _settled: (drafts, (), ()))
    assert isinstance(taken, Entered)
    assert [str(warning) for warning in taken.warnings] == ["read past"]
    assert again.receipt == taken.receipt
    assert len(latest(opened(folder))) == 1


def test_following_changes_the_file_and_the_workspace(folder: Path) -> None:
    """What is followed and enabled holds at once, for whoever goes on with the opened workspace."""
    workspace = opened(folder)
    following.follow(workspace, ["national-2021-2025"])
    assert [plan.id for plan in workspace.followed()] == [PLAN, "child-labour/national-2021-2025"]
    following.disable(workspace, ["child_labour"])

    assert (workspace.followed(), workspace.problems) == ([], [])
    assert (read(folder).plugins, read(folder).plans) == ((), ())


def test_a_refusal_gives_a_reason_and_no_words_of_a_face(folder: Path) -> None:
    """A percentage typed as a value is refused with a reason code that each face words for itself."""
    with pytest.raises(BadData) as refused:
        record(opened(folder), Draft("4a", "2026-S1", value=90))

    assert refused.value.hint == Hint.of("needs-counts-of-ratio")
    assert str(refused.value).endswith("(needs-counts-of-ratio)")


def test_a_whole_code_of_a_place_asks_no_plan_that_nobody_follows(tmp_path: Path) -> None:
    """A code is taken as it is; a name is looked up, first among the plans followed, then among all others."""
    create(tmp_path, Surroundings(lambda: NOW), place="07621", plugins=["child_labour", "drowning"], plans=["drowning/commune-2021-2030"])
    workspace = opened(tmp_path)

    assert workspace.place_key("07621") == "07621"
    assert workspace.place_key("xã vân sơn") == "07621"
    assert workspace.place_key("7621") == "07621"
    assert workspace.place_key("xã Không Có") == "xã Không Có"
    assert workspace.place_name() == "xã Vân Sơn"


@pytest.mark.parametrize(
    ("name", "found"), [("a/b/1", ("a/b/1",)), ("1", ("a/b/1", "a/c/1")), ("b/1", ("a/b/1",)), ("/1", ()), ("", ()), ("2", ("2",))]
)
def test_a_name_is_an_id_or_the_end_of_one(name: str, found: tuple[str, ...]) -> None:
    """A whole id stands for itself alone, an end for all that end in it after a slash."""
    assert pick(name, ("a/b/1", "a/c/1", "2", "a/2")) == found


def test_a_plan_that_several_end_in_is_none(folder: Path) -> None:
    """An end that fits several plans names none of them."""
    with pytest.raises(UnknownName, match="no plan"):
        following.unfollow(opened(folder), ["2030"])


def test_a_plan_named_by_its_title_reads_no_plan_that_nobody_follows(tmp_path: Path) -> None:
    """Of the plans that are asked for by name only those followed are read, as without a name."""
    create(tmp_path, Surroundings(lambda: NOW), place="07621", plugins=["child_labour"], plans=["child-labour/van-son-2026-2030"])
    workspace = opened(tmp_path)

    assert [plan.judged.plan.id for plan in judge(workspace, ["Lao động trẻ em"]).plans] == ["child-labour/van-son-2026-2030"]
    assert [plan.id for loaded in workspace.catalogue.loaded for plan in loaded.plans_read] == ["child-labour/van-son-2026-2030"]


ANSWERS = f'[plans]\nfollow = ["{PLAN}"]\n\n[plans."{PLAN}".answers]  # của xã\n'
HAND_WRITTEN = {
    "dotted keys": f'plans.follow = ["{PLAN}"]\nplans."{PLAN}".answers.official-number = "45"  # theo phòng\n',
    "a table of its own": f'[plans]\nfollow = ["{PLAN}"]\n[plans."{PLAN}".answers.owner-5]\nvalue = ["x"]\n[calendar.2027]\ndays_off = []\n',
    "tables out of order": f'{ANSWERS}a = "1"\n[calendar.2027]\ndays_off = []\n[plans."{PLAN}"]\nwindow = "calendar"\n',
    "one line": f'plans = {{follow = ["{PLAN}"], "{PLAN}" = {{answers = {{a = "1"}}}}}}\n',
    "a bare list": f'plans = ["{PLAN}"]  # một\nofficer = "Hà"\n',
    "no plans": 'officer = "Hà"\n',
    "Notepad": ANSWERS.replace("\n", "\r\n"),
}


@pytest.mark.parametrize("text", HAND_WRITTEN.values(), ids=HAND_WRITTEN)
def test_an_answer_is_written_wherever_it_stands_and_all_else_stays(tmp_path: Path, text: str) -> None:
    """Written, replaced and taken out again, whatever way of writing TOML a hand has chosen; every remark stays."""
    (tmp_path / "monitor.toml").write_bytes(text.encode())
    before = read(tmp_path)
    for written in ('{ value = ["b", "c"], document = "D" }', '["z"]', "0.50", ""):
        write_answer(read(tmp_path), PLAN, "owner-5", written)
        assert written_answer(read(tmp_path), PLAN, "owner-5") == written
    after = read(tmp_path)
    assert (after.plans, after.officer, after.calendar) == (before.plans, before.officer, before.calendar)
    now = (tmp_path / "monitor.toml").read_text(encoding="utf-8")
    assert [remark for remark in ("# theo phòng", "# của xã", "# một") if remark in text and remark not in now] == []


def test_an_answer_stands_with_the_others_and_the_next_table_apart(tmp_path: Path) -> None:
    """The empty line before the next table stays where it was, and a remark behind the answer replaced stays behind the new one."""
    text = ANSWERS + 'a = "1"  # nay\n\n[calendar.2027]\ndays_off = []\n'
    (tmp_path / "monitor.toml").write_text(text, encoding="utf-8")
    write_answer(read(tmp_path), PLAN, "b", "2")
    write_answer(read(tmp_path), PLAN, "a", '{ value = "3", document = "D" }')
    wanted = text.replace('a = "1"  # nay', 'a = { value = "3", document = "D" }  # nay\nb = 2')
    assert (tmp_path / "monitor.toml").read_text(encoding="utf-8") == wanted
    for question in ("b", "a"):
        write_answer(read(tmp_path), PLAN, question, "")
    assert (tmp_path / "monitor.toml").read_text(encoding="utf-8") == text.replace('a = "1"  # nay\n', "")


def test_a_file_changed_beside_the_database_is_put_back_where_that_fails(folder: Path) -> None:
    """Both are changed or neither: the file is again what it was, byte for byte."""
    before = (folder / "monitor.toml").read_bytes() + b"\r\n# Notepad\r\n"
    (folder / "monitor.toml").write_bytes(before)
    workspace = opened(folder)

    def fail() -> None:
        with restored_on_failure(workspace.file):
            write_answer(workspace.file, PLAN, "annual-report-day", '"12-10"')
            raise OSError("cut")

    with pytest.raises(OSError, match="cut"):
        fail()
    assert (folder / "monitor.toml").read_bytes() == before
