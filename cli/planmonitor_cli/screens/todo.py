"""Who owes what by when, on the screen: by office, least time left first; what has no day stands last."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from planmonitor import Plan
from planmonitor.assessment.owing import OwedFigure, OwedReport, Owing, receivers
from planmonitor.workspace.owing import Owed
from planmonitor_exchange.machine.rows import Row
from planmonitor_exchange.speaking.owing import by_day, by_kind, figure_called, figure_in_full, office_called, when_due
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.layout import wrapped
from planmonitor_cli.screens.attention import plan_name
from planmonitor_cli.screens.deadlines import submit_line

HEADERS = (N_("Unit"), N_("By when"), N_("To be sent"), N_("Period"), N_("To"), N_("Plan"))
NAMED = 3
"""Figures up to this number are named in full; of more the codes are, where many offices are shown."""

Item = OwedReport | OwedFigure


def todo_screen(found: Owed, place: str, days: int | None, say: Speaker) -> Iterator[str]:
    """Yield the lines of what is owed.

    Args:
        found: Who owes what.
        place: What the place as a whole is called.
        days: In how many days it falls due; None for all.
        say: The language.
    """
    one = found.office is not None
    yield from _offices(found.units, place, say, full=one)
    if one and found.to_it:
        yield say(N_("OWED TO {office}"), office=say.value(found.office.name if found.office else ""))
        yield ""
        yield from _offices(found.to_it, place, say, full=False)
    if not found.units and not found.to_it:
        yield _nothing(found, days, say)
        yield ""
    if found.later:
        later = N_("Besides, due later than in {days} days or without a date: {count}. See them: monitor todo")
        yield wrapped(say(later, days=str(days), count=str(found.later)), following="  ")
    yield from _next_steps(found, say)


def _nothing(found: Owed, days: int | None, say: Speaker) -> str:
    if found.office is not None:
        said = N_("{office} owes nothing in these days.") if days is not None else N_("{office} owes nothing.")
        return wrapped(say(said, office=found.office.name), following="  ")
    return say(N_("Nobody owes anything in these days.")) if days is not None else say(N_("Nobody owes anything."))


def _next_steps(found: Owed, say: Speaker) -> Iterator[str]:
    units = [*found.units, *found.to_it]
    if units:
        yield say(N_("One message for each of them, ready to be sent:"))
        yield "    monitor todo --format text"
    owed = next(((item.plan.id, item.report) for one in units for item in one.reports if item.report.period is not None), None)
    if owed is not None:
        yield say(N_("Once a report is sent, note its letter:"))
        yield submit_line(*owed, say)


def _offices(units: Sequence[Owing], place: str, say: Speaker, *, full: bool) -> Iterator[str]:
    """Yield a block of lines for each office; what no document sets a date for stands below them all, each report once."""
    undated: list[Owing] = []
    for one in units:
        dated = [item for item in _items(one) if full or _has_day(item)]
        if dated:
            yield wrapped(office_called(one.office, place, say), "", "  ")
            yield from _by_day(dated, say, full=full)
            yield ""
        if not full and any(not _has_day(item) for item in _items(one)):
            undated.append(one)
    if undated:
        yield say(N_("NO DATE SET BY THE DOCUMENTS"))
        yield from _undated(undated, place, say)
        yield ""


def _has_day(item: Item) -> bool:
    return item.due.arisen or item.due.last_day is not None


def _items(one: Owing) -> list[Item]:
    found: list[Item] = []
    for _due, reports, figures in by_day((*one.reports, *one.figures)):
        found += [*reports, *figures]
    return found


def _by_day(items: Sequence[Item], say: Speaker, *, full: bool) -> Iterator[str]:
    for due, reports, figures in by_day(items):
        when = when_due(due, say)
        yield wrapped(f"{when[:1].upper()}{when[1:]}:", "- ", "  ")
        yield from (wrapped(report_line(item, say), "    ", "      ") for item in reports)
        yield from _figures(figures, say, full=full)


def report_line(item: OwedReport, say: Speaker) -> str:
    """Return a report that is owed: what it is called, on what, to whom, how many of its figures are in."""
    report = item.report
    parts = [say.value(report.duty.called)]
    if report.period is not None:
        parts.append(say.period(report.period))
    parts += [say(N_("to {receiver}"), receiver=name) for name in receivers(report)[:1]]
    if item.due.arisen:
        parts.append(say.duty_state(report))
    elif report.expected:
        parts.append(say(N_("{received}/{expected} figures in"), received=str(report.received), expected=str(report.expected)))
    if report.sending is not None and report.sending.act == "return":
        parts.append(say(N_("returned on {day} ({reason})"), day=report.sending.received or "…", reason=report.sending.reason))
    return f"{', '.join(parts)} ({plan_name(item.plan, say)})"


def _figures(figures: Sequence[OwedFigure], say: Speaker, *, full: bool) -> Iterator[str]:
    """Yield which figures are wanted, by why and of which period: a few by name, of many the codes, plan by plan."""
    for counted, wanted in by_kind(figures, say):
        heading = say(N_("Still wanted: {figures}:"), figures=counted)
        if full or len(wanted) <= NAMED:
            yield wrapped(heading, "    ", "      ")
            yield from (wrapped(_named(item, say), "      ", "        ") for item in wanted)
        else:
            yield wrapped(f"{heading} {_codes(wanted, say)}", "    ", "      ")


def _named(item: OwedFigure, say: Speaker) -> str:
    """Return a figure by its code and name, with the plans that use it."""
    return f"{_code(item)}{figure_called(item, say)} ({_plans((plan for plan, _measure in item.uses), say)})"


def _code(item: OwedFigure) -> str:
    return "" if item.population is not None else f"{item.uses[0][1].code}. "


def _codes(wanted: Sequence[OwedFigure], say: Speaker) -> str:
    """Return the codes of figures plan by plan, one that two plans use once; base populations by name."""
    by_plans: dict[str, list[str]] = {}
    for item in wanted:
        plans = _plans((plan for plan, _measure in item.uses), say)
        by_plans.setdefault(plans, []).append(item.uses[0][1].code if item.population is None else f"“{figure_called(item, say)}”")
    return "; ".join(f"{', '.join(codes)} ({plans})" for plans, codes in by_plans.items())


def _plans(plans: Iterable[Plan], say: Speaker) -> str:
    return "; ".join(dict.fromkeys(plan_name(plan, say) for plan in plans))


def _undated(units: Sequence[Owing], place: str, say: Speaker) -> Iterator[str]:
    """Yield the reports that no document sets a date for, each with who owes it, and then who lacks which figures that no dated report waits for."""
    by_report: dict[str, dict[str, list[str]]] = {}
    for one in units:
        for item in one.reports:
            if not _has_day(item):
                to = [say(N_("to {receiver}"), receiver=name) for name in receivers(item.report)[:1]]
                who = by_report.setdefault(", ".join((say.value(item.report.duty.called), *to)), {})
                who.setdefault(office_called(one.office, place, say), []).append(plan_name(item.plan, say))
    for called, who in by_report.items():
        offices: dict[str, list[str]] = {}
        for office, plans in who.items():
            offices.setdefault("; ".join(dict.fromkeys(plans)), []).append(office)
        told = "; ".join(f"{', '.join(names)} ({plans})" for plans, names in offices.items())
        yield wrapped(f"{called}: {told}", "- ", "  ")
    for one in units:
        figures = [item for item in one.figures if not _has_day(item)]
        if figures:
            yield wrapped(f"{office_called(one.office, place, say)}:", "- ", "  ")
            yield from _figures(figures, say, full=False)


def todo_rows(units: Iterable[Owing], place: str, say: Speaker) -> Iterator[Row]:
    """Yield a row for everything that offices owe."""
    for one in units:
        for item in _items(one):
            who, when = office_called(one.office, place, say), when_due(item.due, say)
            if isinstance(item, OwedReport):
                period = say.period(item.report.period) if item.report.period is not None else "…"
                yield who, when, say.value(item.report.duty.called), period, "; ".join(receivers(item.report)), plan_name(item.plan, say)
            else:
                plans = _plans((plan for plan, _measure in item.uses), say)
                yield who, when, f"{_code(item)}{figure_in_full(item, say)}", say.period(item.about.period), "", plans
