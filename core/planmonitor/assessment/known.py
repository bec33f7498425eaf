"""What is known of a place at one moment: the input of an assessment."""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from planmonitor.assessment.records import Acceptance, Figure, MemberUnit, Sending
from planmonitor.assessment.workdays import Calendar
from planmonitor.model.plans import Plan


@frozen
class Known:
    """What is known at one moment: the input of an assessment."""

    figures: tuple[Figure, ...] = ()
    """Recorded figures of the place, the latest revision of each."""
    units: tuple[MemberUnit, ...] = ()
    """Registered members of groups."""
    acceptances: tuple[Acceptance, ...] = ()
    """Approved explanations of shortfalls."""
    sendings: tuple[Sending, ...] = ()
    """What happened to reports: sent, received, returned."""
    journal: tuple[Figure, ...] = ()
    """Revisions of what reports on events carry, for what the last one sent told of."""
    since: date | None = None
    """The day of the first entry; None while there is none."""
    elsewhere: tuple[Figure | MemberUnit | Sending, ...] = ()
    """What the same workspace recorded under a place that it no longer names."""
    plans: tuple[Plan, ...] = ()
    """The plans the place follows: what one counts over its own days another one asks about."""
    calendar: Calendar = field(factory=Calendar)
    """The days off and make-up working days the place has named."""
