"""Loading plugins by name, one by one, each in its own boundary (docs/domain.md, rule 26)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from typing import Any

import pluggy

from planmonitor.assessment.checking import Check
from planmonitor.messages import N_, Hint, Message
from planmonitor.model.plans import Plan, Programme
from planmonitor.planfile.files import PlanFile, ProgrammeFile
from planmonitor.registry import api, hooks
from planmonitor.registry.boundary import Failed, bounded, describe, printed, taken
from planmonitor.registry.catalogue import Catalogue, Loaded, Problem, id_of
from planmonitor.registry.installed import LOCAL, PROJECT, Installed, installed, prefix_of
from planmonitor.registry.marked import misspelt
from planmonitor.registry.renaming import old_names

Tell = Callable[[str], None]


def load(names: Iterable[str], available: Mapping[str, Installed] | None = None, trace: Tell | None = None) -> Catalogue:
    """Load plugins by name, each in its own boundary; no other is imported. The installed ones are found afresh where they are not given.

    What a plugin raises, `SystemExit` included, is a problem of the catalogue, and the others go on; a keyboard interrupt passes through.
    `trace` takes a line for every hook called, for what came back, and for what failed.
    """
    catalogue = Catalogue(installed() if available is None else available)
    tell = trace or (lambda _line: None)
    for name in dict.fromkeys(names):
        try:
            catalogue.loaded += (_load_one(name, catalogue, tell),)
        except Failed as failure:
            tell(f"{name}: {failure.stage} failed: {failure.message}")
            catalogue.failed += (problem_of(name, failure),)
    return catalogue


def problem_of(plugin: str, failure: Failed, said: Message | None = None) -> Problem:
    """Return what went wrong with a plugin, in its own words or in others, and whom to tell where only its author can help."""
    said = said or failure.message
    if failure.stage not in {"find", "api"}:
        said = Message.of(N_("{what} - tell the author of the plugin"), what=said)
    return Problem(plugin, failure.stage, said, failure.__cause__)


def _load_one(name: str, catalogue: Catalogue, tell: Tell) -> Loaded:
    plugin = _only(name, catalogue.available)
    with old_names() as old:
        module = _imported(plugin)
        manager = pluggy.PluginManager(PROJECT)
        manager.add_hookspecs(hooks)
        bounded("hook", lambda: manager.register(module, name))
        if (unknown := bounded("hook", lambda: misspelt(module))) is not None:
            raise Failed("hook", unknown)
        bounded("hook", manager.check_pending)
        _trace(name, manager, tell)
        answers = partial(_answers, name, manager, tell)
        return Loaded(
            plugin,
            declared=(*answers("planmonitor_programmes", Programme, ProgrammeFile), *answers("planmonitor_plans", Plan, PlanFile)),
            checks=answers("planmonitor_checks", Check),
            hooks=tuple(sorted(caller.name for caller in manager.get_hookcallers(module) or ())),
            catalogue=catalogue,
            old_names=tuple(old.values()),
        )


def _imported(plugin: Installed) -> object:
    """Return what the entry point of a plugin names, once it is sure that it was made for this version of the interface."""
    [offer] = plugin.offers
    if (why := api.refused_unread(offer)) is not None:
        raise Failed("api", why)
    module: object = bounded("import", offer.load)
    if (why := bounded("api", lambda: api.refused(module, offer))) is not None:
        raise Failed("api", why)
    return module


def _only(name: str, found: Mapping[str, Installed]) -> Installed:
    """Return the installed plugin of a name that nobody else claims."""
    if name == LOCAL:
        raise _refused("find", N_("the name is kept for the plans of the place itself; its author must choose another"))
    if name not in found:
        raise _refused("find", N_("it is enabled but not installed: {hint}"), hint=Hint.of("install-or-disable", plugin=name))
    rivals = tuple(rival for rival in found if prefix_of(rival) == prefix_of(name))
    if len(rivals) > 1:
        raise _refused("find", N_("several plugins would name their plans alike ({rivals}); none is loaded: keep one of them"), rivals=rivals)
    if len(found[name].offers) > 1:
        raise _refused("find", N_("several distributions offer it ({rivals}); none is loaded: keep one of them"), rivals=found[name].distribution)
    return found[name]


def _trace(plugin: str, manager: pluggy.PluginManager, tell: Tell) -> None:
    """Tell every call of a hook, and what it returned or raised."""

    def before(hook: str, _functions: object, _arguments: object) -> None:
        tell(f"{plugin}: {hook} called")

    def after(outcome: pluggy.Result[Any], hook: str, _functions: object, _arguments: object) -> None:
        error = outcome.exception
        kinds = ", ".join(type(answer).__name__ for answer in outcome.get_result()) if error is None else ""
        tell(f"{plugin}: {hook} returned {kinds or 'nothing'}" if error is None else f"{plugin}: {hook} raised: {describe(error)}")

    manager.add_hookcall_monitoring(before, after)


def _answers(plugin: str, manager: pluggy.PluginManager, tell: Tell, hook: str, *kinds: type[Any]) -> tuple[Any, ...]:
    """Return what a plugin answers to a hook; all is of some kinds, and each has an id that this plugin may use, for itself."""
    prefix = prefix_of(plugin)
    answers = bounded("hook", lambda: _called(getattr(manager.hook, hook)))
    for answer in answers:
        if not issubclass(type(answer), kinds):  # isinstance would ask the answer itself, which is code of the plugin
            said = {"hook": hook, "answer": printed(answer, repr), "kind": kinds[0].__name__}
            raise _refused("hook", N_("{hook} returned {answer}, which is no {kind}"), **said)
    ids = [id_of(answer, prefix) for answer in answers]
    tell(f"{plugin}: {hook} brought {len(ids)}: {', '.join(ids) or '-'}")
    for name, times in Counter(ids).items():
        if Programme in kinds and name != prefix:
            raise _refused("hook", N_("programme '{id}' must be called '{prefix}'"), id=name, prefix=prefix)
        if Programme not in kinds and not name.startswith(f"{prefix}/"):
            raise _refused("hook", N_("id '{id}' lies outside the prefix '{prefix}/'"), id=name, prefix=prefix)
        if times > 1:
            raise _refused("hook", N_("id '{id}' stands twice"), id=name)
    return tuple(answers)


def _called(hook: pluggy.HookCaller) -> list[Any]:
    answers = hook()
    if len(answers) < len(hook.get_hookimpls()):
        raise TypeError(f"{hook.name} returned None")
    return [item for answer in answers for item in taken(answer)]


def _refused(stage: str, template: str, **values: object) -> Failed:
    return Failed(stage, Message.of(template, **values))
