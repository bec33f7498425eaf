"""The words of a target decide its comparator and its figure (docs/domain.md, rule 2)."""

from __future__ import annotations

import unicodedata
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from planmonitor.plantext.reporting import last_day_in
from planmonitor.plantext.wording import decided


@pytest.mark.parametrize(
    ("words", "comparator", "value", "kind"),
    [
        ("dưới 1%", "<", 1, None),
        ("Giảm tỷ lệ lao động trẻ em xuống dưới 4%", "<", 4, None),
        ("Tiếp tục duy trì tỷ lệ này dưới 1%", "<", 1, None),
        ("giảm xuống còn dưới 0,5 %", "<", Decimal("0.5"), None),
        ("Trên 90%", ">", 90, None),
        ("90% trở lên", ">=", 90, None),
        ("02 lớp trở lên", ">=", 2, None),
        ("ít nhất 02 lớp", ">=", 2, None),
        ("tối thiểu 30%", ">=", 30, None),
        ("không dưới 90%", ">=", 90, None),
        ("70%", ">=", 70, None),
        ("Duy trì 100 %", ">=", 100, None),
        ("bảo đảm đạt 100%", ">=", 100, None),
        ("không quá 5 vụ", "<=", 5, None),
        ("10% trở xuống", "<=", 10, None),
        ("không trên 5%", "<=", 5, None),
        ("không lớn hơn 5%", "<=", 5, None),
        ("không vượt 5%", "<=", 5, None),
        ("≤ 5%", "<=", 5, None),
        ("đạt ≥95%", ">=", 95, None),
        ("nhỏ hơn 5%", "<", 5, None),
        ("ít hơn 5%", "<", 5, None),
        ("thấp hơn mức 5%", "<", 5, None),
        ("không tăng", None, None, None),
        ("không giảm", None, None, None),
        ("không để tỷ lệ vượt quá 5%", "<=", 5, None),
        ("Không để xảy ra trường hợp trẻ em đuối nước quá 02 vụ", "<=", 2, None),
        ("duy trì không tăng", None, None, None),
        ("khoảng 80%", None, None, None),
        ("hơn 90%", None, None, None),
        ("giảm không dưới 5%", None, None, None),
        ("giảm tối đa 5%", None, None, None),
        ("giảm không quá 5%", None, None, None),
        ("giảm tối đa", "decrease", None, "decrease"),
        ("tăng thêm 5%", None, None, None),
        ("giảm thêm 5%", None, None, None),
        ("giảm từ 5% xuống 3%", "<=", 3, None),
        ("giảm từ 6% xuống dưới 3%", "<", 3, None),
        ("tăng từ 85% lên 90%", ">=", 90, None),
        ("giảm 50", None, None, None),
        ("giảm 50 vụ", None, None, None),
        ("trên 10 000 trẻ em", ">", 10_000, None),
        ("trên 2/3 số trường", None, None, None),
        ("dưới 600/100.000 trẻ", "<", 600, None),
        ("trẻ em dưới 24 tháng tuổi đạt 90%", ">=", 90, None),
        ("không vượt quá 5%", "<=", 5, None),
        ("<= 5%", "<=", 5, None),
        (">= 90%", ">=", 90, None),
        ("đạt≤5%", "<=", 5, None),
        ("thấp hơn 5%", "<", 5, None),
        ("cao hơn mức 90%", ">", 90, None),
        ("không thấp hơn mức 90%", ">=", 90, None),
        ("không được dưới 90%", ">=", 90, None),
        ("không để tỷ lệ dưới 90%", ">=", 90, None),
        ("không để tỷ lệ thấp hơn 90%", ">=", 90, None),
        ("Tỷ lệ trẻ em không đi học dưới 5%", "<", 5, None),
        ("không đạt 5%", None, None, None),
        ("không bằng 5%", None, None, None),
        ("chưa đến 5%", None, None, None),
        ("không còn 5%", None, None, None),
        ("bằng 5%", None, None, None),
        ("bằng hoặc lớn hơn 90%", None, None, None),
        ("lớn hơn hoặc bằng 90%", None, None, None),
        ("vượt mức 5%", None, None, None),
        ("xấp xỉ 90%", None, None, None),
        ("≠ 5%", None, None, None),
        ("≦ 5%", None, None, None),
        ("= 5%", None, None, None),
        ("~90%", None, None, None),
        ("-5%", None, None, None),
        ("0%", None, None, None),
        ("đạt 90%", ">=", 90, None),
        ("không để tăng", None, None, None),
        ("không để tăng quá 5%", None, None, None),
        ("không để gia tăng", None, None, None),
        ("duy trì không giảm", None, None, None),
        ("giảm ≥ 5%", None, None, None),
        ("giảm tỷ lệ bỏ học 5%", None, None, None),
        ("giảm tỷ lệ bỏ học ít nhất 5%", None, None, None),
        ("giảm tỷ lệ trẻ em dưới 16 tuổi bỏ học 5%", None, None, None),
        ("giảm tỷ lệ bỏ học dưới 5%", "<", 5, None),
        ("tăng tỷ lệ trẻ em biết bơi đạt 70%", ">=", 70, None),
        ("tăng tỷ lệ trẻ em biết bơi lên 70%", ">=", 70, None),
        ("tăng tỷ lệ trẻ em biết bơi trên 70%", None, None, None),
        ("Tăng cường khám cho trên 70% trẻ em", ">", 70, None),
        ("giảm 1/3 số vụ", None, None, None),
        ("giảm từ 5% đến 10%", None, None, None),
        ("giảm từ 5% năm 2025 xuống 3%", "<=", 3, None),
        ("giảm từ trên 5% xuống 3%", "<=", 3, None),
        ("tăng từ 85% lên trên 90%", ">", 90, None),
        ("trên 2 / 3 số trường", None, None, None),
        ("trên 10 nghìn trẻ em", None, None, None),
        ("trên 5‰", None, None, None),
        ("dưới 28 ngày tuổi", None, None, None),
        ("trên 1.500 trẻ em", ">", 1_500, None),
        ("thấp hơn 10%", "<", 10, None),
        ("không để xảy ra quá 3 vụ", "<=", 3, None),
        ("trên 100.000 trẻ em", ">", 100_000, None),
        ("giảm trên 50 vụ", None, None, None),
        ("tăng ít nhất 2 lớp", None, None, None),
        ("giảm xuống còn 4,5%", "<=", Decimal("4.5"), None),
        ("giảm … xuống 4,9%", "<=", Decimal("4.9"), None),
        ("không để xảy ra", "==", 0, "zero_incident"),
        ("Duy trì không có lao động trẻ em", "==", 0, "zero_incident"),
        ("duy trì, tăng (15/17)", "maintain", None, "maintain"),
        ("giảm ít nhất 10% so với năm 2020", "<=", -10, "relative_change"),
        ("giảm trên 10%", "<", -10, "relative_change"),
        ("tăng 5% so với năm trước", ">=", 5, "relative_change"),
        ("giảm số vụ", "decrease", None, "decrease"),
        ("Tăng tỷ lệ trẻ em được học bơi", "increase", None, "increase"),
        ("tăng cường kiểm tra", None, None, None),
        ("phòng ngừa, giảm thiểu lao động trẻ em", None, None, None),
        ("trẻ em dưới 16 tuổi", None, None, None),
        ("trẻ em từ 10 - 18 tuổi trở lên", None, None, None),
        ("các xã trên địa bàn huyện", None, None, None),
        ("kiểm tra định kỳ, đột xuất", None, None, None),
    ],
)
def test_words_decide_comparator_figure_and_kind(words: str, comparator: str | None, value: object, kind: str | None) -> None:
    """Each wording of the plans is read as rule 2 says; words that decide nothing decide nothing."""
    found = decided(words)

    assert (found and found.comparator, found and found.value, found and found.kind) == (comparator, value, kind)


def test_phan_dau_changes_no_number() -> None:
    """ "Phấn đấu" before a target leaves what it decides as it is."""
    assert decided("Phấn đấu trên 90%") == decided("trên 90%")


def test_a_range_keeps_its_far_end_and_the_near_end_is_the_bar() -> None:
    """ "Giảm 5-10% hằng năm": the bar is 5%, the range is kept."""
    found = decided("giảm 5 - 10% hằng năm")

    assert found is not None
    assert (found.value, found.upper, found.printed) == (-5, -10, "giảm 5 - 10%")


@pytest.mark.parametrize("words", ["Không qúa 5%", "KHÔNG QUÁ 5%", unicodedata.normalize("NFD", "không quá 5%"), "không  quá\u00a05%"])
def test_the_way_accents_are_typed_does_not_matter(words: str) -> None:
    """Tone marks in another place, capitals, decomposed letters and odd spaces decide the same."""
    found = decided(words)

    assert found is not None
    assert found.comparator == "<="


def test_the_words_that_decide_are_returned_as_printed() -> None:
    """What decided is quoted from the text, composed, without the words around it."""
    found = decided(unicodedata.normalize("NFD", "Giảm tỷ lệ lao động trẻ em (5 đến 17 tuổi) xuống dưới 4%; hằng năm."))

    assert found is not None
    assert found.printed == "xuống dưới 4%"


@given(st.text())
def test_any_text_is_read_without_failing(words: str) -> None:
    """Whatever stands in a document, it decides something or nothing."""
    found = decided(words)

    assert found is None or found.printed


@pytest.mark.parametrize(
    ("rule", "last_day"),
    [
        ("trước ngày 10/6", "06-09"),
        ("Trước ngày 01/12 hằng năm", "11-30"),
        ("trước 25/11", "11-24"),
        ("trước ngày 10 tháng 6", "06-09"),
        ("chậm nhất ngày 25/11", "11-25"),
        ("chậm nhất là ngày 25 tháng 11", "11-25"),
        ("không muộn hơn ngày 25/11", "11-25"),
        ("đến hết ngày 30/6", "06-30"),
        ("trước hoặc trong ngày 30/6", "06-30"),
        ("trước 17 giờ ngày 25/11", None),
        ("trước ngày 30/6/2028", None),
        ("trước ngày 01/3", None),
        ("trước ngày 10/5 và trước ngày 10/11", None),
        ("trước ngày 10 tháng 6 và ngày 10 tháng 12", None),
        ("sau ngày 25/11", None),
        ("trước ngày 31/02", None),
        ("định kỳ, theo quy định", None),
    ],
)
def test_the_last_day_that_a_rule_sets(rule: str, last_day: str | None) -> None:
    """The words "trước ngày" exclude the day named, the others include it (rule 16); what is not certain is left to a person."""
    assert last_day_in(rule) == last_day
