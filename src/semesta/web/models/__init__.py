"""What the office keeps in its database: people's work. Facts in bulk are Parquet snapshots beside it."""

from semesta.web.models.bundle import Received, TrustedKey
from semesta.web.models.case import Case
from semesta.web.models.code import CodeRule
from semesta.web.models.event import Event
from semesta.web.models.figure import Figure
from semesta.web.models.job import Job
from semesta.web.models.matter import Correction, Matter
from semesta.web.models.profile import Profile
from semesta.web.models.publication import Publication
from semesta.web.models.record import Record, Revision, Scan
from semesta.web.models.round import Round
from semesta.web.models.scenario import Scenario, ScenarioText
from semesta.web.models.snapshot import Snapshot
from semesta.web.models.token import Token
from semesta.web.models.upload import Upload
from semesta.web.models.user import Grant, User

__all__ = [
    "Case",
    "CodeRule",
    "Correction",
    "Event",
    "Figure",
    "Grant",
    "Job",
    "Matter",
    "Profile",
    "Publication",
    "Received",
    "Record",
    "Revision",
    "Round",
    "Scan",
    "Scenario",
    "ScenarioText",
    "Snapshot",
    "Token",
    "TrustedKey",
    "Upload",
    "User",
]
