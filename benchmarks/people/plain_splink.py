"""What the linking is measured against: Splink with every row, all candidates and the textbook's training, at its best threshold."""

from __future__ import annotations

import duckdb
import polars as pl
import splink.comparison_level_library as levels
import splink.comparison_library as comparisons
from splink import DuckDBAPI, Linker, SettingsCreator

from semesta.people.clean import cleaned

CANDIDATES = [
    "l.nik = r.nik",
    "l.nik12 = r.nik12",
    "l.nik_r10 = r.nik_r10",
    "l.dob = r.dob and l.t_lo = r.t_lo",
    "l.dob = r.dob and l.t_hi = r.t_hi",
    "l.dob = r.dob and l.kec = r.kec",
    "l.phs = r.phs and l.kab = r.kab and l.yob = r.yob",
    "l.phs = r.phs and l.desa = r.desa",
]
TRAINING = ["l.dob = r.dob and l.t_lo = r.t_lo", "l.desa = r.desa and l.sex = r.sex"]
LEAST_WEIGHT = -5


def _comparison(name: str, unknown: str, *made: object) -> object:
    null = levels.CustomLevel(unknown, "unknown").configure(is_null_level=True)
    return comparisons.CustomComparison([null, *made, levels.ElseLevel()], name)


def _fixed(sql: str, label: str, u: float) -> object:
    return levels.CustomLevel(sql, label).configure(u_probability=u, fix_u_probability=True)


NIK = _comparison(
    "nik",
    "nik_l is null or nik_r is null",
    levels.ExactMatchLevel("nik").configure(u_probability=1e-7, fix_u_probability=True),
    _fixed("nik12_l is distinct from nik12_r and damerau_levenshtein(nik_l, nik_r) <= 2", "place or birth", 2e-4),
    _fixed("nik12_l = nik12_r and damerau_levenshtein(right(nik_l, 4), right(nik_r, 4)) <= 1", "serial", 6e-3),
)
NAME = _comparison(
    "phs",
    "phs_l is null or phs_r is null",
    levels.ExactMatchLevel("phs", term_frequency_adjustments=True),
    levels.CustomLevel("jaro_winkler_similarity(phs_l, phs_r) >= .95", "very similar"),
    levels.CustomLevel("jaro_winkler_similarity(phs_l, phs_r) >= .88 or joined_l = joined_r", "similar"),
    levels.CustomLevel("t_lo_l = t_lo_r or t_hi_l = t_hi_r", "a word in common"),
)
BORN = _comparison(
    "dob",
    "(dob_l is null or dob_r is null) and not coalesce(dob_nik_l = dob_r or dob_l = dob_nik_r, false)",
    levels.ExactMatchLevel("dob"),
    levels.CustomLevel("dob_nik_l = dob_r or dob_l = dob_nik_r", "as the other's NIK says"),
    levels.CustomLevel(
        "damerau_levenshtein(dob_text_l, dob_text_r) <= 1 "
        "or (yob_l = yob_r and month(dob_l) = day(dob_r) and day(dob_l) = month(dob_r))",
        "one edit, or swapped",
    ),
    levels.CustomLevel("yob_l = yob_r", "same year"),
)
HOME = _comparison(
    "desa",
    "(desa_l is null or desa_r is null) and (kab_l is null or kab_r is null)",
    levels.CustomLevel("desa_l = desa_r", "same village"),
    levels.CustomLevel("kec_l = kec_r", "same district"),
    levels.CustomLevel("kab_l = kab_r", "same regency"),
)


def weighed(workers: pl.DataFrame, participants: pl.DataFrame) -> pl.DataFrame:
    """worker_id, participant_id, weight: the best pair of each worker, best first."""
    ready = [cleaned(workers).to_arrow(), cleaned(participants).to_arrow()]
    api = DuckDBAPI(duckdb.connect())
    tables = [api.register(table, dataset_display_name=name) for table, name in zip(ready, "ab", strict=True)]
    wanted = SettingsCreator(
        link_type="link_only",
        unique_id_column_name="id",
        probability_two_random_records_match=0.3 / participants.height,
        comparisons=[NIK, NAME, BORN, comparisons.ExactMatch("sex"), HOME],
        blocking_rules_to_generate_predictions=CANDIDATES,
    )
    linker = Linker(tables, wanted, log_level=None)
    linker.training.estimate_u_using_random_sampling(max_pairs=1e6 + 1, seed=1)
    for rule in TRAINING:
        linker.training.estimate_parameters_using_expectation_maximisation(rule, max_pairs=2e6)
    found = pl.from_arrow(linker.inference.predict(threshold_match_weight=LEAST_WEIGHT).as_pyarrow_table())
    assert isinstance(found, pl.DataFrame)
    pairs = found.select(worker_id="id_l", participant_id="id_r", weight="match_weight")
    return pairs.sort("weight", descending=True).unique("worker_id", keep="first", maintain_order=True)
