"""What people write on a period beside its figures is kept by version, and never names a child (docs/domain.md, rules 10 and 27)."""

import pytest

ABOUT = ("--period", "2026")


def sections(monitor, *more):
    return {item["section"]: item for item in monitor("narrative", "show", *ABOUT, *more, "--format", "json").json}


def test_what_was_not_written_yet_is_shown_as_such(van_son):
    van_son("narrative", "write", "done", "Tổ chức 24 buổi tuyên truyền.", *ABOUT)
    shown = van_son("narrative", "show", *ABOUT).words
    assert "Tổ chức 24 buổi tuyên truyền." in shown
    assert shown.count("Not written yet.") == 4


def test_a_text_written_anew_replaces_the_one_before_and_undo_brings_that_back(van_son):
    van_son("narrative", "write", "causes", "Thiếu kinh phí.", *ABOUT)
    answer = van_son("narrative", "write", "causes", "Thiếu kinh phí và người.", *ABOUT)
    assert (sections(van_son)["causes"]["text"], sections(van_son)["causes"]["version"]) == ("Thiếu kinh phí và người.", 2)
    receipt = answer.words.split("monitor undo ")[1].split()[0]
    van_son("undo", receipt, "--reason", "nhầm")
    assert (sections(van_son)["causes"]["text"], sections(van_son)["causes"]["version"]) == ("Thiếu kinh phí.", 1)


def test_the_same_text_again_is_no_new_version(van_son):
    van_son("narrative", "write", "next", "Tiếp tục rà soát.", *ABOUT)
    assert "nothing was recorded" in van_son("narrative", "write", "next", "Tiếp  tục rà soát. ", *ABOUT).words
    assert sections(van_son)["next"]["version"] == 1


def test_each_unit_and_each_period_has_its_own_text(van_son):
    van_son("narrative", "write", "done", "Của địa phương.", *ABOUT)
    van_son("narrative", "write", "done", "Của công an.", *ABOUT, "--unit", "cong-an-xa")
    van_son("narrative", "write", "done", "Của năm sau.", "--period", "2027")
    assert sections(van_son)["done"]["text"] == "Của địa phương."
    assert sections(van_son, "--unit", "cong-an-xa")["done"]["text"] == "Của công an."
    assert [(item["period"], item["unit"]) for item in van_son("narrative", "list", "--format", "json").json if item["section"] == "done"] == [
        ("2027", None),
        ("2026", None),
        ("2026", "cong-an-xa"),
    ]


def test_paragraphs_of_a_file_are_kept_as_lines(van_son, tmp_path):
    (tmp_path / "de-xuat.txt").write_bytes("Đề nghị cấp kinh phí.\r\n\r\n  Đề nghị tập huấn.\n".encode("utf-16"))
    van_son("narrative", "write", "proposals", "--file", str(tmp_path / "de-xuat.txt"), *ABOUT)
    assert sections(van_son)["proposals"]["text"] == "Đề nghị cấp kinh phí.\nĐề nghị tập huấn."


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Cháu Nguyễn Văn An bỏ học.", "only totals are kept here"),
        ("Trẻ em bỏ học:\nNguyễn Văn An\nsinh năm 2014", "only totals are kept here"),
        ("   ", "The text is empty."),
        ("a" * 20_001, "a section takes 20,000"),
    ],
)
def test_what_may_not_be_kept_is_refused_and_nothing_is_written(van_son, text, said):
    assert said in van_son("narrative", "write", "done", text, *ABOUT, code=3).err
    assert van_son("narrative", "list").words == "Nothing was written so far."


def test_a_period_outside_the_plan_is_refused_with_its_days(van_son):
    assert "lies outside plan" in van_son("narrative", "write", "done", "Đã làm.", "--period", "2019", code=3).err


def test_where_several_plans_are_followed_the_plan_is_asked(monitor):
    monitor.follow("child-labour/van-son-2026-2030", "child-work-2026/van-son")
    assert "Say which with --plan." in monitor("narrative", "write", "done", "Đã làm.", *ABOUT, code=3).err


def test_rows_of_texts_are_only_ever_added(van_son):
    """The database itself refuses to change one."""
    import sqlite3

    van_son("narrative", "write", "done", "Đã làm.", *ABOUT)
    with sqlite3.connect(van_son.folder / "monitor.db") as held, pytest.raises(sqlite3.IntegrityError, match="only ever added"):
        held.execute("UPDATE narratives SET text = 'khác'")
    held.close()
