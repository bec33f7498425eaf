"""What holds for every test, those of the plugins too: no property test runs against a clock.

A slow or busy machine must not turn a test red. What never ends is still cut off, by the timeout of the whole test.

Bundled plans are read in the compiled form that a wheel carries, as officers have them; one test holds each of these equal to its source.

What several files of tests/ begin with stands in tests/support/; what it asserts is told as fully as what a test asserts.
"""

from __future__ import annotations

import os
import sys

import pytest
from hypothesis import HealthCheck, settings

import hatch_build

settings.register_profile("planmonitor", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("planmonitor")
pytest.register_assert_rewrite("support")


def pytest_sessionstart() -> None:
    """Compile the bundled plan files and days off that have changed, beside their sources."""
    from planmonitor.assessment.public_days import COMPILED
    from planmonitor.planfile.compiled import compiled_path

    made = {compiled_path(source): text for source, text in hatch_build.compile_all().items()}
    for path, text in (made | {COMPILED: hatch_build.compile_days()}).items():
        if not path.is_file() or path.read_text(encoding="utf-8") != text:
            path.parent.mkdir(exist_ok=True)
            unfinished = path.with_suffix(f".{os.getpid()}")
            unfinished.write_text(text, encoding="utf-8")
            unfinished.replace(path)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Leave the tests marked `once` to one version of Python: the oldest, unless `MONITOR_ONCE` says "no" there, and "only" elsewhere."""
    wanted = os.environ.get("MONITOR_ONCE") or ("yes" if sys.version_info[:2] == (3, 11) else "no")
    once = [item for item in items if item.get_closest_marker("once")]
    if wanted == "only":
        config.hook.pytest_deselected(items=[item for item in items if not item.get_closest_marker("once")])
        items[:] = once
    elif wanted == "no":
        for item in once:
            item.add_marker(pytest.mark.skip(reason="it takes long, and hangs on no version of Python: one runs it"))
