"""Cases of families: opened, their documents and days written down, given to somebody, ended."""

from __future__ import annotations

import base64
import datetime as dt
import secrets
from collections.abc import Iterable, Mapping
from typing import Any

from django.utils import timezone

from semesta.basics import masking
from semesta.rounds.lists import kept_until
from semesta.web.access import may
from semesta.web.actions.recorded import about, recorded
from semesta.web.actions.refused import Refused
from semesta.web.actions.required import require
from semesta.web.models import Case, Matter, User
from semesta.web.roles import Permission

UNCLAIMED = "death_unclaimed"


def open_case_of(matter: Matter, *, by: User) -> Case:
    """The case of a family of the list "died, covered, never claimed for": the one there is, or a new one.

    Raises:
        Refused: the row is of another list.
    """
    _require(by, matter.place)
    if matter.finding != UNCLAIMED or "death_date" not in matter.detail:
        raise Refused("Kasus dibuat dari kematian yang belum diklaim.", "Cases are made of deaths not claimed for.")
    with recorded("open_case", by=by, place=matter.place) as event:
        made, is_new = Case.objects.get_or_create(
            matter=matter,
            defaults={
                "place": matter.place,
                "token": matter.token,
                "initials": matter.initials,
                "village": matter.village,
                "happening": "meninggal-kerja" if matter.detail.get("programme") == "JKK" else "meninggal",
                "happened_on": dt.date.fromisoformat(matter.detail["death_date"]),
                "facts": _facts(matter.detail),
                "delete_on": _until(matter),
                "opened_by": by,
            },
        )
        about(event, made, matter=matter.pk, **({} if is_new else {"same": True}))
    return made


def open_cases_of(matters: Iterable[Matter], *, by: User) -> int:
    """A case for each of these rows; how many there are now."""
    return len([open_case_of(matter, by=by) for matter in matters])


def open_case(
    *,
    by: User,
    place: str,
    initials: str,
    happening: str,
    happened_on: dt.date,
    facts: Mapping[str, Any],
    village: str = "",
) -> Case:
    """A case that somebody told of. Of a name that was written for initials its initials are kept."""
    _require(by, place)
    today = timezone.localdate()
    _require_past(happened_on, today)
    with recorded("open_case", by=by, place=place) as event:
        made = Case.objects.create(
            place=place,
            token=base64.b32encode(secrets.token_bytes(7))[:10].decode("ascii"),
            initials=masking.masked_name(initials)[:20] if initials.strip() else "",
            village=village,
            happening=happening,
            happened_on=happened_on,
            facts=dict(facts),
            delete_on=kept_until(today),
            opened_by=by,
        )
        about(event, made)
    return made


def change_case(case: Case, *, by: User, happening: str, happened_on: dt.date, facts: Mapping[str, Any]) -> None:
    """Mends what happened and what the law asks of it."""
    _require(by, case.place)
    _require_past(happened_on, timezone.localdate())
    with recorded("change_case", by=by, place=case.place) as event:
        held = _held(case)
        held.happening, held.happened_on, held.facts = happening, happened_on, dict(facts)
        _in_order(held)
        held.save(update_fields=["happening", "happened_on", "facts"])
        about(event, held)


def keep_documents(case: Case, *, by: User, there: Iterable[str]) -> None:
    """Which documents are there; each keeps the day on which it was first marked."""
    _require(by, case.place)
    today = timezone.localdate().isoformat()
    with recorded("keep_documents", by=by, place=case.place) as event:
        held = _held(case)
        held.documents = {title: held.documents.get(title, today) for title in there}
        held.save(update_fields=["documents"])
        about(event, held, documents=len(held.documents))


def keep_days(
    case: Case,
    *,
    by: User,
    filed_on: dt.date | None,
    complete_on: dt.date | None,
    paid_on: dt.date | None,
    amount_paid: int | None,
) -> None:
    """How far the claim is: filed, complete, paid, in this order and none of them ahead.

    Raises:
        Refused: a day before the one it follows, or still to come; an amount without payment.
    """
    _require(by, case.place)
    with recorded("keep_case_days", by=by, place=case.place) as event:
        held = _held(case)
        held.filed_on, held.complete_on, held.paid_on = filed_on, complete_on, paid_on
        held.amount_paid = amount_paid if paid_on else None
        _in_order(held)
        if paid_on is not None:
            held.ended_on = None
        held.save(update_fields=["filed_on", "complete_on", "paid_on", "amount_paid", "ended_on"])
        days = {"filed_on": filed_on, "complete_on": complete_on, "paid_on": paid_on}
        about(event, held, **{name: day.isoformat() for name, day in days.items() if day})


def assign_case(case: Case, *, by: User, to: User | None) -> None:
    """Gives the case to somebody who works in its place, or to nobody."""
    _require(by, case.place)
    if to is not None and not may(to, Permission.WORK, case.place):
        raise Refused("Orang itu tidak bekerja untuk wilayah ini.", "They do not work for this place.")
    with recorded("assign_case", by=by, place=case.place) as event:
        Case.objects.filter(pk=case.pk).update(assigned_to=to)
        about(event, case, to=to.pk if to else None)


def end_case(case: Case, *, by: User, note: str) -> None:
    """Ends the case without payment, with the reason.

    Raises:
        Refused: no reason, one with a long number, or it is paid.
    """
    _require(by, case.place)
    said = note.strip()[:500]
    if not said or masking.LONG_NUMBER.search(said):
        raise Refused("Tulis alasannya, tanpa nomor orang.", "Give the reason, without numbers of people.")
    with recorded("end_case", by=by, place=case.place) as event:
        held = _held(case)
        if held.paid_on is not None:
            raise Refused("Kasus ini sudah dibayar.", "This case was paid.")
        held.ended_on, held.note = timezone.localdate(), said
        held.save(update_fields=["ended_on", "note"])
        about(event, held)


def _facts(detail: Mapping[str, Any]) -> dict[str, Any]:
    segment = detail.get("segment") or "BPU"
    wage = "wage_per_month" if segment == "PU" else "income_per_month"
    facts = {"segment": segment, "months_paid": detail.get("months_paid"), wage: detail.get("wage")}
    children = [{"level": level} for level in (detail.get("school_levels") or "").split()]
    return {name: value for name, value in facts.items() if value is not None} | (
        {"children": children} if children else {}
    )


def _until(matter: Matter) -> dt.date:
    longest = kept_until(timezone.localdate())
    return matter.upload.delete_on or longest if matter.upload else longest


def _held(case: Case) -> Case:
    """The case as it stands now, held until the transaction ends."""
    held = Case.objects.select_for_update().get(pk=case.pk)
    if held.purged_at is not None:
        raise Refused("Data kasus ini sudah dihapus.", "The data of this case were deleted.")
    return held


def _in_order(case: Case) -> None:
    """Raises Refused where a day stands before the one it follows, or is still to come."""
    days = [case.happened_on, case.filed_on, case.complete_on, case.paid_on]
    known = [day for day in days if day is not None]
    if known != sorted(known) or None in days[: len(known)]:
        raise Refused(
            "Tanggal harus berurutan: kejadian, diajukan, lengkap, dibayar.",
            "The days must follow each other: event, filed, complete, paid.",
        )
    if known[-1] > timezone.localdate():
        raise Refused("Tanggal belum tiba.", "The day is still to come.")
    if case.amount_paid is not None and case.amount_paid < 0:
        raise Refused("Jumlah tidak boleh negatif.", "The amount may not be negative.")


def _require_past(day: dt.date, today: dt.date) -> None:
    if day > today:
        raise Refused("Tanggal kejadian belum tiba.", "The day of the event is still to come.")


def _require(by: User, place: str) -> None:
    require(by, place, Permission.WORK, Permission.READ_LISTS)
