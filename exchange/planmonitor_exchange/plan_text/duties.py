"""Reporting duties: sentences that order a report, with the day before which it is due where one is printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from attrs import frozen
from planmonitor.model.reported import is_several_a_year
from planmonitor.names import unlike
from planmonitor.planfile.writing import NOTES, Cell, Entry, Open
from planmonitor.plantext.reporting import rule_of

from planmonitor_exchange.plan_text.claims import Claim
from planmonitor_exchange.plan_text.deadlines import Deadline, comes_again, deadlines_of, period_of, periods_of
from planmonitor_exchange.plan_text.structure import TextPart, key
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

_REPORT = re.compile(r"(?i:(?<!\w)báo cáo)")
_SENTENCE = re.compile(r"; |\. (?=[^\W\d_a-zđ])|\./\.|\.$|$")
_PERIODIC = re.compile(r"(?i:định kỳ|theo (?:đúng )?quy định|(?:hằng|hàng) (?:năm|quý|tháng))")
_AD_HOC = re.compile(r"(?i:đột xuất(?: \([^()]*\)| khi có yêu cầu)?|theo yêu cầu)")
_ORDERS = re.compile(
    r"(?i:(?<!\w)(?<!theo )(?<!trong )(?<!tại )(?<!phổ biến )báo cáo(?:"
    r" (?:kết quả|tình hình|định kỳ|đánh giá|sơ kết|tổng kết|bằng|về|cấp|cho|lên|\d|năm|quý|tháng|(?:hằng|hàng) "
    r"|UBND|Ủy ban|Uỷ ban|Sở|theo|trước|vào|chậm|muộn|không (?:muộn|chậm))"
    r"|(?! số \d| của ).{0,60}? (?:gửi|nộp) |$)"
    r"|(?:chế độ|gửi|nộp|lập|tổng hợp,?|định kỳ) .{0,60}?(?<!theo )(?<!phổ biến )báo cáo(?! số \d| của ))"
)
_RECIPIENT = re.compile(
    r"(?i:(?:gửi(?: về)?|về|báo cáo)) (?P<name>(?i:UBND|U[ỷỶ] ban nhân dân|Ủy ban nhân dân|Phòng|Sở|Bộ|Văn phòng|Trung tâm|Ban Chỉ đạo|Thường trực)"
    r"[^;:.()]*?)(?= ?: | \(| để | theo | trước | trong (?:vòng|thời)|(?: trong| sau)? \d+ ngày | tổng hợp| chậm | xem xét| kết quả|[,;.]|$)"
)
_VIA = re.compile(r"\((?i:qua|thông qua) (?P<name>[^()]+)\)")
_IDS = {
    "month": "monthly-report",
    "quarter": "quarterly-report",
    "half-year": "half-year-report",
    "nine-months": "nine-month-report",
    "year": "annual-report",
    "ad_hoc": "ad-hoc-report",
}
_DOUBTS = {
    "one year": N_("'{printed}' is a day of one year, and a duty comes again every year. Which is its last day in every year?"),
    "year after": N_(
        "'{printed}' lies in the year after the one reported on. Which is the last day, and of which year (last_day_in: year or year_after)? "
        "Write both lines."
    ),
    "early": N_(
        "'{printed}' lies early in the year. Is it a day of the year reported on, or of the year after (last_day_in: year or year_after)? "
        "Write both lines."
    ),
    "february": N_("'{printed}' ends on 28 or 29 February, by the year. Which is the last day?"),
    "no day": N_("'{printed}' is no day of every year. Which is the last day?"),
    "work": N_("'{printed}' may be the limit of the work, not of the report. Until when is the report due?"),
}
_ONCE = N_("'{printed}' names no day of every year. If the report is due once a year, write 'kind = \"dated\"' and its last day:")
_AFTER_PERIOD = N_(
    "'{printed}' counts working days. If it reports on a year or a half-year and they follow its end, write 'kind = \"after_period\"', the period, "
    "and their number:"
)


@frozen
class Duties:
    """The reports a text orders, with a note above the first, and which figures they hold."""

    duties: tuple[Entry, ...]
    claims: tuple[Claim, ...]


@frozen
class _Sentence:
    """One sentence that orders a report."""

    part: TextPart
    start: int
    text: str


def duties_of(parts: Sequence[TextPart], units: Sequence[Entry], unit_at: Mapping[int, str], say: Speaker) -> Duties:
    """Return the reporting duties of a text.

    Args:
        parts: The paragraphs.
        units: The units of the draft, to know them by name.
        unit_at: Id of the unit whose task a paragraph is.
        say: The language of the questions.
    """
    reader = _DutyReader(units, unit_at, say)
    for part in parts:
        if part.role in {"organisation", "reports", "closing"} and not part.heads:
            for sentence in _sentences(part):
                reader.read(sentence)
    note = say(N_("Whether a sentence orders a report, who owes it and what it carries: compare each with the document."))
    noted = ({NOTES: (note,), **duty} if number == 0 else duty for number, duty in enumerate(reader.duties))
    return Duties(tuple(noted), tuple(reader.claims))


def _sentences(part: TextPart) -> Iterator[_Sentence]:
    start = part.body
    for match in _SENTENCE.finditer(part.text, part.body):
        text = part.text[start : match.start()]
        if text.strip() and _REPORT.search(text):
            yield _Sentence(part, start, text)
        start = match.end()


class _DutyReader:
    """Turns sentences into duties."""

    def __init__(self, units: Sequence[Entry], unit_at: Mapping[int, str], say: Speaker) -> None:
        self._units = units
        self._unit_at = unit_at
        self._say = say
        self.duties: list[Entry] = []
        self.claims: list[Claim] = []

    def read(self, sentence: _Sentence) -> None:
        """Add the duties of a sentence that orders a report: one for each limit and each period it prints, and one for reports on demand."""
        ordered, report = _ORDERS.search(sentence.text), _REPORT.search(sentence.text)
        if ordered is None or report is None:
            return
        deadlines = deadlines_of(sentence.text, report.start())
        for deadline in deadlines:
            self._limited(sentence, deadline)
        self._unlimited(sentence, deadlines)
        if ad_hoc := _AD_HOC.search(sentence.text):
            self._add(sentence, "ad_hoc", _IDS["ad_hoc"], ad_hoc.group(), {})

    def _limited(self, sentence: _Sentence, deadline: Deadline) -> None:
        """Add the duty of a limit: by a day of a month where it is one, undated where it is no day of the year, or none of one period alone."""
        period = None if deadline.period == "other" else deadline.period
        read = rule_of(deadline.rule)
        if read.due_day is not None:
            named = period if is_several_a_year(period) else read.period if read.period == "month" else None
            on: Cell = named or Open(self._say(N_("On what does it report: a month or a quarter?")), "month | quarter")
            duty_id = self._add(
                sentence, "day_of_month", _id(named), deadline.rule, {"period": on, "due_day": read.due_day, "due_month": read.due_month}
            )
        elif deadline.doubt == "unread" or deadline.period == "other" or is_several_a_year(period):
            duty_id = self._add(sentence, "undated", _id(period), deadline.rule, {"period": period, **self._clock(deadline)})
        else:
            said = period or Open(self._say(N_("Does it report on a half-year or on a year?")), "year")
            duty_id = self._add(sentence, "dated", _id(period), deadline.rule, {"period": said, **self._last_day(deadline)})
        for start, end in deadline.spans:
            self._claim(sentence, start, end, duty_id)

    def _clock(self, deadline: Deadline) -> dict[str, Cell]:
        """Return the question for a last day that is none of every year, or for working days behind the period."""
        if deadline.working_days:
            return {"working_days": Open(self._say(_AFTER_PERIOD, printed=deadline.rule), deadline.working_days)}
        return {"last_day": Open(self._say(_ONCE, printed=deadline.rule), "12-31")}

    def _last_day(self, deadline: Deadline) -> dict[str, Cell]:
        """Return the last day, or the question for it, and for the year it lies in where that is open."""
        if deadline.last_day and not deadline.doubt:
            return {"last_day": deadline.last_day}
        asked = Open(self._say(_DOUBTS[deadline.doubt], printed=deadline.printed), deadline.last_day or "12-31")
        of_which_year = deadline.doubt in {"early", "year after"}
        return {"last_day": asked, "last_day_in": Open("", "year | year_after") if of_which_year else None}

    def _unlimited(self, sentence: _Sentence, deadlines: Sequence[Deadline]) -> None:
        """Add an undated duty for each period that no limit of the sentence took, and one where it only says that reports come again."""
        taken = [span for deadline in deadlines for span in deadline.spans]
        free = [words for words in periods_of(sentence.text) if not any(start < words.end() and words.start() < end for start, end in taken)]
        named = {period_of(words): words for words in free if not (deadlines and comes_again(words))}
        periodic = _PERIODIC.search(sentence.text)
        for period, words in named.items():
            rule = (periodic or words).group()
            duty_id = self._add(sentence, "undated", _id(period), rule, {"period": None if period == "other" else period})
            self._claim(sentence, *words.span(), duty_id)
        if periodic and not named and not deadlines:
            self._add(sentence, "undated", _id(None), periodic.group(), {})

    def _claim(self, sentence: _Sentence, start: int, end: int, duty_id: str) -> None:
        self.claims.append(Claim(sentence.part.index, sentence.start + start, sentence.start + end, "duty", f"duties {duty_id}"))

    def _add(self, sentence: _Sentence, kind: str, named: str, rule: str, fields: Mapping[str, Cell]) -> str:
        duty_id = unlike(named, {str(duty["id"]) for duty in self.duties})
        recipient, via = self._recipient(sentence.text), _VIA.search(sentence.text)
        self.duties.append(
            {
                "id": duty_id,
                "kind": kind,
                "rule": " ".join(rule.split()),
                **fields,
                "reporters": self._reporters(sentence),
                "recipient": recipient or Open(self._say(N_("To whom? The sentence names nobody after 'về' or 'gửi'.")), "UBND ..."),
                "via": via["name"].strip() if via else None,
                "section": sentence.part.section,
                "clause": sentence.text.strip(),
            }
        )
        return duty_id

    def _recipient(self, sentence: str) -> str:
        matches = list(_RECIPIENT.finditer(sentence))
        # "gửi" and "về" name the recipient; "báo cáo" alone may name to whom that one reports on.
        first = next((match for match in matches if not match.group().casefold().startswith("báo cáo")), matches[0] if matches else None)
        return first["name"].strip() if first else ""

    def _reporters(self, sentence: _Sentence) -> Cell:
        own = self._unit_at.get(sentence.part.index)
        if own:
            return (own,)
        # The whole paragraph up to the order says who: "Yêu cầu các phòng, ban ... báo cáo".
        order = _REPORT.search(sentence.text)
        before = sentence.part.text[: sentence.start + (order.start() if order else 0)]
        named = tuple(unit["id"] for unit in self._units if f" {key(unit['name'])} " in f" {key(before)} ")
        if named:
            return named
        ask = self._say(N_("Which units owe it? The sentence names none of the units above by its name."))
        return Open(ask, tuple(unit["id"] for unit in self._units))


def _id(period: str | None) -> str:
    return _IDS.get(period or "", "report")
