"""Objectives, target lines and measures as the text prints them; what it leaves open is asked for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from attrs import evolve, frozen
from planmonitor import Message
from planmonitor.names import unlike
from planmonitor.planfile.writing import NOTES, Cell, Entry, Open
from planmonitor.plantext.due_dates import Dated, dates_in_brackets, dates_of, without_dates
from planmonitor.plantext.figures import PrintedFigure

from planmonitor_exchange.plan_text.claims import Claim
from planmonitor_exchange.plan_text.questionable import Sentence, sentences_of
from planmonitor_exchange.plan_text.stretches import A_RATE, Stretch, stretches_of
from planmonitor_exchange.plan_text.structure import TextPart
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

_PRINTED = re.compile(r"(?i:chỉ tiêu (?:số )?(?P<number>\d{1,2})) ?[:.]? ?")
_OBJECTIVE = re.compile(r"(?i:mục tiêu (?:số )?(?P<number>\d{1,2})(?! ?%))")
_OUTLOOK = re.compile(r"(?i:(?:định hướng|tầm nhìn) $)")
_BASE = re.compile(r"\((?P<numerator>\d+)/(?P<denominator>\d+)[^()]*?(?P<year>(?:19|20)\d\d)\)")
_BASE_YEAR = re.compile(r"(?i:so với (?:cùng kỳ )?(?:năm )?(?P<year>(?:19|20)\d\d))")
_WHICH_DAY = N_("The text prints {dates}. Which is the last day to reach it?")
_ENDS_OF_A_RANGE = re.compile(r"\d ?%? ?(?:-|–|đến) ?(?P<far>\d+(?:[.,]\d+)?)")
_POINTS_OR_PERCENT = N_(
    "Points of percent, or percent of the rate? From 50%, a fall by 10%: 40% (points), 45% (percent of the rate). "
    "For percent of the rate write kind = 'relative_change'; for points of percent kind = 'change'."
)
_GROUP_LEVELS = range(2, 8)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_TARGETS, _ORIENTATION, _TASKS = "MT", "DH", "NV"


@frozen
class Proposed:
    """What the text proposes to measure."""

    objectives: tuple[Entry, ...]
    """The objectives."""
    indicators: tuple[Entry, ...]
    """The target lines with their measures."""
    claims: tuple[Claim, ...]
    """Which figures these fields hold."""
    unread: tuple[tuple[int, str], ...]
    """Lines of the target sections in which no target was found: (line, words)."""


@frozen
class _Line:
    """One line that holds targets."""

    part: TextPart
    """The paragraph."""
    objective: str
    """Code of its objective."""
    begin: int
    """Where its words begin behind its number."""
    printed: str
    """Its printed number ("Chỉ tiêu 4"), or ""."""
    stretches: tuple[Stretch, ...]
    """Its targets."""
    rest: tuple[str, ...]
    """Clauses in which none was found."""
    dates: tuple[Dated, ...]
    """Its own dates."""
    brackets: tuple[PrintedFigure, ...]
    """Dates in brackets."""
    sentences: tuple[Sentence, ...]
    """Its sentences, and why all is asked of some."""
    due: date | Open | None
    """The date that a heading above it sets."""

    def sentence(self, at: int) -> Sentence | None:
        """Return the sentence that holds a place of the paragraph."""
        return next((sentence for sentence in self.sentences if at < sentence.end), None)

    def asides(self, stretch: Stretch) -> tuple[str, ...]:
        """Return the dates in brackets of a target's sentence, but for that of its base: nobody can tell whether one is its own."""
        base = _BASE.search(self.part.text, stretch.start, stretch.end)
        here = self.sentence(stretch.start)
        return tuple(
            figure.figure
            for figure in self.brackets
            if self.sentence(figure.start) == here and not (base and base.start() < figure.start < base.end())
        )


def targets_of(parts: Sequence[TextPart], say: Speaker) -> Proposed:
    """Return objectives, target lines and measures of a text.

    Targets are looked for where the sections on objectives and orientation stand. Of the other sections only percentages among the
    tasks are proposed, as figures stated among the tasks.
    """
    return _TargetReader(parts, say).read()


class _TargetReader:
    """Goes through the paragraphs and gathers objectives and lines; codes are given at the end, when all are known."""

    def __init__(self, parts: Sequence[TextPart], say: Speaker) -> None:
        self._parts = parts
        self._say = say
        self._objectives: dict[str, str] = {}
        self._lines: list[_Line] = []
        self._claims: list[Claim] = []
        self._unread: list[tuple[int, str]] = []
        self._group = ""
        self._dues: dict[int, date | Open] = {}

    def read(self) -> Proposed:
        for part in self._parts:
            if part.role in {"targets", "orientation"}:
                self._target_part(part)
            elif part.role in {"tasks", "organisation", "reports", "closing"} and not part.is_row:
                self._task_part(part)
        indicators = self._indicators()
        held = {item["objective"] for item in indicators}
        objectives = tuple({"code": code, "text": text} for code, text in self._objectives.items() if code in held)
        return Proposed(objectives, indicators, tuple(self._claims), tuple(self._unread))

    def _target_part(self, part: TextPart) -> None:
        if part.heads or part.level == 1:
            self._enter(part)
        elif part.is_row:
            self._unread.append((part.line, part.words))
        elif part.role == "targets" and (match := _OBJECTIVE.match(part.words)):
            self._open_objective(part, match["number"])
        else:
            printed = _PRINTED.match(part.words)
            begin = part.body + (printed.end() if printed else 0)
            self._claims.append(Claim(part.index, part.body, begin, "numbering", "indicators"))
            stretches, rest = stretches_of(part.text, begin)
            if stretches:
                self._add(part, self._objective_of(part), begin, printed["number"] if printed else "", stretches, rest)
            elif self._is_group(part):
                self._open_objective(part, part.mark)
            else:
                self._unread.append((part.line, part.words))

    def _enter(self, part: TextPart) -> None:
        """Begin a section; a date in its heading holds for every target below it."""
        self._group = ""
        self._dues = {level: due for level, due in self._dues.items() if level < part.level}
        dates = [item for item in dates_of(part.text, part.body) if item.day and _leads_to(part, item)]
        for item in dates:
            self._claims.append(Claim(part.index, item.start, item.end, "measure", "measures below it, due"))
        if dates:
            self._dues[part.level] = self._agreed(part.text, dates)

    def _is_group(self, part: TextPart) -> bool:
        following = self._parts[part.index + 1] if part.index + 1 < len(self._parts) else None
        return part.role == "targets" and part.level in _GROUP_LEVELS and following is not None and following.level > part.level

    def _open_objective(self, part: TextPart, number: str) -> None:
        self._group = unlike(number if number.replace(".", "").isdigit() else str(len(self._objectives) + 1), self._objectives)
        self._objectives[self._group] = part.words
        printed = _OBJECTIVE.match(part.words)
        words = part.body + (printed.end() if printed else 0)
        self._claims.append(Claim(part.index, 0, words, "numbering", f"objectives {self._group}"))
        self._claims.append(Claim(part.index, words, len(part.text), "document", f"objectives {self._group}"))

    def _objective_of(self, part: TextPart) -> str:
        if part.role == "orientation":
            self._objectives.setdefault(_ORIENTATION, part.heading)
            return _ORIENTATION
        if not self._group:
            self._objectives.setdefault(_TARGETS, part.heading)
        return self._group or _TARGETS

    def _task_part(self, part: TextPart) -> None:
        stretches = tuple(stretch for stretch in stretches_of(part.text, part.body)[0] if stretch.figure and stretch.figure.kind == "percentage")
        if stretches:
            self._objectives.setdefault(_TASKS, part.heading or part.section)
            self._lines.append(_line(part, _TASKS, part.body, "", stretches, (), None))

    def _add(self, part: TextPart, objective: str, begin: int, printed: str, stretches: tuple[Stretch, ...], rest: tuple[str, ...]) -> None:
        due = self._dues[max(self._dues)] if self._dues else None
        self._lines.append(_line(part, objective, begin, printed, stretches, rest, due))

    def _indicators(self) -> tuple[Entry, ...]:
        printed = [line.printed for line in self._lines if line.printed]
        alone = len(set(printed)) == len(printed)
        taken: set[str] = set()
        counted: dict[str, int] = {}
        indicators = []
        for line in self._lines:
            counted[line.objective] = counted.get(line.objective, 0) + 1
            code = unlike(_code(line, counted[line.objective], printed_alone=alone), taken)
            taken.add(code)
            indicators.append(self._indicator(line, code))
        return tuple(indicators)

    def _indicator(self, line: _Line, code: str) -> Entry:
        text = line.part.text[line.begin :]
        section = f"{line.part.section.partition(',')[0]}, Chỉ tiêu {line.printed}" if line.printed else line.part.section
        several = len(line.stretches) > 1
        measures = tuple(
            self._measure(line, stretch, f"{code}{_letter(number)}" if several else code, section) for number, stretch in enumerate(line.stretches)
        )
        notes = tuple(
            self._say(N_('No target was found in: "{words}". Is it one of its own, or part of what stands before it?'), words=rest)
            for rest in line.rest
        )
        return {NOTES: notes, "code": code, "objective": line.objective, "text": text, "measures": measures}

    def _measure(self, line: _Line, stretch: Stretch, code: str, section: str) -> Entry:
        say, text, clause = self._say, line.part.text, line.part.text[line.begin :]
        found = stretch.found
        label = " ".join((without_dates(text, line.dates)[slice(*stretch.label)] + " " + stretch.borrowed).split())
        label = f"{label[:1].upper()}{label[1:]}" or clause
        due = self._due_of(line, stretch, code)
        self._claim(line.part, stretch, code)
        measure: Entry = {
            NOTES: self._notes(stretch),
            "code": code,
            "label": label,
            "definition": self._definition(stretch, label),
            "comparator": found.comparator
            if found
            else Open(say(N_("The words leave the comparison open. At least (>=), at most (<=), or a change?")), ">="),
            "value": self._value(stretch),
            "upper": found.upper if found else self._far_end(stretch),
            "kind": found.kind if found else None,
            "worse": "lower" if found and found.kind == "maintain" else None,
            "baseline": self._baseline(line.part, stretch, section, clause, code),
            "due": due,
            "scope": _scope(line),
            "modality": stretch.modality or None,
            "wording": stretch.wording or clause,
            "section": section,
            "clause": clause,
        }
        here = line.sentence(stretch.start)
        why = (here.why if here else "") or stretch.doubt
        return {**measure, **self._asked(measure, line, stretch, why)} if why else measure

    def _asked(self, measure: Entry, line: _Line, stretch: Stretch, why: str) -> Entry:
        """Return what is asked of a measure whose sentence can be read in several ways: only the figure stands there as it is printed."""
        say, text = self._say, line.part.text
        dates = tuple(dict.fromkeys([*(text[item.start : item.end] for item in line.dates), *line.asides(stretch)]))
        value = self._value(evolve(stretch, found=None))
        return {
            NOTES: (*measure[NOTES], say(N_("Nothing is decided here: {why}. Write each line as the document means it."), why=Message.of(why))),
            "label": Open("", "..."),
            "definition": self._definition(evolve(stretch, ratio=False), ""),
            "comparator": Open("", "< | <= | == | >= | > | increase | decrease | maintain"),
            "value": value if isinstance(value, Open) else Open("", value or 0),
            "upper": self._far_end(stretch),
            "kind": Open("", "relative_change | change | increase | decrease | maintain | zero_incident")
            if measure["kind"] or stretch.of_a_rate
            else None,
            "worse": None,
            "baseline": None,
            "wording": Open("", measure["wording"]),
            "due": Open(say(_WHICH_DAY, dates=dates), "YYYY-MM-DD") if dates else measure["due"],
        }

    def _claim(self, part: TextPart, stretch: Stretch, code: str) -> None:
        named = f"measure {code}"
        if stretch.figure is not None:
            end = stretch.figure.start + len(stretch.figure.figure)
            self._claims.append(Claim(part.index, stretch.figure.start, end, "measure", f"{named}, value"))
        self._claims.append(Claim(part.index, *stretch.label, "measure", f"{named}, label"))

    def _value(self, stretch: Stretch) -> Cell:
        if stretch.found:
            return stretch.found.value
        if stretch.value is None and stretch.figure is not None:
            rate = A_RATE.match(stretch.figure.figure)
            offered = Decimal(rate["value"].replace(",", ".")) if rate else 0
            return Open(self._say(N_("The figure is printed as '{figure}'."), figure=stretch.figure.figure), offered)
        return stretch.value

    def _far_end(self, stretch: Stretch) -> Cell:
        """Return the question for the far end of a range whose words decide nothing: "40 - 45%"."""
        ends = _ENDS_OF_A_RANGE.search(stretch.figure.figure) if stretch.figure else None
        if ends is None:
            return None
        far = ends["far"].replace(",", ".")
        return Open(self._say(N_("The text prints a range. Is its far end named too?")), Decimal(far) if "." in far else int(far))

    def _definition(self, stretch: Stretch, label: str) -> Entry:
        say = self._say
        # What these three mean is said once, at the head of the file.
        what: dict[str, Cell] = {
            "counts": Open("", "people | people_times | households | facilities | organisations | cases | documents | events | places | state"),
            "over_time": Open("", "count | point_in_time | cumulative | any_breach"),
            "noun": Open("", "trẻ em | vụ | cơ sở"),
        }
        if stretch.ratio:
            denominator = Open(say(N_("Out of whom or what? Who is meant, and from which list does the number come?")), "...")
            return {"kind": "ratio", **what, "numerator": label, "denominator": denominator}
        ask = say(N_("How is it counted: ratio (in %, with numerator and denominator), rate, count, yes_no, score or output?"))
        return {"kind": Open(ask, "count"), **what}

    def _baseline(self, part: TextPart, stretch: Stretch, section: str, clause: str, code: str) -> Entry | None:
        kind = stretch.found.kind if stretch.found else None
        if kind not in {"maintain", "relative_change", "increase", "decrease"}:
            return None
        named = f"measure {code}, baseline"
        counted = _BASE.search(part.text, stretch.start, stretch.end)
        if counted and int(counted["numerator"]) <= int(counted["denominator"]) > 0:
            self._claims.append(Claim(part.index, counted.start(), counted.end(), "measure", named))
            figures = {name: int(counted[name]) for name in ("year", "numerator", "denominator")}
            return {**figures, "section": section, "clause": clause}
        if year := _BASE_YEAR.search(part.text, stretch.start, stretch.end):
            self._claims.append(Claim(part.index, year.start(), year.end(), "measure", named))
            return {"year": int(year["year"])}
        if kind in {"increase", "decrease"}:
            return None
        return {"year": Open(self._say(N_("Held against which year?")), "YYYY")}

    def _due_of(self, line: _Line, stretch: Stretch, code: str) -> date | Open | None:
        """Return the last day that a target names itself, before its figure, or once for the whole line; else what a heading sets."""
        at, last = _figure_at(stretch), _figure_at(line.stretches[-1])
        general = [item for item in line.dates if item.sets and (item.end <= at or item.start >= last)]
        chosen = [item for item in line.dates if stretch.start <= item.start < stretch.end]
        chosen = chosen or [item for item in general if item.end <= at and "%" not in line.part.text[item.end : at]][-1:] or general
        for item in chosen:
            self._claims.append(Claim(line.part.index, item.start, item.end, "measure", f"measure {code}, due"))
        asides = line.asides(stretch)
        return self._agreed(line.part.text, chosen, asides) if chosen or asides else line.due

    def _agreed(self, text: str, dates: Sequence[Dated], asides: tuple[str, ...] = ()) -> date | Open:
        """Return the day that all of these dates set, or the question for it, where they do not agree or others stand in brackets."""
        days = {item.day for item in dates}
        if not asides and len(days) == 1 and (day := days.pop()):
            return day
        printed = tuple(dict.fromkeys([*(text[item.start : item.end] for item in dates), *asides]))
        return Open(self._say(_WHICH_DAY, dates=printed), "YYYY-MM-DD")

    def _notes(self, stretch: Stretch) -> tuple[str, ...]:
        say, notes = self._say, []
        if stretch.subset:
            notes.append(say(N_("'đặc biệt là ...' and 'trong đó ...' name a part of those counted, never a second target.")))
        if stretch.of_a_rate:
            notes.append(say(_POINTS_OR_PERCENT))
        if stretch.found and stretch.found.kind in {"increase", "decrease"}:
            notes.append(
                say(N_("The text gives no figure. Against what is it held: a base year, or the same period of the year before (same_period)?"))
            )
        if stretch.found and stretch.found.kind is None and stretch.value == 100 and stretch.found.comparator == ">":
            notes.append(say(N_("More than 100%: is this what the document means?")))
        return tuple(notes)


def _line(
    part: TextPart, objective: str, begin: int, printed: str, stretches: tuple[Stretch, ...], rest: tuple[str, ...], due: date | Open | None
) -> _Line:
    """Return a line with its dates and sentences."""
    text = part.text
    return _Line(
        part, objective, begin, printed, stretches, rest, dates_of(text, begin), dates_in_brackets(text, begin), sentences_of(text, begin), due
    )


def _code(line: _Line, number: int, *, printed_alone: bool) -> str:
    if line.objective in {_ORIENTATION, _TASKS}:
        return f"{line.objective}{number}"
    if line.printed:
        return line.printed if printed_alone else f"{line.objective}.{line.printed}"
    if line.objective == _TARGETS:
        return line.part.mark if line.part.mark.isdigit() else str(number)
    return f"{line.objective}.{number}"


def _leads_to(part: TextPart, item: Dated) -> bool:
    """Return whether a date in a heading holds for what stands below it: "định hướng đến năm 2030" holds for the section of that name alone."""
    return item.sets and (part.role == "orientation" or not _OUTLOOK.search(part.text, 0, item.start))


def _letter(number: int) -> str:
    return _LETTERS[number] if number < len(_LETTERS) else f".{number + 1}"


def _figure_at(stretch: Stretch) -> int:
    return stretch.figure.start if stretch.figure else stretch.end


def _scope(line: _Line) -> str | None:
    return {_ORIENTATION: "orientation", _TASKS: "task"}.get(line.objective)
