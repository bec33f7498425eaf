"""What `monitor.toml` settles for a plan, in its tables `[plans."ID"]`, checked against the plan."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any

from planmonitor.messages import N_, BadData, Text
from planmonitor.model.periods import WINDOWS
from planmonitor.model.plans import Plan
from planmonitor.model.settings import Answer, PlanSettings, check_answer
from planmonitor.model.sources import Document, Source
from planmonitor.model.targets import Baseline, Milestone
from planmonitor.planfile.table import Table
from planmonitor.workspace.file import FILE, WorkspaceFile

PLAN_KEYS = ("answers", "milestones", "baselines", "window")


def settings_of(file: WorkspaceFile, plan: Plan) -> PlanSettings:
    """Return what a workspace settles for a plan.

    Raises:
        BadData: for a key, question or measure the plan does not have, a value of the wrong type, or an answer that does not
            fit its question.
    """
    if plan.id not in file.settings:
        return PlanSettings()
    table = Table(file.settings[plan.id], f'plans."{plan.id}"', PLAN_KEYS)
    questions = {question.id: question for question in plan.questions}
    answers = {name: _answer(given) for name, given in _named(table, "answers", questions)}
    for name, answer in answers.items():
        check_answer(questions[name], answer, plan)
    codes = [measure.code for measure in plan.measures]
    return PlanSettings(
        answers=answers,
        milestones={code: _milestones(given, f"{table.where}.milestones.{code}") for code, given in _named(table, "milestones", codes)},
        baselines={code: _baseline(given, f"{table.where}.baselines.{code}") for code, given in _named(table, "baselines", codes)},
        window=table.choice("window", tuple(WINDOWS)),
    )


def _named(table: Table, key: str, allowed: Collection[str]) -> Iterator[tuple[str, Any]]:
    """Yield what a table inside a plan's table says, by names that are all known."""
    if key in table:
        inside = Table(table.raw(key), f"{table.where}.{key}", allowed)
        yield from ((name, inside.raw(name)) for name in inside)


def _answer(given: object) -> Answer:
    value = given["value"] if isinstance(given, Mapping) and "value" in given else given
    document = given.get("document") if isinstance(given, Mapping) else None
    return Answer(tuple(value) if isinstance(value, list) else value, document)  # type: ignore[arg-type]


def _cited(given: Table) -> Source:
    """Return the source a place cites for its own setting; one without a document says so."""
    document = given.text("document")
    title = Text(document, document) if document else Text("Không nêu văn bản", "No document named")
    return Document(title=title, issuer=FILE).at(FILE, title.vi)


def _milestones(given: object, where: str) -> tuple[Milestone, ...]:
    if not isinstance(given, list):
        raise BadData(N_("{table} must be a list of milestones, each with date, value and document."), table=where)
    return tuple(_milestone(Table(item, where, ("date", "value", "document"))) for item in given)


def _milestone(table: Table) -> Milestone:
    for key in ("date", "value"):
        table.need(key)
    with table.checked():
        return Milestone(due=table.value("date", "day"), value=table.value("value", "figure"), source=_cited(table))


def _baseline(given: object, where: str) -> Baseline:
    table = Table(given, where, ("year", "numerator", "denominator", "document"))
    for key in ("year", "numerator"):
        table.need(key)
    with table.checked():
        return Baseline(
            year=table.value("year", "whole"),
            numerator=table.value("numerator", "figure"),
            denominator=table.value("denominator", "whole"),
            source=_cited(table),
        )
