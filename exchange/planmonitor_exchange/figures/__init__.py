"""Figures in files and as people type them."""
