"""The four child-labour plans say what their documents say."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from attrs import asdict, fields
from planmonitor import ADMINISTRATIVE, Definition, Measure, Plan, Target, Text
from planmonitor.testing import load_plugin

PLUGIN = load_plugin("child_labour")
KON_TUM, NATIONAL, THANH_TRI, VAN_SON = PLUGIN.plans
PLANS = (VAN_SON, THANH_TRI, KON_TUM, NATIONAL)
PLACED = (VAN_SON, THANH_TRI, KON_TUM)
SECTIONS = ("mục ", "đoạn ")
"""How a clause is cited: by its section, or as the closing paragraph."""
(PROGRAMME,) = PLUGIN.programmes
EVERY_BAR = [(plan, measure, target) for plan in PLANS for measure in plan.measures for target in measure.targets]

every_plan = pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.id)
every_placed_plan = pytest.mark.parametrize("plan", PLACED, ids=lambda plan: plan.id)
every_bar = pytest.mark.parametrize(("plan", "measure", "target"), EVERY_BAR, ids=[plan.measure_id(measure) for plan, measure, _ in EVERY_BAR])


def values(part: Any) -> Iterator[Any]:
    """Yield every value a plan is made of, the plan itself included."""
    yield part
    if isinstance(part, (tuple, list)):
        for item in part:
            yield from values(item)
    elif hasattr(part, "__attrs_attrs__"):
        for attribute in fields(type(part)):
            yield from values(getattr(part, attribute.name))


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
    [(VAN_SON, 8, 10, 0, 1), (THANH_TRI, 8, 12, 2, 1), (KON_TUM, 8, 12, 2, 2), (NATIONAL, 7, 7, 2, 0)],
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


# Rule 2: the words decide the comparator

WORDS = (
    # Zero first: "duy trì không để xảy ra" holds "duy trì" too. The last two are the Kon Tum plan's own way to say none.
    (r"duy trì không|không để xảy ra|không tham gia|không sử dụng", "=="),
    (r"duy trì, tăng", "maintain"),
    (r"\bdưới\b", "<"),
    (r"không quá|giảm (… )?xuống", "<="),
    (r"\btrên\b", ">"),
    (r"trở lên|ít nhất|tối thiểu", ">="),
    (r"^\d+(,\d+)? ?%$", ">="),
    (r"giảm tối đa|giảm đến mức thấp nhất", "decrease"),
)
"""Which words as printed ask for which comparator, the first that fits deciding."""

QUALIFIER = re.compile(r"(trên|dưới|ít nhất|tối thiểu|không quá|khoảng|tăng lên|giảm xuống|giảm còn)\s*$", re.IGNORECASE)


def comparator_of(wording: str) -> str | None:
    """Return the comparator that words as printed ask for, or None where they ask for none."""
    return next((comparator for words, comparator in WORDS if re.search(words, wording.lower())), None)


@pytest.mark.parametrize(
    ("wording", "comparator"),
    [
        ("xuống dưới 4%", "<"),
        ("duy trì dưới 1%", "<"),
        ("Trên 90%", ">"),
        ("90% trở lên", ">="),
        ("tối thiểu 80%", ">="),
        ("100%", ">="),
        ("90 %", ">="),
        ("không quá 5 vụ", "<="),
        ("giảm xuống còn 4,9%", "<="),
        ("giảm … xuống 4,9%", "<="),
        ("Phấn đấu duy trì không để xảy ra", "=="),
        ("duy trì, tăng (15/17)", "maintain"),
    ],
)
def test_words_are_read_as_the_rules_say(wording: str, comparator: str) -> None:
    """The table these tests read the plans with agrees with the words that rule 2 lists."""
    assert comparator_of(wording) == comparator


@every_bar
def test_the_words_printed_decide_the_comparator(plan: Plan, measure: Measure, target: Target) -> None:
    """Every bar of every plan has the comparator its wording asks for; an output has none, a yes/no is done or not."""
    if measure.definition.kind == "output":
        assert target.comparator is None
    elif measure.definition.kind == "yes_no":
        assert target.comparator == "done"
    else:
        assert target.comparator == comparator_of(target.wording)


@every_bar
def test_the_figure_printed_is_the_bar(plan: Plan, measure: Measure, target: Target) -> None:
    """The bar is the very figure of its wording, exact; a zero target has none printed and its bar is 0."""
    printed = re.search(r"\d+(?:,\d+)?", target.wording)

    if printed:
        assert target.value == Decimal(printed.group().replace(",", "."))
        assert not isinstance(target.value, float)
    else:
        assert target.value == (0 if target.comparator == "==" else None)


@every_bar
def test_a_bare_percentage_is_bare_in_its_sentence(plan: Plan, measure: Measure, target: Target) -> None:
    """No bar is quoted without a word before or behind it that would change its comparator."""
    if re.fullmatch(r"\d+(,\d+)? ?%", target.wording):
        clause = measure.source.clause
        for found in re.finditer(rf"(?<![\d,]){re.escape(target.wording)}", clause):
            assert not QUALIFIER.search(clause[: found.start()])
            assert not re.match(r"\s*trở lên", clause[found.end() :])


@every_bar
def test_striving_changes_no_number(plan: Plan, measure: Measure, target: Target) -> None:
    """ "Phấn đấu" stands as the modality, in the plan's own words, and never in the wording of the bar."""
    assert "phấn đấu" not in target.wording.lower()
    assert target.modality is None or target.modality in measure.source.clause
    assert ("phấn đấu" in measure.source.clause.lower()) == ("phấn đấu" in (target.modality or "").lower())


@every_bar
def test_none_may_occur_is_a_zero_target(plan: Plan, measure: Measure, target: Target) -> None:
    """Every bar of "none" is of the kind that one case breaks, and no other bar is."""
    assert (target.comparator == "==") == (target.kind == "zero_incident")


def test_the_same_rate_has_its_own_bar_in_every_plan() -> None:
    """One definition of the child-labour rate carries below 4 %, below 1 %, zero, and at most 4,9 %."""
    bars = [
        (target.comparator, target.value)
        for plan in PLANS
        for measure in plan.measures
        for target in measure.targets
        if measure.definition.key == "child-labour/rate" and measure.scope == "target"
    ]

    assert bars == [("<", 4), ("<", 1), ("==", 0), ("<=", Decimal("4.9"))]


@pytest.mark.parametrize(
    ("plan", "bars"),
    [
        (
            VAN_SON,
            {
                "1": "< 4",
                "2": ">= 100",
                "3": "> 90",
                "4a": ">= 90",
                "4b": ">= 70",
                "5": ">= 70",
                "6": ">= 90",
                "7a": ">= 100",
                "7b": ">= 70",
                "8": ">= 90",
            },
        ),
        (
            THANH_TRI,
            {
                "1.1": "< 1",
                "1.2": ">= 100",
                "1.3": ">= 90",
                "2.1a": ">= 90",
                "2.1b": ">= 80",
                "2.2": ">= 85",
                "2.3": ">= 90",
                "3.1a": ">= 90",
                "3.1b": ">= 100",
                "3.1c": ">= 90",
                "3.2a": ">= 90",
                "3.2b": ">= 70",
            },
        ),
        (
            KON_TUM,
            {
                "1.1a": "== 0",
                "1.1b": "== 0",
                "1.2": ">= 100",
                "1.3": "> 90",
                "2.1a": ">= 90",
                "2.1b": ">= 70",
                "2.2": ">= 70",
                "2.3": ">= 90",
                "3.1a": ">= 90",
                "3.1b": ">= 80",
                "3.2a": ">= 90",
                "3.2b": ">= 70",
            },
        ),
        (NATIONAL, {"1": "<= 4.9", "2": ">= 100", "3": "> 90", "4": ">= 90", "5": ">= 70", "6": ">= 70", "7": ">= 90"}),
    ],
    ids=lambda value: value.id if isinstance(value, Plan) else None,
)
def test_the_bars_of_each_plan_are_those_of_its_document(plan: Plan, bars: dict[str, str]) -> None:
    """Read once more by hand from the document: every bar of the plan's targets."""
    found = {measure.code: f"{measure.targets[0].comparator} {measure.targets[0].value}" for measure in plan.measures if measure.scope == "target"}

    assert found == bars


@every_plan
def test_especially_is_a_subset_and_never_a_second_target(plan: Plan) -> None:
    """A line that says "đặc biệt" has a breakdown for whom it means, of the kind that need not add up."""
    for indicator in plan.indicators:
        if "đặc biệt" in indicator.text and indicator.measures[0].scope == "target":
            kinds = [breakdown.kind for measure in indicator.measures for breakdown in measure.definition.breakdowns if breakdown.key == "especially"]
            assert kinds, indicator.code
            assert set(kinds) == {"subset"}


# Due dates


def test_the_targets_of_van_son_fall_due_in_2030() -> None:
    """The heading of Vân Sơn's targets prints the year 2030, and so does every target."""
    assert {measure.targets[0].due for measure in VAN_SON.measures if measure.scope == "target"} == {date(2030, 12, 31)}


def test_the_targets_of_kon_tum_fall_due_in_2025() -> None:
    """The heading of the Kon Tum plan's targets prints the year 2025, and so does every target."""
    assert {measure.targets[0].due for measure in KON_TUM.measures if measure.scope == "target"} == {date(2025, 12, 31)}


@pytest.mark.parametrize("plan", [THANH_TRI, NATIONAL], ids=lambda plan: plan.id)
def test_where_no_date_is_printed_the_due_date_is_the_end_of_the_plan_and_derived(plan: Plan) -> None:
    """Targets without a printed date carry none of their own: theirs is derived from the last day of the plan."""
    targets = [measure.targets[0] for measure in plan.measures if measure.scope == "target"]

    assert {target.due for target in targets} == {None}
    assert {plan.due(target) for target in targets} == {date(2025, 12, 31)}


@every_plan
def test_the_orientation_falls_due_in_2030(plan: Plan) -> None:
    """Every orientation is due at the end of 2030, beyond the plan's own period, and is no target of the plan."""
    orientations = [measure for measure in plan.measures if measure.scope == "orientation"]

    assert {measure.targets[0].due for measure in orientations} <= {date(2030, 12, 31)}
    assert bool(orientations) == (plan is not VAN_SON)


@every_plan
def test_no_plan_invents_a_milestone_or_a_base_figure(plan: Plan) -> None:
    """None of the documents sets a yearly bar or prints a base figure, so none stands in the plans."""
    assert [measure.code for measure in plan.measures for target in measure.targets if target.milestones or target.baseline] == []


# Clauses


@every_bar
def test_the_clause_behind_a_bar_holds_its_words(plan: Plan, measure: Measure, target: Target) -> None:
    """The sentence behind a bar holds the words that decide it, in their order; "…" stands for words left out."""
    rest = measure.source.clause
    for words in target.wording.split("…"):
        before, found, rest = rest.partition(words.strip())
        assert found, f"{words.strip()!r} not in {before!r}"


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


# Units


@every_plan
def test_every_unit_referred_to_exists(plan: Plan) -> None:
    """Units named by measures, duties and open questions are units of the plan."""
    units = {unit.id for unit in plan.units}
    named = {share.unit for measure in plan.measures for share in measure.responsible if share.unit is not None}
    named |= {unit for duty in plan.duties for unit in (*duty.reporters, duty.drafter) if unit is not None}
    named |= {question.about.removeprefix("unit:") for question in plan.questions if question.about.startswith("unit:")}

    assert named - units == set()


@every_placed_plan
def test_every_unit_has_a_task_and_every_task_a_place_in_the_document(plan: Plan) -> None:
    """No unit stands in a plan without something the document tells it to do."""
    assert [unit.id for unit in plan.units if not unit.tasks] == []
    assert [task.section for unit in plan.units for task in unit.tasks if not task.section.startswith(SECTIONS)] == []


@every_plan
def test_no_two_units_share_a_name(plan: Plan) -> None:
    """Every name and other name of a unit leads to one unit only."""
    names = [name for unit in plan.units for name in {item.casefold() for item in (unit.name, *unit.also)}]

    assert sorted(set(names)) == sorted(names)


@pytest.mark.parametrize(
    ("plan", "units"), [(VAN_SON, 9), (THANH_TRI, 15), (KON_TUM, 11), (NATIONAL, 0)], ids=lambda value: getattr(value, "id", None)
)
def test_each_plan_has_the_units_of_its_part_on_who_carries_it_out(plan: Plan, units: int) -> None:
    """The units are those the document names; the decision's were not seen."""
    assert len(plan.units) == units


@every_plan
def test_a_group_is_named_as_a_group(plan: Plan) -> None:
    """Units whose members a place registers are printed in the plural or as several offices ("các trường học", "… và các …")."""
    for unit in plan.units:
        plural = bool(re.search(r"\bcác\b", unit.name.lower()))
        assert unit.members == plural, unit.name


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


def test_beyond_its_targets_thanh_tri_names_no_data_owner() -> None:
    """IV.1 and IV.2 share out the targets; the orientation and the inspections are given to nobody to count."""
    owners = {measure.code: [share.unit for share in measure.owners] for measure in THANH_TRI.measures if measure.scope != "target"}

    assert owners == {"DH1a": [], "DH1b": [], "NV1": []}


def test_kon_tum_has_owners_only_where_its_text_orders_the_figure() -> None:
    """V.1 orders the survey of child labour; general tasks in a field, and orders to inspect, make no unit a supplier."""
    assert {measure.code: [share.unit for share in measure.owners] for measure in KON_TUM.measures if measure.owners} == {
        "1.1a": [LABOUR],
        "DH1a": [LABOUR],
    }


def test_an_order_without_a_figure_is_a_task_and_no_measure() -> None:
    """Of the tasks only inspections are counted in every placed plan, and in Kon Tum the use of child labour that V.9 rules out."""
    counted = {plan.id: [measure.definition.key for measure in plan.measures if measure.scope == "task"] for plan in PLACED}

    assert counted == {
        VAN_SON.id: ["child-labour/inspections"],
        THANH_TRI.id: ["child-labour/inspections"],
        KON_TUM.id: ["child-labour/inspections", "child-labour/companies-using-child-labour"],
    }


def test_van_son_assigns_none_of_its_targets() -> None:
    """Vân Sơn's text gives no target to a unit: none has an owner, and each has an open question that asks for one."""
    targets = [measure.code for measure in VAN_SON.measures if measure.scope == "target"]

    assert [code for measure in VAN_SON.measures if measure.owners for code in [measure.code]] == []
    assert {f"measure:{code}" for code in targets} <= {question.about for question in VAN_SON.questions if question.answer_type == "units"}


@every_plan
def test_where_nobody_supplies_a_figure_the_plan_asks_who_does(plan: Plan) -> None:
    """Every measure without a data owner, or with a part nobody owns, has an open question whose answer is units."""
    asked = {question.about for question in plan.questions if question.answer_type == "units"}
    unowned = {f"measure:{measure.code}" for measure in plan.measures if not measure.owners or any(share.unit is None for share in measure.owners)}

    assert unowned - asked == set()


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
def test_the_rule_of_a_duty_stands_in_the_sentence_that_orders_it(plan: Plan) -> None:
    """The words that set a date are quoted from the duty's own clause; "…" stands for words left out."""
    for duty in plan.duties:
        rest = duty.source.clause.lower()
        for words in duty.rule.lower().split("…"):
            _, found, rest = rest.partition(words.strip())
            assert found, f"{duty.id}: {words.strip()!r}"


@every_plan
def test_every_undated_duty_asks_for_its_day(plan: Plan) -> None:
    """A report ordered without a date has an open question that takes one."""
    asked = {question.about for question in plan.questions if question.answer_type in {"month_day", "date"}}

    assert {f"duty:{duty.id}" for duty in plan.duties if duty.kind == "undated"} - asked == set()


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


# Definitions


def test_equal_keys_are_equal_definitions_in_all_plans() -> None:
    """Wherever two plans, or a plan and the programme, count under one key, they count the same thing the same way."""
    seen: dict[str, Definition] = {definition.key: definition for definition in PROGRAMME.definitions}
    for plan in PLANS:
        for measure in plan.measures:
            known = seen.setdefault(measure.definition.key, measure.definition)
            assert asdict(known, recurse=True) == asdict(measure.definition, recurse=True), plan.measure_id(measure)


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


@every_plan
def test_every_population_named_is_one_of_the_programmes(plan: Plan) -> None:
    """A default denominator is a base figure the programme declares."""
    named = {measure.definition.population for measure in plan.measures} - {None}

    assert named - {population.key for population in PROGRAMME.populations} == set()


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
def test_every_word_is_in_unicode_nfc(plan: Plan) -> None:
    """All Vietnamese of a plan is composed, with no accent left standing beside its letter."""
    for words in values(plan):
        if isinstance(words, str):
            assert unicodedata.is_normalized("NFC", words), words
            assert [letter for letter in words if unicodedata.category(letter) == "Mn"] == [], words


@every_plan
def test_nothing_is_left_untranslated(plan: Plan) -> None:
    """No label, question or title has the same words in Vietnamese and in English."""
    assert [text.vi for text in values((plan, PROGRAMME)) if isinstance(text, Text) and text.vi == text.en] == []


@every_plan
def test_vietnamese_stands_where_vietnamese_belongs(plan: Plan) -> None:
    """Longer Vietnamese texts carry Vietnamese letters, and no English text ends in a Vietnamese sentence."""
    vietnamese = re.compile(r"[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.IGNORECASE)
    for text in values((plan, PROGRAMME)):
        if isinstance(text, Text) and len(text.vi) > 20:
            assert vietnamese.search(text.vi), text.vi
            assert len(vietnamese.findall(text.en)) * 8 < len(text.en), text.en


@every_plan
def test_every_question_is_a_question(plan: Plan) -> None:
    """Every open question asks, in both languages."""
    assert [question.id for question in plan.questions if "?" not in question.text.vi or "?" not in question.text.en] == []


@every_plan
def test_every_question_is_about_something_of_the_plan(plan: Plan) -> None:
    """A question about a measure, a duty or a unit names one that exists."""
    known = (
        {f"measure:{measure.code}" for measure in plan.measures}
        | {f"duty:{duty.id}" for duty in plan.duties}
        | {f"unit:{unit.id}" for unit in plan.units}
    )

    assert [question.about for question in plan.questions if ":" in question.about and question.about not in known] == []


@every_plan
def test_what_the_document_leaves_blank_is_asked_for(plan: Plan) -> None:
    """A number or date that is not printed, and a place that is not named, each have an open question."""
    topics = [question.about for question in plan.questions]
    blanks = [plan.document.number, plan.document.issued].count(None)

    assert topics.count("document") >= blanks
    assert plan.place is None or (plan.place.name and plan.place.code) or "place" in topics


# The page


def test_the_readme_names_every_plan_and_every_check() -> None:
    """README.md stays true: it names every plan, every check, and no other."""
    page = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
    ids = {plan.id for plan in PLANS} | {check.id for check in PLUGIN.checks}

    assert set(re.findall(r"`(child-labour/[a-z0-9-]+)`", page)) == ids


@every_plan
def test_the_readme_counts_right(plan: Plan) -> None:
    """README.md gives for every plan its target lines, its measures among them, and its open questions."""
    page = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
    [row] = [line for line in page.splitlines() if line.startswith(f"| `{plan.id}` |")]
    lines = sum(indicator.measures[0].scope == "target" for indicator in plan.indicators)
    measures = sum(measure.scope == "target" for measure in plan.measures)

    assert row.split(" | ")[-1].rstrip(" |") == f"{lines} / {measures} / {len(plan.questions)}"
