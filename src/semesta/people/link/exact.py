"""The first stage: one NIK, guarded. And which rows of one list are plainly one person."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import duckdb

GUARD = """(l.dob = r.dob or l.t_lo = r.t_lo or l.t_hi = r.t_hi or starts_with(l.joined, r.joined) or starts_with(r.joined, l.joined)
    or jaro_winkler_similarity(l.phs, r.phs) >= 0.8)"""
"""A NIK can be someone else's (recycled, copied down a column): something else must agree. Both unknown is no agreement."""

LEAST_SURE = 0.9
SLIPS = 0.05
"""Of strangers with one NIK, the share that the guard lets through: a name such as Siti is common to many."""

MOST_ROWS = 20
"""A NIK that more rows of one list bear than this stands for nobody."""

BY_NAME = "(l.nik is null or r.nik is null or l.nik = r.nik or damerau_levenshtein(l.nik, r.nik) <= 2)"
"""What rows of one name, birth date and village must have in common to be one person."""

JUDGED = f"""coalesce({GUARD}, false) guarded, l.dob is not distinct from r.dob as born,
    jaro_winkler_similarity(l.phs, r.phs) as alike"""
"""What is told of a worker and a participant with one NIK: of several the born and then the most alike is taken."""


def match_by_nik(con: duckdb.DuckDBPyConnection) -> None:
    """Makes `exact` (worker, participant, probability): rows with one NIK and something else in common, one for each worker.

    How often the guard lets strangers through is known from those that it stops: their NIKs are recycled.
    """
    con.execute(f"""
        create or replace temp table exact as
        with candidates as (
            select l.row worker, r.row participant, {JUDGED}
            from workers l join participants r on l.nik = r.nik
            where l.nik not in (select nik from crowded_niks)
        ), stopped as (select count(*) filter (not guarded) / greatest(count(*), 1) as share from candidates)
        select worker, participant, greatest({LEAST_SURE}, 1 - {SLIPS} * (select share from stopped)) as probability from (
            select worker, participant, row_number() over (
                partition by worker order by born desc, alike desc, participant
            ) as nth
            from candidates where guarded
        ) where nth = 1""")


def find_crowded_niks(con: duckdb.DuckDBPyConnection) -> None:
    """Makes `crowded_niks`: those that stand in so many rows of one list that they are nobody's."""
    con.execute(f"""
        create or replace temp table crowded_niks as
        select nik from workers where nik is not null group by 1 having count(*) > {MOST_ROWS}
        union select nik from participants where nik is not null group by 1 having count(*) > {MOST_ROWS}""")


def find_same_rows(con: duckdb.DuckDBPyConnection, table: str) -> None:
    """Makes `same_<table>` (row, first): rows that are plainly the person of an earlier one, by NIK or by name, birth and village."""
    con.execute(f"""
        create or replace temp table same_{table} as
        with by_nik as (
            select r.row, l.row as first from {table} r join (
                select nik, min(row) as row from {table}
                where nik is not null and nik not in (select nik from crowded_niks) group by 1 having count(*) > 1
            ) f on r.nik = f.nik join {table} l on l.row = f.row
            where r.row <> l.row and {GUARD}
        ), by_name as (
            select r.row, f.row as first from {table} r join (
                select phs, dob, desa, min(row) as row from {table}
                where phs is not null and dob is not null and desa is not null group by 1, 2, 3 having count(*) > 1
            ) f using (phs, dob, desa) join {table} l on l.row = f.row
            where r.row <> l.row and {BY_NAME}
        )
        select * from by_nik union select * from by_name""")
