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
    """The bill of an account for a month, of those that the day still knows."""

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
    found = []
    for key, accounts in _accounts(billing, as_of).items():
        last = [_last(bills) for bills in accounts]
        found.append(_cell(key, last, last, last, dims, as_of))
    return found


def active_by_bills(billing: pl.DataFrame | None, as_of: dt.date, dims: Sequence[str]) -> list[Cell]:
    """The same of those covered; none where of no account it is known what was paid.

    Who was paid for in a month of grace is still covered, though the bills since are unpaid.
    """
    found = []
    for key, accounts in _accounts(billing, as_of).items():
        if any(bill.paid is not None for bills in accounts for bill in bills):
            certain = [_last(paid) for bills in accounts if (paid := [b for b in bills if b.is_paid])]
            possible = [most for bills in accounts if (most := _most_covered(bills)) is not None]
            last = [_last(bills) for bills in accounts]
            used = list(dict.fromkeys([*last, *certain, *possible]))
            found.append(_cell(key, used, certain, possible, dims, as_of))
    return found


def _last(bills: Sequence[Bill]) -> Bill:
    return max(bills, key=lambda bill: bill.month)


def _most_covered(bills: Sequence[Bill]) -> Bill | None:
    """The bill of an account by which most may be covered: the last that was paid, or a later one that may have been."""
    since = max((bill.month for bill in bills if bill.is_paid), default=0)
    may_be = [bill for bill in bills if bill.may_be_paid and bill.month >= since]
    return max(may_be, key=lambda bill: bill.persons, default=None)


Key = tuple[str, str, str]


def _accounts(billing: pl.DataFrame | None, as_of: dt.date) -> dict[Key, list[list[Bill]]]:
    """The bills of each account that are not too old, one per month, by place, office and source of money."""
    today = as_of.year * 12 + as_of.month
    by_account: dict[tuple[str, ...], dict[int, Bill]] = defaultdict(dict)
    rows = billing.iter_rows(named=True) if billing is not None and "persons_billed" in billing.columns else []
    for row in rows:
        start = Period.parse(row["month"]).end if row["month"] else None
        month = start.year * 12 + start.month if start else 0
        if row["persons_billed"] is None or not today - MONTHS_OF_GRACE <= month <= today:
            continue
        names = ("place", "office", "funding", "account_no", "opd")
        account = tuple(row.get(name) or "" for name in names)
        bill = Bill(row[POSITION], month, row["persons_billed"], row.get("billed"), row.get("paid"), row.get("source"))
        by_account[account].setdefault(month, bill)
    found: dict[Key, list[list[Bill]]] = defaultdict(list)
    for (place, office, funding, *_), bills in by_account.items():
        found[place, office, funding].append(list(bills.values()))
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
