"""An answer typed by an officer has one reading, and what has none is told with an example of what is taken."""

from datetime import date
from decimal import Decimal

import pytest
from planmonitor import BadData, Choice, OpenQuestion, Text, Unit
from planmonitor.messages import UnknownName
from planmonitor_exchange.figures.answers import read_answer
from planmonitor_exchange.speaking.answers import answer_in_words
from planmonitor_exchange.speaking.speaker import Speaker
from support.rules import FLOW, bar, measure_of, plan_with

ASKED = Text("Hỏi gì?", "What?")
CHOICES = (Choice("15", Text("Mức 15", "Level 15"), 15), Choice("5", Text("Mức 5", "Level 5"), 5))
POLICE, SCHOOLS = Unit("cong-an-xa", "Công an xã"), Unit("truong-hoc", "Các trường học, cơ sở giáo dục")
PLAN = plan_with(measure_of(FLOW, bar("<", 5)), units=(POLICE, SCHOOLS))


def asked(kind, about="duty:yearly"):
    return OpenQuestion("q", about, ASKED, kind, CHOICES if kind == "choice" else ())


@pytest.mark.parametrize(
    ("kind", "words", "value"),
    [
        ("month_day", "10/12", "12-10"),
        ("month_day", "ngày 10 tháng 12", "12-10"),
        ("month_day", "chậm nhất ngày 10/12", "12-10"),
        ("month_day", "Trước ngày 10/12", "12-09"),
        ("month_day", "11-24", "11-24"),
        ("month_day", "24-11", "11-24"),
        ("month_day", "15/01 năm sau", "+1 01-15"),
        ("month_day", "trước 15/01 năm sau", "+1 01-14"),
        ("month_day", "+1 15/01", "+1 01-15"),
        ("month_day", "30/6 năm báo cáo", "+0 06-30"),
        ("month_day", "trước ngày 01/01 năm sau", "12-31"),
        ("date", "08/4/2026", date(2026, 4, 8)),
        ("number", "90", 90),
        ("number", "90%", 90),
        ("number", "12,5", Decimal("12.5")),
        ("number", "0", 0),
        ("years", "2027, 2029", (2027, 2029)),
        ("years", "2027 2029 2027", (2027, 2029)),
        ("choice", "5", "5"),
        ("choice", "mức 15", "15"),
        ("text", "theo Công văn  số 12", "theo Công văn số 12"),
        ("units", "Công an xã", ("cong-an-xa",)),
        ("units", "cong an xa", ("cong-an-xa",)),
        ("units", "cong-an-xa truong-hoc", ("cong-an-xa", "truong-hoc")),
    ],
)
def test_an_answer_is_read_as_officers_write_it(kind, words, value):
    """Words of one answer may be quoted or not; a day before which a report is due is not itself in time (rule 16)."""
    assert read_answer(asked(kind), PLAN, words.split()) == value


def test_a_unit_with_a_comma_in_its_name_is_one_unit():
    assert read_answer(asked("units"), PLAN, ("các trường học, cơ sở giáo dục", "Công an xã")) == ("truong-hoc", "cong-an-xa")


@pytest.mark.parametrize(
    ("kind", "words", "about"),
    [
        ("month_day", "cuối năm", "duty:yearly"),
        ("month_day", "31/11", "duty:yearly"),
        ("month_day", "29/02", "duty:yearly"),
        ("month_day", "trước 01/01 năm báo cáo", "duty:yearly"),
        ("month_day", "01/6 năm sau", "check:x/y"),
        ("month_day", "trước 01/6", "check:x/y"),
        ("date", "tháng 4", "document"),
        ("number", "nhiều", "measure:1"),
        ("number", "12,5", "maximum:1"),
        ("years", "2031", "years:*"),
        ("years", "năm nay", "years:*"),
        ("choice", "7", "measure:1"),
        ("text", " ", "document"),
    ],
)
def test_what_does_not_answer_a_question_is_refused_with_an_example(kind, words, about):
    """The sentence says what the question takes, and shows a command that would answer it."""
    with pytest.raises(BadData) as refused:
        read_answer(asked(kind, about), PLAN, [words])
    said = Speaker("vi").refusal(refused.value)
    assert "Câu hỏi này" in said
    assert "Ví dụ: monitor answer some/plan/q" in said


def test_what_has_two_readings_is_asked_about():
    """10-12 is 10 December to whoever thinks in days and 12 October to whoever thinks in dates; of points only whole ones are counted."""
    assert read_answer(asked("number", "maximum:1"), PLAN, ["1.000"]) == 1000
    with pytest.raises(BadData, match="two readings"):
        read_answer(asked("number"), PLAN, ["1.000"])
    with pytest.raises(BadData, match="10/12 or 12/10"):
        read_answer(asked("month_day"), PLAN, ["10-12"])


def test_a_mistyped_unit_is_named_with_the_nearest():
    with pytest.raises(UnknownName, match="cong-an-xa"):
        read_answer(asked("units"), PLAN, ["cong-an-x"])


@pytest.mark.parametrize(
    ("kind", "value", "words"),
    [
        ("units", ("cong-an-xa", "gone"), "Công an xã; gone"),
        ("choice", "5", "Mức 5"),
        ("month_day", "+1 01-05", "05/01 năm sau"),
        ("month_day", "12-09", "09/12"),
        ("years", (2027, 2029), "2027, 2029"),
        ("number", Decimal("12.5"), "12,5"),
    ],
)
def test_an_answer_is_shown_in_words(kind, value, words):
    """No id stands where a name exists, and days as officers write them."""
    assert answer_in_words(asked(kind), value, PLAN, Speaker("vi")) == words
