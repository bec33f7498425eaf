"""What makes a cell of a sheet one without a value of its own, whatever column it stands in."""

from __future__ import annotations

import re
from collections.abc import Callable

from planmonitor import BadData, Message
from planmonitor.messages import Asked
from planmonitor.privacy import clean

from planmonitor_exchange.figures.headings import FIGURES, REMARKS
from planmonitor_exchange.figures.workbook.book import Displayed, Unreadable, Value
from planmonitor_exchange.speaking.translations import N_

_ERROR = re.compile(r"#(?:N/A|REF!|DIV/0!|VALUE!|NAME\?|NUM!|NULL!|SPILL!|CALC!)")


def look_at(code: str, value: Value, called: Callable[[str], str], *, calculated: bool) -> None:
    """Look at what a cell holds in the column of a code, what that is called there, and whether a formula calculates it.

    Raises:
        BadData: for a formula without a result, an error, a number that is shown as another one, a time, a day of another century, a person's data
            in a remark.
        Asked: for the 0 of a formula.
    """
    if type(value) is int and not calculated:
        return  # most cells
    if calculated and value is None:
        save = Message.of(N_("Open the file in Excel or LibreOffice, save it, then take it in; or write the number."))
        raise BadData(N_("{column}: the cell holds a formula without a result."), save, column=called(code))
    if isinstance(value, str) and _ERROR.fullmatch(value.strip()):
        mend = Message.of(N_("Mend the formula, or write what was counted."))
        raise BadData(N_("{column}: the cell shows the error {text}."), mend, column=called(code), text=value.strip())
    if isinstance(value, Displayed):
        counted = Message.of(N_("Set the format of the cell to Number, and write what was counted, without a percent sign or a fraction."))
        other = N_("{column}: the cell shows {shown}, and the number in it is {number}.")
        raise BadData(other, counted, column=called(code), shown=value.shown, number=str(value.number).replace(".", ","))
    if isinstance(value, Unreadable):
        anew = Message.of(N_("Set the format of the cell to Number, or for a day to Date, and write it again."))
        time = N_("{column}: the cell holds {value}, which is neither a number nor a day from 2000 to 2100.")
        raise BadData(time, anew, column=called(code), value=value.shown)
    if calculated and code in FIGURES and value == 0 and not isinstance(value, bool):
        nought = N_("{column}: the formula gives 0, which some programs write before they have calculated.")
        asked = Asked(nought, Message.of(N_("If it is 0, write 0 in place of the formula.")), column=called(code))
        raise asked.offering("formula", "0", 0, None)
    if code in REMARKS and isinstance(value, str):
        clean(value)
