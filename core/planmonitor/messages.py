"""Sentences for people: bilingual content, and messages that are translated later.

Plan content is written by its author in both languages (`Text`). What the framework itself says is a
`Message`: an English template and the values that belong in it. Nothing here knows a language's grammar; the
program that prints looks the template up in its translations and formats the values.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from decimal import Decimal
from types import MappingProxyType
from typing import Any, Self

from attrs import field, frozen


def N_(template: str) -> str:  # noqa: N802 - the usual name of the marker that message extraction looks for
    """Mark a template for translation and return it unchanged."""
    return template


MARKUP = re.compile(r"<[A-Za-z/!]")
UNPRINTABLE = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\ud800-\udfff]")
"""Control characters, marks that turn the direction of writing, and halves of letters, which no file can hold."""


def flaw(words: str) -> Message | None:
    """Return what makes text unfit to be shown to people, or None: it ends up on screens, in files and in web pages."""
    if not unicodedata.is_normalized("NFC", words):
        return Message.of(N_("is not in Unicode NFC"))
    if UNPRINTABLE.search(words):
        return Message.of(N_("holds a control character or half a letter; write it as plain text on one line"))
    if found := MARKUP.search(words):
        return Message.of(N_("holds '{tag}', as web pages mark tags; write plain text, and a space behind '<'"), tag=found.group())
    return None


@frozen
class Text:
    """A piece of plan content in the two languages; an `InvalidPlan` where one is empty, has stray spaces, or holds markup or control characters."""

    vi: str
    """Vietnamese, as an officer would write it, in Unicode NFC."""
    en: str
    """English."""

    def __attrs_post_init__(self) -> None:
        for language, words in (("vi", self.vi), ("en", self.en)):
            if not isinstance(words, str) or not words or words != words.strip():
                raise InvalidPlan(N_("text '{vi}': {language} is empty or has stray spaces"), vi=self.vi, language=language)
            if problem := flaw(words):
                raise InvalidPlan(N_("text '{vi}': {language} {problem}"), vi=self.vi, language=language, problem=problem)

    def in_language(self, language: str) -> str:
        """Return the words in `language`, "vi" or "en"."""
        return self.en if language == "en" else self.vi


def frozen_mapping(values: Mapping[str, Any]) -> Mapping[str, Any]:
    """Return a copy of a mapping that cannot be changed."""
    return MappingProxyType(dict(values))


@frozen(hash=False)
class Message:
    """What the framework says: an English template with named places, and the values for them."""

    template: str
    """English sentence with `{name}` places; the key of its translations."""
    values: Mapping[str, Any] = field(factory=dict, converter=frozen_mapping)
    """Value by name: text, `Text`, int, Decimal, Fraction, date, `Period`, another `Message`, or a tuple of those."""

    @classmethod
    def of(cls, template: str, **values: Any) -> Message:
        """Build a message from a template and its values given by name."""
        return cls(template, values)

    def __str__(self) -> str:
        """Return the plain English sentence, for logs and for programs without translations."""
        return self.template.format(**{name: plain(value) for name, value in self.values.items()})


class Hint(Message):
    """A next step that every face of the program words itself, for it names an option, a column or a field of a form.

    Its template is a reason code, such as "needs-count"; the words stand with each face.
    """

    def __str__(self) -> str:
        """Return the reason code, for logs and for programs without words of their own."""
        return f"({self.template})"


def plain(value: Any) -> str:
    """Return a value of a message as plain English text."""
    if isinstance(value, Text):
        return value.en
    return ", ".join(map(plain, value)) if isinstance(value, (tuple, list)) else str(value)


class Refusal(Exception):
    """Something cannot be done as asked: `message` says what and where, `hint` the next step, or None where the sentence says it."""

    about = ""
    """The field of a figure that is wrong, where it is one alone: "until"; "" for the figure as a whole."""

    def __init__(self, template: str, hint: Message | None = None, /, **values: Any) -> None:
        """Take the template of the sentence, an optional next step, and the values of the template."""
        self.message = Message.of(template, **values)
        self.hint = hint
        super().__init__(template)

    def of_field(self, name: str) -> Self:
        """Return it as what is wrong with one field of a figure."""
        self.about = name
        return self

    def __str__(self) -> str:
        """Return the sentence, and the next step where there is one, in English."""
        return f"{self.message} {self.hint}" if self.hint else str(self.message)


@contextmanager
def wrong_field(name: str) -> Iterator[None]:
    """Have whatever is refused inside told of one field of a figure, unless it names one itself."""
    try:
        yield
    except Refusal as error:
        error.about = error.about or name
        raise


class InvalidPlan(Refusal):
    """A plan, or a part of one, contradicts itself: names the part, the field and what is wrong."""


class BadData(Refusal):
    """A figure or a file of figures cannot be taken; nothing was written."""


EMPTY = "empty"
"""The id of the reading of a cell as an empty one: what it stands for is missing, which is not zero."""


@frozen
class OfferedReading:
    """One of the things that a cell may mean."""

    id: str
    """What it is known by, whatever language is spoken: "0", "12,5", "2026-07-05"; `EMPTY`."""
    value: int | Decimal | date | None
    """What is taken in place of the cell; None for nothing."""

    @classmethod
    def of(cls, value: int | Decimal | date | None) -> OfferedReading:
        """Return the reading that takes a value."""
        if value is None:
            return cls(EMPTY, None)
        return cls(value.isoformat() if isinstance(value, date) else str(value).replace(".", ","), value)


class Asked(BadData):
    """A figure may be meant in more than one way: whoever wrote it is asked, and nothing is taken until then."""

    kind = ""
    """What is asked: one of `planmonitor.assessment.acts.ASKED_AS`."""
    written = ""
    """What stands in the cell."""
    readings: tuple[OfferedReading, ...] = ()
    """What it may mean."""

    def offering(self, kind: str, written: str, *readings: int | Decimal | date | OfferedReading | None) -> Self:
        """Return it as a question of a kind on what is written, with all that this may mean."""
        self.kind, self.written = kind, written
        self.readings = tuple(one if isinstance(one, OfferedReading) else OfferedReading.of(one) for one in readings)
        return self


class UnknownName(Refusal):
    """A plan, measure, unit, period or plugin of that name does not exist; near misses are named."""


class StorageTrouble(Refusal):
    """The database or its surroundings cannot be used."""
