"""From the text of a plan file in an older form to its text in today's; remarks and all that was not retired stay as they are."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import tomlkit
from tomlkit.items import Array, Comment, InlineTable, Table, Whitespace

from planmonitor.planfile import retired
from planmonitor.planfile.retired import Retired


def converted(text: str, forms: Sequence[Retired] | None = None) -> tuple[str, tuple[Retired, ...]]:
    """Return the text of a plan file in today's form, and the older forms that stood in it.

    Args:
        text: The text of the file, which must be readable as TOML.
        forms: The older forms to look for; all of `RETIRED` where not given.
    """
    document, found = tomlkit.parse(text), []
    for form in retired.RETIRED if forms is None else forms:
        if form.stands_in(document):
            form.renew(document, _Written())
            found.append(form)
    return tomlkit.dumps(document) if found else text, tuple(found)


class _Written:
    """Makes parts of a file, and keeps the remarks of what they take the place of."""

    def table(self, entries: Iterable[tuple[str, Any]], replaced: Sequence[Any]) -> Table:
        """Return a table; what stood behind the last of those it replaces belongs to what follows."""
        made = tomlkit.table()
        for key, value in entries:
            made[key] = value
        for item in _behind(replaced[-1]):
            made.add(item)
        return made

    def inline(self, entries: Mapping[str, Any]) -> InlineTable:
        """Return a table that stands on one line."""
        made = tomlkit.inline_table()
        made.update(entries)
        return made

    def listed(self, values: Sequence[Any], replaced: Sequence[Any], among: Sequence[Any]) -> Array:
        """Return a list, one value to a line, each below the remarks above and in the table it takes the place of."""
        made = tomlkit.array()
        for value, table in zip(values, replaced, strict=True):
            at = next(place for place, other in enumerate(among) if other is table)
            above = [] if at == 0 else [item for item in _behind(among[at - 1]) if isinstance(item, Comment)]
            for remark in [*(item.as_string() for item in above), *_inside(table)]:
                made.add_line(comment=remark.strip().removeprefix("#").strip())
            made.add_line(value)
        made.add_line(indent="")
        return made


def _parted(table: Any) -> tuple[list[Any], list[Comment | Whitespace]]:
    """Return what stands in a table up to its last key, and what stands behind that: above what comes next."""
    body = list(table.value.body) if isinstance(table, Table) else []
    last = max((at for at, (key, _item) in enumerate(body) if key is not None), default=-1)
    return [item for _key, item in body[: last + 1]], [item for _key, item in body[last + 1 :] if isinstance(item, Comment | Whitespace)]


def _behind(table: Any) -> list[Comment | Whitespace]:
    """Return the remarks and empty lines behind the last key of a table."""
    return _parted(table)[1]


def _inside(table: Any) -> list[str]:
    """Return the remarks at the head of a table, between its keys and behind them."""
    items = [table, *_parted(table)[0]] if isinstance(table, Table) else []
    found = (item.as_string() if isinstance(item, Comment) else item.trivia.comment for item in items)
    return [remark for remark in found if remark]
