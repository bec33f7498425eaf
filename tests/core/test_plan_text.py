import csv
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from planmonitor.contract.figures import as_csv, main
from planmonitor.plantext.figures import KINDS, LONGEST, figures_of


def listed(text):
    return [(figure.kind, figure.figure) for figure in figures_of(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Trên 90% trẻ em", [("percentage", "90%")]),
        ("90 % cán bộ", [("percentage", "90 %")]),
        ("giảm 5 - 10% hằng năm", [("percentage", "5 - 10%")]),
        ("đạt từ 5 đến 10%", [("percentage", "5 đến 10%")]),
        ("đạt 97,5%", [("percentage", "97,5%")]),
        ("mười lăm phần trăm", [("percentage", "mười lăm phần trăm")]),
        ("đạt90% trẻ em", [("percentage", "90%")]),
    ],
)
def test_a_percentage_is_listed_with_its_sign_however_it_is_spaced_or_spelled(text, expected):
    assert expected == listed(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("trước ngày 25/11 gửi", ["25/11"]),
        ("ngày 08/4/2026 của", ["08/4/2026"]),
        ("ngày 9/9 năm 2021", ["9/9 năm 2021"]),
        ("Nơi đó, ngày 18 tháng 10 năm 2021", ["ngày 18 tháng 10 năm 2021"]),
        ("Nơi đó, ngày tháng 4 năm 2026", ["tháng 4 năm 2026"]),
        ("giai đoạn 2021 - 2025", ["2021 - 2025"]),
        ("MỤC TIÊU ĐẾN NĂM 2030", ["ĐẾN NĂM 2030"]),
        ("quý II/2026", ["quý II/2026"]),
        ("từ 15/12 đến 14/12", ["15/12 đến 14/12"]),
        ("Luật Trẻ em 2016", ["2016"]),
    ],
)
def test_dates_years_and_spans_of_years_are_listed_whole(text, expected):
    assert [("date", figure) for figure in expected] == listed(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("từ 5 đến 17 tuổi", ["5 đến 17 tuổi"]),
        ("Định kỳ 06 tháng", ["06 tháng"]),
        ("(15/17 xã", ["15/17 xã"]),
        ("từ 8/10 xã", ["8/10 xã"]),
        ("Tổng đài (111)", ["111"]),
        ("2025 trẻ em", ["2025 trẻ em"]),
        ("mở hai lớp tập huấn", ["hai lớp"]),
        ("1.234,5 triệu đồng", ["1.234,5 triệu"]),
    ],
)
def test_a_counted_number_takes_the_word_behind_it_along(text, expected):
    assert [("number", figure) for figure in expected] == listed(text)


@pytest.mark.parametrize("figure", ["3387/KH-UBND", "365 /KH-UBND", "56/2017/NĐ-CP", "121/2020/QH14", "28-CT/TW", "13/2021/TT-BLĐTBXH", "23/QĐ-TTg"])
def test_the_number_of_a_document_is_one_figure_with_its_symbol(figure):
    assert [("document_number", figure)] == listed(f"Số: {figure} của")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2.1. Mục tiêu 1: Phòng ngừa", ["2.1.", "Mục tiêu 1"]),
        ("- Chỉ tiêu 4: giữ vững", ["Chỉ tiêu 4"]),
        ("- Chịu trách nhiệm chỉ tiêu 1, 2 của mục tiêu 3", ["chỉ tiêu 1, 2", "mục tiêu 3"]),
        ("IV. TỔ CHỨC", ["IV."]),
        ("đ) Việc khác", ["đ)"]),
        ("##### **1. Phòng**", ["1."]),
        ("theo Điều 53 Luật Trẻ em", ["Điều 53"]),
        ("vì trẻ em huyện1: Theo", ["1"]),
        ("1 Theo Quyết định", ["1"]),
        ("<sup>2</sup> Theo", ["2"]),
        ("trẻ em³.", ["³"]),
    ],
)
def test_numbers_of_sections_target_lines_and_footnotes_are_numbering(text, expected):
    assert [("numbering", figure) for figure in expected] == listed(text)


def test_an_objective_of_ninety_per_cent_is_no_objective_number_ninety():
    assert listed("đạt mục tiêu 90% trẻ em") == [("percentage", "90%")]


def test_a_telephone_number_is_one_figure():
    assert listed("(Điện thoại 02433.525.662)") == [("phone", "02433.525.662")]


def test_words_that_only_look_like_numbers_are_not_listed():
    assert listed("một số nhiệm vụ hằng năm, tỷ lệ, tư vấn (nếu có)") == []


def test_lines_are_counted_as_in_the_file_and_decomposed_accents_are_composed():
    text = unicodedata.normalize("NFD", "KẾ HOẠCH\n\nđến năm 2030 trên địa bàn\f\n06 tháng\n")
    assert [(figure.line, figure.figure) for figure in figures_of(text)] == [(3, "đến năm 2030"), (4, "06 tháng")]


@given(st.text(alphabet=st.one_of(st.sampled_from("0123456789 ./,-%()\nIVadđ"), st.characters(codec="utf-8")), max_size=80))
def test_every_digit_of_any_text_stands_in_exactly_one_figure_of_its_line(text):
    figures = figures_of(text)
    for number, line in enumerate(text.split("\n"), start=1):
        printed = "".join(figure.figure for figure in figures if figure.line == number)
        assert digits(line) == digits(printed)


@given(
    st.lists(
        st.sampled_from(
            [
                "9",
                "12",
                "2026",
                "0",
                "/",
                "-",
                " ",
                ".",
                ",",
                "%",
                " đến ",
                " tuổi",
                "ngày ",
                "tháng ",
                "năm ",
                "KH-UBND",
                "Chỉ tiêu ",
                "mười ",
                "quý I",
                "\n",
            ]
        )
    ).map("".join)
)
def test_no_digit_hides_between_the_words_that_plans_print(text):
    assert digits(text) == digits("".join(figure.figure for figure in figures_of(text)))
    assert all(figure.kind in KINDS and 0 < len(figure.figure) <= LONGEST for figure in figures_of(text))


def digits(text):
    return [letter for letter in text if letter in "0123456789"]


def test_a_run_of_digits_longer_than_any_figure_is_listed_in_pieces():
    assert listed("7" * 45) == [("number", "7" * 40), ("number", "7" * 5)]


def test_the_csv_quotes_what_holds_a_comma():
    table = as_csv(figures_of("chỉ tiêu 1, 2 đạt 90%"))
    assert list(csv.reader(table.splitlines())) == [["line", "kind", "figure"], ["1", "numbering", "chỉ tiêu 1, 2"], ["1", "percentage", "90%"]]


def test_the_command_prints_the_list_of_one_file_in_utf_8(tmp_path, capfdbinary):
    plan = tmp_path / "kế hoạch.txt"
    plan.write_text("I. MỤC TIÊU\nĐến năm 2030: 90%\n", encoding="utf-8")
    assert main([str(plan)]) == 0
    assert capfdbinary.readouterr().out.decode() == "line,kind,figure\n1,numbering,I.\n2,date,Đến năm 2030\n2,percentage,90%\n"


def test_the_command_says_which_file_it_cannot_read(tmp_path, capsys):
    assert main([str(tmp_path / "absent.txt")]) == 3
    assert "absent.txt: cannot be read" in capsys.readouterr().err
