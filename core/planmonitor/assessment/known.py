"""What is known of a place at one moment: the input of an assessment."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from attrs import field, frozen

from planmonitor.assessment.acts import Acceptance, Closing, Reported, Sending, Waiver
from planmonitor.assessment.records import Figure, MemberUnit
from planmonitor.assessment.workdays import Calendar
from planmonitor.model.definitions import Definition
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
    waivers: tuple[Waiver, ...] = ()
    """Findings that need not be dealt with, in the order they were waived."""
    sendings: tuple[Sending, ...] = ()
    """What happened to reports: sent, received, returned."""
    reported: tuple[Reported, ...] = ()
    """What reports told of each figure, in the order they were recorded."""
    estimates: tuple[Figure, ...] = ()
    """Estimates that a later revision replaced, in the order they were recorded."""
    journal: tuple[Figure, ...] = ()
    """Revisions of what reports on events carry, and of what those carry of which nobody noted what they told: the journal tells what letters told,
    and since when a case stands."""
    taken_back: Mapping[int, str] = field(factory=dict)
    """Why figures were taken back, by the revision that was."""
    since: date | None = None
    """The day of the first entry; None while there is none."""
    elsewhere: tuple[Figure | MemberUnit | Sending, ...] = ()
    """What the same workspace recorded under a place that it no longer names."""
    plans: tuple[Plan, ...] = ()
    """The plans the place follows: what one counts over its own days another one asks about."""
    definitions: tuple[Definition, ...] = ()
    """How that is counted which none of them counts any more, and of which a case implies a case of something else (`Definition.implies`)."""
    closings: tuple[Closing, ...] = ()
    """The reporting years that were closed."""
    calendar: Calendar = field(factory=Calendar)
    """The days off and make-up working days the place has named."""

    def implying(self, plan: Plan) -> tuple[Definition, ...]:
        """Return all definitions of which a case implies one of something else: those of a plan, and those that other plans count or counted by."""
        counted = (measure.definition for one in (*self.plans, plan) for measure in one.measures)
        found = {definition.key: definition for definition in (*self.definitions, *counted)}
        return tuple(definition for definition in found.values() if definition.implies)
