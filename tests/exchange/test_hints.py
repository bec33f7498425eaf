"""What to do next, in the words of each face: core gives reason codes, and never speaks of options, commands or columns."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import planmonitor
import planmonitor_cli
import planmonitor_exchange
import pytest
from planmonitor import BadData
from planmonitor.messages import Hint
from planmonitor_exchange.figures.csv import COLUMNS
from planmonitor_exchange.speaking.hints import BY_CODES, COMMAND_LINE, HINTS
from planmonitor_exchange.speaking.speaker import Speaker

CORE = Path(planmonitor.__file__).parent
CLI = Path(planmonitor_cli.__file__).parent
EXCHANGE = Path(planmonitor_exchange.__file__).parent
FACE_WORDS = re.compile(rf"\bmonitor (?!\.)|(?<![\w-])--[a-z]|\b(?:{'|'.join(COLUMNS)})\b")


def calls(*names: str, root: Path = CORE) -> Iterator[tuple[str, ast.Call]]:
    """Yield every call below a folder of a function of these names, with the file it stands in."""
    for path in sorted(root.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and ast.unparse(node.func) in names:
                yield path.relative_to(root).as_posix(), node


def test_no_sentence_of_core_names_an_option_a_command_or_a_column() -> None:
    """What core marks for translation fits every face."""
    marked = [(path, node.args[0].value) for path, node in calls("N_") if isinstance(node.args[0], ast.Constant)]

    assert len(marked) > 200
    assert [(path, sentence) for path, sentence in marked if FACE_WORDS.search(sentence)] == []


def codes() -> dict[str, set[str]]:
    """Return every reason code that is given anywhere, with the names of their values."""
    found: dict[str, set[str]] = {}
    for _path, node in (hint for root in (CORE, EXCHANGE, CLI) for hint in calls("Hint.of", root=root)):
        [code] = node.args
        assert isinstance(code, ast.Constant), ast.unparse(node)
        found.setdefault(code.value, set()).update(keyword.arg for keyword in node.keywords if keyword.arg)
    return found


@pytest.mark.parametrize("face", HINTS)
def test_every_reason_code_has_words_for_every_face(face: str) -> None:
    """No face is left without words, none words what core never says, and every value named is given."""
    assert set(HINTS[face]) == set(codes())
    for code, values in codes().items():
        assert {name for _text, name, _form, _turn in Formatter().parse(HINTS[face][code]) if name} <= values


def test_a_face_words_the_same_code_in_its_own_way() -> None:
    """The command line names an option, a file its column, and both languages are spoken."""
    refusal = BadData("'{measure}' is not recorded like that.", Hint.of("needs-count"), measure="4a")

    assert Speaker("en").refusal(refusal) == "'4a' is not recorded like that. Give the count: --value."
    assert "OBS_VALUE" in Speaker("en", "codes").refusal(refusal)
    assert "OBS_VALUE" in Speaker("vi", "codes").refusal(refusal)
    assert "--" not in Speaker("vi", "codes").refusal(refusal)


def test_the_words_for_a_file_name_no_option_for_a_figure() -> None:
    """What stands in the table of files by itself speaks of columns, never of options."""
    own = [words for code, words in BY_CODES.items() if words != COMMAND_LINE[code]]

    assert len(own) == 13
    assert [words for words in own if "--" in words] == []
