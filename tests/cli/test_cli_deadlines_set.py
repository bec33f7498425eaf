"""A letter sets the last day of a report: what moves is shown first, then it is written, and can be taken back (docs/domain.md, rules 16 and 18)."""

from datetime import date

import pytest

ANNUAL = "child-labour/van-son-2026-2030/annual-report"
WORK = "child-work-2026/van-son"
CIRCULAR = "drowning/injury-surveillance-2026-2030"
LETTER = ("--document", "45/UBND-VX", "--dated", "15/10/2026")


def text_of(monitor) -> str:
    return (monitor.folder / "monitor.toml").read_text(encoding="utf-8")


def owed(monitor, duty="annual-report", period="2026"):
    found = monitor("deadlines", "--format", "json").json
    return next(item for item in found if item["duty"] == duty and item["period"] == period)


@pytest.fixture
def dated(van_son):
    """Return a runner where the annual report is due by 24 November, as the place answered on the first of October."""
    van_son.today = date(2026, 10, 1)
    van_son("answer", "annual-report-day", "24/11", "--document", "12/UBND")
    van_son.today = date(2026, 11, 1)
    return van_son


def test_a_letter_sets_the_day_of_one_period_and_says_what_moves(dated):
    """The report on 2026 moves, that on 2027 does not; the day is shown as the place's, with its letter."""
    said = dated("deadlines", "set", "annual-report", "--period", "2026", "--last-day", "30/11/2026", *LETTER)
    assert "year 2026: 24 November 2026 becomes 30 November 2026 (not due yet)." in said.words
    assert "30 November 2026 lies before year 2026 ends (14 December 2026); figures sent by then are estimates." in said.words
    item = owed(dated)
    assert (item["last_day"], item["set_by"]["document"], item["set_by"]["dated"]) == ("2026-11-30", "45/UBND-VX", "2026-10-15")
    assert owed(dated, period="2027")["last_day"] == "2027-11-24"
    assert "hạn do địa phương ghi theo: 45/UBND-VX ngày 15/10/2026" in dated("deadlines", lang="vi").words


def test_comments_stay_and_undo_takes_the_day_back(dated):
    """monitor.toml says byte for byte what it said before; the receipt tells of report and period."""
    path = dated.folder / "monitor.toml"
    path.write_text(path.read_text(encoding="utf-8") + "\n# của chị Hoa\n", encoding="utf-8")
    before = text_of(dated)
    dated("deadlines", "set", "annual-report", "--period", "2026", "--last-day", "30/11/2026", *LETTER)
    assert "# của chị Hoa" in text_of(dated)
    assert '2026 = { last_day = 2026-11-30, dated = 2026-10-15, document = "45/UBND-VX" }' in text_of(dated)
    receipt = dated("receipts", "--format", "json").json[0]
    assert (receipt["kind"], receipt["first_entry"]) == (
        "deadline",
        "Annual report on preventing child labour, year 2026: 30 November 2026 (45/UBND-VX of 15 October 2026)",
    )
    said = dated("undo", receipt["receipt"], "--reason", "nhầm")
    assert "Taken back: the last day of Annual report on preventing child labour, year 2026." in said.words
    assert text_of(dated) == before
    assert owed(dated)["last_day"] == "2026-11-24"


def test_each_of_two_periods_is_taken_back_on_its_own(dated):
    """What was set for 2027 stays when that of 2026 goes."""
    dated("deadlines", "set", "annual-report", "--period", "2026", "--last-day", "30/11/2026", *LETTER)
    first = dated("receipts", "--format", "json").json[0]["receipt"]
    dated("deadlines", "set", "annual-report", "--period", "2027", "--last-day", "30/11/2027", *LETTER)
    dated("undo", first, "--reason", "nhầm")
    assert [owed(dated, period=year)["last_day"] for year in ("2026", "2027")] == ["2026-11-24", "2027-11-30"]


def test_a_day_that_was_changed_by_hand_since_is_not_taken_back(dated):
    """What somebody wrote there afterwards stays."""
    dated("deadlines", "set", "annual-report", "--period", "2026", "--last-day", "30/11/2026", *LETTER)
    path = dated.folder / "monitor.toml"
    path.write_text(path.read_text(encoding="utf-8").replace("2026-11-30", "2026-12-01"), encoding="utf-8")
    refused = dated("undo", dated("receipts", "--format", "json").json[0]["receipt"], "--reason", "nhầm", code=3)
    said = "The last day of 'Annual report on preventing child labour' was changed in monitor.toml since; nothing was taken back."
    assert said in " ".join(refused.err.split())
    assert owed(dated)["last_day"] == "2026-12-01"


def test_dry_run_and_the_same_letter_again_write_nothing(dated):
    """What stands there stands there once."""
    before = text_of(dated)
    said = dated("deadlines", "set", "annual-report", "--period", "2026", "--last-day", "30/11/2026", *LETTER, "--dry-run")
    assert "Nothing was written." in said.out
    assert text_of(dated) == before
    dated("deadlines", "set", "annual-report", "--period", "2026", "--last-day", "30/11/2026", *LETTER)
    once = text_of(dated)
    again = dated("deadlines", "set", "annual-report", "--period", "2026", "--last-day", "30/11/2026", *LETTER)
    assert "Just this day was set before, by 45/UBND-VX of 15 October 2026." in again.words
    assert text_of(dated) == once


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--period", "2027", "--last-day", "14/12/2026"), "lies before year 2027 begins (15 December 2026)"),
        (("--period", "2027", "--last-day", "1/3/2027"), "less than half of year 2027 is over"),
        (("--period", "2026", "--last-day", "1/10/2026"), "lies before the date of the letter that sets it, 15 October 2026"),
        (("--period", "2035", "--last-day", "1/12/2035"), "is not owed for year 2035"),
        (("--period", "2026-Q2", "--last-day", "1/12/2026"), "is not owed for quarter II/2026"),
        (("--period", "2026", "--last-day", "1/12/2101"), "The public holidays of 2101 are not known"),
        (("--period", "2026", "--last-day", "30/11"), "'30/11' is no date"),
        (("--period", "mùa hè", "--last-day", "30/11/2026"), "is not a reporting period"),
        (("--last-day", "30/11/2026"), "is no day of every year"),
        (("--last-day", "30/11"), "was set already: 24/11, by 12/UBND"),
    ],
)
def test_a_day_that_contradicts_the_report_its_letter_or_another_is_refused(dated, arguments, said):
    """Each in one sentence, and nothing is written."""
    before, receipts = text_of(dated), dated("receipts", "--format", "json").json
    refused = dated("deadlines", "set", "annual-report", *arguments, *LETTER, code=3)
    assert said in " ".join(refused.err.split())
    assert (text_of(dated), dated("receipts", "--format", "json").json) == (before, receipts)


def test_a_day_by_which_less_than_half_of_the_period_is_over_is_asked_about(dated):
    """Rule 16: whoever means it says so."""
    dated("deadlines", "set", "annual-report", "--period", "2027", "--last-day", "1/3/2027", *LETTER, "--early")
    assert owed(dated, period="2027")["last_day"] == "2027-03-01"


def test_a_second_letter_with_another_day_is_refused_and_names_the_first(dated):
    """How the first is taken back stands there too."""
    dated("deadlines", "set", "annual-report", "--period", "2026", "--last-day", "30/11/2026", *LETTER)
    before = text_of(dated)
    refused = dated("deadlines", "set", "annual-report", "--period", "2026", "--last-day", "5/12/2026", "--document", "46/UBND", code=3)
    assert "was set already: 30 November 2026, by 45/UBND-VX of 15 October 2026. Two letters cannot both set it." in " ".join(refused.err.split())
    assert "monitor undo" in refused.err
    assert text_of(dated) == before


def test_a_letter_of_tomorrow_is_refused(dated):
    """No letter is cited before its day."""
    refused = dated(
        "deadlines", "set", "annual-report", "--period", "2026", "--last-day", "30/11/2026", "--document", "1/UB", "--dated", "2/11/2026", code=3
    )
    assert "The letter of 2 November 2026 lies after today." in refused.err


def test_a_report_that_does_not_exist_is_refused_with_near_ones(dated):
    """As everywhere else."""
    refused = dated("deadlines", "set", "anual-report", "--period", "2026", "--last-day", "30/11/2026", *LETTER, code=2)
    assert "annual-report" in refused.err


def test_a_report_on_events_has_no_day_to_be_set(monitor):
    """A case makes it due."""
    monitor.follow(WORK)
    refused = monitor("deadlines", "set", "case-report", "--period", "2026", "--last-day", "30/11/2026", *LETTER, code=3)
    assert "is due when a case occurs; no letter sets its day." in " ".join(refused.err.split())


def test_from_now_on_is_the_same_fact_as_the_answer(van_son):
    """A report that the document leaves undated: the day stands among the answers, with number and date of the letter, and in no other place."""
    said = van_son("deadlines", "set", "annual-report", "--last-day", "trước ngày 10/12", *LETTER)
    assert "Written" not in said.err
    assert 'annual-report-day = { value = "12-09", since = 2026-10-15, document = "45/UBND-VX ngày 15/10/2026" }' in text_of(van_son)
    assert "deadlines" not in text_of(van_son)
    again = van_son("answer", "annual-report-day", "trước ngày 10/12", "--document", "45/UBND-VX ngày 15/10/2026")
    assert "Just this was answered before." in again.words
    assert "Just this was answered before." in van_son("deadlines", "set", "annual-report", "--last-day", "09/12", *LETTER).words
    other = van_son("deadlines", "set", "annual-report", "--last-day", "15/12", "--document", "46/UBND", code=3)
    assert "was set already: 09/12, by 45/UBND-VX ngày 15/10/2026" in " ".join(other.err.split())
    van_son("undo", van_son("receipts", "--format", "json").json[0]["receipt"], "--reason", "nhầm")
    assert "annual-report-day" not in text_of(van_son)


def test_from_now_on_dates_no_report_that_was_due_before_the_letter(van_son):
    """A letter of 15 October sets 30 September: the report on 2026 stays without a day, that on 2027 is the first; typing makes none overdue."""
    van_son("record", "4a", "--period", "2026-Q1", "--numerator", "45", "--denominator", "50")
    van_son("deadlines", "set", "annual-report", "--last-day", "30/9", *LETTER)
    found = [item for item in van_son("deadlines", "--format", "json").json if item["duty"] == "annual-report"]
    assert [(item["period"], item["last_day"], item["state"]) for item in found][:1] == [("2027", "2027-09-30", "not_due")]


def test_a_dated_report_may_be_moved_for_good_from_the_letter_on(monitor):
    """What was due before the letter keeps its day: typing makes nothing overdue."""
    monitor.today = date(2026, 10, 20)
    monitor.follow("child-labour/kon-tum-2021-2025")
    monitor.today = date(2025, 7, 1)
    said = monitor("deadlines", "set", "annual-report", "--last-day", "20/11", "--document", "9/UBND", "--dated", "1/6/2025")
    assert "9 December 2025 becomes 20 November 2025" in said.words
    assert "2024" not in said.words.replace("2021-2025", "")
    assert 'every-year = { last_day = "11-20", since = 2025-06-01, dated = 2025-06-01, document = "9/UBND" }' in text_of(monitor)
    found = {item["period"]: item["last_day"] for item in monitor("deadlines", "--format", "json").json if item["duty"] == "annual-report"}
    assert (found["2024"], found["2025"]) == ("2024-12-09", "2025-11-20")


def test_a_report_sent_in_time_that_would_be_late_by_the_letter_is_told_first(dated):
    """The first line of all says so; the letter's terms are what they are."""
    dated.today = date(2026, 11, 22)
    dated("reports", "submit", "annual-report", "--period", "2026", "--number", "45/BC", "--dated", "2026-11-20")
    said = dated("deadlines", "set", "annual-report", "--period", "2026", "--last-day", "18/11/2026", *LETTER)
    assert said.words.startswith("Note: ")
    assert "year 2026: sent in time so far; by this letter 2 days late." in said.words
    assert (owed(dated)["state"], owed(dated)["late_days"]) == ("late", 2)


def test_a_report_that_would_be_overdue_by_the_letter_is_told_first(dated):
    """Five days past the day it sets."""
    dated.today = date(2026, 11, 20)
    said = dated("deadlines", "set", "annual-report", "--period", "2026", "--last-day", "15/11/2026", *LETTER, "--dry-run")
    assert "year 2026: by this letter 5 days past the last day." in said.words.split("What changes:")[0]


def test_a_report_on_request_is_owed_once_a_letter_asks_for_it(monitor):
    """It has a day, is sent in time by its letter, and is overdue where none was; another letter may ask on another period."""
    monitor.today = date(2026, 10, 1)
    monitor.follow(WORK)
    monitor("record", f"{WORK}/4a", "--period", "2026-Q1", "--value", "0", "--by", "Công an xã")
    monitor.today = date(2026, 11, 12)
    duty, by = f"{WORK}/ad-hoc-report", ("--document", "77/SYT", "--dated", "10/11/2026")
    refused = monitor("deadlines", "set", duty, "--last-day", "20/11", *by, code=3)
    assert "is asked for once by each letter" in refused.err
    monitor("deadlines", "set", duty, "--period", "2026-Q3", "--last-day", "20/11/2026", *by, "--unit", "Công an xã")
    assert [(item["unit"], item["last_day"], item["state"]) for item in asked_of(monitor)] == [("cong-an-xa", "2026-11-20", "not_due")]
    monitor.today = date(2026, 11, 22)
    assert [item["state"] for item in asked_of(monitor)] == ["overdue"]
    assert "Báo cáo đột xuất" in monitor("check", lang="vi", code=1).words
    monitor("reports", "submit", duty, "--period", "2026-Q3", "--unit", "cong-an-xa", "--number", "5/BC", "--dated", "2026-11-19")
    assert [item["state"] for item in asked_of(monitor)] == ["on_time"]
    monitor("deadlines", "set", duty, "--period", "2026-Q4", "--last-day", "10/12/2026", *by)
    assert len(asked_of(monitor)) == 8


def asked_of(monitor):
    return [item for item in monitor("deadlines", "--format", "json").json if item["duty"] == "ad-hoc-report"]


def test_what_was_typed_by_hand_is_checked_as_it_is_read(dated):
    """Each with table, key and cure; two letters on one report are one too many."""
    sound = text_of(dated)
    table = '\n[plans."child-labour/van-son-2026-2030".deadlines.'
    for wrong, named in (
        (f"{table}anual-report]\n", "annual-report"),
        (f'{table}annual-report]\n2027 = {{ last_day = "11-30" }}\n', "a date such as"),
        (f"{table}annual-report]\n2027 = {{ last_day = 2026-11-30 }}\n", "lies before year 2027 begins"),
        (f"{table}annual-report]\n2027 = {{ document = '1/UB' }}\n", "key 'last_day' is missing"),
        (f"{table}annual-report]\nsummer = {{ last_day = 2026-11-30 }}\n", "is not a reporting period"),
        (f'{table}annual-report]\n"2026 cong-an" = {{ last_day = 2026-11-30 }}\n', "is not a reporting period"),
        (f'{table}annual-report]\n2026 = {{ last_day = 2026-11-30 }}\n"năm 2026" = {{ last_day = 2026-12-01 }}\n', "two letters"),
        (f'{table}annual-report]\nevery-year = {{ last_day = "11-30", since = 2026-01-01 }}\n', "answer its question"),
    ):
        (dated.folder / "monitor.toml").write_text(sound + wrong, encoding="utf-8")
        assert named in " ".join(dated("deadlines", code=3).err.split())


def test_lead_days_and_the_way_a_recipient_counts_are_settled_by_report(monitor):
    """ "Trước ngày 10/12" with the day counted in is the 10th, shown as theirs; figures are asked for three working days before."""
    monitor.today = date(2025, 10, 1)
    monitor.follow("child-labour/kon-tum-2021-2025")
    path = monitor.folder / "monitor.toml"
    sound = path.read_text(encoding="utf-8")
    duties = '\n[plans."child-labour/kon-tum-2021-2025".duties]\n'
    path.write_text(f"{sound}{duties}annual-report = {{ named_day_counts = true, lead_days = 3, document = '1/LĐ' }}\n", encoding="utf-8")
    item = owed(monitor, period="2025")
    assert (item["last_day"], item["asked_by"]) == ("2025-12-10", "2025-12-05")
    assert "the recipient counts the named day in" in monitor("deadlines").words
    for wrong, named in (
        ("annual-report = { lead_days = 61 }", "a number of working days from 0 to 60"),
        ("annual-report = { leaddays = 1 }", "lead_days"),
        ("ad-hoc-report = { named_day_counts = true }", "names no day that it leaves out"),
    ):
        path.write_text(f"{sound}{duties}{wrong}\n", encoding="utf-8")
        assert named in " ".join(monitor("deadlines", code=3).err.split())


def test_a_report_due_by_working_days_may_be_moved_for_one_period(monitor):
    """The health station's half-year of the circular: its ten working days give way to the day of the letter."""
    monitor.today = date(2027, 6, 1)
    monitor.follow(CIRCULAR)
    said = monitor("deadlines", "set", "station-half-year", "--period", "6 tháng đầu năm 2027", "--last-day", "20/7/2027", "--document", "8/KSBT")
    assert "14 July 2027 becomes 20 July 2027" in said.words
    assert "Note: No date of the letter is named." in said.err


def test_a_day_that_lies_before_the_first_entry_makes_the_report_overdue_and_that_is_said_first(van_son):
    """Due by the 27th of November by the first entry there is, of the 29th: the report does not vanish among what was before."""
    van_son.today = date(2026, 11, 29)
    said = van_son("deadlines", "set", "annual-report", "--period", "2026", "--last-day", "27/11/2026", *LETTER)
    assert "by this letter 2 days past the last day." in said.words
    assert said.words.index("2 days past") < said.words.index("What changes:")
    item = owed(van_son)
    assert (item["state"], item["late_days"]) == ("overdue", 2)
