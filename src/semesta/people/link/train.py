"""A model from the two lists themselves: u from pairs of strangers, m by expectation maximisation on two rules and more."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from semesta.basics.words import Words
from semesta.people.link.comparisons import BORN, NIK, Comparison, settings
from semesta.people.link.connection import number_of
from semesta.people.link.faults import LinkError
from semesta.people.link.model import Model, default_model

if TYPE_CHECKING:
    import duckdb

# Rules under which most pairs are one person, so that few suffice and none can be mistaken. Each trains what it does not use.
RULES = (
    (("nik",), "l.nik = r.nik"),
    (("dob", "phs"), "l.dob = r.dob and l.phs = r.phs"),
    (("dob", "desa"), "l.dob = r.dob and l.desa = r.desa"),
    (("phs", "kab"), "l.phs = r.phs and l.kab = r.kab"),
    (("dob", "t_lo"), "l.dob = r.dob and l.t_lo = r.t_lo"),
)
ROWS = 30_000
"""So many rows of each list train a rule; whole blocks are taken, chosen by what they hold, not by where they stand."""
STRANGERS = 600
"""So many rows of each list are compared all with all to see how often strangers agree."""
FEWEST = 100
"""With fewer pairs of plainly one person than this under a rule, a comparison is not trained by it."""
_PLAINLY_ONE = "l.nik = r.nik or (l.dob = r.dob and l.phs = r.phs)"
_TRUST = 0.995
# Birth dates are learnt from pairs of one NIK, where that NIK tells nothing of them; what a NIK of another pair tells is reckoned
# from how often dates are wrong or missing and a NIK is there to put them right: about every second time.
_BORN_ALONE = replace(BORN, unknown="dob_l is null or dob_r is null",
                      levels=tuple(level for level in BORN.levels if level.name != "nik"))  # fmt: skip
_NIK_TELLS = 0.5
_LEAST_U = 1e-7


def trained(con: duckdb.DuckDBPyConnection, comparisons: Sequence[Comparison], *, told: str) -> Model | None:
    """A model of the tables `workers` and `participants`; None when they are too small to train anything.

    Raises:
        LinkError: large enough, but some comparison stays untrained.
    """
    start = default_model()
    _choose_strangers(con)
    u = {each.name: _strangers(con, each, start) for each in comparisons}
    with_u = {
        each.name: {
            level.name: (start.numbers[each.name][level.name][0], u[each.name][level.name]) for level in each.levels
        }
        for each in comparisons
    }
    learners = tuple(_BORN_ALONE if each is BORN else each for each in comparisons)
    m: dict[str, Mapping[str, float]] = {}
    for columns, rule in RULES:
        waiting = [each for each in learners if each.name not in m and not _uses(each, columns)]
        if waiting and _is_there(con, columns):
            m |= _by_rule(con, learners, with_u, columns, rule, {each.name for each in waiting})
    untrained = [each for each in learners if each.name not in m]
    if not m or (untrained and _is_small(con)):
        return None
    if untrained:
        raise _untrained(untrained)
    if BORN in comparisons:
        m[BORN.name] = _with_nik(con, m[BORN.name])
    numbers = {
        each.name: {
            level.name: (
                _mixed(m[each.name].get(level.name), start.numbers[each.name][level.name][0]),
                u[each.name][level.name],
            )
            for level in each.levels
        }
        for each in comparisons
    }
    return Model(numbers, told, start.found).rounded()


def _with_nik(con: duckdb.DuckDBPyConnection, alone: Mapping[str, float]) -> dict[str, float]:
    """m of birth dates that a NIK may tell, from those learnt without."""
    missing = con.execute("""
        select coalesce(avg((dob is null and dob_nik is not null)::int), 0)
        from (select dob, dob_nik from workers union all select dob, dob_nik from participants)""").fetchall()[0][0]
    wrong = sum(share for name, share in alone.items() if name not in ("same", "new_year"))
    told = min(_NIK_TELLS * wrong + 2 * missing, 0.5)
    return {name: share * (1 if name in ("same", "new_year") else _NIK_TELLS) for name, share in alone.items()} | {
        "nik": told
    }


def _mixed(m: float | None, usual: float) -> float:
    """A trained share with a little of the usual one, so that a level never met is rare, not impossible."""
    return usual if m is None else _TRUST * m + (1 - _TRUST) * usual


def _untrained(comparisons: Sequence[Comparison]) -> LinkError:
    ids = ", ".join(each.title.id for each in comparisons)
    ens = ", ".join(each.title.en for each in comparisons)
    return LinkError(
        Words(
            f"model tidak terlatih untuk: {ids}; periksa isi kolom itu, atau pakai --model bawaan",
            f"the model is untrained for: {ens}; check what these columns hold, or use --model bawaan",
        )
    )


def _uses(comparison: Comparison, columns: Sequence[str]) -> bool:
    return not _columns_of(comparison).isdisjoint(columns)


def _is_there(con: duckdb.DuckDBPyConnection, columns: Sequence[str]) -> bool:
    known = " and ".join(f"{column} is not null" for column in columns)
    counted = [number_of(con, f"{table} where {known}") for table in ("workers", "participants")]
    return min(counted) > 0


def _is_small(con: duckdb.DuckDBPyConnection) -> bool:
    rows = [number_of(con, table) for table in ("workers", "participants")]
    return min(rows) < ROWS // 10


# ---- m


def _by_rule(
    con: duckdb.DuckDBPyConnection,
    comparisons: tuple[Comparison, ...],
    with_u: Mapping[str, Mapping[str, tuple[float, float]]],
    columns: Sequence[str],
    rule: str,
    wanted: set[str],
) -> dict[str, Mapping[str, float]]:
    """m of the comparisons wanted, as pairs under one rule teach it; nothing when there are too few pairs."""
    from splink import DuckDBAPI, Linker

    _choose_rows(con, columns)
    taught = [each.name for each in comparisons if each.name in wanted and _known_pairs(con, each, rule) >= FEWEST]
    if not taught:
        return {}
    api = DuckDBAPI(con)
    tables = [api.register(f"chosen_{name}", dataset_display_name=name) for name in ("workers", "participants")]
    linker = Linker(tables, settings(comparisons, with_u), log_level=None, validate_settings=False)
    linker.training.estimate_parameters_using_expectation_maximisation(rule, estimate_without_term_frequencies=True)
    learnt = linker.misc.save_model_to_json()
    linker.table_management.delete_tables_created_by_splink_from_db()  # type: ignore[no-untyped-call]
    return {
        each["output_column_name"]: _shares(each["comparison_levels"])
        for each in learnt["comparisons"]
        if each["output_column_name"] in taught
    }


def _known_pairs(con: duckdb.DuckDBPyConnection, comparison: Comparison, rule: str) -> int:
    """Pairs under a rule that are plainly one person and in which a comparison has something to compare."""
    columns = ", ".join(f"{side}.{name} as {name}_{side}" for name in sorted(_columns_of(comparison)) for side in "lr")
    pairs = f"(select {columns} from chosen_workers l join chosen_participants r on ({rule}) and ({_PLAINLY_ONE}))"
    return number_of(con, f"{pairs} where not ({comparison.unknown})")


def _shares(levels: Sequence[Mapping[str, Any]]) -> dict[str, float]:
    given = {
        level["label_for_charts"]: level.get("m_probability") for level in levels if not level.get("is_null_level")
    }
    return {name: share for name, share in given.items() if isinstance(share, float) and share > 0}


def _choose_rows(con: duckdb.DuckDBPyConnection, columns: Sequence[str]) -> None:
    """Tables of the rows whose block is among the chosen ones."""
    rows = max(number_of(con, table) for table in ("workers", "participants"))
    parts = max(1, math.ceil(rows / ROWS))
    for table in ("workers", "participants"):
        con.execute(
            f"create or replace temp table chosen_{table} as select * from {table} "
            f"where {columns[0]} is not null and hash({columns[0]}) % {parts} = 0"
        )


# ---- u


def _strangers(con: duckdb.DuckDBPyConnection, comparison: Comparison, usual: Model) -> dict[str, float]:
    """How often strangers meet each level of a comparison."""
    if comparison is NIK:
        return _niks_of_strangers(con, usual)
    counted = _counted(con, comparison, "strangers_workers l, strangers_participants r", "true")
    shares = _smoothed(comparison, counted, usual)
    return shares | _exact_births(con) if comparison is BORN else shares


def _choose_strangers(con: duckdb.DuckDBPyConnection) -> None:
    """Rows chosen by what they hold, so that the order of a list changes nothing."""
    for table in ("workers", "participants"):
        con.execute(
            f"create or replace temp table strangers_{table} as select * from {table} "
            f"order by hash(phs, dob, nik, desa), phs, dob, nik, desa limit {STRANGERS}"
        )


def _exact_births(con: duckdb.DuckDBPyConnection) -> dict[str, float]:
    """Births on one day are too rare to be met in a sample, but can be counted in whole lists."""
    same, new_year, pairs = con.execute("""
        with l as (select dob, count(*) n from workers where dob is not null group by 1),
             r as (select dob, count(*) n from participants where dob is not null group by 1)
        select coalesce(sum(l.n * r.n) filter (month(l.dob) <> 1 or day(l.dob) <> 1), 0)::double,
               coalesce(sum(l.n * r.n) filter (month(l.dob) = 1 and day(l.dob) = 1), 0)::double,
               ((select sum(n) from l) * (select sum(n) from r))::double
        from l join r using (dob)""").fetchall()[0]
    if not pairs:
        return {}
    telling = con.execute("""
        select coalesce(avg((dob_nik is not null and dob_nik is distinct from dob)::int), 0)
        from (select dob, dob_nik from workers union all select dob, dob_nik from participants)""").fetchall()[0][0]
    exact = max(same / pairs, _LEAST_U)
    return {"same": exact, "new_year": max(new_year / pairs, _LEAST_U), "nik": max(exact * 2 * telling, _LEAST_U)}


def _niks_of_strangers(con: duckdb.DuckDBPyConnection, usual: Model) -> dict[str, float]:
    """NIKs of strangers born on one day, of one sex and regency: what is left to tell them apart is district and serial.

    Among all pairs these digits would seem to tell a million times more, and counted twice: once here, once as birth date.
    """
    rows = max(number_of(con, table) for table in ("workers", "participants"))
    parts = max(1, math.ceil(rows / (4 * ROWS)))
    counted = _counted(
        con,
        NIK,
        "workers l, participants r",
        f"l.dob = r.dob and l.sex = r.sex and l.kab = r.kab and hash(l.dob) % {parts} = 0 and l.nik <> r.nik "
        "and l.t_lo <> r.t_lo and l.t_hi <> r.t_hi and jaro_winkler_similarity(l.phs, r.phs) < 0.7",
    )
    # A NIK is nobody else's: strangers share one only by mistake, too rarely to be counted here.
    return _smoothed(NIK, counted, usual) | {"same": usual.numbers["nik"]["same"][1]}


def _counted(con: duckdb.DuckDBPyConnection, comparison: Comparison, tables: str, where: str) -> dict[str, int]:
    """Pairs by level."""
    columns = _columns_of(comparison)
    sides = ", ".join(f"{side}.{column} as {column}_{side}" for column in sorted(columns) for side in "lr")
    counted = con.execute(
        f"select level, count(*) from (select {case_of(comparison)} as level from (select {sides} from {tables} where {where})) "
        "where level is not null group by 1"
    ).fetchall()
    return dict(counted)


def case_of(comparison: Comparison) -> str:
    """The level of a pair by name, null where unknown, as SQL over `_l` and `_r` columns."""
    *tested, otherwise = comparison.levels
    whens = " ".join(f"when {level.sql} then '{level.name}'" for level in tested)
    return f"case when {comparison.unknown} then null {whens} else '{otherwise.name}' end"


def _columns_of(comparison: Comparison) -> set[str]:
    sql = " ".join((comparison.unknown, *(level.sql for level in comparison.levels)))
    return set(re.findall(r"\b(\w+)_[lr]\b", sql))


def _smoothed(comparison: Comparison, counted: Mapping[str, int], usual: Model) -> dict[str, float]:
    """Shares that no level has none of: the usual ones weigh as much as a hundred pairs."""
    weight = 100
    total = sum(counted.values()) + weight
    shares = {
        level.name: (counted.get(level.name, 0) + weight * usual.numbers[comparison.name][level.name][1]) / total
        for level in comparison.levels
    }
    return {name: max(share, _LEAST_U) for name, share in shares.items()}
