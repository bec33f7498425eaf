"""What officers call a period, and the period meant by what they write: each form that a screen prints is understood again."""

from __future__ import annotations

import re
from datetime import date

from planmonitor.messages import Text
from planmonitor.numbers import MONTHS, written_day

_OF_YEAR = r"\s*/?\s*(?:năm\s*)?(?P<year>\d{4})"
_QUARTER_OF_YEAR = r"\s*(?:/|năm|\s)\s*(?P<year>\d{4})"
_ROMAN = ("I", "II", "III", "IV")
NINE_MONTHS = "{year}-9"
"""What stands for the first nine months of a year, which have no short id; no period has it as its id."""
_SPOKEN = {
    rf"0?6\s*(?:t|tháng)\s*(?:đầu năm)?{_OF_YEAR}": "{year}-S1",
    rf"0?6\s*(?:t|tháng)\s*cuối năm{_OF_YEAR}": "{year}-S2",
    rf"0?9\s*(?:t|tháng)\s*(?:đầu năm)?{_OF_YEAR}": NINE_MONTHS,
    rf"12\s*(?:t|tháng)\s*(?:đầu năm)?{_OF_YEAR}": "{year}",
    **{rf"(?:q|quý|quarter)\s*(?:{roman}|{number}){_QUARTER_OF_YEAR}": f"{{year}}-Q{number}" for number, roman in enumerate(_ROMAN, 1)},
    r"(?:t|tháng)?\s*(?P<month>0?[1-9]|1[0-2])/(?P<year>\d{4})": "{year}-{month:02d}",
    r"(?:t|tháng)\s*(?P<month>0?[1-9]|1[0-2])(?:\s*-\s*|\s*năm\s*|\s+)(?P<year>\d{4})": "{year}-{month:02d}",
    **{rf"{name}\s+(?P<year>\d{{4}})": f"{{year}}-{number:02d}" for number, name in enumerate(MONTHS, 1)},
    r"(?:năm|year)\s*(?P<year>\d{4})": "{year}",
    r"first half of (?P<year>\d{4})": "{year}-S1",
    r"second half of (?P<year>\d{4})": "{year}-S2",
    r"first nine months of (?P<year>\d{4})": NINE_MONTHS,
}
"""How people write a period, in large or small letters, and the short id of what they mean."""

_SHORT = re.compile(r"(\d{4})(?:-(?:S([12])|Q([1-4])|(\d{2})))?")
_NINE = re.compile(r"(\d{4})-(12-15|01-01)/P9M")
_DAY = r"(\d{1,2})/(\d{1,2})/(\d{4})"
_BETWEEN_DAYS = re.compile(rf"(?:từ\s+)?(?:ngày\s+)?{_DAY}\s*(?:đến|-|–)\s*(?:hết\s+)?(?:ngày\s+)?{_DAY}", re.IGNORECASE)
_DAY_IN_ENGLISH = rf"(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})"
_BETWEEN_DAYS_IN_ENGLISH = re.compile(rf"(?:from )?{_DAY_IN_ENGLISH} to {_DAY_IN_ENGLISH}", re.IGNORECASE)


def called(period_id: str, start: date, end: date) -> Text:
    """Return what officers call a period: "6 tháng đầu năm 2026", "quý II/2026", "tháng 5/2026", "9 tháng đầu năm 2026", else its two days.

    January and February have a leading zero (docs/domain.md, section 9): "tháng 01/2026".
    """
    if match := _NINE.fullmatch(period_id):
        reported = int(match[1]) + (match[2] == "12-15")
        return Text(f"9 tháng đầu năm {reported}", f"first nine months of {reported}")
    match = _SHORT.fullmatch(period_id)
    if match is None:
        vi, en = ([written_day(day, language) for day in (start, end)] for language in ("vi", "en"))
        return Text(f"từ {vi[0]} đến {vi[1]}", f"{en[0]} to {en[1]}")
    year, half, quarter, month = match.groups()
    if half:
        return Text(f"6 tháng {'đầu' if half == '1' else 'cuối'} năm {year}", f"{'first' if half == '1' else 'second'} half of {year}")
    if quarter:
        roman = _ROMAN[int(quarter) - 1]
        return Text(f"quý {roman}/{year}", f"quarter {roman}/{year}")
    written = month if month in {"01", "02"} else month and int(month)
    return Text(f"tháng {written}/{year}", f"{MONTHS[int(month) - 1]} {year}") if month else Text(f"năm {year}", f"year {year}")


def short_id(words: str) -> str | None:
    """Return the short id, or `NINE_MONTHS` of a year, of a period that is written in words; None for other words."""
    for pattern, named in _SPOKEN.items():
        if match := re.fullmatch(pattern, words, re.IGNORECASE):
            return named.format(**{part: int(digits) for part, digits in match.groupdict().items()})
    return None


def days_between(words: str) -> tuple[date, date] | None:
    """Return the two days of "từ 15/12/2025 đến 14/9/2026" or "15 December 2025 to 14 September 2026"; None for other words, and other days."""
    vi, en = _BETWEEN_DAYS.fullmatch(words), _BETWEEN_DAYS_IN_ENGLISH.fullmatch(words)
    try:
        if vi is not None:
            first, last = (date(int(vi[at + 2]), int(vi[at + 1]), int(vi[at])) for at in (1, 4))
        elif en is not None:
            months = [name.casefold() for name in MONTHS]
            first, last = (date(int(en[at + 2]), months.index(en[at + 1].casefold()) + 1, int(en[at])) for at in (1, 4))
        else:
            return None
    except ValueError:
        return None
    return (first, last) if first <= last else None
