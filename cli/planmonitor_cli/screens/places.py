"""Places of the official list on the screen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import date

from planmonitor.names import LISTED
from planmonitor.places.listed import KINDS, Act, ListedPlace, State
from planmonitor.places.register import Register, acts
from planmonitor_exchange.machine.rows import Row
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.layout import wrapped

HEADERS = (N_("Code"), N_("Name"), N_("Lies in"), N_("Remark"))


def place_row(known: Register, place: ListedPlace, day: date, say: Speaker) -> Row:
    """Return the line of a place: code, name, what it lies in on a day, and what is to be said of it."""
    called, _, above = known.name_on(place, day).partition(", ")
    return place.code, called, above, "; ".join(_remarks(known, place, day, say))


def _remarks(known: Register, place: ListedPlace, day: date, say: Speaker) -> Iterator[str]:
    """Yield what is to be said of a place in a list: what lies in it, since when it is what it is, what became of it."""
    if place.level == "province" and place.exists_on(day):
        yield counts(known, place, day)
    state = place.on(day)
    if state.since is not None and state is not place.states[0]:
        yield say(N_("{kind} since {day}"), kind=state.kind, day=state.since)
    if place.former:
        yield _ending(known, place, day, say)
    if place.unchecked:
        yield say(N_("not checked against {act}"), act=place.unchecked)


def _ending(known: Register, place: ListedPlace, day: date, say: Speaker) -> str:
    named = [f"{found.on(day).called} ({found.code})" for found in known.became(place)]
    told = N_("until {day}, divided among {successors}") if place.split else N_("until {day}, now {successors}")
    return say(told, day=place.ended, successors=(*named[:LISTED], *(["…"] if len(named) > LISTED else [])))


def counts(known: Register, place: ListedPlace, day: date) -> str:
    """Return how many places of each kind lay in a place on a day: "66 xã, 33 phường"."""
    found = Counter(item.on(day).kind for item in known.inside(place, day))
    return ", ".join(f"{found[kind]} {kind}" for kind in KINDS if found[kind])


def place_lines(known: Register, place: ListedPlace, day: date, say: Speaker) -> Iterator[str]:
    """Yield all that is known of a place: its names and what it lay in by day, what it was made of, or what became of it."""
    yield known.in_full(place, day)
    seen = min(day, place.ended or day)
    if inside := counts(known, place, seen):
        command = f"monitor places list --in {place.code}" + (f" --as-of {seen}" if place.former else "")
        yield from (say(N_("In it: {counts}. See:"), counts=inside), f"    {command}")
    yield from _what_became(known, place, day, say) if place.former else _what_is(known, place, day, say)


def _what_became(known: Register, place: ListedPlace, day: date, say: Speaker) -> Iterator[str]:
    """Yield until when a former place existed, and all that it became part of."""
    yield say(N_("It existed until {day}; today in its stead:"), day=place.ended)
    yield from (f"- {known.in_full(found, day)}" for found in known.became(place))
    if place.split:
        yield wrapped(say(N_("It was divided: its figures are never shared out among these.")))


def _what_is(known: Register, place: ListedPlace, day: date, say: Speaker) -> Iterator[str]:
    """Yield the names of a place that exists and what it lay in by day, what it was made of, others of its name, and the acts."""
    times = known.history(place)
    yield from ("", say(N_("Its name and what it lies in, by day:")))
    yield from (wrapped(_time(known, place, time, say), "- ", "  ") for time in times)
    if place.unchecked:
        yield wrapped(say(N_("Not checked against {act}: not all places that it changes are known here."), act=place.unchecked))
    if made_of := known.made_of(place):
        yield from ("", say(N_("Made of, until {day}:"), day=made_of[0].ended))
        yield from (wrapped(_origin(known, place, former, day, say), "- ", "  ") for former in made_of)
    if others := [other for other in known.bearing(place.on(day).called) if other.code != place.code]:
        yield from ("", say(N_("Others of its name:")), *(f"- {known.in_full(other, day)}" for other in others))
    numbers = {time.act for time in times} | {place.unchecked}
    yield from ("", say(N_("Acts:")), *(wrapped(_act(act, say), "- ", "  ") for act in acts().values() if act.number in numbers))


def _time(known: Register, place: ListedPlace, time: State, say: Speaker) -> str:
    """Return the line of a time of a place."""
    named = known.name_on(place, time.since or date.min)
    if time.until is None:
        return say(N_("from {start}: {place} ({act})"), start=time.since, place=named, act=time.act)
    return say(N_("from {start} to {end}: {place} ({act})"), start=time.since, end=time.until, place=named, act=time.act)


def _origin(known: Register, place: ListedPlace, former: ListedPlace, day: date, say: Speaker) -> str:
    """Return the line of a former place that another was made of; of one that was divided also who has the rest."""
    if not former.split:
        return known.in_full(former, day)
    others = tuple(known.in_full(found, day) for found in known.became(former) if found.code != place.code)
    return say(N_("{place}: a part of it; the rest went to {others}"), place=known.in_full(former, day), others=others)


def _act(act: Act, say: Speaker) -> str:
    """Return the line of an act: from when it holds and where it was read."""
    unseen = N_("{act}, in force from {day}, as told by {where}; the act itself was not seen.")
    return say(N_("{act}, in force from {day}, read in {where}.") if act.seen else unseen, act=act.number, day=act.in_force, where=act.read_in)
