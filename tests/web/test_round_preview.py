"""Before a round is submitted its page tells what it changes against the last accepted one of its place."""

from __future__ import annotations

import pytest
from django.urls import reverse

from semesta.web.actions import rounds as actions
from semesta.web.actions import uploads
from semesta.web.models import Round, Snapshot
from semesta.web.preview import preview
from semesta.web.roles import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def again(round_of, person, measured_now) -> Round:
    """A second round of Cilegon after an accepted one: other contributions, one row that cannot be read, one statement less."""
    first = round_of("cilegon-2024", "36.72")
    maker = person("petugas")
    actions.submit_round(first, by=maker)
    actions.accept_round(first, by=person("provinsi", Role.VERIFIER, "36"))
    second = actions.make_round(by=maker, place="36.72", title="Monev Desember", kind="meeting")
    for one in first.uploads.all():
        content = uploads.stored(one.sha256).read_text()
        if one.name == "contributions.csv":
            content = content.replace(",480457660,", ",500457660,")
        if one.name == "commitments.csv":
            content += content.splitlines()[1].replace("36.72", "tidak ada", 1) + "\n"
        uploads.add_upload(second, by=maker, name=one.name, content=[content.encode()])
    measured_now(second, maker)
    return Round.objects.get(pk=second.pk)


def told(round: Round):
    return preview(round, Snapshot.objects.get(round=round, is_current=True), "id")


def test_main_figures_and_rows_set_aside_stand_beside_those_accepted_last(again, person, signed_in):
    found = told(again)
    line = next(one for one in found.lines if one.indicator == "contributions")
    assert (line.first, line.second, line.difference) == ("Rp480.457.660", "Rp500.457.660", "+Rp20.000.000")
    assert [(one.table.id, one.rows, one.before) for one in found.aside] == [("Komitmen", 1, 0)]
    page = signed_in(person("petugas")).get(reverse("round", kwargs={"round_id": again.pk})).content.decode()
    assert f"?a={found.last.pk}&amp;b={again.pk}" in page
    assert page.index("Rp500.457.660") < page.index("Kirim untuk diperiksa")
    accepted = signed_in(person("petugas")).get(reverse("round", kwargs={"round_id": found.last.pk})).content.decode()
    assert "Yang berubah" not in accepted


def test_findings_of_one_thing_are_the_same_whatever_their_figures_say(again):
    snapshot = Snapshot.objects.get(round=again, is_current=True)
    before = Snapshot.objects.get(round__title="Monev cilegon-2024", is_current=True)
    changed = [{**one, "message": {"id": "lain", "en": "other"}} for one in before.findings]
    snapshot.findings = [*changed[1:], {**changed[0], "quantity": "sesuatu yang baru"}]
    found = preview(again, snapshot, "id")
    assert [one["quantity"] for one in found.new] == ["sesuatu yang baru"]
    assert [one["quantity"] for one in found.gone] == [before.findings[0]["quantity"]]


def test_the_first_round_of_a_place_says_that_all_is_new(round_of, person, signed_in):
    round = round_of("cilegon-2024", "36.72")
    browser = signed_in(person("petugas"))
    browser.cookies["bahasa"] = "en"
    page = browser.get(reverse("round", kwargs={"round_id": round.pk})).content.decode()
    assert "all its figures are new" in page
    assert told(round).gone == ()
