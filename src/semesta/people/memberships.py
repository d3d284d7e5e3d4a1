"""Workers beside their memberships: by the link that was made, by what BPJS wrote into our list, or by guarded NIK."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from functools import reduce
from operator import or_
from typing import Any

import narwhals as nw
import polars as pl

from semesta.people.counting import flagged, repeated
from semesta.people.covered import AHEAD, BEGUN, LAST, NOW, PAID, month_number, paid_until, with_state
from semesta.people.packed import HELD, held

PERSON, SEVERAL = "person", "several"
OWN = ("place", "group", "segment", "decile")
"""What the list of workers says of a person."""
BESIDE = ("office", "payer")
"""What a membership says beside its number: names and codes without end."""

GUARDS = ("birth_date", "dob", "phs", "t_lo", "t_hi", "name")
"""Of an equal NIK: one of these has to be equal too, against recycled and placeholder numbers. Some come with cleaning."""

Frames = Mapping[str, Any]


def rows_of_persons(frames: Frames, day: dt.date) -> tuple[Any, tuple[str, ...]] | None:
    """One row per worker and membership, as a narwhals frame, and the codes among its columns; None without people.

    Beside the codes: `person` and `several` (whether the person may stand in several rows); where members are known `held` is
    among the codes. Without a list of workers the members alone are the people.
    """
    if "workers" not in frames:
        return _members_alone(frames, day) if "participants" in frames else None
    workers = _workers(frames)
    if "participants" in frames and _can_be_linked(frames):
        return _linked(workers, _members(frames, day), frames)
    if "bpjs_status" in workers.collect_schema():
        return _as_returned(workers)
    if "payments" in frames and _have_niks(frames, "workers", "payments"):
        return _as_paid(workers, frames, day)
    return _with_codes(workers)


def _can_be_linked(frames: Frames) -> bool:
    return "pairs" in frames or _have_niks(frames, "workers", "participants")


def _have_niks(frames: Frames, *names: str) -> bool:
    return all("nik" in nw.from_native(frames[name]).lazy().collect_schema() for name in names)


def _with_codes(table: Any) -> tuple[Any, tuple[str, ...]]:
    schema = table.collect_schema()
    codes = tuple(name for name in (*OWN, *BESIDE, HELD) if name in schema)
    return table.select(PERSON, SEVERAL, *codes), codes


# ---- workers


def _workers(frames: Frames) -> Any:
    """The workers with `person` and whether it stands in several rows; a row without any key is a person of its own."""
    workers = nw.from_native(frames["workers"]).lazy().drop(PERSON, SEVERAL, strict=False)
    if "clusters" in frames:
        clusters = nw.from_native(frames["clusters"]).lazy()
        person = clusters.select(nw.col("worker_id").alias("id"), nw.col("person_id").alias(PERSON))
        keyed = workers.join(person, on="id", how="left")
    else:
        keyed = workers.with_columns(_nik(workers.collect_schema()).alias(PERSON))
    return flagged(keyed, repeated(keyed, PERSON), PERSON, SEVERAL)


def _nik(schema: Any) -> nw.Expr:
    return nw.col("nik") if "nik" in schema else nw.lit(None, dtype=nw.String)


def _as_returned(workers: Any) -> tuple[Any, tuple[str, ...]]:
    """Our own list with the status that BPJS wrote beside each name: nothing is to be linked.

    Who has no status is not known to be a member, nor not to be one.
    """
    schema = workers.collect_schema()
    status = nw.col("bpjs_status")
    said = nw.when(_is_registered() | status.is_null()).then(held(schema, _is_active(), status.is_null()))
    return _with_codes(workers.with_columns(said.alias(HELD)))


def _as_paid(workers: Any, frames: Frames, day: dt.date) -> tuple[Any, tuple[str, ...]]:
    """Our own list beside a list of payments alone: who was paid for is registered, and active as long as that carries.

    Others may be paid for in a list that is not here, and so may the months after: of them nothing is known.
    """
    paid = paid_until(nw.from_native(frames["payments"]).lazy(), day, "nik")
    together = workers.join(paid, on="nik", how="left")
    schema = together.collect_schema()
    stated = with_state(together, day)
    covered = nw.when(nw.col("active").fill_null(False)).then(nw.lit(True))
    told = stated.with_columns(held(schema, covered, nw.col(LAST).is_null()).alias(HELD))
    return _with_codes(told)


REGISTERED = ("active", "inactive", "registered")
"""What BPJS writes of who is a member; of the last it is not known whether active."""


def _is_registered() -> nw.Expr:
    return nw.col("bpjs_status").is_in(list(REGISTERED)).fill_null(False)


def said_to_be_registered() -> pl.Expr:
    """The same of workers whose people are at home."""
    return pl.col("bpjs_status").is_in(list(REGISTERED)).fill_null(False)


def _is_active() -> nw.Expr:
    """Whether BPJS says so; null where it only says that the person is registered."""
    return nw.when(nw.col("bpjs_status") != "registered").then(nw.col("bpjs_status") == "active")


# ---- members


def _members(frames: Frames, day: dt.date) -> Any:
    """The memberships with `held_by` (who), whether that person has several, and what each says in `held`."""
    members = nw.from_native(frames["participants"]).lazy()
    schema = members.collect_schema()
    members = members.drop("held_by", "several_held", PERSON, strict=False).with_columns(_holder(frames, schema))
    members = _with_payments(members, frames, day)
    has_history = bool({"status", "active_until"} & set(schema))
    stated = with_state(members, day, payments_known="payments" in frames and not has_history)
    told = stated.with_columns(held(schema, nw.col("active")).alias(HELD))
    return flagged(told, repeated(told, "held_by"), "held_by", "several_held")


def _holder(frames: Frames, schema: Any) -> nw.Expr:
    """Whose membership it is: a NIK, and where pairs name rows without one, what tells the row apart from others."""
    if "pairs" not in frames:
        return _nik(schema).alias("held_by")
    own_row = nw.concat_str(nw.lit("#"), nw.col("id").cast(nw.String))
    return nw.coalesce(_nik(schema).cast(nw.String), own_row).alias("held_by")


PAYMENT_KEYS = (("participant_id", "id"), ("kpj", "kpj"), ("nik", "nik"))
"""By what a payment finds its membership, the surest first, and what that is called among the participants."""


def _with_payments(members: Any, frames: Frames, day: dt.date) -> Any:
    """The members with what was paid for them, by payments and by the last month that the extract says."""
    schema = members.collect_schema()
    keyed = _payments_by_key(frames, schema, day)
    for n, (paid, own) in enumerate(keyed):
        members = members.join(paid.rename({name: f"{name}_{n}" for name in PAID}), on=own, how="left")

    def of_keys(name: str) -> list[nw.Expr]:
        return [nw.col(f"{name}_{n}") for n in range(len(keyed))]

    found = {name: _greatest(of_keys(name)) for name in (LAST, NOW) if keyed}
    found |= {name: nw.coalesce(*of_keys(name)) for name in (BEGUN, AHEAD) if keyed}
    if "active_until" in schema:
        told = month_number("active_until", schema["active_until"])
        # Who is said to be paid for beyond the payments given has paid what is not among them: they tell no lapse.
        if keyed:
            found[AHEAD] = nw.when(~(told > found[LAST]).fill_null(False)).then(found[AHEAD])
        found[LAST] = _greatest([told, *of_keys(LAST)])
    return members.with_columns(**found) if found else members


def _payments_by_key(frames: Frames, schema: Any, day: dt.date) -> list[tuple[Any, str]]:
    """The payments added up by each of the keys, a payment by the surest that it has."""
    if "payments" not in frames:
        return []
    payments = nw.from_native(frames["payments"]).lazy()
    held = payments.collect_schema()
    found = []
    for key, own in PAYMENT_KEYS:
        if key in held and own in schema:
            of_key = paid_until(payments, day, key)
            found.append((of_key if key == own else of_key.rename({key: own}), own))
            payments = payments.filter(nw.col(key).is_null())
    return found


def _greatest(months: list[nw.Expr]) -> nw.Expr:
    found = months[0]
    for month in months[1:]:
        found = nw.when((month > found) | found.is_null()).then(month).otherwise(found)
    return found


def _members_alone(frames: Frames, day: dt.date) -> tuple[Any, tuple[str, ...]]:
    members = _members(frames, day)
    return _with_codes(members.rename({"held_by": PERSON, "several_held": SEVERAL}))


# ---- workers and members together


def _linked(workers: Any, members: Any, frames: Frames) -> tuple[Any, tuple[str, ...]]:
    """Each worker with each membership of the participant linked with him."""
    codes = [name for name in BESIDE if name in members.collect_schema()]
    linked = "pairs" in frames
    together = _by_pairs(workers, members, frames, codes) if linked else _by_nik(workers, members, codes)
    several = nw.col(SEVERAL) | nw.col("several_held").fill_null(False)
    together = together.with_columns(several.alias(SEVERAL))
    if "bpjs_status" in together.collect_schema():
        together = together.with_columns(_filled_from_status().alias(HELD))
    return _with_codes(together)


def _own_columns(workers: Any, *more: str) -> Any:
    """The workers without what only a membership can say."""
    schema = workers.collect_schema()
    kept = [name for name in ("id", "nik", PERSON, SEVERAL, *OWN, "bpjs_status", *more) if name in schema]
    return workers.select(*dict.fromkeys(kept))


def _by_pairs(workers: Any, members: Any, frames: Frames, codes: list[str]) -> Any:
    pairs = nw.from_native(frames["pairs"]).lazy()
    who = members.select("id", "held_by").group_by("id").agg(nw.col("held_by").min())
    linked = pairs.select(nw.col("worker_id").alias("id"), nw.col("participant_id"))
    linked = linked.join(who.rename({"id": "participant_id"}), on="participant_id", how="inner").select("id", "held_by")
    memberships = members.select("held_by", "several_held", *codes, HELD)
    return _own_columns(workers).join(linked, on="id", how="left").join(memberships, on="held_by", how="left")


def _by_nik(workers: Any, members: Any, codes: list[str]) -> Any:
    """The deterministic stage alone: equal NIK, and something else equal where both sides have anything else."""
    own, other = set(workers.collect_schema()), set(members.collect_schema())
    guards = [name for name in GUARDS if name in own and name in other]
    renamed = [nw.col(name).alias(f"their_{name}") for name in guards]
    memberships = members.select("nik", "several_held", *codes, HELD, *renamed)
    together = _own_columns(workers, *guards).join(memberships.filter(~nw.col("nik").is_null()), on="nik", how="left")
    if not guards:
        return together
    same = reduce(or_, [(nw.col(name) == nw.col(f"their_{name}")).fill_null(False) for name in guards])
    guarded = [nw.when(same).then(nw.col(name)).alias(name) for name in (*codes, HELD)]
    return together.with_columns(*guarded)


def _filled_from_status() -> nw.Expr:
    """Who was not found in the extract but was returned by BPJS as registered is so: an extract by office does not hold all."""
    returned = nw.col(HELD).is_null() & _is_registered()
    return nw.when(returned).then(held((), _is_active())).otherwise(nw.col(HELD))
