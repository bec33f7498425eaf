"""From a plan folder to its wheel, without a build backend and without a network: a plan has nothing to be compiled."""

from __future__ import annotations

import base64
import hashlib
import os
import re
import tomllib
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from planmonitor.contract.projects import FILE, Project, read_project
from planmonitor.contract.wheels import SUFFIX
from planmonitor.messages import N_, BadData, Message

_STAMP = (1980, 1, 1, 0, 0, 0)  # the same files make the same wheel


def pack(folder: Path, into: Path, *, link: bool = False) -> Path:
    """Make the wheel of a plan folder: the packages its entry points name, with every file in them.

    Args:
        folder: The plan folder.
        into: The folder to write the wheel in.
        link: Whether the wheel only points to the folder, so that what changes there counts at once.

    Raises:
        BadData: where its `pyproject.toml` cannot be read, leaves name or version open, or names a package that is not there.
    """
    project = read_project(folder)
    said = tomllib.loads((folder / FILE).read_text(encoding="utf-8-sig"))["project"]
    if not (project.name and project.version):
        hint = Message.of(N_("Write both below [project]; where a build works them out, let it make the wheel, and use that."))
        raise BadData(N_("{file} does not say name and version of the project."), hint, file=str(folder / FILE))
    stem = f"{re.sub(r'[-_.]+', '_', project.name)}-{project.version.replace('-', '_')}"
    files = {name: path.read_bytes() for name, path in _files(project)}
    if link:
        files = {f"{stem}.pth": _link(project).encode()}
    metadata = f"{stem}.dist-info"
    files[f"{metadata}/METADATA"] = _metadata(said).encode()
    files[f"{metadata}/WHEEL"] = b"Wheel-Version: 1.0\nGenerator: monitor\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
    files[f"{metadata}/entry_points.txt"] = _entry_points(said).encode()
    record = [f"{name},sha256={_digest(content)},{len(content)}\n" for name, content in files.items()]
    files[f"{metadata}/RECORD"] = "".join([*record, f"{metadata}/RECORD,,\n"]).encode()
    wheel = into / f"{stem}-py3-none-any{SUFFIX}"
    with zipfile.ZipFile(wheel, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files.items():
            packed.writestr(zipfile.ZipInfo(name, _STAMP), content, zipfile.ZIP_DEFLATED)
    return wheel


def _files(project: Project) -> Iterator[tuple[str, Path]]:
    """Yield every file of a project's packages, with its name in the wheel."""
    tops = dict.fromkeys((project.source_of(name), re.split(r"[.:\s]", value.strip())[0]) for name, value in project.plugins.items())
    for source, top in tops:
        found = sorted((source / top).rglob("*")) or [source / f"{top}.py"]
        for path in found:
            inside = path.relative_to(source)
            if path.is_file() and not any(part.startswith((".", "__pycache__")) for part in inside.parts) and path.suffix != ".pyc":
                yield inside.as_posix(), path
        if not any(path.is_file() for path in found):
            hint = Message.of(N_("An entry point names the package that holds the plans; write its name as the folder has it."))
            raise BadData(N_("{file} names the package {package}, which is not there."), hint, file=str(project.folder / FILE), package=top)


def _link(project: Project) -> str:
    """Return the lines by which Python finds a project where it lies."""
    if os.name == "nt" and not str(project.folder.resolve()).isascii():
        hint = Message.of(N_("Install a copy, and once more after each change."))
        raise BadData(N_("Python may not find {folder} through a link: its path holds accents."), hint, folder=str(project.folder))
    return "".join(f"{place}\n" for place in sorted({str(project.source_of(name).resolve()) for name in project.plugins}))


def _metadata(said: Mapping[str, Any]) -> str:
    lines = ["Metadata-Version: 2.1", f"Name: {said['name']}", f"Version: {said['version']}"]
    lines += [f"Summary: {' '.join(said['description'].split())}"] if said.get("description") else []
    lines += [f"Requires-Python: {said['requires-python']}"] if said.get("requires-python") else []
    lines += [f"Requires-Dist: {needed}" for needed in said.get("dependencies", ())]
    for extra, needs in said.get("optional-dependencies", {}).items():
        lines.append(f"Provides-Extra: {extra}")
        for needed in needs:
            what, _semicolon, when = (part.strip() for part in needed.partition(";"))
            lines.append(f'Requires-Dist: {what} ; {f"({when}) and " if when else ""}extra == "{extra}"')
    return "".join(f"{line}\n" for line in lines)


def _entry_points(said: Mapping[str, Any]) -> str:
    groups = {"console_scripts": said.get("scripts", {}), "gui_scripts": said.get("gui-scripts", {}), **said["entry-points"]}
    return "\n".join(f"[{group}]\n" + "".join(f"{name} = {value}\n" for name, value in offers.items()) for group, offers in groups.items() if offers)


def _digest(content: bytes) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=").decode()
