"""The hidden sheet of a workbook to fill in: what is written there is what is read back, and a change of it is seen."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
from planmonitor_exchange.figures.identity import HEADINGS, FigureLine, TemplateIdentity, fingerprint_of, heading_of, identity_cells, read_identity
from planmonitor_exchange.speaking.translations import translate

LINE = FigureLine("D0001", "Số liệu", "child-labour/van-son-2026-2030/1", "", "2026", "sex=female", "07621", "ratio", "Tỷ lệ | Trường A")
MADE = TemplateIdentity(
    "07621",
    "truong-hoc",
    "2026",
    date(2026, 11, 22),
    (LINE,),
    {"N0001": "child-labour/van-son-2026-2030 done"},
    {"Số liệu": ("Chỉ tiêu", "Đơn vị")},
    {"Số liệu": ("Mã dòng", "Tử số")},
)


def test_what_is_written_is_read_back() -> None:
    """All rows come back as they were, with the fingerprint that stands there."""
    found = read_identity(identity_cells(MADE))

    assert found == evolve(MADE, fingerprint=fingerprint_of(MADE))
    assert found is not None
    assert found.is_unchanged


def test_rows_are_read_as_another_program_pads_them() -> None:
    """A spreadsheet gives every row as many cells as the longest has, and may leave out the last empty ones."""
    padded = [(*row, *[""] * (9 - len(row))) for row in identity_cells(MADE)]
    cut = [tuple(row[: max((number for number, cell in enumerate(row, 1) if cell), default=0)]) for row in identity_cells(MADE)]

    assert read_identity(padded) == read_identity(cut) == read_identity(identity_cells(MADE))


@pytest.mark.parametrize("changed", ["place", "unit", "period", "lines", "narrative", "printed", "labels", "columns"])
def test_whoever_changes_what_is_asked_for_is_found_out(changed: str) -> None:
    """Another unit, period or row has another fingerprint than the one that stands there."""
    other = {
        "place": "00001",
        "unit": "other",
        "period": "2025",
        "lines": (evolve(LINE, unit="other"),),
        "narrative": {},
        "labels": {},
        "columns": {},
    }
    other["printed"] = (evolve(LINE, printed="Tỷ lệ | Trường B"),)
    found = evolve(MADE, fingerprint=fingerprint_of(MADE), **{"lines" if changed == "printed" else changed: other[changed]})

    assert not found.is_unchanged


def test_the_day_it_was_made_changes_no_fingerprint() -> None:
    """What is asked for on two days is the same template."""
    assert fingerprint_of(MADE) == fingerprint_of(evolve(MADE, made=date(2027, 1, 1)))


@pytest.mark.parametrize("rows", [[], [()], [("planmonitor-template", "1")], [("Mã", "1")], [("planmonitor-template", "2"), ("made", "gestern")]])
def test_another_sheet_is_none(rows: list[tuple[str, ...]]) -> None:
    """A sheet of another program, another version, or without its day, is none of ours."""
    assert read_identity(rows) is None


@pytest.mark.parametrize("language", ["vi", "en"])
def test_headings_are_known_in_both_languages(language: str) -> None:
    """Every column that is read back is known by its word, which no other column has."""
    words = [translate(english, language) for english in HEADINGS.values()]

    assert len(set(words)) == len(words)
    assert [heading_of(f" {word} ") for word in words] == list(HEADINGS)
    assert heading_of("Kết quả (tự tính)") is None
