"""A plan as a TOML file."""
