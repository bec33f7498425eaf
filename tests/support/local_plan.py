"""A plan that a place wrote itself, in a workspace, to be checked and changed."""

from __future__ import annotations

from typing import Any

FILE = "plans/thu-nghiem.toml"
ID = "local/thu-nghiem"

PLAN = """# của chị Hoa
title = "Kế hoạch thử nghiệm"
programme = "child-labour"
start = 2026-01-01
end = 2030-12-31

[place]
level = "commune"
name = "xã Thử Nghiệm"
code = "99001"

[document]
issuer = "UBND xã Thử Nghiệm"
issued = 2026-04-01
implements = ["Kế hoạch của tỉnh"]

[[objectives]]
code = "1"
text = "Mục tiêu thử nghiệm"

[[indicators]]
code = "1"
objective = "1"
text = "Giảm tỷ lệ xuống dưới 3%; tổ chức 5 lớp."

[[indicators.measures]]
code = "1a"
label = "Tỷ lệ lao động trẻ em"
definition = "child-labour/rate"
comparator = "<"
value = 3
wording = "dưới 3%"
section = "mục I.1"
clause = "Giảm tỷ lệ xuống dưới 3%; tổ chức 5 lớp."

[[indicators.measures.milestones]]
due = 2028-12-31
value = 3.5
section = "mục I.1"
clause = "Đến năm 2028 còn 3,5%."

[[indicators.measures.responsible]]
unit = "phong-van-hoa"
role = "lead"
reports = true

[[indicators.measures]]
code = "1b"
label = "Lớp tập huấn"
comparator = ">="
value = 5
wording = "5 lớp"
section = "mục I.1"
clause = "Giảm tỷ lệ xuống dưới 3%; tổ chức 5 lớp."

[indicators.measures.definition]
kind = "count"
counts = "events"
over_time = "count"
noun = "lớp"

[[units]]
id = "phong-van-hoa"
name = "Phòng Văn hóa"

[units.tasks]
"mục II.1" = ["Chủ trì thực hiện."]

[[duties]]
id = "bao-cao-nam"
kind = "dated"
rule = "trước ngày 25/11"
last_day = "11-24"
period = "year"
reporters = ["phong-van-hoa"]
measures = ["1a", "1b"]
section = "mục III"
clause = "Báo cáo trước ngày 25/11."

[[questions]]
id = "so-van-ban"
about = "document"
text = "Số của văn bản?"
"""


def with_file(monitor: Any) -> Any:
    """Return a runner in a workspace with the child-labour plugin and a local plan's file, not followed yet."""
    monitor("init", str(monitor.folder), "--plugin", "child_labour")
    (monitor.folder / "plans").mkdir()
    (monitor.folder / FILE).write_text(PLAN, encoding="utf-8")
    return monitor


def replace(place: Any, old: str, new: str) -> None:
    """Replace a line of the file by another."""
    text = (place.folder / FILE).read_text(encoding="utf-8")
    assert old in text
    (place.folder / FILE).write_text(text.replace(old, new, 1), encoding="utf-8")


def check(place: Any, *arguments: str, code: int = 0, lang: str = "en") -> Any:
    """Run `plans check` on the file."""
    return place("plans", "check", str(place.folder / FILE), *arguments, code=code, lang=lang)
