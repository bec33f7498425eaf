"""From a typed figure to its status: record, history, show, accept, and the two clocks."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

VAN_SON = "child-labour/van-son-2026-2030"
HOUSING = "phong-lao-dong-thuong-binh-va-xa-hoi"
EDUCATION = "phong-giao-duc-va-dao-tao"


def counts(code, numerator, denominator, period="2026"):
    """Return the command line that records a ratio."""
    return ("record", code, "--period", period, "--numerator", str(numerator), "--denominator", str(denominator))


def history(monitor, code):
    return monitor("history", code, "--format", "json").json


def test_a_recorded_figure_changes_the_status(van_son):
    """A figure recorded by its two counts is judged against the bar of the plan."""
    van_son(*counts("4a", 45, 50))
    judged = van_son.measure("4a")
    assert (judged["value"]["numerator"], judged["value"]["denominator"]) == (45, 50)
    assert judged["status"] == "met"
    assert judged["value"]["display"] == "90%"


def test_a_correction_is_a_new_revision_and_the_old_one_stays(van_son):
    """A second figure for the same period replaces the first in the status, and both stand in the history in order."""
    van_son(*counts("4a", 45, 50))
    answer = van_son(*counts("4a", 40, 50))
    assert "It is correction 1: 45/50 becomes 40/50" in answer.words
    assert "No reason for the correction is recorded" in answer.err
    assert [(item["revision"], item["numerator"]) for item in history(van_son, "4a")] == [(1, 45), (2, 40)]
    assert van_son.measure("4a")["value"]["numerator"] == 40


def test_corrections_are_numbered_and_a_note_alone_is_none(van_son):
    """The history counts what was corrected: 45, then 40, the reason for it, then 41 again; only what is counted differently is a correction."""
    for numerator, note in ((45, ""), (40, ""), (40, "đếm trùng 5 em"), (41, "thêm 1 em")):
        answer = van_son(*counts("4a", numerator, 50), "--note", note)
        assert ("No reason for the correction" in answer.err) == (note == "" and numerator == 40)
    assert "It is correction 2: 40/50 becomes 41/50" in answer.words
    lines = van_son("history", "4a", "--format", "markdown").out.splitlines()[2:]
    assert [next((f for f in line.split(" | ") if "correction" in f), "") for line in lines] == ["", *("correction 1",) * 2, "correction 2"]
    assert [item["correction"] for item in history(van_son, "4a")] == [0, 1, 1, 2]


def test_a_figure_less_settled_than_the_one_it_replaces_is_said(van_son):
    """A final figure replaced by an estimate is never passed over; an estimate replaced by a final one is."""
    final = counts("4a", 45, 50, "2026-S1")
    estimate = (*final, "--estimated")
    said = "The figure it replaces was final, this one is estimated"
    assert [said in " ".join(van_son(*line).err.split()) for line in (final, estimate, final)] == [False, True, False]


def test_who_why_and_whence_are_kept(van_son):
    """Supplier, evidence and note of a figure stand in its history and on its page."""
    van_son(*counts("4a", 45, 50), "--by", "Trường THCS Vân Sơn", "--evidence", "BC 15/BC-THCS", "--note", "đợt 1")
    item = history(van_son, "4a")[0]
    assert (item["supplied_by"], item["evidence"], item["note"]) == ("Trường THCS Vân Sơn", "BC 15/BC-THCS", "đợt 1")
    assert "BC 15/BC-THCS; đợt 1" in van_son("show", "4a", "--format", "markdown").out


def test_show_names_clause_target_figure_and_reason(van_son):
    """`show` answers which sentence says so, what the bar is, what was counted and why the status is what it is."""
    van_son(*counts("4a", 30, 50))
    shown = van_son("show", "4a").words
    assert "90% trở lên cán bộ, giáo viên trong các nhà trường" in shown
    assert "≥ 90%" in shown
    assert "30/50" in shown
    assert "15 people more would reach it" in shown


def test_show_of_an_indicator_shows_all_its_measures(van_son):
    """An indicator with two measures is shown with both; in JSON as a list of both."""
    assert [item["id"] for item in van_son("show", "4", "--format", "json").json] == [f"{VAN_SON}/4a", f"{VAN_SON}/4b"]


def test_show_in_json_carries_card_and_figures(van_son):
    """One measure in JSON is one object with its status, reference card and recorded figures."""
    van_son(*counts("1", 3, 1250))
    shown = van_son("show", "1", "--format", "json").json
    assert shown["id"] == f"{VAN_SON}/1"
    assert shown["card"]["level"] == "impact"
    assert [figure["numerator"] for figure in shown["figures"]] == [3]


def test_a_period_not_over_is_taken_as_an_estimate_with_a_warning(van_son):
    """Before the data window closes a figure is an estimate: said on stderr, kept as such, marked in the status."""
    answer = van_son(*counts("4a", 45, 50))
    assert "14 December 2026" in answer.err
    assert "estimated" in answer.err
    assert history(van_son, "4a")[0]["state"] == "estimated"
    assert history(van_son, "4a")[0]["until"] == "2026-11-22"
    assert "(est.)" in van_son("status", "--plan", VAN_SON).out


def test_a_period_that_is_over_is_final_without_a_warning(van_son):
    """A figure for a half-year that has ended is final and runs to its last day, 14 June."""
    answer = van_son(*counts("4a", 45, 50, "2026-S1"))
    assert answer.err == ""
    assert history(van_son, "4a")[0]["state"] == "final"
    assert history(van_son, "4a")[0]["until"] == "2026-06-14"


@pytest.mark.parametrize("state", ["estimated", "provisional"])
def test_a_state_that_is_declared_is_kept(van_son, state):
    """A closed period may still have an estimate or a provisional figure."""
    van_son(*counts("4a", 45, 50, "2026-S1"), f"--{state}")
    assert history(van_son, "4a")[0]["state"] == state


def test_a_figure_of_what_must_not_occur_is_never_an_estimate(kon_tum):
    """A zero-incident figure of an open period is provisional, and an estimate of it is refused (rule 17)."""
    kon_tum(*counts("1.1a", 0, 900, "2025"))
    assert history(kon_tum, "1.1a")[0]["state"] == "provisional"
    kon_tum(*counts("1.1a", 0, 900, "2025"), "--estimated", code=3)
    assert len(history(kon_tum, "1.1a")) == 1


@pytest.mark.parametrize("written", ["2026-S1", "6T2026", "6 tháng 2026", "6 tháng đầu năm 2026"])
def test_a_period_is_understood_as_officers_write_it(van_son, written):
    """The half-year goes by several names and covers 15 December to 14 June."""
    van_son(*counts("4a", 45, 50, written))
    item = history(van_son, "4a")[0]
    assert (item["period"], item["start"], item["end"]) == ("2026-S1", "2025-12-15", "2026-06-14")


def test_the_recorded_population_is_the_default_denominator(van_son):
    """A base population recorded once is the denominator of a measure that names it, and the program says so."""
    van_son("record", "population/children-5-17", "--period", "2026", "--value", "1250")
    answer = van_son("record", "1", "--period", "2026-S1", "--numerator", "3")
    assert "1,250" in answer.err
    assert history(van_son, "1")[0]["denominator"] == 1250


def test_a_denominator_that_is_given_wins_over_the_population(van_son):
    """A figure with its own denominator keeps it."""
    van_son("record", "population/children-5-17", "--period", "2026", "--value", "1250")
    van_son(*counts("1", 3, 1200))
    assert history(van_son, "1")[0]["denominator"] == 1200


def test_without_a_population_the_denominator_must_be_given(van_son):
    """A numerator alone is refused where no population of that year is recorded."""
    van_son("record", "population/children-5-17", "--period", "2026", "--value", "1250")
    van_son("record", "4a", "--period", "2026", "--numerator", "3", code=3)
    van_son("record", "1", "--period", "2025", "--numerator", "3", "--comparison", code=3)
    assert history(van_son, "1") == []


def test_parts_of_a_breakdown_are_kept_beside_the_total(van_son):
    """A figure for girls is kept under its breakdown and changes nothing in the total."""
    van_son(*counts("1", 10, 400))
    van_son(*counts("1", 4, 190), "--breakdown", "sex=female")
    assert [item["breakdown"] for item in history(van_son, "1")] == [{}, {"sex": "female"}]
    assert van_son.measure("1")["value"]["numerator"] == 10


def test_a_part_without_a_total_is_not_the_total(van_son):
    """A figure for girls alone is in hand, and the boys are missing; with them it is the total, and is said to be made of its parts."""
    van_son(*counts("1", 4, 190), "--breakdown", "sex=female")
    assert van_son.measure("1")["status"] == "incomplete"
    assert "No total is recorded for year 2026, and of its parts these are missing: Male" in van_son("show", "1").words
    van_son(*counts("1", 3, 210), "--breakdown", "sex=male")
    judged = van_son.measure("1")
    assert (judged["value"]["numerator"], judged["value"]["denominator"], judged["status"]) == (7, 400, "met")


def test_a_comparison_figure_gives_the_change_and_is_not_judged(van_son):
    """The figure of the year before is shown beside this year's, with the change in percentage points."""
    van_son(*counts("1", 14, 400, "2025"), "--comparison", "--evidence", "BC 15/BC-UBND")
    assert van_son.measure("1")["status"] == "no_data"
    van_son(*counts("1", 12, 400))
    judged = van_son.measure("1")
    before = {"numerator": 14, "denominator": 400, "value": "3.5", "period": "2025"}
    assert judged["comparison"] == {"display": "3.5%", "change": "down 0.5 percentage points", **before, "difference": "-0.5"}
    assert "3.5%" in van_son("show", "1").out


def test_a_comparison_figure_without_its_source_is_refused(van_son):
    """Rule 15 takes a comparison figure only with its source."""
    assert "--evidence" in van_son(*counts("1", 14, 400, "2025"), "--comparison", code=3).err
    assert history(van_son, "1") == []


def test_a_period_of_the_plan_is_no_comparison_figure(van_son):
    """`--comparison` on a period of the plan's own is refused."""
    van_son(*counts("1", 14, 400), "--comparison", code=3)
    assert history(van_son, "1") == []


def test_a_measure_with_several_owners_needs_the_unit(thanh_tri):
    """Where two offices count each its part, a figure without `--unit` is refused and both are named."""
    answer = thanh_tri(*counts("2.2", 850, 1000, "2025"), code=3)
    assert HOUSING in answer.err
    assert EDUCATION in answer.err
    assert "--unit" in answer.err
    assert history(thanh_tri, "2.2") == []


def test_one_owner_in_hand_is_incomplete_and_both_are_summed(thanh_tri):
    """With one of two parts the measure is incomplete and names the other; with both the counts are added."""
    thanh_tri(*counts("2.2", 850, 1000, "2025"), "--unit", EDUCATION)
    judged = thanh_tri.measure("2.2")
    assert judged["status"] == "incomplete"
    assert judged["parts"] == {"expected": 2, "received": 1}
    assert judged["missing"] == [HOUSING]
    thanh_tri(*counts("2.2", 50, 200, "2025"), "--unit", HOUSING)
    judged = thanh_tri.measure("2.2")
    assert (judged["value"]["numerator"], judged["value"]["denominator"], judged["missing"]) == (900, 1200, [])


def test_a_unit_that_owns_no_part_is_refused_and_the_owners_are_named(thanh_tri):
    """A figure from an office that does not report the measure is wrong use."""
    assert EDUCATION in thanh_tri(*counts("2.2", 1, 2, "2025"), "--unit", "phong-giao-duc", code=2).err


def test_every_registered_member_of_a_group_owes_its_part(van_son):
    """Schools registered under their group are each expected, and their counts add up: 80/100 and 55/100 are 67.5 %."""
    settings = van_son.folder / "monitor.toml"
    answers = f'\n[plans."{VAN_SON}".answers]\nowner-5 = ["truong-hoc"]\n'
    settings.write_text(settings.read_text(encoding="utf-8") + answers, encoding="utf-8")
    for name in ("Trường A", "Trường B"):
        van_son("units", "add", name, "--group", "truong-hoc")
    van_son(*counts("5", 80, 100), "--unit", "truong-a")
    assert van_son.measure("5")["parts"] == {"expected": 2, "received": 1}
    van_son(*counts("5", 55, 100), "--unit", "trường b")
    judged = van_son.measure("5")
    assert (judged["value"]["display"], judged["status"]) == ("67.5%", "in_progress")


def test_a_member_may_not_take_the_id_of_a_unit_or_the_name_of_another_member(van_son):
    """Two suppliers under one id would be counted twice."""
    van_son("units", "add", "Trường A", "--group", "truong-hoc", "--id", "phong-kinh-te", code=3)
    van_son("units", "add", "Trường A", "--group", "truong-hoc")
    van_son("units", "add", "trường  a", "--group", "truong-hoc", "--id", "truong-khac", code=3)


def test_figures_recorded_while_the_place_was_open_belong_to_the_place_named_later(kon_tum):
    """A plan that names no place keeps its figures when monitor.toml names it, and a correction replaces them."""
    kon_tum(*counts("2.2", 600, 1000, "2024"))
    assert history(kon_tum, "2.2")[0]["place"] is None
    settings = kon_tum.folder / "monitor.toml"
    settings.write_text('place = "huyện Kon Plông"\n' + settings.read_text(encoding="utf-8"), encoding="utf-8")
    assert kon_tum.measure("2.2")["value"]["numerator"] == 600
    kon_tum(*counts("2.2", 650, 1000, "2024"))
    assert [item["place"] for item in history(kon_tum, "2.2")] == ["huyện Kon Plông", "huyện Kon Plông"]
    assert kon_tum.measure("2.2")["value"]["numerator"] == 650
    assert [row.split(",")[5] for row in kon_tum("export").out.splitlines()[1:]] == ["650"]


def test_figures_recorded_while_the_place_was_open_are_exported_under_the_place(kon_tum):
    """So a workspace that names the place from its beginning takes the file and gives it back, to the byte."""
    kon_tum(*counts("2.2", 600, 1000, "2024"))
    settings = kon_tum.folder / "monitor.toml"
    settings.write_text('place = "huyện Kon Plông"\n' + settings.read_text(encoding="utf-8"), encoding="utf-8")
    first = kon_tum("export").out
    assert [row.split(",")[1] for row in first.splitlines()[1:]] == ["huyện Kon Plông"]
    file = kon_tum.folder / "ra.csv"
    file.write_text(first, encoding="utf-8")
    kon_tum("undo", "1", "--reason", "thử")
    kon_tum("import", str(file))
    assert kon_tum("export").out == first


def test_registering_a_school_loses_no_figure_of_the_schools(van_son):
    """H6: it is said which figures are asked for; what the schools sent together counts on, can be corrected, and gives way to a school's own."""
    path = van_son.folder / "monitor.toml"
    answer = '\n[plans."child-labour/van-son-2026-2030".answers]\nowner-5 = { value = ["truong-hoc", "phong-van-hoa-xa-hoi"] }\n'
    path.write_text(path.read_text(encoding="utf-8") + answer, encoding="utf-8")
    args = ("record", "5", "--period", "2026", "--numerator")
    van_son(*args, "640", "--denominator", "655", "--unit", "truong-hoc")
    said = van_son("units", "add", "Trường THCS Vân Sơn", "--group", "truong-hoc")
    assert "its figures are asked for: 5" in said.words
    assert "What was recorded for the group as a whole counts until a member reports the same period." in said.words
    assert van_son.measure("5")["value"]["numerator"] == 640
    van_son(*args, "641", "--denominator", "655", "--unit", "Các trường học trên địa bàn")
    assert van_son.measure("5")["value"]["numerator"] == 641
    van_son(*args, "20", "--denominator", "20", "--unit", "Trường THCS Vân Sơn")
    assert van_son.measure("5")["value"]["numerator"] == 20


def named(monitor, place):
    """Write another name of the place into monitor.toml."""
    path = monitor.folder / "monitor.toml"
    kept = [line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("place")]
    path.write_text("\n".join([f'place = "{place}"', *kept, ""]), encoding="utf-8")


def test_what_was_recorded_under_another_name_of_the_place_is_not_lost_from_sight(kon_tum):
    """Figures, base figures, members and letters are counted and told; the figures are exported and taken back, and the old name brings all back."""
    named(kon_tum, "huyện Kon Plong")
    kon_tum(*counts("2.2", 600, 1000, "2024"))
    kon_tum("record", "population/children-under-16", "--period", "2024", "--value", "9000")
    kon_tum("units", "add", "Xã Măng Cành", "--group", "uy-ban-nhan-dan-cac-xa")
    kon_tum("reports", "submit", "annual-report", "--period", "2024", "--unit", "cong-an-huyen", "--number", "1/BC", "--dated", "2024-12-05")
    before = kon_tum("export").out
    named(kon_tum, "huyện Kon Plông")
    assert kon_tum.measure("2.2")["status"] == "no_data"
    [found] = [item for item in kon_tum("check", "--format", "json", code=None).json if item["check"] == "planmonitor/recorded-elsewhere"]
    assert (found["severity"], found["message_en"].split(" (")[0]) == ("warning", "4 entries")
    assert "are of 'huyện Kon Plong'" in found["message_en"]
    rows = kon_tum("export").out.splitlines()[1:]
    assert [(row.split(",")[1], row.split(",")[-1]) for row in rows] == [("huyện Kon Plong", "yes")] * 2
    file = kon_tum.folder / "ra.csv"
    file.write_text(kon_tum("export").out, encoding="utf-8")
    assert "2 unchanged" in kon_tum("import", str(file)).words
    kon_tum("undo", "1", "--reason", "thử")
    said = kon_tum("import", str(file))
    assert (said.out + said.err).count("Figures of 'huyện Kon Plong', which is no place of this workspace, count nowhere.") == 1
    assert kon_tum("export").out.splitlines()[1:] == rows
    named(kon_tum, "huyện Kon Plong")
    assert kon_tum("export").out == before
    assert not [item for item in kon_tum("check", "--format", "json", code=None).json if item["check"] == "planmonitor/recorded-elsewhere"]


def test_a_base_figure_of_another_place_is_refused(van_son):
    """It would count nowhere."""
    refused = van_son("record", "population/children-under-16", "--period", "2026", "--value", "9", "--place", "xã Đâu Đó", code=3)
    assert "belongs to 'xã Đâu Đó', which is no place of this workspace" in refused.err


def test_as_of_judges_from_what_was_recorded_by_that_day(van_son):
    """On the first clock a correction made later is not known; now it is (rule 10)."""
    van_son.today = date(2026, 7, 1)
    van_son(*counts("4a", 40, 50, "2026-S1"))
    van_son.today = date(2026, 9, 1)
    van_son(*counts("4a", 48, 50, "2026-S1"))
    assert van_son.measure("4a", "--as-of", "2026-06-30")["status"] == "no_data"
    assert van_son.measure("4a", "--as-of", "2026-07-01")["value"]["numerator"] == 40
    assert van_son.measure("4a", "--as-of", "2026-08-31")["value"]["numerator"] == 40
    assert van_son.measure("4a")["value"]["numerator"] == 48


def test_restated_judges_that_day_from_what_is_known_now(van_son):
    """On the second clock the correction counts for an earlier day, but a period not begun by then does not."""
    van_son.today = date(2026, 7, 1)
    van_son(*counts("4a", 40, 50, "2026-Q1"))
    van_son.today = date(2026, 9, 1)
    van_son(*counts("4a", 48, 50, "2026-Q1"))
    van_son(*counts("4a", 49, 50, "2026-Q3"))
    answer = van_son("status", "--as-of", "2026-04-30", "--restated", "--format", "json").json
    assert (answer["as_of"], answer["restated"]) == ("2026-04-30", True)
    assert van_son.measure("4a", "--as-of", "2026-04-30", "--restated")["value"]["numerator"] == 48
    assert van_son.measure("4a")["value"]["numerator"] == 49


def test_restated_says_that_monitor_toml_is_as_it_is_today(van_son):
    """The settings do not follow the second clock, and the screen says so."""
    assert "monitor.toml" in van_son("status", "--as-of", "2026-04-30", "--restated").out


def test_as_of_says_that_monitor_toml_is_as_it_is_today(van_son):
    """The settings do not follow the first clock either, and the screen says so."""
    assert "monitor.toml" in van_son("status", "--as-of", "2026-04-30").out


def test_a_day_ahead_may_be_judged(van_son):
    """A figure below the bar is in progress before the due date; on a day after it the due year's figure is wanting."""
    van_son(*counts("3", 80, 100))
    assert van_son.measure("3")["status"] == "in_progress"
    judged = van_son.measure("3", "--as-of", "2031-01-01")
    assert judged["status"] == "no_data"
    assert "2030" in judged["reason_en"]


def test_an_accepted_shortfall_is_noted_and_the_status_stays(thanh_tri):
    """An approved explanation stands beside "not met" with its document; status and counts do not change."""
    thanh_tri.today = date(2026, 1, 20)
    thanh_tri(*counts("1.1", 30, 1000, "2025"))
    before = thanh_tri("status", "--format", "json").json["plans"][0]
    approve = ("--document", "25/TB-UBND", "--dated", "2026-01-15", "--by", "UBND thành phố", "--reason", "thiên tai", "--until", "2026-12-31")
    thanh_tri("accept", "1.1", *approve)
    judged = thanh_tri.measure("1.1")
    assert judged["status"] == "not_met"
    assert judged["accepted"] == {
        "document": "25/TB-UBND",
        "dated": "2026-01-15",
        "body": "UBND thành phố",
        "reason": "thiên tai",
        "until": "2026-12-31",
    }
    assert thanh_tri("status", "--format", "json").json["plans"][0]["counts"] == before["counts"]
    assert "25/TB-UBND" in thanh_tri("show", "1.1").out
    assert thanh_tri.measure("1.1", "--as-of", "2026-01-19")["accepted"] is None
    assert thanh_tri.measure("1.1", "--as-of", "2027-01-01")["accepted"] is None


def test_an_acceptance_without_a_document_says_so(thanh_tri):
    """Without a document the note says that there is none."""
    thanh_tri.today = date(2026, 1, 20)
    thanh_tri(*counts("1.1", 30, 1000, "2025"))
    answer = thanh_tri("accept", "1.1", "--by", "UBND thành phố", "--reason", "thiên tai", "--until", "2026-12-31")
    assert "No document" in answer.err
    assert thanh_tri.measure("1.1")["accepted"]["document"] is None
    assert "without a document" in thanh_tri("show", "1.1").out


def test_a_figure_two_plans_share_is_recorded_once_and_seen_by_both(monitor):
    """The measures of two plans with one definition show the same figure at the same place (rule 25)."""
    monitor.today = date(2025, 11, 20)
    monitor.follow("child-labour/thanh-tri-2021-2025", "child-labour/national-2021-2025")
    monitor(*counts("thanh-tri-2021-2025/1.1", 20, 1000, "2025"))
    seen = {item["id"]: item["status"] for plan in monitor("status", "--format", "json").json["plans"] for item in plan["measures"]}
    assert seen["child-labour/national-2021-2025/1"] == "met"
    assert seen["child-labour/thanh-tri-2021-2025/1.1"] == "in_progress"


def test_a_code_that_two_plans_have_needs_the_whole_id(monitor):
    """A short code that fits two plans is wrong use; both full ids are named, and the whole id is taken."""
    monitor.today = date(2025, 11, 20)
    monitor.follow("child-labour/thanh-tri-2021-2025")
    monitor("plans", "follow", "child-labour/kon-tum-2021-2025")
    answer = monitor(*counts("1.3", 1, 2, "2025"), code=2)
    assert "child-labour/thanh-tri-2021-2025/1.3" in answer.err
    assert "child-labour/kon-tum-2021-2025/1.3" in answer.err
    monitor(*counts("child-labour/kon-tum-2021-2025/1.3", 1, 2, "2025"))


def test_the_place_of_the_plan_may_be_named_and_no_other(van_son):
    """`--place` takes the plan's own place by code or name, and refuses another one; a name that others bear is asked about."""
    van_son(*counts("4a", 45, 50), "--place", "xã Vân Sơn, tỉnh Bắc Ninh")
    assert "Several places are called" in van_son(*counts("4a", 44, 50), "--place", "xã Vân Sơn", code=2).err
    assert "was read as" not in van_son(*counts("4a", 46, 50), "--place", "07621").err
    assert "The code 7621 was read as 07621" in van_son(*counts("4a", 46, 50), "--place", "7621").err
    van_son(*counts("4a", 47, 50), "--place", "huyện Thanh Trì", code=3)
    assert [item["numerator"] for item in history(van_son, "4a")] == [45, 46]


def test_a_figure_is_called_that_of_another_plan_only_where_the_days_are_the_same(monitor):
    """Two plans count injured children over different days: the second is told to be recorded apart, not that it has the figure (rule 25)."""
    monitor.follow("child-work-2026/van-son", "drowning/commune-2021-2030")
    said = monitor("record", "child-work-2026/van-son/4c", "--period", "2026", "--value", "0").words
    assert "also the figure of" not in said
    assert (
        "The same is counted by measure NV1 (Drowning and injury 2021-2030) from 1 January 2026 to 31 December 2026: that figure is recorded apart."
        in said
    )


def test_figures_that_a_setting_leaves_aside_are_named_with_their_days(monitor):
    """A data window that is changed hides no figure: what is recorded is named, and history and show tell its days."""
    monitor.follow("child-work-2026/van-son")
    monitor("record", "4c", "--period", "2026-S1", "--value", "2")
    settings = monitor.folder / "monitor.toml"
    settings.write_text(settings.read_text(encoding="utf-8") + '\n[plans."child-work-2026/van-son"]\nwindow = "calendar"\n', encoding="utf-8")
    judged = monitor.measure("4c")
    assert judged["status"] == "no_data"
    assert "What is recorded is not counted here" in judged["reason_en"]
    assert "15 December 2025 to 14 June 2026" in judged["reason_en"]
    assert "15 December 2025 - 14 June 2026" in monitor("history", "4c").out
    assert "15 December 2025" in monitor("show", "4c").out


def test_a_found_case_is_recorded_without_its_denominator_under_a_zero_target(kon_tum):
    """F16: the officer who finds a child at work need not count all children first; of any other share both counts are asked for."""
    kon_tum("record", "1.1a", "--period", "2025", "--numerator", "1")
    judged = kon_tum.measure("1.1a")
    assert (judged["status"], judged["value"]["display"]) == ("not_met", "1 children")
    assert "1 children in year 2025" in kon_tum("show", "1.1a").words
    kon_tum("record", "1.1a", "--period", "2025", "--numerator", "0", "--note", "đếm nhầm")
    assert kon_tum.measure("1.1a")["value"]["display"] == "0 children"
    assert "The denominator of" in kon_tum("record", "1.2", "--period", "2025", "--numerator", "1", code=3).err


def test_a_member_from_next_year_on_has_no_figure_this_year(van_son):
    """It is said from when on it exists, not that nobody knows it."""
    van_son("units", "add", "Trường THCS Mới", "--group", "truong-hoc", "--from", "2027-01-01")
    refused = van_son("record", "5", "--period", "2026", "--numerator", "1", "--denominator", "2", "--unit", "trường thcs mới", code=3)
    assert "'Trường THCS Mới' exists from 1 January 2027 on." in refused.err


def test_a_figure_that_stops_early_is_no_final_one(van_son):
    """80 of 100 up to June, typed in when the year is over, is an estimate of it unless somebody says otherwise."""
    van_son.today = date(2027, 1, 5)
    args = ("record", "4a", "--period", "2026", "--numerator", "80", "--denominator", "100")
    assert "it is taken as estimated" in van_son(*args, "--until", "2026-06-30").err
    assert history(van_son, "4a")[-1]["state"] == "estimated"
    van_son(*args, "--until", "2026-12-14")
    assert history(van_son, "4a")[-1]["state"] == "final"


@pytest.mark.parametrize(("days", "told"), [(60, False), (61, True)])
def test_an_entry_long_after_the_newest_one_asks_about_the_clock(van_son, days, told):
    """M16: nobody is stopped; whoever reads it on a day that is not today knows what to do."""
    van_son.now = lambda: datetime(2026, 11, 22, 10, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))
    van_son(*counts("4a", 45, 50, "2026"))
    van_son.now = lambda: datetime(2026, 11, 22, 10, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh")) + timedelta(days=days)
    answer = van_son("record", "4a", "--period", "2026", "--numerator", "46", "--denominator", "50")
    assert (f"{days} days have passed since the newest entry" in answer.err) == told


def test_a_figure_is_not_called_that_of_a_measure_which_does_not_take_it(kon_tum):
    """The orientation of 2030 counts the same thing after 2025, when the target takes nothing any more; and the refusal names the whole time."""
    kon_tum.today = date(2030, 2, 1)
    said = kon_tum(*counts("DH1a", 0, 5, "2029"))
    assert "It is also the figure of" not in said.words
    kon_tum.today = date(2031, 2, 1)
    assert "lies outside the plan (1 January 2026 to 31 December 2030)" in kon_tum(*counts("DH1a", 0, 5, "2031"), code=3).err


@pytest.mark.parametrize("typed", ["tháng 5 năm 2026", "T5-2026", "T5/2026", "tháng 05 2026"])
def test_a_month_is_understood_as_officers_write_it(van_son, typed):
    van_son("record", "NV1", "--period", typed, "--value", "2")
    assert history(van_son, "NV1")[0]["period"] == "2026-05"
