"""The keys of the rows of one workbook, and what each stands for."""

from __future__ import annotations

from planmonitor.workspace.asking import BaseBlank, Blank

from planmonitor_exchange.figures.identity import FigureLine


class Keys:
    """Gives every row a key, and remembers for what."""

    def __init__(self) -> None:
        self.lines: list[FigureLine] = []
        self.narrative: dict[str, str] = {}

    def figure(self, sheet: str, blank: Blank, breakdown: str = "") -> str:
        """Return the key of the row of a figure, or of a part of it."""
        kind = blank.measure.definition.kind
        return self._line(sheet, blank.measure_id, blank.part.unit or "", blank.period.id, breakdown, blank.place, kind)

    def base(self, sheet: str, blank: BaseBlank) -> str:
        """Return the key of the row of a base figure."""
        return self._line(sheet, blank.population.key, "", blank.period.id, "", blank.place, "population")

    def told(self, about: str) -> str:
        """Return the key of a row of the narrative."""
        key = f"N{len(self.narrative) + 1:04d}"
        self.narrative[key] = about
        return key

    def _line(self, sheet: str, *about: str) -> str:
        key = f"D{len(self.lines) + 1:04d}"
        self.lines.append(FigureLine(key, sheet, *about))
        return key
