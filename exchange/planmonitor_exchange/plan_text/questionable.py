"""Sentences that can be read in more than one way: nothing in them is decided, everything is asked."""

from __future__ import annotations

import re
from itertools import pairwise

from attrs import frozen
from planmonitor.plantext.due_dates import dates_of
from planmonitor.plantext.figures import PrintedFigure, figures_of

from planmonitor_exchange.speaking.translations import N_

_SENTENCE_ENDS = re.compile(r"(?<=[^.\d])\. (?=[^\W\d_a-zđ]|\d)")
_NO_BAR = re.compile(r"(?i:tuổi|tháng|ngày|năm|tuần|giờ|quý|kỳ)$")
_ORDINAL = re.compile(r"(?i:^(?:(?:một|hai|ba|bốn|năm|sáu|bảy|tám|chín|mười) là|thứ (?:hai|ba|tư|năm|sáu|bảy|tám|chín|mười))(?!\w))")
_RATE = re.compile(r"(?i:‰|phần (?:nghìn|ngàn)|(?:/|trên|cho) ?1(?:00)?[. ]?000(?!\d))")
_EACH = re.compile(
    r"(?i:(?<!\w)(?:mỗi|từng(?! bước)|(?<!đồng )đều(?! đặn)|bình quân|trung bình|trên (?:một|0?1)(?! số))(?!\w))"
    r"|\d[^\n,;.()/]{0,40}(?<!và) ?/ ?[^\W\d_A-ZĐ]"
)
"""Words that tell a figure of each one from one of all together: "từng trường", "các trường đều", "02 tủ sách/trường"."""

_WORDS = (
    (re.compile(r"(?i:(?<!\w)so với(?!\w))"), N_("it says against what it is held ('so với')")),
    (_EACH, N_("it speaks of each one or of each year ('mỗi', 'từng', 'đều', 'bình quân', or a slash)")),
    (re.compile(r"(?i:(?<!\w)con số này(?!\w))"), N_("it says 'con số này'")),
    (_RATE, N_("it holds a rate per thousand or per hundred thousand")),
    (re.compile(r"\w ?: ?[^\n]*\d"), N_("its figure stands behind a colon")),
)
"""Words after which a figure may be a bar, a change, or that of each one, and what is said of them."""


@frozen
class Sentence:
    """A sentence of a line."""

    end: int
    """Where it ends in the paragraph."""
    why: str
    """Why everything in it is asked, as a template; "" where it can be read in one way alone."""


def sentences_of(text: str, begin: int) -> tuple[Sentence, ...]:
    """Return the sentences of a line, in order.

    Args:
        text: The paragraph.
        begin: Where its words begin behind its number.
    """
    dates = dates_of(text, begin)
    ends = [*(match.end() for match in _SENTENCE_ENDS.finditer(text, begin)), len(text)]
    return tuple(
        Sentence(end, _why_asked(_ORDINAL.sub("", text[start:end]), sum(start <= item.start < end for item in dates)))
        for start, end in pairwise([begin, *ends])
    )


def may_be_a_bar(figure: PrintedFigure) -> bool:
    """Return whether a figure may be what a target is held against: a percentage or a number, but no age and no span of time."""
    return figure.kind == "percentage" or (figure.kind == "number" and not _NO_BAR.search(figure.figure))


def _why_asked(sentence: str, dates: int) -> str:
    bars = [item for item in figures_of(sentence) if may_be_a_bar(item)]
    if len(bars) > 1:
        return N_("its sentence holds several figures")
    if dates > 1:
        return N_("its sentence names several dates")
    return next((said for words, said in _WORDS if words.search(sentence)), "")
