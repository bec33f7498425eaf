"""Open questions on the screen: what waits for an answer, many alike in one table, and what was answered."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby

from planmonitor import Duty, Measure, OpenQuestion, Plan
from planmonitor.assessment.needed import Decided, Needed
from planmonitor.workspace.answering import Questions
from planmonitor_exchange.machine.rows import Row
from planmonitor_exchange.speaking.answers import PLACES, answer_in_words, how_to_answer
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.layout import width, wrapped
from planmonitor_cli.output import table
from planmonitor_cli.screens.attention import plan_name

ALIKE = {
    ("measure", "units"): N_("Which unit supplies the figure of each of these?"),
    ("baseline", "number"): N_("Against which year is each of these held?"),
    ("maximum", "number"): N_("How many points is the full score of each of these?"),
}
"""Questions that a plan asks of many measures in the same words, by what they are about and what they take."""
HEADERS = (N_("Plan"), N_("Question"), N_("What is asked"), N_("Needed for"), N_("In use"), N_("Answer"), N_("Document"))

Told = Callable[[OpenQuestion], Iterable[str]]
"""What is said below a question."""


def questions_screen(found: Sequence[Questions], say: Speaker, *, everything: bool) -> Iterator[str]:
    """Yield the lines of the screen: by plan what is needed now, and with `everything` the rest and what was answered."""
    needed, others = sum(len(item.needed) for item in found), sum(len(item.others) for item in found)
    yield wrapped(waiting_line(needed, others, say, full=False))
    for of_plan in found:
        why = {item.question.id: item for item in of_plan.needed}
        plan = of_plan.checked.judged.plan
        yield from _of_plan(plan, [item.question for item in of_plan.needed], partial(_why, why, say), say)
    if everything and others:
        yield from ("", say(N_("QUESTIONS THAT CAN WAIT")))
        for of_plan in found:
            yield from _of_plan(of_plan.checked.judged.plan, of_plan.others, partial(_in_use, of_plan, say), say)
    if everything and any(item.answers for item in found):
        yield from ("", say(N_("ANSWERED")))
        for of_plan in found:
            yield from _answered(of_plan, say)
    if not everything and others:
        yield from ("", say(N_("The others: monitor questions --all")))


def waiting_line(needed: int, others: int, say: Speaker, *, full: bool = True) -> str:
    """Return how many questions are needed now and how many can wait; `full` with the command that lists them, unbroken."""
    if needed:
        said = say(
            N_("Open questions to answer before all can be judged and dated: {needed} (others: {others})"),
            needed=needed,
            others=others,
        )
        return _with_command(said, "monitor questions") if full else f"{said}."
    if others:
        said = say(N_("Open questions of the documents, none of which has to be answered now: {others}"), others=say.counted(others))
        return _with_command(said, "monitor questions --all") if full else f"{said}."
    return say(N_("No question of the documents is open."))


def _with_command(said: str, command: str) -> str:
    line = f"{said}: {command}"
    return line if len(line) <= width() else f"{wrapped(f'{said}:')}\n{command}"


def _of_plan(plan: Plan, questions: Sequence[OpenQuestion], told: Told, say: Speaker) -> Iterator[str]:
    """Yield the questions of one plan, those that ask the same of many measures as one table."""
    if questions:
        yield from ("", plan_name(plan, say))
    for alike, group in groupby(sorted(questions, key=_alike), key=_alike):
        items = list(group)
        if alike == ("", "") or len(items) == 1:
            for question in items:
                yield from _alone(plan, question, told, say)
        else:
            yield wrapped(say(ALIKE[alike]), "- ", "  ")
            shared = [line for line in told(items[0]) if all(line in tuple(told(other)) for other in items)]
            yield from (wrapped(line, "  ", "    ") for line in shared)
            code = say(N_("QUESTION"))
            yield _command(f"monitor answer {plan.id}/{code} {say(PLACES[items[0].answer_type])}", say)
            yield _table(plan, items, say)


def _alone(plan: Plan, question: OpenQuestion, told: Told, say: Speaker) -> Iterator[str]:
    yield wrapped(say.value(question.text), "- ", "  ")
    yield from (wrapped(f"{choice.key}: {say.value(choice.label)}", "    ", "      ") for choice in question.choices)
    yield from (wrapped(line, "  ", "    ") for line in told(question))
    yield _command(how_to_answer(plan.id, question, say), say)


def _command(command: str, say: Speaker) -> str:
    """Return the line with the command that answers, unbroken, so that it can be copied."""
    return "  " + say(N_("Answer: {command}"), command=command)


def _alike(question: OpenQuestion) -> tuple[str, str]:
    """Return which many questions one is like; ("", ""), which comes first, where it stands alone."""
    key = (question.about.partition(":")[0], question.answer_type)
    return key if key in ALIKE else ("", "")


def _table(plan: Plan, questions: Sequence[OpenQuestion], say: Speaker) -> str:
    """Return questions that ask the same of many measures as one table, with the units that work on each where a unit is asked for."""
    measures = {measure.code: measure for measure in plan.measures}
    rows = []
    for question in questions:
        code = question.about.partition(":")[2]
        label = f"{code}. {say.value(measures[code].label)}" if code in measures else code
        rows.append((label, *_workers(plan, measures.get(code), question), question.id))
    who = (N_("Units that work on it"),) if questions[0].answer_type == "units" else ()
    return table(tuple(map(say, (N_("Measure"), *who, N_("Question")))), rows)


def _workers(plan: Plan, measure: Measure | None, question: OpenQuestion) -> tuple[str, ...]:
    """Return in one cell the names of the units that work on a measure; no cell where another thing is asked for."""
    if question.answer_type != "units":
        return ()
    named = (unit.name for share in (measure.responsible if measure else ()) if (unit := plan.unit(share.unit or "")) is not None)
    return ("; ".join(dict.fromkeys(named)),)


def _why(needed: Mapping[str, Needed], say: Speaker, question: OpenQuestion) -> Iterator[str]:
    yield say(N_("Needed to {purposes}"), purposes="; ".join(_purpose(item, question, say) for item in needed[question.id].decides))


def _purpose(item: Decided, question: OpenQuestion, say: Speaker) -> str:
    if isinstance(item, Measure):
        asked = N_("know who supplies {code}. {label}") if question.answer_type == "units" else N_("judge {code}. {label}")
        return say(asked, code=item.code, label=item.label)
    if isinstance(item, Duty):
        return say(N_("date the report: {report}"), report=item.called)
    return say(N_("check: {title}"), title=item.title)


def _in_use(of_plan: Questions, say: Speaker, question: OpenQuestion) -> Iterator[str]:
    if question.offered is not None:
        yield say(N_("In use until the place answers: {value}"), value=answer_in_words(question, question.offered, of_plan.checked.judged.plan, say))


def _answered(of_plan: Questions, say: Speaker) -> Iterator[str]:
    if of_plan.answers:
        plan = of_plan.checked.judged.plan
        yield from ("", plan_name(plan, say))
        for question, answer in of_plan.answers:
            yield wrapped(say.value(question.text), "- ", "  ")
            value = answer_in_words(question, answer.value, plan, say)
            said = say(N_("Answered: {value} ({document})"), value=value, document=answer.document or say(N_("no document named")))
            yield wrapped(said, "  ", "    ")
            yield "  " + say(N_("Question: {id}"), id=f"{plan.id}/{question.id}")


def question_rows(found: Sequence[Questions], say: Speaker, *, everything: bool) -> Iterator[Row]:
    """Yield one row for each question, for other programs."""
    for of_plan in found:
        plan, given = of_plan.checked.judged.plan, dict(of_plan.answers)
        why = {item.question.id: item for item in of_plan.needed}
        others = (*of_plan.others, *(item for item in given if item.id not in why)) if everything else ()
        for question in (*(item.question for item in of_plan.needed), *others):
            answer = given.get(question)
            yield (
                plan_name(plan, say),
                question.id,
                say.value(question.text),
                "; ".join(_purpose(item, question, say) for item in why[question.id].decides) if question.id in why else "",
                "" if question.offered is None else answer_in_words(question, question.offered, plan, say),
                "" if answer is None else answer_in_words(question, answer.value, plan, say),
                "" if answer is None else answer.document or "",
            )
