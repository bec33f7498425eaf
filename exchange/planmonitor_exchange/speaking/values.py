"""Numbers, days, periods and amounts as an officer writes them (docs/domain.md, section 9), and templates filled with them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from planmonitor import Definition, Message, Period, Text
from planmonitor.assessment.values import Amount
from planmonitor.numbers import counted, written, written_day

from planmonitor_exchange.speaking.translations import N_, current, translate


def printable(text: str) -> str:
    """Return a text on one line that changes nothing on a terminal: control characters and stray letters become visible."""
    return "".join(letter if letter.isprintable() else " " if letter.isspace() else ascii(letter)[1:-1] for letter in text)


def running(label: str) -> str:
    """Return a label as it stands within a sentence: without its capital letter, unless it begins with an abbreviation."""
    return label if label[1:2].isupper() else f"{label[:1].lower()}{label[1:]}"


COUNTS = frozenset(
    (
        *("answers", "asked", "cells", "columns", "count", "duties", "entries", "indicators", "measures", "members", "needed", "new", "objectives"),
        *("others", "revised", "rows", "same", "times", "units"),
    )
)
"""The places of sentences that say how many there are of something."""


def _counts(place: str, value: Any, sentence: str) -> bool:
    """Return whether a value says how many there are of what is named behind it."""
    return place in COUNTS and type(value) is int and f"{{{place}}} " in sentence


class Values:
    """Speaks one language: turns templates, messages and values into sentences."""

    def __init__(self, language: str | None = None) -> None:
        """Take "vi" or "en"; by default the language in use."""
        self.language = language or current()
        self.vi = self.language == "vi"

    def __call__(self, template: str, **values: Any) -> str:
        """Return a template in this language, with its values written out."""
        said = translate(template, self.language)
        return said.format(**{name: self.counted(value) if _counts(name, value, said) else self.value(value) for name, value in values.items()})

    def message(self, message: Message | None) -> str:
        """Return a message as a sentence; an absent one is empty."""
        return "" if message is None else self(message.template, **message.values)

    def value(self, value: Any) -> str:
        """Return any value of a message as text."""
        if isinstance(value, Message):
            return self.message(value)
        if isinstance(value, Text):
            return value.in_language(self.language)
        if isinstance(value, Amount):
            return self.amount(value)
        if isinstance(value, Period):
            return self.period(value)
        if isinstance(value, datetime):
            from planmonitor.workspace.opening import TIME_ZONE

            value = value.astimezone(TIME_ZONE)
            return f"{self.day(value.date())} {value:%H:%M}"
        if isinstance(value, date):
            return self.day(value)
        if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
            return self.number(value)
        if isinstance(value, tuple):
            return ", ".join(self.value(item) for item in value)
        return printable(str(value))

    def breakdown(self, definition: Definition | None, breakdown: Iterable[tuple[str, str]]) -> str:
        """Return the parts that a figure of a definition is of, in running text: "nữ, từ 6 đến 9 tuổi"; their codes where nobody names them."""
        ways = {way.key: {part.key: part.label for part in way.categories} for way in (definition.breakdowns if definition is not None else ())}
        labels = ((key, category, ways.get(key, {}).get(category)) for key, category in breakdown)
        return ", ".join(f"{key}={category}" if label is None else running(self.value(label)) for key, category, label in labels)

    def number(self, number: int | Decimal) -> str:
        """Return a number: 1.234,5 in Vietnamese, 1,234.5 in English."""
        return written(number, self.language)

    def counted(self, number: int | Decimal) -> str:
        """Return a count as it stands before its noun: "02" for two, "12" for twelve."""
        return counted(number, self.language)

    def day(self, day: date) -> str:
        """Return a date: 08/4/2026 in Vietnamese, 8 April 2026 in English."""
        return written_day(day, self.language)

    def period(self, period: Period) -> str:
        """Return a period: "6 tháng đầu năm 2026", "quý II/2026", "năm 2026"."""
        return period.called.in_language(self.language)

    def amount(self, amount: Amount) -> str:
        """Return a figure with its unit: "3,99%", "02 vụ"; a change with its direction: "tăng 02 vụ"."""
        if amount.signed:
            return self._change(amount)
        if amount.numerator is not None and amount.denominator is None:
            return f"{self.counted(amount.numerator)} {amount.noun.in_language(self.language)}"
        if amount.number is None:
            return f"{amount.numerator}/{amount.denominator}"
        if amount.measured_in == "yes/no":
            return self._state(amount)
        if amount.measured_in == "%":
            return f"{self.number(amount.number)}%"
        if amount.measured_in == "per 100,000":
            return self(N_("{number} per 100,000"), number=amount.number)
        return f"{self.counted(amount.number)} {amount.noun.in_language(self.language)}"

    def _state(self, amount: Amount) -> str:
        if amount.denominator is not None and amount.denominator > 1:
            return f"{amount.numerator}/{amount.denominator}"
        return self(N_("done")) if amount.numerator is not None and amount.numerator > 0 else self(N_("not done"))

    def _change(self, amount: Amount) -> str:
        number = amount.number
        if number is None or number == 0:
            return self(N_("unchanged"))
        if amount.measured_in == "yes/no":
            return self(N_("changed"))  # a state is not more or less than another
        size = abs(number)
        if amount.measured_in == "points of percent":
            change = self(N_("{number} percentage points"), number=size)
        else:
            change = f"{self.counted(size)} {amount.noun.in_language(self.language)}"
        return self(N_("up {size}") if number > 0 else N_("down {size}"), size=change)
