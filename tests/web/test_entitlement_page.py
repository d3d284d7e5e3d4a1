"""A family or a helper asks what is owed, without signing in."""

from __future__ import annotations

import pytest
from django.urls import reverse

from semesta.web.models import Event

pytestmark = pytest.mark.django_db
DEATH = {"happening": "meninggal", "date": "2025-03-01", "segment": "BPU", "months_paid": "5", "heirs": ["spouse"]}


def asked(client, **changed) -> str:
    answer = client.post(reverse("entitlement"), {**DEATH, **changed})
    return answer.content.decode()


def test_a_family_learns_the_sum_the_articles_the_documents_and_who_receives_it(client):
    page = asked(client)
    for said in ("Rp42.000.000", "PP 44/2015 Pasal 34", "Akta kematian", "janda atau duda", "hari kerja"):
        assert said in page


def test_in_the_waiting_time_the_funeral_alone_is_owed(client):
    assert "Rp10.000.000" in asked(client, months_paid="2")


def test_the_scholarship_counts_each_child(client):
    page = asked(client, months_paid="40", children_SMA="1", children_SD="1")
    assert "Beasiswa" in page
    assert "Rp42.000.000" not in page.split("</h2>")[1].split("</p>")[0]


def test_the_last_working_day_is_told_from_the_day_the_request_was_complete(client):
    assert "Maret 2025" in asked(client, complete_on="2025-03-10")


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"happening": ""}, "Pilih apa yang terjadi"),
        ({"date": ""}, "Isi tanggal kejadian"),
        ({"date": "2025-02-30"}, "bukan tanggal"),
        ({"children_SD": "banyak"}, "Jumlah anak SD"),
        ({"children_SD": "9" * 5000}, "Jumlah anak SD"),
        ({"months_paid": "9" * 5000}, "months_paid"),
        ({"date": "9999-12-31"}, "date"),
        ({"segment": "ABC"}, "segment"),
        ({"heirs": ["<b>tetangga</b>"]}, "tidak dikenal"),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_computed(client, changed, said):
    answer = client.post(reverse("entitlement"), {**DEATH, **changed})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert said in page
    assert "<b>tetangga" not in page


def test_what_is_unknown_is_said_and_never_zero(client):
    page = asked(client, months_paid="")
    assert "belum dapat dihitung" in page
    assert "paling sedikit" in page


def test_nothing_that_was_typed_is_kept(client):
    asked(client)
    assert Event.objects.count() == 0
    assert client.get(reverse("entitlement"))["Cache-Control"].startswith("max-age=0, no-cache, no-store")


def test_english_is_spoken_too(client):
    client.post(reverse("language"), {"lang": "en", "back": "/"})
    assert "What is owed" in asked(client)
