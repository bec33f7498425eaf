"""One run of a command: the workspace, the plugins it enables, its database, and the assessment of its plans."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from attrs import frozen
from planmonitor import Measure, Message, Plan, Refusal, UnknownName
from planmonitor.assessment.checking import CheckedPlan, FoundBy
from planmonitor.assessment.figures import Figure
from planmonitor.assessment.plans import Known
from planmonitor.assessment.records import Acceptance, MemberUnit
from planmonitor.model.settings import PlanSettings, settle
from planmonitor.names import names_like, offer
from planmonitor.registry.catalogue import Catalogue, Loaded, Problem
from planmonitor.registry.installed import installed, plugin_of
from planmonitor.registry.judging import judge, judge_together
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli import workspace as workspaces
from planmonitor_cli.invocation import Invocation
from planmonitor_cli.output import tell
from planmonitor_cli.plugins import load

if TYPE_CHECKING:
    from planmonitor.storage import Database

CODE = 5
"""Digits of the code of a commune (docs/domain.md, rule 21)."""

TIME_ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


def local_now() -> datetime:
    """Return the present instant in Viet Nam."""
    return datetime.now(TIME_ZONE)


def end_of(day: date) -> datetime:
    """Return the last instant of a day in Viet Nam."""
    return datetime.combine(day + timedelta(days=1), time(), TIME_ZONE) - timedelta(microseconds=1)


@frozen
class Recorded:
    """All that the database holds at one moment, of every place.

    Attributes:
        figures: The latest revision of each figure.
        units: Registered members of groups.
        acceptances: Approved explanations of shortfalls.
        received: When each total first came in, by definition, place, unit, first and last day.
    """

    figures: tuple[Figure, ...]
    units: tuple[MemberUnit, ...]
    acceptances: tuple[Acceptance, ...]
    received: Mapping[tuple[str, str, str, date, date], datetime]


@frozen
class Followed:
    """A plan this workspace follows.

    Attributes:
        plan: The plan, with what the place settled.
        settings: What the place settled.
        plugin: The plugin that carries it.
    """

    plan: Plan
    settings: PlanSettings
    plugin: Loaded


class Session:
    """What a command works with.

    Attributes:
        workspace: The workspace.
        catalogue: The plugins loaded, and what went wrong with others.
        now: The present instant, in Viet Nam.
        say: The words of the language in use.
    """

    def __init__(self, invocation: Invocation, *, all_plugins: bool = False, also: Sequence[str] = ()) -> None:
        """Read the workspace, load the plugins it enables and the local plans it follows.

        Args:
            invocation: How the program was called.
            all_plugins: Whether to load all installed plugins, and all local plans, instead.
            also: Names of plans; those that are local plans of the workspace are read although they are not followed.

        Raises:
            NoWorkspace: where there is none.
            BadData: where its file is wrong.
        """
        self.workspace = workspaces.read(workspace_folder(invocation))
        self._clock: Callable[[], datetime] = invocation.clock or local_now
        self.now = self._clock().astimezone(TIME_ZONE)
        self.say = Speaker()
        self._followed: dict[str, Followed] = {}
        loaded = load(installed() if all_plugins else self.workspace.plugins)
        self.catalogue = loaded.with_local(self.workspace.folder)
        for plan in self.catalogue.plan_ids if all_plugins else self._wanted(also):
            self.catalogue.plans.get(plan)
        self.problems = [problem for problem in self.catalogue.problems if problem.plugin in {*self.workspace.plugins, *self.workspace.plans}]
        self._missing = [plan for plan in self.workspace.plans if plan not in self.catalogue.plans]
        failed = {problem.plugin for problem in self.problems}
        self.problems += [_uncarried(plan, self.catalogue) for plan in self._missing if not {plan, plugin_of(plan)} & failed]
        workspaces.check_plan_tables(self.workspace, self.catalogue.plan_ids)

    def _wanted(self, also: Sequence[str]) -> list[str]:
        """Return the plans to read: those followed, and those named, by id or by the end of one."""
        named = [plan for plan in self.catalogue.plan_ids if any(plan == name or plan.endswith(f"/{name}") for name in also)]
        return list(dict.fromkeys([*self.workspace.plans, *named]))

    @property
    def today(self) -> date:
        """Today in Viet Nam."""
        return self.now.date()

    @property
    def exit_code(self) -> int:
        """1 where an enabled plugin failed, else 0."""
        return 1 if self.problems else 0

    def tell_problems(self) -> None:
        """Name the plugins that failed, on standard error."""
        for problem in self.problems:
            tell(self.say.problem(problem))

    def followed(self, only: Sequence[str] = ()) -> list[Followed]:
        """Return the plans followed, with what the place settled for them.

        Args:
            only: Ids, or ends of ids, to keep; empty for all.

        Raises:
            UnknownName: for a plan that is not followed.
        """
        ids = [self._followed_id(name) for name in only] if only else [plan for plan in self.workspace.plans if plan not in self._missing]
        return [self._settled(plan_id) for plan_id in dict.fromkeys(ids)]

    def _settled(self, plan_id: str) -> Followed:
        """Return a followed plan with what the place settled; worked out once in a run."""
        if plan_id not in self._followed:
            plan = self.catalogue.plans[plan_id]
            settings = workspaces.settings_of(self.workspace, plan)
            self._followed[plan_id] = Followed(settle(plan, settings), settings, self.catalogue.plugin_of(plan))
        return self._followed[plan_id]

    def _followed_id(self, name: str) -> str:
        here = [plan for plan in self.workspace.plans if plan in self.catalogue.plans]
        ending = [plan for plan in here if plan == name or plan.endswith(f"/{name}")]
        if len(ending) == 1:
            return ending[0]
        self.tell_problems()
        raise unknown_plan(name, here)

    def place_of(self, plan: Plan) -> str:
        """Return under which place the figures of a plan are recorded; "" while it is open."""
        if plan.place is not None and plan.place.key:
            return plan.place.key
        return self.place_key(self.workspace.place)

    def place_key(self, named: str) -> str:
        """Return the code of a place named by code or name, as the plans name it; the name itself where no plan has it."""
        settled = len(named) == CODE and named.isdigit()
        others: Iterable[Plan] = () if settled else self.catalogue.plans.values()
        for plan in (*self._followed_plans(), *others):
            if plan.place is not None and plan.place.is_called(named):
                return plan.place.key
        return named

    def _followed_plans(self) -> list[Plan]:
        return [plan for name in self.workspace.plans if (plan := self.catalogue.plans.get(name)) is not None]

    def place_name(self) -> str:
        """Return the name of the workspace's place, as the plans name it; "" while it is open."""
        own = {plan.place.key for plan in (item.plan for item in self.followed()) if plan.place is not None and plan.place.key}
        key = self.place_key(self.workspace.place) or (own.pop() if len(own) == 1 else "")
        names = [plan.place.name for plan in self._followed_plans() if plan.place is not None and plan.place.key == key]
        return next((name for name in names if name), key)

    def measure(self, name: str) -> tuple[Followed, Measure]:
        """Return the plan and the measure named by full id, or by an end of it that only one followed plan has.

        Raises:
            UnknownName: where there is none, or several; near misses are named.
        """
        followed = self.followed()
        ids = {item.plan.measure_id(measure): (item, measure) for item in followed for measure in item.plan.measures}
        ending = [full for full in ids if full == name or full.endswith(f"/{name}")]
        if len(ending) == 1:
            return ids[ending[0]]
        if ending:
            raise UnknownName(N_("Several measures are called '{name}': {ids}."), Message.of(N_("Write the whole id.")), name=name, ids=tuple(ending))
        raise unknown_measure(name, (*ids, *self.catalogue.populations))

    def sharing(self, definition: str, name: str) -> tuple[str, ...]:
        """Return the full ids of other measures that count the same definition at the same place as the measure called `name`."""
        followed = self.followed()
        ids = {
            item.plan.measure_id(measure): self.place_of(item.plan)
            for item in followed
            for measure in item.plan.measures
            if measure.definition.key == definition
        }
        return tuple(full for full, place in ids.items() if full != name and place == ids.get(name, place))

    @contextmanager
    def database(self, *, read_only: bool = False) -> Iterator[Database]:
        """Open the workspace's database for the length of a block.

        Raises:
            StorageTrouble: where it is missing, damaged or foreign.
        """
        from planmonitor.storage import Database

        with Database.open(self.workspace.database_path, read_only=read_only) as database:
            yield database

    def recorded(self, database: Database, instant: datetime | None) -> Recorded:
        """Return what was known of the workspace's places at an instant; None for now."""
        places = {"", self.place_key(self.workspace.place), *(self.place_of(item.plan) for item in self.followed())}
        with database.reading() as held:
            return Recorded(
                figures=held.known_at(instant, places=places),
                units=held.units(instant),
                acceptances=held.acceptances(instant),
                received=held.first_received(instant, TIME_ZONE, places=places),
            )

    def assess(self, followed: Sequence[Followed], recorded: Recorded, as_of: date) -> list[CheckedPlan]:
        """Judge plans on a day and run their plugins' checks; a check that fails becomes a problem of its plugin."""
        judged = []
        for item in followed:
            assessed, problems = judge(self.catalogue, item.plan, self.at_place(recorded, item.plan), as_of)
            self.problems += problems
            judged.append(assessed)
        return judged

    def between(self, judged: Sequence[CheckedPlan], recorded: Recorded) -> tuple[FoundBy, ...]:
        """Return what does not agree between the plans of each place."""
        by_place: dict[str, list[CheckedPlan]] = {}
        for assessed in judged:
            by_place.setdefault(self.place_of(assessed.plan), []).append(assessed)
        found: list[FoundBy] = []
        for plans in by_place.values():
            more, problems = judge_together([item.judged for item in plans], self.at_place(recorded, plans[0].plan).figures)
            self.problems += problems
            found += more
        return tuple(found)

    def at_place(self, recorded: Recorded, plan: Plan) -> Known:
        """Return what is known of the place of a plan; figures recorded while the place was open count as its own."""
        here = {self.place_of(plan), ""}
        latest: dict[object, Figure] = {}
        for figure in sorted(recorded.figures, key=lambda item: item.revision):
            if figure.place in here:
                latest[figure.key[:1] + figure.key[2:]] = figure
        return Known(
            figures=tuple(latest.values()),
            units=tuple(unit for unit in recorded.units if unit.place in here),
            acceptances=recorded.acceptances,
            calendar=self.workspace.calendar,
            received={
                (definition, unit, start, end): instant
                for (definition, place, unit, start, end), instant in recorded.received.items()
                if place in here
            },
        )


def _uncarried(plan: str, catalogue: Catalogue) -> Problem:
    """Return the problem of a plan that is followed and that no enabled plugin carries."""
    near = offer(plan, tuple(catalogue.plans))
    return Problem(plugin_of(plan), "find", Message.of(N_("plan {plan} is followed, but no enabled plugin carries it. {near}"), plan=plan, near=near))


def workspace_folder(invocation: Invocation) -> Path:
    """Return the folder of the workspace: named, or found from the current folder upwards.

    Raises:
        NoWorkspace: where there is none.
    """
    if invocation.workspace is not None:
        if (invocation.workspace / workspaces.FILE).is_file():
            return invocation.workspace
        raise workspaces.NoWorkspace(
            N_("There is no {file} in {folder}."),
            Message.of(N_("Create a workspace with: monitor init")),
            file=workspaces.FILE,
            folder=str(invocation.workspace),
        )
    found = workspaces.find(Path.cwd())
    if found is None:
        raise workspaces.NoWorkspace(
            N_("There is no {file} in this folder or above it."), Message.of(N_("Create a workspace with: monitor init")), file=workspaces.FILE
        )
    return found


def unknown_plan(name: str, known: Sequence[str]) -> Refusal:
    """Return the error for a plan that does not exist or is not followed, naming near misses."""
    hint = offer(name, known) if names_like(name, known) else Message.of(N_("See: monitor plans list --all"))
    return UnknownName(N_("There is no plan '{name}' here."), hint, name=name)


def unknown_measure(name: str, known: Sequence[str]) -> Refusal:
    """Return the error for a measure that does not exist, naming near misses."""
    hint = offer(name, known) if names_like(name, known) else Message.of(N_("See: monitor plans show PLAN"))
    return UnknownName(N_("There is no measure '{name}' in the plans followed."), hint, name=name)


def unknown_unit(name: str, plans: Sequence[Plan]) -> Refusal:
    """Return the error for a unit that no plan followed has, naming near misses."""
    known = tuple(unit.id for plan in plans for unit in plan.units)
    return UnknownName(N_("No plan followed gives unit '{name}' a measure or a report."), offer(name, known), name=name)


def finish(code: int) -> None:
    """End the command with an exit code; 0 ends it in the usual way."""
    if code:
        sys.exit(code)
