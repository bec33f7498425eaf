"""How much of a document its plan holds: quotations are laid on the text word for word, and what is left is told line by line."""

from __future__ import annotations

from pathlib import Path

import pytest
from attrs import evolve
from planmonitor import Document, Plan, Rhythm, Section, Task, Text, Unit
from planmonitor.contract.held import main, share_text
from planmonitor.plantext.quotations import Held, held_of, quotations, with_marks_back, words_of
from support.rules import FLOW, ZERO, measure_of, plan_with

PLAN = plan_with(measure_of(FLOW, ZERO))
"""A plan that quotes "Nguyên văn chỉ tiêu" and "Chỉ tiêu"."""

TASK = "Hướng dẫn trẻ em học bơi an toàn"


def with_text(*paragraphs: str, section: str = "mục II", plan: Plan = PLAN) -> Plan:
    """Return the plan with a section of these paragraphs."""
    return evolve(plan, sections=(*plan.sections, Section(section, "Nhiệm vụ chung", paragraphs)))


def left(text: str, plan: Plan) -> list[tuple[int, str]]:
    """Return what the plan does not hold of a text."""
    return [(item.line, item.words) for item in held_of(text, plan).rest]


@pytest.mark.parametrize(
    "printed", ["1. Hướng dẫn trẻ em học bơi an toàn;", "- HƯỚNG DẪN  trẻ em, học bơi an toàn", "**Hướng dẫn** trẻ em học bơi an toàn<sup>1</sup>"]
)
def test_a_paragraph_holds_the_line_that_prints_it(printed: str) -> None:
    """Numbers of headings, marks, case and spacing are no words; every letter of the line is held."""
    assert left(printed, with_text(TASK)) == []


def test_a_quotation_that_differs_by_a_word_holds_nothing() -> None:
    """Word for word is word for word: a plan that says "bơi lội" does not hold what is printed."""
    assert left(TASK, with_text("Hướng dẫn trẻ em học bơi lội an toàn")) == [(1, TASK)]


def test_scattered_common_words_hold_nothing() -> None:
    """Words of a quotation that stand apart in the text, or a short name inside a line, are not held."""
    assert left("Trẻ em được hướng dẫn; an toàn khi học", with_text(TASK)) == [(1, "Trẻ em được hướng dẫn; an toàn khi học")]
    assert left("Công an phối hợp với nhà trường", with_text("Công an")) == [(1, "Công an phối hợp với nhà trường")]


def test_what_is_left_of_a_line_is_told_as_printed() -> None:
    """Of a line held in part the rest stands with its line, "…" for what is held between."""
    assert left(f"I. MỘT DÒNG\n\nCác trường {TASK.lower()}, báo cáo kết quả.", with_text(TASK)) == [
        (1, "MỘT DÒNG"),
        (3, "Các trường … báo cáo kết quả"),
    ]


def test_a_sentence_printed_twice_is_held_twice_only_with_both_sections() -> None:
    """One quotation is laid on one place; that another unit has the same task of the same section changes nothing."""
    twice = f"{TASK}\n{TASK}"
    units = tuple(Unit(name, name, (Task(TASK, "mục II", "implement"),)) for name in ("mot", "hai"))

    assert left(twice, evolve(PLAN, units=units)) == [(2, TASK)]
    assert left(twice, with_text(TASK, section="mục III", plan=with_text(TASK))) == []


def test_a_task_within_a_longer_quotation_of_its_section_is_laid_nowhere_else() -> None:
    """The task is part of the sentence that a paragraph of its section holds; the same words further down are not held by it."""
    plan = evolve(with_text(f"{TASK} trong dịp hè"), units=(Unit("mot", "mot", (Task(TASK, "mục II", "implement"),)),))

    assert left(f"{TASK} trong dịp hè\n{TASK}", plan) == [(2, TASK)]


def test_a_line_within_a_quotation_is_held() -> None:
    """A paragraph that a page break cuts in two, and of a title that stands nowhere whole the lines within it."""
    assert left("Hướng dẫn trẻ em\n\nhọc bơi an toàn", with_text(TASK)) == []
    titled = evolve(PLAN, document=evolve(PLAN.document, title=Text("Kế hoạch công tác trẻ em của xã Thử", "Plan")))
    assert left("KẾ HOẠCH\nCông tác trẻ em", titled) == []
    assert left("Hướng dẫn trẻ em", with_text(TASK)) == []
    assert left(f"{TASK}\nHướng dẫn trẻ em", with_text(TASK)) == [(2, "Hướng dẫn trẻ em")]


def test_a_text_in_decomposed_letters_with_marks_in_the_other_place_is_the_same() -> None:
    """One of the plans is printed with decomposed and misplaced marks."""
    assert [word.compared for word in words_of("hoà bi\u0300nh")] == [word.compared for word in words_of("hòa bình")]
    assert [word.letters for word in words_of("bi\u0300nh")] == [4]


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("hô \u0323gia đình", "hộ gia đình"),
        ("hơp\u0323 tác xa,\u0303 hô \u0323 gia đình", "hợp tác xã, hộ gia đình"),
        ("công nghê \u0323 thông tin", "công nghệ thông tin"),
    ],
)
def test_a_mark_behind_the_space_or_comma_after_its_word_is_read_with_that_word(printed: str, meant: str) -> None:
    """What the plan holds mended is held as printed, with as many letters; the word behind the mark stays a word of its own."""
    assert [(word.compared, word.letters) for word in words_of(with_marks_back(printed))] == [
        (word.compared, word.letters) for word in words_of(meant)
    ]
    assert left(f"Hỗ trợ các {printed}", with_text(f"Hỗ trợ các {meant}")) == []


def test_everything_that_quotes_the_document_is_a_quotation() -> None:
    """Text, headings, what recurs, closing, copies and signature; what another act says is none."""
    document = evolve(PLAN.document, closing=("Lời kết",), recipients=("Sở Y tế",), signatory=("CHỦ TỊCH",))
    recurring = (
        Rhythm("a", Text("Rà soát", "Look"), "hằng tháng", document.at("mục II", "Rà soát hằng tháng")),
        Rhythm("b", Text("Khác", "Other"), "hằng quý", Document(Text("Thông tư", "Circular"), "Bộ").at("Điều 1", "Theo thông tư")),
    )
    plan = evolve(with_text("Một đoạn"), document=document, rhythms=recurring)

    words = {item.words for item in quotations(plan)}
    assert {"Một đoạn", "Nhiệm vụ chung", "Rà soát hằng tháng", "Lời kết", "Sở Y tế", "CHỦ TỊCH"} <= words
    assert "Theo thông tư" not in words


@pytest.mark.parametrize(("held", "letters", "enough", "said"), [(90, 100, True, "90.0%"), (8999, 10000, False, "89.9%"), (0, 0, True, "0.0%")])
def test_a_share_is_never_rounded_up(held: int, letters: int, enough: bool, said: str) -> None:
    """89.99 % is no 90 %, in the verdict and in print."""
    found = Held(letters, held, ())

    assert (found.is_at_least(90), share_text(found)) == (enough, said)


def test_the_command_prints_share_and_rest_of_each_text(tmp_path: Path, capfdbinary: pytest.CaptureFixture[bytes]) -> None:
    """The plan that holds most of a text is found by itself; the rest follows as CSV."""
    text = tmp_path / "van-son.txt"
    text.write_text("III. NHIỆM VỤ VÀ GIẢI PHÁP\n\nKhông có trong kế hoạch\n1. Công tác thống kê, báo cáo\n", encoding="utf-8")

    assert main([str(text)]) == 0
    said = capfdbinary.readouterr().out.decode()
    assert said == "child-work-2026/van-son: 66.0% of 56 letters (van-son.txt)\nline,words\n3,Không có trong kế hoạch\n\n"


def test_what_is_no_text_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A file in another encoding, or none, ends with 3 and its name."""
    other = tmp_path / "utf16.txt"
    other.write_text("Kế hoạch", encoding="utf-16")

    assert (main([str(other)]), main([str(tmp_path / "none.txt")])) == (3, 3)
    assert "utf16.txt: cannot be read as UTF-8 text" in capsys.readouterr().err
