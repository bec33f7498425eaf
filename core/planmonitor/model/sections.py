"""What a document says beside its targets, the tasks of its units and its reports: its text by headings, and what is done again and again."""

from __future__ import annotations

from attrs import field, frozen

from planmonitor.messages import Text
from planmonitor.model import validation as valid
from planmonitor.model.sources import Source
from planmonitor.model.validation import of_type, plain_text, tuple_of, tuple_of_plain_text


@frozen
class Section:
    """A part of the document under its heading, with what no other part of the plan holds of it."""

    section: str = field(validator=plain_text)
    """Where it stands, as an officer would cite it: "mục III.1". Lines, tasks and reports of that section stand in it."""
    heading: str = field(validator=plain_text)
    """Its heading as printed, without the number."""
    paragraphs: tuple[str, ...] = field(default=(), validator=tuple_of_plain_text)
    """Its paragraphs as printed, or what of them is neither a line of the plan nor a task, a report, money or a thing done again and again."""

    def holds(self, where: str) -> bool:
        """Return whether a place of the document, "mục III.1, đoạn 2", lies in this section, "mục III.1" or "mục III"."""
        return where == self.section or where.startswith((f"{self.section}.", f"{self.section},"))


@frozen
class Rhythm:
    """A thing to be done again and again that is no report: an inspection "định kỳ, đột xuất", a list brought up to date every month.

    No day follows from it: how often is said in the words of the document alone.
    """

    id: str = field(validator=valid.code)
    """Its id within the plan, `monthly-list`."""
    title: Text = field(validator=of_type(Text))
    """What is done."""
    rule: str = field(validator=plain_text)
    """The words that say how often or when, as printed ("định kỳ, đột xuất")."""
    source: Source = field(validator=of_type(Source))
    """The sentence that orders it."""
    units: tuple[str, ...] = field(default=(), validator=tuple_of(str))
    """Units that do it; empty where the document names none."""
