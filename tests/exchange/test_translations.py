"""The translations are whole, and the compiled file is that of its source."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import IO, Any

import pytest
from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po

ROOT = Path(__file__).resolve().parents[2]
LOCALE = ROOT / "exchange" / "planmonitor_exchange" / "speaking" / "locale" / "vi" / "LC_MESSAGES"
PLACE = re.compile(r"\{[^{}]*\}|%\(\w+\)s")


@pytest.fixture(scope="module")
def translations() -> Catalog:
    """Return the Vietnamese translations as their source has it."""
    with (LOCALE / "planmonitor.po").open("rb") as file:
        return read_po(file, locale="vi", domain="planmonitor")


def written_in_the_code() -> set[str]:
    """Return every sentence marked for translation in core and command line."""
    found = set()
    for folder in ("core", "exchange", "cli"):
        for _file, _line, message, _comments, _context in extract_from_dir(ROOT / folder, [("**.py", "python")], keywords={"N_": None, "_": None}):
            found.add(message if isinstance(message, str) else message[0])
    return found


def said(compiled: IO[bytes]) -> tuple[str, str, list[tuple[object, ...]]]:
    """Return what compiled translations say: their letters, how they count, and their sentences; not what their header tells of their making."""
    translations = read_mo(compiled)
    return translations.charset, translations.plural_forms, [(message.context, message.id, message.string) for message in translations if message.id]


def test_every_sentence_of_the_code_has_a_translation(translations: Catalog) -> None:
    """Nothing an officer reads is left in English."""
    missing = [sentence for sentence in written_in_the_code() if not (translations.get(sentence) and translations[sentence].string)]
    assert missing == []


def test_no_translation_is_empty_or_doubtful(translations: Catalog) -> None:
    """Every entry is translated and none is marked as a guess."""
    assert [message.id for message in translations if message.id and (not message.string or message.fuzzy)] == []


def test_every_translation_has_the_places_of_its_source(translations: Catalog) -> None:
    """A value that the source names stands in the translation, and no other."""
    for message in translations:
        if not message.id:
            continue
        sources = message.id if isinstance(message.id, tuple) else (message.id,)
        translations = message.string if isinstance(message.string, tuple) else (message.string,)
        allowed = {place for source in sources for place in PLACE.findall(source)}
        for translation in translations:
            assert set(PLACE.findall(translation)) <= allowed, message.id
            if len(sources) == 1:
                assert set(PLACE.findall(translation)) == allowed, message.id


def test_the_compiled_translations_are_those_of_their_source(translations: Catalog) -> None:
    """The file that is installed says what its source says, sentence by sentence, whichever version of Babel compiled it."""
    afresh = io.BytesIO()
    write_mo(afresh, translations)
    afresh.seek(0)
    with (LOCALE / "planmonitor.mo").open("rb") as file:
        assert said(file) == said(afresh)


def test_clicks_own_sentences_are_vietnamese(monitor: Any) -> None:
    """Wrong use is explained in Vietnamese too, and so is the frame of every help text."""
    assert "Lỗi:" in monitor("status", "--nonsense", code=2, lang="vi").err
    help_text = monitor("record", "--help", lang="vi").out
    assert "Cách dùng:" in help_text
    assert "Usage" not in help_text


def test_an_option_that_must_be_given_says_so_in_vietnamese(monitor: Any) -> None:
    """click asks for this word by a variable: whoever extracts the sentences anew must not lose it."""
    assert "[bắt buộc]" in monitor("accept", "--help", lang="vi").out
