"""`monitor places`, and places that people name elsewhere: by code or name, with the province, never picked."""

from __future__ import annotations

import csv
import io
import re
import subprocess
import sys
from datetime import date

import pytest

VAN_SON = "child-labour/van-son-2026-2030"


def test_the_list_names_34_provinces_and_what_lies_in_each(monitor):
    """Without a workspace: code, name, how many places of each kind, and since when a city is one."""
    rows = monitor("places", "list", "--format", "json").json
    assert len(rows) == 34
    said = monitor("places", "list").words
    assert "24 thành phố Bắc Ninh 54 xã, 45 phường; thành phố since 20 September 2026" in said
    before = monitor("places", "list", "--as-of", "2026-09-19").words
    assert "24 tỉnh Bắc Ninh 66 xã, 33 phường" in before


def test_what_lies_in_a_province_is_listed_in_every_form(monitor):
    """Table, JSON, CSV and Markdown have the same 99 places, with codes as text and the names of the day."""
    answer = monitor("places", "list", "--in", "Bắc Ninh", "--format", "csv").out
    rows = list(csv.DictReader(io.StringIO(answer)))
    [bo_ha] = [row for row in rows if row["code"] == "07294"]
    assert len(rows) == len(monitor("places", "list", "--in", "24", "--format", "json").json) == 99
    assert (bo_ha["called"], bo_ha["within_code"], bo_ha["within"], bo_ha["start"], bo_ha["act"]) == (
        *("phường Bố Hạ", "24", "thành phố Bắc Ninh", "2026-09-20", "388/NQ-UBTVQH16"),
    )
    assert "| 07294 | phường Bố Hạ | thành phố Bắc Ninh |" in monitor("places", "list", "--in", "24", "--format", "markdown").out
    earlier = monitor("places", "list", "--in", "24", "--as-of", "2026-09-19", "--format", "json").json
    assert next(row for row in earlier if row["code"] == "07294")["called"] == "xã Bố Hạ"


def test_places_before_the_reform_are_listed_with_what_became_of_them(monitor):
    """On 30 June 2025 tỉnh Bắc Giang has ten districts; what they were divided among stands beside, and that no earlier day is known."""
    answer = monitor("places", "list", "--in", "tỉnh Bắc Giang", "--as-of", "2024-01-01", "--format", "json")
    assert len(answer.json) == 10
    assert "shown as they were on the last day before it" in answer.err
    [son_dong] = [row for row in answer.json if row["code"] == "220"]
    assert son_dong["split"]
    assert "07621" in son_dong["successors"]


def test_a_place_is_shown_with_its_names_by_day_and_the_acts(monitor):
    """Xã Vân Sơn: in the province until 19 September 2026, in the city from the day after, under the number of the act, which was not seen."""
    said = monitor("places", "show", "07621").words
    assert said.startswith("xã Vân Sơn, thành phố Bắc Ninh (07621)")
    assert "from 1 July 2025 to 19 September 2026: xã Vân Sơn, tỉnh Bắc Ninh (19/2025/QĐ-TTg)" in said
    assert "from 20 September 2026: xã Vân Sơn, thành phố Bắc Ninh (39/2026/QH16)" in said
    assert "the act itself was not seen" in said
    assert "xã Vân Sơn, tỉnh Phú Thọ (05152)" in said
    assert monitor("places", "show", "7621", "--as-of", "2026-09-19").words.startswith("xã Vân Sơn, tỉnh Bắc Ninh (07621)")


def test_a_place_is_shown_as_data(monitor):
    """JSON has its times, what it was made of, who bears its name and the acts; CSV one record for each time, the former place of its code too."""
    shown = monitor("places", "show", "xa van son, bac ninh", "--format", "json").json
    assert [(time["start"], time["end"], time["within"]["called"]) for time in shown["times"]] == [
        ("2025-07-01", "2026-09-19", "tỉnh Bắc Ninh"),
        ("2026-09-20", None, "thành phố Bắc Ninh"),
    ]
    assert [former["code"] for former in shown["made_of"]] == ["07621", "07624"]
    assert [other["code"] for other in shown["namesakes"]] == ["04033", "05152"]
    assert [(act["number"], act["seen"]) for act in shown["acts"]] == [("19/2025/QĐ-TTg", False), ("39/2026/QH16", False)]
    assert shown["same_code"]["within"]["called"] == "huyện Sơn Động, tỉnh Bắc Giang"
    rows = list(csv.DictReader(io.StringIO(monitor("places", "show", "07621", "--format", "csv").out)))
    assert [(row["start"], row["end"]) for row in rows] == [("2025-07-01", "2026-09-19"), ("2026-09-20", ""), ("", "2025-06-30")]


def test_a_former_place_is_shown_as_ended_with_all_its_successors(monitor):
    """A divided one says that its figures are never shared out; one that went on whole does not."""
    said = monitor("places", "show", "huyện", "Văn", "Quan").words
    assert "It existed until 30 June 2025" in said
    assert said.count("tỉnh Lạng Sơn (06") == 6
    assert "never shared out" in said
    whole = monitor("places", "show", "07624").words
    assert "xã Vân Sơn, thành phố Bắc Ninh (07621)" in whole
    assert "shared out" not in whole


def test_a_name_that_recurs_is_listed_and_never_picked(monitor):
    """Which of three is meant is asked, each with what it lies in today and its code; a search lists them with the former ones."""
    asked = monitor("places", "show", "xã Vân Sơn", code=2).err
    for named in ("phường Vân Sơn, tỉnh Sơn La (04033)", "xã Vân Sơn, tỉnh Phú Thọ (05152)", "xã Vân Sơn, thành phố Bắc Ninh (07621)"):
        assert named in asked
    found = monitor("places", "search", "van", "son", "--format", "json").json
    assert [place["code"] for place in found if place["end"] is None] == ["04033", "05152", "07621"]
    assert all(place["successors"] for place in found if place["end"] is not None)


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("show", "99999"), "No place has the code 99999. Look it up: monitor places search NAME"),
        (("show", "xã Vân Sơm, Phú Thọ"), "Did you mean: xã Vân Sơn, tỉnh Phú Thọ (05152)"),
        (("show", "xã Không Có Đâu Cả"), "No place is called 'xã Không Có Đâu Cả'. Look it up"),
        (("list", "--in", "07621"), "Nothing in the list lies in xã Vân Sơn"),
        (("list", "--in", "98"), "No place has the code 98."),
    ],
)
def test_what_is_not_in_the_list_is_said_with_the_next_step(monitor, arguments, said):
    """An unknown code, a mistyped name, and a commune in which nothing lies: exit 2 in one sentence."""
    assert said in monitor("places", *arguments, code=2).err


def test_a_search_that_finds_nothing_says_so(monitor):
    """The answer is empty, in every form; what may have been meant is told beside it."""
    answer = monitor("places", "search", "vân sơm")
    assert answer.out == ""
    assert "Did you mean: " in answer.err
    assert monitor("places", "search", "xyz", "--format", "json").json == []


@pytest.mark.skipif(sys.platform == "win32", reason="needs a terminal of POSIX")
@pytest.mark.parametrize(
    "arguments", [("list",), ("show", "07621"), ("search", "tân, phú thọ"), ("list", "--in", "24", "--as-of", "2025-06-30")], ids=" ".join
)
def test_in_80_columns_no_code_is_cut_and_no_line_too_long(tmp_path, arguments):
    """In a terminal an officer reads whole codes and whole words, with remarks below each other."""
    from support.terminals import screen_of

    lines = [line for line in screen_of(["places", *arguments], tmp_path, 80) if line]
    assert max(map(len, lines)) <= 80
    assert not any(re.search(r"\(\d{0,4}$", line) for line in lines)


# Named elsewhere


def test_a_place_without_a_plan_is_told_in_full(monitor):
    """Xã Vân Sơn of Phú Thọ is 05152: it has no plan, and no other place is followed or offered."""
    answer = monitor("init", str(monitor.folder), "--place", "xã Vân Sơn, tỉnh Phú Thọ", code=2)
    assert "No plan of the installed plugins belongs to 'xã Vân Sơn, tỉnh Phú Thọ (05152)'." in answer.err
    assert "Bắc Ninh" not in answer.err
    monitor("init", str(monitor.folder), "--place", "xa van son, phu tho", "--plan", "drowning/commune-2021-2030")
    assert 'place = "05152"' in (monitor.folder / "monitor.toml").read_text(encoding="utf-8")
    assert "xã Vân Sơn" in monitor("status").out.splitlines()[0]


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("99999", "No place has the code 99999."),
        ("07624", "is now in xã Vân Sơn (07621), thành phố Bắc Ninh."),
        ("huyện Sơn Động", "was divided among xã Sơn Động (07615)"),
        ("xã Vân Sơn, tỉnh Bắc Giang", "is now in xã Vân Sơn (07621), thành phố Bắc Ninh."),
        ("Tân Lập", "Several places are called 'Tân Lập': "),
    ],
)
def test_a_workspace_of_no_place_of_today_is_refused(monitor, named, said):
    """An unknown code, a former place with its successors, a name that recurs: exit 2, and no folder is left behind."""
    for more in ((), ("--plan", "drowning/commune-2021-2030")):
        assert said in monitor("init", str(monitor.folder), "--place", named, *more, code=2).err
        assert not monitor.folder.exists()


def test_the_plan_of_a_district_that_has_ended_is_followed_by_its_name(monitor):
    """Huyện Thanh Trì is former, and a plan of 2021-2025 is its own: it is followed, and its district is named for a generic plan of those years."""
    monitor.today = date(2025, 11, 20)
    monitor("init", str(monitor.folder), "--place", "huyện Thanh Trì")
    assert "child-labour/thanh-tri-2021-2025" in (monitor.folder / "monitor.toml").read_text(encoding="utf-8")
    other = monitor.folder.parent / "khac"
    monitor("init", str(other), "--place", "huyện Văn Quan", "--plan", "child-labour/national-2021-2025")
    assert 'place = "184"' in (other / "monitor.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("05152", "That is xã Vân Sơn, tỉnh Phú Thọ (05152)."),
        ("5152", "That is xã Vân Sơn, tỉnh Phú Thọ (05152)."),
        ("99999", "No place has the code 99999."),
        ("07624", "xã Hữu Sản, huyện Sơn Động, tỉnh Bắc Giang (07624) existed until 30 June 2025"),
        ("xã Vân Sơn, tỉnh Phú Thọ", "That is xã Vân Sơn, tỉnh Phú Thọ (05152)."),
        ("xã Đâu Đó", "not to 'xã Đâu Đó'."),
    ],
)
def test_a_figure_of_another_place_is_refused_and_told_whose_it_is(van_son, given, said):
    """Typed or in a file: the place of the plan by its name of today, the other one as the list has it; nothing is written."""
    figure = ("record", "4a", "--period", "2026", "--numerator", "45", "--denominator", "50", "--place", given)
    (van_son.folder / "a.csv").write_text(f'MEASURE,REF_AREA,TIME_PERIOD,NUMERATOR,DENOMINATOR\n4a,"{given}",2026,45,50\n', encoding="utf-8")
    for arguments in (figure, ("import", str(van_son.folder / "a.csv"))):
        refused = " ".join(van_son(*arguments, code=3).err.split())
        assert "belongs to xã Vân Sơn, thành phố Bắc Ninh (07621), not to" in refused
        assert said in refused
    assert van_son.measure("4a")["status"] == "no_data"


@pytest.mark.parametrize("given", ["xã Vân Sơn, thành phố Bắc Ninh", "xã Vân Sơn, tỉnh Bắc Ninh", "xa van son, bac ninh", "Vân Sơn, Bắc Ninh"])
def test_the_place_of_a_row_may_be_named_as_it_was_or_is(van_son, given):
    """By the name of the plan's day and by that of today, in any accents: with what it lies in it is one place."""
    van_son("record", "4a", "--period", "2026", "--numerator", "45", "--denominator", "50", "--place", given)
    assert van_son.measure("4a")["value"]["numerator"] == 45


def test_a_workspace_whose_place_is_a_name_keeps_its_figures_under_it(monitor):
    """Figures stand under the name that monitor.toml gives; a row that names the place more fully, or by its code, is not another's."""
    monitor.follow("drowning/commune-2021-2030")
    path = monitor.folder / "monitor.toml"
    path.write_text('place = "xã Bát Tràng"\n' + path.read_text(encoding="utf-8"), encoding="utf-8")
    figure = ("record", "1.4", "--period", "2026", "--value", "1")
    monitor(*figure)
    assert "already" in monitor(*figure, "--place", "xã Bát Tràng, thành phố Hà Nội").words
    [row] = monitor("history", "1.4", "--format", "json").json
    assert row["place"] == "xã Bát Tràng"


def test_a_plan_shows_what_it_prints_and_what_its_place_is_called_today(van_son):
    """The plan of April 2026 prints tỉnh Bắc Ninh; until the city there is nothing more to say, from then on today's name stands beside it."""
    assert "Place: xã Vân Sơn, tỉnh Bắc Ninh (07621); today: xã Vân Sơn, thành phố Bắc Ninh (07621)" in van_son("plans", "show", VAN_SON).words
    van_son.today = date(2026, 9, 19)
    said = van_son("plans", "show", VAN_SON).words
    assert "Place: xã Vân Sơn, tỉnh Bắc Ninh (07621)" in said
    assert "today:" not in said
    assert van_son("plans", "show", VAN_SON, "--format", "json").json["place"]["within"] == "tỉnh Bắc Ninh"


# What is not asked for is not opened


WATCHED = """
import sys, atexit
opened = []
sys.addaudithook(lambda event, about: opened.append(str(about[0])) if event == "open" else None)
atexit.register(lambda: sys.stderr.write("\\n".join(["", "WATCHED", *opened, *sys.modules])))
from planmonitor_cli.main import main
main()
"""
FIGURE = ("record", "4b", "--period", "2026", "--numerator", "45", "--denominator", "50")


@pytest.mark.parametrize(
    "arguments",
    [
        ("--help",),
        ("status",),
        ("deadlines",),
        ("check",),
        ("questions",),
        ("receipts",),
        ("show", "4a"),
        ("history", "4a"),
        ("units", "list"),
        ("plans", "list"),
        ("export", "-o", "b.csv"),
        FIGURE,
        (*FIGURE, "--place", "07621"),
        (*FIGURE, "--place", "7621"),
        ("import", "a.csv"),
    ],
    ids=" ".join,
)
def test_the_list_adds_nothing_to_a_command_that_does_not_ask_for_it(van_son, arguments):
    """A workspace whose place is its code opens no file of the list and imports no module of it, nor does a figure under that code."""
    (van_son.folder / "a.csv").write_text("MEASURE,REF_AREA,TIME_PERIOD,NUMERATOR,DENOMINATOR\n4a,7621,2026,45,50\n", encoding="utf-8")
    ended = subprocess.run(
        [sys.executable, "-c", WATCHED, "--lang", "en", *arguments], cwd=van_son.folder, capture_output=True, check=False, encoding="utf-8"
    )
    _said, _, seen = ended.stderr.partition("WATCHED")
    assert seen
    assert [line for line in seen.splitlines() if "planmonitor/places" in line.replace("\\", "/") or line.startswith("planmonitor.places")] == []


def test_the_list_is_opened_by_whoever_names_a_place(van_son):
    """What the test above watches for is seen where a name is typed."""
    ended = subprocess.run(
        [sys.executable, "-c", WATCHED, *FIGURE, "--place", "xã Vân Sơn, Bắc Ninh"],
        cwd=van_son.folder,
        capture_output=True,
        check=False,
        encoding="utf-8",
    )
    assert "planmonitor.places.register" in ended.stderr
    assert "places.tsv" in ended.stderr
