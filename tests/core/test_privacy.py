"""Rule 27: free text holds no child's data, and ordinary sentences of officers pass."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from planmonitor import BadData
from planmonitor.privacy import clean, data_of_a_child
from support.project import ROOT

COUNTS = (
    "12 trẻ em được đào tạo nghề",
    "1.250 trẻ em, 98 cơ sở",
    "05 trẻ em dưới 6 tuổi bị bỏng",
    "05 trẻ em dưới 6 tuổi bị bỏng ở thôn Khe Rồng",
    "12 trẻ 9 tuổi ở thôn Khe Rồng",
    "số trẻ 5 tuổi ở thôn Khe Rồng ra lớp",
    "trẻ em từ 6 đến dưới 16 tuổi",
    "trẻ em từ 6 đến dưới 16 tuổi ở thôn Khe Rồng",
    "trẻ bị bỏng, trẻ 8 tuổi",
    "Trạm Y tế xã: 12 trẻ dưới 5 tuổi",
    "Xã Vân Sơn: 6 tuổi trở lên có 300 trẻ",
    "trẻ em sinh năm 2020",
    "trẻ sinh năm 2020 trở đi",
    "phát sinh 3 vụ, phát sinh 12 vụ",
    "học sinh 6 lớp, học sinh năm 2026",
    "vệ sinh ngày 05/3/2026",
    "khai sinh 2026",
    "tỷ suất sinh 2025, số trẻ mới sinh 2026",
    "01 học sinh bỏ học",
    "Xã Vân Sơn 6T 2026",
)
WORDS = (
    "học sinh đã được đến trường",
    "trẻ em đủ điều kiện",
    "trẻ dân tộc Tày, Nùng",
    "trẻ em Mông",
    "trẻ em gái",
    "trẻ em nam, nữ",
    "TRẺ EM NAM, NỮ",
    "trẻ an toàn",
    "TRẺ EM AN TOÀN",
    "em nhỏ",
    "các em được đến trường",
    "các cháu thiếu nhi",
    "cháu ngoan Bác Hồ",
    "Cháu Ngoan Bác Hồ",
    "CHÁU NGOAN BÁC HỒ",
    "Hội thi Em Yêu Biển Đảo",
    "Em Yêu Biển Đảo",
    "Hội thi Em Vẽ Ước Mơ",
    "HỘI THI EM YÊU BIỂN ĐẢO",
    "Hội thi Bé Khỏe Bé Ngoan",
    "Tháng hành động vì Trẻ Em",
    "KẾ HOẠCH BẢO VỆ TRẺ EM NĂM 2026",
    "chị em Hội Liên hiệp Phụ nữ",
    "trẻ em vi phạm pháp luật",
    "trẻ F1, trẻ DTTS",
)
PLACES_AND_OFFICES = (
    "Hội Bảo vệ quyền trẻ em Việt Nam",
    "Quỹ Bảo trợ trẻ em Việt Nam",
    "trẻ em Việt Nam",
    "trẻ em Hà Nội",
    "Trẻ em Hà Nội",
    "TRẺ EM HÀ NỘI THAM GIA",
    "trẻ em Thành phố Hồ Chí Minh",
    "trẻ em Bình Dương",
    "trẻ em thôn Khe Rồng",
    "trẻ em thôn Nguyễn Huệ",
    "học sinh Hà Nội",
    "học sinh Trường THCS Vân Sơn",
    "Trường THCS Nguyễn Văn Trỗi",
    "Trường THCS Nguyễn Văn Trỗi lớp 4 có 30 học sinh",
    "TRƯỜNG THCS NGUYỄN VĂN TRỖI, LỚP 4",
    "đường Trần Hưng Đạo, 2026",
    "Công ty TNHH Nguyễn Văn An 2026",
    "Hồ Sơ Hỗ Trợ 2026",
    "Người lập biểu: Trần Thị Hoa, 05/3/2026",
    "Anh em Công an xã, con em Nhân dân",
    "Đội TNTP Hồ Chí Minh 2026",
    "TP. Hồ Chí Minh (2025)",
    "ông Nguyễn Văn Bình, Chủ tịch UBND xã",
    "bà Trần Thị Hoa báo cáo",
    "Bà Trần Thị Hoa, 05/3/2026",
    "GV Trần Thị Hoa, lớp 4",
    "Hội Văn Hóa Thể Thao 2026",
    "lớp 4 có 30 học sinh",
    "số liệu lớp tập huấn quý II/2026",
)
NUMBERS = (
    "BC 15/BC-UBND ngày 05/3/2026",
    "CV 1966/SYT-DSTE ngày 21/4/2026",
    "theo Công văn số 1234567 của UBND xã",
    "quyết định số 123456789/QĐ",
    "1.500.000.000 đồng",
    "kinh phí 15.000.000.000 đồng",
    "kinh phí 150.000.000.000 đồng",
    "15000000000 đồng",
    "các năm 2025 2026 2027",
    "2026-01-01 - 2026-12-31",
    "Tổng đài 111",
    "Đường dây nóng 1800 1567",
    "Đường dây nóng của Sở: 0912 345 678",
    "cấp định danh cho 1.250 trẻ",
)
UNACCENTED = (
    "tre em tu 6 den 12 tuoi",
    "nam 2026 12 tuoi",
    "Nam 2026: 12 tuoi",
    "tre em",
    "bao-cao-tre-em-2026.pdf",
    "bao_cao_tre_em_6T.pdf",
    "tre-em-lao-dong.xlsx",
    "so_lieu_tre_em_nam_2026.csv",
    "tre_em_nam_2026.pdf",
    "tre em nam 2026",
    "Truong THCS Nguyen Van Troi lop 4 co 30 hoc sinh",
    "truong_thcs_nguyen_van_troi_lop_4.csv",
    "Trường THCS Nguyen Van Troi lớp 4",
    "tre em nam, nu",
    "xem lai",
    "xem_lai.pdf",
    "de tre em nghi",
    "de_tre_em_nghi_he.pdf",
    "be boi",
    "be_boi_xa_Van_Son.pdf",
    "be-boi-2026.pdf",
    "chau luc",
    "chau Phi",
    "Quynh Chau",
    "BC_15_BC-UBND.pdf",
    "BC-UBND-Van-Son-2026.pdf",
    "bao-cao-van-son-2026.pdf",
    "Bao cao xa Van Son 2026",
    "KH 15 Ha Noi 2026.pdf",
    "Ke-hoach-phong-chong-duoi-nuoc.pdf",
    "ke_hoach_bao_ve_tre_em.docx",
    "chi em phu nu",
    "anh em cong an xa",
    "con em nhan dan",
    "tre em duoi 6 tuoi",
    "Tre em duoi 16 tuoi",
    "12 tre em 7 tuoi",
    "Truong THCS Nguyen Van Troi",
    "truong_thcs_nguyen_van_troi.pdf",
    "duong Tran Hung Dao 2026",
    "ong Nguyen Van Binh, Chu tich UBND xa",
    "Ba Tran Thi Hoa bao cao",
    "ten tep: bao-cao.pdf",
    "lop tap huan quy II/2026",
    "lop hoc boi 2026",
    "5 lop, 3 xa",
    "lop 4 co 30 hoc sinh",
    "Ho So Ho Tro 2026",
    "le hoi 2026",
    "van ban 12",
    "Van phong HDND",
    "phong van hoa xa hoi",
    "vo van de",
    "do van ban",
    "so-lieu-van-quan-2026.csv",
    "le-van-thai",
    "tieu-hoc-le-van-tam-2026.xlsx",
    "be-mac-2026.pdf",
    "Tre-em-Ha-Noi.pdf",
    "tre em thanh pho",
    "tre_em_an_toan.pdf",
    "tre em an toan",
    "hoc-sinh-an-toan.docx",
    "em_yeu_bien_dao.pdf",
    "Hoi thi Be khoe be ngoan",
    "tre em binh duong",
    "hoc_sinh_binh_dinh.csv",
    "hoc sinh gioi",
    "tre-em-co-hoan-canh-dac-biet.pdf",
    "ban_hanh_12_tuoi.pdf",
    "trung binh 12 tuoi",
    "tuyen-truyen-bao-ve-tre-em",
    "homes are to be Safe Homes in 2024",
    "bao Dan sinh ngay 22/11/2021",
    "chau Phi, chau Au",
)
AGES = (
    "trẻ em từ 6 đến 12 tuổi",
    "Năm 2026: 12 tuổi",
    "Năm 2026 12 tuổi",
    "Nam: 12, nữ: 5",
    "Nam 7 trẻ, nữ 5 trẻ",
    "nam 7 tuổi, nữ 8 tuổi",
    "nam từ 7 tuổi",
    "trẻ em nam 7 tuổi",
    "Nam giới 15 tuổi",
    "Nam từ 15 tuổi",
    "nam, 15-17 tuổi",
    "Nam 15-17 tuổi",
    "Nữ 15-17 tuổi",
    "Nhóm nam 7 tuổi",
    "Trẻ nam 7 tuổi: 12",
    "Từ 5 đến 17 tuổi",
    "Độ tuổi 7 tuổi",
    "Trường Nguyen Van Troi",
    "tên: Trường THCS Vân Sơn",
    "tên kế hoạch: Bảo vệ trẻ em",
    "Tên đơn vị: Công an xã",
    "Tên: Báo cáo năm 2026",
    "Trung bình 7 tuổi",
    "Bình quân 7 tuổi",
    "Thanh niên 16 tuổi",
    "Việt Nam 7 tuổi",
    "Thông tư 23/2026",
    "Đề án 12 tuổi",
    "Phụ lục 2: 12 tuổi",
    "Giáo viên 3A",
    "Tổ 3A",
    "Khối 3A",
)
FINE = (*COUNTS, *WORDS, *PLACES_AND_OFFICES, *NUMBERS, *UNACCENTED, *AGES)

NAMED = (
    "cháu Lan",
    "CHÁU LAN",
    "cháu lan bị bỏng",
    "bé Lan bị ốm",
    "cháu gái Lan",
    "cháu tên Lan",
    "2 cháu: An và Bình",
    "3 em (Lan, Hoa, Bình) nghỉ học",
    "em Lan bị bỏng",
    "gặp Em Lan",
    "Em Lan, lớp 4",
    "em Thành nghỉ học",
    "em A",
    "em N.V.A",
    "học sinh N.V.A",
    "em NVA",
    "em Nguyễn Văn An nghỉ học",
    "trẻ Lan bị bỏng",
    "trẻ Nguyễn Văn An",
    "trẻ em Nguyễn Văn An bị bỏng",
    "TRẺ EM NGUYỄN VĂN AN",
    "trẻ em Lan bị bỏng",
    "trẻ em Giàng A Páo",
    "học sinh Trần Thị Đào",
    "học sinh Lan nghỉ học",
    "nạn nhân Nguyễn Văn An",
    "TRƯỜNG HỢP CHÁU LAN",
    "bé LAN ANH bị ốm",
    "học sinh lớp 4 Nguyễn Văn An",
    "01 em là Lê Minh Khôi",
)
NAMED_WITH_MORE = (
    "Nguyễn Văn An, 8 tuổi",
    "NGUYỄN VĂN AN, 9 TUỔI",
    "nguyễn văn an 9 tuổi",
    "Nguyễn Văn An 9t",
    "Nguyễn Văn An (2014)",
    "Nguyễn Văn An, 03/4/2014",
    "Nguyễn Văn An | Nam | 03/4/2014 | 0912345678",
    "Nguyễn Văn An lớp 4",
    "Nguyễn Văn An, 4A",
    "N.V.A, 9 tuổi",
    "NGUYỄN THỊ LAN LỚP 4",
    "LÊ MINH KHÔI, 9 TUỔI",
    "Lan, 9 tuổi",
    "Thào A Páo, 9 tuổi",
    "Lê Thị Mai (10 tuổi), thôn Gà",
    "Ksor Thị Bích 2014",
    "An Nguyễn SN 2014",
    "trẻ A, 9 tuổi, thôn Khe Rồng",
    "trẻ 9 tuổi ở thôn Khe Rồng",
    "01 trẻ 9 tuổi bị bỏng ở thôn Khe Rồng",
    "trẻ 9 tuổi ở thôn khe rồng",
    "cháu gái 9 tuổi, xóm 3",
    "TRẺ 9 TUỔI Ở THÔN KHE RỒNG",
    "trẻ 18 tháng tuổi ở thôn Khe Rồng",
    "01 học sinh lớp 4 ở thôn Khe Rồng",
    "trẻ sinh năm 2014 ở thôn Khe Rồng",
    "trẻ 9 tuổi ở thôn Khe Rồng, con ông Nguyễn Văn Bình",
    "con bà Hoa",
    "con của anh nguyễn văn bình",
    "sinh ngày 12/03/2014",
    "sinh năm 2014",
    "Ngày sinh: 03/4/2014",
    "SN 14",
    "lớp 4A",
    "lớp 9A1",
)
NUMBERED = (
    "CCCD 001303012345",
    "CCCD 1303012345",
    "số định danh: 01303012345",
    "Căn cước 24123456789",
    "24123456789",
    "024123456789",
    "024 123 456 789",
    "ĐT 0912345678",
    "0912.345.678",
    "+84 912 345 678",
    "điện thoại 912 345 678",
    "Zalo 912345678",
    "liên hệ 912345678",
)
NAMED_ALONE = (
    "Nam 7 tuổi",
    "Nam, 7 tuổi",
    "em Nam 7 tuổi",
    "Bình 7t",
    "Hoa (7 tuổi)",
    "tên: Nam",
    "họ tên: Nguyễn Văn Nam",
    "họ và tên: Lan",
    "Tên trẻ: Lan",
    "Văn Nam 7 tuổi",
    "Thị Lan 7 tuổi",
    "Minh Khôi 7 tuổi",
    "Bảo An, 12t",
    "Lan lớp 3A",
    "don_cháu_Lan.pdf",
    "cháu_Lan",
    "bé-Lan",
    "Nguyễn_Văn_An_8_tuổi",
)
NAMED_WITHOUT_ACCENTS = (
    "Nam 7 tuoi",
    "NGUYEN VAN NAM 12 tuoi",
    "NGUYEN VAN NAM 12 TUOI",
    "Nguyen Van Nam 12 tuoi",
    "nguyen van nam 12 tuoi",
    "Nguyen Thi Lan, lop 3A",
    "NGUYEN THI LAN LOP 3",
    "Tran Van An - lop 3A",
    "Nguyen Van Nam 3A",
    "lop 3A",
    "lop_3A",
    "don_chau_Lan.pdf",
    "don-chau-lan.pdf",
    "don.chau.Lan.pdf",
    "don_be_Lan.pdf",
    "be_lan_bi_bong.docx",
    "anh_em_Nam.jpg",
    "don em Nam.pdf",
    "don_em_nam.pdf",
    "ho-so-chau-Nguyen-Van-Nam.pdf",
    "ho_so_tre_Nguyen_Van_Nam.pdf",
    "Nguyen_Van_Nam_12_tuoi.pdf",
    "chau Lan bi bong",
    "be Lan",
    "chau gai Lan",
    "ten: Nam",
    "ten: nguyen van nam",
    "ten chau: Lan",
    "ho ten: Nguyen Van Nam",
    "Minh Khoi 7 tuoi",
    "Lan 3A",
    "Lan_lop3A.pdf",
    "Lan_9_tuoi.pdf",
    "hoc sinh Nguyen Van Nam",
    "hoc_sinh_lan.pdf",
    "sinh nam 2014",
    "sinh ngay 12/03/2014",
    "con ong Nguyen Van Binh",
    "con ba Hoa",
    "so dien thoai 0912345678",
    "dinh danh: 01303012345",
    "tre 9 tuoi o thon Khe Rong",
)
REFUSED = (*NAMED, *NAMED_WITH_MORE, *NUMBERED, *NAMED_ALONE, *NAMED_WITHOUT_ACCENTS)


@pytest.mark.parametrize("text", FINE)
def test_an_ordinary_sentence_passes(text: str) -> None:
    """Reports, bodies, places, officials, money and totals are no child's data."""
    assert clean(text) == text


@pytest.mark.parametrize("text", REFUSED)
def test_what_looks_like_a_childs_data_is_refused_and_not_repeated(text: str) -> None:
    """A name, a number, a date of birth, a class, an age with a hamlet is refused, and the sentence does not repeat it."""
    with pytest.raises(BadData) as refused:
        clean(text)
    assert text not in str(refused.value)


@pytest.mark.parametrize(
    "text", ["cháu  gái\u00a0 Lan", "Nguyễn\u00a0Văn  An,\u00a09  tuổi", unicodedata.normalize("NFD", "em Nguyễn Văn Bình bị bỏng")]
)
def test_a_name_is_seen_however_it_is_typed(text: str) -> None:
    """Several spaces, spaces that do not break and decomposed accents hide no name."""
    with pytest.raises(BadData):
        clean(text)


@pytest.mark.parametrize(
    "line",
    [
        "Hỗ trợ Nguyễn Văn An, sinh năm 2014, con ông …, số điện thoại 0912345678.",
        "Danh sách: Nguyễn Văn An, 03/4/2014, 024123456789.",
        "Hỗ trợ N.V.A, 9 tuổi, thôn Khe Rồng.",
        "Hỗ trợ gia đình có con sinh ngày 03/4/2014.",
        "1 | Nguyễn Văn An | 03/4/2014 | 0912345678",
    ],
)
def test_a_line_of_a_document_about_a_child_is_seen(line: str) -> None:
    """What a draft would carry on is found in sentences and in rows of tables."""
    assert data_of_a_child(line)


@pytest.mark.parametrize("line", ["Điện thoại 0912345678", "Đầu mối: Nguyễn Văn Bình, SĐT 02433.000.000", "| 2021 | 0 12 15 20 30 45 66 |"])
def test_a_document_may_print_what_a_note_may_not(line: str) -> None:
    """Telephone numbers of offices and figures side by side stand in many plans."""
    assert data_of_a_child(line) == ""


def texts_of(value: Any) -> Iterator[str]:
    """Yield every text of what was read from a plan file."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for held in value.values() if isinstance(value, dict) else value:
            yield from texts_of(held)


@pytest.mark.parametrize("plan", sorted(ROOT.glob("plugins/*/planmonitor_*/plans/*.toml")), ids=lambda plan: f"{plan.parts[-3]}-{plan.stem}")
def test_no_text_of_a_bundled_plan_looks_like_a_childs_data(plan: Path) -> None:
    """The clauses, names and remarks of real plans pass the guard of documents."""
    texts = list(texts_of(tomllib.loads(plan.read_text(encoding="utf-8"))))

    assert texts
    assert [(data_of_a_child(text), text) for text in texts if data_of_a_child(text)] == []


@pytest.mark.parametrize("figures", sorted(ROOT.glob("examples/*/so-lieu.csv")), ids=lambda figures: figures.parent.name)
def test_the_figures_of_the_examples_pass(figures: Path) -> None:
    """Each line of a file of figures passes the guard of notes."""
    for line in figures.read_text(encoding="utf-8").splitlines():
        assert clean(line) == line.strip("\ufeff ")
