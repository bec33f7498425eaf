"""Free text must hold no child's data (docs/domain.md, rule 27)."""

from __future__ import annotations

import re
import unicodedata

from planmonitor.messages import N_, BadData, Message

_SPACED_DIGITS = r"(?<![0-9/.,-])(?:{first})(?:[ .-]?[0-9]){{{more}}}(?![0-9/])"
_CAPITAL = "A-ZĐ" + "".join(chr(code) for code in range(0xC0, 0x1EFA) if chr(code).isupper() and unicodedata.normalize("NFD", chr(code))[0].isascii())
_NAME = rf"[{_CAPITAL}]\w*"
_NAMED_CHILD = re.compile(
    # "cháu Lan" is a child; "trẻ em Việt Nam", "học sinh Trường THCS Vân Sơn" and "Hội Bảo vệ quyền trẻ em" are not.
    rf"\b(?:[Cc]háu|[Bb]é)\s+{_NAME}|(?:(?<![Tt]rẻ )\b[Ee]m|\b[Tt]rẻ|\b[Hh]ọc sinh(?!\s+[Tt]rường))(?:\s+{_NAME}){{2,4}}"
    rf"|{_NAME}(?:\s+{_NAME}){{1,3}}\s*[,(]?\s*[0-9]{{1,2}} tuổi"  # a name and an age
)
_NUMBERED = r"\b(?:{words})\D{{0,12}}(?:[0-9][ .-]?){{9,12}}"

IN_NO_DOCUMENT = (
    (re.compile(_NUMBERED.format(words="CCCD|CMND|định danh"), re.IGNORECASE), N_("an identity number")),
    (_NAMED_CHILD, N_("a child's name")),
    (re.compile(r"\blớp\s*[0-9]{1,2}\s*[A-Z]\b", re.IGNORECASE), N_("a school class")),
)
"""What no plan prints of itself. (It may print telephone numbers of offices, "trẻ em sinh năm 2020", and figures side by side.)"""

_LOOKS_LIKE = (
    *IN_NO_DOCUMENT,
    (re.compile(_SPACED_DIGITS.format(first="[0-9]", more=11)), N_("an identity number")),
    (re.compile(_SPACED_DIGITS.format(first="0|[+]?84", more=9)), N_("a telephone number")),
    (re.compile(_NUMBERED.format(words="SĐT|ĐT|điện thoại"), re.IGNORECASE), N_("a telephone number")),
    (re.compile(r"\b(?:sinh|SN)\s*(?:ngày|năm|:)?\s*[0-9]{1,4}(?:[/.-][0-9]{1,4})*", re.IGNORECASE), N_("a date of birth")),
)


def data_of_a_child(text: str) -> str:
    """Return what looks like a child's data in the text of a document; "" where nothing does."""
    return next((what for pattern, what in IN_NO_DOCUMENT if pattern.search(text)), "")


def clean(text: str) -> str:
    """Return free text (a remark, a file's name) in NFC; a `BadData` that does not repeat it where it holds what is invisible, or a person's data."""
    composed = unicodedata.normalize("NFC", text.strip())
    if any(unicodedata.category(letter) in {"Cc", "Cf", "Cs", "Co", "Cn"} for letter in composed):
        raise BadData(N_("A text holds invisible characters."), Message.of(N_("Type it anew instead of pasting it.")))
    for pattern, what in _LOOKS_LIKE:
        if pattern.search(composed):
            problem = N_("A text holds what looks like {what}; only totals are kept here, never a person's data.")
            raise BadData(problem, Message.of(N_("Leave it out.")), what=Message.of(what))
    return composed
