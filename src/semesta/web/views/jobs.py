"""Long work as somebody who waits for it sees it."""

from __future__ import annotations

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from semesta.web.access import Somebody, allowed, fetched
from semesta.web.actions import jobs
from semesta.web.models import Job, Round
from semesta.web.models.job import OPEN
from semesta.web.roles import Permission


def being_measured(user: Somebody) -> list[tuple[Job, Round]]:
    """The rounds with lists of people that are being measured, of places whose lists somebody may see."""
    open_ones = Job.objects.filter(kind="measure", state__in=OPEN)
    jobs_of = {job.arguments.get("round"): job for job in allowed(open_ones, user, Permission.READ_LISTS)}
    rounds = Round.objects.filter(pk__in=jobs_of, uploads__holds_people=True, uploads__removed_at=None).distinct()
    return [(jobs_of[round.pk], round) for round in rounds]


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
    job = fetched(Job.objects.all(), request.user, Permission.READ, pk=job_id)
    jobs.cancel(job, by=request.user)
    if job.arguments.get("other"):
        return redirect(f"{reverse('compare_plans')}?a={job.arguments['scenario']}&b={job.arguments['other']}")
    if "scenario" in job.arguments:
        return redirect("plan", scenario_id=job.arguments["scenario"])
    return redirect("round", round_id=job.arguments["round"]) if "round" in job.arguments else redirect("overview")
