"""Pengaturan: an office's own places and the profiles of its senders, each within the administrator's places."""

from __future__ import annotations

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from semesta.web.actions import rounds, uploads
from semesta.web.actions.places import own_additions
from semesta.web.actions.profiles import profiles_for, titles_for
from semesta.web.models import Event, Grant, Profile, Record, Round, User
from semesta.web.places import office_places, own_file, remembered
from semesta.web.roles import Role

pytestmark = pytest.mark.django_db

VILLAGES = b"code,name\n36.72.01.1001,Ciwaduk\n36.72.01.1002,Ketileng\n"


@pytest.fixture(autouse=True)
def _no_own_places():
    """The office's folder outlives a test."""
    yield
    own_file().unlink(missing_ok=True)


@pytest.fixture
def administrator(person):
    return person("kepala", Role.ADMINISTRATOR, "36")


def give(browser, content: bytes):
    file = SimpleUploadedFile("places.csv", content)
    return browser.post(reverse("keep_places"), {"file": file}, follow=True).content.decode()


def test_a_place_is_looked_up_by_name_with_what_lies_above_and_below(administrator, signed_in):
    browser = signed_in(administrator)
    page = browser.get(reverse("places"), {"cari": "Kota Cilegon"}).content.decode()
    assert "36.72" in page
    assert "Banten" in page
    assert "Purwakarta" in page
    several = browser.get(reverse("places"), {"cari": "Serang"}).content.decode()
    assert "36.04" in several
    assert "36.73" in several


def test_villages_of_an_office_are_kept_shown_and_measured_with(administrator, signed_in):
    browser = signed_in(administrator)
    assert "2 wilayah tambahan disimpan" in give(browser, VILLAGES)
    assert office_places().find("36.72.01.1001").title.id.endswith("Ciwaduk")
    page = browser.get(reverse("places"), {"cari": "36.72.01"}).content.decode()
    assert "Ketileng" in page
    assert browser.get(reverse("own_places")).content.decode().splitlines()[1].startswith("36.72.01.1001,Ciwaduk")


NEW_CITY = b"code,name\n36.99,Kota Rintisan\n36.99.01,Kec. Rintisan Utara\n"


def test_a_place_of_the_office_is_known_wherever_places_are_written(administrator, person, signed_in):
    browser = signed_in(administrator)
    give(browser, NEW_CITY)
    browser.post(reverse("new_user"), {"username": "baru", "role": "officer", "place": "Kota Rintisan"})
    browser = signed_in(User.objects.get(username="baru"))
    browser.post(reverse("new_round"), {"place": "Kota Rintisan", "title": "Monev", "kind": "meeting"})
    typed = {"place": "Kota Rintisan", "kind": "obstacle", "text": "Data ganda"}
    browser.post(reverse("new_record", kwargs={"slug": "kendala"}), typed)
    record = Record.objects.get()
    assert (Grant.objects.get(user__username="baru").place, Round.objects.get().place, record.place) == ("36.99",) * 3
    address = reverse("record", kwargs={"slug": "kendala", "record_id": record.pk})
    assert "Kota Rintisan" in browser.get(address).content.decode()


def test_a_round_of_a_place_of_the_office_is_measured_and_shown_by_its_name(
    administrator, person, signed_in, measured_now
):
    give(signed_in(administrator), NEW_CITY)
    officer = person("petugas", Role.OFFICER, "36.99")
    round = rounds.make_round(by=officer, place="36.99", title="Monev", kind="meeting", as_of=dt.date(2025, 6, 30))
    rows = b"place,kind,text\nKota Rintisan,obstacle,Data ganda\n36.99.01,obstacle,Jarak\n"
    uploads.add_upload(round, by=officer, name="obstacles.csv", content=[rows])
    measured_now(round, officer)
    address = reverse("chapter", kwargs={"round_id": round.pk, "page": "tindak-lanjut"})
    page = signed_in(officer).get(address).content.decode()
    assert [text in page for text in ("Kota Rintisan", "Data ganda", "Jarak")] == [True] * 3


def test_what_was_written_with_names_of_places_is_written_anew_when_they_change(administrator, signed_in):
    asked = []
    told = remembered(4)(lambda code: asked.append(code) or office_places().find(code))
    assert told("36.99") is told("36.99") is None
    give(signed_in(administrator), NEW_CITY)
    assert told("36.99").title.id == "Kota Rintisan"
    assert asked == ["36.99", "36.99"]


def test_a_new_list_replaces_ones_own_and_leaves_those_of_others(administrator, person, signed_in):
    give(signed_in(person("jabar", Role.ADMINISTRATOR, "32")), b"code,name\n32.73.01.1001,Isola\n")
    browser = signed_in(administrator)
    give(browser, VILLAGES)
    give(browser, b"code;name\n36.72.01.1003;Kedaleman\n")
    assert [row.code for row in own_additions()] == ["32.73.01.1001", "36.72.01.1003"]
    give(browser, b"code,name\n")
    assert [row.code for row in own_additions()] == ["32.73.01.1001"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"code,name\n32.73.01.1001,Isola\n", "Di luar wilayah"),
        (b"kota,nama\nx,y\n", "harus ada kolom"),
        (b"code,name\n36.72.99.1001,Tanpa Induk\n", "induknya"),
        (b"\xff\xfe\x00", "bukan teks UTF-8"),
    ],
)
def test_a_list_that_cannot_be_used_is_said_and_nothing_is_kept(content, said, administrator, signed_in):
    browser = signed_in(administrator)
    assert said in give(browser, content)
    assert not own_file().exists()
    assert not Event.objects.filter(action="keep_places").exists()


def profile_from(browser, content: bytes, name="daftar.csv", place="36.72", table="participants"):
    typed = {"sender": "Cabang Uji", "table": table, "place": place, "file": SimpleUploadedFile(name, content)}
    return browser.post(reverse("keep_profile"), typed, follow=True).content.decode()


LIST = b"NIK,Nama Lengkap,Tgl Lahir,Kode Kepesertaan XYZ\n3672010101900001,Contoh Satu,1990-01-01,7\n"


def test_headers_of_a_list_become_a_profile_that_holds_no_person(administrator, signed_in):
    page = profile_from(signed_in(administrator), LIST)
    kept = Profile.objects.get()
    assert (kept.titles["NIK"], kept.titles["Kode Kepesertaan XYZ"]) == ("nik", "")
    assert "Kode Kepesertaan XYZ" in page
    assert "3672010101900001" not in f"{page}{kept.titles}{list(Event.objects.values_list('detail'))}"


def test_a_mended_profile_replaces_the_earlier_and_is_used_for_its_place_alone(administrator, signed_in):
    browser = signed_in(administrator)
    profile_from(browser, LIST)
    typed = {"sender": "Cabang Uji", "table": "participants", "place": "36.72"}
    mended = typed | {"title": ["NIK", "Kode Kepesertaan XYZ"], "column": ["nik", "kpj"]}
    browser.post(reverse("keep_profile"), mended)
    assert Profile.objects.filter(ended=None).count() == 1
    assert titles_for("36.72") == {"Kode Kepesertaan XYZ": "kpj"}
    assert titles_for("36.72.01") == {"Kode Kepesertaan XYZ": "kpj"}
    assert titles_for("36.71") == {}
    assert [one.titles for one in profiles_for("36.72.01")] == [Profile.objects.get(ended=None).titles]
    assert profiles_for("36.71") == []


def test_a_profile_file_of_the_command_line_goes_in_and_out(administrator, signed_in):
    browser = signed_in(administrator)
    content = b'table: participants\ncolumns:\n  "No KTP Peserta": nik\n'
    profile_from(browser, content, name="profil.yaml", table="workers")
    kept = Profile.objects.get()
    assert kept.table == "participants"
    told = browser.get(reverse("profile", args=[kept.pk]), {"format": "yaml"}).content.decode()
    assert "No KTP Peserta: nik" in told


@pytest.mark.parametrize(
    ("content", "name", "place", "said"),
    [
        (b"a,b\n1,2\n", "daftar.csv", "36.72", "Tidak ada judul kolom"),
        (b"- x\n", "profil.yaml", "36.72", "tidak memuat table"),
        (LIST, "daftar.csv", "32", "tidak mengelola"),
        (LIST, "daftar.csv", "Atlantis", "tidak dikenal"),
    ],
)
def test_a_profile_that_cannot_be_made_says_why(content, name, place, said, administrator, signed_in):
    assert said in profile_from(signed_in(administrator), content, name, place)
    assert not Profile.objects.exists()


def test_a_profile_of_another_region_is_not_there_and_ends_by_its_own_administrator(administrator, person, signed_in):
    browser = signed_in(administrator)
    profile_from(browser, LIST)
    kept = Profile.objects.get()
    stranger = signed_in(person("jabar", Role.ADMINISTRATOR, "32"))
    assert stranger.get(reverse("profile", args=[kept.pk])).status_code == 404
    assert stranger.post(reverse("end_profile", args=[kept.pk])).status_code == 404
    assert "Cabang Uji" not in stranger.get(reverse("profiles")).content.decode()
    browser.post(reverse("end_profile", args=[kept.pk]))
    assert titles_for("36.72") == {}


@pytest.mark.parametrize("name", ["places", "own_places", "profiles"])
def test_places_and_profiles_are_for_administrators(name, person, signed_in, client):
    assert client.get(reverse(name)).status_code == 302
    assert signed_in(person("petugas", Role.OFFICER, "36.72")).get(reverse(name)).status_code == 403


@pytest.mark.parametrize("name", ["places", "profiles"])
def test_places_and_profiles_speak_english_too(name, administrator, signed_in):
    browser = signed_in(administrator)
    browser.post(reverse("language"), {"lang": "en", "back": "/"})
    assert "Import profiles" in browser.get(reverse(name)).content.decode()
