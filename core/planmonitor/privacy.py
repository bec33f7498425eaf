"""Free text must hold no child's data (docs/domain.md, rule 27).

All texts are read in the same way: composed, with single spaces, and with the names of officials, schools and places taken out.
What the words of a plan do as well as those of a note (telephone numbers, figures side by side) is looked for in notes only.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

from planmonitor import unaccented
from planmonitor.messages import N_, BadData, Message
from planmonitor.person_names import FAMILY, GIVEN, RARER_FAMILY

# Words

_LATIN = [chr(code) for code in range(0xC0, 0x1EFA) if unicodedata.normalize("NFD", chr(code))[0].isascii()]
_CAPITAL = "A-ZĐ" + "".join(filter(str.isupper, _LATIN))
_WORD = r"[^\W\d_]+"
_CAPITALISED = rf"(?:[{_CAPITAL}][’'])?[{_CAPITAL}][{''.join(filter(str.islower, _LATIN))}a-zđ]*\b"
"""A word written like a name ("Lan", "A", "H'Mông"); no abbreviation."""
_GAP = r"[ ,;:|()–-]*"

# Names. Small letters and capitals throughout tell no name from other words, so there only frequent names are known.

_NO_FAMILY = r"(?!(?i:phạm (?:vi|tội|pháp)|hồ sơ)\b)"
_MIDDLE = "(?:Văn(?! (?i:hóa|hoá|phòng|bản|nghệ|minh|thể))|Thị(?! (?i:trấn|xã|trường|tứ)))"
"""Of many full names; not of "Văn Hóa" and "Thị Trấn"."""
_NO_NAME = (
    "Trẻ|Em|Bé|Cháu|Gái|Trai|Con|Học|Sinh|Thiếu|Dưới|Từ|Đến|Trên|Độ|Bị|Có|Là|Và|Của|Cho|Được|Mồ|Khuyết|Dân|Ngoan|Giỏi|Khỏe|Khoẻ|Chăm|Yêu|Vẽ|Hát|Kể"
    "|Bác|Trường|Lớp|Tiểu|Trung (?i:tâm|học|ương|đoàn)|Mầm|Mẫu|Trạm|Thôn|Bản|Xóm|Ấp|Làng|Tổ|Khu|Xã|Phường|Huyện|Tỉnh|Thành (?i:phố|viên|đoàn)|Hội"
    "|Đội|Đoàn|Đảng|Ủy|Uỷ|Sở|Phòng|Ban|Quỹ|Kinh|Tày|Nùng|Mông|H'Mông|Dao|Mường|Khmer|Down"
)
"""What is written with a capital behind "trẻ", "em", or before an age, and names nobody."""
_PART = rf"(?!(?:Trẻ|Em|Học|Lớp|Dưới|Từ|Đến)\b){_CAPITALISED}"
_INITIALS = rf"(?<![\w.])(?:(?:[{_CAPITAL}]\. ?){{1,3}}[{_CAPITAL}]\b|[{_CAPITAL}][VT][{_CAPITAL}]\b)"
""" "N.V.A" and "NVA"."""
_PLAIN_WORD = rf"(?!(?:trẻ|em|bé|cháu|bị|và|là|ở|lớp|sinh|con|học|dưới|từ|đến)\b){_WORD}"
_IN_ANY_CASE = rf"(?i:\b(?:nguyễn(?: {_PLAIN_WORD}){{1,3}}|(?:{FAMILY}|{RARER_FAMILY}) {_MIDDLE}(?: {_PLAIN_WORD}){{1,2}}))"
_IN_CAPITALS = rf"\b{_NO_FAMILY}(?:{FAMILY.upper()})(?: (?!(?:TRẺ|EM|LỚP)\b)[{_CAPITAL}]+\b){{2,3}}"
_FULL_NAME = (
    rf"(?:{_IN_ANY_CASE}|{_IN_CAPITALS}|{_INITIALS}|\b{_NO_FAMILY}(?:{FAMILY}|{RARER_FAMILY})(?: {_PART}){{2,3}}"
    rf"|\b{_PART} {_MIDDLE} {_PART}(?: {_PART})?)"
)
_KNOWN_NAME = (
    rf"(?:{_FULL_NAME}|\b(?:{FAMILY})(?: {_PART}){{1,3}}|\b(?:{GIVEN})\b(?! [{_CAPITAL}])"
    rf"|(?i:\b(?:{GIVEN})(?= ?(?:$|[,;.:()|–”\"])| (?:bị|ở|con|nghỉ|được|đã|đang|có|học|sinh|là|và|mất|chết|bỏ|đi|lớp|năm)\b)))"
)

# Whose names those are

_PLACE = (
    "trường|tiểu học|mầm non|thcs|thpt|th|đường|phố|ngõ|quỹ|công viên|chợ|bệnh viện|công ty|tnhh|thôn|bản|xóm|ấp|buôn|làng|khu|tổ|xã|phường|huyện"
    r"|tỉnh|thành phố|tp\.?"
)
_NAMED_AFTER = (
    rf"(?P<before>\b(?i:{_PLACE}))(?: |(?<=\.))(?!(?:{_NO_NAME}|THCS|THPT|TH|TNHH|CP)\b)[{_CAPITAL}]\w*"
    rf"(?: (?!(?i:{FAMILY}|lớp|cháu|bé|em|trẻ|nạn)\b)[{_CAPITAL}]\w*){{0,3}}"
    r"|\b(?:Việt Nam|Hà Nội|Hồ Chí Minh|Phan Thiết|Phan Rang|Vũ Thư|Vũ Quang|Võ Nhai)\b"
)
"""Schools, streets and places, many of which bear a person's name."""
_OFFICE = (
    "ông|bà|đồng chí|đ/c|cô|thầy|cô giáo|thầy giáo|giáo viên|gv|bác sĩ|chủ tịch|bí thư|trưởng thôn|trưởng bản|hiệu trưởng|giám đốc|cán bộ|công chức"
    "|người lập(?: biểu)?|thủ tướng|bộ trưởng"
)
_OFFICIAL = rf"(?P<before>\b(?i:{_OFFICE}):?) [{_CAPITAL}]\w*(?: [{_CAPITAL}]\w*){{1,3}}"
_HOTLINE = r"(?P<before>\b(?i:tổng đài|đường dây nóng|hotline))[^0-9]{0,40}[0-9](?:[ .-]?[0-9]){2,11}"

# A child

_CALLED = r"(?i: (?:gái|trai|bé|nhỏ|họ và tên|họ tên|tên là|tên)){0,3}"
_SENTENCE = r"(?:(?<=[.!?:;“\"(–|-] )|(?<=[“\"(–|-])|^)"
_CALLED_BY_NAME = (
    # With a small letter, or at the head of a sentence, "em" is followed by a name; in "Hội thi Em Yêu Biển Đảo" it is of a title.
    rf"(?:\b(?:cháu|bé|(?<!rẻ )(?<!re )(?<!nh )(?<!hị )(?<!con )(?<!Con )em|trẻ)|{_SENTENCE}(?:Cháu|Bé|Em|Trẻ))\b{_CALLED}"
    rf" (?:{_INITIALS}|(?!(?:{_NO_NAME})\b){_CAPITALISED}|(?:{GIVEN.upper()})\b)"
    # "trẻ em Hà Nội", "học sinh Vân Sơn", "TRẺ EM LÀO CAI" and "2 cháu: ..." name a child only where what follows is known for a name.
    rf"|\b(?i:cháu|bé|em|trẻ|học sinh|nạn nhân)(?i: lớp [0-9]{{1,2}})?{_CALLED}(?i: là)?(?: ?[:(] ?| ){_KNOWN_NAME}"
)
_A_CHILD = r"\b(?:trẻ em|trẻ|cháu|bé|em|học sinh|nạn nhân)(?: (?:gái|trai|nam|nữ))?"
_ONE_CHILD = rf"\b(?:0?1|một) {_A_CHILD}"
_NOT_SEVERAL = rf"(?:{_ONE_CHILD}|(?<![0-9%] )(?<!các )(?<!những )(?<!số )(?<!mọi ){_A_CHILD})"
"""One child; "12 trẻ", "số trẻ", "các cháu" are several."""
_AGE = r"(?:(?:0?[1-9]|1[0-7]) ?|[0-9]{1,2} ?tháng )tuổi\b(?! (?:trở|đến)| ?[-–])"
_AGE_OR_SHORT = rf"(?:(?i:{_AGE})|(?:0?[1-9]|1[0-7]) ?t\b(?! ?(?:20|đầu|[/.])))"
_DAY = r"[0-9]{1,2} ?[/.-] ?[0-9]{1,2} ?[/.-] ?(?:[0-9]{4}|[0-9]{2})\b"
_YEAR = r"(?:19[5-9][0-9]|20[0-2][0-9])\b(?!/| ?[-–] ?20)"
_HAMLET = (
    rf"\b(?:(?i:thôn|bản|xóm|ấp|buôn|làng|tổ|khu phố|tổ dân phố|số nhà) (?:…|[{_CAPITAL}0-9])"
    r"|(?i:thôn|xóm|ấp|buôn) (?!(?:bản|xóm|ấp|làng|đặc|có|vùng|khó|xa|trong|các|và|văn|nghèo|trên|thuộc|của|biên|ven|khác)\b)\w)"
)
_NO_BIRTH = "".join(
    f"(?<!{before} )"
    for before in ("học", "vệ", "phát", "khai", "nảy", "dân", "thí", "tái", "hy", "hi", "sơ", "ký", "sản", "hộ", "mới", "số", "suất", "mức", "lệ")
)
_COHORT = "".join(f"(?<!{before} )" for before in ("trẻ", "trẻ em", "người", "các cháu", "các em", "học sinh", "phụ nữ"))
_BORN = (
    rf"\b(?:{_NO_BIRTH}sinh(?: ngày| năm| tháng)?|SN) ?:? ?(?:{_DAY}|[0-9]{{1,2}}(?: tháng |[/.-])[0-9]{{1,4}}\b)"
    rf"|\b(?:{_COHORT}{_NO_BIRTH}sinh(?: năm)?|SN) ?:? ?{_YEAR}(?! (?:trở|đến))|\b(?:{_COHORT}{_NO_BIRTH}sinh năm|SN) ?:? ?[0-9]{{2}}\b(?! \w)"
)
"""A day or year of birth; "học sinh", "vệ sinh", "phát sinh 3 vụ" are none, and "trẻ em sinh năm 2020" are a cohort."""

# Numbers

_IDENTITY = r"(?i:(?<![0-9.,/+-])(?:{zero}|[1-9][0-9]{{10,11}})(?![0-9/])(?!,[0-9])(?! ?(?:đồng|đ\b|vnđ|vnd)))"
_NUMBERED = r"(?<![\w&-])(?i:{words})\b\D{{0,12}}(?:[0-9][ .-]?){{8,11}}[0-9](?![0-9/])"

IN_NO_DOCUMENT = (
    (_NUMBERED.format(words="CCCD|CMND|CMTND|căn cước|định danh"), N_("an identity number")),
    (_IDENTITY.format(zero="0[0-9]{11}"), N_("an identity number")),
    (_CALLED_BY_NAME, N_("a child's name")),
    (rf"(?<!rẻ em )\b(?:{_PART}(?: {_PART}){{1,3}}|{GIVEN})[ ,(|]+(?i:{_AGE})", N_("a child's name")),
    (
        (
            rf"{_FULL_NAME}{_GAP}(?:(?i:nam|nữ|học sinh|hs|mới|hiện|năm nay){_GAP})?"
            rf"(?:{_AGE_OR_SHORT}|(?i:lớp) ?[0-9]|[0-9]{{1,2}}[A-Z]|{_DAY}|{_YEAR}|(?i:sinh|SN)\b[^.;]{{0,12}}[0-9])"
        ),
        N_("a child's name"),
    ),
    (
        rf"(?i:\b(?:con|cháu(?: nội| ngoại)?) (?:của )?(?:ông|bà|anh|chị)) (?:…|{_CAPITALISED}|{_KNOWN_NAME}|[{_CAPITAL}]{{2}})",
        N_("the name of a child's parent"),
    ),
    (
        rf"(?i:{_NOT_SEVERAL}[ ,(]*(?:{_AGE}|sinh năm {_YEAR})|{_ONE_CHILD},? lớp [0-9])[^.;]{{0,60}}?{_HAMLET}",
        N_("a child's age and hamlet"),
    ),
    (r"\b(?i:lớp ?[0-9]{1,2} ?[A-Z][0-9]?)\b", N_("a school class")),
    (f"(?i:{_BORN})", N_("a date of birth")),
)
"""What no plan prints of itself. It may print telephone numbers of offices and figures side by side."""

_NO_ONE = (
    "Nữ|Đủ|Khi|Lúc|Hết|Tròn|Gồm|Tuổi|Năm|Lứa|Nhóm|Trung|Bình quân|Tổng|Cộng|Riêng|Chỉ|Vào|Tại|Mới|Lên|Chưa|Quá|Tối|Ít|Khoảng|Gần|Hơn|Hay|Hoặc|Người"
    "|Cả|Nếu|Đối|Sau|Trước|Theo|Nay|Chồi|Lá|Nhà|Đã|Đang|Còn|Dự|Tính|Các|Những|Mỗi|Một|Hai|Ba"
)
"""What begins a sentence before an age, and names nobody."""
_ALONE = r"(?:^|[,.;:(|–\[“\"-] ?|(?<=[a-zđ…]) |(?<=[à-ỹ]) )"
"""Before a name of one word: no other word with a capital, as in "Vân Sơn 6t"."""

_NAMED_IN_A_FORM = (
    r"\b(?i:họ và tên|họ tên|ho va ten|ho ten|(?:tên|ten)(?: (?:trẻ em|trẻ|cháu|bé|em|học sinh|nạn nhân|tre em|tre|chau|be|hoc sinh))?) ?[:=] ?"
    rf"(?:{_IN_ANY_CASE}|{unaccented.FULL_NAME}|(?:(?i:{GIVEN})|(?!(?:{_NO_NAME})\b){_CAPITALISED}(?: {_PART}){{0,3}})(?= ?(?:$|[,;.(|])))"
)
""" "Họ tên: Lan"."""

_LOOKS_LIKE = (
    *IN_NO_DOCUMENT,
    (rf"{_ALONE}(?!(?:{_NO_NAME}|{_NO_ONE})\b){_CAPITALISED}[ ,(|]+(?i:{_AGE})", N_("a child's name")),
    (rf"{_ALONE}(?:{GIVEN}|Nam)[ ,(|]+(?:(?:0?[1-9]|1[0-7]) ?t\b(?! ?(?:20|đầu|[/.]))|[1-9][0-9]?[A-H][0-9]?\b)", N_("a child's name")),
    (_NAMED_IN_A_FORM, N_("a child's name")),
    (r"(?<![0-9/.,-])0[0-9]{2}(?:[ .-]?[0-9]{3}){3}(?![0-9/])", N_("an identity number")),
    (r"(?<![0-9/.,-])(?:(?:0|[+]?84)(?:[ .-]?[0-9]){9}|02(?:[ .-]?[0-9]){9})(?![0-9/])", N_("a telephone number")),
    (_NUMBERED.format(words="SĐT|ĐT|điện thoại|Zalo|liên hệ"), N_("a telephone number")),
)


def data_of_a_child(text: str) -> str:
    """Return what looks like a child's data in the text of a document; "" where nothing does."""
    return _found(IN_NO_DOCUMENT, text)


def need_no_child(text: str) -> None:
    """Raise a `BadData`, which does not repeat it, where the text of a document holds what looks like a child's data."""
    if what := data_of_a_child(text):
        raise _personal(what)


def _personal(what: str) -> BadData:
    problem = N_("A text holds what looks like {what}; only totals are kept here, never a person's data.")
    return BadData(problem, Message.of(N_("Leave it out.")), what=Message.of(what))


def clean(text: str) -> str:
    """Return free text (a remark, a file's name) in NFC; a `BadData` that does not repeat it where it holds what is invisible, or a person's data."""
    composed = unicodedata.normalize("NFC", text.strip())
    if any(unicodedata.category(letter) in {"Cc", "Cf", "Cs", "Co", "Cn"} for letter in composed):
        raise BadData(N_("A text holds invisible characters."), Message.of(N_("Type it anew instead of pasting it.")))
    if what := _in_a_note(composed):
        raise _personal(what)
    return composed


@lru_cache(maxsize=1024)  # the rows of a file repeat who sent them, and where they stand
def _in_a_note(text: str) -> str:
    """Return what looks like a person's data in free text or the names of files in it, with or without accents; "" where nothing does."""
    read = " ".join(text.split())
    spread = unaccented.words_of_file_names(read)
    return _found(_LOOKS_LIKE, read) or (_found(_LOOKS_LIKE, spread) if spread != read else "") or unaccented.found_in(read, spread)


def _found(kinds: Iterable[tuple[str, str]], text: str) -> str:
    """Return the first of the kinds of data that a text holds, however it is typed; "" where it holds none."""
    read = " ".join(unicodedata.normalize("NFC", text).split())
    for names in (_HOTLINE, _NAMED_AFTER, _OFFICIAL):
        read = re.sub(names, lambda match: f"{match.groupdict()['before'] or ''} …".lstrip(), read)
    return next((what for pattern, what in kinds if re.search(pattern, read)), "")  # compiled where first needed: not every command reads a text
