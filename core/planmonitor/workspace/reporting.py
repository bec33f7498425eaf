"""The report that is written at the end of a period, as values: on all plans followed, on one, or of one duty; each face words it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from attrs import frozen

from planmonitor.assessment.beside import parts_in
from planmonitor.assessment.bodies import compiles
from planmonitor.assessment.checking import CheckedPlan, FoundBy
from planmonitor.assessment.corrected import Correction
from planmonitor.assessment.in_period import Span
from planmonitor.assessment.known import Known
from planmonitor.assessment.left_open import TOLD, is_pressing
from planmonitor.assessment.needed import Needed, needed_now
from planmonitor.assessment.plans import JudgedPlan
from planmonitor.assessment.told import About, Standing, standing_in, standing_of
from planmonitor.assessment.values import Part
from planmonitor.messages import N_, BadData, Hint
from planmonitor.model.duties import Duty
from planmonitor.model.periods import Period
from planmonitor.model.plans import Measure, Plan
from planmonitor.workspace.asking import supplier_of
from planmonitor.workspace.judging import Judged, judge, of_unit
from planmonitor.workspace.knowing import known_by_place
from planmonitor.workspace.naming import REPORTED, duty_named, plan_named
from planmonitor.workspace.narrating import Account, account_of
from planmonitor.workspace.opening import Workspace
from planmonitor.workspace.report_lines import ReportLine, Told, lines_of
from planmonitor.workspace.sending import owed_report

LONGEST = 366 + 17
"""Days of the longest period that is reported on: a year of every data window, from 15 December to 31 December."""


@frozen
class PlanReport:
    """What a report tells of one plan."""

    checked: CheckedPlan
    """The plan, judged on the period."""
    period: Period
    """The period, in the plan's data window or in that of the duty."""
    lines: tuple[ReportLine, ...]
    """Its measures, in the order of the document."""
    bases: tuple[tuple[About, Standing], ...]
    """The populations that they are divided by."""
    account: Account
    """What people wrote on the period."""
    corrections: tuple[Correction, ...]
    """What has changed since earlier reports told it: this one lists it."""
    findings: tuple[FoundBy, ...]
    """What the checks find that somebody must deal with, or look at."""
    questions: tuple[Needed, ...] = ()
    """What has to be made clear so that something can be judged or dated; none in a unit's own report."""

    @property
    def plan(self) -> Plan:
        """The plan, with what the place settled."""
        return self.checked.judged.plan

    @property
    def told(self) -> dict[About, Standing]:
        """Every figure that it carries."""
        return dict(pair for line in self.lines for pair in line.told) | dict(self.bases)


@frozen
class PeriodReport:
    """A report on a period."""

    period: Period
    """The period, as the first of its plans understands it."""
    day: date
    """The day it is made."""
    plans: tuple[PlanReport, ...]
    """The plans it tells of, one at least."""
    place: str
    """What the place is called on that day: "xã Vân Sơn"; "" while it is open."""
    within: str
    """What it lies in on that day: "thành phố Bắc Ninh"; "" where nobody says."""
    office: str
    """The office that the workspace names as head of its reports: "UBND xã Vân Sơn"; "" where it names none."""
    notice: str
    """What stands above everything, such as that the figures are illustrative; "" for nothing."""
    duty: Duty | None = None
    """The duty it fulfils; None for a report on whole plans."""
    unit: str = ""
    """Id of the unit whose own report it is; "" for the place's."""
    unit_name: str = ""
    """Its name."""
    reporter: str = ""
    """Id of the unit that owes the duty, or whose own report it is: also where it compiles that of the place; "" where no unit does."""


def report_on(workspace: Workspace, about: str | None, period: str, unit: str = "") -> PeriodReport:
    """Return the report on a period.

    Args:
        workspace: The workspace, opened.
        about: A plan, or the duty of a plan, by id or name; None for all plans followed.
        period: The period as officers write it.
        unit: The unit or member whose own report it is, by id or name; "" for the place's, or for the only one that owes the duty.

    Raises:
        UnknownName: where nothing followed is called so, with what comes near.
        BadData: where the text is no period, none of the plans runs in it, it has not begun, the duty does not owe it, or the unit is asked for
            no figure.
    """
    plan, duty = _meant(workspace, about)
    plans = workspace.followed() if plan is None else [plan]
    if not plans:
        raise BadData(N_("No plan is followed."), Hint.of("follow-first"))
    span, text = _span(plans[0], duty, period)
    _check(workspace, plans, span, period, one=plan is not None)
    judged = judge(workspace, [] if plan is None else [plan.id], span=span)
    known = known_by_place(workspace, None)
    if duty is not None and plan is not None:
        return _of_duty(workspace, judged.plans[0], duty, text, unit, known[workspace.place_of(plan)])
    asked = of_unit(workspace, judged, unit) if unit else judged
    told = [_of_plan(workspace, checked, text, asked, known[workspace.place_of(checked.judged.plan)]) for checked in asked.plans]
    name = next((one.account.unit_name for one in told), "")
    asked_for = [one for one in told if one.lines] if unit else told
    own = [one for one in told if one.plan.unit(_id_in(asked)) is not None]  # of who supplies no figure, the plans that name it
    return _whole(workspace, asked_for or own or told, unit=_id_in(asked), unit_name=name)


def _meant(workspace: Workspace, about: str | None) -> tuple[Plan | None, Duty | None]:
    """Return the plan that a name stands for, or the duty with its plan; neither where nothing is named."""
    if about is None:
        return None, None
    plans = {plan.id: plan for plan in workspace.followed()}
    duties = {f"{plan.id}/{duty.id}": (plan, duty) for plan in plans.values() for duty in plan.duties}
    known = [*map(plan_named, plans.values()), *(duty_named(plan, duty) for plan, duty in duties.values())]
    found = workspace.one(about, known, REPORTED).id
    return duties[found] if found in duties else (plans[found], None)


def _span(plan: Plan, duty: Duty | None, period: str) -> tuple[Span, str]:
    """Return the days of a period in whatever data window, and the text by which every window knows it."""
    if duty is None:
        return Span.named(period), period
    own = duty.parse(period, plan.window)
    text = own.id if own.name is not None else period
    return Span.named(text), text


def _check(workspace: Workspace, plans: Sequence[Plan], span: Span, period: str, *, one: bool) -> None:
    """Raise BadData where none of some plans runs in a period, it has not begun, or is longer than a year."""
    named = plans[0].window.parse(period) if _is_short(plans[0], period) else period
    if (span.last - span.first).days > LONGEST:
        raise BadData(N_("{period} is longer than a year; a report is on a year or a part of one."), period=named)
    running = [plan for plan in plans if span.overlaps(plan)]
    if not running and one:
        outside = N_("{period} lies outside plan {plan} ({start} to {end}).")
        raise BadData(outside, period=named, plan=plans[0].id, start=plans[0].start, end=plans[0].end)
    if not running:
        raise BadData(N_("No plan followed runs in {period}."), Hint.of("see-plans"), period=named)
    if not any(span.has_begun(plan, workspace.day) for plan in running):
        raise BadData(N_("{period} begins on {start}; there is nothing to report yet."), period=named, start=span.first)


def _is_short(plan: Plan, period: str) -> bool:
    try:
        plan.window.parse(period)
    except BadData:
        return False  # the name of a school year, which its duty knows
    return True


def _of_duty(workspace: Workspace, checked: CheckedPlan, duty: Duty, period: str, unit: str, known: Known) -> PeriodReport:
    """Return the report of a duty: just the figures that its letter will be noted to have told."""
    plan = checked.judged.plan
    report = owed_report(workspace, plan, duty, known, period, unit)
    reporter, span = report.unit or "", report.period or duty.parse(period, plan.window)
    told = standing_in(plan, duty, reporter, span, known, known.figures, workspace.day)
    lines = lines_of(checked.judged, told, known, lambda _measure: span)
    own = not compiles(plan, duty, reporter, _place_of(workspace, [plan])[0])
    codes = {line.measure.code for line in lines}
    changed = [item for item in checked.judged.corrections if item.duty == duty and item.letter.unit == reporter]
    of_plan = PlanReport(
        checked,
        span,
        lines,
        _bases_in(told),
        account_of(workspace, plan, span, reporter if own else "", (report.unit_name or "") if own else ""),
        tuple(changed),
        _findings(checked, codes, reporter if own else ""),
        () if own else needed_now(checked),
    )
    name = (report.unit_name or "") if own else ""
    return _whole(workspace, [of_plan], duty=duty, unit=reporter if own else "", unit_name=name, reporter=reporter)


def _of_plan(workspace: Workspace, checked: CheckedPlan, period: str, asked: Judged, known: Known) -> PlanReport:
    """Return what a report tells of a plan: of all its measures, or of those that a unit supplies."""
    judged, plan, units = checked.judged, checked.judged.plan, asked.asked
    told: dict[About, Standing] = {}
    for window in dict.fromkeys(plan.window_of(one.measure) for one in judged.measures):
        span = window.parse(period)
        owed = [pair for pair in _owed_in(judged, span) if plan.window_of(pair[0]) == window and (not units or _is_of(judged, *pair, units))]
        told |= standing_of(plan, owed, span, known, known.figures, workspace.day)
    lines = lines_of(judged, told, known, lambda measure: plan.window_of(measure).parse(period), totals=not units)
    unit = _id_in(asked)
    changed = [item for item in judged.corrections if len(item.duty.reporters) <= 1] if not units else []
    return PlanReport(
        checked,
        plan.window.parse(period),
        lines,
        _bases_in(told) if not units else _bases_of(lines, told),
        account_of(workspace, plan, plan.window.parse(period), unit, judged.unit_name(unit) if unit else ""),
        tuple(changed),
        _findings(checked, {line.measure.code for line in lines}, unit),
        () if unit else needed_now(checked),
    )


def _owed_in(judged: JudgedPlan, span: Period) -> Iterator[tuple[Measure, Part]]:
    """Yield all parts of the figures of a plan that can be counted in a period."""
    for one in judged.measures:
        if not one.measure.definition.sums and judged.plan.first_day_of(one.measure) <= span.end:
            yield from ((one.measure, part) for part in parts_in(judged, one.measure, span))


def _is_of(judged: JudgedPlan, measure: Measure, part: Part, units: frozenset[str]) -> bool:
    """Return whether a part of a figure is of the units asked; of a group whose member is asked, the part of that member alone."""
    members = {member.id for member in judged.members} & units
    if part.group and members:
        return part.unit in members
    return bool({supplier_of(judged, measure, part), part.unit, part.group} & units)


def _id_in(asked: Judged) -> str:
    """Return the id of the unit that is asked, by the first plan that has it; "" for everybody."""
    members = {member.id for checked in asked.plans for member in checked.judged.members if member.id in asked.asked}
    return min(members or asked.asked, default="")


def _bases_in(told: Told) -> tuple[tuple[About, Standing], ...]:
    return tuple((about, standing) for about, standing in told.items() if standing.base is not None)


def _bases_of(lines: Sequence[ReportLine], told: Told) -> tuple[tuple[About, Standing], ...]:
    """Return the populations of a unit's own report: of what it counts for the whole place, not of a figure of which it has a part."""
    wholes = {line.measure.code for line in lines if line.whole}
    return tuple((about, standing) for about, standing in _bases_in(told) if standing.measure.code in wholes)


def _findings(checked: CheckedPlan, codes: set[str], unit: str) -> tuple[FoundBy, ...]:
    """Return what somebody must deal with, or the unit whose report it is, of some measures or of none; what is missing is told anyway."""
    ids = {one.id for one in checked.judged.measures if one.measure.code in codes}
    found = (item for item in checked.findings if is_pressing(item) and item.check.id not in TOLD)
    about = (item for item in found if not item.finding.measures or ids & {*item.finding.measures})
    return tuple(item for item in about if not unit or unit in item.finding.units)


def _whole(
    workspace: Workspace, plans: Sequence[PlanReport], *, duty: Duty | None = None, unit: str = "", unit_name: str = "", reporter: str = ""
) -> PeriodReport:
    own, above = _place_of(workspace, [one.plan for one in plans])
    return PeriodReport(
        plans[0].period,
        workspace.day,
        tuple(plans),
        place=own,
        within=above,
        office=workspace.file.office,
        notice=workspace.file.notice,
        duty=duty,
        unit=unit,
        unit_name=unit_name,
        reporter=reporter or unit,
    )


def _place_of(workspace: Workspace, plans: Sequence[Plan]) -> tuple[str, str]:
    """Return what the place of some plans is called today, and what it lies in: "xã Vân Sơn", "thành phố Bắc Ninh"; "" where nobody says."""
    place = next((plan.place for plan in plans if plan.place is not None), None)
    named = workspace.place_today(place) if place is not None else workspace.place_today()
    own, _, above = named.partition(" (")[0].partition(", ")
    return own, above.rpartition(", ")[2]
