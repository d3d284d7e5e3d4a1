"""What stands under a benefit: who receives it, which documents the claim needs, and until which day what must be done."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from semesta.basics.words import Words, same
from semesta.law.asked import with_days
from semesta.law.beside import cover_on, payments_of
from semesta.law.citing import cited_on
from semesta.law.deadline import Deadline
from semesta.law.due.cited import Cited, cited
from semesta.law.due.cover import Cover
from semesta.law.faults import InputError, NoLawOnDate
from semesta.law.heirs.documents import Document, all_documents, documents
from semesta.law.heirs.order import ORDERS, Order, Receivers, living_of, order_of, receivers
from semesta.law.heirs.payment import PAID_IN_WORKING_DAYS, payment_deadline
from semesta.law.items import Facts
from semesta.law.jkk.deadlines import claim_deadline, report_deadline
from semesta.law.law import LAW, Law


@dataclass(frozen=True)
class After:
    """`receivers` is told where the case says who lives (`heirs`), `order` for every death; `pays_within` are working days.

    The last day to pay is among the deadlines only where the case says when its request was complete (`complete_on`), and
    `cover` on the day of the event is told only where it says its `payments`.
    """

    documents: tuple[Document, ...]
    deadlines: tuple[Deadline, ...]
    pays_within: Cited | None
    order: Order | None
    receivers: Receivers | None
    cover: Cover | None = None


def after(case: Facts, on: dt.date, law: Law = LAW) -> After:
    """What follows a benefit that could be answered.

    Raises:
        InputError: heirs that are unknown, or a day of the request that is no day.
    """
    case = with_days(case)
    programme, died = str(case.get("programme")), case.get("event") == "death"
    claims = [programme, *(["scholarship"] if case.get("children") else [])]
    found = tuple(entry for claim in claims if claim in all_documents() for entry in documents(claim))
    has_heirs = died and any(programme in order.programmes for order in ORDERS)
    living = living_of(case.get("heirs"))
    return After(
        documents=found,
        deadlines=tuple(_deadlines(programme, case, on, law)),
        pays_within=_pays_within(programme, on, law),
        order=_cited(order_of(programme, on), on, law) if has_heirs else None,
        receivers=receivers(programme, living, on) if has_heirs and living is not None else None,
        cover=_cover(case, on, law),
    )


def _cited(order: Order, on: dt.date, law: Law) -> Order:
    return replace(order, law=cited_on(order.law, on, law.book.regulations) or order.law)


def _cover(case: Facts, on: dt.date, law: Law) -> Cover | None:
    payments = payments_of(case)
    try:
        return cover_on(case, on, law, payments) if payments and case.get("segment") else None
    except NoLawOnDate:
        return None


def _deadlines(programme: str, case: Facts, on: dt.date, law: Law) -> Iterator[Deadline]:
    """In the order in which they come; a day on which the law of a deadline was not yet known has none."""
    for deadline in (report_deadline, claim_deadline) if programme == "JKK" else ():
        try:
            yield deadline(on, law)
        except NoLawOnDate:
            continue
    complete_on = case.get("complete_on")
    if complete_on is None or programme not in PAID_IN_WORKING_DAYS:
        return
    if type(complete_on) is not dt.date:
        raise InputError([same(f"complete_on = {complete_on}") + Words(" bukan tanggal", " is no day")])
    yield payment_deadline(programme, complete_on, law)


def _pays_within(programme: str, on: dt.date, law: Law) -> Cited | None:
    if programme not in PAID_IN_WORKING_DAYS:
        return None
    try:
        return cited(law, f"{programme.lower()}_payment_days", on)
    except NoLawOnDate:
        return None
