"""Documents in and out, and the words of both languages."""
