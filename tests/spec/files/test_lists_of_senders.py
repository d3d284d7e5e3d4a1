"""The profile of a sender is used in the lists of that sender alone: those that bear all of its headers."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from semesta.basics.places import PLACES
from semesta.files.profile import Profile
from semesta.files.read import read
from semesta.tables.registry import PEOPLE

OURS = "nik;nama;tanggal lahir;instansi pengirim\n3672014507908642;SITI;1990-07-05;Dinas Sosial\n"
THEIRS = "nomor;nama;tanggal lahir;instansi pengirim;asal\n3672014507908642;SITI;1990-07-05;guru ngaji;Dinas Agama\n"
PROFILE = Profile(
    "workers",
    {
        "nomor": "nik",
        "nama": "name",
        "tanggal lahir": "birth_date",
        "instansi pengirim": "occupation",
        "asal": "sender",
    },
)


def workers(folder: Path, profiles, **files: str) -> list[dict]:
    paths = []
    for name, text in files.items():
        paths.append(folder / f"{name}.csv")
        paths[-1].write_text(text)
    table = {"workers": PEOPLE["workers"]}
    found = read(paths, today=dt.date(2026, 1, 1), places=PLACES, tables=table, profiles=profiles)
    return found.frames["workers"].to_dicts()


def test_a_word_that_means_something_else_to_a_sender_means_it_in_their_lists_alone(tmp_path):
    ours, theirs = workers(tmp_path, [PROFILE], a_ours=OURS, b_theirs=THEIRS)
    assert (ours["sender"], ours.get("occupation")) == ("Dinas Sosial", None)
    assert (theirs["sender"], theirs["occupation"], theirs["nik"]) == ("Dinas Agama", "guru ngaji", ours["nik"])


def test_a_list_that_lacks_one_of_the_headers_is_of_somebody_else(tmp_path):
    more = Profile("workers", {**PROFILE.titles, "kecamatan asal": "district"})
    assert workers(tmp_path, [more], theirs=THEIRS)[0]["sender"] == "guru ngaji"


def test_a_profile_of_few_headers_and_one_of_another_table_are_nobodys(tmp_path):
    few = Profile("workers", {"nama": "source", "asal": "sender"})
    other = Profile("participants", dict(PROFILE.titles))
    assert workers(tmp_path, [few, other], theirs=THEIRS)[0]["name"] == "SITI"


def test_of_several_that_fit_the_one_with_most_headers_is_used(tmp_path):
    fewer = Profile("workers", {title: PROFILE.titles[title] for title in ("nomor", "nama", "tanggal lahir")})
    assert workers(tmp_path, [fewer, PROFILE], theirs=THEIRS)[0]["occupation"] == "guru ngaji"
