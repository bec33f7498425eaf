"""The first part of a report: how many lines stand how, the target lines one by one, the tasks in figures under the headings of the plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import groupby

from planmonitor.assessment.results import STATUSES
from planmonitor.workspace.report_lines import ReportLine
from planmonitor.workspace.reporting import PeriodReport, PlanReport

from planmonitor_exchange.report.document import Block, Heading, Point, ReportParagraph, ReportSentence
from planmonitor_exchange.report.narrative import written
from planmonitor_exchange.report.sentences import lacks_base, latest_of, sentence, until_of
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_
from planmonitor_exchange.speaking.values import running
from planmonitor_exchange.speaking.vocabulary import STATUS

LETTERS = "abcdđeghiklmnopqrstuvxy"
"""The letters of points (Decree 30/2020: in the order of the Vietnamese alphabet)."""


_OWN_WORDS = ("Có ", "Không ")
"""How sentences begin whose first word is no name: it may go on in small letters behind a colon."""


def letter(number: int) -> str:
    """Return the letter of a point, counted from 0: "a", "b", "c", "d", "đ", "e"; behind "y" comes "aa"."""
    turn, place = divmod(number, len(LETTERS))
    return letter(turn - 1) + LETTERS[place] if turn else LETTERS[place]


def points(told: Iterable[Sequence[ReportSentence]]) -> Iterator[Point]:
    """Yield sentences as lettered points."""
    for number, sentences in enumerate(told):
        yield Point(letter(number), tuple(sentences))


def results(report: PeriodReport, until: date | None, say: Speaker) -> Iterator[Block]:
    """Yield the part on what was reached; `until` is the day to which most figures run."""
    yield Heading(1, say(N_("I. RESULTS")))
    yield Heading(2, say(N_("1. Overall")))
    told = [(overall(one, report, until, say),) for one in report.plans]
    if len(told) == 1:
        yield ReportParagraph(told[0])
        yield from _of_plan(report.plans[0], until, say, 2, ("2. ", "3. "))
        return
    yield from points(told)
    for number, one in enumerate(report.plans, 2):
        yield Heading(2, f"{number}. {say.value(one.plan.called)}")
        yield from _of_plan(one, until, say, 3, (f"{number}.1. ", f"{number}.2. "))


def overall(one: PlanReport, report: PeriodReport, until: date | None, say: Speaker) -> ReportSentence:
    """Return how many target lines of a plan stand how, and up to which day its figures run."""
    several = say(N_("{plan}: "), plan=one.plan.called) if len(report.plans) > 1 else ""
    lines = [line for line in one.lines if line.measure.scope == "target"]
    counted = [value for line in one.lines if (value := latest_of(line)) is not None]
    if not counted:
        return ReportSentence(several + say(N_("no figure of {period} is recorded."), period=one.period))
    estimated = any(value.state == "estimated" for value in counted)
    days = say(N_("by {until} (estimates)") if estimated else N_("by {until}"), until=until_of(one.lines, report.day) or until or report.day)
    if report.unit or not lines:
        there, asked = sum(line.value is not None for line in one.lines), len(one.lines)
        return ReportSentence(several + say(N_("{days}, {there} of {asked} figures are there."), days=days, there=str(there), asked=str(asked)))
    stand = Counter(_status(of_line, one, say) for _code, of_line in groupby(lines, lambda line: line.line.code))
    told = "; ".join(say(N_("{count} {status}"), count=say.counted(count), status=status) for (_order, status), count in sorted(stand.items()))
    total = say.counted(sum(stand.values()))
    ids = tuple(line.judged.id for line in lines)
    return ReportSentence(several + say(N_("{days}, of {count} target lines: {told}."), days=days, count=total, told=told), ids)


def _status(of_line: Iterable[ReportLine], one: PlanReport, say: Speaker) -> tuple[int, str]:
    """Return how a target line stands in a word, behind its place among all; met while its window is open, or by an estimate, is met so far."""
    measures = list(of_line)
    code = measures[0].line.code
    status = next(line.status for line in one.checked.judged.indicators if line.indicator.code == code)
    early = status == "met" and any(line.judged.interim for line in measures)
    estimated = status == "met" and any(line.judged.estimated for line in measures)
    baseless = status == "trend_only" and any(map(lacks_base, measures))
    told = (estimated, N_("Met by estimate")), (early, N_("Met so far")), (baseless, N_("Nothing to compare with yet")), (True, STATUS[status])
    return STATUSES.index(status), running(say(next(words for holds, words in told if holds)))


def _of_plan(one: PlanReport, until: date | None, say: Speaker, level: int, numbers: tuple[str, str]) -> Iterator[Block]:
    """Yield what a plan has: its target lines as points, its tasks under their headings, and what people wrote was done."""
    targets = [line for line in one.lines if line.measure.scope == "target" or (line.measure.scope == "orientation" and line.value is not None)]
    tasks = [line for line in one.lines if line.measure.scope == "task"]
    if targets:
        yield Heading(level, numbers[0] + say(N_("Results of the targets")))
        judged = [line for line in targets if line.judged.status != "not_assessed"]
        yield from points([[sentence(line, until, say) for line in of_line] for _code, of_line in groupby(judged, lambda line: line.line.code)])
        if len(judged) < len(targets):
            ids = tuple(line.judged.id for line in targets if line not in judged)
            said = N_("{count} measures are not assessed in the year {year}; their figures stand in the annex, for reference.")
            yield ReportParagraph((ReportSentence(say(said, count=say.counted(len(ids)), year=str(one.period.year)), ids),))
    yield Heading(level, numbers[1 if targets else 0] + say(N_("Tasks carried out")))
    yield from _tasks(one, tasks, until, say)
    yield from written(one, "done", say(N_("what was done")), say)


def _tasks(one: PlanReport, tasks: Sequence[ReportLine], until: date | None, say: Speaker) -> Iterator[Block]:
    """Yield the tasks of which there are figures, under the headings of the plan; those without are named in the annex."""
    there = [line for line in tasks if line.value is not None and line.judged.status != "not_assessed"]
    headed: dict[str, list[ReportLine]] = {}
    for line in there:
        section = one.plan.section_of(line.measure.source.section)
        headed.setdefault(section.heading if section is not None else "", []).append(line)
    without = headed.pop("", [])
    told = [_under(heading, [sentence(line, until, say) for line in lines]) for heading, lines in headed.items()]
    yield from points([*told, *([sentence(line, until, say)] for line in without)])


def _under(heading: str, told: Sequence[ReportSentence]) -> list[ReportSentence]:
    """Return sentences behind a heading of the plan, in whose line the first goes on: "Công tác tuyên truyền: có 24 buổi …"."""
    named = heading.rstrip(".: ")
    first, *others = told
    text = running(first.text) if first.text.startswith(_OWN_WORDS) else first.text
    return [ReportSentence(f"{named.capitalize() if named.isupper() else named}: {text}", first.measures), *others]
