"""A plan file without a mistake, for tests that make one: a fall and a rise in percent, a share with a milestone, a rate, a number of things."""

from __future__ import annotations

GOOD = """title = "Kế hoạch phòng, chống đuối nước trẻ em"
start = 2021-01-01
end = 2030-12-31

[place]
level = "commune"
name = "xã Thử Nghiệm"
code = "99001"

[document]
issuer = "UBND xã Thử Nghiệm"
number = "12/KH-UBND"
issued = 2021-02-01

[[objectives]]
code = "1"
text = "Mục tiêu"

[[indicators]]
code = "1"
objective = "1"
text = "Giảm 10% số trẻ em tử vong do đuối nước vào năm 2025 và 20% vào năm 2030 so với năm 2020."
section = "mục I.1"

[[indicators.measures]]
code = "1"
label = "Số trẻ em tử vong do đuối nước"
comparator = "<="
value = -20
kind = "relative_change"
wording = "20%"

[indicators.measures.baseline]
year = 2020

[indicators.measures.definition]
kind = "count"
counts = "people"
over_time = "count"
noun = "trẻ em"

[[indicators.measures.milestones]]
due = 2025-12-31
value = -10
section = "mục I.1"
clause = "Giảm 10% số trẻ em tử vong do đuối nước vào năm 2025"

[[indicators]]
code = "2"
objective = "1"
text = "Tỷ lệ trẻ em biết bơi an toàn đạt 50% vào năm 2028 và 60% vào năm 2030."
section = "mục I.2"

[[indicators.measures]]
code = "2"
label = "Tỷ lệ trẻ em biết bơi an toàn"
comparator = ">="
value = 60
wording = "60%"
due = 2030-12-31

[indicators.measures.definition]
kind = "ratio"
counts = "people"
over_time = "point_in_time"
noun = "trẻ em"
numerator = "Trẻ em biết bơi an toàn"
denominator = "Trẻ em"

[[indicators.measures.milestones]]
due = 2028-12-31
value = 50
section = "mục I.2"
clause = "Tỷ lệ trẻ em biết bơi an toàn đạt 50% vào năm 2028 và 60% vào năm 2030."

[[indicators.measures.responsible]]
unit = "van-hoa"
role = "lead"
reports = true

[[indicators]]
code = "3"
objective = "1"
text = "Phấn đấu tăng thêm ít nhất 20% số nhóm trẻ so với năm 2020; tổ chức ít nhất 5 lớp dạy bơi."
section = "mục I.3"

[[indicators.measures]]
code = "3a"
label = "Số nhóm trẻ"
comparator = ">="
value = 20
kind = "relative_change"
wording = "tăng thêm ít nhất 20%"

[indicators.measures.baseline]
year = 2020

[indicators.measures.definition]
kind = "count"
counts = "facilities"
over_time = "point_in_time"
noun = "nhóm trẻ"

[[indicators.measures]]
code = "3b"
label = "Số lớp dạy bơi"
comparator = ">="
value = 5
wording = "ít nhất 5 lớp"

[indicators.measures.definition]
kind = "count"
counts = "events"
over_time = "count"
noun = "lớp"

[[indicators]]
code = "4"
objective = "1"
text = "Tỷ suất trẻ em bị tai nạn, thương tích giảm xuống còn 500/100.000 trẻ em."
section = "mục I.4"

[[indicators.measures]]
code = "4"
label = "Tỷ suất trẻ em bị tai nạn, thương tích"
comparator = "<="
value = 500
wording = "giảm xuống còn 500/100.000"

[indicators.measures.definition]
kind = "rate"
counts = "people"
over_time = "count"
noun = "trẻ em"
numerator = "Trẻ em bị tai nạn, thương tích"
denominator = "Trẻ em"

[[units]]
id = "van-hoa"
name = "Phòng Văn hóa - Xã hội"

[units.tasks]
"mục II.1" = ["Chủ trì thực hiện Kế hoạch."]

[[duties]]
id = "bao-cao-nam"
kind = "dated"
rule = "trước ngày 25/11"
last_day = "11-24"
period = "year"
reporters = ["van-hoa"]
section = "mục III"
clause = "Báo cáo trước ngày 25/11 hằng năm."

[[questions]]
id = "noi-nhan"
about = "duty:bao-cao-nam"
text = "Gửi báo cáo cho cơ quan nào?"
"""
