"""What a typed name stands for, and what is offered where it stands for nothing or for several."""

from __future__ import annotations

import unicodedata

import pytest
from planmonitor.messages import Text
from planmonitor.names import Named, find, listed, near, offer

SWIM = Named("drowning/xa/2.4", Text("Trẻ em biết bơi an toàn", "Children who swim safely"), within=Text("Đuối nước", "Drowning"), code="2.4")
RULES = Named(
    "drowning/xa/2.2", Text("Trẻ em biết quy định giao thông", "Children who know the rules"), within=Text("Đuối nước", "Drowning"), code="2.2"
)
LABOUR = Named("labour/xa/2.4", Text("Hộ gia đình trong làng nghề", "Households in craft villages"), within=Text("Lao động", "Labour"), code="2.4")
MEASURES = (SWIM, RULES, LABOUR)
CULTURE = Named("phong-van-hoa-xa-hoi", "Phòng Văn hóa - Xã hội", ("Phòng VHXH xã",))
HA_LOW, HA_HEAVY = Named("thon-ha", "Thôn Sơn Hà"), Named("thon-ha-2", "Thôn Sơn Hạ")


@pytest.mark.parametrize(
    "typed",
    [
        "drowning/xa/2.4",
        "xa/2.4",
        "Trẻ em biết bơi an toàn",
        unicodedata.normalize("NFD", "TRẺ EM  biết bơi an toàn"),
        "Children who swim safely",
        "2.4. Trẻ em biết bơi an toàn",
        "Đuối nước: Trẻ em biết bơi an toàn",
        "tre em biet boi an toan",
        "Trẻ em biet boi an toàn",
        "drowning xa 2 4",
    ],
)
def test_an_id_its_end_or_a_name_finds_one_thing(typed):
    """A measure is found by its id, the end of that, and its label as screens print it, in both languages and without accents."""
    others = [SWIM, RULES] if typed == "xa/2.4" else MEASURES
    assert find(typed, others) == (SWIM,)


@pytest.mark.parametrize("typed", ["phòng vh-xh", "Phòng Văn hoá – Xã hội", "phong van hoa xa hoi", "Phòng VHXH xã"])
def test_an_office_is_found_by_its_short_forms(typed):
    """Dashes, places of tone marks and the usual short forms make no other office, nor does a name the document also uses."""
    assert find(typed, [CULTURE, HA_LOW]) == (CULTURE,)


def test_an_end_that_two_ids_have_means_both():
    """A code of two plans stands for both, and whoever typed it has to be asked."""
    assert find("2.4", MEASURES) == (SWIM, LABOUR)


def test_an_id_is_stronger_than_a_name():
    """What is called like the id of something else is not meant by it."""
    assert find("ha", [Named("a/ha", "Thôn B"), Named("b", "Hạ"), Named("c", "ha")]) == (Named("a/ha", "Thôn B"),)


def test_a_tone_makes_another_name():
    """With its accents a name is one of two alike; without them it may be either; with a wrong one it is none."""
    assert find("thôn sơn hạ", [HA_LOW, HA_HEAVY]) == (HA_HEAVY,)
    assert find("thon son ha", [Named("1", HA_LOW.name), Named("2", HA_HEAVY.name)]) == (Named("1", HA_LOW.name), Named("2", HA_HEAVY.name))
    assert find("thôn sơn hã", [HA_LOW, HA_HEAVY]) == ()


def test_the_name_itself_wins_over_another_that_something_goes_by():
    """What bears a name is meant before what merely goes by it too; the other name is found where nothing bears it."""
    bears, goes_by = Named("truong-hoc", "Các trường học"), Named("co-so", "Các cơ sở giáo dục", ("Các trường học",))
    assert find("các trường học", [goes_by, bears]) == (bears,)
    assert find("các trường học", [goes_by, CULTURE]) == (goes_by,)


def test_words_alone_find_something_only_where_a_guess_will_do():
    """Words that a name holds, in any order, pick it for a command that reads, and never for one that records."""
    assert find("bơi biết", MEASURES) == ()
    assert find("bơi biết", MEASURES, guess=True) == (SWIM,)
    assert find("biết", MEASURES, guess=True) == (SWIM, RULES)
    assert find("biết bồi", MEASURES, guess=True) == ()
    assert find("2.4 nước", MEASURES, guess=True) == ()


@pytest.mark.parametrize("typed", ["", " ", "/", "?!", "-"])
def test_nothing_typed_is_nothing_found(typed):
    """What has no word in it stands for nothing, also where a guess would do."""
    assert find(typed, [*MEASURES, CULTURE], guess=True) == ()


def test_marks_around_words_do_not_count():
    """Brackets and full stops are no part of a name, and keep no accent from being compared."""
    children = Named("population/children", "Trẻ em (dưới 16 tuổi)")
    assert find("tre em duoi 16 tuoi", [children]) == (children,)
    assert find("Trẻ em dưới 16 tuổi.", [children]) == (children,)


def test_near_ones_are_offered_by_name_and_then_by_id():
    """A mistyped name is answered with up to three names, each with its id behind it and what it stands in before it."""
    assert str(offer("Trẻ em biết bơi an toàm", MEASURES)).startswith("Did you mean: Drowning: Children who swim safely (drowning/xa/2.4)")
    assert str(offer("Phòng Văn hóa Xã hộ", [CULTURE])) == "Did you mean: Phòng Văn hóa - Xã hội (phong-van-hoa-xa-hoi)?"
    assert len(near("Thôn Sơn", [Named(f"thon-{number}", f"Thôn Sơn {number}") for number in range(9)])) == 3


def test_what_has_one_id_is_offered_once():
    """An office that several plans print in two ways is offered once, and so is one to choose from."""
    printed = [Named("truong-hoc", "Các trường học trên địa bàn"), Named("truong-hoc", "Các trường học trên địa bàn xã"), CULTURE]
    assert [item.id for item in near("trường học", printed)].count("truong-hoc") == 1
    assert [str(shown) for shown in listed(printed)] == [
        "Các trường học trên địa bàn (truong-hoc)",
        "Phòng Văn hóa - Xã hội (phong-van-hoa-xa-hoi)",
    ]


def test_a_long_list_to_choose_from_is_cut():
    """Of many that fit the first are listed, and that there are more is said."""
    assert listed(Named(str(number)) for number in range(20))[-2:] == ("7", "…")


def test_only_what_is_no_guess_is_surely_called_so():
    """An id, its end and an equal name are sure; a name without its accents is not."""
    assert all(map(SWIM.is_called, ("drowning/xa/2.4", "2.4", "trẻ em biết bơi an toàn")))
    assert not SWIM.is_called("tre em biet boi an toan")
