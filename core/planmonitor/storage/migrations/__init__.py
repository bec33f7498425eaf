"""The steps from one schema to the next, one file each, run in order and never changed once released."""
