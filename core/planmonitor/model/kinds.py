"""The ways of counting: what is recorded for each, and what follows from it (docs/domain.md, rule 1)."""

from __future__ import annotations

from attrs import frozen

DIVIDED = ("numerator", "denominator")


@frozen
class Kind:
    """What follows from how a thing is counted.

    Attributes:
        fields: What is recorded of it.
        per: Per how many it is derived; 1 where nothing is.
        unit: The unit of the derived figure; "" for what is counted.
    """

    fields: tuple[str, ...] = ("value",)
    per: int = 1
    unit: str = ""


KINDS = {
    "ratio": Kind(DIVIDED, per=100, unit="%"),
    "rate": Kind(DIVIDED, per=100_000, unit="per 100,000"),
    "count": Kind(),
    "yes_no": Kind(("yes",), unit="yes/no"),
    "score": Kind(unit="points"),
    "output": Kind(),
}
