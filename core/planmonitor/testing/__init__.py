"""What plan authors test their plans with: the contract every plugin keeps, and fixtures (`today`, `place`, `workspace`).

The fixtures are there wherever pytest runs and the framework is installed; nothing of them needs to be imported. `settle` gives a
plan the answers of a place, `MemberUnit` is a registered member, and `TrialWorkspace` the type of `workspace`.
"""

from typing import TYPE_CHECKING, Any

from planmonitor.testing.suite import PlanContract

if TYPE_CHECKING:
    from planmonitor.testing.workspace import MemberUnit, TrialWorkspace, settle

__all__ = ["MemberUnit", "PlanContract", "TrialWorkspace", "settle"]


def __getattr__(name: str) -> Any:
    # Not before somebody asks: whoever has the fixtures installed and no plan to test waits for nothing.
    if name in __all__:
        from planmonitor.testing import workspace

        return getattr(workspace, name)
    raise AttributeError(name)
