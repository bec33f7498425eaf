"""Where the answer of a command goes, and in which form: to standard output or into a file."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import redirect_stderr, suppress
from datetime import date
from functools import wraps
from io import StringIO
from pathlib import Path
from typing import Any, TypeVar, cast

import click
from planmonitor_exchange.speaking.translations import N_, _, current

from planmonitor_cli.invocation import Invocation
from planmonitor_cli.layout import on_screen, terminal_width, written_to_file
from planmonitor_cli.options import option
from planmonitor_cli.output import table, tell

F = TypeVar("F", bound=Callable[..., Any])

FORMATS = ("table", "json", "csv", "markdown", "xlsx")
ENDINGS = {".csv": "csv", ".json": "json", ".md": "markdown", ".xlsx": "xlsx", ".txt": "table", "": "table"}
"""The form that the ending of a file asks for."""


def form_of(file: Path | None) -> str:
    """Return the form of an answer whose --format was not named: what the ending of its file asks for; a table without a file.

    Raises:
        BadParameter: where an ending asks for none of them.
    """
    ending = "" if file is None else file.suffix.lower()
    if ending not in ENDINGS:
        raise click.BadParameter(
            _(N_("'{ending}' is no ending of a file that can be written: .csv, .json, .md, .xlsx or .txt; or name --format.")).format(ending=ending),
            param_hint="-o",
        )
    return ENDINGS[ending]


class Printer:
    """Prints one answer."""

    def __init__(self, how: str, file: Path | None = None) -> None:
        """Take the form, one of `FORMATS` or of the command's own, and the file to write; None for standard output."""
        self.how = how
        self._file = file

    def text(self, text: str) -> None:
        """Print what people read on a screen."""
        self._out(f"{on_screen(text, terminal_width())}\n")

    def lines(self, lines: Sequence[str]) -> None:
        """Print lines that somebody copies: each stays whole, whatever the width of the screen."""
        self._out("".join(f"{line}\n" for line in lines), len(lines))

    def json(self, answer: Any) -> None:
        """Print an answer as JSON."""
        from planmonitor_exchange.machine.values import machine

        self._out(f"{json.dumps(machine(answer), ensure_ascii=False, allow_nan=False, indent=2)}\n")

    def rows(self, headers: Sequence[str], rows: Sequence[Sequence[str]], *, named: int = 1) -> None:
        """Print rows for people: as they fit on the screen, or Markdown.

        Args:
            headers: Column headings.
            rows: Cells, ready to be shown.
            named: How many of the first columns name a row, where it is printed as a block.
        """
        from planmonitor_exchange.machine.rows import markdown_text

        self._out(f"{markdown_text(headers, rows) if self.how == 'markdown' else table(headers, rows, named=named)}\n", len(rows))

    def records(self, columns: Sequence[Any], items: Iterable[Mapping[str, Any]]) -> None:
        """Print records for programs, as CSV: plain to standard output, into a file as a spreadsheet reads it.

        Args:
            columns: What to take of each, of planmonitor_exchange.machine.columns.
            items: The objects, as the JSON of the same answer has them.
        """
        from planmonitor_exchange.machine.records import records_text
        from planmonitor_exchange.machine.rows import PLAIN, SPREADSHEET

        found, language = list(items), current()
        form = PLAIN if self._file is None else SPREADSHEET[language]
        self._out(records_text(columns, found, language, form), len(found), form.encoding)

    def _out(self, text: str, rows: int | None = None, encoding: str = "utf-8") -> None:
        if self._file is None:
            sys.stdout.write(text)
            return
        from planmonitor.workspace.file import write_whole

        write_whole(self._file, text, encoding)
        tell(_written(self._file, rows))


def _written(file: Path, rows: int | None) -> str:
    """Return what is said of an answer that was written into a file."""
    from planmonitor_exchange.speaking.speaker import Speaker

    said = N_("The answer was written to {file}.") if rows is None else N_("{rows} rows written to {file}.")
    return Speaker()(said, rows=rows, file=str(file))


class _Kept(Printer):
    """Keeps the rows and records that a command would print, for the sheets of a workbook."""

    headers: Sequence[str] = ()
    cells: Sequence[Sequence[str]] = ()
    columns: Sequence[Any] = ()
    items: Sequence[Mapping[str, Any]] = ()

    def rows(self, headers: Sequence[str], rows: Sequence[Sequence[str]], *, named: int = 1) -> None:
        """Keep rows for people."""
        self.headers, self.cells = headers, rows

    def records(self, columns: Sequence[Any], items: Iterable[Mapping[str, Any]]) -> None:
        """Keep records for programs."""
        self.columns, self.items = columns, [*items]


def _write_workbook(file: Path, answer: Callable[[Printer], Any]) -> None:
    """Write a workbook of the rows for people and the records for programs: the answer is worked out for each, and its notes are told once.

    How the command ends is how it ends for any other form.
    """
    from planmonitor.workspace.file import write_whole
    from planmonitor_exchange.workbook.answer import answer_book

    shown, data = _Kept("markdown", file), _Kept("csv", file)
    ended: SystemExit | None = None
    try:
        answer(shown)
    except SystemExit as error:
        ended = error
    with redirect_stderr(StringIO()), suppress(SystemExit):
        answer(data)
    write_whole(file, answer_book(shown.headers, shown.cells, data.columns, data.items, _today(), current()))
    tell(_written(file, len(shown.cells)))
    if ended is not None:
        raise ended


def _today() -> date:
    """Return the day of the run."""
    from planmonitor_cli.opened import local_now

    return ((click.get_current_context().find_object(Invocation) or Invocation()).clock or local_now)().date()


def answer_options(function: F, forms: Sequence[str] = FORMATS) -> F:
    """Add --format, with some forms, and -o, and hand the command the printer that they ask for."""

    @wraps(function)
    def printing(*args: Any, how: str | None, output: Path | None, **kwargs: Any) -> Any:
        form = how or form_of(output)
        if output is None:
            if form == "xlsx":
                raise click.BadParameter(_(N_("A workbook is written into a file: name it with -o FILE.xlsx.")), param_hint="--format")
            return function(*args, printer=Printer(form), **kwargs)
        from planmonitor_cli.destination import check_destination

        check_destination(click.get_current_context().find_object(Invocation) or Invocation(), output)
        with written_to_file():
            if form == "xlsx":
                return _write_workbook(output, lambda printer: function(*args, printer=printer, **kwargs))
            return function(*args, printer=Printer(form, output), **kwargs)

    file = option(
        "-o",
        "--output",
        type=click.Path(path_type=Path, dir_okay=False),
        help=N_("File to write; its ending (.csv, .json, .md, .xlsx, .txt) says how, unless --format does."),
    )
    return option("--format", "how", type=click.Choice(forms), help=N_("How to print the answer; a table by default."))(file(cast(F, printing)))
