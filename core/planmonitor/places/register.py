"""The register: the official list as it is looked up, by code, by name in any accents, by what lies in what, and by words.

The list is a text file with one line for every place and time, what exists before what was, each by number of digits and code: a line is
found by halving, and every line ends in what its place is found by. Only the lines that are asked for are read.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cache
from pathlib import Path

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
        self._lines = text.splitlines()

    def coded(self, code: str) -> tuple[ListedPlace, ...]:
        """Return the places of a code: the one that exists, then the former one; none where the list has no such code."""
        return tuple(place for former in (False, True) if (place := self._coded(code, former=former)) is not None)

    def called(self, name: str) -> tuple[ListedPlace, ...]:
        """Return the places that go, or went, by a name, alone or with what they lie in: those that exist, then the former ones.

        The name may be written with its code behind it. Words with accents mean no others; a name without any means all that it may be.
        """
        own, above, code = _parts(name)
        keys = {key_of(own), *(f"{kind} {key_of(own)}" for kind in _KINDS)} if own else set()
        ends = tuple(f"\t{key}" for key in keys)
        found = self._at(index for index, line in enumerate(self._lines) if line.endswith(ends)) if ends else ()
        there = [place for place in found if code in {"", place.code} and self._lies_in(place, above)]
        return tuple([place for place in there if _goes_by(place, own, exactly=True)] or (place for place in there if _goes_by(place, own)))

    def holding(self, text: str) -> tuple[ListedPlace, ...]:
        """Return the places whose name holds all words of a text, or that have it as their code; those that it names in full come first.

        The word for a kind alone is no search: it finds nothing.
        """
        own, above, _code = _parts(text)
        if own.isascii() and own.isdigit() and (coded := self.coded(mended(own))):
            return coded
        key, typed = key_of(own), _words(own)
        words = set(key.split())
        if not words or key in _KINDS:
            return ()
        hits = [index for index, line in enumerate(self._lines) if all(word in line for word in words) and words <= set(_key(line).split())]
        whole = {key, *(f"{kind} {key}" for kind in _KINDS)}
        hits.sort(key=lambda index: _key(self._lines[index]) not in whole)
        return tuple(place for place in self._at(hits) if _has_words(place, typed) and self._lies_in(place, above))

    def bearing(self, name: str) -> tuple[ListedPlace, ...]:
        """Return the places that exist and bear a name, whatever their kind and whatever they lie in: "xã Vân Sơn" is one of three."""
        words = _parts(name)[0].split()
        kind = next((len(kind.split()) for kind in KINDS if key_of(" ".join(words)).startswith(f"{key_of(kind)} ")), 0)
        return tuple(place for place in self.called(" ".join(words[kind:])) if not place.former)

    def like(self, name: str) -> tuple[ListedPlace, ...]:
        """Return up to three places that exist and whose names come near a mistyped one; one who names what it lies in means no place elsewhere."""
        from difflib import get_close_matches

        own, above, _code = _parts(name)
        lines: dict[str, list[int]] = {}
        for index, line in enumerate(self._lines):
            if _exists(line):
                lines.setdefault(_key(line), []).append(index)
        for key in list(lines):
            kind = next((kind for kind in _KINDS if key.startswith(f"{kind} ")), "")
            lines.setdefault(key.removeprefix(f"{kind} "), []).extend(lines[key])
        near = get_close_matches(key_of(own), lines, n=9, cutoff=0.8)
        found = (place for key in near for place in self._at(lines[key]) if self._lies_in(place, above))
        return tuple(dict.fromkeys(found))[:3]

    def provinces(self, day: date) -> tuple[ListedPlace, ...]:
        """Return the provinces and cities that existed on a day."""
        found = self._at(index for index, line in enumerate(self._lines) if line.index("\t") == 2)
        return tuple(place for place in found if place.exists_on(day))

    def inside(self, above: ListedPlace, day: date) -> tuple[ListedPlace, ...]:
        """Return what lay directly in a place on a day."""
        cell = f"\t{above.code}\t"
        found = self._at(index for index, line in enumerate(self._lines) if cell in line)
        return tuple(place for place in found if place.former == above.former and place.exists_on(day) and place.on(day).within == above.code)

    def became(self, place: ListedPlace) -> tuple[ListedPlace, ...]:
        """Return the places that a former one became part of."""
        return tuple(found for code in place.successors if (found := self._coded(code, former=False)) is not None)

    def made_of(self, place: ListedPlace) -> tuple[ListedPlace, ...]:
        """Return the former places of its own level that a place was made of, wholly or with a piece."""
        found = self._at(index for index, line in enumerate(self._lines) if place.code in line)
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
        chain, day = [place], place.states[0].since or date.max
        while (above := self.above(chain[-1], day)) is not None:
            chain.append(above)
        begun: dict[date | None, str] = {}
        for item in reversed(chain):
            begun |= {state.since: state.act for state in item.states if state.since is None or state.since >= (place.states[0].since or state.since)}
        since = sorted(begun, key=lambda found: found or date.min)
        ends = [_day_before(day) for day in since[1:]] + [place.ended]
        return tuple(State(*_first_three(place.on(first or date.min)), first, last, begun[first]) for first, last in zip(since, ends, strict=True))

    # Lines

    def _coded(self, code: str, *, former: bool) -> ListedPlace | None:
        first = bisect_left(self._lines, (former, len(code), code), key=_order)
        return next(self._at([first]), None) if first < len(self._lines) and _order(self._lines[first]) == (former, len(code), code) else None

    def _at(self, indices: Iterable[int]) -> Iterator[ListedPlace]:
        """Yield the places that some lines are of, each once."""
        seen = set()
        for index in indices:
            first, order = index, _order(self._lines[index])
            while first > 0 and _order(self._lines[first - 1]) == order:
                first -= 1
            if first not in seen:
                seen.add(first)
                yield self._read(first)

    def _read(self, first: int) -> ListedPlace:
        last, order = first + 1, _order(self._lines[first])
        while last < len(self._lines) and _order(self._lines[last]) == order:
            last += 1
        states = tuple(_state(line) for line in self._lines[first:last])
        code, *_between, successors, unchecked, _found_by = self._lines[last - 1].split("\t")
        return ListedPlace(code, states, tuple(successors.split()), unchecked)

    def _lies_in(self, place: ListedPlace, above: tuple[str, ...]) -> bool:
        """Return whether a place lies, or once lay, in all places named."""
        if not above:
            return True
        day = place.states[-1].until or place.states[-1].since or date.max
        around = []
        while (found := self.above(place, day)) is not None:
            around.append(place := found)
        return all(any(_goes_by(item, part) for item in around) for part in above)


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


def _has_words(place: ListedPlace, typed: list[str]) -> bool:
    """Return whether the name of a place has the typed words: those without accents it is known to have."""
    accented = {word for word in typed if not word.isascii()}
    return not accented or any(accented <= set(_words(state.called)) for state in place.states)


def _order(line: str) -> tuple[bool, int, str]:
    code, _kind, _name, _within, since, _rest = line.split("\t", 5)
    return since == "", len(code), code


def _key(line: str) -> str:
    return line[line.rindex("\t") + 1 :]


def _exists(line: str) -> bool:
    return line.split("\t", 6)[4:6][0] != "" and line.split("\t", 6)[5] == ""


def _state(line: str) -> State:
    _code, kind, name, within, since, until, act, _rest = line.split("\t", 7)
    return State(kind, name, within, date.fromisoformat(since) if since else None, date.fromisoformat(until) if until else None, act)


def _first_three(state: State) -> tuple[str, str, str]:
    return state.kind, state.name, state.within


def _day_before(day: date | None) -> date | None:
    return None if day is None else date.fromordinal(day.toordinal() - 1)
