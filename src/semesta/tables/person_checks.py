"""What must hold in the rows of tables of people: the NIK by itself, against the other columns, ages, places, days.

All are asked of whole columns at once. What tells a NIK apart from a valid one is said for single values in `semesta.basics.nik`;
a property test holds the two to each other.
"""

from __future__ import annotations

import polars as pl

from semesta.basics.problem import Fault, Severity
from semesta.basics.words import Words
from semesta.tables import causes, person_types
from semesta.tables.causes import fault
from semesta.tables.table import Asked, ColumnsCheck

OLDEST_AT_REGISTRATION = 65
YOUNGEST_WORKER = 15
_SEGMENT_OF = {"rentan": "BPU", "bpu_lain": "BPU", "pu": "PU", "asn": "PU", "jakon": "JAKON", "pmi": "PMI"}
"""Of the groups that tell it, by where they begin; workers of governments without being civil servants may be either."""

_nik = pl.col("nik")
# Digits are taken apart as numbers, which is many times faster than cutting texts; what is not 16 digits long is null.
_number = pl.when(_nik.str.len_bytes() == 16).then(_nik.cast(pl.Int64, strict=False))
_day_written = _number // 10**8 % 100
_day = pl.when(_day_written > 40).then(_day_written - 40).otherwise(_day_written)
_month = _number // 10**6 % 100
_short_year = _number // 10**4 % 100
_sex_written = pl.when(_day_written > 40).then(pl.lit("P")).otherwise(pl.lit("L"))


def _has_birth_date() -> pl.Expr:
    """Whether day and month are those of some year that ends in those two digits; null for what is not 16 digits."""
    most = pl.when(_month.is_in([4, 6, 9, 11])).then(30).when(_month == 2).then(28).otherwise(31)
    is_leap_day = (_month == 2) & (_day == 29) & (_short_year % 4 == 0)
    return ((_day >= 1) & (_day <= most) & _month.is_between(1, 12)) | is_leap_day


def _no_birth_date(asked: Asked) -> pl.Expr:
    return ~_has_birth_date()


def _serial_zero(asked: Asked) -> pl.Expr:
    return _has_birth_date() & (_number % 10_000 == 0)


def _unknown_place(asked: Asked) -> pl.Expr:
    return ~(_number // 10**12).is_in([int(code) for code in sorted(asked.regencies)])


def _other_birth_date(asked: Asked) -> pl.Expr:
    """The century is left out: the NIK does not know it."""
    born = pl.col("birth_date")
    same = (born.dt.day() == _day) & (born.dt.month() == _month) & (born.dt.year() % 100 == _short_year)
    return _has_birth_date() & ~same


def _other_sex(asked: Asked) -> pl.Expr:
    return _has_birth_date() & (pl.col("sex") != _sex_written)


def _missing(asked: Asked) -> pl.Expr:
    return _nik.is_null()


def _in_order(day: pl.Expr) -> pl.Expr:
    """A day as a number that grows with it, 20241121, to which years are added by ten thousands."""
    return day.dt.year() * 10_000 + day.dt.month().cast(pl.Int32) * 100 + day.dt.day()


def _birthday(years: int) -> pl.Expr:
    """The day on which somebody becomes that old, in order; of people born on 29 February in some years the day after."""
    return _in_order(pl.col("birth_date")) + years * 10_000


def _too_old(day: str) -> tuple[ColumnsCheck, ColumnsCheck]:
    """The limit of own-account workers: an error for them, a warning where nothing tells whether somebody is one."""

    def is_old(asked: Asked) -> pl.Expr:
        registered = pl.coalesce(pl.col(day), pl.lit(asked.today)) if day == "as_of" else pl.col(day)
        return _birthday(OLDEST_AT_REGISTRATION) <= _in_order(registered)

    first = pl.col("group").str.extract(r"^(\w+)")
    segment = pl.coalesce("segment", first.replace_strict(_SEGMENT_OF, default=None, return_dtype=pl.String))
    return (
        ColumnsCheck(("birth_date",), lambda asked: is_old(asked) & (segment == "BPU"), OVER_AGE),
        ColumnsCheck(("birth_date",), lambda asked: is_old(asked) & segment.is_null(), OVER_AGE_IF_BPU),
    )


def _too_young(asked: Asked) -> pl.Expr:
    return _birthday(YOUNGEST_WORKER) > _in_order(pl.lit(asked.today))


def _elsewhere(asked: Asked) -> pl.Expr:
    """Places neither within nor above the place that the reading is about."""
    if not asked.place or asked.place == "ID":
        return pl.lit(False)
    place = pl.col("place")
    within = (place == asked.place) | place.str.starts_with(f"{asked.place}.")
    # A provincial government, 36.00, is where its province is.
    return ~within & ~pl.lit(asked.place).str.starts_with(place.str.strip_suffix(".00") + ".")


def not_before(later: str, earlier: str, said: Words) -> ColumnsCheck:
    """A day that does not lie before another: a warning, since either may be mistyped."""
    fix = Words(
        "Periksa kedua tanggal, juga urutan tanggal dan bulannya.", "Check both dates, and the order of day and month."
    )
    return ColumnsCheck(
        (later, earlier),
        lambda asked: pl.col(later) < pl.col(earlier),
        _fault(f"{later}_before_{earlier}", Words("urutan tanggal terbalik", "dates in the wrong order"), said, fix, "warning"),
    )  # fmt: skip


def _fault(cause: str, title: Words, expected: Words, fix: Words, severity: Severity) -> Fault:
    return Fault(cause, expected, fix, severity, title)


OVER_AGE = _fault(
    "age.over",
    Words("usia sudah 65 tahun saat didaftarkan", "already 65 when registered"),
    Words("usia di bawah 65 tahun", "below 65 years of age"),
    Words("BPU hanya dapat didaftarkan sebelum berusia 65 tahun. Cocokkan tanggal lahir dengan KTP.", "Own-account workers can be registered before they are 65. Compare the birth date with the KTP."),
    "error",
)  # fmt: skip
OVER_AGE_IF_BPU = _fault(
    "age.over_if_bpu",
    Words("usia sudah 65 tahun saat didaftarkan, segmen tidak disebut", "already 65 when registered, segment not given"),
    Words("usia di bawah 65 tahun bila BPU", "below 65 years of age if an own-account worker"),
    Words("Batas usia ini hanya bagi BPU. Cocokkan tanggal lahir dengan KTP, dan isi segmennya (PU atau BPU).", "The limit is for own-account workers (BPU) alone. Compare the birth date with the KTP, and fill in the segment (PU or BPU)."),
    "warning",
)  # fmt: skip
UNDER_AGE = _fault(
    "age.under",
    Words("usia di bawah 15 tahun", "younger than 15"),
    Words("usia 15 tahun ke atas", "15 years of age or more"),
    Words("Cocokkan tanggal lahir dengan KTP; anak di bawah 15 tahun bukan pekerja.", "Compare the birth date with the KTP; children below 15 are no workers."),
    "warning",
)  # fmt: skip
ELSEWHERE = _fault(
    "place.elsewhere",
    Words("tinggal di luar wilayah daftar ini", "lives outside the place of this list"),
    Words("wilayah daftar ini", "the place of this list"),
    Words("Periksa domisilinya; yang tinggal di daerah lain biasanya ditanggung daerah itu.", "Check the residence; who lives elsewhere is usually that region's to cover."),
    "warning",
)  # fmt: skip

_NIK = person_types.NIK.expected
NIK_STRUCTURE = (
    ColumnsCheck(("nik",), _no_birth_date, fault(causes.NIK_BIRTH_DATE, _NIK)),
    ColumnsCheck(("nik",), _serial_zero, fault(causes.NIK_SERIAL, _NIK)),
    ColumnsCheck(("nik",), _unknown_place, fault(causes.NIK_PLACE, _NIK)),
)
NIK_AGREES = (
    ColumnsCheck(
        ("birth_date", "nik"),
        _other_birth_date,
        fault(causes.NIK_AGAINST_BIRTH_DATE, Words("tanggal lahir seperti di NIK", "the birth date of the NIK")),
    ),
    ColumnsCheck(
        ("sex", "nik"),
        _other_sex,
        fault(causes.NIK_AGAINST_SEX, Words("jenis kelamin seperti di NIK", "the sex of the NIK")),
    ),
)
NIK_THERE = (ColumnsCheck(("nik",), _missing, fault(causes.NIK_MISSING, _NIK)),)
LIVES_HERE = (ColumnsCheck(("place",), _elsewhere, ELSEWHERE),)
AGES_OF_WORKERS = (*_too_old("as_of"), ColumnsCheck(("birth_date",), _too_young, UNDER_AGE))
AGE_WHEN_REGISTERED = _too_old("registered_on")
