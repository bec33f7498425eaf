"""Names in ASCII: ids of units, names of files and plugins."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection


def slug(name: str, longest: int = 60, default: str = "") -> str:
    """Return a name in lower-case ASCII letters and digits joined by '-', cut at a word.

    Args:
        name: Any words: "Phòng Văn hóa - Xã hội" becomes "phong-van-hoa-xa-hoi".
        longest: Most letters it may have.
        default: What stands where nothing of the name is left.
    """
    plain = unicodedata.normalize("NFKD", name.casefold().replace("đ", "d"))
    words = re.findall(r"[a-z0-9]+", "".join(letter for letter in plain if not unicodedata.combining(letter)))
    while len(words) > 1 and len("-".join(words)) > longest:
        words.pop()
    return "-".join(words)[:longest] or default


def unlike(name: str, taken: Collection[str]) -> str:
    """Return a name that is not taken: itself, or itself with the next number behind it."""
    number, found = 1, name
    while found in taken:
        number += 1
        found = f"{name}-{number}"
    return found
