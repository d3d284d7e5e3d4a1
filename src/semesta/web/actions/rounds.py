"""Rounds: made, submitted, returned or accepted by another, published."""

from __future__ import annotations

import datetime as dt

from django.utils import timezone

from semesta.web.actions.jobs import ask
from semesta.web.actions.recorded import about, recorded
from semesta.web.actions.refused import Refused
from semesta.web.actions.required import require
from semesta.web.actions.uploads import files_of
from semesta.web.models import Job, Round, ScenarioText, User
from semesta.web.models.job import OPEN
from semesta.web.models.round import State
from semesta.web.roles import Permission


def make_round(
    *, by: User, place: str, title: str, kind: str, as_of: dt.date | None = None, is_example: bool = False
) -> Round:
    """A new round, still empty."""
    require(by, place, Permission.WORK)
    with recorded("make_round", by=by, place=place) as event:
        made = Round.objects.create(place=place, title=title, kind=kind, as_of=as_of, made_by=by, is_example=is_example)
        about(event, made, kind=kind)
    return made


def ask_measurement(round: Round, *, by: User) -> Job:
    """The job that measures a round with the files it has now.

    Raises:
        Refused: it was submitted: its measurement stays what it is.
    """
    require(by, round.place, Permission.WORK)
    if not round.is_open:
        raise Refused(
            "Putaran ini sudah dikirim; hasil ukurnya tetap.", "This round was submitted; its measurement stays."
        )
    return ask("measure", by=by, place=round.place, round=round.pk, files=files_of(round))


def submit_round(round: Round, *, by: User) -> None:
    """Hands the round to who checks it. It needs a snapshot, and from now on its files stay as they are."""
    require(by, round.place, Permission.WORK)
    with recorded("submit_round", by=by, place=round.place) as event:
        kept = _locked(round)
        if not kept.is_open:
            raise Refused("Putaran ini sudah dikirim.", "This round was submitted already.")
        snapshot = kept.snapshots.filter(is_current=True).first()
        if snapshot is None:
            raise Refused(
                "Belum ada hasil ukur: unggah berkas dan tunggu sampai selesai diukur.",
                "There is no measurement yet: upload files and wait until they are measured.",
            )
        if Job.objects.filter(kind="measure", arguments__round=kept.pk, state__in=OPEN).exists():
            raise Refused(
                "Putaran ini sedang diukur; tunggu sampai selesai, lalu kirim.",
                "This round is being measured; wait until that is done, then submit.",
            )
        kept.state, kept.submitted_by, kept.submitted_at, kept.remark = State.SUBMITTED, by, timezone.now(), ""
        kept.save()
        plan = {"plan": kept.plan.scenario_id, "revision": kept.plan.number} if kept.plan else {}
        about(event, kept, snapshot=snapshot.sha256, **plan)


def return_round(round: Round, *, by: User, remark: str) -> None:
    """Gives the round back with what is to be mended."""
    if not remark.strip():
        raise Refused("Tulis apa yang perlu diperbaiki.", "Say what is to be mended.")
    _decide(round, by=by, state=State.RETURNED, action="return_round", remark=remark.strip())


def accept_round(round: Round, *, by: User) -> None:
    """Accepts and locks the round. Who submitted it cannot."""
    _decide(round, by=by, state=State.ACCEPTED, action="accept_round")


def publish_round(round: Round, *, by: User) -> None:
    """Lets the public see the round, through disclosure control."""
    require(by, round.place, Permission.VERIFY)
    with recorded("publish_round", by=by, place=round.place) as event:
        kept = _locked(round)
        if kept.state != State.ACCEPTED:
            raise Refused("Hanya putaran yang diterima dapat diumumkan.", "Only accepted rounds can be published.")
        kept.published_at = timezone.now()
        kept.save()
        about(event, kept)
    ask("disclose", by=by, place=round.place, round=round.pk)


def withdraw_round(round: Round, *, by: User) -> None:
    """Takes a published round from the public pages; what was published is still told by the audit."""
    require(by, round.place, Permission.VERIFY)
    with recorded("withdraw_round", by=by, place=round.place) as event:
        kept = _locked(round)
        kept.published_at = None
        kept.save()
        about(event, kept)


def _decide(round: Round, *, by: User, state: State, action: str, remark: str = "") -> None:
    require(by, round.place, Permission.VERIFY)
    with recorded(action, by=by, place=round.place) as event:
        kept = _locked(round)
        if kept.state != State.SUBMITTED:
            raise Refused("Putaran ini tidak sedang menunggu pemeriksaan.", "This round does not wait to be checked.")
        if kept.submitted_by_id == by.pk:
            raise Refused(
                "Yang mengirim tidak boleh memeriksa; mintalah orang lain.",
                "Who submitted may not check; ask somebody else.",
            )
        kept.state, kept.decided_by, kept.decided_at, kept.remark = state, by, timezone.now(), remark
        if kept.is_open:
            kept.plan = _plan_again(kept)
        kept.save()
        about(event, kept)


def _plan_again(round: Round) -> ScenarioText | None:
    """The plan of a round that came back: the scenario's newest text, unless it ended or belongs elsewhere by now."""
    if round.plan is None:
        return None
    scenario = round.plan.scenario
    if scenario.ended_at is not None or scenario.round_id != round.pk or scenario.place != round.place:
        return None
    return scenario.texts.get(number=scenario.revision) if scenario.is_ready else round.plan


def _locked(round: Round) -> Round:
    """The round as it stands now, held until the transaction ends, so that two people cannot decide at once."""
    return Round.objects.select_for_update().get(pk=round.pk)
