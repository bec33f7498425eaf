"""`monitor places`: the official list of provinces, communes, wards and special zones."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

import click
from planmonitor.messages import UnknownName
from planmonitor.places.listed import ListedPlace
from planmonitor.places.register import acts, register
from planmonitor.workspace.places import alike, became, looked_up, named_so
from planmonitor_exchange.machine.columns import PLACES
from planmonitor_exchange.machine.places import place_json, whole_place_json
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.invocation import Invocation
from planmonitor_cli.opened import today
from planmonitor_cli.options import Command, Day, Group, option
from planmonitor_cli.output import tell
from planmonitor_cli.printer import Printer, answer_options
from planmonitor_cli.screens.places import HEADERS, place_lines, place_row

as_of = option("--as-of", type=Day(), help=N_("By the names of this day; today by default."))


@click.group(
    "places",
    cls=Group,
    help=N_("The official list of provinces, communes, wards and special zones, with former units and what became of them."),
    examples=("monitor places list --in 24", 'monitor places show "xã Vân Sơn, Bắc Ninh"', "monitor places search van son"),
)
def command() -> None:
    """Group the commands on places."""


@command.command(
    "list",
    cls=Command,
    help=N_("List the provinces and cities; with --in, what lies in one of them."),
    examples=("monitor places list", 'monitor places list --in "Bắc Ninh"', "monitor places list --in 24 --format csv"),
)
@option("--in", "above", default="", help=N_("A province or city, or a former district, by code or name."))
@as_of
@answer_options
@click.pass_obj
def list_places(invocation: Invocation, above: str, as_of: date | None, printer: Printer) -> None:
    """Print the provinces, or what lies in one place."""
    day = as_of or today(invocation)
    if not above:
        _print(register().provinces(day), day, printer)
        return
    place = looked_up(above, day, around=True)
    inside = register().inside(place, day)
    if not inside:
        raise UnknownName(N_("Nothing in the list lies in {place}."), place=register().in_full(place, day))
    _print(inside, day, printer)


@command.command(
    "search",
    cls=Command,
    help=N_("Find places by words of their names, with or without accents, or by code; what they lie in may follow behind a comma."),
    examples=("monitor places search van son", 'monitor places search "tân, phú thọ"', "monitor places search 07621"),
)
@click.argument("text", nargs=-1, required=True)
@as_of
@answer_options
@click.pass_obj
def search(invocation: Invocation, text: tuple[str, ...], as_of: date | None, printer: Printer) -> None:
    """Print all places whose names hold some words."""
    day, words = as_of or today(invocation), " ".join(text)
    found = register().holding(words)
    _print(found, day, printer)
    if not found:
        say, near = Speaker(), alike(words, day)
        tell(say(N_("No name in the list has these words.")) if not near else say(N_("Did you mean: {near}?"), near=near))


@command.command(
    "show",
    cls=Command,
    help=N_("Show one place: its names and what it lay in by day, what it was made of, what became of it, and the acts behind it."),
    examples=("monitor places show 07621", 'monitor places show "xã Vân Sơn, Bắc Ninh"', "monitor places show 24 --as-of 2026-09-19"),
)
@click.argument("place", nargs=-1, required=True)
@as_of
@answer_options
@click.pass_obj
def show(invocation: Invocation, place: tuple[str, ...], as_of: date | None, printer: Printer) -> None:
    """Print one place, and the other one of its code."""
    day, say, known = as_of or today(invocation), Speaker(), register()
    found = looked_up(" ".join(place), day)
    both = [found, *(other for other in named_so(found.code) if other.former != found.former)]
    whole = [whole_place_json(known, item, day) for item in both] if printer.how in {"json", "csv"} else []
    if printer.how == "json":
        printer.json({**whole[0], "same_code": whole[1] if len(whole) > 1 else None})
    elif printer.how == "csv":
        printer.records(PLACES, [time for item in whole for time in item["times"]])
    elif printer.how == "markdown":
        printer.rows(tuple(map(say, HEADERS)), [place_row(known, item, day, say) for item in both])
    else:
        others = [item for item in both[1:] if item not in known.made_of(found) and found not in known.made_of(item)]
        before = [say(N_("The same code was also that of {place}"), place=became(item, day)) for item in others]
        printer.text("\n".join([*place_lines(known, found, day, say), *(line for said in before for line in ("", said))]))


def _print(found: Sequence[ListedPlace], day: date, printer: Printer) -> None:
    """Print places as they were on a day, in the form asked for."""
    say, known = Speaker(), register()
    if printer.how == "json":
        printer.json([place_json(known, place, day) for place in found])
    elif printer.how == "csv":
        printer.records(PLACES, [place_json(known, place, day) for place in found])
    elif found:
        lines = [place_row(known, place, day, say) for place in found]
        kept = [column for column in range(len(HEADERS)) if any(line[column] for line in lines)]
        printer.rows([say(HEADERS[column]) for column in kept], [[line[column] for column in kept] for line in lines], named=2)
    first = next(iter(acts().values())).in_force
    if day < first and found:
        tell(say(N_("Places before {first} are shown as they were on the last day before it."), first=first))
