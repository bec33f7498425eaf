"""The file `monitor.toml` of a workspace, and what it settles for each plan (docs/interface.md); files written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from attrs import evolve, field, frozen

from planmonitor.assessment.workdays import Calendar
from planmonitor.messages import N_, BadData, Hint, Message, Text, UnknownName
from planmonitor.model.periods import WINDOWS
from planmonitor.model.plans import Plan
from planmonitor.model.settings import Answer, PlanSettings, check_answer
from planmonitor.model.sources import Document, Source
from planmonitor.model.targets import Baseline, Milestone
from planmonitor.names import offer
from planmonitor.planfile.asked import askable
from planmonitor.planfile.table import Table
from planmonitor.planfile.toml import read_text, read_toml
from planmonitor.workspace.days import duty_settings_in, set_days_in

FILE = "monitor.toml"
DATABASE = "monitor.db"
LANGUAGES = ("vi", "en")
WORDS = ("place", "language", "officer", "office", "notice", "database")
KEYS = (*WORDS, "plugins", "plans", "calendar")
PLAN_KEYS = ("answers", "milestones", "baselines", "deadlines", "duties", "window")
YEARS = tuple(str(year) for year in range(1901, 2200))


@frozen
class WorkspaceFile:
    """What `monitor.toml` says."""

    folder: Path
    place: str = ""
    """Code or name of the place; "" where it is open."""
    language: str | None = None
    officer: str = ""
    """Default for who enters a figure."""
    office: str = ""
    """Head of reports."""
    notice: str = ""
    """A sentence shown above every status, such as that the figures are illustrative; "" for none."""
    database: str = DATABASE
    plugins: tuple[str, ...] = ()
    plans: tuple[str, ...] = ()
    settings: Mapping[str, Any] = field(factory=dict)
    """Raw table of what the place settles, by plan id."""
    calendar: Calendar = field(factory=Calendar)
    """Days off and make-up working days that the place names."""

    @property
    def path(self) -> Path:
        """The path of `monitor.toml`."""
        return self.folder / FILE

    def database_at(self, named: str = "") -> Path | str:
        """Return the path of the SQLite file, or the URL of another database; one named from outside wins over the file's."""
        where = named or self.database
        return where if "://" in where else self.folder / where

    def with_names(self, key: str, names: Sequence[str]) -> WorkspaceFile:
        """Set the list of enabled "plugins" or followed "plans" in the file, whose comments stay, and return what it says now."""
        import tomlkit

        document = tomlkit.parse(read_text(self.path))
        if key == "plans" and isinstance(document.get(key, {}), Mapping):
            document.setdefault(key, tomlkit.table())["follow"] = _array(names)
        else:
            document[key] = _array(names)
        write_whole(self.path, tomlkit.dumps(document))
        return evolve(self, **{key: tuple(names)})  # type: ignore[arg-type]

    def check_plan_tables(self, plans: Collection[str]) -> None:
        """Raise BadData where a table `[plans."ID"]` settles something for a plan that is neither followed nor among `plans`."""
        known = tuple(dict.fromkeys([*self.plans, *plans]))
        loaded = {plan.split("/")[0] for plan in plans}
        for plan in self.settings:
            # What is settled for a plan of a plugin that is not enabled waits until it is.
            if plan not in known and plan.split("/")[0] in loaded:
                raise BadData(N_("{file}: there is no plan '{plan}' to settle anything for."), offer(plan, known), file=FILE, plan=plan)


def read(folder: Path) -> WorkspaceFile:
    """Return what `monitor.toml` in a folder says, or raise BadData: file, line, key, and the nearest right one."""
    file = read_toml(folder / FILE)
    with file.named():
        plans = file.content.get("plans")
        settled = plans if isinstance(plans, Mapping) else {}
        # A bare list is read too: TOML cannot hold it beside tables [plans."ID"].
        followed = settled.get("follow", list(settled)) if isinstance(plans, Mapping) else plans or []
        top = Table({**file.content, "plans": followed}, "", KEYS)
        words = {key: top.choice(key, LANGUAGES) if key == "language" else top.text(key) for key in WORDS if key in top}
        names = {key: tuple(dict.fromkeys(top.value(key, "texts") or ())) for key in ("plugins", "plans")}
        settings = {key: value for key, value in settled.items() if key != "follow"}
        return WorkspaceFile(folder, **words, **names, settings=settings, calendar=_calendar(top))  # type: ignore[arg-type]


def _calendar(top: Table) -> Calendar:
    """Return the days that the tables `[calendar.YYYY]` name, each year by its decision."""
    off, worked, announced = set[date](), set[date](), set[int]()
    years = top.inside("calendar", YEARS) if "calendar" in top else Table({}, "calendar", YEARS)
    for year in years:
        table = years.inside(year, ("days_off", "working_days", "document"))
        if table.text("document"):
            announced.add(int(year))
        off.update(table.days("days_off", int(year)))
        worked.update(table.days("working_days", int(year)))
        if off & worked:
            raise table.wrong("working_days", Message.of(N_("a list of days of which 'days_off' names none: no day is both off and worked")))
    return Calendar(frozenset(off), frozenset(worked), frozenset(announced))


def write_workspace(folder: Path, *, place: str, plugins: Sequence[str], plans: Sequence[str], language: str) -> WorkspaceFile:
    """Write a new `monitor.toml` and return what it says; one that is there already is never overwritten."""
    import tomlkit

    file = WorkspaceFile(folder, place=place, language=language, plugins=tuple(plugins), plans=tuple(plans))
    if file.path.exists():
        raise UnknownName(N_("{file} exists already."), Hint.of("use-workspace"), file=str(file.path))
    said = {**({"place": place} if place else {}), "language": language, "plugins": _array(plugins), "plans": {"follow": _array(plans)}}
    folder.mkdir(parents=True, exist_ok=True)
    write_whole(file.path, tomlkit.dumps(said))
    return file


def _array(names: Sequence[str]) -> Any:
    import tomlkit

    return tomlkit.item(list(names)).multiline(len(names) > 1)


def settings_of(file: WorkspaceFile, plan: Plan) -> PlanSettings:
    """Return what a workspace settles for a plan in its table `[plans."ID"]`, or raise BadData where that does not fit the plan."""
    if plan.id not in file.settings:
        return PlanSettings()
    table = Table(file.settings[plan.id], f'plans."{plan.id}"', PLAN_KEYS)
    questions = {question.id: question for question in plan.questions}
    given = _named(table, "answers", {**questions, **dict.fromkeys(askable(plan))})
    # What a newer release of the plan says itself needs the place's answer no more.
    answers = {name: answer_of(value) for name, (_where, value) in given.items() if name in questions}
    for name, answer in answers.items():
        check_answer(questions[name], answer, plan)
    codes = [measure.code for measure in plan.measures]
    return PlanSettings(
        answers=answers,
        milestones={code: _milestones(given, where) for code, (where, given) in _named(table, "milestones", codes).items()},
        baselines={code: _baseline(given, where) for code, (where, given) in _named(table, "baselines", codes).items()},
        deadlines=set_days_in(table, plan) if "deadlines" in table else {},
        duties=duty_settings_in(table, plan) if "duties" in table else {},
        window=table.choice("window", tuple(WINDOWS)),
    )


def _named(table: Table, key: str, allowed: Collection[str]) -> dict[str, tuple[str, Any]]:
    """Return where each entry of a table inside a plan's table stands and what it says, by names that are all known."""
    inside = table.inside(key, allowed) if key in table else None
    return {name: (f"{inside.where}.{name}", inside.raw(name)) for name in inside} if inside is not None else {}


def answer_of(given: object) -> Answer:
    """Return the answer that a value, or a table of a value and a document, stands for."""
    value = given["value"] if isinstance(given, Mapping) and "value" in given else given
    document = given.get("document") if isinstance(given, Mapping) else None
    since = given.get("since") if isinstance(given, Mapping) else None
    return Answer(tuple(value) if isinstance(value, list) else value, document, since)  # type: ignore[arg-type]


def _milestones(given: object, where: str) -> tuple[Milestone, ...]:
    if not isinstance(given, list):
        raise BadData(N_("{table} must be a list of milestones, each with date, value and document."), table=where)
    milestones = []
    for item in given:
        table = Table(item, where, ("date", "value", "document"))
        table.need("date")
        table.need("value")
        milestones.append(table.made(Milestone, table.value("date", "day"), table.value("value", "figure"), _cited(table)))
    return tuple(milestones)


def _baseline(given: object, where: str) -> Baseline:
    table = Table(given, where, ("year", "numerator", "denominator", "document"))
    table.need("year")
    table.need("numerator")
    return table.made(Baseline, table.value("year", "whole"), table.value("numerator", "figure"), table.value("denominator", "whole"), _cited(table))


def _cited(table: Table) -> Source:
    """Return the source a place cites for its own setting; one without a document says so."""
    document = table.text("document")
    title = table.made(Text, document, document) if document else Text("Không nêu văn bản", "No document named")
    return Document(title=title, issuer=FILE).at(FILE, title.vi)


def write_whole(path: Path, content: str | bytes, encoding: str = "utf-8") -> None:
    """Write a file, of text in an encoding, so that a power cut leaves the old file or the new one, never half of one.

    Raises:
        OSError: where it cannot be written; it names the file.
    """
    from secrets import token_hex

    draft = path.with_name(f".{path.name}-{token_hex(4)}")
    try:
        with draft.open("xb") as file:
            file.write(content if isinstance(content, bytes) else content.encode(encoding))
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError as error:
        raise OSError(error.errno, error.strerror, str(path)) from error  # nobody has heard of the draft
    finally:
        draft.unlink(missing_ok=True)
