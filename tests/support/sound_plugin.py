"""A plugin that keeps every rule of the contract, to be broken in one line."""

from __future__ import annotations

from pathlib import Path

from planmonitor.contract.breaches import Breach
from support.installing import offer

SOUND = """
from datetime import date
from decimal import Decimal

from planmonitor import (
    Baseline, Card, Check, Definition, Document, Duty, Indicator, Measure, Milestone, Objective, OpenQuestion, Place, Plan,
    Programme, Responsibility, Rhythm, Section, Target, Task, Text, Unit, hookimpl
)

api = 1
DOCUMENT = Document(title=Text("Kế hoạch thử", "A plan for a test"), issuer="UBND xã Thử", implements=("Văn bản thử",))
LINE = DOCUMENT.at("mục I.1", "Phấn đấu 70% trở lên trẻ em được hướng dẫn; không để xảy ra vụ việc nào.")
ORDERED = DOCUMENT.at("mục II.1", "Báo cáo theo quy định; trước ngày 25/11, chậm nhất ngày 25/11, trước 17 giờ ngày 25/11.")


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
        Duty("annual", "dated", "trước ngày 25/11", ORDERED, ("truong-thu",), recipient="UBND xã Thử", period="year", last_day="11-24"),
        Duty("summary", "undated", "theo quy định", ORDERED, ("truong-thu",)),
    ),
    sections=(Section("mục II", "Nhiệm vụ thử", ("Bảo đảm an toàn cho trẻ em.",)),),
    rhythms=(Rhythm("visits", Text("Thăm trẻ em", "Visit children"), "định kỳ, đột xuất", DOCUMENT.at("mục III", "Thăm trẻ em định kỳ, đột xuất.")),),
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
MEASURE = 'Target(">=", 70, "70% trở lên"), LINE, OWNED'
"""What a measure of the sound plugin ends with."""


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
        offer(self.folder, name, f"trial_{name}", distribution or f"trial-{name}")


def only(breaches: tuple[Breach, ...], rule: str) -> Breach:
    """Return the one breach there is, of that rule."""
    assert [breach.rule for breach in breaches] == [rule], "\n".join(map(str, breaches))
    return breaches[0]
