"""Forms in Word: their fields are filled, every sign of a text stays, and what is no plain form is refused before a library opens it."""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile

import pytest
from docx import Document
from docx.enum.section import WD_SECTION
from planmonitor import BadData
from planmonitor_exchange.form import word_look, word_tags
from planmonitor_exchange.form.fields import FormField
from planmonitor_exchange.form.word import filled_word
from planmonitor_exchange.word_container import DAMAGED, RefusedWord
from support.forms import TEXT, fields, word_form
from support.workbooks import parts_of, with_part

FIELDS = fields("1a", "1b", bc_kho_khan=f"Dòng 1 {TEXT}\nDòng 2\tcó {{{{ ct_1a }}}}", bc_don_vi="UBND xã Vân Sơn")
BODY = "word/document.xml"


def words(content):
    """Return the paragraphs of a filled form."""
    return [paragraph.text for paragraph in Document(io.BytesIO(filled_word(content, FIELDS))).paragraphs]


def table(content):
    """Return the cells of the first table of a filled form."""
    return [[cell.text for cell in row.cells] for row in Document(io.BytesIO(filled_word(content, FIELDS))).tables[0].rows]


def refused(content):
    """Return why a form is not filled, as it is told."""
    with pytest.raises((RefusedWord, BadData)) as caught:
        filled_word(content, FIELDS)
    error = caught.value
    return error.template.format(file="bieu.docx", **error.values) if isinstance(error, RefusedWord) else str(error)


def test_a_text_stays_as_it_is_with_all_its_signs():
    assert words(word_form("Kết quả: {{ ct_1a }}.")) == [f"Kết quả: ket_qua 1a {TEXT}."]


def test_lines_of_a_narrative_stay_lines_and_no_field_in_it_is_filled():
    assert words(word_form("{{ bc_kho_khan }}")) == [f"Dòng 1 {TEXT}\nDòng 2 có {{{{ ct_1a }}}}"]


def test_letters_that_were_written_apart_are_composed_and_control_signs_shown():
    assert FormField(unicodedata.normalize("NFD", "Chưa đủ\x0b\nnữa"), None).words == "Chưa đủ \nnữa"


def test_a_field_that_word_split_into_runs_is_filled():
    assert words(word_form(("Số: {", "{ ct_", "1a", " }", "}."))) == [f"Số: ket_qua 1a {TEXT}."]


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_letters_of_a_condition_are_compared_however_they_are_composed(form):
    condition = unicodedata.normalize(form, "{% if bc_don_vi == 'UBND xã Vân Sơn' %}")
    assert words(word_form(condition + "đúng{% endif %}")) == ["đúng"]


def test_the_quotes_that_word_makes_are_quotes():
    assert words(word_form("{% if bc_don_vi == “UBND xã Vân Sơn” %}đúng{% endif %}")) == ["đúng"]


def test_an_unknown_name_in_any_composition_is_told():
    assert "'số_liệu'" in refused(word_form(unicodedata.normalize("NFD", "{{ số_liệu }}")))


def test_a_row_is_repeated_for_every_measure():
    measure = ("{{ loop.index }}", "{{ dong.ten }}: {{ dong.ket_qua }}")
    filled = table(word_form(rows=[("TT", "Chỉ tiêu"), ("{%tr for dong in chi_tieu %}", ""), measure, ("{%tr endfor %}", "")]))
    assert filled[0] == ["TT", "Chỉ tiêu"]
    assert filled[1:] == [[str(at), f"ten {code} {TEXT}: ket_qua {code} {TEXT}"] for at, code in enumerate(("1a", "1b"), 1)]


def test_headers_are_filled():
    def head(made):
        made.sections[0].header.paragraphs[0].text = "{{ bc_don_vi|upper }}"

    filled = Document(io.BytesIO(filled_word(word_form("x", change=head), FIELDS)))
    assert filled.sections[0].header.paragraphs[0].text == "UBND XÃ VÂN SƠN"


def test_all_unknown_fields_are_named_at_once_with_near_ones():
    rows = [("{%tr for dong in chi_tieu %}",), ("{{ dong.tenn }} {{ dong }}",), ("{%tr endfor %}",)]
    said = refused(word_form("{{ ct_1aa }} {{ bc_kho_kan }}", rows=rows))
    assert "'ct_1aa' (perhaps ct_1a" in said
    assert "'bc_kho_kan' (perhaps bc_kho_khan" in said
    assert "'dong.tenn' (perhaps dong.ten" in said
    assert "'dong'" in said


def test_a_form_filled_twice_is_the_same_file_and_other_parts_stay():
    content = word_form("{{ ct_1a }}", "Chữ khác")
    with zipfile.ZipFile(io.BytesIO(filled_word(content, FIELDS))) as container:
        assert {entry.date_time for entry in container.infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert filled_word(content, FIELDS) == filled_word(content, FIELDS)
    before, after = parts_of(content), parts_of(filled_word(content, FIELDS))
    assert {name for name in before if before[name] != after[name]} == {BODY}


@pytest.mark.parametrize(
    ("paragraphs", "said"),
    [
        (["không có gì"], "has no field to be filled, such as {{ ct_1a }}"),
        (["{# ghi chú #}"], "has no field"),
        (["Kết quả {{ ct_1a }, hết"], "is not closed in its paragraph: '{{ ct_1a }, hết'"),
        (["{{ ct_1a", "}}"], "is not closed in its paragraph: '{{ ct_1a'"),
        (["{{ ct_1a ct_1b }}"], "cannot be read, in this paragraph: '{{ ct_1a ct_1b }}'"),
        (["{%p if ct_1a %}", "x"], "cannot be read, in this paragraph"),
        (["{{ ct_1a }}{{ 2 * 3 }}"], "does more than forms may do (mul)"),
        (["{{ ct_1a }}{% for i in range(3) %}x{% endfor %}"], "write {%tr for dong in chi_tieu %}"),
        (["{{ range(3) }}"], "does more than forms may do (call)"),
        (["{{ ct_1a|safe }}"], "does more than forms may do (filter)"),
        (["{% autoescape false %}{{ ct_1a }}{% endautoescape %}"], "does more than forms may do"),
        (["{% for a in chi_tieu %}{% for b in chi_tieu %}{{ b.ten }}{% endfor %}{% endfor %}"], "write {%tr for dong in chi_tieu %}"),
        (["{{ ct_1a.year }}"], "'ct_1a.year'"),
        (["{{r ct_1a }}"], "has '{{r ct_1a }}', which is not understood"),
        (["a {{ ct_1a -}} b"], "which is not understood"),
        (["{% vm %}{{ ct_1a }}"], "has '{% vm %}', which is not understood"),
        (["Mất {%p if ct_1a %}", "x", "{%p endif %}"], "has '{%p if ct_1a %}' beside 'Mất', which would be lost"),
    ],
)
def test_what_is_no_plain_form_is_refused_with_the_place(paragraphs, said):
    assert said in refused(word_form(*paragraphs))


def test_marks_that_stand_across_table_and_text_are_refused():
    """docxtpl mends what is not closed, and loses text of it."""
    assert "stand across each other" in refused(word_form("{% if ct_1a == '' %}x", rows=[("{% endif %}y",)]))


def test_what_stands_in_the_row_of_a_mark_is_not_lost_silently():
    rows = [("{%tr for dong in chi_tieu %}", "chữ"), ("{{ dong.ten }}", ""), ("{%tr endfor %}", "")]
    assert "beside 'chữ', which would be lost" in refused(word_form(rows=rows))


def test_a_row_and_its_list_in_one_row_are_refused():
    rows = [("{%tr for dong in chi_tieu %}{{ dong.ten }}", "{{ dong.ma }}{%tr endfor %}")]
    assert "which would be lost" in refused(word_form(rows=rows))


def changed(part, old, new, content=None):
    content = content or word_form("{{ ct_1a }}")
    return with_part(content, part, lambda text: re.sub(old, new, text, count=1))


OUTSIDE = rb'<Relationship Id="r9" Type="http://x/%s" Target="http://x/a.dotm" TargetMode="External"/></Relationships>'


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (changed(BODY, rb"\?>", b"?><!DOCTYPE w>"), "declares a document type"),
        (changed(BODY, rb"\?>", b'?><!DOCTYPE w [<!ENTITY a "b">]>'), "declares a document type"),
        (changed("docProps/app.xml", rb"\?>", b"?><!DOCTYPE w>"), "declares a document type"),
        (with_part(word_form("{{ ct_1a }}"), "word/vbaProject.bin", lambda _none: b"x"), "holds macros"),
        (changed("[Content_Types].xml", rb"wordprocessingml\.document\.main\+xml", b"ms-word.document.macroEnabled.main+xml"), "holds macros"),
        (changed("word/_rels/document.xml.rels", b"</Relationships>", OUTSIDE % b"attachedTemplate"), "loads 'http://x/a.dotm' from elsewhere"),
        (changed("word/_rels/document.xml.rels", b"</Relationships>", OUTSIDE % b"image"), "loads 'http://x/a.dotm' from elsewhere"),
        (word_form("x", change=lambda made: setattr(made.core_properties, "title", "{{ ct_1a }}")), "in a place that is not filled"),
        (changed(BODY, b"<w:body>", b"<!-- {{ ct_1a }} --><w:body>"), "in a place that is not filled"),
        (changed(BODY, b"<w:body>", b'<w:body w:x="{{ ct_1a }}">'), "in a place that is not filled"),
        (changed(BODY, rb"http://schemas\.openxmlformats\.org/(wordprocessingml)/2006", rb"http://purl.oclc.org/ooxml/\1"), "Strict Open XML"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "has a password, or is of the old kind .doc"),
        (with_part(word_form("x"), "xl/workbook.xml", lambda _none: b"<x/>").replace(b"word/document", b"word/documenx"), "is no Word document"),
    ],
    ids=["dtd", "entity", "dtd elsewhere", "macro", "macro kind", "template", "picture", "property", "comment", "attribute", "strict", "old", "none"],
)
def test_a_form_that_is_more_than_a_form_is_not_opened(content, said, monkeypatch):
    def opened(*_content):
        raise AssertionError("opened")

    monkeypatch.setattr("docx.api.Package.open", opened)
    assert said in refused(content)


def test_a_link_in_a_form_is_no_reason_to_refuse_it():
    content = changed("word/_rels/document.xml.rels", b"</Relationships>", OUTSIDE % b"hyperlink")
    assert words(content) == [f"ket_qua 1a {TEXT}"]


@pytest.mark.parametrize(
    ("module", "limit", "most", "said"),
    [
        (word_look, "LARGEST_FORM", 5_000, "larger inside"),
        (word_look, "LARGEST_TEXT", 500, "larger inside"),
        (word_look, "MOST_ELEMENTS", 50, "larger inside"),
        (word_look, "MOST_TAGS", 1, "more than 1 fields"),
        (word_look, "LONGEST_TAG", 3, "not closed"),
        (word_tags, "LARGEST_FILLED", 50, "larger than any document"),
    ],
)
def test_each_limit_refuses_a_form_that_passes_it(module, limit, most, said, monkeypatch):
    monkeypatch.setattr(module, limit, most)
    assert said in refused(word_form("{{ ct_1a }} {{ ct_1b }}"))


def test_what_a_list_comes_to_is_reckoned_before_it_is_written(monkeypatch):
    """Two rows come to more than what is between them once."""
    form = word_form("{% for dong in chi_tieu %}" + "x" * 3_000 + "{{ dong.ten }}{% endfor %}")
    monkeypatch.setattr(word_tags, "LARGEST_FILLED", 7_000)
    assert "larger than any document" in refused(form)


def test_a_damaged_form_ends_in_what_damaged_files_end_in():
    content = word_form("{{ ct_1a }}")
    with pytest.raises(DAMAGED):
        filled_word(content[: len(content) // 2], FIELDS)


def test_a_footnote_with_a_field_is_refused():
    """docxtpl fills notes once for every section, and would read what was filled in as fields."""
    main = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    note = b'<w:footnotes xmlns:w="%s"><w:p><w:r><w:t>{{ ct_1a }}</w:t></w:r></w:p></w:footnotes>' % main
    two = word_form("{{ ct_1a }}", change=lambda made: made.add_section(WD_SECTION.NEW_PAGE))
    assert "in a place that is not filled" in refused(with_part(two, "word/footnotes.xml", lambda _none: note))
