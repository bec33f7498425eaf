"""From the document of a plan to a draft of it: reading the file, mending its text, and proposing what a person then corrects."""
