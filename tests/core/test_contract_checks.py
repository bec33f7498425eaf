"""The contract runs every check on a plan without figures: it must neither fail nor speak of what the plan does not have."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from planmonitor import Check, Finding, Plan, Text
from planmonitor.contract.rules.checks import checks
from planmonitor.registry.catalogue import Loaded
from planmonitor.registry.loading import load

TEXT = Text("Kiểm tra thử", "A check for a test")


def van_son() -> Plan:
    """Return one of the child-labour plans."""
    return load(["child_labour"]).plans["child-labour/van-son-2026-2030"]


@pytest.fixture
def broken() -> Callable[[Any], list[str]]:
    """Return what the rule says of a plugin with one check that looks like this."""
    [sound] = load(["child_labour"]).loaded

    def examined(look: Any) -> list[str]:
        loaded = Loaded(sound.plugin, (van_son(),), (Check("child-labour/trial", "notice", TEXT, look),))
        return [str(breach) for breach in checks(loaded)]

    return examined


def test_a_check_that_fails_without_figures_is_named_with_the_plan(broken):
    """A check that takes the first figure for granted fails on the first day of every workspace."""

    def look(judged_plan: Any) -> Iterator[Finding]:
        yield judged_plan.figures[0]

    [said] = broken(look)

    assert "child-labour/trial" in said
    assert "child-labour/van-son-2026-2030" in said
    assert "IndexError" in said
    assert "not_judged" in said


@pytest.mark.parametrize("named", [{"measures": ("child-labour/van-son-2026-2030/99",)}, {"measures": ("1",)}, {"units": ("khong-co",)}])
def test_a_finding_on_what_the_plan_does_not_have_is_named(broken, named):
    """A finding on a measure or unit that the plan does not have leads an officer nowhere."""
    source = van_son().measures[0].source

    [said] = broken(lambda _assessed: [Finding(TEXT, source, **named)])

    assert next(iter(named.values()))[0] in said


def test_a_check_that_cannot_judge_yet_passes(broken):
    """Saying that it cannot judge, on a measure the plan has, is what a check without figures should do; so is silence."""
    source = van_son().measures[0].source

    assert broken(lambda judged_plan: [Finding(TEXT, source, (judged_plan.measures[0].id,), state="not_judged")]) == []
    assert broken(lambda _assessed: ()) == []
