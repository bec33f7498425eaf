"""Rules on targets and dates: the words decide the bar, the clause holds the words, the calendar works every year."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from planmonitor.assessment.deadlines import occurrences
from planmonitor.assessment.known import Known
from planmonitor.contract.breaches import Breach
from planmonitor.messages import N_, Message
from planmonitor.model.duties import lies_early
from planmonitor.model.plans import Measure, Plan
from planmonitor.model.targets import Target
from planmonitor.names import fold
from planmonitor.plantext.figures import figures_of
from planmonitor.plantext.reporting import last_day_in
from planmonitor.plantext.wording import Decided, decided
from planmonitor.registry.catalogue import Loaded

_WORD = re.compile("(?:[^\\W\\d_]|[\u0300-\u036f])+")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_MULTIPLIED = re.compile(r"(?i:nghìn|ngàn|triệu|tỷ|tỉ|‰)")
_NEGATION = re.compile(rf"(?<!\w)không (?:{fold('được')} |{fold('thể')} |{fold('để')} )?$")
_NO_MORE = r"(?![\w\u0300-\u036f%]|[.,/–-]\d|(?:(?<=\D\d)|(?<=\D\d{2})|(?<=\D\d{3})) \d{3}(?!\d))"
"""Behind words that are quoted whole: no further letter, and no rest of a figure ("5,5", "5-10", "10 000", "5%")."""


def _targets(loaded: Loaded) -> Iterator[tuple[Plan, Measure, Target]]:
    for plan in loaded.plans:
        for measure in plan.measures:
            for target in measure.targets:
                yield plan, measure, target


def _field(measure: Measure) -> str:
    return f"indicators {measure.code}, targets"


def comparators(loaded: Loaded) -> Iterator[Breach]:
    """Yield the targets that are not the bar their words ask for: comparator, kind, figure and range (docs/domain.md, rule 2)."""
    for plan, measure, target in _targets(loaded):
        found = decided(target.wording)
        if found is None or target.comparator in {None, "done"}:
            continue
        difference = _comparison(target, found) or _bar(target, found, measure.source.clause)
        if difference is not None:
            yield Breach("comparators", plan.id, _field(measure), *difference)


def _comparison(target: Target, found: Decided) -> tuple[Message, Message] | None:
    """Return how comparator or kind of a target differ from what its words decide, and the cure."""
    if target.comparator != found.comparator:
        return (
            Message.of(
                N_("the words '{wording}' want '{wanted}', the target has '{comparator}'"),
                wording=target.wording,
                wanted=found.comparator,
                comparator=target.comparator,
            ),
            Message.of(N_("Read the clause again: write '{wanted}', or quote the words that decide the comparator."), wanted=found.comparator),
        )
    if target.kind == found.kind:
        return None
    if found.kind in {"relative_change", None} or target.kind == "relative_change":
        return (
            Message.of(N_("the words '{wording}' and the target do not agree on whether a change or a level is meant"), wording=target.wording),
            Message.of(N_("A change has the kind 'relative_change' and a base; a level has neither.")),
        )
    return (
        Message.of(N_("the words '{wording}' ask for a target of the kind '{kind}'"), wording=target.wording, kind=found.kind),
        Message.of(N_("Write the kind '{kind}'."), kind=found.kind),
    )


def _bar(target: Target, found: Decided, clause: str) -> tuple[Message, Message] | None:
    """Return how figure or range of a target differ from what its words decide, and the cure; a figure not printed is told by `clauses`."""
    if target.value is None or found.value is None or not _prints_bar(target, clause):
        return None
    if target.value != found.value:
        return (
            Message.of(
                N_("the words '{wording}' give the bar {wanted}, the target has {value}"),
                wording=target.wording,
                wanted=found.value,
                value=target.value,
            ),
            Message.of(N_("Write {wanted}, negative where the words say 'giảm', or quote the words that decide the bar."), wanted=found.value),
        )
    if target.upper != found.upper:
        return (
            Message.of(N_("the range in the words '{wording}' is not the one of the target"), wording=target.wording),
            Message.of(N_("Write the far end of the range as 'upper', negative where the words say 'giảm'; without a range leave it out.")),
        )
    return None


def clauses(loaded: Loaded) -> Iterator[Breach]:
    """Yield the targets whose words do not stand in the clause, or whose figure stands neither in the words nor in the clause."""
    for plan, measure, target in _targets(loaded):
        missing = _not_quoted(target.wording, measure.source.clause)
        if missing is not None:
            yield Breach(
                "clauses",
                plan.id,
                _field(measure),
                Message.of(N_("the words '{words}' do not stand in the clause '{clause}'"), words=missing, clause=measure.source.clause[:120]),
                Message.of(N_("Quote the words as the clause prints them; put '…' where words between them are left out.")),
            )
        elif not _prints_bar(target, measure.source.clause):
            yield Breach(
                "clauses",
                plan.id,
                _field(measure),
                Message.of(N_("the bar {value} is not the figure printed in '{wording}'"), value=target.value, wording=target.wording),
                Message.of(N_("Write the figure that the clause prints.")),
            )


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
    for plan, measure, target in _targets(loaded):
        base = target.baseline
        if base is None or base.numerator is None:
            continue
        if base.source is None:
            yield Breach(
                "baselines",
                plan.id,
                f"{_field(measure)}, baseline",
                Message.of(N_("the figure of {year} has no source"), year=str(base.year)),
                Message.of(N_("Cite the sentence that states it; leave the figure out where no document does.")),
            )
        if measure.definition.divided and base.denominator is None:
            yield Breach(
                "baselines",
                plan.id,
                f"{_field(measure)}, baseline",
                Message.of(N_("the figure of {year} has no denominator"), year=str(base.year)),
                Message.of(N_("Give both counts of that year; a percentage is stated as so many over 100.")),
            )


def calendar(loaded: Loaded) -> Iterator[Breach]:
    """Yield the dated duties that some year of the plan has no report for, and the dates that lie outside their time."""
    for plan in loaded.plans:
        yield from _years_without_report(plan)
        yield from _days_against_rules(plan)
        yield from _year_against_rule(plan)
    for plan, measure, target in _targets(loaded):
        yield from _dates(plan, measure, target)


def _days_against_rules(plan: Plan) -> Iterator[Breach]:
    for duty in plan.duties:
        wanted = last_day_in(duty.rule)
        if duty.kind == "dated" and wanted is not None and wanted != duty.last_day:
            yield Breach(
                "calendar",
                plan.id,
                f"duties {duty.id}",
                Message.of(
                    N_("the rule '{rule}' means {wanted} as the last day, the report has {day}"), rule=duty.rule, wanted=wanted, day=duty.last_day
                ),
                Message.of(N_("'Trước ngày' excludes the day named, 'chậm nhất ngày' includes it: write {wanted}."), wanted=wanted),
            )


def _year_against_rule(plan: Plan) -> Iterator[Breach]:
    for duty in plan.duties:
        after = fold("năm sau") in fold(duty.rule)
        # Of a day early in the year the words that do not say "năm sau" decide nothing.
        open_ = not after and duty.last_day is not None and lies_early(duty.last_day, duty.period)
        if duty.kind == "dated" and not open_ and after != (duty.due_in == "year_after"):
            said = Message.of(N_("the rule '{rule}' and last_day_in = '{year}' do not name the same year"), rule=duty.rule, year=duty.due_in)
            cure = Message.of(N_('Write "year_after" where the words say so, as \'trước ngày 15/01 năm sau\' does, and "year" elsewhere.'))
            yield Breach("calendar", plan.id, f"duties {duty.id}", said, cure)


def _years_without_report(plan: Plan) -> Iterator[Breach]:
    owed = {
        (item.duty.id, item.period.year) for item in occurrences(plan, Known(), {}, plan.end) if item.last_day is not None and item.period is not None
    }
    issued = plan.document.issued or date.min
    for duty in plan.duties:
        days = {year: date.fromisoformat(f"{duty.year_of_last_day(year)}-{duty.last_day}") for year in plan.years() if duty.kind == "dated"}
        years = tuple(str(year) for year, day in days.items() if (duty.id, year) not in owed and (duty.valid_from or day) <= day and issued <= day)
        if years:
            yield Breach(
                "calendar",
                plan.id,
                f"duties {duty.id}",
                Message.of(N_("nobody owes this dated report in {years}"), years=years),
                Message.of(N_("Name its reporters, or the measures it carries.")),
            )


def _dates(plan: Plan, measure: Measure, target: Target) -> Iterator[Breach]:
    begins, due = target.valid_from or plan.start, plan.due(target)
    if target.valid_to is not None and target.valid_to < begins:
        yield _outside(plan, measure, N_("the last day {day} of the bar lies before its first, {first}"), target.valid_to, first=begins)
    if due < begins:
        yield _outside(plan, measure, N_("the due date {day} lies before the bar applies, {first}"), due, first=begins)
    if target.scope == "target" and due > plan.end:
        yield Breach(
            "calendar",
            plan.id,
            _field(measure),
            Message.of(N_("the due date {day} lies after the end of the plan, {last}"), day=due, last=plan.end),
            Message.of(N_("Correct the date; where the document looks beyond the plan, the scope is 'orientation'.")),
        )
    for milestone in target.milestones:
        if not begins <= milestone.due < due:
            yield _outside(plan, measure, N_("the milestone of {day} does not lie between {first} and {last}"), milestone.due, first=begins, last=due)
    for year in target.assessed_years:
        if not plan.start.year <= year <= max(plan.end, due).year:
            yield _outside(plan, measure, N_("the assessed year {day} is no year of the plan"), str(year))


def _outside(plan: Plan, measure: Measure, template: str, day: date | str, **days: date) -> Breach:
    cure = Message.of(N_("Compare the dates with the document and correct the wrong one."))
    return Breach("calendar", plan.id, _field(measure), Message.of(template, day=day, **days), cure)
