"""The report of a period as a document: sections as values, and the files that are made of them."""
