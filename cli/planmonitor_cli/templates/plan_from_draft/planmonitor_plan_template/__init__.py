"""A plan: it is a file in `plans/`. The entry point names this module."""

from planmonitor import plans_in

api = 1
# CHANGE: where figures are to be compared with each other, write checks.py and return its checks from a hook below.
planmonitor_programmes, planmonitor_plans = plans_in(__name__)
