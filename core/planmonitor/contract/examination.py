"""The contract: what every plugin must keep so that officers can rely on it. `examine` says where one does not.

`PlanContract` holds a plugin against it in pytest, `monitor plugins check` without.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from attrs import field, frozen

from planmonitor.contract.breaches import Breach
from planmonitor.contract.cures import cure_of
from planmonitor.contract.places import as_author_knows, in_code, placed
from planmonitor.contract.rules import accents, calendar, checks, code, counting, hooks, names, sections, targets, words, years
from planmonitor.messages import N_, Message
from planmonitor.model.plans import Plan
from planmonitor.registry.api import API
from planmonitor.registry.catalogue import Catalogue, Loaded, Problem
from planmonitor.registry.installed import LOCAL, Installed
from planmonitor.registry.loading import load

_CURES = {
    "find": N_("Install it, from one distribution only and under a name that is not kept."),
    "api": N_("Bring it to the version of the interface that this program has, and say so at the top of its module: api = {has}."),
    "import": N_("Correct the line named, and install it again."),
    "hook": N_("Correct the part named; a hook returns programmes, plans or checks."),
    "read": N_("Correct the file at the line named, and run the command again."),
}


@frozen
class Rule:
    """One rule of the contract."""

    name: str
    """Its name, `comparators`."""
    title: Message
    """What must hold, as a sentence."""
    look: Callable[[Loaded], Iterable[Breach]] = field(repr=False)
    """Takes a loaded plugin and yields where it breaks the rule."""


def loads(found: Loaded | Problem) -> Iterator[Breach]:
    """Yield the reason why a plugin does not load, or what is wrong with each of its plan files that cannot be read."""
    if isinstance(found, Problem):
        # Whom to tell is said to officers; here the author reads.
        said = found.message.values.get("what", found.message)
        cure = cure_of(said) or Message.of(_CURES[found.stage], has=str(API))
        yield in_code(Breach("loads", found.plugin, found.stage, said, cure), str(said.values.get("where", "")))
        return
    for name, error in found.read().items():
        said = error.message.values
        file, line = Path(str(said["file"])), said.get("line")
        field = "/".join(file.parts[-2:]) + (f":{line}" if line else "")
        yield in_code(Breach("loads", name, field, _inside(error.message), error.hint or Message.of(_CURES["read"])))


def _inside(message: Message) -> Message:
    """Return what is said of a place in a file, without the place."""
    error = message.values.get("error")
    return error if isinstance(error, Message) else message


RULES = (
    Rule("loads", Message.of(N_("The plugin loads, its hooks answer, and its plan files can be read.")), loads),
    Rule("hooks", Message.of(N_("It brings a plan, a programme or a check, and every function named like a hook is marked as one.")), hooks.hooks),
    Rule("ids", Message.of(N_("Everything of its own is named inside its prefix.")), names.ids),
    Rule("references", Message.of(N_("Every name used for another part leads to it.")), names.references),
    Rule("definitions", Message.of(N_("Equal keys are equal definitions.")), names.definitions),
    Rule("sources", Message.of(N_("Every figure and every duty names document, section and clause.")), words.sources),
    Rule("languages", Message.of(N_("Everything shown is there in Vietnamese and English, in Unicode NFC.")), words.languages),
    Rule(
        "sections", Message.of(N_("A paragraph of the text stands once: what a line, a task or a report holds is not repeated.")), sections.sections
    ),
    Rule("comparators", Message.of(N_("The words of a target decide its comparator.")), targets.comparators),
    Rule("clauses", Message.of(N_("Words and figure of a target stand in its clause.")), targets.clauses),
    Rule(
        "counting", Message.of(N_("A bar is in the unit of what is counted, and one case breaks only what is counted in cases.")), counting.counting
    ),
    Rule("years", Message.of(N_("Due dates, milestones and base years are those that the clause prints with the figure.")), years.years),
    Rule("accents", Message.of(N_("What officers read has its accents.")), accents.accents),
    Rule("baselines", Message.of(N_("Every base figure has its source, and both counts where it is a share.")), targets.baselines),
    Rule("calendar", Message.of(N_("Dated reports fall due in every year, and all dates lie inside their time.")), calendar.calendar),
    Rule("checks", Message.of(N_("Every check can look at a plan without figures, and speaks of what the plan has.")), checks.checks),
    Rule("public-api", Message.of(N_("It imports only what planmonitor exports.")), code.public_api),
    Rule("quiet-import", Message.of(N_("Importing it uses no network, clock or disk.")), code.quiet_import),
)
"""All rules, in the order they are looked at."""


PLAN_RULES = ("references", "definitions", "sources", "comparators", "clauses", "counting", "years", "accents", "baselines", "calendar")
"""The rules about what a plan says, which hold for the file that a place writes as for a plugin's."""


def examine_plan(plan: Plan, file: Path, catalogue: Catalogue) -> tuple[Breach, ...]:
    """Hold the plan that a place wrote in a file, draft or not, against the rules about what a plan says; each breach with its line.

    Args:
        plan: The plan.
        file: The file that holds it.
        catalogue: The plugins whose definitions it may name.
    """
    alone = Loaded(Installed(LOCAL, ()), (plan,), catalogue=catalogue)
    found = (breach for rule in RULES if rule.name in PLAN_RULES for breach in rule.look(alone))
    return placed(found, lambda _name: file, str)


def examine(plugin: str | Loaded | Problem, beside: Sequence[Loaded] = ()) -> tuple[Breach, ...]:
    """Hold a plugin against all rules.

    Args:
        plugin: Name of an installed plugin, or what came of loading it.
        beside: Other plugins, with which it must share its definitions; itself may be among them.

    Returns:
        Every breach, in the order of the rules. Of a plugin that does not load only that is said.
    """
    found = _loaded(plugin) if isinstance(plugin, str) else plugin
    if isinstance(found, Problem):
        return tuple(loads(found))
    return placed(
        (*(breach for rule in RULES for breach in rule.look(found)), *names.definitions_beside(found, beside)), found.file_of, as_author_knows
    )


def _loaded(name: str) -> Loaded | Problem:
    catalogue = load([name])
    return catalogue.loaded[0] if catalogue.loaded else catalogue.problems[0]
