"""Where a figure or a rule comes from: the document, the clause in it, and what it leaves unsaid (docs/domain.md, rule 6)."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from attrs import field, frozen

from planmonitor.messages import N_, Text
from planmonitor.model import validation as valid
from planmonitor.model.validation import of_type, one_of, plain_text, plain_text_or_none, tuple_of, tuple_of_plain_text


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
    closing: tuple[str, ...] = field(default=(), validator=tuple_of_plain_text)
    """Its closing paragraphs as printed, or what of them orders no report."""
    recipients: tuple[str, ...] = field(default=(), validator=tuple_of_plain_text)
    """Who gets a copy: the lines under "Nơi nhận" as printed, without dash and semicolon."""
    signatory: tuple[str, ...] = field(default=(), validator=tuple_of_plain_text)
    """The lines of its signature as printed: for whom, office, name."""

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


@frozen
class Choice:
    """One of the answers a question allows."""

    key: str = field(validator=valid.code)
    """What the place writes."""
    label: Text = field(validator=of_type(Text))
    """What it stands for."""
    value: int | Decimal | None = field(default=None, validator=valid.exact)
    """The bar it brings to a target whose `value_from` names the question, or None."""


@frozen
class OpenQuestion:
    """One thing the document leaves open: a typed slot that a place can fill in."""

    id: str = field(validator=valid.code)
    """Its id within the plan, `document-number`."""
    about: str = field(validator=plain_text)
    """What it is about: "document", "place", "measure:4a", "duty:annual-report", "unit:truong-hoc", "maximum:2" (the points of a full score, a
    whole number), "baseline:4a" (the base year of a change), "due:4a" (the last day of a bar), "years:2" or "years:*" (in which years a target is
    judged) or a topic."""
    text: Text = field(validator=of_type(Text))
    """The question."""
    answer_type: str = field(default="text", validator=one_of("text", "date", "month_day", "number", "units", "choice", "years"))
    """What an answer is: "text", "date", "month_day" ("11-24"; for a duty it sets the last day), "number", "units" (ids of units of the plan;
    for a measure they become the units that supply its figure), "choice" or "years"."""
    choices: tuple[Choice, ...] = field(default=(), validator=tuple_of(Choice, named_by="key"))
    """The answers allowed, for a choice."""
    offered: str | int | tuple[int, ...] | None = field(default=None, validator=of_type(str, int, tuple, None))
    """Our reading, which holds until the place answers; shown as an offer, or None."""

    def __attrs_post_init__(self) -> None:
        if (self.answer_type == "choice") != bool(self.choices):
            raise valid.complain(self, "choices", N_("belong to a choice, and a choice needs them"))

    @property
    def asks_base_year(self) -> bool:
        """Whether it asks against which year a change is held."""
        return self.about.startswith("baseline:")
