"""Records: made as the reader would read them, changed with their history, copied from files once, measured with a round."""

from __future__ import annotations

import datetime as dt

import pytest

from semesta.web import chapters
from semesta.web.actions.copying import copy_round
from semesta.web.actions.records import Unfit, change_record, end_record, finish_record, make_record
from semesta.web.actions.refused import Refused
from semesta.web.actions.rounds import make_round
from semesta.web.kept import KEPT
from semesta.web.models import Event, Record, Snapshot
from semesta.web.roles import Role

pytestmark = pytest.mark.django_db
TODAY = dt.date(2026, 11, 21)
PROMISE = {
    "place": "Kota Cilegon",
    "text": "Menyiapkan rancangan peraturan wali kota",
    "responsible": "Bagian Hukum",
    "due": "2026-12-31",
    "budget": "790 juta",
}


@pytest.fixture
def promise(officer):
    def made(**other):
        return make_record(KEPT["commitments"], by=officer, typed={**PROMISE, **other}, today=TODAY)

    return made


def snapshot_of(round):
    return chapters.measured(Snapshot.objects.get(round=round, is_current=True).sha256)


def test_a_record_keeps_what_the_reader_would_read(promise):
    made = promise()
    assert made.data == {**PROMISE, "place": "36.72"}
    assert (made.place, made.who, made.due, made.status) == ("36.72", "Bagian Hukum", dt.date(2026, 12, 31), "open")


def test_what_the_reader_would_refuse_is_said_at_its_column(promise):
    with pytest.raises(Unfit) as unfit:
        promise(due="31/02/2026", status="mungkin", text="")
    assert set(unfit.value.faults) == {"due", "status", "text"}


def test_checks_between_columns_hold_for_forms_too(officer):
    row = {"place": "36.72", "kind": "arrears", "period": "2026", "amount": "10 juta", "recovered": "20 juta"}
    with pytest.raises(Unfit):
        make_record(KEPT["compliance"], by=officer, typed=row, today=TODAY)


def test_a_number_of_a_person_is_refused_in_any_text(promise):
    for text in ("NIK 3672010101900001", "3672 0101 0190 0001"):
        with pytest.raises(Unfit):
            promise(text=text)
    promise(document="5.1.02.02.02.0006 2026")


def test_the_same_record_is_not_made_twice(promise):
    promise()
    with pytest.raises(Refused, match="same"):
        promise()


def test_a_change_keeps_what_stood_before_and_the_audit_holds_no_text(promise, officer):
    made = promise()
    change_record(made, by=officer, typed={**PROMISE, "responsible": "Bappeda"}, today=TODAY, revision=1)
    assert [one.data["responsible"] for one in made.revisions.all()] == ["Bappeda", "Bagian Hukum"]
    event = Event.objects.filter(subject="record", subject_id=made.pk).first()
    assert event.detail["columns"] == ["responsible"]
    assert "Bappeda" not in str(event.detail)


def test_two_people_cannot_overwrite_each_other(promise, officer):
    made = promise()
    change_record(made, by=officer, typed={**PROMISE, "responsible": "Bappeda"}, today=TODAY, revision=1)
    with pytest.raises(Refused, match="meanwhile"):
        change_record(made, by=officer, typed={**PROMISE, "responsible": "BKAD"}, today=TODAY, revision=1)


def test_done_needs_evidence_and_closes_the_record(promise, officer):
    made = promise()
    with pytest.raises(Refused, match="shows"):
        finish_record(made, by=officer, evidence=" ", today=TODAY)
    done = finish_record(made, by=officer, evidence="Perwal 12/2026", today=TODAY)
    assert (done.status, done.is_open, done.data["evidence"]) == ("done", False, "Perwal 12/2026")


def test_what_was_taken_out_can_no_longer_be_changed(promise, officer):
    made = promise()
    end_record(made, by=officer, note="salah catat")
    with pytest.raises(Refused, match="taken out"):
        finish_record(made, by=officer, evidence="x", today=TODAY)


def test_nobody_keeps_records_of_a_place_they_do_not_work_for(person, promise, officer):
    made = promise()
    stranger = person("lain", Role.OFFICER, "36.71")
    with pytest.raises(Refused, match="place"):
        end_record(made, by=stranger, note="x")
    with pytest.raises(Refused, match="place"):
        change_record(made, by=officer, typed={**PROMISE, "place": "36.71"}, today=TODAY, revision=1)


def test_rows_of_a_round_are_copied_once(round_of, officer):
    round = round_of("cilegon-2024", "36.72")
    first = copy_round(round, snapshot_of(round).dataset, by=officer)
    again = copy_round(round, snapshot_of(round).dataset, by=officer)
    assert first.made == Record.objects.count() > 20
    assert (again.made, again.renewed, again.known) == (0, 0, first.made)
    meeting = Record.objects.get(table="meeting")
    assert Record.objects.filter(table="commitments", meeting=meeting).count() == 5


def test_copying_does_not_change_what_is_measured(round_of, officer, measured_now):
    round = round_of("cilegon-2024", "36.72")
    before = snapshot_of(round)
    copy_round(round, before.dataset, by=officer)
    measured_now(round, officer)
    after = snapshot_of(round)
    assert {v.indicator: v.value for v in after.values} == {v.indicator: v.value for v in before.values}
    assert after.dataset.frames["commitments"].height == before.dataset.frames["commitments"].height
    assert [p for p in after.dataset.problems if p.fault.cause in ("duplicate_row", "record_stands")] == []


def test_a_record_enters_the_next_measurement_of_its_place(round_of, promise, officer, measured_now):
    round = round_of("cilegon-2024", "36.72")
    promise()
    measured_now(round, officer)
    assert PROMISE["text"] in snapshot_of(round).dataset.frames["commitments"]["text"].to_list()


def test_a_round_of_records_alone_can_be_measured(officer, promise, measured_now):
    round = make_round(by=officer, place="36.72", title="Monev", kind="meeting", as_of=TODAY)
    promise()
    measured_now(round, officer)
    values = {value.indicator: value.value for value in snapshot_of(round).values}
    assert values["commitments_done"] == 0


def test_a_changed_record_stands_for_the_row_it_was_copied_from(round_of, officer, measured_now):
    round = round_of("cilegon-2024", "36.72")
    copy_round(round, snapshot_of(round).dataset, by=officer)
    record = Record.objects.filter(table="commitments").first()
    finish_record(record, by=officer, evidence="Laporan 2024", today=TODAY)
    measured_now(round, officer)
    data = snapshot_of(round).dataset
    assert data.frames["commitments"]["status"].to_list().count("done") == 1
    assert data.frames["commitments"].height == 5
    assert [p.fault.cause for p in data.problems if p.fault.cause == "record_stands"] == ["record_stands"]
    assert copy_round(round, data, by=officer).made == 0


def test_records_enter_only_the_latest_round_of_their_place(round_of, promise, officer, measured_now):
    earlier = round_of("cilegon-2024", "36.72")
    round_of("cilegon-2024", "36.72", measured=False)
    promise()
    measured_now(earlier, officer)
    assert snapshot_of(earlier).dataset.frames["commitments"].height == 5


def test_rows_alike_in_their_key_are_each_copied(round_of, officer):
    round = round_of("cilegon-2024", "36.72", measured=False)
    data = snapshot_like("handovers", [{"place": "36.72", "heirs": 2}, {"place": "36.72", "heirs": 3}])
    assert copy_round(round, data, by=officer).made == 2
    assert copy_round(round, data, by=officer).known == 2


def snapshot_like(table, rows):
    import polars as pl

    from semesta.tables.dataset import Dataset

    return Dataset({table: pl.DataFrame([{**row, "_file": "a.csv"} for row in rows])})
