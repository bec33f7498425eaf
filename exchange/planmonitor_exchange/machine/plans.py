"""A plan as JSON, with the keys of docs/interface.md."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from attrs import asdict, has
from planmonitor import (
    Baseline,
    Breakdown,
    Category,
    Check,
    Choice,
    Definition,
    Document,
    Duty,
    Indicator,
    Measure,
    Milestone,
    OpenQuestion,
    Plan,
    Responsibility,
    Source,
    Text,
    Unit,
)
from planmonitor.model.periods import Window
from planmonitor.model.settings import PlanSettings
from planmonitor.planfile.shape import fields_of

from planmonitor_exchange.machine.values import figure_text, machine

CALLED: dict[tuple[type, str], str] = {
    (Plan, "title"): "title_vi",
    (Duty, "title"): "title_vi",
    (Plan, "start"): "period",
    (Plan, "end"): "period",
    (Plan, "questions"): "open_questions",
    (Plan, "checks"): "declared_checks",
    (Document, "issued"): "date",
    (Measure, "code"): "id",
    (Measure, "label"): "label_vi",
    (Definition, "key"): "definition",
    (Definition, "label"): "definition_label",
    (Milestone, "due"): "date",
    (Category, "key"): "categories",
    (Category, "label"): "category_labels",
    (Category, "also"): "category_also",
    (OpenQuestion, "text"): "text_vi",
    (Choice, "label"): "label_vi",
    (Duty, "reporters"): "reporter",
}
"""Fields whose key in the JSON is another than their name; all others stand under their own."""


def text_json(text: Text | None) -> dict[str, str] | None:
    """Return a text in both languages."""
    return None if text is None else {"vi": text.vi, "en": text.en}


def source_json(source: Source | None) -> dict[str, Any] | None:
    """Return the sentence behind something."""
    if source is None:
        return None
    document = source.document.number or source.document.title.vi
    return {"document": document, "section": source.section, "clause": source.clause}


def with_the_rest(entry: dict[str, Any], part: Any) -> dict[str, Any]:
    """Return the JSON of a part with all other fields that its shape has, so that none can be forgotten.

    Args:
        entry: What is said of the part in words of this module.
        part: The part of a plan.
    """
    kind: type = type(part)
    for item in fields_of(kind):
        key = CALLED.get((kind, item.name), item.name)
        if key not in entry:
            entry[key] = _as_it_is(getattr(part, item.name))
    return entry


def _as_it_is(value: Any) -> Any:
    if isinstance(value, tuple):
        return [_as_it_is(item) for item in value]
    if isinstance(value, Text):
        return text_json(value)
    if isinstance(value, Source):
        return source_json(value)
    if isinstance(value, Window):
        return value.key
    if isinstance(value, Decimal):
        return figure_text(value)
    return with_the_rest({}, value) if has(type(value)) else value


def plan_json(plan: Plan, plugin: str, checks: tuple[Check, ...], settings: PlanSettings) -> dict[str, Any]:
    """Return one plan of `monitor plans show --format json`."""
    place, document = plan.place, plan.document
    act = {"number": document.number, "date": document.issued, "issuer": document.issuer, "implements": list(document.implements)}
    entry = {
        "id": plan.id,
        "plugin": plugin,
        "programme": plan.programme,
        "title_vi": plan.title.vi,
        "title_en": plan.title.en,
        "place": None if place is None else with_the_rest({"code": place.code, "name": place.name, "level": place.level}, place),
        "period": {"start": plan.start, "end": plan.end},
        "document": with_the_rest(act, document),
        "objectives": [with_the_rest({"code": item.code, "text": item.text}, item) for item in plan.objectives],
        "indicators": [_indicator(plan, item) for item in plan.indicators],
        "units": [_unit(unit) for unit in plan.units],
        "duties": [_duty(plan, duty) for duty in plan.duties],
        "budget": [source_json(source) for source in plan.budget],
        "checks": [{"id": check.id, "severity": check.severity, "title_vi": check.title.vi, "title_en": check.title.en} for check in checks],
        "open_questions": [question_json(question, settings) for question in plan.questions],
    }
    return with_the_rest(entry, plan)


def question_json(question: OpenQuestion, settings: PlanSettings) -> dict[str, Any]:
    """Return one open question, with what the place answered."""
    entry = {
        "id": question.id,
        "about": question.about,
        "text_vi": question.text.vi,
        "text_en": question.text.en,
        "answer_type": question.answer_type,
        "choices": [_choice(item) for item in question.choices],
        "offered": question.offered,
        "answer": _answer(settings, question.id),
    }
    return with_the_rest(entry, question)


def _choice(choice: Choice) -> dict[str, Any]:
    entry = {"key": choice.key, "label_vi": choice.label.vi, "label_en": choice.label.en, "value": figure_text(choice.value)}
    return with_the_rest(entry, choice)


def _answer(settings: PlanSettings, question: str) -> Any:
    answer = settings.answers.get(question)
    if answer is None:
        return None
    return {"value": machine(answer.value), "document": answer.document}


def _indicator(plan: Plan, indicator: Indicator) -> dict[str, Any]:
    measures = [_measure(plan, measure) for measure in indicator.measures]
    return with_the_rest({"code": indicator.code, "objective": indicator.objective, "text": indicator.text, "measures": measures}, indicator)


def _measure(plan: Plan, measure: Measure) -> dict[str, Any]:
    definition, target = measure.definition, measure.targets[-1]
    entry = {
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
        "milestones": [_milestone(item) for item in target.milestones],
        "numerator": text_json(definition.numerator),
        "denominator": text_json(definition.denominator),
        "condition": text_json(definition.condition),
        "baseline": _baseline(target.baseline),
        "breakdowns": [_breakdown(item) for item in definition.breakdowns],
        "responsible": [_share(share) for share in measure.responsible],
        "card": measure_card(measure),
        "source": source_json(measure.source),
    }
    return with_the_rest(with_the_rest(entry, definition), measure)


def _milestone(milestone: Milestone) -> dict[str, Any]:
    return with_the_rest({"date": milestone.due, "value": figure_text(milestone.value), "source": source_json(milestone.source)}, milestone)


def _breakdown(breakdown: Breakdown) -> dict[str, Any]:
    categories = [category.key for category in breakdown.categories]
    entry = {"key": breakdown.key, "label": text_json(breakdown.label), "kind": breakdown.kind, "categories": categories}
    labels = {item.key: text_json(item.label) for item in breakdown.categories}
    also = {item.key: list(item.also) for item in breakdown.categories if item.also}
    return {**with_the_rest(entry, breakdown), "category_labels": labels, "category_also": also}


def _share(share: Responsibility) -> dict[str, Any]:
    return with_the_rest({"unit": share.unit, "role": share.role, "part": text_json(share.part)}, share)


def _baseline(baseline: Baseline | None) -> dict[str, Any] | None:
    if baseline is None:
        return None
    entry = {"year": baseline.year, "numerator": figure_text(baseline.numerator), "denominator": baseline.denominator}
    return with_the_rest({**entry, "source": source_json(baseline.source)}, baseline)


def measure_card(measure: Measure) -> dict[str, Any]:
    """Return the reference card of a measure; null is an open question."""
    definition: Definition = measure.definition
    card = asdict(definition.card, recurse=False)
    return {name: text_json(value) if isinstance(value, Text) else value for name, value in card.items()}


def _unit(unit: Unit) -> dict[str, Any]:
    tasks = [with_the_rest({"text": task.text, "section": task.section, "role": task.role}, task) for task in unit.tasks]
    return with_the_rest({"id": unit.id, "name": unit.name, "roles": list(unit.roles), "tasks": tasks, "members": unit.members}, unit)


def _duty(plan: Plan, duty: Duty) -> dict[str, Any]:
    targets = () if duty.kind == "on_event" else tuple(measure.code for measure in plan.measures if measure.scope == "target")
    codes = duty.measures or targets
    entry = {
        "id": duty.id,
        "title_vi": duty.called.vi,
        "title_en": duty.called.en,
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
        "last_day_in": duty.due_in,
        "working_days": duty.working_days,
        "due_day": duty.due_day,
        "due_month": duty.due_month,
        "window": {"key": (duty.window or plan.window).key, "default": duty.window is None},
        "measures": [f"{plan.id}/{code}" for code in codes],
        "source": source_json(duty.source),
    }
    return with_the_rest(entry, duty)


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


def measures_of(plan: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return the measures of the JSON of a plan one by one, each with its plan, its indicator and the units that answer for it."""
    return [
        {
            "plan": plan["id"],
            "indicator": indicator["code"],
            **measure,
            "code": measure["id"].removeprefix(f"{plan['id']}/"),
            "units": [share["unit"] for share in measure["responsible"] if share["unit"]],
        }
        for indicator in plan["indicators"]
        for measure in indicator["measures"]
    ]
