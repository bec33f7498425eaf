"""Commands and options whose help is translated when it is shown, and options that many commands share."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date
from itertools import takewhile
from typing import Any, TypeVar

import click
from planmonitor_exchange.speaking.translations import LANGUAGES, N_, _

F = TypeVar("F", bound=Callable[..., Any])


REQUIRED = N_("required")
"""What click writes behind an option that must be given; it asks for it by a variable, where extraction cannot see it."""


PLACEHOLDERS = (
    *(N_("ARGS"), N_("COMMAND"), N_("DATE"), N_("DUTY"), N_("FILE"), N_("FILES"), N_("FOLDER"), N_("GROUP"), N_("INDICATOR"), N_("INTEGER")),
    *(N_("MEASURE"), N_("NAME"), N_("NAMES"), N_("OPTIONS"), N_("PATH"), N_("PLAN"), N_("PLANS"), N_("PLUGIN"), N_("POPULATION")),
    *(N_("PROGRAMME"), N_("QUESTION"), N_("RECEIPT"), N_("REVISION"), N_("TEXT"), N_("UNIT"), N_("VALUE"), N_("VALUES"), N_("WHAT")),
    *(N_("YEAR"), N_("YEARS"), N_("CELL"), N_("READING")),
)
"""The words that stand in a usage line for what is typed."""
_PLACEHOLDER = re.compile("[A-Z]{2,}")


def placeholders(text: str) -> str:
    """Return a piece of a usage line, "[OPTIONS]", "MEASURE|INDICATOR", with its words in the language in use."""
    return _PLACEHOLDER.sub(lambda word: _(word.group()) if word.group() in PLACEHOLDERS else word.group(), text)


class _TranslatedHelp:
    """The `help` of a command or option: kept in English, read in the language in use."""

    def __get__(self, owner: Any, kind: type | None = None) -> str | None:
        english = getattr(owner, "_help", None)
        return _(english) if english else None

    def __set__(self, owner: Any, english: str | None) -> None:
        owner._help = english


class Option(click.Option):
    """An option with translated help."""

    help = _TranslatedHelp()

    def make_metavar(self, ctx: click.Context) -> str:
        """Return what stands for its value, in the language in use."""
        return placeholders(super().make_metavar(ctx))


class Command(click.Command):
    """A command with translated help, and examples below it."""

    help = _TranslatedHelp()

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        """Return what is typed behind the command, in the language in use."""
        return [placeholders(piece) for piece in super().collect_usage_pieces(ctx)]

    def __init__(self, *args: Any, examples: Sequence[str] = (), **kwargs: Any) -> None:
        """Take what click takes, and command lines to show as examples."""
        self.examples = examples
        super().__init__(*args, **kwargs)

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        """Return the option that asks for help, said in the language in use; click keeps it in that of its first showing."""
        option = super().get_help_option(ctx)
        if option is not None:
            option.help = _(N_("Show this message and exit."))
        return option

    def format_epilog(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """Write the examples."""
        write_examples(self.examples, formatter)


class Group(Command, click.Group):
    """A group of commands with translated help, and examples below it."""


def write_examples(examples: Sequence[str], formatter: click.HelpFormatter) -> None:
    """Write command lines under a heading of their own, each on one line."""
    if examples:
        with formatter.section(_(N_("Examples"))):
            formatter.write("".join(f"  {line}\n" for line in examples))


class Day(click.ParamType[date]):
    """A date: 2026-06-30, 30/6/2026 or 30-6-2026."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        """Return the date, or end with the wrong use named."""
        from planmonitor_exchange.figures.typed import read_day

        if isinstance(value, date):
            return value
        try:
            return read_day(str(value))
        except ValueError:
            return self.fail(_(N_("'{value}' is no date; write 2026-06-30 or 30/6/2026.")).format(value=value), param, ctx)


class Year(click.ParamType[int]):
    """A year: 2026."""

    name = "year"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int:
        """Return the year, or end with the wrong use named."""
        text = str(value).strip()
        if text.isascii() and text.isdigit() and len(text) == 4:
            return int(text)
        return self.fail(_(N_("'{value}' is no year; write 2026.")).format(value=value), param, ctx)


def option(*names: str, **settings: Any) -> Callable[[F], F]:
    """Declare an option with translated help."""
    return click.option(*names, cls=Option, **settings)


GLOBAL_OPTIONS = (
    Option(["--lang"], type=click.Choice(LANGUAGES), help=N_("Language of what is printed; also MONITOR_LANG.")),
    Option(
        ["--workspace"],
        type=click.Path(),
        envvar="MONITOR_WORKSPACE",
        help=N_("Folder with monitor.toml; also MONITOR_WORKSPACE."),
    ),
    Option(["--clock-right"], is_flag=True, help=N_("The clock of this computer is right, though the newest entry is long ago.")),
    Option(["--debug"], is_flag=True, help=N_("Show the traceback of an error.")),
)
"""What holds for every command, and may stand before it or behind it."""


def global_options(arguments: Sequence[str], *, resilient: bool = False) -> tuple[dict[str, Any], list[str]]:
    """Return the values of the global options, wherever they were typed, and the arguments without them.

    Args:
        arguments: The command line, without the program's name.
        resilient: Whether to leave out what is wrong instead of refusing it.

    Raises:
        click.UsageError: for an option without its value, or with one it does not take.
    """
    typed = list(takewhile(lambda word: word != "--", arguments))
    # Up to the first of them nothing is looked at: click seeks near misses of every option it does not know, and that takes a while.
    names = tuple(name for item in GLOBAL_OPTIONS for name in item.opts)
    first = next((position for position, word in enumerate(typed) if word.startswith(names)), len(typed))
    settings = {"ignore_unknown_options": True, "allow_extra_args": True}
    reader = click.Command("monitor", params=list(GLOBAL_OPTIONS), add_help_option=False, context_settings=settings)
    context = reader.make_context("monitor", typed[first:], resilient_parsing=resilient)
    return context.params, [*typed[:first], *context.args, *arguments[len(typed) :]]


def reading_options(function: F) -> F:
    """Add --as-of and --restated."""
    as_of = option("--as-of", type=Day(), help=N_("Judge on this day, from what was recorded by its end."))
    restated = option("--restated", is_flag=True, help=N_("With --as-of: judge on that day, from what is known now."))
    return as_of(restated(function))
