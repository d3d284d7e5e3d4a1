"""Whether there is a LibreOffice that opens documents; says what to install if not.

python tests/office/soffice.py
"""

from __future__ import annotations

import shutil
import sys

ADVICE = (
    "Uji dokumen memerlukan LibreOffice: pasang mis. libreoffice-writer, libreoffice-calc dan libreoffice-impress."
    " (The tests of documents need LibreOffice: install e.g. libreoffice-writer, libreoffice-calc and libreoffice-impress.)"
)


def program() -> str | None:
    """The command that starts LibreOffice; None where there is none."""
    return shutil.which("soffice") or shutil.which("libreoffice")


if __name__ == "__main__":
    sys.exit(None if program() else ADVICE)
