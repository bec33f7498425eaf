"""The styles of a Word document: which of them number their paragraphs, and in which font they are written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from attrs import define, field

from planmonitor_exchange.plan_text.word_xml import local, parser_for

OFF = "0"
"""The number of the list that is none: it switches numbering off (ECMA-376 Part 1, 17.9.18)."""


@define
class _Style:
    """What a style says itself."""

    based_on: str = ""
    numbered: bool | None = None
    font: str = ""


@define
class Styles:
    """The styles of a document by their ids; empty for a document without any."""

    default_font: str = ""
    """The font of what no style gives another."""
    default_paragraph: str = ""
    """Id of the style of paragraphs that name none."""
    _by_id: dict[str, _Style] = field(factory=dict)

    def numbers(self, style: str) -> bool:
        """Return whether a style of paragraphs, or one it is based on, gives them automatic numbers."""
        return next((bool(item.numbered) for item in self._chain(style or self.default_paragraph) if item.numbered is not None), False)

    def font(self, *styles: str) -> str:
        """Return the font of words in these styles, that of the words before that of the paragraph; "" where nothing gives one."""
        given = (item.font for style in (*styles, self.default_paragraph) for item in self._chain(style) if item.font)
        return next(given, self.default_font)

    def _chain(self, style: str) -> Iterator[_Style]:
        """Yield a style and those it is based on, each once."""
        seen: set[str] = set()
        while style in self._by_id and style not in seen:
            seen.add(style)
            yield self._by_id[style]
            style = self._by_id[style].based_on


class StyleReader:
    """Gathers the styles while the XML comes in, piece by piece."""

    def __init__(self) -> None:
        """Begin without any."""
        self._parser = parser_for(self._start, self._end)
        self._styles = Styles()
        self._open: _Style | None = None
        self._in_defaults = False

    def feed(self, piece: bytes) -> None:
        """Take the next bytes."""
        self._parser.Parse(piece, False)

    def close(self) -> Styles:
        """Return the styles once all bytes are there."""
        self._parser.Parse(b"", True)
        return self._styles

    def _start(self, name: str, attributes: Mapping[str, str]) -> None:
        tag, own = local(name), {local(key): value for key, value in attributes.items()}
        if tag == "style":
            self._open = self._styles._by_id.setdefault(own.get("styleId", ""), _Style())
            if own.get("type") == "paragraph" and own.get("default") in {"1", "true", "on"}:
                self._styles.default_paragraph = own.get("styleId", "")
        elif tag == "rPrDefault":
            self._in_defaults = True
        elif tag == "rFonts" and self._in_defaults:
            self._styles.default_font = font_of(own)
        elif self._open is not None:
            self._of_style(tag, own, self._open)

    def _of_style(self, tag: str, own: Mapping[str, str], style: _Style) -> None:
        if tag == "basedOn":
            style.based_on = own.get("val", "")
        elif tag == "numId":
            style.numbered = own.get("val") != OFF
        elif tag == "rFonts":
            style.font = font_of(own)

    def _end(self, name: str) -> None:
        if local(name) == "style":
            self._open = None
        elif local(name) == "rPrDefault":
            self._in_defaults = False


def font_of(own: Mapping[str, str]) -> str:
    """Return the font that the attributes of `w:rFonts` name; "" for one of the theme, which is Unicode."""
    return own.get("ascii") or own.get("hAnsi") or own.get("cs") or ""
