"""`monitor plans scan`: a draft of a local plan from the document of a plan."""

from __future__ import annotations

from pathlib import Path

import click
from planmonitor import BadData, Message, UnknownName
from planmonitor.planfile.files import check_name
from planmonitor.registry.installed import LOCAL, PLANS
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.folder import NoWorkspace, folder_of
from planmonitor_cli.invocation import Invocation
from planmonitor_cli.options import Command, option
from planmonitor_cli.output import echo
from planmonitor_cli.plan_file import write_plan_file
from planmonitor_cli.printer import Printer


@click.command(
    "scan",
    cls=Command,
    help=N_(
        "Draft a plan of your place from its document (.docx or text): writes plans/NAME.toml for you to correct, "
        "and says where every figure of the document went."
    ),
    examples=("monitor plans scan ke-hoach.docx", "monitor plans scan ke-hoach.txt --output plans/van-son-2026.toml"),
)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@option("--output", "-o", type=click.Path(dir_okay=False, path_type=Path), help=N_("The file to write; by default plans/NAME.toml in the workspace."))
@option("--format", "how", type=click.Choice(["table", "json"]), default="table", help=N_("How to print the answer."))
@click.pass_obj
def scan(invocation: Invocation, file: Path, output: Path | None, how: str) -> None:
    """Read the document, write the draft and print the report."""
    from planmonitor_exchange.plan_text.reading import read_document
    from planmonitor_exchange.plan_text.scan_report import report_json, report_lines
    from planmonitor_exchange.plan_text.scanning import scanned

    say = Speaker()
    plans = _plans(invocation, named=output is not None)
    if output:
        _check(output, plans)
    made = scanned(read_document(file), file.name, say)
    path = output or (plans or Path()) / f"{made.name or _name_of(file)}.toml"
    write_plan_file(path, made.draft)
    if how == "json":
        Printer(how).json(report_json(made, file.name, str(path), say))
        return
    echo("\n".join(report_lines(made, file.name, str(path), say)))
    echo()
    echo(say(N_("1. Open it with your document beside it: correct it, answer what is asked, then delete the line 'draft = true'.")))
    echo(say(N_("2. Let it be read over: {command}"), command=f"monitor plans check {path if output else f'{PLANS}/{path.name}'}"))
    if plans and path.resolve().parent == plans.resolve():
        echo(say(N_("Then follow it: {command}"), command=f"monitor plans follow {LOCAL}/{path.stem}"))
    else:
        echo(say(N_("To follow it, put it into the folder {folder} of your workspace."), folder=f"{PLANS}/"))


def _plans(invocation: Invocation, *, named: bool) -> Path | None:
    """Return the folder of the workspace's own plans; None where there is no workspace, but a file to write was named.

    Raises:
        UnknownName: where there is none, and no file was named to write to.
    """
    try:
        return folder_of(invocation) / PLANS
    except NoWorkspace as error:
        if named:
            return None
        hint = Message.of(N_("Name the file to write with --output, or create a workspace with: monitor init"))
        raise UnknownName(N_("There is no workspace here to write the plan into."), hint) from error


def _check(output: Path, plans: Path | None) -> None:
    """Look at the file to write before the document is read: its name has to be that of a plan, and its folder has to be there.

    Raises:
        UnknownName: where one of them is not so.
    """
    try:
        check_name(output)
    except BadData as error:
        raise UnknownName(error.message.template, error.hint, **error.message.values) from error
    folder = output.resolve().parent
    if not folder.is_dir() and (plans is None or folder != plans.resolve()):
        raise UnknownName(N_("There is no folder {folder} to write into."), Message.of(N_("Create it first, or name another.")), folder=str(folder))


def _name_of(file: Path) -> str:
    from planmonitor.names import slug

    return slug(file.stem, default="ke-hoach")
