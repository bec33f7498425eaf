"""One figure that is not what a report told, and the sentence by which the next report says so (docs/domain.md, rule 19)."""

from __future__ import annotations

from decimal import Decimal

from attrs import frozen

from planmonitor.assessment.acts import Reported, Sending
from planmonitor.messages import Text
from planmonitor.model.duties import Duty
from planmonitor.model.plans import Measure
from planmonitor.numbers import counted, written, written_day

CORRECTED_AS = ("corrected", "updated", "new", "taken_back", "recounted", "rebarred")
"""What became of a figure: it was corrected; an estimate gave way to a later or settled figure; there was none; there is none any more; it is counted
in another way; it is held against another bar."""


@frozen
class Correction:
    """One figure that a report told in another way, or did not."""

    duty: Duty
    """The duty of the report."""
    letter: Sending
    """The letter that told the figure last."""
    measure: Measure
    """The measure."""
    part: Text | None
    """Whose part it is; None for the whole of what the report carries."""
    kind: str
    """One of `CORRECTED_AS`."""
    told: Reported
    """What the letter told."""
    stands: Reported
    """What a letter of today would tell."""
    reason: str
    """Why it was corrected or taken back, as whoever did it noted; "" where nobody did."""
    recipients: tuple[str, ...] = ()
    """Who received the letter, as printed."""

    @property
    def said(self) -> Text:
        """Return the sentence as it stands in the next report."""
        return Text(*(f"{self._about(language)} {self._sentence(language)}" for language in ("vi", "en")))

    @property
    def in_short(self) -> Text:
        """Return what changed, for a list under the letter: "1a: 45/46, nay điều chỉnh 46/46"."""
        return Text(*(f"{self._code(language)}: {self._changed(language)}" for language in ("vi", "en")))

    @property
    def beside(self) -> Text:
        """Return what the letter's file says, and beside it what is recorded: "1a. … Tệp ghi 46/46; số đã ghi: 45/46."."""
        words = {"vi": "Tệp ghi {said}; số đã ghi: {recorded}.", "en": "The file says {said}; recorded is {recorded}."}
        told = (
            words[language].format(said=self._figure(self.told.figure, language), recorded=self._figure(self.stands.figure, language))
            for language in ("vi", "en")
        )
        return Text(*(f"{self._about(language)} {said}" for language, said in zip(("vi", "en"), told, strict=True)))

    @property
    def named(self) -> Text:
        """Return the letter as a sentence names it."""
        number, dated = self.letter.letter or "…", self.letter.dated
        vi, en = ("…" if dated is None else written_day(dated, language) for language in ("vi", "en"))
        return Text(f"Báo cáo số {number} ngày {vi}", f"report {number} of {en}")

    @property
    def received_by(self) -> Text | None:
        """Return who received the letter and has to hear of it; None where the plan names nobody."""
        if not self.recipients:
            return None
        offices = "; ".join(self.recipients)
        vi, en = (self.named.in_language(language) for language in ("vi", "en"))
        return Text(f"{vi} đã gửi đến: {offices}.", f"{en[:1].upper()}{en[1:]} went to: {offices}.")

    def _code(self, language: str) -> str:
        part = "" if self.part is None else f" ({self.part.in_language(language)})"
        return f"{self.measure.code}{part}"

    def _about(self, language: str) -> str:
        label, period = self.measure.label.in_language(language), self.told.period.called.in_language(language)
        part = "" if self.part is None else f", {self.part.in_language(language)}"
        return f"{self.measure.code}. {label} ({period}{part})."

    def _sentence(self, language: str) -> str:
        named = self.named.in_language(language)
        if self.kind == "new":
            return f"{named} chưa có số liệu này; {self._changed(language)}." if language == "vi" else f"In {named}: {self._changed(language)}."
        if language == "vi":
            return f"Số liệu đã báo cáo tại {named}: {self._changed(language)}."
        return f"Reported in {named}: {self._changed(language)}."

    def _changed(self, language: str) -> str:
        words = {
            "corrected": ("{then}; nay điều chỉnh: {now} (lý do: {reason})", "{then}; now corrected to {now} (reason: {reason})"),
            "updated": ("{then} (số {state} đến {until}); nay là {now}{why}", "{then} ({state}, up to {until}); now {now}{why}"),
            "new": ("nay bổ sung: {now}", "no figure then; now {now}"),
            "taken_back": ("{then}; nay thu hồi (lý do: {reason})", "{then}; now taken back (reason: {reason})"),
            "recounted": ("{then}; cách tính đã thay đổi, nay là {now}", "{then}; counted in another way since, now {now}"),
            "rebarred": ("{then} so với mức giao {bar_then}; mức giao nay là {bar}", "{then} against the bar {bar_then}; the bar is {bar} now"),
        }[self.kind]
        state, until = self.told.state, self.told.until
        why = f" ({'lý do' if language == 'vi' else 'reason'}: {self.reason})" if self.reason else ""
        return words[0 if language == "vi" else 1].format(
            then=self._figure(self.told.figure, language),
            now=self._figure(self.stands.figure, language),
            reason=self.reason or ("chưa nêu" if language == "vi" else "not given"),
            why=why,
            state=_STATES[state].in_language(language) if state in _STATES else state,
            until="…" if until is None else written_day(until, language),
            bar_then=bar_in_words(self.told.bar, language),
            bar=bar_in_words(self.stands.bar, language),
        )

    def _figure(self, text: str, language: str) -> str:
        """Return a figure in words; of a base, whose people are others than those counted, the number alone."""
        if self.told.breakdown and self.told.breakdown == self.measure.definition.population:
            return written(parted(text)[0], language) if text else "…"
        return figure_in_words(text, self.measure, language)


_STATES = {"estimated": Text("ước tính", "estimated"), "provisional": Text("sơ bộ", "provisional"), "final": Text("chính thức", "final")}
_BARS = {"<": ("dưới", "below"), "<=": ("không quá", "at most"), "==": ("bằng", "exactly"), ">=": ("ít nhất", "at least"), ">": ("trên", "above")}
_DIRECTIONS = {
    "increase": ("tăng", "increase"),
    "decrease": ("giảm", "decrease"),
    "maintain": ("duy trì", "maintain"),
    "done": ("hoàn thành", "done"),
}


def parted(text: str) -> tuple[Decimal, ...]:
    """Return the numbers of a figure told: above and below the line, or the one that was counted; none where there was no figure."""
    return tuple(Decimal(number) for number in text.split("/")) if text else ()


def figure_in_words(text: str, measure: Measure, language: str) -> str:
    """Return a figure told as people write it: "45/46", "05 trẻ em", "đã hoàn thành"."""
    numbers = [int(number) if number == int(number) else number for number in parted(text)]
    if not numbers:
        return "…"
    if measure.definition.kind == "yes_no" and numbers[1:] == [1]:
        vi, en = ("đã hoàn thành", "done") if numbers[0] else ("chưa hoàn thành", "not done")
        return vi if language == "vi" else en
    if len(numbers) > 1:
        return "/".join(written(number, language) for number in numbers)
    return f"{counted(numbers[0], language)} {measure.definition.noun.in_language(language)}"


def bar_in_words(text: str, language: str) -> str:
    """Return a bar told as people write it: "dưới 7"."""
    comparator, _, value = text.partition(" ")
    words = _BARS.get(comparator) or _DIRECTIONS.get(comparator)
    if words is None:
        return "…"
    return f"{words[0 if language == 'vi' else 1]} {written(Decimal(value), language) if value else ''}".strip()
