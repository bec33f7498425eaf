"""Reminders to paste into a chat: one to an office, short enough for one message, in plain words (docs/domain.md, rules 16, 20 and 27).

No id, no command, no link and no count of cases stands in them: whoever reads along learns what is to be sent, and nothing of a child.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence

from attrs import frozen
from planmonitor.assessment.owing import Due, OwedFigure, OwedReport, Owing, receivers

from planmonitor_exchange.speaking.owing import by_day, by_kind, day_with_weekday, figure_called, office_called, when_due
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_
from planmonitor_exchange.speaking.values import running

AT_MOST = 480
"""Letters of a reminder, counted as a chat counts them: composed. Below the 500 that one message may have."""
LONGEST = 110
"""Letters of one name; of a longer one the words that fit."""
REST = 70
"""Letters kept for saying how much there is besides."""


@frozen
class _Piece:
    """A piece of a reminder: with it stands what goes before it, or neither."""

    before: str
    text: str
    reports: int = 0
    figures: int = 0


def reminder(one: Owing, place: str, say: Speaker) -> str:
    """Return the reminder to an office, on one line, below `AT_MOST` letters: what is most urgent first, and how much there is besides.

    Args:
        one: The office with what it owes.
        place: What the place as a whole is called.
        say: The language.
    """
    office = _short(office_called(one.office, place, say))
    said = say(N_("To {office}:"), office=running(office) if office.startswith("Các ") else office)
    pieces = list(_pieces(one, say))
    told = 0
    for number, piece in enumerate(pieces):
        longer = f"{said}{piece.before}{piece.text}"
        kept = REST if number + 1 < len(pieces) else 1
        if told and len(_composed(longer)) + kept > AT_MOST:
            break
        said, told = longer, told + 1
    return _composed(f"{said}{_besides(pieces[told:], say)}.")


def _composed(text: str) -> str:
    return unicodedata.normalize("NFC", text)


def _short(name: str) -> str:
    """Return a name, or the words of it that fit."""
    name = _composed(" ".join(name.split()))
    return name if len(name) <= LONGEST else f"{name[:LONGEST].rsplit(' ', 1)[0].rstrip(',;:(')}…"


def _besides(left: Sequence[_Piece], say: Speaker) -> str:
    reports, figures = sum(piece.reports for piece in left), sum(piece.figures for piece in left)
    more = [
        *([say(N_("{count} more reports"), count=reports)] if reports else []),
        *([say(N_("{count} more figures"), count=figures)] if figures else []),
    ]
    return say(N_("; and {more}"), more=", ".join(more)) if more else ""


def _pieces(one: Owing, say: Speaker) -> Iterator[_Piece]:
    """Yield the pieces of a reminder, the most urgent first: for every day its reports, then its figures.

    A report that is asked for by a day is not asked for again without one.
    """
    before = " "
    dated = {(item.plan.id, item.report.duty.id) for item in one.reports if item.due.last_day is not None}
    asked = [item for item in one.reports if item.due.arisen or item.due.last_day is not None or (item.plan.id, item.report.duty.id) not in dated]
    for due, reports, figures in by_day((*asked, *one.figures)):
        lead = _lead(due, say)
        yield from _of_day(f"{before}{lead if before == ' ' else lead[:1].upper() + lead[1:]} ", reports, figures, say)
        before = ". "


def _lead(due: Due, say: Speaker) -> str:
    """Return how a part of a reminder begins: by when."""
    if due.arisen:
        return say(N_("please send at once"))
    if due.last_day is None or due.by is None:
        return say(N_("please send as well, no date is set for it"))
    if due.overdue:
        return say(N_("{since}, please send at once"), since=when_due(due, say))
    return say(N_("by the end of {day}, please send"), day=day_with_weekday(due.by, say))


def _of_day(start: str, reports: Sequence[OwedReport], figures: Sequence[OwedFigure], say: Speaker) -> Iterator[_Piece]:
    """Yield the pieces of one day, which begin with `start`."""
    for called, same in _alike(reports, say).items():
        yield _Piece(start, called, reports=same)
        start = "; "
    for counted, wanted in by_kind(figures, say):
        told = say(N_("still wanted: {figures}"), figures=counted) if start == "; " else counted
        opening = f"{start}{told}: "
        for item in wanted:
            yield _Piece(opening, _short(figure_called(item, say)), figures=1)
            opening = start = "; "


def _alike(reports: Sequence[OwedReport], say: Speaker) -> dict[str, int]:
    """Return how reports are called, with what they are on and who receives them, and how many are called so: two plans may want one of a name."""
    found: dict[str, int] = {}
    for item in reports:
        called = _short(say.value(item.report.duty.called))
        if item.due.arisen:
            labels = dict.fromkeys(_short(say.value(case.measure.label)) for case in item.report.cases)
            called = say(N_("{report} ({cases})"), report=called, cases=", ".join(labels))
        elif item.report.period is not None:
            called = say(N_("{report}, {period}"), report=called, period=item.report.period)
        to = receivers(item.report)
        # What a document prints in brackets behind a name explains it, and addresses nobody.
        called = say(N_("{report} to {receiver}"), report=called, receiver=_short(to[0].partition(" (")[0])) if to else called
        found[called] = found.get(called, 0) + 1
    return found


def reminders(owing: Sequence[Owing], place: str, say: Speaker) -> list[str]:
    """Return a reminder to every office that owes something, in order."""
    return [reminder(one, place, say) for one in owing]
