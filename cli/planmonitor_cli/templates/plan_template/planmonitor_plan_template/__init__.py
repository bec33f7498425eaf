"""A sample: its programme and plan are files in `plans/`, its check is in `checks.py`. The entry point names this module."""

from planmonitor import Check, hookimpl, plans_in

from . import checks

api = 1
planmonitor_programmes, planmonitor_plans = plans_in(__name__)


# CHANGE: delete this hook, checks.py and its tests where your plans need no check of their own.
@hookimpl
def planmonitor_checks() -> tuple[Check, ...]:
    """Return the check of the sample plan."""
    return checks.CHECKS
