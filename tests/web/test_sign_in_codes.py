"""Signing in by password or link and then by a code: what is refused, what is asked for, what the audit knows of it."""

from __future__ import annotations

import datetime as dt
import json
import time

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django_otp.oath import TOTP
from django_otp.plugins.otp_static.models import StaticToken
from django_otp.plugins.otp_totp.models import TOTPDevice

from semesta.web.actions import accounts, codes, needing_codes, signing_in
from semesta.web.actions.tokens import make_token
from semesta.web.models import Event, User
from semesta.web.roles import Role

pytestmark = pytest.mark.django_db
PASSWORD = "kuda-laut-menari-71"


@pytest.fixture(autouse=True)
def _no_code_changes_on_the_way():
    """A code of the half minute before is right, one of two before is not: no test begins where they change."""
    left = 30 - time.time() % 30
    if left < 1.5:
        time.sleep(left)


def code_of(user: User, later: int = 0) -> str:
    """What the telephone of somebody shows, so many half minutes later."""
    totp = TOTP(TOTPDevice.objects.get(user=user).bin_key)
    totp.time = time.time() + 30 * later
    return f"{totp.token():06}"


def sent(browser: Client, name: str, *args: object, follow: bool = False, **typed: str):
    return browser.post(reverse(name, args=args), typed, follow=follow)


def is_in(browser: Client) -> bool:
    return browser.get(reverse("settings")).status_code == 200


@pytest.fixture
def siti(person) -> User:
    user = person("siti", Role.OFFICER, "36.72")
    user.set_password(PASSWORD)
    user.save()
    return user


@pytest.fixture
def recovery(siti) -> list[str]:
    """Siti's recovery codes; her codes are on, and the one that turned them on was of half a minute ago."""
    codes.begun_codes(by=siti)
    return codes.turn_on_codes(by=siti, code=code_of(siti, -1))


@pytest.fixture
def halfway(siti, recovery) -> Client:
    """A browser that has shown Siti's password."""
    browser = Client()
    answer = sent(browser, "sign_in", username="siti", password=PASSWORD)
    assert answer["Location"] == reverse("sign_in_code")
    return browser


# ---- two steps


def test_whoever_turned_codes_on_comes_in_by_password_and_code_and_by_nothing_less(siti, halfway):
    assert not is_in(halfway)
    assert sent(halfway, "sign_in_code", code="000000").status_code == 422
    TOTPDevice.objects.update(throttling_failure_count=0)
    assert sent(halfway, "sign_in_code", code=code_of(siti))["Location"] == reverse("overview")
    assert is_in(halfway)


def test_a_code_works_once(siti, halfway):
    code = code_of(siti)
    sent(halfway, "sign_in_code", code=code)
    again = Client()
    sent(again, "sign_in", username="siti", password=PASSWORD)
    assert sent(again, "sign_in_code", code=code).status_code == 422
    assert not is_in(again)


def test_a_recovery_code_works_once_as_it_was_written_down(siti, halfway, recovery):
    assert sent(halfway, "sign_in_code", code=recovery[0].upper().replace("-", " "))["Location"] == reverse("overview")
    again = Client()
    sent(again, "sign_in", username="siti", password=PASSWORD)
    assert sent(again, "sign_in_code", code=recovery[0]).status_code == 422
    assert codes.recovery_left(siti) == codes.RECOVERY - 1


def test_the_code_of_another_is_no_code(siti, halfway, person):
    budi = person("budi", Role.OFFICER, "36.72")
    codes.begun_codes(by=budi)
    others = codes.turn_on_codes(by=budi, code=code_of(budi, -1))
    for code in (code_of(budi), others[0]):
        assert sent(halfway, "sign_in_code", code=code).status_code == 422
        TOTPDevice.objects.update(throttling_failure_count=0)
    assert not is_in(halfway)


def test_guessing_waits_longer_each_time_and_then_even_the_right_code_waits(siti, halfway):
    for _ in range(3):
        sent(halfway, "sign_in_code", code="000000")
        TOTPDevice.objects.update(throttling_failure_timestamp="2026-01-01T00:00:00Z")
    sent(halfway, "sign_in_code", code="000000")
    page = sent(halfway, "sign_in_code", code=code_of(siti))
    assert page.status_code == 422
    assert "tunggu 8 detik" in page.content.decode()
    assert Event.objects.filter(action="code_failed", subject_id=siti.pk).count() == 4


def test_the_code_must_follow_soon_and_the_account_be_open(siti, halfway):
    User.objects.filter(pk=siti.pk).update(is_active=False)
    assert sent(halfway, "sign_in_code", code=code_of(siti))["Location"] == reverse("sign_in")
    User.objects.filter(pk=siti.pk).update(is_active=True)
    session = halfway.session
    session["halfway"] = {**session["halfway"], "at": time.time() - 601}
    session.save()
    assert sent(halfway, "sign_in_code", code=code_of(siti))["Location"] == reverse("sign_in")
    assert sent(Client(), "sign_in_code", code=code_of(siti))["Location"] == reverse("sign_in")


def test_a_link_is_no_way_around_the_code_and_works_alone_where_there_is_none(siti, person, recovery):
    browser = Client()
    assert sent(browser, "by_link", token=accounts.link_token(siti))["Location"] == reverse("sign_in_code")
    assert not is_in(browser)
    sent(browser, "sign_in_code", code=code_of(siti))
    assert is_in(browser)
    first = Client()
    sent(first, "by_link", token=accounts.link_token(person("petugas", Role.OFFICER, "36")))
    assert is_in(first)


def test_after_signing_in_the_page_that_was_asked_for_comes_and_no_foreign_one(siti, recovery):
    for wanted, comes in ((reverse("rounds"), reverse("rounds")), ("https://jahat.example/", reverse("overview"))):
        browser = Client()
        sent(browser, "sign_in", username="siti", password=PASSWORD, next=wanted)
        TOTPDevice.objects.update(last_t=-1)
        assert sent(browser, "sign_in_code", code=code_of(siti))["Location"] == comes


# ---- turned on and off


def test_codes_are_turned_on_with_a_picture_or_letters_and_recovery_codes_are_shown_once(siti, signed_in):
    browser = signed_in(siti)
    page = browser.get(reverse("own_codes"), {"mulai": "1"}).content.decode()
    assert "<svg" in page
    assert "style=" not in page
    assert codes.begun_codes(by=siti).letters in page
    assert sent(browser, "turn_on_codes", code="000000").status_code == 422
    TOTPDevice.objects.update(throttling_failure_count=0)
    shown = sent(browser, "turn_on_codes", code=code_of(siti))
    made = [f"{token[:4]}-{token[4:]}" for token in StaticToken.objects.values_list("token", flat=True)]
    assert all(code in shown.content.decode() for code in made)
    assert "no-store" in shown["Cache-Control"]
    assert is_in(browser)
    assert not any(code in browser.get(reverse("own_codes")).content.decode() for code in made)


def test_other_sessions_end_when_codes_are_turned_on_and_when_they_are_reset_and_turned_on_anew(
    siti, signed_in, person
):
    before = signed_in(siti)
    browser = signed_in(siti)
    browser.get(reverse("own_codes"), {"mulai": "1"})
    sent(browser, "turn_on_codes", code=code_of(siti, -1))
    assert (is_in(before), is_in(browser)) == (False, True)
    codes.reset_codes(siti, by=person("kepala", Role.ADMINISTRATOR, "36"))
    siti.refresh_from_db()
    codes.begun_codes(by=siti)
    codes.turn_on_codes(by=siti, code=code_of(siti))
    assert not is_in(browser)


def test_turning_off_and_new_recovery_codes_take_a_code(siti, halfway, recovery):
    sent(halfway, "sign_in_code", code=recovery[0])
    sent(halfway, "turn_off_codes", code="000000")
    TOTPDevice.objects.update(throttling_failure_count=0)
    assert User.objects.get(pk=siti.pk).code_since is not None
    page = sent(halfway, "renew_recovery", code=recovery[1]).content.decode()
    assert recovery[2] not in page
    assert codes.recovery_left(siti) == codes.RECOVERY
    sent(halfway, "turn_off_codes", code=code_of(siti))
    assert User.objects.get(pk=siti.pk).code_since is None
    assert is_in(halfway)
    assert not TOTPDevice.objects.exists()


def test_an_administrator_of_all_their_places_resets_codes_and_nobody_else(siti, recovery, person, signed_in):
    person("siti", Role.READER, "32.73")
    for stranger, status in (("petugas", Role.OFFICER), ("kepala", Role.ADMINISTRATOR)):
        sent(signed_in(person(stranger, status, "36")), "reset_codes", siti.pk)
        assert User.objects.get(pk=siti.pk).code_since is not None
    sent(signed_in(siti), "reset_codes", siti.pk)
    assert User.objects.get(pk=siti.pk).code_since is not None
    whole = person("pusat", Role.ADMINISTRATOR, "ID")
    sent(signed_in(whole), "reset_codes", siti.pk)
    assert User.objects.get(pk=siti.pk).code_since is None
    assert Event.objects.get(action="reset_codes").by == whole


# ---- required


def test_where_codes_are_required_administrators_and_who_sees_identities_do_nothing_before(person, signed_in):
    head = person("kepala", Role.ADMINISTRATOR, "36")
    sees, plain = person("lihat", Role.OFFICER, "36.72", sees_identity=True), person("biasa", Role.OFFICER, "36.72")
    elsewhere = person("jabar", Role.ADMINISTRATOR, "32")
    sent(signed_in(head), "require_codes", place="Banten")
    needing = set(User.objects.filter(needs_code=True).values_list("username", flat=True))
    assert needing == {"kepala", "lihat"}
    browser = signed_in(User.objects.get(pk=sees.pk))
    assert browser.get(reverse("rounds"))["Location"] == reverse("own_codes")
    assert browser.get(reverse("api:rounds")).status_code == 403
    assert browser.get(reverse("own_codes")).status_code == 200
    for other in (plain, elsewhere):
        assert is_in(signed_in(other))
    browser.get(reverse("own_codes"), {"mulai": "1"})
    sent(browser, "turn_on_codes", code=code_of(sees))
    assert browser.get(reverse("rounds")).status_code == 200


def test_roles_given_and_ended_and_rules_ended_change_who_needs_a_code(person, signed_in):
    head, user = person("kepala", Role.ADMINISTRATOR, "ID"), person("siti", Role.OFFICER, "36.72")
    rule = needing_codes.require_codes("36", by=head)
    given = accounts.grant(by=head, to=user, role=Role.OFFICER, place="36.72", sees_identity=True)
    assert User.objects.get(pk=user.pk).needs_code
    assert not User.objects.get(pk=head.pk).needs_code
    accounts.end_grant(given, by=head)
    assert not User.objects.get(pk=user.pk).needs_code
    person("siti", Role.ADMINISTRATOR, "36")
    assert User.objects.get(pk=user.pk).needs_code
    sent(signed_in(head), "end_rule", rule.pk)
    assert not User.objects.get(pk=user.pk).needs_code


def test_rules_of_other_places_are_neither_made_seen_nor_ended(person, signed_in):
    whole = person("pusat", Role.ADMINISTRATOR, "ID")
    rule = needing_codes.require_codes("32", by=whole)
    browser = signed_in(person("kepala", Role.ADMINISTRATOR, "36"))
    assert "Jawa Barat" not in browser.get(reverse("users")).content.decode()
    assert sent(browser, "end_rule", rule.pk).status_code == 404
    assert "tidak mengelola" in sent(browser, "require_codes", place="32", follow=True).content.decode()
    assert sent(signed_in(person("baca", Role.READER, "32")), "end_rule", rule.pk).status_code == 403


def test_programs_with_a_token_are_not_asked_for_a_code(siti, recovery):
    day = timezone.localdate() + dt.timedelta(days=9)
    _, secret = make_token(by=siti, title="dasbor", scope="read", expires_on=day)
    answer = Client().get(reverse("api:rounds"), headers={"Authorization": f"Bearer {secret}"})
    assert answer.status_code == 200


# ---- what the audit knows


def test_signing_in_failing_and_signing_out_are_events_without_what_was_typed(siti):
    browser = Client()
    sent(browser, "sign_in", username="siti", password="salah-sekali")
    sent(browser, "sign_in", username="Budi Santoso 3672", password="x")
    sent(browser, "by_link", token="palsu")
    sent(browser, "sign_in", username="siti", password=PASSWORD)
    sent(browser, "sign_out")
    assert not is_in(browser)
    told = Event.objects.filter(action__startswith="sign_").order_by("id")
    assert [(e.action, e.by and e.by.username, e.subject_id, e.place, e.detail) for e in told] == [
        ("sign_in_failed", None, siti.pk, "36.72", {"way": "password"}),
        ("sign_in_failed", None, None, "", {"way": "password"}),
        ("sign_in_failed", None, None, "", {"way": "link"}),
        ("sign_in", "siti", siti.pk, "36.72", {"way": "password"}),
        ("sign_out", "siti", siti.pk, "36.72", {}),
    ]
    everything = json.dumps(list(Event.objects.values("action", "detail", "place", "subject")))
    assert not any(typed in everything for typed in ("salah-sekali", "Budi", "3672", "palsu"))


def test_the_way_in_is_told_with_the_code(siti, halfway, recovery):
    sent(halfway, "sign_in_code", code=recovery[3])
    assert Event.objects.get(action="sign_in").detail == {"way": "password+recovery"}


def test_guessing_does_not_fill_the_audit(siti):
    for _ in range(signing_in.MOST_AN_HOUR + 5):
        signing_in.fail_sign_in(username="", way="link")
    signing_in.fail_sign_in(username="siti", way="password")
    assert Event.objects.filter(action="sign_in_failed").count() == signing_in.MOST_AN_HOUR + 1


def test_eight_wrong_passwords_close_the_door_for_a_while(siti):
    browser = Client()
    for _ in range(8):
        sent(browser, "sign_in", username="siti", password="salah")
    assert sent(browser, "sign_in", username="siti", password=PASSWORD).status_code == 429
    assert not is_in(browser)


def test_signing_out_takes_a_form(siti, signed_in):
    assert signed_in(siti).get(reverse("sign_out")).status_code == 405


@pytest.mark.parametrize("lang", ["id", "en"])
def test_pages_of_codes_speak_both_languages(lang, siti, halfway, signed_in):
    halfway.cookies["bahasa"] = lang
    word = {"id": "Kode dari telepon", "en": "The code from your telephone"}[lang]
    assert word in halfway.get(reverse("sign_in_code")).content.decode()


def test_the_pages_of_a_user_tell_whether_codes_are_on(siti, recovery, person, signed_in):
    browser = signed_in(person("kepala", Role.ADMINISTRATOR, "36"))
    assert "kode masuk aktif sejak" in browser.get(reverse("user", args=[siti.pk])).content.decode()
    assert "aktif" in browser.get(reverse("users")).content.decode()
