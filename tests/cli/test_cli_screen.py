"""A screen shows what must stand on it, and of the rest what fits."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from planmonitor_cli.screens.screen import Screen

BLOCKS = ["a\na", "b", "c\nc\nc"]


def screen_of(room, blocks, above=("top",), below=("end",)):
    screen = Screen(room)
    screen.must(*above)
    screen.may(blocks, lambda count: f"and {count} more")
    screen.must(*below)
    return screen.text().split("\n")


@pytest.mark.parametrize(
    ("room", "shown"),
    [
        (None, ["a", "a", "b", "c", "c", "c"]),
        (8, ["a", "a", "b", "c", "c", "c"]),
        (7, ["a", "a", "b", "and 1 more"]),
        (6, ["a", "a", "b", "and 1 more"]),
        (5, ["a", "a", "and 2 more"]),
        (4, ["and 3 more"]),
        (0, ["and 3 more"]),
    ],
)
def test_what_does_not_fit_is_counted_and_keeps_its_place_above_the_end(room, shown):
    """The first blocks that fit are shown, and a line is kept for saying how many are left out."""
    assert screen_of(room, BLOCKS) == ["top", *shown, "end"]


def test_what_stands_beyond_the_room_pushes_nothing_off():
    """A block that takes none of the room stands there all the same."""
    screen = Screen(3)
    screen.must("top")
    screen.must("broken", "broken too", beyond=True)
    screen.may(["a", "b"], lambda count: f"and {count} more")
    assert screen.text().split("\n") == ["top", "broken", "broken too", "a", "b"]


@given(room=st.integers(0, 12), heights=st.lists(st.integers(1, 4), max_size=6))
def test_a_screen_is_never_longer_than_its_room_and_accounts_for_every_block(room, heights):
    """Nothing is lost: blocks shown and blocks counted are all there are."""
    blocks = ["\n".join([f"{number}"] + ["x"] * (height - 1)) for number, height in enumerate(heights)]
    lines = screen_of(room, blocks)
    more = [int(line.split()[1]) for line in lines if line.startswith("and ")]
    assert sum(line.isdigit() for line in lines) + sum(more) == len(blocks)
    assert len(lines) <= max(room, 3)
