"""What plan authors test their plans with: the contract every plugin keeps, the figures and the words of a plan's text, and fixtures.

The fixtures (`today`, `place`, `workspace`) are there wherever pytest runs and the framework is installed; nothing of them needs
to be imported. `load_plugin`, `figure_of` and `settle` try a plan without a workspace; `MemberUnit` is a registered member, and
`TrialWorkspace` the type of `workspace`.
"""

from typing import TYPE_CHECKING, Any

from planmonitor.testing.figures import PlanFigures
from planmonitor.testing.suite import PlanContract
from planmonitor.testing.trial import figure_of, load_plugin
from planmonitor.testing.words import PlanWords

if TYPE_CHECKING:
    from planmonitor.testing.workspace import MemberUnit, TrialWorkspace, settle

__all__ = ["MemberUnit", "PlanContract", "PlanFigures", "PlanWords", "TrialWorkspace", "figure_of", "load_plugin", "settle"]


def __getattr__(name: str) -> Any:
    # Not before somebody asks: whoever has the fixtures installed and no plan to test waits for nothing.
    if name in __all__:
        from planmonitor.testing import workspace

        return getattr(workspace, name)
    raise AttributeError(name)
