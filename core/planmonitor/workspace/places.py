"""Places that people name, as the official list has them: which one is meant, and what it is called on a day.

Nothing here is looked at for a place that goes by its code: whoever opens a workspace does not open the list.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from planmonitor.messages import N_, Hint, Message, UnknownName
from planmonitor.model.places import Place
from planmonitor.names import LISTED

if TYPE_CHECKING:
    from planmonitor.places.listed import ListedPlace
    from planmonitor.places.register import Register

SEVERAL = N_("Several places are called '{name}': {places}.")


def is_code(named: str) -> bool:
    """Return whether a place is named by digits alone."""
    return named.isascii() and named.isdigit()


def listed(named: str, day: date, earlier: date | None = None) -> ListedPlace | None:
    """Return the place of the list that somebody names, by its code or by its name in any accents; None for a name that the list has not.

    Args:
        named: What was typed.
        day: Today: places are told by the names of that day.
        earlier: A former place is meant too, if it existed on this day: so a plan of earlier years may name its district. None for no such day.

    Raises:
        UnknownName: for a code that no place has, a name that several bear, and a place that had ended: its successors are named.
    """
    found = named_so(named)
    there = [place for place in found if not place.former]
    if len(there) == 1:
        return there[0]
    if there:
        raise UnknownName(SEVERAL, Hint.of("name-which-place"), name=named, places=_told(_bearing(named, there), day))
    were = [place for place in found if earlier is not None and place.exists_on(earlier)]
    if len(were) == 1:
        return were[0]
    if len(found) == 1:
        told = became(found[0], day)
        raise UnknownName(told.template, Hint.of("name-successor"), **told.values)
    if found:
        several = N_("'{name}' exists no more, and several places were called so: {places}.")
        raise UnknownName(several, Hint.of("search-places"), name=named, places=_told(found, day))
    if is_code(named):
        raise UnknownName(N_("No place has the code {code}."), Hint.of("search-places"), code=named)
    return None


def looked_up(named: str, day: date, *, around: bool = False) -> ListedPlace:
    """Return the one place, former ones among them, that somebody names by code or name: the one that existed on a day before any other.

    Args:
        named: What was typed.
        day: The day.
        around: Whether it is one that others lie in: a province, city or district.

    Raises:
        UnknownName: for a code or a name that the list has not, and for a name that several bear.
    """
    found = named_so(named)
    found = tuple(place for place in found if place.level != "commune") or found if around else found
    there = [place for place in found if place.exists_on(day)] or [place for place in found if not place.former] or found
    if len(there) == 1:
        return there[0]
    if there:
        several = there if all(place.former for place in there) else _bearing(named, there)
        raise UnknownName(SEVERAL, Hint.of("name-which-place"), name=named, places=_told(several, day))
    if is_code(named):
        raise UnknownName(N_("No place has the code {code}."), Hint.of("search-places"), code=named)
    near = alike(named, day)
    hint = Message.of(N_("Did you mean: {near}?"), near=near) if near else Hint.of("search-places")
    raise UnknownName(N_("No place is called '{name}'."), hint, name=named)


@lru_cache(maxsize=256)  # a file of figures names the same place in every row
def named_so(named: str) -> tuple[ListedPlace, ...]:
    """Return the places of the list that go, or went, by a code or a name: those that exist, then the former ones."""
    from planmonitor.places.register import mended

    return _register().coded(mended(named)) if is_code(named) else _register().called(named)


def key_meant(named: str, places: Iterable[Place], day: date, earlier: date | None = None) -> str:
    """Return under what the figures of a place are recorded that somebody names; the name itself where neither a plan nor the list has it.

    Args:
        named: What was typed.
        places: The places of the plans that may be meant.
        day: Today.
        earlier: As of `listed`.

    Raises:
        UnknownName: as `listed`, unless a plan goes by that code, or by the name of a place that the list has not or no more.
    """
    own = next((place for place in places if place.is_called(named)), None)
    if own is not None and (is_code(named) or own.code is None or all(place.former for place in named_so(named))):
        return own.key
    found = listed(named, day, earlier)
    return named if found is None else found.code


def of_year(end: date) -> date:
    """Return the day on which the place of a plan has to have existed, if it does not exist today: the first of the year in which the plan ends."""
    return date(end.year, 1, 1)


def place_named(named: str, day: date, end: date) -> Place | None:
    """Return the place that somebody names as a plan of a day prints it; None for a name that the list has not.

    Args:
        named: What was typed.
        day: The day whose names are printed.
        end: The last day of the plan.

    Raises:
        UnknownName: as `listed`.
    """
    found = listed(named, day, of_year(end))
    if found is None:
        return None
    own, *above = _register().name_on(found, day).split(", ")
    return Place(found.level, own, found.code, ", ".join(above) or None)


def place_on(place: Place, day: date) -> str:
    """Return what the place of a plan is called on a day, with what it lies in and its code; as the plan prints it where the list has it not."""
    return (code_on(place.code, day) if place.code is not None else "") or place.in_full


def code_on(code: str, day: date) -> str:
    """Return what the place of a code is called on a day, with what it lies in and the code; "" where the list has none."""
    found = named_so(code) if is_code(code) else ()
    return _register().in_full(next((place for place in found if place.exists_on(day)), found[0]), day) if found else ""


def alike(named: str, day: date) -> tuple[str, ...]:
    """Return up to three places whose names come near a mistyped one, each with what it lies in and its code; of another province none."""
    return () if is_code(named) else tuple(_register().in_full(place, day) for place in _register().like(named))


def told_of(named: str, day: date) -> Message | None:
    """Return what the list says of a place that somebody named and that is not the right one; None where it says nothing."""
    try:
        found = listed(named, day)
    except UnknownName as refused:
        return refused.message
    return None if found is None else Message.of(N_("That is {place}."), place=_register().in_full(found, day))


def became(place: ListedPlace, day: date) -> Message:
    """Return the sentence that tells until when a former place existed and what became of it: one that was divided is never shared out."""
    now = N_("{place} existed until {day} and is now in {successors}.")
    pieces = N_("{place} existed until {day} and was divided among {successors}; its figures are never shared out.")
    found = _register().became(place)  # all of them in one province
    named = [f"{item.on(day).called} ({item.code})" for item in found]
    above = {_register().name_on(upper, day) for item in found if (upper := _register().above(item, day)) is not None}
    return Message.of(pieces if place.split else now, place=_register().in_full(place, day), day=place.ended, successors=(*named, *above))


def _register() -> Register:
    from planmonitor.places.register import register

    return register()


def _bearing(named: str, found: Sequence[ListedPlace]) -> Sequence[ListedPlace]:
    """Return all places that bear a name; one that was typed with what it lies in means none elsewhere."""
    return found if "," in named else _register().bearing(named)


def _told(places: Sequence[ListedPlace], day: date) -> tuple[str, ...]:
    """Return the first of some places, each with what it lies in and its code."""
    return (*(_register().in_full(place, day) for place in places[:LISTED]), *(("…",) if len(places) > LISTED else ()))
