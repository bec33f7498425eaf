"""A terminal of a given width, in which the program runs as an officer sees it."""

import os
import struct
import sys
from pathlib import Path

import pyte

LINES = 400
"""Lines of the terminal: so many that nothing scrolls away."""


def screen_of(arguments: list[str], folder: Path, columns: int, lines: int = LINES) -> list[str]:
    """Run `monitor` in Vietnamese in a terminal of so many columns and return the lines that stand on it in the end."""
    screen = pyte.Screen(columns, LINES)
    stream = pyte.ByteStream(screen)
    stream.feed(_output(arguments, folder, columns, lines).replace(b"\n", b"\r\n").replace(b"\r\r\n", b"\r\n"))
    return [line.rstrip() for line in screen.display]


def _output(arguments: list[str], folder: Path, columns: int, lines: int) -> bytes:
    import fcntl
    import pty
    import termios

    child, terminal = pty.fork()
    if child == 0:
        os.environ.update(MONITOR_LANG="vi", MONITOR_WORKSPACE=str(folder), COLUMNS="", LINES="")
        del os.environ["COLUMNS"], os.environ["LINES"]
        os.execv(sys.executable, [sys.executable, "-c", "from planmonitor_cli.main import main; main()", *arguments])
    fcntl.ioctl(terminal, termios.TIOCSWINSZ, struct.pack("HHHH", lines, columns, 0, 0))
    written = b""
    while True:
        try:
            part = os.read(terminal, 65536)
        except OSError:  # the end of a terminal whose program has ended
            break
        if not part:
            break
        written += part
    os.close(terminal)
    os.waitpid(child, 0)
    return written
