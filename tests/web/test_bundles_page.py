"""Bundles between offices: on pages, by the API and at the command line."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace

import polars as pl
import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from typer.testing import CliRunner

from semesta.cli.main import app
from semesta.rounds.bundle import made_bundle
from semesta.rounds.signing import public_key
from semesta.web import chapters
from semesta.web.actions import bundles
from semesta.web.actions.publishing import publication_of
from semesta.web.actions.refused import Refused
from semesta.web.models import Event, Received, Round, TrustedKey
from semesta.web.roles import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def banten(accepted):
    return accepted("banten-2022", "36")


@pytest.fixture
def from_banten(banten):
    """A bundle of Banten by a key that is trusted for it, in an office that holds nothing of Banten yet."""
    key = Ed25519PrivateKey.generate()
    shown = chapters.measured(publication_of(banten, by=None).shown)
    content = made_bundle(shown, title="Monev Banten", kind="meeting", made_at=banten.decided_at, key=key)
    Round.objects.filter(pk=banten.pk).update(place="32", as_of="2020-01-01")
    bundles.trust_key(by=None, place="36", public=public_key(key), holder="Disnakertrans Banten")
    return content


def file(content):
    return SimpleUploadedFile("bundel.zip", content, "application/zip")


def test_a_verifier_takes_a_bundle_and_its_round_is_marked_and_stands_beside_the_others(from_banten, person, signed_in):
    browser = signed_in(person("kementerian", Role.VERIFIER, "ID"))
    page = browser.post("/bundel/terima/", {"bundle": file(from_banten)}, follow=True).content.decode()
    assert "Bundel diterima." in page
    assert "dari bundel" in page
    assert "dari bundel" in browser.get("/putaran/").content.decode()
    assert "Disnakertrans Banten" in browser.get("/bundel/").content.decode()
    assert "122.019" in browser.get("/?wilayah=36").content.decode()
    again = browser.post("/bundel/terima/", {"bundle": file(from_banten)}, follow=True).content.decode()
    assert "tidak ada yang berubah" in again
    assert Received.objects.count() == 1


def test_what_is_refused_is_said_on_the_page_in_both_languages(from_banten, person, signed_in):
    TrustedKey.objects.update(ended_at="2026-01-01T00:00Z")
    browser = signed_in(person("kementerian", Role.VERIFIER, "ID"))
    sent = {"bundle": file(from_banten)}
    assert "Kunci pengirim tidak dikenal" in browser.post("/bundel/terima/", sent, follow=True).content.decode()
    browser.cookies["bahasa"] = "en"
    sent = {"bundle": file(from_banten)}
    assert "key is unknown" in browser.post("/bundel/terima/", sent, follow=True).content.decode()
    assert not Received.objects.exists()


def test_what_is_no_bundle_at_all_is_refused_without_a_fault(person, signed_in):
    browser = signed_in(person("kementerian", Role.VERIFIER, "ID"))
    for content in (b"", b"a,b\n1,2\n", b"PK\x05\x06" + bytes(18)):
        sent = {"bundle": file(content)}
        assert browser.post("/bundel/terima/", sent, follow=True).status_code == 200
    assert not Received.objects.exists()


def test_the_office_of_another_region_sees_no_bundle_and_takes_none(from_banten, person, signed_in):
    bundles.take_bundle(from_banten, by=person("kementerian", Role.VERIFIER, "ID"))
    other = signed_in(person("jabar", Role.VERIFIER, "32"))
    page = other.get("/bundel/").content.decode()
    assert "Monev Banten" not in page
    assert "Disnakertrans Banten" not in page
    assert other.post(f"/putaran/{Received.objects.get().round_id}/bundel/").status_code == 404


def test_readers_officers_and_the_public_have_no_page_of_bundles(person, signed_in):
    for role in (Role.READER, Role.OFFICER, Role.ANALYST):
        assert signed_in(person(f"si-{role}", role, "36")).get("/bundel/").status_code == 403
    assert Client().get("/bundel/").status_code == 302
    assert Client().post("/bundel/terima/").status_code == 302


def test_an_officer_may_not_send_a_bundle(banten, person, signed_in):
    assert signed_in(person("petugas")).post(f"/putaran/{banten.pk}/bundel/").status_code == 403


def test_a_verifier_downloads_the_bundle_of_an_accepted_round_and_it_is_recorded(banten, person, signed_in):
    answer = signed_in(person("pemeriksa")).post(f"/putaran/{banten.pk}/bundel/")
    assert answer["Content-Disposition"] == 'attachment; filename="semesta-36-2022-11-23.zip"'
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        manifest = json.loads(archive.read("manifest.json"))
        assert set(archive.namelist()) == {*manifest["files"], "manifest.json", "signature"}
        assert not {"data/kantor.csv", "data/attendance.csv", "data/handovers.csv"} & set(archive.namelist())
    assert Event.objects.filter(action="export_bundle", subject_id=banten.pk).exists()


def sent_by(browser, round, **typed) -> str:
    """All that a bundle holds, as text."""
    answer = browser.post(reverse("export_bundle", kwargs={"round_id": round.pk}), typed)
    with zipfile.ZipFile(io.BytesIO(answer.content)) as archive:
        return "\n".join(archive.read(name).decode() for name in archive.namelist() if name != "signature")


def test_free_text_leaves_only_when_the_sender_says_to_have_read_it(banten, person, signed_in):
    browser = signed_in(person("pemeriksa", Role.VERIFIER, "36"))
    obstacle = "Yang terdaftar baru 122.019 orang"
    assert obstacle not in sent_by(browser, banten)
    assert "uraian tidak disertakan" in sent_by(browser, banten)
    assert obstacle in sent_by(browser, banten, uraian="ya")
    assert [event.detail["text"] for event in Event.objects.filter(action="export_bundle").order_by("id")] == [
        False,
        False,
        True,
    ]


def test_a_text_with_a_number_like_a_nik_does_not_leave_at_all(banten, person):
    by = person("pemeriksa", Role.VERIFIER, "36")
    shown = chapters.measured(publication_of(banten, by=by).shown)
    frame = shown.dataset.frames["obstacles"]
    told = frame.with_columns(pl.lit("atas nama 3672014507908642").alias("text"))
    wrong = replace(shown, dataset=replace(shown.dataset, frames={**shown.dataset.frames, "obstacles": told}))
    with pytest.raises(Refused, match="long number"):
        bundles.refuse_long_numbers(wrong)
    bundles.refuse_long_numbers(shown)


def test_an_administrator_trusts_a_key_and_ends_it(person, signed_in):
    browser = signed_in(person("admin", Role.ADMINISTRATOR, "36"))
    public = public_key(Ed25519PrivateKey.generate())
    typed = {"place": "36.72", "public": public, "holder": "Disnaker Cilegon"}
    assert "Disnaker Cilegon" in browser.post("/bundel/kunci/", typed, follow=True).content.decode()
    wide = browser.post("/bundel/kunci/", typed | {"place": "ID"}, follow=True).content.decode()
    assert "tidak mengelola" in wide
    browser.post(f"/bundel/kunci/{TrustedKey.objects.get().pk}/akhiri/")
    assert TrustedKey.objects.get().ended_at is not None


def test_a_verifier_trusts_no_key(person, signed_in):
    typed = {"place": "36", "public": public_key(Ed25519PrivateKey.generate()), "holder": "Saya sendiri"}
    signed_in(person("pemeriksa", Role.VERIFIER, "36")).post("/bundel/kunci/", typed)
    assert not TrustedKey.objects.exists()


def test_programs_send_and_take_bundles_by_the_api(banten, from_banten, person, signed_in):
    program = signed_in(person("kementerian", Role.VERIFIER, "ID"))
    taken = program.post("/api/bundles", {"bundle": file(from_banten)})
    assert taken.status_code == 200
    assert taken.json()["is_new"]
    listed = program.get("/api/bundles").json()
    assert [(one["place"], one["holder"]) for one in listed["items"]] == [("36", "Disnakertrans Banten")]
    sent = program.post(f"/api/bundles/of/{taken.json()['round']}")
    assert sent.content[:2] == b"PK"
    refused = program.post("/api/bundles", {"bundle": file(from_banten[:-1])})
    assert (refused.status_code, refused["Content-Type"]) == (409, "application/problem+json")


def test_the_api_of_bundles_is_not_for_the_public_nor_for_other_regions(from_banten, person, signed_in):
    assert Client().get("/api/bundles").status_code == 401
    assert Client().post("/api/bundles", {"bundle": file(from_banten)}).status_code == 401
    other = signed_in(person("jabar", Role.VERIFIER, "32"))
    assert other.post("/api/bundles", {"bundle": file(from_banten)}).status_code == 409
    bundles.take_bundle(from_banten, by=person("kementerian", Role.VERIFIER, "ID"))
    assert other.get("/api/bundles").json()["count"] == 0
    assert other.post(f"/api/bundles/of/{Received.objects.get().round_id}").status_code == 404


def test_the_command_line_shows_the_key_and_trusts_sends_and_takes(banten, from_banten, person, tmp_path):
    person("kementerian", Role.VERIFIER, "ID")
    run = CliRunner()
    assert run.invoke(app(), ["admin", "key"]).stdout.strip() == bundles.own_public_key()
    bundle = tmp_path / "bundel.zip"
    bundle.write_bytes(from_banten)
    taken = run.invoke(app(), ["admin", "import", str(bundle), "--as", "kementerian"])
    assert (taken.exit_code, "36" in taken.output) == (0, True)
    made = Received.objects.get().round_id
    sent = run.invoke(app(), ["admin", "export", str(made), "--out", str(tmp_path / "kirim"), "--as", "kementerian"])
    assert sent.exit_code == 0
    assert (tmp_path / "kirim" / "semesta-36-2022-11-23.zip").is_file()
    trust = ["admin", "trust", "36", public_key(Ed25519PrivateKey.generate()), "--holder", "Banten"]
    assert run.invoke(app(), trust).exit_code == 0
    bundle.write_bytes(from_banten[:-1])
    refused = run.invoke(app(), ["admin", "import", str(bundle), "--as", "kementerian"])
    assert (refused.exit_code, "(The bundle was changed" in refused.output) == (2, True)
