"""A small plan, and the work on plans done without a worker."""

from __future__ import annotations

from semesta.web.models import Job
from semesta.web.work.papers import make_papers
from semesta.web.work.plan import make_plan
from semesta.web.work.pools import make_pools

FISHERS = """name: Nelayan
place: Kota Cilegon
years: {first: 2027, last: 2028}
groups:
  - group: rentan.nelayan
    population: 1100
    payers:
      - {funding: apbd.kabkota, kept: 300, added: {2027: 50}}
"""
WORK = {"papers": make_papers, "plan": make_plan, "pools": make_pools}


def ran(job: Job) -> None:
    """Does a job in this process, and ends it well."""
    WORK[job.kind](job, lambda words, share: None)
    Job.objects.filter(pk=job.pk).update(state="done", progress=1)
