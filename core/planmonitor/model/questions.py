"""What a document leaves unsaid, as typed slots that a place can fill in (docs/domain.md, rule 6)."""

from __future__ import annotations

from attrs import field, frozen

from planmonitor.messages import Text
from planmonitor.model import validation as valid
from planmonitor.model.validation import a, one_of

ANSWER_TYPES = ("text", "date", "month_day", "number", "units")


@frozen
class OpenQuestion:
    """One thing the document leaves open.

    Attributes:
        id: Its id within the plan, `document-number`.
        about: What it is about: "document", "place", "measure:4a", "duty:annual-report", "unit:truong-hoc" or a topic.
        text: The question.
        answer_type: What an answer is: "text", "date", "month_day" ("11-24"; for a duty it sets the last day), "number"
            or "units" (ids of units of the plan; for a measure they become the units that supply its figure).
    """

    id: str = field(validator=valid.code)
    about: str = field(validator=valid.words)
    text: Text = field(validator=a(Text))
    answer_type: str = field(default="text", validator=one_of(*ANSWER_TYPES))
