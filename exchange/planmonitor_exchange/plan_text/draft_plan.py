"""A local plan before a person has read it: what was found, what is still open, and the file that asks for it.

`adopt` and `scan` both end here. What is not known is written as a line that is commented out, with the question beside it,
so that the file can be read at once and `monitor plans check` names what is still missing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from decimal import Decimal

from attrs import frozen

from planmonitor_exchange.speaking.paragraphs import wrapped
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

Value = str | int | Decimal | date | bool | tuple[str, ...] | tuple[int, ...]


@frozen
class Open:
    """A value that a person has to find.

    Attributes:
        ask: What to write there, as a sentence; "" where the line above has asked already.
        example: How such a value is written, or what was found and not decided.
    """

    ask: str
    example: Value = ""


Field = Value | Open | None


@frozen
class DraftMeasure:
    """One measure of a draft; None leaves a field out, `Open` asks for it.

    Attributes:
        code: Its code.
        label: What is measured.
        adopts: Full id of a programme's measure whose definition and source it takes over.
        definition: Key of a shared definition, or the fields of one of its own.
        comparator: The comparison.
        value: The bar.
        upper: The far end of a range.
        kind: The target's own kind.
        worse: For "maintain", which way is worse.
        same_period: Whether it is held against the same period of the year before.
        baseline: Fields of the base figure.
        milestones: Fields of each bar on the way.
        due: Last day to reach it.
        assessed_years: The years in which it is judged.
        scope: "target", "orientation" or "task".
        modality: "phấn đấu" and the like.
        wording: The words that decide the comparator.
        section: Where it stands.
        clause: The sentence as printed.
        responsible: Fields of each responsibility: unit, role, part, reports.
        notes: Questions and remarks written above it.
    """

    code: str
    label: Field
    adopts: Field = None
    definition: str | Open | Mapping[str, Field] | None = None
    comparator: Field = None
    value: Field = None
    upper: Field = None
    kind: Field = None
    worse: Field = None
    same_period: Field = None
    baseline: Mapping[str, Field] | None = None
    milestones: tuple[Mapping[str, Field], ...] = ()
    due: Field = None
    assessed_years: Field = None
    scope: Field = None
    modality: Field = None
    wording: Field = None
    section: Field = None
    clause: Field = None
    responsible: tuple[Mapping[str, Field], ...] = ()
    notes: tuple[str, ...] = ()


@frozen
class DraftIndicator:
    """One target line of a draft: code, objective's code, the line as printed, its measures, remarks."""

    code: str
    objective: str
    text: str
    measures: tuple[DraftMeasure, ...]
    notes: tuple[str, ...] = ()


@frozen
class DraftUnit:
    """One unit of a draft: id, name, whether it is a group, tasks (text, section, role), remarks."""

    id: str
    name: str
    members: bool = False
    tasks: tuple[Mapping[str, Field], ...] = ()
    notes: tuple[str, ...] = ()


@frozen
class DraftPlan:
    """A local plan before a person has read it.

    Attributes:
        title: What it is called.
        programme: Id of the programme it carries out, or None.
        start: First day of its period.
        end: Last day of its period.
        place: Fields of the place: level, name, code, within.
        document: Fields of the document: number, issued, issuer, implements.
        objectives: Code and text of each objective.
        indicators: Its target lines.
        units: Its units.
        duties: Fields of each reporting duty.
        budget: Section and clause of each source of money.
        heading: Sentences at the top of the file.
        remarks: Sentences at its end: what was left over.
        duty_notes: Questions and remarks written above the duties.
        window: Its data window, or None for the program's default.
        examples: Blocks of lines that show how a part is written, kept behind '#'.
    """

    title: Field
    programme: Field
    start: Field
    end: Field
    place: Mapping[str, Field]
    document: Mapping[str, Field]
    objectives: tuple[tuple[str, str], ...]
    indicators: tuple[DraftIndicator, ...]
    units: tuple[DraftUnit, ...] = ()
    duties: tuple[Mapping[str, Field], ...] = ()
    budget: tuple[Mapping[str, Field], ...] = ()
    heading: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()
    duty_notes: tuple[str, ...] = ()
    window: Field = None
    examples: tuple[tuple[str, ...], ...] = ()


def draft_text(draft: DraftPlan, say: Speaker) -> str:
    """Return the text of the file; what stays open stands there commented out, with what to write."""
    blocks = [
        _comments(draft.heading),
        [*_comments([say(N_("Remove the line below once a person has compared the whole file with the document."))]), "draft = true"],
        _lines({"title": draft.title, "programme": draft.programme, "start": draft.start, "end": draft.end, "window": draft.window}),
        ["[place]", *_lines(draft.place)],
        ["[document]", *_lines(draft.document)],
        *(["[[objectives]]", *_lines({"code": code, "text": text})] for code, text in draft.objectives),
        *(block for indicator in draft.indicators for block in _indicator_blocks(indicator)),
        *(block for unit in draft.units for block in _unit_blocks(unit)),
        _comments(draft.duty_notes),
        *(["[[duties]]", *_lines(duty)] for duty in draft.duties),
        *(["[[budget]]", *_lines(source)] for source in draft.budget),
        *([f"# {line}" for line in block] for block in draft.examples),
        _comments(draft.remarks),
    ]
    return "\n\n".join("\n".join(block) for block in blocks if block) + "\n"


def _indicator_blocks(indicator: DraftIndicator) -> Iterator[list[str]]:
    fields = {"code": indicator.code, "objective": indicator.objective, "text": indicator.text}
    yield [*_comments(indicator.notes), "[[indicators]]", *_lines(fields)]
    for measure in indicator.measures:
        yield from _measure_blocks(measure)


def _measure_blocks(measure: DraftMeasure) -> Iterator[list[str]]:
    own = measure.definition if isinstance(measure.definition, Mapping) else None
    fields: dict[str, Field] = {
        "code": measure.code,
        "label": measure.label,
        "adopts": measure.adopts,
        "definition": None if isinstance(measure.definition, Mapping) else measure.definition,
        "comparator": measure.comparator,
        "value": measure.value,
        "upper": measure.upper,
        "kind": measure.kind,
        "worse": measure.worse,
        "same_period": measure.same_period,
        "due": measure.due,
        "assessed_years": measure.assessed_years,
        "scope": measure.scope,
        "modality": measure.modality,
        "wording": measure.wording,
        "section": measure.section,
        "clause": measure.clause,
    }
    yield [*_comments(measure.notes), "[[indicators.measures]]", *_lines(fields)]
    if own is not None:
        yield ["[indicators.measures.definition]", *_lines(own)]
    if measure.baseline is not None:
        yield ["[indicators.measures.baseline]", *_lines(measure.baseline)]
    for milestone in measure.milestones:
        yield ["[[indicators.measures.milestones]]", *_lines(milestone)]
    for share in measure.responsible:
        yield ["[[indicators.measures.responsible]]", *_lines(share)]


def _unit_blocks(unit: DraftUnit) -> Iterator[list[str]]:
    fields: dict[str, Field] = {"id": unit.id, "name": unit.name, "members": unit.members or None}
    yield [*_comments(unit.notes), "[[units]]", *_lines(fields)]
    for task in unit.tasks:
        yield ["[[units.tasks]]", *_lines(task)]


def _lines(fields: Mapping[str, Field]) -> list[str]:
    return [line for key, value in fields.items() if value is not None for line in _line(key, value)]


def _line(key: str, value: Value | Open) -> list[str]:
    if isinstance(value, Open):
        return [*_comments([value.ask] if value.ask else []), f"# {key} = {_written(value.example)}"]
    return [f"{key} = {_written(value)}"]


def _written(value: Value) -> str:
    """Return a value as TOML has it; figures keep their digits."""
    import tomlkit

    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, tuple):
        return "[" + ", ".join(_written(item) for item in value) + "]"
    return tomlkit.item(value).as_string()


def _comments(sentences: Iterable[str]) -> list[str]:
    """Return sentences as comment lines; line ends inside them cannot break out of the comment."""
    return [line for sentence in sentences for line in wrapped(" ".join(sentence.split()), "# ", "# ").splitlines()]
