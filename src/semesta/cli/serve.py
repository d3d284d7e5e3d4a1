"""semesta serve: the office in a browser, on this machine, with its worker."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def serve(
    port: Annotated[int, typer.Option(help="Nomor pintu; alamatnya 127.0.0.1.")] = 8000,
    home: Annotated[
        Path | None, typer.Option("--home", help="Folder data; bawaan: SEMESTA_HOME atau ~/.semesta.")
    ] = None,
    demo: Annotated[bool, typer.Option("--demo/--no-demo", help="Muat contoh bila masih kosong.")] = True,
    browser: Annotated[bool, typer.Option("--browser/--no-browser", help="Buka peramban.")] = True,
    worker: Annotated[bool, typer.Option("--worker/--no-worker", help="Jalankan pekerja pekerjaan panjang.")] = True,
) -> None:
    """Buka Semesta di peramban. (Semesta in a browser.)

    Contoh: semesta serve
    """
    import os

    if home is not None:
        os.environ["SEMESTA_HOME"] = str(home)
    from semesta.web.serving import serve_until_stopped

    raise typer.Exit(serve_until_stopped(port=port, demo=demo, browser=browser, with_worker=worker, tell=typer.echo))


COMMAND = ("serve", serve)
