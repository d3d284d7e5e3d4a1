"""Pengaturan: people let in, given roles and shut out by the administrator of their places, and by no other."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.test import Client
from django.urls import reverse

from semesta.web import audit
from semesta.web.actions.rounds import make_round
from semesta.web.models import Event, Grant, Token, User
from semesta.web.roles import Role

pytestmark = pytest.mark.django_db

NEW = {"username": "siti", "name": "Siti", "role": "officer", "place": "36.72", "way": "link", "password": ""}


@pytest.fixture
def administrator(person):
    """Who administers Banten."""
    return person("kepala", Role.ADMINISTRATOR, "36")


def link_in(page) -> str:
    return re.search(r'id="link"[^>]*value="[^"#]*#([^"]+)"', page.content.decode())[1]


def test_a_new_user_gets_a_role_and_a_link_that_signs_in_once(administrator, signed_in):
    page = signed_in(administrator).post(reverse("new_user"), NEW)
    token = link_in(page)
    browser = Client()
    assert browser.post(reverse("by_link"), {"token": token}).status_code == 302
    assert browser.get(reverse("rounds")).status_code == 200
    assert Client().post(reverse("by_link"), {"token": token}).status_code == 403
    assert list(Grant.objects.filter(user__username="siti").values_list("role", "place")) == [("officer", "36.72")]
    assert "no-store" in page["Cache-Control"]


def test_a_new_user_with_a_password_signs_in_with_it(administrator, signed_in):
    typed = NEW | {"way": "password", "password": "kuda-laut-menari-71"}
    assert signed_in(administrator).post(reverse("new_user"), typed).status_code == 200
    answer = Client().post(reverse("sign_in"), {"username": "siti", "password": "kuda-laut-menari-71"})
    assert answer.status_code == 302


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ({"place": "32"}, "tidak mengelola"),
        ({"place": "Atlantis"}, "tidak dikenal"),
        ({"role": "raja"}, "Pilih perannya"),
        ({"username": "a b"}, "tanpa spasi"),
        ({"username": "KEPALA"}, "sudah dipakai"),
        ({"way": "password", "password": "12345"}, "paling sedikit 12"),
        ({"way": "password"}, "Tulis sandinya"),
    ],
)
def test_what_is_wrong_with_a_new_user_is_said_and_nothing_is_kept(typed, said, administrator, signed_in):
    before = Event.objects.count()
    page = signed_in(administrator).post(reverse("new_user"), NEW | typed)
    assert page.status_code == 422
    assert said in page.content.decode()
    assert (User.objects.count(), Event.objects.count()) == (1, before)


def test_a_role_is_given_and_ended_and_stays_known(administrator, person, signed_in):
    user = person("siti", Role.OFFICER, "36.72")
    browser = signed_in(administrator)
    browser.post(reverse("give_grant", args=[user.pk]), {"role": "verifier", "place": "Banten", "sees_identity": "on"})
    given = Grant.objects.get(user=user, role="verifier")
    assert (given.place, given.sees_identity) == ("36", True)
    browser.post(reverse("end_grant", args=[user.pk, given.pk]))
    page = browser.get(reverse("user", args=[user.pk])).content.decode()
    assert Grant.objects.get(pk=given.pk).ended is not None
    assert "sudah diakhiri" in page


def test_nobody_gives_or_ends_their_own_role(administrator, signed_in):
    browser, own = signed_in(administrator), Grant.objects.get(user=administrator)
    browser.post(reverse("give_grant", args=[administrator.pk]), {"role": "officer", "place": "36"})
    browser.post(reverse("end_grant", args=[administrator.pk, own.pk]))
    assert list(Grant.objects.filter(user=administrator, ended=None)) == [own]


def test_a_role_outside_ones_places_is_neither_seen_nor_given_nor_ended(administrator, person, signed_in):
    user = person("siti", Role.OFFICER, "36.72")
    person("siti", Role.READER, "32.73")
    elsewhere = Grant.objects.get(user=user, place="32.73")
    browser = signed_in(administrator)
    assert browser.post(reverse("end_grant", args=[user.pk, elsewhere.pk])).status_code == 404
    browser.post(reverse("give_grant", args=[user.pk]), {"role": "officer", "place": "32"})
    page = browser.get(reverse("user", args=[user.pk])).content.decode()
    assert "Bandung" not in page
    assert Grant.objects.filter(user=user, ended=None).count() == 2


@pytest.mark.parametrize("name", ["make_link", "set_password", "close_account"])
def test_the_account_of_someone_with_roles_above_is_out_of_reach(name, administrator, person, signed_in):
    minister = person("pusat", Role.ADMINISTRATOR, "ID")
    person("pusat", Role.READER, "36.72")
    before = User.objects.get(pk=minister.pk).password
    page = signed_in(administrator).post(
        reverse(name, args=[minister.pk]), {"password": "kuda-laut-menari-71"}, follow=True
    )
    after = User.objects.get(pk=minister.pk)
    assert "di luar wilayah Anda" in page.content.decode()
    assert 'id="link"' not in page.content.decode()
    assert (after.password, after.is_active) == (before, True)


def test_a_closed_account_cannot_sign_in_and_can_be_opened_again(administrator, person, signed_in):
    user = person("siti", Role.OFFICER, "36.72")
    browser = signed_in(administrator)
    theirs = signed_in(user)
    browser.post(reverse("close_account", args=[user.pk]))
    assert theirs.get(reverse("rounds")).status_code == 302
    browser.post(reverse("close_account", args=[user.pk]), {"open": "1"})
    assert User.objects.get(pk=user.pk).is_active


@pytest.mark.parametrize("name", ["users", "new_user", "audit"])
def test_pages_of_administration_are_for_administrators(name, person, signed_in, client):
    assert client.get(reverse(name)).status_code == 302
    assert signed_in(person("petugas", Role.OFFICER, "36.72")).get(reverse(name)).status_code == 403


def test_a_user_page_is_not_there_for_another_region_and_not_allowed_to_a_reader(administrator, person, signed_in):
    user = person("siti", Role.OFFICER, "36.72")
    address = reverse("user", args=[user.pk])
    assert signed_in(person("lain", Role.ADMINISTRATOR, "32")).get(address).status_code == 404
    assert signed_in(person("pembaca", Role.READER, "36")).get(address).status_code == 403
    assert signed_in(administrator).get(address).status_code == 200


def test_users_of_other_regions_are_not_listed(administrator, person, signed_in):
    person("siti", Role.OFFICER, "36.72")
    person("orang-jabar", Role.OFFICER, "32.73")
    page = signed_in(administrator).get(reverse("users")).content.decode()
    assert "siti" in page
    assert "orang-jabar" not in page


def test_ones_own_password_is_changed_and_the_session_goes_on(person, signed_in):
    user = person("siti", Role.OFFICER, "36.72")
    browser = signed_in(user)
    typed = {"new": "kuda-laut-menari-71", "again": "kuda-laut-menari-71"}
    browser.post(reverse("change_password"), typed)
    assert browser.get(reverse("settings")).status_code == 200
    wrong = browser.post(reverse("change_password"), typed | {"old": "salah"}, follow=True)
    assert "Sandi lama tidak cocok" in wrong.content.decode()
    differs = browser.post(reverse("change_password"), typed | {"again": "x"}, follow=True)
    assert "tidak sama" in differs.content.decode()


def test_a_token_is_shown_once_used_and_ended_by_its_owner_alone(person, signed_in):
    browser = signed_in(person("siti", Role.OFFICER, "36.72"))
    day = re.search(r'name="expires_on"[^>]*value="([^"]+)"', browser.get(reverse("tokens")).content.decode())[1]
    page = browser.post(reverse("make_token"), {"title": "dasbor", "scope": "read", "expires_on": day})
    secret = re.search(r"semesta_[\w-]{20,}", page.content.decode())[0]
    assert secret not in browser.get(reverse("tokens")).content.decode()
    ask = {"headers": {"Authorization": f"Bearer {secret}"}}
    assert Client().get(reverse("api:rounds"), **ask).status_code == 200
    token = Token.objects.get()
    stranger = signed_in(person("lain", Role.OFFICER, "36.72"))
    assert stranger.post(reverse("end_token", args=[token.pk])).status_code == 404
    browser.post(reverse("end_token", args=[token.pk]))
    assert Client().get(reverse("api:rounds"), **ask).status_code == 401


def test_the_audit_is_that_of_ones_places_and_narrows_by_place_person_action_and_time(administrator, person, signed_in):
    siti, jabar = person("siti", Role.OFFICER, "36.72"), person("jabar", Role.OFFICER, "32.73")
    make_round(by=siti, place="36.72", title="Monev", kind="meeting")
    make_round(by=jabar, place="32.73", title="Monev", kind="meeting")
    browser = signed_in(administrator)

    def count(**asked) -> int:
        return browser.get(reverse("audit"), asked).context["shown"].paginator.count

    assert count(tindakan="make_round") == 1
    assert count(wilayah="Cilegon", orang="siti") == 1
    assert count(wilayah="36.71") == 0
    assert count(wilayah="32") == 0
    assert count(dari="2100-01-01") == 0
    assert count(sampai="2100-01-01", tindakan="grant") == 2
    assert (
        signed_in(person("pusat", Role.ADMINISTRATOR, "ID"))
        .get(reverse("audit"), {"tindakan": "make_round"})
        .context["shown"]
        .paginator.count
        == 2
    )


def test_every_action_that_is_recorded_has_words_in_the_audit():
    source = "".join(path.read_text(encoding="utf-8") for path in Path(audit.__file__).parent.rglob("*.py"))
    assert set(re.findall(r'recorded\(\s*"([a-z_]+)"', source)) <= set(audit.ACTIONS)


def test_the_audit_says_what_it_cannot_understand(administrator, signed_in):
    page = signed_in(administrator).get(reverse("audit"), {"wilayah": "Atlantis", "dari": "kemarin"})
    assert page.status_code == 422
    assert "tidak dikenal" in page.content.decode()


def test_the_audit_as_csv_holds_what_is_shown_and_is_an_event_itself(administrator, person, signed_in):
    person("siti", Role.OFFICER, "36.72")
    browser = signed_in(administrator)
    lines = browser.get(reverse("audit"), {"format": "csv", "wilayah": "36.72"}).content.decode().splitlines()
    assert lines[0].startswith("\ufeffnomor,waktu,oleh")
    assert len(lines) == 2
    assert Event.objects.filter(action="export_audit", place="36").count() == 1


@pytest.mark.parametrize("name", ["settings", "tokens", "users", "new_user", "audit"])
def test_settings_speak_english_too(name, administrator, signed_in):
    browser = signed_in(administrator)
    browser.post(reverse("language"), {"lang": "en", "back": "/"})
    page = browser.get(reverse(name)).content.decode()
    assert "My account" in page
    assert "Pengguna" not in page
