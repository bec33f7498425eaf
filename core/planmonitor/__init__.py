"""A framework that follows child-protection plans: programmes, indicators, responsible units, reporting deadlines.

Everything a plan needs is imported from here, and nothing deeper.
"""

from planmonitor.assessment.checking import Check, Finding
from planmonitor.assessment.plans import JudgedPlan, Known, judge_plan
from planmonitor.assessment.records import Figure
from planmonitor.assessment.results import JudgedMeasure, Occurrence
from planmonitor.messages import BadData, InvalidPlan, Message, Refusal, StorageTrouble, Text, UnknownName
from planmonitor.model.definitions import Breakdown, Card, Category, Definition, Population
from planmonitor.model.duties import Duty
from planmonitor.model.periods import ADMINISTRATIVE, CALENDAR, Period, Window
from planmonitor.model.plans import Indicator, Measure, Objective, Place, Plan, Programme, Responsibility, Task, Unit
from planmonitor.model.populations import (
    CHILDREN_5_17,
    CHILDREN_6_15,
    CHILDREN_IN_SPECIAL_CIRCUMSTANCES,
    CHILDREN_UNDER_16,
    HOUSEHOLDS_WITH_CHILDREN,
    PARENTS,
)
from planmonitor.model.questions import Choice, OpenQuestion
from planmonitor.model.sources import Document, Source
from planmonitor.model.targets import Baseline, Milestone, Target
from planmonitor.numbers import written, written_day
from planmonitor.planfile.files import PlanFile, ProgrammeFile
from planmonitor.registry.hooks import hookimpl, plans_in

__all__ = [
    "ADMINISTRATIVE",
    "CALENDAR",
    "CHILDREN_5_17",
    "CHILDREN_6_15",
    "CHILDREN_IN_SPECIAL_CIRCUMSTANCES",
    "CHILDREN_UNDER_16",
    "HOUSEHOLDS_WITH_CHILDREN",
    "PARENTS",
    "BadData",
    "Baseline",
    "Breakdown",
    "Card",
    "Category",
    "Check",
    "Choice",
    "Definition",
    "Document",
    "Duty",
    "Figure",
    "Finding",
    "Indicator",
    "InvalidPlan",
    "JudgedMeasure",
    "JudgedPlan",
    "Known",
    "Measure",
    "Message",
    "Milestone",
    "Objective",
    "Occurrence",
    "OpenQuestion",
    "Period",
    "Place",
    "Plan",
    "PlanFile",
    "Population",
    "Programme",
    "ProgrammeFile",
    "Refusal",
    "Responsibility",
    "Source",
    "StorageTrouble",
    "Target",
    "Task",
    "Text",
    "Unit",
    "UnknownName",
    "Window",
    "hookimpl",
    "judge_plan",
    "plans_in",
    "written",
    "written_day",
]
