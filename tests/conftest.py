"""What tests share: a folder, a day and a way to run `monitor`, and a folder to install plugins in."""

from __future__ import annotations

import hashlib
import importlib
import json
import shutil
import sys
from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from planmonitor_cli.main import run
from support.installing import Install, offer

VAN_SON = "child-labour/van-son-2026-2030"
THANH_TRI = "child-labour/thanh-tri-2021-2025"
KON_TUM = "child-labour/kon-tum-2021-2025"
NATIONAL = "child-labour/national-2021-2025"


class Answer:
    """What one run of `monitor` said, and how it ended."""

    def __init__(self, code: int, out: str, err: str) -> None:
        self.code = code
        self.out = out
        self.err = err

    @property
    def words(self) -> str:
        """Return standard output as running text, whatever lines it is broken into."""
        return " ".join(self.out.split())

    @property
    def json(self) -> Any:
        """Return standard output as one JSON document."""
        return json.loads(self.out)


class Monitor:
    """Runs `monitor` in a folder, on a fixed day, in English unless told otherwise."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str], made: Path) -> None:
        self.folder = folder
        self._made = made
        self.today = date(2026, 11, 22)
        self._capsys = capsys
        self._ticks = 0

    def now(self) -> datetime:
        """Return ten in the morning of the fixed day, a little later at every call."""
        self._ticks += 1
        moment = datetime.combine(self.today, time(10), ZoneInfo("Asia/Ho_Chi_Minh"))
        return moment.replace(microsecond=self._ticks)

    def __call__(self, *arguments: str, code: int | None = 0, lang: str = "en") -> Answer:
        """Run a command; `code` is the exit code expected, None for any."""
        self._capsys.readouterr()
        ended = run(
            ["--lang", lang, "--workspace", str(self.folder), *arguments] if arguments[:1] != ("init",) else ["--lang", lang, *arguments], self.now
        )
        captured = self._capsys.readouterr()
        answer = Answer(ended, captured.out, captured.err)
        assert code is None or ended == code, f"exit {ended}\n{captured.out}\n{captured.err}"
        assert "Traceback" not in captured.err or "--debug" in arguments
        return answer

    def follow(self, *plans: str) -> Monitor:
        """Create a workspace in the folder that follows these plans: `monitor init` makes the first such one of a day, the others are copies."""
        made = self._made / hashlib.sha256(repr((plans, self.today)).encode()).hexdigest()
        if not made.exists():
            self("init", str(self.folder), *(word for plan in plans for word in ("--plan", plan)))
            shutil.copytree(self.folder, made)
        else:
            self.now()
            shutil.copytree(made, self.folder, dirs_exist_ok=True)
        return self

    def measure(self, code: str, *arguments: str) -> dict[str, Any]:
        """Return one measure of `status --format json` by the end of its id."""
        plans = self("status", "--format", "json", *arguments, code=None).json["plans"]
        return next(item for plan in plans for item in plan["measures"] if item["id"].endswith(f"/{code}"))


@pytest.fixture(scope="session")
def workspaces_made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder of the workspaces that `Monitor.follow` has made."""
    return tmp_path_factory.mktemp("workspaces")


@pytest.fixture
def monitor(tmp_path: Path, workspaces_made: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Monitor:
    """Return a runner of `monitor` in an empty temporary folder."""
    for name in ("MONITOR_LANG", "MONITOR_WORKSPACE", "MONITOR_DATABASE_URL", "MONITOR_TRACE_PLUGINS"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("LANGUAGE", "en")
    return Monitor(tmp_path / "workspace", capsys, workspaces_made)


@pytest.fixture
def van_son(monitor: Monitor) -> Monitor:
    """Return a runner in a workspace that follows the plan of Vân Sơn commune."""
    return monitor.follow(VAN_SON)


@pytest.fixture
def thanh_tri(monitor: Monitor) -> Monitor:
    """Return a runner in a workspace that follows the plan of Thanh Trì district, on a day of its last year."""
    monitor.today = date(2025, 11, 20)
    return monitor.follow(THANH_TRI)


@pytest.fixture
def kon_tum(monitor: Monitor) -> Monitor:
    """Return a runner in a workspace that follows the Kon Tum district's plan, on a day of its last year."""
    monitor.today = date(2025, 11, 20)
    return monitor.follow(KON_TUM)


@pytest.fixture
def packages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Return an empty folder of installed packages on the import path; what is imported from it is forgotten afterwards."""
    folder = tmp_path / "site-packages"
    folder.mkdir()
    monkeypatch.syspath_prepend(folder)
    before = set(sys.modules)
    yield folder
    new = set(sys.modules) - before
    ours = {name.partition(".")[0] for name in new if str(getattr(sys.modules[name], "__file__", None)).startswith(str(folder))}
    for name in new:
        if name.partition(".")[0] in ours:
            del sys.modules[name]
    importlib.invalidate_caches()


@pytest.fixture
def install(packages: Path) -> Install:
    """Return how to install a plugin of a name and a text."""

    def install_plugin(name: str, body: str) -> None:
        (packages / f"fixture_{name}.py").write_text(body, encoding="utf-8")
        offer(packages, name, f"fixture_{name}", f"fixture-{name}")

    return install_plugin
