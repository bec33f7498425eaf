"""Taking back what was recorded by mistake (docs/domain.md, rule 10): nothing is erased, a newer entry says that it no longer holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from planmonitor.assessment.acts import Acceptance, AnswerGiven, Closing, Entry, Narrative, ReadingGiven, Receipt, Sending, Waiver
from planmonitor.assessment.breakdowns import check_breakdowns
from planmonitor.assessment.records import WITHDRAWN, Figure, MemberUnit
from planmonitor.messages import N_, BadData, Hint, UnknownName
from planmonitor.privacy import clean
from planmonitor.workspace.answering import take_back
from planmonitor.workspace.file import read
from planmonitor.workspace.foreseeing import Foreseen, foresee
from planmonitor.workspace.judging import Judged, judge
from planmonitor.workspace.opening import Workspace
from planmonitor.workspace.settled import restored_on_failure
from planmonitor.workspace.standing import all_figures, of_place

if TYPE_CHECKING:
    from planmonitor.storage.database import Reading


@frozen
class TakenBack:
    """A figure that was taken back, and what holds from now on: the figure that stood there before, or None."""

    figure: Figure
    holds: Figure | None


@frozen
class Undone:
    """What was taken back: figures, and entries beside figures."""

    figures: tuple[TakenBack, ...] = ()
    entries: tuple[Entry, ...] = ()
    foreseen: Foreseen | None = None
    """What becomes of the plans followed, of members and answers taken back; None for all else."""


def undo(workspace: Workspace, name: str, reason: str) -> Undone:
    """Take back a whole act, named by the code of its receipt, or one figure, named by the number of its revision.

    Of each figure the one that stood there before holds again; where there was none, there is no figure from then on. Of an act of which
    some figures were taken back already, the others are. An act that takes back is not taken back itself: what it took is recorded anew.
    An answer taken back gives way in `monitor.toml` to what stood there before; of members and answers it is told what that changes. How a cell was
    said to be read is forgotten, and figures that were read so stay.
    `UnknownName` where nothing goes by the name, `BadData` where it was taken back already, where an answer or a member was changed since, or where
    no reason is given.
    """
    why = clean(" ".join(reason.split()))
    if not why:
        raise BadData(N_("The reason must not be empty."))
    before = _judged_where_it_matters(workspace, name)
    with restored_on_failure(workspace.file), workspace.database().writing() as held:
        receipt = next((act for act in held.receipts() if act.receipt == name.lower()), None)
        figures, entries = _named(held, name, receipt)
        back, new = _taken_back(workspace, held, figures, whole=receipt is not None)
        if not back and not entries:
            raise BadData(N_("'{name}' was taken back already."), name=name)
        _fits(workspace, held, new)
        about = {"rows": len(new) + len(entries), "takes_back": receipt.receipt if receipt else "", "reason": why}
        held.append([evolve(figure, entered_by=workspace.person) for figure in new], workspace.begin(held, "undo", **about))
        for entry in entries:
            if isinstance(entry, AnswerGiven):
                take_back(workspace, entry)
    return Undone(back, entries, None if before is None else foresee(workspace, before, judge(workspace.with_file(read(workspace.file.folder)))))


def _judged_where_it_matters(workspace: Workspace, name: str) -> Judged | None:
    """Return the plans judged before an act is taken back that changed members or answers; None for all other acts, or where it is refused."""
    with workspace.database().reading() as held:
        receipt = next((act for act in held.receipts() if act.receipt == name.lower()), None)
        if receipt is None or receipt.kind == "undo":
            return None
        members = held.entries(MemberUnit, None, receipt=receipt.receipt)
        _need_no_later(held, members)
        answers = held.entries(AnswerGiven, None, receipt=receipt.receipt)
    return judge(workspace) if members or answers else None


def _need_no_later(held: Reading, members: Sequence[MemberUnit]) -> None:
    """Raise BadData where one of these memberships was changed again: that is taken back first, for it says all that this act said."""
    recorded = list(held.entries(MemberUnit, None))
    theirs = {member.membership for member in members}
    for later in recorded[max((recorded.index(member) for member in members), default=len(recorded)) + 1 :]:
        if later.membership in theirs and later not in members:
            acts = (act.receipt for act in held.receipts() if later in held.entries(MemberUnit, None, receipt=act.receipt))
            raise BadData(N_("'{unit}' was changed again since."), Hint.of("undo-first", receipt=next(acts)), unit=later.name)


def _named(held: Reading, name: str, receipt: Receipt | None) -> tuple[tuple[Figure, ...], tuple[Entry, ...]]:
    """Return the figures and the entries that a name stands for."""
    figures: tuple[Figure, ...] = ()
    entries: tuple[Entry, ...] = ()
    if receipt is None:
        figure = held.revision(int(name)) if name.isascii() and name.isdigit() and len(name) < 16 else None
        figures = (figure,) if figure else ()
    else:
        if receipt.kind == "undo":
            raise BadData(N_("'{name}' takes something back; record that anew instead."), name=name)
        if receipt.kind == "printed":
            raise BadData(N_("'{name}' is a report that was written as a file: nothing was recorded that could be taken back."), name=name)
        if any(act.takes_back == receipt.receipt for act in held.receipts()):
            raise BadData(N_("'{name}' was taken back already."), name=name)
        figures = held.recorded_under(receipt.receipt)
        code = receipt.receipt
        entries = (
            *held.entries(MemberUnit, None, receipt=code),
            *held.entries(Acceptance, None, receipt=code),
            *held.entries(Waiver, None, receipt=code),
            *held.entries(Sending, None, receipt=code),
            *held.entries(AnswerGiven, None, receipt=code),
            *held.entries(Closing, None, receipt=code),
            *held.entries(Narrative, None, receipt=code),
            *held.entries(ReadingGiven, None, receipt=code),
        )
    if not (figures or entries):
        raise UnknownName(N_("Nothing was recorded here under '{name}'."), Hint.of("see-receipts"), name=name)
    if any(figure.takes_back for figure in figures):
        raise BadData(N_("'{name}' takes something back; record that anew instead."), name=name)
    return figures, entries


def _taken_back(workspace: Workspace, held: Reading, figures: Iterable[Figure], *, whole: bool) -> tuple[tuple[TakenBack, ...], list[Figure]]:
    """Return what is taken back with what holds instead, and the revisions to record for it; of a `whole` act, what still stands of it."""
    back: list[TakenBack] = []
    new: list[Figure] = []
    for figure in figures:
        (figure,) = of_place(figure.place or workspace.own_place(), [figure])
        earlier = [one for one in of_place(figure.place, held.history(figure.definition)) if one.key == figure.key]
        taken = {one.takes_back for one in earlier} | {one.takes_back for one in new if one.key == figure.key}
        if figure.revision in taken:
            if whole:
                continue
            raise BadData(N_("Revision {revision} was taken back already."), revision=str(figure.revision))
        standing = [one for one in earlier if not one.takes_back and one.revision not in {*taken, figure.revision}]
        holds = standing[-1] if standing else None
        back.append(TakenBack(figure, holds))
        if holds is None:
            nothing = evolve(figure, numerator=None, denominator=None, value=None, yes=None, state=WITHDRAWN, supplied_by="", evidence="", note="")
            new.append(evolve(nothing, takes_back=figure.revision))
        else:
            new.append(evolve(holds, takes_back=figure.revision))
    return tuple(back), new


def _fits(workspace: Workspace, held: Reading, new: Sequence[Figure]) -> None:
    """Raise BadData where what holds from now on contradicts a total or its parts."""
    definitions = {measure.definition.key: measure.definition for _plan, measure in workspace.measures().values()}
    standing = {figure.key: figure for figure in all_figures(workspace, held)}
    for figure in new:
        standing.pop(figure.key, None)
        if figure.state != WITHDRAWN:
            standing[figure.key] = figure
    for figure in new:
        if definition := definitions.get(figure.definition):
            check_breakdowns(definition, [one for key, one in standing.items() if key[:5] == figure.key[:5]])
