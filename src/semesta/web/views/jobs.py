"""Long work as somebody who waits for it sees it."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from semesta.web.access import fetched
from semesta.web.actions import jobs
from semesta.web.models import Job
from semesta.web.roles import Permission


@login_required
def shown(request: HttpRequest, job_id: int) -> HttpResponse:
    """How far it is; htmx asks again until it is done, then the page it belongs to is shown anew."""
    job = fetched(Job.objects.all(), request.user, Permission.READ, pk=job_id)
    response = render(request, "web/job.html", {"job": job})
    if request.htmx and not job.is_open:
        response.headers["HX-Refresh"] = "true"
    return response


@require_POST
@login_required
def cancel(request: HttpRequest, job_id: int) -> HttpResponse:
    job = fetched(Job.objects.all(), request.user, Permission.WORK, pk=job_id)
    jobs.cancel(job, by=request.user)
    return redirect("round", round_id=job.arguments["round"]) if "round" in job.arguments else redirect("overview")
