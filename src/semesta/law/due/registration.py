"""Until when people and projects are registered, and when the certificate of a project is issued, in working days."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from typing import TYPE_CHECKING

from semesta.basics.words import Words, same
from semesta.law.deadline import Deadline
from semesta.law.due.cited import cited
from semesta.law.faults import InputError, NoLawOnDate
from semesta.law.items import Facts
from semesta.law.working_days import after_working_days

if TYPE_CHECKING:
    from semesta.law.law import Law

REGISTRATION_NEEDS = ("order_on", "form_on")
"""The day of the order to begin a project (SPK), and the day on which the authority got the form for its non-ASN."""

PROJECT = Words("Batas mendaftarkan proyek sejak SPK", "Last day to register the project since the order to begin")
NON_ASN = Words(
    "Batas mendaftarkan non-ASN sejak formulir diterima", "Last day to register non-ASN since the form came"
)
CERTIFICATE = Words("Sertifikat proyek terbit paling lambat", "The certificate of the project is issued by")


def registration_deadlines(case: Facts, law: Law) -> tuple[Deadline, ...]:
    """The last days that follow from the days a case names; none for days on which nothing was law.

    Raises:
        InputError: everything named that is no day.
    """
    named = {name: case[name] for name in (*REGISTRATION_NEEDS, "paid_on") if case.get(name) is not None}
    wrong = [name for name, day in named.items() if type(day) is not dt.date]
    if wrong:
        raise InputError([same(f"{name} = {named[name]}") + Words(" bukan tanggal", " is no day") for name in wrong])
    return tuple(_deadlines(case.get("segment"), named, law))


def _deadlines(segment: object, named: dict[str, dt.date], law: Law) -> Iterator[Deadline]:
    if segment == "JAKON" and "order_on" in named:
        yield from _after(named["order_on"], law, "registration_working_days", PROJECT, "project")
    if segment == "JAKON" and "paid_on" in named:
        yield from _after(named["paid_on"], law, "certificate_working_days", CERTIFICATE)
    if segment == "PU" and "form_on" in named:
        yield from _after(named["form_on"], law, "registration_working_days", NON_ASN, "non_asn")


def _after(day: dt.date, law: Law, name: str, title: Words, key: str | None = None) -> Iterator[Deadline]:
    try:
        days = cited(law, name, day, key)
    except NoLawOnDate:
        return
    if isinstance(days.value, int):
        last = after_working_days(day, days.value)
        verified = days.verified and not last.estimated
        yield Deadline(last.day, title, days.law, verified, days.note, estimated=last.estimated)
