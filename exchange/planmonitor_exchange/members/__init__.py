"""Members of groups in files."""
