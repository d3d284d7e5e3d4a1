"""Long work: asked for once, done by a child, taken again when its worker falls silent, left when asked to."""

from __future__ import annotations

import datetime as dt

import pytest
from django.urls import reverse
from django.utils import timezone

from semesta.basics.words import Words
from semesta.web.actions import jobs
from semesta.web.models import Job
from semesta.web.roles import Role
from semesta.web.work.tell import Failed

pytestmark = pytest.mark.django_db


def test_the_same_work_is_asked_for_once_while_it_is_open(person):
    by = person("petugas")
    first = jobs.ask("measure", by=by, round=1, files=["a"])
    assert jobs.ask("measure", by=by, round=1, files=["a"]).pk == first.pk
    assert jobs.ask("measure", by=by, round=1, files=["a", "b"]).pk != first.pk


def test_a_job_is_taken_by_one_worker_alone(person):
    jobs.ask("measure", by=person("petugas"), round=1)
    now = timezone.now()
    assert jobs.take(now) is not None
    assert jobs.take(now) is None


def test_a_job_without_a_sign_of_life_for_a_minute_is_taken_again(person):
    jobs.ask("measure", by=person("petugas"), round=1)
    start = timezone.now()
    first = jobs.take(start)
    assert jobs.take(start + dt.timedelta(seconds=59)) is None
    again = jobs.take(start + dt.timedelta(seconds=61))
    assert again is not None
    assert (again.pk, again.attempts) == (first.pk, 2)


def test_the_first_worker_that_comes_back_to_life_is_told_to_stop_and_ends_nothing(person):
    jobs.ask("measure", by=person("petugas"), round=1)
    start = timezone.now()
    first = jobs.take(start)
    second = jobs.take(start + dt.timedelta(seconds=61))
    assert jobs.beat(first, progress=0.5) is False
    jobs.end(first, "done", Words("Selesai.", "Done."))
    second.refresh_from_db()
    assert second.state == "running"


def test_a_job_that_kills_its_worker_again_and_again_fails_and_says_so(person):
    made = jobs.ask("measure", by=person("petugas"), round=1)
    now = timezone.now()
    for attempt in range(jobs.MOST_ATTEMPTS + 1):
        jobs.take(now + dt.timedelta(seconds=61 * attempt))
    made.refresh_from_db()
    assert made.state == "failed"
    assert "berulang kali" in made.message["id"]


def test_stopping_the_office_again_and_again_fails_no_job(person):
    made = jobs.ask("measure", by=person("petugas"), round=1)
    for _ in range(jobs.MOST_ATTEMPTS + 1):
        jobs.put_back(jobs.take(timezone.now()))
    made.refresh_from_db()
    assert (made.state, made.attempts) == ("waiting", 0)
    assert jobs.take(timezone.now()).pk == made.pk


def test_cancelling_stops_what_waits_at_once_and_what_runs_at_its_next_step(person):
    by = person("petugas")
    waiting, running = jobs.ask("measure", by=by, round=1), jobs.ask("measure", by=by, round=2)
    Job.objects.filter(pk=running.pk).update(state="running", heartbeat=timezone.now(), attempts=1)
    jobs.cancel(waiting, by=by)
    jobs.cancel(running, by=by)
    waiting.refresh_from_db()
    running.refresh_from_db()
    assert (waiting.state, running.state, jobs.beat(running)) == ("cancelled", "running", False)


def test_a_round_of_another_place_says_why_it_cannot_be_measured(round_of, measured_now, person):
    round = round_of("cilegon-2024", "36.71", measured=False)
    with pytest.raises(Failed, match="place"):
        measured_now(round, person("petugas"))


def test_a_job_is_seen_by_its_place_alone(person, signed_in):
    by = person("petugas", Role.OFFICER, "36.72")
    job = jobs.ask("measure", by=by, place="36.72", round=1)
    address = reverse("job", kwargs={"job_id": job.pk})
    stranger = signed_in(person("lain", Role.OFFICER, "36.71"))
    assert (signed_in(by).get(address).status_code, stranger.get(address).status_code) == (200, 404)
    assert stranger.post(reverse("cancel_job", kwargs={"job_id": job.pk})).status_code == 404


def test_who_only_checks_a_round_sees_how_far_measuring_is_and_no_button_to_cancel(round_of, person, signed_in):
    round = round_of("cilegon-2024", "36.72", measured=False)
    job = jobs.ask("measure", by=person("petugas"), place=round.place, round=round.pk)
    cancel = reverse("cancel_job", kwargs={"job_id": job.pk})
    address = reverse("round", kwargs={"round_id": round.pk})
    assert cancel in signed_in(person("petugas")).get(address).content.decode()
    checking = signed_in(person("pemeriksa", Role.VERIFIER, "36.72"))
    page = checking.get(address).content.decode()
    assert "<progress" in page
    assert cancel not in page
    assert checking.post(cancel).status_code == 403
