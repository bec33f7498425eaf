"""The words in the XML of a Word document, as one line for each paragraph and each row of a table."""

from __future__ import annotations

import re
from xml.parsers import expat

from attrs import frozen

_NAMESPACES = frozenset(
    {"http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main"}  # transitional and strict
)
_FALLBACK = "http://schemas.openxmlformats.org/markup-compatibility/2006 Fallback"
_LEFT_OUT = frozenset({"del", "moveFrom"})
_BETWEEN = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "ptab": " "}
_CELL = " | "
_OLD_FONT = re.compile(r"\.Vn|VNI[- ]|VnTime", re.IGNORECASE)
_DEEPEST = 200
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


@frozen
class DocumentText:
    """The words of one part of a document.

    Attributes:
        lines: A line for each paragraph outside tables, and for each row of a table.
        numbered: Paragraphs with an automatic number.
        deleted: Passages marked as deleted.
        font: An old font whose letters are no Unicode, where words are written in it, or "".
    """

    lines: tuple[str, ...]
    numbered: int
    deleted: int
    font: str


class WordText:
    """Gathers the words while the XML comes in, piece by piece; a document type or an entity of its own is refused."""

    def __init__(self, *, footnotes: bool = False) -> None:
        """Take whether the part holds the footnotes, which begin with their number."""
        self._parser = expat.ParserCreate(namespace_separator=" ")
        self._parser.StartElementHandler = self._start
        self._parser.EndElementHandler = self._end
        self._parser.CharacterDataHandler = self._data
        self._parser.StartDoctypeDeclHandler = _refuse
        self._parser.EntityDeclHandler = _refuse
        self._footnotes = footnotes
        self._depth = 0
        self._skipping = 0
        self._in_text = False
        self._font = ""
        self._bullet = False
        self._paragraphs: list[list[str]] = []
        self._rows: list[list[str]] = []
        self._cells: list[list[str]] = []
        self._lines: list[str] = []
        self._numbered = 0
        self._deleted = 0
        self._old_font = ""
        self._note = ""

    def feed(self, piece: bytes) -> None:
        """Take the next bytes."""
        self._parser.Parse(piece, False)

    def close(self) -> DocumentText:
        """Return the words once all bytes are there."""
        self._parser.Parse(b"", True)
        return DocumentText(tuple(self._lines), self._numbered, self._deleted, self._old_font)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise ValueError(name)
        space, _, tag = name.rpartition(" ")
        if self._skipping or name == _FALLBACK or (space in _NAMESPACES and tag in _LEFT_OUT):
            self._skipping += 1
            self._deleted += self._skipping == 1 and tag in _LEFT_OUT
        elif space in _NAMESPACES:
            own = {key.rpartition(" ")[2]: value for key, value in attributes.items()}
            self._enter(tag, own)

    def _enter(self, tag: str, own: dict[str, str]) -> None:
        if tag == "p":
            self._paragraphs.append([])
            self._bullet = False
        elif tag == "tr":
            self._rows.append([])
        elif tag == "tc":
            self._cells.append([])
        elif tag == "numPr":
            self._bullet = True
        elif tag == "r":
            self._font = ""
        elif tag == "rFonts":
            self._font = own.get("ascii") or own.get("hAnsi") or own.get("cs") or ""
        elif tag == "t":
            self._in_text = True
        elif tag in {"footnote", "footnoteReference"}:
            self._footnote(tag, own.get("id", ""))
        elif tag in _BETWEEN:
            self._add(_BETWEEN[tag])

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
        if space not in _NAMESPACES:
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
        elif self._bullet:
            self._numbered += 1
            text = f"- {text}"
        if self._cells:
            self._cells[-1] += [" ".join(text.split())] if text else []
        else:
            self._lines += text.split("\n")
        self._bullet = False

    def _end_cell(self, text: str) -> None:
        if self._rows:
            self._rows[-1].append(text)

    def _end_row(self, text: str) -> None:
        if self._cells:
            self._cells[-1].append(text)
        else:
            self._lines.append(text)

    def _data(self, letters: str) -> None:
        if not self._in_text or self._skipping:
            return
        if self._font and not self._old_font and _OLD_FONT.match(self._font) and any(map(str.isalpha, letters)):
            self._old_font = self._font
        self._add(letters)

    def _add(self, letters: str) -> None:
        if self._paragraphs:
            self._paragraphs[-1].append(letters)


def _refuse(*_declared: object) -> None:
    """Refuse what no Word document declares, and what can make a small file grow without end."""
    raise ValueError("document type")
