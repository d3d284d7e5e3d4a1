"""Made-up people with known truth, for the demo, tests and benchmarks. Nobody in here exists."""

from semesta.synth.lean import made_lean
from semesta.synth.making import Wish, made

__all__ = ["Wish", "made", "made_lean"]
