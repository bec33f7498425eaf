"""The page of a Word report: paper, margins, fonts, page numbers, language (Decree 30/2020/NĐ-CP, annex I; sizes of its section II)."""

from __future__ import annotations

from datetime import datetime, time
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt

from planmonitor_exchange.word_container import dated_alike

FONT = "Times New Roman"
BODY, SMALL, SMALLEST = 14, 12, 11
WIDTH, HEIGHT = 210, 297
LEFT, RIGHT, TOP, BOTTOM = 30, 15, 20, 20
"""Margins in millimetres: left 30 to 35, right 15 to 20, top and bottom 20 to 25."""
TEXT_WIDTH = WIDTH - LEFT - RIGHT
INDENT = Cm(1.27)
_THEMES = ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme")
_SLOTS = ("ascii", "hAnsi", "eastAsia", "cs")
_LANGUAGES = {"vi": "vi-VN", "en": "en-GB"}


def new_document(language: str) -> Any:
    """Return an empty document on A4 in one language, whose every style is in Times New Roman."""
    made = Document()
    for element in made.styles.element.iter(qn("w:rFonts")):
        in_times(element)
    defaults = made.styles.element.find(qn("w:docDefaults")).find(qn("w:rPrDefault")).find(qn("w:rPr"))
    spoken = defaults.find(qn("w:lang"))
    if spoken is None:
        spoken = OxmlElement("w:lang")
        defaults.append(spoken)
    for slot in ("w:val", "w:eastAsia"):
        spoken.set(qn(slot), _LANGUAGES[language])
    normal = made.styles["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(BODY)
    in_times(normal.element.rPr.rFonts)
    normal.paragraph_format.space_after = Pt(0)
    section = made.sections[0]
    on_paper(section, across=False)
    _numbered(section)
    return made


def in_times(fonts: Any) -> None:
    """Have every letter in Times New Roman: the attributes of the theme would win over the name of the font."""
    for theme in _THEMES:
        fonts.attrib.pop(qn(f"w:{theme}"), None)
    for slot in _SLOTS:
        fonts.set(qn(f"w:{slot}"), FONT)


def on_paper(section: Any, *, across: bool) -> None:
    """Set paper and margins of a section, upright or across."""
    width, height = (HEIGHT, WIDTH) if across else (WIDTH, HEIGHT)
    section.orientation = WD_ORIENT.LANDSCAPE if across else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = Mm(width), Mm(height)
    section.left_margin, section.right_margin = Mm(LEFT), Mm(RIGHT)
    section.top_margin, section.bottom_margin = Mm(TOP), Mm(BOTTOM)
    section.header_distance = section.footer_distance = Mm(10)


def _numbered(section: Any) -> None:
    """Put page numbers at the top in the middle, but on the first page none."""
    section.different_first_page_header_footer = True
    number = section.header.paragraphs[0]
    number.alignment = WD_ALIGN_PARAGRAPH.CENTER
    for kind, words in (("begin", ""), ("", "PAGE"), ("end", "")):
        run = number.add_run()
        run.font.size = Pt(BODY)
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = words
        run._r.append(element)


def numbered_from_one(section: Any) -> None:
    """Have the pages of a section counted by themselves."""
    start = OxmlElement("w:pgNumType")
    start.set(qn("w:start"), "1")
    section._sectPr.insert_element_before(start, "w:cols", "w:formProt", "w:vAlign", "w:noEndnote", "w:titlePg", "w:docGrid")


def content_of(made: Any, title: str, day: Any) -> bytes:
    """Return a document as a file without a person in its properties; what goes in alike comes out alike, byte by byte."""
    about = made.core_properties
    about.author = about.last_modified_by = about.comments = about.keywords = about.subject = about.category = ""
    about.title, about.revision = title[:255], 1
    about.created = about.modified = datetime.combine(day, time())
    package = made.part.package
    for key in [key for key, relation in package.rels.items() if relation.reltype.endswith("/thumbnail")]:
        del package.rels[key]
    as_saved = BytesIO()
    made.save(as_saved)
    return dated_alike(as_saved.getvalue())
