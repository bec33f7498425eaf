"""`monitor import`: figures from files, each file all or nothing."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path

import click
from planmonitor import BadData, Refusal, StorageTrouble
from planmonitor.assessment.acts import ASKED_AS, Receipt
from planmonitor.messages import Asked, Hint
from planmonitor.workspace.door import Entered, Errors
from planmonitor.workspace.file import write_whole
from planmonitor.workspace.opening import Workspace
from planmonitor.workspace.recording import Rows, import_figures
from planmonitor_exchange.figures import files as figure_files
from planmonitor_exchange.figures.csv import PASTED
from planmonitor_exchange.figures.kinds import is_container
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_, _

from planmonitor_cli.destination import WorkbookPath, check_new
from planmonitor_cli.invocation import Invocation
from planmonitor_cli.opened import finish, opened
from planmonitor_cli.options import Command, option
from planmonitor_cli.output import echo, tell
from planmonitor_cli.progress import tell_file, with_bar
from planmonitor_cli.screens.acts import figure_name, reading
from planmonitor_cli.screens.asked import answer_lines
from planmonitor_cli.screens.figures import corrects, counted, less_settled

SHOWN = 20
IN_ALL = 200
"""Most cells of a workbook that are listed: each names what to write there."""


def _any_there(context: click.Context, parameter: click.Parameter, files: tuple[Path, ...]) -> tuple[Path, ...]:
    """Return the files named; it is wrong use where none of them is there, else the others are taken."""
    if not any(str(path) == PASTED or path.is_file() for path in files):
        click.Path(exists=True, dir_okay=False).convert(files[0], parameter, context)
    return files


@click.command(
    cls=Command,
    help=N_(
        "Take figures from workbooks (.xlsx), CSV files, or rows pasted from a spreadsheet (-). "
        "Each file is taken whole or not at all; the same file twice is taken once."
    ),
    examples=(
        "monitor import so-lieu.xlsx",
        "monitor import so-lieu.xlsx --dry-run",
        "monitor import so-lieu.xlsx --annotate can-sua.xlsx",
        'monitor import so-lieu.xlsx --answer "C5=0"',
        "monitor import -",
    ),
)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path, allow_dash=True), callback=_any_there)
@option("--dry-run", is_flag=True, help=N_("Check everything, write nothing."))
@option(
    "--annotate",
    type=WorkbookPath(),
    metavar="FILE",
    help=N_("Write the workbook again to this file, with the cells that are wrong in colour and what to write there."),
)
@option(
    "--answer",
    "answers",
    multiple=True,
    metavar="CELL=READING",
    help=N_("Say what a cell that is asked about means; repeat it for each. What a sender means by a word is remembered for its next file."),
)
@click.pass_obj
def command(invocation: Invocation, files: tuple[Path, ...], dry_run: bool, annotate: Path | None, answers: tuple[str, ...]) -> None:
    """Import files one after the other; stop at none, and end with 3 where one was refused."""
    if answers and len(files) > 1:
        raise click.UsageError(_(N_("--answer takes one file at a time.")))
    if annotate is not None:
        _check_annotated(invocation, files, annotate)
    with opened(invocation) as workspace:
        refused = 0
        for number, path in enumerate(files, 1):
            content = _content(path)
            if content is not None:
                tell_file(path.name, len(content), number, len(files))
            refused += content is None or not _taken(workspace, path, content, dry_run=dry_run, annotate=annotate, answers=answers)
        finish(3 if refused else 0)


def _check_annotated(invocation: Invocation, files: tuple[Path, ...], annotate: Path) -> None:
    if len(files) > 1 or str(files[0]) == PASTED:
        raise click.UsageError(_(N_("--annotate takes one workbook at a time.")))
    if annotate.resolve() == files[0].resolve():
        raise click.UsageError(_(N_("Name another file for --annotate: the one that was sent stays as it is.")))
    check_new(invocation, annotate)


def _content(path: Path) -> bytes | None:
    """Return what stands in a file; None, and why, where the computer does not give it."""
    try:
        return sys.stdin.buffer.read() if str(path) == PASTED else path.read_bytes()
    except OSError as error:
        tell(Speaker()(N_("{file}: {error}"), file=path.name, error=error))
        return None


def _taken(workspace: Workspace, path: Path, content: bytes, *, dry_run: bool, annotate: Path | None, answers: tuple[str, ...]) -> bool:
    """Import one file; return whether it was taken. What is wrong with its data is told, cell by cell or row by row."""
    say = Speaker(face="codes" if figure_files.names_columns_by_code(content) else "headings")
    try:
        passing = partial(with_bar, name=path.name)
        entered = import_figures(workspace, path.name, content, figure_files.read, dry_run=dry_run, answers=answers, passing=passing)
    except Rows as error:
        _tell_wrong(error, path, say, dry_run=dry_run)
        if annotate is not None:
            _annotate(content, error.errors, annotate, say)
        return False
    except StorageTrouble:
        raise
    except Refusal as error:
        tell(say(N_("{file}: {error}"), file=path.name, error=say.refusal(error)))
        return False
    if isinstance(entered, Receipt):
        when = entered.recorded_at or "…"
        echo(say(N_("{file}: taken before, on {when}; receipt {receipt}. Nothing to do."), file=path.name, when=when, receipt=entered.receipt))
    else:
        _tell(workspace, entered, path.name, say, dry_run=dry_run)
    if annotate is not None:
        tell(say(N_("Nothing is wrong with the file, so {file} was not written."), file=str(annotate)))
    return True


def _said(error: Refusal, say: Speaker) -> str:
    """Return what is wrong with a cell or row; a question is named as one."""
    return say(N_("please say: {error}"), error=say.refusal(error)) if isinstance(error, Asked) else say.refusal(error)


def _tell_wrong(wrong: Rows, path: Path, say: Speaker, *, dry_run: bool) -> None:
    """List what is wrong with a file, with the commands that answer what is asked, and in a trial what could be taken of it otherwise."""
    file, asking = path.name, [where for where, error in wrong.errors if isinstance(error, Asked)]
    most = IN_ALL if any(where.sheet for where, _error in wrong.errors) else SHOWN
    for where, error in wrong.errors[:most]:
        tell(f"{say.value(where.said)}: {_said(error, say)}")
        for line in answer_lines(path, where, error, asking, say) if isinstance(error, Asked) else ():
            tell(line)
    if len(wrong.errors) > most:
        tell(say(N_("... and {count} more."), count=len(wrong.errors) - most))
    tell(say(N_("{file}: {error}"), file=file, error=wrong.message))
    if asking:
        questions = N_(
            "{file}: {asked} of them are questions: write the cell so that it has one reading, "
            "or answer them in one command, the same word of a sender once."
        )
        tell(say(questions, file=file, asked=len(asking)))
    if dry_run:
        new, revised, same = _numbers(wrong.others)
        others = N_("{file}: without them {rows} figures could be taken ({new} new, {revised} revised, {same} unchanged).")
        tell(say(others, file=file, rows=new + revised, new=new, revised=revised, same=same))


def _annotate(content: bytes, errors: Errors, path: Path, say: Speaker) -> None:
    from planmonitor_exchange.figures.workbook.annotating import Mark, annotated

    if not is_container(content):
        tell(say(N_("Only a workbook is given back in colour.")))
        return
    try:
        write_whole(path, annotated(content, [Mark(at.sheet, at.cell, _said(error, say), isinstance(error, Asked)) for at, error in errors]))
    except BadData as error:
        tell(say.refusal(error))
    else:
        tell(say(N_("The cells that are wrong are coloured in {file}, each with what to write there."), file=str(path)))


def _numbers(entered: Entered) -> tuple[int, int, int]:
    """Return how many figures are new, revised and unchanged."""
    revised = sum(change.before is not None for change in entered.changes)
    return len(entered.changes) - revised, revised, len(entered.unchanged)


def _tell(workspace: Workspace, entered: Entered, file: str, say: Speaker, *, dry_run: bool) -> None:
    """Say what was taken of a file, or can be: warnings, figures that change, and how many there are."""
    for sentence in dict.fromkeys(say.message(warning) for warning in entered.warnings):
        tell(say(N_("Note: {warning}"), warning=sentence))
    revised = [(change, change.before) for change in entered.changes if change.before is not None]
    for change, before in revised[:SHOWN]:
        tell(
            say(
                N_("{measure}, {period}: {old} becomes {new}"),
                measure=figure_name(workspace, change.name, change.definition, change.figure, say),
                period=change.figure.period,
                old=counted(before, say),
                new=counted(change.figure, say),
            )
        )
        if doubt := less_settled(change.figure, before, say):
            tell(say(N_("Note: {warning}"), warning=doubt))
    unexplained = sum(corrects(change.figure, before) and not change.figure.note for change, before in revised)
    if unexplained:
        bare = say(N_("{count} corrections bear no reason. {hint}"), count=unexplained, hint=Hint.of("explain-correction"))
        tell(say(N_("Note: {warning}"), warning=bare))
    template = (
        N_("{file}: {rows} figures can be taken ({new} new, {revised} revised, {same} unchanged). Nothing was written.")
        if dry_run
        else N_("{file}: {rows} figures taken ({new} new, {revised} revised, {same} unchanged). Receipt {receipt}.")
    )
    new, changed, same = _numbers(entered)
    echo(say(template, file=file, rows=new + changed, new=new, revised=changed, same=same, receipt=entered.receipt))
    for code, given in entered.answers if not dry_run else ():
        kept = N_('Remembered: {reading}. To forget it: monitor undo {receipt} --reason "why"')
        if ASKED_AS[given.kind]:
            tell(say(kept, reading=reading(workspace, given, say), receipt=code))
    if entered.texts:
        could, were = N_("{file}: {count} texts of the narrative can be taken too."), N_("{file}: {count} texts of the narrative were taken too.")
        echo(say(could if dry_run else were, file=file, count=len(entered.texts)))
