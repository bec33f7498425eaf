"""The columns of a table of figures, by the headings that officers and our own workbooks write above them."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from functools import lru_cache

from planmonitor import BadData, Message
from planmonitor.names import fold

from planmonitor_exchange.figures.identity import HEADINGS
from planmonitor_exchange.speaking.translations import LANGUAGES, N_, translate

KEY = "KEY"
"""The column with the key of a row, in a workbook that was made to be filled in."""
YES_NO = "YES_NO"
"""A column for states alone, beside one for numbers."""

OF_OUR_OWN = {
    "key": KEY,
    "numerator": "NUMERATOR",
    "denominator": "DENOMINATOR",
    "value": "OBS_VALUE",
    "yes": YES_NO,
    "until": "UNTIL",
    "state": "OBS_STATUS",
    "note": "NOTE",
}
"""The column by what stands in it in a workbook of ours."""

WORDS = {
    "MEASURE": ("chỉ tiêu", "mã chỉ tiêu", "tên chỉ tiêu", "nội dung chỉ tiêu", "measure"),
    "REF_AREA": ("địa bàn", "địa phương", "mã địa bàn", "mã xã", "xã, phường", "place"),
    "UNIT": ("đơn vị", "đơn vị báo cáo", "đơn vị cung cấp", "đơn vị thực hiện", "tên đơn vị", "cơ quan, đơn vị", "unit"),
    "TIME_PERIOD": ("kỳ", "kỳ báo cáo", "kỳ số liệu", "thời kỳ", "thời gian", "period"),
    "BREAKDOWN": ("phân tổ", "chia theo", "trong đó", "breakdown"),
    "NUMERATOR": ("tử số", "numerator"),
    "DENOMINATOR": ("mẫu số", "denominator"),
    "OBS_VALUE": ("số lượng", "số liệu", "số đếm", "giá trị", "số", "điểm", "number", "value"),
    YES_NO: ("có/không", "có, không", "có hoặc không", "yes/no"),
    "OBS_STATUS": ("tình trạng", "tình trạng số liệu", "loại số liệu", "state"),
    "UNTIL": ("số liệu tính đến ngày", "tính đến ngày", "số liệu đến ngày", "đến ngày"),
    "COMPARISON": ("số liệu so sánh", "số so sánh", "năm gốc"),
    "SUPPLIED_BY": ("người cung cấp", "nguồn cung cấp", "bên cung cấp"),
    "EVIDENCE": ("minh chứng", "nguồn số liệu", "nguồn", "căn cứ", "văn bản"),
    "NOTE": ("ghi chú", "ghi chú, minh chứng", "note"),
    "UNIT_MEASURE": (),
    "LEFT_ASIDE": (),
    KEY: ("mã dòng",),
}
"""What is written above a column, by its code; the code itself is too, in a file that was exported."""

NOT_READ = frozenset(
    fold(words)
    for words in (
        *("tt", "stt", "số tt", "số thứ tự", "đơn vị tính", "đvt", "kế hoạch", "mức giao", "kết quả", "tỷ lệ", "đánh giá", "năm trước", "cùng kỳ"),
    )
)
"""Headings of columns that are known to hold no figure: nothing is said of them."""

LABELS = ("MEASURE", "REF_AREA", "UNIT", "TIME_PERIOD", "BREAKDOWN")
"""The columns that say what a figure is about: one merged cell stands for all its rows."""
FIGURES = ("NUMERATOR", "DENOMINATOR", "OBS_VALUE", YES_NO)
"""The columns that hold figures."""
REMARKS = ("SUPPLIED_BY", "EVIDENCE", "NOTE")
"""The columns that hold words."""


@lru_cache(maxsize=1)
def _known() -> dict[str, str]:
    known = {fold(words): column for column, all_words in WORDS.items() for words in all_words}
    for name, english in HEADINGS.items():
        known |= {fold(translate(english, language)): OF_OUR_OWN[name] for language in LANGUAGES}
    return known


_NAMES = {
    fold(words) for words in ("họ và tên", "họ tên", "họ và tên trẻ", "họ và tên trẻ em", "họ tên trẻ em", "họ và tên học sinh", "họ tên học sinh")
}
_OF_PERSONS = {
    fold(words)
    for words in (
        *("ngày sinh", "năm sinh", "ngày, tháng, năm sinh", "ngày tháng năm sinh", "tuổi", "lớp", "địa chỉ", "nơi ở", "giới tính", "số định danh"),
        *("số định danh cá nhân", "cccd", "số cccd", "sđt", "số điện thoại", "điện thoại", "họ tên cha", "họ tên mẹ", "họ tên bố", "cha/mẹ"),
    )
}


@lru_cache(maxsize=4096)
def column_of(heading: str) -> str | None:
    """Return the code of the column that a heading stands above: "Tử số (trẻ em)" above NUMERATOR; None where it is none of ours."""
    plain = heading.strip("'\"* .:\ufeff")
    if plain in WORDS:
        return plain
    known = _known()
    return known.get(fold(plain)) or known.get(fold(re.sub(r"\s*[(\[].*", "", plain, flags=re.DOTALL)))


def heading_of(column: str) -> str:
    """Return the heading under which a column is spoken of in Vietnamese."""
    first = next(iter(WORDS.get(column, ())), column)
    return first[:1].upper() + first[1:]


def as_called(written: Mapping[str, str], codes: Collection[str], spoken: Callable[[str], str] = heading_of) -> Callable[[str], str]:
    """Return what the columns of a table are called, by their codes.

    Args:
        written: What is written above the columns that are there, by their codes.
        codes: The codes of all columns.
        spoken: The heading under which a column is spoken of in Vietnamese.

    Returns:
        A function: the heading of a column that is there, and of another its code where some column is headed with a code.
    """
    otherwise = str if any(words in codes for words in written.values()) else spoken
    return lambda code: written.get(code) or otherwise(code)


def heads_persons(words: Iterable[str]) -> bool:
    """Return whether words head a list of persons: names, and beside them what is known of each."""
    headings = {fold(word) for word in words if len(word) < 60}
    return bool(headings & _NAMES) and bool(headings & _OF_PERSONS)


def check_no_persons(headings: Iterable[str]) -> None:
    """Raise a BadData where the columns of a table of figures list persons too (docs/domain.md, rule 27), though nobody would read them."""
    if heads_persons(headings):
        persons = N_("The columns hold what looks like a list of persons; only totals are kept here, never a person's data.")
        raise BadData(persons, Message.of(N_("Delete the columns of persons from the file.")))
