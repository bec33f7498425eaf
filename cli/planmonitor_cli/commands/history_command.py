"""`monitor history`: every revision of a measure's figures."""

from __future__ import annotations

import click
from planmonitor_exchange.machine.figures import figure_json
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.commands.show_command import counted
from planmonitor_cli.invocation import Invocation
from planmonitor_cli.options import Command, format_option
from planmonitor_cli.output import print_json, print_rows
from planmonitor_cli.session import TIME_ZONE, Session, finish


@click.command(
    cls=Command,
    help=N_("List all revisions of a measure's figures in the order they were recorded: nothing is ever overwritten."),
    examples=("monitor history 4a", "monitor history 1 --format json"),
)
@click.argument("measure")
@format_option
@click.pass_obj
def command(invocation: Invocation, measure: str, how: str) -> None:
    """Print the journal of one measure at the place of its plan."""
    session = Session(invocation)
    say = session.say
    definition, place, units = _counted_thing(session, measure)
    with session.database(read_only=True) as database, database.reading() as held:
        names = units | {member.id: member.name for member in held.units(None)}
        figures = [figure for figure in held.history(definition) if figure.place in {place, ""}]
    if how == "json":
        print_json([figure_json(figure) for figure in figures])
    else:
        headers = tuple(
            say(name)
            for name in (
                N_("Revision"),
                N_("Recorded"),
                N_("Period"),
                N_("Unit"),
                N_("Breakdown"),
                N_("Counted"),
                N_("State"),
                N_("Sent by"),
                N_("Entered by"),
                N_("Evidence, note"),
            )
        )
        rows = [
            (
                str(figure.revision),
                say.value(figure.recorded_at.astimezone(TIME_ZONE)) if figure.recorded_at else "",
                say.period(figure.period),
                names.get(figure.unit, figure.unit) or say(N_("whole place")),
                ", ".join(f"{key}={category}" for key, category in figure.breakdown),
                counted(figure, say),
                say.figure_state(figure.state),
                figure.supplied_by or "…",
                figure.entered_by or "…",
                "; ".join(filter(None, (figure.evidence, figure.note))) or "…",
            )
            for figure in figures
        ]
        print_rows(headers, rows, how, [None, None, None, 24, None, None, None, 20, 20, 24])
    session.tell_problems()
    finish(session.exit_code)


def _counted_thing(session: Session, name: str) -> tuple[str, str, dict[str, str]]:
    """Return the definition, the place and the units behind the name of a measure or of a base population."""
    if name in session.catalogue.populations:
        return name, session.place_key(session.workspace.place), {}
    followed, found = session.measure(name)
    return found.definition.key, session.place_of(followed.plan), {unit.id: unit.name for unit in followed.plan.units}
