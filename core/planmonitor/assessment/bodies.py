"""Which body a report is of: the place's own committee, or an office that reports to it; and at which level a place stands."""

from __future__ import annotations

from planmonitor.model.duties import Duty
from planmonitor.model.plans import Plan
from planmonitor.names import as_compared

_COMMITTEE = as_compared("Ủy ban nhân dân")
_LEVELS = {"cấp xã": ("xã ", "phường ", "thị trấn ", "đặc khu "), "cấp huyện": ("huyện ", "quận ", "thị xã "), "cấp tỉnh": ("tỉnh ",)}
_KINDS = ("thành phố ", *(kind for kinds in _LEVELS.values() for kind in kinds))


def compiles(plan: Plan, duty: Duty, reporter: str, place: str) -> bool:
    """Return whether a report is that of the place: its committee's own, or one that an office compiles for it.

    An office's own is what is sent to the place, or where others owe theirs too.
    """
    unit = plan.unit(reporter)
    if not reporter or duty.issuer is not None or (unit is not None and _is_committee_of(unit.name, place)):
        return True
    to_itself = duty.recipient is not None and _is_committee_of(duty.recipient, place)
    return duty.reporters == (reporter,) and bool(duty.measures) and not to_itself


def level_of(place: str) -> str:
    """Return at which level a place stands, by the kind in its name: "cấp xã" for "phường Đông Ngạc"; "" where the kind stands for several."""
    return next((level for level, kinds in _LEVELS.items() if place.startswith(kinds)), "")


def _is_committee_of(named: str, place: str) -> bool:
    """Return whether a name begins with that of a place's own committee: of "xã Vân Sơn" "UBND xã", "Ủy ban nhân dân cấp xã"; not "UBND các xã"."""
    kind = next((kind for kind in _KINDS if place.startswith(kind)), "")
    folded = f"{as_compared(named)} "
    return any(one and folded.startswith(f"{_COMMITTEE} {as_compared(one)} ") for one in (kind.strip(), level_of(place)))
