"""Checks of a plugin are run each on its own: one that fails takes no other down."""

from __future__ import annotations

import textwrap
from datetime import date
from pathlib import Path

import pytest
from planmonitor.assessment.known import Known
from planmonitor.assessment.plans import judge_plan
from planmonitor.registry.catalogue import Loaded, Problem
from planmonitor.registry.judging import checks_of as checks_that_apply
from planmonitor.registry.judging import run_checks
from planmonitor.registry.loading import load
from support.small_plugins import Site

AS_OF = date(2026, 6, 30)


@pytest.fixture
def site(packages: Path) -> Site:
    """Return the folder of installed packages, to install plugins in."""
    return Site(packages)


def checks_of(site: Site, *looks: str) -> Loaded:
    """Install and load a plugin with a sound check, these looks at a plan in a check each, and another sound check."""
    functions = "".join(f"\ndef look_{number}(judged_plan):\n{textwrap.indent(textwrap.dedent(look), '    ')}\n" for number, look in enumerate(looks))
    listed = "".join(f"check_called('checked/look-{number}', look_{number}), " for number in range(len(looks)))
    site.install(
        "checked",
        f"""
{functions}

@hookimpl
def planmonitor_plans():
    return [plan_called("checked/plan")]


@hookimpl
def planmonitor_checks():
    return [check_called("checked/before", finding), {listed}check_called("checked/after", finding)]
""",
    )
    catalogue = load(["checked"])
    assert catalogue.problems == ()
    return catalogue.loaded[0]


def looked(loaded: Loaded) -> tuple[list[str], tuple[Problem, ...]]:
    """Run all checks of a loaded plugin on its plan; return the checks that found something, and the problems."""
    found, problems = run_checks(loaded.plugin.name, loaded.checks, judge_plan(loaded.plans[0], Known(), AS_OF))
    return [item.check.id for item in found], tuple(problems)


def test_checks_find_what_they_find_in_order(site: Site) -> None:
    """The findings come in the order of the checks, each with the check that found it."""
    assert looked(checks_of(site)) == (["checked/before", "checked/after"], ())


def test_a_check_that_finds_nothing_is_silent(site: Site) -> None:
    """A check that looked and yields nothing is no problem and no finding."""
    assert looked(checks_of(site, "return ()")) == (["checked/before", "checked/after"], ())


@pytest.mark.parametrize(
    ("look", "said"),
    [
        ("raise LookupError('no such measure')", "no such measure"),
        ("yield from finding(judged_plan)\nraise LookupError('half-way')", "half-way"),
        ("raise SystemExit(3)", "SystemExit"),
        ("return None", "NoneType"),
        ("return 42", "int"),
        ("return ['all is well']", "checked/look-0"),
        ("yield from finding(judged_plan)\nyield None", "checked/look-0"),
        ("return Text('Có.', 'Found.')", "Text"),
    ],
)
def test_a_check_that_fails_is_a_problem_and_the_others_go_on(site: Site, look: str, said: str) -> None:
    """A check that raises, ends the program or yields what is no finding is reported; the checks before and after it stand."""
    found, problems = looked(checks_of(site, look))

    assert found == ["checked/before", "checked/after"]
    [problem] = problems
    assert (problem.plugin, problem.stage) == ("checked", "check")
    assert said in str(problem.message)


def test_every_failed_check_is_named(site: Site) -> None:
    """The problem of a check says which of the plugin's checks it was."""
    _, problems = looked(checks_of(site, "raise LookupError('no such measure')", "return None"))

    assert [name for problem in problems for name in ("checked/look-0", "checked/look-1") if name in str(problem.message)] == [
        "checked/look-0",
        "checked/look-1",
    ]


def test_a_finding_that_cannot_be_printed_is_still_only_that_checks_problem(site: Site) -> None:
    """A wrong finding whose own text raises is reported and does not break out of the boundary."""
    look = """
        class Unspeakable:
            def __repr__(self):
                raise RuntimeError("no words")

        yield Unspeakable()
        """
    found, problems = looked(checks_of(site, look))

    assert found == ["checked/before", "checked/after"]
    assert [(problem.plugin, problem.stage) for problem in problems] == [("checked", "check")]


def test_a_keyboard_interrupt_in_a_check_passes_through(site: Site) -> None:
    """The user's own interrupt while a check looks ends the program, not only the check."""
    loaded = checks_of(site, "raise KeyboardInterrupt")

    with pytest.raises(KeyboardInterrupt):
        looked(loaded)


def test_a_check_applies_to_the_plans_it_names(site: Site) -> None:
    """A check that names plans is not run for the other plans of its plugin; one that names none is run for all."""
    site.install(
        "named",
        """
        from attrs import evolve


        @hookimpl
        def planmonitor_plans():
            return [plan_called("named/one"), plan_called("named/two")]


        @hookimpl
        def planmonitor_checks():
            return [check_called("named/all"), evolve(check_called("named/second"), plans=("named/two",))]
        """,
    )
    catalogue = load(["named"])

    applying = {name: [check.id for check in checks_that_apply(catalogue, plan)] for name, plan in catalogue.plans.items()}

    assert applying == {"named/one": ["named/all"], "named/two": ["named/all", "named/second"]}


def test_the_checks_of_one_plugin_do_not_look_at_anothers_plans(site: Site) -> None:
    """A plan is looked at by the checks of its own plugin only."""
    site.install("first")
    site.install("second")
    catalogue = load(["first", "second"])

    assert [check.id for check in checks_that_apply(catalogue, catalogue.plans["second/plan"])] == ["second/first"]
