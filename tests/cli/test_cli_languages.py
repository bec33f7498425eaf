"""What is said in English holds no Vietnamese where the plan has English; one bar and one number of lines wherever they are shown."""

import re
from datetime import date

import pytest

SCORECARD, ANNUAL = "child-friendly-commune/2026-2030", "child-work-2026/van-son"
VIETNAMESE = re.compile("[ăâđêôơưàảãáạằẳẵắặầẩẫấậèẻẽéẹềểễếệìỉĩíịòỏõóọồổỗốộờởỡớợùủũúụừửữứựỳỷỹýỵ]", re.IGNORECASE)


@pytest.fixture
def scorecard(monitor):
    """A commune that scores itself, with one criterion recorded."""
    monitor.today = date(2029, 6, 1)
    monitor.follow(SCORECARD)
    monitor("record", f"{SCORECARD}/1", "--period", "2029", "--value", "40")
    return monitor


def test_the_scores_a_total_waits_for_are_named_in_english(scorecard):
    """A total without its scores and maxima names them in the language asked for, with the maximum that is open."""
    total = scorecard.measure("TD")

    assert "missing: the maximum of 2. " in total["reason_en"]
    assert not VIETNAMESE.search(total["reason_en"])
    assert "còn thiếu: điểm tối đa của 2. " in total["reason_vi"]
    assert "the maximum of 2. " in " ".join(scorecard("show", "TD").out.split())


def test_a_part_that_is_missing_is_named_in_english(thanh_tri):
    """Of a measure of two parts the one that nobody owns is called as the plan calls it in English; machines read it as before."""
    thanh_tri("record", "2.1a", "--period", "2025-S1", "--numerator", "90", "--denominator", "100", "--unit", "phong-giao-duc-va-dao-tao")
    judged = thanh_tri.measure("2.1a")

    assert "missing: staff and teachers of children's homes." in judged["reason_en"]
    assert not VIETNAMESE.search(judged["reason_en"])
    assert judged["missing"] == ["cán bộ, giáo viên trong các cơ sở nuôi dưỡng trẻ em"]
    assert "missing: staff and teachers of children's homes." in " ".join(thanh_tri("show", "2.1a").out.split())


def test_a_bar_of_zero_is_printed_in_the_words_of_every_screen(monitor):
    """`plans show` as rows has the bar 0, and words bars and days as the table does."""
    monitor.follow(ANNUAL)
    table = monitor("plans", "show", ANNUAL).out
    rows = [line for line in monitor("plans", "show", ANNUAL, "--format", "markdown").out.splitlines() if re.match(r"\| *(2b|4a)\b", line)]

    assert len(rows) == 2
    assert "none to occur" in rows[1]
    assert all("31 December 2026" in row for row in rows)
    assert table.partition("Read from the words")[0].count("none to occur") == 3


def test_the_lines_to_meet_are_those_assessed_in_the_year(scorecard):
    """The view of all plans and that of one tell of as many lines: in a year without assessment there is nothing to meet."""
    scorecard.today = date(2026, 11, 22)

    assert re.search(r"^\S.*\b0/0\b", scorecard("status").out, re.MULTILINE)
    assert "Met 0 of 0 indicators: Not a year of assessment 15" in scorecard("status", "--plan", SCORECARD).out


def test_an_office_that_has_ended_is_listed_as_ended(scorecard):
    """The decision names offices of the district, which ended on 30 June 2025: the list says so, and has the day."""
    rows = {row["id"]: row["ended"] for row in scorecard("units", "list", "--format", "json").json}

    assert (rows["uy-ban-nhan-dan-cap-huyen"], rows["uy-ban-nhan-dan-cap-xa"]) == ("2025-06-30", None)
    assert "Ủy ban nhân dân cấp huyện (ended, last day 30 June 2025)" in scorecard("units", "list", "--format", "markdown").out
