"""The plan of 2026 says what its document says."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from planmonitor import Figure, Known, judge_plan
from planmonitor.testing import figure_of, load_plugin

PLUGIN = load_plugin("child_work_2026")
(PLAN,) = PLUGIN.plans

VIETNAMESE = re.compile(r"[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.IGNORECASE)


def test_the_plan_has_the_place_and_the_year_of_its_document() -> None:
    """The plan of xã Vân Sơn stands alone, for 2026; its number and day are blank in the print."""
    assert PLAN.place is not None
    assert (PLAN.id, PLAN.programme) == ("child-work-2026/van-son", None)
    assert (PLAN.place.level, PLAN.place.name, PLAN.place.code, PLAN.place.within) == ("commune", "xã Vân Sơn", "07621", "tỉnh Bắc Ninh")
    assert (PLAN.start, PLAN.end) == (date(2026, 1, 1), date(2026, 12, 31))
    assert (PLAN.document.number, PLAN.document.issued) == (None, None)


def test_the_bars_are_those_of_the_document() -> None:
    """Read once more by hand: "Bảo đảm 100%" is at least, "trên 70%" is above, "không để xảy ra" is none."""
    assert {measure.code: (measure.targets[0].comparator, measure.targets[0].value) for measure in PLAN.measures if measure.scope == "target"} == {
        "1a": (">=", 100),
        "1b": (">", 70),
        "2a": (">=", 100),
        "2b": ("done", None),
        "3": ("done", None),
        "4a": ("==", 0),
        "4b": ("==", 0),
        "4c": ("decrease", None),
    }


def test_the_figures_among_the_tasks_are_those_of_the_document() -> None:
    """The tasks set one percentage and keep drowning at none; events are done or not; the rest is reported only."""
    judged = {measure.code: measure.targets[0].comparator for measure in PLAN.measures if measure.scope == "task" and measure.targets[0].comparator}

    assert judged == {"NV3": ">=", "NV6": "==", "NV7": "done", "NV8a": "done", "NV8b": "done"}


def test_every_report_lists_the_outputs_it_is_asked_for() -> None:
    """Documents, sessions, attendances, cases handled, inspections and news items are measures; attendances are no people."""
    outputs = {measure.definition.key: measure.definition.counts for measure in PLAN.measures if measure.definition.kind == "output"}

    assert outputs["child-work/documents-issued"] == "documents"
    assert outputs["child-work/communication-sessions"] == "events"
    assert outputs["child-work/communication-people-times"] == "people_times"
    assert outputs["child-work/cases-handled"] == "cases"
    assert {"child-work/inspections", "child-labour/inspections", "child-work/news-items"} <= outputs.keys()


def test_fewer_injuries_are_held_against_the_same_period_of_the_year_before() -> None:
    """ "Giảm tối đa" prints no figure: two of three injured a year before is fewer, three of three is not."""

    def counted(year: str, number: int) -> Figure:
        return figure_of(PLAN, "4c", number, year, comparison=year == "2025")

    def status(*figures: Figure) -> str:
        return judge_plan(PLAN, Known(figures=figures), date(2027, 1, 1)).with_definition("drowning/injured")[0].status

    assert status(counted("2025", 3), counted("2026", 2)) == "met"
    assert status(counted("2025", 3), counted("2026", 3)) == "not_met"
    assert status(counted("2026", 2)) == "trend_only"


def test_a_drowning_accident_counts_though_no_child_died() -> None:
    """Line 4 and the task that repeats it count accidents, one figure; what the drowning plans count of deaths is another."""
    definitions = {measure.code: measure.definition for measure in PLAN.measures}

    assert definitions["4b"] == definitions["NV6"]
    assert (definitions["4b"].key, definitions["4b"].counts) == ("child-work/drowning-accidents", "cases")
    assert "drowning/deaths" not in {definition.key for definition in definitions.values()}


def test_the_result_of_2025_is_the_base_figure_of_drowning() -> None:
    """ "Duy trì kết quả năm 2025 không xảy ra": none in 2025 is printed."""
    [target] = next(measure.targets for measure in PLAN.measures if measure.code == "4b")

    assert target.baseline is not None
    assert (target.baseline.year, target.baseline.numerator) == (2025, 0)


def test_children_in_special_circumstances_are_counted_in_the_words_of_the_document() -> None:
    """ "Được quan tâm, chăm sóc" is not the "được bảo vệ, chăm sóc" of the plan of 2024: another key, in its own words."""
    definition = PLAN.measures[0].definition

    assert definition.numerator is not None
    assert "được quan tâm, chăm sóc" in definition.numerator.vi
    assert "được quan tâm, chăm sóc" in PLAN.measures[0].source.clause


def test_the_text_stands_under_its_headings_in_the_order_of_the_document() -> None:
    """Purpose, requirements, eight groups of tasks, money and who does what; the parts are printed I, III, VI, IV."""
    parts = ["I", "I.1", "I.2", "III", *(f"III.{number}" for number in range(1, 9)), "VI", "IV"]

    assert [section.section for section in PLAN.sections] == [f"mục {part}" for part in parts]
    assert [section.heading for section in PLAN.sections if not section.paragraphs] == [
        *("MỤC ĐÍCH, YÊU CẦU", "NHIỆM VỤ VÀ GIẢI PHÁP", "Công tác thống kê, báo cáo", "KINH PHÍ THỰC HIỆN", "TỔ CHỨC THỰC HIỆN")
    ]
    found = PLAN.section_of("mục III.4")
    assert found is not None
    assert found.heading == "Công tác phòng, chống tai nạn, thương tích, đuối nước trẻ em"


def test_what_recurs_says_when_in_the_words_of_the_document() -> None:
    """The steering board is renewed when its members change; children are looked after in summer and when it storms. No day is made of it."""
    assert {rhythm.id: (rhythm.rule, rhythm.units) for rhythm in PLAN.rhythms} == {
        "steering-board": ("khi có thay đổi về thành viên", ()),
        "summer-and-storms": ("nhất là trong dịp hè, mùa mưa bão", ("truong-hoc",)),
        "summer-activities": ("sinh hoạt hè", ("doan-thanh-nien",)),
    }


def test_both_ends_of_the_document_are_held() -> None:
    """Ten lines of copies, and who signed for the chairman."""
    assert len(PLAN.document.recipients) == 10
    assert PLAN.document.recipients[0] == "Sở Y tế"
    assert PLAN.document.signatory == ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Dương Công Trụ")


def test_the_regime_of_reports_is_the_duty_of_the_commune() -> None:
    """III.8 orders it "định kỳ và đột xuất" and says how well: it stands behind the periodic report of the commune."""
    [duty] = [duty for duty in PLAN.duties if duty.id == "report-of-the-commune"]

    assert duty.source.section == "mục III.8"
    assert "đầy đủ nội dung, đúng thời gian và chất lượng" in duty.source.clause


def test_the_units_are_those_of_the_part_on_who_carries_it_out() -> None:
    """Nine sections name ten units: section 8 names the Youth Union apart; the requested ones are requested or supervise."""
    assert len(PLAN.units) == 10
    assert [unit.id for unit in PLAN.units if "lead" in unit.roles] == ["phong-van-hoa-xa-hoi", "phong-kinh-te"]
    assert {unit.id: unit.roles for unit in PLAN.units if "requested" in unit.roles} == {
        "mat-tran-to-quoc-va-to-chuc-chinh-tri-xa-hoi": ("supervise", "requested"),
        "doan-thanh-nien": ("requested",),
    }


def test_no_report_has_a_date() -> None:
    """The text dates no report, and what is known of the Circulars dates none for a commune of 2026 either."""
    assert {duty.id: duty.kind for duty in PLAN.duties} == {
        "case-report": "on_event",
        "child-statistics": "undated",
        "report-of-the-commune": "undated",
        "ad-hoc-report-of-the-commune": "ad_hoc",
        "village-alert": "on_event",
        "periodic-report": "undated",
        "ad-hoc-report": "ad_hoc",
        "difficulties": "on_event",
        "month-of-action-report": "undated",
    }


def test_the_report_on_the_month_of_action_says_what_is_not_known() -> None:
    """It cites the Circular, carries both readings of the day, and names no recipient since the district level has ended."""
    [duty] = [duty for duty in PLAN.duties if duty.id == "month-of-action-report"]

    assert duty.source.document.number == "28/2019/TT-BLĐTBXH"
    assert "trước ngày 10 tháng 7" in duty.source.clause
    assert duty.recipient is None
    assert "month-of-action-recipient" in {question.id for question in PLAN.questions}


def test_a_report_on_the_whole_plan_carries_every_measure() -> None:
    """The periodic reports are about all that the plan measures, in the order of the document."""
    every = tuple(measure.code for measure in PLAN.measures)

    assert {duty.id for duty in PLAN.duties if duty.measures == every} == {"report-of-the-commune", "periodic-report"}


def test_yearly_targets_fall_due_at_the_end_of_the_year() -> None:
    """No target prints a date of its own: each is due on the last day of the plan, and is shown as derived."""
    assert {target.due for measure in PLAN.measures for target in measure.targets} == {None}
    assert {PLAN.due(target) for measure in PLAN.measures for target in measure.targets} == {date(2026, 12, 31)}


def test_what_a_measure_cites_is_the_line_it_stands_in() -> None:
    """A clause is the printed line, or a sentence of it."""
    for indicator in PLAN.indicators:
        for measure in indicator.measures:
            assert measure.source.clause.rstrip(".") in indicator.text or indicator.text.rstrip(".") in measure.source.clause, measure.code


def test_every_clause_says_where_it_stands() -> None:
    """Measures, tasks, reports and money cite a section; what a Circular orders cites the Circular and says that it quotes nobody."""
    sources = [measure.source for measure in PLAN.measures] + [duty.source for duty in PLAN.duties] + list(PLAN.budget)
    own = [source for source in sources if source.document == PLAN.document]
    sections = [source.section for source in own] + [task.section for unit in PLAN.units for task in unit.tasks]

    assert [section for section in sections if not section.startswith(("mục ", "đoạn "))] == []
    for source in sources:
        assert source.document == PLAN.document or "không phải nguyên văn" in source.clause


def test_the_readme_is_true() -> None:
    """README.md names the plan, every check and no other, and counts its lines, measures and open questions."""
    page = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
    lines = sum(indicator.measures[0].scope == "target" for indicator in PLAN.indicators)
    targets = sum(measure.scope == "target" for measure in PLAN.measures)
    tasks = sum(measure.scope == "task" for measure in PLAN.measures)

    assert set(re.findall(r"`(child-work-2026/[a-z0-9-]+)`", page)) == {PLAN.id} | {check.id for check in PLUGIN.checks}
    assert f"| {lines} / {targets} / {tasks} / {len(PLAN.questions)} |" in page
