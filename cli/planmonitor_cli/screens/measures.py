"""The measures of one plan on the screen."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from planmonitor import Population
from planmonitor.assessment.checking import CheckedPlan
from planmonitor.assessment.records import TOTAL
from planmonitor.assessment.results import JudgedMeasure
from planmonitor_exchange.machine.rows import Row
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_
from planmonitor_exchange.speaking.vocabulary import STATUS, WINDOW

from planmonitor_cli.layout import rows_text, wrapped
from planmonitor_cli.screens.figures import DATA_MISSING, supplied

NO_CASE = "x"
SCOPE_HEADINGS = (("target", N_("Targets")), ("orientation", N_("Orientation beyond the plan")), ("task", N_("Stated among the tasks")))


def measure_headers(say: Speaker) -> Row:
    """Return the headings of one plan's measures."""
    return tuple(say(template) for template in (N_("Code"), N_("Measure"), N_("Figure"), N_("Target"), N_("Status"), N_("Period")))


def measure_row(judged: JudgedMeasure, say: Speaker) -> Row:
    """Return a measure's line."""
    figure, period, value = DATA_MISSING, DATA_MISSING, judged.value
    if value is not None:
        cases_alone = value.numerator is not None and value.denominator is None
        figure = NO_CASE if value.exact is None and not cases_alone else say.amount(value.amount)
        # Points of another year stand beside a year of assessment, and are not judged in it.
        aside = judged.target.assessed_years and judged.status in {"no_data", "not_assessed"}
        period = say(N_("{period}, for reference"), period=value.period) if aside else say.period(value.period)
        if value.until < value.period.end:
            period = say(N_("{period}, up to {until}"), period=period, until=value.until)
    return (
        judged.measure.code,
        say.value(judged.measure.label),
        figure,
        say.bar(judged.measure, judged.target),
        say.status_in_full(judged),
        period,
    )


def met_so_far(assessed: CheckedPlan, say: Speaker) -> str:
    """Return how many target lines of a plan are met, and how many of these may still change: "2 (ước 2)"."""
    met, early = str(assessed.judged.indicator_counts()["met"]), assessed.judged.met_early
    return say(N_("{met} (est. {early})"), met=met, early=str(early)) if early else met


def plan_lines(assessed: CheckedPlan, say: Speaker, *, explain: bool) -> list[str]:
    """Return one plan in full: every indicator and measure, by scope; reasons where asked for."""
    lines = [
        wrapped(say.value(assessed.judged.plan.title), following="  "),
        wrapped(_counts(assessed, say), following="  "),
        wrapped(say(N_("Data window: {window}"), window=say(WINDOW[assessed.judged.plan.window.key])), following="  "),
    ]
    for scope, title in SCOPE_HEADINGS:
        chosen = [judged for judged in assessed.judged.measures if judged.measure.scope == scope]
        if chosen:
            lines += ["", say(title), rows_text(measure_headers(say), [measure_row(judged, say) for judged in chosen], named=2)]
        if explain:
            lines += [
                wrapped(f"{judged.measure.code}: {say.message(judged.reason)} {say.message(judged.next_step)}", "  ", "    ") for judged in chosen
            ]
    return [*lines, "", wrapped(legend(say), following="  ")]


def _counts(assessed: CheckedPlan, say: Speaker) -> str:
    """Return how many target lines have which status; of a plan not begun only from when it runs."""
    if not assessed.judged.begun:
        return say(N_("This plan begins on {day}: nothing is judged yet."), day=assessed.judged.plan.start)
    counts = {status: number for status, number in assessed.judged.indicator_counts().items() if number}
    told = "; ".join(f"{say(STATUS[status])} {number}" for status, number in counts.items())
    if not told:
        return say(N_("No target line of the plan is asked of it."))
    said = say(
        N_("Met {met} of {total} indicators: {counts}"), met=met_so_far(assessed, say), total=str(assessed.judged.indicator_total), counts=told
    )
    explained = sum(item.accepted is not None for item in assessed.judged.measures)
    return said + say(N_(" (explanations accepted: {count})"), count=str(explained)) if explained else said


def population_lines(assessed: CheckedPlan, populations: Mapping[str, Population], say: Speaker) -> Iterator[str]:
    """Yield the base populations that a plan's measures are divided by: the latest figure of each, of which period and from whom."""
    keys = dict.fromkeys(measure.definition.population for measure in assessed.judged.plan.measures if measure.definition.population)
    if keys:
        yield ""
        yield say(N_("Base populations"))
    for key in keys:
        recorded = [figure for figure in assessed.judged.figures if (figure.definition, figure.unit, figure.breakdown) == (key, "", TOTAL)]
        newest = max(recorded, key=lambda figure: (figure.until, figure.revision), default=None)
        label = populations[key].label if key in populations else key
        if newest is None or newest.value is None:
            yield wrapped(say(N_("{population}: … (not recorded)"), population=label), "- ", "  ")
        else:
            old = assessed.judged.has_aged(newest.period)
            said = N_("{population}: {number} (old figure, of {period}, {who})") if old else N_("{population}: {number} ({period}, {who})")
            yield wrapped(say(said, population=label, number=newest.value, period=newest.period, who=supplied(newest)), "- ", "  ")


def legend(say: Speaker) -> str:
    """Return the legend under a table of figures."""
    return say(N_("… no data; x no case; 0 zero; (est.) rests on an estimate"))
