"""`monitor narrative`: what people write on a period beside its figures."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click
from planmonitor import BadData
from planmonitor.assessment.acts import SECTIONS
from planmonitor.privacy import clean
from planmonitor.workspace.narrating import read, write, written
from planmonitor_exchange.machine.columns import NARRATIVES
from planmonitor_exchange.machine.narratives import narratives_json
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_
from planmonitor_exchange.speaking.vocabulary import SECTION

from planmonitor_cli.invocation import Invocation
from planmonitor_cli.opened import opened
from planmonitor_cli.options import Command, Group, option
from planmonitor_cli.output import echo
from planmonitor_cli.printer import Printer, answer_options
from planmonitor_cli.screens.narrative import HEADERS, narrative_rows, narrative_screen
from planmonitor_cli.screens.receipt import how_to_undo

F = TypeVar("F", bound=Callable[..., Any])


@click.group(
    "narrative",
    cls=Group,
    help=N_(
        "What a person writes on a period beside its figures, for the report: what was done, difficulties, causes, proposals, the tasks ahead. "
        "Earlier versions are kept. Never a child's name or data."
    ),
    examples=(
        'monitor narrative write difficulties "Chưa có giáo viên dạy bơi." --period 2026 --plan child-work-2026/van-son',
        "monitor narrative show --period 2026 --plan child-work-2026/van-son",
    ),
)
def command() -> None:
    """Group the commands on what is written."""


def about(function: F) -> F:
    """Add what names an account: its plan, period and unit."""
    plan = option("--plan", default="", help=N_("The plan; it may be left out where one alone is followed."))
    period = option("--period", required=True, help=N_("The period: 2026, 2026-S1, 2026-Q2."))
    unit = option("--unit", default="", help=N_("The unit or member that writes; the place as a whole by default."))
    return plan(period(unit(function)))


@command.command(
    "write",
    cls=Command,
    help=N_(
        "Write one section of a period: done, difficulties, causes, proposals or next. A text written there before is kept as an earlier version."
    ),
    examples=(
        'monitor narrative write done "Tổ chức 24 buổi tuyên truyền." --period 2026 --plan child-work-2026/van-son',
        "monitor narrative write proposals --file de-xuat.txt --period 2026 --plan child-work-2026/van-son",
    ),
)
@click.argument("section", type=click.Choice(SECTIONS))
@click.argument("text", required=False)
@option("--file", "file", type=click.Path(exists=True, dir_okay=False, path_type=Path), help=N_("A text file to take the section from."))
@about
@click.pass_obj
def write_one(invocation: Invocation, section: str, text: str | None, file: Path | None, plan: str, period: str, unit: str) -> None:
    """Write one section."""
    say = Speaker()
    if (text is None) == (file is None):
        raise BadData(N_("Name either the text or a file with it."))
    with opened(invocation) as workspace:
        new = write(workspace, plan, period, {section: _content(file) if text is None else text}, unit=unit)
        if not new:
            echo(say(N_("This text stands there already; nothing was recorded.")))
            return
        echo(say(N_("Written: {section}, {period}."), section=say(SECTION[section]), period=new[0].period))
        echo(how_to_undo(workspace, say))


def _content(file: Path | None) -> str:
    from planmonitor_exchange.decoding import decoded

    if file is None:
        return ""
    clean(file.name)
    return decoded(file.read_bytes())[0]


@command.command(
    "show",
    cls=Command,
    help=N_("Show what was written on a period, section by section, and what is not written yet."),
    examples=("monitor narrative show --period 2026 --plan child-work-2026/van-son",),
)
@about
@answer_options
@click.pass_obj
def show(invocation: Invocation, plan: str, period: str, unit: str, printer: Printer) -> None:
    """Print one account."""
    say = Speaker()
    with opened(invocation) as workspace:
        account = read(workspace, plan, period, unit=unit)
        if printer.how == "json":
            printer.json(narratives_json([account]))
        elif printer.how == "csv":
            printer.records(NARRATIVES, narratives_json([account]))
        elif printer.how == "table":
            printer.text("\n".join(narrative_screen(account, say)))
        else:
            headers = (say(N_("Section")), say(N_("Text")))
            rows = [(say(SECTION[one.section]), one.standing.text if one.standing else say(N_("Not written yet."))) for one in account.sections]
            printer.rows(headers, rows)


@command.command(
    "list",
    cls=Command,
    help=N_("List the periods on which something was written."),
    examples=("monitor narrative list", "monitor narrative list --plan child-work-2026/van-son --format json"),
)
@option("--plan", default="", help=N_("Only this plan."))
@answer_options
@click.pass_obj
def list_all(invocation: Invocation, plan: str, printer: Printer) -> None:
    """Print all accounts."""
    say = Speaker()
    with opened(invocation) as workspace:
        accounts = written(workspace, plan)
        if printer.how == "json":
            printer.json(narratives_json(accounts))
        elif printer.how == "csv":
            printer.records(NARRATIVES, narratives_json(accounts))
        elif not accounts and printer.how == "table":
            printer.text(say(N_("Nothing was written so far.")))
        else:
            printer.rows(tuple(map(say, HEADERS)), list(narrative_rows(accounts, say)), named=2)
