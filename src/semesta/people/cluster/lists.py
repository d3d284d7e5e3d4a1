"""The two lists of a linking as Spark tables: joined and counted by Spark, judged in batches by the SQL of `people.link`."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import Any

import polars as pl
import pyarrow as pa  # type: ignore[import-untyped]

from semesta.basics.words import Words
from semesta.engines.engine import home
from semesta.people.clean import cleaned
from semesta.people.cluster.batches import judged, on_spark, reckoned
from semesta.people.cluster.scoring import weights
from semesta.people.link import coverage, exact, noticed, reasons, settle
from semesta.people.link.candidates import candidates
from semesta.people.link.comparisons import Comparison
from semesta.people.link.model import Model
from semesta.people.link.settle import Settled

_GIVEN = ("id", "nik", "name", "birth_date", "sex", "place", "district", "village")
_COUNTED = ("nik", "phs", "dob", "sex", "kab")
CLEANED = pa.schema(
    [
        (name, {"dob": pa.date32(), "dob_nik": pa.date32(), "yob": pa.int16()}.get(name, pa.string()))
        for name in cleaned(pl.DataFrame({"id": [], "name": []}, {"id": pl.String, "name": pl.String})).columns
    ]
)
_EDGES = pa.schema([("row", pa.int64()), ("first", pa.int64())])
_CANDIDATES = pa.schema([("worker", pa.int64()), ("participant", pa.int64()), ("guarded", pa.bool_()), ("born", pa.bool_()), ("alike", pa.float64())])  # fmt: skip


class SparkLists:
    """`people.link.lists.Lists` on a cluster. The model was trained and saved elsewhere."""

    def __init__(self, workers: Any, participants: Any) -> None:
        self.tables = {"workers": _ready(workers), "participants": _ready(participants)}
        self.counts = {name: _counts(table) for name, table in self.tables.items()}
        self.workers, self.participants = (self.counts[name]["rows"] for name in self.tables)
        self.basis = _basis(participants)

    def known(self, column: str) -> tuple[int, int]:
        return self.counts["workers"][column], self.counts["participants"][column]

    def untold(self) -> tuple[int, int]:
        return self.counts["workers"]["untold"], self.counts["participants"]["untold"]

    def has_own_births(self) -> bool:
        return all(counts["own_births"] for counts in self.counts.values())

    def named(self, decisions: pl.DataFrame) -> pl.DataFrame:
        if not decisions.height:
            return pl.DataFrame(schema={"worker": pl.Int64, "participant": pl.Int64, "is_same": pl.Boolean})
        found = on_spark(decisions)
        for name in ("worker", "participant"):
            rows = self.tables[f"{name}s"].selectExpr("row as " + name, f"id as {name}_id")
            found = found.join(rows, f"{name}_id")
        return home(found.select("worker", "participant", "is_same")).sort("worker", "participant", "is_same")

    # ---- first stage

    def by_nik(self, refused: pl.DataFrame) -> pl.DataFrame:
        from pyspark.sql import Window
        from pyspark.sql import functions as F  # noqa: N812

        candidates = self._of_one_nik().persist()
        stopped = candidates.select(F.avg((~F.col("guarded")).cast("double"))).first()[0] or 0.0
        sure = max(exact.LEAST_SURE, 1 - exact.SLIPS * stopped)
        best = Window.partitionBy("worker").orderBy(F.desc("born"), F.desc_nulls_last("alike"), "participant")
        firsts = candidates.filter("guarded").withColumn("nth", F.row_number().over(best)).filter("nth = 1")
        found = firsts.select("worker", "participant")
        if refused.height:
            found = found.join(F.broadcast(on_spark(refused)), ["worker", "participant"], "left_anti")
        self._exact = found.persist()
        self._exact_here = home(self._exact).sort("worker")
        candidates.unpersist()
        entities = self.entities(self._exact_here["participant"])
        return self._exact_here.select("worker", entity=entities, probability=pl.lit(sure))

    def _of_one_nik(self) -> Any:
        sides = [self.tables[name].selectExpr("nik", f"struct(*) as {side}") for name, side in _SIDES]
        pairs = sides[0].join(sides[1], "nik").join(self._crowded, "nik", "left_anti").select("l", "r")
        query = f"select l.row as worker, r.row as participant, {exact.JUDGED} from given"
        return judged(pairs, query, _CANDIDATES)

    @cached_property
    def _crowded(self) -> Any:
        """nik: those that stand in so many rows of one list that they are nobody's."""
        from pyspark.sql import functions as F  # noqa: N812

        many = [
            table.filter("nik is not null").groupBy("nik").count().filter(f"count > {exact.MOST_ROWS}").select("nik")
            for table in self.tables.values()
        ]
        return F.broadcast(many[0].union(many[1]).distinct())

    @property
    def left(self) -> int:
        return self.workers - self._exact_here.height

    def entities(self, participants: pl.Series) -> pl.Series:
        first = self._first_of_participants
        return participants.replace(first) if first else participants

    @cached_property
    def _first_of_participants(self) -> dict[int, int]:
        return settle.first_of_each(self._same("participants").iter_rows())

    def same_workers(self) -> pl.DataFrame:
        return self._same("workers")

    def _same(self, name: str) -> pl.DataFrame:
        """row, first: as exact.find_same_rows says."""
        table = self.tables[name]
        known = table.filter("nik is not null").join(self._crowded, "nik", "left_anti")
        by_nik = _with_first(known, ["nik"], table, exact.GUARD)
        by_name = _with_first(
            table.filter("phs is not null and dob is not null and desa is not null"),
            ["phs", "dob", "desa"],
            table,
            exact.BY_NAME,
        )
        return home(by_nik.union(by_name).distinct()).sort("row", "first")

    # ---- second stage

    def trained(self, comparisons: Sequence[Comparison]) -> Model | None:
        raise NotImplementedError("a model is trained on one machine")

    def weighed(self, comparisons: Sequence[Comparison], model: Model) -> tuple[pl.DataFrame, pl.DataFrame]:
        settled = self._exact.select("worker").withColumnRenamed("worker", "row")
        found = weights(self.tables, settled, comparisons, model, self._rules(comparisons))
        of_participants = found.filter(pl.col("side") == "participants").select("l", participant="r", weight="weight")
        of_workers = found.filter((pl.col("side") == "workers") & (pl.col("l") != pl.col("r")))
        through = of_workers.join(self._exact_here, left_on="r", right_on="worker").select("l", "participant", "weight")
        own = of_workers.join(self._exact_here, left_on="r", right_on="worker", how="anti")
        return self._by_entity(pl.concat([of_participants, through])), _each_once(own)

    def _by_entity(self, weighed: pl.DataFrame) -> pl.DataFrame:
        settled = self.entities(self._exact_here["participant"]).unique()
        named = weighed.with_columns(entity=self.entities(weighed["participant"]))
        named = named.with_columns(settled=pl.col("entity").is_in(settled.implode()))
        return named.group_by("l", "entity", "settled").agg(pl.col("weight").max()).sort("l", "entity")

    def missed(self, best: pl.DataFrame, comparisons: Sequence[Comparison]) -> float:
        likely = coverage.likely_pairs(best)
        if not likely.height:
            return 0.0
        rows = self._rows_of(likely.rename({"l": "worker"}))
        query = f"select {coverage.rules_found(self._rules(comparisons))} as rules from given"
        found = judged(rows, query, pa.schema([("rules", pa.int32())]))
        return coverage.unseen(dict(home(found.groupBy("rules").count()).iter_rows()), likely.height)

    def _rules(self, comparisons: Sequence[Comparison]) -> tuple[str, ...]:
        return candidates(comparisons, max(self.workers, self.participants))

    def _rows_of(self, pairs: pl.DataFrame) -> Any:
        """Pairs of `worker` and `entity` with both rows as `l` and `r`."""
        found = on_spark(pairs)
        for (name, side), key in zip(_SIDES, ("worker", "entity"), strict=True):
            found = found.join(self.tables[name].selectExpr(f"row as {key}", f"struct(*) as {side}"), key)
        return found

    # ---- result

    def ids(self) -> tuple[pl.Series, pl.Series]:
        workers, participants = (home(table.select("row", "id")).sort("row")["id"] for table in self.tables.values())
        return workers, participants

    def reasons(
        self, comparisons: Sequence[Comparison], model: Model, found: Settled, shared: pl.DataFrame
    ) -> pl.DataFrame:
        return reasons.reasons(self._levels, comparisons, model, found, shared, *self.ids())

    def _levels(self, comparisons: Sequence[Comparison], kept: pl.DataFrame) -> pl.DataFrame:
        types = [pa.int64(), pa.int64(), pa.float64(), pa.bool_(), pa.float64()]
        schema = pa.schema(
            [*zip(reasons.KEPT, types, strict=True), *((each.name, pa.string()) for each in comparisons)]
        )
        rows = self._rows_of(kept.select(reasons.KEPT)).select(*reasons.KEPT, "l", "r")
        return home(judged(rows, reasons.levels_query(comparisons, "given"), schema))

    def niks_apart(self, pairs: pl.DataFrame) -> pl.DataFrame:
        found = on_spark(pairs)
        for side in ("l", "r"):
            found = found.join(self.tables["workers"].selectExpr(f"row as {side}", f"struct(*) as of_{side}"), side)
        rows = found.select(*(found[f"of_{side}"].alias(side) for side in ("l", "r")))
        query = f"select l.row as l, r.row as r from given where {noticed.NIKS_APART}"
        return home(judged(rows, query, pa.schema([("l", pa.int64()), ("r", pa.int64())])))

    def notes(self, comparisons: Sequence[Comparison]) -> list[Words]:
        seen = noticed.Seen(self.workers, self.participants, *(_rows_in(table) for table in self.tables.values()))
        return noticed.noticed(seen, comparisons, self.basis)


_SIDES = (("workers", "l"), ("participants", "r"))


def _ready(people: Any) -> Any:
    """Cleaned, numbered by the order of ids, and kept, since every step asks for it."""
    from pyspark.sql import functions as F  # noqa: N812

    given = [F.col(name) if name in people.columns else F.lit(None).cast("string").alias(name) for name in _GIVEN]
    table = reckoned(people.select(*given), cleaned, CLEANED)
    if people.filter("birth_date is not null").limit(1).count() == 0:
        born = F.col("dob_nik")
        table = table.withColumns(
            {"dob": born, "dob_text": F.date_format(born, "yyyyMMdd"), "yob": F.year(born).cast("smallint")}
        )
    # Rows of one id are told apart by all they hold: a lost part of the table is numbered as before.
    return table.orderBy("id", *(name for name in CLEANED.names if name != "id")).zipWithIndex("row").persist()


def _counts(table: Any) -> dict[str, int]:
    from pyspark.sql import functions as F  # noqa: N812

    own = F.count_if(F.expr("dob is distinct from dob_nik")).alias("own_births")
    untold = F.count_if(F.expr("nik is null and dob is null")).alias("untold")
    return dict(
        table.agg(F.count("*").alias("rows"), own, untold, *(F.count(c).alias(c) for c in _COUNTED)).first().asDict()
    )


def _rows_in(table: Any) -> dict[str, int]:
    return dict(home(table.selectExpr("coalesce(kab, '') as kab").groupBy("kab").count()).iter_rows())


def _basis(participants: Any) -> noticed.Basis:
    columns = [name for name in ("office", "place") if name in participants.columns]
    known = [name for name in columns if participants.filter(f"{name} is not null").limit(1).count()]
    empty = pl.DataFrame({name: ["x"] for name in known})
    return noticed.basis_of(empty)


def _with_first(known: Any, keys: list[str], table: Any, agrees: str) -> Any:
    """row, first: rows with the keys of an earlier one that agree with it."""
    from pyspark.sql import functions as F  # noqa: N812

    groups = known.groupBy(*keys).agg(F.min("row").alias("first"), F.count("*").alias("rows")).filter("rows > 1")
    later = known.join(groups.drop("rows"), keys).filter("row <> first").selectExpr("first", "struct(*) as r")
    both = later.join(table.selectExpr("row as first", "struct(*) as l"), "first").select("l", "r")
    return judged(both, f"select r.row as row, l.row as first from given where {agrees}", _EDGES)


def _each_once(own: pl.DataFrame) -> pl.DataFrame:
    """Pairs of rows of one list, the smaller number first."""
    ordered = own.select(l=pl.min_horizontal("l", "r"), r=pl.max_horizontal("l", "r"), weight="weight")
    return ordered.group_by("l", "r").agg(pl.col("weight").max()).sort("l", "r")
