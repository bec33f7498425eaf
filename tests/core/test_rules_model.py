"""The values a plan is made of check themselves, and name the part and the field that is wrong (docs/domain.md, section 2)."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from attrs import evolve
from attrs.exceptions import FrozenInstanceError
from planmonitor import (
    CALENDAR,
    Baseline,
    Breakdown,
    Card,
    Category,
    Check,
    Definition,
    Document,
    Duty,
    Figure,
    Finding,
    Indicator,
    InvalidPlan,
    Measure,
    Milestone,
    Objective,
    OpenQuestion,
    Period,
    Place,
    Plan,
    Population,
    Programme,
    Refusal,
    Responsibility,
    Rhythm,
    Section,
    Source,
    Target,
    Task,
    Text,
    Unit,
    Window,
)
from planmonitor.assessment.acts import Acceptance, Receipt
from planmonitor.assessment.records import MemberUnit
from planmonitor.model.settings import Answer, PlanSettings
from planmonitor.workspace.naming import unit_named

WORDS = Text("Việc", "Thing")
DOCUMENT = Document(WORDS, "UBND xã")
SOURCE = DOCUMENT.at("mục I", "Nguyên văn chỉ tiêu")
CATEGORY = Category("female", WORDS)
SEX = Breakdown("sex", WORDS, "partition", (CATEGORY,))
COUNT = Definition("thing/count", WORDS, "count", "cases", "count", WORDS)
RATIO = Definition("thing/ratio", WORDS, "ratio", "people", "point_in_time", WORDS, numerator=WORDS, denominator=WORDS)
SCORE = Definition("thing/score", WORDS, "score", "points", "point_in_time", WORDS, maximum=10)
OUTPUT, YES_NO = (evolve(COUNT, key=f"thing/{kind.replace('_', '-')}", kind=kind) for kind in ("output", "yes_no"))
BOUND = Target(">=", 90, "90% trở lên")
BASE = Baseline(2020, 15, 17, SOURCE)
KEEP = Target("maintain", None, "duy trì", kind="maintain", worse="lower", baseline=BASE)
REDUCE = Target("<=", -20, "giảm 20%", kind="relative_change", baseline=BASE)
NONE = Target("==", 0, "không để xảy ra", kind="zero_incident")
MEASURE = Measure("1a", WORDS, RATIO, BOUND, SOURCE, (Responsibility("tram-y-te", "lead"),))
INDICATOR = Indicator("1", "MT1", "Chỉ tiêu", (MEASURE,))
SECTION = Section("mục III.1", "Chỉ đạo", ("Một đoạn của văn bản.",))
RHYTHM = Rhythm("monthly-list", WORDS, "hằng tháng", SOURCE)
DUTY = Duty("annual-report", "dated", "trước ngày 25/11", SOURCE, ("tram-y-te",), last_day="11-24")
QUESTION = OpenQuestion("who", "place", WORDS)
UNIT = Unit("tram-y-te", "Trạm Y tế xã")
YEAR = CALENDAR.year(2026)
FIGURE = Figure("thing/ratio", "07621", "", YEAR, YEAR.end, numerator=1, denominator=2)
DAY, EARLIER = date(2026, 1, 1), date(2025, 12, 31)
PLAN = Plan(
    id="some/plan",
    title=WORDS,
    document=DOCUMENT,
    programme=None,
    place=Place("commune", "xã Vân Sơn", "07621"),
    start=DAY,
    end=date(2030, 12, 31),
    objectives=(Objective("MT1", "Mục tiêu 1"),),
    indicators=(INDICATOR,),
    units=(UNIT,),
    duties=(DUTY,),
    questions=(QUESTION,),
)
PROGRAMME = Programme("some", WORDS, DOCUMENT, (RATIO,), (Population("population/children", WORDS, WORDS),))
CHECK = Check("some/check", "error", WORDS, lambda _: ())
MEMBER = MemberUnit("school-1", "Trường số 1", "07621", DAY)
ACCEPTED = Acceptance("some/plan/1a", "UBND tỉnh", "Thiên tai", DAY)
RECEIPT = Receipt("AB-12", "record")

NFD = "Tra\u0323m Y te\u0302\u0301"  # accents apart from their letters


def wrong(part, field, value, why=""):
    """One field of a sound part, spoilt; the complaint must name the field and hold `why`."""
    return pytest.param(part, {field: value}, field, why, id=f"{type(part).__name__}.{field}={value!r}"[:70])


KINDS_OF_WRONG = [
    # Keys, codes and words
    *(wrong(RATIO, "key", value, "not a key") for value in ("", "Thing/Ratio", "thing ratio", "thing/", "việc/tỷ-lệ", None)),
    *(wrong(MEASURE, "code", value, "letters and digits") for value in ("", "1 a", "1/a", "-1", "mục-1", 1)),
    wrong(UNIT, "also", ("a\x1bb",), "control"),
    wrong(UNIT, "also", ("<b>x</b>",), "web pages"),
    *(wrong(UNIT, "name", value, why) for value, why in (("", "empty"), ("  ", "empty"), (NFD, "NFC"), ("a\tb", "control"), (None, "empty"))),
    *(wrong(part, "id", "có dấu", "letters and digits") for part in (UNIT, DUTY, QUESTION, MEMBER)),
    *(wrong(part, "key", "Nữ", "not a key") for part in (CATEGORY, SEX, PROGRAMME.populations[0])),
    *(wrong(part, field, "", "empty") for part, field in ((SOURCE, "section"), (SOURCE, "clause"), (DOCUMENT, "issuer"), (INDICATOR, "text"))),
    *(wrong(part, field, "", "empty") for part, field in ((PLAN.objectives[0], "text"), (BOUND, "wording"), (DUTY, "rule"), (QUESTION, "about"))),
    *(wrong(part, "id", "No Key", "not a key") for part in (PLAN, PROGRAMME, CHECK)),
    # One of a list
    *(wrong(RATIO, field, "other", "not one of") for field in ("kind", "counts", "over_time")),
    *(wrong(BOUND, field, "other", "not one of") for field in ("comparator", "kind", "scope", "worse")),
    *(wrong(DUTY, field, "other", "not one of") for field in ("kind", "period")),
    *(wrong(part, field, "other", "not one of") for part, field in ((SEX, "kind"), (Card(), "level"), (PLAN.place, "level"))),
    *(wrong(part, "role", "boss", "not one of") for part in (MEASURE.responsible[0], Task("Báo cáo", "mục V", "lead"))),
    *(wrong(part, "severity", "fatal", "not one of") for part in (CHECK, Finding(WORDS, SOURCE))),
    wrong(Finding(WORDS, SOURCE), "state", "lost", "not one of"),
    wrong(QUESTION, "answer_type", "poem", "not one of"),
    wrong(CALENDAR, "key", "lunar", "not one of"),
    wrong(FIGURE, "state", "rough", "not one of"),
    wrong(RECEIPT, "kind", "guess", "not one of"),
    wrong(PlanSettings(), "window", "lunar", "not one of"),
    # Types: text for content, tuples for lists, no bool for a number, a date for a day
    *(wrong(part, "label", "Việc", "not Text") for part in (RATIO, MEASURE, SEX)),
    *(
        wrong(part, field, "2026-01-01", "not date")
        for part, field in ((PLAN, "start"), (BOUND, "due"), (DOCUMENT, "issued"), (MEMBER, "valid_from"))
    ),
    *(wrong(part, "source", "mục I", "not Source") for part in (MEASURE, DUTY, Milestone(DAY, 5, SOURCE))),
    *(wrong(part, field, [], "not a tuple") for part, field in ((PLAN, "units"), (MEASURE, "responsible"), (DUTY, "reporters"), (UNIT, "tasks"))),
    *(
        wrong(PLAN, field, ("x",), "is not")
        for field in ("objectives", "indicators", "units", "duties", "budget", "sections", "rhythms", "questions")
    ),
    *(wrong(part, field, "x", "is not") for part, field in ((PLAN, "window"), (RATIO, "card"), (BOUND, "baseline"), (FIGURE, "period"))),
    wrong(BOUND, "milestones", (1,), "not Milestone"),
    wrong(BOUND, "assessed_years", ("2027",), "not int"),
    wrong(BASE, "year", True, "not int"),
    wrong(UNIT, "members", 1, "not bool"),
    wrong(Answer("x"), "document", 12, "not str"),
    wrong(ACCEPTED, "until", None, "not date"),
    # Exact figures
    *(wrong(BOUND, "value", value) for value in (90.0, True, "90", Decimal("NaN"))),
    *(wrong(BOUND, "upper", value) for value in (10.0, Decimal("-Infinity"))),
    *(wrong(BASE, "numerator", value) for value in (15.0, True)),
    wrong(BASE, "denominator", Decimal(17), "not int"),
    *(wrong(Milestone(DAY, 5, SOURCE), "value", value) for value in (5.0, None, True)),
    *(wrong(FIGURE, "numerator", value) for value in (0.5, -1, True, Decimal("0.5"))),
    # What is owed and when
    *(wrong(DUTY, "last_day", value, "day of every year") for value in ("02-29", "11-31", "1-1", "24/11", 1124, "2026-11-24")),
    wrong(DUTY, "last_day", None, "does not fit"),
    *(pytest.param(DUTY, {"last_day": day, "period": "year"}, "last_day_in", "lies early in the year") for day in ("01-14", "06-30")),
    *(pytest.param(DUTY, {"kind": kind}, "last_day", "does not fit") for kind in ("undated", "ad_hoc", "on_event")),
    # The text, and what recurs
    wrong(PLAN, "sections", (SECTION, SECTION), "stands twice: mục III.1"),
    *(wrong(SECTION, "paragraphs", value, "empty") for value in (("Đoạn", " "), ("",))),
    *(wrong(SECTION, field, "", "empty") for field in ("section", "heading")),
    *(wrong(DOCUMENT, field, ("",), "empty") for field in ("closing", "recipients", "signatory")),
    wrong(PLAN, "rhythms", (RHYTHM, RHYTHM), "stands twice: monthly-list"),
    wrong(PLAN, "rhythms", (evolve(RHYTHM, units=("nobody",)),), "unit 'nobody' does not exist"),
    *(wrong(RHYTHM, field, "", "empty") for field in ("rule",)),
    # Parts that contradict themselves
    wrong(SEX, "categories", (), "empty"),
    wrong(SEX, "categories", (CATEGORY, CATEGORY), "stands twice: female"),
    wrong(COUNT, "numerator", WORDS, "not meant for kind 'count'"),
    wrong(RATIO, "numerator", None, "missing for kind 'ratio'"),
    wrong(RATIO, "denominator", None, "missing for kind 'ratio'"),
    wrong(RATIO, "counts", "people_times", "people-times never feed"),
    wrong(COUNT, "sums", ("thing/score",), "belongs to a score"),
    wrong(COUNT, "maximum", 10, "belongs to a score"),
    wrong(COUNT, "breakdowns", (SEX, SEX), "stands twice: sex"),
    wrong(YEAR, "end", EARLIER, "lies before"),
    wrong(BOUND, "value", None, "the bar is missing: write value = ..."),
    wrong(KEEP, "value", 3, "does not fit comparator 'maintain'"),
    pytest.param(BOUND, {"comparator": "increase"}, "value", "does not fit"),
    pytest.param(BOUND, {"comparator": "done"}, "value", "does not fit"),
    pytest.param(BOUND, {"comparator": None}, "value", "does not fit"),
    pytest.param(NONE, {"value": 1}, "kind", "a zero-incident target is '== 0'"),
    pytest.param(NONE, {"comparator": "<="}, "kind", "a zero-incident target is '== 0'"),
    pytest.param(REDUCE, {"comparator": "=="}, "kind", "a change needs"),
    pytest.param(REDUCE, {"same_period": True}, "kind", "at most one of a base year"),
    pytest.param(REDUCE, {"value": None}, "value", "the bar is missing"),
    pytest.param(KEEP, {"kind": None}, "kind", "'maintain' is both kind and comparator"),
    pytest.param(BOUND, {"kind": "maintain"}, "kind", "'maintain' is both kind and comparator"),
    pytest.param(KEEP, {"baseline": None}, "baseline", "needs a baseline"),
    pytest.param(KEEP, {"worse": None}, "baseline", "which way is worse"),
    wrong(MEASURE, "targets", (), "empty"),
    wrong(MEASURE, "targets", ("90%",), "not Target"),
    wrong(MEASURE, "targets", Target(None, None, "tổ chức"), "only an output"),
    wrong(MEASURE, "targets", Target("done", None, "hoàn thành"), "only a yes/no"),
    pytest.param(MEASURE, {"definition": OUTPUT}, "targets", "an output"),
    pytest.param(MEASURE, {"definition": YES_NO}, "targets", "a yes/no"),
    wrong(MEASURE, "targets", (BOUND, BOUND), "dates of validity"),
    wrong(MEASURE, "targets", (evolve(BOUND, valid_to=DAY), BOUND), "dates of validity"),
    wrong(MEASURE, "targets", (BOUND, evolve(BOUND, valid_from=DAY)), "dates of validity"),
    wrong(MEASURE, "targets", (evolve(BOUND, valid_to=DAY), evolve(BOUND, valid_from=DAY)), "do not overlap"),
    wrong(INDICATOR, "measures", (), "empty"),
    wrong(INDICATOR, "measures", (MEASURE, evolve(MEASURE, code="1b", targets=evolve(BOUND, scope="task"))), "mixes targets"),
    wrong(PROGRAMME, "definitions", (RATIO, RATIO), "stands twice: thing/ratio"),
    wrong(PROGRAMME, "populations", PROGRAMME.populations * 2, "stands twice"),
    *(wrong(PLAN, "id", value, "a slash") for value in ("plan", "some/plan/more")),
    wrong(PLAN, "end", EARLIER, "lies before"),
    wrong(PLAN, "indicators", (), "empty"),
    wrong(PLAN, "objectives", PLAN.objectives * 2, "stands twice: MT1"),
    wrong(PLAN, "indicators", (INDICATOR, INDICATOR), "stands twice: 1"),
    wrong(PLAN, "units", (UNIT, UNIT), "stands twice: tram-y-te"),
    wrong(PLAN, "duties", (DUTY, DUTY), "stands twice: annual-report"),
    wrong(PLAN, "questions", (QUESTION, QUESTION), "stands twice: who"),
    pytest.param(PLAN, {"indicators": (INDICATOR, evolve(INDICATOR, code="2"))}, "measures", "stands twice: 1a"),
    pytest.param(PLAN, {"objectives": ()}, "indicators", "1: objective 'MT1' does not exist"),
    pytest.param(PLAN, {"units": (), "duties": ()}, "indicators", "1a: unit 'tram-y-te' does not exist"),
    wrong(PLAN, "duties", (evolve(DUTY, reporters=("ai-do",)),), "annual-report: unit 'ai-do' does not exist"),
    wrong(PLAN, "duties", (evolve(DUTY, drafter="ai-do"),), "annual-report: unit 'ai-do' does not exist"),
    wrong(PLAN, "duties", (evolve(DUTY, measures=("9z",)),), "annual-report: measure '9z' does not exist"),
    wrong(CHECK, "look", "not a function", "cannot be called"),
    wrong(MEMBER, "valid_to", EARLIER, "lies before"),
]


@pytest.mark.parametrize(("part", "changes", "field", "why"), KINDS_OF_WRONG)
def test_a_wrong_part_is_refused_and_the_complaint_names_part_and_field(part, changes, field, why):
    """Rules 1 to 8: a plan, or a part of one, that contradicts itself never comes to be."""
    with pytest.raises(InvalidPlan) as refused:
        evolve(part, **changes)
    complaint = str(refused.value)
    assert complaint.startswith(type(part).__name__)
    assert f"field '{field}': " in complaint
    assert why in complaint


@pytest.mark.parametrize(("part", "name"), [(RATIO, "Definition 'thing/ratio'"), (MEASURE, "Measure '1a'"), (DUTY, "Duty 'annual-report'")])
def test_a_complaint_names_the_part_by_its_id_code_or_key(part, name):
    """Rule 1: so that its author finds the line."""
    with pytest.raises(InvalidPlan, match=name):
        evolve(part, **{"rule" if part is DUTY else "label": None})


@pytest.mark.parametrize(
    ("vi", "en", "why"),
    [
        ("", "x", "vi is empty"),
        ("x", "", "en is empty"),
        (" x", "x", "stray spaces"),
        ("x", "x\n", "stray spaces"),
        (NFD, "x", "vi is not in Unicode NFC"),
    ],
)
def test_text_in_two_languages_is_complete_and_in_nfc(vi, en, why):
    """Rule 3: what an officer reads is there in both languages."""
    with pytest.raises(InvalidPlan, match=why):
        Text(vi, en)


def test_every_refusal_is_one_kind_of_error():
    """Rule 26: whoever loads a stranger's plan can catch what it says about itself."""
    assert issubclass(InvalidPlan, Refusal)


SOUND = [
    evolve(DUTY, kind="undated", last_day=None),
    evolve(DUTY, last_day="02-28", last_day_in="year"),
    evolve(MEASURE, targets=(evolve(BOUND, valid_to=EARLIER), evolve(BOUND, valid_from=DAY))),
    evolve(MEASURE, definition=OUTPUT, targets=Target(None, None, "tổ chức", scope="task")),
    evolve(MEASURE, definition=YES_NO, targets=Target("done", None, "hoàn thành")),
    evolve(BOUND, value=Decimal("4.9")),
    evolve(FIGURE, numerator=0, denominator=0),
    evolve(PLAN, place=None),
    evolve(MEMBER, valid_to=DAY),
    Period("một ngày", DAY, DAY),
]


@pytest.mark.parametrize("part", [*SOUND, SCORE, KEEP, REDUCE, NONE, CHECK, ACCEPTED, RECEIPT, Window("calendar"), Source(DOCUMENT, "mục I", "Câu")])
def test_a_sound_part_cannot_be_changed_afterwards(part):
    """Rule 8: values are frozen; what was judged stays what it was."""
    name = part.__attrs_attrs__[0].name
    with pytest.raises(FrozenInstanceError):
        setattr(part, name, getattr(part, name))


def test_a_single_bar_may_be_given_bare():
    """Rule 2: it is one target."""
    assert Measure("1", WORDS, RATIO, BOUND, SOURCE).targets == (BOUND,)


def test_a_plan_finds_its_parts_by_name():
    """Rules 3 and 21: its measures in the order of the document, its units by id."""
    plan = evolve(PLAN, indicators=(INDICATOR, evolve(INDICATOR, code="2", measures=(evolve(MEASURE, code="2a"),))))
    assert [plan.measure_id(measure) for measure in plan.measures] == ["some/plan/1a", "some/plan/2a"]
    assert (plan.unit("tram-y-te"), plan.unit("ai-do"), list(plan.years())) == (UNIT, None, [2026, 2027, 2028, 2029, 2030])


def test_a_place_is_its_code_where_it_has_one():
    """Rule 21: as text, leading zeros kept; else its name, else open."""
    assert [Place("commune", "xã Vân Sơn", "07621").key, Place("commune", "xã Vân Sơn").key, Place("commune").key] == ["07621", "xã Vân Sơn", ""]


def test_a_unit_has_the_roles_of_its_tasks_once_each():
    """Rule 23: in the order of the roles, whatever the order of the tasks."""
    tasks = tuple(Task("Việc", "mục V", role) for role in ("coordinate", "lead", "coordinate"))
    assert evolve(UNIT, tasks=tasks).roles == ("lead", "coordinate")


def test_a_member_belongs_to_its_group_while_it_exists():
    """Rule 21: in its plan only where it names one, first and last day included."""
    member = evolve(MEMBER, group_id="schools", valid_to=date(2026, 8, 31))
    assert [member.belongs_to("some/plan", "schools"), member.belongs_to("some/plan", "villages"), MEMBER.belongs_to("p", "")] == [True, False, False]
    assert [evolve(member, plan="some/plan").belongs_to(plan, "schools") for plan in ("some/plan", "other/plan")] == [True, False]
    assert [member.valid_on(day) for day in (EARLIER, DAY, date(2026, 8, 31), date(2026, 9, 1))] == [False, True, True, False]


def test_a_day_is_a_date_and_no_instant():
    """Rule 16: a last day has no hour; a datetime would compare wrongly with a date."""
    with pytest.raises(InvalidPlan, match="field 'end'"):
        evolve(PLAN, end=datetime(2030, 12, 31))  # noqa: DTZ001


def test_a_member_may_exist_for_one_day_and_none_ends_before_it_begins():
    assert evolve(MEMBER, valid_to=DAY).valid_on(DAY)
    with pytest.raises(InvalidPlan) as refused:
        evolve(MEMBER, valid_to=EARLIER)
    assert f"{EARLIER} lies before {DAY}" in str(refused.value)


OFFICES = {
    "Phòng Tài chính - Kế hoạch": (
        "Phòng Tài chính – Kế hoạch",
        "phòng tài chính-kế hoạch",
        "Phòng  Tài chính —Kế hoạch",
        "Phòng TC-KH",
        "Phòng TC–KH",
        "Phòng Tài chính & Kế hoạch",
        "Phòng Tài chính&Kế hoạch",
        "Phòng Tài chính và Kế hoạch",
    ),
    "Sở Lao động - Thương binh và Xã hội": ("Sở LĐ-TB&XH", "Sở LĐTBXH", "Sở LĐ – TB & XH", "Sở Lao động-Thương binh & Xã hội", "Ｓở LĐTB＆XH"),
    "Phòng Giáo dục và Đào tạo": ("Phòng GD&ĐT", "phòng gd & đt", "Phòng Giáo dục & Đào tạo", "Phòng GDĐT"),
    "Phòng Văn hóa - Xã hội": ("Phòng VH-XH", "Phòng Văn hoá – Xã hội", "Phòng VHXH"),
    "Ủy ban Mặt trận Tổ quốc Việt Nam xã": ("UBMTTQVN xã", "Uỷ ban MTTQ Việt Nam xã", "UB MTTQVN xã", "Uỷ ban Mặt trận Tổ quốc Việt Nam xã"),
    "Phòng Lao động và Việc làm": ("Phòng Lao động - Việc làm", "Phòng Lao động & Việc làm"),
    "Trường THCS Vân Sơn": ("Trường Trung học cơ sở Vân Sơn",),
    "Ủy ban nhân dân xã": ("UBND xã",),
}


@pytest.mark.parametrize(("printed", "typed"), [(name, other) for name, others in OFFICES.items() for other in others])
def test_an_office_is_known_by_every_usual_spelling_of_its_name(printed, typed):
    """Rule 23: dashes of any kind and width, "&", "và" between two parts and the usual short forms are the same name."""
    assert unit_named(Unit("office", printed)).is_called(typed)
    assert not any(unit_named(Unit("office", other)).is_called(typed) for other in OFFICES if other != printed)


@pytest.mark.parametrize("other", ["Phòng Văn hoà - Xã hội", "Phòng Văn hóa", "Phòng VH", "Phòng Văn hóa - Xã hội huyện", "PhòngVH-XH"])
def test_another_name_is_not_taken_for_an_office(other):
    assert not unit_named(Unit("office", "Phòng Văn hóa - Xã hội")).is_called(other)


@pytest.mark.parametrize(
    "more",
    [
        {"last_day": "07-01", "period": "year"},
        {"last_day": "01-14", "period": "year", "last_day_in": "year_after"},
        {"last_day": "01-14", "period": "year", "rule": "trước ngày 15/01 năm sau"},
        {"last_day": "06-09", "period": "half-year"},
    ],
)
def test_a_day_early_in_the_year_is_taken_where_it_is_said_of_which_year_it_is(more):
    """Rule 16: by its key or by the words; a half-yearly report may be due in June."""
    assert evolve(DUTY, **more).last_day == more["last_day"]


def test_what_stands_in_a_section_is_found_by_where_it_stands():
    """ "mục III.1, đoạn 2" lies in III.1, the innermost section; III.10 is none of it, and II is not I."""
    parts = (Section("mục I", "Mục đích"), Section("mục III", "Nhiệm vụ"), SECTION, Section("mục III.10", "Khác"))
    plan = evolve(PLAN, sections=parts)

    places = ("mục III.1, đoạn 2", "mục III.1", "mục III.10", "mục III.2", "mục II", "đoạn kết")
    assert [found.section if (found := plan.section_of(place)) else None for place in places] == [
        *("mục III.1", "mục III.1", "mục III.10", "mục III", None, None)
    ]
