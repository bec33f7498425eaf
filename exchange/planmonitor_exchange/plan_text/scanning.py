"""The draft of a plan from the text of its document, with an account of every figure of the text and of every repair."""

from __future__ import annotations

import re
from datetime import date

from attrs import frozen
from planmonitor import BadData, Message
from planmonitor.names import slug
from planmonitor.planfile.writing import AFTER, NOTES, Entry, Noted
from planmonitor.privacy import data_of_a_child

from planmonitor_exchange.plan_text.claims import Accounted, account
from planmonitor_exchange.plan_text.duties import duties_of
from planmonitor_exchange.plan_text.heading import Head, head_of
from planmonitor_exchange.plan_text.letters import Letters, mend_letters
from planmonitor_exchange.plan_text.lines import Paragraphs, paragraphs_of
from planmonitor_exchange.plan_text.reading import Content
from planmonitor_exchange.plan_text.structure import TextPart, parts_of
from planmonitor_exchange.plan_text.targets import targets_of
from planmonitor_exchange.plan_text.units import budget_of, units_of
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_

SHORT = 40
"""Most letters of a title in the name of a file."""
LONGEST_PARAGRAPH = 20_000
"""More letters than any paragraph of a plan has."""
MOST_LISTED = 50
"""From this many repairs on, only their number is written into the draft."""


@frozen
class Scan:
    """What was made of a document."""

    draft: Entry
    """The draft of the plan, for `file_text`."""
    name: str
    """What the plan is about, its place and its years, for the name of a file; "" where the text has no title."""
    accounts: tuple[Accounted, ...]
    """Every figure of the text, and where it went."""
    repairs: tuple[Message, ...]
    """What was mended, as sentences, most with a number."""
    mended: tuple[tuple[str, str], ...]
    """The words that were mended, as (printed, mended)."""
    doubtful: tuple[str, ...]
    """Speaker left as printed although something is wrong with them."""
    unread: tuple[tuple[int, str], ...]
    """Lines of the target sections in which no target was found: (line, words)."""
    missing: tuple[Message, ...]
    """What a plan has and this text was not seen to have, and what of the text is not read, as sentences."""

    @property
    def left_over(self) -> tuple[Accounted, ...]:
        """The figures that went nowhere."""
        return tuple(item for item in self.accounts if not item.went)


def scanned(content: Content, file: str, say: Speaker) -> Scan:
    """Return the draft of a plan, and the account of what went into it.

    Args:
        content: What the file holds.
        file: Its name, to say what the draft was made from.
        say: The language of the questions and remarks in the draft.

    Raises:
        BadData: where a paragraph is longer than any of a plan, or holds what looks like a child's data: a draft would carry it on (rule 27).
    """
    letters = mend_letters(content.text)
    paragraphs = paragraphs_of(letters.text)
    if any(len(paragraph.text) > LONGEST_PARAGRAPH for paragraph in paragraphs.all):
        raise BadData(N_("{file} holds a paragraph longer than any of a plan."), Message.of(N_("Is it the right file?")), file=file)
    for paragraph in paragraphs.all:
        if what := data_of_a_child(paragraph.text):
            found = N_("{file}, line {line}: the text holds what looks like {what}; only totals are kept here, never a person's data.")
            hint = Message.of(N_("Take it out of a copy of the document, and scan that."))
            raise BadData(found, hint, file=file, line=str(paragraph.line), what=Message.of(what))
    parts = parts_of(paragraphs.all)
    head, targets = head_of(parts, say), targets_of(parts, say)
    units = units_of(parts, say)
    duties = duties_of(parts, units.units, units.at, say)
    budget, budget_claims = budget_of(parts)
    accounts = account(parts, (*targets.claims, *duties.claims, *head.claims, *units.claims, *budget_claims))
    mended = tuple(dict.fromkeys((*letters.accents, *letters.joined)))
    repairs = _repairs(letters, paragraphs, content)
    draft = {
        NOTES: _heading(file, repairs, say),
        "draft": Noted(True, say(N_("Remove the line below once a person has compared the whole file with the document.")), apart=True),
        "title": head.title,
        "start": head.start,
        "end": head.end,
        "place": head.place,
        "document": head.document,
        "objectives": targets.objectives,
        "indicators": targets.indicators,
        "units": units.units,
        "duties": duties.duties,
        "budget": budget,
        AFTER: _remarks(accounts, targets.unread, mended, letters.doubtful, say),
    }
    return Scan(draft, _name(head), accounts, repairs, mended, letters.doubtful, targets.unread, tuple(_missing(parts)))


def _name(head: Head) -> str:
    """Return the title up to its period and place, cut short, and then those two, so that no two plans of a place share a name."""
    about = slug(re.split(r",? (?:giai đoạn|năm \d|trên địa bàn|định hướng)", head.name)[0].removeprefix("Kế hoạch "), SHORT)
    place = head.place["name"]
    years = [str(day.year) for day in (head.start, head.end) if isinstance(day, date)]
    said = [about, slug(place) if isinstance(place, str) else "", *dict.fromkeys(years)]
    return "-".join(filter(None, said)) if about else ""


def _repairs(letters: Letters, paragraphs: Paragraphs, content: Content) -> tuple[Message, ...]:
    counted = (
        (letters.composed, N_("{count} words with decomposed accents were composed.")),
        (len(letters.accents), N_("{count} accents stood on the wrong letter or behind a space, and were put in place.")),
        (len(letters.joined), N_("{count} syllables cut by a space were joined.")),
        (paragraphs.joined, N_("{count} line ends in the middle of a sentence were taken out.")),
        (paragraphs.unseen, N_("{count} control and unseen characters were taken out.")),
    )
    return (*content.notes, *(Message.of(template, count=count) for count, template in counted if count))


def _heading(file: str, repairs: tuple[Message, ...], say: Speaker) -> tuple[str, ...]:
    return (
        say(N_("A machine's draft of the plan in {file}, for a person to correct with the document beside it."), file=file),
        say(
            N_("Nothing is judged by it before the line 'draft = true' is removed. Lines behind '#' are not read: they ask, or show what was found.")
        ),
        say(
            N_(
                "Of each measure, write how it is counted: 'counts', what one unit of it is; 'noun', the word behind a number of them; 'over_time', "
                "how figures of one year combine (count: they add; point_in_time: the latest; cumulative: each holds the earlier ones; any_breach: "
                "one case breaks the year). Where plugins define the same thing, write 'adopts' or 'definition' instead."
            )
        ),
        *(say.message(repair) for repair in repairs),
    )


def _remarks(
    accounts: tuple[Accounted, ...], unread: tuple[tuple[int, str], ...], mended: tuple[tuple[str, str], ...], doubtful: tuple[str, ...], say: Speaker
) -> tuple[str, ...]:
    left = [item for item in accounts if not item.went]
    remarks = []
    if unread:
        remarks.append(say(N_("Lines of the target section in which no target was found. A person decides whether one of them is:")))
        remarks += [say(N_("line {line}: {words}"), line=str(line), words=text) for line, text in unread]
    if left:
        remarks.append(say(N_("Figures of the text that went into no field above:")))
        remarks += [left_over_line(item, say) for item in left]
    if doubtful:
        remarks.append(say(N_("Left as printed although something is wrong: {words}"), words=doubtful))
    if 0 < len(mended) <= MOST_LISTED:
        listed = tuple(f"{printed.strip()} → {right.strip()}" for printed, right in mended)
        remarks.append(say(N_("Words mended: {words}"), words=listed))
    return tuple(remarks)


def left_over_line(item: Accounted, say: Speaker) -> str:
    """Return one figure that went nowhere, with its line and the words around it."""
    return say(N_('line {line}: {figure} in "{around}"'), line=str(item.line), figure=item.figure, around=item.around)


def _missing(parts: tuple[TextPart, ...]) -> list[Message]:
    roles, rows = {part.role for part in parts}, sum(part.is_row for part in parts)
    wanted = (
        ("targets", N_("No section on objectives and targets was recognised ('MỤC TIÊU', 'CHỈ TIÊU').")),
        ("organisation", N_("No section on organisation was recognised ('TỔ CHỨC THỰC HIỆN').")),
    )
    unread = N_("{count} rows of tables are not read: what is set in them has to be written by hand.")
    return [*(Message.of(template) for role, template in wanted if role not in roles), *([Message.of(unread, count=rows)] if rows else [])]
