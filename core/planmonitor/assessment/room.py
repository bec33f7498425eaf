"""What a bar from above still bears: below 7 there is room for 1 beside 5 (docs/domain.md, section 4)."""

from __future__ import annotations

from planmonitor.assessment.counted import Counted
from planmonitor.assessment.values import Room, room_left
from planmonitor.messages import N_, Message


def room_in(counted: Counted) -> Room | None:
    """Return what a flow bounded above still bears in its open year; of a rate, with the denominator that is known."""
    value, bar = counted.value, counted.bar
    below = value.denominator if value.definition.divided else 1
    if not counted.bounded_above or counted.evidence.as_of > counted.year.end or bar is None or value.counted is None or not below:
        return None
    left = room_left(counted.comparator, value.counted, below, bar, value.definition.per)
    if left is None:
        return None
    of_shares = N_("{bar}: {counted} among {denominator} so far; with that denominator there is room for {room} until {until}.")
    of_counts = (
        N_("{bar}: {counted} so far, room for {room} until {until}.") if left else N_("{bar}: {counted} so far, no room for more until {until}.")
    )
    said = Message.of(
        of_shares if value.definition.divided else of_counts,
        bar=counted.bar_words(),
        counted=counted.cases(value.counted),
        denominator=below,
        room=counted.cases(left),
        until=counted.year.end,
    )
    return Room(left, counted.year.end, said)


def exceeded_in(counted: Counted) -> Message | None:
    """Return that a flow bounded above lies over its bar already, while its year is open; None where it does not."""
    value, bar = counted.value, counted.bar
    if not counted.bounded_above or counted.evidence.as_of > counted.year.end or bar is None or value.exact is None or counted.reaches(bar):
        return None
    amount = value.amount if value.definition.divided or value.counted is None else counted.cases(value.counted)
    return Message.of(N_("the bar is exceeded: {bar}, {counted} so far"), bar=counted.bar_words(), counted=amount)
