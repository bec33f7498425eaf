"""A local plan begun from a programme: its measures with the programme's bars, for an officer to change."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from planmonitor import Definition, Duty, Measure, Place, Plan, Programme, Target, Unit

from planmonitor_exchange.plan_text.draft_plan import DraftIndicator, DraftMeasure, DraftPlan, DraftUnit, Field, Open
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

UNIT_EXAMPLE = (
    "[[units]]",
    'id = "phong-van-hoa-xa-hoi"',
    'name = "Phòng Văn hóa - Xã hội"',
    "[[units.tasks]]",
    'text = "..."',
    'section = "mục IV.1"',
    'role = "lead"',
)
DUTY_EXAMPLE = (
    "[[duties]]",
    'id = "bao-cao-nam"',
    'kind = "dated"',
    'rule = "trước ngày 25/11"',
    'last_day = "11-24"',
    'period = "year"',
    'reporters = ["phong-van-hoa-xa-hoi"]',
    'section = "mục V"',
    'clause = "..."',
)


def adopted(programme: Programme, generic: Plan | None, place: Place, start: date, end: date, say: Speaker) -> DraftPlan:
    """Return a draft of a place's plan that carries out a programme.

    Args:
        programme: The programme.
        generic: Its plan for places without their own, whose bars are taken over; None where it has none.
        place: The place.
        start: First day of the plan.
        end: Last day of the plan.
        say: The language of the questions in the file.
    """
    years = f"{start.year}" if start.year == end.year else f"{start.year}-{end.year}"
    named = place.name or Open(say(N_("What is the place called, with its type?")), "xã ...")
    objectives, indicators = _from_plan(generic, say) if generic else _from_definitions(programme, say)
    units = tuple(_unit(unit) for unit in generic.units) if generic else ()
    duties = tuple(_duty(duty) for duty in generic.duties) if generic else ()
    return DraftPlan(
        title=" ".join(filter(None, (f"Kế hoạch thực hiện {programme.title.vi}", place.name, years))),
        programme=programme.id,
        start=start,
        end=end,
        window=generic.window.key if generic else None,
        place={
            "level": place.level or Open(say(N_("nation, province, district or commune?")), "commune"),
            "name": named,
            "code": place.code or Open(say(N_("What is its official code? Leading zeros count.")), "00000"),
            "within": place.within,
        },
        document={
            "issuer": f"UBND {place.name}" if place.name else Open(say(N_("Which body issued the plan?")), "UBND xã ..."),
            "number": Open(say(N_("Number of the document; left open it is shown as open.")), ".../KH-UBND"),
            "issued": Open(say(N_("Its date of issue.")), start),
            "implements": (programme.document.title.vi,),
        },
        objectives=objectives,
        indicators=indicators,
        units=units,
        duties=duties,
        heading=_heading(programme, generic, say),
        examples=(() if units else UNIT_EXAMPLE, () if duties else DUTY_EXAMPLE),
    )


def _heading(programme: Programme, generic: Plan | None, say: Speaker) -> tuple[str, ...]:
    said = [say(N_("A plan of the place itself, begun from: {programme}."), programme=programme.title)]
    if generic:
        said.append(
            say(
                N_("The bars are those of {document} for {start}-{end}: replace them by those of your own document, with section and clause."),
                document=generic.document.title,
                start=str(generic.start.year),
                end=str(generic.end.year),
            )
        )
    return (*said, say(N_("Delete what your plan does not have. Lines behind '#' are not read: they show what may be written.")))


def _from_plan(plan: Plan, say: Speaker) -> tuple[tuple[tuple[str, str], ...], tuple[DraftIndicator, ...]]:
    indicators = tuple(
        DraftIndicator(item.code, item.objective, item.text, tuple(_measure(plan, measure, say) for measure in item.measures))
        for item in plan.indicators
    )
    return tuple((item.code, item.text) for item in plan.objectives), indicators


def _measure(plan: Plan, measure: Measure, say: Speaker) -> DraftMeasure:
    target = measure.targets[-1]
    return DraftMeasure(
        code=measure.code,
        label=measure.label.vi,
        adopts=plan.measure_id(measure),
        comparator=target.comparator,
        value=Open(say(N_("The number that your plan sets; the programme leaves it open.")), 0) if target.value_from else target.value,
        upper=target.upper,
        kind=target.kind,
        worse=target.worse,
        same_period=target.same_period or None,
        baseline=_baseline(target),
        milestones=tuple(
            {"due": item.due, "value": item.value, "section": item.source.section, "clause": item.source.clause} for item in target.milestones
        ),
        due=target.due,
        assessed_years=target.assessed_years or None,
        scope=None if target.scope == "target" else target.scope,
        modality=target.modality,
        wording=target.wording,
        section=Open(say(N_("Where your document says it, and its sentence, once the bar is your own.")), "mục ..."),
        clause=Open("", "..."),
        notes=(say(N_("{section}: {clause}"), section=measure.source.section, clause=measure.source.clause),),
    )


def _baseline(target: Target) -> Mapping[str, Field] | None:
    base = target.baseline
    if base is None:
        return None
    source = {"section": base.source.section, "clause": base.source.clause} if base.source else {}
    return {"year": base.year, "numerator": base.numerator, "denominator": base.denominator, **source}


def _from_definitions(programme: Programme, say: Speaker) -> tuple[tuple[tuple[str, str], ...], tuple[DraftIndicator, ...]]:
    """Return one indicator for each shared definition, with its bar to be written: the programme gives none."""
    measures = [_undecided(str(number), definition, say) for number, definition in enumerate(programme.definitions, start=1)]
    return (("1", programme.title.vi),), tuple(DraftIndicator(item.code, "1", str(item.label), (item,)) for item in measures)


def _undecided(code: str, definition: Definition, say: Speaker) -> DraftMeasure:
    judged = definition.kind != "output"
    return DraftMeasure(
        code=code,
        label=definition.label.vi,
        definition=definition.key,
        comparator=Open(say(N_("The comparison and the bar of your plan.")), ">=") if judged else None,
        value=Open("", 0) if judged else None,
        wording=Open(say(N_("The words that say so, where they stand, and the whole sentence.")), "..."),
        section=Open("", "mục ..."),
        clause=Open("", "..."),
    )


def _unit(unit: Unit) -> DraftUnit:
    tasks = tuple({"text": task.text, "section": task.section, "role": task.role} for task in unit.tasks)
    return DraftUnit(unit.id, unit.name, unit.members, tasks)


def _duty(duty: Duty) -> Mapping[str, Field]:
    return {
        "id": duty.id,
        "kind": duty.kind,
        "rule": duty.rule,
        "reporters": duty.reporters,
        "recipient": duty.recipient,
        "drafter": duty.drafter,
        "issuer": duty.issuer,
        "via": duty.via,
        "onward": duty.onward,
        "form": duty.form,
        "period": duty.period,
        "last_day": duty.last_day,
        "working_days": duty.working_days,
        "window": duty.window.key if duty.window else None,
        "measures": duty.measures or None,
        "section": duty.source.section,
        "clause": duty.source.clause,
    }
