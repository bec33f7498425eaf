"""The combined view as JSON, with the keys of docs/interface.md."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from planmonitor.assessment.acts import Acceptance, Sending, Waiver
from planmonitor.assessment.checking import CheckedPlan, FoundBy
from planmonitor.assessment.corrected import Correction
from planmonitor.assessment.results import JudgedMeasure, Occurrence
from planmonitor.assessment.values import Comparison, Value
from planmonitor.assessment.workdays import Calendar
from planmonitor.registry.catalogue import Problem

from planmonitor_exchange.machine.values import exact, figure_text
from planmonitor_exchange.speaking.speaker import Speaker


def plan_json(assessed: CheckedPlan, plugin: str, calendar: Calendar, say: Speaker) -> dict[str, Any]:
    """Return one plan of `monitor status --format json`."""
    done = assessed.judged.completeness
    return {
        "id": assessed.judged.plan.id,
        "title": say.value(assessed.judged.plan.title),
        "plugin": plugin,
        "indicator_counts": assessed.judged.indicator_counts(),
        "counts": assessed.judged.counts(),
        "indicators": [
            {"code": item.indicator.code, "status": item.status, "measures": [judged.id for judged in item.measures]}
            for item in assessed.judged.indicators
        ],
        "measures": [measure_json(judged, say) for judged in assessed.judged.measures],
        "deadlines": [deadline_json(item, calendar) for item in assessed.judged.deadlines],
        "completeness": {
            "expected": done.expected,
            "received": done.received,
            "on_time": done.on_time,
            "reporting_rate": None if done.reporting_rate is None else exact(done.reporting_rate),
            "reporting_rate_on_time": None if done.reporting_rate_on_time is None else exact(done.reporting_rate_on_time),
        },
        "findings": [finding_json(item) for item in assessed.findings],
    }


def measure_json(judged: JudgedMeasure, say: Speaker) -> dict[str, Any]:
    """Return one measure: figure, status, and why."""
    vi, en = Speaker("vi"), Speaker("en")
    return {
        "id": judged.id,
        "indicator": judged.indicator,
        "code": judged.measure.code,
        "label_vi": judged.measure.label.vi,
        "label_en": judged.measure.label.en,
        "measured_in": judged.measure.definition.measured_in,
        "status": judged.status,
        "interim": judged.interim,
        "basis": judged.value.state if judged.value is not None else None,
        "value": value_json(judged.value, say),
        "comparison": _comparison_json(judged.comparison, say),
        "comparator": judged.target.comparator,
        "target": figure_text(judged.target.value),
        "due": judged.due,
        "missing": _missing(judged),
        "drift": None if judged.drift is None else {**_counted_json(judged.drift.value), "turned": judged.drift.turned},
        "old": None if judged.old is None else {"since": judged.old.start, "until": judged.old.end},
        "room": None if judged.room is None else {"count": judged.room.count, "until": judged.room.until},
        "parts": {"expected": len(judged.parts), "received": judged.received},
        "reason_vi": " ".join(filter(None, (vi.message(judged.reason), vi.message(judged.next_step)))),
        "reason_en": " ".join(filter(None, (en.message(judged.reason), en.message(judged.next_step)))),
        "clause": f"{judged.measure.source.section}: {judged.measure.source.clause}",
        "accepted": accepted_json(judged.accepted),
        "lapsed": accepted_json(judged.lapsed),
    }


def _counted_json(value: Value) -> dict[str, Any]:
    return {"numerator": value.numerator, "denominator": value.denominator, "value": _derived(value), "until": value.until}


def accepted_json(accepted: Acceptance | None) -> dict[str, Any] | None:
    """Return by whose letter the explanation of a shortfall was accepted, why, and until when."""
    if accepted is None:
        return None
    return {
        "as": accepted.kind or None,
        "document": accepted.document or None,
        "dated": accepted.dated,
        "body": accepted.body,
        "reason": accepted.reason,
        "until": accepted.until,
    }


def _missing(judged: JudgedMeasure) -> list[str]:
    """Return what is waited for: units by id or name, parts of a breakdown by name, days by the id of their period."""
    units = [part.unit or (part.name.vi if part.name else "") for part in judged.missing]
    return [*units, *(part.vi for part in judged.lacking), *(days.id for days in judged.gaps)]


def value_json(value: Value | None, say: Speaker) -> dict[str, Any] | None:
    """Return what was counted, the derived figure as a decimal, and as it is displayed."""
    if value is None:
        return None
    return {
        "numerator": value.numerator,
        "denominator": value.denominator,
        "value": _derived(value),
        "display": say.amount(value.amount),
        "period": value.period.id,
        "start": value.period.start,
        "end": value.period.end,
        "until": value.until,
        "state": value.state,
    }


def _derived(value: Value) -> int | str | None:
    """Return the sum of a count, or the derived figure; None where there is none."""
    if value.value is not None:
        return figure_text(value.value)
    return None if value.exact is None else exact(value.exact, value.bars)


def _comparison_json(comparison: Comparison | None, say: Speaker) -> dict[str, Any] | None:
    if comparison is None:
        return None
    before = comparison.value
    return {
        "display": say.amount(before.amount),
        "change": say.amount(comparison.amount),
        "numerator": before.numerator,
        "denominator": before.denominator,
        "value": _derived(before),
        "period": before.period.id,
        "difference": exact(comparison.change),
    }


def owed_json(plan: str, item: Occurrence, calendar: Calendar) -> dict[str, Any]:
    """Return one report owed, in a list over several plans: with the plan that asks for it, what it is called, and its rule as printed."""
    called = {"title_vi": item.duty.called.vi, "title_en": item.duty.called.en}
    return {"plan": plan, **called, **deadline_json(item, calendar), "rule": item.duty.rule}


def deadline_json(item: Occurrence, calendar: Calendar) -> dict[str, Any]:
    """Return one report owed, with the last day in time and the last working day up to it."""
    return {
        "duty": item.duty.id,
        "unit": item.unit,
        "unit_name": item.unit_name,
        "period": item.period.id if item.period else None,
        "start": item.period.start if item.period else None,
        "end": item.period.end if item.period else None,
        "last_day": item.last_day,
        "last_working_day": item.last_working_day,
        "asked_by": item.asked_by,
        "set_by": set_by_json(item),
        "days_off_announced": None if item.last_day is None else not calendar.is_expected(item.last_day.year),
        "state": item.state,
        "late_days": item.late_days,
        "since": item.overdue_since or item.arisen_since,
        "figures": {"expected": item.expected, "received": item.received},
        "sending": sending_json(item.sending),
        "returned": returned_json(item.sending),
        "corrections": [correction_json(one) for one in item.corrections],
    }


def correction_json(item: Correction) -> dict[str, Any]:
    """Return one figure that is not what a letter told, with the sentence by which the next report says so."""
    return {
        "measure": item.stands.measure,
        "unit": item.stands.unit or None,
        "breakdown": item.stands.breakdown or None,
        "sentence": item.told.sentence or None,
        "recipients": list(item.recipients),
        "period": item.told.period.id,
        "number": item.letter.letter or None,
        "dated": item.letter.dated,
        "kind": item.kind,
        "then": item.told.figure or None,
        "now": item.stands.figure or None,
        "revision": item.stands.revision or None,
        "reason": item.reason or None,
        "message_vi": item.said.vi,
        "message_en": item.said.en,
    }


def set_by_json(item: Occurrence) -> dict[str, Any] | None:
    """Return the letter by which the place settled the last day, with the day the document sets; None where that day holds."""
    letter = item.set_by
    if letter is None:
        return None
    return {"document": letter.document, "dated": letter.dated, "once": letter.period is not None, "printed_day": item.printed_day}


def sending_json(sending: Sending | None) -> dict[str, Any] | None:
    """Return the letter a report was sent with, and when; None where no sending is recorded or the report was returned."""
    if sending is None or sending.act == "return":
        return None
    return {"number": sending.letter or None, "dated": sending.dated, "sent": sending.sent, "received": sending.received}


def returned_json(sending: Sending | None) -> dict[str, Any] | None:
    """Return why and when a report was returned; None where the last letter stands."""
    if sending is None or sending.act != "return":
        return None
    return {"as": sending.kind or None, "reason": sending.reason, "on": sending.received, "number": sending.letter or None}


def finding_json(item: FoundBy, waiver: Waiver | None = None) -> dict[str, Any]:
    """Return one finding, in both languages, with what it was waived with."""
    return {
        "number": item.number,
        "check": item.check.id,
        "state": item.finding.state,
        "severity": item.severity,
        "message_vi": item.finding.message.vi,
        "message_en": item.finding.message.en,
        "measures": list(item.finding.measures),
        "units": list(item.finding.units),
        "questions": list(item.finding.questions),
        "accepted": None if waiver is None else waiver_json(waiver),
    }


def waiver_json(waiver: Waiver) -> dict[str, Any]:
    """Return by whose letter a finding need not be dealt with, why, and until when."""
    return {
        "as": waiver.kind,
        "document": waiver.document or None,
        "dated": waiver.dated,
        "body": waiver.body,
        "reason": waiver.reason,
        "until": waiver.until,
    }


def problems_json(problems: Sequence[Problem], say: Speaker) -> list[dict[str, Any]]:
    """Return what went wrong with plugins."""
    return [{"plugin": problem.plugin, "stage": problem.stage, "message": say.message(problem.message)} for problem in problems]
