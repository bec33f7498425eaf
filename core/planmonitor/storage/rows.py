"""Between rows and values: the only code that knows how a figure, or what is kept beside it, is written down in a table."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Any, TypeVar

from attrs import AttrsInstance, asdict

from planmonitor.assessment.records import Acceptance, Figure, MemberUnit, Receipt
from planmonitor.messages import N_, BadData, Message, Refusal, StorageTrouble
from planmonitor.model.periods import Period
from planmonitor.storage.engine import CHECK
from planmonitor.storage.tables import FIGURE_FIELDS, LARGEST

R = TypeVar("R", Acceptance, MemberUnit, Receipt)

FIGURE_ROW = (*FIGURE_FIELDS, "revision", "recorded_at")
"""The columns that make a figure, in order."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_DECIMAL_PLACES = 24
_UNSTORABLE = re.compile("[\0\ud800-\udfff]")
"""NUL and halves of surrogate pairs: not every database keeps a text that holds one."""

_DAMAGE = (ValueError, TypeError, ArithmeticError, Refusal)


def to_micros(instant: datetime) -> int:
    """Return an instant as whole microseconds since 1970, UTC. One without a time zone, a mistake of the caller, is a ValueError."""
    if instant.utcoffset() is None:
        raise ValueError("an instant needs its time zone")
    return (instant - _EPOCH) // _MICROSECOND


def from_micros(micros: int) -> datetime:
    """Return the instant, in UTC, of so many microseconds since 1970."""
    return _EPOCH + micros * _MICROSECOND


def _decimal_text(value: int | Decimal) -> str:
    """Return an exact figure as plain digits, without exponent; a ValueError where it is too large or too fine to be stored."""
    exponent = value.as_tuple().exponent if isinstance(value, Decimal) else 0
    if not 0 <= value <= LARGEST or not isinstance(exponent, int) or exponent < -_DECIMAL_PLACES:
        raise ValueError("out of range")
    return str(int(value)) if value == int(value) else format(value, "f")


@lru_cache(maxsize=4096)
def _breakdown(text: str) -> tuple[tuple[str, str], ...]:
    pairs = (part.partition("=") for part in text.split(";")) if text else ()
    return tuple(sorted((key, category) for key, _, category in pairs))


def _day_text(day: date) -> str:
    """Return a day as ISO text, without the time of day that a `datetime` would add."""
    return date(day.year, day.month, day.day).isoformat()


_day = lru_cache(maxsize=4096)(date.fromisoformat)


@lru_cache(maxsize=4096)
def _period(period_id: str, starts: str, ends: str) -> Period:
    return Period(period_id, _day(starts), _day(ends))


_FORMS: dict[str, tuple[Callable[[Any], Any], Callable[[Any], Any]]] = {
    "breakdown": (lambda pairs: ";".join(f"{key}={category}" for key, category in pairs), _breakdown),
    "value": (_decimal_text, lambda text: Decimal(text) if "." in text else int(text)),
    "recorded_at": (to_micros, from_micros),
    **dict.fromkeys(("until", "valid_from", "valid_to", "dated"), (_day_text, _day)),
}
"""How a field is written into its column, and read from it. Every other one, and None, stands there as it is."""


def _written(record: AttrsInstance) -> dict[str, Any]:
    values = asdict(record, recurse=False)
    return values | {name: write(values[name]) for name, (write, _) in _FORMS.items() if values.get(name) is not None}


def _read(row: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    values = dict(row)
    for name, (_, read) in _FORMS.items():
        if values.get(name) is not None:
            values[name] = read(values[name])
    return values


def _storable(value: object) -> bool:
    return not isinstance(value, str) or _UNSTORABLE.search(value) is None


def figure_values(figure: Figure) -> dict[str, Any]:
    """Return a recorded figure as values by column name, proved to come back as the same figure, or raise BadData.

    What once stands in the journal stays there, so this is the last door.
    """
    try:
        values = _written(figure)
        values |= {"period": figure.period.id, "starts": figure.period.start.isoformat(), "ends": figure.period.end.isoformat()}
        counts = (figure.numerator or 0, figure.denominator or 0)
        exact = max(counts) <= LARGEST and _figure(values.items()) == figure and all(map(_storable, values.values()))
    except (ValueError, Refusal):
        exact = False
    if not exact:
        hint = Message.of(N_("Look for a number above 1,000,000,000,000,000, too many decimals, or letters that no keyboard writes."))
        inexact = N_("The figure for '{definition}', {period}, cannot be stored exactly.")
        raise BadData(inexact, hint, definition=figure.definition, period=figure.period)
    return values


def _figure(row: Iterable[tuple[str, Any]]) -> Figure:
    values = _read(row)
    values["period"] = _period(values.pop("period"), values.pop("starts"), values.pop("ends"))
    return Figure(**values)


def figure_of(row: Any) -> Figure:
    """Return the figure in a row of the columns `FIGURE_ROW`; a `StorageTrouble` where damage or a hand has left none there."""
    try:
        return _figure(zip(FIGURE_ROW, row, strict=True))
    except _DAMAGE as error:
        raise StorageTrouble(N_("Revision {revision} in the database is damaged."), CHECK, revision=row.revision) from error


def record_values(record: Acceptance | MemberUnit | Receipt) -> dict[str, Any]:
    """Return what is kept beside the figures as values by column name; a text that cannot be stored is `BadData`."""
    values = _written(record)
    for name, value in values.items():
        if not _storable(value):
            raise BadData(N_("The field '{field}' holds letters that no keyboard writes."), field=name)
    return values


def record_of(kind: type[R], row: Any) -> R:
    """Return the record of a kind in a row of its table; a `StorageTrouble` where the row holds none any more."""
    try:
        return kind(**_read((name, value) for name, value in row._mapping.items() if name != "number"))
    except _DAMAGE as error:
        raise StorageTrouble(N_("An entry of {entered_by} in the database is damaged."), CHECK, entered_by=row.entered_by) from error
