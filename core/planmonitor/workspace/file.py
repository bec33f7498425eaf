"""The file `monitor.toml` of a workspace, and what it settles for each plan (docs/interface.md); files written whole or not at all."""

from __future__ import annotations

import os
from collections.abc import Collection, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from attrs import evolve, field, frozen

from planmonitor.assessment.deadlines import Calendar
from planmonitor.messages import N_, BadData, Hint, Message, Text, UnknownName
from planmonitor.model.periods import WINDOWS
from planmonitor.model.plans import Plan
from planmonitor.model.settings import Answer, PlanSettings, check_answer
from planmonitor.model.sources import Document, Source
from planmonitor.model.targets import Baseline, Milestone
from planmonitor.names import offer
from planmonitor.planfile.table import Table
from planmonitor.planfile.toml import read_text, read_toml

FILE = "monitor.toml"
DATABASE = "monitor.db"
LANGUAGES = ("vi", "en")
KEYS = ("place", "language", "officer", "office", "notice", "database", "plugins", "plans", "calendar")
PLAN_KEYS = ("answers", "milestones", "baselines", "window")
YEARS = tuple(str(year) for year in range(1901, 2200))


class NoWorkspace(BadData):
    """There is no `monitor.toml`."""


@frozen
class WorkspaceFile:
    """What `monitor.toml` says.

    Attributes:
        place: Code or name of the place; "" where it is open.
        officer: Default for who enters a figure.
        office: Head of reports.
        notice: A sentence shown above every status, such as that the figures are illustrative; "" for none.
        settings: Raw table of what the place settles, by plan id.
        calendar: Days off and make-up working days that the place names.
    """

    folder: Path
    place: str = ""
    language: str | None = None
    officer: str = ""
    office: str = ""
    notice: str = ""
    database: str = DATABASE
    plugins: tuple[str, ...] = ()
    plans: tuple[str, ...] = ()
    settings: Mapping[str, Any] = field(factory=dict)
    calendar: Calendar = field(factory=Calendar)

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


def find(start: Path) -> Path | None:
    """Return the folder of the workspace, looking from a folder upwards; None where there is none."""
    return next((folder for folder in (start, *start.parents) if (folder / FILE).is_file()), None)


def folder_of(named: Path | None, start: Path) -> Path:
    """Return the folder of the workspace: the one named, else the one found from a folder upwards; NoWorkspace where there is none."""
    if named is not None and not (named / FILE).is_file():
        raise NoWorkspace(N_("There is no {file} in {folder}."), Hint.of("create-workspace"), file=FILE, folder=str(named))
    found = named or find(start)
    if found is None:
        raise NoWorkspace(N_("There is no {file} in this folder or above it."), Hint.of("create-workspace"), file=FILE)
    return found


def read(folder: Path) -> WorkspaceFile:
    """Return what `monitor.toml` in a folder says, or raise BadData: file, line, key, and the nearest right one."""
    file = read_toml(folder / FILE)
    with file.named():
        top = Table(file.content, "", KEYS)
        plans = top.raw("plans")
        settled = plans if isinstance(plans, Mapping) else {}
        # A bare list is read too: TOML cannot hold it beside tables [plans."ID"].
        followed = Table({"plans": settled.get("follow", list(settled)) if isinstance(plans, Mapping) else plans or []}, "", KEYS)
        return WorkspaceFile(
            folder=folder,
            place=top.text("place") or "",
            language=top.choice("language", LANGUAGES),
            officer=top.text("officer") or "",
            office=top.text("office") or "",
            notice=top.text("notice") or "",
            database=top.text("database") or DATABASE,
            plugins=tuple(dict.fromkeys(top.value("plugins", "texts") or ())),
            plans=tuple(dict.fromkeys(followed.value("plans", "texts") or ())),
            settings={key: value for key, value in settled.items() if key != "follow"},
            calendar=_calendar(top),
        )


def _calendar(top: Table) -> Calendar:
    """Return the days that the tables `[calendar.YYYY]` name, each year by its decision."""
    off: list[date] = []
    worked: list[date] = []
    years = Table(top.raw("calendar") or {}, "calendar", YEARS)
    for year in years:
        table = Table(years.raw(year), f"calendar.{year}", ("days_off", "working_days", "document"))
        table.text("document")
        off += table.days("days_off", int(year))
        worked += table.days("working_days", int(year))
    return Calendar(frozenset(off), frozenset(worked))


def write_workspace(folder: Path, *, place: str, plugins: Sequence[str], plans: Sequence[str], language: str) -> WorkspaceFile:
    """Write a new `monitor.toml` and return what it says; one that is there already is never overwritten."""
    import tomlkit

    file = WorkspaceFile(folder, place=place, language=language, plugins=tuple(plugins), plans=tuple(plans))
    if file.path.exists():
        raise UnknownName(N_("{file} exists already."), Hint.of("use-workspace"), file=str(file.path))
    said: dict[str, Any] = {"place": place} if place else {}
    said |= {"language": language, "plugins": _array(plugins), "plans": {"follow": _array(plans)}}
    folder.mkdir(parents=True, exist_ok=True)
    write_whole(file.path, tomlkit.dumps(said))
    return file


def _array(names: Sequence[str]) -> Any:
    import tomlkit

    array = tomlkit.array()
    array.extend(names)
    return array.multiline(len(names) > 1)


def settings_of(file: WorkspaceFile, plan: Plan) -> PlanSettings:
    """Return what a workspace settles for a plan in its table `[plans."ID"]`, or raise BadData where that does not fit the plan."""
    if plan.id not in file.settings:
        return PlanSettings()
    table = Table(file.settings[plan.id], f'plans."{plan.id}"', PLAN_KEYS)
    questions = {question.id: question for question in plan.questions}
    answers = {name: _answer(given) for name, (_where, given) in _named(table, "answers", questions).items()}
    for name, answer in answers.items():
        check_answer(questions[name], answer, plan)
    codes = [measure.code for measure in plan.measures]
    return PlanSettings(
        answers=answers,
        milestones={code: _milestones(given, where) for code, (where, given) in _named(table, "milestones", codes).items()},
        baselines={code: _baseline(given, where) for code, (where, given) in _named(table, "baselines", codes).items()},
        window=table.choice("window", tuple(WINDOWS)),
    )


def _named(table: Table, key: str, allowed: Collection[str]) -> dict[str, tuple[str, Any]]:
    """Return where each entry of a table inside a plan's table stands and what it says, by names that are all known."""
    inside = table.inside(key, allowed) if key in table else None
    return {name: (f"{inside.where}.{name}", inside.raw(name)) for name in inside} if inside is not None else {}


def _answer(given: object) -> Answer:
    value = given["value"] if isinstance(given, Mapping) and "value" in given else given
    document = given.get("document") if isinstance(given, Mapping) else None
    return Answer(tuple(value) if isinstance(value, list) else value, document)  # type: ignore[arg-type]


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


def write_whole(path: Path, text: str, encoding: str = "utf-8") -> None:
    """Write a text file so that a power cut leaves the old file or the new one, never half of one."""
    from tempfile import mkstemp

    handle, name = mkstemp(dir=path.parent, prefix=f".{path.name}-")
    draft = Path(name)
    try:
        with os.fdopen(handle, "w", encoding=encoding, newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(handle)
        # A temporary file is its owner's alone; what is written here is meant to be read like any other.
        mask = os.umask(0)
        os.umask(mask)
        draft.chmod(0o666 & ~mask)
        draft.replace(path)
    finally:
        draft.unlink(missing_ok=True)


def write_new(path: Path, text: str) -> None:
    """Write a text file that is not there yet, and its folder; nothing is ever overwritten."""
    if path.exists() or path.is_symlink():
        raise UnknownName(N_("{file} exists already; nothing was written."), Message.of(N_("Rename or delete it first.")), file=str(path))
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, text)
