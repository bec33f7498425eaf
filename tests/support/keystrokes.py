"""A spreadsheet worked by key strokes on a screen that nobody sees: what is typed meets locks and rules of cells as it does at an officer's desk."""

from __future__ import annotations

import os
import shutil
import subprocess
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

T = TypeVar("T")
PROGRAMS = ("soffice", "Xvfb", "xdotool")
WAIT = 30.0
"""Seconds after which what should have happened on the screen counts as not happening."""
QUIET = 4
"""How many looks in a row must find the program asleep."""
_PROFILE = """<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Setup/L10N"><prop oor:name="ooSetupSystemLocale" oor:op="fuse"><value>vi-VN</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Save/Document"><prop oor:name="WarnAlienFormat" oor:op="fuse"><value>false</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="FirstRun" oor:op="fuse"><value>false</value></prop></item>
<item oor:path="/org.openoffice.Office.Common/Misc"><prop oor:name="ShowTipOfTheDay" oor:op="fuse"><value>false</value></prop></item>
<item oor:path="/org.openoffice.Setup/Product"><prop oor:name="ooSetupLastVersion" oor:op="fuse"><value>99.9</value></prop></item>
</oor:items>
"""
"""As on a Vietnamese computer, with a comma before decimals; nothing asked at the first start or at saving."""
_SMALLEST = 100
"""Pixels across the smallest window that somebody reads: smaller ones are the toolkit's own."""


def lacking() -> str:
    """Return what is not installed here of all that typing into LibreOffice takes; "" where everything is."""
    missing = [program for program in PROGRAMS if shutil.which(program) is None]
    if office := shutil.which("soffice"):
        program = Path(office).resolve().parent
        parts = {"LibreOffice's windows (libreoffice-gtk3)": program / "libvclplug_gtk3lo.so"}
        parts["the windows of Calc (libreoffice-calc)"] = program.parent / "share" / "config" / "soffice.cfg" / "modules" / "scalc" / "ui"
        missing += [name for name, path in parts.items() if not path.exists()]
    return ", ".join(missing)


def until(found: Callable[[], T], what: str) -> T:
    """Return what a look finds as soon as it finds anything; an AssertionError that says what did not happen."""
    end = time.monotonic() + WAIT
    while time.monotonic() < end:
        if there := found():
            return there
        time.sleep(0.05)
    raise AssertionError(f"after {WAIT:.0f} s still not: {what}")


class TypedOffice:
    """A workbook opened in LibreOffice Calc: `with TypedOffice(path, folder) as office: office.write(cell, "40")`.

    Sheets and cells are named by those that openpyxl has of it.
    """

    def __init__(self, workbook: Path, folder: Path) -> None:
        """Take the workbook, and a folder for the profile of this one run."""
        self._workbook = workbook
        self._folder = folder
        self._running: list[subprocess.Popen[bytes]] = []
        self._env: dict[str, str] = {}
        self._window = ""
        self._status = Path()

    def __enter__(self) -> Self:
        try:
            self._env = self._surroundings(self._screen())
            self._open()
        except BaseException:
            self._end()
            raise
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._end()

    def _screen(self) -> str:
        """Begin a screen in memory; return its name."""
        reading, writing = os.pipe()
        command = ["Xvfb", "-displayfd", str(writing), "-screen", "0", "1280x900x24", "-nolisten", "tcp"]
        self._running.append(subprocess.Popen(command, pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL))
        os.close(writing)
        with os.fdopen(reading) as told:
            return f":{told.readline().strip()}"

    def _surroundings(self, screen: str) -> dict[str, str]:
        kept = {name: value for name, value in os.environ.items() if not name.startswith(("LC_", "DBUS_", "WAYLAND_", "XDG_"))}
        alone = {"DISPLAY": screen, "HOME": str(self._folder), "LC_ALL": "C.UTF-8", "NO_AT_BRIDGE": "1", "SAL_USE_VCLPLUGIN": "gtk3"}
        return kept | alone

    def _open(self) -> None:
        (self._folder / "user").mkdir(parents=True)
        (self._folder / "user" / "registrymodifications.xcu").write_text(_PROFILE, encoding="utf-8")
        alone = f"-env:UserInstallation={self._folder.as_uri()}"
        command = ["soffice", alone, "--norestore", "--nologo", "--nodefault", "--calc", str(self._workbook)]
        told = self._folder / "told.txt"
        with told.open("wb") as said:
            self._running.append(subprocess.Popen(command, env=self._env, stdout=said, stderr=said, start_new_session=True))
        title = f"^{self._workbook.name} - LibreOffice Calc$"
        try:
            self._window = until(lambda: self._do("search", "--onlyvisible", "--name", title), f"a window '{title}'").split()[0]
        except AssertionError as error:
            error.add_note(told.read_text(encoding="utf-8", errors="replace"))
            raise
        self._do("mousemove", "0", "0")
        self._do("windowfocus", "--sync", self._window)
        self._status = until(self._found_at_work, "the program among those that run") or Path()
        self._settle()
        until(self._answers, "a key that is answered")
        self._put_away()

    def _end(self) -> None:
        for program in reversed(self._running):
            if program.poll() is None:
                os.killpg(program.pid, 15) if os.getpgid(program.pid) == program.pid else program.terminate()
            program.wait(WAIT)

    def _do(self, *words: str) -> str:
        """Have xdotool do something, and return what it says: "" where it finds nothing."""
        done = subprocess.run(["xdotool", *words], env=self._env, capture_output=True, text=True, encoding="utf-8", timeout=WAIT, check=False)
        return done.stdout.strip()

    def press(self, *keys: str) -> None:
        """Press keys, one after the other."""
        self._do("key", "--clearmodifiers", *keys)
        self._settle()

    def type(self, text: str) -> None:
        """Type a text of plain letters."""
        self._do("type", "--", text)
        self._settle()

    def _settle(self) -> None:
        """Wait until the program has done all that it was told: it sleeps, and has done nothing for a while."""
        before, quiet = "", 0
        end = time.monotonic() + WAIT
        while quiet < QUIET and self._running[-1].poll() is None and time.monotonic() < end:
            time.sleep(0.03)
            now = self._at_work()
            quiet = quiet + 1 if now == before and now.startswith("S") else 0
            before = now

    def _at_work(self) -> str:
        """Return whether the program sleeps, and the time of the processor it has taken; "" where it has ended."""
        with suppress(OSError):
            state, *numbers = self._status.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
            return f"{state} {numbers[10]} {numbers[11]}"
        return ""

    def _found_at_work(self) -> Path | None:
        """Return where the system tells of the program that the one started has begun in its turn."""
        for status in Path("/proc").glob("[0-9]*/stat"):
            with suppress(OSError):
                name, _sign, told = status.read_text(encoding="utf-8", errors="replace").rpartition(")")
                if name.endswith("(soffice.bin") and int(told.split()[3]) == self._running[-1].pid:
                    return status
        return None

    def sheet(self, sheet: Worksheet) -> None:
        """Go to one of the sheets of the workbook."""
        seen = [other.title for other in sheet.parent if other.sheet_state == "visible"]
        self.press(*["ctrl+Prior"] * len(seen), *["ctrl+Next"] * seen.index(sheet.title))

    def go(self, cell: Cell) -> None:
        """Go to a cell of the sheet through the box with its address."""
        self.press("ctrl+shift+t")
        self.type(cell.coordinate)
        self.press("Return")

    def write(self, cell: Cell, text: str) -> None:
        """Type a text into a cell, and press Enter."""
        self.go(cell)
        self.type(text)
        self.press("Return")

    def refused(self) -> None:
        """Wait for the message that what was typed cannot stand there, and put it away: the cell is as it was."""
        until(self._messages, "a message that refuses what was typed")
        self._put_away()

    def _put_away(self) -> None:
        self.press("Escape")
        until(lambda: not self._messages(), "the message gone")

    def _answers(self) -> bool:
        """Return whether the program takes keys, which it does only some time after its window has come up."""
        self.press("ctrl+Home", "7")  # the first cell of every sheet of ours is locked, which is told
        return bool(self._messages())

    def _messages(self) -> Sequence[str]:
        """Return the windows that have come up before the workbook's own."""
        root = self._do("search", "--maxdepth", "0", "--name", "").split()
        windows = [window for window in self._do("search", "--onlyvisible", "--name", "").split() if window not in {self._window, *root}]
        return [window for window in windows if self._width(window) >= _SMALLEST]

    def _width(self, window: str) -> int:
        told: dict[str, Any] = dict(line.split("=", 1) for line in self._do("getwindowgeometry", "--shell", window).splitlines() if "=" in line)
        return int(told.get("WIDTH", 0))

    def save(self) -> None:
        """Save the workbook under its own name and kind, and wait until that is done."""
        assert not self._messages(), "a message stands before the workbook"
        before = self._workbook.stat().st_mtime_ns
        self.press("ctrl+s")
        until(lambda: self._workbook.stat().st_mtime_ns != before, "the workbook saved")

    def leave(self) -> None:
        """Close the program, and wait until it has ended: then the file is whole."""
        self.press("ctrl+q")
        self._running[-1].wait(WAIT)
