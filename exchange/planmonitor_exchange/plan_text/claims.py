"""Where each figure of a text went: every figure is claimed by one field of the draft, or it is left over."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from attrs import frozen
from planmonitor.plantext.figures import PrintedFigure, figures_of

from planmonitor_exchange.plan_text.questionable import may_be_a_bar
from planmonitor_exchange.plan_text.structure import TextPart

KINDS = ("measure", "duty", "document", "unit", "budget", "numbering")
"""What a field belongs to."""

_AROUND = 50
_LIMIT = re.compile(r"(?i:(?<!\w)(?:trước|chậm nhất|muộn nhất|hạn cuối)(?: là| vào)?(?: ngày)? $)")
_CITED = re.compile(r"[/-][A-ZĐ][\w&-]*,? (?i:ngày )?$")
"""A day behind the number of a document belongs to that number."""


@frozen
class Claim:
    """A stretch of one paragraph whose figures a field of the draft holds."""

    part: int
    """Number of the paragraph."""
    start: int
    """First letter."""
    end: int
    """Behind the last letter."""
    kind: str
    """One of `KINDS`."""
    field: str
    """Which field, as its author finds it: "indicators 4, measure 4a, value"."""

    def holds(self, figure: PrintedFigure, before: str) -> bool:
        """Return whether the field holds a figure as a figure, not in words that are only quoted, in which a bar or a date would be lost.

        Args:
            figure: The figure.
            before: The words before it.
        """
        if figure.kind == "percentage":
            return self.kind in {"measure", "duty"} and not self.field.endswith(", label")
        if figure.kind == "number" and self.field.endswith(", label") and may_be_a_bar(figure):
            return False
        if figure.kind == "date" or _LIMIT.search(before):
            return _CITED.search(before) is not None or (self.kind != "unit" and not self.field.endswith(", label"))
        return True


@frozen
class Accounted:
    """One figure of the text, and where it went."""

    line: int
    """The line of the file its paragraph begins on."""
    kind: str
    """What the figure is: one of `planmonitor.plantext.figures.KINDS`."""
    figure: str
    """The figure as printed."""
    went: str
    """One of `KINDS`, or "" where it is left over."""
    field: str
    """Which field holds it, or ""."""
    around: str
    """The words around it."""


def account(parts: Sequence[TextPart], claims: Sequence[Claim]) -> tuple[Accounted, ...]:
    """Return every figure of the text, in order, with the first claim on the place where it stands."""
    here: dict[int, list[Claim]] = {}
    for claim in claims:
        here.setdefault(claim.part, []).append(claim)
    return tuple(_accounted(part, figure, here.get(part.index, [])) for part in parts for figure in figures_of(part.text))


def _accounted(part: TextPart, figure: PrintedFigure, claims: Sequence[Claim]) -> Accounted:
    end = figure.start + len(figure.figure)
    over = [claim for claim in claims if claim.start < end and figure.start < claim.end]
    before = part.text[max(0, figure.start - _AROUND) : figure.start]
    claim = next((claim for claim in over if claim.holds(figure, before)), None)
    went, field = (claim.kind, claim.field) if claim else ("numbering", "") if _is_numbering(part, figure) else ("", "")
    around = part.text[max(0, figure.start - _AROUND) : end + _AROUND]
    return Accounted(part.line, figure.kind, figure.figure, went, field, _whole_words(around, part.text))


def _is_numbering(part: TextPart, figure: PrintedFigure) -> bool:
    """Return whether a figure is the number of a paragraph, of a footnote, or of a page."""
    if figure.kind == "numbering" and (figure.start < part.body or not figure.figure[0].isalpha()):
        return figure.start < part.body or figure.figure.isdigit()
    return part.text == figure.figure and not part.mark and figure.figure.isdigit()


def _whole_words(piece: str, text: str) -> str:
    if not text.startswith(piece):
        piece = "… " + piece.partition(" ")[2]
    return piece if text.endswith(piece.removeprefix("… ")) else piece.rpartition(" ")[0] + " …"


def counted(accounts: Sequence[Accounted]) -> dict[str, int]:
    """Return how many figures went where; those left over stand under ""."""
    found = Counter(item.went for item in accounts)
    return {went: found[went] for went in (*KINDS, "")}
