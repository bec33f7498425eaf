"""A new plan folder, made from a live plan: the plugin `plan_template` in `templates/`, under another name."""

from __future__ import annotations

import re
from pathlib import Path
from tempfile import TemporaryDirectory

from planmonitor import Message, Refusal
from planmonitor.registry.installed import prefix_of
from planmonitor_exchange.speaking.translations import N_

SAMPLE = "plan_template"
SAMPLE_YEAR = "2026"
TEMPLATE = Path(__file__).parent / "templates" / SAMPLE


def write_plugin_folder(folder: Path, name: str, year: int) -> tuple[str, ...]:
    """Write a plan folder whole or not at all.

    Args:
        folder: The folder to write it in; it must exist.
        name: Name of the plugin, and of the plan folder.
        year: The year its sample plan is for.

    Returns:
        The files written, as paths inside the plan folder.

    Raises:
        Refusal: where something stands in the way already; an empty folder does not.
    """
    target = folder / name
    if target.exists() and not (target.is_dir() and not any(target.iterdir())):
        raise Refusal(
            N_("{folder} exists already and is not empty."),
            Message.of(N_("Nothing was written. Choose another name, or another folder with --folder.")),
            folder=str(target),
        )
    with TemporaryDirectory(prefix=f".{name}-", dir=folder) as draft:
        written = _write(Path(draft) / name, name, year)
        if target.exists():
            # Windows renames onto nothing that exists.
            target.rmdir()
        (Path(draft) / name).rename(target)
    return written


def _write(draft: Path, name: str, year: int) -> tuple[str, ...]:
    """Write the template under its new name and return the files."""
    spellings = {SAMPLE: name, prefix_of(SAMPLE): prefix_of(name), SAMPLE_YEAR: str(year)}
    spelt = re.compile("|".join(spellings))

    def renamed(text: str) -> str:
        return spelt.sub(lambda found: spellings[found.group()], text)

    written = []
    for source in sorted(TEMPLATE.rglob("*")):
        inside = source.relative_to(TEMPLATE)
        # An installed template has been compiled, an edited one linted and tested.
        if source.is_file() and not any(part.startswith((".", "__pycache__")) for part in inside.parts):
            path = draft / renamed(inside.as_posix())
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(renamed(source.read_text(encoding="utf-8")), encoding="utf-8", newline="\n")
            written.append(path.relative_to(draft).as_posix())
    return tuple(written)
