"""What only a combined view can see: plans of one place held against each other (docs/domain.md, rules 1, 23 and 25)."""

from datetime import date

import pytest
from attrs import evolve
from planmonitor import (
    ADMINISTRATIVE,
    CALENDAR,
    CHILDREN_6_15,
    CHILDREN_IN_SPECIAL_CIRCUMSTANCES,
    CHILDREN_UNDER_16,
    Breakdown,
    Category,
    Known,
    Period,
    Task,
    Text,
    Unit,
    judge_plan,
)
from planmonitor.assessment import across
from planmonitor.assessment.every_plan import year_below_part
from planmonitor.registry.judging import judge_together
from support.plans_together import AS_OF, MOST, MOST_OF, NONE_OCCURS, OFFICE, STATION, counted, duty, figure, plan, share
from support.rules import plan_with


def found(*plans, figures=()):
    """Return what is found between plans judged on the same figures: check, severity, and the sentence in English."""
    judged = [judge_plan(item, Known(tuple(figures)), AS_OF) for item in plans]
    found, problems = judge_together(judged, Known(tuple(figures)))
    assert problems == []
    return [(item.check.id.split("/")[1], item.severity, item.finding.message.en) for item in found]


def test_two_plans_that_agree_are_left_in_peace():
    """One definition, one window, one bar, one figure: nothing to say."""
    definition = counted()

    assert found(plan("a/x", definition, MOST), plan("b/x", definition, MOST), figures=[figure(definition.key, value=1)]) == []


def test_one_key_counted_in_two_ways_is_an_error():
    """Equal keys are one figure; a second way of counting it is an error of the plans' authors."""
    one, other = counted(), evolve(counted(), counts="cases")

    [(check, severity, said)] = found(plan("a/x", one, MOST), plan("b/x", other, MOST))

    assert (check, severity) == ("differing-definitions", "error")
    assert "shared/deaths" in said


def test_two_windows_are_explained_and_both_asked_for():
    """The same definition over 15/12-14/12 and over the calendar year is two figures; the days of both are named."""
    definition = counted()

    [(check, severity, said)] = found(plan("a/x", definition, MOST, window=ADMINISTRATIVE), plan("b/x", definition, MOST))

    assert (check, severity) == ("differing-windows", "notice")
    for day in ("15 December 2025", "14 December 2026", "1 January 2026", "31 December 2026"):
        assert day in said


def test_two_bars_for_one_figure_are_shown_and_not_judged():
    """One plan wants none, the other at most four: a notice with both wordings."""
    definition = counted()

    [(check, severity, said)] = found(plan("a/x", definition, NONE_OCCURS), plan("b/x", definition, MOST))

    assert (check, severity) == ("differing-bars", "notice")
    assert "không để xảy ra" in said
    assert "không quá 4" in said


@pytest.mark.parametrize(("accidents", "deaths", "expected"), [(0, 1, ["contradicting-zero"]), (1, 1, []), (0, 0, []), (1, 0, [])])
def test_none_in_one_plan_contradicts_some_in_another(accidents, deaths, expected):
    """A child that drowned is a drowning accident: none of these beside one of those is found, and nothing else."""
    dead, accident = counted("shared/deaths", implies=("other/accidents",)), counted("other/accidents")
    figures = [figure(dead.key, value=deaths), figure(accident.key, value=accidents)]

    assert [check for check, _severity, _said in found(plan("a/x", dead, MOST), plan("b/x", accident, MOST), figures=figures)] == expected


def test_one_contradiction_of_two_lines_that_count_one_thing_is_told_once():
    """A plan that says "no accident" in two lines contradicts a drowned child once."""
    dead, accident = counted("shared/deaths", implies=("other/accidents",)), counted("other/accidents")
    one = plan("b/x", accident, MOST).measures[0]
    twice = plan_with(one, evolve(one, code="2"), id="b/x", end=date(2026, 12, 31))
    figures = [figure(dead.key, value=1), figure(accident.key, value=0)]

    assert [item[0] for item in found(plan("a/x", dead, MOST), twice, figures=figures)] == ["contradicting-zero"]


def test_zero_over_one_window_and_some_over_another_is_found():
    """The same definition, none over the administrative year and some over the calendar year: compare the two."""
    definition = counted()
    figures = [figure(definition.key, ADMINISTRATIVE, value=0), figure(definition.key, CALENDAR, value=2)]

    said = found(plan("a/x", definition, MOST, window=ADMINISTRATIVE), plan("b/x", definition, MOST), figures=figures)

    assert ("contradicting-zero", "warning") in [item[:2] for item in said]


def test_a_measure_without_a_figure_ends_no_search_for_contradictions():
    """The second measure of a plan says none where another plan counts some."""
    empty = evolve(plan("a/x", counted("a/empty"), MOST).measures[0], code="0")
    some = plan_with(empty, plan("a/x", counted(), MOST).measures[0], id="a/x", end=date(2026, 12, 31), window=ADMINISTRATIVE)
    figures = [figure("shared/deaths", ADMINISTRATIVE, value=1), figure("shared/deaths", value=0)]
    assert "contradicting-zero" in [check for check, _severity, _said in found(some, plan("b/x", counted(), MOST), figures=figures)]


def test_parts_of_a_population_are_not_the_population():
    """200 girls, or 200 children of one school, recorded last, are not all children of the place."""
    one, other = plan("a/x", share(), MOST_OF), plan("b/x", share("other/share", CHILDREN_UNDER_16.key), MOST_OF)
    whole = [figure(CHILDREN_6_15.key, value=300), figure(CHILDREN_UNDER_16.key, value=400)]
    part = figure(CHILDREN_UNDER_16.key, value=200)
    for number, only in enumerate((evolve(part, breakdown=(("sex", "female"),)), evolve(part, unit="truong"), evolve(part, value=None)), 2):
        assert found(one, other, figures=[*whole, evolve(only, revision=number)]) == []


def test_a_part_of_a_population_above_the_whole_is_found():
    """More children aged 6 to 15 than children under 16, or more in special circumstances than there are: found; equal is fine."""
    one, other = plan("a/x", share(), MOST_OF), plan("b/x", share("other/share", CHILDREN_UNDER_16.key), MOST_OF)
    for part in (CHILDREN_6_15, CHILDREN_IN_SPECIAL_CIRCUMSTANCES):
        for number, expected in ((401, ["disagreeing-populations"]), (400, [])):
            figures = [figure(part.key, value=number), figure(CHILDREN_UNDER_16.key, value=400)]
            assert [check for check, _severity, _said in found(one, other, figures=figures)] == expected


def test_a_denominator_that_is_not_the_population_recorded_is_found():
    """A share over 390 children where 400 are recorded: the measure and both numbers are named; over 400 nothing is."""
    one, other = plan("a/x", share(), MOST_OF), plan("b/x", counted(), MOST)
    population = figure(CHILDREN_6_15.key, value=400)

    [(check, severity, said)] = found(one, other, figures=[population, figure("shared/share", numerator=300, denominator=390)])

    assert (check, severity) == ("disagreeing-populations", "warning")
    assert "390" in said
    assert "400" in said
    assert found(one, other, figures=[population, figure("shared/share", numerator=300, denominator=400)]) == []


def test_two_plans_that_divide_by_two_sizes_of_one_population_are_found():
    """Without a recorded population two denominators of one population are held against each other."""
    one, other = plan("a/x", share(), MOST_OF), plan("b/x", share("other/share"), MOST_OF)
    figures = [figure("shared/share", numerator=1, denominator=390), figure("other/share", numerator=1, denominator=400)]

    [(check, _severity, said)] = found(one, other, figures=figures)

    assert check == "disagreeing-populations"
    assert "measure 1 (a/x)" in said


@pytest.mark.parametrize(("second", "expected"), [("12-08", ["reports-close-together"]), ("12-09", []), ("12-01", ["reports-close-together"])])
def test_two_reports_of_one_unit_within_a_week_are_found(second, expected):
    """Up to seven days apart two reports of one unit can be prepared together; the unit is known by its name, not its id."""
    elsewhere = Unit("vhxh", "phòng  văn hoá")
    one = plan("a/x", counted(), MOST, units=(OFFICE,), duties=(duty("d", "12-01", OFFICE),))
    other = plan("b/x", counted("other/count"), MOST, units=(elsewhere,), duties=(duty("d", second, elsewhere),))

    assert [check for check, _severity, _said in found(one, other)] == expected


@pytest.mark.parametrize(("as_of", "expected"), [(date(2026, 12, 1), 1), (date(2026, 12, 2), 0), (date(2025, 11, 30), 1), (date(2025, 11, 29), 0)])
def test_only_reports_ahead_within_a_year_are_prepared(as_of, expected):
    """Both 1 and 3 December lie ahead from today on up to 366 days: a day past the first, or before the last of them, there is no pair."""
    one = plan("a/x", counted(), MOST, units=(OFFICE,), duties=(duty("d", "12-01", OFFICE),))
    other = plan("b/x", counted("other/count"), MOST, units=(OFFICE,), duties=(duty("d", "12-01", OFFICE),))
    judged = [judge_plan(item, Known(), as_of) for item in (one, other)]
    assert len([item for item in judge_together(judged, Known())[0] if item.check.id == "planmonitor/reports-close-together"]) == expected


@pytest.mark.parametrize(
    ("title", "second", "expected"),
    [
        ("Báo cáo Tháng hành động", "07-20", 1),
        ("Báo  cáo tháng hành động", "07-20", 1),
        ("Báo cáo hè", "07-20", 0),
        ("Báo cáo Tháng hành động", "07-10", 0),
    ],
)
def test_one_report_with_two_days_is_found(title, second, expected):
    """Two plans order a report of one name, each by its own day: both days are told, once a year; reports of other names, or of one day, are not."""
    named = evolve(duty("d", "07-10", OFFICE), title=Text("Báo cáo Tháng hành động", "Month of Action report"))
    one = plan("a/x", counted(), MOST, units=(OFFICE,), duties=(named,))
    other = plan("b/x", counted("other/count"), MOST, units=(OFFICE,), duties=(evolve(named, last_day=second, title=Text(title, title)),))

    told = [said for check, severity, said in found(one, other) if (check, severity) == ("one-report-two-days", "warning")]

    assert len(told) == expected
    assert all("a/x has it due by 10 July 2026, b/x by 20 July 2026" in said for said in told)


def aside(*plans, figures, all_followed=True):
    """Return severity and sentence of what is found of figures that count nowhere."""
    judged = [judge_plan(item, Known(tuple(figures)), AS_OF) for item in plans]
    found, _problems = judge_together(judged, Known(tuple(figures)), all_followed=all_followed)
    return [(item.severity, item.finding.message.en) for item in found if item.check.id == "planmonitor/figures-left-aside"]


@pytest.mark.parametrize(
    ("left", "severity"),
    [
        (figure("a/gone", value=1), "warning"),
        (figure("c/other", value=1), "notice"),
        (figure("a/deaths", window=ADMINISTRATIVE, value=1), "warning"),
        (evolve(figure("a/deaths", value=1), unit="truong-x"), "warning"),
        (figure("shared/deaths", window=ADMINISTRATIVE, value=1), "warning"),
        (figure("a/deaths", numerator=1, denominator=2), "warning"),
        (evolve(figure("a/deaths", value=1), period=CALENDAR.months(date(2025, 7, 1), 12, "x")), "warning"),
    ],
)
def test_a_figure_that_counts_in_no_measure_is_named_with_its_days(left, severity):
    """Section 4: of a renamed code, an unfollowed plan, other days, a unit nobody asks, counted in another way; never lost from sight."""
    measures = [plan("a/x", counted(key), MOST).measures[0] for key in ("a/deaths", "shared/deaths")]
    both = plan_with(measures[0], evolve(measures[1], code="2"), id="a/x", end=date(2026, 12, 31), window=CALENDAR)
    [(said_as, said)] = aside(both, figures=[left, figure("a/deaths", value=0)])
    assert said_as == severity
    assert said.startswith(f"1 recorded figures count in no measure followed: {left.definition} ({left.period.start.day} ")
    assert (", truong-x)" in said) == (left.unit != "")


def test_a_case_without_its_denominator_and_a_figure_of_the_days_of_its_report_are_not_left_aside():
    """Under a zero target a case counts alone; and a measure has the window of the duty that carries it."""
    alone = share("a/share", None)
    assert aside(plan("a/x", alone, NONE_OCCURS), figures=[figure("a/share", numerator=1)]) == []
    carries = evolve(duty("d", "12-08", OFFICE), window=ADMINISTRATIVE, measures=("1",))
    carried = plan("a/x", counted("a/deaths"), MOST, units=(OFFICE,), duties=(carries,))
    [(_severity, said)] = aside(carried, figures=[figure("a/deaths", ADMINISTRATIVE, value=1), figure("a/gone", value=1)])
    assert said.startswith("1 recorded figures count in no measure followed: a/gone")


def test_a_case_inside_the_year_under_other_days_is_not_left_aside():
    """It breaks the zero target: whoever reported it, and whatever window it was recorded for."""
    zero = plan("a/x", counted("a/deaths"), NONE_OCCURS, window=ADMINISTRATIVE)
    case = evolve(figure("a/deaths", value=1), unit="truong-x", period=CALENDAR.parse("2026-S1"), until=date(2026, 6, 30))
    assert aside(zero, figures=[case]) == []
    assert len(aside(zero, figures=[evolve(case, value=0)])) == 1
    assert len(aside(zero, figures=[evolve(case, period=CALENDAR.parse("2028-S1"), until=date(2028, 6, 30))])) == 1


def test_figures_that_count_and_populations_are_not_left_aside():
    """A half-year and a unit that is asked count; and where only some plans were judged nobody can tell."""
    measure = evolve(plan("a/x", counted("a/deaths"), MOST), units=(OFFICE,))
    halves = [evolve(figure("a/deaths", value=1), period=CALENDAR.parse(period)) for period in ("2026-S1", "2026-Q3")]
    assert aside(measure, figures=[*halves, figure("population/children-6-15", value=9)]) == []
    assert aside(measure, figures=[figure("b/gone", value=1)], all_followed=False) == []


def test_a_place_that_writes_its_own_plans_is_warned_of_figures_of_another_of_them():
    """A renamed file: the ids of own plans begin alike, whatever follows."""
    [(severity, _said)] = aside(plan("local/new", counted("local/new/1"), MOST), figures=[figure("local/old/1", value=1)])
    assert severity == "warning"


def test_many_figures_left_aside_are_counted_and_six_are_named():
    figures = [evolve(figure("a/gone", value=1), unit=f"u{number}") for number in range(8)]
    [(_severity, said)] = aside(plan("a/x", counted(), MOST), figures=figures)
    assert said.startswith("8 recorded figures")
    assert (said.count("a/gone"), "; and 2 more." in said) == (6, True)


def test_reports_of_one_plan_or_of_two_units_are_not_close():
    """Two units, or one plan's own two reports, are no finding."""
    one = plan("a/x", counted(), MOST, units=(OFFICE,), duties=(duty("d", "12-01", OFFICE), duty("e", "12-02", OFFICE)))
    other = plan("b/x", counted("other/count"), MOST, units=(OFFICE, STATION), duties=(duty("d", "12-03", STATION),))

    assert found(one, other) == []


def test_a_lead_that_the_other_plan_does_not_know_is_named():
    """A unit that leads in one plan and has no name in another is shown; one that is known by another of its names is not."""
    leading = evolve(OFFICE, tasks=(Task("Chủ trì thực hiện.", "mục II", "lead"),))
    one = plan("a/x", counted(), MOST, units=(leading,))

    [(check, severity, said)] = found(one, plan("b/x", counted("other/count"), MOST, units=(STATION,)))
    assert (check, severity) == ("lead-unknown-elsewhere", "notice")
    assert "Phòng Văn hóa" in said
    known = evolve(STATION, also=("Phòng Văn hoá",))
    assert found(one, plan("b/x", counted("other/count"), MOST, units=(known,))) == []
    assert found(one, plan("b/x", counted("other/count"), MOST)) == []
    assert found(evolve(one, place=None), plan("b/x", counted("other/count"), MOST, units=(STATION,))) == []


def test_a_check_across_plans_that_fails_is_a_problem_and_the_others_go_on(monkeypatch):
    """The checks between plans are run like those of a plugin, each in its own boundary."""

    def fails(_place):
        raise LookupError("no such plan")

    monkeypatch.setattr(across, "CHECKS", (evolve(across.CHECKS[0], look=fails), *across.CHECKS))
    one, other = counted(), evolve(counted(), counts="cases")
    judged = [judge_plan(item, Known(), AS_OF) for item in (plan("a/x", one, MOST), plan("b/x", other, MOST))]

    found, problems = judge_together(judged, Known())

    assert [item.check.id for item in found] == ["planmonitor/differing-definitions"]
    [problem] = problems
    assert (problem.plugin, problem.stage) == ("planmonitor", "check")
    assert "no such plan" in str(problem.message)


ZERO_OF_YEAR = evolve(figure("shared/deaths", ADMINISTRATIVE, value=0), until=date(2026, 12, 14))
OVERLAPPING = evolve(figure("shared/deaths", value=1), until=date(2026, 12, 22))


@pytest.mark.parametrize(
    ("case", "expected"),
    [
        (OVERLAPPING, ["case-across-windows"]),
        (evolve(OVERLAPPING, period=CALENDAR.parse("2025-12"), until=date(2025, 12, 31)), ["case-across-windows"]),
        (evolve(OVERLAPPING, until=date(2026, 12, 14)), []),
        (evolve(OVERLAPPING, period=CALENDAR.parse("2025-11"), until=date(2025, 11, 30)), []),
        (evolve(OVERLAPPING, period=CALENDAR.parse("2026-12"), until=date(2026, 12, 15)), ["case-across-windows"]),
        (evolve(OVERLAPPING, period=CALENDAR.parse("2027-01"), until=date(2027, 1, 31)), []),
        (evolve(OVERLAPPING, period=CALENDAR.parse("2025-12"), until=date(2025, 12, 15)), ["case-across-windows"]),
        (evolve(OVERLAPPING, period=Period("x", date(2026, 12, 14), date(2027, 1, 13)), until=date(2026, 12, 31)), ["case-across-windows"]),
        (evolve(OVERLAPPING, period=CALENDAR.parse("2027-12"), until=date(2027, 12, 31)), []),
        (evolve(OVERLAPPING, period=CALENDAR.parse("2024-12"), until=date(2024, 12, 31)), []),
        (evolve(OVERLAPPING, comparison=True), []),
        (evolve(OVERLAPPING, value=0), []),
    ],
)
def test_a_case_that_may_lie_in_the_year_of_a_plan_that_says_none_is_an_error(case, expected):
    """H1: some of its days are in that year and some are not: to be settled; inside it breaks the target, outside it is no matter."""
    plans = (plan("a/x", counted(), NONE_OCCURS, window=ADMINISTRATIVE), plan("b/x", counted(), MOST))
    said = [item for item in found(*plans, figures=[ZERO_OF_YEAR, case]) if item[0] in {"case-across-windows", "contradicting-zero"}]
    assert [(check, severity) for check, severity, _said in said] == [(name, "error") for name in expected]


def test_a_case_across_two_windows_is_told_with_the_days_of_both():
    plans = (plan("a/x", counted(), NONE_OCCURS, window=ADMINISTRATIVE), plan("b/x", counted(), MOST))
    [said] = [said for check, _severity, said in found(*plans, figures=[ZERO_OF_YEAR, OVERLAPPING]) if check == "case-across-windows"]
    assert said == (
        "Measure 1 (a/x) says none (15 December 2025 - 14 December 2026), but 1 children are recorded for 1 January 2026 - 22 December 2026, "
        "partly outside it: "
        "find out the day, then correct one of the two figures."
    )


def test_a_case_of_girls_alone_across_two_windows_is_a_case():
    words = Text("Nữ", "Girls")
    sex = Breakdown("sex", words, "partition", (Category("girl", words), Category("boy", words)))
    broken_down = counted(breakdowns=(sex,))
    plans = (plan("a/x", broken_down, NONE_OCCURS, window=ADMINISTRATIVE), plan("b/x", broken_down, MOST))
    girls = evolve(OVERLAPPING, breakdown=(("sex", "girl"),))
    assert "case-across-windows" in [check for check, _severity, _said in found(*plans, figures=[ZERO_OF_YEAR, girls])]


@pytest.mark.parametrize(("inner", "until", "expected"), [(8, date(2026, 10, 31), 1), (5, date(2026, 10, 31), 0), (8, date(2026, 11, 1), 0)])
def test_more_in_fewer_days_than_another_plan_counts_is_found(inner, until, expected):
    """H1: from 1 January to 31 October lies inside 15 December to 31 October; one day more does not."""
    plans = (plan("a/x", counted(), MOST, window=ADMINISTRATIVE), plan("b/x", counted(), MOST))
    outer = evolve(figure("shared/deaths", ADMINISTRATIVE, value=5), until=date(2026, 10, 31))
    said = found(*plans, figures=[outer, evolve(figure("shared/deaths", value=inner), until=until)])
    assert [severity for check, severity, _said in said if check == "more-in-fewer-days"] == ["warning"] * expected


def test_more_from_the_same_first_day_is_more_in_fewer_days_too():
    """The calendar year up to October in one plan, and up to November in the other."""
    measures = plan("a/x", counted(), MOST), plan("b/x", counted(), MOST)
    judged = [
        judge_plan(one, Known((evolve(figure("shared/deaths", value=number), until=day),)), AS_OF)
        for one, number, day in zip(
            measures,
            (8, 5),
            (date(2026, 10, 31), date(2026, 11, 20)),
            strict=True,
        )
    ]
    for swapped in (judged, judged[::-1]):
        assert "planmonitor/more-in-fewer-days" in [item.check.id for item in judge_together(swapped, Known())[0]]
    nothing = [judged[0], judge_plan(measures[1], Known((evolve(figure("shared/deaths", value=0), until=date(2026, 11, 20)),)), AS_OF)]
    assert "planmonitor/more-in-fewer-days" not in [item.check.id for item in judge_together(nothing, Known())[0]]


def test_a_contradiction_inside_a_year_is_told_once_for_each_window():
    """H1: a case in May contradicts the zero of both years; each plan tells of its own year, and none of the other's."""
    plans = (plan("a/x", counted(), MOST, window=ADMINISTRATIVE), plan("b/x", counted(), MOST))
    may = evolve(OVERLAPPING, period=CALENDAR.parse("2026-05"), until=date(2026, 5, 31))
    figures = (ZERO_OF_YEAR, figure("shared/deaths", value=0), may)
    for one in plans:
        assert len([*year_below_part(judge_plan(one, Known(figures), AS_OF))]) == 1
    december = evolve(OVERLAPPING, period=CALENDAR.parse("2026-12"), until=date(2026, 12, 22))
    assert [*year_below_part(judge_plan(plans[0], Known((ZERO_OF_YEAR, figure("shared/deaths", value=0), december)), date(2026, 12, 22)))] == []


@pytest.mark.parametrize(("until", "status"), [(date(2026, 12, 14), "not_met"), (date(2026, 12, 15), "met")])
def test_a_drowned_child_is_an_accident_of_the_year_only_if_its_days_are(until, status):
    """H1: what implies a case breaks the zero target by the days of that plan's own year; across two years it is asked, not told."""
    dead, accident = counted("shared/deaths", implies=("other/accidents",)), counted("other/accidents")
    measures = [plan("a/x", dead, MOST, window=ADMINISTRATIVE).measures[0], evolve(plan("a/x", accident, NONE_OCCURS).measures[0], code="2")]
    both = plan_with(*measures, id="a/x", end=date(2026, 12, 31), window=ADMINISTRATIVE)
    figures = (evolve(OVERLAPPING, until=until), evolve(ZERO_OF_YEAR, definition="other/accidents", state="final"))
    assert judge_plan(both, Known(figures), date(2026, 12, 22)).measures[1].status == status


def test_a_drowned_child_across_two_years_is_asked_of_the_plan_that_says_no_accident():
    """H1: a death in days of which some lie outside the year of a plan without accidents is found, once, and named as what it is."""
    dead, accident = counted("shared/deaths", implies=("other/accidents",)), counted("other/accidents")
    one = plan("b/x", accident, NONE_OCCURS, window=ADMINISTRATIVE).measures[0]
    twice = plan_with(one, evolve(one, code="2"), id="b/x", end=date(2026, 12, 31), window=ADMINISTRATIVE)
    figures = (evolve(OVERLAPPING, until=date(2026, 12, 15)), evolve(ZERO_OF_YEAR, definition="other/accidents"))
    known = Known(figures, definitions=(dead,))

    found = [
        item for item in judge_together([judge_plan(twice, known, date(2026, 12, 22))], known)[0] if item.check.id.endswith("case-across-windows")
    ]
    assert [item.finding.measures for item in found] == [("b/x/1",)]
