"""Rows of workers as offices list them, and rows of participants as the extract has them, with what is true of each."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import polars as pl

from semesta.basics.places import PlaceList
from semesta.synth.damage import (
    BIRTH_FAULTS,
    KEPT_BY_BPJS,
    NIK_FAULTS,
    Damage,
    birth_faults,
    damaged_births,
    damaged_digits,
)
from semesta.synth.draws import Bools, Ints
from semesta.synth.memberships import FUNDINGS, PROGRAMMES, SEGMENTS, WADAH_KINDS, Memberships, memberships
from semesta.synth.people import OTHER_GROUPS, People, Register
from semesta.synth.texts import Writing, dates, digit_texts, months, nik_texts, number_texts, one_of, place_codes
from semesta.synth.work import works

_STREETS = ("Jl. Melati", "Jl. Kenanga", "Kp. Baru", "Kp. Tengah", "Kp. Sawah", "Lingk. Mawar", "Jl. Anggrek", "Kp. Kaler", "Jl. Pemuda", "Kp. Pasir", "Jl. Masjid", "Kp. Nangka")  # fmt: skip
_PHONE = 860 * 10**8
"""0860 is no prefix of mobile phones: nobody can be rung up."""
_SECOND = 5 * 10**7
"""Added to a person's number for the draws of his second row."""


@dataclass(frozen=True, slots=True)
class Rows:
    """Rows of a table, and the truth of each in the same order."""

    frame: pl.DataFrame
    truth: pl.DataFrame


class Lists:
    """Writes rows of workers and participants by their numbers."""

    def __init__(self, register: Register, damage: Damage, places: PlaceList) -> None:
        self.register, self._places = register, places
        self._draws = register.draws
        self._of_offices, self._of_bpjs = damage, damage.times(KEPT_BY_BPJS)
        self._office_names = Writing(register.names, self._draws, self._of_offices, "office")
        self._bpjs_names = Writing(register.names, self._draws, self._of_bpjs, "bpjs")
        self.groups = [work.group for work in works()] + list(OTHER_GROUPS)

    # ---- workers

    def workers(self, row: Ints) -> tuple[Rows, People, Bools]:
        """The worker rows of these numbers, the people behind them, and whether a row is a person's second one."""
        regency, person, is_second = self.register.of_row(row)
        people = self.register.people(regency, person)
        ids = people.ids + np.where(is_second, _SECOND, 0)
        identity, truth = self._identity(people, ids, self._office_names, self._of_offices, "office")
        group = self._listed_group(people, is_second)
        frame = identity.with_columns(
            pl.Series("id", row + 1).cast(pl.String),
            self._birth_places(people.nik // 10**12).alias("birth_place"),
            self._maybe(number_texts(people.kk, 16), ids, "kk").alias("kk"),
            self._maybe(self._office_names.plain(people.mother), ids, "mother").alias("mother_name"),
            self._maybe(number_texts(_PHONE + self._draws.below("phone", people.ids, 10**8), 12), ids, "phone").alias(
                "phone"
            ),
            self._addresses(people).alias("address"),
            *self._home(people),
            one_of(self.groups, group).alias("group"),
            self._occupations(group, ids).alias("occupation"),
            pl.Series("wage", people.wage),
            one_of([work.sender for work in works()], group).alias("sender"),
            pl.Series("decile", people.decile).cast(pl.String),
            pl.lit(self.register.as_of).alias("as_of"),
        ).select(WORKER_COLUMNS)
        truth = truth.with_columns(frame["id"].alias("worker_id"), pl.Series("is_second_row", is_second))
        return Rows(frame, truth.select(pl.col("worker_id"), pl.exclude("worker_id"))), people, is_second

    def _listed_group(self, people: People, is_second: Bools) -> Ints:
        """The group a list puts people in: on a second list they stand for what they do besides."""
        shares = self.register.plan.groups[people.regency]
        other = (people.group + 1 + self._draws.below("other list", people.ids, len(works()) - 1)) % len(works())
        has_people = shares[np.arange(len(other)), other] > 0
        return np.where(is_second & has_people, other, people.group)

    # ---- participants

    def participants(self, slot: Ints) -> tuple[Rows, People, Memberships]:
        """The participant rows of these numbers, with the people and memberships behind them."""
        regency, person, is_second = self.register.of_slot(slot)
        people = self.register.people(regency, person)
        held = memberships(self.register, people, is_second)
        ids = people.ids + np.where(is_second, _SECOND, 0)
        identity, truth = self._identity(people, ids, self._bpjs_names, self._of_bpjs, "bpjs")
        frame = identity.with_columns(
            pl.Series("id", slot + 1).cast(pl.String),
            pl.Series("kpj", kpj(people.ids, is_second)),
            self._maybe(self._bpjs_names.plain(people.mother), ids, "bpjs mother").alias("mother_name"),
            *self._home(people),
            one_of(self.groups, people.group).alias("group"),
            *self._membership(people, held),
            pl.Series("wage", people.wage),
            pl.lit(self.register.as_of).alias("as_of"),
        ).select(PARTICIPANT_COLUMNS)
        truth = truth.with_columns(
            frame["id"].alias("participant_id"),
            pl.Series("is_second_membership", is_second),
            pl.Series("months_unpaid", held.months_unpaid),
            pl.Series("is_active", held.is_active),
        )
        return Rows(frame, truth.select(pl.col("participant_id"), pl.exclude("participant_id"))), people, held

    def _membership(self, people: People, held: Memberships) -> list[pl.Series]:
        return [
            one_of(SEGMENTS, held.segment).alias("segment"),
            one_of(PROGRAMMES, held.programmes).alias("programmes"),
            one_of(FUNDINGS, held.funding).alias("funding"),
            self._payers(people, held).alias("payer"),
            sponsors(people, held).alias("sponsor"),
            one_of([None, *WADAH_KINDS[1:]], held.wadah_kind).alias("wadah_kind"),
            self._offices(people).alias("office"),
            dates(held.registered).alias("registered_on"),
            months(held.paid).alias("active_until"),
            dates(held.ended, held.ended < 0).alias("ended_on"),
            one_of(["inactive", "active"], held.is_active.astype(np.int64)).alias("status"),
        ]

    def _payers(self, people: People, held: Memberships) -> pl.Series:
        """The government that pays; none for employers and people themselves."""
        own = place_codes(self.register.plan.codes[people.regency])
        province = own.str.slice(0, 2) + ".00"
        kind = pl.Series(held.funding)
        return pl.select(
            pl.when(kind == FUNDINGS.index("apbd.provinsi"))
            .then(province)
            .when(kind <= FUNDINGS.index("dbh_cht"))
            .then(own)
        ).to_series()

    def _offices(self, people: People) -> pl.Series:
        """The branch that serves the regency; some serve two."""
        names = [f"Cabang {self._bare(int(code))}" for code in self.register.plan.codes]
        return one_of(names, people.regency)

    # ---- both

    def plain_names(self, words: list[Ints]) -> pl.Series:
        """Names in capitals as the register has them."""
        return self._office_names.plain(words)

    def _identity(
        self, people: People, ids: Ints, names: Writing, damage: Damage, what: str
    ) -> tuple[pl.DataFrame, pl.DataFrame]:
        """NIK, name, birth date and sex as a list has them, and what is true."""
        draws = self._draws
        fault = draws.among(f"{what}/nik", ids, damage.nik_shares)
        digits = damaged_digits(self._used_nik(people, fault, what), fault, ids, draws, f"{what}/nik")
        born_fault = birth_faults(people.born, draws.among(f"{what}/born", ids, damage.birth_shares))
        born = damaged_births(people.born, born_fault, ids, draws, f"{what}/born")
        written, done = names.written(people.name, ids, people.is_man)
        sex_is_wrong = draws.happens(f"{what}/sex", ids, damage.sex_wrong)
        frame = pl.DataFrame(
            {
                "nik": nik_texts(digits, fault, ids, draws, f"{what}/nik"),
                "name": written,
                "birth_date": dates(born, born_fault == BIRTH_FAULTS.index("missing")),
                "sex": one_of(["P", "L"], (people.is_man ^ sex_is_wrong).astype(np.int64)),
            }
        )
        truth = pl.DataFrame(
            {
                "person_id": people.ids,
                "nik": digit_texts(damaged_digits(people.nik, np.zeros_like(fault), ids, draws, "")),
                "name": names.plain(people.name),
                "birth_date": dates(people.born),
                "sex": one_of(["P", "L"], people.is_man.astype(np.int64)),
                "nik_fault": one_of(NIK_FAULTS, fault),
                "name_variant": done,
                "birth_fault": one_of(BIRTH_FAULTS, born_fault),
                "sex_is_wrong": sex_is_wrong,
            }
        )
        return frame, truth

    def _used_nik(self, people: People, fault: Ints, what: str) -> Ints:
        """The NIK that is used: where it is recycled, that of somebody else of the regency."""
        nik = people.nik.copy()
        here = np.flatnonzero(fault == NIK_FAULTS.index("recycled"))
        if here.size:
            regency, plan = people.regency[here], self.register.plan
            everybody = plan.persons[regency] + plan.outside[regency]
            step = 1 + self._draws.below(f"{what}/recycled", people.ids[here], everybody - 1)
            other = (people.person[here] + step) % everybody
            nik[here] = self.register.core(regency, other)["nik"]
        return nik

    def _maybe(self, texts: pl.Series, ids: Ints, what: str) -> pl.Series:
        """The texts without those that lists leave empty."""
        lacks = self._draws.happens(f"lacks {what}", ids, self._of_offices.field_missing)
        return texts.set(pl.Series(lacks), None)

    def _home(self, people: People) -> list[pl.Series]:
        return [
            place_codes(people.home).alias("place"),
            place_codes(people.village // 10_000).alias("district"),
            place_codes(people.village).alias("village"),
        ]

    def _birth_places(self, regency: Ints) -> pl.Series:
        codes, at = np.unique(regency, return_inverse=True)
        return pl.Series([self._bare(int(code)).upper() for code in codes]).gather(at)

    def _bare(self, regency: int) -> str:
        code = f"{regency // 100}.{regency % 100:02}"
        return self._places.short_name(code).removeprefix("Kab. ") if code in self._places else code

    def _addresses(self, people: People) -> pl.Series:
        frame = pl.DataFrame(
            {
                "street": one_of(_STREETS, people.kk // 7 % len(_STREETS)),
                "rt": number_texts(1 + people.kk % 9, 3),
                "rw": number_texts(1 + people.kk // 10 % 6, 3),
            }
        )
        return frame.select(pl.format("{} RT {}/RW {}", "street", "rt", "rw")).to_series()

    def _occupations(self, group: Ints, ids: Ints) -> pl.Series:
        words = [work.words for work in works()]
        start = np.cumsum([0] + [len(w) for w in words])[:-1]
        size = np.array([len(w) for w in words])
        # The first word is the usual one.
        nth = (self._draws.unit("occupation", ids) ** 2 * size[group]).astype(np.int64)
        return one_of([word for w in words for word in w], start[group] + nth)


def kpj(ids: Ints, is_second: Bools) -> pl.Series:
    """Card numbers of eleven digits that begin with 00, as none in use does."""
    return number_texts((ids // 10**8 % 10**4 * 50_021 + ids % 10**8 * 20 + is_second * 7) % 10**9, 11)


def sponsors(people: People, held: Memberships) -> pl.Series:
    """The number of the account: two letters, the regency and a number; ZZ for employers, none for who pays himself."""
    kind = np.where(held.sponsor == 0, 0, np.where(held.wadah_kind == 0, 4, held.wadah_kind))
    frame = pl.DataFrame(
        {
            "kind": one_of([None, *WADAH_KINDS[1:], "ZZ"], kind),
            "number": number_texts(people.ids // 10**8, 4),
            "n": number_texts(held.sponsor, 4),
        }
    )
    return frame.select(pl.concat_str("kind", "number", "n")).to_series()


WORKER_COLUMNS = ["id", "nik", "name", "birth_place", "birth_date", "sex", "kk", "mother_name", "phone", "address", "place", "district", "village", "group", "occupation", "wage", "sender", "decile", "as_of"]  # fmt: skip
PARTICIPANT_COLUMNS = ["id", "nik", "kpj", "name", "birth_date", "sex", "mother_name", "place", "district", "village", "group", "segment", "programmes", "funding", "payer", "sponsor", "wadah_kind", "office", "wage", "registered_on", "active_until", "ended_on", "status", "as_of"]  # fmt: skip
