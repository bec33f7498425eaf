"""A plan as its file has it: its measures with their bars and sentences, and what it takes over from elsewhere."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from operator import attrgetter
from typing import Any

from attrs import evolve

from planmonitor.messages import N_, Hint, Message, Text
from planmonitor.model.definitions import Definition, unread_definition
from planmonitor.model.duties import Duty
from planmonitor.model.plans import ROLES, Indicator, Measure, Plan, Task, Unit
from planmonitor.model.sources import OpenQuestion, Source
from planmonitor.model.targets import Baseline, Milestone, Target
from planmonitor.names import names_like
from planmonitor.numbers import written_day
from planmonitor.planfile import derived
from planmonitor.planfile.asked import asked_of
from planmonitor.planfile.parts import PartReader, names_in
from planmonitor.planfile.shape import ALL, CALLED_ONCE, NAMED_BY, fields_by_key, keys_of
from planmonitor.planfile.shared import Shelf
from planmonitor.planfile.table import BadEntry, Table

_BAR = attrgetter("comparator", "value", "upper", "kind", "scope", "wording")
"""What the sentence behind a target says."""


class PlanReader(PartReader):
    """Reads a plan."""

    def __init__(self, plan_id: str, top: Table, shelf: Shelf) -> None:
        super().__init__(top, shelf.own)
        self._id = plan_id
        self._shelf = shelf
        self._questions: list[OpenQuestion] = []
        self._objective = ""
        self._tasks: dict[str, tuple[Task, ...]] = {}
        self._behind: Source | None = None

    def plan(self) -> Plan:
        """Return the plan."""
        document = self.document()
        self._read_names()
        self.read_shared()
        self._check_programme()
        own, place = self._shelf.programmes is not None, self._top.raw("place")
        if own and place and isinstance(place, Mapping) and not {"name", "code"} & set(place):  # a place that writes its plan says which it is
            raise Table(place, "place", tuple(place), ("place",)).missing("name")
        plan: Plan = self.part(Plan, self._top, id=self._id, document=document)
        return evolve(plan, questions=(*plan.questions, *self._questions, *asked_of(plan)))

    def _read_names(self) -> None:
        """Take the names that fields may refer to; two parts that are called alike were copied, and one not renamed."""
        for part, name, path in names_in(self._top.raw, CALLED_ONCE):
            if name in self._names[part]:
                key = NAMED_BY[part]
                hint = Message.of(N_("Give one of them another {key}."), key=key)
                raise Table({}, f"{part}.{name}", (), path).bad(key, N_("{table}: {key} '{name}' stands twice."), hint, key=key, name=name)
            self._names[part].append(name)

    def _check_programme(self) -> None:
        name, known = self._top.text("programme"), self._shelf.programmes
        if name is None or known is None or name in known:
            return
        if (plugin := self._shelf.asleep(name)) is None:
            raise self._top.unknown("programme", name, known)
        said = N_("{table}: key '{key}': '{name}' belongs to plugin {plugin}, which is not enabled.")
        raise self._top.bad("programme", said, Hint.of("enable-plugin", plugin=plugin), key="programme", name=name, plugin=plugin)

    def part(self, kind: type, table: Table, /, **given: Any) -> Any:
        """Return a part of the plan, as `PartReader.part`."""
        if kind is Indicator:
            given["objective"] = self._objective_of(table)
            measures = table.tables("measures", keys_of(Measure), "code")
            given["measures"] = tuple(self._measure(item, table, alone=len(measures) == 1) for item in measures)
        if kind is Milestone or (kind is Baseline and "numerator" in table):
            given["source"] = self._behind if self._behind is not None and not {"section", "clause"} & set(table) else self._source(table)
        if kind is Duty:
            given |= derived.report_of(table)
            if table.raw("measures") == ALL:
                given["measures"] = tuple(self._names["measures"])
        if kind is Unit and "tasks" in table:
            given["tasks"] = self._tasks[table.words("id")] = tuple(self._tasks_of(table))
        return super().part(kind, table, **given)

    def _tasks_of(self, unit: Table) -> Iterator[Task]:
        """Yield the tasks of a unit, a list under each section; or the id of a unit above that has the same ones there."""
        raw = unit.raw("tasks")
        if isinstance(raw, list):  # the older form with a fault in it: a sound one was renewed before
            for item in unit.tables("tasks", ("text", "section", "role"), "section"):
                item.words("text"), item.words("section"), item.choice("role", ROLES)
        tasks = unit.inside("tasks", tuple(raw) if isinstance(raw, Mapping) else ())
        for section in tasks:
            items = tasks.raw(section)
            if isinstance(items, str):
                same = [task for task in self._tasks.get(items, ()) if task.section == section]
                if not same:
                    raise tasks.unknown(
                        section, items, [name for name, known in self._tasks.items() if any(task.section == section for task in known)]
                    )
                yield from same
            elif isinstance(items, list):
                yield from (_task(tasks, section, at) for at in range(len(items)))
            else:
                raise tasks.wrong(section, Message.of(N_("a list of tasks as printed, or the id of a unit above that has the same ones")))

    def _objective_of(self, line: Table) -> str:
        """Return the objective of a line: its own, else that of the line before, as under a heading of the document."""
        if "objective" in line or not self._objective:
            line.need("objective")
            self._objective = self._referred(fields_by_key(Indicator)["objective"], line)
        return self._objective

    def _measure(self, table: Table, line: Table, *, alone: bool) -> Measure:
        code = line.words("code") if alone and "code" not in table else table.words("code")
        adopted = self._adopted(table)
        own = adopted is None or "section" in table or "clause" in table
        self._behind = self._source(table, line) if own else adopted[1].source if adopted else None
        assert self._behind is not None
        label = self._label_of(table, adopted)
        definition = adopted[1].definition if adopted else self._definition_of(table, label, code)
        if not own and adopted is not None:
            _hold_values(table, *adopted)
        targets = self._targets_of(table, definition, self._behind.clause)
        if not own and adopted is not None:
            self._hold_adopted(table, code, targets, *adopted)
        source, self._behind = self._behind, None
        given = {"code": code, "label": label or definition.label, "definition": definition, "targets": targets, "source": source}
        return self.part(Measure, table, **given)  # type: ignore[no-any-return]

    def _label_of(self, table: Table, adopted: tuple[Plan, Measure] | None) -> Text | None:
        """Return what a measure is called; None where its definition, which this file or its plugin holds, says so itself."""
        if "label" in table:
            return self._pair(table, "label")
        if adopted is not None:
            return adopted[1].label
        definition = table.raw("definition")
        if isinstance(definition, Mapping):
            known = "label" in definition
        elif not (known := table.words("definition") in {*self.definitions, *self._beside.definitions}):
            self._shared_definition(table, table.words("definition"))  # a key that is misspelt is told before a label that is not there
        if not known:
            raise table.missing("label")
        return None

    def _adopted(self, table: Table) -> tuple[Plan, Measure] | None:
        """Return the measure of a programme's plan that a table adopts, and that plan; None where it adopts none."""
        name = table.text("adopts")
        if name is None:
            return None
        if (found := self._shelf.measure(name)) is None:
            raise table.unknown("adopts", name, self._shelf.measures())
        if "definition" in table:
            hint = N_("Delete one of them; 'adopts' brings its definition along.")
            raise table.bad("definition", N_("{table}: 'adopts' and 'definition' cannot stand together."), Message.of(hint))
        return found

    def _definition_of(self, table: Table, label: Text | None, code: str) -> Definition:
        """Return how a measure that adopts none is counted: as something shared, or as its own table says."""
        if isinstance(table.raw("definition"), Mapping):
            inside = table.inside("definition", keys_of(Definition))
            given = {} if "key" in inside else {"key": f"{self._id}/{code}"}
            return self.part(Definition, inside, **given, **({} if "label" in inside else {"label": label}))  # type: ignore[no-any-return]
        key = table.words("definition")
        found = self._shared_definition(table, key)
        return found or table.made(unread_definition, key, label or self._pair(table, "label"))

    def _shared_definition(self, table: Table, key: str) -> Definition | None:
        """Return the definition of a key; None where it belongs to a plugin that cannot be read here."""
        found = self.definitions.get(key) or self._shelf.definition(key)
        own = key.partition("/")[0]
        here = [name for name in (*self.definitions, *self._beside.definitions) if name.partition("/")[0] == own]
        if found is None and ((known := self._shelf.own_keys(key)) is not None or names_like(key, here)):
            raise table.unknown("definition", key, (*here, *(known or ())))
        return found

    def _targets_of(self, table: Table, definition: Definition, clause: str) -> tuple[Target, ...]:
        """Return the bars of a measure: the one in its own table, or those below it, each with its days."""
        below = table.tables("targets", keys_of(Target), "valid_from")
        own = [key for key in table if key in fields_by_key(Target)]
        if below and own:
            raise table.bad(own[0], N_("{table}: key '{key}' and several bars under 'targets' cannot stand together."), key=own[0])
        return tuple(self.part(Target, item, **derived.bar_of(item, clause, definition)) for item in below or [table])

    def _hold_adopted(self, table: Table, code: str, targets: Sequence[Target], plan: Plan, measure: Measure) -> None:
        """Refuse the sentence of a programme's plan behind a bar that is no longer the programme's.

        Where the place's plan ends on another day the programme's bar holds, and its own sentence is asked for.
        """
        theirs, target = measure.targets[-1], targets[-1]
        # A file may hold the bar in force alone, as those did that were written before a file could hold several.
        if [*map(_BAR, targets)] != [*map(_BAR, measure.targets)][-len(targets) :] or target.due not in {None, plan.due(theirs)}:
            raise _not_theirs(table, plan, measure)
        if (target.due or self._top.value("end", "day")) != plan.due(theirs):
            self._questions.append(_unquoted(code, plan, plan.due(theirs)))


def _hold_values(table: Table, plan: Plan, measure: Measure) -> None:
    """Raise where a bar is not one of the measure it adopts, before its words are read in that measure's sentence."""
    theirs = {target.value for target in measure.targets}
    if any(item.value("value", "figure") not in theirs for item in table.tables("targets", keys_of(Target), "valid_from") or [table]):
        raise _not_theirs(table, plan, measure)


def _not_theirs(table: Table, plan: Plan, measure: Measure) -> BadEntry:
    said = N_("{table}: bar, words or date are no longer those of {measure}, so its sentence cannot stand behind them.")
    hint = N_("Write 'section' and 'clause' of your own document.")
    return table.bad("", said, Message.of(hint), measure=plan.measure_id(measure))


def _task(tasks: Table, section: str, at: int) -> Task:
    """Return a task of a list: its text as printed, or { text = ..., role = ... } where its first words do not say the role."""
    written = tasks.raw(section)[at]
    one = tasks.item(section, at, ("text", "role")) if isinstance(written, Mapping) else Table({"text": written}, tasks.where, ("text",), tasks.path)
    text = one.words("text")
    return one.made(Task, text, section, one.choice("role", ROLES) if "role" in one else derived.role_in(one, text))


def _unquoted(code: str, plan: Plan, due: date) -> OpenQuestion:
    """Return the question for the place's own sentence, where the programme's bar was due on another day."""
    theirs, vi, en = plan.document.title, written_day(due, "vi"), written_day(due, "en")
    asked = Text(
        f"Chỉ tiêu {code}: mức là của {theirs.vi}, thời hạn {vi}. Câu nào trong văn bản của chính kế hoạch này quy định mức đó?",
        f"Measure {code}: the bar is that of {theirs.en}, due {en}. Which sentence of this plan's own document sets it?",
    )
    return OpenQuestion(f"sentence-{code}", f"measure:{code}", asked)
