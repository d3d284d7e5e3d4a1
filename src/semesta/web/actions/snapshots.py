"""What a measurement found, kept: the snapshot's folder, and its figures in the database."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from django.conf import settings

from semesta.basics.problem import Problem
from semesta.basics.words import LANGS, Words
from semesta.files.problems import grouped
from semesta.monev.measured import Measured
from semesta.monev.value import CODES, Finding, Value
from semesta.rounds import snapshot as snapshots
from semesta.web.actions.recorded import about, recorded
from semesta.web.actions.refused import Refused
from semesta.web.actions.uploads import files_of
from semesta.web.models import Figure, Round, Snapshot, User

AT_ONCE = 2_000


def keep_snapshot(
    round: Round,
    measured: Measured,
    *,
    by: User | None,
    problems: Sequence[Problem] = (),
    of_files: Sequence[str] | None = None,
) -> Snapshot:
    """The round's current snapshot; where nothing changed since the last one, that one.

    Args:
        problems: of its files as they were read, with what stood there, which no snapshot has of lists of people.
        of_files: the hashes of the files that were read; None for what came measured.

    Raises:
        Refused: the round was submitted while its files were measured, or has other files by now.
    """
    name = snapshots.keep(measured, Path(settings.HOME) / "snapshots")
    with recorded("measure_round", by=by, place=round.place) as event:
        held = Round.objects.select_for_update().get(pk=round.pk)
        if of_files is not None:
            _require_same(held, of_files)
        current = held.snapshots.filter(is_current=True).first()
        if current is not None and current.sha256 == name:
            about(event, current, same=True)
            return current
        held.snapshots.filter(is_current=True).update(is_current=False)
        made = Snapshot.objects.create(
            round=held,
            sha256=name,
            place=measured.place,
            as_of=measured.as_of,
            rows_read=dict(measured.dataset.read),
            rows_set_aside=dict(measured.dataset.set_aside),
            findings=[_finding(one) for one in measured.findings],
            problems=_problems(problems or measured.dataset.problems),
        )
        figures = (_figure(made, number, value) for number, value in enumerate(measured.values))
        Figure.objects.bulk_create(figures, batch_size=AT_ONCE)
        if held.as_of is None:
            held.as_of = measured.as_of
            held.save()
        about(event, made, sha256=name, figures=len(measured.values))
    return made


def _require_same(round: Round, files: Sequence[str]) -> None:
    if not round.is_open:
        raise Refused(
            "Putaran ini sudah dikirim; hasil ukurnya tetap.", "This round was submitted; its measurement stays."
        )
    if list(files) != files_of(round):
        raise Refused("Berkas putaran berubah selagi diukur.", "The round's files changed while they were measured.")


def _figure(made: Snapshot, number: int, value: Value) -> Figure:
    whole = isinstance(value.value, int)
    return Figure(
        snapshot=made,
        position=number,
        indicator=value.indicator,
        unit=value.unit,
        whole=value.value if whole else None,
        fraction=None if whole else value.value,
        rest={
            "numerator": value.numerator,
            "denominator": value.denominator,
            "low": value.low,
            "high": value.high,
            "status": list(value.status),
            "notes": [_both(note) for note in value.notes],
            "sources": list(value.sources),
            "rows": [list(row) for row in value.rows],
        },
        **{name: getattr(value.node, name) for name in CODES},
    )


def _finding(finding: Finding) -> dict[str, Any]:
    return {
        "kind": finding.kind,
        "severity": finding.severity,
        "place": finding.place,
        "quantity": finding.quantity,
        "message": _both(finding.message),
        "stated": finding.stated,
        "computed": finding.computed,
        "difference": finding.difference,
        "sources": list(finding.sources),
        "corrections": [{"title": _both(c.title), "from": c.given, "to": c.healed} for c in finding.corrections],
    }


def _problems(problems: Sequence[Problem]) -> list[dict[str, Any]]:
    return [
        {
            "cause": group.cause,
            "is_error": group.is_error,
            "headline": _both(group.headline),
            "where": {lang: [spot.said(lang) for spot in group.spots[:20]] for lang in LANGS},
            "values": list(group.values),
            "expected": _both(group.expected),
            "how_to_fix": _both(group.how_to_fix),
            "count": group.count,
        }
        for group in grouped(problems)
    ]


def _both(words: Words) -> dict[str, str]:
    return {"id": words.id, "en": words.en}
