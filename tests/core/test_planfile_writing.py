"""What a plan says is written into a file and read back from it, without loss; a draft's text is of the shape's keys alone."""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from planmonitor import Plan, Programme
from planmonitor.planfile.reading import read_plan, read_shared
from planmonitor.planfile.toml import read_toml
from planmonitor.planfile.toml_text import written_value
from planmonitor.planfile.writing import AFTER, NOTES, Around, Noted, Open, entry_of, file_text, ids_of_acts
from planmonitor.registry import loading
from planmonitor.registry.catalogue import Catalogue, Loaded
from planmonitor.registry.installed import Installed, installed

CATALOGUE = loading.load(installed())


def written(part: Plan | Programme) -> dict[str, Any]:
    """Return a plan or programme as the head of a file that needs no other."""
    ids = ids_of_acts(part, {})
    entry = entry_of(part, Around(plan=part.id, document=part.document, documents=ids))
    acts = tuple({"id": name, **entry_of(act, Around())} for act, name in ids.items() if act != part.document)
    return {**entry, "documents": acts or None}


def read_back(text: str, plan_id: str, path: Path) -> Plan:
    """Return the plan in a text, read where no other file can be seen."""
    path.write_text(text, encoding="utf-8")
    file = read_toml(path)
    return read_plan(file, plan_id, Catalogue().shelf(Loaded(Installed("nobody", ())), file)).plan


@pytest.mark.parametrize("plan_id", CATALOGUE.plan_ids)
def test_a_plan_comes_back_as_it_was_written(plan_id: str, tmp_path: Path) -> None:
    """Every bundled plan is equal to what is read from its own text."""
    plan = CATALOGUE.plans[plan_id]

    assert read_back(file_text(written(plan)), plan_id, tmp_path / "plan.toml") == plan


@pytest.mark.parametrize("name", CATALOGUE.programmes)
def test_a_programme_comes_back_as_it_was_written(name: str, tmp_path: Path) -> None:
    """Every bundled programme is equal to what is read from its own text."""
    programme, path = CATALOGUE.programmes[name], tmp_path / "programme.toml"
    path.write_text(file_text(written(programme), Programme), encoding="utf-8")

    assert read_shared(read_toml(path), name).programme == programme


HEAD: dict[str, Any] = {"title": "Kế hoạch"}


@pytest.mark.parametrize(
    "entry",
    [
        {"titel": "Kế hoạch"},
        {"place": {"nane": "xã Ví Dụ"}},
        {"document": {"id": "own"}},
        {"indicators": ({"code": "1", "measures": ({"code": "1", "valeu": 3},)},)},
        {"indicators": ({"code": "1", "measures": ({"code": "1", "responsible": ({"units": "a"},)},)},)},
        {"units": Open("", ({"idd": "a"},))},
    ],
)
def test_a_key_that_no_plan_has_is_not_written(entry: dict[str, Any]) -> None:
    """Whoever drafts a plan can invent no key, at whatever depth, in examples neither."""
    with pytest.raises(LookupError, match="has no keys"):
        file_text({**HEAD, **entry})


def test_what_is_open_is_commented_out_with_its_question() -> None:
    """A line that a person has to fill in begins with '#', and the question stands above it."""
    text = file_text({"title": Open("What is it called?", "Kế hoạch ..."), "start": Open("", date(2026, 1, 1))})

    assert text == '# What is it called?\n# title = "Kế hoạch ..."\n# start = 2026-01-01\n'


def test_examples_of_tables_are_commented_out_where_they_would_stand() -> None:
    """Tables that nobody has found yet show how they are written, and the file can be read."""
    text = file_text(
        {
            **HEAD,
            "units": Open("Who?", ({"id": "a", "name": "A", "tasks": {"mục 1": ("t", {"text": "u", "role": "lead"})}},)),
            "duties": ({"id": "b"},),
        }
    )

    assert '# Who?\n# [[units]]\n# id = "a"\n# name = "A"\n# [units.tasks]\n# "mục 1" = ["t", { text = "u", role = "lead" }]\n\n[[duties]]\n' in text
    assert set(tomllib.loads(text)) == {"title", "duties"}


def test_remarks_stand_above_and_behind() -> None:
    """Sentences above a table, above one value, and at the end of the file; none can break out of its comment."""
    entry = {**HEAD, NOTES: ("Above\ntitle = 1",), AFTER: ("Behind",), "draft": Noted(True, "Delete me", apart=True), "units": ({NOTES: ("U",)},)}

    assert file_text(entry) == '# Above title = 1\n\n# Delete me\ndraft = true\n\ntitle = "Kế hoạch"\n\n# U\n[[units]]\n\n# Behind\n'


VALUES = (0, -5, Decimal("0.50"), True, date(2026, 6, 30), ("a", "b"), (2026, 2027), 'a "quoted" \\ text', "tab\tand\x01")


@pytest.mark.parametrize("value", VALUES, ids=repr)
def test_a_value_is_what_a_toml_reader_reads(value: Any) -> None:
    """Figures keep their digits, texts their letters."""
    read = tomllib.loads(f"value = {written_value(value)}", parse_float=Decimal)["value"]

    assert (tuple(read) if isinstance(read, list) else read) == value
    assert str(value) in written_value(value) or not isinstance(value, Decimal)
