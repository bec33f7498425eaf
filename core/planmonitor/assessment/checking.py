"""Checks, what they find, and a judged plan beside its findings (docs/domain.md, rule 24)."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from hashlib import sha256
from typing import TYPE_CHECKING, Any, Generic

from attrs import field, frozen

from planmonitor.assessment.acts import Waiver
from planmonitor.assessment.plans import JudgedPlan
from planmonitor.assessment.results import JudgedMeasure
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
    year: int | None = field(default=None, validator=of_type(int, None))
    """The reporting year it is about; None for that of the figures of its measures, where it was found."""
    matter: str = field(default="", validator=of_type(str))
    """What it is about beside measures, units and year, where a check may find several that have these alike: the id of a period or a report. Its
    number follows from it, so that it holds no figure."""


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
    needs: tuple[str, ...] = field(default=(), validator=tuple_of(str))
    """Keys of the definitions without whose figures it cannot look. Where a measure of the plan lacks one, "cannot be judged yet" is said and `look`
    is not called; to a plan that counts none of them it does not apply."""
    instead_of: tuple[str, ...] = field(default=(), validator=tuple_of(str))
    """Ids of checks of every plan ("planmonitor/zero-broken") in place of which it looks at what it `needs`, in words of its own."""

    def __attrs_post_init__(self) -> None:
        if not callable(self.look):
            raise valid.complain(self, "look", N_("cannot be called"))
        if self.instead_of and not self.needs:
            raise valid.complain(self, "instead_of", N_("stands for what the check needs, and 'needs' names nothing"))

    def applies_to(self, plan: Plan) -> bool:
        """Return whether it looks at a plan: it is one of `plans`, and counts something of what is needed."""
        counted = {measure.definition.key for measure in plan.measures}
        return (not self.plans or plan.id in self.plans) and (not self.needs or not counted.isdisjoint(self.needs))

    def findings(self, looked_at: T) -> Iterable[Finding]:
        """Return what it finds, or that it cannot be judged yet because figures that it needs are wanting."""
        if self.needs and isinstance(looked_at, JudgedPlan):
            measured = [looked_at.with_definition(key) for key in self.needs]
            if not any(measured):
                return ()
            # Of several lines that count one thing, such as a target and what it is to become later on, one figure will do.
            wanting = [lines[0] for lines in measured if lines and all(line.value is None for line in lines)]
            if wanting:
                return (no_figure(wanting),)
        return self.look(looked_at)


def no_figure(wanting: Iterable[JudgedMeasure]) -> Finding:
    """Return that a check cannot be judged yet, because some measures, one at least, have no figure it could look at."""
    first, *others = wanting
    codes = ", ".join(judged.measure.code for judged in (first, *others))
    said = Text(f"Chưa có số liệu để kiểm tra: {codes}.", f"There is no figure to check yet: {codes}.")
    return Finding(said, first.measure.source, (first.id, *(judged.id for judged in others)), state="not_judged")


LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""What numbers of findings are made of: neither I, L, O nor U, which are taken for others when read out."""


@frozen
class FoundBy:
    """A finding, and the check that found it."""

    check: Check[Any]
    """The check."""
    finding: Finding
    """What it found, or that it could not be judged."""
    plan: str = ""
    """Id of the plan it was found in; "" for what lies between plans."""
    place: int = 0
    """Which it is of several that are about the same measures, units and year, counted from 0."""
    lapsed: Waiver | None = None
    """What it was waived with once, and is no more: the day is past, or what it says has changed; else None."""

    @property
    def about(self) -> tuple[object, ...]:
        """What the finding is about, whatever its sentence says of it today."""
        found = self.finding
        return (self.check.id, self.plan, found.measures, found.units, found.year, found.matter, found.questions, found.source.section, found.state)

    @property
    def number(self) -> str:
        """Its number, "K7F-3QD": the same as long as the matter is the same, short enough to be read out."""
        digest = int.from_bytes(sha256(repr((self.about, self.place)).encode("utf-8")).digest()[:4], "big")
        letters = "".join(LETTERS[(digest >> shift) & 31] for shift in range(0, 30, 5))
        return f"{letters[:3]}-{letters[3:]}"

    @property
    def severity(self) -> str:
        """The finding's own severity, else its check's."""
        return self.finding.severity or self.check.severity

    @property
    def is_error_of_figures(self) -> bool:
        """Whether it is an error that figures of measures make: with other figures it is another matter."""
        return self.severity == "error" and self.finding.measures != ()


@frozen
class Waived:
    """A finding that need not be dealt with for now, and why."""

    found: FoundBy
    """The finding."""
    waiver: Waiver
    """By whose letter, for what reason, and until when."""


@frozen
class CheckedPlan:
    """A judged plan and what the checks found in it: what screens and files show."""

    judged: JudgedPlan
    """The judged plan, as the checks saw it."""
    findings: tuple[FoundBy, ...]
    """What they found, without what was waived."""
    waived: tuple[Waived, ...] = ()
    """What they found and was waived."""
