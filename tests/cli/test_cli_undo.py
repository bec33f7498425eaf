"""What was entered by mistake is taken back by a newer entry: nothing is erased, and from then on it does not count."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

RATIO = ("--period", "2026", "--numerator")
CASES = "child-work-2026/van-son"


def record(monitor, numerator, *more, code="4a"):
    return monitor("record", code, *RATIO, str(numerator), "--denominator", "50", *more)


def receipts(monitor):
    return monitor("receipts", "--format", "json").json


def test_a_figure_entered_by_mistake_leaves_no_figure(van_son):
    """H14: the status is "no data" again, not zero; the history holds the figure and its withdrawal with the reason."""
    record(van_son, 45)
    answer = van_son("undo", "1", "--reason", "ghi nhầm xã")
    assert "Taken back: revision 1, Staff and teachers of schools given information" in answer.words
    assert "(child-labour/van-son-2026-2030/4a), year 2026: 45/50. There is no figure any more." in answer.words
    assert (van_son.measure("4a")["status"], van_son.measure("4a")["value"]) == ("no_data", None)
    history = van_son("history", "4a", "--format", "json").json
    assert [(item["numerator"], item["state"], item["takes_back"], item["reason"]) for item in history] == [
        (45, "estimated", None, None),
        (None, "withdrawn", 1, "ghi nhầm xã"),
    ]
    assert [item["taken_back_by"] for item in history] == [2, None]
    rows = van_son("history", "4a", "--format", "markdown").out.splitlines()
    assert "taken back by revision 2" in rows[2]
    assert "takes back revision 1: ghi nhầm xã" in rows[3]
    van_son("db", "check")


def test_a_correction_entered_by_mistake_leaves_the_figure_before(van_son):
    """Undone, the correction is gone; undone too, so is the figure; recorded anew it is there again, and no correction."""
    record(van_son, 45, "--note", "bản đầu")
    record(van_son, 40, "--note", "nhầm")
    answer = van_son("undo", "2", "--reason", "đọc nhầm bảng")
    assert "40/50. Figure in force: 45/50 (revision 1)." in answer.words
    assert van_son.measure("4a")["value"]["numerator"] == 45
    newest = van_son("history", "4a", "--format", "json").json[-1]
    assert (newest["note"], newest["reason"]) == ("bản đầu", "đọc nhầm bảng")
    assert "đọc nhầm bảng" not in van_son("export").out
    van_son("undo", "1", "--reason", "cả hai đều nhầm")
    assert van_son.measure("4a")["status"] == "no_data"
    assert "correction" not in record(van_son, 44).out
    assert van_son.measure("4a")["value"]["numerator"] == 44


@pytest.mark.parametrize(("taken", "stands"), [((1,), 50), ((2,), 50), ((3,), 40), ((3, 2), 45), ((2, 3), 45), ((2, 1), 50), ((1, 3, 2), None)])
def test_what_was_recorded_while_the_place_was_open_is_taken_back_like_its_other_figures(kon_tum, taken, stands):
    """Two recorded before the place was named and one after are one figure and two corrections: the newest that is left holds, and that is said."""
    args = ("record", "2.2", "--period", "2024", "--denominator", "100", "--numerator")
    kon_tum(*args, "45")
    kon_tum(*args, "40")
    settings = kon_tum.folder / "monitor.toml"
    settings.write_text('place = "huyện Kon Plông"\n' + settings.read_text(encoding="utf-8"), encoding="utf-8")
    assert "correction 2: 40/100 becomes 50/100" in kon_tum(*args, "50", "--note", "đếm lại").words
    for revision in taken:
        said = kon_tum("undo", str(revision), "--reason", "nhầm").words
    assert ("no figure any more" if stands is None else f"Figure in force: {stands}/100") in said
    value = kon_tum.measure("2.2")["value"]
    assert (value and value["numerator"]) == stands
    kon_tum("db", "check")
    rows = kon_tum("export").out.splitlines()[1:]
    assert [row.split(",")[5] for row in rows] == ([] if stands is None else [str(stands)])


def test_a_figure_below_the_one_in_force_can_be_taken_back(van_son):
    """The figure in force stays; the one under it no longer stands when that is taken back."""
    record(van_son, 45)
    record(van_son, 40)
    assert "Figure in force: 40/50 (revision 2)" in van_son("undo", "1", "--reason", "nhầm").words
    assert van_son.measure("4a")["value"]["numerator"] == 40
    assert "There is no figure any more" in van_son("undo", "2", "--reason", "nhầm").words


def test_what_was_known_before_it_was_taken_back_stays_known_as_of_then(van_son):
    """Two clocks: as of the day of the slip the slip is what was known."""
    record(van_son, 45)
    van_son.today = date(2026, 11, 24)
    van_son("undo", "1", "--reason", "ghi nhầm")
    assert van_son.measure("4a", "--as-of", "2026-11-23")["value"]["numerator"] == 45
    assert van_son.measure("4a", "--as-of", "2026-11-24")["value"] is None


def test_a_zero_target_hit_by_a_slip_is_not_broken_once_it_is_taken_back(monitor):
    """H14: zero would be another statement."""
    monitor.follow(CASES)
    monitor("record", "4a", "--period", "2026", "--value", "1")
    assert monitor.measure("4a")["status"] == "not_met"
    monitor("undo", "1", "--reason", "gõ nhầm")
    assert monitor.measure("4a")["status"] == "no_data"


def test_a_file_is_taken_back_whole_by_its_receipt_and_can_be_taken_again(van_son):
    """What was recorded before the file holds again, what the file alone brought is gone; the file is no longer "taken before"."""
    record(van_son, 45)
    file = van_son.folder / "quy-truoc.csv"
    file.write_text("MEASURE,TIME_PERIOD,NUMERATOR,DENOMINATOR\n4a,2026,40,50\n4b,2026,3,9\n", encoding="utf-8")
    van_son("import", str(file))
    code = receipts(van_son)[0]["receipt"]
    answer = van_son("undo", code.upper(), "--reason", "tệp của quý trước")
    assert answer.words.count("Taken back") == 2
    assert (van_son.measure("4a")["value"]["numerator"], van_son.measure("4b")["value"]) == (45, None)
    assert "2 figures taken (1 new, 1 revised" in van_son("import", str(file)).words
    assert [item["kind"] for item in receipts(van_son)] == ["import", "undo", "import", "record"]
    assert [bool(item["taken_back_by"]) for item in receipts(van_son)] == [False, False, True, False]
    assert "tệp của quý trước" in van_son("receipts").out
    assert all("(child-labour/van-son-2026-2030/4a), year 2026" in item["first_entry"] for item in receipts(van_son)[1:])
    van_son("db", "check")


def test_what_is_left_of_a_file_is_taken_back_after_one_of_its_figures_was(van_son):
    """The receipt takes back the rest; and after any taking back the file may bring something anew, so it is looked at again."""
    file = van_son.folder / "quy-truoc.csv"
    file.write_text("MEASURE,TIME_PERIOD,NUMERATOR,DENOMINATOR\n4a,2026,40,50\n4b,2026,3,9\n", encoding="utf-8")
    van_son("import", str(file))
    code = receipts(van_son)[0]["receipt"]
    van_son("undo", "1", "--reason", "nhầm xã")
    answer = van_son("undo", code, "--reason", "tệp của quý trước")
    assert answer.words.count("Taken back") == 1
    assert (van_son.measure("4a")["value"], van_son.measure("4b")["value"]) == (None, None)
    van_son("import", str(file))
    assert "taken before" in van_son("import", str(file), code=None).words
    newest = receipts(van_son)[0]["receipt"]
    numbers = [item["revision"] for item in van_son("history", "4a", "--format", "json").json]
    van_son("undo", str(numbers[-1]), "--reason", "nhầm xã")
    assert "2 figures taken" not in (again := van_son("import", str(file)).words)
    assert "1 new" in again
    for name in (newest, newest):
        last = van_son("undo", name, "--reason", "nhầm", code=None)
    assert f"'{newest}' was taken back already" in last.err


def test_a_report_of_a_plan_followed_no_more_is_taken_back_by_its_id(van_son):
    van_son("reports", "submit", "annual-report", "--period", "2026", "--number", "45/BC", "--dated", "2026-11-20")
    code = receipts(van_son)[0]["receipt"]
    assert "Annual report on preventing child labour, year 2026" in van_son("receipts", "--format", "csv").out
    van_son("plans", "unfollow", "child-labour/van-son-2026-2030", code=None)
    answer = van_son("undo", code, "--reason", "nhầm", code=None)
    assert (answer.code, answer.err) == (0, "")
    assert "what was recorded of the report 'annual-report' on year 2026 (45/BC)" in answer.words


def test_a_member_and_an_explanation_are_taken_back_by_their_receipts(van_son):
    """Registered by mistake, a school owes nothing any more; the explanation is shown no more."""
    van_son("units", "add", "Trường Nhầm", "--group", "truong-hoc")
    assert "Taken back: the registration of Trường Nhầm (truong-nham)" in van_son("undo", receipts(van_son)[0]["receipt"], "--reason", "nhầm").words
    assert "Trường Nhầm" not in van_son("units", "list").out
    assert [item["first_entry"] for item in receipts(van_son)] == [None, "Trường Nhầm (truong-nham)"]
    record(van_son, 1)
    said = ("--by", "UBND tỉnh", "--reason", "mưa lũ", "--until", "2027-12-31", "--document", "1/TB", "--dated", "2026-11-01")
    van_son("accept", "4a", *said)
    answer = van_son("undo", receipts(van_son)[0]["receipt"], "--reason", "nhầm chỉ tiêu")
    assert "Taken back: the explanation accepted by UBND tỉnh" in answer.words
    assert receipts(van_son)[1]["first_entry"].endswith("(child-labour/van-son-2026-2030/4a)")


def test_what_cannot_be_taken_back_is_refused_with_what_to_do(van_son):
    """Unknown, taken back already, itself a taking back, without a reason, with a child's name: nothing is written."""
    record(van_son, 45)
    for name in ("2", "abcdef01", "99999999999999999999", "-", "1.0", "٣"):
        assert (
            f"Nothing was recorded here under '{name}'. See the codes: monitor receipts" in van_son("undo", "--reason", "x", "--", name, code=2).err
        )
    assert "The reason must not be empty" in van_son("undo", "1", "--reason", "  ", code=3).err
    assert "child" in van_son("undo", "1", "--reason", "cháu Lan lớp 4A", code=3).err
    assert len(receipts(van_son)) == 1
    van_son("undo", "1", "--reason", "nhầm")
    assert "Revision 1 was taken back already" in van_son("undo", "1", "--reason", "nhầm", code=3).err
    assert "'2' takes something back; record that anew instead" in van_son("undo", "2", "--reason", "nhầm", code=3).err
    newest, first = (item["receipt"] for item in receipts(van_son))
    assert "takes something back" in van_son("undo", newest, "--reason", "nhầm", code=3).err
    van_son("undo", first, "--reason", "nhầm", code=3)
    assert len(receipts(van_son)) == 2


def test_a_receipt_is_taken_back_once(van_son):
    van_son("units", "add", "Trường Nhầm", "--group", "truong-hoc")
    code = receipts(van_son)[0]["receipt"]
    van_son("undo", code, "--reason", "nhầm")
    assert f"'{code}' was taken back already" in van_son("undo", code, "--reason", "nhầm", code=3).err


def test_a_total_below_its_parts_does_not_come_back(thanh_tri):
    """20 children, then 30 with 25 girls: without the correction the girls would be more than all."""
    args = ("record", "1.1", "--period", "2025", "--denominator", "1000", "--numerator")
    thanh_tri(*args, "20")
    thanh_tri(*args, "30")
    thanh_tri(*args, "25", "--breakdown", "sex=female")
    refused = thanh_tri("undo", "2", "--reason", "nhầm", code=3)
    assert "are above the total" in refused.err
    assert "Correct the total or the parts first" in refused.err
    assert thanh_tri.measure("1.1")["value"]["numerator"] == 30


def test_an_empty_workspace_has_no_receipts(van_son):
    assert van_son("receipts").words == "Nothing has been recorded yet."


def at(monitor, year, month, day):
    """Set the clock of the computer to noon of a day."""
    monitor.now = lambda: datetime(year, month, day, 12, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


def test_a_clock_ahead_is_asked_about_and_never_closes_the_book(van_son):
    """M16: an entry half a year ahead needs --clock-right; back on the right day entries are made all the same, and say so."""
    record(van_son, 45)
    at(van_son, 2027, 6, 1)
    refused = van_son("record", "4a", "--period", "2026", "--numerator", "46", "--denominator", "50", code=4)
    assert "The clock of this computer shows 1 June 2027 12:00, 191 days after the newest entry (22 November 2026" in refused.err
    assert "run the command again with --clock-right" in refused.err
    van_son("record", "4a", "--period", "2026", "--numerator", "46", "--denominator", "50", "--clock-right")
    at(van_son, 2026, 11, 23)
    told = record(van_son, 47)
    assert "shows 23 November 2026 12:00, before the newest entry; this one is recorded under 1 June 2027 12:00" in " ".join(told.err.split())
    assert van_son.measure("4a")["value"]["numerator"] == 47


@pytest.mark.parametrize("command", [("units", "add", "Trường A", "--group", "truong-hoc"), ("undo", "1", "--reason", "nhầm")])
def test_every_act_asks_about_a_clock_far_ahead(van_son, command):
    record(van_son, 45)
    at(van_son, 2028, 1, 1)
    van_son(*command, code=4)
    van_son(*command, "--clock-right")
