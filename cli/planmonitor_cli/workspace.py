"""A workspace: a folder holding `monitor.toml`, and beside it the database (docs/interface.md)."""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from attrs import field, frozen
from planmonitor import BadData, Baseline, Document, Message, Milestone, Plan, Source, Text, UnknownName
from planmonitor.assessment.calendar import Calendar
from planmonitor.model.periods import WINDOWS
from planmonitor.model.settings import Answer, PlanSettings, check_answer
from planmonitor.names import offer
from planmonitor.planfile.table import Table, read_text, read_toml
from planmonitor.workspace.files import write_whole
from planmonitor_exchange.speaking.translations import LANGUAGES, N_

FILE = "monitor.toml"
DATABASE = "monitor.db"
KEYS = ("place", "language", "officer", "office", "notice", "database", "plugins", "plans", "calendar")
YEARS = tuple(str(year) for year in range(1901, 2200))
PLAN_KEYS = ("answers", "milestones", "baselines", "window")


class NoWorkspace(BadData):
    """There is no `monitor.toml`."""


@frozen
class Workspace:
    """What `monitor.toml` says.

    Attributes:
        folder: The folder it stands in.
        place: Code or name of the place; "" where it is open.
        language: Default language, or None.
        officer: Default for who enters a figure.
        office: Head of reports.
        notice: A sentence shown above every status, such as that the figures are illustrative; "" for none.
        database: Path or URL of the database.
        plugins: Names of the enabled plugins.
        plans: Ids of the plans followed.
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
    def file(self) -> Path:
        """The path of `monitor.toml`."""
        return self.folder / FILE

    @property
    def database_path(self) -> Path | str:
        """Path of the SQLite file, or the URL of another database; the environment wins over the file."""
        named = os.environ.get("MONITOR_DATABASE_URL") or self.database
        return named if "://" in named else self.folder / named


def find(start: Path) -> Path | None:
    """Return the folder of the workspace, looking from a folder upwards; None where there is none."""
    for folder in (start, *start.parents):
        if (folder / FILE).is_file():
            return folder
    return None


def read(folder: Path) -> Workspace:
    """Return what the workspace in a folder says.

    Raises:
        BadData: for a syntax error (line and column), an unknown key (with the nearest right one) or a wrong value.
    """
    file = read_toml(folder / FILE)
    with file.named():
        return _read(folder, Table(file.content, "", KEYS))


def _read(folder: Path, top: Table) -> Workspace:
    plans = top.raw("plans")
    settled = plans if isinstance(plans, Mapping) else {}
    # A bare list is read too: TOML cannot hold it beside tables [plans."ID"].
    followed = Table({"plans": settled.get("follow", list(settled)) if isinstance(plans, Mapping) else plans or []}, "", KEYS)
    return Workspace(
        folder=folder,
        place=top.text("place") or "",
        language=top.choice("language", LANGUAGES),
        officer=top.text("officer") or "",
        office=top.text("office") or "",
        notice=top.text("notice") or "",
        database=top.text("database") or DATABASE,
        plugins=tuple(dict.fromkeys(top.texts("plugins"))),
        plans=tuple(dict.fromkeys(followed.texts("plans"))),
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
    return Calendar(off, worked)


def settings_of(workspace: Workspace, plan: Plan) -> PlanSettings:
    """Return what the workspace settles for a plan, checked against the plan.

    Raises:
        BadData: for a key, question or measure the plan does not have, a value of the wrong type, or an answer that does not
            fit its question.
    """
    if plan.id not in workspace.settings:
        return PlanSettings()
    table = Table(workspace.settings[plan.id], f'plans."{plan.id}"', PLAN_KEYS)
    questions = {question.id: question for question in plan.questions}
    answers = {name: _answer(given) for name, given in _named(table, "answers", questions)}
    for name, answer in answers.items():
        check_answer(questions[name], answer, plan)
    codes = [measure.code for measure in plan.measures]
    return PlanSettings(
        answers=answers,
        milestones={code: _milestones(given, f"{table.where}.milestones.{code}") for code, given in _named(table, "milestones", codes)},
        baselines={code: _baseline(given, f"{table.where}.baselines.{code}") for code, given in _named(table, "baselines", codes)},
        window=table.choice("window", tuple(WINDOWS)),
    )


def _named(table: Table, key: str, allowed: Collection[str]) -> Iterator[tuple[str, Any]]:
    """Yield what a table inside a plan's table says, by names that are all known."""
    if key in table:
        inside = Table(table.raw(key), f"{table.where}.{key}", allowed)
        yield from ((name, inside.raw(name)) for name in inside)


def _answer(given: object) -> Answer:
    value = given["value"] if isinstance(given, Mapping) and "value" in given else given
    document = given.get("document") if isinstance(given, Mapping) else None
    return Answer(tuple(value) if isinstance(value, list) else value, document)  # type: ignore[arg-type]


def _cited(given: Table) -> Source:
    """Return the source a place cites for its own setting; one without a document says so."""
    document = given.text("document")
    title = Text(document, document) if document else Text("Không nêu văn bản", "No document named")
    return Document(title=title, issuer=FILE).at(FILE, title.vi)


def _milestones(given: object, where: str) -> tuple[Milestone, ...]:
    if not isinstance(given, list):
        raise BadData(N_("{table} must be a list of milestones, each with date, value and document."), table=where)
    return tuple(_milestone(Table(item, where, ("date", "value", "document"))) for item in given)


def _milestone(table: Table) -> Milestone:
    for key in ("date", "value"):
        table.need(key)
    with table.checked():
        return Milestone(due=table.day("date"), value=table.figure("value"), source=_cited(table))  # type: ignore[arg-type]


def _baseline(given: object, where: str) -> Baseline:
    table = Table(given, where, ("year", "numerator", "denominator", "document"))
    for key in ("year", "numerator"):
        table.need(key)
    with table.checked():
        return Baseline(
            year=table.whole("year") or 0, numerator=table.figure("numerator"), denominator=table.whole("denominator"), source=_cited(table)
        )


def check_plan_tables(workspace: Workspace, plans: Collection[str]) -> None:
    """Raise where a table `[plans."ID"]` settles something for a plan that is neither followed nor known.

    Args:
        workspace: The workspace.
        plans: Ids of the plans of the enabled plugins.

    Raises:
        BadData: naming the nearest right id.
    """
    known = tuple(dict.fromkeys([*workspace.plans, *plans]))
    loaded = {plan.split("/")[0] for plan in plans}
    for plan in workspace.settings:
        # What is settled for a plan of a plugin that is not enabled waits until it is.
        if plan not in known and plan.split("/")[0] in loaded:
            raise BadData(N_("{file}: there is no plan '{plan}' to settle anything for."), offer(plan, known), file=FILE, plan=plan)


def write_new(folder: Path, *, place: str, plugins: Sequence[str], plans: Sequence[str], language: str) -> Path:
    """Write a new `monitor.toml` and return its path.

    Raises:
        UnknownName: where the folder has one already.
    """
    import tomlkit

    path = folder / FILE
    if path.exists():
        raise UnknownName(N_("{file} exists already."), Message.of(N_("Run 'monitor status' there, or choose another folder.")), file=str(path))
    document = tomlkit.document()
    if place:
        document.add("place", tomlkit.item(place))
    document.add("language", tomlkit.item(language))
    document.add("plugins", _array(plugins))
    following = tomlkit.table()
    following.add("follow", _array(plans))
    document.add("plans", following)
    folder.mkdir(parents=True, exist_ok=True)
    write_whole(path, tomlkit.dumps(document))
    return path


def _array(names: Sequence[str]) -> Any:
    import tomlkit

    array = tomlkit.array()
    array.extend(names)
    return array.multiline(len(names) > 1)


def change_names(workspace: Workspace, key: str, names: Sequence[str]) -> None:
    """Set the list of enabled plugins or followed plans in `monitor.toml`; comments stay.

    Args:
        workspace: The workspace.
        key: "plugins" or "plans".
        names: The new list.
    """
    import tomlkit

    document = tomlkit.parse(read_text(workspace.file))
    if key == "plans" and (isinstance(document.get("plans"), Mapping) or "plans" not in document):
        table = document.setdefault("plans", tomlkit.table())
        table["follow"] = _array(names)
    else:
        document[key] = _array(names)
    write_whole(workspace.file, tomlkit.dumps(document))
