"""What the contract says where a plugin breaks one of its rules."""

from __future__ import annotations

from attrs import frozen

from planmonitor.messages import N_, Message


@frozen
class Breach:
    """One rule broken at one place."""

    rule: str
    """Name of the rule, `comparators`."""
    plan: str
    """Id of the plan, programme or check; the plugin's name where it is about the plugin as a whole."""
    field: str
    """Where in it, as its author finds it: "indicators 4a, targets", or file and line."""
    message: Message
    """What is wrong."""
    cure: Message
    """What to do."""
    key: str = ""
    """The key of the plan file that holds what is wrong; "" where it is about all of the field."""
    file: str = ""
    """The file to correct; "" where it is not known."""
    line: int | None = None
    """The line in it; None where it is not known."""

    @property
    def place(self) -> str:
        """File and line, "plans/van-son.toml:35"; "" where they are not known."""
        return f"{self.file}:{self.line}" if self.file and self.line else self.file

    @property
    def sentence(self) -> Message:
        """All of it as one sentence and its cure."""
        ended = self.message.template.endswith(".")
        if self.place and self.place != self.field:
            template = N_("{plan}: {field} ({place}): {message} Cure: {cure}") if ended else N_("{plan}: {field} ({place}): {message}. Cure: {cure}")
        else:
            template = N_("{plan}: {field}: {message} Cure: {cure}") if ended else N_("{plan}: {field}: {message}. Cure: {cure}")
        return Message.of(template, plan=self.plan, field=self.field, place=self.place, message=self.message, cure=self.cure)

    def __str__(self) -> str:
        """Return the sentence in English."""
        return str(self.sentence)
