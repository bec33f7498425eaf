"""The register: the official list as it is looked up, by code, by name in any accents, by what lies in what, and by words.

The list is a text file with one line for every place and time, what exists before what was, each by number of digits and code: a line is
found by halving, and every line ends in what its place is found by. Only the lines that are asked for are looked at.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from attrs import evolve

from planmonitor.names import fold, slug
from planmonitor.places.listed import KINDS, Act, ListedPlace, State

PLACES = Path(__file__).parent / "places.tsv"
ACTS = Path(__file__).parent / "acts.toml"
"""What the list is, and the acts laid over it; both are data that `build_places.py` brings together."""

_WRITTEN = re.compile(r"(?P<own>[^,()]*)(?P<above>(?:,[^,()]*)*)(?:\((?P<code>\d{2,5})\))?")
"""A place as people write it: "xã Vân Sơn", "xã Vân Sơn, tỉnh Bắc Ninh", "xã Vân Sơn, tỉnh Bắc Ninh (07621)"."""
_BETWEEN_WORDS = re.compile("[^\\w\u0300-\u036f]+")
_CITY = re.compile(r"^\s*tp(?:\.\s*|\s+)", re.IGNORECASE)


def key_of(name: str) -> str:
    """Return what a name is found by: its words in small ASCII letters."""
    return slug(fold(name), longest=len(name) + 1).replace("-", " ")


_KINDS = tuple(map(key_of, KINDS))


@cache
def register() -> Register:
    """Return the register; its file is opened the first time that somebody asks."""
    return Register(PLACES.read_text(encoding="utf-8"))


@cache
def acts() -> dict[str, Act]:
    """Return by number the act that drew up the list, and those that changed it."""
    import tomllib

    told = tomllib.loads(ACTS.read_text(encoding="utf-8"))
    known = (Act(item["number"], item["in_force"], item["read_in"], item["seen"]) for item in (told["list"], *told["acts"]))
    return {act.number: act for act in known}


class Register:
    """The places of the list."""

    def __init__(self, text: str) -> None:
        """Take the text of the list."""
        self._text = text

    def coded(self, code: str) -> tuple[ListedPlace, ...]:
        """Return the places of a code: the one that exists, then the former one; none where the list has no such code."""
        return tuple(place for former in (False, True) if (place := self._coded(code, former=former)) is not None)

    def called(self, name: str) -> tuple[ListedPlace, ...]:
        """Return the places that go, or went, by a name, alone or with what they lie in: those that exist, then the former ones.

        The name may be written with its code behind it. Words with accents mean no others; a name without any means all that it may be.
        """
        own, above, code = _parts(name)
        found = self._at(sorted(start for key in _keys(own) for start in self._lines_with(f"\t{key}\n")))
        there = [place for place in found if code in {"", place.code} and self._lies_in(place, above)]
        return tuple([place for place in there if _goes_by(place, own, exactly=True)] or (place for place in there if _goes_by(place, own)))

    def holding(self, text: str) -> tuple[ListedPlace, ...]:
        """Return the places whose name holds all words of a text, or that have it as their code; those that it names in full come first.

        The word for a kind alone is no search: it finds nothing.
        """
        own, above, _code = _parts(text)
        if own.isascii() and own.isdigit() and (coded := self.coded(mended(own))):
            return coded
        key = key_of(own)
        words = set(key.split())
        if not words or key in _KINDS:
            return ()
        found: dict[int, str] = {start: self._key(start) for start in self._lines_with(max(words, key=len))}
        whole = _keys(own)
        starts = sorted((start for start, held in found.items() if words <= set(held.split())), key=lambda start: found[start] not in whole)
        return tuple(place for place in self._at(starts) if _has_words(place, own) and self._lies_in(place, above))

    def bearing(self, name: str) -> tuple[ListedPlace, ...]:
        """Return the places that exist and bear a name, whatever their kind and whatever they lie in: "xã Vân Sơn" is one of three."""
        words = _parts(name)[0].split()
        kind = next((len(kind.split()) for kind in KINDS if key_of(" ".join(words)).startswith(f"{key_of(kind)} ")), 0)
        return tuple(place for place in self.called(" ".join(words[kind:])) if not place.former)

    def like(self, name: str) -> tuple[ListedPlace, ...]:
        """Return up to three places that exist and whose names come near a mistyped one; one who names what it lies in means no place elsewhere."""
        from difflib import get_close_matches

        own, above, _code = _parts(name)
        starts: dict[str, list[int]] = {}
        for start in self._block(0, self._first(former=True)):
            starts.setdefault(self._key(start), []).append(start)
        for key in list(starts):
            kind = next((kind for kind in _KINDS if key.startswith(f"{kind} ")), "")
            starts.setdefault(key.removeprefix(f"{kind} "), []).extend(starts[key])
        near = get_close_matches(key_of(own), starts, n=9, cutoff=0.8)
        found = (place for key in near for place in self._at(starts[key]) if self._lies_in(place, above))
        return tuple(dict.fromkeys(found))[:3]

    def provinces(self, day: date) -> tuple[ListedPlace, ...]:
        """Return the provinces and cities that existed on a day."""
        blocks = ((self._first(former=former, digits=2), self._first(former=former, digits=3)) for former in (False, True))
        return tuple(place for first, last in blocks for place in self._at(self._block(first, last)) if place.exists_on(day))

    def inside(self, above: ListedPlace, day: date) -> tuple[ListedPlace, ...]:
        """Return what lay directly in a place on a day."""
        found = self._at(self._lines_with(f"\t{above.code}\t"))
        return tuple(place for place in found if place.former == above.former and place.exists_on(day) and place.on(day).within == above.code)

    def became(self, place: ListedPlace) -> tuple[ListedPlace, ...]:
        """Return the places that a former one became part of."""
        return tuple(found for code in place.successors if (found := self._coded(code, former=False)) is not None)

    def made_of(self, place: ListedPlace) -> tuple[ListedPlace, ...]:
        """Return the former places of its own level that a place was made of, wholly or with a piece."""
        around = (("\t", "\t"), ("\t", " "), (" ", " "), (" ", "\t"))
        found = self._at(sorted({start for before, behind in around for start in self._lines_with(f"{before}{place.code}{behind}")}))
        return tuple(former for former in found if place.code in former.successors and former.level == place.level and not place.former)

    def above(self, place: ListedPlace, day: date) -> ListedPlace | None:
        """Return what a place lay in on a day; None of a province."""
        within = place.on(day).within
        return self._coded(within, former=place.former) if within else None

    def name_on(self, place: ListedPlace, day: date) -> str:
        """Return what a place was called on a day, with all that it lay in: "xã Vân Sơn, thành phố Bắc Ninh"."""
        named = [place.on(day).called]
        while (above := self.above(place, day)) is not None:
            named.append(above.on(day).called)
            place = above
        return ", ".join(named)

    def in_full(self, place: ListedPlace, day: date) -> str:
        """Return what a place was called on a day, with all that it lay in and its code."""
        return f"{self.name_on(place, day)} ({place.code})"

    def history(self, place: ListedPlace) -> tuple[State, ...]:
        """Return the times of a place, each from a change of its own or of what it lies in to the next: its state, with the act that began it."""
        begins = place.states[0].since
        if begins is None:
            return place.states
        chain = [place]
        while (above := self.above(chain[-1], begins)) is not None:
            chain.append(above)
        begun: dict[date, str] = {}
        for item in reversed(chain):  # an act on the place itself tells more than one on what it lies in
            begun |= {state.since: state.act for state in item.states if state.since is not None and state.since >= begins}
        since = sorted(begun)
        ends = [*(day - timedelta(days=1) for day in since[1:]), place.ended]
        return tuple(evolve(place.on(first), since=first, until=last, act=begun[first]) for first, last in zip(since, ends, strict=True))

    def _lies_in(self, place: ListedPlace, above: tuple[str, ...]) -> bool:
        """Return whether a place lies, or once lay, in all places named."""
        day = place.states[-1].until or place.states[-1].since or date.max
        around = []
        while above and (found := self.above(place, day)) is not None:
            around.append(place := found)
        return all(any(_goes_by(item, part) for item in around) for part in above)

    # Lines, each by where it starts

    def _lines_with(self, words: str) -> Iterator[int]:
        """Yield the lines that hold some words."""
        found = self._text.find(words)
        while found >= 0:
            yield self._start(found)
            found = self._text.find(words, self._end(found))

    def _block(self, first: int, last: int) -> Iterator[int]:
        """Yield the lines from one to before another."""
        while first < last:
            yield first
            first = self._end(first)

    def _first(self, *, former: bool, digits: int = 0, code: str = "") -> int:
        """Return the first line that is not before a code, by halving what is left."""
        wanted, low, high = (former, digits, code), 0, len(self._text)
        while low < high:
            start = self._start((low + high) // 2)
            if self._order(start) < wanted:
                low = self._end(start)
            else:
                high = start
        return low

    def _coded(self, code: str, *, former: bool) -> ListedPlace | None:
        start = self._first(former=former, digits=len(code), code=code)
        found = start < len(self._text) and self._order(start) == (former, len(code), code)
        return self._read(start) if found else None

    def _at(self, starts: Iterable[int]) -> Iterator[ListedPlace]:
        """Yield the places that some lines are of, each once."""
        seen = set()
        for start in starts:
            code = self._text[start : self._text.index("\t", start) + 1]
            first = start
            while first > 0 and self._text.startswith(code, before := self._start(first - 1)):
                first = before
            if first not in seen:
                seen.add(first)
                yield self._read(first)

    def _read(self, start: int) -> ListedPlace:
        """Return the place whose first line starts there; its others follow."""
        code, _, _ = self._text[start : self._end(start)].partition("\t")
        states = []
        cells: list[str] = []
        while self._text.startswith(f"{code}\t", start):
            cells = self._text[start : self._end(start)].split("\t")
            states.append(_state(*cells[1:7]))
            start = self._end(start)
        return ListedPlace(code, tuple(states), tuple(cells[7].split()), cells[8])

    def _order(self, start: int) -> tuple[bool, int, str]:
        """Return by what a line stands where it stands."""
        code, _kind, _name, _within, since, _rest = self._text[start : self._end(start)].split("\t", 5)
        return since == "", len(code), code

    def _key(self, start: int) -> str:
        """Return what the place of a line is found by."""
        end = self._end(start) - 1
        return self._text[self._text.rindex("\t", start, end) + 1 : end]

    def _start(self, position: int) -> int:
        return self._text.rfind("\n", 0, position) + 1

    def _end(self, position: int) -> int:
        return self._text.index("\n", position) + 1


def mended(code: str) -> str:
    """Return a code with the zero in front that a spreadsheet drops from one of five digits."""
    return f"0{code}" if re.fullmatch("[0-9]{4}", code) else code


def _parts(name: str) -> tuple[str, tuple[str, ...], str]:
    """Return a name's own part, the names of what it lies in, and its code; "TP" is read as the word it stands for."""
    plain = " ".join(unicodedata.normalize("NFC", name).split())
    match = _WRITTEN.fullmatch(plain)
    own, above, code = (match["own"], match["above"], match["code"] or "") if match else (plain, "", "")
    around = tuple(_CITY.sub("thành phố ", part).strip() for part in above.split(",") if part.strip())
    return _CITY.sub("thành phố ", own).strip(), around, code


def _words(name: str) -> list[str]:
    """Return the words of a name as they are compared (`planmonitor.names.fold`)."""
    return [word for word in _BETWEEN_WORDS.split(fold(name)) if word]


def _is_word(typed: str, word: str) -> bool:
    """Return whether a typed word is that one, or that one without its accents; one with other accents is another word."""
    return typed == word or (typed.isascii() and typed == key_of(word))


def _goes_by(place: ListedPlace, name: str, *, exactly: bool = False) -> bool:
    """Return whether a place goes, or went, by a name with its kind or without; accents may be missing, unless it must be so `exactly`."""
    typed = _words(name)
    spelled = (_words(called) for state in place.states for called in (state.called, state.name))
    return any(typed == words or (not exactly and len(typed) == len(words) and all(map(_is_word, typed, words))) for words in spelled)


def _has_words(place: ListedPlace, typed: str) -> bool:
    """Return whether the name of a place has the typed words: those without accents it is known to have."""
    accented = {word for word in typed.casefold().split() if not word.isascii()}
    if any(accented <= set(state.called.casefold().split()) for state in place.states):
        return True  # as a rule it is written as it was typed, and need not be taken apart
    folded = {word for word in _words(typed) if not word.isascii()}
    return any(folded <= set(_words(state.called)) for state in place.states)


def _state(kind: str, name: str, within: str, since: str, until: str, act: str) -> State:
    """Return the state that the cells of a line say."""
    return State(kind, name, within, date.fromisoformat(since) if since else None, date.fromisoformat(until) if until else None, act)


def _keys(own: str) -> set[str]:
    """Return by what a name is found that may stand without its kind."""
    key = key_of(own)
    return {key, *(f"{kind} {key}" for kind in _KINDS)} if key else set()
