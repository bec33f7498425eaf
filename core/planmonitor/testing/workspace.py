"""A workspace for tests: a real folder with a real database, filled and judged in a few lines."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

from planmonitor.assessment.checking import CheckedPlan, Finding
from planmonitor.assessment.figures import Figure
from planmonitor.assessment.plans import Known, expected_parts
from planmonitor.assessment.records import Receipt
from planmonitor.messages import N_, InvalidPlan, UnknownName
from planmonitor.model.plans import Measure, Place, Plan
from planmonitor.names import offer
from planmonitor.recording import Draft, admit, check_breakdowns
from planmonitor.registry.catalogue import Catalogue, Problem
from planmonitor.registry.installed import installed, prefix_of
from planmonitor.registry.judging import checks_of, judge
from planmonitor.registry.loading import load
from planmonitor.storage import Database
from planmonitor.storage.upgrade import create_or_upgrade

TIME_ZONE = ZoneInfo("Asia/Ho_Chi_Minh")


class Workspace:
    """A place that follows plans, records figures and sees its plans judged. What `monitor` makes of its folder is the same.

    Attributes:
        folder: The folder with its `monitor.toml` and `monitor.db`.
        place: The place, for plans that name none.
        today: The day it is; set it to another to move in time.
    """

    def __init__(self, folder: Path, place: Place, today: date) -> None:
        """Create an empty workspace in an existing folder."""
        self.folder = folder
        self.place = place
        self.today = today
        self._plans: list[str] = []
        self._catalogue = Catalogue((), ())
        self._moments = 0
        create_or_upgrade(self._database)
        self._write()

    @property
    def _database(self) -> Path:
        return self.folder / "monitor.db"

    def _write(self) -> None:
        """Write `monitor.toml`; a string of JSON is one of TOML too."""
        plugins = [loaded.plugin.name for loaded in self._catalogue.loaded]
        lines = (
            f"place = {json.dumps(self.place.key, ensure_ascii=False)}",
            f"plugins = {json.dumps(plugins)}",
            "",
            "[plans]",
            f"follow = {json.dumps(self._plans)}",
        )
        (self.folder / "monitor.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")

    def follow(self, *plans: str) -> None:
        """Enable the plugins of some plans and follow the plans.

        Args:
            plans: Their ids.

        Raises:
            InvalidPlan: with its problem, where a plugin does not load.
            UnknownName: where no installed plugin has such a plan.
        """
        wanted = [*self._plans, *plans]
        prefixes = {plan.partition("/")[0] for plan in wanted}
        self._catalogue = load(name for name in installed() if prefix_of(name) in prefixes)
        _raise(self._catalogue.problems)
        for plan in plans:
            if plan not in self._catalogue.plans:
                known = tuple(self._catalogue.plans) or tuple(installed())
                raise UnknownName(N_("No installed plugin has the plan '{name}'."), offer(plan, known), name=plan)
        self._plans = list(dict.fromkeys(wanted))
        self._write()

    def record(
        self,
        measure: str,
        period: str,
        *,
        numerator: int | None = None,
        denominator: int | None = None,
        value: int | Decimal | None = None,
        yes: bool | None = None,
        unit: str = "",
        breakdown: Mapping[str, str] | None = None,
        state: str | None = None,
        comparison: bool = False,
        on: date | None = None,
    ) -> Figure:
        """Record one figure, through the same door as the command line, and return it.

        Args:
            measure: Full id of a measure of a plan followed.
            period: The period, as officers write it: "2026", "2026-S1", "quý II/2026".
            numerator: Above the line.
            denominator: Below the line.
            value: A count or points.
            yes: A state.
            unit: Unit that supplies it; "" for the whole place.
            breakdown: Category by breakdown; None for the total.
            state: "estimated", "provisional" or "final"; None lets the period decide.
            comparison: Whether it is a figure of a year before the plan.
            on: The day it is recorded; None for today. Days of one test come in order.

        Raises:
            UnknownName: for a measure, unit or breakdown that does not exist.
            BadData: where the figure contradicts its definition, its plan or itself.
        """
        plan, found = self._measure(measure)
        day = on or self.today
        draft = Draft(
            period=plan.window_of(found).parse(period),
            numerator=numerator,
            denominator=denominator,
            value=value,
            yes=yes,
            unit=unit,
            breakdown=breakdown or {},
            state=state,
            comparison=comparison,
            evidence="Báo cáo thử" if comparison else "",
        )
        here = self._here(plan)
        with Database.open(self._database) as database, database.writing() as held:
            parts = expected_parts(plan, found, held.units(None), min(draft.period.end, day))
            figure = admit(plan, found, draft, place=here, parts=parts, today=day, zero=self._must_not_occur(found)).figure
            standing = {item.key: item for item in held.known_at(None, places={here}, definitions={figure.definition})}
            standing[figure.key] = figure
            check_breakdowns(found.definition, [item for item in standing.values() if item.key[:5] == figure.key[:5]])
            receipt = Receipt(secrets.token_hex(4), "record")
            return held.append([figure], recorded_at=self._moment(day), receipt=receipt)[0]

    def assess(self, plan: str, as_of: date | None = None) -> CheckedPlan:
        """Judge a plan on a day, from what was recorded by its end, and run its checks.

        Args:
            plan: Id of a plan followed.
            as_of: The day; None for today.

        Raises:
            UnknownName: where no such plan is followed.
            InvalidPlan: where a check fails.
        """
        followed = self._plan(plan)
        day = as_of or self.today
        assessed, problems = judge(self._catalogue, followed, self._known(followed, day), day)
        _raise(problems)
        return assessed

    def status(self, measure: str, as_of: date | None = None) -> str:
        """Return the status of one measure on a day: "met", "not_met", "no_data" and so on.

        Args:
            measure: Its full id.
            as_of: The day; None for today.
        """
        plan, _measure = self._measure(measure)
        return next(judged.status for judged in self.assess(plan.id, as_of).measures if judged.id == measure)

    def findings(self, check: str, as_of: date | None = None) -> tuple[Finding, ...]:
        """Return what one check says of the plans followed, on a day; empty where it looked and found nothing.

        Args:
            check: Its id.
            as_of: The day; None for today.

        Raises:
            UnknownName: where no check of that id applies to a plan followed.
        """
        applying = {plan.id: [item.id for item in checks_of(self._catalogue, plan)] for plan in self._followed()}
        known = sorted({name for names in applying.values() for name in names})
        if check not in known:
            raise UnknownName(N_("No plan followed has the check '{name}'."), offer(check, known), name=check)
        judged = [self.assess(plan, as_of) for plan, names in applying.items() if check in names]
        return tuple(found.finding for assessed in judged for found in assessed.findings if found.check.id == check)

    def _followed(self) -> list[Plan]:
        return [self._catalogue.plans[plan] for plan in self._plans]

    def _plan(self, name: str) -> Plan:
        for plan in self._followed():
            if plan.id == name:
                return plan
        raise UnknownName(N_("The plan '{name}' is not followed."), offer(name, self._plans), name=name)

    def _measure(self, name: str) -> tuple[Plan, Measure]:
        known = {plan.measure_id(measure): (plan, measure) for plan in self._followed() for measure in plan.measures}
        if name not in known:
            raise UnknownName(N_("There is no measure '{name}' in the plans followed."), offer(name, tuple(known)), name=name)
        return known[name]

    def _must_not_occur(self, measure: Measure) -> bool:
        """Return whether any plan followed has a zero target on what a measure counts; such a figure is never an estimate."""
        counting = [item for plan in self._followed() for item in plan.measures if item.definition.key == measure.definition.key]
        return any(target.kind == "zero_incident" for item in counting for target in item.targets)

    def _here(self, plan: Plan) -> str:
        return plan.place.key if plan.place is not None and plan.place.key else self.place.key

    def _known(self, plan: Plan, day: date) -> Known:
        """Return what was known of the place of a plan by the end of a day."""
        here, instant = {self._here(plan)}, datetime.combine(day + timedelta(days=1), time(), TIME_ZONE) - timedelta(microseconds=1)
        with Database.open(self._database, read_only=True) as database, database.reading() as held:
            return Known(
                figures=held.known_at(instant, places=here),
                units=tuple(unit for unit in held.units(instant) if unit.place in here),
                acceptances=held.acceptances(instant),
                received={
                    (definition, unit, start, end): received
                    for (definition, _place, unit, start, end), received in held.first_received(instant, TIME_ZONE, places=here).items()
                },
            )

    def _moment(self, day: date) -> datetime:
        """Return ten in the morning of a day, a little later every time."""
        self._moments += 1
        return datetime.combine(day, time(10), TIME_ZONE) + timedelta(microseconds=self._moments)


def _raise(problems: Sequence[Problem]) -> None:
    """Raise the first of some problems of plugins."""
    for problem in problems:
        raise InvalidPlan(N_("Plugin {plugin}, {stage}: {message}"), plugin=problem.plugin, stage=problem.stage, message=problem.message)
