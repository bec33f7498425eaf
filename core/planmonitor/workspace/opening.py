"""A workspace opened by somebody: its file, the plugins it enables, the plans it follows, its database."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Collection, Sequence
from copy import copy
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from attrs import frozen

from planmonitor.assessment.acts import Receipt
from planmonitor.assessment.records import MemberUnit
from planmonitor.messages import N_, Hint, Message, UnknownName
from planmonitor.model.definitions import Population
from planmonitor.model.places import Place
from planmonitor.model.plans import Measure, Plan
from planmonitor.model.settings import settle
from planmonitor.names import Named, find, offer, pick
from planmonitor.registry.catalogue import Catalogue, Problem
from planmonitor.registry.installed import installed, plugin_of
from planmonitor.registry.loading import load
from planmonitor.workspace.file import WorkspaceFile, settings_of
from planmonitor.workspace.naming import MEASURE, PLAN, indicator_named, measure_named, only, plan_named, population_named, understood

if TYPE_CHECKING:
    from planmonitor.storage import Database
    from planmonitor.storage.database import Writing

TIME_ZONE = ZoneInfo("Asia/Ho_Chi_Minh")

LONG_AFTER = timedelta(days=60)
"""From how long after the newest entry on an entry is told that the clock may be wrong: officers write something down every month or two."""
WAITED = timedelta(minutes=1)
"""By how much an act may be recorded after the clock without a word: twice the longest wait for another program."""


@frozen
class Surroundings:
    """Who opens a workspace, when and where: handed in by the program that does, for nothing here looks around."""

    clock: Callable[[], datetime]
    person: str = ""
    """Who enters figures; "" for the officer that the workspace names."""
    language: str = "vi"
    """The language of the person, "vi" or "en"; a new workspace speaks it too."""
    database: str = ""
    """Path or URL of a database that is used in place of the workspace's; "" for none."""
    clock_right: bool = False
    """Whether the person says that the clock is right, though it is far ahead of the newest entry."""
    trace: Callable[[str], None] | None = None
    """Takes a line for every hook of a plugin that is called; None where nobody wants to know."""


class Workspace:
    """An opened workspace, with which all works that the program does: opened at a `moment`, in Viet Nam, by the `person` who enters figures.

    `database_at` is the path of the SQLite file, or the URL of another database. `receipts` are the acts recorded since it was opened,
    `notes` what is to be said of them. `supposed` are entries of members to judge by in place of those recorded, None for these.
    """

    def __init__(self, file: WorkspaceFile, surroundings: Surroundings, *, everything: bool = False) -> None:
        """Load the plugins that a workspace enables and read the plans it follows; with `everything` all plugins and plans there are."""
        self.file = file
        self.surroundings = surroundings
        self.moment = surroundings.clock().astimezone(TIME_ZONE)
        self.day = self.moment.date()
        self.person = surroundings.person or file.officer
        self.database_at = file.database_at(surroundings.database)
        self.failed_checks: list[Problem] = []
        self.receipts: list[Receipt] = []
        self.notes: list[Message] = []
        self._followed: dict[str, Plan] = {}
        self.supposed: tuple[MemberUnit, ...] | None = None
        self.catalogue: Catalogue = load(installed() if everything else file.plugins, trace=surroundings.trace)
        if file.path.is_file():
            self.catalogue.add_local(file.folder)
        for plan in self.catalogue.plan_ids if everything else file.plans:
            self.catalogue.plans.get(plan)  # what is wrong with its file is known from here on
        file.check_plan_tables(self.catalogue.plan_ids)

    def with_file(self, file: WorkspaceFile) -> Workspace:
        """Return it as it would be if its file were another one; nothing is written, and what goes wrong there is not told here."""
        other = copy(self)
        other.file, other.failed_checks, other.notes, other._followed = file, [], [], {}
        return other

    def with_members(self, entries: Sequence[MemberUnit]) -> Workspace:
        """Return it as it would be if these were all entries of members there are; nothing is written, and what goes wrong there is not told here."""
        other = self.with_file(self.file)
        other.supposed = tuple(entries)
        return other

    @property
    def problems(self) -> list[Problem]:
        """What went wrong with the plugins enabled and the plans followed."""
        found = [problem for problem in self.catalogue.problems if problem.plugin in {*self.file.plugins, *self.file.plans}]
        failed = {problem.plugin for problem in found}
        uncarried = N_("plan {plan} is followed, but no enabled plugin carries it. {near}")
        for plan in self.file.plans:
            if plan not in self.catalogue.plans and not {plan, plugin_of(plan)} & failed:
                found.append(Problem(plugin_of(plan), "find", Message.of(uncarried, plan=plan, near=offer(plan, self.catalogue.plan_ids))))
        return found + self.failed_checks

    def of_other_places(self) -> list[Message]:
        """Return what is to be said of plans followed that belong to another place than the workspace says it is."""
        here, other = self.place_key(self.file.place), N_("Plan {plan} belongs to {theirs}, this workspace to {ours}.")
        plans = [plan for plan in self.followed() if here and plan.place is not None and plan.place.key not in {"", here}]
        return [Message.of(other, plan=plan.id, theirs=self.place_today(plan.place), ours=self.place_today()) for plan in plans]

    def place_today(self, place: Place | None = None) -> str:
        """Return what a place is called today, with what it lies in and its code: that of a plan, or by default the workspace's own.

        A plan prints the name of its day; a letter, a report or a message of today has this one.
        """
        from planmonitor.workspace.places import code_on, place_on

        return place_on(place, self.day) if place is not None else code_on(self.place_key(self.file.place), self.day) or self.file.place

    def followed(self, names: Sequence[str] = (), *, guess: bool = False) -> list[Plan]:
        """Return the plans followed, with what the place settled, or only those of some names; `guess` where nothing is recorded for it."""
        here = [plan for plan in self.file.plans if plan in self.catalogue.plans]
        chosen = list(dict.fromkeys(self.plan_id(name, here, guess=guess) for name in names)) if names else here
        for plan_id in chosen:
            if plan_id not in self._followed:  # what a place settled is worked out once
                plan = self.catalogue.plans[plan_id]
                self._followed[plan_id] = settle(plan, settings_of(self.file, plan))
        return [self._followed[plan_id] for plan_id in chosen]

    def place_of(self, plan: Plan) -> str:
        """Return under which place the figures of a plan are recorded; "" while it is open."""
        return plan.place.key if plan.place is not None and plan.place.key else self.place_key(self.file.place)

    def places(self) -> set[str]:
        """Return under which places its figures are recorded: one as a rule, "" while it is open."""
        return {self.place_key(self.file.place), *map(self.place_of, self.followed())}

    def own_place(self) -> str:
        """Return under which place that is recorded which names none: of several that of the greatest code, "" while it is open."""
        return max(self.places())

    def place_key(self, named: str) -> str:
        """Return the code of a place named by code or name, as the plans name it; the name itself where no plan has it."""
        if not named:
            return ""
        # A whole code says all there is to say; plans that nobody follows are not read for it.
        named = f"0{named}" if re.fullmatch("[0-9]{4}", named) else named  # a spreadsheet drops the zero in front
        whole = re.fullmatch("[0-9]{5}", named) is not None
        plans = map(self.catalogue.plans.get, dict.fromkeys((*self.file.plans, *(() if whole else self.catalogue.plan_ids))))
        places = (plan.place for plan in plans if plan is not None and plan.place is not None)
        return next((place.key for place in places if place.is_called(named)), named)

    def typed_place(self, named: str) -> str:
        """Return the code of a place that somebody typed; one whose bare name other places bear too is asked about, with an UnknownName."""
        key = self.place_key(named)
        if named and key not in {"", named} and named.isdigit():
            read = Message.of(N_("The code {typed} was read as {code}: leading zeros count."), typed=named, code=key)
            self.notes += [read] if read not in self.notes else []
        if not named or named.isdigit() or named in self.places():
            return key
        from planmonitor.workspace.places import listed, named_so

        here = {place.code for place in named_so(named) if not place.former}
        if here & self.places() and (found := listed(named, self.day)) is not None:
            return found.code
        own = self.file.place
        return self.place_key(own) if own and len(here) == 1 and here == {place.code for place in named_so(own) if not place.former} else key

    def told_of_place(self, named: str) -> Message | None:
        """Return what the official list says of a place that somebody typed and that is not the right one; None where it says nothing."""
        from planmonitor.workspace.places import told_of

        return told_of(named, self.day)

    def place_name(self) -> str:
        """Return the name of the workspace's place, as the plans name it, or where none does as the official list; "" while it is open."""
        places = [plan.place for plan in self.followed() if plan.place is not None and plan.place.key]
        keys = {place.key for place in places}
        key = self.place_key(self.file.place) or (keys.pop() if len(keys) == 1 else "")
        if (named := next((place.name for place in places if place.key == key), None)) or not key.isdigit():
            return named or key
        from planmonitor.workspace.places import code_on

        return code_on(key, self.day).partition(",")[0] or key

    def measures(self) -> dict[str, tuple[Plan, Measure]]:
        """Return the measures of the plans followed by full id, each with its plan."""
        return {plan.measure_id(measure): (plan, measure) for plan in self.followed() for measure in plan.measures}

    def plan_id(self, name: str, known: Sequence[str], *, guess: bool = False, first: Collection[str] = ()) -> str:
        """Return the one id among those known that a plan is named by, as `only`; only where it is no id are files read for what they are called."""
        if len(found := pick(name, known)) == 1:
            return found[0]
        plans = ((plan_id, self.catalogue.plans.get(plan_id)) for plan_id in known)
        named = [plan_named(plan) if plan is not None else Named(plan_id) for plan_id, plan in plans]
        return self.one(name, named, PLAN, guess=guess, first=first).id

    def counted(self, name: str, *, guess: bool = False) -> tuple[Plan, Measure] | Population:
        """Return the measure, with its plan, or the base population that goes by a name; `guess` where nothing is recorded for it."""
        measures = self.measures()
        if name in measures:
            return measures[name]
        populations = self.catalogue.populations
        known = [*(measure_named(*found) for found in measures.values()), *map(population_named, populations.values())]
        full = self.one(name, known, MEASURE, guess=guess).id
        return measures[full] if full in measures else populations[full]

    def shown(self, name: str) -> str:
        """Return the full id of the measure, target line or base population that goes by a name; where it only holds words lines come last."""
        plans = self.followed()
        lines = [indicator_named(plan, line) for plan in plans for line in plan.indicators]
        measures = [measure_named(plan, measure) for plan in plans for measure in plan.measures]
        counted = [*measures, *map(population_named, self.catalogue.populations.values())]
        everything = [*counted, *lines]
        # A line is printed as a whole paragraph, which holds many words.
        narrow = not find(name, everything) and (find(name, counted, guess=True) or not find(name, lines, guess=True))
        return self.one(name, counted if narrow else everything, MEASURE, guess=True).id

    def measure(self, name: str) -> tuple[Plan, Measure]:
        """Return the plan and the measure that goes by a name."""
        found = self.counted(name)
        if isinstance(found, Population):
            raise UnknownName(N_("'{name}' is a base population, no measure."), Hint.of("see-measures"), name=found.label)
        return found

    def one(self, name: str, known: Sequence[Named], sort: tuple[str, str, Message], *, guess: bool = False, first: Collection[str] = ()) -> Named:
        """Return the one of some plans, measures or reports that a name stands for, as `only`; what was understood is noted."""
        found = only(name, known, sort, guess=guess, first=first)
        self.notes += [said for said in understood(name, found) if said not in self.notes]
        return found

    def database(self, *, read_only: bool = False) -> Database:
        """Open the workspace's database."""
        from planmonitor.storage import Database

        return Database.open(self.database_at, read_only=read_only)

    def begin(self, held: Writing, kind: str, **about: Any) -> Receipt:
        """Begin an act of recording of the kind in a transaction that writes, under a new receipt, and return that."""
        code = secrets.token_hex(4)  # short enough to read out over the telephone
        newest = held.newest_act()
        receipt = held.begin(Receipt(code, kind, entered_by=self.person, **about), self.moment, sure=self.surroundings.clock_right)
        self.receipts.append(receipt)
        if newest is not None and self.moment - newest > LONG_AFTER and not self.surroundings.clock_right:
            long_after = N_("{days} days have passed since the newest entry ({newest}). If the clock is wrong, set it and take this entry back.")
            self.notes.append(Message.of(long_after, days=(self.moment - newest).days, newest=newest))
        if receipt.recorded_at is not None and receipt.recorded_at - self.moment > WAITED:
            behind = N_("The clock of this computer shows {now}, before the newest entry; this one is recorded under {instant}. Check date and time.")
            self.notes.append(Message.of(behind, now=self.moment, instant=receipt.recorded_at))
        return receipt
