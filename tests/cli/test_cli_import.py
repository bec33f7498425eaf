"""Figures from files and into files: the CSV of `monitor import` and `monitor export`."""

import csv
import re
import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from planmonitor import ADMINISTRATIVE, Period
from planmonitor.assessment.records import Figure
from planmonitor.workspace.judging import Latest
from planmonitor_exchange.figures import csv as figures_csv
from planmonitor_exchange.machine.rows import csv_text

HEADER = (
    "MEASURE,REF_AREA,UNIT,TIME_PERIOD,BREAKDOWN,NUMERATOR,DENOMINATOR,OBS_VALUE,OBS_STATUS,UNIT_MEASURE,UNTIL,COMPARISON,SUPPLIED_BY,EVIDENCE,NOTE"
    ",LEFT_ASIDE"
)
SHORT = "MEASURE,TIME_PERIOD,NUMERATOR,DENOMINATOR,OBS_VALUE"
GOOD = (SHORT, "4a,2026-S1,45,50,", "4b,2026-S1,300,400,", "NV1,2026-S1,,,2")
EDUCATION = "phong-giao-duc-va-dao-tao"
HOUSING = "phong-lao-dong-thuong-binh-va-xa-hoi"


def lines(monitor, *rows, name="so-lieu.csv", encoding="utf-8"):
    """Write a CSV file beside the workspace and return its path."""
    path = monitor.folder / name
    path.write_bytes("".join(f"{row}\n" for row in rows).encode(encoding))
    return str(path)


def recorded(monitor):
    """Return the rows of the export, without the header."""
    return monitor("export").out.splitlines()[1:]


def test_a_file_of_figures_is_taken(van_son):
    """Every row of a good file becomes a figure, and the receipt is told."""
    answer = van_son("import", lines(van_son, *GOOD))
    assert "3 figures taken (3 new, 0 revised, 0 unchanged)" in answer.out
    assert "Receipt" in answer.out
    assert van_son.measure("4b")["value"]["display"] == "75%"


def test_export_has_the_documented_columns(van_son):
    """The first line of an export names the columns, in the words of SDMX."""
    assert van_son("export").out.splitlines() == [HEADER]


def test_export_and_import_bring_back_the_same_figures(thanh_tri, tmp_path):
    """What one workspace exports another imports, and exports the same again: parts, breakdowns, states, sources, notes."""
    record = ("--period", "2025", "--numerator")
    thanh_tri("record", "2.2", *record, "850", "--denominator", "1000", "--unit", EDUCATION, "--by", "Phòng GD&ĐT", "--note", 'lần 1, "tạm"')
    thanh_tri("record", "2.2", *record, "50", "--denominator", "200", "--unit", HOUSING, "--estimated", "--until", "2025-10-31")
    thanh_tri("record", "1.1", *record, "5", "--denominator", "1000")
    thanh_tri("record", "1.1", *record, "2", "--denominator", "480", "--breakdown", "sex=female", "--provisional")
    thanh_tri("record", "1.1", "--period", "2020", "--numerator", "9", "--denominator", "900", "--comparison", "--evidence", "BC 15/BC-UBND")
    thanh_tri("record", "NV1", "--period", "2025-Q1", "--value", "0")
    thanh_tri("record", "population/parents", "--period", "2025", "--value", "9000")
    file = tmp_path / "so-lieu.csv"
    thanh_tri("export", "-o", str(file))
    sent = file.read_text(encoding="utf-8-sig")
    assert len(sent.splitlines()) == 8
    thanh_tri.folder = tmp_path / "another"
    thanh_tri.follow("child-labour/thanh-tri-2021-2025")
    thanh_tri("import", str(file))
    assert sorted(thanh_tri("export").out.splitlines()) == sorted(sent.splitlines())


@pytest.mark.parametrize("state", [True, False])
def test_a_yes_or_no_survives_the_round_trip(state):
    """A state is exported as yes or no, and read back as one."""
    figure = Figure("x/y", "07621", "", YEAR, YEAR.end, yes=state)
    text = csv_text(figures_csv.COLUMNS, [figures_csv.row_of(Latest(figure, "x/y/1", ADMINISTRATIVE))])
    entries, errors, _said = figures_csv.read("so-lieu.csv", text.encode())
    assert errors == []
    assert entries[0].yes is state


def test_a_file_that_puts_an_estimate_in_the_place_of_a_final_figure_is_told(van_son):
    """What was settled and no longer is stands on the screen, before anything is written and afterwards."""
    van_son("import", lines(van_son, *GOOD))
    path = lines(van_son, f"{SHORT},OBS_STATUS", "4a,2026-S1,45,50,,E", "4b,2026-S1,301,400,,A")
    for options in (["--dry-run"], []):
        told = " ".join(van_son("import", path, *options).err.split())
        assert told.count("The figure it replaces was final, this one is estimated") == 1


def test_a_semicolon_file_of_a_vietnamese_excel_is_read(van_son):
    """Windows in Vietnamese separates lists by semicolons; the known columns tell which separator it is."""
    path = van_son.folder / "so-lieu.csv"
    path.write_text("MEASURE;TIME_PERIOD;OBS_VALUE\nNV1;2026-S1;2\n", encoding="utf-8-sig")
    van_son("import", str(path))
    assert van_son.measure("NV1")["value"]["value"] == 2


def test_an_unchanged_row_is_not_recorded_again_and_a_changed_one_is_told(van_son):
    """A file that repeats a figure adds no revision of it; one that changes it says from what to what."""
    path = van_son.folder / "so-lieu.csv"
    path.write_text("MEASURE,TIME_PERIOD,NUMERATOR,DENOMINATOR\n4a,2026-S1,45,50\n5,2026-S1,30,60\n", encoding="utf-8")
    van_son("import", str(path))
    path.write_text("MEASURE,TIME_PERIOD,NUMERATOR,DENOMINATOR\n4a,2026-S1,45,50\n5,2026-S1,31,60\n", encoding="utf-8")
    answer = van_son("import", str(path))
    assert "30/60 becomes 31/60" in answer.err
    assert [len(van_son("history", code, "--format", "json").json) for code in ("4a", "5")] == [1, 2]


def test_total_and_parts_may_stand_in_any_order_in_a_file(van_son):
    """Raising a part and its total in one file passes, whichever row comes first."""
    van_son("record", "1", "--period", "2026-S1", "--numerator", "10", "--denominator", "100")
    path = van_son.folder / "so-lieu.csv"
    path.write_text("MEASURE,TIME_PERIOD,BREAKDOWN,NUMERATOR,DENOMINATOR\n1,2026-S1,sex=male,12,50\n1,2026-S1,,20,100\n", encoding="utf-8")
    van_son("import", str(path))
    assert van_son.measure("1")["value"]["numerator"] == 20


def test_a_population_corrected_in_a_file_is_the_denominator_of_its_other_rows(van_son):
    """The row before counts, not the revision it replaces: 45 of 1000, not of 1250."""
    van_son("record", "population/children-5-17", "--period", "2026", "--value", "1250")
    path = van_son.folder / "so-lieu.csv"
    path.write_text("MEASURE,TIME_PERIOD,NUMERATOR,OBS_VALUE\npopulation/children-5-17,2026,,1000\n1,2026,45,\n", encoding="utf-8")
    van_son("import", str(path))
    assert van_son.measure("1")["value"]["denominator"] == 1000


def test_an_export_never_writes_over_the_workspace(van_son):
    """The database and monitor.toml are no files to export to; both stay as they are."""
    for name in ("monitor.db", "monitor.toml"):
        before = (van_son.folder / name).read_bytes()
        van_son("export", "-o", str(van_son.folder / name), code=2)
        assert (van_son.folder / name).read_bytes() == before


def test_one_bad_row_leaves_nothing_of_the_file(van_son):
    """A file with one wrong row is refused whole, with 3, and the row is named with file and line."""
    answer = van_son("import", lines(van_son, *GOOD, "5,2026-S1,30,20,"), code=3)
    assert "so-lieu.csv:5:" in answer.err
    assert recorded(van_son) == []


def named_lines(answer):
    """Return the numbers of the lines of so-lieu.csv that an answer names."""
    return [int(number) for number in re.findall(r"^so-lieu\.csv:(\d+): .", answer.err, re.M)]


def test_every_bad_row_is_named_with_its_line(van_son):
    """All wrong rows are named at once, each with file, line and reason; right and empty ones are not."""
    path = lines(van_son, SHORT, "4a,2026-S1,60,50,", "4b,2026-S1,300,400,", ",,,,", "4c,2026-S1,1,2,", "5,2026-S3,1,2,")
    assert named_lines(van_son("import", path, code=3)) == [2, 5, 6]
    assert recorded(van_son) == []


def test_every_unreadable_cell_is_named_with_its_line_and_column(van_son):
    """Cells that are no figure are all named at once, with the column."""
    answer = van_son("import", lines(van_son, SHORT, "NV1,2026-S1,,,02.234", "4a,2026-S1,45,50,", "4b,2026-S1,3e2,400,"), code=3)
    assert named_lines(answer) == [2, 4]
    assert "OBS_VALUE" in answer.err
    assert "NUMERATOR" in answer.err


def test_rows_wrong_in_different_ways_are_named_at_once(van_son):
    """A cell that cannot be read does not hide a row that contradicts itself: one round of corrections is enough."""
    answer = van_son("import", lines(van_son, SHORT, "4a,2026-S1,60,50,", "NV1,2026-S1,,,02.234"), code=3)
    assert named_lines(answer) == [2, 3]


def test_a_line_is_counted_as_the_editor_counts_it(van_son):
    """A note over two lines does not shift the line named for a later row."""
    path = lines(van_son, SHORT + ",NOTE", '4a,2026-S1,45,50,,"dòng một\ndòng hai"', "4b,2026-S1,500,400,,")
    assert "so-lieu.csv:4:" in van_son("import", path, code=3).err


def test_a_file_is_a_transaction_of_its_own(van_son):
    """Of two files the good one is taken and the bad one is not; the exit code is 3."""
    good = lines(van_son, *GOOD, name="tot.csv")
    bad = lines(van_son, SHORT, "5,2026-S1,30,20,", name="xau.csv")
    answer = van_son("import", bad, good, code=3)
    assert "tot.csv" in answer.out
    assert "xau.csv:2" in answer.err
    assert len(recorded(van_son)) == 3


def test_the_same_file_twice_is_taken_once(van_son):
    """The second time nothing is written and the first receipt is told."""
    path = lines(van_son, *GOOD)
    receipt = van_son("import", path).out.split("Receipt ")[1].strip(" .\n")
    answer = van_son("import", path)
    assert receipt in answer.out
    assert len(van_son("history", "4a", "--format", "json").json) == 1


def test_the_same_file_under_another_name_is_taken_once(van_son):
    """A copy of a file is the same file."""
    van_son("import", lines(van_son, *GOOD))
    van_son("import", lines(van_son, *GOOD, name="ban-sao.csv"))
    assert len(van_son("history", "4a", "--format", "json").json) == 1


def test_a_corrected_file_revises_the_figures(van_son):
    """A file with other figures for the same periods is taken as corrections, and the old ones stay in the history."""
    van_son("import", lines(van_son, *GOOD))
    answer = van_son("import", lines(van_son, SHORT, "4a,2026-S1,46,50,"))
    assert "(0 new, 1 revised, 0 unchanged)" in answer.out
    assert [item["numerator"] for item in van_son("history", "4a", "--format", "json").json] == [45, 46]


def test_a_dry_run_writes_nothing(van_son):
    """`--dry-run` says what would be taken and leaves the database byte for byte as it was."""
    before = (van_son.folder / "monitor.db").read_bytes()
    answer = van_son("import", lines(van_son, *GOOD), "--dry-run")
    assert "3 figures can be taken" in answer.out
    assert (van_son.folder / "monitor.db").read_bytes() == before
    assert "figures taken" in van_son("import", lines(van_son, *GOOD)).out


def test_a_dry_run_finds_what_the_import_would_refuse(van_son):
    """A wrong row ends a dry run with 3 as it would end the import."""
    assert "so-lieu.csv:2:" in van_son("import", lines(van_son, SHORT, "5,2026-S1,30,20,"), "--dry-run", code=3).err


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig"])
def test_a_byte_order_mark_is_accepted(van_son, encoding):
    """Excel's "CSV UTF-8" begins with a byte-order mark; the first column is known all the same."""
    van_son("import", lines(van_son, *GOOD, encoding=encoding))
    assert len(recorded(van_son)) == 3


def test_lines_may_end_as_windows_ends_them(van_son):
    """Carriage returns are no part of the last cell."""
    path = lines(van_son, *(f"{row}\r" for row in GOOD))
    van_son("import", path)
    assert len(recorded(van_son)) == 3


def test_text_that_a_spreadsheet_would_calculate_is_marked_and_unmarked(van_son, tmp_path):
    """A note that begins like a formula leaves with an apostrophe, and comes back without it."""
    note = '=HYPERLINK("http://x")'
    van_son("record", "4a", "--period", "2026-S1", "--numerator", "45", "--denominator", "50", "--note", note)
    file = tmp_path / "so-lieu.csv"
    van_son("export", "-o", str(file))
    assert "'=HYPERLINK" in file.read_text(encoding="utf-8")
    van_son.folder = tmp_path / "another"
    van_son.follow("child-labour/van-son-2026-2030")
    van_son("import", str(file))
    assert van_son("history", "4a", "--format", "json").json[0]["note"] == note


YEAR = Period("2026", date(2025, 12, 15), date(2026, 12, 14))
NOTES = st.text(st.sampled_from("=+-@'\t aà1,;\"\n"), max_size=6).map(str.strip)


def sent(note):
    """Return the text of a file with one figure that bears a note."""
    figure = Figure("x/y", "07621", "", YEAR, YEAR.end, numerator=1, denominator=2, note=note)
    return csv_text(figures_csv.COLUMNS, [figures_csv.row_of(Latest(figure, "x/y/1", ADMINISTRATIVE))])


def brought_back(text):
    entries, errors, _said = figures_csv.read("so-lieu.csv", text.encode())
    assert errors == []
    return entries[0].note


@given(note=NOTES.filter(lambda note: not note.startswith("'")))
def test_any_note_survives_export_and_import(note):
    """Whatever signs a note is made of, the file brings it back as it was, and no cell of the file begins like a formula."""
    cells = list(csv.reader(sent(note).splitlines(keepends=True)))[1]
    assert not any(cell.startswith(("=", "+", "-", "@")) for cell in cells)
    assert brought_back(sent(note)) == note


@pytest.mark.parametrize("note", ["'đợt 1'", "'=1+1"])
def test_a_note_that_begins_with_an_apostrophe_keeps_it(note):
    """Only the apostrophe that the export added is taken off again."""
    assert brought_back(sent(note)) == note


@pytest.mark.parametrize(
    ("rows", "named"),
    [
        ((), "so-lieu.csv"),
        ((SHORT,), "so-lieu.csv"),
        (("MEASURE,TIME_PERIOD,OBS_VALU", "NV1,2026-S1,2"), "OBS_VALUE"),
        (("MEASURE,OBS_VALUE", "NV1,2"), "TIME_PERIOD"),
        (("MEASURE,TIME_PERIOD,OBS_VALUE,OBS_VALUE", "NV1,2026-S1,2,3"), "OBS_VALUE"),
        (("MEASURE,TIME_PERIOD,OBS_VALUE", "NV1,2026-S1,1,5"), "so-lieu.csv:2"),
        (("MEASURE,TIME_PERIOD,OBS_VALUE", 'NV1,2026-S1,"2'), "so-lieu.csv"),
        (("MEASURE,TIME_PERIOD,OBS_VALUE,OBS_STATUS", "NV1,2026-S1,2,Q"), "OBS_STATUS"),
        (("MEASURE,TIME_PERIOD,OBS_VALUE,UNTIL", "NV1,2026-S1,2,31/6/2026"), "31/6/2026"),
        (("MEASURE,TIME_PERIOD,OBS_VALUE,COMPARISON", "NV1,2026-S1,2,maybe"), "COMPARISON"),
        (("MEASURE,TIME_PERIOD,NUMERATOR,DENOMINATOR,BREAKDOWN", "1,2026-S1,2,9,female"), "female"),
        (("MEASURE,TIME_PERIOD,OBS_VALUE", "NV1,2026-S1,2", "NV1,6T2026,3"), "so-lieu.csv:3"),
        (("MEASURE,TIME_PERIOD,OBS_VALUE", "NV1,2026-S1,không"), "Where there was nothing write 0"),
        (("MEASURE,TIME_PERIOD,OBS_VALUE", "NV1,2026-S1,", "NV2,2026-S1,"), "holds no figure: 2 rows have none"),
        (("MEASURE,TIME_PERIOD,OBS_VALUE",), "holds no figure."),
        (("MEASURE,TIME_PERIOD,NUMERATOR,DENOMINATOR,UNIT_MEASURE", "1,2026-S1,2,9,people_times"), "people_times"),
    ],
)
def test_a_wrong_file_is_refused_by_name(van_son, rows, named):
    """Header, cells and rows that are wrong end with 3, are named, and nothing of the file is written."""
    assert named in van_son("import", lines(van_son, *rows), code=3).err
    assert recorded(van_son) == []


@pytest.mark.parametrize(
    ("content", "advice"),
    [(b"PK\x03\x04\x00\x00", "Excel Workbook (.xlsx)"), (b"\x00", "CSV UTF-8"), (bytes(range(128, 256)) * 8, "CSV UTF-8")],
)
def test_a_file_that_is_no_text_is_refused_with_advice(van_son, content, advice):
    """A damaged workbook or a file in another encoding ends with 3, not with a bug of ours."""
    path = van_son.folder / "so-lieu.csv"
    path.write_bytes(content)
    assert advice in van_son("import", str(path), code=3).err


def test_a_row_without_a_figure_is_left_out_and_counted(van_son):
    """A school that has not reported does not stop the file of the others; it stays missing and is never zero."""
    answer = van_son("import", lines(van_son, SHORT, "4a,2026-S1,45,50,", "4b,2026-S1,,,", "NV1,2026-S1,,,"))
    assert "1 figures taken (1 new" in answer.out
    assert "2 rows hold no figure and were left out" in answer.err
    assert van_son.measure("4b")["status"] == "no_data"


@pytest.mark.parametrize(
    ("written", "yes"), [("có", "yes"), ("Hoàn thành", "yes"), ("TRUE", "yes"), ("không", "no"), ("Chưa hoàn thành", "no"), ("false", "no")]
)
def test_a_state_is_taken_in_the_words_of_the_screen(monitor, written, yes):
    """What the program prints of a task, and what other programs make of its export, is what it takes."""
    monitor.follow("child-work-2026/van-son")
    monitor("import", lines(monitor, "MEASURE,TIME_PERIOD,OBS_VALUE", f"2b,2026,{written}"))
    assert [row.split(",")[7] for row in recorded(monitor)] == [yes]


@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize("written", ["0", "5", "n", "-", "chắc có"])
def test_what_is_no_state_is_told_what_to_write_and_that_is_taken(monitor, written, lang):
    """No advice leads in a circle: the word that the sentence names is one that is taken."""
    monitor.follow("child-work-2026/van-son")
    said = monitor("import", lines(monitor, "MEASURE,TIME_PERIOD,OBS_VALUE", f"2b,2026,{written}"), code=3, lang=lang).err
    assert ("yes or no" if lang == "en" else "có hoặc không") in said


def test_titles_totals_and_empty_columns_are_read_past_and_named(van_son):
    """What an officer writes around a table is told by line, and the figures are taken."""
    rows = ("sep=;", "BẢNG SỐ LIỆU XÃ VÂN SƠN;;;;", "MEASURE;TIME_PERIOD;OBS_VALUE;;", "NV1;2026-S1;2;;", "Tổng cộng;;2;;")
    said = van_son("import", lines(van_son, *rows)).err
    assert "Line 2 stands above the columns and was not read: BẢNG SỐ LIỆU XÃ VÂN SƠN" in said
    assert "Line 5 is a total and was not read: Tổng cộng | 2" in said
    assert "2 columns without a name and without content were not read" in said
    assert van_son.measure("NV1")["value"]["value"] == 2


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "cp1258"])
def test_a_file_in_an_old_encoding_of_excel_is_read_and_told(van_son, encoding):
    """Excel without UTF-8 writes UTF-16 or the Vietnamese code page; the words are composed, and how it was read is said."""
    note = "Trường học báo cáo đủ"
    path = van_son.folder / "so-lieu.csv"
    marks = "\u0300\u0301\u0303\u0309\u0323"
    letters = "".join(
        unicodedata.normalize("NFC", "".join(part for part in unicodedata.normalize("NFD", letter) if part not in marks))
        + "".join(part for part in unicodedata.normalize("NFD", letter) if part in marks)
        for letter in note
    )
    written = letters if encoding == "cp1258" else note
    path.write_bytes(f"MEASURE;TIME_PERIOD;OBS_VALUE;NOTE\r\nNV1;2026-S1;2;{written}\r\n".encode(encoding))
    answer = van_son("import", str(path))
    assert ("1258" if encoding == "cp1258" else "UTF-16") in answer.err
    assert van_son("history", "NV1", "--format", "json").json[0]["note"] == note


def test_a_cell_that_was_merged_is_told_as_one(van_son):
    """A measure that stands in the first of several rows is asked for in each."""
    said = van_son("import", lines(van_son, SHORT, "4a,2026-S1,45,50,", ",2026-S2,45,50,"), code=3).err
    assert "The cell MEASURE is empty. Is it part of a merged cell?" in said


@pytest.mark.parametrize(("written", "day"), [("2026/5/31", "2026-05-31"), ("31/5/26", "2026-05-31"), ("46173", "2026-05-31")])
def test_a_date_as_excel_writes_it_is_read(van_son, written, day):
    """Years first, years of two digits, and the number of days that a cell holds."""
    answer = van_son("import", lines(van_son, "MEASURE,TIME_PERIOD,OBS_VALUE,UNTIL", f"NV1,2026-S1,2,{written}"))
    assert recorded(van_son)[0].split(",")[10] == day
    assert ("a date as Excel counts days" in answer.err) == written.isdigit()
    assert "The figure runs to 31 May 2026 only" in answer.err


def test_a_state_of_a_figure_is_taken_in_the_words_of_the_screen(van_son):
    """ "ước tính", "sơ bộ" and "chính thức" are what the screen says of a figure."""
    van_son("import", lines(van_son, "MEASURE,TIME_PERIOD,OBS_VALUE,OBS_STATUS", "NV1,2026-Q1,2,chính thức", "NV1,2026-S1,5,sơ bộ"))
    assert [row.split(",")[8] for row in recorded(van_son)] == ["A", "P"]


def test_a_unit_name_with_decomposed_accents_is_the_same_unit(thanh_tri):
    """A file from a Mac, with accents as separate characters, names the same office (rule 23)."""
    row = "2.2,2025-S1,850,1000,Phòng Giáo dục và  Đào tạo"
    path = lines(thanh_tri, "MEASURE,TIME_PERIOD,NUMERATOR,DENOMINATOR,UNIT", unicodedata.normalize("NFD", row))
    thanh_tri("import", path)
    assert thanh_tri("history", "2.2", "--format", "json").json[0]["unit"] == EDUCATION


@pytest.mark.parametrize("lang", ["en", "vi"])
@pytest.mark.parametrize(
    ("header", "row", "columns"),
    [
        ("MEASURE,TIME_PERIOD,OBS_VALUE", "4a,2025,5", ("NUMERATOR", "DENOMINATOR")),
        ("MEASURE,TIME_PERIOD,NUMERATOR,DENOMINATOR", "1,2020,5,9", ("COMPARISON",)),
        ("MEASURE,TIME_PERIOD,NUMERATOR,DENOMINATOR,COMPARISON", "1,2020,5,9,yes", ("EVIDENCE",)),
        ("MEASURE,TIME_PERIOD,NUMERATOR,DENOMINATOR,COMPARISON", "1,2026,5,9,yes", ("COMPARISON",)),
        ("MEASURE,TIME_PERIOD,NUMERATOR,DENOMINATOR", "NV1,2026,5,9", ("OBS_VALUE",)),
    ],
)
def test_whoever_imports_a_file_is_told_columns(van_son, header, row, columns, lang):
    """What is wrong with a row is told in the words of the file, never in options of the command line."""
    said = van_son("import", lines(van_son, header, row), code=3, lang=lang).err
    assert [column for column in columns if column not in said] == []
    assert "--" not in said


def test_corrections_of_a_file_without_a_reason_are_told(van_son):
    """A figure that is counted differently and says why is no matter; one that does not is asked for its reason."""
    van_son("import", lines(van_son, *GOOD))
    header = f"{SHORT},NOTE"
    told = van_son("import", lines(van_son, header, "4a,2026-S1,44,50,,", "4b,2026-S1,301,400,,đếm sót", name="lai.csv")).err
    assert "1 corrections bear no reason. Write the reason in the column NOTE." in " ".join(told.split())
    again = van_son("import", lines(van_son, header, "4a,2026-S1,43,50,,đếm trùng", name="lan-ba.csv")).err
    assert "bear no reason" not in again


def test_a_row_with_a_name_that_other_communes_bear_is_asked_about(van_son):
    """2.3: a file of the commune in Phú Thọ, written by the bare name, does not land in Bắc Ninh; with the province it is refused as another's."""
    header = f"REF_AREA,{SHORT}"
    asked = van_son("import", lines(van_son, header, "xã Vân Sơn,4a,2026-S1,45,50,"), code=3).err
    assert "so-lieu.csv:2: Several places are called 'xã Vân Sơn': phường Vân Sơn, tỉnh Sơn La (04033), xã Vân Sơn, tỉnh Phú Thọ" in asked
    van_son("import", lines(van_son, header, '"xã Vân Sơn, tỉnh Phú Thọ",4a,2026-S1,45,50,'), code=3)
    assert "1 figures taken" in van_son("import", lines(van_son, header, '"xã Vân Sơn, thành phố Bắc Ninh",4a,2026-S1,45,50,')).words


def test_a_code_without_its_leading_zero_is_taken_and_said_once(van_son):
    """Rule 21: a spreadsheet drops the zero; how the code was read is told, once for a whole file, and a whole code needs no word."""
    rows = "4a,2026-S1,45,50,", "4b,2026-S1,301,400,"
    said = van_son("import", lines(van_son, f"REF_AREA,{SHORT}", *(f"7621,{row}" for row in rows))).err
    assert said.count("The code 7621 was read as 07621") == 1
    whole = van_son("import", lines(van_son, f"REF_AREA,{SHORT}", *(f"07621,{row}" for row in rows), name="du.csv")).err
    assert "was read as" not in whole


def test_an_export_says_which_of_its_figures_would_be_refused(monitor):
    """80 points, and a maximum of 50 answered since: the line is named with the reason; once they are corrected the file is taken."""
    monitor.follow("child-friendly-commune/2026-2030")
    monitor("record", "2", "--period", "2026", "--value", "80")
    assert monitor("export").err == ""
    path = monitor.folder / "monitor.toml"
    answer = '\n[plans."child-friendly-commune/2026-2030".answers.maximum-2]\nvalue = 50\n'
    path.write_text(path.read_text(encoding="utf-8") + answer, encoding="utf-8")
    file = monitor.folder / "ra.csv"
    said = monitor("export", "-o", str(file))
    assert "Note: line 2 would be refused if the file were imported; correct the figure first. 80 points are more than the maximum of 50" in said.err
    assert "80 points are more than the maximum of 50" in monitor("import", str(file), code=3).err
    monitor("record", "2", "--period", "2026", "--value", "40")
    assert "refused" not in monitor("export", "-o", str(file)).err
    monitor("import", str(file))


def test_a_grouped_number_is_one_number_where_whole_things_are_counted(monitor):
    """ "1.003" children are 1003; 1.003 points may be a point and a bit more, and are asked about."""
    monitor.follow("child-work-2026/van-son", "child-friendly-commune/2026-2030")
    monitor("record", "NV1", "--period", "2026", "--value", "1.003")
    file = lines(monitor, "MEASURE,TIME_PERIOD,OBS_VALUE", "population/households-with-children,2026,1.250", "child-work-2026/van-son/4c,2026,1.004")
    monitor("import", file)
    assert sorted(row.split(",")[7] for row in recorded(monitor)) == ["1003", "1004", "1250"]
    asked = monitor("import", lines(monitor, "MEASURE,TIME_PERIOD,OBS_VALUE", "child-friendly-commune/2026-2030/2,2026,1.003"), code=3)
    assert "has two readings: 1003 or 1,003" in asked.err


@pytest.mark.parametrize(
    ("typed", "taken"), [("true", True), ("Có", True), ("x", True), ("1", True), ("false", False), ("không", False), ("no", False)]
)
def test_a_mark_is_read_in_every_usual_word(van_son, typed, taken):
    """A program that turns yes into true makes no file of ours unreadable."""
    file = lines(van_son, "MEASURE,TIME_PERIOD,NUMERATOR,DENOMINATOR,COMPARISON,EVIDENCE", f"7a,2025,3,4,{typed},BC 1")
    answer = van_son("import", file, code=None)
    assert (answer.code == 0) == taken
    assert "COMPARISON is" not in answer.err


@pytest.mark.parametrize("name", ["Cộng tác viên trẻ em", "Tổng phụ trách Đội", "Tổng số trẻ em được học bơi"])
def test_what_only_begins_like_a_total_is_not_passed_over(van_son, name):
    file = lines(van_son, "MEASURE,TIME_PERIOD,OBS_VALUE", f"{name},2026-Q1,5")
    assert f"There is no measure '{name}'" in van_son("import", file, code=3).err


@pytest.mark.parametrize("name", ["Tổng", "TỔNG CỘNG:", "Cộng", "Tổng số"])
def test_a_row_of_totals_is_passed_over_and_named(van_son, name):
    file = lines(van_son, "MEASURE,TIME_PERIOD,OBS_VALUE", "NV1,2026-Q1,5", f"{name},,5")
    assert "Line 3 is a total and was not read" in van_son("import", file).err


@pytest.mark.parametrize(("second", "code"), [("45,50", 0), ("46,50", 3)])
def test_the_same_figure_in_two_lines_is_taken_once_or_refused_in_both(van_son, second, code):
    path = van_son.folder / "so-lieu.csv"
    path.write_text(f"MEASURE,TIME_PERIOD,NUMERATOR,DENOMINATOR\n4a,2026-S1,45,50\n4a,2026-S1,{second}\n", encoding="utf-8")
    answer = van_son("import", str(path), code=code)
    if code:
        assert "so-lieu.csv:2: The same figure stands twice with different values: here and in so-lieu.csv:3" in answer.err
        assert "so-lieu.csv:3: The same figure stands twice with different values: here and in so-lieu.csv:2" in answer.err
    else:
        assert "passed over: so-lieu.csv:3" in answer.err
        assert "1 figures taken" in answer.words
