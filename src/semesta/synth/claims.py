"""Claims of members: deaths, accidents and savings, from filing to payment, some of them paid late."""

from __future__ import annotations

import datetime as dt
from functools import cache

import numpy as np
import polars as pl

from semesta.law.heirs.payment import PAID_IN_WORKING_DAYS
from semesta.law.law import LAW
from semesta.law.working_days import is_working_day
from semesta.synth.days import day_number, month_of
from semesta.synth.draws import Ints
from semesta.synth.lists import Rows
from semesta.synth.memberships import Memberships
from semesta.synth.people import People, Register
from semesta.synth.texts import dates, one_of

CLAIM_COLUMNS = ["id", "participant_id", "kpj", "nik", "name", "programme", "benefit", "event_date", "filed_on", "complete_on", "paid_on", "amount", "status", "place", "office"]  # fmt: skip

_PAID_LATE = 0.1
_REJECTED = 0.03
_ACCIDENTS = 0.02
_YEARS = 2
_DEATH, _DEATH_AT_WORK, _ACCIDENT, _OFF_WORK, _SAVINGS = range(5)
_KINDS = (("JKM", "death"), ("JKK", "death"), ("JKK", "medical"), ("JKK", "stmb"), ("JHT", "jht.full"))
_BPU = 1


def claims(register: Register, people: People, held: Memberships, participants: Rows) -> Rows:
    """The claim cases of these memberships; the truth says which were paid late, by how many working days."""
    of, kind, event = _events(register, people, held)
    draws, today = register.draws, day_number(register.as_of)
    ids = people.ids[of] * 8 + kind
    filed = np.where(kind <= _DEATH_AT_WORK, held.died.filed[of], event + 1 + draws.below("filed", ids, 40))
    complete = filed + draws.below("complete", ids, 25)
    limit = _limits(register.as_of)[kind]
    is_late = draws.happens("late claim", ids, _PAID_LATE)
    taken = np.where(
        is_late, limit + 1 + draws.below("days late of claim", ids, 25), 1 + draws.below("days taken", ids, limit)
    )
    paid = after_working_days(complete, taken)
    kept = filed <= today
    is_rejected = draws.happens("rejected", ids, _REJECTED) & (kind >= _ACCIDENT)
    stage = np.where(complete > today, 0, np.where(is_rejected, 3, np.where(paid > today, 1, 2)))
    frame = participants.frame[of].with_columns(
        pl.Series("claim_of", of),
        id=pl.col("id") + pl.Series([f"-{k + 1}" for k in range(5)]).gather(kind),
        participant_id="id",
        programme=one_of([programme for programme, _ in _KINDS], kind),
        benefit=one_of([benefit for _, benefit in _KINDS], kind),
        event_date=dates(event),
        filed_on=dates(filed),
        complete_on=dates(complete, complete > today),
        paid_on=dates(paid, stage != 2),
        status=one_of(["filed", "complete", "paid", "rejected"], stage),
    )
    amount = _amounts(register, people, held, of, kind, event)
    frame = frame.with_columns(pl.when(pl.Series(stage == 2)).then(pl.Series(amount)).alias("amount"))
    # Open claims are late too once their last day has passed.
    days_late = np.where(
        stage == 2, taken - limit, np.where(stage == 1, working_days_between(complete, today) - limit, 0)
    )
    truth = pl.DataFrame(
        {"claim_id": frame["id"], "person_id": people.ids[of], "working_days_late": np.maximum(days_late, 0)}
    )
    return Rows(frame.filter(kept).select(CLAIM_COLUMNS), truth.filter(kept))


def _events(register: Register, people: People, held: Memberships) -> tuple[Ints, Ints, Ints]:
    """Row of the membership, kind and day of each event that is claimed."""
    today = day_number(register.as_of)
    ids, died = people.ids * 2 + (held.sponsor % 2), held.died
    at_work = died.is_work_accident
    has_claim = held.was_covered & died.is_claimed
    day = today - 1 - register.draws.below("accident day", ids, 730)
    month = month_of(day)
    has_accident = (
        register.draws.happens("accident", ids, _ACCIDENTS * _YEARS / 2)
        & (day > held.registered)
        & (month <= held.paid)
    )
    has_accident &= ~died.is_dead | (day < died.day)
    off_work = has_accident & register.draws.happens("off work", ids, 0.4)
    has_savings = (held.programmes > 0) & (held.ended >= 0) & ~died.is_dead & (held.ended + 35 < today)
    has_savings &= register.draws.happens("withdraws", ids, 0.6)
    found = [
        (np.flatnonzero(here), kind, of_day)
        for here, kind, of_day in (
            (has_claim & ~at_work, _DEATH, died.day),
            (has_claim & at_work, _DEATH_AT_WORK, died.day),
            (has_accident, _ACCIDENT, day),
            (off_work, _OFF_WORK, day),
            (has_savings, _SAVINGS, held.ended + 30),
        )
    ]
    of = np.concatenate([rows for rows, _, _ in found])
    kinds = np.concatenate([np.full(len(rows), kind) for rows, kind, _ in found])
    days = np.concatenate([of_day[rows] for rows, _, of_day in found])
    order = np.lexsort((kinds, of))
    return of[order], kinds[order], days[order]


def _saved_each_month() -> float:
    """The part of a wage that goes to JHT, by the last law of our own."""
    rates = (LAW.book.parameters[f"jht_pu_{payer}_rate"].steps[-1].value for payer in ("employer", "worker"))
    return sum(int(str(rate)) for rate in rates) / 1_000_000


def _amounts(register: Register, people: People, held: Memberships, of: Ints, kind: Ints, event: Ints) -> Ints:
    """Rupiah of each claim: deaths by law, the others in a likely size."""
    months_paid = np.maximum(month_of(event) - held.begun[of] + 1, 0)
    is_bpu = held.segment[of] == _BPU
    wage = people.wage[of]
    frame = pl.DataFrame(
        {
            "day": dates(event),
            "segment": one_of(["PU", "BPU"], is_bpu.astype(np.int64)),
            "months_paid": months_paid,
            "wage_per_month": pl.Series(wage).set(pl.Series(is_bpu), None),
            "income_per_month": pl.Series(wage).set(pl.Series(~is_bpu), None),
        }
    )
    by_law = LAW.columns(frame, ["jkm_benefit", "jkk_death_benefit"], date="day")
    size = register.draws.unit("size of claim", people.ids[of] * 8 + kind)
    likely = np.select(
        [kind == _ACCIDENT, kind == _OFF_WORK],
        [(400_000 + 18e6 * size**3), wage * (0.3 + 2 * size)],
        wage * _saved_each_month() * months_paid,
    )
    rounded = np.maximum((likely / 100).round().astype(np.int64) * 100, 100_000)
    death, at_work = (by_law[name].fill_null(0).to_numpy() for name in ("jkm_benefit", "jkk_death_benefit"))
    return np.where(kind == _DEATH, death, np.where(kind == _DEATH_AT_WORK, at_work, rounded))


def _limits(as_of: dt.date) -> Ints:
    """Working days in which each kind of claim is to be paid."""
    days = {}
    for programme in PAID_IN_WORKING_DAYS:
        step = LAW.book.parameters[f"{programme.lower()}_payment_days"].on(as_of)
        days[programme] = int(str(step.value)) if step else 7
    return np.array([days[programme] for programme, _ in _KINDS])


# ---- working days on columns

_FIRST, _LAST = dt.date(2015, 1, 1), dt.date(2031, 12, 31)


@cache
def _working() -> tuple[Ints, Ints, int]:
    """The working days as days since 1970, how many lie before each day of the span, and the first day of the span."""
    first = day_number(_FIRST)
    days = range((_LAST - _FIRST).days)
    works = np.array([is_working_day(_FIRST + dt.timedelta(days=n)) for n in days])
    return np.flatnonzero(works) + first, np.cumsum(works), first


def after_working_days(day: Ints, count: Ints) -> Ints:
    """The `count`-th working day after each day, which itself is not counted."""
    working, until, first = _working()
    found: Ints = working[until[day - first] + count - 1]
    return found


def working_days_between(day: Ints, end: int) -> Ints:
    """How many working days lie after each day, up to and with the end."""
    _, until, first = _working()
    between: Ints = until[end - first] - until[np.minimum(day, end) - first]
    return between
