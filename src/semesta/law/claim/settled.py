"""What becomes of the lines of a benefit by the facts of the claim: nothing, another payer, or more for being paid late."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from dataclasses import replace

from semesta.basics.shown import day
from semesta.basics.words import Words, same
from semesta.law.due.cover import Cover
from semesta.law.faults import InputError, NoLawOnDate
from semesta.law.heirs.payment import late_payment
from semesta.law.items import Due, Facts
from semesta.law.jkk.deadlines import LATE_REPORT_SINCE, claim_deadline, report_deadline
from semesta.law.law import Law

RISKS = ("JKK", "JKM")
EMPLOYED = ("PU", "JAKON")
BY_SEGMENT_SINCE = dt.date(2015, 7, 1)
FACTS_OF_CLAIM = ("reported_on", "claimed_on")

UNREGISTERED = Words(
    "pemberi kerja yang tidak mendaftarkan pekerjanya menanggung sendiri manfaatnya (hukumonline lt5123bb62d9bf8)",
    "an employer that did not register its worker owes the benefits itself (hukumonline lt5123bb62d9bf8)",
)
NOBODY = Words("belum terdaftar pada hari kejadian", "not registered on the day of the event")


def settled(items: Sequence[Due], case: Facts, law: Law, on: dt.date, cover: Cover | None) -> tuple[Due, ...]:
    """The lines of JKK or JKM as this claim is paid; of other programmes, and of late payment itself, as they are.

    Raises:
        InputError: days that are none, or a migrant worker, of whose benefits no amounts are recorded.
    """
    programme = str(case.get("programme"))
    if programme not in RISKS or case.get("event") == "late_payment":
        return tuple(items)
    if case.get("segment") == "PMI":
        raise InputError([_OF_MIGRANTS])
    nothing = _nothing(case, law, on, cover)
    if nothing is not None:
        because, verified = nothing
        return tuple(replace(item, amount=0, because=because, verified=verified) for item in items)
    if case.get("months_unpaid") is not None and case.get("segment") is None and on >= BY_SEGMENT_SINCE:
        return tuple(replace(item, amount=None, because=_WHICH_SEGMENT) for item in items)
    borne = _borne_by_employer(case, law, on)
    if borne is not None:
        return tuple(replace(item, payer="employer", because=borne + same("\n") + item.because) for item in items)
    return (*items, *_for_delay(programme, items, case, law, on))


_OF_MIGRANTS = same("segment = PMI") + Words(
    ": besar manfaat JKK dan JKM PMI diatur Permenaker 4/2023 dan belum tercatat di sini; segmen lain tidak menggantikannya",
    ": what JKK and JKM pay migrant workers stands in Permenaker 4/2023 and is not recorded here; no other segment stands for it",
)


def _nothing(case: Facts, law: Law, on: dt.date, cover: Cover | None) -> tuple[Words, bool] | None:
    """Why nothing is paid, and whether that is verified; None where nothing speaks against it."""
    if case.get("registered") is False and case.get("segment") not in EMPLOYED:
        return NOBODY, True
    if cover is not None and cover.covered is False:
        return _UNCOVERED + same(": ") + cover.because, cover.verified
    if case.get("months_unpaid") is not None:
        given = {name: case[name] for name in ("segment", "months_unpaid") if case.get(name) is not None}
        found = law.value("still_covered", date=on, **given)
        if found.value is False:
            told = Words(law.explain(found, "id"), law.explain(found, "en"))
            return _UNCOVERED + same(":\n") + told, found.verified
    return _lapsed(case, law, on)


_WHICH_SEGMENT = Words(
    "belum diketahui, perlu diisi: segmen (segment), untuk mengetahui masih terlindungi atau tidak",
    "not known, to be given: the segment (segment), to know whether there was cover",
)
_UNCOVERED = Words("tidak dibayar karena tidak terlindungi", "not paid for want of cover")


def _lapsed(case: Facts, law: Law, on: dt.date) -> tuple[Words, bool] | None:
    """That the claim of an accident came after its last day."""
    claimed = _day(case, "claimed_on")
    if claimed is None or case.get("programme") != "JKK":
        return None
    until = claim_deadline(on, law)
    if claimed <= until.last_day:
        return None
    told = Words(
        f"hak menuntut gugur setelah {day(until.last_day, 'id')} ({until.law})",
        f"the right to claim lapsed after {day(until.last_day, 'en')} ({until.law})",
    )
    return told, until.verified


def _borne_by_employer(case: Facts, law: Law, on: dt.date) -> Words | None:
    """Why the employer pays instead: it never registered the worker, or reported the accident too late."""
    if case.get("segment") not in EMPLOYED:
        return None
    if case.get("registered") is False:
        return UNREGISTERED
    reported = _day(case, "reported_on")
    if reported is None or case.get("programme") != "JKK" or on < LATE_REPORT_SINCE:
        return None
    until = report_deadline(on, law)
    if reported <= until.last_day:
        return None
    return Words(
        f"pemberi kerja menanggung manfaat karena melapor setelah {day(until.last_day, 'id')} ({until.law})",
        f"the employer bears the benefits because it reported after {day(until.last_day, 'en')} ({until.law})",
    )


def _for_delay(programme: str, items: Sequence[Due], case: Facts, law: Law, on: dt.date) -> list[Due]:
    """The compensation, where the case says when the request was complete and when it was paid.

    Counted on what is paid at once: a scholarship is claimed year by year.
    """
    if case.get("complete_on") is None or case.get("paid_on") is None:
        return []
    amounts = [item.amount for item in items if "scholarship" not in item.rule]
    known = [amount for amount in amounts if amount is not None]
    claim = sum(known) if len(known) == len(amounts) else None
    try:
        return late_payment(programme).function({**case, "claim_amount": case.get("claim_amount", claim)}, law, on)
    except NoLawOnDate:
        return []


def _day(case: Facts, name: str) -> dt.date | None:
    given = case.get(name)
    if given is None or type(given) is dt.date:
        return given
    raise InputError([same(f"{name} = {given}") + Words(" bukan tanggal", " is no day")])
