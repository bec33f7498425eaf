"""What a place settles for a plan: answers to its open questions, milestones, base figures, the data window.

The plan itself stays as printed; `settle` returns a copy in which the answers take effect, each with the document the
place cites, so that it is shown as the place's (docs/domain.md, rule 6).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from attrs import evolve, field, frozen

from planmonitor.messages import N_, BadData, Message
from planmonitor.model.duties import Duty, day_and_year, is_month_day, lies_early
from planmonitor.model.periods import WINDOWS
from planmonitor.model.plans import Measure, Plan, Responsibility
from planmonitor.model.reported import is_several_a_year
from planmonitor.model.set_days import SetDay
from planmonitor.model.sources import OpenQuestion
from planmonitor.model.targets import Baseline, Milestone, Target, is_base_year
from planmonitor.model.validation import of_type, one_of

AnswerValue = str | date | int | Decimal | tuple[str, ...] | tuple[int, ...]
Asked = Mapping[tuple[str, str], AnswerValue]
"""What the place answered, by what the question is about and the type of the answer."""


@frozen
class Answer:
    """What a place fills in for one open question, and the document that settles it, as the place cites it."""

    value: AnswerValue
    document: str | None = field(default=None, validator=of_type(str, None))
    since: date | None = field(default=None, validator=of_type(date, None), eq=False)
    """Of the last day of a report: the date of the letter that sets it from then on; None where it holds for every period."""


@frozen
class DutySettings:
    """What a place settles for one report beside its last day."""

    lead_days: int | None = field(default=None, validator=of_type(int, None))
    """How many working days before the last one its figures are asked for; None for what the plan says."""
    named_day_counts: bool = field(default=False, validator=of_type(bool))
    """Whether its recipient counts the day in that "trước ngày" names."""
    document: str | None = field(default=None, validator=of_type(str, None))
    """The document that says so, as the place cites it."""


@frozen
class PlanSettings:
    """All that a place settles for one plan."""

    answers: Mapping[str, Answer] = field(factory=dict)
    """Answer by id of the open question."""
    milestones: Mapping[str, tuple[Milestone, ...]] = field(factory=dict)
    """Milestones by code of the measure."""
    baselines: Mapping[str, Baseline] = field(factory=dict)
    """Base figure by code of the measure."""
    deadlines: Mapping[str, tuple[SetDay, ...]] = field(factory=dict)
    """Last days that letters set, by id of the duty."""
    duties: Mapping[str, DutySettings] = field(factory=dict)
    """What is settled for reports, by id of the duty."""
    window: str | None = field(default=None, validator=one_of(*WINDOWS, None))
    """ "administrative" or "calendar"; None for the plan's own."""


WANTED = {
    "text": N_("a text in quotes"),
    "date": N_("a date such as 2026-06-30"),
    "month_day": N_('a day of every year such as "11-24", or "+1 01-14" for one of the year after'),
    "number": N_("a number"),
    "base_year": N_("a year such as 2025"),
    "units": N_("a list of units of the plan"),
    "choice": N_("one of {choices}"),
    "years": N_("a list of years of the plan"),
}


def check_answer(question: OpenQuestion, answer: Answer, plan: Plan) -> None:
    """Raise BadData where an answer does not fit the type of its question."""
    if not _fits(answer.value, question, plan):
        kind = "base_year" if question.asks_base_year else question.answer_type
        wanted = Message.of(WANTED[kind], choices=tuple(choice.key for choice in question.choices))
        problem = N_("The answer to '{question}' of plan {plan} is {value}; it must be {wanted}.")
        raise BadData(problem, question=question.id, plan=plan.id, value=str(answer.value), wanted=wanted)


def _fits(value: object, question: OpenQuestion, plan: Plan) -> bool:
    several = isinstance(value, tuple) and bool(value) and len({*value}) == len(value)
    fits = {
        "text": isinstance(value, str),
        "date": type(value) is date,
        "month_day": isinstance(value, str) and value.rpartition(" ")[0] in {"", "+0", "+1"} and is_month_day(day_and_year(value)[0]),
        "number": _fits_number(value, question),
        "units": several and all(isinstance(unit, str) and plan.unit(unit) for unit in value),  # type: ignore[attr-defined]
        "choice": isinstance(value, str) and value in {choice.key for choice in question.choices},
        "years": several and all(type(year) is int and year in plan.years() for year in value),  # type: ignore[attr-defined]
    }
    return fits[question.answer_type]


def _fits_number(value: object, question: OpenQuestion) -> bool:
    if question.asks_base_year:
        return is_base_year(value)
    whole = type(value) is int
    return whole or (isinstance(value, Decimal) and not question.about.startswith("maximum:"))


def leaves_year_open(question: OpenQuestion, value: AnswerValue, plan: Plan) -> bool:
    """Return whether an answer dates a report by a day that leaves open of which year it is, so that the report stays undated (rule 16)."""
    duty = next((duty for duty in plan.duties if question.about == f"duty:{duty.id}"), None)
    dates = duty is not None and duty.kind == "undated" and question.answer_type == "month_day"
    return dates and duty is not None and lies_early(str(value), duty.period)


def settle(plan: Plan, settings: PlanSettings) -> Plan:
    """Return a copy of the plan with what the place settled for it; each answer fits its question (`check_answer`).

    Undated duties the place has dated are dated, measures whose data owners it has named have them, bars, maxima and assessed years that hang on an
    answer are set, changes without a base year and bars whose day the text leaves open have those named, a document without a date has the one that
    the place names, and the place's milestones, base figures and data window apply.
    """
    if settings == PlanSettings():
        return plan
    answers = {name: answer.value for name, answer in settings.answers.items()}
    answered = [(question, answers[question.id]) for question in plan.questions if question.id in answers]
    asked: Asked = {(question.about, question.answer_type): answer for question, answer in answered}
    bars = {question.id: bar for question, answer in answered if (bar := _bar(question, answer)) is not None}
    duties = tuple(_settled_duty(duty, settings.duties.get(duty.id), asked) for duty in plan.duties)
    deadlines = {duty.id: days for duty in duties if (days := (*settings.deadlines.get(duty.id, ()), *_by_answer(plan, duty, answered, settings)))}
    indicators = tuple(
        evolve(indicator, measures=tuple(_settled_measure(measure, settings, asked, bars) for measure in indicator.measures))
        for indicator in plan.indicators
    )
    window = WINDOWS[settings.window] if settings.window else plan.window
    issued = asked.get(("document", "date"))
    document = evolve(plan.document, issued=issued) if isinstance(issued, date) and plan.document.issued is None else plan.document
    told = evolve(plan, document=document, duties=duties, indicators=indicators, window=window)
    return evolve(told, baselines=settings.baselines, deadlines=deadlines, answers=answers)


def _settled_duty(duty: Duty, settled: DutySettings | None, asked: Asked) -> Duty:
    """Return a duty as the place settled it: by the day it answered, with its lead days, and with the day counted in that the rule names."""
    answered = asked.get((f"duty:{duty.id}", "month_day"))
    found = _dated(duty, str(answered)) if duty.kind == "undated" and answered else duty
    if settled is None:
        return found
    lead = found.lead_days if settled.lead_days is None else settled.lead_days
    return evolve(found, lead_days=lead, named_day_counts=settled.named_day_counts and found.kind == duty.kind)


def _dated(duty: Duty, written: str) -> Duty:
    """Return a duty by the day that the place has set; undated still where it leaves open of which year that day is, or dates several reports."""
    if lies_early(written, duty.period) or is_several_a_year(duty.period):
        return duty
    day, year = day_and_year(written)
    return evolve(duty, kind="dated", last_day=day, last_day_in=year)


def _by_answer(plan: Plan, duty: Duty, answered: Iterable[tuple[OpenQuestion, AnswerValue]], settings: PlanSettings) -> Iterator[SetDay]:
    """Yield the day that the place answered for a duty which its document leaves undated, with the document it cites."""
    was = next(one for one in plan.duties if one.id == duty.id)
    for question, day in answered:
        if was.kind == "undated" and duty.kind == "dated" and (question.about, question.answer_type) == (f"duty:{duty.id}", "month_day"):
            given = settings.answers[question.id]
            yield SetDay(str(day), given.document, since=given.since, answered=True)


def _bar(question: OpenQuestion, answer: AnswerValue) -> int | Decimal | None:
    """Return the bar that an answer brings: that of the choice made, or the number itself."""
    if question.answer_type == "number" and isinstance(answer, (int, Decimal)):
        return answer
    return next((choice.value for choice in question.choices if choice.key == answer), None)


def _settled_measure(measure: Measure, settings: PlanSettings, asked: Asked, bars: Mapping[str, int | Decimal]) -> Measure:
    code, definition = measure.code, measure.definition
    units, maximum = asked.get((f"measure:{code}", "units")), asked.get((f"maximum:{code}", "number"))
    named = asked.get((f"years:{code}", "years"), asked.get(("years:*", "years"), ()))
    years = tuple(year for year in named if isinstance(year, int)) if isinstance(named, tuple) else ()
    due = asked.get((f"due:{code}", "date"))
    targets = tuple(
        evolve(
            target,
            due=due if target.due is None and isinstance(due, date) else target.due,
            value=bars.get(target.value_from or "", target.value),
            milestones=settings.milestones.get(code, target.milestones),
            # A base figure that the document prints is never overruled.
            baseline=_base(target, settings.baselines.get(code), asked.get((f"baseline:{code}", "number"))),
            assessed_years=years if years and target.assessed_years else target.assessed_years,
        )
        for target in measure.targets
    )
    return evolve(
        measure,
        responsible=_supplied_by(measure, units) if isinstance(units, tuple) else measure.responsible,  # type: ignore[arg-type]
        definition=evolve(definition, maximum=maximum) if isinstance(maximum, int) else definition,
        targets=targets,
    )


def _base(target: Target, set_by_place: Baseline | None, year: object) -> Baseline | None:
    """Return what a bar is held against: what the document prints is never overruled, the year answered stands for one that it does not name."""
    base = target.baseline
    if base is not None and base.numerator is not None:
        return base
    if set_by_place is not None:
        return set_by_place
    return Baseline(year) if target.without_base and isinstance(year, int) else base


def _supplied_by(measure: Measure, units: tuple[str, ...]) -> tuple[Responsibility, ...]:
    """Return the responsibilities with the suppliers a place named: for the part nobody owns where there is one, else for all of it."""
    gap = next((share for share in measure.responsible if share.unit is None), None)
    kept = tuple(share for share in measure.responsible if share.unit is not None and (gap is not None or not share.reports))
    owning = {share.unit for share in kept if share.reports}
    part = gap.part if gap is not None else None
    return (*kept, *(Responsibility(unit=unit, role="implement", part=part, reports=True) for unit in units if unit not in owning))
