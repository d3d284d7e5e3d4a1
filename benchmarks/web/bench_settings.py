"""The office's settings, with one more page that does nothing."""

from semesta.web.settings import *  # noqa: F403

ROOT_URLCONF = "bench_urls"
