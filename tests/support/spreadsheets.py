"""Spreadsheets of LibreOffice (.ods), written as it writes them, part by part; and what it makes of a file of another kind."""

from __future__ import annotations

import io
import shutil
import subprocess
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

OFFICE = shutil.which("soffice")
WITH_OFFICE = pytest.mark.skipif(OFFICE is None, reason="LOUD: no LibreOffice (soffice) here to save as .xls and .ods")
CALC = "application/vnd.oasis.opendocument.spreadsheet"
_NAMES = " ".join(
    f'xmlns:{short}="{long}"'
    for short, long in {
        **{short: f"urn:oasis:names:tc:opendocument:xmlns:{short}:1.0" for short in ("office", "table", "text", "style")},
        "calcext": "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0",
    }.items()
)
_MANIFEST = '<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0">{}</manifest:manifest>'


class Raw(str):
    """A cell, a row or a column as its XML."""

    __slots__ = ()


def typed(kind: str, value: str = "", shown: str = "", more: str = "", inside: str = "") -> Raw:
    """Return a cell of a kind; `more` are further attributes, `inside` stands before what is shown."""
    name = {"date": "date-value", "boolean": "boolean-value", "time": "time-value", "string": "string-value"}.get(kind, "value")
    stated = f' office:{name}="{value}"' if value or kind != "string" else ""
    return Raw(f'<table:table-cell office:value-type="{kind}"{stated} {more}>{inside}<text:p>{escape(shown or value)}</text:p></table:table-cell>')


def error(shown: str) -> Raw:
    """Return a cell whose formula has ended with an error, as LibreOffice writes it."""
    return typed("string", shown=shown, more='office:string-value="" table:formula="of:=NA()" calcext:value-type="error"')


def _cell(value: object) -> str:
    if isinstance(value, Raw):
        return value
    if value is None:
        return "<table:table-cell/>"
    if isinstance(value, bool):
        return typed("boolean", str(value).lower(), str(value).upper())
    if isinstance(value, date):
        return typed("date", value.isoformat())
    if isinstance(value, str):
        return typed("string", shown=value)
    return typed("float", str(value))


def row(cells: Iterable[object], more: str = "") -> Raw:
    """Return a row."""
    return Raw(f"<table:table-row {more}>{''.join(map(_cell, cells))}</table:table-row>")


def table(name: str, rows: Iterable[Sequence[object] | Raw], *, hidden: bool = False) -> str:
    """Return a sheet, empty down to its last row and column as every program leaves them."""
    written = "".join(one if isinstance(one, Raw) else row(one) for one in rows)
    last = '<table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    return f'<table:table table:name="{name}" table:style-name="{"behind" if hidden else "before"}">{written}{last}</table:table>'


def spreadsheet(
    *tables: str, before: str = '<?xml version="1.0" encoding="UTF-8"?>', manifest: str = "", parts: Mapping[str, str] | None = None
) -> bytes:
    """Return a file of the kind .ods with sheets."""
    styles = "".join(
        f'<style:style style:name="{name}" style:family="table"><style:table-properties table:display="{shown}"/></style:style>'
        for name, shown in (("before", "true"), ("behind", "false"))
    )
    body = f"<office:body><office:spreadsheet>{''.join(tables)}</office:spreadsheet></office:body>"
    content = f"{before}<office:document-content {_NAMES}><office:automatic-styles>{styles}</office:automatic-styles>{body}</office:document-content>"
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as container:
        container.writestr("mimetype", CALC, zipfile.ZIP_STORED)
        for name, text in {"content.xml": content, "META-INF/manifest.xml": _MANIFEST.format(manifest), **(parts or {})}.items():
            container.writestr(name, text)
    return written.getvalue()


def saved_as(kind: str, path: Path) -> Path:
    """Return the file that LibreOffice saves of another, beside it."""
    alone = f"-env:UserInstallation=file://{path.parent}/profile"
    command = [str(OFFICE), "--headless", alone, "--convert-to", kind, "--outdir", str(path.parent / "saved"), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    return path.parent / "saved" / f"{path.stem}.{kind}"
