"""The environment `monitor` runs in: what is installed there, by which pip, and how it is put back as it was."""

from __future__ import annotations

import json
import os
import shlex
import shutil
import site
import subprocess
import sys
import sysconfig
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import cache
from importlib import invalidate_caches
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from importlib.util import find_spec
from pathlib import Path
from typing import Any
from zipfile import ZipFile

from planmonitor import Message, StorageTrouble
from planmonitor_exchange.speaking import translations
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.output import tell

# Neither a network nor what the user's own settings of pip say: what is installed is the file that was looked at.
_ALONE = ("--isolated", "--disable-pip-version-check", "--no-input")
_RUN = "from planmonitor_cli.main import main; main()"


@cache
def pip() -> tuple[str, ...]:
    """Return the command that installs into this environment: its own pip, else that of the Python it was made from.

    Raises:
        StorageTrouble: where neither has one.
    """
    if find_spec("pip") is not None:
        return (sys.executable, "-m", "pip")
    base = str(getattr(sys, "_base_executable", sys.executable))
    if base != sys.executable and _ended([base, "-c", "import pip"]).returncode == 0:
        return (base, "-m", "pip", "--python", sys.prefix)
    hint = Message.of(N_("Give it one: {command}"), command=command_line([base, "-m", "ensurepip"]))
    raise StorageTrouble(N_("Neither {python} nor the Python it was made from has pip, which installs plugins."), hint, python=sys.executable)


def command_line(words: Sequence[str]) -> str:
    """Return a command as one line to be pasted."""
    return subprocess.list2cmdline(words) if os.name == "nt" else shlex.join(words)


def install(wheel: Path) -> None:
    """Install a wheel in place of what is installed under its name, without a network.

    Raises:
        StorageTrouble: where pip refuses; what it said is told.
    """
    _done(_pip("install", "--no-index", "--no-deps", "--force-reinstall", str(wheel)))
    invalidate_caches()


def missing(wheel: Path) -> str | None:
    """Return the first thing that a wheel needs and this environment does not have; None where it has all."""
    tried = _pip("install", "--no-index", "--dry-run", str(wheel))
    if tried.returncode == 0:
        return None
    wanted = "No matching distribution found for "
    for line in tried.stderr.splitlines():
        if wanted in line:
            return line.partition(wanted)[2].partition(" (from ")[0].strip()
    _done(tried)
    return None


@contextmanager
def as_before(name: str, wheel: Path, room: Path) -> Iterator[str]:
    """Let a wheel be installed, and put the environment back as it was where what follows raises; gives the version there was, or "".

    Args:
        name: Name of the distribution.
        wheel: Its wheel.
        room: An empty folder for a copy of its files, and of those of others that the wheel writes over.
    """
    found = _here(name)
    places = dict.fromkeys([*(() if found is None else _places(found)), *_written_over(wheel)])
    kept = [(place, room / str(at)) for at, place in enumerate(places)]
    for place, copy in kept:
        shutil.copy2(place, copy)
    try:
        yield found.version if found is not None else ""
    except BaseException:  # also where the user stops it half-way
        _remove(name)
        for place, copy in kept:
            place.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(copy, place)
        raise


def examined(*named: str) -> list[dict[str, Any]]:
    """Return what `plugins check` says, in a process of its own that finds what is installed now.

    Args:
        named: What is to be looked at; all that is installed where not given.

    Raises:
        StorageTrouble: where it ends before it has said anything.
    """
    command = [sys.executable, "-P", "-X", "utf8", "-c", _RUN, "--lang", translations.current(), "plugins", "check", "--format", "json", *named]
    ended = _ended(command)
    try:
        return json.loads(ended.stdout)  # type: ignore[no-any-return]
    except ValueError:
        raise StorageTrouble(N_("The plugins could not be looked at: {said}"), said=_last(ended)) from None


def _here(name: str) -> Distribution | None:
    """Return the distribution of a name that is installed in this environment, not one that it only sees."""
    with suppress(PackageNotFoundError):
        found = distribution(name)
        folder = Path(str(found.locate_file(""))).resolve()
        if any(folder.is_relative_to(Path(place).resolve()) for place in (sys.prefix, site.getuserbase())):
            return found
    return None


def _places(found: Distribution) -> list[Path]:
    return [place for file in found.files or () if (place := Path(str(file.locate()))).is_file()]


def _written_over(wheel: Path) -> list[Path]:
    with ZipFile(wheel) as packed:
        folder = Path(sysconfig.get_path("purelib"))
        return [place for name in packed.namelist() if (place := folder / name).is_file()]


def _remove(name: str) -> None:
    """Take a distribution out of the environment; where nothing of it was installed yet there is nothing to do."""
    if _here(name) is not None and (ended := _pip("uninstall", "--yes", name)).returncode != 0:
        tell(_last(ended))


def _pip(action: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return _ended([*pip(), *_ALONE, action, *arguments])


def _ended(command: Sequence[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - no word of it is run by a shell
        command, env={**os.environ, "PYTHONUTF8": "1"}, stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", errors="replace", check=False
    )


def _done(ended: subprocess.CompletedProcess[str]) -> None:
    if ended.returncode != 0:
        raise StorageTrouble(N_("pip refuses: {said}"), said=_last(ended))


def _last(ended: subprocess.CompletedProcess[str]) -> str:
    """Return the line in which a program says why it stopped."""
    lines = [line.strip() for line in ended.stderr.splitlines() if line.strip()] or [f"exit {ended.returncode}"]
    return next((line.removeprefix("ERROR: ") for line in reversed(lines) if line.startswith("ERROR: ")), lines[-1])
