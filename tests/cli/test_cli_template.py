"""`monitor template`: the workbook that a unit fills in, read back as another program reads it."""

from __future__ import annotations

import zipfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from planmonitor_exchange.figures.identity import SHEET
from planmonitor_exchange.workbook.book import DATE
from support.environments import ONCE
from support.filled_in import asked, headings_of, identity, opened, rules_of, unlocked
from support.sheet_formulas import calculated

pytestmark = ONCE

VAN_SON = "child-labour/van-son-2026-2030"
ANNUAL = "child-work-2026/van-son"
DROWNING = "drowning/commune-2021-2030"
FILLED_IN = {"numerator", "denominator", "value", "yes", "until", "state", "note"}


@pytest.fixture
def commune(monitor: Any) -> Any:
    """Return a runner in a workspace of three plans, with two schools that supply measure 5, and figures of this year and the one before."""
    monitor.follow(VAN_SON, ANNUAL, DROWNING)
    monitor("answer", f"{VAN_SON}/owner-5", "truong-hoc", "--document", "CV 1")
    monitor("answer", f"{VAN_SON}/annual-report-day", "10/12")
    monitor("units", "add", "Trường THCS Vân Sơn", "--group", "truong-hoc", "--plan", VAN_SON)
    monitor("units", "add", "Trường Tiểu học Vân Sơn", "--group", "truong-hoc", "--plan", VAN_SON)
    monitor("record", "population/children-5-17", "--period", "2026", "--value", "1003")
    monitor("record", f"{VAN_SON}/1", "--period", "2025", "--numerator", "41", "--denominator", "980", "--comparison", "--evidence", "BC 1")
    return monitor


@pytest.fixture
def written(commune: Any, tmp_path: Path) -> Any:
    """Return how to write a template and open it."""
    numbers = iter(range(100))

    def write(*arguments: str, lang: str = "vi") -> Any:
        file = tmp_path / f"biểu-{next(numbers)}.xlsx"
        commune("template", *arguments, "-o", str(file), lang=lang)
        return opened(file)

    return write


def by_measure(book: Any) -> dict[tuple[str, str, str], Any]:
    """Return the rows of a workbook by the end of the measure's id, the unit and the breakdown."""
    return {(row.line.measure.removeprefix(f"{VAN_SON}/"), row.line.unit, row.line.breakdown): row for row in asked(book)}


def test_every_figure_of_a_place_is_asked_for_once(written: Any) -> None:
    """All measures of the plans that are counted have a row; what two plans count over the same days has one, with both plans beside it."""
    book = written()
    lines = identity(book).lines
    about = [(line.measure, line.unit, line.period, line.breakdown) for line in lines]

    assert len(set(about)) == len(about) > 100
    assert len({line.key for line in lines}) == len(lines)
    assert {line.measure for line in lines} >= {f"{VAN_SON}/1", f"{ANNUAL}/2b", f"{DROWNING}/1.1", "population/children-5-17"}
    assert f"{ANNUAL}/NV11b" not in {line.measure for line in lines}  # inspections are counted for both plans
    shared = by_measure(book)["NV1", "", ""]
    words = [str(cell.value) for cell in shared.sheet[shared.cells["value"].row]]
    assert any("NV1" in text and "NV11b" in text and "\n" in text for text in words)


def test_two_data_windows_are_two_rows_below_each_other(written: Any) -> None:
    """Injured children are counted over two spans of days: both rows stand side by side, and say so."""
    rows = {row.line.measure: row for row in asked(written())}
    first, second = rows[f"{ANNUAL}/4c"], rows[f"{DROWNING}/NV1"]

    assert second.cells["value"].row == first.cells["value"].row + 1
    for row, days in ((first, "15/12/2025 - 14/12/2026"), (second, "01/01/2026 - 31/12/2026")):
        assert any(days in str(cell.value) and "hai thời gian chốt số liệu" in str(cell.value) for cell in row.sheet[row.cells["value"].row])


def test_only_the_cells_that_the_unit_owes_can_be_filled_in(written: Any) -> None:
    """Every sheet is protected without a password; unlocked are the cells of the figure, its day, state and remark, and nothing else."""
    book = written("--unit", "Trường THCS Vân Sơn")
    rows = list(asked(book))

    assert {row.line.unit for row in rows} == {"truong-thcs-van-son"}
    assert {row.line.breakdown for row in rows} == {"", "sex=female", "sex=male"}
    wanted = {row.cells[name].coordinate for row in rows for name in ("numerator", "denominator", "until", "state", "note")}
    assert unlocked(book["Số liệu"]) == wanted
    for sheet in book:
        assert sheet.protection.sheet
        assert sheet.protection.password is None
        assert sheet.title in {"Số liệu", "Thuyết minh"} or unlocked(sheet) == set()


def test_a_count_takes_whole_numbers_only(written: Any) -> None:
    """A cell of a count is held to whole numbers from 0; the message tells an officer what to write."""
    for row in asked(written()):
        rules = rules_of(row.sheet)
        for name in ("numerator", "denominator", "value"):
            if name in row.cells and row.cells[name].protection.locked is False:
                rule = rules[row.cells[name].coordinate]
                assert (rule.type, rule.operator or "between", rule.formula1) == ("whole", "between", "0")
                assert "không ghi dấu %" in rule.error


def test_a_state_is_chosen_from_a_range(written: Any) -> None:
    """Có or Không, and the state of a figure, are chosen from cells of a sheet; of what must not occur there is no estimate."""
    book = written()
    lists = book["Danh mục"]

    def choices(rule: Any) -> list[str]:
        sheet, _, cells = rule.formula1.partition("!")
        assert sheet.strip("'") == "Danh mục"
        return [cell.value for (cell,) in lists[cells.replace("$", "")]]

    rows = {row.line.measure: row for row in asked(book)}
    done, occurred, other = rows[f"{ANNUAL}/2b"], rows[f"{ANNUAL}/4a"], rows[f"{VAN_SON}/1"]
    assert choices(rules_of(done.sheet)[done.cells["yes"].coordinate]) == ["Có", "Không"]
    assert choices(rules_of(other.sheet)[other.cells["state"].coordinate]) == ["ước tính", "sơ bộ", "chính thức"]
    assert choices(rules_of(occurred.sheet)[occurred.cells["state"].coordinate]) == ["sơ bộ", "chính thức"]


def test_no_cell_holds_a_boolean_or_multiplies_by_a_hundred(written: Any) -> None:
    """No number format has a percent sign, no cell a boolean; days are shown day first, wherever the file is opened."""
    for sheet in written():
        for cell in (cell for row in sheet.iter_rows() for cell in row):
            assert "%" not in cell.number_format
            assert not isinstance(cell.value, bool)
    for row in asked(written()):
        assert row.cells["until"].number_format == DATE
        assert row.cells["note"].number_format == "@"


def test_a_formula_holds_no_figure_that_nobody_counted(commune: Any, tmp_path: Path) -> None:
    """A reader that does not calculate finds nothing where a formula stands: no 0 that would be taken for a figure."""
    import openpyxl

    file = tmp_path / "a.xlsx"
    commune("template", "-o", str(file))
    with_formulas, with_results = opened(file), openpyxl.load_workbook(file, data_only=True)
    found = [(sheet.title, cell.coordinate) for sheet in with_formulas for row in sheet.iter_rows() for cell in row if cell.data_type == "f"]

    assert len(found) > 100
    assert [with_results[sheet][cell].value for sheet, cell in found if with_results[sheet][cell].value not in {None, ""}] == []


def test_what_is_filled_in_is_judged_as_the_program_judges(written: Any) -> None:
    """The formulas of the sheet, calculated: 38 of 1.003 reaches "below 4 %", 40 of 1.000 does not, of no one there is nothing to judge."""
    book = written()
    row = by_measure(book)["1", "", ""]
    at = {str(cell.value): cell.column for cell in row.sheet[3]}
    number = row.cells["numerator"].row
    verdict, result = (row.sheet.cell(number, at[name]).value for name in ("So với mức giao (tự tính)", "Kết quả (tự tính)"))

    def said(formula: str, above: int, below: int) -> Any:
        return calculated(formula, {row.cells["numerator"].coordinate: above, row.cells["denominator"].coordinate: below})

    assert [said(verdict, *pair) for pair in ((38, 1003), (40, 1000), (0, 0))] == ["Đạt mức giao", "Chưa đạt mức giao", "Không có đối tượng"]
    assert float(said(result, 38, 1003)) == 3.8
    assert said(result, 0, 0) == "x"


def test_the_parts_of_a_figure_are_summed_and_judged_together(written: Any) -> None:
    """Below the schools stands their sum; it has a verdict once both are in, and no key of its own."""
    book = written()
    rows = by_measure(book)
    schools = [rows["5", unit, ""] for unit in ("truong-thcs-van-son", "truong-tieu-hoc-van-son")]
    sheet = schools[0].sheet
    at = {str(cell.value): cell.column for cell in sheet[3]}
    total = next(row for row in sheet.iter_rows() if str(row[at["Chỉ tiêu"] - 1].value).startswith("Cộng: "))
    above, below = (total[at[name] - 1].value for name in ("Tử số", "Mẫu số"))
    verdict = total[at["So với mức giao (tự tính)"] - 1].value
    cells = {schools[0].cells["numerator"].coordinate: 60, schools[0].cells["denominator"].coordinate: 80}

    def judged() -> Any:
        sums = {total[at["Tử số"] - 1].coordinate: calculated(above, cells), total[at["Mẫu số"] - 1].coordinate: calculated(below, cells)}
        return calculated(verdict, cells | sums)

    assert judged() == "Còn thiếu số liệu của đơn vị"
    cells |= {schools[1].cells["numerator"].coordinate: 9, schools[1].cells["denominator"].coordinate: 20}
    assert judged() == "Chưa đạt mức giao"  # 69 of 100 is below 70 %
    cells |= {schools[1].cells["numerator"].coordinate: 10}
    assert judged() == "Đạt mức giao"
    assert all(str(cell.value)[:1] not in "DN" for cell in total[:1] if cell.value)


def test_base_figures_are_filled_in_and_the_year_before_stands_beside(written: Any) -> None:
    """The recorded children are the denominator; last year's share, with its counts, stands beside the blank; nothing is filled in for a part."""
    row = by_measure(written())["1", "", ""]
    words = [cell.value for cell in row.sheet[row.cells["numerator"].row]]

    assert row.cells["denominator"].value == 1003
    assert row.cells["numerator"].value is None
    assert "4,2% (41/980)" in words
    assert all(part.cells["denominator"].value is None for key, part in by_measure(written()).items() if key[0] == "5" or key[2])


def test_what_is_recorded_already_is_shown_and_not_filled_in(commune: Any, written: Any) -> None:
    """A figure of the period that is recorded stands beside its blank, with its state and day."""
    commune("record", f"{VAN_SON}/1", "--period", "2026", "--numerator", "38", "--until", "2026-10-31")
    row = by_measure(written())["1", "", ""]

    assert row.cells["numerator"].value is None
    assert "3,8% (38/1.003), ước tính, đến 31/10/2026" in [cell.value for cell in row.sheet[row.cells["numerator"].row]]


def test_the_cover_says_who_fills_in_what_by_which_working_day(written: Any) -> None:
    """The cover has the office, how many figures it owes, its report and the working day; of a school the report that waits for its figure."""
    cells = [[str(cell or "") for cell in row] for row in written()["Hướng dẫn"].iter_rows(values_only=True)]
    rows = {row[3]: row for row in cells if row[2].startswith("Báo cáo") and row[0] == "Phòng Văn hóa - Xã hội"}
    school = next(row for row in cells if row[0] == "Trường Tiểu học Vân Sơn" and row[2])
    text = "\n".join(row[0] for row in cells)

    assert school[3:] == ["Lao động trẻ em 2026-2030", "10/12/2026", "10/12/2026"]
    assert int(rows["Lao động trẻ em 2026-2030"][1]) > 20
    assert rows["Lao động trẻ em 2026-2030"][4:] == ["10/12/2026", "10/12/2026"]
    assert [line[:2] for line in text.split("\n") if line[:2] in {"1.", "2.", "3."}] == ["1.", "2.", "3."]


def test_a_template_says_what_it_is(written: Any) -> None:
    """The hidden sheet has place, unit, period, day and a fingerprint that is right; no sheet of it is offered by a menu."""
    book = written("--unit", "Trường THCS Vân Sơn", "--period", "6T2026")
    found = identity(book)

    assert book[SHEET].sheet_state == "veryHidden"
    assert (found.place, found.unit, found.period, found.made) == ("07621", "truong-thcs-van-son", "6T2026", date(2026, 11, 22))
    assert {line.period for line in found.lines} == {"2026-S1"}
    assert found.is_unchanged
    assert found.narrative["N0001"] == f"{VAN_SON} done"


def test_every_row_bears_its_key_in_a_hidden_locked_column(written: Any) -> None:
    """Each key of the hidden sheet stands in just one row, in the column of keys, which is hidden and locked."""
    book = written()

    assert {row.line.key for row in asked(book)} == {line.key for line in identity(book).lines}
    for row in asked(book):
        assert row.sheet.title == row.line.sheet
        column = next(number for number, name in headings_of(row.sheet).items() if name == "key")
        assert row.sheet.column_dimensions["ABCDEFGHIJKLMNOPQRSTUVWXYZ"[column]].hidden


def test_it_prints_on_a4_across_with_its_headings_on_every_page(written: Any) -> None:
    """The sheets are one page wide, and every page begins with the row of headings."""
    for sheet in written():
        if sheet.sheet_state == "visible":
            assert (sheet.page_setup.orientation, str(sheet.page_setup.paperSize)) == ("landscape", "9")
            assert (sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (None, 0) or str(sheet.page_setup.fitToHeight) == "0"
            assert sheet.print_area
            assert sheet.title == "Hướng dẫn" or sheet.print_title_rows == "$3:$3"


def test_no_rows_are_prepared_far_below_the_last(written: Any) -> None:
    """No rule reaches more than a thousand rows below the last that is written: another program would cut it off there."""
    for sheet in written():
        last = max((cell.row for row in sheet.iter_rows() for cell in row if cell.value is not None), default=0)
        assert all(part.max_row <= last + 1000 for rule in sheet.data_validations.dataValidation for part in rule.sqref.ranges)


def test_the_same_makes_the_same_file(commune: Any, tmp_path: Path) -> None:
    """Written twice on one day, a template is the same byte by byte."""
    for name in ("a.xlsx", "b.xlsx"):
        commune("template", "-o", str(tmp_path / name))

    assert (tmp_path / "a.xlsx").read_bytes() == (tmp_path / "b.xlsx").read_bytes()


def test_the_file_names_no_author(commune: Any, tmp_path: Path) -> None:
    """The properties of the file hold the day it was made, and nobody's name."""
    commune("template", "-o", str(tmp_path / "a.xlsx"))
    with zipfile.ZipFile(tmp_path / "a.xlsx") as packed:
        core = packed.read("docProps/core.xml").decode()

    assert "2026-11-22T00:00:00Z" in core
    assert "<dc:creator></dc:creator>" in core
    assert "<cp:lastModifiedBy></cp:lastModifiedBy>" in core


def test_in_english_the_headings_are_english(written: Any) -> None:
    """A template made in English is found by its English words."""
    book = written("--unit", "Trường THCS Vân Sơn", lang="en")

    assert {"Row code", "Numerator", "Denominator", "Figure up to"} <= {str(cell.value) for cell in book["Figures"][3]}
    assert len(list(asked(book))) == 3


def test_a_matrix_has_a_row_for_every_member(written: Any) -> None:
    """One sheet for all schools: a row each with its keys, and totals; the verdict waits until all are in."""
    book = written("--matrix")
    rows = [row for row in asked(book) if row.line.measure == f"{VAN_SON}/5"]
    sheet = rows[0].sheet
    first, second = (row.cells["numerator"].coordinate for row in rows)
    totals = {str(row[1].value): row for row in sheet.iter_rows() if row[1].value}
    column = rows[0].cells["numerator"].column - 1

    assert [row.line.unit for row in rows] == ["truong-thcs-van-son", "truong-tieu-hoc-van-son"]
    assert [sheet.cell(row.cells["numerator"].row, 2).value for row in rows] == ["Trường THCS Vân Sơn", "Trường Tiểu học Vân Sơn"]
    assert unlocked(sheet) == {row.cells[name].coordinate for row in rows for name in ("numerator", "denominator", "until", "state", "note")}
    assert calculated(totals["Cộng"][column].value, {first: 3, second: 4}) == 7
    assert calculated(totals["Còn thiếu (đơn vị)"][column].value, {first: 0}) == 1
    assert totals["So với mức giao"][column].value.startswith("=IF(COUNT(")
    assert "Mức giao: ≥ 70%" in sheet.cell(3, column + 1).value


def test_no_words_stand_where_figures_are_read(written: Any) -> None:
    """Below and beside the rows that are filled in, the columns of figures hold formulas or nothing: words there would be taken for figures."""
    for book in (written(), written("--matrix")):
        filled_in = {(row.sheet.title, row.cells["until"].row) for row in asked(book)}
        for title in {row.sheet.title for row in asked(book)}:
            sheet = book[title]
            columns = [number for number, name in headings_of(sheet).items() if name in {"numerator", "denominator", "value", "yes"}]
            header = next(row[0].row for row in sheet.iter_rows() if any(str(cell.value) == "Mã dòng" for cell in row))
            words = [row[column] for row in sheet.iter_rows(min_row=header + 1) for column in columns if (title, row[0].row) not in filled_in]
            assert [cell.coordinate for cell in words if cell.value is not None and cell.data_type != "f"] == []


def test_a_file_that_is_there_is_left_alone(commune: Any, tmp_path: Path) -> None:
    """A workbook that was filled in is never written over."""
    file = tmp_path / "a.xlsx"
    file.write_bytes(b"filled in")
    answer = commune("template", "-o", str(file), code=2)

    assert "may have been filled in" in answer.err
    assert file.read_bytes() == b"filled in"


@pytest.mark.parametrize(
    ("arguments", "code", "said"),
    [
        (("--unit", "Hội Chữ thập đỏ"), 2, "No plan followed gives unit"),
        (("--unit", "Đoàn Thanh niên"), 3, "is asked of"),
        (("--period", "2019"), 3, "No plan followed asks for figures of 2019"),
        (("--period", "tháng mười"), 3, "is not a reporting period"),
    ],
    ids=["no such unit", "owes nothing", "no such time", "no period"],
)
def test_what_cannot_be_asked_for_is_refused(commune: Any, tmp_path: Path, arguments: tuple[str, ...], code: int, said: str) -> None:
    """A unit or period that no figure is asked of is named with what is near, and no file is written."""
    file = tmp_path / "a.xlsx"
    answer = commune("template", *arguments, "-o", str(file), code=code)

    assert said in " ".join(answer.err.split())
    assert not file.exists()


def test_a_period_that_has_not_begun_is_said(commune: Any, tmp_path: Path) -> None:
    """A template may be made ahead; from which day on its figures can be taken in is told."""
    assert "begins on 15 December 2026" in commune("template", "--period", "2027", "-o", str(tmp_path / "a.xlsx")).err
    assert "begins on" not in commune("template", "--period", "2026", "-o", str(tmp_path / "b.xlsx")).err


def test_on_the_last_days_of_a_year_the_window_that_is_open_is_asked_for(commune: Any, tmp_path: Path) -> None:
    """On 20 December the year of the injuries runs on: by default figures of 2026 are asked for, not those of the year that began on the 15th."""
    commune.today = date(2026, 12, 20)
    commune("template", "-o", str(tmp_path / "a.xlsx"))

    assert identity(opened(tmp_path / "a.xlsx")).period == "2026"


def test_a_part_that_nobody_owns_is_told_and_asked_of_nobody(thanh_tri: Any, tmp_path: Path) -> None:
    """The teachers of care homes are given to nobody: that part is in no row, and is told on the cover and on the screen."""
    answer = thanh_tri("template", "--period", "2025", "-o", str(tmp_path / "a.xlsx"), lang="vi")
    book = opened(tmp_path / "a.xlsx")
    parts = [line.unit for line in identity(book).lines if line.measure.endswith("/2.1a") and not line.breakdown]

    assert parts == ["phong-giao-duc-va-dao-tao"]
    for text in (" ".join(answer.err.split()), " ".join(str(cell.value) for row in book["Hướng dẫn"].iter_rows() for cell in row)):
        assert "cán bộ, giáo viên trong các cơ sở nuôi dưỡng trẻ em" in text


def test_without_a_plan_nothing_is_asked_for(monitor: Any, tmp_path: Path) -> None:
    """An empty workspace has no figures to ask for, and says how to follow a plan."""
    monitor("init", str(monitor.folder))

    assert "monitor plans follow" in monitor("template", "-o", str(tmp_path / "a.xlsx"), code=3).err


def test_a_template_is_a_workbook(commune: Any, tmp_path: Path) -> None:
    """Another ending is refused before anything is read."""
    assert ".xlsx" in commune("template", "-o", str(tmp_path / "a.csv"), code=2).err


def test_a_matrix_without_members_is_refused(van_son: Any, tmp_path: Path) -> None:
    """Where no group has members there is no sheet of them: the command that registers them is named."""
    assert "monitor units add" in van_son("template", "--matrix", "-o", str(tmp_path / "a.xlsx"), code=3).err


def test_all_columns_hold_what_they_are_called(written: Any) -> None:
    """Every sheet with keys has the columns that are read back, each once in its block."""
    assert set(headings_of(written()["Số liệu"]).values()) == FILLED_IN | {"key"}
