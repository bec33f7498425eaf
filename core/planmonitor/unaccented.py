"""A child's data in texts without accents, such as the names of files (docs/domain.md, rule 27).

Without accents most words are several ("be" is "bé" and "bể", "nam" a name, a sex and a year): less is known for a name here than in
`planmonitor.privacy`, and only where small words around it say so.
"""

from __future__ import annotations

import re
import unicodedata

from planmonitor.messages import N_
from planmonitor.person_names import FAMILY, GIVEN, RARER_FAMILY


def without_accents(text: str) -> str:
    """Return a text in ASCII letters as far as they differ from its own by accents alone."""
    plain = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D"))
    return "".join(letter for letter in plain if not unicodedata.combining(letter))


# File names

_EXTENSION = r"\.(?i:pdf|docx?|xlsx?|csv|jpe?g|png|heic|zip|rar|7z|txt|mp[34])\b"
_GLUED = re.compile(r"(?<=\w)[_.-](?=\w)|_")
_HUMP = re.compile(r"(?<=[^\W\d_])(?=[A-ZĐ][a-z])|(?<=\d)(?=[A-ZĐ][a-z]{2})")


def words_of_file_names(text: str) -> str:
    """Return a text in which the parts of file names stand as words: "don_chau-Lan.pdf" becomes "don chau Lan."."""
    alone = " " not in text
    return " ".join(map(_parted, text.split(" "))) if not alone else _parted(text, alone=True)


def _parted(word: str, *, alone: bool = False) -> str:
    named = re.sub(_EXTENSION, ".", word)
    return _HUMP.sub(" ", _GLUED.sub(" ", named)) if alone or named != word or "_" in word else word


# Names

_SPOKEN_OF = "tre em|tre|em|be|chau|hoc sinh|nan nhan"
_NO_PART = (
    "tre|em|be|chau|bi|va|la|o|lop|sinh|con|hoc|duoi|tu|den|tren|khong|co|cua|cho|duoc|thang|ngay|tuoi|quy|so|xa|huyen|tinh|phuong|thon|bao|cao|ke"
    "|hoach|danh|sach|tong|hop|du|trung|nhom|lua|do"
)
_PART = rf"(?!(?i:{_NO_PART})\b)[A-Z][a-z]*\b"
_ANY_PART = rf"(?!(?:{_NO_PART})\b)[a-z]+\b"
_SAFE_FAMILY = "nguyen|tran|pham|huynh|bui|trinh|giang|sung|thao"
"""Family names that even small letters seldom make another word."""
_SAFE = "|".join(map(str.capitalize, _SAFE_FAMILY.split("|")))
_FAMILIES = "|".join(dict.fromkeys(without_accents(f"{FAMILY}|{RARER_FAMILY}").split("|")))
_MIDDLE = (
    "(?:van(?! (?:hoa|phong|ban|nghe|minh|the|hanh|dong|tai|de|chuyen|son|quan)\\b)"
    "|thi(?! (?:tran|xa|truong|tu|hanh|dua|diem|cong|sinh|tuyen|dau)\\b)|duc|huu|thanh|minh|ngoc)"
)
_VAN_THI = r"(?=[A-Z])(?:van|thi)(?! (?:hoa|phong|ban|nghe|minh|the|tran|xa|truong|tu)\b)"
FULL_NAME = (
    rf"(?:(?i:\b(?:{_SAFE_FAMILY}) {_MIDDLE}(?: {_ANY_PART}){{1,2}})"
    rf"|\b(?=[A-Z])(?i:(?:{_FAMILIES}) {_VAN_THI}) (?:{_PART}(?: {_PART})?|(?:[A-Z]{{2,}}\b ?){{1,2}})"
    rf"|\b(?:{_SAFE})(?: {_PART}){{2,3}})"
)
"""A whole name of a person, written without accents."""
_GIVEN = "|".join(dict.fromkeys(without_accents(GIVEN).split("|")))
_WORDS_TOO = (
    "An|Anh|Dao|Duyen|Ha|Han|Hang|Hau|Hien|Hoa|Hong|Huong|Lam|Le|Lien|Ly|Mai|My|Nhu|Phong|Quan|Son|Tan|Tam|Thanh|Thu|Thuong|Toan|Tra|Tri|Tu|Van"
)
_GIVEN_IN_SMALL = "|".join(name for name in _GIVEN.split("|") if name not in _WORDS_TOO.split("|"))
"""Those that no frequent word is written like."""
_AGE = r"(?:0?[1-9]|1[0-7]) ?(?i:tuoi|tuổi)\b(?! (?:tro|trở|den|đến)| ?[-–])"
_GAP = r"[ ,;:|()–-]*"
_CALLED = r"(?: (?:gai|trai|be|nho|ten|ten la|ho ten|ho va ten|la)){0,3}"
_NOT_TO_BE = "".join(f"(?<!{before} )" for before in ("to", "will", "must", "not", "can", "may", "should"))
"""Before "be": the English word."""
_NO_NAME = (
    "Tre|Em|Be|Chau|Gai|Trai|Con|Hoc|Sinh|Thieu|Duoi|Tu|Den|Tren|Do|Bi|Co|La|Va|Cua|Cho|Duoc|Mo|Khuyet|Dan|Ngoan|Gioi|Khoe|Cham|Yeu|Ve|Hat|Ke|Bac"
    "|Truong|Lop|Tieu|Trung|Mam|Mau|Tram|Thon|Ban|Xom|Ap|Lang|To|Khu|Xa|Phuong|Huyen|Tinh|Hoi|Doi|Doan|Dang|Uy|So|Phong|Quy|Kinh|Tay|Nung|Mong|Dao|Muong"
    "|Khmer|Down|Viet|Ha|Nam(?= (?:[0-9]|va|nu|gioi|hoc|Dinh))|Nu|Phi|Au|A|My|Doc|Boi|Loi|Mac|Khai|Vi|Nhan|Thang|Bao|Tai|Ky|Quang|Lao|Bac"
)
_AT_END = r"(?= ?(?:$|[,;.:()|–-]))"
_FOLLOWED = r"(?= ?(?:$|[,;.:()|–-])| (?:bi|nghi|bo|mat|chet|di|lop|da|dang|duoc)\b)"

_NO_BIRTH = "".join(
    f"(?<!{before} )" for before in ("hoc", "ve", "phat", "khai", "tre", "em", "tai", "thi", "moi", "san", "dan", "nguoi", "so", "ky")
)
"""Before "sinh": other words with it, and cohorts."""

_NAMED = (
    rf"\b(?<![Aa]nh )(?<![Cc]hi )(?<![Cc]on )(?<!re )(?:chau|{_NOT_TO_BE}be|em|tre){_CALLED} (?!(?:{_NO_NAME})\b)(?:[A-Z][a-z]+|[A-Z]{{2,}})\b"
    rf"|\b(?i:{_SPOKEN_OF}){_CALLED} (?:{FULL_NAME}|(?:{_GIVEN}|Nam){_FOLLOWED})"
    rf"|\b(?<!anh )(?<!chi )(?i:{_SPOKEN_OF}){_CALLED} (?:(?i:{_GIVEN_IN_SMALL}){_FOLLOWED}|(?<!tre em )nam{_AT_END}(?<!re nam))"
)
_BORN = rf"(?i:{_NO_BIRTH}\bsinh (?:ngay|nam|thang) (?:[0-9]{{1,2}} ?[ /.-] ?[0-9]{{1,2}} ?[ /.-] ?[0-9]{{2,4}}|(?:19[5-9][0-9]|20[0-2][0-9])))\b"
_AT_HOME = (
    rf"(?<![0-9] )(?<!cac )(?<!so )\b(?i:tre em|tre|chau|be|em|hoc sinh)(?: (?:gai|trai|nam|nu))?[ ,(]*{_AGE}[^.;]{{0,60}}?"
    r"\b(?i:thon|xom|ap|buon|khu pho|to dan pho|so nha) [A-Z0-9]"
)
_NUMBERED = r"\b(?i:{words})\b\D{{0,12}}(?:[0-9][ .-]?){{8,11}}[0-9](?![0-9/])"

_FOUND = (
    (_NAMED, N_("a child's name")),
    (rf"\b(?:{_PART}(?: {_PART}){{1,3}}|(?<!\w )(?:{_GIVEN}|Nam))[ ,(|]+{_AGE}", N_("a child's name")),
    (r"\b(?i:lop ?[0-9]{1,2}(?:[a-h]| (?-i:[A-H]))[0-9]?)\b", N_("a school class")),
    (_BORN, N_("a date of birth")),
    (rf"\b(?i:con|chau(?: noi| ngoai)?) (?:cua )?(?:ong|ba|anh|chi) (?:{FULL_NAME}|(?:{_GIVEN})\b)", N_("the name of a child's parent")),
    (_AT_HOME, N_("a child's age and hamlet")),
    (_NUMBERED.format(words="can cuoc|dinh danh"), N_("an identity number")),
    (_NUMBERED.format(words="dien thoai|lien he|sdt"), N_("a telephone number")),
)
"""What is looked for in texts and file names without accents."""

_NAMED_WITH_MORE = ((rf"{FULL_NAME}{_GAP}(?:{_AGE}|(?i:lop|lớp) ?[0-9]|[0-9]{{1,2}}[A-H]\b)", N_("a child's name")),)
"""A whole name without accents, with an age or a class behind it, in whatever text."""

_BEARERS = "truong|tieu hoc|mam non|thcs|thpt|duong|pho|bv|benh vien|(?<!con )(?<!cua )(?<!noi )(?<!ngoai )(?:ong|ba)|co giao|thay|dong chi"
_SCHOOLS = rf"\b(?i:{_BEARERS})(?: (?!(?i:lop|chau|be|em|tre|hoc)\b)[A-Za-z]+){{1,4}}"
"""Schools, streets and officials, which bear a person's name."""


def found_in(text: str, spread: str) -> str:
    """Return what looks like a child's data in what is written without accents; "" where nothing does.

    Args:
        text: The text, with single spaces.
        spread: The same with the parts of its file names as words.
    """
    looked_at = ((_NAMED_WITH_MORE, spread), (_FOUND, _plain_parts(text, spread)))
    return next((what for kinds, read in looked_at for pattern, what in kinds if re.search(pattern, re.sub(_SCHOOLS, "…", read))), "")


def _plain_parts(text: str, spread: str) -> str:
    """Return what is written without accents: a whole text, with its file names spread out, or the names of files in it alone."""
    if spread.isascii():
        return spread
    names = (words for word in text.split(" ") if (words := words_of_file_names(word)) != word)
    return " | ".join(words for words in names if words.isascii())
