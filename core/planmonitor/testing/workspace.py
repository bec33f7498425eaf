"""A workspace for tests: a real folder with a real database, filled and judged in a few lines."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any

from planmonitor.assessment.acts import Sending
from planmonitor.assessment.checking import CheckedPlan, Finding
from planmonitor.assessment.records import Figure, MemberUnit
from planmonitor.messages import N_, InvalidPlan, UnknownName
from planmonitor.model import settings
from planmonitor.model.places import Place
from planmonitor.model.plans import Plan
from planmonitor.names import offer
from planmonitor.registry.catalogue import Problem
from planmonitor.registry.installed import installed, prefix_of
from planmonitor.registry.judging import checks_of
from planmonitor.storage.file import create_or_upgrade
from planmonitor.workspace import file as files
from planmonitor.workspace.admission import Draft
from planmonitor.workspace.following import enable, find_plan
from planmonitor.workspace.judging import judge
from planmonitor.workspace.opening import TIME_ZONE, Surroundings, Workspace
from planmonitor.workspace.recording import record
from planmonitor.workspace.register import MemberRegister
from planmonitor.workspace.sending import Letter, note
from planmonitor.workspace.units import add

__all__ = ["MemberUnit", "TrialWorkspace", "settle"]


class TrialWorkspace:
    """A place that follows plans, records figures and sees its plans judged, by what `monitor` does with its folder.

    Attributes:
        folder: The folder with its `monitor.toml` and `monitor.db`.
        place: The place, for plans that name none.
        today: The day it is; set it to another to move in time.
    """

    def __init__(self, folder: Path, place: Place, today: date) -> None:
        """Create an empty workspace in an existing folder."""
        self.folder, self.place, self.today = folder, place, today
        self._moments = 0
        files.write_workspace(folder, place=place.key, plugins=(), plans=(), language="vi")
        create_or_upgrade(folder / files.DATABASE)

    def _opened(self, day: date | None = None) -> Workspace:
        """Open it at ten in the morning of a day, a little later every time."""
        self._moments += 1
        moment = datetime.combine(day or self.today, time(10), TIME_ZONE) + timedelta(microseconds=self._moments)
        workspace = Workspace(files.read(self.folder), Surroundings(lambda: moment, clock_right=True))
        _raise(workspace.problems)
        return workspace

    def follow(self, *plans: str) -> None:
        """Enable the plugins of some plans, named by their ids, and follow the plans.

        Raises:
            InvalidPlan: with its problem, where a plugin does not load.
            UnknownName: where no installed plugin has such a plan; near misses are named.
        """
        workspace = self._opened()
        plugins = {prefix_of(name): name for name in installed()}
        enable(workspace, [plugins.get(prefix, prefix) for prefix in (plan.partition("/")[0] for plan in plans)])
        workspace = self._opened()
        followed = [*workspace.file.plans, *(find_plan(workspace, plan).id for plan in plans)]
        workspace.file.with_names("plans", tuple(dict.fromkeys(followed)))

    def settle(self, plan: str, **tables: Mapping[str, Any] | str) -> None:
        """Settle what a plan leaves open, as `monitor.toml` has it: `answers={"owner-4a": ["thon"]}`, `baselines`, `milestones`, `window`."""
        import tomlkit

        path = self.folder / files.FILE
        document = tomlkit.parse(path.read_text(encoding="utf-8"))
        document["plans"].setdefault(plan, tomlkit.table()).update(tables)
        path.write_text(tomlkit.dumps(document), encoding="utf-8")

    def add_member(self, name: str, group: str, plan: str = "") -> str:
        """Register a member of a group of a plan from the plan's first day on, and return its id."""
        register = MemberRegister(self._opened())
        [member, *_others] = add(register, name, [group], plan=plan)
        register.write()
        return member.id

    def record(self, measure: str, period: str, *, on: date | None = None, **given: Any) -> Figure:
        """Record one figure, through the same door as the command line, and return it.

        Args:
            measure: Full id of a measure of a plan followed, or of a base population.
            period: The period, as officers write it: "2026", "2026-S1", "quý II/2026".
            on: The day it is recorded; None for today. Days of one test come in order.
            given: What was counted (`numerator` and `denominator`, `value`, or `yes`), and any other field of a `Draft`.

        Raises:
            UnknownName: for a measure, unit or breakdown that does not exist.
            BadData: where the figure contradicts its definition, its plan or itself.
        """
        source = {"evidence": "Báo cáo thử"} if given.get("comparison") else {}
        entered = record(self._opened(on), Draft(measure, period, **source | given))
        return (*(change.figure for change in entered.changes), *entered.unchanged)[0]

    def submit(self, duty: str, period: str, number: str, dated: date, unit: str = "") -> Sending:
        """Record that the report of a duty was sent, through the same door as the command line, and return that.

        Raises:
            UnknownName: for a duty or unit that does not exist.
            BadData: where the letter contradicts the report or what was recorded of it.
        """
        return note(self._opened(), "submit", duty, period, Letter(number, dated), unit=unit)[0]

    def assess(self, plan: str, as_of: date | None = None) -> CheckedPlan:
        """Judge a plan followed on a day, None for today, from what was recorded by its end, and run its checks.

        Raises:
            UnknownName: where no such plan is followed.
            InvalidPlan: where a check fails.
        """
        workspace = self._opened()
        judged = judge(workspace, [plan], as_of or self.today)
        _raise(workspace.problems)
        return judged.plans[0]

    def status(self, measure: str, as_of: date | None = None) -> str:
        """Return the status of one measure, named by its full id, on a day: "met", "not_met", "no_data" and so on."""
        plan, found = self._opened().measure(measure)
        return next(judged.status for judged in self.assess(plan.id, as_of).judged.measures if judged.measure.code == found.code)

    def findings(self, check: str, as_of: date | None = None) -> tuple[Finding, ...]:
        """Return what one check says of the plans followed, on a day; empty where it looked and found nothing.

        Raises:
            UnknownName: where no check of that id applies to a plan followed.
        """
        workspace = self._opened()
        applying = {plan.id: [found.id for found in checks_of(workspace.catalogue, plan)] for plan in workspace.followed()}
        known = sorted({name for names in applying.values() for name in names})
        if check not in known:
            raise UnknownName(N_("No plan followed has the check '{name}'."), offer(check, known), name=check)
        judged = [self.assess(plan, as_of) for plan, names in applying.items() if check in names]
        return tuple(found.finding for assessed in judged for found in assessed.findings if found.check.id == check)


def settle(plan: Plan, **tables: Mapping[str, Any] | str) -> Plan:
    """Return a plan with what a place settles for it, in the tables of `monitor.toml`: `answers={"owner-4a": ["thon"]}`, `baselines` ...

    Raises:
        BadData: for a question or measure the plan does not have, or a value that does not fit it.
    """
    return settings.settle(plan, files.settings_of(files.WorkspaceFile(Path(), settings={plan.id: tables}), plan))


def _raise(problems: Sequence[Problem]) -> None:
    """Raise the first of some problems of plugins."""
    for problem in problems:
        raise InvalidPlan(N_("Plugin {plugin}, {stage}: {message}"), plugin=problem.plugin, stage=problem.stage, message=problem.message)
