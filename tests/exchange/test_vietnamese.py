"""Vietnamese is written in one spelling and without English words: translations, findings, and what plan files say in our own words."""

from __future__ import annotations

import ast
import re
import tomllib
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from babel.messages.pofile import read_po
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.values import COUNTS

ROOT = Path(__file__).resolve().parents[2]
TRANSLATIONS = ROOT / "exchange" / "planmonitor_exchange" / "speaking" / "locale" / "vi" / "LC_MESSAGES" / "planmonitor.po"
FINDINGS = (
    "core/planmonitor/assessment/*.py",
    "core/planmonitor/workspace/*.py",
    "plugins/*/*/checks.py",
    "cli/planmonitor_cli/templates/**/checks.py",
)
PLAN_FILES = "plugins/*/*/plans/*.toml"
EXAMPLES = ("examples/*/monitor.toml", "examples/*/*.csv")

OWN_KEYS = {"label", "noun", "numerator", "denominator", "method", "limitations", "concept", "condition", "part", "short", "data_source"}
"""What we word in a plan file; everything else is printed in its document and kept with its misprints."""

OTHER_PLACE = re.compile(r"(?<![qQ])[uU][ỳýỷỹỵỲÝỶỸỴ](?!\w)|[oO][àáảãạèéẻẽẹÀÁẢÃẠÈÉẺẼẸ](?!\w)")
"""A tone mark on the last vowel of an open syllable; the documents, and we, put it on the first: "hóa", "tùy", "khỏe"."""

VIETNAMESE = re.compile(r"[À-ỹĐđ]")
SYLLABLE = re.compile(
    r"(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdghklmnpqrstvx])?"
    r"(?:oai|oay|uya|uye|uoi|ieu|yeu|uay|uyu|ai|ao|au|ay|eo|eu|ia|ie|iu|oa|oe|oi|ua|ue|ui|uo|uu|uy|ye|[aeiouy])(?:ch|nh|ng|[cmnpt])?",
    re.IGNORECASE,
)
"""A syllable that may be Vietnamese without a mark; other words in plain letters are English."""
SHOWN = re.compile(
    r"\{[^{}]*\}|%\(\w+\)s|'[^']*'|\"[^\"]*\"|\[[^\]]*\]|--[\w-]+"
    r"|\bmonitor [a-z]+(?: [a-z]+)?|[\w./~-]*[/._=][\w./-]+|\bfrom planmonitor .*|\b[A-Z][A-Z_]+\b"
)
"""What is shown as it is typed: places of values, quotations, options, commands, files, keys with their values, columns, abbreviations."""
NAMES = {"Bash", "Excel", "LibreOffice", "Notepad", "Python", "Unicode", "Windows", "Word", "web"}
OF_DEVELOPERS = {
    "hook",
    "plugin",
    "macro",
    "byte",
    "ms",
    "install",
    "pip",
    "python",
    "sqlite",
    "tuple",
    "int",
    "Decimal",
    "false",
    "monitor",
    "planmonitor",
}
OF_PLAN_FILES = {
    *("answers", "commune", "count", "cumulative", "date", "district", "document", "households", "issuer", "kind", "nation", "output"),
    *("people", "period", "province", "rate", "ratio", "scope", "score", "state", "value", "year"),
}
"""Keys and values of TOML files, which are English, where a sentence says which to write."""
ALLOWED = NAMES | OF_DEVELOPERS | OF_PLAN_FILES


def translations() -> Iterator[tuple[str, str]]:
    """Yield every translation with the sentence it stands for."""
    with TRANSLATIONS.open("rb") as file:
        for message in read_po(file, locale="vi"):
            if message.id:
                strings = message.string if isinstance(message.string, tuple) else (message.string,)
                yield from ((str(message.id), text) for text in strings)


def in_code(*patterns: str) -> Iterator[tuple[str, str]]:
    """Yield every Vietnamese text of Python files, docstrings left out, with '{}' where a value stands."""
    for path in sorted(path for pattern in patterns for path in ROOT.glob(pattern)):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        inside = {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
        inside |= {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(tree):
            text = "" if id(node) in inside else said(node)
            if VIETNAMESE.search(text):
                yield f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}", text


def said(node: ast.AST) -> str:
    """Return the text of a literal; nothing of any other node."""
    if isinstance(node, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "{}" for part in node.values)
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def in_plan_files() -> Iterator[tuple[str, str]]:
    """Yield what plan files say in our own words: their questions, and the keys that quote nothing."""
    for path in sorted(ROOT.glob(PLAN_FILES)):
        plan = tomllib.loads(path.read_text(encoding="utf-8"))
        where = str(path.relative_to(ROOT))
        yield from ((f"{where}: {question['id']}", question["text"]) for question in plan.get("questions", []))
        yield from ((where, text) for text in of_our_own(plan))


def of_our_own(table: Any) -> Iterator[str]:
    """Yield the texts under our own keys, at any depth."""
    if isinstance(table, list):
        for item in table:
            yield from of_our_own(item)
    elif isinstance(table, dict):
        yield from (value for key, value in table.items() if key in OWN_KEYS and isinstance(value, str))
        for value in table.values():
            yield from of_our_own(value)


def of_examples() -> Iterator[tuple[str, str]]:
    """Yield the files of the examples, which are ours from the first line to the last."""
    for path in sorted(path for pattern in EXAMPLES for path in ROOT.glob(pattern)):
        yield str(path.relative_to(ROOT)), path.read_text(encoding="utf-8-sig")


SPEECH = {
    "translations": translations,
    "findings": lambda: in_code(*FINDINGS),
    "plan files": in_plan_files,
}


@pytest.mark.parametrize("place", [*SPEECH, "examples"])
def test_tone_marks_are_put_in_one_place(place: str) -> None:
    """One spelling: "hóa", "xóa", "tùy", "lũy kế", "khỏe", as in "Ủy ban" and "Văn hóa" of the documents."""
    texts = list({**SPEECH, "examples": of_examples}[place]())
    assert texts
    assert [(where, found.group()) for where, text in texts for found in OTHER_PLACE.finditer(unicodedata.normalize("NFC", text))] == []


@pytest.mark.parametrize("place", SPEECH)
def test_no_english_word_stands_in_a_vietnamese_sentence(place: str) -> None:
    """An officer reads Vietnamese; only names, and what is typed as it is, are left."""
    english = []
    for where, text in SPEECH[place]():
        words = re.findall(r"(?<![\w-])[A-Za-z]{2,}(?![\w-])", SHOWN.sub(" ", text))
        english += [(where, word) for word in words if not SYLLABLE.fullmatch(word) and word not in ALLOWED]
    assert english == []


@pytest.mark.parametrize("text", ["hoá", "Uỷ ban", "tuỳ", "khoẻ", "luỹ kế", "minh hoạ", "HOẠ"])
def test_the_other_place_is_seen(text: str) -> None:
    """What the rule above looks for, it finds."""
    assert OTHER_PLACE.search(text)


@pytest.mark.parametrize("text", ["quý", "Quỹ", "hoàn", "khoảng", "thuyền", "ngoài", "hóa", "tủy", "Thủy"])
def test_what_is_spelt_right_is_left_alone(text: str) -> None:
    """Closed syllables, "qu" and the place we use are no breach."""
    assert not OTHER_PLACE.search(text)


COUNTED = (
    "dòng|số liệu|ô|báo cáo|việc|đơn vị|phần|thành viên|lỗi|kế hoạch|nội dung|chỗ|cột|trang tính|chỉ tiêu|câu trả lời"
    "|lượt|điều chỉnh|giữ nguyên|mục tiêu"
)
"""What sentences count."""


def test_a_count_stands_in_a_place_that_is_written_with_two_digits() -> None:
    """ "02 dòng", not "2 dòng" (docs/domain.md, section 9): whatever is named behind a place of a sentence is counted there."""
    with TRANSLATIONS.open("rb") as file:
        sentences = [str(message.string) for message in read_po(file, locale="vi") if message.id]
    before = re.compile(rf"(?<![/\w])\{{(\w+)\}} (?:{COUNTED})\b")
    places = {(place, sentence) for sentence in sentences for place in before.findall(sentence) if place not in COUNTS}
    assert {sentence for place, sentence in places if place not in {"body", "day", "number"}} == set()


@pytest.mark.parametrize(("count", "written"), [(0, "0 dòng"), (1, "01 dòng"), (9, "09 dòng"), (10, "10 dòng"), (1234, "1.234 dòng")])
def test_a_count_below_ten_has_two_digits_in_vietnamese_alone(count: int, written: str) -> None:
    """What is numbered, and what a sentence ends with, has not."""
    gone = "{count} rows of the form are gone from its sheets: what they ask for is missing, not zero."
    assert Speaker("vi")(gone, count=count).startswith(f"{written} ")
    assert Speaker("en")(gone, count=5).startswith("5 rows")
    assert Speaker("vi")("Undetermined: {count}", count=5).endswith(" 5")
    assert Speaker("vi")("row {number} is", number=5) == "row 5 is"
