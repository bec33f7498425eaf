"""What every bundled plan keeps beyond the contract: what its document leaves open is asked, and its words are quoted and written well."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from attrs import fields
from planmonitor import Check, Plan, Text
from planmonitor.plantext.wording import decided
from planmonitor.registry.installed import plugin_of
from planmonitor.testing import load_plugin

FOLDER = Path(__file__).parents[2] / "plugins"
PLUGINS = {folder.name: load_plugin(folder.name) for folder in sorted(FOLDER.iterdir()) if (folder / "pyproject.toml").is_file()}
PLANS = [plan for loaded in PLUGINS.values() for plan in loaded.plans]
VIETNAMESE = re.compile(r"[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.IGNORECASE)

every_plan = pytest.mark.parametrize("plan", PLANS, ids=lambda plan: plan.id)
every_plugin = pytest.mark.parametrize("plugin", PLUGINS)


def values(part: Any) -> Iterator[Any]:
    """Yield every value a plan is made of, the plan itself included."""
    yield part
    if isinstance(part, (tuple, list)):
        for item in part:
            yield from values(item)
    elif hasattr(part, "__attrs_attrs__") and not isinstance(part, Check):
        for attribute in fields(type(part)):
            yield from values(getattr(part, attribute.name))


def page(plugin: str) -> str:
    """Return the README.md of a plugin."""
    return (FOLDER / plugin / "README.md").read_text(encoding="utf-8")


def test_nine_plans_of_five_plugins_are_bundled() -> None:
    """Nothing below holds because nothing was looked at."""
    assert (len(PLUGINS), len(PLANS)) == (5, 9)


# What the document leaves open


@every_plan
def test_where_nobody_supplies_a_figure_the_plan_asks_who_does(plan: Plan) -> None:
    """Every measure without a data owner, or with a part nobody owns, has an open question whose answer is units; no other has."""
    asked = {question.about for question in plan.questions if question.answer_type == "units"}
    recorded = [measure for measure in plan.measures if not measure.definition.sums]

    assert asked == {f"measure:{item.code}" for item in recorded if not item.owners or any(share.unit is None for share in item.owners)}


NOT_EVERY_YEAR = {"child-friendly-commune/2026-2030/self-assessment"}
"""A report of two years only: a day of every year would call it overdue in the others."""


@every_plan
def test_every_undated_report_asks_for_its_day(plan: Plan) -> None:
    """A report ordered without a date has an open question that takes one."""
    asked = {question.about for question in plan.questions if question.answer_type in {"month_day", "date"}}
    undated = [duty.id for duty in plan.duties if duty.kind == "undated" and f"{plan.id}/{duty.id}" not in NOT_EVERY_YEAR]

    assert [name for name in undated if f"duty:{name}" not in asked] == []


@every_plan
def test_every_question_asks_about_something_of_its_plugin(plan: Plan) -> None:
    """Every open question asks, in both languages, and one about a part names a part that there is."""
    codes = {measure.code for measure in plan.measures}
    known = {
        "measure": codes,
        "maximum": codes,
        "years": codes | {"*"},
        "duty": {duty.id for duty in plan.duties},
        "unit": {unit.id for unit in plan.units},
        "check": {check.id for check in PLUGINS[plugin_of(plan.id)].checks},
    }
    named = [question.about.partition(":") for question in plan.questions]

    assert [question.id for question in plan.questions if "?" not in question.text.vi or "?" not in question.text.en] == []
    assert [f"{kind}:{name}" for kind, colon, name in named if colon and name not in known[kind]] == []


# What the document says


READ_BY_A_PERSON = {
    "không có tiêu chí nào bị 0 điểm": (">", 0),
    "không tham gia": ("==", 0),
    "đảm bảo không sử dụng lao động trẻ em": ("==", 0),
    "sử dụng áo phao": (">=", None),
    "được tập huấn": (">=", None),
}
"""Words of bundled plans in which rule 2 reads no bar, and what they were read as."""


@every_plan
def test_the_words_of_a_bar_decide_it(plan: Plan) -> None:
    """Rule 2: every bar has the comparator, the figure and the kind that its words ask for; an output has none, a yes/no is done or not."""
    for measure in plan.measures:
        for target in measure.targets:
            found = decided(target.wording)
            if measure.definition.kind == "output":
                assert target.comparator is None, measure.code
            elif measure.definition.kind == "yes_no":
                assert target.comparator == "done", measure.code
            elif found is None:
                assert (target.comparator, target.value) == READ_BY_A_PERSON[target.wording], measure.code
            else:
                assert (found.comparator, found.kind) == (target.comparator, target.kind), measure.code
                assert target.value_from or (found.value, found.upper) == (target.value, target.upper), measure.code


@every_plan
def test_the_sentence_behind_a_report_holds_the_words_of_its_rule(plan: Plan) -> None:
    """The words that set a date are quoted from the clause, in their order; "…" stands for words left out."""
    for duty in plan.duties:
        rest = duty.source.clause.lower()
        for words in duty.rule.lower().split("…"):
            _before, found, rest = rest.partition(words.strip())
            assert found, f"{duty.id}: {words.strip()!r}"


@every_plan
def test_striving_changes_no_number(plan: Plan) -> None:
    """ "Phấn đấu" stands as the modality where the clause has it, and never in the wording of the bar."""
    for measure in plan.measures:
        for target in measure.targets:
            assert "phấn đấu" not in target.wording.lower()
            assert target.modality is None or target.modality in measure.source.clause
            assert ("phấn đấu" in measure.source.clause.lower()) == ("phấn đấu" in (target.modality or "").lower()), measure.code


@every_plan
def test_every_unit_has_a_task_and_a_group_is_named_as_a_group(plan: Plan) -> None:
    """No unit stands in a plan without something to do; units whose members a place registers are printed in the plural."""
    assert [unit.id for unit in plan.units if not unit.tasks] == []
    assert [unit.id for unit in plan.units if unit.members != bool(re.search(r"\bcác\b", unit.name.lower()))] == []


@every_plan
def test_every_population_that_is_counted_over_is_listed(plan: Plan) -> None:
    """A default denominator is a base figure of the plan or of its programme."""
    listed = {item.key for programme in PLUGINS[plugin_of(plan.id)].programmes for item in programme.populations}

    assert {measure.definition.population for measure in plan.measures} - {None} <= listed | {item.key for item in plan.populations}


# Words


@every_plugin
def test_words_are_composed_and_in_their_own_language(plugin: str) -> None:
    """Words stand in Unicode NFC; no label, question or title is the same in both languages, and no English one is Vietnamese."""
    loaded = PLUGINS[plugin]
    for part in values((*loaded.plans, *loaded.programmes, *((check.title, check.id) for check in loaded.checks))):
        if isinstance(part, str):
            assert unicodedata.is_normalized("NFC", part), part
            assert [letter for letter in part if unicodedata.category(letter) == "Mn"] == [], part
        elif isinstance(part, Text):
            assert part.vi != part.en or re.fullmatch(r"\d+%", part.vi), part.vi
            assert len(part.vi) <= 20 or VIETNAMESE.search(part.vi), part.vi
            assert len(VIETNAMESE.findall(part.en)) * 8 < len(part.en), part.en


@every_plugin
def test_the_page_names_every_plan_and_every_check(plugin: str) -> None:
    """README.md names all plans and checks of its plugin, and no other."""
    loaded = PLUGINS[plugin]
    prefix = plugin.replace("_", "-")

    assert set(re.findall(rf"`({prefix}/[a-z0-9-]+)`", page(plugin))) == {*loaded.plan_ids, *(check.id for check in loaded.checks)}
