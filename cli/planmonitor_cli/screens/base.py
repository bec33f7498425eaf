"""A base population and its figures, on the screen."""

from __future__ import annotations

from collections.abc import Iterator

from planmonitor.workspace.judging import BaseFigures
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.layout import wrapped
from planmonitor_cli.output import table
from planmonitor_cli.screens.figures import counted, remarks, supplied


def base_lines(found: BaseFigures, say: Speaker) -> Iterator[str]:
    """Yield what is known of a base population: its name, what is divided by it, its figures."""
    population, rows = found.population, base_rows(found, say)
    yield f"{population.key}: {say.value(population.label)}"
    yield ""
    if found.measures:
        yield say(N_("Base population, the denominator of:"))
    for plan, measure in found.measures:
        of_plan = N_("- {plan}: {code}. {measure}")
        yield wrapped(say(of_plan, plan=plan.short or plan.title, code=measure.code, measure=measure.label), following="  ")
    if found.measures:
        yield ""
    yield say(N_("Figures recorded:")) if rows else say(N_("No figure has been recorded."))
    if rows:
        yield table(base_headers(say), rows)


def base_headers(say: Speaker) -> tuple[str, ...]:
    """Return the headings of a table of figures of a base population."""
    return tuple(map(say, (N_("Period"), N_("First and last day"), N_("Counted"), N_("State"), N_("Runs to"), N_("Sent by"), N_("Evidence, note"))))


def base_rows(found: BaseFigures, say: Speaker) -> list[tuple[str, ...]]:
    """Return the figures of a base population as rows."""
    noun = say.value(found.population.noun)
    return [
        (
            say.period(figure.period),
            f"{say.day(figure.period.start)} - {say.day(figure.period.end)}",
            f"{counted(figure, say)} {noun}",
            say.figure_state(figure.state),
            say.day(figure.until),
            supplied(figure),
            remarks(figure),
        )
        for figure in found.figures
    ]
