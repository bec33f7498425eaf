"""Counts of one thing in two plans that cannot both be right (docs/domain.md, rules 13 and 25)."""

from __future__ import annotations

from collections.abc import Iterator

from planmonitor.assessment.breakdowns import together
from planmonitor.assessment.checking import Finding
from planmonitor.assessment.doubts import Doubt
from planmonitor.assessment.place import PlansOfPlace, capital, days_text, finding_on, measure_text, number_text
from planmonitor.assessment.plans import JudgedPlan
from planmonitor.assessment.results import JudgedMeasure
from planmonitor.messages import Text
from planmonitor.model.periods import Period
from planmonitor.numbers import counted


def contradicting_zero(place: PlansOfPlace) -> Iterator[Finding]:
    """Find a plan that says none occurred while another counts some."""
    for some_plan, none_plan in place.both_ways():
        for some in some_plan.measures:
            if some.value is None or some.value.counted is None or some.value.counted == 0:
                continue
            number = number_text(some.value.counted)
            keys = (some.measure.definition.key, *some.measure.definition.implies)
            # Of two lines that count one thing the first is told.
            for none in (item for key in keys for item in none_plan.with_definition(key)[:1] if not _told_by_days(some, item)):
                if none.value is not None and none.value.counted == 0 and none.value.period.overlaps(some.value.period):
                    ours, theirs = measure_text(none_plan.plan, none), measure_text(some_plan.plan, some)
                    vi = f"{capital(ours.vi)} ghi không có, nhưng {theirs.vi} đếm được {number.vi}: đối chiếu lại hai số liệu."
                    en = f"{capital(ours.en)} says none, but {theirs.en} counts {number.en}: compare the two figures."
                    yield finding_on(vi, en, none.measure.source, none, some)


def _told_by_days(some: JudgedMeasure, none: JudgedMeasure) -> bool:
    """Return whether a case of one measure beside a zero of another breaks a zero target, or is told by `case_across_windows`."""
    key = some.measure.definition.key
    return none.target.kind == "zero_incident" and (none.measure.definition.key == key or any(doubt.definition.key == key for doubt in none.doubts))


def case_across_windows(place: PlansOfPlace) -> Iterator[Finding]:
    """Find cases of which nobody can tell whether they lie in the year of a plan that wants none: some of their days do (rule 13)."""
    for judged_plan in place.plans:
        told: dict[object, list[tuple[JudgedMeasure, Doubt]]] = {}
        for judged in judged_plan.measures:
            for doubt in judged.doubts:
                asked = told.setdefault(doubt.case.key, [])
                # Of two lines that count one thing the first is told.
                if all(other.measure.definition.key != judged.measure.definition.key for other, _doubt in asked):
                    asked.append((judged, doubt))
        # One child drowned is told once, though it is an accident too.
        yield from (_across(judged_plan, asked) for asked in told.values())


def _across(judged_plan: JudgedPlan, asked: list[tuple[JudgedMeasure, Doubt]]) -> Finding:
    plan, measures, doubt = judged_plan.plan, [judged for judged, _doubt in asked], asked[0][1]
    ours, theirs = days_text(doubt.year.start, doubt.year.end), days_text(doubt.case.period.start, doubt.case.until)
    noun, number = doubt.definition.noun, [counted(together([doubt.case]), language) for language in ("vi", "en")]
    none = next((judged for judged in measures if _says_none(judged, doubt.year)), None)
    if none is not None:
        own = measure_text(plan, none)
        vi = (
            f"{capital(own.vi)} ghi không có ({ours.vi}), nhưng đã ghi {number[0]} {noun.vi} cho {theirs.vi}, một phần ngoài kỳ đó: "
            "xác định ngày xảy ra, rồi điều chỉnh một trong hai số liệu."
        )
        en = (
            f"{capital(own.en)} says none ({ours.en}), but {number[1]} {noun.en} are recorded for {theirs.en}, partly outside it: "
            "find out the day, then correct one of the two figures."
        )
        return finding_on(vi, en, none.measure.source, *measures)
    under, known = doubt.under.code, doubt.known_as
    as_vi = f" ở {' và '.join(name.vi for name in known)}" if known else ""
    as_en = f" as {' and '.join(name.en for name in known)}" if known else ""
    vi = (
        f"Đã ghi {number[0]} {noun.vi} cho {theirs.vi}{as_vi}, một phần ngoài kỳ {ours.vi} của {plan.called.vi}: "
        f"xác định ngày xảy ra; thuộc kỳ đó thì ghi vào chỉ tiêu {under} của kế hoạch này."
    )
    en = (
        f"{number[1]} {noun.en} are recorded for {theirs.en}{as_en}, partly outside {ours.en} of {plan.called.en}: "
        f"find out the day; if it lies inside, record the case under measure {under} of this plan."
    )
    return finding_on(vi, en, measures[0].measure.source, *measures)


def _says_none(judged: JudgedMeasure, year: Period) -> bool:
    return judged.value is not None and judged.value.counted == 0 and year.contains(judged.value.period)


def more_in_fewer_days(place: PlansOfPlace) -> Iterator[Finding]:
    """Find a count that is above another one of the same thing although all its days lie inside the other's."""
    for one, other in place.both_ways():
        for inner in one.measures:
            for outer in other.with_definition(inner.measure.definition.key):
                if inner.measure.definition.over_time == "count" and _is_more_inside(inner, outer):
                    yield _more(inner, outer, measure_text(one.plan, inner), measure_text(other.plan, outer))


def _is_more_inside(inner: JudgedMeasure, outer: JudgedMeasure) -> bool:
    """Return whether a measure counts more than another, which counts some, in days of which all are the other's too."""
    more, less = inner.value, outer.value
    if more is None or less is None or more.counted is None or less.counted in {None, 0}:
        return False
    return less.period.start <= more.period.start and more.until <= less.until and together(more.figures) > together(less.figures)


def _more(inner: JudgedMeasure, outer: JudgedMeasure, one: Text, other: Text) -> Finding:
    values = [value for value in (inner.value, outer.value) if value is not None]
    (above, ours), (below, theirs) = ((number_text(together(value.figures)), days_text(value.period.start, value.until)) for value in values)
    vi = f"{capital(one.vi)} đếm được {above.vi} ({ours.vi}), nhiều hơn {other.vi} trong thời gian dài hơn ({below.vi}; {theirs.vi}): đối chiếu lại."
    en = f"{capital(one.en)} counts {above.en} ({ours.en}), more than {other.en} in more days ({below.en}; {theirs.en}): compare the two figures."
    return finding_on(vi, en, inner.measure.source, inner, outer)
