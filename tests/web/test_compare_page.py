"""Two rounds side by side, within one's places, and nothing compared that does not compare."""

from __future__ import annotations

import pytest
from django.urls import reverse

from semesta.web.roles import Role

pytestmark = pytest.mark.django_db


def test_two_rounds_of_one_place_stand_side_by_side_with_their_difference(round_of, person, signed_in):
    by = person("petugas", Role.OFFICER, "36")
    first, second = round_of("banten-2022", "36", by=by), round_of("banten-2025", "36", by=by)
    page = signed_in(by).get(reverse("compare"), {"a": first.pk, "b": second.pk}).content.decode()
    assert "Monev banten-2022" in page
    assert "tidak dapat diperbandingkan" in page


def test_a_round_beside_itself_is_unchanged_everywhere(round_of, person, signed_in):
    by = person("petugas", Role.OFFICER, "36")
    first, _ = round_of("banten-2022", "36", by=by), round_of("banten-2025", "36", by=by)
    page = signed_in(by).get(reverse("compare"), {"a": first.pk, "b": first.pk}).content.decode()
    assert "tetap" in page
    assert ">+" not in page


def test_rounds_of_other_places_cannot_be_chosen(round_of, person, signed_in):
    by = person("petugas", Role.OFFICER, "36")
    first, second = round_of("banten-2022", "36", by=by), round_of("banten-2025", "36", by=by)
    stranger = signed_in(person("lain", Role.OFFICER, "36.72"))
    page = stranger.get(reverse("compare"), {"a": first.pk, "b": second.pk}).content.decode()
    assert "Monev banten" not in page


def test_the_public_is_asked_to_sign_in(client, db):
    assert client.get(reverse("compare")).status_code == 302
