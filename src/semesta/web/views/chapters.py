"""A chapter of a round's report as a page."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from semesta.web import chapters
from semesta.web.access import fetched
from semesta.web.models import Round, Snapshot
from semesta.web.roles import Permission


@login_required
def chapter(request: HttpRequest, round_id: int, page: str) -> HttpResponse:
    """The chapter as the report has it, or why there is none yet."""
    if page not in chapters.CHAPTERS:
        raise Http404
    round = fetched(Round.objects.all(), request.user, Permission.READ, pk=round_id)
    snapshot = Snapshot.objects.filter(round=round, is_current=True).first()
    title, _ = chapters.CHAPTERS[page]
    blocks = chapters.blocks(snapshot.sha256, page, request.lang) if snapshot else []
    shown = {
        "round": round,
        "snapshot": snapshot,
        "blocks": blocks,
        "pages": chapters.CHAPTERS,
        "page": page,
        "title": title,
    }
    return render(request, "web/chapter.html", shown)
