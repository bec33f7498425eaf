"""Rule on accents: what officers read is written as they write it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from planmonitor.contract.breaches import Breach
from planmonitor.messages import N_, Message, Text
from planmonitor.model.plans import Measure
from planmonitor.names import slug
from planmonitor.plantext.wording import composed
from planmonitor.registry.catalogue import Loaded

_WORD = re.compile(r"[^\W\d_]+")


def accents(loaded: Loaded) -> Iterator[Breach]:
    """Yield the labels and nouns in plain letters whose words the clause prints with their accents."""
    told: set[str] = set()
    for plan in loaded.plans:
        for measure in plan.measures:
            for field, key, text in _shown(measure):
                meant = _accented(text.vi, measure.source.clause)
                if meant and f"{key} {text.vi}" not in told:
                    told.add(f"{key} {text.vi}")
                    message = Message.of(N_("'{words}' has no accents, and the clause prints them: {meant}"), words=text.vi, meant=meant)
                    cure = Message.of(N_("Write it with its accents: it stands so on every screen and in every report."))
                    yield Breach("accents", plan.id, f"indicators {measure.code}{field}", message, cure, key)


def _shown(measure: Measure) -> Iterator[tuple[str, str, Text]]:
    """Yield the words of a measure that are shown, with field and key."""
    yield ", label", "label", measure.label
    for name in ("label", "noun", "numerator", "denominator"):
        words = getattr(measure.definition, name)
        if words is not None and words != measure.label:
            yield f", definition, {name}", name, words


def _accented(words: str, clause: str) -> tuple[str, ...]:
    """Return the words of a clause that words in plain letters stand for; empty where they are no Vietnamese, or some have accents."""
    if not words.isascii():
        return ()
    printed: dict[str, str] = {}
    plain: set[str] = set()
    for word in _WORD.findall(composed(clause)):
        if word.isascii():
            plain.add(word.casefold())
        else:
            printed.setdefault(slug(word), word.casefold())
    typed = [word.casefold() for word in _WORD.findall(words)]
    meant = [printed[word] for word in typed if word in printed and word not in plain]
    # One word of several may be alike by chance: "Cases" is no Vietnamese.
    return tuple(dict.fromkeys(meant)) if meant and 2 * sum(word in printed or word in plain for word in typed) > len(typed) else ()
