"""A superior's own form, filled with the report of a period: a Word file with fields, or a workbook with named cells."""

from __future__ import annotations

from pathlib import Path

from planmonitor import BadData, Message, Refusal
from planmonitor.workspace.reporting import PeriodReport

from planmonitor_exchange.form.fields import FormFields, form_fields
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_
from planmonitor_exchange.word_container import RefusedWord

LARGEST = 20_000_000
"""Bytes of a form, pictures included."""
_WORD_AGAIN = N_("Open it in Word, put it right, save it as .docx, and fill it again.")


def filled_form(form: Path, report: PeriodReport, say: Speaker) -> bytes:
    """Return a form, filled; the form itself is left as it is.

    Args:
        form: The form, .docx or .xlsx.
        report: What it is filled with.
        say: The language of its words.

    Raises:
        BadData: where it is no form that can be filled, or has fields that the report does not have; nothing is filled then.
        OSError: where it cannot be read.
    """
    with form.open("rb") as file:
        content = file.read(LARGEST + 1)
    if len(content) > LARGEST:
        raise BadData(N_("{file} is larger than any form."), Message.of(N_("Is it the right file?")), file=form.name)
    fields = form_fields(report, say)
    if form.suffix.lower() == ".xlsx":
        from planmonitor_exchange.form.book import filled_book

        return filled_book(content, fields.by_name)
    return _filled_word(form, content, fields)


def _filled_word(form: Path, content: bytes, fields: FormFields) -> bytes:
    try:
        from planmonitor_exchange.form.word import filled_word
    except ModuleNotFoundError as error:
        missing = N_("Forms in Word need the package '{package}', which is not installed.")
        raise BadData(
            missing, Message.of(N_("Have whoever installed the program add its extra 'form', or use a workbook as the form.")), package=error.name
        ) from error
    try:
        return filled_word(content, fields)
    except RefusedWord as refused:
        raise BadData(refused.template, Message.of(_WORD_AGAIN), file=form.name, **refused.values) from None
    except Refusal:
        raise
    except Exception as error:  # whatever a damaged file makes the libraries end with
        raise BadData(N_("{file} is damaged, or is no Word document."), Message.of(_WORD_AGAIN), file=form.name) from error
