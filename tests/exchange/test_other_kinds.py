"""Files that are no workbook, whatever their names say: each is called what it is, with the next step."""

import gzip
import io
import zipfile

import pytest
from planmonitor import BadData
from planmonitor_exchange.figures.files import names_columns_by_code, read
from planmonitor_exchange.members.files import read as read_members
from planmonitor_exchange.speaking.speaker import Speaker
from support.workbooks import GOOD, OF_FORM, figures

OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)


def container(**parts):
    """Return a container with parts, "/" and "." written as "__" and "_" in their names."""
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as whole:
        for name, text in parts.items():
            whole.writestr(name.replace("__", "/").replace("_", "."), text)
    return written.getvalue()


def refused(content, name="bieu.xlsx", lang="vi"):
    """Return what is said of a file that is not taken."""
    with pytest.raises(BadData) as caught:
        read(name, content)
    return Speaker(lang).refusal(caught.value)


OPENDOCUMENT = "application/vnd.oasis.opendocument."
KINDS = [
    (b"%PDF-1.7\n%\xe2\xe3", "tệp PDF", "tệp bảng tính gốc"),
    (b"\x89PNG\r\n\x1a\n" + bytes(50), "hình ảnh", "tệp bảng tính gốc"),
    (b"\xff\xd8\xff\xe0" + bytes(50), "hình ảnh", "tệp bảng tính gốc"),
    (b"\0\0\0\x18ftypheic" + bytes(50), "hình ảnh", "tệp bảng tính gốc"),
    (b"{\\rtf1\\ansi Bi\\'ec}", "văn bản (Word)", "Chép bảng"),
    (OLD + "WordDocument".encode("utf-16-le"), "văn bản (Word)", "Chép bảng"),
    (OLD + "PowerPoint Document".encode("utf-16-le"), "bài trình chiếu", "tệp bảng tính gốc"),
    (OLD + "EncryptedPackage".encode("utf-16-le"), "mật khẩu", "bỏ mật khẩu"),
    (OLD + "Workbook".encode("utf-16-le"), ".xls", "Excel Workbook (.xlsx)"),
    (container(word__document_xml="<w/>"), "văn bản (Word)", "Chép bảng"),
    (container(mimetype=OPENDOCUMENT + "text", content_xml="<o/>"), "văn bản (Word)", "Chép bảng"),
    (container(ppt__presentation_xml="<p/>"), "bài trình chiếu", "tệp bảng tính gốc"),
    (container(xl__workbook_bin="x"), ".xlsb", "Excel Workbook (.xlsx)"),
    (container(thon_xlsx="x"), "tệp nén", "Giải nén"),
    (container(ghi_chu="x"), "không phải tệp bảng tính", "Excel Workbook (.xlsx)"),
    (b"Rar!\x1a\x07\x01\0", "tệp nén", "Giải nén"),
    (gzip.compress(b"x"), "tệp nén", "Giải nén"),
    (b"SQLite format 3\0" + bytes(80), "cơ sở dữ liệu", "lưu số liệu thành"),
    (b"\xef\xbb\xbf<html><table>", "trang web", "Excel Workbook (.xlsx)"),
    (b'<?xml version="1.0"?>\n<!DOCTYPE html>', "trang web", "Excel Workbook (.xlsx)"),
    (b'<?xml version="1.0"?><Workbook><Table/></Workbook>', "tệp XML", "Excel Workbook (.xlsx)"),
    (b'[{"measure": "4a"}]', "tệp JSON", "lưu số liệu thành"),
    (b'{\n  "rows": []}', "tệp JSON", "lưu số liệu thành"),
    (bytes(range(128, 256)) * 8, "bị hỏng", "Excel Workbook (.xlsx)"),
]


@pytest.mark.parametrize(("content", "what", "cure"), KINDS)
def test_a_file_of_another_kind_is_called_what_it_is(content, what, cure):
    """What the first bytes tell decides, under the name of a workbook."""
    said = refused(content)
    assert what in said
    assert cure in said


@pytest.mark.parametrize(("content", "what"), [(content, what) for content, what, _cure in KINDS if what != "bị hỏng"])
def test_the_name_of_a_text_does_not_hide_what_a_file_is(content, what):
    assert what in refused(content, "so-lieu.csv")


def test_members_are_not_read_out_of_another_kind_of_file():
    with pytest.raises(BadData, match="is a PDF"):
        read_members("truong.csv", b"%PDF-1.7")


def test_a_text_named_as_a_workbook_is_taken_where_it_is_a_table():
    drafts, errors, _said = read("bieu.xlsx", "Chỉ tiêu;Kỳ;Tử số;Mẫu số\n4a;2026-S1;45;50\n".encode())
    assert ([draft.numerator for draft in drafts], errors) == ([45], [])


def test_a_text_named_as_a_workbook_that_is_no_table_is_called_a_text():
    said = refused("Kính gửi các đồng chí\nSố liệu kèm theo\n".encode())
    assert said.startswith("Tệp này là văn bản thuần, không phải tệp bảng tính")
    assert "Ghi tên cột ở dòng trên cùng, như: Chỉ tiêu, " in said
    assert "văn bản thuần" not in refused("Kính gửi các đồng chí\n".encode(), "thu.csv")


@pytest.mark.parametrize("begin", ["[Biểu 1]\n", "PKS\n", "BM 01/TE\n", "{mẫu}\n"])
def test_titles_that_only_look_like_a_kind_are_titles(begin):
    """A table may have any words above it."""
    drafts, _errors, _said = read("so-lieu.csv", f"{begin}Chỉ tiêu;Kỳ;Số lượng\nNV1;2026-S1;2\n".encode())
    assert [draft.value for draft in drafts] == [2]


FORM_ROWS = (
    ("BIỂU THU THẬP SỐ LIỆU",),
    (),
    OF_FORM,
    ("D0001", "1", "Trẻ em biết bơi", "45", "50", "", "", "", "ước tính", ""),
    ("D0002", "2", "Tập huấn", "", "", "3", "", "", "", ""),
)


@pytest.mark.parametrize("mark", [";", ",", "\t"])
@pytest.mark.parametrize(
    "rows",
    [
        FORM_ROWS,
        FORM_ROWS[2:],
        FORM_ROWS[3:],
        [row[1:] for row in FORM_ROWS],
        [("Mã dòng", "Kế hoạch", "Nội dung"), ("N0001", "Đuối nước", "Kết quả")],
    ],
    ids=["whole", "without titles", "without headings", "without the hidden column", "narrative"],
)
@pytest.mark.parametrize("name", ["bieu.csv", "-", "bieu.xlsx"])
def test_a_sheet_of_a_form_saved_or_copied_as_text_is_called_so(rows, mark, name):
    """The row codes mean nothing without the hidden sheet: nothing is guessed, and one step mends it."""
    said = refused("\n".join(mark.join(row) for row in rows).encode(), name)
    assert "Đây là một trang của biểu mẫu" in said
    assert said.endswith("Mở lại biểu mẫu, lưu với dạng 'Excel Workbook (.xlsx)', rồi nhập tệp đó.")


def test_a_table_with_a_period_of_its_own_is_no_form():
    """However many headings it has in common with one; one headed with codes lacks a column instead."""
    heading = ";".join(words for words in ("Kỳ", *OF_FORM) if words != "Mã dòng")
    drafts, errors, _said = read("so-lieu.csv", f"{heading}\n2026;1;4a;45;50;;;;;\n".encode())
    assert ([draft.measure for draft in drafts], errors) == (["4a"], [])
    assert "TIME_PERIOD" in refused(b"MEASURE,NUMERATOR,DENOMINATOR,OBS_VALUE,OBS_STATUS\n4a,1,2,,\n", "so-lieu.csv")


@pytest.mark.parametrize(
    ("header", "row", "column"),
    [
        ("Chỉ tiêu;Kỳ;Tử số;Tình trạng", "4a;2026;x;", "Tử số: "),
        ("Chỉ tiêu;Kỳ;Số lượng;Loại số liệu", "4a;2026;5;tạm", "Cột Loại số liệu ghi 'tạm'"),
        ("Chỉ tiêu;Thời gian;Số lượng", "4a;;5", "Ô ở cột Thời gian để trống"),
        ("MEASURE;TIME_PERIOD;NUMERATOR", "4a;2026;x", "NUMERATOR: "),
        ("MEASURE;Kỳ;OBS_VALUE;OBS_STATUS", "4a;2026;5;tạm", "Cột OBS_STATUS ghi 'tạm'"),
    ],
)
def test_a_column_is_called_as_its_file_calls_it(header, row, column):
    _drafts, errors, _said = read("so-lieu.csv", f"{header}\n{row}\n".encode())
    assert column in Speaker("vi").refusal(errors[0][1])


@pytest.mark.parametrize(
    ("header", "missing"),
    [("Chỉ tiêu;Số lượng", "Kỳ"), ("MEASURE;OBS_VALUE", "TIME_PERIOD"), ("Kỳ;Số lượng", "Chỉ tiêu"), ("Số lượng", "Chỉ tiêu, Kỳ")],
)
def test_a_column_that_lacks_is_called_in_the_words_of_the_others(header, missing):
    assert f"Dòng tiêu đề thiếu cột: {missing}." in refused(f"{header}\n2;3\n".encode(), "so-lieu.csv")


def test_which_words_a_file_uses_is_told_by_its_headings():
    assert names_columns_by_code(b"Bieu 1\nMEASURE,TIME_PERIOD,OBS_VALUE\n")
    assert not names_columns_by_code("Chỉ tiêu,Kỳ,Số lượng\n".encode())
    assert not names_columns_by_code(figures(*GOOD))
    assert not names_columns_by_code(b"\0\x01" * 50)


def test_an_unknown_state_is_answered_with_the_words_that_are_taken():
    """Each of them is taken then."""
    said = Speaker("vi").refusal(read("a.csv", "Chỉ tiêu;Kỳ;Số lượng;Tình trạng\n4a;2026;5;tạm\n".encode())[1][0][1])
    assert said.endswith("Ghi một trong các từ: ước tính, sơ bộ, chính thức.")
    for words in ("ước tính", "sơ bộ", "chính thức"):
        assert read("a.csv", f"Chỉ tiêu;Kỳ;Số lượng;Tình trạng\n4a;2026;5;{words}\n".encode())[1] == []


@pytest.mark.parametrize("cell", ['"hai', '"hai"ba'])
def test_a_quotation_mark_that_is_not_closed_is_said_in_the_readers_language(cell):
    """No sentence of a library is passed on, and a mark that is doubled is one."""
    header = "Chỉ tiêu;Kỳ;Số lượng;Ghi chú"
    assert "dấu nháy kép chưa đóng" in refused(f"{header}\nNV1;2026-S1;2;{cell}\n".encode(), "a.csv")
    drafts, _errors, _said = read("a.csv", f'{header}\nNV1;2026-S1;2;"hai ""ba"""\n'.encode())
    assert drafts[0].note == 'hai "ba"'
