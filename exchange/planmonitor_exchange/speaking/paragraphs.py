"""Breaking sentences into lines."""

from __future__ import annotations

import textwrap


def wrapped(text: str, first: str = "", following: str = "", width: int = 100) -> str:
    """Return a sentence in lines of a screen's width.

    Args:
        text: The sentence.
        first: What its first line begins with.
        following: What its other lines begin with.
        width: Letters in a line.
    """
    return textwrap.fill(text, width, initial_indent=first, subsequent_indent=following, break_long_words=False, break_on_hyphens=False)
