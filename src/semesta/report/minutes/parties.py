"""Who agrees and signs: the hosts of the meeting by post, each by the name of its institution, never a person's."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from semesta.basics import shown
from semesta.report.content import Signature, Signatures
from semesta.report.laporan import cells
from semesta.report.laporan.draft import Draft, Row
from semesta.report.laporan.long_cells import shortened
from semesta.report.laporan.office import office, said, signature
from semesta.report.laporan.opening import meeting
from semesta.report.minutes.official import BLANK
from semesta.tables.kantor import LONGEST_LINE

_ROLE = re.compile(
    r"(penyelenggara|pembuka|narasumber|peserta|pemimpin rapat|moderator|host|opener|speaker|participant)\b[\s:,–-]*",
    re.IGNORECASE,
)
_POST = re.compile(
    r"(plt\.?|plh\.?|pj\.?|kepala|asisten|deputi|sekretaris|direktur|ketua|wakil|bupati|wali kota|gubernur|camat|lurah"
    r"|menteri|staf ahli|inspektur|pimpinan|manajer|head|director|secretary|deputy|assistant|chair)\b",
    re.IGNORECASE,
)
_RECEIVES = re.compile(r"\b(penerima|ahli waris|recipients?|heirs?)\b", re.IGNORECASE)
"""Roles of those for whom a meeting is held: they take part and sign nothing."""

THE_POST = "${jabatan_pengirim}"


@dataclass(frozen=True, slots=True)
class Party:
    """An institution that agrees, and the post that signs for it; empty where it is not known."""

    institution: str
    post: str = ""
    sends: bool = False
    """Whether it is the office whose paper this is: its signature comes from the sheet `kantor`."""


def parties(draft: Draft, paper: str) -> list[Party]:
    """The office whose paper it is, then the hosts; where there are no two hosts, all institutions that took part."""
    hosts = _unique(Party(name) for name in cells.items(meeting(draft).get("hosts")))
    present = _unique(
        Party(str(row["institution"]).strip(), post_of(row)) for row in draft.rows("attendance") if _signs(row)
    )
    found = [_known_better(host, present) for host in hosts]
    if len(found) < 2:
        found = _unique([*found, *present])
    found = own_first(draft, found or [Party("")], paper)
    return [*found, *[Party("")] * (2 - len(found))]


def post_of(row: Row) -> str:
    """The post named in a role such as "Narasumber: Kepala Bidang"; empty where the role names none."""
    for piece in str(row.get("role") or "").split(";"):
        said = _ROLE.sub("", piece.strip(), count=1)
        if _POST.match(said):
            return re.split(r"\s+(?:dan|and)\s+(?=pejabat|staf|tim|officials|staff)", said)[0]
    return ""


def _signs(row: Row) -> bool:
    return not _RECEIVES.search(f"{row.get('role') or ''} {row['institution']}")


def _unique(found: Iterable[Party]) -> list[Party]:
    """Each institution once, with the first post that is known."""
    by_name: dict[str, Party] = {}
    for party in found:
        key = party.institution.casefold()
        if key not in by_name or (party.post and not by_name[key].post):
            by_name[key] = party
    return list(by_name.values())


def _is_same(one: str, other: str) -> bool:
    """Whether one name says the other more fully: "BPJS Ketenagakerjaan" and its branch."""
    short, long = sorted((one.casefold(), other.casefold()), key=len)
    return bool(short) and re.match(re.escape(short) + r"\b", long) is not None


def _known_better(host: Party, present: list[Party]) -> Party:
    same = [party for party in present if _is_same(host.institution, party.institution)]
    return same[0] if len(same) == 1 else host


def own_first(draft: Draft, found: list[Party], paper: str) -> list[Party]:
    """The office of the sheet `kantor` in front, by the post it gives; without the sheet the first host sends the paper."""
    row = office(draft, paper)
    name = shortened(said(row, "office_name") or said(row, "government"), LONGEST_LINE)
    if not name:
        first = [replace(party, post=party.post or THE_POST, sends=True) for party in found[:1]]
        return [*first, *found[1:]]
    own = next((party for party in found if _is_same(name, party.institution)), Party(name))
    others = [party for party in found if party is not own]
    post = said(row, "post") or own.post or THE_POST
    return [Party(own.institution, post, sends=True), *others]


def party_title(draft: Draft, number: int) -> str:
    """ "PIHAK KESATU", "PARTY 1"."""
    return draft.say(f"PIHAK KE{shown.number_in_words(number, 'id').upper()}", f"PARTY {number}")


def named(draft: Draft, party: Party) -> str:
    """Post and institution in one, with a line to fill in where one is not known; not twice the same."""
    post, institution = party.post or BLANK, party.institution or BLANK
    if institution.casefold() in post.casefold():
        return post
    return draft.say(f"{post}, {institution}", f"{post}, {institution}")


def party_lines(draft: Draft, found: list[Party]) -> tuple[str, ...]:
    """The parties as the text lists them: "Kepala Dinas, Dinas Tenaga Kerja, selanjutnya disebut PIHAK KESATU"."""
    called = draft.say("selanjutnya disebut", "hereafter")
    return tuple(
        f"{named(draft, party)}, {called} **{party_title(draft, number)}**" for number, party in enumerate(found, 1)
    )


def signatures(draft: Draft, found: list[Party], *, paper: str, seen_by: str = "") -> list[Signatures]:
    """One signature for each party; by itself below them that of the post that opened the meeting and has seen the paper."""
    signed = (_signature(draft, party, party_title(draft, number), paper) for number, party in enumerate(found, 1))
    seen = Signature("", seen_by, BLANK, "", "", party=draft.say("Mengetahui", "Seen"))
    return [Signatures(tuple(signed)), *([Signatures((seen,))] if seen_by else [])]


def _signature(draft: Draft, party: Party, title: str, paper: str) -> Signature:
    if party.sends:
        own = signature(draft, paper)
        return replace(own, place_and_date="", party=title, post=_post_line(party.post, party.institution))
    return Signature("", _post_line(party.post, party.institution), BLANK, "", "", party=title)


def _post_line(post: str, institution: str) -> str:
    if not institution or institution.casefold() in post.casefold():
        return post
    return f"{post}, {institution}" if post else institution
