"""What the code below the command line never does: it reads no clock and no environment, and needs no Unix."""

from __future__ import annotations

import re
from pathlib import Path

SOURCE = Path(__file__).parents[3] / "src" / "semesta"
CLOCK = r"\bdate\.today\(|\bdatetime\.(now|today|utcnow)\(|\btime\.(time|localtime|gmtime|monotonic)\(|\bperf_counter\("
ENVIRONMENT = r"\bos\.(environ|getenv)\b"
UNIX = (
    r"\bos\.(fork|system|popen|getuid)\b|\bshell=True|[\"']/(tmp|dev|proc|usr|etc)\b|^\s*import (fcntl|pwd|resource)\b"
)


def lines_with(pattern: str, *, below_cli: bool) -> list[str]:
    """Where the pattern stands in src: "monev/measure.py:12: …"."""
    found = []
    for path in sorted(SOURCE.rglob("*.py")):
        place = path.relative_to(SOURCE).as_posix()
        if below_cli and place.startswith(("cli/", "web/")):
            continue
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            if re.search(pattern, line):
                found.append(f"{place}:{number}: {line.strip()}")
    return found


def test_today_comes_in_as_an_argument_below_the_command_line() -> None:
    assert lines_with(CLOCK, below_cli=True) == []


def test_no_setting_is_read_from_the_environment_below_the_command_line() -> None:
    assert lines_with(ENVIRONMENT, below_cli=True) == []


def test_nothing_in_the_package_needs_unix() -> None:
    assert lines_with(UNIX, below_cli=False) == []


def test_only_the_command_line_asks_for_today() -> None:
    """Holds the pattern above to something real: were it to match nothing at all, the first test could not fail."""
    assert any(line.startswith("cli/monev.py") for line in lines_with(CLOCK, below_cli=False))


def test_every_file_opens_with_what_it_is() -> None:
    files = sorted(path for path in SOURCE.rglob("*.py") if path.parent.name != "migrations")  # Django writes those
    assert [path for path in files if not path.read_text(encoding="utf-8").startswith('"""')] == []
