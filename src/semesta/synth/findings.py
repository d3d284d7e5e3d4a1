"""What was planted to be found: one row for each, with the rows of the lists it stands in."""

from __future__ import annotations

import numpy as np
import polars as pl

from semesta.synth.days import age_on, day_number, month_of
from semesta.synth.draws import Bools, Ints
from semesta.synth.lists import Rows, sponsors
from semesta.synth.memberships import FUNDINGS, MONTHS_TO_LAPSE, Memberships, memberships
from semesta.synth.people import People, Register

SCHEMA = {
    "finding": pl.String,
    "person_id": pl.Int64,
    "worker_id": pl.String,
    "participant_id": pl.String,
    "claim_id": pl.String,
    "sponsor": pl.String,
    "number": pl.Int64,
}

KINDS = {
    "not_registered": "on a list, alive, and no member",
    "two_lists": "a person with two rows of workers; both rows",
    "lives_elsewhere": "lives in another regency than the one that lists him",
    "over_age": "65 or older: on a list on its day and no member (worker_id), or when registered (participant_id)",
    "nik_invalid": "the NIK of the row is no well-formed one",
    "nik_recycled": "the NIK of the row is somebody else's",
    "dead_listed": "died before the day of the list",
    "lapsed": "a membership of a person on lists whom none covers on the day of the data; number: months unpaid",
    "about_to_lapse": "the only cover of a person on lists, in its last month",
    "paid_twice": "a membership that a government pays for, of a person whom another one covers too",
    "dead_still_paid": "paid for after the month of a death that is on the list of deaths; number: months",
    "death_unclaimed": "died while covered, is on the list of deaths, and no claim was filed by the day of the data",
    "paid_not_listed": "a government pays for the cover of a person in nobody's list",
    "not_remitted": "the payer of the account is months behind for all of his; number: months",
    "early_deaths": "a member of the account where many died soon after entry; number: the month of the membership in which he died, null for who lives",
    "claim_late": "paid, or still open, after the working days of the law; number: working days late",
}
"""Every finding by name and what its rows are."""

_ADULT = 65
_LAST_OF_GOVERNMENT = FUNDINGS.index("dbh_cht")
_BPU = 1


def of_workers(register: Register, rows: Rows, people: People, died: Bools, has_two_rows: Bools) -> pl.DataFrame:
    """What was planted in these worker rows."""
    truth = rows.truth
    today = day_number(register.as_of)
    found = {
        "not_registered": ~people.is_member & ~died,
        "two_lists": has_two_rows,
        "lives_elsewhere": people.home != register.plan.codes[people.regency],
        "over_age": ~people.is_member & (age_on(people.born, np.full_like(people.born, today)) >= _ADULT),
        "nik_invalid": ~is_well_formed(rows.frame["nik"]),
        "nik_recycled": (truth["nik_fault"] == "recycled").to_numpy(),
        "dead_listed": died,
    }
    return _labelled(found, person_id=people.ids, worker_id=truth["worker_id"])


def of_participants(register: Register, rows: Rows, people: People, held: Memberships, has_two: Bools) -> pl.DataFrame:
    """What was planted in these memberships."""
    died, alive = held.died, ~held.died.is_dead
    is_outside = people.person >= register.plan.persons[people.regency]
    months_dead = held.paid - month_of(died.day)
    is_public = held.funding <= _LAST_OF_GOVERNMENT
    has_other = _other_covers(register, rows, people, has_two)
    only = alive & ~is_outside & ~has_other
    found = {
        "lapsed": ~held.is_active & only,
        "about_to_lapse": held.is_active & (held.months_unpaid == MONTHS_TO_LAPSE) & (held.segment == _BPU) & only,
        "paid_twice": has_other & held.is_active & is_public,
        "dead_still_paid": died.is_dead & died.is_reported & (months_dead > 0),
        "death_unclaimed": held.was_covered & ~died.is_claimed & died.is_reported,
        "paid_not_listed": is_outside & is_public & held.is_active,
        "not_remitted": held.unremitted & alive,
        "early_deaths": held.is_early,
        "over_age": age_on(people.born, held.registered) >= _ADULT,
        "nik_invalid": ~is_well_formed(rows.frame["nik"]),
        "nik_recycled": (rows.truth["nik_fault"] == "recycled").to_numpy(),
    }
    numbers = {
        "lapsed": held.months_unpaid,
        "dead_still_paid": months_dead,
        "not_remitted": held.months_unpaid,
        "early_deaths": np.where(died.is_dead, month_of(died.day) - held.begun + 1, -1),
    }
    return _labelled(
        found,
        numbers,
        person_id=people.ids,
        participant_id=rows.truth["participant_id"],
        sponsor=sponsors(people, held),
    )


def _other_covers(register: Register, rows: Rows, people: People, has_two: Bools) -> Bools:
    """Whether people are covered by their other membership."""
    some = np.flatnonzero(has_two)
    is_second = rows.truth["is_second_membership"].to_numpy()
    covers = np.zeros(len(has_two), dtype=bool)
    covers[some] = memberships(register, people.some(some), ~is_second[some]).is_active
    return covers


def of_claims(rows: Rows) -> pl.DataFrame:
    """The claims paid late, or open beyond their last day."""
    late = rows.truth.filter(pl.col("working_days_late") > 0)
    frame = late.select(
        finding=pl.lit("claim_late"),
        person_id="person_id",
        claim_id="claim_id",
        number=pl.col("working_days_late").cast(pl.Int64),
    )
    return _complete(frame)


def is_well_formed(niks: pl.Series) -> Bools:
    """Whether a NIK has 16 digits and a birth date in it; missing ones are not called ill-formed."""
    frame = niks.to_frame("nik")
    day = pl.col("nik").str.slice(6, 2).cast(pl.Int64, strict=False) % 40
    month, year = (pl.col("nik").str.slice(at, 2).cast(pl.Int64, strict=False) for at in (8, 10))
    last = (
        pl.when(month.is_in([4, 6, 9, 11]))
        .then(30)
        .when(month == 2)
        .then(28 + (year % 4 == 0).cast(pl.Int64))
        .otherwise(31)
    )
    is_date = (day >= 1) & (day <= last) & month.is_between(1, 12)
    found = pl.col("nik").str.contains(r"^[1-9]\d{15}$") & is_date & (pl.col("nik").str.slice(12) != "0000")
    below_72 = pl.col("nik").str.slice(6, 2).cast(pl.Int64, strict=False) <= 71
    return frame.select((found & below_72).fill_null(pl.col("nik").is_null())).to_series().to_numpy()


def _labelled(
    found: dict[str, Bools], numbers: dict[str, Ints] | None = None, **keys: Ints | pl.Series
) -> pl.DataFrame:
    parts = []
    for finding, here in found.items():
        rows = np.flatnonzero(here)
        columns = {name: pl.Series(values).gather(rows) for name, values in keys.items()}
        number = pl.Series((numbers or {}).get(finding, np.full(len(here), -1))).gather(rows)
        parts.append(
            pl.DataFrame(columns).with_columns(
                finding=pl.lit(finding), number=pl.when(number >= 0).then(number).otherwise(None)
            )
        )
    return _complete(pl.concat(parts))


def _complete(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.select(
        [
            (pl.col(name) if name in frame.columns else pl.lit(None)).cast(kind).alias(name)
            for name, kind in SCHEMA.items()
        ]
    )
