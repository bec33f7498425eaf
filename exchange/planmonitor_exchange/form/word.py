"""The one door to docxtpl: a form in Word that was looked at, filled; its properties and notes are left as they are."""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from typing import Any

from docxtpl import DocxTemplate  # type: ignore[import-untyped]
from lxml import etree  # type: ignore[import-untyped]

from planmonitor_exchange.form.fields import FormFields
from planmonitor_exchange.form.names import ROWS
from planmonitor_exchange.form.word_look import look_at_form
from planmonitor_exchange.form.word_tags import FormEnvironment, TagCheck
from planmonitor_exchange.speaking.translations import N_
from planmonitor_exchange.word_container import RefusedWord, dated_alike


def filled_word(content: bytes, fields: FormFields) -> bytes:
    """Return a form in Word, filled.

    Raises:
        RefusedWord, BadData: where it may not be filled, or has fields that are not known.
        Exception: where it is damaged.
    """
    tags = look_at_form(content)
    form, environment, check = _Form(io.BytesIO(content)), FormEnvironment(), TagCheck(fields)
    for source in form.sources() if tags else ():
        check.source(environment, source)
    check.refuse()
    if not check.found:
        raise RefusedWord(N_("{file} has no field to be filled, such as {{{{ ct_1a }}}}."))
    context: dict[str, Any] = {name: filled.words for name, filled in fields.by_name.items()}
    context[ROWS] = [{part: filled.words for part, filled in row.items()} for row in fields.rows]
    form.render(context, environment)
    written = io.BytesIO()
    form.save(written)
    return dated_alike(written.getvalue())


class _Form(DocxTemplate):  # type: ignore[misc]
    """A form, of which body, headers and footers are filled."""

    def sources(self) -> Iterator[str]:
        """Yield the parts that are filled, as templates, a paragraph a line."""
        self.init_docx()
        yield _by_lines(self.patch_xml(self.get_xml()))
        for kind in (self.HEADER_URI, self.FOOTER_URI):
            for _key, part in self.get_headers_footers(kind):
                yield _by_lines(self.patch_xml(self.get_part_xml(part)))

    def render_xml_part(self, src_xml: str, part: Any, context: dict[str, Any], jinja_env: Any = None) -> str:
        """Return one part, filled; docxtpl would mend one whose marks stand across each other, and lose text of it."""
        filled: str = super().render_xml_part(src_xml, part, context, jinja_env)
        try:
            etree.fromstring(filled)
        except etree.XMLSyntaxError as error:
            raise RefusedWord(N_("{file} has marks that stand across each other: let 'for' and 'endfor', 'if' and 'endif' stand alike.")) from error
        return filled

    def render_properties(self, context: dict[str, Any], jinja_env: Any = None) -> None:
        """Leave the properties as they are: none of them holds a field."""

    def render_footnotes(self, context: dict[str, Any], jinja_env: Any = None) -> None:
        """Leave the footnotes as they are: docxtpl fills them as often as there are sections, and what was filled in once is read as fields."""


def _by_lines(source: str) -> str:
    return re.sub(r"<w:p([ >])", r"\n<w:p\1", source)
