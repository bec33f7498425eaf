"""Places of the official list as JSON, with the keys of docs/interface.md."""

from __future__ import annotations

from datetime import date
from typing import Any

from planmonitor.places.listed import Act, ListedPlace
from planmonitor.places.register import Register, acts


def place_json(known: Register, place: ListedPlace, day: date) -> dict[str, Any]:
    """Return a place as it was on a day, with the days between which it was so; a former one as it was at its end.

    Args:
        known: The register.
        place: The place.
        day: The day.
    """
    times = known.history(place)
    state = next((time for time in reversed(times) if time.since is None or time.since <= day), times[0])
    above = known.above(place, state.until or day)
    return {
        "code": place.code,
        "level": place.level,
        "kind": state.kind,
        "name": state.name,
        "called": state.called,
        "within": None if above is None else {"code": above.code, "called": known.name_on(above, state.until or day)},
        "start": state.since,
        "end": state.until,
        "act": state.act or None,
        "successors": place.successors,
        "split": place.split,
        "unchecked": place.unchecked or None,
    }


def whole_place_json(known: Register, place: ListedPlace, day: date) -> dict[str, Any]:
    """Return all that is known of a place: how it was on a day and at all times, what it was made of, who bears its name, and its acts.

    Args:
        known: The register.
        place: The place.
        day: The day.
    """
    times = [place_json(known, place, time.until or time.since or day) for time in known.history(place)]
    told = {act for time in times if (act := time["act"])} | ({place.unchecked} if place.unchecked else set())
    others = [other for other in known.bearing(place.on(day).called) if (other.code, other.former) != (place.code, place.former)]
    return {
        **place_json(known, place, day),
        "times": times,
        "made_of": [{"code": former.code, "called": known.name_on(former, day), "split": former.split} for former in known.made_of(place)],
        "namesakes": [{"code": other.code, "called": known.name_on(other, day)} for other in others],
        "acts": [_act_json(act) for act in acts().values() if act.number in told],
    }


def _act_json(act: Act) -> dict[str, Any]:
    return {"number": act.number, "in_force": act.in_force, "read_in": act.read_in, "seen": act.seen}
