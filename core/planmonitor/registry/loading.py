"""Loading plugins by name, one by one, each in its own boundary (docs/domain.md, rule 26)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from importlib.metadata import EntryPoint, EntryPoints, distributions, entry_points
from typing import Any, TypeVar

import pluggy
from attrs import field, frozen

from planmonitor.messages import N_, Message
from planmonitor.model.checks import Check
from planmonitor.model.definitions import Population
from planmonitor.model.plans import Plan, Programme
from planmonitor.registry import hooks
from planmonitor.registry.boundary import Failed, bounded, describe, printed, taken

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
        hooks: Names of the hooks it answers, sorted.
    """

    plugin: Installed
    programmes: tuple[Programme, ...]
    plans: tuple[Plan, ...]
    checks: tuple[Check, ...]
    hooks: tuple[str, ...] = ()


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

    def with_local(self, plans: Iterable[Plan], problems: Iterable[Problem]) -> Catalogue:
        """Return this catalogue and the plans of the place itself, beside what went wrong with their files."""
        own = Loaded(Installed(LOCAL, ()), programmes=(), plans=tuple(plans), checks=())
        return Catalogue((*self.loaded, own) if own.plans else self.loaded, (*self.problems, *problems))


def prefix_of(plugin: str) -> str:
    """Return the prefix of every id a plugin may use: its name with hyphens."""
    return plugin.replace("_", "-")


def plugin_of(name: str) -> str:
    """Return the name of the plugin that an id, or a prefix, belongs to."""
    return name.split("/")[0].replace("-", "_")


def installed() -> dict[str, Installed]:
    """Return all installed plugins by name; none of them is imported."""
    offers: dict[str, list[EntryPoint]] = {}
    for entry_point in _offered():
        offers.setdefault(entry_point.name, []).append(entry_point)
    return {name: Installed(name, tuple(entries)) for name, entries in sorted(offers.items())}


def _offered() -> Iterable[EntryPoint]:
    """Return the entry points of all plugins; a distribution whose list of them cannot be read is stepped over."""
    try:
        return entry_points(group=hooks.PROJECT)
    except Exception:  # of any distribution whatever, not only of a plugin
        found: dict[str, EntryPoints] = {}
        for distribution in distributions():
            with suppress(Exception):
                found.setdefault(distribution.name, distribution.entry_points.select(group=hooks.PROJECT))
        return [entry_point for listed in found.values() for entry_point in listed]


def load(names: Iterable[str], available: dict[str, Installed] | None = None, trace: Callable[[str], None] | None = None) -> Catalogue:
    """Load plugins by name, each in its own boundary.

    Args:
        names: The names to load; others are not imported.
        available: The installed plugins; found afresh where not given.
        trace: Takes a line for every hook called, for what came back, and for what failed.

    Returns:
        What loaded, and a problem for every plugin that did not. A plugin that raises, `SystemExit` included, is stepped
        over; a keyboard interrupt is not.
    """
    found = installed() if available is None else available
    tell = trace or (lambda _line: None)
    loaded: list[Loaded] = []
    problems: list[Problem] = []
    for name in dict.fromkeys(names):
        try:
            loaded.append(_load_one(name, found, tell))
        except Failed as failure:
            tell(f"{name}: {failure.stage} failed: {failure.message}")
            problems.append(problem_of(name, failure))
    return Catalogue(tuple(loaded), tuple(problems))


def problem_of(plugin: str, failure: Failed) -> Problem:
    """Return what went wrong with a plugin, and whom to tell where only its author can help."""
    if failure.stage == "find":
        return Problem(plugin, failure.stage, failure.message)
    return Problem(plugin, failure.stage, Message.of(N_("{what} - tell the author of the plugin"), what=failure.message))


def _load_one(name: str, found: Mapping[str, Installed], tell: Callable[[str], None]) -> Loaded:
    plugin = _only(name, found)
    module = bounded("import", plugin.offers[0].load)
    manager = pluggy.PluginManager(hooks.PROJECT)
    manager.add_hookspecs(hooks)
    bounded("hook", lambda: manager.register(module, name))
    bounded("hook", manager.check_pending)
    _trace(name, manager, tell)
    answers = Answers(name, manager, tell)
    answered = sorted(caller.name for caller in manager.get_hookcallers(module) or ())
    return Loaded(plugin, answers.programmes(), answers.plans(), answers.checks(), tuple(answered))


def _only(name: str, found: Mapping[str, Installed]) -> Installed:
    """Return the installed plugin of a name that nobody else claims."""
    if name == LOCAL:
        raise Failed("find", Message.of(N_("the name is kept for the plans of the place itself; its author must choose another")))
    if name not in found:
        raise Failed("find", Message.of(N_("it is enabled but not installed: install it, or run: monitor plugins disable {plugin}"), plugin=name))
    rivals = [plugin for plugin in found.values() if prefix_of(plugin.name) == prefix_of(name)]
    if len(rivals) > 1:
        names = tuple(plugin.name for plugin in rivals)
        raise Failed(
            "find", Message.of(N_("several plugins would name their plans alike ({rivals}); none is loaded: keep one of them"), rivals=names)
        )
    if len(found[name].offers) > 1:
        rival = found[name].distribution
        raise Failed("find", Message.of(N_("several distributions offer it ({rivals}); none is loaded: keep one of them"), rivals=rival))
    return found[name]


def _trace(plugin: str, manager: pluggy.PluginManager, tell: Callable[[str], None]) -> None:
    """Tell every call of a hook, and what it returned or raised."""

    def before(hook: str, _functions: object, _arguments: object) -> None:
        tell(f"{plugin}: {hook} called")

    def after(outcome: pluggy.Result[Any], hook: str, _functions: object, _arguments: object) -> None:
        error = outcome.exception
        kinds = ", ".join(type(answer).__name__ for answer in outcome.get_result()) if error is None else ""
        tell(f"{plugin}: {hook} returned {kinds or 'nothing'}" if error is None else f"{plugin}: {hook} raised: {describe(error)}")

    manager.add_hookcall_monitoring(before, after)


class Answers:
    """Typed answers of one plugin's hooks, validated at the border."""

    def __init__(self, plugin: str, manager: pluggy.PluginManager, tell: Callable[[str], None]) -> None:
        """Take the plugin's name, the manager it alone is registered with, and who is told what came."""
        self.prefix = prefix_of(plugin)
        self._plugin = plugin
        self._manager = manager
        self._tell = tell

    def programmes(self) -> tuple[Programme, ...]:
        """Return its programmes, whose id is the plugin's prefix."""
        found = self._ask("planmonitor_programmes", Programme)
        for programme in found:
            if programme.id != self.prefix:
                raise _refused(N_("programme '{id}' must be called '{prefix}'"), id=programme.id, prefix=self.prefix)
        if len(found) > 1:
            raise _refused(N_("id '{id}' stands twice"), id=self.prefix)
        return found

    def plans(self) -> tuple[Plan, ...]:
        """Return its plans, whose ids lie inside its prefix."""
        return self._with_ids("planmonitor_plans", Plan)

    def checks(self) -> tuple[Check, ...]:
        """Return its checks, whose ids lie inside its prefix."""
        return self._with_ids("planmonitor_checks", Check)

    def _with_ids(self, hook: str, kind: type[T]) -> tuple[T, ...]:
        found = self._ask(hook, kind)
        for name, times in Counter(_id(item) for item in found).items():
            if not name.startswith(f"{self.prefix}/"):
                raise _refused(N_("id '{id}' lies outside the prefix '{prefix}/'"), id=name, prefix=self.prefix)
            if times > 1:
                raise _refused(N_("id '{id}' stands twice"), id=name)
        return found

    def _ask(self, hook: str, kind: type[T]) -> tuple[T, ...]:
        answers = bounded("hook", lambda: self._call(hook))
        for answer in answers:
            if not issubclass(type(answer), kind):  # isinstance would ask the answer itself, which is code of the plugin
                raise _refused(N_("{hook} returned {answer}, which is no {kind}"), hook=hook, answer=printed(answer, repr), kind=kind.__name__)
        self._tell(f"{self._plugin}: {hook} brought {len(answers)}: {', '.join(map(_id, answers)) or '-'}")
        return tuple(answers)

    def _call(self, hook: str) -> list[Any]:
        caller = getattr(self._manager.hook, hook)
        answers = caller()
        if len(answers) < len(caller.get_hookimpls()):
            raise TypeError(f"{hook} returned None")
        return [item for answer in answers for item in taken(answer)]


def _id(item: Any) -> str:
    """Return the id of a programme, plan or check."""
    return str(item.id)


def _refused(template: str, **values: object) -> Failed:
    return Failed("hook", Message.of(template, **values))
