"""`monitor plans check`: read a local plan's file over, and say what is wrong, what is odd and what is still open."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click
from planmonitor import Figure, Message, Plan, Text
from planmonitor.planfile.asked import suppliers
from planmonitor.planfile.readings import bars_read, days_read, roles_read
from planmonitor.planfile.retired import modernised, said_of
from planmonitor.planfile.shared import PlanText
from planmonitor.planfile.toml import read_toml
from planmonitor.registry.ageing import Ageing
from planmonitor.registry.catalogue import DRAFT, Catalogue, read_local
from planmonitor.registry.installed import LOCAL, installed
from planmonitor.workspace.judging import would_leave_aside
from planmonitor_exchange.machine.columns import PLAN_FILE
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.invocation import Invocation
from planmonitor_cli.layout import wrapped
from planmonitor_cli.opened import finish, workspace_file_or_none, workspace_with_figures
from planmonitor_cli.options import Command
from planmonitor_cli.output import tell
from planmonitor_cli.plugins import load, note_of
from planmonitor_cli.printer import Printer, answer_options
from planmonitor_cli.screens.figures import counted
from planmonitor_cli.screens.readings import reading_lines

if TYPE_CHECKING:
    from planmonitor.contract.breaches import Breach
    from planmonitor.model.duties import Duty


@click.command(
    "check",
    cls=Command,
    help=N_("Read a local plan's file over: syntax errors by line and column, wrong values by table and key, and what is still open."),
    examples=("monitor plans check plans/van-son-2026-2030.toml", "monitor plans check plans/van-son-2026-2030.toml --format json"),
)
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@answer_options
@click.pass_obj
def check(invocation: Invocation, file: Path, printer: Printer) -> None:
    """Print what the file holds and what is open in it."""
    from planmonitor.contract.examination import examine_plan

    say, catalogue = Speaker(), _catalogue(invocation)
    found = read_local(file, catalogue)
    _note_old(file, say)
    breaches = examine_plan(found.plan, file, catalogue)
    still_open = [*(say.message(item) for item in _open(found.plan)), *map(say.value, _questions(found.plan))]
    aside = [_named(figure, say) for figure in _left_aside(invocation, found.plan)]
    told, read = [_as_json(item, say) for item in breaches], _read(found.plan)
    if printer.how == "json":
        printer.json(
            {"file": str(file), "plan": found.plan.id, "draft": found.draft, "read": read, "open": still_open, "breaches": told, "left_aside": aside}
        )
    elif printer.how == "csv":
        printer.records(PLAN_FILE, _records(still_open, told, aside))
    elif printer.how == "markdown":
        rows = [(say(N_("open")), item) for item in still_open] + [(breach.rule, say.message(breach.sentence)) for breach in breaches]
        rows += [(say(N_("left aside")), item) for item in aside]
        printer.rows((say(N_("Rule")), say(N_("What is wrong"))), rows)
    else:
        printer.text("\n".join([*_screen(found, file, still_open, breaches, say), *_aside_lines(aside, say)]))
    finish(1 if breaches else 0)


def _note_old(file: Path, say: Speaker) -> None:
    """Tell beside the answer which older forms stand in a file, and how it is rewritten."""
    if forms := modernised(read_toml(file).content)[1]:
        tell(say(N_("Note: {warning}"), warning=note_of(Ageing(LOCAL, tuple(map(said_of, forms)), (file,)))))


def _records(still_open: Sequence[str], breaches: Sequence[dict[str, Any]], aside: Sequence[str]) -> Iterator[dict[str, Any]]:
    """Yield everything that is told of a file as objects of one shape."""
    nothing = {"rule": "", "field": "", "cure": "", "line": None}
    yield from ({**nothing, "kind": "open", "message": message} for message in still_open)
    yield from ({"kind": "breach", **breach} for breach in breaches)
    yield from ({**nothing, "kind": "left_aside", "message": message} for message in aside)


def _as_json(breach: Breach, say: Speaker) -> dict[str, Any]:
    said = {"rule": breach.rule, "field": breach.field, "message": say.message(breach.message), "cure": say.message(breach.cure)}
    return {**said, "line": breach.line}


def _read(plan: Plan) -> list[dict[str, str | None]]:
    """Return what was read from which words: the part of the plan, the key, the value and the words."""
    bars = [_reading(f"indicators {bar.measure.code}", "comparator", bar.target.comparator, bar.target.wording) for bar in bars_read(plan)]
    days = [_reading(f"duties {day.duty.id}", *_day_read(day.duty), day.duty.rule) for day in days_read(plan)]
    roles = [_reading(f"units {task.unit.id}, {task.task.section}", "role", task.task.role, task.words) for task in roles_read(plan)]
    return [*bars, *days, *roles]


def _day_read(duty: Duty) -> tuple[str, str]:
    """Return the key under which the last day of a report stands, and what stands there."""
    if duty.due_day is not None:
        return "due_day", f"{duty.due_day} ({duty.due_month})"
    return "last_day", duty.last_day or f"+{duty.working_days}"


def _reading(field: str, key: str, value: str | None, words: str) -> dict[str, str | None]:
    return {"field": field, "key": key, "value": value, "words": words}


def _questions(plan: Plan) -> list[Text]:
    """Return what the plan asks, but for who supplies a figure, which is told of all measures in one line."""
    alike = {question.id for question in suppliers(plan)}
    return [question.text for question in plan.questions if question.id not in alike]


def _catalogue(invocation: Invocation) -> Catalogue:
    """Return the plugins that are enabled; outside a workspace, all that are installed."""
    file = workspace_file_or_none(invocation)
    return load(installed() if file is None else file.plugins, debug=invocation.debug)


def _screen(found: PlanText, file: Path, still_open: list[str], breaches: Sequence[Breach], say: Speaker) -> Iterator[str]:
    plan = found.plan
    yield say(
        N_("{file} can be read: {plan}, {indicators} indicators with {measures} measures, {units} units, {duties} reports."),
        file=str(file),
        plan=plan.id,
        indicators=len(plan.indicators),
        measures=len(plan.measures),
        units=len(plan.units),
        duties=len(plan.duties),
    )
    if breaches:
        yield say(N_("Compare with the document:"))
        yield from (wrapped(said, "  ! ", "    ") for said in _complaints(breaches, say))
    yield from reading_lines(plan, say)
    if still_open:
        yield say(N_("Still open; shown as open wherever the plan is shown:"))
        yield from (wrapped(item, "  - ", "    ") for item in still_open)
    if found.draft:
        yield say(DRAFT, file=str(file))
    if breaches:
        return
    yield say(N_("Then follow it: {command}"), command=f"monitor plans follow {plan.id}")


def _complaints(breaches: Sequence[Breach], say: Speaker) -> Iterator[str]:
    """Yield what is wrong and its cure, each once, with all the places of the file where it stands."""
    same: dict[tuple[str, str], list[str]] = {}
    for breach in breaches:
        where = say(N_("line {line}, {field}"), line=str(breach.line), field=breach.field) if breach.line else breach.field
        same.setdefault((say.message(breach.message), say.message(breach.cure)), []).append(where)
    for (message, cure), fields in same.items():
        yield say(N_("{fields}: {message}. Cure: {cure}"), fields="; ".join(fields), message=message.rstrip("."), cure=cure)


def _left_aside(invocation: Invocation, plan: Plan) -> tuple[Figure, ...]:
    """Return the figures of the workspace that the plan, as the file has it now, would count no more; none outside a workspace."""
    workspace = workspace_with_figures(invocation)
    return () if workspace is None else would_leave_aside(workspace, plan)


def _named(figure: Figure, say: Speaker) -> str:
    return say(
        N_("{definition}, {start} to {end}: {what}"),
        definition=figure.definition,
        start=figure.period.start,
        end=figure.period.end,
        what=counted(figure, say),
    )


def _aside_lines(aside: Sequence[str], say: Speaker) -> Iterator[str]:
    if aside:
        yield say(N_("Recorded figures that this file leaves aside (a code, a window, a base year, a unit or a way of counting has changed):"))
        yield from (wrapped(item, "  ! ", "    ") for item in aside)


def _open(plan: Plan) -> Iterator[Message]:
    """Yield what the file leaves open, beside the plan's questions."""
    if plan.place is None:
        yield Message.of(N_("the place; the plan takes that of the workspace"))
    elif plan.place.name is None:
        yield Message.of(N_("the name of the place"))
    alike = {question.about for question in suppliers(plan)} & {question.about for question in plan.questions}
    if nobody := tuple(measure.code for measure in plan.measures if f"measure:{measure.code}" in alike):
        yield Message.of(N_("which unit supplies the figures of: {codes}"), codes=nobody)
    if not plan.duties:
        yield Message.of(N_("which reports are owed, by whom and by when"))
