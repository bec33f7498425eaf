"""`monitor plans adopt`: a file for a plan of the place itself, begun from a programme."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import click
from planmonitor.registry.installed import LOCAL, PLANS
from planmonitor_exchange.plan_text.beginning import begin
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_, _

from planmonitor_cli.invocation import Invocation
from planmonitor_cli.opened import today, workspace_file
from planmonitor_cli.options import Command, option
from planmonitor_cli.output import echo
from planmonitor_cli.plan_file import write_plan_file
from planmonitor_cli.plugins import trace


class Years(click.ParamType[tuple[date, date]]):
    """The years of a plan: 2026-2030, or 2026."""

    name = "years"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> tuple[date, date]:
        """Return the first and the last day, or end with the wrong use named."""
        match = re.fullmatch(r"(\d{4})(?:\s*[-–]\s*(\d{4}))?", str(value).strip())
        first, last = (int(match[1]), int(match[2] or match[1])) if match else (0, 0)
        if not 1900 < first <= last < 2200:
            self.fail(_(N_("'{value}' is no period of a plan; write 2026-2030 or 2026.")).format(value=value), param, ctx)
        return date(first, 1, 1), date(last, 12, 31)


@click.command(
    "adopt",
    cls=Command,
    help=N_("Begin a plan of your place from a programme: writes a file with its measures and bars, for you to change."),
    examples=(
        "monitor plans adopt child-labour --place 07621 --period 2026-2030",
        'monitor plans adopt child-labour --place "xã Vân Sơn, tỉnh Bắc Ninh" --period 2026',
    ),
)
@click.argument("programme")
@option("--place", default="", help=N_("Code or name of the place; by default that of the workspace."))
@option("--period", type=Years(), required=True, help=N_("First and last year: 2026-2030."))
@click.pass_obj
def adopt(invocation: Invocation, programme: str, place: str, period: tuple[date, date]) -> None:
    """Write `plans/NAME.toml` and say what to do next."""
    workspace, say = workspace_file(invocation), Speaker()
    begun = begin(programme, place or workspace.place, period, today(invocation), say, trace())
    path = workspace.folder / PLANS / f"{begun.name}.toml"
    write_plan_file(path, begun.entry)
    here_now = Path.cwd()
    shown = str(path.relative_to(here_now) if path.is_relative_to(here_now) else path)
    echo(say(N_("Written: {file}"), file=str(path)))
    echo(say(N_("1. Open it in Notepad with your document beside it: change bars, words, units and dates, then delete the line 'draft = true'.")))
    echo(say(N_("2. Let it be read over: {command}"), command=f"monitor plans check {shown}"))
    if begun.plugin not in workspace.plugins:
        echo(say(N_("3. Enable the programme whose definitions it uses: {command}"), command=f"monitor plugins enable {begun.plugin}"))
    echo(say(N_("Then follow it: {command}"), command=f"monitor plans follow {LOCAL}/{path.stem}"))
