"""A framework that follows child-protection plans. Everything a plan needs is imported from here, and nothing deeper."""

from typing import TYPE_CHECKING

from planmonitor.assessment.checking import Check, Finding, no_figure
from planmonitor.assessment.known import Known
from planmonitor.assessment.plans import JudgedPlan, judge_plan
from planmonitor.assessment.records import Figure
from planmonitor.assessment.results import JudgedMeasure, Occurrence
from planmonitor.messages import BadData, InvalidPlan, Message, Refusal, StorageTrouble, Text, UnknownName
from planmonitor.model.definitions import Breakdown, Card, Category, Definition, Population
from planmonitor.model.duties import Duty
from planmonitor.model.periods import ADMINISTRATIVE, CALENDAR, Period, Window
from planmonitor.model.places import Place
from planmonitor.model.plan_checks import PlanCheck
from planmonitor.model.plans import Indicator, Measure, Objective, Plan, Programme, Responsibility, Task, Unit
from planmonitor.model.populations import (
    CHILDREN_5_17,
    CHILDREN_6_15,
    CHILDREN_IN_SPECIAL_CIRCUMSTANCES,
    CHILDREN_UNDER_16,
    HOUSEHOLDS_WITH_CHILDREN,
    PARENTS,
)
from planmonitor.model.sections import Rhythm, Section
from planmonitor.model.sources import Choice, Document, OpenQuestion, Source
from planmonitor.model.targets import Baseline, Milestone, Target
from planmonitor.numbers import written, written_day
from planmonitor.planfile.files import PlanFile, ProgrammeFile
from planmonitor.registry.api import API
from planmonitor.registry.hooks import hookimpl, plans_in
from planmonitor.registry.renaming import RENAMED, looked_up

# A plan, and what stands in it.
__all__ = ["Document", "Indicator", "Measure", "Objective", "Place", "Plan", "PlanCheck", "Programme", "Responsibility", "Source", "Task", "Unit"]
__all__ += ["Rhythm", "Section"]
# How a thing is counted, and what is wanted of it.
__all__ += ["Baseline", "Breakdown", "Card", "Category", "Definition", "Milestone", "Population", "Target"]
# Reports owed, what a document leaves open, and periods.
__all__ += ["ADMINISTRATIVE", "CALENDAR", "Choice", "Duty", "OpenQuestion", "Period", "Window"]
# Base figures that plans share.
__all__ += ["CHILDREN_5_17", "CHILDREN_6_15", "CHILDREN_IN_SPECIAL_CIRCUMSTANCES", "CHILDREN_UNDER_16", "HOUSEHOLDS_WITH_CHILDREN", "PARENTS"]
# What a plugin answers with: plan files and checks.
__all__ += ["API", "Check", "Finding", "PlanFile", "ProgrammeFile", "hookimpl", "no_figure", "plans_in"]
# A plan held against what is recorded.
__all__ += ["Figure", "JudgedMeasure", "JudgedPlan", "Known", "Occurrence", "judge_plan"]
# Words for people, and what is refused.
__all__ += ["BadData", "InvalidPlan", "Message", "Refusal", "StorageTrouble", "Text", "UnknownName", "written", "written_day"]

if not TYPE_CHECKING:  # to a type checker a name that is going is an error already
    __getattr__ = looked_up(__name__, RENAMED)
