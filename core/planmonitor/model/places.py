"""Where a plan applies, and by which names people mean that place."""

from __future__ import annotations

from attrs import field, frozen

from planmonitor.model import validation as valid
from planmonitor.model.validation import one_of
from planmonitor.names import as_compared


@frozen
class Place:
    """Where a plan applies."""

    level: str = field(validator=one_of("nation", "province", "district", "commune"))
    """ "nation", "province", "district" or "commune"."""
    name: str | None = field(default=None, validator=valid.plain_text_or_none)
    """Its name with its type ("xã Vân Sơn"), or None where the text does not name it."""
    code: str | None = field(default=None, validator=valid.plain_text_or_none)
    """Official code as text, leading zeros kept; None where it is not known."""
    within: str | None = field(default=None, validator=valid.plain_text_or_none)
    """The place above it, as the plan names it."""

    @property
    def key(self) -> str:
        """Under what its figures are recorded: the code, else the name; "" while it is not named."""
        return self.code or self.name or ""

    def is_called(self, name: str) -> bool:
        """Return whether somebody who types `name` means this place: its code, or its name, alone or with the place above it, however accented."""
        # A spreadsheet drops the leading zeros of a code.
        coded = self.code is not None and name.isascii() and name.isdigit() and name.zfill(len(self.code)) == self.code
        own, _, above = name.partition(",")
        called = self.name is not None and as_compared(own) == as_compared(self.name) and self.lies_in(above)
        return bool(name) and (coded or called)

    def lies_in(self, above: str) -> bool:
        """Return whether it lies in the place of a name, "" for any; a province that became a city is still the one it lies in."""
        return not above.strip() or _of_level(above) == _of_level(self.within or "")

    @property
    def in_full(self) -> str:
        """Its name with what it lies in and its code, as the plan prints them."""
        named = ", ".join(filter(None, (self.name, self.within)))
        return f"{named} ({self.code})" if self.code else named


_LEVELS = tuple(f"{as_compared(word)} " for word in ("tỉnh", "thành phố", "tp", "tp."))


def _of_level(name: str) -> str:
    """Return the name of a place without the word for its level: a province that became a city lies where it lay."""
    folded = as_compared(name)
    return next((folded.removeprefix(word) for word in _LEVELS if folded.startswith(word)), folded)
