"""Checks, what they find, and a judged plan beside its findings (docs/domain.md, rule 24)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any, Generic

from attrs import field, frozen

from planmonitor.assessment.plans import JudgedPlan
from planmonitor.messages import N_, Text
from planmonitor.model import validation as valid
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
    """What a check found, or that it cannot be judged yet."""

    message: Text = field(validator=of_type(Text))
    """The sentence, and what to do."""
    source: Source = field(validator=of_type(Source))
    """The clause behind it."""
    measures: tuple[str, ...] = field(default=(), validator=tuple_of(str))
    """Full ids of the measures concerned."""
    units: tuple[str, ...] = field(default=(), validator=tuple_of(str))
    """Ids of the units concerned."""
    state: str = field(default="found", validator=one_of("found", "not_judged"))
    """ "found", or "not_judged" where the check lacks the figures it needs."""
    severity: str | None = field(default=None, validator=one_of(*SEVERITIES, None))
    """Its own severity where it differs from its check's: "error", "warning" or "notice"."""
    questions: tuple[str, ...] = field(default=(), validator=tuple_of(str))
    """Ids of the plan's open questions that settle it; each face says how they are answered."""


@frozen
class Check(Generic[T]):
    """A rule that a judged plan, or all judged plans of a place, are held against."""

    id: str = field(validator=valid.key)
    """Plugin name with hyphens, a slash, its own name: `child-labour/rate-at-bar`."""
    severity: str = field(validator=one_of(*SEVERITIES))
    """ "error" (phải xử lý), "warning" (cần kiểm tra lại) or "notice" (lưu ý)."""
    title: Text = field(validator=of_type(Text))
    """What it looks for."""
    look: Callable[[T], Iterable[Finding]] = field(repr=False)
    """Takes a `JudgedPlan` and yields findings. Nothing yielded means "looked, nothing found"."""
    plans: tuple[str, ...] = field(default=(), validator=tuple_of(str))
    """Ids of the plans it applies to; empty for all plans of its plugin."""

    def __attrs_post_init__(self) -> None:
        if not callable(self.look):
            raise valid.complain(self, "look", N_("cannot be called"))


@frozen
class FoundBy:
    """A finding, and the check that found it."""

    check: Check[Any]
    """The check."""
    finding: Finding
    """What it found, or that it could not be judged."""

    @property
    def severity(self) -> str:
        """The finding's own severity, else its check's."""
        return self.finding.severity or self.check.severity


@frozen
class CheckedPlan:
    """A judged plan and what the checks found in it: what screens and files show."""

    judged: JudgedPlan
    """The judged plan, as the checks saw it."""
    findings: tuple[FoundBy, ...]
    """What they found."""
