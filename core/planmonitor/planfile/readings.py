"""What was read from which words of a plan, so that a person can compare it with the document."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrs import frozen

from planmonitor.plantext.reporting import rule_of
from planmonitor.plantext.roles import role_of
from planmonitor.plantext.wording import decided

if TYPE_CHECKING:
    from planmonitor.model.duties import Duty
    from planmonitor.model.plans import Measure, Plan, Task, Unit
    from planmonitor.model.targets import Target


@frozen
class ReadBar:
    """A bar whose comparison is that of its words."""

    measure: Measure
    """The measure."""
    target: Target
    """The bar; its `wording` are the words."""


@frozen
class ReadDay:
    """A report whose day, or number of working days, is that of its rule."""

    duty: Duty
    """The report; its `rule` are the words."""


@frozen
class ReadTask:
    """A task whose role is that of its first words."""

    unit: Unit
    """The unit that has it."""
    task: Task
    """The task."""
    words: str
    """The words that say the role."""


def bars_read(plan: Plan) -> Iterator[ReadBar]:
    """Yield the bars of a plan that its words decide, in the order of the document."""
    for measure in plan.measures:
        for target in measure.targets:
            found = decided(target.wording)
            if found is not None and (found.comparator, found.kind) == (target.comparator, target.kind):
                yield ReadBar(measure, target)


def days_read(plan: Plan) -> Iterator[ReadDay]:
    """Yield the reports of a plan whose limit its words decide."""
    for duty in plan.duties:
        found = rule_of(duty.rule)
        said = (found.kind, found.last_day, found.working_days, found.due_day, found.due_month)
        if duty.has_day and said == (duty.kind, duty.last_day, duty.working_days, duty.due_day, duty.due_month):
            yield ReadDay(duty)


def roles_read(plan: Plan) -> Iterator[ReadTask]:
    """Yield the tasks of a plan whose role their first words decide."""
    for unit in plan.units:
        for task in unit.tasks:
            found = role_of(task.text)
            if found is not None and found.role == task.role:
                yield ReadTask(unit, task, found.words)
