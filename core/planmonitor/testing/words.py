"""Nine tenths of the letters of a document are held by its plan, and for each of the rest a reason is given: a suite of tests."""

from __future__ import annotations

from typing import TYPE_CHECKING

from planmonitor.testing.texts import PlanOfText, Row, none, table

if TYPE_CHECKING:
    from planmonitor.plantext.quotations import Held

LEAST = 90
"""Of a hundred letters of a document, how many its plan holds at the least."""


class PlanWords(PlanOfText):
    """What became of every line of a plan's text. The suite of one plan:

        from planmonitor.testing import PlanWords

        class TestWordsOfVanSon(PlanWords):
            plan = "child-work-2026/van-son"

    Beside the test file, `figures/van-son-rest.csv` lists what the plan does not hold, as `python -m planmonitor.contract.held` prints it
    (`line`, `words`), with a column `reason`. `figures/texts.csv` gives the SHA-256 of the text read.
    """  # noqa: D400, D415 - what it introduces follows

    @property
    def _rest(self) -> list[Row]:
        return table(self._folder / f"{self._name}-rest.csv")

    def _held(self) -> Held:
        from planmonitor.plantext.quotations import held_of

        return held_of(self._text(), self._said)

    def test_every_line_that_the_plan_does_not_hold_has_its_reason(self) -> None:
        """What is left out is left out on purpose."""
        none(row for row in self._rest if not row["reason"].strip())

    def test_the_plan_holds_nine_tenths_of_the_letters_of_its_document(self) -> None:
        """A plan is its whole document; the share is measured as `planmonitor.plantext.quotations` says."""
        held = self._held()
        none([] if held.is_at_least(LEAST) else [f"{held.held} of {held.letters} letters are held, fewer than {LEAST} %", *held.rest])

    def test_the_list_of_what_is_left_out_is_what_the_plan_does_not_hold(self) -> None:
        """The list was made from the text and the plan as they are."""
        fresh = [(str(left.line), left.words) for left in self._held().rest]
        listed = [(row["line"], row["words"]) for row in self._rest]
        none(
            [
                *(("only listed", *item) for item in listed if item not in fresh),
                *(("left out, not listed", *item) for item in fresh if item not in listed),
            ]
        )
