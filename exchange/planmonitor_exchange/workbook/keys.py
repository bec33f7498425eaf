"""The keys of the rows of one workbook, and what each stands for."""

from __future__ import annotations

from collections.abc import Iterable

from planmonitor.workspace.asking import BaseBlank, Blank

from planmonitor_exchange.figures.identity import FigureLine, printed_of


class Keys:
    """Gives every row a key, and remembers for what."""

    def __init__(self) -> None:
        self.lines: list[FigureLine] = []
        self.narrative: dict[str, str] = {}
        self.labels: dict[str, tuple[str, ...]] = {}
        self.columns: dict[str, tuple[str, ...]] = {}

    def headings(self, sheet: str, labels: Iterable[str], columns: Iterable[str]) -> None:
        """Keep the words above the labels of the rows of a sheet, and above what is read back."""
        self.labels[sheet], self.columns[sheet] = tuple(labels), tuple(columns)

    def figure(self, sheet: str, blank: Blank, printed: Iterable[str], breakdown: str = "") -> str:
        """Return the key of the row of a figure, or of a part of it; `printed` is what its labels say."""
        kind = blank.measure.definition.kind
        return self._line(sheet, blank.measure_id, blank.part.unit or "", blank.period.id, breakdown, blank.place, kind, printed_of(printed))

    def base(self, sheet: str, blank: BaseBlank, printed: Iterable[str]) -> str:
        """Return the key of the row of a base figure; `printed` is what its labels say."""
        return self._line(sheet, blank.population.key, "", blank.period.id, "", blank.place, "population", printed_of(printed))

    def told(self, about: str) -> str:
        """Return the key of a row of the narrative."""
        key = f"N{len(self.narrative) + 1:04d}"
        self.narrative[key] = about
        return key

    def _line(self, sheet: str, *about: str) -> str:
        key = f"D{len(self.lines) + 1:04d}"
        self.lines.append(FigureLine(key, sheet, *about))
        return key
