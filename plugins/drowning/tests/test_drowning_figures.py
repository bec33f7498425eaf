"""Every figure of the acts, as the pages that restate them give it, is accounted for; and every bar of the plans is one of them.

There is no plan text to read here. `figures/restated.csv` lists the figures of the restatements line by line. Column `account`
says where a figure went: `bar:CODE` (with its due year), `milestone:CODE`, `far end:CODE` of a range, `base year:CODE`,
`clause:CODE` (a level of the nation that holds no commune: quoted, never judged), `choice:ID` or `question:ID` (open),
`duty:ID`, `working days:ID`, or `none` with a reason. An empty figure was not readable.
"""

import csv
from decimal import Decimal
from pathlib import Path

import pytest
from planmonitor.testing import load_plugin

PLAN, SURVEILLANCE = load_plugin("drowning").plans

with (Path(__file__).parent / "figures" / "restated.csv").open(encoding="utf-8", newline="") as lines:
    ROWS = list(csv.DictReader(lines))

MEASURES = {measure.code: measure for measure in PLAN.measures}
DUTIES = {duty.id: duty for plan in (PLAN, SURVEILLANCE) for duty in plan.duties}
QUESTIONS = {question.id: question for question in PLAN.questions}


def went_to(sort):
    """Yield each row of one sort of account with each code or id it names."""
    for row in ROWS:
        found, _, named = row["account"].partition(":")
        if found == sort:
            yield from ((row, item) for item in named.split())


def bars(code):
    """Return value and due year of every bar of a measure; percent of change for a fall."""
    return {(target.value, PLAN.due(target).year) for target in MEASURES[code].targets}


def test_every_account_is_of_a_sort_that_is_checked_here():
    sorts = {row["account"].partition(":")[0] for row in ROWS}

    assert sorts == {"bar", "milestone", "far end", "base year", "clause", "choice", "question", "duty", "working days", "none"}


def test_a_bar_has_the_figure_and_the_year_of_its_act():
    for row, code in went_to("bar"):
        year = int(row["year"]) if row["year"] else 2030
        assert (Decimal(row["figure"]), year) in bars(code), (row, code)


def test_a_milestone_has_the_figure_and_the_year_of_its_act():
    for row, code in went_to("milestone"):
        milestones = {(item.value, item.due.year) for target in MEASURES[code].targets for item in target.milestones}
        assert (Decimal(row["figure"]), int(row["year"])) in milestones, (row, code)


def test_a_milestone_cites_a_sentence_with_its_figure_and_year():
    for _row, code in went_to("milestone"):
        for item in MEASURES[code].targets[0].milestones:
            assert str(item.value) in item.source.clause, code
            assert str(item.due.year) in item.source.clause, code


def test_the_far_end_of_a_range_is_shown_and_not_judged():
    for row, code in went_to("far end"):
        [target] = MEASURES[code].targets
        assert target.upper == Decimal(row["figure"])
        assert target.value != target.upper


def test_the_base_year_is_that_of_the_act_without_a_figure_of_ours():
    [(row, code)] = went_to("base year")

    assert {(target.baseline.year, target.baseline.numerator) for target in MEASURES[code].targets} == {(int(row["figure"]), None)}


def test_a_level_of_the_nation_is_quoted_and_holds_no_commune():
    for row, code in went_to("clause"):
        measure = MEASURES[code]
        assert row["figure"] in measure.source.clause, (row, code)
        assert measure.scope != "target"
        assert {target.value for target in measure.targets} == {None}


def test_what_is_open_is_asked_with_the_figure_that_was_seen():
    for row, name in [*went_to("question"), *went_to("choice")]:
        said = QUESTIONS[name].text.vi
        assert row["figure"] in said, (row, name)
        assert row["figure"] or row["reason"], row


def test_a_level_that_was_not_readable_is_a_number_the_place_gives():
    for name in ("life-vest-level", "staff-trained-level"):
        assert QUESTIONS[name].answer_type == "number"


def test_a_choice_brings_the_bar_of_the_measure_that_waits_for_it():
    waiting = {target.value_from for measure in PLAN.measures for target in measure.targets if target.value_from}

    chosen = {name for _, name in went_to("choice")}
    assert chosen == {name for name in waiting if QUESTIONS[name].choices}
    for name in chosen:
        assert all(choice.value == int(choice.key) for choice in QUESTIONS[name].choices)


def test_a_day_that_was_set_for_a_report_to_the_district_dates_none_now():
    [(row, name)] = went_to("duty")

    assert f"trước ngày {row['figure']}" in DUTIES[name].rule
    assert (DUTIES[name].kind, DUTIES[name].last_day) == ("undated", None)


def test_the_working_days_of_a_report_are_those_of_the_circular():
    for row, name in went_to("working days"):
        assert DUTIES[name].working_days == int(row["figure"])
        assert f"trong {row['figure']} ngày làm việc" in DUTIES[name].rule
        assert f"trong {row['figure']} ngày làm việc" in DUTIES[name].source.clause


def test_what_went_nowhere_says_why():
    assert [row for row in ROWS if row["account"] == "none" and not row["reason"]] == []


def test_every_bar_and_milestone_of_the_plan_comes_from_an_act():
    from_acts = {(sort, code) for sort in ("bar", "milestone") for _, code in went_to(sort)}
    of_the_plan = {("bar", measure.code) for measure in PLAN.measures if any(target.value is not None for target in measure.targets)}
    of_the_plan |= {("milestone", measure.code) for measure in PLAN.measures if any(target.milestones for target in measure.targets)}

    assert of_the_plan == from_acts


@pytest.mark.parametrize("sort", ["bar", "milestone"])
def test_no_measure_has_more_figures_than_the_acts_give(sort):
    for code in {code for _, code in went_to(sort)}:
        listed = {(row["figure"], row["year"]) for row, named in went_to(sort) if named == code}
        measure = MEASURES[code]
        held = len(measure.targets) if sort == "bar" else sum(len(target.milestones) for target in measure.targets)
        assert held == len(listed), code
