"""Workers held against participants: guarded NIK first, then a trained model on what is left, then persons and coverage."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Any

import polars as pl

from semesta.basics.words import Words
from semesta.people.clean import cleaned
from semesta.people.link import belief, coverage, exact, reasons, review, score, settle, train
from semesta.people.link.comparisons import COLUMNS, COMPARISONS, Comparison
from semesta.people.link.connection import connected, frame_of, number_of
from semesta.people.link.model import Model, default_model
from semesta.people.link.noticed import Basis, basis_of, noticed
from semesta.people.link.review import Decision, decisions_frame

if TYPE_CHECKING:
    import duckdb

Progress = Callable[[Words], None]

READING = Words("menyiapkan nama, NIK dan tanggal", "preparing names, NIKs and dates")
BY_NIK = Words("mencocokkan NIK", "matching NIKs")
TRAINING = Words("melatih model", "training the model")
SCORING = Words("membandingkan sisanya", "comparing the rest")
SETTLING = Words("menyatukan baris per orang", "joining rows by person")


@dataclass(frozen=True)
class Linked:
    """What linking found.

    pairs: worker_id, participant_id, probability, stage (nik|model); one row per matched worker row.
    clusters: worker_id, person_id (the id of the person's first row).
    summary: workers, persons, participants, matched, coverage, coverage_low, coverage_high, basis, level, stages, and what was
        noticed.
    reasons: for each worker row its likeliest participants and the level and weight of each comparison, without identities.
    model: what pairs were weighed with.
    """

    pairs: pl.DataFrame
    clusters: pl.DataFrame
    summary: dict[str, Any]
    reasons: pl.DataFrame
    model: Model


def link(
    workers: pl.DataFrame,
    participants: pl.DataFrame,
    *,
    seed: int = 1,
    model: Model | None = None,
    threshold: float | None = None,
    decisions: Sequence[Decision] = (),
    progress: Progress | None = None,
) -> Linked:
    """Which participant each worker is, and which worker rows are one person.

    Args:
        workers, participants: columns of the tables of these names; `id` if there is one, else rows are numbered from 1.
        seed: kept for callers; nothing is drawn by chance, samples are chosen by what rows hold.
        model: a saved one, in place of training.
        decisions: pairs that someone has looked at; they stand, and all others are moved accordingly.
        threshold: the probability from which pairs are accepted; without it that of the highest expected F1.
        progress: called with the name of each step before it.

    Raises:
        LinkError: the lists are large enough to train on, but a comparison stays untrained.
    """
    told = progress or (lambda step: None)
    with connected() as con:
        told(READING)
        _load(con, "workers", workers)
        _load(con, "participants", participants)
        return _Linking(con, told, basis_of(participants), decisions).linked(model, threshold)


def _load(con: duckdb.DuckDBPyConnection, name: str, frame: pl.DataFrame) -> None:
    """A table of the cleaned rows, numbered by the order of their ids: the order of a list changes nothing."""
    numbered = frame if "id" in frame.columns else frame.with_columns(id=pl.int_range(1, pl.len() + 1).cast(pl.String))
    ready = cleaned(numbered.with_columns(pl.col("id").cast(pl.String)))
    if ready["dob"].null_count() == ready.height:
        # A list without birth dates still has those that its NIKs tell.
        ready = ready.with_columns(
            dob="dob_nik", dob_text=pl.col("dob_nik").dt.strftime("%Y%m%d"), yob=pl.col("dob_nik").dt.year()
        )
    arrow = ready.sort("id").with_row_index("row").to_arrow()
    con.register("given", arrow)
    con.execute(f"create or replace temp table {name} as select row::int as row, * exclude row from given")
    con.unregister("given")


class _Linking:
    """One linking while it runs, on the tables `workers` and `participants` of a connection."""

    def __init__(
        self, con: duckdb.DuckDBPyConnection, told: Progress, basis: Basis, decisions: Sequence[Decision]
    ) -> None:
        self.con, self.told, self.basis = con, told, basis
        self.decided = self._decided(decisions_frame(decisions))
        self._is_small = False
        self._rows = self.workers, self.participants = number_of(con, "workers"), number_of(con, "participants")
        self.comparisons = tuple(each for each in COMPARISONS if self._is_known(each))

    def _is_known(self, comparison: Comparison) -> bool:
        """Whether both lists tell enough of it to be compared; a column that is all but empty is as good as none."""
        column = comparison.columns[0]
        known = [number_of(self.con, f"{table} where {column} is not null") for table in ("workers", "participants")]
        return all(part and part >= _LEAST_KNOWN * rows for part, rows in zip(known, self._rows, strict=True))

    def linked(self, model: Model | None, threshold: float | None) -> Linked:
        by_nik = self._by_nik()
        self.told(TRAINING)
        used = model or self._model()
        self.told(SCORING)
        pairs, own = self._weighed(used)
        self.told(SETTLING)
        free = self.participants - by_nik["entity"].n_unique()
        shared, chances = belief.believed(
            pairs, workers=max(self._left, 1), free=free, settled=by_nik["entity"].n_unique()
        )
        shared, used = self._reviewed(shared, used)
        own = belief.same_person(own, rows=max(self.workers, 1))
        best = shared.sort("probability", "weight", "entity", descending=[True, True, False]).unique(
            "l", keep="first", maintain_order=True
        )
        missed = coverage.missed(self.con, best)
        chosen = threshold or belief.threshold(best["probability"], sure=by_nik.height)
        found = settle.settled(
            workers=self.workers, exact=by_nik, best=best, own=own, same_rows=frame_of(self.con, "select * from same_workers"),
            threshold=chosen, chances=chances, persons_settled=by_nik["entity"].n_unique(),
        )  # fmt: skip
        estimate = coverage.estimated(found, shared, own, missed=missed, lacking=self._lacking())
        return self._result(found, shared, chosen, estimate, used)

    def _lacking(self) -> int:
        """How many of NIK and birth date a list does not have; birth dates read from the NIK are not its own."""
        names = {each.name for each in self.comparisons}
        copied = any(
            not number_of(self.con, f"{table} where dob is distinct from dob_nik")
            for table in ("workers", "participants")
        )
        return ("nik" not in names) + ("born" not in names or copied)

    # ---- what people decided

    def _decided(self, decisions: pl.DataFrame) -> pl.DataFrame:
        """worker, entity row, is_same of the pairs that are in these lists."""
        self.con.register("decided", decisions.to_arrow())
        found = frame_of(
            self.con,
            "select w.row::bigint as worker, p.row::bigint as participant, is_same from decided d "
            "join workers w on w.id = d.worker_id join participants p on p.id = d.participant_id order by all",
        )
        self.con.unregister("decided")
        return found

    def _reviewed(self, shared: pl.DataFrame, model: Model) -> tuple[pl.DataFrame, Model]:
        """Probabilities moved by what was decided, and the pairs decided as they were; the model with that shift."""
        if not self.decided.height or not shared.height:
            moved = shared.with_columns(review.shifted(pl.col("probability"), model.shift)) if model.shift else shared
            return moved, model
        entities = frame_of(self.con, "select row::bigint as participant, entity from entities")
        decided = self.decided.join(entities, on="participant").select(l="worker", entity="entity", is_same="is_same")
        decided = decided.unique(["l", "entity"], keep="last", maintain_order=True)
        bits = review.shift(shared.join(decided, on=["l", "entity"]))
        known = shared.with_columns(review.shifted(pl.col("probability"), bits)).join(
            decided, on=["l", "entity"], how="left"
        )
        stands = pl.when("is_same").then(pl.lit(_DECIDED)).when(~pl.col("is_same")).then(1 - _DECIDED)
        return known.with_columns(probability=stands.otherwise("probability")).drop("is_same"), replace(
            model, shift=bits
        )

    # ---- first stage

    def _by_nik(self) -> pl.DataFrame:
        """worker, entity, probability of what the NIK settles; leaves the rest in `left_workers`."""
        self.told(BY_NIK)
        exact.find_crowded_niks(self.con)
        exact.match_by_nik(self.con)
        self._leave_refused()
        for table in ("workers", "participants"):
            exact.find_same_rows(self.con, table)
        self._find_entities()
        columns = ", ".join(COLUMNS)
        self.con.execute(
            f"create or replace temp table left_workers as select row as id, {columns} from workers "
            "where row not in (select worker from exact)"
        )
        self._left = number_of(self.con, "left_workers")
        return frame_of(
            self.con,
            "select worker::bigint as worker, entity, probability from exact join entities on entities.row = participant order by 1",
        )

    def _leave_refused(self) -> None:
        """Takes pairs of one NIK that someone found to be two people out of the first stage."""
        refused = self.decided.filter(~pl.col("is_same"))
        self.con.register("refused", refused.to_arrow())
        self.con.execute("delete from exact where (worker, participant) in (select (worker, participant) from refused)")
        self.con.unregister("refused")

    def _find_entities(self) -> None:
        """Makes `entities` (row, entity): the persons behind participants, each named by the first of its rows."""
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

    # ---- second stage

    def _model(self) -> Model:
        told = f"{self.workers} × {self.participants}"
        found = train.trained(self.con, self.comparisons, told=told)
        self._is_small = found is None
        return found or default_model()

    def _notes(self) -> list[Words]:
        small = [_DEFAULT_MODEL] if self._is_small and self._left and self.participants else []
        return small + noticed(self.con, self.comparisons, self.basis)

    def _weighed(self, model: Model) -> tuple[pl.DataFrame, pl.DataFrame]:
        """l, entity, settled, weight of what the NIK left; and l, r, weight of worker rows that may be one person."""
        comparisons = tuple(each for each in self.comparisons if each.name in model.numbers)
        score.count_names(self.con)
        columns = ", ".join(COLUMNS)
        weigh = partial(score.score, self.con, comparisons, model, "left_workers")
        for table in ("participants", "workers"):
            self.con.execute(f"create or replace temp table all_{table} as select row as id, {columns} from {table}")
            weigh(right=f"all_{table}", made=f"weighed_{table}")
            self.con.execute(f"drop table all_{table}")
        return frame_of(self.con, _ENTITIES_WEIGHED), frame_of(self.con, _OWN_WEIGHED)

    # ---- result

    def _result(
        self, found: settle.Settled, shared: pl.DataFrame, threshold: float, estimate: coverage.Estimate, model: Model
    ) -> Linked:
        ids = frame_of(self.con, "select row::bigint as worker, id as worker_id from workers order by row")["worker_id"]
        others = frame_of(self.con, "select id as participant_id from participants order by row")["participant_id"]
        pairs = found.matches.select(
            worker_id=ids.gather(found.matches["worker"]),
            participant_id=others.gather(found.matches["entity"]),
            probability=pl.col("probability").round(6),
            stage="stage",
        )
        clusters = found.persons.select(
            worker_id=ids.gather(found.persons["worker"]), person_id=ids.gather(found.persons["person"])
        )
        persons = found.persons["person"].n_unique()
        matched = found.matches.join(found.persons, on="worker")["person"].n_unique()
        summary = {
            "workers": self.workers,
            "persons": persons,
            "participants": self.participants,
            "matched": matched,
            "coverage": _share(matched, persons),
            "coverage_low": estimate.low,
            "coverage_high": estimate.high,
            "basis": self.basis,
            "level": 3,
            "stages": {stage: int((pairs["stage"] == stage).sum()) for stage in ("nik", "model")},
            "threshold": round(threshold, 6),
            "model": model.trained_on,
            "compared": [each.name for each in self.comparisons],
            "reviewed": self.decided.height,
            "notes": [{"id": said.id, "en": said.en} for said in self._notes()],
        }
        why = reasons.reasons(self.con, self.comparisons, model, found, shared, ids, others)
        return Linked(pairs, clusters, summary, why, model)


_DEFAULT_MODEL = Words(
    "terlalu sedikit pasangan untuk melatih model: dipakai model bawaan",
    "too few pairs to train a model on: the built-in one was used",
)
_DECIDED = 0.9999
_LEAST_KNOWN = 0.01


def _share(matched: int, persons: int) -> float | None:
    return round(matched / persons, 6) if persons else None


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
    where l <> r and r not in (select worker from exact) group by 1, 2 order by 1, 2"""
