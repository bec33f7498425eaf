"""The entrance of the command `monitor`: language, lazy commands, and the boundary that turns errors into sentences."""

from __future__ import annotations

import gc
import importlib
import os
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, NoReturn

import click
from planmonitor_exchange.speaking import translations
from planmonitor_exchange.speaking.translations import N_, _

from planmonitor_cli.invocation import Invocation
from planmonitor_cli.language import language
from planmonitor_cli.options import GLOBAL_OPTIONS, Group, global_options, option

COMMANDS = {
    "init": N_("Create a workspace."),
    "status": N_("Show how the plans stand: one combined view."),
    "show": N_("Explain one measure or indicator: definition, clause, figures, status."),
    "plans": N_("List, show, follow, adopt, scan and check plans."),
    "questions": N_("List what the documents leave open, first what is needed to judge and date."),
    "answer": N_("Answer an open question; what that changes is shown first."),
    "record": N_("Record one figure."),
    "import": N_("Take figures from workbooks and CSV files, each all or nothing."),
    "export": N_("Write the recorded figures as CSV."),
    "template": N_("Write a workbook in which figures are filled in."),
    "history": N_("List all revisions of a measure's figures."),
    "undo": N_("Take back what was recorded by mistake."),
    "receipts": N_("List the acts of recording, each with its code."),
    "accept": N_("Note an approved explanation of a shortfall."),
    "todo": N_("Show who owes what by when, and write reminders."),
    "deadlines": N_("List the reports owed, with last day and state."),
    "reports": N_("Record and list reports sent, received and returned."),
    "report": N_("Write the report of a period as a Word file, or its annex as a workbook."),
    "narrative": N_("Write and show what was done, difficulties and proposals of a period."),
    "check": N_("Show what the checks of the plans find."),
    "year": N_("Close a reporting year: what stays open of it, and what goes on."),
    "units": N_("Register, close, rename, merge and list members of groups such as schools and villages."),
    "places": N_("List, show and search provinces, communes and wards, former ones too."),
    "plugins": N_("List, enable, disable, check and start plugins."),
    "db": N_("Upgrade, rebuild and check the database."),
}
"""Every command and its one line; a command's own module is imported only when it is run or asked for help."""
CARE = ("init", "plans", "units", "places", "plugins", "db")
"""The commands of setting up and of care; all others are of an officer's days."""

OK, ATTENTION, WRONG_USE, BAD_DATA, SURROUNDINGS, OUR_BUG, STOPPED = 0, 1, 2, 3, 4, 70, 130


class Monitor(Group):
    """The group of all commands, each imported only when it is used."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Return the names of all commands, in the order a newcomer meets them."""
        return list(COMMANDS)

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        """Return the command named; an unknown one is named with its near misses."""
        if args and args[0] not in COMMANDS and not args[0].startswith("-"):
            raise click.exceptions.NoSuchCommand(args[0], possibilities=list(COMMANDS), ctx=ctx)
        return super().resolve_command(ctx, args)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import one command's module and return the command."""
        if cmd_name not in COMMANDS:
            return None
        module = importlib.import_module(f"planmonitor_cli.commands.{cmd_name}_command")
        command: click.Command = module.command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section(_(N_("Every day"))):
            formatter.write_dl([(name, _(line)) for name, line in COMMANDS.items() if name not in CARE])
        with formatter.section(_(N_("Setting up and care"))):
            formatter.write_dl([(name, _(COMMANDS[name])) for name in CARE])


@click.command(
    cls=Monitor,
    invoke_without_command=True,
    help=N_("Follow child-protection plans: indicators, responsible units, reporting deadlines."),
    examples=('monitor init --place "xã Vân Sơn, tỉnh Bắc Ninh"', "monitor status", "monitor show 4a"),
    context_settings={"help_option_names": ["-h", "--help"]},
    params=list(GLOBAL_OPTIONS),
)
@option("--version", is_flag=True, help=N_("Show the version and exit."))
@click.pass_context
def monitor(ctx: click.Context, /, version: bool, **_global: Any) -> None:
    """Say what to do next where no command is named; the global options were read before."""
    if version:
        from importlib.metadata import version as installed_version

        sys.stdout.write(f"monitor {installed_version('planmonitor')}\n")
        ctx.exit()
    if ctx.invoked_subcommand is None:
        from planmonitor_cli.welcome import welcome

        welcome(ctx)


def run(arguments: Sequence[str], clock: Callable[[], datetime] | None = None) -> int:
    """Run the program and return its exit code; every error becomes one or two lines on standard error.

    Args:
        arguments: The command line, without the program's name.
        clock: Where the present instant comes from; None for the clock of the machine.
    """
    # Read twice: what may be wrong with them is told in the language they name.
    typed, rest = global_options(arguments, resilient=True)
    translations.use(language(typed["lang"], typed["workspace"]))
    _tell_if_narrow()
    if strange := next((word for word in arguments if not _is_text(word)), None):
        _complain(_(N_("'{word}' is not text in UTF-8.")).format(word=ascii(strange)[1:-1]))
        return WRONG_USE
    try:
        global_options(arguments)
        result: Any = monitor.main(
            args=rest, prog_name="monitor", standalone_mode=False, obj=Invocation(typed["workspace"], clock, typed["clock_right"], typed["debug"])
        )
    except BaseException as error:  # the boundary of the program: nobody sees a traceback unless they ask
        return _report(error, debug=typed["debug"])
    return result if isinstance(result, int) else OK


def _is_text(word: str) -> bool:
    """Return whether a word of the command line came in as text and not as stray bytes."""
    return not any("\ud800" <= letter <= "\udfff" for letter in word)


def _report(error: BaseException, *, debug: bool) -> int:
    if debug and not isinstance(error, (SystemExit, click.exceptions.Exit)):
        import traceback

        traceback.print_exception(error)
    if isinstance(error, SystemExit):
        return error.code if isinstance(error.code, int) else OK if error.code is None else ATTENTION
    if isinstance(error, click.exceptions.Exit):
        return error.exit_code
    if isinstance(error, (KeyboardInterrupt, click.Abort)):
        return STOPPED
    if isinstance(error, click.ClickException):
        from planmonitor_cli.options import placeholders

        _complain(placeholders(error.format_message()) if isinstance(error, click.MissingParameter) else error.format_message())
        if isinstance(error, click.UsageError) and error.ctx is not None:
            sys.stderr.write(_(N_("Try '{command} --help' for help.")).format(command=error.ctx.command_path) + "\n")
        return WRONG_USE
    if isinstance(error, BrokenPipeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return STOPPED
    return _report_ours(error)


def _report_ours(error: BaseException) -> int:
    """Report an error of the framework, of the machine, or a fault of our own."""
    from planmonitor.messages import BadData, InvalidPlan, Refusal, StorageTrouble
    from planmonitor_exchange.speaking.refusals import reason_of
    from planmonitor_exchange.speaking.speaker import Speaker

    if isinstance(error, Refusal):
        _complain(Speaker().refusal(error))
        return next(
            code
            for kinds, code in (((BadData, InvalidPlan), BAD_DATA), ((StorageTrouble,), SURROUNDINGS), ((Refusal,), WRONG_USE))
            if isinstance(error, kinds)
        )
    if isinstance(error, OSError):
        _complain(Speaker()(N_("{file}: {reason}."), file=str(error.filename or "…"), reason=reason_of(error)))
        return SURROUNDINGS
    _complain(
        _(N_("The program itself failed ({kind}: {error}). Run it again with --debug and send us what it prints.")).format(
            kind=type(error).__name__, error=error
        )
    )
    return OUR_BUG


def _complain(sentence: str) -> None:
    from planmonitor_exchange.speaking.values import printable

    from planmonitor_cli.output import tell

    tell(_(N_("Error: {sentence}")).format(sentence=printable(sentence)))


def _tell_if_narrow() -> None:
    """Say so where the terminal is narrower than anything is laid out for."""
    from planmonitor_cli.layout import NARROWEST, terminal_width

    columns = terminal_width()
    if columns is not None and columns < NARROWEST:
        said = _(N_("This window is {columns} letters wide; make it {least} or wider to read what follows."))
        sys.stderr.write(said.format(columns=columns, least=NARROWEST) + "\n")


def main() -> NoReturn:
    """Run the command line; what the console script calls."""
    # Starting up makes a few hundred thousand objects that all stay: walking them again and again is a fifth of the time.
    gc.set_threshold(200_000, 20, 20)
    for stream in (sys.stdout, sys.stderr):
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure is not None:
            # A Windows console or redirect in another encoding must not stop at the first accent.
            reconfigure(encoding="utf-8", errors="backslashreplace")
    code = run(sys.argv[1:])
    # The process ends here: collecting what the operating system takes back anyway would cost as much again.
    gc.freeze()
    sys.exit(code)
