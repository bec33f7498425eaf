"""How a measure, a report and a figure stand."""

from __future__ import annotations

from decimal import Decimal

from planmonitor import Measure, Target
from planmonitor.assessment.acts import Acceptance, Sending
from planmonitor.assessment.records import STATE_WORDS
from planmonitor.assessment.results import Case, JudgedMeasure, Occurrence
from planmonitor.assessment.values import Amount

from planmonitor_exchange.speaking.translations import N_
from planmonitor_exchange.speaking.values import Values
from planmonitor_exchange.speaking.vocabulary import ACCEPTED_AS, BAR, DUTY_STATE, RETURNED_AS, SIGN, STATUS


class Verdicts(Values):
    """Tells how things stand."""

    def bare_status(self, judged: JudgedMeasure) -> str:
        """Return the status of a measure without whether it rests on an estimate, an old figure or one that stops early."""
        definition, target, value = judged.measure.definition, judged.target, judged.value
        met, so_far = judged.status == "met", judged.interim and value is not None
        occurred = _occurred(judged)
        incomplete = judged.status == "incomplete" and judged.missing
        sentences: tuple[tuple[object, str], ...] = (
            (met and judged.exceeded and so_far and judged.estimated, N_("Exceeded by estimate (figures up to {until})")),
            (met and judged.exceeded and so_far, N_("Exceeded so far (up to {until})")),
            (met and judged.exceeded, N_("Exceeded")),
            (met and so_far and judged.estimated, N_("Met by estimate (figures up to {until})")),
            (met and so_far, N_("Met so far (up to {until})")),
            (definition.unread, N_("Definition not read")),
            (incomplete and definition.sums, N_("Incomplete ({received}/{expected} scores)")),
            (incomplete, N_("Incomplete ({received}/{expected} units)")),
            (occurred and definition.counts == "people", N_("Not met ({cases})")),
            (occurred, N_("Not met ({cases} occurred)")),
            (judged.status == "trend_only" and target.same_period and judged.bar is None, N_("No figure of the year before to compare with")),
            (judged.status == "trend_only" and target.without_base, N_("No base year named")),
            (judged.status == "trend_only" and target.baseline is not None, N_("No figure for the base year")),
            (True, STATUS[judged.status]),
        )
        return self(
            next(template for holds, template in sentences if holds),
            until=value.until if value else "",
            received=str(judged.received),
            expected=str(len(judged.parts)),
            cases=self._cases(judged),
        )

    def status(self, judged: JudgedMeasure) -> str:
        """Return the status of a measure as it stands on screen and in print."""
        said, value = self.bare_status(judged), judged.value
        if judged.old is not None and value is not None:
            return self(N_("{status} (old figure, of {period})"), status=said, period=value.period)
        if value is None or judged.status in {"no_data", "incomplete", "no_case", "not_assessed"}:
            return said
        if judged.stops_early and judged.status in {"met", "not_met"} and not _occurred(judged):
            return self(N_("{status} by the {state} figure up to {until}"), status=said, state=self.figure_state(value.state), until=value.until)
        return self(N_("{status} (est.)"), status=said) if judged.estimated and not (judged.status == "met" and judged.interim) else said

    def status_in_full(self, judged: JudgedMeasure) -> str:
        """Return the status of a measure, with what its bar still bears, and the document by which a shortfall is explained and accepted."""
        if judged.room is not None:
            noun = judged.measure.definition.noun
            template = N_("{status}; room for {count} {noun} until {until}") if judged.room.count else N_("{status}; no room for more until {until}")
            count = self.counted(judged.room.count)
            return self(template, status=self.status(judged), count=count, noun=noun, until=judged.room.until)
        if judged.over is not None and judged.lapsed is None and judged.accepted is None:
            return self(N_("{status}; {exceeded}"), status=self.status(judged), exceeded=judged.over)
        if judged.lapsed is not None:
            return self(N_("{status}, explanation accepted until {until} only"), status=self.status(judged), until=judged.lapsed.until)
        if judged.accepted is None:
            return self.status(judged)
        explained = (
            N_("{status}, explanation accepted ({document})") if judged.accepted.document else N_("{status}, explanation accepted, no document")
        )
        return self(explained, status=self.status(judged), document=judged.accepted.document)

    def _cases(self, judged: JudgedMeasure) -> str:
        """Return how many cases occurred of what must not occur; "" where nothing was counted."""
        definition, value = judged.measure.definition, judged.value
        if value is None or value.counted is None or judged.target.kind != "zero_incident":
            return ""
        return f"{self.counted(value.counted)} {definition.noun.in_language(self.language)}"

    def duty_state(self, item: Occurrence) -> str:
        """Return the state of a report, with the letter it was sent with or returned by."""
        sending, sent = item.sending, item.state in {"on_time", "late"}
        said = self(
            DUTY_STATE[item.state] if item.last_day is not None or item.state != "on_time" else N_("sent"),
            days="…" if item.late_days is None else item.late_days,
            since=item.overdue_since or "…",
            cases=tuple(self.case(case) for case in item.cases),
        )
        if item.state == "not_asked" and item.duty.kind == "on_event":
            said = self(N_("no case so far"))
        if item.state == "arisen" and item.arisen_since is not None:
            said = self(N_("{state}, recorded since {day}"), state=said, day=item.arisen_since)
        if sending is None:
            return said
        if sending.act == "return":
            return self(
                N_("returned on {day} ({reason}), to be sent again; {state}"), state=said, day=sending.received or "…", reason=self.reason(sending)
            )
        return self(N_("{state} ({number} of {day})"), state=said, number=sending.letter, day=sending.dated or "…") if sent else said

    def reason(self, entry: Acceptance | Sending) -> str:
        """Return why something was accepted or returned: the reason chosen, and the words beside it."""
        words = (ACCEPTED_AS if isinstance(entry, Acceptance) else RETURNED_AS).get(entry.kind)
        return entry.reason if words is None or entry.kind == "other" else f"{self(words)}; {entry.reason}"

    def case(self, case: Case) -> str:
        """Return how many cases a report is owed for: "4a: 01 vụ"."""
        return f"{case.measure.code}: {self.counted(case.count)} {case.measure.definition.noun.in_language(self.language)}"

    def figure_state(self, state: str) -> str:
        """Return the state of a figure: estimated, provisional or final."""
        return self(STATE_WORDS[state])

    def bar(self, measure: Measure, target: Target) -> str:
        """Return a bar of a measure in short: "< 4%", "≥ 90%", "không để xảy ra"; where nobody knows its unit, in the words of the plan."""
        definition = measure.definition
        if definition.unread:
            return target.wording
        if target.kind == "zero_incident":
            return self(N_("none to occur"))
        if target.comparator is None:
            return self(N_("reported only"))
        if target.comparator in BAR:
            return self(BAR[target.comparator])
        if definition.is_percentage and (target.comparator, target.value) == (">=", 100):
            return "100%"
        if target.by_change and target.value is not None:
            return self._change_wanted(measure, target)
        if target.value is None:
            return self(N_("the place has not set it yet"))
        if definition.kind == "score" and (target.comparator, target.value) == (">", 0):
            return self(N_("not 0 points"))
        sign = SIGN.get(target.comparator, target.comparator)
        unit = "%" if definition.is_percentage else ""
        return f"{sign} {self.number(target.value)}{unit}"

    def _change_wanted(self, measure: Measure, target: Target) -> str:
        """Return the rise or fall that is wanted: "giảm ít nhất 20% so với năm 2020", "giảm từ 5% đến 10% so với cùng kỳ năm trước"."""
        value = 0 if target.value is None else target.value
        far, down = value if target.upper is None else target.upper, value < 0
        if target.upper is not None:
            said = N_("down by {least} to {most} against {base}") if down else N_("up by {least} to {most} against {base}")
        elif target.comparator in {"<", ">"}:
            said = N_("down by more than {least} against {base}") if down else N_("up by more than {least} against {base}")
        else:
            said = N_("down by at least {least} against {base}") if down else N_("up by at least {least} against {base}")
        before = N_("a year that is not named") if target.without_base else N_("the same period of the year before")
        base = self(before) if target.baseline is None else self(N_("the year {year}"), year=str(target.baseline.year))
        return self(said, least=self.change_of(measure, target, value), most=self.change_of(measure, target, far), base=base)

    def change_of(self, measure: Measure, target: Target, value: int | Decimal) -> str:
        """Return by how much a base figure is to rise or fall: "20%", "2 điểm phần trăm", "05 vụ"."""
        definition, size = measure.definition, abs(Decimal(value))
        if target.kind == "relative_change":
            return f"{self.number(size)}%"
        if definition.is_percentage:
            return self(N_("{number} percentage points"), number=size)
        return self.value(Amount(size, definition.measured_in, definition.noun))


def _occurred(judged: JudgedMeasure) -> bool:
    """Return whether something occurred that must not."""
    value = judged.value
    return judged.status == "not_met" and judged.target.kind == "zero_incident" and value is not None and value.counted not in {None, 0}
