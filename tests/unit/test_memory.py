"""What was freed goes back to the system."""

from pathlib import Path

from semesta.basics.memory import give_back


def _held() -> int:
    """Bytes of this process that are in memory."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096


def test_what_was_freed_below_something_that_stays_is_given_back():
    freed = [bytes(2_000) for _ in range(50_000)]
    stays = bytes(2_000)
    freed.clear()
    before = _held()
    give_back()
    assert before - _held() > 50e6
    assert len(stays) == 2_000
