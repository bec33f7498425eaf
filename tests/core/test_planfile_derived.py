"""What a plan file need not write is read from its words; where they decide nothing, or two things, it is asked and never defaulted."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from planmonitor import BadData, Plan
from planmonitor.planfile.reading import read_plan
from planmonitor.planfile.readings import bars_read, days_read, roles_read
from planmonitor.planfile.toml import read_toml
from planmonitor.plantext.reporting import rule_of
from planmonitor.plantext.roles import role_of
from planmonitor.registry.catalogue import Catalogue, Loaded
from planmonitor.registry.installed import Installed

HEAD = """title = "Kế hoạch"
start = 2026-01-01
end = 2030-12-31
[document]
issuer = "UBND"
number = "1/KH"
issued = 2026-01-05
[[definitions]]
key = "thu/ty-le"
label = "Tỷ lệ trẻ em"
kind = "ratio"
counts = "people"
over_time = "point_in_time"
noun = "trẻ em"
noun_en = "children"
numerator = "Trẻ em có"
denominator = "Trẻ em"
[[definitions]]
key = "thu/so-vu"
label = "Số vụ"
kind = "count"
counts = "cases"
over_time = "count"
noun = "vụ"
[[definitions]]
key = "thu/da-lam"
label = "Đã làm"
kind = "yes_no"
counts = "state"
over_time = "any_breach"
noun = "việc"
[[objectives]]
code = "1"
text = "Mục tiêu 1"
[[objectives]]
code = "2"
text = "Mục tiêu 2"
"""

LINE = """[[indicators]]
code = "{code}"
{objective}text = "{text}"
section = "mục I.{code}"
[[indicators.measures]]
definition = "{definition}"
{bar}
"""

UNIT = """[[units]]
id = "phong"
name = "Phòng Văn hóa - Xã hội"
[units.tasks]
{tasks}
"""

DUTY = """[[duties]]
id = "{id}"
rule = "{rule}"
reporters = ["phong"]
section = "mục III"
{more}
"""


def line(text: str, bar: str, definition: str = "thu/ty-le", code: str = "1", objective: str = 'objective = "1"\n') -> str:
    """Return a line of a plan with one measure."""
    return LINE.format(text=text, bar=bar, definition=definition, code=code, objective=objective)


def duty(rule: str, more: str = 'clause = "Báo cáo."', name: str = "bao-cao") -> str:
    """Return a report of a plan, and the unit that owes it."""
    return UNIT.format(tasks='"mục II" = ["Chủ trì thực hiện"]') + DUTY.format(id=name, rule=rule, more=more)


@pytest.fixture
def plan(tmp_path: Path) -> Any:
    """Return a function that reads a plan from the text below the head of its file, with a line of its own where that has none."""

    def read(text: str) -> Plan:
        path = tmp_path / "thu.toml"
        path.write_text(HEAD + (text if "[[indicators]]" in text else line("Đạt 90% trẻ em.", "value = 90") + text), encoding="utf-8")
        file = read_toml(path)
        return read_plan(file, "local/thu", Catalogue().shelf(Loaded(Installed("local", ())), file)).plan

    return read


@pytest.mark.parametrize(
    ("text", "bar", "definition", "read"),
    [
        ("Giảm tỷ lệ trẻ em từ 5 đến 17 tuổi xuống dưới 4%.", "value = 4", "thu/ty-le", ("<", 4, None, "xuống dưới 4%")),
        ("Trên 90% trẻ em được học.", "value = 90", "thu/ty-le", (">", 90, None, "Trên 90%")),
        ("Phấn đấu 70% trẻ em được học đến năm 2030.", "value = 70", "thu/ty-le", (">=", 70, None, "70%")),
        ("Không để xảy ra vụ việc.", "value = 0", "thu/so-vu", ("==", 0, "zero_incident", "Không để xảy ra")),
        ("Giảm 10% số vụ so với năm 2020.", "value = -10\nbaseline.year = 2020", "thu/so-vu", ("<=", -10, "relative_change", "Giảm 10%")),
        ("Giảm số vụ.", "same_period = true", "thu/so-vu", ("decrease", None, "decrease", "Giảm")),
        ("Tổ chức Tết Trung thu.", 'wording = "Tổ chức"', "thu/da-lam", ("done", None, None, "Tổ chức")),
        ("50% năm 2028 và 60% năm 2030.", 'value = 60\nwording = "60%"', "thu/ty-le", (">=", 60, None, "60%")),
    ],
)
def test_the_words_of_a_bar_say_comparator_and_kind(plan: Any, text: str, bar: str, definition: str, read: tuple[Any, ...]) -> None:
    """Value and due date are written; how they compare, and what kind of bar it is, the sentence says."""
    [target] = plan(line(text, bar, definition)).measures[0].targets

    assert (target.comparator, target.value, target.kind, target.wording) == read


def test_what_is_written_stands_against_what_is_read(plan: Any) -> None:
    """A comparator, a role, a kind of report that the file writes is not read over; the contract compares them."""
    written = plan(line("Đạt 90% trẻ em.", 'value = 90\ncomparator = ">"') + UNIT.format(tasks='"mục II" = [{ text = "Tổ chức", role = "lead" }]'))

    assert written.measures[0].targets[0].comparator == ">"
    assert written.units[0].tasks[0].role == "lead"
    assert plan(duty("trước ngày 10/7", 'clause = "Báo cáo."\nkind = "undated"')).duties[0].last_day is None


@pytest.mark.parametrize(
    ("text", "bar", "key", "words"),
    [
        ("50% năm 2028 và 60% năm 2030.", "value = 60", "wording", "50% năm 2028 và 60%"),
        ("Đạt 90% trẻ em vào năm 2028, tiếp tục đến năm 2030.", "value = 90", "wording", "2028"),
        ("90% trẻ em, 70% cha mẹ được học.", "value = 90", "wording", "90% trẻ em, 70%"),
        ("Khoảng 90% trẻ em.", "value = 90", "wording", "Khoảng 90%"),
        ("Nâng cao nhận thức.", "value = 90", "wording", "Nâng cao"),
        ("Nâng cao nhận thức lên mức 90%.", 'value = 90\nwording = "Nâng cao nhận thức"', "comparator", "Nâng cao nhận thức"),
    ],
)
def test_what_the_words_of_a_bar_leave_open_is_asked(plan: Any, text: str, bar: str, key: str, words: str) -> None:
    """Two figures, two years, another figure than the one written, words that compare nothing: the line, the key and the words are named."""
    with pytest.raises(BadData) as error:
        plan(line(text, bar))

    said = str(error.value)
    assert f"key '{key}' is missing" in said
    assert words in said
    assert f"line {(HEAD + line(text, bar)).split(chr(10)).index('[[indicators.measures]]') + 1}:" in said


def test_the_second_figure_of_a_fall_falls_too(plan: Any) -> None:
    """ "Giảm 10% ... và 20%": the words quoted are read in their sentence."""
    text = "Giảm 10% số vụ vào năm 2028 và 20% vào năm 2030 so với năm 2020."
    [target] = plan(line(text, 'value = -20\nwording = "20%"\nbaseline.year = 2020', "thu/so-vu")).measures[0].targets

    assert (target.comparator, target.value, target.kind) == ("<=", -20, "relative_change")


def test_a_misspelt_key_is_named_before_a_label_is_asked_for(plan: Any) -> None:
    """The nearest right one is offered."""
    with pytest.raises(BadData, match="there is no 'thu/ty-l'") as error:
        plan(line("Đạt 90% trẻ em.", "value = 90", "thu/ty-l"))

    assert "thu/ty-le" in str(error.value)


def test_a_fault_in_the_older_form_of_tasks_is_named(plan: Any) -> None:
    """Unit, task and key."""
    old = '[[units]]\nid = "phong"\nname = "Phòng"\n[[units.tasks]]\nrol = "lead"\nsection = "mục II"\ntext = "Chủ trì"\n'
    with pytest.raises(BadData, match=r"units\.phong\.tasks\.mục II: there is no key 'rol'"):
        plan(old)


def test_a_value_that_is_not_the_sentences_is_named(plan: Any) -> None:
    """The figure written and the figure read check each other."""
    with pytest.raises(BadData, match="key 'value' is 80, and the words '90%' give 90"):
        plan(line("Đạt 90% trẻ em.", "value = 80"))


def test_a_line_says_once_what_holds_for_it(plan: Any) -> None:
    """The objective is that of the line before, a lone measure has the line's code, a label is that of the shared definition."""
    read = plan(
        line("Đạt 90% trẻ em.", "value = 90")
        + line("Trên 80% trẻ em.", "value = 80", code="2", objective="")
        + line("Không để xảy ra vụ việc.", "value = 0", "thu/so-vu", code="3", objective='objective = "2"\n')
    )

    assert [item.objective for item in read.indicators] == ["1", "1", "2"]
    assert [item.code for item in read.measures] == ["1", "2", "3"]
    assert [item.label.vi for item in read.measures] == ["Tỷ lệ trẻ em", "Tỷ lệ trẻ em", "Số vụ"]


def test_the_first_line_names_its_objective(plan: Any) -> None:
    """There is none before it."""
    with pytest.raises(BadData, match="'objective' is missing"):
        plan(line("Đạt 90% trẻ em.", "value = 90", objective=""))


def test_a_figure_counted_elsewhere_is_called_here(plan: Any) -> None:
    """The label of a definition of another plugin is not taken for granted: that may not be installed everywhere."""
    with pytest.raises(BadData, match="'label' is missing"):
        plan(line("Đạt 90% trẻ em.", "value = 90", "khac/ty-le"))


def test_a_milestone_stands_in_the_sentence_of_its_measure(plan: Any) -> None:
    """Without a sentence of its own."""
    text = "50% năm 2028 và 60% năm 2030."
    more = "\n[[indicators.measures.milestones]]\ndue = 2028-12-31\nvalue = 50"
    [measure] = plan(line(text, f'value = 60\nwording = "60%"{more}')).measures

    assert measure.targets[0].milestones[0].source == measure.source


def test_the_english_of_a_noun_is_written_once(plan: Any) -> None:
    """Where the noun is counted again it is known; a word of its own is kept."""
    own = (
        '\n[indicators.measures.definition]\nlabel = "Nhóm"\nkind = "ratio"\ncounts = "people"\nover_time = "count"\nnoun = "trẻ em"\n'
        'numerator = "a"\ndenominator = "b"{}'
    )
    text = line("Đạt 90% trẻ em.", "value = 90").replace('definition = "thu/ty-le"\n', "")

    assert plan(text + own.format("")).measures[0].definition.noun.en == "children"
    assert plan(text + own.format('\nnoun_en = "pupils"')).measures[0].definition.noun.en == "pupils"


@pytest.mark.parametrize(
    ("task", "role"),
    [
        ("Chủ trì, phối hợp với các đơn vị tổ chức thực hiện", "lead"),
        ("tăng cường phối hợp liên ngành", "coordinate"),
        ("Tổng hợp, tham mưu báo cáo theo quy định", "advise"),
        ("Là cơ quan thường trực của Ban Chỉ đạo", "standing"),
        ("Kiểm tra, giám sát việc thực hiện", "supervise"),
        ("Đề nghị tham gia tuyên truyền", "requested"),
        ("Thường xuyên rà soát các điểm nguy cơ", "implement"),
        ("Căn cứ chức năng, nhiệm vụ được giao, triển khai thực hiện", "implement"),
        ("Kiểm tra định kỳ, đột xuất", None),
        ("Người đứng đầu chịu trách nhiệm", None),
        ("Các trường học tổ chức dạy bơi", None),
        ("Phốihợp với các đơn vị", None),
    ],
)
def test_the_first_words_of_a_task_say_the_role(task: str, role: str | None) -> None:
    """Behind what only says how or how often; words that begin with somebody, or may mean two things, say none."""
    read = role_of(task)

    assert (read.role if read else None) == role
    assert read is None or task.startswith(read.words)


def test_a_task_whose_words_say_no_role_is_asked_about(plan: Any) -> None:
    """The section, and the beginning of the task, are named."""
    with pytest.raises(BadData, match="key 'role' is missing, and the words 'Kiểm tra định kỳ'"):
        plan(UNIT.format(tasks='"mục II" = ["Kiểm tra định kỳ"]'))


def test_units_with_the_same_tasks_name_each_other(plan: Any) -> None:
    """A task that the document gives to several units is written once."""
    other = UNIT.replace('"phong"', '"tram"').replace("Phòng Văn hóa - Xã hội", "Trạm Y tế")
    both = UNIT.format(tasks='"mục II" = ["Tổ chức dạy bơi", "Giám sát"]') + other.format(tasks='"mục II" = "phong"')
    first, second = plan(both).units

    assert first.tasks == second.tasks
    assert [task.role for task in second.tasks] == ["implement", "supervise"]
    with pytest.raises(BadData, match="there is no 'phongg'"):
        plan(both.replace('"mục II" = "phong"', '"mục II" = "phongg"'))


@pytest.mark.parametrize(
    ("rule", "read"),
    [
        ("Hàng năm, định kỳ báo cáo kết quả trước ngày 25/11", ("dated", "year", "11-24", None)),
        ("báo cáo 6 tháng (chậm nhất ngày 10/6)", ("dated", "half-year", "06-10", None)),
        ("trước ngày 10 tháng 7 hằng năm", ("dated", None, "07-09", None)),
        ("trong 5 ngày làm việc sau khi kết thúc kỳ báo cáo", ("after_period", None, None, 5)),
        ("khi phát sinh vụ việc", ("on_event", None, None, None)),
        ("đột xuất (khi có yêu cầu)", ("ad_hoc", None, None, None)),
        ("hằng năm theo quy định", ("undated", "year", None, None)),
        ("định kỳ và đột xuất", (None, None, None, None)),
        ("định kỳ 6 tháng, năm theo quy định", ("undated", "both", None, None)),
        ("hằng tháng trước ngày 20", ("day_of_month", "month", None, None)),
        ("báo cáo kết quả triển khai", (None, None, None, None)),
    ],
)
def test_the_words_of_a_rule_say_kind_period_and_day(rule: str, read: tuple[Any, ...]) -> None:
    """As far as they name one; a day of every month is none of every year, but one of each month."""
    found = rule_of(rule)

    assert (found.kind, found.period, found.last_day, found.working_days) == read


def test_a_report_is_read_from_its_rule(plan: Any) -> None:
    """Kind, period and last day need not be written."""
    [found] = plan(duty("báo cáo năm (trước ngày 10/11)")).duties

    assert (found.kind, found.period, found.last_day) == ("dated", "year", "11-09")


@pytest.mark.parametrize(
    ("rule", "more", "key"),
    [("báo cáo kết quả", "", "kind"), ("định kỳ và đột xuất", "", "kind"), ("định kỳ 6 tháng, năm theo quy định", "", "period")],
)
def test_what_a_rule_leaves_open_is_asked(plan: Any, rule: str, more: str, key: str) -> None:
    """No kind, two kinds, two periods: nothing is chosen."""
    with pytest.raises(BadData, match=f"duties.bao-cao: key '{key}' is missing, and the words '{rule}'"):
        plan(duty(rule, more))


def test_reports_of_one_sentence_quote_it_once(plan: Any) -> None:
    """The sentence under a section is the one another report quotes there; with two of them it is asked for."""
    two = duty("báo cáo năm trước ngày 10/11") + DUTY.format(id="nua-nam", rule="báo cáo 6 tháng trước ngày 10/5", more="")

    assert [item.source.clause for item in plan(two).duties] == ["Báo cáo.", "Báo cáo."]
    with pytest.raises(BadData, match=r"duties.nua-nam: key 'clause' is missing"):
        plan(two + DUTY.format(id="khac", rule="báo cáo năm trước ngày 10/11", more='clause = "Câu khác."'))


def test_a_report_may_carry_every_measure(plan: Any) -> None:
    """ "all" stands for all codes of the plan."""
    lines = line("Đạt 90% trẻ em.", "value = 90") + line("Trên 80% trẻ em.", "value = 80", code="2", objective="")

    assert plan(lines + duty("báo cáo năm trước ngày 10/11", 'clause = "Báo cáo."\nmeasures = "all"')).duties[0].measures == ("1", "2")


def test_an_empty_field_asks_by_itself(plan: Any) -> None:
    """Who supplies a figure, and by which day an undated report is due; not where it is written, or asked in words of its own."""
    text = line("Đạt 90% trẻ em.", "value = 90") + line("Trên 80% trẻ em.", "value = 80", code="2", objective="") + duty("hằng năm theo quy định")
    own = '[[questions]]\nid = "ai"\nabout = "measure:2"\ntext = "Ai, ngoài nhà trường?"\nanswer_type = "units"\n'
    owned = text.replace("value = 90", 'value = 90\nresponsible = [{ unit = "phong", role = "lead", reports = true }]')

    assert [(item.id, item.about, item.answer_type) for item in plan(text).questions] == [
        ("owner-1", "measure:1", "units"),
        ("owner-2", "measure:2", "units"),
        ("bao-cao-day", "duty:bao-cao", "month_day"),
    ]
    assert "“Tỷ lệ trẻ em” (1)" in plan(text).questions[0].text.vi
    assert [item.id for item in plan(text + own).questions] == ["ai", "owner-1", "bao-cao-day"]
    assert [item.id for item in plan(owned).questions] == ["owner-2", "bao-cao-day"]


def test_a_document_without_number_and_date_asks_for_them(plan: Any, tmp_path: Path) -> None:
    """Neither is written as a question."""
    path = tmp_path / "thu.toml"
    plan("")
    path.write_text(path.read_text(encoding="utf-8").replace('number = "1/KH"\nissued = 2026-01-05\n', ""), encoding="utf-8")
    file = read_toml(path)
    read = read_plan(file, "local/thu", Catalogue().shelf(Loaded(Installed("local", ())), file)).plan

    assert [(item.id, item.answer_type) for item in read.questions][:2] == [("document-number", "text"), ("document-date", "date")]


def test_what_was_read_is_told_with_its_words(plan: Any) -> None:
    """Bars, days and roles that the words decide; not those the file writes otherwise."""
    read = plan(
        line("Đạt 90% trẻ em.", "value = 90")
        + line("Khoảng 80%.", 'value = 80\ncomparator = ">="\nwording = "Khoảng 80%"', code="2")
        + duty("báo cáo năm trước ngày 10/11")
    )

    assert [(item.measure.code, item.target.wording) for item in bars_read(read)] == [("1", "90%")]
    assert [item.duty.last_day for item in days_read(read)] == ["11-09"]
    assert [(item.unit.id, item.task.role, item.words) for item in roles_read(read)] == [("phong", "lead", "Chủ trì")]
    assert read.due(read.measures[0].targets[0]) == date(2030, 12, 31)
