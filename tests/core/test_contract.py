"""The contract says of every rule where a plugin breaks it: real plugins, each sound but for one line."""

from __future__ import annotations

import importlib
import os
import subprocess
import sys
import unicodedata
from collections.abc import Iterator
from pathlib import Path

import pytest
from planmonitor.contract.breaches import Breach
from planmonitor.contract.examination import RULES, examine
from planmonitor.contract.importing import Deed, roots_of, watch
from planmonitor.registry.loading import load
from planmonitor.testing import PlanContract

SOUND = """
from datetime import date
from decimal import Decimal

from planmonitor import (
    Baseline, Card, Check, Definition, Document, Duty, Indicator, Measure, Milestone, Objective, OpenQuestion, Place, Plan,
    Programme, Responsibility, Target, Task, Text, Unit, hookimpl
)

DOCUMENT = Document(title=Text("Kế hoạch thử", "A plan for a test"), issuer="UBND xã Thử", implements=("Văn bản thử",))
LINE = DOCUMENT.at("mục I.1", "Phấn đấu 70% trở lên trẻ em được hướng dẫn; không để xảy ra vụ việc nào.")


def informed(counts="people"):
    return Definition(
        key="trial/informed", label=Text("Tỷ lệ trẻ em được hướng dẫn", "Children instructed"), kind="ratio", counts=counts,
        over_time="cumulative", noun=Text("trẻ em", "children"), numerator=Text("Trẻ em được hướng dẫn", "Instructed"),
        denominator=Text("Trẻ em", "Children"),
    )


CASES = Definition(
    key="trial/cases", label=Text("Số vụ", "Cases"), kind="count", counts="cases", over_time="count", noun=Text("vụ", "cases")
)
SCHOOL = Unit("truong-thu", "Trường thử", (Task("Hướng dẫn trẻ em.", "mục II", "implement"),))
OWNED = (Responsibility("truong-thu", "implement", reports=True),)
PLAN = Plan(
    id="trial/plan",
    title=Text("Kế hoạch thử", "A plan for a test"),
    document=DOCUMENT,
    programme="trial",
    place=Place("commune", "xã Thử", "00000", "tỉnh Thử"),
    start=date(2026, 1, 1),
    end=date(2027, 12, 31),
    objectives=(Objective("1", "Mục tiêu thử"),),
    indicators=(
        Indicator("1", "1", "Dòng thử", (
            Measure("1a", Text("Trẻ em được hướng dẫn", "Children instructed"), informed(), Target(">=", 70, "70% trở lên"), LINE, OWNED),
            Measure("1b", Text("Số vụ", "Cases"), CASES, Target("==", 0, "không để xảy ra", kind="zero_incident"), LINE, OWNED),
        )),
        Indicator("DH", "1", "Định hướng thử", (
            Measure(
                "DH", Text("Số vụ", "Cases"), CASES, source=LINE,
                targets=Target("==", 0, "không để xảy ra", "zero_incident", "orientation", due=date(2030, 12, 31)),
            ),
        )),
    ),
    units=(SCHOOL,),
    duties=(
        Duty("annual", "dated", "trước ngày 25/11", LINE, ("truong-thu",), recipient="UBND xã Thử", period="year", last_day="11-24"),
        Duty("summary", "undated", "theo quy định", LINE, ("truong-thu",)),
    ),
    questions=(OpenQuestion("owner", "measure:1a", Text("Ai cung cấp số liệu?", "Who supplies the figure?"), "units"),),
)
CHECKS = (Check("trial/nothing", "notice", Text("Kiểm tra thử", "A check for a test"), lambda judged_plan: (), plans=("trial/plan",)),)


@hookimpl
def planmonitor_programmes():
    return (Programme("trial", Text("Chương trình thử", "A programme for a test"), DOCUMENT, definitions=(informed(),)),)


@hookimpl
def planmonitor_plans():
    return (PLAN,)


@hookimpl
def planmonitor_checks():
    return CHECKS
"""
NFD = unicodedata.normalize("NFD", "Sở")
MEASURE = 'Target(">=", 70, "70% trở lên"), LINE, OWNED'


class Site:
    """A folder on the import path in which plugins are installed, each a package and its distribution's metadata."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def install(self, name: str, *edits: tuple[str, str], distribution: str | None = None, **files: str) -> None:
        """Install the sound plugin under a name, with some words of it replaced and some modules added."""
        body = SOUND.replace("trial", name)
        for old, new in edits:
            assert old in body, old
            body = body.replace(old, new)
        package = self.folder / f"trial_{name}"
        package.mkdir()
        for module, text in {"__init__": body, **files}.items():
            (package / f"{module}.py").write_text(text, encoding="utf-8")
        metadata = self.folder / f"trial_{name}-1.2.dist-info"
        metadata.mkdir()
        (metadata / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {distribution or f'trial-{name}'}\nVersion: 1.2\n", encoding="utf-8")
        (metadata / "entry_points.txt").write_text(f"[planmonitor]\n{name} = trial_{name}\n", encoding="utf-8")
        importlib.invalidate_caches()


@pytest.fixture
def site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    """Return an empty folder on the import path; what is imported from it is forgotten afterwards."""
    folder = tmp_path / "site-packages"
    folder.mkdir()
    monkeypatch.syspath_prepend(folder)
    yield Site(folder)
    for name in [name for name in sys.modules if name.startswith("trial_")]:
        del sys.modules[name]
    importlib.invalidate_caches()


def only(breaches: tuple[Breach, ...], rule: str) -> Breach:
    """Return the one breach there is, of that rule."""
    assert [breach.rule for breach in breaches] == [rule], "\n".join(map(str, breaches))
    return breaches[0]


# All rules


def test_a_sound_plugin_breaks_no_rule(site: Site) -> None:
    """A plugin that keeps everything passes the whole contract."""
    site.install("trial")

    assert examine("trial") == ()


def test_the_plans_that_come_with_the_framework_pass() -> None:
    """The bundled plans are held to the rules that strangers' plans are held to."""
    assert examine("child_labour") == ()


BROKEN = {
    "a last day that the rule excludes": (
        ("calendar", "trial/plan", "duties annual", "means 11-24", "excludes the day"),
        ('last_day="11-24"', 'last_day="11-25"'),
    ),
    "a last day before the one that the rule includes": (
        ("calendar", "trial/plan", "duties annual", "means 11-25", "includes it"),
        ('"trước ngày 25/11"', '"chậm nhất ngày 25/11"'),
    ),
    "a figure cut out of a longer one": (
        ("clauses", "trial/plan", "indicators 1a, targets", "do not stand in the clause", "Quote the words"),
        ("Phấn đấu 70%", "Phấn đấu 170%"),
    ),
    "a check that takes figures for granted": (
        ("checks", "trial/nothing", "trial/plan", "without any figure it fails", "not_judged"),
        ("lambda judged_plan: ()", "lambda judged_plan: judged_plan.figures[0]"),
    ),
    "a definition of the programme outside the prefix": (
        ("ids", "trial", "definitions other/informed", "'other/informed' lies outside the prefix 'trial/'", "begin with 'trial/'"),
        ('key="trial/informed"', 'key="other/informed"'),
    ),
    "a question about a measure that is not there": (
        ("references", "trial/plan", "questions owner, about", "no measure '1z'", "Did you mean: 1a"),
        ('"measure:1a"', '"measure:1z"'),
    ),
    "a question about a unit that is not there": (
        ("references", "trial/plan", "questions owner, about", "no unit 'truong-tu'", "Did you mean: truong-thu"),
        ('"measure:1a"', '"unit:truong-tu"'),
    ),
    "a question about a duty that is not there": (
        ("references", "trial/plan", "questions owner, about", "no duty 'anual'", "Did you mean: annual"),
        ('"measure:1a"', '"duty:anual"'),
    ),
    "a programme that nobody sets up": (
        ("references", "trial/plan", "programme", "no programme 'trail'", "Did you mean: trial"),
        ('programme="trial"', 'programme="trail"'),
    ),
    "its own programme, not set up": (
        ("references", "trial/plan", "programme", "no programme 'trial'", "child-labour"),
        ("return (Programme(", "return () and (Programme("),
    ),
    "a check of a plan that is not there": (
        ("references", "trial/nothing", "plans", "no plan 'trial/plans'", "Did you mean: trial/plan"),
        ('plans=("trial/plan",)', 'plans=("trial/plans",)'),
    ),
    "one key, two definitions": (
        (
            "definitions",
            "trial/plan",
            "indicators 1a, definition",
            "counted differently in trial (definitions trial/informed): counts",
            "key of its own",
        ),
        ('instructed"), informed()', 'instructed"), informed("households")'),
    ),
    "a clause that is no sentence": (
        ("sources", "trial/plan", "duties summary, source, clause", "the clause is empty", "Quote the sentence"),
        ('"theo quy định", LINE', '"theo quy định", DOCUMENT.at("mục III", "…")'),
    ),
    "a section that is none": (
        ("sources", "trial/plan", "duties summary, source, section", "the section is empty", "where the sentence stands"),
        ('"theo quy định", LINE', '"theo quy định", DOCUMENT.at("-", "Báo cáo theo quy định.")'),
    ),
    "a document without a title": (
        ("sources", "trial/plan", "document, title", "has no title", "what the document is called"),
        ('Document(title=Text("Kế hoạch thử", "A plan for a test")', 'Document(title=Text("…", "...")'),
    ),
    "Vietnamese in place of the English": (
        ("languages", "trial/plan", "indicators 1, measures 1b, label", "the English of 'Số vụ' is missing", "Write the English"),
        ('"1b", Text("Số vụ", "Cases")', '"1b", Text("Số vụ", "Số vụ")'),
    ),
    "a check without English": (
        ("languages", "trial/nothing", "title", "the English of 'Kiểm tra thử' is missing", "Write the English"),
        ('Text("Kiểm tra thử", "A check for a test")', 'Text("Kiểm tra thử", "Kiểm tra thử")'),
    ),
    "a comparator that the words do not ask for": (
        ("comparators", "trial/plan", "indicators 1a, targets", "the words '70% trở lên' want '>=', the target has '>'", "Read the clause again"),
        ('Target(">=", 70', 'Target(">", 70'),
    ),
    "words that the clause does not print": (
        ("clauses", "trial/plan", "indicators 1a, targets", "the words 'trên địa bàn' do not stand in the clause", "as the clause prints them"),
        ('"70% trở lên")', '"70% trở lên … trên địa bàn")'),
    ),
    "the far end of a range as the bar": (
        ("comparators", "trial/plan", "indicators 1a, targets", "the words '70-80%' give the bar 70, the target has 80", "Write 70"),
        (MEASURE, 'Target(">=", 80, "70-80%"), DOCUMENT.at("mục I", "Đạt 70-80% trẻ em."), OWNED'),
    ),
    "a case allowed where none may occur": (
        ("comparators", "trial/plan", "indicators 1b, targets", "ask for a target of the kind 'zero_incident'", "Write the kind"),
        ('"không để xảy ra", kind="zero_incident"), LINE, OWNED', '"không để xảy ra"), LINE, OWNED'),
    ),
    "a figure that the words do not print": (
        ("clauses", "trial/plan", "indicators 1a, targets", "the bar 75 is not the figure printed", "the figure that the clause prints"),
        ('Target(">=", 70', 'Target(">=", 75'),
    ),
    "a base figure without a source": (
        ("baselines", "trial/plan", "indicators 1a, targets, baseline", "the figure of 2025 has no source", "Cite the sentence"),
        (MEASURE, 'Target(">=", 70, "70% trở lên", baseline=Baseline(2025, 50, 100)), LINE, OWNED'),
    ),
    "a share of the base year without its whole": (
        ("baselines", "trial/plan", "indicators 1a, targets, baseline", "the figure of 2025 has no denominator", "Give both counts"),
        (MEASURE, 'Target(">=", 70, "70% trở lên", baseline=Baseline(2025, 50, source=LINE)), LINE, OWNED'),
    ),
    "a dated report that nobody owes": (
        ("calendar", "trial/plan", "duties annual", "nobody owes this dated report in 2026, 2027", "Name its reporters"),
        ('"trước ngày 25/11", LINE, ("truong-thu",)', '"trước ngày 25/11", LINE, ()'),
    ),
    "a target due after the plan": (
        ("calendar", "trial/plan", "indicators 1a, targets", "the due date 2030-12-31 lies after the end of the plan, 2027-12-31", "'orientation'"),
        (MEASURE, 'Target(">=", 70, "70% trở lên", due=date(2030, 12, 31)), LINE, OWNED'),
    ),
    "a target due before the plan": (
        ("calendar", "trial/plan", "indicators 1a, targets", "the due date 2025-12-31 lies before the bar applies, 2026-01-01", "Compare the dates"),
        (MEASURE, 'Target(">=", 70, "70% trở lên", due=date(2025, 12, 31)), LINE, OWNED'),
    ),
    "a bar that ends before it begins": (
        ("calendar", "trial/plan", "indicators 1a, targets", "the last day 2025-06-30 of the bar lies before its first", "Compare the dates"),
        (MEASURE, 'Target(">=", 70, "70% trở lên", valid_to=date(2025, 6, 30)), LINE, OWNED'),
    ),
    "a milestone on the due date": (
        ("calendar", "trial/plan", "indicators 1a, targets", "the milestone of 2027-12-31 does not lie between", "Compare the dates"),
        (MEASURE, 'Target(">=", 70, "70% trở lên", milestones=(Milestone(date(2027, 12, 31), 50, LINE),)), LINE, OWNED'),
    ),
    "a milestone before the plan": (
        ("calendar", "trial/plan", "indicators 1a, targets", "the milestone of 2025-12-31 does not lie between", "Compare the dates"),
        (MEASURE, 'Target(">=", 70, "70% trở lên", milestones=(Milestone(date(2025, 12, 31), 50, LINE),)), LINE, OWNED'),
    ),
    "a year of assessment outside the plan": (
        ("calendar", "trial/plan", "indicators 1a, targets", "the assessed year 2028 is no year of the plan", "Compare the dates"),
        (MEASURE, 'Target(">=", 70, "70% trở lên", assessed_years=(2027, 2028)), LINE, OWNED'),
    ),
    "an import from deeper inside": (
        ("public-api", "trial", "trial_trial/__init__.py:2", "'planmonitor.model.plans.Plan', which planmonitor does not export", "one by one"),
        ("\nfrom datetime import date\n", "\nfrom planmonitor.model.plans import Plan; from datetime import date\n"),
    ),
    "an import of the whole framework": (
        ("public-api", "trial", "trial_trial/__init__.py:2", "'planmonitor', which planmonitor does not export", "from planmonitor import Plan"),
        ("\nfrom datetime import date\n", "\nimport planmonitor; from datetime import date\n"),
    ),
    "an import of what is not exported": (
        ("public-api", "trial", "trial_trial/__init__.py:2", "'planmonitor.names', which planmonitor does not export", "one by one"),
        ("\nfrom datetime import date\n", "\nfrom planmonitor import names; from datetime import date\n"),
    ),
    "an import of the command line": (
        ("public-api", "trial", "trial_trial/__init__.py:2", "'planmonitor_cli.output' of the command line", "leave what is printed"),
        ("\nfrom datetime import date\n", "\nimport planmonitor_cli.output; from datetime import date\n"),
    ),
    "an import of another plugin": (
        ("public-api", "trial", "trial_trial/__init__.py:2", "'planmonitor_child_labour' of another plugin", "by its key in the plan file"),
        ("\nfrom datetime import date\n", "\nfrom planmonitor_child_labour import checks; from datetime import date\n"),
    ),
    "a clock read at import": (
        ("quiet-import", "trial", "trial_trial/__init__.py:2", "reads the clock (date.today)", "takes today from 'as_of'"),
        ("\nfrom datetime import date\n", "\nfrom datetime import date; TODAY = date.today()\n"),
    ),
    "a file read at import": (
        ("quiet-import", "trial", "trial_trial/__init__.py:2", "touches the disk (open __init__.py)", "inside the function that needs it"),
        ("\nfrom datetime import date\n", "\nimport pathlib; pathlib.Path(__file__).read_bytes(); from datetime import date\n"),
    ),
    "a network used at import": (
        ("quiet-import", "trial", "trial_trial/__init__.py:2", "uses the network (socket.__new__", "without a network"),
        ("\nfrom datetime import date\n", "\nimport socket; socket.socket().close(); from datetime import date\n"),
    ),
    "a program started at import": (
        ("quiet-import", "trial", "trial_trial/__init__.py:2", "starts another program (os.system", "plan files and checks"),
        ("\nfrom datetime import date\n", "\nimport os; os.system('exit 0'); from datetime import date\n"),
    ),
}


@pytest.mark.parametrize(("expected", "edit"), BROKEN.values(), ids=BROKEN)
def test_a_broken_rule_is_named_with_plan_field_and_cure(site: Site, expected: tuple[str, ...], edit: tuple[str, str]) -> None:
    """A plugin that breaks one rule is told which, in which plan, at which field, what is wrong and what to do."""
    rule, plan, field, wrong, cure = expected
    site.install("trial", edit)

    breach = only(examine("trial"), rule)

    assert (breach.plan, breach.field) == (plan, field)
    assert wrong in str(breach.message)
    assert cure in str(breach.cure)
    assert str(breach) == f"{plan}: {field}: {breach.message}. Cure: {breach.cure}"


def test_every_rule_is_seen_broken() -> None:
    """No rule of the contract goes without a plugin that breaks it here; what does not load is told below."""
    assert {expected[0] for expected, _edit in BROKEN.values()} | {"loads"} == {rule.name for rule in RULES}


# Loading


@pytest.mark.parametrize(
    ("edit", "stage", "said"),
    [
        (('Target(">=", 70,', 'Target(">=", 70.5,'), "import", ("Target", "value")),
        (('"1b", Text("Số vụ"', f'"1b", Text("{NFD}"'), "import", ("NFC",)),
        (("LINE, OWNED),\n        )", 'LINE, (Responsibility("truong", "lead"),)),\n        )'), "import", ("1b", "unit 'truong' does not exist")),
        ((MEASURE, 'Target("maintain", None, "duy trì, tăng", kind="maintain"), LINE, OWNED'), "import", ("baseline",)),
        (('id="trial/plan"', 'id="other/plan"'), "hook", ("'other/plan' lies outside the prefix 'trial/'",)),
        (("def planmonitor_plans", "def planmonitor_plan"), "hook", ("planmonitor_plan",)),
    ],
    ids=["a float", "not composed", "a unit that is not there", "maintain without a baseline", "outside the prefix", "misspelt hook"],
)
def test_what_does_not_load_is_one_breach(site: Site, edit: tuple[str, str], stage: str, said: tuple[str, ...]) -> None:
    """Of a plugin that does not load just that is said, with the part and the field that the framework refuses, and what to do."""
    site.install("trial", edit)

    breach = only(examine("trial"), "loads")

    assert (breach.plan, breach.field) == ("trial", stage)
    assert [words for words in said if words not in str(breach.message)] == []
    assert "Correct the" in str(breach.cure)


def test_what_is_not_installed_is_told_to_be(site: Site) -> None:
    """A name that nobody offers breaks the first rule, and the cure is to install it."""
    breach = only(examine("absent"), "loads")

    assert (breach.plan, breach.field) == ("absent", "find")
    assert "pip install" in str(breach.cure)


# Definitions shared by several plugins


def test_plugins_examined_together_share_their_definitions(site: Site) -> None:
    """Two plugins that count differently under one key are both told so, and who the other is; alone neither breaks anything."""
    own = ("definitions=(informed(),)", "definitions=()")
    site.install("first", own, ('key="first/informed"', 'key="shared/informed"'))
    site.install("second", own, ('key="second/informed"', 'key="shared/informed"'), ('counts="people"', 'counts="households"'))
    loaded = load(["first", "second"]).loaded

    found = [examine(one, loaded) for one in loaded]

    assert [examine(one) for one in loaded] == [(), ()]
    assert [only(breaches, "definitions").plan for breaches in found] == ["first/plan", "second/plan"]
    assert "counted differently in second/plan (indicators 1a, definition): counts" in str(found[0][0].message)


def test_plugins_that_count_alike_may_share_a_key(site: Site) -> None:
    """One definition in two plugins is what shared keys are for."""
    for name in ("first", "second"):
        site.install(
            name,
            ("definitions=(informed(),)", "definitions=()"),
            (f'key="{name}/informed"', 'key="shared/informed"'),
            (f'"{name}/cases"', '"shared/cases"'),
        )
    loaded = load(["first", "second"]).loaded

    assert [examine(one, loaded) for one in loaded] == [(), ()]


# What honest plans do


HONEST = {
    "words left out between the pieces": ('"70% trở lên")', '"Phấn đấu … trở lên")'),
    "accents placed the other way, and another case": ('"Phấn đấu 70% trở lên trẻ em', '"Phấn đấu 70 % TRỞ LÊN trẻ em hoà thuận'),
    "a figure with a decimal comma": (
        MEASURE, 'Target(">=", Decimal("70.5"), "70,5% trở lên"), DOCUMENT.at("mục I", "Đạt 70,5% trở lên."), OWNED',
    ),
    "a thousand with its point": (
        'Target("==", 0, "không để xảy ra", kind="zero_incident"), LINE',
        'Target(">=", 1000, "ít nhất 1.000"), DOCUMENT.at("mục I", "Tổ chức ít nhất 1.000 lượt.")',
    ),
    "a last day in words that decide none": ('"trước ngày 25/11"', '"trước 17 giờ ngày 25/11"'),
    "a thousand with its space": (
        'Target("==", 0, "không để xảy ra", kind="zero_incident"), LINE',
        'Target(">=", 10000, "ít nhất 10 000"), DOCUMENT.at("mục I", "Tổ chức ít nhất 10 000 lượt.")',
    ),
    "a figure spelled out": (MEASURE, 'Target(">=", 50, "một nửa"), DOCUMENT.at("mục I", "Ít nhất một nửa trẻ em từ 5 tuổi."), OWNED'),
    "a fall against a base year": (
        'Target("==", 0, "không để xảy ra", kind="zero_incident"), LINE',
        'Target("<=", -5, "giảm 5-10%", kind="relative_change", upper=-10, baseline=Baseline(2025)), DOCUMENT.at("mục I", "Hằng năm giảm 5-10%.")',
    ),
    "a milestone on the way": (MEASURE, 'Target(">=", 70, "70% trở lên", milestones=(Milestone(date(2026, 12, 31), 50, LINE),)), LINE, OWNED'),
    "an amended bar": (
        MEASURE,
        '(Target(">=", 70, "70% trở lên", valid_to=date(2026, 6, 30)), Target(">=", 70, "70% trở lên", valid_from=date(2026, 7, 1))), LINE, OWNED',
    ),
    "a number of a document as its title": ('Text("Kế hoạch thử", "A plan for a test"), issuer', 'Text("00/QĐ-TTg", "00/QĐ-TTg"), issuer'),
    "the name of a place as it is": ('"1b", Text("Số vụ", "Cases")', '"1b", Text("Thử Nghiệm Sơn", "Thử Nghiệm Sơn")'),
    "an import for type checkers only": (
        "\nfrom datetime import date\n",
        "\nfrom typing import TYPE_CHECKING\nfrom datetime import date\nif TYPE_CHECKING:\n    from planmonitor.assessment.figures import Figure\n",
    ),
    "an import of itself": ("\nfrom datetime import date\n", "\nfrom datetime import date\nif date is None:\n    import trial_trial\n"),
    "the clock and the disk inside a function": (
        "lambda judged_plan: ()",
        "lambda judged_plan: [date.today(), __import__('pathlib').Path(__file__).read_bytes()][:0]",
    ),
}  # fmt: skip


@pytest.mark.parametrize("edit", HONEST.values(), ids=HONEST)
def test_honest_plans_pass(site: Site, edit: tuple[str, str]) -> None:
    """What a plan rightly does is no breach."""
    site.install("trial", edit)

    assert examine("trial") == ()


# Files of a plugin


def test_every_file_of_a_plugin_is_read_for_its_imports(site: Site) -> None:
    """A file that nothing imports yet counts too, one that is no Python is named, and tests packed with a plugin do not count."""
    site.install("trial", later="from planmonitor.storage import Database\n", torn="def look(:\n")
    (site.folder / "trial_trial" / "tests").mkdir()
    (site.folder / "trial_trial" / "tests" / "test_it.py").write_text("from planmonitor.testing import PlanContract\n", encoding="utf-8")

    breaches = examine("trial")

    assert [(breach.rule, breach.field) for breach in breaches] == [("public-api", "trial_trial/later.py:1"), ("public-api", "trial_trial/torn.py:1")]


def test_a_plugin_may_be_a_single_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Where a plugin is one module, that file and nothing beside it is the plugin."""
    monkeypatch.syspath_prepend(tmp_path)
    (tmp_path / "trial_alone.py").write_text("import trial_beside\nimport time\nNOW = time.time()\n", encoding="utf-8")
    (tmp_path / "trial_beside.py").write_text("NOW = __import__('time').time()\n", encoding="utf-8")

    assert roots_of("trial_alone") == (tmp_path / "trial_alone.py",)
    assert watch("trial_alone").deeds == (Deed("clock", "time.time", "trial_alone.py:3"),)


# Watching an import


def watched(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, **files: str) -> list[tuple[str, str, str]]:
    """Write a package of these files and return what its import does."""
    monkeypatch.syspath_prepend(tmp_path)
    (tmp_path / "trial_watched").mkdir()
    for module, body in {"__init__": text, **files}.items():
        (tmp_path / "trial_watched" / f"{module}.py").write_text(body, encoding="utf-8")
    found = watch("trial_watched")
    assert (found.error, found.late) == ("", False)
    return [(deed.kind, deed.what, deed.where) for deed in found.deeds]


def test_reading_its_own_code_is_no_deed_of_a_plugin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Modules that a plugin imports, its own and others', are read by the import; what they do at their import is theirs."""
    heavy = "import json, sqlite3, logging, zoneinfo, random, uuid, decimal, csv, http.client\nfrom . import part\n"

    assert watched(tmp_path, monkeypatch, heavy, part="import planmonitor\n") == []


@pytest.mark.parametrize(
    ("line", "kind", "what"),
    [
        ("open(__file__).close()", "disk", "open part.py"),
        ("__import__('pkgutil').get_data(__package__, 'part.py')", "disk", "open part.py"),
        ("from importlib.resources import files; files(__package__).joinpath('part.py').read_text('utf-8')", "disk", "open part.py"),
        ("import os; os.listdir('.')", "disk", "os.listdir ."),
        ("import sqlite3; sqlite3.connect(':memory:').close()", "disk", "sqlite3.connect :memory:"),
        ("import socket; socket.getaddrinfo('localhost', 1)", "network", "socket.getaddrinfo localhost"),
        ("import subprocess, sys; subprocess.run([sys.executable, '-V'], capture_output=True)", "program", "subprocess.Popen"),
        ("import datetime; datetime.datetime.now()", "clock", "datetime.now"),
        ("import datetime; datetime.datetime.now(datetime.timezone.utc)", "clock", "datetime.now"),
        ("from datetime import date as day; day.today()", "clock", "date.today"),
        ("from time import time_ns; time_ns()", "clock", "time.time_ns"),
        ("import time; time.localtime()", "clock", "time.localtime"),
    ],
)
def test_a_deed_is_found_in_a_file_inside_a_plugin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, line: str, kind: str, what: str) -> None:
    """What a file of the plugin does while it is imported is found, with the line, through whatever it does it."""
    found = watched(tmp_path, monkeypatch, "from . import part\n", part=f"\n{line}\n")

    assert (kind, "trial_watched/part.py:2") in [(deed[0], deed[2]) for deed in found]
    assert any(deed[1].startswith(what) for deed in found), found


def test_what_a_plugin_prints_does_not_get_into_the_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A plugin that prints, writes to the descriptor or has a child print is watched all the same."""
    text = "import os, sys\nprint('{')\nos.write(1, b'}')\nsys.__stdout__.write('[')\nfrom datetime import date\ndate.today()\n"

    assert watched(tmp_path, monkeypatch, text) == [("clock", "date.today", "trial_watched/__init__.py:6")]


def test_an_import_that_does_not_end_is_cut_off(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A plugin that hangs at import is given up after the limit."""
    monkeypatch.syspath_prepend(tmp_path)
    (tmp_path / "trial_slow.py").write_text("import threading\nthreading.Event().wait()\n", encoding="utf-8")

    assert watch("trial_slow", limit=2).late


@pytest.mark.parametrize(("text", "said"), [("import os\nos._exit(7)\n", "exit 7"), ("raise RuntimeError('not here')\n", "RuntimeError: not here")])
def test_an_import_that_fails_on_its_own_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str, said: str) -> None:
    """A plugin that ends its process or raises there is told how it ended."""
    monkeypatch.syspath_prepend(tmp_path)
    (tmp_path / "trial_failing.py").write_text(text, encoding="utf-8")

    assert watch("trial_failing").error == said


def test_a_plugin_that_only_imports_where_it_stands_is_told_so(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """A plugin that loads here and not in a process of its own breaks the rule on importing."""
    site.install("trial", ("\nfrom datetime import date\n", "\nimport trial_here; from datetime import date\n"))
    monkeypatch.setitem(sys.modules, "trial_here", sys)

    breach = only(examine("trial"), "quiet-import")

    assert "ModuleNotFoundError" in str(breach.message)
    assert "python -c 'import trial_trial'" in str(breach.cure)


# The suite


def test_the_suite_has_one_test_for_every_rule() -> None:
    """Each rule is a test of its own in `PlanContract`, named after it, and says what must hold."""
    tests = {name.removeprefix("test_").replace("_", "-"): getattr(PlanContract, name) for name in vars(PlanContract) if name.startswith("test_")}

    assert list(tests) == [rule.name for rule in RULES]
    assert [name for name, test in tests.items() if not test.__doc__] == []


def run_suite(folder: Path, text: str, *, code: int) -> str:
    """Run pytest on a file of suites in a process of its own and return what it prints."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "test_suites.py").write_text(f"from planmonitor.testing import PlanContract\n{text}", encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-p", "no:randomly", "-W", "error", "-rsf", "--color=no", "test_suites.py"]
    ended = subprocess.run(command, cwd=folder, capture_output=True, check=False, encoding="utf-8", env=environment(folder))
    assert ended.returncode == code, ended.stdout + ended.stderr
    return ended.stdout


def environment(folder: Path) -> dict[str, str]:
    """Return the environment of a run of pytest in which the plugins of the site are installed."""
    return {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path), "PYTHONUTF8": "1", "COLUMNS": "200", "PYTEST_ADDOPTS": f"--rootdir={folder}"}


def test_the_one_line_suite_of_a_sound_plugin_passes(site: Site, tmp_path: Path) -> None:
    """Three lines are a whole suite, without a warning; the class they inherit from is no suite of its own."""
    site.install("trial")

    said = run_suite(tmp_path / "suite", 'class TestTrial(PlanContract):\n    plugin = "trial"\n', code=0)

    assert f"{len(RULES)} passed" in said
    assert "warning" not in said


def test_the_suite_of_a_broken_plugin_names_plan_field_and_cure(site: Site, tmp_path: Path) -> None:
    """Each rule broken is one failure that says where and what to do; the others pass."""
    site.install("trial", ('Target(">=", 70', 'Target(">", 70'), ('"theo quy định", LINE', '"theo quy định", DOCUMENT.at("mục III", "…")'))

    said = run_suite(tmp_path / "suite", 'class TestTrial(PlanContract):\n    plugin = "trial"\n', code=1)

    assert f"2 failed, {len(RULES) - 2} passed" in said
    assert "FAILED test_suites.py::TestTrial::test_comparators" in said
    assert "trial/plan: indicators 1a, targets: the words '70% trở lên' want '>=', the target has '>'. Cure: Read the clause again" in said
    assert "trial/plan: duties summary, source, clause: the clause is empty. Cure: Quote the sentence" in said


def test_a_suite_for_what_does_not_load_fails_once(site: Site, tmp_path: Path) -> None:
    """Where the plugin does not load, one test fails with the reason; what could not be looked at is skipped, never passed."""
    text = 'class TestAbsent(PlanContract):\n    plugin = "absent"\n'

    said = run_suite(tmp_path / "suite", text, code=1)

    assert f"1 failed, {len(RULES) - 1} skipped" in said
    assert "absent: find: it is enabled but not installed" in said
    assert "see test_loads" in said


def test_a_suite_that_names_no_plugin_says_how(tmp_path: Path) -> None:
    """A suite without `plugin` fails with the line that is missing."""
    said = run_suite(tmp_path / "suite", "class TestNothing(PlanContract):\n    pass\n", code=1)

    assert 'TestNothing does not say which plugin it is for: write  plugin = "NAME"  in the class.' in said


def plan_folder(folder: Path, distribution: str) -> Path:
    """Write the pyproject.toml of a plan folder that registers `trial`, and return where its tests lie."""
    folder.mkdir(exist_ok=True)
    registered = f'[project]\nname = "{distribution}"\nversion = "1.2"\n[project.entry-points.planmonitor]\ntrial = "trial_trial"\n'
    (folder / "pyproject.toml").write_text(registered, encoding="utf-8")
    return folder / "tests"


@pytest.mark.parametrize("mine", ["mine", "."], ids=["beside the environment", "around the environment"])
def test_a_suite_beside_another_copy_does_not_pass_for_it(site: Site, tmp_path: Path, mine: str) -> None:
    """In a folder whose plugin bears a name that something else has installed, the suite says which copy was loaded."""
    site.install("trial", distribution="somebody-elses-plans")
    tests = plan_folder(tmp_path / mine, "my-plans")

    said = run_suite(tests, 'class TestTrial(PlanContract):\n    plugin = "trial"\n', code=1)

    assert f"1 failed, {len(RULES) - 1} skipped" in said
    assert f"another copy, in {site.folder / 'trial_trial'}; the one in {tmp_path / mine} was not looked at" in said
    assert "pip install -e" in said


def test_a_suite_beside_the_folder_that_was_installed_passes(site: Site, tmp_path: Path) -> None:
    """A folder's own plugin may be installed for good: the distribution of the same name is the folder's."""
    site.install("trial", distribution="My_Plans")
    tests = plan_folder(tmp_path / "mine", "my-plans")

    said = run_suite(tests, 'class TestTrial(PlanContract):\n    plugin = "trial"\n', code=0)

    assert f"{len(RULES)} passed" in said
