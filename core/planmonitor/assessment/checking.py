"""Checks, what they find, a judged plan beside its findings (docs/domain.md, rule 24), and the check of every plan."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import permutations
from typing import TYPE_CHECKING, Any, Generic

from attrs import field, frozen

from planmonitor.assessment.plans import JudgedPlan
from planmonitor.assessment.records import TOTAL, Figure
from planmonitor.assessment.results import Occurrence
from planmonitor.messages import N_, Text
from planmonitor.model import validation as valid
from planmonitor.model.sources import Source
from planmonitor.model.validation import of_type, one_of, tuple_of
from planmonitor.numbers import counted, written

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


def year_below_part(judged_plan: JudgedPlan) -> Iterator[Finding]:
    """Find a period that counts less than a period inside it (docs/domain.md, rule 13): a year below its own half-year."""
    for judged in judged_plan.measures:
        if judged.measure.definition.over_time == "point_in_time":
            continue
        by_unit: dict[str, list[Figure]] = {}
        for figure in judged_plan.figures:
            if figure.definition == judged.measure.definition.key and figure.breakdown == TOTAL:
                by_unit.setdefault(figure.unit, []).append(figure)
        for whole, part in (pair for figures in by_unit.values() for pair in permutations(figures, 2)):
            more, less = part.counted, whole.counted
            nested = whole.period != part.period and whole.period.contains(part.period)
            if nested and less is not None and more is not None and less < more:
                said = Text(
                    f"Chỉ tiêu {judged.measure.code}: kỳ {whole.period.id} ({written(less, 'vi')}) thấp hơn "
                    f"kỳ {part.period.id} nằm trong đó ({written(more, 'vi')}): đối chiếu và điều chỉnh số liệu sai.",
                    f"Measure {judged.measure.code}: {whole.period.id} ({written(less, 'en')}) is below "
                    f"{part.period.id} inside it ({written(more, 'en')}): compare them and correct the wrong one.",
                )
                yield Finding(said, judged.measure.source, (judged.id,), units=(whole.unit,) if whole.unit else ())


def case_unreported(judged_plan: JudgedPlan) -> Iterator[Finding]:
    """Find cases that a duty "khi phát sinh" carries and that no report sent tells of (docs/domain.md, rule 18)."""
    for item in judged_plan.deadlines:
        if item.state == "arisen" and item.period is not None:
            vi, en = (_cases(item, language) for language in ("vi", "en"))
            said = Text(
                f"Đã phát sinh {vi}, năm {item.period.id}, chưa ghi nhận việc báo cáo (“{item.duty.rule}”): "
                f"báo cáo ngay, rồi ghi số và ngày văn bản (monitor reports submit {item.duty.id}).",
                f"Arisen: {en}, {item.period.id}; no report on it is recorded (“{item.duty.rule}”): "
                f"report at once, then record number and date of the letter (monitor reports submit {item.duty.id}).",
            )
            ids = tuple(judged_plan.plan.measure_id(case.measure) for case in item.cases)
            yield Finding(said, item.duty.source, ids, units=(item.unit,) if item.unit else ())


def _cases(item: Occurrence, language: str) -> str:
    said = []
    for case in item.cases:
        label, noun = (text.in_language(language) for text in (case.measure.label, case.measure.definition.noun))
        said.append(f"{counted(case.count, language)} {noun} ({case.measure.code}. {label})")
    return ", ".join(said)


def report_overdue(judged_plan: JudgedPlan) -> Iterator[Finding]:
    """Find reports whose last day is past and of which no sending is recorded; say which reports have no day yet (rules 18 and 19)."""
    overdue: dict[str, list[Occurrence]] = {}
    for item in judged_plan.deadlines:
        if item.state == "overdue":
            overdue.setdefault(item.duty.id, []).append(item)
    for items in overdue.values():
        duty = items[0].duty
        vi, en = (_owing(items, whole, word) for whole, word in (("toàn địa bàn", "đủ {} số liệu"), ("the whole place", "{} figures in")))
        said = Text(
            f"{duty.called.vi} ({duty.rule}) quá hạn, chưa ghi nhận việc gửi: {vi}. "
            f"Đã gửi thì ghi số và ngày văn bản (monitor reports submit {duty.id}); chưa gửi thì đôn đốc.",
            f"{duty.called.en} ({duty.rule}) is past its last day, and no sending is recorded: {en}. "
            f"If it was sent, record number and date of the letter (monitor reports submit {duty.id}); if not, remind.",
        )
        yield Finding(said, duty.source, units=tuple(dict.fromkeys(item.unit for item in items if item.unit is not None)))
    for duty in (item.duty for item in judged_plan.deadlines if item.state == "undated"):
        asked = (question.id for question in judged_plan.plan.questions if (question.about, question.answer_type) == (f"duty:{duty.id}", "month_day"))
        if question := next(asked, None):
            said = Text(
                f"{duty.called.vi} chưa có thời hạn: xác định ngày gửi theo văn bản hướng dẫn và ghi vào monitor.toml (answers: {question}).",
                f"{duty.called.en} has no date: settle it by the guiding letter and write it into monitor.toml (answers: {question}).",
            )
            yield Finding(said, duty.source, units=duty.reporters, state="not_judged")


def _owing(items: Iterable[Occurrence], whole_place: str, in_hand: str) -> str:
    """Return who owes reports on which periods, and how many of their figures are in: "Công an xã (2025: đủ 2/3 số liệu)"."""
    by_unit: dict[str, list[str]] = {}
    for item in items:
        figures = f": {in_hand.format(f'{item.received}/{item.expected}')}" if item.expected else ""
        by_unit.setdefault(item.unit_name or whole_place, []).append(f"{item.period.id if item.period else '…'}{figures}")
    return "; ".join(f"{name} ({', '.join(found)})" for name, found in by_unit.items())


CASE_UNREPORTED = "planmonitor/case-unreported"
"""Id of the check for what has to be reported at once."""

_YEAR_BELOW_PART = Text("Kỳ dài có số liệu thấp hơn kỳ ngắn nằm trong đó", "A period below a period inside it")
EVERY_PLAN = (
    Check(CASE_UNREPORTED, "error", Text("Vụ việc đã phát sinh, chưa báo cáo", "A case not reported"), case_unreported),
    Check(
        "planmonitor/report-overdue",
        "error",
        Text("Báo cáo quá hạn, chưa ghi nhận việc gửi", "A report overdue, no sending recorded"),
        report_overdue,
    ),
    Check("planmonitor/year-below-part", "error", _YEAR_BELOW_PART, year_below_part),
)
"""The checks that apply to every plan, whatever plugin carries it."""
