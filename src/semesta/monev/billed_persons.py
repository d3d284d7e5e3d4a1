"""Members as far as bills tell: a recap per account and month says how many, never who, so only bounds are known.

The same people may stand under several accounts: at least those of the largest, at most those of all together.
"""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import polars as pl

from semesta.basics.period import Period
from semesta.monev.cube import Cell
from semesta.monev.stocks import POSITION

MONTHS_OF_GRACE = 3
"""A bill older than that says nothing of today: cover without wage lapses after three unpaid months."""


@dataclass(frozen=True, slots=True)
class Bill:
    """The last bill of an account until the day, or one of it."""

    position: int
    month: int
    persons: int
    billed: int | None
    paid: int | None
    source: str | None

    @property
    def is_paid(self) -> bool:
        return bool(self.paid) and (self.billed is None or (self.paid or 0) >= self.billed)

    @property
    def may_be_paid(self) -> bool:
        """Whether some or all may be paid for: a part was paid, or what was paid is not known."""
        return self.paid is None or self.paid > 0


def registered_by_bills(billing: pl.DataFrame | None, as_of: dt.date, dims: Sequence[str]) -> list[Cell]:
    """One cell per place, office and source of money: those on its largest account, with those on all as the upper bound."""
    return [_cell(key, bills, bills, bills, dims, as_of) for key, bills in _last_bills(billing, as_of).items()]


def active_by_bills(billing: pl.DataFrame | None, as_of: dt.date, dims: Sequence[str]) -> list[Cell]:
    """The same of those paid for; none where of no account it is known what was paid."""
    found = []
    for key, bills in _last_bills(billing, as_of).items():
        if any(bill.paid is not None for bill in bills):
            certain, possible = [b for b in bills if b.is_paid], [b for b in bills if b.may_be_paid]
            found.append(_cell(key, bills, certain, possible, dims, as_of))
    return found


Key = tuple[str, str, str]


def _last_bills(billing: pl.DataFrame | None, as_of: dt.date) -> dict[Key, list[Bill]]:
    """The last bill of each account that is not too old, by place, office and source of money."""
    today = as_of.year * 12 + as_of.month
    by_account: dict[tuple[str, ...], Bill] = {}
    rows = billing.iter_rows(named=True) if billing is not None and "persons_billed" in billing.columns else []
    for row in rows:
        start = Period.parse(row["month"]).end if row["month"] else None
        month = start.year * 12 + start.month if start else 0
        if row["persons_billed"] is None or not today - MONTHS_OF_GRACE <= month <= today:
            continue
        names = ("place", "office", "funding", "account_no", "opd")
        account = tuple(row.get(name) or "" for name in names)
        bill = Bill(row[POSITION], month, row["persons_billed"], row.get("billed"), row.get("paid"), row.get("source"))
        if account not in by_account or by_account[account].month < bill.month:
            by_account[account] = bill
    found: dict[Key, list[Bill]] = defaultdict(list)
    for (place, office, funding, *_), bill in by_account.items():
        found[place, office, funding].append(bill)
    return found


def _cell(
    key: Key, bills: list[Bill], certain: list[Bill], possible: list[Bill], dims: Sequence[str], as_of: dt.date
) -> Cell:
    told = dict(zip(("place", "office", "funding"), key, strict=True))
    newest = max(bill.month for bill in bills)
    return Cell(
        codes=tuple(told.get(name, "") for name in dims),
        amount=max((bill.persons for bill in certain), default=0),
        upper=sum(bill.persons for bill in possible),
        ref=tuple(("billing", bill.position) for bill in bills),
        day=min(as_of, Period.of((newest - 1) // 12, (newest - 1) % 12 + 1).end),
        sources=tuple(dict.fromkeys(bill.source for bill in bills if bill.source)),
        labels=("", "unstated"),
    )
