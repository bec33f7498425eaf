"""The official list of places: how many there are, what they were called when, what became of former ones, and how they are found."""

from __future__ import annotations

import unicodedata
from collections import Counter
from datetime import date

import pytest
from planmonitor.names import as_compared, slug
from planmonitor.places.listed import ListedPlace
from planmonitor.places.register import acts, register

TODAY = date(2026, 11, 22)
LAST_OF_DISTRICTS = date(2025, 6, 30)


def kinds(day: date) -> tuple[Counter[str], Counter[str]]:
    """Return how many provinces there were of each kind on a day, and how many places in them."""
    known = register()
    provinces = known.provinces(day)
    inside = [item for place in provinces for item in known.inside(place, day)]
    return Counter(place.on(day).kind for place in provinces), Counter(item.on(day).kind for item in inside)


def named(*places: ListedPlace, day: date = TODAY) -> list[str]:
    """Return what places are called on a day, with all that they lie in and their codes."""
    return [register().in_full(place, day) for place in places]


@pytest.mark.parametrize(
    ("day", "provinces", "cities", "communes", "wards"),
    [
        (date(2025, 7, 1), 28, 6, 2621, 687),
        (date(2026, 4, 29), 28, 6, 2621, 687),
        (date(2026, 4, 30), 27, 7, 2611, 697),
        (date(2026, 8, 31), 27, 7, 2611, 697),
        (date(2026, 9, 1), 26, 8, 2611, 697),
        (date(2026, 9, 19), 26, 8, 2611, 697),
        (date(2026, 9, 20), 25, 9, 2599, 709),
        (TODAY, 25, 9, 2599, 709),
    ],
    ids=str,
)
def test_there_are_as_many_places_of_each_kind_as_the_acts_say(day, provinces, cities, communes, wards):
    """34 provinces and cities and 3,321 communes, wards and special zones on every day; each act turns as many as it says."""
    assert kinds(day) == ({"tỉnh": provinces, "thành phố": cities}, {"xã": communes, "phường": wards, "đặc khu": 13})


def test_before_the_reform_there_were_districts():
    """Rule 21: levels are data: 63 provinces with 696 districts and 10,035 places in them, each of which became a part of one or more."""
    known = register()
    provinces = known.provinces(LAST_OF_DISTRICTS)
    districts = [item for place in provinces for item in known.inside(place, LAST_OF_DISTRICTS)]
    communes = [item for place in districts for item in known.inside(place, LAST_OF_DISTRICTS)]

    assert (len(provinces), len(districts), len(communes)) == (63, 696, 10_035)
    assert {item.level for item in districts} == {"district"}
    for place in (*provinces, *districts, *communes):
        assert place.ended == LAST_OF_DISTRICTS
        assert place.successors
        assert len(known.became(place)) == len(place.successors)


def test_codes_are_text_of_two_three_or_five_digits():
    """Leading zeros count: no code is a number, and none stands twice among the places there are."""
    known = register()
    provinces = known.provinces(TODAY)
    codes = [place.code for place in (*provinces, *(item for place in provinces for item in known.inside(place, TODAY)))]

    assert {len(code) for code in codes} == {2, 5}
    assert all(code.isascii() and code.isdigit() for code in codes)
    assert len(set(codes)) == len(codes) == 34 + 3321
    assert "00004" in codes


# What it is called when


def test_van_son_lies_in_the_province_until_the_day_before_the_city():
    """Xã Vân Sơn lies in tỉnh Bắc Ninh on 19 September 2026, and in thành phố Bắc Ninh on the day after; the act that did it is named."""
    [place, former] = register().coded("07621")
    assert named(place, day=date(2026, 9, 19)) == ["xã Vân Sơn, tỉnh Bắc Ninh (07621)"]
    assert named(place, day=date(2026, 9, 20)) == ["xã Vân Sơn, thành phố Bắc Ninh (07621)"]
    assert [(time.since, time.until, time.act) for time in register().history(place)] == [
        (date(2025, 7, 1), date(2026, 9, 19), "19/2025/QĐ-TTg"),
        (date(2026, 9, 20), None, "39/2026/QH16"),
    ]
    assert named(former) == ["xã Vân Sơn, huyện Sơn Động, tỉnh Bắc Giang (07621)"]


def test_a_commune_that_becomes_a_ward_keeps_its_code():
    """Xã Bố Hạ becomes phường Bố Hạ on the day its province becomes a city: one change of two acts, found under both names."""
    [place, _former] = register().coded("07294")
    assert named(place, day=date(2026, 9, 19)) == ["xã Bố Hạ, tỉnh Bắc Ninh (07294)"]
    assert named(place) == ["phường Bố Hạ, thành phố Bắc Ninh (07294)"]
    assert [time.act for time in register().history(place)] == ["19/2025/QĐ-TTg", "388/NQ-UBTVQH16"]
    for name in ("xã Bố Hạ", "phường Bố Hạ", "bo ha"):
        assert place in register().called(name)


def test_every_change_names_an_act_and_no_act_is_passed_off_as_seen():
    """Each act has its number, its day, and where it was read; none of them was read itself, and the list says so."""
    known, told = register(), acts()
    states = [state for place in known.provinces(TODAY) for item in (place, *known.inside(place, TODAY)) for state in item.states]

    assert {state.act for state in states} == set(told)
    assert {(act.number, str(act.in_force)) for act in told.values()} == {
        ("19/2025/QĐ-TTg", "2025-07-01"),
        ("30/2026/QH16", "2026-04-30"),
        ("237/NQ-UBTVQH16", "2026-04-30"),
        ("36/2026/QH16", "2026-09-01"),
        ("39/2026/QH16", "2026-09-20"),
        ("388/NQ-UBTVQH16", "2026-09-20"),
    }
    assert all(act.read_in and not act.seen for act in told.values())
    for state in states:
        assert state.since == told[state.act].in_force


# Former places


def test_a_divided_place_has_all_its_successors():
    """471 former communes were divided among two to five, and none of their successors is chosen."""
    known = register()
    day = LAST_OF_DISTRICTS
    communes = [item for place in known.provinces(day) for district in known.inside(place, day) for item in known.inside(district, day)]
    split = [place for place in communes if place.split]

    assert Counter(len(place.successors) for place in split) == {2: 397, 3: 58, 4: 15, 5: 1}
    assert not any(place.split for place in communes if len(place.successors) == 1)


def test_a_district_became_all_that_its_communes_became():
    """Huyện Văn Quan is six communes today, and huyện Côn Đảo, which had no communes, one special zone."""
    known = register()
    [van_quan], [con_dao] = known.called("huyện Văn Quan"), known.called("huyện Côn Đảo")
    assert [known.name_on(place, TODAY).partition(",")[0] for place in known.became(van_quan)] == [
        *("xã Văn Quan", "xã Điềm He", "xã Khánh Khê", "xã Yên Phúc", "xã Tri Lễ", "xã Tân Đoàn"),
    ]
    assert named(*known.became(con_dao)) == ["đặc khu Côn Đảo, thành phố Hồ Chí Minh (26732)"]


def test_the_former_van_son_became_the_one_of_today():
    """Old Vân Sơn and Hữu Sản of huyện Sơn Động make xã Vân Sơn, and no other commune: names are not read for it."""
    known = register()
    assert named(*known.made_of(known.coded("07621")[0])) == [
        "xã Vân Sơn, huyện Sơn Động, tỉnh Bắc Giang (07621)",
        "xã Hữu Sản, huyện Sơn Động, tỉnh Bắc Giang (07624)",
    ]
    [former] = known.called("xã Vân Sơn, tỉnh Bắc Giang")
    assert former.former
    assert former.successors == ("07621",)


def test_a_code_may_have_been_that_of_another_province():
    """24 was tỉnh Bắc Giang and is Bắc Ninh: who asks for the code gets the one that exists first."""
    assert named(*register().coded("24")) == ["thành phố Bắc Ninh (24)", "tỉnh Bắc Giang (24)"]
    assert named(*register().coded("27")) == ["tỉnh Bắc Ninh (27)"]


# Finding


def test_three_places_are_called_van_son():
    """Rule 21: two communes and a ward, and whoever types the name gets them all."""
    everyone = ["phường Vân Sơn, tỉnh Sơn La (04033)", "xã Vân Sơn, tỉnh Phú Thọ (05152)", "xã Vân Sơn, thành phố Bắc Ninh (07621)"]
    known = register()
    assert named(*known.bearing("xã Vân Sơn")) == everyone
    assert named(*(place for place in known.called("Vân Sơn") if not place.former)) == everyone
    assert named(*(place for place in known.called("xã Vân Sơn") if not place.former)) == everyone[1:]


FORMS = ("xã Vân Sơn, tỉnh Phú Thọ", "Xã Vân Sơn, Phú Thọ", "xa van son, phu tho", "XÃ VÂN SƠN, TỈNH PHÚ THỌ", "xã  Vân  Sơn ,  tỉnh Phú Thọ")


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize("name", FORMS)
def test_a_name_is_found_in_every_form_of_its_accents(form, name):
    """Composed, decomposed, in capitals, with spaces too many, and without any accents."""
    assert named(*register().called(unicodedata.normalize(form, name))) == ["xã Vân Sơn, tỉnh Phú Thọ (05152)"]
    assert register().holding(unicodedata.normalize(form, name))[0].code == "05152"


def test_where_a_tone_stands_makes_no_other_name_but_a_tone_does():
    """ "Hiệp Hoà" is "Hiệp Hòa"; "Sơn Hà" and "Sơn Hạ" of one province are two, and whoever leaves out the accents gets both."""
    known = register()
    assert known.called("phường Hiệp Hoà") == known.called("phường Hiệp Hòa") != ()
    assert named(*known.called("xã Sơn Hà, Quảng Ngãi")) == ["xã Sơn Hà, tỉnh Quảng Ngãi (21289)"]
    assert [place.code for place in known.called("xa son ha, quang ngai") if not place.former] == ["21289", "21292"]


def test_a_city_is_found_under_its_short_word():
    """ "TP. Bắc Ninh" is thành phố Bắc Ninh, and the former city within the province."""
    assert named(*register().called("TP. Bắc Ninh")) == ["thành phố Bắc Ninh (24)", "thành phố Bắc Ninh, tỉnh Bắc Ninh (256)"]


def test_246_full_names_recur_and_none_within_one_province():
    """A name with its kind is not enough to know a place by; with its province it is."""
    known = register()
    day = date(2025, 7, 1)
    places = [(place, as_compared(place.on(day).called)) for province in known.provinces(day) for place in known.inside(province, day)]
    times = Counter(name for _place, name in places)

    assert sum(number > 1 for number in times.values()) == 246
    assert max(Counter((place.on(day).within, name) for place, name in places).values()) == 1
    for place, name in places[::40]:
        found = [other.code for other in known.called(name) if not other.former]
        assert place.code in found
        assert len(found) >= times[name]


def test_every_place_is_found_by_its_code_by_its_whole_name_and_by_it_without_accents():
    """What is printed of a place can be typed: with what it lies in and its code, and without accents too."""
    known = register()
    for place in [item for province in known.provinces(TODAY) for item in known.inside(province, TODAY)][::40]:
        assert known.coded(place.code)[0] == place
        assert known.called(known.in_full(place, TODAY))[0] == place
        assert known.called(known.name_on(place, TODAY))[0] == place
        bare = ", ".join(slug(part).replace("-", " ") for part in known.name_on(place, TODAY).split(", "))
        assert place in known.called(bare)


def test_a_search_finds_words_in_any_order_the_whole_name_first():
    """Words with accents mean no others; what a name lies in may follow; a kind alone is no search."""
    known = register()
    assert named(*known.holding("sơn vân"))[:3] == named(*known.holding("vân sơn"))[:3]
    assert [place.code for place in known.holding("bắc ninh")][:2] == ["24", "27"]
    assert "Văn" not in " ".join(named(*known.holding("vân")))
    assert {place.on(TODAY).called for place in known.holding("tân, phú thọ") if not place.former} >= {"xã Tân Sơn", "xã Tân Mai"}
    assert [place.code for place in known.holding("7621")] == ["07621", "07621"]
    assert known.holding("xã") == known.holding("") == known.holding("không có nơi này") == ()


def test_a_mistyped_name_is_near_those_that_exist_and_of_its_province():
    """No former place is offered, and whoever names a province is offered none of another."""
    known = register()
    assert "xã Vân Sơn, tỉnh Phú Thọ (05152)" in named(*known.like("xã Vân Sơm"))
    near = named(*known.like("xã Vân Sơm, Phú Thọ"))
    assert near[0] == "xã Vân Sơn, tỉnh Phú Thọ (05152)"
    assert all("tỉnh Phú Thọ" in name for name in near)
    assert not any(place.former for place in known.like("huyện Văn Qan"))
