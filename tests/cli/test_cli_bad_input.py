"""Bad input: one clear line, the right exit code, and nothing written."""

import sqlite3

import pytest

VAN_SON = "child-labour/van-son-2026-2030"
RATIO = ("--period", "2026-S1", "--numerator")


@pytest.fixture
def refused(van_son):
    """Return a runner of a command that must be refused: two lines at most, in both languages, and nothing changed on disk.

    It returns what is said in English.
    """
    van_son("record", "1", "--period", "2026-S1", "--numerator", "10", "--denominator", "400")

    def run(code, *command):
        before = files(van_son)
        english, vietnamese = (van_son(*command, code=code, lang=lang) for lang in ("en", "vi"))
        assert files(van_son) == before
        assert len(van_son("history", "1", "--format", "json").json) == 1
        for answer in (english, vietnamese):
            assert answer.out == ""
            assert_short(answer.err)
        assert vietnamese.err != english.err
        return english.err

    return run


def assert_short(said):
    """Fail where an error is more than two lines, or has a place that was never filled."""
    assert 1 <= len(said.splitlines()) <= 2, said
    assert "{" not in said, said


def files(monitor):
    return {file.name: file.read_bytes() for file in monitor.folder.iterdir()}


def test_an_unknown_plan_is_named_with_the_nearest_right_one(refused):
    """A mistyped plan is wrong use wherever a plan is named."""
    for command in (("status", "--plan", "van-sn-2026-2030"), ("check", "--plan", "van-sn-2026-2030"), ("plans", "show", "van-sn-2026-2030")):
        said = refused(2, *command)
        assert "van-sn-2026-2030" in said
        assert VAN_SON in said


def test_following_an_unknown_plan_names_the_nearest_right_one(refused):
    """A plan that no plugin carries is not followed."""
    assert "child-labour/thanh-tri-2021-2025" in refused(2, "plans", "follow", "child-labour/thanh-tri-2021-2026")


@pytest.mark.parametrize("command", [("show",), ("history",), ("record", *RATIO, "1", "--denominator", "2")])
@pytest.mark.parametrize(
    ("typed", "near"), [(f"{VAN_SON}/4aa", f"{VAN_SON}/4a"), ("child-labour/van-sn-2026-2030/4a", f"{VAN_SON}/4a"), ("4c", "4a"), ("nv1", "NV1")]
)
def test_an_unknown_measure_is_named_with_the_nearest_right_one(refused, command, typed, near):
    """A mistyped measure, by its id or by its short code, is wrong use, and the nearest ones are offered."""
    said = refused(2, command[0], typed, *command[1:])
    assert f"'{typed}'" in said
    assert near in said


def test_an_unknown_population_is_named_with_the_nearest_right_one(refused):
    """A mistyped base population is answered with the one that exists."""
    assert "population/children-5-17" in refused(2, "record", "population/children-5-16", "--period", "2026", "--value", "3")


def test_an_unknown_unit_is_named_with_the_nearest_right_one(refused):
    """A mistyped unit of `status` is wrong use."""
    assert "phong-van-hoa-xa-hoi" in refused(2, "status", "--unit", "phong-van-hoa-xa-hoii")


def test_an_unknown_reporter_is_named_with_the_nearest_right_one(thanh_tri):
    """A mistyped unit of `record` is wrong use; nothing is recorded."""
    command = ("record", "2.2", "--period", "2025", "--numerator", "1", "--denominator", "2", "--unit", "phong-giao-duc")
    answer = thanh_tri(*command, code=2)
    assert_short(answer.err)
    assert "phong-giao-duc-va-dao-tao" in answer.err
    assert thanh_tri("history", "2.2", "--format", "json").json == []


def test_an_unknown_group_is_named_with_the_nearest_right_one(refused):
    """A member can only join a group the plan has."""
    assert "truong-hoc" in refused(2, "units", "add", "Trường THCS Vân Sơn", "--group", "truong-hocs")


@pytest.mark.parametrize(
    ("command", "near"), [(("recrd", "4a"), "record"), (("plans", "folow", VAN_SON), "follow"), (("status", "--pan", "x"), "--plan")]
)
def test_a_mistyped_command_or_option_is_named_with_the_nearest_right_one(van_son, command, near):
    """Wrong use of the command line itself ends with 2, and the nearest right word is offered."""
    assert near in van_son(*command, code=2).err


@pytest.mark.parametrize("command", [("recrd",), ("record", "4a", "--value", "3"), ("show",), ("status", "--as-of", "2026-02-30")])
def test_wrong_use_is_told_in_two_lines(refused, command):
    """A mistyped command, a missing option, a missing measure and a day that does not exist take two lines at most."""
    refused(2, *command)


def test_a_numerator_above_the_denominator_is_refused(refused):
    """Nobody can be counted above the line and not below it."""
    said = refused(3, "record", "1", *RATIO, "401", "--denominator", "400")
    assert "401" in said
    assert "400" in said


@pytest.mark.parametrize("typed", ["-5", "−5"])
def test_a_negative_count_is_refused(refused, typed):
    """A count is 0 or more, whatever minus sign is typed."""
    assert "negative" in refused(3, "record", "1", *RATIO, typed, "--denominator", "400")


@pytest.mark.parametrize("typed", ["NaN", "inf", "1e30", "nhiều", "½", "١٢", "1_000", "0x10", "12 trẻ"])
def test_what_is_no_figure_is_refused(refused, typed):
    """Text, exponents, other scripts, infinities and endless digits are no figure."""
    refused(3, "record", "NV1", "--period", "2026-S1", "--value", typed)


def test_digits_without_end_are_refused(refused):
    """A key that stuck gives thousands of digits: no figure, and no bug of ours."""
    refused(3, "record", "NV1", "--period", "2026-S1", "--value", "1" * 5000)


@pytest.mark.parametrize("typed", ["1" + "0" * 30, "1000000000001"])
def test_a_count_no_place_can_have_is_refused(refused, typed):
    """A count above 10^12 is a slip of the keyboard, above or below the line or alone."""
    refused(3, "record", "NV1", "--period", "2026-S1", "--value", typed)
    refused(3, "record", "1", *RATIO, "1", "--denominator", typed)


@pytest.mark.parametrize("typed", ["02.222", "02,222"])
def test_a_figure_with_two_readings_is_asked_about(refused, typed):
    """Nobody groups digits behind a zero: 2222, or 2,222; both readings are named, none is taken."""
    said = refused(3, "record", "NV1", "--period", "2026-S1", "--value", typed)
    assert "2222" in said
    assert "2,222" in said


@pytest.mark.parametrize("typed", ["không", "-", "KPS", "x", "…"])
def test_a_word_that_may_mean_zero_or_nothing_is_asked_about(refused, typed):
    """Missing is not zero: a dash or "không" is neither (rule 9)."""
    assert "0" in refused(3, "record", "NV1", "--period", "2026-S1", "--value", typed)


def test_a_part_of_a_case_is_refused(refused):
    """What counts whole cases takes no decimals."""
    refused(3, "record", "NV1", "--period", "2026-S1", "--value", "2,5")
    refused(3, "record", "1", *RATIO, "2,5", "--denominator", "400")


@pytest.mark.parametrize("period", ["2025", "2024-S1", "2031"])
def test_a_period_outside_the_plan_is_refused_unless_marked_as_comparison(refused, period):
    """A period before the plan needs `--comparison`; one after it, or still to come, is refused all the same."""
    said = refused(3, "record", "1", "--period", period, "--numerator", "1", "--denominator", "2")
    if period < "2026":
        assert "--comparison" in said
    else:
        refused(3, "record", "1", "--period", period, "--numerator", "1", "--denominator", "2", "--comparison")


@pytest.mark.parametrize("period", ["2026-S3", "2026-13", "26", "sang năm", "2025-12-15/P0D", "0000", "2026-02-30/P1M"])
def test_what_is_no_reporting_period_is_refused(refused, period):
    """A period that does not exist is named; right forms are offered."""
    assert period in refused(3, "record", "1", "--period", period, "--numerator", "1", "--denominator", "2")


@pytest.mark.parametrize("period", ["2025-12-15/P2Y", "2025-12-01/P1M"])
def test_a_period_that_is_not_within_one_reporting_year_is_refused(refused, period):
    """Two years together, or days on both sides of 14 December, belong to no reporting year."""
    refused(3, "record", "1", "--period", period, "--numerator", "1", "--denominator", "2")


@pytest.mark.parametrize("typed", [("--value", "90%"), ("--value", "90"), ("--numerator", "90%", "--denominator", "100")])
def test_a_percentage_instead_of_its_two_counts_is_refused(refused, typed):
    """A percentage is derived, never recorded: the two counts are asked for."""
    said = refused(3, "record", "1", "--period", "2026-S1", *typed)
    assert "numerator" in said
    assert "denominator" in said


def test_people_times_never_feed_a_ratio_of_people(refused):
    """A figure declared as people-times is refused by a measure that counts people (rule 7)."""
    said = refused(3, "record", "1", *RATIO, "5", "--denominator", "400", "--counts", "people_times")
    assert "people-times" in said


def test_parts_of_a_partition_above_the_total_are_refused(van_son):
    """Boys and girls together cannot exceed the children; nothing of the last part is written."""
    van_son("record", "1", *RATIO, "10", "--denominator", "400")
    van_son("record", "1", *RATIO, "6", "--denominator", "190", "--breakdown", "sex=female")
    answer = van_son("record", "1", *RATIO, "5", "--denominator", "200", "--breakdown", "sex=male", code=3)
    assert_short(answer.err)
    assert "11" in answer.err
    assert "10" in answer.err
    assert len(van_son("history", "1", "--format", "json").json) == 2


def test_a_total_below_its_parts_is_refused(van_son):
    """A correction of the total may not fall below the parts already recorded."""
    van_son("record", "1", *RATIO, "10", "--denominator", "400")
    van_son("record", "1", *RATIO, "6", "--denominator", "190", "--breakdown", "sex=female")
    van_son("record", "1", *RATIO, "5", "--denominator", "400", code=3)
    assert [item["numerator"] for item in van_son("history", "1", "--format", "json").json] == [10, 6]


def test_parts_of_a_subset_may_overlap_but_none_exceeds_the_total(van_son):
    """ "Especially" groups may share members; one group above the total is refused."""
    figure = ("record", "6", "--period", "2026-S1")
    van_son(*figure, "--numerator", "10", "--denominator", "20")
    van_son(*figure, "--numerator", "8", "--denominator", "15", "--breakdown", "especially=craft-village-households")
    van_son(*figure, "--numerator", "9", "--denominator", "15", "--breakdown", "especially=cooperatives")
    van_son(*figure, "--numerator", "11", "--denominator", "15", "--breakdown", "especially=small-enterprises", code=3)


@pytest.mark.parametrize("breakdown", ["gender=female", "sex=girls", "age=5-17"])
def test_an_unknown_breakdown_names_the_known_ones(refused, breakdown):
    """A breakdown or a category the measure does not have is wrong use, and those it has are named."""
    said = refused(2, "record", "1", *RATIO, "1", "--denominator", "2", "--breakdown", breakdown)
    assert any(known in said for known in ("(sex)", "(female)", "(5-11)"))


@pytest.mark.parametrize("breakdown", ["female", "=female", "sex="])
def test_a_breakdown_without_its_category_is_refused(refused, breakdown):
    """A breakdown is written as sex=female."""
    assert "sex=female" in refused(3, "record", "1", *RATIO, "1", "--denominator", "2", "--breakdown", breakdown)


@pytest.mark.parametrize("day", ["2025-12-14", "2026-06-15", "2027-01-01"])
def test_a_figure_runs_to_a_day_of_its_period(refused, day):
    """`--until` before the data window, after it or after today is refused."""
    refused(3, "record", "1", *RATIO, "1", "--denominator", "2", "--until", day)


@pytest.mark.parametrize("command", [("plugins", "enable", "child_labor"), ("plugins", "disable", "child_labor")])
def test_a_plugin_that_does_not_exist_is_named_with_the_nearest_right_one(refused, command):
    """A mistyped plugin is wrong use; monitor.toml stays as it is."""
    said = refused(2, *command)
    assert "child_labor" in said
    assert "child_labour" in said


@pytest.mark.parametrize(("character", "code"), [("\u202e", 3), ("\x07", 3), ("\ud800", 2), ("\x00", 3)])
def test_invisible_characters_are_refused_at_the_door(refused, character, code):
    """Control characters, half surrogates and marks that turn the writing direction are in no note."""
    refused(code, "record", "1", *RATIO, "1", "--denominator", "2", "--note", f"đợt{character}1")


@pytest.mark.parametrize("note", ["CCCD 001303012345", "sinh 12/03/2014", "ĐT 0912345678"])
def test_a_note_that_looks_like_personal_data_is_refused_and_not_repeated(refused, note):
    """Notes hold no child's identity number, birth date or telephone (rule 27); the reason is said without the text."""
    assert note.split()[1] not in refused(3, "record", "1", *RATIO, "1", "--denominator", "2", "--note", note)


def foreign(path):
    path.unlink()
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE notes (text)")
    connection.close()


DAMAGE = {
    "zero bytes": lambda path: path.write_bytes(b""),
    "text": lambda path: path.write_text("<html>404</html>" * 400, encoding="utf-8"),
    "cut short": lambda path: path.write_bytes(path.read_bytes()[:5000]),
    "header gone": lambda path: path.write_bytes(bytes(100) + path.read_bytes()[100:]),
    "another program's": foreign,
    "missing": lambda path: path.unlink(),
}


@pytest.mark.parametrize("damage", DAMAGE)
@pytest.mark.parametrize("command", [("status",), ("record", "1", *RATIO, "1", "--denominator", "2"), ("export",), ("db", "check")])
def test_a_database_that_cannot_be_used_ends_with_4_and_stays_as_it_is(van_son, command, damage):
    """A damaged, zero-byte, foreign or missing database is named in one or two lines, and no byte of it changes."""
    van_son("record", "1", *RATIO, "10", "--denominator", "400")
    DAMAGE[damage](van_son.folder / "monitor.db")
    before = files(van_son)
    said = [van_son(*command, code=4, lang=lang) for lang in ("en", "vi")]
    for answer in said:
        assert answer.out == ""
        assert_short(answer.err)
        assert "monitor.db" in answer.err
    assert said[0].err != said[1].err
    assert files(van_son) == before
