"""Names that many people of Viet Nam bear, as alternatives of a pattern: free text must name no child (docs/domain.md, rule 27)."""

FAMILY = "Nguyễn|Trần|Lê|Phạm|Huỳnh|Phan|Vũ|Võ|Đặng|Bùi|Đỗ|Ngô|Trịnh|Giàng|Sùng|Thào"
RARER_FAMILY = (
    "Hoàng|Hồ|Dương|Đinh|Trương|Mai|Tô|Tạ|Hà|Phùng|Lâm|Thái|Quách|Lưu|Đàm|Chu|Lò|Vàng|Nông|Triệu|Lường|Quàng|Cà|Tòng|Lầu|Vừ|Mùa|Hạng|Tráng|Cháng|Hứa"
    "|Lục|Mạc|Tẩn|Chảo|Phàn|Siu|Ksor|Rơ|Kpă"
)
"""Also words, or the first word of places: a name only with two more words."""
GIVEN = (
    "An|Anh|Ánh|Bảo|Bích|Bình|Châu|Cúc|Cường|Diễm|Diệp|Diệu|Dung|Dũng|Duy|Duyên|Đào|Giang|Hà|Hạnh|Hằng|Hân|Hậu|Hiếu|Hiền|Hiệp|Hoa|Hoài|Hoàng|Hồng"
    "|Huệ|Hùng|Huy|Huyền|Hương|Hường|Khánh|Khoa|Khôi|Kiên|Lam|Lan|Lâm|Lệ|Liên|Liễu|Linh|Loan|Long|Ly|Mai|Mạnh|Minh|My|Mỹ|Nga|Ngân|Nghĩa|Ngọc"
    "|Nguyên|Nguyệt|Nhi|Nhung|Như|Oanh|Phong|Phúc|Phương|Phượng|Quang|Quân|Quốc|Quyên|Quỳnh|Sơn|Tâm|Tân|Thanh|Thảo|Thắm|Thu|Thùy|Thuỳ|Thúy|Thuý"
    "|Thư|Thương|Toàn|Trà|Trang|Trâm|Trân|Trí|Trinh|Tú|Tuấn|Tùng|Tuyết|Uyên|Vân|Vinh|Vy|Yến"
)
