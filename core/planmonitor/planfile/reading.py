"""From a plan file to a plan: every table becomes the part of the model that its shape names, with what it takes over from elsewhere."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date
from operator import attrgetter
from typing import Any

from attrs import NOTHING, evolve

from planmonitor.messages import N_, Hint, Message, Text
from planmonitor.model.definitions import Breakdown, Definition, unread_definition
from planmonitor.model.periods import WINDOWS
from planmonitor.model.plans import Indicator, Measure, Plan, Programme
from planmonitor.model.populations import BASE_POPULATIONS
from planmonitor.model.sources import Document, OpenQuestion, Source
from planmonitor.model.targets import Baseline, Target
from planmonitor.numbers import written_day
from planmonitor.planfile.asked import asked_of
from planmonitor.planfile.shape import CALLED_ONCE, NAMED_BY, Field, fields_by_key, fields_of, keys_at, keys_of
from planmonitor.planfile.shared import PlanText, SharedParts, Shelf
from planmonitor.planfile.table import Step, Table
from planmonitor.planfile.toml import TomlFile

_BAR = attrgetter("comparator", "value", "upper", "kind", "scope", "wording")
"""What the sentence behind a target says."""


def read_plan(file: TomlFile, plan_id: str, shelf: Shelf) -> PlanText:
    """Return the plan that a file holds; a BadData tells of an unknown key or wrong value: file, line, table, key and the nearest right one."""
    with file.named():
        top = Table(file.content, "", keys_of(Plan))
        reader = _PlanReader(plan_id, top, shelf)
        return PlanText(reader.plan(), bool(top.value("draft", "flag")), reader.documents)


def read_shared(file: TomlFile, prefix: str) -> SharedParts:
    """Return what a plugin's `programme.toml` or `definitions.toml` holds, or raise as `read_plan`; the plugin's prefix is the programme's id."""
    with file.named():
        top = Table(file.content, "", keys_of(Programme))
        reader = _Reader(top, SharedParts())
        document = reader.document() if "document" in top or "title" in top else None
        reader.read_shared()
        programme = None
        if document is not None:
            programme = reader.part(Programme, top, id=prefix, document=document, definitions=tuple(reader.definitions.values()))
            reader.documents["programme"] = document
        return SharedParts(programme, reader.documents, reader.breakdowns, reader.definitions)


class _Reader:
    """Reads the parts of one file; each names the table it stands in where something is wrong."""

    def __init__(self, top: Table, beside: SharedParts) -> None:
        self._top = top
        self._beside = beside
        self._document: Document | None = None
        self.documents: dict[str, Document] = {}
        self.breakdowns: dict[str, Breakdown] = {}
        self.definitions: dict[str, Definition] = {}
        # What fields may refer to, by the list of tables that has these names.
        self._names: dict[str, list[str]] = defaultdict(list)

    def document(self) -> Document:
        """Return the document of the file; where it has no title of its own it is called like the plan."""
        top = self._top
        if "document" not in top:
            hint = Message.of(N_('Write [document], and below it who issued it: issuer = "...".'))
            raise top.bad("", N_("{table}: the table [document] is missing."), hint)
        table = top.inside("document", keys_of(Document))
        self._document = self.part(Document, table, title=self._pair(table if "title" in table else top, "title"))
        return self._document

    def read_shared(self) -> None:
        """Read what other tables of the file name: acts, breakdowns, definitions."""
        top = self._top
        self._names["populations"] = [*BASE_POPULATIONS, *(name for _list, name, _path in _names_in(top.raw, ("populations",)))]
        for table in top.tables("documents", keys_at(Plan, "documents"), "id"):
            self.documents[table.words("id")] = self.part(Document, table)
        for table in top.tables("breakdowns", keys_of(Breakdown), "key"):
            found = self.part(Breakdown, table)
            self.breakdowns[table.text("id") or found.key] = found
        for table in top.tables("definitions", keys_of(Definition), "key"):
            definition = self.part(Definition, table)
            if definition.key in self.definitions:
                raise table.bad("key", N_("{table}: this key stands twice."))
            self.definitions[definition.key] = definition

    def part(self, kind: type, table: Table, **given: Any) -> Any:
        """Return the part of the model that a table holds; some of its fields may be given because they are known otherwise."""
        fields = fields_by_key(kind)
        for key in table:
            field = fields.get(key)
            if field is not None and field.name not in given:
                given[field.name] = self._said(field, table)
        for field in fields_of(kind):
            if field.name not in given:
                if field.default is NOTHING:
                    raise table.missing(field.keys[0])
                given[field.name] = field.default
        return table.made(kind, **given)

    def _said(self, field: Field, table: Table) -> Any:
        if field.refers:
            return self._referred(field, table)
        match field.form:
            case "text" if field.allowed:
                return table.choice(field.name, field.allowed)
            case "pair":
                return self._pair(table, field.name)
            case "source":
                return self._source(table)
            case "window":
                return WINDOWS[table.choice(field.name, field.allowed) or ""]
            case "offer":
                value = table.raw(field.name)
                return tuple(value) if isinstance(value, list) else value
            case "table":
                return self.part(field.part, table.inside(field.name, keys_of(field.part)))
            case "tables":
                tables = table.tables(field.name, keys_of(field.part), NAMED_BY.get(field.name, "section"))
                return tuple(self._source(item) if field.part is Source else self.part(field.part, item) for item in tables)
            case "populations" | "breakdowns":
                return self._named_or_read(field, table)
        return table.value(field.name, field.form)

    def _referred(self, field: Field, table: Table) -> Any:
        """Return the names, or the name, by which a field refers to other tables of the file."""
        found, known = table.value(field.name, field.form), self._names[field.refers]
        for name in found if field.form == "texts" else (found,):
            if name not in known:
                raise table.unknown(field.name, name, known)
        return found

    def _pair(self, table: Table, key: str) -> Text:
        """Return a text of the file; where it gives no English, its own words stand for it."""
        words = table.words(key)
        return table.made(Text, words, table.text(f"{key}_en") or words)

    def _source(self, table: Table, around: Table | None = None) -> Source:
        """Return the source in a table; what it does not say is said by the table around it, whose printed line is the clause."""
        section, clause = table.text("section"), table.text("clause")
        if around is not None:
            section = section or around.text("section")
            clause = clause or around.text("clause") or around.text("text")
        if section is None or clause is None:
            raise table.missing("section" if section is None else "clause")
        citing = table if around is None or "document" in table else around
        known, name = {**self._beside.documents, **self.documents}, citing.text("document")
        if name is not None and name not in known:
            raise citing.unknown("document", name, known)
        document = self._document if name is None else known[name]
        assert document is not None
        return table.made(document.at, section, clause)

    def _named_or_read(self, field: Field, table: Table) -> tuple[Any, ...]:
        """Return the items of a list: parts that stand elsewhere and are named here, or tables of their own."""
        known: Mapping[str, Any] = BASE_POPULATIONS if field.form == "populations" else {**self._beside.breakdowns, **self.breakdowns}
        items = table.raw(field.name)
        if not isinstance(items, list):
            raise table.wrong(field.name, Message.of(N_("a list of names, or of tables")))
        found = []
        for at, item in enumerate(items):
            if isinstance(item, str) and item not in known:
                raise table.unknown(field.name, item, known)
            found.append(known[item] if isinstance(item, str) else self.part(field.part, table.item(field.name, at, keys_of(field.part))))
        return tuple(found)


class _PlanReader(_Reader):
    """Reads a plan."""

    def __init__(self, plan_id: str, top: Table, shelf: Shelf) -> None:
        super().__init__(top, shelf.own)
        self._id = plan_id
        self._shelf = shelf
        self._questions: list[OpenQuestion] = []

    def plan(self) -> Plan:
        document = self.document()
        self._read_names()
        self.read_shared()
        self._check_programme()
        own, place = self._shelf.programmes is not None, self._top.raw("place")
        if own and place and isinstance(place, Mapping) and not {"name", "code"} & set(place):  # a place that writes its plan says which it is
            raise Table(place, "place", tuple(place), ("place",)).missing("name")
        plan: Plan = self.part(Plan, self._top, id=self._id, document=document)
        plan = evolve(plan, questions=(*plan.questions, *self._questions)) if self._questions else plan
        asked = asked_of(plan)
        return evolve(plan, questions=(*plan.questions, *asked)) if asked else plan

    def _read_names(self) -> None:
        """Take the names that fields may refer to; two parts that are called alike were copied, and one not renamed."""
        for part, name, path in _names_in(self._top.raw, CALLED_ONCE):
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

    def part(self, kind: type, table: Table, **given: Any) -> Any:
        if kind is Indicator:
            measures = table.tables("measures", keys_of(Measure), "code")
            given["measures"] = tuple(self._measure(item, table) for item in measures)
        if kind is Baseline and "numerator" in table:
            given["source"] = self._source(table)
        return super().part(kind, table, **given)

    def _measure(self, table: Table, indicator: Table) -> Measure:
        label, adopted = self._pair(table, "label"), self._adopted(table)
        definition = adopted[1].definition if adopted else self._definition_of(table, label)
        targets = self._targets_of(table, definition)
        if adopted is None or "section" in table or "clause" in table:
            source = self._source(table, indicator)
        else:
            source = self._adopted_source(table, targets, *adopted)
        return self.part(Measure, table, label=label, definition=definition, targets=targets, source=source)  # type: ignore[no-any-return]

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

    def _definition_of(self, table: Table, label: Text) -> Definition:
        """Return how a measure that adopts none is counted: as something shared, or as its own table says."""
        if isinstance(table.raw("definition"), Mapping):
            inside = table.inside("definition", keys_of(Definition))
            given = {} if "key" in inside else {"key": f"{self._id}/{table.words('code')}"}
            return self.part(Definition, inside, **given, **({} if "label" in inside else {"label": label}))  # type: ignore[no-any-return]
        key = table.words("definition")
        found = self.definitions.get(key) or self._shelf.definition(key)
        if found is None and (known := self._shelf.own_keys(key)) is not None:
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

    def _adopted_source(self, table: Table, targets: Sequence[Target], plan: Plan, measure: Measure) -> Source:
        """Return the sentence of a programme's plan, which stands behind a bar while that is the programme's.

        Where the place's plan ends on another day the programme's bar holds, and its own sentence is asked for.
        """
        theirs, target = measure.targets[-1], targets[-1]
        # A file may hold the bar in force alone, as those did that were written before a file could hold several.
        if [*map(_BAR, targets)] != [*map(_BAR, measure.targets)][-len(targets) :] or target.due not in {None, plan.due(theirs)}:
            said = N_("{table}: bar, words or date are no longer those of {measure}, so its sentence cannot stand behind them.")
            hint = N_("Write 'section' and 'clause' of your own document.")
            raise table.bad("", said, Message.of(hint), measure=plan.measure_id(measure))
        if (target.due or self._top.value("end", "day")) != plan.due(theirs):
            self._questions.append(_unquoted(table.words("code"), plan, plan.due(theirs)))
        return measure.source


def _names_in(raw: Callable[[str], Any], lists: Collection[str], path: tuple[Step, ...] = ()) -> Iterator[tuple[str, str, tuple[Step, ...]]]:
    """Yield the list, the name and the place of every table in some lists of a file, and in the tables of these."""
    for key in lists:
        tables = raw(key)
        for at, item in enumerate(tables if isinstance(tables, list) else ()):
            if isinstance(item, Mapping):
                if isinstance(name := item.get(NAMED_BY[key]), str):
                    yield key, name.strip(), (*path, key, at)
                yield from _names_in(item.get, lists, (*path, key, at))


def _unquoted(code: str, plan: Plan, due: date) -> OpenQuestion:
    """Return the question for the place's own sentence, where the programme's bar was due on another day."""
    theirs, vi, en = plan.document.title, written_day(due, "vi"), written_day(due, "en")
    asked = Text(
        f"Chỉ tiêu {code}: mức là của {theirs.vi}, thời hạn {vi}. Câu nào trong văn bản của chính kế hoạch này quy định mức đó?",
        f"Measure {code}: the bar is that of {theirs.en}, due {en}. Which sentence of this plan's own document sets it?",
    )
    return OpenQuestion(f"sentence-{code}", f"measure:{code}", asked)
