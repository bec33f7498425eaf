"""Units, data owners and reports of the four child-labour plans are those of their documents."""

from __future__ import annotations

import re
from datetime import date

import pytest
from planmonitor import ADMINISTRATIVE, Plan
from planmonitor.testing import load_plugin

PLUGIN = load_plugin("child_labour")
KON_TUM, NATIONAL, THANH_TRI, VAN_SON = PLUGIN.plans
PLANS = (VAN_SON, THANH_TRI, KON_TUM, NATIONAL)
PLACED = (VAN_SON, THANH_TRI, KON_TUM)

every_plan = pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.id)


# Units


@pytest.mark.parametrize(
    ("plan", "units"), [(VAN_SON, 9), (THANH_TRI, 15), (KON_TUM, 11), (NATIONAL, 0)], ids=lambda value: getattr(value, "id", None)
)
def test_each_plan_has_the_units_of_its_part_on_who_carries_it_out(plan: Plan, units: int) -> None:
    """The units are those the document names; the decision's were not seen."""
    assert len(plan.units) == units


LABOUR, SCHOOLS = "phong-lao-dong-thuong-binh-va-xa-hoi", "phong-giao-duc-va-dao-tao"


def test_the_data_owners_of_thanh_tri_are_those_of_its_section_four() -> None:
    """The last bullets of IV.1 and IV.2 share the targets out, parts included; what they give to nobody is a gap."""
    owners = {
        measure.code: [(share.unit, share.part.vi if share.part else None) for share in measure.owners]
        for measure in THANH_TRI.measures
        if measure.scope == "target"
    }

    assert owners == {
        "1.1": [(LABOUR, None)],
        "1.2": [(LABOUR, None)],
        "1.3": [(SCHOOLS, None)],
        "2.1a": [
            (SCHOOLS, "cán bộ, giáo viên trong các cơ sở giáo dục thuộc ngành"),
            (None, "cán bộ, giáo viên trong các cơ sở nuôi dưỡng trẻ em"),
        ],
        "2.1b": [(LABOUR, None)],
        "2.2": [(LABOUR, "trẻ em tại cộng đồng"), (SCHOOLS, "trẻ em trong các trường học")],
        "2.3": [(LABOUR, None)],
        "3.1a": [(LABOUR, None)],
        "3.1b": [(LABOUR, None)],
        "3.1c": [(LABOUR, None)],
        "3.2a": [(LABOUR, None)],
        "3.2b": [(LABOUR, None)],
    }


def test_beyond_its_targets_thanh_tri_names_few_data_owners() -> None:
    """The labour division reviews and reports (IV.1), each commune has its plan (IV.10); the orientation and the outputs nobody is told to count."""
    owners = {
        measure.code: [share.unit for share in measure.owners] for measure in THANH_TRI.measures if measure.scope != "target" and measure.owners
    }

    assert owners == {"NV8b": [LABOUR], "NV8c": [LABOUR], "NV10": ["ubnd-cac-xa-thi-tran"]}


def test_kon_tum_has_owners_only_where_its_text_orders_the_figure() -> None:
    """V.1 orders the survey of child labour and the reviews, V.8 a plan of each commune; no general task and no order to inspect makes a supplier."""
    assert {measure.code: [share.unit for share in measure.owners] for measure in KON_TUM.measures if measure.owners} == {
        "1.1a": [LABOUR],
        "DH1a": [LABOUR],
        "NV8a": [LABOUR],
        "NV8b": [LABOUR],
        "NV10": ["uy-ban-nhan-dan-cac-xa"],
    }


def test_who_counts_an_output_of_kon_tum_is_asked() -> None:
    """Of every output that nobody is told to count the place can name the units that supply it."""
    outputs = {f"measure:{measure.code}" for measure in KON_TUM.measures if measure.definition.kind == "output"}

    assert outputs <= {question.about for question in KON_TUM.questions if question.answer_type == "units"}


def test_an_order_without_a_figure_is_a_task_and_no_measure() -> None:
    """Counted is what the tasks name: outputs, what is done or not, and in Kon Tum the use of child labour that V.9 rules out."""
    counted = {plan.id: [measure.definition.key for measure in plan.measures if measure.scope == "task"] for plan in PLACED}

    assert counted == {
        VAN_SON.id: [
            "child-labour/inspections",
            "child-labour/communication-events",
            "child-labour/communication-products",
            "child-labour/people-trained",
            "child-labour/children-supported",
            "child-labour/violations-found",
            "child-labour/violations-handled",
        ],
        THANH_TRI.id: [
            "child-labour/communication-events",
            "child-labour/communication-products",
            "child-labour/training-classes",
            "child-labour/people-trained",
            "child-labour/children-supported",
            "child-labour/models",
            "child-labour/inspections",
            "child-labour/violations-handled",
            "child-labour/survey-held",
            "child-labour/mid-term-review-held",
            "child-labour/final-review-held",
            "child-labour/commendations-made",
            "child-labour/violations-found",
            "child-labour/commune-has-plan",
        ],
        KON_TUM.id: [
            "child-labour/communication-events",
            "child-labour/communication-products",
            "child-labour/training-classes",
            "child-labour/people-trained",
            "child-labour/children-supported",
            "child-labour/models",
            "child-labour/inspections",
            "child-labour/violations-handled",
            "child-labour/kon-tum-2021-2025/NV8a",
            "child-labour/kon-tum-2021-2025/NV8b",
            "child-labour/violations-found",
            "child-labour/kon-tum-2021-2025/NV10",
            "child-labour/companies-using-child-labour",
        ],
    }


def test_van_son_assigns_none_of_its_targets() -> None:
    """Vân Sơn's text gives no target to a unit: none has an owner, and each has an open question that asks for one."""
    targets = [measure.code for measure in VAN_SON.measures if measure.scope == "target"]

    assert [code for measure in VAN_SON.measures if measure.owners for code in [measure.code]] == []
    assert {f"measure:{code}" for code in targets} <= {question.about for question in VAN_SON.questions if question.answer_type == "units"}


# Duties


@pytest.mark.parametrize(
    ("plan", "duties"),
    [
        (
            VAN_SON,
            {
                "annual-report": ("undated", "year", None),
                "case-alert": ("on_event", None, None),
                "periodic-report": ("undated", None, None),
                "difficulties": ("on_event", None, None),
                "report-of-the-commune": ("undated", None, None),
            },
        ),
        (
            THANH_TRI,
            {
                "annual-report": ("dated", "year", "11-24"),
                "summary-report": ("undated", "year", None),
                "review-report": ("undated", None, None),
                "education-report": ("undated", None, None),
                "commune-information-report": ("undated", None, None),
            },
        ),
        (
            KON_TUM,
            {
                "half-year-report": ("dated", "half-year", "06-09"),
                "annual-report": ("dated", "year", "12-09"),
                "ad-hoc-report": ("ad_hoc", None, None),
                "difficulty-report": ("on_event", None, None),
                "detection-notice": ("on_event", None, None),
                "joint-report": ("undated", None, None),
                "report-to-province": ("undated", None, None),
            },
        ),
        (NATIONAL, {}),
    ],
    ids=lambda value: value.id if isinstance(value, Plan) else None,
)
def test_the_duties_of_each_plan_have_the_dates_of_its_document(plan: Plan, duties: dict[str, tuple[str, str | None, str | None]]) -> None:
    """ "Trước ngày 25/11" leaves the 24th as the last day in time; where no date is printed the duty is undated."""
    assert {duty.id: (duty.kind, duty.period, duty.last_day) for duty in plan.duties} == duties


@every_plan
def test_before_a_day_excludes_that_day(plan: Plan) -> None:
    """The last day in time of every dated duty is the day before the one its words name."""
    for duty in plan.duties:
        if duty.last_day is None:
            assert not re.search(r"trước ngày \d", duty.rule), duty.id
            continue
        named = re.search(r"trước ngày (\d+)/(\d+)", duty.rule)
        assert named, duty.id
        last = date.fromisoformat(f"2025-{duty.last_day}")
        assert date(2025, int(named[2]), int(named[1])).toordinal() - last.toordinal() == 1


@every_plan
def test_no_plan_names_its_data_window(plan: Plan) -> None:
    """The documents name no window, so the plans have the framework's default and no duty has its own."""
    assert plan.window == ADMINISTRATIVE
    assert [duty.id for duty in plan.duties if duty.window is not None] == []


@pytest.mark.parametrize(
    ("plan", "duty"),
    [
        (VAN_SON, "annual-report"),
        (VAN_SON, "periodic-report"),
        (VAN_SON, "report-of-the-commune"),
        (THANH_TRI, "summary-report"),
        (THANH_TRI, "review-report"),
        (KON_TUM, "joint-report"),
        (KON_TUM, "report-to-province"),
    ],
    ids=lambda value: getattr(value, "id", value),
)
def test_a_report_on_the_whole_plan_carries_every_measure(plan: Plan, duty: str) -> None:
    """Reports on the results of the plan as a whole are about all that it measures, in the order of the document."""
    [carried] = [item.measures for item in plan.duties if item.id == duty]

    assert carried == tuple(measure.code for measure in plan.measures)
