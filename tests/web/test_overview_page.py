"""Ringkasan: the widest place first, its regions on the map, few questions to the database whatever there is."""

from __future__ import annotations

import re
from itertools import product

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from semesta.web.actions import rounds as actions
from semesta.web.actions.accounts import end_grant
from semesta.web.models import Round, Snapshot, User
from semesta.web.roles import Role
from semesta.web.views import overview

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


def test_nonsense_in_the_address_shows_the_first_page(province, signed_in):
    browser = signed_in(province[0])
    for query in ({"putaran": "9" * 40}, {"putaran": "x"}, {"wilayah": "'"}, {"wilayah": "99"}):
        assert "Provinsi Banten</h1>" in browser.get(reverse("overview"), query).content.decode(), query


def test_regions_that_have_not_submitted_are_named(province, signed_in):
    assert "Kab. Lebak" in signed_in(province[0]).get(reverse("overview")).content.decode()


TOKENS, TOWN = re.compile(r"[A-Za-z0-9]{64}"), "Cilegon"


def test_nobody_gets_a_page_that_was_written_for_somebody_else(province, person, signed_in, client):
    readers = [
        province[0],
        person("wali", Role.READER, "36.72"),
        person("kepala", Role.ADMINISTRATOR, "36"),
        person("tetangga", Role.OFFICER, "32"),
        person("tamu"),
    ]
    asked = list(product([signed_in(one) for one in readers], ["id", "en"], ["", "?wilayah=36", "?wilayah=36.72"]))

    def pages(*, anew):
        for browser, lang, address in asked:
            if anew:
                cache.clear()
                overview._content.cache_clear()
                overview._asked.cache_clear()
            browser.cookies["bahasa"] = lang
            yield TOKENS.sub("", browser.get(reverse("overview") + address).content.decode())

    alone = list(pages(anew=True))
    assert list(pages(anew=False)) == alone
    assert list(pages(anew=False)) == alone
    assert len(set(alone)) == len(alone)
    assert [TOWN in page for page in alone] == [True] * 18 + [False] * 12
    assert client.get(reverse("overview")).status_code == 302


def test_who_may_no_longer_see_a_place_sees_it_no_longer(province, person, signed_in):
    reader = person("wali", Role.READER, "36.72")
    browser = signed_in(reader)
    assert TOWN in browser.get(reverse("overview")).content.decode()
    end_grant(reader.grants.get(), by=person("kepala", Role.ADMINISTRATOR, "36"))
    assert TOWN not in browser.get(reverse("overview")).content.decode()
    User.objects.filter(pk=reader.pk).update(is_active=False)
    assert browser.get(reverse("overview")).status_code == 302


def test_a_browser_that_holds_the_page_is_told_so_until_something_changes(province, person, signed_in):
    by, _, latest, _ = province
    browser, other = signed_in(by), signed_in(person("kepala", Role.ADMINISTRATOR, "36"))
    browser.get(reverse("overview"))
    held = browser.get(reverse("overview"))
    known = {"if-none-match": held["ETag"]}
    assert held["Cache-Control"] == "private, no-cache"
    assert browser.get(reverse("overview"), headers=known).status_code == 304
    assert other.get(reverse("overview"), headers=known).status_code == 200
    assert browser.get(reverse("overview"), {"wilayah": "36.72"}, headers=known).status_code == 200
    Round.objects.filter(pk=latest.pk).update(title="Monev semester dua")
    assert "Monev semester dua" in browser.get(reverse("overview"), headers=known).content.decode()


def test_forms_of_a_kept_page_carry_a_token_of_its_reader(province):
    browser = Client(enforce_csrf_checks=True)
    browser.force_login(province[0], backend="semesta.web.readers.Backend")
    browser.get(reverse("overview"))
    token = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', browser.get(reverse("overview")).content.decode())
    switched = {"lang": "en", "csrfmiddlewaretoken": token.group(1)}
    assert browser.post(reverse("language"), switched).status_code == 302
    assert browser.post(reverse("language"), {"lang": "en", "csrfmiddlewaretoken": "x" * 64}).status_code == 403


def test_a_message_is_said_once_and_kept_in_no_page(province, signed_in):
    browser = signed_in(province[0])
    browser.get(reverse("overview"))
    for _ in range(2):  # once is right, and said on the page of the round; the second time is refused
        browser.post(reverse("submit_round", args=[province[1].pk]))
    shown = ['class="messages"' in browser.get(reverse("overview")).content.decode() for _ in range(2)]
    assert shown == [True, False]


def test_who_has_submitted_is_told_region_by_region_to_who_may_see_them(province, person, signed_in, client):
    by, _, _, city = province
    actions.submit_round(city, by=by)
    browser, where = signed_in(by), reverse("submissions")
    overview_page = browser.get(reverse("overview")).content.decode()
    assert f'href="{where}?wilayah=36&amp;tahun=2025"' in overview_page
    assert "8 dari 8 wilayah" in overview_page
    of_2024 = browser.get(where, {"wilayah": "36", "tahun": "2024"}).content.decode()
    assert "1 dari 8 wilayah sudah mengirim" in of_2024
    assert "Menunggu pemeriksaan" in of_2024
    assert "0 dari 8 wilayah" in browser.get(where, {"wilayah": "36", "tahun": "2025"}).content.decode()
    nation = signed_in(person("menteri", Role.READER, "ID")).get(where, {"wilayah": "ID", "tahun": "2024"})
    assert "1 dari 8" in nation.content.decode()
    browser.cookies["bahasa"] = "en"
    assert "1 of 8 regions have submitted" in browser.get(where, {"wilayah": "36", "tahun": "2024"}).content.decode()
    refused = [browser.get(where, {"wilayah": place}).status_code for place in ("32", "ID", "xx")]
    assert refused == [404] * 3
    assert client.get(where, {"wilayah": "36"}).status_code == 302


def test_submissions_begin_at_the_widest_place_of_the_reader(person, signed_in):
    reader = person("banten", Role.READER, "36")
    person("banten", Role.READER, "36.72")
    page = signed_in(reader).get("/pengiriman/")
    assert (page.status_code, page.context["place"]) == (200, "36")
