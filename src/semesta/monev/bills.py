"""Bills office by office, as they are reconciled: what was billed and paid month by month, and what each difference is."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from semesta.basics import lists
from semesta.basics.period import Period
from semesta.monev.amounts import BILLING
from semesta.monev.cube import Cell, Cube, Flat
from semesta.monev.measured import Measured

State = Literal["settled", "part", "unpaid", "ahead", "unknown"]
"""Paid in full; in part; not at all though due; not yet due; or it is not known what was billed or paid."""


@dataclass(frozen=True, slots=True)
class Bill:
    """One row of the table: an office's account in a month (ISO 8601, "2025-07"). Amounts in whole rupiah."""

    place: str
    opd: str
    account_no: str
    month: str
    listed: int | None
    persons: int | None
    billed: int | None
    paid: int | None
    due_on: dt.date | None
    paid_on: dt.date | None
    source: str

    @property
    def difference(self) -> int | None:
        """Billed less paid; None where either is not known, for missing is never zero."""
        return None if self.billed is None or self.paid is None else self.billed - self.paid

    @property
    def is_late(self) -> bool:
        return self.due_on is not None and self.paid_on is not None and self.paid_on > self.due_on

    def state(self, as_of: dt.date) -> State:
        if self.difference is not None and self.difference <= 0:
            return "settled"
        if self.due_on is not None and self.due_on > as_of:
            return "ahead"
        if self.difference is None:
            return "unknown"
        return "part" if self.paid else "unpaid"


@dataclass(frozen=True, slots=True)
class Payer:
    """An office with its bills, by month; one without a name is known by its account number, or not at all."""

    place: str
    name: str
    bills: tuple[Bill, ...]

    @property
    def compared(self) -> tuple[Bill, ...]:
        """The bills of which both sides are known: only these may be held against each other."""
        return tuple(bill for bill in self.bills if bill.difference is not None)

    @property
    def billed(self) -> int | None:
        return _sum(bill.billed for bill in self.compared)

    @property
    def paid(self) -> int | None:
        return _sum(bill.paid for bill in self.compared)

    @property
    def difference(self) -> int | None:
        return _sum(bill.difference for bill in self.compared)


def payers(measured: Measured) -> list[Payer]:
    """The offices in the order in which they were written, each with its bills up to the round's day.

    As in the indicators a bill that is a total of others stands for them, and of two for one account and month the first counts.
    """
    by_payer: dict[tuple[str, str], list[Bill]] = defaultdict(list)
    for bill in _bills(measured):
        by_payer[bill.place, bill.opd or bill.account_no].append(bill)
    return [
        Payer(place, name, tuple(sorted(bills, key=lambda bill: (bill.month, bill.account_no))))
        for (place, name), bills in by_payer.items()
    ]


@dataclass(frozen=True, slots=True)
class Compared:
    """What was billed and paid of all bills of which both are known."""

    billed: int
    paid: int

    @property
    def difference(self) -> int:
        return self.billed - self.paid


def compared(measured: Measured, of: Iterable[Payer]) -> Compared | None:
    """The sums over offices where they are those of the collection rate; None where bills overlap and a sum would count twice."""
    bills = [bill for payer in of for bill in payer.compared]
    summed = Compared(sum(bill.billed or 0 for bill in bills), sum(bill.paid or 0 for bill in bills))
    rates = (measured.of("collection_rate", place=measured.place, period=m) for m in {bill.month for bill in bills})
    first = [next(values, None) for values in rates]
    known = [rate for rate in first if rate is not None and rate.numerator is not None and rate.denominator is not None]
    whole = Compared(sum(round(r.denominator or 0) for r in known), sum(round(r.numerator or 0) for r in known))
    return summed if bills and summed == whole else None


def _sum(numbers: Iterable[int | None]) -> int | None:
    known = [number for number in numbers if number is not None]
    return sum(known) if known else None


def _bills(measured: Measured) -> list[Bill]:
    frame = measured.dataset.frame("billing")
    if frame is None:
        return []
    rows = [row for row in frame.to_dicts() if _counts(row, measured)]
    by_month: dict[str, list[dict[str, Any]]] = defaultdict(list)
    for row in rows:
        by_month[row["month"]].append(row)
    kept = {id(row) for of_month in by_month.values() for row in _maximal(of_month, measured)}
    return [_bill(row, measured) for row in rows if id(row) in kept]


def _counts(row: Mapping[str, Any], measured: Measured) -> bool:
    """Whether the month had begun on the round's day and the bill is one of its place."""
    start = Period.parse(row["month"]).start
    within = measured.places.is_within(row.get("place") or measured.place, measured.place)
    return within and start is not None and start <= measured.as_of


def _maximal(rows: list[dict[str, Any]], measured: Measured) -> list[dict[str, Any]]:
    """The bills of a month that no other contains."""
    first: dict[tuple[str, ...], int] = {}
    for number, row in enumerate(rows):
        first.setdefault(tuple(row.get(name) or "" for name in BILLING), number)
    trees = {"place": measured.places, "funding": lists.FUNDINGS}
    cells = [Cell(codes, 0, 0, (("billing", number),)) for codes, number in first.items()]
    cube = Cube({name: trees.get(name, Flat()) for name in BILLING}, cells)
    return [rows[cell.ref[0][1]] for cell in cube.maximal(cells)]


def _bill(row: Mapping[str, Any], measured: Measured) -> Bill:
    return Bill(
        place=row.get("place") or measured.place,
        opd=str(row.get("opd") or "").strip(),
        account_no=str(row.get("account_no") or "").strip(),
        month=row["month"],
        listed=row.get("persons_listed"),
        persons=row.get("persons_billed"),
        billed=row.get("billed"),
        paid=row.get("paid"),
        due_on=row.get("due_on"),
        paid_on=row.get("paid_on"),
        source=str(row.get("source") or "").strip(),
    )
