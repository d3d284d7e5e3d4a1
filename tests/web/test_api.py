"""The API: by token or session, within one's places, with errors that programs can read."""

from __future__ import annotations

import datetime as dt

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from semesta.web.actions.refused import Refused
from semesta.web.actions.tokens import end_token, make_token
from semesta.web.models import Token
from semesta.web.roles import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def token_of(person):
    def made(user, scope="read") -> tuple[Token, str]:
        return make_token(by=user, title="uji", scope=scope, expires_on=timezone.localdate() + dt.timedelta(days=30))

    return made


def get(name: str, secret: str = "", **query):
    headers = {"Authorization": f"Bearer {secret}"} if secret else {}
    return Client().get(reverse(f"api:{name}"), query, headers=headers)


def test_figures_of_a_round_come_with_their_codes_and_the_missing_is_null(round_of, person, token_of):
    round = round_of("cilegon-2024", "36.72")
    _, secret = token_of(person("petugas"))
    told = get("figures", secret, round=round.pk, indicator="contributions").json()
    assert 480457660 in {item["value"] for item in told["items"]}
    missing = get("figures", secret, round=round.pk, indicator="coverage").json()["items"]
    assert {item["value"] for item in missing} <= {None}


@pytest.mark.parametrize("name", ["figures", "findings"])
def test_a_round_of_another_place_is_not_there(name, round_of, person, token_of):
    round = round_of("cilegon-2024", "36.72")
    _, secret = token_of(person("lain", Role.OFFICER, "36.71"))
    answer = get(name, secret, round=round.pk)
    assert (answer.status_code, answer["Content-Type"]) == (404, "application/problem+json")


def test_rounds_are_those_of_ones_places_page_by_page(round_of, person, token_of):
    round_of("cilegon-2024", "36.72", measured=False)
    _, stranger = token_of(person("lain", Role.OFFICER, "36.71"))
    _, owner = token_of(person("petugas"))
    assert get("rounds", stranger).json() == {"count": 0, "items": []}
    assert get("rounds", owner, limit=1).json()["count"] == 1


def test_without_a_token_or_session_the_answer_is_401_as_a_problem():
    answer = get("rounds")
    assert (answer.status_code, answer.json()["status"]) == (401, 401)


def test_an_ended_token_and_one_past_its_day_open_nothing(person, token_of):
    user = person("petugas")
    ended, secret = token_of(user)
    end_token(ended, by=user)
    old, late = token_of(user)
    Token.objects.filter(pk=old.pk).update(expires_on=timezone.localdate() - dt.timedelta(days=1))
    assert [get("rounds", one).status_code for one in (secret, late)] == [401, 401]


def test_a_token_cannot_outlive_a_year_and_only_its_hash_is_kept(person, token_of):
    user = person("petugas")
    with pytest.raises(Refused):
        make_token(by=user, title="uji", scope="read", expires_on=timezone.localdate() + dt.timedelta(days=400))
    made, secret = token_of(user)
    assert secret not in str(Token.objects.filter(pk=made.pk).values())


def test_cards_and_law_are_open_to_everybody(client):
    assert get("indicators").status_code == 200
    assert get("rules").status_code == 200
    case = {"programme": "JKM", "event": "death", "date": "2025-03-01", "segment": "BPU", "months_paid": 5}
    answer = client.post(reverse("api:benefit"), case, content_type="application/json")
    assert answer.json()["total"] == 42_000_000


@pytest.mark.parametrize(
    ("case", "status"),
    [
        ({}, 422),
        ({"programme": "JKM", "event": "death", "date": "kemarin"}, 422),
        (
            {"programme": "JKM", "event": "death", "date": "2025-03-01", "segment": "BPU", "months_paid": "9" * 5000},
            422,
        ),
        ([1], 422),
    ],
)
def test_a_case_that_cannot_be_answered_says_all_that_is_wrong(client, case, status):
    answer = client.post(reverse("api:benefit"), case, content_type="application/json")
    assert (answer.status_code, answer["Content-Type"]) == (status, "application/problem+json")
    assert answer.json()["errors"]


def test_what_is_no_json_is_told_as_a_problem(client):
    answer = client.post(reverse("api:benefit"), "{", content_type="application/json")
    assert (answer.status_code, answer["Content-Type"]) == (400, "application/problem+json")


@pytest.mark.parametrize("query", [{"limit": 0}, {"limit": "banyak"}, {"offset": -1}])
def test_wrong_pages_are_told_without_repeating_what_was_given(query, person, token_of):
    _, secret = token_of(person("petugas"))
    answer = get("rounds", secret, **query)
    assert answer.status_code == 422
    assert "banyak" not in answer.content.decode()


def test_the_description_of_the_api_is_there_for_programs(client):
    told = client.get("/api/openapi.json").json()
    assert {"/api/rounds", "/api/figures", "/api/findings", "/api/law/benefit"} <= set(told["paths"])
