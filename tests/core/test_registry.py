"""Plugins are found, loaded by name and kept apart: real ones, installed in a temporary folder as pip would leave them.

What a bad plugin cannot do to the others is shown at the command line, in test_isolation.py.
"""

from __future__ import annotations

import importlib
import sys
import textwrap
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from planmonitor.assessment.plans import Known, judge_plan
from planmonitor.registry.catalogue import Catalogue, Loaded, Problem
from planmonitor.registry.installed import installed, prefix_of
from planmonitor.registry.judging import checks_of as checks_that_apply
from planmonitor.registry.judging import run_checks
from planmonitor.registry.loading import load

AS_OF = date(2026, 6, 30)

PARTS = '''
from datetime import date

from planmonitor import (
    Check, Definition, Document, Finding, Indicator, Measure, Objective, Plan, Programme, Target, Text, hookimpl
)

DOCUMENT = Document(title=Text("Kế hoạch thử", "A plan for a test"), issuer="UBND xã")
CASES = Definition(
    key="test/cases", label=Text("Số vụ", "Cases"), kind="count", counts="cases", over_time="count", noun=Text("vụ", "cases")
)


def plan_called(name):
    """Return a small plan."""
    measure = Measure(
        "1", Text("Số vụ", "Cases"), CASES, Target("==", 0, "không để xảy ra", kind="zero_incident"),
        DOCUMENT.at("mục I", "Phấn đấu không để xảy ra vụ việc nào."),
    )
    return Plan(
        id=name, title=Text("Kế hoạch thử", "A plan for a test"), document=DOCUMENT, programme=None, place=None,
        start=date(2026, 1, 1), end=date(2026, 12, 31), objectives=(Objective("1", "Mục tiêu"),),
        indicators=(Indicator("1", "1", "Không để xảy ra vụ việc nào.", (measure,)),),
    )


def programme_called(name):
    """Return a programme without definitions."""
    return Programme(id=name, title=Text("Chương trình thử", "A programme for a test"), document=DOCUMENT)


def check_called(name, look=lambda judged_plan: ()):
    """Return a check; without `look` it looks and finds nothing."""
    return Check(name, "notice", Text("Kiểm tra thử", "A check for a test"), look)


def finding(judged_plan):
    """Find the first measure."""
    measure = judged_plan.measures[0]
    yield Finding(Text("Có một chỉ tiêu.", "There is a measure."), measure.measure.source, (measure.id,))
'''

HEALTHY = """
@hookimpl
def planmonitor_programmes():
    return (programme_called(PREFIX),)


@hookimpl
def planmonitor_plans():
    return (plan_called(PREFIX + "/plan"),)


@hookimpl
def planmonitor_checks():
    return (check_called(PREFIX + "/first", finding),)
"""


class Site:
    """A folder on the import path in which plugins are installed, each a module and its distribution's metadata."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def install(self, name: str, body: str = HEALTHY, *, target: str | None = None, distribution: str | None = None) -> str:
        """Install a plugin of that entry-point name; `target` is what the entry point names where it is not the module."""
        distribution = distribution or f"site-{name.replace('_', '-')}"
        module = distribution.replace("-", "_")
        body = textwrap.dedent(body)
        (self.folder / f"{module}.py").write_text(f"PREFIX = {prefix_of(name)!r}\n{PARTS}\n{body}", encoding="utf-8")
        metadata = self.folder / f"{module}-1.2.dist-info"
        metadata.mkdir()
        (metadata / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {distribution}\nVersion: 1.2\n", encoding="utf-8")
        (metadata / "entry_points.txt").write_text(f"[planmonitor]\n{name} = {target or module}\n", encoding="utf-8")
        importlib.invalidate_caches()
        return module


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """Return an empty folder on the import path; what is imported from it is forgotten afterwards."""
    folder = tmp_path / "site-packages"
    folder.mkdir()
    monkeypatch.syspath_prepend(folder)
    before = set(sys.modules)
    yield Site(folder)
    for name in set(sys.modules) - before:
        if str(getattr(sys.modules[name], "__file__", None)).startswith(str(folder)):
            del sys.modules[name]
    importlib.invalidate_caches()


def brought(catalogue: Catalogue) -> list[tuple[object, ...]]:
    """Return what each plugin of a catalogue brought."""
    return [(loaded.plugin, loaded.declared, loaded.checks, loaded.hooks) for loaded in catalogue.loaded]


def stepped_over(site: Site, stage: str, *said: str, broken: str = "broken") -> Problem:
    """Load a broken plugin between two sound ones: it is the only problem, and the others answer as they do without it.

    Args:
        site: Where the broken plugin is installed already.
        stage: Where it must have failed.
        said: Speaker that the problem must hold.
        broken: Name of the broken plugin.
    """
    site.install("first")
    site.install("second")
    without = load(["first", "second"])
    assert without.problems == ()

    catalogue = load(["first", broken, "second"])

    [problem] = catalogue.problems
    assert (problem.plugin, problem.stage) == (broken, stage)
    assert ("author" in str(problem.message)) == (stage != "find")
    assert list(catalogue.plans) == ["first/plan", "second/plan"]
    assert brought(catalogue) == brought(without)
    for words in said:
        assert words in str(problem.message)
    return problem


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


# Checks


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
