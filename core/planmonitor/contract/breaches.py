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

    @property
    def sentence(self) -> Message:
        """All of it as one sentence and its cure."""
        template = N_("{plan}: {field}: {message}. Cure: {cure}")
        if self.message.template.endswith("."):
            template = N_("{plan}: {field}: {message} Cure: {cure}")
        return Message.of(template, plan=self.plan, field=self.field, message=self.message, cure=self.cure)

    def __str__(self) -> str:
        """Return the sentence in English."""
        return str(self.sentence)
