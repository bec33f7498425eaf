"""The figure in a cell of an annex that came back: unchanged it is the exact one that is recorded, else what the cell says."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction

from planmonitor.assessment.asserted import Asserted
from planmonitor.assessment.told import exact_text
from planmonitor.assessment.values import Value
from planmonitor.model.definitions import Definition

from planmonitor_exchange.report.annex import MISSING, parts_of, result
from planmonitor_exchange.report.annex_book import figure_cells
from planmonitor_exchange.report.sent_book import SentCells
from planmonitor_exchange.report.sent_word import SentRow
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

_PARTS, _RESULT = 4, 5
"""In which columns of the Word annex a figure stands."""
_WHOLE = {"vi": re.compile(r"\d{1,3}(?:\.\d{3})+|\d+"), "en": re.compile(r"\d{1,3}(?:,\d{3})+|\d+")}
_NUMBER = {"vi": re.compile(r"(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d+))?(?![\d.,/])"), "en": re.compile(r"(\d{1,3}(?:,\d{3})+|\d+)(?:\.(\d+))?(?![\d.,/])")}
_LONGEST = 40
Readable = Asserted | None
"""A figure as a file says it; None where what stands there is no figure."""


def in_word(row: SentRow, value: Value | None, definition: Definition, base: str = "") -> Readable:
    """Return the figure in a row of a Word annex.

    Args:
        row: The row.
        value: What is recorded, None for nothing.
        definition: How it is counted.
        base: For the row of a population what is recorded of it, exact; "" for all others.
    """
    say = Speaker(row.language)
    parts, told = (row.cells[column] if column < len(row.cells) else "" for column in (_PARTS, _RESULT))
    if value is not None and (parts, told) == tuple(" ".join(text.split()) for text in (parts_of(value, say), result(value, say))):
        return Asserted(exact_text(value), value.state == "estimated")
    if not parts and told in {"", MISSING}:
        return Asserted("")
    mark = say(N_("{figure} (est.)"), figure="").strip()
    estimated, plain = told.endswith(mark), told.removesuffix(mark).strip()
    figure = _of_words(parts, plain, value, definition, say) if not base else _number(plain, say.language)
    return None if figure is None else Asserted(figure, estimated)


def result_in_word(row: SentRow) -> Decimal | None:
    """Return the number in the column of results of a Word annex, such as 97.8 of "97,8% (ước)"; None where none stands there."""
    number = _number(row.cells[_RESULT], row.language) if len(row.cells) > _RESULT else None
    return None if number is None else Decimal(number)


def result_in_book(cells: SentCells) -> Decimal | None:
    """Return the number in the column of results of an annex that is a workbook; None where none stands there."""
    return Decimal(cells.result) if isinstance(cells.result, int | Decimal) and not isinstance(cells.result, bool) else None


def comes_to(result: Decimal, figure: str, definition: Definition) -> bool:
    """Return whether "45/46" comes to a result, rounded up or down in its last digit; of what is not divided always."""
    if "/" not in figure or definition.kind == "yes_no":
        return True
    above, below = map(Fraction, figure.split("/"))
    exponent = result.as_tuple().exponent
    step = Fraction(1, 10 ** -min(exponent, 0)) if isinstance(exponent, int) else Fraction(1)
    return below == 0 or abs(above * definition.per / below - Fraction(result)) < step


def _of_words(parts: str, told: str, value: Value | None, definition: Definition, say: Speaker) -> str | None:
    if definition.kind == "yes_no" and not parts:
        done = {say(N_("done")): "1/1", say(N_("not done")): "0/1"}
        return done.get(told) or _parts(told, say.language)
    if definition.divided and (parts or value is None or value.denominator is not None):
        return _parts(parts, say.language)
    return _number(told, say.language)


def _parts(text: str, language: str) -> str | None:
    numbers = [number.strip() for number in text.split("/")]
    if len(numbers) != 2 or len(text) > _LONGEST or not all(_WHOLE[language].fullmatch(number) for number in numbers):
        return None
    return "/".join(str(int(re.sub("[.,]", "", number))) for number in numbers)


def _number(text: str, language: str) -> str | None:
    """Return the number at the beginning of a text, "1.234,5 điểm", exact."""
    match = _NUMBER[language].match(text[:_LONGEST])
    if match is None:
        return None
    whole = str(int(re.sub("[.,]", "", match[1])))
    return f"{whole}.{match[2]}" if match[2] else whole


def in_book(cells: SentCells, value: Value | None, definition: Definition) -> Readable:
    """Return the figure in a row of an annex that is a workbook; arguments as of `in_word`."""
    own = (cells.numerator, cells.denominator, cells.result)
    estimated = cells.state in {Speaker(language).figure_state("estimated") for language in ("vi", "en")}
    if value is not None and own == figure_cells(value) and estimated == (value.state == "estimated"):
        return Asserted(exact_text(value), estimated)
    if own[:2] == (None, None) and cells.result in {None, MISSING}:
        return Asserted("")
    counts = own[:2] if definition.divided and (value is None or value.denominator is not None or own[1] is not None) else (cells.result,)
    if definition.kind == "yes_no" and value is not None and value.denominator not in {None, 1}:
        return None  # how many of several units are done cannot be told by one number
    if not all(isinstance(number, int | Decimal) and not isinstance(number, bool) and number >= 0 for number in counts):
        return None
    if len(counts) == 2 and not all(number == int(number) for number in counts):
        return None
    figure = "/".join(f"{number:f}" if isinstance(number, Decimal) else str(number) for number in counts)
    return Asserted(f"{figure}/1" if definition.kind == "yes_no" and len(counts) == 1 else figure, estimated)
