"""Small validators shared by the model; each names the part, the field and what is wrong."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from datetime import datetime
from decimal import Decimal
from typing import Any

from attrs import Attribute

from planmonitor.messages import N_, InvalidPlan

CODE = re.compile(r"[0-9A-Za-z]+([.-][0-9A-Za-z]+)*")
CONTROL = re.compile("[\x00-\x1f\x7f-\x9f]")
KEY = re.compile(r"[0-9a-z]+(-[0-9a-z]+)*(/[0-9A-Za-z]+([.-][0-9A-Za-z]+)*)*")


def name_of(instance: Any) -> str:
    """Return how an invalid part is named to its author: class, and id, code or key where it has one."""
    for attribute in ("id", "code", "key"):
        name = getattr(instance, attribute, None)
        if isinstance(name, str):
            return f"{type(instance).__name__} {name!r}"
    return type(instance).__name__


def complain(instance: Any, attribute: str, problem: str) -> InvalidPlan:
    """Return the error for one field of one part."""
    return InvalidPlan(N_("{part}: field '{field}': {problem}"), part=name_of(instance), field=attribute, problem=problem)


def one_of(*allowed: Any) -> Any:
    """Return a validator that accepts only the values listed."""

    def check(instance: Any, attribute: Attribute[Any], value: Any) -> None:
        if value not in allowed:
            listed = ", ".join(repr(item) for item in allowed)
            raise complain(instance, attribute.name, f"{value!r} is not one of {listed}")

    return check


def a(*types: type | None) -> Any:
    """Return a validator that accepts instances of the types listed; None stands for itself, a bool is no int, an instant no date."""
    kinds = tuple(type(None) if kind is None else kind for kind in types)

    def check(instance: Any, attribute: Attribute[Any], value: Any) -> None:
        stray = (isinstance(value, bool) and bool not in kinds) or (isinstance(value, datetime) and datetime not in kinds)
        if stray or not isinstance(value, kinds):
            listed = " or ".join("None" if kind is None else kind.__name__ for kind in types)
            raise complain(instance, attribute.name, f"{value!r} is not {listed}")

    return check


def tuple_of(kind: type) -> Any:
    """Return a validator that accepts a tuple whose items are all of one type."""

    def check(instance: Any, attribute: Attribute[Any], value: Any) -> None:
        if not isinstance(value, tuple):
            raise complain(instance, attribute.name, f"{value!r} is not a tuple")
        for item in value:
            if not isinstance(item, kind):
                raise complain(instance, attribute.name, f"{item!r} is not {kind.__name__}")

    return check


def words(instance: Any, attribute: Attribute[Any], value: Any) -> None:
    """Validate text that is not empty and stands in Unicode NFC without control characters."""
    if not isinstance(value, str) or not value.strip():
        raise complain(instance, attribute.name, "is empty")
    if not unicodedata.is_normalized("NFC", value):
        raise complain(instance, attribute.name, "is not in Unicode NFC")
    if CONTROL.search(value):
        raise complain(instance, attribute.name, "holds a control character")


def code(instance: Any, attribute: Attribute[Any], value: Any) -> None:
    """Validate a code such as `4a` or `annual-report`: ASCII letters and digits, joined by '.' or '-'."""
    if not isinstance(value, str) or not CODE.fullmatch(value):
        raise complain(instance, attribute.name, f"{value!r} is not letters and digits joined by '.' or '-'")


def key(instance: Any, attribute: Attribute[Any], value: Any) -> None:
    """Validate a key such as `child-labour/rate`: parts of ASCII letters and digits joined by '/'."""
    if not isinstance(value, str) or not KEY.fullmatch(value):
        raise complain(instance, attribute.name, f"{value!r} is not a key like 'child-labour/rate'")


def exact(instance: Any, attribute: Attribute[Any], value: Any) -> None:
    """Validate an exact, finite figure (int or Decimal) or None; floats, NaN and booleans are refused."""
    if value is None:
        return
    if isinstance(value, bool) or not isinstance(value, (int, Decimal)):
        raise complain(instance, attribute.name, f"{value!r} is not an int or a Decimal")
    if isinstance(value, Decimal) and not value.is_finite():
        raise complain(instance, attribute.name, f"{value!r} is not a finite figure")


def unique(instance: Any, attribute: str, names: Iterable[str]) -> None:
    """Raise where a name occurs twice."""
    twice = [name for name, times in Counter(names).items() if times > 1]
    if twice:
        raise complain(instance, attribute, f"stands twice: {', '.join(sorted(twice))}")
