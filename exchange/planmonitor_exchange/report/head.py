"""Heads, opening, closing and signature of a report (Decree 30/2020/NĐ-CP, annex I)."""

from __future__ import annotations

import re

from planmonitor.assessment.bodies import level_of
from planmonitor.model.plans import Plan
from planmonitor.workspace.reporting import PeriodReport

from planmonitor_exchange.report.document import ReportHead, ReportParagraph, ReportSentence, Signature, Words
from planmonitor_exchange.report.sentences import running_name
from planmonitor_exchange.speaking.speaker import Speaker
from planmonitor_exchange.speaking.translations import N_
from planmonitor_exchange.speaking.values import running

BLANK = "      "
"""Room to write a number or a day by hand."""
COMMITTEE = "Ủy ban nhân dân"
_SHORT = re.compile(r"^(UBND|[UỦ][ỷy] ban nhân dân)\b", re.IGNORECASE)
_REMARK = re.compile(r"\s*\([^()]*\)$")
_KIND = re.compile(r"^(Kế hoạch|Chương trình|Đề án|Phương án)(?: số (?P<number>\S+) ngày (?P<day>\S+))?(?= |$)")
_LEVEL_NAMED = re.compile(r"\bcấp\b|\(", re.IGNORECASE)


def head(report: PeriodReport, say: Speaker) -> ReportHead:
    """Return what stands above the text."""
    superior, own = _bodies(report, say)
    place = _bare(report.place) if report.place else say(N_("[place]"))
    day = say(N_("{place}, date {blank}/{blank}/{year}"), place=place, blank=BLANK, year=str(report.day.year))
    return ReportHead(
        notice=report.notice,
        superior=superior,
        issuer=own,
        number=say(N_("No.: {blank}/BC-{symbol}"), blank=BLANK, symbol="UBND" if is_committee(report) else "…"),
        day=day,
        kind=say(N_("REPORT")),
        subject=subject(report, say),
        addressee=_addressee(report, say),
    )


def is_committee(report: PeriodReport) -> bool:
    """Return whether it is a people's committee that reports."""
    return _SHORT.match(office(report)) is not None


def office(report: PeriodReport) -> str:
    """Return the issuing body: the unit whose own report it is, the office that the workspace names, else who issued the plan; "" for none."""
    if report.unit_name:
        return report.unit_name
    issuers = (one.plan.document.issuer for one in report.plans if one.plan.place is not None)
    named = next((issuer for issuer in issuers if _SHORT.match(issuer)), "")
    return report.office or named or (f"UBND {report.place}" if report.place else "")


def _bodies(report: PeriodReport, say: Speaker) -> tuple[Words, Words]:
    """Return the body above and the issuing body, in capitals."""
    own = in_full(office(report))
    over = report.place if report.unit or not is_committee(report) else report.within
    above = f"UBND {over}" if over else ""  # the body above may be shortened, and is to stay on one line
    return _words(above, say(N_("superior body"))), _words(own, say(N_("issuing body")))


def _words(text: str, otherwise: str) -> Words:
    return Words(text.upper()) if text else Words("", otherwise)


def in_full(body: str) -> str:
    """Return the name of a body with "UBND" written out."""
    return _SHORT.sub(COMMITTEE, body)


def in_short(report: PeriodReport, say: Speaker) -> str:
    """Return what the issuing body calls itself in the text: "UBND xã Vân Sơn"."""
    return running_name(office(report)) or say(N_("[issuing body]"))


def _bare(place: str) -> str:
    """Return the name of a place without its kind: "Vân Sơn"."""
    return re.sub(r"^(xã|phường|đặc khu|thị trấn|huyện|quận|thị xã|thành phố|tỉnh)\s+", "", place)


def _addressee(report: PeriodReport, say: Speaker) -> Words:
    """Return who receives the report; open with the words of the document where they name a level and no body: "cấp có thẩm quyền"."""
    if report.duty is None or not report.duty.recipient:
        return Words("", say(N_("who receives the report")))
    named, level = _capital(report.duty.recipient), level_of(report.place)
    if level:
        named = named.replace(level, report.place)
    if report.within and level != "cấp tỉnh":
        named = named.replace("cấp tỉnh", report.within)
    return Words("", named) if _LEVEL_NAMED.search(named) else Words(named)


def _capital(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


def subject(report: PeriodReport, say: Speaker) -> str:
    """Return what the report is about: the plan it is on, the matter of a duty that carries some of its measures alone, or all work for children."""
    period = say.period(report.period)
    duty, plans = report.duty, [one.plan for one in report.plans]
    if duty is not None and duty.measures and {*duty.measures} < {measure.code for measure in plans[0].measures}:
        title = say.value(duty.called)
        matter = _capital(title.removeprefix("Báo cáo ")) if say.vi else title
        return say(N_("{matter} {period}") if say.vi else N_("{matter}, {period}"), matter=matter, period=period)
    if len(plans) > 1:
        return say(N_("Results of the work for children, {period}"), period=period)
    title = title_of(plans[0], say)
    done = title.removeprefix("Kế hoạch ")
    done = done if done.startswith(("thực hiện", "triển khai")) else say(N_("of carrying out {plan}"), plan=running(title))
    return say(N_("Results {done}") if period in title else N_("Results {done}, {period}"), done=done, period=period)


def title_of(plan: Plan, say: Speaker) -> str:
    """Return the title of a plan without the remark behind it on where its text comes from."""
    return _REMARK.sub("", say.value(plan.title))


def opening(report: PeriodReport, say: Speaker) -> tuple[ReportParagraph, ...]:
    """Return why the report is made: the documents of its plans."""
    documents = "; ".join(document_told(one.plan, say) for one in report.plans)
    said = N_("Carrying out {documents}, {body} reports the results of {period} as follows:")
    return (ReportParagraph((ReportSentence(say(said, documents=documents, body=in_short(report, say), period=report.period)),)),)


def document_told(plan: Plan, say: Speaker) -> str:
    """Return the document of a plan as it is cited first: kind, number, date, body, subject (Decree 30/2020/NĐ-CP); "…" where nobody knows them."""
    document, title = plan.document, _REMARK.sub("", say.value(plan.document.title))
    if say.vi and (kind := _KIND.match(title)):
        about = title if kind["number"] is None else title_of(plan, say)
        matter = _KIND.sub("", about).strip() if _KIND.match(about) else ""
        number, day = kind["number"] or _number(plan), kind["day"] or ("…" if document.issued is None else say.day(document.issued))
        cited = say(N_("{kind} No. {number} of {day}, {issuer}"), kind=kind[1], number=number, day=day, issuer=document.issuer)
        return f"{cited} {matter}".strip()
    if document.number and document.number in title:
        return title if document.issuer in title else say(N_("{title} of {issuer}"), title=title, issuer=document.issuer)
    return say(N_("{title} (No. {number} of {day})"), title=title, number=_number(plan), day="…" if document.issued is None else document.issued)


def _number(plan: Plan) -> str:
    return plan.document.number or _answered_number(plan) or ("…/KH-UBND" if _SHORT.match(plan.document.issuer) else "…")


def _answered_number(plan: Plan) -> str:
    asked = (one for one in plan.questions if one.about == "document" and one.answer_type == "text" and one.id in plan.answers)
    return next((str(plan.answers[one.id]) for one in asked if "number" in one.id), "")


def closing(report: PeriodReport, say: Speaker) -> ReportParagraph:
    """Return the last sentence, which ends with "./."."""
    said = N_("This is the report on: {subject}. Respectfully submitted by {body}./.")
    return ReportParagraph((ReportSentence(say(said, subject=running(subject(report, say)), body=in_short(report, say))),))


def signature(report: PeriodReport, say: Speaker) -> Signature:
    """Return the block of who signs and who receives."""
    lines = (say(N_("ON BEHALF OF THE PEOPLE'S COMMITTEE")), say(N_("CHAIRPERSON"))) if is_committee(report) else (say(N_("[office of who signs]")),)
    return Signature(lines, not is_committee(report), say(N_("[name of who signs]")), tuple(_recipients(report, say)))


def _recipients(report: PeriodReport, say: Speaker) -> list[str]:
    """Return who receives the report: of several plans those whom all of them name, for the others received their own plan alone."""
    lists = [one.plan.document.recipients for one in report.plans if one.plan.document.recipients and not report.unit]
    printed = [line for recipients in lists for line in recipients]
    for_all = (line for line in dict.fromkeys(printed) if all(line in recipients for recipients in lists))
    kept = [line for line in for_all if not line.startswith(("Lưu", "Như trên"))]
    file = next((line for line in printed if line.startswith("Lưu")), "Lưu: VT")
    return [say(N_("As above")), *kept, file]
