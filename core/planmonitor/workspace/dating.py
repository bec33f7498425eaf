"""Setting the last day of a report by a letter: what that changes, what speaks against it, writing it (docs/domain.md, rules 16 and 18)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from attrs import field, frozen

from planmonitor.assessment.acts import AnswerGiven
from planmonitor.assessment.deadlines import due_periods
from planmonitor.assessment.plans import JudgedPlan, judge_plan
from planmonitor.assessment.results import Occurrence
from planmonitor.messages import N_, BadData, Hint, Message, UnknownName
from planmonitor.model.duties import Duty, lies_early
from planmonitor.model.duties import day_and_year as parted
from planmonitor.model.periods import Period
from planmonitor.model.plans import Plan
from planmonitor.model.reported import is_several_a_year
from planmonitor.model.set_days import SetDay
from planmonitor.model.settings import Answer
from planmonitor.model.sources import OpenQuestion
from planmonitor.names import find, listed, offer
from planmonitor.numbers import written_day as written_date
from planmonitor.planfile.toml_text import written_value
from planmonitor.privacy import clean
from planmonitor.workspace.days import EVERY_YEAR, key_of, written_day
from planmonitor.workspace.file import settings_of
from planmonitor.workspace.knowing import known_by_place
from planmonitor.workspace.naming import unit_named
from planmonitor.workspace.opening import Workspace
from planmonitor.workspace.settled import DEADLINES, restored_on_failure, with_answer, write_answer, written_answer


@frozen
class DayLetter:
    """A letter that sets the last day of a report, as somebody typed it."""

    number: str
    """Its number."""
    dated: date | None = None
    """Its date; None where nobody says."""
    day: date | str = ""
    """The last day in time of one period, or of every year: "11-30", "+1 01-14"."""
    before_half: bool = field(default=False)
    """Whether it means a day by which less than half of the period is over."""


@frozen
class MovedReport:
    """How one report stands before and after its day is set: its place was taken by nothing, or took none, where one of them is None."""

    before: Occurrence | None
    after: Occurrence | None

    @property
    def turns_late(self) -> bool:
        """Whether a report that was sent in time would be a late one."""
        return self.before is not None and self.after is not None and self.after.state == "late" and self.before.state == "on_time"

    @property
    def turns_overdue(self) -> bool:
        """Whether a report that is not overdue would be."""
        return self.after is not None and self.after.state == "overdue" and (self.before is None or self.before.state != "overdue")


@frozen
class DayOutlook:
    """What setting a last day changes, before it is written."""

    plan: Plan
    """The plan as it is."""
    duty: Duty
    """The report."""
    day: SetDay
    """The day and its letter."""
    moved: tuple[MovedReport, ...]
    """The reports that change."""
    already: SetDay | None = None
    """The letter that set just this day before; None where none did."""

    @property
    def slot(self) -> str:
        """Where the day stands among what is settled for the plan."""
        period = self.day.period
        return f"{DEADLINES}/{self.duty.id}/{EVERY_YEAR if period is None else key_of(period.id, self.day.unit)}"


def question_of_day(plan: Plan, duty: Duty) -> OpenQuestion | None:
    """Return the open question about the day of a duty that the document leaves undated: its answer and a day set from now on are one fact."""
    return next((item for item in plan.questions if (item.about, item.answer_type) == (f"duty:{duty.id}", "month_day")), None)


def look_at_day(workspace: Workspace, plan: Plan, duty: Duty, letter: DayLetter, period: str = "", unit: str = "") -> DayOutlook:
    """Return what a last day changes that a letter sets, judged today before and after; nothing is written.

    Raises:
        BadData: where the letter contradicts itself, the report, today, or another letter on the same report.
        UnknownName: where the unit does not owe the report.
    """
    check_letter(workspace, duty, letter)
    span = duty.parse(period, plan.window) if period else None
    day = SetDay(
        letter.day,
        *(clean(" ".join(letter.number.split())), letter.dated, span, _unit(plan, duty, unit) if unit else None),
        since=None if span is not None else letter.dated or workspace.day,
    )
    if span is None:
        _fits_every_year(plan, duty, day, unit)
    else:
        _fits_period(workspace, plan, duty, day, span, before_half=letter.before_half)
    already = _same_letter(plan, duty, day)
    outlook = DayOutlook(plan, duty, day, (), already)
    if already is not None:
        return outlook
    written = written_value(written_day(day))
    after = workspace.with_file(with_answer(workspace.file, plan.id, outlook.slot, written))
    moved = _moved(_judged(workspace, plan.id).deadlines, _judged(after, plan.id).deadlines, duty.id)
    if span is not None and not any(item.after is not None for item in moved) and not _owed_already(workspace, plan, duty, span, day.unit):
        nobody = N_("'{report}' is not owed for {period}.")
        periods = tuple(dict.fromkeys(one for one, _day in due_periods(plan, duty, workspace.file.calendar)))
        hint = Message.of(N_("It is owed for: {periods}."), periods=periods) if periods else None
        raise BadData(nobody, hint, report=duty.called, period=span)
    return DayOutlook(plan, duty, day, moved)


def as_answer(workspace: Workspace, plan: Plan, duty: Duty, letter: DayLetter, question: OpenQuestion) -> Answer:
    """Return the answer to the question of an undated duty that a letter gives, setting its day from now on.

    It is one fact with `monitor answer`, and stands in one place. `BadData` as `look_at_day`.
    """
    check_letter(workspace, duty, letter)
    number, cited = clean(" ".join(letter.number.split())), letter.dated
    named = f"{number} ngày {written_date(cited, 'vi')}" if cited is not None else number
    answer = Answer(str(letter.day), named, cited or workspace.day)
    _check_window(plan, duty, SetDay(str(letter.day)))
    before = settings_of(workspace.file, plan).answers.get(question.id)
    if before is not None and before.value != answer.value:
        first = N_("The day of this report was set already: {day}, by {number}.")
        by = before.document or Message.of(N_("no document named"))
        raise BadData(first, Hint.of("take-back-day"), day=_written(str(before.value)), number=by)
    return before or answer


def set_day(workspace: Workspace, outlook: DayOutlook) -> AnswerGiven:
    """Write a last day into `monitor.toml`, and record that and what it replaces, so that it can be taken back: both, or neither."""
    plan, slot = outlook.plan.id, outlook.slot
    given = AnswerGiven(plan, slot, written_answer(workspace.file, plan, slot), written_value(written_day(outlook.day)), workspace.person)
    with restored_on_failure(workspace.file), workspace.database().writing() as held:
        given = held.add(given, workspace.begin(held, "deadline"))
        write_answer(workspace.file, plan, slot, given.value_after)
    return given


def check_letter(workspace: Workspace, duty: Duty, letter: DayLetter) -> None:
    """Raise `BadData` where a letter is none, comes after today, asks for a day before its own, or for one of a report that cases make due."""
    if duty.kind == "on_event":
        raise BadData(N_("'{report}' is due when a case occurs; no letter sets its day."), report=duty.called)
    if not letter.number.strip():
        raise BadData(N_("The number of the letter that sets the day is wanted."))
    if letter.dated is not None and letter.dated > workspace.day:
        raise BadData(N_("The letter of {dated} lies after today."), dated=letter.dated)
    if not isinstance(letter.day, date):
        return
    if letter.dated is not None and letter.day < letter.dated:
        before = N_("The last day {day} lies before the date of the letter that sets it, {dated}.")
        raise BadData(before, day=letter.day, dated=letter.dated)
    if not workspace.file.calendar.knows(letter.day):
        raise BadData(N_("The public holidays of {year} are not known."), year=str(letter.day.year))


def _fits_every_year(plan: Plan, duty: Duty, set_: SetDay, unit: str) -> None:
    day = str(set_.last_day)
    if duty.kind == "ad_hoc":
        once = N_("'{report}' is asked for once by each letter: say on what it reports.")
        raise BadData(once, Hint.of("say-period"), report=duty.called)
    if unit:
        raise BadData(N_("A day of one unit is set for one period."), Hint.of("say-period"))
    if is_several_a_year(duty.period):
        several = N_("'{report}' has several periods a year, and one day of every year dates none of them.")
        raise BadData(several, Hint.of("say-period"), report=duty.called)
    if lies_early(day, duty.period):
        which = N_("The day {day} lies in the first half of the year: is it of the year reported on, or of the year after?")
        raise BadData(which, Hint.of("say-which-year"), day=_written(day))
    _check_window(plan, duty, set_)


def _check_window(plan: Plan, duty: Duty, set_: SetDay) -> None:
    """Raise `BadData` where a day of every year lies before what the report is on begins."""
    for period in (one for year in plan.years() for one in duty.periods(year, plan.window)):
        if set_.day_for(period) < period.start:
            before = N_("The last day {day} lies before {period} begins ({start}).")
            raise BadData(before, Hint.of("say-which-year"), day=set_.day_for(period), period=period, start=period.start)


def _fits_period(workspace: Workspace, plan: Plan, duty: Duty, day: SetDay, span: Period, *, before_half: bool) -> None:
    last = day.day_for(span)
    if last < span.start:
        before = N_("The last day {day} lies before {period} begins ({start}).")
        raise BadData(before, day=last, period=span, start=span.start)
    if 2 * ((last - span.start).days + 1) < span.days and not before_half:
        early = N_("By {day} less than half of {period} is over, which ends on {end}. Which day does the letter mean?")
        raise BadData(early, Hint.of("confirm-early-day"), day=last, period=span, end=span.end)
    if duty.kind == "ad_hoc":
        if span.end < plan.start:
            raise BadData(N_("{period} ended before the plan began ({start})."), period=span, start=plan.start)
        return
    own = [one for year in plan.years() for one in duty.periods(year, plan.window) if one.end >= plan.start]
    if span not in own:
        wrong = N_("'{report}' is not owed for {period}.")
        raise BadData(wrong, Message.of(N_("It is owed for: {periods}."), periods=tuple(own) or ("…",)), report=duty.called, period=span)


def _unit(plan: Plan, duty: Duty, name: str) -> str:
    """Return the id of the unit that owes a report and goes by a name."""
    owing = [unit_named(unit) for one in duty.reporters if (unit := plan.unit(one)) is not None]
    found = find(name, owing)
    if not found:
        raise UnknownName(N_("Unit '{unit}' does not owe '{report}'."), offer(name, owing), unit=name, report=duty.called)
    if len(found) > 1:
        several = N_("'{report}' is owed by several units: {units}.")
        raise BadData(several, Hint.of("say-unit"), report=duty.called, units=listed(found))
    return found[0].id


def _same_letter(plan: Plan, duty: Duty, day: SetDay) -> SetDay | None:
    """Return the letter that set just this day before; `BadData` where one set another day for the same report."""
    for other in plan.deadlines.get(duty.id, ()):
        if other.period != day.period or (other.unit != day.unit and None not in {other.unit, day.unit}):
            continue
        if other.last_day == day.last_day:
            return other
        first = N_("The day of this report was set already: {day}, by {number}.")
        named = Message.of(N_("{number} of {day}"), number=other.document, day=other.dated) if other.document and other.dated else other.document
        raise BadData(first, Hint.of("take-back-day"), day=_written(other.last_day), number=named or Message.of(N_("no document named")))
    return None


def _written(day: date | str) -> date | str:
    return day if isinstance(day, date) else "/".join(reversed(parted(day)[0].split("-")))


def _judged(workspace: Workspace, plan: str) -> JudgedPlan:
    found = next(one for one in workspace.followed() if one.id == plan)
    return judge_plan(found, known_by_place(workspace, None)[workspace.place_of(found)], workspace.day)


def _moved(before: Sequence[Occurrence], after: Sequence[Occurrence], duty: str) -> tuple[MovedReport, ...]:
    """Return the reports of a duty whose last day or state changes, those that have a period."""
    was, becomes = (
        {(item.unit, item.period): item for item in items if item.duty.id == duty and item.period is not None} for items in (before, after)
    )
    pairs = [MovedReport(was.get(key), becomes.get(key)) for key in dict.fromkeys([*was, *becomes])]
    return tuple(pair for pair in pairs if _told(pair.before) != _told(pair.after))


def _told(item: Occurrence | None) -> tuple[object, ...] | None:
    return None if item is None else (item.last_day, item.state, item.late_days, item.set_by is None)


def _owed_already(workspace: Workspace, plan: Plan, duty: Duty, span: Period, unit: str | None) -> bool:
    """Return whether the report is owed by that very day without the letter."""
    reports = _judged(workspace, plan.id).deadlines
    return any(item.duty.id == duty.id and item.period == span and unit in {None, item.unit} for item in reports)
