"""`monitor template`: a workbook in which a unit, or the whole place, fills in the figures of a period."""

from __future__ import annotations

from pathlib import Path

import click
from planmonitor import BadData, Message
from planmonitor.workspace.asking import Asking, asked
from planmonitor.workspace.file import write_whole
from planmonitor.workspace.opening import Workspace
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.destination import WorkbookPath, check_new
from planmonitor_cli.invocation import Invocation
from planmonitor_cli.opened import opened
from planmonitor_cli.options import Command, option
from planmonitor_cli.output import tell


@click.command(
    cls=Command,
    help=N_("Write a workbook in which figures are filled in: all that a unit owes for a period, in all plans, each once."),
    examples=(
        "monitor template -o bieu-so-lieu.xlsx",
        'monitor template --unit "Trường THCS Vân Sơn" --period 2026 -o truong-thcs.xlsx',
        'monitor template --unit "Các trường học trên địa bàn" --matrix -o cac-truong.xlsx',
    ),
)
@option("--unit", default=None, help=N_("The unit, group or member that fills it in; by default the whole place."))
@option("--period", default=None, help=N_("The period: 2026, 2026-S1, 2026-Q2, 2026-05; by default the reporting year that runs."))
@option("--matrix", is_flag=True, help=N_("One sheet for all members of a group, a row each, with totals."))
@option("-o", "--output", type=WorkbookPath(), required=True, help=N_("Workbook to write, .xlsx; one that is there is left alone."))
@click.pass_obj
def command(invocation: Invocation, unit: str | None, period: str | None, matrix: bool, output: Path) -> None:
    """Write the workbook."""
    check_new(invocation, output)
    with opened(invocation) as workspace:
        asking = asked(workspace, period, unit)
        content, count = _content(workspace, asking, matrix=matrix)
        write_whole(output, content)
        say = Speaker()
        tell(say(N_("Written to {file}: {count} figures of {period}, for {unit}."), **_told(workspace, asking, output, count)))
        first = min(asking.blanks, key=lambda blank: blank.period.start).period
        if first.start > workspace.day:
            tell(say(N_("Note: {period} begins on {start}; its figures can be taken in from then on."), period=first, start=first.start))
        for plan, measure, part in asking.unowned:
            nobody = N_("Note: measure {code} of {plan} has a part that no document gives to anybody, so it is in no workbook: {part}.")
            tell(say(nobody, code=measure.code, plan=plan.called, part=part.name or measure.label))


def _content(workspace: Workspace, asking: Asking, *, matrix: bool) -> tuple[bytes, int]:
    from planmonitor_exchange.workbook.cover import Sender
    from planmonitor_exchange.workbook.template import by_group, template
    from planmonitor_exchange.workbook.template import matrix as matrix_of

    sender = Sender(workspace.file.office, workspace.place_name() or workspace.file.office, workspace.file.notice)
    if not matrix:
        return template(asking, sender, workspace.day, Speaker()), len(asking.blanks)
    count = sum(map(len, by_group(asking).values()))
    if not count:
        none = N_("No group that is asked for figures has members, so there is no sheet of them.")
        raise BadData(none, Message.of(N_("Register them first: monitor units add NAME --group GROUP.")))
    return matrix_of(asking, sender, workspace.day, Speaker()), count


def _told(workspace: Workspace, asking: Asking, output: Path, count: int) -> dict[str, object]:
    return {"file": str(output), "count": count, "period": asking.blanks[0].period, "unit": asking.name or workspace.place_name()}
