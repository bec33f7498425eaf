"""Every rule has a number of its own, for good (docs/rules.md)."""

from planmonitor.assessment import across
from planmonitor.assessment.declared import TITLES
from planmonitor.assessment.every_plan import EVERY_PLAN
from planmonitor.assessment.rule_numbers import GONE, NUMBER_OF, RULE_NUMBERS
from planmonitor.contract.examination import RULES
from planmonitor.model.plan_checks import PLAN_CHECKS

LETTERS = {
    "P": [check.id for check in EVERY_PLAN],
    "A": [check.id for check in across.CHECKS],
    "D": list(PLAN_CHECKS),
    "H": [*(rule.name for rule in RULES), "release"],  # held only against an earlier release
}
"""What the rules of each letter are called."""

GIVEN = """
P01 case-unreported, P02 report-overdue, P03 zero-broken, P04 year-below-part, P05 short-of-all, P06 yearly-change-missed, P07 owner-silent,
P08 part-nobody-owns, P09 base-figure-missing, P10 base-figure-differs, P11 final-figures-wanted, P12 one-case-decides,
A01 differing-definitions, A02 case-across-windows, A03 contradicting-zero, A04 more-in-fewer-days, A05 disagreeing-populations,
A06 one-report-two-days, A07 figures-left-aside, A08 recorded-elsewhere, A09 differing-windows, A10 differing-bars, A11 reports-close-together,
A12 lead-unknown-elsewhere, D01 together, D02 not_above, D03 due_by, H01 loads, H02 ids, H03 references, H04 definitions, H05 sources,
H06 languages, H07 sections, H08 comparators, H09 clauses, H10 baselines, H11 calendar, H12 checks, H13 public-api, H14 quiet-import,
H15 hooks, H16 counting, H17 years, H18 accents, H19 release
"""
"""The numbers given so far; only ever added to."""


def test_every_rule_has_a_number_of_its_letter() -> None:
    """Rules of any plan, across plans, declared by plans and of the contract: each has one number, and every number a rule."""
    assert {letter: {name for number, name in RULE_NUMBERS.items() if number[0] == letter} for letter in LETTERS} == {
        letter: set(names) for letter, names in LETTERS.items()
    }
    assert len(NUMBER_OF) == len(RULE_NUMBERS)
    assert set(TITLES) == set(PLAN_CHECKS)


def test_no_number_is_given_twice() -> None:
    """What a number stood for it stands for, or stands among those that are gone; gaps are none, so that the next one is plain."""
    given = dict(pair.split() for pair in GIVEN.replace("\n", " ").strip().split(","))
    ever = {number: name.removeprefix("planmonitor/") for number, name in (RULE_NUMBERS | GONE).items()}
    assert given.items() <= ever.items()
    assert not RULE_NUMBERS.keys() & GONE.keys()
    for letter in LETTERS:
        numbers = sorted(int(number[1:]) for number in ever if number[0] == letter)
        assert numbers == list(range(1, len(numbers) + 1))
