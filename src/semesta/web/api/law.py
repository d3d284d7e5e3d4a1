"""What the law says: a month's contribution, an event's benefits. Open to everybody; nothing is kept."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from django.http import HttpRequest
from ninja import Body, Router, Schema
from pydantic import Field

from semesta.law.answers import Answer, benefit, contribution
from semesta.law.described import described
from semesta.law.law import LAW
from semesta.web.api.problem import problem

router = Router(tags=["law"], auth=None)
Lang = Literal["id", "en"]
Named = dict[Annotated[str, Field(max_length=60)], Any]
"""What a case says by name, as for the commands; what is wrong with it is told all at once."""
Bill = Annotated[Named, Body(examples=[{"segment": "BPU", "month": "2025-06", "income_per_month": 1_000_000}])]
Event = Annotated[
    Named,
    Body(examples=[{"programme": "JKM", "event": "death", "date": "2025-03-01", "segment": "BPU", "months_paid": 14}]),
]


class RuleOut(Schema):
    name: str
    title: dict[str, str]
    unit: str
    law: list[str]


@router.get("/rules", response=list[RuleOut], url_name="rules")
def rules(request: HttpRequest) -> list[dict[str, Any]]:
    """Every rule with its title and articles; versions of a changed law under one name."""
    return [
        {
            "name": name,
            "title": {"id": versions[-1].title.id, "en": versions[-1].title.en},
            "unit": versions[-1].unit,
            "law": [version.law for version in versions],
        }
        for name, versions in LAW.book.rules.items()
    ]


@router.post("/contribution", response=dict[str, Any], url_name="contribution")
def bill(request: HttpRequest, case: Bill, lang: Lang = "id") -> Any:
    """The whole monthly bill of a case, as `semesta contribution --json` has it."""
    return _told(contribution(case), lang)


@router.post("/benefit", response=dict[str, Any], url_name="benefit")
def paid(request: HttpRequest, case: Event, lang: Lang = "id") -> Any:
    """All that an event pays, as `semesta benefit --json` has it."""
    return _told(benefit(case), lang)


def _told(answer: Answer, lang: Lang) -> Any:
    told = described(answer, lang)
    if answer.problems:
        return problem(422, told["problems"][0], errors=told["problems"])
    return told
