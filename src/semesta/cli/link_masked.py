"""What semesta link does with masked lists."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from semesta.basics.words import Words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from semesta.people.link import Linked


def are_masked(files: list[Path], unusable: Mapping[str, object]) -> bool:
    """Whether the lists hold hashes in place of people.

    Raises:
        LinkError: some do and some do not, or what was asked for needs people.
    """
    from semesta.people.link import LinkError
    from semesta.people.mask import is_masked

    masked = [is_masked(path) for path in files]
    if not any(masked):
        return False
    if not all(masked):
        other = files[masked.index(False)]
        raise LinkError(
            Words(
                f"{other}: daftar ini tidak bersandi, yang lain bersandi; sandikan semuanya dengan semesta mask dan rahasia yang sama",
                f"{other}: this list is not masked, others are; mask all of them with semesta mask and the same secret",
            )
        )
    if asked := [name for name, value in unusable.items() if value]:
        said = f"{asked[0]}: tidak dapat dengan daftar bersandi", f"{asked[0]}: not possible with masked lists"
        raise LinkError(Words(*said))
    return True


def linked_masked(workers: list[Path], participants: list[Path]) -> tuple[Linked, float]:
    """The same of lists whose people are hashes."""
    import time

    import polars as pl

    from semesta.people.link.by_hash import link_masked

    started = time.perf_counter()
    frames = {
        name: pl.concat([pl.read_parquet(path) for path in paths], how="diagonal")
        for name, paths in (("workers", workers), ("participants", participants))
    }
    return link_masked(frames["workers"], frames["participants"]), time.perf_counter() - started
