"""The plan of Vân Sơn is its whole document: text, outputs, what recurs, both ends."""

from __future__ import annotations

from planmonitor.testing import load_plugin

PLUGIN = load_plugin("child_labour")
[PLAN] = [plan for plan in PLUGIN.plans if plan.id == "child-labour/van-son-2026-2030"]

PRINTED = {"group", "type"}
"""The breakdowns by groups that a target sentence prints one by one."""


def test_the_text_stands_under_its_headings_in_the_order_of_the_document() -> None:
    """The general objective, six groups of tasks, money and who does what; under a heading without words all is held elsewhere."""
    parts = ["I", "I.1", "I.2", "II", *(f"II.{number}" for number in range(1, 7)), "III", "IV"]

    assert [section.section for section in PLAN.sections] == [f"mục {part}" for part in parts]
    assert [section.heading for section in PLAN.sections if not section.paragraphs] == [
        *("MỤC TIÊU ĐẾN NĂM 2030", "Mục tiêu cụ thể", "NHIỆM VỤ, GIẢI PHÁP", "KINH PHÍ THỰC HIỆN", "TỔ CHỨC THỰC HIỆN")
    ]


def test_the_general_objective_is_text_and_no_target() -> None:
    """I.1 sets nothing to count: it stands under its heading, and no line cites it."""
    [general] = [section for section in PLAN.sections if section.section == "mục I.1"]

    assert general.heading == "Mục tiêu chung"
    assert general.paragraphs[0].startswith("Nâng cao nhận thức, năng lực và trách nhiệm")
    assert [measure.code for measure in PLAN.measures if measure.source.section == "mục I.1"] == []


def test_outputs_stand_where_the_document_orders_them() -> None:
    """Communication in II.2, training attended in II.3, children supported in II.4, inspections and violations in IV.1; none has a bar."""
    outputs = {measure.code: (measure.source.section, measure.targets[0].comparator) for measure in PLAN.measures if measure.scope == "task"}

    assert outputs == {
        "NV1": ("mục IV.1", None),
        "NV2a": ("mục II.2", None),
        "NV2b": ("mục II.2", None),
        "NV3": ("mục II.3", None),
        "NV4": ("mục II.4", None),
        "NV5a": ("mục IV.1", None),
        "NV5b": ("mục IV.1", None),
    }


def test_classes_and_models_are_not_counted_where_the_document_orders_none() -> None:
    """Higher levels hold the classes (I.2.3), and no model is named."""
    assert {"child-labour/training-classes", "child-labour/models"}.isdisjoint({measure.definition.key for measure in PLAN.measures})


def test_every_output_asks_who_supplies_it() -> None:
    """The text gives none of them to a unit to count."""
    asked = {question.about for question in PLAN.questions if question.answer_type == "units"}

    assert {f"measure:{measure.code}" for measure in PLAN.measures if measure.scope == "task"} <= asked


def test_what_recurs_says_when_in_the_words_of_the_document() -> None:
    """Following up always, money and plans of work every year, inspections "định kỳ, đột xuất". No day is made of it."""
    assert {rhythm.id: (rhythm.rule, rhythm.units) for rhythm in PLAN.rhythms} == {
        "follow-up": ("thường xuyên", ()),
        "yearly-budget": ("Hằng năm", ("co-quan-don-vi-va-thon",)),
        "inspections": ("định kỳ, đột xuất", ("phong-van-hoa-xa-hoi",)),
        "yearly-work-plan": ("hằng năm", ("co-quan-don-vi-va-thon",)),
    }


def test_both_ends_of_the_document_are_held() -> None:
    """Eleven lines of copies, and the chairman who signed."""
    assert len(PLAN.document.recipients) == 11
    assert (PLAN.document.recipients[0], PLAN.document.recipients[-1]) == ("Sở Y tế", "Lưu: VT, VHXX")
    assert PLAN.document.signatory == ("TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "La Hữu Hiệp")
    assert PLAN.document.closing[0].startswith("Trên đây là Kế hoạch thực hiện Chương trình")


def test_groups_that_a_sentence_prints_one_by_one_can_be_recorded_apart() -> None:
    """At risk, in labour, trafficked; enterprise, cooperative, household: a share of all together hides which of them falls short."""
    groups = {
        measure.code: [category.key for breakdown in measure.definition.breakdowns if breakdown.key in PRINTED for category in breakdown.categories]
        for measure in PLAN.measures
    }

    assert groups["2"] == ["at-risk", "in-labour", "trafficked"]
    assert groups["3"] == ["at-risk", "in-labour"]
    assert groups["6"] == groups["8"] == ["enterprises", "cooperatives", "households"]
