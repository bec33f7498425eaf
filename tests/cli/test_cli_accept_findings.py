"""A finding that somebody has accepted counts no more, is listed with letter and last day, and comes back (docs/domain.md, rule 24)."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

CHECK = "child-labour/notified-not-supported"
BY = ("--document", "12/CV-UBND", "--dated", "2026-11-20", "--by", "UBND tỉnh", "--reason", "trẻ em đã chuyển đi nơi khác")


@pytest.fixture
def waiting(van_son: Any) -> Any:
    """Return a runner in a workspace in which three of four notified children are supported, and nothing else is found."""
    van_son.today = date(2026, 11, 22)
    van_son("record", "2", "--period", "2026", "--numerator", "3", "--denominator", "4")
    return van_son


def findings(monitor: Any, *more: str, code: int | None = None) -> list[dict[str, Any]]:
    """Return what is listed of the check."""
    return [item for item in monitor("check", "--format", "json", *more, code=code).json if item["check"] == CHECK]


def accepted(monitor: Any, kind: str = "not-ours", until: str = "2027-06-30", *by: str) -> str:
    """Accept the finding and return its number."""
    [found] = findings(monitor)
    monitor("accept", found["number"], "--as", kind, "--until", until, *(by or BY))
    return found["number"]


def test_a_number_is_short_and_stays_while_the_matter_is_the_same(waiting: Any) -> None:
    """Six letters in two groups: the same tomorrow, and when the figure of that year is corrected; another in the year after."""
    [today] = findings(waiting)
    assert today["number"] in waiting("check", code=1).out
    assert [len(part) for part in today["number"].split("-")] == [3, 3]
    assert not set("ILOU") & set(today["number"])

    waiting.today = date(2026, 12, 3)
    waiting("record", "2", "--period", "2026", "--numerator", "4", "--denominator", "6")
    [tomorrow] = findings(waiting)
    assert tomorrow["number"] == today["number"]
    assert tomorrow["message_vi"] != today["message_vi"]

    waiting.today = date(2027, 5, 20)
    waiting("record", "2", "--period", "2027-S1", "--numerator", "4", "--denominator", "6")
    assert [item["number"] for item in findings(waiting)] != [today["number"]]


def test_a_number_does_not_go_over_to_another_matter(van_son: Any) -> None:
    """Two quarters above their half-year: once the first is right the second keeps its number; nothing accepted of one holds for the other."""
    van_son.today = date(2026, 11, 22)
    for period, number in (("2026-S1", 3), ("2026-Q1", 4), ("2026-Q2", 5)):
        van_son("record", "NV1", "--period", period, "--value", str(number))

    def below() -> list[tuple[str, str]]:
        listed = van_son("check", "--format", "json", code=1).json
        return [(item["number"], item["message_en"]) for item in listed if item["check"] == "planmonitor/year-below-part"]

    both = below()
    van_son("record", "NV1", "--period", "2026-Q1", "--value", "3")
    assert len(both) == 2
    assert below() == [item for item in both if "quarter II/2026" in item[1]]


def test_a_finding_that_is_accepted_counts_no_more_and_is_listed_at_the_end(waiting: Any) -> None:
    """It leaves the exit code, the count of the status and what needs attention; the check lists it with kind, letter and last day."""
    assert "1 notified children" in waiting("status", "--strict", code=1).words
    before = waiting("status", "--format", "json").json["plans"][0]["findings"]
    number = accepted(waiting)

    after = waiting("status", "--format", "json").json["plans"][0]["findings"]
    assert [item for item in before if item not in after] == [item for item in before if item["number"] == number]
    assert "notified children" not in waiting("status", "--strict", code=0).words
    waiting("check", "--severity", "error", code=0)
    listed = waiting("check", "--format", "json").json
    assert listed[-1]["number"] == number
    assert listed[-1]["accepted"] == {
        "as": "not-ours",
        "document": "12/CV-UBND",
        "dated": "2026-11-20",
        "body": "UBND tỉnh",
        "reason": "trẻ em đã chuyển đi nơi khác",
        "until": "2027-06-30",
    }
    assert {item["accepted"] for item in listed[:-1]} == {None}
    screen = waiting("check", lang="vi").words
    assert screen.rindex("ĐÃ CHẤP NHẬN") < screen.rindex(number)
    assert "không thuộc thẩm quyền: 12/CV-UBND ngày 20/11/2026, UBND tỉnh: trẻ em đã chuyển đi nơi khác (đến hết 30/6/2027)" in screen


def test_what_is_accepted_comes_back_after_its_last_day(waiting: Any) -> None:
    """On 30 June it is waived still, on 1 July it is there again and says so."""
    number = accepted(waiting)

    waiting.today = date(2027, 6, 30)
    assert [item["accepted"]["until"] for item in findings(waiting)] == ["2027-06-30"]
    waiting.today = date(2027, 7, 1)
    assert [(item["number"], item["accepted"]) for item in findings(waiting, code=1)] == [(number, None)]
    assert "Accepted before: not ours to decide: 12/CV-UBND of 20 November 2026" in waiting("check", code=1).words


@pytest.mark.parametrize("kind", ["settled", "not-applicable", "awaiting-guidance", "source-wrong"])
def test_an_error_of_figures_comes_back_when_they_change(waiting: Any, kind: str) -> None:
    """Three of four became four of six: that is another matter than the one accepted, whatever the reason was."""
    number = accepted(waiting, kind)
    waiting("record", "2", "--period", "2026", "--numerator", "4", "--denominator", "6")

    assert [(item["number"], item["accepted"] is None) for item in findings(waiting)] == [(number, True)]
    said = "as settled; what it says has changed since." if kind == "settled" else "and what it says has changed since: "
    assert said in waiting("check", code=None).words


def test_an_acceptance_of_a_finding_is_taken_back_like_every_act(waiting: Any) -> None:
    """Undone, the finding counts again; the act stands among the receipts with what it was about."""
    number = accepted(waiting)
    [receipt] = [item for item in waiting("receipts", "--format", "json").json if item["kind"] == "waiver"]
    assert receipt["first_entry"] == f"finding {number}"

    answer = waiting("undo", receipt["receipt"], "--reason", "nhầm phát hiện")
    assert answer.words == f"Taken back: finding {number} counts again; UBND tỉnh had accepted it."
    assert [item["accepted"] for item in findings(waiting, code=1)] == [None]
    waiting("db", "check")


def test_what_is_accepted_follows_the_clock(waiting: Any) -> None:
    """As the state was known the day before, nothing was accepted."""
    waiting.today = date(2026, 11, 25)
    number = accepted(waiting)

    def counted(*clock: str) -> list[str]:
        plan = waiting("status", "--format", "json", *clock).json["plans"][0]
        return [item["number"] for item in plan["findings"] if item["check"] == CHECK]

    assert (counted("--as-of", "2026-11-24"), counted("--as-of", "2026-11-25"), counted()) == ([number], [], [])


def test_an_acceptance_leaves_what_is_exported_as_it_was(waiting: Any) -> None:
    """Findings are no figures: the file of figures is the same before and after, and taking it in changes nothing."""
    before = waiting("export").out
    accepted(waiting)
    assert waiting("export").out == before


def test_the_newest_of_several_acceptances_holds(waiting: Any) -> None:
    """Accepted to June, then to March: from April on it is there again."""
    number = accepted(waiting)
    waiting("accept", number.replace("-", "").lower(), "--as", "not-ours", "--until", "2027-03-31", *BY)

    waiting.today = date(2027, 4, 1)
    assert [item["accepted"] for item in findings(waiting, code=1)] == [None]


def test_without_a_document_it_says_so(waiting: Any) -> None:
    """As with the explanation of a shortfall."""
    [found] = findings(waiting)
    answer = waiting("accept", found["number"], "--as", "settled", "--until", "2027-06-30", "--by", "UBND xã", "--reason", "đã hỗ trợ")
    assert "No document is named" in answer.err
    assert "settled, by UBND xã, without a document: đã hỗ trợ" in waiting("check", code=None).words


def test_a_wrong_number_is_refused_with_the_near_one_or_with_where_to_look(waiting: Any) -> None:
    """One letter wrong: the right number is offered; nothing like it: the command that lists them; exit code 2, nothing recorded."""
    [found] = findings(waiting)
    number = found["number"]
    wrong = ("2" if number[0] == "3" else "3") + number[1:]
    assert (
        f"Did you mean: Notified children not supported ({number})?"
        in waiting("accept", wrong, "--as", "settled", "--until", "2027-01-01", *BY, code=2).err
    )
    far = waiting("accept", "không-có", "--as", "settled", "--until", "2027-01-01", *BY, code=2).err
    assert "See the numbers: monitor check" in far
    assert [item["kind"] for item in waiting("receipts", "--format", "json").json] == ["record"]


def test_a_finding_without_a_reason_of_that_kind_is_asked_for_it(waiting: Any) -> None:
    """Without --as the word is taken for a measure: what looks like a number of a finding is answered with the option."""
    [found] = findings(waiting)
    assert "Say why it need not be dealt with: --as" in waiting("accept", found["number"], "--until", "2027-01-01", *BY, code=2).err
    waiting("accept", found["number"], "--as", "tired", "--until", "2027-01-01", *BY, code=2)


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"--until": "2026-11-01"}, "before today"),
        ({"--dated": "2026-12-01"}, "after today"),
        ({"--reason": " "}, "must not be empty"),
        ({"--reason": "cháu Nguyễn Văn A, sinh năm 2014"}, ""),
    ],
)
def test_what_cannot_be_recorded_of_a_letter_is_refused(waiting: Any, changed: dict[str, str], said: str) -> None:
    """Days that cannot be, no reason, a child's name: exit code 3, and the finding counts as before."""
    [found] = findings(waiting)
    given = dict(zip(BY[::2], BY[1::2], strict=True)) | {"--until": "2027-01-01"} | changed
    refused = waiting("accept", found["number"], "--as", "settled", *(word for pair in given.items() for word in pair), code=3)
    assert said in refused.err
    assert [item["accepted"] for item in findings(waiting)] == [None]
