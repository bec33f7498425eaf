"""Between rows and values: the only code that knows how a figure, or what is kept beside it, is written down in a table."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Any, TypeVar

from attrs import Attribute, AttrsInstance, asdict, fields_dict

from planmonitor.assessment.acts import Acceptance, AnnexFigure, AnswerGiven, Closing, Narrative, ReadingGiven, Receipt, Reported, Sending, Waiver
from planmonitor.assessment.records import Figure, MemberUnit
from planmonitor.messages import N_, BadData, Message, Refusal, StorageTrouble
from planmonitor.model.periods import Period
from planmonitor.storage.file import CHECK
from planmonitor.storage.tables import FIGURE_FIELDS, LARGEST

E = TypeVar("E", Acceptance, AnnexFigure, AnswerGiven, Closing, MemberUnit, Narrative, ReadingGiven, Reported, Sending, Waiver)
R = TypeVar("R", Acceptance, AnnexFigure, AnswerGiven, Closing, MemberUnit, Narrative, ReadingGiven, Receipt, Reported, Sending, Waiver)

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_DECIMAL_PLACES = 24
_DAYS = {"until", "valid_from", "valid_to", "named_from", "dated", "sent", "received"}
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


def record_values(record: AttrsInstance) -> dict[str, Any]:
    """Return the fields of a record as values by column name; a text that cannot be stored is `BadData`."""
    values = asdict(record, recurse=False, filter=lambda field, _value: _is_stored(field), value_serializer=_written)
    return values | _period_values(values["period"]) if "period" in values else values


def _is_stored(field: Attribute[Any]) -> bool:
    return field.metadata.get("stored", True) is True


def _period_values(period: Period) -> dict[str, str]:
    return {"period": period.id, "starts": period.start.isoformat(), "ends": period.end.isoformat()}


def _written(_record: Any, field: Attribute[Any], value: Any) -> Any:
    if isinstance(value, str) and _UNSTORABLE.search(value):
        raise BadData(N_("The field '{field}' holds letters that no keyboard writes."), field=field.name)
    if isinstance(value, datetime):
        return to_micros(value)
    return value.isoformat() if isinstance(value, date) else value


def record_of(kind: type[R], row: Any) -> R:
    """Return the record of a kind in a row of its table; a `StorageTrouble` where the row holds none any more."""
    try:
        values = {name: _read(name, row._mapping[name]) for name, field in fields_dict(kind).items() if _is_stored(field)}
        return kind(**(values | {"period": _period(row.period, row.starts, row.ends)} if "period" in values else values))
    except _DAMAGE as error:
        raise StorageTrouble(N_("An entry of {entered_by} in the database is damaged."), CHECK, entered_by=row.entered_by) from error


def _read(column: str, value: Any) -> Any:
    if column == "recorded_at":
        return from_micros(value)
    return date.fromisoformat(value) if column in _DAYS and value is not None else value


def figure_values(figure: Figure) -> dict[str, Any]:
    """Return a recorded figure as values by column name, proved to come back as the same figure, or raise BadData.

    What once stands in the journal stays there, so this is the last door.
    """
    try:
        breakdown = ";".join(f"{key}={category}" for key, category in figure.breakdown)
        values = record_values(figure) | {"breakdown": breakdown, "value": _decimal_text(figure.value)}
        large = any(part is not None and part > LARGEST for part in (figure.numerator, figure.denominator))
        if large or _UNSTORABLE.search(breakdown) or figure_of(values[name] for name in (*FIGURE_FIELDS, "recorded_at")) != figure:
            raise ValueError("it would not come back the same")
    except (ValueError, Refusal):
        hint = Message.of(N_("Look for a number above 1,000,000,000,000,000, too many decimals, or letters that no keyboard writes."))
        inexact = N_("The figure for '{definition}', {period}, cannot be stored exactly.")
        raise BadData(inexact, hint, definition=figure.definition, period=figure.period) from None
    return values


def _decimal_text(value: int | Decimal | None) -> str | None:
    """Return an exact figure as plain digits, without exponent; a ValueError where it is too large or too fine to be stored."""
    if value is None:
        return None
    exponent = value.as_tuple().exponent if isinstance(value, Decimal) else 0
    if not 0 <= value <= LARGEST or not isinstance(exponent, int) or exponent < -_DECIMAL_PLACES:
        raise ValueError("out of range")
    return str(int(value)) if value == int(value) else format(value, "f")


def figure_of(row: Iterable[Any]) -> Figure:
    """Return the figure in a row of `FIGURE_FIELDS` and its instant; a `StorageTrouble` where damage or a hand has left none there."""
    # By position: by name it takes twice the time.
    definition, place, unit, name, starts, ends, parts, numerator, denominator, digits, yes, state, until, *others, revision, back, instant = row
    try:
        value = None if digits is None else Decimal(digits) if "." in digits else int(digits)
        period, day, breakdown = _period(name, starts, ends), date.fromisoformat(until), _breakdown(parts)
        counted = (numerator, denominator, value, yes, state)
        fields = (definition, place, unit, period, day, breakdown, *counted, *others, revision, from_micros(instant), back)
        return Figure(*fields)
    except _DAMAGE as error:
        raise StorageTrouble(N_("Revision {revision} in the database is damaged."), CHECK, revision=revision) from error


@lru_cache(maxsize=4096)
def _period(period_id: str, starts: str, ends: str) -> Period:
    return Period(period_id, date.fromisoformat(starts), date.fromisoformat(ends))


@lru_cache(maxsize=4096)
def _breakdown(text: str) -> tuple[tuple[str, str], ...]:
    pairs = (part.partition("=") for part in text.split(";")) if text else ()
    return tuple(sorted((key, category) for key, _, category in pairs))
