"""Watches what a plugin does while it is imported: a plan is content, and content needs neither network nor clock nor disk.

`python -m planmonitor.contract.importing MODULE` imports a module in its own process and prints what its files did as JSON.
Nothing is prevented; reading the module's own code is the import's doing, not the plugin's.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import warnings
from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import FrameType
from typing import Any

from attrs import asdict, frozen

LIMIT = 60
"""Seconds an import may take."""

_EVENTS = {
    "network": ("socket.", "urllib.", "http.client.", "ftplib.", "smtplib.", "poplib.", "imaplib."),
    "program": ("subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "os.startfile"),
    "disk": (
        *("open", "os.listdir", "os.scandir", "os.mkdir", "os.remove", "os.rename", "os.rmdir", "os.link", "os.symlink", "os.truncate"),
        *("os.chdir", "os.chmod", "os.utime", "shutil.", "tempfile.", "glob.", "pathlib.", "sqlite3.connect"),
    ),
}
_CLOCK = {
    "time": {"time", "time_ns", "localtime", "gmtime", "ctime", "asctime", "strftime", "clock_gettime", "clock_gettime_ns"},
    "datetime": {"today", "now", "utcnow"},
}


@frozen
class Deed:
    """Something a plugin did while it was imported."""

    kind: str
    """ "disk", "network", "program" or "clock"."""
    what: str
    """What it did, as Python names it: "open settings.json", "date.today"."""
    where: str
    """File and line of the plugin."""


@frozen
class Watched:
    """What one import did."""

    deeds: tuple[Deed, ...] = ()
    """What the plugin's own files did, each kind once for every line."""
    error: str = ""
    """Why the import could not be watched to its end; "" where it was."""
    late: bool = False
    """Whether it took too long."""


def roots_of(module: str) -> tuple[Path, ...]:
    """Return where the files of a plugin lie: the folder of its outermost package, or the one file it is.

    Args:
        module: Name of a module that can be imported, or one inside a package; it is not imported.
    """
    spec = find_spec(module.partition(".")[0])
    if spec is None:
        return ()
    return tuple(Path(place).absolute() for place in (spec.submodule_search_locations or (spec.origin,)) if place)


def watch(module: str, limit: int = LIMIT) -> Watched:
    """Import a module in a process of its own and return what it did there.

    Args:
        module: Name of the module; it is found where this process finds it.
        limit: Seconds to wait.
    """
    path = os.pathsep.join(str(Path(place).absolute()) for place in sys.path)
    # Like -I: neither the current folder nor the user's own site; what this process imports from is handed on in PYTHONPATH.
    command = [sys.executable, "-s", "-P", "-X", "utf8", "-m", "planmonitor.contract.importing", module]
    try:
        ended = subprocess.run(  # noqa: S603 - no word of it is typed in by anybody
            command,
            env={**os.environ, "PYTHONPATH": path},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            timeout=limit,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return Watched(late=True)
    try:
        answer = json.loads(ended.stdout)
    except ValueError:
        return Watched(error=f"exit {ended.returncode}")
    return Watched(tuple(Deed(**deed) for deed in answer["deeds"]), answer["error"])


class Watcher:
    """Notes what the files of one plugin do, from `sys.addaudithook` and `sys.setprofile`."""

    def __init__(self, roots: Sequence[Path]) -> None:
        """Take where the plugin's files lie."""
        self.deeds: dict[tuple[str, str], Deed] = {}
        self.watching = False
        self._base = roots[0].parent if roots else Path()
        self._folders = tuple(os.path.normcase(f"{root}{os.sep}") for root in roots)
        self._files = {os.path.normcase(root) for root in roots}

    def audit(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Note an audit event of Python's own list; takes what `sys.addaudithook` gives."""
        if not self.watching:
            return
        kind = next((kind for kind, names in _EVENTS.items() if event.startswith(names)), None)
        if kind is not None:
            self._note(kind, f"{event} {_named(arguments)}".strip(), sys._getframe(1))

    def profile(self, frame: FrameType, event: str, argument: Any) -> None:
        """Note a call of a clock; takes what `sys.setprofile` gives."""
        if event != "c_call" or not self.watching:
            return
        name, owner = argument.__name__, getattr(argument, "__self__", None)
        if isinstance(owner, type) and any(base.__module__ == "datetime" for base in owner.__mro__) and name in _CLOCK["datetime"]:
            self._note("clock", f"{owner.__name__}.{name}", frame)
        elif getattr(argument, "__module__", None) == "time" and name in _CLOCK["time"]:
            self._note("clock", f"time.{name}", frame)

    def _note(self, kind: str, what: str, frame: FrameType) -> None:
        self.watching = False  # What is looked up here is ours.
        where = self._own_line(frame)
        if where is not None:
            self.deeds.setdefault((kind, where), Deed(kind, what, where))
        self.watching = True

    def _own_line(self, start: FrameType) -> str | None:
        """Return the line of the plugin that a frame was called from, or None where another import lies between."""
        frame: FrameType | None = start
        while frame is not None:
            code = frame.f_code
            if code.co_name == "_find_and_load" and "importlib" in code.co_filename:
                return None
            name = os.path.normcase(code.co_filename)
            if name in self._files or name.startswith(self._folders):
                return f"{Path(os.path.relpath(code.co_filename, self._base)).as_posix()}:{frame.f_lineno}"
            frame = frame.f_back
        return None


def _named(arguments: tuple[Any, ...]) -> str:
    """Return the file an audit event is about, without its folders."""
    first = arguments[0] if arguments else ""
    return os.fsdecode(first).replace("\\", "/").rsplit("/", 1)[-1][:80] if isinstance(first, (str, bytes, os.PathLike)) else ""


def _imported(module: str) -> dict[str, Any]:
    """Import a module under watch and return what to answer."""
    watcher = Watcher(roots_of(module))
    warnings.simplefilter("ignore")  # Printing a warning opens the file it is about.
    sys.addaudithook(watcher.audit)
    sys.setprofile(watcher.profile)
    watcher.watching = True
    error = ""
    try:
        import_module(module)
    except BaseException as trouble:  # a plugin may call sys.exit at import
        error = f"{type(trouble).__name__}: {trouble}"[:200]
    finally:
        watcher.watching = False
        sys.setprofile(None)
    return {"deeds": [asdict(deed) for deed in watcher.deeds.values()], "error": error}


def main(arguments: Sequence[str]) -> int:
    """Import one module and print what it did as JSON; whatever else is printed goes to standard error.

    Args:
        arguments: Name of the module.
    """
    answer = os.dup(1)
    os.dup2(2, 1)
    with open(answer, "w", encoding="utf-8") as out:  # noqa: PTH123 - a descriptor has no path
        json.dump(_imported(arguments[0]), out)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
