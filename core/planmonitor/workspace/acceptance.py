"""Noting that an authority accepted the explanation of a shortfall; no status and no count changes."""

from __future__ import annotations

from datetime import date

from planmonitor.assessment.records import Acceptance
from planmonitor.messages import N_, BadData
from planmonitor.privacy import clean
from planmonitor.workspace.opening import Workspace


def accept(workspace: Workspace, measure: str, *, body: str, reason: str, until: date, document: str = "", dated: date | None = None) -> Acceptance:
    """Record an explanation that the authority `body` accepted until a day, in a document or without one.

    Raises:
        BadData: where a day or a text cannot be.
        UnknownName: where there is no such measure.
    """
    followed, found = workspace.measure(measure)
    if until < workspace.day:
        raise BadData(N_("The acceptance would end on {until}, before today."), until=until)
    if dated is not None and dated > workspace.day:
        raise BadData(N_("The document is dated {dated}, after today."), dated=dated)
    if not body.strip() or not reason.strip():
        raise BadData(N_("The authority and the reason must not be empty."))
    accepted = Acceptance(followed.plan.measure_id(found), clean(body), clean(reason), until, document.strip(), dated, workspace.person)
    with workspace.database() as database, database.writing() as held:
        return held.accept(accepted, workspace.moment)
