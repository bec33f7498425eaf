"""Loading plugins by name, one by one, each in its own boundary (docs/domain.md, rule 26)."""

from __future__ import annotations

import sys
import traceback
from collections.abc import Callable, Iterable, Sequence
from contextlib import redirect_stdout
from datetime import date
from importlib.metadata import EntryPoint, entry_points
from typing import Any, TypeVar

import pluggy
from attrs import evolve, field, frozen

from planmonitor.assessment.checks import EVERY_PLAN
from planmonitor.assessment.plans import AssessedPlan, Known, assess_plan
from planmonitor.assessment.results import FoundBy
from planmonitor.messages import N_, InvalidPlan, Message
from planmonitor.model.checks import Check, Finding
from planmonitor.model.definitions import Population
from planmonitor.model.plans import Plan, Programme
from planmonitor.registry import hooks

T = TypeVar("T")

LOCAL = "local"
"""Under this name stand the plans that a place writes itself, in files of its workspace; no plugin may have it."""


@frozen
class Problem:
    """What went wrong with one plugin.

    Attributes:
        plugin: Name of the plugin.
        stage: "find", "import", "read" (of a local plan's file), "hook" or "check".
        message: What went wrong, and where.
    """

    plugin: str
    stage: str
    message: Message


@frozen
class Installed:
    """A plugin that is installed, loaded or not.

    Attributes:
        name: Entry-point name.
        offers: The entry points of that name: one, or several where distributions clash.
    """

    name: str
    offers: tuple[EntryPoint, ...] = field(repr=False)

    @property
    def distribution(self) -> str:
        """The distribution that offers it; all of them where they clash."""
        return ", ".join(sorted({offer.dist.name or "?" for offer in self.offers if offer.dist}))

    @property
    def version(self) -> str:
        """The version of that distribution."""
        return ", ".join(dict.fromkeys(offer.dist.version or "?" for offer in self.offers if offer.dist))


@frozen
class Loaded:
    """What one plugin brought.

    Attributes:
        plugin: The installed plugin.
        programmes: Programmes it sets up.
        plans: Plans it carries.
        checks: Checks of its plans.
    """

    plugin: Installed
    programmes: tuple[Programme, ...]
    plans: tuple[Plan, ...]
    checks: tuple[Check, ...]


@frozen
class Catalogue:
    """All that the loaded plugins brought, and what went wrong.

    Attributes:
        loaded: The plugins that loaded, in the order asked for.
        problems: What went wrong, plugin by plugin.
    """

    loaded: tuple[Loaded, ...]
    problems: tuple[Problem, ...]

    @property
    def plans(self) -> dict[str, Plan]:
        """All plans by id."""
        return {plan.id: plan for loaded in self.loaded for plan in loaded.plans}

    @property
    def programmes(self) -> dict[str, Programme]:
        """All programmes by id."""
        return {programme.id: programme for loaded in self.loaded for programme in loaded.programmes}

    @property
    def populations(self) -> dict[str, Population]:
        """All base populations by key."""
        found = [item for programme in self.programmes.values() for item in programme.populations]
        return {item.key: item for item in (*found, *(item for plan in self.plans.values() for item in plan.populations))}

    def plugin_of(self, plan: Plan) -> Loaded:
        """Return the loaded plugin that carries a plan of this catalogue."""
        return next(loaded for loaded in self.loaded if any(carried.id == plan.id for carried in loaded.plans))

    def checks_of(self, plan: Plan) -> tuple[Check, ...]:
        """Return the checks that apply to a plan: those of its own plugin; for a local plan, those of its programme's."""
        loaded = self.plugin_of(plan)
        if loaded.plugin.name == LOCAL:
            carrying = [item for item in self.loaded if plan.programme in [programme.id for programme in item.programmes]]
            return tuple(check for item in carrying for check in item.checks if not check.plans)
        return tuple(check for check in loaded.checks if not check.plans or plan.id in check.plans)

    def with_local(self, plans: Iterable[Plan], problems: Iterable[Problem]) -> Catalogue:
        """Return this catalogue and the plans of the place itself, beside what went wrong with their files."""
        own = Loaded(Installed(LOCAL, ()), programmes=(), plans=tuple(plans), checks=())
        return Catalogue((*self.loaded, own) if own.plans else self.loaded, (*self.problems, *problems))

    def judge(self, plan: Plan, known: Known, as_of: date) -> tuple[AssessedPlan, list[Problem]]:
        """Judge a plan of this catalogue on a day and run its checks.

        Args:
            plan: The plan, with what its place settled.
            known: What is known of its place.
            as_of: The day to judge on.

        Returns:
            The assessed plan with its findings, and a problem of its plugin for every check that failed.
        """
        assessed = assess_plan(plan, known, as_of)
        found, problems = run_checks(self.plugin_of(plan).plugin.name, (*EVERY_PLAN, *self.checks_of(plan)), assessed)
        return evolve(assessed, findings=tuple(FoundBy(check, finding) for check, finding in found)), problems


def prefix_of(plugin: str) -> str:
    """Return the prefix of every id a plugin may use: its name with hyphens."""
    return plugin.replace("_", "-")


def installed() -> dict[str, Installed]:
    """Return all installed plugins by name; none of them is imported."""
    offers: dict[str, list[EntryPoint]] = {}
    for entry_point in entry_points(group=hooks.PROJECT):
        offers.setdefault(entry_point.name, []).append(entry_point)
    return {name: Installed(name, tuple(entries)) for name, entries in sorted(offers.items())}


def load(names: Iterable[str], available: dict[str, Installed] | None = None) -> Catalogue:
    """Load plugins by name, each in its own boundary.

    Args:
        names: The names to load; others are not imported.
        available: The installed plugins; found afresh where not given.

    Returns:
        What loaded, and a problem for every plugin that did not. A plugin that raises, `SystemExit` included, is stepped
        over; a keyboard interrupt is not.
    """
    found = installed() if available is None else available
    loaded: list[Loaded] = []
    problems: list[Problem] = []
    for name in dict.fromkeys(names):
        try:
            loaded.append(_load_one(name, found))
        except _Failed as failure:
            problems.append(failure.problem)
    return Catalogue(tuple(loaded), tuple(problems))


class _Failed(Exception):
    def __init__(self, plugin: str, stage: str, message: Message) -> None:
        super().__init__(plugin)
        self.problem = Problem(plugin, stage, message)


def _load_one(name: str, found: dict[str, Installed]) -> Loaded:
    plugin = found.get(name)
    if name == LOCAL:
        raise _Failed(name, "find", Message.of(N_("the name is kept for the plans of the place itself")))
    if plugin is None:
        raise _Failed(name, "find", Message.of(N_("it is enabled but not installed")))
    if len(plugin.offers) > 1:
        raise _Failed(name, "find", Message.of(N_("several distributions offer it ({rivals}); none is loaded"), rivals=plugin.distribution))
    module = bounded(name, "import", plugin.offers[0].load)
    manager = pluggy.PluginManager(hooks.PROJECT)
    manager.add_hookspecs(hooks)
    bounded(name, "hook", lambda: manager.register(module, name))
    bounded(name, "hook", manager.check_pending)
    answers = Answers(name, manager)
    return Loaded(plugin, answers.programmes(), answers.plans(), answers.checks())


def bounded(plugin: str, stage: str, action: Callable[[], T]) -> T:
    """Run something of a plugin's inside the boundary.

    Raises:
        _Failed: for anything it raises, with the place; a keyboard interrupt passes through.
    """
    try:
        # What a plugin prints must not get into the answer of a command.
        with redirect_stdout(sys.stderr):
            return action()
    except KeyboardInterrupt:
        raise
    except BaseException as error:  # a plugin may call sys.exit at import; it must not end the program
        raise _Failed(plugin, stage, describe(error)) from error


def describe(error: BaseException) -> Message:
    """Return what an exception of a plugin says, with file and line where it came from."""
    said = error.message if isinstance(error, InvalidPlan) else printed(error)
    frames = [frame for frame in traceback.extract_tb(error.__traceback__) if "planmonitor/" not in frame.filename.replace("\\", "/")]
    where = f"{frames[-1].filename.replace(chr(92), '/').rsplit('/', 1)[-1]}:{frames[-1].lineno}" if frames else "-"
    return Message.of(N_("{kind} at {where}: {said}"), kind=type(error).__name__, where=where, said=said)


def printed(value: object, show: Callable[[Any], str] = str) -> str:
    """Return something of a plugin's as text, cut short; what cannot be printed is named by its class."""
    try:
        return show(value).strip()[:200] or "-"
    except KeyboardInterrupt:
        raise
    except BaseException:  # even printing runs the plugin's own code
        return f"<{type(value).__name__}>"


class Answers:
    """Typed answers of one plugin's hooks, validated at the border."""

    def __init__(self, plugin: str, manager: pluggy.PluginManager) -> None:
        """Take the plugin's name and the manager it alone is registered with."""
        self.plugin = plugin
        self.prefix = prefix_of(plugin)
        self._manager = manager

    def programmes(self) -> tuple[Programme, ...]:
        """Return its programmes, whose id is the plugin's prefix."""
        found = self._ask("planmonitor_programmes", Programme)
        for programme in found:
            if programme.id != self.prefix:
                raise self._refused(N_("programme '{id}' must be called '{prefix}'"), id=programme.id, prefix=self.prefix)
        if len(found) > 1:
            raise self._refused(N_("id '{id}' stands twice"), id=self.prefix)
        return found

    def plans(self) -> tuple[Plan, ...]:
        """Return its plans, whose ids lie inside its prefix."""
        return self._with_ids("planmonitor_plans", Plan)

    def checks(self) -> tuple[Check, ...]:
        """Return its checks, whose ids lie inside its prefix."""
        return self._with_ids("planmonitor_checks", Check)

    def _with_ids(self, hook: str, kind: type[T]) -> tuple[T, ...]:
        found = self._ask(hook, kind)
        ids: list[str] = [item.id for item in found]  # type: ignore[attr-defined]
        for name in ids:
            if not name.startswith(f"{self.prefix}/"):
                raise self._refused(N_("id '{id}' lies outside the prefix '{prefix}/'"), id=name, prefix=self.prefix)
            if ids.count(name) > 1:
                raise self._refused(N_("id '{id}' stands twice"), id=name)
        return found

    def _ask(self, hook: str, kind: type[T]) -> tuple[T, ...]:
        answers = bounded(self.plugin, "hook", lambda: self._call(hook))
        for answer in answers:
            if not isinstance(answer, kind):
                raise self._refused(N_("{hook} returned {answer}, which is no {kind}"), hook=hook, answer=printed(answer, repr), kind=kind.__name__)
        return tuple(answers)

    def _call(self, hook: str) -> list[Any]:
        caller = getattr(self._manager.hook, hook)
        answers = caller()
        if len(answers) < len(caller.get_hookimpls()):
            raise TypeError(f"{hook} returned None")
        return [item for answer in answers for item in answer]

    def _refused(self, template: str, **values: object) -> _Failed:
        return _Failed(self.plugin, "hook", Message.of(template, **values))


def run_checks(plugin: str, checks: Sequence[Check], assessed: Any) -> tuple[list[tuple[Check, Finding]], list[Problem]]:
    """Run checks on one assessed plan, each in its own boundary.

    Args:
        plugin: Name of the plugin they belong to.
        checks: The checks.
        assessed: The `AssessedPlan` they look at.

    Returns:
        What they found, in order, and a problem for each that raised or returned what is no finding.
    """
    found: list[tuple[Check, Finding]] = []
    problems: list[Problem] = []
    for check in checks:
        try:
            answers = bounded(plugin, "check", lambda check=check: _findings(check, assessed))  # type: ignore[misc]
        except _Failed as failure:
            said = Message.of(N_("check {check}: {said}"), check=check.id, said=failure.problem.message)
            problems.append(Problem(plugin, "check", said))
        else:
            found += [(check, answer) for answer in answers]
    return found, problems


def _findings(check: Check, assessed: Any) -> list[Finding]:
    answers = list(check.look(assessed))
    for answer in answers:
        if not isinstance(answer, Finding):
            raise TypeError(f"{printed(answer, repr)} is no Finding")
    return answers
