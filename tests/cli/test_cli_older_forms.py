"""A form that comes back after its plan was changed: what is still the same figure is taken, all else is refused by name."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from planmonitor_exchange.figures.identity import SHEET, identity_cells
from support.filled_in import asked, identity, opened
from support.local_plan import ID, replace, with_file

RATE, CLASSES = f"{ID}/1a", f"{ID}/1b"


@pytest.fixture
def place(monitor: Any) -> Any:
    """Return a runner in a workspace that follows a plan of its own, with a form made of it and filled in."""
    with_file(monitor)
    monitor("plans", "follow", ID)
    monitor("template", "--period", "2026", "-o", str(form(monitor)))
    book = opened(form(monitor))
    cells = {row.line.measure: row.cells for row in asked(book) if not row.line.breakdown}
    cells[RATE]["numerator"].value, cells[RATE]["denominator"].value, cells[CLASSES]["value"].value = 3, 200, 4
    book.save(form(monitor))
    return monitor


def form(place: Any) -> Path:
    return Path(place.folder / "bieu.xlsx")


def cell_of(place: Any, measure: str) -> str:
    """Return the cell with the words of a measure."""
    row = next(row for row in asked(opened(form(place))) if row.line.measure == measure and not row.line.breakdown)
    return f"C{row.cells['key'].row}"


def test_a_new_bar_changes_no_figure(place: Any) -> None:
    replace(place, "\nvalue = 5\n", "\nvalue = 6\n")
    answer = place("import", str(form(place)))
    assert "2 figures taken" in answer.words
    assert "older than the plan" not in answer.err


def test_a_figure_that_is_called_otherwise_now_is_taken_and_said(place: Any) -> None:
    """What is counted above and below the line is the same."""
    replace(place, 'label = "Tỷ lệ lao động trẻ em"', 'label = "Tỷ lệ trẻ em lao động trái luật"')
    answer = place("import", str(form(place)))
    assert "2 figures taken" in answer.words
    assert "is older than the plan: what it calls 'Tỷ lệ lao động trẻ em' is called 'Tỷ lệ trẻ em lao động trái luật' now" in answer.err


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('label = "Lớp tập huấn"', 'label = "Lớp tập huấn cho cán bộ"'),
        ('over_time = "count"', 'over_time = "cumulative"'),
        ('counts = "events"', 'counts = "documents"'),
    ],
)
def test_what_is_counted_otherwise_now_is_refused_at_its_words(place: Any, old: str, new: str) -> None:
    """Of a plain count the words are what is counted."""
    replace(place, old, new)
    answer = place("import", str(form(place)), code=3)
    assert (
        f"cell {cell_of(place, CLASSES)}: The form was made on 22 November 2026 and is older than the plan: 'Lớp tập huấn' is counted" in answer.err
    )
    assert "1 rows are wrong" in answer.err
    assert "Empty its cells to have the others taken" in answer.err


def test_a_measure_that_is_gone_is_refused_by_name_and_never_taken_for_another(place: Any) -> None:
    """A code that ends alike, or words that come near, are no answer to what a form asked."""
    replace(place, 'code = "1b"', 'code = "1c"')
    replace(place, 'measures = ["1a", "1b"]', 'measures = ["1a", "1c"]')
    answer = place("import", str(form(place)), code=3)
    assert f"cell {cell_of(place, CLASSES)}: The form was made on 22 November 2026 and is older than the plan: plan" in answer.err
    assert "has 'Lớp tập huấn' no more" in answer.err


def test_once_its_cells_are_empty_the_others_are_taken(place: Any) -> None:
    replace(place, 'counts = "events"', 'counts = "documents"')
    book = opened(form(place))
    next(row for row in asked(book) if row.line.measure == CLASSES).cells["value"].value = None
    book.save(form(place))
    assert "1 figures taken" in place("import", str(form(place))).words


def test_a_plan_that_is_not_followed_any_more_is_told(place: Any) -> None:
    place("plans", "follow", "child-labour/van-son-2026-2030")
    place("plans", "unfollow", ID)
    assert "of a plan that is not followed here" in place("import", str(form(place)), code=3).err


def as_version_two(place: Any) -> None:
    """Rewrite the hidden sheet as the version before had it: without what is above a block, labels, titles and what is counted."""
    book = opened(form(place))
    made = evolve(identity(book), version="2", titles={})
    del book[SHEET]
    sheet = book.create_sheet(SHEET)
    for cells in identity_cells(made):
        sheet.append(list(cells))
    book.save(form(place))


def test_a_form_of_the_version_before_is_taken(place: Any) -> None:
    """Its rows have fewer columns, and its fingerprint is over these."""
    as_version_two(place)
    assert "2 figures taken" in place("import", str(form(place))).words


def test_a_form_of_the_version_before_is_held_to_the_kind_of_its_figures(place: Any) -> None:
    """More of what it counted it does not say."""
    as_version_two(place)
    replace(place, 'kind = "count"\ncounts = "events"\nover_time = "count"', 'kind = "score"\ncounts = "points"\nover_time = "point_in_time"')
    assert "is counted in another way" in place("import", str(form(place)), code=3).err
