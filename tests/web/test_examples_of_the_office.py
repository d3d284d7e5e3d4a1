"""The examples of a new office: light ones first, then the invented city with its lists of people, which says that it is coming."""

from __future__ import annotations

import pytest
from django.urls import reverse

from semesta.web.access import sees_identity
from semesta.web.examples import load_examples
from semesta.web.models import Job, Round, Scenario, Upload
from semesta.web.places import invented_file, office_places
from semesta.web.serving import first_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def user():
    yield first_user()
    invented_file().unlink(missing_ok=True)


def test_the_city_of_lists_is_measured_last_and_its_lists_say_why_they_are_kept(user, signed_in):
    load_examples(user)
    places = [
        Round.objects.get(pk=job.arguments["round"]).place for job in Job.objects.filter(kind="measure").order_by("id")
    ]
    assert places == ["36.72", "36", "36", "36.79"]
    assert office_places()["36.79.01.1001"].title.id == "Kel. Melati"
    assert "36.79" not in [region.code for region in office_places().regions("36")]
    of_people = Upload.objects.filter(holds_people=True)
    assert {one.round.place for one in of_people} == {"36.79"}
    assert not of_people.filter(legal_basis="").exists()
    assert not Upload.objects.get(name="rekap monev.xlsx").holds_people
    assert (sees_identity(user, "36.79"), sees_identity(user, "36.72")) == (True, False)
    for page in ("matters", "cases"):
        assert "rekaan sedang diukur" in signed_in(user).get(reverse(page)).content.decode()


def test_there_is_a_plan_to_look_at_and_it_is_run_last(user, signed_in):
    load_examples(user)
    plan = Scenario.objects.get()
    assert (plan.place, plan.is_ready, plan.is_example) == ("36.72", True, True)
    assert Job.objects.latest("id").arguments["scenario"] == plan.pk
    assert 'class="tag">contoh' in signed_in(user).get("/rencana/").content.decode()


def test_examples_are_loaded_once(user):
    load_examples(user)
    Round.objects.filter(place="36").update(title="milik kami")
    load_examples(user)
    assert (Round.objects.count(), Scenario.objects.count()) == (4, 1)
