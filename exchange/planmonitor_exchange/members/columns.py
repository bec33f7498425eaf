"""The columns of a list of members of groups, by the headings that officers and our own lists write above them."""

from __future__ import annotations

import re

from planmonitor.names import fold

HEADINGS = {
    "NAME": ("Tên", "Tên đơn vị", "Đơn vị", "Name"),
    "GROUP": ("Nhóm", "Thuộc nhóm", "Group", "Member of", "member_of"),
    "PLAN": ("Kế hoạch", "Plan"),
    "FROM": ("Từ", "Từ ngày", "From", "First day", "valid_from"),
    "TO": ("Đến", "Đến ngày", "Đến hết ngày", "To", "Until", "valid_to"),
    "ID": ("Mã", "Mã đơn vị", "Id"),
    "DOCUMENT": ("Văn bản", "Số văn bản", "Document"),
}
"""The columns that are read, and what they may be called too, in small letters or capitals."""
NOT_READ = {
    "NUMBER": ("TT", "STT", "Số TT", "Số thứ tự"),
    "MEMBERS": ("Nhận thành viên", "Takes members"),
    "ROLES": ("Vai trò", "Roles"),
    "ENDED": (),
    "FORMER_NAMES": ("Tên khác", "Other names"),
    "SUCCESSOR": ("Đơn vị kế tục", "Work goes on at"),
}
"""The other columns of `monitor units list`, and numbers of rows: nothing is said of them."""
COLUMNS = (*HEADINGS, *NOT_READ)
REQUIRED = ("NAME", "GROUP")
OF_PROGRAMS = fold("member_of")
"""The heading by which the sheet for programs of a list of ours is known."""
_SPOKEN = {fold(name): column for column, names in (HEADINGS | NOT_READ).items() for name in (column, *names)}


def column_of(heading: str) -> str | None:
    """Return the code of the column that a heading stands above; None where it is none of them. What stands in brackets behind it is passed over."""
    plain = heading.strip("* .:")
    return _SPOKEN.get(fold(plain)) or _SPOKEN.get(fold(re.sub(r"\s*[(\[].*", "", plain, flags=re.DOTALL)))


def heading_of(column: str) -> str:
    """Return the heading under which a column is spoken of in Vietnamese."""
    return next(iter((HEADINGS | NOT_READ)[column]), column)
