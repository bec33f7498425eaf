"""The fixtures plan authors test with; pytest finds them where the framework is installed.

Nothing is imported here that a run of pytest without them would have to wait for.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from planmonitor.model.places import Place
    from planmonitor.testing.workspace import TrialWorkspace


@pytest.fixture
def today() -> date:
    """Return the day a test takes place on, 30 June 2026; a test file with a fixture `today` of its own moves it."""
    return date(2026, 6, 30)


@pytest.fixture
def place() -> Place:
    """Return a commune that does not exist, for plans that any place can follow."""
    from planmonitor.model.places import Place

    return Place(level="commune", name="xã Thử Nghiệm", code="00000", within="tỉnh Thử Nghiệm")


@pytest.fixture
def workspace(tmp_path_factory: pytest.TempPathFactory, place: Place, today: date) -> TrialWorkspace:
    """Return an empty workspace of `place` in a temporary folder, on the day `today`."""
    from planmonitor.testing.workspace import TrialWorkspace

    return TrialWorkspace(tmp_path_factory.mktemp("workspace"), place, today)
