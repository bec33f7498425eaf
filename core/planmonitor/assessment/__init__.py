"""Judging plans: pure functions from plans, recorded figures and a date to statuses and deadlines; and what a check of them is."""
