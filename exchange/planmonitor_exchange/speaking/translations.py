"""The translations of everything the program says, click's own sentences included.

Source sentences are English; `locale/` holds the Vietnamese ones. click asks the standard gettext domain, so ours is made
the standard domain of the process. Paths are text here: `monitor --help` would wait for pathlib.
"""

from __future__ import annotations

import gettext as standard
import os
from functools import cache

DOMAIN = "planmonitor"
LOCALE = os.path.join(os.path.dirname(__file__), "locale")
LANGUAGES = ("vi", "en")

_ = standard.gettext


def N_(template: str) -> str:  # noqa: N802 - the usual name of the marker that message extraction looks for
    """Mark a template for translation and return it unchanged.

    The framework marks its own with the same letters in `planmonitor.messages`; taking the marker from there would bring half
    of it into `monitor --help`.
    """
    return template


def use(language: str) -> None:
    """Speak this language from now on, click included, in the whole process: click and `_` ask its variable LANGUAGE.

    It is set outright, because Windows sets none. Two languages at a time, as a page for several readers needs, are spoken by
    two `Speaker`s; what goes through `_` cannot.
    """
    os.environ["LANGUAGE"] = language
    standard.bindtextdomain(DOMAIN, LOCALE)
    standard.textdomain(DOMAIN)


def current() -> str:
    """Return the language in use."""
    return os.environ.get("LANGUAGE", "vi")


@cache
def translation(language: str) -> standard.NullTranslations:
    """Return the translations into one language; English is the source and needs none."""
    return standard.translation(DOMAIN, LOCALE, [language], fallback=True)


def translate(template: str, language: str) -> str:
    """Return a template in a language other than the one in use."""
    return translation(language).gettext(template)
