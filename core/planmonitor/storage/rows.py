"""Between rows and values: the only code that knows how a figure is written down in a table."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from functools import lru_cache
from typing import Any

from planmonitor.assessment.figures import Figure
from planmonitor.messages import N_, BadData, Message, Refusal, StorageTrouble
from planmonitor.model.periods import Period
from planmonitor.storage.tables import LARGEST, FigureColumns, figures
from planmonitor.storage.trouble import CHECK

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)

FIGURE_FIELDS = tuple(column.name for column in figures.c if column.name in vars(FigureColumns))
"""Names of the columns that both tables of figures share, in the order of the table."""

DAYS = ("valid_from", "valid_to", "until", "dated")
"""Fields of the other records that hold a day."""

_DECIMAL_PLACES = 24


def to_micros(instant: datetime) -> int:
    """Return an instant as whole microseconds since 1970, UTC.

    Args:
        instant: It, with its time zone.

    Raises:
        ValueError: where it has no time zone. That is a mistake of the calling program.
    """
    if instant.utcoffset() is None:
        raise ValueError("an instant needs its time zone")
    return (instant - _EPOCH) // _MICROSECOND


def from_micros(micros: int) -> datetime:
    """Return the instant, in UTC, of so many microseconds since 1970."""
    return _EPOCH + micros * _MICROSECOND


def to_decimal_text(value: int | Decimal | None) -> str | None:
    """Return an exact figure as plain digits, without exponent; None stays None.

    Raises:
        ValueError: where it is too large or has too many decimal places to be stored.
    """
    if value is None:
        return None
    exponent = value.as_tuple().exponent if isinstance(value, Decimal) else 0
    if not 0 <= value <= LARGEST or not isinstance(exponent, int) or exponent < -_DECIMAL_PLACES:
        raise ValueError("out of range")
    return str(int(value)) if value == int(value) else format(value, "f")


def from_decimal_text(text: str | None) -> int | Decimal | None:
    """Return the figure written by `to_decimal_text`: an int where it is whole, else a Decimal."""
    if text is None:
        return None
    return Decimal(text) if "." in text else int(text)


def _breakdown_text(breakdown: Iterable[tuple[str, str]]) -> str:
    return ";".join(f"{key}={category}" for key, category in breakdown)


@lru_cache(maxsize=4096)
def _breakdown(text: str) -> tuple[tuple[str, str], ...]:
    pairs = (part.partition("=") for part in text.split(";")) if text else ()
    return tuple(sorted((key, category) for key, _, category in pairs))


@lru_cache(maxsize=4096)
def _period(period_id: str, starts: str, ends: str) -> Period:
    return Period(period_id, _day(starts), _day(ends))


_day = lru_cache(maxsize=4096)(date.fromisoformat)


def day_text(day: date | None) -> str | None:
    """Return a day as ISO text, without the time of day that a `datetime` would add; None stays None."""
    return None if day is None else date(day.year, day.month, day.day).isoformat()


def optional_day(text: str | None) -> date | None:
    """Return the day written as ISO text; None stays None."""
    return None if text is None else _day(text)


def figure_values(figure: Figure) -> dict[str, Any]:
    """Return a figure as values by column name, proved to come back as the same figure.

    Args:
        figure: The figure; its revision and instant are left out.

    Raises:
        BadData: where something in it cannot be stored exactly. What once stands in the journal stays there, so
            this is the last door.
    """
    try:
        values = {
            "definition": figure.definition,
            "place": figure.place,
            "unit": figure.unit,
            "period": figure.period.id,
            "starts": figure.period.start.isoformat(),
            "ends": figure.period.end.isoformat(),
            "breakdown": _breakdown_text(figure.breakdown),
            "numerator": figure.numerator,
            "denominator": figure.denominator,
            "value": to_decimal_text(figure.value),
            "yes": figure.yes,
            "state": figure.state,
            "until": figure.until.isoformat(),
            "comparison": figure.comparison,
            "supplied_by": figure.supplied_by,
            "entered_by": figure.entered_by,
            "evidence": figure.evidence,
            "note": figure.note,
        }
        to_decimal_text(figure.numerator)
        to_decimal_text(figure.denominator)
        exact = _figure(values, figure.revision, figure.recorded_at) == figure and all(map(storable, values.values()))
    except (ValueError, Refusal):
        exact = False
    if not exact:
        raise BadData(
            N_("The figure for '{definition}', {period}, cannot be stored exactly."),
            Message.of(N_("Look for a number above 1,000,000,000,000,000, too many decimals, or letters that no keyboard writes.")),
            definition=figure.definition,
            period=figure.period,
        )
    return values


def storable(value: object) -> bool:
    """Return whether a value is no text, or text that every database keeps: no NUL, no half of a surrogate pair."""
    if not isinstance(value, str):
        return True
    try:
        value.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return "\0" not in value


def _figure(values: dict[str, Any], revision: int, recorded_at: datetime | None) -> Figure:
    return Figure(
        definition=values["definition"],
        place=values["place"],
        unit=values["unit"],
        period=_period(values["period"], values["starts"], values["ends"]),
        until=_day(values["until"]),
        breakdown=_breakdown(values["breakdown"]),
        numerator=values["numerator"],
        denominator=values["denominator"],
        value=from_decimal_text(values["value"]),
        yes=values["yes"],
        state=values["state"],
        comparison=values["comparison"],
        supplied_by=values["supplied_by"],
        entered_by=values["entered_by"],
        evidence=values["evidence"],
        note=values["note"],
        revision=revision,
        recorded_at=recorded_at,
    )


def figure_of(row: Any, recorded_at: int) -> Figure:
    """Return the figure in a row of the journal or of the table for reading.

    Args:
        row: The row, with the columns `FIGURE_FIELDS` and `revision`.
        recorded_at: Its instant in microseconds.

    Raises:
        StorageTrouble: where the row holds no figure any more: the file was damaged or edited by hand.
    """
    try:
        return _figure(row._mapping, row.revision, from_micros(recorded_at))
    except (ValueError, TypeError, OverflowError, ArithmeticError, Refusal) as error:
        raise StorageTrouble(N_("Revision {revision} in the database is damaged."), CHECK, revision=row.revision) from error
