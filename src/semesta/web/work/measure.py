"""A round measured from its files into a snapshot."""

from __future__ import annotations

import datetime as dt
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from semesta.basics.words import Words
from semesta.monev.measure import NoDay, NothingThere
from semesta.monev.measured import Measured
from semesta.people.link.faults import LinkError
from semesta.rounds.lists import Counted, NoPlace
from semesta.rounds.run import Unusable, counted_round, measured_round, read_round
from semesta.tables.dataset import Dataset
from semesta.web.actions.matters import keep_matters
from semesta.web.actions.profiles import profiles_for, titles_for
from semesta.web.actions.refused import Refused
from semesta.web.actions.snapshots import keep_snapshot
from semesta.web.actions.uploads import MEASURING, files_of, stored
from semesta.web.models import Job, Round
from semesta.web.places import office_places
from semesta.web.standing import records_of, with_records
from semesta.web.work.tell import Failed, Tell

LISTS_GONE = Words(
    "Daftar orang putaran ini sudah dihapus pada waktunya. Hasil ukurnya tetap; diukur lagi, angkanya akan lain. Unggah daftarnya lagi, atau "
    "keluarkan dari putaran, lalu ukur.",
    "Lists of people of this round were deleted in time. Its measurement stays; measured again its figures would differ. Upload the lists "
    "again, or take them out of the round, then measure.",
)


NOT_MEASURED: Mapping[type[Exception], Words] = {
    Unusable: Words("Tidak ada baris yang dapat dipakai.", "No row can be used."),
    NothingThere: Words("Berkas tidak memuat data wilayah ini.", "The files hold no data of this place."),
    NoDay: Words("Data tidak menyebut tanggal; isi tanggal putaran.", "The data name no day; set the round's."),
    NoPlace: Words("Data tidak menyebut wilayah.", "The data name no place."),
}


def measure(job: Job, tell: Tell) -> None:
    """Reads the files of the round, counts its lists of people, measures, and keeps the snapshot."""
    round = Round.objects.get(pk=job.arguments["round"])
    if round.uploads.filter(removed_at=None).exclude(purged_at=None).exists():
        raise Failed(LISTS_GONE)
    files, today = files_of(round), timezone.localdate()
    tell(Words("membaca berkas", "reading files"), 0.02)
    dataset = _read(round, today)
    counted, measured = _measured(round, dataset, today, tell)
    tell(Words("menyimpan hasil", "keeping what was found"), 0.88)
    try:
        keep_snapshot(round, measured, by=job.asked_by, problems=dataset.problems, of_files=files)
    except Refused as refused:
        raise Failed(refused.said) from None
    keep_matters(round, counted, by=job.asked_by)


def _read(round: Round, today: dt.date) -> Dataset:
    """What the round's files say, and the records of the office beside them."""
    with tempfile.TemporaryDirectory(prefix=MEASURING, dir=Path(settings.HOME) / "files") as folder:
        paths, records = _under_their_names(round, Path(folder)), records_of(round)
        if not paths and not records:
            raise Failed(Words("Putaran ini belum punya berkas.", "This round has no files yet."))
        of_files = read_round(
            paths,
            today=today,
            places=office_places(),
            place=round.place,
            titles=titles_for(round.place),
            profiles=profiles_for(round.place),
        )
        return with_records(of_files, records, Path(folder), today=today)


def _measured(round: Round, dataset: Dataset, today: dt.date, tell: Tell) -> tuple[Counted, Measured]:
    about = {"place": round.place, "as_of": round.as_of, "places": office_places(), "today": today}
    try:
        counted = counted_round(dataset, **about, progress=lambda words, done: tell(words, 0.15 + 0.45 * done))
        measured = measured_round(
            counted.dataset,
            **about,
            progress=lambda name, done: tell(Words(f"mengukur {name}", f"measuring {name}"), 0.6 + 0.25 * done),
        )
    except tuple(NOT_MEASURED) as error:
        raise Failed(NOT_MEASURED[type(error)]) from None
    except LinkError as error:
        raise Failed(error.said) from None
    return counted, measured


def _under_their_names(round: Round, folder: Path) -> list[Path]:
    """The files of the round under the names they came with, which messages about them use."""
    paths = []
    for number, upload in enumerate(round.uploads.filter(removed_at=None, purged_at=None)):
        place = folder / str(number) / upload.name
        place.parent.mkdir()
        shutil.copyfile(stored(upload.sha256), place)
        paths.append(place)
    return paths


WORK = ("measure", measure)
