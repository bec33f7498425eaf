"""Figures of years that are over (docs/domain.md, section 4): what was never recorded stays wanted until it is, or the year is closed."""

from datetime import date

from planmonitor.assessment.acts import Closing
from planmonitor.assessment.known import Known
from planmonitor.assessment.plans import judge_plan
from planmonitor.assessment.wanted import wanted
from support.reports import UNDATED, had, plan_of
from support.rules import bar, counted
from support.rules import had as did
from support.rules import measure_of as rules_measure

PLAN, USED, LATER = plan_of(UNDATED, end=2030), date(2026, 3, 1), date(2028, 1, 1)


def years(*figures, plan=PLAN, since=USED, on=LATER, closed=()):
    """Return the years of which a figure is wanted because there is none."""
    known = Known(figures, since=since, closings=tuple(Closing(year, "07621") for year in closed))
    return sorted(item.period.year for item in wanted(judge_plan(plan, known, on)) if item.why == "missing")


def test_a_year_that_is_over_and_of_which_nothing_was_recorded_stays_wanted():
    """On its last day and on the day after; a figure of it settles that year alone."""
    assert years(on=date(2026, 12, 31)) == [2026]
    assert years(on=date(2027, 1, 1)) == [2026, 2027]
    assert years() == [2026, 2027, 2028]
    assert years(had("2027")) == [2026]
    assert years(had("2026"), had("2027"), had("2028")) == []


def test_a_closed_year_is_not_wanted():
    """Closed with what was open: nobody is asked for its figures any more."""
    assert years(closed=(2026,)) == [2027, 2028]


def test_no_year_before_the_first_entry_is_wanted():
    """A workspace that begins in 2027 does not ask for 2026, and one without an entry for no year that is over."""
    assert [years(since=since) for since in (date(2026, 12, 31), date(2027, 1, 1), None)] == [[2026, 2027, 2028], [2027, 2028], [2028]]


def test_a_figure_to_compare_with_is_none_of_its_year():
    """What was noted for comparison alone does not settle a year of the plan."""
    assert years(had("2026", comparison=True)) == [2026, 2027, 2028]


def test_a_task_that_was_done_is_not_wanted_again():
    """Done in 2027, it is not asked for of 2026."""
    task = rules_measure(counted("yes_no", "any_breach"), bar("done"), owners=("a",))
    years_of = [years(figure, plan=plan_of(UNDATED, measures=(task,), end=2030)) for figure in (did("2027", yes=True), did("2027", yes=False))]
    assert years_of == [[], [2026]]
