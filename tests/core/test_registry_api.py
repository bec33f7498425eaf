"""A plugin says which version of the interface it was made for; one made for another is not loaded and says what it needs."""

from __future__ import annotations

from pathlib import Path

import pytest
from planmonitor import API
from planmonitor.contract.examination import examine
from planmonitor.registry.loading import load
from support.installing import offer
from support.small_plugins import HEALTHY, Site, stepped_over


@pytest.fixture
def site(packages: Path) -> Site:
    """Return a folder of installed plugins."""
    return Site(packages)


def test_a_plugin_for_a_later_version_asks_for_a_newer_program(site: Site) -> None:
    """Its hooks are not called: it says what it needs, what this program has, and that monitor must be newer."""
    site.install("broken", f"api = {API + 1}\n{HEALTHY.replace('return', 'raise LookupError #')}")

    stepped_over(site, "api", f"needs version {API + 1}", f"this program has {API}", "newer release of monitor")


def test_a_plugin_for_an_earlier_version_asks_for_a_newer_release_of_itself(site: Site) -> None:
    """What was made for an interface that is no more is brought up to date by whoever made it."""
    site.install("broken", f"api = 0\n{HEALTHY}")

    stepped_over(site, "api", "made for version 0", f"this program has {API}", "newer release of the plugin")


def test_a_plugin_for_another_version_is_not_imported(site: Site) -> None:
    """Where names it wants are not there yet the sentence is still the right one: the line is read from the source."""
    site.install("broken", f"from planmonitor import NotYetThere\napi = {API + 1}")

    stepped_over(site, "api", f"needs version {API + 1}")


def test_a_plugin_inside_a_package_is_read_without_it(site: Site) -> None:
    """A module inside a package is found in its folder; neither it nor the package is imported."""
    package = site.folder / "apart"
    package.mkdir()
    (package / "__init__.py").write_text("raise RuntimeError", encoding="utf-8")
    (package / "inside.py").write_text(f"api: int = {API + 1}", encoding="utf-8")
    offer(site.folder, "apart", "apart.inside", "apart")

    [problem] = load(["apart"]).problems

    assert (problem.stage, f"needs version {API + 1}" in str(problem.message)) == ("api", True)


@pytest.mark.parametrize("said", ["del api", "del api\napi = 'one'", "api = None", "api = True", "del api\napi = 1.0"])
def test_a_plugin_that_does_not_say_is_not_loaded(site: Site, said: str) -> None:
    """Without a whole number nobody knows what it relies on: the sentence is the line that is missing."""
    site.install("broken", f"{said}\n{HEALTHY}")

    stepped_over(site, "api", f"'api = {API}'", "site_broken")


def test_a_version_may_be_worked_out_or_stand_at_an_object(site: Site) -> None:
    """What the source does not say as a figure is asked of the imported plugin: of the object named, then of its module."""
    site.install("worked_out", f"api = int('{API}')\n{HEALTHY}")
    site.install("object", f"class Hooks:\n    api = {API}\n\n\nHOOKS = Hooks()\napi = int('{API + 1}')", target="site_object:HOOKS")

    assert load(["worked_out", "object"]).problems == ()


def test_a_plugin_that_fails_at_import_and_fits_tells_what_failed(site: Site) -> None:
    """The version is not blamed where it is the right one."""
    site.install("broken", f"api = {API}\nfrom planmonitor import NotYetThere")

    stepped_over(site, "import", "NotYetThere")


def test_the_contract_names_the_line(site: Site) -> None:
    """For its author it is a breach whose cure is the line to write."""
    site.install("broken", f"api = {API + 1}")

    [breach] = examine("broken")

    assert (breach.rule, breach.field) == ("loads", "api")
    assert f"api = {API}" in str(breach.cure)
