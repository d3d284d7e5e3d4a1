"""Each page asked by its owner, by the officer of another region, by who has no role, and by the public."""

from __future__ import annotations

import pytest
from django.urls import reverse

from semesta.web.chapters import CHAPTERS
from semesta.web.roles import Role

pytestmark = pytest.mark.django_db

READ = [("round", {}), *(("chapter", {"page": page}) for page in CHAPTERS)]
WRITE = ["upload", "measure", "submit_round", "decide_round", "publish_round"]


def test_a_page_of_a_round_is_for_its_place_alone(round_of, person, signed_in):
    round = round_of("cilegon-2024", "36.72")
    addresses = [reverse(name, kwargs={"round_id": round.pk, **also}) for name, also in READ]
    people = {
        person("petugas"): 200,
        person("provinsi", Role.READER, "36"): 200,
        person("lain", Role.OFFICER, "36.71"): 404,
        person("tanpa-peran"): 404,
    }
    for somebody, status in people.items():
        browser = signed_in(somebody)
        assert {address: browser.get(address).status_code for address in addresses} == dict.fromkeys(addresses, status)


@pytest.mark.parametrize("name", WRITE)
def test_nobody_writes_to_a_round_of_another_place_and_a_reader_to_none(name, round_of, person, signed_in):
    round = round_of("cilegon-2024", "36.72", measured=False)
    address = reverse(name, kwargs={"round_id": round.pk})
    assert signed_in(person("lain", Role.OFFICER, "36.71")).post(address).status_code == 404
    assert signed_in(person("pembaca", Role.READER, "36.72")).post(address).status_code == 403


@pytest.mark.parametrize("name", ["overview", "rounds", "new_round"])
def test_the_public_is_asked_to_sign_in(name, client):
    answer = client.get(reverse(name))
    assert answer.status_code == 302
    assert answer["Location"].startswith(reverse("sign_in"))


def test_lists_hold_only_rounds_of_ones_places(round_of, person, signed_in):
    round_of("cilegon-2024", "36.72")
    page = signed_in(person("lain", Role.OFFICER, "36.71")).get(reverse("rounds"))
    assert "Monev cilegon-2024" not in page.content.decode()


def test_a_code_that_begins_alike_is_another_place(round_of, person, signed_in):
    round = round_of("cilegon-2024", "36.72")
    page = signed_in(person("awalan", Role.READER, "36.7")).get(reverse("round", kwargs={"round_id": round.pk}))
    assert page.status_code == 404


def test_the_summary_speaks_both_languages(round_of, person, signed_in):
    round_of("cilegon-2024", "36.72")
    browser = signed_in(person("petugas"))
    assert "Iuran diterima" in browser.get(reverse("overview")).content.decode()
    browser.post(reverse("language"), {"lang": "en", "back": "/"})
    assert "Contributions" in browser.get(reverse("overview")).content.decode()
