"""The options that hold for every command, wherever they stand, and the language that a run speaks."""

import pytest
from planmonitor_cli.language import language
from planmonitor_cli.main import run
from planmonitor_cli.options import global_options

ENGLISH, VIETNAMESE = "Usage: monitor", "Cách dùng: monitor"


@pytest.fixture
def said(capsys, monkeypatch):
    """Return a runner that gives exit code, standard output and standard error of one command line."""
    monkeypatch.delenv("MONITOR_LANG", raising=False)
    monkeypatch.delenv("MONITOR_WORKSPACE", raising=False)

    def ask(*words):
        code = run(words)
        return code, *capsys.readouterr()

    return ask


@pytest.mark.parametrize(
    "words",
    [("--lang", "en", "status", "--help"), ("status", "--lang=en", "--help"), ("status", "--help", "--lang", "en"), ("plans", "--lang", "en", "-h")],
    ids=" ".join,
)
def test_the_language_may_be_named_before_or_behind_the_command(said, words):
    """Help is told in the language asked for, wherever it was asked for."""
    code, out, _err = said(*words)
    assert (code, out[: len(ENGLISH)]) == (0, ENGLISH)


@pytest.mark.parametrize("command", [(), ("status",), ("plans", "list")], ids=" ".join)
def test_help_is_told_in_one_language_after_it_was_told_in_another(said, command):
    """Down to the line about help itself, which is made once."""
    for lang, line in (("en", "Show this message and exit."), ("vi", "In hướng dẫn này rồi kết thúc."), ("en", "Show this message and exit.")):
        assert line in said("--lang", lang, *command, "--help")[1]


@pytest.mark.parametrize("words", [("recrd", "--lang", "en"), ("status", "--pan", "x", "--lang", "en"), ("--lang", "en", "show")], ids=" ".join)
def test_wrong_use_is_told_in_the_language_named_behind_it(said, words):
    """A mistyped command or option is refused in the language that stands further on."""
    code, _out, err = said(*words)
    assert code == 2
    assert err.startswith("Error: ")


@pytest.mark.parametrize(
    ("words", "named"),
    [
        (("status", "--lang"), "--lang"),
        (("status", "--lang", "fr"), "'fr'"),
        (("status", "--workspace"), "--workspace"),
        (("--debug=1", "status"), "--debug"),
    ],
)
def test_a_wrong_global_option_is_wrong_use_and_is_named(said, words, named):
    """A value that is missing, wrong or too much ends with 2."""
    code, out, err = said(*words)
    assert (code, out) == (2, "")
    assert named in err


def test_a_folder_named_behind_the_command_is_the_workspace(said, tmp_path):
    """The folder is looked at and named, before and behind the command, in an option and in the environment."""
    for words in (("--workspace", str(tmp_path), "status"), ("status", f"--workspace={tmp_path}")):
        code, _out, err = said(*words, "--lang", "en")
        assert code == 3
        assert f"There is no monitor.toml in {tmp_path}" in err


@pytest.mark.parametrize(
    ("typed", "left"),
    [
        (["record", "4a", "--value", "-5", "--lang", "en", "--note", "x"], ["record", "4a", "--value", "-5", "--note", "x"]),
        (["show", "--debug", "--", "--lang", "-x"], ["show", "--", "--lang", "-x"]),
        (["--workspace", "a", "-h"], ["-h"]),
    ],
)
def test_what_is_no_global_option_stays_as_it_was_typed(typed, left):
    """Other options, negative numbers and whatever stands behind `--` reach the command in their order."""
    assert global_options(typed)[1] == left


IN_A_TEXT = 'officer = """\nlanguage = "en"\n"""\n'
IN_A_TABLE = '[plans."x/y"]\nlanguage = "en"\n'


@pytest.mark.parametrize(
    ("content", "spoken"),
    [
        ('language = "en"\n', "en"),
        ("'language'='en' # English\n", "en"),
        ('\ufefflanguage = "en"\r\n', "en"),
        (IN_A_TEXT, "vi"),
        (IN_A_TABLE, "vi"),
        ('# language = "en"\n', "vi"),
        ('language = "fr"\n', "vi"),
        ('language = ["en"]\n', "vi"),
        ('language = "en"\nofficer = "Hà\n', "vi"),
        ('language = "en"\nx = ' + "[" * 5000, "vi"),
        (b'language = "en" # \xff', "vi"),
        ("", "vi"),
    ],
)
def test_the_language_of_a_workspace_is_read_as_toml(tmp_path, monkeypatch, content, spoken):
    """A line inside a text or a table is no setting (F7); a file that cannot be read speaks Vietnamese, and is told later."""
    monkeypatch.delenv("MONITOR_LANG", raising=False)
    (tmp_path / "monitor.toml").write_bytes(content if isinstance(content, bytes) else content.encode())
    (tmp_path / "below").mkdir()
    assert language(None, str(tmp_path)) == language(None, str(tmp_path / "below")) == spoken
    assert language("en", str(tmp_path)) == "en"


def test_a_broken_file_is_told_by_the_command_that_reads_it(said, tmp_path):
    """Help is there all the same; what needs the workspace names line and column."""
    (tmp_path / "monitor.toml").write_text('language = "en"\nofficer = "Hà\n', encoding="utf-8")
    code, out, _err = said("--workspace", str(tmp_path), "--help")
    assert (code, out[: len(VIETNAMESE)]) == (0, VIETNAMESE)
    code, _out, err = said("--workspace", str(tmp_path), "status")
    assert code == 3
    assert "dòng 2" in err
