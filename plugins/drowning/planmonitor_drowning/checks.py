"""What can be looked for in the figures on child injuries and drowning, beyond whether a target is met.

Each check cites the clause of the measure it holds the figures against.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from planmonitor import Check, Finding, JudgedMeasure, JudgedPlan, Text, written, written_day

COMMUNE = ("drowning/commune-2021-2030",)
"""The plan that most checks look at."""

DROWNING_DEATHS = "drowning/deaths"
INJURED = "drowning/injured"
INJURY_CASES = "drowning/injury-cases"
INJURY_DEATHS = "drowning/injury-deaths"
INJURY_DEATH_RATE = "drowning/injury-death-rate"
INJURY_RATE = "drowning/injury-rate"
RISK_SITES = "drowning/risk-sites-found"
RISK_SITES_DEALT_WITH = "drowning/risk-sites-dealt-with"
SURVEILLANCE_DEATHS = "drowning/surveillance-deaths"
SURVEILLANCE_INJURED = "drowning/surveillance-injured"
"""What the checks look at, by key of its definition."""

DROWNED = (("cause", "drowning"),)
"""The part of a figure by type of injury that drowned."""


def first_with(judged_plan: JudgedPlan, key: str) -> JudgedMeasure | None:
    """Return the measure of the plan that counts a definition, or None."""
    return next(iter(judged_plan.with_definition(key)), None)


def counted(judged: JudgedMeasure | None) -> int | None:
    """Return what a measure counts, above the line where it is divided; None without a figure."""
    if judged is None or judged.value is None:
        return None
    return None if judged.value.counted is None else int(judged.value.counted)


# drowning/child-drowned


def child_drowned(judged_plan: JudgedPlan) -> Iterator[Finding]:
    """Find children who drowned in the year judged."""
    deaths = first_with(judged_plan, DROWNING_DEATHS)
    if deaths is not None and (drowned := counted(deaths)):
        yield Finding(
            Text(
                f"{drowned:02d} trẻ em tử vong do đuối nước ({_period(deaths).vi}): báo cáo cấp trên nếu chưa báo cáo, hỗ trợ gia đình, rà soát "
                "nơi xảy ra và xử lý điểm nguy cơ.",
                f"Children who drowned: {drowned} ({_period(deaths).en}). Report upwards if nobody has, support the families, review the places "
                "where it happened and deal with the risk.",
            ),
            deaths.measure.source,
            (deaths.id,),
        )


# drowning/drowned-by-type


def drowned_by_type(judged_plan: JudgedPlan) -> Iterator[Finding]:
    """Find drownings among the injuries by type that the children recorded as drowned do not account for."""
    deaths = first_with(judged_plan, DROWNING_DEATHS)
    if deaths is not None:
        for key in (INJURY_DEATHS, INJURY_CASES):
            yield from _drowned_by_type(judged_plan, key, deaths)


def _drowned_by_type(judged_plan: JudgedPlan, key: str, deaths: JudgedMeasure) -> Iterator[Finding]:
    """Find drownings that only the injuries by type tell: more of them than children are recorded as drowned in that year."""
    judged = first_with(judged_plan, key)
    figures = [figure for figure in judged_plan.figures if figure.definition == key and figure.breakdown == DROWNED and not figure.comparison]
    begun = [figure for figure in figures if figure.period.start <= judged_plan.as_of]
    cases = [(figure.period, int(figure.value)) for figure in begun if figure.value is not None and figure.value > 0]
    if judged is None or not cases:
        return
    period, told = max(cases, key=lambda case: (case[0].year, case[1]))
    known = counted(deaths) if deaths.value is not None and deaths.value.period.year == period.year else None
    if told > (0 if known is None else known):
        code, noun = judged.measure.code, judged.measure.definition.noun
        yield Finding(
            Text(
                f"Chỉ tiêu {code} ghi {told:02d} {noun.vi} loại đuối nước ({period.called.vi}), số trẻ em tử vong do đuối nước cùng năm "
                f"{'chưa ghi' if known is None else f'là {known}'}: đối chiếu, ghi đủ và xử lý điểm nguy cơ.",
                f"Measure {code} has {told} {noun.en} of drowning ({period.called.en}); children who drowned that year: "
                f"{'not recorded' if known is None else known}. Compare, record all, and deal with the risk.",
            ),
            judged.measure.source,
            (judged.id,),
        )


def _period(judged: JudgedMeasure) -> Text:
    return Text("…", "…") if judged.value is None else judged.value.period.called


# drowning/risk-sites-open

SEASONS = (
    ("before-summer", Text("kỳ nghỉ hè", "the summer holidays")),
    ("before-floods", Text("mùa mưa lũ", "the flood season")),
)
"""The open questions under which a place sets the days, and what for."""


def risk_sites_open(judged_plan: JudgedPlan) -> Iterator[Finding]:
    """Find risk sites not dealt with once a day has come that the place sets for summer or for the floods, and those left from a year before."""
    found, dealt = first_with(judged_plan, RISK_SITES), first_with(judged_plan, RISK_SITES_DEALT_WITH)
    if found is None or dealt is None:
        return
    yield from _left_over(judged_plan, found, dealt)
    if judged_plan.as_of.year > judged_plan.plan.last_day_of(found.measure).year:
        return  # no summer and no flood season of the plan is left, and no figure of this year is taken
    for question, season in SEASONS:
        answer = judged_plan.plan.answer(question)
        if answer is None:
            yield _not_judged(
                found,
                f"Chưa ấn định ngày phải xử lý xong điểm nguy cơ trước {season.vi}: xác định và trả lời câu hỏi này.",
                f"No day is set by which risk sites are dealt with before {season.en}: settle it and answer the question about it.",
                questions=(question,),
            )
        elif judged_plan.as_of >= (day := date.fromisoformat(f"{judged_plan.as_of.year}-{answer}")):
            yield from _still_open(found, dealt, day, season)


def _left_over(judged_plan: JudgedPlan, found: JudgedMeasure, dealt: JudgedMeasure) -> Iterator[Finding]:
    """Yield the sites that stayed open in the last year that tells of both, until figures of this year settle it (docs/domain.md, section 4)."""
    this_year = judged_plan.as_of.year
    for year in range(this_year, judged_plan.plan.start.year - 1, -1):
        sites, done = (_counted_in(judged_plan, measure, year) for measure in (found, dealt))
        if sites == 0:
            return
        if sites is None or done is None:
            continue
        if year < this_year and done < sites:
            yield _left_from(year, sites, done, found, dealt, until=min(this_year, judged_plan.plan.last_day_of(found.measure).year))
        return


def _left_from(year: int, sites: int, done: int, found: JudgedMeasure, dealt: JudgedMeasure, *, until: int) -> Finding:
    """Return what is left from a year; `until` is the last year of which the plan takes a figure, and where it can be settled."""
    lacking, lacking_en = f", chưa có đủ số liệu năm {until}", f", and the figures of {until} are not all there"
    if year == until:  # only a corrected figure says that they were dealt with since
        lacking = lacking_en = ""
    return Finding(
        Text(
            f"Tồn từ năm {year}: còn {sites - done:02d}/{written(sites, 'vi')} điểm nguy cơ đuối nước chưa xử lý{lacking}: "
            f"xử lý ngay hoặc bố trí người trông coi; đã xử lý thì ghi số liệu năm {until}.",
            f"Left from {year}: {sites - done} of {written(sites, 'en')} risk sites were not dealt with{lacking_en}. "
            f"Deal with them now, or have somebody watch; if they were dealt with, record the figures of {until}.",
        ),
        found.measure.source,
        (found.id, dealt.id),
    )


def _counted_in(judged_plan: JudgedPlan, judged: JudgedMeasure, year: int) -> int | None:
    value = judged_plan.value_in(judged, year)
    return None if value is None or value.counted is None else int(value.counted)


def _still_open(found: JudgedMeasure, dealt: JudgedMeasure, day: date, season: Text) -> Iterator[Finding]:
    sites, done = counted(found), counted(dealt)
    if sites == 0 and found.value is not None and found.value.period.year == day.year:
        return
    if sites is None or done is None or any(item.value is None or item.value.period.year != day.year for item in (found, dealt)):
        yield _not_judged(
            found,
            f"Chưa có số điểm nguy cơ đã phát hiện và đã xử lý của năm {day.year} để đối chiếu với ngày {written_day(day, 'vi')} ({season.vi}).",
            f"There are no figures of {day.year} on risk sites found and dealt with to hold against {written_day(day, 'en')} ({season.en}).",
            dealt,
        )
    elif done < sites:
        yield Finding(
            Text(
                f"Còn {sites - done:02d}/{written(sites, 'vi')} điểm nguy cơ đuối nước chưa xử lý khi đã đến ngày "
                f"{written_day(day, 'vi')} ({season.vi}): cắm biển, rào chắn ngay hoặc bố trí người trông coi.",
                f"{sites - done} of {written(sites, 'en')} risk sites are not dealt with on {written_day(day, 'en')} ({season.en}): "
                "put up signs and fences now, or have somebody watch.",
            ),
            found.measure.source,
            (found.id, dealt.id),
        )


# drowning/deaths-above-injuries

NOT_ABOVE = (
    (INJURY_DEATH_RATE, INJURY_RATE, None),
    (INJURY_DEATH_RATE, INJURED, None),
    (INJURY_DEATHS, INJURY_CASES, None),
    (SURVEILLANCE_DEATHS, SURVEILLANCE_INJURED, None),
    # Who drowned died of an injury: there is no way of counting in which this can be.
    (DROWNING_DEATHS, INJURY_DEATH_RATE, "error"),
    (DROWNING_DEATHS, INJURY_DEATHS, "error"),
)
"""What is not above what, and the severity where it differs from the check's."""


def deaths_above_injuries(judged_plan: JudgedPlan) -> Iterator[Finding]:
    """Find more deaths than injured in the same days, and more children drowned than died of any injury."""
    waiting: list[JudgedMeasure] = []
    for lesser_key, greater_key, severity in NOT_ABOVE:
        lesser, greater = first_with(judged_plan, lesser_key), first_with(judged_plan, greater_key)
        if lesser is None or greater is None:
            continue
        few, many = counted(lesser), counted(greater)
        if few is None or many is None or lesser.value is None or greater.value is None or lesser.value.period != greater.value.period:
            waiting += [judged for judged in (lesser, greater) if judged not in waiting]
        elif few > many:
            yield Finding(_more_than(lesser, few, greater, many, severity), lesser.measure.source, (lesser.id, greater.id), severity=severity)
    if waiting:
        codes = ", ".join(judged.measure.code for judged in waiting)
        yield _not_judged(
            waiting[0],
            f"Chưa có đủ số liệu cùng một kỳ của các chỉ tiêu {codes} để đối chiếu số tử vong với số bị thương tích.",
            f"There are not all figures of the same period of measures {codes} yet to hold deaths against injuries.",
            *waiting[1:],
        )


def _more_than(lesser: JudgedMeasure, few: int, greater: JudgedMeasure, many: int, severity: str | None) -> Text:
    hint_vi = "" if severity else " (tử vong tại nơi xảy ra có thể không tính trong số bị thương tích)"
    hint_en = "" if severity else " (deaths at the place of injury may not be counted among the injured)"
    return Text(
        f"Chỉ tiêu {lesser.measure.code} đếm được {written(few, 'vi')}, nhiều hơn chỉ tiêu {greater.measure.code} ({written(many, 'vi')}), "
        f"{_period(lesser).vi}: đối chiếu lại hai số liệu{hint_vi}.",
        f"Measure {lesser.measure.code} counts {written(few, 'en')}, more than measure {greater.measure.code} ({written(many, 'en')}) in "
        f"{_period(lesser).en}: compare the two figures{hint_en}.",
    )


def _not_judged(judged: JudgedMeasure, vi: str, en: str, *others: JudgedMeasure, questions: tuple[str, ...] = ()) -> Finding:
    ids = (judged.id, *(other.id for other in others))
    return Finding(Text(vi, en), judged.measure.source, ids, state="not_judged", questions=questions)


CHECKS = (
    Check(
        "drowning/child-drowned",
        "error",
        Text("Có trẻ em bị đuối nước", "A child drowned"),
        child_drowned,
        needs=(DROWNING_DEATHS,),
        instead_of=("planmonitor/zero-broken",),
    ),
    Check(
        "drowning/drowned-by-type",
        "error",
        Text("Đuối nước có trong số thương tích, chưa có trong số tử vong", "Drownings among the injuries, not among the deaths"),
        drowned_by_type,
        COMMUNE,
    ),
    Check(
        "drowning/risk-sites-open",
        "error",
        Text("Điểm nguy cơ đuối nước chưa xử lý khi đã đến kỳ nghỉ hè, mùa mưa lũ", "Risk sites not dealt with when summer or the floods come"),
        risk_sites_open,
        COMMUNE,
    ),
    Check(
        "drowning/deaths-above-injuries",
        "warning",
        Text("Số tử vong cao hơn số bị thương tích", "More deaths than injuries"),
        deaths_above_injuries,
    ),
)
