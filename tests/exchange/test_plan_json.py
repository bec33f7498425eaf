"""The JSON of a plan leaves nothing out that a plan can say."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from attrs import evolve
from planmonitor import (
    Baseline,
    Breakdown,
    Card,
    Category,
    Choice,
    Definition,
    Document,
    Duty,
    Indicator,
    Measure,
    Milestone,
    Objective,
    OpenQuestion,
    Place,
    Plan,
    PlanCheck,
    Population,
    Responsibility,
    Rhythm,
    Section,
    Source,
    Target,
    Task,
    Unit,
)
from planmonitor.model.settings import PlanSettings
from planmonitor.planfile.shape import fields_of
from planmonitor.registry import loading
from planmonitor.registry.installed import installed
from planmonitor_exchange.machine.plans import CALLED, plan_json

STANDS_AT = {
    Plan: "",
    Place: "place",
    Document: "document",
    Objective: "objectives",
    Indicator: "indicators",
    Measure: "indicators.measures",
    Definition: "indicators.measures",
    Card: "indicators.measures.card",
    Breakdown: "indicators.measures.breakdowns",
    Category: "indicators.measures.breakdowns",
    Target: "indicators.measures.targets",
    Baseline: "indicators.measures.baseline",
    Milestone: "indicators.measures.milestones",
    Responsibility: "indicators.measures.responsible",
    Unit: "units",
    Task: "units.tasks",
    Duty: "duties",
    Source: "budget",
    Section: "sections",
    Rhythm: "rhythms",
    OpenQuestion: "open_questions",
    PlanCheck: "declared_checks",
    Choice: "open_questions.choices",
    Population: "populations",
}
"""Where the JSON of each part of a plan stands."""


@pytest.fixture(scope="module")
def answers() -> list[dict[str, Any]]:
    """Return the JSON of all bundled plans, and of one of them with a check of its own, which none of them declares."""
    plans = [*loading.load(installed()).plans.values()]
    line = plans[0].measures[0]
    checked = evolve(plans[0], checks=(PlanCheck("own", "due_by", (line.code,), line.source, "11-30"),))
    return [plan_json(plan, "plugin", (), PlanSettings()) for plan in (*plans, checked)]


def at(value: Any, path: str) -> Iterator[dict[str, Any]]:
    """Yield the objects at a path of the JSON, through all lists on the way."""
    if isinstance(value, list):
        for item in value:
            yield from at(item, path)
    elif value is not None:
        key, _dot, rest = path.partition(".")
        yield from at(value[key], rest) if key else (value,)


def parts_of(kind: type) -> set[type]:
    """Return a class, and those of all parts that its shape holds."""
    inside = {field.part for field in fields_of(kind) if field.part is not None}
    return {kind}.union(*(parts_of(part) for part in inside))


def test_every_part_of_a_plan_has_a_place_in_the_json() -> None:
    """A class that a plan gains has to be given a place above, and a key in the JSON."""
    assert parts_of(Plan) == set(STANDS_AT)


@pytest.mark.parametrize("kind", STANDS_AT, ids=lambda kind: kind.__name__)
def test_every_field_of_a_part_stands_in_the_json(answers: list[dict[str, Any]], kind: type) -> None:
    """Each field that the shape knows has its key: its own name, or the one declared in `CALLED`."""
    found = list(at(answers, STANDS_AT[kind]))
    keys = {CALLED.get((kind, field.name), field.name) for field in fields_of(kind)}

    assert found
    for entry in found:
        assert keys <= set(entry), kind


def test_all_bars_of_a_measure_are_told(answers: list[dict[str, Any]]) -> None:
    """A measure whose bar changes has each bar with its days under `targets`; the keys beside it are those of the last."""
    [measure] = [item for item in at(answers, "indicators.measures") if item["id"] == "drowning/commune-2021-2030/1.4"]

    assert [(bar["value"], str(bar["due"])) for bar in measure["targets"]] == [(-10, "2025-12-31"), (-20, "2030-12-31")]
    assert measure["target"] == -20
