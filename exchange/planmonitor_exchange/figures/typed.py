"""Reading figures typed by people: one reading, or none (docs/domain.md, rule 9).

"1.234" is 1234 in Vietnamese and 1.234 in English: both readings are offered and neither is taken.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal
from typing import TypeVar

from planmonitor import BadData, Message
from planmonitor.messages import Asked

from planmonitor_exchange.speaking.translations import N_

_DIGITS = re.compile(r"[0-9]+")
_GROUPED = re.compile("[1-9][0-9]{0,2}(?:([.,\\u0020\\u00a0\\u202f])[0-9]{3})(?:\\1[0-9]{3})*")
_GROUPED_DECIMAL = re.compile(r"([1-9][0-9]{0,2}(?:\.[0-9]{3})+),([0-9]+)|([1-9][0-9]{0,2}(?:,[0-9]{3})+)\.([0-9]+)")
_DECIMAL = re.compile(r"([0-9]+)[.,]([0-9]+)")
_ZERO_AND_GROUP = re.compile(r"(0[0-9]+)([.,])([0-9]{3})")
_EXCEL_BEGINS = date(1899, 12, 30)
"""Two days before its first, for it counts a 29 February 1900 that never was."""
_BLANK = " \t\u00a0\u202f\ufeff"
_LONGEST = 40
_FRACTIONS = set("½¼¾⅓⅔⅛⅜⅝⅞")
_NOTHING = {"không", "khong", "-", "--", "–", "—", "kps", "ko", "x", "…", "...", "n/a", "na"}


T = TypeVar("T", bound=Asked)


class NoFigure(BadData):
    """A text is no figure at all."""


class Ambiguous(Asked):
    """A text may mean zero, or that nothing was reported."""


class TwoReadings(Asked):
    """A text is one number where only whole ones are counted, and may be another where they are not."""

    whole: int


def read_value(text: str) -> tuple[int | Decimal | None, TwoReadings | None]:
    """Return the figure a text means, and where it means that only among whole numbers, why it may be another one.

    Raises:
        BadData: as `read_figure`.
    """
    try:
        return read_figure(text), None
    except TwoReadings as doubt:
        return doubt.whole, doubt


def read_figure(text: str) -> int | Decimal | None:
    """Return the one figure a text can mean.

    Args:
        text: What was typed.

    Returns:
        An int, a Decimal with a decimal part, or None where the cell is empty (missing, which is not zero).

    Raises:
        BadData: where the text is no figure, is negative, is a percentage, or has two readings.
    """
    written = text.strip(_BLANK)
    if not written:
        return None
    _refuse_what_is_no_count(written)
    if _DIGITS.fullmatch(written):
        return int(written)
    if match := _GROUPED.fullmatch(written):
        return _grouped(written, match[1])
    if match := _GROUPED_DECIMAL.fullmatch(written):
        whole, part = (match[1], match[2]) if match[1] else (match[3], match[4])
        return Decimal(f"{re.sub('[.,]', '', whole)}.{part}")
    if match := _ZERO_AND_GROUP.fullmatch(written):
        raise _asked(Asked, written, str(int(match[1] + match[3])), f"{int(match[1])},{match[3]}")
    if match := _DECIMAL.fullmatch(written):
        return Decimal(f"{match[1]}.{match[2]}")
    raise _no_figure(written)


def _refuse_what_is_no_count(written: str) -> None:
    if len(written) > _LONGEST:
        raise _no_figure(f"{written[:12]}…")
    if written.lower() in _NOTHING:
        nothing = Ambiguous(N_("'{text}' may mean zero or nothing reported."), Message.of(N_("Write 0, or leave it empty.")), text=written)
        raise nothing.offering("word", written, 0, None)
    if written.endswith("%"):
        raise BadData(N_("'{text}' is a percentage."), Message.of(N_("Give its two counts, numerator and denominator.")), text=written)
    if written[0] in "-−" and written[1:2].isdigit():
        raise _negative(written)
    if set(written) & _FRACTIONS:
        fraction = N_("'{text}' is a fraction that a spreadsheet makes of two typed numbers.")
        raise BadData(fraction, Message.of(N_("Write the whole number that was counted.")), text=written)


def _negative(written: str) -> BadData:
    return BadData(N_("'{text}' is negative; a count is 0 or more."), text=written)


def read_number(number: int | Decimal) -> int | Decimal:
    """Return a number that a spreadsheet holds as one: it has one reading; a BadData where it is negative."""
    if number < 0:
        raise _negative(str(number).replace(".", ","))
    return int(number) if number == int(number) else number


def _no_figure(shown: str) -> NoFigure:
    return NoFigure(N_("'{text}' is not a figure."), Message.of(N_("Write digits only, such as 1234 or 12,5.")), text=shown)


def _grouped(written: str, separator: str) -> int:
    """Return a number in groups of three; one group after a dot or comma may be decimals, and both readings are offered."""
    whole = written.replace(separator, "")
    if separator in ".," and written.count(separator) == 1:
        doubt = _asked(TwoReadings, written, whole, written.replace(separator, ","))
        doubt.whole = int(whole)
        raise doubt
    return int(whole)


def _asked(kind: type[T], written: str, whole: str, part: str) -> T:
    hint = Message.of(N_("If it is {whole}, write it without a separator."), whole=whole)
    asked = kind(N_("'{text}' has two readings: {whole} or {part}."), hint, text=written, whole=whole, part=part)
    return asked.offering("separator", written, int(whole), Decimal(part.replace(",", ".")))


def read_count(text: str) -> int | None:
    """Return the whole count a text means, or None where it is empty; of whole things "1.003" has one reading.

    Raises:
        BadData: as `read_figure`, and where the figure has a decimal part.
    """
    written = text.strip(_BLANK)
    if match := _GROUPED.fullmatch(written):
        return int(written.replace(match[1], ""))
    figure = read_figure(text)
    if isinstance(figure, Decimal):
        raise BadData(N_("'{text}' is not a whole number."), text=text)
    return figure


def read_day(text: str) -> date:
    """Return the date written as 2026-06-30, 2026/6/30, 30/6/2026, 30-6-2026, 30.6.2026 or 30/6/26.

    Raises:
        ValueError: where it is none of them.
    """
    parts = re.split("[-/.]", text.strip())
    if len(parts) != 3 or not all(part.isascii() and part.isdigit() for part in parts):
        raise ValueError(text)
    year, month, day = map(int, parts if len(parts[0]) == 4 else reversed(parts))
    year += 2000 if year < 100 and len(parts[2]) == 2 else 0
    if not 1900 < year < 2200:
        raise ValueError(text)
    return date(year, month, day)


def day_of_number(text: str) -> date | None:
    """Return the date that a cell holds as Excel counts days, 46326 for 31 October 2026; None for any other text and time."""
    return _EXCEL_BEGINS + timedelta(days=int(text)) if re.fullmatch("[3-9][0-9]{4}", text) else None
