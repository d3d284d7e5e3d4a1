"""What is sent as a bundle and is none: refused before it takes memory or time."""

from __future__ import annotations

import io
import tracemalloc
import zipfile
import zlib

import pytest

from semesta.rounds.bundle import BundleRefused, opened_bundle


def shared(entries: int, payload: bytes) -> bytes:
    """An archive whose entries lie within each other: each holds all that follow it, so that together they are far larger."""
    inside, whole = payload, zipfile.ZipFile(io.BytesIO(), "w")
    headers = []
    for number in reversed(range(entries)):
        entry = zipfile.ZipInfo(f"{number}", (1980, 1, 1, 0, 0, 0))
        entry.file_size = entry.compress_size = len(inside)
        entry.CRC = zlib.crc32(inside)
        inside = entry.FileHeader() + inside
        headers.append((entry, len(inside)))
    for entry, length in headers:
        entry.header_offset = len(inside) - length
    whole.filelist = [entry for entry, _ in headers]
    whole.fp, whole.start_dir, whole._didModify = io.BytesIO(inside), len(inside), True
    whole.fp.seek(len(inside))
    made = whole.fp
    whole._write_end_record()
    return made.getvalue()


def test_entries_that_share_their_bytes_are_refused_before_they_are_read():
    content = shared(40, bytes(2**20))
    tracemalloc.start()
    try:
        with pytest.raises(BundleRefused):
            opened_bundle(content, trusted=())
        assert tracemalloc.get_traced_memory()[1] < 2 * len(content)
    finally:
        tracemalloc.stop()


@pytest.mark.parametrize("content", [b"", b"PK", b"PK\x05\x06" + b"\xff" * 18, b"x" * 1000])
def test_bytes_that_are_no_archive_are_refused(content):
    with pytest.raises(BundleRefused):
        opened_bundle(content, trusted=())
