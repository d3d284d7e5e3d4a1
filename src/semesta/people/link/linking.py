"""Workers held against participants: guarded NIK first, then a trained model on what is left, then persons and coverage."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

import polars as pl

from semesta.basics.words import Words
from semesta.people.link import belief, coverage, noticed, review, settle
from semesta.people.link.comparisons import COMPARISONS, Comparison, told_apart
from semesta.people.link.connection import connected
from semesta.people.link.embedded import EmbeddedLists
from semesta.people.link.lists import Lists
from semesta.people.link.model import Model, default_model
from semesta.people.link.review import Decision, decisions_frame

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
        noticed; `niks_apart`: persons whose rows have NIKs of several.
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
    with connected(workers.height + participants.height) as con:
        told(READING)
        lists = EmbeddedLists(con, workers, participants)
        return linked(lists, model=model, threshold=threshold, decisions=decisions, told=told)


def linked(
    lists: Lists, *, model: Model | None, threshold: float | None, decisions: Sequence[Decision], told: Progress
) -> Linked:
    """The same of lists that are ready, on whichever engine."""
    return _Linking(lists, told, decisions).linked(model, threshold)


class _Linking:
    """One linking while it runs."""

    def __init__(self, lists: Lists, told: Progress, decisions: Sequence[Decision]) -> None:
        self.lists, self.told = lists, told
        self.decided = lists.named(decisions_frame(decisions))
        self._others = len(decisions) - self.decided.height
        self.untold = lists.untold()
        self._is_small = False
        self.comparisons = tuple(each for each in COMPARISONS if self._is_known(each))

    def _is_known(self, comparison: Comparison) -> bool:
        """Whether both lists tell enough of it to be compared; a column that is all but empty is as good as none."""
        known = self.lists.known(comparison.columns[0])
        rows = (self.lists.workers, self.lists.participants)
        return all(part and part >= _LEAST_KNOWN * of for part, of in zip(known, rows, strict=True))

    def linked(self, model: Model | None, threshold: float | None) -> Linked:
        self.told(BY_NIK)
        by_nik = self.lists.by_nik(self.decided.filter(~pl.col("is_same")))
        self.told(TRAINING)
        used = model or self._model()
        self.told(SCORING)
        compared = [each for each in self.comparisons if each.name in used.numbers]
        pairs, own = self.lists.weighed(compared, used)
        self.told(SETTLING)
        free = self.lists.participants - by_nik["entity"].n_unique()
        shared, chances = belief.believed(
            pairs, workers=max(self.lists.left, 1), free=free, settled=by_nik["entity"].n_unique()
        )
        shared, used = self._reviewed(shared, used)
        own = belief.same_person(own, rows=max(self.lists.workers, 1))
        best = shared.sort("probability", "weight", "entity", descending=[True, True, False]).unique(
            "l", keep="first", maintain_order=True
        )
        missed = self.lists.missed(best, compared)
        chosen = threshold or belief.threshold(best["probability"], sure=by_nik.height)
        found = settle.settled(
            workers=self.lists.workers, exact=by_nik, best=best, own=own, same_rows=self.lists.same_workers(),
            threshold=chosen, chances=chances, persons_settled=by_nik["entity"].n_unique(),
        )  # fmt: skip
        estimate = coverage.estimated(
            found, shared, own, missed=missed, lacking=self._lacking(), untold=sum(self.untold)
        )
        return self._result(found, shared, chosen, estimate, used)

    def _lacking(self) -> int:
        """How many of NIK and birth date a list does not have; birth dates read from the NIK are not its own."""
        names = {each.name for each in self.comparisons}
        return ("nik" not in names) + ("born" not in names or not self.lists.has_own_births())

    # ---- what people decided

    def _reviewed(self, shared: pl.DataFrame, model: Model) -> tuple[pl.DataFrame, Model]:
        """Probabilities moved by what was decided, and the pairs decided as they were; the model with that shift."""
        if not self.decided.height or not shared.height:
            moved = shared.with_columns(review.shifted(pl.col("probability"), model.shift)) if model.shift else shared
            return moved, model
        entities = self.lists.entities(self.decided["participant"])
        decided = self.decided.select(l="worker", entity=entities, is_same="is_same")
        decided = decided.unique(["l", "entity"], keep="last", maintain_order=True)
        bits = review.shift(shared.join(decided, on=["l", "entity"]))
        known = shared.with_columns(review.shifted(pl.col("probability"), bits)).join(
            decided, on=["l", "entity"], how="left"
        )
        stands = pl.when("is_same").then(pl.lit(_DECIDED)).when(~pl.col("is_same")).then(1 - _DECIDED)
        return known.with_columns(probability=stands.otherwise("probability")).drop("is_same"), replace(
            model, shift=bits
        )

    # ---- result

    def _model(self) -> Model:
        found = self.lists.trained(self.comparisons)
        self._is_small = found is None
        return found or default_model()

    def _with_niks_apart(self, persons: pl.DataFrame) -> pl.Series:
        """The persons (worker, person) that have rows with NIKs of several."""
        several = persons.filter(pl.len().over("person") > 1)
        pairs = several.join(several.rename({"worker": "other"}), on="person").filter(
            pl.col("worker") < pl.col("other")
        )
        apart = self.lists.niks_apart(pairs.select(l="worker", r="other"))
        return persons.join(apart, left_on="worker", right_on="l", how="semi")["person"].unique().sort()

    def _notes(self, with_niks_apart: pl.Series) -> list[Words]:
        is_weighed = self.lists.left and self.lists.participants and told_apart(self.comparisons)
        small = [_DEFAULT_MODEL] if self._is_small and is_weighed else []
        return (
            small
            + noticed.of_other_lists(self._others)
            + noticed.untold(*self.untold)
            + noticed.of_niks_apart(with_niks_apart)
            + self.lists.notes(self.comparisons)
        )

    def _result(
        self, found: settle.Settled, shared: pl.DataFrame, threshold: float, estimate: coverage.Estimate, model: Model
    ) -> Linked:
        ids, others = self.lists.ids()
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
        apart = ids.gather(self._with_niks_apart(found.persons))
        summary = {
            "workers": self.lists.workers,
            "persons": persons,
            "participants": self.lists.participants,
            "matched": matched,
            "coverage": _share(matched, persons),
            "coverage_low": estimate.low,
            "coverage_high": estimate.high,
            "basis": self.lists.basis,
            "level": 3,
            "stages": {stage: int((pairs["stage"] == stage).sum()) for stage in ("nik", "model")},
            "threshold": round(threshold, 6),
            "model": model.trained_on,
            "compared": [each.name for each in self.comparisons],
            "reviewed": self.decided.height,
            "niks_apart": len(apart),
            "notes": [{"id": said.id, "en": said.en} for said in self._notes(apart)],
        }
        why = self.lists.reasons(self.comparisons, model, found, shared)
        return Linked(pairs, clusters, summary, why, model)


_DEFAULT_MODEL = Words(
    "daftarnya terlalu kecil untuk dipelajari sendiri: kemiripan dinilai dengan model bawaan, dari data rekaan",
    "the lists are too small to learn from: likeness was weighed with the built-in model, of made-up data",
)
_DECIDED = 0.9999
_LEAST_KNOWN = 0.01


def _share(matched: int, persons: int) -> float | None:
    return round(matched / persons, 6) if persons else None
