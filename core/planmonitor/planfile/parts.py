"""The parts of a plan file: every table becomes the part of the model that its shape names."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterator, Mapping
from typing import Any

from planmonitor.messages import N_, Message, Text
from planmonitor.model.definitions import Breakdown, Definition
from planmonitor.model.periods import WINDOWS
from planmonitor.model.plans import Plan
from planmonitor.model.populations import BASE_POPULATIONS
from planmonitor.model.sources import Document, Source
from planmonitor.planfile.shape import LISTS, NAMED_BY, Field, fields_by_key, keys_at, keys_of, without_default
from planmonitor.planfile.shared import SharedParts
from planmonitor.planfile.table import Step, Table


class PartReader:
    """Reads the parts of one file; each names the table it stands in where something is wrong.

    Attributes:
        documents: The acts beside the file's own, by id.
        breakdowns: The breakdowns that definitions name, by id.
        definitions: The definitions that measures name, by key.
        named: The names that fields may refer to, by the list of tables that has them.
    """

    def __init__(self, beside: SharedParts) -> None:
        """Take what the file shares with others of its plugin."""
        self._beside = beside
        self._document: Document | None = None
        self.documents: dict[str, Document] = {}
        self.breakdowns: dict[str, Breakdown] = {}
        self.definitions: dict[str, Definition] = {}
        self.named: dict[str, list[str]] = defaultdict(list)

    def document(self, top: Table) -> Document:
        """Return the document of the file; where it has no title of its own it is called like the plan."""
        if "document" not in top:
            hint = N_('Write [document], and below it who issued it: issuer = "...".')
            raise top.bad("", N_("{table}: the table [document] is missing."), Message.of(hint))
        table = top.inside("document", keys_of(Document))
        title = self.pair(table if "title" in table else top, "title")
        return self.part(Document, table, title=title)  # type: ignore[no-any-return]

    def read_shared(self, top: Table, document: Document | None) -> None:
        """Read what other tables of the file name: acts, breakdowns, definitions."""
        self._document = document
        self.named["populations"] = [*BASE_POPULATIONS, *(name for _list, name, _path in names_in(top.raw, ("populations",)))]
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
        for field in without_default(kind):
            if field.name not in given:
                given[field.name] = self._unsaid(field, table)
        return table.made(kind, **given)

    def _said(self, field: Field, table: Table) -> Any:
        """Return what a table says of a field."""
        if field.refers:
            return self._names(field, table)
        match field.form:
            case "text":
                return table.choice(field.name, field.allowed) if field.allowed else table.text(field.name)
            case "pair":
                return self.pair(table, field.name)
            case "source":
                return self.source(table)
            case "window":
                return WINDOWS[table.choice(field.name, field.allowed) or ""]
            case "offer":
                value = table.raw(field.name)
                return tuple(value) if isinstance(value, list) else value
            case "table":
                return self.part(field.part, table.inside(field.name, keys_of(field.part)))
            case "tables":
                tables = table.tables(field.name, keys_of(field.part), NAMED_BY.get(field.name, "section"))
                return tuple(self.source(item) if field.part is Source else self.part(field.part, item) for item in tables)
            case "populations" | "breakdowns":
                return self._named_or_read(field, table)
        return table.value(field.name, field.form)

    def _unsaid(self, field: Field, table: Table) -> Any:
        """Return what a field holds of which the table says nothing, and the class neither."""
        if field.form in LISTS:
            return ()
        if not field.needed:
            return None
        if field.form == "source":
            return self.source(table)
        raise table.missing(field.name)

    def _names(self, field: Field, table: Table) -> Any:
        """Return the names, or the name, by which a field refers to other tables of the file."""
        found, known = table.value(field.name, field.form), self.named[field.refers]
        for name in found if field.form == "texts" else (found,):
            if name not in known:
                raise table.unknown(field.name, name, known)
        return found

    def pair(self, table: Table, key: str) -> Text:
        """Return a text of the file; where it gives no English, its own words stand for it."""
        words = table.words(key)
        return table.made(Text, words, table.text(f"{key}_en") or words)

    def source(self, table: Table, around: Table | None = None) -> Source:
        """Return the source in a table; what it does not say is said by the table around it, whose printed line is the clause."""
        section, clause = table.text("section"), table.text("clause")
        if around is not None:
            section = section or around.text("section")
            clause = clause or around.text("clause") or around.text("text")
        if section is None or clause is None:
            raise table.missing("section" if section is None else "clause")
        document = self._cited(table if around is None or "document" in table else around)
        return table.made(document.at, section, clause)

    def _cited(self, table: Table) -> Document:
        name = table.text("document")
        if name is None:
            assert self._document is not None
            return self._document
        known = {**self._beside.documents, **self.documents}
        if name not in known:
            raise table.unknown("document", name, known)
        return known[name]

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
    """Yield the list, the name and the place of every table in some lists of a file, and in the tables of these."""
    for key in lists:
        tables = raw(key)
        for at, item in enumerate(tables if isinstance(tables, list) else ()):
            if isinstance(item, Mapping):
                if isinstance(name := item.get(NAMED_BY[key]), str):
                    yield key, name.strip(), (*path, key, at)
                yield from names_in(item.get, lists, (*path, key, at))
