"""The pages that LibreOffice makes of a report keep the layout of Decree 30/2020/NĐ-CP (annex I), measured in the PDF."""

from __future__ import annotations

import re
import shutil
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest
from attrs import evolve, frozen
from planmonitor_exchange.report.document import ReportParagraph, ReportSentence
from planmonitor_exchange.report.word import word
from planmonitor_exchange.report.writing import document
from planmonitor_exchange.speaking.speaker import Speaker
from support.environments import ONCE
from support.report_places import built_in

TOOLS = ("soffice", "pdffonts", "pdfinfo", "pdftotext", "fc-match")
MISSING = [tool for tool in TOOLS if shutil.which(tool) is None]
VOWELS = "aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ"
LETTERS = f"{VOWELS}đ{VOWELS.upper()}Đ"
MILLIMETRE = 72 / 25.4


def told_by(*command: str | Path) -> str:
    """Return what a program writes about a file."""
    return subprocess.run([str(part) for part in command], check=True, capture_output=True, timeout=240).stdout.decode()


def can_be_measured() -> bool:
    """Return whether LibreOffice has its part for texts, and a font of the measures of Times New Roman is installed: without nothing is measured."""
    if MISSING or not [*Path(str(shutil.which("soffice"))).resolve().parent.glob("libswlo.*")]:
        return False
    return told_by("fc-match", "-f", "%{family}", "Times New Roman") in {"Liberation Serif", "Times New Roman"}


pytestmark = [
    ONCE,
    pytest.mark.timeout(300),
    pytest.mark.skipif(
        not can_be_measured(), reason=f"LOUD: pages of a report are not measured here, for want of {MISSING or 'Writer, fonts-liberation2'}"
    ),
]


@frozen
class Printed:
    """A word on a page, with its place in millimetres from the left and from the top."""

    left: float
    top: float
    right: float
    text: str


@frozen
class Sheet:
    """A page, in millimetres."""

    width: float
    height: float
    words: tuple[Printed, ...]

    def above(self, millimetres: int) -> list[Printed]:
        """Return the words of the top margin."""
        return [word for word in self.words if word.top < millimetres]


@pytest.fixture(scope="module")
def pdf(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a report on two plans of several pages as LibreOffice prints it; one paragraph of it has every letter of Vietnamese."""
    folder = tmp_path_factory.mktemp("pdf")
    place = built_in(folder / "xa")
    report = place.report()
    made = document(report, Speaker("vi"))
    path = folder / "bao-cao.docx"
    path.write_bytes(word(evolve(made, blocks=(*made.blocks, ReportParagraph((ReportSentence(" ".join(LETTERS)),)))), report.day))
    told_by("soffice", "--headless", f"-env:UserInstallation=file://{folder}/profile", "--convert-to", "pdf", "--outdir", folder, path)
    return path.with_suffix(".pdf")


@pytest.fixture(scope="module")
def sheets(pdf: Path) -> list[Sheet]:
    """Return its pages."""
    pages = re.findall(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', told_by("pdftotext", "-bbox", pdf, "-"), re.DOTALL)
    placed = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="[\d.]+">(.*?)</word>')
    return [Sheet(_length(width), _length(height), tuple(_printed(*found) for found in placed.findall(inside))) for width, height, inside in pages]


def _printed(left: str, top: str, right: str, text: str) -> Printed:
    return Printed(_length(left), _length(top), _length(right), text)


def _length(points: str) -> float:
    return float(points) / MILLIMETRE


@pytest.fixture(scope="module")
def annex(sheets: list[Sheet]) -> list[Sheet]:
    """Return the pages of the annex: those that lie across."""
    return [sheet for sheet in sheets if sheet.width > sheet.height]


def test_every_letter_is_printed_in_times_new_roman_or_the_font_of_its_measures(pdf: Path) -> None:
    """Headings too, whatever the theme of the template says."""
    fonts = [line.split()[0].partition("+")[2] for line in told_by("pdffonts", pdf).splitlines()[2:]]
    assert len(fonts) > 2
    assert all(font.startswith(("LiberationSerif", "TimesNewRoman")) for font in fonts)


def test_the_file_is_in_vietnamese(pdf: Path) -> None:
    assert b"/Lang(vi-VN)" in pdf.read_bytes().replace(b" ", b"")


def test_every_letter_of_vietnamese_is_there(sheets: list[Sheet]) -> None:
    printed = "".join(word.text for sheet in sheets for word in sheet.words)
    assert [letter for letter in LETTERS if letter not in printed] == []


def test_the_paper_is_a4_and_the_annex_lies_across(sheets: list[Sheet], annex: list[Sheet]) -> None:
    text = sheets[: -len(annex)]
    assert len(text) > 2
    assert len(annex) > 1
    assert {(round(sheet.width), round(sheet.height)) for sheet in text} == {(210, 297)}
    assert {(round(sheet.width), round(sheet.height)) for sheet in annex} == {(297, 210)}


def test_no_word_stands_in_the_margins(sheets: list[Sheet]) -> None:
    """30 mm on the left and 15 mm on the right, 20 mm below; above, the number of the page alone."""
    for sheet in sheets:
        assert min(word.left for word in sheet.words) >= 29.9
        assert max(word.right for word in sheet.words) <= sheet.width - 14.9
        assert max(word.top for word in sheet.words) <= sheet.height - 20
        assert all(word.text.isdigit() for word in sheet.above(19))


def test_the_text_is_as_wide_as_the_page_allows(sheets: list[Sheet]) -> None:
    """It is justified between 30 mm and 195 mm."""
    assert max(word.right for word in sheets[1].words) > sheets[1].width - 15.5
    assert min(word.left for word in sheets[1].words) < 30.5


def test_pages_are_numbered_in_the_middle_of_the_top_margin_but_for_the_first(sheets: list[Sheet], annex: list[Sheet]) -> None:
    """Text and annex are each counted by themselves."""
    for pages in (sheets[: -len(annex)], annex):
        assert [[word.text for word in sheet.above(19)] for sheet in pages] == [[], *([str(number)] for number in range(2, len(pages) + 1))]
        for sheet in pages[1:]:
            [number] = sheet.above(19)
            middle = (30 + sheet.width - 15) / 2
            assert abs((number.left + number.right) / 2 - middle) < 1


def test_the_heads_of_the_table_are_repeated_on_every_page_of_the_annex(annex: list[Sheet]) -> None:
    for sheet in annex:
        numbers = sorted((word for word in sheet.words if re.fullmatch(r"\(\d\)", word.text)), key=lambda word: word.left)
        assert [word.text for word in numbers] == [f"({number})" for number in range(1, 10)]
        assert max(word.top for word in numbers) < 70


def test_no_heading_ends_a_page(sheets: list[Sheet], annex: list[Sheet]) -> None:
    """Of the text, and of the groups of the table."""
    for sheet, _next in pairwise(sheets[: -len(annex)]):
        last = max(word.top for word in sheet.words)
        line = " ".join(word.text for word in sheet.words if word.top > last - 1)
        assert not re.match(r"[IV]+\. |\d+\.(\d+\.)? |\[Cán bộ viết: .*gợi ý:\]", line)
    for sheet in annex:
        assert max(sheet.words, key=lambda word: word.top).text not in {"hoạch", "liệu)", "nền"}


def test_the_signature_stands_on_one_page_with_the_last_sentence(sheets: list[Sheet]) -> None:
    [page] = [" ".join(word.text for word in sheet.words) for sheet in sheets if any(word.text == "báo" for word in sheet.words) and _signs(sheet)]
    for told in ("trân trọng báo cáo./.", "Nơi nhận:", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "[họ và tên người ký]", "Lưu: VT"):
        assert told in page


def _signs(sheet: Sheet) -> bool:
    return "Nơi nhận:" in " ".join(word.text for word in sheet.words)
