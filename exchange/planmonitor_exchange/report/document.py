"""What a report says, part by part, in the order of Decree 30/2020/NĐ-CP (annexes I and III): values of which Word, annex and page are made."""

from __future__ import annotations

from attrs import frozen


@frozen
class ReportSentence:
    """A sentence, and the measures whose figures it tells."""

    text: str
    """The words, in one language."""
    measures: tuple[str, ...] = ()
    """Full ids of the measures."""


@frozen
class Heading:
    """A heading of the report."""

    level: int
    """1 for "I. KẾT QUẢ", 2 for "1. Kết quả chung", 3 for a heading without number below it."""
    text: str
    """The heading, with its number."""


@frozen
class ReportParagraph:
    """Sentences that run on."""

    sentences: tuple[ReportSentence, ...]


@frozen
class Point:
    """A lettered point: the letter is typed, for no automatic number knows "đ)" (the Vietnamese alphabet)."""

    letter: str
    sentences: tuple[ReportSentence, ...]


@frozen
class OpenPlace:
    """What only a person can write: marked, with what the program would mention."""

    label: str
    """What is to be written there."""
    mentions: tuple[ReportSentence, ...] = ()
    """What the program would mention."""


Block = Heading | ReportParagraph | Point | OpenPlace
"""One part of the text."""


@frozen
class Words:
    """A line of which a part is left to be filled in by hand."""

    text: str
    """The words; "" where all of it is open."""
    open: str = ""
    """What is to be filled in, as it stands there in marks; "" where nothing is."""


@frozen
class ReportHead:
    """What stands above the text."""

    notice: str
    """What stands above everything; "" for nothing."""
    superior: Words
    """The body above, in capitals."""
    issuer: Words
    """The issuing body, in capitals."""
    number: str
    """ "Số:      /BC-UBND": the number is given after signing."""
    day: str
    """Place and date, with blanks: "Vân Sơn, ngày      tháng      năm 2026"."""
    kind: str
    """ "BÁO CÁO"."""
    subject: str
    """What it is about."""
    addressee: Words
    """Who receives it, behind "Kính gửi:"."""


@frozen
class Signature:
    """The block at the end."""

    lines: tuple[str, ...]
    """ "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"; the first is open where nobody says who signs."""
    open: bool
    """Whether the lines are left to be filled in."""
    name: str
    """What stands in place of the name, in marks."""
    recipients: tuple[str, ...]
    """The lines under "Nơi nhận:", without dash."""


@frozen
class AnnexRow:
    """One row of the table."""

    cells: tuple[str, ...]
    """A cell for every column; of a heading across the table one alone."""
    measure: str = ""
    """Full id of the measure; "" for a heading."""
    part: bool = False
    """Whether it tells of a part of the measure above it."""
    key: str = ""
    """By what the figure is known again in a file (`figure_key`); "" for a heading."""


@frozen
class Annex:
    """The table behind the report."""

    title: str
    """Its title, in capitals."""
    with_which: str
    """ "(Kèm theo Báo cáo số      /BC-UBND ngày     …)"."""
    columns: tuple[str, ...]
    """The headings of its columns."""
    rows: tuple[AnnexRow, ...]
    """Its rows."""
    legend: tuple[str, ...]
    """What its marks mean."""
    code: str = ""
    """The code of its figures; "" where none was kept."""


@frozen
class ReportDocument:
    """A report."""

    language: str
    """The language of its words: "vi" or "en"."""
    head: ReportHead
    opening: tuple[ReportParagraph, ...]
    """Why and on what the report is made."""
    blocks: tuple[Block, ...]
    """Its text."""
    closing: ReportParagraph
    """Its last sentence, which ends "./."."""
    signature: Signature
    annex: Annex
