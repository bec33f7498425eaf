"""Recording all or nothing: figures through the door, typed or from a file."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import PurePath

from attrs import evolve

from planmonitor.assessment.acts import Narrative, ReadingGiven, Receipt
from planmonitor.assessment.records import Origin
from planmonitor.messages import N_, BadData, Message, Refusal
from planmonitor.privacy import clean
from planmonitor.workspace.admission import Draft
from planmonitor.workspace.cell_answers import CellAnswers, Settled
from planmonitor.workspace.door import Door, Entered, Errors
from planmonitor.workspace.narrating import TextDraft, admit
from planmonitor.workspace.opening import Workspace

Read = Callable[[str, bytes, Settled], tuple[Sequence[Draft | TextDraft], Errors, Sequence[Message]]]
"""Reads the content of a file of a name, some of its cells as they were answered: the rows and texts that can be read, what is wrong with the others,
and what is to be said of the file."""

Passing = Callable[[Iterable[Draft], int], Iterable[Draft]]
"""Gives the rows of a file on, of which there are so many, one by one: whoever waits can be told how far they are."""

NOTHING = Entered("", (), (), ())
"""No figure at all."""


class Rows(BadData):
    """Several rows of a file are wrong: each with where it stands, and what of the file could be taken otherwise."""

    def __init__(self, errors: Errors, others: Entered = NOTHING) -> None:
        """Take the errors and where they stand, and the rows that could be taken."""
        self.errors, self.others = tuple(errors), others
        super().__init__(N_("{count} rows are wrong; nothing was written."), count=len(errors))


def record(workspace: Workspace, draft: Draft) -> Entered:
    """Record one figure that was typed; whoever enters it has supplied it where nobody else is named."""
    door = Door(workspace, workspace.database())
    for _where, error in door.pass_in([evolve(draft, supplied_by=draft.supplied_by or workspace.person)]):
        raise error
    return door.close("record", dry_run=not door.changes)  # what says again what is recorded leaves no receipt


def import_figures(
    workspace: Workspace,
    name: str,
    content: bytes,
    read: Read,
    *,
    dry_run: bool = False,
    answers: Sequence[str] = (),
    passing: Passing = lambda rows, _count: rows,
) -> Entered | Receipt:
    """Record the figures of a file, all or none; where a file of that content was taken before, return its receipt.

    Args:
        workspace: Where.
        name: Name of the file.
        content: Its bytes.
        read: Reads it.
        dry_run: Whether nothing is written.
        answers: What is answered of cells that are asked about, "C5=0"; recorded with the figures, or not at all.
        passing: Gives the rows on.

    Raises:
        Rows: where something of it is wrong, or asked and not answered.
        BadData: where it cannot be read, and where an answer is none of the readings that its cell has.
    """
    digest = hashlib.sha256(content).hexdigest()
    database = workspace.database(read_only=dry_run)
    with database.reading() as held:
        if earlier := held.find_receipt(digest):
            return earlier
        remembered = held.entries(ReadingGiven, None)
    clean(PurePath(name).name)
    settling = CellAnswers(remembered, answers, name, workspace.person)
    while True:  # a cell that was answered may let another one be looked at
        drafts, unread, said = read(name, content, settling.cells)
        door = Door(workspace, database, said)
        count, rows = len(drafts), [draft for draft in drafts if isinstance(draft, Draft)]
        texts, untold = _texts(workspace, [draft for draft in drafts if isinstance(draft, TextDraft)])
        del drafts
        errors = [*unread, *untold, *door.pass_in(passing(_let_go(rows), len(rows)))]
        if not settling.settle(errors):
            break
    settling.need_all_used()
    if errors:
        raise Rows(sorted(errors, key=lambda pair: pair[0].position), door.close("import", dry_run=True))
    door.say(settling.told())
    return door.close("import", dry_run=dry_run, texts=texts, answers=settling.given, file_name=name, sha256=digest, rows=count)


def _let_go(rows: list[Draft]) -> Iterator[Draft]:
    """Yield rows and hold none that was yielded: those of a large file take as much memory as the figures that are made of them."""
    rows.reverse()
    while rows:
        yield rows.pop()


def _texts(workspace: Workspace, drafts: Sequence[TextDraft]) -> tuple[list[Narrative], Errors]:
    """Return what is new among texts, and what is wrong with the others."""
    new: list[Narrative] = []
    errors: list[tuple[Origin, Refusal]] = []
    for draft in drafts:
        try:
            narrative = admit(workspace, draft)
        except Refusal as error:
            errors.append((draft.where, error))
        else:
            new += [narrative] if narrative is not None else []
    return new, errors


def refused(workspace: Workspace, drafts: Sequence[Draft]) -> Errors:
    """Return what is wrong with the drafts that a workspace like this one would not take if nothing were recorded in it yet."""
    return [*Door(workspace, workspace.database(read_only=True), empty=True).pass_in(drafts)]
