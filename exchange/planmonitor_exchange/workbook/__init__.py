"""Workbooks that are written: those to fill in, and answers as rows."""
