"""The measures of one plan on the screen."""

from __future__ import annotations

from planmonitor.assessment.checking import CheckedPlan
from planmonitor.assessment.results import JudgedMeasure
from planmonitor_exchange.machine.rows import Row
from planmonitor_exchange.speaking.paragraphs import wrapped
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_
from planmonitor_exchange.speaking.vocabulary import STATUS, WINDOW

from planmonitor_cli.output import table

SHORT = 74
DATA_MISSING = "…"
NO_CASE = "x"
SCOPE_HEADINGS = (("target", N_("Targets")), ("orientation", N_("Orientation beyond the plan")), ("task", N_("Stated among the tasks")))


def cut(text: str, width: int = SHORT) -> str:
    """Return a text short enough for one line of a table."""
    return text if len(text) <= width else f"{text[: width - 1].rstrip()}…"


def measure_headers(say: Speaker) -> Row:
    """Return the headings of one plan's measures."""
    return tuple(say(template) for template in (N_("Code"), N_("Measure"), N_("Figure"), N_("Target"), N_("Status"), N_("Period")))


def measure_row(judged: JudgedMeasure, say: Speaker, width: int = 40) -> Row:
    """Return a measure's line."""
    figure, period, value = DATA_MISSING, DATA_MISSING, judged.value
    if value is not None:
        cases_alone = value.numerator is not None and value.denominator is None
        figure = NO_CASE if value.exact is None and not cases_alone else say.amount(value.amount)
        # Points of another year stand beside a year of assessment, and are not judged in it.
        aside = judged.target.assessed_years and judged.status in {"no_data", "not_assessed"}
        period = say(N_("{period}, for reference"), period=value.period) if aside else say.period(value.period)
    return (
        judged.measure.code,
        cut(say.value(judged.measure.label), width),
        figure,
        say.bar(judged.measure, judged.target),
        say.status(judged),
        period,
    )


def met_so_far(assessed: CheckedPlan, say: Speaker) -> str:
    """Return how many target lines of a plan are met, and how many of these may still change: "2 (ước 2)"."""
    met, early = str(assessed.judged.indicator_counts()["met"]), assessed.judged.met_early
    return say(N_("{met} (est. {early})"), met=met, early=str(early)) if early else met


def plan_lines(assessed: CheckedPlan, say: Speaker, *, explain: bool) -> list[str]:
    """Return one plan in full: every indicator and measure, by scope; reasons where asked for."""
    counts = assessed.judged.indicator_counts()
    lines = [
        say.value(assessed.judged.plan.title),
        say(
            N_("Met {met} of {total} indicators: {counts}"),
            met=met_so_far(assessed, say),
            total=str(assessed.judged.indicator_total),
            counts="; ".join(f"{say(STATUS[status])} {number}" for status, number in counts.items() if number),
        ),
        wrapped(say(N_("Data window: {window}"), window=say(WINDOW[assessed.judged.plan.window.key])), following="  "),
    ]
    for scope, title in SCOPE_HEADINGS:
        chosen = [judged for judged in assessed.judged.measures if judged.measure.scope == scope]
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
