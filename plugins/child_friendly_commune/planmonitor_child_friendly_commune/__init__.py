"""The scorecard of the child-friendly commune: the programme, its plan and its checks.

Programme and plans are files in `plans/`; this module is what the entry point names.
"""

from planmonitor import Check, hookimpl, plans_in

from . import checks

api = 1
planmonitor_programmes, planmonitor_plans = plans_in(__name__)


@hookimpl
def planmonitor_checks() -> tuple[Check, ...]:
    """Return the checks of all its plans."""
    return checks.CHECKS
