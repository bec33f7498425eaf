"""Rules on code: a plugin imports only what is promised to it, and its import does nothing but declare."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import planmonitor
from planmonitor.contract.breaches import Breach
from planmonitor.contract.importing import LIMIT, Deed, roots_of, watch
from planmonitor.messages import N_, Message
from planmonitor.registry.catalogue import Loaded
from planmonitor.registry.installed import installed
from planmonitor.registry.renaming import RENAMED

_ONE_BY_ONE = Message.of(N_("Import the names one by one: from planmonitor import Plan, Measure."))
_DEEDS = {
    "disk": (
        N_("importing it touches the disk ({what})"),
        N_("Write what the plan holds into its plan file, or read the file inside the function that needs it."),
    ),
    "network": (
        N_("importing it uses the network ({what})"),
        N_("Write what the plan holds into its plan file: plans are read without a network."),
    ),
    "program": (N_("importing it starts another program ({what})"), N_("Leave it out: a plugin holds plan files and checks.")),
    "clock": (
        N_("importing it reads the clock ({what})"),
        N_("Write the date into the plan file, as the document has it; a check takes today from 'as_of' of the plan it looks at."),
    ),
}


def _top(module: str) -> str:
    return module.partition(".")[0]


def public_api(loaded: Loaded) -> Iterator[Breach]:
    """Yield the imports of a plugin's files that reach past what `planmonitor` exports, into the command or into another plugin."""
    own = _top(loaded.plugin.offers[0].module)
    others = {_top(offer.value.partition(":")[0].strip()) for plugin in installed().values() for offer in plugin.offers} - {own}
    for path, file in _files(own):
        try:
            tree = ast.parse(path.read_bytes(), str(path))
        except SyntaxError as error:
            message = Message.of(N_("the file cannot be read as Python: {said}"), said=error.msg)
            yield Breach("public-api", loaded.plugin.name, f"{file}:{error.lineno}", message, Message.of(N_("Correct the line.")))
            continue
        for line, module, name in _imports(tree):
            said = _forbidden(module, name, others)
            if said is not None:
                yield Breach("public-api", loaded.plugin.name, f"{file}:{line}", *said)


def _files(module: str) -> Iterator[tuple[Path, str]]:
    """Yield the Python files of a plugin, with the name an author knows each by; tests packed with it are no part of it."""
    for root in roots_of(module):
        for path in sorted(root.rglob("*.py")) if root.is_dir() else (root,):
            inside = path.relative_to(root.parent)
            if "tests" not in inside.parts:
                yield path, inside.as_posix()


def _imports(tree: ast.Module) -> Iterator[tuple[int, str, str]]:
    """Yield each absolute import: line, module, and the name taken from it ("" for `import x`).

    What stands under `if TYPE_CHECKING:` is not there when the program runs.
    """
    waiting: list[ast.AST] = [tree]
    while waiting:
        node = waiting.pop(0)
        if isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING":
            waiting += node.orelse
            continue
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name, "") for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield from ((node.lineno, node.module or "", alias.name) for alias in node.names)
        waiting += ast.iter_child_nodes(node)


def _forbidden(module: str, name: str, others: set[str]) -> tuple[Message, Message] | None:
    """Return what is wrong with an import, and what to do; None where nothing is."""
    if _top(module) == "planmonitor_cli":
        return (
            Message.of(N_("it imports '{module}' of the command line"), module=module),
            Message.of(N_("A plan returns values; leave what is printed to the command line.")),
        )
    if _top(module) in others:
        return (
            Message.of(N_("it imports '{module}' of another plugin"), module=module),
            Message.of(N_("Name a definition by its key in the plan file; write what else this plugin needs into its own files.")),
        )
    if _top(module) != "planmonitor" or (module == "planmonitor" and (name in planmonitor.__all__ or name in RENAMED)):
        return None
    reached = f"{module}.{name}".rstrip(".")
    return Message.of(N_("it imports '{module}', which planmonitor does not export"), module=reached), _ONE_BY_ONE


def quiet_import(loaded: Loaded) -> Iterator[Breach]:
    """Yield what a plugin does beyond declaring when it is imported in a process of its own: network, clock, disk, programs."""
    plugin, module = loaded.plugin.name, loaded.plugin.offers[0].module
    watched = watch(module)
    if watched.late:
        yield Breach(
            "quiet-import",
            plugin,
            module,
            Message.of(N_("importing it takes more than {seconds} seconds"), seconds=LIMIT),
            Message.of(N_("Let the module only declare its plans; work out nothing while it is imported.")),
        )
    if watched.error:
        yield Breach(
            "quiet-import",
            plugin,
            module,
            Message.of(N_("it cannot be imported in a process of its own ({said})"), said=watched.error),
            Message.of(N_("Make it import on its own: python -c 'import {module}'"), module=module),
        )
    yield from (_done(plugin, deed) for deed in watched.deeds)


def _done(plugin: str, deed: Deed) -> Breach:
    message, cure = _DEEDS[deed.kind]
    return Breach("quiet-import", plugin, deed.where, Message.of(message, what=deed.what), Message.of(cure))
