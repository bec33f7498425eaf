"""Opening a workspace for a command, and ending the command: the one place that looks at clock and environment for it."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path

from planmonitor.registry.ageing import ageing
from planmonitor.workspace.file import WorkspaceFile, read
from planmonitor.workspace.opening import TIME_ZONE, Surroundings, Workspace
from planmonitor_exchange.speaking import translations
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

from planmonitor_cli.folder import NoWorkspace, folder_of
from planmonitor_cli.invocation import Invocation
from planmonitor_cli.output import tell
from planmonitor_cli.plugins import note_of, tell_tracebacks, trace


def local_now() -> datetime:
    """Return the present instant in Viet Nam."""
    return datetime.now(TIME_ZONE)


def today(invocation: Invocation) -> date:
    """Return the present day in Viet Nam."""
    return (invocation.clock or local_now)().astimezone(TIME_ZONE).date()


def surroundings(invocation: Invocation) -> Surroundings:
    """Return when and in what surroundings the program was called."""
    return Surroundings(
        clock=invocation.clock or local_now,
        language=translations.current(),
        database=os.environ.get("MONITOR_DATABASE_URL", ""),
        clock_right=invocation.clock_right,
        trace=trace(),
    )


def workspace_file(invocation: Invocation) -> WorkspaceFile:
    """Return what the file of the workspace says: of the folder named, or of the one found from the current folder upwards.

    Raises:
        NoWorkspace: where there is none.
        BadData: where the file is wrong.
    """
    return read(folder_of(invocation))


def workspace_file_or_none(invocation: Invocation) -> WorkspaceFile | None:
    """Return what the file of the workspace says, or None where none was named and there is none here."""
    try:
        return workspace_file(invocation)
    except NoWorkspace:
        if invocation.workspace is not None:
            raise
        return None


def workspace_with_figures(invocation: Invocation) -> Workspace | None:
    """Return the workspace, for a command that works without one and only looks at what is recorded; None where nothing is."""
    file = workspace_file_or_none(invocation)
    workspace = Workspace(file, surroundings(invocation)) if file is not None else None
    return workspace if workspace is not None and Path(workspace.database_at).exists() else None


def own_files(invocation: Invocation) -> set[Path]:
    """Return the files that a workspace lives on: its monitor.toml and its database; none outside a workspace."""
    file = workspace_file_or_none(invocation)
    if file is None:
        return set()
    database = Workspace(file, surroundings(invocation)).database_at
    return {file.path.resolve(), *({database.resolve()} if isinstance(database, Path) else ())}


@contextmanager
def opened(invocation: Invocation, *, everything: bool = False, elsewhere: bool = False, told: bool = False) -> Iterator[Workspace]:
    """Open the workspace for a command, and end the command as every one ends.

    What went wrong with enabled plugins is told on standard error, also where the command is refused or ends early, and the exit
    code is then 1 where it would be 0.

    Args:
        invocation: How the program was called.
        everything: Whether to load all installed plugins, and all local plans.
        elsewhere: Whether the command works outside a workspace too: with all installed plugins, and no plan followed.
        told: Whether the command shows by itself what went wrong with plugins.

    Raises:
        NoWorkspace: where there is none.
        BadData: where its file is wrong.
    """
    file = workspace_file_or_none(invocation) if elsewhere else workspace_file(invocation)
    workspace = Workspace(file or WorkspaceFile(Path()), surroundings(invocation), everything=everything or file is None)
    silent = False
    try:
        yield workspace
        silent = told
    except SystemExit:
        silent = told
        raise
    finally:
        for note in workspace.notes:
            tell(Speaker()(N_("Note: {warning}"), warning=note))
        for going in ageing(workspace.catalogue.loaded):
            tell(Speaker()(N_("Note: {warning}"), warning=note_of(going)))
        for problem in () if silent else workspace.problems:
            tell(Speaker().problem(problem))
        if invocation.debug:
            tell_tracebacks([*workspace.catalogue.problems, *workspace.failed_checks])
    finish(1 if workspace.problems else 0)


def finish(code: int) -> None:
    """End the command with an exit code; 0 ends it in the usual way."""
    if code:
        sys.exit(code)
