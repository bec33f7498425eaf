"""What `monitor plans scan` prints: how much of the document went where, what is left over, and what to do next."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from planmonitor.planfile.writing import Entry, Open

from planmonitor_exchange.plan_text.claims import counted
from planmonitor_exchange.plan_text.scanning import MOST_LISTED, Scan, left_over_line
from planmonitor_exchange.speaking.paragraphs import wrapped
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

WENT = {
    "measure": N_("measures"),
    "duty": N_("reporting duties"),
    "document": N_("head of the document, headings"),
    "unit": N_("tasks of units, as quoted"),
    "budget": N_("budget, as quoted"),
    "numbering": N_("numbering"),
    "": N_("left over"),
}


def report_lines(scan: Scan, file: str, written: str, say: Speaker) -> list[str]:
    """Return the report as lines of a screen.

    Args:
        scan: What was made of the document.
        file: Name of the document.
        written: The file that was written, as it is shown.
        say: The language in use.
    """
    draft = scan.draft
    lines = [say(N_("Draft of {file} written: {written}"), file=file, written=written), ""]
    found = say(
        N_("Found: {objectives} objectives, {indicators} target lines with {measures} measures, {units} units, {duties} reports. Open: {open}."),
        **_found(draft),
        open=open_questions(draft),
    )
    lines.append(wrapped(found))
    lines += [wrapped(say.message(message), "  - ", "    ") for message in (*scan.missing, *scan.repairs)]
    lines += ["", say(N_("Figures of the text: {count}"), count=len(scan.accounts))]
    lines += [f"  {say(WENT[went])}: {say.number(count)}" for went, count in counted(scan.accounts).items() if count]
    if scan.left_over:
        lines += ["", say(N_("Left over, for a person to look at:"))]
        lines += [wrapped(left_over_line(item, say), "  - ", "    ") for item in scan.left_over]
    if scan.unread:
        lines += ["", say(N_("Lines of the target section in which no target was found. A person decides whether one of them is:"))]
        lines += [wrapped(say(N_("line {line}: {words}"), line=str(line), words=text), "  - ", "    ") for line, text in scan.unread]
    if scan.doubtful:
        lines += ["", wrapped(say(N_("Left as printed although something is wrong: {words}"), words=scan.doubtful[:MOST_LISTED]))]
    return lines


def report_json(scan: Scan, file: str, written: str, say: Speaker) -> dict[str, Any]:
    """Return the report as one JSON document."""
    draft = scan.draft
    return {
        "document": file,
        "written": written,
        "found": _found(draft),
        "open": open_questions(draft),
        "figures": {"all": len(scan.accounts), **{went or "left_over": count for went, count in counted(scan.accounts).items()}},
        "coverage": [
            {
                "line": item.line,
                "kind": item.kind,
                "figure": item.figure,
                "went": item.went or None,
                "field": item.field or None,
                "around": item.around,
            }
            for item in scan.accounts
        ],
        "unread": [{"line": line, "words": text} for line, text in scan.unread],
        "repairs": [say.message(message) for message in scan.repairs],
        "mended": [{"printed": printed.strip(), "mended": right.strip()} for printed, right in scan.mended],
        "doubtful": list(scan.doubtful),
        "missing": [say.message(message) for message in scan.missing],
    }


def _found(draft: Entry) -> dict[str, int]:
    return {
        "objectives": len(draft["objectives"]),
        "indicators": len(draft["indicators"]),
        "measures": sum(len(indicator["measures"]) for indicator in draft["indicators"]),
        "units": len(draft["units"]),
        "duties": len(draft["duties"]),
    }


def open_questions(value: Any) -> int:
    """Return how many keys of a draft, or of a table of it, a person has to fill in."""
    if isinstance(value, (Mapping, tuple)):
        return sum(open_questions(item) for item in (value.values() if isinstance(value, Mapping) else value))
    return int(isinstance(value, Open))
