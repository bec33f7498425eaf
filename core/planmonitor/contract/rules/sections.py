"""The rule on the text of the document: nothing stands twice in a plan."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import evolve

from planmonitor.contract.breaches import Breach
from planmonitor.messages import N_, Message
from planmonitor.model.plans import Plan
from planmonitor.model.sections import Section
from planmonitor.names import fold
from planmonitor.plantext.quotations import quotations
from planmonitor.registry.catalogue import Loaded


def sections(loaded: Loaded) -> Iterator[Breach]:
    """Yield the paragraphs that another part of the plan holds already."""
    for plan in loaded.plans:
        elsewhere = [fold(item.words) for item in quotations(evolve(plan, sections=()))]
        for section in plan.sections:
            for number, words in enumerate(section.paragraphs, start=1):
                if any(fold(words).rstrip(".;:, ") in held for held in elsewhere):
                    yield _twice(plan, section, number)


def _twice(plan: Plan, section: Section, number: int) -> Breach:
    return Breach(
        "sections",
        plan.id,
        f"sections {section.section}, paragraphs {number}",
        Message.of(N_("a line, a task, a report or another part of the plan holds this paragraph already")),
        Message.of(N_("Delete it here: what another part holds stands there alone.")),
    )
