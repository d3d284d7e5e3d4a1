"""Who pays for a member, since when, and how long it was kept up."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from semesta.synth.days import first_day, month_number, month_of
from semesta.synth.draws import Bools, Ints
from semesta.synth.lives import Deaths, deaths, early_group
from semesta.synth.people import People, Register
from semesta.synth.work import works

SEGMENTS = ("PU", "BPU", "JAKON")
FUNDINGS = ("apbd.kabkota", "apbd.provinsi", "apbdes", "dbh_cht", "csr", "mandiri", "pemberi_kerja")
PROGRAMMES = ("JKK JKM", "JKK JKM JHT", "JKK JKM JHT JP", "JKK JKM JHT JP JKP")
WADAH_KINDS = ("", "SG", "SD", "SC")

MONTHS_TO_LAPSE = 3
"""Whole unpaid months after which cover of those without wage has lapsed (cover_lapses_after_unpaid_months)."""

UNREMITTED = 5
"""Months that a payer who does not remit is behind."""

_EMPLOYERS = 40
_PU, _BPU, _JAKON = range(3)


@dataclass(frozen=True, slots=True)
class Memberships:
    """One row for each membership; months are year × 12 + month − 1, sponsors numbers within the regency.

    begun: the first month; paid: the last month paid; gap: whether the first quarter of the last year was left out;
    ended: the day the employment ended in days since 1970, or −1; unremitted: the payer is months behind for all of his;
    was_covered: died while covered; is_early: with the account where many died soon after entry.
    """

    segment: Ints
    funding: Ints
    programmes: Ints
    wadah_kind: Ints
    sponsor: Ints
    begun: Ints
    registered: Ints
    paid: Ints
    gap: Bools
    ended: Ints
    unremitted: Bools
    died: Deaths
    was_covered: Bools
    is_early: Bools
    this_month: int

    @property
    def months_unpaid(self) -> Ints:
        return self.this_month - self.paid

    @property
    def is_active(self) -> Bools:
        """Covered in the month of the data: wage earners while employed, others until three months are unpaid."""
        by_payment = self.months_unpaid <= MONTHS_TO_LAPSE
        return np.where(self.segment == _BPU, by_payment, True) & (self.ended < 0)


def memberships(register: Register, people: People, is_second: Bools) -> Memberships:
    """The membership of each person, or the second one of those who have two: with an employer, or with the province."""
    draws, ids = register.draws, people.ids * 2 + is_second
    this_month = month_number(register.as_of)
    funding, segment = _funding(register, people.group, ids, is_second)
    is_early = _is_early(register, people, funding) & ~is_second
    begun = _begun(register, ids, funding, is_early, this_month)
    registered = first_day(begun) + draws.below("registered day", ids, 20)
    died = _deaths(register, people, registered, is_second, this_month)
    # Who has two memberships dies once: whichever would begin after the death began before it.
    begun = np.where(died.is_dead, np.minimum(begun, month_of(died.day)), begun)
    registered = np.where(died.is_dead, np.minimum(registered, np.maximum(died.day - 1, 0)), registered)
    sponsor, kind = _sponsor(register, people, ids, funding)
    unremitted = _is_unremitted(register, people, sponsor, kind) & (begun < this_month - UNREMITTED)
    paid = _paid(register, ids, funding, segment, is_early, begun, this_month)
    paid = np.where(unremitted, np.minimum(paid, this_month - UNREMITTED), paid)
    was_covered = died.is_dead & _covers(segment, paid, month_of(died.day), this_month)
    # A claim ends the membership; nobody else tells BPJS of a death.
    is_over = was_covered & died.is_claimed
    paid = np.where(is_over, np.minimum(paid, month_of(died.day)), paid)
    return Memberships(
        segment=segment,
        funding=funding,
        programmes=_programmes(register, ids, segment, funding),
        wadah_kind=kind,
        sponsor=sponsor,
        begun=begun,
        registered=registered,
        paid=np.maximum(paid, begun),
        gap=_has_gap(register, people, sponsor, kind)
        & ~unremitted
        & (np.maximum(paid, begun) // 3 != this_month // 12 * 4),
        ended=np.where(is_over, died.day, _ended(segment, paid, this_month)),
        unremitted=unremitted,
        died=died,
        was_covered=was_covered,
        is_early=is_early,
        this_month=this_month,
    )


def simple_standing(register: Register, ids: Ints, group: Ints, is_second: Bools) -> tuple[Ints, Ints, Ints]:
    """Funding, segment and months unpaid of memberships, without accounts and deaths: what lean lists hold."""
    this_month = month_number(register.as_of)
    its = ids * 2 + is_second
    funding, segment = _funding(register, group, its, is_second)
    nobody = np.zeros(len(ids), dtype=bool)
    begun = _begun(register, its, funding, nobody, this_month)
    return funding, segment, this_month - _paid(register, its, funding, segment, nobody, begun, this_month)


def _deaths(register: Register, people: People, registered: Ints, is_second: Bools, this_month: int) -> Deaths:
    """The deaths of members, found from the first membership also for the rows of second ones."""
    first = people.ids * 2
    funding, _ = _funding(register, people.group, first, np.zeros_like(is_second))
    is_early = _is_early(register, people, funding)
    begun = _begun(register, first, funding, is_early, this_month)
    since = first_day(begun) + register.draws.below("registered day", first, 20)
    return deaths(register, people, np.where(is_second, since, registered), is_early)


def _covers(segment: Ints, paid: Ints, month: Ints, this_month: int) -> Bools:
    """Whether cover holds in a month: up to three months beyond the last one paid, for wage earners while they are employed."""
    is_employed = (segment != _BPU) & (this_month - paid <= MONTHS_TO_LAPSE)
    by_payment: Bools = month <= paid + np.where(segment == _BPU, MONTHS_TO_LAPSE, 0)
    return is_employed | by_payment


def _is_early(register: Register, people: People, funding: Ints) -> Bools:
    is_listed = people.person < register.plan.persons[people.regency]
    is_group: Bools = people.group == early_group(register)[people.regency]
    return is_group & (funding == 0) & is_listed


def _funding(register: Register, group: Ints, ids: Ints, is_second: Bools) -> tuple[Ints, Ints]:
    """Who pays, and in which segment: by group, or for a second membership an employer or the province."""
    groups = works()
    weights = np.array([[work.funding.get(code, 0.0) for code in FUNDINGS] for work in groups] + _OTHERS)
    steps = np.cumsum(weights / weights.sum(axis=1, keepdims=True), axis=1)
    # What governments pay for one group in one regency is mostly paid by one budget, but not all of it.
    # Also of a second membership the first is asked for: the two must not be paid by one.
    unit = register.draws.unit("funding", ids - is_second)
    funding = (unit[:, None] >= steps[group][:, :-1]).sum(axis=1)
    of_group = np.array([SEGMENTS.index(work.segment) for work in groups] + [_PU, _JAKON, _BPU])
    second = np.where(register.draws.happens("second employer", ids, 0.6), _EMPLOYER, _PROVINCE)
    # Two memberships under one sponsor would be one: who is paid for by the province already has an employer too.
    second = np.where((second == funding) | (funding == _PROVINCE), _EMPLOYER, second)
    funding = np.where(is_second, second, funding)
    segment = np.where(is_second, np.where(second == _EMPLOYER, _PU, _BPU), of_group[group])
    return funding, segment


_PROVINCE, _OWN, _EMPLOYER = (FUNDINGS.index(code) for code in ("apbd.provinsi", "mandiri", "pemberi_kerja"))
_OTHERS = [[0, 0, 0, 0, 0, 0, 1.0], [0, 0, 0, 0, 0, 0, 1.0], [0, 0, 0, 0, 0, 1.0, 0]]


def _begun(register: Register, ids: Ints, funding: Ints, is_early: Bools, this_month: int) -> Ints:
    """The first month: governments begin in the first months of a budget year, employers and people at any time.

    The account with early deaths took its members in over the last year but the last months.
    """
    draws = register.draws
    year = this_month // 12 - draws.among("first year", ids, [5, 4, 3, 2, 1])
    in_budget = year * 12 + draws.among("first month", ids, [5, 4, 3, 1, 1, 1, 2, 1])
    any_time = this_month - 1 - draws.below("months ago", ids, 60)
    begun = np.where(funding >= _OWN, any_time, in_budget)
    begun = np.where(is_early, this_month - 5 - draws.below("early month", ids, 10), begun)
    return np.minimum(begun, this_month)


def _paid(
    register: Register,
    ids: Ints,
    funding: Ints,
    segment: Ints,
    is_early: Bools,
    begun: Ints,
    this_month: int,
) -> Ints:
    """The last month paid: most are up to date, some a month or two behind, some about to lapse, the others have lapsed."""
    steps = np.cumsum([[0.74, 0.06, 0.03, 0.05], [0.42, 0.12, 0.07, 0.09], [0.86, 0.04, 0.01, 0.01]], axis=1)
    kind = np.where(funding == _OWN, 1, np.where(funding == _EMPLOYER, 2, 0))
    unit = register.draws.unit("paid", ids) * np.where(is_early, 0.7, 1.0)
    behind = (unit[:, None] >= steps[kind]).sum(axis=1)
    # Of those who lapsed, governments mostly stopped with the budget year, people at any time.
    since = np.maximum(this_month - MONTHS_TO_LAPSE - 1 - begun, 0)
    at_any_time = begun + register.draws.below("lapsed", ids, since + 1)
    end_of_year = np.maximum((this_month - MONTHS_TO_LAPSE - 1) // 12 * 12 - 1, begun)
    lapsed = np.where((kind == 0) & (unit > 0.9), end_of_year, at_any_time)
    return np.maximum(
        np.where(behind > MONTHS_TO_LAPSE, np.minimum(lapsed, this_month - 4), this_month - behind), begun
    )


def _ended(segment: Ints, paid: Ints, this_month: int) -> Ints:
    """The last day of employment of wage earners and builders who are no longer paid for, else −1."""
    over = (segment != _BPU) & (this_month - paid > MONTHS_TO_LAPSE)
    return np.where(over, first_day(paid + 1) - 1, -1)


def _sponsor(register: Register, people: People, ids: Ints, funding: Ints) -> tuple[Ints, Ints]:
    """The account through which is paid, and what kind it is; 0 for those who pay for themselves."""
    employer = 100 + register.draws.below("employer", ids, _EMPLOYERS)
    # One account of a government for each of its groups and sources, one of a village for each village.
    of_group = 200 + people.group * len(FUNDINGS) + funding
    of_village = 400 + people.village % 1000 + people.village // 10_000 % 100 * 10
    sponsor = np.select(
        [funding == _OWN, funding == _EMPLOYER, funding == FUNDINGS.index("apbdes")],
        [0, employer, of_village],
        of_group,
    )
    kind = np.select(
        [funding == FUNDINGS.index("apbdes"), funding == FUNDINGS.index("csr"), funding >= _OWN], [2, 3, 0], 1
    )
    return sponsor, kind


def _is_unremitted(register: Register, people: People, sponsor: Ints, kind: Ints) -> Bools:
    """Whether the payer of an account took the money into his budget and has not passed it on for months."""
    return (kind > 0) & register.draws.happens("unremitted", people.regency * 10_000 + sponsor, 0.05)


def _has_gap(register: Register, people: People, sponsor: Ints, kind: Ints) -> Bools:
    """Whether the payer left out the first quarter of the last year, as budgets do that come late."""
    has_gap = register.draws.happens("gap", people.regency * 10_000 + sponsor, 0.15)
    return has_gap & (kind == 1)


def _programmes(register: Register, ids: Ints, segment: Ints, funding: Ints) -> Ints:
    """Employers insure for all, governments for accident and death, some with old age."""
    full = np.where(register.draws.happens("large", ids, 0.6), 3, 1)
    with_savings = register.draws.happens("savings", ids, np.where(funding == _OWN, 0.3, 0.08)).astype(np.int64)
    builders = np.where(segment == _JAKON, 0, full)
    return np.where(funding == _EMPLOYER, builders, with_savings)
