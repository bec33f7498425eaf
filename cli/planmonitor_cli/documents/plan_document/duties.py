"""Reporting duties: sentences that order a report, with the day before which it is due where one is printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from attrs import frozen

from planmonitor_cli.catalogue import N_
from planmonitor_cli.documents.draft_plan import DraftUnit, Field, Open
from planmonitor_cli.documents.plan_document.claims import Claim
from planmonitor_cli.documents.plan_document.structure import Part, key
from planmonitor_cli.documents.slugs import unlike
from planmonitor_cli.words import Words

_REPORT = re.compile(r"(?i:(?<!\w)báo cáo)")
_SENTENCE = re.compile(r"; |\. (?=[^\W\d_a-zđ])|\./\.|\.$|$")
_DAY = re.compile(
    r"(?i:(?P<limit>trước|chậm nhất(?: là)?(?: trước| vào)?|muộn nhất(?: là)?(?: trước| vào)?|xong trước|vào|đến hết|đến|hạn cuối)?"
    r"(?: 17 giờ)? ?ngày (?P<day>\d{1,2})(?:/| tháng )(?P<month>\d{1,2})(?:(?:/| năm )(?P<year>\d{4}))?(?! ?/))"
)
_PERIOD = re.compile(
    r"(?i:(?:định kỳ |báo cáo )?(?:"
    r"(?P<half>(?:06|6|sáu) tháng(?: đầu năm)?)"
    r"|(?P<year>(?:hằng|hàng) năm|0?1 năm|(?<=báo cáo )năm(?! \d)|(?<=, )năm(?! \d))"
    r"|(?P<other>(?:hằng |hàng )?(?:quý|tháng))(?!\w)))"
)
_PERIODIC = re.compile(r"(?i:định kỳ|theo (?:đúng )?quy định|(?:hằng|hàng) (?:năm|quý|tháng))")
_AD_HOC = re.compile(r"(?i:đột xuất(?: \([^()]*\)| khi có yêu cầu)?|theo yêu cầu)")
_ORDERS = re.compile(
    r"(?i:báo cáo (?:kết quả|tình hình|định kỳ|đánh giá|bằng|về|cấp|\d|năm|UBND|Ủy ban|Uỷ ban|Sở|theo)"
    r"|(?:chế độ|gửi|tổng hợp,?|định kỳ) .{0,60}?báo cáo)"
)
_RECIPIENT = re.compile(
    r"(?i:(?:gửi(?: về)?|về|báo cáo)) (?P<name>(?i:UBND|U[ỷỶ] ban nhân dân|Ủy ban nhân dân|Phòng|Sở|Bộ|Văn phòng|Trung tâm|Ban Chỉ đạo|Thường trực)"
    r"[^;.()]*?)(?= \(| để | theo | trước | tổng hợp| chậm | xem xét| kết quả|[,;.]|$)"
)
_VIA = re.compile(r"\((?i:qua|thông qua) (?P<name>[^()]+)\)")
_IDS = {"half-year": "half-year-report", "year": "annual-report", "ad_hoc": "ad-hoc-report", None: "report"}


@frozen
class Duties:
    """The reports a text orders: the fields of each, the notes above them, and which figures they hold."""

    duties: tuple[Mapping[str, Field], ...]
    notes: tuple[str, ...]
    claims: tuple[Claim, ...]


@frozen
class _Sentence:
    """One sentence that orders a report."""

    part: Part
    start: int
    text: str


def duties_of(parts: Sequence[Part], units: Sequence[DraftUnit], unit_at: Mapping[int, str], words: Words) -> Duties:
    """Return the reporting duties of a text.

    "Trước ngày 10/5" excludes that day, so the last day is the ninth; "chậm nhất ngày 10/5" includes it (docs/domain.md, rule 16).

    Args:
        parts: The paragraphs.
        units: The units of the draft, to know them by name.
        unit_at: Id of the unit whose task a paragraph is.
        words: The language of the questions.
    """
    reader = _Reader(units, unit_at, words)
    for part in parts:
        if part.role in {"organisation", "reports", "closing"} and not part.heads:
            for sentence in _sentences(part):
                reader.read(sentence)
    notes = (
        (words(N_("Whether a sentence orders a report, who owes it and what it carries: compare each with the document.")),) if reader.duties else ()
    )
    return Duties(tuple(reader.duties), notes, tuple(reader.claims))


def _sentences(part: Part) -> Iterator[_Sentence]:
    start = part.body
    for match in _SENTENCE.finditer(part.text, part.body):
        text = part.text[start : match.start()]
        if text.strip() and _REPORT.search(text):
            yield _Sentence(part, start, text)
        start = match.end()


class _Reader:
    """Turns sentences into duties."""

    def __init__(self, units: Sequence[DraftUnit], unit_at: Mapping[int, str], words: Words) -> None:
        self._units = units
        self._unit_at = unit_at
        self._words = words
        self.duties: list[Mapping[str, Field]] = []
        self.claims: list[Claim] = []

    def read(self, sentence: _Sentence) -> None:
        """Add the duties of a sentence: one for each day it prints, else one without a day; and one for reports on demand."""
        days = list(_DAY.finditer(sentence.text))
        begin = 0
        for match in days:
            self._dated(sentence, match, begin)
            begin = match.end()
        ad_hoc = _AD_HOC.search(sentence.text)
        ordered = _ORDERS.search(sentence.text) is not None
        periodic = _PERIODIC.search(sentence.text)
        if not days and periodic and ordered:
            self._undated(sentence, periodic)
        if ad_hoc and ordered:
            self._add(sentence, "ad_hoc", _IDS["ad_hoc"], ad_hoc.group(), {})

    def _dated(self, sentence: _Sentence, match: re.Match[str], begin: int) -> None:
        before = list(_PERIOD.finditer(sentence.text, begin, match.start()))
        said = before[-1] if before else None
        period = _period(said)
        first = said.start() if said else match.start()
        closed = sentence.text[match.end() : match.end() + 1] == ")" and "(" in sentence.text[first : match.start()]
        rule = sentence.text[first : match.end() + closed]
        fields: dict[str, Field] = {"period": period, "last_day": self._last_day(match)}
        if said is None:
            fields["period"] = Open(self._words(N_("Does it report on a half-year or on a year?")), "year")
        duty_id = self._add(sentence, "dated", _IDS[period], rule, fields)
        for span in [match, *([said] if said else [])]:
            self.claims.append(Claim(sentence.part.index, sentence.start + span.start(), sentence.start + span.end(), "duty", f"duties {duty_id}"))

    def _last_day(self, match: re.Match[str]) -> Field:
        try:
            # A year without 29 February: the rule has to hold in every year.
            named = date(2001, int(match["month"]), int(match["day"]))
        except ValueError:
            return Open(self._words(N_("'{printed}' is no day of every year. Which is the last day?"), printed=match.group()), "12-31")
        excluded = "trước" in (match["limit"] or "").casefold()
        return f"{named - timedelta(days=excluded):%m-%d}"

    def _undated(self, sentence: _Sentence, periodic: re.Match[str]) -> None:
        printed = {_period(said): said for said in _PERIOD.finditer(sentence.text) if _period(said)}
        for period, said in printed.items():
            duty_id = self._add(sentence, "undated", _IDS[period], periodic.group(), {"period": period})
            span = sentence.start + said.start(), sentence.start + said.end()
            self.claims.append(Claim(sentence.part.index, *span, "duty", f"duties {duty_id}"))
        if not printed:
            self._add(sentence, "undated", _IDS[None], periodic.group(), {})

    def _add(self, sentence: _Sentence, kind: str, named: str, rule: str, fields: Mapping[str, Field]) -> str:
        duty_id = unlike(named, {str(duty["id"]) for duty in self.duties})
        recipient, via = self._recipient(sentence.text), _VIA.search(sentence.text)
        self.duties.append(
            {
                "id": duty_id,
                "kind": kind,
                "rule": " ".join(rule.split()),
                **fields,
                "reporters": self._reporters(sentence),
                "recipient": recipient or Open(self._words(N_("To whom? The sentence names nobody after 'về' or 'gửi'.")), "UBND ..."),
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

    def _reporters(self, sentence: _Sentence) -> Field:
        own = self._unit_at.get(sentence.part.index)
        if own:
            return (own,)
        # The whole paragraph up to the order says who: "Yêu cầu các phòng, ban ... báo cáo".
        order = _REPORT.search(sentence.text)
        before = sentence.part.text[: sentence.start + (order.start() if order else 0)]
        named = tuple(unit.id for unit in self._units if f" {key(unit.name)} " in f" {key(before)} ")
        if named:
            return named
        ask = self._words(N_("Which units owe it? The sentence names none of the units above by its name."))
        return Open(ask, tuple(unit.id for unit in self._units))


def _period(said: re.Match[str] | None) -> str | None:
    if said is None or said["other"]:
        return None
    return "half-year" if said["half"] else "year"
