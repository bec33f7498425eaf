"""The file `monitor.toml` of a workspace: reading, checking and changing it (docs/interface.md)."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from attrs import evolve, field, frozen

from planmonitor.assessment.calendar import Calendar
from planmonitor.messages import N_, BadData, Hint, UnknownName
from planmonitor.names import offer
from planmonitor.planfile.table import Table
from planmonitor.planfile.toml import read_text, read_toml
from planmonitor.workspace.files import write_whole

FILE = "monitor.toml"
DATABASE = "monitor.db"
LANGUAGES = ("vi", "en")
KEYS = ("place", "language", "officer", "office", "notice", "database", "plugins", "plans", "calendar")
YEARS = tuple(str(year) for year in range(1901, 2200))


class NoWorkspace(BadData):
    """There is no `monitor.toml`."""


@frozen
class WorkspaceFile:
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
    def path(self) -> Path:
        """The path of `monitor.toml`."""
        return self.folder / FILE

    def database_at(self, named: str = "") -> Path | str:
        """Return the path of the SQLite file, or the URL of another database; one named from outside wins over the file's."""
        where = named or self.database
        return where if "://" in where else self.folder / where

    def with_names(self, key: str, names: Sequence[str]) -> WorkspaceFile:
        """Set the list of enabled plugins or followed plans in the file; comments stay.

        Args:
            key: "plugins" or "plans".
            names: The new list.

        Returns:
            What the file says now.
        """
        import tomlkit

        document = tomlkit.parse(read_text(self.path))
        if key == "plans" and (isinstance(document.get("plans"), Mapping) or "plans" not in document):
            document.setdefault("plans", tomlkit.table())["follow"] = _array(names)
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
    """Return the folder of the workspace: the one named, else the one found from a folder upwards.

    Raises:
        NoWorkspace: where there is none.
    """
    if named is not None and not (named / FILE).is_file():
        raise NoWorkspace(N_("There is no {file} in {folder}."), Hint.of("create-workspace"), file=FILE, folder=str(named))
    found = named or find(start)
    if found is None:
        raise NoWorkspace(N_("There is no {file} in this folder or above it."), Hint.of("create-workspace"), file=FILE)
    return found


def read(folder: Path) -> WorkspaceFile:
    """Return what `monitor.toml` in a folder says.

    Raises:
        BadData: for a syntax error (line and column), an unknown key (with the nearest right one) or a wrong value.
    """
    file = read_toml(folder / FILE)
    with file.named():
        return _read(folder, Table(file.content, "", KEYS))


def _read(folder: Path, top: Table) -> WorkspaceFile:
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
    return Calendar(off, worked)


def write_new(folder: Path, *, place: str, plugins: Sequence[str], plans: Sequence[str], language: str) -> WorkspaceFile:
    """Write a new `monitor.toml` and return what it says.

    Raises:
        UnknownName: where the folder has one already.
    """
    import tomlkit

    path = folder / FILE
    if path.exists():
        raise UnknownName(N_("{file} exists already."), Hint.of("use-workspace"), file=str(path))
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
    return WorkspaceFile(folder, place=place, language=language, plugins=tuple(plugins), plans=tuple(plans))


def _array(names: Sequence[str]) -> Any:
    import tomlkit

    array = tomlkit.array()
    array.extend(names)
    return array.multiline(len(names) > 1)
