"""Reminders for a chat: short, plain, official, and without anything of a child (docs/domain.md, rules 16, 20 and 27)."""

from __future__ import annotations

import re
import unicodedata
from datetime import date, timedelta
from typing import Any

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from planmonitor import CALENDAR, Duty, Text
from planmonitor.assessment.known import Known
from planmonitor.assessment.offices import Office
from planmonitor.assessment.owing import Owing, owing
from planmonitor.assessment.plans import judge_plan
from planmonitor.assessment.workdays import Calendar
from planmonitor.model.set_days import SetDay
from planmonitor.privacy import clean
from planmonitor.registry.installed import installed
from planmonitor.registry.loading import load
from planmonitor_exchange.speaking.reminders import AT_MOST, reminder, reminders
from planmonitor_exchange.speaking.speaker import Speaker
from support.reports import LONG_AGO, ON_EVENT, SOURCE, UNDATED, YEARLY, had, measure_of, plan_of

CATALOGUE = load(installed())
PLANS = tuple(plan for name in CATALOGUE.plan_ids if (plan := CATALOGUE.plans[name]) is not None)
CONTENT = ("Trẻ em được cung cấp thông tin", "Số hộ gia đình có trẻ em đã ký cam kết không để xảy ra tai nạn, thương tích", "Số cuộc kiểm tra")
VI, EN = Speaker("vi"), Speaker("en")


def owed(*plans: Any, on: date = date(2026, 11, 18), figures: tuple[Any, ...] = ()) -> tuple[Owing, ...]:
    """Return who owes what of some plans."""
    known = Known(figures, since=LONG_AGO, plans=plans)
    return owing([judge_plan(plan, known, on) for plan in plans], Calendar(), on, populations=CATALOGUE.populations)


def only(*plans: Any, say: Speaker = VI, **more: Any) -> str:
    """Return the one reminder that some plans ask for."""
    [said] = reminders(owed(*plans, **more), "UBND xã Thử", say)
    return said


def test_a_reminder_says_who_by_when_and_what() -> None:
    """The office, the working day with its day of the week, the report, and what is still wanting of it."""
    said = "Kính gửi Trạm Y tế: đến hết ngày 25/11/2026 (thứ Tư), đề nghị gửi Báo cáo năm, năm 2026; còn thiếu 01 số liệu năm 2026: Việc."
    assert only(plan_of(YEARLY)) == said
    assert only(plan_of(YEARLY), say=EN) == (
        "To Trạm Y tế: by the end of 25 November 2026 (Wednesday), please send Annual report, year 2026; still wanted: 1 figures of year 2026: Thing."
    )


def test_what_is_overdue_says_since_when() -> None:
    """The first day it is late, and how many."""
    assert "quá hạn từ ngày 26/11/2026, 6 ngày, đề nghị gửi ngay Báo cáo năm" in only(plan_of(YEARLY), on=date(2026, 12, 1))


def test_a_case_is_to_be_reported_at_once_and_its_number_is_not_told() -> None:
    """How many cases there were is for the report, not for a chat."""
    plan = plan_of(ON_EVENT, measures=(measure_of("1"), measure_of("2")))
    said = only(plan, figures=(had("2026", value=7), had("2026", code="2", value=0)))
    assert said == "Kính gửi Trạm Y tế: đề nghị gửi ngay Báo cáo khi phát sinh vụ việc (Việc)."


def test_what_does_not_fit_is_counted() -> None:
    """Of many figures the first stand there by name, the others by number; no word is cut."""
    many = tuple(evolve(measure_of(str(number)), label=Text(f"Số hộ gia đình thứ {number} được tư vấn", "Thing")) for number in range(1, 41))
    said = only(plan_of(YEARLY, measures=many))
    told = re.findall(r"Số hộ gia đình thứ \d+ được tư vấn", said)
    [rest] = re.findall(r"; và còn (\d+) số liệu khác\.$", said)
    assert len(told) + int(rest) == 40
    assert said.count("Số hộ") == len(told) > 3
    assert len(said) <= AT_MOST


def test_who_owes_nothing_gets_none() -> None:
    """Nothing owed, nothing said."""
    assert reminders(owed(plan_of(YEARLY), on=date(2025, 1, 1)), "", VI) == []


def test_the_place_as_a_whole_is_called_by_its_office() -> None:
    """What nobody is named for is asked of the place, by the name of its office; without one of "địa phương"."""
    [one] = owed(plan_of(evolve(YEARLY, reporters=()), measures=(measure_of(owners=()),)))
    assert (reminder(one, "UBND xã Thử", VI)[:21], reminder(one, "", VI)[:20]) == ("Kính gửi UBND xã Thử:", "Kính gửi địa phương:")


@st.composite
def offices(draw: Any) -> tuple[Owing, ...]:
    """Return who owes what of a bundled plan on any day of ten years, of an office with a long or decomposed name."""
    plan = draw(st.sampled_from(PLANS))
    day = plan.start + timedelta(days=draw(st.integers(0, 4 * 365)))
    name = draw(st.sampled_from(["Trường Tiểu học và Trung học cơ sở " + "Vân Sơn " * 30, unicodedata.normalize("NFD", "Trạm Y tế xã Vân Sơn"), ""]))
    found = owed(plan, on=day)
    return tuple(evolve(one, office=evolve(one.office, name=name)) if name else one for one in found)


@settings(max_examples=40)
@given(offices(), st.sampled_from([VI, EN]))
def test_every_reminder_fits_a_chat_and_holds_nothing_of_a_child(found: tuple[Owing, ...], say: Speaker) -> None:
    """Of every bundled plan on any day: below 500 letters, composed, on one line, without id, link, command or data of a child, no word cut."""
    for one in found:
        said = reminder(one, "UBND xã", say)
        assert len(said) <= AT_MOST < 500
        assert said == unicodedata.normalize("NFC", said) == clean(said)
        assert not re.search(r"\n|https?:|www\.|monitor |\b[a-z]+(?:-[a-z0-9]+){1,}/|_", said)
        assert said.endswith(".")
        assert _words(said) <= _words(" ".join(_all_words(one, say))) | KNOWN


def _all_words(one: Owing, say: Speaker) -> list[str]:
    """Return all texts that a reminder may take words from."""
    texts = [one.office.name]
    for item in one.reports:
        texts += [say.value(item.report.duty.called), item.report.duty.recipient or "", item.report.duty.via or ""]
        texts += [say.value(case.measure.label) for case in item.report.cases]
    return texts + [text for item in one.figures for text in (say.value(item.label), *(say.value(part) for part in item.about.lacking))]


def _words(text: str) -> set[str]:
    """Return the words of a text in small letters, without numbers."""
    return {word.lower() for word in re.findall(r"[^\W\d_]+", unicodedata.normalize("NFC", text))}


KNOWN = _words(
    "kính gửi UBND xã địa phương đến hết ngày thứ hai ba tư năm sáu bảy chủ nhật đề nghị gửi ngay quá hạn từ và còn số liệu báo cáo khác thiếu "
    "chính thức để so sánh chưa có văn bản ấn định thời hạn chuẩn bị 6 tháng đầu quý kỳ "
    "to the place by end of please send at once overdue since days no date is set for it as well still wanted figures final compare with and more "
    "reports report year first half not yet lacking from monday tuesday wednesday thursday friday saturday sunday quarter "
    "january february march april may june july august september october november december six months"
)
"""The words that reminders are made of."""


def test_a_name_is_not_cut_within_a_word() -> None:
    """A name longer than there is room for loses whole words."""
    name = "Trường " + "Nghĩa " * 60
    said = reminder(evolve(owed(plan_of(YEARLY))[0], office=Office(name)), "", VI)
    assert re.match(r"Kính gửi Trường (Nghĩa )+Nghĩa…: ", said)


@pytest.mark.parametrize("name", CONTENT)
def test_a_whole_plan_of_long_names_keeps_the_most_urgent(name: str) -> None:
    """What is due first is named, however much falls due later."""
    late = Duty("late", "dated", "trước", SOURCE, ("a",), period="year", last_day="11-10")
    plan = plan_of(YEARLY, late, measures=tuple(evolve(measure_of(str(n)), label=Text(name, "Thing")) for n in range(30)))
    said = only(plan)
    assert said.index("quá hạn từ ngày 11/11/2026, 8 ngày") < said.index(name)


def test_a_report_asked_for_by_a_day_is_not_asked_for_again_as_one_without() -> None:
    """A letter set a day for 2026 alone; another report without a day is asked for as before."""
    other = evolve(UNDATED, id="other", title=Text("Báo cáo chuyên đề", "Special report"))
    plan = evolve(plan_of(UNDATED, other), deadlines={UNDATED.id: (SetDay(date(2026, 11, 16), "45/UBND", period=CALENDAR.parse("2026")),)})
    said = only(plan)
    assert "quá hạn từ ngày 17/11/2026" in said
    assert said.count(UNDATED.called.vi) == 1
    assert "Báo cáo chuyên đề" in said
