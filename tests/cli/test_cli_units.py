"""Members of groups: of two plans at once, from a file, closed, renamed and merged; what a change makes is told before it is written (rule 21)."""

from __future__ import annotations

from datetime import date

import pytest

LABOUR, WORK = "child-labour/van-son-2026-2030", "child-work-2026/van-son"
FIVE = f"{LABOUR}/5"
"""What the schools supply the figure of: it occurs over the year."""


@pytest.fixture
def commune(monitor):
    """Return a runner in a workspace of two plans that both have a group of schools, whose figure of measure 5 the schools supply."""
    monitor.follow(LABOUR, WORK)
    monitor("answer", "owner-5", "truong-hoc", "--plan", LABOUR)
    return monitor


def members(commune, *arguments):
    """Return the memberships as JSON."""
    return [row for row in commune("units", "list", "--format", "json", *arguments).json if row["member_of"]]


def add(commune, name, *more, group="truong-hoc", **options):
    return commune("units", "add", name, "--group", group, *more, **options)


def receipt(commune, kind="unit"):
    return next(act["receipt"] for act in commune("receipts", "--format", "json").json if act["kind"] == kind)


def told(commune, name, numerator, *more, **options):
    return commune("record", FIVE, "--period", "2026", "--unit", name, "--numerator", str(numerator), "--denominator", "100", *more, **options)


def five(commune, *arguments):
    return commune.measure("5", *arguments)


# ---------------------------------------------------------------- of several plans at once


def test_a_school_is_registered_in_every_plan_that_has_the_group(commune):
    """One member, one id, a membership for each plan; undone together."""
    said = add(commune, "Trường THCS A").words
    assert "Các trường học trên địa bàn (Child labour 2026-2030): from 1 January 2026 on" in said
    assert "Các trường học trên địa bàn xã (Work for children 2026)" in said
    assert [(row["plan"], row["id"]) for row in members(commune)] == [(LABOUR, "truong-thcs-a"), (WORK, "truong-thcs-a")]
    assert "Trường THCS A" in commune("units", "list").words.partition("REGISTERED MEMBERS OF GROUPS")[2]
    back = commune("undo", receipt(commune), "--reason", "nhầm")
    assert back.out.count("Taken back: the registration of Trường THCS A") == 1
    assert members(commune) == []


def test_a_plan_that_is_named_has_the_member_alone_and_it_joins_others_later(commune):
    """An existing member joins further groups; where it is in all of them it is refused."""
    add(commune, "Trường THCS A", "--plan", LABOUR)
    assert [row["plan"] for row in members(commune)] == [LABOUR]
    add(commune, "trường thcs  a")
    commune("units", "add", "Trường THCS A", "--group", "co-quan-don-vi-va-thon")
    assert {(row["plan"], row["member_of"], row["id"]) for row in members(commune)} == {
        (LABOUR, "truong-hoc", "truong-thcs-a"),
        (WORK, "truong-hoc", "truong-thcs-a"),
        (LABOUR, "co-quan-don-vi-va-thon", "truong-thcs-a"),
    }
    assert "belongs to" in add(commune, "Trường THCS A", code=3).err
    assert "is registered already, as 'truong-thcs-a'" in add(commune, "Trường THCS A", "--id", "truong-khac", code=3).err


def test_nobody_is_registered_in_a_plan_that_has_ended_unless_it_is_named(commune):
    """In 2027 a school joins the plan that goes on; one that begins then cannot belong to the plan of 2026 at all."""
    commune.today = date(2027, 1, 15)
    said = add(commune, "Trường A")
    assert "Work for children 2026 has ended on 31 December 2026: nobody is registered in it." in said.err
    assert [row["plan"] for row in members(commune)] == [LABOUR]
    add(commune, "Trường A", "--plan", WORK)
    assert [row["plan"] for row in members(commune)] == [LABOUR, WORK]
    late = add(commune, "Trường B", "--plan", WORK, "--from", "2027-02-01", code=3).err
    assert "ends on 31 December 2026, before the first day 1 February 2027" in late


def test_a_member_of_two_groups_that_supply_one_figure_has_one_part(commune):
    """Otherwise its figure would count twice."""
    commune("answer", "owner-5", "truong-hoc", "co-quan-don-vi-va-thon", "--plan", LABOUR)
    commune("units", "add", "Trường THCS A", "--group", "truong-hoc", "--group", "co-quan-don-vi-va-thon")
    told(commune, "Trường THCS A", 40)
    assert (five(commune)["value"]["numerator"], five(commune)["parts"]["expected"]) == (40, 1)


def test_registering_says_what_is_asked_for_before_it_is_written(commune):
    """What changes stands above, and a trial writes nothing."""
    said = add(commune, "Trường THCS A", "--dry-run").out
    assert said.index("its figures are asked for: 5") < said.index("Nothing was written.")
    assert members(commune) == []
    said = add(commune, "Trường THCS A").out
    assert said.index("its figures are asked for: 5") < said.index("Registered: Trường THCS A (truong-thcs-a).")


def test_a_name_that_may_be_a_childs_is_no_member(commune):
    assert "child's name" in add(commune, "Cháu Nguyễn Văn An", code=3).err
    assert members(commune) == []


# ---------------------------------------------------------------- closed


def test_a_school_that_was_closed_owes_what_occurred_until_then(commune):
    """Its part of the year is still waited for, counts once it is there, and is final: the school has told of all its time."""
    add(commune, "Trường A")
    add(commune, "Trường B")
    told(commune, "Trường A", 90)
    said = commune("units", "close", "Trường B", "--on", "2026-08-31", "--document", "45/QĐ-UBND")
    assert "it still owes what occurred until that day" in said.words
    assert {(row["valid_to"], row["document"]) for row in members(commune) if row["name"] == "Trường B"} == {("2026-08-31", "45/QĐ-UBND")}
    assert (five(commune)["parts"], five(commune)["missing"]) == ({"expected": 2, "received": 1}, ["truong-b"])
    assert "exists from 1 January 2026 to 31 August 2026 only" in told(commune, "Trường B", 50, "--until", "2026-10-31", code=3).err
    assert "taken as" not in told(commune, "Trường B", 50).err
    figure = next(row for row in commune("history", FIVE, "--format", "json").json if row["unit"] == "truong-b")
    assert (figure["until"], figure["state"]) == ("2026-08-31", "final")
    assert (five(commune)["value"]["numerator"], five(commune)["value"]["until"]) == (140, "2026-11-22")
    commune.today = date(2028, 2, 1)
    assert [row["missing"] for row in [five(commune, "--as-of", "2027-06-01")]] == [[]]
    assert "exists from" in commune("record", FIVE, "--period", "2027", "--unit", "Trường B", *["--numerator", "1", "--denominator", "2"], code=3).err


def test_closing_tells_which_figures_count_no_more_and_undoing_that_they_count_again(commune):
    """A state at the end of the year is of the schools there are then: the figure of a closed one is left aside, and that is said first."""
    commune("answer", "owner-1", "truong-hoc", "--plan", LABOUR)
    for name, count in (("Trường A", "10"), ("Trường B", "7")):
        add(commune, name)
        figure = ("--numerator", count, "--denominator", "100", "--until", "2026-08-31")
        commune("record", f"{LABOUR}/1", "--period", "2026", "--unit", name, *figure)
    assert commune.measure("1")["value"]["numerator"] == 17
    trial = commune("units", "close", "Trường B", "--on", "2026-08-31", "--dry-run").out
    assert commune.measure("1")["value"]["numerator"] == 17
    said = commune("units", "close", "Trường B", "--on", "2026-08-31").out
    assert commune.measure("1")["value"]["numerator"] == 10
    for shown, end in ((trial, "Nothing was written."), (said, "Closed: Trường B.")):
        assert "By this 1 recorded figures count no more" in shown
        assert shown.index("Counts no more: 1.") < shown.index("Trường B: 7/100") < shown.index(end)
    back = commune("undo", receipt(commune), "--reason", "nhầm").out
    assert "Taken back: the last change of Trường B" in back
    assert "Counts from now on: 1." in back
    assert commune.measure("1")["value"]["numerator"] == 17


def test_a_school_is_not_closed_before_days_it_has_figures_of(commune):
    """The figures are named with their revisions, and what to do; nothing is written."""
    add(commune, "Trường A")
    told(commune, "Trường A", 90, "--until", "2026-10-31")
    refused = commune("units", "close", "Trường A", "--on", "2026-08-31", code=3).err
    assert "year 2026, up to 31 October 2026 (revision 1)" in " ".join(refused.split())
    assert "monitor undo 1" in refused
    assert members(commune)[0]["valid_to"] is None
    commune("undo", "1", "--reason", "nhầm")
    commune("units", "close", "Trường A", "--on", "2026-08-31")


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("close", "Trường A", "--on", "2025-12-31"), 3, "begins on 1 January 2026"),
        (("close", "Trường A", "--on", "2026-08-31", "--successor", "Trường Mới"), 2, "No member called 'Trường Mới' is registered."),
        (("close", "Trường A", "--on", "2026-08-31", "--successor", "Trường A"), 3, "cannot follow itself"),
        (("close", "Trường A", "--on", "2026-08-31", "--successor", "Trường Cũ"), 3, "to 30 June 2026 only"),
        (("close", "Trường Cũ", "--on", "2026-08-31"), 3, "was closed before: its last day is 30 June 2026"),
        (("close", "truong-hoc", "--on", "2026-08-31"), 2, "is a unit that a plan itself names"),
        (("rename", "Trường A", "Trường B"), 3, "The name 'Trường B' is taken"),
        (("rename", "Trường A", "công an xã"), 3, "The name 'công an xã' is taken"),
        (("rename", "Trường A", "Trường A"), 3, "is called so already"),
        (("rename", "Trường A", "Cháu Nguyễn Văn An"), 3, "child's name"),
        (("rename", "Trường Cũ", "Trường D"), 3, "to 30 June 2026 only"),
        (("merge", "Trường A", "--into", "Trường A", "--on", "2026-09-01"), 3, "cannot be merged into itself"),
        (("merge", "Trường A", "truong-a", "--into", "Trường B", "--on", "2026-09-01"), 3, "named twice"),
        (("merge", "Trường A", "--into", "Trường Cũ", "--on", "2026-09-01"), 3, "to 30 June 2026 only"),
        (("merge", "Trường A", "--into", "Trường B", "--on", "2026-01-01"), 3, "31 December 2025 cannot be its last day"),
    ],
)
def test_what_contradicts_the_register_is_refused_and_nothing_is_written(commune, arguments, code, said):
    """Closing, renaming and merging: days, names and successors that cannot be."""
    for name in ("Trường A", "Trường B", "Trường Cũ"):
        add(commune, name)
    commune("units", "close", "Trường Cũ", "--on", "2026-06-30")
    before = members(commune)
    assert said in " ".join(commune("units", *arguments, code=code).err.split())
    assert members(commune) == before


# ---------------------------------------------------------------- renamed


def test_a_document_shows_the_name_of_its_day_and_todays_screens_todays(commune):
    """Renamed on 1 September: judged on a day before, the former name stands there; by both it is found."""
    add(commune, "Trường A", "--from", "2026-01-01")
    add(commune, "Trường B")
    told(commune, "Trường A", 90)
    commune("units", "rename", "Trường B", "Trường PTCS B", "--from", "2026-09-01", "--document", "7/QĐ-UBND")
    row = members(commune)[1] if members(commune)[1]["id"] == "truong-b" else members(commune)[0]
    assert (row["name"], row["former_names"], row["document"]) == ("Trường PTCS B", ["Trường B"], "7/QĐ-UBND")
    for day, name in (("2026-08-31", "Trường B"), ("2026-11-22", "Trường PTCS B")):
        said = commune("show", FIVE, "--as-of", day, "--restated").words
        assert f"Ask for: {name}." in said or f"missing: {name}." in said
    told(commune, "Trường B", 10)
    assert five(commune)["value"]["numerator"] == 100
    assert "truong-b" in commune("history", FIVE, "--format", "csv").out


def test_a_name_of_a_day_ahead_is_shown_from_that_day_on_and_not_before(commune):
    add(commune, "Trường A", "--plan", LABOUR)
    commune("units", "rename", "Trường A", "Trường PTCS A", "--from", "2027-01-01")
    assert [row["name"] for row in members(commune)] == ["Trường A"]
    assert [row["name"] for row in members(commune, "--as-of", "2027-01-01")] == ["Trường PTCS A"]
    assert "From 1 January 2027 on it is called 'Trường PTCS A'" in commune("units", "rename", "Trường A", "Trường C", code=3).err
    commune("undo", receipt(commune), "--reason", "nhầm")
    commune("units", "rename", "Trường A", "Trường C")


def test_a_misspelt_name_is_corrected_from_the_first_day_on(commune):
    """Named from its own first day on it never bore the other name."""
    add(commune, "Trương A", "--plan", LABOUR)
    commune("units", "rename", "Trương A", "Trường A", "--from", "2026-01-01")
    assert [row["name"] for row in members(commune, "--as-of", "2026-11-22")] == ["Trường A"]
    add(commune, "Trường B", "--plan", LABOUR)
    told(commune, "Trường B", 10)
    assert "missing: Trường A." in commune("show", FIVE, "--as-of", "2026-02-01", "--restated").words


# ---------------------------------------------------------------- merged


def test_merged_schools_keep_their_figures_and_the_new_one_owes_its_own(commune):
    """Figures on both sides: those of before stay under the two schools, those from the day on are the merged one's, and all three make the year."""
    add(commune, "Trường A")
    add(commune, "Trường B")
    told(commune, "Trường A", 40, "--until", "2026-08-31")
    told(commune, "Trường B", 50, "--until", "2026-08-31")
    said = commune("units", "merge", "Trường A", "Trường B", "--into", "Trường AB", "--on", "2026-09-01", "--document", "9/QĐ-UBND").words
    assert "Trường AB (truong-ab) goes on with their work from 1 September 2026 on" in said
    rows = {row["name"]: row for row in members(commune)}
    assert {(rows[name]["valid_to"], rows[name]["successor"]) for name in ("Trường A", "Trường B")} == {("2026-08-31", "truong-ab")}
    assert (rows["Trường AB"]["valid_from"], rows["Trường AB"]["document"]) == ("2026-09-01", "9/QĐ-UBND")
    assert [row["plan"] for row in members(commune) if row["name"] == "Trường AB"] == [LABOUR, WORK]
    assert (five(commune)["missing"], five(commune)["value"]["numerator"]) == (["truong-ab"], 90)
    told(commune, "Trường AB", 10)
    assert (five(commune)["missing"], five(commune)["value"]["numerator"]) == ([], 100)
    commune("units", "rename", "Trường AB", "Trường PTCS")
    refused = commune("undo", commune("receipts", "--format", "json").json[2]["receipt"], "--reason", "nhầm", code=3).err
    assert "was changed again since" in refused


def test_a_merger_taken_back_says_which_figures_count_no_more(commune):
    """The merged school is gone, its figure is left aside and named; the others are open again."""
    add(commune, "Trường A", "--plan", LABOUR)
    add(commune, "Trường B", "--plan", LABOUR)
    told(commune, "Trường A", 40, "--until", "2026-08-31")
    commune("units", "merge", "Trường A", "--into", "Trường B", "--on", "2026-09-01")
    assert {row["name"]: row["successor"] for row in members(commune)} == {"Trường A": "truong-b", "Trường B": None}
    commune("undo", receipt(commune), "--reason", "nhầm")
    assert {row["valid_to"] for row in members(commune)} == {None}
    commune("units", "merge", "Trường A", "Trường B", "--into", "Trường AB", "--on", "2026-09-01")
    told(commune, "Trường AB", 10)
    said = commune("undo", receipt(commune), "--reason", "nhầm").out
    assert "Counts no more: 5." in said
    assert "10/100" in said


# ---------------------------------------------------------------- from a file

FILE = """Danh sách trường năm 2026;;;;;
Tên đơn vị;Nhóm;Từ ngày;Đến ngày;Mã;Văn bản
Trường A;truong-hoc;01/01/2026;;;12/QĐ
Trường B;Các trường học trên địa bàn;1/9/2026;;tr-b;
Thôn Gà;co-quan-don-vi-va-thon;;30/6/2026;;
"""


def imported(commune, text, *more, name="truong.csv", code=0):
    path = commune.folder / name
    path.write_text(text, encoding="utf-8-sig")
    return commune("units", "import", str(path), *more, code=code)


def test_a_file_of_members_is_taken_whole_and_once(commune):
    """Vietnamese headings, titles above, a trial first; the same file twice brings nothing; undone it is all gone."""
    assert "Nothing was written." in imported(commune, FILE, "--dry-run").out
    assert members(commune) == []
    said = imported(commune, FILE)
    assert "truong.csv: 5 memberships of 3 members." in said.out
    rows = {(row["id"], row["plan"]): row for row in members(commune)}
    assert {key[0] for key in rows} == {"truong-a", "tr-b", "thon-ga"}
    assert rows["tr-b", WORK]["valid_from"] == "2026-09-01"
    assert (rows["thon-ga", LABOUR]["valid_from"], rows["thon-ga", LABOUR]["valid_to"]) == ("2026-01-01", "2026-06-30")
    assert rows["truong-a", LABOUR]["document"] == "12/QĐ"
    assert "taken before" in imported(commune, FILE).out
    assert "registered like that already" in imported(commune, FILE + "\n").out
    english = "NAME,GROUP,FROM,TO\nTrường A,truong-hoc,2026-01-01,2026-08-31\n"
    imported(commune, english, name="en.csv")
    assert {row["valid_to"] for row in members(commune) if row["id"] == "truong-a"} == {"2026-08-31"}
    commune("undo", receipt(commune), "--reason", "nhầm")
    commune("undo", receipt(commune), "--reason", "nhầm", code=3)
    first = next(act for act in commune("receipts", "--format", "json").json if act["file_name"] == "truong.csv")
    commune("undo", first["receipt"], "--reason", "nhầm")
    assert members(commune) == []


def test_every_wrong_row_of_a_file_is_told_and_none_is_taken(commune):
    """An unknown group, a day that is none, a last day before the first, a child's name, an empty cell, a row twice, days that differ."""
    add(commune, "Trường Cũ", "--from", "2026-03-01")
    wrong = (
        "Tên,Nhóm,Từ,Đến\nTrường A,truong-hocs,,\nTrường B,truong-hoc,32/1/2026,\nTrường C,truong-hoc,2026-09-01,2026-08-01\n"
        "Cháu Nguyễn Văn An,truong-hoc,,\n,truong-hoc,,\nTrường D,truong-hoc,,\nTrường D,truong-hoc,,\nTrường Cũ,truong-hoc,2026-01-01,\n"
    )
    said = " ".join(imported(commune, wrong, code=3).err.split())
    for line, why in (
        (2, "has a group 'truong-hocs'"),
        (3, "is no date"),
        (4, "lies before the first"),
        (5, "child's name"),
        (6, "The cell Tên is empty"),
        (8, "stands twice"),
        (9, "is registered with the day 1 March 2026, the file says 1 January 2026"),
    ):
        assert f"truong.csv:{line}: " in said
        assert why in said
    assert "7 rows are wrong; nothing was written." in said
    assert {row["name"] for row in members(commune)} == {"Trường Cũ"}
    assert "Write another id in the column 'Mã'." in imported(commune, "Tên,Nhóm,Mã\nTrường E,truong-hoc,cong-an-xa\n", code=3).err
    assert "There is no column 'Lớp'" in imported(commune, "Tên,Nhóm,Lớp\nA,truong-hoc,1\n", code=3).err


def test_groups_that_are_not_the_same_are_asked_about(monitor):
    """Two plans call different groups alike: which one is meant is asked, and with the plan it is clear."""
    monitor.follow(LABOUR, "drowning/commune-2021-2030")
    assert "No plan followed has a group 'nhóm lạ'" in add(monitor, "Trường A", group="nhóm lạ", code=2).err
    add(monitor, "Trường A", "--plan", "drowning/commune-2021-2030", group="cac-co-so-giao-duc")
    assert [row["valid_from"] for row in members(monitor)] == ["2021-01-01"]
    add(monitor, "Trường A")
    assert [row["valid_from"] for row in members(monitor)] == ["2026-01-01", "2021-01-01"]
