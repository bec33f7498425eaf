"""Rule 27: free text holds no child's data, and ordinary sentences of officers pass."""

from __future__ import annotations

import pytest
from planmonitor import BadData
from planmonitor.privacy import clean

FINE = (
    "12 trẻ em được đào tạo nghề",
    "học sinh đã được đến trường",
    "trẻ em đủ điều kiện",
    "Hội Bảo vệ quyền trẻ em Việt Nam",
    "Quỹ Bảo trợ trẻ em Việt Nam",
    "trẻ em Hà Nội",
    "học sinh Trường THCS Vân Sơn",
    "BC 15/BC-UBND ngày 05/3/2026",
    "CV 1966/SYT-DSTE ngày 21/4/2026",
    "số liệu lớp tập huấn quý II/2026",
    "1.250 trẻ em, 98 cơ sở",
    "trẻ em từ 6 đến dưới 16 tuổi",
    "trẻ bị bỏng, trẻ 8 tuổi",
    "Trạm Y tế xã: 12 trẻ dưới 5 tuổi",
    "theo Công văn số 1234567 của UBND xã",
    "trẻ dân tộc Tày, Nùng",
)
REFUSED = (
    "cháu Lan",
    "bé Lan bị ốm",
    "em Nguyễn Văn An nghỉ học",
    "học sinh Trần Thị Đào",
    "CCCD 001303012345",
    "ĐT 0912345678",
    "sinh ngày 12/03/2014",
    "lớp 4A",
    "trẻ Nguyễn Văn An",
    "Nguyễn Văn An, 8 tuổi",
    "Lê Thị Mai (10 tuổi), thôn Gà",
    "An Nguyễn SN 2014",
    "CCCD 1303012345",
    "số định danh: 01303012345",
    "điện thoại 912 345 678",
)


@pytest.mark.parametrize("text", FINE)
def test_an_ordinary_sentence_passes(text: str) -> None:
    """Reports, bodies, places and totals are no child's data."""
    assert clean(text) == text


@pytest.mark.parametrize("text", REFUSED)
def test_what_looks_like_a_childs_data_is_refused_and_not_repeated(text: str) -> None:
    """A name, a number, a date of birth or a class is refused, and the sentence does not repeat it."""
    with pytest.raises(BadData) as refused:
        clean(text)
    assert text not in str(refused.value)
