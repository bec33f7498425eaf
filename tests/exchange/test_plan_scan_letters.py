"""Mending the letters and lines of a plan's text: what is certain is put right, what is right stays."""

from __future__ import annotations

import os
import re
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from planmonitor_exchange.plan_text.letters import mend_letters
from planmonitor_exchange.plan_text.lines import paragraphs_of
from planmonitor_exchange.plan_text.syllables import TONES, is_syllable, split_tone, tone_places, with_tone_in_place

SYLLABLES = [
    "trẻ",
    "em",
    "học",
    "sinh",
    "được",
    "bảo",
    "vệ",
    "chăm",
    "sóc",
    "tiếp",
    "cận",
    "giáo",
    "dục",
    "phổ",
    "thông",
    "nghề",
    "phù",
    "hợp",
    "quốc",
    "gia",
    "giếng",
    "gì",
    "quyền",
    "khuỷu",
    "thuỷ",
    "thủy",
    "hoà",
    "hòa",
    "nghiêm",
    "chỉnh",
    "kỹ",
    "năng",
    "ngoằn",
    "ngoèo",
    "uống",
    "rượu",
    "cường",
    "huyện",
    "Đắc",
    "yêu",
    "ý",
    "nghĩa",
    "quý",
    "giúp",
    "lĩnh",
    "vực",
    "thiệp",
    "xã",
    "hội",
    "dịch",
    "vụ",
    "tỷ",
    "lệ",
    "người",
    "lao",
    "động",
]
TEXTS = "MONITOR_PLAN_TEXTS"


def decomposed_with_tone_last(word: str) -> str:
    """Return a word whose tone mark stands behind its last letter, as old word processors left it."""
    letters, marks = split_tone(word)
    return letters + "".join(mark for _place, mark in marks)


@pytest.mark.parametrize("word", SYLLABLES)
def test_a_syllable_of_vietnamese_is_known(word: str) -> None:
    """Each of these words is a syllable, however it is composed."""
    assert is_syllable(word)
    assert is_syllable(unicodedata.normalize("NFD", word))


@pytest.mark.parametrize("word", ["hoăc", "kat", "ngi", "gê", "cin", "đôṇg", "taị", "xyz", "internet", "hặo", "bấp̀", "quua"])
def test_what_is_no_syllable_is_none(word: str) -> None:
    """A stopped syllable without its tone, a wrong onset, a misplaced mark and a foreign word are no syllables."""
    assert not is_syllable(word)


@pytest.mark.parametrize(
    ("printed", "right"),
    [
        ("lao đôṇg", "lao động"),
        ("ứng duṇg", "ứng dụng"),
        ("taị điạ phương", "tại địa phương"),
        ("tiếp câṇ dic̣h vu ̣giảm nghèo", "tiếp cận dịch vụ giảm nghèo"),
        ("tổ chức xa ̃hôị", "tổ chức xã hội"),
        ("hơp̣ tác xa,̃ hô ̣gia đình", "hợp tác xã, hộ gia đình"),
        ("hoặ c đượ c", "hoặc được"),
        ("không qúa", "không quá"),
        ("hộ̣", "hộ"),
        ("Phạ m vi", "Phạ m vi"),
    ],
)
def test_marks_behind_a_wrong_letter_or_a_space_are_put_in_place(printed: str, right: str) -> None:
    """A mark goes to the vowel that carries it; a cut syllable is joined only where neither half is one by itself."""
    assert mend_letters(printed).text == right


@pytest.mark.parametrize("right", ["hoà bình và hòa bình", "Kon Tum, Đắk Lắk, Unicef", "a) b c", "internet", "UBND xã, QĐ-TTg", "lòng ghêp"])
def test_a_text_without_a_certain_fault_stays_as_printed(right: str) -> None:
    """Both ways of placing a tone, foreign names, abbreviations and plain misspellings are left alone."""
    mended = mend_letters(right)

    assert (mended.text, mended.accents, mended.joined) == (right, (), ())


def test_what_is_doubtful_is_named_and_left() -> None:
    """A word that may be wrong in several ways is listed, not changed."""
    printed = unicodedata.normalize("NFC", "tr ẻ em b\u1ea5p\u0300 bênh lòng ghê\u0301pq")

    mended = mend_letters(printed)

    assert mended.text == printed
    assert mended.doubtful[0] == "tr ẻ"
    assert len(mended.doubtful) == 3


@given(st.lists(st.sampled_from(SYLLABLES), max_size=12))
def test_tone_marks_that_slipped_behind_the_word_come_back(words: list[str]) -> None:
    """Whatever the syllables, marks left behind their last letter are put where they may stand."""
    mended = mend_letters(" ".join(map(decomposed_with_tone_last, words))).text

    assert all(map(is_syllable, mended.split()))
    assert [split_tone(word)[0] for word in mended.split()] == [split_tone(word)[0] for word in words]
    assert [[mark for _place, mark in split_tone(word)[1]] for word in mended.split()] == [
        [mark for _place, mark in split_tone(word)[1]] for word in words
    ]


@given(st.text(alphabet=st.sampled_from([*"aăâeêioôơuưybcdđghklmnpqrstvx ,.;", *TONES, "\u0302", "\u031b"]), max_size=60))
def test_mending_what_is_mended_changes_nothing(text: str) -> None:
    """A second mending finds nothing more to do, whatever the letters are."""
    once = mend_letters(text).text

    assert mend_letters(once).text == once


@given(st.text(max_size=200))
def test_mending_keeps_every_digit_and_every_letter(text: str) -> None:
    """No figure and no letter of any text is lost or invented by mending."""
    before, after = unicodedata.normalize("NFD", text), unicodedata.normalize("NFD", mend_letters(text).text)

    assert sorted(re.findall(r"\w", before)) == sorted(re.findall(r"\w", after))


@given(st.text(alphabet="aăâeêioôơuưy" + "bcdđghklmnpqrstvx", min_size=1, max_size=7))
def test_a_tone_may_stand_only_on_a_vowel(letters: str) -> None:
    """Where letters are a syllable, each place for its tone is one of its vowels, and putting it there makes a syllable."""
    for place in tone_places(letters):
        assert letters[place] in "aăâeêioôơuưy"
        assert is_syllable(letters[: place + 1] + "\u0323" + letters[place + 1 :])
        assert with_tone_in_place(letters + "\u0323") is not None


def lines(text: str) -> list[str]:
    return [f"{paragraph.bullet} {paragraph.text}".strip() for paragraph in paragraphs_of(text).all]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("- 100% trẻ em, 70% đại diện\n\ncác cơ quan được tập huấn.", ["- 100% trẻ em, 70% đại diện các cơ quan được tập huấn."]),
        ("của Bộ Lao động\n\n- Thương binh và Xã hội.", ["của Bộ Lao động - Thương binh và Xã hội."]),
        ("I. MỤC TIÊU\n\nNâng cao nhận thức.", ["I. MỤC TIÊU", "Nâng cao nhận thức."]),
        ("- Trẻ em;\n- Người lớn", ["- Trẻ em;", "- Người lớn"]),
        ("phòng, ban\n1. Công an xã", ["phòng, ban", "1. Công an xã"]),
        ("hộ gia\f12\nđình nghèo.", ["hộ gia đình nghèo.", "12"]),
        ("**1.** Duy trì *tốt*<br>", ["1. Duy trì tốt"]),
        ("trẻ em<sup>2</sup>.\n\n---\n\n<sup>2</sup> Theo Luật.", ["trẻ em².", "² Theo Luật."]),
        ("Phòng Lao động\n\n<sup>3</sup>Kế hoạch số 1", ["Phòng Lao động", "³Kế hoạch số 1"]),
        ("giai đoạn\n2026-2030", ["giai đoạn 2026-2030"]),
        ("tỷ lệ <5% và >3%", ["tỷ lệ <5% và >3%"]),
        ("\ufefftrẻ\u200b em\x07", ["trẻ em"]),
    ],
)
def test_a_sentence_cut_by_line_ends_is_one_paragraph(text: str, expected: list[str]) -> None:
    """Lines in mid-sentence are joined; items, headings, footnotes and page numbers stay by themselves."""
    assert lines(text) == expected


@given(
    st.lists(st.sampled_from([*"abÁ1290 .,;:-+*#()%", "\n", "\r\n", "\f", "\t", "I. ", "Số: ", "Lao động", "- Thương binh", "12"]), max_size=60).map(
        "".join
    )
)
def test_no_digit_is_lost_between_lines(text: str) -> None:
    """Whatever the line ends and marks, every digit of the text stands in one of its paragraphs."""
    held = "".join(paragraph.text for paragraph in paragraphs_of(text).all)

    assert sorted(re.findall(r"\d", held)) == sorted(re.findall(r"\d", text))


@pytest.mark.parametrize(("begins", "accents"), [("000", 0), ("001", 0), ("002", 68), ("003", 0), ("004", 0)])
def test_in_the_texts_of_the_plans_only_what_is_misplaced_is_mended(begins: str, accents: int) -> None:
    """One of the five texts has misplaced accents; the four others come back letter by letter."""
    folder = os.environ.get(TEXTS)
    if not folder:
        pytest.skip(f"{TEXTS} names no folder that holds the texts of the plans")
    text = next(Path(folder).glob(f"{begins}*.txt")).read_text(encoding="utf-8")

    mended = mend_letters(text)

    assert (len(mended.accents), mended.joined) == (accents, ())
    assert (mended.text == text) == (accents == 0)
    assert not re.search("[\u0300-\u036f]", mended.text)
