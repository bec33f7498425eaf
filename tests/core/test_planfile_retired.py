"""Older forms of plan files are read as today's, and rewritten with their remarks; the same for a key that was renamed."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from planmonitor.planfile import retired
from planmonitor.planfile.converting import converted
from planmonitor.planfile.retired import Content, Retired, Shape, modernised, tasks_listed

PLUGINS = Path(__file__).parents[2] / "plugins"
TASKS = tasks_listed(lambda text: "lead" if text.startswith("Chủ trì") else None, "0.2", "0.3")


def _levels(content: Content, _shape: Shape) -> None:
    for place in content["places"]:
        place["level"] = "commune"


def _is_old(content: Content) -> bool:
    return any(place["level"] == "xã" for place in content.get("places", []))


LEVEL = Retired('level = "xã"', 'level = "commune"', "0.2", "0.3", _is_old, _levels)
"""A made-up older form."""

OLD = '''title = "Kế hoạch thử"   # of a test

[[places]]
name = "Thử"
level = "xã"  # printed
# who it is
code = "99001"

# ---- IV Units

[[units]]
id = "truong"

# the school leads
[[units.tasks]]  # IV.1
text = "Chủ trì hướng dẫn trẻ em"  # as printed
section = "mục IV.1"
role = "lead"

# beside it
[[units.tasks]]
text = "Báo cáo"
section = "mục II"
role = "implement"

[[units.tasks]]
text = """Chủ trì \\
    họp"""
section = "mục IV.1"
# not the first verb
role = "coordinate"

# ---- V Reports

# sent by the school
[[duties]]
id = "annual"
'''
NEW = '''title = "Kế hoạch thử"   # of a test

[[places]]
name = "Thử"
level = "commune"  # printed
# who it is
code = "99001"

# ---- IV Units

[[units]]
id = "truong"

# the school leads
[units.tasks]
"mục IV.1" = [
    # IV.1
    # as printed
    "Chủ trì hướng dẫn trẻ em",
    # not the first verb
    {text = """Chủ trì \\
    họp""", role = "coordinate"},
]
"mục II" = [
    # beside it
    {text = "Báo cáo", role = "implement"},
]

# ---- V Reports

# sent by the school
[[duties]]
id = "annual"
'''


def test_an_older_form_is_read_as_todays() -> None:
    """Tasks become a table by section, in the order of the text; a role stays only where the words do not say it."""
    content = tomllib.loads(OLD)

    new, found = modernised(content, [TASKS, LEVEL])

    assert new["units"][0]["tasks"] == {
        "mục IV.1": ["Chủ trì hướng dẫn trẻ em", {"text": "Chủ trì họp", "role": "coordinate"}],
        "mục II": [{"text": "Báo cáo", "role": "implement"}],
    }
    assert new["places"] == [{"name": "Thử", "level": "commune", "code": "99001"}]
    assert found == (TASKS, LEVEL)
    assert content == tomllib.loads(OLD)


def test_todays_form_is_left_alone() -> None:
    """What is not old comes back as it was given, and nothing is told of it."""
    content = tomllib.loads(NEW)

    new, found = modernised(content, [TASKS, LEVEL])

    assert new is content
    assert found == ()
    assert converted(NEW, [TASKS, LEVEL]) == (NEW, ())


@pytest.mark.parametrize(
    "broken",
    [
        'units = "none"',
        "[[units]]\ntasks = []",
        "[[units]]\n[[units.tasks]]\ntext = 1\nsection = 'x'",
        "[[units]]\n[[units.tasks]]\nsection = 'x'",
        "[[units]]\n[[units.tasks]]\ntext = 'x'\nsection = 'x'\nrol = 'lead'",
    ],
)
def test_what_is_wrong_is_left_to_the_reader(broken: str) -> None:
    """An older form that holds a mistake is not guessed at: the reader finds it with line and key."""
    content = tomllib.loads(broken)

    assert modernised(content, [TASKS, LEVEL]) == (content, ())


def test_a_file_keeps_its_remarks_and_all_that_is_not_old() -> None:
    """Remarks stand where they stood, each above what it was about; lines that are not old are the same to the letter."""
    assert converted(OLD, [TASKS, LEVEL]) == (NEW, (TASKS, LEVEL))


@pytest.mark.parametrize("path", sorted(PLUGINS.glob("*/planmonitor_*/plans/*.toml")), ids=lambda path: path.stem)
def test_a_whole_plan_says_the_same_in_either_way(path: Path) -> None:
    """A file rewritten holds what the reader makes of the older one, and loses none of its remarks."""
    text = path.read_text(encoding="utf-8")

    new, _found = converted(text, [TASKS])

    assert tomllib.loads(new) == modernised(tomllib.loads(text), [TASKS])[0]
    assert remarks(new) == remarks(text)
    assert converted(new, [TASKS]) == (new, ())


def remarks(text: str) -> list[str]:
    """Return the lines of a text that are remarks."""
    return sorted(line.strip() for line in text.splitlines() if line.strip().startswith("#"))


def test_every_form_says_until_when_it_is_read() -> None:
    """Each entry names the release that replaced it and a later one that no longer reads it."""
    for form in retired.RETIRED:
        assert form.old != form.new
        assert [int(part) for part in form.deprecated.split(".")] < [int(part) for part in form.gone.split(".")]
