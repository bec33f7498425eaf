"""Writing numbers and days for people (docs/domain.md, section 9)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


def written(number: int | Decimal, language: str) -> str:
    """Return a number as people of a language, "vi" or "en", write it: "1.234,5" in Vietnamese, "1,234.5" in English."""
    english = f"{number:,f}" if isinstance(number, Decimal) else f"{number:,}"
    return english.translate(str.maketrans(",.", ".,")) if language == "vi" else english


def counted(number: int | Decimal, language: str) -> str:
    """Return a count as it stands before its noun: "02" for two in Vietnamese, "12" for twelve."""
    return f"{int(number):02d}" if language == "vi" and 0 < number < 10 and number == int(number) else written(number, language)


def written_day(day: date, language: str) -> str:
    """Return a day as people of a language, "vi" or "en", write it: "08/4/2026" in Vietnamese, "8 April 2026" in English."""
    if language != "vi":
        return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
    # Days below 10 and the months January and February have a leading zero (Decree 30/2020).
    return f"{day.day:02d}/{day.month:02d}/{day.year}" if day.month < 3 else f"{day.day:02d}/{day.month}/{day.year}"


def written_day_of_year(day: str) -> str:
    """Return a day of every year, "06-14", as officers write it: "14/6", and "14/01" in January and February (Decree 30/2020)."""
    month, _, number = day.partition("-")
    return f"{number}/{month if int(month) < 3 else int(month)}"
