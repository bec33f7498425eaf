"""Reports that no longer tell what stands: which figure, and what became of it (docs/domain.md, rule 19)."""

from __future__ import annotations

from collections.abc import Iterator

from planmonitor.assessment.checking import Finding
from planmonitor.assessment.corrected import Correction, parted
from planmonitor.assessment.plans import JudgedPlan
from planmonitor.messages import Text


def reported_figure_changed(judged_plan: JudgedPlan) -> Iterator[Finding]:
    """Find figures of reports sent that are others now, letter by letter, until a later letter of the duty was recorded: it lists them.

    That nothing occurred and something had is an error; that an estimate gave way to a settled figure, or that one came where none was, a notice.
    """
    by_letter: dict[tuple[object, ...], list[Correction]] = {}
    for item in judged_plan.corrections:
        by_letter.setdefault((item.letter.as_letter, item.told.period, _severity(item)), []).append(item)
    for (_letter, _period, severity), items in by_letter.items():
        first = items[0]
        period, named, received = first.told.period, first.named, first.received_by
        to_vi, to_en = ("", "") if received is None else (f"{received.vi} ", f"{received.en} ")
        vi, en = ("; ".join(item.in_short.in_language(language) for item in items) for language in ("vi", "en"))
        said = Text(
            f"{first.duty.called.vi} {period.called.vi} ({named.vi}) có số liệu nay đã khác: {vi}. {to_vi}"
            "Nêu số liệu điều chỉnh trong báo cáo tới, hoặc gửi báo cáo thay thế.",
            f"{first.duty.called.en}, {period.called.en} ({named.en}) told figures that are others now: {en}. {to_en}"
            "List the corrections in the next report, or send this one anew.",
        )
        measures = tuple(dict.fromkeys(item.stands.measure for item in items))
        units = (first.letter.unit,) if first.letter.unit else ()
        matter = f"{first.duty.id} {period.id} {first.letter.letter}"
        yield Finding(said, first.measure.source, measures, units, severity=str(severity), year=period.year, matter=matter)


def _severity(item: Correction) -> str:
    """Return how grave it is that a report told a figure in another way."""
    zero_wanted = item.measure.target_on(item.told.period.end).kind == "zero_incident"
    if zero_wanted and not any(parted(item.told.figure)[:1]) and any(parted(item.stands.figure)[:1]) and item.told.figure:
        return "error"
    return "notice" if item.kind in {"updated", "new"} else "warning"
