"""A published round made fit to be seen by everybody."""

from __future__ import annotations

from semesta.basics.words import Words
from semesta.web.actions.publishing import publication_of
from semesta.web.actions.refused import Refused
from semesta.web.models import Job, Round
from semesta.web.work.tell import Failed, Tell


def disclose(job: Job, tell: Tell) -> None:
    """Hides what would give people away; until this is done the public sees nothing of the round."""
    said = Words("menutup angka kecil", "hiding small numbers")
    round = Round.objects.get(pk=job.arguments["round"])
    try:
        publication_of(round, by=job.asked_by, progress=lambda done: tell(said, done))
    except Refused as refused:
        raise Failed(refused.said) from None


WORK = ("disclose", disclose)
