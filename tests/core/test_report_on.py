"""What the report on a period tells: just what its letter is noted to have told, as the screen of that period has it."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest
from attrs import evolve
from planmonitor import BadData, UnknownName
from planmonitor.assessment.acts import Reported
from planmonitor.assessment.bodies import compiles
from planmonitor.assessment.told import exact_text
from planmonitor.workspace.narrating import write
from planmonitor.workspace.register import MemberRegister
from planmonitor.workspace.reporting import PlanReport
from planmonitor.workspace.sending import Letter, note
from planmonitor.workspace.units import add
from support.report_places import PLAN, WORK, Place, built_in, line


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of a workspace with figures."""
    return built_in(tmp_path_factory.mktemp("built") / "xa").folder


@pytest.fixture
def place(built: Path, tmp_path: Path) -> Place:
    """Return a copy of that workspace."""
    return Place(Path(shutil.copytree(built, tmp_path / "xa")))


@pytest.mark.parametrize(
    ("duty", "period", "unit"),
    [
        (f"{PLAN}/report-of-the-commune", "2026", ""),
        (f"{PLAN}/report-of-the-commune", "2026-S2", ""),
        (f"{PLAN}/periodic-report", "2026", "truong-hoc"),
        (f"{WORK}/report-of-the-commune", "2026", ""),
        (f"{WORK}/case-report", "2026", ""),
    ],
)
def test_a_report_tells_just_what_its_letter_is_noted_to_have_told(place: Place, duty: str, period: str, unit: str) -> None:
    """Measure by measure, part by part and base by base: what `reports submit` keeps is what the report prints."""
    told = place.told(duty, period, unit).told
    workspace = place.workspace
    note(workspace, "submit", duty, period, Letter("1/BC-UBND", date(2026, 12, 20)), unit=unit)
    with workspace.database(read_only=True).reading() as held:
        noted = {(row.measure, row.unit, row.period, row.breakdown): row.figure for row in held.entries(Reported, None)}
    assert {about: _exact(standing) for about, standing in told.items()} == noted
    assert any(noted.values())


def _exact(standing) -> str:
    if standing.base is not None:
        return str(standing.base.counted)
    return "" if standing.value is None else exact_text(standing.value)


def test_the_figures_of_a_year_are_those_that_are_judged(place: Place) -> None:
    """What a report on a whole year prints of the place is the very figure that its verdict rests on."""
    for plan in place.report().plans:
        for one in plan.lines:
            assert (one.value is None) == (one.judged.value is None), one.judged.id
            assert one.value is None or (one.value.exact, one.value.amount) == (one.judged.value.exact, one.judged.value.amount)


def test_a_part_of_a_year_is_told_by_itself_and_judged_since_the_beginning(place: Place) -> None:
    """Of 2 in the first half and 3 in the second the report on the second tells 3, beside 5 since the beginning of the year."""
    second = line(place.told(PLAN, "2026-S2"), "NV1")
    assert (second.value.value, second.judged.value.value) == (3, 5)
    assert line(place.told(PLAN, "2026-S1"), "NV1").value.value == 2


def test_what_was_counted_after_the_period_is_not_in_its_report(place: Place) -> None:
    """A figure of the whole year is no figure of its first half, but stands beside it as the estimate of the year."""
    first = line(place.told(PLAN, "2026-S1"), "4a")
    assert (first.value, first.estimate.numerator) == (None, 98)
    assert line(place.told(PLAN), "4a").estimate is None


def test_what_reaches_its_bar_within_an_open_year_reaches_it_so_far(place: Place) -> None:
    """In December 2026 the report on the first half says of a bar that was reached that it was reached so far."""
    place.had(f"{PLAN}/7b", "2026-S1", numerator=15, denominator=20)
    judged = line(place.told(PLAN, "2026-S1"), "7b").judged
    assert (judged.status, judged.interim) == ("met", True)


def test_a_unit_does_not_report_the_population_of_the_whole_place_beside_its_part(place: Place) -> None:
    """The schools have 655 children, the commune 1235: their report tells their own. What a unit counts for the whole place has its population."""
    place.had("population/children-under-16", "2026", value=1235)
    assert 1235 in [standing.base.counted for _about, standing in place.told(PLAN).bases if standing.base is not None]
    assert place.told(PLAN, unit="truong-hoc").bases == ()


def test_a_unit_reports_its_own_part(place: Place) -> None:
    """The part of one unit is no figure that the bar is held against; the place's report has both."""
    own = line(place.told(PLAN, unit="truong-hoc"), "5")
    whole = line(place.told(PLAN), "5")
    assert (own.value.numerator, own.whole, whole.value.numerator, whole.whole) == (640, False, 690, True)
    assert [one.measure.code for one in place.told(PLAN, unit="truong-hoc").lines] == ["5"]


def test_a_registered_member_reports_its_own_part(place: Place) -> None:
    register = MemberRegister(place.workspace)
    add(register, "Trường THCS Vân Sơn", ("truong-hoc",), plan=PLAN)
    register.write()
    place.had(f"{PLAN}/5", "2026", numerator=300, denominator=310, unit="Trường THCS Vân Sơn")
    report = place.report(PLAN, unit="Trường THCS Vân Sơn")
    assert (report.unit_name, line(report.plans[0], "5").value.numerator) == ("Trường THCS Vân Sơn", 300)


def test_the_place_goes_by_the_name_of_the_day(place: Place) -> None:
    """The plan prints tỉnh Bắc Ninh; in December 2026 the commune lies in a city."""
    report = place.report(PLAN)
    assert (report.place, report.within) == ("xã Vân Sơn", "thành phố Bắc Ninh")
    place.today = date(2026, 7, 1)
    assert place.report(PLAN, "2026-S1").within == "tỉnh Bắc Ninh"


def test_what_people_wrote_stands_in_the_report_of_whoever_wrote_it(place: Place) -> None:
    write(place.workspace, PLAN, "2026", {"causes": "Thiếu kinh phí."})
    write(place.workspace, PLAN, "2026", {"causes": "Thiếu giáo viên."}, unit="truong-hoc")

    def causes(plan: PlanReport) -> list[str]:
        return [part.standing.text for part in plan.account.sections if part.standing is not None]

    assert causes(place.told(PLAN)) == causes(place.told(f"{PLAN}/report-of-the-commune")) == ["Thiếu kinh phí."]
    assert causes(place.told(PLAN, unit="truong-hoc")) == causes(place.told(f"{PLAN}/periodic-report", unit="truong-hoc")) == ["Thiếu giáo viên."]


def test_a_report_lists_what_has_changed_since_an_earlier_one_told_it(place: Place) -> None:
    duty = f"{PLAN}/report-of-the-commune"
    note(place.workspace, "submit", duty, "2026-S1", Letter("1/BC-UBND", date(2026, 12, 20)))
    assert place.told(duty).corrections == ()
    place.had(f"{PLAN}/NV1", "2026-S1", value=4)
    assert [item.measure.code for item in place.told(duty).corrections] == [item.measure.code for item in place.told(PLAN).corrections] == ["NV1"]
    assert place.told(f"{PLAN}/periodic-report", unit="truong-hoc").corrections == ()


@pytest.mark.parametrize(
    ("about", "period", "unit", "kind", "said"),
    [
        (None, "2019", "", BadData, "No plan followed runs in {period}."),
        (PLAN, "2019", "", BadData, "{period} lies outside plan {plan} ({start} to {end})."),
        (PLAN, "2028", "", BadData, "{period} begins on {start}; there is nothing to report yet."),
        (PLAN, "2024-12-15/P3Y", "", BadData, "{period} is longer than a year; a report is on a year or a part of one."),
        (PLAN, "năm nay", "", BadData, "'{period}' is not a reporting period."),
        ("van-so-2026", "2026", "", UnknownName, "There is no plan or report '{name}' in the plans followed."),
        ("periodic-report", "2026", "", UnknownName, "Several plans or reports are called '{name}': {which}."),
        (f"{PLAN}/periodic-report", "2026", "", BadData, "'{report}' is owed by several units: {units}."),
        (f"{PLAN}/periodic-report", "2026", "phong-van-hoa-xa-hoi", UnknownName, "Unit '{unit}' does not owe '{report}'."),
        (PLAN, "2026", "không có", UnknownName, "No plan followed gives unit '{name}' a measure or a report."),
    ],
)
def test_what_cannot_be_reported_is_refused(place: Place, about: str | None, period: str, unit: str, kind: type, said: str) -> None:
    with pytest.raises(kind) as refused:
        place.report(about, period, unit)
    assert refused.value.message.template == said


@pytest.mark.parametrize(
    ("recipient", "issuer", "own"),
    [
        ("UBND xã", None, True),  # an office that reports to the place reports for itself
        ("UBND xã", "UBND xã", False),  # unless the document says who issues it
        ("Uỷ ban nhân dân tỉnh, Sở Y tế", None, False),
        (None, None, False),
    ],
)
def test_an_office_that_compiles_a_report_does_so_for_the_place(place: Place, recipient: str | None, issuer: str | None, own: bool) -> None:
    """What goes to the level above is the place's report, whoever compiles it; what goes to the place itself is the office's own."""
    [plan] = place.workspace.followed([PLAN])
    duty = next(one for one in plan.duties if one.id == "report-of-the-commune")
    assert compiles(plan, evolve(duty, recipient=recipient, issuer=issuer), "phong-van-hoa-xa-hoi", "xã Vân Sơn") is not own
