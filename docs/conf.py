"""How the pages of this folder become a site: `sphinx-build -W -b html docs FOLDER`.

The pages stay plain Markdown that reads well without being built. That is why the order of the pages stands in the table of
`index.md` and nowhere else: the site takes it from there.
"""

from __future__ import annotations

import re
from typing import Any

project = "monitor"
author = "The monitor maintainers"
language = "en"

extensions = ["myst_parser"]
myst_enable_extensions = ["colon_fence"]
myst_heading_anchors = 4
html_theme = "furo"
html_title = "monitor"
html_copy_source = False
exclude_patterns = ["_build"]

INDEX = "index"
ROW = re.compile(r"^\| \[[^\]]+\]\((?P<page>[\w-]+)\.md\) \|", re.MULTILINE)
"""A row of the table of pages in the index."""


def add_contents(_app: Any, page: str, source: list[str]) -> None:
    """Add to the index the list of pages that a site is built from: those of its table, in that order."""
    if page == INDEX:
        pages = "\n".join(match["page"] for match in ROW.finditer(source[0]))
        source[0] += f"\n```{{toctree}}\n:hidden:\n\n{pages}\n```\n"


def setup(app: Any) -> dict[str, bool]:
    """Connect what this file adds; what Sphinx calls."""
    app.connect("source-read", add_contents)
    return {"parallel_read_safe": True, "parallel_write_safe": True}
