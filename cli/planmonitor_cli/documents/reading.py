"""Reading figures typed by people: one reading, or none (docs/domain.md, rule 9).

"1.234" is 1234 in Vietnamese and 1.234 in English: both readings are offered and neither is taken.
"""

from __future__ import annotations

import re
from decimal import Decimal

from planmonitor import BadData, Message

from planmonitor_cli.catalogue import N_

_DIGITS = re.compile(r"[0-9]+")
_GROUPED = re.compile("[1-9][0-9]{0,2}(?:([.,\\u0020\\u00a0\\u202f])[0-9]{3})(?:\\1[0-9]{3})*")
_GROUPED_DECIMAL = re.compile(r"([1-9][0-9]{0,2}(?:\.[0-9]{3})+),([0-9]+)|([1-9][0-9]{0,2}(?:,[0-9]{3})+)\.([0-9]+)")
_DECIMAL = re.compile(r"([0-9]+)[.,]([0-9]+)")
_LONGEST = 40
_NOTHING = {"không", "khong", "-", "--", "–", "—", "kps", "ko", "x", "…", "...", "n/a", "na"}


def read_figure(text: str) -> int | Decimal | None:
    """Return the one figure a text can mean.

    Args:
        text: What was typed.

    Returns:
        An int, a Decimal with a decimal part, or None where the cell is empty (missing, which is not zero).

    Raises:
        BadData: where the text is no figure, is negative, is a percentage, or has two readings.
    """
    written = text.strip(" \t\u00a0\u202f\ufeff")
    if not written:
        return None
    if len(written) > _LONGEST:
        raise BadData(N_("'{text}' is not a figure."), Message.of(N_("Write digits only, such as 1234 or 12,5.")), text=f"{written[:12]}…")
    if written.lower() in _NOTHING:
        raise BadData(N_("'{text}' may mean zero or nothing reported."), Message.of(N_("Write 0, or leave it empty.")), text=text)
    if written.endswith("%"):
        raise BadData(N_("'{text}' is a percentage."), Message.of(N_("Give its two counts, numerator and denominator.")), text=text)
    if written[0] in "-−" and len(written) > 1 and written[1].isdigit():
        raise BadData(N_("'{text}' is negative; a count is 0 or more."), text=text)
    if _DIGITS.fullmatch(written):
        return int(written)
    if match := _GROUPED.fullmatch(written):
        separator = match[1]
        if separator in ".," and written.count(separator) == 1:
            plain = written.replace(separator, "")
            raise BadData(
                N_("'{text}' has two readings: {whole} or {part}."),
                Message.of(N_("Write {whole}, or {part} with more or fewer decimals."), whole=plain, part=written.replace(separator, ",")),
                text=text,
                whole=plain,
                part=written.replace(separator, ","),
            )
        return int(written.replace(separator, ""))
    if match := _GROUPED_DECIMAL.fullmatch(written):
        whole, part = (match[1], match[2]) if match[1] else (match[3], match[4])
        return Decimal(f"{re.sub('[.,]', '', whole)}.{part}")
    if match := _DECIMAL.fullmatch(written):
        return Decimal(f"{match[1]}.{match[2]}")
    raise BadData(N_("'{text}' is not a figure."), Message.of(N_("Write digits only, such as 1234 or 12,5.")), text=text)


def read_count(text: str) -> int | None:
    """Return the whole count a text means, or None where it is empty.

    Raises:
        BadData: as `read_figure`, and where the figure has a decimal part.
    """
    figure = read_figure(text)
    if isinstance(figure, Decimal):
        raise BadData(N_("'{text}' is not a whole number."), text=text)
    return figure
