"""Which part in a task its first words give a unit (docs/domain.md, section 1: "đơn vị")."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from attrs import frozen

from planmonitor.names import fold
from planmonitor.plantext import KEPT


@frozen
class ReadRole:
    """The role that the first words of a task give, and those words."""

    role: str
    """ "lead", "coordinate", "implement", "advise", "standing", "supervise" or "requested"."""
    words: str
    """The words that decide it, as printed: "Chủ trì, phối hợp"."""


_LEADS_IN = (
    "tiếp tục|tiến hành|thường xuyên|kịp thời|chủ động|tích cực|nghiêm túc|quan tâm|định kỳ|(?:hằng|hàng) (?:năm|quý|tháng)(?:, quý)?"
    "|(?:tăng cường|đẩy mạnh|làm tốt)(?: công tác)?|(?:căn cứ|theo)(?: vào)? chức năng, nhiệm vụ(?: và quyền hạn)?(?: được giao)?"
)
"""Words before the verb that say how, how often or by what right, not what."""

_DOING = (
    "thực hiện|triển khai|tổ chức|xây dựng|ban hành|bố trí|lồng ghép|rà soát|tuyên truyền|truyền thông|phổ biến|vận động|hỗ trợ|xử lý|cung cấp"
    "|tham gia|phân công|kiện toàn|tổng hợp|báo cáo|lập|bảo đảm|đảm bảo|duy trì|huy động|lắp đặt|quản lý|cập nhật|phát hiện|tiếp nhận|giải quyết"
    "|tập huấn|hướng dẫn|dạy|đào tạo|bồi dưỡng|nâng cao|phát triển|ký kết|cử|tạo điều kiện|đầu tư|chịu trách nhiệm|chỉ đạo|quán triệt|kiến nghị"
    "|thông tin|giáo dục|trang bị|đánh giá|thu thập|khảo sát|nắm"
)
_ROLES = (
    ("standing", "là cơ quan thường trực|là đầu mối|thường trực"),
    ("lead", "chủ trì(?:,? phối hợp)?"),
    ("advise", "(?:(?:tổng hợp|nghiên cứu|đề xuất),? )*tham mưu|dự thảo"),
    ("coordinate", "phối hợp"),
    ("requested", "đề nghị"),
    (
        "supervise",
        "giám sát|(?:kiểm tra|thanh tra|theo dõi|đôn đốc)(?:, (?:kiểm tra|thanh tra|theo dõi|đôn đốc|hướng dẫn|đánh giá))*,? (?:và )?giám sát",
    ),
    ("implement", _DOING),
)
"""Roles by the verb a task begins with; "implement" stands for the verbs of doing a thing oneself."""


_LETTERS = re.compile("(?:[^\\W\\d_]|[\u0300-\u036f])+")


def _folded(pattern: str) -> str:
    return re.sub(r"[^\W\d_]{2,}", lambda word: fold(word.group()), pattern)


_PATTERNS = tuple((role, re.compile(rf"(?:(?:{_folded(_LEADS_IN)}),? )*(?:{_folded(verbs)})(?![\w\u0300-\u036f])")) for role, verbs in _ROLES)


@lru_cache(KEPT)
def role_of(task: str) -> ReadRole | None:
    """Return the role that the first words of a task give the unit that has it; None where they decide none, and a person has to say."""
    words = " ".join(unicodedata.normalize("NFC", task).split()).lstrip("-–+• ")
    folded = _LETTERS.sub(lambda word: fold(word.group()), words)
    for role, pattern in _PATTERNS:
        if match := pattern.match(folded):
            return ReadRole(role, " ".join(words.split()[: len(match.group().split())]).rstrip(",;:."))
    return None
