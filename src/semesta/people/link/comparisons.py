"""What two rows are compared in, and on which levels they may agree: one declaration for training, scoring and reasons."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from semesta.basics.words import Words

if TYPE_CHECKING:
    from splink import SettingsCreator
    from splink.internals.comparison_creator import ComparisonCreator
    from splink.internals.comparison_level_creator import ComparisonLevelCreator


@dataclass(frozen=True, slots=True)
class Level:
    """One way in which two rows agree or not: a condition over `_l` and `_r` columns, and how a person says it."""

    name: str
    sql: str
    said: Words


@dataclass(frozen=True, slots=True)
class Comparison:
    """Levels from agreement to none; the first that holds counts. `unknown` says when nothing can be compared.

    `columns` must be there on both sides, else the comparison is left out. `frequency` names the column whose rare values tell
    more than its frequent ones, on the level of equality. `tells_apart`: of those that do, one at least must agree in some way, or
    two rows are never one person; of one name, sex and village there are many.
    """

    name: str
    title: Words
    columns: tuple[str, ...]
    unknown: str
    levels: tuple[Level, ...]
    frequency: str | None = None
    tells_apart: bool = False


_NEW_YEAR = "(month(dob_l) = 1 and day(dob_l) = 1)"
# A NIK copied from another row brings that row's birth date along: then it tells nothing anew.
_NIK_AS_BORN = (
    "nik_l is distinct from nik_r and (coalesce(dob_nik_l = dob_r, false) or coalesce(dob_l = dob_nik_r, false))"
)

NIK = Comparison(
    "nik",
    Words("NIK", "NIK"),
    ("nik",),
    "nik_l is null or nik_r is null",
    (
        Level("same", "nik_l = nik_r", Words("sama", "the same")),
        # Birth date and sex stand in the first twelve digits, so what is left to tell is the place and the serial.
        # Digits are compared place by place: an edit distance of every pair took longer than all else together.
        Level(
            "serial",
            "nik12_l = nik12_r and hamming(nik16_l, nik16_r) <= 1",
            Words("beda satu angka pada nomor urut", "one digit differs in the serial"),
        ),
        Level("one", "hamming(nik16_l, nik16_r) <= 1", Words("beda satu angka", "one digit differs")),
        Level(
            "two",
            "hamming(nik16_l, nik16_r) <= 2 or case when length(nik_l) = length(nik_r) then false "
            "else damerau_levenshtein(nik_l, nik_r) <= 1 end",
            Words("beda dua angka, tertukar atau kurang satu", "two digits differ, are swapped, or one is missing"),
        ),
        Level("other", "ELSE", Words("berbeda", "different")),
    ),
    tells_apart=True,
)

NAME = Comparison(
    "name",
    Words("Nama", "Name"),
    ("phs",),
    "phs_l is null or phs_r is null",
    (
        Level("same", "phs_l = phs_r", Words("sama bunyinya", "sounds the same")),
        Level(
            "close",
            "jaro_winkler_similarity(phs_l, phs_r) >= 0.95 or joined_l = joined_r",
            Words("nyaris sama", "nearly the same"),
        ),
        Level(
            "part",
            "starts_with(joined_l, joined_r) or starts_with(joined_r, joined_l)",
            Words(
                "sebagian nama sama, sisanya tidak ditulis atau disingkat",
                "part of the name, the rest left out or short",
            ),
        ),
        Level("alike", "jaro_winkler_similarity(phs_l, phs_r) >= 0.88", Words("mirip", "alike")),
        Level("token", "t_lo_l = t_lo_r or t_hi_l = t_hi_r", Words("satu kata sama", "one word in common")),
        Level("other", "ELSE", Words("berbeda", "different")),
    ),
    frequency="phs",
)

BORN = Comparison(
    "born",
    Words("Tanggal lahir", "Birth date"),
    ("dob",),
    f"(dob_l is null or dob_r is null) and not ({_NIK_AS_BORN})",
    (
        Level("same", f"dob_l = dob_r and not {_NEW_YEAR}", Words("sama", "the same")),
        # Where the day is not known, 1 January is written: it tells the year alone.
        Level("new_year", "dob_l = dob_r", Words("sama, 1 Januari", "the same, 1 January")),
        Level("nik", _NIK_AS_BORN, Words("sesuai NIK pada daftar lain", "as the NIK of the other list says")),
        Level(
            "slip",
            "damerau_levenshtein(dob_text_l, dob_text_r) <= 1 or "
            "(yob_l = yob_r and month(dob_l) = day(dob_r) and day(dob_l) = month(dob_r))",
            Words("beda satu angka, atau hari dan bulan tertukar", "one digit differs, or day and month are swapped"),
        ),
        Level("year", "yob_l = yob_r", Words("tahun sama", "the same year")),
        Level("other", "ELSE", Words("berbeda", "different")),
    ),
    tells_apart=True,
)

SEX = Comparison(
    "sex",
    Words("Jenis kelamin", "Sex"),
    ("sex",),
    "sex_l is null or sex_r is null",
    (Level("same", "sex_l = sex_r", Words("sama", "the same")), Level("other", "ELSE", Words("berbeda", "different"))),
)

HOME = Comparison(
    "home",
    Words("Tempat tinggal", "Home"),
    ("kab",),
    "kab_l is null or kab_r is null",
    (
        Level("village", "desa_l = desa_r", Words("desa/kelurahan sama", "the same village")),
        Level("district", "kec_l = kec_r", Words("kecamatan sama", "the same district")),
        # Two villages differing tell more against a pair than one village that is not written.
        Level(
            "regency_only",
            "kab_l = kab_r and (desa_l is null or desa_r is null)",
            Words("kabupaten/kota sama, desa tidak tercatat", "the same regency, village not known"),
        ),
        Level(
            "regency", "kab_l = kab_r", Words("kabupaten/kota sama, desa berbeda", "the same regency, another village")
        ),
        Level("other", "ELSE", Words("kabupaten/kota berbeda", "another regency")),
    ),
)

COMPARISONS = (NIK, NAME, BORN, SEX, HOME)
COLUMNS = (
    "nik", "nik12", "nik16", "nik_r10", "phs", "joined", "t_lo", "t_hi", "dob", "dob_text", "yob", "dob_nik", "sex", "kab", "kec",
    "desa",
)  # fmt: skip
"""The columns of a cleaned frame that comparisons and candidates use."""


# Serials are given one after the other to those born on one day in one district, twins among them: two whole NIKs that differ in
# the serial alone are a slip of one person only where the name is the same but for a slip of its own, or a part left out. On
# 1 January, written for all whose day is not known, there are so many neighbours that the name must sound the same.
_NAMED_ALIKE = "(starts_with(joined_l, joined_r) or starts_with(joined_r, joined_l) or damerau_levenshtein(joined_l, joined_r) <= 1)"
_NEIGHBOURS = (
    "coalesce(nik12_l = nik12_r and nik_l != nik_r and length(nik_l) = length(nik_r) and phs_l != phs_r "
    f"and ({_NEW_YEAR} or not {_NAMED_ALIKE}), false)"
)


def told_apart(comparisons: Sequence[Comparison]) -> str:
    """SQL over `_l` and `_r` columns: whether a pair agrees in something of which there are not many, and is not two neighbours.

    Empty where nothing tells people apart.
    """
    agree = []
    for each in comparisons:
        if each.tells_apart:
            levels = " or ".join(f"({level.sql})" for level in each.levels if level.sql != "ELSE")
            agree.append(f"(not ({each.unknown}) and ({levels}))")
    if NIK not in comparisons or NAME not in comparisons or not agree:
        return " or ".join(agree)
    return f"({' or '.join(agree)}) and not {_NEIGHBOURS}"


LEAST_FREQUENCY = 1e-6
"""A value met less often than this tells no more than one met so often."""

Numbers = Mapping[str, Mapping[str, tuple[float, float]]]
"""m and u by comparison and level."""


def settings(comparisons: Sequence[Comparison], numbers: Numbers) -> SettingsCreator:
    """Splink's settings for training m of these comparisons; u is fixed."""
    from splink import SettingsCreator

    return SettingsCreator(
        link_type="link_only",
        unique_id_column_name="id",
        probability_two_random_records_match=1e-4,
        comparisons=[_of_splink(each, numbers[each.name]) for each in comparisons],
        blocking_rules_to_generate_predictions=[],
        em_convergence=1e-4,
        max_iterations=30,
        retain_intermediate_calculation_columns=False,
        retain_matching_columns=False,
    )


def _of_splink(comparison: Comparison, numbers: Mapping[str, tuple[float, float]]) -> ComparisonCreator:
    import splink.comparison_level_library as levels
    from splink.comparison_library import CustomComparison

    made: list[ComparisonLevelCreator | dict[str, Any]] = [
        levels.CustomLevel(comparison.unknown, "unknown").configure(is_null_level=True)
    ]
    for level in comparison.levels:
        m, u = numbers[level.name]
        one = levels.ElseLevel() if level.sql == "ELSE" else levels.CustomLevel(level.sql, level.name)
        made.append(
            one.configure(u_probability=u, fix_u_probability=True, label_for_charts=level.name, m_probability=m)
        )
    return CustomComparison(made, comparison.name)
