"""A plan as JSON, with the keys of docs/interface.md."""

from __future__ import annotations

from typing import Any

from attrs import asdict
from planmonitor import Baseline, Check, Definition, Duty, Indicator, Measure, Plan, Source, Text, Unit
from planmonitor.model.settings import PlanSettings

from planmonitor_exchange.machine.status import figure_text


def text_json(text: Text | None) -> dict[str, str] | None:
    """Return a text in both languages."""
    return None if text is None else {"vi": text.vi, "en": text.en}


def source_json(source: Source | None) -> dict[str, Any] | None:
    """Return the sentence behind something."""
    if source is None:
        return None
    document = source.document.number or source.document.title.vi
    return {"document": document, "section": source.section, "clause": source.clause}


def plan_json(plan: Plan, plugin: str, checks: tuple[Check, ...], settings: PlanSettings) -> dict[str, Any]:
    """Return one plan of `monitor plans show --format json`."""
    place, document = plan.place, plan.document
    return {
        "id": plan.id,
        "plugin": plugin,
        "programme": plan.programme,
        "title_vi": plan.title.vi,
        "title_en": plan.title.en,
        "place": None if place is None else {"code": place.code, "name": place.name, "level": place.level},
        "period": {"start": plan.start, "end": plan.end},
        "document": {"number": document.number, "date": document.issued, "issuer": document.issuer, "implements": list(document.implements)},
        "objectives": [{"code": item.code, "text": item.text} for item in plan.objectives],
        "indicators": [_indicator(plan, item) for item in plan.indicators],
        "units": [_unit(unit) for unit in plan.units],
        "duties": [_duty(plan, duty) for duty in plan.duties],
        "budget": [source_json(source) for source in plan.budget],
        "checks": [{"id": check.id, "severity": check.severity, "title_vi": check.title.vi, "title_en": check.title.en} for check in checks],
        "open_questions": [
            {
                "id": question.id,
                "about": question.about,
                "text_vi": question.text.vi,
                "text_en": question.text.en,
                "answer_type": question.answer_type,
                "choices": [
                    {"key": item.key, "label_vi": item.label.vi, "label_en": item.label.en, "value": figure_text(item.value)}
                    for item in question.choices
                ],
                "offered": question.offered,
                "answer": _answer(settings, question.id),
            }
            for question in plan.questions
        ],
    }


def _answer(settings: PlanSettings, question: str) -> Any:
    answer = settings.answers.get(question)
    if answer is None:
        return None
    value = list(answer.value) if isinstance(answer.value, tuple) else answer.value
    return {"value": value if isinstance(value, (str, int, list)) else str(value), "document": answer.document}


def _indicator(plan: Plan, indicator: Indicator) -> dict[str, Any]:
    return {
        "code": indicator.code,
        "objective": indicator.objective,
        "text": indicator.text,
        "measures": [_measure(plan, measure) for measure in indicator.measures],
    }


def _measure(plan: Plan, measure: Measure) -> dict[str, Any]:
    definition, target = measure.definition, measure.targets[-1]
    return {
        "id": plan.measure_id(measure),
        "definition": definition.key,
        "label_vi": measure.label.vi,
        "label_en": measure.label.en,
        "kind": measure.kind(target),
        "measured_in": definition.measured_in,
        "counts": definition.counts,
        "over_time": measure.over_time(target),
        "scope": target.scope,
        "comparator": target.comparator,
        "target": figure_text(target.value),
        "due": plan.due(target),
        "due_derived": target.due is None,
        "wording": target.wording,
        "modality": target.modality,
        "milestones": [{"date": item.due, "value": figure_text(item.value), "source": source_json(item.source)} for item in target.milestones],
        "numerator": text_json(definition.numerator),
        "denominator": text_json(definition.denominator),
        "condition": text_json(definition.condition),
        "baseline": _baseline(target.baseline),
        "breakdowns": [
            {"key": item.key, "label": text_json(item.label), "kind": item.kind, "categories": [category.key for category in item.categories]}
            for item in definition.breakdowns
        ],
        "responsible": [{"unit": share.unit, "role": share.role, "part": text_json(share.part)} for share in measure.responsible],
        "card": measure_card(measure),
        "source": source_json(measure.source),
    }


def _baseline(baseline: Baseline | None) -> dict[str, Any] | None:
    if baseline is None:
        return None
    return {
        "year": baseline.year,
        "numerator": figure_text(baseline.numerator),
        "denominator": baseline.denominator,
        "source": source_json(baseline.source),
    }


def measure_card(measure: Measure) -> dict[str, Any]:
    """Return the reference card of a measure; null is an open question."""
    definition: Definition = measure.definition
    card = asdict(definition.card, recurse=False)
    return {name: text_json(value) if isinstance(value, Text) else value for name, value in card.items()}


def _unit(unit: Unit) -> dict[str, Any]:
    return {
        "id": unit.id,
        "name": unit.name,
        "roles": list(unit.roles),
        "tasks": [{"text": task.text, "section": task.section, "role": task.role} for task in unit.tasks],
        "members": unit.members,
    }


def _duty(plan: Plan, duty: Duty) -> dict[str, Any]:
    targets = () if duty.kind == "on_event" else tuple(measure.code for measure in plan.measures if measure.scope == "target")
    codes = duty.measures or targets
    return {
        "id": duty.id,
        "kind": duty.kind,
        "reporter": list(duty.reporters),
        "drafter": duty.drafter,
        "issuer": duty.issuer,
        "recipient": duty.recipient,
        "via": duty.via,
        "onward": duty.onward,
        "form": duty.form,
        "rule": duty.rule,
        "last_day": duty.last_day,
        "working_days": duty.working_days,
        "window": {"key": (duty.window or plan.window).key, "default": duty.window is None},
        "measures": [f"{plan.id}/{code}" for code in codes],
        "source": source_json(duty.source),
    }


def plan_row_json(plan: Plan, plugin: str, *, followed: bool) -> dict[str, object]:
    """Return a plan in a list of plans."""
    place = plan.place
    return {
        "id": plan.id,
        "plugin": plugin,
        "title_vi": plan.title.vi,
        "title_en": plan.title.en,
        "place": None if place is None else {"code": place.code, "name": place.name, "level": place.level},
        "period": {"start": plan.start, "end": plan.end},
        "followed": followed,
    }
