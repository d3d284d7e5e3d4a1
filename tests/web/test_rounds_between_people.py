"""A round goes from who makes it to who checks it, and nobody is both."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import DatabaseError, connection, transaction

from semesta.web.actions import jobs, uploads
from semesta.web.actions import rounds as actions
from semesta.web.actions.refused import Refused
from semesta.web.models import Event, Job, Round, Snapshot
from semesta.web.roles import Role
from semesta.web.work.measure import measure
from semesta.web.work.tell import Failed

pytestmark = pytest.mark.django_db


def test_a_round_is_submitted_accepted_by_another_and_locked(round_of, person):
    round = round_of("cilegon-2024", "36.72")
    maker, checker = person("petugas"), person("provinsi", Role.VERIFIER, "36")
    actions.submit_round(round, by=maker)
    actions.accept_round(round, by=checker)
    round.refresh_from_db()
    assert round.state == "accepted"
    with pytest.raises(Refused):
        uploads.add_upload(round, by=maker, name="lagi.csv", content=[b"a,b\n1,2\n"])


def test_who_submitted_cannot_accept_even_with_the_role(round_of, person):
    round = round_of("cilegon-2024", "36.72")
    both = person("petugas", Role.VERIFIER, "36.72")
    actions.submit_round(round, by=both)
    with pytest.raises(Refused, match="submitted"):
        actions.accept_round(round, by=both)


def test_the_database_itself_refuses_a_round_checked_by_its_maker(round_of, person):
    round = round_of("cilegon-2024", "36.72")
    maker = person("petugas")
    with pytest.raises(DatabaseError), transaction.atomic():
        Round.objects.filter(pk=round.pk).update(state="accepted", submitted_by=maker, decided_by=maker)


def test_a_returned_round_says_why_and_can_be_mended_and_submitted_again(round_of, person):
    round = round_of("cilegon-2024", "36.72")
    maker, checker = person("petugas"), person("provinsi", Role.VERIFIER, "36")
    actions.submit_round(round, by=maker)
    actions.return_round(round, by=checker, remark="Lengkapi tagihan.")
    round.refresh_from_db()
    assert (round.state, round.remark) == ("returned", "Lengkapi tagihan.")
    actions.submit_round(round, by=maker)


def test_a_round_without_measurement_cannot_be_submitted(round_of, person):
    round = round_of("cilegon-2024", "36.72", measured=False)
    with pytest.raises(Refused, match="measure"):
        actions.submit_round(round, by=person("petugas"))


def test_the_same_bytes_twice_change_nothing(round_of, person):
    round = round_of("cilegon-2024", "36.72", measured=False)
    first = round.uploads.first()
    again, is_new = uploads.add_upload(
        round, by=person("petugas"), name="lain.csv", content=[uploads.stored(first.sha256).read_bytes()]
    )
    assert (again.pk, is_new) == (first.pk, False)


def test_people_need_a_purpose_a_basis_and_a_day_of_deletion(round_of, person):
    round = round_of("cilegon-2024", "36.72", measured=False)
    with pytest.raises(Refused, match="purpose"):
        uploads.add_upload(round, by=person("petugas"), name="x.csv", content=[b"nik\n"], holds_people=True)


def test_measuring_unchanged_files_again_keeps_the_snapshot(round_of, person, measured_now):
    round = round_of("cilegon-2024", "36.72")
    before = Snapshot.objects.get(round=round, is_current=True)
    measured_now(round, person("petugas"))
    assert Snapshot.objects.get(round=round, is_current=True).pk == before.pk


def test_every_write_left_one_event(round_of, person):
    before = Event.objects.count()
    round = round_of("cilegon-2024", "36.72", measured=False)
    actions_made = list(Event.objects.order_by("id").values_list("action", flat=True))[before:]
    assert actions_made == ["make_user", "grant", "make_round", *["add_upload"] * round.uploads.count()]


@pytest.mark.parametrize("statement", ["UPDATE web_event SET action='x'", "DELETE FROM web_event"])
def test_the_database_itself_refuses_to_change_the_audit(round_of, statement):
    round_of("cilegon-2024", "36.72", measured=False)
    with pytest.raises(DatabaseError, match="events only grow"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)


def test_what_was_submitted_is_not_measured_anew(round_of, person, signed_in):
    round, maker = round_of("cilegon-2024", "36.72"), person("petugas")
    job = jobs.ask("measure", by=maker, place=round.place, round=round.pk)
    with pytest.raises(Refused, match="being measured"):
        actions.submit_round(round, by=maker)
    jobs.cancel(job, by=maker)
    actions.submit_round(round, by=maker)
    page = signed_in(maker).post(f"/putaran/{round.pk}/ukur/", follow=True).content.decode()
    assert "hasil ukurnya tetap" in page
    assert not Job.objects.filter(kind="measure", state="waiting").exists()
    Round.objects.filter(pk=round.pk).update(title="Lain", as_of="2024-06-30")
    with pytest.raises(Failed, match="measurement stays"):
        measure(job, lambda words, share: None)
    assert Snapshot.objects.filter(round=round).count() == 1


def test_files_that_came_while_the_others_were_measured_are_not_left_out(round_of, person):
    round, maker = round_of("cilegon-2024", "36.72"), person("petugas")
    job = jobs.ask("measure", by=maker, place=round.place, round=round.pk)

    def tell(words, share):
        if share > 0.8 and not round.uploads.filter(name="lagi.csv").exists():
            uploads.add_upload(round, by=maker, name="lagi.csv", content=[b"wilayah;jumlah\n36.72;1\n"])

    with pytest.raises(Failed, match="files changed"):
        measure(job, tell)
    assert Snapshot.objects.filter(round=round).count() == 1


def test_of_files_of_which_one_is_refused_those_before_it_are_measured(round_of, person, signed_in):
    round = round_of("cilegon-2024", "36.72", measured=False)
    given = [SimpleUploadedFile("lagi.csv", b"wilayah;jumlah\n36.72;1\n"), SimpleUploadedFile("surat.exe", b"MZ")]
    page = signed_in(person("petugas")).post(f"/putaran/{round.pk}/unggah/", {"files": given}, follow=True)
    assert "Jenis berkas tidak dikenal" in page.content.decode()
    assert Job.objects.get(kind="measure").arguments["files"] == uploads.files_of(round)
    assert round.uploads.filter(name="lagi.csv").exists()
