"""Names that screens print are understood by every command that takes one; what is guessed is said, what is ambiguous asked."""

from __future__ import annotations

import unicodedata

import pytest

VAN_SON = "child-labour/van-son-2026-2030"
WORK = "child-work-2026/van-son"
DROWNING = "drowning/commune-2021-2030"
SWIM = "Tỷ lệ trẻ em từ 6 đến dưới 16 tuổi biết bơi an toàn"
RATE = "Tỷ lệ lao động trẻ em và người chưa thành niên từ 5 đến 17 tuổi"
YEAR = ("--period", "2026")
SHARE = (*YEAR, "--numerator", "3", "--denominator", "4")


@pytest.fixture
def commune(monitor):
    """Return a runner in a workspace of a commune that follows three plans."""
    return monitor.follow(VAN_SON, WORK, DROWNING)


@pytest.mark.parametrize(
    "typed", ["Công tác trẻ em 2026", unicodedata.normalize("NFD", "công tác trẻ em 2026"), "Work for children 2026", "cong tac tre em 2026"]
)
def test_a_plan_is_found_by_its_titles(commune, typed):
    """`plans show`, `status` and `check` take a plan by its short title in both languages, in any accent form."""
    assert commune("plans", "show", typed, "--format", "json").json["id"] == WORK
    assert [plan["id"] for plan in commune("status", "--plan", typed, "--format", "json").json["plans"]] == [WORK]
    assert {item["plan"] for item in commune("check", "--plan", typed, "--format", "json", code=None).json} <= {WORK, "-"}


def test_part_of_a_title_reads_the_plan_that_is_followed_and_says_so(commune):
    """ "Lao động trẻ em" is of four plans of the plugin the one followed, which is said; it follows and unfollows none."""
    shown = commune("plans", "show", "Lao động trẻ em", "--format", "json")
    assert shown.json["id"] == VAN_SON
    assert f"'Lao động trẻ em' is understood as Child labour 2026-2030 ({VAN_SON})." in shown.err
    assert VAN_SON in commune("plans", "unfollow", "Lao động trẻ em", code=2).err
    assert "is understood as" not in commune("plans", "show", "Lao động trẻ em 2026-2030").err


def test_plans_of_one_title_are_asked_about(commune):
    """Two plans have one short title: both are named with their ids, and none is shown or followed."""
    for command in ("show", "follow"):
        asked = commune("plans", command, "Lao động trẻ em 2021-2025", code=2).err
        assert all(f"({plan})" in asked for plan in ("child-labour/kon-tum-2021-2025", "child-labour/thanh-tri-2021-2025"))


def test_a_plan_is_followed_and_unfollowed_by_its_title(commune):
    """A plan of an enabled plugin is followed by its title; one of a plugin that is not enabled says which to enable."""
    assert "drowning/injury-surveillance-2026-2030" in commune("plans", "follow", "Giám sát thương tích 2026-2030").out
    assert "injury-surveillance" not in commune("plans", "unfollow", "giám sát thương tích 2026-2030").out
    assert "child_work_2024" in commune("plans", "follow", "Công tác trẻ em 2024", code=2).err


def test_a_plugin_is_found_however_it_is_spelled(commune):
    """Hyphens and capitals make no other plugin."""
    assert "child_labour" not in commune("plugins", "disable", "Child-Labour").out
    assert "child_labour" in commune("plugins", "enable", "child labour").out


def test_a_code_of_several_plans_is_asked_about_with_their_titles(commune):
    """`4a` stands in two plans: each is named with its title, label and full id."""
    for command in (("show", "4a"), ("history", "4a"), ("record", "4a", *SHARE)):
        asked = commune(*command, code=2, lang="vi").err
        assert "Lao động trẻ em 2026-2030: Cán bộ, giáo viên" in asked
        assert f"({VAN_SON}/4a)" in asked
        assert "Công tác trẻ em 2026: Vụ việc nghiêm trọng" in asked
        assert f"({WORK}/4a)" in asked


@pytest.mark.parametrize(
    "typed", [SWIM, f"2.4. {SWIM}", "ty le tre em tu 6 den duoi 16 tuoi biet boi an toan", "Children aged 6 to under 16 who can swim safely"]
)
def test_a_measure_is_recorded_by_its_label(commune, typed):
    """A label that a screen prints, with its code or without, records the measure, and what was recorded is named."""
    answer = commune("record", typed, *SHARE, lang="vi")
    assert f"{SWIM} ({DROWNING}/2.4), năm 2026: 3/4" in answer.words
    assert ("được hiểu là" in answer.err) == typed.startswith("ty le")


def test_words_of_a_label_read_and_never_record(commune):
    """Words that one label holds show it, and say which was understood; recorded is nothing, and the label is offered."""
    shown = commune("show", "16 tuổi biết bơi", lang="vi")
    assert f"2.4. {SWIM} (Đuối nước, thương tích 2021-2030)" in shown.words
    assert f"'16 tuổi biết bơi' được hiểu là: Đuối nước, thương tích 2021-2030: {SWIM} ({DROWNING}/2.4)." in shown.err
    refused = commune("record", "16 tuổi biết bơi", *SHARE, code=2, lang="vi").err
    assert f"{SWIM} ({DROWNING}/2.4)" in refused
    said = ("--by", "UBND tỉnh", "--reason", "mưa lũ", "--until", "2027-12-31")
    assert f"({DROWNING}/2.4)" in commune("accept", "16 tuổi biết bơi", *said, code=2).err


def test_history_by_words_says_what_it_lists(commune):
    """The list of revisions has no heading: what a guess was taken for is said beside it."""
    commune("record", f"{DROWNING}/2.4", *SHARE)
    answer = commune("history", "16 tuổi biết bơi")
    assert "3/4" in answer.out
    assert f"({DROWNING}/2.4)" in answer.err


def test_a_base_population_is_shown(commune):
    """`show` tells the figures of a base population and what is divided by it, on a day too; in JSON and rows as well."""
    commune("record", "population/parents", *YEAR, "--value", "1450")
    shown = commune("show", "population/parents", lang="vi").words
    assert "population/parents: Cha mẹ, người chăm sóc trẻ em" in shown
    assert "1.450 người" in shown
    assert "Lao động trẻ em 2026-2030: 4b." in shown
    told = commune("show", "Cha mẹ, người chăm sóc trẻ em", "--format", "json").json
    assert (told["id"], [figure["value"] for figure in told["figures"]]) == ("population/parents", [1450])
    assert f"{VAN_SON}/4b" in told["denominator_of"]
    assert "population/parents" in commune("show", "parents", "--format", "csv").out
    assert "No figure has been recorded." in commune("show", "parents", "--as-of", "2026-11-01").out


def test_a_base_population_is_recorded_by_its_name_and_near_ones_are_offered(commune):
    """A name of a base population records it; an id that none has is answered with names, then ids."""
    assert "(population/children-under-16)" in commune("record", "Trẻ em (dưới 16 tuổi)", *YEAR, "--value", "1240").out
    assert "1.240" in commune("history", "tre em (duoi 16 tuoi)", lang="vi").out
    offered = commune("show", "population/children", code=2, lang="vi").err
    assert "Trẻ em (dưới 16 tuổi) (population/children-under-16)" in offered


def test_a_registered_member_is_found_by_its_name(commune):
    """A school is asked for what its group supplies, by name in any accent form; one that is not registered is offered near ones, each once."""
    with (commune.folder / "monitor.toml").open("a", encoding="utf-8") as file:
        file.write(f'\n[plans."{VAN_SON}".answers]\nowner-5 = ["truong-hoc", "co-quan-don-vi-va-thon"]\n')
    commune("units", "add", "Trường THCS Vân Sơn", "--group", "Các trường học trên địa bàn")
    for typed in ("Trường THCS Vân Sơn", "trường trung học cơ sở Vân Sơn", "truong thcs van son"):
        plans = commune("status", "--unit", typed, "--format", "json").json["plans"]
        assert [item["id"] for plan in plans for item in plan["measures"] if item["id"].endswith("/5")] == [f"{VAN_SON}/5"]
    recorded = commune("record", f"{VAN_SON}/5", *SHARE, "--unit", "truong thcs van son")
    assert "Trường THCS Vân Sơn, year 2026: 3/4" in recorded.words
    assert "'truong thcs van son' is understood as Trường THCS Vân Sơn (truong-thcs-van-son)." in recorded.err
    refused = commune("status", "--unit", "Trường THPT Vân Sơn", code=2).err
    assert refused.count("(truong-hoc)") <= 1
    assert "Trường THCS Vân Sơn (truong-thcs-van-son)" in refused
    assert "Several units are called 'phòng'" in commune("status", "--unit", "phòng", code=2).err
    asked = commune("record", f"{VAN_SON}/5", *SHARE, code=3).err
    assert "Trường THCS Vân Sơn (truong-thcs-van-son)" in asked


def test_a_registered_unit_of_a_measure_without_owner_is_no_unknown_one(commune):
    """M3: the unit is registered, the measure has nobody to supply it: which question to answer is said."""
    commune("units", "add", "Trường THCS Vân Sơn", "--group", "truong-hoc", "--plan", "Lao động trẻ em 2026-2030")
    refused = commune("record", f"{VAN_SON}/5", *SHARE, "--unit", "Trường THCS Vân Sơn", code=3).err
    assert "'Trường THCS Vân Sơn' is registered, but no unit is named that supplies the figure of" in refused
    assert f"monitor answer {VAN_SON}/owner-5 ..." in refused
    assert "There is no unit 'Trường THCS Vân Xa'" in commune("record", f"{VAN_SON}/5", *SHARE, "--unit", "Trường THCS Vân Xa", code=2).err


@pytest.mark.parametrize("pair", ["sex=female", "giới=nữ", "Giới tính=Nữ", "gioi tinh=nu", "Sex=Female"])
def test_a_breakdown_is_named_by_its_words_and_printed_by_them(commune, pair):
    """Codes, labels and other names of a breakdown are one: it is recorded under its codes and printed in words."""
    answer = commune("record", f"{VAN_SON}/1", *SHARE, "--breakdown", pair, lang="vi")
    assert f"({VAN_SON}/1), nữ, năm 2026: 3/4" in answer.words
    assert commune("history", f"{VAN_SON}/1", "--format", "json").json[0]["breakdown"] == {"sex": "female"}
    assert "toàn địa bàn, nữ" in commune("show", f"{VAN_SON}/1", "--format", "markdown", lang="vi").words
    assert "whole place, female" in commune("show", f"{VAN_SON}/1", "--format", "markdown").words
    assert "nữ" in commune("history", f"{VAN_SON}/1", lang="vi").out
    assert "sex=female" in commune("export").out


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("chó cắn", "animal"),
        ("giao thông", "traffic"),
        ("vat sac nhon", "cut"),
        ("hóc nghẹn", "choking"),
        ("vật liệu nổ", "explosive"),
        ("Khác", "other"),
    ],
)
def test_causes_of_injuries_are_named_as_officers_do(commune, typed, code):
    """Other names of a category, which its plan file gives it, find it."""
    commune("record", f"{DROWNING}/NV2", *YEAR, "--value", "1", "--breakdown", f"cause={typed}")
    assert commune("history", f"{DROWNING}/NV2", "--format", "json").json[0]["breakdown"] == {"cause": code}


def test_a_wrong_breakdown_is_answered_with_names(commune):
    """An unknown breakdown or category names those there are, the name before the code; one that is named twice is refused."""
    record = ("record", f"{DROWNING}/NV2", *YEAR, "--value", "1")
    assert "Động vật cắn, đốt, húc (animal)" in commune(*record, "--breakdown", "nguyên nhân=rắn cắn", code=2, lang="vi").err
    assert "Giới tính (sex)" in commune(*record, "--breakdown", "màu=đỏ", code=2, lang="vi").err
    assert "The breakdown 'Sex' stands twice." in commune(*record, "--breakdown", "sex=female", "--breakdown", "giới=nam", code=3).err


def test_a_file_takes_names_and_an_export_gives_codes(commune, tmp_path):
    """Measures, breakdowns and their parts may be written by name in a file; what was guessed is told, what only holds words refused."""
    file = tmp_path / "so-lieu.csv"
    rows = [f"{RATE},2026,giới=nữ,3,4", "ty le lao dong tre em va nguoi chua thanh nien tu 5 den 17 tuoi,2026,Giới tính=Nam,1,4"]
    file.write_text("\n".join(["MEASURE,TIME_PERIOD,BREAKDOWN,NUMERATOR,DENOMINATOR", *rows]), encoding="utf-8")
    taken = commune("import", str(file))
    assert "2 figures taken" in taken.words
    assert f"({VAN_SON}/1)." in taken.err
    exported = commune("export").out
    assert all(f"{VAN_SON}/1,07621,,2026,sex={sex}" in exported for sex in ("female", "male"))
    file.write_text("MEASURE,TIME_PERIOD,NUMERATOR,DENOMINATOR\n16 tuổi biết bơi,2026,3,4\n", encoding="utf-8")
    assert f"{DROWNING}/2.4" in commune("import", str(file), code=3).err


def test_a_report_is_found_by_its_title(commune):
    """Of a report its title will do, without accents too; one that two plans order is asked about with the titles of both."""
    letter = (*YEAR, "--number", "45/BC-UBND", "--dated", "2026-11-20")
    sent = commune("reports", "submit", "bao cao nam ve phong ngua lao dong tre em", *letter, lang="vi")
    assert "Báo cáo năm về phòng ngừa lao động trẻ em" in sent.out
    assert f"({VAN_SON}/annual-report)" in sent.err
    asked = commune("reports", "submit", "Báo cáo Tháng hành động vì trẻ em", *letter, code=2, lang="vi").err
    assert "Công tác trẻ em 2026: Báo cáo Tháng hành động vì trẻ em" in asked
    assert f"({DROWNING}/month-of-action-report)" in asked
    offered = commune("reports", "submit", "Báo cáo năm", *letter, code=2, lang="vi").err
    assert f"Báo cáo năm về phòng ngừa lao động trẻ em ({VAN_SON}/annual-report)" in offered
