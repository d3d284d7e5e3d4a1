"""The lists of a round, linked, as findings look at them: each row with its member, each membership with its state."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

import narwhals as nw
import polars as pl

from semesta.basics.places import PLACES, PlaceList
from semesta.law.law import LAW, Law
from semesta.people.covered import AHEAD, LAST, paid_until, with_state
from semesta.people.members import same_person

MEMBER = "member"
"""Who a membership is of: one person with two sponsors is one member, named by the id of the first of the rows."""

KEYS = ("participant_id", "kpj", "nik")
"""By which payments and claims name a participant, the surest first."""


@dataclass(frozen=True)
class People:
    """What is known of the people of a place on a day.

    frames: the tables of the round by name; tables of people have an `id` that is unique in the table.
    pairs: by table (workers, deaths), its rows found among the participants: `id`, `participant_id`, `probability`, `stage`.
    persons: rows of workers and the person each is of: `id`, `person_id`.
    likely: for workers that were not found, the participant each might yet be: `id`, `participant_id`, `probability`.
    """

    frames: Mapping[str, pl.DataFrame]
    place: str
    day: dt.date
    pairs: Mapping[str, pl.DataFrame] = field(default_factory=dict)
    persons: pl.DataFrame | None = None
    likely: pl.DataFrame | None = None
    places: PlaceList = PLACES
    law: Law = LAW

    def has(self, table: str) -> bool:
        """Whether rows of the table were given."""
        return table in self.frames and self.frames[table].height > 0

    @cached_property
    def has_status(self) -> bool:
        """Whether our list came back with what BPJS says of each."""
        return self.has("workers") and self.frames["workers"]["bpjs_status"].null_count() < len(self.frames["workers"])

    # ---- each row with its member

    @cached_property
    def participants(self) -> pl.DataFrame:
        """Memberships with `member`, what was paid (`begun`, `last_month`) and the `state` on the day."""
        rows = self.frames["participants"].with_columns(same_person(self.frames["participants"]).alias(MEMBER))
        said = _month_of("active_until")
        if not self.has("payments"):
            return self.stated(rows.with_columns(said.alias(LAST)), self.day)
        paid = paid_until(nw.from_native(self.payments), self.day, "participant_id").to_native()
        rows = rows.join(paid, left_on="id", right_on="participant_id", how="left", maintain_order="left")
        # Who is said to be paid for beyond the payments given has paid what is not among them: they tell no lapse.
        ahead = pl.when(~(said > pl.col(LAST)).fill_null(False)).then(AHEAD).alias(AHEAD)
        return self.stated(rows.with_columns(pl.max_horizontal(LAST, said), ahead), self.day)

    @cached_property
    def ours(self) -> pl.DataFrame:
        """Memberships of who lives in the place or is paid for by its government: an extract by branch holds others too."""
        homes, payers = (set(self.participants[column].drop_nulls()) for column in ("place", "payer"))
        away = [code for code in homes if self.places.is_apart(code, self.place)]
        ours = [code for code in payers if self.places.is_within(code, self.place)]
        lives_away = pl.col("place").is_in(away).fill_null(False)
        return self.participants.filter(~lives_away | pl.col("payer").is_in(ours).fill_null(False))

    def stated(self, memberships: pl.DataFrame, day: dt.date | str) -> pl.DataFrame:
        """Memberships with their state on a day, or on the day in a column of theirs."""
        found: pl.DataFrame = with_state(
            nw.from_native(memberships), day, payments_known=self._payments_tell_all, law=self.law
        ).to_native()
        return found

    @cached_property
    def _payments_tell_all(self) -> bool:
        """Whether who has no payment has never paid: not where the extract itself says what was paid."""
        extract = self.frames["participants"]
        says = any(extract[column].null_count() < extract.height for column in ("status", "active_until"))
        return self.has("payments") and not says

    @cached_property
    def payments(self) -> pl.DataFrame:
        """Payments with the `participant_id` they name, by whichever key; without months that are said to be unpaid."""
        rows = self.frames["payments"]
        paid = rows.filter(pl.col("amount").is_null() | (pl.col("amount") > 0)) if "amount" in rows.columns else rows
        return self._named(paid)

    @cached_property
    def claims(self) -> pl.DataFrame:
        """Claims with the `participant_id` they name and its `member`."""
        return self._with_member(self._named(self.frames["claim_cases"]))

    @cached_property
    def workers(self) -> pl.DataFrame:
        """Workers with `person_id`, and `participant_id` and `member` where they were found among the participants."""
        rows = self._linked("workers")
        if self.persons is None:
            return rows.with_columns(same_person(rows).alias("person_id"))
        return rows.join(self.persons.select("id", "person_id"), on="id", how="left", maintain_order="left")

    @cached_property
    def deaths(self) -> pl.DataFrame:
        """Deaths with `participant_id` and `member` where they were found among the participants."""
        return self._linked("deaths")

    def _linked(self, table: str) -> pl.DataFrame:
        rows, pairs = self.frames[table], self.pairs.get(table)
        if pairs is None:
            return rows.with_columns(participant_id=pl.lit(None, pl.String), member=pl.lit(None, pl.String))
        found = pairs.select("id", "participant_id", "probability", "stage")
        return self._with_member(rows.join(found, on="id", how="left", maintain_order="left"))

    def _with_member(self, rows: pl.DataFrame) -> pl.DataFrame:
        members = self.participants.select(pl.col("id").alias("participant_id"), MEMBER)
        return rows.join(members, on="participant_id", how="left", maintain_order="left")

    def _named(self, rows: pl.DataFrame) -> pl.DataFrame:
        """The rows with `participant_id` from the first of the keys that names a single participant."""
        known = self.frames["participants"]
        columns = []
        for key in KEYS:
            own = "id" if key == "participant_id" else key
            if key not in rows.columns or own not in known.columns:
                continue
            one = known.filter(pl.col(own).is_not_null() & pl.col(own).is_unique())
            columns.append(pl.col(key).replace_strict(one[own], one["id"], default=None, return_dtype=pl.String))
        return rows.with_columns(participant_id=pl.coalesce(columns) if columns else pl.lit(None, pl.String))

    @cached_property
    def dead(self) -> frozenset[str]:
        """Members whose death is known."""
        found = self.deaths[MEMBER].drop_nulls() if self.has("deaths") and self.has("participants") else ()
        return frozenset(found)

    # ---- members, each once

    @cached_property
    def state_of_member(self) -> pl.DataFrame:
        """Each member once with the best state of all memberships: covered by one is covered."""
        rank = pl.col("state").replace_strict({"active": 0, "about_to_lapse": 1, "lapsed": 2, "never": 3}, default=9)
        return self.participants.sort(rank, maintain_order=True).unique(MEMBER, keep="first", maintain_order=True)


def _month_of(column: str) -> pl.Expr:
    """Year × 12 + month of a column of months written "2024-07"."""
    year, month = (pl.col(column).str.slice(*at).cast(pl.Int64) for at in ((0, 4), (5, 2)))
    return year * 12 + month
