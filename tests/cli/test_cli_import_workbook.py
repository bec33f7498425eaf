"""`monitor import` of workbooks and of pasted rows, several files at once, trials, questions, and where a figure was read from."""

import csv
import io
import sqlite3
import sys
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from support.workbooks import GOOD, VAN_SON, figures, form, lines, workbook


def put(monitor, content, name="bieu.xlsx"):
    """Write a file beside the workspace and return its path."""
    path = monitor.folder / name
    path.write_bytes(content)
    return str(path)


def database(monitor):
    return (monitor.folder / "monitor.db").read_bytes()


def paste(monitor, monkeypatch, text, *options, code=0, lang="en"):
    """Run the command with rows pasted on standard input."""
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text.encode()), encoding="utf-8"))
    return monitor("import", "-", *options, code=code, lang=lang)


def test_a_workbook_is_taken_and_history_says_from_which_cell(van_son):
    """B: file, sheet and cell of every figure stand in its history; one that was typed in has none."""
    assert "3 figures taken (3 new, 0 revised, 0 unchanged)" in van_son("import", put(van_son, figures(*GOOD))).out
    van_son("record", "4a", "--period", "2026-S1", "--numerator", "46", "--denominator", "50")
    first, second = van_son("history", "4a", "--format", "json").json
    assert (first["file_name"], first["sheet"], first["cell"]) == ("bieu.xlsx", "Số liệu", "C2")
    assert (second["file_name"], second["sheet"], second["cell"]) == (None, None, None)
    assert "bieu.xlsx, sheet 'Số liệu', cell C2" in van_son("history", "4a", "--format", "markdown").words


def test_the_line_of_a_text_is_where_its_figure_was_read_from(van_son):
    van_son("import", put(van_son, b"MEASURE,TIME_PERIOD,NUMERATOR,DENOMINATOR\n4a,2026-S1,45,50\n", "so-lieu.csv"))
    [revision] = van_son("history", "4a", "--format", "json").json
    assert (revision["file_name"], revision["sheet"], revision["cell"]) == ("so-lieu.csv", None, "2")
    assert "so-lieu.csv, line 2" in van_son("history", "4a", "--format", "markdown").words


def test_where_a_figure_stood_is_sealed_with_it(van_son):
    """The cell is part of what the journal's hash covers."""
    van_son("import", put(van_son, figures(*GOOD)))
    van_son("db", "check")
    with sqlite3.connect(van_son.folder / "monitor.db") as connection:
        connection.execute("DROP TRIGGER revisions_no_update")
        connection.execute("UPDATE revisions SET cell = 'C9' WHERE revision = 1")
    connection.close()
    assert van_son("db", "check", code=None).code != 0


def test_a_form_is_taken_by_its_keys_and_the_same_file_twice_once(van_son):
    content = form(lines("D0001"), ("D0001", "1", "Tỷ lệ", 45, 50, None, None, date(2026, 6, 10), "sơ bộ", "BC 12/BC"))
    receipt = van_son("import", put(van_son, content)).out.split("Receipt ")[1].strip(" .\n")
    assert receipt in van_son("import", put(van_son, content, "lai.xlsx")).out
    assert len(van_son("history", "4a", "--format", "json").json) == 1


BAD = (("4a", "2026-S1", "98,5%", 50), ("4b", "2026-S1", 300, 400), ("5", "2026-S1", "không", 50), ("7a", "2026-S1", 60, 50))


def test_an_export_that_was_saved_as_a_workbook_is_read_back(van_son, tmp_path):
    """Its columns bear their codes; a note that begins like a formula bears the apostrophe it left with."""
    van_son("record", "4a", "--period", "2026-S1", "--numerator", "45", "--denominator", "50", "--note", "=đủ", "--provisional")
    van_son("record", "NV1", "--period", "2026-S1", "--value", "2", "--evidence", "BC 12")
    rows = list(csv.reader(io.StringIO(van_son("export").out)))
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append([int(cell) if cell.isdigit() and len(cell) < 5 else cell or None for cell in row])
    van_son.folder = tmp_path / "another"
    van_son.follow(VAN_SON)
    book.save(van_son.folder / "so-lieu.xlsx")
    assert "2 figures taken" in van_son("import", str(van_son.folder / "so-lieu.xlsx")).out
    assert list(csv.reader(io.StringIO(van_son("export").out))) == rows


def test_every_wrong_cell_is_named_with_sheet_cell_reason_and_cure(van_son):
    """What was found, why it is not taken, what to write; questions are named as such, and nothing is written."""
    before = database(van_son)
    answer = van_son("import", put(van_son, figures(*BAD)), code=3)
    told = answer.err.splitlines()
    assert told[0].startswith("bieu.xlsx, sheet 'Số liệu', cell C2: Tử số: '98,5%' is a percentage. Give its two counts")
    assert "cell C4: please say: Tử số: 'không' may mean zero or nothing reported. Write 0, or leave it empty" in answer.err
    assert "cell C5: The numerator 60 is above the denominator 50" in answer.err
    assert "3 rows are wrong; nothing was written" in answer.err
    assert "1 of them are questions" in answer.err
    assert database(van_son) == before


@pytest.mark.parametrize(
    ("row", "cell"),
    [
        (("99z", "2026-S1", 45, 50), "A2"),
        (("4a", "2031-S1", 45, 50), "B2"),
        (("4a", "tháng mười ba", 45, 50), "B2"),
        (("4a", "2026-S1", 45, 50, "Trường Lạ"), "E2"),
        (("4a", "2026-S1", 45, 50, None, "Hà Nội"), "F2"),
        (("4a", "2026-S1", 45, 50, None, None, "giới=nữ"), "G2"),
    ],
)
def test_what_is_wrong_is_named_by_the_cell_that_is(van_son, row, cell):
    """A measure, period, unit, place or part that is not known, beside a figure that is right."""
    header = ("Chỉ tiêu", "Kỳ", "Tử số", "Mẫu số", "Đơn vị", "Địa bàn", "Phân tổ")
    answer = van_son("import", put(van_son, workbook({"Số liệu": [header, row]})), code=3)
    assert f"bieu.xlsx, sheet 'Số liệu', cell {cell}: " in answer.err


def test_a_trial_says_what_is_new_changed_the_same_and_refused_and_writes_nothing(van_son):
    """The database is byte for byte as it was, with or without something wrong in the file."""
    van_son("import", put(van_son, figures(*GOOD)))
    before, there = database(van_son), {path.name for path in van_son.folder.iterdir()}
    good = put(van_son, figures(GOOD[0], ("4b", "2026-S1", 301, 400), ("NV2a", "2026-S1", None, None, 1)), "thu.xlsx")
    assert "2 figures can be taken (1 new, 1 revised, 1 unchanged). Nothing was written." in van_son("import", good, "--dry-run").out
    bad = put(van_son, figures(GOOD[0], ("4b", "2026-S1", 301, 400), ("NV2a", "2026-S1", None, None, -1)), "xau.xlsx")
    answer = van_son("import", bad, "--dry-run", code=3)
    assert "1 rows are wrong" in answer.err
    assert "without them 1 figures could be taken (0 new, 1 revised, 1 unchanged)" in answer.err
    assert database(van_son) == before
    assert {path.name for path in van_son.folder.iterdir()} - there == {"thu.xlsx", "xau.xlsx"}


def test_one_bad_file_never_stops_the_others(van_son):
    """Damaged, of another kind, wrong in a cell, or not to be read: each is told, and all others are taken."""
    paths = [
        put(van_son, b"PK\x03\x04", "hong.xlsx"),
        put(van_son, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "cu.xls"),
        put(van_son, figures(*BAD), "sai.xlsx"),
        put(van_son, b"\xff\xfe\x00", "la.csv"),
        put(van_son, figures(GOOD[0]), "Bé Lan 9 tuổi.xlsx"),
        str(van_son.folder / "khong-co.xlsx"),
        str(van_son.folder),
        put(van_son, figures(*GOOD), "tot.xlsx"),
    ]
    answer = van_son("import", *paths, code=3)
    assert "tot.xlsx: 3 figures taken" in answer.out
    assert [
        name for name in ("hong.xlsx", "cu.xls", "sai.xlsx", "la.csv", "khong-co.xlsx", van_son.folder.name) if f"{name}: " not in answer.err
    ] == []


def test_files_of_which_none_is_there_are_wrong_use(van_son):
    assert "khong-co.xlsx" in van_son("import", str(van_son.folder / "khong-co.xlsx"), code=2).err


@pytest.mark.parametrize("lang", ["vi", "en"])
def test_a_file_that_the_computer_does_not_give_stops_no_other(van_son, monkeypatch, lang):
    read_bytes = Path.read_bytes

    def locked(path):
        if path.name == "mo.xlsx":
            raise PermissionError(13, "Permission denied", str(path))
        return read_bytes(path)

    monkeypatch.setattr(Path, "read_bytes", locked)
    answer = van_son("import", put(van_son, figures(*GOOD), "mo.xlsx"), put(van_son, figures(*GOOD), "tot.xlsx"), code=3, lang=lang)
    assert "mo.xlsx: " in answer.err
    assert "tot.xlsx" in answer.out


def test_annotate_gives_the_workbook_back_in_colour(van_son):
    path, back = put(van_son, figures(*BAD)), van_son.folder / "can-sua.xlsx"
    sent = (van_son.folder / "bieu.xlsx").read_bytes()
    answer = van_son("import", path, "--annotate", str(back), code=3, lang="vi")
    sheet = openpyxl.load_workbook(back)["Số liệu"]
    assert [cell for cell in ("C2", "C3", "C4", "C5") if sheet[cell].comment] == ["C2", "C4", "C5"]
    assert "là tỷ lệ phần trăm" in sheet["C2"].comment.text
    assert "can-sua.xlsx" in answer.err
    assert (van_son.folder / "bieu.xlsx").read_bytes() == sent


def test_a_workbook_put_right_after_its_marks_is_taken(van_son):
    """Colours and comments are in nobody's way."""
    back = van_son.folder / "can-sua.xlsx"
    van_son("import", put(van_son, figures(*BAD)), "--annotate", str(back), code=3)
    book = openpyxl.load_workbook(back)
    for cell, right in (("C2", 45), ("C4", 0), ("C5", 40)):
        book["Số liệu"][cell] = right
    book.save(back)
    assert "4 figures taken" in van_son("import", str(back)).out


def test_annotate_writes_nothing_where_nothing_is_wrong_or_where_it_must_not(van_son):
    path = put(van_son, figures(*GOOD))
    assert "was not written" in van_son("import", path, "--annotate", str(van_son.folder / "ra.xlsx")).err
    assert not (van_son.folder / "ra.xlsx").exists()
    van_son("import", path, "--annotate", path, code=2)
    van_son("import", path, "--annotate", str(van_son.folder / "ra.ods"), code=2)
    van_son("import", path, path, "--annotate", str(van_son.folder / "ra.xlsx"), code=2)
    van_son("import", path, "--annotate", str(van_son.folder / "monitor.db"), code=2)
    text = put(van_son, b"MEASURE,TIME_PERIOD,NUMERATOR,DENOMINATOR\n4a,2026-S1,60,50\n", "so-lieu.csv")
    assert "Only a workbook is given back" in van_son("import", text, "--annotate", str(van_son.folder / "ra.xlsx"), code=3).err
    assert not (van_son.folder / "ra.xlsx").exists()


def test_annotate_leaves_alone_a_file_in_which_cells_may_have_been_put_right(van_son):
    path, back = put(van_son, figures(*BAD)), van_son.folder / "can-sua.xlsx"
    back.write_bytes(b"put right by hand")
    assert "is there already and may have been filled in" in van_son("import", path, "--annotate", str(back), code=2).err
    assert back.read_bytes() == b"put right by hand"


def test_figures_with_a_list_of_persons_beside_them_are_refused(van_son, monkeypatch):
    """Also in columns that nobody would read: workbook, CSV file and pasted rows alike; a name alone is a column like any other."""
    rows = [["Họ và tên", "Ngày sinh", "Chỉ tiêu", "Kỳ", "Tử số", "Mẫu số"], ["Nguyễn Văn An", "12/3/2015", "4a", "2026-S1", 45, 50]]
    text = "\n".join("\t".join(map(str, row)) for row in rows)
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(van_son.folder / "bieu.xlsx")
    persons = "looks like a list of persons"
    assert persons in van_son("import", str(van_son.folder / "bieu.xlsx"), code=3).err
    assert persons in van_son("import", put(van_son, text.replace("\t", ";").encode(), "bieu.csv"), code=3).err
    assert persons in paste(van_son, monkeypatch, text, code=3).err
    assert "1 figures taken" in paste(van_son, monkeypatch, text.replace("Ngày sinh", "Chức vụ").replace("12/3/2015", "Kế toán")).out


def test_rows_pasted_from_a_spreadsheet_are_taken_by_their_headings(van_son, monkeypatch):
    """Tabs between cells, columns in any order; those of unknown names are named and not read."""
    rows = "STT\tChỉ tiêu\tKỳ\tNgười lập biểu\tMẫu số\tTử số\n1\t4a\t2026-S1\tVăn phòng\t50\t45\n2\t4b\t2026-S1\t\t400\t300\n"
    answer = paste(van_son, monkeypatch, rows)
    assert "2 figures taken" in answer.out
    assert "These columns are not known and were not read: STT, Người lập biểu" in answer.err
    assert van_son.measure("4b")["value"]["display"] == "75%"


def test_what_is_wrong_in_pasted_rows_is_named_by_line(van_son, monkeypatch):
    answer = paste(van_son, monkeypatch, "Chỉ tiêu\tKỳ\tTử số\tMẫu số\n4a\t2026-S1\t60\t50\n", code=3)
    assert "-:2: The numerator 60 is above" in answer.err


def test_pasted_rows_without_headings_are_refused(van_son, monkeypatch):
    said = paste(van_son, monkeypatch, "4a\t2026-S1\t45\t50\n", code=3, lang="vi").err
    assert "-: Không có dòng nào ghi tên các cột; dòng đầu là '4a 2026-S1 45 50'." in said
    assert "Chỉ tiêu, Địa bàn, Đơn vị, Kỳ" in said
    assert van_son("history", "4a", "--format", "json").json == []


def test_a_text_with_vietnamese_headings_is_read_like_a_sheet(van_son):
    """One reader: what a column may be headed in a workbook it may be in a text."""
    content = "Chỉ tiêu;Kỳ báo cáo;Tử số;Mẫu số;Đơn vị tính;Ghi chú\n4a;2026-S1;45;50;%;đủ\n".encode("utf-8-sig")
    assert "1 figures taken" in van_son("import", put(van_son, content, "so-lieu.csv")).out


def test_a_number_that_may_be_a_day_is_asked_about_until_it_is_written_as_a_text(van_son):
    """B5: 5/7 typed into a cell of numbers is 46208, with nothing left of the day."""
    answer = van_son("import", put(van_son, figures(("NV1", "2026-S1", None, None, 46208))), code=3)
    assert "please say: 46208 is also how a spreadsheet keeps the day 5 July 2026" in answer.err
    assert "1 figures taken" in van_son("import", put(van_son, figures(("NV1", "2026-S1", None, None, "46208")), "lai.xlsx")).out
    assert "1 figures taken" in van_son("import", put(van_son, figures(("NV1", "2026-Q1", None, None, 43500)), "gan.xlsx")).out


def test_a_number_far_above_all_that_was_recorded_is_asked_about(van_son):
    """B6: 1.234 typed is 1234 in Vietnamese, and no cell tells which language typed it."""
    van_son("record", "NV1", "--period", "2026-Q1", "--value", "2")
    answer = van_son("import", put(van_son, figures(("NV1", "2026-Q2", None, None, 1234))), code=3)
    assert "1234 is far above all that was recorded of it, at most 2: '1.234' typed with a dot becomes this number" in answer.err
    assert "1 figures taken" in van_son("import", put(van_son, figures(("NV1", "2026-Q2", None, None, 180)), "vua.xlsx")).out


def test_a_share_below_all_that_was_recorded_is_asked_about(monitor):
    """B1: 12,5% typed into a cell of numbers is 0.125."""
    monitor.follow("child-friendly-commune/2026-2030")
    monitor("record", "2", "--period", "2026-S1", "--value", "12")
    answer = monitor("import", put(monitor, figures(("2", "2026", None, None, 0.125))), code=3)
    assert "0,125 is below all that was recorded of it, at least 12: '12,5%' typed becomes this number" in answer.err


def test_a_day_whose_day_and_month_may_be_swapped_is_asked_about_where_the_period_does_not_tell(van_son):
    """05/07 typed in an American spreadsheet arrives as 7 May; a form of ours shows the day as it was meant."""
    either = figures(("4a", "2026", 45, 50, None, None, date(2026, 5, 7)))
    assert "or, where the spreadsheet took the month first, to 5 July 2026" in van_son("import", put(van_son, either), code=3).err
    for number, cell in enumerate((date(2026, 5, 31), date(2026, 6, 6), "07/5/2026")):
        van_son("import", put(van_son, figures(("4a", "2026", 45, 50 + number, None, None, cell)), f"{number}.xlsx"))
    period = figures(("4a", "2026-Q2", 45, 50, None, None, date(2026, 5, 8)))
    assert "1 figures taken" in van_son("import", put(van_son, period, "quy.xlsx")).out
    of_ours = form(lines("D0001", measure=f"{VAN_SON}/4b", period="2026"), ("D0001", "", "", 45, 50, None, None, date(2026, 5, 7)))
    assert "1 figures taken" in van_son("import", put(van_son, of_ours, "form.xlsx")).out


def test_a_name_looked_up_once_is_refused_in_every_row(van_son):
    """Rows are looked up once a run: the same wrong name is told with each row, in the same words."""
    answer = van_son("import", put(van_son, figures(*[("xyz", "2026-Q1", 1, 2), ("xyz", "2026-Q2", 1, 2)])), code=3)
    assert answer.err.count("There is no measure 'xyz' in the plans followed") == 2


def test_help_and_a_text_load_no_library_of_workbooks(van_son, monkeypatch):
    """It is imported where a workbook is read, and nowhere else."""
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    van_son("import", put(van_son, b"MEASURE,TIME_PERIOD,NUMERATOR,DENOMINATOR\n4a,2026-S1,45,50\n", "so-lieu.csv"))
