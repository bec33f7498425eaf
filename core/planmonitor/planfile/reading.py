"""From a plan file to a plan: every table becomes the part of the model that its shape names."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from functools import partial
from typing import Any

from planmonitor.messages import N_, Hint, InvalidPlan, Message, Text
from planmonitor.model.definitions import Breakdown, Definition, Population, unread_definition
from planmonitor.model.periods import WINDOWS
from planmonitor.model.plans import Indicator, Measure, Plan, Programme
from planmonitor.model.populations import BASE_POPULATIONS
from planmonitor.model.sources import Document, Source
from planmonitor.model.targets import Baseline, Target
from planmonitor.planfile.adoption import Adoption
from planmonitor.planfile.shape import NAMED_BY, Field, fields_by_key, keys_at, keys_of, without_default
from planmonitor.planfile.shared import PlanText, SharedParts, Shelf
from planmonitor.planfile.table import Table, TomlFile

CALLED_ONCE = {"objectives": "code", "indicators": "code", "measures": "code", "units": "id", "duties": "id", "questions": "id"}
"""Parts of a plan that are named from elsewhere in its file, and the key that names them."""

LISTS = ("tables", "texts", "years", "populations", "breakdowns")
OF_TABLE = ("flag", "day", "whole", "figure", "years")
"""Forms of fields that a table reads by itself."""

OF_READER = ("text", "texts", "pair", "window", "offer", "table", "tables", "source", "populations", "breakdowns")
"""Forms that take more: names of other parts, tables, both languages."""


def read_plan(file: TomlFile, plan_id: str, shelf: Shelf, *, local: bool = False) -> PlanText:
    """Return the plan that a file holds.

    Args:
        file: The file.
        plan_id: The id of the plan, which is the file's name behind the plugin's.
        shelf: Where it looks for what it takes over from other files.
        local: Whether a place wrote it: it then says which place that is.

    Raises:
        BadData: for an unknown key or a wrong value: file, line, table, key and the nearest right one.
    """
    with file.named():
        top = Table(file.content, "", keys_of(Plan))
        reader = _PlanReader(plan_id, top, shelf)
        return PlanText(reader.plan(local=local), top.flag("draft"), reader.documents)


def read_shared(file: TomlFile, prefix: str) -> SharedParts:
    """Return what a plugin's `programme.toml` or `definitions.toml` holds.

    Args:
        file: The file.
        prefix: The plugin's prefix, which is the programme's id.

    Raises:
        BadData: as `read_plan`.
    """
    with file.named():
        top = Table(file.content, "", keys_of(Programme))
        reader = _Reader()
        document = reader.document(top) if "document" in top or "title" in top else None
        reader.read_shared(top, document)
        programme = None
        if document is not None:
            programme = reader.part(Programme, top, id=prefix, document=document, definitions=tuple(reader.definitions.values()))
            reader.documents["programme"] = document
        return SharedParts(programme, reader.documents, reader.breakdowns, reader.definitions)


class _Reader:
    """Reads the parts of one file; each names the table it stands in where something is wrong."""

    def __init__(self, beside: SharedParts | None = None) -> None:
        self._beside = beside or SharedParts()
        self._document: Document | None = None
        self.documents: dict[str, Document] = {}
        self.breakdowns: dict[str, Breakdown] = {}
        self.definitions: dict[str, Definition] = {}
        self._named: dict[str, Collection[str]] = {}
        self._read: dict[str, Callable[[Field, Table], Any]] = {
            **{form: getattr(self, f"_{form}") for form in OF_READER},
            **{form: partial(_plain, form) for form in OF_TABLE},
        }

    def document(self, top: Table) -> Document:
        """Return the document of the file; where it has no title of its own it is called like the plan."""
        if "document" not in top:
            raise top.bad(
                "", N_("{table}: the table [document] is missing."), Message.of(N_('Write [document], and below it who issued it: issuer = "...".'))
            )
        table = top.table("document", keys_of(Document)) or top
        title = self.pair(table if "title" in table else top, "title")
        return self.part(Document, table, title=title)  # type: ignore[no-any-return]

    def read_shared(self, top: Table, document: Document | None) -> None:
        """Read what other tables of the file name: acts, breakdowns, definitions."""
        self._document = document
        self._named["populations"] = [*BASE_POPULATIONS, *_names_of(top.raw("populations"), "key")]
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
        """Return a part of the model that a table holds.

        Args:
            kind: Its class.
            table: The table.
            given: Fields that are known otherwise.
        """
        fields = fields_by_key(kind)
        for key in table:
            field = fields.get(key)
            if field is not None and field.name not in given:
                given[field.name] = self._read[field.form](field, table)
        for field in without_default(kind):
            if field.name not in given:
                given[field.name] = self._unsaid(field, table)
        try:
            return kind(**given)
        except InvalidPlan as error:
            raise table.invalid(error) from error

    def _unsaid(self, field: Field, table: Table) -> Any:
        """Return what a field holds of which the table says nothing, and the class neither."""
        if field.form in LISTS:
            return ()
        if not field.needed:
            return None
        if field.form == "source":
            return self.source(table)
        raise table.missing(field.name)

    def _text(self, field: Field, table: Table) -> str | None:
        if field.allowed:
            return table.choice(field.name, field.allowed)
        return table.name(field.name, self._named[field.refers]) if field.refers else table.text(field.name)

    def _texts(self, field: Field, table: Table) -> tuple[str, ...]:
        found = table.texts(field.name)
        for name in found if field.refers else ():
            if name not in self._named[field.refers]:
                raise table.unknown(field.name, name, self._named[field.refers])
        return found

    def _pair(self, field: Field, table: Table) -> Text:
        return self.pair(table, field.name)

    def pair(self, table: Table, key: str) -> Text:
        """Return a text of the file; where it gives no English, its own words stand for it."""
        words = table.words(key)
        try:
            return Text(words, table.text(f"{key}_en") or words)
        except InvalidPlan as error:
            raise table.invalid(error) from error

    def _window(self, field: Field, table: Table) -> Any:
        return WINDOWS[table.choice(field.name, field.allowed) or ""]

    def _offer(self, field: Field, table: Table) -> Any:
        value = table.raw(field.name)
        return tuple(value) if isinstance(value, list) else value

    def _table(self, field: Field, table: Table) -> Any:
        assert field.part is not None
        inside = table.table(field.name, keys_of(field.part))
        return None if inside is None else self.part(field.part, inside)

    def _tables(self, field: Field, table: Table) -> tuple[Any, ...]:
        assert field.part is not None
        named_by = NAMED_BY.get(field.part, "section")
        tables = table.tables(field.name, keys_of(field.part), named_by)
        return tuple(self.source(item) if field.part is Source else self.part(field.part, item) for item in tables)

    def _source(self, _field: Field, table: Table) -> Source:
        return self.source(table)

    def source(self, table: Table, around: Table | None = None) -> Source:
        """Return the source in a table; what it does not say is said by the table around it, whose printed line is the clause."""
        section, clause = table.text("section"), table.text("clause")
        if around is not None:
            section = section or around.text("section")
            clause = clause or around.text("clause") or around.text("text")
        for key, words in (("section", section), ("clause", clause)):
            if words is None:
                raise table.missing(key)
        try:
            return self._cited(table if around is None or "document" in table else around).at(section or "", clause or "")
        except InvalidPlan as error:
            raise table.invalid(error) from error

    def _cited(self, table: Table) -> Document:
        name = table.text("document")
        if name is None:
            assert self._document is not None
            return self._document
        known = {**self._beside.documents, **self.documents}
        return known[table.name("document", tuple(known)) or ""]

    def _populations(self, field: Field, table: Table) -> tuple[Population, ...]:
        return tuple(self._named_or_read(Population, field.name, item, BASE_POPULATIONS, table, at) for at, item in self._items(field, table))

    def _breakdowns(self, field: Field, table: Table) -> tuple[Breakdown, ...]:
        known = {**self._beside.breakdowns, **self.breakdowns}
        return tuple(self._named_or_read(Breakdown, field.name, item, known, table, at) for at, item in self._items(field, table))

    def _items(self, field: Field, table: Table) -> list[tuple[int, Any]]:
        value = table.raw(field.name)
        if not isinstance(value, list):
            raise table.wrong(field.name, Message.of(N_("a list of names, or of tables")))
        return list(enumerate(value))

    def _named_or_read(self, kind: type, key: str, item: Any, known: Mapping[str, Any], table: Table, at: int) -> Any:
        """Return one item of a list: a part that stands elsewhere and is named here, or a table of its own."""
        if isinstance(item, str):
            if item not in known:
                raise table.unknown(key, item, tuple(known))
            return known[item]
        return self.part(kind, Table(item, f"{table.where}.{key}.#{at + 1}", keys_of(kind), (*table.path, key, at)))


class _PlanReader(_Reader):
    """Reads a plan."""

    def __init__(self, plan_id: str, top: Table, shelf: Shelf) -> None:
        super().__init__(shelf.own())
        self._id = plan_id
        self._top = top
        self._shelf = shelf
        self._adoption = Adoption(shelf, top)

    def plan(self, *, local: bool) -> Plan:
        top = self._top
        document = self.document(top)
        self._named |= {part: _names_of(top.raw(part), name) for part, name in (("objectives", "code"), ("units", "id"), ("questions", "id"))}
        self._named["measures"] = [code for item in _tables_of(top.raw("indicators")) for code in _names_of(item.get("measures"), "code")]
        _check_once(top)
        self.read_shared(top, document)
        self._check_programme()
        if local and (place := top.raw("place")) and isinstance(place, Mapping) and not {"name", "code"} & set(place):
            raise Table(place, "place", tuple(place), ("place",)).missing("name")
        plan: Plan = self.part(Plan, top, id=self._id, document=document)
        return self._adoption.asked(plan)

    def _check_programme(self) -> None:
        name, known = self._top.text("programme"), self._shelf.programmes()
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
        label, adopted = self.pair(table, "label"), self._adoption.of(table)
        definition = self._definition_of(table, label, adopted[1] if adopted else None)
        targets = self._targets_of(table, definition)
        source = self._adoption.source(table, targets, adopted) or self.source(table, indicator)
        return self.part(Measure, table, label=label, definition=definition, targets=targets, source=source)  # type: ignore[no-any-return]

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
            inside = Table(table.raw("definition"), f"{table.where}.definition", keys_of(Definition), (*table.path, "definition"))
            given = {} if "key" in inside else {"key": f"{self._id}/{table.words('code')}"}
            return self.part(Definition, inside, **given, **({} if "label" in inside else {"label": label}))  # type: ignore[no-any-return]
        key = table.words("definition")
        return self.definitions.get(key) or self._shelf.definition(key) or self._unread(table, key, label)

    def _unread(self, table: Table, key: str, label: Text) -> Definition:
        known = self._shelf.own_keys(key)
        if known is not None:
            raise table.unknown("definition", key, (*self.definitions, *known))
        return unread_definition(key, label)

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


def _plain(form: str, field: Field, table: Table) -> Any:
    return getattr(table, form)(field.name)


def _tables_of(value: object) -> list[Mapping[str, Any]]:
    return [item for item in value if isinstance(item, Mapping)] if isinstance(value, list) else []


def _check_once(top: Table) -> None:
    """Raise BadData at the second of two parts that are called alike: it was copied and not renamed."""
    seen: set[tuple[str, str]] = set()
    for part, name, path in _named_parts(top.raw):
        if (part, name) in seen:
            key = CALLED_ONCE[part]
            raise Table({}, f"{part}.{name}", (), path).bad(key, N_("{table}: {key} '{name}' stands twice."), key=key, name=name)
        seen.add((part, name))


def _named_parts(raw: Callable[[str], Any], path: tuple[str | int, ...] = ()) -> Iterator[tuple[str, str, tuple[str | int, ...]]]:
    """Yield every part that is named from elsewhere: what it is, its name, and where it stands."""
    for part, key in CALLED_ONCE.items():
        for at, item in enumerate(_tables_of(raw(part))):
            if isinstance(name := item.get(key), str):
                yield part, name.strip(), (*path, part, at)
            yield from _named_parts(item.get, (*path, part, at))


def _names_of(tables: object, key: str) -> list[str]:
    return [name.strip() for item in _tables_of(tables) if isinstance(name := item.get(key), str)]
