"""`monitor plans scan`: the file it writes, what it refuses, and what it makes of the texts of five plans."""

from __future__ import annotations

import json
import os
import time
import tomllib
import zipfile
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import pytest
from planmonitor import BadData
from planmonitor.planfile.writing import Open, file_text
from planmonitor.registry.catalogue import read_local
from planmonitor.registry.loading import load
from planmonitor_exchange.plan_text.reading import Content, read_document
from planmonitor_exchange.plan_text.scanning import Scan, scanned
from planmonitor_exchange.speaking.speaker import Speaker
from support.scans import PLAN, all_accounted, answered, measures, sample

TEXTS = "MONITOR_PLAN_TEXTS"
BY_HAND = {"000": "van-son-2026-2030", "001": "thanh-tri-2021-2025", "002": "kon-tum-2021-2025"}


@pytest.fixture
def made() -> Scan:
    """Return what is made of the sample."""
    return sample()


# The command


@pytest.fixture
def document(tmp_path: Path) -> Path:
    """Return the sample as a file."""
    path = tmp_path / "kế hoạch.txt"
    path.write_text(PLAN, encoding="utf-8")
    return path


HOTLINE = PLAN[: PLAN.index("111")].count("\n") + 1
NAME = "bao-ve-tre-em-xa-thu-nghiem-2031-2035"


def test_scan_writes_a_draft_into_the_workspace_and_says_what_to_do_next(monitor: Any, document: Path) -> None:
    """The file stands in plans/, is a draft, and the report names what was found, what is left over and the next commands."""
    answer = monitor.follow()("plans", "scan", str(document))
    written = monitor.folder / "plans" / f"{NAME}.toml"

    assert tomllib.loads(written.read_text(encoding="utf-8"))["draft"] is True
    assert "2 objectives" not in answer.words
    assert "Found: 4 objectives, 8 target lines with 10 measures, 3 units, 2 reports." in answer.words
    assert f"line {HOTLINE}: 111 in" in answer.words
    assert f"monitor plans check plans/{NAME}.toml" in answer.words


def test_a_draft_whose_questions_are_answered_is_a_plan(monitor: Any, document: Path) -> None:
    """Apart from what it asks for, the draft is what the reader of local plans takes."""
    monitor.follow()("plans", "scan", str(document))
    written = monitor.folder / "plans" / f"{NAME}.toml"
    written.write_text(answered(written.read_text(encoding="utf-8")), encoding="utf-8")

    read = read_local(written, load(()))

    assert not read.draft
    assert [measure.code for measure in read.plan.measures] == ["1", "2a", "2b", "4a", "4b", "5", "6", "7", "DH1", "NV1"]
    assert [duty.last_day for duty in read.plan.duties] == ["05-09", "11-25"]


def test_nothing_is_overwritten(monitor: Any, document: Path) -> None:
    """A second scan of the same document leaves what a person has corrected."""
    monitor.follow()("plans", "scan", str(document))
    written = monitor.folder / "plans" / f"{NAME}.toml"
    written.write_text("corrected", encoding="utf-8")

    assert "exists already" in monitor("plans", "scan", str(document), code=2).err
    assert written.read_text(encoding="utf-8") == "corrected"


def test_outside_a_workspace_a_file_to_write_has_to_be_named(monitor: Any, document: Path, tmp_path: Path) -> None:
    """Without a workspace the command says so and ends with 2; with --output it writes there."""
    monitor.folder = tmp_path / "nowhere"
    monitor.folder.mkdir()

    assert "--output" in monitor("plans", "scan", str(document), code=2).err
    monitor("plans", "scan", str(document), "--output", str(tmp_path / "mine.toml"))
    assert (tmp_path / "mine.toml").is_file()


@pytest.mark.parametrize("name", ["Bad Name.toml", "kế-hoạch.toml", "van-son.txt"])
def test_a_name_that_no_plan_can_have_is_refused_before_anything_is_written(monitor: Any, document: Path, name: str) -> None:
    """What `plans check` would not take is not written."""
    monitor.follow()

    assert "cannot be the name of a plan" in monitor("plans", "scan", str(document), "-o", str(monitor.folder / "plans" / name), code=2).err
    assert not (monitor.folder / "plans").exists()


def test_a_folder_that_is_not_there_is_refused_but_for_the_one_of_the_plans(monitor: Any, document: Path, tmp_path: Path) -> None:
    """A slip in the path makes no folder; plans/ of the workspace is made."""
    monitor.follow()

    assert "no folder" in monitor("plans", "scan", str(document), "-o", str(tmp_path / "plan" / "mine.toml"), code=2).err
    assert not (tmp_path / "plan").exists()
    monitor("plans", "scan", str(document), "-o", str(monitor.folder / "plans" / "mine.toml"))
    assert (monitor.folder / "plans" / "mine.toml").is_file()


def test_only_a_plan_in_the_workspace_can_be_followed(monitor: Any, document: Path, tmp_path: Path) -> None:
    """For a file elsewhere the next step is to put it into plans/; for one there, to follow it."""
    monitor.follow()
    elsewhere = monitor("plans", "scan", str(document), "-o", str(tmp_path / "mine.toml")).words
    there = monitor("plans", "scan", str(document), "-o", str(monitor.folder / "plans" / "mine.toml")).words

    assert "plans follow" not in elsewhere
    assert "put it into the folder plans/" in elsewhere
    assert "monitor plans follow local/mine" in there


def test_the_account_is_data_too(monitor: Any, document: Path) -> None:
    """--format json tells of every figure where it went."""
    answer = monitor.follow()("plans", "scan", str(document), "--format", "json").json

    assert answer["figures"]["all"] == len(answer["coverage"])
    assert {"line": HOTLINE, "kind": "number", "figure": "111", "went": None, "field": None}.items() <= answer["coverage"][
        [item["figure"] for item in answer["coverage"]].index("111")
    ].items()
    assert sum(count for name, count in answer["figures"].items() if name != "all") == answer["figures"]["all"]


def test_a_word_document_of_the_same_words_gives_the_same_draft(made: Scan, tmp_path: Path) -> None:
    """Whether the plan is a text or a Word document, the draft is the same, the numbers of lines aside."""
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in PLAN.split("\n"))
    with zipfile.ZipFile(tmp_path / "ke-hoach.docx", "w") as archive:
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>')

    word = scanned(read_document(tmp_path / "ke-hoach.docx"), "ke-hoach.txt", Speaker("en"))

    assert word.draft["indicators"] == made.draft["indicators"]
    assert (word.draft["units"], word.draft["duties"], word.draft["document"]) == (made.draft["units"], made.draft["duties"], made.draft["document"])


@pytest.mark.parametrize(
    "piece",
    [
        "100% a, ",
        "1",
        "( ",
        "a ̣",
        "trước ngày 10/5 báo cáo ",
        "đến năm 2030 9% a ",
        "báo cáo năm và ",
        "\n- 9% a",
        "từ 5 đến ",
        "“; ",
        "Chỉ tiêu 1: 5% a được b; ",
    ],
)
def test_the_longest_paragraph_is_read_in_good_time(piece: str) -> None:
    """A paragraph that is nearly too long, all of one kind, is done with in seconds."""
    long = (piece * 15_000)[:15_000]
    content = Content(f"I. MỤC TIÊU\n\n{long}\n\nIV. TỔ CHỨC THỰC HIỆN\n\n1. Công an xã\n\n{long}")
    started = time.monotonic()

    scanned(content, "a.txt", Speaker("en"))

    assert time.monotonic() - started < 20


def test_a_text_that_is_no_plan_is_refused(monitor: Any, tmp_path: Path) -> None:
    """A paragraph, or a text, longer than any of a plan was chosen by mistake: said at once, and nothing is written."""
    monitor.follow()
    for content, words in (("a" * 20_001, "paragraph longer"), ("trẻ em.\n" * 60_000, "larger than any plan")):
        (tmp_path / "a.txt").write_text(content, encoding="utf-8")
        assert words in monitor("plans", "scan", str(tmp_path / "a.txt"), code=3).err
    assert not (monitor.folder / "plans").exists()


def test_the_same_document_gives_the_same_draft(made: Scan) -> None:
    """Two scans give the same file, letter by letter, in either language."""
    for language in ("vi", "en"):
        say = Speaker(language)
        first, second = (file_text(scanned(Content(PLAN), "a.txt", say).draft) for _time in range(2))
        assert first == second


def test_a_file_that_cannot_be_read_ends_with_3_and_writes_nothing(monitor: Any, tmp_path: Path) -> None:
    """A PDF is refused in one sentence with the next step."""
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.7")
    answer = monitor.follow()("plans", "scan", str(tmp_path / "a.pdf"), code=3)

    assert "is a PDF" in answer.err
    assert not (monitor.folder / "plans").exists()


# The texts of the plans


@pytest.fixture(params=["000", "001", "002", "003", "004"])
def text(request: pytest.FixtureRequest) -> Path:
    """Return one of the five texts."""
    folder = os.environ.get(TEXTS)
    if not folder:
        pytest.skip(f"the texts of the plans are not part of the project; {TEXTS} names no folder that holds them")
    return next(Path(folder).glob(f"{request.param}*.txt"))


def test_no_figure_of_the_texts_is_lost(text: Path) -> None:
    """Every figure of the five texts is in a field of the draft or left over, and every percentage of the target sections is a bar."""
    made = all_accounted(read_document(text))

    assert [item for item in made.accounts if item.kind == "percentage" and item.went != "measure"] == []


def test_the_measures_are_those_that_were_modelled_by_hand(text: Path) -> None:
    """Of the plans modelled by hand no comparison, figure or day is proposed wrong, and none of a percentage is missing; the rest is asked."""
    if text.name[:3] not in BY_HAND:
        pytest.skip("this text was not modelled by hand")
    plan = load(["child_labour"]).plans[f"child-labour/{BY_HAND[text.name[:3]]}"]
    proposed = measures(scanned(read_document(text), text.name, Speaker("en")))
    by_hand = {measure.code: (measure.targets[-1], plan.due(measure.targets[-1]), measure.source.clause) for measure in plan.measures}

    for code, measure in proposed.items():
        target, due, clause = by_hand.get(code) or by_hand[f"{code}a"]
        if isinstance(measure["comparator"], Open):
            continue
        assert (measure["comparator"], measure["value"], measure["kind"], measure["scope"] or "target") == (
            target.comparator,
            target.value,
            target.kind,
            target.scope,
        )
        assert (measure["due"] or plan.end, measure["clause"]) == (due, clause)
    assert {code for code, (target, _due, _clause) in by_hand.items() if target.value} <= set(proposed)


def test_reports_of_the_texts_have_the_days_that_were_modelled_by_hand(text: Path) -> None:
    """Every dated report of the plans modelled by hand is found with its last day and period, and no other day is made up."""
    if text.name[:3] not in BY_HAND:
        pytest.skip("this text was not modelled by hand")
    plan = load(["child_labour"]).plans[f"child-labour/{BY_HAND[text.name[:3]]}"]
    duties = scanned(read_document(text), text.name, Speaker("en")).draft["duties"]

    assert {(duty["last_day"], duty["period"]) for duty in duties if duty["kind"] == "dated"} == {
        (duty.last_day, duty.period) for duty in plan.duties if duty.kind == "dated"
    }


def test_drafts_of_the_texts_are_plans_once_their_questions_are_answered(text: Path, tmp_path: Path) -> None:
    """The reader of local plans finds nothing wrong with the five drafts but what they ask for."""
    say = Speaker("vi")
    path = tmp_path / "thu.toml"
    path.write_text(answered(file_text(scanned(read_document(text), text.name, say).draft)), encoding="utf-8")

    assert read_local(path, load(())).plan.measures


def test_json_of_the_report_can_be_read_back(monitor: Any, text: Path) -> None:
    """The command runs on each of the five texts."""
    answer = monitor.follow()("plans", "scan", str(text), "--format", "json", lang="vi")

    assert json.loads(answer.out)["figures"]["all"] > 50


@pytest.mark.parametrize(
    "words",
    [
        "Cháu Lan đang nghỉ học.",
        "Em Nguyễn Văn An, SN 2014, ở thôn Gà.",
        "Có 01 trẻ ở lớp 4A.",
        "- Hỗ trợ Nguyễn Văn An, sinh năm 2014, con ông …, số điện thoại 0912345678.",
        "- Danh sách: Nguyễn Văn An, 03/4/2014, 024123456789.",
        "- Hỗ trợ N.V.A, 9 tuổi, thôn Khe Rồng.",
        "- Hỗ trợ gia đình có con sinh ngày 03/4/2014.",
    ],
)
def test_a_document_with_a_childs_data_makes_no_draft(monitor: Any, document: Path, words: str) -> None:
    """Rule 27: a draft would carry it on into files and screens; the line is named, its words are not repeated."""
    document.write_text(PLAN + f"\n{words}\n", encoding="utf-8")
    refused = monitor.follow()("plans", "scan", str(document), code=3).err

    assert f"{document.name}, line {PLAN.count(chr(10)) + 2}: the text holds what looks like" in refused
    assert "Take it out of a copy of the document" in refused
    assert words[:8] not in refused
    assert not (monitor.folder / "plans").exists()


def test_a_table_of_children_in_a_word_document_makes_no_draft(tmp_path: Path) -> None:
    """A row with a name, a day of birth and a telephone number is a child's data, cell by cell as it stands."""
    rows = [("Họ và tên", "Ngày sinh", "Điện thoại"), ("Nguyễn Văn An", "03/4/2014", "0912345678")]
    cells = "".join("<w:tr>" + "".join(f"<w:tc><w:p><w:r><w:t>{cell}</w:t></w:r></w:p></w:tc>" for cell in row) + "</w:tr>" for row in rows)
    space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    body = "".join(f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in PLAN.split("\n")) + f"<w:tbl>{cells}</w:tbl>"
    with zipfile.ZipFile(tmp_path / "ke-hoach.docx", "w") as archive:
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{space}"><w:body>{body}</w:body></w:document>')

    with pytest.raises(BadData) as refused:
        scanned(read_document(tmp_path / "ke-hoach.docx"), "ke-hoach.docx", Speaker("en"))
    assert "Nguyễn" not in str(refused.value)


def test_the_telephone_number_of_an_office_stands_in_many_plans(monitor: Any, document: Path) -> None:
    document.write_text(PLAN + "\nĐường dây nóng của Phòng: Điện thoại 02433.000.000.\n", encoding="utf-8")
    monitor.follow()("plans", "scan", str(document))
