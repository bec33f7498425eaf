"""`monitor.toml`: what a place settles takes effect, what is wrong is named, and what people wrote stays."""

from datetime import date
from pathlib import Path

import pytest
from planmonitor_cli.main import run

VAN_SON = "child-labour/van-son-2026-2030"
THANH_TRI = "child-labour/thanh-tri-2021-2025"


def text_of(monitor):
    return (monitor.folder / "monitor.toml").read_text(encoding="utf-8")


def write(monitor, text, encoding="utf-8"):
    (monitor.folder / "monitor.toml").write_bytes(text.encode(encoding))


def add(monitor, table, *lines, plan=VAN_SON):
    """Write a table of what the place settles for a plan at the end of monitor.toml."""
    name = f'plans."{plan}"' + (f".{table}" if table else "")
    write(monitor, text_of(monitor) + "\n".join(["", f"[{name}]", *lines, ""]))


def answer_of(monitor, question):
    document = monitor("plans", "show", VAN_SON, "--format", "json").json
    return next(item["answer"] for item in document["open_questions"] if item["id"] == question)


def test_an_answer_dates_an_undated_report(van_son):
    """The day a place sets for a report makes it a deadline of every year, and is shown as the place's own answer."""
    states = {item["duty"]: item["state"] for item in van_son("deadlines", "--format", "json").json}
    assert states["annual-report"] == "undated"
    assert answer_of(van_son, "annual-report-day") is None
    add(van_son, "answers", 'annual-report-day = { value = "11-24", document = "Công văn 12/UBND" }')
    days = [item["last_day"] for item in van_son("deadlines", "--format", "json").json if item["duty"] == "annual-report"]
    assert "2026-11-24" in days
    assert "11-24" in str(answer_of(van_son, "annual-report-day"))
    assert "Công văn 12/UBND" in van_son("plans", "show", VAN_SON).out


def test_an_answer_names_the_units_that_supply_a_figure(van_son):
    """Two offices named for a measure each owe a part; before, the whole place owed one."""
    assert van_son.measure("4a")["parts"]["expected"] == 1
    add(van_son, "answers", 'owner-4a = ["phong-van-hoa-xa-hoi", "cong-an-xa"]')
    judged = van_son.measure("4a")
    assert judged["parts"]["expected"] == 2
    assert judged["missing"] == ["phong-van-hoa-xa-hoi", "cong-an-xa"]
    van_son("record", "4a", "--period", "2026-S1", "--numerator", "4", "--denominator", "5", "--unit", "cong-an-xa")


@pytest.mark.parametrize(("reached", "status"), [(30, "on_track"), (20, "behind")])
def test_a_milestone_that_a_document_sets_is_held_against(van_son, reached, status):
    """With a milestone for now a figure below the bar is on track or behind, not merely in progress."""
    van_son("record", "4a", "--period", "2026-S1", "--numerator", str(reached), "--denominator", "50")
    assert van_son.measure("4a")["status"] == "in_progress"
    add(van_son, "milestones", '4a = [{ date = 2026-06-30, value = 60, document = "Công văn 12/UBND" }]')
    assert van_son.measure("4a")["status"] == status
    assert "Công văn 12/UBND" in van_son("show", "4a").out


def test_a_milestone_with_decimals_is_exact(van_son):
    """621 of 1000 reaches a milestone of 62,1 %."""
    van_son("record", "4a", "--period", "2026-S1", "--numerator", "621", "--denominator", "1000")
    add(van_son, "milestones", '4a = [{ date = 2026-06-30, value = 62.1, document = "Công văn 12/UBND" }]')
    assert van_son.measure("4a")["status"] == "on_track"


def test_a_milestone_needs_no_document(van_son):
    """The document of a setting is optional."""
    add(van_son, "milestones", "4a = [{ date = 2026-06-30, value = 60 }]")
    van_son("status")


def test_a_baseline_makes_a_trend_a_verdict(thanh_tri):
    """The figure of a base year turns "decrease" from a trend into something held against a figure (rule 5)."""
    thanh_tri.today = date(2026, 11, 22)
    thanh_tri("record", "DH1b", "--period", "2026", "--numerator", "2", "--denominator", "10")
    assert thanh_tri.measure("DH1b")["status"] == "trend_only"
    add(thanh_tri, "baselines", 'DH1b = { year = 2020, numerator = 3, denominator = 10, document = "BC 15/BC-UBND" }', plan=THANH_TRI)
    assert thanh_tri.measure("DH1b")["status"] == "met"


def test_a_window_changes_the_days_a_period_covers(van_son):
    """With the calendar year "6 tháng đầu năm" is 1 January to 30 June; by default it is 15 December to 14 June (rule 17)."""
    add(van_son, "", 'window = "calendar"')
    van_son("record", "4a", "--period", "6T2026", "--numerator", "4", "--denominator", "5")
    item = van_son("history", "4a", "--format", "json").json[0]
    assert (item["start"], item["end"]) == ("2026-01-01", "2026-06-30")


def test_the_officer_of_the_workspace_is_who_enters_and_supplies(van_son):
    """`officer` is the default of `--by`."""
    write(van_son, 'officer = "Đặng Thị Hoa"\n' + text_of(van_son))
    van_son("record", "4a", "--period", "2026-S1", "--numerator", "4", "--denominator", "5")
    van_son("record", "4a", "--period", "2026-S1", "--numerator", "4", "--denominator", "5", "--by", "Trường THCS")
    items = van_son("history", "4a", "--format", "json").json
    assert [(item["entered_by"], item["supplied_by"]) for item in items] == [("Đặng Thị Hoa", "Đặng Thị Hoa"), ("Đặng Thị Hoa", "Trường THCS")]


def test_the_language_of_the_workspace_is_spoken_and_the_option_wins(van_son, capsys, monkeypatch):
    """--lang wins over MONITOR_LANG, MONITOR_LANG over the workspace, the workspace over Vietnamese."""

    def heading(*options):
        capsys.readouterr()
        assert run([*options, "--workspace", str(van_son.folder), "status"], van_son.now) == 0
        return capsys.readouterr().out.splitlines()[0]

    english = heading()
    assert english.startswith("STATUS OF PLANS")
    write(van_son, text_of(van_son).replace('language = "en"', 'language = "vi"'))
    vietnamese = heading()
    assert vietnamese != english
    assert heading("--lang", "en") == english
    monkeypatch.setenv("MONITOR_LANG", "en")
    assert heading() == english
    assert heading("--lang", "vi") == vietnamese


def test_the_database_may_stand_elsewhere_and_the_environment_wins(van_son, tmp_path, monkeypatch):
    """`database` names another file, and MONITOR_DATABASE_URL one that wins over it."""
    write(van_son, f'database = "{(tmp_path / "khac.db").as_posix()}"\n' + text_of(van_son))
    van_son("db", "upgrade")
    van_son("record", "4a", "--period", "2026-S1", "--numerator", "4", "--denominator", "5")
    assert (tmp_path / "khac.db").is_file()
    monkeypatch.setenv("MONITOR_DATABASE_URL", (van_son.folder / "monitor.db").as_posix())
    assert van_son.measure("4a")["status"] == "no_data"


def test_days_off_may_be_named(van_son):
    """`[calendar.2026]` holds days off and make-up working days with the decision's number."""
    write(van_son, text_of(van_son) + '\n[calendar.2026]\ndays_off = [2026-02-16]\ndocument = "Thông báo 9441/TB-BNV"\n')
    van_son("status")


def refused(monitor, *named, code=3):
    """Run `status`, which must be refused in two lines at most, in both languages; return what is said in English."""
    before = (monitor.folder / "monitor.toml").read_bytes()
    said = {lang: monitor("status", code=code, lang=lang) for lang in ("en", "vi")}
    for answer in said.values():
        assert answer.out == ""
        assert 1 <= len(answer.err.splitlines()) <= 2, answer.err
        assert "{" not in answer.err
        for word in named:
            assert word in answer.err
    assert said["en"].err != said["vi"].err
    assert (monitor.folder / "monitor.toml").read_bytes() == before
    return said["en"].err


@pytest.mark.parametrize(
    ("lines", "line", "column"), [("place = 07621\n", 1, 10), ('place = "07621\nx = 1\n', 1, 15), ("\n\n[plans\n", 3, 7), ("place\n", 1, 6)]
)
def test_a_syntax_error_is_named_with_line_and_column(van_son, lines, line, column):
    """A missing quote or bracket is named with file, line and column."""
    write(van_son, lines + text_of(van_son).replace('place = "07621"\n', ""))
    assert f"line {line}, column {column}" in refused(van_son, "monitor.toml")


@pytest.mark.parametrize(
    ("typed", "near"), [("plugin = []", "plugins"), ('officr = "x"', "officer"), ('databse = "x"', "database"), ('Place = "x"', "place")]
)
def test_a_wrong_key_is_named_with_the_nearest_right_one(van_son, typed, near):
    """A typo in a key is refused, not ignored: file, key and the nearest right one are named."""
    write(van_son, f"{typed}\n{text_of(van_son)}")
    refused(van_son, "monitor.toml", f"'{typed.split()[0]}'", near)


@pytest.mark.parametrize("typed", ["officer = 5", "office = true", "database = 2026-01-01", "notice = []"])
def test_a_value_of_the_wrong_type_is_named_with_its_key(van_son, typed):
    """A number where a text belongs is refused: file, key and value are named."""
    write(van_son, f"{typed}\n{text_of(van_son)}")
    refused(van_son, "monitor.toml", f"'{typed.split()[0]}'")


@pytest.mark.parametrize(
    ("right", "wrong", "key"),
    [
        ('place = "07621"', "place = 7621", "place"),
        ('language = "en"', 'language = "fr"', "language"),
        ('plugins = ["child_labour"]', 'plugins = "child_labour"', "plugins"),
        ('plugins = ["child_labour"]', "plugins = [1]", "plugins"),
        (f'follow = ["{VAN_SON}"]', f'follow = "{VAN_SON}"', "plans"),
    ],
)
def test_a_wrong_value_is_named_with_its_key(van_son, right, wrong, key):
    """A place that lost its quotes, a language nobody speaks, a list that is none: the key is named."""
    assert right in text_of(van_son)
    write(van_son, text_of(van_son).replace(right, wrong))
    refused(van_son, "monitor.toml", key)


@pytest.mark.parametrize(
    ("table", "line", "named"),
    [
        ("", "windw = 'calendar'", ("windw", "window")),
        ("", "window = 'solar'", ("window", "solar", "calendar")),
        ("", "window = ['calendar']", ("window",)),
        ("", "answers = 'x'", ("answers",)),
        ("answer", "x = 1", ("answer", "answers")),
        ("answers", "anual-report-day = '11-24'", ("anual-report-day", "annual-report-day")),
        ("answers", "annual-report-day = '30-11'", ("annual-report-day", "30-11")),
        ("answers", "annual-report-day = 2026-11-24", ("annual-report-day",)),
        ("answers", "document-date = 'x'", ("document-date",)),
        ("answers", "owner-4a = ['phong-van-hoa']", ("owner-4a", "phong-van-hoa")),
        ("answers", "owner-4a = []", ("owner-4a",)),
        ("milestones", "4aa = []", ("4aa", "4a")),
        ("milestones", "4a = 5", ("milestones",)),
        ("milestones", "4a = [{ date = 2026-06-30, document = 'x' }]", ("4a", "value")),
        ("milestones", "4a = [{ date = '2026-06-30', value = 5, document = 'x' }]", ("4a", "date")),
        ("milestones", "4a = [{ date = 2026-06-30T08:00:00, value = 5, document = 'x' }]", ("4a", "date")),
        ("milestones", "4a = [{ date = 2026-06-30, value = nan, document = 'x' }]", ("4a", "value")),
        ("milestones", "4a = [{ dat = 2026-06-30, value = 5, document = 'x' }]", ("4a", "date")),
        ("baselines", "4a = { year = 'x', numerator = 5, document = 'x' }", ("4a", "year")),
    ],
)
def test_a_wrong_setting_of_a_plan_is_named_with_table_and_key(van_son, table, line, named):
    """What a place settles is checked against the plan: table, key and the nearest right one are named."""
    add(van_son, table, line)
    refused(van_son, VAN_SON, *named)


def test_settings_of_a_plan_that_does_not_exist_are_named_with_the_nearest_right_one(van_son):
    """A typo in the id of a plan's table does not silently leave its settings out."""
    add(van_son, "", 'window = "calendar"', plan="child-labour/van-sn-2026-2030")
    refused(van_son, "child-labour/van-sn-2026-2030", VAN_SON)


def test_a_followed_plan_that_does_not_exist_is_named(van_son):
    """A typo in the list of plans ends with 1, and the wrong id is named on stderr."""
    write(van_son, text_of(van_son).replace(VAN_SON, "child-labour/van-sn-2026-2030"))
    assert "child-labour/van-sn-2026-2030" in van_son("status", code=1).words


def test_a_followed_plan_that_does_not_exist_is_named_with_the_nearest_right_one(van_son):
    """A typo in the list of plans is answered with the plan that was meant."""
    write(van_son, text_of(van_son).replace(VAN_SON, "child-labour/van-sn-2026-2030"))
    assert VAN_SON in van_son("status", code=1).words


@pytest.mark.parametrize("encoding", ["utf-16", "cp1252"])
def test_a_file_that_is_not_utf_8_is_named(van_son, encoding):
    """A file saved in another encoding is refused with the advice to save it as UTF-8."""
    write(van_son, 'office = "UBND xã"\n' + text_of(van_son), encoding)
    refused(van_son, "monitor.toml", "UTF-8")


def test_a_byte_order_mark_and_windows_line_ends_are_accepted(van_son):
    """Notepad's byte-order mark and line ends change nothing, for reading and for the tool's own edits."""
    write(van_son, text_of(van_son).replace("\n", "\r\n"), "utf-8-sig")
    assert van_son("plans", "list", "--format", "json").json[0]["id"] == VAN_SON
    van_son("plans", "unfollow", VAN_SON)
    van_son("plans", "follow", VAN_SON)
    assert van_son("plans", "list", "--format", "json").json[0]["id"] == VAN_SON


def test_comments_and_settings_survive_the_tools_own_edits(van_son):
    """Following, unfollowing, enabling and disabling change their list and leave comments and tables as people wrote them."""
    write(van_son, "# của chị Hoa\n" + text_of(van_son).replace('place = "07621"', 'place = "07621"  # mã xã'))
    add(van_son, "answers", "# theo công văn 12", 'annual-report-day = "11-24"')
    van_son("plans", "follow", "child-labour/national-2021-2025")
    van_son("plans", "unfollow", "child-labour/national-2021-2025")
    van_son("plugins", "disable", "child_labour")
    van_son("plugins", "enable", "child_labour")
    van_son("plans", "follow", VAN_SON)
    text = text_of(van_son)
    for kept in ("# của chị Hoa", "# mã xã", "# theo công văn 12", 'annual-report-day = "11-24"'):
        assert kept in text
    assert "11-24" in str(answer_of(van_son, "annual-report-day"))


def test_no_half_written_file_is_left_beside_monitor_toml(van_son):
    """An edit leaves monitor.toml and the database in the folder, and nothing else."""
    van_son("plans", "follow", "child-labour/national-2021-2025")
    assert sorted(Path(file).name for file in van_son.folder.iterdir()) == ["monitor.db", "monitor.toml"]
