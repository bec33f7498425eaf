"""The contract says of every rule where a plugin breaks it: real plugins, each sound but for one line."""

from __future__ import annotations

from pathlib import Path

import pytest
from planmonitor.contract.examination import RULES, examine
from support.sound_plugin import MEASURE, Site, only


@pytest.fixture
def site(packages: Path) -> Site:
    """Return the folder of installed packages, to install plugins in."""
    return Site(packages)


# All rules


def test_a_sound_plugin_breaks_no_rule(site: Site) -> None:
    """A plugin that keeps everything passes the whole contract."""
    site.install("trial")

    assert examine("trial") == ()


def test_the_plans_that_come_with_the_framework_pass() -> None:
    """The bundled plans are held to the rules that strangers' plans are held to."""
    assert examine("child_labour") == ()


INFORMED = """counts=counts,
        over_time="cumulative", noun=Text("trẻ em", "children"), numerator=Text("Trẻ em được hướng dẫn", "Instructed"),
        denominator=Text("Trẻ em", "Children"),"""
"""What the definition of a share ends with."""

BROKEN = {
    "a due date that is not the year of the clause": (
        ("years", "trial/plan", "indicators 1a, targets", "prints 2026-12-31 with this figure, the target is due on 2027-12-31", "due = 2026-12-31"),
        ("được hướng dẫn; không", "được hướng dẫn đến năm 2026; không"),
    ),
    "a number of things for a share": (
        ("counting", "trial/plan", "indicators 1a, targets, definition", "printed in percent, and the definition is a 'count'", 'kind = "ratio"'),
        (
            f'kind="ratio", {INFORMED}',
            'kind="count", counts=counts, over_time="cumulative", noun=Text("trẻ em", "children"),',
        ),
    ),
    "a share that one case would break": (
        ("counting", "trial", "definitions trial/informed", 'over_time = "any_breach"', "point_in_time"),
        ('over_time="cumulative"', 'over_time="any_breach"'),
    ),
    "a label without its accents": (
        ("accents", "trial/plan", "indicators 1a, label", "'Tre em duoc huong dan' has no accents", "with its accents"),
        ('Measure("1a", Text("Trẻ em được hướng dẫn"', 'Measure("1a", Text("Tre em duoc huong dan"'),
    ),
    "a hook that nobody calls": (
        ("hooks", "trial", "trial_trial/__init__.py:5", "'planmonitor_plan' is named like a hook and not marked", "@hookimpl"),
        ("\nfrom datetime import date\n", "\nfrom datetime import date\n\n\ndef planmonitor_plan():\n    return ()\n\n\n"),
    ),
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
        ('"theo quy định", ORDERED', '"theo quy định", DOCUMENT.at("mục III", "…")'),
    ),
    "a section that is none": (
        ("sources", "trial/plan", "duties summary, source, section", "the section is empty", "where the sentence stands"),
        ('"theo quy định", ORDERED', '"theo quy định", DOCUMENT.at("-", "Báo cáo theo quy định.")'),
    ),
    "a document without a title": (
        ("sources", "trial/plan", "document, title", "has no title", "what the document is called"),
        ('Document(title=Text("Kế hoạch thử", "A plan for a test")', 'Document(title=Text("…", "...")'),
    ),
    "a rhythm whose clause is no sentence": (
        ("sources", "trial/plan", "rhythms visits, source, clause", "the clause is empty", "Quote the sentence"),
        ('"Thăm trẻ em định kỳ, đột xuất."', '"…"'),
    ),
    "a paragraph that a task holds already": (
        ("sections", "trial/plan", "sections mục II, paragraphs 1", "holds this paragraph already", "Delete it here"),
        ('"Bảo đảm an toàn cho trẻ em."', '"hướng dẫn  trẻ em"'),
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
        ('"trước ngày 25/11", ORDERED, ("truong-thu",)', '"trước ngày 25/11", ORDERED, ()'),
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
        ("calendar", "trial/plan", "indicators 1a, targets, milestones 1", "the milestone of 2027-12-31 does not lie between", "Compare the dates"),
        (MEASURE, 'Target(">=", 70, "70% trở lên", milestones=(Milestone(date(2027, 12, 31), 70, LINE),)), LINE, OWNED'),
    ),
    "a milestone before the plan": (
        ("calendar", "trial/plan", "indicators 1a, targets, milestones 1", "the milestone of 2025-12-31 does not lie between", "Compare the dates"),
        (MEASURE, 'Target(">=", 70, "70% trở lên", milestones=(Milestone(date(2025, 12, 31), 70, LINE),)), LINE, OWNED'),
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
    where = f" ({breach.place})" if breach.place and breach.place != field else ""
    assert str(breach) == f"{plan}: {field}{where}: {breach.message}. Cure: {breach.cure}"


def test_every_rule_is_seen_broken() -> None:
    """No rule of the contract goes without a plugin that breaks it here; what does not load is told in test_contract_loading.py."""
    assert {expected[0] for expected, _edit in BROKEN.values()} | {"loads"} == {rule.name for rule in RULES}


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
    "a milestone on the way": (MEASURE, 'Target(">=", 70, "70% trở lên", milestones=(Milestone(date(2026, 12, 31), 70, LINE),)), LINE, OWNED'),
    "an amended bar": (
        MEASURE,
        '(Target(">=", 70, "70% trở lên", valid_to=date(2026, 6, 30)), Target(">=", 70, "70% trở lên", valid_from=date(2026, 7, 1))), LINE, OWNED',
    ),
    "a number of a document as its title": ('Text("Kế hoạch thử", "A plan for a test"), issuer', 'Text("00/QĐ-TTg", "00/QĐ-TTg"), issuer'),
    "the name of a place as it is": ('"1b", Text("Số vụ", "Cases")', '"1b", Text("Thử Nghiệm Sơn", "Thử Nghiệm Sơn")'),
    "an import for type checkers only": (
        "\nfrom datetime import date\n",
        "\nfrom typing import TYPE_CHECKING\nfrom datetime import date\nif TYPE_CHECKING:\n    from planmonitor.assessment.records import Figure\n",
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
