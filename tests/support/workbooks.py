"""Workbooks as officers send them, made by the library that tests have at hand, and parts of them changed by hand."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import Any

import openpyxl
from planmonitor_exchange.figures.identity import FigureLine, TemplateIdentity, identity_cells

HEADER = ("Chỉ tiêu", "Kỳ", "Tử số", "Mẫu số", "Số lượng", "Có/Không", "Số liệu tính đến ngày", "Tình trạng", "Ghi chú")
GOOD = (("4a", "2026-S1", 45, 50), ("4b", "2026-S1", 300, 400), ("NV1", "2026-S1", None, None, 2))
VAN_SON = "child-labour/van-son-2026-2030"
OF_FORM = ("Mã dòng", "TT", "Chỉ tiêu", "Tử số", "Mẫu số", "Số lượng", "Có/Không", "Số liệu tính đến ngày", "Tình trạng", "Ghi chú, minh chứng")


def workbook(sheets: Mapping[str, Iterable[Sequence[Any]]], change: Callable[[Any], object] | None = None) -> bytes:
    """Return a workbook with rows in its sheets; `change` may do more to it before it is saved."""
    book = openpyxl.Workbook()
    book.remove(book.active)
    for name, rows in sheets.items():
        sheet = book.create_sheet(name)
        for row in rows:
            sheet.append(list(row))
    if change is not None:
        change(book)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


def figures(*rows: Sequence[Any], change: Callable[[Any], object] | None = None) -> bytes:
    """Return a workbook with one sheet of figures under headings that are known."""
    return workbook({"Số liệu": [HEADER, *rows]}, change)


def lines(*keys: str, measure: str = f"{VAN_SON}/4a", period: str = "2026-S1") -> tuple[FigureLine, ...]:
    """Return what rows of a form ask for: all the same measure, for one period after the other where there are several."""
    return tuple(
        FigureLine(key, "Số liệu", measure, "", period if len(keys) == 1 else f"2026-0{at}", "", "07621", "ratio") for at, key in enumerate(keys, 1)
    )


def identity(of: Sequence[FigureLine]) -> TemplateIdentity:
    """Return what a form says of itself that asks for some figures."""
    return TemplateIdentity("07621", "", "2026", date(2026, 11, 1), tuple(of))


def form(of: Sequence[FigureLine], *rows: Sequence[Any], header: Sequence[Any] = OF_FORM, change: Callable[[Any], object] | None = None) -> bytes:
    """Return a form as the contract has it, with rows under its headings."""

    def hide(book: Any) -> None:
        book["_monitor"].sheet_state = "hidden"  # as another program brings it back
        if change is not None:
            change(book)

    return workbook({"Số liệu": [("BIỂU THU THẬP",), header, *rows], "_monitor": identity_cells(identity(of))}, hide)


def with_part(content: bytes, name: str, change: Callable[[bytes], bytes], *, pack: int = zipfile.ZIP_DEFLATED) -> bytes:
    """Return a container with one part changed, or added."""
    with zipfile.ZipFile(io.BytesIO(content)) as old:
        parts = {entry.filename: old.read(entry) for entry in old.infolist()}
    parts[name] = change(parts.get(name, b""))
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", pack) as new:
        for part, text in parts.items():
            new.writestr(part, text)
    return written.getvalue()


def with_shared_texts(content: bytes) -> bytes:
    """Return a workbook of one sheet whose texts stand in a part of their own, as Excel and LibreOffice keep them."""
    texts: list[bytes] = []

    def shared(found: re.Match[bytes]) -> bytes:
        texts.append(found[1])
        return b't="s"><v>%d</v></c>' % (len(texts) - 1)

    inline = re.compile(rb't="inlineStr"><is><t(?: [^>]*)?>([^<]*)</t></is></c>')
    content = with_part(content, "xl/worksheets/sheet1.xml", lambda xml: inline.sub(shared, xml))
    main = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    items = b"".join(b"<si><t>%s</t></si>" % text for text in texts)
    content = with_part(content, "xl/sharedStrings.xml", lambda _none: b"<sst %s>%s</sst>" % (main, items))
    kind = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings"
    relation = b'<Relationship Type="%s" Target="sharedStrings.xml" Id="rId99"/></Relationships>' % kind
    content = with_part(content, "xl/_rels/workbook.xml.rels", lambda xml: xml.replace(b"</Relationships>", relation))
    content_type = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    stated = b'<Override PartName="/xl/sharedStrings.xml" ContentType="%s"/></Types>' % content_type
    return with_part(content, "[Content_Types].xml", lambda xml: xml.replace(b"</Types>", stated))


def parts_of(content: bytes) -> dict[str, bytes]:
    """Return the parts of a container by name."""
    with zipfile.ZipFile(io.BytesIO(content)) as container:
        return {entry.filename: container.read(entry) for entry in container.infolist()}
