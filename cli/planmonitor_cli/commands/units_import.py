"""`monitor units import`: members of groups from a workbook, a CSV file or pasted rows, all of them or none."""

from __future__ import annotations

import sys
from pathlib import Path

import click
from planmonitor.assessment.acts import Receipt
from planmonitor.workspace.recording import Rows
from planmonitor.workspace.unit_files import read_members, write_members
from planmonitor_exchange.figures.csv import PASTED
from planmonitor_exchange.members import files as member_files
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.invocation import Invocation
from planmonitor_cli.opened import finish, opened
from planmonitor_cli.options import Command, option
from planmonitor_cli.output import echo, tell
from planmonitor_cli.screens.outlook import foreseen_lines
from planmonitor_cli.screens.receipt import how_to_undo

SHOWN = 20


@click.command(
    "import",
    cls=Command,
    help=N_(
        "Register members from a workbook (.xlsx), a CSV file, or rows pasted from a spreadsheet (-), with the columns NAME, GROUP, PLAN, FROM, TO, "
        "ID, DOCUMENT, or Tên, Nhóm, Kế hoạch, Từ ngày, Đến ngày, Mã, Văn bản; the first two are required. 'monitor units list -o FILE.xlsx' writes "
        "such a workbook, in which rows can be added. It is taken whole or not at all, and the same file twice once."
    ),
    examples=("monitor units import don-vi.xlsx --dry-run", "monitor units import don-vi.xlsx", "monitor units import -"),
)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path, allow_dash=True))
@option("--dry-run", is_flag=True, help=N_("Check everything, write nothing."))
@click.pass_obj
def import_file(invocation: Invocation, file: Path, dry_run: bool) -> None:
    """Import one file."""
    content = sys.stdin.buffer.read() if str(file) == PASTED else file.read_bytes()
    say = Speaker(face="codes" if member_files.names_columns_by_code(content) else "headings")
    with opened(invocation) as workspace:
        try:
            found = read_members(workspace, file.name, content, member_files.read)
        except Rows as error:
            for where, wrong in error.errors[:SHOWN]:
                tell(f"{say.value(where.said)}: {say.refusal(wrong)}")
            if len(error.errors) > SHOWN:
                tell(say(N_("... and {count} more."), count=len(error.errors) - SHOWN))
            tell(say(N_("{file}: {error}"), file=file.name, error=error.message))
            finish(3)
            return
        if isinstance(found, Receipt):
            again = N_("{file}: taken before, on {when}; receipt {receipt}. Nothing to do.")
            echo(say(again, file=file.name, when=found.recorded_at or "…", receipt=found.receipt))
            return
        register, said = found
        for warning in said:
            tell(say(N_("Note: {warning}"), warning=warning))
        if not register.new:
            echo(say(N_("{file}: all of its members are registered like that already. Nothing to do."), file=file.name))
            return
        members = len({entry.id for entry in register.new})
        echo("\n".join(foreseen_lines(register.foreseen(), say)))
        told = N_("{file}: {entries} memberships of {members} members.")
        echo(say(told, file=file.name, entries=len(register.new), members=members))
        if dry_run:
            echo(say(N_("Nothing was written.")))
            return
        write_members(register, file.name, content, len(register.new))
        echo(how_to_undo(workspace, say))
