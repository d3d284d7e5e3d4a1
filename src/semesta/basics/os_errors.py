"""Why the operating system refuses a file, in two languages: its own words are English, or the language of the machine."""

from __future__ import annotations

import errno
import re

from semesta.basics.words import Words, same

_WHY = {
    errno.ENOENT: Words("folder atau berkas tidak ada", "no such folder or file"),
    errno.EACCES: Words(
        "tidak diizinkan, atau sedang dibuka program lain", "not permitted, or open in another program"
    ),
    errno.EPERM: Words("tidak diizinkan", "not permitted"),
    errno.ENOSPC: Words("ruang penyimpanan penuh", "no space left"),
    errno.EDQUOT: Words("jatah penyimpanan habis", "quota used up"),
    errno.EROFS: Words("penyimpanan ini hanya dapat dibaca", "this storage is read-only"),
    errno.ENOTDIR: Words("sebagian jalurnya bukan folder", "part of the path is not a folder"),
    errno.EEXIST: Words("di tempat itu sudah ada berkas", "a file stands there"),
    errno.EISDIR: Words("itu sebuah folder", "it is a folder"),
    errno.ENAMETOOLONG: Words("namanya terlalu panjang", "the name is too long"),
}
_NUMBER = re.compile(r"\(os error (\d+)\)")


def why(error: OSError) -> Words:
    """The reason in a few words; as the system says it where it is a rare one.

    Polars raises OSError without its number, which stands in the text: "Permission denied (os error 13)".
    """
    found = _NUMBER.search(str(error))
    number = error.errno if error.errno is not None else int(found[1]) if found else None
    return _WHY.get(number, same(error.strerror or str(error))) if number is not None else same(str(error))


def not_written(path: object, error: OSError) -> Words:
    """ "hasil/a.xlsx tidak dapat ditulis: ruang penyimpanan penuh"."""
    return Words(f"{path} tidak dapat ditulis: ", f"{path} cannot be written: ") + why(error)
