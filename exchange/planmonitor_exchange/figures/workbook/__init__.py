"""Figures in workbooks (.xlsx): looked at under limits, read, and given back with what is wrong in colour."""
