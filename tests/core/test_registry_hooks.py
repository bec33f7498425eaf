"""What the hooks of a plugin return is looked at: kinds of values, and ids."""

from __future__ import annotations

from pathlib import Path

import pytest
from planmonitor.registry.installed import prefix_of
from planmonitor.registry.loading import load
from support.small_plugins import HEALTHY, Site, stepped_over


@pytest.fixture
def site(packages: Path) -> Site:
    """Return the folder of installed packages, to install plugins in."""
    return Site(packages)


# What the hooks get wrong


@pytest.mark.parametrize("hook", ["planmonitor_programmes", "planmonitor_plans", "planmonitor_checks"])
def test_a_hook_that_returns_nothing_is_a_problem(site: Site, hook: str) -> None:
    """A hook that returns None, as one does that forgot its return, is reported with its name and not taken for empty."""
    site.install("broken", f"@hookimpl\ndef {hook}():\n    pass")

    stepped_over(site, "hook", hook, "None")


@pytest.mark.parametrize("hook", ["planmonitor_programmes", "planmonitor_plans", "planmonitor_checks"])
@pytest.mark.parametrize(
    "answer",
    ["42", "'broken/plan'", "{'id': 'broken/plan'}", "[{'id': 'broken/plan'}]", "(None,)", "plan_called('broken/plan')", "plan_called", "(Plan,)"],
)
def test_a_hook_that_returns_the_wrong_type_is_a_problem(site: Site, hook: str, answer: str) -> None:
    """A hook that returns something else than an iterable of the right values is reported."""
    site.install("broken", f"@hookimpl\ndef {hook}():\n    return {answer}")

    stepped_over(site, "hook")


def test_values_of_another_hook_are_the_wrong_type(site: Site) -> None:
    """A plan among the programmes is reported as no Programme, with the hook's name."""
    site.install("broken", "@hookimpl\ndef planmonitor_programmes():\n    return [plan_called('broken/plan')]")

    stepped_over(site, "hook", "planmonitor_programmes", "Programme")


def test_a_wrong_answer_that_cannot_be_printed_is_still_only_that_plugins_problem(site: Site) -> None:
    """A value whose own text raises is reported like any other wrong value and does not break out of the boundary."""
    site.install(
        "broken",
        """
        class Unspeakable:
            def __repr__(self):
                raise RuntimeError("no words")


        @hookimpl
        def planmonitor_plans():
            return [Unspeakable()]
        """,
    )

    stepped_over(site, "hook")


def test_a_hook_that_raises_is_a_problem(site: Site) -> None:
    """A hook that raises is reported, and what the plugin's other hooks would have brought is left out too."""
    site.install("broken", f"{HEALTHY}\n@hookimpl(specname='planmonitor_checks')\ndef more_checks():\n    return 1 // 0\n")

    stepped_over(site, "hook", "ZeroDivisionError")


def test_a_keyboard_interrupt_in_a_hook_passes_through(site: Site) -> None:
    """The user's own interrupt while a hook runs ends the loading."""
    site.install("broken", "@hookimpl\ndef planmonitor_plans():\n    raise KeyboardInterrupt")

    with pytest.raises(KeyboardInterrupt):
        load(["broken"])


# Ids


@pytest.mark.parametrize("name", ["first/plan", "brokenplan/plan", "broken-plan/plan"])
def test_a_plan_outside_its_plugins_prefix_is_refused(site: Site, name: str) -> None:
    """A plugin may not bring a plan under another plugin's name, nor under one that only begins like its own."""
    site.install("broken", f"@hookimpl\ndef planmonitor_plans():\n    return [plan_called({name!r})]")

    stepped_over(site, "hook", name, "broken/")


@pytest.mark.parametrize("name", ["first/look", "look"])
def test_a_check_outside_its_plugins_prefix_is_refused(site: Site, name: str) -> None:
    """A plugin may not bring a check under another plugin's name, nor under none."""
    site.install("broken", f"@hookimpl\ndef planmonitor_checks():\n    return [check_called({name!r})]")

    stepped_over(site, "hook", name, "broken/")


@pytest.mark.parametrize("name", ["first", "broken/programme"])
def test_a_programme_is_called_like_its_plugin(site: Site, name: str) -> None:
    """A programme whose id is not the plugin's name with hyphens is refused."""
    site.install("broken", f"@hookimpl\ndef planmonitor_programmes():\n    return [programme_called({name!r})]")

    stepped_over(site, "hook", name)


def test_the_prefix_is_the_plugins_name_with_hyphens(site: Site) -> None:
    """An id with the underscores of the plugin's name is not inside its prefix."""
    assert prefix_of("flood_safety") == "flood-safety"


@pytest.mark.parametrize(
    ("hook", "maker", "name"),
    [
        ("planmonitor_programmes", "programme_called", "broken"),
        ("planmonitor_plans", "plan_called", "broken/plan"),
        ("planmonitor_checks", "check_called", "broken/look"),
    ],
)
def test_an_id_that_stands_twice_is_refused(site: Site, hook: str, maker: str, name: str) -> None:
    """Two values with one id in one plugin are refused, and the id is named."""
    site.install("broken", f"@hookimpl\ndef {hook}():\n    return [{maker}({name!r}), {maker}({name!r})]")

    stepped_over(site, "hook", name, "twice")


def test_ids_of_two_hook_functions_are_looked_at_together(site: Site) -> None:
    """An id may not stand twice either where two functions of a plugin answer the same hook."""
    site.install("broken", f"{HEALTHY}\n@hookimpl(specname='planmonitor_plans')\ndef more_plans():\n    return [plan_called('broken/plan')]\n")

    stepped_over(site, "hook", "broken/plan", "twice")
