"""The entrance of the command `monitor`: language, lazy commands, and the boundary that turns errors into sentences."""

from __future__ import annotations

import gc
import importlib
import os
import sys
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any, NoReturn

import click
from planmonitor_exchange.speaking import translations
from planmonitor_exchange.speaking.translations import LANGUAGES, N_, _

from planmonitor_cli.invocation import Invocation
from planmonitor_cli.options import Group, option

COMMANDS = {
    "init": N_("Create a workspace."),
    "status": N_("Show how the plans stand: one combined view."),
    "show": N_("Explain one measure or indicator: definition, clause, figures, status."),
    "plans": N_("List, show, follow, adopt, scan and check plans."),
    "record": N_("Record one figure."),
    "import": N_("Take figures from CSV files, each all or nothing."),
    "export": N_("Write the recorded figures as CSV."),
    "history": N_("List all revisions of a measure's figures."),
    "accept": N_("Note an approved explanation of a shortfall."),
    "deadlines": N_("List the reports owed, with last day and state."),
    "check": N_("Show what the checks of the plans find."),
    "units": N_("Register and list members of groups such as schools and villages."),
    "plugins": N_("List, enable, disable, check and start plugins."),
    "db": N_("Upgrade, rebuild and check the database."),
}
"""Every command and its one line; a command's own module is imported only when it is run or asked for help."""

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
        with formatter.section(_(N_("Commands"))):
            formatter.write_dl([(name, _(help_line)) for name, help_line in COMMANDS.items()])


@click.command(
    cls=Monitor,
    invoke_without_command=True,
    help=N_("Follow child-protection plans: indicators, responsible units, reporting deadlines."),
    examples=("monitor init --plan child-labour/van-son-2026-2030", "monitor status", "monitor show 4a"),
    context_settings={"help_option_names": ["-h", "--help"]},
)
@option("--lang", type=click.Choice(LANGUAGES), help=N_("Language of what is printed; also MONITOR_LANG."))
@option("--workspace", type=click.Path(path_type=Path), help=N_("Folder with monitor.toml; also MONITOR_WORKSPACE."))
@option("--debug", is_flag=True, help=N_("Show the traceback of an error."))
@option("--version", is_flag=True, help=N_("Show the version and exit."))
@click.pass_context
def monitor(ctx: click.Context, lang: str | None, workspace: Path | None, debug: bool, version: bool) -> None:
    """Set up what holds for every command; alone, say what to do next."""
    clock: Callable[[], datetime] | None = ctx.obj
    named = workspace or (Path(os.environ["MONITOR_WORKSPACE"]) if os.environ.get("MONITOR_WORKSPACE") else None)
    ctx.obj = Invocation(named, debug, clock)
    if version:
        from importlib.metadata import version as installed_version

        sys.stdout.write(f"monitor {installed_version('planmonitor')}\n")
        ctx.exit()
    if ctx.invoked_subcommand is None:
        from planmonitor_cli.welcome import welcome

        welcome(ctx)


GLOBAL_WITH_VALUE = ("--lang", "--workspace")
GLOBAL_FLAGS = ("--debug",)


def globals_first(arguments: Sequence[str]) -> list[str]:
    """Return the arguments with the options that hold for every command before the command, wherever they were typed."""
    front: list[str] = []
    rest: list[str] = []
    waiting = list(arguments)
    while waiting:
        word = waiting.pop(0)
        if word == "--":
            rest += [word, *waiting]
            break
        if word in GLOBAL_FLAGS or word.startswith(tuple(f"{name}=" for name in GLOBAL_WITH_VALUE)):
            front.append(word)
        elif word in GLOBAL_WITH_VALUE:
            front += [word, *waiting[:1]]
            del waiting[:1]
        else:
            rest.append(word)
    return front + rest


def _named(arguments: Sequence[str], name: str) -> str | None:
    """Return the value of a global option, before click has read the arguments."""
    for position, word in enumerate(arguments):
        if word.startswith(f"{name}="):
            return word.split("=", 1)[1]
        if word == name and position + 1 < len(arguments):
            return arguments[position + 1]
    return None


def language(arguments: Sequence[str]) -> str:
    """Return the language to speak: --lang, else MONITOR_LANG, else the workspace's, else Vietnamese."""
    for named in (_named(arguments, "--lang"), os.environ.get("MONITOR_LANG")):
        if named in LANGUAGES:
            return str(named)
    return _workspace_language(_named(arguments, "--workspace") or os.environ.get("MONITOR_WORKSPACE")) or "vi"


def _workspace_language(named: str | None) -> str | None:
    """Return the language a workspace sets, without reading more of it than one line; a wrong file is reported later."""
    start = Path(named) if named else Path.cwd()
    for folder in (start, *start.parents):
        path = folder / "monitor.toml"
        if path.is_file():
            try:
                lines = path.read_text(encoding="utf-8-sig", errors="replace").splitlines()
            except OSError:
                return None
            keys = [line.partition("=") for line in lines if line.strip().startswith("language")]
            return next(
                (value.split("#")[0].strip().strip("\"'") for _key, _sign, value in keys if value.split("#")[0].strip().strip("\"'") in LANGUAGES),
                None,
            )
    return None


def run(arguments: Sequence[str], clock: Callable[[], datetime] | None = None) -> int:
    """Run the program and return its exit code; every error becomes one or two lines on standard error.

    Args:
        arguments: The command line, without the program's name.
        clock: Where the present instant comes from; None for the clock of the machine.
    """
    ordered = globals_first(arguments)
    translations.use(language(ordered))
    if strange := next((word for word in ordered if not _is_text(word)), None):
        _complain(_(N_("'{word}' is not text in UTF-8.")).format(word=ascii(strange)[1:-1]))
        return WRONG_USE
    try:
        result: Any = monitor.main(args=ordered, prog_name="monitor", standalone_mode=False, obj=clock)
    except BaseException as error:  # the boundary of the program: nobody sees a traceback unless they ask
        return _report(error, debug="--debug" in ordered)
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
        _complain(error.format_message())
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
    from planmonitor_exchange.speaking.speaker import Speaker, reason_of

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
    from planmonitor_exchange.speaking.speaker import printable

    sys.stderr.write(_(N_("Error: {sentence}")).format(sentence=printable(sentence)) + "\n")


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
