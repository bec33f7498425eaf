"""Reading the XML of a Word document piece by piece: a document type or an entity of its own is refused."""

from __future__ import annotations

from collections.abc import Callable
from xml.parsers import expat

NAMESPACES = frozenset(
    {"http://schemas.openxmlformats.org/wordprocessingml/2006/main", "http://purl.oclc.org/ooxml/wordprocessingml/main"}  # transitional and strict
)


def parser_for(start: Callable[[str, dict[str, str]], object], end: Callable[[str], object]) -> expat.XMLParserType:
    """Return a parser that tells the beginning and end of elements as "NAMESPACE NAME"."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartElementHandler = start
    parser.EndElementHandler = end
    parser.StartDoctypeDeclHandler = _refuse
    parser.EntityDeclHandler = _refuse
    return parser


def local(name: str) -> str:
    """Return a name without its namespace."""
    return name.rpartition(" ")[2]


def _refuse(*_declared: object) -> None:
    """Refuse what no Word document declares, and what can make a small file grow without end."""
    raise ValueError("document type")
