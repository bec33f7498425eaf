"""The names of fields, as they stand in a form and on the sheet of ids of an annex."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import count

from planmonitor import Message
from planmonitor.names import Named, near, slug
from planmonitor.workspace.reporting import PeriodReport

from planmonitor_exchange.speaking.translations import N_

OF_REPORT, OF_MEASURE = "bc_", "ct_"
"""How the names of fields begin: those of the report ("báo cáo") and those of a measure ("chỉ tiêu")."""
ROWS = "chi_tieu"
"""The list of all measures, for each of which a row of a table in Word is repeated."""


def field_names(report: PeriodReport) -> dict[str, str]:
    """Return the name of the field of every measure by its id: "ct_1a", and where the report is on several plans the plan's id in between.

    A report on whole plans knows all their measures; the letter of a duty those that it tells.
    """
    names: dict[str, str] = {}
    for one in report.plans:
        within = f"{OF_MEASURE}{_ascii(one.plan.id)}_" if len(report.plans) > 1 else OF_MEASURE
        told = {line.measure.code for line in one.lines}
        for measure in one.plan.measures:
            if report.duty is None or measure.code in told:
                name = f"{within}{_ascii(measure.code)}"
                tries = (name if number == 1 else f"{name}_{number}" for number in count(1))
                names[one.plan.measure_id(measure)] = next(free for free in tries if free not in names.values())
    return names


def _ascii(text: str) -> str:
    return slug(text, longest=200).replace("-", "_")


def unknown(name: str, known: Iterable[str]) -> Message | str:
    """Return that a form names a field that there is not, and which it may mean."""
    names = tuple(known)
    if found := _of_same_code(name, names) or tuple(item.id for item in near(name, map(Named, names))):
        return Message.of(N_("'{name}' (perhaps {near})"), name=name, near=found)
    return f"'{name}'"


def _of_same_code(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return up to three fields of measures whose name has a plan in between where this one has none, or the other way round."""
    if not name.startswith(OF_MEASURE):
        return ()
    ends = len(OF_MEASURE) - 1
    of_measures = (one for one in known if one.startswith(OF_MEASURE))
    return tuple(one for one in of_measures if one.endswith(name[ends:]) or name.endswith(one[ends:]))[:3]
