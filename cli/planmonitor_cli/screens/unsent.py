"""Reports that nobody is known to have sent, in the words of what needs attention: what is overdue and what has arisen, and since when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from planmonitor import Plan
from planmonitor.assessment.checking import CheckedPlan, FoundBy
from planmonitor.assessment.every_plan import CASE_UNREPORTED, REPORT_OVERDUE
from planmonitor.assessment.results import Case, Occurrence
from planmonitor_exchange.speaking.owing import since_when
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.screens.deadlines import submit_line

TOLD = {CASE_UNREPORTED, REPORT_OVERDUE}
"""Checks whose errors are told from the reports themselves."""


def unsent_sentences(checked: CheckedPlan, say: Speaker) -> Iterator[tuple[str, str]]:
    """Yield the reports of a plan that are overdue, or owed on cases: how urgent, and the sentence with the command that notes a letter.

    What was waived is not told: only reports that a finding is about.
    """
    for item in checked.findings:
        if is_told(item):
            arisen = item.check.id == CASE_UNREPORTED
            reports = [one for one in checked.judged.deadlines if one.state == ("arisen" if arisen else "overdue") and _is_about(item, one)]
            if reports:
                said = _arisen(reports, say) if arisen else _overdue(reports, say)
                yield "arisen" if arisen else "error", f"{said}\n{_command(checked.judged.plan, reports[0], say)}"


def is_told(item: FoundBy) -> bool:
    """Return whether a finding is an error that these sentences tell."""
    return item.check.id in TOLD and item.severity == "error" and item.finding.state == "found"


def _is_about(item: FoundBy, report: Occurrence) -> bool:
    """Return whether a finding is about a report: its matter names the duty, and the periods behind it."""
    duty, *periods = item.finding.matter.split()
    return report.duty.id == duty and (report.period is None or report.period.id in periods)


def _overdue(reports: Sequence[Occurrence], say: Speaker) -> str:
    said = N_("Must be dealt with: {report} not known to be sent: {owing}. Send it now or remind the unit; once it is sent, note its letter:")
    return say(said, report=reports[0].duty.called, owing="; ".join(_owing(one, say) for one in reports))


def _owing(report: Occurrence, say: Speaker) -> str:
    """Return who owes a report on what, since when, and how many of its figures are in."""
    first, days = report.overdue_since, report.late_days
    since = "" if first is None or days is None else since_when(first, days, say)
    told = say(N_("{unit}, {period}, {since}"), unit=report.unit_name or say(N_("the place")), period=report.period or "…", since=since)
    figures = N_("{told} ({received}/{expected} figures in)")
    return say(figures, told=told, received=str(report.received), expected=str(report.expected)) if report.expected else told


def _arisen(reports: Sequence[Occurrence], say: Speaker) -> str:
    said = N_("Must be dealt with: {report}, {period}: of {cases} no report is recorded. Report at once; once it is sent, note its letter:")
    first = reports[0]
    cases = "; ".join(_case(case, say) for report in reports for case in report.cases)
    return say(said, report=first.duty.called, period=first.period or "…", cases=cases)


def _case(case: Case, say: Speaker) -> str:
    values = {"count": say.counted(case.count), "noun": case.measure.definition.noun, "code": case.measure.code, "label": case.measure.label}
    if case.since is None:
        return say(N_("{count} {noun} ({code}. {label})"), **values)
    return say(N_("{count} {noun} ({code}. {label}), recorded since {day},"), **values, day=case.since)


def _command(plan: Plan, report: Occurrence, say: Speaker) -> str:
    return submit_line(plan.id, report, say).strip()
