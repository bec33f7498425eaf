"""Wheels of plugins, read without being installed."""

from __future__ import annotations

import zipfile
from importlib.metadata import distributions
from pathlib import Path

from planmonitor.contract.projects import Project
from planmonitor.messages import N_, BadData, Message
from planmonitor.registry.installed import PROJECT

SUFFIX = ".whl"
FRAMEWORK = ("planmonitor", "planmonitor_exchange", "planmonitor_cli")
"""The framework's own packages: a release of the bundled plugins carries those of its day, and they must not take the place of ours."""


def unpacked(wheel: Path, folder: Path) -> Project:
    """Unpack a wheel into a folder, all but the framework's own packages, and return what it registers.

    Raises:
        BadData: where the file is no wheel, or registers no plugin.
    """
    try:
        with zipfile.ZipFile(wheel) as packed:
            packed.extractall(folder, [name for name in packed.namelist() if name.partition("/")[0] not in FRAMEWORK])
        [distribution] = distributions(path=[str(folder)])
        name, version = distribution.metadata["Name"], distribution.version
    except (zipfile.BadZipFile, OSError, ValueError, KeyError) as error:
        hint = Message.of(N_("A wheel is one file whose name ends in {suffix}; pip makes it from the plan folder."), suffix=SUFFIX)
        raise BadData(N_("{file} is no wheel that can be read."), hint, file=str(wheel)) from error
    plugins = {offer.name: offer.value for offer in distribution.entry_points.select(group=PROJECT)}
    if not plugins:
        hint = Message.of(N_("Its project needs the table [project.entry-points.planmonitor]."))
        raise BadData(N_("{file} registers no plugin."), hint, file=str(wheel))
    return Project(folder, name, version, plugins)
