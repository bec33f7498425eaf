"""Small validators shared by the model; each names the part, the field and what is wrong."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from typing import Any

from attrs import Attribute
from attrs.validators import deep_iterable, optional

from planmonitor.messages import N_, InvalidPlan, Message, flaw

CODE = re.compile(r"[0-9A-Za-z]+([.-][0-9A-Za-z]+)*")
KEY = re.compile(r"[0-9a-z]+(-[0-9a-z]+)*(/[0-9A-Za-z]+([.-][0-9A-Za-z]+)*)*")
MOST_DIGITS = 30
"""Most digits on either side of the decimal point: to work with 1E+999999 exactly would take for ever."""


def complain(instance: Any, attribute: str, problem: str | Message, **values: Any) -> InvalidPlan:
    """Return the error for one field of one part; the problem is a message, or the template of one with its values."""
    names = (getattr(instance, name, None) for name in ("id", "code", "key"))
    part = type(instance).__name__ + next((f" {name!r}" for name in names if isinstance(name, str)), "")
    said = problem if isinstance(problem, Message) else Message.of(problem, **values)
    return InvalidPlan(N_("{part}: field '{field}': {problem}"), part=part, field=attribute, problem=said)


def shown(value: object) -> str:
    """Return a wrong value as its author wrote it, cut short: a list of a thousand parts tells no more than its beginning."""
    try:
        written = repr(value)
    except (ValueError, RecursionError):  # a number of thousands of digits, a tuple inside itself
        return f"<{type(value).__name__}>"
    return written if len(written) <= 80 else f"{written[:79]}…"


def one_of(*allowed: Any) -> Any:
    """Return a validator that accepts only the values listed."""

    def check(instance: Any, attribute: Attribute[Any], value: Any) -> None:
        if value not in allowed:
            listed = ", ".join(repr(item) for item in allowed)
            raise complain(instance, attribute.name, N_("{value} is not one of {listed}"), value=shown(value), listed=listed)

    # A plan file offers these words, and its schema lists them.
    check.allowed = allowed  # type: ignore[attr-defined]
    return check


def of_type(*types: type | None) -> Any:
    """Return a validator that accepts instances of the types listed; None stands for itself, a bool is no int, an instant no date."""
    kinds = tuple(type(None) if kind is None else kind for kind in types)

    def check(instance: Any, attribute: Attribute[Any], value: Any) -> None:
        stray = (isinstance(value, bool) and bool not in kinds) or (isinstance(value, datetime) and datetime not in kinds)
        if stray or not isinstance(value, kinds):
            listed = " or ".join("None" if kind is None else kind.__name__ for kind in types)
            raise complain(instance, attribute.name, N_("{value} is not {listed}"), value=shown(value), listed=listed)

    return check


def tuple_of(kind: type, *, named_by: str = "", filled: bool = False) -> Any:
    """Return a validator that accepts a tuple of parts of one type: `filled` where it is not empty, `named_by` the attribute that no two share."""

    def check(instance: Any, attribute: Attribute[Any], value: Any) -> None:
        if not isinstance(value, tuple):
            raise complain(instance, attribute.name, N_("{value} is not a tuple"), value=shown(value))
        for item in value:
            if not isinstance(item, kind):
                raise complain(instance, attribute.name, N_("{value} is not {listed}"), value=shown(item), listed=kind.__name__)
        if filled and not value:
            raise complain(instance, attribute.name, N_("is empty"))
        if named_by:
            unique(instance, attribute.name, (getattr(item, named_by) for item in value))

    return check


def plain_text(instance: Any, attribute: Attribute[Any], value: Any) -> None:
    """Validate text that is not empty and stands in Unicode NFC without control characters and markup."""
    if not isinstance(value, str) or not value.strip():
        raise complain(instance, attribute.name, N_("is empty"))
    if problem := flaw(value):
        raise complain(instance, attribute.name, problem)


plain_text_or_none = optional(plain_text)
tuple_of_plain_text = deep_iterable(plain_text, tuple_of(str))


def code(instance: Any, attribute: Attribute[Any], value: Any) -> None:
    """Validate a code such as `4a` or `annual-report`: ASCII letters and digits, joined by '.' or '-'."""
    if not isinstance(value, str) or not CODE.fullmatch(value):
        raise complain(instance, attribute.name, N_("{value} is not letters and digits joined by '.' or '-'"), value=shown(value))


def key(instance: Any, attribute: Attribute[Any], value: Any) -> None:
    """Validate a key such as `child-labour/rate`: parts of ASCII letters and digits joined by '/'."""
    if not isinstance(value, str) or not KEY.fullmatch(value):
        raise complain(instance, attribute.name, N_("{value} is not a key like 'child-labour/rate'"), value=shown(value))


def exact(instance: Any, attribute: Attribute[Any], value: Any) -> None:
    """Validate an exact, finite figure (int or Decimal) or None; floats, NaN and booleans are refused."""
    if value is None:
        return
    if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
        raise complain(instance, attribute.name, N_("{value} is not an int or a Decimal; write Decimal('0.5') for 0.5"), value=shown(value))
    if isinstance(value, Decimal) and not value.is_finite():
        raise complain(instance, attribute.name, N_("{value} is not a finite figure"), value=shown(value))
    if abs(value.adjusted()) > MOST_DIGITS if isinstance(value, Decimal) else abs(value) >= 10**MOST_DIGITS:
        raise complain(instance, attribute.name, N_("{value} has too many digits"), value=shown(value))


def unique(instance: Any, attribute: str, names: Iterable[str]) -> None:
    """Raise where a name occurs twice."""
    twice = [name for name, times in Counter(names).items() if times > 1]
    if twice:
        raise complain(instance, attribute, N_("stands twice: {names}"), names=tuple(sorted(twice)))
