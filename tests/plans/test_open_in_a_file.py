"""What a plan file leaves open is asked, never guessed: the base year of a change, and the day of a bar that its clause leaves open."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from support.good_plan import GOOD

FILE = "plans/thu-nghiem.toml"
WITHOUT_BASE = (("[indicators.measures.baseline]\nyear = 2020\n\n", ""), (" so với năm 2020.", "."))
WITHOUT_DAY = (
    ("due = 2030-12-31\n", ""),
    (
        'text = "Tỷ lệ trẻ em biết bơi an toàn đạt 50% vào năm 2028 và 60% vào năm 2030."',
        'text = "Tỷ lệ trẻ em biết bơi an toàn đạt 60% vào năm 2028 và vào năm 2030."',
    ),
    (
        'value = 50\nsection = "mục I.2"\nclause = "Tỷ lệ trẻ em biết bơi an toàn đạt 50% vào năm 2028 và 60% vào năm 2030."',
        'value = 50\nsection = "mục I.2"\nclause = "Đạt 50%"',
    ),
)


@pytest.fixture
def followed(monitor: Any) -> Callable[..., Any]:
    """Return how to follow the good plan with some edits."""

    def follow(*edits: tuple[str, str]) -> Any:
        text = GOOD
        for old, new in edits:
            assert old in text, old
            text = text.replace(old, new, 1)
        monitor("init", str(monitor.folder), "--plugin", "drowning")
        path = Path(monitor.folder) / FILE
        path.parent.mkdir()
        path.write_text(text, encoding="utf-8")
        monitor("plans", "check", str(path))
        monitor("plans", "follow", "local/thu-nghiem")
        return monitor

    return follow


def asked(place: Any) -> dict[str, str]:
    """Return the open questions of the plan by id."""
    return {item["id"].rpartition("/")[2]: item["text_en"] for item in place("questions", "--all", "--format", "json").json}


def test_a_change_without_a_base_year_is_accepted_and_its_year_asked(followed: Callable[..., Any]) -> None:
    """The file passes, the measure is shown against nothing, and the question says in whose words."""
    place = followed(*WITHOUT_BASE)
    place.today = place.today.replace(year=2031)
    place("record", "local/thu-nghiem/1", "--period", "2030", "--value", "8")

    assert "against which year is “20%” held?" in asked(place)["base-year-1"]
    assert place.measure("1")["status"] == "trend_only"
    said = place("show", "local/thu-nghiem/1").words
    assert "does not say against which year" in said
    assert "No base year named" in said
    assert "against a year that is not named" in said


def test_the_year_answered_is_the_one_the_change_is_held_against(followed: Callable[..., Any]) -> None:
    """With the year answered and its figure recorded the change is judged: 8 of 12 is a third less, and 20% were wanted."""
    place = followed(*WITHOUT_BASE)
    place.today = place.today.replace(year=2031)
    place("record", "local/thu-nghiem/1", "--period", "2030", "--value", "8")
    place("answer", "local/thu-nghiem/base-year-1", "2020")
    place("record", "local/thu-nghiem/1", "--period", "2020", "--value", "12", "--comparison", "--note", "Báo cáo năm 2020")

    assert place.measure("1")["status"] == "met"
    assert "against the year 2020" in place("show", "local/thu-nghiem/1").words
    assert "2020" in place("questions", "--all").words
    assert "2,020" not in place("questions", "--all").words


@pytest.mark.parametrize("typed", ["năm gốc", "20", "2020.5"])
def test_an_answer_that_is_no_year_is_refused_with_an_example(followed: Callable[..., Any], typed: str) -> None:
    """What is asked is a year, and the refusal shows one."""
    place = followed(*WITHOUT_BASE)

    said = place("answer", "local/thu-nghiem/base-year-1", typed, code=3).err

    assert "year" in said


def test_a_base_year_that_the_document_names_is_not_asked(followed: Callable[..., Any]) -> None:
    """The good plan names its base years, and asks for none."""
    assert not [name for name in asked(followed()) if name.startswith(("base-year", "due"))]


def test_a_day_that_the_clause_leaves_open_is_asked(followed: Callable[..., Any]) -> None:
    """Two dates for one figure decide nothing: until the place answers, the plan's last day holds, and the answer takes its place."""
    place = followed(*WITHOUT_DAY)

    assert asked(place)["due-2"] == "Measure 2: the document prints 31 December 2028 | 31 December 2030; which is the last day for “60%”?"
    assert place.measure("2")["due"] == "2030-12-31"
    place("answer", "local/thu-nghiem/due-2", "31/12/2028")
    assert place.measure("2")["due"] == "2028-12-31"
