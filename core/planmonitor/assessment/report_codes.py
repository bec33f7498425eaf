"""The code of the figures in an annex: short enough to be read out over the telephone, with a letter that finds mistakes (docs/domain.md, rule 19).

Its signs are digits and capitals of which none looks like another (no B beside 8; no O or I, and no 0 or 1). They are 29, a prime: so the last sign,
which makes the sum of all signs by their weights a multiple of it, finds one sign that is wrong, and two that changed places.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from collections.abc import Iterable

from planmonitor.assessment.acts import AnnexFigure

ALPHABET = "23456789ACDEFGHJKLMNPQRTUVWXY"
LENGTH = 10
"""Signs of a code, the last of which is worked out from the others."""


def code_of(rows: Iterable[AnnexFigure]) -> str:
    """Return the code of the figures in an annex, "7F3KD-9QXW2": the same report with the same figures has the same."""
    texts = sorted(json.dumps(_told(row), ensure_ascii=False, separators=(",", ":")) for row in rows)
    number = int.from_bytes(hashlib.sha256("\n".join(texts).encode("utf-8")).digest(), "big")
    signs = ""
    for _place in range(LENGTH - 1):
        number, sign = divmod(number, len(ALPHABET))
        signs += ALPHABET[sign]
    return _grouped(signs + _last(signs))


def _told(row: AnnexFigure) -> tuple[str, ...]:
    """Return all that a code stands for of one figure: of which report it is, what it is of, and what it said."""
    report = (row.place, row.plan, row.duty, row.reporter, row.reported_on)
    period = (row.period.start.isoformat(), row.period.end.isoformat())
    until = "" if row.until is None else row.until.isoformat()
    return (*report, row.measure, row.unit, *period, row.breakdown, row.printed_as, row.bar, row.figure, row.state, until)


def typed_code(text: str) -> str:
    """Return a code as it is written, from how somebody typed it: in small letters, with blanks or without a hyphen."""
    return _grouped("".join(letter for letter in unicodedata.normalize("NFC", text).upper() if letter.isalnum()))


def is_code(code: str) -> bool:
    """Return whether a text is a code in which nothing is mistyped."""
    signs = code.replace("-", "")
    return len(signs) == LENGTH and {*signs} <= {*ALPHABET} and signs[-1] == _last(signs[:-1])


def _last(signs: str) -> str:
    """Return the sign that stands behind others: with it, all of them by their weights (2, 3 … and 1) add up to a multiple of 29."""
    total = sum(weight * ALPHABET.index(sign) for weight, sign in enumerate(signs, 2))
    return ALPHABET[-total % len(ALPHABET)]


def _grouped(signs: str) -> str:
    return f"{signs[:5]}-{signs[5:]}" if len(signs) > 5 else signs
