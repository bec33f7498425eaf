"""Bad plugins, installed as pip would leave them: none changes a byte of what is said about the plans of the others."""

from __future__ import annotations

import gc
import json
import locale
import textwrap
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from planmonitor.registry.installed import LOCAL, prefix_of
from support.installing import offer

VAN_SON = "child-labour/van-son-2026-2030"

PARTS = '''
from datetime import date
from decimal import Decimal

from attrs import evolve
from planmonitor import (
    Check, Definition, Document, Finding, Indicator, InvalidPlan, Measure, Objective, Plan, Target, Text, Unit, hookimpl
)

api = 1
DOCUMENT = Document(title=Text("Kế hoạch thử", "A plan for a test"), issuer="UBND xã")
CASES = Definition(
    key=PREFIX + "/cases", label=Text("Số vụ", "Cases"), kind="count", counts="cases", over_time="count", noun=Text("vụ", "cases")
)
NONE = Target("==", 0, "không để xảy ra", kind="zero_incident")
MEASURE = Measure("1", Text("Số vụ", "Cases"), CASES, NONE, DOCUMENT.at("mục I", "Phấn đấu không để xảy ra vụ việc nào."))
PLAN = Plan(
    id=PREFIX + "/plan", title=Text("Kế hoạch thử", "A plan for a test"), document=DOCUMENT, programme=None, place=None,
    start=date(2026, 1, 1), end=date(2026, 12, 31), objectives=(Objective("1", "Mục tiêu"),),
    indicators=(Indicator("1", "1", "Không để xảy ra vụ việc nào.", (MEASURE,)),),
)


def plans(*found):
    """Return a hook that returns these plans."""
    return hookimpl(lambda: found, specname="planmonitor_plans")


def checked(look):
    """Return a hook that returns a check that looks like this, between two sound ones."""
    title = Text("Kiểm tra thử", "A check for a test")
    names = {"before": lambda _: (), "look": look, "after": lambda _: ()}
    return hookimpl(
        lambda: tuple(Check(PREFIX + "/" + name, "notice", title, seen) for name, seen in names.items()), specname="planmonitor_checks"
    )


def found(judged_plan):
    """Return a finding on the plan."""
    return Finding(Text("Có một chỉ tiêu.", "There is a measure."), MEASURE.source, (judged_plan.measures[0].id,))
'''


class Bad(NamedTuple):
    """A bad plugin."""

    name: str
    """Its name; what is wrong with it."""
    stage: str
    """Where its problem is found; "" where it only misbehaves beside its work."""
    said: tuple[str, ...]
    """What its problem says."""
    body: str = ""
    """Its code."""
    target: str | None = None
    """What its entry point names where it is not its module."""
    times: int = 1
    """How many distributions offer it."""

    @property
    def loads(self) -> bool:
        """Whether it loads, and goes wrong only later."""
        return self.stage in {"", "check"}


# At import, in a hook, in what a hook returns

AT_IMPORT = (
    Bad("raises_at_import", "import", ("RuntimeError", "site_raises_at_import.py:", "no table"), "raise RuntimeError('no table')"),
    Bad("ends_at_import", "import", ("SystemExit", "7"), "import sys\nsys.exit(7)"),
    Bad("cannot_be_read", "import", ("SyntaxError",), "def planmonitor_plans(:"),
    Bad("lacks_a_package", "import", ("needs the module 'no_such_package_anywhere'",), "import no_such_package_anywhere.inside"),
    Bad("leads_to_no_module", "import", ("no_such_module_anywhere", "ModuleNotFoundError, -)"), target="no_such_module_anywhere"),
    Bad("leads_to_no_object", "import", ("NOWHERE",), target="site_leads_to_no_object:NOWHERE"),
    Bad("leads_nowhere_at_all", "import", ("author",), target="no module!"),
    Bad("not_a_number", "import", ("Target", "'value'", "finite"), "Target('<', Decimal('nan'), 'dưới 4%')"),
    Bad("floating", "import", ("Target", "'value'", "4.0"), "Target('<', 4.0, 'dưới 4%')"),
    Bad("endless_digits", "import", ("Target", "'value'", "digits"), "Target('<', Decimal('1E+999999'), 'dưới 4%')"),
    Bad("never_ends", "import", ("'end'", "9999-12-31", "site_never_ends.py:"), "evolve(PLAN, end=date.max)"),
    Bad("strange_sign", "import", ("Target", "'comparator'", "=<"), "Target('=<', 4, 'dưới 4%')"),
    Bad(
        "units_in_a_ring",
        "import",
        ("'units'", "'to-a' and 'to-b'"),
        "evolve(PLAN, units=(Unit('to-a', 'Tổ A', also=('Tổ B',)), Unit('to-b', 'Tổ B', also=('Tổ A',))))",
    ),
    Bad("unit_of_itself", "import", ("'also'", "Tổ A"), "Unit('to-a', 'Tổ A', also=('Tổ A',))"),
    Bad("web_page", "import", ("'<s'", "web pages"), "Text('Số vụ <script>alert(1)</script>', 'Cases')"),
    Bad("half_a_letter", "import", ("half a letter",), "Text('Số vụ \\ud83d', 'Cases')"),
    Bad("moves_the_cursor", "import", ("control character",), "Text('Số vụ \\x1b[2J', 'Cases')"),
    Bad("ten_thousand", "import", ("10000", "1000"), "plans(evolve(PLAN, indicators=(evolve(PLAN.indicators[0], measures=(MEASURE,) * 10_000),)))"),
    Bad("speaks_at_length", "import", ("InvalidPlan", "not a tuple"), "evolve(PLAN, objectives=[Objective('1', 'Mục tiêu')] * 5_000)"),
    Bad("leaves_places_open", "import", ("InvalidPlan", ": the rate is {figure} -"), "raise InvalidPlan('the rate is {figure}')"),
    Bad("speaks_in_lines", "import", ("ValueError", "one two"), "raise ValueError('one\\ntwo\\ud83d\\x1b[2J')"),
    Bad("cannot_be_printed", "import", ("Mute",), "class Mute(Exception):\n    def __str__(self):\n        return 1 // 0\n\n\nraise Mute"),
)
IN_A_HOOK = (
    Bad("raises_in_a_hook", "hook", ("ZeroDivisionError",), "@hookimpl\ndef planmonitor_plans():\n    return 1 // 0"),
    Bad("ends_in_a_hook", "hook", ("SystemExit", ": … -"), "@hookimpl\ndef planmonitor_plans():\n    raise SystemExit"),
    Bad(
        "misspelt",
        "hook",
        ("no hook 'planmonitor_plan'", "Did you mean: planmonitor_plans"),
        "@hookimpl\ndef planmonitor_plan():\n    return (PLAN,)",
    ),
    Bad("asks_for_more", "hook", ("workspace",), "@hookimpl\ndef planmonitor_plans(workspace):\n    return (PLAN,)"),
    Bad("returns_nothing", "hook", ("planmonitor_plans", "None"), "@hookimpl\ndef planmonitor_plans():\n    pass"),
    Bad("dies_half_way", "hook", ("LookupError", "second"), "@hookimpl\ndef planmonitor_plans():\n    yield PLAN\n    raise LookupError('second')"),
    Bad("yields_for_ever", "hook", ("1000",), "@hookimpl\ndef planmonitor_plans():\n    while True:\n        yield PLAN"),
    Bad("wrong_kinds", "hook", ("no Plan",), "answer = plans({'id': PREFIX + '/plan'}, MEASURE)"),
    Bad("outside_its_prefix", "hook", (VAN_SON, "outside"), f"answer = plans(evolve(PLAN, id={VAN_SON!r}))"),
    Bad("the_same_twice", "hook", ("the-same-twice/plan", "twice"), "answer = plans(PLAN, PLAN)"),
)
BEFORE_IMPORT = (
    Bad("offered_twice", "find", ("site-offered-twice-0", "site-offered-twice-1"), times=2),
    Bad("not_installed", "find", ("not installed", "monitor plugins disable not_installed"), times=0),
    Bad(LOCAL, "find", ("kept",), "answer = plans(PLAN)"),
)
MUTATIONS = """
def attempts(judged_plan):
    judged, plan = judged_plan.measures[0], judged_plan.plan
    yield lambda: setattr(judged_plan, "plan", None)
    yield lambda: setattr(plan, "id", "child-labour/other")
    yield lambda: setattr(judged, "status", "met")
    yield lambda: setattr(judged.measure.targets[0], "value", 1)
    yield lambda: delattr(judged, "status")
    yield lambda: delattr(plan, "units")
    yield lambda: judged.reason.values.update(figure=0)
    yield lambda: judged_plan.measures.append(judged)
    yield lambda: plan.units.clear()
    yield lambda: judged_plan.figures.pop()
    yield lambda: judged_plan.__setitem__("plan", None)


def look(judged_plan):
    changed = []
    for number, attempt in enumerate(attempts(judged_plan)):
        try:
            attempt()
            changed.append(number)
        except (AttributeError, TypeError):
            pass
    raise RuntimeError(f"changed: {changed}")


A, B = plans(PLAN), checked(look)
"""
IN_A_CHECK = (
    Bad("check_raises", "check", ("check-raises/look", "KeyError", "rate"), "A, B = plans(PLAN), checked(lambda judged_plan: {}['rate'])"),
    Bad("check_ends", "check", ("check-ends/look", "SystemExit"), "def look(_):\n    raise SystemExit\n\n\nA, B = plans(PLAN), checked(look)"),
    Bad("check_returns_nothing", "check", ("NoneType",), "A, B = plans(PLAN), checked(lambda judged_plan: None)"),
    Bad("check_returns_junk", "check", ("no Finding",), "A, B = plans(PLAN), checked(lambda judged_plan: ['all is well'])"),
    Bad(
        "check_never_ends",
        "check",
        ("1000",),
        "def look(judged_plan):\n    while True:\n        yield found(judged_plan)\n\n\nA, B = plans(PLAN), checked(look)",
    ),
    Bad("changes_what_it_is_given", "check", ("changed: []",), MUTATIONS),
)
BESIDE_ITS_WORK = (
    Bad(
        "chatters",
        "",
        (),
        "print('{')\n\n\ndef look(judged_plan):\n    print('}')\n    return [found(judged_plan)]\n\n\nA, B = plans(PLAN), checked(look)",
    ),
    Bad(
        "moves_about",
        "",
        (),
        """
        import decimal, gc, io, locale, os, sys, warnings


        def move():
            os.chdir(os.path.dirname(__file__))
            decimal.getcontext().prec = 1
            decimal.setcontext(decimal.Context(prec=1))
            warnings.simplefilter("error")
            sys.path.insert(0, os.path.dirname(__file__) + "/nowhere")
            locale.setlocale(locale.LC_ALL, "C")
            gc.disable()
            sys.stdout = io.TextIOWrapper(sys.stdout.buffer, encoding="ascii")
            sys.stderr = io.TextIOWrapper(sys.stderr.buffer, encoding="ascii")


        def look(judged_plan):
            move()
            return [found(judged_plan)]


        move()
        A, B = plans(PLAN), checked(look)
        """,
    ),
)
ALL = (*AT_IMPORT, *IN_A_HOOK, *BEFORE_IMPORT, *IN_A_CHECK, *BESIDE_ITS_WORK)
every_bad = pytest.mark.parametrize("bad", ALL, ids=lambda bad: bad.name)


class Site:
    """A folder on the import path in which plugins are installed, each a module and its distribution's metadata."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def install(self, bad: Bad) -> None:
        """Install a plugin as often as it is to be."""
        for number in range(bad.times):
            distribution = f"site-{prefix_of(bad.name)}" + (f"-{number}" if bad.times > 1 else "")
            module = distribution.replace("-", "_")
            text = f"PREFIX = {prefix_of(bad.name)!r}\n{PARTS}\n{textwrap.dedent(bad.body)}\n"
            (self.folder / f"{module}.py").write_text(text, encoding="utf-8")
            offer(self.folder, bad.name, bad.target or module, distribution)


@pytest.fixture
def site(packages: Path) -> Iterator[Site]:
    """Return the folder of installed packages; what plugins do to letters and to the collector of garbage is undone afterwards."""
    letters = locale.setlocale(locale.LC_CTYPE)
    yield Site(packages)
    gc.enable()
    locale.setlocale(locale.LC_CTYPE, letters)


class Seen(NamedTuple):
    """What is said of the good plan: its part of the JSON, of the combined view, and of the view of it alone."""

    document: str
    lines: list[str]
    alone: str


@pytest.fixture
def recorded(van_son: Any) -> Any:
    """Return a runner in a workspace that follows a good plan, with figures that need more than one digit to be told."""
    van_son("record", "1", "--period", "2026", "--numerator", "119", "--denominator", "2987")
    van_son("record", "4a", "--period", "2026-S1", "--numerator", "1234", "--denominator", "1301")
    return van_son


def enable(monitor: Any, *bads: Bad) -> None:
    """Enable bad plugins before the good one, and follow the plans of those that load."""
    path = monitor.folder / "monitor.toml"
    names = "".join(f'"{bad.name}", ' for bad in bads)
    followed = "".join(f'"{prefix_of(bad.name)}/plan", ' for bad in bads if bad.loads)
    text = path.read_text(encoding="utf-8").replace("plugins = [", f"plugins = [{names}").replace(f'"{VAN_SON}"', f'{followed}"{VAN_SON}"')
    path.write_text(text, encoding="utf-8")


SHORT = "Lao động trẻ em 2026-2030"
"""What the good plan is called in the combined view."""


def lines_of_the_good(out: str) -> list[str]:
    """Return the lines of the combined view that belong to the good plan: its row, and what of it needs attention."""
    found, inside = [], False
    for line in out.splitlines():
        inside = line.startswith((VAN_SON, SHORT, f"- {SHORT}")) or (inside and line.startswith(" "))
        found += [line] if inside else []
    return found


def seen(monitor: Any, code: int, alone: int) -> Seen:
    """Return what is said of the good plan; `alone` is the exit code where only its own checks run."""
    plans = monitor("status", "--format", "json", code=code).json["plans"]
    good = next(plan for plan in plans if plan["id"] == VAN_SON)
    table = monitor("status", lang="vi", code=code).out
    own = monitor("status", "--plan", VAN_SON, "--explain", code=alone).out
    return Seen(json.dumps(good, ensure_ascii=False), lines_of_the_good(table), own)


@every_bad
def test_a_bad_plugin_changes_nothing_of_what_is_said_about_the_good_plan(recorded: Any, site: Site, bad: Bad) -> None:
    """Beside a bad plugin the good plan's JSON, its lines in the combined view and its own view are the same to the byte."""
    before = seen(recorded, code=0, alone=0)
    site.install(bad)
    enable(recorded, bad)

    assert seen(recorded, code=1 if bad.stage else 0, alone=0 if bad.loads else 1) == before
    assert len(before.lines) > 2


@every_bad
def test_a_bad_plugin_is_named_with_what_is_wrong_and_where(recorded: Any, site: Site, bad: Bad) -> None:
    """The problem of a bad plugin stands in the JSON, on the screen and in the list of plugins, and the exit code tells."""
    site.install(bad)
    enable(recorded, bad)
    code = 1 if bad.stage else 0

    document = recorded("status", "--format", "json", code=code)
    screen = recorded("status", code=code)
    listed = recorded("plugins", "list", "--format", "json", code=0 if bad.loads else 1)

    assert [(item["plugin"], item["stage"]) for item in document.json["problems"]] == ([(bad.name, bad.stage)] if bad.stage else [])
    row = next(item for item in listed.json if item["name"] == bad.name)
    assert row["state"] == ("enabled" if bad.loads else "broken" if bad.times else "missing")
    told = " ".join(item["message"] for item in document.json["problems"])
    assert [words for words in bad.said if words not in told] == []
    assert (row["reason"] or "") == ("" if bad.loads else told)
    assert bad.name in screen.out or not bad.stage
    assert told in screen.words


def test_all_bad_plugins_together_change_nothing_either(recorded: Any, site: Site) -> None:
    """Beside every bad plugin at once the good plan's part is the same to the byte, and each of them is named once."""
    before = seen(recorded, code=0, alone=0)
    for bad in ALL:
        site.install(bad)
    enable(recorded, *ALL)

    assert seen(recorded, code=1, alone=1) == before
    problems = recorded("status", "--format", "json", code=1).json["problems"]
    assert [item["plugin"] for item in problems] == [bad.name for bad in sorted(ALL, key=lambda bad: bad.stage == "check") if bad.stage]


def test_the_list_of_plugins_keeps_to_the_width_of_a_screen(recorded: Any, site: Site) -> None:
    """However much a bad plugin has to say, no line of the list is longer than a hundred letters, but for a path, which is never cut."""
    for bad in ALL:
        site.install(bad)
    enable(recorded, *ALL)

    for lang in ("vi", "en"):
        for arguments in ((), ("--verbose",)):
            out = recorded("plugins", "list", *arguments, code=1, lang=lang).out
            assert [line for line in out.splitlines() if len(line) > 100 and max(map(len, line.split())) < 80] == []
            assert [bad.name for bad in ALL if bad.name not in out] == []


def test_ten_thousand_measures_are_refused_at_once(recorded: Any, site: Site) -> None:
    """A plan of ten thousand measures, as a loop that runs away makes it, is refused in less than two seconds."""
    [bad] = [bad for bad in ALL if bad.name == "ten_thousand"]
    site.install(bad)
    enable(recorded, bad)

    began = time.perf_counter()
    recorded("status", code=1)

    assert time.perf_counter() - began < 2
