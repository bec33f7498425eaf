"""Who owes what by when (docs/domain.md, rules 16 to 20, 22 and 23): what is asked of whom, once, and in which order."""

from datetime import date

import pytest
from attrs import evolve
from planmonitor import ADMINISTRATIVE, CALENDAR, CHILDREN_6_15, Baseline, Definition, Duty, Measure, Responsibility, Target, Text, Unit
from planmonitor.assessment.known import Known
from planmonitor.assessment.owing import day_to_name, owed_to, owing, within
from planmonitor.assessment.plans import judge_plan
from planmonitor.assessment.records import MemberUnit
from planmonitor.assessment.workdays import Calendar
from support.reports import LONG_AGO, ON_EVENT, SOURCE, UNDATED, YEARLY, had, measure_of, plan_of, sent
from support.rules import CHILDREN, VAN_SON, plan_with

NOVEMBER, DECEMBER, FEBRUARY = date(2026, 11, 18), date(2026, 12, 1), date(2027, 2, 1)
SCHOOLS = Unit("schools", "Các trường học", members=True)


def owed(plan, on, *figures, since=LONG_AGO, others=(), units=(), **more):
    """Return who owes what of a plan, and perhaps of others, on a day."""
    known = Known(figures, since=since, units=units, **more)
    return owing([judge_plan(one, known, on) for one in (plan, *others)], Calendar(), on, populations={CHILDREN_6_15.key: CHILDREN_6_15})


def of(found):
    """Return what is owed by office: its reports by id, its figures by code."""
    return {
        one.office.name: (
            [item.report.duty.id for item in one.reports],
            ["+".join(measure.code for _plan, measure in item.uses) for item in one.figures],
        )
        for one in found
    }


def wanted(found):
    """Return the figures that are wanted: why, of which period, and of which day."""
    return [(item.about.why, item.about.period.id, item.due.last_day) for one in found for item in one.figures]


def school(name, **more):
    return MemberUnit(name, f"Trường {name}", "07621", date(2020, 1, 1), "schools", **more)


# Reports


def test_a_report_is_owed_by_its_reporter_until_it_is_sent():
    """The report with its last day and last working day, and the figure that it lacks; once its letter is recorded it is not asked for."""
    [one] = owed(plan_of(YEARLY), NOVEMBER)
    [report], [figure] = one.reports, one.figures
    assert (one.office.name, report.due.last_day, report.due.by, report.due.days_left) == ("Trạm Y tế", date(2026, 11, 25), date(2026, 11, 25), 7)
    assert (figure.about.why, figure.about.period.id, figure.due) == ("missing", "2026", report.due)
    after = owed(plan_of(YEARLY), NOVEMBER, had("2026"), sendings=(sent("2026", NOVEMBER),))
    assert after == ()


def test_a_report_that_was_returned_is_owed_again():
    """Of a letter that was returned it is asked anew."""
    letters = (sent("2026", date(2026, 11, 16)), sent("2026", act="return", received=date(2026, 11, 17), reason="thiếu biểu"))
    [one] = owed(plan_of(YEARLY), NOVEMBER, had("2026"), sendings=letters)
    assert [item.report.duty.id for item in one.reports] == ["yearly"]


def test_a_report_of_a_time_before_the_first_entry_is_not_asked_for():
    """What fell due before the program was used is not followed up; its figure is still missing in the year, and has no day."""
    found = owed(plan_of(YEARLY), DECEMBER, since=DECEMBER)
    assert (of(found), wanted(found)) == ({"Trạm Y tế": ([], ["1"])}, [("missing", "2026", None)])


def test_a_report_on_a_year_that_has_not_begun_is_not_owed_yet():
    """In 2026 nobody is asked for the report on 2027."""
    assert {item.report.period.id for one in owed(plan_of(YEARLY), NOVEMBER) for item in one.reports} == {"2026"}


def test_an_undated_report_stands_last_and_is_never_overdue():
    """A document that sets no date makes nothing late."""
    found = owed(plan_of(YEARLY, UNDATED), FEBRUARY, had("2026"))
    [one] = found
    assert [item.report.duty.id for item in one.reports] == ["yearly", "yearly", "report"]
    assert [item.due.overdue for item in one.reports] == [True, False, False]
    assert one.reports[-1].due.days_left is None
    assert [item.report.duty.id for item in within(found, 10_000)[0].reports] == ["yearly", "yearly"]


def test_what_has_arisen_stands_first_and_needs_no_day():
    """A case to be reported comes before what is overdue, and is asked for within any number of days."""
    plan = plan_of(YEARLY, ON_EVENT, measures=(measure_of("1"), measure_of("2")))
    found = owed(plan, DECEMBER, had("2026", value=2))
    assert [item.report.duty.id for item in found[0].reports] == ["case", "yearly"]
    assert [item.report.duty.id for one in within(found, 0) for item in one.reports] == ["case", "yearly"]


def test_least_time_left_comes_first():
    """Overdue before due, the longest overdue first; among offices too."""
    late, soon = Duty("late", "dated", "trước", SOURCE, ("b",), period="year", last_day="11-10"), YEARLY
    assert [one.office.name for one in owed(plan_of(soon, late, measures=(measure_of(owners=("a", "b")),)), NOVEMBER)] == ["Công an xã", "Trạm Y tế"]


def test_only_what_falls_due_within_some_days():
    """Of seven days left nothing is due within six, all within seven; what is overdue is within none."""
    found = owed(plan_of(YEARLY), NOVEMBER)
    assert (within(found, 6), within(found, 7)) == ((), found)
    assert within(owed(plan_of(YEARLY), DECEMBER), 0) != ()


def test_the_members_of_a_group_owe_its_report_and_the_group_does_not():
    """A school that exists on the day is asked, one that is closed is not, and one with a successor has its part asked of that."""
    measure, duty = measure_of(owners=("schools", "a")), Duty("yearly", "dated", "năm", SOURCE, ("schools",), period="year", last_day="11-25")
    plan = plan_with(measure, place=VAN_SON, units=(SCHOOLS, Unit("a", "Trạm Y tế")), duties=(duty,))
    assert set(of(owed(plan, NOVEMBER))) == {"Các trường học", "Trạm Y tế"}
    open_, closed = school("A"), school("B", valid_to=date(2026, 6, 1), successor="A")
    assert of(owed(plan, NOVEMBER, units=(open_, closed)))["Trường A"] == (["yearly"], ["1", "1"])
    assert set(of(owed(plan, NOVEMBER, units=(open_, closed)))) == {"Trường A", "Trạm Y tế"}


# Figures


def test_a_figure_that_two_plans_use_is_asked_for_once():
    """Two plans with one window and one definition ask for one figure, by the day of the earlier report; both are named."""
    one = plan_of(YEARLY)
    other = evolve(one, id="other/plan", duties=(evolve(YEARLY, id="early", last_day="11-20"),))
    [owing_] = owed(one, NOVEMBER, others=(other,))
    [figure] = owing_.figures
    assert ({plan.id for plan, _measure in figure.uses}, figure.due.last_day) == ({"some/plan", "other/plan"}, date(2026, 11, 20))
    assert not figure.apart


def test_two_windows_of_one_definition_are_two_figures_and_said_as_such():
    """The year from 15/12 and that of the calendar overlap without holding each other: both are asked for, each with its days."""
    one = plan_of(YEARLY)
    other = evolve(one, id="other/plan", window=ADMINISTRATIVE)
    figures = [item for found in owed(one, NOVEMBER, others=(other,)) for item in found.figures]
    assert [(item.about.period.start, item.apart) for item in figures] == [(date(2026, 1, 1), True), (date(2025, 12, 15), True)]


def test_a_half_year_and_its_year_are_not_two_windows():
    """A period inside another one is no other window of it."""
    half = Duty("half", "dated", "6 tháng", SOURCE, ("a",), period="half-year", last_day="07-10")
    found = owed(plan_of(YEARLY, half), date(2026, 7, 1))
    assert sorted((item.about.period.id, item.apart) for one in found for item in one.figures) == [("2026", False), ("2026-S1", False)]


@pytest.mark.parametrize(
    "same",
    [{"id": "a", "name": "Trạm Y tế xã"}, {"id": "tram", "name": "TRẠM Y TẾ"}, {"id": "tram", "name": "Trạm y tế xã", "also": ("Trạm Y tế",)}],
)
def test_an_office_of_one_name_or_id_in_several_plans_is_one(same):
    """Whatever id or letters each plan writes."""
    one = plan_of(YEARLY)
    unit = Unit(**same)
    other = plan_with(
        measure_of("9", owners=(unit.id,)), id="other/plan", place=VAN_SON, units=(unit,), duties=(evolve(YEARLY, reporters=(unit.id,)),)
    )
    assert of(owed(one, NOVEMBER, others=(other,))) == {"Trạm Y tế": (["yearly", "yearly"], ["1", "9"])}


def test_who_supplies_a_figure_owes_it_and_the_sender_waits_for_it():
    """The part of another unit is owed by that, and to the unit whose report carries it."""
    plan = plan_of(evolve(YEARLY, measures=("1",)), measures=(measure_of(owners=("b",)),))
    found = owed(plan, NOVEMBER)
    assert of(found) == {"Trạm Y tế": (["yearly"], []), "Công an xã": ([], ["1"])}
    to_it = owed_to(found, found[[one.office.name for one in found].index("Trạm Y tế")].office)
    assert of(to_it) == {"Công an xã": ([], ["1"])}


def test_what_a_receiver_waits_for():
    """A report that names who receives it is owed to that office, whatever letters the plan writes it in."""
    plan = plan_of(evolve(YEARLY, recipient="công an  xã"))
    found = owed(plan, NOVEMBER)
    police = evolve(found[0].office, name="Công an xã", ids=("b",), names=("Công an xã",))
    assert of(owed_to(found, police)) == {"Trạm Y tế": (["yearly"], [])}


def test_nobody_named_is_the_place_itself():
    """A figure that no unit supplies and no single sender compiles is the place's own."""
    assert of(owed(plan_of(evolve(YEARLY, reporters=()), measures=(measure_of(owners=()),)), NOVEMBER)) == {"": (["yearly"], ["1"])}


def test_a_part_of_two_suppliers_is_asked_of_the_one_that_is_silent():
    """Of a figure with two owners only the missing part is wanted."""
    plan = plan_of(evolve(YEARLY, reporters=("a", "b")), measures=(measure_of(owners=("a", "b")),))
    found = of(owed(plan, NOVEMBER, had("2026", unit="a")))
    assert (found["Trạm Y tế"], found["Công an xã"]) == ((["yearly"], []), (["yearly"], ["1"]))


def test_the_final_figure_is_wanted_once_the_days_are_over():
    """An estimate will do for the report; after the year the final figure is wanted, by no day; a final one settles it."""
    plan, letter = plan_of(YEARLY), (sent("2026", date(2026, 11, 20)),)
    estimate = had("2026", state="estimated")
    assert owed(plan, DECEMBER, estimate, sendings=letter) == ()
    assert ("final", "2026", None) in wanted(owed(plan, FEBRUARY, estimate, sendings=letter))
    assert "final" not in {why for why, *_more in wanted(owed(plan, FEBRUARY, evolve(estimate, state="final"), sendings=letter))}


def test_a_figure_that_stops_early_names_the_days():
    """What must not occur and was counted to October is wanted of the days after it."""
    plan = plan_of(YEARLY, measures=(measure_of(target=Target("==", 0, "không để xảy ra", kind="zero_incident")),))
    early = evolve(had("2026", value=0), until=date(2026, 10, 31))
    [figure] = [item for one in owed(plan, FEBRUARY, early) for item in one.figures if item.about.period.year == 2026]
    assert (figure.about.why, [(days.start, days.end) for days in figure.about.gaps]) == ("days", [(date(2026, 11, 1), date(2026, 12, 31))])


def test_the_base_figure_and_the_base_population_are_wanted_of_who_supplies_the_figure():
    """A fall against 2020 wants the figure of 2020, a share of all children their number; once recorded neither is asked for."""
    label, parts = Text("Việc", "Thing"), {"numerator": Text("Tử số", "Above"), "denominator": Text("Mẫu số", "Below")}
    share = Definition("thing/share", label, "ratio", "people", "point_in_time", CHILDREN, population=CHILDREN_6_15.key, **parts)
    measure = Measure("2", label, share, Target(">=", 60, "60%"), SOURCE, (Responsibility("b", "implement", reports=True),))
    fall = measure_of(target=Target("<=", -20, "20%", kind="relative_change", baseline=Baseline(2020)))
    plan = plan_of(evolve(YEARLY, reporters=("a", "b")), measures=(fall, measure))
    found = {one.office.name: [(item.about.why, item.label.en, item.about.period.id) for item in one.figures] for one in owed(plan, NOVEMBER)}
    assert ("base", "Thing", "2020") in found["Trạm Y tế"]
    assert ("missing", "Children aged 6 to under 16", "2026") in found["Công an xã"]
    counted = evolve(had("2026"), definition=CHILDREN_6_15.key, period=ADMINISTRATIVE.year(2026), value=700)
    after = owed(plan, NOVEMBER, counted, had("2020", comparison=True))
    assert {item.label.en for one in after for item in one.figures} == {"Thing"}
    assert "base" not in {item.about.why for one in after for item in one.figures}


def test_the_base_figure_of_a_sole_supplier_is_its_own():
    """The base year is asked of the one unit that supplies the figure, not of the place."""
    plan = plan_of(UNDATED, measures=(measure_of(owners=("b",), target=Target("<=", -20, "20%", kind="relative_change", baseline=Baseline(2020))),))
    [police] = [one for one in owed(plan, NOVEMBER) if one.office.name == "Công an xã"]
    assert ("base", "2020") in {(item.about.why, item.about.period.id) for item in police.figures}


def test_a_plan_that_has_not_begun_wants_nothing():
    """Before its first year a plan asks nobody."""
    assert owed(plan_of(YEARLY), date(2025, 6, 1)) == ()


# The day that is named


@pytest.mark.parametrize(
    ("as_of", "asked_by", "named"),
    [
        (date(2026, 11, 20), None, date(2026, 12, 4)),
        (date(2026, 12, 4), None, date(2026, 12, 4)),
        (date(2026, 12, 5), None, date(2026, 12, 5)),
        (date(2026, 12, 9), None, date(2026, 12, 5)),
        (date(2026, 11, 20), date(2026, 11, 27), date(2026, 11, 27)),
        (date(2026, 11, 28), date(2026, 11, 27), date(2026, 12, 4)),
    ],
)
def test_the_day_that_is_named_is_the_first_still_to_come(as_of, asked_by, named):
    """Suppliers are asked some days before; then the last working day holds, then the last day in time (a Saturday), also once it is past."""
    assert day_to_name(date(2026, 12, 5), date(2026, 12, 4), asked_by, as_of) == named


def test_a_day_off_names_the_working_day_before_it():
    """The report of 5 December 2026, a Saturday, is asked for by Friday; the last day in time stays what it is."""
    [one] = owed(plan_of(evolve(YEARLY, last_day="12-05"), window=CALENDAR), NOVEMBER)
    assert (one.reports[0].due.by, one.reports[0].due.last_day, one.reports[0].due.days_left) == (date(2026, 12, 4), date(2026, 12, 5), 16)
