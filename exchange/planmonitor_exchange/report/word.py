"""A report as a Word file in the layout of Decree 30/2020/NĐ-CP."""

from __future__ import annotations

from datetime import date
from io import BytesIO
from typing import Any

from docx.enum.section import WD_SECTION
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_COLOR_INDEX
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from planmonitor_exchange.report.document import (
    Block,
    Heading,
    OpenPlace,
    Point,
    ReportDocument,
    ReportHead,
    ReportParagraph,
    ReportSentence,
    Signature,
    Words,
)
from planmonitor_exchange.report.keys import row_mark
from planmonitor_exchange.report.qr import qr_of
from planmonitor_exchange.report.word_page import (
    BODY,
    HEIGHT,
    INDENT,
    LEFT,
    RIGHT,
    SMALL,
    SMALLEST,
    TEXT_WIDTH,
    content_of,
    new_document,
    numbered_from_one,
    on_paper,
)
from planmonitor_exchange.report.word_parts import bookmark, bound, columns, held, rule
from planmonitor_exchange.report.word_table import table
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_
from planmonitor_exchange.speaking.values import printable

_CENTRE, _JUSTIFIED, _LEFT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY, WD_ALIGN_PARAGRAPH.LEFT


def word(report: ReportDocument, day: date) -> bytes:
    """Return a report as a Word file, made on a day."""
    return _Word(report).content(day)


class _Word:
    """A report that is being written."""

    def __init__(self, report: ReportDocument) -> None:
        self.report = report
        self.made = new_document(report.language)
        self.say = Speaker(report.language)
        self.marks = 0

    def content(self, day: date) -> bytes:
        report = self.report
        self._head(report.head)
        for paragraph in report.opening:
            self._sentences(self._paragraph(), paragraph.sentences)
        for block in report.blocks:
            self._block(block)
        last = self._paragraph()
        last.paragraph_format.keep_with_next = True
        self._sentences(last, report.closing.sentences)
        self._signature(report.signature)
        if report.annex.rows:
            self._annex()
        return content_of(self.made, report.head.subject, day)

    # What stands above the text.

    def _head(self, head: ReportHead) -> None:
        if head.notice:
            self._line(self.made.add_paragraph(), head.notice, bold=True, size=SMALL, marked=True)
        (left, right), (number, day) = columns(self.made, 72, TEXT_WIDTH - 72, rows=2)
        self._named(left.paragraphs[0], head.superior, bold=False)
        self._named(left.add_paragraph(), head.issuer, bold=True)
        rule(left, 24)
        self._line(right.paragraphs[0], self.say(N_("SOCIALIST REPUBLIC OF VIET NAM")), bold=True, size=SMALL)
        self._line(right.add_paragraph(), self.say(N_("Independence - Freedom - Happiness")), bold=True, size=13)
        rule(right, 18)
        self._line(number.paragraphs[0], head.number, size=13)
        self._line(day.paragraphs[0], head.day, italic=True, size=13)
        title = self.made.add_paragraph()
        title.paragraph_format.space_before = Pt(18)
        self._line(title, head.kind, bold=True, size=BODY)
        self._line(self.made.add_paragraph(), head.subject, bold=True, size=BODY)
        rule(self.made, 60)
        to = self.made.add_paragraph()
        to.alignment = _CENTRE
        to.paragraph_format.space_before = to.paragraph_format.space_after = Pt(12)
        to.add_run(self.say(N_("To: ")))
        self._words(to, head.addressee)

    def _named(self, paragraph: Any, words: Words, *, bold: bool) -> None:
        paragraph.alignment = _CENTRE
        for run in self._words(paragraph, words):
            run.font.size, run.bold = Pt(SMALL), bold

    def _words(self, paragraph: Any, words: Words) -> list[Any]:
        """Write words, and what is left to be filled in, in marks."""
        runs = [paragraph.add_run(held(bound(words.text)))] if words.text else []
        if words.open:
            runs.append(paragraph.add_run(printable(f"[{words.open}]")))
            runs[-1].font.highlight_color = WD_COLOR_INDEX.YELLOW
        return runs

    def _line(self, paragraph: Any, text: str, *, bold: bool = False, italic: bool = False, size: int = BODY, marked: bool = False) -> None:
        paragraph.alignment = _CENTRE
        run = paragraph.add_run(bound(text))
        run.bold, run.italic, run.font.size = bold, italic, Pt(size)
        if marked:
            run.font.highlight_color = WD_COLOR_INDEX.YELLOW

    # The text.

    def _paragraph(self) -> Any:
        """Return a new paragraph of the text: justified, its first line indented, 6 points before the next."""
        paragraph = self.made.add_paragraph()
        looks = paragraph.paragraph_format
        looks.alignment, looks.first_line_indent, looks.space_after, looks.line_spacing = _JUSTIFIED, INDENT, Pt(6), 1.1
        return paragraph

    def _block(self, block: Block) -> None:
        paragraph = self._paragraph()
        if isinstance(block, Heading):
            paragraph.paragraph_format.keep_with_next = True
            run = paragraph.add_run(bound(block.text))
            run.bold, run.italic = True, block.level > 2
        elif isinstance(block, ReportParagraph):
            self._sentences(paragraph, block.sentences)
        elif isinstance(block, Point):
            paragraph.add_run(f"{block.letter}) ")
            self._sentences(paragraph, block.sentences)
        else:
            self._open(paragraph, block)

    def _sentences(self, paragraph: Any, sentences: tuple[ReportSentence, ...]) -> None:
        for number, sentence in enumerate(sentences):
            marks = [self._mark(measure) for measure in sentence.measures]
            for start, _end in marks:
                paragraph._p.append(start)
            paragraph.add_run(f"{' ' if number else ''}{bound(sentence.text)}")
            for _start, end in marks:
                paragraph._p.append(end)

    def _mark(self, measure: str) -> tuple[Any, Any]:
        """Return beginning and end of a hidden bookmark for a measure."""
        self.marks += 1
        start, end = OxmlElement("w:bookmarkStart"), OxmlElement("w:bookmarkEnd")
        for element in (start, end):
            element.set(qn("w:id"), str(self.marks))
        start.set(qn("w:name"), bookmark(measure, self.marks))
        return start, end

    def _open(self, paragraph: Any, place: OpenPlace) -> None:
        """Write what only a person can write as a marked place, with what the program would mention below it."""
        told = self.say(N_("[To be written: {label}]"), label=place.label)
        if place.mentions:
            told = self.say(N_("[To be written: {label}. What may be mentioned:]"), label=place.label)
        paragraph.paragraph_format.keep_with_next = bool(place.mentions)
        runs = [paragraph.add_run(told)]
        for mention in place.mentions:
            paragraph = self._paragraph()
            runs.append(paragraph.add_run(bound(f"- {mention.text}")))
        for run in runs:
            run.italic, run.font.highlight_color = True, WD_COLOR_INDEX.YELLOW

    # The end, and the annex.

    def _signature(self, signature: Signature) -> None:
        [(left, right)] = columns(self.made, 80, TEXT_WIDTH - 80)
        first = left.paragraphs[0]
        run = first.add_run(self.say(N_("Recipients:")))
        run.bold = run.italic = True
        run.font.size = Pt(SMALL)
        for number, line in enumerate(signature.recipients, 1):
            end = "." if number == len(signature.recipients) else ";"
            left.add_paragraph().add_run(f"- {line.rstrip('.;')}{end}").font.size = Pt(SMALLEST)
        for number, line in enumerate(signature.lines):
            paragraph = right.paragraphs[0] if number == 0 else right.add_paragraph()
            self._line(paragraph, line, bold=True, marked=signature.open)
        for _blank in range(4):
            right.add_paragraph()
        self._line(right.add_paragraph(), signature.name, bold=True, marked=True)
        for paragraph in (*left.paragraphs, *right.paragraphs):
            paragraph.paragraph_format.keep_with_next = True

    def _annex(self) -> None:
        annex, section = self.report.annex, self.made.add_section(WD_SECTION.NEW_PAGE)
        on_paper(section, across=True)
        numbered_from_one(section)
        self._line(self.made.add_paragraph(), self.say(N_("Annex")), bold=True)
        self._line(self.made.add_paragraph(), annex.title, bold=True)
        below = self.made.add_paragraph()
        below.paragraph_format.space_after = Pt(6)
        self._line(below, annex.with_which, italic=True)
        for line in annex.legend:  # above the table, where no page has it alone
            paragraph = self.made.add_paragraph()
            self._line(paragraph, line, italic=True, size=SMALLEST)
            paragraph.alignment = _LEFT
        last = self.made.add_paragraph()  # no document ends with a table
        last.paragraph_format.line_spacing = Pt(1)
        last._p.addprevious(table(annex, _widths(len(annex.columns)), self._around, self._keyed))
        if annex.code:
            self._code(annex.code)

    def _code(self, code: str) -> None:
        """Write the code of the figures, with the picture of it."""
        paragraph = self.made.add_paragraph()
        paragraph.paragraph_format.space_before = Pt(6)
        drawn = paragraph.add_run().add_picture(BytesIO(qr_of(code)), width=Mm(17))
        drawn._inline.docPr.set("descr", code)
        words = self.say(N_("Code of the figures of this annex: {code}"), code=code)
        self._line(paragraph, f"  {words}", size=SMALLEST)
        paragraph.alignment = _LEFT

    def _around(self, measure: str) -> tuple[str, str]:
        self.marks += 1
        return f'<w:bookmarkStart w:id="{self.marks}" w:name="{bookmark(measure, self.marks)}"/>', f'<w:bookmarkEnd w:id="{self.marks}"/>'

    def _keyed(self, key: str) -> tuple[str, str]:
        self.marks += 1
        name = row_mark(self.report.language, key)
        return f'<w:bookmarkStart w:id="{self.marks}" w:name="{name}"/>', f'<w:bookmarkEnd w:id="{self.marks}"/>'


def _widths(columns: int) -> list[int]:
    """Return how wide the columns of the annex are, in millimetres: the first, those of words, and the rest alike."""
    more = columns - 9
    narrow = [15, 0, 26, 18, 24, 18, *(18 for _ in range(more)), 19, 28, 24]
    widths = narrow if more else [15, 0, 30, 21, 25, 21, 22, 32, 28]
    widths[1] = HEIGHT - LEFT - RIGHT - sum(widths)
    return widths
