"""The words of a plan file that somebody meant who wrote the Vietnamese ones, or a sign as it is printed."""

from __future__ import annotations

from collections.abc import Collection

from planmonitor.names import slug

_MEANT = {
    "nation": ("cả nước", "toàn quốc", "quốc gia", "trung ương", "nước"),
    "province": ("tỉnh", "thành phố", "cấp tỉnh"),
    "district": ("huyện", "quận", "thị xã", "cấp huyện"),
    "commune": ("xã", "phường", "thị trấn", "đặc khu", "cấp xã"),
    "lead": ("chủ trì", "đầu mối"),
    "coordinate": ("phối hợp",),
    "implement": ("thực hiện", "triển khai"),
    "advise": ("tham mưu",),
    "standing": ("thường trực", "cơ quan thường trực"),
    "supervise": ("giám sát", "kiểm tra"),
    "requested": ("đề nghị",),
    ">=": ("≥", "=>", "ít nhất", "tối thiểu", "trở lên", "không dưới"),
    "<=": ("≤", "=<", "tối đa", "nhiều nhất", "không quá"),
    "==": ("=", "bằng", "không xảy ra", "không để xảy ra"),
    ">": ("trên", "hơn", "vượt"),
    "<": ("dưới", "thấp hơn"),
    "increase": ("tăng",),
    "decrease": ("giảm",),
    "maintain": ("duy trì",),
    "done": ("hoàn thành", "thực hiện", "có"),
    "ratio": ("tỷ lệ", "tỉ lệ", "phần trăm", "%"),
    "rate": ("tỷ suất", "tỉ suất"),
    "count": ("số lượng", "đếm", "cộng dồn"),
    "yes_no": ("có không", "có hoặc không"),
    "score": ("điểm", "chấm điểm"),
    "output": ("sản phẩm", "kết quả"),
    "relative_change": ("tăng", "giảm", "tăng giảm"),
    "change": ("tăng thêm", "giảm đi", "điểm phần trăm"),
    "people": ("người", "trẻ em", "học sinh"),
    "people_times": ("lượt người", "lượt"),
    "households": ("hộ", "hộ gia đình"),
    "facilities": ("cơ sở", "trường", "trường học"),
    "organisations": ("doanh nghiệp", "hợp tác xã", "cơ quan", "đơn vị"),
    "cases": ("vụ", "ca", "trường hợp", "vụ việc"),
    "documents": ("văn bản",),
    "events": ("lớp", "buổi", "cuộc", "sự kiện"),
    "places": ("địa bàn", "xã", "thôn", "bản"),
    "points": ("điểm",),
    "point_in_time": ("thời điểm", "tại thời điểm"),
    "cumulative": ("lũy kế", "luỹ kế"),
    "dated": ("định kỳ", "có thời hạn"),
    "undated": ("không thời hạn", "theo quy định"),
    "ad_hoc": ("đột xuất", "theo yêu cầu"),
    "on_event": ("khi phát sinh", "phát sinh"),
    "year": ("năm", "hằng năm"),
    "half-year": ("6 tháng", "sáu tháng", "nửa năm", "6 tháng đầu năm"),
    "second-half": ("6 tháng cuối năm",),
    "nine-months": ("9 tháng", "chín tháng", "9 tháng đầu năm"),
    "quarter": ("quý", "hằng quý"),
    "month": ("tháng", "hằng tháng"),
    "school-year": ("năm học",),
    "day_of_month": ("ngày trong tháng",),
    "year_after": ("năm sau",),
    "after_period": ("sau kỳ báo cáo",),
    "administrative": ("năm báo cáo", "15/12 - 14/12"),
    "calendar": ("năm dương lịch", "dương lịch"),
    "partition": ("chia ra",),
    "subset": ("trong đó",),
    "units": ("đơn vị",),
    "text": ("văn bản", "chữ"),
    "date": ("ngày",),
    "number": ("số",),
    "target": ("chỉ tiêu", "mục tiêu"),
    "orientation": ("định hướng", "tầm nhìn"),
    "task": ("nhiệm vụ",),
    "lower": ("thấp hơn", "giảm"),
    "higher": ("cao hơn", "tăng"),
}
"""By word of a plan file what people write for it; which of several is meant follows from what the key allows."""


def meant_by(written: str, allowed: Collection[str]) -> tuple[str, ...]:
    """Return the words allowed that somebody means who writes a Vietnamese one, with or without accents, or a sign as it is printed."""
    words = written.strip().casefold()
    return tuple(word for word in allowed for known in _MEANT.get(word, ()) if words == known or (slug(known) and slug(words) == slug(known)))
