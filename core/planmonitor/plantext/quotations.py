"""What a plan quotes from its document, and how much of the document's text that is.

How the share is measured. Only letters count, and words are compared as names are: whatever their composition, case and place of
tone marks; a mark that slipped behind the space or comma after its word ("xa ̃hội") is read with that word. A quotation is laid
on the text where it stands whole, word for word, and holds the letters there: on one place, the first that is not held yet, so
that a sentence printed twice is held twice only where the plan has it twice, each with its section. Words that are scattered, or
a quotation that differs by a word, hold nothing; a quotation of fewer than `SHORT` words ("Công an xã") only a line of its own.
Of a quotation that stands nowhere whole (the title of the plan, with its place) the lines that stand whole within it are held.
Numbers of headings ("IV.", "a)") and marks of emphasis and footnotes are no words.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence

from attrs import field, frozen

from planmonitor.model.plans import Measure, Plan
from planmonitor.model.sources import Source
from planmonitor.names import fold

SHORT = 4
"""A quotation of fewer words may stand anywhere by chance."""

_NUMBER = re.compile(r"^[\W_]*(?:(?:[IVXLC]+|\d+(?:\.\d+)*)[.)]|[a-zđ]\))\s")
_MARKS = re.compile(r"<[^<>]*>")
_WORD = re.compile("(?:[^\\W\\d_]|[\u0300-\u036f])+")
_STRAY = re.compile("(?<=[^\\W\\d_]|[\u0300-\u036f])([ \u00a0]|[,.;:)] ?)([\u0300-\u036f]+)")


@frozen
class Quotation:
    """Words of the document that a plan holds."""

    place: str
    """Where they stand: a section, or the part of the plan that holds them."""
    words: str
    """The words, as printed."""


def quotations(plan: Plan) -> tuple[Quotation, ...]:
    """Return all that a plan quotes word for word from its own document: text, lines, clauses, tasks, money, names of units, and its two ends."""
    document = plan.document
    sources = [*plan.budget, *(duty.source for duty in plan.duties), *(rhythm.source for rhythm in plan.rhythms)]
    sources += [source for measure in plan.measures for source in _sources(measure)]
    found = [Quotation(source.section, source.clause) for source in sources if source.document == document]
    found += [Quotation(line.measures[0].source.section, line.text) for line in plan.indicators if line.measures[0].source.document == document]
    found += [Quotation(task.section, task.text) for unit in plan.units for task in unit.tasks]
    found += [Quotation(f"unit:{unit.id}", name) for unit in plan.units for name in (unit.name, *unit.also)]
    for section in plan.sections:
        found += [Quotation(f"heading:{section.section}", section.heading), *(Quotation(section.section, words) for words in section.paragraphs)]
    for name in ("implements", "closing", "recipients", "signatory"):
        found += [Quotation(name, words) for words in getattr(document, name)]
    return tuple(dict.fromkeys(found))


def _sources(measure: Measure) -> Iterator[Source]:
    """Yield the sentences behind a measure: its own, those of milestones and of base figures."""
    yield measure.source
    for target in measure.targets:
        yield from (milestone.source for milestone in target.milestones)
        if target.baseline is not None and target.baseline.source is not None:
            yield target.baseline.source


@frozen
class Word:
    """One word of a text."""

    compared: str
    """As it is compared."""
    letters: int
    """How many letters it has."""
    start: int
    """Where it begins in its line."""
    end: int
    """Where it ends."""


def with_marks_back(text: str) -> str:
    """Return a text with the tone marks that stand behind the space or comma after their word put back on it: "xa,̃" is "xã,"."""
    return _STRAY.sub(r"\2\1", text)


def folded_text(text: str) -> str:
    """Return a text as it is compared, punctuation included: every word folded, with one space between two."""
    return " ".join(_WORD.sub(lambda word: fold(word.group()), with_marks_back(text)).split())


def words_of(text: str) -> tuple[Word, ...]:
    """Return the words of a line, without the number and the marks in it."""
    plain = _MARKS.sub(lambda mark: " " * len(mark.group()), text)
    plain = _NUMBER.sub(lambda number: " " * len(number.group()), plain)
    return tuple(Word(fold(item.group()), _letters(item.group()), item.start(), item.end()) for item in _WORD.finditer(plain))


def _letters(word: str) -> int:
    return sum(letter.isalpha() for letter in unicodedata.normalize("NFC", word))


@frozen
class Left:
    """What a plan does not hold of one line of its document."""

    line: int
    """The number of the line."""
    words: str
    """The words as printed; "…" where others, which it holds, stand between."""


@frozen
class Held:
    """How much of a document its plan holds."""

    letters: int
    """The letters of the document."""
    held: int
    """Those that its plan holds."""
    rest: tuple[Left, ...] = field(repr=False)
    """What it does not hold, line by line."""

    def is_at_least(self, percent: int) -> bool:
        """Return whether the plan holds so many percent of the letters."""
        return self.held * 100 >= percent * self.letters


def held_of(text: str, plan: Plan) -> Held:
    """Return how much of a document's text a plan holds, measured as the head of this module says."""
    lines = [(number, line, words_of(line)) for number, line in enumerate(with_marks_back(text).splitlines(), 1)]
    document = _Laid([words for _number, _line, words in lines])
    printed = [Quotation("objectives", item.text) for item in plan.objectives]
    printed += [Quotation("document", words) for words in (plan.document.title.vi, plan.document.issuer)]
    # The longest first: what stands inside a longer quotation of its own section is held there.
    pieces = [(item.place, [word.compared for word in words_of(item.words)]) for item in (*quotations(plan), *printed)]
    for place, quoted in sorted(pieces, key=lambda piece: -len(piece[1])):
        document.lay(place, quoted)
    rest, at = [], 0
    for number, line, words in lines:
        free = [word for word, place in zip(words, document.places[at : at + len(words)], strict=True) if place is None]
        at += len(words)
        if free:
            rest.append(Left(number, _printed(line, words, free)))
    everything = [word for _number, _line, words in lines for word in words]
    held = sum(word.letters for word, place in zip(everything, document.places, strict=True) if place is not None)
    return Held(sum(word.letters for word in everything), held, tuple(rest))


class _Laid:
    """The words of a document, each with the place of the quotation that was laid on it."""

    def __init__(self, lines: Sequence[Sequence[Word]]) -> None:
        self._words = [word.compared for line in lines for word in line]
        self._ends: list[tuple[int, int]] = []
        at = 0
        for line in lines:
            self._ends.append((at, at + len(line)))
            at += len(line)
        self.places: list[str | None] = [None] * at

    def lay(self, place: str, words: Sequence[str]) -> None:
        """Lay a quotation on the first place where it stands and which is not held; on none where its own section has it already."""
        spots = list(self._spots(words))
        if not spots:
            for start, end in self._lines_within(words):
                self._take(place, start, end)
        elif not any(set(self.places[start:end]) == {place} for start, end in spots):
            for start, end in [spot for spot in spots if None in self.places[slice(*spot)]][:1]:
                self._take(place, start, end)

    def _take(self, place: str, start: int, end: int) -> None:
        self.places[start:end] = [place] * (end - start)

    def _spots(self, words: Sequence[str]) -> Iterator[tuple[int, int]]:
        if len(words) < SHORT:
            yield from ((start, end) for start, end in self._ends if words and self._words[start:end] == list(words))
            return
        for start in range(len(self._words) - len(words) + 1):
            if self._words[start] == words[0] and self._words[start : start + len(words)] == list(words):
                yield start, start + len(words)

    def _lines_within(self, words: Sequence[str]) -> Iterator[tuple[int, int]]:
        whole = f" {' '.join(words)} "
        yield from ((start, end) for start, end in self._ends if end > start and f" {' '.join(self._words[start:end])} " in whole)


def _printed(line: str, words: Sequence[Word], free: Sequence[Word]) -> str:
    """Return the free words of a line as printed, those that follow each other with what stands between them."""
    runs: list[list[Word]] = []
    before = None
    for word in words:
        if word in free:
            if before is not None and before in free:
                runs[-1].append(word)
            else:
                runs.append([word])
        before = word
    return " … ".join(line[run[0].start : run[-1].end] for run in runs)
