"""Every figure that the text of a plan prints is accounted for, and every bar of the plan is printed: a suite of tests."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from planmonitor.testing.texts import PlanOfText, Row, none, table

if TYPE_CHECKING:
    from planmonitor.model.duties import Duty
    from planmonitor.model.plans import Measure


def _years(printed: str) -> set[int]:
    return {int(year) for year in re.findall(r"\d{4}", printed)}


def _numbers(printed: str) -> tuple[Decimal, ...]:
    return tuple(Decimal(number.replace(",", ".")) for number in re.findall(r"\d+(?:,\d+)?", printed.replace(".", "")))


class PlanFigures(PlanOfText):
    """What became of every figure of a plan's text, one test for each way it can be lost or invented. The suite of one plan:

        from planmonitor.testing import PlanFigures

        class TestVanSon(PlanFigures):
            plan = "child-labour/van-son-2026-2030"

    Beside the test file, `figures/van-son-2026-2030.csv` lists the figures as `python -m planmonitor.contract.figures` reads them.
    Its column `account` says where each went: `measure:CODE` (its bar, the far end of its range, its base figure, its due or base
    year; several codes for one figure over all), `duty:ID` (its printed date or period), `document` (number, date or period of the
    plan or of an act it cites), `numbering`, or `none` with a `reason`. `figures/texts.csv` gives the SHA-256 of the text read.
    """  # noqa: D400, D415 - what it introduces follows

    @property
    def _rows(self) -> list[Row]:
        return table(self._folder / f"{self._name}.csv")

    @property
    def _measures(self) -> dict[str, Measure]:
        return {measure.code: measure for measure in self._said.measures}

    @property
    def _duties(self) -> dict[str, Duty]:
        return {duty.id: duty for duty in self._said.duties}

    def _accounts(self, wanted: str) -> Iterator[tuple[Row, str]]:
        """Yield each row of one sort of account with each code or id it names."""
        for row in self._rows:
            sort, _colon, named = row["account"].partition(":")
            if sort == wanted:
                yield from ((row, item) for item in named.split())

    def test_every_account_names_something_that_exists(self) -> None:
        """A figure goes to a measure or a duty of the plan, or to one of the other accounts."""
        known = {"measure": set(self._measures), "duty": set(self._duties)}
        for row in self._rows:
            sort, _colon, named = row["account"].partition(":")
            exists = {*named.split()} <= known[sort] and bool(named) if sort in known else row["account"] in {"document", "numbering", "none"}
            none([] if exists else [row])

    def test_only_numbering_is_accounted_for_as_numbering(self) -> None:
        """No figure hides among the numbers of sections."""
        none(row for row in self._rows if (row["kind"] == "numbering") != (row["account"] == "numbering"))

    def test_a_figure_that_is_no_target_says_why(self) -> None:
        """Every figure that went nowhere has its reason."""
        none(row for row in self._rows if row["account"] == "none" and not row["reason"].strip())

    def test_a_percentage_or_number_is_exactly_the_bar_or_base_of_the_measure_it_went_to(self) -> None:
        """A printed percentage is a bar or the far end of its range; a printed "15/17" is the base figure."""
        for row, code in self._accounts("measure"):
            targets = self._measures[code].targets
            bars = {(bar,) for target in targets for bar in (target.value, target.upper)}
            bases = {(target.baseline.numerator, target.baseline.denominator) for target in targets if target.baseline is not None}
            none([] if row["kind"] == "date" or _numbers(row["figure"]) in bars | bases else [(row, code)])

    def test_the_sentence_a_measure_cites_prints_the_figure(self) -> None:
        """The clause behind a bar prints that bar."""
        from planmonitor.plantext.figures import figures_of

        for row, code in self._accounts("measure"):
            printed = [figure.figure.replace(" ", "") for figure in figures_of(self._measures[code].source.clause)]
            none([] if row["kind"] == "date" or row["figure"].replace(" ", "") in printed else [(row, code)])

    def test_a_year_is_the_due_year_the_base_year_or_in_the_words_of_the_measure_it_went_to(self) -> None:
        """No year is put to a measure that has nothing to do with it."""
        for row, code in self._accounts("measure"):
            known: set[int] = set()
            for target in self._measures[code].targets:
                known |= {self._said.due(target).year} | _years(target.wording) | ({target.baseline.year} if target.baseline is not None else set())
            none([] if row["kind"] != "date" or _years(row["figure"]) <= known else [(row, code)])

    def test_every_bar_other_than_zero_is_printed_in_the_text(self) -> None:
        """No bar is invented."""
        printed = {code for row, code in self._accounts("measure") if row["kind"] in {"percentage", "number"}}
        none({code for code, measure in self._measures.items() if any(target.value for target in measure.targets)} - printed)

    def test_no_two_printed_percentages_went_to_one_measure(self) -> None:
        """Two percentages read into one measure would leave one of them out of the plan."""
        codes = [code for row, code in self._accounts("measure") if row["kind"] == "percentage"]
        none(code for code in set(codes) if codes.count(code) > 1)

    def test_a_duty_is_due_the_day_before_the_day_it_names_as_its_limit(self) -> None:
        """The last day of "trước ngày 25/11" is the 24th (docs/domain.md, rule 16); "6 tháng" is the half-year."""
        for row, name in self._accounts("duty"):
            duty = self._duties[name]
            if row["kind"] == "date":
                day, month = map(int, row["figure"].split("/"))
                last_day = f"{date(2001, month, day) - timedelta(days=1):%m-%d}"
                right = f"trước ngày {row['figure']}" in duty.rule and last_day == duty.last_day
            else:
                right = (row["figure"].lstrip("0"), duty.period) == ("6 tháng", "half-year")
            none([] if right else [(row, name)])

    def test_every_dated_duty_of_the_plan_is_printed_in_its_text(self) -> None:
        """Dates that the text does not print belong to another act, and cite it."""
        printed = {name for row, name in self._accounts("duty") if row["kind"] == "date"}
        none({duty.id for duty in self._said.duties if duty.last_day and duty.source.document == self._said.document} ^ printed)

    def test_the_period_of_a_plan_of_several_years_is_printed_in_the_text(self) -> None:
        """What "giai đoạn 2021-2025" names is when the plan runs."""
        printed = [_years(row["figure"]) for row in self._rows if row["account"] == "document"]
        period = {self._said.start.year, self._said.end.year}
        none([] if len(period) == 1 or period in printed else [f"{min(period)}-{max(period)} is not among the figures of the document"])

    def test_a_number_or_date_of_the_document_is_known_to_the_plan(self) -> None:
        """What the text cites stands somewhere in the plan: in a title, a task, a clause or a question."""
        issued = self._said.document.issued
        # The repr of frozen values holds every word of the plan.
        said = repr(self._said) + (f" ngày {issued.day} tháng {issued.month} năm {issued.year}" if issued else "")
        none(row for row in self._rows if row["account"] == "document" and row["figure"].replace(" ", "") not in said.replace(" ", ""))

    def test_the_list_of_figures_is_what_the_text_prints(self) -> None:
        """The list was made from the text, and from nothing else."""
        from planmonitor.plantext.figures import figures_of

        fresh = [(str(figure.line), figure.kind, figure.figure) for figure in figures_of(self._text())]
        listed = [(row["line"], row["kind"], row["figure"]) for row in self._rows]
        none([*(("only listed", *item) for item in listed if item not in fresh), *(("only printed", *item) for item in fresh if item not in listed)])
        none([] if listed == fresh else ["the list is in another order than the text"])

    def test_every_quotation_stands_in_the_text_word_for_word(self) -> None:
        """Text, lines, clauses, tasks, money, names of units and both ends are as printed, line breaks and misplaced tone marks mended.

        Marks of emphasis are left out.
        """
        from planmonitor.plantext.quotations import folded_text, quotations

        plain = re.sub(r"<sup>\d</sup>|[*#]", "", self._text())
        text = folded_text(re.sub(r"^\s*\d+\.\s*(?=\S)", "", plain, flags=re.MULTILINE))
        none(quoted for quoted in quotations(self._said) if folded_text(quoted.words) not in text)
