"""From a plan file to a plan: what its parts take over from each other, from its plugin and from other plans."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from attrs import evolve

from planmonitor.messages import N_, Hint, Message, Text
from planmonitor.model.definitions import Definition, unread_definition
from planmonitor.model.plans import Indicator, Measure, Plan, Programme
from planmonitor.model.questions import OpenQuestion
from planmonitor.model.sources import Source
from planmonitor.model.targets import Baseline, Target
from planmonitor.numbers import written_day
from planmonitor.planfile.parts import PartReader, names_in
from planmonitor.planfile.shape import CALLED_ONCE, NAMED_BY, fields_by_key, keys_of
from planmonitor.planfile.shared import PlanText, SharedParts, Shelf
from planmonitor.planfile.table import Table
from planmonitor.planfile.toml import TomlFile


def read_plan(file: TomlFile, plan_id: str, shelf: Shelf, *, local: bool = False) -> PlanText:
    """Return the plan that a file holds; a `local` one, which a place wrote, says which place that is.

    Raises:
        BadData: for an unknown key or a wrong value: file, line, table, key and the nearest right one.
    """
    with file.named():
        top = Table(file.content, "", keys_of(Plan))
        reader = _PlanReader(plan_id, top, shelf)
        return PlanText(reader.plan(local=local), bool(top.value("draft", "flag")), reader.documents)


def read_shared(file: TomlFile, prefix: str) -> SharedParts:
    """Return what a plugin's `programme.toml` or `definitions.toml` holds; the plugin's prefix is the programme's id.

    Raises:
        BadData: as `read_plan`.
    """
    with file.named():
        top = Table(file.content, "", keys_of(Programme))
        reader = PartReader(SharedParts())
        document = reader.document(top) if "document" in top or "title" in top else None
        reader.read_shared(top, document)
        programme = None
        if document is not None:
            programme = reader.part(Programme, top, id=prefix, document=document, definitions=tuple(reader.definitions.values()))
            reader.documents["programme"] = document
        return SharedParts(programme, reader.documents, reader.breakdowns, reader.definitions)


class _PlanReader(PartReader):
    """Reads a plan."""

    def __init__(self, plan_id: str, top: Table, shelf: Shelf) -> None:
        super().__init__(shelf.own)
        self._id = plan_id
        self._top = top
        self._shelf = shelf
        self._questions: list[OpenQuestion] = []

    def plan(self, *, local: bool) -> Plan:
        top = self._top
        document = self.document(top)
        self._read_names()
        self.read_shared(top, document)
        self._check_programme()
        if local and (place := top.raw("place")) and isinstance(place, Mapping) and not {"name", "code"} & set(place):
            raise Table(place, "place", tuple(place), ("place",)).missing("name")
        plan: Plan = self.part(Plan, top, id=self._id, document=document)
        return evolve(plan, questions=(*plan.questions, *self._questions)) if self._questions else plan

    def _read_names(self) -> None:
        """Take the names that fields may refer to; two parts that are called alike were copied, and one not renamed."""
        for part, name, path in names_in(self._top.raw, CALLED_ONCE):
            if name in self.named[part]:
                key = NAMED_BY[part]
                raise Table({}, f"{part}.{name}", (), path).bad(key, N_("{table}: {key} '{name}' stands twice."), key=key, name=name)
            self.named[part].append(name)

    def _check_programme(self) -> None:
        name, known = self._top.text("programme"), self._shelf.programmes
        if name is None or known is None or name in known:
            return
        plugin = self._shelf.asleep(name)
        if plugin is None:
            raise self._top.unknown("programme", name, known)
        raise self._top.bad(
            "programme",
            N_("{table}: key '{key}': '{name}' belongs to plugin {plugin}, which is not enabled."),
            Hint.of("enable-plugin", plugin=plugin),
            key="programme",
            name=name,
            plugin=plugin,
        )

    def part(self, kind: type, table: Table, **given: Any) -> Any:
        if kind is Indicator:
            measures = table.tables("measures", keys_of(Measure), "code")
            given["measures"] = tuple(self._measure(item, table) for item in measures)
        if kind is Baseline and "numerator" in table:
            given["source"] = self.source(table)
        return super().part(kind, table, **given)

    def _measure(self, table: Table, indicator: Table) -> Measure:
        label, adopted = self.pair(table, "label"), self._adopted(table)
        definition = self._definition_of(table, label, adopted[1] if adopted else None)
        targets = self._targets_of(table, definition)
        source = self._adopted_source(table, targets, adopted) or self.source(table, indicator)
        return self.part(Measure, table, label=label, definition=definition, targets=targets, source=source)  # type: ignore[no-any-return]

    def _adopted(self, table: Table) -> tuple[Plan, Measure] | None:
        """Return the measure of a programme's plan that a table adopts, and that plan; None where it adopts none."""
        name = table.text("adopts")
        if name is None:
            return None
        found = self._shelf.measure(name)
        if found is None:
            raise table.unknown("adopts", name, self._shelf.measures())
        return found

    def _definition_of(self, table: Table, label: Text, adopted: Measure | None) -> Definition:
        """Return how a measure is counted: as that of a programme, as something shared, or as its own table says."""
        if adopted is not None and "definition" in table:
            raise table.bad(
                "definition",
                N_("{table}: 'adopts' and 'definition' cannot stand together."),
                Message.of(N_("Delete one of them; 'adopts' brings its definition along.")),
            )
        if adopted is not None:
            return adopted.definition
        if isinstance(table.raw("definition"), Mapping):
            inside = table.inside("definition", keys_of(Definition))
            given = {} if "key" in inside else {"key": f"{self._id}/{table.words('code')}"}
            return self.part(Definition, inside, **given, **({} if "label" in inside else {"label": label}))  # type: ignore[no-any-return]
        key = table.words("definition")
        found = self.definitions.get(key) or self._shelf.definition(key)
        known = self._shelf.own_keys(key) if found is None else None
        if known is not None:
            raise table.unknown("definition", key, (*self.definitions, *known))
        return found or table.made(unread_definition, key, label)

    def _targets_of(self, table: Table, definition: Definition) -> tuple[Target, ...]:
        """Return the bars of a measure: the one in its own table, or those below it, each with its days."""
        below = table.tables("targets", keys_of(Target), "valid_from")
        own = [key for key in table if key in fields_by_key(Target)]
        if below and own:
            raise table.bad(own[0], N_("{table}: key '{key}' and several bars under 'targets' cannot stand together."), key=own[0])
        tables = below or [table]
        for item in tables:
            if "comparator" not in item and definition.kind != "output" and not definition.unread:
                raise item.missing("comparator")
        return tuple(self.part(Target, item) for item in tables)

    def _adopted_source(self, table: Table, targets: Sequence[Target], adopted: tuple[Plan, Measure] | None) -> Source | None:
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
