"""What is recorded comes back as it was, under both clocks, and nothing recorded is ever changed."""

import sqlite3
import tempfile
from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from pathlib import Path
from secrets import token_hex

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from planmonitor import BadData, Period, StorageTrouble
from planmonitor.assessment.acts import Acceptance, Receipt, Reported, Sending
from planmonitor.assessment.records import Figure, MemberUnit
from planmonitor.storage import Database
from planmonitor.storage.file import create_or_upgrade
from support.journals import YEAR, alone, append, history, known_at, rebuild

DAY_1 = datetime(2026, 6, 10, 3, 0, tzinfo=UTC)
DAY_2 = DAY_1 + timedelta(days=1)

find_receipt = alone("reading", "find_receipt")
units = alone("reading", "units")


def add(database, entry, recorded_at):
    """Record a member or an explanation, in an act of its own."""
    with database.writing() as held:
        return held.add(entry, held.begin(Receipt(token_hex(4), "unit"), recorded_at))


def acceptances_at(database, instant):
    with database.reading() as held:
        return held.entries(Acceptance, instant)


def figure(definition="child-labour/rate", place="04972", **fields):
    return Figure(**({"definition": definition, "place": place, "unit": "", "period": YEAR, "until": date(2026, 6, 9)} | fields))


def receipt(code="R1", **fields):
    return Receipt(receipt=code, kind="record", **fields)


@pytest.fixture
def database(tmp_path):
    path = tmp_path / "Vân Sơn %41#.db"
    assert create_or_upgrade(path) == "created"
    return Database.open(path)


counts = st.none() | st.integers(0, 10**15)
letters = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"))
days = st.dates(date(1990, 1, 1), date(2100, 12, 31))
exact_figures = (
    st.none()
    | st.integers(0, 10**15)
    | st.decimals(0, 10**15, allow_nan=False, allow_infinity=False).filter(lambda value: value.as_tuple().exponent >= -24)
)
any_figure = st.builds(
    Figure,
    definition=st.sampled_from(["child-labour/rate", "drowning/deaths"]),
    place=letters,
    unit=letters,
    period=st.builds(lambda name, first, more: Period(name, first, first + timedelta(days=more)), st.just("2026-S1"), days, st.integers(0, 800)),
    until=days,
    breakdown=st.dictionaries(st.sampled_from(["age", "sex"]), st.sampled_from(["5-11", "female"])).map(lambda parts: tuple(sorted(parts.items()))),
    numerator=counts,
    denominator=counts,
    value=exact_figures,
    yes=st.none() | st.booleans(),
    state=st.sampled_from(["estimated", "provisional", "final"]),
    comparison=st.booleans(),
    supplied_by=letters,
    entered_by=letters,
    evidence=letters,
    note=letters,
)


@settings(max_examples=60)
@given(st.lists(any_figure, min_size=1, max_size=5))
def test_every_figure_comes_back_as_it_went_in(figures):
    """History gives each figure back whole, with its number and instant, and the database then finds nothing wrong."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "monitor.db"
        create_or_upgrade(path)
        database = Database.open(path)
        recorded = append(database, figures, recorded_at=DAY_1, receipt=receipt())
        kept = [one for key in ("child-labour/rate", "drowning/deaths") for one in history(database, key)]

        assert tuple(evolve(one, revision=number, recorded_at=DAY_1) for number, one in enumerate(figures, 1)) == recorded
        assert list(recorded) == sorted(kept, key=lambda one: one.revision)
        assert {one.key: one for one in recorded} == {one.key: one for one in known_at(database, None)}
        assert database.check() == ()


@pytest.mark.parametrize(
    ("value", "back"),
    [
        (Decimal("12345678901234.5678"), Decimal("12345678901234.5678")),
        (Decimal("0.1"), Decimal("0.1")),
        (Decimal("5E-7"), Decimal("0.0000005")),
        (Decimal("100000000000000.123456789012345678"), Decimal("100000000000000.123456789012345678")),
        (Decimal("5.0"), 5),
        (Decimal("1E+3"), 1000),
        (0, 0),
        (10**15, 10**15),
    ],
)
def test_a_decimal_is_exact_and_a_whole_one_comes_back_as_an_integer(database, value, back):
    append(database, [figure(value=value)], recorded_at=DAY_1, receipt=receipt())

    (kept,) = known_at(database, None)

    assert (back, type(back)) == (kept.value, type(kept.value))


@pytest.mark.parametrize(
    "fields",
    [
        {"numerator": 10**15 + 1},
        {"note": "a\0b"},
        {"note": "\ud800"},
        {"breakdown": (("age", "5=11;x"),)},
        {"breakdown": (("sex", "female"), ("age", "5-11"))},
    ],
)
def test_what_would_not_come_back_the_same_is_refused_and_nothing_is_written(database, fields):
    with pytest.raises(BadData, match="cannot be stored exactly"):
        append(database, [figure(numerator=1), figure("drowning/deaths", **fields)], recorded_at=DAY_1, receipt=receipt(sha256="ab"))

    assert known_at(database, None) == ()
    assert find_receipt(database, "ab") is None


def test_what_is_added_in_one_transaction_is_kept_together_or_not_at_all(database):
    """A block that raises takes back what was added in it; inside the block it can be read already."""

    def cut_short():
        with database.writing() as held:
            held.append([figure(numerator=1)], held.begin(receipt(), DAY_1))
            assert len(held.known_at(None)) == 1
            raise KeyError

    with pytest.raises(KeyError):
        cut_short()

    assert known_at(database, None) == ()


def test_two_clocks_give_what_was_known_then_and_what_is_known_now(database):
    """A correction hides nothing: before it the first figure is known, from its instant on the second."""
    (first,) = append(database, [figure(numerator=3, denominator=100)], recorded_at=DAY_1, receipt=receipt("R1"))
    (second,) = append(database, [figure(numerator=4, denominator=100)], recorded_at=DAY_2, receipt=receipt("R2"))

    assert known_at(database, DAY_1 - timedelta(microseconds=1)) == ()
    assert (first,) == known_at(database, DAY_1)
    assert (first,) == known_at(database, DAY_2 - timedelta(microseconds=1))
    assert (second,) == known_at(database, DAY_2)
    assert (second,) == known_at(database, None)
    assert (first, second) == history(database, "child-labour/rate")
    assert (first.revision, second.revision) == (1, 2)


def test_the_same_instant_is_the_same_in_every_time_zone(database):
    hanoi = timezone(timedelta(hours=7))
    (kept,) = append(database, [figure(numerator=1)], recorded_at=DAY_1.astimezone(hanoi), receipt=receipt())

    assert kept.recorded_at == DAY_1
    assert (kept,) == known_at(database, DAY_1.astimezone(timezone(timedelta(hours=-5))))


def test_an_instant_without_a_time_zone_is_a_mistake_of_the_caller(database):
    with pytest.raises(ValueError, match="time zone"):
        append(database, [figure()], recorded_at=datetime(2026, 6, 10), receipt=receipt())  # noqa: DTZ001 - the mistake


def test_of_two_figures_with_one_key_recorded_together_the_later_holds(database):
    append(database, [figure(numerator=1), figure(numerator=2)], recorded_at=DAY_1, receipt=receipt("R1"))
    (third,) = append(database, [figure(numerator=3)], recorded_at=DAY_1, receipt=receipt("R2"))

    assert (third,) == known_at(database, DAY_1)
    assert [one.numerator for one in history(database, "child-labour/rate")] == [1, 2, 3]
    assert database.check() == ()


def test_figures_that_differ_in_any_part_of_the_key_stand_side_by_side(database):
    half = Period("2026-S1", date(2025, 12, 15), date(2026, 6, 14))
    girls = (("sex", "female"),)
    figures = [figure(), figure(place="04975"), figure("drowning/deaths"), figure(unit="thcs"), figure(period=half), figure(breakdown=girls)]
    append(database, figures, recorded_at=DAY_1, receipt=receipt())

    assert {one.key for one in figures} == {one.key for one in known_at(database, None)}


def test_figures_of_a_large_file_are_one_act_though_they_are_written_some_at_a_time(database, monkeypatch):
    """Five by two: each comes back once, sealed behind the one before, and replaces the one before it."""
    monkeypatch.setattr("planmonitor.storage.database.AT_ONCE", 2)
    figures = [figure(place=f"0497{number}", numerator=number) for number in range(5)]
    append(database, figures, recorded_at=DAY_1, receipt=receipt("R1"))
    again = append(database, [evolve(one, numerator=9) for one in figures], recorded_at=DAY_2, receipt=receipt("R2"))
    assert [one.revision for one in again] == [6, 7, 8, 9, 10]
    assert {one.numerator for one in known_at(database, None)} == {9}
    assert len(known_at(database, None)) == 5
    assert database.check() == ()


def test_a_clock_behind_the_journal_never_closes_the_book(database):
    """Rule 10: the entry is made under the newest instant, so that time never runs back."""
    append(database, [figure(numerator=1)], recorded_at=DAY_2, receipt=receipt("R1"))

    (behind,) = append(database, [figure(numerator=2)], recorded_at=DAY_1, receipt=receipt("R2"), sure=False)

    assert behind.recorded_at == DAY_2
    assert [one.numerator for one in history(database, "child-labour/rate")] == [1, 2]
    assert known_at(database, DAY_2) == (behind,)
    assert database.check() == ()


def test_a_clock_far_ahead_is_asked_about_first(database):
    """More than half a year after the newest entry it may be wrong, and all that follows would be recorded under its instant."""
    append(database, [figure(numerator=1)], recorded_at=DAY_1, receipt=receipt("R1"))
    ahead = DAY_1 + timedelta(days=183)

    with pytest.raises(StorageTrouble, match="183 days after the newest entry"):
        append(database, [figure(numerator=2)], recorded_at=ahead + timedelta(seconds=1), receipt=receipt("R2"), sure=False)
    assert len(history(database, "child-labour/rate")) == 1
    append(database, [figure(numerator=2)], recorded_at=ahead, receipt=receipt("R2"), sure=False)
    append(database, [figure(numerator=3)], recorded_at=ahead + timedelta(days=999), receipt=receipt("R3"), sure=True)

    assert [one.numerator for one in history(database, "child-labour/rate")] == [1, 2, 3]


def test_a_revision_that_takes_back_a_figure_is_the_newest_of_its_key(database):
    """Rule 10: from then on there is no figure; what was known before stays known as of then, and the chain of hashes holds."""
    (slip,) = append(database, [figure(numerator=1)], recorded_at=DAY_1, receipt=receipt("R1"))
    nothing = evolve(figure(), state="withdrawn", note="ghi nhầm", takes_back=slip.revision)
    (back,) = append(database, [nothing], recorded_at=DAY_2, receipt=receipt("R2"))

    assert known_at(database, None) == (back,)
    assert known_at(database, DAY_1) == (slip,)
    assert history(database, "child-labour/rate") == (slip, back)
    assert database.check() == ()
    assert rebuild(database) == 2


def test_what_an_act_recorded_counts_no_more_once_it_is_taken_back(database):
    school = MemberUnit(id="thcs", name="Trường THCS", place="04972", valid_from=date(2025, 7, 1))
    with database.writing() as held:
        first = held.add(school, held.begin(Receipt("A1", "unit"), DAY_1))
    with database.writing() as held:
        held.add(evolve(school, name="Trường khác"), held.begin(Receipt("A2", "unit"), DAY_2))
    with database.writing() as held:
        held.begin(Receipt("A3", "undo", takes_back="A2", reason="ghi nhầm"), DAY_2 + timedelta(days=1))

    assert [one.name for one in units(database, DAY_2)] == ["Trường khác"]
    assert units(database, None) == (first,)


def test_a_file_taken_back_can_be_taken_again(database):
    sent = Receipt("A1", "import", file_name="a.csv", sha256="ab" * 32)
    append(database, [], recorded_at=DAY_1, receipt=sent)
    append(database, [], recorded_at=DAY_2, receipt=Receipt("A2", "undo", takes_back="A1", reason="nhầm"))

    assert find_receipt(database, "ab" * 32) is None


def test_the_file_of_a_letter_is_no_import(database):
    append(database, [], recorded_at=DAY_1, receipt=Receipt("A1", "sending", file_name="a.pdf", sha256="ab" * 32))

    assert find_receipt(database, "ab" * 32) is None


def test_what_happened_to_a_report_comes_back_as_it_went_in(database):
    sent = Sending("submit", "x/y", "annual", "04972", "thcs", YEAR, "45/BC", date(2026, 12, 9), date(2026, 12, 10), None, "", 7, entered_by="Hà")
    assert add(database, sent, DAY_1) == evolve(sent, recorded_at=DAY_1)
    with database.reading() as held:
        assert held.entries(Sending, None) == (evolve(sent, recorded_at=DAY_1),)
        assert held.entries(Sending, DAY_1 - timedelta(seconds=1)) == ()


def test_what_a_report_told_comes_back_as_it_went_in(database):
    told = {"measure": "x/y/1", "definition": "x/a", "fingerprint": "ab", "bar": "< 7", "unit": "thcs", "period": YEAR, "revision": 7}
    row = Reported("x/y", "annual", "04972", "", "45/BC", date(2026, 12, 9), **told, figure="45/46", state="estimated", until=date(2026, 10, 31))
    assert add(database, row, DAY_1) == evolve(row, recorded_at=DAY_1)
    with database.reading() as held:
        assert held.entries(Reported, None) == (evolve(row, recorded_at=DAY_1),)


def test_the_receipt_of_a_file_is_found_by_its_content(database):
    """A file without new figures leaves a receipt too; an act without a file is not found by an empty hash."""
    sent = Receipt(receipt="K7-QX", kind="import", file_name="6 tháng.xlsx", sha256="ab" * 32, rows=60, entered_by="Hà")
    append(database, [], recorded_at=DAY_1, receipt=sent)
    append(database, [figure()], recorded_at=DAY_2, receipt=receipt())

    assert evolve(sent, recorded_at=DAY_1) == find_receipt(database, "ab" * 32)
    assert find_receipt(database, "cd" * 32) is None
    assert find_receipt(database, "") is None


def test_a_receipt_code_is_given_once(database):
    append(database, [figure(numerator=1)], recorded_at=DAY_1, receipt=receipt())

    with pytest.raises(StorageTrouble, match="receipt 'R1' already"):
        append(database, [figure(numerator=2)], recorded_at=DAY_2, receipt=receipt())

    assert len(history(database, "child-labour/rate")) == 1


def test_members_follow_the_clock_and_the_newest_entry_of_an_id_holds(database):
    school = MemberUnit(id="thcs", name="Trường THCS", place="04972", valid_from=date(2025, 7, 1), group_id="cac-truong-hoc", entered_by="Hà")
    other = evolve(school, id="mam-non", name="Trường mầm non")
    first = add(database, school, DAY_1)
    add(database, other, DAY_1)
    closed = add(database, evolve(school, valid_to=date(2026, 5, 31)), DAY_2)

    assert evolve(school, recorded_at=DAY_1) == first
    assert units(database, DAY_1 - timedelta(seconds=1)) == ()
    assert (evolve(other, recorded_at=DAY_1), first) == units(database, DAY_1)
    assert (evolve(other, recorded_at=DAY_1), closed) == units(database, None)
    assert (closed.valid_on(date(2026, 5, 31)), closed.valid_on(date(2026, 6, 1))) == (True, False)


def test_a_member_belongs_to_the_group_of_its_plan_or_of_every_plan():
    member = MemberUnit(id="thcs", name="Trường THCS", place="04972", valid_from=date(2025, 7, 1), group_id="schools", plan="x/a")

    assert (member.belongs_to("x/a", "schools"), member.belongs_to("x/b", "schools"), member.belongs_to("x/a", "hamlets")) == (True, False, False)
    assert evolve(member, plan="").belongs_to("x/b", "schools")
    assert not evolve(member, group_id="").belongs_to("x/a", "")


def test_approved_explanations_follow_the_clock(database):
    plain = Acceptance(measure="child-labour/x/4a", body="UBND tỉnh", reason="mưa lũ", until=date(2026, 12, 31))
    proved = evolve(plain, document="12/CV-UBND", dated=date(2026, 6, 1), entered_by="Hà")
    first, second = add(database, plain, DAY_1), add(database, proved, DAY_2)

    assert (evolve(plain, recorded_at=DAY_1), evolve(proved, recorded_at=DAY_2)) == (first, second)
    assert (first,) == acceptances_at(database, DAY_1)
    assert (first, second) == acceptances_at(database, None)


@pytest.mark.parametrize("table", ["revisions", "receipts", "units", "acceptances", "sendings", "reported"])
@pytest.mark.parametrize("statement", ["UPDATE {0} SET entered_by = 'x'", "DELETE FROM {0}", "INSERT OR REPLACE INTO {0} SELECT * FROM {0}"])
def test_the_database_itself_refuses_to_change_what_is_recorded(database, table, statement):
    """Not even a stranger's tool can update, delete or replace a row by accident."""
    append(database, [figure(numerator=1)], recorded_at=DAY_1, receipt=receipt())
    add(database, MemberUnit(id="thcs", name="Trường", place="", valid_from=date(2025, 7, 1)), DAY_1)
    add(database, Acceptance(measure="x/y/1", body="UBND", reason="lũ", until=date(2026, 12, 31)), DAY_1)
    add(database, Sending("submit", "x/y", "annual", "", "", YEAR, "45/BC", date(2026, 12, 9)), DAY_1)
    told = {"measure": "x/y/1", "definition": "x/a", "fingerprint": "", "bar": "", "unit": "", "period": YEAR}
    add(database, Reported("x/y", "annual", "", "", "45/BC", date(2026, 12, 9), **told), DAY_1)
    other = sqlite3.connect(database.path)
    before = other.execute(f"SELECT * FROM {table}").fetchall()

    with pytest.raises(sqlite3.IntegrityError, match=f"rows of {table} are only ever added"):
        other.execute(statement.format(table))

    assert len(before) == (5 if table == "receipts" else 1)
    assert before == other.execute(f"SELECT * FROM {table}").fetchall()
    other.close()


@pytest.mark.parametrize("wrong", ["'abc'", "1.5", "-1", "1000000000000001", "1e300"])
def test_the_database_itself_refuses_what_is_no_whole_number(database, wrong):
    append(database, [figure(numerator=1)], recorded_at=DAY_1, receipt=receipt())
    other = sqlite3.connect(database.path)

    with pytest.raises(sqlite3.IntegrityError, match="CHECK constraint failed"):
        other.execute(f"UPDATE figures SET numerator = {wrong}")

    other.close()
