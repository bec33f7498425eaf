"""The combined view on the screen: a line per plan, then what needs attention."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from planmonitor import Plan
from planmonitor.assessment.checking import CheckedPlan, FoundBy
from planmonitor.assessment.results import JudgedMeasure, Occurrence
from planmonitor_exchange.machine.rows import Row
from planmonitor_exchange.speaking.paragraphs import wrapped
from planmonitor_exchange.speaking.speaker import DUTY_STATE, SEVERITY, STATUS, WINDOW, Speaker
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.output import table

SHORT = 74
DATA_MISSING = "…"
NO_CASE = "x"


def cut(text: str, width: int = SHORT) -> str:
    """Return a text short enough for one line of a table."""
    return text if len(text) <= width else f"{text[: width - 1].rstrip()}…"


def heading(say: Speaker, place: str, as_of: date, *, clock: str | None, notice: str) -> list[str]:
    """Return the lines above every status: what, where, on which day, and what to bear in mind."""
    lines = [say(N_("STATUS OF PLANS ON {day}"), day=as_of) + (f" - {place}" if place else "")]
    if clock is not None:
        lines.append(say(clock))
    if notice:
        lines.append(notice)
    return [*lines, ""]


def plan_headers(say: Speaker) -> Row:
    """Return the headings of the combined view."""
    return tuple(
        say(template)
        for template in (
            N_("Plan"),
            N_("Met"),
            N_("Not met"),
            N_("Under way"),
            N_("Lacking figures"),
            N_("Other"),
            N_("Reports"),
            N_("Next due"),
            N_("Found"),
        )
    )


def plan_name(plan: Plan, say: Speaker) -> str:
    """Return what officers call a plan; its id where it has no short name."""
    return say.value(plan.short) if plan.short is not None else plan.id


def plan_row(assessed: CheckedPlan, say: Speaker) -> Row:
    """Return a plan's line: its target lines by status, reports, next deadline, findings."""
    counts = assessed.judged.indicator_counts()
    # In a year in which nothing is assessed there is nothing to meet.
    total = sum(counts.values()) - counts["not_assessed"]
    done = assessed.judged.completeness
    found = sum(item.finding.state == "found" for item in assessed.findings)
    return (
        "\n".join(dict.fromkeys((plan_name(assessed.plan, say), assessed.plan.id))),
        f"{counts['met']}/{total}",
        str(counts["not_met"]),
        str(counts["in_progress"] + counts["on_track"] + counts["behind"]),
        str(counts["incomplete"] + counts["no_data"]),
        str(counts["no_case"] + counts["trend_only"] + counts["not_assessed"]),
        f"{done.received}/{done.expected}",
        next_words(assessed, say),
        str(found),
    )


def next_words(assessed: CheckedPlan, say: Speaker) -> str:
    """Return the last day of the first report still to come, or why there is none."""
    dated = [item for item in assessed.deadlines if item.last_day is not None]
    coming = [item.last_day for item in dated if item.last_day is not None and item.state == "not_due"]
    if coming:
        return say.day(coming[0])
    return say(N_("all past")) if dated else say(N_("no date set"))


SCREEN = 40
"""Lines of the combined view: what an officer sees without scrolling."""

NEXT_DEADLINES = 3

ORDER = ("not_met", "error", "overdue", "behind", "warning", "incomplete", "no_data")
"""What needs attention first."""


def attention(assessed: CheckedPlan, say: Speaker) -> Iterator[tuple[str, str]]:
    """Yield everything in a plan that needs somebody: its urgency, one of `ORDER`, and the sentence."""
    targets = [judged for judged in assessed.measures if judged.measure.scope == "target"]
    told = {measure for item in _pressing(assessed.findings) for measure in item.finding.measures}
    for judged in targets:
        if judged.status in {"not_met", "behind"} or (judged.status == "incomplete" and judged.id not in told):
            label = cut(say.value(judged.measure.label), 60)
            state = accepted_words(judged, say) if judged.accepted is not None else f"{say.status(judged)}."
            if judged.status == "behind":
                state = f"{state} {say.message(judged.reason)}"
            yield judged.status, f"[{judged.measure.code}] {label}: {state} {say.message(judged.next_step)}".rstrip()
    unread = tuple(judged.measure.code for judged in targets if judged.measure.definition.unread)
    silent = tuple(judged.measure.code for judged in targets if judged.status == "no_data" and judged.measure.code not in unread)
    if unread:
        yield "no_data", say(N_("Definition not read: {codes}. Why: monitor show CODE"), codes=unread)
    if silent:
        yield "no_data", say(N_("No data: {codes}. Record them: monitor record CODE --period PERIOD ..."), codes=silent)
    yield from (("overdue", sentence) for sentence in _overdue(assessed, say))
    yield from found_words(assessed.findings, say)


def found_words(findings: Sequence[FoundBy], say: Speaker) -> Iterator[tuple[str, str]]:
    """Yield the errors and warnings among findings: the severity and the sentence."""
    for item in _pressing(findings):
        yield item.severity, f"{say(SEVERITY[item.severity]).capitalize()}: {say.value(item.finding.message)}"


def _pressing(findings: Sequence[FoundBy]) -> list[FoundBy]:
    """Return what checks have found that somebody must deal with or look at."""
    return [item for item in findings if item.severity in {"error", "warning"} and item.finding.state == "found"]


def _overdue(assessed: CheckedPlan, say: Speaker) -> Iterator[str]:
    """Yield a sentence for every unit that owes a report, with all the periods it owes it for."""
    owed: dict[tuple[str, str | None], list[Occurrence]] = {}
    for item in assessed.deadlines:
        if item.state == "overdue":
            owed.setdefault((item.duty.id, item.unit), []).append(item)
    for items in owed.values():
        latest = items[-1]
        yield say(
            N_("Report '{duty}' of {unit} not received for {periods}; latest: last day {day}, {state}."),
            duty=latest.duty.id,
            unit=latest.unit_name or say(N_("the place")),
            periods=tuple(item.period for item in items),
            state=say(DUTY_STATE["overdue"], days=latest.late_days),
            day=latest.last_day,
        )


def accepted_words(judged: JudgedMeasure, say: Speaker) -> str:
    """Return the note on an approved explanation; without a document it says so."""
    accepted = judged.accepted
    if accepted is None:
        return ""
    if not accepted.document:
        return say(
            N_("{status}, explained and accepted by {body}, without a document: {reason} (until {until})."),
            status=say(STATUS[judged.status]),
            body=accepted.body,
            reason=accepted.reason,
            until=accepted.until,
        )
    return say(
        N_("{status}, explanation accepted: {document} of {dated}, {body}: {reason} (until {until})."),
        status=say(STATUS[judged.status]),
        document=accepted.document,
        dated=accepted.dated or "…",
        body=accepted.body,
        reason=accepted.reason,
        until=accepted.until,
    )


def attention_lines(assessed: Sequence[CheckedPlan], between: Sequence[FoundBy], say: Speaker, room: int | None = None) -> list[str]:
    """Return the paragraph "what needs attention" of several plans and between them, the most urgent first.

    Args:
        assessed: The plans, judged.
        between: What was found between them.
        say: The language.
        room: How many lines there are for it; what does not fit is counted, and where to see it is said. None for no limit.
    """
    named = room is not None or len(assessed) > 1
    items = [(urgency, f"{plan_name(plan.plan, say)}: {said}" if named else said) for plan in assessed for urgency, said in attention(plan, say)]
    items += found_words(between, say)
    if not items:
        return ["", say(N_("Nothing needs attention."))]
    blocks = [wrapped(said, "- ", "  ").split("\n") for _urgency, said in sorted(items, key=lambda item: ORDER.index(item[0]))]
    lines, shown = ["", say(N_("NEEDS ATTENTION"))], 0
    for block in blocks:
        if room is not None and len(lines) + len(block) > room - (shown + 1 < len(blocks)):
            break
        lines += block
        shown += 1
    if shown < len(blocks):
        lines.append(say(N_("... and {count} more: monitor status --plan PLAN, monitor check"), count=len(blocks) - shown))
    return lines


def ahead_lines(assessed: Sequence[CheckedPlan], say: Speaker) -> list[str]:
    """Return the next deadlines of several plans, and how many open questions the place has not answered."""
    coming = sorted(
        ((item.last_day, plan, item) for plan in assessed for item in plan.deadlines if item.last_day is not None and item.state == "not_due"),
        key=lambda entry: (entry[0], entry[1].plan.id, entry[2].unit or ""),
    )
    lines = ["", say(N_("NEXT REPORTS"))]
    for day, plan, item in coming[:NEXT_DEADLINES]:
        said = say(
            N_("{day} (in {days} days): {unit}, report on {period}, {received}/{expected} figures in ({plan})"),
            day=day,
            days=(day - plan.as_of).days,
            unit=item.unit_name or say(N_("the place")),
            period=item.period,
            received=str(item.received),
            expected=str(item.expected),
            plan=plan.plan.id,
        )
        lines.append(wrapped(said, "- ", "  "))
    if not coming:
        lines.append(say(N_("- none with a date ahead")))
    waiting = [sum(question.id not in plan.plan.answers for question in plan.plan.questions) for plan in assessed]
    if any(waiting):
        lines += ["", say(N_("Open questions of the documents: {count}. See: monitor plans show PLAN"), count=sum(waiting))]
    return lines


def measure_headers(say: Speaker) -> Row:
    """Return the headings of one plan's measures."""
    return tuple(say(template) for template in (N_("Code"), N_("Measure"), N_("Figure"), N_("Target"), N_("Status"), N_("Period")))


def measure_row(judged: JudgedMeasure, say: Speaker, width: int = 40) -> Row:
    """Return a measure's line."""
    figure = DATA_MISSING
    if judged.value is not None:
        figure = NO_CASE if judged.value.exact is None else say.amount(judged.value.amount)
    return (
        judged.measure.code,
        cut(say.value(judged.measure.label), width),
        figure,
        say.bar(judged),
        say.status(judged),
        say.period(judged.value.period) if judged.value else DATA_MISSING,
    )


PLAN_WIDTHS = (33, 5, 5, 5, 8, 5, 7, 11, 5)
"""Widest the columns of the combined view may be: a screen has about a hundred letters."""

SCOPE_HEADINGS = (("target", N_("Targets")), ("orientation", N_("Orientation beyond the plan")), ("task", N_("Stated among the tasks")))


def plan_lines(assessed: CheckedPlan, say: Speaker, *, explain: bool) -> list[str]:
    """Return one plan in full: every indicator and measure, by scope; reasons where asked for."""
    counts = assessed.judged.indicator_counts()
    lines = [
        say.value(assessed.plan.title),
        say(
            N_("Met {met} of {total} indicators: {counts}"),
            met=str(counts["met"]),
            total=str(sum(counts.values())),
            counts="; ".join(f"{say(STATUS[status])} {number}" for status, number in counts.items() if number),
        ),
        wrapped(say(N_("Data window: {window}"), window=say(WINDOW[assessed.plan.window.key])), following="  "),
    ]
    for scope, title in SCOPE_HEADINGS:
        chosen = [judged for judged in assessed.measures if judged.measure.scope == scope]
        if chosen:
            lines += [
                "",
                say(title),
                table(measure_headers(say), [measure_row(judged, say) for judged in chosen], [None, None, None, None, 26, 24]),
            ]
        if explain:
            lines += [
                wrapped(f"{judged.measure.code}: {say.message(judged.reason)} {say.message(judged.next_step)}", "  ", "    ") for judged in chosen
            ]
    return [*lines, "", legend(say)]


def legend(say: Speaker) -> str:
    """Return the legend under a table of figures."""
    return say(N_("… no data; x no case; 0 zero; (est.) rests on an estimate"))
