"""The one thing that speaks: values, verdicts and refusals in one language."""

from __future__ import annotations

from planmonitor_exchange.speaking.refusals import Refusals
from planmonitor_exchange.speaking.verdicts import Verdicts


class Speaker(Verdicts, Refusals):
    """Speaks one language; by default the one in use."""
