"""What to do next, in the words of each face: core gives a reason code, and only a face knows its options, columns or fields."""

from __future__ import annotations

from collections.abc import Mapping

from planmonitor_exchange.speaking.translations import N_

COMMAND_LINE = {
    "needs-count": N_("Give the count: --value."),
    "needs-counts-of-ratio": N_("Give the two counts: --numerator and --denominator. A percentage is derived, never recorded."),
    "needs-counts-of-rate": N_("Give the two counts: --numerator and --denominator. A rate is derived, never recorded."),
    "needs-yes-or-no": N_("Say --yes or --no."),
    "mark-comparison": N_("For a base year or the same period of the year before add --comparison."),
    "leave-out-comparison": N_("leave --comparison out"),
    "name-evidence": N_("Name the report it stands in with --evidence."),
    "say-unit": N_("Say which one with --unit."),
    "leave-out-unit": N_("without --unit"),
    "say-plan": N_("Say which with --plan."),
    "write-the-text": N_("Write it behind the section, or into a file that --file names."),
    "follow-first": N_("Follow one first: monitor plans follow PLAN"),
    "ask-the-whole-place": N_("Its figures may be supplied by another unit: monitor template without --unit has all of them."),
    "name-which-place": N_("Write the code, or the name with what it lies in: 'xã A, tỉnh B'."),
    "name-successor": N_("Name the place of today, by its code."),
    "search-places": N_("Look it up: monitor places search NAME"),
    "name-place": N_("Give its code or name: --place 07621"),
    "name-another-id": N_("Give this one another --id."),
    "use-workspace": N_("Run 'monitor status' there, or choose another folder."),
    "begin-own-plan": N_("Begin one of its own: monitor init, then monitor plans adopt PROGRAMME --place ..."),
    "follow-generic-plan": N_(
        'Any place can follow the generic plans {plans}: monitor init --place "{place}" --plan PLAN. For one of its own, follow none at first: '
        "monitor init, then monitor plans adopt PROGRAMME --place ..."
    ),
    "see-plans": N_("See: monitor plans list --all"),
    "see-reports": N_("See the ids: monitor plans show PLAN"),
    "see-questions": N_("See: monitor questions --all"),
    "follow-plan": N_("Follow it first: monitor plans follow {plan}"),
    "say-which-year": N_("Write 'năm báo cáo' or 'năm sau' behind the day."),
    "answer-again": N_("Write it anew where it is wrong: monitor answer {question} ..."),
    "divide-by-answer": N_("To divide it, say who supplies it: monitor answer {question} ..."),
    "see-history": N_("See them: monitor history {measure}"),
    "see-receipts": N_("See the codes: monitor receipts; the numbers of revisions: monitor history MEASURE"),
    "take-back": N_("If it was recorded by mistake, take it back: monitor receipts, then monitor undo CODE --reason ..."),
    "take-back-day": N_(
        "Two letters cannot both set it. Take the first back: monitor receipts, then monitor undo CODE --reason ..., or its line in monitor.toml."
    ),
    "say-period": N_("Say for which period with --period."),
    "confirm-early-day": N_("If the letter means just this day, run the command again with --early."),
    "name-letter": N_("Give --number and --dated."),
    "name-those-that-end": N_("Name only those that end; the one that goes on stands behind --into alone."),
    "see-units": N_("See: monitor units list"),
    "name-its-id": N_("Name it by its id; see: monitor units list"),
    "undo-first": N_("Take that back first: monitor undo {receipt} --reason ..."),
    "open-year-again": N_("To open it again: monitor undo {receipt} --reason ..."),
    "see-plans-followed": N_("See: monitor plans list"),
    "figures-beyond": N_(
        "Name a later day, or record them anew with the day they run to (monitor record ... --until), or take them back: "
        "monitor undo {revision} --reason ..."
    ),
    "see-findings": N_("See the numbers: monitor check"),
    "say-why-waived": N_("Say why it need not be dealt with: --as settled, not-applicable, not-ours, awaiting-guidance or source-wrong."),
    "say-why-accepted": N_(
        "Its reasons are: --as natural-disaster, epidemic, population-change, funding-not-allocated, organisation-merged, guidance-awaited, "
        "data-source-missing or other."
    ),
    "see-measures": N_("See: monitor plans show PLAN"),
    "enable-plugin": N_("Run first: monitor plugins enable {plugin}"),
    "install-or-disable": N_("install it, or run: monitor plugins disable {plugin}"),
    "restore-database": N_("Bring back the newest copy of the file, then run: monitor db check"),
    "upgrade-database": N_("Run: monitor db upgrade"),
    "check-database": N_("Run: monitor db check"),
    "rebuild-database": N_("Run: monitor db rebuild"),
    "confirm-clock": N_("Set date and time right; if they are right, run the command again with --clock-right."),
    "move-to-another-disk": N_("Copy the workspace to another disk, then run: monitor db check"),
}
CSV_FILE = COMMAND_LINE | {
    "needs-count": N_("Write the count in the column OBS_VALUE, 0 where there was none, and nothing in NUMERATOR and DENOMINATOR."),
    "needs-counts-of-ratio": N_("Write the two counts in the columns NUMERATOR and DENOMINATOR. A percentage is derived, never recorded."),
    "needs-counts-of-rate": N_("Write the two counts in the columns NUMERATOR and DENOMINATOR. A rate is derived, never recorded."),
    "needs-yes-or-no": N_("Write yes or no in the column OBS_VALUE."),
    "mark-comparison": N_("For a base year or the same period of the year before write yes in the column COMPARISON."),
    "leave-out-comparison": N_("leave the column COMPARISON empty"),
    "name-evidence": N_("Name the report it stands in in the column EVIDENCE."),
    "say-unit": N_("Say which one in the column UNIT."),
    "leave-out-unit": N_("with the column UNIT empty"),
    "name-another-id": N_("Write another id in the column ID."),
    "name-its-id": N_("Write its id in the column ID; see: monitor units list"),
    "say-plan": N_("Say which in the column PLAN."),
}
WORKBOOK = COMMAND_LINE | {
    "needs-count": N_("Write the count in the column 'Số lượng', 0 where there was none, and nothing in 'Tử số' and 'Mẫu số'."),
    "needs-counts-of-ratio": N_("Write the two counts in the columns 'Tử số' and 'Mẫu số'. A percentage is derived, never recorded."),
    "needs-counts-of-rate": N_("Write the two counts in the columns 'Tử số' and 'Mẫu số'. A rate is derived, never recorded."),
    "needs-yes-or-no": N_("Write 'Có' or 'Không' in the column 'Có/Không'."),
    "mark-comparison": N_("For a base year or the same period of the year before write 'Có' in the column 'Số liệu so sánh'."),
    "leave-out-comparison": N_("leave the column 'Số liệu so sánh' empty"),
    "name-evidence": N_("Name the report it stands in in the column 'Minh chứng'."),
    "say-unit": N_("Say which one in the column 'Đơn vị'."),
    "leave-out-unit": N_("with the column 'Đơn vị' empty"),
    "name-another-id": N_("Write another id in the column 'Mã'."),
    "name-its-id": N_("Write its id in the column 'Mã'; see: monitor units list"),
    "say-plan": N_("Say which in the column 'Kế hoạch'."),
}
HINTS: Mapping[str, Mapping[str, str]] = {"command line": COMMAND_LINE, "csv": CSV_FILE, "workbook": WORKBOOK}
"""The words by face and reason code; whoever imports a file does it on the command line, so all else is said in its words."""
