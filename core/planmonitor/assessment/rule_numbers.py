"""The number of every rule, by which it is looked up (docs/rules.md): P of any plan, A across plans, D declared by a plan, H of the contract.

A number is given once. A rule that goes keeps its line, among those that are gone; a new one gets the next number of its letter.
"""

from __future__ import annotations

RULE_NUMBERS = {
    "P01": "planmonitor/case-unreported",
    "P02": "planmonitor/report-overdue",
    "P03": "planmonitor/zero-broken",
    "P04": "planmonitor/year-below-part",
    "P05": "planmonitor/short-of-all",
    "P06": "planmonitor/yearly-change-missed",
    "P07": "planmonitor/owner-silent",
    "P08": "planmonitor/part-nobody-owns",
    "P09": "planmonitor/base-figure-missing",
    "P10": "planmonitor/base-figure-differs",
    "P11": "planmonitor/final-figures-wanted",
    "P12": "planmonitor/one-case-decides",
    "P13": "planmonitor/reported-figure-changed",
    "P14": "planmonitor/estimate-turned",
    "A01": "planmonitor/differing-definitions",
    "A02": "planmonitor/case-across-windows",
    "A03": "planmonitor/contradicting-zero",
    "A04": "planmonitor/more-in-fewer-days",
    "A05": "planmonitor/disagreeing-populations",
    "A06": "planmonitor/one-report-two-days",
    "A07": "planmonitor/figures-left-aside",
    "A08": "planmonitor/recorded-elsewhere",
    "A09": "planmonitor/differing-windows",
    "A10": "planmonitor/differing-bars",
    "A11": "planmonitor/reports-close-together",
    "A12": "planmonitor/lead-unknown-elsewhere",
    "D01": "together",
    "D02": "not_above",
    "D03": "due_by",
    "H01": "loads",
    "H02": "ids",
    "H03": "references",
    "H04": "definitions",
    "H05": "sources",
    "H06": "languages",
    "H07": "sections",
    "H08": "comparators",
    "H09": "clauses",
    "H10": "baselines",
    "H11": "calendar",
    "H12": "checks",
    "H13": "public-api",
    "H14": "quiet-import",
    "H15": "hooks",
    "H16": "counting",
    "H17": "years",
    "H18": "accents",
    "H19": "release",
}
"""What each number stands for: the id of a check, the kind of a check in a plan file, or the name of a rule of the contract."""

GONE: dict[str, str] = {}
"""Rules that there are no more, with the number that no other one gets."""

NUMBER_OF = {name: number for number, name in RULE_NUMBERS.items()}
"""The number of a rule; a check of a plugin is called by its id."""
