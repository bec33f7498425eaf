"""What people may name in a workspace, by which names, and the one thing that a name stands for."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from planmonitor.assessment.records import MemberUnit
from planmonitor.messages import N_, Hint, Message, UnknownName
from planmonitor.model.definitions import Population
from planmonitor.model.duties import Duty
from planmonitor.model.plans import Indicator, Measure, Plan, Unit
from planmonitor.names import Named, find, listed, offer

SHOWN = 80
"""Letters of a target line that are offered: lines are printed in whole paragraphs."""


def plan_named(plan: Plan) -> Named:
    """Return by what a plan goes: its id, what officers call it, its title."""
    return Named(plan.id, plan.short or plan.title, (plan.title,))


def measure_named(plan: Plan, measure: Measure) -> Named:
    """Return by what a measure of a plan goes: its id, its label, and that behind its code, as screens print it."""
    return Named(plan.measure_id(measure), measure.label, within=plan.short or plan.title, code=measure.code)


def indicator_named(plan: Plan, line: Indicator) -> Named:
    """Return by what a target line of a plan goes: its id, its text, of which the beginning will do to offer it."""
    short = line.text if len(line.text) <= SHOWN else f"{line.text[:SHOWN].rsplit(' ', 1)[0]}…"
    return Named(f"{plan.id}/{line.code}", short, (line.text,), plan.short or plan.title, line.code)


def duty_named(plan: Plan, duty: Duty) -> Named:
    """Return by what a report that a plan orders goes: its id, its title."""
    return Named(f"{plan.id}/{duty.id}", duty.called, within=plan.short or plan.title)


def population_named(population: Population) -> Named:
    """Return by what a base population goes: its key, its label."""
    return Named(population.key, population.label)


def unit_named(unit: Unit | MemberUnit) -> Named:
    """Return by what a unit of a plan, or a registered member of one, goes."""
    return Named(unit.id, unit.name, unit.also)


PLAN = N_("There is no plan '{name}' here."), N_("Several plans are called '{name}': {which}."), Hint.of("see-plans")
MEASURE = N_("There is no measure '{name}' in the plans followed."), N_("Several measures are called '{name}': {which}."), Hint.of("see-measures")
UNIT = N_("The plan has no unit '{name}'."), N_("Several units are called '{name}': {which}."), Hint.of("see-measures")
MEMBER = N_("No member called '{name}' is registered."), N_("Several units are called '{name}': {which}."), Hint.of("see-units")
REPORT = N_("There is no report '{name}' in the plans followed."), N_("Several reports are called '{name}': {which}."), Hint.of("see-reports")
REPORTED = (
    N_("There is no plan or report '{name}' in the plans followed."),
    N_("Several plans or reports are called '{name}': {which}."),
    Hint.of("see-reports"),
)
"""What is said where a name stands for nothing of a sort, and for several, and where to look where nothing comes near."""


def only(name: str, known: Sequence[Named], sort: tuple[str, str, Message], *, guess: bool = False, first: Collection[str] = ()) -> Named:
    """Return the one of some plans, measures, units or reports that a name stands for.

    Args:
        name: What was typed.
        known: What it may stand for.
        sort: What is said of that sort: `PLAN`, `MEASURE`, `UNIT`, `REPORT` or `REPORTED`.
        guess: Whether a name that holds the words will do: for commands that only read.
        first: The ids of which one is meant, where the name stands for several and for one of these.

    Raises:
        UnknownName: with near ones where it stands for none, with all that may be meant where it stands for several.
    """
    unknown, several, otherwise = sort
    found = find(name, known, guess=guess)
    if not found:
        raise UnknownName(unknown, offer(name, known, otherwise), name=name)
    preferred = [item for item in found if item.id in first]
    if len({item.id for item in found}) > 1 and len(preferred) != 1:
        raise UnknownName(several, Message.of(N_("Write the whole id.")), name=name, which=listed(found))
    return (*preferred, *found)[0]


def understood(name: str, found: Named) -> tuple[Message, ...]:
    """Return what is to be said where a name was understood that is neither an id nor quite a name: no guess is silent."""
    said = Message.of(N_("'{name}' is understood as {found}."), name=name, found=found.shown)
    return () if found.is_called(name) else (said,)
