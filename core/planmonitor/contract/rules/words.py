"""Rules on words: clauses behind everything, both languages, Unicode NFC."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import attrs

from planmonitor.assessment.checking import Check
from planmonitor.contract.breaches import Breach
from planmonitor.messages import N_, Message, Text
from planmonitor.model.plans import Plan, Programme
from planmonitor.model.sources import Source
from planmonitor.registry.catalogue import Loaded


def sources(loaded: Loaded) -> Iterator[Breach]:
    """Yield the clauses, sections and titles of documents that are no words but a place kept for them ("…", "-")."""
    for plan in loaded.plans:
        if _is_blank(plan.document.title.vi):
            yield _blank(plan, "document, title", N_("the document has no title"), N_("Write what the document is called."))
        for field, source in _cited(plan):
            if _is_blank(source.clause):
                yield _blank(plan, f"{field}, clause", N_("the clause is empty"), N_("Quote the sentence of the document as printed."))
            if _is_blank(source.section):
                yield _blank(plan, f"{field}, section", N_("the section is empty"), N_("Write where the sentence stands, as one would cite it."))
            if source.document is not plan.document and _is_blank(source.document.title.vi):
                yield _blank(plan, f"{field}, document", N_("the document has no title"), N_("Write what the document is called."))


def _is_blank(words: str) -> bool:
    return not any(letter.isalnum() for letter in words)


def _blank(plan: Plan, field: str, template: str, cure: str) -> Breach:
    return Breach("sources", plan.id, field, Message.of(template), Message.of(cure))


def _cited(plan: Plan) -> Iterator[tuple[str, Source]]:
    """Yield every source a plan cites, with where it is cited."""
    for measure in plan.measures:
        yield f"indicators {measure.code}, source", measure.source
        for target in measure.targets:
            for milestone in target.milestones:
                yield f"indicators {measure.code}, milestones", milestone.source
            if target.baseline is not None and target.baseline.source is not None:
                yield f"indicators {measure.code}, baseline", target.baseline.source
    for duty in plan.duties:
        yield f"duties {duty.id}, source", duty.source
    for number, source in enumerate(plan.budget, start=1):
        yield f"budget {number}", source
    for rhythm in plan.rhythms:
        yield f"rhythms {rhythm.id}, source", rhythm.source
    for check in plan.checks:
        yield f"checks {check.id}, source", check.source


def languages(loaded: Loaded) -> Iterator[Breach]:
    """Yield the words that are left in Vietnamese where the English belongs; each once. What else words must be the model sees to."""
    seen: set[object] = set()
    parts: tuple[Programme | Plan | Check, ...] = (*loaded.programmes, *loaded.plans, *loaded.checks)
    for part in parts:
        for field, value in _walk(part, ""):
            if isinstance(value, Text) and value not in seen:
                seen.add(value)
                yield from _untranslated(part.id, field, value)


def _walk(value: Any, field: str) -> Iterator[tuple[str, Any]]:
    """Yield everything a part is made of, with where it stands: "indicators 4, measures 4a, label"."""
    yield field, value
    if isinstance(value, tuple):
        for number, item in enumerate(value, start=1):
            yield from _walk(item, f"{field} {_called(item, number)}")
    elif attrs.has(type(value)) and not isinstance(value, Text):
        for attribute in attrs.fields(type(value)):
            yield from _walk(getattr(value, attribute.name), f"{field}, {attribute.name}".removeprefix(", "))


def _called(item: object, number: int) -> object:
    names = (getattr(item, attribute, None) for attribute in ("id", "code", "key"))
    return next((name for name in names if isinstance(name, str)), number)


def _untranslated(part: str, field: str, value: Text) -> Iterator[Breach]:
    if value.vi == value.en and _needs_translation(value.vi):
        yield Breach(
            "languages",
            part,
            field,
            Message.of(N_("the English of '{words}' is missing: it repeats the Vietnamese"), words=value.vi[:80]),
            Message.of(N_("Write the English.")),
        )


def _needs_translation(words: str) -> bool:
    """Return whether words are Vietnamese that English readers cannot be left with; numbers of documents and names of places stay."""
    parts = words.split()
    is_name = all(part[0].isupper() or part[0].isdigit() for part in parts) and (len(parts) > 1 or parts[0][0].isdigit())
    return not words.isascii() and not is_name
