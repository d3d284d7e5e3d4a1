"""People of our lists who live in another regency."""

import polars as pl

from semesta.basics.words import Lang, Words, same
from semesta.people.findings.finding import Finding, reasons
from semesta.people.people import People


def find(people: People) -> pl.DataFrame:
    """Rows whose own place, or that of their membership where they have none, lies outside the round's and does not hold it."""
    rows = people.workers.with_columns(home=pl.col("place"))
    if people.has("participants"):
        homes = people.participants.select(pl.col("id").alias("participant_id"), pl.col("place").alias("_of_member"))
        rows = rows.join(homes, on="participant_id", how="left", maintain_order="left")
        rows = rows.with_columns(home=pl.coalesce("place", "_of_member"))
    outside = [code for code in rows["home"].unique().drop_nulls() if people.places.is_apart(code, people.place)]

    def named(lang: Lang) -> pl.Expr:
        names = {code: _name(people, code).said(lang) for code in outside}
        return pl.col("home").replace_strict(names, return_dtype=pl.String)

    found = rows.filter(pl.col("home").is_in(outside)).unique("person_id", keep="first", maintain_order=True)
    return found.select("id", *reasons(Words("berdomisili di {}", "lives in {}"), named))


def _name(people: People, code: str) -> Words:
    """The name of a place, of the regency where the village is not in the list of places."""
    known = next((part for part in reversed(people.places.path(code)) if part in people.places), "")
    return people.places[known].title if known else same(code)


FINDING = Finding(
    name="resident_elsewhere",
    title=Words("Berdomisili di wilayah lain", "Lives elsewhere"),
    what=Words(
        "Orang dalam daftar yang alamatnya di luar wilayah ini.",
        "People of the lists whose address lies outside the place.",
    ),
    next_step=Words(
        "Pastikan domisilinya; sampaikan kepada wilayah tempat tinggalnya bila tidak dapat dibayar di sini.",
        "Make sure where they live; tell their own region if they cannot be paid for here.",
    ),
    of="workers",
    needs=("workers",),
    find=find,
    counts=Words("orang", "people"),
    never=Words(
        "awalan NIK ialah tempat pendaftaran pertama, bukan domisili, dan tidak dipakai di sini",
        "the prefix of a NIK is where it was first registered, not the home, and is not used here",
    ),
)
