"""Bundles: sent from here, taken from others; and the keys that are trusted."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from semesta import __version__
from semesta.basics import masking
from semesta.monev.measured import Measured
from semesta.rounds import bundle as bundles
from semesta.rounds.free_text import texts, without_free_text
from semesta.rounds.signing import fingerprint, is_public_key, own_key, public_key
from semesta.tables.registry import TABLES
from semesta.web import chapters
from semesta.web.access import may
from semesta.web.actions.jobs import ask
from semesta.web.actions.publishing import publication_of, takes_long
from semesta.web.actions.recorded import about, recorded
from semesta.web.actions.refused import Refused
from semesta.web.actions.required import require
from semesta.web.actions.snapshots import keep_snapshot
from semesta.web.models import Received, Round, TrustedKey, User
from semesta.web.models.round import Kind, State
from semesta.web.places import office_places
from semesta.web.roles import Permission


def own_public_key() -> str:
    """The public half of this office's key, made when there is none."""
    return public_key(own_key(Path(settings.HOME) / "key.pem"))


def trust_key(*, by: User | None, place: str, public: str, holder: str) -> TrustedKey:
    """Trusts a key for a place and everything below it; the same twice changes nothing. `by` is None at the command line."""
    require(by, place, Permission.ADMINISTER)
    if place not in office_places():
        raise Refused("Wilayah tidak dikenal; tulis kodenya.", "Unknown place; write its code.")
    if not is_public_key(public.strip()):
        raise Refused(
            "Bukan kunci publik: satu baris dari `semesta admin key` kantor pengirim.",
            "Not a public key: one line from the sender's `semesta admin key`.",
        )
    if not holder.strip():
        raise Refused("Tulis kantor pemegang kunci.", "Name the office that holds the key.")
    with recorded("trust_key", by=by, place=place) as event:
        made, _ = TrustedKey.objects.get_or_create(
            public=public.strip(), place=place, ended_at=None, defaults={"holder": holder.strip()[:200], "added_by": by}
        )
        about(event, made, fingerprint=fingerprint(made.public))
    return made


def end_trust(key: TrustedKey, *, by: User | None) -> None:
    """Takes nothing more from this key; what came by it stays."""
    require(by, key.place, Permission.ADMINISTER)
    with recorded("end_trust", by=by, place=key.place) as event:
        TrustedKey.objects.filter(pk=key.pk, ended_at=None).update(ended_at=timezone.now())
        about(event, key)


def export_bundle(round: Round, *, by: User, with_text: bool = False, may_wait: bool = True) -> tuple[str, bytes]:
    """The name and the bytes of a round's bundle, after disclosure control and signed by this office.

    Args:
        with_text: whether what was freely written goes with it, because somebody has read it: disclosure control cannot.
        may_wait: whether the caller waits while small numbers of a large round are hidden; otherwise the worker is asked to.

    Raises:
        Refused: they may not send it, it is not ready yet, or the text that is to go with it holds a number as long as a NIK.
    """
    if not may(by, Permission.VERIFY, round.place):
        raise Refused("Anda tidak berwenang mengirim putaran ini.", "You may not send this round.")
    if not may_wait and takes_long(round):
        ask("disclose", by=by, place=round.place, round=round.pk)
        raise Refused(
            "Angka kecil putaran besar ini sedang ditutup; unduh bundelnya bila sudah selesai.",
            "The small numbers of this large round are being hidden; download the bundle when that is done.",
        )
    publication = publication_of(round, by=by)
    made_at = round.decided_at or publication.made_at
    shown = chapters.measured(publication.shown)
    if with_text:
        refuse_long_numbers(shown)
    content = bundles.made_bundle(
        shown if with_text else without_free_text(shown),
        title=round.title,
        kind=round.kind,
        made_at=made_at,
        key=own_key(Path(settings.HOME) / "key.pem"),
        withheld=publication.withheld,
        version=__version__,
    )
    with recorded("export_bundle", by=by, place=round.place) as event:
        about(event, round, bytes=len(content), withheld=publication.withheld, text=with_text)
    return f"semesta-{round.place}-{publication.snapshot.as_of}.zip", content


def refuse_long_numbers(measured: Measured) -> None:
    found = next(((table, row) for table, row, text in texts(measured) if masking.LONG_NUMBER.search(text)), None)
    if found is not None:
        title = TABLES[found[0]].title
        raise Refused(
            f"Uraian pada {title.id} baris {found[1]} memuat nomor panjang, mungkin NIK. Perbaiki, atau kirim tanpa uraian.",
            f"A text in {title.en}, row {found[1]}, holds a long number, perhaps a NIK. Mend it, or send without text.",
        )


def take_bundle(content: bytes, *, by: User) -> tuple[Round, bool]:
    """The round that a bundle is here, and whether it brought something new.

    Raises:
        Refused: unknown key, changed bytes, a place that is not its key's or not yours, or older than what is held.
    """
    try:
        trusted = TrustedKey.objects.filter(ended_at=None).values_list("public", "place")
        bundle = bundles.opened_bundle(content, trusted=trusted, places=office_places())
        manifest = bundle.manifest
        if not may(by, Permission.VERIFY, manifest.place):
            raise Refused(
                "Anda tidak berwenang menerima putaran wilayah ini.", "You may not take rounds of this place."
            )
        known = Received.objects.filter(sha256=bundle.sha256).select_related("round").first()
        if known is not None:
            return known.round, False
        bundles.refuse_older(manifest, _held(manifest.place))
    except bundles.BundleRefused as refused:
        raise Refused(refused.said.id, refused.said.en) from None
    with recorded("take_bundle", by=by, place=manifest.place) as event:
        round = _round_of(bundle, by)
        keep_snapshot(round, bundle.measured, by=by)
        about(event, round, sha256=bundle.sha256, key=fingerprint(manifest.key))
    if round.published_at is not None:
        ask("disclose", by=by, place=round.place, round=round.pk)
    return round, True


def _round_of(bundle: bundles.Bundle, by: User) -> Round:
    """The round of that place and day, made where there is none; accepted, because its sender accepted it."""
    manifest, now = bundle.manifest, timezone.now()
    same = Received.objects.select_related("round").filter(round__place=manifest.place, round__as_of=manifest.as_of)
    held = same.select_for_update().first()
    round = held.round if held else Round(place=manifest.place, as_of=manifest.as_of, made_by=by, is_from_bundle=True)
    round.title = manifest.title[:200]
    round.kind = manifest.kind if manifest.kind in Kind.values else Kind.MEETING
    round.state, round.submitted_at = State.ACCEPTED, manifest.made_at
    round.decided_by, round.decided_at = by, now
    round.save()
    key = TrustedKey.objects.filter(public=manifest.key, ended_at=None)
    Received.objects.update_or_create(
        round=round,
        defaults={
            "sha256": bundle.sha256,
            "key": next(one for one in key if office_places().is_within(manifest.place, one.place)),
            "made_at": manifest.made_at,
            "manifest": bundles.described(manifest),
            "taken_by": by,
        },
    )
    return round


def _held(place: str) -> list[tuple[dt.date, dt.datetime]]:
    """Of each round of a place that stands here, its day and when it was made or accepted."""
    came = Received.objects.filter(round__place=place).values_list("round__as_of", "made_at")
    own = Round.objects.filter(place=place, state=State.ACCEPTED, is_from_bundle=False).exclude(as_of=None)
    return [*came, *own.exclude(decided_at=None).values_list("as_of", "decided_at")]
