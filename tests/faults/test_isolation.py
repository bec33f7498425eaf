"""Bad plugins, installed as pip would leave them: none changes a byte of what is said about the plans of the others."""

from __future__ import annotations

import codecs
import decimal
import gc
import importlib
import io
import json
import locale
import os
import sys
import textwrap
import time
import warnings
from collections.abc import Iterator, Mapping
from contextlib import suppress
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

import attrs
import pytest
from planmonitor import ADMINISTRATIVE, Figure, InvalidPlan, Known, Plan, Target, Task, Text, Unit, judge_plan
from planmonitor.registry.boundary import Failed, bounded
from planmonitor.registry.installed import LOCAL, prefix_of
from planmonitor.registry.loading import load

VAN_SON = "child-labour/van-son-2026-2030"

PARTS = '''
from datetime import date
from decimal import Decimal

from attrs import evolve
from planmonitor import (
    Check, Definition, Document, Finding, Indicator, InvalidPlan, Measure, Objective, Plan, Target, Text, Unit, hookimpl
)

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
    """A bad plugin.

    Attributes:
        name: Its name; what is wrong with it.
        stage: Where its problem is found; "" where it only misbehaves beside its work.
        said: What its problem says.
        body: Its code.
        target: What its entry point names where it is not its module.
        times: How many distributions offer it.
    """

    name: str
    stage: str
    said: tuple[str, ...]
    body: str = ""
    target: str | None = None
    times: int = 1

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
    Bad("misspelt", "hook", ("planmonitor_plan", "PluginValidationError, -)"), "@hookimpl\ndef planmonitor_plan():\n    return (PLAN,)"),
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
            metadata = self.folder / f"{module}-1.2.dist-info"
            metadata.mkdir()
            (metadata / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {distribution}\nVersion: 1.2\n", encoding="utf-8")
            (metadata / "entry_points.txt").write_text(f"[planmonitor]\n{bad.name} = {bad.target or module}\n", encoding="utf-8")
        importlib.invalidate_caches()


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """Return an empty folder on the import path; what is imported from it is forgotten afterwards."""
    folder = tmp_path / "site-packages"
    folder.mkdir()
    monkeypatch.syspath_prepend(folder)
    before, letters = set(sys.modules), locale.setlocale(locale.LC_CTYPE)
    yield Site(folder)
    gc.enable()
    locale.setlocale(locale.LC_CTYPE, letters)
    for name in set(sys.modules) - before:
        if str(getattr(sys.modules[name], "__file__", None)).startswith(str(folder)):
            del sys.modules[name]
    importlib.invalidate_caches()


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
    """However much a bad plugin has to say, no line of the list is longer than a hundred letters."""
    for bad in ALL:
        site.install(bad)
    enable(recorded, *ALL)

    for lang in ("vi", "en"):
        for arguments in ((), ("--verbose",)):
            out = recorded("plugins", "list", *arguments, code=1, lang=lang).out
            assert [line for line in out.splitlines() if len(line) > 100] == []
            assert [bad.name for bad in ALL if bad.name not in out] == []


def test_ten_thousand_measures_are_refused_at_once(recorded: Any, site: Site) -> None:
    """A plan of ten thousand measures, as a loop that runs away makes it, is refused in less than two seconds."""
    [bad] = [bad for bad in ALL if bad.name == "ten_thousand"]
    site.install(bad)
    enable(recorded, bad)

    began = time.perf_counter()
    recorded("status", code=1)

    assert time.perf_counter() - began < 2


# Around the boundary


def run_bounded(action: Any) -> None:
    """Run something inside the boundary, whatever comes of it."""
    with suppress(Failed):
        bounded("hook", action)


def test_what_would_change_other_answers_is_put_back(tmp_path: Path) -> None:
    """Current folder, decimal context, filters of warnings, import path and both streams are as before, also after a failure."""

    def move() -> None:
        os.chdir(tmp_path)
        decimal.getcontext().prec = 1
        warnings.simplefilter("always")
        sys.path.insert(0, str(tmp_path))
        sys.stdout = sys.stderr = io.StringIO()
        raise RuntimeError

    def state() -> tuple[Any, ...]:
        return Path.cwd(), decimal.getcontext().prec, list(warnings.filters), list(sys.path), sys.stdout, sys.stderr

    with decimal.localcontext(prec=28):
        before = state()
        run_bounded(move)
        assert state() == before


def wrap() -> None:
    """Wrap the streams in another encoding and throw the wrappers away, as scripts for Windows do."""
    sys.stdout = io.TextIOWrapper(sys.stdout.buffer, encoding="ascii")
    sys.stderr = io.TextIOWrapper(sys.stderr.buffer, encoding="ascii")


def detach() -> None:
    """Take the stream below standard output away, as scripts do that were written long ago."""
    sys.stdout = codecs.getwriter("utf-8")(sys.stdout.detach())  # type: ignore[union-attr, assignment]


def close() -> None:
    """Close both streams."""
    sys.stdout.close()
    sys.stderr.close()


@pytest.mark.parametrize("treat", [wrap, detach, close])
def test_whatever_a_plugin_does_to_its_streams_ours_stay_open(capsys: pytest.CaptureFixture[str], treat: Any) -> None:
    """A plugin that wraps, detaches or closes standard output and error does so to its own."""
    run_bounded(treat)
    gc.collect()
    sys.stdout.write("{}")
    sys.stderr.write("nghe rõ")

    assert capsys.readouterr() == ("{}", "nghe rõ")


def test_what_a_plugin_prints_is_kept_from_the_answer(capsys: pytest.CaptureFixture[str]) -> None:
    """What a plugin prints goes to standard error, in whatever letters."""
    run_bounded(lambda: sys.stdout.write("{ dưới \ud83d\n"))
    run_bounded(lambda: sys.stdout.buffer.write(b"\xff\n"))

    assert capsys.readouterr() == ("", "{ dưới \\ud83d\n\\xff\n")


def test_a_folder_that_is_gone_stops_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the current folder has been deleted, plugins still run."""
    gone = tmp_path / "gone"
    gone.mkdir()
    monkeypatch.chdir(gone)
    if sys.platform == "win32":
        pytest.skip("Windows keeps a folder that somebody stands in")
    gone.rmdir()

    assert bounded("hook", lambda: 7) == 7


@pytest.mark.parametrize("folder", ["planmonitor/plugins", "pluggy", "importlib"])
def test_a_plugin_keeps_its_lines_whatever_its_folder_is_called(tmp_path: Path, folder: str) -> None:
    """An error is told with the plugin's own file and line, also where its path looks like one of the framework's."""
    path = tmp_path / folder / "rates.py"
    path.parent.mkdir(parents=True)
    path.write_text("def look():\n    return 1 // 0\n", encoding="utf-8")
    names: dict[str, Any] = {}
    exec(compile(path.read_text(encoding="utf-8"), str(path), "exec"), names)

    with pytest.raises(Failed) as caught:
        bounded("check", names["look"])

    assert f"{path.parent.name}/rates.py:2" in str(caught.value.message)


def test_the_line_told_is_the_plugins_and_not_the_models(tmp_path: Path) -> None:
    """A value that the model refuses is told with the line of the plugin that made it, not with one of the framework."""
    path = tmp_path / "rates.py"
    path.write_text("from planmonitor import Text\n\n\ndef look():\n    return Text('', 'Rate')\n", encoding="utf-8")
    names: dict[str, Any] = {}
    exec(compile(path.read_text(encoding="utf-8"), str(path), "exec"), names)

    with pytest.raises(Failed) as caught:
        bounded("check", names["look"])

    assert "/rates.py:5" in str(caught.value.message)


def changeable(value: Any, path: str, walked: set[int]) -> Iterator[str]:
    """Yield where something that can be changed hangs on a value."""
    if id(value) in walked:
        return
    walked.add(id(value))
    if attrs.has(type(value)):
        parts = {name: getattr(value, name) for name in (item.name for item in attrs.fields(type(value)))} | getattr(value, "__dict__", {})
        with pytest.raises(attrs.exceptions.FrozenInstanceError):
            setattr(value, next(iter(parts)), None)
        for name, part in parts.items():
            yield from changeable(part, f"{path}.{name}", walked)
    elif isinstance(value, Mapping):
        if not isinstance(value, MappingProxyType):
            yield path
        for key, part in value.items():
            yield from changeable(part, f"{path}[{key}]", walked)
    elif isinstance(value, tuple):
        for part in value:
            yield from changeable(part, f"{path}[]", walked)
    elif isinstance(value, (list, set, bytearray)):
        yield path


def test_nothing_a_check_is_given_can_be_changed(recorded: Any) -> None:
    """Everything that hangs on an assessed plan is frozen: values of the model, tuples and read-only mappings."""
    plan = load(["child_labour"]).plans[VAN_SON]
    figure = Figure("child-labour/rate", "", "", ADMINISTRATIVE.year(2026), date(2026, 6, 1), numerator=3, denominator=90)
    judged_plan = judge_plan(plan, Known(figures=(figure,)), date(2026, 6, 30))
    judged_plan.unit_name("nobody")
    assert judged_plan.completeness is not None

    assert list(changeable(judged_plan, "assessed", set())) == []


# What the model refuses of a plan, wherever it comes from


@pytest.mark.parametrize("words", ["Tỷ lệ < 4%", "dưới <4%", "từ <5 đến >7", "a<4", "Tỷ lệ <", "nhỏ hơn < năm trước"])
def test_a_sign_of_comparison_is_no_markup(words: str) -> None:
    """A "<" before a figure or a space is what plans print."""
    assert Text(words, "Rate").vi == Task(words, "mục I", "lead").text == words


@pytest.mark.parametrize(
    "words", ["<b>Tỷ lệ", "Tỷ lệ</td>", "<!-- Tỷ lệ -->", "Tỷ lệ <A href=x>", "Tỷ\nlệ", "Tỷ \x1b[2J lệ", "Tỷ \udcff lệ", "Tỷ \u202e lệ"]
)
def test_text_that_would_not_be_shown_as_it_stands_is_refused(words: str) -> None:
    """Tags, control characters, halves of letters and marks that turn the writing are refused in every text, naming the part."""
    with pytest.raises(InvalidPlan, match="vi"):
        Text(words, "Rate")
    with pytest.raises(InvalidPlan, match="en"):
        Text("Tỷ lệ", words)
    with pytest.raises(InvalidPlan, match="Task: field 'text'"):
        Task(words, "mục I", "lead")


def plan_of(measures: int = 1, units: tuple[Unit, ...] = (), **changes: Any) -> Plan:
    """Return the plan of the bad plugins, with so many measures and with these units."""
    names: dict[str, Any] = {"PREFIX": "test"}
    exec(PARTS, names)
    plan: Plan = names["PLAN"]
    [indicator] = plan.indicators
    counted = tuple(attrs.evolve(indicator.measures[0], code=str(number)) for number in range(measures))
    return attrs.evolve(plan, units=units, indicators=(attrs.evolve(indicator, measures=counted),), **changes)


def test_a_plan_holds_a_thousand_measures_and_no_more() -> None:
    """A thousand measures are taken, one more is refused, and both numbers are named."""
    assert len(plan_of(1000).measures) == 1000
    with pytest.raises(InvalidPlan, match=r"1001.*1000"):
        plan_of(1001)


@pytest.mark.parametrize(
    "second",
    [
        Unit("to-b", "Tổ A"),
        Unit("to-b", "tổ  a"),
        Unit("to-b", "Tổ B", also=("Tổ A",)),
        Unit("to-b", "Tổ B", also=("Tổ một",)),
        Unit("to-b", "Tổ một", also=("Tổ A",)),
    ],
)
def test_a_name_belongs_to_one_unit_only(second: Unit) -> None:
    """Two units with one name, however it is spelt and whether as name or as other name, are refused, and both are named."""
    with pytest.raises(InvalidPlan, match=r"'to-a' and 'to-b'"):
        plan_of(units=(Unit("to-a", "Tổ A", also=("Tổ một",)), second))


def test_units_with_names_of_their_own_are_taken() -> None:
    """Names that differ in a tone are two names; another way of printing its own name is no second unit."""
    units = (Unit("ha", "Sơn Hà", also=("SƠN HÀ",)), Unit("ha-2", "Sơn Hạ"))
    assert plan_of(units=units).units == units


def test_a_unit_does_not_repeat_its_own_name() -> None:
    """A unit that lists its own name among its other names is refused."""
    with pytest.raises(InvalidPlan, match=r"Unit 'to-a': field 'also'.*Tổ A"):
        Unit("to-a", "Tổ A", also=("Tổ B", "Tổ A"))


@pytest.mark.parametrize(("field", "day"), [("start", date(1, 1, 1)), ("start", date(1900, 12, 31)), ("end", date(2200, 1, 1)), ("end", date.max)])
def test_a_plan_has_days_of_our_time(field: str, day: date) -> None:
    """A day that stands for "no end" is refused: a report would be owed for every year until then."""
    with pytest.raises(InvalidPlan, match=f"'{field}'.*{day}"):
        plan_of(**{field: day})


@pytest.mark.parametrize("figure", ["1E+31", "1E-31", "-9E+999999"])
def test_a_figure_has_no_more_digits_than_can_be_worked_with(figure: str) -> None:
    """A figure of more than thirty digits on either side of the point is refused; one of thirty is taken."""
    with pytest.raises(InvalidPlan, match=r"'value'.*digits"):
        Target("<", decimal.Decimal(figure), "dưới 4%")
    assert Target("<", decimal.Decimal("1E-30"), "dưới 4%").value == decimal.Decimal("1E-30")
