"""Answers to open questions in words: what stands behind an id or a day, and the command that answers."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from planmonitor import Finding, OpenQuestion, Plan
from planmonitor.model.duties import day_and_year
from planmonitor.numbers import written_day_of_year

from planmonitor_exchange.speaking.translations import N_
from planmonitor_exchange.speaking.values import Values

PLACES = {
    "text": N_('"TEXT"'),
    "date": N_("DAY/MONTH/YEAR"),
    "month_day": N_("DAY/MONTH"),
    "number": N_("NUMBER"),
    "base_year": N_("YEAR"),
    "units": N_('"UNIT"'),
    "years": N_("YEAR YEAR"),
}
"""What stands in a command in place of the answer, by its type; of a choice its keys do."""


def how_to_answer(plan: str, question: OpenQuestion, say: Values) -> str:
    """Return the command that answers a question."""
    kind = "base_year" if question.asks_base_year else question.answer_type
    answer = "|".join(choice.key for choice in question.choices) if question.choices else say(PLACES[kind])
    return f"monitor answer {plan}/{question.id} {answer}"


def how_to_settle(plan: Plan, finding: Finding, say: Values) -> str:
    """Return the command that answers the question a finding waits for, of several the one that lists them; "" where it waits for none."""
    asked = [question for question in plan.questions if question.id in finding.questions]
    if len(asked) == 1:
        return say(N_("Answer: {command}"), command=how_to_answer(plan.id, asked[0], say))
    return say(N_("Answer: {command}"), command=f"monitor questions --plan {plan.id}") if asked else ""


def example_of(question: OpenQuestion, plan: Plan) -> str:
    """Return a command that answers a question, with an answer it takes."""
    examples = {"text": '"…"', "date": "08/4/2026", "month_day": "10/12", "number": "90", "years": str(plan.start.year)}
    units = f'"{plan.units[0].name}"' if plan.units else '"…"'
    examples = {**examples, "number": str(plan.start.year - 1)} if question.asks_base_year else examples
    answer = question.choices[0].key if question.choices else examples.get(question.answer_type, units)
    return f"monitor answer {plan.id}/{question.id} {answer}"


def answer_in_words(question: OpenQuestion, value: Any, plan: Plan, say: Values) -> str:
    """Return an answer as an officer reads it: names of units, the label of a choice, a day with its year."""
    if question.answer_type == "units" and isinstance(value, (tuple, list)):
        return "; ".join(unit.name if (unit := plan.unit(name)) else str(name) for name in value)
    if question.answer_type == "choice":
        return next((say.value(choice.label) for choice in question.choices if choice.key == str(value)), str(value))
    if question.answer_type == "month_day":
        return day_in_words(str(value), say)
    if question.asks_base_year:
        return str(value)
    if isinstance(value, (tuple, list)):
        return ", ".join(map(str, value))  # years are no numbers to be grouped
    return say.value(value if isinstance(value, (str, int, Decimal, date)) else str(value))


def day_in_words(written: str, say: Values) -> str:
    """Return a day of every year, "+1 01-14", as "14/01 năm sau"."""
    day, year = day_and_year(written)
    shown = written_day_of_year(day)
    return say(N_("{day} of the year after"), day=shown) if year == "year_after" else shown
