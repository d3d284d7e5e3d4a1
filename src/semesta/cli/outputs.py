"""What a command writes never takes the place of what it reads: asked before anything is read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from semesta.basics.words import Lang, Words
    from semesta.report.paper import Making

Given = str | Path | None


def spare_inputs(inputs: Iterable[Given], outputs: Iterable[Path], lang: Lang) -> None:
    """Ends the command where one of its outputs is one of its inputs, or a folder that one of them lies in.

    Args:
        inputs: files and folders that are read, with those that the command has beside its lists; None and addresses of
            clusters are passed over. Of a folder each file counts, but for the annotated copies, which are not read.
        outputs: files and folders that may be written.
    """
    from semesta.basics.words import Words
    from semesta.cli.shown import stopped

    read = [path.resolve() for each in inputs for path in _files(each)]
    for output in dict.fromkeys(outputs):
        if any(_replaces(output, path) for path in read):
            said = Words(
                f"{output}: hasil akan menimpa masukannya; pilih nama atau folder lain. Tidak ada yang ditulis.",
                f"{output}: the result would replace its input; choose another name or folder. Nothing was written.",
            )
            raise stopped(said.said(lang))


def spare_folders(inputs: Iterable[Given], out: Path, lang: Lang) -> None:
    """Ends the command where its results would go into a folder that is read whole: the next run would read them as its lists."""
    from semesta.basics.words import Words
    from semesta.cli.shown import stopped

    near = [str(each).removeprefix("file://") for each in inputs if each is not None]
    folders = [Path(each) for each in near if "://" not in each and Path(each).is_dir()]
    if any(out.resolve() == folder.resolve() for folder in folders):
        said = Words(
            f"{out}: semua Parquet dalam folder ini dibaca sebagai masukan, jadi hasil tidak ditulis ke sana; pilih folder lain. "
            "Tidak ada yang ditulis.",
            f"{out}: every Parquet file of this folder is read as input, so no result is written there; choose another folder. "
            "Nothing was written.",
        )
        raise stopped(said.said(lang))


def written(making: Mapping[str, Making], out: Path, lang: Lang) -> list[Path]:
    """The files in their folder, all made before the first is written; ends the command where they cannot be."""
    from semesta.basics.os_errors import not_written
    from semesta.cli.shown import stopped
    from semesta.rounds.report import put_in_place

    contents = {name: make() for name, make in making.items()}
    try:
        put_in_place(out, contents)
    except OSError as error:
        raise stopped(not_written(out, error).said(lang)) from None
    return [out / name for name in contents]


def _files(given: Given) -> Iterator[Path]:
    from semesta.files.read import CHECKED, places_files

    if given is None or "://" in str(given):
        return
    path = Path(given)
    yield path
    yield from places_files([path])
    if path.is_dir():
        yield from (file for file in path.iterdir() if not file.stem.endswith(CHECKED))


def _replaces(output: Path, read: Path) -> bool:
    """Whether writing an output loses a file that is read; two names may mean one file."""
    place = output.resolve()
    if place == read or (output.is_file() and read.is_file() and output.samefile(read)):
        return True
    return read.is_file() and place in read.parents


def only_parquet(output: Path) -> Words | None:
    """What is to be said of a file of results that is to bear another name than Parquet's; None where it does not."""
    from semesta.basics.words import Words

    if output.suffix.lower() == ".parquet":
        return None
    return Words(
        f"{output}: hasil selalu Parquet, misalnya -o hasil.parquet",
        f"{output}: the result is always Parquet, as -o result.parquet",
    )
