"""Every figure printed in the plan text is accounted for, every bar is printed in it, and every quotation stands in it.

`figures/van-son.csv` lists the figures of the text as `planmonitor.plantext.figures` reads them. Column `account` says where
a figure went: `measure:CODE` (its bar, its base figure, its due or base year), `document` (number, date or period of the
plan or of an act it cites), `numbering`, or `none` with a reason. `figures/texts.csv` tells which text was read.
"""

from __future__ import annotations

import csv
import hashlib
import os
import re
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import planmonitor_child_work_2026 as plugin
import pytest
from planmonitor.plantext.figures import figures_of

FIGURES = Path(__file__).parent / "figures"
TEXTS = "MONITOR_PLAN_TEXTS"
(PLAN,) = plugin.planmonitor_plans()
MEASURES = {measure.code: measure for measure in PLAN.measures}
DUTIES = {duty.id: duty for duty in PLAN.duties}


def table(name: str) -> list[dict[str, str]]:
    """Return the rows of one list."""
    with (FIGURES / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


ROWS = table("van-son")


def accounts(wanted: str) -> Iterator[tuple[dict[str, str], str]]:
    """Yield each row of one sort of account with each code or id it names."""
    for row in ROWS:
        sort, _, named = row["account"].partition(":")
        if sort == wanted:
            yield from ((row, item) for item in named.split())


def years(printed: str) -> set[int]:
    """Return the years in a printed figure."""
    return {int(year) for year in re.findall(r"\d{4}", printed)}


def plan_text() -> str:
    """Return the text that was read; skip where it is not at hand, for it is not part of the project."""
    folder = os.environ.get(TEXTS)
    if not folder:
        pytest.skip(f"the texts of the plans are not part of the project; {TEXTS} names no folder that holds them")
    [row] = table("texts")
    texts = {hashlib.sha256(file.read_bytes()).hexdigest(): file for file in Path(folder).iterdir() if file.is_file()}
    assert row["sha256"] in texts, f"no file in {folder} is the text that was read for {row['plan']}"
    return texts[row["sha256"]].read_text(encoding="utf-8")


def test_every_account_names_something_that_exists() -> None:
    """A figure goes to a measure or a duty of the plan, or to one of the other accounts."""
    for row in ROWS:
        sort, _, named = row["account"].partition(":")
        if sort in {"measure", "duty"}:
            assert named, row
            assert set(named.split()) <= set(MEASURES if sort == "measure" else DUTIES), row
        else:
            assert row["account"] in {"document", "numbering", "none"}, row


def test_only_numbering_is_accounted_for_as_numbering() -> None:
    """No figure hides among the numbers of sections."""
    assert [row for row in ROWS if (row["kind"] == "numbering") != (row["account"] == "numbering")] == []


def test_a_figure_that_is_no_target_says_why() -> None:
    """Every figure that went nowhere has its reason."""
    assert [row for row in ROWS if row["account"] == "none" and not row["reason"].strip()] == []


def test_a_percentage_or_number_is_exactly_the_bar_or_base_of_the_measure_it_went_to() -> None:
    """The printed percentage is the bar; a printed "15/17" is the base figure."""
    for row, code in accounts("measure"):
        if row["kind"] == "date":
            continue
        printed = tuple(Decimal(number.replace(",", ".")) for number in re.findall(r"\d+(?:,\d+)?", row["figure"]))
        [target] = MEASURES[code].targets
        base = (target.baseline.numerator, target.baseline.denominator) if target.baseline else ()
        assert printed in {(target.value,), base}, (row, code)


def test_the_sentence_a_measure_cites_prints_the_figure() -> None:
    """The clause behind a bar prints that bar."""
    for row, code in accounts("measure"):
        if row["kind"] != "date":
            assert row["figure"] in [figure.figure for figure in figures_of(MEASURES[code].source.clause)], (row, code)


def test_a_year_is_the_due_year_the_base_year_or_in_the_words_of_the_measure_it_went_to() -> None:
    """No year is put to a measure that has nothing to do with it."""
    for row, code in accounts("measure"):
        if row["kind"] == "date":
            [target] = MEASURES[code].targets
            known = {PLAN.due(target).year} | years(target.wording) | ({target.baseline.year} if target.baseline else set())
            assert years(row["figure"]) <= known, (row, code)


def test_every_bar_other_than_zero_is_printed_in_the_text() -> None:
    """No bar is invented."""
    printed = {code for row, code in accounts("measure") if row["kind"] in {"percentage", "number"}}

    assert {measure.code for measure in PLAN.measures if any(target.value for target in measure.targets)} - printed == set()


def test_no_two_printed_percentages_went_to_one_measure() -> None:
    """Two percentages read into one measure would leave one of them out of the plan."""
    codes = [code for row, code in accounts("measure") if row["kind"] == "percentage"]

    assert sorted(codes) == sorted(set(codes))


def test_no_duty_has_a_date_because_the_text_prints_none() -> None:
    """The text dates no report, so no figure of it went to a duty and no duty is dated."""
    assert list(accounts("duty")) == []
    assert [duty.id for duty in PLAN.duties if duty.last_day] == []


def test_a_number_or_date_of_the_document_is_known_to_the_plan() -> None:
    """What the text cites stands somewhere in the plan: in a title, a task, a clause or a question."""
    # The repr of frozen values holds every word of the plan.
    said = repr(PLAN).replace(" ", "")

    assert [row for row in ROWS if row["account"] == "document" and row["figure"].replace(" ", "") not in said] == []


def test_the_list_of_figures_is_what_the_text_prints() -> None:
    """The list was made from the text, and from nothing else."""
    fresh = [(str(figure.line), figure.kind, figure.figure) for figure in figures_of(plan_text())]

    assert [(row["line"], row["kind"], row["figure"]) for row in ROWS] == fresh


def test_every_quotation_stands_in_the_text_word_for_word() -> None:
    """Lines, clauses, tasks, money and names of units are quoted as printed, line breaks mended and marks of emphasis left out."""
    plain = re.sub(r"<sup>\d</sup>|[*#]", "", plan_text())
    text = " ".join(re.sub(r"^\s*\d+\.\s*(?=\S)", "", plain, flags=re.MULTILINE).split()).lower()
    quoted = [indicator.text for indicator in PLAN.indicators] + [measure.source.clause for measure in PLAN.measures]
    quoted += [task.text for unit in PLAN.units for task in unit.tasks] + [source.clause for source in PLAN.budget]
    quoted += [duty.source.clause for duty in PLAN.duties if duty.source.document == PLAN.document]
    quoted += [name for unit in PLAN.units for name in (unit.name, *unit.also)] + list(PLAN.document.implements)

    assert [words for words in quoted if words.lower() not in text] == []
