"""Rules on checks: each can look at a plan without figures, and speaks of what the plan has."""

from __future__ import annotations

from collections.abc import Iterator

from planmonitor.assessment.checking import Check
from planmonitor.assessment.known import Known
from planmonitor.assessment.plans import judge_plan
from planmonitor.contract.breaches import Breach
from planmonitor.contract.places import in_code
from planmonitor.messages import N_, Message
from planmonitor.model.plans import Plan
from planmonitor.names import offer
from planmonitor.registry.catalogue import Loaded, Problem
from planmonitor.registry.judging import run_checks
from planmonitor.registry.marked import place_of


def checks(loaded: Loaded) -> Iterator[Breach]:
    """Yield the checks that fail where nothing has been recorded yet, or find something on a measure or unit that the plan does not have."""
    yield from _needs(loaded)
    for plan in loaded.plans:
        for check in loaded.checks:
            if check.applies_to(plan):
                yield from _looking(loaded.plugin.name, check, plan)


def _needs(loaded: Loaded) -> Iterator[Breach]:
    """Yield the checks that need a figure which none of the plugin's plans counts, and none of them can ever have."""
    plans = loaded.plans
    if loaded.faults:
        return  # what a file that cannot be read counts nobody knows
    counted = {measure.definition.key for plan in plans for measure in plan.measures} | set(loaded.shared.definitions)
    for check in loaded.checks:
        for key in check.needs:
            if key not in counted:
                cure = offer(key, tuple(counted)) or Message.of(N_("Name the key of a definition that a plan of the plugin counts."))
                said = Message.of(N_("it needs '{key}', which no plan of the plugin counts"), key=key)
                yield in_code(Breach("checks", check.id, "needs", said, cure), place_of(check.look))


def _looking(plugin: str, check: Check, plan: Plan) -> Iterator[Breach]:
    measures = {plan.measure_id(measure) for measure in plan.measures}
    units = {unit.id for unit in plan.units}
    for day in (plan.start, plan.end):
        found, problems = run_checks(plugin, [check], judge_plan(plan, Known(), day))
        for problem in problems:
            cure = Message.of(N_("Let it yield a finding with the state 'not_judged', or nothing, where it lacks figures."))
            yield _of_check(check, plan, Message.of(N_("without any figure it fails: {said}"), said=_said(problem)), cure)
            return
        for finding in (item.finding for item in found):
            unknown = tuple(name for name in (*finding.measures, *finding.units) if name not in measures | units)
            if unknown:
                cure = Message.of(N_("Write the full ids of measures of the plan looked at, and ids of its units."))
                yield _of_check(check, plan, Message.of(N_("it speaks of {names}, which the plan does not have"), names=unknown), cure)
                return


def _of_check(check: Check, plan: Plan, message: Message, cure: Message) -> Breach:
    """Return the breach of a check on a plan, with the line on which its function begins."""
    return in_code(Breach("checks", check.id, plan.id, message, cure), place_of(check.look))


def _said(problem: Problem) -> Message:
    """Return what went wrong; whom to tell is said to officers, and here its author reads."""
    what = problem.message.values.get("what")
    return what if isinstance(what, Message) else problem.message
