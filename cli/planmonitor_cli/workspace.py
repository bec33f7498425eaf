"""A workspace: a folder holding `monitor.toml`, and beside it the database (docs/interface.md)."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from decimal import Decimal
from pathlib import Path
from typing import Any

from attrs import field, frozen
from planmonitor import Baseline, Document, InvalidPlan, Message, Milestone, Plan, Refusal, Source, Text, UnknownName
from planmonitor.model.periods import WINDOWS
from planmonitor.model.settings import Answer, PlanSettings, check_answer
from planmonitor.near import offer

from planmonitor_cli.catalogue import LANGUAGES, N_
from planmonitor_cli.documents.files import write_whole

FILE = "monitor.toml"
DATABASE = "monitor.db"
KEYS = {
    "place": str,
    "language": str,
    "officer": str,
    "office": str,
    "notice": str,
    "database": str,
    "plugins": list,
    "plans": (list, dict),
    "calendar": dict,
}
PLAN_KEYS = ("answers", "milestones", "baselines", "window")


class BadWorkspace(Refusal):
    """`monitor.toml` is missing or wrong; names table and key."""


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


def read_text(path: Path) -> str:
    """Return the text of `monitor.toml`; a byte-order mark of Notepad's is accepted.

    Raises:
        BadWorkspace: where the file is not UTF-8.
    """
    try:
        return path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise BadWorkspace(N_("{file} is not saved as UTF-8."), Message.of(N_("Save it again with encoding UTF-8.")), file=path.name) from error


def read(folder: Path) -> Workspace:
    """Return what the workspace in a folder says.

    Raises:
        BadWorkspace: for a syntax error (line and column), an unknown key (with the nearest right one) or a wrong value.
    """
    path = folder / FILE
    try:
        content = tomllib.loads(read_text(path).replace("\r\n", "\n"), parse_float=Decimal)
    except tomllib.TOMLDecodeError as error:
        raise BadWorkspace(
            N_("{file} cannot be read: {error}."), Message.of(N_("Correct the line and run the command again.")), file=str(path), error=str(error)
        ) from error
    for key, value in content.items():
        _check_key(key, value, path)
    language = content.get("language")
    if language is not None and language not in LANGUAGES:
        raise BadWorkspace(
            N_("{file}: key '{key}' is {value}; it must be one of {allowed}."),
            file=str(path),
            key="language",
            value=repr(language),
            allowed=LANGUAGES,
        )
    plans = content.get("plans", [])
    table = plans if isinstance(plans, dict) else {}
    followed = table.get("follow", list(table)) if isinstance(plans, dict) else plans
    return Workspace(
        folder=folder,
        place=content.get("place", ""),
        language=language,
        officer=content.get("officer", ""),
        office=content.get("office", ""),
        notice=content.get("notice", ""),
        database=content.get("database", DATABASE),
        plugins=_names(content.get("plugins", []), "plugins", path),
        plans=_names(followed, "plans", path),
        settings={key: value for key, value in table.items() if key != "follow"},
    )


def _check_key(key: str, value: object, path: Path) -> None:
    if key not in KEYS:
        raise BadWorkspace(N_("{file}: there is no key '{key}'."), offer(key, tuple(KEYS)), file=str(path), key=key)
    if not isinstance(value, KEYS[key]):  # type: ignore[arg-type]
        raise BadWorkspace(N_("{file}: key '{key}' is {value}, which is not of the right type."), file=str(path), key=key, value=repr(value)[:60])


def _names(value: object, key: str, path: Path) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        raise BadWorkspace(N_("{file}: key '{key}' must be a list of names."), file=str(path), key=key)
    return tuple(dict.fromkeys(value))


def settings_of(workspace: Workspace, plan: Plan) -> PlanSettings:
    """Return what the workspace settles for a plan, checked against the plan.

    Raises:
        BadWorkspace: for a key, question or measure the plan does not have, or a value of the wrong type.
        BadData: for an answer that does not fit its question.
    """
    if plan.id not in workspace.settings:
        return PlanSettings()
    where = f'plans."{plan.id}"'
    table = _table(workspace.settings[plan.id], where, PLAN_KEYS)
    questions = {question.id: question for question in plan.questions}
    answers = {}
    for name, given in _table(table.get("answers", {}), f"{where}.answers", tuple(questions)).items():
        answers[name] = _answer(given)
        check_answer(questions[name], answers[name], plan)
    codes = tuple(measure.code for measure in plan.measures)
    window = table.get("window")
    if window is not None and (not isinstance(window, str) or window not in WINDOWS):
        raise BadWorkspace(
            N_("{table}: key '{key}' is {value}; it must be one of {allowed}."), table=where, key="window", value=repr(window), allowed=tuple(WINDOWS)
        )
    milestones, baselines = f"{where}.milestones", f"{where}.baselines"
    return PlanSettings(
        answers=answers,
        milestones={
            code: _milestones(given, f"{milestones}.{code}") for code, given in _table(table.get("milestones", {}), milestones, codes).items()
        },
        baselines={code: _baseline(given, f"{baselines}.{code}") for code, given in _table(table.get("baselines", {}), baselines, codes).items()},
        window=window,
    )


def _table(value: object, where: str, allowed: Sequence[str]) -> Mapping[str, Any]:
    """Return a table of the file whose keys are all known."""
    if not isinstance(value, Mapping):
        raise BadWorkspace(N_("{table} must be a table."), table=where)
    for key in value:
        if key not in allowed:
            raise BadWorkspace(N_("{table}: there is no key '{key}'."), offer(key, allowed), table=where, key=key)
    return value


def _answer(given: object) -> Answer:
    value = given["value"] if isinstance(given, Mapping) and "value" in given else given
    document = given.get("document") if isinstance(given, Mapping) else None
    return Answer(tuple(value) if isinstance(value, list) else value, document)  # type: ignore[arg-type]


def _cited(given: Mapping[str, Any]) -> Source:
    """Return the source a place cites for its own setting; one without a document says so."""
    document = given.get("document")
    title = Text(document, document) if document else Text("Không nêu văn bản", "No document named")
    return Document(title=title, issuer=FILE).at(FILE, title.vi)


def _milestones(given: object, where: str) -> tuple[Milestone, ...]:
    if not isinstance(given, list):
        raise BadWorkspace(N_("{table} must be a list of milestones, each with date, value and document."), table=where)
    return tuple(_milestone(_table(item, where, ("date", "value", "document")), where) for item in given)


def _milestone(given: Mapping[str, Any], where: str) -> Milestone:
    with _named(where):
        return Milestone(due=given["date"], value=given["value"], source=_cited(given))


def _baseline(given: object, where: str) -> Baseline:
    table = _table(given, where, ("year", "numerator", "denominator", "document"))
    with _named(where):
        return Baseline(year=table["year"], numerator=table["numerator"], denominator=table.get("denominator"), source=_cited(table))


@contextmanager
def _named(where: str) -> Iterator[None]:
    """Say in which table a key is missing or a value is wrong."""
    try:
        yield
    except KeyError as error:
        raise BadWorkspace(N_("{table}: key '{key}' is missing."), table=where, key=str(error.args[0])) from error
    except InvalidPlan as error:
        raise BadWorkspace(N_("{table}: {error}."), table=where, error=error.message) from error


def check_plan_tables(workspace: Workspace, plans: Collection[str]) -> None:
    """Raise where a table `[plans."ID"]` settles something for a plan that is neither followed nor known.

    Args:
        workspace: The workspace.
        plans: Ids of the plans of the enabled plugins.

    Raises:
        BadWorkspace: naming the nearest right id.
    """
    known = tuple(dict.fromkeys([*workspace.plans, *plans]))
    loaded = {plan.split("/")[0] for plan in plans}
    for plan in workspace.settings:
        # What is settled for a plan of a plugin that is not enabled waits until it is.
        if plan not in known and plan.split("/")[0] in loaded:
            raise BadWorkspace(N_("{file}: there is no plan '{plan}' to settle anything for."), offer(plan, known), file=FILE, plan=plan)


def write_new(folder: Path, *, place: str, plugins: Sequence[str], plans: Sequence[str], language: str) -> Path:
    """Write a new `monitor.toml` and return its path.

    Raises:
        BadWorkspace: where the folder has one already.
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
