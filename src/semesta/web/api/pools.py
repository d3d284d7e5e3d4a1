"""Gotong royong: what the years may bring to the pools of a round."""

from __future__ import annotations

from enum import IntEnum
from typing import Annotated, Any, Literal

from django.http import HttpRequest
from ninja import Query, Router, Schema, Status
from pydantic import Field

from semesta.basics.words import Lang
from semesta.report.pooled.document import NAME
from semesta.web.access import fetched
from semesta.web.actions.pools import EXPECT, MOST_SEED, SCENARIOS, USUAL, YEARS, ask_pools
from semesta.web.api.jobs import JobOut
from semesta.web.api.paging import Id
from semesta.web.api.plans import told
from semesta.web.models import Round
from semesta.web.roles import Permission
from semesta.web.work.pools import folder_of

router = Router(tags=["pools"])
Years = IntEnum("Years", {f"for_{n}": n for n in YEARS})
Scenarios = IntEnum("Scenarios", {f"times_{n}": n for n in SCENARIOS})


class Asked(Schema):
    """Years ahead, how many times they are drawn, with which seed; expected by own experience or by the published ratio."""

    years: Years = Years(USUAL["years"])  # type: ignore[valid-type]
    scenarios: Scenarios = Scenarios(USUAL["scenarios"])  # type: ignore[valid-type]
    seed: Annotated[int, Field(ge=0, le=MOST_SEED)] = 1
    expect: Literal[EXPECT] = "own"  # type: ignore[valid-type]

    def told(self) -> dict[str, Any]:
        return {"years": int(self.years), "scenarios": int(self.scenarios), "seed": self.seed, "expect": self.expect}


@router.post("/{int:round_id}/pools", response={202: JobOut}, url_name="draw_pools")
def draw(request: HttpRequest, round_id: Id, asked: Query[Asked], lang: Literal["id", "en"] = "id") -> Any:
    """Has the pools of a round drawn, by whoever may read it; 409 where it is not measured."""
    round = fetched(Round.objects.all(), request.user, Permission.READ, pk=round_id)
    return Status(202, ask_pools(round, by=request.user, lang=lang, **asked.told()))


@router.get("/{int:round_id}/pools", response=dict[str, Any], url_name="pools")
def result(request: HttpRequest, round_id: Id, asked: Query[Asked], lang: Lang = "id") -> dict[str, Any]:
    """What was drawn, as `semesta pool --json` gives it; 404 before it was drawn so in this language."""
    round = fetched(Round.objects.all(), request.user, Permission.READ, pk=round_id)
    snapshot = round.snapshots.filter(is_current=True).first()
    return told(folder_of(snapshot.sha256 if snapshot else "", lang=lang, **asked.told()) / f"{NAME}.json")
