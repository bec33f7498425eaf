"""What is recorded of a figure, and how it is compared and shown (docs/domain.md, rules 8, 9, 11 and 15)."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from planmonitor import CALENDAR, BadData, Breakdown, Category, InvalidPlan, Text, UnknownName
from planmonitor.assessment.breakdowns import check_breakdowns
from planmonitor.assessment.rollup import expected_parts
from planmonitor.assessment.values import holds, shown, still_needed
from planmonitor.workspace.admission import Draft, admit
from planmonitor_exchange.figures.typed import read_figure
from support.rules import AFTER, CLOSED, FLOW, OPEN, RATIO, YES_NO, ZERO, bar, counted, had, judge, plan_of, status, whose

SEX = Breakdown("sex", Text("Giới tính", "Sex"), "partition", (Category("male", Text("Nam", "Male")), Category("female", Text("Nữ", "Female"))))
SOME = Breakdown("some", Text("Trong đó", "Of which"), "subset", (Category("poor", Text("Nghèo", "Poor")), Category("ill", Text("Ốm", "Ill"))))


def admitted(definition, target, **given):
    figure, _warnings = at_the_door(definition, target, **given)
    return figure


def at_the_door(definition, target, *, today, owners=(), period="2026", populations=(), **draft):
    plan = plan_of(definition, target, owners)
    parts = expected_parts(plan, plan.measures[0], (), today)
    draft = Draft("", period, **draft)
    return admit(plan, plan.measures[0], draft, place="07621", whose=whose(plan, plan.measures[0], parts), today=today, recorded=populations)


# ---------------------------------------------------------------- Rules 8, 9 and 15: what is recorded


@pytest.mark.parametrize("wrong", [1.5, True, "3", Decimal("2.5"), -1])
def test_a_count_is_an_exact_whole_number_that_is_not_negative(wrong):
    """Rule 8: integers, never binary floats."""
    with pytest.raises(InvalidPlan, match="numerator"):
        had("2026", wrong, 3)


@pytest.mark.parametrize("wrong", [0.5, Decimal("NaN"), Decimal("Infinity"), Decimal("-0.5")])
def test_points_are_exact_and_finite(wrong):
    """Rule 8: exact decimals, never binary floats."""
    with pytest.raises(InvalidPlan, match="value"):
        had("2026", value=wrong)


def test_a_figure_is_known_by_definition_place_unit_days_and_breakdown_only():
    """Rule 8: the plan, the state and the sender are no part of the key; days and breakdown are."""
    figure = had("2026", value=3)
    assert figure.key == had("2026", value=9, state="estimated", supplied_by="a", note="b").key
    others = (had("2026-S1", value=3), had("2026", value=3, unit="a"), had("2026", value=3, breakdown=(("sex", "male"),)))
    assert len({figure.key, *(other.key for other in others)}) == 4


@pytest.mark.parametrize(
    ("definition", "draft"),
    [
        (RATIO, {}),
        (RATIO, {"numerator": 3}),
        (RATIO, {"value": Decimal("99.7")}),
        (RATIO, {"numerator": 3, "denominator": 4, "value": 75}),
        (RATIO, {"numerator": 5, "denominator": 4}),
        (RATIO, {"numerator": 3, "denominator": 4, "counts": "people_times"}),
        (FLOW, {}),
        (FLOW, {"value": Decimal("1.5")}),
        (FLOW, {"value": 10**13}),
        (FLOW, {"yes": True}),
        (YES_NO, {"value": 1}),
        (counted("score"), {"value": 101}),
    ],
)
def test_a_figure_that_does_not_fit_its_definition_is_refused(definition, draft):
    """Rules 7, 8 and 9: counts and not percentages, both of them; nothing given is not zero."""
    target = bar("done") if definition is YES_NO else bar(">=", 90)
    with pytest.raises(BadData):
        admitted(definition, target, today=CLOSED, **draft)


def test_everybody_is_100_percent_and_may_be_recorded():
    """Rule 8: a numerator as large as its denominator fits."""
    assert admitted(RATIO, bar(">=", 90), today=CLOSED, numerator=4, denominator=4).numerator == 4


def test_a_target_due_after_the_plan_takes_figures_up_to_its_due_date():
    """Rules 2 and 15: an orientation to 2035 in a plan that ends in 2030."""
    today, target = date(2036, 2, 1), bar(">=", 90, scope="orientation", due=date(2035, 12, 31))
    assert admitted(RATIO, target, today=today, period="2035", numerator=4, denominator=4).period.year == 2035
    assert status(RATIO, target, had("2035", 4, 4), on=today) == "met"


def test_zero_is_recorded_as_a_value():
    """Rule 9: 0 cases is a figure; with none there is no data."""
    assert admitted(FLOW, ZERO, today=CLOSED, value=0).value == 0
    assert [status(FLOW, ZERO, *figures, on=CLOSED) for figures in ((had("2026", value=0),), ())] == ["met", "no_data"]


@pytest.mark.parametrize(("typed", "read"), [("", None), ("  ", None), ("0", 0), ("12,5", Decimal("12.5"))])
def test_an_empty_cell_is_missing_and_0_is_zero(typed, read):
    """Rule 9: the two are told apart."""
    assert (read, type(read)) == (read_figure(typed), type(read_figure(typed)))


@pytest.mark.parametrize("typed", ["không", "Không", "-", "KPS", "–"])
def test_a_word_in_a_figure_cell_is_asked_about(typed):
    """Rule 9: "không", "-" and "KPS" may mean zero or nothing reported."""
    with pytest.raises(BadData, match="zero or nothing reported"):
        read_figure(typed)


def test_a_period_that_is_not_over_makes_an_estimate_and_says_so():
    """Rule 8: up to the last day of the period; and the figure runs to the day it is handed in."""
    during, warnings = at_the_door(RATIO, bar(">=", 9), today=OPEN, numerator=1, denominator=2, state="final")
    assert (during.state, during.until, len(warnings)) == ("estimated", OPEN, 1)
    assert admitted(RATIO, bar(">=", 9), today=date(2026, 12, 31), numerator=1, denominator=2).state == "estimated"
    after, warnings = at_the_door(RATIO, bar(">=", 9), today=CLOSED, numerator=1, denominator=2)
    assert ("final", date(2026, 12, 31), 0) == (after.state, after.until, len(warnings))


def test_a_figure_of_what_must_not_occur_is_never_an_estimate():
    """Rule 17: provisional while its period is open, refused as an estimate even afterwards."""
    assert admitted(FLOW, ZERO, today=OPEN, value=0).state == "provisional"
    for today in (OPEN, CLOSED):
        with pytest.raises(BadData, match="never an estimate"):
            admitted(FLOW, ZERO, today=today, value=0, state="estimated")


@pytest.mark.parametrize("until", [date(2025, 12, 31), date(2026, 7, 2)])
def test_a_figure_runs_to_a_day_of_its_period_that_is_not_ahead(until):
    """Rule 8: the date the figure runs to."""
    with pytest.raises(BadData, match="runs to"):
        admitted(FLOW, ZERO, today=OPEN, value=0, until=until)


def test_parts_of_a_partition_above_the_total_are_refused_and_below_it_the_rest_is_unknown():
    """Rule 8: whichever is recorded last, the total or a part; exactly the total passes."""
    definition = counted("count", "count", breakdowns=(SEX, SOME))
    total, male = had("2026", value=10), had("2026", value=6, breakdown=(("sex", "male"),))
    for females, refused in ((3, False), (4, False), (5, True)):
        female = had("2026", value=females, breakdown=(("sex", "female"),))
        for last, others in ((female, (total, male)), (total, (male, female))):
            if refused:
                with pytest.raises(BadData, match="above the total of 10"):
                    check_breakdowns(definition, (*others, last))
            else:
                check_breakdowns(definition, (*others, last))


def test_parts_of_a_subset_may_overlap_but_none_exceeds_the_total():
    """Rule 8: 8 poor and 7 ill among 10 children; 11 poor among 10 cannot be."""
    definition = counted("count", "count", breakdowns=(SEX, SOME))
    total, poor, ill = had("2026", value=10), had("2026", value=8, breakdown=(("some", "poor"),)), had("2026", value=7, breakdown=(("some", "ill"),))
    check_breakdowns(definition, (total, poor, ill))
    with pytest.raises(BadData, match="above the total"):
        check_breakdowns(definition, (total, had("2026", value=11, breakdown=(("some", "poor"),))))


@pytest.mark.parametrize("breakdown", [{"colour": "red"}, {"sex": "red"}])
def test_a_breakdown_that_the_definition_does_not_have_is_refused(breakdown):
    """Rule 8: breakdowns are those of the definition."""
    with pytest.raises(UnknownName, match="Known"):
        admitted(counted("count", "count", breakdowns=(SEX,)), ZERO, today=CLOSED, value=1, breakdown=breakdown)


def test_the_recorded_population_is_the_default_denominator_of_its_year():
    """Rules 8 and 9: the latest of that year; a denominator given is kept; another year's does not stand in."""
    definition = counted(population="thing/counted")
    people = (had("2026-S1", value=90), had("2026", value=100), had("2025", value=50))

    def denominator(period, **given):
        return admitted(definition, bar(">=", 9), today=AFTER, period=period, populations=people, numerator=4, **given).denominator

    assert denominator("2026-Q3") == 100
    assert denominator("2026-Q3", denominator=7) == 7
    with pytest.raises(BadData, match="denominator"):
        denominator("2027")


@pytest.mark.parametrize("period", ["2025", "2025-S2", "2031"])
def test_a_period_outside_the_plan_is_refused_unless_it_is_for_comparison(period):
    """Rule 15: the base year, or the same period of last year, with its source; and a period of the plan is no comparison."""
    today = date(2032, 1, 1)
    with pytest.raises(BadData, match="outside the plan"):
        admitted(FLOW, ZERO, today=today, period=period, value=1)
    taken, warnings = at_the_door(FLOW, ZERO, today=today, period=period, value=1, comparison=True, evidence="Báo cáo 12/BC-UBND")
    assert (taken.comparison, warnings) == (True, ())
    with pytest.raises(BadData, match="one of the plan's own"):
        admitted(FLOW, ZERO, today=today, period="2026", value=1, comparison=True, evidence="Báo cáo")


def test_a_comparison_figure_needs_its_source():
    """Rule 15: a figure from before the plan is refused unless recorded as a comparison figure with its source."""
    with pytest.raises(BadData):
        admitted(FLOW, ZERO, today=CLOSED, period="2025", value=1, comparison=True)


def test_a_comparison_figure_is_never_judged():
    """Rule 15: the last year of the old plan is no data of the new one."""
    assert status(FLOW, ZERO, had("2025", value=3, comparison=True), on=CLOSED) == "no_data"
    assert status(FLOW, ZERO, had("2026", value=3, comparison=True), had("2026-S1", value=0), on=OPEN) == "met"
    assert status(FLOW, ZERO, had("2026", value=0), had("2027", value=3, comparison=True), on=date(2027, 12, 31)) == "met"


def test_a_period_that_has_not_begun_or_spans_two_years_is_refused():
    """Rule 13: a period lies in one reporting year, and there is something to count."""
    for period, today in (("2027", CLOSED.replace(year=2026)), ("2026-07-01/P1Y", date(2028, 1, 1))):
        with pytest.raises(BadData, match=r"not begun|one reporting year"):
            admitted(FLOW, ZERO, today=today, period=period, value=1)


@example(start=date(2026, 3, 1), length=10)
@example(start=date(2026, 1, 1), length=181)
@given(start=st.dates(date(2026, 1, 1), date(2026, 12, 31)), length=st.integers(1, 365))
def test_a_figure_that_was_let_in_is_not_passed_over_in_silence(start, length):
    """Rules 8 and 15: whatever days it covers, it is refused at the door or stands among the judged figures."""
    period = CALENDAR.named(start, start + timedelta(length - 1))
    try:
        figure = admitted(FLOW, bar(">=", 90), today=AFTER, period=period.id, value=3)
    except BadData:
        return
    assert judge(FLOW, bar(">=", 90), figure, on=CLOSED).figures == (figure,)


# ---------------------------------------------------------------- Rule 11: comparing and showing

COMPARATORS = st.sampled_from(["<", "<=", "==", ">=", ">"])
BARS = st.decimals(0, 100, places=2).map(Fraction)


@given(above=st.integers(0, 10_000), below=st.integers(1, 10_000), bar_=BARS, comparator=COMPARATORS)
def test_comparison_is_by_cross_multiplication(above, below, bar_, comparator):
    """Rule 11: nothing is rounded first."""
    left, right = above * 100 * bar_.denominator, bar_.numerator * below
    exact = {"<": left < right, "<=": left <= right, "==": left == right, ">=": left >= right, ">": left > right}
    assert exact[comparator] == holds(comparator, Fraction(100 * above, below), bar_)


@pytest.mark.parametrize(
    ("target", "above", "below", "expected", "printed"),
    [
        (bar(">=", 100), 299, 300, "not_met", "99.7"),
        (bar(">=", 100), 99_999, 100_000, "not_met", "99.999"),
        (bar("<", 4), 399, 10_000, "met", "3.99"),
        (bar("<", 4), 400, 10_000, "not_met", "4"),
        (bar(">", 90), 9_001, 10_000, "met", "90.01"),
        (ZERO, 1, 100_000, "not_met", "0.001"),
    ],
)
def test_what_is_shown_has_the_digits_that_its_verdict_takes(target, above, below, expected, printed):
    """Rule 11: 299 of 300 is not 100 %, 399 of 10,000 is under 4 %, and one case never shows as none."""
    judged = judge(RATIO, target, had("2030", above, below), on=AFTER)
    assert (expected, Decimal(printed)) == (judged.status, judged.value.amount.number)


@given(above=st.integers(0, 10_000), below=st.integers(1, 10_000), bar_=BARS | st.builds(Fraction, st.integers(0, 300), st.integers(1, 70)))
def test_what_is_shown_lies_on_the_same_side_as_what_is_true(above, below, bar_):
    """Rule 11: figure and bar as displayed compare as the exact ones do; and rounding is never off by more than it says."""
    figure = Fraction(100 * above, below)
    seen, seen_bar = Fraction(shown(figure, [bar_])), Fraction(shown(bar_, [figure]))
    assert ((figure > bar_) - (figure < bar_)) == ((seen > seen_bar) - (seen < seen_bar))
    assert abs(seen - figure) <= Fraction(1, 20)
    assert (seen == 0) == (figure == 0)


@example(above=80, below=100, bar_=Fraction(90), comparator=">")
@example(above=99, below=100, bar_=Fraction(90), comparator="<")
@given(above=st.integers(0, 3_000), below=st.integers(1, 3_000), bar_=BARS, comparator=st.sampled_from(["<", "<=", ">=", ">"]))
def test_with_so_many_more_the_bar_is_reached_and_with_one_fewer_it_is_not(above, below, bar_, comparator):
    """Rule 11: what is wanting is exact ("cần thêm 9 cơ sở")."""
    wanting = still_needed(comparator, above, below, bar_, 100)
    assert holds(comparator, Fraction(100 * (above + wanting), below), bar_)
    assert wanting == 0 or not holds(comparator, Fraction(100 * (above + wanting - (1 if wanting > 0 else -1)), below), bar_)


def test_something_never_shows_as_nothing():
    """Rule 11: one in a hundred thousand is 0.001 %, and below nothing it stays below."""
    assert [shown(Fraction(number, 1000)) for number in (1, 0, -1)] == [Decimal("0.001"), Decimal(0), Decimal("-0.001")]


def test_a_figure_is_shown_with_no_more_digits_than_its_bars_ask_for():
    """3.9949 against 4 is 3.99: two digits keep it below, a third says nothing more; 299.49 in a thousand against 30 is 29.9."""
    assert shown(Fraction(39949, 10000), [Fraction(4)]) == Decimal("3.99")
    assert shown(Fraction(29949, 1000), [Fraction(30)]) == Decimal("29.9")
