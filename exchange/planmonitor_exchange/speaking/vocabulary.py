"""The words for values out of a fixed list: statuses, severities, states."""

from __future__ import annotations

from planmonitor_exchange.speaking.translations import N_

STATUS = {
    "met": N_("Met"),
    "not_met": N_("Not met"),
    "on_track": N_("On track"),
    "behind": N_("Behind"),
    "in_progress": N_("In progress, within time"),
    "incomplete": N_("Incomplete"),
    "no_data": N_("No data"),
    "no_case": N_("No case"),
    "trend_only": N_("Followed, no bar set"),
    "not_assessed": N_("Not a year of assessment"),
}
SEVERITY = {"error": N_("must be dealt with"), "warning": N_("check again"), "notice": N_("note")}
WAIVED_AS = {
    "settled": N_("settled"),
    "not-applicable": N_("does not apply here"),
    "not-ours": N_("not ours to decide"),
    "awaiting-guidance": N_("waiting for guidance"),
    "source-wrong": N_("the document is wrong"),
}
ACCEPTED_AS = {
    "natural-disaster": N_("natural disaster"),
    "epidemic": N_("epidemic"),
    "population-change": N_("change of population"),
    "funding-not-allocated": N_("funding not allocated"),
    "organisation-merged": N_("offices or communes merged"),
    "guidance-awaited": N_("guidance from above awaited"),
    "data-source-missing": N_("no source of data"),
    "other": N_("another reason"),
}
RETURNED_AS = {
    "figures-missing": N_("figures missing"),
    "figures-wrong": N_("figures wrong"),
    "wrong-form": N_("wrong form"),
    "not-signed": N_("not signed or sealed"),
    "wrong-recipient": N_("sent to the wrong office"),
    "other": N_("another reason"),
}
STAGE = {
    "find": N_("finding it"),
    "api": N_("its version of the interface"),
    "import": N_("loading it"),
    "read": N_("reading it"),
    "hook": N_("asking it"),
    "check": N_("running its checks"),
}
OVER_TIME = {
    "count": N_("within the period"),
    "point_in_time": N_("at a point in time"),
    "cumulative": N_("cumulative from the start of the year"),
    "any_breach": N_("one case breaks the year"),
    "done_once": N_("done once in the year"),
}
WINDOW = {
    "administrative": N_("a reporting year runs from 15/12 to 14/12 (Decree 09/2019/NĐ-CP; the program's default where the document names none)"),
    "calendar": N_("a reporting year runs from 01/01 to 31/12"),
}
DUTY_STATE = {
    "not_due": N_("not due yet"),
    "on_time": N_("sent in time"),
    "late": N_("sent, {days} days late"),
    "overdue": N_("overdue since {since}, {days} days, no sending recorded"),
    "undecided": N_("undecided: the plan's date of issue is not known"),
    "before_use": N_("due before the program was used, not followed up"),
    "undated": N_("the document sets no date"),
    "not_asked": N_("not asked for yet"),
    "arisen": N_("cases without a report recorded: {cases}"),
}
RECEIPT_KIND = {
    "record": N_("figure typed in"),
    "import": N_("file taken"),
    "unit": N_("members registered or changed"),
    "acceptance": N_("explanation accepted"),
    "waiver": N_("finding accepted"),
    "sending": N_("what happened to a report"),
    "answer": N_("question answered"),
    "closing": N_("year closed"),
    "narrative": N_("text written"),
    "printed": N_("report written as a file"),
    "deadline": N_("last day set"),
    "taking-over": N_("taken over from the plan before"),
    "reading": N_("cell explained"),
    "undo": N_("taken back"),
}
PRINTED_AS = {
    "result": N_("result of the period"),
    "before": N_("the year before"),
    "since-beginning": N_("since the beginning of the year"),
    "estimate": N_("estimate of the whole year"),
}
BAR = {"done": N_("done"), "increase": N_("increase"), "decrease": N_("decrease"), "maintain": N_("maintain")}
SIGN = {"<=": "≤", ">=": "≥", "==": "="}
DUTY_KIND = {
    "dated": N_("dated"),
    "after_period": N_("working days after the period"),
    "day_of_month": N_("by a day of a month"),
    "ad_hoc": N_("when asked"),
    "on_event": N_("when a case occurs"),
    "undated": N_("no date set"),
}
CARD = {
    "concept": N_("concept"),
    "method": N_("method"),
    "period": N_("period of publication"),
    "data_source": N_("data source"),
    "body_in_charge": N_("body in charge"),
}
ROLE = {
    "lead": N_("lead"),
    "coordinate": N_("coordinate"),
    "implement": N_("implement"),
    "advise": N_("advise"),
    "standing": N_("standing body"),
    "supervise": N_("supervise"),
    "requested": N_("requested"),
}
PLUGIN_STATE = {"enabled": N_("enabled"), "disabled": N_("disabled"), "broken": N_("broken"), "missing": N_("enabled, not installed")}

SECTION = {
    "done": N_("What was done"),
    "difficulties": N_("Difficulties"),
    "causes": N_("Causes"),
    "proposals": N_("Proposals"),
    "next": N_("Tasks ahead"),
}
"""The sections of what is written on a period (`planmonitor.assessment.acts.SECTIONS`)."""
