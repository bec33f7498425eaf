"""`monitor report`: the report of a period as a Word file to be signed, its annex as a workbook, or a superior's own form."""

from __future__ import annotations

from pathlib import Path

import click
from planmonitor import Message, UnknownName
from planmonitor.workspace.file import write_whole
from planmonitor.workspace.printing import printed_in, remember
from planmonitor.workspace.reporting import PeriodReport, report_on
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_, _

from planmonitor_cli.destination import check_destination
from planmonitor_cli.invocation import Invocation
from planmonitor_cli.opened import opened
from planmonitor_cli.options import Command, option
from planmonitor_cli.output import tell

KINDS = (".docx", ".xlsx")


class ReportPath(click.ParamType[Path]):
    """The path of a report to write, which is not there yet: one that is may have been edited by hand."""

    name = "path"

    def convert(self, value: object, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """Return the path, or end with the wrong use named."""
        path = Path(str(value))
        if path.suffix.lower() not in KINDS:
            return self.fail(_(N_("'{file}' is no name of a report; let it end in .docx, or in .xlsx for the annex.")).format(file=value), param, ctx)
        return path


@click.command(
    cls=Command,
    help=N_(
        "Write the report of a period in the national layout (Decree 30/2020), to be read, completed and signed: on all plans followed, on one "
        "plan, or of one report that a plan orders. The annex alone is a workbook (.xlsx). A form that a superior gave is filled: a Word file with "
        "fields such as {{ ct_1a }}, or a workbook whose cells have such names."
    ),
    examples=(
        "monitor report --period 2026 -o bao-cao-2026.docx",
        "monitor report child-work-2026/van-son --period 2026-S1 -o bao-cao-6-thang.docx",
        "monitor report report-of-the-commune --period 2026 -o phu-luc.xlsx",
        "monitor report --period 2026 --form bieu-cua-tinh.docx -o bieu-2026.docx",
    ),
)
@click.argument("about", required=False, metavar="[DUTY|PLAN]")
@option("--period", required=True, help=N_('The period: 2026, 2026-S1, 2026-Q2, "9 tháng đầu năm 2026".'))
@option("--unit", default="", help=N_("The unit or member whose own report it is; by default the place's."))
@option("--form", type=click.Path(exists=True, dir_okay=False, path_type=Path), help=N_("A form to fill, .docx or .xlsx; it is left as it is."))
@option("-o", "--output", type=ReportPath(), required=True, help=N_("File to write, .docx or .xlsx; one that is there is left alone."))
@click.pass_obj
def command(invocation: Invocation, about: str | None, period: str, unit: str, form: Path | None, output: Path) -> None:
    """Write the report."""
    _check_form(form, output)
    check_destination(invocation, output)
    if output.exists():
        said = N_("'{file}' is there already and may have been edited by hand; nothing was written.")
        raise UnknownName(said, Message.of(N_("Name another file, or move that one away.")), file=str(output))
    say = Speaker()
    with opened(invocation) as workspace:
        report = report_on(workspace, about, period, unit)
        rows = printed_in(workspace, report) if form is None else ()
        code = rows[0].code if rows else ""
        content = _content(report, form, output, say, code)
        trouble = remember(workspace, rows, lambda: write_whole(output, content)) if rows else None
        if trouble is not None or not rows:
            code = ""
            write_whole(output, _content(report, form, output, say, ""))
        if trouble is not None:
            tell(say(N_("Note: {warning}"), warning=say(N_("The report bears no code, for nothing could be recorded: {reason}"), reason=trouble)))
        tell(say(_SAID if any(one.lines for one in report.plans) else _SAID_WITHOUT, **_told(report, output)))
        if code:
            tell(say(N_("Code of its figures: {code}. Which figures it stands for: monitor reports verify {code}"), code=code))


_SAID = N_("Written to {file}: report on {period}, {count} of {total} figures are there.")
_SAID_WITHOUT = N_("Written to {file}: report on {period}; the plan asks for no figure in it.")


def _check_form(form: Path | None, output: Path) -> None:
    """Raise an UnknownName where a form is of a kind that is not filled, or another than the file to write."""
    if form is None:
        return
    kind = form.suffix.lower()
    if kind not in KINDS:
        said = N_("'{file}' is no form that can be filled; save it as .docx or .xlsx, without macros.")
        raise UnknownName(said, file=str(form))
    if kind != output.suffix.lower():
        raise UnknownName(
            N_("The form '{form}' is filled as a file of its own kind; let '{file}' end in {kind}."), form=str(form), file=str(output), kind=kind
        )


def _content(report: PeriodReport, form: Path | None, output: Path, say: Speaker, code: str) -> bytes:
    if form is not None:
        from planmonitor_exchange.form.filling import filled_form

        return filled_form(form, report, say)
    if output.suffix.lower() == ".xlsx":
        from planmonitor_exchange.report.annex_book import annex_book

        return annex_book(report, say, code)
    from planmonitor_exchange.report.word import word
    from planmonitor_exchange.report.writing import document

    return word(document(report, say, code), report.day)


def _told(report: PeriodReport, output: Path) -> dict[str, object]:
    lines = [line for one in report.plans for line in one.lines]
    there = sum(line.value is not None for line in lines)
    return {"file": str(output), "period": report.period, "count": str(there), "total": str(len(lines))}
