"""`monitor report --form`: a superior's own form is filled with the figures and the words of the period, or refused with nothing written."""

from __future__ import annotations

import io
import re
import sys
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from openpyxl import load_workbook
from planmonitor_exchange.form import filling
from planmonitor_exchange.form.fields import PARTS
from support.forms import TEXT, book_form, word_form
from support.pages import DOCS

VAN_SON = "child-labour/van-son-2026-2030"


class Forms:
    """Fills forms in the workspace of a place."""

    def __init__(self, monitor: Any) -> None:
        self.monitor = monitor
        self.folder: Path = monitor.folder

    def fill(self, content: bytes, kind: str, *arguments: str, lang: str = "vi", code: int = 0, period: str = "2026") -> Any:
        """Return what was said; the filled form stands in `out` of that kind."""
        form, made = self.folder / f"bieu{kind}", self.folder / f"out{kind}"
        form.write_bytes(content)
        made.unlink(missing_ok=True)
        said = self.monitor("report", *arguments, "--period", period, "--form", str(form), "-o", str(made), lang=lang, code=code)
        assert form.read_bytes() == content
        assert made.exists() == (code == 0)
        return said

    def words(self, *paragraphs: str, about: tuple[str, ...] = (), period: str = "2026") -> list[str]:
        """Return the paragraphs of a form once it is filled."""
        self.fill(word_form(*paragraphs), ".docx", *about, period=period)
        return [paragraph.text for paragraph in Document(str(self.folder / "out.docx")).paragraphs]


@pytest.fixture
def forms(van_son: Any) -> Forms:
    """Return how to fill forms of a workspace with an estimated figure and a narrative."""
    van_son("record", f"{VAN_SON}/4a", "--period", "2026", "--numerator", "98", "--denominator", "100", "--until", "2026-10-31", "--estimated")
    van_son("narrative", "write", "difficulties", TEXT, "--period", "2026")
    return Forms(van_son)


def test_a_form_in_word_tells_what_the_report_tells(forms: Forms) -> None:
    heads = "{{ bc_ky }}; {{ bc_nam }}; {{ bc_dia_ban }}; {{ bc_don_vi }}; {{ bc_ngay_so_lieu }}; {{ bc_ngay_lap }}"
    figure = "{{ ct_4a }}; {{ ct_4a_so }}; {{ ct_4a_tu_so }}/{{ ct_4a_mau_so }}; {{ ct_4a_muc_giao }}; {{ ct_4a_danh_gia }}; {{ ct_4a_den_ngay }}"
    assert forms.words(heads, figure, "{{ bc_kho_khan }}") == [
        "năm 2026; 2026; xã Vân Sơn; UBND xã Vân Sơn; 31/10/2026; 22/11/2026",
        "98% (ước); 98; 98/100; từ 90% trở lên; Ước vượt (số liệu đến 31/10/2026); 31/10/2026",
        TEXT,
    ]


def test_a_figure_that_is_not_there_is_three_dots_and_none_is_never_printed(forms: Forms) -> None:
    parts = ("", "_so", "_tu_so", "_mau_so", "_cung_ky", "_luy_ke", "_uoc_nam", "_den_ngay")
    assert forms.words(" ".join(f"{{{{ ct_4b{part} }}}}" for part in parts), "{{ bc_kien_nghi }}") == [" ".join("…" * len(parts)), "…"]
    everything = ("{% for d in chi_tieu %}{{ d." + " }}|{{ d.".join(sorted(PARTS)) + " }}|{% endfor %}",)
    assert "None" not in "".join(forms.words(*everything))


def test_a_form_as_a_workbook_has_numbers_where_the_annex_has(forms: Forms) -> None:
    at = {"ct_4a": "B3", "ct_4a_tu_so": "C3", "ct_4a_den_ngay": "D3", "ct_4b": "B4", "bc_kho_khan": "B5", "ct_4a_ten": "A3", "bc_luu_y": "B6"}
    said = forms.fill(book_form(**{name: f"'Biểu 1'!{cell}" for name, cell in at.items()}), ".xlsx")
    sheet = load_workbook(forms.folder / "out.xlsx")["Biểu 1"]
    assert [sheet[cell].value for cell in ("B3", "C3", "B4", "B5")] == [98, 98, "…", TEXT]
    assert sheet["D3"].value.date() == date(2026, 10, 31)
    assert sheet["A3"].value.startswith("Cán bộ, giáo viên")
    assert sheet["B6"].data_type == "n"
    assert "năm 2026" in said.err


def test_the_sheet_of_ids_has_the_name_of_every_field(forms: Forms) -> None:
    """Of one plan the code, of several behind the plan's id: each of them can be filled."""
    for about, name in ((VAN_SON, "ct_4a"), ("", "ct_child_labour_van_son_2026_2030_4a")):
        if not about:
            forms.monitor("plugins", "enable", "child_work_2026")
            forms.monitor("plans", "follow", "child-work-2026/van-son")
        path = forms.folder / f"phu-luc-{name}.xlsx"
        asked = (about,) if about else ()
        forms.monitor("report", *asked, "--period", "2026", "-o", str(path))
        ids = load_workbook(path)["ID"]
        names = {row[1]: row[9] for row in ids.iter_rows(min_row=4, values_only=True)}
        assert names[f"{VAN_SON}/4a"] == name
        assert forms.words(*(f"{{{{ {one} }}}}" for one in names.values()), about=asked).count("98% (ước)") >= 1


def test_unknown_fields_are_told_and_nothing_is_written(forms: Forms) -> None:
    said = forms.fill(word_form("{{ ct_4aa }} {{ bc_khokhan }}"), ".docx", code=3).err
    assert "'ct_4aa' (có phải ct_4a" in said
    assert "'bc_khokhan' (có phải bc_kho_khan" in said
    assert "'ct_4aa'" in forms.fill(book_form(ct_4aa="'Biểu 1'!B3"), ".xlsx", code=3).err


def test_a_field_of_one_plan_is_offered_with_the_plan_in_between_and_the_other_way_round(forms: Forms) -> None:
    """A form that was made for the report on one plan is filled for all plans, and one for all plans for one."""
    long = "ct_child_labour_van_son_2026_2030_4a_so"
    assert f"'{long}' (có phải ct_4a_so không)" in forms.fill(word_form(f"{{{{ {long} }}}}"), ".docx", code=3).err
    forms.monitor("plugins", "enable", "child_work_2026")
    forms.monitor("plans", "follow", "child-work-2026/van-son")
    assert f"'ct_4a_so' (có phải {long}, " in forms.fill(word_form("{{ ct_4a_so }}"), ".docx", code=3).err
    assert f"(có phải {long}, " in forms.fill(book_form(ct_4a_so="'Biểu 1'!B3"), ".xlsx", code=3).err


def test_a_field_that_cannot_be_read_is_told_in_the_language_of_the_reader(forms: Forms) -> None:
    said = forms.fill(word_form("Kỳ: {% if %} {{ bc_ky }}"), ".docx", code=3).err
    assert "không đọc được, ở đoạn: 'Kỳ: {% if %} {{ bc_ky }}'" in said
    assert "Expected" not in said


def test_a_form_that_is_damaged_or_too_large_is_named(forms: Forms, monkeypatch: pytest.MonkeyPatch) -> None:
    content = word_form("{{ ct_4a }}")
    assert "chưa đóng ngoặc trong cùng đoạn văn: '{{ ct_4a'" in forms.fill(word_form("{{ ct_4a"), ".docx", code=3).err
    assert "bieu.docx bị hỏng" in forms.fill(content[: len(content) // 2], ".docx", code=3).err
    monkeypatch.setattr(filling, "LARGEST", 100)
    assert "bieu.docx lớn hơn mọi mẫu biểu" in forms.fill(content, ".docx", code=3).err


@pytest.mark.parametrize(
    ("form", "output", "said"),
    [
        ("bieu.docm", "out.docx", "is no form that can be filled; save it as .docx or .xlsx, without macros"),
        ("bieu.docx", "out.xlsx", "let 'out.xlsx' end in .docx"),
        ("khong-co.docx", "out.docx", "khong-co.docx"),
    ],
)
def test_a_form_of_another_kind_is_wrong_use(forms: Forms, monkeypatch: pytest.MonkeyPatch, form: str, output: str, said: str) -> None:
    monkeypatch.chdir(forms.folder)
    for name in ("bieu.docm", "bieu.docx"):
        Path(name).write_bytes(word_form("{{ ct_4a }}"))
    answer = forms.monitor("report", "--period", "2026", "--form", form, "-o", output, code=2)
    assert said in " ".join(answer.err.split())
    assert not Path(output).exists()


def test_a_filled_form_that_is_there_is_left_alone(forms: Forms) -> None:
    form = forms.folder / "bieu.docx"
    form.write_bytes(word_form("{{ ct_4a }}"))
    assert "may have been edited" in forms.monitor("report", "--period", "2026", "--form", str(form), "-o", str(form), code=2).err
    assert Document(io.BytesIO(form.read_bytes())).paragraphs[0].text == "{{ ct_4a }}"


def test_without_docxtpl_a_form_in_word_says_how_to_install_it(forms: Forms, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(sys.modules, "planmonitor_exchange.form.word", raising=False)
    monkeypatch.setitem(sys.modules, "docxtpl", None)
    said = forms.fill(word_form("{{ ct_4a }}"), ".docx", code=3, lang="en").err
    assert "need the package 'docxtpl'" in said
    assert "add its extra 'form', or use a workbook" in said


def test_a_quarter_is_told_beside_the_year_so_far_and_the_estimate_of_the_whole(forms: Forms) -> None:
    for period, count, until in (("2026-Q1", 10, "2026-03-14"), ("2026-Q2", 5, "2026-06-14"), ("2026", 30, "2026-11-14")):
        forms.monitor("record", f"{VAN_SON}/NV2a", "--period", period, "--value", str(count), "--until", until, code=None)
    figures = "{{ ct_nv2a_so }}; {{ ct_nv2a_luy_ke }}; {{ ct_nv2a_uoc_nam }}"
    assert forms.words(figures, period="2026-Q2") == ["5; 15 cuộc; 30 cuộc (ước)"]
    assert forms.words(figures, period="2026-Q1") == ["10; 10 cuộc; 30 cuộc (ước)"]
    assert forms.words(figures) == ["30; 30 cuộc (ước); 30 cuộc (ước)"]


def test_the_letter_of_a_duty_knows_the_figures_that_it_tells_alone(forms: Forms) -> None:
    forms.monitor("plugins", "enable", "child_work_2026")
    forms.monitor("plans", "follow", "child-work-2026/van-son")
    letter = ("child-work-2026/van-son/case-report",)
    assert forms.words("{{ ct_4a }} {{ ct_nv10 }}", about=letter) == ["… …"]
    assert "'ct_1a'" in forms.fill(word_form("{{ ct_4a }} {{ ct_1a }}"), ".docx", *letter, code=3).err


def test_the_report_of_a_unit_fills_the_form_of_the_whole_plan(forms: Forms) -> None:
    """What the unit does not count is not there, and no row of a list."""
    office = "Phòng Văn hóa - Xã hội"
    forms.monitor("record", f"{VAN_SON}/NV2a", "--period", "2026", "--value", "7", "--until", "2026-11-14")
    rows = "{% for dong in chi_tieu %}{{ dong.ma }} {% endfor %}"
    told, listed = forms.words("{{ bc_don_vi }}: {{ ct_1 }}, {{ ct_nv2a }}, {{ ct_nv2a_luy_ke }}", rows, about=("--unit", office))
    assert told == f"{office}: …, 07 cuộc (ước), 07 cuộc (ước)"
    assert "NV2a" in listed.split()
    assert "4a" not in listed.split()


def test_the_form_of_a_school_has_its_own_figure_and_not_that_of_all_schools(forms: Forms) -> None:
    """It is held against no bar, which is that of all together; the year so far is its own too."""
    forms.monitor("answer", f"{VAN_SON}/owner-5", "truong-hoc", "--document", "CV 12/UBND")
    for name, count in (("Trường THCS Vân Sơn", "30"), ("Trường Tiểu học Vân Sơn", "10")):
        forms.monitor("units", "add", name, "--group", "truong-hoc", "--plan", VAN_SON)
        figure = ("--numerator", count, "--denominator", "40", "--until", "2026-11-14", "--unit", name)
        forms.monitor("record", f"{VAN_SON}/5", "--period", "2026", *figure)
    field = "{{ ct_5_tu_so }}: {{ ct_5 }}, {{ ct_5_luy_ke }}{{ ct_5_danh_gia }}"
    assert forms.words(field, about=("--unit", "Trường THCS Vân Sơn")) == ["30: 75% (ước), 75% (ước)"]
    assert forms.words(field, about=("--unit", "truong-hoc"))[0].startswith("40: 50% (ước), 50% (ước)")


def test_the_page_for_officers_names_fields_that_there_are_and_every_part_of_a_measure(forms: Forms) -> None:
    page = (DOCS / "report-forms.md").read_text(encoding="utf-8").partition("## Bảng dài")[0]
    names = {name for name in re.findall(r"`((?:ct_4a|bc_)\w*)`", page) if name != "bc_"}
    assert {"ct_4a", *(f"ct_4a_{part}" for part in PARTS if part != "ket_qua")} <= names
    assert len(forms.words(*(f"{{{{ {name} }}}}" for name in sorted(names)))) == len(names)
