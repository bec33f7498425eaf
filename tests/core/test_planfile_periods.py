"""What a report is on, and by which day of which month, is read from the words of its rule or from the file (docs/plan-file.md)."""

from datetime import date
from pathlib import Path

import pytest
from planmonitor.plantext.reporting import leaves_day_out, rule_of
from support.local_plan import check, replace, with_file

OLD = 'kind = "dated"\nrule = "trước ngày 25/11"\nlast_day = "11-24"\nperiod = "year"\n'


@pytest.mark.parametrize(
    ("rule", "period"),
    [
        ("hằng quý theo quy định", "quarter"),
        ("báo cáo hàng tháng", "month"),
        ("định kỳ 6 tháng", "half-year"),
        ("báo cáo 6 tháng cuối năm", "second-half"),
        ("báo cáo 9 tháng trước ngày 10/9", "nine-months"),
        ("báo cáo năm (trước ngày 10/11)", "year"),
        ("kết thúc năm học, trước ngày 15/6", "school-year"),
        ("định kỳ 6 tháng, năm", "both"),
        ("định kỳ hằng quý, 6 tháng", "both"),
        ("Báo cáo Tháng hành động vì trẻ em", None),
        ("trước ngày 10 tháng 7 hằng năm", None),
        ("báo cáo quý 3 năm 2026", None),
    ],
)
def test_the_words_of_a_rule_say_on_what_it_reports(rule: str, period: str | None) -> None:
    """As officers write it; several, or none, are left to a person."""
    assert rule_of(rule).period == period


@pytest.mark.parametrize(
    ("rule", "day", "month"),
    [
        ("trước ngày 05 của tháng sau", 4, "after"),
        ("chậm nhất ngày 05 của tháng tiếp theo", 5, "after"),
        ("chậm nhất ngày 25 tháng cuối quý", 25, "last"),
        ("chậm nhất vào ngày 25 của tháng cuối quý", 25, "last"),
        ("báo cáo quý trước ngày 10 của tháng đầu quý sau", 9, "after"),
        ("trước ngày 01 của tháng sau", 31, "last"),
        ("trước ngày 20 hằng tháng", 19, "last"),
        ("hằng tháng chậm nhất ngày 20", 20, "last"),
    ],
)
def test_the_words_of_a_rule_say_the_day_of_a_month(rule: str, day: int, month: str) -> None:
    """ "Trước ngày" leaves the day out; before the first of the month after lies the last day of the month before it."""
    read = rule_of(rule)
    assert (read.kind, read.due_day, read.due_month, read.last_day) == ("day_of_month", day, month, None)


@pytest.mark.parametrize(
    ("rule", "leaves"),
    [("trước ngày 10/6", True), ("trước ngày 05 của tháng sau", True), ("chậm nhất ngày 10/6", False), ("trước hoặc trong ngày 10/6", False)],
)
def test_only_truoc_ngay_leaves_the_named_day_out(rule: str, leaves: bool) -> None:
    """Of other rules no recipient could count one day more in."""
    assert leaves_day_out(rule) is leaves


def owed(monitor, days: str, *arguments: str):
    """Return period and last day of the reports of a plan whose report says so; it is followed on the first day of its second year."""
    monitor.today = date(2026, 1, 1)
    place = with_file(monitor)
    replace(place, OLD, days)
    replace(place, "Báo cáo trước ngày 25/11.", days.split('"')[1])
    check(place)
    place("plans", "follow", "local/thu-nghiem")
    found = place("deadlines", "--from", "2026-01-01", "--to", "2027-01-31", "--format", "json", *arguments).json
    return [(item["period"], item["last_day"]) for item in found]


def test_a_plan_file_may_order_a_report_on_each_quarter(monitor) -> None:
    """The rule alone says all: on quarters, by the 25th of the last month of each."""
    found = owed(monitor, 'rule = "hằng quý, chậm nhất ngày 25 tháng cuối quý"\n')
    assert found == [("2026-Q2", "2026-06-25"), ("2026-Q3", "2026-09-25"), ("2026-Q4", "2026-12-25")]


def test_a_plan_file_may_order_a_report_on_each_month(monitor) -> None:
    """By the 4th of the month after; the plan was issued on 1 April, so that the report on February is not owed."""
    found = owed(monitor, 'rule = "báo cáo hằng tháng trước ngày 05 của tháng sau"\n')
    assert found[:2] == [("2026-03", "2026-04-04"), ("2026-04", "2026-05-04")]
    assert found[-1] == ("2026-12", "2027-01-04")


def test_a_plan_file_may_order_a_report_on_the_school_year(monitor) -> None:
    """Its days stand in the file; without them it is refused, and says which key is wanted."""
    days = 'rule = "kết thúc năm học, trước ngày 15/6"\nperiod_start = "09-05"\nperiod_end = "05-31"\n'
    assert owed(monitor, days) == [("2025-09-05/P269D", "2026-06-14")]
    said = monitor("deadlines", "--from", "2026-01-01", "--to", "2026-12-31", lang="vi").words
    assert "năm học 2025-2026" in said
    replace(monitor, 'period_start = "09-05"\n', "")
    assert "period_start" in check(monitor, code=3).err


def test_a_day_that_its_rule_does_not_mean_is_a_breach(monitor) -> None:
    """The two readings are held against each other."""
    place = with_file(monitor)
    replace(place, OLD, 'rule = "hằng quý, chậm nhất ngày 25 tháng cuối quý"\ndue_day = 24\n')
    replace(place, "Báo cáo trước ngày 25/11.", "hằng quý, chậm nhất ngày 25 tháng cuối quý")
    said = check(place, code=1)
    assert "means day 25 of the month 'last', the report has another" in said.words


def test_a_report_due_before_what_it_reports_on_begins_is_a_breach_and_no_letter_sets_such_a_day(monitor) -> None:
    """The second half begins on 15 June: 10 March of that year lies before it, as a plan's day and as a letter's."""
    monitor.today = date(2026, 5, 1)
    place = with_file(monitor)
    replace(place, OLD, 'kind = "dated"\nrule = "trước ngày 25/11"\nlast_day = "03-10"\nlast_day_in = "year"\nperiod = "second-half"\n')
    assert "the last day 10 March 2026 lies before second half of 2026 begins (15 June 2026)" in check(place, code=1).words
    replace(place, 'kind = "dated"\nrule = "trước ngày 25/11"\nlast_day = "03-10"\nlast_day_in = "year"\n', 'kind = "undated"\nrule = "Báo cáo"\n')
    place("plans", "follow", "local/thu-nghiem")
    refused = place("deadlines", "set", "bao-cao-nam", "--last-day", "10/3 năm báo cáo", "--document", "9/UBND", code=3)
    assert "lies before second half of 2026 begins" in " ".join(refused.err.split())


def test_an_undated_report_of_every_quarter_asks_for_no_day_of_the_year(monitor) -> None:
    """One day of every year dates none of them: its days are set period by period."""
    monitor.today = date(2026, 5, 1)
    place = with_file(monitor)
    replace(place, OLD, 'rule = "hằng quý theo quy định"\n')
    place("plans", "follow", "local/thu-nghiem")
    assert "bao-cao-nam-day" not in place("questions", "--all").out
    place("deadlines", "set", "bao-cao-nam", "--period", "quý II/2026", "--last-day", "20/6/2026", "--document", "9/UBND", "--dated", "20/4/2026")
    assert ("2026-Q2", "2026-06-20") in [(item["period"], item["last_day"]) for item in place("deadlines", "--format", "json").json]


def test_lead_days_that_a_document_names_stand_in_its_plan_file(monitor) -> None:
    """Figures are asked for that many working days before."""
    place = with_file(monitor)
    monitor.today = date(2026, 5, 1)
    replace(place, 'period = "year"\n', 'period = "year"\nlead_days = 5\n')
    check(place)
    place("plans", "follow", "local/thu-nghiem")
    [item] = [one for one in place("deadlines", "--format", "json").json if one["period"] == "2026"]
    assert (item["last_working_day"], item["asked_by"]) == ("2026-11-23", "2026-11-16")
    assert "figures asked for by 16 November 2026" in place("deadlines").words


def test_what_the_plan_file_says_is_written_and_read_back(tmp_path: Path) -> None:
    """Kinds, days of months and of school years among it; what the words say is not written again."""
    from planmonitor.planfile.unsaid import report

    entry = {"id": "r", "rule": "hằng quý, chậm nhất ngày 25 tháng cuối quý", "kind": "day_of_month", "period": "quarter", "due_day": 25}
    assert report({**entry, "due_month": "last"}) == {"id": "r", "rule": entry["rule"]}
    assert report({**entry, "due_month": "after"})["due_month"] == "after"
