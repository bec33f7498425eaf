"""What the file of a letter says of the figures of its report, read before the letter is recorded (docs/domain.md, rule 19)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from decimal import Decimal
from pathlib import Path

from attrs import define, evolve, field, frozen
from planmonitor import BadData, Message, Text
from planmonitor.assessment.asserted import Asserted
from planmonitor.assessment.corrected import parted
from planmonitor.assessment.corrections import ADDED_UP
from planmonitor.assessment.told import About, Standing, exact_text
from planmonitor.assessment.values import Value
from planmonitor.model.definitions import Definition
from planmonitor.privacy import clean
from planmonitor.workspace.report_lines import ReportLine
from planmonitor.workspace.reporting import PeriodReport

from planmonitor_exchange.report.keys import figure_key, measure_mark
from planmonitor_exchange.report.sent_book import SentCells, read_book
from planmonitor_exchange.report.sent_figures import Readable, comes_to, in_book, in_word, result_in_book, result_in_word
from planmonitor_exchange.report.sent_word import SentReader, SentRow
from planmonitor_exchange.speaking.translations import N_
from planmonitor_exchange.word_container import DAMAGED, DOCUMENT, RefusedWord, opened_word, pieces_of

CONVERTED = frozenset({".doc", ".odt", ".rtf", ".xls", ".ods"})
"""Endings of what an office program makes of a report when it is saved as another kind: nobody can say that no report of this program is in it."""
LONGEST_SENTENCE = 1_000
"""Letters of a sentence that is kept."""

_SHARE = re.compile(r"(?<![\d./])\d[\d.,]*/\d[\d.,]*(?![\d/])")
"""What is written "45/46" in a sentence, and is no day."""

ReadRow = Callable[[Value | None, Definition, str], Readable]
"""Reads a row of the annex: of what is recorded, how it is counted, and of a population what is recorded of it."""


@frozen
class SentFile:
    """The annex of a report that came back, its rows by key."""

    rows: Mapping[str, ReadRow]
    with_parts: bool
    """Whether it has rows for the parts of figures too."""
    sentences: Mapping[str, str] = field(factory=dict)
    """By the mark of a measure."""
    results: Mapping[str, Decimal | None] = field(factory=dict)
    """What stands in the column of results, by key."""


@frozen
class SaidInFile:
    """What a file says of a report."""

    said: Mapping[About, Asserted]
    """Its figures."""
    notes: tuple[Message, ...]
    """What is to be said of them."""


def read_sent(path: Path, content: bytes) -> SentFile | Message:
    """Return the annex in the file of a letter; for a file that is no report of this program, such as a scan, that nothing is known of its figures.

    A letter is recorded whatever its file is: also one that is damaged, has a password, or is larger than any report is none of this program.
    """
    try:
        sent = _read(path, content)
    except BadData as refused:
        return Message.of(N_("The figures of '{file}' were not read: {reason}"), file=path.name, reason=refused.message)
    if sent is None and path.suffix.lower() in CONVERTED:
        unread = N_("The figures of '{file}' were not read: only Word (.docx) and Excel (.xlsx) files are. Name and SHA-256 are noted.")
        return Message.of(unread, file=path.name)
    if sent is None or not sent.rows:
        return Message.of(N_("'{file}' is no report written by this program: its figures were not read, name and SHA-256 are noted."), file=path.name)
    return sent


def said_in(path: Path, sent: SentFile, report: PeriodReport) -> SaidInFile:
    """Return what a file says of the figures of the report of a duty.

    Args:
        path: The file, to name it.
        sent: Its annex.
        report: The report that it is the file of, as it stands now.

    Raises:
        BadData: where it tells of other figures alone: it is the file of another report.
    """
    taken = _Taken(sent)
    for line in report.plans[0].lines:
        taken.line(line)
    if not taken.said and report.plans[0].lines:  # a population alone, such as all children of a place, is told by reports of its units too
        hint = Message.of(N_("Name the file of this report, or leave --file out."))
        other = N_("'{file}' is a report, but tells none of the figures of this one: it is of another period, unit or duty.")
        raise BadData(other, hint, file=path.name)
    for about, standing in report.plans[0].bases:
        taken.base(about, standing)
    absent = tuple(line.measure.code for line in report.plans[0].lines if figure_key(line.about) not in sent.rows)
    if absent:
        taken.notes.append(Message.of(N_("{measures}: the file has no row for them, so the letter told nothing of them."), measures=absent))
    return SaidInFile(taken.said, tuple(taken.notes))


def _read(path: Path, content: bytes) -> SentFile | None:
    kind = path.suffix.lower()
    if kind == ".docx":
        return _word(path, content)
    if kind != ".xlsx":
        return None
    cells = read_book(content)
    return SentFile({key: _in_book(row) for key, row in cells.items()}, False, {}, {key: result_in_book(row) for key, row in cells.items()})


def _in_book(row: SentCells) -> ReadRow:
    return lambda value, definition, _base: in_book(row, value, definition)


def _in_word(row: SentRow) -> ReadRow:
    return lambda value, definition, base: in_word(row, value, definition, base)


def _word(path: Path, content: bytes) -> SentFile:
    reader = SentReader()
    try:
        with opened_word(content, DOCUMENT.__eq__) as container:
            for piece in pieces_of(container, DOCUMENT):
                reader.feed(piece)
        sent = reader.close()
    except RefusedWord as refused:
        raise BadData(refused.template, None, file=path.name, **refused.values) from None
    except DAMAGED as error:
        raise BadData(N_("{file} is damaged, or is no Word document."), None, file=path.name) from error
    results = {key: result_in_word(row) for key, row in sent.rows.items()}
    return SentFile({key: _in_word(row) for key, row in sent.rows.items()}, True, sent.sentences, results)


@define
class _Taken:
    """What is taken from a file, measure by measure."""

    sent: SentFile
    said: dict[About, Asserted] = field(factory=dict)
    notes: list[Message] = field(factory=list)

    def line(self, line: ReportLine) -> None:
        """Take the figure of a measure: that of its parts where they make it up, else the whole."""
        row = self.sent.rows.get(figure_key(line.about))
        if row is None:
            return
        definition, sentence = line.measure.definition, self._sentence(line)
        whole = self._readable(row(line.value, definition, ""), line.value, line)
        parts = {about: self._part(about, standing, line) for about, standing in line.told if standing.in_whole and about != line.about}
        if not parts or not _makes_up(whole, parts, line):
            if parts:
                differs = N_("{measure}: in the file the parts do not make up the whole, {whole}; the whole is kept.")
                self.notes.append(Message.of(differs, measure=_named(line), whole=whole.figure or "…"))
            parts = {line.about: whole}
        if (shares := _SHARE.findall(sentence)) and "/" in whole.figure and whole.figure not in {_digits(share) for share in shares}:
            unlike = N_("{measure}: the sentence does not say what the annex says, {figure}; the annex is kept.")
            self.notes.append(Message.of(unlike, measure=_named(line), figure=whole.figure))
        self._look_at(whole, line)
        self.said.update((about, evolve(one, sentence=sentence)) for about, one in parts.items())
        self.said.update((about, self._part(about, standing, line)) for about, standing in line.told if not standing.in_whole)

    def _look_at(self, whole: Asserted, line: ReportLine) -> None:
        """Note a result that its own row contradicts, and an estimate that is not called one any more."""
        result = self.sent.results.get(figure_key(line.about))
        if result is not None and not comes_to(result, whole.figure, line.measure.definition):
            unlike = N_("{measure}: the result in the file is not what its numerator and denominator, {figure}, come to; these are kept.")
            self.notes.append(Message.of(unlike, measure=_named(line), figure=whole.figure))
        recorded = _recorded(line.value)
        if recorded.estimated and whole.figure == recorded.figure and not whole.estimated:
            self.notes.append(Message.of(N_("{measure}: recorded as an estimate, and the file does not call it one."), measure=_named(line)))

    def base(self, about: About, standing: Standing) -> None:
        """Take the figure of a population."""
        row, base = self.sent.rows.get(figure_key(about)), standing.base
        if base is None:
            return
        recorded = Asserted(str(base.counted), base.state == "estimated")
        if row is None:
            if not self.sent.with_parts and any(measure == about[0] for measure, *_rest in self.said):
                self.said[about] = recorded
            return
        self.said[about] = row(None, standing.measure.definition, recorded.figure) or recorded

    def _part(self, about: About, standing: Standing, line: ReportLine) -> Asserted:
        row = self.sent.rows.get(figure_key(about))
        if row is not None:
            return self._readable(row(standing.value, line.measure.definition, ""), standing.value, line)
        return _recorded(standing.value) if not self.sent.with_parts else Asserted("")

    def _readable(self, found: Readable, value: Value | None, line: ReportLine) -> Asserted:
        if found is not None:
            return found
        unread = N_("{measure}: what stands in the file is no figure; what is recorded is kept in its place.")
        self.notes.append(Message.of(unread, measure=_named(line)))
        return _recorded(value)

    def _sentence(self, line: ReportLine) -> str:
        """Return the sentence on a measure alone; "" where it is too long, or may hold somebody's data."""
        words = self.sent.sentences.get(measure_mark(line.judged.id), "")
        if len(words) > LONGEST_SENTENCE:
            return ""
        try:
            return clean(words)
        except BadData:
            return ""


def _digits(share: str) -> str:
    """Return a share as it is recorded: a sentence groups its thousands, and writes "05/05"."""
    return "/".join(str(int(re.sub("[.,]", "", number))) for number in share.split("/"))


def _recorded(value: Value | None) -> Asserted:
    return Asserted("") if value is None else Asserted(exact_text(value), value.state == "estimated")


def _named(line: ReportLine) -> Text:
    label, code = line.measure.label, line.measure.code
    return Text(f"{code}. {label.vi}", f"{code}. {label.en}")


def _makes_up(whole: Asserted, parts: Mapping[About, Asserted], line: ReportLine) -> bool:
    """Return whether parts make up a whole as a file says both."""
    if whole == _recorded(line.value) and all(parts[about] == _recorded(standing.value) for about, standing in line.told if about in parts):
        return True
    return line.measure.definition.kind in ADDED_UP and whole.figure == "/".join(_sums(parts.values()))


def _sums(parts: Iterable[Asserted]) -> Iterator[str]:
    numbers = [parted(one.figure) for one in parts if one.figure]
    for column in range(min(map(len, numbers), default=0)):
        yield f"{sum(row[column] for row in numbers):f}"
