"""Figures that a form asked for, held against the plans as they are now: a form that comes back may be older than they are."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date

from attrs import frozen

from planmonitor.messages import N_, BadData, Hint, Message, Text
from planmonitor.model.definitions import Definition, Population
from planmonitor.model.periods import Period
from planmonitor.names import fold
from planmonitor.workspace.opening import Workspace

_LETTERS = 16


@frozen
class AskedAs:
    """As what a form asked for a figure."""

    made: date
    """The day on which the form was made."""
    kind: str
    """How it was counted, or "population"."""
    label: str = ""
    """What the form calls it; "" where it does not say."""
    counting: str = ""
    """What `counting_of` gave then; "" where the form does not say."""


def counting_of(counted: Definition | Population, period: Period) -> str:
    """Return in some letters what is counted, and of which days: other letters are another figure, whatever it is called.

    Of what is divided the words above and below the line say what is counted; of all else its label does.
    """
    if isinstance(counted, Population):
        said: tuple[object, ...] = (counted.label.vi, counted.noun.vi)
    else:
        words = (counted.numerator, counted.denominator) if counted.divided else (counted.label, counted.noun)
        condition = counted.condition.vi if counted.condition else ""
        said = (counted.kind, counted.counts, counted.over_time, counted.maximum, condition, *(text.vi for text in words if text is not None))
    written = "\n".join(map(str, (*said, period.start, period.end)))
    return hashlib.sha256(written.encode()).hexdigest()[:_LETTERS]


def check_still_asked(workspace: Workspace, asked: AskedAs, measure: str) -> None:
    """Raise a BadData where the plans followed have no measure or base figure of an id any more; near names are no answer."""
    if measure in workspace.measures() or measure in workspace.catalogue.populations:
        return
    plan = next((plan for plan in workspace.followed() if measure.startswith(f"{plan.id}/")), None)
    if plan is not None:
        gone = N_("The form was made on {made} and is older than the plan: plan {plan} has '{name}' no more.")
    else:
        gone = N_("The form of {made} asks for '{name}' of a plan that is not followed here, or cannot be read.")
    named = plan.called if plan is not None else ""
    raise BadData(gone, Hint.of("empty-or-new-form"), made=asked.made, plan=named, name=asked.label or measure).of_field("measure")


def check_counted_alike(asked: AskedAs, counted: Definition | Population, period: Period) -> None:
    """Raise a BadData where a figure is no longer counted as it was when the form was made."""
    kind = "population" if isinstance(counted, Population) else counted.kind
    if asked.kind != kind or (asked.counting and asked.counting != counting_of(counted, period)):
        other = N_("The form was made on {made} and is older than the plan: '{name}' is counted in another way, or over other days, now.")
        raise BadData(other, Hint.of("empty-or-new-form"), made=asked.made, name=asked.label or counted.label).of_field("measure")


def renamed(asked: AskedAs, label: Text) -> Iterator[Message]:
    """Yield that a form calls a figure otherwise than the plan does now."""
    if asked.label and fold(asked.label) not in {fold(label.vi), fold(label.en)}:
        other = N_("The form was made on {made} and is older than the plan: what it calls '{then}' is called '{now}' now.")
        yield Message.of(other, made=asked.made, then=asked.label, now=label)
