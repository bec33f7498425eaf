"""Answers to open questions as officers type them: units by name, days as "10/12" or "trước ngày 15/01 năm sau", numbers, choices, years."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from decimal import Decimal

from planmonitor import BadData, Message, OpenQuestion, Plan
from planmonitor.model.settings import AnswerValue
from planmonitor.names import as_compared, find, fold
from planmonitor.workspace.naming import UNIT, only, unit_named

from planmonitor_exchange.figures.typed import TwoReadings, read_count, read_day, read_figure
from planmonitor_exchange.speaking.answers import example_of
from planmonitor_exchange.speaking.translations import N_

WANTED = {
    "text": N_("This question takes a text."),
    "date": N_("This question takes a date: 08/4/2026."),
    "month_day": N_("This question takes a day of every year: 10/12 for 10 December, with 'năm sau' behind it where it is of the year after."),
    "number": N_("This question takes a number."),
    "base_year": N_("This question takes a year."),
    "units": N_("This question takes units of the plan, by name or id; several one after the other, each in quotes."),
    "choice": N_("This question takes one of: {choices}."),
    "years": N_("This question takes years from {first} to {last}."),
}
"""What is taken, by type of the answer."""

_AFTER = tuple(fold(words) for words in ("năm sau", "năm kế tiếp", "+1"))
_SAME = tuple(fold(words) for words in ("năm báo cáo", "cùng năm", "+0"))
_BEFORE = fold("trước")
_LIMITS = (_BEFORE, fold("chậm nhất"), fold("muộn nhất"))
_DAY = re.compile(r"(?:ngay )?(\d{1,2})(?:/| thang )(\d{1,2})")
_DASHED = re.compile(r"(\d{1,2})-(\d{1,2})")


def read_answer(question: OpenQuestion, plan: Plan, words: Sequence[str]) -> AnswerValue:
    """Return the answer that some words typed mean, by the type of the question.

    `BadData` says what the question takes, with an example, where they mean none; `UnknownName` names near misses of a unit.
    """
    typed = " ".join(" ".join(words).split())
    try:
        return _READ[question.answer_type](question, plan, words, typed)
    except ValueError:
        raise _refused(question, plan, typed) from None


def _refused(question: OpenQuestion, plan: Plan, typed: str) -> BadData:
    choices = tuple(Message.of(N_("{key} ({label})"), key=choice.key, label=choice.label) for choice in question.choices)
    values = {"choices": choices, "first": str(plan.start.year), "last": str(plan.end.year)}
    example = N_("'{typed}' does not answer the question '{question}'. {wanted} For example: {example}")
    wanted = Message.of(WANTED["base_year" if question.asks_base_year else question.answer_type], **values)
    return BadData(example, typed=typed, question=question.id, wanted=wanted, example=example_of(question, plan))


def _text(_question: OpenQuestion, _plan: Plan, _words: Sequence[str], typed: str) -> str:
    if not typed:
        raise ValueError(typed)
    return typed


def _date(_question: OpenQuestion, _plan: Plan, _words: Sequence[str], typed: str) -> date:
    return read_day(typed)


def _month_day(question: OpenQuestion, _plan: Plan, _words: Sequence[str], typed: str) -> str:
    """Read a day of every year; of a report the last one in time: "trước ngày 10/12" excludes the day named (docs/domain.md, rule 16)."""
    words = fold(typed.replace(" / ", "/"))
    if not question.about.startswith("duty:"):
        return f"{_day_of(words):%m-%d}"
    return _last_day(words, typed)


def _last_day(words: str, typed: str) -> str:
    after, same = _without(words, _AFTER), _without(words, _SAME)
    words = after or same or words
    limit = next((begin for begin in _LIMITS if words.startswith(begin)), "")
    day = _day_of(words[len(limit) :].strip())
    last = day - timedelta(days=1) if limit == _BEFORE else day
    if last.year == day.year:
        return f"{'+1 ' if after else '+0 ' if same else ''}{last:%m-%d}"
    if same:
        raise ValueError(typed)
    return f"{last:%m-%d}"  # before New Year's Day of the year after: the last day of the year reported on


def read_last_day(typed: str) -> str:
    """Return the last day in time of every year that somebody wrote: "30/11", "trước ngày 01/12", "15/01 năm sau"; `BadData` where it is none."""
    written = " ".join(typed.split())
    try:
        return _last_day(fold(written.replace(" / ", "/")), typed)
    except ValueError:
        wrong = N_("'{typed}' is no day of every year; write 30/11, or name one period with --period.")
        raise BadData(wrong, typed=written) from None


def read_last_date(typed: str) -> date:
    """Return the last day in time that somebody wrote with its year: "30/11/2026", "trước ngày 01/12/2026"; a ValueError where it is none."""
    words = fold(" ".join(typed.split()))
    limit = next((begin for begin in _LIMITS if words.startswith(begin)), "")
    named = words[len(limit) :].strip().removeprefix(fold("ngày"))
    for between in (f" {fold('tháng')} ", f" {fold('năm')} ", " / "):
        named = named.replace(between, "/")
    return read_day(named) - timedelta(days=limit == _BEFORE)


def _without(words: str, marks: Sequence[str]) -> str:
    """Return words without the one mark they bear, in front or behind; "" where they bear none."""
    for mark in marks:
        if words.endswith(f" {mark}"):
            return words[: -len(mark)].strip()
        if words.startswith(f"{mark} "):
            return words[len(mark) :].strip()
    return ""


def _day_of(words: str) -> date:
    """Return a day of every year, in a year without 29 February."""
    if match := _DAY.fullmatch(words.replace(fold("ngày"), "ngay").replace(fold("tháng"), "thang")):
        return date(2001, int(match[2]), int(match[1]))
    if match := _DASHED.fullmatch(words):
        one, other = int(match[1]), int(match[2])
        if max(one, other) > 12 or one == other:
            month, day = sorted((one, other))
            return date(2001, month, day)
        readings = N_("'{typed}' may be the day {one}/{other} or {other}/{one}: write day and month with a slash.")
        raise BadData(readings, typed=words, one=str(one), other=str(other))
    raise ValueError(words)


def _number(question: OpenQuestion, _plan: Plan, _words: Sequence[str], typed: str) -> int | Decimal:
    written = typed.removesuffix("%").strip()
    try:
        figure = read_count(written) if question.about.startswith("maximum:") or question.asks_base_year else read_figure(written)
    except TwoReadings:
        raise  # which names both
    except BadData:
        raise ValueError(typed) from None
    if figure is None:
        raise ValueError(typed)
    return figure


def _units(_question: OpenQuestion, plan: Plan, words: Sequence[str], typed: str) -> tuple[str, ...]:
    known = [unit_named(unit) for unit in plan.units]
    # Several words may be one name: "công an xã".
    found = [only(word, known, UNIT) for word in ([typed] if find(typed, known) else words)]
    if not found:
        raise ValueError(typed)
    return tuple(dict.fromkeys(unit.id for unit in found))


def _choice(question: OpenQuestion, _plan: Plan, _words: Sequence[str], typed: str) -> str:
    for choice in question.choices:
        if as_compared(typed) in {as_compared(name) for name in (choice.key, choice.label.vi, choice.label.en)}:
            return choice.key
    raise ValueError(typed)


def _years(_question: OpenQuestion, plan: Plan, _words: Sequence[str], typed: str) -> tuple[int, ...]:
    years = tuple(dict.fromkeys(int(word) for word in re.split(r"[\s,;]+", typed) if word))
    if not years or any(year not in plan.years() for year in years):
        raise ValueError(typed)
    return years


_READ: Mapping[str, Callable[[OpenQuestion, Plan, Sequence[str], str], AnswerValue]] = {
    "text": _text,
    "date": _date,
    "month_day": _month_day,
    "number": _number,
    "units": _units,
    "choice": _choice,
    "years": _years,
}
