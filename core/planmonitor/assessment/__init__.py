"""Judging plans: pure functions from plans, recorded figures and a date to statuses, deadlines and findings."""
