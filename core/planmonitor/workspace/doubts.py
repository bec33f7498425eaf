"""Numbers in cells of a spreadsheet that may not be what was typed: it turns days into numbers, and decimal marks into groups of three.

What was typed is not to be seen any more, so only what was recorded before tells: a number unlike all of that is asked about. Written as a text,
with an apostrophe before it, or named in an answer, the same number is taken.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, timedelta
from decimal import Decimal

from planmonitor.assessment.records import Figure
from planmonitor.messages import N_, Asked, Message
from planmonitor.workspace.admission import COUNTS

FIRST_DAY, LAST_DAY = 43_000, 60_000
"""As which numbers a spreadsheet keeps the days that officers type, from 2017 to 2064."""
NEAR_DAYS = 4
"""How many times a number in that span may be the largest recorded before without a question."""
THOUSAND = 1_000
"""From here on a number may be one with three decimals: "1.234" typed is 1234."""
FAR = 100
"""How many times such a number may be the largest recorded before without a question."""
_BEGINS = date(1899, 12, 30)
_AS_TEXT = N_("If {number} is right, write it as a text: type an apostrophe before it.")


class Recorded:
    """The smallest and the largest number recorded, by definition, place, breakdown and field."""

    def __init__(self, figures: Iterable[Figure]) -> None:
        """Take the figures that stand before the first row of a file is looked at."""
        self._spans: dict[tuple[object, ...], tuple[int | Decimal, int | Decimal]] = {}
        for figure in figures:
            for name in COUNTS:
                if (number := getattr(figure, name)) is not None:
                    about = _about(figure, name)
                    least, most = self._spans.get(about, (number, number))
                    self._spans[about] = min(least, number), max(most, number)

    def question(self, figure: Figure, before: Figure | None, fields: Collection[str]) -> Asked | None:
        """Return what has to be asked of the numbers in some fields of a figure, which may have one recorded before; None where nothing is odd."""
        for name in (one for one in COUNTS if one in fields):
            number = getattr(figure, name)
            if number is not None and (before is None or getattr(before, name) != number):
                span = self._spans.get(_about(figure, name))
                if doubt := _doubt(number, span):
                    return doubt.of_field(name)
        return None


def _about(figure: Figure, name: str) -> tuple[object, ...]:
    return figure.definition, figure.place, figure.breakdown, name


def _doubt(number: int | Decimal, span: tuple[int | Decimal, int | Decimal] | None) -> Asked | None:
    written = str(number).replace(".", ",")
    hint = Message.of(_AS_TEXT, number=written)
    least, most = span or (0, 0)
    if FIRST_DAY <= number <= LAST_DAY and number > NEAR_DAYS * most:
        day = _BEGINS + timedelta(days=int(number))
        asked = Asked(N_("{number} is also how a spreadsheet keeps the day {day}."), hint, number=written, day=day)
        return asked.offering("day-number", written, number)
    if number >= THOUSAND and span and number > FAR * most:
        grouped = N_("{number} is far above all that was recorded of it, at most {most}: '{typed}' typed with a dot becomes this number.")
        typed = f"{number:,}".replace(",", ".")
        return Asked(grouped, hint, number=written, most=most, typed=typed).offering("magnitude", written, number)
    if 0 < number < 1 and span and least >= 1:
        share = N_("{number} is below all that was recorded of it, at least {least}: '{typed}' typed becomes this number.")
        typed = f"{(Decimal(number) * 100).normalize():f}".replace(".", ",")
        asked = Asked(share, hint, number=written, least=least, typed=f"{typed}%")
        return asked.offering("percent", written, number, Decimal(typed.replace(",", ".")))
    return None
