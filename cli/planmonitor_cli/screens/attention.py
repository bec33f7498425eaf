"""What needs attention: of each plan and between plans, the most urgent first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from attrs import evolve
from planmonitor import Plan
from planmonitor.assessment.checking import CheckedPlan, FoundBy
from planmonitor.assessment.every_plan import CASE_UNREPORTED, FINAL_FIGURES_WANTED, REPORTED_FIGURE_CHANGED, SHORT_OF_ALL, without
from planmonitor.assessment.results import JudgedMeasure
from planmonitor.assessment.wanted import years_without
from planmonitor_exchange.speaking.answers import how_to_settle
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_
from planmonitor_exchange.speaking.vocabulary import SEVERITY, STATUS

from planmonitor_cli.layout import wrapped
from planmonitor_cli.screens.record_line import record_line
from planmonitor_cli.screens.screen import Screen
from planmonitor_cli.screens.unsent import is_told, unsent_sentences

BESIDE = {CASE_UNREPORTED, FINAL_FIGURES_WANTED, REPORTED_FIGURE_CHANGED}
"""Checks whose findings say something else of a measure than that its figures are lacking."""
ORDER = ("arisen", "not_met", "error", "behind", "warning", "incomplete", "no_data")
"""What needs attention first."""
URGENT = {"arisen", "not_met", "error"}
LEAST = 6
"""What needs attention and is not urgent is told up to this number on the smallest screen."""
NOTHING_FOLLOWED = N_("No plan is followed yet. Next: monitor plans list --all, then monitor plans follow PLAN")
"""What every screen of plans says where there are none: that nothing is owed or found would comfort falsely."""
NAMED = 3
"""Measures without figures up to this number are named in full; of more the codes are."""


def plan_name(plan: Plan, say: Speaker) -> str:
    """Return what officers call a plan."""
    return say.value(plan.called)


def add_attention(
    screen: Screen,
    plans: Sequence[CheckedPlan],
    between: Sequence[FoundBy],
    say: Speaker,
    *,
    named: bool,
    explained: bool,
    over: Sequence[CheckedPlan] = (),
) -> None:
    """Add the paragraph "what needs attention" to a screen; what does not fit is counted, and where to see it is said.

    Args:
        screen: The screen.
        plans: The plans, judged.
        between: What was found between them.
        say: The language.
        named: Whether each sentence bears the name of its plan.
        explained: Whether the reason of every measure stands on the screen already.
        over: Plans that have ended in a year that was closed: of them errors alone go on standing there, as left from that year.
    """
    silent: set[object] = set()
    items = [
        (urgency, f"{plan_name(plan.judged.plan, say)}: {said}" if named else said)
        for plan in plans
        for urgency, said in attention(plan, say, explained=explained, silent=silent)
    ]
    items += [item for plan in over for item in _left_from(plan, say)]
    items += found_sentences(between, say)
    if not items:
        screen.must("", say(N_("Nothing needs attention.")))
        return
    screen.must("", say(N_("NEEDS ATTENTION")))
    listed = [(urgency, _block(said)) for urgency, said in sorted(items, key=lambda item: ORDER.index(item[0]))]
    screen.must(*(lines for urgency, lines in listed if urgency in URGENT))  # which are never dropped to fit
    screen.may(
        [lines for urgency, lines in listed if urgency not in URGENT],
        lambda count: say(N_("... and {count} more: monitor status --plan PLAN, monitor check"), count=count),
        least=LEAST,
    )


def _left_from(over: CheckedPlan, say: Speaker) -> Iterator[tuple[str, str]]:
    """Yield the errors of a plan that is over."""
    plan = over.judged.plan
    others = found_sentences([item for item in over.findings if not is_told(item)], say, plan)
    for urgency, said in (*unsent_sentences(over, say), *others):
        if urgency in URGENT:
            sentence, end, command = said.partition("\n")
            left = say(N_("Left from {year} ({plan}): {said}"), year=str(plan.end.year), plan=plan_name(plan, say), said=sentence)
            yield urgency, f"{left}{end}{command}"


def _block(said: str) -> str:
    """Return a sentence as an item of a list; a command behind it stands on a line of its own, which is never broken, so that it can be copied."""
    sentence, _end, command = said.partition("\n")
    return "\n".join((wrapped(sentence, "- ", "  "), *([f"    {command}"] if command else [])))


def attention(assessed: CheckedPlan, say: Speaker, *, explained: bool, silent: set[object]) -> Iterator[tuple[str, str]]:
    """Yield everything in a plan that needs somebody: its urgency, one of `ORDER`, and the sentence.

    Args:
        assessed: The plan, judged.
        say: The language.
        explained: Whether the reason of every measure stands on the screen already.
        silent: The figures of other plans of which it is told already that they are missing; those of this one are added.
    """
    if not assessed.judged.begun:
        return
    targets = [judged for judged in assessed.judged.measures if judged.measure.scope == "target"]
    pressing = [item for item in _pressing(assessed.findings) if item.check.id not in BESIDE]
    told = {measure for item in pressing for measure in item.finding.measures}
    by_an_error = {measure for item in pressing if item.severity == "error" for measure in item.finding.measures}
    missed = {judged.id for judged in targets if judged.status in {"not_met", "behind"}}
    for judged in targets:
        if judged.id in missed - by_an_error or (judged.status == "incomplete" and judged.id not in told):
            state = accepted_note(judged, say) if judged.accepted is not None or judged.lapsed is not None else f"{say.status(judged)}."
            if judged.status == "behind" and not explained:
                state = f"{state} {say.message(judged.reason)}"
            step = "" if explained else say.message(judged.next_step)
            yield judged.status, f"{judged.measure.code}. {say.value(judged.measure.label)}: {state} {step}".rstrip()
    unread = tuple(judged.measure.code for judged in targets if judged.measure.definition.unread)
    if unread:
        yield "no_data", say(N_("Definition not read: {codes}. Why: monitor show CODE"), codes=unread)
    if missing := _not_told(assessed, [judged for judged in targets if judged.status == "no_data" and judged.measure.code not in unread], silent):
        yield "no_data", _silent(assessed, missing, say)
    yield from unsent_sentences(assessed, say)
    unfinished = {judged.id for judged in targets if judged.status == "incomplete" and judged.gaps and judged.id not in told}
    found = [_without(item, unfinished, assessed) for item in assessed.findings if not _says_again(item, missed) and not is_told(item)]
    yield from found_sentences([item for item in found if item is not None], say, assessed.judged.plan)


def _not_told(assessed: CheckedPlan, missing: Sequence[JudgedMeasure], told: set[object]) -> list[JudgedMeasure]:
    """Return the measures without a figure of which no plan before has told that it is missing; all of them are told from here on."""
    window_of = assessed.judged.plan.window_of
    keys = {judged.id: (judged.measure.definition.key, window_of(judged.measure), assessed.judged.year) for judged in missing}
    new = [judged for judged in missing if keys[judged.id] not in told]
    told.update(keys.values())
    return new


def _without(item: FoundBy, told: set[str], assessed: CheckedPlan) -> FoundBy | None:
    """Return a finding that asks for final figures without those of which it is told which days are lacking; None where none is left."""
    if item.check.id != FINAL_FIGURES_WANTED or told.isdisjoint(item.finding.measures):
        return item
    keys = frozenset(judged.measure.definition.key for judged in assessed.judged.measures if judged.id in told)
    again = item.check.findings(without(assessed.judged, keys))
    return next((evolve(item, finding=finding) for finding in again if finding.year == item.finding.year), None)


def _silent(assessed: CheckedPlan, silent: Sequence[JudgedMeasure], say: Speaker) -> str:
    """Return which measures have no figure, a few of them by name, and the command that records the first of them."""
    one = next((judged for judged in silent if not judged.measure.definition.sums), silent[0])
    plan, first = assessed.judged.plan, one.measure
    over = [period.year for period in years_without(assessed.judged, one)]  # the oldest year that is missing comes first
    present = min(plan.window_of(first).year_on(assessed.judged.as_of), plan.last_day_of(first).year)
    year = assessed.judged.year or next(iter(over), present)
    command = record_line(assessed.judged.plan, first, year, say)
    if len(silent) > NAMED:
        codes = tuple(judged.measure.code for judged in silent)
        said = N_("No data of {count} measures: {codes}. Begin with {code}. {label}:")
        return f"{say(said, count=len(silent), codes=codes, code=first.code, label=first.label)}\n{command}"
    named = "; ".join(f"{judged.measure.code}. {say.value(judged.measure.label)}" for judged in silent)
    wanted = N_("No data: {named}. Record the figure:")
    return f"{say(wanted, named=named)}\n{command}"


def _says_again(item: FoundBy, missed: set[str]) -> bool:
    """Return whether a warning is about measures alone of which it is said that they are missed: one of a plan's own, or that all are wanted."""
    told = item.check.id == SHORT_OF_ALL or (not item.check.id.startswith("planmonitor/") and item.severity == "warning")
    return told and item.finding.measures != () and missed.issuperset(item.finding.measures)


def found_sentences(findings: Sequence[FoundBy], say: Speaker, plan: Plan | None = None) -> Iterator[tuple[str, str]]:
    """Yield the errors and warnings among findings, of one plan or between several: the severity and the sentence."""
    for item in _pressing(findings):
        settled = how_to_settle(plan, item.finding, say) if plan is not None else ""
        yield (
            "arisen" if item.check.id == CASE_UNREPORTED else item.severity,
            f"{say(SEVERITY[item.severity]).capitalize()}: {say.value(item.finding.message)} {settled}".rstrip(),
        )


def _pressing(findings: Sequence[FoundBy]) -> list[FoundBy]:
    """Return what checks have found that somebody must deal with or look at."""
    return [item for item in findings if item.severity in {"error", "warning"} and item.finding.state == "found"]


_LAPSED = N_("{status}; the explanation accepted held until {until} ({document}) and is no longer in force.")


def accepted_note(judged: JudgedMeasure, say: Speaker) -> str:
    """Return the note on an approved explanation; without a document it says so."""
    accepted, lapsed = judged.accepted, judged.lapsed
    if accepted is None:
        return "" if lapsed is None else say(_LAPSED, status=say(STATUS[judged.status]), until=lapsed.until, document=lapsed.document or lapsed.body)
    if not accepted.document:
        return say(
            N_("{status}, explained and accepted by {body}, without a document: {reason} (until {until})."),
            status=say(STATUS[judged.status]),
            body=accepted.body,
            reason=say.reason(accepted),
            until=accepted.until,
        )
    return say(
        N_("{status}, explanation accepted: {document} of {dated}, {body}: {reason} (until {until})."),
        status=say(STATUS[judged.status]),
        document=accepted.document,
        dated=accepted.dated or "…",
        body=accepted.body,
        reason=say.reason(accepted),
        until=accepted.until,
    )
