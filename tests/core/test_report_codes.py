"""The code of an annex: the same figures have the same, and what is mistyped is found (docs/domain.md, rule 19)."""

from __future__ import annotations

from datetime import date

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st
from planmonitor import CALENDAR
from planmonitor.assessment.acts import AnnexFigure
from planmonitor.assessment.report_codes import ALPHABET, LENGTH, code_of, is_code, typed_code

YEAR = CALENDAR.parse("2026")
ROW = AnnexFigure("-", "some/plan", "yearly", "07621", "", "2026", "some/plan/1", "", YEAR, figure="45/46", state="final", until=date(2026, 12, 31))
CODES = st.builds(lambda number: code_of([evolve(ROW, figure=str(number))]), st.integers(0, 10**9))


@given(CODES, st.integers(0, LENGTH - 1), st.sampled_from(ALPHABET))
def test_one_sign_that_is_wrong_is_found(code: str, place: int, sign: str) -> None:
    signs = code.replace("-", "")
    typed = typed_code(signs[:place] + sign + signs[place + 1 :])
    assert is_code(typed) == (sign == signs[place])


@given(CODES, st.integers(0, LENGTH - 2))
def test_two_signs_that_changed_places_are_found(code: str, place: int) -> None:
    signs = code.replace("-", "")
    swapped = signs[:place] + signs[place + 1] + signs[place] + signs[place + 2 :]
    assert is_code(typed_code(swapped)) == (signs[place] == signs[place + 1])


@given(CODES)
def test_a_code_is_read_however_it_is_typed(code: str) -> None:
    assert is_code(code)
    for typed in (code.lower(), code.replace("-", ""), code.replace("-", " "), f" {code} "):
        assert typed_code(typed) == code


def test_no_sign_looks_or_sounds_like_a_digit() -> None:
    assert not {*"01OIBSZ"} & {*ALPHABET}
    assert len({*ALPHABET}) == len(ALPHABET) == 29


def test_a_code_does_not_hang_on_the_order_of_the_rows_or_on_who_wrote_when() -> None:
    other = evolve(ROW, measure="some/plan/2")
    assert code_of([ROW, other]) == code_of([evolve(other, entered_by="Lan"), evolve(ROW, code="x")])


@pytest.mark.parametrize(
    "changed",
    [
        *({"figure": "46/46"}, {"state": "estimated"}, {"until": date(2026, 10, 31)}, {"bar": ">= 90"}, {"unit": "tram-y-te"}),
        *({"period": CALENDAR.parse("2025")}, {"breakdown": "sex=female"}, {"printed_as": "before"}, {"place": "07622"}),
        *({"plan": "other/plan"}, {"duty": ""}, {"reporter": "cong-an"}, {"reported_on": "2026-S1"}, {"measure": "some/plan/2"}),
    ],
)
def test_whatever_is_another_one_makes_another_code(changed: dict[str, object]) -> None:
    assert code_of([ROW]) != code_of([evolve(ROW, **changed)])
