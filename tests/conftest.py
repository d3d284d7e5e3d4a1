"""Tests say the same on every run: property tests draw the same data each time.

To look for new counterexamples: `pytest tests/property --hypothesis-profile=search`.
"""

from hypothesis import HealthCheck, settings

UNTIMED = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow]}
"""A busy machine fails no test: how long things take is measured by benchmarks."""
settings.register_profile("repeatable", derandomize=True, **UNTIMED)
settings.register_profile("search", max_examples=500, **UNTIMED)
settings.load_profile("repeatable")
