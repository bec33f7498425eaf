"""Forms of a superior, filled with the report of a period."""
