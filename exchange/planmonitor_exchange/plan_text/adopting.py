"""A local plan begun from a programme: all that the programme's plan says, for an officer to change."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from planmonitor import Definition, Measure, Place, Plan, Programme
from planmonitor.model.sources import Document
from planmonitor.planfile.shape import SOURCE
from planmonitor.planfile.writing import NOTES, Around, Entry, Noted, Open, entry_of, ids_of_acts

from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

UNIT_EXAMPLE: Entry = {
    "id": "phong-van-hoa-xa-hoi",
    "name": "Phòng Văn hóa - Xã hội",
    "tasks": {"mục IV.1": ("Chủ trì, phối hợp ...", {"text": "...", "role": "implement"})},
}
DUTY_EXAMPLE: Entry = {
    "id": "bao-cao-nam",
    "rule": "báo cáo năm trước ngày 25/11",
    "reporters": ("phong-van-hoa-xa-hoi",),
    "section": "mục V",
    "clause": "...",
}
Span = tuple[date, date]
"""The first and the last day of the place's plan."""

OF_THE_PLACE = ("title", "title_en", "short", "short_en", "document", "place", "start", "end", "sections")
"""What a programme's plan says of itself alone; all else a place takes over, and changes as its own document has it."""

ABOUT_THE_PLACE = "place"
"""Questions about this, such as whether the place has a plan of its own, are answered by the file itself."""


def adopted(
    programme: Programme,
    generic: Plan | None,
    place: Place,
    start: date,
    end: date,
    say: Speaker,
    shared: Mapping[str, Document] | None = None,
    own: Mapping[str, Document] | None = None,
) -> Entry:
    """Return a draft of a place's plan that carries out a programme.

    Args:
        programme: The programme.
        generic: Its plan for places without their own, which is taken over; None where it has none.
        place: The place, with its name.
        start: First day of the plan.
        end: Last day of the plan.
        say: The language of the questions in the file.
        shared: The acts that every plan of the programme can cite, by id.
        own: The acts that the file of the generic plan cites beside them, by id.
    """
    shared = {"programme": programme.document} if shared is None else shared
    taken = _from_plan(generic, (start, end), shared, own or {}, say) if generic else _from_definitions(programme, say)
    return {
        **taken,
        **_head(programme, place, start, end, say),
        NOTES: _heading(programme, generic, say),
        **({} if "units" in taken else {"units": Open("", (UNIT_EXAMPLE,))}),
        **({} if "duties" in taken else {"duties": Open("", (DUTY_EXAMPLE,))}),
    }


def _head(programme: Programme, place: Place, start: date, end: date, say: Speaker) -> dict[str, Any]:
    years = f"năm {start.year}" if start.year == end.year else f"giai đoạn {start.year}-{end.year}"
    return {
        "draft": Noted(True, say(N_("Remove the line below once a person has compared the whole file with the document.")), apart=True),
        "title": f"Kế hoạch thực hiện {programme.title.vi} tại {place.name}, {years}",
        "programme": programme.id,
        "start": start,
        "end": end,
        "place": {
            "level": place.level,
            "name": place.name,
            "code": place.code or Open(say(N_("What is its official code? Leading zeros count.")), "00000"),
            "within": place.within,
        },
        "document": {
            "issuer": f"UBND {place.name}",
            "number": Open(say(N_("Number of the document; left open it is shown as open.")), ".../KH-UBND"),
            "issued": Open(say(N_("Its date of issue.")), start),
            "implements": (programme.document.title.vi,),
        },
    }


def _heading(programme: Programme, generic: Plan | None, say: Speaker) -> tuple[str, ...]:
    said = [say(N_("A plan of the place itself, begun from: {programme}."), programme=programme.title)]
    if generic:
        said.append(
            say(
                N_("The bars are those of {document} for {start}-{end}: replace them by those of your own document, with section and clause."),
                document=generic.document.title,
                start=str(generic.start.year),
                end=str(generic.end.year),
            )
        )
    return (*said, say(N_("Delete what your plan does not have. Lines behind '#' are not read: they show what may be written.")))


def _from_plan(plan: Plan, span: Span, shared: Mapping[str, Document], own: Mapping[str, Document], say: Speaker) -> dict[str, Any]:
    """Return all that a plan says but for what every place decides itself; each sentence stays one of the act that prints it."""
    ids = ids_of_acts(plan, {act: name for name, act in (*own.items(), *shared.items())})
    entry = entry_of(plan, Around(documents=ids))
    taken = {key: value for key, value in entry.items() if key not in OF_THE_PLACE}
    taken["indicators"] = tuple(
        {
            **{key: value for key, value in written.items() if key not in SOURCE},
            "measures": tuple(_measure(plan, *pair, span, say) for pair in zip(line.measures, written["measures"], strict=True)),
        }
        for line, written in zip(plan.indicators, entry["indicators"], strict=True)
    )
    taken["questions"] = tuple(item for item in entry.get("questions", ()) if item["about"] != ABOUT_THE_PLACE)
    cited = set(_cited(taken))
    acts = tuple({"id": name, **entry_of(act, Around())} for act, name in ids.items() if name in cited and name not in shared)
    return {key: value for key, value in {**taken, "documents": acts}.items() if value != ()}


def _cited(value: Any) -> Iterator[str]:
    """Yield the ids of the acts that the sources of a table cite."""
    if isinstance(value, Mapping):
        for key, item in value.items():
            yield from (item,) if key == "document" else _cited(item)
    elif isinstance(value, tuple):
        yield from (name for item in value for name in _cited(item))


def _measure(plan: Plan, measure: Measure, written: Entry, span: Span, say: Speaker) -> Entry:
    """Return a measure that adopts the programme's; its sentence stands above it, that of the place is to be written."""
    taken = {key: value for key, value in written.items() if key not in {"label", "label_en", "definition", "targets", *SOURCE}}
    bars = tuple(_bar(target, span, say) for target in _in_force(written.get("targets", ()), *span))
    return {
        **(_bar(taken, span, say) if not bars else {**taken, **bars[0]} if len(bars) == 1 else {**taken, "targets": bars}),
        NOTES: (say(N_("{section}: {clause}"), section=measure.source.section, clause=measure.source.clause),),
        "adopts": plan.measure_id(measure),
        "section": Open(say(N_("Where your document says it, and its sentence, once the bar is your own.")), "mục ..."),
        "clause": Open("", "..."),
    }


def _in_force(targets: tuple[Entry, ...], start: date, end: date) -> tuple[Entry, ...]:
    """Return the bars of the programme that hold on some day of the place's plan, each valid inside it; all of them where none does."""
    held = [target for target in targets if target.get("valid_from", start) <= end and target.get("valid_to", end) >= start]
    return tuple({key: value for key, value in target.items() if not _outside(key, value, start, end)} for target in held) or targets


def _outside(key: str, value: Any, start: date, end: date) -> bool:
    """Return whether a key says from when or until when a bar holds, by a day on which the place's plan has not begun or has ended."""
    return (key == "valid_from" and value <= start) or (key == "valid_to" and value >= end)


def _bar(target: Entry, span: Span, say: Speaker) -> Entry:
    """Return a bar as the place may take it over: without milestones that are past, a day beyond its plan and what hangs on a question said.

    Where it hangs on a question the place answers that, or writes a number of its own.
    """
    start, end = span
    due, question = target.get("due"), target.get("value_from")
    taken = {**target, "milestones": tuple(item for item in target.get("milestones", ()) if item["due"] >= start) or None}
    if due is not None and due > end:
        note = N_("The day of the programme, after the end of your plan: write that of your document, or scope = 'orientation' where it says so.")
        taken["due"] = Noted(due, say(note))
    if question is None:
        return taken
    if target.get("value") is not None:
        note = N_("The bar until '{question}' is answered (monitor answer); or write the number of your plan and delete the line 'value_from'.")
        return {**taken, "value": Noted(target["value"], say(note, question=question))}
    ask = N_("Answer '{question}' (monitor answer), or write the number of your plan here and delete the line 'value_from'.")
    return {**taken, "value": Open(say(ask, question=question), 0)}


def _from_definitions(programme: Programme, say: Speaker) -> dict[str, Any]:
    """Return one indicator for each shared definition, with its bar to be written: the programme gives none."""
    return {
        "objectives": ({"code": "1", "text": programme.title.vi},),
        "indicators": tuple(
            {"code": str(number), "objective": "1", "text": definition.label.vi, "measures": (_undecided(str(number), definition, say),)}
            for number, definition in enumerate(programme.definitions, start=1)
        ),
    }


def _undecided(code: str, definition: Definition, say: Speaker) -> Entry:
    judged = definition.kind != "output"
    return {
        "code": code,
        "label": definition.label.vi,
        "definition": definition.key,
        "comparator": Open(say(N_("The comparison and the bar of your plan.")), ">=") if judged else None,
        "value": Open("", 0) if judged else None,
        "wording": Open(say(N_("The words that say so, where they stand, and the whole sentence.")), "..."),
        "section": Open("", "mục ..."),
        "clause": Open("", "..."),
    }
