"""The fields of a form in Word, read as a program of few words before any of it runs: fields, one list, and what is shown under a condition.

There are no calls, no sums and no loops in loops, so that a form takes no longer and grows no larger than its text says.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from jinja2 import StrictUndefined, TemplateSyntaxError, nodes
from jinja2.sandbox import SandboxedEnvironment
from planmonitor import BadData, Message

from planmonitor_exchange.form.fields import PARTS, FormFields
from planmonitor_exchange.form.names import ROWS, unknown
from planmonitor_exchange.speaking.translations import N_
from planmonitor_exchange.word_container import RefusedWord

LARGEST_FILLED = 60_000_000
"""Letters that a form may come to when it is filled, its marks of layout counted."""
_LOOP = frozenset({"index", "first", "last", "length"})
"""What a row may ask of its list."""
_FILTERS = {"upper": str.upper, "lower": str.lower}
_TAG = re.compile(r"\{[{%].*?[%}]\}", re.DOTALL)
_MARKUP = re.compile(r"<[^>]*>")
_STEPS = (nodes.Template, nodes.Output, nodes.If, nodes.CondExpr, nodes.Compare, nodes.Operand, nodes.And, nodes.Or, nodes.Not)
"""What is followed to what stands in it."""


class FormEnvironment(SandboxedEnvironment):
    """Fills fields: every text is escaped, what is not known is an error, letters of fields are composed."""

    def __init__(self) -> None:
        super().__init__(autoescape=True, undefined=StrictUndefined)
        self.globals.clear()
        self.tests.clear()
        self.filters.clear()
        self.filters.update(_FILTERS)

    def preprocess(self, source: str, name: str | None = None, filename: str | None = None) -> str:
        """Compose the letters of fields: programs on a Mac write them apart."""
        return super().preprocess(_TAG.sub(lambda tag: unicodedata.normalize("NFC", tag[0]), source), name, filename)


class TagCheck:
    """Looks at the parts of one form, one after the other; then `refuse` tells what is wrong."""

    def __init__(self, fields: FormFields) -> None:
        self._fields = fields.by_name
        self._rows: Sequence[Mapping[str, Any]] = fields.rows
        self._longest = {part: max((len(row[part].words) for row in fields.rows), default=0) for part in PARTS}
        self._unknown: dict[str, None] = {}
        self._called: dict[str, None] = {}
        """What rows of lists are called."""
        self._size = 0
        self.found = 0

    def source(self, environment: FormEnvironment, source: str) -> None:
        """Look at one part, as its template.

        Raises:
            RefusedWord: where it is no template, or has what forms do not have.
        """
        try:
            tree = environment.parse(source)
        except TemplateSyntaxError as error:
            place = _MARKUP.sub("", source.split("\n")[error.lineno - 1]) if error.lineno <= source.count("\n") + 1 else ""
            raise RefusedWord(N_("{file} has a field that cannot be read, in this paragraph: '{place}'."), place=place.strip()[:120]) from error
        self._look(tree, "", 1)

    def refuse(self) -> None:
        """Raise a BadData with all names that are not known, or where the form would grow too large."""
        if self._unknown:
            known = [*self._fields, *(f"{row}.{part}" for row in self._called for part in sorted(PARTS))]
            raise BadData(
                N_("The form has fields that this report does not have: {names}."),
                Message.of(N_("The field of every measure stands on the sheet ID of the annex as a workbook (.xlsx).")),
                names=tuple(unknown(name, known) for name in self._unknown),
            )
        if self._size > LARGEST_FILLED:
            raise RefusedWord(N_("{file} would be larger than any document once it is filled."))

    def _look(self, node: nodes.Node, row: str, times: int) -> None:
        """Look at a node that is written so many times; `row` is what the row of a list around it is called, "" outside of one."""
        if isinstance(node, nodes.TemplateData):
            self._size += len(node.data) * times
        elif isinstance(node, nodes.Name):
            self._field(node.name, times)
        elif isinstance(node, nodes.Getattr):
            self._part(node, row, times)
        elif isinstance(node, nodes.For):
            self._list(node, row, times)
        elif isinstance(node, _STEPS) or (isinstance(node, nodes.Filter) and node.name in _FILTERS and not node.args):
            for inner in node.iter_child_nodes():
                self._look(inner, row, times)
        elif not isinstance(node, nodes.Const):
            said = N_("{file} has a field that does more than forms may do ({what}): only fields, 'for' over chi_tieu, and 'if' are understood.")
            raise RefusedWord(said, what=type(node).__name__.lower())

    def _field(self, name: str, times: int) -> None:
        self.found += 1
        if name in self._fields:
            self._size += len(self._fields[name].words) * times
        else:
            self._unknown[name] = None

    def _part(self, node: nodes.Getattr, row: str, times: int) -> None:
        """Look at a part of a row: `dong.ten`, `loop.index`."""
        self.found += 1
        of = node.node.name if isinstance(node.node, nodes.Name) else "…"
        if of == row and node.attr in PARTS:
            self._size += self._longest[node.attr] * times
        elif not (row and of == "loop" and node.attr in _LOOP):
            self._unknown[f"{of}.{node.attr}"] = None

    def _list(self, node: nodes.For, row: str, times: int) -> None:
        target, of = node.target, node.iter
        named = isinstance(target, nodes.Name) and target.name not in {*self._fields, ROWS, "loop"} and isinstance(of, nodes.Name) and of.name == ROWS
        if row or node.recursive or not named:
            raise RefusedWord(N_("{file} has a list that is not understood; write {example}."), example=f"{{%tr for dong in {ROWS} %}}")
        assert isinstance(target, nodes.Name)
        self._called[target.name] = None
        for inner in filter(None, (*node.body, node.test)):
            self._look(inner, target.name, len(self._rows))
        for inner in node.else_:
            self._look(inner, row, times)
