"""What others may see of a round, made once and kept: by disclosure control, given all that was shown before."""

from __future__ import annotations

from pathlib import Path

from django.conf import settings

from semesta.monev.disclosure import Published, disclosed
from semesta.monev.hidden import Progress
from semesta.rounds import snapshot as snapshots
from semesta.web import chapters
from semesta.web.actions.recorded import about, recorded
from semesta.web.actions.refused import Refused
from semesta.web.models import Publication, Round, Snapshot, User
from semesta.web.models.round import State
from semesta.web.places import office_places

AT_ONCE = 10_000
"""So many figures are made fit to be seen within a few seconds."""


def publication_of(round: Round, *, by: User | None, progress: Progress = lambda done: None) -> Publication:
    """The round as others may see it; made the first time, the same ever after.

    Args:
        progress: called with the share done; what it raises ends the work, and nothing is kept.

    Raises:
        Refused: it is not accepted, or has no measurement.
    """
    snapshot = round.snapshots.filter(is_current=True).first()
    if round.state != State.ACCEPTED or snapshot is None:
        raise Refused("Hanya putaran yang diterima dapat ditunjukkan.", "Only accepted rounds can be shown.")
    while True:
        held = Publication.objects.filter(snapshot=snapshot).first()
        if held is not None:
            return held
        before = _before(snapshot)
        found = disclosed(chapters.measured(snapshot.sha256), [_published(one) for one in before], progress=progress)
        shown = snapshots.keep(found.measured, Path(settings.HOME) / "snapshots")
        with recorded("disclose_round", by=by, place=round.place) as event:
            # Whoever shows another round of this place waits here, and then begins again knowing of this one.
            about_here = [pk for pk, place in Round.objects.values_list("pk", "place") if _overlap(place, round.place)]
            list(Round.objects.select_for_update().filter(pk__in=about_here))
            if len(_before(snapshot)) == len(before) and not Publication.objects.filter(snapshot=snapshot).exists():
                made = Publication.objects.create(
                    snapshot=snapshot,
                    shown=shown,
                    place=round.place,
                    withheld=dict(found.withheld),
                    leaked=found.leaked,
                )
                about(
                    event,
                    made,
                    round=round.pk,
                    withheld=dict(found.withheld),
                    leaked=found.leaked,
                    undecided=found.undecided,
                )
                return made
            about(event, round, again=True)


def takes_long(round: Round) -> bool:
    """Whether what others may see of a round is yet to be made, and is so much that nobody should wait for a page with it."""
    snapshot = round.snapshots.filter(is_current=True).first()
    if snapshot is None or Publication.objects.filter(snapshot=snapshot).exists():
        return False
    return snapshot.figures.count() > AT_ONCE


def _before(snapshot: Snapshot) -> list[Publication]:
    """What was shown before of the same place, of places in it and of places it lies in: they tell of the same people."""
    shown = Publication.objects.select_related("snapshot").exclude(snapshot=snapshot)
    return [one for one in shown if _overlap(one.place, snapshot.place)]


def _overlap(one: str, other: str) -> bool:
    return office_places().is_within(one, other) or office_places().is_within(other, one)


def _published(one: Publication) -> Published:
    return Published(chapters.measured(one.snapshot.sha256), chapters.measured(one.shown))
