"""`python -m semesta` is the command semesta."""

from semesta.cli.main import run

run()
