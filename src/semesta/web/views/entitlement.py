"""Santunan: what a family is owed, under which article, with which documents, by which working day. No sign-in, nothing kept."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.cache import never_cache

from semesta.law.answers import Answer, benefit
from semesta.web.entitlements import case_of, lines_of, questions, total_of


@never_cache
def entitlement(request: HttpRequest) -> HttpResponse:
    """The questions, and under them the answer once they were sent; what was typed is neither kept nor logged."""
    typed = request.POST if request.method == "POST" else QueryDict()
    told: dict[str, Any] = {}
    if request.method == "POST":
        case, wrong = case_of(typed)
        answer = benefit(case) if not wrong else Answer((), tuple(wrong))
        told = {"answer": answer, "lines": lines_of(answer, request.lang), "total": total_of(answer, request.lang)}
        told["documents"] = {one.title.id: one for one in answer.after.documents}.values() if answer.after else ()
    return render(
        request,
        "web/entitlement.html",
        {**questions(typed), "today": timezone.localdate().isoformat(), **told},
        status=422 if told and told["answer"].problems else 200,
    )
