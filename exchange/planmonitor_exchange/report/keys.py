"""How the places of a report are marked at which it tells a figure, by which the figure is found again in the file once somebody has edited it."""

from __future__ import annotations

from hashlib import sha256

from planmonitor.assessment.told import About


def measure_mark(measure: str) -> str:
    """Return how the bookmarks around the sentences of a measure begin."""
    return f"_m{sha256(measure.encode('utf-8')).hexdigest()[:16]}"


def figure_key(about: About) -> str:
    """Return the key of a row of the annex, which stands there hidden."""
    measure, unit, period, breakdown = about
    named = "\n".join((measure, unit, period.start.isoformat(), period.end.isoformat(), breakdown))
    return sha256(named.encode("utf-8")).hexdigest()[:24]


def row_mark(language: str, key: str) -> str:
    """Return the bookmark in the first cell of a row, with the language of its words; Word takes names of 40 letters."""
    return f"_f{language}{key}"
