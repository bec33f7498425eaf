"""Rules on counting: a bar is in the unit of what is counted, and one case breaks only what is counted case by case."""

from __future__ import annotations

from collections.abc import Iterator

from planmonitor.contract.breaches import Breach
from planmonitor.contract.rules.barred import Barred, bars_of
from planmonitor.messages import N_, Message
from planmonitor.model.definitions import Definition
from planmonitor.plantext.clauses import PER_THOUSAND, PERCENT, RATE, ClauseFigure
from planmonitor.registry.catalogue import Loaded

_THINGS = {
    **dict.fromkeys(("người", "trẻ em", "trẻ", "em", "học sinh", "cán bộ", "giáo viên"), ("people", "people_times")),
    **dict.fromkeys(("hộ",), ("households",)),
    **dict.fromkeys(("vụ", "ca"), ("cases", "events")),
    **dict.fromkeys(("lớp", "buổi", "cuộc", "đợt"), ("events",)),
    **dict.fromkeys(("xã", "phường", "thị trấn", "huyện", "tỉnh", "thôn", "bản"), ("places", "organisations")),
    **dict.fromkeys(("trường", "cơ sở"), ("facilities", "organisations", "places")),
    **dict.fromkeys(("doanh nghiệp", "hợp tác xã"), ("organisations", "facilities")),
}
"""What the word behind a number may be counted as."""


def counting(loaded: Loaded) -> Iterator[Breach]:
    """Yield the bars whose figure is printed in another unit than that of the definition, and the definitions that one case would break."""
    told: set[str] = set()
    for bar in bars_of(loaded):
        definition = bar.measure.definition
        if definition.unread:
            continue
        found = [_unit(bar, figure) for figure in bar.printed]
        if found and all(found) and found[0] is not None:
            yield bar.breach("counting", *found[0], "kind", ", definition")
        if _breaks_without_cases(definition) and definition.key not in told:
            told.add(definition.key)
            message = Message.of(
                N_("over_time = \"any_breach\" lets one case break the year, but no cases are counted: its kind is '{kind}'"), kind=definition.kind
            )
            cure = Message.of(
                N_('Write "point_in_time", "cumulative" or "count"; a zero target (kind = "zero_incident") is broken by any case anyway.')
            )
            yield bar.breach("counting", message, cure, "over_time", ", definition")


def _breaks_without_cases(definition: Definition) -> bool:
    return definition.over_time == "any_breach" and definition.kind not in {"count", "output"} and not definition.done_once


def _unit(bar: Barred, figure: ClauseFigure) -> tuple[Message, Message] | None:
    """Return how the unit that a figure is printed in differs from that of the bar, and the cure."""
    printed, target, definition = figure.unit, bar.target, bar.measure.definition
    if figure.meaning.decided is not None and figure.meaning.decided.kind != target.kind:
        return None  # that a change is meant, and no level, the rule on comparators says
    if target.kind == "relative_change":
        if printed in {PERCENT, ""}:
            return None
        return _said(N_("the figure is printed as '{printed}', and a relative change is in percent"), bar, figure), _write(
            N_("Write the level to be reached, without kind.")
        )
    if printed == PERCENT and definition.kind != "ratio":
        said = _said(N_("the figure is printed in percent, and the definition is a '{kind}'"), bar, figure)
        return said, _write(
            N_('Write kind = "ratio" in the definition, with numerator and denominator; a change in percent has kind = "relative_change".')
        )
    if printed == PER_THOUSAND and definition.divided:
        said = _said(N_("the figure is printed per thousand, and the definition is a '{kind}'"), bar, figure)
        return said, _write(
            N_('A "ratio" is in percent and a "rate" per 100,000: count it as a number, or have the bar in the unit of the definition.')
        )
    if printed == RATE and definition.kind != "rate":
        said = _said(N_("the figure is printed per 100,000, and the definition is a '{kind}'"), bar, figure)
        return said, _write(N_('Write kind = "rate" in the definition, with numerator and denominator.'))
    if printed in _THINGS and definition.divided:
        said = _said(N_("the figure is a number of things ('{printed}'), and the definition is a '{kind}'"), bar, figure)
        return said, _write(N_('Write kind = "count" in the definition, without numerator and denominator.'))
    if printed in _THINGS and definition.kind == "count" and definition.counts not in _THINGS[printed]:
        said = _said(N_("the figure counts '{printed}', and the definition counts {counts}"), bar, figure)
        return said, _write(
            N_("Write counts = {wanted} in the definition, and its noun."), wanted=" | ".join(f'"{name}"' for name in _THINGS[printed])
        )
    return None


def _said(template: str, bar: Barred, figure: ClauseFigure) -> Message:
    definition = bar.measure.definition
    return Message.of(template, printed=figure.unit, kind=definition.kind, counts=definition.counts)


def _write(template: str, **values: str) -> Message:
    return Message.of(template, **values)
