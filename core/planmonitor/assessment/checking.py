"""Checks, what they find, and a judged plan beside its findings (docs/domain.md, rule 24)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any, Generic

from attrs import field, frozen

from planmonitor.assessment.plans import JudgedPlan
from planmonitor.assessment.results import JudgedMeasure, Occurrence
from planmonitor.messages import N_, Text
from planmonitor.model import validation as valid
from planmonitor.model.plans import Plan
from planmonitor.model.sources import Source
from planmonitor.model.validation import of_type, one_of, tuple_of

if TYPE_CHECKING:  # a default, which Python itself knows from 3.13 on: whoever writes a plan says `Check` and means one that looks at a plan
    from typing_extensions import TypeVar

    T = TypeVar("T", default=JudgedPlan)
else:
    from typing import TypeVar

    T = TypeVar("T")

SEVERITIES = ("error", "warning", "notice")


@frozen
class Finding:
    """What a check found, or that it cannot be judged yet.

    Attributes:
        message: The sentence, and what to do.
        source: The clause behind it.
        measures: Full ids of the measures concerned.
        units: Ids of the units concerned.
        state: "found", or "not_judged" where the check lacks the figures it needs.
        severity: Its own severity where it differs from its check's: "error", "warning" or "notice".
    """

    message: Text = field(validator=of_type(Text))
    source: Source = field(validator=of_type(Source))
    measures: tuple[str, ...] = field(default=(), validator=tuple_of(str))
    units: tuple[str, ...] = field(default=(), validator=tuple_of(str))
    state: str = field(default="found", validator=one_of("found", "not_judged"))
    severity: str | None = field(default=None, validator=one_of(*SEVERITIES, None))


@frozen
class Check(Generic[T]):
    """A rule that a judged plan, or all judged plans of a place, are held against.

    Attributes:
        id: Plugin name with hyphens, a slash, its own name: `child-labour/rate-at-bar`.
        severity: "error" (phải xử lý), "warning" (cần kiểm tra lại) or "notice" (lưu ý).
        title: What it looks for.
        look: Takes a `JudgedPlan` and yields findings. Nothing yielded means "looked, nothing found".
        plans: Ids of the plans it applies to; empty for all plans of its plugin.
    """

    id: str = field(validator=valid.key)
    severity: str = field(validator=one_of(*SEVERITIES))
    title: Text = field(validator=of_type(Text))
    look: Callable[[T], Iterable[Finding]] = field(repr=False)
    plans: tuple[str, ...] = field(default=(), validator=tuple_of(str))

    def __attrs_post_init__(self) -> None:
        if not callable(self.look):
            raise valid.complain(self, "look", N_("cannot be called"))


@frozen
class FoundBy:
    """A finding, and the check that found it.

    Attributes:
        check: The check.
        finding: What it found, or that it could not be judged.
    """

    check: Check[Any]
    finding: Finding

    @property
    def severity(self) -> str:
        """The finding's own severity, else its check's."""
        return self.finding.severity or self.check.severity


@frozen
class CheckedPlan:
    """A judged plan and what the checks found in it: what screens and files show.

    Attributes:
        judged: The judged plan, as the checks saw it.
        findings: What they found.
    """

    judged: JudgedPlan
    findings: tuple[FoundBy, ...]

    @property
    def plan(self) -> Plan:
        """The plan, with what the place settled."""
        return self.judged.plan

    @property
    def as_of(self) -> date:
        """The day it is judged on."""
        return self.judged.as_of

    @property
    def measures(self) -> tuple[JudgedMeasure, ...]:
        """All measures, judged."""
        return self.judged.measures

    @property
    def deadlines(self) -> tuple[Occurrence, ...]:
        """Its reports, with their state."""
        return self.judged.deadlines
