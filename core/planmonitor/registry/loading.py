"""Loading plugins by name, one by one, each in its own boundary (docs/domain.md, rule 26)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from typing import Any

import pluggy

from planmonitor.assessment.checking import Check
from planmonitor.messages import N_, Hint, Message
from planmonitor.model.plans import Plan, Programme
from planmonitor.planfile.files import PlanFile, ProgrammeFile
from planmonitor.registry import hooks
from planmonitor.registry.boundary import Failed, bounded, describe, printed, taken
from planmonitor.registry.catalogue import Catalogue, Loaded, Problem
from planmonitor.registry.installed import LOCAL, PROJECT, Installed, installed, prefix_of
from planmonitor.registry.library import Library


def load(names: Iterable[str], available: dict[str, Installed] | None = None, trace: Callable[[str], None] | None = None) -> Catalogue:
    """Load plugins by name, each in its own boundary; no other is imported.

    Args:
        names: The names.
        available: The installed plugins; found afresh where not given.
        trace: Takes a line for every hook called, for what came back, and for what failed.

    Returns:
        What loaded, and a problem for every plugin that did not. A plugin that raises, `SystemExit` included, is stepped
        over; a keyboard interrupt is not.
    """
    found = installed() if available is None else available
    library = Library(found)
    tell = trace or (lambda _line: None)
    loaded: list[Loaded] = []
    problems: list[Problem] = []
    for name in dict.fromkeys(names):
        try:
            loaded.append(_load_one(name, found, tell, library))
            library.loaded[name] = loaded[-1]
        except Failed as failure:
            tell(f"{name}: {failure.stage} failed: {failure.message}")
            problems.append(problem_of(name, failure))
    return Catalogue(tuple(loaded), tuple(problems), library)


def problem_of(plugin: str, failure: Failed) -> Problem:
    """Return what went wrong with a plugin, and whom to tell where only its author can help."""
    if failure.stage == "find":
        return Problem(plugin, failure.stage, failure.message)
    return Problem(plugin, failure.stage, Message.of(N_("{what} - tell the author of the plugin"), what=failure.message))


def _load_one(name: str, found: Mapping[str, Installed], tell: Callable[[str], None], library: Library) -> Loaded:
    plugin = _only(name, found)
    module = bounded("import", plugin.offers[0].load)
    manager = pluggy.PluginManager(PROJECT)
    manager.add_hookspecs(hooks)
    bounded("hook", lambda: manager.register(module, name))
    bounded("hook", manager.check_pending)
    _trace(name, manager, tell)
    answers = _Answers(name, manager, tell)
    return Loaded(
        plugin,
        declared=(*answers.of("planmonitor_programmes", Programme, ProgrammeFile), *answers.of("planmonitor_plans", Plan, PlanFile)),
        checks=answers.of("planmonitor_checks", Check),
        hooks=tuple(sorted(caller.name for caller in manager.get_hookcallers(module) or ())),
        library=library,
    )


def _only(name: str, found: Mapping[str, Installed]) -> Installed:
    """Return the installed plugin of a name that nobody else claims."""
    if name == LOCAL:
        raise Failed("find", Message.of(N_("the name is kept for the plans of the place itself; its author must choose another")))
    if name not in found:
        raise Failed("find", Message.of(N_("it is enabled but not installed: {hint}"), hint=Hint.of("install-or-disable", plugin=name)))
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


class _Answers:
    """What one plugin's hooks answer, held against what they may."""

    def __init__(self, plugin: str, manager: pluggy.PluginManager, tell: Callable[[str], None]) -> None:
        self._plugin = plugin
        self._prefix = prefix_of(plugin)
        self._manager = manager
        self._tell = tell

    def of(self, hook: str, *kinds: type[Any]) -> tuple[Any, ...]:
        """Return the answers of a hook; all are of some kinds, and each has an id that this plugin may use, for itself."""
        answers = bounded("hook", lambda: self._call(hook))
        for answer in answers:
            if not issubclass(type(answer), kinds):  # isinstance would ask the answer itself, which is code of the plugin
                raise _refused(N_("{hook} returned {answer}, which is no {kind}"), hook=hook, answer=printed(answer, repr), kind=kinds[0].__name__)
        self._tell(f"{self._plugin}: {hook} brought {len(answers)}: {', '.join(map(self._id, answers)) or '-'}")
        for name, times in Counter(map(self._id, answers)).items():
            if Programme in kinds and name != self._prefix:
                raise _refused(N_("programme '{id}' must be called '{prefix}'"), id=name, prefix=self._prefix)
            if Programme not in kinds and not name.startswith(f"{self._prefix}/"):
                raise _refused(N_("id '{id}' lies outside the prefix '{prefix}/'"), id=name, prefix=self._prefix)
            if times > 1:
                raise _refused(N_("id '{id}' stands twice"), id=name)
        return tuple(answers)

    def _call(self, hook: str) -> list[Any]:
        caller = getattr(self._manager.hook, hook)
        answers = caller()
        if len(answers) < len(caller.get_hookimpls()):
            raise TypeError(f"{hook} returned None")
        return [item for answer in answers for item in taken(answer)]

    def _id(self, item: Any) -> str:
        """Return the id of a programme, plan or check; files are called by the prefix."""
        if isinstance(item, PlanFile):
            return f"{self._prefix}/{item.name}"
        return self._prefix if isinstance(item, ProgrammeFile) else str(item.id)


def _refused(template: str, **values: object) -> Failed:
    return Failed("hook", Message.of(template, **values))
