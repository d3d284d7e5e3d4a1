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
Case = dict[Annotated[str, Field(max_length=60)], Any]


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
def bill(request: HttpRequest, case: Annotated[Case, Body()], lang: Lang = "id") -> Any:
    """The whole monthly bill of a case, as `semesta contribution --json` has it."""
    return _told(contribution(case), lang)


@router.post("/benefit", response=dict[str, Any], url_name="benefit")
def paid(request: HttpRequest, case: Annotated[Case, Body()], lang: Lang = "id") -> Any:
    """All that an event pays, as `semesta benefit --json` has it."""
    return _told(benefit(case), lang)


def _told(answer: Answer, lang: Lang) -> Any:
    told = described(answer, lang)
    if answer.problems:
        return problem(422, told["problems"][0], errors=told["problems"])
    return told
