"""The keys of the rows of one workbook, and what each stands for."""

from __future__ import annotations

from collections.abc import Iterable

from planmonitor.workspace.asking import BaseBlank, Blank
from planmonitor.workspace.of_form import counting_of

from planmonitor_exchange.figures.identity import FigureLine, printed_of
from planmonitor_exchange.speaking.speaker import Speaker


class Keys:
    """Gives every row a key, and remembers for what."""

    def __init__(self, say: Speaker) -> None:
        """Take the language in which the workbook is made."""
        self._say = say
        self.lines: list[FigureLine] = []
        self.narrative: dict[str, str] = {}
        self.labels: dict[str, tuple[str, ...]] = {}
        self.titles: dict[str, tuple[str, ...]] = {}
        self.columns: dict[str, tuple[str, ...]] = {}

    def headings(self, sheet: str, labels: Iterable[str], columns: Iterable[str], title: str = "") -> None:
        """Keep the words above the labels of the rows of a sheet, above what is read back, in their order, and above all of it."""
        if title:
            self.titles[sheet] = (title,)
        self.labels[sheet], self.columns[sheet] = tuple(labels), tuple(columns)

    def figure(self, sheet: str, blank: Blank, printed: Iterable[str], breakdown: str = "", above: str = "") -> str:
        """Return the key of the row of a figure, or of a part of it.

        Args:
            sheet: The sheet it stands on.
            blank: The figure.
            printed: What the labels of its row say.
            breakdown: Which part of it; "" for the total.
            above: What stands above the headings of its block; "" where a row holds one figure.
        """
        definition = blank.measure.definition
        line = FigureLine(
            key=self._next(),
            sheet=sheet,
            measure=blank.measure_id,
            unit=blank.part.unit or "",
            period=blank.period.id,
            breakdown=breakdown,
            place=blank.place,
            kind=definition.kind,
            printed=printed_of(printed),
            above=printed_of([above]),
            label=printed_of([self._say.value(blank.measure.label)]),
            counting=counting_of(definition, blank.period),
        )
        self.lines.append(line)
        return line.key

    def base(self, sheet: str, blank: BaseBlank, printed: Iterable[str]) -> str:
        """Return the key of the row of a base figure; `printed` is what its labels say."""
        line = FigureLine(
            key=self._next(),
            sheet=sheet,
            measure=blank.population.key,
            unit="",
            period=blank.period.id,
            breakdown="",
            place=blank.place,
            kind="population",
            printed=printed_of(printed),
            label=printed_of([self._say.value(blank.population.label)]),
            counting=counting_of(blank.population, blank.period),
        )
        self.lines.append(line)
        return line.key

    def told(self, about: str) -> str:
        """Return the key of a row of the narrative."""
        key = f"N{len(self.narrative) + 1:04d}"
        self.narrative[key] = about
        return key

    def _next(self) -> str:
        return f"D{len(self.lines) + 1:04d}"
