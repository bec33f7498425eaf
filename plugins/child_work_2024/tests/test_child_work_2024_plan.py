"""The plan of 2024 says what its document says."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

from planmonitor import Figure, Known, judge_plan
from planmonitor.testing import figure_of, load_plugin

PLUGIN = load_plugin("child_work_2024")
(PLAN,) = PLUGIN.plans

VIETNAMESE = re.compile(r"[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.IGNORECASE)


def test_the_plan_has_the_place_and_the_year_of_its_document() -> None:
    """The plan of huyện Văn Quan stands alone, for 2024; the text read has neither number nor day, nor the district's code."""
    assert PLAN.place is not None
    assert (PLAN.id, PLAN.programme) == ("child-work-2024/van-quan", None)
    assert (PLAN.place.level, PLAN.place.name, PLAN.place.code, PLAN.place.within) == ("district", "huyện Văn Quan", None, "tỉnh Lạng Sơn")
    assert (PLAN.start, PLAN.end) == (date(2024, 1, 1), date(2024, 12, 31))
    assert (PLAN.document.number, PLAN.document.issued) == (None, None)
    assert {"document-number", "document-date", "district-code"} <= {question.id for question in PLAN.questions}


def test_the_bars_are_those_of_the_document() -> None:
    """Read once more by hand, line by line; events are done or not, what prints no figure is reported only."""
    found: dict[str, tuple[str | None, object]] = {
        measure.code: (measure.targets[0].comparator, measure.targets[0].value) for measure in PLAN.measures if measure.scope == "target"
    }
    at_least = {"1a": 100, "1b": 100, "2a": 100, "2b": 100, "3a": 100, "3b": 100, "3c": 100, "5a": 95, "5b": 75, "6a": 100, "6b": 100}
    at_least |= {"7a": 90, "7b": 90, "8a": 100, "8b": 90, "10a": 80, "11b": 100}

    assert found == {
        **{code: (">=", value) for code, value in at_least.items()},
        **dict.fromkeys(("4a", "4b", "4c", "4d", "11a", "12a"), ("done", None)),
        **dict.fromkeys(("6c", "6d", "12b"), (None, None)),
        "7c": ("==", 0),
        "9": ("maintain", None),
        "10b": ("increase", None),
    }


def test_the_figures_among_the_tasks_are_those_of_the_document() -> None:
    """The tasks want no child abused, more children taught to swim and a plan of every unit's own; the rest is reported only."""
    judged = {measure.code: measure.targets[0].comparator for measure in PLAN.measures if measure.scope == "task" and measure.targets[0].comparator}

    assert judged == {"NV2": "==", "NV5a": "increase", "NV5b": "increase", "NV11": "done"}


def test_every_report_lists_the_outputs_it_is_asked_for() -> None:
    """Documents, sessions, attendances, cases handled, inspections and news items are measures; attendances are no people."""
    outputs = {measure.definition.key: measure.definition.counts for measure in PLAN.measures if measure.definition.kind == "output"}

    assert outputs["child-work/documents-issued"] == "documents"
    assert outputs["child-work/communication-sessions"] == "events"
    assert outputs["child-work/communication-people-times"] == "people_times"
    assert outputs["child-work/cases-handled"] == "cases"
    assert {"child-work/inspections", "child-labour/inspections", "child-work/news-items"} <= outputs.keys()


def status_of(code: str, *figures: Figure) -> str:
    """Return the status of one measure after the year, from some figures."""
    judged = judge_plan(PLAN, Known(figures=figures), date(2025, 1, 1))
    return next(item.status for item in judged.measures if item.measure.code == code)


def figure(code: str, year: str, above: int, below: int) -> Figure:
    """Return a share recorded for a year; a year before the plan is a comparison figure."""
    return figure_of(PLAN, code, (above, below), year, comparison=year != "2024")


def test_child_friendly_communes_are_kept_at_15_of_17() -> None:
    """ "Duy trì, tăng (15/17 xã năm 2022)": 15 of 17 is kept, 14 is not; 14 of 15 communes is a higher share than 15 of 17."""
    assert status_of("9", figure("9", "2024", 15, 17)) == "met"
    assert status_of("9", figure("9", "2024", 14, 17)) == "not_met"
    assert status_of("9", figure("9", "2024", 14, 15)) == "met"


def test_a_share_to_be_raised_is_held_against_the_same_period_of_the_year_before() -> None:
    """ "Tăng tỷ lệ" prints no figure: equal is not raised, and without 2023 there is nothing to hold it against."""
    assert status_of("10b", figure("10b", "2023", 10, 100), figure("10b", "2024", 11, 100)) == "met"
    assert status_of("10b", figure("10b", "2023", 10, 100), figure("10b", "2024", 10, 100)) == "not_met"
    assert status_of("10b", figure("10b", "2024", 11, 100)) == "trend_only"


def test_only_the_child_friendly_communes_and_the_units_own_plans_have_an_owner() -> None:
    """V.1 orders one office to judge the communes, I.2 every unit to make its own plan; no other figure is given to anybody."""
    assert {measure.code: [share.unit for share in measure.owners] for measure in PLAN.measures if measure.owners} == {
        "9": ["phong-lao-dong-thuong-binh-xa-hoi-dan-toc"],
        "NV11": ["cac-phong-ban-nganh", "mat-tran-to-quoc-va-to-chuc-chinh-tri-xa-hoi", "uy-ban-nhan-dan-cac-xa-thi-tran"],
    }


def test_one_commune_with_a_plan_of_its_own_is_not_all_of_them() -> None:
    """I.2 and V.3 order it of each: every unit says yes or no, and one yes does not answer for the others."""
    units = [share.unit for share in PLAN.measures[-1].owners if share.unit is not None]

    def status(*said: bool) -> str:
        return status_of("NV11", *(figure_of(PLAN, "NV11", yes, "2024", unit=unit) for unit, yes in zip(units, said, strict=False)))

    assert status(True, True, True) == "met"
    assert status(True, True, False) == "not_met"
    assert status(True) != "met"


def test_enterprises_informed_are_recorded_by_the_groups_that_the_line_prints() -> None:
    """II.8 prints enterprises, cooperatives and households, and stresses none of them: a key of its own, without "đặc biệt"."""
    [definition] = [measure.definition for measure in PLAN.measures if measure.code == "8b"]

    assert definition.key != "child-labour/enterprises-informed"
    assert [(item.key, item.kind, [category.key for category in item.categories]) for item in definition.breakdowns] == [
        ("type", "partition", ["enterprises", "cooperatives", "households"])
    ]


def test_no_unit_leads_for_the_document_says_it_of_none() -> None:
    """ "Chủ trì" stands nowhere in it; heads of units "chịu trách nhiệm chỉ đạo" (III.1), which is carrying out."""
    assert [unit.id for unit in PLAN.units if "lead" in unit.roles] == []


def test_the_text_stands_under_its_headings_in_the_order_of_the_document() -> None:
    """Purpose, requirements, tasks, money, who does what and the reports; the heading of II is an objective, the tasks of III have none."""
    assert [section.section for section in PLAN.sections] == [f"mục {part}" for part in ("I", "I.1", "I.2", "III", "IV", "V", "VI")]
    assert [section.heading for section in PLAN.sections if not section.paragraphs] == [
        *("MỤC ĐÍCH, YÊU CẦU", "KINH PHÍ THỰC HIỆN", "TỔ CHỨC THỰC HIỆN", "CHẾ ĐỘ BÁO CÁO")
    ]


def test_what_recurs_says_when_in_the_words_of_the_document() -> None:
    """The list of children "hàng tháng, quý", the sites of drowning before the summer, the forum, following up. No day is made of it."""
    office, communes = "phong-lao-dong-thuong-binh-xa-hoi-dan-toc", "uy-ban-nhan-dan-cac-xa-thi-tran"

    assert {rhythm.id: (rhythm.rule, rhythm.units) for rhythm in PLAN.rhythms} == {
        "childrens-forum": ("định kỳ", ()),
        "summer-sites-of-the-district": ("trong dịp nghỉ hè", (office,)),
        "monthly-list": ("Hàng tháng, quý", (office,)),
        "follow-up": ("Thường xuyên", (office,)),
        "summer-sites-of-the-communes": ("trong dịp nghỉ hè", (communes,)),
    }


def test_both_ends_of_the_document_are_held() -> None:
    """Seven lines of copies, and who signed for the chairman."""
    assert len(PLAN.document.recipients) == 7
    assert PLAN.document.recipients[0] == "Sở Lao động - Thương binh và Xã hội (b/c)"
    assert PLAN.document.signatory == ("KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Triệu Đức Dũng")


def test_the_duties_have_the_dates_of_their_acts() -> None:
    """ "Trước ngày 10/5" leaves 9 May as the last day; the days of the Month of Action are those of the Circular."""
    assert {duty.id: (duty.kind, duty.period, duty.last_day) for duty in PLAN.duties} == {
        "recognition-report": ("undated", None, None),
        "child-statistics": ("undated", None, None),
        "evaluation-report": ("ad_hoc", None, None),
        "office-half-year-report": ("undated", "half-year", None),
        "office-annual-report": ("undated", "year", None),
        "half-year-report": ("dated", "half-year", "05-09"),
        "annual-report": ("dated", "year", "11-09"),
        "month-of-action-report-of-communes": ("dated", None, "07-09"),
        "month-of-action-report-of-the-district": ("dated", None, "07-19"),
    }


def test_a_report_on_the_whole_plan_carries_every_measure() -> None:
    """The office's own reports are about all that the plan measures, in the order of the document."""
    every = tuple(measure.code for measure in PLAN.measures)

    assert {duty.id for duty in PLAN.duties if duty.measures == every} == {"office-half-year-report", "office-annual-report"}


def test_taught_is_not_able() -> None:
    """Children taught to swim are not those who can swim safely, nor is a case of illegal labour the rate: keys of this plan's own."""
    keys = {measure.definition.key for measure in PLAN.measures}

    assert {"child-work/children-taught-to-swim", "child-work/minors-in-illegal-labour"} <= keys
    assert keys.isdisjoint({"drowning/swim-safely", "child-labour/rate"})


def test_the_district_has_four_units() -> None:
    """Part V names three and I.2 the Fatherland Front with its organisations; the reports of VI are owed by two of them."""
    assert len(PLAN.units) == 4
    assert {duty.reporters for duty in PLAN.duties if duty.id in {"half-year-report", "annual-report"}} == {
        ("cac-phong-ban-nganh", "uy-ban-nhan-dan-cac-xa-thi-tran")
    }


def test_yearly_targets_fall_due_at_the_end_of_the_year() -> None:
    """No target prints a date of its own: each is due on the last day of the plan, and is shown as derived."""
    assert {target.due for measure in PLAN.measures for target in measure.targets} == {None}
    assert {PLAN.due(target) for measure in PLAN.measures for target in measure.targets} == {date(2024, 12, 31)}


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

    assert set(re.findall(r"`(child-work-2024/[a-z0-9-]+)`", page)) == {PLAN.id} | {check.id for check in PLUGIN.checks}
    assert f"| {lines} / {targets} / {tasks} / {len(PLAN.questions)} |" in page
