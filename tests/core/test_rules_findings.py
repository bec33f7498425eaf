"""What is found is told in both languages, to the letter, with the measures and units it is of (docs/domain.md, rules 24 and 25)."""

from datetime import date, timedelta

import pytest
from attrs import evolve
from planmonitor import ADMINISTRATIVE, CHILDREN_6_15, CHILDREN_UNDER_16, Baseline, Breakdown, Category, Duty, Known, Task, Text, Unit, judge_plan
from planmonitor.assessment.every_plan import EVERY_PLAN
from planmonitor.assessment.records import MemberUnit
from planmonitor.model.settings import Answer, PlanSettings, settle
from planmonitor.registry.judging import judge_together
from support import reports
from support.plans_together import AS_OF, MOST, MOST_OF, NONE_OCCURS, OFFICE, STATION, counted, duty, figure, plan, share
from support.rules import FLOW, RATIO, SOURCE, YES_NO, bar, had, measure_of, plan_with
from support.rules import counted as counted_as

DEATHS, OTHER = counted(), counted("other/count")
LEADING = evolve(OFFICE, tasks=(Task("Chủ trì thực hiện.", "mục II", "lead"),))
GONE = [evolve(figure("a/gone", value=1), unit=f"u{number}" if number else "") for number in range(8)]
DAYS = {"vi": "01/01/2026 - 31/12/2026", "en": "1 January 2026 - 31 December 2026"}
NAMED = {language: "; ".join(f"a/gone ({days}{f', u{number}' if number else ''})" for number in range(6)) for language, days in DAYS.items()}

FOUND = {
    "differing-definitions": (
        (plan("a/x", DEATHS, MOST), plan("b/x", evolve(DEATHS, counts="cases"), MOST)),
        Known(),
        "'shared/deaths' được đếm khác nhau trong a/x và b/x: số liệu không dùng chung được; đề nghị báo người lập tệp kế hoạch.",
        "'shared/deaths' is counted differently in a/x and b/x: the figure cannot be shared; tell the author of the plan.",
        ("a/x/1", "b/x/1"),
        (),
    ),
    "differing-windows": (
        (plan("a/x", DEATHS, MOST, window=ADMINISTRATIVE), plan("b/x", DEATHS, MOST)),
        Known(),
        "Cùng một số liệu (Việc), hai thời gian chốt: a/x tính 15/12/2025-14/12/2026, b/x tính 01/01/2026-31/12/2026; phải ghi cả hai.",
        (
            "One figure (Thing), two windows: a/x counts 15 December 2025 to 14 December 2026, b/x 1 January 2026 to 31 December 2026; "
            "both have to be recorded."
        ),
        ("a/x/1", "b/x/1"),
        (),
    ),
    "differing-bars": (
        (plan("a/x", DEATHS, NONE_OCCURS), plan("b/x", DEATHS, MOST)),
        Known(),
        'Cùng một số liệu, hai mức: chỉ tiêu 1 (a/x) "không để xảy ra", chỉ tiêu 1 (b/x) "không quá 4".',
        "One figure, two bars: measure 1 (a/x) “không để xảy ra”, measure 1 (b/x) “không quá 4”.",
        ("a/x/1", "b/x/1"),
        (),
    ),
    "contradicting-zero": (
        (plan("a/x", DEATHS, MOST, window=ADMINISTRATIVE), plan("b/x", DEATHS, MOST)),
        Known((figure(DEATHS.key, ADMINISTRATIVE, value=0), figure(DEATHS.key, value=1234))),
        "Chỉ tiêu 1 (a/x) ghi không có, nhưng chỉ tiêu 1 (b/x) đếm được 1.234: đối chiếu lại hai số liệu.",
        "Measure 1 (a/x) says none, but measure 1 (b/x) counts 1,234: compare the two figures.",
        ("a/x/1", "b/x/1"),
        (),
    ),
    "case-across-windows": (
        (plan("a/x", DEATHS, NONE_OCCURS, window=ADMINISTRATIVE), plan("b/x", DEATHS, MOST)),
        Known((figure(DEATHS.key, ADMINISTRATIVE, value=0), evolve(figure(DEATHS.key, value=2), until=date(2026, 12, 22)))),
        (
            "Chỉ tiêu 1 (a/x) ghi không có (15/12/2025 - 14/12/2026), nhưng đã ghi 02 trẻ em cho 01/01/2026 - 22/12/2026, một phần ngoài kỳ đó: "
            "xác định ngày xảy ra, rồi điều chỉnh một trong hai số liệu."
        ),
        (
            "Measure 1 (a/x) says none (15 December 2025 - 14 December 2026), but 2 children are recorded for 1 January 2026 - 22 December 2026, "
            "partly outside it: find out the day, then correct one of the two figures."
        ),
        ("a/x/1",),
        (),
    ),
    "more-in-fewer-days": (
        (plan("a/x", DEATHS, MOST, window=ADMINISTRATIVE), plan("b/x", DEATHS, MOST)),
        Known(
            (
                evolve(figure(DEATHS.key, ADMINISTRATIVE, value=1), until=date(2026, 10, 31)),
                evolve(figure(DEATHS.key, value=1234), until=date(2026, 10, 31)),
            )
        ),
        (
            "Chỉ tiêu 1 (b/x) đếm được 1.234 (01/01/2026 - 31/10/2026), nhiều hơn chỉ tiêu 1 (a/x) trong thời gian dài hơn "
            "(1; 15/12/2025 - 31/10/2026): đối chiếu lại."
        ),
        (
            "Measure 1 (b/x) counts 1,234 (1 January 2026 - 31 October 2026), more than measure 1 (a/x) in more days "
            "(1; 15 December 2025 - 31 October 2026): compare the two figures."
        ),
        ("b/x/1", "a/x/1"),
        (),
    ),
    "disagreeing-populations": (
        (plan("a/x", share(), MOST_OF), plan("b/x", share("other/share", CHILDREN_UNDER_16.key), MOST_OF)),
        Known((figure(CHILDREN_6_15.key, value=1401), figure(CHILDREN_UNDER_16.key, value=1400))),
        "Năm 2026: Trẻ em từ 6 đến dưới 16 tuổi (1.401) nhiều hơn Trẻ em (dưới 16 tuổi) (1.400): đối chiếu số liệu nền.",
        "2026: Children aged 6 to under 16 (1,401) are more than Children under 16 (1,400): compare the base populations.",
        (),
        (),
    ),
    "disagreeing-populations, a denominator": (
        (plan("a/x", share(), MOST_OF), plan("b/x", DEATHS, MOST)),
        Known((figure(CHILDREN_6_15.key, value=1400), figure("shared/share", numerator=300, denominator=1390))),
        "Chỉ tiêu 1 (a/x): mẫu số 1.390 khác số liệu nền đã ghi (1.400): đối chiếu, dùng một số liệu nền.",
        "Measure 1 (a/x): the denominator 1,390 is not the recorded base population (1,400): compare them and use one population.",
        ("a/x/1",),
        (),
    ),
    "reports-close-together": (
        (
            plan("a/x", DEATHS, MOST, units=(OFFICE,), duties=(duty("d", "12-01", OFFICE),)),
            plan("b/x", OTHER, MOST, units=(OFFICE,), duties=(duty("d", "12-08", OFFICE),)),
        ),
        Known(),
        "Phòng Văn hóa có hai báo cáo trong một tuần: a/x (01/12/2026) và b/x (08/12/2026); chuẩn bị số liệu cùng lúc.",
        "Phòng Văn hóa owes two reports within a week: a/x (1 December 2026) and b/x (8 December 2026); prepare them together.",
        (),
        ("van-hoa",),
    ),
    "one-report-two-days": (
        (
            plan("a/x", DEATHS, MOST, units=(OFFICE,), duties=(evolve(duty("d", "07-10", OFFICE), title=Text("Báo cáo hè", "Summer report")),)),
            plan("b/x", OTHER, MOST, units=(STATION,), duties=(evolve(duty("d", "07-20", STATION), title=Text("Báo cáo hè", "Summer report")),)),
        ),
        Known(),
        "Báo cáo hè: a/x ghi hạn 10/7/2026, b/x ghi hạn 20/7/2026; đối chiếu văn bản, giữ một hạn.",
        "Summer report: a/x has it due by 10 July 2026, b/x by 20 July 2026; compare the documents and keep one day.",
        (),
        (),
    ),
    "lead-unknown-elsewhere": (
        (plan("a/x", DEATHS, MOST, units=(LEADING,)), plan("b/x", OTHER, MOST, units=(STATION,))),
        Known(),
        "Đơn vị chủ trì trong a/x không có tên trong b/x: Phòng Văn hóa; đề nghị kiểm tra có phải cùng một đơn vị mang tên khác không.",
        "Units that lead in a/x are not named in b/x: Phòng Văn hóa; see whether they go by another name there.",
        (),
        ("van-hoa",),
    ),
    "figures-left-aside": (
        (plan("a/x", counted("a/deaths"), MOST),),
        Known(tuple(GONE[:6])),
        (
            f"06 số liệu đã ghi không được tính vào chỉ tiêu nào đang theo dõi: {NAMED['vi']}. "
            "Xem lại mã, thời gian chốt số liệu và đơn vị; monitor export vẫn xuất đủ."
        ),
        (
            f"6 recorded figures count in no measure followed: {NAMED['en']}. "
            "Look at codes, data windows and units; monitor export still writes them all."
        ),
        (),
        (),
    ),
    "figures-left-aside, more than are named": (
        (plan("a/x", counted("a/deaths"), MOST),),
        Known(tuple(GONE[:7])),
        (
            f"07 số liệu đã ghi không được tính vào chỉ tiêu nào đang theo dõi: {NAMED['vi']}; và 01 số liệu khác. "
            "Xem lại mã, thời gian chốt số liệu và đơn vị; monitor export vẫn xuất đủ."
        ),
        (
            f"7 recorded figures count in no measure followed: {NAMED['en']}; and 1 more. "
            "Look at codes, data windows and units; monitor export still writes them all."
        ),
        (),
        (),
    ),
    "recorded-elsewhere": (
        (plan("a/x", DEATHS, MOST),),
        Known(elsewhere=(figure("a/deaths", value=1), MemberUnit("truong", "Trường", "P", date(2026, 1, 1)))),
        (
            "02 mục đã ghi (số liệu, đơn vị, báo cáo) là của 'P', không phải của địa phương đang theo dõi, nên không được tính. "
            "Nếu chỉ là tên viết khác, ghi tên đó ở 'place' trong monitor.toml; monitor export vẫn xuất đủ số liệu."
        ),
        (
            "2 entries (figures, units, reports) are of 'P', not of the place that is followed, and count nowhere. If only its name was "
            "written in another way, write that one as 'place' in monitor.toml; monitor export still writes all figures."
        ),
        (),
        (),
    ),
}


@pytest.mark.parametrize("name", FOUND)
def test_what_is_found_between_plans_is_told_with_what_to_do(name):
    """One sentence in each language: what, where, and the next step."""
    plans, known, vi, en, measures, units = FOUND[name]
    judged = [judge_plan(item, known, AS_OF) for item in plans]
    found = [item for item in judge_together(judged, known)[0] if item.check.id == f"planmonitor/{name.partition(',')[0]}"]
    [finding] = [item.finding for item in found]
    assert (finding.message.vi, finding.message.en) == (vi, en)
    assert (finding.measures, finding.units) == (measures, units)


FALL = bar("<=", -5, kind="relative_change", upper=-10, same_period=True, due=date(2030, 12, 31))
SEX = Breakdown("sex", Text("Giới", "Sex"), "partition", (Category("girl", Text("Nữ", "Girls")), Category("boy", Text("Nam", "Boys"))))
PRINTED_BASE = bar("<=", -5, kind="relative_change", baseline=Baseline(2020, 15))
PRINTED_SHARE = bar("maintain", kind="maintain", worse="lower", baseline=Baseline(2020, 15, 17))
OF_UNIT = plan_with(measure_of(FLOW, bar(">=", 9), owners=("a",)), units=(Unit("a", "Trạm Y tế"),))
UNDATED_ASKED = reports.plan_of(reports.UNDATED, questions=(reports.WHEN,))
OF_ONE_PLAN = {
    "yearly-change-missed": (
        plan_with(measure_of(FLOW, FALL)),
        (had("2025", value=1900, comparison=True), had("2026", value=1901)),
        (
            "Chỉ tiêu 1: năm 2026 là 1.901, năm trước là 1.900, không đạt mức “chữ in trong kế hoạch” của năm 2026; "
            "làm rõ nguyên nhân và giải pháp trong báo cáo năm."
        ),
        (
            "Measure 1: 1,901 in 2026, 1,900 the year before; “chữ in trong kế hoạch” was missed in that year: "
            "say why, and what will be done, in the yearly report."
        ),
        (("some/plan/1",), ()),
    ),
    "year-below-part": (
        OF_UNIT,
        (had("2026", value=1000, unit="a"), had("2026-S1", value=1001, unit="a")),
        "Chỉ tiêu 1: số liệu năm 2026 (1.000) thấp hơn số liệu 6 tháng đầu năm 2026 nằm trong kỳ đó (1.001); đối chiếu và điều chỉnh số liệu sai.",
        "Measure 1: year 2026 (1,000) is below first half of 2026 inside it (1,001): compare them and correct the wrong one.",
        (("some/plan/1",), ("a",)),
    ),
    "year-below-part, of the whole place": (
        plan_with(measure_of(FLOW, bar(">=", 9))),
        (had("2026", value=1000), had("2026-S1", value=501), had("2026-S2", value=500)),
        (
            "Chỉ tiêu 1: số liệu năm 2026 (1.000) thấp hơn tổng số liệu 6 tháng đầu năm 2026, 6 tháng cuối năm 2026 nằm trong kỳ đó (1.001); "
            "đối chiếu và điều chỉnh số liệu sai."
        ),
        (
            "Measure 1: year 2026 (1,000) is below the sum of first half of 2026, second half of 2026 inside it (1,001): "
            "compare them and correct the wrong one."
        ),
        (("some/plan/1",), ()),
    ),
    "year-below-part, of girls": (
        plan_with(measure_of(evolve(FLOW, breakdowns=(SEX,)), bar(">=", 9))),
        (had("2026", value=3), had("2026-S1", value=9, breakdown=(("sex", "girl"),))),
        "Chỉ tiêu 1: số liệu năm 2026 (3) thấp hơn số liệu 6 tháng đầu năm 2026 nằm trong kỳ đó (9); đối chiếu và điều chỉnh số liệu sai.",
        "Measure 1: year 2026 (3) is below first half of 2026 inside it (9): compare them and correct the wrong one.",
        (("some/plan/1",), ()),
    ),
    "year-below-part, of girls beside girls": (
        plan_with(measure_of(evolve(FLOW, breakdowns=(SEX,)), bar(">=", 9))),
        tuple(
            had(period, value=value, breakdown=breakdown)
            for period, total, girls in (("2026", 20, 3), ("2026-S1", 20, 9))
            for value, breakdown in ((total, ()), (girls, (("sex", "girl"),)))
        ),
        "Chỉ tiêu 1: số liệu năm 2026 (3) thấp hơn số liệu 6 tháng đầu năm 2026 nằm trong kỳ đó (9); đối chiếu và điều chỉnh số liệu sai.",
        "Measure 1: year 2026 (3) is below first half of 2026 inside it (9): compare them and correct the wrong one.",
        (("some/plan/1",), ()),
    ),
    "base-figure-differs": (
        plan_with(measure_of(FLOW, PRINTED_BASE)),
        (had("2020", value=14, comparison=True), had("2026", value=15)),
        "Chỉ tiêu 1: số liệu năm gốc 2020 được dùng là 15, nhưng có chỗ ghi 14: đối chiếu, điều chỉnh số liệu sai.",
        "Measure 1: the base figure of 2020 in use is 15, but 14 is written elsewhere: compare them and correct the wrong one.",
        (("some/plan/1",), ()),
    ),
    "base-figure-differs, set by the place": (
        settle(plan_with(measure_of(RATIO, PRINTED_SHARE)), PlanSettings(baselines={"1": Baseline(2020, 10, 17)})),
        (),
        "Chỉ tiêu 1: số liệu năm gốc 2020 được dùng là 15/17, nhưng có chỗ ghi 10/17: đối chiếu, điều chỉnh số liệu sai.",
        "Measure 1: the base figure of 2020 in use is 15/17, but 10/17 is written elsewhere: compare them and correct the wrong one.",
        (("some/plan/1",), ()),
    ),
    "base-figure-differs, of another year": (
        plan_with(measure_of(FLOW, evolve(PRINTED_BASE, baseline=Baseline(2024)))),
        (had("2025", value=30, comparison=True), had("2026", value=20)),
        (
            "Chỉ tiêu 1: chưa có số liệu năm gốc 2024; số liệu so sánh đã ghi là của năm 2025 (30), không dùng làm năm gốc được: đối chiếu năm gốc "
            "trong văn bản; đúng là 2024 thì ghi số liệu năm 2024."
        ),
        (
            "Measure 1: the figure of base year 2024 is missing; the comparison figure recorded is that of 2025 (30), which the target is not held "
            "against: look up the base year in the document; if it is 2024, record the figure of 2024."
        ),
        (("some/plan/1",), ()),
    ),
    "final-figures-wanted": (
        plan_with(
            measure_of(FLOW, bar(">=", 9)), evolve(measure_of(RATIO, bar(">=", 9)), code="2"), evolve(measure_of(YES_NO, bar("done")), code="3")
        ),
        (had("2026", value=9, until=date(2026, 10, 31)),),
        (
            "Năm 2026 đã kết thúc: ghi số liệu chính thức của 01 chỉ tiêu đang dùng số ước tính: 1 (toàn địa bàn, số liệu đến 31/10/2026). "
            "Ghi lần lượt, bắt đầu bằng lệnh: monitor record some/plan/1 --period 2026 --value …"
        ),
        (
            "2026 is over: record the final figures of 1 measures that rest on estimates: 1 (the whole place, up to 31 October 2026). "
            "Record one after the other, beginning with: monitor record some/plan/1 --period 2026 --value …"
        ),
        (("some/plan/1",), ()),
    ),
    "report-overdue, without a day": (
        UNDATED_ASKED,
        (),
        "Báo cáo năm chưa có thời hạn: xác định ngày gửi theo văn bản hướng dẫn và trả lời câu hỏi về thời hạn này.",
        "Annual report has no date: settle it by the guiding letter and answer the question about it.",
        ((), ("a",)),
    ),
    "report-overdue, with a day of an open year": (
        settle(UNDATED_ASKED, PlanSettings({"when": Answer("01-15")})),
        (),
        ("Báo cáo năm: thời hạn đã ghi là ngày 15/01, chưa rõ thuộc năm báo cáo hay năm sau. Trả lời lại, ghi rõ là năm nào."),
        ("Annual report: the day 01-15 lies in the first half of the year reported on; of which year is it? Answer again, and say which."),
        ((), ("a",)),
    ),
}


@pytest.mark.parametrize("name", OF_ONE_PLAN)
def test_what_is_found_in_any_plan_is_told_with_what_to_do(name):
    """One sentence in each language: what, where, and the next step."""
    looked_at, figures, vi, en, concerned = OF_ONE_PLAN[name]
    look = next(check.look for check in EVERY_PLAN if check.id == f"planmonitor/{name.partition(',')[0]}")
    [finding] = look(judge_plan(looked_at, Known(figures), date(2027, 1, 1)))
    assert (finding.message.vi, finding.message.en) == (vi, en)
    assert (finding.measures, finding.units) == concerned


@pytest.mark.parametrize(
    ("figure_in_hand", "on", "wanted"),
    [
        (had("2026", value=9, until=date(2026, 10, 31)), date(2027, 1, 1), 1),
        (had("2026", value=9, until=date(2026, 10, 31)), date(2026, 12, 31), 0),
        (had("2026", value=9, state="estimated"), date(2027, 1, 1), 1),
        (had("2026", value=9), date(2027, 1, 1), 0),
        (had("2026", value=9, state="provisional"), date(2027, 1, 1), 0),
    ],
)
def test_a_final_figure_is_wanted_once_the_year_is_over(figure_in_hand, on, wanted):
    """Rule 17: for an estimate, and for what does not run to the last day; not before the year has ended."""
    look = next(check.look for check in EVERY_PLAN if check.id == "planmonitor/final-figures-wanted")
    assert len([*look(judge_plan(plan_with(measure_of(FLOW, bar(">=", 9))), Known((figure_in_hand,)), on))]) == wanted


@pytest.mark.parametrize("recorded", [(), (had("2020", value=15, comparison=True),), (had("2021", value=14, comparison=True),)])
def test_a_base_figure_that_is_the_same_everywhere_is_no_finding(recorded):
    look = next(check.look for check in EVERY_PLAN if check.id == "planmonitor/base-figure-differs")
    plan = settle(plan_with(measure_of(FLOW, PRINTED_BASE)), PlanSettings(baselines={"1": Baseline(2020, 15)}))
    assert [*look(judge_plan(plan, Known(recorded), date(2027, 1, 1)))] == []


@pytest.mark.parametrize(
    ("base", "recorded"),
    [
        (Baseline(2025), ()),
        (Baseline(2024), (had("2024", value=9, comparison=True),)),
        (Baseline(2024, 9), ()),
    ],
)
def test_a_comparison_figure_of_another_year_is_told_only_while_the_base_year_has_none(base, recorded):
    """Beside a base figure, the year before is there to be compared with."""
    held = plan_with(measure_of(FLOW, evolve(PRINTED_BASE, baseline=base)))
    assert looked_for("base-figure-differs", held, had("2025", value=30, comparison=True), *recorded) == []
    no_year = plan_with(measure_of(FLOW, evolve(PRINTED_BASE, baseline=Baseline(2024))))
    assert looked_for("base-figure-differs", no_year, had("2025-S1", value=30, comparison=True), had("2026", value=3)) == []


@pytest.mark.parametrize("only", [{"breakdown": (("sex", "girl"),)}, {"unit": "truong"}])
def test_a_part_recorded_for_the_base_year_is_no_other_base_figure(only):
    """Seven girls beside a printed base of 15 contradict nothing."""
    look = next(check.look for check in EVERY_PLAN if check.id == "planmonitor/base-figure-differs")
    plan = plan_with(measure_of(evolve(FLOW, breakdowns=(SEX,)), PRINTED_BASE))
    other = evolve(had("2020", value=7, comparison=True), definition="thing/other")
    recorded = (had("2020", value=15, comparison=True), had("2020", value=7, comparison=True, **only), other)
    assert [*look(judge_plan(plan, Known(recorded), date(2027, 1, 1)))] == []


def looked_for(check, looked_at, *figures, on=date(2027, 1, 1)):
    """Return what one check of every plan finds."""
    look = next(item.look for item in EVERY_PLAN if item.id == f"planmonitor/{check}")
    return [*look(judge_plan(looked_at, Known(figures), on))]


def counting(key, **more):
    return counted_as("count", "count", key=key, **more)


def test_final_figures_are_wanted_of_every_estimate_and_of_nothing_else():
    """A measure without figures, a task that is done, and points beside a year of assessment end no search, and are not asked for."""
    early = {"until": date(2026, 10, 31), "state": "estimated"}
    measures = (
        measure_of(counting("thing/none"), bar(">=", 9), code="1"),
        measure_of(counted_as("yes_no", "any_breach", key="thing/done"), bar("done"), code="2"),
        measure_of(counted_as("score", key="thing/points"), bar(">=", 9, assessed_years=(2027,)), code="3"),
        measure_of(counting("thing/first"), bar(">=", 9), code="4"),
        measure_of(counting("thing/second"), bar(">=", 9), code="5"),
        measure_of(counted_as("yes_no", "any_breach", key="thing/open"), bar("done"), code="6"),
    )
    figures = (
        evolve(had("2026", yes=True, **early), definition="thing/done"),
        evolve(had("2026", value=50, **early), definition="thing/points"),
        evolve(had("2026", value=1, **early), definition="thing/first"),
        evolve(had("2026", value=1, **early), definition="thing/second"),
        evolve(had("2026", yes=False, **early), definition="thing/open"),
    )
    for on in (date(2027, 1, 1), date(2028, 1, 1)):
        [finding] = looked_for("final-figures-wanted", plan_with(*measures), *figures, on=on)
        assert finding.message.en.startswith("2026 is over: record the final figures of 3 measures that rest on estimates: 4, 5, 6 (the whole")


def test_a_base_figure_is_written_as_each_language_writes_it_and_sought_for_every_measure():
    """1.400 in Vietnamese, 1,400 in English; a measure without a base year before it ends nothing."""
    base = bar("<=", -5, kind="relative_change", baseline=Baseline(2020, 1500))
    looked_at = plan_with(measure_of(counting("thing/none"), bar(">=", 9), code="1"), measure_of(FLOW, base, code="2"))
    [finding] = looked_for("base-figure-differs", looked_at, had("2020", value=1400, comparison=True))
    assert "1.500, nhưng có chỗ ghi 1.400" in finding.message.vi
    assert "1,500, but 1,400" in finding.message.en


def test_days_are_those_of_the_duty_that_carries_a_measure():
    """Its window is not the plan's: the base year and the year that is over are its own."""
    carrying = Duty("d", "dated", "trước ngày", SOURCE, ("a",), last_day="12-08", window=ADMINISTRATIVE, measures=("1",))
    base = bar("<=", -5, kind="relative_change", baseline=Baseline(2020, 15))
    looked_at = plan_with(measure_of(FLOW, base), duties=(carrying,), units=(Unit("a", "Trạm Y tế"),))
    own, calendar = ADMINISTRATIVE.year(2020), had("2020", value=14, comparison=True)
    assert looked_for("base-figure-differs", looked_at, calendar) == []
    assert len(looked_for("base-figure-differs", looked_at, evolve(calendar, period=own, until=own.end))) == 1
    year = ADMINISTRATIVE.year(2026)
    early = evolve(had("2026", value=9), period=year, until=date(2026, 10, 31))
    assert [len(looked_for("final-figures-wanted", looked_at, early, on=on)) for on in (year.end, year.end + timedelta(days=1))] == [0, 1]


def test_a_yearly_fall_without_the_year_before_is_no_finding():
    """19 in hand, and nothing to hold it against: the status says so."""
    later = evolve(FALL, due=date(2030, 12, 31))
    assert looked_for("yearly-change-missed", plan_with(measure_of(FLOW, later)), had("2026", value=19)) == []


@pytest.mark.parametrize("code", ["0", "2"])
def test_a_measure_that_is_no_zero_target_ends_no_search_for_cases_across_windows(code):
    """Before or behind the one that says none."""
    other = evolve(plan("a/x", OTHER, MOST).measures[0], code=code)
    none = plan("a/x", DEATHS, NONE_OCCURS).measures[0]
    both = plan_with(*sorted((other, none), key=lambda item: item.code), id="a/x", end=date(2026, 12, 31), window=ADMINISTRATIVE)
    known = Known((figure(DEATHS.key, ADMINISTRATIVE, value=0), evolve(figure(DEATHS.key, value=2), until=date(2026, 12, 22))))
    found = judge_together([judge_plan(both, known, AS_OF)], known)[0]
    assert [item.check.id for item in found if item.check.id == "planmonitor/case-across-windows"] == ["planmonitor/case-across-windows"]
