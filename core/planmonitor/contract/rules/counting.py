"""Rules on counting: a bar is in the unit of what is counted, and one case breaks only what is counted case by case."""

from __future__ import annotations

from collections.abc import Iterator

from planmonitor.contract.breaches import Breach
from planmonitor.contract.rules.barred import Barred, bars_of
from planmonitor.contract.rules.names import declared_in
from planmonitor.messages import N_, Message
from planmonitor.model.definitions import Definition
from planmonitor.plantext.clauses import PER_THOUSAND, PERCENT, RATE, ClauseFigure
from planmonitor.registry.catalogue import Loaded

_THINGS = {
    **dict.fromkeys(("người", "trẻ em", "trẻ", "em", "học sinh", "cán bộ", "giáo viên"), ("people", "people_times")),
    **dict.fromkeys(("hộ",), ("households", "organisations", "facilities")),
    **dict.fromkeys(("vụ", "ca"), ("cases", "events")),
    **dict.fromkeys(("buổi", "cuộc", "đợt"), ("events",)),
    **dict.fromkeys(("xã", "phường", "thị trấn", "huyện", "tỉnh", "thôn", "bản"), ("places", "organisations")),
    **dict.fromkeys(("lớp",), ("events", "facilities", "organisations")),
    **dict.fromkeys(("trường", "cơ sở"), ("facilities", "organisations", "places")),
    **dict.fromkeys(("doanh nghiệp", "hợp tác xã"), ("organisations", "facilities")),
}
"""What the word behind a number may be counted as."""

_IN_UNITS = {
    PERCENT: (
        ("ratio",),
        N_("the figure is printed in percent, and the definition is a '{kind}'"),
        N_('Write kind = "ratio" in the definition, with numerator and denominator; a change in percent has kind = "relative_change".'),
    ),
    RATE: (
        ("rate",),
        N_("the figure is printed per 100,000, and the definition is a '{kind}'"),
        N_('Write kind = "rate" in the definition, with numerator and denominator.'),
    ),
    PER_THOUSAND: (
        ("count", "score", "output", "yes_no"),
        N_("the figure is printed per thousand, and the definition is a '{kind}'"),
        N_('A "ratio" is in percent and a "rate" per 100,000: count it as a number, or have the bar in the unit of the definition.'),
    ),
}
"""By unit of a figure the kinds of definition it fits, what is wrong with another, and the cure."""

_CHANGE = (N_("the figure is printed as '{printed}', and a relative change is in percent"), N_("Write the level to be reached, without kind."))
_NUMBER = (
    N_("the figure is a number of things ('{printed}'), and the definition is a '{kind}'"),
    N_('Write kind = "count" in the definition, without numerator and denominator.'),
)
_COUNTED = (N_("the figure counts '{printed}', and the definition counts {counts}"), N_("Write counts = {wanted} in the definition, and its noun."))

Wrong = tuple[str, Message, Message]
"""The key that holds what is wrong, what is wrong, and the cure."""


def counting(loaded: Loaded) -> Iterator[Breach]:
    """Yield the bars whose figure is printed in another unit than that of the definition, and the definitions that one case would break."""
    for bar in bars_of(loaded):
        found = [_unit(bar, figure) for figure in bar.quoted.printed if not bar.measure.definition.unread]
        if found and all(found) and found[0] is not None:
            key, message, what = found[0]
            yield bar.breach("counting", message, what, key, ", definition")
    told: set[str] = set()
    for part, where, definition in declared_in(loaded):
        if _breaks_without_cases(definition) and definition.key not in told:
            told.add(definition.key)
            said = N_("over_time = \"any_breach\" lets one case break the year, but no cases are counted: its kind is '{kind}'")
            cure = N_('Write "point_in_time", "cumulative" or "count"; a zero target (kind = "zero_incident") is broken by any case anyway.')
            yield Breach("counting", part, where, Message.of(said, kind=definition.kind), Message.of(cure), "over_time")


def _breaks_without_cases(definition: Definition) -> bool:
    return definition.over_time == "any_breach" and definition.kind not in {"count", "output"} and not definition.done_once


def _unit(bar: Barred, figure: ClauseFigure) -> Wrong | None:
    """Return how the unit that a figure is printed in differs from that of the bar."""
    printed, target, definition = figure.unit, bar.target, bar.measure.definition
    if figure.meaning.decided is not None and figure.meaning.decided.kind != target.kind:
        return None  # that a change is meant, and no level, the rule on comparators says
    if target.kind == "change":
        return None  # points of percent, or pieces, of whatever the definition counts
    if target.kind == "relative_change":
        return None if printed in {PERCENT, ""} else _wrong("kind", _CHANGE, bar, figure)
    if printed in _IN_UNITS and definition.kind not in _IN_UNITS[printed][0]:
        return _wrong("kind", _IN_UNITS[printed][1:], bar, figure)
    if printed in _THINGS and definition.divided:
        return _wrong("kind", _NUMBER, bar, figure)
    if printed in _THINGS and definition.kind == "count" and definition.counts not in _THINGS[printed]:
        return _wrong("counts", _COUNTED, bar, figure)
    return None


def _wrong(key: str, said: tuple[str, str], bar: Barred, figure: ClauseFigure) -> Wrong:
    definition = bar.measure.definition
    wanted = " | ".join(f'"{name}"' for name in _THINGS.get(figure.unit, ()))
    return key, Message.of(said[0], printed=figure.unit, kind=definition.kind, counts=definition.counts), Message.of(said[1], wanted=wanted)
