"""Every figure printed in the three plan texts is accounted for, and every bar of the plans is printed in its text.

`figures/PLAN.csv` lists the figures of one text as `planmonitor.plantext.figures` reads them. Column `account` says where
a figure went: `measure:CODE` (its bar, the far end of its range, its due or base year; several codes for a heading that dates them all),
`duty:ID` (its printed date or period), `document` (number, date or period of the plan or of an act it cites), `numbering`,
or `none` with a reason. `figures/texts.csv` tells which text was read.
"""

import csv
import hashlib
import importlib
import os
import re
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from planmonitor.plantext.figures import figures_of

FIGURES = Path(__file__).parent / "figures"
TEXTS = "MONITOR_PLAN_TEXTS"
PERIODS = {"06 tháng": "half-year"}


def table(name):
    with (FIGURES / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


SHA256 = {row["plan"]: row["sha256"] for row in table("texts")}
every_plan = pytest.mark.parametrize("name", SHA256)


def plan_of(name):
    return importlib.import_module(f"planmonitor_child_labour.{name.replace('-', '_')}").PLAN


def accounts(name, wanted):
    """Yield each row of one sort of account with each code or id it names."""
    for row in table(name):
        sort, _, named = row["account"].partition(":")
        if sort == wanted:
            yield from ((row, item) for item in named.split())


def place(row):
    return f"line {row['line']}, {row['figure']!r}"


def amount(printed):
    """Return the figure of "90 %" or "17 xã" as a Decimal."""
    return Decimal(re.match(r"\d+(?:,\d+)?", printed.replace(".", "")).group().replace(",", "."))


def years(printed):
    return {int(year) for year in re.findall(r"\d{4}", printed)}


def measures_by_code(name):
    return {measure.code: measure for measure in plan_of(name).measures}


@every_plan
def test_every_account_names_something_that_exists(name):
    plan = plan_of(name)
    measures, duties = {measure.code for measure in plan.measures}, {duty.id for duty in plan.duties}
    for row in table(name):
        sort, _, named = row["account"].partition(":")
        if sort in ("measure", "duty"):
            assert named, place(row)
            assert set(named.split()) <= (measures if sort == "measure" else duties), place(row)
        else:
            assert row["account"] in ("document", "numbering", "none"), place(row)


@every_plan
def test_only_numbering_is_accounted_for_as_numbering(name):
    for row in table(name):
        assert (row["kind"] == "numbering") == (row["account"] == "numbering"), place(row)


@every_plan
def test_a_figure_that_is_no_target_says_why(name):
    for row in table(name):
        assert row["account"] != "none" or row["reason"].strip(), place(row)


@every_plan
def test_a_percentage_or_number_is_exactly_the_bar_of_the_measure_it_went_to(name):
    measures = measures_by_code(name)
    for row, code in accounts(name, "measure"):
        if row["kind"] != "date":
            assert amount(row["figure"]) in {bar for target in measures[code].targets for bar in (target.value, target.upper)}, (place(row), code)


@every_plan
def test_the_sentence_a_measure_cites_prints_the_bar_of_the_measure(name):
    measures = measures_by_code(name)
    for row, code in accounts(name, "measure"):
        if row["kind"] != "date":
            printed = [figure.figure.replace(" ", "") for figure in figures_of(measures[code].source.clause)]
            assert row["figure"].replace(" ", "") in printed, (place(row), code)


@every_plan
def test_a_year_is_the_due_year_or_the_base_year_of_the_measures_it_went_to(name):
    plan, measures = plan_of(name), measures_by_code(name)
    for row, code in accounts(name, "measure"):
        if row["kind"] == "date":
            targets = measures[code].targets
            known = {plan.due(target).year for target in targets} | {target.baseline.year for target in targets if target.baseline}
            assert years(row["figure"]) <= known, (place(row), code)


@every_plan
def test_every_bar_other_than_zero_is_printed_in_the_text(name):
    printed = {code for row, code in accounts(name, "measure") if row["kind"] in ("percentage", "number")}
    barred = {measure.code for measure in plan_of(name).measures if any(target.value for target in measure.targets)}
    assert barred - printed == set()


@every_plan
def test_no_two_printed_percentages_went_to_one_measure(name):
    # Two percentages read into one measure would leave one of them out of the plan.
    codes = [code for row, code in accounts(name, "measure") if row["kind"] == "percentage"]
    assert sorted(codes) == sorted(set(codes))


@every_plan
def test_a_duty_is_due_the_day_before_the_day_it_names_as_its_limit(name):
    # "trước ngày 25/11" excludes the 25th (docs/domain.md, rule 16).
    duties = {duty.id: duty for duty in plan_of(name).duties}
    for row, duty_id in accounts(name, "duty"):
        duty = duties[duty_id]
        if row["kind"] == "date":
            assert f"trước ngày {row['figure']}" in duty.rule, place(row)
            day, month = map(int, row["figure"].split("/"))
            assert f"{date(2001, month, day) - timedelta(days=1):%m-%d}" == duty.last_day, place(row)
        else:
            assert PERIODS[row["figure"]] == duty.period, place(row)


@every_plan
def test_every_dated_duty_is_printed_in_the_text_with_its_date(name):
    printed = {duty_id for row, duty_id in accounts(name, "duty") if row["kind"] == "date"}
    assert {duty.id for duty in plan_of(name).duties if duty.last_day} == printed


@every_plan
def test_a_span_of_years_of_the_document_is_the_period_of_the_plan(name):
    plan = plan_of(name)
    for row in table(name):
        if row["account"] == "document" and len(years(row["figure"])) == 2:
            assert years(row["figure"]) == {plan.start.year, plan.end.year}, place(row)


@every_plan
def test_a_number_or_date_of_the_document_is_known_to_the_plan(name):
    plan = plan_of(name)
    issued = plan.document.issued
    # The repr of frozen values holds every word of the plan: what it cites may stand in a title, a task or a question.
    said = f"{plan!r} ngày {issued.day} tháng {issued.month} năm {issued.year}" if issued else repr(plan)
    for row in table(name):
        if row["account"] == "document":
            assert row["figure"].replace(" ", "") in said.replace(" ", ""), place(row)


@every_plan
def test_the_list_of_figures_is_what_the_text_prints(name):
    folder = os.environ.get(TEXTS)
    if not folder:
        pytest.skip(f"the texts of the plans are not part of the project; {TEXTS} names no folder that holds them")
    texts = {hashlib.sha256(file.read_bytes()).hexdigest(): file for file in Path(folder).iterdir() if file.is_file()}
    assert SHA256[name] in texts, f"no file in {folder} is the text that was read for {name}"
    fresh = [(str(figure.line), figure.kind, figure.figure) for figure in figures_of(texts[SHA256[name]].read_text(encoding="utf-8"))]
    assert [(row["line"], row["kind"], row["figure"]) for row in table(name)] == fresh
