"""The Kon Tum plan says what its document says beside its targets: tasks, reviews, own plans of communes, text, rhythms, both ends."""

from __future__ import annotations

from datetime import date

from planmonitor import Figure, Known, judge_plan
from planmonitor.testing import MemberUnit, PlanWords, figure_of, load_plugin

PLAN = next(plan for plan in load_plugin("child_labour").plans if plan.id == "child-labour/kon-tum-2021-2025")
LABOUR, COMMUNES = "phong-lao-dong-thuong-binh-va-xa-hoi", "uy-ban-nhan-dan-cac-xa"


class TestWordsOfKonTum(PlanWords):
    plan = "child-labour/kon-tum-2021-2025"


def status(code: str, day: date, *figures: Figure, units: tuple[MemberUnit, ...] = ()) -> str:
    """Return what a measure is on a day."""
    judged = judge_plan(PLAN, Known(figures=figures, units=units), day)
    return next(item.status for item in judged.measures if item.measure.code == code)


# Tasks


def test_the_outputs_are_those_that_its_tasks_order() -> None:
    """Talks, materials, training, support, models, inspections and violations, each in the section that orders it; none has a bar."""
    outputs = {
        measure.code: (measure.definition.key.partition("/")[2], measure.source.section)
        for measure in PLAN.measures
        if measure.definition.kind == "output"
    }

    assert outputs == {
        "NV2a": ("communication-events", "mục III.2"),
        "NV2b": ("communication-products", "mục III.2"),
        "NV3a": ("training-classes", "mục III.3, gạch đầu dòng 1"),
        "NV3b": ("people-trained", "mục III.3, gạch đầu dòng 1"),
        "NV4": ("children-supported", "mục III.4, gạch đầu dòng 2"),
        "NV6": ("models", "mục III.4, gạch đầu dòng 5"),
        "NV1": ("inspections", "mục III.6, gạch đầu dòng 1"),
        "NV7": ("violations-handled", "mục III.6, gạch đầu dòng 1"),
        "NV9": ("violations-found", "mục V.3"),
    }
    assert {measure.targets[0].comparator for measure in PLAN.measures if measure.code in outputs} == {None}


def test_the_reviews_are_done_or_not_by_the_labour_office() -> None:
    """V.1 orders two reviews and no year: none is late while the plan runs, and each is asked for by itself."""
    line = next(indicator for indicator in PLAN.indicators if indicator.code == "NV8")

    assert [(measure.targets[0].wording, measure.targets[0].due) for measure in line.measures] == [("sơ kết", None), ("tổng kết", None)]
    assert {share.unit for measure in line.measures for share in measure.owners} == {LABOUR}
    assert status("NV8a", date(2024, 6, 1), figure_of(PLAN, "NV8a", False, "2023")) == "in_progress"
    assert status("NV8a", date(2024, 6, 1), figure_of(PLAN, "NV8a", True, "2023")) == "met"
    assert status("NV8b", date(2024, 6, 1), figure_of(PLAN, "NV8a", True, "2023")) == "no_data"


def test_every_commune_has_a_plan_of_its_own_or_not() -> None:
    """V.8: with two communes registered, the plan of one leaves the other to be asked."""
    communes = tuple(MemberUnit(code, code, "huyện thử", date(2021, 1, 1), COMMUNES, plan=PLAN.id) for code in ("xa-mot", "xa-hai"))
    one, other = (figure_of(PLAN, "NV10", True, "2023", unit=commune.id) for commune in communes)

    assert status("NV10", date(2024, 1, 10), one, units=communes) == "incomplete"
    assert status("NV10", date(2024, 1, 10), one, other, units=communes) == "met"


def test_the_orientation_is_judged_by_figures_after_the_plan() -> None:
    """ "Tiếp tục phấn đấu không để xảy ra" goes on from line 1.1: none in 2025 meets the target and says nothing of the orientation."""
    in_2025, in_2026 = (figure_of(PLAN, "1.1a", (0, 1000), year) for year in ("2025", "2026"))

    assert status("1.1a", date(2025, 12, 31), in_2025) == "met"
    assert status("DH1a", date(2025, 12, 31), in_2025) == "not_assessed"
    assert status("DH1a", date(2026, 12, 31), in_2025, in_2026) == "met"
    assert {code: status(code, date(2025, 12, 31)) for code in ("DH1a", "DH1b")} == {"DH1a": "not_assessed", "DH1b": "not_assessed"}


def test_cooperatives_and_households_trained_can_be_recorded_apart() -> None:
    """The line prints both; those in craft villages are households."""
    [measure] = [measure for measure in PLAN.measures if measure.code == "3.2b"]

    assert [category.key for item in measure.definition.breakdowns for category in item.categories] == ["cooperatives", "households"]


# Text


def test_the_text_stands_under_its_headings_in_the_order_of_the_document() -> None:
    """Objectives, six groups of tasks, money, who does what with its footnote."""
    parts = ["I", "III", *(f"III.{number}" for number in range(1, 7)), "IV", "V", "V.7, chú thích 1"]

    assert [section.section for section in PLAN.sections] == [f"mục {part}" for part in parts]
    assert [section.section for section in PLAN.sections if section.paragraphs] == [f"mục III.{number}" for number in range(1, 7)]


def test_misplaced_tone_marks_are_mended_and_typing_errors_kept() -> None:
    """The print has "hơp̣ tác xa,̃ hô ̣gia đình" and "trình trạng": the first is no other word, the second is."""
    lines = {indicator.code: indicator.text for indicator in PLAN.indicators}

    assert "hợp tác xã, hộ gia đình; người sử dụng lao động trong các làng nghề" in lines["NV3"]
    assert "trình trạng" in lines["1.1"]


def test_what_recurs_says_when_in_the_words_of_the_document() -> None:
    """The national survey, estimates of every year, inspections of the communes: no day is made of the words."""
    assert {rhythm.id: (rhythm.rule, rhythm.source.section, rhythm.units) for rhythm in PLAN.rhythms} == {
        "national-survey": ("định kỳ", "mục III.6", ()),
        "yearly-estimates": ("hằng năm", "mục IV.1", ()),
        "yearly-review-of-estimates": ("hằng năm", "mục V.6", ("phong-tai-chinh-ke-hoach",)),
        "inspections-of-communes": ("định kỳ, đột xuất", "mục V.8, gạch đầu dòng 4", (COMMUNES,)),
    }
    assert all(rhythm.rule in rhythm.source.clause for rhythm in PLAN.rhythms)


def test_both_ends_of_the_document_are_held() -> None:
    """The words before the reports, nine lines of copies, and who signed for the chairman."""
    assert PLAN.document.closing == ("Căn cứ nội dung Kế hoạch, các đơn vị, địa phương chủ động triển khai thực hiện;",)
    assert len(PLAN.document.recipients) == 9
    assert (PLAN.document.recipients[0], PLAN.document.recipients[-1]) == ("Sở Lao động - Thương binh và Xã hội (b/c)", "Lưu: VT-TH")
    assert PLAN.document.signatory == ("TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Nguyễn Tiến Dũng")
