"""The words in the XML of a Word document, as one line for each paragraph and each row of a table."""

from __future__ import annotations

import re

from attrs import frozen

from planmonitor_exchange.plan_text.word_styles import OFF, Styles, font_of
from planmonitor_exchange.plan_text.word_xml import NAMESPACES, local, parser_for

_FALLBACK = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"
_LEFT_OUT = frozenset({"del", "moveFrom"})
_BETWEEN = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": " "}
_CELL = " | "
_OLD_FONT = re.compile(r"\.Vn|VNI[- ]|VnTime", re.IGNORECASE)
_DEEPEST = 200
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@frozen
class DocumentText:
    """The words of one part of a document."""

    lines: tuple[str, ...]
    """A line for each paragraph outside tables, and for each row of a table."""
    numbered: int
    """Paragraphs with an automatic number, their own or that of their style."""
    rows: int
    """Rows of tables."""
    deleted: int
    """Passages marked as deleted."""
    font: str
    """An old font whose letters are no Unicode, where words are written in it, or ""."""


class WordText:
    """Gathers the words while the XML comes in, piece by piece; a document type or an entity of its own is refused."""

    def __init__(self, styles: Styles, *, footnotes: bool = False) -> None:
        """Take the styles of the document, and whether the part holds the footnotes, which begin with their number."""
        self._parser = parser_for(self._start, self._end)
        self._parser.CharacterDataHandler = self._data
        self._styles = styles
        self._footnotes = footnotes
        self._depth = 0
        self._skipping = 0
        self._in_text = False
        self._font = ""
        self._run_style = ""
        self._style = ""
        self._in_run = False
        self._numbered_itself: bool | None = None
        self._paragraphs: list[list[str]] = []
        self._rows: list[list[str]] = []
        self._cells: list[list[str]] = []
        self._lines: list[str] = []
        self._numbered = 0
        self._row_count = 0
        self._deleted = 0
        self._old_font = ""
        self._note = ""

    def feed(self, piece: bytes) -> None:
        """Take the next bytes."""
        self._parser.Parse(piece, False)

    def close(self) -> DocumentText:
        """Return the words once all bytes are there."""
        self._parser.Parse(b"", True)
        return DocumentText(tuple(self._lines), self._numbered, self._row_count, self._deleted, self._old_font)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise ValueError(name)
        space, _, tag = name.rpartition(" ")
        if self._skipping or name == _FALLBACK or (space in NAMESPACES and tag in _LEFT_OUT):
            self._skipping += 1
            self._deleted += self._skipping == 1 and tag in _LEFT_OUT
        elif space in NAMESPACES:
            own = {local(key): value for key, value in attributes.items()}
            self._enter(tag, own)

    def _enter(self, tag: str, own: dict[str, str]) -> None:
        if tag == "p":
            self._paragraphs.append([])
            self._style, self._numbered_itself, self._in_run = "", None, False
        elif tag == "pStyle":
            self._style = own.get("val", "")
        elif tag == "tr":
            self._rows.append([])
        elif tag == "tc":
            self._cells.append([])
        elif tag == "numPr":
            self._numbered_itself = True
        elif tag == "numId":
            self._numbered_itself = own.get("val") != OFF
        elif tag in {"r", "rStyle", "rFonts", "t"}:
            self._enter_run(tag, own)
        elif tag in {"footnote", "footnoteReference"}:
            self._footnote(tag, own.get("id", ""))
        elif tag in _BETWEEN:
            self._add(_BETWEEN[tag])

    def _enter_run(self, tag: str, own: dict[str, str]) -> None:
        if tag == "r":
            self._font, self._run_style, self._in_run = "", "", True
        elif tag == "rStyle":
            self._run_style = own.get("val", "")
        elif tag == "rFonts" and self._in_run:  # before the first run they are those of the paragraph's mark
            self._font = font_of(own)
        elif tag == "t":
            self._in_text = True

    def _footnote(self, tag: str, number: str) -> None:
        raised = number.translate(_RAISED) if number.isascii() and number.isdigit() and len(number) < 4 else ""
        if tag == "footnote":
            self._note = raised
        else:
            self._add(raised)

    def _end(self, name: str) -> None:
        self._depth -= 1
        if self._skipping:
            self._skipping -= 1
            return
        space, _, tag = name.rpartition(" ")
        if space not in NAMESPACES:
            return
        if tag == "t":
            self._in_text = False
        elif tag == "p" and self._paragraphs:
            self._end_paragraph("".join(self._paragraphs.pop()))
        elif tag == "tc" and self._cells:
            self._end_cell(" ".join(self._cells.pop()))
        elif tag == "tr" and self._rows:
            self._end_row(_CELL.join(self._rows.pop()))

    def _end_paragraph(self, text: str) -> None:
        if self._footnotes and self._note and text.strip():
            text, self._note = f"{self._note} {text.strip()}", ""
        if not text.strip():
            text = ""
        elif self._numbered_itself or (self._numbered_itself is None and self._styles.numbers(self._style)):
            self._numbered += 1
            # A style numbers headings more often than items of a list.
            text = f"- {text}" if self._numbered_itself else text
        if self._cells:
            self._cells[-1] += [" ".join(text.split())] if text else []
        else:
            self._lines += text.split("\n")

    def _end_cell(self, text: str) -> None:
        if self._rows:
            self._rows[-1].append(text)

    def _end_row(self, text: str) -> None:
        self._row_count += 1
        if self._cells:
            self._cells[-1].append(text)
        else:
            self._lines.append(text)

    def _data(self, letters: str) -> None:
        if not self._in_text or self._skipping:
            return
        if not self._old_font and any(map(str.isalpha, letters)):
            font = self._font or self._styles.font(self._run_style, self._style)
            self._old_font = font if _OLD_FONT.match(font) else ""
        self._add(letters)

    def _add(self, letters: str) -> None:
        if self._paragraphs:
            self._paragraphs[-1].append(letters)
