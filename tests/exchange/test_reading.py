"""Reading figures typed by people: one reading, or none."""

from decimal import Decimal

import pytest
from babel.numbers import format_decimal
from hypothesis import given
from hypothesis import strategies as st
from planmonitor import BadData
from planmonitor_exchange.figures.typed import read_count, read_figure

ONE_READING = {
    "0": 0,
    "7": 7,
    "08": 8,
    "1234": 1234,
    "1.234.567": 1234567,
    "1,234,567": 1234567,
    "1 234": 1234,
    "1\u00a0234": 1234,
    "1\u202f234\u202f567": 1234567,
    "12 345 678": 12345678,
    "0.5": Decimal("0.5"),
    "0,5": Decimal("0.5"),
    "1.5": Decimal("1.5"),
    "12,5": Decimal("12.5"),
    "12,50": Decimal("12.5"),
    "0,125": Decimal("0.125"),
    "0.125": Decimal("0.125"),
    "1234,5": Decimal("1234.5"),
    "1234.567": Decimal("1234.567"),
    "1,2345": Decimal("1.2345"),
    "1.234,5": Decimal("1234.5"),
    "1,234.5": Decimal("1234.5"),
    "1.234.567,89": Decimal("1234567.89"),
    " 12 ": 12,
    "\ufeff12": 12,
    "12\u00a0": 12,
    "12345678901234,5678": Decimal("12345678901234.5678"),
}
NO_FIGURE = (
    "1e5",
    "1E5",
    "½",
    "١٢",
    "１２",
    "1_000",
    "NaN",
    "nan",
    "inf",
    "Infinity",
    "True",
    "0x1F",
    "+5",
    "12a",
    "12 trẻ",
    "12 %",
    "12,5%",
    "90%",
    "-3",
    "−3",
    "-0",
    "1.23.456",
    "12.34.567",
    "1.234,567,8",
    "1.234,567.8",
    "1.2,3",
    "1 2",
    "1  234",
    "1.234 567",
    ",5",
    "5,",
    ".",
    "1\u200b2",
    "1\u202e2",
    "(5)",
    "5/10",
    "hai",
    "#N/A",
    "=1+1",
)
ASKED_ABOUT = ("không", "Không", "KHÔNG", "khong", "ko", "-", "--", "–", "—", "KPS", "kps", "x", "…", "...", "n/a")
TWO_READINGS = {
    "02.222": ("2222", "2,222"),
    "1.234": ("1234", "1,234"),
    "1,234": ("1234", "1,234"),
    "12.500": ("12500", "12,500"),
    "999,999": ("999999", "999,999"),
}


@pytest.mark.parametrize(("text", "figure"), ONE_READING.items())
def test_a_text_with_one_reading_gives_that_figure(text, figure):
    """Digits, grouped digits and decimals are read exactly, whichever country's signs they bear."""
    read = read_figure(text)
    assert read == figure
    assert type(read) is type(figure)


@pytest.mark.parametrize("text", NO_FIGURE)
def test_what_is_no_figure_is_refused_by_name(text):
    """Exponents, other scripts, signs, percentages, words and misplaced groups are refused, and the text is named."""
    with pytest.raises(BadData) as caught:
        read_figure(text)
    assert text in str(caught.value)


@pytest.mark.parametrize("text", ASKED_ABOUT)
def test_a_word_for_nothing_is_asked_about(text):
    """ "không", a dash or KPS may mean zero or nothing reported: neither is taken."""
    with pytest.raises(BadData) as caught:
        read_figure(text)
    assert "Write 0, or leave it empty." in str(caught.value)


@pytest.mark.parametrize(("text", "readings"), TWO_READINGS.items())
def test_a_text_with_two_readings_names_both(text, readings):
    """Three digits behind one separator are thousands to one reader and decimals to another."""
    with pytest.raises(BadData) as caught:
        read_figure(text)
    for reading in readings:
        assert reading in str(caught.value)


@pytest.mark.parametrize("text", ["", " ", "\t", "\u00a0", "\ufeff"])
def test_an_empty_cell_is_missing_and_not_zero(text):
    """Nothing typed is no figure at all."""
    assert read_figure(text) is None
    assert read_count(text) is None


def test_thousands_of_digits_are_no_figure():
    """Digits without end are refused like any other text that is no figure."""
    with pytest.raises(BadData):
        read_figure("1" * 5000)


@pytest.mark.parametrize(("text", "count"), [("12", 12), ("1.234.567", 1234567), ("0", 0), ("1.003", 1003), ("1,450", 1450)])
def test_a_count_is_whole(text, count):
    """A count is read like a figure; of whole things a group of three has one reading."""
    assert read_count(text) == count


@pytest.mark.parametrize("text", ["12,5", "1.234,5", "0.5", "12,0", "02.222"])
def test_a_count_with_decimals_is_refused(text):
    """Nothing with decimals is a count, not even ",0"."""
    with pytest.raises(BadData) as caught:
        read_count(text)
    assert text in str(caught.value)


FIGURES = st.one_of(st.integers(0, 10**12), st.decimals(0, 10**12, allow_nan=False, places=4), st.decimals(0, 10**6, places=1))


def typed(figure, locale):
    return format_decimal(figure, format="#,##0.##########", locale=locale, decimal_quantization=False)


def has_two_readings(text):
    """Return whether a text is one to three digits, not a lone zero, one separator and three digits."""
    parts = text.replace(",", ".").split(".")
    return len(parts) == 2 and len(parts[0]) <= 3 and parts[0] != "0" and len(parts[1]) == 3


@given(figure=FIGURES, locale=st.sampled_from(["vi", "en"]))
def test_a_number_written_in_either_style_is_read_as_itself_or_asked_about(figure, locale):
    """A number in Vietnamese or English style comes back exactly; only where it has two readings is it refused."""
    text = typed(figure, locale)
    if has_two_readings(text):
        with pytest.raises(BadData):
            read_figure(text)
    else:
        assert read_figure(text) == figure


@given(text=st.text(st.sampled_from("0123456789.,-− %ex\u00a0"), max_size=9))
def test_any_text_is_a_figure_or_a_refusal(text):
    """Whatever is typed, the answer is an exact figure of 0 or more, nothing, or a refusal."""
    try:
        read = read_figure(text)
    except BadData:
        return
    assert read is None or (type(read) in {int, Decimal} and read >= 0)
