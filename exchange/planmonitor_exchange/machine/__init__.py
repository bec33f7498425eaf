"""Answers for other programs."""
