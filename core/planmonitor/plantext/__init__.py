"""Reading the sentences of Vietnamese plans: figures and the words that decide a target."""

KEPT = 4096
"""Readings of sentences that are kept: whoever looks at plans reads the same sentences again and again."""
