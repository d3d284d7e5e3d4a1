"""Tindak lanjut in the browser: lists, forms, reminders, history, and a meeting from its decisions to its signed minutes."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import timezone

from semesta.basics.places import PLACES
from semesta.files.read import read
from semesta.monev.vocabulary import with_indicators
from semesta.web import chapters
from semesta.web.actions import uploads
from semesta.web.actions.copying import cells_of, copy_round
from semesta.web.actions.records import make_record
from semesta.web.kept import KEPT
from semesta.web.models import Event, Record, Round, Scan, Snapshot
from semesta.web.roles import Role

pytestmark = pytest.mark.django_db
PROMISE = {"place": "36.72", "text": "Menyiapkan rancangan perwal", "responsible": "Bagian Hukum"}
PDF = b"%PDF-1.4\n%signed\n"


@pytest.fixture
def promise(officer):
    def made(**other):
        return make_record(KEPT["commitments"], by=officer, typed={**PROMISE, **other}, today=timezone.localdate())

    return made


@pytest.fixture
def copied(round_of, officer):
    """The Cilegon round with its rows as records."""
    round = round_of("cilegon-2024", "36.72")
    copy_round(round, chapters.measured(Snapshot.objects.get(round=round).sha256).dataset, by=officer)
    return round


def address(name, record=None, **also):
    at = {"slug": KEPT[record.table].slug, "record_id": record.pk} if record else {}
    return reverse(name, kwargs={**at, **also})


def in_order(cells):
    return sorted(cells.items())


def in_days(days):
    return (timezone.localdate() + dt.timedelta(days=days)).isoformat()


# ---- lists and reminders


def test_the_list_stands_by_institution_with_status_and_day(promise, officer, signed_in):
    promise(due="2030-01-31", status="in_progress")
    page = signed_in(officer).get(address("records", slug="komitmen")).content.decode()
    for said in ("Bagian Hukum", "31 Januari 2030", "Berjalan", "Menyiapkan rancangan perwal"):
        assert said in page


def test_filters_narrow_the_list_and_its_download(promise, officer, signed_in):
    promise()
    promise(text="Mengusulkan anggaran", responsible="Bappeda", due=in_days(-3))
    browser = signed_in(officer)
    for query in ("pelaksana=Bappeda", "tenggat=lewat"):
        page = browser.get(f"{address('records', slug='komitmen')}?{query}").content.decode()
        assert "Mengusulkan anggaran" in page
        assert "Menyiapkan rancangan perwal" not in page
    table = browser.get(f"{address('records', slug='komitmen')}?tenggat=lewat&format=csv").content.decode("utf-8-sig")
    assert table.splitlines()[0].startswith("place,kind,text,responsible,due")
    assert len(table.splitlines()) == 2
    book = browser.get(f"{address('records', slug='komitmen')}?format=xlsx").content
    assert zipfile.ZipFile(io.BytesIO(book)).testzip() is None


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_what_was_taken_along_is_read_again_as_it_was(form, copied, officer, signed_in, tmp_path):
    browser = signed_in(officer)
    for kept in KEPT.values():
        path = tmp_path / f"{kept.slug}.{form}"
        path.write_bytes(browser.get(f"{address('records', slug=kept.slug)}?format={form}").content)
        records = Record.objects.filter(table=kept.name)
        if records.exists():
            data = with_indicators(
                read([path], today=timezone.localdate(), places=PLACES, tables={kept.name: kept.table})
            )
            again = [cells_of(kept.table, row) for row in data.frames[kept.name].iter_rows(named=True)]
            assert sorted(map(in_order, again)) == sorted(in_order(one.data) for one in records)


def test_what_a_spreadsheet_would_run_is_taken_along_as_text(promise, officer, signed_in):
    promise(text='=HYPERLINK("http://x")')
    table = signed_in(officer).get(f"{address('records', slug='komitmen')}?format=csv").content.decode()
    assert "'=HYPERLINK" in table


def test_reminders_tell_what_is_overdue_soon_and_undated(promise, officer, signed_in):
    promise(text="Sudah lewat", due=in_days(-12))
    promise(text="Sebentar lagi", due=in_days(5))
    promise(text="Masih lama", due=in_days(90))
    promise(text="Tanpa tanggal")
    promise(text="Sudah beres", due=in_days(-12), status="done", evidence="SK 1")
    page = signed_in(officer).get(reverse("follow_up")).content.decode()
    assert "Sudah lewat" in page
    assert "lewat 12 hari" in page
    assert "5 hari lagi" in page
    assert "1 tindak lanjut terbuka belum punya batas waktu" in page
    assert "Masih lama" not in page
    assert "Sudah beres" not in page


def test_the_overview_tells_shortly_what_is_due(round_of, promise, officer, signed_in):
    round_of("cilegon-2024", "36.72")
    promise(text="Sudah lewat", due=in_days(-1))
    browser = signed_in(officer)
    part = f"{reverse('due')}?wilayah=36.72"
    assert part in browser.get(reverse("overview")).content.decode()
    assert "lewat 1 hari" in browser.get(part).content.decode()
    assert "Sudah lewat" not in browser.get(f"{reverse('due')}?wilayah=36.71").content.decode()


@pytest.mark.parametrize("slug", [kept.slug for kept in KEPT.values()])
def test_every_table_has_its_list_its_form_and_its_records(slug, copied, officer, signed_in):
    browser = signed_in(officer)
    assert browser.get(address("records", slug=slug)).status_code == 200
    assert browser.get(address("new_record", slug=slug)).status_code == 200
    for record in Record.objects.filter(table=next(k.name for k in KEPT.values() if k.slug == slug))[:3]:
        assert browser.get(address("record", record)).status_code == 200
        assert browser.get(address("change_record", record)).status_code == 200


def test_pages_speak_english(promise, officer, signed_in):
    record, browser = promise(due=in_days(-2)), signed_in(officer)
    browser.post(reverse("language"), {"lang": "en", "back": "/"})
    assert "2 days overdue" in browser.get(reverse("follow_up")).content.decode()
    assert "Mark as done" in browser.get(address("record", record)).content.decode()


# ---- forms


def test_a_record_is_made_in_the_form_and_shown_with_its_history(officer, signed_in):
    answer = signed_in(officer).post(address("new_record", slug="komitmen"), {**PROMISE, "due": "2026-12-31"})
    made = Record.objects.get()
    assert answer["Location"] == address("record", made)
    page = signed_in(officer).get(answer["Location"]).content.decode()
    assert "Dicatat" in page
    assert "31 Desember 2026" in page


def test_a_form_says_beside_each_field_what_is_wrong(officer, signed_in):
    answer = signed_in(officer).post(
        address("new_record", slug="komitmen"), {"place": "36.72", "text": "", "due": "31/02/2026"}
    )
    page = answer.content.decode()
    assert answer.status_code == 422
    assert 'id="text-wrong"' in page
    assert 'id="due-wrong"' in page
    assert "31/02/2026" in page
    assert not Record.objects.exists()


def test_changes_stand_in_the_history_with_what_was_before(promise, officer, signed_in):
    record, browser = promise(), signed_in(officer)
    browser.post(address("change_record", record), {**PROMISE, "responsible": "Bappeda", "revision": "1"})
    page = browser.get(address("record", record)).content.decode()
    assert "<del>Bagian Hukum</del>" in page
    assert "<ins>Bappeda</ins>" in page


def test_an_old_form_does_not_overwrite_what_somebody_else_changed(promise, officer, signed_in):
    record, browser = promise(), signed_in(officer)
    browser.post(address("change_record", record), {**PROMISE, "responsible": "Bappeda", "revision": "1"})
    late = browser.post(address("change_record", record), {**PROMISE, "responsible": "BKAD", "revision": "1"})
    assert late.status_code == 422
    assert "muat ulang" in late.content.decode()


def test_done_without_evidence_is_refused_and_said(promise, officer, signed_in):
    record, browser = promise(), signed_in(officer)
    page = browser.post(address("finish_record", record), {"evidence": ""}, follow=True).content.decode()
    assert "Tulis buktinya" in page
    browser.post(address("finish_record", record), {"evidence": "Perwal 12/2026"})
    record.refresh_from_db()
    assert record.status == "done"


def test_a_record_is_linked_with_a_figure_and_a_line_of_the_budget(round_of, person, signed_in):
    officer = person("provinsi", Role.OFFICER, "36")
    round, browser = round_of("banten-2025", "36", by=officer), signed_in(officer)
    form = browser.get(f"{address('new_record', slug='aksi-inpres')}?wilayah=36").content.decode()
    line = unescape(re.search(r'<select id="budget_line".*?<option value="(20[^"]+)"', form, re.DOTALL)[1])
    sent = {"place": "36", "action": "Membiayai iuran", "link_indicator": "claims_paid", "budget_line": line}
    page = browser.get(browser.post(address("new_record", slug="aksi-inpres"), sent)["Location"]).content.decode()
    assert line in unescape(page)
    assert "Manfaat dibayarkan" in page
    assert "Rp" in re.search(r'<p class="value">(.*?)</p>', page)[1]
    assert reverse("figures", kwargs={"round_id": round.pk}) in page


def test_links_with_what_does_not_exist_are_not_made(officer, signed_in):
    browser, at = signed_in(officer), address("new_record", slug="aksi-inpres")
    assert browser.post(at, {"place": "36.72", "action": "x", "link_indicator": "entah"}).status_code == 422
    browser.post(at, {"place": "36.72", "action": "x", "budget_line": "2025 karangan"})
    assert Record.objects.get().budget_line == ""


def test_a_round_is_copied_with_one_button_and_twice_changes_nothing(round_of, officer, signed_in):
    round = round_of("cilegon-2024", "36.72")
    browser = signed_in(officer)
    assert reverse("copy_round", kwargs={"round_id": round.pk}) in browser.get(reverse("follow_up")).content.decode()
    first = browser.post(reverse("copy_round", kwargs={"round_id": round.pk}), follow=True).content.decode()
    number = Record.objects.count()
    assert f"{number} catatan baru" in first
    again = browser.post(reverse("copy_round", kwargs={"round_id": round.pk}), follow=True).content.decode()
    assert f"0 catatan baru, 0 diperbarui, {number} sudah ada" in again


def test_rows_of_places_one_does_not_work_for_are_not_copied(round_of, person):
    round = round_of("banten-2025", "36")
    Round.objects.filter(pk=round.pk).update(place="36.72")
    round.refresh_from_db()
    data = chapters.measured(Snapshot.objects.get(round=round).sha256).dataset
    found = copy_round(round, data, by=person("cilegon", Role.OFFICER, "36.72"))
    assert found.elsewhere > 0
    assert set(Record.objects.values_list("place", flat=True)) <= {"36.72"}


def test_a_changed_file_renews_records_nobody_touched_and_leaves_the_others(round_of, officer, signed_in, measured_now):
    round, browser = round_of("cilegon-2024", "36.72"), signed_in(officer)
    at = reverse("copy_round", kwargs={"round_id": round.pk})
    browser.post(at)
    touched, untouched = Record.objects.filter(table="commitments").order_by("id")[:2]
    browser.post(address("finish_record", touched), {"evidence": "Perwal 12/2024"})
    upload = round.uploads.get(name="commitments.csv")
    text = uploads.stored(upload.sha256).read_text(encoding="utf-8").replace(",open,", ",in_progress,")
    uploads.remove_upload(upload, by=officer)
    uploads.add_upload(round, by=officer, name="commitments.csv", content=[text.encode()])
    page = browser.post(at, follow=True).content.decode()
    assert "0 catatan baru, 4 diperbarui" in page
    assert "1 berbeda dan tetap" in page
    touched.refresh_from_db()
    untouched.refresh_from_db()
    assert (touched.status, untouched.status) == ("done", "in_progress")


def test_it_is_said_which_round_waits_to_be_measured_again(round_of, promise, officer, signed_in, measured_now):
    round, browser = round_of("cilegon-2024", "36.72"), signed_in(officer)
    assert "Ukur lagi" not in browser.get(reverse("follow_up")).content.decode()
    promise()
    page = browser.get(reverse("follow_up")).content.decode()
    assert "Ukur lagi" in page
    assert reverse("measure", kwargs={"round_id": round.pk}) in page
    measured_now(round, officer)
    assert "Ukur lagi" not in browser.get(reverse("follow_up")).content.decode()


def test_done_by_the_form_needs_evidence_too(promise, officer, signed_in):
    record, browser = promise(), signed_in(officer)
    answer = browser.post(address("change_record", record), {**PROMISE, "status": "done", "revision": "1"})
    assert answer.status_code == 422
    assert 'id="evidence-wrong"' in answer.content.decode()


# ---- meetings


def close(browser, meeting, **other):
    sent = {"number": "560/12/2024", "signed_on": "2024-07-18", "scan": SimpleUploadedFile("ba.pdf", PDF)}
    return browser.post(address("close_meeting", meeting), {**sent, **other}, follow=True)


@pytest.mark.parametrize(("form", "begins"), [("pdf", b"%PDF"), ("docx", b"PK")])
def test_the_minutes_to_sign_are_made_of_what_the_meeting_decided(form, begins, copied, officer, signed_in):
    meeting = Record.objects.get(table="meeting")
    answer = signed_in(officer).get(reverse("minutes", kwargs={"record_id": meeting.pk, "form": form}))
    assert answer.content.startswith(begins)
    assert "attachment" in answer["Content-Disposition"]


def test_the_minutes_hold_this_meetings_decisions_and_no_others(copied, promise, officer):
    from semesta.web.minutes import round_with_decisions

    meeting = Record.objects.get(table="meeting")
    promise(text="Di luar rapat")
    told = (
        round_with_decisions(meeting, Snapshot.objects.get(round=copied, is_current=True), today=timezone.localdate())
        .dataset.frames["commitments"]["text"]
        .to_list()
    )
    assert len(told) == 5
    assert "Di luar rapat" not in told


def test_without_a_measured_round_it_is_said_what_is_needed(officer, signed_in):
    browser = signed_in(officer)
    browser.post(address("new_record", slug="rapat"), {"place": "36.72", "title": "Rapat", "date": "2026-11-20"})
    meeting = Record.objects.get()
    page = browser.get(reverse("minutes", kwargs={"record_id": meeting.pk, "form": "pdf"}), follow=True)
    assert "Belum ada putaran" in page.content.decode()


def test_the_signed_scan_closes_the_meeting_and_its_commitments_carry_the_number(copied, officer, signed_in):
    meeting = Record.objects.get(table="meeting")
    page = close(signed_in(officer), meeting).content.decode()
    assert "Ditutup dengan berita acara nomor" in page
    documents = [one.data["document"] for one in meeting.decided.filter(table="commitments")]
    assert len(documents) == 5
    assert all("560/12/2024" in said for said in documents)
    assert "APBD 2025; 560/12/2024" in documents


def test_what_a_signed_meeting_says_stays(copied, officer, signed_in):
    meeting, browser = Record.objects.get(table="meeting"), signed_in(officer)
    close(browser, meeting)
    changed = browser.post(address("change_record", meeting), {**meeting.data, "venue": "Lain", "revision": "1"})
    late = browser.post(address("new_record", slug="komitmen"), {**PROMISE, "rapat": str(meeting.pk)})
    assert (changed.status_code, late.status_code) == (422, 422)
    assert "ditandatangani" in changed.content.decode()


def test_a_wrong_scan_is_replaced_and_its_number_with_it(copied, officer, signed_in):
    meeting, browser = Record.objects.get(table="meeting"), signed_in(officer)
    close(browser, meeting)
    close(browser, meeting, number="561/13/2024")
    assert Scan.objects.filter(meeting=meeting, replaced_at=None).get().number == "561/13/2024"
    assert all("560/12/2024" not in one.data["document"] for one in meeting.decided.filter(table="commitments"))


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"scan": SimpleUploadedFile("ba.pdf", b"<html><script>")}, "PDF, JPG, atau PNG"),
        ({"number": " "}, "Isi nomor"),
        ({"signed_on": "2024-07-16"}, "mendahului rapat"),
        ({"signed_on": "besok"}, "Isi tanggal"),
    ],
)
def test_what_is_no_signed_scan_is_refused(wrong, said, copied, officer, signed_in):
    page = close(signed_in(officer), Record.objects.get(table="meeting"), **wrong).content.decode()
    assert said in page
    assert not Scan.objects.exists()


def test_a_scan_is_limited_in_size(copied, officer, signed_in, monkeypatch):
    monkeypatch.setattr("semesta.web.actions.meetings.LARGEST_SCAN", 10)
    assert not Scan.objects.exists()
    close(signed_in(officer), Record.objects.get(table="meeting"))
    assert not Scan.objects.exists()


def test_a_scan_is_only_ever_saved_and_never_shown_as_a_page(copied, officer, signed_in):
    meeting, browser = Record.objects.get(table="meeting"), signed_in(officer)
    close(browser, meeting)
    answer = browser.get(reverse("scan", kwargs={"record_id": meeting.pk}))
    assert b"".join(answer.streaming_content) == PDF
    assert answer["Content-Type"] == "application/octet-stream"
    assert answer["Content-Disposition"].startswith("attachment")


def test_an_institution_present_is_added_from_the_meetings_page(copied, officer, signed_in):
    meeting, browser = Record.objects.get(table="meeting"), signed_in(officer)
    browser.post(address("new_record", slug="kehadiran"), {"institution": "Bappeda", "rapat": str(meeting.pk)})
    assert "Bappeda" in browser.get(address("record", meeting)).content.decode()
    assert Record.objects.get(who="Bappeda").data["date"] == "2024-07-17"


# ---- who may


PAGES = ("record", "change_record", "minutes", "scan")
WRITES = ("finish_record", "end_record", "close_meeting")


def asked(name, meeting, form="pdf"):
    if name in ("minutes", "scan"):
        return reverse(name, kwargs={"record_id": meeting.pk, **({"form": form} if name == "minutes" else {})})
    return address(name, meeting)


@pytest.mark.parametrize("name", PAGES)
def test_a_record_is_shown_to_its_place_alone(name, copied, officer, person, signed_in):
    meeting = Record.objects.get(table="meeting")
    close(signed_in(officer), meeting)
    at = asked(name, meeting)
    own = signed_in(officer).get(at)
    b"".join(own.streaming_content if own.streaming else [own.content])
    assert own.status_code == 200
    assert signed_in(person("lain", Role.OFFICER, "36.71")).get(at).status_code == 404
    assert signed_in(person("tanpa-peran")).get(at).status_code == 404


@pytest.mark.parametrize("name", WRITES)
def test_nobody_writes_to_a_record_of_another_place_and_a_reader_to_none(name, copied, person, signed_in):
    at = asked(name, Record.objects.get(table="meeting"))
    assert signed_in(person("lain", Role.OFFICER, "36.71")).post(at).status_code == 404
    assert signed_in(person("pembaca", Role.READER, "36.72")).post(at).status_code == 403
    assert signed_in(person("petugas")).get(at).status_code == 405


def test_a_reader_sees_records_and_no_form(promise, person, signed_in):
    reader = signed_in(person("pembaca", Role.READER, "36.72"))
    page = reader.get(address("record", promise())).content.decode()
    assert "Tandai selesai" not in page
    assert reader.get(address("new_record", slug="komitmen")).status_code == 403
    assert reader.get(address("change_record", Record.objects.get())).status_code == 403


def test_lists_reminders_and_downloads_hold_only_records_of_ones_places(promise, person, signed_in):
    promise(due=in_days(-1))
    stranger = signed_in(person("lain", Role.OFFICER, "36.71"))
    for at in (
        reverse("follow_up"),
        address("records", slug="komitmen"),
        f"{address('records', slug='komitmen')}?format=csv",
    ):
        assert "Menyiapkan" not in stranger.get(at).content.decode()
    form = stranger.get(address("new_record", slug="komitmen")).content.decode()
    assert "Bagian Hukum" not in form


def test_nothing_is_decided_in_a_meeting_of_another_place(copied, person, signed_in):
    meeting = Record.objects.get(table="meeting")
    stranger = signed_in(person("lain", Role.OFFICER, "36.71"))
    sent = {"place": "36.71", "text": "x", "rapat": str(meeting.pk)}
    assert stranger.post(address("new_record", slug="komitmen"), sent).status_code == 404


@pytest.mark.parametrize("at", ["/tindak-lanjut/", "/tindak-lanjut/komitmen/", "/tindak-lanjut/komitmen/baru/"])
def test_the_public_is_asked_to_sign_in(at, client, db):
    assert client.get(at)["Location"].startswith(reverse("sign_in"))


def test_a_reader_of_no_place_and_an_unknown_list_find_nothing(person, officer, signed_in):
    nobody = signed_in(person("tanpa-peran"))
    assert nobody.get(reverse("follow_up")).status_code == 404
    assert nobody.get(address("records", slug="komitmen")).status_code == 404
    assert signed_in(officer).get(address("records", slug="entah")).status_code == 404


def test_every_write_left_one_event_and_none_holds_what_was_written(copied, promise, officer, signed_in):
    before, browser = Event.objects.count(), signed_in(officer)
    record = promise(text="Rahasia sekali")
    browser.post(address("finish_record", record), {"evidence": "Rahasia sekali juga"})
    browser.post(address("end_record", record), {"note": "Rahasia pula"})
    close(browser, Record.objects.get(table="meeting"))
    events = Event.objects.order_by("id")[before:]
    assert [one.action for one in events] == ["make_record", "finish_record", "end_record", "close_meeting"]
    assert all("Rahasia" not in str(one.detail) for one in events)
