"""Units and their tasks, as the section on organisation names them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen
from planmonitor.names import slug, unlike
from planmonitor.planfile.writing import NOTES, Entry
from planmonitor.plantext.roles import role_of

from planmonitor_exchange.plan_text.claims import Claim
from planmonitor_exchange.plan_text.structure import TextPart
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

_REQUEST = re.compile(r"(?:Đề nghị|Yêu cầu|Giao) ")
_GROUP = re.compile(r"(?i:(?<!\w)các(?!\w))")
_OFFICES = re.compile(r"(?:^|, |; | và )(?=Phòng |Trung tâm |Hội |Đoàn |Liên đoàn |Công an |Trạm |Sở |Ủy ban |UBND )")
_LONGEST_NAME = 200
_NO_ROLE = N_("The first words do not say the unit's role; 'implement' is a guess, correct it where it is wrong: {tasks}")


@frozen
class Units:
    """The units of a plan."""

    units: tuple[Entry, ...]
    """The units with their tasks."""
    claims: tuple[Claim, ...]
    """Which figures their tasks hold."""
    at: Mapping[int, str]
    """Id of the unit whose task each paragraph is, by number of the paragraph."""


def units_of(parts: Sequence[TextPart], say: Speaker) -> Units:
    """Return the units of a text: each numbered heading of the section on organisation, with the tasks printed below it."""
    units: list[Entry] = []
    claims: list[Claim] = []
    at: dict[int, str] = {}
    for heading, below in _blocks(parts):
        name, requested, first = _name_and_first_task(heading)
        unit_id = unlike(slug(name) or "unit", {unit["id"] for unit in units})
        tasks = [
            _task(part, begin, requested=requested)
            for part, begin in [*([(heading, first)] if first else []), *((part, part.body) for part in below)]
        ]
        members = True if _GROUP.search(name) else None
        units.append({NOTES: _notes(name, tasks, say), "id": unit_id, "name": name, "members": members, "tasks": _by_section(tasks)})
        for part in (heading, *below):
            at[part.index] = unit_id
            claims.append(Claim(part.index, part.body, len(part.text), "unit", f"units {unit_id}"))
    return Units(tuple(units), tuple(claims), at)


def _blocks(parts: Sequence[TextPart]) -> Iterator[tuple[TextPart, list[TextPart]]]:
    """Yield each heading that names a unit, and the paragraphs of its tasks."""
    inside = [part for part in parts if part.role == "organisation" and part.level > 1 and not part.heads]
    level = min((part.level for part in inside if part.mark), default=0)
    heading: TextPart | None = None
    below: list[TextPart] = []
    for part in inside:
        if part.mark and part.level == level:
            if heading is not None:
                yield heading, below
            heading, below = part, []
        else:
            below.append(part)
    if heading is not None:
        yield heading, below


def _name_and_first_task(heading: TextPart) -> tuple[str, bool, int]:
    """Return a unit's name, whether the document only asks it, and where its first task begins behind "name: task" (0 where none does)."""
    words = heading.words
    request = _REQUEST.match(words)
    name, colon, task = words.partition(":")
    if not colon and len(words) > _LONGEST_NAME:
        name, _comma, task = words.partition(",")
    begin = len(heading.text) - len(task.lstrip()) if task.strip() else 0
    name = name[request.end() :] if request else name
    return re.sub(r"\d+$|[⁰¹²³⁴-⁹]+$", "", name.strip(" .;")).strip(), request is not None, begin


@frozen
class _Task:
    """One task, and the role that its first words, or a request, give the unit; "" where a person has to say."""

    text: str
    section: str
    role: str


def _task(part: TextPart, begin: int, *, requested: bool) -> _Task:
    text = part.text[begin:].rstrip().removesuffix("./.")
    read = role_of(text)
    role = read.role if read is not None else ""
    return _Task(text, part.section, "requested" if requested and role in {"", "implement"} else role)


def _by_section(tasks: Sequence[_Task]) -> dict[str, tuple[str | Entry, ...]]:
    """Return tasks as a file has them; one of which the first words say nothing is taken as carried out, and asked about above the unit."""
    found: dict[str, tuple[str | Entry, ...]] = {}
    for task in tasks:
        read = role_of(task.text)
        written = task.text if read is not None and read.role == task.role else {"text": task.text, "role": task.role or "implement"}
        found[task.section] = (*found.get(task.section, ()), written)
    return found


def _notes(name: str, tasks: Sequence[_Task], say: Speaker) -> tuple[str, ...]:
    notes = []
    if len(_OFFICES.findall(name)) > 1:
        notes.append(say(N_("Several units under one heading: does each report by itself? Then write them one by one.")))
    if not tasks:
        notes.append(say(N_("No task is printed below this heading.")))
    if unsaid := tuple(" ".join(task.text.split()[:6]) for task in tasks if not task.role):
        notes.append(say(_NO_ROLE, tasks=unsaid))
    return tuple(notes)


def budget_of(parts: Sequence[TextPart]) -> tuple[tuple[Entry, ...], tuple[Claim, ...]]:
    """Return the sentences of the section on money, and which figures they hold."""
    lines = [part for part in parts if part.role == "budget" and not part.heads and part.level > 1]
    sources = tuple({"section": part.section, "clause": part.words} for part in lines)
    return sources, tuple(Claim(part.index, part.body, len(part.text), "budget", f"budget, {part.section}") for part in lines)
