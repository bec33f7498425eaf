"""Rules on the calendar: dated reports fall due in every year, and dates lie inside their time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from planmonitor.assessment.deadlines import occurrences
from planmonitor.assessment.known import Known
from planmonitor.contract.breaches import Breach
from planmonitor.contract.rules.barred import Barred, bars_of
from planmonitor.messages import N_, Message
from planmonitor.model.duties import lies_early
from planmonitor.model.plans import Plan
from planmonitor.names import fold
from planmonitor.plantext.reporting import last_day_in, rule_of
from planmonitor.registry.catalogue import Loaded


def calendar(loaded: Loaded) -> Iterator[Breach]:
    """Yield the dated duties that some year of the plan has no report for, and the dates that lie outside their time."""
    for plan in loaded.plans:
        yield from _years_without_report(plan)
        yield from _days_against_rules(plan)
        yield from _year_against_rule(plan)
        yield from _days_before_periods(plan)
    for bar in bars_of(loaded):
        yield from _dates(bar)


def _days_against_rules(plan: Plan) -> Iterator[Breach]:
    for duty in plan.duties:
        read = rule_of(duty.rule)
        if duty.kind == "day_of_month" and read.due_day is not None and (read.due_day, read.due_month) != (duty.due_day, duty.due_month):
            said = N_("the rule '{rule}' means day {wanted} of the month '{month}', the report has another")
            means = Message.of(said, rule=duty.rule, wanted=str(read.due_day), month=read.due_month)
            cure = Message.of(N_("'Trước ngày' excludes the day named, 'chậm nhất ngày' includes it: write {wanted}."), wanted=str(read.due_day))
            yield Breach("calendar", plan.id, f"duties {duty.id}", means, cure, "due_day")
        wanted = last_day_in(duty.rule)
        if duty.kind == "dated" and wanted is not None and wanted != duty.last_day:
            yield Breach(
                "calendar",
                plan.id,
                f"duties {duty.id}",
                Message.of(
                    N_("the rule '{rule}' means {wanted} as the last day, the report has {day}"), rule=duty.rule, wanted=wanted, day=duty.last_day
                ),
                Message.of(N_("'Trước ngày' excludes the day named, 'chậm nhất ngày' includes it: write {wanted}."), wanted=wanted),
                "last_day",
            )


def _year_against_rule(plan: Plan) -> Iterator[Breach]:
    for duty in plan.duties:
        after = fold("năm sau") in fold(duty.rule)
        # Of a day early in the year the words that do not say "năm sau" decide nothing.
        open_ = not after and duty.last_day is not None and lies_early(duty.last_day, duty.period)
        if duty.kind == "dated" and not open_ and after != (duty.due_in == "year_after"):
            said = Message.of(N_("the rule '{rule}' and last_day_in = '{year}' do not name the same year"), rule=duty.rule, year=duty.due_in)
            cure = Message.of(N_('Write "year_after" where the words say so, as \'trước ngày 15/01 năm sau\' does, and "year" elsewhere.'))
            yield Breach("calendar", plan.id, f"duties {duty.id}", said, cure, "last_day_in")


def _days_before_periods(plan: Plan) -> Iterator[Breach]:
    """Yield the reports that would be due before what they report on begins."""
    for duty in plan.duties:
        periods = duty.periods(plan.start.year, plan.window) if duty.has_day else ()
        early = next(((day, period) for period in periods if (day := duty.day_for(period)) is not None and day < period.start), None)
        if early is not None:
            said = Message.of(N_("the last day {day} lies before {period} begins ({start})"), day=early[0], period=early[1], start=early[1].start)
            cure = Message.of(N_("Correct the day, the year it lies in (last_day_in), or what the report is on (period)."))
            yield Breach("calendar", plan.id, f"duties {duty.id}", said, cure, "last_day")


def _years_without_report(plan: Plan) -> Iterator[Breach]:
    owed = {
        (item.duty.id, item.period.year) for item in occurrences(plan, Known(), {}, plan.end) if item.last_day is not None and item.period is not None
    }
    issued = plan.document.issued or date.min
    for duty in plan.duties:
        days = {year: date.fromisoformat(f"{duty.year_of_last_day(year)}-{duty.last_day}") for year in plan.years() if duty.kind == "dated"}
        years = tuple(str(year) for year, day in days.items() if (duty.id, year) not in owed and (duty.valid_from or day) <= day and issued <= day)
        if years:
            yield Breach(
                "calendar",
                plan.id,
                f"duties {duty.id}",
                Message.of(N_("nobody owes this dated report in {years}"), years=years),
                Message.of(N_("Name its reporters, or the measures it carries.")),
                "reporters",
            )


def _dates(bar: Barred) -> Iterator[Breach]:
    plan, target = bar.plan, bar.target
    begins, due = target.valid_from or plan.start, plan.due(target)
    if target.valid_to is not None and target.valid_to < begins:
        yield _outside(bar, "valid_to", N_("the last day {day} of the bar lies before its first, {first}"), target.valid_to, first=begins)
    if due < begins:
        yield _outside(bar, "due", N_("the due date {day} lies before the bar applies, {first}"), due, first=begins)
    if target.scope == "target" and due > plan.end:
        message = Message.of(N_("the due date {day} lies after the end of the plan, {last}"), day=due, last=plan.end)
        cure = Message.of(N_("Correct the date; where the document looks beyond the plan, the scope is 'orientation'."))
        yield bar.breach("calendar", message, cure, "due")
    for number, milestone in enumerate(target.milestones, start=1):
        if not begins <= milestone.due < due:
            said, inside = N_("the milestone of {day} does not lie between {first} and {last}"), f", milestones {number}"
            yield _outside(bar, "due", said, milestone.due, inside, first=begins, last=due)
    for year in target.assessed_years:
        if not plan.start.year <= year <= max(plan.end, due).year:
            yield _outside(bar, "assessed_years", N_("the assessed year {day} is no year of the plan"), str(year))


def _outside(bar: Barred, key: str, template: str, day: date | str, inside: str = "", /, **days: date) -> Breach:
    cure = Message.of(N_("Compare the dates with the document and correct the wrong one."))
    return bar.breach("calendar", Message.of(template, day=day, **days), cure, key, inside)
