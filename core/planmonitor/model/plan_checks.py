"""Checks that a plan declares itself, without code: what must be there together, what is not above what, what is due by a day."""

from __future__ import annotations

from attrs import field, frozen

from planmonitor.messages import N_, Text
from planmonitor.model import validation as valid
from planmonitor.model.duties import month_day
from planmonitor.model.sources import Source
from planmonitor.model.validation import of_type, one_of, tuple_of

PLAN_CHECKS = ("together", "not_above", "due_by")


@frozen
class PlanCheck:
    """A check that the file of a plan declares."""

    id: str = field(validator=valid.code)
    """Its id within the plan, `cases-and-supported`."""
    kind: str = field(validator=one_of(*PLAN_CHECKS))
    """ "together": where one of the measures has a figure of a year, all have one. "not_above": the first counts no more than any of the others, in
    the same period. "due_by": by `day` of every year each has a figure of that year, and what is done or not is done."""
    measures: tuple[str, ...] = field(validator=tuple_of(str, filled=True))
    """Codes of the measures it looks at; at least two, but for "due_by"."""
    source: Source = field(validator=of_type(Source))
    """The sentence behind it."""
    day: str | None = field(default=None, validator=month_day)
    """For "due_by" the last day in time, "11-30"."""
    said: Text | None = field(default=None, validator=of_type(Text, None))
    """What is to be done where something is found, in a sentence that stands behind codes and figures; None for that of the framework."""
    severity: str = field(default="warning", validator=one_of("error", "warning", "notice"))
    """ "error" (phải xử lý), "warning" (cần kiểm tra lại) or "notice" (lưu ý)."""

    def __attrs_post_init__(self) -> None:
        if (self.kind == "due_by") != (self.day is not None):
            raise valid.complain(self, "day", N_("belongs to 'due_by', and 'due_by' needs it"))
        if self.kind != "due_by" and len(self.measures) < 2:
            raise valid.complain(self, "measures", N_("'{kind}' needs two measures at least"), kind=self.kind)
        valid.unique(self, "measures", self.measures)
