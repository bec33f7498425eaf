"""A plan that a place writes itself, in a file `plans/NAME.toml` of its workspace; its id is `local/NAME`.

What a measure takes over from a programme (`adopts`, or a shared `definition`) is counted as everywhere else, so that figures
can be shared and summed; bar, words, units and dates are the place's own. Sentences of the place are shown as they are in every
language, unless the file gives the English beside them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from pathlib import Path

from attrs import frozen
from planmonitor import (
    ADMINISTRATIVE,
    BadData,
    Baseline,
    Definition,
    Document,
    Duty,
    Indicator,
    Measure,
    Message,
    Milestone,
    Objective,
    OpenQuestion,
    Place,
    Plan,
    Responsibility,
    Source,
    Target,
    Task,
    Text,
    Unit,
    Window,
)
from planmonitor.model.definitions import COUNTED, KINDS, OVER_TIME
from planmonitor.model.duties import DUTY_KINDS, is_month_day
from planmonitor.model.periods import WINDOWS
from planmonitor.model.plans import PLACE_LEVELS, ROLES
from planmonitor.model.questions import ANSWER_TYPES
from planmonitor.model.targets import COMPARATORS, SCOPES, TARGET_KINDS
from planmonitor.planfile.table import Table, in_file, read_toml
from planmonitor.registry.catalogue import Catalogue, Problem
from planmonitor.registry.installed import LOCAL, installed, plugin_of
from planmonitor_exchange.speaking.speaker import Speaker, reason_of
from planmonitor_exchange.speaking.translations import N_

FOLDER = "plans"
"""Where the files of the place's own plans lie in a workspace."""

DRAFT = N_("{file} is still a draft: compare it with the document, then delete the line 'draft = true'.")

_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")

PLAN = ("draft", "title", "title_en", "programme", "start", "end", "window")
PARTS = ("place", "document", "objectives", "indicators", "units", "duties", "budget", "questions")
PLACE = ("level", "name", "code", "within")
DOCUMENT = ("issuer", "title", "title_en", "number", "issued", "implements")
OBJECTIVE = ("code", "text")
INDICATOR = ("code", "objective", "text", "measures")
MEASURE = ("code", "label", "label_en", "adopts", "definition", "responsible", "section", "clause")
TARGET = (
    *("comparator", "value", "upper", "kind", "worse", "same_period", "due", "assessed_years", "scope", "modality", "wording"),
    *("baseline", "milestones"),
)
DEFINITION = ("kind", "counts", "over_time", "noun", "numerator", "denominator", "population", "condition", "maximum")
BASELINE = ("year", "numerator", "denominator", "section", "clause")
MILESTONE = ("due", "value", "section", "clause")
SHARE = ("unit", "role", "part", "reports")
UNIT = ("id", "name", "members", "also", "tasks")
TASK = ("text", "section", "role")
DUTY = (
    *("id", "kind", "rule", "reporters", "recipient", "drafter", "issuer", "via", "onward", "form"),
    *("period", "last_day", "working_days", "window", "measures", "section", "clause"),
)
SOURCE = ("section", "clause")
QUESTION = ("id", "about", "text", "text_en", "answer_type")


@frozen
class LocalPlan:
    """What a file holds.

    Attributes:
        plan: The plan.
        draft: Whether the file still says that it is a draft, which nobody may follow.
    """

    plan: Plan
    draft: bool


def names(folder: Path) -> tuple[str, ...]:
    """Return the ids of the local plans whose files lie in a workspace, read or not."""
    return tuple(f"{LOCAL}/{path.stem}" for path in sorted((folder / FOLDER).glob("*.toml")))


def file_of(folder: Path, plan: str) -> Path:
    """Return the file of a local plan of a workspace by the plan's id."""
    return folder / FOLDER / f"{plan.removeprefix(f'{LOCAL}/')}.toml"


def with_local_plans(catalogue: Catalogue, folder: Path, plans: Iterable[str]) -> Catalogue:
    """Return a catalogue and local plans of a workspace; a file that is wrong or still a draft is a problem of that plan alone.

    Args:
        catalogue: The plugins that are loaded.
        folder: The workspace.
        plans: Ids of the local plans to read.
    """
    found: list[Plan] = []
    problems: list[Problem] = []
    for plan in plans:
        path = file_of(folder, plan)
        try:
            read = read_local_plan(path, catalogue)
        except BadData as error:
            said = Message.of(N_("{sentence} {hint}"), sentence=error.message, hint=error.hint) if error.hint else error.message
            problems.append(Problem(plan, "read", said))
        except OSError as error:
            problems.append(Problem(plan, "read", Message.of(N_("{file}: {reason}."), file=str(path), reason=reason_of(error))))
        else:
            if read.draft:
                problems.append(Problem(plan, "read", Message.of(DRAFT, file=str(path))))
            else:
                found.append(read.plan)
    return catalogue.with_local(found, problems)


def plan_id(path: Path) -> str:
    """Return the id of the plan in a file.

    Raises:
        BadData: where the file's name cannot be an id.
    """
    if not _NAME.fullmatch(path.stem) or path.suffix != ".toml":
        raise BadData(
            N_("The name of {file} cannot be the name of a plan."),
            Message.of(N_("Use lower-case letters without accents, digits and '-', such as plans/van-son-2026.toml.")),
            file=str(path),
        )
    return f"{LOCAL}/{path.stem}"


def read_local_plan(path: Path, catalogue: Catalogue) -> LocalPlan:
    """Return the plan that a file holds.

    Args:
        path: The file.
        catalogue: The plugins whose definitions and measures it may take over.

    Raises:
        BadData: for a syntax error (line and column), an unknown key, or a wrong value (table and key, with the nearest right one).
        OSError: where the file cannot be opened.
    """
    name = plan_id(path)
    try:
        top = Table(read_toml(path), "", (*PLAN, *PARTS))
        return LocalPlan(_Reader(name, top, catalogue).plan(), draft=top.flag("draft"))
    except BadData as error:
        raise in_file(error, path) from error


class _Reader:
    """Reads the parts of one file; each names the table it stands in where something is wrong."""

    def __init__(self, name: str, top: Table, catalogue: Catalogue) -> None:
        self._name = name
        self._top = top
        self._catalogue = catalogue
        self._adoptable = {plan.measure_id(measure): (plan, measure) for plan in catalogue.plans.values() for measure in plan.measures}
        self._definitions = _definitions(catalogue)
        self._loaded = {loaded.plugin.name for loaded in catalogue.loaded}
        self._title = _pair(top, "title")
        self._document = self._read_document()
        self._units = tuple(self._unit(table) for table in top.tables("units", UNIT, "id"))
        self._unit_ids = tuple(unit.id for unit in self._units)
        self._unquoted: list[OpenQuestion] = []

    def plan(self) -> Plan:
        top = self._top
        for key in ("start", "end"):
            top.need(key)
        objectives = tuple(_objective(table) for table in top.tables("objectives", OBJECTIVE, "code"))
        indicators = tuple(self._indicator(table, objectives) for table in top.tables("indicators", INDICATOR, "code"))
        codes = tuple(measure.code for indicator in indicators for measure in indicator.measures)
        with top.checked():
            return Plan(
                id=self._name,
                title=self._title,
                document=self._document,
                programme=self._shared(top, "programme", self._catalogue.programmes),
                place=self._place(),
                start=top.day("start"),  # type: ignore[arg-type]
                end=top.day("end"),  # type: ignore[arg-type]
                objectives=objectives,
                indicators=indicators,
                units=self._units,
                duties=tuple(self._duty(table, codes) for table in top.tables("duties", DUTY, "id")),
                budget=tuple(self._source(table) for table in top.tables("budget", SOURCE, "section")),
                questions=(*(_question(table) for table in top.tables("questions", QUESTION, "id")), *self._unquoted),
                window=_window(top) or ADMINISTRATIVE,
            )

    def _place(self) -> Place | None:
        table = self._top.table("place", PLACE)
        if table is None:
            return None
        if "name" not in table and "code" not in table:
            raise table.missing("name")
        return Place(level=_needed(table, "level", PLACE_LEVELS), name=table.text("name"), code=table.text("code"), within=table.text("within"))

    def _read_document(self) -> Document:
        self._top.need("document")
        table = self._top.table("document", DOCUMENT) or self._top
        title = _pair(table, "title") if "title" in table else self._title
        with table.checked():
            return Document(
                title=title,
                issuer=table.words("issuer"),
                number=table.text("number"),
                issued=table.day("issued"),
                implements=table.texts("implements"),
            )

    def _source(self, table: Table) -> Source:
        with table.checked():
            return self._document.at(table.words("section"), table.words("clause"))

    def _unit(self, table: Table) -> Unit:
        tasks = tuple(_task(task) for task in table.tables("tasks", TASK, "section"))
        with table.checked():
            return Unit(table.words("id"), table.words("name"), tasks, members=table.flag("members"), also=table.texts("also"))

    def _indicator(self, table: Table, objectives: tuple[Objective, ...]) -> Indicator:
        table.need("objective")
        objective = table.name("objective", tuple(item.code for item in objectives)) or ""
        measures = tuple(self._measure(item) for item in table.tables("measures", (*MEASURE, *TARGET), "code"))
        with table.checked():
            return Indicator(table.words("code"), objective, table.words("text"), measures)

    def _measure(self, table: Table) -> Measure:
        label, adopts = _pair(table, "label"), self._shared(table, "adopts", self._adoptable)
        adopted = None if adopts is None else self._adoptable[adopts]
        definition = self._definition(table, label, adopted[1] if adopted else None)
        target = self._target(table, definition)
        with table.checked():
            return Measure(
                code=table.words("code"),
                label=label,
                definition=definition,
                targets=(target,),
                source=self._own_or_adopted_source(table, target, adopted),
                responsible=tuple(self._share(share) for share in table.tables("responsible", SHARE, "unit")),
            )

    def _own_or_adopted_source(self, table: Table, target: Target, adopted: tuple[Plan, Measure] | None) -> Source:
        """Return the sentence behind the bar: the place's own, else the programme's while the bar is the programme's.

        Where the place's plan ends on another day the programme's bar holds, and its own sentence is asked for.
        """
        if adopted is None or "section" in table or "clause" in table:
            return self._source(table)
        plan, measure = adopted
        theirs = measure.targets[-1]
        if _bar(target) != _bar(theirs) or ("due" in table and target.due != plan.due(theirs)):
            raise BadData(
                N_("{table}: bar, words or date are no longer those of {measure}, so its sentence cannot stand behind them."),
                Message.of(N_("Write 'section' and 'clause' of your own document.")),
                table=table.named,
                measure=plan.measure_id(measure),
            )
        if (target.due or self._top.day("end")) != plan.due(theirs):
            self._unquoted.append(_unquoted(table.words("code"), plan, theirs))
        return measure.source

    def _definition(self, table: Table, label: Text, adopted: Measure | None) -> Definition:
        if adopted is None and isinstance(table.raw("definition"), Mapping):
            return self._own_definition(Table(table.raw("definition"), f"{table.where}.definition", DEFINITION), table.words("code"), label)
        if adopted is not None and "definition" in table:
            raise BadData(
                N_("{table}: 'adopts' and 'definition' cannot stand together."),
                Message.of(N_("Delete one of them; 'adopts' brings its definition along.")),
                table=table.named,
            )
        key = self._shared(table, "definition", self._definitions)
        if key is None and adopted is None:
            raise table.missing("definition")
        return adopted.definition if key is None and adopted is not None else self._definitions[key or ""]

    def _shared(self, table: Table, key: str, known: Mapping[str, object]) -> str | None:
        """Return the name of something that a plugin brings; a plugin that is not enabled is named."""
        name = table.text(key)
        plugin = plugin_of(name or "")
        if name is not None and name not in known and plugin in installed() and plugin not in self._loaded:
            raise BadData(
                N_("{table}: key '{key}': '{name}' belongs to plugin {plugin}, which is not enabled."),
                Message.of(N_("Run first: monitor plugins enable {plugin}"), plugin=plugin),
                table=table.named,
                key=key,
                name=name,
                plugin=plugin,
            )
        return table.name(key, tuple(known))

    def _own_definition(self, table: Table, code: str, label: Text) -> Definition:
        noun = table.words("noun")
        with table.checked():
            return Definition(
                key=f"{self._name}/{code}",
                label=label,
                kind=_needed(table, "kind", KINDS),
                counts=_needed(table, "counts", COUNTED),
                over_time=_needed(table, "over_time", OVER_TIME),
                noun=Text(noun, noun),
                numerator=_same(table.text("numerator")),
                denominator=_same(table.text("denominator")),
                population=table.name("population", tuple(self._catalogue.populations)),
                condition=_same(table.text("condition")),
                maximum=table.whole("maximum"),
            )

    def _target(self, table: Table, definition: Definition) -> Target:
        comparator = table.choice("comparator", COMPARATORS)
        if comparator is None and definition.kind != "output":
            raise table.missing("comparator")
        with table.checked():
            return Target(
                comparator=comparator,
                value=table.figure("value"),
                wording=table.words("wording"),
                kind=table.choice("kind", TARGET_KINDS),
                scope=table.choice("scope", SCOPES) or "target",
                modality=table.text("modality"),
                due=table.day("due"),
                assessed_years=table.years("assessed_years"),
                upper=table.figure("upper"),
                baseline=self._baseline(table),
                same_period=table.flag("same_period"),
                worse=table.choice("worse", ("lower", "higher")),
                milestones=tuple(self._milestone(item) for item in table.tables("milestones", MILESTONE, "due")),
            )

    def _baseline(self, measure: Table) -> Baseline | None:
        if "baseline" not in measure:
            return None
        table = Table(measure.raw("baseline"), f"{measure.where}.baseline", BASELINE)
        table.need("year")
        counted = table.figure("numerator")
        with table.checked():
            return Baseline(
                year=table.whole("year") or 0,
                numerator=counted,
                denominator=table.whole("denominator"),
                source=None if counted is None else self._source(table),
            )

    def _milestone(self, table: Table) -> Milestone:
        for key in ("due", "value"):
            table.need(key)
        with table.checked():
            return Milestone(table.day("due"), table.figure("value"), self._source(table))  # type: ignore[arg-type]

    def _share(self, table: Table) -> Responsibility:
        unit = table.name("unit", self._unit_ids)
        return Responsibility(unit, _needed(table, "role", ROLES), _same(table.text("part")), reports=table.flag("reports"))

    def _duty(self, table: Table, codes: tuple[str, ...]) -> Duty:
        with table.checked():
            return Duty(
                id=table.words("id"),
                kind=_needed(table, "kind", DUTY_KINDS),
                rule=table.words("rule"),
                source=self._source(table),
                reporters=_known(table, "reporters", self._unit_ids),
                recipient=table.text("recipient"),
                drafter=table.name("drafter", self._unit_ids),
                issuer=table.text("issuer"),
                via=table.text("via"),
                onward=table.text("onward"),
                form=table.text("form"),
                period=table.choice("period", ("year", "half-year")),
                last_day=_month_day(table),
                working_days=table.whole("working_days"),
                window=_window(table),
                measures=_known(table, "measures", codes),
            )


def _definitions(catalogue: Catalogue) -> dict[str, Definition]:
    """Return every shared definition by key: those of the programmes, then those that only a plan has."""
    found = {item.key: item for programme in catalogue.programmes.values() for item in programme.definitions}
    for plan in catalogue.plans.values():
        for measure in plan.measures:
            found.setdefault(measure.definition.key, measure.definition)
    return found


def _bar(target: Target) -> tuple[object, ...]:
    """Return what the sentence behind a target says."""
    return target.comparator, target.value, target.upper, target.kind, target.scope, target.wording


def _unquoted(code: str, plan: Plan, theirs: Target) -> OpenQuestion:
    """Return the question for the place's own sentence, where the programme's bar was due on another day."""

    def said(language: str) -> str:
        return Speaker(language)(
            N_("Measure {code}: the bar is that of {document}, due {due}. Which sentence of this plan's own document sets it?"),
            code=code,
            document=plan.document.title,
            due=plan.due(theirs),
        )

    return OpenQuestion(f"sentence-{code}", f"measure:{code}", Text(said("vi"), said("en")))


def _objective(table: Table) -> Objective:
    with table.checked():
        return Objective(table.words("code"), table.words("text"))


def _task(table: Table) -> Task:
    with table.checked():
        return Task(table.words("text"), table.words("section"), _needed(table, "role", ROLES))


def _question(table: Table) -> OpenQuestion:
    text = _pair(table, "text")
    with table.checked():
        return OpenQuestion(
            table.words("id"),
            table.words("about"),
            text,
            table.choice("answer_type", tuple(kind for kind in ANSWER_TYPES if kind != "choice")) or "text",
        )


def _pair(table: Table, key: str) -> Text:
    """Return a text of the place; where the file gives no English, the place's own words stand for it."""
    words = table.words(key)
    with table.checked():
        return Text(words, table.text(f"{key}_en") or words)


def _same(words: str | None) -> Text | None:
    return None if words is None else Text(words, words)


def _needed(table: Table, key: str, allowed: tuple[str, ...]) -> str:
    table.need(key)
    return table.choice(key, allowed) or ""


def _window(table: Table) -> Window | None:
    key = table.choice("window", tuple(WINDOWS))
    return None if key is None else WINDOWS[key]


def _month_day(table: Table) -> str | None:
    day = table.text("last_day")
    if day is not None and not is_month_day(day):
        raise table.wrong("last_day", Message.of(N_('a day of every year such as "11-24"')))
    return day


def _known(table: Table, key: str, known: tuple[str, ...]) -> tuple[str, ...]:
    """Return a list of names that all have to be known; near misses are named."""
    for name in table.texts(key):
        Table({key: name}, table.where, (key,)).name(key, known)
    return table.texts(key)
