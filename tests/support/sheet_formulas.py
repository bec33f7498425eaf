"""A small calculator of the formulas that workbooks hold, exact: it shares nothing with what writes them."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

TOKEN = re.compile(r'\s*("(?:[^"]|"")*"|[A-Z]+[0-9]+|[A-Z]+(?=\()|[0-9]+(?:\.[0-9]+)?|<=|>=|<>|[-+*/&=<>(),:])')
COMPARED = {"=", "<>", "<", "<=", ">", ">="}


def calculated(formula: str, cells: Mapping[str, Any]) -> Any:
    """Return what a formula comes to, with what stands in cells by address: numbers, words, or None for an empty one."""
    assert formula.startswith("=")
    tokens = TOKEN.findall(formula[1:])
    assert "".join(tokens) == formula[1:].replace(" ", "") or '"' in formula
    tree, left = _compared(tokens)
    assert left == [], left
    return _value(tree, cells)


def _compared(tokens: list[str]) -> tuple[Any, list[str]]:
    tree, tokens = _chain(tokens, ("&",), _sum)
    while tokens and tokens[0] in COMPARED:
        sign = tokens[0]
        right, tokens = _chain(tokens[1:], ("&",), _sum)
        tree = (sign, tree, right)
    return tree, tokens


def _sum(tokens: list[str]) -> tuple[Any, list[str]]:
    return _chain(tokens, ("+", "-"), lambda rest: _chain(rest, ("*", "/"), _single))


def _chain(tokens: list[str], signs: Sequence[str], part: Any) -> tuple[Any, list[str]]:
    tree, tokens = part(tokens)
    while tokens and tokens[0] in signs:
        sign = tokens[0]
        right, tokens = part(tokens[1:])
        tree = (sign, tree, right)
    return tree, tokens


def _single(tokens: list[str]) -> tuple[Any, list[str]]:
    first, rest = tokens[0], tokens[1:]
    if first == "(":
        tree, rest = _compared(rest)
        assert rest[0] == ")"
        return tree, rest[1:]
    if first.startswith('"'):
        return ("text", first[1:-1].replace('""', '"')), rest
    if first[0].isdigit():
        return ("number", Fraction(first)), rest
    if rest and rest[0] == "(":
        given = []
        rest = rest[1:]
        while rest[0] != ")":
            tree, rest = _compared(rest)
            given.append(tree)
            rest = rest[1:] if rest[0] == "," else rest
        return ("call", first, given), rest[1:]
    if rest and rest[0] == ":":
        return ("range", first, rest[1]), rest[2:]
    return ("cell", first), rest


def _value(tree: Any, cells: Mapping[str, Any]) -> Any:
    match tree:
        case ("text" | "number", value):
            return value
        case ("cell", address):
            return cells.get(address)
        case ("range", first, last):
            letters, start, end = re.sub("[0-9]", "", first), int(re.sub("[A-Z]", "", first)), int(re.sub("[A-Z]", "", last))
            return [cells.get(f"{letters}{number}") for number in range(start, end + 1)]
        case ("call", name, given):
            return _called(name, given, cells)
        case (sign, left, right):
            return _combined(sign, _value(left, cells), _value(right, cells))
    raise AssertionError(tree)


def _combined(sign: str, left: Any, right: Any) -> Any:
    if sign == "&":
        return _words(left) + _words(right)
    if sign in COMPARED:
        one, other = _alike(left, right)
        compared = {"=": one == other, "<>": one != other, "<": one < other, "<=": one <= other, ">": one > other, ">=": one >= other}
        return compared[sign]
    one, other = (Fraction(0) if item is None else Fraction(item) for item in (left, right))
    return {"+": lambda: one + other, "-": lambda: one - other, "*": lambda: one * other, "/": lambda: one / other}[sign]()


def _alike(left: Any, right: Any) -> tuple[Any, Any]:
    """Return two values as they are compared: an empty cell is 0 or no words, words come behind numbers, capital letters are none."""
    if isinstance(left, str) or isinstance(right, str):
        if isinstance(left, str) and isinstance(right, str):
            return left.casefold(), right.casefold()
        if left is None or right is None:
            return left or "", right or ""
        return int(isinstance(left, str)), int(isinstance(right, str))
    return (Fraction(0) if item is None else Fraction(item) for item in (left, right))  # type: ignore[return-value]


def _words(value: Any) -> str:
    return value if isinstance(value, str) else "" if value is None else str(value)


def _called(name: str, given: list[Any], cells: Mapping[str, Any]) -> Any:
    if name == "IF":
        return _value(given[1] if _value(given[0], cells) else given[2], cells)
    values = [item for tree in given for found in [_value(tree, cells)] for item in (found if isinstance(found, list) else [found])]
    numbers = [Fraction(item) for item in values if item is not None and not isinstance(item, (str, bool))]
    match name:
        case "AND":
            return all(values)
        case "COUNT":
            return Fraction(len(numbers))
        case "COUNTA":
            return Fraction(sum(item is not None for item in values))
        case "SUM":
            return sum(numbers, Fraction(0))
        case "MAX":
            return max(numbers, default=Fraction(0))
        case "SIGN":
            return Fraction((numbers[0] > 0) - (numbers[0] < 0))
        case "ROUND":
            scaled = abs(numbers[0]) * 10 ** int(numbers[1])
            whole = Fraction(int(scaled + Fraction(1, 2)), 10 ** int(numbers[1]))
            return whole if numbers[0] >= 0 else -whole
        case "COUNTIF":
            return Fraction(sum(isinstance(item, str) and item.casefold() == values[-1].casefold() for item in values[:-1]))
    raise AssertionError(name)
