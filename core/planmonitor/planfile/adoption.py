"""A measure that a place takes over from a programme's plan (`adopts`): how it is counted, and which sentence stands behind it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from attrs import evolve

from planmonitor.messages import N_, Message, Text
from planmonitor.model.plans import Measure, Plan
from planmonitor.model.questions import OpenQuestion
from planmonitor.model.sources import Source
from planmonitor.model.targets import Target
from planmonitor.numbers import written_day
from planmonitor.planfile.shared import Shelf
from planmonitor.planfile.table import Table

Adopted = tuple[Plan, Measure]


class Adoption:
    """Looks up what the measures of one file take over, and keeps what has to be asked because of it."""

    def __init__(self, shelf: Shelf, top: Table) -> None:
        """Take where measures are looked up, and the head of the file."""
        self._shelf = shelf
        self._top = top
        self._questions: list[OpenQuestion] = []

    def of(self, table: Table) -> Adopted | None:
        """Return the measure that a table adopts, and its plan; None where it adopts none."""
        name = table.text("adopts")
        if name is None:
            return None
        found = self._shelf.measure(name)
        if found is None:
            raise table.unknown("adopts", name, self._shelf.measures())
        return found

    def source(self, table: Table, targets: Sequence[Target], adopted: Adopted | None) -> Source | None:
        """Return the programme's sentence while the bar is the programme's; None where the place's own has to stand there.

        Where the place's plan ends on another day the programme's bar holds, and its own sentence is asked for.
        """
        if adopted is None or "section" in table or "clause" in table:
            return None
        plan, measure = adopted
        theirs, target = measure.targets[-1], targets[-1]
        # A file may hold the bar in force alone, as those did that were written before a file could hold several.
        if [*map(_bar, targets)] != [*map(_bar, measure.targets)][-len(targets) :] or target.due not in {None, plan.due(theirs)}:
            raise table.bad(
                "",
                N_("{table}: bar, words or date are no longer those of {measure}, so its sentence cannot stand behind them."),
                Message.of(N_("Write 'section' and 'clause' of your own document.")),
                measure=plan.measure_id(measure),
            )
        if (target.due or self._top.value("end", "day")) != plan.due(theirs):
            self._questions.append(_unquoted(table.words("code"), plan, plan.due(theirs)))
        return measure.source

    def asked(self, plan: Plan) -> Plan:
        """Return the plan with the questions that its adopted measures leave."""
        return evolve(plan, questions=(*plan.questions, *self._questions)) if self._questions else plan


def _bar(target: Target) -> tuple[object, ...]:
    """Return what the sentence behind a target says."""
    return target.comparator, target.value, target.upper, target.kind, target.scope, target.wording


def _unquoted(code: str, plan: Plan, due: date) -> OpenQuestion:
    """Return the question for the place's own sentence, where the programme's bar was due on another day."""
    title, vi, en = plan.document.title, written_day(due, "vi"), written_day(due, "en")
    return OpenQuestion(
        f"sentence-{code}",
        f"measure:{code}",
        Text(
            f"Chỉ tiêu {code}: mức là của {title.vi}, thời hạn {vi}. Câu nào trong văn bản của chính kế hoạch này quy định mức đó?",
            f"Measure {code}: the bar is that of {title.en}, due {en}. Which sentence of this plan's own document sets it?",
        ),
    )
