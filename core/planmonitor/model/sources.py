"""Where a figure or a rule comes from: the document, and the clause in it."""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from planmonitor.messages import Text
from planmonitor.model.validation import of_type, plain_text, plain_text_or_none, tuple_of_plain_text


@frozen
class Document:
    """An act, plan or letter."""

    title: Text = field(validator=of_type(Text))
    """What it is called in a sentence."""
    issuer: str = field(validator=plain_text)
    """The body that issued it, in Vietnamese."""
    number: str | None = field(default=None, validator=plain_text_or_none)
    """Number and symbol, or None where the text leaves it blank."""
    issued: date | None = field(default=None, validator=of_type(date, None))
    """Date of issue, or None where the text leaves it blank."""
    implements: tuple[str, ...] = field(default=(), validator=tuple_of_plain_text)
    """The acts it says it carries out, as it names them."""

    def at(self, section: str, clause: str) -> Source:
        """Return the source for one sentence of this document."""
        return Source(document=self, section=section, clause=clause)


@frozen
class Source:
    """The sentence behind a figure, a task or a rule."""

    document: Document = field(validator=of_type(Document))
    """The document it stands in."""
    section: str = field(validator=plain_text)
    """Where, as an officer would cite it: "mục I.2.1"."""
    clause: str = field(validator=plain_text)
    """The words as printed (obvious line breaks mended, typing errors kept)."""
