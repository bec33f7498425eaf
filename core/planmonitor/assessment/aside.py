"""Figures that are recorded and counted nowhere: they are never lost from sight (docs/domain.md, section 4)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from planmonitor.assessment.acts import Sending
from planmonitor.assessment.checking import Finding
from planmonitor.assessment.plans import JudgedPlan
from planmonitor.assessment.records import TOTAL, Figure, MemberUnit
from planmonitor.assessment.rollup import counts_as, year_of_case
from planmonitor.messages import Text
from planmonitor.model.plans import Measure, Plan
from planmonitor.model.sources import Document
from planmonitor.numbers import written_day

RULE = Document(Text("Nguyên tắc theo dõi của phần mềm", "Rules of the program"), "planmonitor").at(
    "docs/domain.md, mục 4", "Số liệu đã ghi luôn được hiển thị, kể cả khi không còn được tính."
)
"""What is behind the finding: no plan says it."""

SHOWN = 6
"""How many figures are named; the rest is counted."""


def is_used(figure: Figure, plans: Iterable[JudgedPlan]) -> bool:
    """Return whether a measure of some plan takes a figure: its days, its unit, and what was counted."""
    return any(_takes(judged, measure, figure) for judged in plans for measure in judged.plan.measures if measure.definition.key == figure.definition)


def _takes(judged: JudgedPlan, measure: Measure, figure: Figure) -> bool:
    window, definition = judged.plan.window_of(measure), measure.definition
    units = {"", *(share.unit for share in measure.owners), *(member.id for member in judged.members)}
    rules = {measure.over_time(target) for target in measure.targets}
    counted = definition.unread or any(counts_as(figure, definition, rule) for rule in rules)
    if "any_breach" in rules and figure.counted not in {None, 0} and year_of_case(figure, window) in {*judged.plan.years_of(measure)}:
        return counted  # a case breaks the year it lies in, whatever its own days and whoever reported it
    early = judged.plan.is_beyond(measure) and figure.period.end < judged.plan.first_day_of(measure) and not figure.comparison
    inside = window.fits(figure.period) and window.year(figure.period.year).contains(figure.period)
    return counted and inside and not early and figure.unit in units


def other_base_years(plan: Plan, measure: Measure, figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """Return the comparison figures of whole years that a measure is not held against, while those of its base year are missing.

    The base year was changed, or one of the two was written wrongly. They may be shown beside later figures; no bar rests on them.
    """
    window, key = plan.window_of(measure), measure.definition.key
    recorded = [figure for figure in figures if figure.definition == key]
    bases = [target.baseline for target in measure.targets if target.baseline is not None]
    wanted = [window.year(base.year) for base in bases if base.numerator is None]
    if not any(not any(year.contains(figure.period) for figure in recorded) for year in wanted):
        return ()
    years = {base.year for base in bases}
    compared = (figure for figure in recorded if figure.comparison and figure.breakdown == TOTAL)
    return tuple(figure for figure in compared if figure.period.year not in years and figure.period == window.year(figure.period.year))


def counting(judged: JudgedPlan, figures: Iterable[Figure]) -> tuple[Figure, ...]:
    """Return those of some figures that a plan takes; of a member's only those that make up the figure of their year."""
    taken = [figure for figure in figures if is_used(figure, (judged,))]
    members = {member.id for member in judged.members}
    theirs = [figure for figure in taken if figure.unit in members and not figure.comparison]
    told: set[tuple[object, ...]] = set()
    for key, year in {(figure.definition, figure.period.year) for figure in theirs}:
        values = (judged.value_in(item, year) for item in judged.with_definition(key))
        told |= {figure.key[:5] for value in values if value is not None for figure in value.figures}
    return tuple(figure for figure in taken if figure not in theirs or figure.key[:5] in told)


def left_aside(plans: tuple[JudgedPlan, ...], figures: Iterable[Figure]) -> Iterator[Finding]:
    """Find the figures of a place that no measure followed takes: renamed, unfollowed, of other days, of a unit no longer asked.

    Where a plan followed counts by that definition, or is of the same plugin, somebody may have meant them to count; the others are only noted.
    """
    aside = [figure for figure in figures if not figure.definition.startswith("population/") and not is_used(figure, plans)]
    followed = {judged.plan.id.partition("/")[0] for judged in plans}
    counted = {measure.definition.key for judged in plans for measure in judged.plan.measures}
    near = [figure for figure in aside if figure.definition in counted or figure.definition.partition("/")[0] in followed]
    yield from _told(near, "warning")
    yield from _told([figure for figure in aside if figure not in near], "notice")


def of_other_places(recorded: Iterable[Figure | MemberUnit | Sending]) -> Iterator[Finding]:
    """Tell for each place how much was recorded under it: its name may have been written in another way then."""
    for place, count in sorted(Counter(entry.place for entry in recorded).items()):
        said = Text(
            f"{count:02d} mục đã ghi (số liệu, đơn vị, báo cáo) là của '{place}', không phải của địa phương đang theo dõi, nên không được tính. "
            "Nếu chỉ là tên viết khác, ghi tên đó ở 'place' trong monitor.toml; monitor export vẫn xuất đủ số liệu.",
            f"{count} entries (figures, units, reports) are of '{place}', not of the place that is followed, and count nowhere. If only its name was "
            "written in another way, write that one as 'place' in monitor.toml; monitor export still writes all figures.",
        )
        yield Finding(said, RULE, matter=place)


def _told(aside: Sequence[Figure], severity: str) -> Iterator[Finding]:
    if not aside:
        return
    vi, en = ("; ".join(_named(figure, language) for figure in aside[:SHOWN]) for language in ("vi", "en"))
    more = len(aside) - SHOWN
    said = Text(
        f"{len(aside):02d} số liệu đã ghi không được tính vào chỉ tiêu nào đang theo dõi: {vi}{f'; và {more:02d} số liệu khác' if more > 0 else ''}. "
        "Xem lại mã, thời gian chốt số liệu và đơn vị; monitor export vẫn xuất đủ.",
        f"{len(aside)} recorded figures count in no measure followed: {en}{f'; and {more} more' if more > 0 else ''}. "
        "Look at codes, data windows and units; monitor export still writes them all.",
    )
    matter = " ".join([severity, *sorted(f"{figure.definition} {figure.period.id} {figure.unit}" for figure in aside)])
    yield Finding(said, RULE, severity=severity, matter=matter)


def _named(figure: Figure, language: str) -> str:
    first, last = (written_day(day, language) for day in (figure.period.start, figure.period.end))
    unit = f", {figure.unit}" if figure.unit else ""
    return f"{figure.definition} ({first} - {last}{unit})"
