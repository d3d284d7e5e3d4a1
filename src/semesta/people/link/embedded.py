"""The two lists of a linking in a database on this machine."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

import polars as pl

from semesta.basics.words import Words
from semesta.people.clean import cleaned
from semesta.people.link import coverage, exact, noticed, reasons, score, settle, train
from semesta.people.link.candidates import candidates
from semesta.people.link.comparisons import COLUMNS, Comparison
from semesta.people.link.connection import frame_of, number_of
from semesta.people.link.model import Model
from semesta.people.link.settle import Settled

if TYPE_CHECKING:
    import duckdb


class EmbeddedLists:
    """`Lists` as the tables `workers` and `participants` of a connection."""

    def __init__(self, con: duckdb.DuckDBPyConnection, workers: pl.DataFrame, participants: pl.DataFrame) -> None:
        self.con = con
        _load(con, "workers", workers)
        _load(con, "participants", participants)
        self.workers, self.participants = number_of(con, "workers"), number_of(con, "participants")
        self.basis = noticed.basis_of(participants)

    def known(self, column: str) -> tuple[int, int]:
        where = f"where {column} is not null"
        return number_of(self.con, f"workers {where}"), number_of(self.con, f"participants {where}")

    def untold(self) -> tuple[int, int]:
        where = "where nik is null and dob is null"
        return number_of(self.con, f"workers {where}"), number_of(self.con, f"participants {where}")

    def has_own_births(self) -> bool:
        where = "where dob is distinct from dob_nik"
        return all(number_of(self.con, f"{table} {where}") for table in ("workers", "participants"))

    def named(self, decisions: pl.DataFrame) -> pl.DataFrame:
        self.con.register("decided", decisions.to_arrow())
        found = frame_of(
            self.con,
            "select w.row::bigint as worker, p.row::bigint as participant, is_same from decided d "
            "join workers w on w.id = d.worker_id join participants p on p.id = d.participant_id order by all",
        )
        self.con.unregister("decided")
        return found

    # ---- first stage

    def by_nik(self, refused: pl.DataFrame) -> pl.DataFrame:
        """As asked; leaves the rest in `left_workers`."""
        exact.find_crowded_niks(self.con)
        exact.match_by_nik(self.con)
        self._leave(refused)
        for table in ("workers", "participants"):
            exact.find_same_rows(self.con, table)
        self._find_entities()
        self.con.execute(
            "create or replace temp view left_workers as select * from workers anti join exact on worker = row"
        )
        return frame_of(
            self.con,
            "select worker::bigint as worker, entity, probability from exact join entities on entities.row = participant order by 1",
        )

    def _leave(self, refused: pl.DataFrame) -> None:
        """Takes pairs of one NIK that someone found to be two people out of the first stage."""
        self.con.register("refused", refused.to_arrow())
        self.con.execute("delete from exact where (worker, participant) in (select (worker, participant) from refused)")
        self.con.unregister("refused")

    def _find_entities(self) -> None:
        """Makes `entities` (row, entity)."""
        edges = frame_of(self.con, "select row, first from same_participants")
        first = settle.first_of_each(edges.iter_rows())
        known = pl.DataFrame(
            {"row": list(first), "entity": list(first.values())}, {"row": pl.Int64, "entity": pl.Int64}
        )
        self.con.register("known", known.to_arrow())
        self.con.execute(
            "create or replace temp table entities as select p.row, coalesce(k.entity, p.row)::bigint as entity "
            "from participants p left join known k on k.row = p.row"
        )
        self.con.unregister("known")

    @property
    def left(self) -> int:
        return number_of(self.con, "left_workers")

    def entities(self, participants: pl.Series) -> pl.Series:
        entities = frame_of(self.con, "select entity from entities order by row")["entity"]
        return entities.gather(participants)

    def same_workers(self) -> pl.DataFrame:
        return frame_of(self.con, "select * from same_workers")

    # ---- second stage

    def trained(self, comparisons: Sequence[Comparison]) -> Model | None:
        return train.trained(self.con, comparisons, told=f"{self.workers} × {self.participants}")

    def weighed(self, comparisons: Sequence[Comparison], model: Model) -> tuple[pl.DataFrame, pl.DataFrame]:
        score.count_names(self.con)
        for table in ("participants", "workers"):
            score.score(self.con, comparisons, model, self._rules(comparisons), right=table, made=f"weighed_{table}")
        return frame_of(self.con, _ENTITIES_WEIGHED), frame_of(self.con, _OWN_WEIGHED)

    def missed(self, best: pl.DataFrame, comparisons: Sequence[Comparison]) -> float:
        return coverage.missed(self.con, best, self._rules(comparisons))

    def _rules(self, comparisons: Sequence[Comparison]) -> tuple[str, ...]:
        return candidates(comparisons, max(self.workers, self.participants))

    # ---- result

    def ids(self) -> tuple[pl.Series, pl.Series]:
        workers, participants = (
            frame_of(self.con, f"select id from {table} order by row")["id"] for table in ("workers", "participants")
        )
        return workers, participants

    def reasons(
        self, comparisons: Sequence[Comparison], model: Model, found: Settled, shared: pl.DataFrame
    ) -> pl.DataFrame:
        return reasons.reasons(partial(reasons.levels_in, self.con), comparisons, model, found, shared, *self.ids())

    def niks_apart(self, pairs: pl.DataFrame) -> pl.DataFrame:
        self.con.register("of_one", pairs.to_arrow())
        rows = "of_one join workers l on l.row = of_one.l join workers r on r.row = of_one.r"
        found = frame_of(self.con, f"select of_one.l, of_one.r from {rows} where {noticed.NIKS_APART}")
        self.con.unregister("of_one")
        return found

    def notes(self, comparisons: Sequence[Comparison]) -> list[Words]:
        return noticed.noticed(noticed.seen_in(self.con), comparisons, self.basis)


def _load(con: duckdb.DuckDBPyConnection, name: str, frame: pl.DataFrame) -> None:
    """A table of the cleaned rows, numbered by the order of their ids: the order of a list changes nothing."""
    numbered = frame if "id" in frame.columns else frame.with_columns(id=pl.int_range(1, pl.len() + 1).cast(pl.String))
    ready = cleaned(numbered.with_columns(pl.col("id").cast(pl.String)))
    if ready["dob"].null_count() == ready.height:
        # A list without birth dates still has those that its NIKs tell.
        ready = ready.with_columns(
            dob="dob_nik", dob_text=pl.col("dob_nik").dt.strftime("%Y%m%d"), yob=pl.col("dob_nik").dt.year()
        )
    arrow = ready.select("id", *COLUMNS).sort("id").with_row_index("row").to_arrow()
    con.register("given", arrow)
    con.execute(f"create or replace temp table {name} as select row::int as row, * exclude row from given")
    con.unregister("given")


_ENTITIES_WEIGHED = """
    with settled as (select distinct entity from exact join entities on entities.row = participant),
    weighed as (
        select l, entity, weight from weighed_participants join entities on entities.row = r
        union all
        select l, entity, weight from weighed_workers join exact on exact.worker = r join entities on entities.row = participant
    )
    select l::bigint as l, entity, entity in (from settled) as settled, max(weight) as weight
    from weighed group by all order by l, entity"""

_OWN_WEIGHED = """
    select least(l, r)::bigint as l, greatest(l, r)::bigint as r, max(weight) as weight from weighed_workers
    where r not in (select worker from exact) group by 1, 2 order by 1, 2"""
