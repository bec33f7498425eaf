"""What was written on periods, as JSON that other programs read (docs/interface.md)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from planmonitor.workspace.narrating import Account


def narratives_json(accounts: Iterable[Account]) -> list[dict[str, Any]]:
    """Return one entry for each section of each account, in their order, those in which nothing was written among them."""
    return [entry for account in accounts for entry in _sections(account)]


def _sections(account: Account) -> Iterable[dict[str, Any]]:
    for written in account.sections:
        standing = written.standing
        yield {
            "plan": account.plan.id,
            "unit": account.unit or None,
            "unit_name": account.unit_name or None,
            "period": account.period.id,
            "start": account.period.start,
            "end": account.period.end,
            "section": written.section,
            "text": standing.text if standing else "",
            "version": len(written.versions),
            "entered_by": standing.entered_by if standing else None,
            "recorded_at": standing.recorded_at if standing else None,
        }
