"""Turning values and messages into words, as an officer writes them (docs/domain.md, section 9)."""

from __future__ import annotations

import errno
import re
from datetime import date, datetime
from decimal import Decimal
from fractions import Fraction
from typing import Any

from planmonitor import Message, Period, Refusal, Text
from planmonitor.assessment.figures import STATE_WORDS
from planmonitor.assessment.results import Amount, JudgedMeasure, Occurrence
from planmonitor.numbers import MONTHS, written, written_day
from planmonitor.registry.catalogue import Problem
from planmonitor.registry.installed import LOCAL

from planmonitor_exchange.speaking.translations import N_, current, translate

ROMAN = ("I", "II", "III", "IV")
_PARTS = re.compile(r"(\d{4})(?:-(?:S([12])|Q([1-4])|(\d{2})))?")

STATUS = {
    "met": N_("Met"),
    "not_met": N_("Not met"),
    "on_track": N_("On track"),
    "behind": N_("Behind"),
    "in_progress": N_("In progress, within time"),
    "incomplete": N_("Incomplete"),
    "no_data": N_("No data"),
    "no_case": N_("No case"),
    "trend_only": N_("Followed, no bar set"),
    "not_assessed": N_("Not a year of assessment"),
}
SEVERITY = {"error": N_("must be dealt with"), "warning": N_("check again"), "notice": N_("note")}
STAGE = {"find": N_("finding it"), "import": N_("loading it"), "read": N_("reading it"), "hook": N_("asking it"), "check": N_("running its checks")}
OVER_TIME = {
    "count": N_("within the period"),
    "point_in_time": N_("at a point in time"),
    "cumulative": N_("cumulative from the start of the year"),
    "any_breach": N_("one case breaks the year"),
}
WINDOW = {
    "administrative": N_("a reporting year runs from 15/12 to 14/12 (Decree 09/2019/NĐ-CP; the program's default where the document names none)"),
    "calendar": N_("a reporting year runs from 01/01 to 31/12"),
}
DUTY_STATE = {
    "not_due": N_("not due yet"),
    "on_time": N_("received in time"),
    "late": N_("received, {days} days late"),
    "overdue": N_("{days} days overdue, not received"),
    "undated": N_("the document sets no date"),
    "not_asked": N_("not asked for yet"),
}


REASONS = {
    errno.ENOENT: N_("there is no such file or folder; compare the name"),
    errno.EACCES: N_("the computer does not allow it; look at who owns the file, or choose another folder"),
    errno.EPERM: N_("the computer does not allow it; look at who owns the file, or choose another folder"),
    errno.EISDIR: N_("that is a folder; name a file in it"),
    errno.ENOTDIR: N_("part of the path is a file, not a folder"),
    errno.EEXIST: N_("something of that name is there already"),
    errno.ENOSPC: N_("the disk is full; make room and run the command again"),
    errno.EROFS: N_("the disk can only be read; choose another folder"),
    errno.ENAMETOOLONG: N_("the name is too long"),
    errno.ELOOP: N_("the path leads in a circle"),
}
"""What the operating system says, as a sentence with the next step."""


def reason_of(error: OSError) -> str | Message:
    """Return why the operating system refused something; in its own words where they are not known here."""
    return Message.of(REASONS[error.errno]) if error.errno in REASONS else str(error.strerror or error)


def printable(text: str) -> str:
    """Return a text on one line that changes nothing on a terminal: control characters and stray letters become visible."""
    return "".join(letter if letter.isprintable() else " " if letter.isspace() else ascii(letter)[1:-1] for letter in text)


class Speaker:
    """Speaks one language: turns templates, messages and values into its words."""

    def __init__(self, language: str | None = None) -> None:
        """Take "vi" or "en"; by default the language in use."""
        self.language = language or current()
        self.vi = self.language == "vi"

    def __call__(self, template: str, **values: Any) -> str:
        """Return a template of the catalogue with its values written out."""
        return translate(template, self.language).format(**{name: self.value(value) for name, value in values.items()})

    def message(self, message: Message | None) -> str:
        """Return a message as a sentence; an absent one is empty."""
        return "" if message is None else self(message.template, **message.values)

    def refusal(self, error: Refusal) -> str:
        """Return an error with its next step."""
        return " ".join(filter(None, (self.message(error.message), self.message(error.hint))))

    def problem(self, problem: Problem) -> str:
        """Return what went wrong with a plugin as a sentence."""
        if problem.plugin.startswith(f"{LOCAL}/"):
            return self(N_("Local plan {plan}: {message}"), plan=problem.plugin, message=problem.message)
        return self(N_("Plugin {plugin}, {stage}: {message}"), plugin=problem.plugin, stage=self(STAGE[problem.stage]), message=problem.message)

    def value(self, value: Any) -> str:
        """Return any value of a message as words."""
        if isinstance(value, Message):
            return self.message(value)
        if isinstance(value, Text):
            return value.in_language(self.language)
        if isinstance(value, Amount):
            return self.amount(value)
        if isinstance(value, Period):
            return self.period(value)
        if isinstance(value, datetime):
            return f"{self.day(value.date())} {value:%H:%M}"
        if isinstance(value, date):
            return self.day(value)
        if isinstance(value, (int, Decimal)) and not isinstance(value, bool):
            return self.number(value)
        if isinstance(value, tuple):
            return ", ".join(self.value(item) for item in value)
        return printable(str(value))

    def number(self, number: int | Decimal) -> str:
        """Return a number: 1.234,5 in Vietnamese, 1,234.5 in English."""
        return written(number, self.language)

    def counted(self, number: int | Decimal) -> str:
        """Return a count as it stands before its noun: "02" for two, "12" for twelve."""
        return f"{int(number):02d}" if self.vi and 0 < number < 10 and number == int(number) else self.number(number)

    def day(self, day: date) -> str:
        """Return a date: 08/4/2026 in Vietnamese, 8 April 2026 in English."""
        return written_day(day, self.language)

    def period(self, period: Period) -> str:
        """Return a period: "6 tháng đầu năm 2026", "quý II/2026", "năm 2026"."""
        match = _PARTS.fullmatch(period.id)
        if match is None:
            return self(N_("{start} to {end}"), start=period.start, end=period.end)
        year, half, quarter, month = match.groups()
        if half:
            return self(N_("first half of {year}") if half == "1" else N_("second half of {year}"), year=year)
        if quarter:
            return self(N_("quarter {quarter}/{year}"), quarter=ROMAN[int(quarter) - 1], year=year)
        if month:
            return f"tháng {int(month)}/{year}" if self.vi else f"{MONTHS[int(month) - 1]} {year}"
        return self(N_("year {year}"), year=year)

    def amount(self, amount: Amount) -> str:
        """Return a figure with its unit: "3,99%", "02 vụ"; a change with its direction: "tăng 02 vụ"."""
        if amount.signed:
            return self._change(amount)
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
        if amount.denominator and amount.denominator > 1:
            return f"{amount.numerator}/{amount.denominator}"
        return self(N_("done")) if amount.numerator else self(N_("not done"))

    def _change(self, amount: Amount) -> str:
        number = amount.number or Decimal(0)
        if number == 0:
            return self(N_("unchanged"))
        size = abs(number)
        if amount.measured_in == "points of percent":
            words = self(N_("{number} percentage points"), number=size)
        else:
            words = f"{self.counted(size)} {amount.noun.in_language(self.language)}"
        return self(N_("up {size}") if number > 0 else N_("down {size}"), size=words)

    def status(self, judged: JudgedMeasure) -> str:
        """Return the status of a measure as it stands on screen and in print."""
        words = self(STATUS[judged.status])
        if judged.status == "met":
            words = self(N_("Met so far (up to {until})"), until=judged.value.until) if judged.interim and judged.value else words
            if judged.exceeded:
                words = (
                    self(N_("Exceeded so far (up to {until})"), until=judged.value.until) if judged.interim and judged.value else self(N_("Exceeded"))
                )
        elif judged.measure.definition.unread:
            words = self(N_("Definition not read"))
        elif judged.status == "incomplete" and judged.missing and judged.measure.definition.sums:
            words = self(
                N_("Incomplete ({received}/{expected} scores)"),
                received=str(len(judged.parts) - len(judged.missing)),
                expected=str(len(judged.parts)),
            )
        elif judged.status == "incomplete" and judged.missing:
            words = self(
                N_("Incomplete ({received}/{expected} units)"), received=str(len(judged.parts) - len(judged.missing)), expected=str(len(judged.parts))
            )
        elif judged.status == "not_met" and judged.target.kind == "zero_incident" and judged.value:
            cases = judged.value.numerator if judged.measure.definition.divided else judged.value.value
            words = self(
                N_("Not met ({cases} occurred)"), cases=f"{self.counted(cases or 0)} {judged.measure.definition.noun.in_language(self.language)}"
            )
        elif judged.status == "trend_only" and judged.target.baseline is not None:
            words = self(N_("No figure for the base year"))
        if judged.estimated and judged.status not in {"no_data", "incomplete", "no_case", "not_assessed"}:
            return self(N_("{status} (est.)"), status=words)
        return words

    def duty_state(self, item: Occurrence) -> str:
        """Return the state of a report: of one without figures only the last day can be told."""
        if item.last_day is not None and not item.expected and item.state == "not_asked":
            return self(N_("carries no figure; whether it came is not followed yet"))
        return self(DUTY_STATE[item.state], days=item.late_days or 0)

    def figure_state(self, state: str) -> str:
        """Return the state of a figure: estimated, provisional or final."""
        return self(STATE_WORDS[state])

    def bar(self, judged: JudgedMeasure) -> str:
        """Return the target in short: "< 4%", "≥ 90%", "không để xảy ra"."""
        target = judged.target
        if target.kind == "zero_incident":
            return self(N_("none to occur"))
        if target.comparator is None:
            return self(N_("reported only"))
        words = {"done": N_("done"), "increase": N_("increase"), "decrease": N_("decrease"), "maintain": N_("maintain")}
        if target.comparator in words:
            return self(words[target.comparator])
        if judged.measure.definition.kind == "ratio" and (target.comparator, target.value) == (">=", 100):
            return "100%"
        sign = {"<=": "≤", ">=": "≥", "==": "="}.get(target.comparator, target.comparator)
        if target.kind == "relative_change" and target.value is not None:
            against = str(target.baseline.year) if target.baseline is not None else self(N_("same period of the year before"))
            far = f" … {self.number(target.upper)}%" if target.upper is not None else ""
            return f"{sign} {self.number(target.value)}%{far} ({against})"
        if target.value is None:
            return self(N_("the place has not set it yet"))
        unit = "%" if judged.measure.definition.kind == "ratio" else ""
        return f"{sign} {self.number(target.value)}{unit}"


def exact(number: Fraction) -> int | str:
    """Return an exact figure for machines: a number where it is whole, else text."""
    return number.numerator if number.denominator == 1 else short(number)


def short(number: Fraction) -> str:
    """Return an exact fraction as text for machines: a decimal where it ends, else "n/d"."""
    rest, digits = number.denominator, 0
    while rest % 10 in {0, 2, 4, 5, 6, 8} and rest > 1:
        rest, digits = (rest // 10 if rest % 10 == 0 else rest // 5 if rest % 5 == 0 else rest // 2), digits + 1
    if rest > 1:
        return f"{number.numerator}/{number.denominator}"
    whole = number * 10**digits
    return f"{Decimal((whole < 0, tuple(map(int, str(abs(whole.numerator)))), -digits)):f}"
