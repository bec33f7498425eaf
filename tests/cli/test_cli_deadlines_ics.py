"""The reports to send as a calendar file, read back by the library that wrote it and by a second one (docs/domain.md, rule 16)."""

from datetime import date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import icalendar
import pytest
from attrs import evolve
from icalendar import Calendar
from planmonitor import Document, Duty, Text
from planmonitor.assessment.results import Occurrence
from planmonitor.assessment.workdays import Calendar as WorkingDays
from planmonitor.model.periods import CALENDAR
from planmonitor_exchange.machine.calendar_file import DueReport, calendar_text
from planmonitor_exchange.speaking.speaker import Speaker
from support.node import SECOND_READER, events_by_ical_js
from support.reports import plan_of

FILE = "han.ics"


@pytest.fixture
def dated(van_son):
    """Return a runner where the annual report is due by 5 December 2026, a Saturday."""
    van_son.today = date(2026, 10, 1)
    van_son("answer", "annual-report-day", "5/12", "--document", "12/UBND")
    van_son.today = date(2026, 11, 1)
    return van_son


def events_of(monitor, *arguments, lang="vi"):
    """Return the events of the file that is written."""
    monitor("deadlines", "--ics", FILE, *arguments, lang=lang)
    return Calendar.from_ical(Path(FILE).read_bytes()).walk("VEVENT")


def test_each_report_is_an_event_on_the_whole_of_its_last_working_day(dated):
    """Saturday 5 December is a day off: Friday the 4th, from midnight to midnight, without any time zone."""
    [event] = events_of(dated)
    assert (event.start, event.end, event.decoded("dtstart")) == (date(2026, 12, 4), date(2026, 12, 5), date(2026, 12, 4))
    assert str(event["summary"]) == "Hạn cuối: Báo cáo năm về phòng ngừa lao động trẻ em, năm 2026 (Phòng Văn hóa - Xã hội)"
    said = str(event["description"])
    assert "Ngày cuối còn đúng hạn: 05/12/2026 (rơi vào ngày nghỉ; ngày làm việc cuối 04/12/2026" in said
    assert "Quy định nêu trong văn bản: “hằng năm theo quy định”" in said
    assert "mục IV.1: “tổng hợp, báo cáo kết quả thực hiện Kế hoạch hằng năm theo quy định.”" in said
    assert "annual-report" not in Path(FILE).read_text(encoding="utf-8")
    assert "child-labour" not in Path(FILE).read_text(encoding="utf-8")


def test_alarms_ring_in_the_morning_seven_and_two_days_before_and_none_is_silenced(dated):
    """Both are active, whenever the file was written: DTSTAMP lies before them."""
    for day in (date(2026, 11, 1), date(2026, 12, 3)):
        dated.today = day
        [event] = events_of(dated)
        alarms = event.alarms
        alarms.set_local_timezone("Asia/Ho_Chi_Minh")
        zone = ZoneInfo("Asia/Ho_Chi_Minh")
        assert [alarm.trigger for alarm in alarms.times] == [datetime(2026, 11, 27, 8, tzinfo=zone), datetime(2026, 12, 2, 8, tzinfo=zone)]
        assert len(alarms.active) == 2


def test_the_same_reports_make_the_same_file_on_any_day(dated):
    """No moment of writing stands in it."""
    dated("deadlines", "--ics", FILE)
    first = Path(FILE).read_bytes()
    dated.today = date(2026, 11, 9)
    dated("deadlines", "--ics", FILE)
    assert Path(FILE).read_bytes() == first
    assert b"\r\n" in first
    assert b"\n" not in first.replace(b"\r\n", b"")


def test_a_day_that_a_letter_moves_moves_its_event(dated):
    """Its UID and DTSTAMP stay, its SEQUENCE tells calendars that it changed."""
    [before] = events_of(dated)
    dated("deadlines", "set", "annual-report", "--period", "2026", "--last-day", "10/12/2026", "--document", "45/UB", "--dated", "15/10/2026")
    [after] = events_of(dated)
    assert [(str(event["uid"]), event.stamp) for event in (before, after)] == [(str(before["uid"]), before.stamp)] * 2
    assert [(event.start, event["sequence"]) for event in (before, after)] == [(date(2026, 12, 4), 0), (date(2026, 12, 10), 1)]
    assert "45/UB ngày 15/10/2026" in str(after["description"])


def test_what_is_sent_or_was_due_before_the_program_was_used_is_left_out(dated):
    """An overdue report stays; a returned one comes back; where nothing is left no file is written, nor an older one touched."""
    dated.today = date(2026, 12, 20)
    assert len(events_of(dated, "--to", "2026-12-31")) == 1
    dated("reports", "submit", "annual-report", "--period", "2026", "--number", "45/BC", "--dated", "2026-12-04")
    older = Path(FILE).read_bytes()
    assert "no calendar file was written" in dated("deadlines", "--ics", FILE, "--to", "2026-12-31").words
    assert Path(FILE).read_bytes() == older
    dated("reports", "return", "annual-report", "--period", "2026", "--reason", "thiếu biểu số 2")
    assert len(events_of(dated, "--to", "2026-12-31")) == 1


def test_reports_of_the_year_ahead_unless_days_are_named(dated):
    """The holidays of later years are not announced: they stand there once somebody asks for them."""
    assert [event.start.year for event in events_of(dated)] == [2026]
    assert [event.start.year for event in events_of(dated, "--to", "2028-12-31")] == [2026, 2027, 2028]
    assert [event.start.year for event in events_of(dated, "--from", "2027-01-01", "--to", "2028-12-31")] == [2027, 2028]


def test_a_file_of_the_workspace_is_not_written_over(dated):
    """Nor is a folder that is not there made."""
    toml = dated.folder / "monitor.toml"
    before = toml.read_bytes()
    dated("deadlines", "--ics", str(toml), code=2)
    assert toml.read_bytes() == before
    assert "nowhere" in dated("deadlines", "--ics", "nowhere/han.ics", code=4).err


def hard_cases():
    """Return reports whose words hold what calendar files write in another way, on days around the end of years."""
    words = 'Dấu phẩy, chấm phẩy; gạch chéo \\ và "ngoặc" của đơn vị: ' + "ặ" * 80
    source = Document(Text("Kế hoạch", "Plan"), "UBND xã").at("mục V", f"{words}; dòng hai: BEGIN:VEVENT")
    plan = evolve(plan_of(), title=Text(words, words))
    for number, day in enumerate((date(2026, 12, 31), date(2027, 1, 1), date(2028, 2, 29))):
        duty = Duty(f"report-{number}", "undated", words, source, ("a",), title=Text(words, words))
        yield DueReport(plan, Occurrence(duty, "a", words, CALENDAR.year(2026), day, "not_due"), "07621")


def test_words_that_calendar_files_write_in_another_way_come_back(tmp_path):
    """Commas, semicolons, backslashes, quotes, long Vietnamese words: one event each, and no word of a clause becomes a property."""
    reports = [*hard_cases()]
    events = icalendar.Calendar.from_ical(calendar_text(reports, WorkingDays(), Speaker("vi"))).walk("VEVENT")
    assert [event.start for event in events] == [date(2026, 12, 31), date(2026, 12, 31), date(2028, 2, 29)]
    words = reports[0].item.unit_name
    for event in events:
        assert str(event["summary"]) == f"Hạn cuối: {words}, năm 2026 ({words})"
        assert str(event["description"]).endswith(f"mục V: “{words}; dòng hai: BEGIN:VEVENT”")
    assert len({str(event["uid"]) for event in events}) == 3


@SECOND_READER
def test_a_second_reader_in_another_language_reads_the_same(tmp_path):
    """UID, words, days, stamp and alarms of ical.js are those of icalendar."""
    reports, file = [*hard_cases()], tmp_path / FILE
    file.write_text(calendar_text(reports, WorkingDays(), Speaker("vi")), encoding="utf-8", newline="")
    events = icalendar.Calendar.from_ical(file.read_bytes()).walk("VEVENT")
    read = events_by_ical_js(file, tmp_path)
    assert len(read) == len(events) == 3
    for other, event in zip(read, events, strict=True):
        midnight = datetime.combine(event.start, datetime.min.time())
        assert other == {
            "uid": str(event["uid"]),
            "summary": str(event["summary"]),
            "description": str(event["description"]),
            "stamp": f"{event.stamp:%Y-%m-%dT%H:%M:%SZ}",
            "sequence": 0,
            "start": event.start.isoformat(),
            "end": event.end.isoformat(),
            "whole": True,
            "alarms": [(midnight - timedelta(days=days) + timedelta(hours=8)).isoformat() for days in (7, 2)],
        }


def test_two_places_that_follow_one_generic_plan_have_events_of_their_own():
    """The code of the place is part of what identifies an event; the unit and the days of the period are too."""
    [report, *_rest] = hard_cases()
    texts = [calendar_text([DueReport(report.plan, report.item, place)], WorkingDays(), Speaker("vi")) for place in ("07621", "05152")]
    uids = [str(event["uid"]) for text in texts for event in icalendar.Calendar.from_ical(text).walk("VEVENT")]
    assert len({*uids}) == 2
