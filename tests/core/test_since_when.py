"""Since when a case waits for its report, and since when a report is overdue (docs/domain.md, rules 18 to 20)."""

from datetime import UTC, date, datetime

from attrs import evolve
from support.reports import ON_EVENT, YEARLY, had, measure_of, owed, plan_of, sent

CASES = plan_of(ON_EVENT, measures=(measure_of("1"), measure_of("2")))
JULY = date(2026, 7, 20)


def told(revision, month, value, **more):
    """Return a revision of the number of cases of 2026, recorded on the first of a month."""
    return evolve(had("2026", value=value, **more), revision=revision, recorded_at=datetime(2026, month, 1, 9, tzinfo=UTC))


def since(*revisions, sendings=()):
    """Return since when a case waits, on 20 July, of the revisions there are; None where none does."""
    latest = {figure.key: figure for figure in revisions}
    report = owed(CASES, JULY, *latest.values(), journal=revisions, sendings=sendings).deadlines[0]
    return report.arisen_since if report.state == "arisen" else None


def test_a_case_waits_since_it_was_recorded():
    """A further case, recorded later, does not make the first one newer."""
    assert since(told(1, 3, 1)) == date(2026, 3, 1)
    assert since(told(1, 3, 1), told(2, 5, 2)) == date(2026, 3, 1)


def test_a_case_taken_back_and_recorded_again_is_a_new_one():
    """What was a mistake in March waits for nothing; the case of June does."""
    assert since(told(1, 3, 1), told(2, 4, 0)) is None
    assert since(told(1, 3, 1), told(2, 4, 0), told(3, 6, 1)) == date(2026, 6, 1)


def test_a_letter_tells_of_what_was_recorded_before_it():
    """Of two cases one of which was reported, the other waits since it was recorded."""
    letter = evolve(sent("2026", date(2026, 4, 2), duty="case"), revision=1)
    assert since(told(1, 3, 1), sendings=(letter,)) is None
    assert since(told(1, 3, 1), told(2, 5, 2), sendings=(letter,)) == date(2026, 5, 1)


def test_a_report_is_overdue_since_the_day_after_its_last_one():
    """By the number of days it is late that day is counted too."""
    for day, days in ((26, 1), (30, 5)):
        [report] = [item for item in owed(plan_of(YEARLY, end=2026), date(2026, 11, day)).deadlines if item.period.year == 2026]
        assert (report.state, report.overdue_since, report.late_days) == ("overdue", date(2026, 11, 26), days)
    [report] = owed(plan_of(YEARLY, end=2026), date(2026, 11, 25)).deadlines
    assert (report.state, report.overdue_since) == ("not_due", None)


def test_a_case_that_came_after_a_letter_waits_since_there_were_more_than_it_told():
    """Sent at 5; corrected to 4 in May and to 5 in June, one is new since June; corrected down alone, or to 7 and back, none is."""
    letter = evolve(sent("2026", date(2026, 4, 2), duty="case"), revision=1)
    five = told(1, 3, 5)
    assert since(five, told(2, 5, 4), told(3, 6, 5), sendings=(letter,)) == date(2026, 6, 1)
    assert since(five, told(2, 5, 7), told(3, 6, 4), told(4, 7, 6), sendings=(letter,)) == date(2026, 7, 1)
    assert since(five, told(2, 5, 6), told(3, 6, 7), sendings=(letter,)) == date(2026, 5, 1)
    assert since(five, told(2, 5, 4), sendings=(letter,)) is None
    assert since(five, told(2, 5, 7), told(3, 6, 5), sendings=(letter,)) is None
