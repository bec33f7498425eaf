"""What an act of recording was about, on the screen: with the names of what was understood, and their ids."""

from __future__ import annotations

from planmonitor import Definition, OpenQuestion, Plan
from planmonitor.assessment.acts import ASKED_AS, Acceptance, AnnexFigure, AnswerGiven, Closing, Entry, Narrative, ReadingGiven, Sending, Waiver
from planmonitor.assessment.records import Figure, MemberUnit
from planmonitor.model.definitions import Population
from planmonitor.model.duties import Duty
from planmonitor.model.periods import Period
from planmonitor.workspace.cell_answers import in_words
from planmonitor.workspace.days import EVERY_YEAR
from planmonitor.workspace.opening import Workspace
from planmonitor.workspace.settled import answer_in, day_slot, set_day_of
from planmonitor_exchange.speaking.answers import answer_in_words
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_
from planmonitor_exchange.speaking.vocabulary import SECTION

from planmonitor_cli.screens.moved import day_of, letter_of


def about(workspace: Workspace, recorded: Figure | Entry | AnnexFigure, say: Speaker) -> str:
    """Return what something recorded is about: measure and period, member, or report and period."""
    if isinstance(recorded, MemberUnit):
        return say(N_("{name} ({id})"), name=recorded.name, id=recorded.id)
    if isinstance(recorded, Acceptance):
        return measure_name(workspace, recorded.measure, say)
    if isinstance(recorded, Waiver):
        return say(N_("finding {number}"), number=recorded.finding)
    if isinstance(recorded, AnswerGiven):
        value = answered(workspace, recorded, recorded.value_after, say)
        return say(N_("{question}: {value}"), question=asked(workspace, recorded, say), value=value)
    if isinstance(recorded, Closing):
        return say(N_("reporting year {year}"), year=str(recorded.year))
    if isinstance(recorded, Narrative):
        return say(N_("{name}, {period}"), name=say(SECTION[recorded.section]), period=recorded.period)
    if isinstance(recorded, ReadingGiven):
        return reading(workspace, recorded, say)
    if isinstance(recorded, AnnexFigure):
        return say(N_("{name}, {period}"), name=printed_name(workspace, recorded, say), period=reported_period(workspace, recorded))
    if isinstance(recorded, Sending):
        return say(N_("{name}, {period}"), name=report(workspace, recorded, say), period=recorded.period)
    measures = workspace.measures()
    full = next((full for full, (_plan, measure) in measures.items() if measure.definition.key == recorded.definition), recorded.definition)
    definition = measures[full][1].definition if full in measures else workspace.catalogue.populations.get(full)
    return say(N_("{name}, {period}"), name=figure_name(workspace, full, definition, recorded, say), period=recorded.period)


def figure_name(workspace: Workspace, name: str, definition: Definition | Population | None, figure: Figure, say: Speaker) -> str:
    """Return whose figure of what it is: the measure or base population of an id, the unit, the part of a breakdown."""
    parts = say.breakdown(definition if isinstance(definition, Definition) else None, figure.breakdown)
    return ", ".join(filter(None, (measure_name(workspace, name, say), unit_name(workspace, figure.unit, figure.definition), parts)))


def measure_name(workspace: Workspace, name: str, say: Speaker) -> str:
    """Return the label of a measure or base population of an id, with the id; the id alone where nothing followed has it."""
    measures, populations = workspace.measures(), workspace.catalogue.populations
    if name not in measures and name not in populations:
        return name
    return say(N_("{name} ({id})"), name=measures[name][1].label if name in measures else populations[name].label, id=name)


def report(workspace: Workspace, sending: Sending, say: Speaker) -> str:
    """Return what the report is called that was sent, received or returned; its id where no plan followed asks for it."""
    duties = (duty for plan in workspace.followed() if plan.id == sending.plan for duty in plan.duties if duty.id == sending.duty)
    return next((say.value(duty.called) for duty in duties), sending.duty)


def reading(workspace: Workspace, given: ReadingGiven, say: Speaker) -> str:
    """Return what stood in a cell, what it is read as, and for whom that holds: the sender, files of a kind, or the one cell alone."""
    said = {"written": in_words(given.written), "reading": in_words(given.reading)}
    if not ASKED_AS[given.kind]:
        return say(N_("'{written}' read as {reading}, in cell {cell} alone"), **said, cell=given.address)
    if not given.sender:
        return say(N_("'{written}' read as {reading}, in files with the same headings"), **said)
    return say(N_("'{written}' read as {reading}, in files of {sender}"), **said, sender=_sender(workspace, given.sender))


def _sender(workspace: Workspace, sender: str) -> str:
    """Return what the sender of a row is called: the unit, the member or the place of an id; else the words that named it."""
    units = {unit.id: unit.name for plan in workspace.followed() for unit in plan.units}
    if sender in workspace.places():
        return workspace.place_name() or sender
    return units.get(sender) or _member(workspace, sender)


def _member(workspace: Workspace, unit: str) -> str:
    with workspace.database(read_only=True).reading() as held:
        return next((member.name for member in held.units(None, workspace.day) if member.id == unit), unit)


def printed_name(workspace: Workspace, printed: AnnexFigure, say: Speaker) -> str:
    """Return what a report written as a file is called, with its code: by the duty or the plan; by id where none is followed.

    A unit's own report on a plan has its name too.
    """
    plan, duty = _of_printed(workspace, printed)
    called = duty.called if duty is not None else plan.called if plan is not None and not printed.duty else printed.duty or printed.plan
    if printed.reporter and not printed.duty:
        unit = plan.unit(printed.reporter) if plan is not None else None
        whose = unit.name if unit is not None else _member(workspace, printed.reporter)
        return say(N_("{name}, report of {unit} ({code})"), name=called, unit=whose, code=printed.code)
    return say(N_("{name} ({code})"), name=called, code=printed.code)


def reported_period(workspace: Workspace, printed: AnnexFigure) -> Period | str:
    """Return the period of a report written as a file; its id where no plan followed knows it."""
    plan, duty = _of_printed(workspace, printed)
    if plan is None:
        return printed.reported_on
    return duty.parse(printed.reported_on, plan.window) if duty is not None else plan.window.parse(printed.reported_on)


def _of_printed(workspace: Workspace, printed: AnnexFigure) -> tuple[Plan | None, Duty | None]:
    plan = next((plan for plan in workspace.followed() if plan.id == printed.plan), None)
    return plan, next((duty for duty in plan.duties if duty.id == printed.duty), None) if plan is not None else None


def unit_name(workspace: Workspace, unit_id: str, definition: str) -> str:
    """Return the name of the unit or member whose part a figure of a definition is; "" for the whole place."""
    if not unit_id:
        return ""
    plans = (plan for plan in workspace.followed() if any(measure.definition.key == definition for measure in plan.measures))
    if (unit := next(filter(None, (plan.unit(unit_id) for plan in plans)), None)) is not None:
        return unit.name
    return _member(workspace, unit_id)


def asked(workspace: Workspace, given: AnswerGiven, say: Speaker) -> str:
    """Return the question that was answered; its id where no plan followed asks it any more."""
    if (day := _set_day(workspace, given)) is not None:
        plan, duty, key = day
        return say(N_("{name}, {period}"), name=duty.called, period=_period_of(plan, duty, key, say))
    found = _question(workspace, given)
    return say.value(found[1].text) if found else f"{given.plan}/{given.question}"


def answered(workspace: Workspace, given: AnswerGiven, written: str, say: Speaker) -> str:
    """Return in words what was answered, as `monitor.toml` has or had it; as it stands there where no plan followed asks it any more."""
    if _set_day(workspace, given) is not None:
        return set_day_in_words(written, say)
    found, answer = _question(workspace, given), answer_in(written)
    if answer is None:
        return say(N_("no answer"))
    return answer_in_words(found[1], answer.value, found[0], say) if found else written


def _set_day(workspace: Workspace, given: AnswerGiven) -> tuple[Plan, Duty, str] | None:
    """Return plan, report and key of a last day that was set by a letter; None for an answer, and for what no plan followed asks any more."""
    slot = day_slot(given.question)
    plans = (plan for plan in workspace.followed() if slot is not None and plan.id == given.plan)
    return next(((plan, duty, slot[1]) for plan in plans for duty in plan.duties if slot is not None and duty.id == slot[0]), None)


def _period_of(plan: Plan, duty: Duty, key: str, say: Speaker) -> str:
    """Return the period, and the unit, whose last day stands under a key."""
    if key == EVERY_YEAR:
        return say(N_("from then on"))
    period, _, unit_id = key.partition(" ")
    unit = plan.unit(unit_id)
    return ", ".join(filter(None, (say.period(duty.parse(period, plan.window)), unit.name if unit else unit_id)))


def set_day_in_words(written: str, say: Speaker) -> str:
    """Return a last day with its letter, as `monitor.toml` has it, in words."""
    if not written:
        return say(N_("no date set"))
    given = set_day_of(written)
    return say(N_("{value} ({document})"), value=day_of(given, say), document=letter_of(given, say))


def _question(workspace: Workspace, given: AnswerGiven) -> tuple[Plan, OpenQuestion] | None:
    plans = (plan for plan in workspace.followed() if plan.id == given.plan)
    return next(((plan, question) for plan in plans for question in plan.questions if question.id == given.question), None)
