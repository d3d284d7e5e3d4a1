"""Only who people are and whether they are members: lists as large as the nation, with NIKs as numbers and no names.

The people are the same as those of the full lists of the same wish; faults of NIKs are drawn alike, but for those a number cannot show.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
import polars as pl

from semesta.basics.places import PLACES, PlaceList
from semesta.synth.damage import KEPT_BY_BPJS, NIK_FAULTS, OF_LEVEL, Damage, damaged_digits
from semesta.synth.draws import Bools, Ints
from semesta.synth.making import CHUNK, Wish, made_register
from semesta.synth.memberships import FUNDINGS, MONTHS_TO_LAPSE, PROGRAMMES, SEGMENTS, simple_standing
from semesta.synth.people import OTHER_GROUPS, Core, Register
from semesta.synth.texts import dates
from semesta.synth.work import works

_REPLACED = [NIK_FAULTS.index(name) for name in ("missing", "placeholder", "length")]
_CHANGED = [NIK_FAULTS.index(name) for name in ("typo", "swapped_digits", "excel")]
_POWERS = 10 ** np.arange(15, -1, -1, dtype=np.int64)


def made_lean(wish: Wish, *, places: PlaceList = PLACES, chunk: int = CHUNK) -> Iterator[tuple[str, pl.DataFrame]]:
    """The tables "workers" and "participants" in chunks.

    workers: `id nik birth_date sex place group decile person`; participants: `id nik birth_date sex place group segment programmes
    funding status person`. `nik` and `person` (who it truly is) are whole numbers, `nik` null where it is missing or no number
    of 16 digits; places, groups and codes are of few values (Enum).
    """
    register = made_register(wish, places)
    damage = OF_LEVEL[wish.damage]
    enums = _Enums(register)
    for start in range(0, register.plan.rows, chunk):
        yield "workers", _workers(register, enums, damage, _numbers(start, chunk, register.plan.rows))
    for start in range(0, register.plan.slots, chunk):
        slots = _numbers(start, chunk, register.plan.slots)
        yield "participants", _participants(register, enums, damage.times(KEPT_BY_BPJS), slots)


class _Enums:
    """The few values that columns hold, so that numbers become them without looking at a text."""

    def __init__(self, register: Register) -> None:
        self.places = pl.Enum([f"{code // 100}.{code % 100:02}" for code in register.plan.codes])
        self.groups = pl.Enum([work.group for work in works()] + list(OTHER_GROUPS))
        self.sexes, self.statuses = pl.Enum(["P", "L"]), pl.Enum(["inactive", "active"])
        self.segments, self.fundings, self.programmes = pl.Enum(SEGMENTS), pl.Enum(FUNDINGS), pl.Enum(PROGRAMMES)
        self.deciles = pl.Enum([str(decile) for decile in range(1, 11)])


def _numbers(start: int, chunk: int, end: int) -> Ints:
    return np.arange(start, min(start + chunk, end), dtype=np.int64)


def _of(numbers: Ints, enum: pl.Enum) -> pl.Series:
    return pl.Series(numbers.astype(np.uint8 if len(enum.categories) < 256 else np.uint16)).cat.to(enum)


def _workers(register: Register, enums: _Enums, damage: Damage, rows: Ints) -> pl.DataFrame:
    regency, person, is_second = register.of_row(rows)
    core = register.core(regency, person)
    decile = register.draws.below("lean decile", core["ids"], 10)
    return _people(register, enums, damage, core, regency, rows, is_second, "office").with_columns(
        decile=_of(decile, enums.deciles)
    )


def _participants(register: Register, enums: _Enums, damage: Damage, slots: Ints) -> pl.DataFrame:
    regency, person, is_second = register.of_slot(slots)
    core = register.core(regency, person)
    funding, segment, unpaid = simple_standing(register, core["ids"], core["group"], is_second)
    is_active = unpaid <= MONTHS_TO_LAPSE
    return _people(register, enums, damage, core, regency, slots, is_second, "bpjs").with_columns(
        segment=_of(segment, enums.segments),
        programmes=_of(np.where(funding == FUNDINGS.index("pemberi_kerja"), 3, 0), enums.programmes),
        funding=_of(funding, enums.fundings),
        status=_of(is_active.astype(np.int64), enums.statuses),
    )


def _people(
    register: Register,
    enums: _Enums,
    damage: Damage,
    core: Core,
    regency: Ints,
    rows: Ints,
    is_second: Bools,
    what: str,
) -> pl.DataFrame:
    nik, is_missing = _nik(register, damage, core, core["ids"] + is_second * (5 * 10**7), what)
    return pl.DataFrame(
        {
            "id": rows + 1,
            "nik": pl.Series(nik).set(pl.Series(is_missing), None),
            "birth_date": dates(core["born"]),
            "sex": _of(core["is_man"].astype(np.int64), enums.sexes),
            "place": _of(regency, enums.places),
            "group": _of(core["group"], enums.groups),
            "person": core["ids"],
        }
    )


def _nik(register: Register, damage: Damage, core: Core, ids: Ints, what: str) -> tuple[Ints, Bools]:
    """The NIKs as numbers, and which of them are missing."""
    fault = register.draws.among(f"{what}/nik", ids, damage.nik_shares)
    nik: Ints = core["nik"].copy()
    some = np.flatnonzero(np.isin(fault, _CHANGED))
    digits = damaged_digits(nik[some], fault[some], ids[some], register.draws, f"{what}/nik")
    nik[some] = digits.astype(np.int64) @ _POWERS
    return nik, np.isin(fault, _REPLACED)
