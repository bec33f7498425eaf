"""The plan of Thanh Trì says what its document says beside its targets: tasks, reviews, own plans of communes, text, rhythms, both ends."""

from __future__ import annotations

from datetime import date

from planmonitor import Figure, Known, judge_plan
from planmonitor.testing import MemberUnit, figure_of, load_plugin

PLAN = next(plan for plan in load_plugin("child_labour").plans if plan.id == "child-labour/thanh-tri-2021-2025")
COMMUNES = "ubnd-cac-xa-thi-tran"


def status(code: str, day: date, *figures: Figure, units: tuple[MemberUnit, ...] = ()) -> str:
    """Return what a measure is on a day."""
    judged = judge_plan(PLAN, Known(figures=figures, units=units), day)
    return next(item.status for item in judged.measures if item.measure.code == code)


# Tasks


def test_the_outputs_are_those_that_its_tasks_order() -> None:
    """Communication, materials, training, support, models, inspections and violations, each in the section that orders it."""
    outputs = {
        measure.code: (measure.definition.key.partition("/")[2], measure.source.section)
        for measure in PLAN.measures
        if measure.definition.kind == "output"
    }

    assert outputs == {
        "NV2": ("communication-events", "mục II.2"),
        "NV3": ("communication-products", "mục II.2"),
        "NV4a": ("training-classes", "mục II.3"),
        "NV4b": ("people-trained", "mục II.3"),
        "NV5": ("children-supported", "mục II.4"),
        "NV6": ("models", "mục II.5"),
        "NV1": ("inspections", "mục II.7"),
        "NV7": ("violations-handled", "mục II.7"),
        "NV9": ("violations-found", "mục IV.3"),
    }


def test_survey_reviews_and_commendations_are_done_once() -> None:
    """II.8 names four things and no year: none of them is late while the plan runs, and one yes is enough."""
    line = next(indicator for indicator in PLAN.indicators if indicator.code == "NV8")

    assert [measure.targets[0].wording for measure in line.measures] == [
        "Tiến hành khảo sát đánh giá",
        "sơ kết",
        "tổng kết",
        "khen thưởng đối với các tập thể, cá nhân có thành tích xuất sắc",
    ]
    assert all(measure.definition.done_once and measure.targets[0].due is None for measure in line.measures)
    assert status("NV8b", date(2024, 6, 1), figure_of(PLAN, "NV8b", False, "2023")) == "in_progress"
    assert status("NV8b", date(2024, 6, 1), figure_of(PLAN, "NV8b", True, "2023")) == "met"


def test_every_commune_has_a_plan_of_its_own_or_not() -> None:
    """IV.10: with two communes registered, the plan of one leaves the other to be asked."""
    communes = tuple(MemberUnit(code, code, "huyện Thanh Trì", date(2021, 1, 1), COMMUNES, plan=PLAN.id) for code in ("xa-mot", "xa-hai"))
    one, other = (figure_of(PLAN, "NV10", True, "2023", unit=commune.id) for commune in communes)

    assert status("NV10", date(2024, 1, 10), one, units=communes) == "incomplete"
    assert status("NV10", date(2024, 1, 10), one, other, units=communes) == "met"


def test_the_orientation_is_judged_by_figures_after_the_plan() -> None:
    """ "Tiếp tục duy trì … dưới 1%" goes on from target 1.1: a rate of 2025 meets the target and says nothing of the orientation."""
    in_2025, in_2026 = (figure_of(PLAN, "1.1", (5, 1000), year) for year in ("2025", "2026"))

    assert status("1.1", date(2025, 12, 31), in_2025) == "met"
    assert status("DH1a", date(2025, 12, 31), in_2025) == "not_assessed"
    assert status("DH1a", date(2026, 12, 31), in_2025, in_2026) == "met"


def test_the_groups_that_the_lines_print_can_be_recorded_apart() -> None:
    """At risk, in labour and trafficked; at risk and in labour; enterprises, cooperatives and households; cooperatives and households."""
    printed = {measure.code: [item for item in measure.definition.breakdowns if item.key in {"group", "type"}] for measure in PLAN.measures}
    groups = {code: {category.key for item in found for category in item.categories} for code, found in printed.items()}

    assert {code: keys for code, keys in groups.items() if keys} == {
        "1.2": {"at-risk", "in-labour", "trafficked"},
        "1.3": {"at-risk", "in-labour"},
        "2.3": {"enterprises", "cooperatives", "households"},
        "3.2b": {"cooperatives", "households"},
    }


# Text


def test_the_text_stands_under_its_headings_in_the_order_of_the_document() -> None:
    """Objectives, eight groups of tasks, money and who does what; II.8 is a sentence in place of a heading."""
    parts = ["I", "I.1", "I.2", "I.3", "II", *(f"II.{number}" for number in range(1, 9)), "III", "IV"]

    assert [section.section for section in PLAN.sections] == [f"mục {part}" for part in parts]
    assert [section.section for section in PLAN.sections if section.paragraphs] == ["mục I.1", "mục II.1", "mục II.2", "mục II.3", "mục II.4"]


def test_what_recurs_says_when_in_the_words_of_the_document() -> None:
    """Campaigns and estimates of every year, inspections and reviews of children: no day is made of the words."""
    assert {rhythm.id: (rhythm.rule, rhythm.source.section) for rhythm in PLAN.rhythms} == {
        "peak-activities": ("vào các hoạt động cao điểm hàng năm", "mục II.2"),
        "inspections": ("Định kỳ, đột xuất", "mục II.7"),
        "budget-estimates": ("dự toán chi hàng năm", "mục III"),
        "children-at-risk": ("Thường xuyên", "mục IV.10"),
        "inspections-of-communes": ("định kỳ, đột xuất", "mục IV.10"),
    }
    assert all(rhythm.rule in rhythm.source.clause for rhythm in PLAN.rhythms)


def test_the_estimates_are_made_by_all_whom_the_order_reaches() -> None:
    """The units of the rhythm are those that have the sentence of III among their tasks."""
    [rhythm] = [item for item in PLAN.rhythms if item.id == "budget-estimates"]

    assert rhythm.units == tuple(unit.id for unit in PLAN.units if rhythm.source.clause in {task.text for task in unit.tasks})


def test_both_ends_of_the_document_are_held() -> None:
    """Nine lines of copies and the chairman's signature; the last paragraph is the order to report, so there are no closing words."""
    assert len(PLAN.document.recipients) == 9
    assert (PLAN.document.recipients[0], PLAN.document.recipients[-1]) == ("Sở LĐTB&XH HN", "Lưu: VT, LĐTBXH")
    assert PLAN.document.signatory == ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Tiến Cường")
    assert PLAN.document.closing == ()
