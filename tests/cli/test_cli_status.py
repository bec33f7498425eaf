"""What other programs and people read: the documents of `status`, `plans show` and `plugins list`, and the screens."""

import csv
import re
import unicodedata
from datetime import date
from pathlib import Path

import pytest
from planmonitor_cli.output import table

VAN_SON = "child-labour/van-son-2026-2030"
THANH_TRI = "child-labour/thanh-tri-2021-2025"
INTERFACE = Path(__file__).parents[2] / "docs" / "interface.md"
STATUSES = ["met", "not_met", "on_track", "behind", "in_progress", "incomplete", "no_data", "no_case", "trend_only", "not_assessed"]


class Shape:
    """Reads the shape of a JSON document as docs/interface.md writes it: keys, nested; None for what it leaves open."""

    def __init__(self, text):
        self.words = re.findall(r'"[^"]*"|[{}\[\],:]|[^\s{}\[\],:"]+', text)

    def read(self):
        word = self.words.pop(0)
        found = self._object() if word == "{" else self._list() if word == "[" else None
        while self.words and self.words[0] not in "{}[],:":  # "| null", "bool", "… across plans …"
            self.words.pop(0)
        return found

    def _object(self):
        keys = {}
        while True:
            word = self.words.pop(0)
            while self.words[0] not in "{}[],:":
                self.words.pop(0)
            keys[word.strip('"')] = self._value()
            if self.words.pop(0) == "}":
                return keys if all(key.isidentifier() and key.islower() for key in keys) else None

    def _value(self):
        if self.words[0] != ":":
            return None
        self.words.pop(0)
        return self.read()

    def _list(self):
        found = self.read()
        while self.words.pop(0) != "]":
            self.read()
        return found


def documented(command):
    """Return the shape that docs/interface.md gives for the JSON of a command."""
    section = INTERFACE.read_text(encoding="utf-8").split(f"### `monitor {command}")[1]
    return Shape(section.split("```text\n")[1].split("```")[0]).read()


def assert_same_keys(shape, document, where="document"):
    """Fail where a document has not exactly the keys of a shape, at any depth; what is null or empty cannot be compared."""
    if shape is None or document is None:
        return
    for item in document if isinstance(document, list) else [document]:
        assert set(item) == set(shape), where
        for key, inner in shape.items():
            assert_same_keys(inner, item[key], f"{where}.{key}")


@pytest.fixture
def lively(thanh_tri):
    """A workspace whose status has figures, comparisons, missing parts, deadlines, findings and an accepted shortfall."""
    for code, numerator, denominator in (("1.1", 30, 1000), ("1.2", 8, 10), ("1.3", 10, 10), ("2.1b", 900, 1000)):
        thanh_tri("record", code, "--period", "2025", "--numerator", str(numerator), "--denominator", str(denominator))
    thanh_tri("record", "1.1", "--period", "2024", "--numerator", "35", "--denominator", "1000")
    thanh_tri("record", "2.2", "--period", "2025", "--numerator", "8", "--denominator", "9", "--unit", "phong-giao-duc-va-dao-tao")
    thanh_tri("accept", "1.1", "--by", "UBND thành phố", "--reason", "thiên tai", "--until", "2026-12-31")
    return thanh_tri


def test_the_shape_reader_reads_the_page():
    """The keys compared below come from the page: nested objects, lists and open parts are told apart."""
    shape = documented("status --format json`")
    assert list(shape)[:5] == ["as_of", "restated", "year", "place", "plans"]
    assert shape["plans"]["measures"]["parts"] == {"expected": None, "received": None}
    assert shape["plans"]["counts"] is None


def test_status_has_exactly_the_documented_keys(lively):
    """Every key of `status --format json` stands in docs/interface.md, and every key there is printed."""
    document = lively("status", "--as-of", "2026-01-20", "--restated", "--format", "json").json
    plan = document["plans"][0]
    assert plan["deadlines"]
    assert plan["findings"]
    assert any(item["comparison"] for item in plan["measures"])
    assert any(item["accepted"] for item in plan["measures"])
    assert_same_keys(documented("status --format json`"), document)


@pytest.mark.parametrize("plan", [VAN_SON, THANH_TRI, "child-labour/kon-tum-2021-2025", "child-labour/national-2021-2025"])
def test_plans_show_has_exactly_the_documented_keys(van_son, plan):
    """Every key of `plans show --format json` stands in docs/interface.md, and every key there is printed."""
    assert_same_keys(documented("plans show PLAN --format json`"), van_son("plans", "show", plan, "--format", "json").json)


def test_plugins_list_has_exactly_the_documented_keys(van_son):
    """Every key of `plugins list --format json` stands in docs/interface.md; the enabled plugin carries its plans."""
    rows = van_son("plugins", "list", "--format", "json").json
    assert_same_keys(documented("plugins list --format json`"), rows)
    row = next(row for row in rows if row["name"] == "child_labour")
    assert (row["state"], row["reason"]) == ("enabled", None)
    assert VAN_SON in row["plans"]


def test_counts_hold_all_ten_statuses(lively):
    """`counts` and `indicator_counts` name every status, zeros included, and add up to the targets of the plan."""
    plan = lively("status", "--format", "json").json["plans"][0]
    assert list(plan["counts"]) == STATUSES
    assert list(plan["indicator_counts"]) == STATUSES
    assert sum(plan["counts"].values()) == 12
    assert sum(plan["indicator_counts"].values()) == 8


def test_the_status_of_an_indicator_is_one_of_the_ten(lively):
    """Indicators list their measures by full id, and every measure names its indicator."""
    plan = lively("status", "--format", "json").json["plans"][0]
    assert {item["status"] for item in [*plan["indicators"], *plan["measures"]]} <= set(STATUSES)
    named = {measure: item["code"] for item in plan["indicators"] for measure in item["measures"]}
    assert named == {item["id"]: item["indicator"] for item in plan["measures"]}


def test_every_measure_says_why_in_both_languages(lively):
    """Reasons stand in Vietnamese and in English whatever language is spoken, with the clause behind them."""
    for lang in ("vi", "en"):
        for item in lively("status", "--format", "json", lang=lang).json["plans"][0]["measures"]:
            assert item["reason_vi"] != item["reason_en"]
            assert "{" not in item["reason_vi"] + item["reason_en"]
            assert item["clause"]


def test_only_display_changes_with_the_language(lively):
    """Numbers and dates are the same in both languages; `display` is written as the reader writes."""
    vi, en = (lively.measure("1.1") if lang == "en" else by_code(lively("status", "--format", "json", lang="vi"), "1.1") for lang in ("vi", "en"))
    assert (vi["value"]["display"], en["value"]["display"]) == ("3%", "3%")
    assert vi["comparison"]["display"] == "3,5%"
    assert en["comparison"]["display"] == "3.5%"
    for item in (vi, en):
        del item["value"]["display"], item["comparison"]
    assert vi == en


def by_code(answer, code):
    return next(item for plan in answer.json["plans"] for item in plan["measures"] if item["id"].endswith(f"/{code}"))


def test_json_is_alone_on_stdout_even_beside_a_problem(van_son):
    """With a plugin missing stdout is still one JSON document, the problem stands in it, and the exit code is 1."""
    enable(van_son, "gone")
    document = van_son("status", "--format", "json", code=1).json
    assert [(item["plugin"], item["stage"]) for item in document["problems"]] == [("gone", "find")]
    assert [plan["id"] for plan in document["plans"]] == [VAN_SON]


def enable(monitor, name):
    """Write a plugin into the enabled list of monitor.toml by hand."""
    path = monitor.folder / "monitor.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace('plugins = ["child_labour"]', f'plugins = ["child_labour", "{name}"]'), encoding="utf-8")


def test_a_plugin_that_is_enabled_but_not_installed_is_named_and_the_rest_shown(van_son):
    """The screen shows the other plans and says what is wrong with the missing plugin, and the exit code is 1 (rule 26)."""
    enable(van_son, "gone")
    answer = van_son("status", code=1)
    assert VAN_SON in answer.out
    assert "Plugin gone" in answer.words
    assert "not installed" in answer.words


@pytest.mark.parametrize(
    "command",
    [("show", "4a"), ("history", "4a"), ("export",), ("deadlines",), ("plans", "list"), ("units", "list"), ("plugins", "list"), ("check",)],
)
def test_any_command_ends_with_1_beside_a_broken_enabled_plugin(van_son, command):
    """Every command does its work and tells by its exit code that an enabled plugin failed."""
    enable(van_son, "gone")
    answer = van_son(*command, code=1)
    assert answer.out
    assert "gone" in answer.out + answer.err


def test_plugins_list_tells_an_enabled_plugin_that_is_missing(van_son):
    """A plugin that is enabled and not installed is listed as missing, with the reason."""
    enable(van_son, "gone")
    row = next(row for row in van_son("plugins", "list", "--format", "json", code=1).json if row["name"] == "gone")
    assert (row["state"], row["version"], row["plans"]) == ("missing", None, [])
    assert row["reason"]


def test_a_disabled_plugin_is_listed_as_such(van_son):
    """Disabling takes the plugin and its plans off the lists; its figures and its row stay."""
    van_son("plugins", "disable", "child_labour")
    row = next(row for row in van_son("plugins", "list", "--format", "json").json if row["name"] == "child_labour")
    assert row["state"] == "disabled"
    assert van_son("status", "--format", "json").json["plans"] == []


def test_strict_ends_with_1_where_a_target_is_not_met(thanh_tri):
    """`--strict` turns a target not met into exit code 1; without it the same status ends with 0."""
    thanh_tri("record", "1.1", "--period", "2025", "--numerator", "30", "--denominator", "1000")
    day = ("--as-of", "2026-01-20", "--restated", "--plan", THANH_TRI)
    assert "Not met" in thanh_tri("status", *day, code=0).out
    thanh_tri("status", *day, "--strict", code=1)


def test_strict_ends_with_0_where_nothing_is_wrong(van_son):
    """A plan that is only beginning has nothing for `--strict` to find."""
    van_son("status", "--strict", code=0)


def test_strict_ends_with_1_where_a_check_finds_an_error(van_son):
    """A finding of severity error is enough for `--strict`, and it is printed."""
    van_son("record", "2", "--period", "2026-S1", "--numerator", "8", "--denominator", "10")
    assert "2 notified children" in van_son("status", "--strict", code=1).out


def test_findings_come_from_the_checks_of_the_plan(van_son):
    """A contradiction in the figures is a finding with check, severity, both languages and the measures concerned."""
    van_son("record", "2", "--period", "2026-S1", "--numerator", "8", "--denominator", "10")
    found = van_son("status", "--format", "json").json["plans"][0]["findings"]
    item = next(item for item in found if item["check"] == "child-labour/notified-not-supported")
    assert (item["state"], item["severity"], item["measures"]) == ("found", "error", [f"{VAN_SON}/2"])
    assert item["message_vi"].startswith("02 trẻ em đã có thông báo")
    assert item["message_en"].startswith("2 notified children")


def test_check_ends_with_1_where_it_shows_an_error_or_a_warning(van_son):
    """`check` ends with 0 where nothing is found, 1 where an error is; --severity leaves lesser ones out."""
    van_son("check", code=0)
    van_son("record", "1", "--period", "2026-S1", "--numerator", "50", "--denominator", "1000")
    assert "Child-labour rate at or above the bar" in van_son("check", code=1).words
    assert "Child-labour rate at or above the bar" not in van_son("check", "--severity", "error", code=0).words


def test_a_check_that_cannot_be_judged_says_so_and_changes_no_exit_code(van_son):
    """Without figures the check on the rate is "cannot be judged yet", not silent (rule 24)."""
    found = van_son("status", "--strict", "--format", "json", code=0).json["plans"][0]["findings"]
    assert ("child-labour/rate-at-bar", "not_judged") in [(item["check"], item["state"]) for item in found]


def test_unit_keeps_the_measures_and_reports_of_one_office(thanh_tri):
    """`--unit`, by id or by name, leaves what that office answers for, and nothing of others."""
    for named in ("phong-giao-duc-va-dao-tao", "Phòng Giáo dục và Đào tạo"):
        plan = thanh_tri("status", "--unit", named, "--format", "json").json["plans"][0]
        assert {item["id"].rsplit("/", 1)[1] for item in plan["measures"]} == {"1.3", "2.1a", "2.2", "NV5", "NV6"}
        assert {item["unit"] for item in plan["deadlines"]} == {"phong-giao-duc-va-dao-tao"}


def test_plan_keeps_one_plan_and_shows_every_measure(monitor):
    """With one `--plan`, by id or by its end, every measure of that plan is shown and no other plan."""
    monitor.follow("child-labour/national-2021-2025", THANH_TRI)
    out = monitor("status", "--plan", "thanh-tri-2021-2025").out
    for code in ("1.1", "2.1a", "3.2b", "DH1b", "NV1"):
        assert re.search(rf"^{re.escape(code)} ", out, re.M), code
    document = monitor("status", "--plan", THANH_TRI, "--format", "json").json
    assert [plan["id"] for plan in document["plans"]] == [THANH_TRI]


def test_explain_gives_the_reason_of_every_measure(van_son):
    """`--explain` writes out why each measure has its status; without it the reasons are left out."""
    van_son("record", "4a", "--period", "2026-S1", "--numerator", "30", "--denominator", "50")
    reason = van_son.measure("4a")["reason_en"]
    assert reason in van_son("status", "--plan", VAN_SON, "--explain").words
    assert reason in van_son("status", "--explain").words
    assert reason not in van_son("status", "--plan", VAN_SON).words


def test_the_table_has_a_line_per_plan_and_says_what_needs_attention(lively):
    """The combined view counts indicators by status and then names what somebody must do."""
    out = lively("status", "--as-of", "2026-01-20", "--restated").out
    lines = out.splitlines()
    [row] = [line for line in lines if line.startswith("Child labour 2021-2025 ")]
    assert row.split()[3].endswith("/8")
    attention = out.split("NEEDS ATTENTION")[1]
    assert "Child labour 2021-2025: 1.1. " in " ".join(attention.split())


def test_a_table_without_figures_shows_an_ellipsis_and_explains_it(van_son):
    """No data is `…`, no case is `x`, zero is `0`; the legend stands below, and there is never a bare dash (section 9)."""
    van_son("record", "2", "--period", "2026-S1", "--numerator", "0", "--denominator", "0")
    van_son("record", "NV1", "--period", "2026-S1", "--value", "0")
    lines = van_son("status", "--format", "markdown").out.splitlines()[2:]
    cells = {code: figure for _plan, code, _label, figure, *_rest in (line.strip("| ").split(" | ") for line in lines)}
    assert (cells["1"], cells["2"]) == ("…", "x")
    assert cells["NV1"].startswith("0 ")
    out = van_son("status", "--plan", VAN_SON).out
    assert "… no data; x no case; 0 zero" in out
    assert not re.search(r"  -(  |$)", out, re.M)


def test_csv_has_a_header_and_a_line_per_measure(van_son):
    """`--format csv` is one table that a program reads, one row per measure."""
    rows = list(csv.DictReader(van_son("status", "--format", "csv").out.splitlines()))
    assert [row["code"] for row in rows] == [
        *("1", "2", "3", "4a", "4b", "5", "6", "7a", "7b", "8"),
        *("NV1", "NV2a", "NV2b", "NV3", "NV4", "NV5a", "NV5b"),
    ]
    assert {row["plan"] for row in rows} == {VAN_SON}


def test_markdown_is_one_table(van_son):
    """`--format markdown` has a header, a rule, and cells of equal number in every line."""
    lines = van_son("status", "--format", "markdown").out.splitlines()
    assert set(lines[1]) <= set("| -")
    assert len({line.count(" | ") for line in lines}) == 1
    assert len(lines) == 2 + 17


def test_columns_stay_aligned_under_decomposed_accents():
    """A name with its accents as separate characters does not shift the column behind it."""
    rows = [(unicodedata.normalize(form, "Trường Tiểu học Đông Mỹ"), "|") for form in ("NFC", "NFD")]
    lines = [unicodedata.normalize("NFC", line) for line in table(("Đơn vị", "Số"), rows).splitlines()[2:]]
    assert lines[0] == lines[1]


@pytest.mark.parametrize(
    "command", [("status",), ("history", "4a"), ("deadlines",), ("check",), ("plans", "list"), ("plugins", "list"), ("units", "list")]
)
@pytest.mark.parametrize("how", ["table", "json", "csv", "markdown"])
def test_every_command_that_prints_data_takes_every_format(van_son, command, how):
    """table, json, csv and markdown are offered wherever data is printed."""
    answer = van_son(*command, "--format", how)
    if how == "json":
        assert answer.json is not None
    assert answer.err == ""


def test_those_met_so_far_are_marked_and_the_mark_is_explained(van_son):
    """A number that goes into a report says that some of it rests on estimates; what is final bears no mark (section 4)."""
    van_son.today = date(2026, 11, 22)
    van_son("record", "4a", "--period", "2026-S1", "--numerator", "50", "--denominator", "50")
    van_son("record", "4b", "--period", "2026-S1", "--numerator", "400", "--denominator", "400")
    so_far = van_son("status").out
    assert "Met 1 (est. 1) of 8 indicators: " in van_son("status", "--plan", VAN_SON).out
    van_son.today = date(2027, 1, 5)
    for code, all_of_them in (("4a", "50"), ("4b", "400")):
        van_son("record", code, "--period", "2026", "--numerator", all_of_them, "--denominator", all_of_them)
    final = van_son("status").out
    assert ("1/8 " in so_far, "(est. 1)" in so_far, "so many of them rest on an estimate" in so_far) == (True, True, True)
    assert ("1/8 " in final, "(est." in final) == (True, False)


def test_a_report_that_falls_due_on_a_day_off_has_a_last_working_day_before_it(van_son):
    """5 December 2026 is a Saturday: offices have until the 4th, and every view says so; on the day itself nothing is counted down."""
    settings, monitor = van_son.folder / "monitor.toml", van_son
    answer = '\n[plans."child-labour/van-son-2026-2030".answers]\nannual-report-day = "12-05"\n'
    settings.write_text(settings.read_text(encoding="utf-8") + answer, encoding="utf-8")
    monitor.today = date(2026, 11, 22)
    [owed] = [item for item in monitor("deadlines", "--format", "json").json if item["last_day"] == "2026-12-05"]
    assert (owed["last_working_day"], owed["days_off_announced"]) == ("2026-12-04", True)
    status = monitor("status")
    assert "5 December 2026 (in 13 days; a day off; last working day 4 December 2026): Phòng Văn hóa - Xã hội: Annual report on" in status.words
    assert "(4 December" in status.out.split("NEEDS ATTENTION")[0]
    monitor.today = date(2026, 12, 5)
    assert "(today is the last day; a day off; last working day 4 December 2026)" in monitor("status").words


def test_days_off_that_the_state_has_not_announced_are_said_to_be_expected(van_son):
    """5 December 2027 is a Sunday; whether the Saturday before it is worked nobody knows until the decision, which the place cites."""
    settings, monitor = van_son.folder / "monitor.toml", van_son
    answer = '\n[plans."child-labour/van-son-2026-2030".answers]\nannual-report-day = "12-05"\n'
    settings.write_text(settings.read_text(encoding="utf-8") + answer, encoding="utf-8")

    def told():
        [line] = [line for line in monitor("deadlines", "--format", "markdown").out.splitlines() if "5 December 2027 (" in line]
        [owed] = [item for item in monitor("deadlines", "--format", "json").json if item["last_day"] == "2027-12-05"]
        return "expected, the days off of 2027 are not announced" in line, owed["days_off_announced"]

    assert told() == (True, False)
    settings.write_text(settings.read_text(encoding="utf-8") + '\n[calendar.2027]\ndocument = "TB 1/TB-BNV"\n', encoding="utf-8")
    assert told() == (False, True)


def test_a_last_day_that_the_press_says_is_off_tells_so(van_son):
    """2 January 2026 was swapped for the 10th; no document was seen, and that stands beside the day."""
    settings = van_son.folder / "monitor.toml"
    answer = '\n[plans."child-labour/van-son-2026-2030".answers]\nannual-report-day = "+0 01-02"\n'
    settings.write_text(settings.read_text(encoding="utf-8") + answer, encoding="utf-8")
    said = van_son("deadlines", "--to", "2026-01-31", "--format", "markdown").out
    assert (
        "2 January 2026 (a day off; last working day 31 December 2025; working days 2 and 10 January 2026 swapped, "
        "by the press of 26 December 2025; the document was not seen; day set by the place: no document named)" in said
    )


# The view of one unit, and of one year


def test_a_unit_sees_what_it_supplies_and_owes_and_nobody_elses_gaps(van_son):
    """M2: an office that supplies one of two parts is told whether its own is in; a member is told that its group's figure stands for it."""
    van_son.today = date(2026, 11, 22)
    answers = '\n[plans."child-labour/van-son-2026-2030".answers]\nowner-5 = ["truong-hoc", "co-quan-don-vi-va-thon"]\n'
    settings = van_son.folder / "monitor.toml"
    settings.write_text(settings.read_text(encoding="utf-8") + answers, encoding="utf-8")
    assert "(not in yet)" in van_son("status", "--unit", "truong-hoc").words
    van_son("record", "5", "--period", "2026", "--numerator", "640", "--denominator", "655", "--unit", "truong-hoc")
    van_son("units", "add", "Trường THCS Vân Sơn", "--group", "truong-hoc")

    assert "(in)" in van_son("status", "--unit", "truong-hoc").words
    seen = van_son("status", "--unit", "Trường THCS Vân Sơn").words
    assert "(the group's own figure stands)" in seen
    assert "Incomplete" not in seen
    assert "Supplies the figures of:" in seen
    van_son("record", "5", "--period", "2026", "--numerator", "300", "--denominator", "310", "--unit", "Trường THCS Vân Sơn")
    assert "(in)" in van_son("status", "--unit", "Trường THCS Vân Sơn").words


def test_a_reporting_year_is_seen_by_its_own_figures(van_son):
    """M15: in March 2027 the report on 2026 is written: figures and reports of 2027 stand in the view of 2027 alone."""
    van_son.today = date(2027, 3, 1)
    for year, above in (("2026", "50"), ("2027", "20")):
        van_son("record", "4a", "--period", year, "--numerator", above, "--denominator", "50")
    seen = {year: van_son("status", "--year", str(year), "--format", "json").json["plans"][0] for year in (2026, 2027)}
    measures = {year: {item["id"].rsplit("/", 1)[1]: item for item in plan["measures"]} for year, plan in seen.items()}

    assert [(measures[year]["4a"]["status"], measures[year]["4a"]["value"]["period"]) for year in (2026, 2027)] == [
        ("met", "2026"),
        ("in_progress", "2027"),
    ]
    assert {item["period"] for item in seen[2026]["deadlines"]} <= {"2026"}
    assert "REPORTING YEAR 2026" in van_son("status", "--year", "2026").out


def test_a_figure_of_another_year_is_none_of_the_year_seen(van_son):
    """A measure with a figure of 2026 alone has no data in 2027, and says of which year."""
    van_son.today = date(2027, 3, 1)
    van_son("record", "4a", "--period", "2026", "--numerator", "50", "--denominator", "50")
    [measure] = [item for item in van_son("status", "--year", "2027", "--format", "json").json["plans"][0]["measures"] if item["id"].endswith("/4a")]

    assert (measure["status"], measure["value"], measure["reason_en"]) == ("no_data", None, "No figure for 2027. Record the figure.")


@pytest.mark.parametrize("year", ["2035", "2025", "2027"])
def test_a_year_in_which_no_plan_runs_is_refused(van_son, year):
    """A year outside all plans, or one that has not begun, has no status: the years there are stand in the answer."""
    van_son.today = date(2026, 11, 22)
    said = van_son("status", "--year", year, code=3).err
    assert f"reporting year {year}" in said
    assert "2026 to 2030" in said


def test_a_plan_that_has_not_begun_says_so_and_is_not_counted(van_son):
    """H7: before its first year a plan lacks nothing: its line says from when it runs."""
    van_son.today = date(2025, 12, 14)
    line = next(line for line in van_son("status").out.splitlines() if "not begun" in line)
    assert "not begun: from 1 January 2026" in line
    assert "Nothing needs attention." in van_son("status").out
    van_son.today = date(2025, 12, 15)
    assert "not begun" not in van_son("status").out


def test_a_day_ahead_is_said_to_be_expected(van_son):
    """What is judged on a day to come rests on what is known today."""
    van_son.today = date(2026, 11, 22)
    assert "Expected for that day, by what is recorded up to today." in van_son("status", "--as-of", "2026-11-23").out
    assert "Expected" not in van_son("status", "--as-of", "2026-11-22").out
