"""What was refused, and why: errors with their next step, plugins that failed, what the operating system says."""

from __future__ import annotations

import errno
from typing import Any

from planmonitor import Message, Refusal
from planmonitor.messages import Hint
from planmonitor.registry.catalogue import Problem
from planmonitor.registry.installed import LOCAL

from planmonitor_exchange.speaking.hints import HINTS
from planmonitor_exchange.speaking.translations import N_
from planmonitor_exchange.speaking.values import Values
from planmonitor_exchange.speaking.vocabulary import STAGE

REASONS = {
    errno.ENOENT: N_("there is no such file or folder; compare the name"),
    errno.EACCES: N_("the computer does not allow it; close the file where it is open, look at who owns it, or choose another folder"),
    errno.EPERM: N_("the computer does not allow it; close the file where it is open, look at who owns it, or choose another folder"),
    errno.EISDIR: N_("that is a folder; name a file in it"),
    errno.ENOTDIR: N_("part of the path is a file, not a folder"),
    errno.EEXIST: N_("something of that name is there already"),
    errno.ENOSPC: N_("the disk is full; make room and run the command again"),
    errno.EROFS: N_("the disk can only be read; choose another folder"),
    errno.ENAMETOOLONG: N_("the name is too long"),
    errno.ELOOP: N_("the path leads in a circle"),
}
"""What the operating system says, as a sentence with the next step."""


def reason_of(error: OSError) -> str | Message:
    """Return why the operating system refused something; as it says it where it is not known here."""
    return Message.of(REASONS[error.errno]) if error.errno in REASONS else str(error.strerror or error)


class Refusals(Values):
    """Tells what was refused, and what to do next in the words of one face."""

    def __init__(self, language: str | None = None, face: str = "command line") -> None:
        """Take "vi" or "en", by default the language in use, and the face that is spoken for: one of `HINTS`."""
        super().__init__(language)
        self._hints = HINTS[face]

    def message(self, message: Message | None) -> str:
        """Return a message as a sentence; of a hint the one that the face has for it."""
        return self(self._hints[message.template], **message.values) if isinstance(message, Hint) else super().message(message)

    def value(self, value: Any) -> str:
        """Return any value of a message as text."""
        if isinstance(value, Problem):
            return self.problem(value)
        return super().value(reason_of(value) if isinstance(value, OSError) else value)

    def refusal(self, error: Refusal) -> str:
        """Return an error with its next step."""
        return " ".join(filter(None, (self.message(error.message), self.message(error.hint))))

    def problem(self, problem: Problem) -> str:
        """Return what went wrong with a plugin, or with one plan file, as a sentence."""
        if problem.plugin.startswith(f"{LOCAL}/"):
            return self(N_("Local plan {plan}: {message}"), plan=problem.plugin, message=problem.message)
        if "/" in problem.plugin:
            return self(N_("Plan {plan}: {message}"), plan=problem.plugin, message=problem.message)
        return self(N_("Plugin {plugin}, {stage}: {message}"), plugin=problem.plugin, stage=self(STAGE[problem.stage]), message=problem.message)
