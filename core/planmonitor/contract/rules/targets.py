"""Rules on targets: the words decide the bar, and the clause holds words and figures."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from decimal import Decimal

from planmonitor.contract.breaches import Breach
from planmonitor.contract.rules.barred import Barred, bars_of
from planmonitor.messages import N_, Message
from planmonitor.model.targets import Target
from planmonitor.names import fold
from planmonitor.plantext.clauses import figures_in
from planmonitor.plantext.figures import figures_of
from planmonitor.plantext.wording import Decided, decided
from planmonitor.registry.catalogue import Loaded

_WORD = re.compile("(?:[^\\W\\d_]|[\u0300-\u036f])+")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_MULTIPLIED = re.compile(r"(?i:nghìn|ngàn|triệu|tỷ|tỉ|‰)")
_NEGATION = re.compile(rf"(?<!\w)không (?:{fold('được')} |{fold('thể')} |{fold('để')} )?$")
_NO_MORE = r"(?![\w\u0300-\u036f%]|[.,/–-]\d|(?:(?<=\D\d)|(?<=\D\d{2})|(?<=\D\d{3})) \d{3}(?!\d))"
"""Behind words that are quoted whole: no further letter, and no rest of a figure ("5,5", "5-10", "10 000", "5%")."""


def comparators(loaded: Loaded) -> Iterator[Breach]:
    """Yield the targets that are not the bar their words ask for: comparator, kind, figure and range (docs/domain.md, rule 2).

    A figure alone has its meaning from what stands before it in its clause ("giảm 10% ... và 20%").
    """
    for bar in bars_of(loaded):
        if bar.target.comparator in {None, "done"}:
            continue
        found = _differing(bar) or _against_direction(bar)
        if found is not None:
            key, message, cure = found
            yield bar.breach("comparators", message, cure, key)
        else:
            yield from _milestones_against_sign(bar)


Wrong = tuple[str, Message, Message]
"""The key that holds what is wrong, what is wrong, and the cure."""


def _differing(bar: Barred) -> Wrong | None:
    """Return how a target differs from all that its words may ask for."""
    first: Wrong | None = None
    for reading in bar.quoted.readings:
        difference = _comparison(bar, reading) or _value(bar, reading)
        if difference is None:
            return None
        first = first or difference
    return first


def _comparison(bar: Barred, found: Decided) -> Wrong | None:
    """Return how comparator or kind of a target differ from what its words decide."""
    target, words = bar.target, bar.words_for(found)
    by = found.kind == "relative_change" and bar.measure.definition.divided
    if by and target.kind is None:
        said = N_("the words '{wording}' say by how much it changes, and the target is the level that is reached")
        cure = N_('Percent of the rate: write kind = "relative_change" and its sign. Points of percent: kind = "change".')
        return "kind", Message.of(said, wording=words), Message.of(cure)
    if target.comparator != found.comparator:
        said = N_("the words '{wording}' want '{wanted}', the target has '{comparator}'")
        cure = N_("Read the clause again: write '{wanted}', or quote the words that decide the comparator.")
        message = Message.of(said, wording=words, wanted=found.comparator, comparator=target.comparator)
        return "comparator", message, Message.of(cure, wanted=found.comparator)
    if target.kind == found.kind or (by and target.kind == "change"):  # "giảm 0,5% tỷ lệ ..." may mean points of percent
        return None
    if found.kind in {"relative_change", None} or target.by_change:
        said = N_("the words '{wording}' and the target do not agree on whether a change or a level is meant")
        cure = N_("A change has the kind 'relative_change' or 'change' and a base; a level has neither.")
        return "kind", Message.of(said, wording=words), Message.of(cure)
    said = N_("the words '{wording}' ask for a target of the kind '{kind}'")
    return "kind", Message.of(said, wording=words, kind=found.kind), Message.of(N_("Write the kind '{kind}'."), kind=found.kind)


def _value(bar: Barred, found: Decided) -> Wrong | None:
    """Return how figure or range of a target differ from what its words decide; a figure not printed is told by `clauses`."""
    target, words = bar.target, bar.words_for(found)
    if target.value is None or found.value is None or not _prints_bar(target, bar.measure.source.clause):
        return None
    if target.value != found.value:
        said = N_("the words '{wording}' give the bar {wanted}, the target has {value}")
        cure = N_("Write {wanted}, negative where the words say 'giảm', or quote the words that decide the bar.")
        return "value", Message.of(said, wording=words, wanted=found.value, value=target.value), Message.of(cure, wanted=found.value)
    if target.upper != found.upper:
        cure = N_("Write the far end of the range as 'upper', negative where the words say 'giảm'; without a range leave it out.")
        return "upper", Message.of(N_("the range in the words '{wording}' is not the one of the target"), wording=words), Message.of(cure)
    return None


def _against_direction(bar: Barred) -> Wrong | None:
    """Return that a target runs against a "giảm" or "tăng" before its figure, where the words leave open whether it is by so much or to so much."""
    directions = {figure.meaning.direction for figure in bar.quoted.printed if figure.meaning.decided is None}
    target = bar.target
    if len(directions) != 1 or target.value is None or not (target.kind is None or target.by_change):
        return None
    falls = directions == {"fall"}
    if not falls and directions != {"rise"}:
        return None
    verb = "giảm" if falls else "tăng"
    if target.kind is None and target.comparator in ({">", ">="} if falls else {"<", "<="}):
        said = N_("the clause says '{verb}' of the figure {value}, the target has '{comparator}'")
        cure = N_(
            'Ask whether it changes by {value} (kind = "relative_change" in percent, "change" in points or pieces) or to {value}, '
            "and write the comparator that goes with it."
        )
        message = Message.of(said, verb=verb, value=target.value, comparator=target.comparator)
        return "comparator", message, Message.of(cure, value=abs(target.value))
    if target.by_change and target.value != 0 and (target.value < 0) != falls:
        wanted = -target.value
        message = Message.of(N_("the clause says '{verb}', the target is a change by {value}"), verb=verb, value=target.value)
        return "value", message, Message.of(N_("Write {wanted}: what falls is negative, what rises is not."), wanted=wanted)
    return None


def _milestones_against_sign(bar: Barred) -> Iterator[Breach]:
    """Yield the milestones whose sign is not that of their bar."""
    value = bar.target.value
    for number, milestone in enumerate(bar.target.milestones, start=1):
        if not bar.target.by_change and milestone.value < 0:
            message = Message.of(N_("the milestone {value} is negative, and its bar is a level"), value=milestone.value)
            cure = Message.of(N_("Write {wanted}: only a rise or fall has a sign."), wanted=-milestone.value)
            yield bar.breach("comparators", message, cure, "value", f", milestones {number}")
        if bar.target.by_change and value is not None and 0 not in {value, milestone.value} and (milestone.value < 0) != (value < 0):
            message = Message.of(N_("the milestone {value} has another sign than its bar, {bar}"), value=milestone.value, bar=value)
            cure = Message.of(N_("Write {wanted}: what falls is negative, what rises is not."), wanted=-milestone.value)
            yield bar.breach("comparators", message, cure, "value", f", milestones {number}")


_QUOTE = N_("Quote the words as the clause prints them; put '…' where words between them are left out.")


def clauses(loaded: Loaded) -> Iterator[Breach]:
    """Yield the targets and reports whose words do not stand in the clause, and the figures of bars and milestones that no clause prints."""
    for plan in loaded.plans:
        for duty in plan.duties:
            # A clause that is no sentence is told by `sources`.
            if any(map(str.isalnum, duty.source.clause)) and (words := _not_quoted(duty.rule, duty.source.clause)) is not None:
                message = Message.of(N_("the words '{words}' do not stand in the clause '{clause}'"), words=words, clause=duty.source.clause[:120])
                yield Breach("clauses", plan.id, f"duties {duty.id}", message, Message.of(_QUOTE), "rule")
    for bar in bars_of(loaded):
        target, clause = bar.target, bar.measure.source.clause
        missing = _not_quoted(target.wording, clause)
        if missing is not None:
            message = Message.of(N_("the words '{words}' do not stand in the clause '{clause}'"), words=missing, clause=clause[:120])
            yield bar.breach("clauses", message, Message.of(_QUOTE), "wording")
        elif not _prints_bar(target, clause):
            message = Message.of(N_("the bar {value} is not the figure printed in '{wording}'"), value=target.value, wording=target.wording)
            yield bar.breach("clauses", message, Message.of(N_("Write the figure that the clause prints.")), "value")
        for number, milestone in enumerate(target.milestones, start=1):
            # Where the words quoted hold several figures they are those of this measure, and no other of the sentence is its milestone.
            quoted = target.wording if len(figures_in(target.wording)) > 1 and milestone.source == bar.measure.source else None
            own = quoted or milestone.source.clause
            if not _prints_level(own, milestone.value):
                message = Message.of(N_("the milestone {value} is not printed in its clause '{clause}'"), value=milestone.value, clause=own[:120])
                yield bar.breach("clauses", message, Message.of(N_("Write the figure that the clause prints.")), "value", f", milestones {number}")


def _prints_level(clause: str, value: int | Decimal) -> bool:
    """Return whether a clause prints a milestone; its dates and ages are no figures of one."""
    levels = figures_in(clause)
    return any(figure.value == abs(value) for figure in levels) or (not levels and _prints(clause, value))


def _not_quoted(wording: str, clause: str) -> str | None:
    """Return the first piece of a wording that the clause does not print, whole and behind the piece before it; None where all stand there."""
    rest = _comparable(clause)
    for piece in filter(str.strip, wording.split("…")):
        behind = _behind(piece, rest)
        if behind is None:
            return piece.strip()
        rest = rest[behind:]
    return None


def _behind(piece: str, printed: str) -> int | None:
    """Return where the words behind a piece begin, or None where it is not printed, whole and with the "không" that belongs to it."""
    whole = rf"(?<!\w)(?<!\d[.,/–-]){re.escape(_comparable(piece))}{_NO_MORE}"
    for match in re.finditer(whole, printed):
        negation = _NEGATION.search(printed[: match.start()])
        # "trên 5%" cut out of "không trên 5%" says the opposite.
        if negation is None or decided(f"{negation.group()}{piece}") == decided(piece):
            return match.end()
    return None


def _comparable(words: str) -> str:
    """Return words as they are compared: each of them folded, single spaces, none before a percent sign."""
    folded = _WORD.sub(lambda word: fold(word.group()), unicodedata.normalize("NFC", words))
    return " ".join(folded.split()).replace(" %", "%")


def _prints_bar(target: Target, clause: str) -> bool:
    found = decided(target.wording)
    # "10 000" is one figure to the words that decide it, and two to the list of all figures.
    if found is not None and found.value == target.value:
        return True
    return _prints(target.wording if figures_of(target.wording) else clause, target.value)


def _prints(words: str, value: int | Decimal | None) -> bool:
    """Return whether words print a bar; none to print, "none may occur", and figures spelled out or multiplied are taken as printed."""
    figures = figures_of(words)
    if not value or not figures or any(not _NUMBER.search(item.figure) or _MULTIPLIED.search(item.figure) for item in figures):
        return True
    numbers = [number for item in figures for number in _NUMBER.findall(item.figure)]
    # "1.500" is a thousand and five hundred; "1.5" in a careless text is one and a half.
    read = [re.sub(r"\.(?=\d{3}(?!\d))", "", number).replace(",", ".") for number in numbers]
    return any(reading.count(".") < 2 and Decimal(reading) == abs(value) for reading in read)


def baselines(loaded: Loaded) -> Iterator[Breach]:
    """Yield the base figures that nobody can look up, or that a share cannot be derived from.

    That "duy trì" and a relative change have a base year is seen to when the target is built.
    """
    for bar in bars_of(loaded):
        base = bar.target.baseline
        if base is None or base.numerator is None:
            continue
        if base.source is None:
            message = Message.of(N_("the figure of {year} has no source"), year=str(base.year))
            cure = Message.of(N_("Cite the sentence that states it; leave the figure out where no document does."))
            yield bar.breach("baselines", message, cure, inside=", baseline")
        if bar.measure.definition.divided and base.denominator is None:
            message = Message.of(N_("the figure of {year} has no denominator"), year=str(base.year))
            cure = Message.of(N_("Give both counts of that year; a percentage is stated as so many over 100."))
            yield bar.breach("baselines", message, cure, inside=", baseline")
