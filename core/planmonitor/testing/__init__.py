"""What plan authors test their plans with: the contract every plugin keeps, and fixtures (`today`, `place`, `workspace`).

The fixtures are there wherever pytest runs and the framework is installed; nothing of them needs to be imported.
"""

from planmonitor.testing.suite import PlanContract

__all__ = ["PlanContract"]
