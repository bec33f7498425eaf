"""Counts of one thing in two plans that cannot both be right (docs/domain.md, rules 13 and 25)."""

from __future__ import annotations

from collections.abc import Iterator

from planmonitor.assessment.breakdowns import together, with_totals
from planmonitor.assessment.checking import Finding
from planmonitor.assessment.place import PlansOfPlace, days_text, finding_on, number_text
from planmonitor.assessment.records import Figure
from planmonitor.assessment.results import JudgedMeasure
from planmonitor.assessment.rollup import implying, year_of_case
from planmonitor.model.definitions import Definition
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
                    vi = f"{none.id} ghi không có, nhưng {some.id} đếm được {number.vi}: đối chiếu lại hai số liệu."
                    en = f"{none.id} says none, but {some.id} counts {number.en}: compare the two figures."
                    yield finding_on(vi, en, none.measure.source, none, some)


def _told_by_days(some: JudgedMeasure, none: JudgedMeasure) -> bool:
    """Return whether a case of one measure beside a zero of another breaks a zero target, or is told by `case_across_windows`."""
    return none.target.kind == "zero_incident" and none.measure.definition.key == some.measure.definition.key


def case_across_windows(place: PlansOfPlace) -> Iterator[Finding]:
    """Find cases of which nobody can tell whether they lie in the year of a plan that says none: some of their days do (rule 13)."""
    cases: dict[str, list[Figure]] = {}
    for figure in place.figures:
        if not figure.comparison and figure.counted not in {None, 0}:
            cases.setdefault(figure.definition, []).append(figure)
    nones = [(judged.plan, none) for judged in place.plans for none in judged.measures if _says_none(none)]
    # Of two lines that count one thing the first is told.
    for plan, none in {(plan.id, none.measure.definition.key): (plan, none) for plan, none in reversed(nones)}.values():
        if none.value is not None:
            window = plan.window_of(none.measure)
            year = window.year(none.value.period.year)
            for definition in (none.measure.definition, *implying(none.measure.definition.key, place.definitions)):
                # A case that is recorded of girls alone is a case.
                for case in with_totals(cases.get(definition.key, ()), definition):
                    if _overlaps(case, year) and year_of_case(case, window) is None:
                        yield _across(none, year, case, definition)


def _says_none(judged: JudgedMeasure) -> bool:
    return judged.target.kind == "zero_incident" and judged.value is not None and judged.value.counted == 0


def _overlaps(figure: Figure, year: Period) -> bool:
    return figure.period.start <= year.end and year.start <= figure.until


def _across(none: JudgedMeasure, year: Period, case: Figure, definition: Definition) -> Finding:
    ours, theirs, noun = days_text(year.start, year.end), days_text(case.period.start, case.until), definition.noun
    number = [counted(together([case]), language) for language in ("vi", "en")]
    vi = (
        f"{none.id} ghi không có ({ours.vi}), nhưng đã ghi {number[0]} {noun.vi} cho {theirs.vi}, một phần ngoài kỳ đó: "
        "xác định ngày xảy ra, rồi điều chỉnh một trong hai số liệu."
    )
    en = (
        f"{none.id} says none ({ours.en}), but {number[1]} {noun.en} are recorded for {theirs.en}, partly outside it: "
        "find out the day, then correct one of the two figures."
    )
    return finding_on(vi, en, none.measure.source, none)


def more_in_fewer_days(place: PlansOfPlace) -> Iterator[Finding]:
    """Find a count that is above another one of the same thing although all its days lie inside the other's."""
    for one, other in place.both_ways():
        for inner in one.measures:
            for outer in other.with_definition(inner.measure.definition.key):
                if inner.measure.definition.over_time == "count" and _is_more_inside(inner, outer):
                    yield _more(inner, outer)


def _is_more_inside(inner: JudgedMeasure, outer: JudgedMeasure) -> bool:
    """Return whether a measure counts more than another, which counts some, in days of which all are the other's too."""
    more, less = inner.value, outer.value
    if more is None or less is None or more.counted is None or less.counted in {None, 0}:
        return False
    return less.period.start <= more.period.start and more.until <= less.until and together(more.figures) > together(less.figures)


def _more(inner: JudgedMeasure, outer: JudgedMeasure) -> Finding:
    values = [value for value in (inner.value, outer.value) if value is not None]
    (above, ours), (below, theirs) = ((number_text(together(value.figures)), days_text(value.period.start, value.until)) for value in values)
    vi = f"{inner.id} đếm được {above.vi} ({ours.vi}), nhiều hơn {outer.id} trong thời gian dài hơn ({below.vi}; {theirs.vi}): đối chiếu lại."
    en = f"{inner.id} counts {above.en} ({ours.en}), more than {outer.id} in more days ({below.en}; {theirs.en}): compare the two figures."
    return finding_on(vi, en, inner.measure.source, inner, outer)
