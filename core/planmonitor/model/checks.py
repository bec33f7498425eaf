"""Checks and what they find (docs/domain.md, rule 24)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from attrs import field, frozen

from planmonitor.messages import N_, Text
from planmonitor.model import validation as valid
from planmonitor.model.sources import Source
from planmonitor.model.validation import of_type, one_of, tuple_of

if TYPE_CHECKING:
    from planmonitor.assessment.plans import AssessedPlan

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
class Check:
    """A rule that a plugin holds the assessed state of a plan against.

    Attributes:
        id: Plugin name with hyphens, a slash, its own name: `child-labour/rate-at-bar`.
        severity: "error" (phải xử lý), "warning" (cần kiểm tra lại) or "notice" (lưu ý).
        title: What it looks for.
        look: Takes an `AssessedPlan` and yields findings. Nothing yielded means "looked, nothing found".
        plans: Ids of the plans it applies to; empty for all plans of its plugin.
    """

    id: str = field(validator=valid.key)
    severity: str = field(validator=one_of(*SEVERITIES))
    title: Text = field(validator=of_type(Text))
    look: Callable[[AssessedPlan], Iterable[Finding]] = field(repr=False)
    plans: tuple[str, ...] = field(default=(), validator=tuple_of(str))

    def __attrs_post_init__(self) -> None:
        if not callable(self.look):
            raise valid.complain(self, "look", N_("cannot be called"))
