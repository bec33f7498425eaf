"""What was read from which words of a plan, to be compared with the document."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve
from planmonitor import Duty, Plan
from planmonitor.planfile.readings import ReadBar, bars_read, days_read, roles_read
from planmonitor_exchange.speaking.answers import day_in_words
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_
from planmonitor_exchange.speaking.vocabulary import ROLE

from planmonitor_cli.layout import wrapped


def reading_lines(plan: Plan, say: Speaker) -> list[str]:
    """Return what the words of a plan decide, each with those words: bars, last days of reports, and the parts that units have in their tasks."""
    bars = [f"{item.measure.code}: “{item.target.wording}” → {_bar(plan, item, say)}" for item in bars_read(plan)]
    days = [f"{say.value(item.duty.called)}: “{item.duty.rule}” → {_limit(item.duty, say)}" for item in days_read(plan)]
    found = [*bars, *days, *_roles(plan, say)]
    heading = say(N_("Read from the words of the document; compare, and write out what is read wrongly:"))
    return [heading, *(wrapped(line, "  - ", "    ") for line in found)] if found else []


def _bar(plan: Plan, item: ReadBar, say: Speaker) -> str:
    """Return a bar with its day, and the milestones on the way to it."""
    told = [f"{say.bar(item.measure, item.target)} ({say.day(plan.due(item.target))})"]
    told += [f"{say.bar(item.measure, evolve(item.target, value=step.value))} ({say.day(step.due)})" for step in item.target.milestones]
    return "; ".join(told)


def _limit(duty: Duty, say: Speaker) -> str:
    if duty.due_day is not None:
        of_month = N_("day {day} of the month after the period") if duty.due_month == "after" else N_("day {day} of the last month of the period")
        return say(of_month, day=str(duty.due_day))
    if duty.last_day is None:
        return say(N_("working days after the period: {days}"), days=duty.working_days)
    after = "+1 " if duty.due_in == "year_after" else ""
    return say(N_("last day {day}"), day=day_in_words(f"{after}{duty.last_day}", say))


def _roles(plan: Plan, say: Speaker) -> Iterator[str]:
    """Yield one line for each role: its tasks' first words, and how many tasks begin with them."""
    words: dict[str, dict[str, int]] = {}
    for item in roles_read(plan):
        counts = words.setdefault(item.task.role, {})
        counts[item.words.casefold()] = counts.get(item.words.casefold(), 0) + 1
    for role, counts in words.items():
        told = ", ".join(f"“{word}” ({number})" if number > 1 else f"“{word}”" for word, number in counts.items())
        yield say(N_("tasks, {role}: {words}"), role=say(ROLE[role]), words=told)
