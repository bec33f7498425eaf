"""Where a figure or a rule comes from: the document, and the clause in it."""

from __future__ import annotations

from datetime import date

from attrs import field, frozen

from planmonitor.messages import Text
from planmonitor.model.validation import a, tuple_of_words, words, words_or_none


@frozen
class Document:
    """An act, plan or letter.

    Attributes:
        title: What it is called in a sentence.
        issuer: The body that issued it, in Vietnamese.
        number: Number and symbol, or None where the text leaves it blank.
        issued: Date of issue, or None where the text leaves it blank.
        implements: The acts it says it carries out, as it names them.
    """

    title: Text = field(validator=a(Text))
    issuer: str = field(validator=words)
    number: str | None = field(default=None, validator=words_or_none)
    issued: date | None = field(default=None, validator=a(date, None))
    implements: tuple[str, ...] = field(default=(), validator=tuple_of_words)

    def at(self, section: str, clause: str) -> Source:
        """Return the source for one sentence of this document."""
        return Source(document=self, section=section, clause=clause)


@frozen
class Source:
    """The sentence behind a figure, a task or a rule.

    Attributes:
        document: The document it stands in.
        section: Where, as an officer would cite it: "mục I.2.1".
        clause: The words as printed (obvious line breaks mended, typing errors kept).
    """

    document: Document = field(validator=a(Document))
    section: str = field(validator=words)
    clause: str = field(validator=words)
