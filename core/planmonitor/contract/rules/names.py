"""Rules on names: what a plugin may call its own, and that every name leads somewhere."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from attrs import fields

from planmonitor.contract.breaches import Breach
from planmonitor.messages import N_, Message
from planmonitor.model.definitions import Definition
from planmonitor.model.plans import Plan
from planmonitor.names import offer
from planmonitor.registry.catalogue import Loaded
from planmonitor.registry.installed import installed, prefix_of


def ids(loaded: Loaded) -> Iterator[Breach]:
    """Yield the definitions of a programme whose key lies outside the plugin's prefix.

    Ids of programmes, plans and checks outside it, or standing twice, are refused when the plugin is loaded.
    """
    prefix = prefix_of(loaded.plugin.name)
    for programme in loaded.programmes:
        for definition in programme.definitions:
            if not definition.key.startswith(f"{prefix}/"):
                yield Breach(
                    "ids",
                    programme.id,
                    f"definitions {definition.key}",
                    Message.of(N_("the key '{key}' lies outside the prefix '{prefix}/'"), key=definition.key, prefix=prefix),
                    Message.of(N_("Let the key begin with '{prefix}/'; what another programme defines stands there."), prefix=prefix),
                )


def references(loaded: Loaded) -> Iterator[Breach]:
    """Yield the names that lead nowhere: in questions, of a plan's programme, of the plans of a check.

    Units and measures that measures and duties name are held against the plan when it is built.
    """
    programmes = {*(programme.id for programme in loaded.programmes), *(prefix_of(name) for name in installed())} - {
        "" if loaded.programmes else prefix_of(loaded.plugin.name)
    }
    yield from unread(loaded)
    for plan in loaded.plans:
        yield from _questions(plan)
        if plan.programme is not None and plan.programme not in programmes:
            yield _unknown(plan.id, "programme", N_("there is no programme '{name}'"), plan.programme, programmes)
    plans = {plan.id for plan in loaded.plans}
    for check in loaded.checks:
        for name in check.plans:
            if name not in plans:
                yield _unknown(check.id, "plans", N_("the plugin has no plan '{name}'"), name, plans)


def unread(loaded: Loaded) -> Iterator[Breach]:
    """Yield the measures whose definition cannot be read: it is missing, or its file is broken."""
    for plan in loaded.plans:
        for measure in plan.measures:
            if measure.definition.unread:
                known = loaded.catalogue.keys_like(measure.definition.key)
                field = f"indicators {measure.code}, definition"
                yield _unknown(plan.id, field, N_("the definition '{name}' cannot be read"), measure.definition.key, known)


def _questions(plan: Plan) -> Iterator[Breach]:
    known = {
        "measure": {measure.code for measure in plan.measures},
        "duty": {duty.id for duty in plan.duties},
        "unit": {unit.id for unit in plan.units},
    }
    said = {
        "measure": N_("the plan has no measure '{name}'"),
        "duty": N_("the plan has no duty '{name}'"),
        "unit": N_("the plan has no unit '{name}'"),
    }
    for question in plan.questions:
        kind, colon, name = question.about.partition(":")
        if colon and kind in known and name not in known[kind]:
            yield _unknown(plan.id, f"questions {question.id}, about", said[kind], name, known[kind])


def _unknown(plan: str, field: str, template: str, name: str, known: Collection[str]) -> Breach:
    return Breach("references", plan, field, Message.of(template, name=name), offer(name, sorted(known)))


Declared = tuple[str, str, Definition]


def declared_in(loaded: Loaded) -> Iterator[Declared]:
    """Yield every definition of a plugin with the programme or plan it stands in, and where there."""
    for programme in loaded.programmes:
        for definition in programme.definitions:
            yield programme.id, f"definitions {definition.key}", definition
    for plan in loaded.plans:
        for measure in plan.measures:
            yield plan.id, f"indicators {measure.code}, definition", measure.definition


def definitions(loaded: Loaded) -> Iterator[Breach]:
    """Yield the definitions that share their key, but not their content, with an earlier one of the plugin."""
    first: dict[str, Declared] = {}
    for declared in declared_in(loaded):
        yield from _differing(declared, first.setdefault(declared[2].key, declared))


def definitions_beside(loaded: Loaded, beside: Sequence[Loaded]) -> Iterator[Breach]:
    """Yield the definitions that share their key, but not their content, with one of another plugin.

    Args:
        loaded: The plugin.
        beside: The plugins it is examined together with; itself among them or not.
    """
    elsewhere: dict[str, Declared] = {}
    for other in beside:
        if other.plugin.name != loaded.plugin.name:
            for declared in declared_in(other):
                elsewhere.setdefault(declared[2].key, declared)
    for declared in declared_in(loaded):
        yield from _differing(declared, elsewhere.get(declared[2].key, declared))


def _differing(declared: Declared, other: Declared) -> Iterator[Breach]:
    plan, field, definition = declared
    differing = tuple(item.name for item in fields(Definition) if getattr(definition, item.name) != getattr(other[2], item.name))
    if differing:
        yield Breach(
            "definitions",
            plan,
            field,
            Message.of(
                N_("'{key}' is counted differently in {other} ({field}): {differing}"),
                key=definition.key,
                other=other[0],
                field=other[1],
                differing=differing,
            ),
            Message.of(N_("Use one definition in both places, or give this one a key of its own.")),
        )
