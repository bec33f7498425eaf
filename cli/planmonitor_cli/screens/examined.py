"""What `monitor plugins check` says of the plugins it has looked at."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from planmonitor import Message
from planmonitor_exchange.machine.columns import BREACHES
from planmonitor_exchange.machine.rows import Row
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.printer import Printer

if TYPE_CHECKING:
    from planmonitor.contract.breaches import Breach
    from planmonitor.contract.releases import Difference


class Since(NamedTuple):
    """What changed since an earlier release of a plugin."""

    version: str
    """That of the earlier release."""
    lowest: str
    """The lowest version that what changed asks for."""
    changes: tuple[Difference, ...]
    """What changed."""

    def as_json(self) -> dict[str, Any]:
        """Return it for another program."""
        found = [{"kind": one.kind, "id": one.id, "field": one.field or None, "before": one.before, "after": one.after} for one in self.changes]
        return {"version": self.version, "lowest": self.lowest, "changes": found}


class Examined(NamedTuple):
    """One plugin, where it comes from, and what it breaks."""

    plugin: str
    distribution: str
    version: str
    breaches: tuple[Breach, ...]
    target: str
    """What its entry point names."""
    folder: Path | None = None
    """The folder it was imported from; None where it is installed."""
    since: Since | None = None
    """What changed since an earlier release; None where that was not asked."""
    renew: Message | None = None
    """What it uses that is going; None where it uses nothing of the kind."""


def print_examined(examined: Sequence[Examined], printer: Printer) -> None:
    """Print one line per plugin that passes, else one per breach; before them what changed since an earlier release."""
    say = Speaker()
    if printer.how == "json":
        printer.json([_as_json(item, say) for item in examined])
    elif printer.how == "csv":
        printer.records(BREACHES, [record for item in examined for record in _records(_as_json(item, say))])
    elif printer.how == "table":
        rows = [(item.plugin, say.message(said)) for item in examined for said in _sentences(item)]
        printer.rows((say(N_("Plugin")), say(N_("Result"))), rows)
    else:
        headers = tuple(say(name) for name in (N_("Plugin"), N_("Rule"), N_("Plan"), N_("Field"), N_("What is wrong"), N_("What to do")))
        printer.rows(headers, [row for item in examined for row in _rows(item, say)])


def _sentences(item: Examined) -> list[Message]:
    breaches = [breach.sentence for breach in item.breaches] or [Message.of(N_("passes"))]
    return [*_changed(item), *breaches, *_going(item)]


def _going(item: Examined) -> list[Message]:
    return [] if item.renew is None else [Message.of(N_("to be renewed: {what}"), what=item.renew)]


def _changed(item: Examined) -> list[Message]:
    """Return what changed since an earlier release, and which version that asks for."""
    if item.since is None:
        return []
    told = [Message.of(N_("since {version}: {what}"), version=item.since.version, what=change.sentence) for change in item.since.changes]
    return told or [Message.of(N_("since {version} nothing changed"), version=item.since.version)]


def _rows(item: Examined, say: Speaker) -> Sequence[Row]:
    """Return one row for each breach, or one with its plugin alone where there is none."""
    changed = [(item.plugin, "", "", "", say.message(said), "") for said in _changed(item)]
    found = [(item.plugin, one.rule, one.plan, _where(one), say.message(one.message), say.message(one.cure)) for one in item.breaches]
    going = [(item.plugin, "", "", "", say.message(said), "") for said in _going(item)]
    return changed + (found or [(item.plugin, "", "", "", say(N_("passes")), "")]) + going


def _where(one: Breach) -> str:
    return f"{one.field} ({one.place})" if one.place and one.place != one.field else one.field


def _records(examined: dict[str, Any]) -> list[dict[str, Any]]:
    """Return one object for each breach of a plugin, or one alone where there is none."""
    nothing = dict.fromkeys(("rule", "plan", "field", "message", "cure", "file", "line"))
    about = {key: value for key, value in examined.items() if key not in {"since", "renew"}}
    return [{**about, **breach} for breach in examined["breaches"] or [nothing]]


def _as_json(item: Examined, say: Speaker) -> dict[str, Any]:
    told = {
        "plugin": item.plugin,
        "distribution": item.distribution,
        "version": item.version,
        "passed": not item.breaches,
        "renew": say.message(item.renew) or None,
        "breaches": [_breach_json(one, say) for one in item.breaches],
    }
    return told if item.since is None else {**told, "since": item.since.as_json()}


def _breach_json(one: Breach, say: Speaker) -> dict[str, Any]:
    said = {"rule": one.rule, "plan": one.plan, "field": one.field, "message": say.message(one.message), "cure": say.message(one.cure)}
    return {**said, "file": one.file or None, "line": one.line}
