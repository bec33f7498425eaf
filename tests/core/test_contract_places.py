"""A breach is placed in its file: the line of the key that is wrong, of its table where the key is not written."""

from __future__ import annotations

from pathlib import Path

import pytest
from planmonitor.contract.places import line_in
from planmonitor.planfile.toml import read_toml

FILE = """title = "Kế hoạch"

[document]
issuer = "UBND xã"

[[indicators]]
code = "1"

[[indicators.measures]]
value = 60

[[indicators]]
code = "2"

[[indicators.measures]]
code = "2a"
value = 70

[[indicators.measures.targets]]
value = 80

[[indicators.measures.targets]]
value = 90

[[indicators.measures.targets.milestones]]
section = "mục I"
value = 50

[[indicators.measures]]
code = "2b"

[indicators.measures.definition]
kind = "ratio"

[[duties]]
id = "nam"
last_day = "11-24"
"""


@pytest.mark.parametrize(
    ("field", "key", "line"),
    [
        ("title", "", 1),
        ("document, issuer", "", 4),
        ("document, title", "", 3),
        ("indicators 1, targets", "value", 10),
        ("indicators 1, targets", "due", 9),
        ("indicators 2a, targets", "value", 17),
        ("indicators 2a, targets 2", "value", 23),
        ("indicators 2a, targets 2, milestones 1", "value", 27),
        ("indicators 2b, targets, definition", "kind", 33),
        ("indicators 2b, definition, kind", "", 33),
        ("duties nam", "last_day", 37),
        ("duties nam", "", 35),
        ("nowhere at all", "", 1),
    ],
)
def test_a_field_is_found_in_the_file(tmp_path: Path, field: str, key: str, line: int) -> None:
    """Lists are entered by code, id or number; a line with one measure gives it its code; what is not there has the line of its table."""
    path = tmp_path / "plan.toml"
    path.write_text(FILE, encoding="utf-8")

    assert line_in(read_toml(path), field, key) == line
