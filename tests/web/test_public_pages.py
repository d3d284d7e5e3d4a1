"""What everybody sees without signing in: published rounds, and nothing of others."""

from __future__ import annotations

import csv
import datetime as dt
import io
import json
import zipfile

import pytest
from django.test import Client

from semesta.basics.words import Words
from semesta.web.actions import jobs, publishing, uploads
from semesta.web.actions import rounds as actions
from semesta.web.models import Job, Publication, Round
from semesta.web.roles import Role
from semesta.web.work.disclose import disclose
from semesta.web.work.tell import Cancelled

pytestmark = pytest.mark.django_db
PATHS = ("", "angka.csv", "angka.json", "data.zip")


def done():
    """Does what is waiting, as the worker's child would."""
    while (job := jobs.take(dt.datetime.now(dt.UTC))) is not None:
        disclose(job, lambda words, share: None)
        jobs.end(job, "done", Words("Selesai.", "Done."))


@pytest.fixture
def published(accepted, person):
    def made(example="banten-2022", place="36"):
        round = accepted(example, place)
        actions.publish_round(round, by=person("pemeriksa"))
        done()
        return Round.objects.get(pk=round.pk)

    return made


@pytest.fixture
def anybody():
    return Client()


def test_anybody_sees_a_published_round_with_its_figures_and_takes_the_data_along(published, anybody):
    round = published("banten-2025", "36")
    assert f"/publik/{round.pk}/" in anybody.get("/publik/").content.decode()
    page = anybody.get(f"/publik/{round.pk}/").content.decode()
    assert "Prov. Banten" in page or "Banten" in page
    assert 'class="vega"' in page
    rows = list(csv.DictReader(io.StringIO(anybody.get(f"/publik/{round.pk}/angka.csv").content.decode("utf-8-sig"))))
    told = json.loads(anybody.get(f"/publik/{round.pk}/angka.json").content)
    assert len(rows) == len(told["figures"]) > 100
    assert told["place"] == "36"
    with zipfile.ZipFile(io.BytesIO(anybody.get(f"/publik/{round.pk}/data.zip").content)) as archive:
        about = json.loads(archive.read("datapackage.json"))
        assert {one["path"] for one in about["resources"]} <= set(archive.namelist())
        assert "members" in {one["name"] for one in about["resources"]}
        assert "commitments" not in {one["name"] for one in about["resources"]}


def test_the_page_speaks_english_too(published, anybody):
    round = published()
    anybody.cookies["bahasa"] = "en"
    assert "Open data" in anybody.get("/publik/").content.decode()
    assert "Withheld" in anybody.get(f"/publik/{round.pk}/").content.decode()


def test_a_round_that_is_not_published_is_not_there(accepted, anybody):
    round = accepted()
    assert [anybody.get(f"/publik/{round.pk}/{path}").status_code for path in PATHS] == [404] * 4
    assert f"/publik/{round.pk}/" not in anybody.get("/publik/").content.decode()


def test_nothing_is_seen_of_a_published_round_before_its_small_numbers_are_withheld(accepted, person, anybody):
    round = accepted()
    actions.publish_round(round, by=person("pemeriksa"))
    assert Job.objects.filter(kind="disclose", state="waiting").count() == 1
    assert [anybody.get(f"/publik/{round.pk}/{path}").status_code for path in PATHS] == [404] * 4
    done()
    assert [anybody.get(f"/publik/{round.pk}/{path}").status_code for path in PATHS] == [200] * 4


def test_a_withdrawn_round_vanishes_and_comes_back_when_it_is_published_again(published, person, anybody):
    round = published()
    actions.withdraw_round(round, by=person("pemeriksa"))
    assert [anybody.get(f"/publik/{round.pk}/{path}").status_code for path in PATHS] == [404] * 4
    assert f"/publik/{round.pk}/" not in anybody.get("/publik/").content.decode()
    actions.publish_round(round, by=person("pemeriksa"))
    assert anybody.get(f"/publik/{round.pk}/").status_code == 200


def test_a_small_number_is_on_no_public_page_and_in_no_file(published, anybody):
    round = published()
    told = json.loads(anybody.get(f"/publik/{round.pk}/angka.json").content)
    handed = [one for one in told["figures"] if one["indicator"] == "handovers"]
    assert handed
    assert all(one["value"] is None and one["status"] == ["withheld"] for one in handed)
    with zipfile.ZipFile(io.BytesIO(anybody.get(f"/publik/{round.pk}/data.zip").content)) as archive:
        assert "data/handovers.csv" not in archive.namelist()


def test_text_that_a_spreadsheet_would_run_is_made_plain(published, anybody):
    import polars as pl

    from semesta.web import public

    frame = pl.DataFrame({"source": ["=HYPERLINK(1)", "Disnaker", None], "persons": [7, 8, 9]})
    assert public.without_formulas(frame)["source"].to_list() == ["'=HYPERLINK(1)", "Disnaker", None]


def test_the_public_pages_name_no_people_who_work_here_and_no_files(published, anybody):
    round = published()
    for path in PATHS:
        content = anybody.get(f"/publik/{round.pk}/{path}").content
        assert b"petugas" not in content
        assert b"members.csv" not in content.replace(b"data/members.csv", b"")


REGULATIONS = """place,kind,stage,number,date,title,subjects,stage_since,source
36,perda,in_force,5 Tahun 2025,,Perlindungan bagi Bapak Sutrisno Hadi,Keluarga Sutrisno Hadi,,Biro Hukum
36,sk,in_force,atas nama Sutrisno Hadi,,Santunan,,,Biro Hukum
36,sk,in_force,Sutrisno 3672010101900001,,Santunan,,,Biro Hukum
"""


def test_of_regulations_the_public_sees_kind_number_and_stage_and_nothing_that_was_written_freely(
    person, measured_now, anybody
):
    officer, verifier = person("petugas", Role.OFFICER, "36"), person("pemeriksa", Role.VERIFIER, "36")
    round = actions.make_round(by=officer, place="36", title="Monev", kind="meeting", as_of=dt.date(2025, 6, 30))
    uploads.add_upload(round, by=officer, name="regulations.csv", content=[REGULATIONS.encode()])
    measured_now(round, officer)
    actions.submit_round(round, by=officer)
    actions.accept_round(round, by=verifier)
    actions.publish_round(round, by=verifier)
    done()
    page = anybody.get(f"/publik/{round.pk}/").content.decode()
    assert "5 Tahun 2025" in page
    assert "Sutrisno" not in page
    with zipfile.ZipFile(io.BytesIO(anybody.get(f"/publik/{round.pk}/data.zip").content)) as archive:
        table = archive.read("data/regulations.csv").decode()
    assert "5 Tahun 2025" in table
    assert "Sutrisno" not in table
    assert "Santunan" not in table


def test_public_pages_are_only_read(published, anybody):
    assert anybody.post(f"/publik/{published().pk}/").status_code == 405


def test_who_cancels_while_small_numbers_are_hidden_leaves_nothing_half_made(accepted, person, signed_in):
    round = accepted()
    actions.publish_round(round, by=person("pemeriksa"))
    job, told = jobs.take(dt.datetime.now(dt.UTC)), []

    def tell(words, share):
        told.append(share)
        if share > 0:
            raise Cancelled

    with pytest.raises(Cancelled):
        disclose(job, tell)
    assert told == sorted(told)
    assert not Publication.objects.exists()
    assert Client().get(f"/publik/{round.pk}/").status_code == 404
    browser = signed_in(person("pemeriksa"))
    assert "<progress" in browser.get(f"/putaran/{round.pk}/").content.decode()
    assert signed_in(person("petugas")).post(f"/pekerjaan/{job.pk}/batal/").status_code == 403
    assert browser.post(f"/pekerjaan/{job.pk}/batal/").status_code == 302
    job.refresh_from_db()
    assert job.cancel_asked


def test_a_bundle_of_a_large_round_is_made_by_the_worker_and_downloaded_when_it_is_done(
    accepted, person, signed_in, monkeypatch
):
    monkeypatch.setattr(publishing, "AT_ONCE", 5)
    round, browser = accepted(), signed_in(person("pemeriksa"))
    page = browser.post(f"/putaran/{round.pk}/bundel/", follow=True).content.decode()
    assert "unduh bundelnya bila sudah selesai" in page
    assert "<progress" in page
    done()
    assert browser.post(f"/putaran/{round.pk}/bundel/")["Content-Type"] == "application/zip"
    assert "<progress" not in browser.get(f"/putaran/{round.pk}/").content.decode()


def test_who_holds_the_data_is_told_so_until_it_is_withdrawn(accepted, person):
    round, anybody = accepted(), Client()
    actions.publish_round(round, by=person("pemeriksa"))
    done()
    for name in PATHS[1:]:
        address = f"/publik/{round.pk}/{name}"
        held = anybody.get(address)["ETag"]
        assert anybody.get(address, headers={"if-none-match": held}).status_code == 304
        assert anybody.get(address, headers={"if-none-match": '"other"'}).status_code == 200
    actions.withdraw_round(round, by=person("pemeriksa"))
    assert anybody.get(address, headers={"if-none-match": held}).status_code == 404
