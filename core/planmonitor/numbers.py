"""Writing numbers for people (docs/domain.md, section 9)."""

from __future__ import annotations

from decimal import Decimal


def written(number: int | Decimal, language: str) -> str:
    """Return a number as people of a language write it: "1.234,5" in Vietnamese, "1,234.5" in English.

    Args:
        number: An exact figure.
        language: "vi" or "en".
    """
    english = f"{number:,f}" if isinstance(number, Decimal) else f"{number:,}"
    return english.translate(str.maketrans(",.", ".,")) if language == "vi" else english
