"""The four child-labour plans say what their documents say: who, where and when, clauses, definitions."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest
from planmonitor import Plan
from planmonitor.testing import load_plugin

PLUGIN = load_plugin("child_labour")
KON_TUM, NATIONAL, THANH_TRI, VAN_SON = PLUGIN.plans
PLANS = (VAN_SON, THANH_TRI, KON_TUM, NATIONAL)
PLACED = (VAN_SON, THANH_TRI, KON_TUM)
SECTIONS = ("mục ", "đoạn ")
"""How a clause is cited: by its section, or as the closing paragraph."""
(PROGRAMME,) = PLUGIN.programmes

every_plan = pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.id)
every_placed_plan = pytest.mark.parametrize("plan", PLACED, ids=lambda plan: plan.id)


# Who, where, when, how many


@pytest.mark.parametrize(
    ("plan", "name", "level", "place", "code", "within", "years"),
    [
        (VAN_SON, "child-labour/van-son-2026-2030", "commune", "xã Vân Sơn", "07621", "tỉnh Bắc Ninh", (2026, 2030)),
        (THANH_TRI, "child-labour/thanh-tri-2021-2025", "district", "huyện Thanh Trì", None, "thành phố Hà Nội", (2021, 2025)),
        (KON_TUM, "child-labour/kon-tum-2021-2025", "district", None, None, "tỉnh Kon Tum", (2021, 2025)),
    ],
    ids=lambda value: value.id if isinstance(value, Plan) else None,
)
def test_each_plan_has_the_id_the_place_and_the_period_of_its_document(
    plan: Plan, name: str, level: str, place: str | None, code: str | None, within: str, years: tuple[int, int]
) -> None:
    """A plan carries the place its text names, an open one where it names none, and the whole years of its period."""
    assert plan.place is not None
    assert plan.id == name
    assert (plan.place.level, plan.place.name, plan.place.code, plan.place.within) == (level, place, code, within)
    assert (plan.start, plan.end) == (date(years[0], 1, 1), date(years[1], 12, 31))


def test_the_national_plan_is_for_any_place() -> None:
    """The national targets of 2021-2025 stand as a generic plan: any place without its own can follow it."""
    assert NATIONAL.id == "child-labour/national-2021-2025"
    assert NATIONAL.place is None
    assert (NATIONAL.start, NATIONAL.end) == (date(2021, 1, 1), date(2025, 12, 31))


@pytest.mark.parametrize(
    ("plan", "number", "issued", "implements"),
    [
        (VAN_SON, None, None, "99/KH-UBND"),
        (THANH_TRI, "365/KH-UBND", date(2021, 10, 18), "195/KH-UBND"),
        (KON_TUM, None, None, "3387/KH-UBND"),
        (NATIONAL, "782/QĐ-TTg", date(2021, 5, 27), None),
    ],
    ids=lambda value: value.id if isinstance(value, Plan) else None,
)
def test_each_document_has_the_number_the_date_and_the_act_it_carries_out(
    plan: Plan, number: str | None, issued: date | None, implements: str | None
) -> None:
    """Number and date are those printed, and stay empty where they are left blank; the act carried out is named."""
    assert (plan.document.number, plan.document.issued) == (number, issued)
    assert implements is None or any(implements in act for act in plan.document.implements)


@every_plan
def test_every_plan_belongs_to_the_one_programme(plan: Plan) -> None:
    """All four plans belong to the one programme, so that their figures can be compared."""
    assert plan.programme == PROGRAMME.id == "child-labour"


@pytest.mark.parametrize(
    ("plan", "lines", "targets", "orientations", "tasks"),
    [(VAN_SON, 8, 10, 0, 7), (THANH_TRI, 8, 12, 2, 14), (KON_TUM, 8, 12, 2, 13), (NATIONAL, 7, 7, 2, 0)],
    ids=lambda value: value.id if isinstance(value, Plan) else None,
)
def test_each_plan_has_as_many_target_lines_and_measures_as_its_document(plan: Plan, lines: int, targets: int, orientations: int, tasks: int) -> None:
    """A printed target line is one indicator, however many figures stand in it; orientations and tasks are counted apart."""
    scopes = [measure.scope for measure in plan.measures]

    assert sum(indicator.measures[0].scope == "target" for indicator in plan.indicators) == lines
    assert [scopes.count(scope) for scope in ("target", "orientation", "task")] == [targets, orientations, tasks]


@every_plan
def test_every_figure_of_a_line_stands_in_its_line(plan: Plan) -> None:
    """A measure's code is its indicator's, with a letter where the line holds several."""
    for indicator in plan.indicators:
        codes = [measure.code for measure in indicator.measures]
        letters = [indicator.code.rstrip("1") if indicator.code.startswith("DH") and len(codes) > 1 else indicator.code]
        assert codes == [indicator.code] or all(code[:-1] in {*letters, indicator.code} and code[-1].islower() for code in codes), codes


# Clauses


@every_plan
def test_every_clause_is_of_the_plans_own_document_and_says_where_it_stands(plan: Plan) -> None:
    """Measures, duties and money cite the plan's own document, each with the section."""
    sources = [measure.source for measure in plan.measures] + [duty.source for duty in plan.duties] + list(plan.budget)

    assert {source.document for source in sources} == {plan.document}
    if plan is not NATIONAL:
        assert [source.section for source in sources if not source.section.startswith(SECTIONS)] == []


def test_the_national_plan_says_that_it_quotes_nobody() -> None:
    """Every clause of the national plan says that it is a restatement, and on whose word."""
    for measure in NATIONAL.measures:
        assert "không phải nguyên văn" in measure.source.clause
        assert re.search(r"mức tin cậy [AB]\b", measure.source.clause)


@every_placed_plan
def test_the_line_of_an_indicator_holds_the_clauses_of_its_measures(plan: Plan) -> None:
    """What a measure cites is the line it stands in, or a sentence of it."""
    for indicator in plan.indicators:
        for measure in indicator.measures:
            assert measure.source.clause.rstrip(".") in indicator.text or indicator.text.rstrip(".") in measure.source.clause, measure.code


@every_placed_plan
def test_every_task_says_where_it_stands(plan: Plan) -> None:
    """What a unit is told to do cites its section."""
    assert [task.section for unit in plan.units for task in unit.tasks if not task.section.startswith(SECTIONS)] == []


# Definitions


def test_what_two_plans_measure_belongs_to_the_programme() -> None:
    """A definition that more than one plan uses is the programme's, and no plan's private one."""
    users: dict[str, set[str]] = {}
    for plan in PLANS:
        for measure in plan.measures:
            users.setdefault(measure.definition.key, set()).add(plan.id)

    assert {key for key, plans in users.items() if len(plans) > 1} - {definition.key for definition in PROGRAMME.definitions} == set()


def test_every_definition_of_the_programme_is_used() -> None:
    """The programme defines nothing that no plan measures."""
    assert {definition.key for definition in PROGRAMME.definitions} <= {measure.definition.key for plan in PLANS for measure in plan.measures}


def test_the_rate_is_over_everybody_aged_5_to_17() -> None:
    """The rate's denominator is the whole age group, neither the children who work nor those under 16."""
    rate = next(definition for definition in PROGRAMME.definitions if definition.key == "child-labour/rate")

    assert rate.denominator is not None
    assert rate.denominator.vi.startswith("Toàn bộ trẻ em và người chưa thành niên từ 5 đến 17 tuổi")
    assert rate.population == "population/children-5-17"


def test_hazardous_work_as_restated_is_not_compared_with_a_share_of_child_labourers() -> None:
    """The summaries of the decision leave open over whom the share is taken, Thanh Trì's line does not: two definitions."""
    keys = {plan.id: measure.definition.key for plan in PLANS for measure in plan.measures if "hazardous-share" in measure.definition.key}

    assert keys == {THANH_TRI.id: "child-labour/hazardous-share", NATIONAL.id: "child-labour/hazardous-share-as-restated"}


def test_enterprises_trained_are_one_figure_in_thanh_tri_and_kon_tum() -> None:
    """Both lines print 90% of the enterprises, small and medium ones especially: one definition, so that the places compare."""
    keys = {plan.id: measure.definition.key for plan in PLANS for measure in plan.measures if measure.code == "3.2a"}

    assert keys == {THANH_TRI.id: "child-labour/enterprises-trained", KON_TUM.id: "child-labour/enterprises-trained"}


def test_school_staff_alone_is_not_the_shared_figure() -> None:
    """Vân Sơn counts the staff of schools only; the other plans count children's homes too: two definitions."""
    staff = {plan.id: measure.definition.key for plan in PLANS for measure in plan.measures if "staff-informed" in measure.definition.key}

    assert staff.pop(VAN_SON.id) == "child-labour/school-staff-informed"
    assert set(staff.values()) == {"child-labour/education-and-care-staff-informed"}


# Words


@every_plan
def test_what_the_document_leaves_blank_is_asked_for(plan: Plan) -> None:
    """A number or date that is not printed, and a place that is not named, each have an open question."""
    topics = [question.about for question in plan.questions]
    blanks = [plan.document.number, plan.document.issued].count(None)

    assert topics.count("document") >= blanks
    assert plan.place is None or (plan.place.name and plan.place.code) or "place" in topics


# The page


@every_plan
def test_the_readme_counts_right(plan: Plan) -> None:
    """README.md gives for every plan its target lines, its measures among them, and its open questions."""
    page = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
    [row] = [line for line in page.splitlines() if line.startswith(f"| `{plan.id}` |")]
    lines = sum(indicator.measures[0].scope == "target" for indicator in plan.indicators)
    measures = sum(measure.scope == "target" for measure in plan.measures)

    assert row.split(" | ")[-1].rstrip(" |") == f"{lines} / {measures} / {len(plan.questions)}"
