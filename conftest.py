"""What holds for every test, those of the plugins too: no property test runs against a clock.

A slow or busy machine must not turn a test red. What never ends is still cut off, by the timeout of the whole test.

What several files of tests/ begin with stands in tests/support/; what it asserts is told as fully as what a test asserts.
"""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings

settings.register_profile("planmonitor", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("planmonitor")
pytest.register_assert_rewrite("support")
