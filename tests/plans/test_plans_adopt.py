"""`plans adopt`: a plan of the place itself, begun from a programme; nothing that the programme's plan says is lost."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from typing import Any

import pytest
from attrs import evolve
from planmonitor import Place, Plan, Rhythm, Section, Text
from planmonitor.planfile.writing import file_text
from planmonitor.registry import loading
from planmonitor.registry.catalogue import Catalogue, read_local
from planmonitor.registry.installed import installed
from planmonitor_exchange.plan_text.adopting import adopted as begun
from planmonitor_exchange.speaking.speaker import Speaker


def adopted(monitor: Any, *arguments: str) -> Path:
    """Adopt the child-labour programme in a new workspace and return the file."""
    monitor("init", str(monitor.folder), "--plugin", "child_labour")
    monitor("plans", "adopt", "child-labour", *arguments)
    [path] = (monitor.folder / "plans").iterdir()
    return Path(path)


def test_adopting_writes_each_measure_of_the_programme_with_its_bar(monitor):
    """The file holds every measure of the programme's own plan with its bar, and reads with its label and comparison; it is a draft until told."""
    path = adopted(monitor, "--place", "00577", "--period", "2026-2030")
    written = tomllib.loads(path.read_text(encoding="utf-8"))
    programme = monitor("plans", "show", "national-2021-2025", "--format", "json").json
    theirs = {measure["id"]: measure for item in programme["indicators"] for measure in item["measures"]}
    ours = {measure["adopts"]: measure for item in written["indicators"] for measure in item["measures"]}
    filled(path)
    read = read_local(path, loading.load(installed())).plan.measures

    assert path.name == "child-labour-xa-bat-trang-2026-2030.toml"
    assert written["draft"] is True
    assert (str(written["start"]), str(written["end"]), written["place"]["code"]) == ("2026-01-01", "2030-12-31", "00577")
    assert {key: str(item.get("value")) for key, item in ours.items()} == {key: str(item["target"]) for key, item in theirs.items()}
    assert [(item.label.vi, item.targets[0].comparator) for item in read] == [(item["label_vi"], item["comparator"]) for item in theirs.values()]


def test_adopting_leaves_open_what_nobody_knows(monitor):
    """Number, date, units and deadlines stand behind '#' with the question; nothing is filled in by guess."""
    path = adopted(monitor, "--place", "00577", "--period", "2026")
    text, written = path.read_text(encoding="utf-8"), tomllib.loads(path.read_text(encoding="utf-8"))

    assert path.name == "child-labour-xa-bat-trang-2026.toml"
    assert set(written["document"]) == {"issuer", "implements"}
    assert not {"units", "duties"} & set(written)
    for line in ("# number = ", "# issued = ", "# [[units]]", "# [[duties]]"):
        assert line in text


def test_an_adopted_plan_of_a_named_place_is_checked_followed_and_judged(monitor):
    """With the draft line deleted the file of a named place is a plan like any other, and its bars say whose they are."""
    path = adopted(monitor, "--place", "xã Thử Nghiệm", "--period", "2026-2030")
    path.write_text(path.read_text(encoding="utf-8").replace("draft = true", ""), encoding="utf-8")
    said = monitor("plans", "check", str(path)).words
    assert said.count("Which sentence of this plan's own document sets it?") == 7
    monitor("plans", "follow", f"local/{path.stem}")
    monitor("record", "1", "--period", "2026", "--numerator", "3", "--denominator", "100", "--estimated")

    assert monitor.measure("1")["status"] == "met"
    assert "Decision 782/QĐ-TTg" in monitor("show", "1").words
    [asked] = [item for item in monitor("plans", "show", path.stem, "--format", "json").json["open_questions"] if item["id"] == "sentence-1"]
    assert "31 December 2025" in asked["text_en"]
    assert "31/12/2025" in asked["text_vi"]


def test_the_programmes_sentence_stands_behind_its_own_bar_only(monitor):
    """A bar that an officer changed needs the officer's own section and clause; the programme's sentence no longer says it."""
    path = adopted(monitor, "--place", "xã Thử Nghiệm", "--period", "2024-2025")
    text = path.read_text(encoding="utf-8")
    assert "Which sentence" not in monitor("plans", "check", str(path)).words
    for old, new in (
        ("value = 4.9", "value = 3"),
        ('wording = "giảm … xuống 4,9%"', 'wording = "dưới 4,9%"'),
        ("value = 4.9", "value = 4.9\ndue = 2024-12-31"),
    ):
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

        said = monitor("plans", "check", str(path), code=3).err

        assert "child-labour/national-2021-2025/1" in said
        assert "'section' and 'clause'" in said


def test_a_measure_that_adopts_brings_no_other_definition(monitor):
    """`adopts` brings its definition along: a second one beside it would leave the programme's sentence behind another figure."""
    path = adopted(monitor, "--place", "xã Thử Nghiệm", "--period", "2024-2025")
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace(
            'adopts = "child-labour/national-2021-2025/1"', 'adopts = "child-labour/national-2021-2025/1"\ndefinition = "child-labour/rate"'
        ),
        encoding="utf-8",
    )

    assert "'adopts' and 'definition'" in monitor("plans", "check", str(path), code=3).err


def test_adopting_overwrites_nothing(monitor):
    """A second adoption of the same programme, place and period is refused and leaves the file as it is."""
    path = adopted(monitor, "--place", "00577", "--period", "2026-2030")
    path.write_text("# đã sửa\n", encoding="utf-8")

    assert path.name in monitor("plans", "adopt", "child-labour", "--place", "00577", "--period", "2026-2030", code=2).err
    assert path.read_text(encoding="utf-8") == "# đã sửa\n"


@pytest.mark.parametrize(
    ("arguments", "named"),
    [
        (("child-labor", "--place", "00577", "--period", "2026"), "child-labour"),
        (("child-labour", "--period", "2026"), "--place"),
        (("child-labour", "--place", "Thử Nghiệm", "--period", "2026"), "xã"),
        (("child-labour", "--place", "thị xã Thử Nghiệm", "--period", "2026"), "code of 2, 3 or 5 digits"),
        (("child-labour", "--place", "00577", "--period", "2030-2026"), "2026-2030"),
        (("child-labour", "--place", "00577", "--period", "năm"), "2026-2030"),
        (("child-labour", "--place", "00577"), "--period"),
    ],
)
def test_wrong_use_of_adopt_says_what_to_write(monitor, arguments, named):
    """An unknown programme, no place, a name without its type, or no period of years: exit 2 with what would be right, nothing written."""
    monitor("init", str(monitor.folder))

    assert named in monitor("plans", "adopt", *arguments, code=2).err
    assert not (monitor.folder / "plans").exists()


VAN_SON = {"level": "commune", "name": "xã Vân Sơn", "code": "07621", "within": "thành phố Bắc Ninh"}
IN_PHU_THO = {**VAN_SON, "code": "05152", "within": "tỉnh Phú Thọ"}
WRITTEN = {
    "07621": VAN_SON,
    "7621": VAN_SON,
    "xã Vân Sơn, tỉnh Bắc Ninh": VAN_SON,
    "xã Vân Sơn, thành phố Bắc Ninh": VAN_SON,
    "Xã vân sơn, Bắc Ninh": VAN_SON,
    "xã Vân Sơn, tỉnh Bắc Ninh (07621)": VAN_SON,
    "05152": IN_PHU_THO,
    "xã Vân Sơn, tỉnh Phú Thọ": IN_PHU_THO,
    "xã Vân Sơn, tỉnh Phú Thọ (05152)": IN_PHU_THO,
    "xã Vân Sơn, tỉnh Nghệ An": {"level": "commune", "name": "xã Vân Sơn", "within": "tỉnh Nghệ An"},
    "xã Thử Nghiệm, tỉnh Nghệ An": {"level": "commune", "name": "xã Thử Nghiệm", "within": "tỉnh Nghệ An"},
    "xã Thử Nghiệm (99001)": {"level": "commune", "name": "xã Thử Nghiệm", "code": "99001"},
    "tp Huế": {"level": "province", "name": "thành phố Huế", "code": "46"},
}


@pytest.mark.parametrize("programme", ["child-labour", "drowning"])
@pytest.mark.parametrize("named", WRITTEN)
def test_a_place_is_written_as_far_as_it_is_known(monitor, named, programme):
    """Rule 21: by its code, or its name with what it lies in, a place of the official list brings its name of today, what it lies in and its code."""
    monitor("init", str(monitor.folder))
    monitor("plans", "adopt", programme, "--place", named, "--period", "2028")
    [path] = (monitor.folder / "plans").iterdir()

    written = tomllib.loads(path.read_text(encoding="utf-8"))
    assert written["place"] == WRITTEN[named]
    assert f" tại {WRITTEN[named]['name']}, năm 2028" in written["title"]


@pytest.mark.parametrize("programme", ["child-labour", "drowning"])
def test_a_bare_name_that_several_places_bear_is_asked_about(monitor, programme):
    """Rule 21: three communes are called Vân Sơn; which is meant is asked, with province and code, and nothing is written."""
    monitor("init", str(monitor.folder))
    said = " ".join(monitor("plans", "adopt", programme, "--place", "xã Vân Sơn", "--period", "2028", code=2).err.split())

    for named in ("xã Vân Sơn, thành phố Bắc Ninh (07621)", "xã Vân Sơn, tỉnh Phú Thọ (05152)", "phường Vân Sơn, tỉnh Sơn La (04033)"):
        assert named in said
    assert not (monitor.folder / "plans").exists()


def test_a_plan_of_a_place_that_has_ended_is_one_of_earlier_years(monitor):
    """Rule 21: districts exist for plans from before July 2025; for a later plan their successors are named, and nothing is written."""
    monitor("init", str(monitor.folder))
    refused = monitor("plans", "adopt", "child-labour", "--place", "huyện Văn Quan", "--period", "2028", code=2).err
    for successor in ("xã Văn Quan (06253)", "xã Tân Đoàn (06316)", "tỉnh Lạng Sơn", "never shared out"):
        assert successor in refused
    assert not (monitor.folder / "plans").exists()

    monitor("plans", "adopt", "child-labour", "--place", "huyện Văn Quan", "--period", "2024")
    [path] = (monitor.folder / "plans").iterdir()
    place = tomllib.loads(path.read_text(encoding="utf-8"))["place"]
    assert place == {"level": "district", "name": "huyện Văn Quan", "code": "184", "within": "tỉnh Lạng Sơn"}


def test_a_code_that_no_place_has_begins_no_plan(monitor):
    """It is refused and told where to look it up."""
    monitor("init", str(monitor.folder))
    refused = monitor("plans", "adopt", "child-labour", "--place", "99001", "--period", "2026", code=2).err
    assert "No place has the code 99001." in refused
    assert "monitor places search" in refused
    assert not (monitor.folder / "plans").exists()


def test_bytes_that_are_no_text_are_wrong_use(monitor):
    """A word of the command line that is no text in UTF-8 ends with 2, in words."""
    assert "UTF-8" in monitor("plans", "adopt", "child-labour", "--period", "2026", "--place", "xã \udcff", code=2).err


def test_another_file_beside_the_one_written_is_left_alone(monitor):
    """Writing a draft destroys nothing that lies beside it, whatever it is called."""
    monitor("init", str(monitor.folder), "--plugin", "child_labour")
    other = monitor.folder / "plans" / "child-labour-xa-bat-trang-2026.toml.new"
    other.parent.mkdir()
    other.write_text("của người khác", encoding="utf-8")
    monitor("plans", "adopt", "child-labour", "--place", "00577", "--period", "2026")

    assert other.read_text(encoding="utf-8") == "của người khác"
    assert sorted(path.name for path in other.parent.iterdir()) == ["child-labour-xa-bat-trang-2026.toml", other.name]


# Nothing is lost


GENERIC = {
    "child-labour": "child-labour/national-2021-2025",
    "child-friendly-commune": "child-friendly-commune/2026-2030",
    "drowning": "drowning/commune-2021-2030",
}
YEARS = {"child-labour": "2021-2025", "child-friendly-commune": "2026-2030", "drowning": "2021-2030"}
programmes = pytest.mark.parametrize("programme", GENERIC)


def filled(path: Path) -> None:
    """Say that a draft has been compared with the document."""
    path.write_text(path.read_text(encoding="utf-8").replace("draft = true\n", ""), encoding="utf-8")


def both(monitor: Any, programme: str) -> tuple[Plan, Plan]:
    """Return the programme's plan, and the plan that its adopted draft for the same years becomes."""
    monitor("init", str(monitor.folder), "--plugin", programme.replace("-", "_"))
    monitor("plans", "adopt", programme, "--place", "00577", "--period", YEARS[programme])
    [path] = (monitor.folder / "plans").glob("*.toml")
    filled(path)
    catalogue = loading.load(installed())
    return catalogue.plans[GENERIC[programme]], read_local(path, catalogue).plan


@programmes
def test_all_that_the_programmes_plan_says_arrives(monitor, programme):
    """Units, duties, bars, milestones, shares and base figures of an adopted plan are the programme's own, sources included."""
    theirs, ours = both(monitor, programme)

    for name in ("objectives", "units", "duties", "budget", "populations", "window"):
        assert getattr(ours, name) == getattr(theirs, name), name
    assert [(line.code, line.text) for line in ours.indicators] == [(line.code, line.text) for line in theirs.indicators]
    for mine, measure in zip(ours.measures, theirs.measures, strict=True):
        for name in ("code", "label", "definition", "targets", "responsible", "source"):
            assert getattr(mine, name) == getattr(measure, name), (measure.code, name)


@programmes
def test_questions_are_taken_over_but_for_those_the_file_answers(monitor, programme):
    """What the programme's plan asks is asked of the place's too, but for whether the place has a plan."""
    theirs, ours = both(monitor, programme)

    own = ("sentence-", "document-")  # what only the place's document leaves open
    assert [item for item in ours.questions if not item.id.startswith(own)] == [item for item in theirs.questions if item.about != "place"]


def test_acts_that_others_issued_stay_theirs(monitor):
    """A duty that a law orders cites the law in the place's plan too; the programme's act is named, not written out again."""
    both(monitor, "drowning")
    [path] = (monitor.folder / "plans").glob("*.toml")
    written = tomllib.loads(path.read_text(encoding="utf-8"))

    own = {item["id"] for item in written["documents"]}
    assert own >= {"law-on-children", "circular-27"}
    assert "1248/QĐ-TTg" not in {item.get("number") for item in written["documents"]}
    cited = {bar["document"] for line in written["indicators"] for measure in line["measures"] for bar in measure.get("milestones", ())}
    assert cited | {duty["document"] for duty in written["duties"]} == {"programme"} | own


def test_a_bar_that_hangs_on_a_question_can_be_answered_or_written(monitor):
    """The question stays with its measure; the place answers it in monitor.toml, or writes its number and deletes the key."""
    both(monitor, "drowning")
    [path] = (monitor.folder / "plans").glob("*.toml")
    text = path.read_text(encoding="utf-8")
    assert "'fifteen-or-five'" in text
    [choice] = [item for item in tomllib.loads(text)["questions"] if item["id"] == "fifteen-or-five"]
    assert {item["value"] for item in choice["choices"]} == {15, 5}
    text = text.replace('value_from = "fifteen-or-five"\n', "")
    own = text.replace("value = 15\n", 'value = 12\nsection = "mục I"\nclause = "Còn 15/100.000."\n', 1)
    path.write_text(own, encoding="utf-8")

    [bar] = next(measure for measure in read_local(path, loading.load(installed())).plan.measures if measure.code == "1.2").targets

    assert (bar.value, bar.value_from) == (12, None)


def test_a_place_takes_over_no_text_of_the_programmes_document():
    """What is to be done again and again holds in every place; the text under its headings, copies and signature are of the programme's document."""
    catalogue: Catalogue = loading.load(["child_labour"])
    programme, plan = catalogue.programmes["child-labour"], catalogue.plans["child-labour/national-2021-2025"]
    source = plan.measures[0].source
    whole = evolve(
        plan,
        document=evolve(plan.document, recipients=("Các bộ",), signatory=("THỦ TƯỚNG",)),
        sections=(Section("mục III", "NHIỆM VỤ", ("Một đoạn.",)),),
        rhythms=(Rhythm("look", Text("Rà soát", "Look"), "hằng tháng", source),),
    )
    acts = {"programme": programme.document, "national": source.document}

    taken = begun(programme, whole, Place("commune", name="xã Ví Dụ"), plan.start, plan.end, Speaker("vi"), acts)
    assert "sections" not in taken
    assert not {"recipients", "signatory", "closing"} & set(taken["document"])
    assert [(item["id"], item["rule"]) for item in taken["rhythms"]] == [("look", "hằng tháng")]


def test_a_programme_without_a_plan_of_its_own_gives_its_definitions():
    """Where nobody has set a bar, every shared definition stands there with its bar to be written."""
    catalogue: Catalogue = loading.load(["child_labour"])
    programme = catalogue.programmes["child-labour"]
    start, end = catalogue.plans["child-labour/van-son-2026-2030"].start, catalogue.plans["child-labour/van-son-2026-2030"].end

    written = tomllib.loads(file_text(begun(programme, None, Place("commune", name="xã Ví Dụ"), start, end, Speaker("vi"))))

    assert [measure["definition"] for line in written["indicators"] for measure in line["measures"]] == [item.key for item in programme.definitions]
    assert not {"units", "duties"} & set(written)


def test_a_plan_of_later_years_takes_over_what_still_holds(monitor):
    """Bars and milestones that were over before the place's plan begins stay behind, and one day beyond it is told once, with all its lines."""
    monitor("init", str(monitor.folder), "--plugin", "drowning")
    monitor("plans", "adopt", "drowning", "--place", "00577", "--period", "2026")
    [path] = (monitor.folder / "plans").glob("*.toml")
    filled(path)
    lines = tomllib.loads(path.read_text(encoding="utf-8"))["indicators"]
    measures = {item.get("code", line["code"]): item for line in lines for item in line["measures"]}

    assert (measures["1.4"]["value"], str(measures["1.4"]["due"])) == (-20, "2030-12-31")
    assert not {"targets", "valid_from", "valid_to"} & set(measures["1.4"])
    assert "milestones" not in measures["2.4"]
    said = monitor("plans", "check", str(path), code=1).words
    assert said.count("! ") == 1
    assert re.search(r"! line \d+, indicators 1\.1, targets; line \d+, indicators 1\.2, targets;", said)


@pytest.mark.parametrize(("period", "bars"), [("2024-2026", [-10, -20]), ("2025", [-10]), ("2026", [-20])])
def test_the_bars_taken_over_are_those_in_force_in_the_plans_years(monitor, period, bars):
    """One that ends the day before the plan begins is none of it."""
    monitor("init", str(monitor.folder), "--plugin", "drowning")
    monitor("plans", "adopt", "drowning", "--place", "00577", "--period", period)
    [path] = (monitor.folder / "plans").glob("*.toml")
    lines = tomllib.loads(path.read_text(encoding="utf-8"))["indicators"]
    measures = {item.get("code", line["code"]): item for line in lines for item in line["measures"]}

    assert [bar["value"] for bar in measures["1.4"].get("targets", [measures["1.4"]])] == bars
