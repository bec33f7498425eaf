"""A new plan folder, made from a live plan: the plugin `plan_template` in `templates/`, under another name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

from planmonitor import Message, Refusal
from planmonitor.registry.installed import PLANS, prefix_of
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.plan_draft import PlanDraft

SAMPLE = "plan_template"
SAMPLE_YEAR = "2026"
TEMPLATE = Path(__file__).parent / "templates" / SAMPLE
FROM_DRAFT = TEMPLATE.with_name("plan_from_draft")
"""What stands in a folder begun from a plan file in place of the sample."""
OF_EVERY_PLUGIN = {".github", "CHANGELOG.md", "pyproject.toml", "py.typed"}
"""What of the template speaks of no sample."""


def sample_files(name: str, year: int) -> dict[str, str]:
    """Return the files of a plugin with the sample plan, by their paths inside the plan folder.

    Args:
        name: Name of the plugin.
        year: The year its sample plan is for.
    """
    return dict(_spelt(TEMPLATE, {**_spellings(name), SAMPLE_YEAR: str(year)}))


def draft_files(name: str, draft: PlanDraft) -> dict[str, str]:
    """Return the files of a plugin with the plan of a file in place of the sample, by their paths inside the plan folder.

    Args:
        name: Name of the plugin.
        draft: The plan file.
    """
    spellings = {f"sample-{SAMPLE_YEAR}": draft.name, **_spellings(name)}
    shared = {path: text for path, text in _spelt(TEMPLATE, spellings) if OF_EVERY_PLUGIN & {*Path(path).parts}}
    return {**shared, **dict(_spelt(FROM_DRAFT, spellings)), f"planmonitor_{name}/{PLANS}/{draft.name}.toml": draft.text}


def _spellings(name: str) -> dict[str, str]:
    return {SAMPLE: name, prefix_of(SAMPLE): prefix_of(name)}


def _spelt(template: Path, spellings: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield the files of a template with words of it spelt in another way, in their names too."""
    spelt = re.compile("|".join(spellings))

    def renamed(text: str) -> str:
        return spelt.sub(lambda found: spellings[found.group()], text)

    for source in sorted(template.rglob("*")):
        inside = source.relative_to(template)
        # An installed template has been compiled, an edited one linted and tested.
        left_behind = any(part.startswith((".", "__pycache__")) and part != ".github" for part in inside.parts)
        if source.is_file() and not left_behind:
            yield renamed(inside.as_posix()), renamed(source.read_text(encoding="utf-8"))


def write_plugin_folder(folder: Path, name: str, files: Mapping[str, str]) -> None:
    """Write a plan folder whole or not at all.

    Args:
        folder: The folder to write it in; it must exist.
        name: Name of the plugin, and of the plan folder.
        files: What to write, by the paths inside the plan folder.

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
    with TemporaryDirectory(prefix=f".{name}-", dir=folder) as beside:
        for inside, text in files.items():
            path = Path(beside) / name / inside
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        if target.exists():
            # Windows renames onto nothing that exists.
            target.rmdir()
        (Path(beside) / name).rename(target)
