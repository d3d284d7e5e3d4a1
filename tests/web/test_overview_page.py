"""Ringkasan: the widest place first, its regions on the map, few questions to the database whatever there is."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from semesta.web.models import Snapshot
from semesta.web.roles import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def province(round_of, person):
    by = person("petugas", Role.OFFICER, "36")
    return (
        by,
        round_of("banten-2022", "36", by=by),
        round_of("banten-2025", "36", by=by),
        round_of("cilegon-2024", "36.72", by=by),
    )


def test_the_widest_place_at_its_latest_round_comes_first_and_leads_to_its_regions(province, signed_in):
    by, _, _, city = province
    page = signed_in(by).get(reverse("overview")).content.decode()
    assert "Provinsi Banten</h1>" in page
    assert f"?putaran={city.pk}" in page
    assert "keadaan 22 Desember 2025" in page


def test_a_city_is_led_up_to_its_province(province, signed_in):
    page = signed_in(province[0]).get(reverse("overview"), {"wilayah": "36.72"}).content.decode()
    assert "?wilayah=36" in page
    assert "Kota Cilegon</h1>" in page


def test_an_older_snapshot_of_a_round_is_never_shown(province, signed_in):
    by, _, latest, _ = province
    kept = Snapshot.objects.get(round=latest, is_current=True)
    Snapshot.objects.create(round=latest, sha256="0" * 64, place="36", as_of=kept.as_of, is_current=False)
    assert signed_in(by).get(reverse("overview")).status_code == 200


def test_a_page_asks_the_database_at_most_ten_times(province, signed_in):
    browser = signed_in(province[0])
    browser.get(reverse("overview"))
    with CaptureQueriesContext(
        connection,
    ) as asked:
        browser.get(reverse("overview"))
    assert len(asked) <= 10, [one["sql"][:80] for one in asked]


@pytest.mark.parametrize("query", [{"putaran": "9" * 40}, {"putaran": "x"}, {"wilayah": "'"}, {"wilayah": "99"}])
def test_nonsense_in_the_address_shows_the_first_page(query, province, signed_in):
    assert "Provinsi Banten</h1>" in signed_in(province[0]).get(reverse("overview"), query).content.decode()


def test_regions_that_have_not_submitted_are_named(province, signed_in):
    assert "Kab. Lebak" in signed_in(province[0]).get(reverse("overview")).content.decode()
