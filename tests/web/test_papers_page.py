"""Laporan: papers are made once of what a round measured, and only its own readers have them."""

from __future__ import annotations

import datetime as dt
import io
import zipfile

import pytest
from django.conf import settings
from django.urls import reverse
from django.utils.html import escape

from semesta.basics.words import Words
from semesta.report.papers.registry import papers
from semesta.web import chapters
from semesta.web.actions import jobs
from semesta.web.models import Event, Job, Snapshot
from semesta.web.roles import Role
from semesta.web.work.papers import folder_of, make_papers

pytestmark = pytest.mark.django_db


def made_now() -> None:
    """Does the job that waits, as its child would."""
    job = jobs.take(dt.datetime.now(dt.UTC))
    make_papers(job, lambda words, done: None)
    jobs.end(job, "done", Words("Selesai.", "Done."))


def ask(browser, round, paper="nota-dinas"):
    return browser.post(reverse("make_papers", args=[round.pk]), {"paper": paper})


def test_a_paper_is_made_and_downloaded_as_pdf_and_word(round_of, person, signed_in):
    round = round_of("cilegon-2024", "36.72")
    browser = signed_in(person("pembaca", Role.READER, "36.72"))
    assert ask(browser, round).status_code == 302
    made_now()
    page = browser.get(reverse("papers", args=[round.pk])).content.decode()
    pdf = browser.get(reverse("paper", args=[round.pk, "nota-dinas.pdf"]))
    word = browser.get(reverse("paper", args=[round.pk, "nota-dinas.docx"]))
    assert reverse("paper", args=[round.pk, "nota-dinas.pdf"]) in page
    assert b"".join(pdf.streaming_content).startswith(b"%PDF")
    assert pdf["Content-Disposition"] == f'attachment; filename="nota-dinas-36.72-{round.as_of}.pdf"'
    assert "word/document.xml" in zipfile.ZipFile(io.BytesIO(b"".join(word.streaming_content))).namelist()


def test_every_paper_stands_on_the_page_and_what_it_lacks_is_said_in_both_languages(round_of, person, signed_in):
    round = round_of("cilegon-2024", "36.72")
    browser = signed_in(person("petugas"))
    page = browser.get(reverse("papers", args=[round.pk])).content.decode()
    assert all(paper.title.id in page for paper in papers().values())
    assert "Bagian tanpa data" in page
    browser.post(reverse("language"), {"lang": "en", "back": "/"})
    assert "Parts without data" in browser.get(reverse("papers", args=[round.pk])).content.decode()


def test_a_paper_that_a_round_cannot_have_says_why_and_has_no_button(round_of, person, signed_in):
    round = round_of("cilegon-2024", "36.72")
    measured = chapters.measured(Snapshot.objects.get(round=round).sha256)
    lacking = {name: said for name, paper in papers().items() if (said := paper.lacking(measured))}
    page = signed_in(person("petugas")).get(reverse("papers", args=[round.pk])).content.decode()
    assert lacking
    assert all(escape(said.id) in page for said in lacking.values())
    assert not any(f'value="{name}"' in page for name in lacking)


def test_what_is_made_is_not_made_again(round_of, person, signed_in):
    round = round_of("cilegon-2024", "36.72")
    browser = signed_in(person("petugas"))
    ask(browser, round)
    made_now()
    snapshot = Snapshot.objects.get(round=round)
    place = folder_of(snapshot.sha256, "id") / "nota-dinas.pdf"
    before = place.stat().st_mtime_ns
    ask(browser, round)
    made_now()
    assert place.stat().st_mtime_ns == before
    assert [event.detail["files"] for event in Event.objects.filter(action="make_papers").order_by("id")] == [
        ["nota-dinas.docx", "nota-dinas.pdf"],
        [],
    ]


def test_asked_twice_while_it_is_made_is_one_job(round_of, person, signed_in):
    round = round_of("cilegon-2024", "36.72")
    browser = signed_in(person("petugas"))
    ask(browser, round)
    ask(browser, round)
    assert Job.objects.filter(kind="papers").count() == 1


def test_a_file_that_is_no_paper_is_never_given_out(round_of, person, signed_in):
    round = round_of("cilegon-2024", "36.72")
    browser = signed_in(person("petugas"))
    secret = folder_of(Snapshot.objects.get(round=round).sha256, "id") / "rahasia.pdf"
    secret.parent.mkdir(parents=True, exist_ok=True)
    secret.write_bytes(b"x")
    for name in ("rahasia.pdf", "..%2f..%2f..%2f..%2fsecret", "laporan.pdf"):
        assert browser.get(f"/putaran/{round.pk}/laporan/{name}").status_code == 404
    assert (settings.HOME / "secret").exists()


def test_an_unknown_paper_and_a_round_without_measurement_are_refused(round_of, person, signed_in):
    round = round_of("cilegon-2024", "36.72", measured=False)
    browser = signed_in(person("petugas"))
    page = browser.post(reverse("make_papers", args=[round.pk]), {"paper": "semua"}, follow=True)
    assert "belum diukur" in page.content.decode()
    assert not Job.objects.filter(kind="papers").exists()


def read_out(answer) -> None:
    """Reads a streamed answer to its end, as a browser does: closing it by hand would close the test's connection."""
    if answer.streaming:
        b"".join(answer.streaming_content)


def test_all_that_is_made_comes_in_one_zip_with_each_letter_in_its_folder(round_of, person, signed_in):
    round = round_of("cilegon-2024", "36.72")
    browser = signed_in(person("petugas"))
    address = reverse("papers_zip", args=[round.pk])
    assert browser.get(address).status_code == 404
    ask(browser, round, "surat-permintaan-data")
    made_now()
    names = zipfile.ZipFile(io.BytesIO(b"".join(browser.get(address).streaming_content))).namelist()
    assert "surat-permintaan-data/bappeda.docx" in names
    letter = browser.get(reverse("paper", args=[round.pk, "surat-permintaan-data/bappeda.docx"]))
    read_out(letter)
    assert "surat-permintaan-data-bappeda-36.72" in letter["Content-Disposition"]
    assert signed_in(person("lain", Role.OFFICER, "36.71")).get(address).status_code == 404


@pytest.mark.parametrize("name", ["papers", "paper"])
def test_another_region_finds_nothing_and_the_public_is_asked_to_sign_in(name, round_of, person, signed_in, client):
    round = round_of("cilegon-2024", "36.72")
    ask(signed_in(person("petugas")), round)
    made_now()
    address = reverse(name, args=[round.pk] if name == "papers" else [round.pk, "nota-dinas.pdf"])
    own = signed_in(person("petugas")).get(address)
    read_out(own)
    assert own.status_code == 200
    assert signed_in(person("lain", Role.OFFICER, "36.71")).get(address).status_code == 404
    assert signed_in(person("tanpa-peran")).get(address).status_code == 404
    assert client.get(address).status_code == 302


def test_another_region_cannot_have_papers_made_and_does_not_see_the_round_listed(round_of, person, signed_in, client):
    round = round_of("cilegon-2024", "36.72")
    stranger = signed_in(person("lain", Role.OFFICER, "36.71"))
    assert ask(stranger, round).status_code == 404
    assert round.title not in stranger.get(reverse("reports")).content.decode()
    assert round.title in signed_in(person("petugas")).get(reverse("reports")).content.decode()
    assert client.get(reverse("reports")).status_code == 302
