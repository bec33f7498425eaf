"""What a plan file need not write because its words say it: bars, roles, reports. Where they decide nothing a person is asked, never a default taken.

Value and due date are always written: the words are read beside them, and the contract holds the two readings against each other.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Any

from planmonitor.messages import N_, Message
from planmonitor.model.definitions import Definition
from planmonitor.model.plans import ROLES
from planmonitor.model.targets import COMPARATORS
from planmonitor.planfile.table import BadEntry, Table
from planmonitor.plantext.bars import Quoted
from planmonitor.plantext.figures import figures_of
from planmonitor.plantext.reporting import KINDS, PERIODS, rule_of
from planmonitor.plantext.roles import role_of
from planmonitor.plantext.wording import Decided, decided

SHOWN = 160
"""Letters of a sentence that an error quotes."""

SAID_OF_REPORTS = ("kind", "period", "last_day", "working_days", "due_day", "due_month")
"""What the words of a reporting rule may say of the report."""

_AGE = re.compile(r"(?i:\d+ tuổi$)")


def bar_of(table: Table, clause: str, definition: Definition) -> dict[str, Any]:
    """Return what the words of a bar say of it, as far as its table does not: `wording`, `comparator` and `kind`.

    An output has no comparator, and a yes/no is "done": their definition says so. A BadEntry where the words decide nothing.
    """
    said: dict[str, Any] = {}
    found: Decided | None = None
    if "wording" in table:
        found = _quoted(table, clause)
    elif definition.kind not in {"output", "yes_no"} or definition.unread:
        found = only_bar(clause)
        if found is None:
            raise _undecided(table, "wording", clause, N_("Quote the words of this bar: the sentence holds no figure that decides one, or several."))
        _hold_value(table, found)
        said["wording"] = found.printed
    if "comparator" in table or definition.kind == "output":
        return said
    if definition.kind == "yes_no":
        return {**said, "comparator": "done"}
    if found is None:
        if definition.unread and table.raw("value") is None:
            return said  # what is counted elsewhere may be an output
        raise _undecided(table, "comparator", table.words("wording"), choices=COMPARATORS)
    return {**said, "comparator": found.comparator, **({} if "kind" in table else {"kind": found.kind})}


def _quoted(table: Table, clause: str) -> Decided | None:
    """Return what the quoted words of a bar decide, read in their clause: in "giảm 10% ... và 20%" the second figure falls too."""
    words = table.words("wording")
    readings = Quoted(words, clause, table.value("value", "figure")).readings
    if len({(item.comparator, item.kind) for item in readings}) > 1:
        return None
    return readings[0] if readings else decided(words)


def _hold_value(table: Table, found: Decided) -> None:
    """Raise where the figure written is not the one of the sentence: two readings check each other."""
    written = table.value("value", "figure")
    if found.value is not None and written is not None and found.value != written:
        said = N_("{table}: key 'value' is {value}, and the words '{words}' give {wanted}.")
        cure = Message.of(N_("Write the figure that the sentence gives; where another sentence sets the bar, quote its words under 'wording'."))
        raise table.bad("value", said, cure, value=written, words=found.printed, wanted=found.value)


def only_bar(clause: str) -> Decided | None:
    """Return what a sentence decides that holds one bar; None for one with several figures, or several years, and for one that decides nothing."""
    figures = [item for item in figures_of(clause) if item.kind in {"percentage", "number"} and not _AGE.search(item.figure)]
    years = {year for item in figures_of(clause) if item.kind == "date" for year in re.findall(r"(?:19|20)\d\d", item.figure)}
    found = decided(clause) if len(figures) <= 1 and len(years) <= 1 else None
    return None if found is None or (figures and found.value is None) else found


def role_in(table: Table, text: str) -> str:
    """Return the role that the first words of a task give its unit; a BadEntry where they give none."""
    found = role_of(text)
    if found is None:
        raise _undecided(table, "role", text, choices=ROLES)
    return found.role


def report_of(table: Table) -> dict[str, Any]:
    """Return what the words of a reporting rule say of the report, as far as its table does not: `SAID_OF_REPORTS`."""
    words = table.words("rule")
    read = rule_of(words)
    kind = table.text("kind") or read.kind
    if kind is None:
        raise _undecided(table, "kind", words, choices=KINDS)
    if read.period == "both" and "period" not in table:
        raise _undecided(table, "period", words, choices=PERIODS)
    said = {
        "kind": kind,
        "period": read.period,
        "last_day": read.last_day if kind == "dated" else None,
        "working_days": read.working_days if kind == "after_period" else None,
        "due_day": read.due_day if kind == "day_of_month" else None,
        "due_month": read.due_month if kind == "day_of_month" else None,
    }
    return {key: value for key, value in said.items() if value is not None and key not in table}


def _undecided(table: Table, key: str, words: str, hint: str | None = None, choices: Collection[str] = ()) -> BadEntry:
    cure = N_("Write {key}, as the document means it: {choices}.") if hint is None else hint
    said = N_("{table}: key '{key}' is missing, and the words '{words}' do not decide it.")
    values = {"key": key, "choices": tuple(choices)} if hint is None else {}
    return table.bad("", said, Message.of(cure, **values), key=key, words=words if len(words) <= SHOWN else f"{words[:SHOWN]}…")
