"""The parts of one file: every table becomes the part of the model that its shape names, with what its own words say for it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

from attrs import NOTHING

from planmonitor.messages import N_, Message, Text
from planmonitor.model.definitions import Breakdown, Definition
from planmonitor.model.periods import WINDOWS
from planmonitor.model.plans import Plan
from planmonitor.model.populations import BASE_POPULATIONS
from planmonitor.model.sources import Document, Source
from planmonitor.planfile.shape import NAMED_BY, Field, fields_by_key, fields_of, keys_at, keys_of
from planmonitor.planfile.shared import SharedParts
from planmonitor.planfile.table import Step, Table


class PartReader:
    """Reads the parts of one file; each names the table it stands in where something is wrong."""

    def __init__(self, top: Table, beside: SharedParts) -> None:
        self._top = top
        self._beside = beside
        self._document: Document | None = None
        self.documents: dict[str, Document] = {}
        self.breakdowns: dict[str, Breakdown] = {}
        self.definitions: dict[str, Definition] = {}
        # English of the nouns that were counted so far.
        self.nouns = {item.noun.vi: item.noun.en for item in beside.definitions.values()}
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
        self._names["populations"] = [*BASE_POPULATIONS, *(name for _list, name, _path in names_in(top.raw, ("populations",)))]
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

    def part(self, kind: type, table: Table, /, **given: Any) -> Any:
        """Return the part of the model that a table holds; some of its fields may be given because they are known otherwise."""
        if kind is Definition:
            given |= self._said_before(table)
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
        if section is None:
            raise table.missing("section")
        if clause is None:
            clause = self._clause_at(table, section)
        citing = table if around is None or "document" in table else around
        known, name = {**self._beside.documents, **self.documents}, citing.text("document")
        if name is not None and name not in known:
            raise citing.unknown("document", name, known)
        document = self._document if name is None else known[name]
        assert document is not None
        return table.made(document.at, section, clause)

    def _said_before(self, table: Table) -> dict[str, Any]:
        """Return the noun of a definition with the English that stood beside it before; it is written at the first of them."""
        if "noun" not in table:
            return {}
        words = table.words("noun")
        if "noun_en" in table:
            self.nouns.setdefault(words, table.words("noun_en"))
        return {"noun": Text(words, self.nouns.get(words, words))} if "noun_en" not in table else {}

    def _clause_at(self, table: Table, section: str) -> str:
        """Return the sentence that another report, or thing done again and again, quotes under the same section and of the same act."""
        lists = (found for key in ("duties", "rhythms") if isinstance(found := self._top.raw(key), list))
        tables = [item for found in lists for item in found if isinstance(item, Mapping)]
        same = [item for item in tables if (item.get("section"), item.get("document")) == (section, table.raw("document"))]
        clauses = {item["clause"] for item in same if isinstance(item.get("clause"), str)}
        if len(clauses) != 1:
            raise table.missing("clause")
        return str(clauses.pop()).strip()

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


def names_in(raw: Callable[[str], Any], lists: Collection[str], path: tuple[Step, ...] = ()) -> Iterator[tuple[str, str, tuple[Step, ...]]]:
    """Yield the list, the name and the place of every table in some lists of a file, and in the tables of these.

    The only measure of a line is called like the line where it has no code of its own.
    """
    for key in lists:
        tables = raw(key)
        for at, item in enumerate(tables if isinstance(tables, list) else ()):
            if isinstance(item, Mapping):
                line = raw("code") if key == "measures" and len(tables) == 1 else None
                if isinstance(name := item.get(NAMED_BY[key], line), str):
                    yield key, name.strip(), (*path, key, at)
                yield from names_in(item.get, lists, (*path, key, at))
