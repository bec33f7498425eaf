"""Units and their tasks, as the section on organisation names them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen
from planmonitor.names import slug, unlike
from planmonitor.planfile.writing import NOTES, Entry

from planmonitor_exchange.plan_text.claims import Claim
from planmonitor_exchange.plan_text.structure import TextPart
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

_REQUEST = re.compile(r"(?:Đề nghị|Yêu cầu|Giao) ")
_GROUP = re.compile(r"(?i:(?<!\w)các(?!\w))")
_ROLES = (
    ("standing", re.compile(r"(?i:là cơ quan thường trực)")),
    ("lead", re.compile(r"(?i:chủ trì)")),
    ("advise", re.compile(r"(?i:tham mưu)")),
    ("coordinate", re.compile(r"(?i:phối hợp)")),
    ("supervise", re.compile(r"(?i:giám sát)")),
)
_OFFICES = re.compile(r"(?:^|, |; | và )(?=Phòng |Trung tâm |Hội |Đoàn |Liên đoàn |Công an |Trạm |Sở |Ủy ban |UBND )")
_LONGEST_NAME = 200


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
        units.append({NOTES: _notes(name, tasks, say), "id": unit_id, "name": name, "members": members, "tasks": tuple(tasks)})
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


def _task(part: TextPart, begin: int, *, requested: bool) -> Entry:
    text = part.text[begin:].rstrip()
    return {"text": text.removesuffix("./."), "section": part.section, "role": _role(text, requested=requested)}


def _role(task: str, *, requested: bool) -> str:
    """Return the role that the first of these words in a task gives its unit; it is a draft, and several may apply."""
    found = [(match.start(), role) for role, pattern in _ROLES if (match := pattern.search(task))]
    role = min(found)[1] if found else "implement"
    return "requested" if requested and role == "implement" else role


def _notes(name: str, tasks: Sequence[Entry], say: Speaker) -> tuple[str, ...]:
    notes = []
    if len(_OFFICES.findall(name)) > 1:
        notes.append(say(N_("Several units under one heading: does each report by itself? Then write them one by one.")))
    if not tasks:
        notes.append(say(N_("No task is printed below this heading.")))
    return tuple(notes)


def budget_of(parts: Sequence[TextPart]) -> tuple[tuple[Entry, ...], tuple[Claim, ...]]:
    """Return the sentences of the section on money, and which figures they hold."""
    lines = [part for part in parts if part.role == "budget" and not part.heads and part.level > 1]
    sources = tuple({"section": part.section, "clause": part.words} for part in lines)
    return sources, tuple(Claim(part.index, part.body, len(part.text), "budget", f"budget, {part.section}") for part in lines)
