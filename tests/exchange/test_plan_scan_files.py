"""Reading the file an officer has: every encoding that occurs, Word documents, and files that are damaged or built to do damage."""

from __future__ import annotations

import io
import struct
import time
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from planmonitor import BadData
from planmonitor_exchange.plan_text import reading
from planmonitor_exchange.plan_text.reading import read_document

SENTENCE = "Kế hoạch thử nghiệm: trẻ em được bảo vệ, chăm sóc và giáo dục đầy đủ.\n"
NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
OLD = '<w:rPr><w:rFonts w:ascii="VNI-Times"/></w:rPr>'
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"


def styles(*inside: str) -> str:
    """Return the part of a document that holds these styles."""
    return f'<w:styles xmlns:w="{NAMESPACE}">{"".join(inside)}</w:styles>'


def paragraph(words: str, before: str = "", font: str = "") -> str:
    fonts = f'<w:rPr><w:rFonts w:ascii="{font}"/></w:rPr>' if font else ""
    return f"<w:p>{before}<w:r>{fonts}<w:t>{words}</w:t></w:r></w:p>"


def document(*body: str, namespace: str = NAMESPACE, head: str = "") -> str:
    others = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    return f'<?xml version="1.0"?>{head}<w:document xmlns:w="{namespace}" {others}><w:body>{"".join(body)}</w:body></w:document>'


def packed(xml: str | bytes, **others: str | bytes) -> bytes:
    """Return the bytes of a Word document with this text, and further parts."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", xml)
        for name, content in others.items():
            archive.writestr(f"word/{name.replace('__', '.')}", content)
    return out.getvalue()


@pytest.fixture
def saved(tmp_path: Path):
    """Return a function that saves bytes as a file and reads the document in it."""

    def save(content: bytes, name: str = "ke-hoach.docx") -> reading.Content:
        path = tmp_path / name
        path.write_bytes(content)
        return read_document(path)

    return save


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_a_text_is_read_in_every_unicode_encoding(saved, encoding: str) -> None:
    """UTF-8 with or without its mark, and UTF-16 with or without one, give the same words."""
    assert saved(SENTENCE.encode(encoding), "ke-hoach.txt").text.strip() == SENTENCE.strip()


def test_a_text_of_old_windows_is_composed_and_this_is_said(saved) -> None:
    """Code page 1258 keeps tone marks apart; the words come back composed, with a note."""
    import unicodedata

    marks = "\u0300\u0301\u0303\u0309\u0323"
    letters = "".join(
        unicodedata.normalize("NFC", "".join(part for part in unicodedata.normalize("NFD", letter) if part not in marks))
        + "".join(part for part in unicodedata.normalize("NFD", letter) if part in marks)
        for letter in SENTENCE
    )
    read = saved(letters.encode("cp1258"), "ke-hoach.txt")

    assert read.text == SENTENCE
    assert "1258" in str(read.notes[0])


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (bytes(range(128, 256)) * 8, "no text in UTF-8"),
        ("KÕ ho¹ch b¶o vÖ trÎ em ®­îc ch¨m sãc vµ gi¸o dôc".encode("latin-1"), "no text in UTF-8"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "has a password, or is of the old kind .doc"),
        (b"%PDF-1.7\n", "is a PDF"),
        (b"{\\rtf1\\ansi}", "RTF"),
        (b"", "holds no text"),
        (b"  \n\n ", "holds no text"),
        (b"PK\x03\x04 half", "is damaged"),
    ],
    ids=["noise", "old font", "doc", "pdf", "rtf", "empty", "blank", "half a zip"],
)
def test_what_cannot_be_read_is_refused_with_the_next_step(saved, content: bytes, words: str) -> None:
    """Another kind of file, another code page, or nothing at all: said in one sentence, with what to do."""
    with pytest.raises(BadData, match=words) as refused:
        saved(content, "ke-hoach.bin")

    assert refused.value.hint is not None
    assert "ke-hoach.bin" in str(refused.value)


def test_a_file_larger_than_any_plan_is_refused(saved, monkeypatch: pytest.MonkeyPatch) -> None:
    """A video that was chosen by mistake is not read to its end."""
    monkeypatch.setattr(reading, "LARGEST", 1000)

    with pytest.raises(BadData, match="larger than any plan"):
        saved(b"a" * 1001, "ke-hoach.txt")


@pytest.mark.parametrize("namespace", [NAMESPACE, STRICT])
def test_a_word_document_gives_a_line_for_each_paragraph_and_row(saved, namespace: str) -> None:
    """Paragraphs, tabs and breaks, and tables row by row with their cells apart, in both kinds of .docx."""
    cell = "<w:tc>{}</w:tc>"
    row = f"<w:tr>{cell.format(paragraph('Trẻ em'))}{cell.format(paragraph('90%') + paragraph('trở lên'))}</w:tr>"
    body = [
        paragraph("Số: 1/KH-UBND"),
        "<w:p><w:r><w:t>Trên</w:t><w:tab/><w:t>90%</w:t><w:br/><w:t>trẻ em</w:t></w:r></w:p>",
        f"<w:tbl>{row}</w:tbl>",
    ]

    assert saved(packed(document(*body, namespace=namespace))).text.split("\n") == ["Số: 1/KH-UBND", "Trên 90%", "trẻ em", "Trẻ em | 90% trở lên"]


def test_deleted_words_are_left_out_and_footnotes_stand_at_the_end(saved) -> None:
    """Tracked deletions are no text of the plan; a footnote keeps its raised number in both places."""
    gone = "<w:del><w:r><w:delText>80%</w:delText><w:t>70%</w:t></w:r></w:del>"
    deleted = f'<w:p><w:r><w:t>Trẻ em</w:t></w:r>{gone}<w:r><w:footnoteReference w:id="2"/></w:r></w:p>'
    note = f'<w:footnotes xmlns:w="{NAMESPACE}"><w:footnote w:id="2">{paragraph("Theo Luật Trẻ em")}</w:footnote></w:footnotes>'

    read = saved(packed(document(deleted), footnotes__xml=note))

    assert read.text == "Trẻ em²\n² Theo Luật Trẻ em"
    assert "marked as deleted" in str(read.notes[0])


def test_a_text_box_is_read_once(saved) -> None:
    """Word keeps a second copy of a text box for old programs; its figures are not counted twice."""
    twice = f"<mc:AlternateContent><mc:Choice>{paragraph('95%')}</mc:Choice><mc:Fallback>{paragraph('95%')}</mc:Fallback></mc:AlternateContent>"

    assert saved(packed(document(twice))).text.count("95%") == 1


def test_numbering_that_is_switched_off_is_no_number(saved) -> None:
    """`w:numId` 0 takes a paragraph out of every list: its words stand as they are, and no automatic number is spoken of."""
    off = '<w:pPr><w:pStyle w:val="Muc"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr></w:pPr>'
    style = '<w:style w:type="paragraph" w:styleId="Muc"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>'

    read = saved(packed(document(paragraph("I. MỤC TIÊU", before=off)), styles__xml=styles(style)))

    assert (read.text, read.notes) == ("I. MỤC TIÊU", ())


@pytest.mark.parametrize(("default", "named"), [("", '<w:pPr><w:pStyle w:val="Muc"/></w:pPr>'), ('w:default="1" ', "")], ids=["named", "default"])
def test_numbers_of_a_style_are_spoken_of(saved, default: str, named: str) -> None:
    """A style, or the one it is based on, may number its paragraphs: that their numbers are not read is said."""
    numbered = '<w:style w:type="paragraph" w:styleId="Goc"><w:pPr><w:numPr><w:numId w:val="3"/></w:numPr></w:pPr></w:style>'
    based = f'<w:style w:type="paragraph" {default}w:styleId="Muc"><w:basedOn w:val="Goc"/></w:style>'

    read = saved(packed(document(paragraph("MỤC TIÊU", before=named)), styles__xml=styles(numbered, based)))

    assert read.text == "MỤC TIÊU"
    assert "1 paragraphs have automatic numbers" in str(read.notes[0])


def test_rows_of_tables_are_spoken_of(saved) -> None:
    """How many rows stand in the text as lines is said: what is set in them is not read."""
    row = f"<w:tr><w:tc>{paragraph('Trẻ em')}</w:tc><w:tc>{paragraph('90%')}</w:tc></w:tr>"

    assert "2 rows of tables" in str(saved(packed(document(f"<w:tbl>{row}{row}</w:tbl>"))).notes[0])


@pytest.mark.parametrize(
    ("before", "inside"),
    [
        ("", '<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr></w:rPrDefault></w:docDefaults>'),
        ("", '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:rPr><w:rFonts w:hAnsi=".VnTime"/></w:rPr></w:style>'),
        (
            '<w:pPr><w:pStyle w:val="Than"/></w:pPr>',
            f'<w:style w:styleId="A">{OLD}</w:style><w:style w:styleId="Than"><w:basedOn w:val="A"/></w:style>',
        ),
    ],
    ids=["defaults", "normal", "based on"],
)
def test_an_old_font_that_stands_in_a_style_is_refused(saved, before: str, inside: str) -> None:
    """Letters of an old Vietnamese font are no Unicode wherever the font is named: of a style, of the one below it, or of the document."""
    with pytest.raises(BadData, match="is written in the font"):
        saved(packed(document(paragraph("Trẻ em", before=before)), styles__xml=styles(inside)))


def test_a_font_of_the_words_wins_over_that_of_their_style(saved) -> None:
    """Words in a font of today are read although the style they stand in has an old one."""
    style = '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:rPr><w:rFonts w:ascii=".VnTime"/></w:rPr></w:style>'

    assert saved(packed(document(paragraph("Trẻ em", font="Times New Roman")), styles__xml=styles(style))).text == "Trẻ em"


def test_automatic_numbers_and_macros_are_spoken_of(saved) -> None:
    """The numbers Word adds are not in the text, and macros are never touched: both are said."""
    numbered = paragraph("Trẻ em", before="<w:pPr><w:numPr/></w:pPr>")

    read = saved(packed(document(numbered), vbaProject__bin=b"macro"))

    assert read.text == "- Trẻ em"
    assert ["automatic numbers" in str(read.notes[0]), "macros" in str(read.notes[1])] == [True, True]


@pytest.mark.parametrize("font", [".VnTime", "VNI-Times"])
def test_a_document_in_an_old_font_is_refused_by_the_name_of_the_font(saved, font: str) -> None:
    """Letters of such fonts are no Unicode: what is read would be wrong everywhere."""
    with pytest.raises(BadData, match=font):
        saved(packed(document(paragraph("trÎ em", font=font))))

    assert saved(packed(document(paragraph("trẻ em", font="Times New Roman")))).text == "trẻ em"


ENTITY = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'


@pytest.mark.parametrize(
    ("xml", "words"),
    [
        (document(paragraph("a"), head=ENTITY), "is damaged"),
        (document(paragraph("a"), head='<!DOCTYPE x SYSTEM "file:///etc/hostname">'), "is damaged"),
        ("<w:document>", "is damaged"),
        (b"\xff\xfe\x00", "is damaged"),
        (document("<w:p>" * 500 + "</w:p>" * 500), "is damaged"),
        (document(paragraph("a" * 1_500_000)), "larger inside"),
    ],
    ids=["entity", "outside", "no end", "no xml", "too deep", "packed too well"],
)
def test_a_document_built_to_do_damage_is_refused(saved, xml: str | bytes, words: str) -> None:
    """A document type, XML that is none, endless nesting and text packed beyond belief end in one refusal."""
    with pytest.raises(BadData, match=words):
        saved(packed(xml))


def test_a_gigabyte_packed_into_a_megabyte_is_refused_at_once(saved) -> None:
    """A zip bomb is refused by what it says of itself, before it is unpacked."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive, archive.open("word/document.xml", "w", force_zip64=True) as part:
        for _piece in range(256):
            part.write(bytes(1_048_576))
    started = time.monotonic()

    with pytest.raises(BadData, match="larger inside"):
        saved(out.getvalue())

    assert time.monotonic() - started < 2


def test_a_bomb_that_lies_about_its_size_is_refused(saved) -> None:
    """Where the directory says a part is small and it is not, nothing beyond the said size is unpacked."""
    content = bytearray(packed(document(paragraph("a" * 3_000_000))))
    entry = content.rindex(b"PK\x01\x02", 0, content.rindex(b"word/document.xml"))
    struct.pack_into("<L", content, entry + 24, 100)

    with pytest.raises(BadData, match="is damaged"):
        saved(bytes(content))


def test_too_many_parts_are_refused_before_they_are_listed(saved) -> None:
    """A directory of thousands of entries is not read."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for number in range(3_001):
            archive.writestr(f"word/{number}", "")

    with pytest.raises(BadData, match="more parts"):
        saved(out.getvalue())


def test_a_locked_zip_and_a_zip_of_something_else_are_refused(saved) -> None:
    """A part with a password, and an archive without a Word text, are named as what they are."""
    locked = bytearray(packed(document(paragraph("a"))))
    for at in (locked.rindex(b"PK\x01\x02", 0, locked.rindex(b"word/document.xml")) + 8,):
        locked[at] |= 1
    other = io.BytesIO()
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.text")

    with pytest.raises(BadData, match="password"):
        saved(bytes(locked))
    with pytest.raises(BadData, match="no Word document"):
        saved(other.getvalue())


@settings(max_examples=150, suppress_health_check=[*settings().suppress_health_check, HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_word_document_damaged_anywhere_is_read_or_refused(saved, data: st.DataObject) -> None:
    """Whatever bytes of the file are changed or cut off, it is read or refused in one sentence, and nothing else happens."""
    content = bytearray(packed(document(*(paragraph(f"Trẻ em {number}%") for number in range(40)))))
    for _change in range(data.draw(st.integers(1, 4))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.integers(0, len(content)) | st.just(len(content)))
    try:
        read = saved(bytes(content[:cut]))
    except BadData:
        return
    assert read.text.strip()
