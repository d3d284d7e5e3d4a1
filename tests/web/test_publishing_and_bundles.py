"""Rounds shown to everybody, and rounds sent from office to office."""

from __future__ import annotations

import datetime as dt

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from semesta.rounds.bundle import made_bundle
from semesta.rounds.signing import public_key
from semesta.web import chapters
from semesta.web.actions import bundles
from semesta.web.actions.publishing import publication_of
from semesta.web.actions.refused import Refused
from semesta.web.models import Event, Figure, Publication, Round
from semesta.web.roles import Role

pytestmark = pytest.mark.django_db


@pytest.fixture
def sent(accepted):
    """A bundle of an accepted round, signed with another office's key: sent(round, key)."""

    def made(round, key, *, made_at=dt.datetime(2026, 1, 5, tzinfo=dt.UTC)):
        shown = chapters.measured(publication_of(round, by=None).shown)
        return made_bundle(shown, title=round.title, kind=round.kind, made_at=made_at, key=key)

    return made


def test_a_round_that_is_not_accepted_is_shown_to_nobody(round_of):
    with pytest.raises(Refused, match="accepted"):
        publication_of(round_of("cilegon-2024", "36.72"), by=None)


def test_what_is_shown_is_made_once_and_told_in_the_audit(accepted):
    round = accepted("banten-2022", "36")
    one, again = publication_of(round, by=None), publication_of(round, by=None)
    assert one.pk == again.pk
    assert one.withheld == {"figures": 2, "handovers": 1}
    assert Event.objects.filter(action="disclose_round").count() == 1


def test_a_later_round_is_held_against_what_was_shown_of_its_region_before(accepted):
    publication_of(accepted("banten-2022", "36"), by=None)
    later = publication_of(accepted("cilegon-2024", "36.72"), by=None)
    assert Publication.objects.count() == 2
    assert later.leaked == 0


def test_a_bundle_becomes_a_round_of_its_place_with_the_figures_of_its_sender(accepted, sent, person):
    round, key = accepted("banten-2022", "36"), Ed25519PrivateKey.generate()
    content = sent(round, key)
    here = person("kementerian", Role.VERIFIER, "ID")
    person("kementerian", Role.ADMINISTRATOR, "ID")
    Round.objects.filter(pk=round.pk).update(place="36.01", as_of="2020-01-01")  # the sender's is not here
    bundles.trust_key(by=here, place="36", public=public_key(key), holder="Disnaker Banten")
    made, is_new = bundles.take_bundle(content, by=here)
    assert is_new
    assert (made.place, made.state, made.is_from_bundle) == ("36", "accepted", True)
    figures = Figure.objects.filter(snapshot__round=made, snapshot__is_current=True)
    shown = chapters.measured(round.snapshots.get().publication.shown)
    assert [figure.value for figure in figures.order_by("position")] == [value.value for value in shown.values]
    again, is_new = bundles.take_bundle(content, by=here)
    assert (again.pk, is_new) == (made.pk, False)


@pytest.fixture
def refused(accepted, sent, person):
    """Why a bundle is not taken: refused(key, trusted={...}, mend=...)."""
    round = accepted("banten-2022", "36")
    Round.objects.filter(pk=round.pk).update(place="36.01", as_of="2020-01-01")

    def why(key, place="36", *, mend=lambda content: content, by=None, made_at=dt.datetime(2026, 1, 5, tzinfo=dt.UTC)):
        here = by or person("kementerian", Role.VERIFIER, "ID")
        if place:
            bundles.trust_key(by=None, place=place, public=public_key(key), holder="Pengirim")
        with pytest.raises(Refused) as found:
            bundles.take_bundle(mend(sent(round, key, made_at=made_at)), by=here)
        assert found.value.said.id
        assert found.value.said.en
        return found.value.said.en

    why.round = round
    return why


def test_a_bundle_of_an_unknown_key_is_refused(refused):
    assert "key is unknown" in refused(Ed25519PrivateKey.generate(), place="")


def test_a_bundle_of_a_place_outside_its_keys_is_refused(refused):
    assert "does not speak for place 36" in refused(Ed25519PrivateKey.generate(), place="32")
    assert "does not speak for place 36" in refused(Ed25519PrivateKey.generate(), place="36.72")


@pytest.mark.parametrize("at", [0, 40, 200, 900, -900, -200, -40, -1])
def test_a_bundle_in_which_one_byte_was_changed_is_refused(refused, at):
    def one_byte(content):
        changed = bytearray(content)
        changed[at] ^= 1
        return bytes(changed)

    assert refused(Ed25519PrivateKey.generate(), mend=one_byte)


def test_a_bundle_with_something_after_its_end_is_refused(refused):
    assert "changed" in refused(Ed25519PrivateKey.generate(), mend=lambda content: content + b"more")


def test_an_ended_key_is_unknown(refused, person):
    key = Ed25519PrivateKey.generate()
    bundles.end_trust(bundles.trust_key(by=None, place="36", public=public_key(key), holder="Lama"), by=None)
    assert "key is unknown" in refused(key, place="")


def test_a_bundle_older_than_the_round_held_is_refused(refused, sent, person):
    key = Ed25519PrivateKey.generate()
    bundles.trust_key(by=None, place="36", public=public_key(key), holder="Disnaker Banten")
    here = person("kementerian", Role.VERIFIER, "ID")
    bundles.take_bundle(sent(refused.round, key, made_at=dt.datetime(2026, 2, 1, tzinfo=dt.UTC)), by=here)
    assert "newer round is held" in refused(key, made_at=dt.datetime(2026, 1, 5, tzinfo=dt.UTC))


def test_a_later_bundle_of_the_same_day_takes_the_place_of_the_one_before(refused, sent, person):
    key = Ed25519PrivateKey.generate()
    bundles.trust_key(by=None, place="36", public=public_key(key), holder="Disnaker Banten")
    here = person("kementerian", Role.VERIFIER, "ID")
    first, _ = bundles.take_bundle(sent(refused.round, key), by=here)
    second, is_new = bundles.take_bundle(
        sent(refused.round, key, made_at=dt.datetime(2026, 2, 1, tzinfo=dt.UTC)), by=here
    )
    assert (second.pk, is_new) == (first.pk, True)


def test_who_may_not_verify_in_the_place_takes_no_bundle(refused, person):
    assert "may not take" in refused(Ed25519PrivateKey.generate(), by=person("cilegon", Role.VERIFIER, "36.72"))
    assert "may not take" in refused(Ed25519PrivateKey.generate(), by=person("pembaca", Role.READER, "ID"))


def test_only_who_administers_a_place_trusts_keys_for_it(person):
    public = public_key(Ed25519PrivateKey.generate())
    for somebody in (person("a", Role.ADMINISTRATOR, "36.72"), person("b", Role.VERIFIER, "ID")):
        with pytest.raises(Refused, match="administer"):
            bundles.trust_key(by=somebody, place="36", public=public, holder="Banten")


def test_what_is_no_public_key_is_not_trusted(person):
    with pytest.raises(Refused, match="public key"):
        bundles.trust_key(by=None, place="36", public="bukan kunci", holder="Banten")
