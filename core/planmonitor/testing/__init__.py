"""What plan authors test their plans with: the contract every plugin keeps, the figures of a plan's text, and fixtures.

The fixtures (`today`, `place`, `workspace`) are there wherever pytest runs and the framework is installed; nothing of them needs
to be imported.
"""

from planmonitor.testing.figures import PlanFigures
from planmonitor.testing.suite import PlanContract
from planmonitor.testing.trial import figure_of, load_plugin, settled

__all__ = ["PlanContract", "PlanFigures", "figure_of", "load_plugin", "settled"]
