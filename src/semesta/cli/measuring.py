"""A round measured for commands that reckon with it; they end here where it cannot be."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from semesta.basics.places import PlaceList
    from semesta.basics.words import Lang
    from semesta.monev.measured import Measured


def measured_of(inputs: Sequence[Path], places: PlaceList, lang: Lang) -> Measured:
    """The round of these files; without one every problem is said, or what the data do not name, and nothing is written."""
    import datetime as dt

    from semesta.basics.words import Words
    from semesta.cli.problems import stopped_with_problems
    from semesta.cli.shown import stopped
    from semesta.monev.measure import NoDay, NothingUsable
    from semesta.people.link.faults import LinkError
    from semesta.rounds.lists import NoPlace
    from semesta.rounds.run import Unusable, measured_round, read_round

    today = dt.date.today()  # noqa: DTZ011
    dataset = read_round(list(inputs), today=today, places=places)
    try:
        return measured_round(dataset, places=places, today=today)
    except (Unusable, NothingUsable):
        why = (
            "Tidak ada baris yang dapat dipakai; tidak ada yang ditulis.",
            "No row can be used; nothing was written.",
        )
        raise stopped_with_problems(dataset, lang, as_json=False, why=why) from None
    except LinkError as error:
        raise stopped(error.said.said(lang)) from None
    except NoDay:
        said = Words(
            "Data tidak menyebut tanggal: isi kolom Periode, Tahun atau Per tanggal. Tidak ada yang ditulis.",
            "The data name no day: fill in the column Period, Year or As of. Nothing was written.",
        )
        raise stopped(said.said(lang)) from None
    except NoPlace:
        said = Words(
            "Data tidak menyebut wilayah: isi kolom Kabupaten/kota. Tidak ada yang ditulis.",
            "The data name no place: fill in the column of the regency or city. Nothing was written.",
        )
        raise stopped(said.said(lang)) from None
