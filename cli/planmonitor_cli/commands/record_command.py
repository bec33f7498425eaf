"""`monitor record`: one figure."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import click
from planmonitor import BadData, Message, Population
from planmonitor_exchange.figures.typed import read_count, read_figure
from planmonitor_exchange.speaking.translations import N_, _

from planmonitor_cli.documents.entering import Entry, enter
from planmonitor_cli.invocation import Invocation
from planmonitor_cli.options import Command, Day, option
from planmonitor_cli.output import echo, tell
from planmonitor_cli.session import Session, finish


@click.command(
    cls=Command,
    help=N_("Record one figure: what was counted, never a percentage."),
    examples=(
        "monitor record 4a --period 2026 --numerator 45 --denominator 50",
        "monitor record 1 --period 2025 --numerator 12 --denominator 400 --comparison --evidence 'BC 15/BC-UBND'",
        "monitor record population/children-5-17 --period 2026 --value 1250",
    ),
)
@click.argument("measure")
@option("--period", required=True, help=N_("2026, 2026-S1, 2026-Q2, 2026-05, 6T2026 or 2025-12-15/P9M."))
@option("--unit", default="", help=N_("The unit whose part it is, where several report."))
@option("--place", default="", help=N_("Code or name of the place; the workspace's by default."))
@option("--numerator", help=N_("Counted above the line."))
@option("--denominator", help=N_("Counted below the line; the recorded population where it is left out."))
@option("--value", help=N_("A count."))
@option("--yes/--no", "yes", default=None, help=N_("A state, or a task done."))
@option("--breakdown", "breakdowns", multiple=True, metavar="K=V", help=N_("The part of a breakdown, such as sex=female; may be repeated."))
@option("--estimated", "state", flag_value="estimated", default=None, help=N_("The figure is an estimate."))
@option("--provisional", "state", flag_value="provisional", help=N_("The figure is provisional."))
@option("--until", type=Day(), help=N_("The day the figure runs to."))
@option("--comparison", is_flag=True, help=N_("A figure of a base year or of the same period of the year before."))
@option("--counts", help=N_("What one unit of the figure is (people, people_times, households ...), to be checked."))
@option("--by", default="", help=N_("Who supplied it."))
@option("--evidence", default="", help=N_("The report or letter it stands in."))
@option("--note", default="", help=N_("A remark; never a child's name or data."))
@click.pass_obj
def command(
    invocation: Invocation,
    measure: str,
    period: str,
    unit: str,
    place: str,
    numerator: str | None,
    denominator: str | None,
    value: str | None,
    yes: bool | None,
    breakdowns: tuple[str, ...],
    state: str | None,
    until: date | None,
    comparison: bool,
    counts: str | None,
    by: str,
    evidence: str,
    note: str,
) -> None:
    """Record one figure and say what was recorded."""
    session = Session(invocation)
    entry = Entry(
        measure=measure,
        period=period,
        unit=unit,
        place=place,
        numerator=_count(numerator),
        denominator=_count(denominator),
        value=_figure(value),
        yes=yes,
        breakdown=_pairs(breakdowns),
        state=state,
        until=until,
        comparison=comparison,
        counts=counts,
        supplied_by=by or session.workspace.officer,
        evidence=evidence,
        note=note,
    )
    with session.database() as database:
        entered = enter(session, database, [entry])
    say = session.say
    for warning in entered.warnings:
        tell(say(N_("Note: {warning}"), warning=warning))
    if not entered.figures:
        echo(say(N_("It is recorded like that already; nothing was written.")))
        return
    figure, definition = entered.figures[0], entered.definitions[0]
    counted = figure.value if figure.yes is None else _(N_("done")) if figure.yes else _(N_("not done"))
    what = f"{say.number(figure.numerator)}/{say.number(figure.denominator or 0)}" if figure.numerator is not None else say.value(counted)
    noun = "" if isinstance(definition, Population) or figure.yes is not None else f" {say.value(definition.noun)}"
    echo(
        say(
            N_("Recorded as revision {revision}: {measure}, {period}: {what}"),
            revision=str(figure.revision),
            measure=entered.names[0],
            period=figure.period,
            what=what + noun,
        )
    )
    if entered.before[0] is not None:
        echo(
            say(
                N_("It replaces revision {revision}; monitor history {measure} shows both."),
                revision=str(entered.before[0].revision),
                measure=entered.names[0],
            )
        )
    shared = session.sharing(definition.key, entered.names[0])
    if shared:
        echo(say(N_("It is also the figure of: {measures}"), measures=shared))
    session.tell_problems()
    finish(session.exit_code)


def _count(text: str | None) -> int | None:
    return None if text is None else read_count(text)


def _figure(text: str | None) -> int | Decimal | None:
    return None if text is None else read_figure(text)


def _pairs(breakdowns: tuple[str, ...]) -> dict[str, str]:
    found = {}
    for pair in breakdowns:
        name, sign, category = pair.partition("=")
        if not sign or not name or not category or name in found:
            raise BadData(N_("'{pair}' is no part of a breakdown."), Message.of(N_("Write each breakdown once, as sex=female.")), pair=pair)
        found[name] = category
    return found
