"""Plugins are found, loaded by name and kept apart: real ones, installed in a temporary folder as pip would leave them.

What a bad plugin cannot do to the others is shown at the command line, in test_isolation.py.
"""

from __future__ import annotations

import importlib
import sys
from pathlib import Path

import pytest
from planmonitor.registry.installed import installed
from planmonitor.registry.loading import load
from support.small_plugins import HEALTHY, Site, stepped_over


@pytest.fixture
def site(packages: Path) -> Site:
    """Return the folder of installed packages, to install plugins in."""
    return Site(packages)


# Finding and loading


def test_a_plugin_is_loaded_by_its_entry_point_name(site: Site) -> None:
    """A plugin loads under the name of its entry point, with the programmes, plans and checks its hooks return."""
    site.install("flood_safety")

    [loaded] = load(["flood_safety"]).loaded

    assert loaded.plugin.name == "flood_safety"
    assert [programme.id for programme in loaded.programmes] == ["flood-safety"]
    assert [plan.id for plan in loaded.plans] == ["flood-safety/plan"]
    assert [check.id for check in loaded.checks] == ["flood-safety/first"]


def test_an_installed_plugin_names_its_distribution_and_version(site: Site) -> None:
    """What is installed is listed with the distribution that offers it and that distribution's version."""
    site.install("flood_safety")

    plugin = installed()["flood_safety"]

    assert (plugin.distribution, plugin.version) == ("site-flood-safety", "1.2")


def test_a_plugin_that_is_not_enabled_is_not_imported(site: Site) -> None:
    """Finding all plugins and loading one of them imports none of the others."""
    enabled, other = site.install("enabled"), site.install("other")

    installed()
    load(["enabled"])

    assert enabled in sys.modules
    assert other not in sys.modules


def test_plugins_come_in_the_order_asked_for_and_once(site: Site) -> None:
    """Plugins load in the order of the enabled list, and a name that stands there twice loads once."""
    site.install("first")
    site.install("second")

    assert [loaded.plugin.name for loaded in load(["second", "first", "second"]).loaded] == ["second", "first"]


def test_a_plugin_may_answer_no_hook_at_all(site: Site) -> None:
    """A plugin without any hook loads with nothing in it; that is no problem."""
    site.install("quiet", "")

    catalogue = load(["quiet"])

    assert catalogue.problems == ()
    assert [(loaded.programmes, loaded.plans, loaded.checks) for loaded in catalogue.loaded] == [((), (), ())]


def test_no_plugin_enabled_is_an_empty_catalogue(site: Site) -> None:
    """With nothing enabled nothing loads and nothing is wrong."""
    site.install("first")

    catalogue = load([])

    assert (catalogue.loaded, catalogue.problems, catalogue.plans) == ((), (), {})


def test_hooks_may_be_generators(site: Site) -> None:
    """A hook may yield its plans one by one."""
    site.install(
        "lazy",
        """
        @hookimpl
        def planmonitor_plans():
            yield plan_called("lazy/one")
            yield plan_called("lazy/two")
        """,
    )

    assert list(load(["lazy"]).plans) == ["lazy/one", "lazy/two"]


def test_an_entry_point_may_name_an_object(site: Site) -> None:
    """An entry point may name an object inside a module, whose methods are then the hooks."""
    body = """
        class Hooks:
            @hookimpl
            def planmonitor_plans(self):
                return [plan_called("object/plan")]


        HOOKS = Hooks()
        """
    site.install("object", body, target="site_object:HOOKS")

    assert list(load(["object"]).plans) == ["object/plan"]


# What cannot be found


def test_enabled_but_not_installed_is_a_problem(site: Site) -> None:
    """A name that no distribution offers is reported as not installed; the other plugins load."""
    stepped_over(site, "find", "not installed", broken="absent")


def test_two_distributions_with_one_name_are_both_named_and_neither_is_loaded(site: Site) -> None:
    """Where two distributions offer the same entry-point name, neither is imported and the problem names both."""
    modules = [site.install("broken", distribution=distribution) for distribution in ("north-plans", "south-plans")]

    stepped_over(site, "find", "north-plans", "south-plans")

    assert not set(modules) & set(sys.modules)


def test_a_distribution_without_metadata_takes_no_other_plugin_down(site: Site) -> None:
    """What a broken installation left of one distribution hinders neither listing the plugins nor loading the others."""
    site.install("torn")
    (site.folder / "site_torn-1.2.dist-info" / "METADATA").unlink()
    importlib.invalidate_caches()
    site.install("first")

    listed = installed()

    assert [loaded.plugin.name for loaded in load(["first"]).loaded] == ["first"]
    assert (listed["torn"].distribution, listed["torn"].version) == ("?", "?")


@pytest.mark.parametrize("listed", [b"[planmonitor]\na line without a sign\n", b"\xff\xfe[planmonitor]\n"])
def test_a_distribution_whose_plugins_cannot_be_read_takes_no_other_down(site: Site, listed: bytes) -> None:
    """Where the list of plugins of one distribution is damaged, that plugin is as if it were not installed, and the others load."""
    site.install("torn")
    (site.folder / "site_torn-1.2.dist-info" / "entry_points.txt").write_bytes(listed)
    site.install("first")

    assert "torn" not in installed()
    assert [loaded.plugin.name for loaded in load(["torn", "first"]).loaded] == ["first"]


def test_plugins_that_would_name_their_plans_alike_are_all_refused(site: Site) -> None:
    """Of "flood_safety" and "flood-safety" none is loaded: a plan of one could stand for a plan of the other. Both are named."""
    site.install("flood_safety", distribution="north-plans")
    site.install("flood-safety", distribution="south-plans")

    catalogue = load(["flood_safety", "flood-safety"])

    assert catalogue.loaded == ()
    assert [(problem.plugin, problem.stage) for problem in catalogue.problems] == [("flood_safety", "find"), ("flood-safety", "find")]
    for problem in catalogue.problems:
        assert "flood-safety, flood_safety" in str(problem.message)


def test_a_plugin_tells_the_hooks_it_answers(site: Site) -> None:
    """A loaded plugin lists by name the hooks it answers, sorted, also those that its functions answer under another name."""
    site.install("whole")
    site.install("part", "@hookimpl(specname='planmonitor_plans')\ndef anything():\n    return ()")
    site.install("quiet", "")

    hooks = {loaded.plugin.name: loaded.hooks for loaded in load(["whole", "part", "quiet"]).loaded}

    assert hooks == {
        "whole": ("planmonitor_checks", "planmonitor_plans", "planmonitor_programmes"),
        "part": ("planmonitor_plans",),
        "quiet": (),
    }


def traced(site: Site, body: str) -> list[str]:
    """Return the lines told while a plugin of this code is loaded."""
    site.install("traced", body)
    lines: list[str] = []
    load(["traced"], trace=lines.append)
    return [line.removeprefix("traced: ") for line in lines]


def test_a_trace_tells_every_hook_called_and_what_it_brought(site: Site) -> None:
    """A line tells each call of a hook, one what it returned, and one how much came of it, with the ids; a generator's too."""
    lines = traced(site, HEALTHY.replace('return (plan_called(PREFIX + "/plan"),)', 'yield plan_called(PREFIX + "/plan")'))

    assert lines == [
        "planmonitor_programmes called",
        "planmonitor_programmes returned tuple",
        "planmonitor_programmes brought 1: traced",
        "planmonitor_plans called",
        "planmonitor_plans returned generator",
        "planmonitor_plans brought 1: traced/plan",
        "planmonitor_checks called",
        "planmonitor_checks returned tuple",
        "planmonitor_checks brought 1: traced/first",
    ]


def test_a_trace_tells_what_a_hook_raised(site: Site) -> None:
    """A hook that raises is told with the error and its line, and so is the end of that plugin."""
    lines = traced(site, "@hookimpl\ndef planmonitor_programmes():\n    raise LookupError('no table')")

    assert lines[0] == "planmonitor_programmes called"
    assert lines[1].startswith("planmonitor_programmes raised: ")
    assert lines[2].startswith("hook failed: ")
    assert [line for line in lines[1:] if not ("LookupError" in line and "no table" in line and "site_traced.py:" in line)] == []


def test_a_trace_tells_what_failed_before_any_hook(site: Site) -> None:
    """A plugin that cannot be imported is told with the error."""
    [line] = traced(site, "raise LookupError('no table')")

    assert line.startswith("import failed: ")
    assert "no table" in line


# What cannot be imported


def test_a_plugin_that_raises_at_import_is_stepped_over(site: Site) -> None:
    """A plugin that raises while it is imported is reported with the error, its file and its line."""
    module = site.install("broken", "raise RuntimeError('the table is empty')")
    lines = (site.folder / f"{module}.py").read_text(encoding="utf-8").splitlines()
    line = lines.index("raise RuntimeError('the table is empty')") + 1

    stepped_over(site, "import", "RuntimeError", "the table is empty", f"site_broken.py:{line}")


def test_a_keyboard_interrupt_at_import_passes_through(site: Site) -> None:
    """The user's own interrupt is no fault of the plugin: it ends the loading."""
    site.install("broken", "raise KeyboardInterrupt")

    with pytest.raises(KeyboardInterrupt):
        load(["broken"])
