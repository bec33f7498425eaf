"""`monitor reports`: what was sent, received and returned."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

import click
from attrs import evolve
from planmonitor import Plan
from planmonitor.assessment.acts import RETURNED_AS, Sending
from planmonitor.assessment.asserted import Asserted
from planmonitor.assessment.corrected import Correction
from planmonitor.assessment.results import Occurrence
from planmonitor.assessment.told import About
from planmonitor.model.periods import Period
from planmonitor.workspace.judging import judge
from planmonitor.workspace.opening import Workspace
from planmonitor.workspace.sending import Letter, corrections_to_list, find_duty, note
from planmonitor_exchange.machine.columns import REPORTS
from planmonitor_exchange.machine.status import owed_json
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.commands.reports_verify import verify
from planmonitor_cli.invocation import Invocation
from planmonitor_cli.layout import wrapped
from planmonitor_cli.opened import opened
from planmonitor_cli.options import Command, Day, Group, option
from planmonitor_cli.output import echo, table, tell
from planmonitor_cli.printer import Printer, answer_options
from planmonitor_cli.screens.attention import plan_name
from planmonitor_cli.screens.deadlines import correction_lines, report_record
from planmonitor_cli.screens.receipt import how_to_undo

F = TypeVar("F", bound=Callable[..., Any])

HEADERS = (
    N_("Last day"),
    N_("Report"),
    N_("Unit"),
    N_("Period"),
    N_("State"),
    N_("Figures in"),
    N_("Sent"),
    N_("Received"),
    N_("Plan"),
)


@click.group(
    "reports",
    cls=Group,
    help=N_("The sending of reports: the date of the letter decides what is in time. Typing figures sends nothing."),
    examples=("monitor reports list", "monitor reports submit annual-report --period 2026 --number 45/BC-UBND --dated 2026-12-09"),
)
def command() -> None:
    """Group the commands on reports."""


def which(function: F) -> F:
    """Add what names a report: its duty, period and unit."""
    duty = click.argument("duty")
    period = option("--period", required=True, help=N_("What the report is on: 2026, 2026-S1, 2026-Q2."))
    unit = option("--unit", default="", help=N_("The unit whose report it is, where several owe one."))
    return duty(period(unit(function)))


@command.command(
    "submit",
    cls=Command,
    help=N_("Record that a report was sent, by the number and date of its letter."),
    examples=("monitor reports submit annual-report --period 2026 --number 45/BC-UBND --dated 2026-12-09",),
)
@which
@option("--number", required=True, help=N_("Number of the letter."))
@option("--dated", type=Day(), required=True, help=N_("Date of the letter."))
@option("--sent", type=Day(), help=N_("The day it was sent, if it is known."))
@option(
    "--file",
    "file",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help=N_("The letter as a file: of a report that 'monitor report' wrote the figures are taken as it says them; name and SHA-256 are noted."),
)
@click.pass_obj
def submit(invocation: Invocation, duty: str, period: str, unit: str, number: str, dated: date, sent: date | None, file: Path | None) -> None:
    """Record a sending."""
    content = (file.name, file.read_bytes()) if file is not None else ("", b"")
    _note(invocation, "submit", duty, period, unit, Letter(number, dated, sent, "", *content), file)


@command.command(
    "receive",
    cls=Command,
    help=N_("Record that a report was received; number and date of the letter too, where its sending was not recorded."),
    examples=("monitor reports receive annual-report --period 2026 --unit cong-an-xa --number 12/BC-CAX --dated 2026-12-08",),
)
@which
@option("--number", default="", help=N_("Number of the letter."))
@option("--dated", type=Day(), help=N_("Date of the letter."))
@option("--received", type=Day(), help=N_("The day it was received; today by default."))
@click.pass_obj
def receive(invocation: Invocation, duty: str, period: str, unit: str, number: str, dated: date | None, received: date | None) -> None:
    """Record a receipt."""
    _note(invocation, "receive", duty, period, unit, Letter(number, dated, received))


@command.command(
    "return",
    cls=Command,
    help=N_("Record that a report was returned; it is then owed again."),
    examples=('monitor reports return annual-report --period 2026 --as figures-missing --reason "thiếu biểu số 2"',),
)
@which
@option("--as", "kind", type=click.Choice(RETURNED_AS), help=N_("Why it was returned, from the fixed list."))
@option("--reason", required=True, help=N_("Why it was returned, in words."))
@option("--number", default="", help=N_("Number of the letter that returns it."))
@option("--dated", type=Day(), help=N_("Date of the letter that returns it."))
@click.pass_obj
def send_back(invocation: Invocation, duty: str, period: str, unit: str, kind: str | None, reason: str, number: str, dated: date | None) -> None:
    """Record a return."""
    _note(invocation, "return", duty, period, unit, Letter(number, dated, reason=reason, kind=kind or ""))


def _note(invocation: Invocation, act: str, duty: str, period: str, unit: str, letter: Letter, file: Path | None = None) -> None:
    say = Speaker()
    with opened(invocation) as workspace:
        before = corrections_to_list(workspace, duty)
        if file is not None:
            letter = _with_figures(workspace, duty, period, unit, letter, file)
        sending, item = note(workspace, act, duty, period, letter, unit=unit)
        told = N_("Recorded: {report}, {unit}, {period}: {state}.")
        echo(say(told, report=item.duty.called, unit=item.unit_name or say(N_("the place")), period=item.period, state=say.duty_state(item)))
        if item.received < item.expected:
            lacking = say(N_("{received}/{expected} of its figures are recorded here."), received=str(item.received), expected=str(item.expected))
            tell(say(N_("Note: {warning}"), warning=lacking))
        after = corrections_to_list(workspace, duty)
        _tell_corrections(before, after, sending, say)
        if letter.said is not None:
            _tell_differing(letter.said, [one for one in after if one.letter.as_letter == sending.as_letter], say)
        echo(how_to_undo(workspace, say))


def _tell_corrections(before: Iterable[Correction], after: Sequence[Correction], sending: Sending, say: Speaker) -> None:
    """Print what had changed since earlier letters of the duty told it, and what the letter recorded now is taken to list."""
    left = {_about(one) for one in after}
    listed = [one for one in before if one.letter.unit == sending.unit and _about(one) not in left]
    if listed and sending.act != "return":
        echo(wrapped(say(N_("This letter is taken to list the corrections of earlier reports:"))))
        for one in listed:
            echo(wrapped(say.value(one.said), "- ", "  "))


def _with_figures(workspace: Workspace, duty: str, period: str, unit: str, letter: Letter, file: Path) -> Letter:
    """Return a letter with what its file says of the figures, where it is a report that this program wrote."""
    from planmonitor.workspace.reporting import report_on
    from planmonitor_exchange.report.sent_file import SentFile, read_sent, said_in

    sent = read_sent(file, letter.content)
    if not isinstance(sent, SentFile):
        workspace.notes.append(sent)
        return letter
    plan, asked = find_duty(workspace, duty)
    found = said_in(file, sent, report_on(workspace, f"{plan.id}/{asked.id}", period, unit))
    workspace.notes += found.notes
    return evolve(letter, said=found.said)


def _tell_differing(said: Mapping[About, Asserted], differing: Sequence[Correction], say: Speaker) -> None:
    """Print which figures of the file of a letter are others than those recorded: what the letter told is kept as it says it."""
    count = sum(one.figure != "" for one in said.values())
    if not differing:
        echo(wrapped(say(N_("Figures read from the file: {count}. All of them stand in its annex as they are recorded."), count=say.counted(count))))
        return
    others = N_("Figures read from the file: {count}. Kept as the letter says them, these are others than are recorded:")
    echo(wrapped(say(others, count=say.counted(count))))
    for one in differing:
        echo(wrapped(say.value(one.beside), "- ", "  "))


def _about(one: Correction) -> tuple[str, str, str, Period]:
    return one.stands.measure, one.stands.unit, one.stands.breakdown, one.told.period


@command.command(
    "list",
    cls=Command,
    help=N_(
        "List the reports that are due by today or were sent, with their letters, and what the next ones have to correct; those ahead: "
        "monitor deadlines."
    ),
    examples=("monitor reports list", "monitor reports list --format json"),
)
@answer_options
@click.pass_obj
def list_all(invocation: Invocation, printer: Printer) -> None:
    """Print the reports."""
    say = Speaker()
    with opened(invocation) as workspace:
        judged = judge(workspace)
        found = [(plan.judged.plan, item) for plan in judged.plans for item in plan.judged.deadlines if _told(item, judged.day)]
        calendar = workspace.file.calendar
        if printer.how == "json":
            printer.json([owed_json(plan.id, item, calendar) for plan, item in found])
        elif printer.how == "csv":
            printer.records(REPORTS, [report_record(plan.id, item, say, calendar) for plan, item in found])
        elif printer.how == "markdown":
            printer.rows(_headers(say), [_row(plan_name(plan, say), item, say) for plan, item in found], named=2)
        else:
            printer.text("\n".join(_lines(found, say)))


command.add_command(verify)


def _headers(say: Speaker) -> tuple[str, ...]:
    return tuple(map(say, HEADERS))


def _lines(found: Sequence[tuple[Plan, Occurrence]], say: Speaker) -> Iterator[str]:
    """Yield the lines of the list, and below it what the next reports have to list."""
    rows = [_row(plan_name(plan, say), item, say) for plan, item in found]
    yield table(_headers(say), rows, named=2) if rows else say(N_("No report was due or sent so far."))
    for item in (item for _plan, item in found if item.corrections):
        yield ""
        yield from correction_lines(item, say)


def _told(item: Occurrence, today: date) -> bool:
    return item.sending is not None or item.corrections != () or item.state == "arisen" or (item.last_day is not None and item.last_day < today)


def _row(plan: str, item: Occurrence, say: Speaker) -> tuple[str, ...]:
    sending = item.sending if item.sending is not None and item.sending.act != "return" else None
    return (
        say.day(item.last_day) if item.last_day else "…",
        say.value(item.duty.called),
        item.unit_name or say(N_("the place")),
        say.period(item.period) if item.period else "…",
        say.duty_state(item),
        f"{item.received}/{item.expected}" if item.expected else "",
        say.day(sending.sent) if sending is not None and sending.sent else "",
        say.day(sending.received) if sending is not None and sending.received else "",
        plan,
    )
