"""What the file of a letter says of its figures, whatever is recorded: the letter is held to it (docs/domain.md, rule 19)."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import evolve, frozen

from planmonitor.assessment.acts import Reported
from planmonitor.assessment.told import About


@frozen
class Asserted:
    """One figure as a file says it."""

    figure: str
    """What it says, exact: "45/46", "5"; "" where it says that there is no figure."""
    estimated: bool = False
    """Whether it calls it an estimate."""
    sentence: str = ""
    """The sentence that tells it; "" where none does of it alone."""


def as_asserted(rows: Mapping[About, Reported], said: Mapping[About, Asserted]) -> dict[About, Reported]:
    """Return what a letter tells whose file was read.

    Of a figure that is recorded as the file says it, the row stays what it is; of another one it holds what the file says. A figure of which the file
    says nothing was not told. A file may tell a whole alone where the parts are recorded.

    Args:
        rows: What the letter would tell by what is recorded.
        said: What its file says, of those figures or of the whole of their parts.
    """
    by_measure = {about[0]: row for about, row in rows.items() if not about[3]}
    found: dict[About, Reported] = {}
    for about, one in said.items():
        row = rows.get(about)
        if row is None and about[0] in by_measure:
            row = evolve(by_measure[about[0]], unit=about[1], breakdown=about[3], revision=0, figure="", state="", until=None)
        if row is not None:
            found[about] = _told(row, one)
    return found


def _told(row: Reported, said: Asserted) -> Reported:
    if not said.figure:
        return evolve(row, revision=0, figure="", state="", until=None, sentence=said.sentence)
    if said.figure == row.figure and said.estimated == (row.state == "estimated"):
        return evolve(row, sentence=said.sentence)
    settled = row.state if row.state not in {"", "estimated"} else "final"
    state = "estimated" if said.estimated else settled
    return evolve(row, figure=said.figure, state=state, until=row.until or row.period.end, sentence=said.sentence)
